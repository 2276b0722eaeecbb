"""The school's own text at a page: written, kept while half-written, its versions, and two at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app.planhouder import Planhouder
from desktop.models.rechten import Rol
from desktop.models.schoolplan import Eigentekst
from desktop.services.diensten import Diensten
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan.eigen import SLEUTEL, EigenTekstKaart, EigenTekstPagina
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.conftest import Gegaan, Klok

Rust = Callable[[], None]
PAGINA = "leerling-educatie"


@pytest.fixture
def houder(klok: Klok, work: Work, diensten: Diensten) -> Planhouder:
    houder = Planhouder(klok, work, "", lambda folder: None)
    houder.begin(diensten.eigenplan)
    return houder


@pytest.fixture
def pagina(
    qtbot: QtBot, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, houder: Planhouder, rust: Rust
) -> EigenTekstPagina:
    pagina = EigenTekstPagina(diensten, work, navigator, thema, houder.plan, houder.herlees)
    qtbot.addWidget(pagina)
    pagina.resize(1200, 700)
    pagina.show()
    pagina.toon(Plek(SLEUTEL, extra=PAGINA))
    rust()
    return pagina


def _typ(pagina: EigenTekstPagina, tekst: str) -> None:
    veld = pagina.veld.widgets()[0]
    assert isinstance(veld, QPlainTextEdit)
    veld.setPlainText(tekst)


def test_what_is_written_shows_at_the_page(
    pagina: EigenTekstPagina, houder: Planhouder, gegaan: Gegaan, qtbot: QtBot, rust: Rust
) -> None:
    plan = houder.plan
    assert plan.pagina(PAGINA).eigen in [w.text() for w in pagina.findChildren(type(pagina._uitleg))]
    _typ(pagina, "Wij doen dit op maandag.")
    qtbot.keyClick(pagina.veld.widgets()[0], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    rust()
    assert plan.eigen_tekst(plan.pagina(PAGINA)) == "Wij doen dit op maandag."
    assert gegaan.laatste == Plek("plan", extra=PAGINA)


def test_half_written_is_kept_at_the_lock_and_comes_back(
    pagina: EigenTekstPagina, diensten: Diensten, rust: Rust
) -> None:
    _typ(pagina, "Half geschreven")
    pagina.berg_op()
    rust()
    assert diensten.eigenplan.eigen_tekst(PAGINA) is None
    pagina.toon(Plek(SLEUTEL, extra="ouders"))
    rust()
    assert pagina.waarden()["tekst"] == ""
    pagina.toon(Plek(SLEUTEL, extra=PAGINA))
    rust()
    assert pagina.waarden()["tekst"] == "Half geschreven"
    banner = pagina.banners.banners()[0]
    assert banner.knop is not None
    banner.knop.click()
    rust()
    assert pagina.waarden()["tekst"] == ""
    assert diensten.eigenplan.draft(Eigentekst, None, pagina=PAGINA) is None


def test_versions_say_who_and_when_and_come_back(
    pagina: EigenTekstPagina, diensten: Diensten, houder: Planhouder, rust: Rust
) -> None:
    een, _ = diensten.eigenplan.bewaar_tekst(PAGINA, "De eerste.", None)
    assert een is not None
    diensten.eigenplan.bewaar_tekst(PAGINA, "De tweede.", een.revision)
    pagina.toon(Plek(SLEUTEL, extra=PAGINA))
    rust()
    assert [rij.tekst for rij in pagina.versies] == ["De tweede.", "De eerste."]
    assert [rij.knop.isHidden() for rij in pagina.versies] == [True, False]
    om = f"{een.recorded_at.astimezone():%H:%M}"  # of this computer: Windows keeps its own zone
    assert pagina.versies[1].knop.accessibleName() == f"Zet de tekst van 2 maart 2026 om {om} terug"
    pagina.versies[1].knop.click()
    assert pagina.waarden()["tekst"] == "De eerste."
    plan = houder.plan
    assert plan.eigen_tekst(plan.pagina(PAGINA)) != "De eerste.", "it holds once it is stored"
    pagina.bewaar()
    rust()
    assert plan.eigen_tekst(plan.pagina(PAGINA)) == "De eerste."
    assert len(diensten.eigenplan.versies(PAGINA)) == 3


def test_a_colleague_was_first(pagina: EigenTekstPagina, diensten: Diensten, rust: Rust) -> None:
    _typ(pagina, "Van mij")
    diensten.eigenplan.bewaar_tekst(PAGINA, "Van een ander", None)
    pagina.bewaar()
    rust()
    assert pagina.waarden()["tekst"] == "Van mij"
    dialoog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, VergelijkDialoog) and w.isVisible())
    dialoog.mijn.click()
    rust()
    assert [v.value.tekst for v in diensten.eigenplan.versies(PAGINA) if isinstance(v.value, Eigentekst)] == [
        "Van mij",
        "Van een ander",
    ]


def test_a_half_written_first_text_outlives_the_first_of_a_colleague(
    pagina: EigenTekstPagina, diensten: Diensten, rust: Rust
) -> None:
    _typ(pagina, "Van mij, half")
    pagina.berg_op()
    rust()
    diensten.eigenplan.bewaar_tekst(PAGINA, "Van een ander", None)
    pagina.toon(Plek(SLEUTEL, extra=PAGINA))
    rust()
    assert pagina.waarden()["tekst"] == "Van mij, half"


def test_who_may_not_write_reads(
    met_rol: Callable[[Rol], Diensten],
    houder: Planhouder,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    qtbot: QtBot,
    rust: Rust,
) -> None:
    diensten = met_rol(Rol.LEERKRACHT)
    pagina = EigenTekstPagina(diensten, work, navigator, thema, houder.plan, houder.herlees)
    qtbot.addWidget(pagina)
    pagina.toon(Plek(SLEUTEL, extra=PAGINA))
    rust()
    assert not pagina.voet.hoofdknop.isEnabled()
    pagina.bewaar()
    rust()
    assert diensten.eigenplan.eigen_tekst(PAGINA) is None


def test_the_card_at_the_page_invites_and_then_shows(
    qtbot: QtBot, thema: Thema, houder: Planhouder, diensten: Diensten, rust: Rust
) -> None:
    plan, gegaan = houder.plan, []
    kaart = EigenTekstKaart(thema, plan, plan.pagina(PAGINA), gegaan.append)
    qtbot.addWidget(kaart)
    assert kaart.knop.text() == "Schrijf onze eigen tekst"
    kaart.knop.click()
    assert gegaan == [Plek(SLEUTEL, extra=PAGINA)]
    diensten.eigenplan.bewaar_tekst(PAGINA, "Wij doen dit op maandag.", None)
    houder.herlees()
    rust()
    nieuw = EigenTekstKaart(thema, plan, plan.pagina(PAGINA), gegaan.append)
    qtbot.addWidget(nieuw)
    assert nieuw.knop.text() == "Wijzig onze tekst"
