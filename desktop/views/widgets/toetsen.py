"""Shortcuts that say themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget


def sneltoets(
    bij: QWidget,
    toetsen: str,
    doe: Callable[[], None],
    waar: QtCore.Qt.ShortcutContext | None = None,
) -> QShortcut:
    """Make a shortcut, in the whole window unless `waar`, and say it in the tip of a button that does the same."""
    kort = QShortcut(QKeySequence(toetsen), bij)
    if waar is not None:
        kort.setContext(waar)
    kort.activated.connect(doe)
    if isinstance(bij, QAbstractButton):
        woord = QKeySequence(toetsen).toString(QKeySequence.SequenceFormat.NativeText)
        bij.setToolTip(f"{bij.toolTip() or bij.accessibleName()} ({woord})")
    return kort
