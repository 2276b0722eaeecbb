"""What else a dossier holds: hand-over to the IB, kindcheck, consent, a plan in brief, and old paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, Rij, State, Veld, Wie
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import verder
from desktop.models.vooroverleg import betreft


class MetLeerling(Record):
    """Base of what stands in one pupil's dossier at one day; `dossier` is the meldcode dossier, where it has one."""

    PERSOONLIJK = True
    VASTSTELLEN = True

    leerling: Wie
    dossier: UUID | None = None
    datum: Annotated[date | None, Veld("Datum", breed=5, verplicht="bewaren")] = None

    def event_at(self) -> datetime | None:
        """Return the day, without a time."""
        return datetime.combine(self.datum, time()) if self.datum else None

    def parent(self) -> UUID | None:
        """It belongs to its meldcode dossier, where it has one."""
        return self.dossier

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with the pupil."""
        return betreft(self.leerling)


class Aanleiding(Keuze):
    """Why a worry goes from the teacher to the IB. Plan: talks with pupil and parents; consultation with colleagues."""

    NIET_MINDER = "niet_minder", "De zorgen worden niet minder"
    BLIJVEN = "blijven", "De signalen blijven bestaan"
    AFSPRAKEN = "afspraken", "Afspraken worden niet nagekomen"
    GROEIT = "groeit", "Het vermoeden wordt sterker"


class Overdracht(MetLeerling):
    """The teacher hands the worry over to the intern begeleider, and tells pupil and parents so."""

    KIND = "overdracht"
    NAAM = "Overdracht aan de intern begeleider"

    aanleiding: Annotated[
        tuple[Aanleiding, ...], Veld("Aanleiding", verplicht="vaststellen", plan="Leerlingen › Gesprek bij zorgen")
    ] = ()
    van: Annotated[Tekst, Veld("Van (leerkracht)", namen=True, breed=6, verplicht="vaststellen")] = ""
    aan: Annotated[Tekst, Veld("Aan (intern begeleider)", namen=True, breed=6, verplicht="vaststellen")] = ""
    leerling_op: Annotated[
        date | None, Veld("Leerling ingelicht op", breed=6, plan="Leerkracht › Gesprek met leerling")
    ] = None
    leerling_niet: Annotated[Tekst, Veld("Of: waarom de leerling nog niet", breed=6)] = ""
    ouders_op: Annotated[date | None, Veld("Ouders ingelicht op", breed=6, plan="Leerkracht › Gesprek met ouders")] = (
        None
    )
    ouders_niet: Annotated[
        Tekst, Veld("Of: waarom ouders nog niet", breed=6, hulp="Bijvoorbeeld: eerst overleg met Veilig Thuis.")
    ] = ""
    toelichting: Annotated[Tekst, Veld("Toelichting", lang=True)] = ""

    def regels(self, today: date) -> Sequence[Problem]:
        """Plan: the teacher tells both pupil and parents; not yet needs its reason."""
        problems = []
        for wie, zin in (("leerling", "de leerling"), ("ouders", "de ouders")):
            if getattr(self, f"{wie}_op") is None and not getattr(self, f"{wie}_niet").strip():
                tekst = f"Vul in wanneer {zin} is ingelicht, of waarom nog niet."
                problems.append(Problem((f"{wie}_op",), tekst.replace("ouders is", "ouders zijn")))
        return problems

    def titel(self) -> str:
        """Return what it is."""
        return self.NAAM


class Risico(Keuze):
    """What in a parent's situation may harm children. Plan: kindcheck."""

    DEPRESSIE = "depressie", "Depressie of psychische problemen"
    VERSLAVING = "verslaving", "Verslaving"
    UITHUIS = "uithuis", "Uithuiszetting dreigt"
    SCHEIDING = "scheiding", "Geweld bij een scheiding"
    ANDERS = "anders", "Anders"


class KindInZorg(Rij):
    """A child in the care of that parent; also one that is no pupil here."""

    naam: Annotated[Tekst, Veld("Naam", namen=True, breed=6, verplicht="vaststellen", zoek="naam")] = ""
    geboren: Annotated[date | None, Veld("Geboren", breed=3)] = None
    school: Annotated[Tekst, Veld("School of opvang", hulp="Leeg: leerling van deze school.", breed=3)] = ""


class KindcheckUitkomst(Keuze):
    """The outcome of a kindcheck."""

    GENOEG = "genoeg", "Genoeg veiligheid en zorg voor alle kinderen"
    HULP = "hulp", "Meer hulp gewenst"


class Kindcheck(MetLeerling):
    """Are all children in a parent's care safe enough? Done together with the parent."""

    KIND = "kindcheck"
    NAAM = "Kindcheck"

    ouder: Annotated[Wie | None, Veld("Ouder of volwassene", verplicht="vaststellen", zoek="naam")] = None
    risico: Annotated[tuple[Risico, ...], Veld("Wat speelt er bij deze ouder", verplicht="vaststellen")] = ()
    risico_anders: Annotated[Tekst, Veld("Namelijk", toon=(Als("risico", ("anders",)),), verplicht="vaststellen")] = ""
    kinderen: Annotated[
        tuple[KindInZorg, ...],
        Veld(
            "Kinderen in de zorg van deze ouder",
            hulp="Allemaal, ook wie hier niet op school zit.",
            plan="Leerkracht › Kindcheck",
            verplicht="vaststellen",
        ),
    ] = ()
    met_ouder_op: Annotated[
        date | None, Veld("Met de ouder gedaan op", breed=5, verplicht="vaststellen", plan="Leerkracht › Kindcheck")
    ] = None
    met_af: Annotated[Tekst, Veld("Overlegd met aandachtsfunctionaris", namen=True, breed=7)] = ""
    uitkomst: Annotated[KindcheckUitkomst | None, Veld("Uitkomst", verplicht="vaststellen")] = None
    toelichting: Annotated[Tekst, Veld("Toelichting", lang=True)] = ""

    def titel(self) -> str:
        """Return what it is."""
        return self.NAAM

    def detail(self) -> str:
        """Return the outcome."""
        return self.uitkomst.label if self.uitkomst else ""


