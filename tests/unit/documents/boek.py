"""A page that draws nothing and remembers the lines that were set on it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.blokken import Segment
from desktop.documents.styles import Stijl


class Boek:
    """Remembers the lines drawn on it."""

    def __init__(self) -> None:
        self.gezien: list[str] = []
        self.plekken: list[tuple[str, float]] = []
        """Each line with how far from the left it begins."""

    def regels(self, stijl: Stijl, x: float, y: float, regels: Sequence[str]) -> None:
        self.gezien += regels
        self.plekken += [(regel, x) for regel in regels]

    def lijn(self, *_: object, **__: object) -> None: ...

    def vlak(self, *_: object) -> None: ...

    def stukken(self, x: float, basis: float, stukken: Sequence[Segment]) -> None:
        self.gezien.append("".join(stuk.tekst for stuk in stukken))

    def anker(self, *_: object) -> None: ...

    def link(self, *_: object) -> None: ...

    def icoon(self, *_: object) -> None: ...

    def tekening(self, *_: object) -> None: ...

    def cirkel(self, *_: object) -> None: ...

    def halen(self, *_: object) -> None: ...
