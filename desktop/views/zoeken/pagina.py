"""All results for the words in the search box: names first, then what mentions them, with the passage that matched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.kinds import KINDS
from desktop.models.opslag import Hit
from desktop.services.diensten import Diensten
from desktop.services.zoeken import soortnaam
from desktop.views.gesprekken.rijen import STATEN, dag_van
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import KiesChip, Label, LeegStaat, LijstView, RijInhoud, VasteModel, Zoekvak, zeg
from desktop.views.work import Work
from desktop.views.zoeken.plaats import plek_van

_SOORTEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Alles", ()),
    ("Leerlingen", ("leerling",)),
    ("Ouders", ("persoon",)),
    ("Verslagen", ("gespreksverslag", "ondertekening", "aanvulling")),
    ("Uitnodigingen", ("uitnodiging",)),
    ("School", ("medewerker", "groep")),
)
_ICOON = {
    "leerling": "graduation-cap",
    "persoon": "users",
    "medewerker": "identification-badge",
    "groep": "users-three",
    "gespreksverslag": "clipboard-text",
    "uitnodiging": "envelope-simple",
    "ondertekening": "pen-nib",
    "aanvulling": "plus-circle",
}
_HOEVEEL = 200


class ZoekenPagina(Pagina):
    """`extra` of the place are the words; typing here searches on, and the kinds narrow it."""

    handleiding = "zoeken"

    def __init__(self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema) -> None:
        super().__init__()
        self._d = diensten
        self._work = work
        self._navigator = navigator
        self._keer = 0
        self._kinds: tuple[str, ...] = ()
        self._model = VasteModel()
        self.zoekvak = Zoekvak(thema, "Zoek in leerlingen, ouders en verslagen", "")
        self.zoekvak.gezocht.connect(self._zoek)
        self.zoekvak.bevestigd.connect(self._zoek)
        self.zoekvak.toets.connect(self._toets)
        self.lijst = LijstView(thema, "Zoekresultaten")
        self.lijst.setModel(self._model)
        self.lijst.gekozen.connect(navigator.ga)
        self.telling = Label("", "klein")
        self._chips: list[KiesChip] = []
        self._leeg = LeegStaat(
            thema,
            "magnifying-glass",
            "Niets gevonden",
            "Gebruik minder woorden of een deel van een naam. Accenten en hoofdletters maken niet uit.",
        )
        self._begin = LeegStaat(
            thema,
            "magnifying-glass",
            "Zoek in alles wat je mag zien",
            "Typ een naam, een groep of een woord uit een verslag.",
        )
        self._stapel = QStackedWidget()
        for vlak in (self._begin, self._leeg, self.lijst):
            self._stapel.addWidget(vlak)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        vak.setSpacing(thema.px(12))
        vak.addWidget(Label("Zoeken", "kop"))
        vak.addWidget(self.zoekvak)
        vak.addLayout(self._filters(thema))
        vak.addWidget(self.telling)
        vak.addWidget(self._stapel, 1)
        self.setFocusProxy(self.zoekvak.veld)

    def titel(self) -> str:
        """Return the name of the page; never the words, which can be a name."""
        return "Zoeken"

    def toon(self, plek: Plek) -> None:
        """Search for the words of the place."""
        self.zoekvak.veld.setText(plek.extra)
        self._zoek(plek.extra)

    def _toets(self, toets: int) -> None:
        """From the box down into what was found, as everywhere else; Escape empties the box."""
        if toets == Qt.Key.Key_Escape:
            self.zoekvak.leeg()
        elif toets == Qt.Key.Key_Down and self._model.rowCount():
            self.lijst.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.lijst.setCurrentIndex(self._model.index(max(0, self.lijst.currentIndex().row())))

    def _filters(self, thema: Thema) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(thema.px(8))
        for naam, kinds in _SOORTEN:
            chip = KiesChip(naam, thema, aan=not kinds, plus=False)
            chip.clicked.connect(lambda _=False, kinds=kinds: self._kies(kinds))
            self._chips.append(chip)
            rij.addWidget(chip)
        rij.addStretch(1)
        return rij

    def _kies(self, kinds: tuple[str, ...]) -> None:
        self._kinds = kinds
        for chip, (_, eigen) in zip(self._chips, _SOORTEN, strict=True):
            chip.setChecked(eigen == kinds)
        self._zoek(self.zoekvak.veld.text())

    def _zoek(self, woorden: str) -> None:
        self._keer += 1
        keer, kinds = self._keer, self._kinds
        if not woorden.strip():
            self._model.zet(())
            self.telling.setText("")
            self._stapel.setCurrentWidget(self._begin)
            return
        self._work.kluis(
            self,
            lambda: self._d.zoeken.zoek(woorden, kinds=kinds, limit=_HOEVEEL),
            lambda treffers: self._toon(keer, treffers),
        )

    def _toon(self, keer: int, treffers: Sequence[Hit]) -> None:
        if keer != self._keer:
            return
        self._model.zet([_rij(hit) for hit in treffers])
        vlak: QWidget = self.lijst if treffers else self._leeg
        self._stapel.setCurrentWidget(vlak)
        aantal = len(treffers)
        meer = "De eerste 200 resultaten; typ meer om te verfijnen" if aantal == _HOEVEEL else f"{aantal} resultaten"
        self.telling.setText("1 resultaat" if aantal == 1 else meer if aantal else "")
        zeg(self.telling, self.telling.text() or "Niets gevonden")


def _rij(hit: Hit) -> RijInhoud:
    row = hit.row
    stuk = row.kind in ("gespreksverslag", "uitnodiging")
    # what stands in a record about a child shows once it is opened, and that is logged
    passage = "" if KINDS[row.kind].PERSOONLIJK else hit.fragment.replace("\x02", "").replace("\x03", "")
    delen = (hit.over, soortnaam(row.kind), dag_van(row) if stuk else "", row.detail or " ".join(passage.split()))
    regel = " · ".join(deel for deel in delen if deel)
    icoon = _ICOON.get(row.kind, "file-text")
    if not stuk:
        return RijInhoud(plek_van(row), row.title, regel, icoon)
    woord, toon, pil_icoon = STATEN[row.state]
    return RijInhoud(plek_van(row), row.title, regel, icoon, pil=woord, toon=toon, pil_icoon=pil_icoon)
