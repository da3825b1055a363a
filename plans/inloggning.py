"""allauth's adapter: nobody signs up; accounts are made by administrators and staff."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class KontoAdapter(DefaultAccountAdapter):
    """Closed sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
