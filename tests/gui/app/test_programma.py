"""The lock takes everything away at once: text is kept, dialogs close, the clipboard empties, the vault shuts."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app.klembord import MERK, heeft
from desktop.app.programma import Programma
from desktop.app.sessie import Sessie
from desktop.models.errors import UserError
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.services.poort import Poort
from desktop.services.systeem import Uuid7
from desktop.services.voorkeuren import VoorkeurenBestand
from desktop.views.gesprekken import VerslagPagina, schrijf_begin
from desktop.views.navigatie import Plek
from desktop.views.start import HerstelbladStap, NieuweKluis, OntgrendelScherm
from tests.gui.conftest import Klok, School, zonder_stijl
from tests.gui.omgeving import werkomgeving


@pytest.fixture
def programma(
    qtbot: QtBot, qapp: QApplication, klok: Klok, tmp_path: Path, kluis: OpenKluis, diensten: Diensten
) -> Iterator[Programma]:
    """The program with the vault of this test open, both lanes real; a report can be written in it."""
    ids = Uuid7()
    onverwacht: list[BaseException] = []
    bestand = VoorkeurenBestand(tmp_path / "voorkeuren.json", ids)
    programma = Programma(qapp, Poort(klok, ids, UUID(int=7), "PC van de IB"), bestand, onverwacht.append)
    p = programma
    # what an unlocked vault brings along; home and the other pages are not needed here
    p.sessie = SimpleNamespace(kluis=kluis, ververs_home=lambda: None, leg_af=lambda: None)  # type: ignore[assignment]
    p.paginas["verslag"] = lambda: VerslagPagina(werkomgeving(diensten, p.work, p.navigator, p.thema))
    p.venster.show()
    yield programma
    p.eindig()
    p.venster.close()
    p.laat_los()
    p.venster.deleteLater()
    zonder_stijl(qapp)
    assert not onverwacht, onverwacht


def _begin_verslag(programma: Programma, qtbot: QtBot, school: School) -> QWidget:
    """Open a new report and return the box for its subject, with the keyboard in it."""
    programma.navigator.ga(Plek("verslag", extra=schrijf_begin(school.noa, SoortGesprek.ZORG)))
    qtbot.waitUntil(lambda: programma.work.open == 0)
    pagina = programma.venster.pagina()
    assert isinstance(pagina, VerslagPagina)
    veld = pagina.vlak.formulier.veld("onderwerp").editor.widgets()[0]
    veld.setFocus()
    return veld


def test_39_what_was_typed_a_moment_ago_is_kept_when_the_screen_locks(
    programma: Programma, qtbot: QtBot, school: School, kluis: OpenKluis, kluizen: Kluizen
) -> None:
    veld = _begin_verslag(programma, qtbot, school)
    qtbot.keyClicks(veld, "Halve zin")
    folder, key = kluis.folder, kluis.key
    programma.vergrendel()
    assert programma.sessie is None and programma.venster.pagina() is None
    qtbot.waitUntil(lambda: kluis.dicht)
    programma.kluis_lane.submit(lambda: None).result(timeout=10)  # closing is done, not only begun
    header = kluizen.header(folder)
    weer = kluizen.open(folder, header, kluizen.slot(header, 1), key)
    try:
        (draft,) = weer.vault.drafts(weer.actor.account)
        assert draft.values["onderwerp"] == "Halve zin"
        assert weer.meldingen == (), "the header knows the last line of the audit"
    finally:
        weer.sluit()


def test_a_vault_of_complaints_is_begun_with_the_role_chosen_and_this_one_locked(
    programma: Programma, qtbot: QtBot, kluis: OpenKluis
) -> None:
    sessie = SimpleNamespace(_p=programma)
    Sessie._kluis_voor_klachten(sessie)  # type: ignore[arg-type]
    scherm = programma.venster.findChild(NieuweKluis)
    assert isinstance(scherm, NieuweKluis) and scherm.isVisible()
    assert scherm.jij.voor_klachten() and scherm.stap == 0
    assert programma.sessie is None
    qtbot.waitUntil(lambda: kluis.dicht)


def test_after_the_lock_one_goes_on_in_what_was_typed_a_moment_ago(
    programma: Programma, qtbot: QtBot, school: School, kluis: OpenKluis
) -> None:
    """The place of a report that was new a second ago is its draft: else one would begin an empty one."""
    veld = _begin_verslag(programma, qtbot, school)
    qtbot.keyClicks(veld, "Halve zin")
    programma.vergrendel()
    assert programma.opening._verder is not None
    account, plek = programma.opening._verder
    assert account == kluis.actor.account and plek.page == "verslag"
    assert plek.id is not None
    qtbot.waitUntil(lambda: kluis.dicht)


def test_39_idle_time_locks_and_the_pages_are_gone(
    programma: Programma, qtbot: QtBot, school: School, kluis: OpenKluis
) -> None:
    _begin_verslag(programma, qtbot, school)
    pagina = programma.venster.pagina()
    assert pagina is not None
    programma.zet_vergrendel_na(1)
    timer: QTimer = programma.rust.timer
    assert timer.interval() == 60_000
    with qtbot.waitSignal(timer.timeout):
        timer.setInterval(1)
    qtbot.waitUntil(lambda: kluis.dicht and not isValid(pagina))
    assert not programma.navigator.kan_terug and programma.navigator.huidige is None
    assert not timer.isActive()


def test_lock_closes_every_dialog_and_menu_also_one_that_would_rather_stay(
    programma: Programma, qtbot: QtBot, school: School, kluis: OpenKluis
) -> None:
    _begin_verslag(programma, qtbot, school)

    class Koppig(QDialog):
        def reject(self) -> None:
            raise AssertionError("nobody is asked")

    koppig, los, menu = Koppig(programma.venster), QWidget(), QMenu(programma.venster)
    menu.addAction("x")
    qtbot.addWidget(los)
    for venster in (koppig, los, menu):
        venster.show()
    koppig.setModal(True)
    programma.vergrendel()
    assert not any(venster.isVisible() for venster in (koppig, los, menu))
    assert programma.venster.isVisible()
    qtbot.waitUntil(lambda: kluis.dicht)


def test_a_question_that_waits_for_an_answer_does_not_hold_up_the_lock(
    programma: Programma, qtbot: QtBot, kluis: OpenKluis
) -> None:
    vraag = QDialog(programma.venster)
    QTimer.singleShot(0, programma.vergrendel)
    assert vraag.exec() == QDialog.DialogCode.Rejected
    assert programma.sessie is None
    qtbot.waitUntil(lambda: kluis.dicht)


def test_55_lock_clears_what_was_copied(programma: Programma, qtbot: QtBot, school: School, kluis: OpenKluis) -> None:
    veld = _begin_verslag(programma, qtbot, school)
    assert isinstance(veld, QLineEdit)
    qtbot.keyClicks(veld, "Kanarie")
    veld.selectAll()
    qtbot.keyClick(veld, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    klembord = QApplication.clipboard()
    assert klembord.text() == "Kanarie" and heeft(klembord.mimeData(), MERK)
    programma.vergrendel()
    assert klembord.text() == ""
    qtbot.waitUntil(lambda: kluis.dicht)


def test_55_so_does_quitting(programma: Programma, qtbot: QtBot, school: School) -> None:
    veld = _begin_verslag(programma, qtbot, school)
    qtbot.keyClicks(veld, "Kanarie")
    veld.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClick(veld, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    programma.eindig()
    assert QApplication.clipboard().text() == ""


def test_57_no_pupils_name_in_any_title(programma: Programma, qtbot: QtBot, school: School, kluis: OpenKluis) -> None:
    titels: list[str] = []
    programma.venster.windowTitleChanged.connect(titels.append)
    _begin_verslag(programma, qtbot, school)
    programma.vergrendel()
    titels += [venster.windowTitle() for venster in QApplication.topLevelWidgets()]
    assert titels and not any(naam in titel for titel in titels for naam in ("Noa", "Yılmaz"))
    qtbot.waitUntil(lambda: kluis.dicht)


@pytest.fixture
def op_papier(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recovery sheet was printed long ago."""
    monkeypatch.setattr(Beheer, "herstel_bevestigd", lambda _: True)


