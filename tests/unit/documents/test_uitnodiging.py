"""The letter to one parent."""

from __future__ import annotations

from uuid import UUID

import pypdfium2
import pytest

from desktop.documents.uitnodiging import render_uitnodiging
from desktop.models.core import Wie
from desktop.models.personen import Tolk
from desktop.models.uitnodiging import Ontvanger
from desktop.models.vooroverleg import SoortGesprek
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import tekst

MM = 72 / 25.4


def brief(**anders: object) -> str:
    uitnodiging = vb.uitnodiging(**anders)
    return tekst(render_uitnodiging(uitnodiging, vb.kader(), uitnodiging.ontvangers[0], vb.persoon()).pdf)


def test_it_says_what_the_plan_asks() -> None:
    alles = brief()
    for deel in (
        "Sanne Bakker Kastanjestraat 7 1234 CD Waterwijk",
        "Beste Sanne Bakker,",
        "gesprek over Noa Yılmaz",
        "hoe Noa zich voelt op school, en het eten tijdens de lunch",
        "donderdag 19 november 2026",
        "14:30 tot 15:15 uur",
        "Kamer van de intern begeleider",
        "Fatma van den Berg (intern begeleider) en Joris de Wit (leerkracht groep 5b)",
        "U mag iemand meenemen",
        "Tekenen is vrijwillig",
        "Wij zorgen voor een tolk voor Turks",
        "Bel 010 123 45 67 of mail naar info@regenboog.example",
        "Met vriendelijke groet, Fatma van den Berg",
    ):
        assert deel in alles


def test_nothing_of_the_other_parent_is_in_it() -> None:
    reden = "Vader heeft geen gezag, wel op verzoek erbij."
    ontvangers = (
        Ontvanger(rij=UUID(int=1), wie=vb.MOEDER),
        Ontvanger(rij=UUID(int=2), wie=vb.VADER, reden=reden),
    )
    alles = brief(ontvangers=ontvangers)
    assert "Emre" not in alles and "gezag" not in alles


def test_a_reason_to_invite_without_gezag_stays_inside() -> None:
    ontvanger = Ontvanger(rij=UUID(int=1), wie=vb.VADER, reden="Op verzoek van de rechter.")
    uitnodiging = vb.uitnodiging(ontvangers=(ontvanger,))
    assert "rechter" not in tekst(render_uitnodiging(uitnodiging, vb.kader(), ontvanger, None).pdf)


def test_why_it_goes_out_though_the_pupil_died_stays_inside() -> None:
    alles = brief(overleden=True, toch="Op verzoek van de ouders zelf.")
    assert "verzoek" not in alles and "overleden" not in alles


def test_the_kind_of_concern_is_not_named_to_whoever_sees_the_letter() -> None:
    alles = brief(soort=SoortGesprek.HGKM, af_wie="Mirjam Öztürk")
    assert "huiselijk" not in alles and "Öztürk" not in alles


def test_it_fits_one_page_with_extra_text() -> None:
    uitnodiging = vb.uitnodiging(toelichting="U kunt parkeren achter de school.\n" * 3)
    gemaakt = render_uitnodiging(uitnodiging, vb.kader(), uitnodiging.ontvangers[0], vb.persoon())
    assert gemaakt.paginas == 1
    assert "parkeren achter de school" in tekst(gemaakt.pdf)


def test_the_address_stands_behind_the_window() -> None:
    uitnodiging = vb.uitnodiging()
    gemaakt = render_uitnodiging(uitnodiging, vb.kader(), uitnodiging.ontvangers[0], vb.persoon())
    document = pypdfium2.PdfDocument(gemaakt.pdf)
    bladzijde = document[0].get_textpage()
    hoogte = document[0].get_height()
    for zin in ("Sanne Bakker", "1234 CD Waterwijk"):
        index, _ = bladzijde.search(zin).get_next()
        links, onder, _, boven = bladzijde.get_charbox(index)
        assert 20 * MM <= links <= 110 * MM
        assert hoogte - boven >= 45 * MM
        assert hoogte - onder <= 86 * MM
    bladzijde.close()
    document.close()


@pytest.mark.parametrize(
    ("tolk", "taal", "zin"),
    [
        (Tolk.GEWENST, "Arabisch", "Wilt u een tolk voor Arabisch bij het gesprek?"),
        (Tolk.NODIG, "", "Wij zorgen voor een tolk. "),
    ],
)
def test_an_interpreter_is_offered_or_promised(tolk: Tolk, taal: str, zin: str) -> None:
    uitnodiging = vb.uitnodiging()
    persoon = vb.persoon(tolk=tolk, taal=taal)
    assert zin in tekst(render_uitnodiging(uitnodiging, vb.kader(), uitnodiging.ontvangers[0], persoon).pdf)


def test_without_a_card_there_is_a_name_and_no_interpreter() -> None:
    uitnodiging = vb.uitnodiging()
    alles = tekst(render_uitnodiging(uitnodiging, vb.kader(), uitnodiging.ontvangers[0], None).pdf)
    assert "Sanne Bakker" in alles
    assert "tolk" not in alles and "Kastanjestraat" not in alles


def test_a_salutation_of_ones_own_is_used() -> None:
    uitnodiging = vb.uitnodiging()
    persoon = vb.persoon(aanhef="Geachte mevrouw Bakker,")
    alles = tekst(render_uitnodiging(uitnodiging, vb.kader(), uitnodiging.ontvangers[0], persoon).pdf)
    assert "Geachte mevrouw Bakker, Graag" in alles


def test_at_a_calamity_it_names_what_is_talked_about() -> None:
    assert "actieplan" in brief(soort=SoortGesprek.CALAMITEIT)
    assert "actieplan" not in brief()


def test_a_concept_says_so_and_shows_what_is_missing() -> None:
    leeg = {"plaats": "", "onderwerp": "", "ondertekenaar": "", "ondertekenaar_functie": ""}
    uitnodiging = vb.uitnodiging(datum=None, tijd=None, ook_aanwezig=(), **leeg)
    alles = tekst(render_uitnodiging(uitnodiging, vb.concept(), uitnodiging.ontvangers[0], None).pdf)
    assert alles.count("nog niet ingevuld") == 3
    assert "CONCEPT" in alles
    assert "U hoort nog wie er namens de school bij het gesprek zijn" in alles


def test_one_member_of_staff_is_not_several() -> None:
    assert "Namens de school is erbij: Fatma van den Berg (intern begeleider)." in brief(ook_aanwezig=())
    drie = brief(ook_aanwezig=(vb.LEERKRACHT, Wie(naam="Ans Smit"), vb.IB))
    assert "(intern begeleider), Joris de Wit (leerkracht groep 5b) en Ans Smit." in drie
