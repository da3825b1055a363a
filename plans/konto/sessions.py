"""Sessions in the database, accepting only keys in the format we generate."""

import re

from django.contrib.sessions.backends import db

_KEY = re.compile("[a-z0-9]{32}")


class SessionStore(db.SessionStore):
    """A store that looks up only keys in our format.

    Django's would look up any eight characters or more from a cookie, even characters that the database cannot hold.
    """

    def _validate_session_key(self, key: str | None) -> bool:
        """True if the key has our format; with any other key there is no session."""
        return bool(key and _KEY.fullmatch(key))
