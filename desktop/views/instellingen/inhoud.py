"""The content set of another school group: choose a folder, see what is wrong in it, use it, or go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.models.rechten import Actie
from desktop.services.inhoud import Keuring, keur
from desktop.views.widgets import Alinea, Knop, KortLabel, Pil, SectieKop, StroomLayout, rij, zeg

if TYPE_CHECKING:
    from desktop.views.instellingen.deel import Deel

_REGELS = 9


class InhoudBlok(QWidget):
    """Says which content set the plan has on this computer. A folder with a fault in it is never used."""

    def __init__(self, deel: Deel) -> None:
        super().__init__()
        self._o = deel.o
        thema = deel.o.thema
        self.bron = KortLabel("", "sterk")
        self.pil = Pil(thema, "", "goed")
        self.kies = Knop("Kies een map…", thema, icoon="folder-open")
        self.terug = Knop("Terug naar de meegeleverde inhoud", thema, "stil", "arrow-counter-clockwise")
        self.fouten = QPlainTextEdit()
        self.fouten.setReadOnly(True)
        self.fouten.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.fouten.setAccessibleName("Wat er mis is in de map")
        self.fouten.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.fouten.setFixedHeight(thema.px(22 * _REGELS))
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, thema.px(32), 0, 0)
        vak.setSpacing(thema.px(8))
        vak.addWidget(SectieKop(thema, "Eigen inhoud van je scholengroep", "folder"))
        vak.addWidget(
            Alinea(
                "Heeft je scholengroep een eigen plan? Kies dan de map waarin het staat. Vangnet kijkt de map na "
                "en gebruikt hem op deze computer. Wat jullie hierboven invullen, blijft staan.",
                "zacht",
            )
        )
        vak.addWidget(self.bron)
        vak.addLayout(rij(thema, self.pil, 1))
        vak.addWidget(self.fouten)
        knoppen = StroomLayout(thema)
        knoppen.addWidget(self.kies)
        knoppen.addWidget(self.terug)
        vak.addLayout(knoppen)
        self.fouten.hide()
        self.kies.clicked.connect(self._kies)
        self.terug.clicked.connect(self._terug)
        mag = not deel.o.verboden(Actie.SCHOOL)
        self.kies.setEnabled(mag)
        self.terug.setEnabled(mag)

    def toon(self) -> None:
        """Say what is in use now, and why a folder that was chosen earlier is not."""
        houder = self._o.plan
        folder, fouten = houder.inhoudsmap(), houder.inhoudsfouten()
        self.terug.setVisible(bool(folder))
        if folder and fouten:
            self._toon_fouten(folder, fouten)
            return
        self.fouten.hide()
        self.bron.zet(folder or "De inhoud die met Vangnet meekomt")
        aantal = len(houder.plan.paginas())
        self.pil.zet(f"In gebruik: {aantal} pagina's", "goed")

    def _kies(self) -> None:
        folder = self._o.plan.kies_map(self)
        if folder is None:
            return
        self.kies.setEnabled(False)
        self.pil.zet("De map wordt nagekeken…", "info")
        self._o.work.werk(self, lambda: keur(folder), self._gekeurd)

    def _gekeurd(self, keuring: Keuring) -> None:
        self.kies.setEnabled(True)
        if keuring.inhoud is None:
            self._toon_fouten(str(keuring.folder), keuring.fouten)
            return
        self._o.plan.zet_inhoud(keuring)
        self.toon()
        zin = f"In gebruik: {keuring.paginas} pagina's en {keuring.organisaties} organisaties"
        self.pil.zet(zin, "goed")
        zeg(self, zin)

    def _toon_fouten(self, folder: str, fouten: tuple[str, ...]) -> None:
        aantal = "1 fout" if len(fouten) == 1 else f"{len(fouten)} fouten"
        self.bron.zet(folder)
        self.pil.zet(f"Niet in gebruik: {aantal}", "fout")
        self.fouten.setPlainText("\n".join(fouten))
        self.fouten.show()
        zeg(self, f"De map heeft {aantal} en wordt niet gebruikt.")

    def _terug(self) -> None:
        self._o.plan.zet_inhoud(None)
        self.toon()
