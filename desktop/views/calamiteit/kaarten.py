"""What the cards beside the log share: they show a calamity from what was read, and do one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.actieplan import Actieplan
from desktop.models.errors import UserError
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.diensten import Diensten
from desktop.views.calamiteit.pagina_kaart import Calamiteitkaart
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Druk
from desktop.views.widgets import IcoonLabel, Knop, KnopSoort, Label, LabelSoort, StroomLayout
from desktop.views.work import Work


@dataclass(frozen=True, slots=True)
class Kaartomgeving:
    """What every card gets."""

    diensten: Diensten
    work: Work
    navigator: Navigator
    thema: Thema
    druk: Druk


class Werkkaart(Calamiteitkaart):
    """A card that does something. It is filled again only where what it shows is another: a log line changes nothing.

    A card fills itself in `_vul`; `doe` runs a call on the vault's lane and lets the page read again.
    """

    def __init__(self, om: Kaartomgeving, kop: str, icoon: str) -> None:
        super().__init__(om.thema, kop, icoon)
        self._om = om
        self._kern: object = None
        self._beeld: Calamiteitbeeld | None = None
        self._reden = ""

    def zet(self, beeld: Calamiteitbeeld, reden: str) -> None:
        """Show a calamity, the focus where it was."""
        kern = (kern_van(beeld), reden, self._om.diensten.session.vandaag())
        if kern == self._kern:
            return
        self._kern, self._beeld, self._reden = kern, beeld, reden
        focus = self.window().focusWidget()
        hier = focus if focus is not None and self.isAncestorOf(focus) else None
        if hier is not None:
            # Qt would give it to what stands next, and scroll there: out of sight of what was done
            hier.clearFocus()
        super().zet(beeld, reden)
        self._vul(beeld, reden)
        if hier is not None:
            self._geef_focus(hier)

    def _geef_focus(self, was: QWidget) -> None:
        """Give it to the button that is called as the one that had it, else to the first of the card, else to what
        comes after it.
        """
        knoppen = [k for k in self.findChildren(QAbstractButton) if k.isEnabled() and not self._weggehaald(k)]
        over = next((k for k in knoppen if k.accessibleName() == was.accessibleName()), None) or next(
            iter(knoppen), None
        )
        if over is None:
            self.focusNextChild()
            return
        for deel in (over, *self._erboven(over)):
            deel.show()  # a layout shows it when the event loop runs; what does not show takes no focus
        over.setFocus(Qt.FocusReason.OtherFocusReason)

    def _erboven(self, widget: QWidget) -> Iterator[QWidget]:
        deel = widget.parentWidget()
        while deel is not None and deel is not self:
            yield deel
            deel = deel.parentWidget()

    def _weggehaald(self, widget: QWidget) -> bool:
        """Whether it waits to be deleted, or is not to show: what was just made is hidden too, but nobody hid it."""
        bewust = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        return any(deel.isHidden() and deel.testAttribute(bewust) for deel in (widget, *self._erboven(widget)))

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        """Fill the card; it is empty now."""

    # -- doing

    def doe(self, call: Callable[[], object]) -> None:
        """Store something and let the page read again; a fault shows at the top of the window."""
        self._om.work.kluis(self, call, lambda _: self._klaar(), self._mislukt, urgent=True)

    def ga(self, plek: Plek) -> None:
        """Go to a place."""
        self._om.navigator.ga(plek)

    def _klaar(self) -> None:
        self.opnieuw.emit()

    def _mislukt(self, fout: UserError) -> None:
        self._kern = None  # what a person ticked is not so: show what is
        self._om.work.fout.emit(fout)
        self.opnieuw.emit()

    # -- parts

    def woorden(self, tekst: str, soort: LabelSoort = "basis") -> Label:
        """Add wrapping text."""
        label = regel(tekst, soort)
        self.deel.addWidget(label)
        return label

    def punt(self, icoon: str, kleur: str, tekst: str, bij: str = "") -> QHBoxLayout:
        """Add a line with an icon, what it says and a smaller line below; returns its row."""
        rij = QHBoxLayout()
        rij.setSpacing(self._thema.px(8))
        rij.addWidget(IcoonLabel(self._thema, icoon, kleur, 20), 0, Qt.AlignmentFlag.AlignTop)
        rij.addLayout(paar(regel(tekst, "basis"), regel(bij, "klein") if bij else None), 1)
        self.deel.addLayout(rij)
        return rij

    def let_op(self, tekst: str) -> None:
        """Add a warning in words."""
        self.punt("warning", "waarschuwing", tekst)

    def knop(
        self,
        naar: StroomLayout | QBoxLayout,
        tekst: str,
        doe: Callable[[], object],
        *,
        naam: str = "",
        icoon: str = "",
        soort: KnopSoort = "gewoon",
        reden: str = "",
    ) -> Knop:
        """Add a button; `reden` says why it may not be pressed, `naam` what it is called where its word is short."""
        knop = Knop(tekst, self._thema, soort, icoon)
        if naam:
            knop.setAccessibleName(naam)
        sta_toe(knop, reden)
        knop.clicked.connect(lambda: doe())
        naar.addWidget(knop)
        return knop

    def knoppenrij(self) -> StroomLayout:
        """Add a row for buttons."""
        vak = QWidget()
        rij = StroomLayout(self._thema, 8, vak)
        self.deel.addWidget(vak)
        return rij


class Plankaart(Werkkaart):
    """A card that shows a part of the action plan, and leads to it."""

    def naar_plan(self, beeld: Calamiteitbeeld, woord: str, reden: str) -> None:
        """Add the button to where it is written."""
        if beeld.dicht:
            return
        plan = beeld.actieplan
        extra = f"calamiteit={beeld.stored.record}"
        plek = Plek(Actieplan.KIND, plan.record) if plan is not None else Plek(Actieplan.KIND, extra=extra)
        self.knop(self.knoppenrij(), woord, lambda: self.ga(plek), soort="stil", icoon="pencil-simple", reden=reden)


def paar(boven: QWidget, onder: QWidget | None) -> QVBoxLayout:
    """Return two pieces of text close below each other."""
    vak = QVBoxLayout()
    vak.setSpacing(0)
    vak.addWidget(boven)
    if onder is not None:
        vak.addWidget(onder)
    return vak


def kern_van(beeld: Calamiteitbeeld) -> object:
    """Return what makes one picture of a calamity another than the last, without its log."""
    return (
        beeld.stored.revision,
        beeld.slot.revision if beeld.slot is not None else None,
        tuple(s.revision for s in (*beeld.versies, *beeld.communicatie)),
        tuple(sorted((str(rij), s.gedaan, s.regel.gebeurd) for rij, s in beeld.standen.items())),
        beeld.gesprekken,
        tuple((d.record, d.updated_at) for d in beeld.drafts),
        tuple((r.record, r.title, r.closed) for r in (*beeld.loops, *beeld.stukken)),
    )
