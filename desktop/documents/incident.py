"""The PDF of one incident: the facts on top, and what the register asks in the order of its form. Nobody signs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Stuk
from desktop.documents.daarna import daarna
from desktop.documents.dossierstuk import personen_in, wanneer
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Namen
from desktop.documents.styles import BOVENKOP, BREEDTE, TITEL, VET
from desktop.documents.text import Zetter, datum_nl
from desktop.documents.velden import Tonen, paneel, rijtje, secties
from desktop.documents.waarmerk import kort_waarmerk
from desktop.models.core import Record, Wie
from desktop.models.incident import Incident, IncidentSoort
from desktop.models.namen import initialen

_IN_KOP = frozenset({"datum", "tijd", "soort", "wapen", "seksueel", "grond", "schade", "groep"})


def render_incident(incident: Incident, kader: Kader, *, vervolg: Sequence[Record] = ()) -> Gemaakt:
    """Return the PDF of an incident. Everyone in it stands there as initials: it is about several children at once."""
    namen = Initialen([wie for wie in personen_in(incident) if wie.persoon is not None], personen_in(incident))
    zetter = Zetter(namen.tekst)
    tonen = Tonen(zetter, namen, kader.schema, kader.concept)
    stukken: list[Stuk] = [
        (BOVENKOP, ["Incidentenregistratie"]),
        (TITEL, zetter.regels(_titel(incident), TITEL, BREEDTE)),
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


class Initialen(Namen):
    """Initials for everyone, also where the account calls a child of this incident by the first name alone."""

    def __init__(self, bekend: Iterable[Wie], anderen: Iterable[Wie]) -> None:
        super().__init__([], anderen)
        roepnamen = {naam: initialen(wie.naam) for wie in bekend if len(naam := wie.naam.partition(" ")[0]) > 1}
        woorden = "|".join(re.escape(naam) for naam in sorted(roepnamen, key=len, reverse=True))
        self._roepnamen = roepnamen
        self._los = re.compile(rf"(?<!\w)(?:{woorden})(?!\w)") if roepnamen else None

    def tekst(self, tekst: str) -> str:
        """Return a text with initials for full names, and for the first names of those who are in it."""
        tekst = super().tekst(tekst)
        return self._los.sub(lambda m: self._roepnamen[m[0]], tekst) if self._los else tekst


def _titel(incident: Incident) -> str:
    """The kind with its subdivision; one that says all by itself stands alone."""
    onder = incident.onderverdeling()
    if not onder or incident.soort in (IncidentSoort.SEKSUEEL, IncidentSoort.VERNIELING):
        return onder or incident.titel()
    return f"{incident.titel()}: {onder[:1].lower()}{onder[1:]}"
