"""The runs of draaiboeken: each with the state of every step, its own log, and what it belongs to."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.calamiteit import Calamiteit, CalamiteitSlot
from desktop.models.check import check
from desktop.models.core import Problem, Record, Values, Wie
from desktop.models.dossierdelen import Betrokkene
from desktop.models.draaiboek import Loop, Loopbeeld, Loopstap, Stand, Stap, zonder_reden
from desktop.models.errors import Geweigerd, UserError
from desktop.models.incident import Incident
from desktop.models.logregel import RegelSoort
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.namen import groepsnaam
from desktop.models.opslag import Append, Query, Row, Stored
from desktop.models.personen import Leerling
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.documenten import Documenten
from desktop.services.draaiboekeneigen import Eigenboeken
from desktop.services.inhoud import Werkinhoud
from desktop.services.regels import GESLOTEN, Regels
from desktop.services.session import Session
from desktop.services.stuk import Stuk

_GEKOPPELD = {Calamiteit.KIND: Actie.LOGBOEK_SCHRIJVEN, MeldcodeDossier.KIND: Actie.MELDCODE_LEZEN}
"""What a run can belong to beside people, and what an account needs to know of it."""
_BETROKKENEN = "De betrokkenen zijn gewijzigd."
_TE_WIJZIGEN = {"aanleiding": "De aanleiding is gewijzigd.", "betrokkenen": _BETROKKENEN}
"""What of a run can be changed after it began, and the line of its log that says so."""


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


class Draaiboeken(Eigenboeken):
    """What the pages of the draaiboeken ask for: the draaiboeken and their runs. `log` is that of every case."""

    def __init__(
        self,
        session: Session,
        documenten: Documenten,
        werk: Callable[[], Werkinhoud],
        log: Regels,
    ) -> None:
        super().__init__(session, documenten, werk)
        self.log = log

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
        item = Append(self._s.ids.new(), value, None)
        samen = self._melding(value.calamiteit, f"Draaiboek gestart: {value.definitie.titel}", item.record)
        return self._s.vault.append(self._s.actor, item, nu, action="begonnen", samen=samen), []

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
        uniek = [r for r in {r.record: r for r in rijen}.values() if r.kind not in _GEKOPPELD]
        return [r for r in uniek if r.kind != Incident.KIND or self._mag_zien(r.author)]

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
        vul = {"door": self._s.actor.naam, **values, "stap": stap.sleutel}
        return self.volg(self._als_stuk(geopend), Loopstap, vul)

    def _samen(self, record: UUID, value: Record) -> Sequence[Append]:
        """What came of a step is told in the log of the calamity that the run belongs to."""
        loop = self._s.vault.get(value.op).value if isinstance(value, Loopstap) else None
        if not isinstance(value, Loopstap) or not isinstance(loop, Loop):
            return ()
        wat = next(stap.wat for stap in loop.definitie.stappen if stap.sleutel == value.stap)
        reden = f" ({value.reden.strip()})" if value.reden.strip() else ""
        zin = f"{loop.definitie.titel}: {wat}. {(value.stand or Stand.GEDAAN).label}{reden}."
        return self._melding(loop.calamiteit, zin, value.op)

    def antwoord(self, geopend: Geopend, ja: Sequence[str]) -> Stored:
        """Say which conditions hold now: steps come or go, what was done stays."""
        bekend = {v.sleutel for v in geopend.beeld.loop.definitie.voorwaarden}
        return self._wijzig(geopend, ja=tuple(j for j in ja if j in bekend))

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

    def wijzig(self, geopend: Geopend, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Change what a run is for and who is involved. Its log says so, not what: earlier words stay in their version.

        Returns problems where it cannot be stored; the same again changes nothing.
        """
        self._s.eis(Actie.DRAAIBOEK)
        self._niet_dicht(geopend)
        loop = geopend.beeld.loop
        nieuw = {naam: values[naam] for naam in _TE_WIJZIGEN if naam in values}
        value, problems = check(Loop, {**naar_values(loop), **nieuw}, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        anders = {naam: getattr(value, naam) for naam in _TE_WIJZIGEN if getattr(value, naam) != getattr(loop, naam)}
        if not anders:
            return geopend.stored, []
        zin = " ".join(_TE_WIJZIGEN[naam] for naam in anders)
        return self._wijzig_met_regel(geopend, zin, **anders), []

    # -- what a run belongs to

    def gekoppeld(self, geopend: Geopend) -> Sequence[Row]:
        """Return the calamity and the cases that a run belongs to, as far as this account may know of them."""
        loop = geopend.beeld.loop
        rijen = self._s.vault.rows_of([*((loop.calamiteit,) if loop.calamiteit else ()), *loop.stukken])
        return [r for r in rijen if r.kind in _GEKOPPELD and self._s.mag(_GEKOPPELD[r.kind])]

    def koppel(self, geopend: Geopend, record: UUID) -> Stored:
        """Let a run belong to an open calamity, a case or a pupil; what it belongs to already changes nothing.

        Raises UserError for a second calamity, a closed one, and any other kind of record.
        """
        value = self._s.vault.get(record).value
        loop = geopend.beeld.loop
        if isinstance(value, Calamiteit):
            return self._koppel_calamiteit(geopend, record, value)
        if isinstance(value, Leerling):
            self._s.eis(Actie.LEERLINGEN_ZIEN)
            if any(b.wie is not None and b.wie.persoon == record for b in loop.betrokkenen):
                return geopend.stored
            groep = groepsnaam(value.groep_naam)
            wie = Wie(persoon=record, naam=value.titel(), hoedanigheid=f"leerling, {groep}" if groep else "leerling")
            nieuw = (*loop.betrokkenen, Betrokkene(rij=self._s.ids.new(), wie=wie))
            return self._wijzig_met_regel(geopend, _BETROKKENEN, betrokkenen=nieuw)
        if not isinstance(value, MeldcodeDossier):
            raise UserError("Dit kan niet aan een draaiboek worden gekoppeld.", "Kies iets anders in de lijst.")
        self._s.eis(Actie.MELDCODE_LEZEN)
        # no line in the log: whoever began the run reads that, and may not know that there is a case
        return geopend.stored if record in loop.stukken else self._wijzig(geopend, stukken=(*loop.stukken, record))

    def _koppel_calamiteit(self, geopend: Geopend, record: UUID, value: Calamiteit) -> Stored:
        self._s.eis(Actie.LOGBOEK_SCHRIJVEN)
        loop = geopend.beeld.loop
        if loop.calamiteit == record:
            return geopend.stored
        if loop.calamiteit is not None:
            raise UserError("Dit draaiboek hoort al bij een calamiteit.", "Maak het daar eerst van los.")
        if self._is_dicht(record):
            raise UserError(*GESLOTEN)
        zin = f"Dit draaiboek hoort nu bij de calamiteit: {value.titel()}"
        ook = self._melding(record, f"Draaiboek gekoppeld: {loop.definitie.titel}", geopend.stored.record)
        return self._wijzig_met_regel(geopend, zin, ook, calamiteit=record)

    def maak_los(self, geopend: Geopend, sleutel: UUID) -> Stored:
        """Take a link away: a calamity or case by its record, someone involved by the row. Nothing else changes."""
        loop, titel = geopend.beeld.loop, geopend.beeld.loop.definitie.titel
        if sleutel == loop.calamiteit:
            ook = self._melding(sleutel, f"Draaiboek losgemaakt: {titel}", geopend.stored.record)
            zin = "Dit draaiboek is losgemaakt van de calamiteit."
            return self._wijzig_met_regel(geopend, zin, ook, calamiteit=None)
        over = tuple(b for b in loop.betrokkenen if b.rij != sleutel)
        if over != loop.betrokkenen:
            return self._wijzig_met_regel(geopend, _BETROKKENEN, betrokkenen=over)
        stukken = tuple(s for s in loop.stukken if s != sleutel)
        return geopend.stored if stukken == loop.stukken else self._wijzig(geopend, stukken=stukken)

    def koppel_terug(self, geopend: Geopend, was: Loop, sleutel: UUID) -> Stored:
        """Undo `maak_los`: put one link back as it was in an earlier version of this run."""
        rij = next((b for b in was.betrokkenen if b.rij == sleutel), None)
        if rij is None:
            return self.koppel(geopend, sleutel)
        loop = geopend.beeld.loop
        if any(b.rij == sleutel for b in loop.betrokkenen):
            return geopend.stored
        plaats = min(was.betrokkenen.index(rij), len(loop.betrokkenen))
        nieuw = (*loop.betrokkenen[:plaats], rij, *loop.betrokkenen[plaats:])
        return self._wijzig_met_regel(geopend, _BETROKKENEN, betrokkenen=nieuw)

    def _melding(self, calamiteit: UUID | None, zin: str, loop: UUID) -> Sequence[Append]:
        """Return the line for the log of a calamity. A closed one takes none any more: the run goes on by itself."""
        if calamiteit is None or self._is_dicht(calamiteit):
            return ()
        return (self.log.maak(calamiteit, zin, RegelSoort.STAP, stuk=loop),)

    def _is_dicht(self, calamiteit: UUID) -> bool:
        return self._s.vault.count(Query(kinds=(CalamiteitSlot.KIND,), parent=calamiteit)) > 0

    def _wijzig_met_regel(self, geopend: Geopend, zin: str, ook: Sequence[Append] = (), **velden: object) -> Stored:
        """Store a new version of a run together with a line of its log that says so, and with `ook`."""
        self._s.eis(Actie.DRAAIBOEK)
        self._niet_dicht(geopend)
        value = geopend.beeld.loop.model_copy(update=velden)
        item = Append(geopend.stored.record, value, geopend.stored.revision, geopend.stored.state)
        self.log.schrijf(geopend.stored.record, zin, RegelSoort.STAP, samen=(item, *ook))
        return self._s.vault.get(geopend.stored.record)

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
