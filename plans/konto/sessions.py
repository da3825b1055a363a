"""Sessions in the database, by keys that we have made and no others."""

import re

from django.contrib.sessions.backends import db

_KEY = re.compile("[a-z0-9]{32}")


class SessionStore(db.SessionStore):
    """Django's, which would ask the database for any eight characters of a cookie, also those it cannot hold."""

    def _validate_session_key(self, key: str | None) -> bool:
        """Whether it is a key as we make them; else there is no session."""
        return bool(key and _KEY.fullmatch(key))
