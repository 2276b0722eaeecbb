"""What the program says by itself: banners that stay, toasts that pass and can undo, progress that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import IcoonKnop, Knop
from desktop.views.widgets.labels import Alinea, IcoonLabel, Label

if TYPE_CHECKING:
    from desktop.views.widgets.kaart import Toon


def zeg(bij: QObject, tekst: str) -> None:
    """Have a screen reader say something, politely."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the first window says nothing yet

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(bij, tekst))


class Banner(QFrame):
    """A message above the content that stays until it is closed or no longer true."""

    gesloten = Signal()

    def __init__(
        self,
        thema: Thema,
        toon: Toon,
        zin: str,
        stap: str = "",
        actie: str = "",
        bij_actie: Callable[[], None] | None = None,
        sluitbaar: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        from desktop.views.widgets.kaart import toon_icoon  # the first window has no banner

        super().__init__(parent)
        self.setProperty("banner", toon if toon != "rust" else "info")
        self.zin = zin
        rij = QHBoxLayout(self)
        rij.setContentsMargins(thema.px(16), thema.px(8), thema.px(8), thema.px(8))
        rij.setSpacing(thema.px(12))
        rij.addWidget(IcoonLabel(thema, *toon_icoon(toon), 24), alignment=QtCore.Qt.AlignmentFlag.AlignVCenter)
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        tekst.addWidget(Alinea(zin, "sterk"))
        if stap:
            tekst.addWidget(Alinea(stap))
        rij.addLayout(tekst, 100)
        rij.addStretch(1)
        self.knop: Knop | None = None
        if actie:
            self.knop = Knop(actie, thema)
            self.knop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            if bij_actie is not None:
                self.knop.clicked.connect(lambda: bij_actie())
            rij.addWidget(self.knop)
        if sluitbaar:
            sluit = IcoonKnop("x", "Melding sluiten", thema, maat=16)
            sluit.clicked.connect(self.sluit)
            rij.addWidget(sluit)
        self.setAccessibleName(f"{zin} {stap}".strip())

    def sluit(self) -> None:
        """Take the banner away."""
        self.hide()
        self.gesloten.emit()
        self.deleteLater()


class BannerVak(QWidget):
    """The place for banners: newest on top, the same sentence only once."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self._vak.setSpacing(thema.px(8))
        self._banners: list[Banner] = []
        self.hide()

    def zet(
        self,
        toon: Toon,
        zin: str,
        stap: str = "",
        actie: str = "",
        bij_actie: Callable[[], None] | None = None,
        sluitbaar: bool = True,
    ) -> Banner:
        """Show a banner and have it read aloud."""
        self.weg(zin)
        banner = Banner(self._thema, toon, zin, stap, actie, bij_actie, sluitbaar)
        banner.gesloten.connect(lambda: self._weg(banner))
        self._banners.insert(0, banner)
        self._vak.insertWidget(0, banner)
        self.show()
        zeg(self, banner.accessibleName())
        return banner

    def banners(self) -> tuple[Banner, ...]:
        """Return what is shown, newest first."""
        return tuple(self._banners)

    def weg(self, zin: str) -> None:
        """Take the banner with this sentence away, where it shows: it is no longer true."""
        for banner in [b for b in self._banners if b.zin == zin]:
            banner.sluit()

    def leeg(self) -> None:
        """Take all banners away."""
        for banner in list(self._banners):
            banner.sluit()

    def _weg(self, banner: Banner) -> None:
        self._banners.remove(banner)
        self.setVisible(bool(self._banners))


class Toast(QFrame):
    """A short word at the bottom that goes by itself or at a press, with a way to undo; it waits while pointed at."""

    ongedaan = Signal()

    def __init__(self, thema: Thema, tekst: str, venster: QWidget, undo: bool = False, ms: int = 6000) -> None:
        for ander in venster.findChildren(Toast):
            ander.weg()  # two at one place cannot be read
        super().__init__(venster)
        self._thema = thema
        self._venster = venster
        self._ms = ms
        self.tekst = tekst
        self.setProperty("vlak", "toast")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(thema.px(16), thema.px(8), thema.px(8 if undo else 16), thema.px(8))
        rij.setSpacing(thema.px(16))
        rij.addWidget(IcoonLabel(thema, "check-circle", "op_melding", 20))
        rij.addWidget(Label(tekst))
        if undo:
            self.knop = Knop("Ongedaan maken", thema, "toast")
            self.knop.clicked.connect(self._maak_ongedaan)
            rij.addWidget(self.knop)
        self.setMinimumHeight(thema.px(48))
        self._klok = QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.timeout.connect(self.weg)
        venster.installEventFilter(self)
        self._plaats()
        self.show()
        self.raise_()
        self._klok.start(ms)
        zeg(self, tekst)

    def weg(self) -> None:
        """Take the toast away."""
        self._klok.stop()
        self.hide()
        self.deleteLater()

    def enterEvent(self, event: QEvent) -> None:
        """Someone is reading: wait."""
        self._klok.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go: whoever presses here wants what lies under it."""
        self.weg()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._klok.start(self._ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window changes size."""
        if watched is self._venster and event.type() == QEvent.Type.Resize:
            self._plaats()
        return False

    def _maak_ongedaan(self) -> None:
        self.ongedaan.emit()
        self.weg()

    def _plaats(self) -> None:
        self.adjustSize()
        ruimte = self._venster.size() - self.size()
        # above the footer of a form: what it says must stay readable
        self.move(ruimte.width() // 2, ruimte.height() - self._thema.px(88))


class Bezig(QFrame):
    """Something that takes long: what, how far, and a button to stop it."""

    afgebroken = Signal()

    def __init__(self, thema: Thema, tekst: str, annuleerbaar: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "kaart")
        vak = QVBoxLayout(self)
        marge = thema.px(16)
        vak.setContentsMargins(marge, marge, marge, marge)
        vak.setSpacing(thema.px(8))
        rij = QHBoxLayout()
        self._tekst = Label(tekst, "sterk")
        self._stand = Label("", "klein")
        self.setAccessibleName(tekst)
        rij.addWidget(self._tekst, 1)
        rij.addWidget(self._stand)
        self.balk = QProgressBar()
        self.balk.setTextVisible(False)
        self.balk.setAccessibleName(tekst)
        self.balk.setRange(0, 0)
        vak.addLayout(rij)
        onder = QHBoxLayout()
        onder.setSpacing(thema.px(16))
        onder.addWidget(self.balk, 1, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.knop: Knop | None = None
        if annuleerbaar:
            self.knop = Knop("Afbreken", thema)
            self.knop.clicked.connect(self._breek_af)
            onder.addWidget(self.knop)
        vak.addLayout(onder)

    def zet(self, gedaan: int, totaal: int) -> None:
        """Show how far it is; a total of 0 means that nobody knows."""
        self.balk.setRange(0, totaal)
        self.balk.setValue(gedaan)
        self._stand.setText(f"{gedaan} van {totaal}" if totaal else "")

    def zet_tekst(self, tekst: str) -> None:
        """Say what is being done now."""
        self._tekst.setText(tekst)
        self.setAccessibleName(tekst)
        self.balk.setAccessibleName(tekst)

    def hervat(self, tekst: str) -> None:
        """Show again, for another run: nothing is done yet, and it can be stopped."""
        self.zet_tekst(tekst)
        self.zet(0, 0)
        if self.knop is not None:
            self.knop.setEnabled(True)
            self.knop.zet_tekst("Afbreken")
        self.show()

    def _breek_af(self) -> None:
        if self.knop is not None:
            self.knop.setEnabled(False)
            self.knop.zet_tekst("Wordt afgebroken…")
        self.afgebroken.emit()
