"""Messages: who receives them, one class for each kind of message, and the mail itself."""
