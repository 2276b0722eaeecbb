"""Our own viewer: a PDF from memory with its bar of page and zoom; nothing of it ever stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.services.beeld import maten
from desktop.views.afdrukken.bladen import Bladen
from desktop.views.theme import Thema
from desktop.views.widgets import BannerVak, Bezig, IcoonKnop, Knop, Label, zeg
from desktop.views.work import Work


class PdfBeeld(QWidget):
    """Shows PDF bytes that are handed in. `bezig` and `toon_fout` say why there is nothing yet."""

    alles_gezien = Signal()
    """The end of the last page has been in view."""
    klaar = Signal()
    """The pages are known and the first is being drawn."""

    def __init__(self, thema: Thema, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._ronde = 0
        self.bladen = Bladen(thema, work)
        self.stand = Label("", "klein")
        self.maat = Label("", "klein")
        self.banners = BannerVak(thema)
        self.vorige = IcoonKnop("caret-up", "Vorige pagina", thema)
        self.volgende = IcoonKnop("caret-down", "Volgende pagina", thema)
        self.kleiner = IcoonKnop("magnifying-glass-minus", "Kleiner", thema)
        self.groter = IcoonKnop("magnifying-glass-plus", "Groter", thema)
        self.hele_breedte = IcoonKnop("arrows-out-line-horizontal", "Hele breedte", thema)
        self.ware_grootte = Knop("100%", thema, "stil")
        self.ware_grootte.setAccessibleName("Ware grootte, 100%")
        self._bezig = Bezig(thema, "De PDF wordt gemaakt…", annuleerbaar=False)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._wachtvlak(thema))
        self._stapel.addWidget(self.bladen)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(0)
        vak.addWidget(self._balk(thema))
        vak.addWidget(self.banners)
        vak.addWidget(self._stapel, 1)
        self.setMinimumWidth(thema.px(360))
        self._verbind()
        self.bezig()

    def _wachtvlak(self, thema: Thema) -> QWidget:
        vlak = QWidget()
        rij = QVBoxLayout(vlak)
        rij.setContentsMargins(thema.px(24), thema.px(24), thema.px(24), thema.px(24))
        rij.addWidget(self._bezig)
        rij.addStretch(1)
        return vlak

    def _balk(self, thema: Thema) -> QWidget:
        balk = QFrame()
        balk.setProperty("vlak", "voet")
        rij = QHBoxLayout(balk)
        rij.setContentsMargins(thema.px(12), thema.px(4), thema.px(12), thema.px(4))
        rij.setSpacing(thema.px(4))
        self._balkrij = rij
        links: tuple[QWidget, ...] = (self.vorige, self.volgende, self.stand)
        rechts: tuple[QWidget, ...] = (self.kleiner, self.maat, self.groter, self.ware_grootte, self.hele_breedte)
        for deel in links:
            rij.addWidget(deel)
        rij.addStretch(1)
        for deel in rechts:
            rij.addWidget(deel)
        self.maat.setMinimumWidth(thema.px(44))
        self.maat.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return balk

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The pages take the keyboard. No focus proxy: that would make Tab skip the buttons above them."""
        self.bladen.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, what can be done otherwise goes first."""
        super().resizeEvent(event)
        self._leg_balk()

    def _leg_balk(self) -> None:
        """Hide what the keys and the wheel do too, until the page and its number are there whole."""
        rij, rand = self._balkrij, self._balkrij.contentsMargins()
        over = self.width() - rand.left() - rand.right()
        vast = (self.vorige, self.volgende, self.stand, self.kleiner, self.groter)
        over -= sum(deel.sizeHint().width() + rij.spacing() for deel in vast) + rij.spacing()
        # the least needed last
        for deel in (self.hele_breedte, self.maat, self.ware_grootte):
            over -= max(deel.sizeHint().width(), deel.minimumWidth()) + rij.spacing()
            deel.setVisible(over >= 0)

    def _verbind(self) -> None:
        b = self.bladen
        doe: Sequence[tuple[IcoonKnop | Knop, Callable[[], None]]] = (
            (self.vorige, lambda: b.ga_naar(b.pagina - 1)),
            (self.volgende, lambda: b.ga_naar(b.pagina + 1)),
            (self.kleiner, lambda: b.stap_zoom(-1)),
            (self.groter, lambda: b.stap_zoom(1)),
            (self.hele_breedte, b.zet_breedte),
            (self.ware_grootte, lambda: b.zet_zoom(1.0)),
        )
        for knop, wat in doe:
            knop.clicked.connect(lambda _=False, wat=wat: wat())
        b.pagina_veranderd.connect(lambda _: self._zeg_pagina())
        b.zoom_veranderd.connect(self._zeg_maat)
        b.alles_gezien.connect(self.alles_gezien)
        b.mislukt.connect(self.toon_fout)

    # -- what it shows

    def bezig(self, tekst: str = "De PDF wordt gemaakt…") -> None:
        """Say that the PDF is on its way; what was shown is forgotten."""
        self._ronde += 1
        self.bladen.leeg()
        self.banners.leeg()
        self._bezig.zet_tekst(tekst)
        self._bezig.show()
        self._stapel.setCurrentIndex(0)
        self._zet_knoppen()

    def toon_fout(self, error: UserError) -> None:
        """Say why there is nothing to see."""
        self._bezig.hide()
        self.banners.zet("fout", error.zin, error.stap, sluitbaar=False)

    def zet(self, pdf: bytes) -> None:
        """Show a PDF from its first page."""
        self.bezig("De pagina's worden getekend…")
        ronde = self._ronde

        def bekend(gemeten: Sequence[tuple[float, float]]) -> None:
            if ronde == self._ronde:
                self._stapel.setCurrentIndex(1)
                self.bladen.zet(pdf, gemeten)
                self._zet_knoppen()
                self.klaar.emit()

        def fout(error: UserError) -> None:
            if ronde == self._ronde:
                self.toon_fout(error)

        self._work.werk(self, lambda: maten(pdf), bekend, fout)

    def leeg(self) -> None:
        """Forget what was shown."""
        self.bezig("")
        self._bezig.hide()

    # -- the bar

    def _zet_knoppen(self) -> None:
        er = self.bladen.aantal > 0
        for knop in (self.kleiner, self.groter, self.hele_breedte, self.ware_grootte):
            knop.setEnabled(er)
        self._zeg_pagina()
        self._zeg_maat()

    def _zeg_pagina(self) -> None:
        b = self.bladen
        zin = f"Pagina {b.pagina + 1} van {b.aantal}" if b.aantal else ""
        self.vorige.setEnabled(b.pagina > 0)
        self.volgende.setEnabled(b.pagina < b.aantal - 1)
        if zin == self.stand.text():
            return
        self.stand.setText(zin)
        self._leg_balk()
        b.setAccessibleName(f"PDF, {zin[:1].lower()}{zin[1:]}" if zin else "PDF")
        if zin and b.hasFocus():
            zeg(b, zin)

    def _zeg_maat(self) -> None:
        self.maat.setText(f"{round(self.bladen.zoom * 100)}%" if self.bladen.aantal else "")
        self._leg_balk()
