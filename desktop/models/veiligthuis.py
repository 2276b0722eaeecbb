"""With Veilig Thuis and the CIT: advice, their questions and decisions, school as informant. velden 12."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, State, Veld
from desktop.models.dossier import MetLeerling
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import verder

_PLAN_ADVIES = "Meldcode › Werkwijze Veilig Thuis"
PLAN_MELDING = "Meldcode › Melding bij Veilig Thuis"
PLAN_AVG = "Meldcode › Delen (AVG)"


class Meldcodestap(Keuze):
    """The five steps of the meldcode."""

    EEN = "1", "1. Signalen in kaart"
    TWEE = "2", "2. Overleg en advies"
    DRIE = "3", "3. Gesprek"
    VIER = "4", "4. Wegen"
    VIJF = "5", "5. Beslissen"


class VtAdvies(MetLeerling):
    """Advice of Veilig Thuis; possible in every step, on a signal or a dossier. School stays responsible."""

    KIND = "vtadvies"
    NAAM = "Advies van Veilig Thuis"

    bij: UUID | None = None
    """The signal it is about, where there is no meldcode dossier yet."""
    door: Annotated[Tekst, Veld("Gevraagd door", namen=True, breed=7, verplicht="vaststellen")] = ""
    stap: Annotated[Meldcodestap | None, Veld("Stap van de meldcode", breed=6, verplicht="vaststellen")] = None
    anoniem: Annotated[
        bool | None,
        Veld("Anoniem gevraagd?", breed=6, verplicht="vaststellen", plan=PLAN_AVG),
    ] = None
    anoniem_reden: Annotated[
        Tekst,
        Veld(
            "Waarom anoniem",
            hulp="Bijvoorbeeld: een vroeg stadium, angst voor reacties. Ouders en leerling hoeven het niet te weten.",
            verplicht="vaststellen",
            toon=(Als("anoniem", (True,)),),
            plan=PLAN_AVG,
        ),
    ] = ""
    kenmerk: Annotated[
        Tekst,
        Veld(
            "Nummer of code bij Veilig Thuis",
            hulp="Zij bewaren school en contactpersoon erbij; zo kun je erop terugkomen.",
            breed=6,
            plan="Intern begeleider › Overleg HGKM",
        ),
    ] = ""
    medewerker: Annotated[Tekst, Veld("Wie sprak je", namen=True, breed=6)] = ""
    ernst: Annotated[Tekst, Veld("Ernst volgens Veilig Thuis", lang=True, verplicht="vaststellen")] = ""
    advies: Annotated[
        Tekst,
        Veld(
            "Wat is geadviseerd",
            lang=True,
            hulp="Hoe je het bespreekt, wat je zelf kunt doen, wie erbij kan komen, juridische stappen.",
            verplicht="vaststellen",
            plan=_PLAN_ADVIES,
        ),
    ] = ""
    besluit: Annotated[
        Tekst,
        Veld(
            "Wat is samen besloten",
            lang=True,
            hulp="Bij eergerelateerd geweld bepaal je met Veilig Thuis samen de stappen.",
        ),
    ] = ""
    terug_op: Annotated[date | None, Veld("Terugkomen op", breed=5)] = None
    terug: Annotated[Tekst, Veld("Wat is met het advies gedaan", lang=True)] = ""

    def parent(self) -> UUID | None:
        """It follows the signal or belongs to the dossier."""
        return self.bij or self.dossier

    def titel(self) -> str:
        """Return what it is."""
        return self.NAAM

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The day to come back to it, until that is done."""
        if state == "ingetrokken" or self.terug_op is None or self.terug.strip() or verder(followups):
            return ()
        return (Due(item="terug", kind="terug", role=Rol.IB.value, due_on=self.terug_op),)


class Reactie(Keuze):
    """What came from Veilig Thuis after a melding."""

    VRAAG = "vraag", "Vraag: wat is nodig voor veiligheid, welke hulp"
    EINDE = "einde", "Besluit: einde bemoeienis"
    OVERDRACHT = "overdracht", "Besluit: overdracht aan hulpverlening"
    VOORWAARDEN = "voorwaarden", "Besluit: voorwaarden en vervolg"
    ONDERZOEK = "onderzoek", "Besluit: eigen onderzoek"
    MONITOREN = "monitoren", "Besluit: monitoren"


_BESLUIT = (Als("soort", tuple(r.value for r in Reactie if r is not Reactie.VRAAG)),)


