"""The yearly report on incidents: counts with charts, without names, for board and coordinator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desktop.documents.blokken import Blok
from desktop.documents.frame import Gemaakt
from desktop.documents.grafiek import kolomblok, staafblok
from desktop.documents.jaarcijfers import maak_jaarcijfers
from desktop.documents.styles import KLEIN, LOPEND, VET
from desktop.documents.text import Zetter
from desktop.documents.velden import alinea, kop, paneel, rijtje
from desktop.models.incidentcijfers import Incidentjaar
from desktop.models.school import Schoolprofiel
from desktop.models.telling import AFGESCHERMD

GEEN = "In deze periode is geen incident geregistreerd."
WAT = (
    "In de registratie staan grote, losse incidenten met een groot effect op iemands welzijn. Kleinere voorvallen "
    "staan in het dossier van de leerling."
)
_WAAROM = f"{AFGESCHERMD} Zo wijst dit verslag niet naar één leerling of gezin."
_ANTWOORDEN = {"Ja", "Nee", "Niet ingevuld"}
_VOOR_SCHOOL = "Alle aantallen staan erin. Dit exemplaar is voor de school zelf en gaat niet naar buiten."


def render_incidentjaar(jaar: Incidentjaar, school: Schoolprofiel, gemaakt_op: datetime) -> Gemaakt:
    """Return the report. A period without incidents is one sentence: no chart is drawn over nothing."""
    zetter = Zetter()
    blokken = incidentblokken(jaar, zetter)
    titel = "Jaarverslag incidenten"
    return maak_jaarcijfers(
        titel, "Incidentenregistratie", "Incidenten", WAT, jaar, blokken, zetter, school, gemaakt_op
    )


def incidentblokken(jaar: Incidentjaar, zetter: Zetter) -> Iterator[Blok]:
    """Yield the counts of a period with their charts, to stand in this report or in another paper."""
    if jaar.leeg:
        yield alinea(GEEN, zetter, LOPEND, boven=18)
        return
    yield alinea(_WAAROM if jaar.afgeschermd else _VOOR_SCHOOL, zetter, KLEIN, boven=6)
    _, maanden, *rest = jaar.tabellen()
    yield kop(maanden.naam, zetter, boven=16)
    yield kolomblok(maanden)
    onder = {deel.naam for deel in jaar.onderverdelingen()}
    hoogste = max(t.aantal or 0 for t in jaar.per_soort().tellingen)
    vragen = [tabel for tabel in rest if {t.label for t in tabel.tellingen} <= _ANTWOORDEN]
    for tabel in (t for t in rest if t not in vragen):
        # a subdivision stands under its kind, and its bars are as long as they would be there
        deel = tabel.naam in onder
        yield alinea(f"{tabel.naam}: waarvan", zetter, VET, boven=10, plakt=True) if deel else kop(tabel.naam, zetter)
        yield staafblok(tabel, hoogste if deel else 0)
    # answers of two or three numbers need no bars: together they stand in one panel, and on no page of their own
    velden = [(t.naam, " · ".join(f"{x.label.lower()} {x.woord}" for x in t.tellingen), 6) for t in vragen]
    for n in range(0, len(velden), 2):
        yield paneel(rijtje(velden[n : n + 2], zetter, stijl=VET))
