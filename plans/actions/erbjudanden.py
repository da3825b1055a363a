"""Making the offer of a plan, and recording its answer (10 § LSS)."""

from datetime import date

from django.db import transaction

from plans import access
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, Erbjudande
from plans.regler.fel import Regelbrott
from plans.regler.frister import anniversary, months_later


@transaction.atomic
def lamna(*, erbjudande: Erbjudande, hur: str, datum: date, by: Actor) -> Erbjudande:
    """Record the day and the way the offer was made. Raises Konflikt if it has already been made."""
    erbjudande = locks.lock(Erbjudande, erbjudande.pk, "person")
    access.require(by, "erbjudande.lamna", erbjudande)
    if erbjudande.lamnat is not None:
        already = f"Erbjudandet är redan lämnat {erbjudande.lamnat:%Y-%m-%d}."
        raise locks.Konflikt(erbjudande, None, sentence=already)
    if datum > by.today:
        raise Regelbrott("Dagen har inte varit än. Skriv dagen då erbjudandet lämnades.", "datum")
    erbjudande.lamnat, erbjudande.lamnat_hur, erbjudande.lamnat_av = datum, hur, by.login
    erbjudande.save(update_fields=["lamnat", "lamnat_hur", "lamnat_av"])
    audit.record("erbjudande.lamna", by=by, about=[erbjudande.person], obj=erbjudande)
    return erbjudande


@transaction.atomic
def svara(*, erbjudande: Erbjudande, svar: str, av: str, hur: str, datum: date, by: Actor) -> Erbjudande:
    """Record the answer: yes, no (respected for a year) or later (ask again in three months)."""
    erbjudande = locks.lock(Erbjudande, erbjudande.pk, "person")
    access.require(by, "erbjudande.svara", erbjudande)
    if erbjudande.lamnat is None:
        raise Regelbrott("Skriv först när och hur erbjudandet lämnades.")
    if erbjudande.svar:
        raise locks.Konflikt(erbjudande, None, sentence="Det finns redan ett svar.")
    if not erbjudande.lamnat <= datum <= by.today:
        raise Regelbrott(f"Svarsdagen ska vara mellan {erbjudande.lamnat:%Y-%m-%d} och {by.today:%Y-%m-%d}.", "datum")
    erbjudande.svar, erbjudande.svarade, erbjudande.svar_av, erbjudande.svar_hur = svar, datum, av, hur
    if svar == Erbjudande.Svar.SENARE:
        erbjudande.fraga_igen = months_later(datum, 3)
    elif svar == Erbjudande.Svar.NEJ:
        erbjudande.fraga_igen = anniversary(datum)
    erbjudande.save()
    audit.record("erbjudande.svara", by=by, about=[erbjudande.person], obj=erbjudande)
    return erbjudande


@transaction.atomic
def fraga_igen(*, erbjudande: Erbjudande, by: Actor) -> Erbjudande:
    """Open a new offer after a *later*, or after a no that may have changed. The old offer stays as it was."""
    erbjudande = locks.lock(Erbjudande, erbjudande.pk, "person")
    access.require(by, "erbjudande.lamna", erbjudande)
    if not erbjudande.svar or erbjudande.svar == Erbjudande.Svar.JA:
        raise Regelbrott("Det finns inget nej eller vänta att fråga om igen.")
    if Erbjudande.objects.filter(person=erbjudande.person, svar="").exists():
        raise Regelbrott("Det finns redan ett öppet erbjudande.")
    nytt = Erbjudande.objects.create(person=erbjudande.person, insats=erbjudande.insats, senast=by.today)
    audit.record("erbjudande.fraga_igen", by=by, about=[erbjudande.person], obj=nytt)
    return nytt
