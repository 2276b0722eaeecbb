"""How each form of this version looks on a button: its icon and the line below its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.models.rolinhoud import Formulier

FORMULIER: Mapping[Formulier, tuple[str, str]] = {
    Formulier.GESPREKSVERSLAG: ("note-pencil", "Van gesprek tot ondertekend verslag"),
    Formulier.LEERLINGGESPREK: ("chats-circle", "Wat de leerling zelf vindt en vertelt"),
    Formulier.UITNODIGING: ("envelope-simple", "Een brief per ouder, met onderwerp en wie erbij is"),
    Formulier.SIGNAAL: ("eye", "Wat is gezien of gehoord, en door wie"),
    Formulier.OVERLEG: ("users-three", "Met collega's, het OT of een externe"),
    Formulier.KINDCHECK: ("baby", "Zijn alle kinderen bij deze ouder veilig"),
    Formulier.TOESTEMMING: ("handshake", "Aan welke voorwaarden is voldaan"),
    Formulier.VT_ADVIES: ("phone-call", "Wat adviseerden zij, en wat doe je ermee"),
    Formulier.LEEG_FORMULIER: ("printer", "Signaal of incident, voor wie geen account heeft"),
    Formulier.ADVIES_GEGEVEN: ("chat-text", "Wat adviseerden jullie, zonder namen"),
    Formulier.DOSSIER: ("folder-open", "De tijdlijn met alles wat is vastgelegd"),
    Formulier.LEERLINGEN: ("graduation-cap", "Zoek een leerling en bekijk wat er is vastgelegd"),
    Formulier.OUDERS: ("users", "Wie heeft gezag, en welke afspraken gelden er"),
    Formulier.CALAMITEIT: ("siren", "Met één klik een logboek, ook zonder internet"),
    Formulier.ACTIEPLAN: ("clipboard-text", "Maatregelen, gesprekken en wie wat hoort; elke versie blijft"),
    Formulier.COMMUNICATIE: ("chat-text", "Per groep: wat, hoe, wanneer en wie besloot"),
    Formulier.DRAAIBOEK: ("clipboard-text", "Een protocol stap voor stap, met reden waar je afwijkt"),
    Formulier.EVALUATIE: ("check-circle", "Wat ging goed, wat niet, en wat verandert"),
    Formulier.AGENDA: ("calendar-check", "Alles met een datum, wat te laat is eerst"),
    Formulier.MELDCODEDOSSIER: ("shield-warning", "De vijf stappen, de inhoud en wat nog mist"),
    Formulier.AFWEGINGSKADER: ("scales", "Vijf vragen, met wat het dossier erover zegt"),
    Formulier.MELDING: ("megaphone", "Eerst bellen, dan het document"),
    Formulier.CIT: ("first-aid", "Advies, of inzet in het gezin"),
    Formulier.PARNASSYS: ("file-arrow-up", "Verslagen die daar nog niet staan"),
    Formulier.EDEXML: ("download-simple", "Uit het bestand van het leerlingsysteem"),
    Formulier.ZOEKEN: ("magnifying-glass", "In leerlingen, ouders en verslagen"),
    Formulier.SCHOOLPROFIEL: ("buildings", "Naam, adres en gegevens voor brieven"),
    Formulier.ONS_PLAN: ("list-bullets", "Namen, methodes en regelingen van jullie school"),
    Formulier.ACCOUNTS: ("user-gear", "Wie mag erin, en wat mag die"),
    Formulier.INCIDENT: ("warning-octagon", "Het register, de trends en wat nog te registreren is"),
    Formulier.JAARVERSLAG: ("chart-bar", "Rapportages van de meldcode en de bundel per jaar"),
    Formulier.BESTUURSPAKKET: ("files", "Cijfers en toelichting van een periode, zonder namen"),
    Formulier.CORRECTIEVERZOEK: ("pencil-simple", "Wat ouders vragen over het dossier, en het antwoord"),
    Formulier.KLACHT: ("chats-circle", "Bij de interne vertrouwenspersoon, in een eigen kluis"),
    Formulier.JAARCYCLUS: ("chart-pie-slice", "Welke taak staat wanneer, en wat is gedaan"),
    Formulier.MONITORING: ("chart-bar", "Vragenlijsten, wat eruit kwam en het besluit"),
    Formulier.SCHOLING: ("graduation-cap", "Wie heeft welke training, en wie nog niet"),
    Formulier.VOG: ("identification-card", "Van wie je de VOG zag, en van wie nog niet"),
    Formulier.SOCIALE_KAART: ("map-trifold", "Wie bel je, en wie is nu bereikbaar"),
}
"""A form that is not here does not exist in this version."""


def op_slot(formulieren: Sequence[Formulier]) -> str:
    """Return the line in the place of forms that need an open vault."""
    wat = "dit formulier" if len(formulieren) == 1 else "deze formulieren"
    return f"{', '.join(f.label for f in formulieren)}. Ontgrendel de kluis om {wat} te openen."
