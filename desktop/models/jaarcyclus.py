"""The school year: every duty that returns, what a school makes of it, and its tasks with what came of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Due, Keuze, Problem, Record, State, Veld
from desktop.models.rechten import Rol
from desktop.models.schooljaar import BEGIN_MAAND, Periode, is_schooljaar
from desktop.models.tekst import Tekst
from desktop.models.vervolg import Vervolg

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAAND_KORT = tuple("jan feb mrt apr mei jun jul aug sep okt nov dec".split())
"""As they stand beside a number."""


class Ritme(Keuze):
    """How often a duty returns. `OPEN`: the plan says that it returns, not how often; the school decides."""

    MAANDELIJKS = "maandelijks", "Elke maand"
    HALFJAARLIJKS = "halfjaarlijks", "Twee keer per jaar"
    JAARLIJKS = "jaarlijks", "Elk jaar"
    TWEEJAARLIJKS = "tweejaarlijks", "Eens per twee jaar"
    VIERJAARLIJKS = "vierjaarlijks", "Eens per vier jaar"
    OPEN = "open", "Doorlopend"


STAP_IN_JAREN = {Ritme.TWEEJAARLIJKS: 2, Ritme.VIERJAARLIJKS: 4}


@dataclass(frozen=True, slots=True)
class Plicht:
    """One duty of the plan: what, who carries it out (`wie`, in words, and `rol`, whose work it counts as) and when.

    `maanden` (1-12) are only those that the plan names; () where the school chooses. `naar` is who receives it. `naar_
    keuze`: it is never late. `herinnert` are keys of roles that get a letter about it. `let_op` says what to decide.
    `formulier` is a value of `rolinhoud.Formulier`, '' for none; `pagina` the page of the plan.
    """

    sleutel: str
    taak: str
    wie: str
    rol: Rol
    naar: str
    ritme: Ritme
    maanden: tuple[int, ...]
    naar_keuze: bool
    herinnert: tuple[str, ...]
    let_op: str
    bron: str
    pagina: str
    formulier: str
    rubriek: str


RUBRIEKEN = ("Gesprekken", "Lessen", "Monitoring", "Meldcode", "Team en scholing", "Beleid en bestuur", "Netwerk")
"""The headings under which duties are listed."""


class Maand(Keuze):
    """A month, in the order of the school year."""

    AUGUSTUS = "8", "augustus"
    SEPTEMBER = "9", "september"
    OKTOBER = "10", "oktober"
    NOVEMBER = "11", "november"
    DECEMBER = "12", "december"
    JANUARI = "1", "januari"
    FEBRUARI = "2", "februari"
    MAART = "3", "maart"
    APRIL = "4", "april"
    MEI = "5", "mei"
    JUNI = "6", "juni"
    JULI = "7", "juli"

    @property
    def nummer(self) -> int:
        """Return 1-12."""
        return int(self.value)


class EigenPlicht(Record):
    """What the school makes of a duty (`plicht` is its key), or a duty of its own (`plicht` is '')."""

    KIND = "eigenplicht"
    NAAM = "Jaarcyclus: eigen keuze"

    plicht: Tekst = ""
    taak: Annotated[Tekst, Veld("Taak", hulp="Leeg: zoals het plan het zegt.", zoek="")] = ""
    rol: Annotated[Rol | None, Veld("Wie doet het", breed=6)] = None
    ritme: Annotated[Ritme | None, Veld("Hoe vaak", breed=6)] = None
    maanden: Annotated[
        tuple[Maand, ...], Veld("In welke maand", hulp="Meer dan één kan. Leeg: de school heeft nog niet gekozen.")
    ] = ()
    eerste_jaar: Annotated[
        Tekst,
        Veld("Eerste schooljaar", hulp="Voor wat niet elk jaar terugkomt, bijvoorbeeld 2026-2027.", breed=6, zoek=""),
    ] = ""
    uit: Annotated[bool | None, Veld("Dit doen wij niet", breed=6)] = None
    notitie: Annotated[Tekst, Veld("Notitie", lang=True, zoek="")] = ""

    def titel(self) -> str:
        """Return the task in the school's words."""
        return self.taak or self.NAAM

    def regels(self, today: date) -> Sequence[Problem]:
        """A school year is two years in a row; a duty of its own says what."""
        problems = []
        if self.eerste_jaar and not is_schooljaar(self.eerste_jaar):
            zin = "Schrijf het schooljaar als twee jaren, bijvoorbeeld 2026-2027."
            problems.append(Problem(("eerste_jaar",), zin, "bewaren"))
        if not self.plicht and not self.taak.strip():
            problems.append(Problem(("taak",), "Vul in: Taak.", "bewaren"))
        return problems


