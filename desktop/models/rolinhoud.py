"""What a page about a role or the meldcode says, and which forms it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.models.core import Keuze

Rubriek = Literal["rol", "meldcode"]

ROLLEN = (
    "leerling",
    "ouders",
    "leerkracht",
    "ondersteunend",
    "ib",
    "aandachtsfunctionaris",
    "vertrouwenspersoon",
    "directeur",
    "extern",
)
"""The nine roles of the plan by their key; where an account can have the role, the key is that of `rechten.Rol`."""


class Formulier(Keuze):
    """A form or list that a page can lead to; the label stands on its button."""

    GESPREKSVERSLAG = "gespreksverslag", "Gespreksverslag schrijven"
    LEERLINGGESPREK = "leerlinggesprek", "Gesprek met de leerling vastleggen"
    UITNODIGING = "uitnodiging", "Ouders uitnodigen"
    LEERLINGEN = "leerlingen", "Leerlingen en hun dossier"
    OUDERS = "ouders", "Ouders en gezag"
    AGENDA = "agenda", "Agenda"
    PARNASSYS = "parnassys", "Nog niet in ParnasSys"
    EDEXML = "edexml", "Leerlingen inlezen"
    ZOEKEN = "zoeken", "Zoeken in alles"
    SCHOOLPROFIEL = "schoolprofiel", "Schoolprofiel"
    ONS_PLAN = "ons-plan", "Ons plan invullen"
    ACCOUNTS = "accounts", "Accounts en rollen"
    SOCIALE_KAART = "sociale-kaart", "Sociale kaart"
    JAARCYCLUS = "jaarcyclus", "Jaarcyclus"
    MONITORING = "monitoring", "Monitoring vastleggen"
    SIGNAAL = "signaal", "Signaal vastleggen"
    KINDCHECK = "kindcheck", "Kindcheck doen"
    OVERLEG = "overleg", "Overleg vastleggen"
    DOSSIER = "dossier", "Dossier van een leerling"
    MELDCODEDOSSIER = "meldcodedossier", "Dossier meldcode"
    AFWEGINGSKADER = "afwegingskader", "Afwegingskader doorlopen"
    VT_ADVIES = "vt-advies", "Advies van Veilig Thuis vastleggen"
    MELDING = "melding", "Melding bij Veilig Thuis voorbereiden"
    LEEG_FORMULIER = "leeg-formulier", "Leeg formulier afdrukken"
    ADVIES_GEGEVEN = "advies-gegeven", "Advies aan andere scholen"
    TOESTEMMING = "toestemming", "Toestemming vastleggen"
    CIT = "cit", "Contact met het CIT vastleggen"
    CORRECTIEVERZOEK = "correctieverzoek", "Verzoek om correctie behandelen"
    INCIDENT = "incident", "Incident registreren"
    JAARVERSLAG = "jaarverslag", "Jaarverslag maken"
    CALAMITEIT = "calamiteit", "Calamiteit openen"
    ACTIEPLAN = "actieplan", "Actieplan maken"
    COMMUNICATIE = "communicatie", "Communicatie vastleggen"
    EVALUATIE = "evaluatie", "Evaluatie vastleggen"
    KLACHT = "klacht", "Klacht vastleggen"
    DRAAIBOEK = "draaiboek", "Draaiboek starten"
    BESTUURSPAKKET = "bestuurspakket", "Stukken voor het bestuur"
    SCHOLING = "scholing", "Scholing bijhouden"
    VOG = "vog", "VOG controleren"


@dataclass(frozen=True, slots=True)
class RolInhoud:
    """One page: `taken` in short, `genummerd` where their order counts, `formulieren` it leads to."""

    sleutel: str
    titel: str
    rubriek: Rubriek
    icoon: str
    intro: str
    taken: tuple[str, ...]
    kop_taken: str
    genummerd: bool = False
    formulieren: tuple[Formulier, ...] = ()
