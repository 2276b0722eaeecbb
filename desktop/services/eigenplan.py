"""The school's own part of the plan in the vault: places to fill, own text per page, own organisations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from desktop.models.check import check
from desktop.models.core import Problem, Record, Values
from desktop.models.opslag import Append, Stored
from desktop.models.rechten import Actie
from desktop.models.school import Schoolprofiel
from desktop.models.schoolplan import EigenPlan, Eigentekst, Schoolplan
from desktop.models.sociale_kaart import KaartOrganisatie
from desktop.models.velden import velden
from desktop.services.session import Session

R = TypeVar("R", bound=Record)


class Eigenplan:
    """Reads and stores what a school makes of the plan. Every account may read it; director and IB change it."""

    def __init__(self, session: Session) -> None:
        self._s = session

    def lees(self) -> EigenPlan:
        """Return all of it, for `Plan.zet_eigen`."""
        school = next(iter(self._alle(Schoolprofiel)))[1]
        waarden = {"school": school.naam, "bestuur": school.bestuur, "regio": school.regio}
        for _, eigen in self._alle(Schoolplan):
            waarden |= {spec.naam: str(getattr(eigen, spec.naam)) for spec in velden(Schoolplan)}
        return EigenPlan(
            waarden=waarden,
            teksten={t.pagina: t.tekst for _, t in self._alle(Eigentekst) if t.tekst.strip()},
            organisaties={
                sleutel: organisatie.organisatie(sleutel)
                for stored, organisatie in self._alle(KaartOrganisatie)
                if stored.state != "ingetrokken"
                for sleutel in [organisatie.vervangt.strip() or str(stored.record)]
            },
        )

    def _alle(self, kind: type[R]) -> Sequence[tuple[Stored, R]]:
        return [(s, s.value) for s in self._s.vault.all(kind.KIND) if isinstance(s.value, kind)]

    # -- places

    def schoolplan(self) -> Stored | None:
        """Return the stored places; None while nothing was filled in."""
        return next((stored for stored, _ in self._alle(Schoolplan)), None)

    def bewaar_schoolplan(self, values: Values, base: UUID | None) -> tuple[Stored | None, list[Problem]]:
        """Check and store the places. `base`: the revision the form was filled from; raises UserError if it is old."""
        nu = self.schoolplan()
        return self._bewaar(Schoolplan, nu.record if nu else self._s.ids.new(), values, base)

    # -- own text

    def eigen_tekst(self, pagina: str) -> Stored | None:
        """Return the school's own text at a page, with its history behind its record; None where there is none."""
        return next((stored for stored, tekst in self._alle(Eigentekst) if tekst.pagina == pagina), None)

    def versies(self, pagina: str) -> Sequence[Stored]:
        """Return every version of the text at a page, newest first."""
        nu = self.eigen_tekst(pagina)
        return tuple(reversed(self._s.vault.history(nu.record))) if nu else ()

    def bewaar_tekst(self, pagina: str, tekst: str, base: UUID | None) -> tuple[Stored | None, list[Problem]]:
        """Store the text at a page, an empty one too: it takes the text away and leaves its versions."""
        nu = self.eigen_tekst(pagina)
        record = nu.record if nu else self._s.ids.new()
        return self._bewaar(Eigentekst, record, {"pagina": pagina, "tekst": tekst}, base)

    # -- own entries of the sociale kaart

    def organisaties(self) -> Sequence[Stored]:
        """Return the school's own entries that hold now."""
        return [stored for stored, _ in self._alle(KaartOrganisatie) if stored.state != "ingetrokken"]

    def bewaar_organisatie(
        self, record: UUID | None, values: Values, base: UUID | None
    ) -> tuple[Stored | None, list[Problem]]:
        """Check and store an entry; `record` None makes a new one."""
        return self._bewaar(KaartOrganisatie, record or self._s.ids.new(), values, base)

    def verwijder_organisatie(self, stored: Stored) -> Stored:
        """Take an entry off the list; what it said stays in its history. Undone by storing it again."""
        self._s.eis(Actie.SCHOOL)
        assert stored.value is not None
        weg = Append(stored.record, stored.value, stored.revision, "ingetrokken")
        return self._s.vault.append(self._s.actor, weg, self._s.nu())

    def _bewaar(
        self, kind: type[R], record: UUID, values: Values, base: UUID | None
    ) -> tuple[Stored | None, list[Problem]]:
        self._s.eis(Actie.SCHOOL)
        value, problems = check(kind, values, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        return self._s.vault.append(self._s.actor, Append(record, value, base), self._s.nu()), []
