"""A page of two parts in one place: an overview, and the record that the place names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.views.navigatie import Pagina, Plek


class TweedeligePagina(Pagina):
    """Hands on to the part that shows; a kind of page says in `toon` which that is, through `toon_deel`."""

    def __init__(self, overzicht: Pagina, stuk: Pagina, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overzicht = overzicht
        self._stuk = stuk
        self._stapel = QStackedWidget()
        for deel in (overzicht, stuk):
            self._stapel.addWidget(deel)
            deel.veranderd.connect(self.veranderd)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self._stapel)

    @property
    def huidig(self) -> Pagina:
        """Return the part that shows."""
        return self._stuk if self._stapel.currentWidget() is self._stuk else self.overzicht

    def toon_deel(self, deel: Pagina, plek: Plek) -> None:
        """Show this part, at this place."""
        self._stapel.setCurrentWidget(deel)
        deel.toon(plek)
        self.veranderd.emit()

    def titel(self) -> str:
        """Return the name of what shows."""
        return self.huidig.titel()

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way to what shows."""
        return self.huidig.kruimels()

    def mag_weg(self) -> bool:
        """Put away what is half-written."""
        return self.huidig.mag_weg()

    def berg_op(self) -> None:
        """At lock: queue the save of what is not on disk yet."""
        self._stuk.berg_op()

    def druk_af(self) -> bool:
        """Ctrl+P: print what shows here."""
        return self.huidig.druk_af()
