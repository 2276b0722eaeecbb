"""How a step of a draaiboek reads: who, by when, how it stands."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.models.draaiboek import UITVOERDERS, Loopstap, Stand, Stap, is_open
from desktop.views.forms.lezen import toon_datum, toon_tijd

HERKOMST = {"plan": "Uit het plan", "sjabloon": "Sjabloon", "school": "Van de school"}


def wie(stap: Stap) -> str:
    """Return who carries a step out."""
    return UITVOERDERS.get(stap.wie, stap.wie)


def termijn(stap: Stap, begonnen: date | None, vandaag: date) -> tuple[str, bool]:
    """Return by when an open step is done in words, and whether that is past; ('', False) where there is no term."""
    if stap.termijn is None or begonnen is None:
        return "", False
    dag = begonnen + timedelta(days=stap.termijn)
    if dag < vandaag:
        return f"te laat sinds {toon_datum(dag, kort=True)}", True
    if dag == vandaag:
        return "vandaag", False
    return f"uiterlijk {toon_datum(dag, kort=True)}", False


def in_dagen(stap: Stap) -> str:
    """Return the term of a step of which no run goes, in words."""
    if stap.termijn is None:
        return ""
    if stap.termijn == 0:
        return "dezelfde dag"
    return "binnen 1 dag" if stap.termijn == 1 else f"binnen {stap.termijn} dagen"


def stand(uitkomst: Loopstap | None) -> str:
    """Return how a step stands: what was done, when, by whom; '' while it is open."""
    if uitkomst is None or is_open(uitkomst) or uitkomst.stand is None:
        return ""
    delen = [uitkomst.stand.label]
    if uitkomst.gedaan_op is not None and uitkomst.stand is not Stand.OVERGESLAGEN:
        om = f" {toon_tijd(uitkomst.gedaan_om)}" if uitkomst.gedaan_om else ""
        delen.append(f"{toon_datum(uitkomst.gedaan_op, kort=True)}{om}")
    if uitkomst.door:
        delen.append(f"door {uitkomst.door}")
    return " · ".join(delen)


def aantal_stappen(n: int) -> str:
    """Return a number of steps in words."""
    return "1 stap" if n == 1 else f"{n} stappen"
