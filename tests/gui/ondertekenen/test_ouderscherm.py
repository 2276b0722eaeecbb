"""The screen that is handed to a parent: nothing else shows, nothing a parent does closes it, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.errors import UserError
from desktop.models.vervolg import Uitkomst
from desktop.services.diensten import Diensten
from desktop.services.gesprekken import Gesprekken
from desktop.services.stuk import Stuk
from desktop.views.main_window import HoofdVenster
from desktop.views.navigatie import Navigator, Plek
from desktop.views.ondertekenen import OndertekenPagina
from desktop.views.theme import Thema
from desktop.views.widgets import Bevestiging
from desktop.views.work import Work

Rust = Callable[[], None]
Teken = Callable[..., None]


def test_the_parents_screen_shows_nothing_else_and_does_not_close(
    qtbot: QtBot, tafel, teken: Teken, rust: Rust
) -> None:
    pagina, scherm = tafel.pagina, tafel.geef()
    assert scherm.isVisible()
    assert scherm.isModal()
    assert set(scherm.paneel.keuzes) == {Uitkomst.AKKOORD, Uitkomst.GEZIEN, Uitkomst.ZIET_AF}
    assert scherm.beeld.bladen._pdf == pagina.beeld.bladen._pdf
    qtbot.keyClick(scherm, Qt.Key.Key_Escape)
    scherm.close()
    scherm.reject()
    assert scherm.isVisible()
    assert not scherm.naar_school.hasFocus()
    scherm.paneel.keuzes[Uitkomst.AKKOORD].click()
    scherm.bevestig.click()
    assert "Er staat nog geen handtekening." in scherm.fout.text()
    teken(scherm.paneel.vlak)
    scherm.bevestig.click()
    rust()
    assert scherm._stapel.currentIndex() == 1
    assert scherm._gelukt.text() == "Uw handtekening is bewaard."
    assert scherm.beeld.bladen.aantal == 0
    assert tafel.uitkomsten()[0].uitkomst is Uitkomst.AKKOORD
    qtbot.keyClick(scherm.naar_school, Qt.Key.Key_Return)
    rust()
    assert pagina.ouderscherm is None
    assert tafel.nu() == "Nu: Job Bakker (vader)"


def test_what_the_parent_wrote_comes_back_to_school(qtbot: QtBot, tafel, rust: Rust) -> None:
    pagina, scherm = tafel.pagina, tafel.geef()
    scherm.paneel.keuzes[Uitkomst.GEZIEN].click()
    qtbot.keyClicks(scherm.paneel.zienswijze.vlak, "Ik zie dit anders")
    pagina.berg_op()
    rust()
    (draft,) = tafel.diensten.session.vault.drafts(tafel.diensten.session.actor.account)
    assert draft.values["zienswijze"] == "Ik zie dit anders"
    scherm.naar_school.click()
    rust()
    assert pagina.kolom.paneel.uitkomst is Uitkomst.GEZIEN
    assert pagina.kolom.paneel.zienswijze.waarde() == "Ik zie dit anders"


def test_going_back_with_a_signature_unconfirmed_is_asked(tafel, teken: Teken, rust: Rust) -> None:
    pagina, scherm = tafel.pagina, tafel.geef()
    scherm.paneel.keuzes[Uitkomst.AKKOORD].click()
    teken(scherm.paneel.vlak)
    scherm.naar_school.click()
    (vraag,) = scherm.findChildren(Bevestiging)
    assert scherm.isVisible()
    vraag.doen.click()
    rust()
    assert pagina.ouderscherm is None
    assert tafel.uitkomsten() == []


def test_a_fault_on_the_parents_screen_keeps_the_signature(
    tafel, teken: Teken, rust: Rust, monkeypatch: pytest.MonkeyPatch
) -> None:
    scherm = tafel.geef()
    scherm.paneel.keuzes[Uitkomst.AKKOORD].click()
    teken(scherm.paneel.vlak)

    def vol(self: Gesprekken, *wat: object) -> None:
        raise UserError("De schijf is vol.", "Maak ruimte.")

    monkeypatch.setattr(Gesprekken, "volg", vol)
    scherm.bevestig.click()
    rust()
    assert [b.zin for b in scherm.banners.banners()] == ["De schijf is vol."]
    assert not scherm.paneel.vlak.leeg()
    assert scherm.bevestig.isEnabled()
    scherm.done(0)


def test_the_lock_ends_the_parents_screen_and_keeps_the_words(
    qtbot: QtBot, diensten: Diensten, verslag: Stuk, work: Work, navigator: Navigator, thema: Thema, rust: Rust
) -> None:
    pagina = OndertekenPagina(diensten, work, navigator, thema)
    venster = HoofdVenster(thema, navigator, work, {"ondertekenen": lambda: pagina}, ())
    qtbot.addWidget(venster)
    venster.show()
    navigator.ga(Plek("ondertekenen", verslag.record))
    rust()
    pagina.geef.click()
    rust()
    scherm = pagina.ouderscherm
    assert scherm is not None
    assert scherm.parentWidget() is venster
    scherm.paneel.keuzes[Uitkomst.GEZIEN].click()
    qtbot.keyClicks(scherm.paneel.zienswijze.vlak, "Ik zie dit anders")
    with qtbot.waitSignal(venster.vergrendel):
        qtbot.keyClick(scherm, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    # what the program does at a lock
    pagina.berg_op()
    venster.vergeet_paginas()
    assert not scherm.isVisible()
    rust()
    (draft,) = diensten.session.vault.drafts(diensten.session.actor.account)
    assert draft.values["zienswijze"] == "Ik zie dit anders"
