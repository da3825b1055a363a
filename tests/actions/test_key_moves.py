"""Re-encrypting under a new key: every value is moved, a batch at a time, and its plaintext stays the same."""

import pytest
from allauth.mfa.models import Authenticator

from plans import access
from plans.actions import nycklar
from plans.models import Actor, Foretradare, Handelse, Person
from plans.models.kryptering import NYCKLAR, decrypt_text, encrypt_to_text
from tests.stod.cast import IDAG

SYSTEM = Actor.system(IDAG)


def test_what_is_encrypted_is_found_by_its_columns():
    found = {model.__name__: sorted(names) for model, names in nycklar.encrypted_models().items()}
    assert found.pop("Person") == ["personnummer", "personnummer_index"]
    assert found.pop("Foretradare") == ["personnummer", "personnummer_index"]
    assert [name for name in found if name.endswith("Event")] == []


def test_rows_are_moved_a_batch_at_a_time(roles, monkeypatch):
    monkeypatch.setattr(nycklar, "BUNT", 2)
    ids = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    seen, last = [], 0
    while True:
        count, end = nycklar.byt_bunt(model=Person, efter=last, by=SYSTEM)
        if not count:
            break
        seen.append((count, end))
        assert Handelse.objects.latest("pk").person_ids == ids[2 * len(seen) - 2 : 2 * len(seen)]
        last = end
    assert seen == [(2, ids[1]), (2, ids[3]), (1, ids[4])]
    assert (count, end) == (0, ids[4])


def test_moved_representatives_are_about_nobody_by_name(roles):
    count, _ = nycklar.byt_bunt(model=Foretradare, efter=0, by=SYSTEM)
    assert count == Foretradare.objects.count()
    last = Handelse.objects.latest("pk")
    assert (last.person_ids, last.varfor.split(",")[0]) == ([], "foretradare")


def test_codes_are_encrypted_anew_and_say_the_same(roles):
    data = {"secret": encrypt_to_text("hemlig", NYCKLAR), "used": [1]}
    app = Authenticator.objects.create(user=roles.alva_konto, type="totp", data=data)
    spare = {"seed": encrypt_to_text("frö", NYCKLAR)}
    codes = Authenticator.objects.create(user=roles.alva_konto, type="recovery_codes", data=spare)
    Authenticator.objects.create(user=roles.alva_konto, type="webauthn", data={"secret": "inte krypterad"})
    assert nycklar.byt_koder(by=SYSTEM) == 2
    app.refresh_from_db()
    codes.refresh_from_db()
    assert app.data["secret"] != data["secret"] and codes.data["seed"] != spare["seed"]
    assert decrypt_text(app.data["secret"], NYCKLAR) == "hemlig" and app.data["used"] == [1]
    assert decrypt_text(codes.data["seed"], NYCKLAR) == "frö"
    last = Handelse.objects.latest("pk")
    assert (last.handelse, last.varfor.split(",")[0]) == ("nyckel.byt", "authenticator")
    with pytest.raises(access.Nekad):
        nycklar.byt_koder(by=Actor(roles.admin, IDAG))
