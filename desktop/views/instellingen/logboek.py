"""Who did what: the audit as a list that reads pages as they come into view."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.rechten import Actie
from desktop.services.logboek import Logregel
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
        self._totaal = 0
        self.model = BladModel(self._haal)
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
        self._totaal = 0
        self.model.begin(0)

    def _begin(self, keer: int, totaal: int) -> None:
        if keer != self._keer:
            return
        self._totaal = totaal
        self.telling.setText(f"{totaal:,} regels".replace(",", "."))
        self.model.begin(totaal)

    def _haal(self, begin: int, aantal: int) -> None:
        keer, totaal = self._keer, self._totaal
        self.o.work.kluis(
            self,
            lambda: self.o.diensten.logboek.blad(totaal, begin, aantal),
            lambda regels: self._ontvang(keer, begin, regels),
            self.meld_fout,
        )

    def _ontvang(self, keer: int, begin: int, regels: Sequence[Logregel]) -> None:
        if keer == self._keer:
            self.model.ontvang(begin, [_rij(begin + n, regel) for n, regel in enumerate(regels)])


def _rij(nummer: int, regel: Logregel) -> RijInhoud:
    delen = (f"{toon_tijd(regel.op.time())} uur", regel.titel, regel.reden)
    wie = regel.wie or "Vangnet"
    onder = " · ".join(deel for deel in delen if deel)
    return RijInhoud(
        nummer, f"{wie}: {regel.wat[:1].lower()}{regel.wat[1:]}", onder, links=toon_datum(regel.op.date(), kort=True)
    )
