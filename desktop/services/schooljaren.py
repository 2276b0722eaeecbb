"""The school year: what the school makes of each duty, the tasks of a year, and what came of each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from desktop.models.check import check
from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.jaarcyclus import (
    EigenKeuze,
    EigenPlicht,
    Jaartaak,
    Plicht,
    TaakUitkomst,
    Uitkomst,
    keuze,
)
from desktop.models.opslag import Append, Stored
from desktop.models.rechten import Actie, Rol
from desktop.models.schooljaar import Periode, schooljaar_van
from desktop.models.vervolg import Herverdeeld
from desktop.services.jaartaak import Jaarbeeld, Taak, eigen_plicht, nog_te_kiezen, taken_van
from desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class Klaargezet:
    """What preparing a school year did: how many tasks came, and the duties that still need a choice."""

    gemaakt: int
    te_kiezen: tuple[EigenKeuze, ...]


class Schooljaren:
    """Reads and stores the school year. `meegeleverd` gives the duties of the plan, read at first use.

    Who may keep the school year sees and does all; another account does the tasks of its own role.
    """

    def __init__(self, session: Session, meegeleverd: Callable[[], Sequence[Plicht]]) -> None:
        self._s = session
        self._haal = meegeleverd

    @property
    def vandaag(self) -> date:
        """Return the local date."""
        return self._s.vandaag()

    @cached_property
    def _plan(self) -> Sequence[Plicht]:
        return tuple(self._haal())

    # -- duties

    def plichten(self) -> Sequence[EigenKeuze]:
        """Return every duty as the school has it, in the order of the plan; those of the school itself come last."""
        self._s.eis(Actie.JAARTAAK)
        eigen = self._eigen()
        bij = {value.plicht: (stored, value) for stored, value in eigen if value.plicht}
        uit = []
        for plicht in self._plan:
            stored, value = bij.get(plicht.sleutel, (None, None))
            uit.append(keuze(plicht, stored.record if stored else None, value))
        return [*uit, *(_eigen_keuze(stored, value) for stored, value in eigen if not value.plicht)]

    def _eigen(self) -> Sequence[tuple[Stored, EigenPlicht]]:
        return [(s, s.value) for s in self._s.vault.all(EigenPlicht.KIND) if isinstance(s.value, EigenPlicht)]

    def plicht(self, sleutel: str) -> tuple[EigenKeuze, Stored | None]:
        """Return one duty with the stored choice behind it (None: as the plan has it). Raises UserError if unknown."""
        for k in self.plichten():
            if k.plicht.sleutel == sleutel:
                return k, self._s.vault.get(k.record) if k.record else None
        raise UserError("Deze taak staat niet meer in de jaarcyclus.", "Kies er een uit de lijst.")

    def versies(self, record: UUID) -> Sequence[tuple[Stored, str]]:
        """Return every choice that was stored for a duty, newest first, each with the name of who made it."""
        self._s.eis(Actie.JAARTAAK)
        namen = {account.id: account.name for account in self._s.vault.accounts()}
        return [(s, namen.get(s.account, "")) for s in reversed(self._s.vault.history(record))]

    def wijzig(
        self, plicht: str, values: Values, record: UUID | None = None, base: UUID | None = None
    ) -> tuple[Stored | None, list[Problem]]:
        """Store what the school makes of a duty ('' makes one of its own); its open tasks follow in the same step.

        `record` and `base` are those of the choice that was changed, None for the first. Raises Conflict where someone
        stored another meanwhile. What is done, skipped or moved by hand stays as it is.
        """
        self._s.eis(Actie.SCHOOLJAAR)
        value, problems = check(EigenPlicht, {**values, "plicht": plicht}, "bewaren", self._s.vandaag())
        if value is not None and not plicht and value.rol is None:
            problems = [Problem(("rol",), "Kies wie het doet.", "bewaren")]
        if value is None or problems:
            return None, problems
        bekend = next((s for s, v in self._eigen() if plicht and v.plicht == plicht), None)
        if record is None and bekend is not None:
            # two opened an untouched duty at once: the second one builds on what the first stored
            record = bekend.record
        record = record or self._s.ids.new()
        eerste = Append(record, value, base)
        nieuw = self._keuze_van(plicht, record, value)
        items = [eerste, *self._volgen(nieuw)]
        stored = self._s.vault.append_many(self._s.actor, items, self._s.nu(), action=EigenPlicht.KIND)
        return stored[0], []

    def _keuze_van(self, plicht: str, record: UUID, value: EigenPlicht) -> EigenKeuze:
        for een in self._plan:
            if een.sleutel == plicht:
                return keuze(een, record, value)
        return keuze(eigen_plicht(record, value), record, value)

    def verwijder(self, record: UUID) -> Stored:
        """Take back a choice: a duty of the plan is as the plan has it again, one of the school itself goes.

        Its open tasks follow. Raises UserError where it is gone already.
        """
        self._s.eis(Actie.SCHOOLJAAR)
        stored = self._s.vault.get(record)
        if not isinstance(stored.value, EigenPlicht) or stored.state == "ingetrokken":
            raise UserError("Deze keuze is al weg.", "Kies een taak uit de lijst.")
        plicht = next((p for p in self._plan if p.sleutel == stored.value.plicht), None)
        nieuw = (
            keuze(plicht, None, None)
            if plicht is not None
            else self._keuze_van("", record, EigenPlicht(taak=stored.value.taak, rol=stored.value.rol, uit=True))
        )
        items = [Append(record, stored.value, stored.revision, "ingetrokken"), *self._volgen(nieuw)]
        return self._s.vault.append_many(self._s.actor, items, self._s.nu(), action=EigenPlicht.KIND)[0]

    # -- preparing a year

    def is_klaar(self, jaar: Periode) -> bool:
        """Whether a school year has tasks of duties already."""
        return any(t.plicht and t.schooljaar == str(jaar) for _, t in self._jaartaken())

    def te_zetten(self) -> str:
        """Return the present school year where the director still has to prepare it; '' where there is nothing to ask.

        Only directors are asked: it is theirs to lay down (plan, directeur).
        """
        jaar = schooljaar_van(self._s.vandaag())
        if self._s.actor.role != Rol.DIRECTEUR.value or not self._s.mag(Actie.SCHOOLJAAR) or self.is_klaar(jaar):
            return ""
        return str(jaar)

    def zet_klaar(self, jaar: Periode, vanaf: date | None = None) -> Klaargezet:
        """Make the tasks of a school year that are not there yet, all or none; doing it twice changes nothing.

        `vanaf` leaves out what was due before that day: for a school that begins halfway. A duty that still needs a
        choice is named in the answer and makes no task.
        """
        self._s.eis(Actie.SCHOOLJAAR)
        alle = self.plichten()
        bekend = {(t.plicht, t.keer) for _, t in self._jaartaken() if t.schooljaar == str(jaar)}
        items = [
            Append(self._s.ids.new(), taak, None)
            for k in alle
            for taak in taken_van(k, jaar)
            if (taak.plicht, taak.keer) not in bekend
            and (vanaf is None or (taak.gepland_op is not None and taak.gepland_op >= vanaf))
        ]
        if items:
            self._s.vault.append_many(self._s.actor, items, self._s.nu(), action=Jaartaak.KIND)
        return Klaargezet(len(items), tuple(k for k in alle if nog_te_kiezen(k)))

    def _jaartaken(self) -> Iterator[tuple[Stored, Jaartaak]]:
        return ((s, s.value) for s in self._s.vault.all(Jaartaak.KIND) if isinstance(s.value, Jaartaak))

    def _volgen(self, k: EigenKeuze) -> Iterator[Append]:
        """Yield what changes at the open tasks of a duty in this year and the next, where those are prepared."""
        vandaag = self._s.vandaag()
        for terug in (0, -1):
            jaar = schooljaar_van(vandaag, terug)
            if not self.is_klaar(jaar):
                continue
            er_zijn = {t.taak.keer: t for t in self._taken(jaar) if t.taak.plicht == k.plicht.sleutel}
            for taak in taken_van(k, jaar):
                er_is = er_zijn.pop(taak.keer, None)
                if er_is is None:
                    if taak.gepland_op is not None and taak.gepland_op >= vandaag:
                        yield Append(self._s.ids.new(), taak, None)
                elif er_is.onaangeroerd and er_is.taak != taak:
                    yield Append(er_is.stored.record, taak, er_is.stored.revision)
            for over in er_zijn.values():
                if over.onaangeroerd:
                    yield Append(over.stored.record, over.taak, over.stored.revision, "ingetrokken")

    # -- the tasks of a year

    def beeld(self, jaar: Periode) -> Jaarbeeld:
        """Return a school year: duties and tasks."""
        self._s.eis(Actie.JAARTAAK)
        return Jaarbeeld(jaar, self.is_klaar(jaar), self.plichten(), self._taken(jaar))

    def taken(self, jaar: Periode, rol: Rol | None = None) -> Sequence[Taak]:
        """Return the tasks of a school year by date, with what came of each; of one role or of all."""
        self._s.eis(Actie.JAARTAAK)
        return [t for t in self._taken(jaar) if rol is None or t.rol is rol]

    def _taken(self, jaar: Periode) -> Sequence[Taak]:
        vault, vandaag = self._s.vault, self._s.vandaag()
        # read by kind and not task by task: a year has a hundred of them
        uitkomsten = {s.value.op: s for s in vault.all(TaakUitkomst.KIND) if isinstance(s.value, TaakUitkomst)}
        gegeven = {
            s.value.op: s.value.rol
            for s in vault.all(Herverdeeld.KIND)
            if isinstance(s.value, Herverdeeld) and s.value.soort == Jaartaak.KIND
        }
        plan = {p.sleutel: p for p in self._plan}
        eigen = {str(s.record): eigen_plicht(s.record, v) for s, v in self._eigen() if not v.plicht}
        gevonden = []
        for stored, taak in self._jaartaken():
            if taak.schooljaar != str(jaar):
                continue
            eerst = self._eerst(stored) if taak.verplaatst.strip() else None
            plicht = plan.get(taak.plicht) or eigen.get(taak.plicht)
            rol = gegeven.get(stored.record) or taak.rol or Rol.DIRECTEUR
            gevonden.append(Taak(stored, taak, plicht, rol, uitkomsten.get(stored.record), eerst, vandaag))
        return sorted(gevonden, key=lambda t: (t.dag, t.taak.taak.casefold()))

    def _eerst(self, stored: Stored) -> date | None:
        eerste = self._s.vault.history(stored.record)[0].value
        return eerste.gepland_op if isinstance(eerste, Jaartaak) else None

    def mag_afronden(self, taak: Taak) -> bool:
        """Whether this account may say what came of a task: of its own role, or of any where it keeps the year."""
        eigen = self._s.mag(Actie.JAARTAAK) and taak.rol.value == self._s.actor.role
        return eigen or self._s.mag(Actie.SCHOOLJAAR)

    def rond_af(self, taak: UUID, uitkomst: Uitkomst, notitie: str = "") -> tuple[Stored | None, list[Problem]]:
        """Say that a task is done, or is skipped this time; skipping asks a note. Raises UserError if it is over."""
        op = self._open(taak)
        rest = {"op": str(taak), "revisie": op.digest.hex(), "moment": self._s.nu().isoformat()}
        values: Values = {**rest, "uitkomst": uitkomst.value, "toelichting": notitie}
        value, problems = check(TaakUitkomst, values, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        item = Append(self._s.ids.new(), value, None, "vastgesteld")
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action=TaakUitkomst.KIND), []

    def verplaats(self, taak: UUID, dag: date | None, waarom: str) -> tuple[Stored | None, list[Problem]]:
        """Give a task another day in its school year, with the reason; it stays open."""
        op = self._open(taak)
        value = op.value
        assert isinstance(value, Jaartaak)
        if dag is None:
            return None, [Problem(("gepland_op",), "Kies de nieuwe dag.", "bewaren")]
        begin = int(value.schooljaar[:4])
        if not schooljaar_van(date(begin, 8, 1)).bevat(dag):
            zin = f"Kies een dag in schooljaar {value.schooljaar}."
            return None, [Problem(("gepland_op",), zin, "bewaren")]
        if not waarom.strip():
            return None, [Problem(("verplaatst",), "Schrijf in een zin waarom het verplaatst wordt.", "bewaren")]
        return self._herzie(op, {"gepland_op": dag.isoformat(), "verplaatst": waarom})

    def _herzie(self, op: Stored, anders: Values) -> tuple[Stored | None, list[Problem]]:
        assert op.value is not None
        values: Values = {**op.value.model_dump(mode="json"), **anders}
        nieuw, problems = check(Jaartaak, values, "bewaren", self._s.vandaag())
        if nieuw is None:
            return None, problems
        item = Append(op.record, nieuw, op.revision)
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action=Jaartaak.KIND), []

    def voeg_toe(self, jaar: Periode, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Add a task of the school itself to one school year: what, who and by when."""
        self._s.eis(Actie.SCHOOLJAAR)
        vast: Values = {"plicht": "", "schooljaar": str(jaar), "keer": 1, "verplaatst": ""}
        value, problems = check(Jaartaak, {**values, **vast}, "bewaren", self._s.vandaag())
        if value is not None and not jaar.bevat(value.gepland_op):
            problems = [Problem(("gepland_op",), f"Kies een dag in schooljaar {jaar}.", "bewaren")]
        if value is None or problems:
            return None, problems
        item = Append(self._s.ids.new(), value, None)
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action=Jaartaak.KIND), []

    def haal_weg(self, taak: UUID) -> Stored:
        """Take an own task out of the year; one of the plan is skipped instead, so that it stays visible why."""
        self._s.eis(Actie.SCHOOLJAAR)
        op = self._open(taak)
        assert isinstance(op.value, Jaartaak)
        if op.value.plicht:
            raise UserError("Deze taak hoort bij de jaarcyclus.", "Sla hem over en schrijf op waarom.")
        item = Append(taak, op.value, op.revision, "ingetrokken")
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action=Jaartaak.KIND)

    def maak_ongedaan(self, stored: Stored) -> None:
        """Take back what was last said of a task: an outcome goes, a task that was moved has its earlier day again."""
        if not isinstance(stored.value, TaakUitkomst | Jaartaak):
            raise UserError("Dit kan hier niet worden teruggedraaid.", "Open het stuk zelf.")
        taak = stored.value.op if isinstance(stored.value, TaakUitkomst) else stored.record
        self._eis_taak(self._s.vault.get(taak))
        value = stored.value
        item = Append(stored.record, value, stored.revision, "ingetrokken")
        if isinstance(value, Jaartaak) and stored.parent is not None and stored.state == "concept":
            eerder = self._s.vault.revision(stored.parent).value
            assert eerder is not None
            item = Append(stored.record, eerder, stored.revision)
        self._s.vault.append(self._s.actor, item, self._s.nu(), action="ongedaan", reason="Ongedaan gemaakt")

    def _open(self, taak: UUID) -> Stored:
        """Return a task that something can still be said of. Raises UserError where that is no longer so."""
        op = self._s.vault.get(taak)
        self._eis_taak(op)
        if op.state == "ingetrokken":
            raise UserError("Deze taak is uit het schooljaar gehaald.", "Kies een andere taak.")
        if any(isinstance(s.value, TaakUitkomst) for s in self._s.vault.followups(taak)):
            raise UserError("Deze taak is al afgehandeld.", "Maak dat eerst ongedaan als het niet klopt.")
        return op

    def _eis_taak(self, op: Stored) -> None:
        self._s.eis(Actie.JAARTAAK)
        if not isinstance(op.value, Jaartaak):
            raise UserError("Dit is geen taak van het schooljaar.", "Kies een taak uit de lijst.")
        gegeven = [s.value for s in self._s.vault.followups(op.record) if isinstance(s.value, Herverdeeld)]
        rol = gegeven[-1].rol if gegeven else op.value.rol
        if rol is None or rol.value != self._s.actor.role:
            self._s.eis(Actie.SCHOOLJAAR)


def _eigen_keuze(stored: Stored, value: EigenPlicht) -> EigenKeuze:
    return keuze(eigen_plicht(stored.record, value), stored.record, value)
