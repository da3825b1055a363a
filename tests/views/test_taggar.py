"""Tags and filters for templates: a title on one line, Min plan's pictures, and labels that say *frivilligt*."""

import pytest
from django import forms
from django.template import Context, engines

from plans.forms.bas import BaseForm
from plans.templatetags.drawings import BILDER
from plans.templatetags.form_parts import fel_lista, frivilligt
from plans.views.foretradare.min_plan import DELAR


class Prov(BaseForm):
    namn = forms.CharField(label="Namn")
    mejl = forms.CharField(label="Mejl", required=False)
    skal = forms.CharField(label="Skäl", required=False)
    villkorade = ("skal",)


class Other(forms.Form):
    mejl = forms.CharField(label="Mejl", required=False)


def drawn(source: str) -> str:
    return engines["django"].from_string(source).render({})


def test_a_title_stands_on_one_line():
    title = "{% filter one_line %}\n <title>\n  Fel:\n  A &amp; B\u00a0C\n  – Plan\n </title>\n{% endfilter %}"
    assert drawn(title) == "<title>Fel: A &amp; B\u00a0C – Plan</title>"


@pytest.mark.parametrize("part", DELAR, ids=lambda part: part.nyckel)
def test_each_part_of_min_plan_has_its_picture_and_its_address(part):
    assert BILDER[part.bild] in drawn(f'{{% bild "{part.bild}" %}}')
    assert part.url == f"/min-plan/{part.nyckel}/"


def test_a_label_says_that_a_field_may_be_left_empty():
    assert [field.name for field in Prov() if frivilligt(field)] == ["mejl"]
    assert not frivilligt(Other()["mejl"])  # a form of the login library, which keeps its own labels


def test_a_form_is_summed_up_once():
    context = Context({"form": Prov({})})
    assert fel_lista(context) == [("id_namn", "Fyll i: Namn")]
    assert fel_lista(context) == [] and fel_lista(Context({"form": Prov()})) == [] and fel_lista(Context({})) == []
