"""Where everything on the meldcode drawing stands, wide or narrow; sums only, no Qt."""

# Three blocks are laid out in units of their own: who does what, the way through the five questions, and what follows.
# A wide drawing has the questions beside the persons, a narrow one below them. The band on top and the pillar of Veilig
# Thuis are one shape: what goes before everything runs round all steps straight into the report.

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

Zijde = Literal["links", "midden", "rechts"]
Tekstsoort = Literal["antwoord", "bijschrift", "norm", "eerst"]
Lijnsoort = Literal["taak", "advies", "weg", "kring"]
Vlaksoort = Literal["wie", "vraag", "spoed"]

BREED, SMAL = 1104.0, 516.0
"""The least width of either drawing, at scale 1."""
_RUST = 1.12
"""A narrow drawing grows no further than this: larger circles would only mean more scrolling."""

_PERSOON, _CIRKEL, _WEEG, _VOLG = 46.0, 50.0, 50.0, 48.0
_VRAAG_BREED, _VRAAG_HOOG, _STAP = 240.0, 50.0, 71.0
_ZUIL = 112.0
_WIE_HOOG, _VRAAG_BLOK = 372.0, 484.0


@dataclass(frozen=True, slots=True)
class Vorm:
    """Where a region stands: the box around it, and whether it is a circle."""

    x: float
    y: float
    breed: float
    hoog: float
    rond: bool = False

    @property
    def mx(self) -> float:
        """Middle, from the left."""
        return self.x + self.breed / 2

    @property
    def my(self) -> float:
        """Middle, from the top."""
        return self.y + self.hoog / 2


@dataclass(frozen=True, slots=True)
class Lijn:
    """A line along points, with a head at its end where it is an arrow; `hue` is a colour token."""

    punten: tuple[tuple[float, float], ...]
    soort: Lijnsoort
    hue: str
    pijl: bool = True


@dataclass(frozen=True, slots=True)
class Tekst:
    """Words beside a line, or a plate on the pillar (`norm`); they fit into the box."""

    tekst: str
    vak: Vorm
    soort: Tekstsoort
    zijde: Zijde = "midden"


@dataclass(frozen=True, slots=True)
class Vlak:
    """A ground behind regions."""

    vak: Vorm
    soort: Vlaksoort


@dataclass(slots=True)
class Tekening:
    """The whole drawing in pixels; `eenheid` is how many of them one unit is."""

    breed: float
    hoog: float
    eenheid: float = 1.0
    smal: bool = False
    vormen: dict[str, Vorm] = field(default_factory=dict)
    vlakken: list[Vlak] = field(default_factory=list)
    lijnen: list[Lijn] = field(default_factory=list)
    teksten: list[Tekst] = field(default_factory=list)

    def cirkel(self, sleutel: str, x: float, y: float, straal: float) -> None:
        """Put a round region here."""
        self.vormen[sleutel] = Vorm(x - straal, y - straal, 2 * straal, 2 * straal, rond=True)

    def balk(self, sleutel: str, x: float, y: float, breed: float, hoog: float) -> None:
        """Put a long region here, by its upper left corner."""
        self.vormen[sleutel] = Vorm(x, y, breed, hoog)

    def lijn(self, soort: Lijnsoort, hue: str, *punten: tuple[float, float], pijl: bool = True) -> None:
        """Draw a line along these points."""
        self.lijnen.append(Lijn(punten, soort, hue, pijl))

    def tekst(
        self,
        tekst: str,
        x: float,
        y: float,
        breed: float,
        hoog: float = 20,
        soort: Tekstsoort = "bijschrift",
        zijde: Zijde = "midden",
    ) -> None:
        """Write words into this box."""
        self.teksten.append(Tekst(tekst, Vorm(x, y, breed, hoog), soort, zijde))

    def vlak(self, soort: Vlaksoort, x: float, y: float, breed: float, hoog: float) -> None:
        """Lay a ground here."""
        self.vlakken.append(Vlak(Vorm(x, y, breed, hoog), soort))

    def maal(self, eenheid: float, dx: float) -> Tekening:
        """Return the drawing enlarged, moved to the right."""

        def groot(v: Vorm) -> Vorm:
            return Vorm(v.x * eenheid + dx, v.y * eenheid, v.breed * eenheid, v.hoog * eenheid, v.rond)

        return Tekening(
            self.breed * eenheid + 2 * dx,
            self.hoog * eenheid,
            eenheid,
            self.smal,
            {sleutel: groot(vorm) for sleutel, vorm in self.vormen.items()},
            [Vlak(groot(v.vak), v.soort) for v in self.vlakken],
            [
                Lijn(tuple((x * eenheid + dx, y * eenheid) for x, y in lijn.punten), lijn.soort, lijn.hue, lijn.pijl)
                for lijn in self.lijnen
            ],
            [Tekst(t.tekst, groot(t.vak), t.soort, t.zijde) for t in self.teksten],
        )


