"""The house rules. Without these tests, a reader could only trust that the code follows them."""

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

import plans.actions
import plans.models
from plans import access
from plans.logg import audit
from plans.logg.handelser import Handelseslag
from tests.stod import access_doc
from tests.stod.addresses import named_patterns

ROOT = Path(settings.BASE_DIR)
PLANS = ROOT / "plans"
VIEWS = sorted(p for folder in ("views", "konto/views") for p in (PLANS / folder).rglob("*.py"))
FORMS = sorted((PLANS / "forms").glob("*.py"))
APP = [p for p in PLANS.rglob("*.py") if "migrations" not in p.parts]
TEMPLATES = sorted(p for p in (ROOT / "templates").rglob("*.*") if p.suffix in (".html", ".txt"))


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_access_page_is_what_the_code_says():
    assert (ROOT / "docs" / "atkomst.md").read_text() == access_doc.table()  # python -m tests.stod.access_doc


def test_every_domain_word_is_in_the_glossary():
    words = set(re.findall(r"`([\w.]+)`", (ROOT / "docs" / "ordlista.md").read_text()))
    wanted = set()
    for model in apps.get_app_config("plans").get_models():
        wanted.add(model.__name__)
        inner = (c for c in vars(model).values() if inspect.isclass(c) and issubclass(c, models.Choices))
        wanted |= {f"{model.__name__}.{c.__name__}" for c in inner}
    for module in pkgutil.iter_modules(plans.actions.__path__):
        wanted.add(f"actions.{module.name}")
    assert sorted(wanted - words) == []


def test_every_key_is_asked_for_somewhere():
    code = "\n".join(p.read_text() for p in APP if p != PLANS / "access" / "keys.py")
    asked_by_another = {"plan.utkast"}  # who may open an unshared draft; named only in the table of keys
    assert [k for k in access.NYCKLAR if f'"{k}"' not in code and k not in asked_by_another] == []


def asked_for() -> set[str]:
    """Return the keys that the code asks for by name."""
    asked = set()
    for path in APP:
        asked |= set(re.findall(r'access\.(?:require|may)\(\s*[\w.()]+,\s*"([\w.]+)"', path.read_text()))
        asked |= set(re.findall(r'access\.(?:get|first)_or_404\([^"]*?"(\w+\.\w+)"', path.read_text()))
    return asked


def test_every_key_that_is_asked_for_is_known():
    assert len(asked_for()) > 40 and asked_for() - set(access.NYCKLAR) == set()


def test_every_event_and_every_key_that_is_asked_for_has_its_words():
    recorded = set()
    for path in APP:
        recorded |= set(re.findall(r'audit\.record\(\s*"([\w.]+)"', path.read_text()))
    assert len(recorded) > 40 and sorted((recorded | asked_for()) - set(Handelseslag.values)) == []


def test_no_event_is_without_use():
    """An event is in use if the code names it, if it is an access key (for refusals), or if it says a row is opened."""
    code = "\n".join(p.read_text() for p in APP if p != PLANS / "logg" / "handelser.py")
    opened = {f"{model._meta.model_name}.oppnad" for model in apps.get_app_config("plans").get_models()}
    unused = [e for e in Handelseslag.values if f'"{e}"' not in code and e not in opened | set(access.NYCKLAR)]
    assert unused == []


def test_an_unknown_event_cannot_be_written():
    with pytest.raises(ValueError, match="hittepa"):
        audit.record("plan.hittepa", by=None)


@pytest.mark.parametrize("path", FORMS, ids=names)
def test_forms_do_not_save(path):
    assert ".save(" not in path.read_text()


@pytest.mark.parametrize("path", VIEWS, ids=names)
def test_views_do_not_write_and_do_not_save_forms(path):
    text = path.read_text()
    assert re.findall(r"form\.save\(|\.objects\.(?:create|update|bulk_|get_or_create|update_or_create)", text) == []


@pytest.mark.parametrize("path", VIEWS, ids=names)
def test_view_functions_are_short(path):
    long = [
        (node.name, node.end_lineno - node.lineno)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno > 25
    ]
    assert long == []


# Files that may ask for the real time: for a row's time stamp, or for jobs, which wait in real time.
STAMPS = {
    "actions/foretradare.py",
    "actions/nodatkomster.py",
    "actions/pdfer.py",
    "actions/personer.py",
    "actions/puls.py",
    "actions/utskick.py",
    "views/oppna.py",
}
ASKS_THE_TIME = re.compile(r"localdate\(\)|timezone\.now\(|date\.today\(|datetime\.now\(")


def test_there_is_one_clock():
    """Today's date, and whether something has expired, come from plans/klocka.py, whose time the demo may move."""
    found = {str(p.relative_to(PLANS)) for p in PLANS.rglob("*.py") if ASKS_THE_TIME.search(p.read_text("utf-8"))}
    assert found == STAMPS | {"klocka.py"}


def test_the_clock_is_at_the_edge():
    """Views, tasks and commands ask the clock; the layers below them are given the day."""
    floors = ("regler", "models", "logg", "access", "lasning", "utskick", "papper", "utbyte", "actions", "forms")
    below = [p for floor in floors for p in (PLANS / floor).rglob("*.py")]
    assert len(below) > 100
    assert [names(p) for p in below if "klocka" in _imported(p)] == []


def _imported(path: Path) -> set[str]:
    return {
        alias.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom | ast.Import)
        for alias in node.names
    }


