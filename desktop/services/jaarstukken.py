"""What a school year leaves behind: monitoring rounds, training and certificates, VOG checks, changes in the law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from pydantic import JsonValue

from desktop.models.check import check
from desktop.models.core import Problem, Record, Values, Wie
from desktop.models.opslag import Append, Draft, Row, Stored
from desktop.models.personen import Medewerker
from desktop.models.rechten import Actie
from desktop.models.schooljaarstukken import VERWACHT, Monitoring, Scholing, Training, VogCheck, Wetswijziging
from desktop.models.schoolplan import Schoolplan
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, Herverdeeld, Vervolg, WerkGedaan
from desktop.services.documenten import Documenten
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
BINNENKORT = timedelta(days=90)
"""A certificate that runs out within a school term is named, so that a course can still be found."""


@dataclass(frozen=True, slots=True)
class Gevolgd:
    """A training as it stands with one person: the newest record of it; `hele_team`: it was followed by everyone."""

    stored: Stored
    scholing: Scholing
    hele_team: bool
    vandaag: date

    @property
    def gepland(self) -> bool:
        """Whether it is still to come."""
        return self.scholing.datum is None

    @property
    def verlopen(self) -> bool:
        """Whether its certificate ran out."""
        return self.scholing.geldig_tot is not None and self.scholing.geldig_tot < self.vandaag

    @property
    def verloopt(self) -> bool:
        """Whether its certificate runs out soon."""
        tot = self.scholing.geldig_tot
        return tot is not None and self.vandaag <= tot <= self.vandaag + BINNENKORT

    @property
    def telt(self) -> bool:
        """Whether the person has it now."""
        return not self.gepland and not self.verlopen


@dataclass(frozen=True, slots=True)
class Personeelslid:
    """One person of the staff with the newest record of each training, by its name."""

    wie: Wie
    trainingen: Mapping[str, Gevolgd]

    def mist(self) -> tuple[Training, ...]:
        """Return which of the expected trainings this person does not have (plan: relations, and meldcode)."""
        return tuple(t for t in VERWACHT if t.label not in self.trainingen or not self.trainingen[t.label].telt)


@dataclass(frozen=True, slots=True)
class Scholingsbeeld:
    """Staff against trainings. `kolommen` are names of trainings: the expected ones first, then what was followed."""

    kolommen: tuple[str, ...]
    team: tuple[Personeelslid, ...]
    overig: tuple[Gevolgd, ...]
    """What was followed by people who are no staff (any more)."""

    @property
    def missen(self) -> Sequence[Personeelslid]:
        """Return who lacks an expected training."""
        return [p for p in self.team if p.mist()]


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
        """Return staff against trainings: what everyone followed counts for who was there then and for who came later.

        It cannot be known who was on the team on an earlier day, so a training of the whole team is shown as such.
        """
        vandaag = self._s.vandaag()
        alle = self.alle(Scholing)
        kolommen = dict.fromkeys(t.label for t in VERWACHT)
        voor_allen: dict[str, Gevolgd] = {}
        per_persoon: dict[UUID, dict[str, Gevolgd]] = {}
        overig: list[Gevolgd] = []
        team = self._team()
        bekend = {lid.persoon for lid in team}
        for stored, value in alle:
            een = Gevolgd(stored, value, value.wie is None, vandaag)
            wie = self._s.vault.resolve(value.wie.persoon) if value.wie and value.wie.persoon else None
            if value.wie is None:
                kolommen[value.titel()] = None
                _zet(voor_allen, een)
            elif wie in bekend and wie is not None:
                kolommen[value.titel()] = None
                _zet(per_persoon.setdefault(wie, {}), een)
            else:
                overig.append(een)
        leden = []
        for lid in team:
            eigen = per_persoon.get(lid.persoon, {}) if lid.persoon else {}
            samen = dict(voor_allen)
            for een in eigen.values():
                _zet(samen, een)
            leden.append(Personeelslid(lid, samen))
        return Scholingsbeeld(tuple(kolommen), tuple(leden), tuple(overig))

    def _team(self) -> Sequence[Wie]:
        gevonden = [(s.record, s.value) for s in self._s.vault.all(Medewerker.KIND) if isinstance(s.value, Medewerker)]
        actief = sorted(((u, m) for u, m in gevonden if not m.weg_sinds), key=lambda paar: paar[1].sorteer())
        return [Wie(persoon=u, naam=m.titel(), hoedanigheid=m.functie or "medewerker") for u, m in actief]

    def scholing_voor(self, wie: Sequence[Wie | None], values: Values) -> tuple[Sequence[Stored], list[Problem]]:
        """Store the same training for several people at once, all or none; None stands for the whole team."""
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

    def verwijder(self, record: UUID) -> Stored:
        """Take a record that is never established off its list: entered by mistake. Undone by storing it again."""
        stored = self._s.vault.get(record)
        assert stored.value is not None
        self._s.eis(self._recht(type(stored.value)).schrijven)
        item = Append(record, stored.value, stored.revision, "ingetrokken")
        return self._s.vault.append(
            self._s.actor, item, self._s.nu(), action="ingetrokken", reason="Van de lijst gehaald"
        )


def _zet(waar: dict[str, Gevolgd], een: Gevolgd) -> None:
    """Keep the training that says most: one that counts before one that does not, then the newest day."""
    naam = een.scholing.titel()
    ander = waar.get(naam)
    if ander is None or _gewicht(een) >= _gewicht(ander):
        waar[naam] = een


def _gewicht(een: Gevolgd) -> tuple[bool, date, date]:
    s = een.scholing
    return (een.telt, s.geldig_tot or date.max, s.datum or s.gepland_op or date.min)
