"""The incident register: passed on by anyone, registered by the director, counted over any period without names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from desktop.models.calamiteit import Calamiteit
from desktop.models.core import Problem, Record, State, Values, Wie
from desktop.models.draaiboek import Loop
from desktop.models.errors import NietGevonden, UserError
from desktop.models.incident import Incident, IncidentSoort, Plaats
from desktop.models.incidentcijfers import Incidentjaar, groepen_van
from desktop.models.namen import groepsnaam
from desktop.models.opslag import Query, Row, Stored
from desktop.models.personen import Leerling
from desktop.models.rechten import Actie
from desktop.models.schooljaar import Periode
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, Vervolg, WerkGedaan
from desktop.services.documenten import Documenten
from desktop.services.dossierdruk import Papier
from desktop.services.geteld import geregistreerd
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken

T = TypeVar("T", bound=Record)

_RECHT = Recht(Actie.INCIDENT, Actie.INCIDENT_GEVEN, Actie.INCIDENT)
PROFESSIONALS = "professionals"
"""The draaiboek of repeated unwanted behaviour against a professional: what comes of it is always registered."""
ZONDER_SOORT = "Kies een soort. Zonder soort telt het incident nergens mee."
_BIJ_ELKAAR: tuple[State, ...] = ("concept", "vastgesteld")


@dataclass(frozen=True, slots=True)
class Registerfilter:
    """What of the register is looked for; every part that is given narrows it. `staten` () is all but withdrawn."""

    periode: Periode | None = None
    soort: IncidentSoort | None = None
    plaats: Plaats | None = None
    groep: str = ""
    staten: tuple[State, ...] = ()
    woorden: str = ""


class Incidenten(Stukken):
    """Incidents go the way of every record. Who may not read the register sees only what they pass on themselves."""

    def __init__(self, session: Session, documenten: Documenten) -> None:
        vervolg: dict[type[Vervolg], Actie] = {Aanvulling: Actie.INCIDENT, WerkGedaan: Actie.INCIDENT}
        super().__init__(session, documenten, {Incident: _RECHT}, vervolg)

    # -- writing

    def nieuw(self, leerlingen: Sequence[UUID] = (), calamiteit: UUID | None = None, loop: UUID | None = None) -> Stuk:
        """Return an unsaved incident with these pupils in it, made from a calamity or from the run of a draaiboek.

        Who only passes on stands as the one who did, today. Raises UserError for a pupil, calamity or run that is gone.
        """
        self._s.eis(Actie.INCIDENT_GEVEN)
        vandaag = self._s.vandaag().isoformat()
        values: dict[str, object] = {"datum": vandaag}
        kinderen = [self._leerling(record) for record in leerlingen]
        values["betrokkenen"] = [self._rij(wie) for _, wie in kinderen]
        values["groep"] = ", ".join(dict.fromkeys(kind.groep_naam for kind, _ in kinderen if kind.groep_naam))
        if not self._s.mag(Actie.INCIDENT):
            values |= {"doorgegeven_door": self._s.actor.naam, "doorgegeven_op": vandaag}
        if calamiteit is not None:
            bron = self._van(Calamiteit, calamiteit)
            values["calamiteit"] = str(calamiteit)
            if bron.begonnen_op is not None:
                values["datum"] = bron.begonnen_op.isoformat()
                values["tijd"] = bron.begonnen_om.isoformat() if bron.begonnen_om else None
        if loop is not None:
            values |= self._van_loop(loop, bool(kinderen))
        return Stuk(self._s.ids.new(), Incident, None, values, False, (), None)  # type: ignore[arg-type]

    def _van_loop(self, record: UUID, al_mensen: bool) -> dict[str, object]:
        loop = self._van(Loop, record)
        values: dict[str, object] = {"loop": str(record)}
        if loop.calamiteit is not None:
            values["calamiteit"] = str(loop.calamiteit)
        if not al_mensen:
            values["betrokkenen"] = [
                self._rij(b.wie, b.rol.value if b.rol else None) for b in loop.betrokkenen if b.wie is not None
            ]
        if loop.definitie.sleutel == PROFESSIONALS:
            values["tegen_professional"] = True
        return values

    def _rij(self, wie: Wie, rol: str | None = None) -> dict[str, object]:
        return {"rij": str(self._s.ids.new()), "wie": naar_values(wie), "rol": rol}

    def _leerling(self, record: UUID) -> tuple[Leerling, Wie]:
        value = self._s.vault.get(record).value
        if not isinstance(value, Leerling):
            raise UserError("Deze leerling is er niet meer.", "Kies de leerling opnieuw in de lijst.")
        return value, Wie(persoon=record, naam=value.titel(), hoedanigheid=groepsnaam(value.groep_naam))

    def _van(self, kind: type[T], record: UUID) -> T:
        value = self._s.vault.get(record).value
        if not isinstance(value, kind):
            raise UserError(f"Dit hoort niet bij een {kind.NAAM.lower()}.", "Begin een nieuw incident bij Incidenten.")
        return value

    def problemen(self, stuk: Stuk, values: Values) -> list[Problem]:
        """Return what keeps it from being registered; the kind with what is lost without one."""
        return [self._gezegd(p) for p in super().problemen(stuk, values)]

    def stel_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Register it."""
        stored, fout = super().stel_vast(stuk, values)
        return stored, [self._gezegd(p) for p in fout]

    def _gezegd(self, probleem: Problem) -> Problem:
        return Problem(("soort",), ZONDER_SOORT, probleem.level) if probleem.loc == ("soort",) else probleem

    # -- reading: the register for who may, one's own concepts for who passed them on

    def open(self, record: UUID, reden: str = "") -> Stuk:
        """Return an incident; looking is logged first. Who only passes on opens what is still theirs alone."""
        if self._s.mag(Actie.INCIDENT):
            return super().open(record, reden)
        self._s.eis(Actie.INCIDENT_GEVEN)
        account = self._s.actor.account
        try:
            bekend = self._s.vault.get(record)
        except NietGevonden:
            draft = self._s.vault.draft(account, record)
            if draft is None or draft.kind != Incident.KIND:
                raise
            return Stuk(record, Incident, None, draft.values, True, (), None, draft.base, draft)
        if bekend.kind != Incident.KIND or not self._van_mij(bekend):
            self._s.eis(Actie.INCIDENT)
        stored = self._s.vault.view(self._s.actor, record, self._s.nu(), reden)
        assert stored.value is not None
        draft = self._s.vault.draft(account, record)
        values = draft.values if draft is not None else naar_values(stored.value)
        basis = draft.base if draft is not None else stored.revision
        return Stuk(record, Incident, stored, values, draft is not None, (), None, basis, draft)

    def _van_mij(self, stored: Stored) -> bool:
        """Whether it is a concept on which nobody else went on."""
        return stored.state == "concept" and stored.account == self._s.actor.account

    def register(self, wat: Registerfilter = Registerfilter()) -> Sequence[int]:
        """Return row ids, newest first. Who may not read the register gets only own concepts."""
        vault = self._s.vault
        leest = self._s.mag(Actie.INCIDENT)
        if not leest:
            self._s.eis(Actie.INCIDENT_GEVEN)
        vraag = Query(
            kinds=(Incident.KIND,),
            states=wat.staten or _BIJ_ELKAAR,
            van=wat.periode.van if wat.periode else None,
            tot=wat.periode.tot if wat.periode else None,
            words=wat.woorden,
            detail=wat.plaats.label if wat.plaats else "",
        )
        ids = vault.ids(vraag)
        if leest and wat.soort is None and not wat.groep:
            return ids
        rijen = vault.rows(ids)
        if wat.soort is not None:
            rijen = [rij for rij in rijen if rij.title == wat.soort.label]
        if wat.groep or not leest:
            # which group is no part of a list row: read, and nothing of it shown
            gevonden = vault.get_many([rij.record for rij in rijen])
            rijen = [
                rij
                for rij, stored in zip(rijen, gevonden, strict=True)
                if (leest or self._van_mij(stored)) and (not wat.groep or wat.groep in _groepen(stored))
            ]
        return [rij.id for rij in rijen]

    def rijen(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return list rows."""
        return self._s.vault.rows(ids)

    def regels(self, ids: Sequence[int]) -> Sequence[tuple[Row, str]]:
        """Return list rows, each with what distinguishes it: subdivision, place and group; no person."""
        rijen = self.rijen(ids)
        gevonden = self._s.vault.get_many([rij.record for rij in rijen])
        return [(rij, _kenmerken(stored.value)) for rij, stored in zip(rijen, gevonden, strict=True)]

    def wachtend(self) -> Sequence[tuple[Row, str]]:
        """Return what was passed on (or begun) and is not registered, oldest first; as `regels`."""
        return self.regels(self.register(Registerfilter(staten=("concept",))))[::-1]

    def groepen(self) -> Sequence[str]:
        """Return the groups that the register names, in order, for a filter."""
        self._s.eis(Actie.INCIDENT)
        alle = {groep for stored in self._s.vault.all(Incident.KIND) for groep in _groepen(stored)}
        return sorted(alle, key=lambda groep: (not groep[:1].isdigit(), groep))

    # -- counting

    def trends(self, periode: Periode) -> Incidentjaar:
        """Return the registered incidents of a period, to be counted as they are; for the school itself."""
        return self.jaarverslag(periode, afgeschermd=False)

    def jaarverslag(self, periode: Periode, *, afgeschermd: bool = True, toen: datetime | None = None) -> Incidentjaar:
        """Return the same with small numbers kept back, for board and coordinator; `toen`: as it was at a moment."""
        self._s.eis(Actie.INCIDENT)
        return Incidentjaar(periode, geregistreerd(self._s.vault, periode, toen), afgeschermd)

    def papier(self, periode: Periode, *, afgeschermd: bool = True) -> Papier:
        """Return the yearly report as a paper; reading the register for it is logged."""
        from desktop import documents

        self._s.eis(Actie.AFDRUKKEN)
        jaar = self.jaarverslag(periode, afgeschermd=afgeschermd)
        school, nu = self._documenten.school(), self._s.nu()
        self._s.vault.log(self._s.actor, "bekeken", nu, reason="jaarverslag van de incidenten")
        return Papier(
            "Jaarverslag incidenten",
            f"{_bestandsnaam(periode)}.pdf",
            lambda: documents.render_incidentjaar(jaar, school, nu),
        )

    def rekenblad(self, periode: Periode, *, afgeschermd: bool = True) -> Callable[[], bytes]:
        """Return what makes the spreadsheet of a period, on any lane; its leaving the vault is logged first."""
        self._s.eis(Actie.AFDRUKKEN)
        jaar = self.jaarverslag(periode, afgeschermd=afgeschermd)
        school, nu = self._documenten.school().naam, self._s.nu()
        self._s.vault.log(self._s.actor, "geexporteerd", nu, reason="jaarverslag van de incidenten")

        def maak() -> bytes:
            from desktop.exchange.spreadsheet import incidentjaar_xlsx  # loads when asked for

            return incidentjaar_xlsx(jaar, school, nu)

        return maak


def _kenmerken(value: Record | None) -> str:
    if not isinstance(value, Incident):
        return ""
    groep = groepsnaam(" en ".join(groepen_van(value)))
    return " · ".join(filter(None, (value.onderverdeling(), value.detail(), groep)))


def _groepen(stored: Stored) -> tuple[str, ...]:
    return groepen_van(stored.value) if isinstance(stored.value, Incident) else ()


def _bestandsnaam(periode: Periode) -> str:
    return f"jaarverslag-incidenten-{periode.van:%Y-%m-%d}-{periode.tot:%Y-%m-%d}"
