"""What the walk of a case stands on: a clock that can be told to go on, and every paper of the case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from desktop.services.diensten import Diensten


class Zaakklok:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)  # a Monday

    def now(self) -> datetime:
        """Return the day of the story."""
        return self.moment

    def later(self, dagen: int) -> None:
        """Let days go by."""
        self.moment += timedelta(days=dagen)


def papier_van_melding(d: Diensten, record: UUID, naam: str, *, apart: bool) -> dict[str, bytes]:
    """Return the PDF of an established report under `naam`, and beside it the sheet apart where it has one."""
    stored = d.dossier.open(record).stored
    assert stored is not None
    uit = {naam: d.documenten.maak(d.documenten.opdracht(stored)).pdf}
    return {**uit, "apart-blad": d.dossierdruk.apart_blad(record).maak().pdf} if apart else uit


def papieren(d: Diensten, dossier: UUID, samenvatting: str) -> dict[str, bytes]:
    """Return every paper of the case by its name; `samenvatting` is the text that was read through."""
    uit = {
        "overzicht": d.dossierdruk.zaak(dossier),
        "chronologie": d.dossierdruk.chronologie_zaak(dossier),
        "chronologie-volledig": d.dossierdruk.chronologie_zaak(dossier, volledig=True),
        "samenvatting": d.dossierdruk.samenvatting(dossier, samenvatting),
    }
    standen = d.meldcode.wegingen(d.meldcode.zaak(dossier))
    uit |= {f"weging-{n}": d.dossierdruk.weging(dossier, s.weging) for n, s in enumerate(standen, 1)}
    return {naam: papier.maak().pdf for naam, papier in uit.items()}
