"""The content set of this PC: another school group's folder, checked before it is used, or the shipped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.policy import plan
from desktop.policy.blad import Fout, InhoudFout
from desktop.policy.plan import Inhoud

if TYPE_CHECKING:
    from desktop.models.draaiboek import Draaiboek, ElderDocument
    from desktop.models.jaarcyclus import Plicht

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Werkinhoud:
    """What the content says to do: protocols as step lists by key, protocols that are a document, the year's duties."""

    draaiboeken: Mapping[str, Draaiboek]
    elders: tuple[ElderDocument, ...]
    plichten: tuple[Plicht, ...]


@dataclass(frozen=True, slots=True)
class Keuring:
    """What a folder holds, and what is wrong with it: lines 'file:line: what'. `inhoud` is there when nothing is."""

    folder: Path
    inhoud: Inhoud | None
    fouten: tuple[str, ...] = ()

    @property
    def paginas(self) -> int:
        """Return how many pages and terms there are; 0 where something is wrong."""
        return len(self.inhoud.paginas) if self.inhoud else 0

    @property
    def organisaties(self) -> int:
        """Return how many organisations the sociale kaart has; 0 where something is wrong."""
        return len(self.inhoud.kaart) if self.inhoud else 0


def keur(folder: Path) -> Keuring:
    """Read a folder as a content set and say what is wrong with it. Raises nothing: a folder that is gone is a fault.

    Takes as long as reading some hundred small files: for the lane, not for the user's thread.
    """
    try:
        if not (folder / "paginas").is_dir():
            return Keuring(folder, None, (f"{folder.name}:1: hier is geen map 'paginas' met de pagina's (.md).",))
        fouten: list[Fout] = []
        inhoud = _probeer(lambda: plan.laad(folder), fouten)
        _probeer(lambda: laad_werk(folder), fouten)
        return Keuring(folder, None if fouten else inhoud, tuple(str(een) for een in fouten))
    except OSError as fout:
        return Keuring(folder, None, (f"{folder.name}:1: dit kan niet gelezen worden ({type(fout).__name__}).",))


def laad_werk(folder: Path | None = None) -> Werkinhoud:
    """Return the step lists and the duties: those in `folder` where it brings its own, else the shipped ones.

    What is shipped points at no page that the set in `folder` lacks. Raises InhoudFout with every fault at its line.
    """
    # these bring the models of their records along: not before the first window
    from desktop.policy import draaiboeken, jaarcyclus

    paginas = draaiboeken.planpaginas(folder / "paginas" if folder else None)
    stappen, jaar = draaiboeken.map_van(folder), jaarcyclus.pad_van(folder)
    van_set = paginas if stappen.parent == folder else None
    jaar_van_set = paginas if jaar.parent == folder else None
    fouten: list[Fout] = []
    boeken = _probeer(lambda: draaiboeken.laad(stappen, van_set), fouten)
    elders = _probeer(lambda: draaiboeken.anders(stappen, van_set), fouten)
    plichten = _probeer(lambda: jaarcyclus.laad(jaar, jaar_van_set), fouten)
    if boeken is None or elders is None or plichten is None:
        raise InhoudFout(fouten)
    weg = {"pagina": ""}
    return Werkinhoud(
        {s: b if b.pagina in paginas else b.model_copy(update=weg) for s, b in boeken.items()},
        tuple(e if e.pagina in paginas else replace(e, pagina="") for e in elders),
        tuple(p if p.pagina in paginas else replace(p, pagina="") for p in plichten),
    )


@cache
def meegeleverd() -> Werkinhoud:
    """Return the shipped step lists and duties, read once."""
    return laad_werk()


def _probeer(lees: Callable[[], _T], fouten: list[Fout]) -> _T | None:
    """Return what is read; None after adding what is wrong with it."""
    try:
        return lees()
    except InhoudFout as fout:
        fouten += fout.fouten
        return None


class Inhoudsbron:
    """Gives the content set at first use. Where the folder cannot be used the plan is the shipped one: it must open."""

    def __init__(self, folder: str = "") -> None:
        self.folder = folder
        self.fouten: Sequence[str] = ()
        """Why the folder is not used; known after the first call."""

    def __call__(self) -> Inhoud:
        """Return the content set."""
        if not self.folder:
            return plan.laad()
        keuring = keur(Path(self.folder))
        self.fouten = keuring.fouten
        return keuring.inhoud or plan.laad()

    @cached_property
    def werk(self) -> Werkinhoud:
        """Return the step lists and the duties, read once: for the lane. Shipped where the folder cannot be used."""
        eigen = Path(self.folder) if self.folder and keur(Path(self.folder)).inhoud is not None else None
        return laad_werk(eigen)
