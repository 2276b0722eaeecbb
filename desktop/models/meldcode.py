"""The meldcode dossier of a pupil: opened from signals, gathers what exists, is closed with its outcome. velden 4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Due, Keuze, Problem, Record, Rij, State, Veld, Wie
from desktop.models.rapportage import TERMIJN, Rapportage
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import Vervolg, verder
from desktop.models.vooroverleg import betreft

PLAN_DOSSIER_MELDCODE = "Intern begeleider › Dossier meldcode"
_PLAN_MONITOREN = "Meldcode › Zorg monitoren"


class Onderzoek(Rij):
    """An examination or test, and its outcome."""

    wat: Annotated[Tekst, Veld("Onderzoek", breed=4, verplicht="vaststellen")] = ""
    op: Annotated[date | None, Veld("Wanneer", breed=3)] = None
    uitkomst: Annotated[Tekst, Veld("Uitkomst", breed=5, namen=True)] = ""


class Stap(Rij):
    """Another step or decision that no record of its own tells."""

    op: Annotated[date | None, Veld("Wanneer", breed=3, verplicht="vaststellen")] = None
    wie: Annotated[Tekst, Veld("Wie", breed=3, namen=True)] = ""
    wat: Annotated[Tekst, Veld("Stap of besluit", breed=6, verplicht="vaststellen", namen=True)] = ""


class Tegenspraak(Rij):
    """A fact that contradicts the suspicion, with where it comes from."""

    wat: Annotated[Tekst, Veld("Wat spreekt het vermoeden tegen", breed=8, verplicht="vaststellen", namen=True)] = ""
    bron: Annotated[Tekst, Veld("Bron", breed=4, namen=True)] = ""


class BroerZus(Rij):
    """A brother or sister that was looked up, and what signs of an unsafe family were found."""

    wie: Annotated[Wie | None, Veld("Wie", breed=5, verplicht="vaststellen", zoek="naam")] = None
    uitkomst: Annotated[Tekst, Veld("Wat is gevonden", breed=7, namen=True, verplicht="vaststellen")] = ""


class MeldcodeDossier(Record):
    """The case. It gathers records by pointing at them (`stukken`), never copies them, and stays open to new steps."""

    KIND = "meldcodedossier"
    NAAM = "Dossier meldcode"
    PERSOONLIJK = True
    GROEPEN = ("Dossier", "Rollen", "Onderzoek en weging", "Gezin", "Andere stappen")

    leerling: Wie
    geopend: Annotated[date | None, Veld("Geopend op", groep="Dossier", breed=5, verplicht="bewaren")] = None
    kort: Annotated[
        Tekst,
        Veld("Waar gaat het over", groep="Dossier", hulp="In een paar woorden.", verplicht="bewaren", zoek="titel"),
    ] = ""
    stukken: tuple[UUID, ...] = ()
    """The records that belong to the case: signals, reports, consultations, wegingen, contacts with Veilig Thuis."""
    uitvoerend: Annotated[
        Tekst,
        Veld("Uitvoerend", groep="Rollen", hulp="De intern begeleider.", namen=True, breed=6, verplicht="bewaren"),
    ] = ""
    adviserend: Annotated[
        Tekst,
        Veld(
            "Adviserend",
            groep="Rollen",
            hulp="De aandachtsfunctionaris van een gekoppelde school: doen en adviseren zijn gescheiden.",
            plan="Intern begeleider › Overleg HGKM",
            namen=True,
            breed=6,
        ),
    ] = ""
    casemanager: Annotated[
        Tekst,
        Veld(
            "Casemanager",
            groep="Rollen",
            hulp="Verdeelt de taken en legt alle afspraken vast.",
            plan="Meldcode › Afweging 4",
            namen=True,
            breed=6,
        ),
    ] = ""
    risicotaxatie: Annotated[
        bool | None,
        Veld(
            "Is een risicotaxatie-instrument gebruikt?",
            groep="Onderzoek en weging",
            plan=PLAN_DOSSIER_MELDCODE,
            breed=6,
        ),
    ] = None
    instrument: Annotated[
        Tekst, Veld("Welk", groep="Onderzoek en weging", breed=6, toon=(Als("risicotaxatie", (True,)),))
    ] = ""
    onderzoeken: Annotated[
        tuple[Onderzoek, ...],
        Veld("Onderzoeken en uitkomst", groep="Onderzoek en weging", plan=PLAN_DOSSIER_MELDCODE),
    ] = ()
    tegenspraak: Annotated[
        tuple[Tegenspraak, ...],
        Veld(
            "Wat het vermoeden tegenspreekt",
            groep="Onderzoek en weging",
            hulp="Feiten die niet passen bij het vermoeden horen er even goed in.",
            plan=PLAN_DOSSIER_MELDCODE,
        ),
    ] = ()
    geobjectiveerd: Annotated[
        bool | None,
        Veld(
            "Zijn de signalen waar nodig concreet en objectief gemaakt?",
            groep="Onderzoek en weging",
            plan=PLAN_DOSSIER_MELDCODE,
        ),
    ] = None
    gezin: Annotated[
        tuple[BroerZus, ...],
        Veld("Broertjes en zusjes nagezocht", groep="Gezin", plan=PLAN_DOSSIER_MELDCODE),
    ] = ()
    geen_gezin: Annotated[
        bool | None, Veld("Er zijn geen broertjes of zusjes op deze school", groep="Gezin", breed=7)
    ] = None
    stappen: Annotated[
        tuple[Stap, ...], Veld("Andere stappen en besluiten", groep="Andere stappen", plan=PLAN_DOSSIER_MELDCODE)
    ] = ()
    contact_leerling: Annotated[
        Tekst,
        Veld(
            "Contact met de leerling",
            groep="Andere stappen",
            hulp="Wie houdt contact, en hoe vaak. Dat gaat door, ook na een melding.",
            plan="Meldcode › Afweging 2",
            namen=True,
        ),
    ] = ""
    volgend_contact: Annotated[
        date | None, Veld("Volgend contact met de leerling", groep="Andere stappen", breed=5)
    ] = None

    def titel(self) -> str:
        """Return what it is about."""
        return self.kort or self.NAAM

    def event_at(self) -> datetime | None:
        """Return the day it was opened."""
        return datetime.combine(self.geopend, time()) if self.geopend else None

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with its pupil, points at its records, and stands with each brother or sister as such."""
        gezin = [(b.wie.persoon, "broer_zus") for b in self.gezin if b.wie is not None and b.wie.persoon]
        return (*betreft(self.leerling), *((s, "stuk") for s in self.stukken), *dict.fromkeys(gezin))

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The next contact with the pupil until the case is closed, and then its report."""
        if is_gesloten(followups):
            return _rapportage_open(followups)
        if self.volgend_contact is None:
            return ()
        # the day in it: what is done on one day says nothing of the next
        dag = self.volgend_contact
        return (Due(item=dag.isoformat(), kind="contact", role=Rol.IB.value, due_on=dag),)


class Afloop(Keuze):
    """How a case ended; an unjustified suspicion is stated expressly, as the plan and the law want."""

    ONTERECHT = "onterecht", "Het vermoeden was onterecht"
    WEG = "weg", "De zorgen zijn weg"
    HULP = "hulp", "Er is hulp, buiten een melding om"
    GEMELD = "gemeld", "Er is gemeld; Veilig Thuis of hulpverlening gaat verder"
    VERTROKKEN = "vertrokken", "De leerling is van school; overgedragen of gemeld"


class Afsluiting(Vervolg):
    """Closing a case: its outcome, who keeps watching and how, and open agreements only with a reason."""

    KIND = "afsluiting"
    NAAM = "Afsluiting dossier meldcode"

    afloop: Annotated[Afloop | None, Veld("Uitkomst", verplicht="vaststellen", plan=PLAN_DOSSIER_MELDCODE)] = None
    toelichting: Annotated[Tekst, Veld("Toelichting", lang=True, namen=True, verplicht="vaststellen")] = ""
    volgt: Annotated[
        Tekst, Veld("Wie blijft volgen", namen=True, breed=6, verplicht="vaststellen", plan=_PLAN_MONITOREN)
    ] = ""
    hoe: Annotated[Tekst, Veld("Hoe en hoe vaak", breed=6, verplicht="vaststellen", plan=_PLAN_MONITOREN)] = ""
    kijk_op: Annotated[date | None, Veld("Eerste keer kijken op", breed=5)] = None
    open_werk: Annotated[
        Tekst,
        Veld(
            "Waarom sluit je met open afspraken",
            lang=True,
            hulp="Alleen als er nog afspraken openstaan.",
        ),
    ] = ""

    def titel(self) -> str:
        """Return the outcome."""
        return self.afloop.label if self.afloop else self.NAAM

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The first look after closing."""
        if state == "ingetrokken" or self.kijk_op is None or verder(followups):
            return ()
        return (Due(item="volgen", kind="volgen", role=Rol.IB.value, due_on=self.kijk_op),)


