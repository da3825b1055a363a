"""Log-ins for persons and those who act for them, opened by staff and handed over at a meeting or by letter."""

import secrets
from datetime import date

from django.db import transaction

from plans import access, audit
from plans.actions import rader
from plans.models import Foretradare, Foretradarskap, Person, User
from plans.regler.fel import Regelbrott

# Short, common, hard to mishear; five of them and a number are 45 bits, and tries are limited.
_ORD = (
    "alm ask ax bark berg bi bok bro dag dal damm dill eld fack fjord flod frost frö fält gran gren grus hav "
    "hed hus höst jord kaj klippa knopp korg kulle lind ljung ljus lund löv malm mark moln mossa myra natt "
    "nejlika näs park pil regn ros råg rönn sand sjö skog skugga sky sol sten stig strand ström sund säv tall "
    "tid topp torg tuva udde ved vik vind väg vår ås äng ö"
).split()


def nytt_losenord() -> str:
    """Five Swedish words and a number."""
    return "-".join([*(secrets.choice(_ORD) for _ in range(5)), str(secrets.randbelow(9000) + 1000)])


@transaction.atomic
def skapa(*, person: Person, by: User, today: date, skap: Foretradarskap | None = None) -> tuple[User, str]:
    """Open a log-in for the person, or for the representative of `skap`; give a new password if there is one already.

    Returns the log-in and the password, which is shown once and stored only as a hash. Raises Regelbrott when the
    right to act does not hold.
    """
    person = rader.las(Person, person.pk)
    access.require(by, "inloggning.skapa", person, today)
    owner: Person | Foretradare = person
    about = {person}
    if skap is not None:
        if skap.person_id != person.pk:
            raise access.Nekad("inloggning.skapa", person)
        if not skap.galler(today):
            raise Regelbrott("Rätten att företräda gäller inte i dag. Då kan ingen inloggning lämnas ut.")
        owner = rader.las(Foretradare, skap.foretradare_id)
        theirs = Person.objects.filter(foretradarskap__foretradare__konto=owner.konto_id) if owner.konto_id else []
        others = set(theirs) - set(access.handlagda(by, today))
        if any(p.skyddad for p in others):
            raise Regelbrott("Någon annan måste lämna ut den här inloggningen. Prata med din chef.")
        about |= others
    if person.avliden:
        raise Regelbrott("Personen är avliden. Då kan ingen inloggning lämnas ut.")
    password = nytt_losenord()
    user = owner.konto or User(username=_ledigt_namn(), namn=owner.namn)
    user.set_password(password)
    user.save()
    if owner.konto_id is None:
        owner.konto = user
        owner.save(update_fields=["konto"])
    audit.record("inloggning.skapa", by=by, about=about, obj=user)
    return user, password


@transaction.atomic
def oppna_for_eleg(*, person: Person, by: User, today: date, skap: Foretradarskap | None = None) -> User:
    """Open a log-in without a password, for the e-ID of the person or of the representative of `skap`.

    One human has one log-in in a nämnd: who both has a plan and acts for others gets the one that is there. An open
    log-in keeps what it has. Raises Regelbrott when the right to act does not hold or there is no number to go by.
    """
    person = rader.las(Person, person.pk)
    access.require(by, "inloggning.oppna_for_eleg", person, today)
    owner: Person | Foretradare = person
    if skap is not None:
        if skap.person_id != person.pk:
            raise access.Nekad("inloggning.oppna_for_eleg", person)
        if not skap.galler(today):
            raise Regelbrott("Rätten att företräda gäller inte i dag. Då kan ingen inloggning lämnas ut.")
        owner = rader.las(Foretradare, skap.foretradare_id)
    if person.avliden:
        raise Regelbrott("Personen är avliden. Då kan ingen inloggning lämnas ut.")
    if not owner.personnummer:
        raise Regelbrott("Skriv först in företrädarens personnummer. E-legitimationen känns igen på det.")
    other = Foretradare if isinstance(owner, Person) else Person
    same = other.objects.med_personnummer(owner.personnummer).filter(namnd=person.namnd, konto__isnull=False).first()
    if same and owner.konto_id and owner.konto_id != same.konto_id:
        raise Regelbrott("Samma människa har redan två inloggningar. Prata med din chef.")
    if owner.konto_id is None:
        owner.konto = same.konto if same else User(username=_ledigt_namn(), namn=owner.namn)
        if same is None:
            owner.konto.set_unusable_password()
            owner.konto.save()
        owner.save(update_fields=["konto"])
    audit.record("inloggning.oppna_for_eleg", by=by, about=[person], obj=owner.konto)
    return owner.konto


def _ledigt_namn() -> str:
    """A user name that says nothing of whose it is, and that nobody has."""
    while True:
        name = f"{secrets.choice(_ORD)}{secrets.randbelow(90_000) + 10_000}"
        if name.isascii() and not User.objects.filter(username=name).exists():
            return name
