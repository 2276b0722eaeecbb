"""What the pages of one session are handed: the services, the lanes, the way round, the look, and the ways out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from desktop.models.core import Bijlage
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.views.navigatie import Navigator
from desktop.views.theme import Thema
from desktop.views.work import Work

Druk = Callable[[Callable[[], Papier]], None]
"""Opens the print dialog for the paper that the callable gathers on the vault's lane."""


@dataclass(frozen=True, slots=True)
class Werkomgeving:
    """Made once for each session; what a page shows and where it leads goes by these.

    The ways out: `voorbeeld` shows the PDF of a stored record, `afdrukken` opens the print dialog of one, `druk` that
    of a paper gathered from several; `bijlage` shows an attachment.
    """

    diensten: Diensten
    work: Work
    navigator: Navigator
    thema: Thema
    voorbeeld: Callable[[UUID], None]
    afdrukken: Callable[[UUID], None]
    druk: Druk
    bijlage: Callable[[Bijlage], None]

    @property
    def kern(self) -> tuple[Diensten, Work, Navigator, Thema]:
        """Return what a page takes that has no way out."""
        return (self.diensten, self.work, self.navigator, self.thema)
