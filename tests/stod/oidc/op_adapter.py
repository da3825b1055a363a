"""What the provider says of its users."""

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.conf import settings


class Adapter(DefaultOIDCAdapter):
    """The claims that the test gave for the user, in id_token and userinfo alike."""

    def get_claims(self, purpose, user, client, scopes, email=None, **kwargs):
        """As a Swedish e-ID provider would."""
        return super().get_claims(purpose, user, client, scopes, email, **kwargs) | settings.PERSONER[user.username]
