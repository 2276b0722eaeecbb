"""Writes the cases of the invented school: one is weighed, one was reported, one has help, one was unjustified."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from desktop.exchange.demo.dagen import Werkdag, eerste_lesdag, lesdag, lokaal
from desktop.exchange.demo.dossier import Dossiers
from desktop.exchange.demo.eigen import ADVISEUR
from desktop.exchange.demo.gesprek import Schrijver, Zinnen, over
from desktop.exchange.demo.opbouw import Demoleerling, Demoschool
from desktop.exchange.demo.signaal import Signalen
from desktop.exchange.demo.themas import Thema
from desktop.exchange.demo.vervolg import Vervolgen
from desktop.exchange.demo.zinnen_zaak import ZAKEN
from desktop.models.afweging import Afweging
from desktop.models.core import Ids, Record, Wie
from desktop.models.dossier import Handelingsplan
from desktop.models.kenmerk import kenmerk
from desktop.models.meldcode import Afloop, Afsluiting, BroerZus, MeldcodeDossier, Stap, Tegenspraak
from desktop.models.melding import GemeldePersoon, Melding, MetOuders
from desktop.models.opslag import Append
from desktop.models.rapportage import AardHgkm, GenomenStap, Rapportage
from desktop.models.rechten import Rol
from desktop.models.schooljaar import schooljaar
from desktop.models.termijnen import TERMIJNEN
from desktop.models.veiligthuis import CitContact, CitSoort, Meldcodestap, Reactie, Terugkoppeling, VtAdvies
from desktop.models.vervolg import WerkGedaan
from desktop.models.vooroverleg import SoortGesprek
from desktop.models.weging import Antwoord, Meldnorm, Vraag


class Zaakmakers:
    """Makes cases; each is written by a writer of its own, for it fills up as it goes."""

    def __init__(
        self,
        rnd: Random,
        school: Demoschool,
        ids: Ids,
        delen: tuple[Schrijver, Vervolgen, Signalen, Dossiers],
        werkdag: Werkdag,
    ) -> None:
        self.rnd = rnd
        self.school = school
        self.ids = ids
        self.schrijver, self.vervolgen, self.signalen, self.dossiers = delen
        self.werkdag = werkdag

    def soorten(self) -> Sequence[Callable[[Demoleerling], list[Append]]]:
        """Return how each case is made for a pupil, the most telling first."""
        return (self._melding, self._weging, self._hulp, self._onterecht)

    def _weging(self, leerling: Demoleerling) -> list[Append]:
        """A case that is at question 2."""
        z = _Zaak(self, leerling, "weging")
        dossier = z.begin((62, 34, 13), 12, volgend_contact=z.straks(4))
        z.weeg(dossier, (Vraag.VERMOEDEN, Antwoord.JA, 3))
        return z.uit

    def _melding(self, leerling: Demoleerling) -> list[Append]:
        """A case that was reported so long ago that Veilig Thuis should have decided, and asked something since."""
        z = _Zaak(self, leerling, "melding")
        dossier = z.begin((120, 75, 40), 38, volgend_contact=z.straks(2))
        z.vtadvies(dossier, 33, Meldcodestap.VIER)
        grond = z.weeg(dossier, (Vraag.VERMOEDEN, Antwoord.JA, 18), (Vraag.VEILIGHEID, Antwoord.TWIJFEL, 16))
        gebeld = z.dag(16)
        gemeld = z.vast(
            Melding(
                leerling=over(leerling),
                dossier=dossier,
                grond=grond,
                verwacht_op=self.werkdag(gebeld, TERMIJNEN["vt_besluit"].aantal),
                gebeld_op=gebeld,
                gebeld_om=time(15, 20),
                gebeld_met="Medewerker van Veilig Thuis",
                kenmerk=f"VT-{self.rnd.randint(10_000, 99_999)}",
                regio=self.school.profiel[1].regio,
                norm=Meldnorm.EEN,
                vraag=Vraag.VEILIGHEID,
                eerder=False,
                stappen=z.stappen(),
                namens=self.school.directeur.naam,
                door=self.school.ib.naam,
                bereikbaar=self.school.profiel[1].telefoon,
                betrokkenen=(GemeldePersoon(rij=self.ids.new(), wie=over(leerling), rol="Leerling"),),
                zorgen=z.zorgen(),
                veiligheid=z.woord("veiligheid"),
                tegenspraak=z.woord("tegen"),
                cit=False,
                ouders=MetOuders.VOORAF,
                ouders_op=gebeld,
                ouders_plicht=True,
                netwerk=z.woord("netwerk"),
            )
        )
        z.vast(
            Terugkoppeling(
                leerling=over(leerling),
                dossier=dossier,
                datum=z.dag(8),
                melding=gemeld,
                soort=Reactie.VRAAG,
                van="Medewerker van Veilig Thuis",
                inhoud=z.woord("vraag"),
                antwoord=z.woord("antwoord"),
                voorgelegd_aan=self.school.directeur.naam,
            )
        )
        return z.uit

    def _hulp(self, leerling: Demoleerling) -> list[Append]:
        """A case with help whose term is over: question 5 comes back."""
        z = _Zaak(self, leerling, "hulp")
        stap = Stap(
            rij=self.ids.new(), op=z.dag(172), wie=self.school.ib.naam, wat="Buurtteam aangemeld, met ouder erbij."
        )
        dossier = z.begin(
            (300, 240, 190), 185, volgend_contact=z.straks(6), casemanager=self.school.ib.naam, stappen=(stap,)
        )
        z.vtadvies(dossier, 168, Meldcodestap.VIER)
        z.vast(
            CitContact(
                leerling=over(leerling),
                dossier=dossier,
                datum=z.dag(167),
                soort=CitSoort.ADVIES,
                gesproken="Medewerker van het CIT",
                besluit=z.woord("cit"),
            )
        )
        z.weeg(
            dossier,
            (Vraag.VERMOEDEN, Antwoord.JA, 166),
            (Vraag.VEILIGHEID, Antwoord.NEE, 166),
            (Vraag.HULP, Antwoord.JA, 164),
            (Vraag.ACCEPTATIE, Antwoord.JA, 160),
        )
        plan = Handelingsplan(
            leerling=over(leerling),
            dossier=dossier,
            datum=z.dag(158),
            doel=z.woord("doel"),
            aanpak=z.woord("aanpak"),
            wie="De intern begeleider regelt het; de leerkracht doet het elke dag.",
            evaluatie=z.straks(5),
        )
        z.vast(plan)
        return z.uit

    def _onterecht(self, leerling: Demoleerling) -> list[Append]:
        """A case that was closed because the suspicion was unjustified, with its report."""
        z = _Zaak(self, leerling, "onterecht")
        dossier = z.begin((290, 265), 262)
        z.weeg(dossier, (Vraag.VERMOEDEN, Antwoord.NEE, 250))
        gesloten = z.dag(240)
        slot = z.vast(
            Afsluiting(
                op=dossier,
                leerling=leerling.record,
                moment=lokaal(gesloten, time(15, 45)),
                afloop=Afloop.ONTERECHT,
                toelichting=z.woord("afloop"),
                volgt=self.signalen.leerkracht(leerling).naam,
                hoe="In de klas, en elke maand kort met de intern begeleider.",
                kijk_op=z.dag(205),
            )
        )
        gekeken = WerkGedaan(
            op=slot,
            leerling=leerling.record,
            moment=lokaal(z.dag(205), time(15, 30)),
            soort="volgen",
            item="volgen",
            toelichting="Alles gaat goed.",
        )
        z.vast(gekeken)
        rapport = self.ids.new()
        stappen = ("signalen", "overleg", "af", "leerling", "ouders", "gewogen", "nazorg")
        z.vast(
            Rapportage(
                dossier=dossier,
                kenmerk=kenmerk(rapport),
                schooljaar=schooljaar(gesloten),
                datum=z.dag(235),
                gesloten=gesloten,
                ingevuld_door=Rol.IB.label,
                aard=(AardHgkm.PSYCHISCH,),
                noemenswaardig=False,
                meldcode=True,
                rollen=True,
                taken=True,
                stappen=tuple(GenomenStap.van(stap) for stap in stappen),
                volgens_afspraak=True,
                verloop=ZAKEN["onterecht"].woorden["verloop"],
                nagelezen=True,
            ),
            rapport,
        )
        return z.uit


class _Zaak:
    """One case while it is written; days are counted back from today."""

    def __init__(self, makers: Zaakmakers, leerling: Demoleerling, naam: str) -> None:
        self._m = makers
        self._leerling = leerling
        self._tekst = ZAKEN[naam]
        self._zin = Zinnen(makers.rnd, leerling)
        self.uit: list[Append] = []

    def dag(self, terug: int) -> date:
        """Return the last school day, so many days ago."""
        return lesdag(self._m.school.today - timedelta(days=terug))

    def straks(self, over_dagen: int) -> date:
        """Return a school day that is to come."""
        return eerste_lesdag(self._m.school.today + timedelta(days=over_dagen))

    def woord(self, naam: str) -> str:
        """Return a text of this case about this child."""
        return self._zin.vul(self._tekst.woorden[naam])

    def vast(self, value: Record, record: UUID | None = None) -> UUID:
        """Write a record as the program does: established, where its kind can be."""
        record = record or self._m.ids.new()
        self.uit.append(Append(record, value, None, "vastgesteld" if value.VASTSTELLEN else "concept"))
        return record

    def begin(self, signalen: tuple[int, ...], open_: int, **velden: Any) -> UUID:
        """Write signals, hand-over, both talks, the case that gathers them, and the consultation in it."""
        m, lln = self._m, self._leerling
        dagen = [self.dag(n) for n in signalen]
        self.uit += m.signalen.reeks(lln, self._tekst.signalen.signalen, dagen)
        self.vast(m.dossiers.overdracht(lln, self.dag(open_), ["groeit"], self.woord("overdracht")))
        self._gesprek(SoortGesprek.LEERLING, self._tekst.kind, max(open_ - 2, 1))
        self._gesprek(SoortGesprek.HGKM, self._tekst.ouders, max(open_ - 4, 1))
        stukken = tuple(a.record for a in self.uit if a.value.KIND in ("signaal", "overdracht", "gespreksverslag"))
        dossier = self.vast(
            MeldcodeDossier(
                leerling=over(lln),
                geopend=self.dag(open_),
                kort=self.woord("kort"),
                stukken=stukken,
                uitvoerend=m.school.ib.naam,
                adviserend=ADVISEUR,
                risicotaxatie=False,
                geobjectiveerd=True,
                tegenspraak=(Tegenspraak(rij=m.ids.new(), wat=self.woord("tegen"), bron="Leerkracht"),),
                contact_leerling=self.woord("contact"),
                **self._gezin(),
                **velden,
            )
        )
        for soort, terug in (("collegas", open_ - 2), ("af", open_ - 3)):
            inhoud = self.woord("overleg" if soort == "collegas" else "af")
            besluit = "De intern begeleider neemt het mee naar de weging." if soort == "collegas" else inhoud
            samen = "De signalen in volgorde besproken, zonder naam." if soort == "af" else inhoud
            self.vast(
                m.dossiers.overleg(lln, self.dag(terug), soort, self.woord("kort"), samen, besluit, dossier=dossier)
            )
        return dossier

    def _gezin(self) -> Mapping[str, Any]:
        """Return the brothers and sisters at this school, each with what was found; or that there are none."""
        gezin = self._m.signalen.broers_zussen(self._leerling)
        if not gezin:
            return {"geen_gezin": True}
        gevonden = self._tekst.woorden.get("broer_zus", "Geen bijzonderheden bij de leerkracht van de groep.")
        rijen = (BroerZus(rij=self._m.ids.new(), wie=over(b), uitkomst=self._zin.vul(gevonden)) for b in gezin)
        return {"gezin": tuple(rijen)}

    def _gesprek(self, soort: SoortGesprek, thema: Thema, terug: int) -> None:
        """Write the report of a talk on the subject of this case, with what followed it."""
        m, dag = self._m, self.dag(terug)
        g = replace(m.schrijver.gesprek(self._leerling, dag, (soort,)), thema=thema)
        if soort is SoortGesprek.HGKM:
            # no danger: else the talk would be held back
            g = replace(g, vooraf={"af_wie": ADVISEUR, "af_datum": dag - timedelta(days=1), "gevaar": False})
        verslag = m.schrijver.verslag(g, None, True)
        self.uit += m.vervolgen.van(self.vast(verslag), verslag)

    def vtadvies(self, dossier: UUID, terug: int, stap: Meldcodestap) -> None:
        """Write advice of Veilig Thuis in the case."""
        advies = VtAdvies(
            leerling=over(self._leerling),
            dossier=dossier,
            datum=self.dag(terug),
            door=self._m.school.ib.naam,
            stap=stap,
            anoniem=True,
            anoniem_reden="We wilden eerst weten hoe ernstig dit is.",
            kenmerk=f"VT-{self._m.rnd.randint(10_000, 99_999)}",
            medewerker="Medewerker van de advieslijn",
            ernst=self.woord("vt_ernst"),
            advies=self.woord("vt_advies"),
            terug_op=self.dag(terug - 4),
            terug="Opgevolgd.",
        )
        self.vast(advies)

    def weeg(self, dossier: UUID, *antwoorden: tuple[Vraag, Antwoord, int]) -> UUID:
        """Write one walk through the questions, each answer on its day; returns the last answer."""
        weging, vorige = self._m.ids.new(), None
        for vraag, antwoord, terug in antwoorden:
            vorige = self.vast(
                Afweging(
                    leerling=over(self._leerling),
                    dossier=dossier,
                    weging=weging,
                    vorige=vorige,
                    vraag=vraag,
                    datum=self.dag(terug),
                    antwoord=antwoord,
                    reden=self.woord(vraag.value),
                    wie=self._wegers(),
                    **self._toets(vraag, antwoord, terug),
                )
            )
        assert vorige is not None
        return vorige

    def _toets(self, vraag: Vraag, antwoord: Antwoord, terug: int) -> Mapping[str, Any]:
        met_vt = {"vt_wie": "Medewerker van de advieslijn", "vt_op": self.dag(terug)}
        if vraag is Vraag.VERMOEDEN:
            return {"directeur_op": self.dag(terug)} if antwoord is Antwoord.JA else {}
        if vraag is Vraag.HULP:
            return {**met_vt, "hulp_mogelijk": True, "dreiging_weg": True}
        if vraag is Vraag.ACCEPTATIE:
            hulp = {"termijn": self.dag(9), "effect": self.woord("effect"), "casemanager": self._m.school.ib.naam}
            return {**met_vt, **hulp, "aanvaard": True, "zet_zich_in": True}
        return {"cit_samen": False, "cit_geen_ander": True} if antwoord is not Antwoord.NEE else {}

    def _wegers(self) -> tuple[Wie, ...]:
        school = self._m.school
        return (school.ib, school.directeur, Wie(naam=ADVISEUR, hoedanigheid="aandachtsfunctionaris"))

    def stappen(self) -> str:
        """Return what was done so far, a line for each day, as a report to Veilig Thuis tells it."""
        return "\n".join(f"{op:%d-%m-%Y}: {_wat(a.value)}" for op, a in self._in_volgorde() if a.value.VASTSTELLEN)

    def zorgen(self) -> str:
        """Return what was seen and heard, with its day and mark."""
        delen = []
        for op, a in self._in_volgorde():
            if a.value.KIND == "signaal":
                regels = [f"{p.soort.label}: {p.tekst}" for p in getattr(a.value, "passages", ()) if p.soort]
                delen.append("\n".join([f"{op:%d-%m-%Y}: {a.value.titel()}", *regels]))
        return "\n\n".join(delen)

    def _in_volgorde(self) -> Sequence[tuple[date, Append]]:
        paren = [
            (op.date(), a) for a in self.uit if (op := a.value.event_at()) is not None and a.value.KIND in _STAPPEN
        ]
        return sorted(paren, key=lambda paar: paar[0])


def _wat(value: Record) -> str:
    return f"{value.NAAM}, vraag {value.titel()}" if isinstance(value, Afweging) else value.NAAM


_STAPPEN = frozenset({"signaal", "overleg", "gespreksverslag", "vtadvies", "afweging"})
