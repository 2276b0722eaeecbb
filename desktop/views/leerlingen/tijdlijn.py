"""The timeline of a pupil: reports and invitations by date, filtered, with what is still to be done at each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Row
from desktop.models.uitnodiging import Uitnodiging
from desktop.services.overzicht import schooljaar
from desktop.views.forms.lezen import toon_datum
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Knop,
    Label,
    LeegStaat,
    LijstView,
    RijDelegate,
    RijInhoud,
    StroomLayout,
    Toon,
    VasteModel,
    kolom,
    maak_leeg,
    rij,
)
from desktop.views.widgets.rijmodel import Index

_PAGINA = {Gespreksverslag.KIND: "verslag", Uitnodiging.KIND: "uitnodiging"}
_ICOON = {Gespreksverslag.KIND: ("clipboard-text", "rol.ib"), Uitnodiging.KIND: ("envelope-simple", "rol.ouders")}
_STAND: dict[str, tuple[str, Toon, str]] = {
    "concept": ("Concept", "waarschuwing", "note-pencil"),
    "vastgesteld": ("Vastgesteld", "goed", "check-circle"),
    "ingetrokken": ("Ingetrokken", "rust", "prohibit"),
}
TEKENEN = ("pen-nib", "waarschuwing", "Nog te tekenen")
PARNASSYS = ("file-arrow-up", "info", "Niet in ParnasSys")


@dataclass(frozen=True, slots=True)
class TijdlijnRij(RijInhoud):
    """A report or invitation: `tekens` are (icon, colour, words) of what is still to do, `weg` is withdrawn."""

    tekens: tuple[tuple[str, str, str], ...] = ()
    weg: bool = False

    def voorgelezen(self) -> str:
        """Return the row as a screen reader says it, with what is to do."""
        return ", ".join((RijInhoud.voorgelezen(self), *(woorden for _, _, woorden in self.tekens)))


class TijdlijnDelegate(RijDelegate):
    """Paints date and icon, the subject with its state, and below it the kind of talk and what is to do."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A little higher than a plain row."""
        return QSize(self._thema.px(200), self._thema.px(64))

    def _teken_rij(self, p: QPainter, vak: QRectF, rij: RijInhoud) -> None:
        if not isinstance(rij, TijdlijnRij):
            super()._teken_rij(p, vak, rij)
            return
        thema = self._thema
        maat, datum, hoog = thema.px(24), thema.px(88), thema.px(24)
        self._regel(p, QRectF(vak.left(), vak.top(), datum, vak.height()), rij.links, "klein", "zacht", half=True)
        icoon = QRectF(vak.left() + datum + thema.px(4), vak.center().y() - maat / 2, maat, maat)
        thema.teken_icoon(p, icoon, rij.icoon, "zacht" if rij.weg else rij.kleur)
        tekst = QRectF(vak)
        tekst.setLeft(icoon.right() + thema.px(12))
        midden = vak.center().y()
        boven = QRectF(tekst.left(), midden - hoog, tekst.width(), hoog)
        boven.setRight(self._teken_pil(p, boven, rij) - thema.px(12))
        self._regel(p, boven, rij.titel, "basis", "zacht" if rij.weg else "inkt", half=True)
        if rij.weg:
            # crossed out as one would on paper, beside the word in the pill
            breed = QFontMetricsF(p.font()).horizontalAdvance(rij.titel)
            y = boven.center().y() + 1
            p.drawLine(round(boven.left()), round(y), round(min(boven.left() + breed, boven.right())), round(y))
        self._onder(p, QRectF(tekst.left(), midden, tekst.width(), hoog), rij)

    def _onder(self, p: QPainter, vak: QRectF, rij: TijdlijnRij) -> None:
        thema = self._thema
        maat = thema.px(16)
        if rij.regel:
            self._regel(p, vak, rij.regel, "klein", "zacht", half=False)
            breed = QFontMetricsF(p.font()).horizontalAdvance(rij.regel) + thema.px(16)
            vak.setLeft(min(vak.left() + breed, vak.right()))
        for icoon, kleur, woorden in rij.tekens:
            nodig = QFontMetricsF(thema.font("klein")).horizontalAdvance(woorden) + maat + thema.px(4)
            if vak.width() < maat:
                return
            thema.teken_icoon(p, QRectF(vak.left(), vak.center().y() - maat / 2, maat, maat), icoon, kleur)
            vak.setLeft(vak.left() + maat + thema.px(4))
            self._regel(p, vak, woorden, "klein", kleur, half=False)
            vak.setLeft(min(vak.left() + nodig - maat + thema.px(12), vak.right()))


