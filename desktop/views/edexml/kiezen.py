"""Choosing a file: a button, a place to drop it on, and what will not be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.edexml.voorbeeld import NIET_INGELEZEN
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE, RADIUS
from desktop.views.widgets import Alinea, IcoonLabel, Kaart, Knop, Label, kolom, rij

_STAPPEN = (
    "Maak in ParnasSys of ESIS een EDEXML-bestand en bewaar het op deze computer.",
    "Kies het bestand. Je ziet eerst wat er verandert; er wordt nog niets ingelezen.",
    "Klopt het? Pas het dan toe. Vangnet leest alles in, of helemaal niets.",
)


class Neerzetvlak(QWidget):
    """Takes one file that is dropped on it; its dashed edge says so."""

    bestand = Signal(object)
    meer = Signal()
    """More than one was dropped."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._boven = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a file can be dropped here."""
        if _paden(event.mimeData()):
            event.acceptProposedAction()
            self._zet(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._zet(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self._zet(False)
        paden = _paden(event.mimeData())
        event.acceptProposedAction()
        if len(paden) == 1:
            self.bestand.emit(paden[0])
        elif paden:
            self.meer.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed edge, and a ground while a file hangs above it."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setBrush(thema.kleur("accent_zacht" if self._boven else "kaart"))
        p.setPen(QPen(thema.kleur("accent" if self._boven else "veldrand"), 1.5, Qt.PenStyle.DashLine))
        p.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), thema.px(RADIUS), thema.px(RADIUS))

    def _zet(self, boven: bool) -> None:
        self._boven = boven
        self.update()


class Kiezen(QWidget):
    """The first screen: `kies` asks for the file dialog, `bestand` brings a file that was dropped."""

    kies = Signal()
    bestand = Signal(object)
    meer = Signal()

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.knop = Knop("Kies een bestand…", thema, "primair", "folder-open")
        self.knop.clicked.connect(self.kies)
        self.vlak = Neerzetvlak(thema)
        self.vlak.bestand.connect(self.bestand)
        self.vlak.meer.connect(self.meer)
        binnen = QVBoxLayout(self.vlak)
        binnen.setContentsMargins(thema.px(24), thema.px(32), thema.px(24), thema.px(32))
        binnen.setSpacing(thema.px(12))
        midden = Qt.AlignmentFlag.AlignHCenter
        binnen.addWidget(IcoonLabel(thema, "file-arrow-down", "accent", 48), alignment=midden)
        binnen.addWidget(self.knop, alignment=midden)
        binnen.addWidget(Label("of sleep het bestand hierheen", "zacht"), alignment=midden)
        stappen = Kaart(thema)
        for n, stap in enumerate(_STAPPEN, 1):
            lijn = rij(
                thema, IcoonLabel(thema, f"number-circle-{('one', 'two', 'three')[n - 1]}", "accent", 24), Alinea(stap)
            )
            lijn.setStretch(1, 1)
            stappen.inhoud.addLayout(lijn)
        weg = Kaart(thema, "info")
        weg.inhoud.addWidget(Label("Wat er niet in komt", "sterk"))
        weg.inhoud.addWidget(Alinea(NIET_INGELEZEN))
        weg.inhoud.addWidget(Alinea("Ouders en gezag staan niet in het bestand. Die vul je later zelf in."))
        self.setLayout(kolom(thema, self.vlak, stappen, weg, 1, ruimte=16))
        self.setMaximumWidth(thema.px(LEESBREEDTE))


def _paden(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
