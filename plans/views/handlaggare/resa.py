"""*Från ax till limpa*: the journey from decision to review, in words."""

from datetime import date

from django.utils import timezone

from plans.lasning.personsida import PersonPage
from plans.models import Insats
from plans.templatetags.dates import datum_kort

ICONS = {"klart": "klar", "nu": "klocka", "sedan": "kalender"}
ANSWERS = {"ja": "sa ja", "nej": "sa nej", "senare": "vill vänta"}


def journey(page: PersonPage, today: date) -> list[dict[str, str]]:
    """Eight steps, each done, under way or to come, with the day or state known so far.

    The first step's icon is an ear of grain once the step is done. The last step's is a loaf until the step is done.
    """
    steps = [_decision(page, today), _offer(page, today), _own_words(page, today), *_plan(page, today)]
    now = next((n for n, (_, text, done) in enumerate(steps) if not done), len(steps))
    states = ["klart" if done else "nu" if n == now else "sedan" for n, (_, _, done) in enumerate(steps)]
    drawn = [ICONS[state] for state in states]
    drawn[0] = "ax" if states[0] == "klart" else drawn[0]
    drawn[-1] = "limpa" if states[-1] != "klart" else drawn[-1]
    return [
        {"rubrik": name, "text": text, "lage": state, "ikon": icon}
        for (name, text, _), state, icon in zip(steps, states, drawn, strict=True)
    ]


def _decision(page: PersonPage, today: date) -> tuple[str, str, bool]:
    granted = [i.beslutad for i in page.insatser if i.utfall in Insats.BEVILJADE]
    return "Beslut", datum_kort(min(granted), today) if granted else "inget än", bool(granted)


def _offer(page: PersonPage, today: date) -> tuple[str, str, bool]:
    if not page.erbjudanden:
        return "Erbjudande", "inget än", page.plan is not None
    latest = page.erbjudanden[0]
    if latest.svar:
        return "Erbjudande", f"{ANSWERS[latest.svar]} {datum_kort(latest.svarade, today)}", True
    if page.plan is not None:
        return "Erbjudande", "planen begärdes", True
    if latest.lamnat:
        return "Erbjudande", f"lämnat {datum_kort(latest.lamnat, today)}", False
    return "Erbjudande", f"senast {datum_kort(latest.senast, today)}", False


def _own_words(page: PersonPage, today: date) -> tuple[str, str, bool]:
    if not page.mina_ord:
        return "Egna ord", "inga än", False
    latest = max(timezone.localdate(o.updated_at) for o in page.mina_ord)
    return "Egna ord", datum_kort(latest, today), True


def _plan(page: PersonPage, today: date) -> list[tuple[str, str, bool]]:
    """The five steps of the plan itself, for the version in force or, if none is in force, for the draft."""
    holds = page.plan.gallande if page.plan else None
    draft = page.utkast
    if holds is None:
        shared = draft is not None and draft.status == "delad"
        return [
            ("Utkast", "delat" if shared else "påbörjat" if draft else "", shared),
            ("Samråd", "väntar på svar" if shared else "", False),
            ("Plan klar", "", False),
            ("Löften", "", False),
            ("Genomgång", "", False),
        ]
    kept = sum(r["utfall"] == "klart" for r in page.loften)
    promised = f"{kept} av {len(page.loften)} hållna" if page.loften else "inga"
    review = "pågår" if draft else f"senast {datum_kort(page.plan.nasta_omprovning, today)}"
    return [
        ("Utkast", f"version {holds.nummer}", True),
        ("Samråd", datum_kort(holds.samrad_datum, today), True),
        ("Plan klar", datum_kort(holds.faststalld, today), True),
        ("Löften", promised, kept == len(page.loften) or draft is not None),
        ("Genomgång", review, False),
    ]
