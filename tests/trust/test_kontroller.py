"""R5: `check --deploy` names what is unsafe, and is silent when all is well."""

import base64
import os
import secrets
import subprocess
import sys

import pytest
from django.conf import settings as installningar
from django.db import OperationalError, connection

from plans import checks
from plans.demo.inloggningar import NAMED
from plans.konto.public_passwords import PUBLIC_PASSWORDS
from plans.models import User
from tests.stod import factories as f
from tests.stod.login_door import with_password

pytestmark = pytest.mark.target("R5")
SAKERT = {
    "DEMO": False,
    "DEBUG": False,
    "MFA_KRAVS": True,
    "LOKALA_LOSENORD": False,
    "SECRET_KEY": secrets.token_urlsafe(60),
    "LSS_KEYS": f"1:{base64.urlsafe_b64encode(bytes(range(32))).decode()}",
    "SESSION_COOKIE_NAME": "__Host-session",
    "SESSION_COOKIE_SECURE": True,
    "SESSION_COOKIE_DOMAIN": None,
    "CSRF_COOKIE_NAME": "__Host-csrf",
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_DOMAIN": None,
    "PUBLIC_BASE_URL": "https://plan.example.se",
    "ALLOWED_HOSTS": ["plan.example.se"],
    "INAKTIV_MINUTER": 15,
    "PROXYER": 1,
    "DAGAR_FRAM": 0,
}
FARLIGT = [
    ({"DEMO": True}, ["E001"]),
    ({"DEBUG": True}, ["E002"]),
    ({"DAGAR_FRAM": 30}, ["E009"]),
    ({"DAGAR_FRAM": -1}, ["E009"]),
    ({"DAGAR_FRAM": 30, "DEMO": True}, ["E001"]),
    ({"MFA_KRAVS": False, "LOKALA_LOSENORD": True}, ["E003", "W001"]),
    ({"MFA_KRAVS": False}, []),  # no passwords, so no second factor to demand
    ({"SECRET_KEY": "kort"}, ["E004"]),
    ({"SECRET_KEY": "x" * 80}, ["E004"]),
    ({"LSS_KEYS": f"1:{base64.urlsafe_b64encode(b'A' * 32).decode()}"}, ["E005"]),
    ({"SESSION_COOKIE_NAME": "session"}, ["E006"]),
    ({"SESSION_COOKIE_SECURE": False}, ["E006"]),
    ({"CSRF_COOKIE_DOMAIN": "example.se"}, ["E006"]),
    ({"PUBLIC_BASE_URL": "http://plan.example.se"}, ["E007"]),
    ({"ALLOWED_HOSTS": ["*"]}, ["E008"]),
    ({"ALLOWED_HOSTS": [".example.se"]}, ["E008"]),
    ({"LOKALA_LOSENORD": True}, ["W001"]),
    ({"INAKTIV_MINUTER": 60}, ["W002"]),
    ({"PROXYER": 0}, ["W003"]),
]


def funnet(settings, **given) -> list[str]:
    """Return the ids of the check's messages."""
    for name, value in (SAKERT | given).items():
        setattr(settings, name, value)
    return [message.id.removeprefix("plans.") for message in checks.doors_are_shut(None)]


def test_what_is_safe_is_silent(settings):
    assert funnet(settings) == []


@pytest.mark.parametrize(("given", "expected"), FARLIGT)
def test_what_is_unsafe_is_named(settings, given, expected):
    assert funnet(settings, **given) == expected


def test_every_check_is_tried_both_ways():
    numbers = [row[0] for row in (*checks.ERRORS, *checks.WARNINGS)]
    assert sorted({e for _, expected in FARLIGT for e in expected}) == sorted(numbers)


def opened(settings, **given) -> list[str]:
    """Return the check's messages about the demo's public passwords."""
    for name, value in (SAKERT | given).items():
        setattr(settings, name, value)
    return [message.msg for message in checks.no_public_password_opens(None)]


@pytest.mark.target("R48")
def test_a_public_password_that_opens_is_named(db, settings, measured, planted):
    assert opened(settings) == []
    for name in ("admin", "chef"):
        with_password(f.user(name), PUBLIC_PASSWORDS[name])
    stored = User.objects.get(username="admin").password
    (said,) = opened(settings)
    assert "öppnar: admin, chef." in said and PUBLIC_PASSWORDS["admin"] not in said
    assert User.objects.get(username="admin").password == stored
    assert opened(settings, DEMO=True) == []
    measured(f"{len(PUBLIC_PASSWORDS)} lösenord som är offentliga känns igen av check --deploy; demodata vägrar")
    planted("demons lösenord öppnar administratörens inloggning")


def test_a_name_of_the_demo_with_another_password_is_nobodys_business(db, settings):
    with_password(f.user("admin"), PUBLIC_PASSWORDS["chef"])
    with_password(f.user("andra"), PUBLIC_PASSWORDS["admin"])
    f.user("chef").set_unusable_password()
    assert opened(settings) == []


def test_a_database_that_does_not_answer_is_not_spoken_of(db, settings):
    def unreachable(execute, sql, params, many, context):
        raise OperationalError("connection refused")

    with_password(f.user("admin"), PUBLIC_PASSWORDS["admin"])
    with connection.execute_wrapper(unreachable):
        assert opened(settings) == []
    assert len(opened(settings)) == 1


def test_every_named_login_of_the_demo_has_its_password_in_the_list():
    assert set(NAMED) == set(PUBLIC_PASSWORDS)


@pytest.mark.slow
def test_check_deploy_is_clean_with_what_drift_says(measured):
    """Run the whole command as in a deployment, with as few environment variables as it needs."""
    safe = {
        "SECRET_KEY": SAKERT["SECRET_KEY"],
        "LSS_KEYS": SAKERT["LSS_KEYS"],
        "ALLOWED_HOSTS": "plan.example.se",
        "PUBLIC_BASE_URL": SAKERT["PUBLIC_BASE_URL"],
        "LSS_LOKALA_LOSENORD": "0",
        "LSS_DEMO": "0",
        "DEBUG": "0",
    }
    for change, expected in (({}, 0), ({"LSS_DEMO": "1"}, 1)):
        command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
        env = {k: v for k, v in os.environ.items() if k != "DJANGO_ALLOW_ASYNC_UNSAFE"} | safe | change
        done = subprocess.run(command, cwd=installningar.BASE_DIR, env=env, capture_output=True, text=True, timeout=60)
        assert done.returncode == expected, done.stderr
    measured(f"check --deploy tyst; {len(FARLIGT)} osäkra inställningar, var och en vid namn")