class Heropening(Vervolg):
    """A closed case that goes on, because something new came."""

    KIND = "heropening"
    NAAM = "Heropening dossier meldcode"

    reden: Annotated[Tekst, Veld("Waarom gaat dit dossier weer open", lang=True, verplicht="vaststellen")] = ""

    def titel(self) -> str:
        """Return what it is."""
        return self.NAAM


def is_gesloten(vervolg: Sequence[Record]) -> bool:
    """Whether the last of a case's follow-ups, in order of writing, that closes or reopens it closes it."""
    laatste = next((f for f in reversed(vervolg) if isinstance(f, Afsluiting | Heropening)), None)
    return isinstance(laatste, Afsluiting)


def _rapportage_open(vervolg: Sequence[Record]) -> Sequence[Due]:
    """Every situation gets a report (plan); one that was begun asks itself to be finished."""
    if any(isinstance(f, Rapportage) for f in vervolg):
        return ()
    gesloten = [f.moment.date() for f in vervolg if isinstance(f, Afsluiting)]
    return (Due(item="rapportage", kind="rapportage", role=Rol.IB.value, due_on=gesloten[-1] + TERMIJN),)


def open_bij_sluiten(afspraken: int, afsluiting: Afsluiting) -> Sequence[Problem]:
    """Return what keeps a case from being closed while agreements are open: a reason may overrule it."""
    if not afspraken or afsluiting.open_werk.strip():
        return ()
    wat = "Er staat nog 1 afspraak open" if afspraken == 1 else f"Er staan nog {afspraken} afspraken open"
    return (Problem(("open_werk",), f"{wat}. Rond die eerst af, of schrijf waarom je nu toch sluit."),)