def test_every_template_is_used():
    code = "\n".join(p.read_text() for p in [*APP, *TEMPLATES] if p.suffix in (".py", ".html", ".txt"))
    by_name = {"400.html", "403.html", "404.html", "500.html", "429.html"}  # Django and allauth find these by name
    unused = []
    for path in TEMPLATES:
        name = str(path.relative_to(ROOT / "templates"))
        by_library = name in by_name or name.split("/")[0] in ("lss", "account", "allauth", "mfa")
        if not by_library and f'"{name}"' not in code and f"'{name}'" not in code and not _by_stem(name, code):
            unused.append(name)
    assert unused == [], "\n".join(unused)


def _by_stem(name: str, code: str) -> bool:
    """Whether the code builds the page's name from its folder and a stem, as in public/{template}.html."""
    folder, _, rest = name.rpartition("/")
    stem = rest.rsplit(".", 1)[0]
    return f'f"{folder}/{{' in code and f'"{stem}"' in code


def test_text_from_outside_is_put_in_order_by_one_function():
    """Text from outside is normalized in plans/regler/text.py. The files in `others` never get it first."""
    others = {"plans/regler/namn.py", "plans/papper/typsnitt.py", "plans/demo/plats.py"}
    found = {names(p) for p in APP if "unicodedata.normalize(" in p.read_text()}
    assert found - others == {"plans/regler/text.py"}


def test_no_inline_style_or_script_in_any_page():
    bad = [
        names(p)
        for p in TEMPLATES
        if p.suffix == ".html"
        and p.parent.name not in ("papper", "mail")
        and re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=", p.read_text())
        and p.name not in ("500.html", "400.html", "413.html")
    ]
    assert bad == []


def test_every_public_function_says_what_it_does():
    silent = []
    for path in APP:
        for node in ast.parse(path.read_text()).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                silent.append(f"{names(path)}:{node.name}")
    assert silent == []


# Public functions of plans/actions without `by`: jobs, acts of a login code's holder, steps inside other actions.
WITHOUT_BY = {
    "inbjudningar.gor_app",
    "inbjudningar.gor_nyckel",
    "inbjudningar.new_code",
    "inloggningar.new_password",
    "insatser.offer_for",
    "kladdar.stada",
    "logg.forsegla",
    "nycklar.encrypted_models",
    "pdfer.order_row",
    "pdfer.rendera_en",
    "personer.new_case_number",
    "planer.fill_in_decided",
    "puls.sla",
    "utskick.order",
    "utskick.planera",
    "utskick.skicka_ett",
}
POSITIONAL = {"planer.lock_draft"}  # actions begin by calling it, as they call the functions of locks


def actions() -> dict[str, inspect.Signature]:
    """Return every public function of plans/actions, except in the modules that actions build on (locks, queue)."""
    found = {}
    for module in pkgutil.iter_modules(plans.actions.__path__):
        loaded = importlib.import_module(f"plans.actions.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            raw = inspect.unwrap(function)
            own = raw.__module__ == loaded.__name__ and not name.startswith("_")
            if own and module.name not in ("locks", "queue"):
                found[f"{module.name}.{name}"] = inspect.signature(raw)
    return found


def positional(found: dict[str, inspect.Signature]) -> set[str]:
    """Return the actions that take `by` and allow arguments that are not keyword-only."""
    return {
        name
        for name, signature in found.items()
        if "by" in signature.parameters and any(p.kind != p.KEYWORD_ONLY for p in signature.parameters.values())
    }


def test_every_action_is_keyword_only_and_says_who():
    found = actions()
    assert {name for name, signature in found.items() if "by" not in signature.parameters} == WITHOUT_BY
    assert positional(found) == POSITIONAL


def test_planterat_an_action_that_takes_its_arguments_in_order_is_seen():
    def loose(person, *, by):
        return person, by

    assert positional({"x.loose": inspect.signature(loose)}) == {"x.loose"}


def test_url_names_are_unique():
    found = [p.name for p in named_patterns()]
    assert len(found) == len(set(found)) and all(found)


def test_no_private_word_in_what_is_committed():
    """No file names the host of a package registry or a path on somebody's machine."""
    suspicious = re.compile(r"https?://[\w.-]*(?:pypi|proxy|mirror|artifact)[\w.-]*|/home/\w+/|/work/")
    files = [*ROOT.glob("*.*"), *(ROOT / "docs").rglob("*.md"), *APP, *TEMPLATES, *(ROOT / "script").rglob("*")]
    hits = [
        names(p)
        for p in files
        if p.is_file() and p.suffix != ".pyc" and p.name != ".git" and suspicious.search(p.read_text(errors="ignore"))
    ]
    assert hits == []


INNER = re.compile(r"allauth\.(?:\w+\.)*internal\b")


def inner_imports(source: str) -> list[str]:
    """List what a module imports from allauth's inner parts, in whatever way the import is written."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            found.append(node.value)  # import_string, monkeypatch.setattr
    return [name for name in found if INNER.match(name)]


def test_allauths_inner_parts_are_met_in_one_module():
    code = [p for folder in ("plans", "lss_portal", "tests", "benchmarks") for p in (ROOT / folder).rglob("*.py")]
    strays = {names(p): inner_imports(p.read_text()) for p in code if p != PLANS / "allauth_inner.py"}
    assert {path: found for path, found in strays.items() if found} == {}
    assert len(inner_imports((PLANS / "allauth_inner.py").read_text())) >= 6


@pytest.mark.parametrize(
    "stray",
    [
        "from allauth.mfa.totp.internal import auth",
        "from allauth.mfa.totp.internal.auth import TOTP",
        "from allauth.core import internal",
        "import allauth.core.internal.ratelimit",
        "def view():\n    from allauth.core.internal import ratelimit",
        'patch("allauth.core.internal.ratelimit.consume", f)',
    ],
)
def test_planterat_a_stray_inner_import_is_seen(stray):
    assert len(inner_imports(stray)) == 1
    assert inner_imports("from allauth.mfa.models import Authenticator") == []
