"""A proposal as rows to look through: new, changed, left, unclear; made beside the user's thread. No widgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.core import Keuze, Record
from desktop.models.namen import groepsnaam
from desktop.models.personen import Groep, Leerling, Medewerker
from desktop.models.velden import velden
from desktop.services.edexml import Deel, Gewijzigd, Inlezing, Onleesbaar, Verschil, Voorstel
from desktop.views.forms.lezen import toon_datum
from desktop.views.widgets import RijInhoud

NIET_INGELEZEN = (
    "Vangnet slaat bij het lezen over: BSN en onderwijsnummer, herkomst en etniciteit, gewicht, postcode, mailadres, "
    "gebruikersnaam en foto. Ze komen nergens in de kluis."
)
LEEG = "(leeg)"
_ICOON: dict[type[Record], tuple[str, str]] = {
    Leerling: ("student", "rol.leerling"),
    Groep: ("users-three", "accent"),
    Medewerker: ("chalkboard-teacher", "rol.leerkracht"),
}
_SOORT = {"leerling": "Leerling", "groep": "Groep", "leerkracht": "Leerkracht", "bestand": "Bestand"}
_WAT_NU = (
    "Verbeter dit in ParnasSys of ESIS en maak daarna een nieuw bestand. Wat wel te lezen is, kun je nu al inlezen."
)


class Tab(StrEnum):
    """The ways in which an entry can differ; the value stands on the tab."""

    NIEUW = "Nieuw"
    GEWIJZIGD = "Gewijzigd"
    VERTROKKEN = "Vertrokken"
    ONGEWIJZIGD = "Ongewijzigd"
    ONLEESBAAR = "Onleesbaar"


@dataclass(frozen=True, slots=True)
class Telling:
    """How many of one kind are in each state."""

    soort: str
    nieuw: int
    gewijzigd: int
    vertrokken: int
    ongewijzigd: int


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What is to be known about one row: heading, its fields as (label, text), and a sentence below."""

    kop: str
    velden: Sequence[tuple[str, str]] = ()
    zin: str = ""


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """Everything that the preview shows. The key of a row is its number in `bronnen`."""

    bestand: str
    inlezing: Inlezing
    voorstel: Voorstel
    tellingen: tuple[Telling, ...]
    rijen: dict[Tab, tuple[RijInhoud, ...]]
    bronnen: tuple[object, ...]

    @property
    def wijzigingen(self) -> int:
        """How many records would be written."""
        return sum(t.nieuw + t.gewijzigd + t.vertrokken for t in self.tellingen)

    def aantal(self, tab: Tab) -> int:
        """Return how many there are on a tab."""
        if tab is Tab.ONGEWIJZIGD:
            return sum(t.ongewijzigd for t in self.tellingen)
        return len(self.rijen[tab])

    def over_bestand(self) -> str:
        """Return what file this is, in a line."""
        i = self.inlezing
        delen = (
            self.bestand,
            f"BRIN {i.brin}" if i.brin else "",
            f"instellingsnummer {i.instellingsnummer}" if i.vlaams else "",
            f"schooljaar {i.schooljaar}" if i.schooljaar else "",
            f"peildatum {toon_datum(i.peildatum, kort=True)}" if i.peildatum else "",
        )
        return " · ".join(deel for deel in delen if deel)

    def uitleg(self, sleutel: object) -> Uitleg:
        """Return what is to be known about a row, by its key."""
        assert isinstance(sleutel, int)
        bron = self.bronnen[sleutel]
        if isinstance(bron, Onleesbaar):
            gevolg = (
                "Deze regel wordt overgeslagen." if bron.overgeslagen else "De rest van deze regel wordt wel gelezen."
            )
            return Uitleg(_plek(bron), (("Wat is er", bron.zin), ("Gevolg", gevolg)), _WAT_NU)
        if isinstance(bron, Gewijzigd):
            return Uitleg(bron.value.titel(), [(v.label, _pijl(v)) for v in bron.verschillen])
        assert isinstance(bron, Record)
        return Uitleg(bron.titel(), list(_gevuld(bron)))


def maak_voorbeeld(bestand: str, inlezing: Inlezing, voorstel: Voorstel) -> Voorbeeld:
    """Return the preview of a proposal. Five thousand rows take a moment: not for the user's thread."""
    bronnen: list[object] = []
    rijen: dict[Tab, list[RijInhoud]] = {tab: [] for tab in Tab}

    def zet(tab: Tab, bron: object, titel: str, regel: str, icoon: tuple[str, str]) -> None:
        rijen[tab].append(RijInhoud(len(bronnen), titel, regel, *icoon))
        bronnen.append(bron)

    tellingen = []
    delen: tuple[tuple[str, Deel[Leerling] | Deel[Groep] | Deel[Medewerker], type[Record]], ...] = (
        ("Leerlingen", voorstel.leerlingen, Leerling),
        ("Groepen", voorstel.groepen, Groep),
        ("Medewerkers", voorstel.medewerkers, Medewerker),
    )
    for naam, deel, kind in delen:
        icoon = _ICOON[kind]
        for nieuw in deel.nieuw:
            zet(Tab.NIEUW, nieuw.value, nieuw.value.titel(), _onder(nieuw.value) or kind.NAAM, icoon)
        for tab, anderen in ((Tab.GEWIJZIGD, deel.gewijzigd), (Tab.VERTROKKEN, deel.vertrokken)):
            for anders in anderen:
                regel = " · ".join(f"{v.label}: {_pijl(v)}" for v in anders.verschillen)
                zet(tab, anders, anders.value.titel(), regel, icoon)
        tellingen.append(Telling(naam, len(deel.nieuw), len(deel.gewijzigd), len(deel.vertrokken), deel.ongewijzigd))
    for mis in voorstel.onleesbaar:
        zet(Tab.ONLEESBAAR, mis, _plek(mis), mis.zin, ("warning-circle", "waarschuwing"))
    return Voorbeeld(
        bestand, inlezing, voorstel, tuple(tellingen), {tab: tuple(r) for tab, r in rijen.items()}, tuple(bronnen)
    )


def _onder(record: Record) -> str:
    """Return what tells this one from others of the name: of a pupil the group and the day of birth, in words."""
    if not isinstance(record, Leerling):
        return record.detail()
    geboren = f"geboren {toon_datum(record.geboortedatum, kort=True)}" if record.geboortedatum else ""
    regel = " · ".join(deel for deel in (groepsnaam(record.groep_naam), geboren) if deel)
    return regel[:1].upper() + regel[1:]


def _plek(mis: Onleesbaar) -> str:
    nummer = f" {mis.positie}" if mis.positie else ""
    regel = f" (regel {mis.regel} in het bestand)" if mis.regel else ""
    return f"{_SOORT[mis.soort]}{nummer}{regel}"


def _pijl(verschil: Verschil) -> str:
    return f"{verschil.oud or LEEG} → {verschil.nieuw or LEEG}"


def _gevuld(record: Record) -> Iterator[tuple[str, str]]:
    for spec in velden(type(record)):
        waarde = getattr(record, spec.naam)
        if isinstance(waarde, date):
            yield spec.veld.label, toon_datum(waarde, kort=True)
        elif isinstance(waarde, Keuze):
            yield spec.veld.label, waarde.label
        elif isinstance(waarde, str) and waarde:
            yield spec.veld.label, waarde
