"""The frame of the screens before a vault is open: the painted half, and beside it one calm column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.models.errors import UserError
from desktop.views.start.merk import MerkPaneel
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, BannerVak, Bladvlak, Knop, Label, sneltoets
from desktop.views.work import Work

if TYPE_CHECKING:
    from desktop.services.kluis import OpenKluis

KiesMap = Callable[[QWidget, str, Path], Path | None]
"""Has a person choose a folder: (beside what, why, where to begin); None when nothing was chosen."""

_KOLOM = 480
_PANEEL_VANAF = 900


def kies_map(bij: QWidget, titel: str, begin: Path) -> Path | None:
    """Ask for a folder in the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    gekozen = QFileDialog.getExistingDirectory(bij, titel, str(begin))
    return Path(gekozen) if gekozen else None


def documenten() -> Path:
    """Return the person's folder for documents."""
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def open_voor(
    scherm: QWidget,
    work: Work,
    call: Callable[[], OpenKluis],
    done: Callable[[OpenKluis], None],
    failed: Callable[[UserError], None],
) -> None:
    """Open a vault for a screen; where the screen has gone by then, the vault is closed again and nothing is said."""

    def is_open(kluis: OpenKluis) -> None:
        if isValid(scherm):
            done(kluis)
        else:
            work.kluis(work, kluis.sluit)

    # owned by the bridge, which outlives every screen
    work.kluis(work, call, is_open, lambda fout: failed(fout) if isValid(scherm) else None)


class StartVlak(QFrame):
    """A whole-window screen: put the content in `inhoud`, messages in `banners`, quiet ways out in `voeg_weg`.

    F1 asks for the manual at `hulp`.
    """

    handleiding = Signal(str)

    def __init__(
        self,
        thema: Thema,
        titel: str,
        uitleg: str,
        hulp: str,
        paneel: QWidget | None = None,
        kolom: int = _KOLOM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.thema = thema
        self._hulp = hulp
        self.setProperty("vlak", "papier")
        self.setAccessibleName(titel)
        self.paneel = paneel or MerkPaneel(
            thema,
            "Gesprekken en zorgen, veilig bij elkaar.",
            "Alles blijft versleuteld op deze computer. Er gaat niets naar internet.",
        )
        self.blad = Bladvlak()
        self._kolom = QWidget()
        self._kolom.setMaximumWidth(thema.px(kolom))
        self._binnen = QVBoxLayout(self._kolom)
        self._binnen.setContentsMargins(0, 0, 0, 0)
        self._binnen.setSpacing(thema.px(16))
        self.kop = Label(titel, "titel")
        self.kop.setWordWrap(True)
        self._binnen.addWidget(self.kop)
        self.uitleg = Alinea(uitleg, "zacht")
        self._binnen.addWidget(self.uitleg)
        self.uitleg.setHidden(not uitleg)
        self.banners = BannerVak(thema)
        self._binnen.addWidget(self.banners)
        self.inhoud = QVBoxLayout()
        self.inhoud.setSpacing(thema.px(16))
        self._binnen.addLayout(self.inhoud)
        self._wegen = QWidget()
        self._weg_raster = QGridLayout(self._wegen)
        self._weg_raster.setContentsMargins(0, 0, 0, 0)
        self._weg_raster.setSpacing(thema.px(8))
        self._wegen.hide()
        self._binnen.addWidget(self._wegen)
        self._leg(thema)
        self._geschilderd = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once something is on screen, do what can wait."""
        super().paintEvent(event)
        if not self._geschilderd:
            self._geschilderd = True
            QTimer.singleShot(0, self, self._na_eerste_beeld)

    def _na_eerste_beeld(self) -> None:
        waar = QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut
        sneltoets(self, "F1", self.vraag_hulp, waar)

    def vraag_hulp(self) -> None:
        """Ask for the manual's page of this screen."""
        self.handleiding.emit(self._hulp)

    def zet_hulp(self, sleutel: str) -> None:
        """Change which page of the manual belongs here."""
        self._hulp = sleutel

    def zet_kop(self, titel: str, uitleg: str) -> None:
        """Change heading and explanation."""
        self.kop.setText(titel)
        self.setAccessibleName(titel)
        self.uitleg.setText(uitleg)
        self.uitleg.setVisible(bool(uitleg))

    def voeg_teller(self) -> Label:
        """Put a small line above the heading and return it: how far one is, also where the steps are not shown."""
        teller = Label("", "klein")
        self._binnen.insertWidget(0, teller)
        return teller

    def voeg_weg(self, tekst: str, doe: Callable[[], None], icoon: str = "") -> Knop:
        """Add a quiet way to elsewhere below the content and return it."""
        knop = Knop(tekst, self.thema, "koppeling", icoon)
        knop.clicked.connect(lambda: doe())
        self._weg_raster.addWidget(knop, *divmod(self._weg_raster.count(), 2))
        self._wegen.show()
        return knop

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window there is room for the column only."""
        super().resizeEvent(event)
        self.paneel.setHidden(self.width() < self.thema.px(_PANEEL_VANAF))

    def _leg(self, thema: Thema) -> None:
        rand = QHBoxLayout(self.blad.vlak)
        marge = thema.px(32)
        rand.setContentsMargins(marge, marge, marge, marge)
        midden = QVBoxLayout()
        midden.addStretch(2)
        midden.addWidget(self._kolom)
        # a little above the middle reads as the middle
        midden.addStretch(3)
        rand.addStretch(1)
        rand.addLayout(midden, 1000)
        rand.addStretch(1)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(0)
        rij.addWidget(self.paneel, 5)
        rij.addWidget(self.blad, 6)
