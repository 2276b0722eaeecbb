"""What the plan, the poster and the sociale kaart on paper are made from; no PDF library, so that it loads at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.models.opmaak import Tekstblok
from desktop.models.rolinhoud import RolInhoud
from desktop.models.schoolplan import Schoolplan
from desktop.models.sociale_kaart import Organisatie


@dataclass(frozen=True, slots=True)
class BoekPagina:
    """A page of the plan as it is printed.

    `blokken` is its text, read by `models.opmaak.lees` after its places were filled; `eigen` what the school itself
    wrote, in which nothing is a mark; `zie` the keys of pages to read next (those in the book are named, with their
    page number); `bron` the law it rests on.
    """

    sleutel: str
    titel: str
    blokken: Sequence[Tekstblok]
    eigen: str = ""
    zie: Sequence[str] = ()
    bron: str = ""
    versie: int = 1
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class BoekDeel:
    """A part: `rubriek` is the key of `models.plan.RUBRIEKEN` that gives its hue and icon, `titel` its heading."""

    rubriek: str
    titel: str
    paginas: Sequence[BoekPagina]


@dataclass(frozen=True, slots=True)
class PlanBoek:
    """A book to print: one page, what is for one role, or the whole plan.

    `doelen` says what a link stands for on paper where it does not lead to a page of the book: its target as in the
    text ('kaart:veilig-thuis', 'plan:ib', 'https://...') with its name, for example 'Veilig Thuis, 0800-2000'. It is
    said once a page, after the words of the link, unless those say it already. `dag` is the day that is printed on
    it, `gemaakt_op` the moment in the footer, `versie` which content it is.
    """

    school: str
    titel: str
    ondertitel: str
    dag: date
    gemaakt_op: datetime
    delen: Sequence[BoekDeel]
    versie: str = ""
    doelen: Mapping[str, str] = field(default_factory=dict)

    def paginas(self) -> list[BoekPagina]:
        """Return all pages, in order."""
        return [pagina for deel in self.delen for pagina in deel.paginas]


@dataclass(frozen=True, slots=True)
class PosterInhoud:
    """The infographic as a poster.

    `rollen` holds the nine roles and 'meldcode' by key; `nummers` the organisations to call at danger, the most urgent
    first (three are shown); `plan` what the school filled in, None where it did not; `algemeen` the titles of the
    plan's general pages.
    """

    school: str
    dag: date
    gemaakt_op: datetime
    rollen: Mapping[str, RolInhoud]
    nummers: Sequence[Organisatie]
    plan: Schoolplan | None = None
    algemeen: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class KaartBlad:
    """What stands around the printed sociale kaart: whose it is, and of which day."""

    school: str
    dag: date
    gemaakt_op: datetime
    regio: str = ""
