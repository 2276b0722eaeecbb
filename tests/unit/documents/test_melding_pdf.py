"""The melding pack: the call first, the sections of the regions, and a separate sheet that is nowhere else."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from desktop.documents import render_apart_blad, render_melding
from desktop.models.melding import Melding
from tests.unit.documents import meldvoorbeeld as mv
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas, tekst


def test_the_cover_note_begins_with_the_call() -> None:
    eerste = paginas(render_melding(mv.melding(), vb.kader()).pdf)[0]
    assert "Aan Veilig Thuis Hollands Midden" in eerste
    gebeld = "woensdag 18 november 2026 15:40 uur Gesproken met Karin Smit Nummer bij Veilig Thuis VT-2026-4417"
    assert gebeld in eerste
    assert eerste.index("woensdag 18 november") < eerste.index("Geachte medewerker")
    for deel in (
        "Namens Paul de Graaf, directeur van OBS De Regenboog",
        "uiterlijk op 25 november 2026",
        "vanaf 12 jaar",
    ):
        assert deel in eerste
    assert "Signalen.pdf" in eerste


def test_without_a_call_the_cover_note_says_so() -> None:
    eerste = paginas(render_melding(mv.melding(gebeld_op=None, gebeld_om=None), vb.concept()).pdf)[0]
    assert "Nog niet gebeld Bel eerst Veilig Thuis: 0800-2000" in eerste


def test_the_sections_are_those_of_the_regions_in_order() -> None:
    alles = tekst(render_melding(mv.melding(), vb.kader()).pdf)
    namen = ("1. Meldcode", "2. Melder", "3. Betrokkenen", "4. Melding", "5. Ondersteunend netwerk", "6. Overige")
    plekken = [alles.index(naam) for naam in namen]
    assert plekken == sorted(plekken)
    for deel in ("Meldnorm 1", "Lindelaan 12", "010 123 45 67", "De huisarts zag in maart geen letsel.", "Oma woont"):
        assert deel in alles
    assert "Met wie van Veilig Thuis vooraf overlegd Karin Smit Op 18 november 2026" in alles


def test_everyone_is_named_in_full_for_veilig_thuis() -> None:
    alles = tekst(render_melding(mv.melding(), vb.kader()).pdf)
    for naam in ("Sanne Bakker, moeder", "Emre Yılmaz, vader", "Fatma van den Berg", "Karin Smit"):
        assert naam in alles
    assert "S.B." not in alles


@pytest.mark.parametrize("concept", [False, True])
def test_nothing_of_the_separate_sheet_is_in_the_pack(concept: bool) -> None:
    kader = vb.concept() if concept else vb.kader()
    met, zonder = mv.melding(), mv.melding(apart="", apart_besproken=None)
    assert render_melding(met, kader).pdf == render_melding(zonder, kader).pdf
    alles = tekst(render_melding(met, kader).pdf).lower()
    assert "buurvrouw" not in alles and "apart" not in alles


def test_the_separate_sheet_is_a_pdf_of_its_own_and_promises_nothing() -> None:
    pdf = render_apart_blad(mv.melding(), vb.kader()).pdf
    alles = tekst(pdf)
    assert "De buurvrouw op nummer 9 hoorde het" in alles
    assert "Het recht van ouders op inzage blijft bestaan, ook voor dit blad." in alles
    assert "Hoort bij melding" in alles and "VT-2026-4417" in alles and "N.Y." in alles and "Noa" not in alles
    with pikepdf.open(BytesIO(pdf)) as boek:
        assert "Noa" not in str(boek.docinfo["/Title"])
    nog_niet = tekst(render_apart_blad(mv.melding(apart_besproken=False), vb.concept()).pdf)
    assert "Geef dit blad dan nog niet af." in nog_niet
    with pytest.raises(ValueError):
        render_apart_blad(mv.melding(apart=" "), vb.kader())


def test_hostile_text_is_literal_and_a_megabyte_goes_on_over_pages() -> None:
    slecht = "<b>x</b> <img src='file:///etc/passwd'> 5 < 6 & =1+1"
    gemaakt = render_melding(mv.melding(zorgen="Een heel lang verhaal. " * 45_000, overige=slecht), vb.kader())
    assert gemaakt.paginas > 100 and slecht in paginas(gemaakt.pdf)[-1]
    assert slecht in tekst(render_apart_blad(mv.melding(apart=slecht), vb.kader()).pdf)


def test_an_empty_one_names_what_is_missing() -> None:
    alles = tekst(render_melding(Melding(leerling=vb.NOA), vb.concept()).pdf)
    assert "Niet ingevuld: Meldnorm" in alles and "de directeur" in alles
