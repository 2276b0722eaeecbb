"""Editor for attachments: a line each, a button to add, and room to drop files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import JsonValue, ValidationError
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.models.core import Bijlage
from desktop.views.forms.basis import Editor, merk
from desktop.views.forms.context import FormContext
from desktop.views.widgets.knoppen import IcoonKnop, Knop
from desktop.views.widgets.labels import IcoonLabel, KortLabel, Label


def toon_grootte(aantal: int) -> str:
    """Return a size as people read it: '840 kB', '1,2 MB'."""
    if aantal < 1_000_000:
        return f"{max(1, round(aantal / 1000))} kB"
    return f"{aantal / 1_000_000:.1f} MB".replace(".", ",")


class BijlagenVeld(Editor):
    """Attachments with their size; each can be opened and taken out, and put back."""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waarden: list[JsonValue] = []
        self._vast = False
        self._namen = ("", "")
        thema = context.thema
        self.setAcceptDrops(True)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        self._vak = QFrame(self)
        self._vak.setProperty("vlak", "bijlagen")
        rand.addWidget(self._vak)
        self._regels = QVBoxLayout(self._vak)
        marge = thema.px(12)
        self._regels.setContentsMargins(marge, thema.px(8), marge, thema.px(8))
        self._regels.setSpacing(thema.px(4))
        self._lijst: list[tuple[QWidget, Knop, IcoonKnop]] = []
        onder = QHBoxLayout()
        self.voeg_knop = Knop("Voeg toe", thema, "koppeling", "plus")
        self._sleep = Label("of sleep bestanden hierheen", "klein")
        onder.addWidget(self.voeg_knop)
        onder.addWidget(self._sleep, 1)
        self._regels.addLayout(onder)
        self.voeg_knop.clicked.connect(lambda: context.kies_bijlage(self._ontvang))

    def zet(self, waarde: JsonValue) -> None:
        """Show attachments."""
        self._waarden = list(waarde) if isinstance(waarde, list) else []
        self._teken()

    def waarde(self) -> JsonValue:
        """Return the attachments."""
        return list(self._waarden)

    def widgets(self) -> Sequence[QWidget]:
        """Return what can be pressed."""
        knoppen = [k for _, open_, weg in self._lijst for k in ((open_,) if self._vast else (open_, weg))]
        return knoppen if self._vast else [*knoppen, self.voeg_knop]

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Opening stays possible."""
        self._vast = aan
        self.setAcceptDrops(not aan)
        self._teken()

    def zet_namen(self, naam: str, uitleg: str) -> None:
        """Name the group and its button."""
        self._namen = (naam, uitleg)
        self.setAccessibleName(naam)
        self.voeg_knop.setAccessibleName(f"{naam}: voeg toe")
        self.voeg_knop.setAccessibleDescription(uitleg)

    def zet_fout(self, aan: bool) -> None:
        """Show it at the frame."""
        merk(self._vak, "fout", aan)

    def haal_weg(self, plaats: int) -> None:
        """Take one out, with a way back."""
        weg = self._waarden.pop(plaats)
        self._teken()
        self.widgets()[min(2 * plaats, len(self.widgets()) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.gewijzigd.emit()

        def terug() -> None:
            self._waarden.insert(min(plaats, len(self._waarden)), weg)
            self._teken()
            self.gewijzigd.emit()
            self.voeg_knop.setFocus(Qt.FocusReason.OtherFocusReason)

        self.herstelbaar.emit(f"{_naam(weg)} is weggehaald", terug)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files of this computer."""
        if _paden(event):
            event.acceptProposedAction()
            merk(self._vak, "sleep", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        merk(self._vak, "sleep", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Have the files stored."""
        merk(self._vak, "sleep", False)
        paden = _paden(event)
        if paden:
            event.acceptProposedAction()
            self._context.neem_bestanden(paden, self._ontvang)

    def _ontvang(self, bijlagen: Sequence[Bijlage]) -> None:
        # storing takes a while: the form can be gone, or locked, by now
        if not isValid(self) or self._vast or not bijlagen:
            return
        self._waarden += [b.model_dump(mode="json") for b in bijlagen]
        self._teken()
        self.gewijzigd.emit()

    def _teken(self) -> None:
        for rij, _, _ in self._lijst:
            rij.hide()
            self._regels.removeWidget(rij)
            rij.deleteLater()
        self._lijst = []
        thema = self._context.thema
        for plaats, waarde in enumerate(self._waarden):
            bijlage = _bijlage(waarde)
            naam = _naam(waarde)
            rij = QWidget(self._vak)
            lijn = QHBoxLayout(rij)
            lijn.setContentsMargins(0, 0, 0, 0)
            lijn.setSpacing(thema.px(8))
            plaatje = bijlage is not None and bijlage.media.startswith("image/")
            lijn.addWidget(IcoonLabel(thema, "image" if plaatje else "file-pdf", "zacht"))
            lijn.addWidget(KortLabel(naam, "basis"), 1)
            lijn.addWidget(Label(toon_grootte(bijlage.bytes) if bijlage else "", "klein"))
            open_ = Knop("Open", thema, "koppeling")
            open_.setAccessibleName(f"Open {naam}")
            open_.setEnabled(bijlage is not None)
            weg = IcoonKnop("x", f"{naam} weghalen", thema, "zacht", maat=16)
            if self._vast:
                weg.hide()
            if bijlage is not None:
                open_.clicked.connect(lambda _=False, b=bijlage: self._context.open_bijlage(b))
            weg.clicked.connect(lambda _=False, p=plaats: self.haal_weg(p))
            lijn.addWidget(open_)
            lijn.addWidget(weg)
            self._regels.insertWidget(plaats, rij)
            self._lijst.append((rij, open_, weg))
        self.voeg_knop.setHidden(self._vast)
        self._sleep.setText("Geen bijlagen." if self._vast else "of sleep bestanden hierheen")
        self._sleep.setHidden(self._vast and bool(self._waarden))
        self.bouw_anders.emit()
        self.updateGeometry()


def _bijlage(waarde: JsonValue) -> Bijlage | None:
    try:
        return Bijlage.model_validate(waarde, strict=False)
    except ValidationError:
        return None


def _naam(waarde: JsonValue) -> str:
    naam = waarde.get("naam") if isinstance(waarde, dict) else None
    return naam if isinstance(naam, str) else "?"


def _paden(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
