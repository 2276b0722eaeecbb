"""A dialog whose words outlive a lock, and that asks before it lets them go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from desktop.models.core import Problem, Record, Values
from desktop.models.errors import UserError
from desktop.services.diensten import Diensten
from desktop.views.forms.bewaker import ConceptBewaker
from desktop.views.forms.context import FormContext
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.kluispagina import KluisPagina
from desktop.views.widgets import Banner, BannerVak, Bevestiging
from desktop.views.work import Work

STAAT_ER_WEER = "Wat je eerder typte en nog niet bewaarde, staat er weer."
INTUSSEN = "Let op: intussen heeft iemand hier iets anders opgeslagen."


@dataclass(frozen=True, slots=True)
class Half:
    """Under which name the words of a dialog are kept: a record, its kind, and the revision they were begun from.

    `vast` are values that the form does not hold, for who goes on with it.
    """

    record: UUID
    kind: type[Record]
    base: UUID | None = None
    vast: tuple[tuple[str, str], ...] = ()


class TypDialoog(FormDialoog):
    """A form that asks before it goes with something typed in it. `hersteld`: these values were typed before."""

    def __init__(
        self,
        kind: type[Record],
        context: FormContext,
        titel: str,
        uitleg: str,
        doen: str,
        bewaar: Callable[[Values, Callable[[Sequence[Problem]], None]], None],
        parent: QWidget | None,
        *,
        values: Values | None = None,
        hersteld: bool = False,
    ) -> None:
        uitleg = f"{uitleg} {STAAT_ER_WEER}".strip() if hersteld else uitleg
        super().__init__(kind, context, titel, uitleg, doen, bewaar, parent, values=values)
        self.getypt = hersteld
        self.weggegooid = False
        self._bewaker: ConceptBewaker | None = None
        self.formulier.gewijzigd.connect(self.veranderd)

    def ingevuld(self) -> Values:
        """Return all that it holds, as it is kept while it is not stored."""
        return self.formulier.values()

    def veranderd(self) -> None:
        """A person changed something."""
        self.getypt = True
        if self._bewaker is not None:
            self._bewaker.veranderd()

    def reject(self) -> None:
        """Escape and the button that goes back: with something typed only after a question."""
        if not self.getypt:
            super().reject()
            return
        vraag = Bevestiging(
            self._thema,
            "Weg zonder te bewaren?",
            "Wat je hier hebt ingevuld, is nog niet bewaard.",
            "Gooi weg",
            self,
            laten="Verder invullen",
        )
        vraag.accepted.connect(self._gooi_weg)
        open_dialoog(vraag)

    def bewaak(self, half: Half, diensten: Diensten, work: Work, pagina: KluisPagina) -> None:
        """Keep what is typed within two seconds and at a lock; stored or thrown away, it is kept no longer."""
        boeken = diensten.draaiboeken

        def bewaar(values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
            alles: dict[str, Any] = {**values, **dict(half.vast)}
            work.kluis(
                pagina,
                lambda: boeken.bewaar_half(half.kind, half.record, half.base, alles),
                lambda _: gelukt(),
                mislukt,
                urgent=True,
            )

        def klaar(uitkomst: int) -> None:
            if uitkomst == QDialog.DialogCode.Accepted or self.weggegooid:
                bewaker.herstart()
                work.kluis(pagina, lambda: boeken.gooi_draft_weg(half.record), urgent=True)
            else:
                bewaker.flush()  # a lock closes a dialog too: what was typed stays
            bewaker.deleteLater()

        bewaker = ConceptBewaker(self.ingevuld, bewaar, diensten.session.nu, pagina)
        self._bewaker = bewaker
        self.finished.connect(klaar)

    def _gooi_weg(self) -> None:
        self.weggegooid = True
        super().reject()


class HalveMeldingen:
    """Says above a page what was typed and not stored, with a way back; each goes once one is back at it."""

    def __init__(self, banners: BannerVak) -> None:
        self._banners = banners
        self._open: dict[UUID, Banner] = {}

    def zet(self, record: UUID, wat: str, verder: Callable[[], None]) -> None:
        """Say of one what it is; `verder` opens it again."""
        zin = f"Je was bezig met {wat}."
        self._open[record] = self._banners.zet("info", zin, "Wat je typte, staat er nog.", "Ga verder", verder)

    def zet_over(self, record: UUID, wat: str, gooi_weg: Callable[[], None]) -> None:
        """Say of one that can no longer be stored that it is still kept; `gooi_weg` lets it go."""
        zin, waarom = f"Je was bezig met {wat}.", "Dat kan hier niet meer worden opgeslagen."
        self._open[record] = self._banners.zet("info", zin, waarom, "Gooi weg", gooi_weg)

    def weg(self, record: UUID) -> None:
        """One is back at it."""
        banner = self._open.pop(record, None)
        if banner is not None and isValid(banner):
            banner.sluit()
