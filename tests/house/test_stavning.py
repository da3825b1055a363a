"""Spelling (R47): a misspelt word is found wherever a user can read it, and cannot be added to our own word list."""

from collections.abc import Callable

import pytest

from script.launcher import stavning, texts
from script.launcher.texts_python import of_python

MISSPELT = ["Logggranskning", "åtgrd", "överförmyndarn"]
PLACES: dict[str, tuple[Callable, str]] = {
    "text": (texts.of_template, "<p>Här står {} i dag.</p>"),
    "attribute": (texts.of_template, '<a href="{{% url \'plan\' %}}" aria-label="Läs {}">Läs</a>'),
    "data": (texts.of_template, '<td data-h="Här står {}">1</td>'),
    "include": (texts.of_template, '{{% include "components/tomt.html" with text="Ingen {}" only %}}'),
    "filter": (texts.of_template, '{{{{ n|antal:"sak,{}" }}}}'),
    "translate": (texts.of_template, '{{% translate "{}" %}}'),
    "mail": (texts.of_template, "Hej!\n\nHär står {}.\n"),
    "label": (of_python, 'namn = models.CharField("{}", max_length=9)'),
    "meta": (of_python, 'class Meta:\n    verbose_name = "{}"'),
    "choice": (of_python, 'class Slag(models.TextChoices):\n    ETT = "ett", "{}"'),
    "error": (of_python, 'raise Regelbrott("Här står {}.")'),
    "f-string": (of_python, 'messages.success(request, f"{{namn}} har {}")'),
    "toml": (texts.of_toml, 'text = """\nJag vill ha {} \\\nnu."""'),
    "script": (texts.of_script, 'const fel = "Här står {}.";'),
    "style": (texts.of_style, 'p::before {{ content: "Se {}"; }}'),
    "page": (texts.of_markdown, "# Att köra det\nHär står {} och `kod`.\n"),
}
CODE = {
    of_python: '''
"""The åtgrd of a docstring."""
__all__ = ["Atgard"]
def f(x: "Atgard") -> "Atgard":
    if x == "Atgrd" or "No åtgrd" in x["Atgrd"]:
        raise TypeError("There is no åtgrd of this kind")
    execute("SELECT atgrd FROM plan", "Xyz Yxz".split(), re.sub(r"\\\\w atgrd", "", x))
    return namn("plan.las", "plan_las", "atgrd", "Plan-Atgrd")
''',
    texts.of_template: """
{# åtgrd #}{% comment %}åtgrd{% endcomment %}<style>p { color: atgrd }</style><code>atgrd</code>
<meta name="viewport" content="width=atgrd, initial"><th translate="no">fran</th><a class="atgrd btn" href="/atgrd/">
{% block klass %}latt{% endblock %}{% url 'plan-atgrd' %}{% if rad.status == "onskad" %}{{ namn }}s{% endif %}
""",
    texts.of_toml: '# åtgrd\nomrade = "forflyttning"\n',
    texts.of_script: '// åtgrd\n"use strict"; a.className = "btn btn-atgrd"; b("kladd-falt");',
    texts.of_markdown: "# Running it\nThe åtgrd is made by the worker of the portal.\n",
}


def unknown(read: Callable, source: str) -> list[tuple[int, str]]:
    return list(stavning.unknown(source, read, stavning.Own(set(), set())))


@pytest.mark.parametrize("word", MISSPELT)
@pytest.mark.parametrize("place", PLACES)
def test_a_misspelt_word_is_found_where_it_is_shown(place, word):
    read, source = PLACES[place]
    text = source.format(word)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if word in row)
    assert unknown(read, text) == [(line, word)]
    assert unknown(read, source.format("överförmyndaren")) == []


@pytest.mark.parametrize("read", CODE, ids=lambda read: read.__name__)
def test_names_and_english_are_not_read(read):
    assert unknown(read, CODE[read]) == []


@pytest.mark.parametrize(
    "word", ["genomförandeplan", "överförmyndaren", "Loggranskningen", "LSS-enheten", "e-legitimation", "helgen"]
)
def test_compounds_and_endings_are_known(word):
    assert stavning.knows(word)


def test_a_word_is_read_whole():
    text = "Över&shy;förmyndaren, {namn}s 12-årige son; se /plan/atgrd/, a@example.se och https://example.se/atgrd."
    assert list(stavning.words(text)) == ["Överförmyndaren", "son", "se", "och"]


def test_our_own_words_are_known_with_a_capital_a_genitive_and_a_hyphen():
    own = stavning.Own({"nödåtkomst", "SAML", "Rydhage", "orörd"}, {"Vinterås"})
    for word in ("Nödåtkomst", "Rydhages", "SAML-inloggning", "Vinterås"):
        assert own.has(word), word
    for word in ("nödåtkomt", "saml", "rydhage", "SAML-inlogning"):
        assert not own.has(word), word
    assert own.unmet == {"orörd"}


@pytest.mark.parametrize(
    ("group", "fault"),
    [
        (["åtgrd"], "åtgrd är en felstavning av åtgärd"),
        (["överförmyndarn"], "överförmyndarn är en felstavning av överförmyndaren"),
        (["Logggranskning"], "Logggranskning är en felstavning av Loggranskning"),
        (["handläggare"], "handläggare är känt ändå"),
        (["reservkod", "nödåtkomst"], "reservkod … nödåtkomst står inte i bokstavsordning"),
    ],
)
def test_a_fault_in_our_own_list_is_found(group, fault):
    assert list(stavning.faults(group)) == [fault]
    assert list(stavning.faults(["nödåtkomst", "SAML"])) == []


def test_the_check_names_file_line_and_word_and_the_entry_that_nothing_uses(tmp_path):
    for name, text in {
        "script/ordlista.txt": "# Words\nnödåtkomst\nreservkod\n",
        "templates/plan.html": "<h1>Nödåtkomst</h1>\n<p>En åtgrd.</p>\n",
        "plans/demo/namn.toml": '[ursprung.svenska]\nefternamn = ["Xyzås"]\n',
        "plans/demo/text.toml": 'text = "Jag heter Xyzås."\nord = "Min planm"\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = list(stavning.breaches(tmp_path))
    assert [line for line in found if not line.endswith("inga filer")] == [
        "templates/plan.html:2: åtgrd",
        "plans/demo/text.toml:2: planm",
        "script/ordlista.txt: reservkod används inte",
    ]
    assert "static/js/*.js: inga filer" in found


def test_a_fault_is_an_exit_code(monkeypatch, capsys):
    monkeypatch.setattr(stavning, "breaches", lambda: iter(["plan.html:1: åtgrd"]))
    assert (stavning.main(), capsys.readouterr().out) == (1, "plan.html:1: åtgrd\n")
    monkeypatch.setattr(stavning, "breaches", lambda: iter([]))
    assert (stavning.main(), capsys.readouterr().out) == (0, "")
