"""Two versions of a person, pupil or card: another was stored while this one was being filled in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.models.core import Values
from desktop.models.opslag import Stored
from desktop.models.velden import naar_values
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.theme import Thema


def toon_beide(
    thema: Thema, bewaard: Stored, mijn: Values, neem_mijn: Callable[[], None], boven: QWidget
) -> VergelijkDialoog:
    """Show what is stored beside what was typed; `neem_mijn` where a person goes on with the latter."""
    assert bewaard.value is not None
    dialoog = VergelijkDialoog(thema, type(bewaard.value), naar_values(bewaard.value), mijn, boven)
    dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialoog.accepted.connect(lambda: neem_mijn())
    dialoog.open()
    return dialoog
