"""The draaiboeken of a school: shipped, adapted and its own, each version kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from desktop.models.check import check
from desktop.models.core import Problem, Record, Values
from desktop.models.draaiboek import Draaiboek, EigenDraaiboek, EigenStap, ElderDocument, Loop, Loopstap, Stap
from desktop.models.errors import UserError
from desktop.models.opslag import Append, Draft, Stored
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.documenten import Documenten
from desktop.services.inhoud import Werkinhoud
from desktop.services.session import Session
from desktop.services.stukken import Recht, Stukken

_RECHTEN: Mapping[type[Record], Recht] = {
    Loop: Recht(Actie.DRAAIBOEK, Actie.DRAAIBOEK, Actie.DRAAIBOEK),
    EigenDraaiboek: Recht(Actie.DRAAIBOEK, Actie.SCHOOL, Actie.SCHOOL),
}
_HALVE = (Loop.KIND, Loopstap.KIND, EigenDraaiboek.KIND)


@dataclass(frozen=True, slots=True)
class Uitgave:
    """A draaiboek as this school has it: shipped, adapted or its own. `record` is what the school made of it."""

    draaiboek: Draaiboek
    record: UUID | None = None
    eigen: EigenDraaiboek | None = None
    revisie: UUID | None = None
    """The version of `eigen`."""

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
class Boekversie:
    """A version of a draaiboek that the school adapted or wrote: number, when (school time), who, and why.

    The one that was shipped has neither `op` nor `revisie`. `nu`: it holds.
    """

    nummer: int
    op: datetime | None
    door: str
    draaiboek: Draaiboek
    revisie: UUID | None = None
    notitie: str = ""
    uit: bool = False
    nu: bool = False


class Eigenboeken(Stukken):
    """The draaiboeken themselves. `werk` gives those of the content set, which can change while the program runs."""

    def __init__(self, session: Session, documenten: Documenten, werk: Callable[[], Werkinhoud]) -> None:
        super().__init__(session, documenten, _RECHTEN, {Loopstap: Actie.DRAAIBOEK})
        self._werk = werk

    def uitgaven(self, *, ook_uit: bool = False) -> Sequence[Uitgave]:
        """Return every draaiboek in order, as the school has it; those that it does not use only where asked."""
        self._s.eis(Actie.DRAAIBOEK)
        records = [(s, s.value) for s in self._s.vault.all(EigenDraaiboek.KIND) if isinstance(s.value, EigenDraaiboek)]
        aangepast = {value.vervangt: (stored, value) for stored, value in records if value.vervangt}
        gevonden = []
        for sleutel, draaiboek in self._werk().draaiboeken.items():
            if sleutel in aangepast:
                stored, value = aangepast[sleutel]
                gevonden.append(Uitgave(_aangepast(draaiboek, value), stored.record, value, stored.revision))
            else:
                gevonden.append(Uitgave(draaiboek))
        eigen = [(stored, value) for stored, value in records if not value.vervangt]
        gevonden += [Uitgave(_eigen(s.record, value), s.record, value, s.revision) for s, value in eigen]
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
            return {**naar_values(uitgave.eigen), "notitie": ""}  # what changes now has another note
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
        return naar_values(eigen.model_copy(update={"stappen": tuple(rijen), "notitie": ""}))

    def bewaar_eigen(
        self, values: Values, record: UUID | None = None, basis: UUID | None = None
    ) -> tuple[Stored | None, list[Problem]]:
        """Store the school's own version of a draaiboek, or a new one of its own; every version is kept.

        `basis` is the version that was on screen: raises UserError where somebody stored another one since.
        """
        self._s.eis(Actie.SCHOOL)
        value, problems = check(EigenDraaiboek, values, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        if record is not None and basis is None:
            basis = self._s.vault.get(record).revision
        item = Append(record or self._s.ids.new(), value, basis)
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action="draaiboek_gewijzigd"), []

    # -- versions

    def versies(self, sleutel: str) -> Sequence[Boekversie]:
        """Return what the school made of a draaiboek, newest first; last the shipped one where it stands in its place.

        Nothing where the school changed nothing.
        """
        uitgave = self.uitgave(sleutel)
        if uitgave.record is None:
            return ()
        basis = self._werk().draaiboeken.get(sleutel)
        namen = {account.id: account.name for account in self._s.vault.accounts()}
        zone, uit = self._s.nu().tzinfo, []
        for n, stored in enumerate(self._s.vault.history(uitgave.record), 1):
            eigen = stored.value
            if isinstance(eigen, EigenDraaiboek):
                d = _aangepast(basis, eigen) if basis is not None else _eigen(stored.record, eigen)
                op, nu = stored.recorded_at.astimezone(zone), stored.revision == uitgave.revisie
                door = namen.get(stored.account, "")
                uit.append(Boekversie(n, op, door, d, stored.revision, eigen.notitie, eigen.uit is True, nu))
        meegeleverd = [Boekversie(0, None, "", basis)] if basis is not None else []
        return [*reversed(uit), *meegeleverd]

    def zet_terug(self, sleutel: str, versie: Boekversie, basis: UUID | None) -> Stored:
        """Make an earlier version hold again, as a new version whose note says so; `basis` is what holds now.

        Raises UserError where somebody stored another one since.
        """
        self._s.eis(Actie.SCHOOL)
        uitgave = self.uitgave(sleutel)
        assert uitgave.record is not None and uitgave.eigen is not None
        if versie.op is None:
            d = versie.draaiboek
            values = {**naar_values(uitgave.eigen), "naam": d.titel, "kort": d.kort, "stappen": [], "uit": None}
            notitie = "Teruggezet zoals het is meegeleverd."
        else:
            oud = next(s for s in self._s.vault.history(uitgave.record) if s.revision == versie.revisie)
            assert oud.value is not None
            values, notitie = naar_values(oud.value), f"Teruggezet: versie {versie.nummer}."
        stored, problems = self.bewaar_eigen({**values, "notitie": notitie}, uitgave.record, basis)
        if stored is None:
            raise UserError("Deze versie kan niet meer worden teruggezet.", problems[0].zin)
        return stored

    # -- what is half-written in a dialog

    def naam_van_half(self, kind: type[Record], bij: str, onder: UUID | None = None) -> UUID:
        """Return under which record this account keeps such a dialog: of one thing (`bij`), within a run or not."""
        return uuid5(onder or self._s.actor.account, f"{kind.KIND}:{bij}")

    def bewaar_half(self, kind: type[Record], record: UUID, base: UUID | None, values: Values) -> None:
        """Keep what is typed in a dialog, valid or not; `gooi_draft_weg` once it is stored or no longer wanted."""
        self._s.vault.save_draft(self._s.actor, record, kind.KIND, base, None, values, self._s.nu())

    def halve(self) -> Mapping[UUID, Draft]:
        """Return what this account has typed in the dialogs of the draaiboeken and not stored, by record."""
        return {d.record: d for d in self._s.vault.drafts(self._s.actor.account) if d.kind in _HALVE}

    def bevestig(self, sleutel: str) -> Stored:
        """Say that the school has read a template and that it holds from today."""
        self._s.eis(Actie.SCHOOL)
        uitgave = self.uitgave(sleutel)
        d = uitgave.draaiboek
        eigen = uitgave.eigen or EigenDraaiboek(vervangt=sleutel, naam=d.titel, kort=d.kort)
        values = {**naar_values(eigen), "bevestigd": self._s.vandaag().isoformat(), "notitie": "Bevestigd."}
        stored, _ = self.bewaar_eigen(values, uitgave.record)
        assert stored is not None
        return stored


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
