"""The PDF of a report: what stands in it, for whom, and what never does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from uuid import UUID

import pikepdf
import pytest

from desktop.documents.gespreksverslag import render_gespreksverslag
from desktop.models.core import Wie
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, InParnasSys, Uitkomst, Wijze
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas, tekst

MOMENT = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
GETEKEND = (
    vb.ondertekening(vb.MOEDER, Uitkomst.AKKOORD),
    vb.ondertekening(vb.VADER, Uitkomst.GEZIEN, zienswijze="Dit zie ik heel anders.", toelichting="Belde later terug."),
)


def test_it_names_school_kind_pupil_number_and_date() -> None:
    gemaakt = render_gespreksverslag(vb.verslag(), vb.kader())
    eerste = paginas(gemaakt.pdf)[0]
    for deel in ("OBS De Regenboog", "Gesprek bij zorgen", "Noa Yılmaz", "groep 5b", "2026-7K3F9Q"):
        assert deel in eerste
    assert "19 november 2026 donderdag, 14:30 uur" in eerste
    assert gemaakt.ontbrekend == ()


def test_every_page_counts_and_carries_the_version() -> None:
    gemaakt = render_gespreksverslag(vb.verslag(besproken=(vb.BESPROKEN + "\n") * 60), vb.kader())
    bladen = paginas(gemaakt.pdf)
    assert len(bladen) == gemaakt.paginas > 4
    for n, blad in enumerate(bladen, 1):
        assert f"pagina {n} van {len(bladen)}" in blad
        assert f"versie {vb.DIGEST.hex()[:16]}" in blad
        assert "vastgesteld 20 november 2026, 09:05" in blad
        assert f"logboek {vb.LOGBOEK.hex()[:16]}" in blad


def test_all_that_was_filled_in_is_there_and_what_was_not_is_named() -> None:
    alles = tekst(render_gespreksverslag(vb.verslag(emotie=""), vb.kader()).pdf)
    for deel in (
        "Moeder vertelt dat Noa",
        "Een rustig begin van de dag",
        "Dagelijks inloopmoment om 8:20",
        "27 november 2026",
        "17 december 2026",
        "Observatie kring.pdf (PDF, 1,2 MB)",
        "Niet ingevuld: Uit het leerlingvolgsysteem · Emotie en beleving van ouders",
    ):
        assert deel in alles
    # it belongs to other kinds of talk
    assert "Meldcodetraject" not in alles
    assert "Groeidocument" not in alles


def test_people_are_initials_with_their_capacity() -> None:
    alles = tekst(render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=GETEKEND).pdf)
    for deel in ("S.B., moeder", "E.Y., vader", "F.v.d.B., intern begeleider", "J.d.W., leerkracht groep 5b"):
        assert deel in alles
    for naam in ("Bakker", "Emre", "Fatma", "Joris", "van den Berg"):
        assert naam not in alles
    assert "Noa Yılmaz" in alles


def test_full_names_in_the_text_become_initials_too() -> None:
    besproken = "Sanne  Bakker belt. Noa Yılmaz speelt buiten. SANNE BAKKER en Bakkersen."
    alles = tekst(render_gespreksverslag(vb.verslag(besproken=besproken), vb.kader()).pdf)
    assert "S.B. belt. Noa Yılmaz speelt buiten. S.B. en Bakkersen." in alles


def test_hgkm_names_the_coordinator_and_veilig_thuis_by_initials() -> None:
    alles = tekst(render_gespreksverslag(vb.hgkm(), vb.kader()).pdf)
    assert "M.Ö. (aandachtsfunctionaris)" in alles
    assert "K.S." in alles
    assert "Disclosure: de leerling vertelde er zelf over" in alles
    assert "Nu met beide ouders praten" in alles
    assert "Mirjam" not in alles and "Smit" not in alles


def test_a_pupil_talk_has_its_own_questions_and_no_signatures() -> None:
    alles = tekst(render_gespreksverslag(vb.leerlinggesprek(), vb.kader()).pdf)
    assert "Is dit een formeel gesprek? Ja" in alles
    assert "Toestemming gegeven door S.B. Op 18 november 2026" in alles
    assert "Ik mis mijn oude buurmeisje" in alles
    assert "Ondertekening" not in alles
    assert vb.DIGEST.hex() in alles


def test_a_copy_names_its_recipient_in_full_and_nobody_else() -> None:
    alles = tekst(render_gespreksverslag(vb.verslag(), vb.kader(), ontvanger=vb.MOEDER, vervolg=GETEKEND).pdf)
    assert "Afschrift voor Sanne Bakker (moeder)" in alles
    assert "Sanne Bakker, moeder" in alles
    assert "E.Y., vader" in alles
    assert "Emre" not in alles


def test_a_zienswijze_is_on_the_file_and_its_own_copy_only() -> None:
    def bevat(ontvanger: Wie | None) -> tuple[bool, bool]:
        pdf = render_gespreksverslag(vb.verslag(), vb.kader(), ontvanger=ontvanger, vervolg=GETEKEND).pdf
        alles = tekst(pdf)
        assert "Getekend voor gezien" in alles  # the outcome itself is for everyone
        return "Dit zie ik heel anders" in alles, "Belde later terug" in alles

    assert bevat(None) == (True, True)
    assert bevat(vb.VADER) == (True, True)
    assert bevat(vb.MOEDER) == (False, False)


def test_a_drawn_signature_is_not_on_the_other_parents_copy() -> None:
    verslag, strokes = vb.verslag(ouders=(vb.VADER, vb.MOEDER)), {UUID(int=60): vb.strokes()}

    def lijnen(ontvanger: Wie | None, beeld: dict[UUID, bytes]) -> int:
        gemaakt = render_gespreksverslag(verslag, vb.kader(), ontvanger=ontvanger, vervolg=GETEKEND[:1], strokes=beeld)
        with pikepdf.open(BytesIO(gemaakt.pdf)) as pdf:
            return sum(bytes(p.Contents.read_bytes()).count(b" l ") for p in pdf.pages)

    assert lijnen(None, strokes) > lijnen(None, {}) + 20
    assert lijnen(vb.MOEDER, strokes) > lijnen(vb.MOEDER, {}) + 20
    assert lijnen(vb.VADER, strokes) == lijnen(vb.VADER, {})


def test_the_signature_page_holds_digest_shown_pdf_and_no_stronger_claim() -> None:
    getoond = "ab" * 32
    gemaakt = render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=GETEKEND, getoonde_sha256=getoond)
    blad = next(p for p in paginas(gemaakt.pdf) if "Ondertekening" in p)
    assert vb.DIGEST.hex() in blad
    assert vb.LOGBOEK.hex() in blad
    assert getoond in blad
    assert "eenvoudige elektronische handtekening" in blad
    assert "gekwalificeerde" not in blad and "rechtsgeldig" not in blad


def test_without_an_outcome_there_is_room_for_a_pen() -> None:
    blad = paginas(render_gespreksverslag(vb.verslag(), vb.kader()).pdf)[-1]
    assert blad.count("Handtekening") == 2
    assert blad.count("Getekend voor akkoord") == 2
    assert blad.count("Zienswijze (mag ook op een eigen blad)") == 2


@pytest.mark.parametrize("uitkomst", [Uitkomst.ZIET_AF, Uitkomst.WEIGERT])
def test_who_waives_or_refuses_gets_no_room_for_a_pen(uitkomst: Uitkomst) -> None:
    vervolg = [vb.ondertekening(vb.MOEDER, uitkomst), vb.ondertekening(vb.VADER, Uitkomst.AFWEZIG)]
    blad = next(
        p for p in paginas(render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=vervolg).pdf) if "vader" in p
    )
    blad = tekst(render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=vervolg).pdf)
    assert uitkomst.label in blad
    assert blad.count("Handtekening") == 1  # the absent parent's
    assert "Niet aanwezig" in blad


def test_on_the_other_copy_there_is_no_room_for_a_pen_of_the_other() -> None:
    alles = tekst(render_gespreksverslag(vb.verslag(), vb.kader(), ontvanger=vb.MOEDER).pdf)
    assert alles.count("Handtekening") == 1
    assert "Nog geen uitkomst vastgelegd" in alles


def test_of_several_outcomes_the_last_counts_and_the_first_is_kept() -> None:
    later = vb.ondertekening(vb.MOEDER, Uitkomst.AKKOORD, moment=MOMENT, wijze=Wijze.PAPIER, strokes=None)
    eerst = vb.ondertekening(vb.MOEDER, Uitkomst.AFWEZIG)
    alles = tekst(render_gespreksverslag(vb.verslag(ouders=(vb.MOEDER,)), vb.kader(), vervolg=[later, eerst]).pdf)
    assert "Getekend voor akkoord op papier, 1 december 2026, 10:00" in alles
    assert "Eerder Niet aanwezig, 24 november 2026, 08:35" in alles
    assert "Handtekening" not in alles


def test_strokes_that_cannot_be_read_are_said_to_be_so() -> None:
    gemaakt = render_gespreksverslag(
        vb.verslag(), vb.kader(), vervolg=GETEKEND[:1], strokes={UUID(int=60): b'{"halen": 3}'}
    )
    assert "De getekende lijn kan niet worden getoond." in tekst(gemaakt.pdf)


def test_addenda_go_to_everyone_and_the_rest_to_the_file() -> None:
    afspraak = vb.verslag().afspraken[0]
    vervolg = [
        InParnasSys(op=vb.VERSLAG_ID, moment=MOMENT, datum=MOMENT.date()),
        Aanvulling(op=vb.VERSLAG_ID, moment=MOMENT, tekst="De jeugdarts belt volgende week."),
        AfspraakGedaan(op=vb.VERSLAG_ID, moment=MOMENT, afspraak=afspraak.rij, gelukt=True, toelichting="Elke dag."),
    ]
    dossier = tekst(render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=vervolg).pdf)
    assert "Aanvulling van 1 december 2026, 10:00 De jeugdarts belt volgende week." in dossier
    assert "In ParnasSys gezet op 1 december 2026." in dossier
    assert "Afspraak nagekomen (1 december 2026, 10:00): Dagelijks inloopmoment om 8:20 Elke dag." in dossier
    moeder = tekst(render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=vervolg, ontvanger=vb.MOEDER).pdf)
    assert "De jeugdarts belt volgende week." in moeder
    assert "ParnasSys" not in moeder


def test_a_concept_says_so_on_every_page_and_asks_for_no_signature() -> None:
    gemaakt = render_gespreksverslag(vb.verslag(besproken="", eerder=vb.BESPROKEN * 20), vb.concept())
    bladen = paginas(gemaakt.pdf)
    assert len(bladen) > 2
    # label in the header, label in the footer, watermark
    assert all(blad.count("CONCEPT") == 3 for blad in bladen)
    alles = " ".join(bladen)
    assert "Tekenen kan pas als het verslag is vastgesteld" in alles
    assert "Nog in te vullen: Wat is besproken" in alles
    assert "Handtekening" not in alles and "Waarmerk" not in alles


def test_a_withdrawn_report_says_so_on_every_page() -> None:
    bladen = paginas(render_gespreksverslag(vb.verslag(), vb.kader(ingetrokken=True)).pdf)
    assert all("INGETROKKEN" in blad for blad in bladen)
    assert "Dit verslag is ingetrokken" in bladen[0]
    assert "Handtekening" not in bladen[-1]


def test_an_established_one_carries_no_such_label() -> None:
    alles = tekst(render_gespreksverslag(vb.verslag(), vb.kader()).pdf)
    assert "CONCEPT" not in alles and "INGETROKKEN" not in alles


def test_no_address_of_school_or_anyone_is_in_it() -> None:
    alles = tekst(render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=GETEKEND).pdf)
    for deel in ("Lindelaan", "1234", "010 123", "regenboog.example"):
        assert deel not in alles


def test_the_same_input_gives_the_same_bytes() -> None:
    strokes = {UUID(int=60): vb.strokes()}
    een = render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=GETEKEND, strokes=strokes)
    render_gespreksverslag(vb.leerlinggesprek(), vb.concept())  # what was made before leaves no trace
    twee = render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=GETEKEND, strokes=strokes)
    assert een.pdf == twee.pdf


def test_another_digest_gives_other_bytes() -> None:
    een = render_gespreksverslag(vb.verslag(), vb.kader())
    assert een.pdf != render_gespreksverslag(vb.verslag(), vb.kader(digest=bytes(32))).pdf


def test_what_the_file_says_of_itself_names_no_one() -> None:
    zone = timezone(timedelta(hours=1))
    kader = vb.kader(gemaakt_op=datetime(2026, 11, 20, 16, 40, tzinfo=zone))
    with pikepdf.open(BytesIO(render_gespreksverslag(vb.hgkm(), kader).pdf)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Gespreksverslag 2026-7K3F9Q"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261120164000+01'00'"
        assert str(pdf.Root.Lang) == "nl-NL"
        alles = " ".join(str(v) for v in pdf.docinfo.values())
        assert "Noa" not in alles and "huiselijk" not in alles


def test_every_letter_is_embedded() -> None:
    with pikepdf.open(BytesIO(render_gespreksverslag(vb.verslag(), vb.kader()).pdf)) as pdf:
        fonts = [f for p in pdf.pages for f in p.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in f.FontDescriptor and "+SourceSansPro" in str(f.BaseFont) for f in fonts)


def test_an_unfinished_record_renders_too() -> None:
    leeg = vb.Gespreksverslag(leerling=vb.NOA)
    alles = tekst(render_gespreksverslag(leeg, vb.concept()).pdf)
    assert "Zonder onderwerp" in alles
    assert "nog niet ingevuld" in alles


def test_a_very_long_subject_stands_in_full_among_the_fields() -> None:
    onderwerp = " ".join(f"woord{n}" for n in range(60))
    alles = tekst(render_gespreksverslag(vb.verslag(onderwerp=onderwerp), vb.kader()).pdf)
    assert onderwerp in alles


def test_someone_who_signed_without_having_been_there_has_a_box() -> None:
    oma = Wie(persoon=UUID(int=9), naam="Ans Bakker", hoedanigheid="voogd")
    alles = tekst(
        render_gespreksverslag(vb.verslag(), vb.kader(), vervolg=[vb.ondertekening(oma, Uitkomst.AKKOORD)]).pdf
    )
    assert "A.B. voogd" in alles
