"""The one plan of the program: the school's part comes and goes with the vault, and no wrong folder stops it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.app.planhouder import Planhouder
from desktop.services.diensten import Diensten
from desktop.services.inhoud import keur
from desktop.views.work import Work
from tests.gui.conftest import Klok
from tests.inhoudsmap import maak_inhoudsmap

Rust = Callable[[], None]


def test_the_schools_part_comes_with_the_vault_and_goes_with_it(
    klok: Klok, work: Work, diensten: Diensten, rust: Rust
) -> None:
    houder = Planhouder(klok, work, "", lambda folder: None)
    gehoord: list[bool] = []
    houder.veranderd.connect(lambda: gehoord.append(houder.plan.eigen is not None))
    houder.herlees()
    rust()
    assert gehoord == [], "no vault, nothing to read"
    houder.begin(diensten.eigenplan)
    rust()
    diensten.eigenplan.bewaar_schoolplan({"ib": "Iris"}, None)
    houder.herlees()
    rust()
    assert houder.plan.eigen is not None and houder.plan.eigen.waarden["ib"] == "Iris"
    houder.vergeet()
    assert houder.plan.eigen is None
    assert gehoord == [True, True, False]


def test_what_is_still_being_read_at_the_lock_never_shows(
    klok: Klok, work: Work, diensten: Diensten, rust: Rust
) -> None:
    houder = Planhouder(klok, work, "", lambda folder: None)
    houder.begin(diensten.eigenplan)
    houder.vergeet()
    rust()
    assert houder.plan.eigen is None


def test_a_folder_is_kept_and_one_that_went_wrong_is_named(klok: Klok, work: Work, tmp_path: Path) -> None:
    bewaard: list[str] = []
    folder = maak_inhoudsmap(tmp_path / "groep")
    houder = Planhouder(klok, work, "", bewaard.append)
    assert houder.lees_inhoud() == ()
    houder.zet_inhoud(keur(folder))
    assert bewaard == [str(folder)] == [houder.inhoudsmap]
    assert houder.plan.bestaat("onze-leerlingen")
    (folder / "paginas" / "onze-leerlingen.md").write_text("kapot", encoding="utf-8")
    later = Planhouder(klok, work, bewaard[-1], bewaard.append)
    assert later.lees_inhoud() == ("onze-leerlingen.md:1: begin met een regel '---'.",)
    assert later.plan.bestaat("leerling-educatie")
    later.zet_inhoud(None)
    assert bewaard[-1] == later.inhoudsmap == "" and later.lees_inhoud() == ()


def test_the_step_lists_go_along_with_the_content_set(klok: Klok, work: Work, tmp_path: Path) -> None:
    folder = maak_inhoudsmap(tmp_path / "groep")
    houder = Planhouder(klok, work, "", lambda folder: None)
    assert houder.werk().draaiboeken["rouw"].pagina == "protocol-rouw"
    houder.zet_inhoud(keur(folder))
    assert houder.werk().draaiboeken["rouw"].pagina == "", "this set has no such page"
