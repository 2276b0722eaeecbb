"""Pages as images, and copies joined into a print job."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.encrypt import encrypt_pdf
from desktop.documents.gespreksverslag import render_gespreksverslag
from desktop.documents.print import merge
from desktop.documents.raster import MAX_PIXELS, page_count, page_image, page_sizes
from desktop.models.errors import UserError
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas


def kleur_pdf(aantal: int = 1, *, maat: tuple[float, float] = (200, 100)) -> bytes:
    uit = BytesIO()
    canvas = Canvas(uit, pagesize=maat, invariant=1)
    for n in range(aantal):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, maat[0] / 2, maat[1], stroke=0, fill=1)
        canvas.drawString(10, 10, f"blad {n}")
        canvas.showPage()
    canvas.save()
    return uit.getvalue()


def test_a_page_comes_as_bgra_in_the_width_asked() -> None:
    breed, hoog, pixels = page_image(kleur_pdf(), 0, 400)
    assert (breed, hoog) == (400, 200)
    assert len(pixels) == breed * hoog * 4
    links, rechts = pixels[(50 * breed + 20) * 4 :][:4], pixels[(50 * breed + 380) * 4 :][:4]
    assert links == bytes((0, 0, 255, 255))  # red: blue, green, red, alpha
    assert rechts == bytes((255, 255, 255, 255))


def test_an_odd_width_has_no_padding_between_lines() -> None:
    breed, hoog, pixels = page_image(kleur_pdf(), 0, 333)
    assert breed == 333
    assert len(pixels) == breed * hoog * 4


@pytest.mark.parametrize("maat", [(1190.551025390625, 841.8897705078125), (595.2755737304688, 841.8897705078125)])
def test_every_width_is_the_width_asked(maat: tuple[float, float]) -> None:
    """A viewer asks again for what has another width; with a pixel more it would go on for ever."""
    pdf = kleur_pdf(maat=maat)
    for breedte in (414, 449, 484, 645, 715, 421, 729, 750, 1):
        assert page_image(pdf, 0, breedte)[0] == breedte


def test_a_report_can_be_shown() -> None:
    pdf = render_gespreksverslag(vb.verslag(), vb.kader()).pdf
    breed, hoog, pixels = page_image(pdf, 0, 600)
    assert breed == 600 and abs(hoog - 600 * 297 / 210) < 2
    assert pixels.count(b"\xff\xff\xff\xff") < breed * hoog  # something is on it


def test_pages_are_counted_and_measured() -> None:
    assert page_count(kleur_pdf(3)) == 3
    assert page_sizes(kleur_pdf(2)) == [(200, 100)] * 2


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(IndexError):
        page_image(kleur_pdf(), 1, 100)


def test_a_page_out_of_proportion_does_not_take_all_memory() -> None:
    breed, hoog, _ = page_image(kleur_pdf(maat=(10, 14000)), 0, 5000)
    assert breed * hoog <= MAX_PIXELS * 1.01


@pytest.mark.parametrize("lezer", [page_count, page_sizes, lambda pdf: page_image(pdf, 0, 100)])
def test_what_cannot_be_read_gets_a_sentence(lezer: object) -> None:
    assert callable(lezer)
    with pytest.raises(UserError, match="beschadigd"):
        lezer(b"%PDF-1.4 en dan niets")
    with pytest.raises(UserError, match="wachtwoord"):
        lezer(encrypt_pdf(kleur_pdf(), "regen zon wind"))


def test_copies_come_one_after_another() -> None:
    samen = merge([kleur_pdf(1), kleur_pdf(2)])
    assert paginas(samen) == ["blad 0", "blad 0", "blad 1"]


def test_two_sided_each_begins_on_a_sheet_of_its_own() -> None:
    samen = merge([kleur_pdf(1), kleur_pdf(2), kleur_pdf(3)], two_sided=True)
    assert paginas(samen) == ["blad 0", "", "blad 0", "blad 1", "blad 0", "blad 1", "blad 2"]
    assert page_sizes(samen)[1] == (200, 100)


def test_a_print_job_is_the_same_twice_and_says_nothing_of_itself() -> None:
    stukken = [render_gespreksverslag(vb.verslag(), vb.kader()).pdf] * 2
    assert merge(stukken) == merge(stukken)
    with pikepdf.open(BytesIO(merge(stukken))) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert "/Title" not in pdf.docinfo


def test_nothing_to_join() -> None:
    with pytest.raises(ValueError, match="nothing"):
        merge([])
    with pytest.raises(UserError):
        merge([b"geen pdf"])
