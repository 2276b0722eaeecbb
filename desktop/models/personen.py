"""People: pupils, groups, staff, parents, and the dated relation between a parent and a child (the gezag card)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Keuze, Problem, Record, Rij, Veld, Wie
from desktop.models.namen import sorteernaam, volledige_naam
from desktop.models.tekst import Tekst


class Geslacht(Keuze):
    """As EDEXML has it: 1, 2, 9 and 0."""

    JONGEN = "jongen", "jongen"
    MEISJE = "meisje", "meisje"
    NIET_GESPECIFICEERD = "niet_gespecificeerd", "niet gespecificeerd"
    ONBEKEND = "onbekend", "onbekend"


class Genaamd(Record):
    """Base of everyone with a name in the Dutch parts."""

    roepnaam: Annotated[Tekst, Veld("Roepnaam", breed=4, zoek="naam")] = ""
    voorvoegsel: Annotated[Tekst, Veld("Voorvoegsel", breed=3, zoek="naam")] = ""
    achternaam: Annotated[Tekst, Veld("Achternaam", breed=5, zoek="naam")] = ""

    def titel(self) -> str:
        """Return the name as it is spoken."""
        return volledige_naam(self.roepnaam, self.voorvoegsel, self.achternaam)

    def sorteer(self) -> str:
        """Return the key of an alphabetical list of names."""
        return sorteernaam(self.roepnaam, self.voorvoegsel, self.achternaam)

    def regels(self, today: date) -> Sequence[Problem]:
        """Someone without any name cannot be found again."""
        if not self.titel():
            return (Problem(("roepnaam",), "Vul een roepnaam of een achternaam in.", "bewaren"),)
        return ()


class Groep(Record):
    """A group of the school; `samengesteld` is one whose pupils belong to other groups as well."""

    KIND = "groep"
    NAAM = "Groep"

    naam: Annotated[Tekst, Veld("Naam", verplicht="bewaren", zoek="naam")]
    jaargroep: Annotated[Tekst, Veld("Jaargroep", breed=4, zoek="")] = ""
    samengesteld: bool = False
    edex_key: Tekst = ""
    weg_sinds: date | None = None

    def titel(self) -> str:
        """Return the name of the group."""
        return self.naam

    def gesloten_op(self) -> date | None:
        """Return since when the group is no more."""
        return self.weg_sinds


class Leerling(Genaamd):
    """A pupil. No BSN, no origin: they are dropped at the door. `edex_key` is the pupil system's own key."""

    KIND = "leerling"
    NAAM = "Leerling"

    voornamen: Annotated[Tekst, Veld("Voornamen", breed=8, zoek="naam")] = ""
    voorletters: Annotated[Tekst, Veld("Voorletters", breed=4, zoek="")] = ""
    geboortedatum: Annotated[date | None, Veld("Geboortedatum", breed=4)] = None
    geslacht: Annotated[Geslacht | None, Veld("Geslacht", breed=4, zoek="")] = None
    jaargroep: Annotated[Tekst, Veld("Jaargroep", breed=4, zoek="")] = ""
    groep: UUID | None = None
    groep_naam: Annotated[Tekst, Veld("Groep", breed=6)] = ""
    instroomdatum: Annotated[date | None, Veld("Op school sinds", breed=6)] = None
    uitstroomdatum: Annotated[date | None, Veld("Van school sinds", breed=6)] = None
    overleden_op: Annotated[date | None, Veld("Overleden op", breed=6)] = None
    edex_key: Tekst = ""

    def detail(self) -> str:
        """Return group and date of birth: they tell two pupils of one name apart."""
        geboren = f"{self.geboortedatum:%d-%m-%Y}" if self.geboortedatum else ""
        return " · ".join(deel for deel in (self.groep_naam, geboren) if deel)

    def gesloten_op(self) -> date | None:
        """Return the day on which the pupil left or died, whichever came first."""
        return min((d for d in (self.uitstroomdatum, self.overleden_op) if d), default=None)

    def regels(self, today: date) -> Sequence[Problem]:
        """A pupil leaves after arriving."""
        problems = list(super().regels(today))
        if self.instroomdatum and self.uitstroomdatum and self.uitstroomdatum < self.instroomdatum:
            problems.append(Problem(("uitstroomdatum",), "Deze datum ligt vóór de eerste schooldag.", "bewaren"))
        return problems

    def links(self) -> Sequence[tuple[UUID, str]]:
        """A pupil belongs to a group."""
        return ((self.groep, "groep"),) if self.groep else ()

    def is_weg(self, today: date) -> bool:
        """Whether the pupil has left or died by `today`; letters and invitations stop."""
        return bool(self.overleden_op or (self.uitstroomdatum and self.uitstroomdatum <= today))


