"""The sociale kaart: an organisation, when it can be reached, and the school's own entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

from desktop.models.core import Keuze, Problem, Record, Veld
from desktop.models.plan import RUBRIEKEN
from desktop.models.tekst import Tekst

GROEPEN = (
    "Bij gevaar en meldcode",
    "Hulp voor leerling en gezin",
    "Onderwijs en inspectie",
    "Politie en justitie",
    "Praten en advies",
)
"""The headings of the list, in its order."""

_DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
_DAGNAMEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_REGEL = re.compile(
    r"(ma|di|wo|do|vr|za|zo)(?:-(ma|di|wo|do|vr|za|zo))? ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)"
)
Stand = Literal["open", "dicht", "onbekend"]


@dataclass(frozen=True, slots=True)
class Uren:
    """One range of hours: on weekdays `van_dag` to `tot_dag` (0 is Monday), from `begin` to `eind` in minutes."""

    van_dag: int
    tot_dag: int
    begin: int
    eind: int

    def geldt(self, dag: int, minuut: int) -> bool:
        """Return whether a moment falls in it: a weekday and minutes since midnight."""
        in_dagen = (dag - self.van_dag) % 7 <= (self.tot_dag - self.van_dag) % 7
        return in_dagen and self.begin <= minuut < self.eind


def lees_uren(regel: str) -> Uren | None:
    """Return the hours that a text such as 'ma-vr 09:00-17:00' means; None where it means nothing. 24:00 ends a day."""
    gevonden = _REGEL.fullmatch(regel.strip())
    if gevonden is None:
        return None
    van, tot, *cijfers = gevonden.groups()
    begin_uur, begin_minuut, eind_uur, eind_minuut = map(int, cijfers)
    begin, eind = begin_uur * 60 + begin_minuut, eind_uur * 60 + eind_minuut
    if not begin < eind <= 24 * 60:
        return None
    return Uren(_DAGEN.index(van), _DAGEN.index(tot or van), begin, eind)


@dataclass(frozen=True, slots=True)
class Organisatie:
    """One entry. `uren` () means that the hours are not known; `eigen` that the school itself added it.

    `telefoon_nacht` is another number outside these hours; `feestdagen` says that public holidays make no difference.
    """

    sleutel: str
    naam: str
    voor: str
    groep: str
    rollen: tuple[str, ...] = ()
    telefoon: str = ""
    telefoon_nacht: str = ""
    uren: tuple[Uren, ...] = ()
    uren_tekst: str = ""
    feestdagen: bool = False
    mail: str = ""
    site: str = ""
    gratis: bool = False
    bron: str = ""
    volgorde: int = 0
    eigen: bool = False

    def stand(self, nu: datetime, feestdag: bool) -> Stand:
        """Return whether it answers its (day) number at this local moment; `feestdag`: today is a public holiday."""
        if not self.uren:
            return "onbekend"
        if feestdag and not self.feestdagen:
            return "dicht"
        minuut = nu.hour * 60 + nu.minute
        return "open" if any(u.geldt(nu.weekday(), minuut) for u in self.uren) else "dicht"

    def nummer(self, nu: datetime, feestdag: bool) -> str:
        """Return the number to call now: the one for the night when it is closed and has one."""
        dicht = self.stand(nu, feestdag) == "dicht"
        return self.telefoon_nacht if dicht and self.telefoon_nacht else self.telefoon

    def weer_open(self, nu: datetime, feestdagen: frozenset[date]) -> datetime | None:
        """Return the first moment after now at which it opens, within two weeks; None where that is not known."""
        for verder in range(15):
            dag = nu.date() + timedelta(days=verder)
            if dag in feestdagen and not self.feestdagen:
                continue
            for begin in sorted(u.begin for u in self.uren if u.geldt(dag.weekday(), u.begin)):
                moment = datetime.combine(dag, time(begin // 60, begin % 60), nu.tzinfo)
                if moment > nu:
                    return moment
        return None


def uren_in_woorden(uren: Sequence[Uren]) -> str:
    """Return hours as they are said: 'maandag t/m vrijdag, 9 tot 12 en 13 tot 17 uur'; '' for none."""
    per_dagen: dict[tuple[int, int], list[Uren]] = {}
    for een in uren:
        per_dagen.setdefault((een.van_dag, een.tot_dag), []).append(een)
    return "; ".join(f"{_dagen(*dagen)}, {_tijden(rij)}" for dagen, rij in per_dagen.items()).replace(
        "elke dag, de hele dag", "dag en nacht"
    )


def _dagen(van: int, tot: int) -> str:
    aantal = (tot - van) % 7 + 1
    if aantal == 7:
        return "elke dag"
    if aantal == 1:
        return _DAGNAMEN[van]
    return f"{_DAGNAMEN[van]} {'en' if aantal == 2 else 't/m'} {_DAGNAMEN[tot]}"


def _tijden(uren: Sequence[Uren]) -> str:
    if any((een.begin, een.eind) == (0, 24 * 60) for een in uren):
        return "de hele dag"
    return (
        " en ".join(f"{_tijd(een.begin)} tot {_tijd(een.eind)}" for een in sorted(uren, key=lambda u: u.begin)) + " uur"
    )


def _tijd(minuten: int) -> str:
    uur, rest = divmod(minuten, 60)
    return f"{uur}.{rest:02}" if rest else str(uur)


class Groep(Keuze):
    """The headings of the list, to choose from; the label is the heading."""

    GEVAAR = "gevaar", GROEPEN[0]
    HULP = "hulp", GROEPEN[1]
    ONDERWIJS = "onderwijs", GROEPEN[2]
    POLITIE = "politie", GROEPEN[3]
    PRATEN = "praten", GROEPEN[4]


class VoorRol(Keuze):
    """The nine roles of the plan, to choose from; the keys are those of `rolinhoud.ROLLEN`."""

    LEERLING = "leerling", RUBRIEKEN["leerling"]
    OUDERS = "ouders", RUBRIEKEN["ouders"]
    LEERKRACHT = "leerkracht", RUBRIEKEN["leerkracht"]
    ONDERSTEUNEND = "ondersteunend", RUBRIEKEN["ondersteunend"]
    IB = "ib", RUBRIEKEN["ib"]
    AANDACHTSFUNCTIONARIS = "aandachtsfunctionaris", RUBRIEKEN["aandachtsfunctionaris"]
    VERTROUWENSPERSOON = "vertrouwenspersoon", RUBRIEKEN["vertrouwenspersoon"]
    DIRECTEUR = "directeur", RUBRIEKEN["directeur"]
    EXTERN = "extern", RUBRIEKEN["extern"]


class KaartOrganisatie(Record):
    """An organisation that the school adds to the sociale kaart, or its own entry in the place of a shipped one."""

    KIND = "kaartorganisatie"
    NAAM = "Organisatie op de sociale kaart"

    naam: Annotated[Tekst, Veld("Naam", verplicht="bewaren", zoek="naam")]
    voor: Annotated[Tekst, Veld("Waarvoor", hulp="Voor wie is dit, en waarmee helpen ze?", zoek="tekst")] = ""
    groep: Annotated[Groep, Veld("Onder welke kop", zoek="")] = Groep.HULP
    vervangt: Tekst = ""
    """The key of the shipped entry in whose place it comes, chosen by name; '' where it comes beside them."""
    telefoon: Annotated[Tekst, Veld("Telefoon", breed=6, zoek="")] = ""
    telefoon_nacht: Annotated[Tekst, Veld("Telefoon buiten die uren", breed=6, zoek="")] = ""
    uren: Annotated[
        Tekst,
        Veld(
            "Bereikbaar",
            hulp="Bijvoorbeeld: ma-vr 09:00-17:00. Meer dan één? Zet er een komma tussen. Niet bekend? Laat leeg.",
            zoek="",
        ),
    ] = ""
    feestdagen: Annotated[bool, Veld("Ook op feestdagen", breed=6, zoek="")] = False
    gratis: Annotated[bool, Veld("Gratis bellen", breed=6, zoek="")] = False
    mail: Annotated[Tekst, Veld("E-mail", breed=6, zoek="")] = ""
    site: Annotated[Tekst, Veld("Site", hulp="Begint met https://", breed=6, zoek="")] = ""
    rollen: Annotated[
        tuple[VoorRol, ...],
        Veld("Voor wie", hulp="Daarop kun je de kaart filteren. Niets aangevinkt: voor iedereen.", zoek=""),
    ] = ()

    def titel(self) -> str:
        """Return its name."""
        return self.naam

    def regels(self, today: date) -> Sequence[Problem]:
        """Hours that cannot be read would never say 'nu bereikbaar'; a site that is no https opens nothing."""
        fouten: list[Problem] = []
        if any(lees_uren(deel) is None for deel in self.uren.split(",") if deel.strip()):
            fouten.append(Problem(("uren",), "Schrijf de uren als: ma-vr 09:00-17:00.", "bewaren"))
        if self.site and not self.site.startswith("https://"):
            fouten.append(Problem(("site",), "Een adres begint met https://.", "bewaren"))
        return tuple(fouten)

    def organisatie(self, sleutel: str) -> Organisatie:
        """Return it as an entry of the list; `sleutel` is what links to it use."""
        return Organisatie(
            sleutel=sleutel,
            naam=self.naam,
            voor=self.voor,
            groep=self.groep.label,
            telefoon=self.telefoon,
            telefoon_nacht=self.telefoon_nacht,
            uren=tuple(u for deel in self.uren.split(",") if (u := lees_uren(deel)) is not None),
            uren_tekst=self.uren,
            feestdagen=self.feestdagen,
            mail=self.mail,
            site=self.site,
            gratis=self.gratis,
            rollen=tuple(rol.value for rol in self.rollen),
            eigen=True,
        )
