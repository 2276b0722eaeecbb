"""What goes to board and coordinator before a talk: which parts, of which period, to whom. jaarcyclus 2-3."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated

from desktop.models.core import Due, Keuze, Problem, Record, State, Veld
from desktop.models.rapportage import Ontvanger, Verstuurd
from desktop.models.rechten import Rol
from desktop.models.schooljaar import periode
from desktop.models.tekst import Tekst

PLAN_LEVERING = "Algemeen › Bestuurlijke monitoring"


class Onderdeel(Keuze):
    """What can be in it; the first four are what the plan asks for."""

    MELDCODE = "meldcode", "Rapportages meldcode"
    INCIDENTEN = "incidenten", "Incidentenregistratie"
    LIJN = "lijn", "Doorgaande lijn meldcode"
    SCHOLING = "scholing", "Scholingsbehoefte"
    MONITORING = "monitoring", "Monitoring en besluiten"
    JAARCYCLUS = "jaarcyclus", "Jaarcyclus: wat is gedaan"


_ZONDER_NAAM = "Zonder namen en zonder wat naar één leerling wijst."


class Bestuurspakket(Record):
    """A delivery. Its figures are those of the moment at which it is established; `Verstuurd` says when it went out."""

    KIND = "bestuurspakket"
    NAAM = "Stukken voor het bestuur"
    VASTSTELLEN = True
    GROEPEN = ("Periode", "Toelichting", "Verzending")

    van: Annotated[date | None, Veld("Van", groep="Periode", breed=4, verplicht="bewaren")] = None
    tot: Annotated[date | None, Veld("Tot en met", groep="Periode", breed=4, verplicht="bewaren")] = None
    gesprek_op: Annotated[date | None, Veld("Gesprek met het bestuur op", groep="Periode", breed=4)] = None
    onderdelen: Annotated[
        tuple[Onderdeel, ...],
        Veld("Wat gaat mee", groep="Periode", verplicht="vaststellen", plan=PLAN_LEVERING),
    ] = tuple(Onderdeel)
    lijn: Annotated[
        Tekst,
        Veld("Doorgaande lijn: zijn de stappen gezet zoals afgesproken", groep="Toelichting", lang=True,
             hulp=_ZONDER_NAAM, plan=PLAN_LEVERING),
    ] = ""  # fmt: skip
    incidenten: Annotated[
        Tekst,
        Veld("Wat valt op in de incidenten, en wat is gedaan", groep="Toelichting", lang=True, hulp=_ZONDER_NAAM),
    ] = ""
    scholing: Annotated[
        Tekst, Veld("Welke scholing heeft het team nodig", groep="Toelichting", lang=True, plan=PLAN_LEVERING)
    ] = ""
    beleid: Annotated[Tekst, Veld("Wat verandert er in het beleid", groep="Toelichting", lang=True)] = ""
    klein_afschermen: Annotated[
        bool | None,
        Veld(
            "Aantallen onder de 5 afschermen",
            groep="Verzending",
            hulp="Een klein aantal kan naar één gezin wijzen. Zet dit alleen uit voor wat op school blijft.",
        ),
    ] = True
    ontvangers: Annotated[
        tuple[Ontvanger, ...], Veld("Ontvangers", groep="Verzending", verplicht="vaststellen", plan=PLAN_LEVERING)
    ] = ()

    def toelichtingen(self) -> Sequence[tuple[str, str]]:
        """Return what was written to each part that goes along, under a short name; nothing that is empty."""
        paren = (
            (Onderdeel.LIJN, "Doorgaande lijn", self.lijn),
            (Onderdeel.INCIDENTEN, "Incidenten", self.incidenten),
            (Onderdeel.SCHOLING, "Scholing", self.scholing),
            (None, "Beleid", self.beleid),
        )
        return [(naam, t) for deel, naam, t in paren if t.strip() and (deel is None or deel in self.onderdelen)]

    def titel(self) -> str:
        """Return what it is, and its period."""
        return f"{self.NAAM} {periode(self.van, self.tot)}".rstrip()

    def event_at(self) -> datetime | None:
        """Return the last day that it is about."""
        return datetime.combine(self.tot, time()) if self.tot else None

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """It has to be with every receiver before the talk."""
        verstuurd = {f.ontvanger for f in followups if isinstance(f, Verstuurd) and f.datum is not None}
        alles_weg = bool(self.ontvangers) and verstuurd >= {o.rij for o in self.ontvangers}
        if self.gesprek_op is None or state == "ingetrokken" or (state == "vastgesteld" and alles_weg):
            return ()
        return (Due(item="leveren", kind=self.KIND, role=Rol.DIRECTEUR.value, due_on=self.gesprek_op),)

    def regels(self, today: date) -> Sequence[Problem]:
        """A period ends after it began."""
        if self.van and self.tot and self.tot < self.van:
            return (Problem(("tot",), "Deze dag ligt vóór het begin van de periode.", "bewaren"),)
        return ()
