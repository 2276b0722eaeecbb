"""Where Tab goes: Qt puts a widget that is made late behind everything else in the window, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keten_in(vak: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab go along these widgets at the place of `vak`, which holds them and takes no focus itself."""
    was = vak.focusPolicy()
    vak.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt chains only what takes the focus
    for eerste, tweede in pairwise([vak, *widgets]):
        QWidget.setTabOrder(eerste, tweede)
    vak.setFocusPolicy(was)
