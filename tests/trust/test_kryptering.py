"""R36: personnummer are encrypted at rest, found by a blind index, and moved to a new key by a command."""

import base64
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from plans.models import Foretradare, Person, kryptering
from plans.models.kryptering import WrongKey, decrypt, encrypt

pytestmark = [pytest.mark.django_db, pytest.mark.target("R36")]
PLATS = "plans_person.personnummer"


def ny_nyckel(number: int) -> str:
    return f"{number}:{base64.urlsafe_b64encode(bytes([number]) * 32).decode()}"


def tabelldump() -> str:
    """Dump every row of every table as text, as a thief would read it."""
    out = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608
            out += [row[0] for row in cursor.fetchall()]
    return "\n".join(out)


def nummer_i_klartext(numbers: list[str]) -> list[str]:
    dump = tabelldump()
    hexed = [n.encode().hex() for n in numbers]
    return [n for n, h in zip(numbers, hexed, strict=True) if n in dump or n[2:] in dump or h in dump]


def test_ingen_tabell_haller_ett_nummer_i_klartext(roles, measured):
    numbers = list(Person.objects.values_list("personnummer", flat=True))
    assert len(numbers) == 5 and nummer_i_klartext(numbers) == []
    measured(f"{len(numbers)} nummer, {len(connection.introspection.table_names())} tabeller, 0 i klartext")


def test_samma_nummer_ger_olika_chiffer_men_samma_index(roles):
    rows = Person.objects.filter(pk__in=[roles.alva.pk, roles.fjarran.pk])
    assert len({r.personnummer for r in rows}) == 1
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT personnummer, personnummer_index FROM plans_person WHERE id IN %s",
            [(roles.alva.pk, roles.fjarran.pk)],
        )
        ciphers, indexes = zip(*[(bytes(a), bytes(b)) for a, b in cursor.fetchall()], strict=True)
    assert len(set(ciphers)) == 2 and len(set(indexes)) == 1


def test_ett_chiffer_som_nagon_har_andrat_eller_flyttat_las_inte():
    data = encrypt("199001012385", PLATS)
    assert decrypt(data, PLATS) == "199001012385"
    for broken in (data[:-1] + bytes([data[-1] ^ 1]), bytes([9]) + data[1:]):
        with pytest.raises(WrongKey):
            decrypt(broken, PLATS)
    with pytest.raises(WrongKey):
        decrypt(data, "plans_foretradare.personnummer")


def test_ett_nummer_kan_inte_sokas_pa_annat_satt_an_genom_index():
    with pytest.raises(TypeError, match="blind index"):
        Person.objects.filter(personnummer="199001012385").exists()


def test_under_ett_nyckelbyte_hittas_alla(roles, settings):
    old = settings.LSS_KEYS
    settings.LSS_KEYS = f"{ny_nyckel(7)},{old}"
    number = roles.alva.personnummer
    assert Person.objects.med_personnummer(number).count() == 2
    Person.objects.get(pk=roles.alva.pk).save()
    assert Person.objects.med_personnummer(number).count() == 2
    assert {r.personnummer for r in Person.objects.med_personnummer(number)} == {number}


def test_ett_nyckelbyte_flyttar_alla_rader_och_den_gamla_nyckeln_kan_tas_bort(roles, settings, measured):
    Foretradare.objects.filter(konto=roles.birgitta).update(namn="Birgitta")
    birgitta = Foretradare.objects.get(konto=roles.birgitta)
    birgitta.personnummer = roles.dragan.personnummer
    birgitta.save()
    before = dict(Person.objects.values_list("pk", "personnummer"))
    settings.LSS_KEYS = f"{ny_nyckel(7)},{settings.LSS_KEYS}"
    out = StringIO()
    call_command("byt_nyckel", stdout=out)
    expected = Person.objects.count() + Foretradare.objects.count()
    assert out.getvalue().splitlines()[-2:] == ["nyckel: 7", f"omkrypterade: {expected}"]
    settings.LSS_KEYS = ny_nyckel(7)
    assert dict(Person.objects.values_list("pk", "personnummer")) == before
    assert Person.objects.med_personnummer(before[roles.alva.pk]).count() == 2
    assert Foretradare.objects.med_personnummer(roles.dragan.personnummer).get() == birgitta
    measured(f"nyckelbyte: {expected} rader, alla läses och hittas med bara den nya nyckeln")


def test_planterat_halvt_nyckelbyte_blir_rott(roles, settings, planted):
    """Rows left under the old key cannot be read once that key is gone, and the command says so."""
    old = settings.LSS_KEYS
    settings.LSS_KEYS = f"{ny_nyckel(7)},{old}"
    Person.objects.get(pk=roles.alva.pk).save()
    settings.LSS_KEYS = ny_nyckel(7)
    with pytest.raises(CommandError, match="gamla nyckeln"):
        call_command("byt_nyckel", stdout=StringIO())
    planted("en rad är kvar under den gamla nyckeln")


def test_planterat_nummer_i_klartext_blir_rott(roles, monkeypatch, planted):
    number = roles.alva.personnummer
    monkeypatch.setattr(kryptering, "encrypt", lambda text, plats: text.encode())
    Person.objects.get(pk=roles.alva.pk).save(update_fields=["personnummer"])
    assert nummer_i_klartext([number]) == [number]
    planted("numret skrivs okrypterat")


def test_planterat_nummer_i_en_fri_text_blir_rott(roles, planted):
    number = roles.alva.personnummer
    Person.objects.filter(pk=roles.alva.pk).update(adress=f"Storgatan 1, {number[2:]}")
    assert nummer_i_klartext([number]) == [number]
    planted("numret står i en annan kolumn")