class Uitzondering(Keuze):
    """When information may be shared without consent. Plan: Wet meldcode and AVG."""

    GEEN = "geen", "Geen: er is toestemming"
    VEILIG_THUIS = "veilig_thuis", "Informatie aan Veilig Thuis"
    ANONIEM = "anoniem", "Anoniem overleg"
    TLV = "tlv", "Eenzijdige aanvraag toelaatbaarheidsverklaring"


class Toestemming(MetLeerling):
    """Consent to share with an organisation; all four conditions hold before anything is exchanged."""

    KIND = "toestemming"
    NAAM = "Toestemming om te delen"
    _PLAN = "Meldcode › Delen (AVG)"

    uitzondering: Annotated[Uitzondering | None, Veld("Uitzondering", verplicht="vaststellen", plan=_PLAN)] = (
        Uitzondering.GEEN
    )
    gegeven_door: Annotated[tuple[Wie, ...], Veld("Gegeven door", toon=(Als("uitzondering", ("geen",)),))] = ()
    gericht: Annotated[
        bool | None,
        Veld(
            "Gaat het om deze leerling en deze zaak?",
            hulp="Een algemene toestemming is er geen.",
            plan=_PLAN,
            verplicht="vaststellen",
        ),
    ] = None
    waarvoor: Annotated[Tekst, Veld("Waarvoor", plan=_PLAN, verplicht="vaststellen", zoek="titel")] = ""
    gever: Annotated[Tekst, Veld("Wie geeft de informatie", plan=_PLAN, breed=6, verplicht="vaststellen")] = ""
    ontvanger: Annotated[Tekst, Veld("Wie ontvangt de informatie", plan=_PLAN, breed=6, verplicht="vaststellen")] = ""
    wat: Annotated[Tekst, Veld("Wat wordt gedeeld", lang=True)] = ""
    ingetrokken_op: Annotated[date | None, Veld("Ingetrokken door de ouder op", breed=5)] = None
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Getekend formulier")] = ()

    def titel(self) -> str:
        """Return what it is for."""
        return self.waarvoor or self.NAAM

    def detail(self) -> str:
        """Return who receives it."""
        return self.ontvanger

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """The signed form goes with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def regels(self, today: date) -> Sequence[Problem]:
        """Plan: consent is specific and names purpose, giver and receiver; under 16 it is given by who has gezag."""
        problems = []
        if self.gericht is False:
            zin = "Toestemming geldt voor één leerling en één zaak. Vraag haar daarvoor opnieuw."
            problems.append(Problem(("gericht",), zin))
        if self.uitzondering is Uitzondering.GEEN and not self.gegeven_door:
            problems.append(Problem(("gegeven_door",), "Vul in wie de toestemming gaf."))
        if self.uitzondering is Uitzondering.GEEN and any(w.gezag == "nee" for w in self.gegeven_door):
            zin = "Deze ouder heeft geen gezag. Toestemming geeft een ouder met gezag."
            problems.append(Problem(("gegeven_door",), zin))
        return problems


class Handelingsplan(MetLeerling):
    """A plan for a pupil in brief: aim, approach, who, and when it is looked at again."""

    KIND = "handelingsplan"
    NAAM = "Handelingsplan in het kort"

    doel: Annotated[Tekst, Veld("Doel", verplicht="vaststellen", zoek="titel")] = ""
    aanpak: Annotated[Tekst, Veld("Aanpak", lang=True, verplicht="vaststellen")] = ""
    wie: Annotated[Tekst, Veld("Wie doet wat", lang=True, namen=True)] = ""
    evaluatie: Annotated[date | None, Veld("Bekijken op", breed=5, verplicht="vaststellen")] = None
    uitkomst: Annotated[Tekst, Veld("Wat leverde het op", lang=True)] = ""

    def titel(self) -> str:
        """Return its aim."""
        return self.doel or self.NAAM

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The day it is looked at again, until something follows it."""
        if state == "ingetrokken" or self.evaluatie is None or self.uitkomst.strip() or verder(followups):
            return ()
        return (Due(item="evaluatie", kind="evaluatie", role=Rol.IB.value, due_on=self.evaluatie),)


class OudStuk(MetLeerling):
    """Old paper that was scanned: the day that stands on it, and what it is."""

    KIND = "oudstuk"
    NAAM = "Stuk uit het oude dossier"

    wat: Annotated[Tekst, Veld("Wat is dit", verplicht="bewaren", zoek="titel")] = ""
    van: Annotated[Tekst, Veld("Geschreven door", namen=True, breed=7)] = ""
    toelichting: Annotated[Tekst, Veld("Toelichting", lang=True)] = ""
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Scan", verplicht="vaststellen")] = ()

    def titel(self) -> str:
        """Return what it is."""
        return self.wat or self.NAAM

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """The scan goes with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)
