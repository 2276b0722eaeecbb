"""A term over the page one reads: a card that a screen reader knows as a dialog; the page below keeps its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.plan import Planpagina
from desktop.views.theme import Thema
from desktop.views.widgets import Bladvlak, IcoonKnop, Knop, Label, zeg
from desktop.views.widgets.afdekking import venstertoets
from desktop.views.widgets.leesblad import Leesblad

_BREED, _RAND = 620, 16


class Begripkaart(QDialog):
    """The card. It is no window: Qt's dialog inside the page has the role, and Escape, of one."""

    def __init__(self, thema: Thema, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)  # given to the constructor, Qt would make a window of it
        px = thema.px
        self.setProperty("vlak", "begrip")
        self.kop = Label("", "kop")
        self.kop.setWordWrap(True)
        self.sluit = IcoonKnop("x", "Sluiten", thema)
        self.blad = Leesblad(thema, hoog=True, marge=4)
        self.schuif = Bladvlak()
        binnen = QVBoxLayout(self.schuif.vlak)
        binnen.setContentsMargins(0, 0, 0, 0)
        binnen.addWidget(self.blad)
        binnen.addStretch(1)
        self.terug = Knop("", thema, "koppeling", "arrow-left")
        self.pagina = Knop("Open als pagina", thema)
        self.dicht = Knop("Sluiten", thema, "primair")
        boven = QHBoxLayout()
        boven.addWidget(self.kop, 1)
        boven.addWidget(self.sluit, alignment=Qt.AlignmentFlag.AlignTop)
        onder = QHBoxLayout()
        onder.setSpacing(px(12))
        onder.addWidget(self.terug)
        onder.addStretch(1)
        onder.addWidget(self.pagina)
        onder.addWidget(self.dicht)
        vak = self.vak = QVBoxLayout(self)
        vak.setContentsMargins(px(24), px(16), px(24), px(16))
        vak.setSpacing(px(8))
        vak.addLayout(boven)
        vak.addWidget(self.schuif, 1)
        vak.addLayout(onder)
        self.blad.in_zicht.connect(self._in_zicht)

    def event(self, event: QEvent) -> bool:
        """Alt+Left is the way back within the card, before it is the program's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_terug(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Left goes back to the term before, or closes; arrows and page keys scroll."""
        balk = self.schuif.verticalScrollBar()
        stap = {
            Qt.Key.Key_Down: balk.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_Up: balk.SliderAction.SliderSingleStepSub,
            Qt.Key.Key_PageDown: balk.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_PageUp: balk.SliderAction.SliderPageStepSub,
        }.get(Qt.Key(event.key()))
        if _is_terug(event):
            (self.reject if self.terug.isHidden() else self.terug.click)()
        elif stap is not None:
            balk.triggerAction(stap)
        elif not venstertoets(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, volgende: bool) -> bool:
        """Tab stays inside: a dialog is left by closing it."""
        keten = [w for w in (self.blad, self.terug, self.pagina, self.dicht, self.sluit) if w.isVisibleTo(self)]
        nu = self.focusWidget()
        plek = keten.index(nu) if nu in keten else -1
        doel = keten[(plek + (1 if volgende else -1)) % len(keten)]
        doel.setFocus(Qt.FocusReason.TabFocusReason if volgende else Qt.FocusReason.BacktabFocusReason)
        return True

    def _in_zicht(self, vak: QRect) -> None:
        hoek = self.blad.mapTo(self.schuif.vlak, vak.center())
        self.schuif.ensureVisible(hoek.x(), hoek.y(), 0, 48)


