"""One sub-row on screen: its cells side by side as a line of a table, or below each other as a card."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.models.core import Problem
from desktop.models.velden import Soort, VeldSpec, is_leeg, past
from desktop.views.forms.basis import merk
from desktop.views.forms.context import FormContext
from desktop.views.forms.fabriek import maak_editor
from desktop.views.forms.indeling import SMAL, Twaalf
from desktop.views.forms.veld import VeldWidget
from desktop.views.widgets.knoppen import IcoonKnop

_EENVOUDIG = {Soort.TEKST, Soort.DATUM, Soort.TIJD, Soort.KEUZE, Soort.JANEE}


def als_tabel(specs: Sequence[VeldSpec]) -> bool:
    """Whether rows of these cells can be lines of a table: all simple, always there, and within twelve columns."""
    return all(s.soort in _EENVOUDIG and not s.veld.toon for s in specs) and sum(s.veld.breed for s in specs) <= 12


class RijWidget(QFrame):
    """A sub-row; `basis` is what it was loaded with, of which only what a person changed is replaced."""

    gewijzigd = Signal()
    bouw_anders = Signal()
    weg = Signal()

    def __init__(
        self,
        specs: Sequence[VeldSpec],
        context: FormContext,
        basis: dict[str, JsonValue],
        *,
        nieuw: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.basis = basis
        self._nieuw = nieuw
        self._vuil: set[str] = set()
        self._tabel = als_tabel(specs)
        thema = context.thema
        self._vak = QWidget(self)
        self._raster = Twaalf(self._vak, thema.px(8), thema.px(12))
        self.cellen: list[VeldWidget] = []
        for spec in specs:
            editor = maak_editor(spec, context, compact=self._tabel)
            cel = VeldWidget(spec, editor, thema, cel=True, toon_label=not self._tabel, parent=self._vak)
            editor.zet(basis.get(spec.naam))
            _wenk(editor.widgets(), spec.veld.hulp)
            self._merk_leeg(cel)
            cel.gewijzigd.connect(self._anders)
            editor.bouw_anders.connect(self.bouw_anders)
            self.cellen.append(cel)
            self._raster.zet(cel, spec.veld.breed)
        self.wegknop = IcoonKnop("x", "Regel weghalen", thema, "zacht", maat=16)
        # Alt+Delete does it from any cell; a stop per row would double the way
        self.wegknop.setFixedSize(thema.px(32), thema.px(32))
        self.wegknop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wegknop.setToolTip("Regel weghalen (Alt+Delete)")
        self.wegknop.clicked.connect(self.weg)
        rand = self._rand = QHBoxLayout(self)
        rand.setSpacing(thema.px(4))
        rand.addWidget(self._vak, 1)
        rand.addWidget(self.wegknop, 0, Qt.AlignmentFlag.AlignTop)
        self._marges = ((thema.px(6), thema.px(4), thema.px(6), thema.px(4)), (thema.px(16),) * 4)
        self._vorm = ""
        self.zet_vorm(tabel=self._tabel)
        self._toon_cellen()

    def zet_voor(self, widget: QWidget) -> None:
        """Put something before the cells, such as the number of the line."""
        self._rand.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def zet_vorm(self, *, tabel: bool) -> None:
        """Be a line of a table, where that can be, or a card."""
        vorm = "regel" if tabel and self._tabel else "kaart"
        if vorm == self._vorm:
            return
        self._vorm = vorm
        regel = vorm == "regel"
        merk(self, "rij", vorm)
        self._rand.setContentsMargins(*self._marges[0 if regel else 1])
        self._raster.smal = 0 if regel else SMAL
        for cel in self.cellen:
            cel.toon_kop(not regel)
            for widget in cel.editor.widgets():
                if widget.property("cel") is not None:
                    merk(widget, "cel", regel)
        self._raster.invalidate()

    def waarde(self) -> dict[str, JsonValue]:
        """Return the row: as loaded, with what was changed in it."""
        for cel in self.cellen:
            if cel.spec.naam in self._vuil:
                self.basis[cel.spec.naam] = cel.editor.waarde()
        self._vuil.clear()
        return dict(self.basis)

    def is_leeg(self) -> bool:
        """Whether nothing is filled in."""
        waarde = self.waarde()
        return all(is_leeg(waarde.get(cel.spec.naam)) for cel in self.cellen)

    def telt(self) -> bool:
        """Whether it belongs in the values: an added line that stayed empty does not."""
        return not (self._nieuw and self.is_leeg())

    def zet_plek(self, nummer: int) -> None:
        """Tell each cell the number of its line."""
        for cel in self.cellen:
            cel.zet_plek(f"regel {nummer}")

    def widgets(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        return [w for cel in self.cellen if not cel.isHidden() for w in cel.editor.widgets()]

    def toon_problemen(self, problemen: Sequence[Problem]) -> None:
        """Show each problem at its cell; one about the whole row at the first."""
        for n, cel in enumerate(self.cellen):
            hier = [p for p in problemen if p.loc[:1] == (cel.spec.naam,)]
            cel.toon_problemen(hier if n else [*hier, *(p for p in problemen if not p.loc)])

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Make the cells readable only."""
        self.wegknop.setVisible(not aan)
        for cel in self.cellen:
            cel.editor.zet_alleen_lezen(aan)

    def _anders(self, naam: str) -> None:
        self._vuil.add(naam)
        for cel in self.cellen:
            if cel.spec.naam == naam:
                self._merk_leeg(cel)
        if not self._tabel:
            self._toon_cellen()
        self.gewijzigd.emit()

    def _merk_leeg(self, cel: VeldWidget) -> None:
        """A cell with nothing in it shows its edge, so that one sees where to write."""
        for widget in cel.editor.widgets():
            if widget.property("cel") is not None:
                merk(widget, "leeg", is_leeg(cel.editor.waarde()))

    def _toon_cellen(self) -> None:
        if any(cel.spec.veld.toon for cel in self.cellen):
            waarde = self.waarde()
            was = [cel.isHidden() for cel in self.cellen]
            for cel in self.cellen:
                leeg = is_leeg(waarde.get(cel.spec.naam)) and not cel.hasFocus()
                cel.setHidden(leeg and not past(cel.spec.veld, waarde))
            if was != [cel.isHidden() for cel in self.cellen]:
                # Tab must know of a cell that came or went
                self.bouw_anders.emit()


def _wenk(widgets: Sequence[QWidget], hulp: str) -> None:
    for widget in widgets:
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setPlaceholderText(hulp)
