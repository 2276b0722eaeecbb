"""A page that draws nothing and remembers the lines that were set on it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.styles import Stijl


class Boek:
    """Remembers the lines drawn on it."""

    def __init__(self) -> None:
        self.gezien: list[str] = []

    def regels(self, stijl: Stijl, x: float, y: float, regels: Sequence[str]) -> None:
        self.gezien += regels

    def lijn(self, *_: object, **__: object) -> None: ...

    def vlak(self, *_: object) -> None: ...

    def halen(self, *_: object) -> None: ...