class Medewerker(Genaamd):
    """Someone who works at the school. `rollen` holds EDEXML codes (DIR, IB, LRK ...), `functie` plain words."""

    KIND = "medewerker"
    NAAM = "Medewerker"

    voorletters: Annotated[Tekst, Veld("Voorletters", breed=4, zoek="")] = ""
    functie: Annotated[Tekst, Veld("Functie", breed=8)] = ""
    rollen: tuple[Tekst, ...] = ()
    groepen: tuple[UUID, ...] = ()
    edex_key: Tekst = ""
    weg_sinds: Annotated[date | None, Veld("Werkt hier niet meer sinds", breed=6)] = None

    def detail(self) -> str:
        """Return what this person does at the school."""
        return self.functie

    def gesloten_op(self) -> date | None:
        """Return since when this person no longer works here."""
        return self.weg_sinds


class Tolk(Keuze):
    """Whether an interpreter is needed in a talk."""

    NEE = "nee", "nee"
    GEWENST = "gewenst", "gewenst"
    NODIG = "nodig", "nodig"


class Persoon(Genaamd):
    """A parent, carer or other person around a pupil. Gezag is not here: it belongs to the relation."""

    KIND = "persoon"
    NAAM = "Ouder/verzorger"

    aanhef: Annotated[
        Tekst, Veld("Aanhef in brieven", hulp="Leeg: ‘Beste’ met de volledige naam.", breed=6, zoek="")
    ] = ""
    telefoon: Annotated[Tekst, Veld("Telefoon", breed=6)] = ""
    email: Annotated[Tekst, Veld("E-mail", breed=6)] = ""
    straat: Annotated[Tekst, Veld("Straat en huisnummer", hulp="Het adres voor brieven.", breed=6)] = ""
    postcode: Annotated[Tekst, Veld("Postcode", breed=4, zoek="", vorm="postcode")] = ""
    plaats: Annotated[Tekst, Veld("Plaats", breed=8)] = ""
    adres_geheim: Annotated[
        bool | None,
        Veld(
            "Adres geheimhouden voor de andere ouder",
            hulp="Adressen van ouders staan nooit op elkaars afschrift; dit is een extra waarschuwing op het scherm.",
            breed=6,
        ),
    ] = None
    taal: Annotated[Tekst, Veld("Taal", hulp="Als een gesprek in het Nederlands lastig is.", breed=6)] = ""
    tolk: Annotated[Tolk | None, Veld("Tolk", breed=6)] = None
    contact: Annotated[
        Tekst,
        Veld(
            "Afspraken over contact",
            hulp="Bijvoorbeeld een contactverbod, of niet samen met de andere ouder aan tafel.",
            lang=True,
        ),
    ] = ""

    def detail(self) -> str:
        """Return telephone and e-mail."""
        return " · ".join(deel for deel in (self.telefoon, self.email) if deel)


class Relatiesoort(Keuze):
    """What someone is to the child."""

    MOEDER = "moeder", "moeder"
    VADER = "vader", "vader"
    OUDER = "ouder", "ouder"
    VERZORGER = "verzorger", "verzorger"
    PLEEGOUDER = "pleegouder", "pleegouder"
    STIEFOUDER = "stiefouder", "stiefouder"
    VOOGD = "voogd", "voogd"
    GROOTOUDER = "grootouder", "grootouder"
    GEZINSVOOGD = "gezinsvoogd", "gezinsvoogd (GI)"
    ANDERS = "anders", "anders"


class Gezag(Keuze):
    """Parental authority; unknown is an answer that asks for work."""

    JA = "ja", "ja"
    NEE = "nee", "nee"
    ONBEKEND = "onbekend", "nog onbekend"


class GezagPeriode(Rij):
    """What held from a date on. Gezag changes (divorce, court order); earlier reports keep what held then."""

    vanaf: Annotated[date, Veld("Vanaf", verplicht="bewaren", breed=3)]
    tot: Annotated[date | None, Veld("Tot en met", breed=3)] = None
    gezag: Annotated[Gezag | None, Veld("Gezag", verplicht="bewaren", breed=3)] = None
    informatie: Annotated[
        bool | None,
        Veld(
            "Recht op informatie",
            hulp="Zonder gezag: belangrijke feiten, op verzoek (art. 1:377c BW). Weigeren kan, met een reden.",
            breed=3,
        ),
    ] = None
    bron: Annotated[
        Tekst, Veld("Hoe weten we dit", hulp="Bijvoorbeeld: uittreksel gezagsregister gezien op 3-9-2026.")
    ] = ""


