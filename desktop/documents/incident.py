"""The PDF of one incident: the facts on top, and what the register asks in the order of its form. Nobody signs it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Stuk
from desktop.documents.daarna import daarna
from desktop.documents.dossierstuk import personen_in, wanneer
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Namen
from desktop.documents.styles import BOVENKOP, BREEDTE, TITEL, VET
from desktop.documents.text import Zetter, datum_nl
from desktop.documents.velden import Tonen, paneel, rijtje, secties
from desktop.documents.waarmerk import kort_waarmerk
from desktop.models.core import Record
from desktop.models.incident import Incident

_IN_KOP = frozenset({"datum", "tijd", "soort", "wapen", "seksueel", "grond", "schade", "groep"})


def render_incident(incident: Incident, kader: Kader, *, vervolg: Sequence[Record] = ()) -> Gemaakt:
    """Return the PDF of an incident. Everyone in it stands there as initials: it is about several children at once."""
    namen = Namen([], personen_in(incident))
    zetter = Zetter(namen.tekst)
    tonen = Tonen(zetter, namen, kader.schema, kader.concept)
    titel = incident.titel()
    onder = incident.onderverdeling()
    stukken: list[Stuk] = [
        (BOVENKOP, ["Incidentenregistratie"]),
        (TITEL, zetter.regels(f"{titel}: {onder.lower()}" if onder else titel, TITEL, BREEDTE)),
    ]
    doorgegeven = "\n".join(
        filter(
            None,
            (
                namen.veld(incident.doorgegeven_door),
                datum_nl(incident.doorgegeven_op) if incident.doorgegeven_op else "",
            ),
        )
    )
    feiten = [
        ("Datum", wanneer(incident), 3),
        ("Groep", incident.groep or "–", 2),
        ("Doorgegeven", doorgegeven or "–", 4),
        ("Kenmerk", kader.kenmerk, 3),
    ]
    blokken: list[Blok | NieuwePagina] = [
        Strook([Cel(0, stukken)], onder=6, plakt=True),
        paneel(rijtje(feiten, zetter, stijl=VET)),
        *secties(incident, tonen, _IN_KOP | {"doorgegeven_door", "doorgegeven_op"}),
        *daarna(incident, vervolg, tonen, woord="het incident"),
        *kort_waarmerk(kader, zetter),
    ]
    # a window's title says no more than that it is a paper of the register
    return maak(blokken, opmaak(kader, "Incident", incident.NAAM, ""), zetter)
