"""The afwegingskader as one table: question and answer to outcome, meldnorm and place in the plan. Weighs nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from desktop.models.core import Keuze


class Vraag(Keuze):
    """The five questions, in the order that the plan fixes; the label is the short name beside the number."""

    VERMOEDEN = "vermoeden", "Vermoeden"
    VEILIGHEID = "veiligheid", "Veiligheid"
    HULP = "hulp", "Hulp"
    ACCEPTATIE = "acceptatie", "Hulp accepteren"
    RESULTAAT = "resultaat", "Resultaat"

    @property
    def nummer(self) -> int:
        """Return its number, from 1."""
        return list(Vraag).index(self) + 1

    @property
    def volgende(self) -> Vraag | None:
        """Return the question after it; None after the last."""
        rij = list(Vraag)
        return rij[self.nummer] if self.nummer < len(rij) else None


class Antwoord(Keuze):
    """What people answer; TWIJFEL exists at question 2 only, where it counts as JA."""

    NEE = "nee", "Nee"
    TWIJFEL = "twijfel", "Twijfel"
    JA = "ja", "Ja"


class Uitkomst(Keuze):
    """What follows from an answer."""

    VERDER = "verder", "Verder met de volgende vraag"
    SLUITEN = "sluiten", "Dossier sluiten, zorg blijven volgen"
    MELDEN = "melden", "Nu melden bij Veilig Thuis"
    VEILIG_THUIS = "veilig_thuis", "Nu Veilig Thuis bellen en samen de stappen bepalen"
    BESLUIT = "besluit", "Doen wat met Veilig Thuis is besloten"
    HULP = "hulp", "Hulp in gang zetten tot de afgesproken termijn"
    NAZORG = "nazorg", "Hulp afsluiten, veiligheid blijven volgen, nazorg afspreken"


class Meldnorm(Keuze):
    """The three norms by which school staff must report."""

    EEN = "1", "Meldnorm 1: acute of structurele onveiligheid"
    TWEE = "2", "Meldnorm 2: school kan niet voldoende helpen"
    DRIE = "3", "Meldnorm 3: de onveiligheid stopt niet of herhaalt zich"


@dataclass(frozen=True, slots=True)
class Invoer:
    """What the dossier says when a question is answered.

    `disclosure` and `eergerelateerd`: one of its records is marked so. `gemeld`: a melding was done after that.
    `besloten`: what to do about eergerelateerd geweld was decided with Veilig Thuis and recorded.
    """

    disclosure: bool = False
    eergerelateerd: bool = False
    gemeld: bool = False
    besloten: bool = False


@dataclass(frozen=True, slots=True)
class Gevolg:
    """The outcome of an answer: which norm says so, where in the plan, and what comes with it.

    `norm_vrij`: the plan names no norm here; it can be changed with a reason. `cit`: the Crisis Interventie Team may be
    called beside it. `met_vt`: the question is walked with Veilig Thuis.
    """

    uitkomst: Uitkomst
    bron: str
    norm: Meldnorm | None = None
    norm_vrij: bool = False
    cit: bool = False
    met_vt: bool = False

    @property
    def sluit(self) -> bool:
        """Whether nothing is reported and the walk ends here."""
        return self.uitkomst in (Uitkomst.SLUITEN, Uitkomst.NAZORG)


_V, _A, _U = Vraag, Antwoord, Uitkomst

REGELS: Mapping[tuple[Vraag, Antwoord], Gevolg] = MappingProxyType(
    {
        (_V.VERMOEDEN, _A.NEE): Gevolg(_U.SLUITEN, "Meldcode › Afweging 1"),
        (_V.VERMOEDEN, _A.JA): Gevolg(_U.VERDER, "Meldcode › Afweging 1"),
        (_V.VEILIGHEID, _A.NEE): Gevolg(_U.VERDER, "Meldcode › Afweging 2"),
        (_V.VEILIGHEID, _A.TWIJFEL): Gevolg(_U.MELDEN, "Meldcode › Afweging 2", Meldnorm.EEN, cit=True),
        (_V.VEILIGHEID, _A.JA): Gevolg(_U.MELDEN, "Meldcode › Afweging 2", Meldnorm.EEN, cit=True),
        (_V.HULP, _A.NEE): Gevolg(_U.MELDEN, "Meldcode › Afweging 3", Meldnorm.TWEE, met_vt=True),
        (_V.HULP, _A.JA): Gevolg(_U.VERDER, "Meldcode › Afweging 3", met_vt=True),
        # the plan says to report and names no norm here: 2 is proposed, a reason may change it
        (_V.ACCEPTATIE, _A.NEE): Gevolg(_U.MELDEN, "Meldcode › Afweging 4", Meldnorm.TWEE, norm_vrij=True, met_vt=True),
        (_V.ACCEPTATIE, _A.JA): Gevolg(_U.HULP, "Meldcode › Afweging 4", met_vt=True),
        (_V.RESULTAAT, _A.NEE): Gevolg(_U.MELDEN, "Meldcode › Afweging 5", Meldnorm.DRIE, met_vt=True),
        (_V.RESULTAAT, _A.JA): Gevolg(_U.NAZORG, "Meldcode › Afweging 5", met_vt=True),
    }
)
"""The whole afwegingskader where the dossier says nothing that goes before it. An answer not in it cannot be given."""

DISCLOSURE = Gevolg(Uitkomst.MELDEN, "Meldcode › Acute onveiligheid, disclosure", Meldnorm.EEN, cit=True)
"""Disclosure counts as acute: no answer, also not NEE, closes over it."""
EERGERELATEERD = Gevolg(Uitkomst.VEILIG_THUIS, "Meldcode › Eergerelateerd geweld")
"""Suspicion of eergerelateerd geweld: Veilig Thuis at once, the steps are decided with them."""


def antwoorden(vraag: Vraag) -> tuple[Antwoord, ...]:
    """Return the answers that a question can have, in the order in which they stand on screen."""
    return tuple(antwoord for antwoord in Antwoord if (vraag, antwoord) in REGELS)


def vooraf(invoer: Invoer) -> Gevolg | None:
    """Return what the dossier itself demands before any question is answered; None where it demands nothing (more).

    Disclosure goes first: reporting includes the call to Veilig Thuis that eergerelateerd geweld asks for.
    """
    if invoer.gemeld:
        return None
    if invoer.disclosure:
        return DISCLOSURE
    if invoer.eergerelateerd and not invoer.besloten:
        return EERGERELATEERD
    return None


def gevolg(vraag: Vraag, antwoord: Antwoord, invoer: Invoer) -> Gevolg:
    """Return the outcome of an answer given what the dossier says.

    Reporting by an answer keeps its own norm. Whatever would go on, start help or close gives way to what the dossier
    demands. Once that demand is met (reported, or decided with Veilig Thuis) the walk goes on, but an answer alone
    still does not close over it. Raises KeyError for an answer that the question does not have.
    """
    regel = REGELS[vraag, antwoord]
    if regel.uitkomst is Uitkomst.MELDEN:
        return regel
    eis = vooraf(invoer)
    if eis is not None:
        return replace(eis, met_vt=regel.met_vt or eis.met_vt)
    if regel.uitkomst is Uitkomst.SLUITEN and (invoer.disclosure or invoer.eergerelateerd):
        return replace(regel, uitkomst=Uitkomst.BESLUIT, met_vt=True)
    return regel
