"""The school's own part of the plan: who has which role, which method and instrument, and its own words per page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from desktop.models.core import Record, Veld
from desktop.models.plan import PLAATS
from desktop.models.sociale_kaart import Organisatie
from desktop.models.tekst import Tekst

_WIE, _LES, _GESPREK, _REGELING = "Mensen", "Lessen en vragenlijsten", "Gesprekken en systemen", "Regelingen"
_NAAM_EN_NUMMER = "Naam, en hoe je deze persoon bereikt."
_WAAR = "Waar staat die: een adres op internet, of waar het stuk ligt."


class Schoolplan(Record):
    """What the plan leaves to the school; filled in once, shown in every page that speaks of it.

    The name of a field is the name of the place in the pages' text; `models.plan.PLAATS` finds those.
    """

    KIND = "schoolplan"
    NAAM = "Ons plan"
    GROEPEN = (_WIE, _LES, _GESPREK, _REGELING)

    directeur: Annotated[Tekst, Veld("Directeur", hulp=_NAAM_EN_NUMMER, groep=_WIE, zoek="")] = ""
    ib: Annotated[Tekst, Veld("Intern begeleider", hulp=_NAAM_EN_NUMMER, groep=_WIE, zoek="")] = ""
    aandachtsfunctionaris: Annotated[
        Tekst, Veld("Aandachtsfunctionaris", hulp=_NAAM_EN_NUMMER, groep=_WIE, zoek="")
    ] = ""
    indirecte_af: Annotated[
        Tekst,
        Veld("Indirecte aandachtsfunctionaris", hulp="Bij het bestuur.", groep=_WIE, zoek=""),
    ] = ""
    interne_vp: Annotated[Tekst, Veld("Interne vertrouwenspersoon", hulp=_NAAM_EN_NUMMER, groep=_WIE, zoek="")] = ""
    externe_vp_ouders: Annotated[Tekst, Veld("Externe vertrouwenspersoon voor ouders", groep=_WIE, zoek="")] = ""
    externe_vp_personeel: Annotated[Tekst, Veld("Externe vertrouwenspersoon voor personeel", groep=_WIE, zoek="")] = ""
    pestcoordinator: Annotated[Tekst, Veld("Pestcoördinator", groep=_WIE, zoek="")] = ""
    coordinator: Annotated[Tekst, Veld("Coördinator sociale veiligheid", groep=_WIE, zoek="")] = ""
    directeur_bestuurder: Annotated[Tekst, Veld("Directeur-bestuurder", groep=_WIE, zoek="")] = ""
    werkgroepen: Annotated[
        Tekst, Veld("Werkgroepen", hulp="Welke zijn er, en wie zit erin.", groep=_WIE, lang=True, zoek="")
    ] = ""
    gekoppelde_scholen: Annotated[
        Tekst,
        Veld(
            "Gekoppelde scholen",
            hulp="Scholen die elkaar advies geven bij de meldcode.",
            groep=_WIE,
            lang=True,
            zoek="",
        ),
    ] = ""

    sel_methode: Annotated[
        Tekst, Veld("Methode sociaal-emotioneel", hulp="Een erkende methode.", groep=_LES, breed=6, zoek="")
    ] = ""
    rs_methode: Annotated[
        Tekst, Veld("Methode relaties en seksualiteit", hulp="Een erkende methode.", groep=_LES, breed=6, zoek="")
    ] = ""
    monitor_veiligheid: Annotated[Tekst, Veld("Vragenlijst sociale veiligheid", groep=_LES, breed=6, zoek="")] = ""
    monitor_sel: Annotated[Tekst, Veld("Vragenlijst sociaal-emotioneel", groep=_LES, breed=6, zoek="")] = ""
    groepen_veiligheid: Annotated[
        Tekst,
        Veld(
            "Groepen die de veiligheidslijst invullen",
            hulp="De wet vraagt groep 7 en 8. Het plan gaat uit van 6, 7 en 8.",
            groep=_LES,
            breed=6,
            zoek="",
        ),
    ] = ""
    maand_veiligheid: Annotated[
        Tekst, Veld("Maand van de veiligheidslijst", hulp="Het plan noemt november.", groep=_LES, breed=6, zoek="")
    ] = ""
    groepen_sel: Annotated[
        Tekst,
        Veld(
            "Groepen waar leerlingen de lijst sociaal-emotioneel zelf invullen",
            hulp="Het plan noemt 7 en 8, en op één plek 6 tot en met 8.",
            groep=_LES,
            breed=6,
            zoek="",
        ),
    ] = ""

    maanden_gesprekken: Annotated[
        Tekst,
        Veld(
            "Maanden van de oudergesprekken",
            hulp="Het plan noemt september, december en april.",
            groep=_GESPREK,
            zoek="",
        ),
    ] = ""
    ouderportaal: Annotated[Tekst, Veld("Ouderportaal", groep=_GESPREK, breed=6, zoek="")] = ""
    leerlingsysteem: Annotated[
        Tekst, Veld("Leerlingsysteem", hulp="Het plan noemt ParnasSys.", groep=_GESPREK, breed=6, zoek="")
    ] = ""

    gmr_statuut: Annotated[Tekst, Veld("Statuut van de (G)MR", hulp=_WAAR, groep=_REGELING, zoek="")] = ""
    klachtenregeling: Annotated[Tekst, Veld("Klachtenregeling", hulp=_WAAR, groep=_REGELING, zoek="")] = ""
    pestprotocol: Annotated[Tekst, Veld("Pestprotocol", hulp=_WAAR, groep=_REGELING, zoek="")] = ""
    schorsen_verwijderen: Annotated[
        Tekst, Veld("Protocol schorsen en verwijderen", hulp=_WAAR, groep=_REGELING, zoek="")
    ] = ""
    klokkenluidersregeling: Annotated[Tekst, Veld("Klokkenluidersregeling", hulp=_WAAR, groep=_REGELING, zoek="")] = ""
    schoolgids: Annotated[Tekst, Veld("Schoolgids", hulp=_WAAR, groep=_REGELING, zoek="")] = ""

    def titel(self) -> str:
        """Return what it is called on screen."""
        return self.NAAM


class Eigentekst(Record):
    """What the school itself writes at one page of the plan; every version is kept."""

    KIND = "eigentekst"
    NAAM = "Eigen tekst bij het plan"

    pagina: Annotated[Tekst, Veld("Pagina", verplicht="bewaren", zoek="")]
    """The key of the page."""
    tekst: Annotated[
        Tekst, Veld("Onze eigen tekst", hulp="Wat er bij jullie anders of extra is.", lang=True, zoek="tekst")
    ] = ""

    def titel(self) -> str:
        """Return what it is called in the log; it names no page's title, which the record does not know."""
        return self.NAAM


