"""Addresses of pages, for lists that show many: looking one up costs as much as the rest of a row."""

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=4096)
def address(name: str, *args: int | str) -> str:
    """The path of the page with this name. Kept in the process: it holds ids and nothing else."""
    return reverse(name, args=args)
