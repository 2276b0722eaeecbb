"""The frame that all PDFs share: A4, header, footer with version and 'pagina x van y', the label of a concept."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blokken import Blok, NieuwePagina, Pagina, Segment, verdeel
from desktop.documents.iconen import teken_icoon
from desktop.documents.kader import Gemaakt as Gemaakt
from desktop.documents.kader import Kader as Kader
from desktop.documents.styles import (
    BOVEN,
    BREEDTE,
    INKT,
    LIJN,
    MARGE,
    MARINE,
    ONDER,
    PAGINA,
    RAND,
    RAND_VET,
    WATERMERK,
    Kleur,
    Stijl,
    letter,
)
from desktop.documents.text import Zetter, moment_nl, wijd

HOOGTE = PAGINA[1] - BOVEN - ONDER
"""The height of the content of a page."""


@dataclass(frozen=True, slots=True)
class Opmaak:
    """What stands around the content of every page, and what the file says of itself: never a pupil's name.

    `briefhoofd` draws the head of the first page in place of the usual header; with `omslag` that is all it has.
    `koppen` are the headers at the right of each page, where they differ; `wijzers` is the outline, in order.
    """

    titel: str
    auteur: str
    gemaakt_op: datetime
    kop_links: str
    kop_rechts: str
    voet: tuple[str, str]
    merk: str = ""
    briefhoofd: Callable[[PaginaDoek], None] | None = None
    omslag: bool = False
    koppen: Sequence[str] = ()
    wijzers: Sequence[Bladwijzer] = ()


@dataclass(frozen=True, slots=True)
class Bladwijzer:
    """A line of the outline: what it says, the anchor it leads to, and how deep it stands (0, 1)."""

    titel: str
    anker: str
    diepte: int = 0


def opmaak(
    kader: Kader, naam: str, soort: str, onderwerp: str, briefhoofd: Callable[[PaginaDoek], None] | None = None
) -> Opmaak:
    """Return the frame of a record's PDF.

    `naam` is what the file calls itself, also in a window's title, so no kind of concern and no person; `soort` and
    `onderwerp` stand in the header: what it is, and what or whom it is about.
    """
    merk = "CONCEPT" if kader.concept else "INGETROKKEN" if kader.ingetrokken else ""
    if kader.digest is None:
        versie = f"{kader.kenmerk} · concept van {moment_nl(kader.versie_op)}, niet vastgesteld"
    else:
        stand = "versie van" if kader.concept else "bijgewerkt" if kader.blijft_open else "vastgesteld"
        versie = f"{kader.kenmerk} · {stand} {moment_nl(kader.versie_op)} · versie {kader.digest.hex()[:16]}"
    gemaakt = f"Gemaakt {moment_nl(kader.gemaakt_op)}"
    if kader.audit_head:
        gemaakt += f" · logboek {kader.audit_head.hex()[:16]}"
    return Opmaak(
        titel=f"{naam} {kader.kenmerk}",
        auteur=kader.school.naam,
        gemaakt_op=kader.gemaakt_op,
        kop_links=kader.school.naam,
        kop_rechts=f"{soort} · {onderwerp}" if onderwerp else soort,
        voet=(versie, gemaakt),
        merk=merk,
        briefhoofd=briefhoofd,
    )


class PaginaDoek:
    """Draws on the page that is being made; implements `blokken.Doek`."""

    def __init__(self, canvas: Canvas) -> None:
        self._c = canvas

    def regels(self, stijl: Stijl, x: float, y: float, regels: Sequence[str]) -> None:
        """Draw lines; `y` is the top of the first."""
        tekst = self._c.beginText(x, y - (stijl.regel - stijl.maat) / 2 - 0.76 * stijl.maat)
        tekst.setFont(letter(stijl.gewicht).naam, stijl.maat, stijl.regel)
        tekst.setFillColorRGB(*stijl.kleur)
        for regel in regels:
            tekst.textLine(regel)
        self._c.drawText(tekst)

    def lijn(self, x1: float, y1: float, x2: float, y2: float, kleur: Kleur = LIJN, dikte: float = 0.6) -> None:
        """Draw a line."""
        self._c.setStrokeColorRGB(*kleur)
        self._c.setLineWidth(dikte)
        self._c.line(x1, y1, x2, y2)

    def vlak(self, x: float, y: float, breedte: float, hoogte: float, kleur: Kleur) -> None:
        """Fill a rectangle."""
        self._c.setFillColorRGB(*kleur)
        self._c.rect(x, y, breedte, hoogte, stroke=0, fill=1)

    def halen(self, halen: Sequence[Sequence[tuple[float, float]]], dikte: Sequence[float]) -> None:
        """Draw pen strokes as lines with round ends, each with its own width."""
        c = self._c
        c.saveState()
        c.setLineCap(1)
        c.setLineJoin(1)
        c.setStrokeColorRGB(*INKT)
        for haal, breed in zip(halen, dikte, strict=True):
            c.setLineWidth(breed)
            pad = c.beginPath()
            pad.moveTo(*haal[0])
            for punt in haal[1:] or haal:
                pad.lineTo(*punt)
            c.drawPath(pad)
        c.restoreState()

    def midden(self, stijl: Stijl, x: float, basis: float, tekst: str) -> None:
        """Draw a text with its middle at `x`, on a base line."""
        self._c.setFont(letter(stijl.gewicht).naam, stijl.maat)
        self._c.setFillColorRGB(*stijl.kleur)
        self._c.drawString(x - wijd(tekst, stijl) / 2, basis, tekst)

    def stukken(self, x: float, basis: float, stukken: Sequence[Segment]) -> None:
        """Draw the pieces of one line on their base line; one that leads somewhere is underlined and can be clicked."""
        c = self._c
        tekst = c.beginText(x, basis)
        stijl: Stijl | None = None
        for stuk in stukken:
            if stuk.stijl is not stijl:
                stijl = stuk.stijl
                tekst.setFont(letter(stijl.gewicht).naam, stijl.maat, stijl.regel)
                tekst.setFillColorRGB(*stijl.kleur)
            tekst.textOut(stuk.tekst)
        c.drawText(tekst)
        for stuk in stukken:
            if stuk.doel:
                links, rechts = x + stuk.x, x + stuk.x + stuk.breedte
                if not stuk.stil:
                    self.lijn(links, basis - 1.8, rechts, basis - 1.8, stuk.stijl.kleur, 0.5)
                self.link(links, basis - 3, stuk.breedte, stuk.stijl.maat + 2, stuk.doel)

    def link(self, x: float, y: float, breedte: float, hoogte: float, doel: str) -> None:
        """Let a rectangle lead to an anchor of this document."""
        self._c.linkRect("", doel, (x, y, x + breedte, y + hoogte), relative=1, Border="[0 0 0]")

    def anker(self, naam: str, y: float) -> None:
        """Let links come out here: at this height of the page that is being made."""
        self._c.bookmarkPage(naam, fit="XYZ", left=0, top=min(y + 14, PAGINA[1]), zoom=0)

    def icoon(self, naam: str, x: float, y: float, maat: float, kleur: Kleur) -> None:
        """Draw an icon with its middle at (x, y). Raises KeyError for an unknown name."""
        teken_icoon(self._c, naam, x, y, maat, kleur)

    def tekening(self, tekening: Any, x: float, y: float) -> None:
        """Draw a drawing of reportlab.graphics with its lower left corner at (x, y)."""
        from reportlab.graphics import renderPDF  # only a paper with a chart needs it

        renderPDF.draw(tekening, self._c, x, y)

    def cirkel(
        self, x: float, y: float, straal: float, rand: Kleur | None, vulling: Kleur | None, dikte: float
    ) -> None:
        """Draw a circle: its line, what fills it, or both."""
        self._verf(rand, vulling, dikte)
        self._c.circle(x, y, straal, stroke=int(rand is not None), fill=int(vulling is not None))

    def vak(
        self,
        plek: tuple[float, float, float, float],
        straal: float,
        rand: Kleur | None,
        vulling: Kleur | None,
        dikte: float,
    ) -> None:
        """Draw a rectangle (x, y, width, height) with round corners."""
        self._verf(rand, vulling, dikte)
        self._c.roundRect(*plek, straal, stroke=int(rand is not None), fill=int(vulling is not None))

    def _verf(self, rand: Kleur | None, vulling: Kleur | None, dikte: float) -> None:
        if rand is not None:
            self._c.setStrokeColorRGB(*rand)
            self._c.setLineWidth(dikte)
        if vulling is not None:
            self._c.setFillColorRGB(*vulling)

    def watermerk(self, woord: str) -> None:
        """Draw a word in light grey across the page, under the text."""
        c, stijl = self._c, Stijl("semibold", 100, 100, WATERMERK)
        maat = 100 * (190 * mm) / wijd(woord, stijl)
        c.saveState()
        c.translate(PAGINA[0] / 2, PAGINA[1] / 2)
        c.rotate(math.degrees(math.atan2(PAGINA[1], PAGINA[0])))
        groot = Stijl("semibold", min(maat, 130), 100, WATERMERK)
        self.midden(groot, 0, -groot.maat / 3, woord)
        c.restoreState()


def maak(blokken: Iterable[Blok | NieuwePagina], om: Opmaak, zetter: Zetter) -> Gemaakt:
    """Return the PDF of these blocks within their frame. The same input gives the same bytes."""
    return maak_paginas(verdeel(blokken, HOOGTE), om, zetter)


def maak_paginas(paginas: Sequence[Pagina], om: Opmaak, zetter: Zetter) -> Gemaakt:
    """Return the PDF of blocks that were dealt out over pages already."""
    buffer = BytesIO()
    canvas = nieuw_canvas(buffer, om.titel, om.auteur, om.gemaakt_op)
    doek = PaginaDoek(canvas)
    links = zetter.passend(om.kop_links, RAND_VET, BREEDTE * 0.5)
    merkruimte = wijd(om.merk, RAND_VET) + 16 if om.merk else 0
    ruimte = BREEDTE - wijd(links, RAND_VET) - merkruimte - 12
    koppen = {kop: zetter.passend(kop, RAND, ruimte) for kop in (*om.koppen, om.kop_rechts)}
    voet = tuple(zetter.passend(regel, RAND, BREEDTE - 70) for regel in om.voet)
    for n, pagina in enumerate(paginas, 1):
        if om.merk:
            doek.watermerk(om.merk)
        if n == 1 and om.briefhoofd:
            om.briefhoofd(doek)
        else:
            _teken_kop(doek, links, koppen[om.koppen[n - 1] if om.koppen else om.kop_rechts], om.merk)
        _teken_pagina(doek, pagina)
        if n > 1 or not om.omslag:
            _teken_voet(doek, voet, f"pagina {n} van {len(paginas)}", om.merk)
        canvas.showPage()
    for wijzer in om.wijzers:
        canvas.addOutlineEntry(wijzer.titel, wijzer.anker, wijzer.diepte, closed=wijzer.diepte == 0)
    if om.wijzers:
        canvas.showOutline()
    canvas.save()
    return Gemaakt(buffer.getvalue(), len(paginas), zetter.ontbrekend)


def nieuw_canvas(
    buffer: BytesIO, titel: str, auteur: str, gemaakt_op: datetime, maat: tuple[float, float] = PAGINA
) -> Canvas:
    """Return the canvas of a PDF that says of itself what every PDF does."""
    # invariant: no clock and no random identifier of reportlab's own gets in
    canvas = Canvas(
        buffer, pagesize=maat, invariant=1, pageCompression=1, lang="nl-NL", initialFontName=letter("regular").naam
    )
    canvas.setTitle(titel)
    canvas.setAuthor(auteur)
    canvas.setSubject("")
    canvas.setCreator("Vangnet")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: _pdf_datum(gemaakt_op))
    return canvas


def _teken_pagina(doek: PaginaDoek, pagina: Pagina) -> None:
    for begin, blok in pagina:
        blok.teken(doek, MARGE, PAGINA[1] - BOVEN - begin)


def _teken_kop(doek: PaginaDoek, links: str, rechts: str, merk: str) -> None:
    y = PAGINA[1] - 13 * mm
    doek.regels(RAND_VET, MARGE, y, [links])
    eind = MARGE + BREEDTE
    if merk:
        breed = wijd(merk, RAND_VET)
        eind -= breed + 6
        doek.regels(RAND_VET, eind, y, [merk])
        for y2 in (y + 2.5, y - RAND.regel - 1.5):
            doek.lijn(eind - 6, y2, eind + breed + 6, y2, MARINE, 0.9)
        for x in (eind - 6, eind + breed + 6):
            doek.lijn(x, y + 2.5, x, y - RAND.regel - 1.5, MARINE, 0.9)
        eind -= 16
    doek.regels(RAND, eind - wijd(rechts, RAND), y, [rechts])
    doek.lijn(MARGE, y - 16, MARGE + BREEDTE, y - 16)


def _teken_voet(doek: PaginaDoek, voet: tuple[str, ...], paginas: str, merk: str) -> None:
    y = 18 * mm
    doek.lijn(MARGE, y, MARGE + BREEDTE, y)
    doek.regels(RAND, MARGE, y - 5, voet)
    doek.regels(RAND_VET, MARGE + BREEDTE - wijd(paginas, RAND_VET), y - 5, [paginas])
    if merk:
        doek.regels(RAND_VET, MARGE + BREEDTE - wijd(merk, RAND_VET), y - 5 - RAND.regel, [merk])


def _pdf_datum(moment: datetime) -> str:
    zone = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")
