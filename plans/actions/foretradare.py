"""Rights to act for a person: registering, changing, checking and closing them, and opening them after assessment."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from plans import access
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, Foretradare, Foretradarskap, Namnd, Person
from plans.regler.fel import Regelbrott
from plans.regler.foretradare import FOR_BARN, FULLMAKT, SKYDD, require_ground

KONTAKT = ("namn", "personnummer", "kanal", "epost", "telefon", "adress")
SKAP = (
    "typ",
    "bevaka_ratt",
    "forvalta_egendom",
    "sorja_for_person",
    "fran",
    "till",
    "underlag",
    "kontrolleras_igen",
    "jav",
    "installning",
    "installning_grund",
    "aterkallad",
)
FEL_NUMMER = "Numret kan inte registreras här. Kontrollera siffrorna, eller prata med din chef."


def _acts_for(foretradare: Foretradare) -> QuerySet[Person]:
    """Everyone this representative acts for or has acted for."""
    return Person.objects.filter(foretradarskap__foretradare=foretradare).distinct()


def _of_same_number(*, person: Person, number: str, by: Actor) -> Foretradare | None:
    """The representative in the nämnd who already has this number, or None. Nobody gets two rows in a nämnd.

    Raises SomebodyElses if that representative acts for a protected person whose case `by` does not have.
    """
    if not number:
        return None
    locks.lock(Namnd, person.namnd_id)  # two registrations of the same number wait for each other
    known = Foretradare.objects.med_personnummer(number).filter(namnd=person.namnd).first()
    if known is None:
        return None
    theirs = _acts_for(known).filter(skyddad=True)
    hidden = theirs.exclude(pk__in=access.handlagda(by).values("pk"))
    if hidden.exists():
        raise locks.SomebodyElses(FEL_NUMMER, "personnummer", personer=hidden)
    return known


def _require_new(person: Person, namn: str, data: dict[str, Any], today: date) -> None:
    """Raise Regelbrott if someone of that name already has this type of right on any of these days.

    With two such rows, closing one would leave the other in force.
    """
    same = Foretradarskap.objects.oslutade(today).filter(person=person, typ=data["typ"], foretradare__namn__iexact=namn)
    same = same.filter(Q(till=None) | Q(till__gte=data["fran"]))
    if data.get("till"):
        same = same.filter(fran__lte=data["till"])
    if same.exists():
        raise Regelbrott("Rätten är redan registrerad för de dagarna. Ändra den, eller stäng den först.", "typ")


@locks.log_refusal("foretradare.registrera")
@transaction.atomic
def registrera(
    *, person: Person, data: dict[str, Any], by: Actor, foretradare: Foretradare | None = None
) -> Foretradarskap:
    """Register a right to act (8 § LSS), held by a known `foretradare` of the nämnd or by a new one.

    The right holds without waiting for its second check, unless the nämnd requires the check first. Guardians of a
    protected person are registered as closed. A number that the nämnd already has means the same human if the name
    matches too; otherwise the number is refused as a mistake.
    """
    person = locks.lock(Person, person.pk)
    access.require(by, "foretradare.registrera", person)
    if foretradare is not None and foretradare.namnd_id != person.namnd_id:
        raise access.Nekad("foretradare.registrera", person)
    if data["typ"] == Foretradarskap.Typ.VARDNADSHAVARE and person.alder(by.today) >= 18:
        raise Regelbrott("Personen har fyllt 18. Då finns ingen vårdnadshavare. Välj en annan typ.", "typ")
    require_ground(data.get("installning", ""), data.get("installning_grund", ""))
    if foretradare is None:
        foretradare = _of_same_number(person=person, number=data.get("personnummer", ""), by=by)
        if foretradare is not None and foretradare.namn.casefold() != data["namn"].casefold():
            raise locks.SomebodyElses(FEL_NUMMER, "personnummer", personer=_acts_for(foretradare))
    if foretradare is None:
        contact = {k: data[k] for k in KONTAKT if k in data}
        foretradare = Foretradare.objects.create(namnd=person.namnd, **contact)
    _require_new(person, foretradare.namn, data, by.today)
    now = timezone.now()
    skap = Foretradarskap(
        person=person,
        foretradare=foretradare,
        verifierad_av=by.login,
        verifierad_at=now,
        **{k: data[k] for k in SKAP if k in data},
    )
    if person.skyddad and skap.typ in FOR_BARN:
        skap.stangd_av, skap.stangd_at, skap.stangd_skal = by.login, now, SKYDD
    skap.save()
    audit.record("foretradare.registrera", by=by, about=[person], obj=skap)
    return skap


def _change_contact(*, skap: Foretradarskap, contact: dict[str, Any], by: Actor) -> set[Person]:
    """Change the representative's name, number or contact data, and return the persons that the change is about.

    Forms that are already open about the representative's other rights become stale. The number decides whose e-ID
    opens the login. A missing number may always be filled in, but a number cannot be changed once the login has been
    used. For both, `by` must have the case of every protected person that the representative acts for. A new number
    undoes the second check of every right of the representative.
    """
    who = locks.lock(Foretradare, skap.foretradare_id)
    changed = [name for name, value in contact.items() if getattr(who, name) != value]
    if "personnummer" in changed:
        same = Foretradare.objects.med_personnummer(contact["personnummer"]).filter(namnd=who.namnd).exclude(pk=who.pk)
        theirs = _acts_for(who)
        if contact["personnummer"] and same.exists():
            raise locks.SomebodyElses(FEL_NUMMER, "personnummer", personer={skap.person, *_acts_for(same.get())})
        hidden = theirs.filter(skyddad=True).exclude(pk__in=access.handlagda(by).values("pk"))
        if hidden.exists():
            raise locks.SomebodyElses(FEL_NUMMER, "personnummer", personer={skap.person, *hidden})
        if who.personnummer and who.konto and who.konto.last_login:
            raise Regelbrott(
                "Inloggningen har använts med det här numret. Stäng och registrera på nytt.", "personnummer"
            )
    if changed:
        for name in changed:
            setattr(who, name, contact[name])
        who.save(update_fields=[*changed, "personnummer_index"] if "personnummer" in changed else changed)
        anew = {
            "kontrollerad_av": None,
            "kontrollerad_at": None,
            "verifierad_av": by.login,
            "verifierad_at": timezone.now(),
        }
        unchecked = anew if "personnummer" in changed else {}
        Foretradarskap.objects.filter(foretradare=who).exclude(pk=skap.pk).update(rev=F("rev") + 1, **unchecked)
    return {skap.person, *_acts_for(who)} if changed else {skap.person}


@locks.log_refusal("foretradare.andra")
@transaction.atomic
def andra(*, skap: Foretradarskap, data: dict[str, Any], rev: int, by: Actor) -> Foretradarskap:
    """Change a right (dates, scope, stance, jäv) and the representative's contact data.

    The type cannot be changed: register a new right instead. A change of the right or the number undoes the second
    check; a change of other contact data, or of the day to check again, does not. Raises Konflikt if the right has
    changed since `rev`.
    """
    skap = locks.lock(Foretradarskap, skap.pk, "person", "foretradare")
    access.require(by, "foretradare.andra", skap)
    locks.require_rev(skap, rev)
    if skap.stangd_at is not None:
        raise Regelbrott("Företrädaren är stängd. Registrera på nytt om rätten gäller igen.")
    require_ground(data.get("installning", ""), data.get("installning_grund", ""))
    if data.get("aterkallad") and skap.typ not in FULLMAKT:
        raise Regelbrott("Bara en fullmakt kan återkallas. Stäng företrädaren i stället.", "aterkallad")
    changed = [name for name in SKAP if name in data and name != "typ" and getattr(skap, name) != data[name]]
    for name in changed:
        setattr(skap, name, data[name])
    if (
        set(changed) - {"kontrolleras_igen"}
        or data.get("personnummer", skap.foretradare.personnummer) != skap.foretradare.personnummer
    ):
        skap.verifierad_av, skap.verifierad_at = by.login, timezone.now()
        skap.kontrollerad_av, skap.kontrollerad_at = None, None
    skap.rev += 1
    skap.save()
    contact = {name: data[name] for name in KONTAKT if name in data}
    about = _change_contact(skap=skap, contact=contact, by=by)
    audit.record("foretradare.andra", by=by, about=about, obj=skap)
    return skap


@transaction.atomic
def stang(*, skap: Foretradarskap, skal: str, by: Actor) -> Foretradarskap:
    """Close a right, with a reason. From the representative's next request on, the right gives no access."""
    skap = locks.lock(Foretradarskap, skap.pk, "person")
    access.require(by, "foretradare.stang", skap)
    if skap.stangd_at is not None:
        raise Regelbrott("Företrädaren är redan stängd.")
    skap.stangd_av, skap.stangd_at, skap.stangd_skal = by.login, timezone.now(), skal
    skap.save(update_fields=["stangd_av", "stangd_at", "stangd_skal"])
    audit.record("foretradare.stang", by=by, about=[skap.person], obj=skap, why=skal)
    return skap


