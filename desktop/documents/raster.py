"""A page as an image, for preview and print; PDFium, in memory only."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
from pypdfium2 import raw

from desktop.documents.openen import beschadigd, vergrendeld

MAX_PIXELS = 60_000_000
"""A4 at 600 dpi is 35 million; a page that asks for more is drawn smaller."""

# PDFium keeps state of its own and may be in use by one thread at a time, whichever lane that is.
_LOCK = threading.Lock()


def page_count(pdf: bytes) -> int:
    """Return the number of pages. Raises UserError when the PDF cannot be read."""
    with _open(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page in points (1/72 inch), as it is seen. Raises UserError as above."""
    with _open(pdf) as document:
        return [document.get_page_size(n) for n in range(len(document))]


def page_image(pdf: bytes, page: int, width: int) -> tuple[int, int, bytes]:
    """Return (width, height, pixels) of a page, counted from 0; `width` in pixels.

    Pixels are BGRA, 8 bits each, four bytes a pixel without padding between lines, on white: in Qt that is
    `QImage.Format_ARGB32` (or RGB32: everything is opaque). Raises UserError when the PDF cannot be read, IndexError
    when it has no such page.
    """
    with _open(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        blad = document[page]
        breed, hoog = blad.get_size()
        if breed <= 0 or hoog <= 0:
            raise beschadigd()
        # PDFium rounds up: exactly the width can become a pixel more, and a viewer that asked would ask for ever
        schaal = (max(1, width) - 0.001) / breed
        schaal = min(schaal, (MAX_PIXELS / (breed * hoog)) ** 0.5)
        bitmap = blad.render(
            scale=schaal, force_bitmap_format=raw.FPDFBitmap_BGRA, fill_color=(255, 255, 255, 255), draw_annots=True
        )
        try:
            regel = bitmap.width * 4
            pixels = bytes(bitmap.buffer)
            if bitmap.stride != regel:
                pixels = b"".join(pixels[n * bitmap.stride : n * bitmap.stride + regel] for n in range(bitmap.height))
            return bitmap.width, bitmap.height, pixels
        finally:
            bitmap.close()
            blad.close()


@contextmanager
def _open(pdf: bytes) -> Iterator[Any]:
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise (vergrendeld() if error.err_code == raw.FPDF_ERR_PASSWORD else beschadigd()) from error
        try:
            yield document
        except pypdfium2.PdfiumError as error:
            raise beschadigd() from error
        finally:
            document.close()
