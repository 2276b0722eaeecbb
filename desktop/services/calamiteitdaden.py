"""What is done to a calamity with one click: each changes a record and tells it in the log, in one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import JsonValue

from desktop.models.actieplan import Actieplan, RouteStap
from desktop.models.calamiteit import Calamiteit
from desktop.models.check import check
from desktop.models.communicatie import Communicatie
from desktop.models.core import Problem, Record, Values
from desktop.models.errors import UserError
from desktop.models.logregel import RegelSoort
from desktop.models.opslag import Append, Stored
from desktop.models.rechten import Actie
from desktop.models.tijdwoorden import toon_datum
from desktop.models.velden import naar_values
from desktop.services.calamiteit import Calamiteiten
from desktop.services.session import Session
from desktop.services.stuk import Stuk

Welke = Literal["feit", "professional"]
STAPPEN: dict[str, tuple[RouteStap, ...]] = {
    "feit": tuple(RouteStap),
    # plan: at misconduct of staff one calls the vertrouwensinspecteur, and decides with that person
    "professional": (RouteStap.INSPECTEUR, RouteStap.AANGIFTE),
}
"""The steps of both routes, in the order of the plan."""
_VELD = {"feit": "route_feit", "professional": "route_professional"}
_VRAAG = {"feit": "strafbaar", "professional": "professional"}


class Calamiteitdaden:
    """Raises Geweigerd where this account may not, UserError where the calamity is closed; Conflict where someone else
    stored another version in between.
    """

    def __init__(self, session: Session, calamiteiten: Calamiteiten) -> None:
        self._s = session
        self._c = calamiteiten

    def verstuur(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish a piece of communication as sent, and write in the log what went to whom, when and by whose word.

        Returns problems where something the plan asks is missing: why indirect parents too, who decided, how.
        """
        self._s.eis(Actie.CALAMITEIT)
        value, problems = check(Communicatie, values, "vaststellen", self._s.vandaag())
        if value is None:
            return None, problems
        assert isinstance(value, Communicatie)
        assert value.groep is not None
        wat = f": {value.onderwerp}" if value.onderwerp else ""
        # a time that nobody gave is not made up: then the line is of now, and says the day
        gebeurd = datetime.combine(value.op, value.om) if value.op and value.om else None
        dag = f", {toon_datum(value.op)}" if value.op and not value.om and value.op != self._s.vandaag() else ""
        self._c.log.schrijf(
            value.calamiteit,
            f"{value.groep.label} ingelicht{wat} ({value.hoe}{dag})",
            RegelSoort.COMMUNICATIE,
            gebeurd,
            besloten_door=value.besloten_door,
            vrijgegeven=value.groep.label,
            stuk=stuk.record,
            samen=(Append(stuk.record, value, stuk.base, "vastgesteld"),),
        )
        self._s.vault.drop_draft(self._s.actor.account, stuk.record)
        return self._s.vault.get(stuk.record), []

    def ingelicht(self, calamiteit: UUID) -> Stored:
        """Note that the directeur-bestuurder has been told now, by this account."""
        nu = self._s.nu()
        stored = self._hoofd(calamiteit)
        velden: Values = {
            "bestuurder_op": nu.date().isoformat(),
            "bestuurder_om": nu.time().replace(second=0, microsecond=0).isoformat(),
            "bestuurder_door": self._s.actor.naam,
        }
        item = self._anders(stored, velden)
        zin = "Directeur-bestuurder ingelicht"
        self._c.log.schrijf(calamiteit, zin, RegelSoort.COMMUNICATIE, vrijgegeven="Directeur-bestuurder", samen=(item,))
        return self._s.vault.get(calamiteit)

    def leg_stap_vast(self, calamiteit: UUID, welke: Welke, stap: RouteStap, besluit: str) -> Stored:
        """Add a step of a route, done now, to the action plan: a new version, and a decision in the log.

        Raises UserError without a plan, or without a decision.
        """
        if not besluit.strip():
            raise UserError("Schrijf op wat er is besloten.", "Eén zin is genoeg.")
        nu = self._s.nu()
        plan = self._c.beeld(calamiteit, log=False).actieplan
        if plan is None or not isinstance(plan.value, Actieplan):
            raise UserError("Er is nog geen actieplan.", "Maak eerst het actieplan.")
        rij: dict[str, JsonValue] = {
            "rij": str(self._s.ids.new()),
            "stap": stap.value,
            "op": nu.date().isoformat(),
            "om": nu.time().replace(second=0, microsecond=0).isoformat(),
            "besluit": besluit.strip(),
        }
        rijen: list[JsonValue] = [naar_values(r) for r in getattr(plan.value, _VELD[welke])]
        item = self._anders(plan, {_VRAAG[welke]: True, _VELD[welke]: [*rijen, rij]})
        zin = f"{stap.label}: {besluit.strip()}"
        self._c.log.schrijf(calamiteit, zin, RegelSoort.BESLUIT, sleutel=True, stuk=plan.record, samen=(item,))
        return self._s.vault.get(plan.record)

    def _hoofd(self, calamiteit: UUID) -> Stored:
        self._s.eis(Actie.CALAMITEIT)
        stored = self._s.vault.get(calamiteit)
        if not isinstance(stored.value, Calamiteit):
            raise UserError("Dit is geen calamiteit.", "Kies er een in de lijst.")
        return stored

    def _anders(self, stored: Stored, velden: Values) -> Append:
        assert stored.value is not None
        kind: type[Record] = type(stored.value)
        value, problems = check(kind, {**naar_values(stored.value), **velden}, "bewaren", self._s.vandaag())
        if value is None:
            raise UserError(problems[0].zin, "Vul eerst de gegevens aan.")
        return Append(stored.record, value, stored.revision)
