"""The marks by which a printed version can be told from any other: its digest, and where the audit stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm

from desktop.documents.blokken import Blok, Cel, Strook
from desktop.documents.kader import Kader
from desktop.documents.styles import BREEDTE, CODE, KLEIN, LABEL, Stijl
from desktop.documents.text import Zetter, moment_nl
from desktop.documents.velden import alinea, kop

_LABEL_REGEL = Stijl(LABEL.gewicht, LABEL.maat, CODE.regel, LABEL.kleur)
_LINKS = 42 * mm


def kort_waarmerk(kader: Kader, zetter: Zetter) -> Iterator[Blok]:
    """Yield the marks of an established version in two small lines, for a paper that nobody signs."""
    if kader.digest is not None:
        yield from merkregels([("Versie (SHA-256)", kader.digest.hex())], zetter, boven=20)
        if kader.audit_head:
            yield from merkregels([("Stand van het logboek", kader.audit_head.hex())], zetter, boven=0)


def merkregels(
    paren: Sequence[tuple[str, str]], zetter: Zetter, *, boven: float, plakt: bool = False
) -> Iterator[Blok]:
    """Yield codes with what each is, below each other."""
    for n, (label, waarde) in enumerate(paren):
        cellen = [
            Cel(0, [(_LABEL_REGEL, zetter.regels(label, _LABEL_REGEL, _LINKS - 6))]),
            Cel(_LINKS, [(CODE, zetter.regels(waarde, CODE, BREEDTE - _LINKS))]),
        ]
        yield Strook(cellen, boven=0 if n else boven, plakt=plakt, sluit=True)


def waarmerk(
    kader: Kader, zetter: Zetter, *, woord: str = "stuk", getoond: str = "", op_scherm: bool = False
) -> Iterator[Blok]:
    """Yield the marks of an established version and what they are worth; nothing for a concept, which has none.

    `getoond` is the SHA-256 (hex) of the PDF that was shown at signing; `op_scherm`: someone signed on screen.
    """
    if kader.digest is None:
        return
    yield kop("Waarmerk", zetter, boven=22)
    paren = [("Vastgesteld", moment_nl(kader.versie_op)), ("Versie (SHA-256)", kader.digest.hex())]
    if getoond:
        paren.append(("SHA-256 van getoonde PDF", getoond))
    if kader.audit_head:
        paren.append(("Stand van het logboek", kader.audit_head.hex()))
    yield from merkregels(paren, zetter, boven=5, plakt=True)
    zin = (
        f"De versie is een SHA-256 die aan het opgeslagen {woord} vastzit: verandert er één teken, dan klopt de "
        "code niet meer."
    )
    if op_scherm:
        zin += " Een handtekening op het scherm is een eenvoudige elektronische handtekening."
    yield alinea(zin, zetter, KLEIN, boven=8)
