"""The user's own keys and open sessions, for the page *Inloggning och säkerhet*."""

from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore

from plans.models import Actor, User

# The first match in the user agent wins: Edge and Opera also call themselves Chrome.
WEBBLASARE = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
ENHET = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class OpenSession:
    """One session: device, IP address and times; `den_har` marks the current one."""

    vad: str
    ip: str
    inloggad: datetime
    senast: datetime
    den_har: bool


def own_keys(user: User) -> SimpleNamespace:
    """The user's `passkeys`, `totp` (or None) and how many spare codes (`koder`) are left."""
    mine = list(Authenticator.objects.filter(user=user).order_by("pk"))
    of = {kind: [a for a in mine if a.type == kind] for kind in Authenticator.Type}
    spare = of[Authenticator.Type.RECOVERY_CODES]
    return SimpleNamespace(
        passkeys=of[Authenticator.Type.WEBAUTHN],
        totp=next(iter(of[Authenticator.Type.TOTP]), None),
        koder=len(spare[0].wrap().get_unused_codes()) if spare else 0,
    )


def lacks_second_factor(by: Actor) -> bool:
    """True for staff and administrators with a password but neither passkey nor TOTP.

    Always False unless both MFA_KRAVS and LOKALA_LOSENORD are on.
    """
    user = by.login
    if not (settings.MFA_KRAVS and settings.LOKALA_LOSENORD and user.has_usable_password()):
        return False
    if not user.is_staff and by.uppdrag is None:
        return False
    strong = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)
    return not Authenticator.objects.filter(user=user, type__in=strong).exists()


def seconds_left(session: SessionBase, now: float) -> int:
    """Seconds until a session ends, zero or less if it has ended. `now` is in Unix seconds."""
    begun, used = (session.get(key, now) for key in ("inloggad", "senast"))
    return int(min(used + settings.INAKTIV_MINUTER * 60, begun + settings.SESSION_COOKIE_AGE) - now)


def open_sessions(user: User, session_key: str | None, now: float) -> list[OpenSession]:
    """The user's sessions still open at `now` (Unix seconds), latest first."""
    found = []
    for row in UserSession.objects.filter(user=user):
        session = SessionStore(row.session_key)
        if session.get("_auth_user_id") == str(user.pk) and seconds_left(session, now) > 0:
            used = datetime.fromtimestamp(session.get("senast", now), UTC)
            found.append(
                OpenSession(device(row.user_agent), row.ip, row.created_at, used, row.session_key == session_key)
            )
    return sorted(found, key=lambda each: each.senast, reverse=True)


def device(user_agent: str) -> str:
    """A browser and a device in words: *Firefox på Windows*."""
    browser = next((name for mark, name in WEBBLASARE if mark in user_agent), "Okänd webbläsare")
    device = next((name for mark, name in ENHET if mark in user_agent), "okänd enhet")
    return f"{browser} på {device}"
