"""A draaiboek: the steps of a protocol as data, and a run of one, a case that keeps the version it began with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal
from uuid import UUID

from desktop.models.core import Due, Keuze, Part, Problem, Record, Rij, State, Values, Veld
from desktop.models.dossierdelen import Betrokkene
from desktop.models.rechten import Rol
from desktop.models.rolinhoud import ROLLEN, Formulier
from desktop.models.tekst import Tekst
from desktop.models.vervolg import Vervolg

Herkomst = Literal["plan", "sjabloon", "school"]
"""Where the steps come from: the plan; a template that the school must confirm; the school itself."""

UITVOERDERS: Mapping[str, str] = {
    "leerling": "Leerling",
    "ouders": "Ouders",
    "leerkracht": "Leerkracht",
    "ondersteunend": "Ondersteunend personeel",
    "ib": "Intern begeleider",
    "aandachtsfunctionaris": "Aandachtsfunctionaris",
    "vertrouwenspersoon": "Vertrouwenspersoon",
    "directeur": "Directeur",
    "extern": "Externe professional",
    "bestuur": "Bestuur",
    "team": "Hele team",
    "melder": "Wie het meemaakte of hoorde",
    "sleuteltrio": "Sleuteltrio",
    "crisisteam": "Crisisteam",
}
"""Who can carry out a step, by key: the roles of the plan and those that its protocols add."""

assert set(ROLLEN) < set(UITVOERDERS)


class Stap(Part):
    """One step. `als` and `niet_als` are keys of conditions: it belongs when all of `als` and none of `niet_als` hold.

    `termijn` is in days after the run began (0: the same day), None where the protocol names none. `reden`: who skips
    it says why. `leidt_naar` is the form it opens, a value of `Formulier`, '' for none. `punten` are reminders.
    """

    sleutel: Tekst
    fase: Tekst
    wat: Tekst
    uitleg: Tekst = ""
    wie: Tekst
    termijn: int | None = None
    reden: bool = True
    als: tuple[Tekst, ...] = ()
    niet_als: tuple[Tekst, ...] = ()
    leidt_naar: Tekst = ""
    punten: tuple[Tekst, ...] = ()

    def hoort(self, ja: Sequence[str]) -> bool:
        """Whether the step belongs, given the keys of the conditions that hold."""
        return all(a in ja for a in self.als) and not any(a in ja for a in self.niet_als)

    @property
    def formulier(self) -> Formulier | None:
        """Return the form that it opens."""
        return Formulier.van(self.leidt_naar) if self.leidt_naar else None


class Voorwaarde(Part):
    """A question whose answer decides which steps belong."""

    sleutel: Tekst
    vraag: Tekst
    uitleg: Tekst = ""


class Draaiboek(Part):
    """A protocol as steps in order. `versie` names this state of it, `pagina` the page of the plan that explains it."""

    sleutel: Tekst
    versie: Tekst
    titel: Tekst
    kort: Tekst
    herkomst: Herkomst
    bron: Tekst = ""
    pagina: Tekst = ""
    volgorde: int = 0
    in_volgorde: bool = True
    """Whether the steps follow each other; else they may go in any order, also at the same time."""
    voorwaarden: tuple[Voorwaarde, ...] = ()
    stappen: tuple[Stap, ...] = ()

    def bij(self, ja: Sequence[str]) -> tuple[Stap, ...]:
        """Return the steps that belong, given the conditions that hold."""
        return tuple(stap for stap in self.stappen if stap.hoort(ja))


@dataclass(frozen=True, slots=True)
class ElderDocument:
    """A protocol that is not a checklist: a document of the school or the board, or a site."""

    sleutel: str
    titel: str
    kort: str
    pagina: str = ""
    plaats: str = ""
    """The field of the school's own plan that says where it is."""


