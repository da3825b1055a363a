"""Every sentence that the family or a visitor reads can be translated: their templates mark it for translation."""

import re

import pytest

from script.launcher import texts
from script.launcher.environment import ROOT

TEMPLATES = ROOT / "templates"
FOLDERS = ("foretradare", "public", "account", "mfa", "konto", "mail", "components", "lss")
FOR_THE_DEMO = "public/demo_mejl.html"
THE_PLAN = "components/plan_"  # parts shown both on the page and on paper, in the words of the plan's form
TRANSLATED = re.compile(r"\{% *blocktranslate.*?endblocktranslate *%\}", re.S)
BARE_ARGUMENT = re.compile(r'\b(?:rubrik|text|mening|knapp|tyst|hjalp)="([^"]+)"')
WORD = re.compile(r"[a-zåäö]{2}", re.I)
NAMES = sorted(str(path.relative_to(TEMPLATES)) for folder in FOLDERS for path in (TEMPLATES / folder).rglob("*.*"))


def bare(source: str) -> list[str]:
    """Return the words of a template that no translation would reach."""
    source = TRANSLATED.sub("", source)
    tags = [tag for tag in texts.TAG.findall(source) if not tag.startswith("{#")]
    shown = [text for _, text in texts.of_template(texts.TAG.sub("", source))]
    return [*filter(WORD.search, shown), *(found for tag in tags for found in BARE_ARGUMENT.findall(tag))]


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith((FOR_THE_DEMO, THE_PLAN))])
def test_every_word_can_be_translated(name):
    assert bare((TEMPLATES / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Läs planen</p>", ["Läs planen"]),
        ('<nav aria-label="Bläddra"></nav>', ["Bläddra"]),
        ('{% include "components/tomt.html" with text="Inget än" only %}', ["Inget än"]),
        ("{% if jag %}Din{% endif %}", ["Din"]),
        ("Hej!\n{{ namn }}\n", ["Hej!\n\n"]),
    ],
)
def test_planterat_a_bare_word_is_found(source, words):
    assert bare(source) == words


@pytest.mark.parametrize(
    "source",
    [
        '<p>{% translate "Läs planen" %}</p>',
        "{% blocktranslate with namn=namn %}Hej {{ namn }}!{% endblocktranslate %}",
        "<nav aria-label=\"{% translate 'Bläddra' %}\"></nav>",
        '{% include "components/tomt.html" with text=_("Inget än") only %}',
        '{# Läs mer. #}<p class="tyst">{{ rad.text }}, {{ dag }}.</p>',
    ],
)
def test_what_is_translated_is_not(source):
    assert bare(source) == []
