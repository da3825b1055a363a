"""What is sent: recipients as rows, one class for each kind of message, delivery."""
