"""The PDF of any record of the dossier: all of it, under its marks, for nobody but the pupil by name."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from desktop.documents import page_sizes, render_stuk
from desktop.documents.dossierstuk import personen_in
from desktop.models.core import Record
from desktop.models.dossier import Toestemming, Uitzondering
from desktop.models.dossierdelen import Kant, Letsel, Passage, PassageSoort
from desktop.models.meldcode import Afloop, Afsluiting
from desktop.models.signaal import Signaal
from desktop.models.velden import Soort, velden
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, InParnasSys
from tests.unit.documents import dossiervoorbeeld as dv
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas, tekst

VIJANDIG = "<b>vet</b> 5 < 6 & x <img src='file:///etc/passwd'> =1+1 {x} %s \\n"
MOMENT = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize("record", dv.alle(), ids=lambda r: r.KIND)
def test_every_kind_says_what_it_is_and_all_that_was_filled_in(record: Record) -> None:
    gemaakt = render_stuk(record, vb.kader())
    alles = tekst(gemaakt.pdf)
    assert gemaakt.ontbrekend == ()
    assert record.NAAM in alles and record.titel() in alles and "2026-7K3F9Q" in alles
    assert f"pagina 1 van {gemaakt.paginas}" in alles and vb.DIGEST.hex() in alles
    for spec in velden(type(record)):
        waarde = getattr(record, spec.naam)
        # who and what is named in a field that names people is shortened; everything else stands there as it is
        if spec.soort in (Soort.LANG, Soort.TEKST) and waarde and not spec.veld.namen:
            assert " ".join(waarde.split()).replace("Karin Smit", "K.S.") in alles, spec.naam
        elif spec.soort is Soort.KEUZES:
            assert all(keuze.label in alles for keuze in waarde)


@pytest.mark.parametrize("record", dv.alle(), ids=lambda r: r.KIND)
def test_all_but_the_pupil_are_initials(record: Record) -> None:
    alles = tekst(render_stuk(record, vb.kader()).pdf)
    mogen = record.gegeven_door if isinstance(record, Toestemming) else ()
    for naam in {"Sanne Bakker", "Emre Yılmaz", "Fatma van den Berg", "Joris de Wit", "Karin Smit", "Mirjam Öztürk"}:
        assert (naam in alles) == any(wie.naam == naam for wie in mogen), naam
    assert "Sem Yılmaz" not in alles and "Wim Jacobs" not in alles


def test_fields_that_stand_side_by_side_on_the_form_do_so_on_paper() -> None:
    # day and hour are in the head: the place does not draw the first of the next row up to itself
    with pypdfium2.PdfDocument(render_stuk(dv.signaal(), vb.kader()).pdf) as boek:
        blad = boek[0].get_textpage()
        hoogten = []
        for label in ("Plaats", "Wie zag of hoorde het", "Functie"):
            gevonden = blad.search(label, match_case=True).get_next()
            assert gevonden is not None
            hoogten.append(round(blad.get_charbox(gevonden[0])[1]))
    assert abs(hoogten[1] - hoogten[2]) <= 1 < hoogten[0] - hoogten[1]


def test_each_passage_stands_under_its_mark_with_its_source() -> None:
    alles = tekst(render_stuk(dv.signaal(), vb.kader()).pdf)
    for deel in (
        "Feit Op de linker bovenarm",
        "Woorden van het kind ‘Ik mag het niet vertellen.",
        "Van horen zeggen · van S.B. (moeder) Moeder zei maandag",
        "Mening of vermoeden · van J.d.W. Ik denk dat zij",
    ):
        assert deel in alles, deel


def test_the_marks_differ_without_colour_and_go_on_over_pages() -> None:
    lang = "Een zin die vaak terugkomt. " * 400

    def beeld(soort: PassageSoort) -> list[bytes]:
        passage = Passage(rij=UUID(int=1), soort=soort, tekst=lang, bron="x", toestemming=True)
        pdf = render_stuk(dv.signaal(passages=(passage,), letsel=()), vb.kader()).pdf
        with pikepdf.open(BytesIO(pdf)) as boek:
            return [blad.Contents.read_bytes() for blad in boek.pages]

    # the third page holds nothing but this passage: how many lines are drawn there tells its mark
    lijnen = {soort: beeld(soort)[2].count(b" l S") for soort in PassageSoort}
    assert len(set(lijnen.values())) == 4, lijnen
    assert lijnen[PassageSoort.HOREN_ZEGGEN] > lijnen[PassageSoort.MENING] > lijnen[PassageSoort.KIND]


def test_the_body_map_numbers_its_marks_and_says_what_was_seen() -> None:
    alles = tekst(render_stuk(dv.signaal(), vb.kader()).pdf)
    for deel in ("Voorkant", "Achterkant", "Voorkant · linker bovenarm Blauwe plek, 4 cm", "knie (niet aangewezen)"):
        assert deel in alles
    # the number of a mark that has a place stands twice: on the drawing and in the list
    met = render_stuk(dv.signaal(), vb.kader()).pdf
    zonder = render_stuk(
        dv.signaal(letsel=tuple(r.model_copy(update={"x": None}) for r in dv.signaal().letsel)), vb.kader()
    )
    assert len(met) > len(zonder.pdf)


def test_a_mark_outside_the_drawing_and_many_at_one_place_stay_on_the_page() -> None:
    rijen = tuple(
        Letsel(rij=UUID(int=n), kant=Kant.VOOR, wat=f"plek {n}", x=5000 if n % 2 else 500, y=-40) for n in range(1, 60)
    )
    gemaakt = render_stuk(dv.signaal(letsel=rijen), vb.kader())
    assert "plek 59" in tekst(gemaakt.pdf)


def test_the_direct_route_stands_on_top_of_the_first_page() -> None:
    eerste = paginas(render_stuk(dv.signaal(gevaar=True), vb.kader()).pdf)[0]
    assert "Direct handelen: Veilig Thuis, 0800-2000 Direct gevaar: bel 112" in eerste
    assert eerste.index("0800-2000") < eerste.index("Wie zag of hoorde het")
    rustig = tekst(render_stuk(dv.signaal(disclosure=False), vb.kader()).pdf)
    assert "0800-2000" not in rustig


def test_earlier_signals_are_named_by_number() -> None:
    alles = tekst(render_stuk(dv.signaal(), vb.kader()).pdf)
    assert "Bevestigt eerder signaal 2026-000C1S" in alles


def test_a_consent_has_room_to_sign_for_each_parent_by_name() -> None:
    alles = tekst(render_stuk(dv.toestemming(), vb.kader()).pdf)
    assert alles.count("Handtekening") == 2
    assert "Sanne Bakker moeder" in alles and "mag haar altijd weer intrekken" in alles
    leeg = tekst(render_stuk(dv.toestemming(gegeven_door=()), vb.concept()).pdf)
    assert leeg.count("Handtekening") == 2
    for geen in (
        render_stuk(dv.toestemming(), vb.kader(ingetrokken=True)),
        render_stuk(dv.toestemming(uitzondering=Uitzondering.VEILIG_THUIS), vb.kader()),
    ):
        assert "Handtekening" not in tekst(geen.pdf)


def _png() -> bytes:
    uit = BytesIO()
    Image.new("RGB", (300, 400), (200, 180, 160)).save(uit, "PNG")
    return uit.getvalue()


def test_the_scan_follows_the_sheet_and_a_broken_one_is_named() -> None:
    scans = {UUID(int=97): ("image/png", _png()), UUID(int=98): ("application/pdf", b"%PDF-1.4 kapot")}
    gemaakt = render_stuk(dv.oudstuk(), vb.kader(), scans=scans)
    assert gemaakt.paginas == len(page_sizes(gemaakt.pdf)) == 2
    eerste = paginas(gemaakt.pdf)[0]
    assert "De scan volgt hierna: 1 bladzijde." in eerste
    assert "1 bijlage kan niet worden getoond" in eerste


def test_what_was_added_later_is_there_in_order() -> None:
    afspraak = dv.signaal().afspraken[0].rij
    vervolg = (
        InParnasSys(op=UUID(int=1), moment=MOMENT, datum=MOMENT.date()),
        AfspraakGedaan(op=UUID(int=1), moment=MOMENT, afspraak=afspraak, gelukt=True),
        Aanvulling(op=UUID(int=1), moment=MOMENT, tekst="Oma was er ook bij."),
    )
    alles = tekst(render_stuk(dv.signaal(), vb.kader(), vervolg=vervolg).pdf)
    assert "Oma was er ook bij." in alles and "In ParnasSys gezet op 1 december 2026." in alles
    assert "Afspraak nagekomen (1 december 2026, 10:00): Iris belt Veilig Thuis" in alles
    dicht = Afsluiting(
        op=UUID(int=1),
        moment=MOMENT,
        afloop=Afloop.ONTERECHT,
        toelichting="Karin Smit zag het ook zo.",
        volgt="Joris de Wit",
        hoe="elke week",
    )
    alles = tekst(render_stuk(dv.dossier(), vb.kader(), vervolg=(dicht,)).pdf)
    assert "Het vermoeden was onterecht. K.S. zag het ook zo. Blijft volgen: J.d.W. (elke week)." in alles


@pytest.mark.parametrize("record", dv.alle(), ids=lambda r: r.KIND)
def test_hostile_text_is_literal_in_every_field(record: Record) -> None:
    teksten = {
        s.naam: VIJANDIG for s in velden(type(record)) if s.soort in (Soort.LANG, Soort.TEKST) and not s.veld.namen
    }
    vol = type(record).model_validate({**{n: getattr(record, n) for n in type(record).model_fields}, **teksten})
    alles = tekst(render_stuk(vol, vb.kader()).pdf)
    assert alles.count("<img src='file:///etc/passwd'> =1+1 {x} %s") >= len(teksten)


def test_a_megabyte_in_a_passage_takes_bounded_time() -> None:
    passage = Passage(rij=UUID(int=1), soort=PassageSoort.FEIT, tekst="Zij liep naar Jan Jansen en terug. " * 30_000)
    begin = time.perf_counter()
    gemaakt = render_stuk(dv.signaal(passages=(passage,)), vb.kader())
    assert gemaakt.paginas > 150
    assert time.perf_counter() - begin < 20


def test_a_concept_and_a_withdrawn_record_say_so() -> None:
    assert all("CONCEPT" in blad for blad in paginas(render_stuk(dv.overleg(), vb.concept()).pdf))
    weg = tekst(render_stuk(dv.overleg(), vb.kader(ingetrokken=True)).pdf)
    assert "Dit stuk is ingetrokken en telt niet meer." in weg and "INGETROKKEN" in weg


def test_an_empty_record_renders_and_says_what_is_missing() -> None:
    alles = tekst(render_stuk(Signaal(leerling=vb.NOA), vb.concept()).pdf)
    assert "nog niet ingevuld" in alles and "Nog in te vullen" in alles


def test_the_file_itself_says_nothing_of_whom_or_what_it_is_about() -> None:
    pdf = render_stuk(dv.signaal(), vb.kader()).pdf
    with pikepdf.open(BytesIO(pdf)) as boek:
        assert str(boek.docinfo["/Title"]) == "Dossierstuk 2026-7K3F9Q"
    assert pdf == render_stuk(dv.signaal(), vb.kader()).pdf


def test_people_are_found_in_rows_and_in_fields_that_name_them() -> None:
    namen = {wie.naam for wie in personen_in(dv.signaal())}
    assert {"Emre Yılmaz", "Sem Yılmaz", "Wim Jacobs", "Joris de Wit", "Sanne Bakker"} <= namen


def test_who_entered_it_stands_there_by_initials_and_its_number_is_whole() -> None:
    breed = "2026-MWMWMW"
    alles = paginas(render_stuk(dv.overdracht(), vb.kader(door="Fatma van den Berg", kenmerk=breed)).pdf)[0]
    assert "09:05, door F.v.d.B." in alles and "Fatma" not in alles
    assert alles.count(breed) == 2, "in the head and at the foot, on one line each"
