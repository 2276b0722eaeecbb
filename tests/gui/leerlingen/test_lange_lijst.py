"""A long list on a real vault and a real lane: nothing of the database happens on the user's thread."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.models.opslag import Append
from desktop.models.personen import Leerling
from desktop.services.beheer import Beheer
from desktop.services.diensten import diensten as maak_diensten
from desktop.services.lanes import ThreadLane
from desktop.vault.connection import Database
from desktop.views.leerlingen import LeerlingenPagina
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ
from desktop.views.work import Work

_VEEL = 2500


@pytest.fixture
def pagina(qtbot, thema, navigator, kluizen, _sjabloon, tmp_path: Path) -> Iterator[LeerlingenPagina]:
    folder = tmp_path / "lang.kluis"
    shutil.copytree(_sjabloon.folder, folder)
    lane, fouten = ThreadLane("kluis"), list[BaseException]()

    def open_() -> Any:
        kluis = kluizen.open(folder, kluizen.header(folder), _sjabloon.slot, _sjabloon.key)
        session = kluizen.sessie(kluis)
        items = [
            Append(session.ids.new(), Leerling(roepnaam=f"Kind{n:04}", achternaam="Proef"), None) for n in range(_VEEL)
        ]
        session.vault.append_many(session.actor, items, session.nu(), action="proef")
        return kluis, maak_diensten(session, Beheer(session, kluis))

    kluis, diensten = lane.submit(open_).result()
    pagina = LeerlingenPagina(diensten, Work(lane, lane, fouten.append), navigator, thema)
    qtbot.addWidget(pagina)
    pagina.resize(1200, 700)
    pagina.show()
    qtbot.waitExposed(pagina)
    pagina.toon(Plek("leerlingen"))
    qtbot.waitUntil(lambda: pagina.model.rowCount() > _VEEL and _vol(pagina))
    yield pagina
    lane.submit(kluis.sluit).result()
    lane.close()
    if fouten:
        raise fouten[0]


def _in_beeld(pagina: LeerlingenPagina) -> list[Any]:
    lijst = pagina.lijst
    plaatsen = range(1, lijst.viewport().height(), lijst.sizeHintForRow(0))
    return [i.data(RIJ) for y in plaatsen if (i := lijst.indexAt(QPoint(5, y))).isValid()]


def _vol(pagina: LeerlingenPagina) -> bool:
    return bool(rijen := _in_beeld(pagina)) and all(rij is not None for rij in rijen)


def test_the_database_is_never_read_on_the_users_thread(qtbot, pagina, monkeypatch) -> None:
    draden: set[int] = set()
    vragen: list[str] = []

    def merk(naam: str) -> None:
        echt = getattr(Database, naam)

        def kijk(self: Database, sql: str, params: Any = ()) -> Any:
            draden.add(threading.get_ident())
            vragen.append(sql)
            return echt(self, sql, params)

        monkeypatch.setattr(Database, naam, kijk)

    for naam in ("all", "one", "each"):
        merk(naam)
    balk = pagina.lijst.verticalScrollBar()
    for stand in range(0, balk.maximum(), balk.maximum() // 12):
        vragen.clear()
        balk.setValue(stand)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: _vol(pagina))
        # a page asks its rows and their subjects; two at most are in view, and one lies beside each
        assert len(vragen) <= 2 * 4
    pagina.groepkeuze.setCurrentIndex(pagina.groepkeuze.findText("5a"))
    qtbot.waitUntil(lambda: 0 < pagina.model.rowCount() < 10 and _vol(pagina))
    assert draden
    assert threading.get_ident() not in draden


def test_every_row_is_the_right_one_and_few_are_kept(qtbot, pagina) -> None:
    balk = pagina.lijst.verticalScrollBar()
    # to the end, back past the middle, and on from there
    for deel in (1.0, 0.0, 0.5, 0.97, 0.3, 0.99):
        balk.setValue(round(balk.maximum() * deel))
        qtbot.waitUntil(lambda: _vol(pagina))
        eerste = pagina.lijst.indexAt(QPoint(5, 1)).row()
        titels = [rij.titel for rij in _in_beeld(pagina)]
        # those of the school come after "Proef" in the order of surnames
        verwacht = [f"Kind{n:04} Proef" for n in range(_VEEL)] + ["Bram de Wit", "Noa Yılmaz", "Sem Yılmaz"]
        assert titels == verwacht[eerste : eerste + len(titels)]
    assert pagina.model.bekend <= 40 * 50


def test_letters_in_the_list_look_someone_up(qtbot, pagina) -> None:
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_N)
    assert pagina.zoekvak.veld.hasFocus()
    qtbot.keyClicks(pagina.zoekvak.veld, "oa")
    qtbot.waitUntil(lambda: pagina.model.rowCount() == 1 and _vol(pagina))
    assert _in_beeld(pagina)[0].titel == "Noa Yılmaz"


def test_end_and_enter_open_the_last_pupil_though_it_was_not_there_yet(qtbot, pagina, gegaan, school) -> None:
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_End)
    assert pagina.lijst.currentIndex().data(RIJ) is None
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(gegaan.plekken))
    assert gegaan.laatste == Plek("leerling", school.sem)
