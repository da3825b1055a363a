"""What has happened in the nämnd: plans, drafts, offers and answers, new decisions, requests. Days count from today."""

from plans.actions import begaran, insatser, personer
from plans.demo import inskrivning, vanliga
from plans.demo.befolkning import ALDER, Inhabitant
from plans.demo.inskrivning import Resident
from plans.demo.planbygge import PlanMaker
from plans.demo.plats import Place
from plans.models import Actor, Tilldelning, User
from plans.regler.frister import age_on, anniversary

HAR_PLAN = 0.09
# The days when the yearly review of the ordinary plans is due: a few overdue, some soon, most of them later.
GENOMGANG = (-12, -3, 5, 17, 26, 41, 55, 72, 90, 120, 150, 185, 200, 230, 260, 290, 310, 340)
# Drafts: day begun, day shared.
UTKAST = ((-20, None), (-9, None), (-33, -12), (-26, -3), (-4, None), (-40, -21))
# Persons registered after the start: day decided, day offered, how, day answered, answer.
NYA = (
    (-19, None, "", None, ""),
    (-12, None, "", None, ""),
    (-30, -18, "brev", None, ""),
    (-40, -32, "mote", -27, "ja"),
    (-16, None, "", None, ""),
    (-27, None, "", None, ""),
    (-9, None, "", None, ""),
    (-3, None, "", None, ""),
    (-1, None, "", None, ""),
    (-21, -15, "brev", None, ""),
    (-52, -44, "telefon", -35, "ja"),
    (-33, -20, "brev", -6, "ja"),
    (-60, -48, "telefon", -41, "nej"),
    (-45, -38, "brev", -22, "senare"),
)
# Offers made to those in the introduction queue: day offered, how, day answered, answer.
UR_KON = (
    (-110, "telefon", -100, "senare"),
    (-70, "brev", -48, "nej"),
    (-70, "brev", -50, "ja"),
    (-68, "brev", -40, "senare"),
    (-66, "brev", None, ""),
    (-60, "telefon", -60, "nej"),
    (-58, "mote", -58, "ja"),
    (-50, "brev", -31, "nej"),
    (-50, "brev", None, ""),
    (-47, "telefon", -47, "senare"),
    (-40, "brev", None, ""),
    (-38, "mote", -38, "ja"),
    (-33, "brev", -15, "nej"),
    (-30, "telefon", -28, "ja"),
    (-22, "brev", None, ""),
    (-20, "brev", None, ""),
    (-14, "mote", -14, "ja"),
    (-12, "telefon", -12, "senare"),
    (-9, "brev", None, ""),
    (-5, "brev", None, ""),
    (-2, "telefon", -2, "ja"),
)


def write_history(place: Place, found: list[Resident], total: int) -> None:
    """Write everything that happened in one nämnd after the import."""
    scripted = [b for b in found if b.manus]
    for b in scripted:
        by_script(place, b)
    final = sum(any(v.klar is not None for v in b.manus.versioner) for b in scripted)
    waiting = [b for b in found if not b.manus]
    place.rng.shuffle(waiting)
    share = total / 265
    reviews = [GENOMGANG[n % len(GENOMGANG)] for n in range(max(0, round(HAR_PLAN * total) - final))]
    for due in reviews:
        _plan(place, _take(place, waiting, -450), due)
    for begun, shared in UTKAST[: round(len(UTKAST) * share)]:
        _draft(place, _take(place, waiting, -100), begun, shared)
    for made, how, answered, answer in UR_KON[: round(len(UR_KON) * share)]:
        b = _take(place, waiting, -100)
        PlanMaker(place, b).erbjud(made, how, answered, answer, _who_answered(b))
        if answer == "ja":
            _some_words(place, b, min(answered + 5, -1))
    _requests(place, waiting, share)


def _take(place: Place, waiting: list[Resident], before: int) -> Resident:
    """The next waiting person whose decisions were all made before that day."""
    day = place.dag(before)
    index = next(n for n, b in enumerate(waiting) if all(i.beslutad < day for i in b.insatser))
    return waiting.pop(index)


def by_script(place: Place, b: Resident) -> None:
    """Play out a hand-written person's history in date order."""
    script, build = b.manus, PlanMaker(place, b)
    if script.erbjod is not None:
        build.erbjud(script.erbjod, script.erbjod_hur, script.svarade)
    views = [f for f in script.foretradare if f.sa_ser_jag_det]
    for v in script.versioner:
        last = v.delad if v.delad is not None else 0
        for f in [f for f in views if f.skrev <= last]:
            build.sa_ser_jag_det(f.nyckel, f.sa_ser_jag_det, f.skrev)
            views.remove(f)
        build.version(v)
    for o in script.ord:
        build.skriv(o)
    for r in script.begaran:
        day = place.dag(r.inkom)
        begaran.ta_emot(person=b.rad, slag=r.slag, text=r.text, av=r.av, inkom=day, by=Actor(b.ansvarig, day))


def _who_answered(b: Resident) -> str:
    """Who answered an offer: the guardian if there is one, otherwise the person."""
    acting = b.skap[0] if b.skap else None
    if acting and acting.typ == "vardnadshavare":
        return f"{acting.foretradare.namn}, vårdnadshavare"
    return b.rad.namn


