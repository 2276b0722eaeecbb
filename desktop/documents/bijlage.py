"""Attachments from outside: PDF, JPEG and PNG by what they are, not by what they are called; bounded in every way."""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf
from PIL import ImageOps
from PIL.Image import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.grenzen import MAX_BYTES as MAX_BYTES
from desktop.documents.openen import MAX_STROOM, beschadigd, open_pdf
from desktop.documents.raster import page_sizes
from desktop.documents.styles import PAGINA
from desktop.models.errors import UserError

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
MAX_PIXELS = 60_000_000
MAX_PAGINAS = 1_000
_MAX_UITGEPAKT = 4 * MAX_STROOM
_MAX_OBJECTEN = 200_000
_MAX_PUNTEN = 14_400.0  # the largest page that PDF knows, 5 metres
_RAND = 10 * mm

# What people pick by mistake: how it begins, and what to do with it.
_ANDERE = (
    (b"PK\x03\x04", "een Word-, Excel- of zipbestand", "Open het en bewaar het als PDF."),
    (b"\xd0\xcf\x11\xe0", "een oud Word- of Excelbestand", "Open het en bewaar het als PDF."),
    (b"{\\rtf", "een RTF-bestand", "Open het in Word en bewaar het als PDF."),
    (b"MZ", "een programma", "Programma's kunnen niet worden toegevoegd."),
    (b"GIF8", "een GIF-afbeelding", "Bewaar de afbeelding als JPEG of PNG."),
    (b"RIFF", "een WebP-afbeelding of geluid", "Bewaar een afbeelding als JPEG of PNG."),
    (b"II*\x00", "een TIFF-afbeelding", "Bewaar de scan als PDF of JPEG."),
    (b"MM\x00*", "een TIFF-afbeelding", "Bewaar de scan als PDF of JPEG."),
    (b"BM", "een bitmap", "Bewaar de afbeelding als JPEG of PNG."),
)


def check_attachment(name: str, data: bytes) -> str:
    """Return the media type of an attachment: application/pdf, image/jpeg or image/png.

    What counts is the content; `name` only tells an empty choice from an empty file and never gets into a message.
    Raises UserError for anything else, for what is damaged, locked, over 25 MB, or unpacks to more than fits.
    """
    if not data:
        raise UserError("Dit bestand is leeg." if name else "Er is geen bestand gekozen.", "Kies een ander bestand.")
    if len(data) > MAX_BYTES:
        raise UserError("Dit bestand is te groot: een bijlage is hoogstens 25 MB.", "Scan met een lagere resolutie.")
    if data.startswith(b"\xff\xd8\xff"):
        _check_beeld(data, JPEG)
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        _check_beeld(data, PNG)
        return PNG
    if b"%PDF-" in data[:1024]:
        _check_pdf(data)
        return PDF
    raise _ander_soort(data)


def as_pdf(data: bytes, media: str) -> bytes:
    """Return a checked attachment as PDF: a PDF as it is, an image on an A4 page as large as fits.

    What a camera writes into a photo besides the image (place, device) stays behind.
    """
    if media == PDF:
        return data
    beeld = _zonder_extra(data, media)
    breed, hoog = ImageReader(BytesIO(beeld)).getSize()
    pagina = PAGINA if hoog >= breed else (PAGINA[1], PAGINA[0])
    # never larger than 1 pixel at 96 dpi: a small image does not get blown up
    schaal = min((pagina[0] - 2 * _RAND) / breed, (pagina[1] - 2 * _RAND) / hoog, 0.75)
    uit = BytesIO()
    canvas = Canvas(uit, pagesize=pagina, invariant=1, lang="nl-NL")
    canvas.setTitle("Scan")
    canvas.setCreator("Vangnet")
    canvas.drawImage(
        ImageReader(BytesIO(beeld)),
        (pagina[0] - breed * schaal) / 2,
        (pagina[1] - hoog * schaal) / 2,
        breed * schaal,
        hoog * schaal,
        mask="auto",
    )
    canvas.save()
    return uit.getvalue()


