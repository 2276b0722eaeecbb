"""What signing is shown from and what it stores: gathered and kept on the vault's lane."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.models.core import Problem, Wie
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.handtekening import Handtekening, from_bytes
from desktop.models.velden import naar_values
from desktop.models.vervolg import Ondertekening, Uitkomst, Wijze
from desktop.services.diensten import Diensten
from desktop.services.documenten import Opdracht
from desktop.services.stuk import Ouderstand, Stuk

TEKENT = (Uitkomst.AKKOORD, Uitkomst.GEZIEN)
"""The outcomes for which a signature is asked."""


@dataclass(frozen=True, slots=True)
class Tekenstuk:
    """An established report with where each parent stands.

    `pdf` is what was kept when it was established; where a crash came between, `opdracht` says how to make it.
    """

    stuk: Stuk
    leerling: str
    titel: str
    standen: Sequence[Ouderstand]
    pdf: bytes | None
    opdracht: Opdracht | None


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that was chosen and looked at; it is stored with the outcome, not before."""

    naam: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Invoer:
    """What was filled in for one parent."""

    uitkomst: Uitkomst
    wijze: Wijze = Wijze.GEEN
    zienswijze: str = ""
    toelichting: str = ""
    getekend_op: date | None = None
    handtekening: Handtekening | None = None
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """What came of recording: what kept it from being stored, or the report as it is now."""

    problemen: Sequence[Problem]
    stuk: Stuk
    standen: Sequence[Ouderstand]


def haal(diensten: Diensten, record: UUID) -> Tekenstuk:
    """Open a report for signing; looking is logged before it shows. Raises UserError where it cannot be signed."""
    gesprekken = diensten.gesprekken
    stuk = gesprekken.open(record)
    verslag = stuk.stored.value if stuk.stored is not None else None
    if stuk.stored is None or not isinstance(verslag, Gespreksverslag) or stuk.stored.state == "concept":
        raise UserError("Dit verslag is nog niet vastgesteld.", "Stel het eerst vast. Daarna kunnen ouders tekenen.")
    if stuk.stored.state == "ingetrokken":
        raise UserError("Dit verslag is ingetrokken.", "Maak een nieuw verslag bij de juiste leerling.")
    opdracht = gesprekken.opdracht_vastgesteld(record)
    pdf = gesprekken.vastgesteld_pdf(record) if opdracht is None else None
    assert stuk.leerling is not None
    naam = diensten.personen.leerling(stuk.leerling).leerling.titel()
    return Tekenstuk(stuk, naam, verslag.titel(), gesprekken.ouders(stuk), pdf, opdracht)


def leg_vast(diensten: Diensten, stuk: Stuk, wie: Wie, invoer: Invoer, pdf: bytes) -> Vastlegging:
    """Store the outcome of one parent with strokes or scan; `pdf` are the bytes that were shown.

    Strokes and scan go in first: if the outcome is refused then, nothing uses them and the vault drops them itself.
    """
    documenten = diensten.documenten
    strokes = documenten.bewaar_strokes(invoer.handtekening.to_bytes()) if invoer.handtekening else None
    scan = documenten.voeg_bijlage_toe(invoer.scan.naam, invoer.scan.data) if invoer.scan else None
    values = {
        "ouder": naar_values(wie),
        "uitkomst": invoer.uitkomst.value,
        "wijze": invoer.wijze.value,
        "getekend_op": invoer.getekend_op.isoformat() if invoer.getekend_op else None,
        "zienswijze": invoer.zienswijze,
        "toelichting": invoer.toelichting,
        # who was not there saw nothing
        "pdf_sha256": "" if invoer.uitkomst is Uitkomst.AFWEZIG else hashlib.sha256(pdf).hexdigest(),
        "strokes": str(strokes) if strokes else None,
        "scan": naar_values(scan) if scan else None,
        "getuige": diensten.session.actor.naam,
    }
    gesprekken = diensten.gesprekken
    problemen = gesprekken.volg(stuk, Ondertekening, values)[1]
    if not problemen:
        gesprekken.bewaar_tekendraft(stuk, wie, {})
        stuk = gesprekken.open(stuk.record)
    return Vastlegging(problemen, stuk, gesprekken.ouders(stuk))


def lees_handtekening(diensten: Diensten, blob: UUID) -> Handtekening | None:
    """Return a kept signature; None where the bytes are none."""
    try:
        return from_bytes(diensten.documenten.bijlage(blob)[1])
    except ValueError:
        return None


def zelfde(een: Wie, ander: Wie) -> bool:
    """Whether two references are to one parent."""
    return (een.persoon or een.naam) == (ander.persoon or ander.naam)


def aanduiding(wie: Wie) -> str:
    """Return name and capacity."""
    return f"{wie.naam} ({wie.hoedanigheid})" if wie.hoedanigheid else wie.naam
