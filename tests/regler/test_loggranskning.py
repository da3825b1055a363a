"""Patterns in a log that deserve a second look."""

import datetime as dt

import pytest

from plans.regler import loggranskning as regler


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Storgatan 4B", "STORG. 4 b, 123 45 Björkdala", True),
        ("Storgatan 4B lgh 1102, 12345 Björkdala", "c/o Ek\nStorgatan 4B\n123 45 Björkdala", True),
        ("Norra Lindv. 12", "Norra Lindvägen 12", True),
        ("Storgatan 4", "Storgatan 4B", False),
        ("Storgatan 4, 123 45 Björkdala", "Storgatan 4, 543 21 Ekhamra", False),
        ("Storgatan 4", "Storgatan 14", False),
        ("Box", "Box", False),
        ("", "", False),
    ],
)
def test_samma_adress(a, b, same):
    assert regler.same_address(a, b) is same and regler.same_address(b, a) is same


@pytest.mark.parametrize(
    ("namn", "fornamn", "efternamn", "same"),
    [
        ("Anna Berg", "Maria Anna", "Berg", True),
        ("ANNA BERG-EK", "Anna", "Ek Berg", True),
        ("Anna Berg", "Anna", "Berg Ek", False),
        ("Anna Berg", "Eva", "Berg", False),
        ("Anna", "Anna", "", False),
    ],
)
def test_samma_namn(namn, fornamn, efternamn, same):
    assert regler.same_name(namn, fornamn, efternamn) is same


def test_ett_vanligt_efternamn_ar_svagt():
    assert regler.shared_surnames("Eva Lind-Tornérus", "Tornérus") == {"tornérus"}
    assert regler.is_weak({"andersson"}, set()) and regler.is_weak({"tornérus"}, {"tornérus"})
    assert not regler.is_weak({"tornérus", "andersson"}, set())


@pytest.mark.parametrize(
    ("nar", "udda"),
    [
        (dt.datetime(2027, 2, 10, 22, 59), False),
        (dt.datetime(2027, 2, 10, 23, 0), True),
        (dt.datetime(2027, 2, 10, 4, 59), True),
        (dt.datetime(2027, 2, 10, 5, 0), False),
        (dt.datetime(2027, 2, 13, 12, 0), True),
    ],
)
def test_udda_tid(nar, udda):
    assert regler.is_odd_hour(nar) is udda


def test_ovanligt_manga():
    assert regler.unusually_many(18, [4, 5, 5], [3, 4])
    assert not regler.unusually_many(18, [6, 7, 7], [3, 4]), "usual for the user"
    assert not regler.unusually_many(9, [1, 1], [1]), "few"
    assert regler.unusually_many(10, [], [])
    assert [regler.sample_size(n) for n in (0, 3, 40, 1000)] == [0, 3, 5, 20]


def test_manga_avvisade():
    assert regler.many_refusals(20, 0) and regler.many_refusals(31, 10)
    assert not regler.many_refusals(19, 0), "few"
    assert not regler.many_refusals(30, 10), "as usual"


@pytest.mark.parametrize(
    ("namn", "parts"),
    [
        ("Åsa  Lind-Ek", ("åsa", "lind", "ek")),
        ("Eva M Ek", ("eva", "ek")),  # an initial is not a name
        ("Bo Ek", ("bo", "ek")),
        (" ", ()),
    ],
)
def test_delar(namn, parts):
    assert regler.name_parts(namn) == parts


@pytest.mark.parametrize(
    ("ena", "efternamn", "shared"),
    [
        ("Eva Lind", "Lind", {"lind"}),
        ("Eva Lind-Ek", "Ek Lind", {"lind", "ek"}),
        ("Lind Ek", "Lind", set()),  # the first name is not a surname
        ("Eva Lind", "Ek", set()),
    ],
)
def test_delade_efternamn(ena, efternamn, shared):
    assert regler.shared_surnames(ena, efternamn) == shared


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Storg. 4 B lgh 1102", ("storgatan 4b", "")),
        ("c/o Ek 12, Storgatan 4B,, 123 45 Björkdala", ("storgatan 4b", "12345")),  # the c/o line is ignored
        ("Norra Lindv. 12\n54321 Ekhamra", ("norra lindvägen 12", "54321")),
        ("123 45 Björkdala", None),
        ("Box", None),
    ],
)
def test_adress(text, found):
    assert regler.street_address(text) == found


def test_three_times_the_usual_is_not_yet_more():
    assert [regler.unusually_many(n, [4], [2]) for n in (12, 13)] == [False, True]


def test_the_figures_of_the_review():
    assert (regler.DAGAR_UTAN_ARENDE, regler.VANLIGT_HAR) == (3, 4)
