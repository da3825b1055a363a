"""Swedish name order and genitive."""

import pytest

from plans.regler.namn import genitive, sort_key


def test_swedish_order_by_bytes():
    names = [
        "Adamsson",
        "Ångström",
        "Öberg",
        "Ärlig",
        "Zorn",
        "Åberg",
        "Eriksson",
        "Érard",
        "Wall",
        "van Berg",
        "Ek Dahl",
    ]
    ordered = sorted(names, key=lambda n: sort_key(n, "A").encode())
    assert ordered == [
        "Adamsson",
        "Ek Dahl",
        "Érard",
        "Eriksson",
        "van Berg",
        "Wall",
        "Zorn",
        "Åberg",
        "Ångström",
        "Ärlig",
        "Öberg",
    ]


def test_the_same_key_however_the_letters_are_composed():
    assert sort_key("A\u030aberg", "A") == sort_key("Åberg", "A")


def test_genitive():
    assert [genitive(n) for n in ("Alva", "Johannes", "Max", "Beatriz")] == ["Alvas", "Johannes", "Max", "Beatriz"]


@pytest.mark.parametrize(
    ("efternamn", "fornamn", "key"),
    [
        ("Ek-Dahl", "Åsa", "ek dahl\x01{sa"),
        ("van Berg", "Bo", "van berg\x01bo"),
        ("O'Brien", "Zoë", "obrien\x01zoe"),
        ("Łukasz", "Þór", "lukasz\x01thor"),
    ],
)
def test_the_key_itself(efternamn, fornamn, key):
    assert sort_key(efternamn, fornamn) == key