class Jaartaak(Record):
    """One duty at one moment of one school year; the agenda has it until it is done, skipped, or the date moves."""

    KIND = "jaartaak"
    NAAM = "Taak van het schooljaar"

    plicht: Tekst = ""
    """The key of the duty; of a duty of the school itself the id of its record."""
    schooljaar: Tekst = ""
    keer: int = 1
    """Which time in this year, from 1."""
    taak: Annotated[Tekst, Veld("Taak", verplicht="bewaren", zoek="titel")] = ""
    rol: Annotated[Rol | None, Veld("Wie doet het", verplicht="bewaren", breed=6)] = None
    gepland_op: Annotated[date | None, Veld("Uiterlijk", breed=6)] = None
    naar_keuze: bool = False
    # a form that begins a task does not ask it: it shows once it has something in it
    verplaatst: Annotated[Tekst, Veld("Waarom verplaatst", lang=True, zoek="", toon=(Als("taak", ()),))] = ""

    def titel(self) -> str:
        """Return the task."""
        return self.taak or self.NAAM

    def detail(self) -> str:
        """Return the school year."""
        return self.schooljaar

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """It is open until something is said of it; what is optional never asks."""
        if state == "ingetrokken" or self.rol is None or self.gepland_op is None or self.naar_keuze:
            return ()
        if any(isinstance(f, TaakUitkomst) for f in followups):
            return ()
        return (Due(item="taak", kind="jaartaak", role=self.rol.value, due_on=self.gepland_op),)


class Uitkomst(Keuze):
    """What came of a task."""

    GEDAAN = "gedaan", "Gedaan"
    OVERGESLAGEN = "overgeslagen", "Overgeslagen"


class TaakUitkomst(Vervolg):
    """Says that a task of the school year is done, or is skipped this time with a note."""

    KIND = "taakuitkomst"
    NAAM = "Taak afgehandeld"
    PERSOONLIJK = False

    uitkomst: Annotated[Uitkomst | None, Veld("Uitkomst", verplicht="bewaren")] = None
    toelichting: Annotated[Tekst, Veld("Notitie", lang=True)] = ""

    def titel(self) -> str:
        """Return what came of it."""
        return self.uitkomst.label if self.uitkomst else self.NAAM

    def regels(self, today: date) -> Sequence[Problem]:
        """Who skips a task says why."""
        if self.uitkomst is Uitkomst.OVERGESLAGEN and not self.toelichting.strip():
            return (Problem(("toelichting",), "Schrijf in een zin waarom dit wordt overgeslagen.", "bewaren"),)
        return ()


@dataclass(frozen=True, slots=True)
class EigenKeuze:
    """A duty as this school has it: from the plan, changed by the school where it did."""

    plicht: Plicht
    record: UUID | None
    taak: str
    rol: Rol
    ritme: Ritme
    maanden: tuple[int, ...]
    eerste_jaar: str
    uit: bool
    notitie: str = ""

    @property
    def gekozen(self) -> bool:
        """Whether it has a place in the year; else the school still has to choose."""
        return self.ritme is Ritme.OPEN or self.ritme is Ritme.MAANDELIJKS or bool(self.maanden)


def keuze(plicht: Plicht, record: UUID | None, eigen: EigenPlicht | None) -> EigenKeuze:
    """Return a duty as the school has it: what it left empty is as the plan says."""
    e = eigen or EigenPlicht()
    return EigenKeuze(
        plicht,
        record,
        e.taak or plicht.taak,
        e.rol or plicht.rol,
        e.ritme or plicht.ritme,
        tuple(m.nummer for m in e.maanden) or plicht.maanden,
        e.eerste_jaar,
        e.uit is True,
        e.notitie,
    )


def valt_in(k: EigenKeuze, jaar: Periode) -> bool:
    """Whether a duty falls in a school year: each year, or every so many from its first; unknown first year: no."""
    if k.uit:
        return False
    stap = STAP_IN_JAREN.get(k.ritme)
    if stap is None:
        return k.ritme is not Ritme.OPEN or bool(k.maanden)
    if not k.eerste_jaar:
        return False
    verschil = jaar.van.year - int(k.eerste_jaar[:4])
    return verschil >= 0 and verschil % stap == 0


def dagen_in(k: EigenKeuze, jaar: Periode) -> Iterator[date]:
    """Yield the days by which a duty is due in a school year: the last day of each of its months, in order.

    A monthly one without months of its own runs from September to June: there is no school in the other two.
    """
    if not valt_in(k, jaar):
        return
    maanden = k.maanden or ((*range(9, 13), *range(1, 7)) if k.ritme is Ritme.MAANDELIJKS else ())
    for maand in sorted(maanden, key=lambda m: (m - BEGIN_MAAND) % 12):
        yield _laatste_dag(jaar.van.year if maand >= BEGIN_MAAND else jaar.tot.year, maand)


def _laatste_dag(jaar: int, maand: int) -> date:
    volgende = date(jaar + (maand == 12), maand % 12 + 1, 1)
    return date.fromordinal(volgende.toordinal() - 1)
