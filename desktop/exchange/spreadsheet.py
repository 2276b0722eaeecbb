"""Yearly counts as spreadsheets: the numbers as on paper, made in memory, and no cell that is ever a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from desktop.models.bestuurspakket import Onderdeel
from desktop.models.incidentcijfers import Incidentjaar
from desktop.models.klachtcijfers import Klachtjaar
from desktop.models.pakketinhoud import Pakketinhoud
from desktop.models.rapportage import Jaarbundel, Ontvanger, Rapportage
from desktop.models.schooljaar import periode
from desktop.models.telling import AFGESCHERMD, KLEIN, Tabel
from desktop.models.velden import Soort, velden

MAX_CEL = 32_767
"""What a cell can hold; the program that reads it refuses more."""
_INGEKORT = " … (ingekort; zie de PDF)"
# Saved as CSV these begin a formula: text that begins so is marked as text in the cell itself.
_GEVAAR = ("=", "+", "-", "@", "\t", "\r", "|", "%")
_BREED = {Soort.LANG: 60, Soort.KEUZES: 40, Soort.DATUM: 12, Soort.JANEE: 16}


def jaarbundel_xlsx(jaarbundel: Jaarbundel, school: str, gemaakt_op: datetime) -> bytes:
    """Return the bundle as .xlsx: overview, counts, and one row a situation where small numbers are not kept back.

    The same input gives the same bytes. Nothing is written to disk on the way: temporary files would stay readable.
    """
    buffer = BytesIO()
    boek = _boek(buffer, "Jaarbundel meldcode", school, gemaakt_op)
    blad = _Blad(boek)
    _overzicht(blad, jaarbundel, school, gemaakt_op)
    _tellingen(blad, jaarbundel.tabellen())
    if not jaarbundel.afgeschermd:
        _situaties(blad, jaarbundel.rapportages)
    boek.close()
    return buffer.getvalue()


def incidentjaar_xlsx(jaar: Incidentjaar, school: str, gemaakt_op: datetime) -> bytes:
    """Return the yearly report on incidents as .xlsx: what it is about, and the counts; nothing of a single incident.

    The same input gives the same bytes.
    """
    return _jaar_xlsx(
        "Jaarverslag incidenten", jaar, "In deze periode is geen incident geregistreerd.", "school", school, gemaakt_op
    )


def klachtjaar_xlsx(jaar: Klachtjaar, school: str, gemaakt_op: datetime) -> bytes:
    """Return the yearly count of complaints as .xlsx: what it is about, and the counts; nothing of a single complaint.

    The same input gives the same bytes.
    """
    leeg = "In deze periode is geen klacht vastgelegd."
    return _jaar_xlsx("Jaaroverzicht klachten", jaar, leeg, "vertrouwenspersoon", school, gemaakt_op)


def _jaar_xlsx(
    naam: str, jaar: Incidentjaar | Klachtjaar, leeg: str, voor: str, school: str, gemaakt_op: datetime
) -> bytes:
    """A year, counted; `voor` is for whom alone it is where small numbers show."""
    buffer = BytesIO()
    boek = _boek(buffer, naam, school, gemaakt_op)
    blad = _Blad(boek)
    blad.nieuw("Overzicht", (34, 70))
    blad.titel(f"{naam} {jaar.periode}")
    blad.rij("School", school)
    blad.rij("Van", jaar.periode.van)
    blad.rij("Tot en met", jaar.periode.tot)
    blad.rij("Gemaakt op", gemaakt_op.date())
    getoond = f"getoond: alleen voor de {voor}"
    blad.rij(f"Aantallen onder de {KLEIN}", "afgeschermd" if jaar.afgeschermd else getoond)
    if jaar.afgeschermd:
        blad.rij("Waarom", AFGESCHERMD)
    if jaar.leeg:
        blad.open()
        blad.rij(leeg)
    _tellingen(blad, jaar.tabellen())
    boek.close()
    return buffer.getvalue()


def bestuurspakket_xlsx(
    inhoud: Pakketinhoud, ontvangers: Sequence[Ontvanger], school: str, gemaakt_op: datetime
) -> bytes:
    """Return the papers for the board as .xlsx: overview, all counts, and the tasks of the plan; only the chosen parts.

    The same input gives the same bytes.
    """
    buffer = BytesIO()
    pakket, delen = inhoud.pakket, inhoud.pakket.onderdelen
    boek = _boek(buffer, pakket.NAAM, school, gemaakt_op)
    blad = _Blad(boek)
    blad.nieuw("Overzicht", (34, 70))
    blad.titel(pakket.titel())
    blad.rij("School", school)
    blad.rij("Van", pakket.van)
    blad.rij("Tot en met", pakket.tot)
    blad.rij("Gesprek op", pakket.gesprek_op or "geen dag ingevuld")
    blad.rij("Gemaakt op", gemaakt_op.date())
    blad.rij(f"Aantallen onder de {KLEIN}", "afgeschermd" if inhoud.afgeschermd else "getoond: alleen voor de school")
    if inhoud.afgeschermd:
        blad.rij("Waarom", AFGESCHERMD)
    blad.open()
    blad.kop("Toelichting", "")
    for naam, tekst in pakket.toelichtingen():
        blad.rij(naam, tekst)
    for ronde in inhoud.rondes if Onderdeel.MONITORING in delen else ():
        blad.rij(f"Monitoring: {ronde.lijst}, {periode(ronde.van, ronde.tot)}", ronde.besluit)
    blad.open()
    blad.kop("Ontvanger", "Verstuurd op")
    for ontvanger in ontvangers:
        blad.rij(ontvanger.wie, ontvanger.verstuurd_op or "nog niet verstuurd")
    _tellingen(blad, [tabel for deel in delen for tabel in inhoud.tabellen(deel)])
    if Onderdeel.JAARCYCLUS in delen:
        blad.nieuw("Jaarcyclus", (14, 70, 26, 16))
        blad.kop("Uiterlijk", "Taak", "Wie", "Stand", vast=True)
        for regel in inhoud.jaar:
            blad.rij(regel.dag, regel.taak, regel.wie, regel.stand)
    boek.close()
    return buffer.getvalue()


def _boek(buffer: BytesIO, titel: str, school: str, gemaakt_op: datetime) -> Any:
    # in_memory: no temporary files; text never turns into a formula, a link or a number
    boek = xlsxwriter.Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    wanneer = gemaakt_op.astimezone(UTC).replace(tzinfo=None) if gemaakt_op.tzinfo else gemaakt_op
    boek.set_properties({"title": titel, "author": school, "created": wanneer})
    return boek


class _Blad:
    """Writes rows on the sheets of a workbook."""

    def __init__(self, boek: Any) -> None:
        self._boek = boek
        self._sheet: Any = None
        self._rij = 0
        basis = {"valign": "top", "text_wrap": True}
        self._gewoon = boek.add_format(basis)
        self._vet = boek.add_format({**basis, "bold": True})
        self._kop = boek.add_format({**basis, "bold": True, "bottom": 1, "bg_color": "#EEF2F2"})
        self._titel = boek.add_format({"bold": True, "font_size": 15})
        self._datum = boek.add_format({**basis, "num_format": "dd-mm-yyyy", "align": "left"})
        self._getal = boek.add_format({**basis, "num_format": "0", "align": "left"})
        self._tekst = boek.add_format({**basis, "quote_prefix": True})

    def nieuw(self, naam: str, breedten: Sequence[float], *, liggend: bool = False) -> None:
        """Begin a sheet with columns of these widths."""
        self._sheet, self._rij = self._boek.add_worksheet(naam), 0
        for n, breed in enumerate(breedten):
            self._sheet.set_column(n, n, breed)
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        if liggend:
            self._sheet.set_landscape()

    def titel(self, tekst: str) -> None:
        """Write a title and leave a line open."""
        self._cel(0, tekst, self._titel)
        self._rij += 2

    def kop(self, *woorden: str, vast: bool = False) -> None:
        """Write a heading row; `vast` keeps it in view while one scrolls."""
        for n, woord in enumerate(woorden):
            self._cel(n, woord, self._kop)
        self._rij += 1
        if vast:
            self._sheet.freeze_panes(self._rij, 0)

    def rij(self, *waarden: str | int | date | bool | None) -> None:
        """Write a row of values."""
        for n, waarde in enumerate(waarden):
            self._cel(n, waarde, None)
        self._rij += 1

    def open(self) -> None:
        """Leave a line open."""
        self._rij += 1

    def _cel(self, kolom: int, waarde: str | int | date | bool | None, opmaak: Any) -> None:
        sheet, rij = self._sheet, self._rij
        if waarde is None or waarde == "":
            sheet.write_blank(rij, kolom, None, opmaak or self._gewoon)
        elif isinstance(waarde, bool):
            sheet.write_string(rij, kolom, "Ja" if waarde else "Nee", opmaak or self._gewoon)
        elif isinstance(waarde, int):
            sheet.write_number(rij, kolom, waarde, opmaak or self._getal)
        elif isinstance(waarde, date):
            sheet.write_datetime(rij, kolom, datetime(waarde.year, waarde.month, waarde.day), opmaak or self._datum)
        else:
            tekst = _passend(waarde)
            gevaar = tekst.startswith(_GEVAAR)
            sheet.write_string(rij, kolom, tekst, self._tekst if gevaar else opmaak or self._gewoon)


def _passend(tekst: str) -> str:
    """Return a text that fits in a cell, cut where it does not; a sign outside the first plane counts for two there."""
    if len(tekst) + sum(teken > "\uffff" for teken in tekst) <= MAX_CEL:
        return tekst
    over, ruimte = 0, MAX_CEL - len(_INGEKORT)
    for teken in tekst:
        ruimte -= 2 if teken > "\uffff" else 1
        if ruimte < 0:
            break
        over += 1
    return tekst[:over] + _INGEKORT


def _overzicht(blad: _Blad, jaarbundel: Jaarbundel, school: str, gemaakt_op: datetime) -> None:
    bundel = jaarbundel.bundel
    blad.nieuw("Overzicht", (34, 70))
    blad.titel(f"Jaarbundel meldcode {periode(bundel.van, bundel.tot)}".rstrip())
    blad.rij("School", school)
    blad.rij("Van", bundel.van)
    blad.rij("Tot en met", bundel.tot)
    blad.rij("Gemaakt op", gemaakt_op.date())
    blad.rij("Aantallen onder de 5", "afgeschermd" if jaarbundel.afgeschermd else "getoond: alleen voor de school")
    blad.open()
    blad.kop("Conclusies", "")
    blad.rij("Doorgaande lijn", bundel.doorgaande_lijn)
    blad.rij("Wat ontbrak er vaker", bundel.ontbrak)
    blad.rij("Scholing die het team nodig heeft", bundel.scholing)
    blad.open()
    blad.kop("Ontvanger", "Verstuurd op")
    for ontvanger in bundel.ontvangers:
        blad.rij(ontvanger.wie, ontvanger.verstuurd_op or "nog niet verstuurd")


def _tellingen(blad: _Blad, tabellen: Sequence[Tabel]) -> None:
    blad.nieuw("Aantallen", (40, 52, 14))
    blad.kop("Vraag", "Antwoord", "Aantal", vast=True)
    for tabel in tabellen:
        for telling in tabel.tellingen:
            blad.rij(tabel.naam, telling.label, telling.aantal if telling.aantal is not None else telling.woord)


def _situaties(blad: _Blad, rapportages: Sequence[Rapportage]) -> None:
    specs = velden(Rapportage)
    blad.nieuw("Situaties", [_BREED.get(s.soort, 22) for s in specs], liggend=True)
    blad.kop(*(s.veld.label for s in specs), vast=True)
    for rapportage in rapportages:
        blad.rij(*(_waarde(getattr(rapportage, s.naam)) for s in specs))


def _waarde(waarde: Any) -> str | bool | date | None:
    if isinstance(waarde, tuple):
        return "; ".join(keuze.label for keuze in waarde)
    return waarde if waarde is None or isinstance(waarde, bool | date | str) else str(waarde)
