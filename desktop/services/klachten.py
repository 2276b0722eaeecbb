"""Complaints in a vault of their own: stored as every record, listed without a name, counted over a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.klacht import Doorverwezen, Klacht, Klager
from desktop.models.opslag import Draft, Query, Row
from desktop.models.rechten import Actie
from desktop.models.schooljaar import Periode
from desktop.models.telling import Tabel, Telling
from desktop.models.vervolg import Aanvulling, Herverdeeld, Vervolg, WerkGedaan
from desktop.services.documenten import Documenten
from desktop.services.geteld import op_moment
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken

RECHT = Recht(Actie.KLACHT, Actie.KLACHT, Actie.KLACHT)
_VERVOLG: dict[type[Vervolg], Actie] = dict.fromkeys((Aanvulling, WerkGedaan, Herverdeeld), Actie.KLACHT)


@dataclass(frozen=True, slots=True)
class Klachtjaar:
    """The complaints of a period, counted; it holds no name. The numbers are those of the vertrouwenspersoon itself."""

    periode: Periode
    klachten: tuple[Klacht, ...]

    def tabellen(self) -> tuple[Tabel, ...]:
        """Return how many there were, by whom, whether they were settled, and to whom they went on."""
        k = self.klachten
        afgerond = [x.tevreden for x in k]
        return (
            Tabel("Aantal", (Telling("Klachten", len(k)),)),
            Tabel("Wie klaagde", tuple(Telling(s.label, sum(x.klager is s for x in k)) for s in Klager)),
            Tabel(
                "Naar tevredenheid afgehandeld",
                (
                    Telling("Ja", afgerond.count(True)),
                    Telling("Nee", afgerond.count(False)),
                    Telling("Loopt nog", afgerond.count(None)),
                ),
            ),
            Tabel("Doorverwezen", tuple(Telling(s.label, sum(x.doorverwezen is s for x in k)) for s in Doorverwezen)),
        )


class Klachten(Stukken):
    """A complaint goes the way of every record; only who keeps a vault of complaints sees that it is there."""

    def __init__(self, session: Session, documenten: Documenten) -> None:
        super().__init__(session, documenten, {Klacht: RECHT}, _VERVOLG)

    def nieuw(self) -> Stuk:
        """Return an unsaved complaint, told today until another day is filled in."""
        self._s.eis(Actie.KLACHT)
        values = {"datum": self._s.vandaag().isoformat()}
        return Stuk(self._s.ids.new(), Klacht, None, values, False, (), None)

    def lijst(self) -> tuple[Sequence[Row], Sequence[Draft]]:
        """Return the complaints, newest first, and what of them this account has half-written and nowhere stored."""
        self._s.eis(Actie.KLACHT)
        vault = self._s.vault
        rijen = vault.rows(vault.ids(Query(kinds=(Klacht.KIND,))))
        bekend = {rij.record for rij in rijen}
        return rijen, [d for d in self.drafts() if d.record not in bekend]

    def jaar(self, periode: Periode) -> Klachtjaar:
        """Return the complaints of a period, to be counted."""
        self._s.eis(Actie.KLACHT)
        return Klachtjaar(periode, tuple(k for _, k in op_moment(self._s.vault, Klacht, None, periode)))
