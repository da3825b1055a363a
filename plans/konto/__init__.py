"""Logging in and managing your own login. Knows nothing about plans."""
