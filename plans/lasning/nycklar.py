"""What staff see of a login: its keys and its open invitation."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from plans.models import Inbjudan, User

SLAG = {Authenticator.Type.WEBAUTHN: "Passkey", Authenticator.Type.TOTP: "Lösenord och app med koder"}


@dataclass(frozen=True)
class Keys:
    """The keys, newest first; whether the password still works; the invitation whose code is still valid."""

    nycklar: list[Authenticator]
    losenord: bool
    inbjudan: Inbjudan | None


def read_keys(konto: User | None, now: datetime) -> Keys:
    """Read a login's keys, each with `ord` saying what it is; empty if there is no login."""
    if konto is None:
        return Keys([], False, None)
    rows = list(Authenticator.objects.filter(user=konto, type__in=SLAG).order_by("-created_at", "-pk"))
    for row in rows:
        row.ord = SLAG[row.type]
    invited = Inbjudan.objects.oppna(now).filter(konto=konto).select_related("skapad_av").order_by("-pk").first()
    return Keys(rows, konto.has_usable_password(), invited)
