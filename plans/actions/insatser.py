"""Decisions on insatser, and the offer of a plan that comes with each grant (10 § LSS)."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max

from plans import access
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, Erbjudande, IndividuellPlan, Insats, Person
from plans.regler import insatser as regler
from plans.regler.fel import Regelbrott
from plans.regler.frister import months_later

FALT = (
    "utfall",
    "omfattning",
    "beslutad",
    "beslutsnummer",
    "delegat",
    "overklagandehanvisning",
    "verkstalld",
    "utforare",
    "till",
    "till_skal",
    "varning_skal",
)


def _require_within_law(person: Person, lagrum: int, data: dict[str, Any], today: date) -> None:
    """Raise Regelbrott if a decision breaks a rule. A grant outside the limits in 7 and 9 §§ LSS needs a reason."""
    if data["beslutad"] > today:
        raise Regelbrott("Beslutsdagen har inte varit än. Skriv dagen då beslutet togs.", "beslutad")
    if data.get("verkstalld") and data["verkstalld"] > today:
        raise Regelbrott("Den dagen har inte varit än. Skriv när insatsen har börjat.", "verkstalld")
    if data.get("avslutad") and not data["beslutad"] <= data["avslutad"] <= today:
        raise Regelbrott("Insatsen ska ha avslutats efter beslutet och senast i dag. Kontrollera dagen.", "avslutad")
    if data.get("verkstalld") and data["verkstalld"] < data["beslutad"]:
        raise Regelbrott("Insatsen kan inte ha börjat före beslutet. Kontrollera dagen.", "verkstalld")
    if data.get("verkstalld") and data["utfall"] == Insats.Utfall.AVSLAG:
        raise Regelbrott("Ett avslag verkställs inte. Ta bort dagen eller ändra utfallet.", "verkstalld")
    if data.get("till") and data["till"] < data["beslutad"]:
        raise Regelbrott("Slutdagen är före beslutet. Kontrollera dagen.", "till")
    if data.get("till") and not data.get("till_skal"):
        raise Regelbrott("Skriv varför beslutet är tidsbegränsat.", "till_skal")
    warnings = regler.warnings(lagrum, personkrets=person.personkrets, fodd=person.fodd, beslutad=data["beslutad"])
    if warnings and data["utfall"] != Insats.Utfall.AVSLAG and not data.get("varning_skal"):
        raise Regelbrott(" ".join(warnings) + " Skriv varför det ändå är rätt.", "varning_skal")


def offer_for(person: Person, insats: Insats, today: date) -> Erbjudande | None:
    """Find or create the offer of a plan that a grant requires.

    Returns None if the person has a plan or has said yes to one, since that plan covers the grant. An open offer serves
    the new grant too, and gets an earlier last day if the new grant requires it: a person in the införandekö who is
    granted something new leaves the queue. For decisions from before `infort`, the last day is `inforande_manader`
    months after that day.
    """
    if IndividuellPlan.objects.filter(person=person, avslutad=None).exists():
        return None
    namnd = person.namnd
    if insats.beslutad < namnd.infort:
        senast = months_later(namnd.infort, namnd.inforande_manader)
    else:
        senast = insats.beslutad + timedelta(days=namnd.erbjud_inom_dagar)
    offer = Erbjudande.objects.select_for_update().filter(person=person).order_by("pk").last()
    ended = IndividuellPlan.objects.filter(person=person).aggregate(day=Max("avslutad"))["day"]
    if offer and offer.svar == Erbjudande.Svar.JA and (ended is None or ended < offer.svarade):
        return None
    if offer is None or offer.svar:
        return Erbjudande.objects.create(person=person, insats=insats, senast=senast)
    if offer.lamnat is None and senast < offer.senast:
        offer.insats, offer.senast = insats, senast
        offer.save(update_fields=["insats", "senast"])
    return offer


@transaction.atomic
def bevilja(*, person: Person, lagrum: int, data: dict[str, Any], by: Actor) -> Insats:
    """Register a decision on an insats; a grant creates an offer. Raises Regelbrott naming the field to correct."""
    person = locks.lock(Person, person.pk, "namnd")
    access.require(by, "insats.bevilja", person)
    _require_within_law(person, lagrum, data, by.today)
    insats = Insats.objects.create(person=person, lagrum=lagrum, **{k: data[k] for k in FALT if k in data})
    if insats.utfall in Insats.BEVILJADE:
        offer_for(person, insats, by.today)
    audit.record("insats.bevilja", by=by, about=[person], obj=insats)
    return insats


@transaction.atomic
def andra(*, insats: Insats, data: dict[str, Any], rev: int, by: Actor) -> Insats:
    """Change the portal's copy of a decision: its outcome, dates, utförare and more. The lagrum cannot be changed."""
    insats = locks.lock(Insats, insats.pk, "person__namnd")
    access.require(by, "insats.andra", insats)
    locks.require_rev(insats, rev)
    _require_within_law(
        insats.person, insats.lagrum, {"utfall": insats.utfall, "beslutad": insats.beslutad, **data}, by.today
    )
    before = insats.utfall
    for name in (*FALT, "avslutad"):
        if name in data:
            setattr(insats, name, data[name])
    insats.rev += 1
    insats.save()
    if insats.utfall in Insats.BEVILJADE and before not in Insats.BEVILJADE:  # a court has granted it
        offer_for(insats.person, insats, by.today)
    audit.record("insats.andra", by=by, about=[insats.person], obj=insats)
    return insats
