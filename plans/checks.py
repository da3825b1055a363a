"""System checks for unsafe production settings. Run by `check --deploy`, together with Django's own."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError

from plans.konto.public_passwords import PUBLIC_PASSWORDS
from plans.models import User
from plans.models.kryptering import read_keys

# Each check: its id, the condition that is a fault, and the text shown then. tests/trust/test_kontroller.py tests every
# check both with the fault and without it.
ERRORS = [
    ("E001", lambda s: s.DEMO, "LSS_DEMO är på. Den är bara till för påhittade personer."),
    ("E002", lambda s: s.DEBUG, "DEBUG är på. Då visas felsidor med innehåll ur databasen."),
    (
        "E003",
        lambda s: s.LOKALA_LOSENORD and not s.MFA_KRAVS,
        "MFA_KRAVS är av. Personal kommer in med bara ett lösenord. Slå på MFA_KRAVS, eller stäng LSS_LOKALA_LOSENORD.",
    ),
    (
        "E004",
        lambda s: len(s.SECRET_KEY) < 50 or len(set(s.SECRET_KEY)) < 10,
        "SECRET_KEY är för svag: minst 50 slumpade tecken.",
    ),
    (
        "E005",
        lambda s: any(len(set(key)) < 16 for key in read_keys(s.LSS_KEYS).values()),
        "LSS_KEYS har en nyckel som inte är slumpad. Gör 32 slumpade byte.",
    ),
    (
        "E006",
        lambda s: (
            not _secure_cookie(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_DOMAIN)
            or not _secure_cookie(s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE, s.CSRF_COOKIE_DOMAIN)
        ),
        "Kakorna är inte säkra: de ska heta __Host-…, vara Secure och sakna domän.",
    ),
    (
        "E007",
        lambda s: urlsplit(s.PUBLIC_BASE_URL).scheme != "https",
        "PUBLIC_BASE_URL ska börja med https://. Länkar i mejl och passkeys hör till den adressen.",
    ),
    (
        "E008",
        lambda s: any(h.startswith((".", "*")) for h in s.ALLOWED_HOSTS),
        "ALLOWED_HOSTS släpper in vilka värdnamn som helst. Skriv ut dem.",
    ),
    (
        "E009",
        lambda s: s.DAGAR_FRAM != 0 and not s.DEMO,
        "LSS_DAGAR_FRAM är satt. Den flyttar portalens klocka, och är bara till för demon.",
    ),
]
WARNINGS = [
    (
        "W001",
        lambda s: s.LOKALA_LOSENORD,
        "LSS_LOKALA_LOSENORD är på. Den som företräder kommer in med bara ett lösenord. "
        "Stäng när alla har e-legitimation eller passkey.",
    ),
    ("W002", lambda s: s.INAKTIV_MINUTER > 15, "INAKTIV_MINUTER är mer än 15. En öppen skärm är då öppen längre."),
    (
        "W003",
        lambda s: s.PROXYER < 1,
        "PROXYER är 0. Bakom en proxy räknas då allas inloggningsförsök på en och samma adress.",
    ),
]


def _secure_cookie(name: str, secure: bool, domain: str | None) -> bool:
    return name.startswith("__Host-") and secure and not domain


@register(Tags.security, deploy=True)
def doors_are_shut(app_configs, **kwargs) -> list[CheckMessage]:
    """Report unsafe settings for login, sessions and keys."""
    found: list[CheckMessage] = [Error(text, id=f"plans.{number}") for number, so, text in ERRORS if so(settings)]
    return found + [Warning(text, id=f"plans.{number}") for number, so, text in WARNINGS if so(settings)]


@register(Tags.security, deploy=True)
def no_public_password_opens(app_configs, **kwargs) -> list[CheckMessage]:
    """Report demo logins that still have their public password. Report nothing if the database cannot be read."""
    if settings.DEMO:
        return []
    try:
        rows = list(User.objects.filter(username__in=PUBLIC_PASSWORDS).values_list("username", "password"))
    except DatabaseError:
        return []
    opens = sorted(name for name, stored in rows if check_password(PUBLIC_PASSWORDS[name], stored))
    text = f"Demons lösenord, som är offentliga, öppnar: {', '.join(opens)}. Byt dem, eller stäng inloggningarna."
    return [Error(text, id="plans.E010")] if opens else []
