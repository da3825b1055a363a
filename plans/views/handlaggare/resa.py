"""*Från ax till limpa*: the way from decision to review, in words."""

from datetime import date

from django.utils import timezone

from plans.lasning.personsida import Sida
from plans.models import Insats
from plans.templatetags.dates import datum_kort

IKONER = {"klart": "klar", "nu": "klocka", "sedan": "kalender"}
SVAR = {"ja": "sa ja", "nej": "sa nej", "senare": "vill vänta"}


def resa(sida: Sida, today: date) -> list[dict[str, str]]:
    """Eight steps, each done, going on or to come, with the day or the state that is known.

    The first is drawn as an ear of grain once it is done, the last as a loaf until it is.
    """
    steps = [_beslut(sida, today), _erbjudande(sida, today), _ord(sida, today), *_plan(sida, today)]
    now = next((n for n, (_, text, done) in enumerate(steps) if not done), len(steps))
    states = ["klart" if done else "nu" if n == now else "sedan" for n, (_, _, done) in enumerate(steps)]
    drawn = [IKONER[state] for state in states]
    drawn[0] = "ax" if states[0] == "klart" else drawn[0]
    drawn[-1] = "limpa" if states[-1] != "klart" else drawn[-1]
    return [
        {"rubrik": name, "text": text, "lage": state, "ikon": icon}
        for (name, text, _), state, icon in zip(steps, states, drawn, strict=True)
    ]


def _beslut(sida: Sida, today: date) -> tuple[str, str, bool]:
    granted = [i.beslutad for i in sida.insatser if i.utfall in Insats.BEVILJADE]
    return "Beslut", datum_kort(min(granted), today) if granted else "inget än", bool(granted)


def _erbjudande(sida: Sida, today: date) -> tuple[str, str, bool]:
    if not sida.erbjudanden:
        return "Erbjudande", "inget än", sida.plan is not None
    latest = sida.erbjudanden[0]
    if latest.svar:
        return "Erbjudande", f"{SVAR[latest.svar]} {datum_kort(latest.svarade, today)}", True
    if sida.plan is not None:
        return "Erbjudande", "planen begärdes", True
    if latest.lamnat:
        return "Erbjudande", f"lämnat {datum_kort(latest.lamnat, today)}", False
    return "Erbjudande", f"senast {datum_kort(latest.senast, today)}", False


def _ord(sida: Sida, today: date) -> tuple[str, str, bool]:
    if not sida.mina_ord:
        return "Egna ord", "inga än", False
    latest = max(timezone.localdate(o.updated_at) for o in sida.mina_ord)
    return "Egna ord", datum_kort(latest, today), True


def _plan(sida: Sida, today: date) -> list[tuple[str, str, bool]]:
    """Draft, samråd, plan, promises, review: of the version under way, or of the one that holds."""
    holds = sida.plan.gallande if sida.plan else None
    draft = sida.utkast
    if holds is None:
        shared = draft is not None and draft.status == "delad"
        return [
            ("Utkast", "delat" if shared else "påbörjat" if draft else "", shared),
            ("Samråd", "väntar på svar" if shared else "", False),
            ("Plan klar", "", False),
            ("Löften", "", False),
            ("Genomgång", "", False),
        ]
    kept = sum(r["utfall"] == "klart" for r in sida.loften)
    promised = f"{kept} av {len(sida.loften)} hållna" if sida.loften else "inga"
    review = "pågår" if draft else f"senast {datum_kort(sida.plan.nasta_omprovning, today)}"
    return [
        ("Utkast", f"version {holds.nummer}", True),
        ("Samråd", datum_kort(holds.samrad_datum, today), True),
        ("Plan klar", datum_kort(holds.faststalld, today), True),
        ("Löften", promised, kept == len(sida.loften) or draft is not None),
        ("Genomgång", review, False),
    ]
