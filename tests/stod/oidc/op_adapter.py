"""The claims that allauth, run as a provider, makes about its users."""

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.conf import settings


class Adapter(DefaultOIDCAdapter):
    """Adds to the id_token and to userinfo the claims that the test gave for the user."""

    def get_claims(self, purpose, user, client, scopes, email=None, **kwargs):
        """The usual claims, and those of the test, as from a Swedish e-ID provider."""
        return super().get_claims(purpose, user, client, scopes, email, **kwargs) | settings.PERSONER[user.username]
