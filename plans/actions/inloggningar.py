"""Logins for persons and their representatives, opened by staff and handed over at a meeting or by letter."""

import secrets
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from plans import access, allauth_inner
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, Foretradare, Foretradarskap, Inbjudan, Person, User
from plans.regler.fel import Regelbrott

ANNANS = "Någon annan måste lämna ut den här inloggningen. Prata med din chef."
ANVANDS = "Inloggningen har redan en nyckel. Är telefonen borta? Spärra den först, med Telefonen är borta."
LOSENORD = "Inloggningen används redan, och öppnar också andras ärenden. Lämna ut ett nytt lösenord i stället."
OKONTROLLERAD = "En kollega måste kontrollera den här rätten först."
# Short, common words that are hard to mishear. Five words and a number make 45 bits, and attempts are limited.
_ORD = (
    "alm ask ax bark berg bi bok bro dag dal damm dill eld fack fjord flod frost frö fält gran gren grus hav "
    "hed hus höst jord kaj klippa knopp korg kulle lind ljung ljus lund löv malm mark moln mossa myra natt "
    "nejlika näs park pil regn ros råg rönn sand sjö skog skugga sky sol sten stig strand ström sund säv tall "
    "tid topp torg tuva udde ved vik vind väg vår ås äng ö"
).split()


def new_password() -> str:
    """Make a password of five Swedish words and a number."""
    return "-".join([*(secrets.choice(_ORD) for _ in range(5)), str(secrets.randbelow(9000) + 1000)])


@locks.log_refusal("inloggning.skapa")
@transaction.atomic
def skapa(*, person: Person, by: Actor, skap: Foretradarskap | None = None) -> tuple[User, str]:
    """Open a login for the person, or for the representative of `skap`; an existing login gets a new password.

    Returns the login and the password, which is shown once and stored only as a hash. Raises Regelbrott if the right
    to act does not hold.
    """
    user, about = account_for(key="inloggning.skapa", person=person, skap=skap, by=by)
    password = new_password()
    user.set_password(password)
    user.save()
    audit.record("inloggning.skapa", by=by, about=about, obj=user)
    return user, password


def account_for(*, key: str, person: Person, skap: Foretradarskap | None, by: Actor) -> tuple[User, set[Person]]:
    """Return a login that an action may hand over, and the persons to name in the log.

    The login is the person's, or that of the representative of `skap`. If there is none, one without a password is
    made. Raises Nekad. Raises Regelbrott when nothing may be handed over: the right does not hold, there is jäv, or the
    login already has a key (its owner would not notice a second way in). A login that also opens cases which `by` does
    not have is handed over only to a representative, only if none of those cases is the representative's own or a
    protected person's, and only after a colleague has checked `skap`. The person and the owner are locked.
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
    """Raise Regelbrott unless this login may be handed over. `others` are persons it opens whose case `by` lacks."""
    own = [p for p in others if p.konto_id == user.pk]  # the representative also has a case of their own
    if own or any(p.skyddad for p in others) or (skap is None and others):
        raise locks.SomebodyElses(ANNANS, personer=others)
    if skap and skap.kontrollerad_at is None and (others or _is_a_persons_number(skap.foretradare)):
        raise Regelbrott(OKONTROLLERAD)
    if user.pk and Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
        raise Regelbrott(ANVANDS)
    if others and key == "inbjudan.skapa" and user.last_login and user.has_usable_password():
        raise Regelbrott(LOSENORD)


def _is_a_persons_number(who: Foretradare) -> bool:
    """Whether the representative is registered with the number of somebody who has a case in the nämnd."""
    if not who.personnummer:
        return False
    return Person.objects.med_personnummer(who.personnummer).filter(namnd=who.namnd_id).exists()


def _owner(key: str, person: Person, skap: Foretradarskap | None, today: date) -> Person | Foretradare:
    """Return the owner: the person, or (locked) the representative of `skap`. That right must hold without jäv."""
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
    """Revoke a passkey or an app with codes on the person's or a representative's login, because the phone is gone.

    All sessions of the login end at once. If the key was an app, the password used with it is no longer trusted and is
    made unusable. A login without a password gets a new unusable one. Either change also ends any session that is
    missing from `UserSession`.
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
    """Open a login without a password, for the e-ID of the person or of the representative of `skap`.

    One human has one login in a nämnd: someone who both has a plan and acts for others keeps the existing one. A login
    that exists keeps its password and keys. Raises Regelbrott if the right to act does not hold, if the owner has no
    personnummer registered, or if the existing login is not safe to share (`_is_safe_to_share`).
    """
    person = locks.lock(Person, person.pk)
    access.require(by, "inloggning.oppna_for_eleg", person)
    owner = _owner("inloggning.oppna_for_eleg", person, skap, by.today)
    if not owner.personnummer:
        raise Regelbrott("Skriv först in företrädarens personnummer. E-legitimationen känns igen på det.")
    other = Foretradare if isinstance(owner, Person) else Person
    same = other.objects.med_personnummer(owner.personnummer).filter(namnd=person.namnd, konto__isnull=False).first()
    theirs = same.konto if same else None
    if theirs and owner.konto != theirs and (owner.konto or not _is_safe_to_share(theirs, skap)):
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


def _is_safe_to_share(konto: User, skap: Foretradarskap | None) -> bool:
    """Whether a person and a representative with the same number may share `konto`, the login that one of them has.

    Otherwise one member of staff could register an invented representative with somebody's number, keep a way in to
    that login, and wait for it to become the person's. So the login must be unused, with no password, key, session or
    code (an expired code counts too). A colleague must have checked `skap` and every right that the login opens.
    """
    rights = Foretradarskap.objects.filter(foretradare__konto=konto, stangd_at=None, kontrollerad_at=None)
    if rights.exists() or (skap is not None and skap.kontrollerad_at is None):
        return False
    ways_in = (
        Authenticator.objects.filter(user=konto),
        Inbjudan.objects.filter(konto=konto, aterkallad_at=None),
        UserSession.objects.filter(user=konto),
    )
    used = konto.last_login is not None or konto.has_usable_password()
    return not used and not any(rows.exists() for rows in ways_in)


def _without_password(namn: str) -> User:
    konto = User(username=_free_user_name(), namn=namn)
    konto.set_unusable_password()
    konto.save()
    return konto


@transaction.atomic
def logga_ut_overallt(*, by: Actor) -> int:
    """End all the user's own sessions, on every device, and return how many."""
    sessions = list(UserSession.objects.filter(user=by.login))
    for session in sessions:
        session.end()
    audit.record("inloggning.logga_ut_overallt", by=by, obj=by.login)
    return len(sessions)


def _free_user_name() -> str:
    """Make an unused user name that says nothing about its owner."""
    while True:
        name = f"{secrets.choice(_ORD)}{secrets.randbelow(90_000) + 10_000}"
        if name.isascii() and not User.objects.filter(username=name).exists():
            return name