def _lock_unchecked(*, pk: int, rev: int, by: Actor) -> Foretradarskap:
    """Lock a right that waits for its second check. Raises Konflikt if it has changed since `rev` was shown."""
    skap = locks.lock(Foretradarskap, pk, "person")
    access.require(by, "foretradare.kontrollera", skap)
    if skap.kontrollerad_at is not None or skap.stangd_at is not None:
        raise Regelbrott("Det är redan gjort. Någon annan hann före.")
    locks.require_rev(skap, rev)
    return skap


@transaction.atomic
def kontrollera(
    *,
    skap: Foretradarskap,
    stammer: bool,
    skal: str,
    rev: int,
    ocksa: Collection[tuple[int, int]] = (),
    by: Actor,
) -> list[Foretradarskap]:
    """Record the second check: with `stammer` the right is marked as checked, otherwise it is closed at once.

    `rev` is the revision that was checked. A yes may also cover other rights of the same representative, listed in
    `ocksa` as (id, rev); a no covers only `skap`. Raises Konflikt if a right has changed since, and Regelbrott if a
    right is already checked or closed.
    """
    seen = {skap.pk: rev} | (dict(ocksa) if stammer else {})
    rows = [_lock_unchecked(pk=pk, rev=seen[pk], by=by) for pk in sorted(seen)]
    if any(row.foretradare_id != skap.foretradare_id for row in rows):
        raise access.Nekad("foretradare.kontrollera", skap)
    if not stammer and not skal.strip():
        raise Regelbrott("Skriv vad som inte stämmer.", "skal")
    now = timezone.now()
    for row in rows:
        if stammer:
            row.kontrollerad_av, row.kontrollerad_at = by.login, now
        else:
            row.stangd_av, row.stangd_at, row.stangd_skal = by.login, now, skal
        row.save()
    about = [row.person for row in rows]
    audit.record("foretradare.kontrollera", by=by, about=about, obj=skap, why="" if stammer else skal)
    return rows


