"""Any kind of record as a form: sections of fields that come and go with the answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pydantic import JsonValue
from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.core import Problem, Record, Values
from desktop.models.velden import Soort, VeldSpec, groepen, is_leeg, past, velden, zichtbaar
from desktop.models.vooroverleg import MetVooroverleg, ingehouden
from desktop.views.forms.basis import regel, zeg
from desktop.views.forms.context import FormContext
from desktop.views.forms.fabriek import maak_editor
from desktop.views.forms.indeling import Twaalf
from desktop.views.forms.rijen import RijenVeld
from desktop.views.forms.rijsoorten import maak_rijen
from desktop.views.forms.veld import VeldWidget
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets.labels import IcoonLabel, Label
from desktop.views.widgets.lagen import Bladvlak
from desktop.views.widgets.volgorde import keten_in

_LAYOUT = int(QEvent.Type.LayoutRequest)
_RONDEN = 5
_EERST, _DAARNA = 12, 6
"""So many fields are made before the first painting, in whole sections; and after each that follows."""
_VOORAF = "Vooraf"
_INHOUDERS = frozenset({"soort", "gevaar", "vt_wie", "vt_datum", "vt_besluit", "vt_doorgang"})
"""What `ingehouden` looks at."""


class Sectie(QWidget):
    """A heading and its fields, of which those exist that showed at least once."""

    def __init__(self, naam: str, specs: Sequence[VeldSpec], context: FormContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.naam = naam
        self.specs = specs
        thema = context.thema
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.setSpacing(thema.px(16))
        if naam:
            rand.addWidget(Label(naam, "sectie"))
        vak = QWidget(self)
        self.raster = Twaalf(vak, thema.px(16), thema.px(20), thema.px(480))
        rand.addWidget(vak)
        # until its fields are in: each field that appears in what shows has the whole page laid out again
        self.hide()


class Banner(QFrame):
    """A sentence across the form that cannot be overlooked."""

    def __init__(self, context: FormContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("banner", "waarschuwing")
        thema = context.thema
        rand = QHBoxLayout(self)
        rand.setContentsMargins(thema.px(16), thema.px(12), thema.px(16), thema.px(12))
        rand.setSpacing(thema.px(12))
        rand.addWidget(IcoonLabel(thema, "hand", "waarschuwing", 24))
        self._zin = regel("", "sterk")
        rand.addWidget(self._zin, 1)
        self.hide()

    def zet(self, zin: str) -> None:
        """Show a sentence; '' hides the banner."""
        self._zin.setText(zin)
        self.setAccessibleName(zin)
        self.setHidden(not zin)

    def zin(self) -> str:
        """Return the sentence, '' where none shows."""
        return self._zin.text()


class Formulier(QWidget):
    """A form for one kind of record, made from its declaration; it knows no storage.

    What was loaded stays as it was, also keys that the form does not know, until a person changes that field.
    """

    gewijzigd = Signal()
    veld_in_focus = Signal(str)

    def __init__(self, kind: type[Record], context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._context = context
        self._values: dict[str, JsonValue] = {}
        self._vuil: set[str] = set()
        self._velden: dict[str, VeldWidget] = {}
        self._laadt = False
        self._lezen = False
        self._focus = ""
        self._tegen: frozenset[str] = frozenset()
        self._bepaalt = {als.veld for s in velden(kind) for als in (*s.veld.toon, *s.veld.ook)}
        self._boven: tuple[Problem, ...] = ()
        self.setMaximumWidth(context.thema.px(LEESBREEDTE))
        self._rand = QVBoxLayout(self)
        self._rand.setContentsMargins(0, 0, 0, 0)
        self._rand.setSpacing(context.thema.px(32))
        self._algemeen = Banner(context, self)
        self._banner = Banner(context, self)
        self._rand.addWidget(self._algemeen)
        self._secties = [Sectie(naam, specs, context, self) for naam, specs in groepen(kind)]
        for sectie in self._secties:
            self._rand.addWidget(sectie)
        self._rand.addStretch(1)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_anders)
        self._actief = 0
        self._verder = QTimer(self)
        self._verder.setSingleShot(True)
        self._verder.timeout.connect(self._volgende_secties)
        self._verder.start(0)

    def laad(self, values: Values) -> None:
        """Show these values, valid or not. Never emits `gewijzigd`."""
        self._laadt = True
        self._values = dict(values)
        self._vuil.clear()
        self._algemeen.zet("")
        for naam, veld in self._velden.items():
            veld.verberg_herstel()
            veld.toon_problemen(())
            veld.editor.zet(self._values.get(naam))
        self._laadt = False
        self._pas_toe()
        self._keten()

    def values(self) -> dict[str, JsonValue]:
        """Return what the form holds, valid or not: as loaded, with what was changed."""
        for naam in self._vuil:
            self._values[naam] = self._velden[naam].editor.waarde()
        self._vuil.clear()
        return dict(self._values)

    def zet_eigen(self, naam: str, waarde: JsonValue) -> None:
        """Set a value that the form has no field for and another part of the page lets a person choose."""
        if self._values.get(naam) != waarde:
            self._values[naam] = waarde
            self.gewijzigd.emit()

    def toon_problemen(self, problemen: Sequence[Problem]) -> None:
        """Show each problem at its field or row, those of no visible field above the form; () takes all away."""
        self._bouw_alles()
        per_veld: dict[str, list[Problem]] = {}
        for probleem in problemen:
            naam = str(probleem.loc[0]) if probleem.loc else ""
            naam = naam if naam in self._velden and not self._velden[naam].isHidden() else ""
            per_veld.setdefault(naam, []).append(probleem)
        for naam, veld in self._velden.items():
            veld.toon_problemen(per_veld.get(naam, ()))
        self._algemeen.zet("\n".join(dict.fromkeys(self._met_naam(p) for p in per_veld.get("", ()))))

    def algemeen(self) -> str:
        """Return what is said above the form, '' where nothing is."""
        return self._algemeen.zin()

    def focus_probleem(self) -> bool:
        """Put the focus at the first problem, in the order on screen; returns whether there was one."""
        for veld in self._op_volgorde():
            if not veld.isHidden() and veld.heeft_probleem():
                veld.focus_probleem()
                if isinstance(vlak := self._schuifvlak(), Bladvlak):
                    vlak.schik()  # what was just built, or said below it, has its place now
                    vlak.ensureWidgetVisible(veld.foutlabel() or veld, 0, self._context.thema.px(12))
                self._toon_focus()
                return True
        return False

    def ontbrekend(self) -> list[VeldSpec]:
        """Return the required fields that are empty, in the order on screen; not those that are held back."""
        values = self.values()
        return [
            spec
            for sectie in self._secties
            if sectie.naam not in self._tegen
            for spec in sectie.specs
            if _ontbreekt(spec, values)
        ]

    def focus_veld(self, naam: str) -> None:
        """Put the focus on a field; in rows on the first cell that is required and empty."""
        veld = self.veld(naam)
        if veld is None or veld.isHidden():
            return
        widgets = veld.editor.widgets()
        if isinstance(veld.editor, RijenVeld):
            cellen = [c for rij in veld.editor.rijen for c in rij.cellen if _ontbreekt(c.spec, rij.waarde())]
            widgets = cellen[0].editor.widgets() if cellen else widgets
        if widgets:
            if isinstance(vlak := self._schuifvlak(), Bladvlak):
                vlak.schik()  # what was built just now: else one is brought to where it stood before it had a place
            widgets[0].setFocus()

    def veld(self, naam: str) -> VeldWidget | None:
        """Return a field that shows or showed, by its name."""
        self._bouw_alles()
        return self._velden.get(naam)

    def spec(self, naam: str) -> VeldSpec | None:
        """Return the declaration of a field, by its name."""
        return next((s for s in velden(self.kind) if s.naam == naam), None)

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Make everything readable only, or not."""
        self._lezen = aan
        for veld in self._velden.values():
            veld.editor.zet_alleen_lezen(aan)
        self._keten()

    def houd_tegen(self, reden: str, secties: Collection[str]) -> None:
        """Hold sections back: they cannot be filled in, and a banner before the first says why. '' lets go."""
        self._tegen = frozenset(secties) if reden else frozenset()
        eerste = next((s for s in self._secties if s.naam in self._tegen), None)
        if eerste is not None and self._banner.isHidden():
            # out first: while it stands before that section, taking it out moves the section up
            self._rand.removeWidget(self._banner)
            self._rand.insertWidget(self._rand.indexOf(eerste), self._banner)
        if eerste is not None and reden != self._banner.zin():
            zeg(self, reden)
        self._banner.zet(reden if eerste is not None else "")
        for sectie in self._secties:
            sectie.setEnabled(sectie.naam not in self._tegen)

    def tegengehouden(self) -> str:
        """Return why sections are held back, '' where none are."""
        return self._banner.zin()

    def _met_naam(self, probleem: Problem) -> str:
        spec = self.spec(str(probleem.loc[0])) if probleem.loc else None
        return f"{spec.veld.label}: {probleem.zin}" if spec else probleem.zin

    def _op_volgorde(self) -> list[VeldWidget]:
        return [self._velden[s.naam] for _, specs in groepen(self.kind) for s in specs if s.naam in self._velden]

    def _anders(self, naam: str) -> None:
        if self._laadt:
            return
        self._vuil.add(naam)
        if naam in self._bepaalt or naam in _INHOUDERS:
            self._pas_toe()
        self.gewijzigd.emit()

    def _pas_toe(self) -> None:
        """Show the fields that belong to these answers, without moving what the person is looking at."""
        anker = QApplication.focusWidget()
        anker = anker if anker is not None and self.isAncestorOf(anker) else None
        vlak = self._schuifvlak()
        was = anker.mapTo(vlak.viewport(), QPoint()).y() if anker is not None and vlak is not None else 0
        values = self.values()
        nieuw = False
        if not self._actief:
            self._actief = self._tot(values)
        if self._actief < len(self._secties):
            self._verder.start(0)
        for sectie in self._secties[: self._actief]:
            plaats = 0
            getoond = False
            for spec in sectie.specs:
                veld = self._velden.get(spec.naam)
                toon = zichtbaar(spec, values) or (veld is not None and anker is not None and veld.isAncestorOf(anker))
                if veld is None and toon:
                    veld = self._bouw(sectie, spec, plaats, values)
                    nieuw = True
                if veld is None:
                    continue
                plaats += 1
                getoond = getoond or toon
                if veld.isHidden() is toon:
                    veld.setHidden(not toon)
                veld.zet_notitie("" if past(spec.veld, values) else _vreemd(spec, values))
            if sectie.isHidden() is getoond:
                sectie.setHidden(not getoond)
        if issubclass(self.kind, MetVooroverleg):
            namen = [s.naam for s in self._secties]
            self.houd_tegen(ingehouden(values), namen[namen.index(_VOORAF) + 1 :])
        if nieuw:
            self._keten()
        if anker is not None and vlak is not None and self.isVisible():
            self._blijf(anker, vlak, was)

    def _tot(self, values: Values) -> int:
        """Return how many sections there will be after the next step."""
        aantal = 0
        for n, sectie in enumerate(self._secties[self._actief :], self._actief + 1):
            aantal += sum(zichtbaar(spec, values) for spec in sectie.specs)
            if aantal >= (_DAARNA if self._actief else _EERST):
                return n
        return len(self._secties)

    def _volgende_secties(self) -> None:
        if self._actief < len(self._secties):
            self._actief = self._tot(self.values())
            self._pas_toe()

    def _bouw_alles(self) -> None:
        if self._actief < len(self._secties):
            self._actief = len(self._secties)
            self._pas_toe()

    def _bouw(self, sectie: Sectie, spec: VeldSpec, plaats: int, values: Values) -> VeldWidget:
        context = self._context
        editor = maak_rijen(spec, context) if spec.soort is Soort.RIJEN else maak_editor(spec, context)
        editor.zet(values.get(spec.naam))
        veld = VeldWidget(spec, editor, context.thema, toon_label=spec.veld.label != sectie.naam)
        if self._lezen:
            editor.zet_alleen_lezen(True)
        sectie.raster.zet(veld, spec.veld.breed, plaats)
        veld.gewijzigd.connect(self._anders)
        editor.bouw_anders.connect(self._keten)
        editor.in_beeld.connect(self._toon_focus)
        self._velden[spec.naam] = veld
        return veld

    def _keten(self) -> None:
        if self._laadt:
            return
        keten = [w for veld in self._op_volgorde() for w in veld.editor.widgets()]
        # from the form itself on: fields made late would otherwise come after whatever stands below the form
        keten_in(self, keten)

    def _toon_focus(self) -> None:
        """Scroll to what has the focus, once it is laid out."""
        vlak, widget = self._schuifvlak(), QApplication.focusWidget()
        if vlak is None or widget is None or not self.isAncestorOf(widget):
            return
        QApplication.sendPostedEvents(None, _LAYOUT)
        vlak.ensureWidgetVisible(widget, 0, self._context.thema.px(48))

    def _schuifvlak(self) -> QScrollArea | None:
        ouder = self.parentWidget()
        while ouder is not None and not isinstance(ouder, QScrollArea):
            ouder = ouder.parentWidget()
        return ouder

    def _blijf(self, anker: QWidget, vlak: QScrollArea, was: int) -> None:
        inhoud = vlak.widget()
        # lay out now: the scroll position must be right before anything is painted. A text that learns its width learns
        # its height, and asks again.
        for _ in range(_RONDEN):
            hoogte = inhoud.height()
            QApplication.sendPostedEvents(None, _LAYOUT)
            if inhoud.height() == hoogte:
                break
        balk = vlak.verticalScrollBar()
        balk.setValue(balk.value() + anker.mapTo(vlak.viewport(), QPoint()).y() - was)

    def _focus_anders(self, oud: QWidget | None, nieuw: QWidget | None) -> None:
        veld = self._veld_van(nieuw)
        naam = veld.spec.naam if veld else ""
        if naam == self._focus:
            return
        vorige = self._velden.get(self._focus)
        self._focus = naam
        if vorige is not None and not past(vorige.spec.veld, self._values):
            self._pas_toe()
        if veld is not None:
            self.veld_in_focus.emit(naam)

    def _veld_van(self, widget: QWidget | None) -> VeldWidget | None:
        gevonden = None
        while widget is not None and widget is not self:
            if isinstance(widget, VeldWidget):
                gevonden = widget  # a cell is a field too: the outermost is the form's
            widget = widget.parentWidget()
        return gevonden if widget is self else None


def _ontbreekt(spec: VeldSpec, values: Values) -> bool:
    """Whether a field is required here and empty, or has a row with such a cell."""
    waarde = values.get(spec.naam)
    if is_leeg(waarde):
        return spec.veld.verplicht is not None and past(spec.veld, values)
    if spec.soort is Soort.RIJEN and spec.rij is not None and isinstance(waarde, list):
        return any(_ontbreekt(cel, rij) for rij in waarde if isinstance(rij, dict) for cel in velden(spec.rij))
    return False


def _vreemd(spec: VeldSpec, values: Values) -> str:
    """Return the remark for a field that shows only because it holds something."""
    if is_leeg(values.get(spec.naam)):
        return ""
    if any(als.veld == "soort" for als in spec.veld.toon):
        return "Hoort niet bij dit soort gesprek. Wat hier staat, blijft bewaard tot je het weghaalt."
    return "Hoort niet bij je andere antwoorden. Wat hier staat, blijft bewaard tot je het weghaalt."
