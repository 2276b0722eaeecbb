"""What stands on the meldcode drawing and what each region says; facts of the plan, no places and no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.views.home.meetkunde import ZACHT

Soort = Literal["persoon", "cirkel", "afweging", "begrip", "contact", "melding"]


@dataclass(frozen=True, slots=True)
class Meldgebied:
    """One region: the page of the plan it leads to, its label with soft hyphens, and what is said of its place.

    `hue` is a colour token, `stap` the step of the law (0: none), `regel` a second line that shows, `uitleg` what a
    screen reader says after the name: the arrows that an eye follows.
    """

    sleutel: str
    label: str
    soort: Soort
    hue: str
    plaats: str
    icoon: str = ""
    stap: int = 0
    nummer: int = 0
    regel: str = ""
    uitleg: str = ""

    @property
    def naam(self) -> str:
        """The label as it is read."""
        return self.label.replace(ZACHT, "").replace("\u00a0", " ")

    @property
    def gesproken(self) -> str:
        """The place in the meldcode and the label, as a screen reader says them."""
        plaats = f"stap {self.stap}, {self.plaats}" if self.stap else self.plaats
        return f"{plaats[0].upper()}{plaats[1:]}, {self.naam}"


_GESPREK_OUDERS = f"Gesprek met ouders/ver{ZACHT}zorgers"
_LK, _IB, _DIR, _AF = "rol.leerkracht", "rol.ib", "rol.directeur", "rol.aandachtsfunctionaris"
_DIRECT = "Overleg direct met de intern begeleider of de aandachtsfunctionaris; die belt direct Veilig Thuis."


def _persoon(n: int, sleutel: str, label: str, hue: str, icoon: str, uitleg: str) -> Meldgebied:
    return Meldgebied(sleutel, label, "persoon", hue, f"persoon {n} van 4", icoon, uitleg=uitleg)


def _taak(sleutel: str, label: str, hue: str, wie: str, stap: int, icoon: str = "", uitleg: str = "") -> Meldgebied:
    return Meldgebied(sleutel, label, "cirkel", hue, wie, icoon, stap, uitleg=uitleg)


def _afweging(n: int, sleutel: str, label: str, regel: str, uitleg: str) -> Meldgebied:
    # the law puts the first two questions under step 4, what follows under step 5
    stap = 4 if n < 3 else 5
    return Meldgebied(sleutel, label, "afweging", "meldcode", f"afweging {n} van 5", "", stap, n, regel, uitleg)


def _begrip(sleutel: str, label: str, plaats: str, uitleg: str) -> Meldgebied:
    return Meldgebied(sleutel, label, "begrip", "meldcode", plaats, uitleg=uitleg)


_EERST = "eerst en steeds"

GEBIEDEN: tuple[Meldgebied, ...] = (
    _begrip(
        "onveiligheid",
        "Acute of structurele onveiligheid",
        _EERST,
        "Gaat voor elke stap. Schat het als eerste in en telkens opnieuw. Ja of twijfel: direct melden.",
    ),
    _begrip("disclosure", "Disclosure", _EERST, f"Gaat voor elke stap en telt als acuut. {_DIRECT}"),
    _begrip("eergerelateerd-geweld", "Eergerelateerd geweld", _EERST, f"Gaat voor elke stap. {_DIRECT}"),
    _persoon(
        1,
        "meldcode-leerkracht",
        "Leerkracht",
        _LK,
        "notebook",
        "Vier taken; de situatie bepaalt de volgorde. Neemt het vermoeden toe: overdragen aan de intern begeleider.",
    ),
    _taak("meldcode-signaleren", "Signaleren", _LK, "leerkracht", 1, "eye"),
    _taak("meldcode-overleg", "Overleg met collega's", _LK, "leerkracht", 2),
    _taak("meldcode-gesprek-leerling", "Gesprek met leerling", _LK, "leerkracht", 3),
    _taak("meldcode-gesprek-ouders", _GESPREK_OUDERS, _LK, "leerkracht", 3),
    _persoon(
        2,
        "meldcode-aandachtsfunctionaris",
        f"Aandachts{ZACHT}functionaris",
        _AF,
        "shield-check",
        "Adviseert leerkracht en intern begeleider, en werkt mee aan het wegen van de zorg.",
    ),
    Meldgebied(
        "meldcode-contact",
        "Contact",
        "contact",
        _AF,
        "tussen aandachtsfunctionaris en intern begeleider",
        uitleg="De aandachtsfunctionaris adviseert, de intern begeleider voert uit.",
    ),
    _persoon(
        3,
        "meldcode-ib",
        "Intern begeleider",
        _IB,
        "clipboard-text",
        "Vier taken, en samen met de directeur wegen van de zorg.",
    ),
    _taak("meldcode-dossier", "Dossier meldcode", _IB, "intern begeleider", 1, "folder-open"),
    _taak("meldcode-overleg-professionals", f"Overleg met profes{ZACHT}sio{ZACHT}nals", _IB, "intern begeleider", 2),
    _taak("meldcode-ib-gesprek-leerling", "Gesprek met leerling", _IB, "intern begeleider", 3),
    _taak("meldcode-ib-gesprek-ouders", _GESPREK_OUDERS, _IB, "intern begeleider", 3),
    _persoon(
        4,
        "meldcode-directeur",
        "Directeur",
        _DIR,
        "buildings",
        "Weegt samen met de intern begeleider. Een melding gaat uit op naam van de directeur.",
    ),
    _taak(
        "meldcode-wegen-zorg",
        "Wegen van de\u00a0zorg",
        "meldcode",
        "intern begeleider en directeur",
        4,
        "scales",
        "Hier begint het afwegingskader: vijf vragen in vaste volgorde.",
    ),
    _afweging(
        1,
        "afweging-vermoeden",
        "Vermoeden",
        "Is er een vermoeden van HGKM?",
        "JA: verder met afweging 2. NEE: dossier sluiten en de zorg blijven volgen, eventueel hulp.",
    ),
    _afweging(
        2,
        "afweging-veiligheid",
        "Veiligheid",
        "Acuut of structureel onveilig?",
        "JA of twijfel: direct melden bij Veilig Thuis, meldnorm 1. NEE: met Veilig Thuis verder met afweging 3.",
    ),
    _begrip(
        "cit",
        "CIT",
        "naast de melding bij afweging 2",
        "Crisis Interventie Team. Ook bellen kan, naast de melding en nooit in plaats daarvan.",
    ),
    _afweging(
        3,
        "afweging-hulp",
        "Hulp",
        "Hulp die de dreiging afwendt?",
        "JA: verder met afweging 4. NEE: direct melden bij Veilig Thuis, meldnorm 2.",
    ),
    _afweging(
        4,
        "afweging-acceptatie",
        "Hulp accepteren",
        "Aanvaard, en actief bereid?",
        "JA: hulp in gang zetten met een termijn, verder met afweging 5. NEE: direct melden bij Veilig Thuis; "
        "het plan noemt hier geen meldnorm.",
    ),
    _afweging(
        5,
        "afweging-resultaat",
        "Resultaat",
        "Afgesproken resultaat op tijd?",
        "JA: hulp afsluiten en de veiligheid blijven volgen. NEE: direct melden bij Veilig Thuis, meldnorm 3.",
    ),
    Meldgebied(
        "veilig-thuis-melding",
        "Melden bij Veilig Thuis",
        "melding",
        "meldcode",
        "uitkomst",
        "phone-call",
        regel="op naam van de directeur",
        uitleg="Meldnorm 1 bij veiligheid, meldnorm 2 bij hulp, meldnorm 3 bij resultaat. De zorg blijf je volgen.",
    ),
    _taak(
        "meldcode-zorg-monitoren",
        f"Zorg moni{ZACHT}toren",
        "accent",
        "leerkracht, intern begeleider en directeur",
        0,
        "arrows-clockwise",
        "Na elke uitkomst, ook na een melding. Nieuwe signalen: de meldcode begint opnieuw bij signaleren.",
    ),
)
"""In the order of the tab key: what goes before all, then as the meldcode goes; each key is a page of the plan."""

PER_SLEUTEL = {gebied.sleutel: gebied for gebied in GEBIEDEN}
