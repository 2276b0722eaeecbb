"""How an incident is written on screen: by who registers it, and by who passes it on."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.core import Values
from desktop.models.incident import Incident, IncidentSoort
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.dossier.soorten import StukSoort
from desktop.views.gesprekken.gegevens import Begin
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.navigatie import Plek

INCIDENTEN = Plek("incidenten")
DOORGEVEN = "Geef door"


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    leerlingen = (begin.leerling,) if begin.leerling is not None else ()
    return diensten.incidenten.nieuw(leerlingen, begin.calamiteit, begin.loop)


def _titel(values: Values) -> str:
    soort = next((s for s in IncidentSoort if s.value == values.get("soort")), None)
    return f"Incident: {soort.label[0].lower()}{soort.label[1:]}" if soort else "Nieuw incident"


REGISTREREN = Schrijfsoort(
    kind=Incident,
    nieuw=_nieuw,
    sleutel="incident",
    hoofdactie="Registreer",
    na_vaststellen="Het staat in het register en telt mee in de trends en het jaarverslag. Daarna kan er alleen nog "
    "een aanvulling bij.",
    titel=_titel,
    mag_vaststellen=Actie.INCIDENT,
    vraag_titel="Incident registreren?",
    vraag="Vanaf nu kan het niet meer gewijzigd worden, alleen aangevuld. Vangnet maakt er één keer een PDF van.",
    volgen=Actie.INCIDENT,
    stukken=lambda diensten: diensten.incidenten,
    hele_kluis=True,
)
GEVEN = replace(
    REGISTREREN,
    hoofdactie=DOORGEVEN,
    na_vaststellen="De directeur ziet het in de agenda en registreert het. Jij ziet het dan niet meer terug.",
    mag_vaststellen=Actie.INCIDENT_GEVEN,
)
"""For who may not read the register: their main action is to hand it to the director."""
INCIDENT = StukSoort("Incident doorgeven", "incidenten", REGISTREREN)
"""As the menu of a pupil offers it."""


def schrijfsoort(diensten: Diensten) -> Schrijfsoort:
    """Return how this account writes an incident."""
    return REGISTREREN if diensten.session.mag(Actie.INCIDENT) else GEVEN
