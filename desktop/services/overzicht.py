"""What home shows: counts per role, what asks for attention today, the first steps in an empty vault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.kinds import KINDS
from desktop.models.opslag import Draft, Query, Row, Work
from desktop.models.personen import Leerling, Relatie
from desktop.models.rechten import Actie, Rol
from desktop.models.velden import naar_values
from desktop.models.vooroverleg import SoortGesprek, ingehouden
from desktop.services.leesrecht import mag_lezen
from desktop.services.session import Session
from desktop.services.stuk import VAST_TE_STELLEN

_OP_HOME = 3
"""So many concepts home reads: several become one card."""
BACKUP_TERMIJN = timedelta(days=7)
_BEKEKEN = 200
"""So much work home has room for, and among so much it is looked for."""


_OVERZIEN = (Rol.IB.value, Rol.DIRECTEUR.value)
"""Who sees to it that no talk that was held back is forgotten (plan: they carry the meldcode out)."""


@dataclass(frozen=True, slots=True)
class Concept:
    """Something stored that nobody established yet. `over` names the pupil; `ingehouden`: the talk may not go on."""

    row: Row
    over: str
    ingehouden: bool


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Home in one reading. `tellingen`: role -> (open, overdue). `werk`: most urgent first. `concepten`: the
    newest of this account and all that are held back, `meer_concepten` how many more of its own there are.
    """

    school: str
    schooljaar: str
    tellingen: Mapping[str, tuple[int, int]]
    werk: Sequence[Work]
    stukken: Mapping[UUID, str]
    """The kind of record that each piece of `werk` is about."""
    concepten: Sequence[Concept]
    meer_concepten: int
    drafts: Sequence[Draft]
    niet_in_parnassys: int
    leerlingen: int
    gezagskaarten: int
    verslagen: int
    backup_nodig: bool
    ooit_backup: bool
    klaar_te_zetten: str = ""
    """The school year that this account still has to prepare; '' where there is nothing to ask."""


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
        leest = self._s.mag(Actie.VERSLAG_LEZEN) or self._s.mag(Actie.KLACHT)
        laatste = vault.meta("backup_op")
        alle = vault.work(until=vandaag + timedelta(days=7), limit=_BEKEKEN) if leest else ()
        soorten = {row.record: row.kind for row in vault.rows_of([w.record for w in alle])}
        werk = [w for w in alle if mag_lezen(self._s, soorten.get(w.record, ""))]
        concepten, meer = self._concepten(_OP_HOME) if leest else ((), 0)
        return Overzicht(
            school=school,
            schooljaar=schooljaar(vandaag),
            tellingen=vault.work_counts(vandaag) if leest else {},
            werk=werk,
            stukken={w.record: soorten.get(w.record, "") for w in werk},
            concepten=concepten,
            meer_concepten=meer,
            drafts=[d for d in vault.drafts(self._s.actor.account) if KINDS[d.kind].VASTSTELLEN],
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
        self._s.eis(Actie.KLACHT if self._s.mag(Actie.KLACHT) else Actie.VERSLAG_LEZEN)
        return self._s.vault.work(role=rol, limit=-1)  # all of it: a list that leaves work out says that it is done

    def concepten(self) -> Sequence[Concept]:
        """Return what this account stored and nobody established, talks that are held back first.

        IB and director see every talk that is held back, whoever wrote it: it may not be forgotten.
        """
        self._s.eis(Actie.KLACHT if self._s.mag(Actie.KLACHT) else Actie.VERSLAG_LEZEN)
        return self._concepten(None)[0]

    def _concepten(self, hoeveel: int | None) -> tuple[Sequence[Concept], int]:
        """Return so many of one's own, newest first, with all that are held back; and how many more there are."""
        vault, actor = self._s.vault, self._s.actor
        alle = Query(kinds=VAST_TE_STELLEN, states=("concept",))
        eigen = vault.ids(replace(alle, author=actor.account))
        ids = list(eigen[:hoeveel])
        if actor.role in _OVERZIEN:
            ids += vault.ids(replace(alle, detail=SoortGesprek.HGKM.label))
        rows = vault.rows(list(dict.fromkeys(ids)))
        namen = {r.record: r.title for r in vault.rows_of([row.subjects[0] for row in rows if row.subjects])}
        found = [
            Concept(row, namen.get(row.subjects[0], "") if row.subjects else "", self._ingehouden(row)) for row in rows
        ]
        gelezen = frozenset(ids)
        mijn = [c for c in found if c.ingehouden or c.row.author == actor.account]
        return sorted(mijn, key=lambda c: not c.ingehouden), sum(1 for i in eigen if i not in gelezen)

    def _ingehouden(self, row: Row) -> bool:
        if row.detail != SoortGesprek.HGKM.label:
            return False
        value = self._s.vault.get(row.record).value
        return value is not None and bool(ingehouden(naar_values(value)))
