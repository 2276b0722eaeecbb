"""Reports without names: one situation, and the bundle in which small numbers are kept back."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from desktop.documents import render_jaarbundel, render_rapportage
from desktop.models.rapportage import AardHgkm, Jaarbundel, Rapportage
from desktop.models.velden import velden
from tests.unit.documents import meldvoorbeeld as mv
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import tekst

ACHT = tuple(mv.rapportage(n, noemenswaardig=n < 7, aard=(AardHgkm.VERWAARLOZING,)) for n in range(8))


def test_a_report_holds_all_that_was_filled_in_and_no_case() -> None:
    rapportage = mv.rapportage()
    pdf = render_rapportage(rapportage, vb.kader()).pdf
    alles = tekst(pdf)
    for deel in (
        "Situatie 2026-001",
        "2026-2027",
        "• Lichamelijk geweld • Psychisch of emotioneel geweld",
        "Voorzagen de rollen voldoende? Nee",
        "Wie belt als de intern begeleider er niet is.",
        "• Gemeld bij Veilig Thuis",
        "Het gesprek met ouders kwam na de melding",
    ):
        assert deel in alles, deel
    assert str(rapportage.dossier) not in alles
    assert {"leerling", "ouders", "naam"}.isdisjoint(s.naam for s in velden(Rapportage))


def test_the_bundle_counts_and_keeps_small_numbers_back() -> None:
    alles = tekst(render_jaarbundel(Jaarbundel(mv.bundel(), ACHT), vb.kader()).pdf)
    assert "Jaarbundel 2026-2027" in alles and "Situaties in deze periode 8" in alles
    assert "Lichamelijke of emotionele verwaarlozing 8" in alles
    # one is not notable: the seven that are would give it away
    assert "Noemenswaardig incident Ja afgeschermd Nee afgeschermd" in alles
    assert "Aantallen van 1 tot en met 4 zijn afgeschermd" in alles
    assert "Per situatie" not in alles and "Wie belt als" not in alles


def test_for_the_school_itself_everything_stands_there() -> None:
    alles = tekst(render_jaarbundel(Jaarbundel(mv.bundel(klein_afschermen=False), ACHT), vb.kader()).pdf)
    assert "Noemenswaardig incident Ja 7 Nee 1" in alles and "afgeschermd" not in alles
    assert "2026-003 Ontbrak: Wie belt als de intern begeleider er niet is." in alles


def test_it_says_what_is_concluded_to_whom_it_went_and_when() -> None:
    alles = tekst(render_jaarbundel(Jaarbundel(mv.bundel(), ACHT), vb.kader()).pdf)
    for deel in (
        "Een middag over praten met kinderen, voor het hele team.",
        "Bestuur van Stichting Lichtkring 5 juli 2027",
        "Coördinator sociale veiligheid nog niet verstuurd",
    ):
        assert deel in alles


def test_an_empty_period_and_hostile_text() -> None:
    slecht = "<b>x</b> <img src='file:///etc/passwd'> 5 < 6 & =1+1"
    pdf = render_jaarbundel(Jaarbundel(mv.bundel(scholing=slecht, ontvangers=(), ontbrak=""), ()), vb.concept()).pdf
    alles = tekst(pdf)
    assert slecht in alles and "Situaties in deze periode 0" in alles and "nog geen ontvangers" in alles
    with pikepdf.open(BytesIO(pdf)) as boek:
        assert str(boek.docinfo["/Title"]) == "Jaarbundel 2026-7K3F9Q"
