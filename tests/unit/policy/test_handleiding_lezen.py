"""The manual's reader names every fault by file and line, and reads them as running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.models.handleiding import Handleidingpagina
from desktop.policy.handleiding import HandleidingFout, lees, plat

GOED = "---\ntitel: Eén\nrubriek: Begin\nvolgorde: 2\nzie: twee\n---\nTekst met [een koppeling](handleiding:twee).\n"
TWEE = "---\ntitel: Twee\nrubriek: Begin\nvolgorde: 1\nzie:\n---\n\nTekst.\n"


def _schrijf(folder: Path, **teksten: str) -> list[Path]:
    for naam, tekst in teksten.items():
        (folder / f"{naam}.md").write_text(tekst, encoding="utf-8")
    return sorted(folder.glob("*.md"))


def _fouten(folder: Path, **teksten: str) -> list[str]:
    with pytest.raises(HandleidingFout) as gevangen:
        lees(_schrijf(folder, **teksten))
    assert str(gevangen.value) == "\n".join(str(f) for f in gevangen.value.fouten)
    return [str(f) for f in gevangen.value.fouten]


def test_pages_come_in_order(tmp_path: Path) -> None:
    paginas = lees(_schrijf(tmp_path, een=GOED, twee=TWEE))
    assert [p.sleutel for p in paginas] == ["twee", "een"]
    assert paginas[1] == Handleidingpagina(
        "een", "Eén", "Begin", 2, ("twee",), "Tekst met [een koppeling](handleiding:twee).\n"
    )


@pytest.mark.parametrize(
    ("van", "naar", "fout"),
    [
        ("---\ntitel", "titel", "een.md:1: begin met een regel '---'."),
        ("twee\n---\n", "twee\n", "een.md:1: de kop wordt niet afgesloten met '---'."),
        ("rubriek: Begin\n", "", "een.md:1: 'rubriek' ontbreekt."),
        ("titel: Eén", "titel: ", "een.md:2: 'titel' is leeg."),
        ("volgorde: 2", "volgorde: twee", "een.md:4: 'volgorde' is een getal."),
        ("volgorde: 2", "volgorde: 1", "twee.md:4: volgorde 1 heeft ook een.md."),
        ("zie: twee", "zie: twee\nzie: twee", "een.md:6: 'zie' staat er al."),
        ("zie: twee", "zie: twee\nauteur: ik", "een.md:6: verwacht 'naam: waarde'"),
        ("zie: twee", "zie: twee, drie", "een.md:5: 'zie' noemt de onbekende pagina 'drie'."),
        ("zie: twee", "zie: twee, twee", "een.md:5: 'zie' noemt 'twee' dubbel"),
        ("zie: twee", "zie: een", "een.md:5: 'zie' noemt 'een' dubbel, of de pagina zelf."),
        ("Tekst met [een koppeling](handleiding:twee).", "", "een.md:6: deze pagina heeft geen tekst."),
        (
            "Tekst",
            "\n\nTekst met [x](handleiding:drie)",
            "een.md:9: de koppeling 'handleiding:drie' gaat nergens heen.",
        ),
        ("Tekst", "[x](https://school.invalid/) Tekst", "een.md:7: een koppeling gaat alleen naar"),
        ("[een koppeling]", "[ ]", "een.md:7: een koppeling heeft geen tekst."),
        ("Tekst", "# Kop\n\nTekst", "een.md:7: de titel staat in de kop"),
        ("Tekst", "\n<b>Tekst</b>", "een.md:8: HTML en plaatjes"),
        ("Tekst", "![x](handleiding:twee)", "een.md:7: HTML en plaatjes"),
    ],
)
def test_each_fault_is_named_with_its_line(tmp_path: Path, van: str, naar: str, fout: str) -> None:
    assert van in GOED
    fouten = _fouten(tmp_path, een=GOED.replace(van, naar, 1), twee=TWEE)
    assert any(f.startswith(fout) for f in fouten), fouten


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    kapot = _fouten(tmp_path, een=GOED.replace("2", "x"), twee=TWEE.replace("titel: Twee\n", ""))
    assert kapot == ["een.md:4: 'volgorde' is een getal.", "twee.md:1: 'titel' ontbreekt."]


def test_bad_name_and_bad_bytes(tmp_path: Path) -> None:
    (tmp_path / "Een Naam.md").write_bytes(GOED.encode())
    (tmp_path / "latijn.md").write_bytes(GOED.encode("latin-1"))
    assert [str(f).split(": ", 1)[0] for f in _catch(tmp_path)] == ["Een Naam.md:1", "latijn.md:1"]


def _catch(folder: Path) -> tuple[object, ...]:
    with pytest.raises(HandleidingFout) as gevangen:
        lees(sorted(folder.glob("*.md")))
    return gevangen.value.fouten


def test_code_is_left_alone(tmp_path: Path) -> None:
    tekst = GOED + "\n```\n# geen kop <map> [x](y)\n```\n"
    assert lees(_schrijf(tmp_path, een=tekst, twee=TWEE))[1].tekst.endswith("```\n")


def _pagina(sleutel: str, titel: str, tekst: str, volgorde: int = 1) -> Handleidingpagina:
    return Handleidingpagina(sleutel, titel, "Begin", volgorde, (), tekst)


EEN = _pagina("een", "Zoë zoekt", "## Kop\n\n1. Eerst **vet**, dan [ver](handleiding:twee).\n")


def test_plain_text_of_markdown() -> None:
    assert plat(EEN.tekst) == "Kop: Eerst vet, dan ver."
    assert plat("## Vraag?\n\n- `--json` werkt\n\n```\nvangnet zoek\n```\n") == "Vraag? --json werkt vangnet zoek"
