"""Two people stored the same thing: both versions side by side, and the choice to go on with one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.core import Values
from desktop.models.opslag import Stored
from desktop.models.velden import naar_values
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.theme import Thema


def leg_naast_elkaar(
    thema: Thema, bewaard: Stored, mijn: Values, neem_mijn: Callable[[], None], bij: QWidget
) -> VergelijkDialoog:
    """Show the stored version beside what was typed here; `neem_mijn` runs where the person chooses the latter."""
    assert bewaard.value is not None
    dialoog = VergelijkDialoog(thema, type(bewaard.value), naar_values(bewaard.value), mijn, bij)
    dialoog.accepted.connect(lambda: neem_mijn())
    dialoog.open()
    return dialoog
