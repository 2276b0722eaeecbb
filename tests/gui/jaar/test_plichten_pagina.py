"""Setting the duties: a month by one click, all the rest in a dialog, back to the plan, and a duty of one's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.jaarcyclus import EigenPlicht
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.jaartaak import nog_te_kiezen
from desktop.views.jaar import PlichtenPagina
from desktop.views.jaar.dialogen import PlichtDialoog
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Toast
from desktop.views.work import Work as Lanen


@pytest.fixture
def pagina(diensten: Diensten, work: Lanen, navigator: Navigator, thema: Thema, qtbot: QtBot) -> PlichtenPagina:
    pagina = PlichtenPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.resize(1180, 700)
    pagina.show()
    return pagina


def _toon(pagina: PlichtenPagina, extra: str, rust: Callable[[], None]) -> None:
    pagina.toon(Plek("jaarplichten", extra=extra))
    rust()


def _dialoog(pagina: PlichtenPagina, rust: Callable[[], None]) -> PlichtDialoog:
    rust()
    return next(d for d in pagina.findChildren(PlichtDialoog) if d.isVisible())


def test_every_duty_is_there_and_those_without_a_month_are_counted(pagina, diensten, rust):
    _toon(pagina, "", rust)
    plichten = diensten.schooljaren.plichten()
    open_ = sum(1 for k in plichten if nog_te_kiezen(k))

    assert pagina.lijst.model().rowCount() == len(plichten)
    assert pagina.filters["kies"].text() == f"Nog te kiezen ({open_})"
    _toon(pagina, "kies", rust)
    assert pagina.lijst.model().rowCount() == open_


def test_a_click_on_a_month_chooses_it_and_keeps_the_duty_in_view(pagina, diensten, rust):
    _toon(pagina, "kies", rust)
    sleutel = pagina.nu().plicht.sleutel
    n = pagina.lijst.model().rowCount()
    pagina.maanden[1].click()
    rust()
    pagina.maanden[10].click()
    rust()

    assert diensten.schooljaren.plicht(sleutel)[0].maanden == (10, 1)
    assert pagina.nu().plicht.sleutel == sleutel
    assert pagina.lijst.model().rowCount() == n, "it stays until one goes on"
    assert pagina.wanneer.text().endswith("elk jaar, in oktober en januari")
    _toon(pagina, "kies", rust)
    assert pagina.lijst.model().rowCount() == n - 1


def test_what_returns_every_two_years_asks_its_first_year(pagina, diensten, rust):
    _toon(pagina, "plicht=scholing_nieuw", rust)
    assert list(pagina.jaren) == ["2025-2026", "2026-2027"]
    pagina.jaren["2026-2027"].click()
    rust()
    pagina.maanden[3].click()
    rust()

    k = diensten.schooljaren.plicht("scholing_nieuw")[0]
    assert (k.eerste_jaar, k.maanden) == ("2026-2027", (3,))
    assert pagina.jaren["2026-2027"].isChecked()


def test_the_dialog_sets_the_rest_and_shows_what_was_chosen_before(pagina, diensten, rust):
    diensten.schooljaren.wijzig("oudergesprek_1", {"notitie": "Per bouw op een andere dag"})
    _toon(pagina, "plicht=oudergesprek_1", rust)
    pagina.meer.click()
    dialoog = _dialoog(pagina, rust)
    woorden = {a.text() for a in dialoog.findChildren(Alinea)}
    assert "Per bouw op een andere dag" in woorden
    values = dialoog.formulier.values()
    assert values["notitie"] == "Per bouw op een andere dag"
    dialoog.formulier.laad({**values, "eerste_jaar": "2026"})
    dialoog.doen.click()
    rust()
    assert dialoog.isVisible(), "a year that is none keeps it open"
    dialoog.formulier.laad({**values, "uit": True})
    dialoog.doen.click()
    rust()

    assert diensten.schooljaren.plicht("oudergesprek_1")[0].uit
    assert not pagina.maanden[9].isEnabled()
    _toon(pagina, "eigen", rust)
    assert pagina.lijst.model().rowCount() == 1


def test_back_to_the_plan_and_that_undone(pagina, diensten, rust):
    diensten.schooljaren.wijzig("oudergesprek_1", {"maanden": ["10"]})
    _toon(pagina, "plicht=oudergesprek_1", rust)
    pagina.terug.click()
    rust()
    assert diensten.schooljaren.plicht("oudergesprek_1")[0].maanden == (9,)
    assert not pagina.terug.isVisible()
    next(t for t in pagina.window().findChildren(Toast) if t.isVisible()).ongedaan.emit()
    rust()
    assert diensten.schooljaren.plicht("oudergesprek_1")[0].maanden == (10,)


def test_an_own_duty_is_added_and_removed(pagina, diensten, rust):
    _toon(pagina, "", rust)
    assert pagina.nieuw()
    dialoog = _dialoog(pagina, rust)
    dialoog.formulier.laad({"taak": "Fietsen keuren", "rol": "ib", "maanden": ["4"]})
    dialoog.doen.click()
    rust()

    assert pagina.nu().taak == "Fietsen keuren"
    assert pagina.terug.text() == "Verwijder deze taak"
    pagina.terug.click()
    rust()
    assert not list(diensten.session.vault.all(EigenPlicht.KIND))


def test_it_leads_to_the_plan(pagina, gegaan, rust):
    _toon(pagina, "plicht=oudergesprek_1", rust)
    pagina.naar_plan.click()
    assert gegaan.laatste.page == "plan"


def test_who_takes_part_reads_and_does_not_set(met_rol, work, navigator, thema, qtbot, rust):
    pagina = PlichtenPagina(met_rol(Rol.LEERKRACHT), work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.show()
    _toon(pagina, "", rust)

    assert pagina.lijst.model().rowCount()
    assert not any(chip.isEnabled() for chip in pagina.maanden.values())
    assert not pagina.meer.isEnabled()
    assert not pagina.nieuw()
