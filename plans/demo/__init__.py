"""Invented people for demonstrations: data, and what writes it in."""
