"""The life of a plan: it is begun, shared, made final, reviewed each year, and ended."""

import json
from datetime import date
from typing import Any, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Q, QuerySet

from plans import access
from plans.actions import locks, pdfer
from plans.lasning.plan import innehall as planinnehall
from plans.lasning.plan import lage as planlage
from plans.logg import audit
from plans.models import (
    Actor,
    Begaran,
    Delning,
    Erbjudande,
    FrystOrd,
    IndividuellPlan,
    Insats,
    Person,
    PlanRad,
    PlanVersion,
)
from plans.models.plandelar import Plandel
from plans.regler import plan as regler
from plans.regler.fel import Regelbrott
from plans.regler.frister import senaste_omprovning

Part = TypeVar("Part", bound=Plandel)

GRUND = (
    "syfte",
    "nulage",
    "onskat_lage",
    "barnets_asikt",
    "barnets_basta",
    "ville_inte_skriva",
    "inga_andra",
    "samordnare",
    "kopia_till",
)
CHANGED = "Utkastet har ändrats sedan sidan visades. Läs det som det är nu."
ASKED_AGAIN = ("ville_inte_skriva", "inga_andra")  # asked again at each review


@transaction.atomic
def borja(*, person: Person, by: Actor) -> PlanVersion:
    """Begin the first draft, with decided insatser already in it.

    Requires an unanswered request for a plan (then marked as answered), or that the latest answer to an offer is yes.
    """
    person = locks.lock(Person, person.pk)
    access.require(by, "plan.borja", person)
    if person.avliden:
        raise Regelbrott("Personen är avliden.")
    if IndividuellPlan.objects.filter(person=person, avslutad=None).exists():
        raise Regelbrott("Personen har redan en plan.")
    asked = Begaran.objects.filter(person=person, slag=Begaran.Slag.PLAN, besvarad=None)
    latest = Erbjudande.objects.filter(person=person).exclude(svar="").order_by("pk").last()
    if not asked.exists() and (latest is None or latest.svar != Erbjudande.Svar.JA):
        raise Regelbrott("Personen har inte sagt ja än. Skriv först svaret på erbjudandet, eller en begäran.")
    plan = IndividuellPlan.objects.create(person=person)
    version = PlanVersion.objects.create(plan=plan, nummer=1, created_by=by.login, samordnare=by.login.namn)
    fill_in_decided(version, by.today)
    asked.update(besvarad=by.today)
    audit.record("plan.borja", by=by, about=[person], obj=plan)
    return version


def fill_in_decided(version: PlanVersion, today: date) -> int:
    """Add a row for each decided insats that the draft lacks, and return how many."""
    present = set(version.planrad_set.filter(insats__isnull=False).values_list("insats_id", flat=True))
    missing = Insats.objects.filter(person=version.plan.person).gallande(today).exclude(pk__in=present)
    rows = [
        PlanRad(
            version=version,
            status=PlanRad.Status.BESLUTAD,
            lagrum=i.lagrum,
            insats=i,
            text=i.omfattning or i.utforare or i.namn,
            ansvarig=i.utforare,
            fran=i.verkstalld,
            nar="" if i.verkstalld else "Har inte börjat än",
            ordning=n,
        )
        for n, i in enumerate(missing)
    ]
    return len(PlanRad.objects.bulk_create(rows))


def lock_draft(version: PlanVersion, key: str, by: Actor) -> PlanVersion:
    """Lock an open draft that `by` may change. Raises Regelbrott if it is final or its plan has ended."""
    version = locks.lock(PlanVersion, version.pk, "plan__person")
    access.require(by, key, version)
    if not version.ar_utkast:
        raise Regelbrott("Planen är klar och kan inte ändras. Starta en genomgång för att göra en ny version.")
    if version.plan.avslutad:
        raise Regelbrott("Planen är avslutad och kan inte ändras.")
    return version


@transaction.atomic
def andra_grund(*, version: PlanVersion, data: dict[str, Any], rev: int, by: Actor) -> PlanVersion:
    """Change the draft's own fields, those in `GRUND`. Raises Konflikt if they have changed since `rev`."""
    version = lock_draft(version, "plan.andra", by)
    locks.require_rev(version, rev, column="grund_rev")
    for name in GRUND:
        if name in data:
            setattr(version, name, data[name])
    version.grund_rev += 1
    version.rev += 1
    version.save()
    audit.record("plan.andra", by=by, about=[version.plan.person], obj=version)
    return version


@transaction.atomic
def dela(*, version: PlanVersion, rev: int, by: Actor) -> Delning:
    """Share the draft with the person and the företrädare: freeze what they will read and answer.

    `rev` is the revision that the page showed; raises Konflikt if the draft has changed since.

    Insatser decided since the draft was begun are added first, so that the plan includes them (10 § LSS).
    """
    version = lock_draft(version, "plan.dela", by)
    locks.require_rev(version, rev, sentence=CHANGED)
    version.rev += fill_in_decided(version, by.today)  # grants since the draft was begun
    version.status = PlanVersion.Status.DELAD
    version.save(update_fields=["status", "rev"])
    frozen = json.loads(json.dumps(planinnehall.read_content(version), cls=DjangoJSONEncoder))
    sharing = Delning.objects.create(
        version=version, rev=version.rev, innehall=frozen, delad_av=by.login, delad=by.today
    )
    audit.record("plan.dela", by=by, about=[version.plan.person], obj=version)
    return sharing


