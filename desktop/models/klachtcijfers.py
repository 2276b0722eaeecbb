"""The complaints of a period, counted: how many, by whom, whether they were settled, and to whom they went on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.models.klacht import Doorverwezen, Klacht, Klager
from desktop.models.schooljaar import Periode
from desktop.models.telling import Tabel, Telling, tel_af

_GEEN = "Niet ingevuld"


@dataclass(frozen=True, slots=True)
class Klachtjaar:
    """The complaints of a period, counted by one property a table; `afgeschermd` keeps small numbers back.

    It holds no name. Within the vault of complaints the numbers are shown as they are.
    """

    periode: Periode
    klachten: tuple[Klacht, ...]
    afgeschermd: bool = False

    @property
    def aantal(self) -> Telling:
        """Return how many there are."""
        return tel_af([("Klachten", len(self.klachten))], afschermen=self.afgeschermd)[0]

    @property
    def leeg(self) -> bool:
        """Whether there was none: that may always be said."""
        return not self.klachten

    def met(self, *, afgeschermd: bool) -> Klachtjaar:
        """Return the same with small numbers kept back, or as they are."""
        return replace(self, afgeschermd=afgeschermd)

    def tabellen(self) -> tuple[Tabel, ...]:
        """Return all counts in the order of the paper; an empty period has only its number."""
        aantal = Tabel("Aantal", (self.aantal,))
        if self.leeg:
            return (aantal,)
        k = self.klachten
        klager = [(s.label, sum(x.klager is s for x in k)) for s in Klager]
        door = [(s.label, sum(x.doorverwezen is s for x in k)) for s in Doorverwezen]
        eind = [x.tevreden for x in k]
        tevreden = [("Ja", eind.count(True)), ("Nee", eind.count(False)), ("Loopt nog", eind.count(None))]
        return (
            aantal,
            self._tabel("Wie klaagde", klager),
            self._tabel("Naar tevredenheid afgehandeld", tevreden),
            self._tabel("Doorverwezen", door),
        )

    def _tabel(self, naam: str, paren: Sequence[tuple[str, int]]) -> Tabel:
        """Counts that together are the (known) total: what is filled in nowhere counts as such."""
        open_ = len(self.klachten) - sum(n for _, n in paren)
        alle = [*paren, (_GEEN, open_)] if open_ else list(paren)
        return Tabel(naam, tel_af(alle, alle, afschermen=self.afgeschermd))
