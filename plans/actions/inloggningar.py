"""Log-ins for persons and those who act for them, opened by staff and handed over at a meeting or by letter."""

import secrets
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from plans import access, allauth_inner
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, Foretradare, Foretradarskap, Person, User
from plans.regler.fel import Regelbrott

ANNANS = "Någon annan måste lämna ut den här inloggningen. Prata med din chef."
ANVANDS = "Inloggningen har redan en nyckel. Är telefonen borta? Spärra den först, med Telefonen är borta."
LOSENORD = "Inloggningen används redan, och öppnar också andras ärenden. Lämna ut ett nytt lösenord i stället."
OKONTROLLERAD = "Företrädaren företräder också andra. En kollega måste kontrollera den här rätten först."
# Short, common, hard to mishear; five of them and a number are 45 bits, and tries are limited.
_ORD = (
    "alm ask ax bark berg bi bok bro dag dal damm dill eld fack fjord flod frost frö fält gran gren grus hav "
    "hed hus höst jord kaj klippa knopp korg kulle lind ljung ljus lund löv malm mark moln mossa myra natt "
    "nejlika näs park pil regn ros råg rönn sand sjö skog skugga sky sol sten stig strand ström sund säv tall "
    "tid topp torg tuva udde ved vik vind väg vår ås äng ö"
).split()


def new_password() -> str:
    """Five Swedish words and a number."""
    return "-".join([*(secrets.choice(_ORD) for _ in range(5)), str(secrets.randbelow(9000) + 1000)])


@locks.log_refusal("inloggning.skapa")
@transaction.atomic
def skapa(*, person: Person, by: Actor, skap: Foretradarskap | None = None) -> tuple[User, str]:
    """Open a log-in for the person, or for the representative of `skap`; give a new password if there is one already.

    Returns the log-in and the password, which is shown once and stored only as a hash. Raises Regelbrott when the
    right to act does not hold.
    """
    user, about = account_for(key="inloggning.skapa", person=person, skap=skap, by=by)
    password = new_password()
    user.set_password(password)
    user.save()
    audit.record("inloggning.skapa", by=by, about=about, obj=user)
    return user, password


def account_for(*, key: str, person: Person, skap: Foretradarskap | None, by: Actor) -> tuple[User, set[Person]]:
    """The log-in of the person, or of the representative of `skap`, and all whom it is about; for the actions here.

    The owner is locked. A log-in that is not there is opened, without a password. Raises Nekad, and Regelbrott when
    nothing may be handed over: the right does not hold, jäv, or a log-in that opens somebody else's own case, or a
    protected person's, which `by` does not have. A way in is never laid beside one that is used: its owner would not
    notice. And where the log-in opens cases that `by` does not have, a colleague has checked the right first.
    """
    person = locks.lock(Person, person.pk)
    access.require(by, key, person)
    owner = _owner(key, person, skap, by.today)
    user = owner.konto or User(username=_free_user_name(), namn=owner.namn)
    if not user.is_active:
        raise Regelbrott("Inloggningen är avstängd. Prata med din chef.")
    others = set(access.kontots_personer(user)) - set(access.handlagda(by)) if user.pk else set()
    _require_may_hand_over(key, user, skap, others)
    if owner.konto_id is None:
        user.set_unusable_password()
        user.save()
        owner.konto = user
        owner.save(update_fields=["konto"])
    return user, {person} | others


def _require_may_hand_over(key: str, user: User, skap: Foretradarskap | None, others: set[Person]) -> None:
    """Whether a way in to this log-in may be handed over; `others` are whom it opens beside the cases of `by`."""
    own = [p for p in others if p.konto_id == user.pk]  # the representative has a case of their own elsewhere
    if own or any(p.skyddad for p in others) or (skap is None and others):
        raise locks.SomebodyElses(ANNANS, personer=others)
    if others and skap and skap.kontrollerad_at is None:
        raise Regelbrott(OKONTROLLERAD)
    if user.pk and Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
        raise Regelbrott(ANVANDS)
    if others and key == "inbjudan.skapa" and user.last_login and user.has_usable_password():
        raise Regelbrott(LOSENORD)


