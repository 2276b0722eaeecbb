"""A calamity as its pages ask for it: opened with one click, its log, its plan with every version, and its closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from desktop.models.actieplan import Actieplan
from desktop.models.calamiteit import Calamiteit, CalamiteitSlot
from desktop.models.communicatie import Communicatie
from desktop.models.core import Problem, Record, Values
from desktop.models.draaiboek import Loop
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.logregel import RegelSoort
from desktop.models.opslag import Append, Draft, Query, Row, Stored
from desktop.models.rechten import Actie, Rol
from desktop.models.tijdwoorden import DAGEN, MAANDEN
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling
from desktop.services.calamiteitgesprekken import Gesprekstand, gespreksstanden
from desktop.services.documenten import Documenten
from desktop.services.regels import GESLOTEN, Actiestand, Regels
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken

_LEIDEN = Recht(Actie.CALAMITEIT, Actie.CALAMITEIT, Actie.CALAMITEIT)
RECHTEN: Mapping[type[Record], Recht] = {Calamiteit: _LEIDEN, Actieplan: _LEIDEN, Communicatie: _LEIDEN}


@dataclass(frozen=True, slots=True)
class Calamiteitregel:
    """A calamity in a list: how long it has been going on, how many lines its log has and when the last one came."""

    row: Row
    begonnen: datetime | None
    dicht: bool
    regels: int
    laatste: str
    """Local ISO text of the newest line by when it happened; '' before the first."""


@dataclass(frozen=True, slots=True)
class Calamiteitbeeld:
    """One calamity as it is opened. Who only keeps the log gets that and the head: `volledig` is False, the rest empty.

    `versies` are all of the action plan, oldest first; `loops` the runs of draaiboeken; `stukken` rows of what belongs;
    `gesprekken` the talks, planned or held.
    """

    stored: Stored
    slot: Stored | None
    volledig: bool
    versies: tuple[Stored, ...] = ()
    communicatie: tuple[Stored, ...] = ()
    loops: tuple[Row, ...] = ()
    stukken: tuple[Row, ...] = ()
    standen: Mapping[UUID, Actiestand] = field(default_factory=dict)
    gesprekken: tuple[Gesprekstand, ...] = ()
    drafts: tuple[Draft, ...] = ()
    """What this account has half-written of its plan and communication."""

    @property
    def calamiteit(self) -> Calamiteit:
        """The record itself."""
        assert isinstance(self.stored.value, Calamiteit)
        return self.stored.value

    @property
    def dicht(self) -> bool:
        """Whether it is closed."""
        return self.slot is not None

    @property
    def actieplan(self) -> Stored | None:
        """The newest version of the action plan."""
        return self.versies[-1] if self.versies else None

    @property
    def plan(self) -> Actieplan | None:
        """What the newest version says."""
        value = self.versies[-1].value if self.versies else None
        return value if isinstance(value, Actieplan) else None

    @property
    def nog_open(self) -> Sequence[str]:
        """What is not finished, each in a few words: actions of the plan, talks, draaiboeken that run."""
        acties = self.plan.acties() if self.plan is not None else ()
        gedaan = {rij for rij, stand in self.standen.items() if stand.gedaan}
        return (
            *(wat for rij, wat, _ in acties if rij not in gedaan),
            *(f"gesprek {g.titel} ({g.stand})" for g in self.gesprekken if not g.klaar),
            *(f"draaiboek {rij.title}" for rij in self.loops if not rij.closed),
        )


class Calamiteiten(Stukken):
    """What calamity mode asks for. `regels` is the log, which other cases have too.

    Forms (the calamity's own, the action plan, communication) go by the way of every record: `open`, `bewaar_draft`,
    `bewaar`, `stel_vast`. Raises Geweigerd where the account may not, UserError where the calamity is closed.
    """

    def __init__(self, session: Session, documenten: Documenten) -> None:
        super().__init__(session, documenten, RECHTEN, {CalamiteitSlot: Actie.CALAMITEIT, Aanvulling: Actie.CALAMITEIT})
        self.log = Regels(session)

    # -- which there are

    def begin(self, kort: str = "") -> Stored:
        """Open a calamity: at once stored, begun now; without words it has a name of its own until it gets a better."""
        self._s.eis(Actie.CALAMITEIT)
        nu = self._s.nu()
        value = Calamiteit(
            kort=" ".join(kort.split()) or _naam(nu),
            begonnen_op=nu.date(),
            begonnen_om=nu.time().replace(second=0, microsecond=0),
            leiding=self._directeur(),
        )
        return self._s.vault.append(self._s.actor, Append(self._s.ids.new(), value, None), nu, action="begonnen")

    def _directeur(self) -> str:
        """The name of who leads it; '' where the vault knows no director, or more than one."""
        if self._s.actor.role == Rol.DIRECTEUR.value:
            return self._s.actor.naam
        namen = [a.name for a in self._s.vault.accounts() if a.active and a.role == Rol.DIRECTEUR.value]
        return namen[0] if len(namen) == 1 else ""

    def lopende(self) -> Sequence[Calamiteitregel]:
        """Return the calamities that are open, newest first."""
        return [regel for regel in self._alle() if not regel.dicht]

    def alle(self) -> Sequence[Calamiteitregel]:
        """Return every calamity that this account may see, the open ones first, the newest first."""
        alle = self._alle()
        mag = self._s.mag(Actie.CALAMITEIT)
        return [r for r in alle if not r.dicht] + [r for r in alle if r.dicht and mag]

    def _alle(self) -> list[Calamiteitregel]:
        self._s.eis(Actie.LOGBOEK_SCHRIJVEN)
        vault = self._s.vault
        regels = []
        for row in vault.rows(vault.ids(Query(kinds=(Calamiteit.KIND,)))):
            ids = self.log.alle(row.record)
            laatste = vault.rows(ids[:1])
            regels.append(
                Calamiteitregel(
                    row=row,
                    begonnen=datetime.fromisoformat(row.event_at),
                    dicht=self._is_dicht(row.record),
                    regels=len(ids),
                    laatste=laatste[0].event_at if laatste else "",
                )
            )
        return regels

    def _is_dicht(self, calamiteit: UUID) -> bool:
        return self._s.vault.count(Query(kinds=(CalamiteitSlot.KIND,), parent=calamiteit)) > 0

    # -- one calamity

    def beeld(self, calamiteit: UUID, *, log: bool = True) -> Calamiteitbeeld:
        """Return all that its page shows beside the log; looking is logged before it shows, unless `log` is False.

        Pass `log=False` to read again what is on screen already.
        """
        self._s.eis(Actie.LOGBOEK_SCHRIJVEN)
        vault = self._s.vault
        volledig = self._s.mag(Actie.CALAMITEIT)
        if not volledig and self._is_dicht(calamiteit):
            raise UserError(*GESLOTEN)
        stored = vault.view(self._s.actor, calamiteit, self._s.nu()) if log else vault.get(calamiteit)
        if not isinstance(stored.value, Calamiteit):
            raise UserError("Dit is geen calamiteit.", "Kies er een in de lijst.")
        if not volledig:
            return Calamiteitbeeld(stored, None, False)
        vervolg = vault.followups(calamiteit)
        plan = next((s for s in vervolg if s.kind == Actieplan.KIND), None)
        loops = vault.ids(Query(kinds=(Loop.KIND,), target=calamiteit, link_role="draaiboek"))
        return Calamiteitbeeld(
            stored,
            next((s for s in vervolg if s.kind == CalamiteitSlot.KIND), None),
            True,
            tuple(self.versies(plan.record)) if plan is not None else (),
            tuple(s for s in vervolg if s.kind == Communicatie.KIND),
            tuple(vault.rows(loops)),
            tuple(vault.rows_of(stored.value.stukken)),
            self.log.standen(calamiteit),
            gespreksstanden(vault, calamiteit, plan.value if plan and isinstance(plan.value, Actieplan) else None),
            self._drafts(calamiteit),
        )

    def _drafts(self, calamiteit: UUID) -> tuple[Draft, ...]:
        soorten = (Actieplan.KIND, Communicatie.KIND, Gespreksverslag.KIND)
        drafts = self._s.vault.drafts(self._s.actor.account)
        return tuple(d for d in drafts if d.kind in soorten and d.values.get("calamiteit") == str(calamiteit))

    def versies(self, actieplan: UUID) -> Sequence[Stored]:
        """Return every version of an action plan, oldest first."""
        self._s.eis(Actie.CALAMITEIT)
        return self._s.vault.history(actieplan)

    def nieuw_actieplan(self, calamiteit: UUID) -> Stuk:
        """Return the action plan as an unsaved record, or as this account has it half-written.

        Raises UserError where there is one already.
        """
        if self._s.vault.count(Query(kinds=(Actieplan.KIND,), parent=calamiteit)):
            raise UserError("Deze calamiteit heeft al een actieplan.", "Maak een nieuwe versie van dat plan.")
        for draft in self._drafts(calamiteit):
            if draft.kind == Actieplan.KIND:
                self._niet_dicht(calamiteit)
                return self.open(draft.record)
        return self._nieuw(Actieplan, calamiteit, {})

    def nieuwe_communicatie(self, calamiteit: UUID, **voor: object) -> Stuk:
        """Return an unsaved piece of communication; `voor` fills fields."""
        nu = self._s.nu()
        return self._nieuw(Communicatie, calamiteit, {"op": nu.date().isoformat(), **voor})

    def _nieuw(self, kind: type[Record], calamiteit: UUID, voor: Mapping[str, object]) -> Stuk:
        self._s.eis(Actie.CALAMITEIT)
        self._niet_dicht(calamiteit)
        values = {"calamiteit": str(calamiteit), **voor}
        return Stuk(self._s.ids.new(), kind, None, values, False, (), None)  # type: ignore[arg-type]

    def hernoem(self, calamiteit: UUID, kort: str) -> Stored:
        """Give a calamity a better name; a blank one is refused."""
        if not kort.strip():
            raise UserError("Een calamiteit heeft een naam nodig.", "Schrijf in een paar woorden wat er is.")
        return self._wijzig(calamiteit, kort=" ".join(kort.split()))

    def gegevens(self, calamiteit: UUID) -> Stuk:
        """Return the head of a calamity to be written on, with what this account had half-written.

        Where another account stored a version meanwhile, that one holds for what was not touched here.
        """
        stuk = self.open(calamiteit)
        if not stuk.botst or stuk.base is None or stuk.stored is None or stuk.stored.value is None:
            return stuk
        toen = self._s.vault.revision(stuk.base).value
        was = naar_values(toen) if toen is not None else {}
        eigen = {naam: waarde for naam, waarde in stuk.values.items() if waarde != was.get(naam)}
        return replace(stuk, values={**naar_values(stuk.stored.value), **eigen}, base=stuk.stored.revision)

    def koppel(self, calamiteit: UUID, stuk: UUID) -> Stored:
        """Let a calamity point at a record that belongs to it; one that it has already changes nothing."""
        bekend = self._calamiteit(calamiteit)
        assert isinstance(bekend.value, Calamiteit)
        if stuk in bekend.value.stukken:
            return bekend
        return self._wijzig(calamiteit, stukken=[str(s) for s in (*bekend.value.stukken, stuk)])

    def bewaar(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Store a new version, as for every record; refused once the calamity is closed."""
        self._niet_dicht(self._van(stuk, values))
        return super().bewaar(stuk, values)

    def stel_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish, as for every record; refused once the calamity is closed."""
        self._niet_dicht(self._van(stuk, values))
        return super().stel_vast(stuk, values)

    def _van(self, stuk: Stuk, values: Values) -> UUID:
        if stuk.kind is Calamiteit:
            return stuk.record
        return UUID(str(values["calamiteit"]))

    # -- what the plan asks to be done, by its rows

    def vink(self, calamiteit: UUID, actie: UUID, *, gedaan: bool = True) -> Stored:
        """Write in the log that an action of the plan is done, or open again. Raises UserError for one not in it."""
        beeld = self.beeld(calamiteit, log=False)
        plan = beeld.actieplan.value if beeld.actieplan is not None else None
        wat = next((w for rij, w, _ in plan.acties() if rij == actie), None) if isinstance(plan, Actieplan) else None
        if wat is None:
            raise UserError("Deze actie staat niet meer in het actieplan.", "Kijk in de nieuwste versie van het plan.")
        zin = f"{'Gedaan' if gedaan else 'Weer open'}: {wat}"
        return self.log.schrijf(calamiteit, zin, RegelSoort.STAP, actie=actie, actie_gedaan=gedaan)

    def standen(self, calamiteit: UUID) -> Mapping[UUID, Actiestand]:
        """Return how each action of the plan stands that was ever ticked off, by its row."""
        return self.log.standen(calamiteit)

    # -- closing

    def slot(self, calamiteit: UUID) -> Stuk:
        """Return its evaluation as this account has it half-written; `gooi_draft_weg` once it is closed."""
        self._s.eis(Actie.CALAMITEIT)
        record = uuid5(calamiteit, CalamiteitSlot.KIND)
        draft = self._s.vault.draft(self._s.actor.account, record)
        values = draft.values if draft is not None else {"op": str(calamiteit)}
        return Stuk(record, CalamiteitSlot, None, values, draft is not None, (), None, None, draft)

    def sluit(self, calamiteit: UUID, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Close it with its evaluation, or with the reason why there is none."""
        self._s.eis(Actie.CALAMITEIT)
        self._niet_dicht(calamiteit)
        stored = self._calamiteit(calamiteit)
        assert stored.value is not None
        stuk = Stuk(calamiteit, Calamiteit, stored, naar_values(stored.value), False, (), None)
        return self.volg(stuk, CalamiteitSlot, values)

    def heropen(self, calamiteit: UUID, reden: str) -> Stored:
        """Open a closed calamity again: its closing is withdrawn with the reason, which stands in the log too."""
        self._s.eis(Actie.CALAMITEIT)
        if len(reden.strip()) < 10:
            raise UserError("Schrijf op waarom deze calamiteit weer open gaat.", "Eén zin is genoeg.")
        slot = next((s for s in self._s.vault.followups(calamiteit) if s.kind == CalamiteitSlot.KIND), None)
        if slot is None or slot.value is None:
            raise UserError("Deze calamiteit is al open.", "")
        item = Append(slot.record, slot.value, slot.revision, "ingetrokken")
        reden = reden.strip()
        stored = self._s.vault.append(self._s.actor, item, self._s.nu(), action="ingetrokken", reason=reden)
        self.log.schrijf(calamiteit, f"De calamiteit is weer geopend. {reden}", RegelSoort.BESLUIT)
        return stored

    # -- within

    def _calamiteit(self, record: UUID) -> Stored:
        stored = self._s.vault.get(record)
        if not isinstance(stored.value, Calamiteit):
            raise UserError("Dit is geen calamiteit.", "Kies er een in de lijst.")
        return stored

    def _wijzig(self, calamiteit: UUID, **velden: object) -> Stored:
        stored = self._calamiteit(calamiteit)
        assert stored.value is not None
        values: Values = {**naar_values(stored.value), **velden}  # type: ignore[dict-item]
        stuk = Stuk(calamiteit, Calamiteit, stored, values, False, (), None, stored.revision)
        nieuw, problems = self.bewaar(stuk, values)
        if nieuw is None:
            raise UserError(problems[0].zin, "Vul eerst de gegevens van de calamiteit aan.")
        return nieuw

    def _niet_dicht(self, calamiteit: UUID) -> None:
        if self._is_dicht(calamiteit):
            raise UserError(*GESLOTEN)


def duur(sinds: datetime, nu: datetime) -> str:
    """Return how long ago a moment is, as one says it: '1 uur 18 min'; both local and naive."""
    minuten = max(0, int((nu - sinds) / timedelta(minutes=1)))
    uren, rest = divmod(minuten, 60)
    if uren >= 48:
        return f"{uren // 24} dagen"
    if uren:
        return f"{uren} uur {rest} min" if rest else f"{uren} uur"
    return f"{rest} min"


def _naam(nu: datetime) -> str:
    return f"Calamiteit {_dag(nu.date())}, {nu:%H:%M}"


def _dag(dag: date) -> str:
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]}"