def teken(breed: float, hoog: float, schaal: float = 1) -> Tekening:
    """Return the drawing for a room of this size; it is higher than the room where it would else become too small.

    `schaal` is that of the letters: nothing is ever drawn smaller than at that scale.
    """
    kaal, eenheid = _kies(breed, hoog, schaal)
    return kaal.maal(eenheid, max((breed - kaal.breed * eenheid) / 2, 0))


def hoogte(breed: float, hoog: float, schaal: float = 1) -> float:
    """Return how high the drawing for a room of this size is."""
    kaal, eenheid = _kies(breed, hoog, schaal)
    return kaal.hoog * eenheid


def _kies(breed: float, hoog: float, schaal: float) -> tuple[Tekening, float]:
    if breed >= BREED * schaal:
        kaal = _breed()
        return kaal, max(schaal, min(breed / kaal.breed, hoog / kaal.hoog))
    kaal = _smal()
    return kaal, max(schaal, min(breed / kaal.breed, _RUST * schaal))


# -- the two arrangements


@cache  # the same every time; a layout asks for the height some thirty times before it is content
def _breed() -> Tekening:
    t = Tekening(BREED, 0)
    wie, vraag, boven = 20.0, 560.0, 58.0
    wie_breed, vraag_breed = 520.0, BREED - 560
    _eerst_breed(t)
    _wie(t, wie, boven, wie_breed)
    _vragen(t, vraag, boven, vraag_breed)
    ib, weeg = t.vormen["meldcode-ib"], t.vormen["meldcode-wegen-zorg"]
    t.lijn("taak", "rol.ib", (ib.x + ib.breed, ib.my), (weeg.x - 1, weeg.my))
    # what follows stands below the persons
    een, vijf = t.vormen["afweging-vermoeden"], t.vormen["afweging-resultaat"]
    mx, my = wie + 352, vijf.my - 14
    t.cirkel("meldcode-zorg-monitoren", mx, my, _VOLG)
    raak = math.sqrt(_VOLG**2 - 22**2)
    goot = vraag + 18
    t.lijn("kring", "zacht", (een.x, een.my), (goot, een.my), (goot, my - 22), (mx + raak, my - 22))
    t.tekst("NEE", een.x - 40, een.my - 22, 36, soort="antwoord")
    t.lijn("kring", "zacht", (vijf.x, my + 22), (mx + raak, my + 22))
    t.tekst("JA", vijf.x - 32, my + 1, 28, soort="antwoord")
    tekst_x, tekst_breed = mx + 58, 112.0
    t.tekst("NEE: sluiten en blijven volgen", tekst_x, my - 58, tekst_breed, 36, zijde="links")
    t.tekst("JA: afronden en blijven volgen", tekst_x, my + 24, tekst_breed, 36, zijde="links")
    onder = boven + _VRAAG_BLOK + 22
    _na_melding(t, (mx, onder), (mx, my + _VOLG + 1))
    t.tekst("ook na een melding", vraag, onder - 21, 160)
    _opnieuw(t, (mx - _VOLG, my), 8)
    t.tekst("nieuwe signalen? dan begint het opnieuw", wie, my - 22, mx - _VOLG - wie - 8)
    t.hoog = onder + 4
    return t


