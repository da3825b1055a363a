"""*Att göra* comes in parts: first 20 tasks, on a phone five, or all the late ones if more; then *Visa fler*."""

import datetime as dt
import re

import pytest
from django.template.loader import render_to_string
from django.test.signals import template_rendered
from django.urls import reverse

from plans.models import Erbjudande
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


def waiting(r, late: int, coming: int, first: int = 0) -> None:
    """Give Ingrid persons who are each to be offered a plan: `late` offers are late, `coming` are due in some weeks."""
    days = [IDAG - (n + 1) * DAG for n in range(late)] + [IDAG + (20 + n) * DAG for n in range(coming)]
    persons = f.many_persons(r.ingrid, r.enhet, len(days), first)
    Erbjudande.objects.bulk_create(Erbjudande(person=p, senast=day) for p, day in zip(persons, days, strict=True))


def rows(page: str, *, phone: bool) -> list[str]:
    """The names on a page in order, as a phone or a wide screen shows them."""
    found = re.findall(r'<li class="(vid)?">\s*<div class="person">\s*<a href="[^"]+">(\w+)', page)
    return [name for klass, name in found if not (phone and klass)]


def more(page: str, *, phone: bool) -> str:
    """The address of *Visa fler*, as a phone or a wide screen shows it; empty at the end of the list."""
    for klass, url in re.findall(r'<p class="(smal|vid) luft">\s*<a class="fler" href="([^"]+)">Visa fler', page):
        if klass == ("smal" if phone else "vid"):
            return url.replace("&amp;", "&")
    return ""


@pytest.mark.parametrize("phone", [True, False])
@pytest.mark.parametrize(("late", "coming"), [(0, 3), (0, 47), (2, 47), (31, 5), (31, 0), (7, 14)])
def test_every_row_is_reached_once_and_the_late_ones_first(roles, client, late, coming, phone):
    waiting(roles, late, coming)
    client.force_login(roles.ingrid)
    start = reverse("att-gora")
    page = client.get(start, {"slag": "lamna"}).content.decode()
    assert len(rows(page, phone=phone)) == min(max(5 if phone else 20, late), late + coming)
    seen = rows(page, phone=phone)
    while url := more(page, phone=phone):
        assert url.endswith("#lista") and 'id="lista"' in page
        page = client.get(start + url).content.decode()
        seen += rows(page, phone=phone)
        assert "Visa listan från början" in page
    whole = [f"Namn{n}" for n in range(late - 1, -1, -1)] + [f"Namn{n}" for n in range(late, late + coming)]
    assert seen == whole


def test_a_group_is_paged_like_the_whole(roles, client):
    waiting(roles, 3, 30)
    client.force_login(roles.ingrid)
    page = client.get(reverse("att-gora"), {"visa": "kommande", "slag": "lamna"}).content.decode()
    assert len(rows(page, phone=False)) == 20 and len(rows(page, phone=True)) == 5
    assert more(page, phone=False) == "?slag=lamna&visa=kommande&fran=20#lista"


@pytest.mark.parametrize("fran", ["33", "99", "-1", "x", "1e3", "9" * 30, ""])
def test_where_there_is_nothing_the_list_begins(roles, client, fran):
    waiting(roles, 3, 30)
    client.force_login(roles.ingrid)
    page = client.get(reverse("att-gora"), {"fran": fran, "slag": "lamna"}).content.decode()
    assert rows(page, phone=False)[0] == "Namn2" and "Visa listan från början" not in page


def templates_rendered(r, client, name: str) -> list[list[str]]:
    """The templates that a list renders when Ingrid has two persons with a late task, and when she has seventeen."""
    client.force_login(r.ingrid)
    rendered, counts = [], []
    note = lambda sender, **_: rendered.append(sender.name)  # noqa: E731
    template_rendered.connect(note)
    try:
        for first, late in ((0, 2), (2, 15)):
            waiting(r, late, 0, first)
            client.get(reverse(name))
            rendered.clear()
            client.get(reverse(name))
            counts.append(sorted(rendered, key=str))
    finally:
        template_rendered.disconnect(note)
    return counts


@pytest.mark.parametrize("name", ["att-gora", "person-lista"])
def test_no_template_is_rendered_for_each_row(roles, client, name):
    """Including a template in each row was once most of what the page cost."""
    few, many = templates_rendered(roles, client, name)
    assert few == many and len(few) > 3


@pytest.mark.parametrize("name", ["att-gora", "person-lista"])
def test_planted_an_include_in_each_row_is_seen(roles, client, monkeypatch, name):
    drawn = lambda *_: render_to_string("components/tomt.html", {"text": "x"})  # noqa: E731
    monkeypatch.setattr("plans.templatetags.dates._clock", drawn)
    few, many = templates_rendered(roles, client, name)
    assert len(many) - len(few) == 15
