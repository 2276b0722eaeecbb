"""The papers for board and coordinator: what a period holds, what is still missing, established and sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.models.bestuurspakket import Bestuurspakket
from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Row, Stored
from desktop.models.pakketinhoud import Pakketinhoud
from desktop.models.rapportage import Verstuurd, met_verzending
from desktop.models.rechten import Actie
from desktop.models.schooljaar import Periode
from desktop.models.vervolg import Aanvulling, Herverdeeld, Vervolg, WerkGedaan
from desktop.services.documenten import Documenten
from desktop.services.pakket import namen_van_school, pakketinhoud
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken
from desktop.services.verzending import begin_levering, namen_erin, verstuur, verstuurd_op

RECHT = Recht(Actie.BESTUUR, Actie.BESTUUR, Actie.BESTUUR)
_VERVOLG: dict[type[Vervolg], Actie] = dict.fromkeys((Aanvulling, Verstuurd, WerkGedaan, Herverdeeld), Actie.BESTUUR)


@dataclass(frozen=True, slots=True)
class Pakketbeeld:
    """A period as its page shows it: the figures, the delivery if there is one, and to whom it went when.

    `begonnen` is the stored delivery or this account's draft; `nieuw`: the figures are other ones by now.
    """

    periode: Periode
    inhoud: Pakketinhoud
    pakket: Stored | None
    begonnen: UUID | None
    verstuurd: dict[UUID, date]
    nieuw: bool
    eerder: tuple[Row, ...]
    """Every delivery that is stored, the newest period first."""


class Bestuur(Stukken):
    """A delivery goes the way of every record; no name of anyone in the vault may stand in it."""

    def __init__(self, session: Session, documenten: Documenten) -> None:
        super().__init__(session, documenten, {Bestuurspakket: RECHT}, _VERVOLG)

    def nieuw(self, periode: Periode, gesprek: date | None = None) -> Stuk:
        """Return an unsaved delivery over a period, with its receivers; `gesprek` is the day of the talk."""
        self._s.eis(Actie.BESTUUR)
        if self._van(periode) is not None:
            raise UserError("Over deze periode zijn er al stukken.", "Open die en werk ze bij.")
        values: Values = {
            "van": periode.van.isoformat(),
            "tot": periode.tot.isoformat(),
            "gesprek_op": gesprek.isoformat() if gesprek else None,
            "onderdelen": [deel.value for deel in Bestuurspakket().onderdelen],
            **begin_levering(self._s),
        }
        return Stuk(self._s.ids.new(), Bestuurspakket, None, values, False, (), None)

    def beeld(self, periode: Periode) -> Pakketbeeld:
        """Return a period: what the papers hold, and where they stand."""
        self._s.eis(Actie.BESTUUR)
        vault, vandaag = self._s.vault, self._s.vandaag()
        stored = self._van(periode)
        value = stored.value if stored is not None else None
        pakket = value if isinstance(value, Bestuurspakket) else Bestuurspakket(van=periode.van, tot=periode.tot)
        inhoud = pakketinhoud(vault, pakket, stored, vandaag)
        vast = stored is not None and stored.state == "vastgesteld"
        return Pakketbeeld(
            periode,
            inhoud,
            stored,
            stored.record if stored is not None else self._draft_van(periode),
            verstuurd_op(vault, stored.record) if stored is not None else {},
            vast and pakketinhoud(vault, pakket, None, vandaag) != inhoud,
            tuple(sorted(self._rijen(), key=lambda rij: rij.event_at, reverse=True)),
        )

    def inhoud(self, stuk: Stuk, values: Values) -> Pakketinhoud | None:
        """Return what a form would hold as it is filled in; None while it has no period. An established one: as it is.

        Only the period, the parts and the keeping back are read from the form; its texts are checked when it is stored.
        """
        self._s.eis(Actie.BESTUUR)
        van, tot = _dag(values.get("van")), _dag(values.get("tot"))
        if van is None or tot is None or tot < van:
            return None
        kort = {naam: str(values.get(naam) or "") for naam in ("lijn", "scholing")}
        pakket = Bestuurspakket(van=van, tot=tot, klein_afschermen=values.get("klein_afschermen") is not False, **kort)  # type: ignore[arg-type]
        return pakketinhoud(self._s.vault, pakket, stuk.stored if stuk.vast else None, self._s.vandaag())

    def _rijen(self) -> list[Row]:
        vault = self._s.vault
        return list(vault.rows_of([s.record for s in vault.all(Bestuurspakket.KIND)]))

    def _van(self, periode: Periode) -> Stored | None:
        alle = list(self._s.vault.all(Bestuurspakket.KIND))
        dagen = (periode.van, periode.tot)
        return next(
            (s for s in reversed(alle) if isinstance(s.value, Bestuurspakket) and (s.value.van, s.value.tot) == dagen),
            None,
        )

    def _draft_van(self, periode: Periode) -> UUID | None:
        dagen = (periode.van.isoformat(), periode.tot.isoformat())
        return next((d.record for d in self.drafts() if (d.values.get("van"), d.values.get("tot")) == dagen), None)

    # -- no names

    def problemen(self, stuk: Stuk, values: Values) -> list[Problem]:
        """Return what keeps it from being established; a name of anyone in the vault is named at its field."""
        return [*super().problemen(stuk, values), *self._namen_erin(values)]

    def stel_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish: the figures are fixed from this moment."""
        fout = self._namen_erin(values)
        if fout:
            return None, [*super().problemen(stuk, values), *fout]
        return super().stel_vast(stuk, values)

    def _namen_erin(self, values: Values) -> list[Problem]:
        return namen_erin(Bestuurspakket, values, namen_van_school(self._s.vault), "van iemand op school")

    # -- out of the vault

    def verstuurd(self, pakket: UUID) -> dict[UUID, date]:
        """Return on which day each receiver (by the id of its row) was sent it."""
        self._s.eis(Actie.BESTUUR)
        return verstuurd_op(self._s.vault, pakket)

    def verstuur(self, pakket: UUID, ontvanger: UUID, dag: date) -> tuple[Stored | None, list[Problem]]:
        """Say on which day it was sent to a receiver. Raises UserError before it is established."""
        return verstuur(self, self._s.vault, pakket, ontvanger, dag)

    def rekenblad(self, pakket: UUID) -> Callable[[], bytes]:
        """Return what makes the spreadsheet of a stored delivery, on any lane; its leaving is logged first."""
        self._s.eis(Actie.AFDRUKKEN)
        self._s.eis(Actie.BESTUUR)
        stored = self._s.vault.get(pakket)
        value = stored.value
        if not isinstance(value, Bestuurspakket):
            raise UserError("Dit zijn geen stukken voor het bestuur.", "Kies ze in de lijst.")
        inhoud = pakketinhoud(self._s.vault, value, stored, self._s.vandaag())
        vervolg = [v.value for v in self._s.vault.followups(pakket) if v.value is not None]
        wie = met_verzending(value.ontvangers, vervolg)
        school, nu = self._documenten.school().naam, self._s.nu()
        self._documenten.noteer(pakket, "geexporteerd")

        def maak() -> bytes:
            from desktop.exchange.spreadsheet import bestuurspakket_xlsx  # loads when asked for

            return bestuurspakket_xlsx(inhoud, wie, school, nu)

        return maak


def _dag(waarde: object) -> date | None:
    try:
        return date.fromisoformat(str(waarde))
    except ValueError:
        return None
