"""What a school year leaves behind: rounds of monitoring, training, VOG checks, changes in the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, Rij, State, Veld, Wie
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import verder

PLAN_MONITOREN = "Directeur › Monitoren"
PLAN_SCHOLING = "Algemeen › Scholing"
PLAN_BESTUURLIJK = "Algemeen › Bestuurlijke monitoring"
_PLAN_OUDERS = "Algemeen › Gedragscode ouders"
VOG_OUD = timedelta(days=183)
"""Six months: a VOG of a parent who joins a camp is not older (plan, code of conduct for parents)."""


class Vragenlijst(Keuze):
    """Which questionnaire."""

    VEILIGHEID = "veiligheid", "Sociale veiligheid"
    SEL = "sel", "Sociaal-emotionele ontwikkeling"
    OUDERS = "ouders", "Tevredenheid van ouders"


class GroepIngevuld(Rij):
    """One group: who filled it in, and whether the outcome was talked over with the class."""

    groep: Annotated[Tekst, Veld("Groep", breed=2, verplicht="vaststellen", zoek="")] = ""
    door: Annotated[Tekst, Veld("Wie vulden in", hulp="Leerlingen, leerkracht of beide.", breed=4, zoek="")] = ""
    aantal: Annotated[Tekst, Veld("Aantal", breed=2, zoek="")] = ""
    besproken_op: Annotated[date | None, Veld("Besproken met de klas", breed=4)] = None


class MonitorActie(Rij):
    """What the school does with the outcome."""

    wat: Annotated[Tekst, Veld("Wat", breed=6, verplicht="vaststellen")] = ""
    wie: Annotated[Tekst, Veld("Wie", breed=3)] = ""
    uiterlijk: Annotated[date | None, Veld("Uiterlijk", breed=3)] = None


class Monitoring(Record):
    """One round of a questionnaire, from filling in to what was changed."""

    KIND = "monitoring"
    NAAM = "Monitoring"
    VASTSTELLEN = True
    GROEPEN = ("Ronde", "Uitkomst", "Besluit", "Terug naar leerlingen", "Inspectie")

    lijst: Annotated[Vragenlijst | None, Veld("Vragenlijst", groep="Ronde", breed=6, verplicht="bewaren")] = None
    van: Annotated[date | None, Veld("Ingevuld van", groep="Ronde", breed=3, verplicht="bewaren")] = None
    tot: Annotated[date | None, Veld("Tot en met", groep="Ronde", breed=3)] = None
    instrument: Annotated[Tekst, Veld("Instrument", groep="Ronde", breed=6)] = ""
    groepen: Annotated[
        tuple[GroepIngevuld, ...],
        Veld(
            "Groepen",
            groep="Ronde",
            hulp="Veiligheid: 6, 7 en 8. Sociaal-emotioneel: leerkrachten van 1 tot en met 8, leerlingen van 7 en 8.",
            plan=PLAN_MONITOREN,
            toon=(Als("lijst", ("veiligheid", "sel")),),
        ),
    ] = ()
    uitkomst: Annotated[
        Tekst, Veld("Wat kwam eruit", groep="Uitkomst", lang=True, verplicht="vaststellen", hulp="Zonder namen.")
    ] = ""
    analyse: Annotated[
        Tekst,
        Veld(
            "Analyse",
            groep="Uitkomst",
            hulp="Naast de incidenten en de rapportages meldcode gelegd. Eens per vier jaar ook naast de ouders.",
            lang=True,
            verplicht="vaststellen",
            plan=PLAN_MONITOREN,
        ),
    ] = ""
    acties: Annotated[tuple[MonitorActie, ...], Veld("Acties", groep="Besluit")] = ()
    beleid_anders: Annotated[
        bool | None,
        Veld("Verandert het beleid?", groep="Besluit", hulp="Ook nee is een besluit.", verplicht="vaststellen"),
    ] = None
    beleid: Annotated[
        Tekst,
        Veld("Wat verandert er", groep="Besluit", lang=True, toon=(Als("beleid_anders", (True,)),),
             verplicht="vaststellen"),
    ] = ""  # fmt: skip
    besloten_door: Annotated[Tekst, Veld("Besloten door", groep="Besluit", breed=6)] = ""
    leerlingenraad_op: Annotated[
        date | None, Veld("Besproken met de leerlingenraad", groep="Terug naar leerlingen", breed=6)
    ] = None
    toestemming_op: Annotated[
        date | None,
        Veld(
            "Aanbieder gaf totalen door met onze toestemming van",
            groep="Inspectie",
            hulp="Elk jaar opnieuw.",
            breed=6,
        ),
    ] = None
    bewaard: Annotated[Tekst, Veld("Waar liggen de lijsten", groep="Inspectie", breed=6)] = ""
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen", groep="Inspectie")] = ()

    def titel(self) -> str:
        """Return the questionnaire."""
        return self.lijst.label if self.lijst else self.NAAM

    def event_at(self) -> datetime | None:
        """Return the first day."""
        return datetime.combine(self.van, time()) if self.van else None

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Actions with a date, from the moment they are decided."""
        if state != "vastgesteld" or verder(followups):
            return ()
        return tuple(
            Due(item=str(a.rij), kind="monitoring", role=Rol.DIRECTEUR.value, due_on=a.uiterlijk)
            for a in self.acties
            if a.uiterlijk
        )

    def regels(self, today: date) -> Sequence[Problem]:
        """A round ends after it began."""
        if self.van and self.tot and self.tot < self.van:
            return (Problem(("tot",), "Deze dag ligt vóór het begin.", "bewaren"),)
        return ()


