"""The list of pupils: filtering, groups, who left, and everything by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.models.opslag import Append
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.services.beheer import Beheer
from desktop.services.diensten import diensten as maak_diensten
from desktop.services.kluis import Kluizen
from desktop.services.systeem import Uuid7
from desktop.vault.crypto import KdfParams
from desktop.views.leerlingen import LeerlingenPagina
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ


@pytest.fixture
def pagina(qtbot, thema, work, navigator, diensten, rust):
    pagina = LeerlingenPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.resize(1200, 700)
    pagina.show()
    qtbot.waitExposed(pagina)
    pagina.toon(Plek("leerlingen"))
    rust()
    return pagina


def _namen(pagina, rust) -> list[str]:
    model = pagina.lijst.model()
    for n in range(model.rowCount()):
        model.index(n).data(RIJ)
    rust()
    return [model.index(n).data() for n in range(model.rowCount())]


def test_names_are_in_dutch_order_without_those_who_left(pagina, rust):
    assert _namen(pagina, rust) == ["Bram de Wit", "Noa Yılmaz", "Sem Yılmaz"]


def test_words_filter_while_typing(qtbot, pagina, rust):
    with qtbot.waitSignal(pagina.zoekvak.gezocht):
        qtbot.keyClicks(pagina.zoekvak.veld, "noa yi")
    rust()
    assert _namen(pagina, rust) == ["Noa Yılmaz"]


def test_who_is_looked_for_next_comes_in_the_place_of_the_last(qtbot, pagina, rust):
    with qtbot.waitSignal(pagina.zoekvak.gezocht):
        qtbot.keyClicks(pagina.zoekvak.veld, "noa yi")
    pagina.hide()
    pagina.show()
    with qtbot.waitSignal(pagina.zoekvak.gezocht):
        qtbot.keyClicks(pagina.zoekvak.veld, "bram")
    rust()
    assert _namen(pagina, rust) == ["Bram de Wit"]


def test_one_letter_finds_nobody_yet_and_hides_nobody(qtbot, pagina, rust):
    with qtbot.waitSignal(pagina.zoekvak.gezocht):
        qtbot.keyClicks(pagina.zoekvak.veld, "y")
    rust()
    assert len(_namen(pagina, rust)) == 3


def test_a_group_narrows_the_list(pagina, rust):
    pagina.groepkeuze.setCurrentIndex(pagina.groepkeuze.findText("7"))
    rust()
    assert _namen(pagina, rust) == ["Sem Yılmaz"]


def test_who_left_is_shown_when_asked_and_says_so(qtbot, pagina, rust, school):
    pagina.ook_weg.setFocus()
    qtbot.keyClick(pagina.ook_weg, Qt.Key.Key_Space)
    rust()
    assert "Fleur Ahmadi" in _namen(pagina, rust)
    rijen = {r.sleutel: r for n in range(5) if (r := pagina.model.index(n).data(RIJ))}
    assert rijen[school.fleur].pil == rijen[school.daan].pil == "Niet meer op school"
    assert rijen[school.noa].pil == ""


def test_down_and_enter_open_a_pupil(qtbot, pagina, rust, school, gegaan):
    _namen(pagina, rust)
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("leerling", school.noa)


def test_enter_in_the_box_opens_what_was_typed_and_not_the_older_result(qtbot, pagina, rust, school, gegaan):
    qtbot.keyClicks(pagina.zoekvak.veld, "sem")
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Return)
    rust()
    assert gegaan.plekken == [Plek("leerling", school.sem)]


def test_choosing_a_pupil_for_a_report_begins_it(qtbot, pagina, rust, school, gegaan):
    pagina.toon(Plek("leerlingen", extra="verslag:leerling"))
    rust()
    assert pagina.titel() == "Over welke leerling is het verslag?"
    qtbot.keyClicks(pagina.zoekvak.veld, "noa")
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Return)
    rust()
    assert gegaan.laatste == Plek("verslag", extra=f"leerling={school.noa};soort=leerling")
    pagina.toon(Plek("leerlingen"))
    rust()
    assert pagina.titel() == "Leerlingen"


def test_no_match_offers_the_way_back(qtbot, pagina, rust):
    with qtbot.waitSignal(pagina.zoekvak.gezocht):
        qtbot.keyClicks(pagina.zoekvak.veld, "xyzzy")
    rust()
    assert pagina.niets.isVisible()
    pagina.niets.gekozen.emit()
    rust()
    assert len(_namen(pagina, rust)) == 3


def test_ctrl_n_begins_a_pupil_for_who_may(pagina, gegaan):
    assert pagina.nieuw()
    assert gegaan.laatste == Plek("leerling", extra="nieuw")


def test_a_teacher_reads_why_importing_is_not_his(qtbot, thema, work, navigator, met_rol, rust):
    pagina = LeerlingenPagina(met_rol(Rol.LEERKRACHT), work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.toon(Plek("leerlingen"))
    rust()
    assert not pagina.inleesknop.isEnabled()
    assert "rol" in pagina.inleesknop.accessibleDescription()
    assert not pagina.nieuw()


def test_coming_back_keeps_filter_and_place(qtbot, pagina, rust, school):
    pagina.groepkeuze.setCurrentIndex(pagina.groepkeuze.findText("5a"))
    rust()
    _namen(pagina, rust)
    pagina.lijst.setCurrentIndex(pagina.model.index(1))
    pagina.toon(Plek("leerlingen"))
    rust()
    assert pagina.groepkeuze.currentText() == "5a"
    assert pagina.lijst.currentIndex().row() == 1


@pytest.fixture
def leeg(klok, tmp_path: Path):
    ids = Uuid7()
    kluizen = Kluizen(klok, ids, ids.new(), "testmachine")
    kluis, _ = kluizen.nieuw(
        tmp_path / "leeg.kluis", {"naam": "OBS Leeg"}, "Iris", Rol.IB, "vier losse woorden", KdfParams(64 * 1024, 3, 1)
    )
    session = kluizen.sessie(kluis)
    yield maak_diensten(session, Beheer(session, kluis))
    kluis.sluit()


def test_an_empty_vault_says_what_to_do_first(qtbot, thema, work, navigator, leeg, rust, gegaan):
    pagina = LeerlingenPagina(leeg, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.toon(Plek("leerlingen"))
    rust()
    assert pagina.leeg.isVisible()
    assert any("EDEXML" in label.text() for label in pagina.leeg.findChildren(QLabel))
    pagina.leeg.gekozen.emit()
    assert gegaan.laatste == Plek("edexml")


def test_five_thousand_pupils_are_fetched_only_where_one_looks(qtbot, thema, work, navigator, leeg, rust):
    session = leeg.session
    items = [Append(session.ids.new(), Leerling(roepnaam=f"Kind{n:04}", achternaam="Proef"), None) for n in range(5000)]
    session.vault.append_many(session.actor, items, session.nu(), action="proef")
    pagina = LeerlingenPagina(leeg, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.resize(1200, 700)
    pagina.show()
    qtbot.waitExposed(pagina)
    pagina.toon(Plek("leerlingen"))
    rust()
    assert pagina.model.rowCount() == 5000
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pagina.lijst.currentIndex().data() == "Kind4999 Proef")
    assert pagina.model.bekend <= 300
