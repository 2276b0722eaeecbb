"""A calamity as a school lives it, made through the services: for tests of its cards and papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from desktop.models.actieplan import Actieplan
from desktop.models.opslag import Stored
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten


@dataclass
class Verhaal:
    """Makes what belongs to one calamity; `klok` has a `moment` that goes on."""

    d: Diensten
    klok: Any
    calamiteit: UUID

    def later(self, minuten: int) -> None:
        """Let time go by."""
        self.klok.moment += timedelta(minutes=minuten)

    def rij(self, **velden: Any) -> dict[str, Any]:
        """Return a sub-row with an id of its own."""
        return {"rij": str(self.d.session.ids.new()), **velden}

    def plan(self, **velden: Any) -> Stored:
        """Store the plan, or its next version with these fields changed."""
        c, bekend = self.d.calamiteiten, self.d.calamiteiten.beeld(self.calamiteit, log=False).actieplan
        if bekend is None:
            stuk = c.nieuw_actieplan(self.calamiteit)
            basis: dict[str, Any] = {"beschrijving": "Een kind is zoek tijdens het schoolreisje."}
        else:
            stuk, basis = c.open(bekend.record), naar_values(bekend.value)  # type: ignore[arg-type]
        stored, fout = c.bewaar(stuk, {**stuk.values, **basis, **velden})
        assert stored is not None, fout
        assert isinstance(stored.value, Actieplan)
        return stored

    def communicatie(self, groep: str, **velden: Any) -> tuple[Stored | None, list[Any]]:
        """Establish a piece of communication as sent."""
        stuk = self.d.calamiteiten.nieuwe_communicatie(self.calamiteit, groep=groep)
        values = {
            **stuk.values,
            "onderwerp": "Wat er is gebeurd",
            "tekst": "Vandaag raakte een kind de groep kwijt. Het is veilig terug.",
            "alleen_feiten": True,
            "besloten_door": "Dirk Directeur",
            "hoe": "Mail",
            **velden,
        }
        return self.d.calamiteitdaden.verstuur(stuk, values)

    def regels(self) -> list[str]:
        """Return the lines of the log, newest first."""
        log = self.d.calamiteiten.log
        return [r.regel.tekst for r in log.rijen(self.calamiteit, log.regels(self.calamiteit))]
