"""Messages: recipients as rows, one class for each kind of message, and delivery."""
