"""Blank forms: one sheet, both sides, nothing filled in, room to write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from desktop.documents import render_incidentformulier, render_samenvatting, render_signaalformulier
from desktop.documents.frame import HOOGTE, Gemaakt
from desktop.documents.styles import BREEDTE, MARGE
from desktop.models.dossierdelen import PassageSoort
from desktop.models.school import Schoolprofiel
from desktop.models.signaal import Aard, GeletOp
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas, tekst

NU = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)
FORMULIEREN: tuple[Callable[[Schoolprofiel, datetime], Gemaakt], ...] = (
    render_signaalformulier,
    render_incidentformulier,
)


@pytest.mark.parametrize("maak", FORMULIEREN)
def test_a_form_is_one_sheet_with_room_to_write_on_both_sides(maak: Callable[..., Gemaakt]) -> None:
    gemaakt = maak(vb.SCHOOL, NU)
    assert gemaakt.paginas == 2 and gemaakt.ontbrekend == ()
    with pikepdf.open(BytesIO(gemaakt.pdf)) as boek:
        for blad in boek.pages:
            lijnen = [
                tuple(float(x) for x in op.operands)
                for op in pikepdf.parse_content_stream(blad)
                if str(op.operator) in ("m", "l")
            ]
            assert len(lijnen) > 40
            assert all(MARGE - 1 <= x <= MARGE + BREEDTE + 1 for x, _ in lijnen)
            assert all(0 < y < HOOGTE + 200 for _, y in lijnen)
    for blad_tekst in paginas(gemaakt.pdf):
        assert "OBS De Regenboog" in blad_tekst and "Vertrouwelijk" in blad_tekst


def test_the_signal_form_asks_what_the_record_asks() -> None:
    voor, achter = paginas(render_signaalformulier(vb.SCHOOL, NU).pdf)
    assert all(keuze.label in voor for keuze in (*Aard, *GeletOp))
    vragen = ("Is er nu direct gevaar?", "(disclosure)?", "eergerelateerd geweld?", "Wie zag of hoorde het")
    assert all(vraag in voor for vraag in (*vragen, "0800-2000"))
    assert all(soort.label in achter for soort in PassageSoort)
    assert "Voorkant" in achter and "Handtekening" in achter and "Besproken met" in achter


def test_the_incident_form_has_all_kinds_and_criteria() -> None:
    voor, achter = paginas(render_incidentformulier(vb.SCHOOL, NU).pdf)
    for soort in ("Fysiek geweld", "vuurwapen", "Grove pesterij", "Discriminatie: ras", "Bedreiging", "diefstal"):
        assert soort in voor
    for criterium in ("Toestemming", "Vrijwilligheid", "Gelijkwaardigheid", "Ontwikkeling", "Context", "Zelfrespect"):
        assert criterium in achter


def test_the_summary_without_names_is_one_page_and_loses_nothing() -> None:
    def maak(woorden: str) -> Gemaakt:
        return render_samenvatting(woorden, "OBS De Regenboog", NU, "2026-7K3F9Q")

    lang = "Er zijn drie signalen in zes weken, en de uitleg wisselt. " * 75
    for gemaakt in (maak("Een leerling van 9 jaar.\n\nSlaapt slecht."), maak(lang)):
        assert gemaakt.paginas == 1
    assert tekst(maak(lang).pdf).count("drie signalen") == 75
    veel = maak("<b>x</b> 5 < 6 & =1+1 en verder. " * 400)
    assert veel.paginas > 1 and tekst(veel.pdf).count("<b>x</b> 5 < 6 & =1+1") == 400
    eerste = paginas(maak("Kort.").pdf)[0]
    assert "Samenvatting zonder namen" in eerste and "2026-7K3F9Q" in eerste
    assert "–" in tekst(maak("").pdf)


def test_the_summary_keeps_a_heading_with_its_points_and_hangs_them() -> None:
    regel = "- maart 2026: " + "er zijn zorgen over eten en slaap " * 4
    woorden = "Het gaat om een leerling.\n\nGesprekken\n" + "\n".join([regel] * 60)
    gemaakt = render_samenvatting(woorden, "OBS De Regenboog", NU)
    assert gemaakt.paginas > 1
    alles = tekst(gemaakt.pdf)
    assert alles.count("– maart 2026: er zijn zorgen") == 60 and "Gesprekken" in alles
