"""Editor for sub-rows: a table or cards, with lines to add, take out, put back and move, all by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import JsonValue
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.models.core import Problem
from desktop.models.velden import VeldSpec, velden
from desktop.views.forms.basis import Editor, beginwaarden, merk, regel
from desktop.views.forms.context import FormContext
from desktop.views.forms.indeling import Twaalf
from desktop.views.forms.rij import RijWidget, als_tabel
from desktop.views.forms.tekstvelden import Schrijfvlak
from desktop.views.widgets.knoppen import Knop
from desktop.views.widgets.labels import Label

_TABEL_VANAF = 520
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT = Qt.KeyboardModifier.AltModifier


class RijenVeld(Editor):
    """Sub-rows of any class.

    Enter goes to the next cell; Enter or Tab in the last cell of a table adds a line, unless the line is empty. Cards
    are more than a line, so there only the button adds one. Alt with the arrows moves a line, Alt+Delete takes it out,
    Ctrl+Z puts it back where the cell itself has nothing to undo.
    """

    def __init__(self, spec: VeldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert spec.rij is not None
        self._klas = spec.rij
        self._specs = velden(spec.rij)
        self._context = context
        self._tabel_kan = als_tabel(self._specs)
        self._vast = False
        self._vorige: tuple[RijWidget, int] | None = None
        thema = context.thema
        self.rijen: list[RijWidget] = []
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        self._vak = QFrame(self)
        self._vak.setProperty("vlak", "rijen" if self._tabel_kan else "rijkaarten")
        rand.addWidget(self._vak)
        self._stapel = QVBoxLayout(self._vak)
        self._stapel.setContentsMargins(0, 0, 0, 0)
        self._stapel.setSpacing(0 if self._tabel_kan else thema.px(12))
        self._kop = QFrame(self._vak)
        self._kop.setProperty("rij", "kop")
        kop = Twaalf(self._kop, thema.px(8), 0, smal=0)
        # as wide as the cells of a line, beside their button
        kop.setContentsMargins(thema.px(6), thema.px(10), thema.px(42), thema.px(6))
        for cel in self._specs:
            label = cel.veld.label + (" *" if cel.veld.verplicht else "")
            naam = regel(label, "klein")
            naam.setIndent(0)
            kop.zet(naam, cel.veld.breed)
        self._stapel.addWidget(self._kop)
        onder = QHBoxLayout()
        marge = thema.px(8 if self._tabel_kan else 0)
        onder.setContentsMargins(marge, thema.px(4), marge, thema.px(4))
        self.voeg_knop = Knop("Voeg regel toe", thema, "koppeling", "plus")
        onder.addWidget(self.voeg_knop)
        onder.addStretch(1)
        self._toetsen = Label("Alt+↑↓ verplaatst een regel, Alt+Delete haalt hem weg", "klein")
        onder.addWidget(self._toetsen)
        self._stapel.addLayout(onder)
        self.voeg_knop.clicked.connect(lambda: self.voeg_rij())
        self._herteken()

    def zet(self, waarde: JsonValue) -> None:
        """Show rows."""
        for rij in self.rijen:
            self._verwijder(rij)
        self.rijen = []
        self._vorige = None
        for inhoud in waarde if isinstance(waarde, list) else []:
            if isinstance(inhoud, dict):
                self._plaats(self._maak_rij(dict(inhoud), nieuw=False))
        self._herteken()

    def waarde(self) -> JsonValue:
        """Return the rows in order, without lines that were added and stayed empty."""
        return [rij.waarde() for rij in self._tellende()]

    def widgets(self) -> Sequence[QWidget]:
        """Return the cells line by line, then the button."""
        cellen = [w for rij in self.rijen for w in rij.widgets()]
        return cellen if self._vast else [*cellen, self.voeg_knop]

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Take the buttons away and make the cells readable only."""
        self._vast = aan
        self.voeg_knop.setVisible(not aan)
        for rij in self.rijen:
            rij.zet_alleen_lezen(aan)
        self._vorm()

    def zet_namen(self, naam: str, uitleg: str) -> None:
        """Name the table and its button; the cells have their own names."""
        self.setAccessibleName(naam)
        self.voeg_knop.setAccessibleName(f"{naam}: voeg regel toe")
        self.voeg_knop.setAccessibleDescription(uitleg)

    def zet_fout(self, aan: bool) -> None:
        """Show it at the frame; a cell shows its own."""
        merk(self._vak, "fout", aan)

    def toon_problemen(self, problemen: Sequence[Problem]) -> Sequence[Problem]:
        """Show problems at their cells; returns those of the list as a whole."""
        rijen = self._tellende()
        per_rij: dict[int, list[Problem]] = {}
        rest = []
        for probleem in problemen:
            plek = probleem.loc[1] if len(probleem.loc) > 1 else None
            if isinstance(plek, int) and plek < len(rijen):
                per_rij.setdefault(plek, []).append(Problem(probleem.loc[2:], probleem.zin, probleem.level))
            else:
                rest.append(probleem)
        for n, rij in enumerate(rijen):
            rij.toon_problemen(per_rij.get(n, []))
        return rest

    def probleem_widget(self) -> QWidget | None:
        """Return the first cell with a problem."""
        for rij in self.rijen:
            for cel in rij.cellen:
                if cel.heeft_probleem():
                    return cel.editor.widgets()[0]
        return None

    def voeg_rij(self, begin: Mapping[str, JsonValue] | None = None) -> None:
        """Add a line with an identity of its own, with what `begin` fills in, and go there."""
        if self._vast:
            return
        inhoud = {**beginwaarden(self._klas), "rij": str(self._context.ids.new()), **(begin or {})}
        rij = self._maak_rij(inhoud, nieuw=True)
        self._plaats(rij)
        self._herteken()
        self.gewijzigd.emit()
        rij.widgets()[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.in_beeld.emit()

    def haal_weg(self, rij: RijWidget) -> None:
        """Take a line out; the focus goes to the same cell of the next one."""
        if self._vast:
            return
        plaats = self.rijen.index(rij)
        kolom = self._kolom(rij)
        self.rijen.remove(rij)
        rij.hide()
        self._stapel.removeWidget(rij)
        if self._vorige is not None:
            self._vorige[0].deleteLater()
        self._vorige = (rij, plaats)
        self._herteken()
        if self.rijen:
            buur = self.rijen[min(plaats, len(self.rijen) - 1)].widgets()
            buur[min(kolom, len(buur) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.voeg_knop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.gewijzigd.emit()
        self.herstelbaar.emit(f"Regel {plaats + 1} is weggehaald", self.zet_terug)

    def zet_terug(self) -> None:
        """Put back the line that was taken out last, where it was."""
        if self._vorige is None or self._vast:
            return
        rij, plaats = self._vorige
        self._vorige = None
        self._plaats(rij, min(plaats, len(self.rijen)))
        self._herteken()
        self.gewijzigd.emit()
        rij.widgets()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def verschuif(self, rij: RijWidget, stap: int) -> None:
        """Move a line up or down; the focus goes along."""
        van = self.rijen.index(rij)
        naar = van + stap
        if self._vast or not 0 <= naar < len(self.rijen):
            return
        self.rijen.insert(naar, self.rijen.pop(van))
        self._stapel.removeWidget(rij)
        self._stapel.insertWidget(1 + naar, rij)
        self._herteken()
        self.gewijzigd.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be a table where there is room."""
        self._vorm()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys that move through the lines."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            rij = next((r for r in self.rijen if r.isAncestorOf(watched)), None)
            if rij is not None and not self._vast and self._toets(rij, watched, event):
                return True
        return super().eventFilter(watched, event)

    def _toets(self, rij: RijWidget, cel: QWidget, event: QKeyEvent) -> bool:
        toets, bij = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bij == _ALT and toets in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.verschuif(rij, -1 if toets == Qt.Key.Key_Up else 1)
            return True
        if bij == _ALT and toets == Qt.Key.Key_Delete:
            self.haal_weg(rij)
            return True
        if (
            bij == Qt.KeyboardModifier.ControlModifier
            and toets == Qt.Key.Key_Z
            and self._vorige
            and not _kan_terug(cel)
        ):
            self.zet_terug()
            return True
        if bij != Qt.KeyboardModifier.NoModifier:
            return False
        enter = toets in _ENTER and (isinstance(cel, QLineEdit) or (isinstance(cel, Schrijfvlak) and cel.enkel))
        if not enter and toets != Qt.Key.Key_Tab:
            return False
        cellen = rij.widgets()
        if self._tabel_kan and cel is cellen[-1] and rij is self.rijen[-1] and not rij.is_leeg():
            self.voeg_rij()
            return True
        if enter:
            alle = self.widgets()
            alle[alle.index(cel) + 1].setFocus(Qt.FocusReason.TabFocusReason)
        return enter

    def _tellende(self) -> list[RijWidget]:
        return [rij for rij in self.rijen if rij.telt()]

    def _maak_rij(self, inhoud: dict[str, JsonValue], *, nieuw: bool) -> RijWidget:
        """Return a line; a kind of row that deserves its own shape makes its own."""
        return RijWidget(self._specs, self._context, inhoud, nieuw=nieuw, parent=self._vak)

    def _plaats(self, rij: RijWidget, plaats: int | None = None) -> None:
        plaats = len(self.rijen) if plaats is None else plaats
        self.rijen.insert(plaats, rij)
        self._stapel.insertWidget(1 + plaats, rij)
        if not rij.property("verbonden"):
            rij.setProperty("verbonden", True)
            rij.gewijzigd.connect(self.gewijzigd)
            rij.bouw_anders.connect(self._luister)
            rij.weg.connect(lambda: self.haal_weg(rij))
        rij.zet_alleen_lezen(self._vast)
        rij.show()

    def _verwijder(self, rij: RijWidget) -> None:
        rij.hide()
        self._stapel.removeWidget(rij)
        rij.deleteLater()

    def _luister(self) -> None:
        for rij in self.rijen:
            for widget in rij.widgets():
                widget.removeEventFilter(self)
                widget.installEventFilter(self)
        self.bouw_anders.emit()

    def _kolom(self, rij: RijWidget) -> int:
        return next((n for n, w in enumerate(rij.widgets()) if w.hasFocus()), 0)

    def _vorm(self) -> None:
        tabel = self._tabel_kan and self.width() >= self._context.thema.px(_TABEL_VANAF)
        self._kop.setVisible(tabel and bool(self.rijen))
        ruim = self.width() >= self._context.thema.px(_TABEL_VANAF)
        self._toetsen.setHidden(self._vast or not ruim or len(self.rijen) < 2)
        for rij in self.rijen:
            rij.zet_vorm(tabel=tabel)

    def _herteken(self) -> None:
        self._vorm()
        for nummer, rij in enumerate(self.rijen, 1):
            rij.zet_plek(nummer)
            merk(rij, "eerste", nummer == 1)
        self._luister()
        self.updateGeometry()


def _kan_terug(cel: QWidget) -> bool:
    if isinstance(cel, QPlainTextEdit):
        return cel.document().isUndoAvailable()
    return isinstance(cel, QLineEdit) and cel.isUndoAvailable()
