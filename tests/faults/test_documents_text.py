"""Faults 40-43: a megabyte in one field, markup, letters that the font lacks; bounded, literal, shown and reported."""

from __future__ import annotations

import time
from io import BytesIO

import pikepdf
import pytest

from desktop.documents.gespreksverslag import render_gespreksverslag
from desktop.documents.uitnodiging import render_uitnodiging
from desktop.models.gespreksverslag import Afspraak
from desktop.models.tekst import schoon
from desktop.models.vervolg import Uitkomst
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas, tekst

MEGA = 1_000_000


@pytest.mark.parametrize(
    "soort",
    ["x" * MEGA, "woord " * (MEGA // 6), "😀" * (MEGA // 4), "a\n" * (MEGA // 40), "x\u0301" * (MEGA // 3), "-" * MEGA],
    ids=["one word", "words", "emoji", "lines", "accents", "dashes"],
)
def test_a_megabyte_in_one_field_is_a_pdf_in_bounded_time(soort: str) -> None:
    begin = time.process_time()
    gemaakt = render_gespreksverslag(vb.verslag(besproken=soort), vb.kader())
    assert time.process_time() - begin < 5  # measured: about half a second
    assert gemaakt.paginas > 70
    assert f"pagina {gemaakt.paginas} van {gemaakt.paginas}" in paginas(gemaakt.pdf)[-1]


def test_all_of_a_megabyte_is_there() -> None:
    woorden = [f"w{n}" for n in range(140_000)]
    alles = tekst(render_gespreksverslag(vb.verslag(besproken=" ".join(woorden)), vb.kader()).pdf)
    gevonden = set(alles.split())
    assert all(woord in gevonden for woord in woorden)


def test_a_hundred_thousand_signs_fit_everywhere_else_too() -> None:
    groot = "woord " * (MEGA // 60)
    rij = vb.verslag().afspraken[0].rij
    begin = time.process_time()
    verslag = vb.verslag(onderwerp=groot, plaats=groot, afspraken=(Afspraak(rij=rij, wat=groot, wie=groot),))
    vervolg = [vb.ondertekening(vb.MOEDER, Uitkomst.GEZIEN, zienswijze=groot, toelichting=groot, getuige=groot)]
    gemaakt = render_gespreksverslag(verslag, vb.kader(), vervolg=vervolg)
    assert gemaakt.paginas > 100
    uitnodiging = vb.uitnodiging(onderwerp=groot, toelichting=groot, plaats=groot, ondertekenaar=groot)
    gemaakt = render_uitnodiging(uitnodiging, vb.kader(), uitnodiging.ontvangers[0], vb.persoon(straat=groot))
    assert gemaakt.paginas > 20
    assert time.process_time() - begin < 5


OPMAAK = "<b>vet</b> 5 < 6 & x > y &amp; <img src='/etc/passwd'/> <para> </para> <a href=\"x\">"


def test_markup_is_literal_in_every_field() -> None:
    rij = vb.verslag().afspraken[0].rij
    verslag = vb.verslag(
        onderwerp=OPMAAK,
        besproken=OPMAAK,
        plaats=OPMAAK,
        notulist=OPMAAK.lower(),
        afspraken=(Afspraak(rij=rij, wat=OPMAAK, wie="<i>"),),
        leerling=vb.NOA.model_copy(update={"naam": "Noa <b>&</b>"}),
    )
    vervolg = [vb.ondertekening(vb.MOEDER, Uitkomst.GEZIEN, zienswijze=OPMAAK)]
    gemaakt = render_gespreksverslag(verslag, vb.kader(), vervolg=vervolg)
    alles = tekst(gemaakt.pdf)
    # the subject, what was said, the zienswijze; in narrow columns it wraps
    assert alles.count("<b>vet</b> 5 < 6 & x > y &amp; <img src='/etc/passwd'/>") >= 3
    assert "Noa <b>&</b>" in alles
    with pikepdf.open(BytesIO(gemaakt.pdf)) as pdf:
        assert all("/XObject" not in pagina.Resources for pagina in pdf.pages)
        assert all("/Annots" not in pagina for pagina in pdf.pages)


def test_markup_is_literal_in_a_letter() -> None:
    uitnodiging = vb.uitnodiging(onderwerp=OPMAAK, toelichting=OPMAAK)
    alles = tekst(render_uitnodiging(uitnodiging, vb.kader(), uitnodiging.ontvangers[0], None).pdf)
    assert alles.count("<img src='/etc/passwd'/>") == 2


@pytest.mark.parametrize(
    ("geschreven", "code", "ontbreekt"),
    [
        ("blij 😀", "U+1F600", ("😀",)),
        ("مرحبا", "U+0645 U+0631", ("ا", "ب", "ح", "ر", "م")),
        ("你好", "[U+4F60 U+597D]", ("你", "好")),
        (schoon("\ud800los"), "U+FFFD", ("\ufffd",)),
    ],
)
def test_a_letter_the_font_lacks_is_shown_and_reported(geschreven: str, code: str, ontbreekt: tuple[str, ...]) -> None:
    gemaakt = render_gespreksverslag(vb.verslag(besproken=f"Er staat {geschreven} hier."), vb.kader())
    assert gemaakt.ontbrekend == ontbreekt
    alles = tekst(gemaakt.pdf)
    assert code in alles
    assert "hier." in alles


def test_names_with_every_european_letter_come_back_whole() -> None:
    namen = "Đorđe Łukasz Gergő Tűz Şahin Ağa Nguyễn Þór Ðagur Ægir Ømer Šķēle Ţepeș Œuvre Ħal Ŋu İpek ıssız Čapek Ťap"
    gemaakt = render_gespreksverslag(vb.verslag(besproken=namen), vb.kader())
    assert gemaakt.ontbrekend == ()
    assert namen in tekst(gemaakt.pdf)
