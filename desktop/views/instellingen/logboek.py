"""Who did what: the audit as a list that reads pages as they come into view."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.rechten import Actie
from desktop.services.logboek import Logregel
from desktop.views.bladen import van_kluis
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.instellingen.deel import Deel, Omgeving
from desktop.views.widgets import BladModel, Label, LijstView, RijInhoud


class LogboekDeel(Deel):
    """Newest first; a line opens nothing."""

    sleutel = "logboek"
    naam = "Logboek"
    icoon = "list-bullets"
    uitleg = "Wie heeft wat bekeken, veranderd of afgedrukt. Wie een regel wijzigt, laat een spoor na."
    actie = Actie.LOGBOEK_ZIEN
    schuift = False

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._keer = 0
        self.model = BladModel(van_kluis(omgeving.work, self, self._lees, self.meld_fout))
        self.lijst = LijstView(omgeving.thema, "Logboek")
        self.lijst.setModel(self.model)
        self.telling = Label("", "klein")
        self.inhoud.addWidget(self.telling)
        self.vak.addWidget(self.lijst, 1)

    def toon(self) -> None:
        """Count again: what was done since is on top."""
        self._keer += 1
        keer = self._keer
        self.o.work.kluis(self, self.o.diensten.logboek.aantal, lambda n: self._begin(keer, n), self.meld_fout)

    def weg(self) -> None:
        """Names go from memory."""
        self._keer += 1
        self.model.begin(())

    def _begin(self, keer: int, totaal: int) -> None:
        if keer != self._keer:
            return
        self.telling.setText(f"{totaal:,} regels".replace(",", "."))
        # counted from the oldest: what is done while one looks moves no line
        self.lijst.begin(range(totaal, 0, -1))

    def _lees(self, nummers: Sequence[int]) -> dict[int, RijInhoud]:
        return {r.nummer: _rij(r) for r in self.o.diensten.logboek.blad(nummers[0], len(nummers))}


def _rij(regel: Logregel) -> RijInhoud:
    delen = (f"{toon_tijd(regel.op.time())} uur", regel.titel, regel.reden)
    wie = regel.wie or "Vangnet"
    onder = " · ".join(deel for deel in delen if deel)
    return RijInhoud(
        regel.nummer,
        f"{wie}: {regel.wat[:1].lower()}{regel.wat[1:]}",
        onder,
        links=toon_datum(regel.op.date(), kort=True),
    )
