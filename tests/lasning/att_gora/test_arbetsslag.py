"""The list of task kinds: each is found in its file, is complete, and appears wherever tasks are shown."""

import pytest
from django.urls import reverse

from plans.forms.att_gora import SLAG, VISA
from plans.lasning import att_gora
from plans.lasning.att_gora import ARBETSSLAG, Arbetsslag, Group
from plans.models import Person
from plans.regler.frister import anniversary
from plans.views.handlaggare.att_gora import LOOKS
from tests.lasning.att_gora.waiting import waiting
from tests.stod import factories as f
from tests.stod.cast import IDAG


def test_every_kind_has_a_name_a_label_and_a_place_of_its_own():
    kinds = list(ARBETSSLAG.values())
    assert len(kinds) == sum(1 for _ in att_gora._kinds()) >= 14
    assert len({kind.label for kind in kinds}) == len({kind.place for kind in kinds}) == len(kinds)
    assert [kind.place for kind in kinds] == sorted(kind.place for kind in kinds)


def test_the_filter_is_made_from_the_lists():
    assert [("", "Allt"), *((name, kind.label) for name, kind in ARBETSSLAG.items())] == SLAG
    assert [value for value, _ in VISA] == ["", *Group] and list(LOOKS) == list(Group)


def test_a_kind_without_words_cannot_be_made():
    class Ordlos(Arbetsslag):
        name = "ordlos"
        branches = None

    with pytest.raises(TypeError, match="words"):
        Ordlos()


def test_days_before_is_how_long_before_the_last_day():
    review, offer = ARBETSSLAG["genomgang"], ARBETSSLAG["lamna"]
    assert (review.last_shown(IDAG) - IDAG).days == 60
    assert offer.last_shown(IDAG) > anniversary(IDAG, 1000)


@pytest.mark.django_db
def test_doden_stannar_allt(roles, client):
    f.insats(roles.alva, roles.ingrid)
    Person.objects.filter(pk=roles.alva.pk).update(avliden=IDAG)
    assert waiting(roles.alva) == []
    client.force_login(roles.ingrid)
    page = client.get(reverse("person", args=[roles.alva.pk])).content.decode()
    assert "Avliden 9 mars 2027" in page and "Det finns inget att göra just nu" in page
