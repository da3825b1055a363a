"""Plans on paper, as PDF: one module for each kind of document, all built on `bas`."""
