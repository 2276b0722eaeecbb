"""The infographic as a poster of A3: the roles around the pupil, what each does, the meldcode, and whom to call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import combinations

from reportlab.lib.units import mm

from desktop.documents.frame import PaginaDoek, nieuw_canvas
from desktop.documents.kaart import wanneer
from desktop.documents.kader import Gemaakt
from desktop.documents.omslag import ICOON
from desktop.documents.planboek import PosterInhoud
from desktop.documents.styles import GRIJS, INKT, LIJN, MARINE, MELDCODE, TINT, VLAK, Kleur, Stijl
from desktop.documents.text import Zetter, datum_nl, wijd
from desktop.models.rolinhoud import RolInhoud
from desktop.models.schoolplan import Schoolplan
from desktop.models.sociale_kaart import Organisatie
from desktop.models.velden import velden

A3 = (420 * mm, 297 * mm)
RAND = 10 * mm
"""Kept free all round: what school printers can print."""
MINST = 12.5
"""The smallest letter in points: at 1.5 m its x-height is what a normal eye can just read; what matters is larger."""

_WIT: Kleur = (1, 1, 1)
_ROOD_ZACHT: Kleur = (0.992, 0.945, 0.928)
_GOOT = 14.0
_LUCHT = 13.0
_PUNT = 13.0
_MATEN = (15.5, 15.0, 14.5, 14.0, 13.5, 13.0, MINST)
_TAKEN = (3, 5)
_WACHT_NIET = "Kind nu in gevaar? Wacht niet op de volgorde: overleg en bel meteen."
_WACHT = Stijl("semibold", 14, 17, MELDCODE)
_KOP = "Samen voor een veilige school"
_TITEL = Stijl("semibold", 36, 42, MARINE)
_TITEL_MATEN = {1: range(36, 29, -1), 2: range(25, 19, -1)}
"""Its sizes to try, by the number of its lines."""
_HOOFD = ((1, 1, 70.0), (1, 2, 80.0), (2, 2, 82.0))
"""The ways to set the head, the lowest first: lines of the title, lines below a number, and how high it is."""
_SCHOOL = Stijl("semibold", 18, 24, GRIJS)
_ROL = Stijl("semibold", 18.5, 23, MARINE)
_LABEL_DONKER = Stijl("regular", 14, 17, INKT)
_WIE = Stijl("semibold", 14, 17, INKT)
_LABEL = Stijl("regular", 13, 16, GRIJS)
_MEER = Stijl("regular", 14, 18, INKT)
_MEER_VET = Stijl("semibold", 14, 18, MARINE)
_NUMMER = Stijl("semibold", 31, 34, _WIT)
_NUMMER_WIE = Stijl("semibold", 14, 17, _WIT)
_STAP = Stijl("semibold", 18, 22, MARINE)
_ROND = 20.0
_MELDCODE_BREED = 262.0
_INSPRONG = 38.0

# Where each stands: as on the home page, seen from the pupil in the middle.
_RASTER = (
    ("directeur", "leerkracht", "ib"),
    ("vertrouwenspersoon", "leerling", "aandachtsfunctionaris"),
    ("ondersteunend", "extern", "ouders"),
)
_NAAM_BIJ = {
    "directeur": "directeur",
    "ib": "ib",
    "aandachtsfunctionaris": "aandachtsfunctionaris",
    "vertrouwenspersoon": "interne_vp",
}
_OOK = ("pestcoordinator", "coordinator", "externe_vp_ouders", "externe_vp_personeel", "indirecte_af")


@dataclass(frozen=True, slots=True)
class _Vak:
    """A place on the sheet: left, top, width and height; y counts upward."""

    x: float
    y: float
    breedte: float
    hoogte: float


@dataclass(frozen=True, slots=True)
class _Nummer:
    """A number to call: the number, who answers on its lines, and how wide that is."""

    nummer: str
    wie: Sequence[str]
    breedte: float


def render_poster(inhoud: PosterInhoud) -> Gemaakt:
    """Return the poster, one sheet of A3, lying down. What the school did not fill in leaves no empty place."""
    zetter = Zetter()
    buffer = BytesIO()
    canvas = nieuw_canvas(buffer, "Sociale veiligheid: wie doet wat", inhoud.school, inhoud.gemaakt_op, A3)
    _Poster(PaginaDoek(canvas), zetter, inhoud).teken()
    canvas.showPage()
    canvas.save()
    return Gemaakt(buffer.getvalue(), 1, zetter.ontbrekend)


class _Poster:
    def __init__(self, doek: PaginaDoek, zetter: Zetter, inhoud: PosterInhoud) -> None:
        self._doek = doek
        self._zetter = zetter
        self._inhoud = inhoud

    def teken(self) -> None:
        """Draw from both ends; the roles take the room that is left."""
        breedte = A3[0] - 2 * RAND
        boven = self._hoofd(_Vak(RAND, A3[1] - RAND, breedte, 0)) - _GOOT
        onder = RAND
        if self._inhoud.algemeen:
            onder = self._meer(RAND, onder, breedte) + _GOOT
        ook = _ook(self._inhoud.plan)
        if ook:
            onder = self._wie(ook, RAND, onder, breedte) + _GOOT
        self._rollen(_Vak(RAND, boven, breedte - _MELDCODE_BREED - _GOOT, boven - onder))
        self._meldcode(_Vak(RAND + breedte - _MELDCODE_BREED, boven, _MELDCODE_BREED, boven - onder))

    def _hoofd(self, vak: _Vak) -> float:
        """Draw the title and the numbers to call; return where it ends. The title is never cut: where the numbers
        leave it no room they become narrower and higher, and it goes over two lines.
        """
        bellen = [o for o in self._inhoud.nummers if o.telefoon.strip()][:3]
        for wijze in _HOOFD:
            regels, onder, hoogte = wijze
            nummers = [self._nummer(organisatie, onder) for organisatie in bellen]
            ruimte = vak.breedte - sum(nummer.breedte + 12 for nummer in nummers) - 12
            titel, kop = self._titel(ruimte, regels)
            if len(kop) <= regels:
                break
        x = vak.x + vak.breedte
        for nummer in reversed(nummers):
            x -= nummer.breedte
            self._teken_nummer(nummer, _Vak(x, vak.y, nummer.breedte, hoogte))
            x -= 12
        self._doek.regels(titel, vak.x, vak.y - 2, kop[:regels])
        school = f"{self._inhoud.school} · {datum_nl(self._inhoud.dag)}"
        letter = _SCHOOL
        while wijd(school, letter) > ruimte and letter.maat > MINST:
            letter = replace(letter, maat=letter.maat - 0.5)
        self._doek.regels(letter, vak.x, vak.y - hoogte + 22, [self._zetter.passend(school, letter, ruimte)])
        return vak.y - hoogte

    def _titel(self, ruimte: float, regels: int) -> tuple[Stijl, list[str]]:
        """Return the title in the largest letter in which it takes no more lines than that, or else the smallest."""
        for maat in _TITEL_MATEN[regels]:
            stijl = replace(_TITEL, maat=maat, regel=maat * 1.12)
            kop = self._zetter.regels(_KOP, stijl, ruimte)
            if len(kop) <= regels:
                break
        return stijl, kop

    def _nummer(self, organisatie: Organisatie, regels: int) -> _Nummer:
        """Return a number to call as it is set: who answers on so many lines below it."""
        nummer = self._zetter.passend(organisatie.telefoon, _NUMMER, 260)
        breed, wie = wijd(nummer, _NUMMER) + 42, _bel(organisatie)
        if regels == 1:
            gezet = [self._zetter.passend(wie, _NUMMER_WIE, 260)]
        else:
            # as narrow as two lines allow: the title needs the room
            breed = max(breed, *(wijd(woord, _NUMMER_WIE) for woord in wie.split()))
            while len(gezet := self._zetter.regels(wie, _NUMMER_WIE, breed)) > regels and breed < 260:
                breed += 6
            gezet = gezet[:regels]
        return _Nummer(nummer, gezet, max(breed, *(wijd(regel, _NUMMER_WIE) for regel in gezet)) + 36)

    def _teken_nummer(self, nummer: _Nummer, vak: _Vak) -> None:
        onder = vak.y - vak.hoogte
        self._doek.vak((vak.x, onder, vak.breedte, vak.hoogte), 12, None, MELDCODE, 0)
        boven = vak.y - (vak.hoogte - 39 - _NUMMER_WIE.regel * len(nummer.wie)) / 2 + 1
        self._doek.icoon("phone", vak.x + 18 + 15, boven - 19, 29, _WIT)
        self._doek.regels(_NUMMER, vak.x + 18 + 40, boven, [nummer.nummer])
        self._doek.regels(_NUMMER_WIE, vak.x + 18, boven - 39, nummer.wie)

    def _meer(self, x: float, y: float, breedte: float) -> float:
        """Draw the general headings on the last line; return where it ends, upward."""
        label = "Meer in ons veiligheidsplan:"
        links = x + wijd(label, _MEER_VET) + 10
        # whole titles only: half a name leads nowhere
        tekst, ruimte = "", breedte - links + x
        for titel in self._inhoud.algemeen:
            langer = f"{tekst} · {titel}" if tekst else titel
            if wijd(langer, _MEER) <= ruimte:
                tekst = langer
        tekst = self._zetter.passend(tekst, _MEER, ruimte)
        self._doek.regels(_MEER_VET, x, y + _MEER.regel, [label])
        self._doek.regels(_MEER, links, y + _MEER.regel, [tekst])
        return y + _MEER.regel

    def _meldcode(self, vak: _Vak) -> None:
        """Draw the steps of the meldcode below each other, at the largest letter at which they fit."""
        rol, doek = self._inhoud.rollen["meldcode"], self._doek
        breedte = vak.breedte - 2 * _LUCHT
        doek.vak((vak.x, vak.y - vak.hoogte, vak.breedte, vak.hoogte), 12, MELDCODE, _ROOD_ZACHT, 1.6)
        x, y = vak.x + _LUCHT, vak.y - _LUCHT
        doek.cirkel(x + _ROND, y - _ROND, _ROND, None, MELDCODE, 0)
        doek.icoon(ICOON["meldcode"], x + _ROND, y - _ROND, _ROND * 1.25, _WIT)
        doek.regels(_ROL, x + 2 * _ROND + 11, y, [self._zetter.passend(rol.titel, _ROL, breedte - 51)])
        doek.regels(_LABEL_DONKER, x + 2 * _ROND + 11, y - 23, [rol.kop_taken])
        y -= 2 * _ROND + 6
        wacht = self._zetter.regels(_WACHT_NIET, _WACHT, breedte)
        doek.regels(_WACHT, x, y, wacht)
        y -= _WACHT.regel * len(wacht) + 8
        stappen = [_stap(taak) for taak in rol.taken]
        ruimte = y - (vak.y - vak.hoogte) - _LUCHT + 3
        for maat in _MATEN:
            stijl = Stijl("regular", maat, maat * 1.24, INKT)
            teksten = [self._zetter.regels(tekst, stijl, breedte - _INSPRONG) for _, tekst in stappen]
            nodig = sum(_STAP.regel + 5 + stijl.regel * len(regels) for regels in teksten)
            if nodig + 5 * (len(stappen) - 1) <= ruimte:
                break
        tussen = max(0.0, min(22.0, (ruimte - nodig) / max(1, len(stappen) - 1)))
        for n, ((woord, _), regels) in enumerate(zip(stappen, teksten, strict=True), 1):
            hoogte = _STAP.regel + 5 + stijl.regel * len(regels)
            if n < len(stappen):
                doek.lijn(x + 14, y - 14, x + 14, y - hoogte - tussen - 14, MELDCODE, 1.6)
            doek.cirkel(x + 14, y - 13, 14, None, MELDCODE, 0)
            doek.midden(Stijl("semibold", 17, 20, _WIT), x + 14, y - 19, str(n))
            doek.regels(_STAP, x + _INSPRONG, y - 2, [self._zetter.passend(woord, _STAP, breedte - _INSPRONG)])
            doek.regels(stijl, x + _INSPRONG, y - _STAP.regel - 3, regels)
            y -= hoogte + tussen

    def _wie(self, ook: Sequence[tuple[str, str]], x: float, y: float, breedte: float) -> float:
        """Draw who else to turn to, from below; return where it ends."""
        kolom = breedte / len(ook)
        labels = [self._zetter.regels(label, _LABEL, kolom - 24)[:2] for label, _ in ook]
        # a number that is cut is no number: smaller, and only then higher
        for maat, meest in ((_WIE.maat, 2), (13, 2), (MINST, 2), (MINST, 3)):
            wie = replace(_WIE, maat=maat, regel=maat * 1.2)
            namen = [self._zetter.regels(naam, wie, kolom - 24) for _, naam in ook]
            if all(len(regels) <= meest for regels in namen):
                break
        namen = [[*regels[: meest - 1], " ".join(regels[meest - 1 :])] for regels in namen]
        namen = [[self._zetter.passend(regel, wie, kolom - 24) for regel in regels if regel] for regels in namen]
        kop = max(map(len, labels)) * _LABEL.regel
        hoogte = 8 + kop + max(map(len, namen)) * wie.regel + 9
        self._doek.vak((x, y, breedte, hoogte), 12, LIJN, VLAK, 1)
        for n, (label, naam) in enumerate(zip(labels, namen, strict=True)):
            links = x + n * kolom + _LUCHT
            if n:
                self._doek.lijn(links - _LUCHT, y + 9, links - _LUCHT, y + hoogte - 9)
            self._doek.regels(_LABEL, links, y + hoogte - 7, label)
            self._doek.regels(wie, links, y + hoogte - 8 - kop, naam)
        return y + hoogte

    def _rollen(self, vak: _Vak) -> None:
        """Draw the nine roles, at the largest letter at which each shows enough of what it does."""
        breedte = (vak.breedte - 2 * _GOOT) / 3
        # at last the lines stand closer, and the row of the pupil, whose place has round ends, becomes higher
        for maat, regel, extra in (*((maat, 1.24, 0) for maat in _MATEN), (MINST, 1.15, 0), (MINST, 1.15, 16)):
            stijl = Stijl("regular", maat, maat * regel, INKT)
            plekken = _plekken(vak, breedte, extra)
            gekozen = {rol: self._taken(self._inhoud.rollen[rol], stijl, plek) for rol, plek in plekken.items()}
            if all(len(taken) >= _TAKEN[0] for taken in gekozen.values()):
                break
        midden = (vak.x + vak.breedte / 2, vak.y - vak.hoogte / 2)
        for rol, plek in plekken.items():  # what is seen of these between the places holds them together
            naar = (plek.x + breedte / 2, plek.y - plek.hoogte / 2)
            self._doek.lijn(*midden, *naar, TINT[rol], 4)
        for rol, plek in plekken.items():
            self._rol(rol, plek, gekozen[rol], stijl)

    def _taken(self, rol: RolInhoud, stijl: Stijl, vak: _Vak) -> list[list[str]]:
        """Return the tasks that fit, in order, each as lines. Where the first of them leave no room for enough, a
        long one makes way for shorter ones further on.
        """
        inspring = _inspring(rol.sleutel, vak)
        over = int((vak.hoogte - 2 * _LUCHT - 2 * _ROND - 4 + 0.2 * stijl.regel) / (stijl.regel + 1))
        breed = vak.breedte - 2 * _LUCHT - _PUNT - 2 * inspring
        alle = [self._zetter.regels(_kern(taak), stijl, breed) for taak in rol.taken]
        uit: list[list[str]] = []
        vrij = over
        for regels in alle:
            if len(regels) <= vrij and len(uit) < _TAKEN[1]:
                uit.append(regels)
                vrij -= len(regels)
        if len(uit) < _TAKEN[0]:
            genoeg = (keus for keus in combinations(alle, _TAKEN[0]) if sum(map(len, keus)) <= over)
            uit = list(next(genoeg, uit))
        return uit

    def _rol(self, sleutel: str, vak: _Vak, taken: Sequence[Sequence[str]], stijl: Stijl) -> None:
        doek, kleur, vol = self._doek, TINT[sleutel], sleutel == "leerling"
        rol = self._inhoud.rollen[sleutel]
        onder = vak.y - vak.hoogte
        hoek = vak.hoogte / 2 if vol else 12
        doek.vak((vak.x, onder, vak.breedte, vak.hoogte), hoek, kleur, kleur if vol else _WIT, 2.2)
        x, y = vak.x + _LUCHT + _inspring(sleutel, vak), vak.y - _LUCHT
        doek.cirkel(x + _ROND, y - _ROND, _ROND, None, _WIT if vol else kleur, 0)
        doek.icoon(ICOON[sleutel], x + _ROND, y - _ROND, _ROND * 1.25, kleur if vol else _WIT)
        links, ruimte = x + 2 * _ROND + 11, vak.breedte - 2 * _LUCHT - 2 * _ROND - 11
        naam = _veld(self._inhoud.plan, _NAAM_BIJ.get(sleutel, ""))
        titel = Stijl(_ROL.gewicht, 24 if vol else _ROL.maat, _ROL.regel, _WIT if vol else _ROL.kleur)
        while wijd(rol.titel, titel) > ruimte and titel.maat > 15:
            titel = replace(titel, maat=titel.maat - 0.5)
        doek.regels(titel, links, y - (0 if naam else 8), [self._zetter.passend(rol.titel, titel, ruimte)])
        if naam:
            wie = _WIE
            while wijd(naam, wie) > ruimte and wie.maat > MINST:
                wie = replace(wie, maat=wie.maat - 0.5)
            doek.regels(wie, links, y - _ROL.regel, [self._zetter.passend(naam, wie, ruimte)])
        y -= 2 * _ROND + 5
        letter = Stijl(stijl.gewicht, stijl.maat, stijl.regel, _WIT if vol else INKT)
        over = vak.hoogte - 2 * _LUCHT - 2 * _ROND - 5 - sum(map(len, taken)) * stijl.regel
        tussen = min(5.0, max(0.0, over / max(1, len(taken) - 1)))
        for regels in taken:
            doek.cirkel(x + 4, y - stijl.regel / 2, 2.4, None, _WIT if vol else kleur, 0)
            doek.regels(letter, x + _PUNT, y, regels)
            y -= stijl.regel * len(regels) + tussen


def _plekken(vak: _Vak, breedte: float, extra: float) -> dict[str, _Vak]:
    """Return the place of each role, three rows of three; the middle row so much higher."""
    laag = (vak.hoogte - 2 * _GOOT - extra) / 3
    plekken: dict[str, _Vak] = {}
    y = vak.y
    for n, rollen in enumerate(_RASTER):
        hoogte = laag + extra if n == 1 else laag
        for k, rol in enumerate(rollen):
            plekken[rol] = _Vak(vak.x + k * (breedte + _GOOT), y, breedte, hoogte)
        y -= hoogte + _GOOT
    return plekken


def _inspring(sleutel: str, vak: _Vak) -> float:
    """Return how much narrower the text of the pupil stands: its place has round ends."""
    return vak.hoogte * 0.16 if sleutel == "leerling" else 0


def _kern(taak: str) -> str:
    """Return the first part of a task, up to where it explains or adds; without the full stop."""
    return re.split(r"(?<=[\w)])[.;](?:\s|$)|(?<=\w\?)\s", taak, maxsplit=1)[0]


def _stap(taak: str) -> tuple[str, str]:
    """Return a step as its first word, which is its name, and how it goes on."""
    woord, _, rest = taak.partition(" ")
    return woord.rstrip(":,."), rest


def _bel(organisatie: Organisatie) -> str:
    naam, uren = organisatie.naam, wanneer(organisatie)
    return f"{naam}, {uren}" if uren and organisatie.telefoon != "112" else naam


def _veld(plan: Schoolplan | None, naam: str) -> str:
    return " ".join(str(getattr(plan, naam)).split()) if plan is not None and naam else ""


def _ook(plan: Schoolplan | None) -> list[tuple[str, str]]:
    """Return the others whom the school named: what they are, and who."""
    labels = {spec.naam: spec.veld.label for spec in velden(Schoolplan)}
    # a telephone number stays on one line
    return [(labels[n], re.sub(r"(?<=\d) (?=\d)", "\u00a0", waarde)) for n in _OOK if (waarde := _veld(plan, n))]