class Training(Keuze):
    """The trainings that the plan names; others by their own name."""

    RELATIES = "relaties", "Relaties en seksualiteit"
    MELDCODE = "meldcode", "Meldcode"
    SEL = "sel", "Methode sociaal-emotioneel"
    AANDACHT = "aandacht", "Aandachtsfunctionaris HGKM"
    VERTROUWEN = "vertrouwen", "Vertrouwenspersoon"
    VOORLICHTING = "voorlichting", "Voorlichting kindermishandeling"
    ANDERS = "anders", "Anders"


VERWACHT = (Training.RELATIES, Training.MELDCODE)
"""What new teachers are offered every two years (plan)."""


class Scholing(Record):
    """One training of one person, or of the whole team; its certificate can run out."""

    KIND = "scholing"
    NAAM = "Scholing"

    wie: Annotated[Wie | None, Veld("Wie", hulp="Leeg: het hele team.", breed=6, zoek="naam")] = None
    training: Annotated[Training | None, Veld("Training", breed=6, verplicht="bewaren", plan=PLAN_SCHOLING)] = None
    naam: Annotated[Tekst, Veld("Welke", breed=6, toon=(Als("training", ("anders",)),), zoek="titel")] = ""
    datum: Annotated[date | None, Veld("Gevolgd op", breed=4)] = None
    gepland_op: Annotated[date | None, Veld("Of gepland op", breed=4)] = None
    geldig_tot: Annotated[date | None, Veld("Certificaat geldig tot", breed=4)] = None
    bij: Annotated[Tekst, Veld("Bij wie", breed=6, zoek="")] = ""
    certificaat: Annotated[tuple[Bijlage, ...], Veld("Certificaat")] = ()

    def titel(self) -> str:
        """Return the training."""
        return self.naam or (self.training.label if self.training else self.NAAM)

    def detail(self) -> str:
        """Return who."""
        return self.wie.naam if self.wie else "Hele team"

    def event_at(self) -> datetime | None:
        """Return the day of it, or the day for which it is planned."""
        dag = self.datum or self.gepland_op
        return datetime.combine(dag, time()) if dag else None

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with its person."""
        return ((self.wie.persoon, "scholing"),) if self.wie and self.wie.persoon else ()

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """The certificate is kept with it."""
        return tuple((b.blob, "certificaat") for b in self.certificaat)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """A certificate that runs out, and a planned training that has no date of having been done."""
        if state == "ingetrokken":
            return ()
        if self.datum is None and self.gepland_op:
            return (Due(item="gepland", kind="scholing", role=Rol.DIRECTEUR.value, due_on=self.gepland_op),)
        if self.geldig_tot:
            return (Due(item="certificaat", kind="certificaat", role=Rol.DIRECTEUR.value, due_on=self.geldig_tot),)
        return ()


class VogCheck(Record):
    """A VOG that was seen, of a parent who joins a camp or of someone new at school; the VOG itself is not kept."""

    KIND = "vogcheck"
    NAAM = "VOG-controle"

    wie: Annotated[Wie | None, Veld("Van wie", breed=6, verplicht="bewaren", zoek="naam")] = None
    waarvoor: Annotated[Tekst, Veld("Waarvoor", hulp="Bijvoorbeeld: kamp groep 8.", breed=6, verplicht="bewaren")] = ""
    nodig_op: Annotated[date | None, Veld("Nodig op", hulp="De eerste dag van het kamp.", breed=4)] = None
    afgegeven_op: Annotated[
        date | None,
        Veld("Afgegeven op", hulp="Voor een kamp hoogstens 6 maanden oud.", breed=4, plan=_PLAN_OUDERS),
    ] = None
    gezien_op: Annotated[date | None, Veld("Gezien op", breed=4)] = None
    gezien_door: Annotated[Tekst, Veld("Gezien door", breed=6)] = ""

    def titel(self) -> str:
        """Return what it is for."""
        return self.waarvoor or self.NAAM

    def detail(self) -> str:
        """Return of whom."""
        return self.wie.naam if self.wie else ""

    def event_at(self) -> datetime | None:
        """Return the day for which it is needed."""
        return datetime.combine(self.nodig_op, time()) if self.nodig_op else None

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with its person."""
        return ((self.wie.persoon, "vog"),) if self.wie and self.wie.persoon else ()

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """It has to be seen before it is needed."""
        if state == "ingetrokken" or self.gezien_op or self.nodig_op is None:
            return ()
        return (Due(item="vog", kind="vog", role=Rol.DIRECTEUR.value, due_on=self.nodig_op),)

    def te_oud(self) -> bool:
        """Whether it was given out more than six months before the day it is needed."""
        return bool(self.afgegeven_op and self.nodig_op and self.nodig_op - self.afgegeven_op > VOG_OUD)

    def regels(self, today: date) -> Sequence[Problem]:
        """One that is too old does not count as seen."""
        problems = []
        if self.gezien_op and self.gezien_op > today:
            problems.append(Problem(("gezien_op",), "Deze dag moet nog komen.", "bewaren"))
        if self.gezien_op and self.te_oud():
            zin = "Deze VOG is op die dag ouder dan 6 maanden. Vraag een nieuwe en vul die datum in."
            problems.append(Problem(("afgegeven_op",), zin, "bewaren"))
        return problems


