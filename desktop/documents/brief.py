"""What letters to parents share: the head, the address behind the window, the lines on top, the greeting."""

from __future__ import annotations

from reportlab.lib.units import mm

from desktop.documents.blokken import Cel, Strook
from desktop.documents.frame import PaginaDoek
from desktop.documents.styles import BOVEN, BREEDTE, LABEL, LOPEND, MARGE, MARINE, PAGINA, RAND, VET, Stijl
from desktop.documents.text import Zetter, kort, wijd
from desktop.models.core import Wie
from desktop.models.personen import Persoon
from desktop.models.school import Schoolprofiel

# The window of a long (EA5/6) and of a C5 envelope, at the left: 20 to 110 mm from the left, 45 to 85 mm from the top.
_ADRES_BOVEN = 50 * mm
_ADRES_ONDER = 86 * mm
_SCHOOL = Stijl("semibold", 15, 19, MARINE)
TUSSEN = 9.0
"""The room between two paragraphs of a letter."""


def briefhoofd(doek: PaginaDoek, school: Schoolprofiel, zetter: Zetter) -> None:
    """Draw the head of a letter: the school and how it is reached."""
    y = PAGINA[1] - 15 * mm
    naam = zetter.passend(school.naam, _SCHOOL, BREEDTE * 0.6)
    doek.regels(_SCHOOL, MARGE, y, [naam])
    if school.bestuur:
        doek.regels(RAND, MARGE, y - _SCHOOL.regel, [zetter.passend(school.bestuur, RAND, BREEDTE * 0.6)])
    plaats = " ".join(filter(None, (school.postcode, school.plaats)))
    regels = [r for r in (school.straat, plaats, school.telefoon, school.email) if r.strip()]
    for n, regel in enumerate(regels):
        past = zetter.passend(regel, RAND, BREEDTE * 0.38)
        doek.regels(RAND, MARGE + BREEDTE - wijd(past, RAND), y - 3 - n * RAND.regel, [past])


def adresblok(wie: Wie, adres: Persoon | None, zetter: Zetter) -> Strook:
    """Return the block behind the window. It always takes the same room: the letter begins at the same place."""
    regels = [wie.naam]
    if adres is not None:
        regels += [adres.straat, " ".join(filter(None, (adres.postcode, adres.plaats)))]
    gezet = [zetter.passend(regel, LOPEND, 85 * mm) for regel in regels if regel.strip()]
    return Strook([Cel(0, [(LOPEND, gezet)])], lucht=_ADRES_BOVEN - BOVEN, vast=_ADRES_ONDER - BOVEN, heel=True)


def briefregels(paren: list[tuple[str, str]], zetter: Zetter) -> Strook:
    """Return date, number and subject, one below the other."""
    links = 20 * mm
    labels: list[str] = []
    waarden: list[str] = []
    for label, waarde in paren:
        regels = zetter.regels(kort(waarde, 200), LOPEND, BREEDTE - links)
        waarden += regels
        labels += [label, *[""] * (len(regels) - 1)]
    zelfde_lijn = Stijl(LABEL.gewicht, LABEL.maat, LOPEND.regel, LABEL.kleur)
    return Strook([Cel(0, [(zelfde_lijn, labels)]), Cel(links, [(LOPEND, waarden)])])


def bereikbaar(school: Schoolprofiel) -> str:
    """Return a sentence that says how the school is reached."""
    manieren = []
    if school.telefoon.strip():
        manieren.append(f"bel {school.telefoon.strip()}")
    if school.email.strip():
        manieren.append(f"mail naar {school.email.strip()}")
    zin = " of ".join(manieren) or "Laat het ons weten"
    return f"{zin[0].upper()}{zin[1:]}."


def groet(wie: str, wat: str, school: Schoolprofiel, zetter: Zetter) -> Strook:
    """Return the end of a letter: who signs it, and in which function; the school where nobody is named."""
    naam = kort(wie, 120) or school.naam
    functie = kort(wat, 120)
    onder = ", ".join(filter(None, (functie, school.naam if naam != school.naam else "")))
    stukken = [(LOPEND, ["Met vriendelijke groet,", "", "", ""]), (VET, zetter.regels(naam, VET, BREEDTE))]
    if onder:
        stukken.append((LOPEND, zetter.regels(onder, LOPEND, BREEDTE)))
    return Strook([Cel(0, stukken)], boven=TUSSEN + 3, heel=True)
