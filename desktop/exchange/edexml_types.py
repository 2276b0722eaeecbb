"""What an EDEXML file holds and what it would change: plain frozen data, without what the program may not keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar
from uuid import UUID

from desktop.models.core import Record
from desktop.models.opslag import Stored
from desktop.models.personen import Geslacht, Groep, Leerling, Medewerker

R = TypeVar("R", bound=Record)
Soort = Literal["bestand", "groep", "leerling", "leerkracht"]


@dataclass(frozen=True, slots=True)
class Onleesbaar:
    """Something in the file that could not be read as it stands.

    `positie` counts from 1 within the kind, `regel` is the line in the file (0: not one place), `sleutel` the file's
    own key. `zin` says in Dutch what and why, without names, so it can be copied to whoever keeps the pupil system.
    `overgeslagen`: the whole entry is left out; otherwise only that one value is.
    """

    soort: Soort
    positie: int
    regel: int
    sleutel: str
    zin: str
    overgeslagen: bool = False


@dataclass(frozen=True, slots=True)
class GelezenGroep:
    """A group as the file has it; `jaargroep` in words, '' for a `samengestelde_groep`."""

    edex_key: str
    positie: int
    regel: int
    naam: str
    jaargroep: str = ""
    samengesteld: bool = False


@dataclass(frozen=True, slots=True)
class GelezenLeerling:
    """A pupil as the file has it, no more than Vangnet keeps. `groep` is the key of a group, `oud` a former pupil."""

    edex_key: str
    positie: int
    regel: int
    roepnaam: str = ""
    voorvoegsel: str = ""
    achternaam: str = ""
    voornamen: str = ""
    voorletters: str = ""
    geboortedatum: date | None = None
    geslacht: Geslacht | None = None
    jaargroep: str = ""
    groep: str = ""
    instroomdatum: date | None = None
    uitstroomdatum: date | None = None
    oud: bool = False


@dataclass(frozen=True, slots=True)
class GelezenLeerkracht:
    """Someone of staff as the file has it. `rollen` are EDEXML codes, `omschrijvingen` what the school wrote itself."""

    edex_key: str
    positie: int
    regel: int
    roepnaam: str = ""
    voorvoegsel: str = ""
    achternaam: str = ""
    voorletters: str = ""
    rollen: tuple[str, ...] = ()
    omschrijvingen: tuple[str, ...] = ()
    groepen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inlezing:
    """A whole file, read. `secties` names the blocks it has: what a file does not speak about, it does not change."""

    brin: str = ""
    instellingsnummer: str = ""
    schooljaar: str = ""
    peildatum: date | None = None
    versie: str = ""
    secties: frozenset[str] = frozenset()
    groepen: tuple[GelezenGroep, ...] = ()
    leerlingen: tuple[GelezenLeerling, ...] = ()
    leerkrachten: tuple[GelezenLeerkracht, ...] = ()
    onleesbaar: tuple[Onleesbaar, ...] = ()

    @property
    def vlaams(self) -> bool:
        """Whether it is the Flemish variant, which has an `instellingsnummer` where a Dutch school has a BRIN."""
        return bool(self.instellingsnummer) and not self.brin


@dataclass(frozen=True, slots=True)
class Bestaand:
    """What the vault holds now, people and groups that left included; a destroyed record counts for nothing."""

    groepen: Sequence[Stored] = ()
    leerlingen: Sequence[Stored] = ()
    medewerkers: Sequence[Stored] = ()


@dataclass(frozen=True, slots=True)
class Verschil:
    """One field that would change, as words for the screen; '' is an empty field."""

    label: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class Nieuw(Generic[R]):
    """A record that would be added."""

    record: UUID
    value: R


@dataclass(frozen=True, slots=True)
class Gewijzigd(Generic[R]):
    """A record that would get a new revision on top of `base`."""

    record: UUID
    base: UUID
    oud: R
    value: R
    verschillen: tuple[Verschil, ...]


@dataclass(frozen=True, slots=True)
class Deel(Generic[R]):
    """The proposal for one kind. `vertrokken` are in the vault but no longer in the file; they are never deleted."""

    nieuw: tuple[Nieuw[R], ...] = ()
    gewijzigd: tuple[Gewijzigd[R], ...] = ()
    vertrokken: tuple[Gewijzigd[R], ...] = ()
    ongewijzigd: int = 0


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What importing the file would do: shown first, then applied as a whole or not at all."""

    groepen: Deel[Groep] = field(default_factory=Deel)
    leerlingen: Deel[Leerling] = field(default_factory=Deel)
    medewerkers: Deel[Medewerker] = field(default_factory=Deel)
    onleesbaar: tuple[Onleesbaar, ...] = ()
    waarschuwingen: tuple[str, ...] = ()

    @property
    def leeg(self) -> bool:
        """Whether applying it would change nothing."""
        delen: tuple[Deel[Groep] | Deel[Leerling] | Deel[Medewerker], ...] = (
            self.groepen,
            self.leerlingen,
            self.medewerkers,
        )
        return not any(d.nieuw or d.gewijzigd or d.vertrokken for d in delen)
