"""The dialog with what a calamity is: saved from every field by its key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.models.calamiteit import Calamiteit
from desktop.views.forms.dialoog import FormDialoog
from tests.gui.calamiteit.conftest import Opstelling


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_bewaart_het_formulier_vanuit_elk_vak(o: Opstelling, toets: Qt.Key) -> None:
    o.pagina.leiding.gegevens.click()
    o.rust()
    dialoog = o.pagina.findChild(FormDialoog)
    assert dialoog is not None
    dialoog.formulier.laad({**dialoog.formulier.values(), "school_loopt": "adjunct"})
    QTest.keyClick(dialoog.formulier.findChildren(QLineEdit)[-1], toets, Qt.KeyboardModifier.ControlModifier)
    o.rust()
    value = o.d.session.vault.get(o.calamiteit).value
    assert isinstance(value, Calamiteit)
    assert value.school_loopt == "adjunct"
    assert o.pagina.findChild(FormDialoog) is None
