"""The report on each meldcode situation and the yearly bundle: prefilled without names, counted, sent to receivers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.models.core import Problem, Record, Values
from desktop.models.errors import NietGevonden, UserError
from desktop.models.kenmerk import kenmerk
from desktop.models.meldcode import Afsluiting, MeldcodeDossier, is_gesloten
from desktop.models.opslag import Query, Row, Stored
from desktop.models.rapportage import Bundel, Jaarbundel, Rapportage, Verstuurd, bundel_met_verzending
from desktop.models.rechten import Actie, Rol
from desktop.models.schooljaar import Periode, schooljaar
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, Vervolg
from desktop.services.documenten import Documenten
from desktop.services.geteld import geteld
from desktop.services.meldcode import Meldcode, Zaak
from desktop.services.personen import Personen
from desktop.services.rapportvoorstel import aard, stappen, verloop, wie_in
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken
from desktop.services.verzending import begin_levering, namen_erin, verstuur, verstuurd_op

_RECHT = Recht(Actie.RAPPORTEREN, Actie.RAPPORTEREN, Actie.RAPPORTEREN)


@dataclass(frozen=True, slots=True)
class Situatie:
    """A meldcode case of a period as a list shows it, and its report if there is one."""

    dossier: UUID
    titel: str
    geopend: date | None
    gesloten: date | None
    afloop: str
    rapportage: Row | None

    @property
    def gemaakt(self) -> bool:
        """Whether its report is established."""
        return self.rapportage is not None and self.rapportage.state == "vastgesteld"


@dataclass(frozen=True, slots=True)
class Jaarbeeld:
    """A period as its page shows it: the cases, its counts, and the bundle if there is one.

    `verstuurd` says for each receiver (by the id of its row) on which day it was sent. `nieuw`: the reports are not the
    ones that the bundle was established with.
    """

    periode: Periode
    situaties: tuple[Situatie, ...]
    cijfers: Jaarbundel
    bundel: Stored | None
    verstuurd: dict[UUID, date]
    nieuw: bool

    @property
    def ontbreekt(self) -> int:
        """Return how many closed cases have no established report."""
        return sum(1 for s in self.situaties if s.gesloten and not s.gemaakt)

    def getoond(self, *, afgeschermd: bool) -> Jaarbundel:
        """Return the same counts with small ones kept back, as the receivers get them, or as they are."""
        values = {**naar_values(self.cijfers.bundel), "klein_afschermen": afgeschermd}
        return Jaarbundel(_bundel(values), self.cijfers.rapportages)


class Rapportages(Stukken):
    """Reports and bundles go the way of every record; one per case, and no name from the case in any word of it."""

    def __init__(self, session: Session, documenten: Documenten, meldcode: Meldcode, personen: Personen) -> None:
        vervolg: dict[type[Vervolg], Actie] = {Aanvulling: Actie.RAPPORTEREN, Verstuurd: Actie.RAPPORTEREN}
        super().__init__(session, documenten, {Rapportage: _RECHT, Bundel: _RECHT}, vervolg)
        self._meldcode = meldcode
        self._personen = personen

    # -- the report on one case

    def van_dossier(self, dossier: UUID) -> UUID | None:
        """Return the report on a case: the stored one, else this account's draft; None before it is begun."""
        self._s.eis(Actie.RAPPORTEREN)
        for stored in self._s.vault.followups(dossier):
            if stored.kind == Rapportage.KIND:
                return stored.record
        van = (d for d in self.drafts() if d.kind == Rapportage.KIND and d.values.get("dossier") == str(dossier))
        return next((draft.record for draft in van), None)

    def soort_van(self, record: UUID) -> str:
        """Return the kind of a record or of this account's draft; '' where there is neither."""
        try:
            return self._s.vault.get(record).kind
        except NietGevonden:
            draft = self._s.vault.draft(self._s.actor.account, record)
            return draft.kind if draft is not None else ""

    def nieuw(self, dossier: UUID) -> Stuk:
        """Return an unsaved report prefilled from a case, without a name; the case counts as looked at.

        A person reads it through and judges: whether meldcode, roles and tasks did is never filled in.
        """
        self._s.eis(Actie.RAPPORTEREN)
        if self.van_dossier(dossier) is not None:
            raise UserError("Van deze situatie is er al een rapportage.", "Open die en werk hem bij.")
        zaak = self._meldcode.zaak(dossier)
        record = self._s.ids.new()
        dicht = _gesloten_op([s.value for s in zaak.vervolg if s.value is not None])
        values: Values = {
            "dossier": str(dossier),
            "kenmerk": kenmerk(record),  # its own number: the dossier's own stays in the school
            "schooljaar": schooljaar(dicht or self._s.vandaag()),
            "datum": self._s.vandaag().isoformat(),
            "gesloten": dicht.isoformat() if dicht else None,
            "ingevuld_door": Rol.van(self._s.actor.role).label,
            "aard": [soort.value for soort in aard(zaak)],
            "stappen": [stap.value for stap in stappen(zaak)],
            "verloop": verloop(zaak, self._meldcode.stappen(zaak), self._namen(zaak)),
        }
        return Stuk(record, Rapportage, None, values, False, (), None)

    def namen(self, dossier: UUID) -> tuple[str, ...]:
        """Return the names around a case: pupil, family, who is named in its records, the staff. Nothing is shown."""
        stored = self._s.vault.get(dossier)
        if not isinstance(stored.value, MeldcodeDossier):
            return ()
        return self._namen(self._meldcode.verzamel(stored, stored.value))

    def _namen(self, zaak: Zaak) -> tuple[str, ...]:
        wie = list(wie_in([zaak.dossier, *(s.value for s in zaak.stukken if s.value is not None)]))
        leerling = zaak.dossier.leerling.persoon
        if leerling is not None:
            wie += [kaart.wie.naam for kaart in self._personen.kaarten(leerling)]
            wie += [naam for _, naam in self._meldcode.gezin(leerling)]
        wie += [medewerker.naam for medewerker in self._personen.medewerkers()]
        return tuple(dict.fromkeys(naam for naam in wie if naam.strip()))

    # -- what may not be stored or established

    def bewaar(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Store a concept. Raises UserError where the case has another report already."""
        self._alleen_deze(stuk, values)
        return super().bewaar(stuk, values)

    def problemen(self, stuk: Stuk, values: Values) -> list[Problem]:
        """Return what keeps it from being established; a name from the case is named at its field."""
        return [*super().problemen(stuk, values), *self._namen_erin(stuk.kind, values)]

    def stel_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish. Raises UserError where the case has another report already."""
        self._alleen_deze(stuk, values)
        fout = self._namen_erin(stuk.kind, values)
        if fout:
            return None, [*super().problemen(stuk, values), *fout]
        return super().stel_vast(stuk, values)

    def _alleen_deze(self, stuk: Stuk, values: Values) -> None:
        dossier = _uuid(values.get("dossier"))
        if stuk.kind is not Rapportage or dossier is None:
            return
        for stored in self._s.vault.followups(dossier):
            if stored.kind == Rapportage.KIND and stored.record != stuk.record:
                raise UserError("Van deze situatie is er al een rapportage.", "Ga terug naar de lijst en open die.")

    def _namen_erin(self, kind: type[Record], values: Values) -> list[Problem]:
        return namen_erin(kind, values, self._namen_bij(kind, values), "uit het dossier")

    def _namen_bij(self, kind: type[Record], values: Values) -> tuple[str, ...]:
        if kind is Rapportage:
            dossier = _uuid(values.get("dossier"))
            return self.namen(dossier) if dossier is not None else ()
        if kind is Bundel:
            zaken = (s.value for s in self._s.vault.all(MeldcodeDossier.KIND))
            return tuple({naam for zaak in zaken if zaak is not None for naam in wie_in([zaak])})
        return ()

    # -- a period

    def beeld(self, periode: Periode) -> Jaarbeeld:
        """Return a period: its cases, its counts, its bundle. Nothing of what stands in a case is read out."""
        self._s.eis(Actie.RAPPORTEREN)
        situaties = tuple(self._situaties(periode))
        bundel = self._bundel_van(periode)
        los = Bundel(van=periode.van, tot=periode.tot)
        nu = geteld(self._s.vault, los, None)
        if bundel is None:
            cijfers = Jaarbundel(los, nu)
            return Jaarbeeld(periode, situaties, cijfers, None, {}, False)
        cijfers, verstuurd = self.jaarbundel(bundel), verstuurd_op(self._s.vault, bundel.record)
        return Jaarbeeld(periode, situaties, cijfers, bundel, verstuurd, nu != cijfers.rapportages)

    def _situaties(self, periode: Periode) -> Sequence[Situatie]:
        gevonden = []
        for row in self._s.vault.rows(self._s.vault.ids(Query(kinds=(MeldcodeDossier.KIND,)))):
            vervolg = self._s.vault.followups(row.record)
            waarden = [s.value for s in vervolg if s.value is not None]
            dicht = _gesloten_op(waarden)
            begonnen = date.fromisoformat(row.event_at[:10]) if row.event_at else None
            loopt = dicht is None and begonnen is not None and begonnen <= periode.tot
            if not (periode.bevat(dicht) or (loopt and periode.van <= self._s.vandaag())):
                continue
            afloop = next((v.titel() for v in reversed(waarden) if isinstance(v, Afsluiting)), "") if dicht else ""
            rapport = [s.record for s in vervolg if s.kind == Rapportage.KIND]
            rij = self._s.vault.rows_of(rapport[:1])[0] if rapport else None
            gevonden.append(Situatie(row.record, row.title, begonnen, dicht, afloop, rij))
        return sorted(gevonden, key=lambda s: (s.gemaakt, s.gesloten is None, s.gesloten or s.geopend or date.min))

    # -- the bundle

    def nieuwe_bundel(self, periode: Periode) -> Stuk:
        """Return an unsaved bundle of a period, with its receivers: the board and the coordinator of the own plan."""
        self._s.eis(Actie.RAPPORTEREN)
        if self._bundel_van(periode) is not None:
            raise UserError("Van deze periode is er al een bundel.", "Open die en werk hem bij.")
        values: Values = {
            "van": periode.van.isoformat(),
            "tot": periode.tot.isoformat(),
            **begin_levering(self._s),
        }
        return Stuk(self._s.ids.new(), Bundel, None, values, False, (), None)

    def bundel_of_draft(self, periode: Periode) -> UUID | None:
        """Return the bundle of a period: the stored one, else this account's draft; None before it is begun."""
        stored = self._bundel_van(periode)
        if stored is not None:
            return stored.record
        dagen = (periode.van.isoformat(), periode.tot.isoformat())
        van = (d for d in self.drafts() if d.kind == Bundel.KIND)
        return next((d.record for d in van if (d.values.get("van"), d.values.get("tot")) == dagen), None)

    def _bundel_van(self, periode: Periode) -> Stored | None:
        alle = [s for s in self._s.vault.all(Bundel.KIND) if isinstance(s.value, Bundel)]
        van = [
            s for s in alle if isinstance(s.value, Bundel) and (s.value.van, s.value.tot) == (periode.van, periode.tot)
        ]
        return van[-1] if van else None

    def jaarbundel(self, stored: Stored) -> Jaarbundel:
        """Return a stored bundle with its reports: those of now, or of the moment at which it was established."""
        self._s.eis(Actie.RAPPORTEREN)
        bundel = stored.value
        if not isinstance(bundel, Bundel):
            raise UserError("Dit is geen jaarbundel.", "Kies een periode in de lijst van rapportages.")
        vervolg = [v.value for v in self._s.vault.followups(stored.record) if v.value is not None]
        return Jaarbundel(bundel_met_verzending(bundel, vervolg), geteld(self._s.vault, bundel, stored))

    def verstuur(self, bundel: UUID, ontvanger: UUID, dag: date) -> tuple[Stored | None, list[Problem]]:
        """Say on which day a bundle was sent to a receiver. Raises UserError before it is established."""
        return verstuur(self, self._s.vault, bundel, ontvanger, dag)

    def rekenblad(self, bundel: UUID) -> Callable[[], bytes]:
        """Return what makes the spreadsheet of a stored bundle, on any lane; its leaving the vault is logged first."""
        self._s.eis(Actie.AFDRUKKEN)
        jaarbundel = self.jaarbundel(self._s.vault.get(bundel))
        school, nu = self._documenten.school().naam, self._s.nu()
        self._documenten.noteer(bundel, "geexporteerd")

        def maak() -> bytes:
            from desktop.exchange.spreadsheet import jaarbundel_xlsx  # what makes spreadsheets loads when asked for

            return jaarbundel_xlsx(jaarbundel, school, nu)

        return maak


def _gesloten_op(vervolg: Sequence[Record]) -> date | None:
    """Return the day on which a case was closed for good; None while it is open."""
    if not is_gesloten(vervolg):
        return None
    return next(v.moment.date() for v in reversed(vervolg) if isinstance(v, Afsluiting))


def _bundel(values: Values) -> Bundel:
    import json

    return Bundel.model_validate_json(json.dumps(dict(values)))


def _uuid(waarde: object) -> UUID | None:
    try:
        return UUID(str(waarde)) if waarde else None
    except ValueError:
        return None
