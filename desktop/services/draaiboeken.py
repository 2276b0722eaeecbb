"""Draaiboeken and their runs: shipped and own protocols, and each run with the state of every step."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.check import check
from desktop.models.core import Problem, Record, Values
from desktop.models.draaiboek import (
    Draaiboek,
    EigenDraaiboek,
    EigenStap,
    ElderDocument,
    Loop,
    Loopbeeld,
    Loopstap,
    Stand,
    Stap,
    zonder_reden,
)
from desktop.models.errors import Geweigerd, UserError
from desktop.models.incident import Incident
from desktop.models.logregel import RegelSoort
from desktop.models.opslag import Append, Query, Row, Stored
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.documenten import Documenten
from desktop.services.inhoud import Werkinhoud
from desktop.services.regels import Regels
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken

_RECHTEN: Mapping[type[Record], Recht] = {
    Loop: Recht(Actie.DRAAIBOEK, Actie.DRAAIBOEK, Actie.DRAAIBOEK),
    EigenDraaiboek: Recht(Actie.DRAAIBOEK, Actie.SCHOOL, Actie.SCHOOL),
}


@dataclass(frozen=True, slots=True)
class Uitgave:
    """A draaiboek as this school has it: shipped, adapted or its own. `record` is what the school made of it."""

    draaiboek: Draaiboek
    record: UUID | None = None
    eigen: EigenDraaiboek | None = None

    @property
    def uit(self) -> bool:
        """Whether the school does not use it."""
        return self.eigen is not None and self.eigen.uit is True

    @property
    def te_bevestigen(self) -> bool:
        """Whether it is a template that the school has not confirmed yet."""
        bevestigd = self.eigen.bevestigd if self.eigen is not None else None
        return self.draaiboek.herkomst == "sjabloon" and bevestigd is None


@dataclass(frozen=True, slots=True)
class Geopend:
    """A run as it is opened: its record, the picture of its steps, and every outcome in order of writing."""

    stored: Stored
    beeld: Loopbeeld
    vervolg: tuple[Stored, ...]

    @property
    def dicht(self) -> bool:
        """Whether it is closed."""
        return self.beeld.loop.afgesloten_op is not None


class Draaiboeken(Stukken):
    """What the pages of the draaiboeken ask for. `werk` gives those of the content set; `log` is that of every case."""

    def __init__(
        self,
        session: Session,
        documenten: Documenten,
        werk: Callable[[], Werkinhoud],
        log: Regels,
    ) -> None:
        super().__init__(session, documenten, _RECHTEN, {Loopstap: Actie.DRAAIBOEK})
        self._werk = werk
        self.log = log

    # -- the draaiboeken themselves

    def uitgaven(self, *, ook_uit: bool = False) -> Sequence[Uitgave]:
        """Return every draaiboek in order, as the school has it; those that it does not use only where asked."""
        self._s.eis(Actie.DRAAIBOEK)
        eigen = [(s.record, s.value) for s in self._s.vault.all(EigenDraaiboek.KIND)]
        records = [(record, value) for record, value in eigen if isinstance(value, EigenDraaiboek)]
        aangepast = {value.vervangt: (record, value) for record, value in records if value.vervangt}
        gevonden = []
        for sleutel, draaiboek in self._werk().draaiboeken.items():
            record, value = aangepast.get(sleutel, (None, None))
            gevonden.append(Uitgave(_aangepast(draaiboek, value), record, value))
        gevonden += [Uitgave(_eigen(record, value), record, value) for record, value in records if not value.vervangt]
        return [u for u in gevonden if ook_uit or not u.uit]

    def elders(self) -> Sequence[ElderDocument]:
        """Return the protocols that are a document or a site instead of steps."""
        return self._werk().elders

    def uitgave(self, sleutel: str) -> Uitgave:
        """Return one draaiboek. Raises UserError where there is none."""
        for uitgave in self.uitgaven(ook_uit=True):
            if uitgave.draaiboek.sleutel == sleutel:
                return uitgave
        raise UserError("Dit draaiboek is er niet meer.", "Kies een ander in de lijst.")

    def eigen_waarden(self, sleutel: str) -> Values:
        """Return form values for the school's own version of a draaiboek: its present one, else the shipped steps."""
        uitgave = self.uitgave(sleutel)
        if uitgave.eigen is not None and uitgave.eigen.stappen:
            return naar_values(uitgave.eigen)
        d = uitgave.draaiboek
        rijen = [
            EigenStap(
                rij=self._s.ids.new(),
                stap=stap.sleutel,
                fase=stap.fase,
                wat=stap.wat,
                wie=stap.wie,
                dagen="" if stap.termijn is None else str(stap.termijn),
                reden=stap.reden,
                uitleg=stap.uitleg,
            )
            for stap in d.stappen
        ]
        eigen = uitgave.eigen or EigenDraaiboek(vervangt=sleutel, naam=d.titel, kort=d.kort)
        return naar_values(eigen.model_copy(update={"stappen": tuple(rijen)}))

    def bewaar_eigen(self, values: Values, record: UUID | None = None) -> tuple[Stored | None, list[Problem]]:
        """Store the school's own version of a draaiboek, or a new one of its own; every version is kept."""
        self._s.eis(Actie.SCHOOL)
        value, problems = check(EigenDraaiboek, values, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        base = self._s.vault.get(record).revision if record is not None else None
        item = Append(record or self._s.ids.new(), value, base)
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action="draaiboek_gewijzigd"), []

    def bevestig(self, sleutel: str) -> Stored:
        """Say that the school has read a template and that it holds from today."""
        self._s.eis(Actie.SCHOOL)
        uitgave = self.uitgave(sleutel)
        d = uitgave.draaiboek
        eigen = uitgave.eigen or EigenDraaiboek(vervangt=sleutel, naam=d.titel, kort=d.kort)
        values = {**naar_values(eigen), "bevestigd": self._s.vandaag().isoformat()}
        stored, _ = self.bewaar_eigen(values, uitgave.record)
        assert stored is not None
        return stored

    # -- runs

    def begin(self, sleutel: str, values: Values, ja: Sequence[str] = ()) -> tuple[Stored | None, list[Problem]]:
        """Start a run with the draaiboek as it is now; `values` are the form's fields, `ja` the conditions that hold.

        Returns problems where it cannot be stored. A run of a calamity is told in the calamity's log.
        """
        self._s.eis(Actie.DRAAIBOEK)
        nu = self._s.nu()
        vul = {
            "begonnen_op": nu.date().isoformat(),
            "begonnen_om": nu.time().replace(second=0, microsecond=0).isoformat(),
            **values,
            "definitie": json.loads(self.uitgave(sleutel).draaiboek.model_dump_json()),
            "ja": list(ja),
        }
        value, problems = check(Loop, vul, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        stored = self._s.vault.append(self._s.actor, Append(self._s.ids.new(), value, None), nu, action="begonnen")
        if value.calamiteit is not None:
            zin = f"Draaiboek gestart: {value.definitie.titel}"
            self.log.schrijf(value.calamiteit, zin, RegelSoort.STAP, stuk=stored.record)
        return stored, []

    def lopen(self, *, ook_gesloten: bool = False, calamiteit: UUID | None = None) -> Sequence[Row]:
        """Return the runs that this account may see, newest first; closed ones only where asked."""
        self._s.eis(Actie.DRAAIBOEK)
        rol = "draaiboek" if calamiteit else ""
        ids = self._s.vault.ids(Query(kinds=(Loop.KIND,), target=calamiteit, link_role=rol))
        rijen = [rij for rij in self._s.vault.rows(ids) if self._mag_zien(rij.author)]
        return rijen if ook_gesloten else [rij for rij in rijen if not rij.closed]

    def _mag_zien(self, auteur: UUID) -> bool:
        """A run can be about a colleague: who began it sees it, and who keeps the register."""
        return auteur == self._s.actor.account or self._s.mag(Actie.INCIDENT)

    def open_loop(self, loop: UUID) -> Geopend:
        """Return a run; looking is logged before it shows. Raises Geweigerd for who may not see it."""
        self._s.eis(Actie.DRAAIBOEK)
        rij = self._s.vault.rows_of([loop])
        if rij and not self._mag_zien(rij[0].author):
            raise Geweigerd(
                "Dit draaiboek is door iemand anders gestart.", "Vraag het de directeur of intern begeleider."
            )
        return self._beeld(self._s.vault.view(self._s.actor, loop, self._s.nu()))

    def gemaakt(self, geopend: Geopend) -> Sequence[Row]:
        """Return the records that were made from a run: those that point at it, and those that it points at."""
        ids = self._s.vault.ids(Query(kinds=(Incident.KIND,), target=geopend.stored.record))
        rijen = [*self._s.vault.rows(ids), *self._s.vault.rows_of(geopend.beeld.loop.stukken)]
        return [r for r in {r.record: r for r in rijen}.values() if r.kind != Incident.KIND or self._mag_zien(r.author)]

    def is_veranderd(self, loop: Loop) -> bool:
        """Whether the draaiboek says something else by now than when this run began."""
        nu = next(
            (u.draaiboek for u in self.uitgaven(ook_uit=True) if u.draaiboek.sleutel == loop.definitie.sleutel), None
        )
        return nu is not None and (nu.stappen, nu.voorwaarden) != (loop.definitie.stappen, loop.definitie.voorwaarden)

    def voortgang(self, loops: Sequence[UUID]) -> Mapping[UUID, tuple[int, int, str]]:
        """Return of each run how many of its steps have an outcome, how many there are, and what comes next.

        Of a run that this account may not see there is nothing: counting is not looking, so it is not logged.
        """
        self._s.eis(Actie.DRAAIBOEK)
        uit: dict[UUID, tuple[int, int, str]] = {}
        for rij in self._s.vault.rows_of(loops):
            if self._mag_zien(rij.author):
                beeld = self._beeld(self._s.vault.get(rij.record)).beeld
                uit[rij.record] = (beeld.gedaan, len(beeld.stappen), beeld.volgende.wat if beeld.volgende else "")
        return uit

    def _beeld(self, stored: Stored) -> Geopend:
        if not isinstance(stored.value, Loop):
            raise UserError("Dit is geen draaiboek dat loopt.", "Kies er een in de lijst.")
        vervolg = tuple(self._s.vault.followups(stored.record))
        return Geopend(stored, Loopbeeld.van(stored.value, [s.value for s in vervolg if s.value is not None]), vervolg)

    def zet(self, geopend: Geopend, stap: Stap, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Say what came of a step. A step that asks for a reason is not skipped or changed without one."""
        self._niet_dicht(geopend)
        problems = list(zonder_reden(stap, values))
        if problems:
            return None, problems
        loop = geopend.beeld.loop
        vul = {"door": self._s.actor.naam, **values, "stap": stap.sleutel}
        stored, problems = self.volg(self._als_stuk(geopend), Loopstap, vul)
        if stored is not None and loop.calamiteit is not None and isinstance(stored.value, Loopstap):
            stand = stored.value.stand or Stand.GEDAAN
            reden = f" ({stored.value.reden.strip()})" if stored.value.reden.strip() else ""
            zin = f"{loop.definitie.titel}: {stap.wat}. {stand.label}{reden}."
            self.log.schrijf(loop.calamiteit, zin, RegelSoort.STAP, stuk=geopend.stored.record)
        return stored, problems

    def antwoord(self, geopend: Geopend, ja: Sequence[str]) -> Stored:
        """Say which conditions hold now: steps come or go, what was done stays."""
        bekend = {v.sleutel for v in geopend.beeld.loop.definitie.voorwaarden}
        return self._wijzig(geopend, ja=tuple(j for j in ja if j in bekend))

    def koppel(self, geopend: Geopend, stuk: UUID) -> Stored:
        """Let a run point at a record that was made from one of its steps."""
        return self._wijzig(geopend, stukken=tuple(dict.fromkeys((*geopend.beeld.loop.stukken, stuk))))

    def sluit(self, geopend: Geopend, slot: str) -> tuple[Stored | None, list[Problem]]:
        """Close a run; with open steps only with a sentence that says why."""
        open_ = len(geopend.beeld.stappen) - geopend.beeld.gedaan
        if open_ and len(slot.strip()) < 10:
            wat = "Er staat nog 1 stap open" if open_ == 1 else f"Er staan nog {open_} stappen open"
            return None, [Problem(("slot",), f"{wat}. Rond die af, of schrijf waarom je nu toch sluit.", "bewaren")]
        return self._wijzig(geopend, afgesloten_op=self._s.vandaag(), slot=slot.strip()), []

    def heropen(self, geopend: Geopend) -> Stored:
        """Open a closed run again."""
        return self._wijzig(geopend, afgesloten_op=None)

    def _wijzig(self, geopend: Geopend, **velden: object) -> Stored:
        self._s.eis(Actie.DRAAIBOEK)
        if set(velden) != {"afgesloten_op"}:
            self._niet_dicht(geopend)
        value = geopend.beeld.loop.model_copy(update=velden)
        item = Append(geopend.stored.record, value, geopend.stored.revision, geopend.stored.state)
        return self._s.vault.append(self._s.actor, item, self._s.nu())

    def _niet_dicht(self, geopend: Geopend) -> None:
        if geopend.dicht:
            raise UserError("Dit draaiboek is afgesloten.", "Open het eerst weer.")

    @staticmethod
    def _als_stuk(geopend: Geopend) -> Stuk:
        loop = geopend.beeld.loop
        return Stuk(geopend.stored.record, Loop, geopend.stored, naar_values(loop), False, geopend.vervolg, None)


def _aangepast(draaiboek: Draaiboek, eigen: EigenDraaiboek | None) -> Draaiboek:
    """Return a shipped draaiboek as the school has it: its own steps where it wrote any, conditions kept."""
    if eigen is None or not eigen.stappen:
        return draaiboek
    stappen = _stappen(eigen, {stap.sleutel: stap for stap in draaiboek.stappen})
    gebruikt = {sleutel for stap in stappen for sleutel in (*stap.als, *stap.niet_als)}
    return draaiboek.model_copy(
        update={
            "titel": eigen.naam or draaiboek.titel,
            "kort": eigen.kort or draaiboek.kort,
            "herkomst": "school",
            "voorwaarden": tuple(v for v in draaiboek.voorwaarden if v.sleutel in gebruikt),
            "stappen": stappen,
        }
    )


def _eigen(record: UUID, eigen: EigenDraaiboek) -> Draaiboek:
    return Draaiboek(
        sleutel=str(record),
        versie="",
        titel=eigen.titel(),
        kort=eigen.kort,
        herkomst="school",
        volgorde=10_000,
        stappen=_stappen(eigen, {}),
    )


def _stappen(eigen: EigenDraaiboek, basis: Mapping[str, Stap]) -> tuple[Stap, ...]:
    """Return the school's own steps; one that was a shipped step keeps what the school cannot write: its conditions."""
    leeg = Stap(sleutel="", fase="", wat="", wie="")
    stappen: list[Stap] = []
    for rij in eigen.stappen:
        dubbel = any(stap.sleutel == rij.stap for stap in stappen)
        was = leeg if dubbel else basis.get(rij.stap, leeg)
        velden = {
            "sleutel": was.sleutel or str(rij.rij),
            "fase": rij.fase,
            "wat": rij.wat,
            "uitleg": rij.uitleg,
            "wie": rij.wie,
            "termijn": int(rij.dagen) if rij.dagen.strip().isdecimal() else None,
            "reden": rij.reden is not False,
        }
        stappen.append(was.model_copy(update=velden))
    return tuple(stappen)
