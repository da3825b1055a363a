"""Find the login that a provider's answer opens. People must be registered; name and e-mail never identify them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from plans import access
from plans.models import Actor, Foretradare, Inloggningstjanst, Person, User, galler
from plans.regler import personnummer
from plans.regler.fel import Regelbrott


class Refused(Exception):
    """The login was refused. The reason `skal` is logged, without personnummer. Users see it only if it is `niva`."""

    def __init__(self, skal: str) -> None:
        super().__init__(skal)
        self.skal = skal


def account_for(tjanst: Inloggningstjanst, claims: Mapping[str, Any], today: date) -> User:
    """The login that the claims open on `today`. Raises Refused.

    The level is checked first, so that a refusal for the level does not reveal whether the person is registered.
    """
    if (tjanst.nivaer or tjanst.for_vem == tjanst.For.ENSKILDA) and not level_suffices(tjanst, claims):
        raise Refused("niva")
    who = claims.get(tjanst.claim)
    if not isinstance(who, str) or not who.strip():
        raise Refused("inget id i svaret")
    user = (
        _persons_account(tjanst, who, today)
        if tjanst.for_vem == tjanst.For.ENSKILDA
        else _staff_account(tjanst, who, today)
    )
    if not user.is_active:
        raise Refused("stängd inloggning")
    return user


def level_suffices(tjanst: Inloggningstjanst, claims: Mapping[str, Any]) -> bool:
    """True if the claims state an accepted level of assurance."""
    return claims.get(tjanst.niva_claim) in tjanst.godkanda_nivaer


def _persons_account(tjanst: Inloggningstjanst, who: str, today: date) -> User:
    """The one login whose owner has this personnummer, if it gives access to a case today. Never a staff login."""
    digits = re.sub(r"[\s-]", "", who)
    try:
        number = personnummer.parse(digits, today) if re.fullmatch(r"[0-9]{12}", digits) else ""
    except Regelbrott:
        number = ""
    if not number:
        raise Refused("inget personnummer i svaret")
    rows = [model.objects.med_personnummer(number).filter(namnd=tjanst.namnd) for model in (Person, Foretradare)]
    found = {konto for row in rows for konto in row.values_list("konto", flat=True) if konto is not None}
    if len(found) != 1:
        raise Refused("två inloggningar" if found else "okänd")
    user = User.objects.get(pk=found.pop())
    if user.is_staff or user.is_superuser or user.tjanst_id or user.uppdrag.exists():
        raise Refused("personalens inloggning")
    if user.is_active and not access.familjens(Actor(user, today)).filter(namnd=tjanst.namnd).exists():
        raise Refused("ingen rätt i dag")
    return user


def _staff_account(tjanst: Inloggningstjanst, who: str, today: date) -> User:
    """The staff login with this id from this provider. Never a person's or a företrädare's login.

    The login must belong to an administrator or have an appointment in the provider's nämnd today. In either case it
    must have none in another nämnd today.
    """
    user = User.objects.filter(tjanst=tjanst, anstallnings_id=who, person=None, foretradare=None).first()
    if user is None:
        raise Refused("okänd")
    elsewhere = user.uppdrag.filter(galler(today)).exclude(enhet__namnd=tjanst.namnd).exists()
    here = user.uppdrag.filter(galler(today), enhet__namnd=tjanst.namnd).exists()
    if elsewhere or not (here or user.is_staff):
        raise Refused("inget uppdrag i nämnden")
    return user
