"""Every address of the portal: who is let in, its arguments, and a valid body. One table for all tests of access.

A state (`case_states.STATES`) is a moment in a person's case, built by the portal's own actions. The `lagen` of a page
are the states in which it is tested; its body is valid in the first of them.
"""

from typing import Any

from django.urls import get_resolver
from lxml import html

from plans.views.foretradare.min_plan import DELAR
from tests.stod.case_page import (
    CHEF,
    EMERGENCY,
    FAMILY,
    PERSONS_THEMSELVES,
    READERS,
    REGISTRATOR,
    REVIEWERS,
    STAFF,
    CasePage,
    empty_body,
    of_person,
    register_list,
    sealed_list,
)
from tests.stod.pages_handlaggare import HANDLAGGARE_PAGES

FAMILY_PAGES = [
    *(
        CasePage(name, PERSONS_THEMSELVES, ("erbjuden", "odelat", "klar", "avslutad"))
        for name in ("min-plan", *(f"min-plan-{d.nyckel}" for d in DELAR))
    ),
    CasePage("mina-personer", None, ("erbjuden", "odelat", "utkast", "klar", "avslutad")),
    CasePage("min-person", READERS, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), of_person),
    CasePage("vem-har-tittat", FAMILY, ("erbjuden", "klar"), of_person),
    CasePage("las-plan", READERS, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), of_person),
    CasePage(
        "plan-svara", FAMILY, ("utkast",), of_person, lambda x: {"svar": "prata", "delning": x.delning.pk}, get=302
    ),
    CasePage(
        "ord-skriv",
        FAMILY,
        ("erbjuden",),
        lambda x: [x.person.pk, "om_mig"],
        lambda x: {"text": "Glad", "lasare": "alla", "rev": 0},
    ),
    CasePage(
        "ord-bekrafta-sjalv",
        frozenset({"alva_konto"}),
        ("erbjuden",),
        lambda x: [x.person.pk, x.ord.pk],
        lambda x: {"rev": x.ord.rev},
        get=405,
    ),
    CasePage(
        "ord-ta-bort",
        frozenset({"alva_konto"}),
        ("erbjuden",),
        lambda x: [x.person.pk, x.egna.pk],
        lambda x: {"rev": x.egna.rev},
    ),
    CasePage(
        "sa-ser-jag-det",
        frozenset({"birgitta"}),
        ("erbjuden",),
        of_person,
        lambda x: {"text": "Jag ser", "lasare": "alla", "rev": x.ser_det.rev},
    ),
    CasePage("erbjudande-svara-sjalv", FAMILY, ("lamnad",), of_person, lambda x: {"svar": "ja"}),
    CasePage("begaran-gor", FAMILY, ("erbjuden",), of_person, lambda x: {"slag": "plan", "text": "Tack"}),
]
SHARED_PAGES = [
    CasePage("laget", frozenset({"carin"}), ("klar",)),
    CasePage("foretradare-importera", REGISTRATOR, ("erbjuden",), post=lambda x: {"fil": register_list(x)}, efter=200),
    CasePage(
        "foretradare-importera-skarpt",
        REGISTRATOR,
        ("erbjuden",),
        post=lambda x: {"lista": sealed_list(x)},
        get=405,
        efter=200,
    ),
    CasePage("nodatkomst-lista", CHEF, ("erbjuden",), ser=CHEF),
    CasePage("nodatkomst-granska", CHEF, ("erbjuden",), lambda x: [x.nodatkomst.pk], empty_body, ser=CHEF),
    CasePage("kontroll-lista", frozenset({"carin"}), ("erbjuden",), ser=frozenset({"carin"})),
    CasePage("loggranskning", REVIEWERS, ("erbjuden", "klar")),
    CasePage("loggranskning-dra", REVIEWERS, ("erbjuden",), post=lambda x: {"manad": "2027-02"}, get=405),
    CasePage(
        "loggranskning-manad",
        REVIEWERS,
        ("klar",),
        lambda x: [x.granskning.pk],
        lambda x: {"slutsats": "Bra"},
        ser=REVIEWERS,
    ),
    CasePage(
        "loggranskning-fynd",
        REVIEWERS,
        ("klar",),
        lambda x: [x.fynd.pk],
        lambda x: {"bedomning": "behorig"},
        ser=REVIEWERS,
    ),
    CasePage("pdf-hamta", STAFF | READERS | EMERGENCY, ("klar", "avslutad"), lambda x: [x.pdf.pk], ser=EMERGENCY),
    CasePage("pdf-status", STAFF | READERS | EMERGENCY, ("klar", "avslutad"), lambda x: [x.pdf.pk], ser=EMERGENCY),
]
PAGES = [*HANDLAGGARE_PAGES, *FAMILY_PAGES, *SHARED_PAGES]

# Pages about no person, open to all, with the status that a visitor gets who is not logged in.
OPEN = {
    "hem": 302,
    "vad-ar": 200,
    "om": 200,
    "tillganglighet": 200,
    "dina-uppgifter": 200,
    "halsa": 503,
    "account_login": 200,
    "mfa_login_webauthn": 302,
    "mfa_authenticate": 302,
    "eleg": 200,
    "valkommen": 200,
    "valkommen-mote": 200,
    "valkommen-nyckel": 404,
    "valkommen-app": 404,
}
# Addresses with the code of an inloggningstjänst; an unknown code is 404. Tested in tests/trust/test_oidc.py and
# test_r05_saml.py. The one that takes only a POST answers 405 to a GET, whatever the code.
SERVICES = {"eleg-borja": 404, "eleg-svar": 404, "eleg-metadata": 404, "eleg-saml": 405}
# Pages for every logged-in user, with the status of a GET.
ACCOUNT = {
    "account_logout": 200,
    "account_change_password": 200,
    "account_reauthenticate": 200,
    "demo-mejl": 200,
    "kladd-spara": 405,
    "kladd-kasta": 405,
    "session-fortsatt": 405,
    "konto-sakerhet": 200,
    "mfa_index": 200,
    "mfa_list_webauthn": 200,
    "usersessions_list": 200,
    "konto-logga-ut-overallt": 405,
    "mfa_add_webauthn": 200,
    "mfa_activate_totp": 200,
    "mfa_generate_recovery_codes": 200,
    "mfa_view_recovery_codes": 404,
    "mfa_deactivate_totp": 404,
    "mfa_reauthenticate": 302,
    "mfa_reauthenticate_webauthn": 302,
}
# The address of the user's own passkey by its id; another user's is 404 (tests/trust/test_andra_steg.py).
OWN_KEYS = {"mfa_remove_webauthn"}
# Pages of the login library that are kept shut: always 404.
CLOSED = {"account_signup", "account_reset_password", "account_email", "account_inactive", "account_set_password"}


def all_names() -> set[str]:
    """Return every URL name except the admin's."""
    return {key for key in get_resolver().reverse_dict if isinstance(key, str)}


def hidden_fields(client: Any, url: str) -> dict[str, str]:
    """Return the hidden fields of a page's form, such as rev, as a browser would send them."""
    tree = html.fromstring(client.get(url).content.decode())
    return {e.get("name"): e.get("value", "") for e in tree.xpath("//form[@id='skriv']//input[@type='hidden']")}


def fill_in(client: Any, url: str, body: dict[str, Any] | None = None, **kwargs: Any) -> Any:
    """Open a page, fill in its form and send it."""
    return client.post(url, {**hidden_fields(client, url), **(body or {})}, **kwargs)
