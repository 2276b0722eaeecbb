"""What goes to board and coordinator: who they are, when each was sent it, and that no name stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.models.bestuurspakket import Bestuurspakket
from desktop.models.core import Problem, Record, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.rapportage import Bundel, Verstuurd
from desktop.models.school import Schoolprofiel
from desktop.models.schoolplan import Schoolplan
from desktop.models.velden import Soort, naar_values, velden
from desktop.services.rapportvoorstel import namen_in
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Stukken
from desktop.vault.store import Vault


def begin_levering(session: Session) -> Values:
    """Return what a delivery begins with: small counts kept back, and the board and coordinator of the own plan."""
    return {
        "klein_afschermen": True,
        "ontvangers": [
            {"rij": str(session.ids.new()), "wie": wie, "verstuurd_op": None} for wie in _ontvangers(session.vault)
        ],
    }


def _ontvangers(vault: Vault) -> Sequence[str]:
    plan = next((s.value for s in vault.all(Schoolplan.KIND)), None)
    school = next((s.value for s in vault.all(Schoolprofiel.KIND)), None)
    bestuur = school.bestuur if isinstance(school, Schoolprofiel) else ""
    eigen = plan if isinstance(plan, Schoolplan) else Schoolplan()
    return (
        _met("Bestuur", _eerste(bestuur), _eerste(eigen.directeur_bestuurder)),
        _met("Coördinator sociale veiligheid", _eerste(eigen.coordinator)),
    )


def _met(wat: str, *namen: str) -> str:
    erbij = ", ".join(naam for naam in namen if naam)
    return f"{wat}: {erbij}" if erbij else wat


def _eerste(tekst: str) -> str:
    """The first line: below it stands how one is reached."""
    return next((regel.strip() for regel in tekst.splitlines() if regel.strip()), "")


def verstuurd_op(vault: Vault, record: UUID) -> dict[UUID, date]:
    """Return on which day each receiver (by the id of its row) was sent it."""
    vervolg = [s.value for s in vault.followups(record)]
    return {v.ontvanger: v.datum for v in vervolg if isinstance(v, Verstuurd) and v.datum is not None}


def verstuur(
    stukken: Stukken, vault: Vault, record: UUID, ontvanger: UUID, dag: date
) -> tuple[Stored | None, list[Problem]]:
    """Say on which day a delivery was sent to a receiver. Raises UserError before it is established."""
    stored = vault.get(record)
    value = stored.value
    if not isinstance(value, Bundel | Bestuurspakket) or stored.state != "vastgesteld":
        raise UserError("Dit is nog niet vastgesteld.", "Stel het eerst vast: dan staan de cijfers vast.")
    if ontvanger not in {rij.rij for rij in value.ontvangers}:
        raise UserError("Deze ontvanger staat er niet in.", "Kies een ontvanger uit de lijst.")
    stuk = Stuk(record, type(value), stored, naar_values(value), False, (), None)
    return stukken.volg(stuk, Verstuurd, {"ontvanger": str(ontvanger), "datum": dag.isoformat()})


def namen_erin(kind: type[Record], values: Values, namen: Sequence[str], waaruit: str) -> list[Problem]:
    """Return a problem at each text in which one of these names stands; `waaruit` says whose: 'uit het dossier'."""
    problems = []
    for spec in velden(kind):
        tekst = values.get(spec.naam)
        if spec.soort not in (Soort.TEKST, Soort.LANG) or not isinstance(tekst, str):
            continue
        if gevonden := namen_in(tekst, namen):
            wat = ", ".join(f"‘{woord}’" for woord in gevonden[:3])
            problems.append(Problem((spec.naam,), f"Hier staat een naam {waaruit}: {wat}. Haal die weg."))
    return problems
