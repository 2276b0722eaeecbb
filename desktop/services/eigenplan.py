"""The school's own part of the plan in the vault: places to fill, own text per page, own organisations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from desktop.models.check import check
from desktop.models.core import Problem, Record, Values
from desktop.models.opslag import Append, Draft, Stored
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
        waarden = {"school": school.naam, "bestuur": school.bestuur, "regio": school.regio, "telefoon": school.telefoon}
        for _, eigen in self._alle(Schoolplan):
            waarden |= {spec.naam: str(getattr(eigen, spec.naam)) for spec in velden(Schoolplan)}
        return EigenPlan(
            waarden=waarden,
            teksten={t.pagina: t.tekst for _, t in self._alle(Eigentekst) if t.tekst.strip()},
            organisaties={
                sleutel: organisatie.organisatie(sleutel)
                for stored, organisatie in self._alle(KaartOrganisatie)
                for sleutel in [organisatie.vervangt or str(stored.record)]
            },
        )

    def _alle(self, kind: type[R]) -> Sequence[tuple[Stored, R]]:
        return [(s, s.value) for s in self._s.vault.all(kind.KIND) if isinstance(s.value, kind)]

    def namen(self) -> dict[UUID, str]:
        """Return the name of each account, also of one that was closed: who wrote a version."""
        return {account.id: account.name for account in self._s.vault.accounts()}

    # -- half-written

    def draft(self, kind: type[Record], record: UUID | None, **waar: str) -> Draft | None:
        """Return what this account has half-written: of a record, or of a new one that has these values."""
        account = self._s.actor.account
        if record is not None:
            return self._s.vault.draft(account, record)
        nieuw = (d for d in self._s.vault.drafts(account) if d.kind == kind.KIND and d.base is None)
        return next((d for d in nieuw if all(d.values.get(veld) == waarde for veld, waarde in waar.items())), None)

    def bewaar_draft(self, kind: type[Record], record: UUID, base: UUID | None, values: Values) -> None:
        """Keep half-written values of this account, valid or not; `base` is the revision they were begun from."""
        self._s.eis(Actie.SCHOOL)
        self._s.vault.save_draft(self._s.actor, record, kind.KIND, base, None, values, self._s.nu())

    def gooi_draft_weg(self, record: UUID) -> None:
        """Drop this account's half-written values of a record."""
        self._s.vault.drop_draft(self._s.actor.account, record)

    # -- places

    def schoolplan(self) -> Stored | None:
        """Return the stored places; None while nothing was filled in."""
        return next((stored for stored, _ in self._alle(Schoolplan)), None)

    def bewaar_schoolplan(
        self, values: Values, base: UUID | None, record: UUID | None = None
    ) -> tuple[Stored | None, list[Problem]]:
        """Check and store the places. `base`: the revision the form was filled from; raises Conflict if it is old.

        `record`: what the first ones were half-written under.
        """
        nu = self.schoolplan()
        return self._bewaar(Schoolplan, nu.record if nu else record or self._s.ids.new(), values, base)

    # -- own text

    def eigen_tekst(self, pagina: str) -> Stored | None:
        """Return the school's own text at a page, with its history behind its record; None where there is none."""
        return next((stored for stored, tekst in self._alle(Eigentekst) if tekst.pagina == pagina), None)

    def versies(self, pagina: str) -> Sequence[Stored]:
        """Return every version of the text at a page, newest first."""
        nu = self.eigen_tekst(pagina)
        return tuple(reversed(self._s.vault.history(nu.record))) if nu else ()

    def bewaar_tekst(
        self, pagina: str, tekst: str, base: UUID | None, record: UUID | None = None
    ) -> tuple[Stored | None, list[Problem]]:
        """Store the text at a page, an empty one too: it takes the text away and leaves its versions.

        `record`: what the first one was half-written under. Raises Conflict where someone stored another since `base`.
        """
        nu = self.eigen_tekst(pagina)
        record = nu.record if nu else record or self._s.ids.new()
        return self._bewaar(Eigentekst, record, {"pagina": pagina, "tekst": tekst}, base)

    # -- own entries of the sociale kaart

    def organisaties(self) -> Sequence[Stored]:
        """Return the school's own entries that hold now."""
        return [stored for stored, _ in self._alle(KaartOrganisatie)]

    def organisatie(self, sleutel: str) -> Stored | None:
        """Return the school's own entry by its key on the map; None where there is none."""
        paren = self._alle(KaartOrganisatie)
        return next((stored for stored, eigen in paren if (eigen.vervangt or str(stored.record)) == sleutel), None)

    def bewaar_organisatie(
        self, record: UUID | None, values: Values, base: UUID | None
    ) -> tuple[Stored | None, list[Problem]]:
        """Check and store an entry; `record` None makes a new one. Two cannot stand in the place of the same one."""
        record = record or self._s.ids.new()
        plaats = values.get("vervangt")
        ander = self.organisatie(plaats) if isinstance(plaats, str) and plaats else None
        if ander is not None and ander.record != record:
            zin = "Deze organisatie is al vervangen. Wijzig de invoer die er al is."
            return None, [Problem(("vervangt",), zin, "bewaren")]
        return self._bewaar(KaartOrganisatie, record, values, base)

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
        return self._s.vault.append(self._s.actor, Append(record, value, base), self._s.nu(), drop_draft=True), []
