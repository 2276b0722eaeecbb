"""What does not stand in ParnasSys yet: tick a line, or several, with the day on which it was put there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.views.bladen import van_kluis
from desktop.views.forms.basis import regel
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.gesprekken.lijst import rijen_met_naam, schuifbaar
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import (
    BladModel,
    Knop,
    Label,
    LeegStaat,
    LijstView,
    RijDelegate,
    StroomLayout,
    Toast,
    zeg,
)
from desktop.views.work import Work

_VAK = 44
"""Room for the tick at the left of a line, in pixels at scale 1."""


class VinkDelegate(RijDelegate):
    """A row with a box to tick; ticked is icon, fill and (for a screen reader) selection."""

    def __init__(self, thema: Thema, parent: QWidget) -> None:
        super().__init__(thema, parent)
        self._t = thema

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the box, and the row at the right of it."""
        vak = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs
        gekozen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        breed = self._t.px(_VAK)
        if gekozen:
            painter.fillRect(QRectF(vak.left(), vak.top(), breed, vak.height()), self._t.kleur("accent_zacht"))
        maat = self._t.px(24)
        teken = QRectF(vak.left() + (breed - maat) / 2 + self._t.px(4), vak.center().y() - maat / 2, maat, maat)
        self._t.teken_icoon(painter, teken, "check-square" if gekozen else "square", "accent" if gekozen else "zacht")
        option.rect = vak.adjusted(breed, 0, 0, 0).toRect()  # type: ignore[attr-defined]
        super().paint(painter, option, index)


