"""The överförmyndare's list: read however Excel saved it; a right is added once; nothing is overwritten or revealed."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plans import access
from plans.actions import foretradare, inloggningar
from plans.models import Actor, Foretradare, Foretradarskap, Handelse, Person
from plans.regler.fel import Regelbrott
from plans.utbyte import forordnanden
from plans.utbyte.forordnanden import COLUMNS
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
RAD = "{who};Bo Åkesson;{person};god man;bevaka rätt, sörja för person;2027-01-12;;Beslut 2027-01-12"


def fil(*rows: str) -> str:
    return "\n".join([";".join(COLUMNS), *rows]) + "\n"


def rad(person, who=None, **changed: str) -> str:
    cells = RAD.format(who=who or f.number(skip=30), person=getattr(person, "personnummer", person)).split(";")
    return ";".join(changed.get(name, cell) for name, cell in zip(COLUMNS, cells, strict=True))


@pytest.fixture
def kor(roles, tmp_path):
    def run(content: str | bytes, *more: str, som: str = "rut") -> list[str]:
        path, out = tmp_path / "lista.csv", StringIO()
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("importera_forordnanden", str(path), "--som", som, *more, stdout=out)
        return out.getvalue().splitlines()

    return run


def test_provas_forst_kors_sedan_och_andra_gangen_ar_inget_nytt(roles, kor):
    content, before = fil(rad(roles.alva), rad(roles.dragan)), Foretradarskap.objects.count()
    assert kor(content)[-1] == "nya: 2  fanns: 0  fel: 0"
    assert Foretradarskap.objects.count() == before and "Inget är ändrat" in kor(content)[-2]
    assert kor(content, "--kor") == ["nya: 2  fanns: 0  fel: 0"]
    assert kor(content, "--kor") == ["nya: 0  fanns: 2  fel: 0"]
    who = Foretradare.objects.get(namn="Bo Åkesson")
    assert {s.person for s in who.skap.all()} == {roles.alva, roles.dragan}
    skap = who.skap.first()
    assert (skap.bevaka_ratt, skap.sorja_for_person, skap.forvalta_egendom) == (True, True, False)
    assert skap.kontrollerad_at is None and skap.verifierad_av.username == "rut"
    rows = Handelse.objects.filter(handelse="foretradare.importera")
    assert [(sorted(r.person_ids), r.varfor) for r in rows] == [
        (sorted([roles.alva.pk, roles.dragan.pk]), "Provkörning")
    ] * 2 + [(sorted([roles.alva.pk, roles.dragan.pk]), ""), ([], "")]


def test_en_inloggning_oppnar_alla_hens_personer(roles, kor):
    kor(fil(rad(roles.alva), rad(roles.yusuf), rad(roles.dragan)), "--kor")
    skap = Foretradarskap.objects.get(foretradare__namn="Bo Åkesson", person=roles.alva)
    user = inloggningar.oppna_for_eleg(person=roles.alva, skap=skap, by=Actor(roles.ingrid, IDAG))
    assert set(access.foretradda(Actor(user, IDAG))) == {roles.alva, roles.yusuf, roles.dragan}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_sa_som_excel_sparar(roles, kor, encoding, mark):
    content = fil(rad(roles.alva, omfattning="bevaka rätt/sörja för person")).replace(";", mark).replace("\n", "\r\n")
    assert kor(content.encode(encoding), "--kor")[-1] == "nya: 1  fanns: 0  fel: 0"
    assert Foretradare.objects.filter(namn="Bo Åkesson").exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"foretradare_personnummer": "19900101-0000"}, "Företrädarens personnummer stämmer inte"),
        ({"huvudman_personnummer": ""}, "Huvudmannens personnummer stämmer inte"),
        ({"typ": "ombud"}, "Typ ska vara god man"),
        ({"omfattning": "allt"}, "Omfattning ska vara"),
        ({"omfattning": ""}, "Omfattning ska vara"),
        ({"fran": "i fjol"}, "Från ska vara en dag"),
        ({"fran": "2027-W01-1"}, "Från ska vara en dag"),
        ({"fran": ""}, "Från vilken dag saknas"),
        ({"till": "2026-01-01"}, "Slutdagen är före"),
        ({"fran": "2025-01-01", "till": "2026-01-01"}, "redan slutat"),
        ({"foretradare_namn": "=HYPERLINK(1)"}, "ser ut som en formel"),
        ({"underlag": "@SUM(1)"}, "ser ut som en formel"),
        ({"underlag": "x" * 201}, "högst 200"),
        ({"typ": "förmyndare"}, "fyllt 18"),
    ],
)
def test_varje_fel_sags_med_sin_rad_utan_nummer_och_namn(roles, kor, changed, said):
    before = Foretradarskap.objects.count()
    lines = kor(fil(rad(roles.dragan), rad(roles.alva, **changed)), "--kor")
    assert lines[0].startswith("Rad 3: ") and said in lines[0] and lines[-1] == "nya: 1  fanns: 0  fel: 1"
    assert not any(t in lines[0] for t in (roles.alva.personnummer, f.number(skip=30), "Bo", "Alva"))
    assert Foretradarskap.objects.count() == before + 1


def test_okand_dod_skyddad_och_annan_namnds_far_samma_svar(roles, kor):
    Person.objects.filter(pk=roles.dragan.pk).update(avliden=IDAG)
    rows = [rad(p) for p in (f.number(skip=66), roles.dragan, roles.skyddad)]
    lines = kor(fil(*rows), "--kor")
    assert len({line.split(": ", 1)[1] for line in lines[:3]}) == 1
    assert Person.objects.count() == 5 and roles.skyddad.foretradarskap.count() == 0
    assert lines[-1] == "nya: 0  fanns: 0  fel: 3"


def test_konflikter_sags_och_inget_skrivs_over(roles, kor):
    kor(fil(rad(roles.alva)), "--kor")
    skap = Foretradarskap.objects.get(foretradare__namn="Bo Åkesson")
    assert "Ändra för hand" in kor(fil(rad(roles.alva, fran="2026-01-01")), "--kor")[0]
    assert "namn och nummer" in kor(fil(rad(roles.alva, foretradare_namn="Eva Ek")), "--kor")[0]
    twice = kor(fil(rad(roles.dragan), rad(roles.dragan), rad(roles.dragan, till="2029-01-01")), "--kor")
    assert twice[-1] == "nya: 1  fanns: 1  fel: 1"
    foretradare.stang(skap=skap, skal="Byte", by=Actor(roles.ingrid, IDAG))
    assert kor(fil(rad(roles.alva)), "--kor")[-1] == "nya: 0  fanns: 0  fel: 1", "what staff closed stays closed"
    skap.refresh_from_db()
    assert (skap.fran, skap.stangd_skal) == (dt.date(2027, 1, 12), "Byte")


@pytest.mark.parametrize("data", [b"", b"a;b\n1;2", b"\x00", b"\xff\xfe\x00", b"\x81\x8d", b'"' + b"x" * 200_000])
def test_en_fil_som_inte_ar_en_lista(data):
    with pytest.raises(Regelbrott):
        forordnanden.parse(data, IDAG)


def test_bara_registratorn_i_namnden(roles, kor):
    for name in ("ingrid", "carin", "greta", "admin", "birgitta", "finns-inte"):
        with pytest.raises(CommandError, match="inte registrator"):
            kor(fil(rad(roles.alva)), som=name)


def test_lika_manga_fragor_for_en_rad_som_for_hundra(roles, kor):
    def count(n: int) -> int:
        people = Person.objects.bulk_create(
            Person(
                namnd=roles.namnd,
                enhet=roles.enhet,
                arendenummer=f"2019-{n}-{i}",
                personnummer=number,
                fodd=dt.date(1970, 1, 1),
                fornamn="A",
                efternamn="B",
                tilltalsnamn="A",
                sorteringsnyckel="b",
            )
            for i, number in enumerate(f.published()[200 + n : 200 + 2 * n])
        )
        with CaptureQueriesContext(connection) as queries:
            assert kor(fil(*(rad(p) for p in people)), "--kor")[-1] == f"nya: {len(people)}  fanns: 0  fel: 0"
        return len(queries)

    assert timezone.localdate() == IDAG and count(1) + 1 >= count(100)