def _ander_soort(data: bytes) -> UserError:
    soort, stap = "", "Kies een PDF, of een foto als JPEG of PNG."
    if data[4:8] == b"ftyp":
        soort, stap = "een HEIC-foto of een filmpje", "Bewaar een foto als JPEG."
    for begin, wat, raad in _ANDERE:
        if data.startswith(begin):
            soort, stap = wat, raad
    dit_is = f" Dit is {soort}." if soort else ""
    return UserError(f"Een bijlage is een PDF, een JPEG of een PNG.{dit_is}", stap)


def _te_groot_uitgepakt() -> UserError:
    return UserError("Dit bestand wordt bij het openen veel te groot.", "Scan met een lagere resolutie.")


def _open_beeld(data: bytes, media: str) -> Image:
    """Open an image of a known kind; Image.open would try every format it knows, and warn instead of refuse."""
    return JpegImageFile(BytesIO(data)) if media == JPEG else PngImageFile(BytesIO(data))


def _check_beeld(data: bytes, media: str) -> None:
    fout = UserError("Deze afbeelding is beschadigd.", "Maak de foto of de scan opnieuw.")
    try:
        beeld = _open_beeld(data, media)
        breed, hoog = beeld.size
        if breed * hoog > MAX_PIXELS:
            raise _te_groot_uitgepakt()
        beeld.load()
    except (OSError, ValueError, SyntaxError, EOFError, zlib.error, OverflowError, MemoryError) as error:
        raise fout from error
    if breed < 1 or hoog < 1:
        raise fout


def _zonder_extra(data: bytes, media: str) -> bytes:
    """Return the image upright and without what else the file says."""
    beeld = _open_beeld(data, media)
    uit = BytesIO()
    recht = ImageOps.exif_transpose(beeld) if beeld.getexif().get(0x0112, 1) != 1 else beeld
    if media == JPEG:
        # 'keep' writes the very same quality where the image was not turned
        recht.save(uit, "JPEG", quality="keep" if recht is beeld else 92)
    else:
        kaal = recht.convert("RGBA" if "A" in recht.getbands() or "transparency" in recht.info else "RGB")
        kaal.save(uit, "PNG")
    return uit.getvalue()


def _check_pdf(data: bytes) -> None:
    try:
        _meet_pdf(data)
    except (TypeError, ValueError, OverflowError, RuntimeError) as error:
        # a number where a name should be, and the like: pikepdf hands on what the file says
        raise beschadigd() from error
    # what our own viewer cannot open either is of no use in the file
    if any(not 0 < zijde <= _MAX_PUNTEN for maat in page_sizes(data) for zijde in maat):
        raise beschadigd()


def _meet_pdf(data: bytes) -> None:
    with open_pdf(data) as pdf:
        if not 1 <= len(pdf.pages) <= MAX_PAGINAS:
            raise UserError(f"Dit PDF-bestand heeft meer dan {MAX_PAGINAS} pagina's, of geen.", "Splits het eerst.")
        if len(pdf.objects) > _MAX_OBJECTEN:
            raise _te_groot_uitgepakt()
        over = _MAX_UITGEPAKT
        for ding in pdf.objects:
            if isinstance(ding, pikepdf.Stream):
                over -= _uitgepakt(ding)
                if over < 0:
                    raise _te_groot_uitgepakt()


def _uitgepakt(stroom: pikepdf.Stream) -> int:
    """Return what a stream takes in memory once unpacked; images by their size, as a viewer will."""
    if stroom.get("/Subtype") == "/Image":
        pixels = int(stroom.get("/Width", 0)) * int(stroom.get("/Height", 0))
        if pixels > MAX_PIXELS * 2:  # black and white scans at 600 dpi are large and cheap
            raise _te_groot_uitgepakt()
        return pixels // 8
    try:
        return len(stroom.read_bytes())
    except pikepdf.PdfError as error:
        # too large to unpack, or damaged: neither will open later
        raise _te_groot_uitgepakt() from error
