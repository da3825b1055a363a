"""R12: the monthly review finds every seeded misuse in an ordinary month; false alarms are counted."""

import datetime as dt
import time
from collections import Counter

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans import admin_site
from plans.actions import loggranskning as actions
from plans.lasning import administrationen, log_evidence
from plans.lasning import loggranskning as lasning
from plans.models import Actor, GranskadRad, Handelse, Loggranskning, Person, Uppdrag
from plans.regler import loggranskning as regler
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.log_month import MONTH, LogMonth

pytestmark = [pytest.mark.django_db, pytest.mark.target("R12"), pytest.mark.slow]


def found_in(r) -> dict[tuple[int, int | None], list[str]]:
    return {(x.user, x.person): x.regler for x in lasning.findings(r.namnd, MONTH)}


def missed(month: LogMonth) -> dict[str, set]:
    """For each rule, the seeded cases that the review misses or finds only by the random draw."""
    found = {key for key, rules in found_in(month.r).items() if rules != [regler.STICKPROV]}
    return {rule: cases - found for rule, cases in month.cases.items() if cases - found}


@pytest.fixture
def month(roles):
    return LogMonth(roles)


def test_fyrtio_av_fyrtio(month, measured):
    seeded = set().union(*month.cases.values())
    assert len(seeded) == 40 and {len(cases) for cases in month.cases.values()} == {5}
    assert set(month.cases) == set(log_evidence.RULES) | set(log_evidence.DAY_RULES)
    assert month.ordinary >= 2000 and len(month.users) >= 8
    start = time.perf_counter()
    found = found_in(month.r)
    took = time.perf_counter() - start
    lost = missed(month)
    assert lost == {}
    false = Counter(rule for key, rules in found.items() if key not in seeded for rule in rules)
    sample = false.pop(regler.STICKPROV)
    wrong = sum(1 for key, rules in found.items() if key not in seeded and rules != [regler.STICKPROV])
    assert wrong <= 15, false
    pairs = len({(x.user_id, p) for x in month.rows for p in x.person_ids if x.handelse not in lasning.LISTS})
    words = ", ".join(f"{rule} {n}" for rule, n in false.most_common())
    caught = f"{len(seeded) - len(lost)} av {len(seeded)} fall hittade"
    measured(f"{caught} bland {len(month.rows)} rader, {len(month.users)} anställda, {pairs} par")
    measured(f"{wrong} falska ({words}), {sample} lottade; {len(month.rows) / took:,.0f} rader/s".replace(",", " "))


@pytest.mark.parametrize("rule", [*log_evidence.RULES, *log_evidence.DAY_RULES])
def test_planterat_en_regel_ar_avslagen(month, monkeypatch, rule, planted):
    monkeypatch.delitem(log_evidence.RULES if rule in log_evidence.RULES else log_evidence.DAY_RULES, rule)
    assert missed(month) == {rule: month.cases[rule]}
    planted(f"regeln {rule} är avslagen (5 av 5 missed)")


def test_samma_lottning_igen_och_en_annan_nasta_manad(month):
    def drawn(first):
        return {(x.user, x.person) for x in lasning.findings(month.r.namnd, first) if x.regler == [regler.STICKPROV]}

    assert drawn(MONTH) == drawn(MONTH) and len(drawn(MONTH)) >= 5
    assert drawn(dt.date(2027, 1, 1)) == set()


def test_nagon_annan_namnds_rader_ar_aldrig_med(month):
    Uppdrag.objects.filter(pk__in=[u.pk for u in month.uppdrag.values()]).update(enhet=month.r.langt_bort)
    Handelse.objects.create(
        namnd=month.r.annan_namnd,
        user=month.r.nadia,
        uppdrag=month.r.nadia.uppdrag.get(),
        handelse="person.oppnad",
        person_ids=[month.r.fjarran.pk],
        at=timezone.make_aware(dt.datetime(2027, 2, 10, 2)),
    )
    assert [x.person for x in lasning.findings(month.r.annan_namnd, MONTH)] == [month.r.fjarran.pk]
    assert month.r.fjarran.pk not in {x.person for x in lasning.findings(month.r.namnd, MONTH)}


# --- The review ---
def vem(by) -> dict:
    return {"by": Actor(by, f.IDAG), "now": timezone.now()}


