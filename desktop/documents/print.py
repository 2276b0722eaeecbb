"""Joins copies into one print job."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf

from desktop.documents.openen import open_pdf


def merge(pdfs: Sequence[bytes], *, two_sided: bool = False) -> bytes:
    """Return the PDFs as one, in order; two-sided, each begins on the front of a sheet of its own.

    Raises UserError when one of them cannot be read, ValueError when there is none.
    """
    if not pdfs:
        raise ValueError("nothing to join")
    uit = BytesIO()
    with pikepdf.new() as samen:
        for n, data in enumerate(pdfs):
            with open_pdf(data) as pdf:
                samen.pages.extend(pdf.pages)
                if two_sided and n < len(pdfs) - 1 and len(samen.pages) % 2:
                    laatste = pdf.pages[-1].mediabox
                    samen.add_blank_page(page_size=(float(laatste[2] - laatste[0]), float(laatste[3] - laatste[1])))
        samen.Root.Lang = pikepdf.String("nl-NL")
        samen.save(uit, deterministic_id=True)
    return uit.getvalue()
