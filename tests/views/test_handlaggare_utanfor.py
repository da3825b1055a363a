"""Every address of the room × every outsider and the family: 404, one log row that says so, not a word of Alva's."""

import pytest
from django.urls import reverse

from plans.actions import begaran, ord, utskick
from plans.models import Erbjudande, Foretradare, Handelse, Utskick
from tests import factories as f
from tests.cast import IDAG, OUTSIDERS

pytestmark = pytest.mark.django_db

HEMLIGT = ("Nyström", "Musikverkstan", "Bara mina ord")


@pytest.fixture
def adresser(roller):
    """(name, args, method) of every page and button about Alva."""
    row = f.insats(roller.alva, roller.ingrid, utforare="Musikverkstan")
    word = {"slag": "mina_ord", "fraga": "om_mig", "text": "Bara mina ord", "lasare": "alla", "rev": 0}
    own = ord.skriv(person=roller.alva, **word, by=roller.ingrid, today=IDAG)
    asked = begaran.ta_emot(
        person=roller.alva, slag="insats", text="x", av="x", inkom=IDAG, by=roller.ingrid, today=IDAG
    )
    f.klar(roller.alva, roller.ingrid)
    Foretradare.objects.filter(konto=roller.birgitta).update(kanal="brev", epost="")
    utskick.planera(today=IDAG.replace(year=2028))
    by_hand = Utskick.objects.filter(status="for_hand").first()
    pk, offer = roller.alva.pk, Erbjudande.objects.get(person=roller.alva)
    both = [
        ("person-andra", [pk]), ("insats-bevilja", [pk]), ("insats-andra", [row.pk]), ("foretradare-registrera", [pk]),
        ("foretradare-stang", [roller.skap.pk]), ("erbjudande-lamna", [offer.pk]), ("erbjudande-svara", [offer.pk]),
        ("begaran-ta-emot", [pk]), ("ord-skriv-at", [pk, "om_mig"]),
    ]  # fmt: skip
    posts = [
        ("erbjudande-fraga-igen", [offer.pk]), ("begaran-besvara", [asked.pk]), ("ord-bekrafta", [own.pk]),
        ("utskick-ge", [by_hand.pk]),
    ]  # fmt: skip
    gets = [("person", [pk], "get"), *((n, a, "get") for n, a in both)]
    return [*gets, *((n, a, "post") for n, a in (*both, *posts))]


@pytest.mark.parametrize("who", OUTSIDERS)
def test_utomstaende(roller, client, adresser, who):
    user = getattr(roller, who)
    client.force_login(user)
    for name, args, method in adresser:
        before = Handelse.objects.count()
        answer = getattr(client, method)(reverse(name, args=args))
        if not user.is_active:
            assert answer.status_code == 302 and "/logga-in/" in answer.url
            continue
        assert answer.status_code == 404, (name, method)
        assert not any(word in answer.content.decode() for word in HEMLIGT), (name, method)
        assert Handelse.objects.count() == before + 1 and Handelse.objects.last().nekad, (name, method)


@pytest.mark.parametrize("who", ["birgitta", "alva_konto"])
def test_familjen_kommer_inte_in_i_handlaggarens_rum(roller, client, adresser, who):
    client.force_login(getattr(roller, who))
    for name, args, method in adresser:
        if name != "person":
            assert getattr(client, method)(reverse(name, args=args)).status_code == 404, (name, method)


def test_utan_inloggning(client, adresser):
    for name, args, method in adresser:
        answer = getattr(client, method)(reverse(name, args=args))
        assert answer.status_code == 302 and answer.url.startswith("/logga-in/"), (name, method)


def test_kollegan_i_samma_enhet_kommer_in(roller, client, adresser):
    client.force_login(roller.kerstin)
    for name, args, method in adresser:
        if method == "get":
            assert client.get(reverse(name, args=args)).status_code == 200, name
