"""Users see the same words as before: the text of every page, paper and mail equals that in tests/data/text.

An intended difference stays in ALLOWED until the files are rewritten and the list is emptied:

    LSS_SKRIV_TEXT=1 script/test tests/house/test_synlig_text.py -n 2

Read the diff of those files before you commit them.
"""

import os
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.stod import other_texts, page_texts
from tests.stod.case_states import STATES
from tests.stod.stored_texts import FOLDER, differences, expected, read, written
from tests.stod.visible_text import visible_lines

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Pattern in the stored text, new text, reason. An entry that changes nothing fails a test.
ALLOWED: list[tuple[str, str, str]] = [
    ("ogggranskning", "oggranskning", "F5: two g"),
    ("Inte börjad", "Inte påbörjad", "R47: spelling"),
    (
        "^Begäranden\nUtkast\nÅrliga genomgångar$",
        "Utkast\nÅrliga genomgångar\nBegäranden",
        "F7: what is equally urgent stands in the order of its kind, the plan first, as in the filter",
    ),
]

Collect = Callable[[SimpleNamespace, pytest.MonkeyPatch], page_texts.Pages]


def _state(state: str) -> Collect:
    return lambda r, _: page_texts.pages_of(*page_texts.alva(r, state), state)


FILES: dict[str, Collect] = {
    **{state: _state(state) for state in STATES},
    "barn": lambda r, _: page_texts.pages_of(*page_texts.child(r), "klar", forms=False),
    "skyddad": lambda r, _: page_texts.pages_of(*page_texts.protected(r), "klar", forms=False),
    "orord": lambda r, _: page_texts.untouched(r),
    "oppna": lambda r, _: other_texts.open_pages(r),
    "konto": lambda r, _: other_texts.own_pages(r),
    "fel": other_texts.error_pages,
    "administrationen": lambda r, _: other_texts.administration(r),
    "utlamnad": lambda r, _: other_texts.handed_over(r),
    "mejl_och_papper": lambda r, _: other_texts.mail_and_paper(r),
}


@pytest.mark.parametrize("name", FILES)
def test_users_see_the_same_text(roles, name, monkeypatch):
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)  # no broker
    with page_texts.one_clock():
        pages = FILES[name](roles, monkeypatch)
    path = FOLDER / f"{name}.txt"
    if os.environ.get("LSS_SKRIV_TEXT"):
        path.write_text(written(pages), encoding="utf-8")
    found = differences(expected(path.read_text(encoding="utf-8"), ALLOWED), pages)
    assert not found, "\n\n".join(["the text has changed (how to write it anew: the top of this file)", *found])


def test_every_file_has_its_pages():
    assert {path.stem for path in FOLDER.glob("*")} == set(FILES)


def test_every_allowed_difference_is_needed():
    stored = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt")))
    assert unneeded(stored, ALLOWED) == []
    assert unneeded("Logggranskning", [("ggg", "gg", "F5"), ("hittepå", "", "")]) == ["hittepå"]


def unneeded(stored: str, allowed: list[tuple[str, str, str]]) -> list[str]:
    """List the patterns that change nothing in the stored text."""
    idle = []
    for pattern, new, reason in allowed:
        changed = expected(stored, [(pattern, new, reason)])
        idle += [pattern] if changed == stored else []
        stored = changed
    return idle


# --- Planted: each change on the screen is seen, and no other ---------------------------------------------------------
SEEN = [
    ("Adressen är kanske fel", "Adressen är nog fel"),
    ("</a> <b>", "</a><b>"),  # a space between two words
    ("ord</b>.", "ord</b> ."),
    ("Till första", "Till\u00a0första"),
    ('alt="En båt"', 'alt="En bil"'),
    ('aria-label="Stöd"', 'aria-label="Hjälp"'),
    ('value="Sök"', 'value="Leta"'),
    ("<option selected>Ja", "<option>Ja"),
    ("rad ett\nrad två", "rad ett rad två"),  # a person's own line breaks
    ('href="/personer/1/andra/"', 'href="/personer/1/"'),
]
UNSEEN = [
    ("<p>Adressen", "<p>\n      Adressen"),
    ("<p>", "\n\n  <p>"),
    ("</li><li>", "</li>\n   <li>"),
    ("kanske fel", "kanske\n      fel"),
    ("<i>Bock</i><span>Klart</span>", "<i>Bock</i>\n  <span>Klart</span>"),  # a flex item has no spaces around it
    ('<a class="btn">Till första</a>', '<a class="btn">\n  Till första\n</a>'),
    ("<span hidden>Hemligt</span>", ""),
    ('value="token"', 'value="another"'),
    ('href="/personer/1/andra/"', 'href="/personer/17/andra/"'),
]
PAGE = """<!doctype html><html lang="sv"><head><title>Prov</title>
<link rel="stylesheet" href="/static/css/portal.css"></head><body><nav aria-label="Stöd"><ul><li>Ett</li><li>Två</li>
</ul></nav><p>Adressen är kanske fel. Läs <a href="/personer/1/andra/">mer</a> <b>sista ord</b>. <img alt="En båt"></p>
<p class="rakt">rad ett
rad två</p><p class="status"><i>Bock</i><span>Klart</span></p><p><a class="btn">Till första</a></p>
<form><input type="hidden" value="token"><input type="submit" value="Sök"><select><option selected>Ja<option>Nej
</select></form><span hidden>Hemligt</span></body></html>"""


def changed(old: str, new: str) -> list[str]:
    """Replace `old` by `new` in the page and return the differences that are reported."""
    assert PAGE.count(old) >= 1 and old != new
    return differences(written({"sidan": visible_lines(PAGE)}), {"sidan": visible_lines(PAGE.replace(old, new))})


@pytest.mark.parametrize(("old", "new"), SEEN)
def test_planterat_one_change_is_seen(old, new):
    (told,) = changed(old, new)
    assert told.startswith("changed: sidan") and len(told.splitlines()) < 8


@pytest.mark.parametrize(("old", "new"), UNSEEN)
def test_changes_that_no_browser_shows_are_not_seen(old, new):
    assert changed(old, new) == []


def test_planterat_a_page_that_is_gone_or_new_is_seen():
    stored = (FOLDER / "fel.txt").read_text(encoding="utf-8")
    pages = read(stored)
    assert differences(stored, pages) == []
    gone = dict(pages)
    del gone["413"]
    assert differences(stored, gone) == ["gone: 413"] and differences(written(gone), pages) == ["new: 413"]


def test_planterat_a_word_in_a_template_is_seen(monkeypatch):
    """A changed sentence on a real page is named in the report."""
    stored = (FOLDER / "fel.txt").read_text(encoding="utf-8")
    page = Client().get("/finns-inte/").content.decode()
    pages = read(stored)
    pages["404 · anonym"] = ["svar 404", *visible_lines(page)]
    assert differences(stored, pages) == []
    pages["404 · anonym"] = ["svar 404", *visible_lines(page.replace("finns inte", "saknas"))]
    assert [told.splitlines()[0] for told in differences(stored, pages)] == ["changed: 404 · anonym"]


def test_a_page_keeps_its_text_when_it_is_indented_anew():
    page = Client().get(reverse("vad-ar")).content.decode()
    for tag in ("p", "li", "h2", "section", "ul", "div", "dd"):
        page = page.replace(f"<{tag}>", f"\n        <{tag}>\n").replace(f"</{tag}>", f"\n     </{tag}>\n")
    assert visible_lines(page) == visible_lines(Client().get(reverse("vad-ar")).content.decode())
