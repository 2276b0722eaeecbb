"""What the papers for the board hold: the figures of a period, gathered from the vault and without any name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.models.bestuurspakket import Bestuurspakket, Onderdeel
from desktop.models.incidentcijfers import Incidentjaar
from desktop.models.incidentcijfers import kort as incidenten_kort
from desktop.models.rapportage import Bundel, Jaarbundel
from desktop.models.telling import Tabel, Telling

_LIJN = ("Stappen gezet zoals afgesproken", "Genomen stappen (meer dan één kan)")
"""The tables of the reports that tell how the agreed steps go."""


@dataclass(frozen=True, slots=True)
class Ronde:
    """An established round of monitoring and what was decided on it; names were taken out of its texts."""

    lijst: str
    van: date | None
    tot: date | None
    groepen: int
    besproken: int
    uitkomst: str
    besluit: str
    acties: int


@dataclass(frozen=True, slots=True)
class Trainingstand:
    """One training: how many of the staff have it, how many have it planned, how many lack it."""

    training: str
    heeft: int
    gepland: int
    mist: int


@dataclass(frozen=True, slots=True)
class Jaarregel:
    """One task of the plan that fell in the period, and where it stands: gedaan, overgeslagen, or still open."""

    dag: date
    taak: str
    wie: str
    stand: str


@dataclass(frozen=True, slots=True)
class Pakketinhoud:
    """All figures of a delivery. Small counts of situations and incidents are kept back as the delivery says.

    Those of staff, rounds and tasks are not: they point at no family.
    """

    pakket: Bestuurspakket
    meldcode: Jaarbundel
    zonder_rapport: int
    incidenten: Incidentjaar
    te_registreren: int
    rondes: tuple[Ronde, ...]
    rondes_open: int
    team: int
    scholing: tuple[Trainingstand, ...]
    jaar: tuple[Jaarregel, ...]
    eigen_taken: int
    """Tasks that the school wrote itself: counted only, for a name could stand in them."""

    def met(self, pakket: Bestuurspakket) -> Pakketinhoud:
        """Return the same figures under another choice of parts and of keeping small counts back."""
        weg = pakket.klein_afschermen is not False
        bundel = Bundel(van=pakket.van, tot=pakket.tot, klein_afschermen=weg)
        return replace(
            self,
            pakket=pakket,
            meldcode=Jaarbundel(bundel, self.meldcode.rapportages),
            incidenten=self.incidenten.met(afgeschermd=weg),
        )

    @property
    def afgeschermd(self) -> bool:
        """Whether small counts are kept back."""
        return self.meldcode.afgeschermd

    def meldcode_tabellen(self) -> tuple[Tabel, ...]:
        """Return the counts of the reports, without those that belong to the ongoing line."""
        return tuple(t for t in self.meldcode.tabellen() if t.naam not in _LIJN)

    def lijn_tabellen(self) -> tuple[Tabel, ...]:
        """Return the counts that tell whether the steps were taken as agreed."""
        return tuple(t for t in self.meldcode.tabellen() if t.naam in _LIJN)

    def jaar_tabel(self) -> Tabel:
        """Return how many tasks are done, skipped and open."""
        standen = dict.fromkeys(("Gedaan", "Overgeslagen", "Nog open"), 0)
        for regel in self.jaar:
            standen[regel.stand] += 1
        return Tabel("Taken van het plan in deze periode", tuple(Telling(k, n) for k, n in standen.items()))

    def scholing_tabellen(self) -> tuple[Tabel, ...]:
        """Return per training how many of the staff have it, and how many still have to follow it."""
        return tuple(
            Tabel(s.training, (Telling("Gevolgd", s.heeft), Telling("Nog te volgen", s.mist)))
            for s in self.scholing
            if self.team
        )

    def tabellen(self, deel: Onderdeel) -> tuple[Tabel, ...]:
        """Return all counts of a part."""
        match deel:
            case Onderdeel.MELDCODE:
                return self.meldcode_tabellen()
            case Onderdeel.INCIDENTEN:
                return self.incidenten.tabellen()
            case Onderdeel.LIJN:
                return self.lijn_tabellen()
            case Onderdeel.SCHOLING:
                return self.scholing_tabellen()
            case Onderdeel.JAARCYCLUS:
                return (self.jaar_tabel(),)
            case _:
                return ()

    def ontbreekt(self, deel: Onderdeel) -> str:
        """Return what a part still misses, in a sentence; '' where nothing does."""
        open_ = sum(regel.stand == "Nog open" for regel in self.jaar)
        mist = sum(stand.mist for stand in self.scholing)
        zinnen = {
            Onderdeel.MELDCODE: (self.zonder_rapport, "rapportage ontbreekt", "rapportages ontbreken"),
            Onderdeel.INCIDENTEN: (
                self.te_registreren,
                "incident is nog niet geregistreerd",
                "incidenten zijn nog niet geregistreerd",
            ),
            Onderdeel.MONITORING: (
                self.rondes_open,
                "ronde is nog niet vastgesteld",
                "rondes zijn nog niet vastgesteld",
            ),
            Onderdeel.JAARCYCLUS: (open_, "taak is nog open", "taken zijn nog open"),
        }
        if deel is Onderdeel.LIJN and not self.pakket.lijn.strip():
            return "De toelichting is nog leeg"
        if deel is Onderdeel.SCHOLING and mist and not self.pakket.scholing.strip():
            return "De toelichting is nog leeg"
        n, een, meer = zinnen.get(deel, (0, "", ""))
        return f"{n} {een if n == 1 else meer}" if n else ""

    def kort(self, deel: Onderdeel) -> str:
        """Return in a sentence what a part holds; for the school itself, so nothing is kept back."""
        n = len(self.meldcode.rapportages)
        volgens = sum(r.volgens_afspraak is True for r in self.meldcode.rapportages)
        gedaan = sum(regel.stand == "Gedaan" for regel in self.jaar)
        over = sum(regel.stand == "Overgeslagen" for regel in self.jaar)
        match deel:
            case Onderdeel.MELDCODE:
                return f"{_tel(n, 'situatie', 'situaties')} met een rapportage." if n else "Geen rapportages."
            case Onderdeel.INCIDENTEN:
                return incidenten_kort(self.incidenten)
            case Onderdeel.LIJN:
                return f"Stappen zoals afgesproken: bij {volgens} van {n}." if n else _GEEN_LIJN
            case Onderdeel.SCHOLING:
                mist = ", ".join(f"{s.training.lower()} {s.mist}" for s in self.scholing if s.mist)
                return f"Nog te volgen, van {self.team} mensen: {mist}." if mist else "Niemand mist een training."
            case Onderdeel.MONITORING:
                besluiten = _tel(len(self.rondes), "ronde met een besluit", "rondes met een besluit")
                return f"{besluiten}." if self.rondes else "Geen vastgestelde ronde."
            case _ if not self.jaar:
                return "Er staan geen taken van het plan klaar."
            case _:
                return f"{gedaan} gedaan, {over} overgeslagen, van {_tel(len(self.jaar), 'taak', 'taken')}."


_GEEN_LIJN = "Zonder rapportages staat hier alleen je toelichting."


def _tel(n: int, een: str, meer: str) -> str:
    return f"{n} {een if n == 1 else meer}"