class Tijdlijn(QWidget):
    """The list with its filters. Choosing a row asks for its place through `gekozen`."""

    gekozen = Signal(object)
    gebouwd = Signal()
    """The buttons that jump to a year are others now."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._rijen: Sequence[tuple[Row, TijdlijnRij, str]] = ()
        self._getoond: list[tuple[Row, TijdlijnRij, str]] = []
        self.soort = QComboBox()
        self.jaar = QComboBox()
        for keuze, naam in ((self.soort, "Soort"), (self.jaar, "Schooljaar")):
            keuze.setAccessibleName(naam)
            keuze.setMinimumContentsLength(14)
            keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            keuze.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            keuze.currentIndexChanged.connect(self._filter)
        self.ingetrokken = QCheckBox("Ook ingetrokken")
        self.ingetrokken.toggled.connect(self._filter)
        self.model = VasteModel()
        self.lijst = LijstView(thema, "Gesprekken en uitnodigingen")
        self.lijst.setItemDelegate(TijdlijnDelegate(thema, self.lijst))
        self.lijst.setModel(self.model)
        self.lijst.gekozen.connect(self.gekozen)
        self._aantal = Label("", "zacht")
        self.sprongen = QWidget()
        self._sprong = StroomLayout(thema, 4, self.sprongen)
        self.leeg = LeegStaat(
            thema,
            "chats-circle",
            "Nog geen gesprekken",
            "Verslagen en uitnodigingen komen hier te staan, de nieuwste bovenaan.",
        )
        self.niets = LeegStaat(thema, "funnel", "Niets gevonden", "Bij deze keuze staat er niets.", "Toon alles weer")
        self.niets.gekozen.connect(self.toon_alles)
        self._stapel = QStackedWidget()
        for deel in (self.lijst, self.leeg, self.niets):
            self._stapel.addWidget(deel)
        self._filters = QWidget()
        self._filters.setLayout(rij(thema, self.soort, self.jaar, self.ingetrokken, 1, ruimte=12))
        vak: QVBoxLayout = kolom(
            thema,
            rij(thema, Label("Gesprekken", "sectie"), self._aantal, 1),
            self._filters,
            self.sprongen,
            self._stapel,
            ruimte=12,
        )
        vak.setStretch(3, 1)
        self.setLayout(vak)

    def zet(self, rijen: Sequence[Row], te_tekenen: Collection[int]) -> None:
        """Show these, newest first; `te_tekenen` are the row ids that wait for a signature."""
        self._rijen = [(row, tijdlijn_rij(row, row.id in te_tekenen), _schooljaar(row)) for row in rijen]
        self._vul(self.soort, "Alle soorten", self._soorten())
        self._vul(self.jaar, "Alle jaren", list(dict.fromkeys(jaar for _, _, jaar in self._rijen)))
        weg = sum(row.state == "ingetrokken" for row in rijen)
        self.ingetrokken.setText(f"Ook ingetrokken ({weg})")
        self.ingetrokken.setVisible(bool(weg))
        self._filters.setVisible(bool(rijen))
        self._filter()

    def toon_alles(self) -> None:
        """Take the filters away."""
        self.soort.setCurrentIndex(0)
        self.jaar.setCurrentIndex(0)
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

    def sprongknoppen(self) -> list[Knop]:
        """Return the buttons that jump to a year."""
        items = (self._sprong.itemAt(n) for n in range(self._sprong.count()))
        return [w for item in items if item is not None and isinstance(w := item.widget(), Knop)]

    def _soorten(self) -> list[str]:
        soorten = []
        kinds = {row.kind for row, _, _ in self._rijen}
        if len(kinds) > 1:
            soorten += ["Alle verslagen", "Alle uitnodigingen"]
        return soorten + sorted({row.detail for row, _, _ in self._rijen if row.detail})

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
        weg = self.ingetrokken.isChecked()
        self._getoond = [
            deel
            for deel in self._rijen
            if (weg or not deel[1].weg) and (not jaar or deel[2] == jaar) and _is_soort(deel[0], soort)
        ]
        self.model.zet([inhoud for _, inhoud, _ in self._getoond])
        self._stapel.setCurrentIndex(0 if self._getoond else 2 if self._rijen else 1)
        zichtbaar = sum(not inhoud.weg for _, inhoud, _ in self._rijen)
        deel = f"{len(self._getoond)} van {len(self._rijen)}" if soort or jaar or weg else str(zichtbaar)
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


def tijdlijn_rij(row: Row, te_tekenen: bool) -> TijdlijnRij:
    """Return a row of the vault as a line of the timeline; choosing it gives its place."""
    woord, toon, pil_icoon = _STAND[row.state]
    icoon, kleur = _ICOON[row.kind]
    vast = row.state == "vastgesteld"
    tekens = []
    if te_tekenen and vast:
        tekens.append(TEKENEN)
    if vast and row.kind == Gespreksverslag.KIND and row.parnassys_on is None:
        tekens.append(PARNASSYS)
    return TijdlijnRij(
        Plek(_PAGINA[row.kind], row.record),
        row.title,
        row.detail if row.detail != row.title else "",
        icoon,
        kleur,
        links=toon_datum(_dag(row), kort=True),
        pil=woord,
        toon=toon,
        pil_icoon=pil_icoon,
        tekens=tuple(tekens),
        weg=row.state == "ingetrokken",
    )


def _dag(row: Row) -> date:
    return date.fromisoformat(row.event_at[:10])


def _schooljaar(row: Row) -> str:
    return schooljaar(_dag(row))


def _is_soort(row: Row, soort: str) -> bool:
    if soort == "Alle verslagen":
        return row.kind == Gespreksverslag.KIND
    if soort == "Alle uitnodigingen":
        return row.kind == Uitnodiging.KIND
    return not soort or row.detail == soort
