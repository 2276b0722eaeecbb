"""The unlock screen where an account chose to open the vault on this computer without its passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.kluis import OpenKluis
from desktop.services.poort import Poort
from desktop.views.start import OntgrendelScherm
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.start.startkit import ZIN
from tests.sleutelring import Sleutelring, in_plaats_van_het_systeem

Toon = Callable[[QWidget], None]
Sluit = Callable[[OpenKluis], None]


@pytest.fixture
def scherm(thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot) -> OntgrendelScherm:
    scherm = OntgrendelScherm(thema, work, poort, folder)
    toon(scherm)
    qtbot.waitUntil(lambda: scherm.accounts.slot() is not None)
    return scherm


def _banner(scherm: OntgrendelScherm) -> str:
    return scherm.banners.banners()[0].accessibleName()


def _probeer(qtbot: QtBot, scherm: OntgrendelScherm, zin: str) -> None:
    qtbot.keyClicks(scherm.wachtwoord.veld, zin)
    qtbot.keyClick(scherm.wachtwoord.veld, Qt.Key.Key_Return)


@pytest.fixture
def ring() -> Iterator[Sleutelring]:
    ring = Sleutelring()
    with in_plaats_van_het_systeem(ring):
        yield ring


@pytest.fixture
def met_apparaat(poort: Poort, folder: Path, ring: Sleutelring) -> Sleutelring:
    """The account of the IB opens the vault on this computer; that of the directeur does not."""
    header, ingangen = poort.ingangen(folder)
    slot = ingangen[0].slot
    kluis = poort.open(folder, header, slot, poort.sleutel(header, slot, ZIN))
    beheer = poort.diensten(kluis).beheer
    beheer.onthoud_apparaat(beheer.apparaat_geheim(ZIN))
    kluis.sluit()
    return ring


def test_without_the_choice_there_is_no_button(
    ring: Sleutelring, scherm: OntgrendelScherm, work: Work, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: work.open == 0)
    assert scherm.apparaat.isHidden()
    assert scherm.apparaat_reden.isHidden()
    assert ring.gevraagd == 0


def test_this_computer_opens_the_vault_of_its_account_only(
    met_apparaat: Sleutelring, scherm: OntgrendelScherm, work: Work, qtbot: QtBot, sluit: Sluit
) -> None:
    qtbot.waitUntil(scherm.apparaat.isVisible)
    assert scherm.wachtwoord.veld.hasFocus()
    eerste = scherm.accounts.kaarten()[0]
    eerste.setFocus()
    qtbot.keyClick(eerste, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: work.open == 0)
    assert scherm.apparaat.isHidden()
    qtbot.keyClick(scherm.accounts.kaarten()[1], Qt.Key.Key_Up)
    qtbot.waitUntil(scherm.apparaat.isVisible)
    scherm.apparaat.setFocus()
    with qtbot.waitSignal(scherm.geopend) as open_:
        qtbot.keyClick(scherm.apparaat, Qt.Key.Key_Space)
    sluit(open_.args[0])
    assert open_.args[0].actor.naam == "Noor Bakker"


def test_beside_it_the_passphrase_opens_always(
    met_apparaat: Sleutelring, scherm: OntgrendelScherm, qtbot: QtBot, sluit: Sluit
) -> None:
    with qtbot.waitSignal(scherm.geopend) as open_:
        _probeer(qtbot, scherm, ZIN)
    sluit(open_.args[0])


def test_a_late_answer_is_not_of_the_account_that_is_chosen_now(
    met_apparaat: Sleutelring, scherm: OntgrendelScherm, work: Work, qtbot: QtBot
) -> None:
    qtbot.waitUntil(scherm.apparaat.isVisible)
    _, ingangen = scherm._poort.ingangen(scherm._folder)
    scherm._peil()
    scherm.accounts.kaarten()[1].click()
    qtbot.waitUntil(lambda: work.open == 0)
    assert scherm.accounts.slot() == ingangen[1].slot
    assert scherm.apparaat.isHidden()


@pytest.mark.parametrize(
    ("fout", "waarde", "woorden"),
    [
        (KeyringLocked("intern"), None, "vergrendeld"),
        (OSError("intern"), None, "weigert"),
        (None, "00" * 32, "past niet meer op de kluis"),
        (None, "zz", "beschadigd"),
    ],
)
def test_32_the_true_cause_is_said_and_the_passphrase_has_the_focus(
    met_apparaat: Sleutelring,
    scherm: OntgrendelScherm,
    qtbot: QtBot,
    sluit: Sluit,
    fout: Exception | None,
    waarde: str | None,
    woorden: str,
) -> None:
    qtbot.waitUntil(scherm.apparaat.isVisible)
    met_apparaat.fout = fout
    if waarde is not None:
        met_apparaat.bewaard = dict.fromkeys(met_apparaat.bewaard, waarde)
    scherm.apparaat.click()
    qtbot.waitUntil(scherm.apparaat_reden.isVisible)
    assert woorden in scherm.apparaat_reden.text()
    assert "wachtwoordzin" in scherm.apparaat_reden.text()
    assert scherm.apparaat.isHidden()
    assert scherm.wachtwoord.veld.hasFocus()
    assert scherm.wachtwoord.fout() == ""
    assert scherm._poort.pogingen.wachten() == 0
    with qtbot.waitSignal(scherm.geopend) as open_:
        _probeer(qtbot, scherm, ZIN)
    sluit(open_.args[0])


def test_33_a_secret_that_went_with_a_reset_is_said_at_once(
    met_apparaat: Sleutelring, thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot
) -> None:
    met_apparaat.bewaard.clear()
    scherm = OntgrendelScherm(thema, work, poort, folder)
    toon(scherm)
    qtbot.waitUntil(scherm.apparaat_reden.isVisible)
    assert scherm.apparaat_reden.text() == "Deze computer bewaart geen sleutel van deze kluis."
    assert scherm.apparaat.isHidden()
    assert scherm.wachtwoord.veld.hasFocus()


def test_a_vault_in_use_is_tried_again_in_the_same_way(
    met_apparaat: Sleutelring, scherm: OntgrendelScherm, poort: Poort, folder: Path, qtbot: QtBot, sluit: Sluit
) -> None:
    qtbot.waitUntil(scherm.apparaat.isVisible)
    header, ingangen = poort.ingangen(folder)
    ander = poort.open(folder, header, ingangen[0].slot, poort.sleutel(header, ingangen[0].slot, ZIN))
    sluit(ander)
    scherm.apparaat.click()
    qtbot.waitUntil(lambda: bool(scherm.banners.banners()))
    assert "PC van de IB" in _banner(scherm)
    ander.sluit()
    with qtbot.waitSignal(scherm.geopend) as open_:
        scherm.banners.banners()[0].knop.click()
    sluit(open_.args[0])
