"""The yearly count of complaints: numbers without names, for who may know how many there were."""

from __future__ import annotations

from datetime import datetime

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Stuk
from desktop.documents.frame import Gemaakt, Opmaak, maak
from desktop.documents.grafiek import staafblok
from desktop.documents.styles import BOVENKOP, BREEDTE, KLEIN, LOPEND, TITEL, VET
from desktop.documents.text import Zetter, datum_nl, moment_nl
from desktop.documents.velden import alinea, kop, paneel, rijtje
from desktop.models.klachtcijfers import Klachtjaar
from desktop.models.school import Schoolprofiel
from desktop.models.telling import AFGESCHERMD

GEEN = "In deze periode is geen klacht vastgelegd."
WAT = (
    "Geteld zijn de klachten die bij de interne vertrouwenspersoon kwamen, op de dag dat ze gemeld zijn. Wat iemand "
    "vertelde staat er niet in."
)
_WAAROM = f"{AFGESCHERMD} Zo wijst dit overzicht niet naar één persoon."
_EIGEN = "Alle aantallen staan erin. Dit exemplaar is voor de vertrouwenspersoon zelf en gaat niet naar buiten."


def render_klachtjaar(jaar: Klachtjaar, school: Schoolprofiel, gemaakt_op: datetime) -> Gemaakt:
    """Return the paper. A period without complaints is one sentence: no chart is drawn over nothing."""
    zetter, periode = Zetter(), str(jaar.periode)
    stukken: list[Stuk] = [
        (BOVENKOP, ["Interne vertrouwenspersoon"]),
        (TITEL, zetter.regels(f"Jaaroverzicht klachten {periode}", TITEL, BREEDTE)),
    ]
    feiten = [
        ("Periode", f"{datum_nl(jaar.periode.van)}\nt/m {datum_nl(jaar.periode.tot)}", 5),
        ("Klachten", jaar.aantal.woord, 3),
        ("Kleine aantallen", "afgeschermd" if jaar.afgeschermd else "getoond", 4),
    ]
    blokken: list[Blok | NieuwePagina] = [
        Strook([Cel(0, stukken)], onder=6, plakt=True),
        paneel(rijtje(feiten, zetter, stijl=VET)),
        alinea(WAT, zetter, KLEIN, boven=10),
    ]
    if jaar.leeg:
        blokken.append(alinea(GEEN, zetter, LOPEND, boven=18))
    else:
        blokken.append(alinea(_WAAROM if jaar.afgeschermd else _EIGEN, zetter, KLEIN, boven=6))
        for tabel in jaar.tabellen()[1:]:
            blokken += [kop(tabel.naam, zetter), staafblok(tabel)]
    om = Opmaak(
        titel="Jaaroverzicht klachten",
        auteur=school.naam,
        gemaakt_op=gemaakt_op,
        kop_links=school.naam,
        kop_rechts=f"Jaaroverzicht klachten · {periode}",
        voet=("Zonder namen", f"Gemaakt {moment_nl(gemaakt_op)}"),
    )
    return maak(blokken, om, zetter)
