"""Reads PDFs back, for tests."""

from __future__ import annotations

import re

import pypdfium2


def paginas(pdf: bytes) -> list[str]:
    """Return the text of each page, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        teksten = []
        for n in range(len(document)):
            pagina = document[n]
            tekst = pagina.get_textpage()
            # PDFium gives U+FFFE for a hyphen at the end of a line
            teksten.append(re.sub(r"\s+", " ", tekst.get_text_range().replace("\ufffe", "-")))
            tekst.close()
            pagina.close()
        return teksten
    finally:
        document.close()


def tekst(pdf: bytes) -> str:
    """Return all text."""
    return " ".join(paginas(pdf))