class Begripvlak(QWidget):
    """The dimmed ground over a page with the card on it. `gevolgd` carries a link that does not lead to a term."""

    gevolgd = Signal(str)
    als_pagina = Signal(str)
    dicht = Signal()

    def __init__(self, thema: Thema, pagina: QWidget, tekst: Callable[[Planpagina], str]) -> None:
        super().__init__(pagina)
        self._thema = thema
        self._ouder = pagina
        self._tekst = tekst
        self._weg: list[tuple[Planpagina, int]] = []
        self.hide()

    @cached_property
    def kaart(self) -> Begripkaart:
        """The card; made when a term is first opened, since a page would wait for it."""
        kaart = Begripkaart(self._thema, self)
        kaart.rejected.connect(self.sluit)
        kaart.sluit.clicked.connect(self.sluit)
        kaart.dicht.clicked.connect(self.sluit)
        kaart.terug.clicked.connect(self._terug)
        kaart.pagina.clicked.connect(lambda: self.als_pagina.emit(self._weg[-1][0].sleutel))
        kaart.blad.gevolgd.connect(self.gevolgd)
        return kaart

    @property
    def pagina(self) -> Planpagina | None:
        """The term that shows; None while it is closed."""
        return self._weg[-1][0] if self._weg else None

    def open(self, begrip: Planpagina) -> None:
        """Show a term; from within the card it comes on top of the one before."""
        if self._weg:
            vorige, _ = self._weg[-1]
            self._weg[-1] = (vorige, self.kaart.blad.plek())
        self._weg.append((begrip, -1))
        self._toon()

    def sluit(self) -> None:
        """Close the card; whoever opened it takes the focus back at `dicht`."""
        if not self._weg:
            return
        self._weg.clear()
        self.hide()
        self.kaart.hide()
        self.dicht.emit()

    def pas_aan(self) -> None:
        """Cover the page again, with the card as high as its text or as there is room."""
        self.setGeometry(self._ouder.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the card anew."""
        super().resizeEvent(event)
        if self._weg:
            self._leg()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is below."""
        kleur = QColor(self._thema.kleur("rail"))
        kleur.setAlpha(120)
        QPainter(self).fillRect(event.rect(), kleur)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes it."""
        if not self.kaart.geometry().contains(event.position().toPoint()):
            self.sluit()

    def _toon(self) -> None:
        begrip, plek = self._weg[-1]
        kaart = self.kaart
        kaart.setAccessibleName(f"Begrip: {begrip.titel}")
        kaart.kop.setText(begrip.titel)
        kaart.terug.setHidden(len(self._weg) < 2)
        if len(self._weg) > 1:
            kaart.terug.zet_tekst(f"Terug naar {self._weg[-2][0].kort}")
        kaart.blad.zet("", self._tekst(begrip), begrip.titel)
        self.pas_aan()
        self.show()
        self.raise_()
        self._leg()
        kaart.move(kaart.pos())  # placed by us: Qt would move a dialog to the middle of its window
        kaart.show()
        self._leg()
        kaart.schuif.verticalScrollBar().setValue(0)
        kaart.blad.setFocus(Qt.FocusReason.OtherFocusReason)
        kaart.blad.zet_plek(plek)
        zeg(kaart, begrip.titel)

    def _terug(self) -> None:
        self._weg.pop()
        self._toon()

    def _leg(self) -> None:
        """As wide and high as its text asks, never beyond the page."""
        px, kaart = self._thema.px, self.kaart
        rand = px(_RAND)
        breed = max(min(px(_BREED), self.width() - 2 * rand), 1)
        kaart.resize(breed, kaart.height())
        kaart.vak.activate()
        vast = kaart.vak.heightForWidth(breed) if kaart.vak.hasHeightForWidth() else 0
        vast = max(vast, kaart.vak.sizeHint().height()) - kaart.schuif.sizeHint().height()
        hoog = min(vast + kaart.blad.height() + px(8), self.height() - 2 * rand)
        hoek = QPoint((self.width() - breed) // 2, max((self.height() - hoog) // 3, rand))
        kaart.setGeometry(QRect(hoek.x(), hoek.y(), breed, max(hoog, 1)))


def _is_terug(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.AltModifier
