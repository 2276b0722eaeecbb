"""What a school year leaves behind: monitoring rounds, training and certificates, VOG checks, changes in the law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from pydantic import JsonValue

from desktop.models.check import check
from desktop.models.core import Problem, Record, Values, Wie
from desktop.models.opslag import Append, Draft, Row, Stored
from desktop.models.rechten import Actie
from desktop.models.schooljaarstukken import Monitoring, Scholing, VogCheck, Wetswijziging
from desktop.models.schoolplan import Schoolplan
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, Herverdeeld, Vervolg, WerkGedaan
from desktop.services.documenten import Documenten
from desktop.services.scholingsbeeld import BINNENKORT as BINNENKORT
from desktop.services.scholingsbeeld import Gevolgd as Gevolgd
from desktop.services.scholingsbeeld import Personeelslid as Personeelslid
from desktop.services.scholingsbeeld import Scholingsbeeld as Scholingsbeeld
from desktop.services.scholingsbeeld import scholingsbeeld
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken

R = TypeVar("R", bound=Record)

_JAAR = Recht(Actie.SCHOOLJAAR, Actie.SCHOOLJAAR, Actie.SCHOOLJAAR)
RECHTEN: Mapping[type[Record], Recht] = dict.fromkeys((Monitoring, Scholing, VogCheck, Wetswijziging), _JAAR)
"""The records of a school year, and who may do what with them."""
_VERVOLG: Mapping[type[Vervolg], Actie] = dict.fromkeys((Aanvulling, WerkGedaan, Herverdeeld), Actie.SCHOOLJAAR)
_GROEPEN = {"veiligheid": ("6", "7", "8"), "sel": tuple("12345678")}
"""Which groups fill in which questionnaire (plan, monitoren)."""


class Jaarstukken(Stukken):
    """Stores these records in the way of all records, and gives them as the lists of a school year."""

    def __init__(self, session: Session, documenten: Documenten) -> None:
        super().__init__(session, documenten, RECHTEN, _VERVOLG)

    # -- starting

    def nieuwe_monitoring(self) -> Stuk:
        """Return an unsaved round of the safety questionnaire, with its groups and the instrument of the own plan."""
        self._s.eis(self._recht(Monitoring).schrijven)
        values: Values = {
            "lijst": "veiligheid",
            "van": self._s.vandaag().isoformat(),
            "instrument": self.instrument("veiligheid"),
            "groepen": [self._groep(naam) for naam in _GROEPEN["veiligheid"]],
        }
        return Stuk(self._s.ids.new(), Monitoring, None, values, False, (), None)

    def instrument(self, lijst: str) -> str:
        """Return what the school's own plan names for a questionnaire; '' where it names nothing."""
        plan = self._plan()
        return {"veiligheid": plan.monitor_veiligheid, "sel": plan.monitor_sel}.get(lijst, "")

    def groepen_van(self, lijst: str) -> Sequence[Mapping[str, JsonValue]]:
        """Return rows for the groups that fill in a questionnaire; none for that of parents."""
        return [self._groep(naam) for naam in _GROEPEN.get(lijst, ())]

    def _groep(self, naam: str) -> dict[str, JsonValue]:
        return {"rij": str(self._s.ids.new()), "groep": naam, "door": "", "aantal": "", "besproken_op": None}

    def _plan(self) -> Schoolplan:
        plan = next((s.value for s in self._s.vault.all(Schoolplan.KIND)), None)
        return plan if isinstance(plan, Schoolplan) else Schoolplan()

    def nieuw(self, kind: type[Record], **voor: object) -> Stuk:
        """Return an unsaved record of another kind; `voor` fills fields."""
        self._s.eis(self._recht(kind).schrijven)
        return Stuk(self._s.ids.new(), kind, None, dict(voor), False, (), None)  # type: ignore[arg-type]

    def nieuw_of_draft(self, kind: type[Record], **voor: object) -> Stuk:
        """Return what this account has half-written of a new record of a kind, else a fresh one."""
        draft = next((d for d in self.drafts() if d.kind == kind.KIND and d.base is None), None)
        if draft is None:
            return self.nieuw(kind, **voor)
        self._s.eis(self._recht(kind).schrijven)
        return Stuk(draft.record, kind, None, draft.values, True, (), None, None, draft)

    # -- lists

    def rijen(self, kind: type[Record]) -> Sequence[Row]:
        """Return the records of a kind as list rows, the newest event first."""
        self._s.eis(self._recht(kind).lezen)
        rijen = self._s.vault.rows_of([s.record for s in self._s.vault.all(kind.KIND)])
        return sorted(rijen, key=lambda rij: rij.event_at, reverse=True)

    def alle(self, kind: type[R]) -> Sequence[tuple[Stored, R]]:
        """Return the records of a kind with their content, oldest first."""
        self._s.eis(self._recht(kind).lezen)
        return [(s, s.value) for s in self._s.vault.all(kind.KIND) if isinstance(s.value, kind)]

    def monitoringen(self) -> Sequence[tuple[Stored, Monitoring]]:
        """Return the rounds, the newest first."""
        return sorted(self.alle(Monitoring), key=lambda paar: paar[1].van or date.min, reverse=True)

    def half(self, kind: type[Record]) -> Sequence[Draft]:
        """Return what of a kind this account has half-written and nowhere stored."""
        return [d for d in self.drafts() if d.kind == kind.KIND and d.base is None]

    def vogs(self) -> Sequence[tuple[Stored, VogCheck]]:
        """Return the checks: what is still to be seen first, by the day it is needed, then what was seen, newest first.

        One that is too old for its day counts as not seen: it cannot be stored as seen.
        """
        alle = self.alle(VogCheck)
        open_ = sorted((p for p in alle if p[1].gezien_op is None), key=lambda p: p[1].nodig_op or date.max)
        gezien = sorted((p for p in alle if p[1].gezien_op), key=lambda p: p[1].gezien_op or date.min, reverse=True)
        return [*open_, *gezien]

    def wetten(self) -> Sequence[tuple[Stored, Wetswijziging]]:
        """Return the changes: what asks to review the plan first, by its day, then the rest, newest first."""
        alle = self.alle(Wetswijziging)
        open_ = sorted((p for p in alle if p[1].nagekeken_op is None), key=lambda p: p[1].nakijken_voor or date.max)
        klaar = [p for p in alle if p[1].nagekeken_op]
        return [*open_, *sorted(klaar, key=lambda p: p[1].nagekeken_op or date.min, reverse=True)]

    # -- training

    def scholing(self) -> Scholingsbeeld:
        """Return staff against trainings, as they are now."""
        self._s.eis(self._recht(Scholing).lezen)
        return scholingsbeeld(self._s.vault, self._s.vandaag())

    def scholing_voor(self, wie: Sequence[Wie | None], values: Values) -> tuple[Sequence[Stored], list[Problem]]:
        """Store the same training for several people at once, all or none; None stands for the whole team.

        Each gets a record of its own; a certificate that is given once is kept with each of them.
        """
        self._s.eis(self._recht(Scholing).schrijven)
        if not wie:
            return (), [Problem(("wie",), "Kies wie de training volgde, of het hele team.", "bewaren")]
        items = []
        for een in wie:
            vol: Values = {**values, "wie": naar_values(een) if een is not None else None}
            value, problems = check(Scholing, vol, "bewaren", self._s.vandaag())
            if value is None:
                return (), problems
            items.append(Append(self._s.ids.new(), value, None))
        return self._s.vault.append_many(self._s.actor, items, self._s.nu(), action=Scholing.KIND), []

    def neem_terug(self, samen: Sequence[Stored]) -> None:
        """Take back, all or none, what was stored together a moment ago."""
        self._s.eis(self._recht(Scholing).schrijven)
        items = [Append(s.record, s.value, s.revision, "ingetrokken") for s in samen if s.value is not None]
        self._s.vault.append_many(self._s.actor, items, self._s.nu(), action="ingetrokken", reason="Ongedaan gemaakt")

    def verwijder(self, record: UUID) -> Stored:
        """Take a record that is never established off its list: entered by mistake. Undone by storing it again."""
        stored = self._s.vault.get(record)
        assert stored.value is not None
        self._s.eis(self._recht(type(stored.value)).schrijven)
        item = Append(record, stored.value, stored.revision, "ingetrokken")
        return self._s.vault.append(
            self._s.actor, item, self._s.nu(), action="ingetrokken", reason="Van de lijst gehaald"
        )
