"""Reading draaiboeken: every fault is named at its line, in a school group's own files as in the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.policy.blad import InhoudFout
from desktop.policy.draaiboeken import BEVESTIGEN, anders, laad, map_van

_GOED = """sleutel = "proef"
versie = "1"
titel = "Proef"
kort = "Om te proberen."
herkomst = "plan"
bron = "Het plan."
pagina = "protocol-rouw"
volgorde = 10
in_volgorde = true

[[voorwaarden]]
sleutel = "herhaald"
vraag = "Gebeurde het eerder?"

[[stappen]]
sleutel = "bel"
fase = "Meteen"
wat = "Bel de ouders"
wie = "directeur"
termijn = 0
als = ["herhaald"]
leidt_naar = "incident"
"""
_STAP = '[[stappen]]\nsleutel = "bel"\nfase = "Later"\nwat = "Bel weer"\nwie = "ib"\n'
_LANG = " ".join(["woord"] * 25)


def _fouten(folder: Path, bron: str, naam: str = "proef.toml") -> list[str]:
    (folder / naam).write_text(bron, encoding="utf-8")
    with pytest.raises(InhoudFout) as fout:
        laad(folder)
    return [str(een) for een in fout.value.fouten]


def test_a_right_one_is_read_with_what_it_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "proef.toml").write_text(_GOED, encoding="utf-8")
    proef = laad(tmp_path)["proef"]
    stap = proef.stappen[0]
    assert (stap.termijn, stap.reden, stap.als, stap.niet_als, stap.punten) == (0, True, ("herhaald",), (), ())
    assert proef.bij([]) == () and proef.bij(["herhaald"]) == (stap,)


def test_they_come_in_their_order(tmp_path: Path) -> None:
    for naam, plek in (("aap", 20), ("noot", 10)):
        bron = _GOED.replace('"proef"', f'"{naam}"').replace("volgorde = 10", f"volgorde = {plek}")
        (tmp_path / f"{naam}.toml").write_text(bron, encoding="utf-8")
    assert list(laad(tmp_path)) == ["noot", "aap"]


@pytest.mark.parametrize(
    ("was", "wordt", "fout"),
    [
        ('kort = "Om', 'kleur = "rood"\nkort = "Om', "proef.toml:4: onbekend veld: kleur."),
        ('versie = "1"\n', "", "proef.toml:1: ontbrekend veld: versie."),
        ('fase = "Meteen"\n', "", "proef.toml:15: ontbrekend veld: fase."),
        ("volgorde = 10", 'volgorde = "10"', "proef.toml:8: volgorde moet een getal vanaf 0 zijn."),
        ("volgorde = 10", "volgorde = true", "proef.toml:8: volgorde moet een getal vanaf 0 zijn."),
        ("termijn = 0", "termijn = -1", "proef.toml:20: termijn moet een getal vanaf 0 zijn."),
        ("in_volgorde = true", "in_volgorde = 1", "proef.toml:9: in_volgorde moet true of false zijn."),
        ('als = ["herhaald"]', 'als = "herhaald"', "proef.toml:21: als moet een lijst van teksten zijn."),
        ('wie = "directeur"', "wie = []", "proef.toml:19: wie moet tekst zijn."),
        ('als = ["herhaald"]', 'als = ["nooit"]', "proef.toml:21: 'nooit' is geen voorwaarde."),
        (
            'als = ["herhaald"]',
            'als = ["herhaald"]\nniet_als = ["herhaald"]',
            "proef.toml:22: 'herhaald' staat in als en in niet_als: de stap komt nooit.",
        ),
        ('als = ["herhaald"]\n', "", "proef.toml:12: geen stap gebruikt de voorwaarde 'herhaald'."),
        ('naar = "incident"', 'naar = "bos"', "proef.toml:22: 'bos' is geen formulier of lijst."),
        ("protocol-rouw", "nergens", "proef.toml:7: de pagina 'nergens' is er niet."),
        ('herkomst = "plan"', 'herkomst = "krant"', "proef.toml:5: herkomst is een van: plan, sjabloon, school."),
        ('herkomst = "plan"', 'herkomst = "sjabloon"', f"proef.toml:6: bron van een sjabloon zegt: '{BEVESTIGEN}'"),
        ('wat = "Bel de ouders"', 'wat = " "', "proef.toml:18: wat is leeg."),
        ('"Bel de', '"Bel\\u202e de', "proef.toml:18: wat heeft een teken dat niet te zien is."),
        ('sleutel = "bel"', 'sleutel = "Bel!"', "proef.toml:16: sleutel moet bestaan uit kleine letters en cijfers"),
        ('"Om te proberen."', f'"Kort. {_LANG}."', "proef.toml:4: kort: een zin van 25 woorden"),
        ('wie = "directeur"', f'wie = "directeur"\npunten = ["{_LANG}"]', "proef.toml:20: punten: een zin van 25"),
        ('leidt_naar = "incident"\n', f'leidt_naar = "incident"\n\n{_STAP}', "proef.toml:25: sleutel 'bel' staat"),
        ('vraag = "G', 'sleutel = "x"\nvraag = "G', "proef.toml:13: geen geldige TOML"),
        ('leidt_naar = "incident"\n', 'leidt_naar = "incident', "proef.toml:22: geen geldige TOML"),
        ('sleutel = "proef"', 'sleutel = "anders"', "proef.toml:1: sleutel is de naam van het bestand: proef."),
    ],
)
def test_a_fault_is_named_at_its_line(tmp_path: Path, was: str, wordt: str, fout: str) -> None:
    assert was in _GOED
    gevonden = _fouten(tmp_path, _GOED.replace(was, wordt, 1))
    # a condition that only the faulty step used is a second one
    ook = "proef.toml:12: geen stap gebruikt de voorwaarde 'herhaald'."
    assert [een for een in gevonden if een.startswith(fout)] and all(een.startswith((fout, ook)) for een in gevonden)


def test_an_unknown_role_is_named_with_those_there_are(tmp_path: Path) -> None:
    (fout,) = _fouten(tmp_path, _GOED.replace('"directeur"', '"conciërge"'))
    assert fout.startswith("proef.toml:19: 'conciërge'") and "ondersteunend" in fout


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "ander.toml").write_text(_GOED.replace('"plan"', '"x"'), encoding="utf-8")
    gevonden = _fouten(tmp_path, _GOED.replace('"incident"', '"x"').replace("protocol-rouw", "x"))
    assert [fout.split(" ")[0] for fout in gevonden] == [
        "ander.toml:1:",
        "ander.toml:5:",
        "proef.toml:7:",
        "proef.toml:22:",
    ]


def test_what_looks_like_a_heading_inside_a_text_does_not_move_the_lines(tmp_path: Path) -> None:
    lang = 'uitleg = """\n[[stappen]]\nwie = 3\n"""\n'
    gevonden = _fouten(tmp_path, _GOED.replace("termijn = 0\n", lang).replace('"incident"', '"x"'))
    assert gevonden == ["proef.toml:25: 'x' is geen formulier of lijst."]


@pytest.mark.parametrize(
    ("stappen", "fout"),
    [
        ("", "proef.toml:1: dit draaiboek heeft geen stappen."),
        ("stappen = 3", "proef.toml:10: schrijf stappen als tabellen: [[stappen]]."),
        ('stappen = [{sleutel = "a", fase = "b", wat = "c", wie = "d"}]', "proef.toml:10: 'd' voert niets uit"),
    ],
)
def test_steps_that_are_not_there_or_written_otherwise(tmp_path: Path, stappen: str, fout: str) -> None:
    assert any(een.startswith(fout) for een in _fouten(tmp_path, _GOED.split("\n[[")[0] + stappen))


def test_no_text_at_all(tmp_path: Path) -> None:
    (tmp_path / "proef.toml").write_bytes(b"\xff")
    with pytest.raises(InhoudFout, match=r"proef.toml:1: dit bestand is geen UTF-8."):
        laad(tmp_path)


def test_a_folder_without_any_says_so(tmp_path: Path) -> None:
    with pytest.raises(InhoudFout, match="geen draaiboeken"):
        laad(tmp_path)


def test_a_document_elsewhere_is_checked_too(tmp_path: Path) -> None:
    bron = '[[documenten]]\nsleutel = "pesten"\ntitel = ""\nkort = "x"\npagina = "weg"\nplaats = "kast"\n'
    (tmp_path / "elders.toml").write_text(bron + bron, encoding="utf-8")
    with pytest.raises(InhoudFout) as fout:
        anders(tmp_path)
    regels = [int(str(een).split(":")[1]) for een in fout.value.fouten]
    assert regels == [3, 5, 6, 8, 9, 11, 12]


def test_a_folder_without_documents_has_the_shipped_ones(tmp_path: Path) -> None:
    assert anders(tmp_path, set()) == anders()
    assert map_van(tmp_path) == map_van(None)
