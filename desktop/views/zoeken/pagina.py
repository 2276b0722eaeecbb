"""All results for the words in the search box, in their groups; a filter for each group shows all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.vinden import Vondstgroep
from desktop.views.navigatie import Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import KiesChip, Label, LeegStaat, StroomLayout, Zoekvak, zeg
from desktop.views.zoeken.bron import Filter, Zoekbron
from desktop.views.zoeken.lijst import Trefferlijst
from desktop.views.zoeken.rijen import Trefferrij, gezegd, telling
from desktop.views.zoeken.snel import Snelzoeker

_HOEVEEL = 200
_KLUIS: Sequence[tuple[str, tuple[str, ...]]] = (
    (Vondstgroep.DOSSIER.label, ()),  # every kind
    ("Leerlingen", ("leerling",)),
    ("Ouders", ("persoon",)),
    ("Verslagen", ("gespreksverslag", "ondertekening", "aanvulling")),
    ("Uitnodigingen", ("uitnodiging",)),
    ("School", ("medewerker", "groep")),
    ("Logboek", ("logregel",)),
)


def _filters(kluis: bool) -> Sequence[tuple[str, Filter]]:
    """Return the filters by name; those for records only where a vault is open."""
    records = [(naam, Filter(kinds, _HOEVEEL, geheugen=False)) for naam, kinds in _KLUIS if kluis]
    groepen = [g for g in Vondstgroep if g not in (Vondstgroep.DOSSIER, Vondstgroep.DOEN)]
    rest = [(groep.label, Filter(None, groep=groep)) for groep in groepen]
    # under 'Alles' the records leave room for what is below them; their own filters show more
    return (("Alles", Filter(hoogstens=20)), *records, *rest)


class ZoekenPagina(Pagina):
    """`extra` of the place are the words; typing here searches on, and the filters narrow it."""

    handleiding = "zoeken"

    def __init__(self, bron: Zoekbron, kies: Callable[[object], None], thema: Thema) -> None:
        super().__init__()
        self.wordt_gekozen = False
        self._keuzes = _filters(bron.zoeken is not None)
        self._filter = self._keuzes[0][1]
        self.zoekvak = Zoekvak(thema, "Zoek in alles" if bron.zoeken is not None else "Zoek in het plan", rust_ms=40)
        self.zoekvak.gezocht.connect(self._zoek)
        self.zoekvak.bevestigd.connect(self._zoek)
        self.zoekvak.toets.connect(self._toets)
        self.lijst = Trefferlijst(thema, "Zoekresultaten")
        self.lijst.gekozen.connect(kies)
        self.lijst.begonnen.connect(self._begonnen)
        self._snel = Snelzoeker(bron, self, self)
        self.telling = Label("", "klein")
        self.chips: list[KiesChip] = []
        self._leeg = LeegStaat(
            thema,
            "magnifying-glass",
            "Niets gevonden",
            "Gebruik minder woorden of een ander woord. Accenten, hoofdletters en één tikfout maken niet uit.",
        )
        self._begin = LeegStaat(
            thema,
            "magnifying-glass",
            "Zoek in alles wat je mag zien" if bron.zoeken is not None else "Zoek in het plan",
            "Typ een naam, een onderwerp of een organisatie. Eén woord is vaak genoeg.",
        )
        self._stapel = QStackedWidget()
        for vlak in (self._begin, self._leeg, self.lijst):
            self._stapel.addWidget(vlak)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        vak.setSpacing(thema.px(12))
        vak.addWidget(Label("Zoeken", "kop"))
        vak.addWidget(self.zoekvak)
        vak.addLayout(self._chips(thema))
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

    # -- what the search fills

    def begin(self) -> None:
        """Other words are looked for."""
        self.wordt_gekozen = False
        self.lijst.setCurrentIndex(QModelIndex())

    def zet(self, rijen: Sequence[Trefferrij], af: bool) -> None:
        """Show these lines; `af`: nothing follows."""
        self.wordt_gekozen = False
        self.lijst.zet(rijen)
        gezocht = bool(self.zoekvak.tekst())
        vlak: QWidget = self.lijst if rijen else self._leeg if gezocht else self._begin
        if rijen or af:
            self._stapel.setCurrentWidget(vlak)
        self.telling.setText(telling(rijen) if rijen else "")
        if af and gezocht:
            zeg(self.telling, gezegd(rijen))

    def voeg_toe(self, rijen: Sequence[Trefferrij]) -> None:
        """Add lines below."""
        self.lijst.voeg_toe(rijen)
        self.telling.setText(telling(self.lijst.rijen))

    # -- keys and filters

    def _begonnen(self) -> None:
        self.wordt_gekozen = True

    def _toets(self, toets: int) -> None:
        """From the box down into what was found, as everywhere else; Escape empties the box."""
        if toets == Qt.Key.Key_Escape:
            self.zoekvak.leeg()
        elif toets == Qt.Key.Key_Down and self.lijst.rijen:
            self.lijst.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self.lijst.huidige() is None:
                self.lijst.stap(1)

    def _chips(self, thema: Thema) -> StroomLayout:
        rij = StroomLayout(thema)
        for naam, filter_ in self._keuzes:
            chip = KiesChip(naam, thema, aan=filter_ == self._filter, plus=False)
            chip.clicked.connect(lambda _=False, filter_=filter_: self.kies_filter(filter_))
            self.chips.append(chip)
            rij.addWidget(chip)
        return rij

    def kies_filter(self, filter_: Filter) -> None:
        """Show what this filter leaves."""
        self._filter = filter_
        for chip, (_, eigen) in zip(self.chips, self._keuzes, strict=True):
            chip.setChecked(eigen == filter_)
        self._zoek(self.zoekvak.tekst())

    def _zoek(self, woorden: str) -> None:
        self._snel.zoek(woorden, self._filter)
