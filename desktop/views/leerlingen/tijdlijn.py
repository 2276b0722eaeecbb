"""The timeline of a pupil: all that is recorded, by the day it happened, filtered, with what is still to be done."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models.opslag import Row
from desktop.views.leerlingen.tijdlijnrij import (
    GESPREK,
    MEER,
    STAND,
    TijdlijnDelegate,
    TijdlijnRij,
    is_soort,
    schooljaar_van,
    tijdlijn_rij,
)
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Knop,
    Label,
    LeegStaat,
    LijstView,
    StroomLayout,
    VasteModel,
    kolom,
    maak_leeg,
    rij,
    sneltoets,
)


class Tijdlijn(QWidget):
    """The list with its filters. Choosing a row asks for its place through `gekozen`."""

    gekozen = Signal(object)
    chronologie = Signal(bool)
    """The chronology of what shows is asked for: in short, or (True) with every field."""
    gebouwd = Signal()
    """The buttons that jump to a year are others now."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._rijen: Sequence[tuple[Row, TijdlijnRij, str]] = ()
        self._getoond: list[tuple[Row, TijdlijnRij, str]] = []
        self.soort = QComboBox()
        self.jaar = QComboBox()
        self.stand = QComboBox()
        for keuze, naam in ((self.soort, "Soort"), (self.jaar, "Schooljaar"), (self.stand, "Stand")):
            keuze.setAccessibleName(naam)
            keuze.setMinimumContentsLength(14)
            keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            keuze.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            keuze.currentIndexChanged.connect(self._filter)
        self.ingetrokken = QCheckBox("Ook ingetrokken")
        self.ingetrokken.toggled.connect(self._filter)
        self.model = VasteModel()
        self.lijst = LijstView(thema, "Tijdlijn")
        self.lijst.setItemDelegate(TijdlijnDelegate(thema, self.lijst))
        self.lijst.setModel(self.model)
        self.lijst.gekozen.connect(self.gekozen)
        for toets, stap in (("Ctrl+Down", 1), ("Ctrl+Up", -1)):
            sneltoets(self.lijst, toets, partial(self._ander_jaar, stap), Qt.ShortcutContext.WidgetShortcut)
        self._aantal = Label("", "zacht")
        self.chronologieknop = Knop("Chronologie (PDF)", thema, icoon="caret-down")
        self.chronologiemenu = QMenu(self)
        for tekst, volledig in (("Kort: wat er wanneer was", False), ("Volledig: met alles wat is ingevuld", True)):
            actie = self.chronologiemenu.addAction(tekst)
            actie.triggered.connect(lambda _=False, v=volledig: self.chronologie.emit(v))
        self.chronologieknop.clicked.connect(self._open_chronologie)
        self.sprongen = QWidget()
        self._sprong = StroomLayout(thema, 4, self.sprongen)
        self.leeg = LeegStaat(
            thema,
            "clock-counter-clockwise",
            "Nog niets vastgelegd",
            "Signalen, gesprekken en wat je verder vastlegt komen hier te staan, het nieuwste bovenaan.",
        )
        self.niets = LeegStaat(thema, "funnel", "Niets gevonden", "Bij deze keuze staat er niets.", "Toon alles weer")
        self.niets.gekozen.connect(self.toon_alles)
        self._stapel = QStackedWidget()
        for deel in (self.lijst, self.leeg, self.niets):
            self._stapel.addWidget(deel)
        self._filters = QWidget()
        filters = StroomLayout(thema, 12, self._filters)
        for filter_ in (self.soort, self.jaar, self.stand, self.ingetrokken):
            filters.addWidget(filter_)
        vak: QVBoxLayout = kolom(
            thema,
            rij(thema, Label("Tijdlijn", "sectie"), self._aantal, 1, self.chronologieknop, ruimte=12),
            self._filters,
            self.sprongen,
            self._stapel,
            ruimte=12,
        )
        vak.setStretch(3, 1)
        self.setLayout(vak)

    def zet(
        self,
        rijen: Sequence[Row],
        te_tekenen: Collection[int],
        rollen: Mapping[int, str] | None = None,
        over: Mapping[UUID, str] | None = None,
    ) -> None:
        """Show these, newest first; `te_tekenen` are the row ids that wait for a signature.

        `rollen` says in which part the pupil is in what is about someone else, `over` holds the names of those others.
        """
        namen, als = over or {}, rollen or {}
        self._rijen = [
            (row, tijdlijn_rij(row, row.id in te_tekenen, als.get(row.id, ""), namen), schooljaar_van(row))
            for row in rijen
        ]
        self._vul(self.soort, "Alle soorten", self._soorten())
        self._vul(self.jaar, "Alle jaren", list(dict.fromkeys(jaar for _, _, jaar in self._rijen)))
        standen = [STAND[s][0] for s in ("concept", "vastgesteld") if any(row.state == s for row in rijen)]
        self._vul(self.stand, "Elke stand", standen)
        self.chronologieknop.setVisible(bool(rijen))
        weg = sum(row.state == "ingetrokken" for row in rijen)
        self.ingetrokken.setText(f"Ook ingetrokken ({weg})")
        self.ingetrokken.setVisible(bool(weg))
        self._filters.setVisible(bool(rijen))
        self._filter()

    def toon_alles(self) -> None:
        """Take the filters away."""
        self.soort.setCurrentIndex(0)
        self.jaar.setCurrentIndex(0)
        self.stand.setCurrentIndex(0)
        if not self._getoond:
            self.ingetrokken.setChecked(True)

    def spring(self, jaar: str) -> None:
        """Go to the first of a school year, and put the focus in the list."""
        nummer = next((n for n, (_, _, j) in enumerate(self._getoond) if j == jaar), None)
        if nummer is not None:
            index = self.model.index(nummer)
            self.lijst.setCurrentIndex(index)
            self.lijst.scrollTo(index, LijstView.ScrollHint.PositionAtTop)
            self.lijst.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def gefilterd(self) -> tuple[Sequence[str], str, str]:
        """Return what the filters leave: kinds (none: all), the school year ('' for all), and both in words."""
        soort = self.soort.currentText() if self.soort.currentIndex() > 0 else ""
        jaar = self.jaar.currentText() if self.jaar.currentIndex() > 0 else ""
        kinds = tuple(dict.fromkeys(row.kind for row, _, _ in self._rijen if is_soort(row, soort))) if soort else ()
        woorden = ", ".join(deel for deel in (soort, f"schooljaar {jaar}" if jaar else "") if deel)
        return kinds, jaar, woorden

    def _open_chronologie(self) -> None:
        self.chronologiemenu.popup(self.chronologieknop.mapToGlobal(self.chronologieknop.rect().bottomLeft()))

    def _ander_jaar(self, stap: int) -> None:
        """Jump to the school year before or after the one of the row that is chosen."""
        jaren = list(dict.fromkeys(jaar for _, _, jaar in self._getoond))
        nummer = max(self.lijst.currentIndex().row(), 0)
        if nummer < len(self._getoond):
            doel = jaren.index(self._getoond[nummer][2]) + stap
            if 0 <= doel < len(jaren):
                self.spring(jaren[doel])

    def sprongknoppen(self) -> list[Knop]:
        """Return the buttons that jump to a year."""
        items = (self._sprong.itemAt(n) for n in range(self._sprong.count()))
        return [w for item in items if item is not None and isinstance(w := item.widget(), Knop)]

    def _soorten(self) -> list[str]:
        soorten = []
        kinds = {row.kind for row, _, _ in self._rijen}
        if len(kinds) > 1:
            soorten += [f"Alle {MEER[kind]}" for kind in MEER if kind in kinds]
        return soorten + sorted({row.detail for row, _, _ in self._rijen if row.detail and row.kind in GESPREK})

    def _vul(self, keuze: QComboBox, alles: str, namen: Sequence[str]) -> None:
        gekozen = keuze.currentText()
        keuze.blockSignals(True)
        keuze.clear()
        keuze.addItems([alles, *namen])
        keuze.setCurrentIndex(max(0, keuze.findText(gekozen)))
        keuze.setVisible(len(namen) > 1)
        keuze.blockSignals(False)

    def _filter(self) -> None:
        soort = self.soort.currentText() if self.soort.currentIndex() > 0 else ""
        jaar = self.jaar.currentText() if self.jaar.currentIndex() > 0 else ""
        stand = self.stand.currentText() if self.stand.currentIndex() > 0 else ""
        weg = self.ingetrokken.isChecked()
        self._getoond = [
            deel
            for deel in self._rijen
            if (weg or not deel[1].weg)
            and (not jaar or deel[2] == jaar)
            and (not stand or deel[1].pil == stand or deel[1].weg)
            and is_soort(deel[0], soort)
        ]
        self.model.zet([inhoud for _, inhoud, _ in self._getoond])
        self._stapel.setCurrentIndex(0 if self._getoond else 2 if self._rijen else 1)
        zichtbaar = sum(not inhoud.weg for _, inhoud, _ in self._rijen)
        deel = f"{len(self._getoond)} van {len(self._rijen)}" if soort or jaar or stand or weg else str(zichtbaar)
        self._aantal.setText(deel if self._rijen else "")
        self._zet_sprongen(list(dict.fromkeys(j for _, _, j in self._getoond)))

    def _zet_sprongen(self, jaren: Sequence[str]) -> None:
        maak_leeg(self._sprong)
        # a few rows need no jumping
        toon = len(jaren) > 1 and len(self._getoond) > 6
        self.sprongen.setVisible(toon)
        if not toon:
            return
        self._sprong.addWidget(Label("Ga naar", "klein"))
        for jaar in jaren:
            knop = Knop(jaar, self._thema, "koppeling")
            knop.setAccessibleName(f"Ga naar schooljaar {jaar}")
            knop.clicked.connect(lambda _=False, j=jaar: self.spring(j))
            self._sprong.addWidget(knop)
        self.gebouwd.emit()
