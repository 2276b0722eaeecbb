"""The dialogs with what a calamity is and how it is called: saved from every field by their key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.models.calamiteit import Calamiteit
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.zaak.dialogen import TekstDialoog
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


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_legt_de_ene_tekst_vast(o: Opstelling, toets: Qt.Key) -> None:
    o.pagina.leiding.hernoem.click()
    o.rust()
    dialoog = o.pagina.findChild(TekstDialoog)
    assert dialoog is not None
    dialoog.tekst.zet("Kind kwijt in het park")
    QTest.keyClick(dialoog.tekst.widgets()[0], toets, Qt.KeyboardModifier.ControlModifier)
    o.rust()
    assert o.pagina.titel() == "Kind kwijt in het park"
