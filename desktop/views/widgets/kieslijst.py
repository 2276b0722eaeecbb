"""A list to choose from, with headings between what can be chosen; each kind of list paints its own lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextLayout
from PySide6.QtWidgets import QListView, QWidget

Index = QModelIndex | QPersistentModelIndex
REGEL = Qt.ItemDataRole.UserRole + 1
"""The role under which a line itself is found."""


class Kiesregel(Protocol):
    """What a line is to the list."""

    @property
    def titel(self) -> str:
        """Return what it is called."""

    @property
    def doel(self) -> object:
        """Return what choosing it gives back; None for a heading or a remark, which the arrow keys skip."""

    def voorgelezen(self) -> str:
        """Return the line as a screen reader says it."""


class Kiesmodel(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.regels: Sequence[Any] = ()

    def zet(self, regels: Sequence[Kiesregel]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.regels = tuple(regels)
        self.endResetModel()

    def voeg_toe(self, regels: Sequence[Kiesregel]) -> None:
        """Add lines below the others, which stay where they are."""
        eerste = len(self.regels)
        self.beginInsertRows(QModelIndex(), eerste, eerste + len(regels) - 1)
        self.regels = (*self.regels, *regels)
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.regels)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be chosen is not enabled: the arrow keys skip it."""
        if index.isValid() and self.regels[index.row()].doel is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the line itself, or what is read aloud."""
        if not index.isValid():
            return None
        regel = self.regels[index.row()]
        if role == REGEL:
            return regel
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return regel.voorgelezen()
        return regel.titel if role == Qt.ItemDataRole.DisplayRole else None


class Kieslijst(QListView):
    """A click or Enter chooses a line; who builds on this sets a delegate that paints it."""

    gekozen = Signal(object)
    """The `doel` of the line that was chosen."""

    def __init__(self, naam: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = Kiesmodel()
        self.setModel(self._model)
        self.setProperty("kaal", True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(naam)
        self.clicked.connect(self._kies)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the current line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._kies(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _kies(self, index: QModelIndex) -> None:
        regel = index.data(REGEL)
        if regel is not None and regel.doel is not None:
            self.gekozen.emit(regel.doel)


def zet_vet(opmaak: QTextLayout, merken: Sequence[tuple[int, int]], kleur: QColor | None = None) -> None:
    """Make these places of a text bold, in a colour of their own where one is given."""
    formaten = []
    for plek, lengte in merken:
        stuk = QTextLayout.FormatRange()
        stuk.start, stuk.length = plek, lengte  # type: ignore[attr-defined]  # missing in the stubs
        vorm = stuk.format  # type: ignore[attr-defined]
        vorm.setFontWeight(QFont.Weight.Bold.value)
        if kleur is not None:
            vorm.setForeground(kleur)
        stuk.format = vorm  # type: ignore[attr-defined]
        formaten.append(stuk)
    opmaak.setFormats(formaten)
