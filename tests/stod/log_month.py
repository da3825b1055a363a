"""An ordinary month of the log with forty seeded misuses, five for each rule of the review."""

import datetime as dt
import random
from collections import defaultdict
from types import SimpleNamespace

from django.utils import timezone

from plans.models import Handelse, Nodatkomst, Person, Tilldelning, Uppdrag, User
from plans.regler import loggranskning as regler

MONTH = dt.date(2027, 2, 1)
WEEKDAYS = [dt.date(2027, 2, n) for n in range(1, 29) if dt.date(2027, 2, n).weekday() < 5]
SATURDAY = dt.date(2027, 2, 13)
STAFF_NAMES = [
    "Anna Andersson",
    "Bo Johansson",
    "Cia Karlsson",
    "Dan Nilsson",
    "Eva Eriksson",
    "Farid Hassan",
    "Gun Zetterqvist",
    "Hans Rosenkranz",
    "Ida Tornérus",
    "Jon Bäckwall",
    "Eli Larsson",
    "Lo Olsson",
]
SURNAMES = [
    "Andersson",
    "Johansson",
    "Karlsson",
    "Nilsson",
    "Eriksson",
    "Hassan",
    "Larsson",
    "Olsson",
    "Dahlkvist",
    "Grönvall",
    "Hjelte",
    "Ivarskog",
    "Kvarnbäck",
    "Lodin",
    "Myrstedt",
    "Palmqvist",
    "Rydmark",
    "Sjöstrand",
    "Tingvall",
    "Uddman",
    "Västerlund",
    "Ålenius",
    "Örnhag",
]
OWN_CASES = 20


