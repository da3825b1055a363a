"""Invitations that staff hand over: a QR code at a meeting, or a code in a letter.

With the code, the recipient makes a key. The code is shown once; only its hash is kept.
A login has one open invitation: a new one replaces the old.
"""

import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TypeVar

from allauth.mfa.models import Authenticator
from django.db import transaction

from plans import access, allauth_inner
from plans.actions import inloggningar, locks
from plans.logg import audit
from plans.models import Actor, Foretradarskap, Inbjudan, Person, User
from plans.models.inbjudan import kod_hash
from plans.regler.fel import Regelbrott

T = TypeVar("T")
MOTE, BREV = Inbjudan.Slag.MOTE, Inbjudan.Slag.BREV
GILTIG: dict[str, timedelta] = {MOTE: timedelta(minutes=10), BREV: timedelta(days=30)}
TECKEN = "CDFHJKMNPRTWXY34679"  # 19 signs that are hard to confuse, without vowels: 4.2 bits each
LANGD: dict[str, int] = {MOTE: 30, BREV: 15}  # 127 bits for a telephone to read, 63 for a human to type


def new_code(slag: str) -> str:
    """Make a new code, in groups of five."""
    signs = "".join(secrets.choice(TECKEN) for _ in range(LANGD[slag]))
    return "-".join(signs[i : i + 5] for i in range(0, len(signs), 5))


@locks.log_refusal("inbjudan.skapa")
@transaction.atomic
def skapa(
    *, person: Person, slag: str, by: Actor, now: datetime, skap: Foretradarskap | None = None
) -> tuple[Inbjudan, str]:
    """Invite the person, or the representative of `skap`, to make a key. Returns the invitation and its code.

    The code belongs to the login, so one code covers everyone the representative acts for. Raises Regelbrott if the
    right to act does not hold.
    """
    konto, about = inloggningar.account_for(key="inbjudan.skapa", person=person, skap=skap, by=by)
    Inbjudan.objects.oppna(now).filter(konto=konto).update(aterkallad_at=now)
    kod = new_code(slag)
    row = Inbjudan.objects.create(
        konto=konto,
        slag=slag,
        kod_hash=kod_hash(kod),
        skapad_av=by.login,
        skapad_at=now,
        giltig_till=now + GILTIG[slag],
    )
    audit.record("inbjudan.skapa", by=by, about=about, obj=row)
    return row, kod


@transaction.atomic
def aterkalla(*, person: Person, inbjudan: Inbjudan, by: Actor, now: datetime) -> None:
    """Revoke an invitation; its code stops working at once. A used or revoked invitation is left as it is."""
    access.require(by, "inbjudan.aterkalla", person)
    row = locks.lock(Inbjudan, inbjudan.pk)
    if not access.konton_hos(person).filter(pk=row.konto_id).exists():
        raise access.Nekad("inbjudan.aterkalla", person)
    if row.anvand_at is None and row.aterkallad_at is None:
        row.aterkallad_at = now
        row.save(update_fields=["aterkallad_at"])
    audit.record("inbjudan.aterkalla", by=by, about={person, *access.kontots_personer(row.konto)}, obj=row)


def gor_nyckel(*, inbjudan: Inbjudan, credential: dict, today: date, now: datetime) -> Authenticator:
    """Use up the code, and add to the login the passkey that the recipient has just made on their own phone."""
    name = inbjudan.get_slag_display()
    return _use_up(inbjudan, today, now, lambda konto: allauth_inner.add_passkey(konto, name, credential))


def gor_app(
    *, inbjudan: Inbjudan, secret: str, password: str, today: date, now: datetime
) -> tuple[Authenticator, list[str]]:
    """Use up the code, set a password and add an app with codes. Returns the key and the recovery codes, shown once.

    Raises Regelbrott if the login already has an app: the old app must first be revoked.
    """

    def spara(konto: User) -> tuple[Authenticator, list[str]]:
        if Authenticator.objects.filter(user=konto, type=Authenticator.Type.TOTP).exists():
            raise Regelbrott("Inloggningen har redan en app med koder. Välj nyckel i telefonen, eller ring din kommun.")
        konto.set_password(password)
        konto.save(update_fields=["password"])
        Authenticator.objects.filter(user=konto, type=Authenticator.Type.RECOVERY_CODES).delete()
        return allauth_inner.add_app(konto, secret), allauth_inner.recovery_codes(konto)

    return _use_up(inbjudan, today, now, spara)


@transaction.atomic
def _use_up(inbjudan: Inbjudan, today: date, now: datetime, spara: Callable[[User], T]) -> T:
    """Lock the invitation, mark its code as used, and call `spara` with the login. The login itself is the actor."""
    row = Inbjudan.objects.oppna(now).filter(pk=inbjudan.pk).select_for_update(of=("self",)).first()
    if row is None:
        raise Regelbrott("Koden går inte att använda.")
    konto = locks.lock(User, row.konto_id)
    who = Actor(konto, today)
    access.require(who, "inbjudan.anvand", row)
    row.anvand_at = now
    row.save(update_fields=["anvand_at"])
    made = spara(konto)
    audit.record("inbjudan.anvand", by=who, about=access.kontots_personer(konto), obj=row)
    return made