class EigenStap(Rij):
    """A step as the school writes it. `stap` is the key of the shipped one that it was, whose conditions it keeps."""

    stap: Tekst = ""
    fase: Annotated[Tekst, Veld("Fase", hulp="Bijvoorbeeld: het eerste uur.", breed=4, zoek="")] = ""
    wat: Annotated[Tekst, Veld("Wat", breed=8, verplicht="vaststellen", zoek="")] = ""
    wie: Annotated[Tekst, Veld("Wie", breed=4, zoek="")] = ""
    dagen: Annotated[Tekst, Veld("Binnen hoeveel dagen", hulp="0 is dezelfde dag.", breed=4, zoek="")] = ""
    reden: Annotated[bool | None, Veld("Wie overslaat, zegt waarom", breed=4)] = True
    uitleg: Annotated[Tekst, Veld("Uitleg", lang=True, zoek="")] = ""


class EigenDraaiboek(Record):
    """A draaiboek of the school itself: new, or in the place of a shipped one (`vervangt` is its key)."""

    KIND = "eigendraaiboek"
    NAAM = "Eigen draaiboek"

    vervangt: Tekst = ""
    naam: Annotated[Tekst, Veld("Titel", verplicht="bewaren", zoek="titel")] = ""
    kort: Annotated[Tekst, Veld("Waar is het voor", zoek="")] = ""
    bevestigd: Annotated[
        date | None,
        Veld("Door de school bevestigd op", hulp="Een sjabloon geldt pas als de school het bevestigt.", breed=5),
    ] = None
    uit: Annotated[bool | None, Veld("Dit draaiboek gebruiken wij niet", breed=7)] = None
    notitie: Annotated[
        Tekst, Veld("Wat is er veranderd", hulp="In een paar woorden, voor wie later terugkijkt.", zoek="", sinds=1)
    ] = ""
    stappen: Annotated[tuple[EigenStap, ...], Veld("Stappen", verplicht="vaststellen")] = ()

    def titel(self) -> str:
        """Return its own name."""
        return self.naam or self.NAAM

    def regels(self, today: date) -> Sequence[Problem]:
        """A term is a number of days."""
        return [
            Problem(("stappen", n, "dagen"), "Schrijf een aantal dagen, bijvoorbeeld 5.", "bewaren")
            for n, stap in enumerate(self.stappen)
            if stap.dagen.strip() and not stap.dagen.strip().isdecimal()
        ]


class Stand(Keuze):
    """How a step of a run stands."""

    GEDAAN = "gedaan", "Gedaan"
    OVERGESLAGEN = "overgeslagen", "Overgeslagen"
    ANDERS = "anders", "Anders gedaan"
    OPEN = "open", "Weer open"


MIN_REDEN = 10
"""Characters of a reason for skipping; the same measure as for withdrawing a record."""


class Loopstap(Vervolg):
    """What came of one step of a run: done, skipped or done otherwise with a reason, or open again."""

    KIND = "loopstap"
    NAAM = "Stap van een draaiboek"

    stap: Tekst
    stand: Annotated[Stand | None, Veld("Hoe staat het", verplicht="bewaren")] = None
    door: Annotated[Tekst, Veld("Door wie", namen=True, breed=6)] = ""
    gedaan_op: Annotated[date | None, Veld("Wanneer", breed=3)] = None
    gedaan_om: Annotated[time | None, Veld("Hoe laat", breed=3)] = None
    reden: Annotated[
        Tekst,
        Veld("Waarom", lang=True, namen=True, hulp="Afwijken mag. Schrijf op waarom: later wordt daarnaar gevraagd."),
    ] = ""
    toelichting: Annotated[Tekst, Veld("Toelichting", lang=True, namen=True)] = ""

    def titel(self) -> str:
        """Return how it stands."""
        return self.stand.label if self.stand else self.NAAM


