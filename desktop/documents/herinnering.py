"""The letter that reminds everyone with a role of what is asked of them in a stretch of the school year: no names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook
from desktop.documents.frame import Gemaakt, Opmaak, maak
from desktop.documents.jaarcyclus import takentabel
from desktop.documents.jaarpapier import Herinnering
from desktop.documents.styles import BOVENKOP, BREEDTE, CEL, LOPEND, TITEL, VET
from desktop.documents.text import MAANDEN, Zetter, datum_nl, moment_nl
from desktop.documents.velden import alinea, kop


def render_herinnering(brief: Herinnering) -> Gemaakt:
    """Return the letter. It names the role, never a person: it may hang in the staff room."""
    zetter = Zetter()
    om = Opmaak(
        titel="Herinnering aan de taken",
        auteur=brief.school.naam,
        gemaakt_op=brief.gemaakt_op,
        kop_links=brief.school.naam,
        kop_rechts=f"Schooljaar {brief.jaar}",
        voet=("Zonder namen", f"Gemaakt {moment_nl(brief.gemaakt_op)}"),
    )
    return maak(list(_brief(brief, zetter)), om, zetter)


def _brief(brief: Herinnering, zetter: Zetter) -> Iterator[Blok | NieuwePagina]:
    titel = f"Wat er op de agenda staat, {_wanneer(brief.van, brief.tot)}"
    stukken = [(BOVENKOP, [f"Aan: {brief.aan}"]), (TITEL, zetter.regels(titel, TITEL, BREEDTE))]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)
    yield alinea(datum_nl(brief.gemaakt_op.date()), zetter, boven=2)
    yield alinea("Beste collega,", zetter, boven=12)
    if brief.taken:
        yield alinea(
            "Hieronder staat wat er in deze tijd van je gevraagd wordt voor de sociale veiligheid op school. "
            "Lukt iets niet op tijd? Zeg het dan vóór die dag, zodat we samen een oplossing zoeken.",
            zetter,
            boven=8,
        )
        yield takentabel(brief.taken, zetter, stand=False)
    else:
        yield alinea("In deze tijd staat er niets met een dag voor je open.", zetter, boven=8)
    if brief.doorlopend:
        yield kop("En het hele jaar door", zetter)
        yield alinea("\n".join(f"• {taak}" for taak in brief.doorlopend), zetter, CEL, boven=6)
    groet = [(LOPEND, ["Met vriendelijke groet,", "", ""]), (VET, zetter.regels("De directie", VET, BREEDTE))]
    if brief.school.naam:
        groet.append((LOPEND, zetter.regels(brief.school.naam, LOPEND, BREEDTE)))
    yield Strook([Cel(0, groet)], boven=18, heel=True)


def _wanneer(van: date, tot: date) -> str:
    """Return the stretch in words: whole months by their names, else two days."""
    heel = van.day == 1 and (tot + timedelta(days=1)).day == 1
    if not heel:
        begin = f"{van.day} {MAANDEN[van.month - 1]}"
        return f"{begin} tot en met {datum_nl(tot)}"
    eerste, laatste = MAANDEN[van.month - 1], f"{MAANDEN[tot.month - 1]} {tot.year}"
    if (van.year, van.month) == (tot.year, tot.month):
        return laatste
    return f"{eerste}{'' if van.year == tot.year else f' {van.year}'} tot en met {laatste}"
