"""Rows that an action needs before it can be called: one function for each, given the cast `r`."""

import datetime as dt

from allauth.mfa.models import Authenticator
from django.utils import timezone

from plans.actions import erbjudanden, foretradare, inbjudningar, loggranskning, ord, utskick
from plans.models import Actor, Handelse, IndividuellPlan, Nodatkomst, PlanPdf, Utskick
from plans.utbyte.forordnanden import Row
from tests.stod import current
from tests.stod import factories as f

NU = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)
LAST_MONTH = dt.date(2027, 2, 1)


def offer(r, *, made=False, answer=""):
    """The offer of a plan that comes with a granted insats. With `made`, it has been made to Alva; with
    `answer`, it has been made and answered.
    """
    f.insats(r.alva, r.ingrid)
    offer = r.alva.erbjudanden.get()
    if made or answer:
        offer = erbjudanden.lamna(erbjudande=offer, hur="mote", datum=f.IDAG, by=Actor(r.ingrid, f.IDAG))
    if answer:
        erbjudanden.svara(
            erbjudande=offer, svar=answer, av="Alva", hur="mote", datum=f.IDAG, by=Actor(r.ingrid, f.IDAG)
        )
    return offer


def words(r, by=None):
    """Mina ord about Alva, written by Birgitta unless `by` names another author."""
    return ord.skriv(
        person=r.alva,
        slag="mina_ord",
        fraga="viktigt",
        text="Musik",
        lasare="alla",
        rev=0,
        by=Actor(by or r.birgitta, f.IDAG),
    )


def shared(r):
    """A draft that has been shared."""
    version = f.utkast(r.alva, r.ingrid)
    current.dela(version=version, by=Actor(r.ingrid, f.IDAG))
    return version


def due(r):
    """A final plan whose review is due today. No message about it is planned yet."""
    version = f.klar(r.alva, r.ingrid)
    IndividuellPlan.objects.filter(pk=version.plan_id).update(nasta_omprovning=f.IDAG)
    return version


def by_hand(r):
    """A message that staff have to give by hand."""
    due(r)
    utskick.planera(today=f.IDAG)
    return Utskick.objects.get(status="for_hand")


def failed_pdf(r):
    """A final plan whose PDF was abandoned."""
    version = f.klar(r.alva, r.ingrid)
    PlanPdf.objects.filter(version=version).update(status="fel")
    return version


def unchecked(r):
    """Birgitta's right, before its second check."""
    r.skap.kontrollerad_av = r.skap.kontrollerad_at = None
    r.skap.save()
    return r.skap


def closed_by_protection(r):
    """The right of Alva's guardian, closed at registration because Alva, here a child, is protected."""
    r.alva.skyddad = True
    r.alva.save()
    data = {"namn": "Bo", "typ": "vardnadshavare", "fran": f.IDAG, "underlag": "Folkbokföringen"}
    r.alva.fodd = f.IDAG.replace(year=2015)
    r.alva.save()
    return foretradare.registrera(person=r.alva, data=data, by=Actor(r.ingrid, f.IDAG))


def passkey(r):
    """A passkey of Alva's login."""
    return Authenticator.objects.create(user=r.alva_konto, type="webauthn", data={})


def invited(r):
    """A letter with a code for Alva."""
    return inbjudningar.skapa(person=r.alva, slag="brev", by=Actor(r.ingrid, f.IDAG), now=NU)[0]


def reviewer(r):
    """The arguments `by` and `now` of a call by the nämnd's granskare."""
    return {"by": Actor(r.greta, f.IDAG), "now": timezone.now()}


def read_last_month(r):
    """A log row of last month: Ingrid opened Alva's case."""
    at = dt.datetime(2027, 2, 10, 9, tzinfo=dt.UTC)
    return Handelse.objects.create(
        at=at,
        namnd=r.namnd,
        user=r.ingrid,
        uppdrag=r.ingrid.uppdrag.get(),
        handelse="person.oppnad",
        person_ids=[r.alva.pk],
    )


def judged(r):
    """A review of last month's log, with its one finding judged."""
    read_last_month(r)
    review = loggranskning.dra(namnd=r.namnd, manad=LAST_MONTH, **reviewer(r))
    loggranskning.bedom(rad=review.fynd.get(), bedomning="behorig", anteckning="", **reviewer(r))
    return review


def appointment(r):
    """A row of the registrator's list, about Alva."""
    return Row(
        rad=2,
        foretradare=f.number(skip=30),
        namn="Bo Ek",
        huvudman=r.alva.personnummer,
        typ="god_man",
        omfattning=frozenset({"bevaka_ratt"}),
        fran=f.IDAG,
        till=None,
        underlag="Beslut",
    )


def emergency(r):
    """A case opened in an emergency by Östen."""
    day = {"fran": f.IDAG, "till": f.IDAG}
    return Nodatkomst.objects.create(user=r.osten, person=r.alva, skal="Familjen ringer", **day)
