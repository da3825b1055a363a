"""The rules for templates: each planted breach is found, and a folder's ceiling on breaches can only be lowered."""

import pytest

from script.launcher import templates

GOOD = """\
{% extends "base.html" %}
{# A page. #}
{% block innehall %}
  <div class="rad">
    {% if person.skyddad %}
      <p class="ingress">{% ikon "las" %}Skyddad, och <a href="{% url 'plan' 1 %}">sen</a>.</p>
    {% else %}
      <p>Nej.</p>
    {% endif %}
    {% for rad in rader %}
      <input
        name="a"
        {% if rad.vald %}checked{% endif %}>
      <svg viewBox="0 0 9 9">
        <path d="M1 1"/>
      </svg>
    {% empty %}
      {% include "components/tomt.html" %}
    {% endfor %}
    {% comment %}
A comment
   as it likes.
    {% endcomment %}
  </div>
{% endblock %}
"""
LONG = "<p>" + "a" * 134 + "</p>\n"
PLANTED = {
    "long": (LONG, "141 tecken, högst 140"),
    "three tags": ("<p>{% a %}{% b %}{% c %}</p>\n", "3 taggar på en rad, högst 2"),
    "two blocks in each other": ('<div class="a > b"><p>x</p></div>\n', "2 block på en rad, högst ett"),
    "two blocks after each other": ("<p>x</p><p>y</p>\n", "2 block på en rad, högst ett"),
    "two ends": ("<div>\n  <div>\n    x\n</div></div>\n", "2 block på en rad, högst ett"),
    "a child beside its parent": ("<div>\n<p>x</p>\n</div>\n", "0 blanksteg först på raden, ska vara 2"),
    "three spaces": ("{% if a %}\n   <p>x</p>\n{% endif %}\n", "3 blanksteg först på raden, ska vara 2"),
    "a tab": ("{% if a %}\n\t<p>x</p>\n{% endif %}\n", "0 blanksteg först på raden, ska vara 2"),
    "an end too deep": ("<div>\n  x\n  </div>\n", "2 blanksteg först på raden, ska vara 0"),
    "a branch too deep": (
        "{% if a %}\n  x\n  {% else %}\n  y\n{% endif %}\n",
        "2 blanksteg först på raden, ska vara 0",
    ),
    "two levels on a line": ("{% if a %}<p>\n  x\n</p>{% endif %}\n", "mer än en tagg öppnas eller stängs på raden"),
    "room after hidden words": (
        '<a href="x">\n  Läs<span class="visually-hidden">: Alva</span>\n</a>\n',
        "luft efter dolda ord syns",
    ),
    "room on both sides of hidden words": (
        '<p>\n  <b>Beslut</b>\n  <span class="visually-hidden">Klart.</span>\n  <i>i maj</i>\n</p>\n',
        "luft efter dolda ord syns",
    ),
    "an include by variable": ("{% include mall %}\n", "mallen nämns inte vid namn och går inte att följa"),
    "an include that sees all": (
        '{% include "x/tre.html" with a=b %}\n',
        "mallen får värden men ser också sidans alla andra",
    ),
    "a form without its ticket": (
        '{% include "x/post.html" with a=b only %}\n',
        "mallens formulär får ingen biljett: ge det csrf_token=csrf_token",
    ),
    "a form without its ticket, one further in": (
        '{% include "x/box.html" with a=b only %}\n',
        "mallens formulär får ingen biljett: ge det csrf_token=csrf_token",
    ),
    "three deep": (
        '{% include "x/ett.html" %}\n',
        "3 mallar i varandra, högst 2: x/ett.html → x/tva.html → x/tre.html",
    ),
}
CHAIN = {
    "x/ett.html": '{% include "x/tva.html" %}\n',
    "x/tva.html": '{% include "x/tre.html" %}\n',
    "x/tre.html": "x\n",
    "x/box.html": '{% include "x/post.html" %}\n',
    "x/post.html": '<form method="post">\n  {% csrf_token %}\n</form>\n',
}


@pytest.fixture
def house(tmp_path):
    """A function that builds a repository from the given templates and ceilings and returns what the check reports."""

    def said(files: dict[str, str], ceilings: str = "") -> list[str]:
        for name, text in {**files, "../script/mallar.toml": ceilings}.items():
            path = tmp_path / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return templates.breaches(tmp_path)

    return said


def test_a_good_template_has_no_breach(house):
    assert house({"x/sida.html": GOOD, "components/tomt.html": "<p>Tomt.</p>\n"}) == []


@pytest.mark.parametrize("plant", PLANTED)
def test_planterat_a_breach_is_found_where_it_is(house, plant):
    source, fault = PLANTED[plant]
    lines = house({**CHAIN, "x/sida.html": "{# A page. #}\n" + source}, "y = 0")
    assert any(line.startswith("templates/x/sida.html:") and line.endswith(": " + fault) for line in lines)
    assert not any(line.startswith("templates/x/sida.html:1:") for line in lines)


def test_mail_is_judged_by_its_length_and_its_tags_alone(house):
    assert house({"mail/brev.txt": "{% if a %}Hej\n    du{% endif %}\n"}) == []
    assert "mail/brev.txt:1: 3 taggar" in house({"mail/brev.txt": "{% a %}{% b %}{% c %}\n"})[1]


def test_a_ceiling_is_met_exactly(house):
    page = {"x/sida.html": LONG, "sida.html": LONG}
    assert house(page, 'x = 1\n"." = 1') == []
    assert house(page, '"." = 1')[0] == "templates/x: 1 brott, högst 0. Till exempel:"
    assert house(page, 'x = 3\n"." = 1') == ["templates/x: 1 brott. Sänk taket i script/mallar.toml från 3 till 1."]
    assert house(page, 'x = 1\n"." = 1\ngone = 2')[0].startswith("templates/gone: 0 brott. Sänk taket")
