"""Who of the staff has which training, now or at an earlier moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from desktop.models.core import Wie
from desktop.models.opslag import Stored
from desktop.models.personen import Medewerker
from desktop.models.schooljaarstukken import VERWACHT, Scholing, Training
from desktop.services.geteld import op_moment
from desktop.vault.store import Vault

BINNENKORT = timedelta(days=90)
"""A certificate that runs out within a school term is named, so that a course can still be found."""


@dataclass(frozen=True, slots=True)
class Gevolgd:
    """A training as it stands with one person: the newest record of it; `hele_team`: it was followed by everyone."""

    stored: Stored
    scholing: Scholing
    hele_team: bool
    vandaag: date

    @property
    def gepland(self) -> bool:
        """Whether it is still to come."""
        return self.scholing.datum is None

    @property
    def verlopen(self) -> bool:
        """Whether its certificate ran out."""
        return self.scholing.geldig_tot is not None and self.scholing.geldig_tot < self.vandaag

    @property
    def verloopt(self) -> bool:
        """Whether its certificate runs out soon."""
        tot = self.scholing.geldig_tot
        return tot is not None and self.vandaag <= tot <= self.vandaag + BINNENKORT

    @property
    def telt(self) -> bool:
        """Whether the person has it now."""
        return not self.gepland and not self.verlopen


@dataclass(frozen=True, slots=True)
class Personeelslid:
    """One person of the staff with the newest record of each training, by its name."""

    wie: Wie
    trainingen: Mapping[str, Gevolgd]

    def mist(self) -> tuple[Training, ...]:
        """Return which of the expected trainings this person does not have (plan: relations, and meldcode)."""
        return tuple(t for t in VERWACHT if t.label not in self.trainingen or not self.trainingen[t.label].telt)


@dataclass(frozen=True, slots=True)
class Scholingsbeeld:
    """Staff against trainings. `kolommen` are names of trainings: the expected ones first, then what was followed."""

    kolommen: tuple[str, ...]
    team: tuple[Personeelslid, ...]
    overig: tuple[Gevolgd, ...]
    """What was followed by people who are no staff (any more)."""

    @property
    def missen(self) -> Sequence[Personeelslid]:
        """Return who lacks an expected training."""
        return [p for p in self.team if p.mist()]


def scholingsbeeld(vault: Vault, vandaag: date, toen: datetime | None = None) -> Scholingsbeeld:
    """Return staff against trainings: what everyone followed counts for who was there then and for who came later.

    It cannot be known who was on the team on an earlier day, so a training of the whole team is shown as such.
    `toen`: as it stood at that moment.
    """
    kolommen = dict.fromkeys(t.label for t in VERWACHT)
    voor_allen: dict[str, Gevolgd] = {}
    per_persoon: dict[UUID, dict[str, Gevolgd]] = {}
    overig: list[Gevolgd] = []
    team = _team(vault, toen)
    bekend = {lid.persoon for lid in team}
    for stored, value in op_moment(vault, Scholing, toen):
        een = Gevolgd(stored, value, value.wie is None, vandaag)
        wie = vault.resolve(value.wie.persoon) if value.wie and value.wie.persoon else None
        if value.wie is None:
            kolommen[value.titel()] = None
            _zet(voor_allen, een)
        elif wie in bekend and wie is not None:
            kolommen[value.titel()] = None
            _zet(per_persoon.setdefault(wie, {}), een)
        else:
            overig.append(een)
    leden = []
    for lid in team:
        eigen = per_persoon.get(lid.persoon, {}) if lid.persoon else {}
        samen = dict(voor_allen)
        for een in eigen.values():
            _zet(samen, een)
        leden.append(Personeelslid(lid, samen))
    return Scholingsbeeld(tuple(kolommen), tuple(leden), tuple(overig))


def _team(vault: Vault, toen: datetime | None) -> Sequence[Wie]:
    gevonden = [(s.record, m) for s, m in op_moment(vault, Medewerker, toen)]
    actief = sorted(((u, m) for u, m in gevonden if not m.weg_sinds), key=lambda paar: paar[1].sorteer())
    return [Wie(persoon=u, naam=m.titel(), hoedanigheid=m.functie or "medewerker") for u, m in actief]


def _zet(waar: dict[str, Gevolgd], een: Gevolgd) -> None:
    """Keep the training that says most: one that counts before one that does not, then the newest day."""
    naam = een.scholing.titel()
    ander = waar.get(naam)
    if ander is None or _gewicht(een) >= _gewicht(ander):
        waar[naam] = een


def _gewicht(een: Gevolgd) -> tuple[bool, date, date]:
    s = een.scholing
    return (een.telt, s.geldig_tot or date.max, s.datum or s.gepland_op or date.min)
