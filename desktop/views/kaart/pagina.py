"""The sociale kaart as a page: find whom to call, copy the number with one key, see whether they answer now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import SIGNAL, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.plan import Plan
from desktop.views.kaart.filters import KaartFilter
from desktop.views.kaart.lijst import KaartLijst
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bladvlak, Knop, Label, LeegStaat, Toast, rij, sneltoets, zeg
from desktop.views.widgets.buitenlink import Opener, open_in_browser, vraag_buiten

SLEUTEL = "sociale-kaart"
INVOER = "kaart-invoer"
_BREED, _SMAL = 1040, 680
_TOAST_MS = 3_000


class SocialeKaartPagina(Pagina):
    """Shows the organisations; `extra` of the place is the key of the one to go to.

    It needs no vault. `kopieer` puts a text that is no secret on the clipboard. `invoer` False where no vault is open:
    then nothing of the school's own can be made here; `reden` says why an account may not.
    """

    handleiding = "sociale-kaart"
    rail = "plan"
    afdrukken = Signal()
    """Print the sociale kaart; the button for it shows where someone listens."""

    def __init__(
        self,
        thema: Thema,
        navigator: Navigator,
        plan: Plan,
        *,
        kopieer: Callable[[str], None],
        opener: Opener = open_in_browser,
        invoer: bool = False,
        reden: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._navigator = navigator
        self._kopieer = kopieer
        self._opener = opener
        self._invoer = invoer
        self._wacht_op = ""
        self._hoogte: int | None = None
        self._kop = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.toast: Toast | None = None
        self.filter = KaartFilter(thema)
        self.lijst = KaartLijst(thema, plan, self.filter.past, invoer and not reden)
        self.leeg = LeegStaat(
            thema,
            "magnifying-glass",
            "Niets gevonden",
            "Probeer een ander woord, of kijk bij alle soorten hulp. Bij gevaar bel je 112.",
            "Toon alles",
        )
        self.niets = LeegStaat(
            thema, "address-book", "De sociale kaart is leeg", "Deze inhoud heeft geen organisaties. Voeg er zelf toe."
        )
        self.toevoegen = Knop("Organisatie toevoegen", thema, "gewoon", "plus")
        self.druk = Knop("Afdrukken", thema, "gewoon", "printer")
        self.blad = Bladvlak()
        self._bouw(reden)
        self._verbind()
        self.lijst.vul()

    def _bouw(self, reden: str) -> None:
        px = self._thema.px
        kop = self._kop
        kop.setSpacing(px(8))
        kop.addWidget(Label("Sociale kaart", "titel"))
        kop.addStretch(1)
        kop.addLayout(rij(self._thema, self.druk, self.toevoegen))
        kop.addStretch(0)
        self.druk.setToolTip("Afdrukken (Ctrl+P)")
        self.toevoegen.setDisabled(bool(reden))
        self.toevoegen.setToolTip(reden or "Organisatie toevoegen (Ctrl+N)")
        self.toevoegen.setAccessibleDescription(reden)
        binnen = QWidget()
        binnen.setMaximumWidth(px(_BREED))
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(16))
        vak.addLayout(kop)
        zin = "Wie bel je, waarvoor, en zijn ze er nu? Druk op C om een nummer te kopiëren."
        vak.addWidget(Alinea(zin, "zacht"))
        vak.addWidget(self.filter)
        for deel in (self.lijst, self.leeg, self.niets):
            vak.addWidget(deel)
        self.leeg.hide()
        self.niets.hide()
        buiten = QHBoxLayout(self.blad.vlak)
        buiten.setContentsMargins(px(32), px(8), px(32), px(32))
        kolom = QVBoxLayout()
        kolom.addWidget(binnen)
        kolom.addStretch(1)
        buiten.addLayout(kolom, 1000)
        buiten.addStretch(1)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.addWidget(self.blad)
        # placed by now: shown without a parent it would be a window for a moment
        self.toevoegen.setVisible(self._invoer)

    def _verbind(self) -> None:
        self.filter.gewijzigd.connect(self._filter)
        self.filter.omlaag.connect(self._naar_eerste)
        self.leeg.gekozen.connect(self._toon_alles)
        self.lijst.kopieer.connect(self._zet_op_klembord)
        self.lijst.site.connect(lambda adres: vraag_buiten(self._thema, adres, self, self._opener))
        self.lijst.wijzig.connect(lambda sleutel: self._navigator.ga(Plek(INVOER, extra=sleutel)))
        self.lijst.gebouwd.connect(self._gebouwd)
        self.lijst.naar_boven.connect(self.filter.zoekvak.setFocus)
        self.toevoegen.clicked.connect(lambda: self.nieuw())
        self.druk.clicked.connect(lambda: self.afdrukken.emit())
        sneltoets(self, "Ctrl+F", self._naar_filter, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def titel(self) -> str:
        """Return what the page is called."""
        return "Sociale kaart"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the plan."""
        return (("Home", Plek("home")), ("Plan", Plek("plan")))

    def toon(self, plek: Plek) -> None:
        """Go to the organisation that `extra` names; without one the list from its beginning."""
        self._wacht_op = plek.extra
        if self.lijst.verouderd():
            self.lijst.vul()
        if not plek.extra:
            self.blad.verticalScrollBar().setValue(0)
        elif self.lijst.af():
            self._ga_naar(plek.extra)

    def ververs(self) -> None:
        """The school's part or the content set is another: show what there is now, and stay where one was."""
        if not self.isVisible() or not self.lijst.verouderd():
            return  # when one comes here it is looked at again
        focus = QApplication.focusWidget()
        if focus is not None and not self._wacht_op:
            rijen = (r for r in self.lijst.rijen if r is focus or r.isAncestorOf(focus))
            self._wacht_op = next((r.organisatie.sleutel for r in rijen), "")
        self._hoogte = self.blad.verticalScrollBar().value()
        self.lijst.vul()

    def nieuw(self) -> bool:
        """Add an organisation of the school's own, where that can be done."""
        if not self._invoer or not self.toevoegen.isEnabled():
            return False
        self._navigator.ga(Plek(INVOER))
        return True

    def druk_af(self) -> bool:
        """Ctrl+P: ask for the printed list."""
        if not self._kan_drukken():
            return False
        self.afdrukken.emit()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One comes here to look someone up."""
        if not self._wacht_op:
            self.filter.zoekvak.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the buttons go below the heading."""
        super().resizeEvent(event)
        naast = self.width() >= self._thema.px(_SMAL)
        self._kop.setDirection(QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom)

    def showEvent(self, event: QShowEvent) -> None:
        """By now it is known whether anything prints."""
        super().showEvent(event)
        self.druk.setVisible(self._kan_drukken())

    def _kan_drukken(self) -> bool:
        return self.receivers(SIGNAL("afdrukken()")) > 0

    # -- finding

    def _filter(self) -> None:
        treffers = self.lijst.filter()
        actief = self.filter.actief()
        self.leeg.setVisible(actief and not treffers and self.lijst.af())
        self.niets.setVisible(not self.lijst.rijen)
        if actief:
            woord = {0: "Niets gevonden", 1: "1 organisatie"}.get(treffers, f"{treffers} organisaties")
            zeg(self.filter.zoekvak.veld, woord)

    def _toon_alles(self) -> None:
        self.filter.wis()
        self.filter.zoekvak.setFocus()

    def _naar_filter(self) -> None:
        self.filter.zoekvak.setFocus()
        self.filter.zoekvak.veld.selectAll()

    def _naar_eerste(self) -> None:
        self.lijst.maak_af()
        self._filter()
        kaart = self.lijst.eerste()
        if kaart is not None:
            kaart.setFocus()
            self.blad.ensureWidgetVisible(kaart, 0, self._thema.px(24))

    def _ga_naar(self, sleutel: str) -> None:
        kaart = self.lijst.rij(sleutel)
        if kaart is None:
            return
        self._wacht_op = ""
        if kaart.isHidden():
            self.filter.wis()
        kaart.setFocus(Qt.FocusReason.OtherFocusReason)
        # places are known only once the layout has run
        QTimer.singleShot(0, self, lambda: self._in_beeld(sleutel))

    def _in_beeld(self, sleutel: str) -> None:
        kaart = self.lijst.rij(sleutel)
        if kaart is not None:
            self.blad.ensureWidgetVisible(kaart, 0, self._thema.px(48))

    def _gebouwd(self) -> None:
        self._filter()
        # places are known only once the layout has run
        QTimer.singleShot(0, self, self._terug)

    def _terug(self) -> None:
        hoogte, self._hoogte = self._hoogte, None
        if hoogte is not None:
            self.blad.verticalScrollBar().setValue(hoogte)
        if self._wacht_op and self.isVisible():
            self._ga_naar(self._wacht_op)

    # -- copying

    def _zet_op_klembord(self, wat: str, tekst: str) -> None:
        self._kopieer(tekst)
        if self.toast is not None:
            self.toast.weg()
        self.toast = Toast(self._thema, f"{wat} gekopieerd: {tekst}", self.window(), ms=_TOAST_MS)
        self.toast.destroyed.connect(self._toast_weg)

    def _toast_weg(self) -> None:
        self.toast = None
