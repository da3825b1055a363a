"""Invented people for demonstrations: the data, and the code that writes them to the database."""
