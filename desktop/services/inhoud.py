"""The content set of the plan on this PC: another school group's folder, checked before it is used, or the shipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.policy import plan
from desktop.policy.blad import InhoudFout
from desktop.policy.plan import Inhoud


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
        return Keuring(folder, plan.laad(folder))
    except InhoudFout as fout:
        return Keuring(folder, None, tuple(str(een) for een in fout.fouten))
    except OSError as fout:
        return Keuring(folder, None, (f"{folder.name}:1: dit kan niet gelezen worden ({type(fout).__name__}).",))


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