def _owner(key: str, person: Person, skap: Foretradarskap | None, today: date) -> Person | Foretradare:
    """Whose log-in it is, locked: the person, or the representative of `skap`, whose right must hold without jäv."""
    if person.avliden:
        raise Regelbrott("Personen är avliden. Då kan ingen inloggning lämnas ut.")
    if skap is None:
        return person
    if skap.person_id != person.pk:
        raise access.Nekad(key, person)
    if not skap.galler(today):
        raise Regelbrott("Rätten att företräda gäller inte i dag. Då kan ingen inloggning lämnas ut.")
    if skap.jav:
        raise Regelbrott("Företrädaren har jäv just nu. Då kan ingen inloggning lämnas ut.")
    return locks.lock(Foretradare, skap.foretradare_id)


@transaction.atomic
def aterkalla_nyckel(*, person: Person, nyckel: Authenticator, by: Actor) -> None:
    """Take back a passkey or an app with codes of the person's or a representative's log-in: the phone is gone.

    Its sessions end at once. Where there is no password left to trust (none, or one that went with the app), it is
    made unusable anew, which also ends what session the list may have missed.
    """
    person = locks.lock(Person, person.pk)
    access.require(by, "inloggning.aterkalla_nyckel", person)
    konto = access.konton_hos(person).filter(pk=nyckel.user_id).first()
    if konto is None or nyckel.type == Authenticator.Type.RECOVERY_CODES:
        raise access.Nekad("inloggning.aterkalla_nyckel", person)
    konto = locks.lock(User, konto.pk)
    nyckel.delete()
    allauth_inner.delete_lone_recovery_codes(konto)
    if nyckel.type == Authenticator.Type.TOTP or not konto.has_usable_password():
        konto.set_unusable_password()
        konto.save(update_fields=["password"])
    for session in UserSession.objects.filter(user=konto):
        session.end()
    about = {person, *access.kontots_personer(konto)}
    audit.record("inloggning.aterkalla_nyckel", by=by, about=about, obj=konto)


@locks.log_refusal("inloggning.oppna_for_eleg")
@transaction.atomic
def oppna_for_eleg(*, person: Person, by: Actor, skap: Foretradarskap | None = None) -> User:
    """Open a log-in without a password, for the e-ID of the person or of the representative of `skap`.

    One human has one log-in in a nämnd: who both has a plan and acts for others gets the one that is there. An open
    log-in keeps what it has. Raises Regelbrott when the right to act does not hold or there is no number to go by.
    """
    person = locks.lock(Person, person.pk)
    access.require(by, "inloggning.oppna_for_eleg", person)
    owner = _owner("inloggning.oppna_for_eleg", person, skap, by.today)
    if not owner.personnummer:
        raise Regelbrott("Skriv först in företrädarens personnummer. E-legitimationen känns igen på det.")
    other = Foretradare if isinstance(owner, Person) else Person
    same = other.objects.med_personnummer(owner.personnummer).filter(namnd=person.namnd, konto__isnull=False).first()
    theirs = same.konto if same else None
    if theirs and owner.konto and owner.konto != theirs:
        raise locks.SomebodyElses(ANNANS, personer=access.kontots_personer(theirs))
    konto = owner.konto or theirs or _without_password(owner.namn)
    about = {person, *access.kontots_personer(konto)}
    hidden = [p for p in about - {person} - set(access.handlagda(by)) if p.skyddad]
    if hidden:
        raise locks.SomebodyElses(ANNANS, personer=hidden)
    if owner.konto_id is None:
        owner.konto = konto
        owner.save(update_fields=["konto"])
    audit.record("inloggning.oppna_for_eleg", by=by, about=about, obj=konto)
    return konto


def _without_password(namn: str) -> User:
    konto = User(username=_free_user_name(), namn=namn)
    konto.set_unusable_password()
    konto.save()
    return konto


@transaction.atomic
def logga_ut_overallt(*, by: Actor) -> int:
    """End all of one's own sessions, on every device; how many."""
    sessions = list(UserSession.objects.filter(user=by.login))
    for session in sessions:
        session.end()
    audit.record("inloggning.logga_ut_overallt", by=by, obj=by.login)
    return len(sessions)


def _free_user_name() -> str:
    """A user name that says nothing of whose it is, and that nobody has."""
    while True:
        name = f"{secrets.choice(_ORD)}{secrets.randbelow(90_000) + 10_000}"
        if name.isascii() and not User.objects.filter(username=name).exists():
            return name
