"""The log: the only way to write it, the events in Swedish words, and the seals."""