@cache
def _smal() -> Tekening:
    t = Tekening(SMAL, 0, smal=True)
    links, breed = 14.0, SMAL - 14
    boven = _eerst_smal(t)
    _wie(t, links, boven, breed - 12)
    vraag = boven + _WIE_HOOG + 34
    _vragen(t, links, vraag, breed)
    # the band's colour runs down the right-hand side into the pillar
    zuil = t.vormen["veilig-thuis-melding"]
    t.vlak("spoed", zuil.x + zuil.breed - 8, 0, 8, zuil.y + 20)
    ib, weeg, kant = t.vormen["meldcode-ib"], t.vormen["meldcode-wegen-zorg"], links + breed - 18
    weg = ((ib.mx, ib.my), (kant, ib.my), (kant, vraag - 17), (weeg.mx, vraag - 17), (weeg.mx, weeg.y - 11))
    t.lijn("taak", "rol.ib", *weg)
    mx, my = links + 262, vraag + _VRAAG_BLOK + 66
    t.cirkel("meldcode-zorg-monitoren", mx, my, _VOLG)
    een, vijf = t.vormen["afweging-vermoeden"], t.vormen["afweging-resultaat"]
    raak = math.sqrt(_VOLG**2 - 14**2)
    for vraagvorm, goot, dy, antwoord in ((een, links + 12, 14, "NEE"), (vijf, links + 26, -14, "JA")):
        y = vraagvorm.my
        t.lijn("kring", "zacht", (vraagvorm.x, y), (goot, y), (goot, my + dy), (mx - raak, my + dy))
        t.tekst(antwoord, vraagvorm.x - 34, y - 21, 32, soort="antwoord")
    t.tekst("JA: afronden en blijven volgen", links + 34, my - 52, mx - raak - links - 44, 36, zijde="links")
    t.tekst("NEE: sluiten en blijven volgen", links + 20, my + 16, mx - raak - links - 30, 36, zijde="links")
    _na_melding(t, (zuil.mx, my), (mx + _VOLG, my))
    t.tekst("ook na een melding", mx + _VOLG + 4, my - 22, zuil.mx - mx - _VOLG - 8)
    _opnieuw(t, (mx, my + _VOLG), 6, my + _VOLG + 14)
    t.tekst("nieuwe signalen? dan begint het opnieuw", mx + 12, my + _VOLG + 4, SMAL - mx - 16, 36, zijde="links")
    t.hoog = my + _VOLG + 44
    return t


def _na_melding(t: Tekening, knik: tuple[float, float], naar: tuple[float, float]) -> None:
    """From below the pillar to the circle: a report ends nothing."""
    zuil = t.vormen["veilig-thuis-melding"]
    t.lijn("kring", "meldcode", (zuil.mx, zuil.y + zuil.hoog), (zuil.mx, knik[1]), knik, naar)


def _opnieuw(t: Tekening, van: tuple[float, float], goot: float, onder: float | None = None) -> None:
    """Back along the left-hand side to where signals are seen."""
    eerst = t.vormen["meldcode-signaleren"]
    y = van[1] if onder is None else onder
    begin = (van,) if onder is None else (van, (van[0], onder))
    t.lijn("kring", "zacht", *begin, (goot, y), (goot, eerst.my), (eerst.x - 1, eerst.my))


# -- the blocks

_PILLEN: tuple[tuple[str, float], ...] = (
    ("onveiligheid", 228.0),
    ("disclosure", 106.0),
    ("eergerelateerd-geweld", 176.0),
)


def _eerst_breed(t: Tekening) -> None:
    t.vlak("spoed", 0, 0, BREED, 52)
    t.tekst("Eerst en steeds:", 48, 10, 128, 32, "eerst", "links")
    x = 182.0
    for sleutel, breed in _PILLEN:
        t.balk(sleutel, x, 10, breed, 32)
        x += breed + 10
    t.tekst("Gaat voor alles: direct naar Veilig Thuis", x + 8, 10, BREED - x - 24, 32, "eerst", "rechts")


def _eerst_smal(t: Tekening) -> float:
    """Return where the next block begins."""
    t.vlak("spoed", 0, 0, SMAL, 156)
    t.tekst("Eerst en steeds:", 48, 6, 300, 32, "eerst", "links")
    (een, breed), (twee, ander), (drie, derde) = _PILLEN
    t.balk(een, 20, 42, breed, 32)
    t.balk(twee, 30 + breed, 42, ander, 32)
    t.balk(drie, 20, 84, derde, 32)
    t.tekst("Gaat voor alles: direct naar Veilig Thuis", 20, 120, 460, 32, "eerst", "links")
    return 168


