"""An invented book of the plan, and what a PDF says of itself beside its text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pypdfium2
from pypdfium2 import raw

from desktop.documents.planboek import BoekDeel, BoekPagina, PlanBoek
from desktop.models.opmaak import lees

NU = datetime(2026, 11, 24, 16, 40, tzinfo=UTC)
TEKST = (
    "Praat eerst met [de leerkracht](plan:leerkracht). Bel [Veilig Thuis](kaart:veilig-thuis) bij twijfel.\n\n"
    "## Wat je doet\n- Luister **goed**.\n- Schrijf het op in het [verslag](formulier:gespreksverslag).\n\n"
    "1. Eerst dit.\n2. Dan dat.\n\n> Wacht niet bij gevaar.\n\nKijk op [de site](https://www.voorbeeld.nl).\n"
)
DOELEN = {"kaart:veilig-thuis": "Veilig Thuis, 0800-2000", "formulier:gespreksverslag": "Gespreksverslag schrijven"}


def pagina(sleutel: str, titel: str, tekst: str = TEKST, **anders: object) -> BoekPagina:
    """Return a page; `anders` changes parts of it."""
    vast: dict[str, object] = {"bron": "Wet op het voorbeeld, 2019", "datum": date(2026, 11, 24), "versie": 3}
    return BoekPagina(sleutel, titel, lees(tekst), **{**vast, **anders})  # type: ignore[arg-type]


def boek(*delen: BoekDeel, **anders: object) -> PlanBoek:
    """Return a book of these parts."""
    vast: dict[str, object] = {"versie": "inhoud 7", "doelen": DOELEN}
    return PlanBoek(
        "OBS De Regenboog",
        "Sociaal veiligheidsplan",
        "Wie doet wat",
        date(2026, 11, 24),
        NU,
        delen,
        **{**vast, **anders},  # type: ignore[arg-type]
    )


def gewoon(aantal: int = 12) -> PlanBoek:
    """Return a book of three parts with pages that point at each other."""
    lang = TEKST + "\n" + "Een zin die de bladzijde vult met gewone woorden. " * 60
    eerste = [
        pagina(f"ib-{n}", f"Taak {n} van de begeleider", lang, zie=(f"ib-{(n + 1) % aantal}",)) for n in range(aantal)
    ]
    return boek(
        BoekDeel("leerkracht", "Leerkracht", [pagina("leerkracht", "Leerkracht"), pagina("les", "De lessen")]),
        BoekDeel("ib", "Intern begeleider", eerste),
        BoekDeel("meldcode", "Meldcode", [pagina("meldcode", "De stappen"), pagina("disclosure", "Disclosure")]),
    )


@contextmanager
def geopend(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF to look in it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def omtrek(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return the outline: depth, title and page number of each line."""
    with geopend(pdf) as document:
        uit = []
        for wijzer in document.get_toc():
            doel = wijzer.get_dest()
            assert doel is not None
            index = doel.get_index()
            assert index is not None
            uit.append((wijzer.level, wijzer.get_title(), index + 1))
        return uit


def koppelingen(pdf: bytes, n: int) -> list[tuple[str, int]]:
    """Return the links of a page (from 1): the text under each, and the page number it leads to."""
    uit = []
    with geopend(pdf) as document:
        blad = document[n - 1]
        tekst = blad.get_textpage()
        plek, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(blad, plek, link):
            vak = raw.FS_RECTF()
            assert raw.FPDFLink_GetAnnotRect(link, vak)
            woorden = tekst.get_text_bounded(vak.left, vak.bottom, vak.right, vak.top)
            doel = raw.FPDFLink_GetDest(document, link)
            assert doel, "a link that leaves the document"
            uit.append((" ".join(woorden.split()), raw.FPDFDest_GetDestPageIndex(document, doel) + 1))
        tekst.close()
        blad.close()
    return uit


def letters(pdf: bytes, n: int) -> list[tuple[str, float, tuple[float, float, float, float]]]:
    """Return every visible character of a page (from 1): itself, its size in points, its box."""
    uit = []
    with geopend(pdf) as document:
        blad = document[n - 1]
        tekst = blad.get_textpage()
        for m in range(tekst.count_chars()):
            teken = chr(raw.FPDFText_GetUnicode(tekst, m))
            if teken.strip():
                uit.append((teken, raw.FPDFText_GetFontSize(tekst, m), tekst.get_charbox(m)))
        tekst.close()
        blad.close()
    return uit