def _open(programma: Programma, qtbot: QtBot, kluis: OpenKluis) -> None:
    """Go to work in a vault, as after the passphrase; its sheet is on paper."""
    programma.sessie = None
    programma.paginas.clear()
    programma.geopend(kluis)
    qtbot.waitUntil(lambda: programma.work.open == 0 and programma.sessie is not None)


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        (RuntimeError("geheim"), "Er ging iets mis in het programma"),
        (UserError("De schijf is vol."), "De schijf is vol"),
    ],
)
@pytest.mark.usefixtures("op_papier")
@pytest.mark.parametrize("waar", ["diensten", "sessie", "werk"])
def test_what_fails_while_it_gets_ready_leads_back_to_the_unlock_screen(
    programma: Programma,
    qtbot: QtBot,
    kluis: OpenKluis,
    monkeypatch: pytest.MonkeyPatch,
    waar: str,
    fout: Exception,
    zin: str,
) -> None:
    def faal(*_: object) -> None:
        raise fout

    doel = {
        "diensten": "desktop.services.poort.Poort.diensten",
        "sessie": "desktop.app.sessie.Sessie._vul_paginas",
        "werk": "desktop.app.sessie.Sessie.kleed_aan",
    }[waar]
    monkeypatch.setattr(doel, faal)
    gemeld: list[BaseException] = []
    monkeypatch.setattr(programma.work, "_onverwacht", gemeld.append)
    monkeypatch.setattr(programma.opening, "_onverwacht", gemeld.append)
    programma.sessie = None
    programma.geopend(kluis)
    qtbot.waitUntil(lambda: kluis.dicht)
    assert gemeld == ([] if isinstance(fout, UserError) else [fout])
    assert programma.sessie is None and programma.venster.pagina() is None
    scherm = programma.venster.findChild(OntgrendelScherm)
    assert isinstance(scherm, OntgrendelScherm) and scherm.isVisible()
    qtbot.waitUntil(lambda: bool(scherm.banners.banners()))
    banner = scherm.banners.banners()[0]
    assert banner.zin.startswith(zin) and "geheim" not in banner.accessibleName()
    assert banner.knop is not None
    assert not scherm.wachtwoord.veld.isReadOnly()  # trying again is a way out too


