"""Step lists and duties: shipped, or of another school group's content set, and shipped where that went wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.policy.blad import InhoudFout
from desktop.services.inhoud import Inhoudsbron, keur, laad_werk
from tests.inhoudsmap import maak_inhoudsmap

_BOEK = """sleutel = "brand"
versie = "1"
titel = "Brand"
kort = "Er is brand."
herkomst = "school"
bron = "Eigen protocol."
pagina = "{pagina}"
volgorde = 10
in_volgorde = true

[[stappen]]
sleutel = "weg"
fase = "Meteen"
wat = "Ga naar buiten"
wie = "{wie}"
"""
_PLICHT = """[[plichten]]
sleutel = "oefening"
taak = "Oefenen met naar buiten gaan"
wie = "Hele school"
rol = "directeur"
ritme = "jaarlijks"
bron = "Eigen plan"
rubriek = "Lessen"
{rest}
"""


@pytest.fixture
def groep(tmp_path: Path) -> Path:
    return maak_inhoudsmap(tmp_path / "groep")


def _schrijf(groep: Path, pagina: str = "onze-leerlingen", wie: str = "team", rest: str = "") -> None:
    (groep / "draaiboeken").mkdir()
    (groep / "draaiboeken" / "brand.toml").write_text(_BOEK.format(pagina=pagina, wie=wie), encoding="utf-8")
    (groep / "jaarcyclus.toml").write_text(_PLICHT.format(rest=rest), encoding="utf-8")


def test_without_a_folder_the_shipped_ones_are_read_once() -> None:
    bron = Inhoudsbron()
    assert "rouw" in bron.werk.draaiboeken
    assert bron.werk is bron.werk


def test_a_set_without_its_own_has_the_shipped_ones_and_they_point_at_none_of_its_missing_pages(groep: Path) -> None:
    werk = Inhoudsbron(str(groep)).werk
    assert werk.draaiboeken.keys() == laad_werk().draaiboeken.keys()
    assert {d.pagina for d in werk.draaiboeken.values()} == {""}
    assert {p.pagina for p in werk.plichten} == {e.pagina for e in werk.elders} == {""}


def test_a_set_brings_its_own_and_keeps_the_shipped_documents(groep: Path) -> None:
    _schrijf(groep)
    werk = Inhoudsbron(str(groep)).werk
    assert list(werk.draaiboeken) == ["brand"]
    assert werk.draaiboeken["brand"].pagina == "onze-leerlingen"
    assert [p.sleutel for p in werk.plichten] == ["oefening"]
    assert [e.sleutel for e in werk.elders] == [e.sleutel for e in laad_werk().elders]


def test_every_fault_of_every_file_is_named_and_the_set_is_not_used(groep: Path) -> None:
    _schrijf(groep, pagina="rouw", wie="niemand", rest="maanden = [13]")
    fouten = keur(groep).fouten
    assert [fout.split(" ")[0] for fout in fouten] == ["brand.toml:7:", "brand.toml:15:", "jaarcyclus.toml:9:"]
    with pytest.raises(InhoudFout):
        laad_werk(groep)
    assert "rouw" in Inhoudsbron(str(groep)).werk.draaiboeken


def test_the_first_window_does_not_read_them() -> None:
    zin = "import sys, desktop.services.inhoud; sys.exit('desktop.policy.draaiboeken' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", zin], check=False).returncode == 0
