"""One field on screen: label, help, editor, and below it what is wrong with it or can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Problem
from desktop.models.velden import VeldSpec
from desktop.views.forms.basis import Editor, regel, zeg
from desktop.views.forms.indeling import Veldvorm
from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import Knop
from desktop.views.widgets.labels import IcoonLabel, Label


class Melding(QWidget):
    """A line below a field: an icon and a sentence, and sometimes one thing to click."""

    def __init__(self, thema: Thema, icoon: str, kleur: str, zin: str, soort: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.zin = regel(zin, "fout" if soort == "fout" else "klein")
        self._rij = QHBoxLayout(self)
        self._rij.setContentsMargins(0, thema.px(4), 0, 0)
        self._rij.setSpacing(thema.px(8))
        self._rij.addWidget(IcoonLabel(thema, icoon, kleur, 16), 0, Qt.AlignmentFlag.AlignTop)
        self._rij.addWidget(self.zin, 1)

    def zet_knop(self, knop: QWidget) -> None:
        """Put the thing to click behind the sentence."""
        self._rij.setStretch(1, 0)
        self._rij.addWidget(knop)
        self._rij.addStretch(1)


class VeldWidget(Veldvorm):
    """A field in a form, or with `cel` in a row; the editor does the work, this says what it is and what is wrong.

    `toon_label` False where a heading above says the same; a screen reader still hears the label.
    """

    gewijzigd = Signal(str)

    def __init__(
        self,
        spec: VeldSpec,
        editor: Editor,
        thema: Thema,
        *,
        cel: bool = False,
        toon_label: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self.editor = editor
        self._thema = thema
        self._problemen: tuple[str, ...] = ()
        self._eigen = ""
        self._notitie = ""
        self._plek = ""
        veld = spec.veld
        self._rand = QVBoxLayout(self)
        self._rand.setContentsMargins(0, 0, 0, 0)
        self._rand.setSpacing(0)
        self._kop = QWidget(self)
        kop = QVBoxLayout(self._kop)
        kop.setContentsMargins(0, 0, 0, thema.px(8))
        kop.setSpacing(thema.px(2))
        self.label = regel(veld.label.replace("&", "&&") + (" *" if veld.verplicht else ""), "veld")
        # a cell shows or hides its whole head; a field under a heading keeps its help
        if not toon_label and not cel:
            self.label.hide()
        # a screen reader hears the star as a word from the editor itself
        self.label.setBuddy(next(iter(editor.widgets()), editor))
        kop.addWidget(self.label)
        if veld.hulp and not cel:
            kop.addWidget(regel(veld.hulp, "klein"))
        self._kop.setHidden(not toon_label and (cel or not veld.hulp))
        self._rand.addWidget(self._kop)
        self._rand.addWidget(editor)
        self._fout: Melding | None = None
        self._hint: Melding | None = None
        self._bijzin: Melding | None = None
        editor.gewijzigd.connect(self._anders)
        editor.gevlagd.connect(self._vlag)
        editor.herstelbaar.connect(self.toon_herstel)
        editor.bouw_anders.connect(self._noem)
        self._noem()

    def kop_hoogte(self, breedte: int) -> int:
        """Return the height of label and help, so that inputs side by side line up."""
        if self._kop.isHidden():
            return 0
        return self._kop.heightForWidth(breedte) if self._kop.hasHeightForWidth() else self._kop.sizeHint().height()

    def toon_kop(self, aan: bool) -> None:
        """Show the label, or leave it to a heading above."""
        self._kop.setHidden(not aan)

    def zet_plek(self, plek: str) -> None:
        """Say where it stands ('regel 2'), for a screen reader."""
        self._plek = plek
        self._noem()

    def toon_problemen(self, problemen: Sequence[Problem]) -> None:
        """Show what is wrong; nothing wrong takes the sentences away."""
        eigen = self.editor.toon_problemen(problemen)
        self._problemen = tuple(dict.fromkeys(p.zin for p in eigen))
        self._toon_fout()

    def heeft_probleem(self) -> bool:
        """Whether a sentence shows here or in a row inside."""
        return bool(self._zinnen()) or self.editor.probleem_widget() is not None

    def focus_probleem(self) -> None:
        """Put the focus where the first problem is."""
        doel = self.editor.probleem_widget() or next(iter(self.editor.widgets()), None)
        if doel is not None:
            doel.setFocus()

    def zet_notitie(self, zin: str) -> None:
        """Show a remark at the field ('hoort niet bij ...'), or take it away."""
        if zin == self._notitie:
            return
        self._notitie = zin
        if self._bijzin is not None:
            self._weg(self._bijzin)
            self._bijzin = None
        if zin:
            self._bijzin = Melding(self._thema, "info", "info", zin, "klein", self)
            self._rand.addWidget(self._bijzin)
            self._bijzin.show()
        self._noem()

    def zet_onder(self, widget: QWidget) -> None:
        """Put something below the field that belongs to it, such as a link; once."""
        self._rand.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft)

    def toon_herstel(self, zin: str, terug: Callable[[], None]) -> None:
        """Say what was changed or removed, with a way back."""
        self.verberg_herstel()
        hint = Melding(self._thema, "arrow-counter-clockwise", "zacht", zin, "klein", self)
        knop = Knop("Zet terug", self._thema, "koppeling")
        knop.setAccessibleName(f"Zet terug: {zin}")

        def zet_terug() -> None:
            self.verberg_herstel()
            terug()

        knop.clicked.connect(zet_terug)
        hint.zet_knop(knop)
        self._hint = hint
        self._rand.addWidget(hint)
        hint.show()
        zeg(self, zin)

    def herstel(self) -> bool:
        """Do what the way back offers; returns whether there was one."""
        if self._hint is None:
            return False
        knop = self._hint.findChild(Knop)
        assert isinstance(knop, Knop)
        knop.click()
        return True

    def verberg_herstel(self) -> None:
        """Take the way back away."""
        if self._hint is not None:
            self._weg(self._hint)
            self._hint = None

    def _anders(self) -> None:
        if self._problemen or self._eigen:
            # being mended: the next check says whether it is
            self._problemen, self._eigen = (), ""
            self._toon_fout()
        self.gewijzigd.emit(self.spec.naam)

    def _vlag(self, zin: str) -> None:
        if zin != self._eigen:
            self._eigen = zin
            self._toon_fout()

    def _zinnen(self) -> tuple[str, ...]:
        # what was typed is no date: then the check's own sentence says the same
        return (self._eigen,) if self._eigen else self._problemen

    def _toon_fout(self) -> None:
        zinnen = self._zinnen()
        if not zinnen:
            if self._fout is not None:
                self._weg(self._fout)
                self._fout = None
        elif self._fout is None:
            self._fout = Melding(self._thema, "warning-circle", "gevaar", "\n".join(zinnen), "fout", self)
            self._rand.insertWidget(2, self._fout)
            self._fout.show()
        else:
            self._fout.zin.setText("\n".join(zinnen))
        self.editor.zet_fout(bool(zinnen))
        self._noem()

    def foutlabel(self) -> Label | None:
        """Return the label with the sentences, if any show."""
        return self._fout.zin if self._fout is not None else None

    def _weg(self, melding: QWidget) -> None:
        melding.hide()
        self._rand.removeWidget(melding)
        melding.deleteLater()

    def _noem(self) -> None:
        veld = self.spec.veld
        naam = ", ".join(deel for deel in (veld.label, self._plek, "verplicht" if veld.verplicht else "") if deel)
        self.editor.zet_namen(naam, " ".join(t for t in (*self._zinnen(), self._notitie, veld.hulp) if t))
