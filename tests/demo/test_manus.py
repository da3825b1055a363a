"""The lives written by hand for the demo: complete, in easy sentences, and every key that they refer to exists."""

from pathlib import Path

import pytest

from plans.demo import forrad, manus
from plans.demo.inloggningar import GOD_MAN, HANDLAGGARE
from plans.models import Atgard, EgetOrd, Malsattning, PlanRad, PlanSvar, Uppfoljning

ALLA = manus.all_scripts()
VERSIONER = [(m, v) for m in ALLA for v in m.versioner]


def latta(m: manus.Manus) -> list[str]:
    """Every easy sentence of a manuscript."""
    parts = [part.latt for v in m.versioner for part in (*v.mal, *v.rader, *v.saker)]
    changed = [str(d["latt_mening"]) for v in m.versioner for d in v.andrat.values() if "latt_mening" in d]
    return parts + changed + [b.latt for b in m.beslut.values() if m.versioner]


def test_there_are_eight_plans_that_read_like_life():
    assert len([m for m in ALLA if m.versioner]) >= 8
    assert len([m for m in ALLA if len(m.versioner) > 1]) >= 2


@pytest.mark.parametrize("m", ALLA, ids=lambda m: m.nyckel)
def test_every_row_has_an_easy_sentence_of_at_most_ten_words(m):
    for sentence in latta(m):
        assert 2 <= len(sentence.split()) <= 10, sentence
        assert sentence[-1] in ".!?", sentence


def test_the_stock_has_easy_sentences_too():
    pieces = [p for rows in forrad.BITAR.values() for p in rows]
    sentences = [s for p in pieces for s in (p.latt, p.lofte_latt)]
    sentences += [row["latt"] for p in pieces for row in (p.onskad, p.planerad) if row]
    for sentence in sentences + [s.latt for rows in forrad.ANDRA.values() for s in rows]:
        assert 2 <= len(sentence.split()) <= 10, sentence


@pytest.mark.parametrize(("m", "v"), VERSIONER, ids=lambda x: getattr(x, "nyckel", ""))
def test_keys_and_choices_are_known(m, v):
    until = m.versioner[: m.versioner.index(v) + 1]
    known = {part.nyckel for old in until for part in (*old.mal, *old.rader, *old.saker)}
    assert {u.nyckel for u in v.sedan} | set(v.andrat) | set(v.bort) <= known
    assert {o.fraga for o in v.ord} <= set(EgetOrd.Fraga.values)
    assert {part.omrade for part in v.mal} <= {"", *Malsattning.Livsomrade.values}
    assert {r.status for r in v.rader} <= set(PlanRad.Status.values)
    assert {s.slag for s in v.saker} <= set(Atgard.Slag.values)
    assert {s.svar for s in v.svar} <= set(PlanSvar.Svar.values)
    assert {u.utfall for u in v.sedan} <= set(Uppfoljning.Utfall.values)


@pytest.mark.parametrize(("m", "v"), VERSIONER, ids=lambda x: getattr(x, "nyckel", ""))
def test_days_come_in_their_order(m, v):
    steps = [m.erbjod, m.svarade, v.borjad, v.delad, v.klar, 0]
    days = [d for d in steps if d is not None]
    assert days == sorted(days)
    assert all(v.delad <= s.dag <= (v.klar or 0) for s in v.svar)
    assert all(v.klar <= u.dag <= 0 for u in v.sedan)


def test_texts_name_the_log_ins_of_the_demo():
    folder = Path(manus.__file__).parent / "rika"
    text = "".join(f.read_text(encoding="utf-8") for f in folder.glob("*.toml"))
    assert HANDLAGGARE in text
    assert GOD_MAN in text
