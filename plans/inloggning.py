"""allauth's adapter: nobody signs up; accounts are made by administrators and staff."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest


class KontoAdapter(DefaultAccountAdapter):
    """Closed sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


STARKA = {"socialaccount", "mfa"}  # a provider that answers for who it is; a passkey, TOTP or recovery code of ours


def stark_inloggning(request: HttpRequest) -> bool:
    """True when this session began with an e-ID, the employer's own log-in, a passkey or a second factor.

    allauth writes each thing that was shown into the session, bound to the user: `password`, `mfa` (its `type` says
    which), and `socialaccount`, which only `plans.inloggning` writes, after the provider's level was checked.
    """
    records = get_authentication_records(request, request.user)
    return any(record.get("method") in STARKA for record in records)
