"""A piece of communication about a calamity: what a group was told, who decided, how and when; the piece is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.actieplan import Doelgroep
from desktop.models.core import Als, Bijlage, Problem, Record, Veld
from desktop.models.tekst import Tekst

PLAN_COMMUNICATIE = "Directeur › Calamiteiten › Communicatie"
_PLAN_INDIRECT = "Directeur › Calamiteiten › Indirect betrokken ouders"

VOORZICHTIG: dict[str, tuple[str, ...]] = {
    "team": (
        "Geef feiten: wat is gebeurd, wat is gedaan, wat volgt.",
        "Zeg wat je van het team verwacht, en dat niemand dit verspreidt.",
        "Vragen van buiten gaan naar het crisisteam. Niemand praat met de pers.",
        "Maak ruimte voor emoties, en regel opvang voor wie dat wil.",
    ),
    "direct": (
        "Spreek hen zo snel mogelijk, altijd met twee.",
        "Spreek ouders van verschillende leerlingen apart.",
    ),
    "indirect": (
        "Klein houden heeft de voorkeur. Doe dit alleen als het groot is of al bekend.",
        "Weeg of politie of ouders geheimhouding vragen, en wie bescherming nodig heeft.",
        "Een avond kan de onrust vergroten. Een brief of spreekuur is vaak beter.",
        "Vertel ouders vooraf over activiteiten met leerlingen.",
    ),
    "leerlingen": (
        "Houd het rustig, in en rond de groep.",
        "Begin bij het gevoel. Geef van daaruit steun en raad.",
        "Richt je op hoe het een volgende keer voorkomen wordt.",
    ),
    "gmr": ("Licht de (G)MR apart in: er zitten ouders en collega's in.",),
    "extern": ("Deel niet meer dan nodig is voor hun hulp.",),
    "media": ("Het bestuur spreekt met de media, tenzij anders is afgesproken.",),
}
"""What the plan wants one to mind for each group, in short; keys are values of `Doelgroep`."""

_INDIRECT = (Als("groep", ("indirect",)),)


class Communicatie(Record):
    """What one group was told. It is established once it has gone out: from then on it is only followed."""

    KIND = "communicatie"
    NAAM = "Communicatie"
    PERSOONLIJK = True
    VASTSTELLEN = True

    calamiteit: UUID
    groep: Annotated[
        Doelgroep | None, Veld("Met wie", breed=6, verplicht="bewaren", plan=PLAN_COMMUNICATIE, zoek="titel")
    ] = None
    onderwerp: Annotated[Tekst, Veld("Onderwerp", breed=6, namen=True, zoek="titel")] = ""
    tekst: Annotated[
        Tekst,
        Veld("De boodschap", lang=True, namen=True, verplicht="vaststellen", hulp="Alleen feiten. Geen namen."),
    ] = ""
    alleen_feiten: Annotated[bool | None, Veld("Staan er alleen feiten in?", breed=6, verplicht="vaststellen")] = None
    waarom_breed: Annotated[
        Tekst,
        Veld(
            "Waarom ook deze ouders",
            hulp="Omvang, of al bekend; en hoe geheimhouding en bescherming zijn gewogen.",
            lang=True,
            toon=_INDIRECT,
            verplicht="vaststellen",
            plan=_PLAN_INDIRECT,
        ),
    ] = ""
    voorzitter: Annotated[
        bool | None,
        Veld("Is overwogen de voorzitter van de (G)MR vooraf in te lichten?", toon=_INDIRECT, verplicht="vaststellen"),
    ] = None
    besloten_door: Annotated[Tekst, Veld("Besloten door", breed=6, namen=True, verplicht="vaststellen")] = ""
    hoe: Annotated[
        Tekst, Veld("Hoe verstuurd of verteld", hulp="Brief, mail, bijeenkomst, in de klas.", breed=6,
                    verplicht="vaststellen")
    ] = ""  # fmt: skip
    op: Annotated[date | None, Veld("Op", breed=5, verplicht="vaststellen")] = None
    om: Annotated[time | None, Veld("Om", breed=3)] = None
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Het stuk zelf", hulp="Bewaar wat echt is verstuurd.")] = ()

    def titel(self) -> str:
        """Return the group, and the subject where there is one."""
        return ": ".join(deel for deel in (self.groep.label if self.groep else "", self.onderwerp) if deel) or self.NAAM

    def event_at(self) -> datetime | None:
        """Return when it went out."""
        return datetime.combine(self.op, self.om or time()) if self.op else None

    def parent(self) -> UUID | None:
        """It follows its calamity."""
        return self.calamiteit

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """The piece itself is kept with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def regels(self, today: date) -> Sequence[Problem]:
        """What has gone out, went out; only facts are told."""
        problems = []
        if self.op and self.op > today:
            problems.append(Problem(("op",), "Deze dag moet nog komen. Stel vast als het is verstuurd."))
        if self.alleen_feiten is False:
            problems.append(Problem(("alleen_feiten",), "Haal uit de tekst wat geen feit is."))
        return problems
