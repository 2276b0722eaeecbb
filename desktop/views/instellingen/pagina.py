"""The settings: the parts at the left, one of them at the right; what a role may not do says why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.services.diensten import Diensten
from desktop.services.voorkeuren import Voorkeuren
from desktop.views.instellingen.accounts import AccountsDeel
from desktop.views.instellingen.deel import LINKS, Deel, KiesDoel, Omgeving, PlanZaken, kies_doel
from desktop.views.instellingen.geheim import HerstelbladDeel, WachtwoordzinDeel
from desktop.views.instellingen.logboek import LogboekDeel
from desktop.views.instellingen.over import OverDeel
from desktop.views.instellingen.plan import PlanDeel
from desktop.views.instellingen.school import SchoolDeel
from desktop.views.instellingen.veiligheid import ControleDeel, ReservekopieDeel
from desktop.views.instellingen.weergave import WeergaveDeel
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.tokens import RADIUS
from desktop.views.widgets import Bladvlak, Label, LeegStaat, klik_bij_enter
from desktop.views.work import Work

_SMAL = 800
DELEN: tuple[type[Deel], ...] = (
    SchoolDeel,
    PlanDeel,
    AccountsDeel,
    WachtwoordzinDeel,
    HerstelbladDeel,
    ReservekopieDeel,
    ControleDeel,
    WeergaveDeel,
    LogboekDeel,
    OverDeel,
)


class DeelKnop(QAbstractButton):
    """Leads to a part: icon and name; a lock and the reason where this role may not come."""

    def __init__(self, thema: Thema, naam: str, icoon: str, reden: str) -> None:
        super().__init__()
        self._thema = thema
        self._icoon = icoon
        self.reden = reden
        self.hier = False
        self.setText(naam)
        self.setAccessibleName(naam)
        self.setAccessibleDescription(reden)
        self.setToolTip(reden)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def zet_hier(self, hier: bool) -> None:
        """Show whether one is here. Not by checking it: a screen reader would call it a check box."""
        self.hier = hier
        self.setAccessibleDescription(". ".join(deel for deel in ("Je bent hier" if hier else "", self.reden) if deel))
        self.update()

    def sizeHint(self) -> QSize:
        """All are equally large."""
        return QSize(self._thema.px(232), self._thema.px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; up and down go to the part beside it."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif not klik_bij_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button in its state."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        straal = thema.px(RADIUS)
        p.setPen(Qt.PenStyle.NoPen)
        if self.hier or self.underMouse():
            p.setBrush(thema.kleur("accent_zacht" if self.hier else "kaart_over"))
            p.drawRoundedRect(vak, straal, straal)
        if self.hier:
            p.setBrush(thema.kleur("accent"))
            p.drawRoundedRect(QRectF(vak.left(), vak.top() + thema.px(10), 3, vak.height() - thema.px(20)), 1.5, 1.5)
        if self.hasFocus():
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(thema.kleur("focus"), 2))
            p.drawRoundedRect(vak, straal, straal)
        kleur = "zacht" if self.reden else "inkt"
        maat = thema.px(20)
        midden = vak.center().y() - maat / 2
        thema.teken_icoon(p, QRectF(vak.left() + thema.px(12), midden, maat, maat), self._icoon, kleur)
        p.setFont(thema.font("basis", QFont.Weight.DemiBold if self.hier else QFont.Weight.Normal))
        p.setPen(thema.kleur(kleur))
        p.drawText(vak.adjusted(thema.px(44), 0, -thema.px(32), 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.reden:
            maat = thema.px(16)
            slot = QRectF(vak.right() - thema.px(28), vak.center().y() - maat / 2, maat, maat)
            thema.teken_icoon(p, slot, "lock-simple", "zacht")


class InstellingenPagina(Pagina):
    """`extra` of the place is the key of a part; an unknown one shows the first that this role may see."""

    handleiding = "instellingen"
    rail = "instellingen"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        voorkeuren: Voorkeuren,
        zet_thema: Callable[[str], None],
        zet_vergrendel_na: Callable[[int], None],
        druk_pdf: Callable[[bytes, str], None],
        wachtenden: Callable[[], None],
        plan: PlanZaken,
        kies: KiesDoel = kies_doel,
        zet_verberg: Callable[[bool], None] | None = None,
    ) -> None:
        super().__init__()
        self._navigator = navigator
        self._thema = thema
        self._o = Omgeving(
            diensten,
            work,
            thema,
            voorkeuren,
            zet_thema,
            zet_vergrendel_na,
            druk_pdf,
            wachtenden,
            plan,
            kies,
            zet_verberg,
        )
        self._delen: dict[str, Deel] = {}
        self._redenen: dict[str, QWidget] = {}
        self._hier = ""
        self.knoppen: dict[str, DeelKnop] = {}
        self.keuze = QComboBox()
        """In the place of the buttons in a narrow window."""
        self._lijst = Bladvlak()
        self._stapel = QStackedWidget()
        self._bouw()

    def _bouw(self) -> None:
        thema = self._thema
        lijst = self._lijst
        lijst.setFixedWidth(thema.px(264))
        kolom = QVBoxLayout(lijst.vlak)
        kolom.setContentsMargins(0, thema.px(4), thema.px(16), thema.px(16))
        kolom.setSpacing(thema.px(4))
        for soort in DELEN:
            knop = DeelKnop(thema, soort.naam, soort.icoon, self._o.verboden(soort.actie))
            knop.clicked.connect(lambda _=False, sleutel=soort.sleutel: self._ga(sleutel))
            self.knoppen[soort.sleutel] = knop
            kolom.addWidget(knop)
            self.keuze.addItem(
                thema.icoon("lock-simple" if knop.reden else soort.icoon, "inkt"), soort.naam, soort.sleutel
            )
            self.keuze.setItemData(self.keuze.count() - 1, knop.reden, Qt.ItemDataRole.ToolTipRole)
        kolom.addStretch(1)
        self.keuze.setAccessibleName("Onderdeel van de instellingen")
        self.keuze.setMinimumHeight(thema.px(44))
        self.keuze.setMaximumWidth(thema.px(360))
        self.keuze.activated.connect(lambda _: self._ga(self.keuze.currentData()))
        rij = QHBoxLayout()
        rij.setSpacing(thema.px(24))
        rij.addWidget(lijst)
        rij.addWidget(self._stapel, 1)
        self._kop = kop = QHBoxLayout()
        kop.setSpacing(thema.px(16))
        kop.addWidget(Label("Instellingen", "titel"))
        kop.addWidget(self.keuze, 1)
        kop.addStretch(1)
        self._vak = QVBoxLayout(self)
        self._vak.setSpacing(thema.px(16))
        self._vak.addLayout(kop)
        self._vak.addLayout(rij, 1)
        self._richt()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the list beside a part, one chooses above it."""
        super().resizeEvent(event)
        self._richt()

    def _richt(self) -> None:
        px = self._thema.px
        smal = self.width() < px(_SMAL)
        weg, focus = self._lijst if smal else self.keuze, QApplication.focusWidget()
        had = focus is not None and (focus is weg or weg.isAncestorOf(focus))
        self._lijst.setVisible(not smal)
        self.keuze.setVisible(smal)
        self._vak.setContentsMargins(px(16 if smal else 32), px(8), 0, 0)
        self._kop.setContentsMargins(px(LINKS if smal else 0), 0, px(24), 0)
        if had:
            (self.keuze if smal else self.knoppen[self._hier]).setFocus(Qt.FocusReason.OtherFocusReason)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Instellingen"

    def deel(self) -> Deel | None:
        """Return the part that is shown; None where this role may not see it."""
        return self._delen.get(self._hier)

    def toon(self, plek: Plek) -> None:
        """Show the part in the place."""
        bekend = {soort.sleutel: soort for soort in DELEN}
        eerste = next(s.sleutel for s in DELEN if not self._o.verboden(s.actie or s.wijzigt))
        soort = bekend.get(plek.extra, bekend[eerste])
        if self._hier and self._hier != soort.sleutel and (oud := self.deel()) is not None:
            oud.weg()
        self._hier = soort.sleutel
        self.handleiding = soort.handleiding
        self._merk()
        if self.knoppen[soort.sleutel].reden:
            self._stapel.setCurrentWidget(self._reden(soort))
            return
        deel = self._delen.get(soort.sleutel)
        if deel is None:
            deel = self._delen[soort.sleutel] = soort(self._o)
            self._stapel.addWidget(deel)
        self._stapel.setCurrentWidget(deel)
        deel.toon()

    def mag_weg(self) -> bool:
        """Ask the part that is shown."""
        deel = self.deel()
        return deel is None or deel.mag_weg()

    def berg_op(self) -> None:
        """Every part may hold something."""
        for deel in self._delen.values():
            deel.berg_op()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page is leaving the part; a minimised window stays as it is."""
        super().hideEvent(event)
        if not event.spontaneous() and (deel := self.deel()) is not None:
            deel.weg()

    def _ga(self, sleutel: str) -> None:
        self._navigator.ga(Plek("instellingen", extra=sleutel))
        # where the person was held back the mark stays where one is
        self._merk()

    def _merk(self) -> None:
        for sleutel, knop in self.knoppen.items():
            knop.zet_hier(sleutel == self._hier)
        self.keuze.setCurrentIndex(self.keuze.findData(self._hier))

    def _reden(self, soort: type[Deel]) -> QWidget:
        if soort.sleutel not in self._redenen:
            reden = self.knoppen[soort.sleutel].reden
            leeg = LeegStaat(self._thema, "lock-simple", soort.naam, reden)
            self._redenen[soort.sleutel] = leeg
            self._stapel.addWidget(leeg)
        return self._redenen[soort.sleutel]