class Loop(Record):
    """A run of a draaiboek. `definitie` is the draaiboek as it was when the run began: it goes on with that."""

    KIND = "draaiboekloop"
    NAAM = "Draaiboek"
    PERSOONLIJK = True

    definitie: Draaiboek
    aanleiding: Annotated[
        Tekst, Veld("Aanleiding", hulp="In een paar woorden.", verplicht="bewaren", namen=True, zoek="titel")
    ] = ""
    begonnen_op: Annotated[date | None, Veld("Begonnen op", breed=5, verplicht="bewaren")] = None
    begonnen_om: Annotated[time | None, Veld("Om", breed=3)] = None
    betrokkenen: Annotated[tuple[Betrokkene, ...], Veld("Betrokkenen")] = ()
    calamiteit: UUID | None = None
    stukken: tuple[UUID, ...] = ()
    """Records made from its steps: an incident, a report."""
    ja: tuple[Tekst, ...] = ()
    """The keys of the conditions that hold."""
    afgesloten_op: date | None = None
    slot: Annotated[Tekst, Veld("Hoe is het afgesloten", lang=True, namen=True)] = ""

    def titel(self) -> str:
        """Return which draaiboek, and what for."""
        return f"{self.definitie.titel}: {self.aanleiding}" if self.aanleiding else self.definitie.titel

    def event_at(self) -> datetime | None:
        """Return when it began."""
        return datetime.combine(self.begonnen_op, self.begonnen_om or time()) if self.begonnen_op else None

    def gesloten_op(self) -> date | None:
        """Return the day it was closed."""
        return self.afgesloten_op

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with who is involved, at its calamity, and points at what was made from it."""
        mensen = [(b.wie.persoon, "betrokken") for b in self.betrokkenen if b.wie is not None and b.wie.persoon]
        calamiteit = ((self.calamiteit, "draaiboek"),) if self.calamiteit else ()
        return (*dict.fromkeys(mensen), *calamiteit, *((s, "stuk") for s in self.stukken))

    def stappen(self) -> tuple[Stap, ...]:
        """Return the steps that belong in this run."""
        return self.definitie.bij(self.ja)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Steps with a term that have no outcome yet, each with the role that an account can have."""
        if state == "ingetrokken" or self.afgesloten_op or self.begonnen_op is None:
            return ()
        standen = stand_per_stap(followups)
        return tuple(
            Due(
                item=stap.sleutel,
                kind="draaiboek",
                role=_rol(stap.wie),
                due_on=self.begonnen_op + timedelta(days=stap.termijn),
            )
            for stap in self.stappen()
            if stap.termijn is not None and is_open(standen.get(stap.sleutel))
        )


def _rol(wie: str) -> str:
    return wie if wie in {rol.value for rol in Rol} else Rol.DIRECTEUR.value


def stand_per_stap(followups: Sequence[Record]) -> Mapping[str, Loopstap]:
    """Return the last word on each step that has one, by the step's key."""
    return {f.stap: f for f in followups if isinstance(f, Loopstap)}


def is_open(stap: Loopstap | None) -> bool:
    """Whether a step has no outcome (any more)."""
    return stap is None or stap.stand in (None, Stand.OPEN)


def zonder_reden(stap: Stap, values: Values) -> Sequence[Problem]:
    """Return what is wrong with an outcome: a step that asks for a reason is not skipped or changed without one."""
    afwijkend = values.get("stand") in (Stand.OVERGESLAGEN.value, Stand.ANDERS.value)
    if not (afwijkend and stap.reden) or len(str(values.get("reden") or "").strip()) >= MIN_REDEN:
        return ()
    return (Problem(("reden",), "Schrijf in een zin waarom je van deze stap afwijkt.", "bewaren"),)


@dataclass(frozen=True, slots=True)
class Loopbeeld:
    """A run as page and paper show it: each step that belongs with its last outcome, and how many have one."""

    loop: Loop
    stappen: tuple[tuple[Stap, Loopstap | None], ...]
    gedaan: int = 0

    @classmethod
    def van(cls, loop: Loop, followups: Sequence[Record]) -> Loopbeeld:
        """Return the picture of a run from its record and what follows it."""
        standen = stand_per_stap(followups)
        rijen = tuple((stap, standen.get(stap.sleutel)) for stap in loop.stappen())
        return cls(loop, rijen, sum(not is_open(stand) for _, stand in rijen))

    @property
    def volgende(self) -> Stap | None:
        """Return the first step that is open."""
        return next((stap for stap, stand in self.stappen if is_open(stand)), None)
