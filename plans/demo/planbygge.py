"""Builds a plan from a script by calling the actions, each on its day, so that rules, log and snapshots are real."""

import datetime as dt
from uuid import UUID

from plans.actions import erbjudanden, ord, plandelar, planer, svar, uppfoljning
from plans.demo.inskrivning import Resident
from plans.demo.manus import Ord, Svar, Version
from plans.demo.plats import INFORT, Place
from plans.models import (
    Actor,
    Atgard,
    Delaktig,
    Delning,
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
from plans.models.plandelar import Plandel
from plans.regler.frister import anniversary, months_later


class PlanMaker:
    """Builds one person's plan. `spar` maps each key in the script to the model and the spår of the part it names."""

    def __init__(self, place: Place, b: Resident) -> None:
        self.place, self.b, self.by = place, b, b.ansvarig
        self.spar: dict[str, tuple[type, UUID]] = {}

    def erbjud(self, made: int, hur: str, answered: int | None, answer: str = "ja", av: str = "") -> None:
        """Make the person's open offer, and answer it if there is an answer.

        An answered offer from before the portal is written directly to its row, as an import would write it.
        """
        offer, av = self.b.rad.erbjudanden.get(svar=""), av or self.b.rad.namn
        day, how = self._dag(answered), "telefon" if hur == "brev" else hur
        if made < INFORT and answered is not None:
            offer.lamnat, offer.lamnat_hur, offer.lamnat_av = self.place.dag(made), hur, self.by
            offer.svar, offer.svarade, offer.svar_av, offer.svar_hur = answer, day, av, how
            offer.fraga_igen = {"senare": months_later(day, 3), "nej": anniversary(day)}.get(answer)
            offer.save()
            return
        made_on = self.place.dag(made)
        erbjudanden.lamna(erbjudande=offer, hur=hur, datum=made_on, by=Actor(self.by, made_on))
        if day is not None:
            erbjudanden.svara(erbjudande=offer, svar=answer, av=av, hur=how, datum=day, by=Actor(self.by, day))

    def skriv(self, o: Ord) -> EgetOrd:
        """Write one answer in own words, on its day and from the login of its author."""
        return self._ord(o.av, EgetOrd.Slag.MINA_ORD, o.fraga, o.text, o.lasare, o.dag, o.stammer)

    def sa_ser_jag_det(self, who: str, text: str, day: int) -> EgetOrd:
        """Write a representative's own text."""
        return self._ord(who, EgetOrd.Slag.SA_SER_JAG_DET, "", text, "alla", day, None)

    def nedtecknade(self, words: tuple[Ord, ...]) -> None:
        """Write the words that the handläggare took down as they were said, in bulk as an import would."""
        rows = [
            EgetOrd(
                person=self.b.rad,
                forfattare=self.by,
                forfattare_som=f"{self.by.namn}, handläggare",
                slag=EgetOrd.Slag.MINA_ORD,
                fraga=o.fraga,
                text=o.text,
                nedtecknat=True,
                bekraftat=self._dag(o.stammer),
                lasare=o.lasare,
            )
            for o in words
        ]
        EgetOrd.objects.bulk_create(rows)
        EgetOrd.objects.filter(pk__in=[r.pk for r in rows]).update(updated_at=self._klockan(words[0].dag))

    def _klockan(self, n: int) -> dt.datetime:
        """Early evening on that day."""
        return dt.datetime.combine(self.place.dag(n), dt.time(18, 30), tzinfo=dt.UTC)

    def _ord(self, av: str, slag: str, fraga: str, text: str, lasare: str, n: int, stammer: int | None) -> EgetOrd:
        author, day = self._konto(av), self.place.dag(n)
        same = {"person": self.b.rad, "forfattare": author, "slag": slag, "fraga": fraga}
        old = EgetOrd.objects.filter(**same).first()
        row = ord.skriv(
            person=self.b.rad,
            slag=slag,
            fraga=fraga,
            text=text,
            lasare=lasare,
            rev=old.rev if old else 0,
            by=Actor(author, day),
        )
        if stammer is not None:
            row = ord.bekrafta(eget_ord=row, rev=row.rev, by=Actor(self.by, self.place.dag(stammer)))
        EgetOrd.objects.filter(pk=row.pk).update(updated_at=self._klockan(n))  # auto_now would give today
        return row

    def _konto(self, who: str) -> User:
        return {"personen": self.b.rad.konto, "handlaggare": self.by}.get(who) or self.place.konton[who]

    def version(self, v: Version) -> PlanVersion:
        """Build one version as far as the script goes: a draft, a shared draft or a final version."""
        day = self.place.dag(v.borjad)
        plan = IndividuellPlan.objects.filter(person=self.b.rad, avslutad=None).first()
        if self.b.manus:
            for o in v.ord:
                self.skriv(o)
        elif v.ord:
            self.nedtecknade(v.ord)
        if plan is None:
            version = planer.borja(person=self.b.rad, by=Actor(self.by, day))
            self._samordnare(day)
        else:
            version = planer.omprova(plan=plan, by=Actor(self.by, day))
        self._beslutade(version)
        self._nya(version, v)
        self._andrat(version, v, day)
        version.refresh_from_db()
        planer.andra_grund(version=version, data=v.grund, rev=version.grund_rev, by=Actor(self.by, day))
        if v.delad is not None:
            self._dela(version, v)
        if v.klar is not None:
            self._klar(version, v)
        return version

    def _samordnare(self, day: dt.date) -> None:
        values = {"user": self.by, "person": self.b.rad, "roll": Tilldelning.Roll.SAMORDNARE}
        Tilldelning.objects.get_or_create(**values, defaults={"fran": day})

    def _beslutade(self, version: PlanVersion) -> None:
        """Add easy-to-read sentences (and who is responsible, where missing) to the rows from decisions."""
        rows = list(version.planrad_set.filter(status="beslutad", latt_mening=""))
        for row in rows:
            decision = self.b.manus.beslut.get(row.lagrum) if self.b.manus else None
            row.latt_mening = decision.latt if decision and decision.latt else LATT[row.lagrum]
            row.ansvarig = row.ansvarig or self.by.namn
        PlanRad.objects.bulk_update(rows, ["latt_mening", "ansvarig"])

    def _andrat(self, version: PlanVersion, v: Version, day: dt.date) -> None:
        """Remove or change parts that were copied from the previous version, as the script says."""
        for key in v.bort:
            model, track = self.spar[key]
            part = model.objects.get(version=version, spar=track)
            plandelar.ta_bort(version=version, part=part, rev=part.rev, by=Actor(self.by, day))
        for key, data in v.andrat.items():
            model, track = self.spar[key]
            part = model.objects.get(version=version, spar=track)
            kept = {"status": part.status, "lagrum": part.lagrum} if model is PlanRad else {}
            changed = {k: self._dag(x) if k == "lovat_till" else x for k, x in data.items()}
            plandelar.spara(
                version=version, model=model, data={**kept, **changed}, by=Actor(self.by, day), part=part, rev=part.rev
            )

    def _nya(self, version: PlanVersion, v: Version) -> None:
        """Add new parts in bulk as an import would. The draft's revision rises when its texts are saved afterwards."""
        Malsattning.objects.bulk_create(
            self._del(
                Malsattning,
                version,
                n,
                m.nyckel,
                text=m.text,
                latt_mening=m.latt,
                sikt=m.sikt,
                delmal=m.delmal,
                livsomrade=m.omrade,
            )
            for n, m in enumerate(v.mal, version.malsattning_set.count())
        )
        PlanRad.objects.bulk_create(
            self._del(
                PlanRad,
                version,
                n,
                r.nyckel,
                status=r.status,
                lagrum=r.lagrum,
                text=r.text,
                nar=r.nar,
                ansvarig=r.ansvarig,
                lovat_till=self._dag(r.lovat),
                latt_mening=r.latt,
            )
            for n, r in enumerate(v.rader, version.planrad_set.count())
        )
        Atgard.objects.bulk_create(
            self._del(
                Atgard,
                version,
                n,
                s.nyckel,
                slag=s.slag,
                text=s.text,
                latt_mening=s.latt,
                ansvarig=s.ansvarig,
                fran=self._dag(s.fran),
                lovat_till=self._dag(s.lovat),
                kontakt=s.kontakt,
            )
            for n, s in enumerate(v.saker, version.atgard_set.count())
        )
        if v.med:
            version.delaktig_set.all().delete()
        Delaktig.objects.bulk_create(
            Delaktig(version=version, ordning=n, namn=d.namn, som=d.som, ledde=d.ledde, skrev=d.skrev)
            for n, d in enumerate(v.med)
        )

    def _del(self, model: type[Plandel], version: PlanVersion, n: int, key: str, **values: object) -> Plandel:
        part = model(version=version, ordning=n, **values)
        if key:
            self.spar[key] = (model, part.spar)
        return part

    def _dag(self, n: int | None) -> dt.date | None:
        return None if n is None else self.place.dag(n)

    def _dela(self, version: PlanVersion, v: Version) -> None:
        version.refresh_from_db()
        shared = planer.dela(version=version, rev=version.rev, by=Actor(self.by, self.place.dag(v.delad)))
        for s in v.svar:
            self._svar(shared, s)

    def _svar(self, shared: Delning, s: Svar) -> None:
        day, portal = self.place.dag(s.dag), s.hur == PlanSvar.Hur.PORTALEN
        skap: Foretradarskap | None = None
        if s.vem != "personen" and not portal:
            skap = next(r for r in self.b.skap if r.foretradare.konto == self.place.konton[s.vem])
        svar.svara(
            version=shared.version,
            delning=shared.pk,
            svar=s.svar,
            text=s.text,
            by=Actor(self._konto(s.vem) if portal else self.by, day),
            hur=s.hur,
            for_skap=skap,
        )

    def _klar(self, version: PlanVersion, v: Version) -> None:
        day = self.place.dag(v.klar)
        version.refresh_from_db()
        planer.faststall(
            version=version,
            rev=version.rev,
            samrad_datum=day,
            samrad_hur=v.samrad_hur,
            samrad_med=v.samrad_med or self.b.rad.namn,
            nasta=self._dag(v.nasta),
            by=Actor(self.by, day),
        )
        plan = IndividuellPlan.objects.get(pk=version.plan_id)
        latest: dict[str, int] = {}
        for u in v.sedan:
            noted = uppfoljning.notera(
                plan=plan,
                spar=self.spar[u.nyckel][1],
                utfall=u.utfall,
                varfor=u.varfor,
                sett=latest.get(u.nyckel, 0),
                by=Actor(self.by, self.place.dag(u.dag)),
            )
            latest[u.nyckel] = noted.pk


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
