"""R14: pages behind login are never stored or framed and load nothing from others; after logout, Back shows nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib import admin
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from plans import middleware
from tests.stod.case_states import STATES, build_case
from tests.stod.database_state import undone
from tests.stod.pages import ACCOUNT, OPEN, PAGES
from tests.stod.peephole import Peephole
from tests.stod.running import ROOT, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.target("R14"), pytest.mark.slow]
LASARE = ("ingrid", "birgitta", "alva_konto", "carin", "greta", "rut", "nadia", "nodoppnat", "admin")
INGEN = "slutat"  # logged in, but with a right that has ended
VANTAT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": middleware.PERMISSIONS,
}
_SVAREN: dict[str, HttpResponse] = {}
FASTA = {"default-src": "'self'", "object-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'"}


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker: these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def saknas(answer: HttpResponse) -> list[str]:
    """List what is missing or wrong in an answer's headers."""
    got = answer.headers
    wrong = [f"{name}: {got.get(name)}" for name, value in VANTAT.items() if got.get(name) != value]
    if "no-store" not in got.get("Cache-Control", "") or "public" in got.get("Cache-Control", ""):
        wrong.append(f"Cache-Control: {got.get('Cache-Control')}")
    policy = got.get("Content-Security-Policy", "")
    rules = dict(part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip())
    wrong += [f"CSP {name}: {rules.get(name)}" for name, value in FASTA.items() if rules.get(name) != value]
    scripts = {k: v for k, v in rules.items() if k.startswith(("default", "script", "style", "connect", "font"))}
    wrong += [f"CSP {k}: {v}" for k, v in scripts.items() if v.strip() not in ("'self'", "'none'")]
    return wrong + (["CSP unsafe"] if "unsafe" in policy or "*" in policy or "Report-Only" in str(got) else [])


def svaren(r) -> dict[str, HttpResponse]:
    """Every kind of answer to a logged-in user: pages, refusals, wrong methods, posts and their errors.

    Fetched once for all the tests that inspect them.
    """
    if _SVAREN:
        return _SVAREN
    out: dict[str, HttpResponse] = {}
    clients = {who: Client(raise_request_exception=False) for who in (*LASARE, INGEN)}
    for who, client in clients.items():
        client.force_login(getattr(r, who))
    for lage in STATES:
        with undone():
            x = build_case(lage, r.alva, r.skap, r.ingrid)
            for sida in (s for s in PAGES if s.lagen[0] == lage):
                who = next(w for w in LASARE if sida.vem is None or w in sida.vem)
                url, client = sida.url(x), clients[who]
                out[f"{sida} {lage} GET"] = client.get(url)
                turn = len(out) % 3  # refusals all come from the same few lines, so one page in three will do
                if turn == 0:
                    out[f"{sida} {lage} 404"] = clients[INGEN].get(url)
                    out[f"{sida} {lage} PUT"] = client.put(url)
                elif sida.post:
                    with undone():
                        out[f"{sida} {lage} POST"] = client.post(url, sida.post(x) if turn == 1 else {})
    _SVAREN.update(out | _ovriga(clients))
    return _SVAREN


def _ovriga(clients: dict[str, Client]) -> dict[str, HttpResponse]:
    """Pages that concern no person, the admin's pages, and requests that fail before they reach a view."""
    staff, boss = clients["ingrid"], clients["admin"]
    out = {name: staff.get(reverse(name)) for name in (*ACCOUNT, *OPEN)}
    for model in admin.site._registry:
        for page in ("changelist", "add"):
            out[f"admin {model.__name__} {page}"] = boss.get(
                reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")
            )
    out |= {f"admin {p}": boss.get(reverse(f"admin:{p}")) for p in ("index", "jsi18n", "logout", "password_change")}
    out["finns inte"] = staff.get("/finns-inte/")
    out["utan snedstreck"] = staff.get("/att-gora")
    out["fel värd"] = staff.get("/att-gora/", headers={"host": "ond.example"})
    out["för mycket"] = staff.post(reverse("person-sok"), {"q": "x" * 2_100_000})
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = staff.cookies
    out["utan biljett"] = strict.post(reverse("person-sok"), {"q": "x"})
    return out


def test_varje_svar_har_alla_huvuden(roles, monkeypatch, measured):
    answers = dict(svaren(roles))
    broken = Client(raise_request_exception=False)
    broken.force_login(roles.ingrid)
    monkeypatch.setattr("plans.views.handlaggare.att_gora.tasks", None)
    answers["trasig"] = broken.get(reverse("att-gora"))
    assert {n: w for n, a in answers.items() if (w := saknas(a))} == {}
    seen = {a.status_code for a in answers.values()}
    assert {200, 301, 302, 400, 403, 404, 405, 500} <= seen
    assert any(a.headers["Content-Type"] == "application/pdf" for a in answers.values())
    measured(f"{len(answers)} svar (statusar {', '.join(map(str, sorted(seen)))}): 0 saknar no-store, CSP, nosniff …")