@pytest.mark.parametrize("demo", [True, False])
def test_a_vault_made_from_the_demo_asks_for_its_recovery_sheet_and_the_demo_itself_does_not(
    programma: Programma, qtbot: QtBot, kluis: OpenKluis, tmp_path: Path, demo: bool
) -> None:
    programma.demo_map = kluis.folder.parent if demo else tmp_path / "demo"
    programma.sessie = None
    programma.geopend(kluis)
    qtbot.waitUntil(lambda: programma.sessie is not None and programma.work.open == 0)
    programma.demo_map = None  # nothing of this test is thrown away at the end
    assert (programma.venster.findChild(HerstelbladStap) is None) == demo
    assert (programma.venster.pagina() is not None) == demo


@pytest.mark.usefixtures("op_papier")
def test_after_unlocking_one_can_go_on_where_one_was(
    programma: Programma, qtbot: QtBot, school: School, kluis: OpenKluis, kluizen: Kluizen
) -> None:
    _open(programma, qtbot, kluis)
    plek = Plek("leerling", school.noa)
    programma.navigator.ga(plek)
    qtbot.waitUntil(lambda: programma.work.open == 0)
    folder, key = kluis.folder, kluis.key
    programma.vergrendel()
    qtbot.waitUntil(lambda: kluis.dicht)
    programma.kluis_lane.submit(lambda: None).result(timeout=10)
    header = kluizen.header(folder)
    _open(programma, qtbot, kluizen.open(folder, header, kluizen.slot(header, 1), key))
    (banner,) = programma.venster.banners.banners()
    assert programma.navigator.huidige == Plek("home") and "Noa" not in banner.accessibleName()
    assert banner.knop is not None and banner.knop.text() == "Verder waar je was"
    banner.knop.click()
    assert programma.navigator.huidige == plek
    assert programma.venster.banners.banners() == ()


@pytest.mark.usefixtures("op_papier")
def test_another_account_is_offered_nothing(
    programma: Programma, qtbot: QtBot, school: School, kluis: OpenKluis, kluizen: Kluizen
) -> None:
    _open(programma, qtbot, kluis)
    programma.navigator.ga(Plek("leerling", school.noa))
    folder, key = kluis.folder, kluis.key
    programma.vergrendel()
    qtbot.waitUntil(lambda: kluis.dicht)
    programma.kluis_lane.submit(lambda: None).result(timeout=10)
    header = kluizen.header(folder)
    weer = kluizen.open(folder, header, kluizen.slot(header, 1), key)
    weer.actor = replace(weer.actor, account=UUID(int=5))
    _open(programma, qtbot, weer)
    assert programma.venster.banners.banners() == ()


def test_preferences_hold_at_once_and_are_kept(programma: Programma, tmp_path: Path) -> None:
    bestand = VoorkeurenBestand(tmp_path / "voorkeuren.json", Uuid7())
    assert programma.voorkeuren.verberg_bij_delen is True
    programma.zet_verberg(False)
    assert programma.voorkeuren.verberg_bij_delen is False
    assert bestand.lees().verberg_bij_delen is False
    programma.zet_verberg(True)
    programma.zet_vergrendel_na(5)
    assert bestand.lees().verberg_bij_delen is True and bestand.lees().vergrendel_na == 5


@pytest.mark.usefixtures("op_papier")
def test_the_plan_loads_while_a_person_types_and_on_the_users_thread_where_nobody_typed(
    programma: Programma, qtbot: QtBot, kluis: OpenKluis
) -> None:
    assert programma._planhouder is None
    _open(programma, qtbot, kluis)
    assert programma.planhouder.thread() is programma.thread()
    programma._planhouder = None
    gelezen: list[object] = []
    programma.work.werk = lambda _, doe, klaar=None, *rest: (gelezen.append(doe), klaar and klaar(None))  # type: ignore[method-assign]
    programma.laad_vast()
    houder = programma.planhouder
    assert houder.plan.nu in gelezen and houder.lees_inhoud in gelezen


def test_what_stays_until_the_end_is_not_looked_through_for_rubbish_and_nothing_of_a_vault_is_in_it(
    programma: Programma, qtbot: QtBot
) -> None:
    programma.laad_vast()
    qtbot.waitUntil(lambda: programma.work.open == 0)
    assert gc.get_freeze_count() == 0, "a vault is open: its pages would never be found"
    sessie, programma.sessie = programma.sessie, None
    programma._geladen = False
    programma.laad_vast()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 50_000)
    programma.sessie = sessie
