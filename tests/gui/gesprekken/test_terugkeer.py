"""What is only read builds no form; who comes back to a page, or closes a dialog over it, finds what one left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.views.forms.dialoog import FormDialoog
from desktop.views.gesprekken import VerslagPagina
from desktop.views.navigatie import Plek
from desktop.views.widgets import Knop
from tests.gui.gesprekken.conftest import knop


@pytest.fixture
def pagina(proef):
    """The page in a window that has something before it, as the rail is."""
    pagina = proef.pagina(VerslagPagina)
    venster = QWidget()
    vak = QVBoxLayout(venster)
    vak.addWidget(Knop("Home", proef.thema))
    vak.addWidget(pagina)
    venster.resize(1280, 640)
    with proef.qtbot.waitExposed(venster):
        venster.show()
    venster.activateWindow()
    proef.qtbot.waitUntil(venster.isActiveWindow)
    yield pagina
    pagina.setParent(None)  # it is closed by itself
    venster.close()
    venster.deleteLater()


def _weg_en_terug(proef) -> None:
    proef.ga(Plek("handleiding", extra="gespreksverslag"))
    proef.navigator.terug()
    proef.rust()
    QApplication.processEvents()


def test_a_record_that_is_only_read_builds_no_form(proef, pagina) -> None:
    proef.ga(Plek("verslag", proef.verslag().record))
    assert pagina.leesblad.isVisible() and not pagina.schrijft
    assert pagina.mag_weg()
    pagina.berg_op()
    assert "vlak" not in vars(pagina) and "schrijver" not in vars(pagina)
    proef.nieuw(pagina)
    assert pagina.schrijft and pagina.vlak.isVisible()


def test_after_a_dialog_the_focus_is_on_what_opened_it(proef, pagina) -> None:
    """The page reads its record again then, and builds its buttons anew."""
    proef.ga(Plek("verslag", proef.verslag().record))
    opener = knop(pagina, "Aanvulling…")
    opener.setFocus()
    proef.qtbot.keyClick(opener, Qt.Key.Key_Space)
    dialoog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, FormDialoog) and d.isVisible())
    proef.qtbot.waitUntil(dialoog.isActiveWindow)
    dialoog.reject()
    proef.rust()
    pagina.window().activateWindow()
    proef.qtbot.waitUntil(pagina.window().isActiveWindow)
    pagina._opnieuw()
    proef.rust()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Knop) and focus.accessibleName() == "Aanvulling…"


def test_who_comes_back_to_a_long_form_is_where_one_was(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "besproken", "Noa at niet mee.")
    QApplication.processEvents()
    veld, balk = QApplication.focusWidget(), pagina.vlak.blad.schuif.verticalScrollBar()
    balk.setValue(balk.maximum() // 2)
    stand = balk.value()
    assert stand > 0
    _weg_en_terug(proef)
    assert formulier.values()["besproken"] == "Noa at niet mee."
    assert QApplication.focusWidget() is veld
    assert balk.value() == stand


def test_so_is_who_comes_back_to_a_report(proef, pagina) -> None:
    proef.ga(Plek("verslag", proef.verslag(besproken="Regel.\n" * 80).record))
    QApplication.processEvents()
    balk = pagina.leesblad.blad.verticalScrollBar()
    balk.setValue(300)
    assert balk.value() == 300
    _weg_en_terug(proef)
    assert balk.value() == 300


def test_who_comes_by_another_way_begins_at_the_top(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "besproken", "Noa at niet mee.")
    balk = pagina.vlak.blad.schuif.verticalScrollBar()
    balk.setValue(balk.maximum())
    proef.ga(Plek("leerling", proef.school.noa))
    plek = Plek("verslag", pagina._geladen.stuk.record)
    proef.ga(plek)
    QApplication.processEvents()
    assert balk.value() == 0