@transaction.atomic
def faststall(
    *,
    version: PlanVersion,
    samrad_datum: date,
    samrad_hur: str,
    samrad_med: str,
    nasta: date | None = None,
    oforandrad: bool = False,
    rev: int,
    by: Actor,
) -> PlanVersion:
    """Make the plan final: freeze the own words, set the day of the yearly review, order the PDF.

    From then on a trigger stops every change. This completes the document; it decides on no insats. Raises Regelbrott
    if something that 10 § LSS requires is missing, Konflikt if the draft has changed since `rev`.
    """
    version = lock_draft(version, "plan.faststall", by)
    locks.require_rev(version, rev, sentence=CHANGED)
    plan = locks.lock(IndividuellPlan, version.plan_id)
    if plan.avslutad:  # ended while we waited for its lock
        raise Regelbrott("Planen är avslutad.")
    nasta = nasta or senaste_omprovning(by.today)
    regler.require_ready(planlage.draft_state(version, by.today), samrad_datum, by.today)
    regler.require_review_in_time(nasta, by.today)
    # The words are added while this is still a draft: the trigger stops all additions to a final version.
    FrystOrd.objects.bulk_create(
        FrystOrd(
            version=version,
            **{k: o[k] for k in ("slag", "fraga", "text", "skrivet_av", "skrivet", "nedtecknat", "bekraftat")},
        )
        for o in planinnehall.own_words(version)
    )
    version.samrad_datum, version.samrad_hur, version.samrad_med = samrad_datum, samrad_hur, samrad_med
    version.status, version.faststalld, version.faststalld_av = PlanVersion.Status.FASTSTALLD, by.today, by.login
    version.nasta_omprovning, version.oforandrad = nasta, oforandrad
    version.save()
    plan.gallande, plan.nasta_omprovning = version, nasta
    plan.save(update_fields=["gallande", "nasta_omprovning"])
    pdfer.order_row(version)  # only the order; tasks.rendera_pdf makes the PDF
    audit.record("plan.faststall", by=by, about=[plan.person], obj=version)
    return version


@transaction.atomic
def omprova(*, plan: IndividuellPlan, by: Actor) -> PlanVersion:
    """Start the yearly review: copy the version in force into a new draft, each part with its `spar`.

    Rows about insatser that no longer apply are left out. Decisions do not change (FL 37 §).
    """
    plan = locks.lock(IndividuellPlan, plan.pk)
    access.require(by, "plan.omprova", plan)
    if plan.avslutad:
        raise Regelbrott("Planen är avslutad.")
    if plan.gallande is None:
        raise Regelbrott("Planen har ingen klar version att gå igenom.")
    if plan.versioner.utkast().exists():
        raise Regelbrott("Det finns redan ett utkast. Fortsätt med det.")
    old = plan.gallande
    kept = {name: getattr(old, name) for name in GRUND if name not in ASKED_AGAIN}
    if plan.person.alder(by.today) >= 18:
        kept |= {"barnets_asikt": "", "barnets_basta": ""}
    version = PlanVersion.objects.create(plan=plan, nummer=old.nummer + 1, created_by=by.login, **kept)
    holding = set(Insats.objects.filter(person=plan.person).gallande(by.today).values_list("pk", flat=True))
    _copy(old.malsattning_set.all(), version)
    _copy(old.planrad_set.filter(Q(insats=None) | Q(insats__in=holding)), version)
    _copy(old.atgard_set.all(), version)
    _copy(old.delaktig_set.all(), version)
    fill_in_decided(version, by.today)
    audit.record("plan.omprova", by=by, about=[plan.person], obj=version)
    return version


def _copy(parts: QuerySet[Part], version: PlanVersion) -> None:
    """Copy the parts to another version, each keeping its `spar`."""
    rows = list(parts)
    for row in rows:
        row.pk, row.version, row.rev, row._state.adding = None, version, 1, True
    parts.model._default_manager.bulk_create(rows)


@transaction.atomic
def avsluta(*, plan: IndividuellPlan, skal: str, by: Actor) -> IndividuellPlan:
    """End the plan, with a reason. Its versions are kept, and its reminders stop at once."""
    plan = locks.lock(IndividuellPlan, plan.pk)
    access.require(by, "plan.avsluta", plan)
    if plan.avslutad:
        raise Regelbrott("Planen är redan avslutad.")
    plan.avslutad, plan.avslutad_av, plan.avslutad_skal = by.today, by.login, skal
    plan.save(update_fields=["avslutad", "avslutad_av", "avslutad_skal"])
    if skal == IndividuellPlan.Avslut.AVLIDEN:  # access, mail and letters stop at once
        Person.objects.filter(pk=plan.person_id, avliden=None).update(avliden=by.today)
    audit.record("plan.avsluta", by=by, about=[plan.person], obj=plan, why=skal)
    return plan
