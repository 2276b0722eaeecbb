"""What home shows: counts per role, what asks for attention today, the first steps in an empty vault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Draft, Query, Work
from desktop.models.personen import Leerling, Relatie
from desktop.models.rechten import Actie
from desktop.services.session import Session
from desktop.services.stuk import GESPREKSDRAFTS

BACKUP_TERMIJN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Home in one reading. `tellingen`: role -> (open, overdue). `werk`: most urgent first."""

    school: str
    schooljaar: str
    tellingen: Mapping[str, tuple[int, int]]
    werk: Sequence[Work]
    drafts: Sequence[Draft]
    niet_in_parnassys: int
    leerlingen: int
    gezagskaarten: int
    verslagen: int
    backup_nodig: bool
    ooit_backup: bool


def schooljaar(dag: date) -> str:
    """Return the Dutch school year of a day, which begins on 1 August by law (art. 1 WPO)."""
    begin = dag.year if dag.month >= 8 else dag.year - 1
    return f"{begin}–{begin + 1}"


class Overzichten:
    """Home and the list of open work."""

    def __init__(self, session: Session) -> None:
        self._s = session

    def home(self, school: str) -> Overzicht:
        """Return what home shows today."""
        vault, vandaag = self._s.vault, self._s.vandaag()
        leest = self._s.mag(Actie.VERSLAG_LEZEN)
        laatste = vault.meta("backup_op")
        return Overzicht(
            school=school,
            schooljaar=schooljaar(vandaag),
            tellingen=vault.work_counts(vandaag) if leest else {},
            werk=vault.work(until=vandaag + timedelta(days=7), limit=6) if leest else (),
            drafts=[d for d in vault.drafts(self._s.actor.account) if d.kind in GESPREKSDRAFTS],
            niet_in_parnassys=(
                vault.count(Query(kinds=(Gespreksverslag.KIND,), niet_in_parnassys=True)) if leest else 0
            ),
            leerlingen=vault.count(Query(kinds=(Leerling.KIND,))),
            gezagskaarten=vault.count(Query(kinds=(Relatie.KIND,))),
            verslagen=vault.count(Query(kinds=(Gespreksverslag.KIND,))),
            backup_nodig=laatste is None or date.fromisoformat(laatste[:10]) + BACKUP_TERMIJN < vandaag,
            ooit_backup=laatste is not None,
        )

    def werk(self, rol: str | None = None) -> Sequence[Work]:
        """Return open work, of one role or of all, overdue first."""
        self._s.eis(Actie.VERSLAG_LEZEN)
        return self._s.vault.work(role=rol, limit=-1)  # all of it: a list that leaves work out says that it is done
