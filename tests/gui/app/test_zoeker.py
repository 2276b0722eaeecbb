"""Searching from the bar of the real program: with a vault, in front of it, and nothing of it after a lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.handelingen import HANDELINGEN, NAAR
from desktop.app.programma import Programma
from desktop.services.diensten import Diensten
from desktop.services.kluis import OpenKluis
from desktop.services.poort import Poort
from desktop.services.systeem import Uuid7
from desktop.services.voorkeuren import VoorkeurenBestand
from desktop.views.navigatie import Pagina, Plek
from desktop.views.zoeken import Doe
from tests.gui.conftest import Klok, zonder_stijl


@pytest.fixture
def programma(qtbot: QtBot, qapp: QApplication, klok: Klok, tmp_path: Path) -> Iterator[Programma]:
    ids = Uuid7()
    onverwacht: list[BaseException] = []
    bestand = VoorkeurenBestand(tmp_path / "voorkeuren.json", ids)
    p = Programma(qapp, Poort(klok, ids, UUID(int=7), "PC van de IB"), bestand, onverwacht.append)
    for naam in ("home", "plan", "instellingen"):
        p.paginas[naam] = Pagina
    p.venster.toon_scherm(None)
    p.venster.show()
    yield p
    p.eindig()
    p.venster.close()
    p.laat_los()
    p.venster.deleteLater()
    zonder_stijl(qapp)
    assert not onverwacht, onverwacht


def _typ(p: Programma, qtbot: QtBot, woorden: str) -> list[str]:
    balk = p.venster.balk
    qtbot.keyClick(p.venster, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    balk.zoekvak.veld.clear()
    qtbot.keyClicks(balk.zoekvak.veld, woorden)
    with qtbot.waitSignal(p.venster.zoek):
        pass
    qtbot.waitUntil(balk.uitkomsten.isVisible)
    qtbot.waitUntil(lambda: p.work.open == 0)
    return [rij.titel for rij in balk.uitkomsten.lijst.rijen]


def test_the_plan_is_searched_without_a_vault(programma: Programma, qtbot: QtBot) -> None:
    titels = _typ(programma, qtbot, "kindcheck")
    assert {"Begrippen", "Kindcheck"} <= set(titels)
    assert "Dossier" not in titels
    lijst = programma.venster.balk.uitkomsten.lijst
    index = next(n for n, rij in enumerate(lijst.rijen) if rij.titel == "Kindcheck")
    lijst.gekozen.emit(lijst.rijen[index].doel)
    assert programma.navigator.huidige == Plek("plan", extra="kindcheck?kindcheck")


def test_records_are_there_with_a_vault_and_gone_at_a_lock(
    programma: Programma, kluis: OpenKluis, diensten: Diensten, qtbot: QtBot
) -> None:
    programma.sessie = SimpleNamespace(kluis=kluis, ververs_home=lambda: None, leg_af=lambda: None)  # type: ignore[assignment]
    # read here: in this test the lane does not own the vault
    hits = diensten.zoeken.zoek("yilmaz")
    programma.zoeker.zet_zoeken(SimpleNamespace(zoek=lambda *_, **__: hits))  # type: ignore[arg-type]
    assert "Noa Yılmaz" in _typ(programma, qtbot, "yilmaz")
    programma.vergrendel()
    assert programma.venster.balk.uitkomsten.lijst.rijen == ()
    assert programma.zoeker.bron.zoeken is None
    qtbot.waitUntil(lambda: kluis.dicht)


def test_an_action_does_what_it_says_and_goes_where_it_leads(programma: Programma, qtbot: QtBot) -> None:
    assert _typ(programma, qtbot, "thema donker")[:2] == ["Doen", "Thema donker"]
    veld = programma.venster.balk.zoekvak.veld
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    qtbot.keyClick(veld, Qt.Key.Key_Return)
    assert programma.thema.donker
    assert _typ(programma, qtbot, "backup")[:2] == ["Doen", "Reservekopie maken"]
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    qtbot.keyClick(veld, Qt.Key.Key_Return)
    assert programma.navigator.huidige == Plek("instellingen", extra="reservekopie")


@pytest.mark.parametrize(
    ("woorden", "wat"),
    [
        ("rouw", "Draaiboeken"),
        ("jaarwiel", "Schooljaar"),
        ("wapen", "Nieuw incident"),
        ("vog", "VOG-controles"),
        ("bestuur", "Stukken voor het bestuur"),
    ],
)
def test_the_pages_of_a_director_are_found_by_the_words_for_them(
    programma: Programma, qtbot: QtBot, woorden: str, wat: str
) -> None:
    for naam in ("draaiboeken", "schooljaar", "incident", "vog", "bestuurspakket"):
        programma.paginas[naam] = Pagina
    assert _typ(programma, qtbot, woorden)[:2] == ["Doen", wat]


def test_what_is_not_there_now_is_not_offered(programma: Programma, qtbot: QtBot) -> None:
    for sleutel, woorden in (("vergrendel", "vergrendelen"), ("edexml", "leerlingen inlezen")):
        _typ(programma, qtbot, woorden)
        assert Doe(sleutel) not in [rij.doel for rij in programma.venster.balk.uitkomsten.lijst.rijen]


def test_every_action_has_a_key_of_its_own_and_an_icon(programma: Programma) -> None:
    sleutels = [handeling.sleutel for handeling in HANDELINGEN]
    assert len(set(sleutels)) == len(sleutels)
    assert all(not programma.thema.icoon(handeling.icoon).isNull() for handeling in HANDELINGEN)
    assert set(NAAR) < set(HANDELINGEN)
