"""What is typed in the dialogs of the draaiboeken: there again after a lock, not lost by a slip of Escape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.draaiboek import Stand
from desktop.models.opslag import Draft
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.views.draaiboek import DraaiboekenPagina
from desktop.views.draaiboek.dialogen import StartDialoog
from desktop.views.draaiboek.typen import INTUSSEN, STAAT_ER_WEER, TypDialoog
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van_draft
from desktop.views.widgets import Banner, Bevestiging, Knop, Label


@pytest.fixture
def lijst(qtbot: QtBot, met_rol: Callable[[Rol], Diensten], work, navigator, thema, rust) -> DraaiboekenPagina:
    pagina = DraaiboekenPagina(
        met_rol(Rol.IB), work, navigator, thema, druk=lambda _: None, bijlage=lambda _: None, plaats=lambda _: ""
    )
    qtbot.addWidget(pagina)
    pagina.resize(1200, 800)
    pagina.show()
    pagina.toon(Plek("draaiboeken"))
    rust()
    return pagina


def _vergrendel(dialoog: QDialog, rust: Callable[[], None]) -> None:
    """Close a dialog as a lock does, past its own question."""
    QDialog.done(dialoog, QDialog.DialogCode.Rejected)
    rust()


def _halve(d: Diensten) -> list[Draft]:
    return list(d.session.vault.drafts(d.session.actor.account))


def _ga_verder(pagina: QWidget) -> str:
    (banner,) = [b for b in pagina.findChildren(Banner) if "Je was bezig met" in b.zin]
    next(k for k in banner.findChildren(Knop) if k.text() == "Ga verder").click()
    return banner.zin


def _veld(dialoog: TypDialoog, naam: str) -> Any:
    """Return the field, ready to be typed in behind what it says."""
    veld = dialoog.formulier.veld(naam).editor.widgets()[0]
    if isinstance(veld, QLineEdit):
        veld.end(False)
    return veld


def _teksten(dialoog: QWidget) -> str:
    return " ".join(w.text() for w in dialoog.findChildren(Label))


def test_what_was_typed_to_start_is_there_after_a_lock_and_goes_with_the_start(lijst, rust, qtbot, diensten, gegaan):
    calamiteit = diensten.calamiteiten.begin("Onrust op het plein").record
    lijst.toon(Plek("draaiboeken", extra=f"calamiteit={calamiteit}"))
    rust()
    lijst.kaarten["gedrag"].start.click()
    dialoog = lijst.findChild(StartDialoog)
    qtbot.keyClicks(_veld(dialoog, "aanleiding"), " bij de fietsen")
    dialoog.vragen["grens"].click()
    _vergrendel(dialoog, rust)
    assert len(_halve(diensten)) == 1
    lijst.toon(Plek("draaiboeken"))
    rust()
    assert "starten" in _ga_verder(lijst)
    rust()
    assert not [b for b in lijst.findChildren(Banner) if "Je was bezig met" in b.zin and b.isVisible()]
    dialoog = lijst.findChild(StartDialoog)
    assert STAAT_ER_WEER in _teksten(dialoog)
    assert dialoog.calamiteit.currentData() == calamiteit
    dialoog.doen.click()
    rust()
    loop = diensten.draaiboeken.open_loop(gegaan.laatste.id).beeld.loop
    assert (loop.ja, loop.calamiteit) == (("grens",), calamiteit)
    assert "bij de fietsen" in loop.aanleiding
    assert _halve(diensten) == []


def test_escape_with_something_typed_asks_and_only_throwing_away_lets_it_go(lijst, rust, qtbot, diensten):
    lijst.nieuw_knop.click()
    dialoog = lijst.findChild(TypDialoog)
    qtbot.keyClicks(_veld(dialoog, "naam"), "Storm")
    qtbot.keyClick(dialoog, Qt.Key.Key_Escape)
    dialoog.findChild(Bevestiging).laten.click()
    rust()
    assert dialoog.isVisible() and _veld(dialoog, "naam").text() == "Storm"
    qtbot.keyClick(dialoog, Qt.Key.Key_Escape)
    dialoog.findChild(Bevestiging).doen.click()
    rust()
    assert lijst.findChild(TypDialoog) is None
    assert _halve(diensten) == []
    lijst.nieuw_knop.click()
    assert _veld(lijst.findChild(TypDialoog), "naam").text() == ""


def test_escape_with_nothing_typed_asks_nothing(lijst, rust, qtbot):
    lijst.kaarten["rouw"].start.click()
    qtbot.keyClick(lijst.findChild(StartDialoog), Qt.Key.Key_Escape)
    rust()
    assert lijst.findChild(StartDialoog) is None


def test_an_own_version_half_typed_says_that_another_was_stored_since(lijst, rust, qtbot, diensten):
    boeken = diensten.draaiboeken
    eerste, _ = boeken.bewaar_eigen({"naam": "Storm"})
    lijst.toon(Plek("draaiboeken"))
    rust()

    def open_() -> TypDialoog:
        kaart = lijst.kaarten[str(eerste.record)]
        next(k for k in kaart.findChildren(Knop) if k.text().startswith("Pas aan")).click()
        rust()
        return lijst.findChild(TypDialoog)

    dialoog = open_()
    qtbot.keyClicks(_veld(dialoog, "naam"), " op zee")
    _vergrendel(dialoog, rust)
    boeken.bewaar_eigen({"naam": "Harde wind"}, eerste.record)
    lijst.toon(Plek("draaiboeken"))
    rust()
    dialoog = open_()
    assert _veld(dialoog, "naam").text() == "Storm op zee"
    assert INTUSSEN in _teksten(dialoog)
    dialoog.doen.click()
    rust()
    assert boeken.uitgave(str(eerste.record)).draaiboek.titel == "Storm op zee"
    assert _halve(diensten) == []


def test_two_who_write_one_version_at_a_time_do_not_overwrite_each_other(lijst, rust, qtbot, diensten):
    boeken = diensten.draaiboeken
    eerste, _ = boeken.bewaar_eigen({"naam": "Storm"})
    lijst.toon(Plek("draaiboeken"))
    rust()
    kaart = lijst.kaarten[str(eerste.record)]
    next(k for k in kaart.findChildren(Knop) if k.text().startswith("Pas aan")).click()
    rust()
    dialoog = lijst.findChild(TypDialoog)
    boeken.bewaar_eigen({"naam": "Harde wind"}, eerste.record)
    qtbot.keyClicks(_veld(dialoog, "naam"), " op zee")
    dialoog.doen.click()
    rust()
    assert dialoog.isVisible() and dialoog.fout.text()
    assert boeken.uitgave(str(eerste.record)).draaiboek.titel == "Harde wind"


def test_a_reason_half_typed_waits_at_its_step(maak, qtbot):
    o = maak()
    stap = next(s for s, _ in o.stappen() if s.reden)
    kaart = o.pagina.kaarten[stap.sleutel]
    if "overgeslagen" not in kaart.knoppen:
        kaart.knoppen["meer"].click()
    kaart.knoppen["overgeslagen"].click()
    dialoog = o.pagina.findChild(TypDialoog)
    qtbot.keyClicks(_veld(dialoog, "reden"), "De ouders waren er zelf")
    _vergrendel(dialoog, o.rust)
    (draft,) = _halve(o.d)
    assert plek_van_draft(draft) == Plek("draaiboek", o.loop)
    o.pagina.toon(Plek("draaiboek", o.loop))
    o.rust()
    assert stap.wat in _ga_verder(o.pagina)
    dialoog = o.pagina.findChild(TypDialoog)
    assert _veld(dialoog, "reden").toPlainText() == "De ouders waren er zelf"
    dialoog.doen.click()
    o.rust()
    uitkomst = next(u for s, u in o.stappen() if s.sleutel == stap.sleutel)
    assert (uitkomst.stand, uitkomst.reden) == (Stand.OVERGESLAGEN, "De ouders waren er zelf")
    assert _halve(o.d) == []


def test_what_it_is_for_half_typed_is_there_again(maak, qtbot):
    o = maak()
    o.pagina.kop.wijzig.click()
    dialoog = o.pagina.findChild(TypDialoog)
    qtbot.keyClicks(_veld(dialoog, "aanleiding"), " en slaan")
    _vergrendel(dialoog, o.rust)
    assert o.geopend().beeld.loop.aanleiding == "Schelden op het plein"
    o.pagina.toon(Plek("draaiboek", o.loop))
    o.rust()
    _ga_verder(o.pagina)
    o.pagina.findChild(TypDialoog).doen.click()
    o.rust()
    assert o.geopend().beeld.loop.aanleiding == "Schelden op het plein en slaan"
    assert _halve(o.d) == []


def test_what_was_half_typed_in_a_run_that_closed_since_can_be_let_go(maak, qtbot):
    o = maak()
    o.pagina.kop.wijzig.click()
    dialoog = o.pagina.findChild(TypDialoog)
    qtbot.keyClicks(_veld(dialoog, "aanleiding"), " en slaan")
    _vergrendel(dialoog, o.rust)
    o.d.draaiboeken.sluit(o.geopend(), "De school heeft het anders opgelost.")
    o.pagina.toon(Plek("draaiboek", o.loop))
    o.rust()

    def meldingen() -> list[Banner]:
        return [b for b in o.pagina.findChildren(Banner) if "Je was bezig met" in b.zin and b.isVisible()]

    (banner,) = meldingen()
    banner.knop.click()
    o.rust()
    assert meldingen() == []
    assert _halve(o.d) == []
