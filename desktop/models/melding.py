"""The report to Veilig Thuis, in the sections that the regions use; by phone first. velden 12."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, Rij, State, Veld, Wie
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.veiligthuis import PLAN_AVG, PLAN_MELDING, Terugkoppeling
from desktop.models.vooroverleg import betreft
from desktop.models.weging import Meldnorm, Vraag


class MetOuders(Keuze):
    """Whether parents know of the melding."""

    VOORAF = "vooraf", "Ja, vooraf met de ouders besproken"
    UITZONDERING = "uitzondering", "Nee: de veiligheid van leerling of professionals kan in gevaar komen"


class GemeldePersoon(Rij):
    """Someone directly involved, as Veilig Thuis asks."""

    wie: Annotated[Wie | None, Veld("Wie", breed=5, zoek="naam", verplicht="vaststellen")] = None
    rol: Annotated[Tekst, Veld("Rol in het gezin", breed=3)] = ""
    gegevens: Annotated[Tekst, Veld("Geboren, adres, telefoon", breed=4, zoek="")] = ""


class Melding(Record):
    """A report to Veilig Thuis in the director's name: by phone first, then on paper in the regions' sections."""

    KIND = "melding"
    NAAM = "Melding bij Veilig Thuis"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Bellen", "Meldcode", "Melder", "Betrokkenen", "Melding", "Ouders", "Netwerk", "Overige", "Apart blad")

    leerling: Wie
    dossier: UUID | None = None
    grond: UUID | None = None
    """The afweging that it rests on, or the signal it starts from."""
    verwacht_op: date | None = None
    """When their decision is expected: so many working days later as the school's profile says, at establishing."""

    gebeld_op: Annotated[
        date | None,
        Veld("Gebeld op", groep="Bellen", breed=4, verplicht="vaststellen", hulp="Bel eerst: dag en nacht, gratis."),
    ] = None
    gebeld_om: Annotated[time | None, Veld("Om", groep="Bellen", breed=3, verplicht="vaststellen")] = None
    gebeld_met: Annotated[
        Tekst, Veld("Met wie gesproken", groep="Bellen", namen=True, breed=5, verplicht="vaststellen")
    ] = ""
    kenmerk: Annotated[Tekst, Veld("Nummer bij Veilig Thuis", groep="Bellen", breed=6)] = ""
    regio: Annotated[Tekst, Veld("Regio", groep="Bellen", breed=6)] = ""
    norm: Annotated[
        Meldnorm | None, Veld("Meldnorm", groep="Meldcode", verplicht="vaststellen", plan="Meldcode › Wegen zorg")
    ] = None
    vraag: Annotated[Vraag | None, Veld("Volgt uit afweging", groep="Meldcode", breed=6)] = None
    eerder: Annotated[
        bool | None,
        Veld("Vervolg op een eerdere melding (nieuwe signalen)?", groep="Meldcode", plan=PLAN_MELDING),
    ] = None
    stappen: Annotated[
        Tekst,
        Veld("Welke stappen zijn gezet", groep="Meldcode", lang=True, namen=True, verplicht="vaststellen"),
    ] = ""
    namens: Annotated[
        Tekst,
        Veld(
            "Uit naam van de directeur",
            groep="Melder",
            namen=True,
            breed=6,
            verplicht="vaststellen",
            plan=PLAN_MELDING,
        ),
    ] = ""
    door: Annotated[
        Tekst, Veld("Gedaan door (intern begeleider)", groep="Melder", namen=True, breed=6, verplicht="vaststellen")
    ] = ""
    bereikbaar: Annotated[Tekst, Veld("Waar en wanneer bereikbaar", groep="Melder")] = ""
    betrokkenen: Annotated[
        tuple[GemeldePersoon, ...], Veld("Direct betrokkenen", groep="Betrokkenen", plan=PLAN_MELDING)
    ] = ()
    zorgen: Annotated[
        Tekst,
        Veld(
            "Zorgen: wat is gezien en gehoord",
            groep="Melding",
            lang=True,
            namen=True,
            hulp="Feiten met datum en bron. Ouders en kinderen vanaf 12 jaar kunnen dit lezen.",
            verplicht="vaststellen",
            plan=PLAN_MELDING,
        ),
    ] = ""
    veiligheid: Annotated[
        Tekst,
        Veld("Acute of structurele onveiligheid", groep="Melding", lang=True, namen=True, plan=PLAN_MELDING),
    ] = ""
    tegenspraak: Annotated[Tekst, Veld("Wat het vermoeden tegenspreekt", groep="Melding", lang=True, namen=True)] = ""
    cit: Annotated[bool | None, Veld("Is het CIT ook ingeschakeld?", groep="Melding", plan="Meldcode › CIT")] = None
    ouders: Annotated[
        MetOuders | None, Veld("Weten ouders van de melding?", groep="Ouders", verplicht="vaststellen", plan=PLAN_AVG)
    ] = None
    ouders_op: Annotated[
        date | None,
        Veld("Besproken op", groep="Ouders", breed=5, verplicht="vaststellen", toon=(Als("ouders", ("vooraf",)),)),
    ] = None
    ouders_plicht: Annotated[
        bool | None,
        Veld(
            "Wettelijke plicht en belang van de leerling uitgelegd?",
            groep="Ouders",
            breed=7,
            toon=(Als("ouders", ("vooraf",)),),
            plan=PLAN_AVG,
        ),
    ] = None
    uitzondering: Annotated[
        Tekst,
        Veld(
            "Waarom niet vooraf",
            groep="Ouders",
            lang=True,
            verplicht="vaststellen",
            toon=(Als("ouders", ("uitzondering",)),),
            plan=PLAN_AVG,
        ),
    ] = ""
    overlegd_met: Annotated[
        Tekst,
        Veld(
            "Met wie van Veilig Thuis vooraf overlegd",
            groep="Ouders",
            namen=True,
            breed=7,
            verplicht="vaststellen",
            toon=(Als("ouders", ("uitzondering",)),),
        ),
    ] = ""
    overlegd_op: Annotated[
        date | None,
        Veld("Op", groep="Ouders", breed=5, verplicht="vaststellen", toon=(Als("ouders", ("uitzondering",)),)),
    ] = None
    netwerk: Annotated[
        Tekst, Veld("Ondersteunend netwerk en hulp die er al is", groep="Netwerk", lang=True, namen=True)
    ] = ""
    overige: Annotated[Tekst, Veld("Overige", groep="Overige", lang=True, namen=True)] = ""
    apart: Annotated[
        Tekst,
        Veld(
            "Feiten die iemand in gevaar brengen",
            groep="Apart blad",
            apart=True,
            lang=True,
            namen=True,
            hulp="Bespreek dit blad eerst met Veilig Thuis. Het recht van ouders op inzage blijft bestaan.",
        ),
    ] = ""
    apart_besproken: Annotated[
        bool | None, Veld("Is het aparte blad vooraf met Veilig Thuis besproken?", groep="Apart blad")
    ] = None
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen", groep="Overige")] = ()

    def titel(self) -> str:
        """Return what it is."""
        return self.NAAM

    def detail(self) -> str:
        """Return the norm it rests on."""
        return self.norm.label.split(":")[0] if self.norm else ""

    def event_at(self) -> datetime | None:
        """Return when it was phoned in."""
        return datetime.combine(self.gebeld_op, self.gebeld_om or time()) if self.gebeld_op else None

    def parent(self) -> UUID | None:
        """It follows what it rests on, else it belongs to the dossier."""
        return self.grond or self.dossier

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with the pupil."""
        return betreft(self.leerling)

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Their answer; it stays open until a decision was recorded, and never closes by itself."""
        if state != "vastgesteld" or self.verwacht_op is None:
            return ()
        if any(isinstance(f, Terugkoppeling) and f.besluit() for f in followups):
            return ()
        return (Due(item="besluit", kind="vt_besluit", role=Rol.IB.value, due_on=self.verwacht_op),)

    def regels(self, today: date) -> Sequence[Problem]:
        """The plan's order: phone first; parents beforehand, or the exception after consulting Veilig Thuis."""
        problems: list[Problem] = []
        if self.gebeld_op is None:
            problems.append(Problem(("gebeld_op",), "Bel eerst Veilig Thuis. Het schriftelijke deel volgt daarna."))
        elif self.gebeld_op > today:
            problems.append(Problem(("gebeld_op",), "Deze dag moet nog komen. Vul in wanneer je hebt gebeld."))
        if self.apart.strip() and self.apart_besproken is not True:
            problems.append(Problem(("apart_besproken",), "Bespreek het aparte blad eerst met Veilig Thuis."))
        return problems
