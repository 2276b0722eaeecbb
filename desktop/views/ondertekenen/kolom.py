"""The right-hand side of signing: which parent, what that parent does or did, and the button that records it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.services.stuk import Ouderstand
from desktop.views.forms.basis import regel
from desktop.views.ondertekenen.gegevens import aanduiding
from desktop.views.ondertekenen.ouders import Ouderchips
from desktop.views.ondertekenen.paneel import Tekenpaneel
from desktop.views.ondertekenen.vastgelegd import Vastgelegd
from desktop.views.ondertekenen.woorden import wanneer
from desktop.views.theme import Thema
from desktop.views.widgets import Bladvlak, Knop, Label, zeg
from desktop.views.work import Work

_BREED = 440
_ONBEGRENSD = 16_777_215


class Tekenkolom(QFrame):
    """One parent at a time: the question, or what was recorded. `vraagt` says which of the two shows."""

    leg_vast = Signal()
    naar_verslag = Signal()
    andere_uitkomst = Signal()

    def __init__(
        self, thema: Thema, work: Work, vandaag: Callable[[], date], afdrukken: Callable[[], None] | None
    ) -> None:
        super().__init__()
        self._thema = thema
        self.vraagt = False
        self._pdf_er = False
        self._bezig = False
        self.setProperty("vlak", "paneel")
        self.chips = Ouderchips(thema)
        self.nu = Label("", "sectie")
        self.nu.setWordWrap(True)
        self.eerder = regel("", "klein")
        self.paneel = Tekenpaneel(thema, work, vandaag, afdrukken=afdrukken)
        self.vastgelegd = Vastgelegd(thema)
        self.gelezen = regel("", "klein")
        self.fout = regel("", "fout")
        self.knop = Knop("Leg vast", thema, "primair")
        self.klaar = Knop("Naar het verslag", thema, "primair")
        self._bouw()
        self.knop.clicked.connect(lambda _=False: self.leg_vast.emit())
        self.klaar.clicked.connect(lambda _=False: self.naar_verslag.emit())
        self.vastgelegd.andere.connect(self.andere_uitkomst)
        self.paneel.gewijzigd.connect(self._zet_knop)

    def zet(self, standen: Sequence[Ouderstand], stand: Ouderstand, *, vraag: bool) -> None:
        """Show one of the parents; `vraag` asks for an outcome, else the one that is there shows."""
        self.vraagt = vraag
        self.chips.zet(standen, stand.wie)
        self.nu.setText(f"Nu: {aanduiding(stand.wie)}")
        ondertekening = stand.ondertekening
        eerder = f"Eerder: {ondertekening.uitkomst.label.lower()}. {wanneer(ondertekening)}" if ondertekening else ""
        self.eerder.setText(eerder)
        self.eerder.setVisible(vraag and bool(eerder))
        self.paneel.setVisible(vraag)
        self.vastgelegd.setVisible(not vraag)
        self.paneel.zet(stand.wie)
        if not vraag and ondertekening is not None:
            self.vastgelegd.toon(ondertekening)
        self.gelezen.setText("")
        self._blad.verticalScrollBar().setValue(0)
        self._zet_knop()

    def zet_klaar_om_vast_te_leggen(self, er_is_pdf: bool) -> None:
        """Nothing is recorded before the pages are there: their digest goes with it."""
        self._pdf_er = er_is_pdf
        self._zet_knop()

    def zet_bezig(self, aan: bool) -> None:
        """Say that it is being recorded."""
        self._bezig = aan
        self._zet_knop()

    def zet_gelezen(self) -> None:
        """The end of the last page has been in view."""
        if self.vraagt:
            self.gelezen.setText("Alle pagina's zijn getoond.")

    def zet_naast(self, naast: bool) -> None:
        """Beside the pages it has a width of its own, below them it takes what there is."""
        breed = self._thema.px(_BREED)
        self.setMinimumWidth(breed if naast else 0)
        self.setMaximumWidth(breed if naast else _ONBEGRENSD)

    def focus_begin(self) -> None:
        """Go to the first thing to do for this parent."""
        if self.vraagt:
            self.paneel.focus_begin()
        else:
            self.klaar.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins at the first thing to do."""
        self.focus_begin()

    def compleet(self) -> bool:
        """Whether it can be recorded; what is missing is said beside the button and at its place."""
        mist = self.paneel.probleem()
        if mist is not None:
            waar, zin = mist
            self.fout.setText(zin)
            self.fout.show()
            zeg(self, zin)
            waar.setFocus()
            self._blad.ensureWidgetVisible(waar)
        return mist is None

    def _zet_knop(self) -> None:
        self.fout.hide()
        self.knop.setVisible(self.vraagt)
        self.klaar.setVisible(not self.vraagt)
        self.knop.setEnabled(self._pdf_er and not self._bezig)
        self.knop.zet_tekst("Wordt vastgelegd…" if self._bezig else "Leg vast")

    def _bouw(self) -> None:
        thema = self._thema
        boven = QVBoxLayout()
        boven.setContentsMargins(thema.px(24), thema.px(16), thema.px(24), thema.px(8))
        boven.setSpacing(thema.px(8))
        for deel in (self.chips, self.nu, self.eerder):
            boven.addWidget(deel)
        self._blad = Bladvlak()
        binnen = QVBoxLayout(self._blad.vlak)
        binnen.setContentsMargins(thema.px(24), thema.px(8), thema.px(24), thema.px(16))
        for blad in (self.paneel, self.vastgelegd):
            binnen.addWidget(blad)
        binnen.addStretch(1)
        voet = QFrame()
        voet.setProperty("vlak", "voet")
        onder = QHBoxLayout(voet)
        onder.setContentsMargins(thema.px(24), thema.px(12), thema.px(24), thema.px(12))
        onder.setSpacing(thema.px(12))
        links = QVBoxLayout()
        links.setSpacing(0)
        for zin in (self.gelezen, self.fout):
            links.addWidget(zin)
        onder.addLayout(links, 1)
        onder.addWidget(self.knop)
        onder.addWidget(self.klaar)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(1, 1, 1, 1)
        vak.setSpacing(0)
        vak.addLayout(boven)
        vak.addWidget(self._blad, 1)
        vak.addWidget(voet)
        self.zet_naast(True)
