"""Another school group's content set: used when it is right, and never in the way of the plan when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.policy.blad import InhoudFout
from desktop.policy.plan import laad
from desktop.services.inhoud import Inhoudsbron, keur
from desktop.services.plan import Plan
from tests.inhoudsmap import maak_inhoudsmap


def test_a_right_folder_is_read_and_brings_the_shipped_sociale_kaart_along(tmp_path: Path) -> None:
    keuring = keur(maak_inhoudsmap(tmp_path / "groep"))
    assert keuring.fouten == ()
    assert keuring.paginas == 1
    assert keuring.organisaties > 10


def test_every_fault_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    keuring = keur(maak_inhoudsmap(tmp_path / "groep", "Zie [dit](plan:nergens).\n\nEn {niets}.", " weg"))
    assert keuring.inhoud is None and keuring.paginas == keuring.organisaties == 0
    assert [fout.split(" ")[0] for fout in keuring.fouten] == [f"onze-leerlingen.md:{n}:" for n in (8, 15, 17)]


def test_a_folder_that_is_no_content_set_says_what_is_missing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "er-niet"):
        assert "'paginas'" in keur(folder).fouten[0]
    (tmp_path / "paginas").mkdir()
    assert keur(tmp_path).fouten == ("paginas:1: hier staan geen pagina's (.md).",)


def test_the_plan_opens_with_the_shipped_content_where_the_folder_went_wrong(tmp_path: Path, clock) -> None:
    bron = Inhoudsbron(str(tmp_path / "weg"))
    plan = Plan(clock, bron)
    assert plan.bestaat("leerling-educatie")
    assert len(bron.fouten) == 1


def test_another_set_shows_at_once_and_a_wrong_one_changes_nothing(tmp_path: Path, clock) -> None:
    plan = Plan(clock)
    plan.zet_inhoud(Inhoudsbron(str(maak_inhoudsmap(tmp_path / "goed"))))
    assert [p.sleutel for p in plan.paginas()] == ["onze-leerlingen"]
    fout = maak_inhoudsmap(tmp_path / "fout", "# Kop")
    with pytest.raises(InhoudFout):
        plan.zet_inhoud(lambda: laad(fout))
    assert plan.bestaat("onze-leerlingen")
    plan.zet_inhoud(Inhoudsbron())
    assert plan.bestaat("leerling-educatie")