class Wetswijziging(Record):
    """A change in law, kerndoelen or the inspectorate's demands, and which pages of the plan were reviewed for it."""

    KIND = "wetswijziging"
    NAAM = "Wijziging in wet of eisen"
    GROEPEN = ("Wijziging", "Gevolg voor het plan")

    wat: Annotated[Tekst, Veld("Wat verandert er", groep="Wijziging", verplicht="bewaren", zoek="titel")] = ""
    bron: Annotated[Tekst, Veld("Waar staat het", groep="Wijziging", breed=8, plan=PLAN_BESTUURLIJK)] = ""
    geldt_vanaf: Annotated[date | None, Veld("Geldt vanaf", groep="Wijziging", breed=4)] = None
    nakijken_voor: Annotated[date | None, Veld("Plan nakijken vóór", groep="Gevolg voor het plan", breed=5)] = None
    paginas: Annotated[
        Tekst, Veld("Welke pagina's", groep="Gevolg voor het plan", breed=7, hulp="En wat er moet veranderen.")
    ] = ""
    nagekeken_op: Annotated[date | None, Veld("Nagekeken op", groep="Gevolg voor het plan", breed=5)] = None
    besluit: Annotated[
        Tekst, Veld("Wat is gedaan", groep="Gevolg voor het plan", lang=True, hulp="Ook: niets nodig.")
    ] = ""

    def titel(self) -> str:
        """Return what changes."""
        return self.wat or self.NAAM

    def event_at(self) -> datetime | None:
        """Return from when it holds."""
        return datetime.combine(self.geldt_vanaf, time()) if self.geldt_vanaf else None

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The plan is to be reviewed."""
        if state == "ingetrokken" or self.nagekeken_op or self.nakijken_voor is None:
            return ()
        return (Due(item="nakijken", kind="plan_nakijken", role=Rol.DIRECTEUR.value, due_on=self.nakijken_voor),)
