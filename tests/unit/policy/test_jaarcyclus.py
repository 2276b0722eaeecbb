"""The duties of the school year: all rows of the plan, its months only, and every fault named at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.models.jaarcyclus import Plicht, Ritme
from desktop.models.rechten import Rol
from desktop.policy.blad import InhoudFout
from desktop.policy.jaarcyclus import laad, pad_van
from tests.fingerprints import FILE, fingerprints, known
from tests.unit.policy.test_plan_inhoud import _MOEILIJK, _MOEILIJK_SAMEN

PAD = pad_van(None)
VERWACHT = {
    "jaarlijks": "gedragscode_team week_van_de_aandacht oudergesprek_1 herinnering_veiligheidsmonitor "
    "veiligheidsmonitor oudergesprek_2 oudergesprek_3 oudergesprek_4 lentekriebels paarse_vrijdag sel_vragenlijst "
    "herinnering_sel analyse_groep analyse_school terugkoppeling_klas leerlingenraad_monitor inspectie_toestemming "
    "inspectie_beschikbaar beleid_bijstellen vp_team vp_bekend vp_klachtenregeling klachtenregeling_informeren "
    "meldcode_bundelen levering_bestuur levering_coordinator scholingsplan wetswijzigingen",
    "maandelijks": "sel_lessen",
    "halfjaarlijks": "levering_gesprek managementgesprek",
    "tweejaarlijks": "scholing_nieuw",
    "vierjaarlijks": "tevredenheid_ouders analyse_vierjaar",
    "open": "evaluatie_bestuur observeren groepsgesprek leerlinggesprek lessen_rs lessen_burgerschap "
    "beleid_levend_team beleid_levend_anderen rollen communicatie_beleid leerlijn bijscholing vignetten instrument "
    "steunbeleid_evalueren klas_observeren meldcode_agenda meldcode_evalueren eigen_kennis netwerk_af netwerk_vp "
    "netwerk_ib ot indirecte_af gmr bestuur_scholing",
}
"""Every duty of the plan, by how often it returns, in the order of the plan."""
_RIJ = """[[plichten]]
sleutel = "oefening"
taak = "Oefenen"
wie = "Hele school"
rol = "directeur"
ritme = "jaarlijks"
maanden = [9, 3]
herinnert = ["leerkracht"]
bron = "Eigen plan"
pagina = "scholing"
formulier = "scholing"
rubriek = "Lessen"
"""


def _plicht(sleutel: str) -> Plicht:
    return next(p for p in laad(PAD) if p.sleutel == sleutel)


def test_every_duty_of_the_plan_is_there_with_its_rhythm() -> None:
    per_ritme: dict[str, list[str]] = {ritme.value: [] for ritme in Ritme}
    for plicht in laad(PAD):
        per_ritme[plicht.ritme.value].append(plicht.sleutel)
    assert per_ritme == {ritme: sleutels.split() for ritme, sleutels in VERWACHT.items()}


def test_months_are_only_those_that_the_plan_names() -> None:
    assert {p.sleutel: p.maanden for p in laad(PAD) if p.maanden} == {
        "oudergesprek_1": (9,),
        "herinnering_veiligheidsmonitor": (10,),  # before November
        "veiligheidsmonitor": (11,),
        "oudergesprek_2": (12,),
        "oudergesprek_3": (4,),
    }


def test_what_the_plan_leaves_to_the_school_is_never_late() -> None:
    assert [p.sleutel for p in laad(PAD) if p.naar_keuze] == ["oudergesprek_4", "paarse_vrijdag"]


def test_only_the_reminders_write_to_teachers() -> None:
    assert {p.sleutel: p.herinnert for p in laad(PAD) if p.herinnert} == {
        "herinnering_veiligheidsmonitor": ("leerkracht",),
        "herinnering_sel": ("leerkracht",),
    }


def test_work_counts_with_who_does_it() -> None:
    per_rol = {rol: {p.sleutel for p in laad(PAD) if p.rol is rol} for rol in Rol}
    assert per_rol[Rol.VERTROUWENSPERSOON] == {"vp_team", "vp_bekend", "vp_klachtenregeling", "netwerk_vp"}
    assert per_rol[Rol.IB] == {"instrument", "steunbeleid_evalueren", "klas_observeren", "netwerk_ib", "ot"}
    assert per_rol[Rol.ADMINISTRATIE] == set()
    assert _plicht("levering_coordinator").naar == "Coördinator sociale veiligheid"


def test_words_are_plain_and_own() -> None:
    bron = PAD.read_text(encoding="utf-8")
    van_plan = known(FILE.read_bytes())
    assert [run for run, mark in fingerprints(bron) if mark in van_plan] == []
    moeilijk = [w for w in _MOEILIJK if re.search(rf"\b{w}\b", bron.lower())]
    assert moeilijk + [w for w in _MOEILIJK_SAMEN if w in bron.lower()] == []
    assert [p.taak for p in laad(PAD) if p.taak.endswith(".") or len(p.taak) > 85] == []


def test_a_right_file_is_read(tmp_path: Path) -> None:
    pad = tmp_path / "jaarcyclus.toml"
    pad.write_text(_RIJ, encoding="utf-8")
    (plicht,) = laad(pad)
    assert (plicht.rol, plicht.ritme, plicht.maanden) == (Rol.DIRECTEUR, Ritme.JAARLIJKS, (9, 3))
    assert (plicht.naar, plicht.naar_keuze, plicht.let_op) == ("", False, "")


@pytest.mark.parametrize(
    ("was", "wordt", "fout"),
    [
        ('"oefening"', '"Oefening"', "2: sleutel moet bestaan uit"),
        ('taak = "Oefenen"\n', "", "1: ontbrekend veld: taak."),
        ('taak = "Oefenen"', 'taak = ""', "3: taak is leeg."),
        ('rol = "directeur"', 'rol = "koning"', "5: 'koning' kan niet; rol is een van: directeur,"),
        ('"jaarlijks"', '"soms"', "6: 'soms' kan niet; ritme is een van: maandelijks,"),
        ("[9, 3]", "[0]", "7: een maand is een getal van 1 tot en met 12."),
        ("[9, 3]", "[9, 9]", "7: een maand staat er dubbel."),
        ("[9, 3]", '["mei"]', "7: maanden moet een lijst van getallen zijn."),
        ('["leerkracht"]', '["buurman"]', "8: 'buurman' is geen rol;"),
        ('"scholing"', '"nergens"', "10: de pagina 'nergens' is er niet."),
        ('formulier = "scholing"', 'formulier = "bos"', "11: 'bos' kan niet; formulier"),
        ('"Lessen"', '"Les"', "12: 'Les' kan niet; rubriek"),
        ('rubriek = "Lessen"\n', f'rubriek = "Lessen"\n{_RIJ}', "14: sleutel 'oefening' staat er al."),
        ("[[plichten]]", 'naam = "x"\n[[plichten]]', "1: onbekend veld: naam."),
        (_RIJ, "", "1: hier staan geen taken"),
        ('wie = "Hele school"', "wie = Hele school", "4: geen geldige TOML"),
    ],
)
def test_a_fault_is_named_at_its_line(tmp_path: Path, was: str, wordt: str, fout: str) -> None:
    pad = tmp_path / "jaarcyclus.toml"
    pad.write_text(_RIJ.replace(was, wordt, 1), encoding="utf-8")
    with pytest.raises(InhoudFout) as gevonden:
        laad(pad)
    assert str(gevonden.value.fouten[0]).startswith(f"jaarcyclus.toml:{fout}")
