"""The yearly count of complaints: numbers without names, for who may know how many there were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desktop.documents.blokken import Blok
from desktop.documents.frame import Gemaakt
from desktop.documents.grafiek import staafblok
from desktop.documents.jaarcijfers import maak_jaarcijfers
from desktop.documents.styles import KLEIN, LOPEND
from desktop.documents.text import Zetter
from desktop.documents.velden import alinea, kop
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
    zetter = Zetter()
    blokken = _blokken(jaar, zetter)
    titel = "Jaaroverzicht klachten"
    return maak_jaarcijfers(
        titel, "Interne vertrouwenspersoon", "Klachten", WAT, jaar, blokken, zetter, school, gemaakt_op
    )


def _blokken(jaar: Klachtjaar, zetter: Zetter) -> Iterator[Blok]:
    if jaar.leeg:
        yield alinea(GEEN, zetter, LOPEND, boven=18)
        return
    yield alinea(_WAAROM if jaar.afgeschermd else _EIGEN, zetter, KLEIN, boven=6)
    for tabel in jaar.tabellen()[1:]:
        yield kop(tabel.naam, zetter)
        yield staafblok(tabel)
