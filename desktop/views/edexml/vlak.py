"""The preview on screen: warnings, counts, a tab for each way to differ, and one row in full beside the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.views.edexml.voorbeeld import NIET_INGELEZEN, Tab, Uitleg, Voorbeeld
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import keten
from desktop.views.theme import Thema
from desktop.views.widgets import (
    RIJ,
    Alinea,
    BannerVak,
    Bladvlak,
    IcoonLabel,
    Kaart,
    Knop,
    Label,
    LijstView,
    RijInhoud,
    VasteModel,
    kolom,
    maak_leeg,
    rij,
)

_SMAL = 900
_GEEN = {
    Tab.NIEUW: "Niemand is nieuw.",
    Tab.GEWIJZIGD: "Er is niets gewijzigd.",
    Tab.VERTROKKEN: "Niemand is vertrokken.",
    Tab.ONLEESBAAR: "Alles in dit bestand kon gelezen worden.",
}
_WEG = "Wie vertrokken is, blijft met alle verslagen in de kluis en staat dan niet meer tussen de leerlingen van nu."


class VoorbeeldVlak(QWidget):
    """Shows a `Voorbeeld`; `toepassen` and `ander` are what a person can do with it."""

    toepassen = Signal()
    ander = Signal()

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._voorbeeld: Voorbeeld | None = None
        self.kop = Label("", "kop")
        self.bestand = Alinea("", "zacht")
        self.banners = BannerVak(thema)
        self._telling = Kaart(thema)
        self._rooster = QGridLayout()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Soort verschil")
        for tab in Tab:
            self.tabs.addTab(tab.value)
        self.model = VasteModel()
        self.lijst = LijstView(thema, "Verschillen")
        self.lijst.setModel(self.model)
        self.leeg = Alinea("", "zacht")
        self.uitleg = Kaart(thema)
        self._uitlegvak = QVBoxLayout()
        self._stapel = QStackedWidget()
        self.stand = Label("", "klein")
        self.anderknop = Knop("Ander bestand", thema)
        self.knop = Knop("", thema, "primair")
        self._bouw()
        self.tabs.currentChanged.connect(self._kies_tab)
        self.lijst.selectionModel().currentChanged.connect(self._kies_rij)
        self.knop.clicked.connect(self.toepassen)
        self.anderknop.clicked.connect(self.ander)

    def zet(self, voorbeeld: Voorbeeld) -> None:
        """Show a preview, from its first tab that holds something."""
        self._voorbeeld = voorbeeld
        leeg = voorbeeld.voorstel.leeg
        self.kop.setText("Geen verschillen" if leeg else "Dit gaat er veranderen")
        self.bestand.setText(voorbeeld.over_bestand())
        self.banners.leeg()
        if waarschuwingen := voorbeeld.voorstel.waarschuwingen:
            # in one: three apart take the room of the list
            self.banners.zet("waarschuwing", waarschuwingen[0], "\n".join(waarschuwingen[1:]), sluitbaar=False)
        self._zet_tellingen(voorbeeld)
        aantal = voorbeeld.wijzigingen
        self.knop.zet_tekst(f"Pas toe ({aantal} {'wijziging' if aantal == 1 else 'wijzigingen'})")
        self.knop.setVisible(not leeg)
        self.stand.setText("Alles staat al zo in de kluis." if leeg else "Er is nog niets ingelezen.")
        self.tabs.blockSignals(True)
        for n, tab in enumerate(Tab):
            self.tabs.setTabText(n, f"{tab.value} ({voorbeeld.aantal(tab)})")
        eerste = next((n for n, tab in enumerate(Tab) if tab is not Tab.ONGEWIJZIGD and voorbeeld.aantal(tab)), 0)
        self.tabs.setCurrentIndex(eerste)
        self.tabs.blockSignals(False)
        self._kies_tab()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the row in full goes below the list."""
        super().resizeEvent(event)
        smal = self.width() < self._thema.px(_SMAL)
        self._midden.setDirection(QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight)
        self._boven.setDirection(QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight)

    def _bouw(self) -> None:
        thema = self._thema
        self._rooster.setHorizontalSpacing(thema.px(24))
        self._rooster.setVerticalSpacing(thema.px(4))
        self._telling.inhoud.addLayout(self._rooster)
        weg = Kaart(thema, "info")
        weg.inhoud.setContentsMargins(thema.px(16), thema.px(12), thema.px(16), thema.px(12))
        weg.inhoud.addWidget(Label("Wat er niet in komt", "sterk"))
        weg.inhoud.addWidget(Alinea(NIET_INGELEZEN))
        weg.inhoud.addStretch(1)
        self._boven = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._boven.setSpacing(thema.px(16))
        self._boven.addWidget(self._telling)
        self._boven.addWidget(weg, 1)
        leegvak = QWidget()
        leegvak.setLayout(kolom(thema, self.leeg, 1, rand=16))
        for deel in (self.lijst, leegvak):
            self._stapel.addWidget(deel)
        self.lijst.setMinimumHeight(thema.px(180))
        blad = Bladvlak()
        binnen = QVBoxLayout(blad.vlak)
        binnen.setContentsMargins(0, 0, 0, 0)
        binnen.addWidget(self.uitleg)
        binnen.addStretch(1)
        self.uitleg.inhoud.addLayout(self._uitlegvak)
        self.uitleg.setAccessibleName("Deze regel voluit")
        blad.setMinimumHeight(thema.px(140))
        self._midden = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._midden.setSpacing(thema.px(16))
        self._midden.addWidget(self._stapel, 3)
        self._midden.addWidget(blad, 2)
        voet = QFrame()
        voet.setProperty("vlak", "voet")
        onder = rij(thema, IcoonLabel(thema, "info", "zacht", 20), self.stand, 1, self.anderknop, self.knop)
        onder.setContentsMargins(thema.px(32), thema.px(12), thema.px(32), thema.px(12))
        voet.setLayout(onder)
        inhoud = kolom(
            thema, kolom(thema, self.kop, self.bestand, ruimte=4), self.banners, self._boven, self.tabs, ruimte=12
        )
        inhoud.addLayout(self._midden, 1)
        inhoud.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(16))
        self._blad = Bladvlak()
        self._blad.vlak.setLayout(inhoud)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(0)
        vak.addWidget(self._blad, 1)
        vak.addWidget(voet)
        keten((self.tabs, self.lijst, self.anderknop, self.knop))

    def _zet_tellingen(self, voorbeeld: Voorbeeld) -> None:
        maak_leeg(self._rooster)
        rechts = Qt.AlignmentFlag.AlignRight
        for n, kop in enumerate(("Nieuw", "Gewijzigd", "Vertrokken", "Ongewijzigd"), 1):
            self._rooster.addWidget(Label(kop, "klein"), 0, n, rechts)
        for r, t in enumerate(voorbeeld.tellingen, 1):
            self._rooster.addWidget(Label(t.soort), r, 0)
            for n, aantal in enumerate((t.nieuw, t.gewijzigd, t.vertrokken, t.ongewijzigd), 1):
                self._rooster.addWidget(Label(str(aantal), "sterk" if aantal and n < 4 else "zacht"), r, n, rechts)

    def _kies_tab(self) -> None:
        if self._voorbeeld is None or self.tabs.currentIndex() < 0:
            return
        tab = list(Tab)[self.tabs.currentIndex()]
        rijen = self._voorbeeld.rijen[tab]
        self.model.zet(rijen)
        self.lijst.setAccessibleName(f"{tab.value}, {len(rijen)}")
        self._stapel.setCurrentIndex(0 if rijen else 1)
        if tab is Tab.ONGEWIJZIGD:
            aantal = self._voorbeeld.aantal(tab)
            self.leeg.setText(f"{aantal} in dit bestand blijven zoals ze in de kluis staan. Daar gebeurt niets mee.")
        else:
            self.leeg.setText(_GEEN[tab])
        if rijen:
            self.lijst.setCurrentIndex(self.model.index(0))
        else:
            self._toon_uitleg(None, "")

    def _kies_rij(self, index: QModelIndex) -> None:
        inhoud = index.data(RIJ)
        if isinstance(inhoud, RijInhoud) and self._voorbeeld is not None:
            tab = list(Tab)[self.tabs.currentIndex()]
            zin = _WEG if tab is Tab.VERTROKKEN else ""
            self._toon_uitleg(self._voorbeeld.uitleg(inhoud.sleutel), zin)

    def _toon_uitleg(self, uitleg: Uitleg | None, onder: str) -> None:
        maak_leeg(self._uitlegvak)
        self.uitleg.setVisible(uitleg is not None)
        if uitleg is None:
            return
        self._uitlegvak.setSpacing(self._thema.px(2))
        self._uitlegvak.addWidget(regel(uitleg.kop, "sectie"))
        for label, tekst in uitleg.velden:
            self._uitlegvak.addSpacing(self._thema.px(8))
            self._uitlegvak.addWidget(regel(label, "klein"))
            waarde = regel(tekst, "basis")
            waarde.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._uitlegvak.addWidget(waarde)
        for zin in (uitleg.zin, onder):
            if zin:
                self._uitlegvak.addSpacing(self._thema.px(12))
                self._uitlegvak.addWidget(regel(zin, "zacht"))