PRODUKTION = """
import json, django, sys
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("check", deploy=True, fail_level="WARNING")
client = Client()
host = {"HTTP_HOST": "plan.example.se"}
page = client.get("/om/", secure=True, **host)
login = client.get("/logga-in/", secure=True, **host)
plain = client.get("/om/", **host)
print(json.dumps({"hsts": page.headers.get("Strict-Transport-Security"), "csrf": login.cookies.output(),
  "session": [settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY,
  settings.SESSION_COOKIE_SAMESITE, settings.SESSION_COOKIE_DOMAIN, settings.SESSION_COOKIE_PATH],
  "plain": [plain.status_code, plain.headers.get("Location")], "huvuden": dict(page.headers), "debug": settings.DEBUG}))
"""


def produktion(tmp_path) -> dict:
    """Start the portal with production's environment variables only; raise unless `check --deploy` is clean."""
    sys.path.insert(0, str(ROOT / "script"))
    try:
        from launcher.checks import _production
    finally:
        sys.path.remove(str(ROOT / "script"))
    shutil.copytree(Path(os.environ["LSS_DATA"]) / "static", tmp_path / "static")
    env = _production(tmp_path) | {"PYTHONPATH": str(ROOT), "DATABASE_URL": os.environ["DATABASE_URL"]}
    env.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # set only for the tests
    done = subprocess.run([sys.executable, "-c", PRODUKTION], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_i_produktion(tmp_path, measured):
    """Production has HSTS, `__Host-` cookies, no plain HTTP, and no warning from `check --deploy`."""
    got = produktion(tmp_path)
    assert got["hsts"] == "max-age=31536000; includeSubDomains; preload" and not got["debug"]
    assert got["plain"] == [301, "https://plan.example.se/om/"]
    assert got["session"] == ["__Host-session", True, True, "Lax", None, "/"]
    assert "__Host-csrf=" in got["csrf"] and "Secure" in got["csrf"] and "SameSite=Lax" in got["csrf"]
    answer = HttpResponse(headers=got["huvuden"])
    assert saknas(answer) == []
    measured("produktionens inställningar: HSTS ett år, __Host-kakor, http → https, check --deploy utan anmärkning")


def i_admin(browser, client: Client, r) -> tuple[int, list[str]]:
    """Open the admin's pages in Chromium under our policy; return the number of requests and the console's messages."""
    eye, wrong = Peephole(browser), []
    pages = [reverse("admin:index"), reverse("admin:auth_user_password_change", args=[r.ingrid.pk])]
    for model, page in admin.site._registry.items():
        base, row = f"admin:{model._meta.app_label}_{model._meta.model_name}", page.get_queryset(None).first()
        pages += [reverse(f"{base}_changelist"), reverse(f"{base}_add")]
        pages += [reverse(f"{base}_change", args=[row.pk]), reverse(f"{base}_history", args=[row.pk])] if row else []
    for path in pages:
        eye.se(client, path)
        wrong += [f"{path}: {w}" for w in eye.tom()]
    eye.context.close()
    assert eye.tredje == 0
    return eye.begarda, wrong


def test_djangos_admin_lever_under_var_policy(roles, client, browser, measured):
    client.force_login(roles.admin)
    asked, wrong = i_admin(browser, client, roles)
    assert wrong == []
    measured(f"administrationen i Chromium: {asked} begärda filer, 0 till tredje part, tom konsol")


def test_efter_utloggning_visar_bakat_inget(kommun, browser, measured):
    """Back never shows an old page, not even from the browser's own memory of it (bfcache)."""
    page = log_in(browser, kommun, "ingrid")
    page.goto(f"{kommun.url}/personer/")
    page.goto(f"{kommun.url}/att-gora/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("button", name="Logga ut").click()
    page.wait_for_url("**/logga-in/**")
    seen = []
    for _ in range(3):
        page.go_back()
        page.wait_for_load_state()
        seen.append((page.title(), "Ingrid" in page.content(), page.url))
    page.context.close()
    assert all("Logga in" in title and not named for title, named, _ in seen), seen
    measured(f"utloggad, bakåt {len(seen)} gånger i Chromium: inloggningssidan varje gång")


def test_planterad_lagring_blir_rod(roles, monkeypatch, planted):
    monkeypatch.setattr(middleware, "add_never_cache_headers", lambda response: None)
    client = Client()
    client.force_login(roles.ingrid)
    assert saknas(client.get(reverse("person-lista"))) == ["Cache-Control: None"]
    planted("no-store sätts inte")


def test_planterad_policy_blir_rod(roles, settings, planted):
    rules = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {**rules, "script-src": ["'self'", "'unsafe-inline'"]}}
    client = Client()
    client.force_login(roles.ingrid)
    assert saknas(client.get(reverse("person-lista"))) != []
    planted("policyn tillåter inbäddade skript")


def test_planterad_tredje_part_blir_rod(roles, client, browser, planted):
    client.force_login(roles.ingrid)
    answer = client.get(reverse("person-lista"), secure=True)
    answer.content = answer.content.replace(b"</main>", b'<img src="https://langt.bort.example/x.png"></main>')
    del answer.headers["Content-Security-Policy"]
    eye = Peephole(browser)
    eye.se(client, reverse("person-lista"), answer)
    eye.context.close()
    assert eye.tredje == 1 and "asks https://langt.bort.example/x.png" in eye.tom()
    planted("en bild hämtas från någon annan")
