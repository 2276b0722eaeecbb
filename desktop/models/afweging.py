"""One answer in the afwegingskader: established by itself, with its reasons, who took part, what the dossier said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Due, Problem, Record, State, Veld, Wie
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import verder
from desktop.models.vooroverleg import betreft
from desktop.models.weging import Antwoord, Gevolg, Invoer, Meldnorm, Uitkomst, Vraag, antwoorden, gevolg

_HULP = (Als("vraag", ("hulp",)),)
_ACCEPTATIE = (Als("vraag", ("acceptatie",)),)
_RESULTAAT = (Als("vraag", ("resultaat",)),)
_MET_VT = (Als("vraag", ("hulp", "acceptatie", "resultaat")),)
_WOORDEN = 6
"""A reason of fewer words than this is no sentence of substance."""


class Afweging(Record):
    """The answer to one question. `weging` groups the answers of one walk; new information starts another beside it.

    `disclosure`, `eergerelateerd`, `gemeld` and `besloten` are what the dossier said at that moment; the program fills
    them, so that the outcome can be checked years later.
    """

    KIND = "afweging"
    NAAM = "Afweging"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Antwoord", "Toets", "Veilig Thuis", "Besluit")

    leerling: Wie
    dossier: UUID
    weging: UUID
    vorige: UUID | None = None
    """The answer before it in the same walk, which it follows."""
    disclosure: bool = False
    eergerelateerd: bool = False
    gemeld: bool = False
    besloten: bool = False

    vraag: Annotated[Vraag | None, Veld("Vraag", groep="Antwoord", verplicht="bewaren", breed=6, zoek="titel")] = None
    datum: Annotated[date | None, Veld("Datum", groep="Antwoord", breed=5, verplicht="bewaren")] = None
    antwoord: Annotated[Antwoord | None, Veld("Antwoord", groep="Antwoord", verplicht="vaststellen")] = None
    reden: Annotated[
        Tekst,
        Veld(
            "Waarom?",
            groep="Antwoord",
            lang=True,
            namen=True,
            hulp="Schrijf op waar jullie je op baseren, ook wat ertegen spreekt.",
            plan="Meldcode › Wegen zorg",
            verplicht="vaststellen",
        ),
    ] = ""
    wie: Annotated[
        tuple[Wie, ...],
        Veld(
            "Wie wegen mee?",
            groep="Antwoord",
            hulp="De intern begeleider en de directeur, samen met de aandachtsfunctionaris.",
            plan="Meldcode › Wegen zorg",
            verplicht="vaststellen",
        ),
    ] = ()
    directeur_op: Annotated[
        date | None,
        Veld(
            "Directeur op de hoogte sinds",
            groep="Antwoord",
            breed=6,
            plan="Meldcode › Afweging 1",
            verplicht="vaststellen",
            toon=(Als("vraag", ("vermoeden",)), Als("antwoord", ("ja",))),
        ),
    ] = None

    hulp_mogelijk: Annotated[
        bool | None,
        Veld(
            "Kan school effectieve hulp bieden of organiseren?",
            groep="Toets",
            verplicht="vaststellen",
            toon=_HULP,
            plan="Meldcode › Afweging 3",
        ),
    ] = None
    dreiging_weg: Annotated[
        bool | None,
        Veld("Kan de dreiging worden afgewend?", groep="Toets", verplicht="vaststellen", toon=_HULP),
    ] = None
    aanvaard: Annotated[
        bool | None,
        Veld(
            "Aanvaarden de betrokkenen de hulp?",
            groep="Toets",
            verplicht="vaststellen",
            toon=_ACCEPTATIE,
            plan="Meldcode › Afweging 4",
        ),
    ] = None
    zet_zich_in: Annotated[
        bool | None,
        Veld("Zijn zij bereid zich actief in te zetten?", groep="Toets", verplicht="vaststellen", toon=_ACCEPTATIE),
    ] = None
    resultaat_veilig: Annotated[
        bool | None,
        Veld("Bereikt: veiligheid", groep="Toets", breed=4, verplicht="vaststellen", toon=_RESULTAAT),
    ] = None
    resultaat_welzijn: Annotated[
        bool | None, Veld("Bereikt: welzijn", groep="Toets", breed=4, verplicht="vaststellen", toon=_RESULTAAT)
    ] = None
    resultaat_herstel: Annotated[
        bool | None, Veld("Bereikt: herstel", groep="Toets", breed=4, verplicht="vaststellen", toon=_RESULTAAT)
    ] = None

    vt_wie: Annotated[
        Tekst,
        Veld(
            "Met wie van Veilig Thuis besproken",
            groep="Veilig Thuis",
            hulp="Vanaf vraag 3 weeg je samen met Veilig Thuis.",
            namen=True,
            breed=7,
            verplicht="vaststellen",
            toon=_MET_VT,
        ),
    ] = ""
    vt_op: Annotated[date | None, Veld("Op", groep="Veilig Thuis", breed=5, verplicht="vaststellen", toon=_MET_VT)] = (
        None
    )

    termijn: Annotated[
        date | None,
        Veld(
            "Effect zichtbaar uiterlijk op",
            groep="Besluit",
            breed=5,
            verplicht="vaststellen",
            toon=(*_ACCEPTATIE, Als("antwoord", ("ja",))),
            plan="Meldcode › Afweging 4",
        ),
    ] = None
    effect: Annotated[
        Tekst,
        Veld(
            "Waaraan is het effect te merken of te meten",
            groep="Besluit",
            lang=True,
            verplicht="vaststellen",
            toon=(*_ACCEPTATIE, Als("antwoord", ("ja",))),
        ),
    ] = ""
    casemanager: Annotated[
        Tekst,
        Veld(
            "Casemanager",
            groep="Besluit",
            hulp="De intern begeleider: verdeelt de taken en legt alle afspraken vast.",
            namen=True,
            verplicht="vaststellen",
            toon=(*_ACCEPTATIE, Als("antwoord", ("ja",))),
        ),
    ] = ""
    norm: Annotated[
        Meldnorm | None,
        Veld(
            "Meldnorm",
            groep="Besluit",
            hulp="Het plan noemt bij deze vraag geen norm. Norm 2 is een voorstel.",
            toon=(*_ACCEPTATIE, Als("antwoord", ("nee",))),
        ),
    ] = None
    norm_reden: Annotated[
        Tekst, Veld("Waarom een andere norm", groep="Besluit", toon=(*_ACCEPTATIE, Als("antwoord", ("nee",))))
    ] = ""
    nazorg: Annotated[
        Tekst,
        Veld(
            "Monitoren en nazorg: afspraken, termijnen, verwachtingen",
            groep="Besluit",
            lang=True,
            verplicht="vaststellen",
            toon=(*_RESULTAAT, Als("antwoord", ("ja",))),
            plan="Meldcode › Afweging 5",
        ),
    ] = ""
    nazorg_op: Annotated[
        date | None,
        Veld("Eerste keer kijken op", groep="Besluit", breed=5, toon=(*_RESULTAAT, Als("antwoord", ("ja",)))),
    ] = None
    cit_samen: Annotated[
        bool | None,
        Veld(
            "CIT: staan ouders open voor samenwerking?",
            groep="Besluit",
            breed=6,
            toon=(Als("vraag", ("veiligheid",)), Als("antwoord", ("ja", "twijfel"))),
            plan="Meldcode › CIT",
        ),
    ] = None
    cit_geen_ander: Annotated[
        bool | None,
        Veld(
            "CIT: is er géén andere hulp in het gezin?",
            groep="Besluit",
            breed=6,
            toon=(Als("vraag", ("veiligheid",)), Als("antwoord", ("ja", "twijfel"))),
        ),
    ] = None

    def invoer(self) -> Invoer:
        """Return what the dossier said."""
        return Invoer(self.disclosure, self.eergerelateerd, self.gemeld, self.besloten)

    def gevolg(self) -> Gevolg | None:
        """Return the outcome of this answer; None while there is no answer that the question has."""
        if self.vraag is None or self.antwoord is None or self.antwoord not in antwoorden(self.vraag):
            return None
        return gevolg(self.vraag, self.antwoord, self.invoer())

    def meldnorm(self) -> Meldnorm | None:
        """Return the norm that the report rests on, the chosen one where the plan names none."""
        uit = self.gevolg()
        return None if uit is None else (self.norm or uit.norm) if uit.norm_vrij else uit.norm

    def cit_kan(self) -> bool | None:
        """Whether the CIT can act: both conditions; None while one is unanswered."""
        delen = (self.cit_samen, self.cit_geen_ander)
        return None if None in delen and False not in delen else all(delen)

    def titel(self) -> str:
        """Return question and answer."""
        if self.vraag is None:
            return self.NAAM
        return f"{self.vraag.nummer}. {self.vraag.label}" + (
            f": {self.antwoord.label.lower()}" if self.antwoord else ""
        )

    def detail(self) -> str:
        """Return what follows from it."""
        uit = self.gevolg()
        return uit.uitkomst.label if uit else ""

    def event_at(self) -> datetime | None:
        """Return the day of weighing."""
        return datetime.combine(self.datum, time()) if self.datum else None

    def parent(self) -> UUID | None:
        """It follows the answer before it; the first belongs to its meldcode dossier."""
        return self.vorige or self.dossier

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with the pupil."""
        return betreft(self.leerling)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Reporting until it is done; the help's term, when question 5 comes back; the first look after help."""
        uit = self.gevolg()
        if state != "vastgesteld" or uit is None or self.datum is None or verder(followups):
            return ()
        rol = Rol.IB.value
        if uit.uitkomst in (Uitkomst.MELDEN, Uitkomst.VEILIG_THUIS):
            return (Due(item="melden", kind="melden", role=rol, due_on=self.datum),)
        if uit.uitkomst is Uitkomst.HULP and self.termijn:
            return (Due(item="resultaat", kind="resultaat", role=rol, due_on=self.termijn),)
        if uit.uitkomst is Uitkomst.NAZORG and self.nazorg_op:
            return (Due(item="nazorg", kind="nazorg", role=rol, due_on=self.nazorg_op),)
        return ()

    def regels(self, today: date) -> Sequence[Problem]:
        """The plan's demands across fields; see each sentence."""
        problems: list[Problem] = []
        if self.vraag and self.antwoord and self.antwoord not in antwoorden(self.vraag):
            problems.append(
                Problem(("antwoord",), "Twijfel kun je alleen bij vraag 2 kiezen. Kies ja of nee.", "bewaren")
            )
        if 0 < len(re.findall(r"\w+", self.reden)) < _WOORDEN:
            problems.append(Problem(("reden",), "Schrijf de reden in minstens één hele zin."))
        if self.datum and self.datum > today:
            problems.append(Problem(("datum",), "Deze dag moet nog komen. Leg de weging vast op de dag zelf."))
        problems += self._toets()
        if self.termijn and self.datum and self.termijn <= self.datum:
            problems.append(Problem(("termijn",), "De termijn ligt niet na de dag van de weging."))
        if self.norm and self.norm is not Meldnorm.TWEE and not self.norm_reden.strip():
            problems.append(Problem(("norm_reden",), "Schrijf waarom een andere norm dan norm 2 geldt."))
        return problems

    def _toets(self) -> Sequence[Problem]:
        """JA at 3 and 4 needs both parts, at 5 all three; two parts that are ja with NEE do not fit either."""
        delen = (
            {
                Vraag.HULP: (self.hulp_mogelijk, self.dreiging_weg),
                Vraag.ACCEPTATIE: (self.aanvaard, self.zet_zich_in),
                Vraag.RESULTAAT: (self.resultaat_veilig, self.resultaat_welzijn, self.resultaat_herstel),
            }.get(self.vraag)
            if self.vraag
            else None
        )
        if delen is None or self.antwoord is None or None in delen:
            return ()
        if self.antwoord is Antwoord.JA and not all(delen):
            return (Problem(("antwoord",), "Het antwoord is alleen ja als elk onderdeel hieronder ja is."),)
        if self.antwoord is Antwoord.NEE and all(delen):
            return (Problem(("antwoord",), "Elk onderdeel is ja, en het antwoord is nee. Pas een van beide aan."),)
        return ()
