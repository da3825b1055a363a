"""Paper: one module for each kind of document, on one base."""