@transaction.atomic
def oppna(*, skap: Foretradarskap, skal: str, by: Actor) -> Foretradarskap:
    """Open the right of a protected person's guardian after an assessment (OSL 12:3, 21:3). The log keeps the reason.

    Only a right that was closed because of the protection can be opened. Any other closed right must be registered
    again.
    """
    skap = locks.lock(Foretradarskap, skap.pk, "person")
    access.require(by, "foretradare.oppna", skap)
    if skap.stangd_skal != SKYDD:
        raise Regelbrott("Bara den som är stängd i väntan på bedömning kan öppnas. Registrera på nytt.")
    skap.stangd_av, skap.stangd_at, skap.stangd_skal = None, None, ""
    skap.verifierad_av, skap.verifierad_at = by.login, timezone.now()
    skap.kontrollerad_av, skap.kontrollerad_at = None, None
    skap.rev += 1
    skap.save()
    audit.record("foretradare.oppna", by=by, about=[skap.person], obj=skap, why=skal)
    return skap


@transaction.atomic
def bedom_logg(*, skap: Foretradarskap, far_se: bool, bedomning: str, by: Actor) -> Foretradarskap:
    """Decide whether this representative may see who has read about the person; log the reasons (OSL 21:3, 26:5)."""
    skap = locks.lock(Foretradarskap, skap.pk, "person")
    access.require(by, "foretradare.bedom_logg", skap)
    if skap.stangd_at is not None:
        raise Regelbrott("Företrädaren är stängd och ser inte loggen.")
    skap.far_se_logg = far_se
    skap.save(update_fields=["far_se_logg"])
    audit.record("foretradare.bedom_logg", by=by, about=[skap.person], obj=skap, why=bedomning)
    return skap