class Relatie(Record):
    """The gezag card: what a person is to a pupil, and since when, with gezag and the right to information by date."""

    KIND = "relatie"
    NAAM = "Gezagskaart"

    leerling: UUID
    persoon: UUID
    naam: Tekst = ""
    soort: Annotated[Relatiesoort | None, Veld("Relatie tot de leerling", verplicht="bewaren", breed=6)] = None
    soort_anders: Annotated[
        Tekst, Veld("Namelijk", breed=6, toon=(Als("soort", ("anders",)),), verplicht="bewaren")
    ] = ""
    woont_bij: Annotated[bool | None, Veld("De leerling woont bij deze persoon", breed=6)] = None
    perioden: Annotated[
        tuple[GezagPeriode, ...],
        Veld("Gezag en informatie", hulp="Een wijziging is een nieuwe regel: wat eerder gold, blijft staan."),
    ] = ()
    grenzen: Annotated[
        Tekst,
        Veld(
            "Grenzen aan contact over deze leerling",
            hulp="Bijvoorbeeld: haalt niet op; alleen schriftelijk.",
            lang=True,
        ),
    ] = ""

    def titel(self) -> str:
        """Return the person's name and relation."""
        return f"{self.naam} ({self.hoedanigheid()})"

    def hoedanigheid(self) -> str:
        """Return the relation in a word."""
        if self.soort is Relatiesoort.ANDERS and self.soort_anders:
            return self.soort_anders
        return self.soort.label if self.soort else "relatie onbekend"

    def links(self) -> Sequence[tuple[UUID, str]]:
        """A card belongs to the pupil and to the person."""
        return ((self.leerling, "kind"), (self.persoon, "ouder"))

    def op(self, dag: date) -> GezagPeriode | None:
        """Return what held on a day; of overlapping periods the one that began last."""
        geldig = [p for p in self.perioden if p.vanaf <= dag and (p.tot is None or dag <= p.tot)]
        return max(geldig, key=lambda p: p.vanaf, default=None)

    def gezag_op(self, dag: date) -> Gezag:
        """Return the gezag on a day; unknown where the card says nothing."""
        periode = self.op(dag)
        return periode.gezag if periode and periode.gezag else Gezag.ONBEKEND

    def wie(self, dag: date) -> Wie:
        """Return the person as a reference that keeps name, relation and gezag of that day."""
        return Wie(
            persoon=self.persoon, naam=self.naam, hoedanigheid=self.hoedanigheid(), gezag=self.gezag_op(dag).value
        )

    def regels(self, today: date) -> Sequence[Problem]:
        """A period ends on or after the day it began; nobody is his own parent."""
        problems = [
            Problem(
                ("perioden", n, "tot"),
                "De einddatum ligt vóór de begindatum. Draai ze om of laat ‘tot’ leeg.",
                "bewaren",
            )
            for n, p in enumerate(self.perioden)
            if p.tot is not None and p.tot < p.vanaf
        ]
        if self.leerling == self.persoon:
            problems.append(Problem(("soort",), "Een leerling kan geen ouder van zichzelf zijn.", "bewaren"))
        return problems


class Samenvoeging(Record):
    """Says that two persons are one: `oud` goes on as `nieuw`. Established records keep what they say."""

    KIND = "samenvoeging"
    NAAM = "Samenvoeging"

    oud: UUID
    nieuw: UUID
    reden: Annotated[Tekst, Veld("Waarom zijn dit dezelfde personen?", lang=True, verplicht="bewaren")] = ""

    def titel(self) -> str:
        """Return a fixed title: names stand on the persons themselves."""
        return "Twee personen samengevoegd"

    def merges(self) -> tuple[UUID, UUID] | None:
        """Return (old, new)."""
        return (self.oud, self.nieuw)

    def regels(self, today: date) -> Sequence[Problem]:
        """A person is not merged with himself."""
        if self.oud == self.nieuw:
            return (Problem(("reden",), "Kies twee verschillende personen.", "bewaren"),)
        return ()
