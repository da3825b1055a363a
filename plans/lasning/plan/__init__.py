"""Reading a plan: its content, its page, its changes between versions, its progress."""
