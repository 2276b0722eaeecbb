"""The school year on paper: the year wheel on one landscape page with every month beside it, then the list per role."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Tabel
from desktop.documents.frame import Gemaakt, Opmaak, PaginaDoek, maak, nieuw_canvas
from desktop.documents.jaarpapier import Jaarblad, Taakregel, Teken
from desktop.documents.print import merge
from desktop.documents.styles import (
    BOVENKOP,
    BREEDTE,
    CEL,
    GRIJS,
    INKT,
    KLEIN,
    LABEL,
    LIJN,
    MARINE,
    RAND,
    TITEL,
    VLAK,
    Kleur,
    Stijl,
)
from desktop.documents.text import MAANDEN, Zetter, moment_nl, wijd
from desktop.documents.velden import alinea, kop
from desktop.models.jaarcyclus import MAAND_KORT

A4_LIGGEND = (297 * mm, 210 * mm)
_RAND = 14 * mm
_KOP = Stijl("semibold", 19, 24, MARINE)
_MAAND = Stijl("semibold", 9.5, 12, MARINE)
_NAAM = Stijl("semibold", 9.5, 12, INKT)
_REGEL = Stijl("regular", 8, 10, INKT)
_MEER = Stijl("regular", 8, 10, GRIJS)
_GROOT = Stijl("semibold", 17, 21, MARINE)
_MIDDEN = Stijl("regular", 9.5, 13, INKT)
_ROOD: Kleur = (0.70, 0.15, 0.12)
_ACCENT: Kleur = (0.07, 0.38, 0.39)
_GROEN: Kleur = (0.17, 0.43, 0.28)
_KLEUR: dict[Teken, Kleur] = {
    "te_laat": _ROOD,
    "open": _ACCENT,
    "naar_keuze": GRIJS,
    "gedaan": _GROEN,
    "overgeslagen": GRIJS,
}
_VOLGORDE: tuple[Teken, ...] = ("te_laat", "open", "naar_keuze", "gedaan", "overgeslagen")
_WOORD: dict[Teken, str] = {
    "te_laat": "te laat",
    "open": "open",
    "naar_keuze": "naar keuze",
    "gedaan": "gedaan",
    "overgeslagen": "overgeslagen",
}
_STRAAL = 172.0
_BINNEN = 0.45
_PER_RIJ = 5
_STAP = 10.5
_DAG = 56.0
_STAND = 84.0


def render_jaarwiel(blad: Jaarblad) -> Gemaakt:
    """Return the wheel on one landscape page, and after it the tasks per role."""
    zetter = Zetter()
    wiel = _wiel(blad, zetter)
    lijst = maak(list(_lijsten(blad, zetter)), _opmaak(blad, "Taken per rol"), zetter)
    return Gemaakt(merge([wiel, lijst.pdf]), 1 + lijst.paginas, zetter.ontbrekend)


def _opmaak(blad: Jaarblad, wat: str) -> Opmaak:
    return Opmaak(
        titel=f"Schooljaar {blad.jaar}",
        auteur=blad.school.naam,
        gemaakt_op=blad.gemaakt_op,
        kop_links=blad.school.naam,
        kop_rechts=f"Schooljaar {blad.jaar} · {wat}",
        voet=("Zoals het stond toen dit blad werd gemaakt", f"Gemaakt {moment_nl(blad.gemaakt_op)}"),
    )


# -- the wheel


def _wiel(blad: Jaarblad, zetter: Zetter) -> bytes:
    buffer = BytesIO()
    canvas = nieuw_canvas(buffer, f"Schooljaar {blad.jaar}", blad.school.naam, blad.gemaakt_op, A4_LIGGEND)
    doek = PaginaDoek(canvas)
    breed, hoog = A4_LIGGEND
    doek.regels(_KOP, _RAND, hoog - _RAND, [f"Jaarwiel schooljaar {blad.jaar}"])
    naam = zetter.passend(blad.school.naam, BOVENKOP, 260)
    doek.regels(BOVENKOP, breed - _RAND - wijd(naam, BOVENKOP), hoog - _RAND - 4, [naam])
    x, y = _RAND + _STRAAL + 6, hoog / 2 - 6
    for nummer in range(12):
        _segment(canvas, doek, (x, y), nummer, [t for t in blad.taken if t.dag.month == _maand(nummer)])
    _hart(canvas, doek, (x, y), blad)
    _maanden(canvas, doek, blad, zetter, x + _STRAAL + 22)
    _legenda(canvas, doek, _RAND, _RAND + 4)
    gemaakt = f"Gemaakt {moment_nl(blad.gemaakt_op)}"
    doek.regels(RAND, breed - _RAND - wijd(gemaakt, RAND), _RAND + 4, [gemaakt])
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _maand(nummer: int) -> int:
    """Return the month (1-12) at a place of the ring; the school year begins in August."""
    return (7 + nummer) % 12 + 1


def _op(hart: tuple[float, float], deel: float, graden: float) -> tuple[float, float]:
    hoek = math.radians(graden)
    return hart[0] + deel * _STRAAL * math.cos(hoek), hart[1] + deel * _STRAAL * math.sin(hoek)


def _segment(
    canvas: Canvas, doek: PaginaDoek, hart: tuple[float, float], nummer: int, taken: Sequence[Taakregel]
) -> None:
    begin = 90 - nummer * 30 - 30 + 0.6
    x, y = hart
    r = _STRAAL * _BINNEN
    pad = canvas.beginPath()
    pad.moveTo(*_op(hart, 1, begin))
    pad.arcTo(x - _STRAAL, y - _STRAAL, x + _STRAAL, y + _STRAAL, begin, 28.8)
    pad.lineTo(*_op(hart, _BINNEN, begin + 28.8))
    pad.arcTo(x - r, y - r, x + r, y + r, begin + 28.8, -28.8)
    pad.close()
    canvas.setStrokeColorRGB(*LIJN)
    canvas.setFillColorRGB(*(VLAK if taken else (1, 1, 1)))
    canvas.setLineWidth(0.8)
    canvas.drawPath(pad, stroke=1, fill=1)
    volgorde = sorted((t.teken for t in taken), key=_VOLGORDE.index)
    tonen = volgorde[: 4 * _PER_RIJ]
    rijen = math.ceil(len(tonen) / _PER_RIJ)
    mx, my = _op(hart, 0.735, begin + 14.4)
    # upright everywhere, whatever the angle of the month: the name, and below it the signs in rows
    boven = my + (10 + rijen * _STAP) / 2
    doek.midden(_NAAM, mx, boven - 8, MAANDEN[_maand(nummer) - 1])
    for rij in range(rijen):
        deel = tonen[rij * _PER_RIJ : (rij + 1) * _PER_RIJ]
        for n, teken in enumerate(deel):
            _teken(canvas, teken, mx + (n - (len(deel) - 1) / 2) * _STAP, boven - 17 - rij * _STAP, 3.5)


def _teken(canvas: Canvas, teken: Teken, x: float, y: float, straal: float) -> None:
    """Draw the sign of a state: each has a shape of its own, for who prints in black and white."""
    canvas.saveState()
    canvas.setStrokeColorRGB(*_KLEUR[teken])
    canvas.setFillColorRGB(*_KLEUR[teken])
    canvas.setLineWidth(1.1)
    if teken == "te_laat":
        pad = canvas.beginPath()
        pad.moveTo(x, y + straal * 1.15)
        pad.lineTo(x + straal * 1.1, y - straal * 0.85)
        pad.lineTo(x - straal * 1.1, y - straal * 0.85)
        pad.close()
        canvas.drawPath(pad, stroke=0, fill=1)
    elif teken == "overgeslagen":
        canvas.line(x - straal, y, x + straal, y)
    elif teken == "gedaan":
        canvas.circle(x, y, straal, stroke=1, fill=1)
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.lines([(x - 1.8, y, x - 0.4, y - 1.5), (x - 0.4, y - 1.5, x + 2, y + 1.5)])
    else:
        if teken == "naar_keuze":
            canvas.setDash(1.2, 1.6)
        canvas.circle(x, y, straal, stroke=1, fill=0)
    canvas.restoreState()


def _hart(canvas: Canvas, doek: PaginaDoek, hart: tuple[float, float], blad: Jaarblad) -> None:
    x, y = hart
    gedaan = sum(1 for t in blad.taken if t.teken == "gedaan")
    te_laat = sum(1 for t in blad.taken if t.teken == "te_laat")
    doek.midden(_GROOT, x, y + 2, str(blad.jaar))
    doek.midden(_MIDDEN, x, y - 16, f"{gedaan} van {len(blad.taken)} gedaan")
    if te_laat:
        doek.midden(Stijl("semibold", 9.5, 13, _ROOD), x, y - 30, f"{te_laat} te laat")
    dag = blad.gemaakt_op.date()
    if blad.jaar.bevat(dag):  # where today is
        graden = 90 - ((dag.month - 8) % 12 + (dag.day - 0.5) / 31) * 30
        canvas.setFillColorRGB(*_ACCENT)
        pad = canvas.beginPath()
        pad.moveTo(*_op(hart, 1.01, graden))
        pad.lineTo(*_op(hart, 1.06, graden + 1.8))
        pad.lineTo(*_op(hart, 1.06, graden - 1.8))
        pad.close()
        canvas.drawPath(pad, stroke=0, fill=1)


def _maanden(canvas: Canvas, doek: PaginaDoek, blad: Jaarblad, zetter: Zetter, links: float) -> None:
    """Every month with its tasks by name, in two columns; what does not fit is counted, and stands in the lists."""
    breed, hoog = A4_LIGGEND
    kolom = (breed - _RAND - links - 16) / 2
    boven, onder = hoog - _RAND - 34, _RAND + 26
    for helft in (0, 1):
        x, y = links + helft * (kolom + 16), boven
        maanden = [[t for t in blad.taken if t.dag.month == _maand(helft * 6 + n)] for n in range(6)]
        for n, regels in enumerate(_passend(maanden, zetter, kolom - 12, boven - onder)):
            doek.regels(_MAAND, x, y, [MAANDEN[_maand(helft * 6 + n) - 1]])
            canvas.setStrokeColorRGB(*LIJN)
            canvas.setLineWidth(0.6)
            canvas.line(x, y - 13, x + kolom, y - 13)
            y -= 16
            for t, tekst in zip(maanden[n], regels, strict=False):
                _teken(canvas, t.teken, x + 4, y - 5, 2.7)
                doek.regels(_REGEL, x + 12, y, tekst)
                y -= _REGEL.regel * len(tekst)
            over = len(maanden[n]) - len(regels)
            if over or not maanden[n]:
                doek.regels(_MEER, x, y, [f"en nog {over}, zie de lijst per rol" if over else "geen taken"])
                y -= _REGEL.regel
            y -= 5


def _passend(
    maanden: Sequence[Sequence[Taakregel]], zetter: Zetter, breed: float, hoogte: float
) -> list[list[list[str]]]:
    """Return the lines of each task so that six months fit: where there is room in two, and the fullest give way."""
    uit = [[[zetter.passend(t.taak, _REGEL, breed)] for t in taken] for taken in maanden]
    while _hoog(uit) > hoogte and max(len(taken) for taken in uit) > 1:
        max(uit, key=len).pop()
    for taken, regels in zip(maanden, uit, strict=True):
        for n in range(len(regels)):
            heel = _twee(zetter, taken[n].taak, breed)
            if len(heel) > 1 and _hoog(uit) + _REGEL.regel <= hoogte:
                regels[n] = heel
    return uit


def _twee(zetter: Zetter, taak: str, breed: float) -> list[str]:
    regels = zetter.regels(taak, _REGEL, breed)
    return regels if len(regels) <= 2 else [regels[0], zetter.passend(" ".join(regels[1:]), _REGEL, breed)]


def _hoog(maanden: Sequence[Sequence[Sequence[str]]]) -> float:
    """How high six months are; each keeps a line for what is left out of it, or to say that there is nothing."""
    regels = sum(sum(len(tekst) for tekst in taken) + 1 for taken in maanden)
    return regels * _REGEL.regel + 21.0 * len(maanden)


def _legenda(canvas: Canvas, doek: PaginaDoek, x: float, y: float) -> None:
    for teken in _VOLGORDE:
        _teken(canvas, teken, x + 4, y - 5, 3.4)
        doek.regels(RAND, x + 12, y, [_WOORD[teken]])
        x += 12 + wijd(_WOORD[teken], RAND) + 16


# -- the lists


def _lijsten(blad: Jaarblad, zetter: Zetter) -> Iterator[Blok | NieuwePagina]:
    stukken = [(BOVENKOP, ["Taken per rol"]), (TITEL, zetter.regels(f"Schooljaar {blad.jaar}", TITEL, BREEDTE))]
    yield Strook([Cel(0, stukken)], onder=4, plakt=True)
    rollen = dict.fromkeys([t.rol for t in blad.taken] + [rol for _, rol in blad.doorlopend])
    if not blad.taken:
        yield alinea("Dit schooljaar staat nog niet klaar: er zijn nog geen taken.", zetter, KLEIN)
    for rol in rollen:
        eigen = [t for t in blad.taken if t.rol == rol]
        yield kop(rol, zetter, boven=18)
        if eigen:
            yield takentabel(eigen, zetter, stand=True)
        doorlopend = [taak for taak, van in blad.doorlopend if van == rol]
        if doorlopend:
            yield alinea(
                "\n".join(f"• {taak}" for taak in doorlopend), zetter, CEL, label="Het hele jaar door", boven=10
            )


def takentabel(taken: Sequence[Taakregel], zetter: Zetter, *, stand: bool) -> Tabel:
    """Return tasks as a table: by when, what, and how it stands where that is asked."""
    breed = BREEDTE - _DAG - (_STAND if stand else 0) - 12
    kopje = [Cel(4, [(LABEL, ["Uiterlijk"])]), Cel(_DAG + 8, [(LABEL, ["Taak"])])]
    if stand:
        kopje.append(Cel(BREEDTE - _STAND, [(LABEL, ["Stand"])]))
    rijen = []
    for t in taken:
        tekst = [(CEL, zetter.regels(t.taak, CEL, breed))]
        bij = " ".join(deel for deel in (f"Voor: {t.naar}." if t.naar and not stand else "", t.let_op) if deel)
        if bij and not stand:
            tekst.append((KLEIN, zetter.regels(bij, KLEIN, breed)))
        cellen = [Cel(4, [(CEL, [_kort(t)])]), Cel(_DAG + 8, tekst)]
        if stand:
            cellen.append(Cel(BREEDTE - _STAND, [(CEL, [t.woord])]))
        rijen.append(Strook(cellen, lucht=4, onder=4, lijn=True, heel=True))
    return Tabel(Strook(kopje, lucht=4, onder=4, vlak=VLAK, lijn=True, heel=True), rijen, boven=4)


def _kort(t: Taakregel) -> str:
    return f"{t.dag.day} {MAAND_KORT[t.dag.month - 1]}"
