"""Opens a PDF from outside with bounded memory; the one place where one is parsed for changing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf.settings import set_qpdf_limits

from desktop.models.errors import UserError

MAX_STROOM = 128 * 1024 * 1024
"""What one packed stream may unpack to; a scanned page in colour at 600 dpi takes 100 MB."""


@contextmanager
def open_pdf(data: bytes) -> Iterator[pikepdf.Pdf]:
    """Open a PDF. Raises UserError when it is damaged or locked with a password, there or while it is being used."""
    _begrens()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise vergrendeld()
            yield pdf
    except pikepdf.PasswordError as error:
        raise vergrendeld() from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError) as error:
        raise beschadigd() from error


def beschadigd() -> UserError:
    """Return the error for a PDF that cannot be read."""
    return UserError("Dit PDF-bestand is beschadigd.", "Maak het opnieuw, of scan het blad nog een keer.")


def vergrendeld() -> UserError:
    """Return the error for a PDF that is locked: the vault encrypts by itself, and a forgotten password loses it."""
    zin = "Dit PDF-bestand is met een wachtwoord beveiligd."
    return UserError(zin, "Bewaar het zonder wachtwoord en voeg het opnieuw toe; de kluis versleutelt het zelf.")


@cache
def _begrens() -> None:
    # process-wide in qpdf; without it a packed object of 1 MB can ask for a gigabyte while the file is being opened
    set_qpdf_limits(
        flate_max_memory=MAX_STROOM,
        run_length_max_memory=MAX_STROOM,
        png_max_memory=MAX_STROOM,
        tiff_max_memory=MAX_STROOM,
        dct_max_memory=2 * MAX_STROOM,
        max_stream_filters=4,
        parser_max_container_size=2_000_000,
        doc_max_warnings=200,
    )
