"""The parts that every form field is made of: the editor's contract, marks for the style sheet."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop.models.core import Part, Problem
from desktop.views.widgets.labels import Label, LabelSoort


def merk(widget: QWidget, naam: str, waarde: object) -> None:
    """Set a property that the style sheet looks at, and show its effect."""
    if widget.property(naam) == waarde:
        return
    widget.setProperty(naam, waarde)
    stijl = widget.style()
    stijl.unpolish(widget)
    stijl.polish(widget)


def zeg(widget: QWidget, zin: str) -> None:
    """Have a screen reader say a sentence without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, zin))


def beginwaarden(kind: type[Part]) -> dict[str, JsonValue]:
    """Return the values of a new record or row as declared; None for what has no default, system keys included."""
    standaard = kind.model_construct().model_dump(mode="json", warnings=False)
    return {naam: standaard.get(naam) for naam in kind.model_fields}


def regel(inhoud: str, soort: LabelSoort, parent: QWidget | None = None) -> Label:
    """Return wrapping text that, unlike `Alinea`, takes no focus and costs no document of its own."""
    label = Label(inhoud, soort, parent)
    label.setWordWrap(True)
    return label


def toon_onder(venster: QWidget, bij: QWidget) -> None:
    """Show a small window below a widget, or above it where the screen ends."""
    venster.adjustSize()
    plek = bij.mapToGlobal(bij.rect().bottomLeft())
    scherm = bij.screen().availableGeometry()
    plek.setX(max(scherm.left(), min(plek.x(), scherm.right() - venster.width())))
    if plek.y() + venster.height() > scherm.bottom():
        plek.setY(bij.mapToGlobal(bij.rect().topLeft()).y() - venster.height())
    venster.move(plek)
    venster.show()


class Editor(QWidget):
    """What every field kind offers to the field, row or form around it.

    `zet` shows a JSON value and emits nothing; `waarde` returns what is there now, valid or not.
    """

    gewijzigd = Signal()
    """A person changed something."""
    herstelbaar = Signal(str, object)
    """(sentence, callable): something was changed or removed for the person; calling puts it back."""
    gevlagd = Signal(str)
    """A sentence about what was typed, on leaving; '' takes it back."""
    bouw_anders = Signal()
    """The widgets that take focus are others now."""
    in_beeld = Signal()
    """The focus is on something that was just made and has no place yet: it must come into view."""

    def zet(self, waarde: JsonValue) -> None:
        """Show a value; the base has nothing to show it in."""

    def waarde(self) -> JsonValue:
        """Return what the field holds."""
        return None

    def widgets(self) -> Sequence[QWidget]:
        """Return what takes the focus, in order."""
        return ()

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Make it readable only, or not."""
        for widget in self.widgets():
            widget.setEnabled(not aan)

    def zet_namen(self, naam: str, uitleg: str) -> None:
        """Tell a screen reader what the field is called, and what is to be known about it."""
        for widget in self.widgets():
            widget.setAccessibleName(naam)
            widget.setAccessibleDescription(uitleg)

    def zet_fout(self, aan: bool) -> None:
        """Show, or not, that there is something wrong here."""
        for widget in self.widgets():
            merk(widget, "fout", aan)

    def toon_problemen(self, problemen: Sequence[Problem]) -> Sequence[Problem]:
        """Show problems inside (rows do); returns those that the field itself must show."""
        return problemen

    def probleem_widget(self) -> QWidget | None:
        """Return the first widget inside that has a problem of its own."""
        return None

    def verlaten(self) -> None:
        """The focus went elsewhere."""
