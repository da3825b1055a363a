"""Builds a plan from a manuscript through the actions, each on its day: rules, log and snapshots are real."""

import datetime as dt
from uuid import UUID

from plans.actions import erbjudanden, ord, plandelar, planer, svar, uppfoljning
from plans.management.demo.inskrivning import Bosatt
from plans.management.demo.manus import Beslut, Ord, Svar, Version
from plans.management.demo.plats import Plats
from plans.models import (
    Atgard,
    Delaktig,
    EgetOrd,
    Foretradarskap,
    IndividuellPlan,
    Malsattning,
    PlanRad,
    PlanSvar,
    PlanVersion,
    Tilldelning,
    User,
)

MODELLER = (Malsattning, PlanRad, Atgard)


class Bygge:
    """One person's plan in the making. `spar` remembers the parts by the manuscript's keys."""

    def __init__(self, place: Plats, b: Bosatt) -> None:
        self.place, self.b, self.by = place, b, b.ansvarig
        self.spar: dict[str, tuple[type, UUID]] = {}

    def erbjud(self, made: int, hur: str, answered: int | None, answer: str = "ja", av: str = "") -> None:
        """The open offer made, and answered when there is a day for it."""
        place = self.place
        offer = self.b.rad.erbjudanden.get(svar="")
        erbjudanden.lamna(erbjudande=offer, hur=hur, datum=place.dag(made), by=self.by, today=place.dag(made))
        if answered is not None:
            day, how = place.dag(answered), "telefon" if hur == "brev" else hur
            erbjudanden.svara(
                erbjudande=offer, svar=answer, av=av or self.b.rad.namn, hur=how, datum=day, by=self.by, today=day
            )

    def skriv(self, o: Ord) -> EgetOrd:
        """Own words on their day, by their author."""
        return self._ord(o.av, EgetOrd.Slag.MINA_ORD, o.fraga, o.text, o.lasare, o.dag, o.stammer)

    def sa_ser_jag_det(self, who: str, text: str, day: int) -> EgetOrd:
        """A representative's own text."""
        return self._ord(who, EgetOrd.Slag.SA_SER_JAG_DET, "", text, "alla", day, None)

    def _ord(self, av: str, slag: str, fraga: str, text: str, lasare: str, n: int, stammer: int | None) -> EgetOrd:
        author, day = self._konto(av), self.place.dag(n)
        same = {"person": self.b.rad, "forfattare": author, "slag": slag, "fraga": fraga}
        old = EgetOrd.objects.filter(**same).first()
        row = ord.skriv(person=self.b.rad, slag=slag, fraga=fraga, text=text, lasare=lasare, rev=old.rev if old else 0,
                        by=author, today=day)  # fmt: skip
        if stammer is not None:
            row = ord.bekrafta(eget_ord=row, by=self.by, today=self.place.dag(stammer))
        written = dt.datetime.combine(day, dt.time(18, 30), tzinfo=dt.UTC)
        EgetOrd.objects.filter(pk=row.pk).update(updated_at=written)  # auto_now would say today
        return row

    def _konto(self, who: str) -> User:
        return {"personen": self.b.rad.konto, "handlaggare": self.by}.get(who) or self.place.konton[who]

    def version(self, v: Version) -> PlanVersion:
        """One version, from its beginning as far as the manuscript goes."""
        day = self.place.dag(v.borjad)
        plan = IndividuellPlan.objects.filter(person=self.b.rad, avslutad=None).first()
        for o in v.ord:
            self.skriv(o)
        if plan is None:
            version = planer.borja(person=self.b.rad, by=self.by, today=day)
            self._samordnare(day)
        else:
            version = planer.omprova(plan=plan, by=self.by, today=day)
        self._beslutade(version, day)
        self._delar(version, v, day)
        if v.grund:
            version.refresh_from_db()
            planer.andra_grund(version=version, data=v.grund, rev=version.grund_rev, by=self.by, today=day)
        if v.delad is not None:
            self._dela(version, v)
        if v.klar is not None:
            self._klar(version, v)
        return version

    def _samordnare(self, day: dt.date) -> None:
        values = {"user": self.by, "person": self.b.rad, "roll": Tilldelning.Roll.SAMORDNARE}
        Tilldelning.objects.get_or_create(**values, defaults={"fran": day})

    def _beslutade(self, version: PlanVersion, day: dt.date) -> None:
        """Easy sentences (and who, where it is not known) on the rows that came from decisions."""
        for row in version.planrad_set.filter(status="beslutad", latt_mening=""):
            b = self.b.manus.beslut.get(row.lagrum) if self.b.manus else None
            text = b.latt if isinstance(b, Beslut) and b.latt else LATT[row.lagrum]
            self._spara(version, PlanRad, {"status": "beslutad", "lagrum": row.lagrum, "latt_mening": text,
                                           "ansvarig": row.ansvarig or self.by.namn}, day, part=row)  # fmt: skip

    def _delar(self, version: PlanVersion, v: Version, day: dt.date) -> None:
        for key in v.bort:
            model, track = self.spar[key]
            plandelar.ta_bort(
                version=version, part=model.objects.get(version=version, spar=track), by=self.by, today=day
            )
        for key, data in v.andrat.items():
            model, track = self.spar[key]
            part = model.objects.get(version=version, spar=track)
            kept = {"status": part.status, "lagrum": part.lagrum} if model is PlanRad else {}
            changed = {k: self.place.dag(x) if isinstance(x, int) and k == "lovat_till" else x for k, x in data.items()}
            self._spara(version, model, {**kept, **changed}, day, part=part)
        for m in v.mal:
            data = {"text": m.text, "latt_mening": m.latt, "sikt": m.sikt, "delmal": m.delmal, "livsomrade": m.omrade}
            self._spara(version, Malsattning, data, day, m.nyckel)
        for r in v.rader:
            self._spara(version, PlanRad, {"status": r.status, "lagrum": r.lagrum, "text": r.text, "nar": r.nar,
                                           "ansvarig": r.ansvarig, "lovat_till": self._dag(r.lovat),
                                           "latt_mening": r.latt}, day, r.nyckel)  # fmt: skip
        for s in v.saker:
            self._spara(version, Atgard, {"slag": s.slag, "text": s.text, "latt_mening": s.latt, "ansvarig": s.ansvarig,
                                          "fran": self._dag(s.fran), "lovat_till": self._dag(s.lovat),
                                          "kontakt": s.kontakt}, day, s.nyckel)  # fmt: skip
        if v.med:
            for old in version.delaktig_set.all():
                plandelar.ta_bort(version=version, part=old, by=self.by, today=day)
        for d in v.med:
            self._spara(version, Delaktig, {"namn": d.namn, "som": d.som, "ledde": d.ledde, "skrev": d.skrev}, day)

    def _dag(self, n: int | None) -> dt.date | None:
        return None if n is None else self.place.dag(n)

    def _spara(self, version: PlanVersion, model: type, data: dict, day: dt.date, key: str = "", part=None) -> None:
        row = plandelar.spara(
            version=version, model=model, data=data, by=self.by, today=day, part=part, rev=part.rev if part else 0
        )
        if key:
            self.spar[key] = (model, row.spar)

    def _dela(self, version: PlanVersion, v: Version) -> None:
        planer.dela(version=version, by=self.by, today=self.place.dag(v.delad))
        for s in v.svar:
            self._svar(version, s)

    def _svar(self, version: PlanVersion, s: Svar) -> None:
        day, portal = self.place.dag(s.dag), s.hur == PlanSvar.Hur.PORTALEN
        skap: Foretradarskap | None = None
        if s.vem != "personen" and not portal:
            skap = next(r for r in self.b.skap if r.foretradare.konto == self.place.konton[s.vem])
        svar.svara(version=version, svar=s.svar, text=s.text, by=self._konto(s.vem) if portal else self.by, today=day,
                   hur=s.hur, for_skap=skap)  # fmt: skip

    def _klar(self, version: PlanVersion, v: Version) -> None:
        day = self.place.dag(v.klar)
        planer.faststall(
            version=version,
            samrad_datum=day,
            samrad_hur=v.samrad_hur,
            samrad_med=v.samrad_med or self.b.rad.namn,
            nasta=self._dag(v.nasta),
            by=self.by,
            today=day,
        )
        plan = IndividuellPlan.objects.get(pk=version.plan_id)
        for u in v.sedan:
            uppfoljning.notera(plan=plan, spar=self.spar[u.nyckel][1], utfall=u.utfall, varfor=u.varfor, by=self.by,
                               today=self.place.dag(u.dag))  # fmt: skip


LATT = {
    1: "Du får råd och stöd av habiliteringen.",
    2: "Du har personliga assistenter.",
    3: "En ledsagare följer med dig ut.",
    4: "Du träffar din kontaktperson.",
    5: "Någon är hemma med dig ibland.",
    6: "Du sover borta några nätter varje månad.",
    7: "Du är på fritids efter skolan.",
    8: "Du bor i ett hem med personal.",
    9: "Du bor i din lägenhet med stöd.",
    10: "Du går till din dagliga verksamhet.",
}