def test_hela_gangen(month, client, measured):
    """The granskare draws, judges and signs; no one may judge a row about themselves or sign a review that has one."""
    r = month.r
    r.carin.uppdrag.update(roll="chef")
    Handelse.objects.create(
        namnd=r.namnd,
        user=r.carin,
        uppdrag=r.carin.uppdrag.get(),
        handelse="person.oppnad",
        person_ids=[r.alva.pk],
        at=timezone.make_aware(dt.datetime(2027, 2, 10, 2)),
    )
    client.force_login(r.greta)
    assert client.get("/").headers["Location"] == reverse("loggranskning")
    assert "Inte påbörjad" in client.get(reverse("loggranskning")).content.decode()
    there = client.post(reverse("loggranskning-dra"), {"manad": "2027-02"}).headers["Location"]
    review = r.namnd.loggranskningar.get()
    page = client.get(there).content.decode()
    protected = Person.objects.filter(skyddad=True, pk__in=review.fynd.values("person_id_sedd")).first()
    assert f"Ärende {protected.arendenummer}" in page or "sida=2" in page
    assert not any(p.fornamn in page for p in month.people), "case numbers, no names"
    own = review.fynd.get(user=r.carin)
    with pytest.raises(Regelbrott, match="dig själv"):
        actions.bedom(rad=own, bedomning="behorig", anteckning="", **vem(r.carin))
    with pytest.raises(IntegrityError), transaction.atomic():
        GranskadRad.objects.filter(pk=own.pk).update(bedomning="behorig", bedomd_av=r.carin, bedomd_at=timezone.now())
    with pytest.raises(Regelbrott, match="kvar"):
        actions.signera(granskning=review, slutsats="x", **vem(r.greta))
    with pytest.raises(Regelbrott, match="vad som ska utredas"):
        actions.bedom(rad=own, bedomning="utreds", anteckning="", **vem(r.greta))
    for rad in review.fynd.all():
        body = {"bedomning": "utreds" if rad == own else "behorig", "anteckning": "Fråga"}
        answer = client.post(reverse("loggranskning-fynd", args=[rad.pk]), body)
        assert answer.status_code == 302
    with pytest.raises(Regelbrott, match="dig själv"):
        actions.signera(granskning=review, slutsats="x", **vem(r.carin))
    assert client.post(there, {"slutsats": "En ska utredas."}).status_code == 302
    assert "Klar" in client.get(reverse("loggranskning")).content.decode()
    with pytest.raises(Regelbrott, match="signerad"):
        actions.bedom(rad=own, bedomning="behorig", anteckning="", **vem(r.greta))
    with pytest.raises(Regelbrott, match="finns redan"):
        actions.dra(namnd=r.namnd, manad=MONTH, **vem(r.greta))
    with pytest.raises(Regelbrott, match="inte slut"):
        actions.dra(namnd=r.namnd, manad=dt.date(2027, 3, 1), **vem(r.greta))
    measured(f"{review.fynd.count()} fynd bedömda och signerade; egna rader kan varken bedömas eller signeras")


def test_lika_manga_fragor(month, client):
    r = month.r
    review = actions.dra(namnd=r.namnd, manad=MONTH, **vem(r.greta))
    client.force_login(r.greta)
    urls = [
        reverse("loggranskning"),
        reverse("loggranskning-manad", args=[review.pk]),
        reverse("loggranskning-fynd", args=[review.fynd.order_by("-antal").first().pk]),
    ]
    client.get(urls[0])  # writes the session, so that the counted requests do not
    many = []
    for url in urls:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        many.append(len(queries))
    with CaptureQueriesContext(connection) as queries:
        lasning.findings(r.namnd, MONTH)
    assert max(many) <= 12 and len(queries) <= 9, (many, len(queries))


def test_forsok_som_nekas_och_handlingar_utan_arendet_hittas(roles, client):
    """Östen's refused requests for pages of others' cases are found. Ordering a PDF counts as reading, not as work."""
    client.force_login(roles.osten)
    for person in (roles.alva, roles.skyddad, roles.yusuf):
        assert client.get(reverse("person", args=[person.pk])).status_code == 404
    month = timezone.localdate(Handelse.objects.latest("pk").at).replace(day=1)
    caught = {(x.user, x.person): x.regler for x in lasning.findings(roles.namnd, month)}
    expected = {(roles.osten.pk, p.pk) for p in (roles.alva, roles.skyddad, roles.yusuf)}
    assert expected <= {key for key, rules in caught.items() if regler.INGEN_TILLDELNING in rules}
    assert "bestall" in lasning.READS