class Terugkoppeling(MetLeerling):
    """What Veilig Thuis asked or decided, and what it means for school."""

    KIND = "terugkoppeling"
    NAAM = "Terugkoppeling van Veilig Thuis"

    melding: UUID
    soort: Annotated[Reactie | None, Veld("Wat kwam er", verplicht="bewaren", plan=PLAN_MELDING, zoek="titel")] = None
    van: Annotated[Tekst, Veld("Van wie", namen=True, breed=7)] = ""
    inhoud: Annotated[Tekst, Veld("Inhoud", lang=True, namen=True, verplicht="vaststellen")] = ""
    antwoord: Annotated[
        Tekst,
        Veld(
            "Ons antwoord",
            lang=True,
            namen=True,
            hulp="Wat is nodig voor veiligheid, en welke hulp. Leg het voor aan aandachtsfunctionaris of directeur.",
            toon=(Als("soort", ("vraag",)),),
            verplicht="vaststellen",
        ),
    ] = ""
    voorgelegd_aan: Annotated[Tekst, Veld("Voorgelegd aan", namen=True, toon=(Als("soort", ("vraag",)),))] = ""
    verantwoordelijk: Annotated[
        Tekst, Veld("Wie is verantwoordelijk voor het vervolg", namen=True, toon=_BESLUIT, verplicht="vaststellen")
    ] = ""
    partijen: Annotated[Tekst, Veld("Aan wie overgedragen", namen=True, toon=(Als("soort", ("overdracht",)),))] = ""
    voorwaarden: Annotated[
        Tekst,
        Veld("Veiligheidsvoorwaarden", lang=True, namen=True, toon=(Als("soort", ("voorwaarden", "monitoren")),)),
    ] = ""
    rol_school: Annotated[Tekst, Veld("Rol van school", lang=True, toon=_BESLUIT)] = ""
    rapport_op: Annotated[date | None, Veld("Rapportage ontvangen op", breed=5, toon=_BESLUIT)] = None
    kijk_op: Annotated[date | None, Veld("Volgende keer kijken op", breed=5)] = None
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen")] = ()

    def besluit(self) -> bool:
        """Whether Veilig Thuis decided; a question of theirs leaves the clock running."""
        return self.soort not in (None, Reactie.VRAAG)

    def parent(self) -> UUID | None:
        """It follows the melding."""
        return self.melding

    def titel(self) -> str:
        """Return what came."""
        return self.soort.label if self.soort else self.NAAM

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The next look."""
        if state == "ingetrokken" or self.kijk_op is None or verder(followups):
            return ()
        return (Due(item="kijken", kind="volgen", role=Rol.IB.value, due_on=self.kijk_op),)


class Weg(Keuze):
    """How Veilig Thuis asked school for information."""

    MONDELING = "mondeling", "Mondeling"
    TELEFOON = "telefoon", "Per telefoon"
    SCHRIFT = "schrift", "Schriftelijk, met een vragenlijst"


class Informant(MetLeerling):
    """School as informant of Veilig Thuis: with the parents' consent, or after an own weighing without it."""

    KIND = "informant"
    NAAM = "Informatie gegeven aan Veilig Thuis"
    _PLAN = "Meldcode › School als informant"

    weg: Annotated[Weg | None, Veld("Langs welke weg gevraagd", breed=7, verplicht="vaststellen", plan=_PLAN)] = None
    instemming: Annotated[
        bool | None,
        Veld("Stemmen ouders in, volgens Veilig Thuis?", verplicht="vaststellen", plan=_PLAN),
    ] = None
    eigen_afweging: Annotated[
        Tekst,
        Veld(
            "Onze afweging zonder instemming",
            lang=True,
            hulp="Wat doet het met de leerling, en met de samenwerking met ouders?",
            toon=(Als("instemming", (False,)),),
            verplicht="vaststellen",
            plan=_PLAN,
        ),
    ] = ""
    verstrekt: Annotated[Tekst, Veld("Wat is verstrekt", lang=True, namen=True, verplicht="vaststellen")] = ""
    verslag_op: Annotated[
        date | None, Veld("Verslag ontvangen op", breed=5, toon=(Als("weg", ("mondeling", "telefoon")),), plan=_PLAN)
    ] = None
    akkoord: Annotated[
        bool | None,
        Veld("Verslag geaccordeerd?", breed=7, toon=(Als("weg", ("mondeling", "telefoon")),), plan=_PLAN),
    ] = None
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen")] = ()

    def titel(self) -> str:
        """Return what it is."""
        return self.NAAM

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)


class CitSoort(Keuze):
    """What was asked of the CIT."""

    ADVIES = "advies", "Advies (anoniem)"
    INZET = "inzet", "Inzet in het gezin"


class CitContact(MetLeerling):
    """Contact with the Crisis Interventie Team; with one of its two conditions missing it is Veilig Thuis instead."""

    KIND = "citcontact"
    NAAM = "Contact met het CIT"
    _PLAN = "Meldcode › CIT"

    verwacht_op: date | None = None
    """When the team should be ready (the term of the school's profile), filled in when it is established."""
    soort: Annotated[CitSoort | None, Veld("Wat is gevraagd", verplicht="vaststellen", breed=7)] = None
    samen: Annotated[
        bool | None,
        Veld(
            "Staan ouders open voor samenwerking?",
            breed=6,
            verplicht="vaststellen",
            toon=(Als("soort", ("inzet",)),),
            plan=_PLAN,
        ),
    ] = None
    geen_ander: Annotated[
        bool | None,
        Veld(
            "Is er géén andere hulp in het gezin?",
            breed=6,
            verplicht="vaststellen",
            toon=(Als("soort", ("inzet",)),),
            plan=_PLAN,
        ),
    ] = None
    gesproken: Annotated[Tekst, Veld("Met wie gesproken", namen=True)] = ""
    besluit: Annotated[Tekst, Veld("Besluit van het CIT", lang=True, verplicht="vaststellen", plan=_PLAN)] = ""
    klaar_op: Annotated[date | None, Veld("Afgesloten of overgedragen op", breed=5)] = None
    aan: Annotated[Tekst, Veld("Overgedragen aan", breed=7)] = ""

    def titel(self) -> str:
        """Return what it is."""
        return self.NAAM

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The day by which the team is ready, where it acts and has not said so."""
        if state != "vastgesteld" or self.soort is not CitSoort.INZET or self.klaar_op is not None:
            return ()
        if self.verwacht_op is None or verder(followups):
            return ()
        return (Due(item="cit", kind="cit", role=Rol.IB.value, due_on=self.verwacht_op),)

    def regels(self, today: date) -> Sequence[Problem]:
        """Plan: the CIT acts only with cooperating parents and without other help in the family."""
        if self.soort is CitSoort.INZET and False in (self.samen, self.geen_ander):
            zin = "Het CIT kan dan niet in actie komen. Is het onveilig? Bel Veilig Thuis."
            return (Problem(("soort",), zin),)
        return ()
