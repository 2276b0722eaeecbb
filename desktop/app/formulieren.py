"""Where each form of this version is; a form that is not here does not exist yet and shows nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.rolinhoud import Formulier
from desktop.views.navigatie import Plek

FORMULIEREN: Mapping[Formulier, Plek] = {
    Formulier.GESPREKSVERSLAG: Plek("leerlingen", extra="verslag"),
    Formulier.LEERLINGGESPREK: Plek("leerlingen", extra="verslag:leerling"),
    Formulier.UITNODIGING: Plek("leerlingen", extra="uitnodiging"),
    Formulier.SIGNAAL: Plek("leerlingen", extra="signaal"),
    Formulier.OVERLEG: Plek("leerlingen", extra="overleg"),
    Formulier.KINDCHECK: Plek("leerlingen", extra="kindcheck"),
    Formulier.TOESTEMMING: Plek("leerlingen", extra="toestemming"),
    Formulier.VT_ADVIES: Plek("leerlingen", extra="vtadvies"),
    Formulier.LEEG_FORMULIER: Plek("leegformulier"),
    Formulier.ADVIES_GEGEVEN: Plek("adviezen"),
    Formulier.DOSSIER: Plek("leerlingen"),
    Formulier.LEERLINGEN: Plek("leerlingen"),
    Formulier.OUDERS: Plek("leerlingen"),
    Formulier.AGENDA: Plek("agenda"),
    Formulier.MELDCODEDOSSIER: Plek("zaken"),
    Formulier.AFWEGINGSKADER: Plek("zaken", extra="kies:weging"),
    Formulier.MELDING: Plek("zaken", extra="kies:melding"),
    Formulier.CIT: Plek("zaken", extra="kies:citcontact"),
    Formulier.PARNASSYS: Plek("parnassys"),
    Formulier.EDEXML: Plek("edexml"),
    Formulier.ZOEKEN: Plek("zoeken"),
    Formulier.SCHOOLPROFIEL: Plek("instellingen", extra="school"),
    Formulier.CALAMITEIT: Plek("calamiteiten", extra="direct"),
    Formulier.ACTIEPLAN: Plek("calamiteit-kies", extra="actieplan"),
    Formulier.COMMUNICATIE: Plek("calamiteit-kies", extra="communicatie"),
    Formulier.DRAAIBOEK: Plek("draaiboeken"),
    Formulier.EVALUATIE: Plek("calamiteit-kies", extra="evaluatie"),
    Formulier.ONS_PLAN: Plek("instellingen", extra="plan"),
    Formulier.ACCOUNTS: Plek("instellingen", extra="accounts"),
    Formulier.SOCIALE_KAART: Plek("sociale-kaart"),
    Formulier.INCIDENT: Plek("incidenten"),
    Formulier.JAARVERSLAG: Plek("rapportage"),
    Formulier.BESTUURSPAKKET: Plek("bestuurspakket"),
    Formulier.CORRECTIEVERZOEK: Plek("leerlingen", extra="correctieverzoek"),
    Formulier.KLACHT: Plek("klachten"),
    Formulier.JAARCYCLUS: Plek("schooljaar"),
    Formulier.MONITORING: Plek("jaarstukken"),
    Formulier.SCHOLING: Plek("scholingen"),
    Formulier.VOG: Plek("vog"),
}
"""How it looks on a button stands in `views.plan.formulieren`."""
