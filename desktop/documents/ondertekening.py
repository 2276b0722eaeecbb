"""The signature page: the outcome of each parent, room for a pen where there is none, the marks of the version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from desktop.documents import handtekening as pen
from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.frame import Kader
from desktop.documents.namen import zelfde
from desktop.documents.styles import BREEDTE, GRIJS, KLEIN, LABEL, LIJN, LOPEND, MARINE, VET
from desktop.documents.text import datum_nl, kort, moment_nl
from desktop.documents.velden import Tonen, alinea, kop
from desktop.documents.waarmerk import waarmerk
from desktop.models.core import Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.handtekening import Handtekening, from_bytes
from desktop.models.vervolg import Ondertekening, Uitkomst, Wijze

_IN = 10  # air between the side of a box and what is in it
_BINNEN = BREEDTE - 2 * _IN
_HELFT = BREEDTE / 2
_LIJNHOOGTE = 22  # ruled lines for a pen: 8 mm


class Tekenpagina:
    """Makes the signature page of one report, for the file or for one parent.

    Plan: signing is voluntary; who disagrees signs for having seen it and may add a zienswijze.
    """

    def __init__(
        self,
        verslag: Gespreksverslag,
        kader: Kader,
        ontvanger: Wie | None,
        ondertekend: Sequence[Ondertekening],
        strokes: Mapping[UUID, bytes],
        getoonde_sha256: str,
        tonen: Tonen,
    ) -> None:
        """`ondertekend` in order of time; the rest as in `render_gespreksverslag`."""
        self._kader = kader
        self._ontvanger = ontvanger
        self._ondertekend = ondertekend
        self._strokes = strokes
        self._getoond = getoonde_sha256
        self._tonen = tonen
        self._zetter = tonen.zetter
        self._tekenaars = list(verslag.tekenaars())
        for o in ondertekend:  # someone who signed later without having been at the talk
            if not any(zelfde(o.ouder, w) for w in self._tekenaars):
                self._tekenaars.append(o.ouder)

    def blokken(self) -> Iterator[Blok | NieuwePagina]:
        """Yield the page; a report that nobody has to sign shows only its marks."""
        if self._tekenaars:
            yield NieuwePagina()
            yield kop("Ondertekening", self._zetter, boven=0)
            zin = (
                "Tekenen is vrijwillig. Wie het niet eens is met het verslag, kan tekenen voor gezien en een eigen "
                "zienswijze toevoegen."
            )
            if self._kader.concept:
                zin = "Dit is een concept. Tekenen kan pas als het verslag is vastgesteld."
            yield alinea(zin, self._zetter, KLEIN)
            for wie in self._tekenaars:
                yield from self._vak(wie)
        op_scherm = any(o.wijze is Wijze.SCHERM for o in self._ondertekend)
        yield from waarmerk(self._kader, self._zetter, woord="verslag", getoond=self._getoond, op_scherm=op_scherm)

    def _vak(self, wie: Wie) -> Iterator[Blok]:
        uitkomsten = [o for o in self._ondertekend if zelfde(o.ouder, wie)]
        laatste = uitkomsten[-1] if uitkomsten else None
        eigen = self._ontvanger is None or zelfde(self._ontvanger, wie)
        naam = self._tonen.namen.wie(wie)
        links: list[Stuk] = [
            (VET, self._zetter.regels(kort(naam, 120), VET, _HELFT - 2 * _IN)),
            (KLEIN, self._zetter.regels(kort(wie.hoedanigheid, 120) or "ouder/verzorger", KLEIN, _HELFT - 2 * _IN)),
        ]
        telt = not self._kader.concept and not self._kader.ingetrokken
        pen_nodig = (laatste is None or laatste.open_werk()) and eigen and telt
        rechts = [] if laatste is None and pen_nodig else self._uitkomst(laatste)
        delen = [Strook([Cel(_IN, links), Cel(_HELFT, rechts)], boven=14, lucht=9, onder=7)]
        if laatste is not None and eigen:
            delen += self._lijn(laatste)
        if pen_nodig:
            delen += _penruimte(self._tonen)
        teksten = self._teksten(uitkomsten) if eigen else []
        for deel in delen:
            deel.plakt = True
            deel.rand = "LR"
        delen[0].rand += "T"
        for label, tekst in teksten:
            stukken: list[Stuk] = [
                (LABEL, self._zetter.regels(label, LABEL, _BINNEN)),
                (LOPEND, self._zetter.regels(tekst, LOPEND, _BINNEN)),
            ]
            delen.append(Strook([Cel(_IN, stukken)], lucht=3, onder=8, rand="LR", plakt=True))
        delen[-1].rand += "B"
        delen[-1].plakt = False
        yield from delen

    def _uitkomst(self, laatste: Ondertekening | None) -> list[Stuk]:
        if laatste is None:
            zin = "Nog niet getekend" if self._kader.concept else "Nog geen uitkomst vastgelegd"
            return [(KLEIN, [zin])]
        wanneer = moment_nl(laatste.moment)
        if laatste.wijze is Wijze.PAPIER and laatste.getekend_op:
            wanneer = f"{datum_nl(laatste.getekend_op)}, vastgelegd {wanneer}"
        hoe = [wanneer] if laatste.wijze is Wijze.GEEN else [f"{laatste.wijze.label}, {wanneer}"]
        if laatste.getuige:
            hoe.append(f"Vastgelegd door {self._tonen.namen.veld(laatste.getuige)}")
        breedte = _HELFT - _IN
        return [
            (VET, self._zetter.regels(laatste.uitkomst.label, VET, breedte)),
            (KLEIN, [regel for zin in hoe for regel in self._zetter.regels(kort(zin, 160), KLEIN, breedte)]),
        ]

    def _lijn(self, laatste: Ondertekening) -> list[Strook]:
        """The signature as it was drawn, or where it is when it stands on paper."""
        if laatste.strokes is not None and laatste.strokes in self._strokes:
            getekend = _lees(self._strokes[laatste.strokes])
            if getekend is None:
                return [self._klein("De getekende lijn kan niet worden getoond.")]
            hoogte = 62

            def teken(doek: Doek, x: float, y: float) -> None:
                pen.teken(doek, getekend, x + _IN, y - 2, 190, hoogte - 12)
                doek.lijn(x + _IN, y - hoogte + 6, x + _IN + 200, y - hoogte + 6)

            return [Strook([], vast=hoogte, heel=True, teken_bij=teken)]
        if laatste.scan is not None:
            return [self._klein("De handtekening staat op het getekende blad; de scan zit bij het dossier.")]
        return []

    def _klein(self, zin: str) -> Strook:
        return Strook([Cel(_IN, [(KLEIN, self._zetter.regels(zin, KLEIN, _BINNEN))])], onder=6)

    def _teksten(self, uitkomsten: Sequence[Ondertekening]) -> list[tuple[str, str]]:
        """What goes to this parent and the file only: zienswijze, explanation, and how it went before."""
        teksten: list[tuple[str, str]] = []
        for n, o in enumerate(uitkomsten):
            if n < len(uitkomsten) - 1:
                teksten.append(("Eerder", f"{o.uitkomst.label}, {moment_nl(o.moment)}"))
            if o.zienswijze:
                teksten.append((f"Zienswijze van {self._tonen.namen.wie(o.ouder)}", o.zienswijze))
            if o.toelichting:
                teksten.append(("Toelichting", o.toelichting))
        return teksten


def _lees(data: bytes) -> Handtekening | None:
    try:
        return from_bytes(data)
    except ValueError:  # kept bytes that are no strokes: say so on paper instead of losing the whole page
        return None


def _penruimte(tonen: Tonen) -> list[Strook]:
    """Room to sign on paper: two boxes to tick, date and signature, and lines for a zienswijze."""
    keuzes = [Uitkomst.AKKOORD.label, f"{Uitkomst.GEZIEN.label} (niet mee eens)"]
    zetter = tonen.zetter

    def hokjes(doek: Doek, x: float, y: float) -> None:
        for links in (x + _IN, x + _HELFT):
            top = y - 2.5
            for x1, y1, x2, y2 in ((0, 0, 10, 0), (10, 0, 10, -10), (10, -10, 0, -10), (0, -10, 0, 0)):
                doek.lijn(links + x1, top + y1, links + x2, top + y2, MARINE, 0.9)

    def invul(doek: Doek, x: float, y: float) -> None:
        doek.lijn(x + _IN, y - 50, x + _HELFT - 2 * _IN, y - 50, GRIJS)
        doek.lijn(x + _HELFT, y - 50, x + BREEDTE - _IN, y - 50, GRIJS)

    def lijnen(doek: Doek, x: float, y: float) -> None:
        for n in range(3):
            doek.lijn(x + _IN, y - 12 - (n + 1) * _LIJNHOOGTE, x + BREEDTE - _IN, y - 12 - (n + 1) * _LIJNHOOGTE, LIJN)

    return [
        Strook(
            [Cel(x + 17, [(LOPEND, [zetter.zuiver(k, LOPEND)])]) for x, k in zip((_IN, _HELFT), keuzes, strict=True)],
            onder=10,
            teken_bij=hokjes,
        ),
        Strook(
            [Cel(_IN, [(LABEL, ["Datum"])]), Cel(_HELFT, [(LABEL, ["Handtekening"])])],
            vast=62,
            heel=True,
            teken_bij=invul,
        ),
        Strook(
            [Cel(_IN, [(LABEL, ["Zienswijze (mag ook op een eigen blad)"])])],
            vast=12 + 3 * _LIJNHOOGTE + 12,
            heel=True,
            teken_bij=lijnen,
        ),
    ]
