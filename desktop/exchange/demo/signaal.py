"""Writes the signals of one story about one child of the invented school, with what came of their agreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from desktop.exchange.demo.dagen import eerste_lesdag, lesdag, lokaal
from desktop.exchange.demo.gesprek import RECENT, Zinnen, over
from desktop.exchange.demo.names import kies
from desktop.exchange.demo.opbouw import Demoleerling, Demoschool
from desktop.exchange.demo.verhalen import Schets
from desktop.exchange.demo.zinnen_zorg import GEDAAN, OUDERS_NIET, OUDERS_WEL
from desktop.models.core import Ids, Wie
from desktop.models.dossierdelen import Betrokkene, BetrokkenRol, Contact, Letsel, Passage, PassageSoort
from desktop.models.gespreksverslag import Afspraak
from desktop.models.lichaamsplekken import PLEKKEN
from desktop.models.opslag import Append
from desktop.models.signaal import Aard, GeletOp, Signaal
from desktop.models.vervolg import AfspraakGedaan

_ROLLEN = {"conciërge": "CON", "vakleerkracht": "VAK", "onderwijsassistent": "OWA"}
_PLEK = {plek.naam: plek for plek in reversed(PLEKKEN)}
"""By name; what is on both sides stands for the front."""


class Signalen:
    """Makes signals; `kring` are the pupils that may be named as having a part in one."""

    def __init__(self, rnd: Random, school: Demoschool, ids: Ids, kring: Sequence[Demoleerling]) -> None:
        self._rnd = rnd
        self._school = school
        self._ids = ids
        self._kring = kring
        self._van_rol = {
            rol: tuple(m.titel() for _, m in school.medewerkers if m.rollen == (rol,)) for rol in _ROLLEN.values()
        }

    def leerkracht(self, leerling: Demoleerling) -> Wie:
        """Return the (first) teacher of a pupil."""
        groep = leerling.value.groep
        return self._school.van_groep[groep][0] if groep else self._school.directeur

    def broers_zussen(self, leerling: Demoleerling) -> tuple[Demoleerling, ...]:
        """Return those with a parent in common."""
        ouders = {kaart.persoon for _, kaart in leerling.kaarten}
        return tuple(
            ander
            for ander in self._kring
            if ander is not leerling and ouders & {kaart.persoon for _, kaart in ander.kaarten}
        )

    def reeks(self, leerling: Demoleerling, schetsen: Sequence[Schets], dagen: Sequence[date]) -> list[Append]:
        """Return the signals of a story, each on its day and with what came of it; a mark may point at an earlier."""
        uit: list[Append] = []
        eerder: list[UUID] = []
        for schets, dag in zip(schetsen, dagen, strict=True):
            record = self._ids.new()
            signaal = self._signaal(leerling, schets, dag, eerder)
            uit.append(Append(record, signaal, None, "concept" if "concept" in schets.tekens else "vastgesteld"))
            uit += self._gedaan(record, signaal)
            eerder.append(record)
        return uit

    def dagen(self, leerling: Demoleerling, schetsen: Sequence[Schets]) -> list[date]:
        """Return days in order, spread over at most two years, on which the pupil was at this school."""
        rnd, today = self._rnd, self._school.today
        gekomen = eerste_lesdag(leerling.value.instroomdatum or today)
        terug = 1 if "concept" in schetsen[-1].tekens else rnd.randint(4, 130)
        uit: list[date] = []
        for _ in schetsen:
            uit.append(max(lesdag(today - timedelta(days=terug)), gekomen))
            terug += rnd.randint(20, 190)
        return sorted(uit)

    def _signaal(self, leerling: Demoleerling, schets: Schets, dag: date, eerder: Sequence[UUID]) -> Signaal:
        rnd = self._rnd
        zin = Zinnen(rnd, leerling)
        leerkracht = self.leerkracht(leerling)
        zelf = schets.wie not in _ROLLEN
        mensen = () if zelf else self._van_rol[_ROLLEN[schets.wie]]
        tekens = schets.tekens
        velden: dict[str, Any] = {}
        if not zelf:
            velden |= {"besproken_met": leerkracht.naam, "besproken_op": dag}
        if "hgkm" in schets.aard:
            velden |= self._ouders(dag, direct="disclosure" in tekens)
        return Signaal(
            leerling=over(leerling),
            onderwerp=zin.vul(schets.onderwerp),
            datum=dag,
            tijd=time(rnd.randint(8, 14), 5 * rnd.randint(0, 11)),
            plaats=kies(rnd, ("Lokaal", "Plein", "Gang", "Speelzaal")),
            signaleerder=rnd.choice(mensen) if mensen else leerkracht.naam,
            functie=schets.wie,
            aard=tuple(Aard.van(a) for a in schets.aard),
            gelet_op=tuple(GeletOp.van(g) for g in schets.gelet_op),
            eergerelateerd=False,
            disclosure="disclosure" in tekens,
            gevaar=False,
            situatie=zin.vul(schets.situatie),
            passages=tuple(self._passage(zin, *deel) for deel in schets.passages),
            letsel=self._letsel(tekens["letsel"]) if "letsel" in tekens else (),
            betrokkenen=self._betrokken(leerling, BetrokkenRol.van(tekens["rol"][0])) if "rol" in tekens else (),
            bevestigt=tuple(eerder[-1:]) if "bevestigt" in tekens else (),
            ontkracht=tuple(eerder[-1:]) if "ontkracht" in tekens else (),
            is_leerkracht=zelf,
            afspraken=tuple(
                Afspraak(
                    rij=self._ids.new(),
                    wat=zin.vul(wat),
                    wie=zin.vul(wie),
                    uiterlijk=dag + timedelta(days=rnd.randint(10, 35)),
                    merkbaar=zin.vul(merkbaar),
                )
                for wat, wie, merkbaar in schets.afspraken
            ),
            samengevat=True if schets.afspraken else None,
            **velden,
        )

    def _passage(self, zin: Zinnen, soort: PassageSoort, tekst: str, bron: str) -> Passage:
        gehoord = soort is PassageSoort.HOREN_ZEGGEN
        return Passage(
            rij=self._ids.new(), soort=soort, bron=bron, toestemming=True if gehoord else None, tekst=zin.vul(tekst)
        )

    def _letsel(self, delen: tuple[str, ...]) -> tuple[Letsel, ...]:
        plek = _PLEK[delen[0]]
        return (Letsel(rij=self._ids.new(), kant=plek.kant, plek=plek.naam, wat=delen[1], x=plek.x, y=plek.y),)

    def _betrokken(self, leerling: Demoleerling, rol: BetrokkenRol) -> tuple[Betrokkene, ...]:
        """Return another pupil in this part: of the family, or of the same group; () where there is none."""
        familie = self.broers_zussen(leerling)
        if rol is BetrokkenRol.BROER_ZUS:
            keuze: Sequence[Demoleerling] = familie
        else:
            groep = leerling.value.groep
            keuze = [a for a in self._kring if a.value.groep == groep and a is not leerling and a not in familie]
        if not keuze:
            return ()
        return (Betrokkene(rij=self._ids.new(), wie=over(self._rnd.choice(keuze)), rol=rol),)

    def _ouders(self, dag: date, *, direct: bool) -> dict[str, Any]:
        """Return whether parents know; what a child tells of its parents itself is not brought to them at once."""
        if direct or self._rnd.random() < 0.35:
            reden = (
                "Met Veilig Thuis afgesproken om hier nog mee te wachten." if direct else kies(self._rnd, OUDERS_NIET)
            )
            return {"ouders_besproken": False, "ouders_niet": reden}
        op = min(dag + timedelta(days=self._rnd.randint(0, 3)), self._school.today)
        contact = Contact(rij=self._ids.new(), met="Ouder", op=op, wat=kies(self._rnd, OUDERS_WEL))
        return {"ouders_besproken": True, "ouders_op": op, "contacten": (contact,)}

    def _gedaan(self, record: UUID, signaal: Signaal) -> list[Append]:
        """Return what came of its agreements: all of the old ones, some of the recent ones."""
        assert signaal.datum is not None
        today = self._school.today
        recent = (today - signaal.datum).days <= RECENT
        uit = []
        for afspraak in signaal.afspraken:
            op = afspraak.uiterlijk
            if op is None or op > today or (recent and self._rnd.random() < 0.5):
                continue
            gedaan = AfspraakGedaan(
                op=record,
                leerling=signaal.leerling.persoon,
                moment=lokaal(op, time(15, self._rnd.randint(0, 59))),
                afspraak=afspraak.rij,
                gelukt=self._rnd.random() < 0.9,
                toelichting=kies(self._rnd, GEDAAN),
            )
            uit.append(Append(self._ids.new(), gedaan, None, "vastgesteld"))
        return uit
