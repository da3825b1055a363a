"""Sessions in the database, accepting only keys in the format we generate."""

import re

from django.contrib.sessions.backends import db

_KEY = re.compile("[a-z0-9]{32}")


class SessionStore(db.SessionStore):
    """Django's store would look up any eight characters from a cookie, even some the database cannot hold."""

    def _validate_session_key(self, key: str | None) -> bool:
        """Whether the key has our format; otherwise there is no session."""
        return bool(key and _KEY.fullmatch(key))
