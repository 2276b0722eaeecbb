"""What the pages of a calamity's records share: they stand with their calamity, and lead back to it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from desktop.models.errors import NietGevonden
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.diensten import Diensten
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Geladen
from desktop.views.navigatie import Plek
from desktop.views.widgets import LeegStaat, maak_leeg

CALAMITEITEN = Plek("calamiteiten")


class CalamiteitstukPagina(StukPagina):
    """A record of a calamity; once it is read, `beeld` is what that calamity is now."""

    rail = "calamiteiten"
    lijst = CALAMITEITEN
    beeld: Calamiteitbeeld | None = None

    def toon(self, plek: Plek) -> None:
        """Show a record, or start a new one in the calamity that `extra` names."""
        self.beeld = None
        self.lijst = CALAMITEITEN
        super().toon(plek)

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the calamity."""
        weg = ("Calamiteiten", CALAMITEITEN)
        if self.beeld is None:
            return (weg,)
        return (weg, (self.beeld.calamiteit.titel(), Plek("calamiteit", self.beeld.stored.record)))

    def _ontvang(self, geladen: Geladen) -> None:
        super()._ontvang(geladen)
        if self._geladen is not geladen:
            return
        calamiteit, ronde = UUID(str(geladen.stuk.values["calamiteit"])), self._ronde
        self.lijst = Plek("calamiteit", calamiteit)

        def klaar(beeld: Calamiteitbeeld) -> None:
            if ronde == self._ronde:
                self.beeld = beeld
                self._met_beeld(beeld)
                self.veranderd.emit()

        self._work.kluis(self, lambda: self._d.calamiteiten.beeld(calamiteit, log=False), klaar)

    def _met_beeld(self, beeld: Calamiteitbeeld) -> None:
        """The calamity is read: show what depends on it."""

    def _meld(self, zin: str, stap: str) -> None:
        """Say why there is nothing to show, and lead to the calamities."""
        maak_leeg(self._meldvak)
        leeg = LeegStaat(self._thema, "info", zin, stap, "Naar de calamiteiten")
        leeg.gekozen.connect(lambda: self._navigator.ga(CALAMITEITEN))
        self._meldvak.addWidget(leeg)
        self._stapel.setCurrentWidget(self.melding)
        self.veranderd.emit()


def calamiteit_van(diensten: Diensten, record: UUID | None) -> UUID:
    """Return the calamity that a new record is for. Raises NietGevonden where the place names none."""
    if record is None:
        raise NietGevonden("Bij welke calamiteit hoort dit?", "Open eerst de calamiteit.")
    return record
