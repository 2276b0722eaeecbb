"""The printed recovery sheet: the code in large letters that cannot be misread, and how to keep it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook
from desktop.documents.frame import Gemaakt, Opmaak, maak
from desktop.documents.styles import BREEDTE, GRIJS, INKT, KLEIN, LABEL, LOPEND, TITEL, VET, VLAK, Stijl
from desktop.documents.text import Zetter, kort, moment_nl, wijd
from desktop.documents.velden import alinea, kop

_CODE = Stijl("semibold", 23, 40, INKT)
_VAK = 20  # every sign in a box of one width: groups stand under each other and are counted at a glance
_GROEP = 18

_WAARVOOR = (
    "Met deze code kan de kluis worden geopend als een wachtwoordzin vergeten is. Wie dit blad én de kluis heeft, kan "
    "bij alles wat erin staat. Bewaar het daarom als een sleutel."
)
_BEWAREN = (
    "Leg het in de kluis of een afgesloten kast van de school, in een dichte envelop met datum en handtekening erop.",
    "Bewaar het niet bij de computer, niet in een bureaula en niet bij de reservekopie.",
    "Maak er geen foto of scan van en stuur het niet per mail.",
    "Alleen de directeur en de intern begeleider mogen het gebruiken. Het programma legt elk gebruik vast.",
    "Raakt het blad weg of is de envelop open? Maak dan meteen een nieuw herstelblad: dit blad werkt dan niet meer.",
)


def render_herstelblad(kader_school: str, code_lines: Sequence[str], gemaakt_op: datetime, label: str) -> Gemaakt:
    """Return the sheet, one page. `code_lines` are the printed lines, groups parted by a space or a dash.

    `label` says for which vault or by whom it was made. There is nothing on it about any person.
    """
    zetter = Zetter()
    blokken: list[Blok | NieuwePagina] = [
        Strook([Cel(0, [(TITEL, ["Herstelblad"])])]),
        Strook([Cel(0, [(LOPEND, zetter.regels(kort(label, 160), LOPEND, BREEDTE))])], onder=4),
        alinea(_WAARVOOR, zetter),
        *_code(code_lines, zetter),
        kop("Zo bewaar je het", zetter),
        *(_punt(tekst, zetter) for tekst in _BEWAREN),
        kop("Waar dit blad ligt", zetter),
        _invullen(("Plaats", "Datum", "Handtekening")),
        alinea(
            "Het typen luistert niet nauw: hoofdletters, spaties en streepjes maken niet uit, en een O telt als nul.",
            zetter,
            KLEIN,
            boven=16,
        ),
    ]
    om = Opmaak(
        titel="Herstelblad",
        auteur=kader_school,
        gemaakt_op=gemaakt_op,
        kop_links=kader_school,
        kop_rechts="Herstelblad van de kluis",
        voet=(f"Gemaakt {moment_nl(gemaakt_op)}", "Vertrouwelijk. Elk nieuw herstelblad maakt dit blad ongeldig."),
    )
    return maak(blokken, om, zetter)


def _code(code_lines: Sequence[str], zetter: Zetter) -> list[Strook]:
    """The lines of the code in a shaded panel, each with its number: setup asks for one of them by that."""
    stroken = [
        Strook([], boven=14 if n == 0 else 0, vast=_CODE.regel + 4, heel=True, vlak=VLAK, plakt=True)
        for n in range(len(code_lines))
    ]
    for n, (strook, regel) in enumerate(zip(stroken, code_lines, strict=True), 1):
        strook.teken_bij = _tekenaar(n, [zetter.zuiver(deel, _CODE) for deel in regel.replace("-", " ").split()])
    stroken[-1].plakt = False
    return stroken


def _tekenaar(nummer: int, groepen: Sequence[str]) -> Callable[[Doek, float, float], None]:
    def teken(doek: Doek, x: float, y: float) -> None:
        doek.regels(LABEL, x + 14, y - 17, [f"Regel {nummer}"])
        links = x + 66
        for groep in groepen:
            for sign in groep:
                doek.regels(_CODE, links + (_VAK - wijd(sign, _CODE)) / 2, y - 2, [sign])
                links += _VAK
            links += _GROEP

    return teken


def _punt(tekst: str, zetter: Zetter) -> Strook:
    return Strook([Cel(0, [(VET, ["•"])]), Cel(12, [(LOPEND, zetter.regels(tekst, LOPEND, BREEDTE - 12))])], boven=5)


def _invullen(labels: Sequence[str]) -> Strook:
    breedte = BREEDTE / len(labels)

    def lijnen(doek: Doek, x: float, y: float) -> None:
        for n in range(len(labels)):
            doek.lijn(x + n * breedte, y - 42, x + (n + 1) * breedte - 14, y - 42, GRIJS)

    cellen = [Cel(n * breedte, [(LABEL, [label])]) for n, label in enumerate(labels)]
    return Strook(cellen, boven=8, vast=46, heel=True, teken_bij=lijnen)
