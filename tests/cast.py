"""The named cast. Everyone has a reason to be here, and every outsider is a case of their own.

Ingrid is Alva's handläggare, Birgitta her god man. What Alva's plan says, only Ingrid, her colleague Kerstin in the
same enhet, Birgitta and Alva may read.
"""

import datetime as dt
from types import SimpleNamespace

from plans.models import Enhet, Foretradarskap
from tests import factories as f
from tests.factories import IDAG

__all__ = ["IDAG", "INSIDERS", "OUTSIDERS", "alla"]

INSIDERS = ("ingrid", "kerstin", "birgitta", "alva_konto")
OUTSIDERS = (
    "osten",  # handläggare in another enhet of the same nämnd
    "nadia",  # handläggare in another nämnd
    "carin",  # chef
    "greta",  # granskare
    "admin",  # administrator
    "gunnar_ratt",  # god man of somebody else in the same nämnd
    "slutat",  # god man whose time is over
    "kommande",  # god man from tomorrow
    "egendom",  # god man with only förvalta egendom
    "stangd",  # god man whose right is closed
    "nekad",  # god man to whom Alva says no
    "mamma",  # parent of an adult, without a right
    "dragan_konto",  # another person
    "avstangd",  # god man with a right, but a disabled log-in
    "ingen",  # a log-in without anything
)


def alla() -> SimpleNamespace:
    """Make the cast; attributes by name. `r.alva` is the person, `r.alva_konto` her log-in."""
    r = SimpleNamespace()
    r.namnd, r.annan_namnd = f.namnd(), f.namnd("Ekhamra kommun", "9902")
    r.enhet = Enhet.objects.create(namnd=r.namnd, namn="LSS vuxna")
    r.annan_enhet = Enhet.objects.create(namnd=r.namnd, namn="LSS barn")
    r.langt_bort = Enhet.objects.create(namnd=r.annan_namnd, namn="LSS")
    r.ingrid = f.staff("ingrid", r.enhet, namn="Ingrid Sandelin", email="ingrid@example.se")
    r.kerstin = f.staff("kerstin", r.enhet, namn="Kerstin Wall")
    r.osten = f.staff("osten", r.annan_enhet, namn="Östen Grahn")
    r.nadia = f.staff("nadia", r.langt_bort, namn="Nadia Lind")
    r.carin = f.staff("carin", r.enhet, roll="chef", namn="Carin Ekblad")
    r.greta = f.staff("greta", r.enhet, roll="granskare", namn="Greta Moe")
    r.admin = f.user("admin", is_staff=True, is_superuser=True)
    _alva(r)
    _andra(r)
    return r


def _alva(r: SimpleNamespace) -> None:
    """Alva and all who have, had, will have or never had to do with her."""
    r.alva = f.person(r.ingrid, f.number(), "Alva", "Nyström Keita", motesonskemal="Korta meningar och bilder.")
    r.alva_konto = r.alva.konto = f.user("alva", namn="Alva Nyström Keita")
    r.alva.save()
    for name in ("birgitta", "slutat", "kommande", "egendom", "stangd", "nekad", "avstangd"):
        setattr(r, name, f.user(name, is_active=name != "avstangd"))
    day = dt.timedelta(days=1)
    r.skap = f.skap(r.alva, r.birgitta, r.ingrid)
    f.skap(r.alva, r.slutat, r.ingrid, fran=IDAG - 90 * day, till=IDAG - day)
    f.skap(r.alva, r.kommande, r.ingrid, fran=IDAG + day)
    f.skap(r.alva, r.egendom, r.ingrid, bevaka_ratt=False, sorja_for_person=False, forvalta_egendom=True)
    closed = f.skap(r.alva, r.stangd, r.ingrid)
    Foretradarskap.objects.filter(pk=closed.pk).update(
        stangd_av=r.ingrid, stangd_at=dt.datetime(2027, 3, 1, tzinfo=dt.UTC), stangd_skal="Byte av god man"
    )
    f.skap(r.alva, r.nekad, r.ingrid, installning="nej")
    f.skap(r.alva, r.avstangd, r.ingrid)


def _andra(r: SimpleNamespace) -> None:
    """Persons who are not Alva, and those who belong to them."""
    r.mamma, r.ingen = f.user("mamma", namn="Aminata Keita"), f.user("ingen")
    r.dragan = f.person(r.osten, f.number(skip=1), "Dragan", "Petrović")
    r.dragan_konto = r.dragan.konto = f.user("dragan", namn="Dragan Petrović")
    r.dragan.save()
    r.gunnar_ratt = f.user("gunnar", namn="Gunnar Rätt")
    f.skap(r.dragan, r.gunnar_ratt, r.osten)
    r.yusuf = f.person(
        r.ingrid, f.number(fodd_fran=dt.date(2010, 1, 1), fodd_till=dt.date(2020, 12, 31)), "Yusuf", "Abdirahman"
    )
    r.pappa = f.user("pappa", namn="Hassan Abdirahman")
    f.skap(r.yusuf, r.pappa, r.ingrid, typ="vardnadshavare", bevaka_ratt=False, sorja_for_person=False)
    r.skyddad = f.person(r.ingrid, f.number(skip=2), "Signe", "Hemlig", skyddad=True)
    r.fjarran = f.person(r.nadia, f.number(), "Alva", "Annorstädes")
