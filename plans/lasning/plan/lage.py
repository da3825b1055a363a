"""The state of a draft, gathered for the rules of 10 § LSS."""

from datetime import date

from django.db.models import prefetch_related_objects

from plans.models import EgetOrd, Insats, PlanVersion
from plans.regler import plan as regler


def persons_answer(version: PlanVersion) -> str:
    """The person's own latest answer to any sharing of this version, or empty. A representative's is left out."""
    prefetch_related_objects([version], "delningar__svar")
    answers = [s for d in version.delningar.all() for s in d.svar.all() if s.foretradarskap_id is None]
    return regler.latest_answer([s.svar for s in sorted(answers, key=lambda s: s.pk)])


def draft_state(version: PlanVersion, today: date) -> regler.DraftState:
    """The draft as the values that the checklist needs. Anything the caller has prefetched is not read again."""
    parts = ("malsattning_set", "planrad_set", "atgard_set", "delaktig_set", "delningar__svar")
    prefetch_related_objects([version], *parts)
    rows, measures = list(version.planrad_set.all()), list(version.atgard_set.all())
    person = version.plan.person
    sharing = max(version.delningar.all(), key=lambda d: d.pk, default=None)
    own = [o for o in person.egna_ord.all() if o.slag == EgetOrd.Slag.MINA_ORD and o.text]
    decided = set(Insats.objects.filter(person=person).gallande(today).values_list("pk", flat=True))
    in_plan = {r.insats_id for r in rows}
    promises = [r for r in rows if r.status != "onskad"] + measures
    return regler.DraftState(
        har_egna_ord=bool(own),
        ville_inte_skriva=version.ville_inte_skriva,
        har_mal=version.malsattning_set.exists(),
        har_beslutade=decided <= in_plan,
        har_gallande_insatser=bool(decided),
        har_atgarder_av_andra=any(a.slag == "andra" for a in measures),
        inga_atgarder_av_andra=version.inga_andra,
        har_delaktiga=version.delaktig_set.exists(),
        har_samordnare=bool(version.samordnare),
        delad=sharing is not None,
        andrad_efter_delning=sharing is not None and sharing.rev != version.rev,
        personens_svar=persons_answer(version),
        rader_utan_ansvarig=sum(not r.ansvarig for r in promises),
        rader_utan_latt_mening=sum(not r.latt_mening for r in [*rows, *measures]),
    )


def checklist(version: PlanVersion, today: date) -> list[regler.Point]:
    """The checklist of 10 § LSS for this draft."""
    return regler.checklist(draft_state(version, today))
