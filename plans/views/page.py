"""What the pages of every room share."""

from django.http import HttpRequest, QueryDict


def form_data(request: HttpRequest) -> QueryDict | None:
    """POST data, or None on GET so that the form stays unbound."""
    return request.POST if request.method == "POST" else None