ZONDER: Mapping[str, str] = {
    "school": "de school",
    "bestuur": "het bestuur",
    "regio": "de regio",
    "telefoon": "te vinden op de site van de school",
    "directeur": "de directeur",
    "ib": "de intern begeleider",
    "aandachtsfunctionaris": "de aandachtsfunctionaris",
    "indirecte_af": "de indirecte aandachtsfunctionaris van het bestuur",
    "interne_vp": "de interne vertrouwenspersoon",
    "externe_vp_ouders": "de externe vertrouwenspersoon voor ouders",
    "externe_vp_personeel": "de externe vertrouwenspersoon voor personeel",
    "pestcoordinator": "de pestcoördinator",
    "coordinator": "de coördinator sociale veiligheid",
    "directeur_bestuurder": "de directeur-bestuurder",
    "werkgroepen": "de werkgroepen van de school",
    "gekoppelde_scholen": "de scholen waarmee de school gekoppeld is",
    "sel_methode": "de lesmethode die de school koos",
    "rs_methode": "de lesmethode die de school koos",
    "monitor_veiligheid": "de vragenlijst die de school koos",
    "monitor_sel": "de vragenlijst die de school koos",
    "groepen_veiligheid": "6, 7 en 8",
    "maand_veiligheid": "november",
    "groepen_sel": "7 en 8",
    "maanden_gesprekken": "september, december en april",
    "ouderportaal": "het ouderportaal",
    "leerlingsysteem": "ParnasSys",
    "gmr_statuut": "te vinden bij het bestuur",
    "klachtenregeling": "te vinden bij de school",
    "pestprotocol": "te vinden bij de school",
    "schorsen_verwijderen": "te vinden bij het bestuur",
    "klokkenluidersregeling": "te vinden bij het bestuur",
    "schoolgids": "te vinden bij de school",
}
"""What a page says at each place that the school has not filled in; the plan's own value where it names one."""

VOORGESTELD = frozenset(
    {"groepen_veiligheid", "maand_veiligheid", "groepen_sel", "maanden_gesprekken", "leerlingsysteem"}
)
"""Places for which the plan names a value: unfilled, the page is right all the same and nothing is missing."""


def vul(tekst: str, waarden: Mapping[str, str]) -> str:
    """Return a page's text with its places filled from `waarden`, else with what `ZONDER` says.

    What a school typed is one line of plain text here: it cannot make headings, links or other places of its own.
    """

    def plaats(gevonden: re.Match[str]) -> str:
        naam = gevonden[1]
        waarde = " ".join(waarden.get(naam, "").split())
        return _letterlijk(waarde) if waarde else ZONDER[naam]

    return PLAATS.sub(plaats, tekst)


def _letterlijk(tekst: str) -> str:
    return "".join(f"\\{teken}" if teken in r"\`*_{}[]()<>#+-.!|~" else teken for teken in tekst)


@dataclass(frozen=True, slots=True)
class EigenPlan:
    """All that a school has made of the plan: what fills its places, its own text per page, its own organisations.

    `teksten` goes from a page's key to its text; `organisaties` from the key of an entry to it, those that take the
    place of a shipped one under its key.
    """

    waarden: Mapping[str, str] = field(default_factory=dict)
    teksten: Mapping[str, str] = field(default_factory=dict)
    organisaties: Mapping[str, Organisatie] = field(default_factory=dict)
