"""Papers of the incident register: one incident with initials, the yearly report without names, and its charts."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from xml.etree import ElementTree

import pytest

from desktop.documents import Palet, render_incident, render_incidentjaar, svg_kolommen, svg_staven
from desktop.models.core import Wie
from desktop.models.dossierdelen import Betrokkene, BetrokkenRol
from desktop.models.incident import Criterium, Incident, IncidentSoort, Plaats, Schade
from desktop.models.incidentcijfers import Incidentjaar
from desktop.models.school import Schoolprofiel
from desktop.models.schooljaar import Periode
from desktop.models.telling import Tabel, Telling
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas, tekst

JAAR = Periode(date(2025, 8, 1), date(2026, 7, 31))
NU = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)
SCHOOL = Schoolprofiel(naam="OBS De Regenboog")
PALET = Palet("#111111", "#555555", "#1e7b80")


def _betrokkene(n: int, naam: str, rol: BetrokkenRol) -> Betrokkene:
    return Betrokkene(rij=UUID(int=n), wie=Wie(persoon=UUID(int=90 + n), naam=naam, hoedanigheid="groep 6"), rol=rol)


def _incident(n: int = 0, **anders: object) -> Incident:
    velden: dict[str, object] = {
        "ingrijpend": True,
        "soort": IncidentSoort.VERNIELING,
        "schade": Schade.DIEFSTAL,
        "wat": "Bram Zonnevanck pakte geld. Bram gaf het terug aan Yara.",
        "datum": JAAR.van + timedelta(days=n * 8),
        "tijd": time(10, 40),
        "plaats": Plaats.GANG,
        "groep": "6",
        "betrokkenen": (
            _betrokkene(1, "Bram Zonnevanck", BetrokkenRol.PLEGER),
            _betrokkene(2, "Yara El Idrissi", BetrokkenRol.SLACHTOFFER),
        ),
        "grensoverschrijdend": True,
        "criteria": (Criterium.CONTEXT,),
        "maatregel": "Met de ouders van Yara gebeld.",
        **anders,
    }
    return Incident.model_validate(velden)


def _jaar(aantal: int, *, afgeschermd: bool = True) -> Incidentjaar:
    return Incidentjaar(JAAR, tuple(_incident(n % 40) for n in range(aantal)), afgeschermd)


def test_an_incident_shows_its_fields_and_initials_only() -> None:
    alles = tekst(render_incident(_incident(), vb.kader()).pdf)
    for deel in (
        "Diefstal",
        "B.Z. pakte geld. B.Z. gaf het terug aan Y.e.I.",
        "B.Z., groep 6 (Vermoedelijk) pleger",
        "Context: het past niet bij de plek",
        "Gang, hal of trap",
        "10:40 uur",
    ):
        assert deel in alles, deel
    assert "Bram" not in alles and "Yara" not in alles and "Idrissi" not in alles
    assert "Handtekening" not in alles and "Ondertekening" not in alles


def test_a_concept_says_so_and_names_what_is_missing() -> None:
    alles = tekst(render_incident(Incident(datum=JAAR.van), vb.concept()).pdf)
    assert "CONCEPT" in alles and "Nog in te vullen" in alles and "Soort" not in alles.split("Drempel")[0]


def test_the_report_has_no_name_and_says_why_numbers_are_missing() -> None:
    alles = tekst(render_incidentjaar(_jaar(30), SCHOOL, NU).pdf)
    assert "Jaarverslag incidenten 2025-2026" in alles
    assert "Aantallen van 1 tot en met 4 zijn afgeschermd" in alles
    assert "Zonnevanck" not in alles and "Yara" not in alles and "B.Z." not in alles
    assert "Vernieling of diefstal 30" in alles and "Gang, hal of trap 30" in alles


def test_for_the_school_all_numbers_stand_there() -> None:
    alles = tekst(render_incidentjaar(_jaar(3, afgeschermd=False), SCHOOL, NU).pdf)
    assert "afgeschermd" not in alles.replace("Kleine aantallen getoond", "")
    assert "voor de school zelf" in alles and "Diefstal 3" in alles


def test_an_empty_year_is_one_calm_sentence_and_no_chart() -> None:
    bladen = paginas(render_incidentjaar(_jaar(0), SCHOOL, NU).pdf)
    assert len(bladen) == 1
    assert "In deze periode is geen incident geregistreerd." in bladen[0]
    assert "Per drie maanden" not in bladen[0] and "Soort" not in bladen[0] and "afgeschermd." not in bladen[0]


@pytest.mark.parametrize("aantal", [1, 400])
def test_one_and_four_hundred_both_fit(aantal: int) -> None:
    gemaakt = render_incidentjaar(_jaar(aantal, afgeschermd=False), SCHOOL, NU)
    assert gemaakt.paginas <= 3 and f"Vernieling of diefstal {aantal}" in tekst(gemaakt.pdf)


def test_the_same_input_gives_the_same_bytes() -> None:
    een, twee = (render_incidentjaar(_jaar(20), SCHOOL, NU).pdf for _ in range(2))
    assert een == twee


# -- charts

MAANDEN = Tabel("Per maand", (Telling("aug 2025", 3), Telling("sep 2025", 0), Telling("jan 2026", None)))


def _rechthoeken(svg: bytes) -> list[dict[str, float]]:
    wortel = ElementTree.fromstring(svg)
    gevonden = []
    for el in wortel.iter("{http://www.w3.org/2000/svg}rect"):
        gevonden.append({k: float(el.attrib[k]) for k in ("x", "y", "width", "height")})
    return gevonden


def test_a_drawing_is_svg_in_our_letters_and_the_colours_that_were_given() -> None:
    svg = svg_kolommen(MAANDEN, PALET, 400).decode()
    assert 'width="400"' in svg and "font-family: Source Sans Pro; font-weight: 600;" in svg
    assert "Vangnet-" not in svg and "clip" not in svg
    teksten = [el.text for el in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert teksten == ["3", "aug", "2025", "sep", "afgeschermd", "jan", "2026"]
    assert "fill: rgb(11%,48%,50%)" in svg


def test_bars_are_as_long_as_their_numbers_and_what_is_kept_back_tells_no_length() -> None:
    tabel = Tabel("Soort", (Telling("Een", 8), Telling("Twee", 4), Telling("Drie", None), Telling("Vier", 0)))
    acht, vier, weg = _rechthoeken(svg_staven(tabel, PALET, 400))
    assert acht["width"] == pytest.approx(2 * vier["width"], rel=0.01)
    assert acht["x"] + acht["width"] == pytest.approx(400, abs=0.5)
    ander = Tabel("Soort", (Telling("Een", 800), Telling("Twee", 4), Telling("Drie", None), Telling("Vier", 0)))
    assert _rechthoeken(svg_staven(ander, PALET, 400))[2]["width"] == pytest.approx(weg["width"], rel=0.2)


def test_a_part_of_a_chart_keeps_its_scale_and_one_is_no_full_bar() -> None:
    tabel = Tabel("Wapenbezit", (Telling("Steekwapen", 5),))
    los, deel = (_rechthoeken(svg_staven(tabel, PALET, 400, top))[0]["width"] for top in (0, 10))
    assert deel == pytest.approx(los / 2, rel=0.01)
    een = Tabel("Wapenbezit", (Telling("Steekwapen", 1),))
    assert _rechthoeken(svg_staven(een, PALET, 400))[0]["width"] == pytest.approx(los / 4, rel=0.05)


def test_a_long_or_strange_label_stays_within_the_drawing() -> None:
    tabel = Tabel("Groep", (Telling("Een heel lange naam van een groep " * 4, 3), Telling("🦊 = <b>", 2)))
    svg = svg_staven(tabel, PALET, 260)
    wortel = ElementTree.fromstring(svg)
    xs = [float(el.attrib["x"]) for el in wortel.iter("{http://www.w3.org/2000/svg}text")]
    assert min(xs) >= 0 and max(xs) < 260
    assert any("<b>" in (el.text or "") for el in wortel.iter("{http://www.w3.org/2000/svg}text"))
