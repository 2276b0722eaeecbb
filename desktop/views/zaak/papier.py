"""The papers of a case as the print dialog asks for them: each is rendered once, off the user's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.services.beeld import stapel
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.views.afdrukken.bron import Bron, Gedrukt, Keuze

Druk = Callable[[Callable[[], Bron]], None]
"""Opens the print dialog for what the callable gathers on the vault's lane."""


class PapierBron:
    """One paper, or several ways to make it, of which the first is proposed."""

    def __init__(self, diensten: Diensten, papieren: Sequence[tuple[str, Papier]]) -> None:
        self._d = diensten
        self._papieren = [papier for _, papier in papieren]
        self._gemaakt: dict[int, Gedrukt] = {}
        self.titel = self._papieren[0].titel
        self.keuzes: Sequence[Keuze] = [
            Keuze(label or papier.titel, 1 if n == 0 else 0, papier.bestandsnaam)
            for n, (label, papier) in enumerate(papieren)
        ]

    def maak(self, nummer: int) -> Gedrukt:
        """Render one of them."""
        if nummer not in self._gemaakt:
            gemaakt = self._papieren[nummer].maak()
            self._gemaakt[nummer] = Gedrukt(gemaakt.pdf, gemaakt.ontbrekend)
        return self._gemaakt[nummer]

    def bundel(self, aantallen: Sequence[int], *, tweezijdig: bool) -> Gedrukt:
        """Return so many of each as one print job."""
        gekozen = [(self.maak(n), aantal) for n, aantal in enumerate(aantallen) if aantal]
        tekens = tuple(dict.fromkeys(teken for een, _ in gekozen for teken in een.ontbrekend))
        if len(gekozen) == 1:
            return Gedrukt(stapel(gekozen[0][0].pdf, gekozen[0][1], tweezijdig=tweezijdig), tekens)
        pdfs = [een.pdf for een, aantal in gekozen for _ in range(aantal)]
        return Gedrukt(self._d.documenten.voeg_samen(pdfs, tweezijdig=tweezijdig), tekens)

    def noteer(self, actie: str, nummers: Sequence[int]) -> None:
        """Log a line for each copy."""
        for nummer in nummers:
            papier = self._papieren[nummer]
            if papier.record is not None:
                self._d.documenten.noteer(papier.record, actie, papier.leerling)