def _wie(t: Tekening, ox: float, oy: float, breed: float) -> None:
    """Persons above their circles; between the two groups the case is handed over."""
    t.vlak("wie", ox, oy, breed, _WIE_HOOG)
    links, rechts = ox + 120, ox + breed - 118
    # a little outwards, so that there is room for the line between the two who advise and act
    lk, af, ib, y = links - 36, ox + breed / 2 - 20, rechts + 38, oy + 62
    t.cirkel("meldcode-leerkracht", lk, y, _PERSOON)
    t.cirkel("meldcode-aandachtsfunctionaris", af, y, _PERSOON)
    t.cirkel("meldcode-ib", ib, y, _PERSOON)
    rood = "rol.aandachtsfunctionaris"
    t.lijn("advies", rood, (af - _PERSOON, y), (lk + _PERSOON + 2, y))
    t.tekst("advies", lk + _PERSOON + 2, y - 22, af - lk - 2 * _PERSOON - 4)
    midden = (af + ib) / 2
    t.lijn("taak", rood, (af, y), (ib, y), pijl=False)
    t.balk("meldcode-contact", midden - 37, y - 15, 74, 30)
    for midden, hue, sleutels in (
        (links, "rol.leerkracht", ("signaleren", "overleg", "gesprek-leerling", "gesprek-ouders")),
        (rechts, "rol.ib", ("dossier", "overleg-professionals", "ib-gesprek-leerling", "ib-gesprek-ouders")),
    ):
        t.lijn("taak", hue, (midden, y), (midden, oy + 296), pijl=False)
        for n, sleutel in enumerate(sleutels):
            kant, rij = (-55, 55)[n % 2], n // 2
            t.cirkel(f"meldcode-{sleutel}", midden + kant, oy + 174 + rij * 122, _CIRKEL)
            t.lijn("taak", hue, (midden, oy + 174 + rij * 122), (midden + kant, oy + 174 + rij * 122), pijl=False)
    t.tekst("de situatie bepaalt de volgorde", ox + 10, oy + 350, 220)
    van, naar = links + 107, rechts - 107
    t.lijn("weg", "rol.ib", (van, oy + 235), (naar, oy + 235))
    t.tekst("neemt over als het vermoeden blijft", rechts - 122, oy + 350, 236)


def _vragen(t: Tekening, ox: float, oy: float, breed: float) -> None:
    """Weighed by two persons, then five questions downwards; to the right of each what leads to a report."""
    t.vlak("vraag", ox, oy, breed - _ZUIL + 40, _VRAAG_BLOK)
    zuil = ox + breed - _ZUIL
    t.balk("veilig-thuis-melding", zuil, oy - 10, _ZUIL, _VRAAG_BLOK + 10)
    x = ox + 44
    weg = x + _VRAAG_HOOG / 2
    directeur = (weg + _WEEG + zuil) / 2
    t.cirkel("meldcode-wegen-zorg", weg, oy + 62, _WEEG)
    t.cirkel("meldcode-directeur", directeur, oy + 62, _PERSOON)
    t.lijn("taak", "rol.directeur", (directeur, oy + 62), (weg + _WEEG + 1, oy + 62))
    # a report goes out in the director's name
    t.lijn("taak", "rol.directeur", (directeur, oy + 62), (zuil - 1, oy + 62))
    t.lijn("weg", "meldcode", (weg, oy + 62 + _WEEG), (weg, oy + 137))
    normen: Mapping[str, tuple[str, str]] = {
        "afweging-veiligheid": ("JA of twijfel", "Meldnorm 1"),
        "afweging-hulp": ("NEE", "Meldnorm 2"),
        "afweging-acceptatie": ("NEE", "Direct melden"),
        "afweging-resultaat": ("NEE", "Meldnorm 3"),
    }
    door = ("JA", "NEE", "JA", "JA")
    vragen = ("afweging-vermoeden", *normen)
    for n, sleutel in enumerate(vragen):
        y = oy + 138 + n * _STAP
        t.balk(sleutel, x, y, _VRAAG_BREED, _VRAAG_HOOG)
        if n < len(door):
            onder = y + _VRAAG_HOOG
            t.lijn("weg", "meldcode", (weg, onder), (weg, y + _STAP - 1))
            t.tekst(door[n], weg + 9, onder + 1, 36, soort="antwoord", zijde="links")
        if sleutel in normen:
            antwoord, norm = normen[sleutel]
            hier = y + _VRAAG_HOOG / 2
            t.lijn("weg", "meldcode", (x + _VRAAG_BREED, hier), (zuil - 1, hier))
            t.tekst(antwoord, x + _VRAAG_BREED + 2, hier - 22, zuil - x - _VRAAG_BREED - 14, soort="antwoord")
            t.tekst(norm, zuil + 5, hier - 16, _ZUIL - 10, 32, "norm")
    veiligheid = t.vormen["afweging-veiligheid"]
    t.balk("cit", zuil - 66, veiligheid.my + 8, 58, 28)
    t.tekst("stap 5: vanaf hier met Veilig Thuis", weg + 42, veiligheid.y + _VRAAG_HOOG + 1, 206, zijde="links")
