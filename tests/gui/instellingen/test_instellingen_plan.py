"""Ons plan: the places of the school, who fills them, where they come back, and another group's content set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.models.rechten import Rol
from desktop.models.schoolplan import Schoolplan
from desktop.models.velden import velden
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.instellingen.plan import PlanDeel
from desktop.views.navigatie import Plek
from tests.gui.instellingen.conftest import App, Open, banners
from tests.inhoudsmap import maak_inhoudsmap

AANTAL = len(velden(Schoolplan))


def _deel(app: App, qtbot: QtBot) -> PlanDeel:
    app.ga("plan")
    deel = app.pagina.deel()
    assert isinstance(deel, PlanDeel)
    qtbot.waitUntil(lambda: bool(deel.koppelingen))
    return deel


def _typ(deel: PlanDeel, naam: str, tekst: str) -> None:
    veld = deel.formulier.veld(naam)
    assert veld is not None
    editor = veld.editor.widgets()[0]
    assert isinstance(editor, QLineEdit)
    editor.setText(tekst)
    editor.textEdited.emit(tekst)


def _klaar(app: App, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: app.pagina._o.work.open == 0)


def test_filled_in_once_it_shows_on_every_page(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _deel(app, qtbot)
    assert deel.stand.text() == f"0 van {AANTAL} ingevuld"
    _typ(deel, "sel_methode", "Samen Sterk")
    assert deel.stand.text() == f"1 van {AANTAL} ingevuld"
    assert deel.balk.value() == 1
    deel.formulier.focus_veld("sel_methode")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    _klaar(app, qtbot)()
    plan = app.plan.plan
    assert "Samen Sterk" in plan.tekst(plan.pagina("leerling-educatie"))
    assert "Methode sociaal-emotioneel" not in plan.ontbreekt(plan.pagina("leerling-educatie"))
    assert deel.voet.stand.text().startswith("Laatst bewaard op ")
    assert deel.voet.stand.text().endswith(" door Noor Bakker")


def test_each_place_says_where_it_comes_back_and_leads_there(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.DIRECTEUR)
    deel = _deel(app, qtbot)
    paginas = app.plan.plan.paginas()
    waar = {naam: [p for p in paginas if naam in p.plaatsen()] for naam in deel.koppelingen}
    assert all(waar.values())
    een = next(naam for naam, gevonden in waar.items() if len(gevonden) == 1)
    meer = next(naam for naam, gevonden in waar.items() if len(gevonden) > 1)
    gegaan: list[Plek] = []
    app.navigator.gevraagd.disconnect(app.pagina.toon)
    app.navigator.gevraagd.connect(gegaan.append)
    assert deel.koppelingen[een].text() == "Komt terug op 1 pagina"
    deel.koppelingen[een].click()
    assert gegaan == [Plek("plan", extra=waar[een][0].sleutel)]
    assert deel.koppelingen[meer].text() == f"Komt terug op {len(waar[meer])} pagina's"
    deel.koppelingen[meer].click()
    menu = deel.koppelingen[meer].findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(waar[meer])
    menu.actions()[-1].trigger()
    assert gegaan[-1] == Plek("plan", extra=waar[meer][-1].sleutel)
    menu.close()


def test_half_filled_is_kept_and_does_not_hold_yet(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _deel(app, qtbot)
    _typ(deel, "ib", "Iris, kamer 3")
    app.pagina.berg_op()
    _klaar(app, qtbot)()
    assert app.diensten.eigenplan.schoolplan() is None
    deel._geladen = False  # as after a lock: nothing of the form is left
    deel.formulier.laad({})
    deel.toon()
    _klaar(app, qtbot)()
    assert deel.formulier.values()["ib"] == "Iris, kamer 3"
    assert "Je was hier eerder mee bezig" in banners(deel)[0]
    deel.bewaar()
    _klaar(app, qtbot)()
    stored = app.diensten.eigenplan.schoolplan()
    assert stored is not None and isinstance(stored.value, Schoolplan) and stored.value.ib == "Iris, kamer 3"
    assert app.diensten.eigenplan.draft(Schoolplan, stored.record) is None


def test_two_at_once_see_both_versions_and_lose_nothing(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _deel(app, qtbot)
    _typ(deel, "ib", "Van mij")
    app.diensten.eigenplan.bewaar_schoolplan({"ib": "Van een ander"}, None)
    deel.bewaar()
    _klaar(app, qtbot)()
    dialoog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, VergelijkDialoog) and w.isVisible())
    assert ("Intern begeleider", "Van een ander", "Van mij") in [tuple(rij) for rij in dialoog.velden]
    dialoog.mijn.click()
    _klaar(app, qtbot)()
    stored = app.diensten.eigenplan.schoolplan()
    assert stored is not None and isinstance(stored.value, Schoolplan) and stored.value.ib == "Van mij"


def test_who_may_not_change_it_reads_it(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.LEERKRACHT)
    deel = _deel(app, qtbot)
    veld = deel.formulier.veld("ib")
    assert veld is not None
    assert deel.voet.isHidden()
    assert not app.pagina.knoppen["plan"].reden
    assert "Met de rol leerkracht mag je dit niet" in banners(deel)[0]
    assert not deel.inhoudblok.kies.isEnabled()
    deel.bewaar()
    assert app.diensten.eigenplan.schoolplan() is None


def test_a_folder_of_another_group_is_used_at_once_and_at_the_next_start(
    open_app: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app(Rol.IB)
    deel = _deel(app, qtbot)
    blok = deel.inhoudblok
    assert blok.terug.isHidden()
    folder = maak_inhoudsmap(tmp_path / "groep")
    app.mappen.append(folder)
    blok.kies.click()
    _klaar(app, qtbot)()
    assert [p.sleutel for p in app.plan.plan.paginas()] == ["onze-leerlingen"]
    assert app.onthouden == [str(folder)]
    assert blok.bron.heel() == str(folder)
    blok.terug.click()
    assert app.plan.plan.bestaat("leerling-educatie")
    assert app.onthouden[-1] == ""


def test_a_wrong_folder_is_not_used_and_says_where_it_is_wrong(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    app = open_app(Rol.IB)
    deel = _deel(app, qtbot)
    app.mappen.append(maak_inhoudsmap(tmp_path / "groep", "Zie [dit](plan:nergens)."))
    deel.inhoudblok.kies.click()
    _klaar(app, qtbot)()
    assert deel.inhoudblok.fouten.toPlainText() == (
        "onze-leerlingen.md:15: de koppeling 'plan:nergens' gaat nergens heen."
    )
    assert app.onthouden == [] and app.plan.plan.bestaat("leerling-educatie")
    app.mappen.append(None)
    deel.inhoudblok.kies.click()
    assert not deel.inhoudblok.fouten.isHidden(), "not choosing changes nothing"


def test_the_name_of_the_school_reaches_the_pages_too(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    gehoord: list[int] = []
    app.plan.veranderd.connect(lambda: gehoord.append(1))
    app.ga("school")
    _klaar(app, qtbot)()
    deel = app.pagina.deel()
    assert deel is not None
    deel.formulier.values()  # type: ignore[attr-defined]
    deel.bewaar()  # type: ignore[attr-defined]
    _klaar(app, qtbot)()
    assert gehoord
    eigen = app.plan.plan.eigen
    assert eigen is not None and eigen.waarden["school"] == "OBS De Vlieger"
