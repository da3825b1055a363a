"""Reading a plan: its content, how it is shown, what differs, how far it has come."""
