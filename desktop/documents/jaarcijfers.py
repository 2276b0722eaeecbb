"""The paper of a year in numbers: which register, which period, how many; then what it counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Stuk
from desktop.documents.frame import Gemaakt, Opmaak, maak
from desktop.documents.styles import BOVENKOP, BREEDTE, KLEIN, TITEL, VET
from desktop.documents.text import Zetter, datum_nl, moment_nl
from desktop.documents.velden import alinea, paneel, rijtje
from desktop.models.incidentcijfers import Incidentjaar
from desktop.models.klachtcijfers import Klachtjaar
from desktop.models.school import Schoolprofiel


def maak_jaarcijfers(
    titel: str,
    register: str,
    wat: str,
    uitleg: str,
    jaar: Incidentjaar | Klachtjaar,
    blokken: Iterable[Blok],
    zetter: Zetter,
    school: Schoolprofiel,
    gemaakt_op: datetime,
) -> Gemaakt:
    """Return the paper. `wat` names what is counted, `uitleg` says what falls under it, `blokken` are the counts."""
    periode = str(jaar.periode)
    stukken: list[Stuk] = [(BOVENKOP, [register]), (TITEL, zetter.regels(f"{titel} {periode}", TITEL, BREEDTE))]
    feiten = [
        ("Periode", f"{datum_nl(jaar.periode.van)}\nt/m {datum_nl(jaar.periode.tot)}", 5),
        (wat, jaar.aantal.woord, 3),
        ("Kleine aantallen", "afgeschermd" if jaar.afgeschermd else "getoond", 4),
    ]
    alles: list[Blok | NieuwePagina] = [
        Strook([Cel(0, stukken)], onder=6, plakt=True),
        paneel(rijtje(feiten, zetter, stijl=VET)),
        alinea(uitleg, zetter, KLEIN, boven=10),
        *blokken,
    ]
    om = Opmaak(
        titel=titel,
        auteur=school.naam,
        gemaakt_op=gemaakt_op,
        kop_links=school.naam,
        kop_rechts=f"{titel} · {periode}",
        voet=("Zonder namen", f"Gemaakt {moment_nl(gemaakt_op)}"),
    )
    return maak(alles, om, zetter)