class LogMonth:
    """A month of the log in two enheter with six handläggare each; every handläggare has twenty cases."""

    def __init__(self, r: SimpleNamespace) -> None:
        self.r, self.rng, self.rows, self.cases = r, random.Random(7), [], defaultdict(set)
        self.users = User.objects.bulk_create(
            User(username=f"u{n}", namn=name, password="!", hemadress=f"Lindv. {n} lgh 1101")
            for n, name in enumerate(STAFF_NAMES)
        )
        self.uppdrag = {
            u.pk: up
            for u, up in zip(
                self.users,
                Uppdrag.objects.bulk_create(
                    Uppdrag(user=u, enhet=(r.enhet, r.annan_enhet)[n % 2], roll="handlaggare", fran=dt.date(2026, 1, 1))
                    for n, u in enumerate(self.users)
                ),
                strict=True,
            )
        }
        people = [
            Person(
                namnd=r.namnd,
                enhet=(r.enhet, r.annan_enhet)[n // OWN_CASES % 2],
                arendenummer=f"2026-{n:04d}",
                personnummer=f"{n:012d}",
                fodd=dt.date(1990, 1, 1),
                fornamn=f"Förnamn{n}",
                tilltalsnamn=f"Förnamn{n}",
                efternamn=SURNAMES[n % len(SURNAMES)],
                sorteringsnyckel="x",
                adress=f"Storgatan {n}, 123 45 Björkdala",
            )
            for n in range(OWN_CASES * len(self.users))
        ]
        self.people = Person.objects.bulk_create(people)
        self.own = {u.pk: self.people[n * OWN_CASES : (n + 1) * OWN_CASES] for n, u in enumerate(self.users)}
        Tilldelning.objects.bulk_create(
            Tilldelning(user_id=u, person=p, roll="ansvarig", fran=dt.date(2026, 1, 1))
            for u, mine in self.own.items()
            for p in mine
        )
        self.vanligt()
        self.ordinary = len(self.rows)
        self.missbruk()
        Handelse.objects.bulk_create(self.rows)

    def line(self, u: User, persons, day: dt.date, hour: int = 10, event: str = "person.oppnad") -> None:
        at = timezone.make_aware(dt.datetime(day.year, day.month, day.day, hour, self.rng.randrange(60)))
        self.rows.append(
            Handelse(
                at=at,
                namnd=self.r.namnd,
                user=u,
                uppdrag=self.uppdrag[u.pk],
                handelse=event,
                person_ids=[p.pk for p in persons],
            )
        )

    def kollega(self, u: User, n: int = 2) -> Person:
        """Return a case of the handläggare `n` places further on in the list; an even `n` stays within the enhet."""
        mine = self.own[self.users[(self.users.index(u) + n) % len(self.users)].pk]
        return mine[self.rng.randrange(OWN_CASES // 2, OWN_CASES)]

    def vanligt(self) -> None:
        """Add honest rows: mostly about own cases by day, some of them cases of persons with the user's surname.

        Now and then a user opens a colleague's case, works on a Saturday, or covers for a colleague.
        """
        for day in WEEKDAYS:
            for u in self.users:
                mine = self.own[u.pk]
                self.line(u, mine, day, 8, "att_gora.oppnad")
                if self.rng.random() < 0.4:
                    self.line(u, mine, day, 9, "person.lista")
                for p in self.rng.sample(mine, self.rng.randint(2, 5)):
                    for event in ("person.oppnad", "plan.oppnad", "plan.andra")[: self.rng.randint(1, 3)]:
                        self.line(u, [p], day, self.rng.randint(8, 16), event)
                if self.rng.random() < 0.15:
                    self.line(u, [self.kollega(u)], day, 13)
        for u in self.users[:3]:  # a Saturday before a meeting
            self.line(u, [self.own[u.pk][1]], dt.date(2027, 2, 20), 11, "plan.oppnad")
        for u in self.users[3:5]:  # covered for a colleague, and only read
            p = self.kollega(u)
            for day in WEEKDAYS[10:13]:
                self.line(u, [p], day)
        for u in self.users[5:7]:  # covered, and did something
            p = self.kollega(u, 4)
            for day in WEEKDAYS[10:14]:
                self.line(u, [p], day)
                self.line(u, [p], day, 11, "erbjudande.lamna")

    def missbruk(self) -> None:
        """Add forty misuses, five for each rule, each caught by its own rule alone."""
        fritt = {u.pk: iter(self.own[u.pk][OWN_CASES // 2 :]) for u in self.users}
        for n in range(5):
            u = self.users[n]
            first, last = u.namn.split()
            self._case(regler.EGET_NAMN, u, next(fritt[u.pk]), fornamn=f"Maria {first}", efternamn=last)
            u = self.users[n + 4]
            self._case(
                regler.SAMMA_ADRESS,
                u,
                next(fritt[u.pk]),
                efternamn="Qvist",
                adress=f"c/o Ek\nLINDVÄGEN {n + 4}\n123 45 Björkdala",
            )
            # Rare surnames in the user's own cases, and a common one in a colleague's case.
            u = self.users[(6, 7, 8, 9, 0)[n]]
            p = next(fritt[u.pk]) if n < 4 else self.own[self.users[2].pk][3]
            last = u.namn.split()[1]
            self._case(regler.SAMMA_EFTERNAMN, u, p, efternamn=f"Lind-{last}" if n == 1 else last)
            u = self.users[n + 2]
            if n < 3:
                self._case(
                    regler.INGEN_TILLDELNING,
                    u,
                    self.own[self.users[n + 4].pk][4],
                    days=WEEKDAYS[2:5],
                    efternamn="Qvist",
                )
            else:
                self._case(regler.INGEN_TILLDELNING, u, self.own[self.users[n + 3].pk][4], efternamn="Qvist")
            u = self.users[n + 1]
            when = {"days": [SATURDAY]} if n < 2 else {"hour": (23, 2, 4)[n - 2]}
            self._case(regler.UDDA_TID, u, next(fritt[u.pk]), efternamn="Qvist", **when)
            u = self.users[n + 6]
            self._case(regler.SKYDDAD, u, self.own[self.users[(n + 8) % 12].pk][5], skyddad=True, efternamn="Qvist")
            u = self.users[n + 5]
            p = self.own[self.users[n + 6].pk][6]
            Nodatkomst.objects.create(user=u, person=p, skal="Akut", fran=WEEKDAYS[5], till=WEEKDAYS[5])
            self._case(regler.NODATKOMST, u, p, days=[WEEKDAYS[5]], efternamn="Qvist")
            u = self.users[n + 7]
            for p in self.own[u.pk][:18]:
                self.line(u, [p], WEEKDAYS[7 + n], 15)
            self.cases[regler.MANGA].add((u.pk, None))

    def _case(self, rule: str, u: User, p: Person, *, days=None, hour: int = 14, **changed) -> None:
        Person.objects.filter(pk=p.pk).update(**changed)
        for day in days or [WEEKDAYS[4]]:
            self.line(u, [p], day, hour)
        self.cases[rule].add((u.pk, p.pk))
