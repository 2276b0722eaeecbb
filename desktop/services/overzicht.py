"""What home shows: counts per role, what asks for attention today, the first steps in an empty vault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_KAARTEN = 6
"""So many cards home has room for: no more pieces of work, and no more talks held back, are read for it."""
TEL_TOT = 1000
"""Home counts no further: in a school with so much open, reading on would only keep it waiting."""
BACKUP_TERMIJN = timedelta(days=7)
_BEKEKEN = 40
"""So much work is looked at first; more only where too little of it is for this account."""

_CONCEPTEN = Query(kinds=VAST_TE_STELLEN, states=("concept",))
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
    """Home in one reading. `tellingen`: role -> (open, overdue). `werk`: the most urgent. `concepten`: the newest of
    this account and the newest that are held back, `meer_concepten` how many more of its own there are.
    `meer_concepten` and `niet_in_parnassys` go no further than TEL_TOT.
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
    leerlingen: bool
    gezagskaarten: bool
    verslagen: bool
    """Whether there is one at all: the first steps ask no more."""
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
        werk = self._werk(vandaag + timedelta(days=7)) if leest else ()
        concepten, meer = self._op_home() if leest else ((), 0)
        return Overzicht(
            school=school,
            schooljaar=schooljaar(vandaag),
            tellingen=vault.work_counts(vandaag) if leest else {},
            werk=[w for w, _ in werk],
            stukken={w.record: kind for w, kind in werk},
            concepten=concepten,
            meer_concepten=meer,
            drafts=[d for d in vault.drafts(self._s.actor.account) if KINDS[d.kind].VASTSTELLEN],
            niet_in_parnassys=(
                vault.count(Query(kinds=(Gespreksverslag.KIND,), niet_in_parnassys=True, limit=TEL_TOT)) if leest else 0
            ),
            leerlingen=vault.count(Query(kinds=(Leerling.KIND,), limit=1)) > 0,
            gezagskaarten=vault.count(Query(kinds=(Relatie.KIND,), limit=1)) > 0,
            verslagen=vault.count(Query(kinds=(Gespreksverslag.KIND,), limit=1)) > 0,
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
        vault, eigen, ingehouden = self._s.vault, self._eigen(), self._te_houden()
        concepten = self._lees(dict.fromkeys((*vault.ids(eigen), *(vault.ids(ingehouden) if ingehouden else ()))))
        mijn = [c for c in concepten if c.ingehouden or c.row.author == self._s.actor.account]
        return sorted(mijn, key=lambda c: not c.ingehouden)

    def _op_home(self) -> tuple[Sequence[Concept], int]:
        """Return the newest of one's own with the newest that are held back, and how many more of its own there are."""
        vault, eigen = self._s.vault, self._eigen()
        gelezen = {c.row.id: c for c in self._lees(vault.ids(replace(eigen, limit=_OP_HOME)))}
        ingehouden = self._te_houden()
        for concept in self._lees(vault.ids(ingehouden)) if ingehouden else ():
            if sum(c.ingehouden for c in gelezen.values()) == _KAARTEN:
                break
            if concept.ingehouden or concept.row.id in gelezen:
                gelezen[concept.row.id] = concept
        mijn = sum(c.row.author == self._s.actor.account for c in gelezen.values())
        alle = vault.count(replace(eigen, limit=TEL_TOT + mijn))
        return sorted(gelezen.values(), key=lambda c: not c.ingehouden), alle - mijn

    def _eigen(self) -> Query:
        return replace(_CONCEPTEN, author=self._s.actor.account)

    def _te_houden(self) -> Query | None:
        """Return where talks that are held back are found, whoever wrote them; None for who does not see to those."""
        return replace(_CONCEPTEN, detail=SoortGesprek.HGKM.label) if self._s.actor.role in _OVERZIEN else None

    def _lees(self, ids: Iterable[int]) -> Iterator[Concept]:
        """Yield these concepts; whether one is held back is read from what it holds, when its turn comes."""
        rows = self._s.vault.rows(list(ids))
        over = [row.subjects[0] for row in rows if row.subjects]
        namen = {r.record: r.title for r in self._s.vault.rows_of(over)}
        for row in rows:
            yield Concept(row, namen.get(row.subjects[0], "") if row.subjects else "", self._ingehouden(row))

    def _ingehouden(self, row: Row) -> bool:
        if row.detail != SoortGesprek.HGKM.label:
            return False
        value = self._s.vault.get(row.record).value
        return value is not None and bool(ingehouden(naar_values(value)))

    def _werk(self, tot: date) -> Sequence[tuple[Work, str]]:
        """Return the most urgent work that this account may read, due until then, each with the kind of its record."""
        hoeveel = _BEKEKEN
        while True:
            alle = self._s.vault.work(until=tot, limit=hoeveel)
            soorten = {row.record: row.kind for row in self._s.vault.rows_of([w.record for w in alle])}
            werk = [(w, soorten.get(w.record, "")) for w in alle if mag_lezen(self._s, soorten.get(w.record, ""))]
            # one record can ask the same of several people, and is one card
            if len({(w.record, w.kind, w.due_on) for w, _ in werk}) >= _KAARTEN or len(alle) < hoeveel:
                return werk
            hoeveel *= 4
