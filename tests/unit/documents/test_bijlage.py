"""Attachments: what they are, not what they are called."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.bijlage import JPEG, MAX_BYTES, PDF, PNG, as_pdf, check_attachment
from desktop.documents.encrypt import encrypt_pdf
from desktop.documents.gespreksverslag import render_gespreksverslag
from desktop.documents.raster import page_count, page_image, page_sizes
from desktop.models.errors import UserError
from tests.unit.documents import voorbeeld as vb


def beeld(soort: str, *, maat: tuple[int, int] = (60, 40), modus: str = "RGB", **opties: object) -> bytes:
    uit = BytesIO()
    Image.new(modus, maat, 120 if modus in ("L", "P") else (200, 30, 30, 90)[: len(modus)]).save(uit, soort, **opties)
    return uit.getvalue()


def klein_pdf() -> bytes:
    uit = BytesIO()
    canvas = Canvas(uit, invariant=1)
    canvas.drawString(100, 100, "scan")
    canvas.save()
    return uit.getvalue()


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (beeld("JPEG"), JPEG),
        (beeld("PNG"), PNG),
        (beeld("PNG", modus="RGBA"), PNG),
        (beeld("PNG", modus="P"), PNG),
        (beeld("JPEG", modus="L"), JPEG),
        (beeld("JPEG", modus="CMYK"), JPEG),
        (klein_pdf(), PDF),
        (b"\n\n" + klein_pdf(), PDF),
    ],
)
@pytest.mark.parametrize("naam", ["scan.pdf", "foto.JPG", "geen-eind", "virus.exe"])
def test_the_content_decides_and_not_the_name(naam: str, data: bytes, media: str) -> None:
    assert check_attachment(naam, data) == media


def test_a_report_of_ours_is_accepted() -> None:
    pdf = render_gespreksverslag(vb.verslag(), vb.kader()).pdf
    assert check_attachment("verslag.pdf", pdf) == PDF


@pytest.mark.parametrize(
    ("data", "woord"),
    [
        (b"PK\x03\x04" + bytes(100), "Word"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "Word"),
        (b"MZ" + bytes(100), "programma"),
        (b"GIF89a" + bytes(100), "GIF"),
        (b"II*\x00" + bytes(100), "TIFF"),
        (b"RIFF....WEBP", "WebP"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"<html><script>alert(1)</script>", "PDF"),
        (b"gewoon tekst", "PDF"),
        (b"\x00", "PDF"),
        (b"", "leeg"),
    ],
)
def test_another_kind_gets_a_sentence_and_a_step(data: bytes, woord: str) -> None:
    with pytest.raises(UserError) as fout:
        check_attachment("Noa Yılmaz.docx", data)
    assert woord in fout.value.zin
    assert fout.value.stap
    assert "Noa" not in str(fout.value)


def test_over_25_mb_is_refused() -> None:
    with pytest.raises(UserError, match="25 MB"):
        check_attachment("groot.pdf", b"%PDF-1.4" + bytes(MAX_BYTES))


@pytest.mark.parametrize(
    "data", [beeld("JPEG")[:200], beeld("PNG")[:60], beeld("PNG")[:-30], b"\xff\xd8\xff" + bytes(9)]
)
def test_a_damaged_image_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="beschadigd"):
        check_attachment("foto.jpg", data)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + bytes(300), klein_pdf()[:300], b"%PDF-1.7"])
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        check_attachment("scan.pdf", data)


def test_a_locked_pdf_is_refused_also_where_it_opens_without_asking() -> None:
    with pytest.raises(UserError, match="wachtwoord"):
        check_attachment("scan.pdf", encrypt_pdf(klein_pdf(), "regen zon wind"))
    uit = BytesIO()
    with pikepdf.open(BytesIO(klein_pdf())) as pdf:
        pdf.save(uit, encryption=pikepdf.Encryption(owner="baas", user="", R=6))
    with pytest.raises(UserError, match="wachtwoord"):
        check_attachment("scan.pdf", uit.getvalue())


def test_a_pdf_without_pages_is_refused() -> None:
    uit = BytesIO()
    pikepdf.new().save(uit)
    with pytest.raises(UserError):
        check_attachment("leeg.pdf", uit.getvalue())


@pytest.mark.parametrize(
    ("data", "media", "liggend"),
    [
        (beeld("JPEG", maat=(600, 400)), JPEG, True),
        (beeld("JPEG", maat=(400, 600), modus="CMYK"), JPEG, False),
        (beeld("PNG", maat=(400, 600), modus="RGBA"), PNG, False),
        (beeld("PNG", maat=(3000, 400), modus="P"), PNG, True),
    ],
)
def test_an_image_becomes_a_page_of_a4(data: bytes, media: str, liggend: bool) -> None:
    pdf = as_pdf(data, media)
    assert page_count(pdf) == 1
    breed, hoog = page_sizes(pdf)[0]
    assert (breed > hoog) is liggend
    assert as_pdf(data, media) == pdf
    _, _, pixels = page_image(pdf, 0, 100)
    assert pixels.count(b"\xff\xff\xff\xff") < len(pixels) // 4


def test_a_pdf_stays_as_it_is() -> None:
    assert as_pdf(klein_pdf(), PDF) == klein_pdf()


def test_a_photo_is_turned_upright_and_loses_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x010E] = "Kastanjestraat 7"
    foto = beeld("JPEG", maat=(600, 400), exif=exif)
    assert b"Kastanjestraat" in foto
    pdf = as_pdf(foto, JPEG)
    breed, hoog = page_sizes(pdf)[0]
    assert hoog > breed
    with pikepdf.open(BytesIO(pdf)) as open_:
        stukken = [o.read_raw_bytes() for o in open_.objects if isinstance(o, pikepdf.Stream)]
        stukken += [
            o.read_bytes() for o in open_.objects if isinstance(o, pikepdf.Stream) and "/DCT" not in str(o.Filter)
        ]
    assert not any(b"Kastanjestraat" in stuk for stuk in stukken)
