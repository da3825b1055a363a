"""Logging in and one's own login. Knows no plan."""
