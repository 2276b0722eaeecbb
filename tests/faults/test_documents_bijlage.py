"""Attachments made to hurt: what unpacks to more than fits is refused in bounded time and memory."""

from __future__ import annotations

import struct
import time
import tracemalloc
import zlib
from io import BytesIO

import pikepdf
import pytest

from desktop.documents.bijlage import check_attachment
from desktop.documents.raster import page_image
from desktop.models.errors import UserError


def ingepakt(mb: int) -> bytes:
    """Return `mb` megabytes of zeros, packed."""
    pakker = zlib.compressobj(9)
    blok = bytes(1_000_000)
    return b"".join([*(pakker.compress(blok) for _ in range(mb)), pakker.flush()])


def pdf_met(data: bytes, filters: tuple[str, ...] = ("/FlateDecode",)) -> bytes:
    """Return a PDF whose one page has this packed content."""
    uit = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        stroom = pikepdf.Stream(pdf, b"")
        stroom.write(data, filter=pikepdf.Array([pikepdf.Name(f) for f in filters]))
        pdf.pages[0].Contents = stroom
        pdf.save(uit, compress_streams=False)
    return uit.getvalue()


def test_a_page_that_unpacks_to_far_more_is_refused() -> None:
    bom = pdf_met(ingepakt(300))
    assert len(bom) < 1_000_000
    begin = time.process_time()
    with pytest.raises(UserError, match="te groot"):
        check_attachment("scan.pdf", bom)
    assert time.process_time() - begin < 10


def test_packed_twice_is_refused_too() -> None:
    bom = pdf_met(zlib.compress(ingepakt(200)), ("/FlateDecode", "/FlateDecode"))
    assert len(bom) < 20_000
    with pytest.raises(UserError, match="te groot"):
        check_attachment("scan.pdf", bom)


def test_many_streams_that_each_just_fit_are_refused_together() -> None:
    pakket = ingepakt(100)
    uit = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        stromen = []
        for _ in range(8):
            stroom = pikepdf.Stream(pdf, b"")
            stroom.write(pakket, filter=pikepdf.Name.FlateDecode)
            stromen.append(pdf.make_indirect(stroom))
        pdf.pages[0].Contents = pikepdf.Array(stromen)
        pdf.save(uit, compress_streams=False)
    with pytest.raises(UserError, match="te groot"):
        check_attachment("scan.pdf", uit.getvalue())


def test_a_packed_table_of_contents_is_refused_while_opening() -> None:
    # an object stream is unpacked by the parser itself, before anything can be asked of it
    pakket = ingepakt(200)
    delen = [b"%PDF-1.5\n"]
    delen.append(b"1 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n")
    plek = len(b"".join(delen))
    delen.append(
        b"2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(pakket)
        + pakket
        + b"\nendstream\nendobj\n"
    )
    xref = len(b"".join(delen))
    rijen = b"".join(
        struct.pack(">BIH", *rij)
        for rij in ((0, 0, 65535), (1, len(b"%PDF-1.5\n"), 0), (1, plek, 0), (2, 2, 0), (1, xref, 0))
    )
    delen.append(
        b"4 0 obj\n<</Type/XRef/Size 5/W[1 4 2]/Root 1 0 R/Length %d>>\nstream\n" % len(rijen)
        + rijen
        + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % xref
    )
    begin = time.process_time()
    with pytest.raises(UserError):
        check_attachment("scan.pdf", b"".join(delen))
    assert time.process_time() - begin < 10


def png(breed: int, hoog: int) -> bytes:
    def stuk(soort: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + soort + data + struct.pack(">I", zlib.crc32(soort + data))

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", kop) + stuk(b"IDAT", ingepakt(1)) + stuk(b"IEND", b"")


def test_an_image_of_more_pixels_than_fit_is_refused_before_it_is_unpacked() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(UserError, match="te groot"):
            check_attachment("foto.png", png(60_000, 60_000))
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_jpeg_that_says_it_is_huge_is_refused() -> None:
    kop = b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB", 17, 8, 65_000, 65_000, 3) + bytes((1, 17, 0, 2, 17, 0, 3, 17, 0))
    with pytest.raises(UserError):
        check_attachment("foto.jpg", kop + b"\xff\xda" + bytes(50))


def test_an_image_in_a_pdf_that_says_it_is_huge_is_refused() -> None:
    uit = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        stroom = pikepdf.Stream(pdf, zlib.compress(bytes(1000)))
        stroom.Type, stroom.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        stroom.Width, stroom.Height, stroom.BitsPerComponent = 60_000, 60_000, 8
        stroom.ColorSpace, stroom.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.FlateDecode
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=pdf.make_indirect(stroom)))
        pdf.save(uit)
    with pytest.raises(UserError, match="te groot"):
        check_attachment("scan.pdf", uit.getvalue())


@pytest.mark.parametrize("maat", [(1e7, 1e7), (0, 100)])
def test_a_page_of_an_impossible_size_is_refused_or_drawn_small(maat: tuple[float, float]) -> None:
    uit = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, *maat])
        pdf.save(uit)
    try:
        check_attachment("scan.pdf", uit.getvalue())
    except UserError:
        return
    breed, hoog, _ = page_image(uit.getvalue(), 0, 400)
    assert breed == 400 and hoog < 100_000


def test_random_changes_to_a_pdf_give_a_sentence_or_a_pdf() -> None:
    goed = bytearray(pdf_met(zlib.compress(b"BT ET")))
    for n in range(0, len(goed), 7):
        kapot = bytes(goed[:n] + bytes([goed[n] ^ 0xFF]) + goed[n + 1 :])
        try:
            assert check_attachment("scan.pdf", kapot) == "application/pdf"
        except UserError as fout:
            assert fout.stap
