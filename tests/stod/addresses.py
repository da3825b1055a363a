"""The portal's addresses, collected from all its URL lists."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def named_patterns() -> Iterator[URLPattern]:
    """Yield every pattern except the admin's."""
    yield from _walk(get_resolver().url_patterns[-1])


def _walk(resolver: URLResolver) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern)
        else:
            yield pattern
