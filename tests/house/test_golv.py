"""Floors: no locked or installed package is older than the version that fixed a known hole (docs/golv.toml)."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from django.conf import settings
from packaging.version import Version

ROOT = Path(settings.BASE_DIR)
GOLV = tomllib.loads((ROOT / "docs" / "golv.toml").read_text())


def last(text: str) -> dict[str, str]:
    """Map each package in a lock file to its version."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s\\]+)", text, re.M | re.I))


def under_golvet(versions: dict[str, str]) -> list[str]:
    """Return packages that are below their floor, or missing altogether."""
    out = []
    for name, floor in GOLV.items():
        have = versions.get(name)
        if have is None or Version(have) < Version(floor["minst"]):
            out.append(f"{name} {have} < {floor['minst']}: {', '.join(floor['rad'])}")
    return out


def test_the_lock_and_what_is_installed_stand_on_the_floors():
    assert under_golvet(last((ROOT / "requirements.txt").read_text())) == []
    assert under_golvet({name: version(name) for name in GOLV}) == []


def test_what_both_locks_name_is_the_same():
    product, tools = (last((ROOT / f"requirements{end}.txt").read_text()) for end in ("", "-dev"))
    assert {n: (product[n], tools[n]) for n in product.keys() & tools.keys() if product[n] != tools[n]} == {}


def test_each_floor_says_which_hole_and_where_it_was_read():
    for name, floor in GOLV.items():
        assert floor.keys() == {"minst", "rad", "varfor", "kalla"}, name
        assert floor["rad"] and all(re.fullmatch(r"CVE-\d{4}-\d{4,}|GHSA(-\w{4}){3}", r) for r in floor["rad"]), name
        assert floor["kalla"].startswith("https://") and len(floor["varfor"]) > 10, name


@pytest.mark.parametrize(("name", "old"), [("weasyprint", "69.0"), ("django", "5.2.17"), ("gunicorn", "21.2.0")])
def test_an_old_package_is_found(name, old):
    versions = last((ROOT / "requirements.txt").read_text())
    assert [row.split()[0] for row in under_golvet(versions | {name: old})] == [name]
    assert [row.split()[0] for row in under_golvet({k: v for k, v in versions.items() if k != name})] == [name]
