"""Where the rows of a long list come from: the vault's lane reads a page, and a fault is told once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.models.errors import UserError
from desktop.views.widgets import Antwoord, Rijen
from desktop.views.work import Work


def van_kluis(
    work: Work, eigenaar: QObject, lees: Callable[[Sequence[Any]], Rijen], fout: Callable[[UserError], None]
) -> Callable[[Sequence[Any], Antwoord], None]:
    """Return what a `BladModel` asks its rows. `lees` runs on the vault's lane: also making the rows costs a person
    nothing there. Which list an answer belongs to is the model's concern.
    """

    def haal(sleutels: Sequence[Any], antwoord: Antwoord) -> None:
        def mis(error: UserError) -> None:
            fout(error)
            antwoord(None)

        work.kluis(eigenaar, lambda: lees(sleutels), antwoord, mis)

    return haal
