"""The log: its only door, the events with their Swedish words, and the seals."""
