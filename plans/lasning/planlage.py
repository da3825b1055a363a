"""The state of a draft, gathered for the rules of 10 § LSS."""

from datetime import date

from plans.models import EgetOrd, Insats, PlanSvar, PlanVersion
from plans.regler import plan as regler


def personens_svar(version: PlanVersion) -> str:
    """The person's own latest answer to any sharing of this version, or empty. A representative's does not count."""
    answers = PlanSvar.objects.filter(delning__version=version, foretradarskap=None).order_by("pk")
    return regler.sammanfatta_svar(list(answers.values_list("svar", flat=True)))


def laget(version: PlanVersion, today: date) -> regler.Laget:
    """The draft as the values that the check-list asks for."""
    rows, measures = list(version.planrad_set.all()), list(version.atgard_set.all())
    person = version.plan.person
    sharing = version.delningar.order_by("pk").last()
    own = EgetOrd.objects.filter(person=person, slag=EgetOrd.Slag.MINA_ORD).exclude(text="")
    decided = Insats.objects.filter(person=person).gallande(today)
    in_plan = {r.insats_id for r in rows}
    promises = [r for r in rows if r.status != "onskad"] + measures
    return regler.Laget(
        har_egna_ord=own.exists(),
        ville_inte_skriva=version.ville_inte_skriva,
        har_mal=version.malsattning_set.exists(),
        har_beslutade=all(i in in_plan for i in decided.values_list("pk", flat=True)),
        har_gallande_insatser=decided.exists(),
        har_atgarder_av_andra=any(a.slag == "andra" for a in measures),
        inga_atgarder_av_andra=version.inga_andra,
        har_delaktiga=version.delaktig_set.exists(),
        har_samordnare=bool(version.samordnare),
        delad=sharing is not None,
        andrad_efter_delning=sharing is not None and sharing.rev != version.rev,
        personens_svar=personens_svar(version),
        rader_utan_ansvarig=sum(not r.ansvarig for r in promises),
        rader_utan_latt_mening=sum(not r.latt_mening for r in [*rows, *measures]),
    )


def checklista(version: PlanVersion, today: date) -> list[regler.Punkt]:
    """The check-list of 10 § for this draft."""
    return regler.checklista(laget(version, today))
