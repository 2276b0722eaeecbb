"""The yearly bundle as a spreadsheet: what is in it, and that no text ever becomes a formula."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID
from xml.etree import ElementTree

import pytest

from desktop.exchange.spreadsheet import MAX_CEL, incidentjaar_xlsx, jaarbundel_xlsx, klachtjaar_xlsx
from desktop.models.incident import Incident, IncidentSoort, Plaats
from desktop.models.incidentcijfers import Incidentjaar
from desktop.models.klacht import Klacht, Klager
from desktop.models.klachtcijfers import Klachtjaar
from desktop.models.rapportage import AardHgkm, Bundel, GenomenStap, Jaarbundel, Ontvanger, Rapportage
from desktop.models.schooljaar import Periode

NU = datetime(2027, 7, 1, 12, 0, tzinfo=UTC)
NS = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
GEVAARLIJK = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "=cmd|' /C calc'!A0", "%0A=1", "|x", "=\tx"]


def _rapportage(n: int, **anders: object) -> Rapportage:
    vast: dict[str, object] = {
        "dossier": UUID(int=77),
        "kenmerk": f"2026-{n:03d}",
        "schooljaar": "2026-2027",
        "datum": date(2026, 12, 1),
        "aard": (AardHgkm.PSYCHISCH,),
        "noemenswaardig": n > 0,
        "meldcode": True,
        "rollen": True,
        "taken": True,
        "stappen": (GenomenStap.SIGNALEN, GenomenStap.GEMELD),
        "volgens_afspraak": True,
    }
    return Rapportage(**{**vast, **anders})  # type: ignore[arg-type]


def _bundel(**anders: object) -> Bundel:
    vast: dict[str, object] = {
        "van": date(2026, 8, 1),
        "tot": date(2027, 7, 31),
        "scholing": "Een middag praten met kinderen.",
        "ontvangers": (Ontvanger(rij=UUID(int=1), wie="Bestuur", verstuurd_op=date(2027, 7, 5)),),
    }
    return Bundel(**{**vast, **anders})  # type: ignore[arg-type]


def _bladen(data: bytes) -> dict[str, list[list[str]]]:
    """Read it back with nothing but the standard library: sheet by sheet, row by row, cells as text."""
    with zipfile.ZipFile(BytesIO(data)) as zip_:
        assert zip_.testzip() is None
        gedeeld = [
            "".join(t.text or "" for t in si.iter(f"{{{NS['s']}}}t"))
            for si in ElementTree.fromstring(zip_.read("xl/sharedStrings.xml"))
        ]
        namen = re.findall(r'<sheet name="([^"]+)"', zip_.read("xl/workbook.xml").decode())
        bladen: dict[str, list[list[str]]] = {}
        for n, naam in enumerate(namen, 1):
            wortel = ElementTree.fromstring(zip_.read(f"xl/worksheets/sheet{n}.xml"))
            assert wortel.findall(".//s:f", NS) == [], "a formula"
            assert wortel.findall(".//s:hyperlink", NS) == []
            bladen[naam] = [
                [
                    gedeeld[int(v)] if c.get("t") == "s" else v
                    for c in rij.findall("s:c", NS)
                    for v in [c.findtext("s:v", "", NS)]
                ]
                for rij in wortel.findall(".//s:row", NS)
            ]
        return bladen


def _maak(bundel: Bundel, *rapportages: Rapportage, school: str = "OBS De Proef") -> bytes:
    return jaarbundel_xlsx(Jaarbundel(bundel, rapportages), school, NU)


def test_it_holds_period_receivers_and_the_counts_as_numbers() -> None:
    bladen = _bladen(_maak(_bundel(), *(_rapportage(n) for n in range(1, 8))))
    overzicht = {rij[0]: rij[1] for rij in bladen["Overzicht"] if len(rij) > 1}
    assert bladen["Overzicht"][0] == ["Jaarbundel meldcode 2026-2027"]
    assert overzicht["School"] == "OBS De Proef" and overzicht["Scholing die het team nodig heeft"].startswith("Een")
    assert overzicht["Bestuur"] == str((date(2027, 7, 5) - date(1899, 12, 30)).days)
    aantallen = {(rij[0], rij[1]): rij[2] for rij in bladen["Aantallen"]}
    assert aantallen["Aantal situaties", "Situaties in deze periode"] == "7"
    assert aantallen["Noemenswaardig incident", "Ja"] == "7"


def test_small_numbers_and_single_situations_are_kept_back() -> None:
    rapportages = [_rapportage(n, ontbrak="Eén gezin wachtte.") for n in range(8)]
    data = _maak(_bundel(), *rapportages)
    bladen = _bladen(data)
    assert "Situaties" not in bladen
    aantallen = {(rij[0], rij[1]): rij[2] for rij in bladen["Aantallen"]}
    assert aantallen["Noemenswaardig incident", "Nee"] == "afgeschermd" == aantallen["Noemenswaardig incident", "Ja"]
    assert "wachtte" not in str(bladen)
    alles = _bladen(_maak(_bundel(klein_afschermen=False), *rapportages))
    assert alles["Situaties"][1][0] == "2026-000" and "wachtte" in str(alles["Situaties"])
    assert str(UUID(int=77)) not in str(alles)


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_text_that_looks_like_a_formula_stays_text_and_is_marked_so(tekst: str) -> None:
    rapportage = _rapportage(1, kenmerk=tekst, ontbrak=tekst, ingevuld_door=tekst)
    bundel = _bundel(
        klein_afschermen=False,
        ontbrak=tekst,
        scholing=tekst,
        doorgaande_lijn=tekst,
        ontvangers=(Ontvanger(rij=UUID(int=1), wie=tekst),),
    )
    data = _maak(bundel, rapportage, school=tekst)
    assert str(_bladen(data)).count(repr(tekst)[1:-1]) >= 7
    with zipfile.ZipFile(BytesIO(data)) as zip_:
        assert b'quotePrefix="1"' in zip_.read("xl/styles.xml")
        gedeeld = ["".join(si.itertext()) for si in ElementTree.fromstring(zip_.read("xl/sharedStrings.xml"))]
        stijlen = ElementTree.fromstring(zip_.read("xl/styles.xml")).findall("s:cellXfs/s:xf", NS)
        blad = ElementTree.fromstring(zip_.read("xl/worksheets/sheet1.xml"))
        cellen = [c for c in blad.iter(f"{{{NS['s']}}}c") if c.get("t") == "s"]
        zo = [c for c in cellen if gedeeld[int(c.findtext("s:v", "", NS))] == tekst]
        assert zo and all(stijlen[int(c.get("s", "0"))].get("quotePrefix") == "1" for c in zo)


def test_too_long_a_text_is_cut_and_says_so() -> None:
    lang = "é" * (MAX_CEL + 100)
    bladen = _bladen(_maak(_bundel(scholing=lang, ontbrak="😀" * 30_000)))
    cellen = [cel for rij in bladen["Overzicht"] for cel in rij]
    ingekort = [cel for cel in cellen if cel.endswith("(ingekort; zie de PDF)")]
    assert len(ingekort) == 2
    assert all(len(cel.encode("utf-16-le")) // 2 <= MAX_CEL for cel in ingekort)


def test_control_signs_and_markup_are_literal() -> None:
    tekst = "<b>5 < 6 & x</b> _x000D_ regel\nnieuw"
    assert tekst in str(_bladen(_maak(_bundel(scholing=tekst)))).replace("\\n", "\n").replace(
        "_x005F_x000D_", "_x000D_"
    )


def test_the_same_input_gives_the_same_bytes_and_nothing_is_left_on_disk(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert _maak(_bundel(), _rapportage(1)) == _maak(_bundel(), _rapportage(1))
    assert list(tmp_path.iterdir()) == []


def _incidentjaar(aantal: int, *, afgeschermd: bool) -> Incidentjaar:
    een = Incident(
        soort=IncidentSoort.GEWELD, plaats=Plaats.KLAS, datum=date(2026, 10, 5), groep="=SOM(A1)", wat="Geheim"
    )
    return Incidentjaar(Periode(date(2026, 8, 1), date(2027, 7, 31)), (een,) * aantal, afgeschermd)


def test_incidents_are_counted_with_nothing_of_a_single_one() -> None:
    data = incidentjaar_xlsx(_incidentjaar(7, afgeschermd=True), "OBS De Proef", NU)
    bladen = _bladen(data)
    assert list(bladen) == ["Overzicht", "Aantallen"]
    assert ["Aantallen onder de 5", "afgeschermd"] in bladen["Overzicht"]
    assert ["Soort", "Fysiek geweld", "7"] in bladen["Aantallen"] and ["Groep", "=SOM(A1)", "7"] in bladen["Aantallen"]
    with zipfile.ZipFile(BytesIO(data)) as zip_:
        alles = b"".join(zip_.read(naam) for naam in zip_.namelist())
    assert b"Geheim" not in alles and b"<f>" not in alles
    assert incidentjaar_xlsx(_incidentjaar(7, afgeschermd=True), "OBS De Proef", NU) == data


def test_few_incidents_are_kept_back_and_none_is_said() -> None:
    bladen = _bladen(incidentjaar_xlsx(_incidentjaar(3, afgeschermd=True), "OBS De Proef", NU))
    assert ["Aantal", "Geregistreerde incidenten", "afgeschermd"] in bladen["Aantallen"]
    bladen = _bladen(incidentjaar_xlsx(_incidentjaar(0, afgeschermd=True), "OBS De Proef", NU))
    assert ["In deze periode is geen incident geregistreerd."] in bladen["Overzicht"]
    assert bladen["Aantallen"][1:] == [["Aantal", "Geregistreerde incidenten", "0"]]


def test_complaints_are_counted_and_few_are_kept_back() -> None:
    een = Klacht(datum=date(2026, 10, 5), klager=Klager.OUDER, klacht="Geheim", naam="Karim Zandstra")
    jaar = Klachtjaar(Periode(date(2026, 8, 1), date(2027, 7, 31)), (een,) * 5)
    bladen = _bladen(klachtjaar_xlsx(jaar, "OBS De Proef", NU))
    assert ["Wie klaagde", "Ouder", "5"] in bladen["Aantallen"]
    assert ["Aantallen onder de 5", "getoond: alleen voor de vertrouwenspersoon"] in bladen["Overzicht"]
    weinig = Klachtjaar(jaar.periode, (een,) * 2, afgeschermd=True)
    bladen = _bladen(klachtjaar_xlsx(weinig, "OBS De Proef", NU))
    assert ["Aantal", "Klachten", "afgeschermd"] in bladen["Aantallen"]
    assert "Zandstra" not in str(bladen) and "Geheim" not in str(bladen)
    leeg = _bladen(klachtjaar_xlsx(Klachtjaar(jaar.periode, (), afgeschermd=True), "OBS De Proef", NU))
    assert leeg["Aantallen"][1:] == [["Aantal", "Klachten", "0"]]
