"""The one table that says which role may do what. It limits the program, not the mathematics: all reach one key."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.core import Actor, Keuze
from desktop.models.errors import Geweigerd


class Rol(Keuze):
    """The roles an account can have, and those that work is counted on in the infographic."""

    DIRECTEUR = "directeur", "Directeur"
    IB = "ib", "Intern begeleider"
    AANDACHTSFUNCTIONARIS = "aandachtsfunctionaris", "Aandachtsfunctionaris"
    LEERKRACHT = "leerkracht", "Leerkracht"
    ADMINISTRATIE = "administratie", "Administratie"
    VERTROUWENSPERSOON = "vertrouwenspersoon", "Vertrouwenspersoon"


class Actie(Keuze):
    """What can be allowed or not; the label completes the sentence 'je mag dit niet: ...'."""

    LEERLINGEN_ZIEN = "leerlingen_zien", "leerlingen en ouders bekijken"
    PERSONEN_BEHEREN = "personen_beheren", "ouders, gezag en gegevens van personen wijzigen"
    PERSONEN_SAMENVOEGEN = "personen_samenvoegen", "twee personen samenvoegen"
    EDEXML = "edexml", "leerlingen inlezen uit EDEXML"
    UITNODIGEN = "uitnodigen", "ouders uitnodigen voor een gesprek"
    VERSLAG_LEZEN = "verslag_lezen", "gespreksverslagen lezen"
    VERSLAG_SCHRIJVEN = "verslag_schrijven", "een gespreksverslag schrijven"
    VASTSTELLEN = "vaststellen", "een verslag vaststellen"
    INTREKKEN = "intrekken", "een stuk intrekken dat vaststaat of van een ander is"
    SIGNAAL_GEVEN = "signaal_geven", "een signaal vastleggen"
    DOSSIER_LEZEN = "dossier_lezen", "het dossier van een leerling lezen"
    DOSSIER_SCHRIJVEN = "dossier_schrijven", "stukken in het dossier vastleggen"
    MELDCODE_LEZEN = "meldcode_lezen", "een dossier meldcode lezen"
    MELDCODE = "meldcode", "een dossier meldcode voeren, wegen en melden"
    RAPPORTEREN = "rapporteren", "rapportages meldcode maken"
    ONDERTEKENEN = "ondertekenen", "de uitkomst per ouder vastleggen"
    AFDRUKKEN = "afdrukken", "een PDF maken of afdrukken"
    SCHOOL = "school", "het schoolprofiel en het eigen plan wijzigen"
    ACCOUNTS = "accounts", "accounts toevoegen en sluiten"
    HERSTELBLAD = "herstelblad", "een nieuw herstelblad maken"
    BACKUP = "backup", "een reservekopie maken"
    CALAMITEIT = "calamiteit", "een calamiteit openen, leiden en sluiten"
    LOGBOEK_SCHRIJVEN = "logboek_schrijven", "in het logboek van een calamiteit schrijven"
    DRAAIBOEK = "draaiboek", "een draaiboek starten en bijhouden"
    INCIDENT_GEVEN = "incident_geven", "een incident doorgeven"
    INCIDENT = "incident", "incidenten lezen en registreren"
    JAARTAAK = "jaartaak", "taken van het schooljaar zien en afhandelen"
    SCHOOLJAAR = "schooljaar", "de jaarcyclus, monitoring en scholing bijhouden"
    BESTUUR = "bestuur", "stukken voor het bestuur maken"
    KLACHT = "klacht", "klachten bij de vertrouwenspersoon lezen en vastleggen"
    LOGBOEK_ZIEN = "logboek_zien", "zien wie wat heeft bekeken"


_ALLES = frozenset(Actie) - {Actie.KLACHT}
_VERSLAG = frozenset(
    {
        Actie.LEERLINGEN_ZIEN,
        Actie.UITNODIGEN,
        Actie.VERSLAG_LEZEN,
        Actie.VERSLAG_SCHRIJVEN,
        Actie.VASTSTELLEN,
        Actie.ONDERTEKENEN,
        Actie.AFDRUKKEN,
        Actie.SIGNAAL_GEVEN,
        Actie.DOSSIER_LEZEN,
        Actie.DOSSIER_SCHRIJVEN,
        Actie.LOGBOEK_SCHRIJVEN,
        Actie.DRAAIBOEK,
        Actie.INCIDENT_GEVEN,
        Actie.JAARTAAK,
    }
)

RECHTEN: Mapping[Rol, frozenset[Actie]] = {
    Rol.DIRECTEUR: _ALLES,
    Rol.IB: _ALLES - {Actie.LOGBOEK_ZIEN},
    # Plan: who advises at the meldcode reads along; IB and director carry it out.
    Rol.AANDACHTSFUNCTIONARIS: _VERSLAG | {Actie.MELDCODE_LEZEN, Actie.BACKUP},
    # Plan: the teacher writes reports and gives signals; the vault and the meldcode are run by IB and director.
    Rol.LEERKRACHT: _VERSLAG - {Actie.VASTSTELLEN},
    Rol.ADMINISTRATIE: frozenset(
        {
            Actie.LEERLINGEN_ZIEN,
            Actie.PERSONEN_BEHEREN,
            Actie.EDEXML,
            Actie.UITNODIGEN,
            Actie.AFDRUKKEN,
            Actie.BACKUP,
            # Plan (calamities, general advice): administrative help keeps the log along.
            Actie.LOGBOEK_SCHRIJVEN,
        }
    ),
    # A vault of its own: what is told in confidence is not in the school's, and nothing of the school is in this one.
    Rol.VERTROUWENSPERSOON: frozenset(
        {
            Actie.KLACHT,
            Actie.AFDRUKKEN,
            Actie.SCHOOL,
            Actie.ACCOUNTS,
            Actie.HERSTELBLAD,
            Actie.BACKUP,
            Actie.LOGBOEK_ZIEN,
            Actie.JAARTAAK,
        }
    ),
}


def past_niet(rol: Rol, eerste: Rol) -> str:
    """Return why a role cannot be in the vault of which `eerste` is the first account; '' where it can.

    Every account of a vault reaches the same key (DESIGN: true separation is a second vault).
    """
    if rol is Rol.VERTROUWENSPERSOON and eerste is not Rol.VERTROUWENSPERSOON:
        return "Een vertrouwenspersoon hoort niet in de kluis van de school: klachten staan in een eigen kluis."
    if rol is not Rol.VERTROUWENSPERSOON and eerste is Rol.VERTROUWENSPERSOON:
        return "In een kluis voor klachten kan alleen een vertrouwenspersoon: wat verteld wordt, blijft daar."
    return ""


def mag(actor: Actor, actie: Actie) -> bool:
    """Whether this account may do this."""
    return actie in RECHTEN[Rol.van(actor.role)]


def eis(actor: Actor, actie: Actie) -> None:
    """Raise `Geweigerd` with a sentence unless this account may do this."""
    if not mag(actor, actie):
        rol = Rol.van(actor.role)
        wie = " of ".join(r.label.lower() for r in (Rol.IB, Rol.DIRECTEUR) if actie in RECHTEN[r])
        raise Geweigerd(f"Met de rol {rol.label.lower()} mag je dit niet: {actie.label}.", f"Vraag het de {wie}.")