def _plan(place: Place, b: Resident, due: int) -> None:
    """Make a plan that became final almost a year before its yearly review; the review is due in `due` days."""
    final = -min(360, max(due - 350, -360) * -1) if due > 0 else due - 345
    final = min(final, -4)
    build = PlanMaker(place, b)
    build.erbjud(
        final - place.slump(40, 60), place.rng.choice(("brev", "telefon", "mote")), final - 30, "ja", _who_answered(b)
    )
    build.version(vanliga.plain_version(place, b, final - 20, delad=final - 8, klar=final, nasta=due))


def _draft(place: Place, b: Resident, begun: int, shared: int | None) -> None:
    """Make a draft, which is shared if there is a day for it."""
    build = PlanMaker(place, b)
    build.erbjud(begun - 20, "telefon", begun - 8, "ja", _who_answered(b))
    build.version(vanliga.plain_version(place, b, begun, delad=shared))


def _some_words(place: Place, b: Resident, day: int) -> None:
    """Write down some of the person's own words before there is any plan."""
    PlanMaker(place, b).nedtecknade(vanliga.own_words(place, b, day, vanliga.pieces_for(place, b, 1)))


def newcomers(place: Place, people: list[tuple[Inhabitant, User]]) -> list[Resident]:
    """Register persons and decisions as staff do after the nämnd's start. Granting an insats creates the offer."""
    found = []
    for n, (one, user) in enumerate(people):
        decided, made, how, answered, answer = NYA[n % len(NYA)]
        day = place.dag(decided)
        values = inskrivning.person_fields(place, one, None)
        row = personer.registrera(namnd=place.namnd, number=one.nummer, data=values, by=Actor(user, day))
        b = Resident(one, row, user)
        found.append(b)
        for lagrum in sorted(one.lagrum):
            draft = inskrivning.decision_row(place, one, lagrum, decided)
            data = {name: getattr(draft, name) for name in insatser.FALT}
            known = max(day, draft.verkstalld or day)  # if the insats has begun: entered on the day it began
            insatser.bevilja(person=row, lagrum=lagrum, data=data, by=Actor(user, known))
        if made is not None:
            PlanMaker(place, b).erbjud(made, how, answered, answer)
    return found


def may_be_new(place: Place, one: Inhabitant) -> bool:
    """True if the person's only insats can be granted now. False for anyone hand-picked, protected or a sibling."""
    age = age_on(one.fodd, place.today)
    old_enough = 7 not in one.lagrum or place.dag(-70) > anniversary(one.fodd, 14)
    return (
        not (one.mall or one.familj or one.skyddad)
        and len(one.lagrum) == 1
        and old_enough
        and all(ALDER[n][0] < age <= (64 if n in (2, 10) else ALDER[n][1]) for n in one.lagrum)
    )


def _requests(place: Place, waiting: list[Resident], share: float) -> None:
    """Requests: for a plan, a guardian's and an adult's; for an insats, two adults', of which one has been answered."""
    children = [b for b in waiting if b.skap and b.skap[0].typ == "vardnadshavare" and not b.rad.skyddad]
    adults = [b for b in waiting if age_on(b.rad.fodd, place.today) >= 20]
    wanted = []
    if children:
        b = children[0]
        by = f"{b.skap[0].foretradare.namn}, vårdnadshavare"
        wanted.append(
            (b, "plan", "Vi orkar inte berätta allt från början en gång till. Vi vill ha en plan.", -13, by, None)
        )
    if len(adults) > 3:
        a, c, d = adults[0], adults[1], adults[2]
        wanted += [
            (a, "plan", "Jag vill ha en sådan plan som de pratade om på verksamheten.", -38, a.rad.namn, None),
            (c, "insats", "Jag vill ha en kontaktperson som tycker om att fiska.", -6, c.rad.namn, None),
            (d, "insats", "Jag vill ha ledsagare till kyrkan på söndagar.", -64, d.rad.namn, -50),
        ]
    for b, kind, text, day, by, answered in wanted[: max(1, round(len(wanted) * share))]:
        row, _ = begaran.ta_emot(
            person=b.rad, slag=kind, text=text, av=by, inkom=place.dag(day), by=Actor(b.ansvarig, place.dag(day))
        )
        if answered is not None:
            begaran.besvara(begaran=row, by=Actor(b.ansvarig, place.dag(answered)))


def stand_ins(place: Place, found: list[Resident]) -> None:
    """Assign a second handläggare to each person with protected data, and temporary stand-ins to a few others."""
    rows = [b for b in found if b.rad.skyddad] + place.rng.sample(found, min(6, len(found)))
    done = set()
    for b in rows:
        if b.rad.pk in done:
            continue
        done.add(b.rad.pk)
        enhet = place.enhet[b.ansvarig.pk]
        other = next(u for u in place.handlaggare if u != b.ansvarig and place.enhet[u.pk] == enhet)
        since = place.dag(-200) if b.rad.skyddad else place.dag(-5)
        till = None if b.rad.skyddad else place.dag(20)
        Tilldelning.objects.create(user=other, person=b.rad, roll=Tilldelning.Roll.VIKARIE, fran=since, till=till)
