"""The manual: its pages at the left, one of them at the right, a box to search in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.handleiding import Handleidingpagina
from desktop.services.hulp import EERSTE, Hulp
from desktop.views.handleiding.blad import Blad
from desktop.views.handleiding.inhoud import Inhoudslijst, gevonden, per_rubriek
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Knop, Label, StroomLayout, Zoekvak, maak_leeg, sneltoets, zeg

SLEUTEL = "handleiding"
"""The key of this page; `Plek(SLEUTEL, extra=...)` names the page of the manual."""


class HandleidingPagina(Pagina):
    """Shows the manual. Going from page to page goes by the navigator, so that Alt+Left leads back."""

    handleiding = EERSTE

    def __init__(self, thema: Thema, navigator: Navigator, hulp: Hulp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._navigator = navigator
        self._hulp = hulp
        self._pagina: Handleidingpagina | None = None
        self._zoekvak = Zoekvak(thema, "Zoek uitleg …", "Ctrl F")
        self._lijst = Inhoudslijst(thema)
        self._niets = Alinea("", "zacht")
        self._niets.hide()
        self._blad = Blad(thema)
        self._lijn = QFrame()
        self._zie_label = Label("Zie ook", "veld")
        self._chips = StroomLayout(thema)
        self._bouw()
        self._zoekvak.gezocht.connect(self._zoek)
        self._zoekvak.bevestigd.connect(self._open_eerste)
        self._zoekvak.toets.connect(self._toets)
        self._lijst.gekozen.connect(self._ga)
        self._blad.gekozen.connect(self._ga)

    def titel(self) -> str:
        """Return what the page is called."""
        return "Handleiding"

    def toon(self, plek: Plek) -> None:
        """Show the page of the manual that `extra` names; the one for the first day where it names none."""
        self._pagina = pagina = self._hulp.pagina(plek.extra)
        self._blad.toon(pagina)
        if self._lijst.regels():
            self._lijst.wijs_aan(pagina.sleutel)
        else:
            self._zoek(self._zoekvak.tekst())
        # asked before the chips go: one that was pressed hands its focus to whatever comes next
        focus = QApplication.focusWidget()
        self._zet_chips(pagina)
        # going on by the list or the box leaves the focus there
        if focus not in (self._lijst, self._zoekvak.veld):
            self._blad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bouw(self) -> None:
        px = self._thema.px
        links = QVBoxLayout()
        links.setSpacing(px(12))
        links.addWidget(Label("Handleiding", "kop"))
        links.addWidget(self._zoekvak)
        links.addWidget(self._niets)
        links.addWidget(self._lijst, 1)
        kant = QWidget()
        kant.setLayout(links)
        links.setContentsMargins(0, 0, 0, 0)
        kant.setMinimumWidth(px(220))
        kant.setMaximumWidth(px(320))

        kaart = QFrame()
        kaart.setProperty("vlak", "kaart")
        rechts = QVBoxLayout(kaart)
        rechts.setContentsMargins(px(1), px(1), px(1), px(16))
        rechts.setSpacing(0)
        rechts.addWidget(self._blad, 1)
        self._lijn.setProperty("vlak", "lijn")
        rechts.addWidget(self._lijn)
        onder = QVBoxLayout()
        onder.setContentsMargins(px(32), px(12), px(32), 0)
        onder.setSpacing(px(8))
        onder.addWidget(self._zie_label)
        onder.addLayout(self._chips)
        rechts.addLayout(onder)

        rij = QHBoxLayout(self)
        rij.setContentsMargins(px(32), px(8), px(32), px(24))
        rij.setSpacing(px(24))
        rij.addWidget(kant, 1)
        rij.addWidget(kaart, 3)
        sneltoets(self, "Ctrl+F", self._zoekvak.veld.setFocus, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setTabOrder(self._zoekvak.veld, self._lijst)
        self.setTabOrder(self._lijst, self._blad)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One comes here to read: the page keys scroll at once. No focus proxy: Tab would skip the list before it."""
        self._blad.setFocus(event.reason())

    def _zet_chips(self, pagina: Handleidingpagina) -> None:
        maak_leeg(self._chips)
        for ander in self._hulp.zie_ook(pagina):
            chip = Knop(ander.titel, self._thema, "chip")
            chip.clicked.connect(lambda _=False, sleutel=ander.sleutel: self._ga(sleutel))
            self._chips.addWidget(chip)
        for deel in (self._lijn, self._zie_label):
            deel.setVisible(bool(pagina.zie))

    def _ga(self, sleutel: str) -> None:
        self._navigator.ga(Plek(SLEUTEL, extra=sleutel))

    def _zoek(self, woorden: str) -> None:
        hier = self._pagina.sleutel if self._pagina else ""
        if not woorden:
            self._lijst.zet_regels(per_rubriek(self._hulp.paginas()), hier)
            self._niets.hide()
            return
        regels = gevonden(self._hulp.zoek(woorden))
        self._lijst.zet_regels(regels, hier)
        self._niets.setText(f"Niets gevonden voor ‘{woorden}’. Probeer een ander woord, of alleen het begin ervan.")
        self._niets.setVisible(not regels)
        aantal = {0: self._niets.text(), 1: "1 pagina gevonden"}
        zeg(self._zoekvak.veld, aantal.get(len(regels), f"{len(regels)} pagina's gevonden"))

    def _open_eerste(self, woorden: str) -> None:
        self._zoek(woorden)
        eerste = next((regel.sleutel for regel in self._lijst.regels() if regel.sleutel), None)
        if woorden and eerste:
            self._ga(eerste)

    def _toets(self, toets: int) -> None:
        if toets == Qt.Key.Key_Down:
            self._lijst.begin()
        elif toets == Qt.Key.Key_Escape:
            self._zoekvak.leeg()