@pytest.mark.parametrize("event", ["pdf.bestall", "person.oppnad"])
def test_en_bestallning_som_inget_andrar_gommer_ingen_lasning(roles, event):
    day = dt.datetime(2027, 3, 10, 10, tzinfo=dt.UTC)
    seen = [
        (n, day + dt.timedelta(days=n), roles.kerstin.pk, roles.enhet.pk, what, False, [roles.alva.pk])
        for n in range(5)
        for what in ("person.oppnad", event)
    ]
    pairs, _ = lasning._pairs(seen)
    u = log_evidence.Evidence(roles.namnd, {roles.kerstin.pk}, {roles.alva.pk})
    assert log_evidence._ingen_tilldelning(u, roles.kerstin.pk, roles.alva.pk, pairs[roles.kerstin.pk, roles.alva.pk])


def test_det_som_andras_i_administrationen_ses_av_den_namnd_det_ror(roles, client, measured, planted, monkeypatch):
    """An administrator can let anyone in; the nämnd's own reviewers see each such change that concerns the nämnd."""
    client.force_login(roles.admin)
    uppdrag = {
        "user": roles.ingen.pk,
        "enhet": roles.enhet.pk,
        "roll": "handlaggare",
        "fran": "2027-01-01",
        "till": "",
    }
    assert client.post(reverse("admin:plans_uppdrag_add"), uppdrag).status_code == 302
    made = Uppdrag.objects.get(user=roles.ingen)
    url = reverse("admin:plans_uppdrag_change", args=[made.pk])
    assert client.post(url, uppdrag | {"till": "2027-12-31"}).status_code == 302
    far = uppdrag | {"user": roles.greta.pk, "enhet": roles.langt_bort.pk}
    assert client.post(reverse("admin:plans_uppdrag_add"), far).status_code == 302
    month = timezone.localdate(Handelse.objects.latest("pk").at).replace(day=1)

    def sedda(namnd) -> list[tuple[str, str, str]]:
        return [(row.slag, row.vad, row.vem) for row in administrationen.changes(namnd, month)]

    assert sedda(roles.namnd) == [
        ("Uppdrag", f"{roles.ingen.namn}, handläggare i LSS vuxna", "Admin"),
        ("Uppdrag", "ny", "Admin"),
    ]
    assert sedda(roles.annan_namnd) == [("Uppdrag", "ny", "Admin")]
    review = Loggranskning.objects.create(
        namnd=roles.namnd, manad=month, rader=1, dragen_av=roles.carin, dragen_at=timezone.now()
    )
    client.force_login(roles.carin)
    page = client.get(reverse("loggranskning-manad", args=[review.pk])).content.decode()
    assert "Ändrat i administrationen" in page and f"{roles.ingen.namn}, handläggare" in page
    measured("3 av 3 ändringar i administrationen ses av den nämnd de rör, ingen av en annan")
    monkeypatch.setattr(admin_site, "_namnd_of", lambda request, obj: None)
    client.force_login(roles.admin)
    client.post(url, uppdrag)
    assert len(sedda(roles.namnd)) == 2
    planted("administrationens rader hör inte till någon nämnd")


def test_ingen_utser_sig_sjalv(roles, client):
    client.force_login(roles.admin)
    body = {"user": roles.admin.pk, "enhet": roles.enhet.pk, "roll": "handlaggare", "fran": "2027-01-01", "till": ""}
    assert client.post(reverse("admin:plans_uppdrag_add"), body).status_code == 200
    inline = {
        "uppdrag-TOTAL_FORMS": 1,
        "uppdrag-INITIAL_FORMS": 0,
        "uppdrag-0-enhet": roles.enhet.pk,
        "uppdrag-0-roll": "handlaggare",
        "uppdrag-0-fran": "2027-01-01",
        "username": "admin",
        "namn": "Admin",
        "is_active": "on",
        "is_staff": "on",
        "is_superuser": "on",
    }
    client.post(reverse("admin:plans_user_change", args=[roles.admin.pk]), inline)
    assert not Uppdrag.objects.filter(user=roles.admin).exists()