class VinkLijst(LijstView):
    """A list in which each row is ticked apart: by the box at the left, by Space, all by Ctrl+A."""

    def __init__(self, thema: Thema, naam: str, parent: QWidget | None = None) -> None:
        super().__init__(thema, naam, parent)
        self._t = thema
        self.setItemDelegate(VinkDelegate(thema, self))
        self.setSelectionMode(QListView.SelectionMode.MultiSelection)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The box ticks, the rest of the row opens."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if event.position().x() < self._t.px(_VAK):
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)
            else:
                self._kies(index)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """All was done at the press."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and unticks; arrows move without ticking."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)
            event.accept()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.model().rowCount():
            stap = 1 if event.key() == Qt.Key.Key_Down else -1
            rij = min(max(index.row() + stap, 0), self.model().rowCount() - 1)
            self.selectionModel().setCurrentIndex(
                self.model().index(rij, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            event.accept()
        else:
            super().keyPressEvent(event)


class ParnassysPagina(KluisPagina):
    """The established reports that are not ticked yet: one date, one press, and a way back."""

    handleiding = "parnassys"
    rail = "gesprekken"

    def __init__(
        self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, parent: QWidget | None = None
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self.model = BladModel(van_kluis(work, self, lambda ids: rijen_met_naam(diensten, ids), self.meld_fout))
        self.lijst = VinkLijst(thema, "Nog niet in ParnasSys. Spatie vinkt aan, Enter opent.")
        self.lijst.setModel(self.model)
        self.datum = DatumVeld(diensten.session.vandaag, thema)
        self.fout = regel("", "fout")
        self.aantal = Label("", "sterk")
        self.alles = Knop("Kies alles", thema, "stil")
        self.knop = Knop("Vink af", thema, "primair", "file-arrow-up")
        self.leeg = LeegStaat(
            thema,
            "check-circle",
            "Alles staat in ParnasSys",
            "Er is geen vastgesteld verslag dat nog gezet moet worden.",
        )
        self._stapel = QStackedWidget()
        self._bouw()

    def titel(self) -> str:
        """Return the name of the page."""
        return "Nog niet in ParnasSys"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the talks."""
        return (("Gesprekken", Plek("gesprekken")),)

    def toon(self, plek: Plek) -> None:
        """Show the list afresh, with today as the day."""
        self.datum.zet(self._d.session.vandaag().isoformat())
        self.fout.hide()
        self.ververs()

    def ververs(self) -> None:
        """Ask the vault what is not ticked."""
        self.begin()
        self.vraag(self._d.gesprekken.niet_in_parnassys, self._ontvang, self._meld)

    def zet(self) -> None:
        """Store for what is ticked that it stands in ParnasSys."""
        dag, records = self._dag(), self._gekozen_ids()
        if dag is None:
            return
        self.knop.setEnabled(False)
        self._work.kluis(
            self, lambda: self._zet(records, dag), lambda gezet: self._gezet(gezet), self._meld, urgent=True
        )

    def _bouw(self) -> None:
        thema = self._thema
        balk = QFrame()
        balk.setProperty("vlak", "kaart")
        marge = thema.px(16)
        stroom = StroomLayout(thema, 24, balk)
        stroom.setContentsMargins(marge, thema.px(12), marge, thema.px(12))
        label = Label("In ParnasSys gezet op", "veld")
        label.setBuddy(self.datum.regel)
        self.datum.zet_namen("In ParnasSys gezet op", "")
        self.datum.setFixedWidth(thema.px(220))
        for delen in ((self.aantal, self.alles), (label, self.datum, self.knop)):
            groep = QWidget()
            rij = QHBoxLayout(groep)
            rij.setContentsMargins(0, 0, 0, 0)
            rij.setSpacing(thema.px(12))
            rij.addStrut(thema.px(44))
            for deel in delen:
                rij.addWidget(deel)
            stroom.addWidget(groep)
        vol = QWidget()
        kolom = QVBoxLayout(vol)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(thema.px(12))
        kolom.addWidget(balk)
        kolom.addWidget(self.fout)
        kolom.addWidget(self.lijst, 1)
        self._stapel.addWidget(vol)
        self._leegvak = schuifbaar(self.leeg)
        self._stapel.addWidget(self._leegvak)
        self._vol = vol
        vak = self._vak
        vak.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        vak.setSpacing(thema.px(12))
        vak.addWidget(Label("Nog niet in ParnasSys", "kop"))
        vak.addWidget(
            regel("Zet de PDF zelf in ParnasSys. Vink hier aan wat er staat, kies de dag en druk op de knop.", "zacht")
        )
        vak.addWidget(self.banners)
        vak.addWidget(self._stapel, 1)
        self.lijst.gekozen.connect(self._navigator.ga)
        self.lijst.selectionModel().selectionChanged.connect(lambda: self._tel())
        self.alles.clicked.connect(self._kies_alles)
        self.knop.clicked.connect(self.zet)
        QWidget.setTabOrder(self.lijst, self.alles)
        QWidget.setTabOrder(self.alles, self.datum.regel)
        QWidget.setTabOrder(self.datum.regel, self.knop)

    def _ontvang(self, ids: Sequence[int]) -> None:
        self.lijst.begin(ids)
        self._stapel.setCurrentWidget(self._vol if ids else self._leegvak)
        self._tel()

    def _kies_alles(self) -> None:
        if self._hoeveel() == self.model.rowCount():
            self.lijst.clearSelection()
        else:
            self.lijst.selectAll()

    def _gekozen_ids(self) -> list[int]:
        """Return the row ids that are ticked, also of rows that never came into view."""
        # ranges, not rows: Ctrl+A of everything is one range
        keuze = self.lijst.selectionModel().selection()
        delen = [range(keuze.at(n).top(), keuze.at(n).bottom() + 1) for n in range(keuze.size())]
        return [self.model.sleutels[rij] for deel in delen for rij in deel]

    def _hoeveel(self) -> int:
        keuze = self.lijst.selectionModel().selection()
        return sum(keuze.at(n).height() for n in range(keuze.size()))

    def _tel(self) -> None:
        gekozen, totaal = self._hoeveel(), self.model.rowCount()
        self.aantal.setText(f"{gekozen} van {totaal} gekozen")
        self.alles.zet_tekst("Kies niets" if totaal and gekozen == totaal else "Kies alles")
        sta_toe(self.knop, self.reden(Actie.VERSLAG_SCHRIJVEN) or ("" if gekozen else "Vink eerst een verslag aan."))
        self.knop.zet_tekst(f"Vink af ({gekozen})" if gekozen else "Vink af")

    def _dag(self) -> date | None:
        """Return the day that was filled in; None, with the reason said at the field, where it cannot be that."""
        zin, dag = "", None
        try:
            dag = date.fromisoformat(str(self.datum.waarde()))
        except ValueError:
            zin = "Dit is geen bestaande datum. Schrijf bijvoorbeeld 19-11-2026."
        if dag is not None and dag > self._d.session.vandaag():
            zin, dag = "Deze datum ligt in de toekomst. Kies vandaag of een eerdere dag.", None
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))
        self.datum.zet_fout(bool(zin))
        if zin:
            self.datum.regel.setFocus()
            zeg(self.datum, zin)
        return dag

    def _zet(self, ids: Sequence[int], dag: date) -> Sequence[Stored]:
        records = [rij.record for rij in self._d.gesprekken.rijen(ids)]
        return self._d.gesprekken.zet_alle_in_parnassys(records, dag)

    def _gezet(self, gezet: Sequence[Stored]) -> None:
        aantal = "1 verslag" if len(gezet) == 1 else f"{len(gezet)} verslagen"
        toast = Toast(self._thema, f"{aantal} afgevinkt", self.window(), undo=True)
        toast.ongedaan.connect(lambda: self._terug([s.record for s in gezet]))
        self.ververs()
        self.lijst.setFocus()

    def _terug(self, gezet: Sequence[UUID]) -> None:
        self._work.kluis(
            self,
            lambda: self._d.gesprekken.haal_uit_parnassys(gezet),
            lambda _: self.ververs(),
            self._meld,
            urgent=True,
        )

    def _meld(self, fout: UserError) -> None:
        self._tel()
        self.meld_fout(fout)
