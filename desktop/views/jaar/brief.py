"""Chooses what a letter of reminder is about: for which role, and over which time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode
from desktop.views.forms.basis import regel
from desktop.views.jaar.woorden import JAARMAANDEN, maandnaam
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Dialoog, KiesChip, Label, StroomLayout, pas_in_scherm

_WEKEN = (2, 4, 8)
_ROLLEN = (Rol.LEERKRACHT, Rol.IB, Rol.AANDACHTSFUNCTIONARIS, Rol.VERTROUWENSPERSOON, Rol.DIRECTEUR)


class BriefDialoog(Dialoog):
    """`maak` gets the role, the first day and the last; the letter then opens in the print dialog."""

    def __init__(
        self,
        thema: Thema,
        jaar: Periode,
        today: Callable[[], date],
        rol: Rol,
        maak: Callable[[Rol, date, date], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(thema, "Brief aan het team", parent)
        self._jaar, self._today, self._maak = jaar, today, maak
        self.inhoud.addWidget(
            Alinea(
                "Een brief zonder namen, met wat er van een rol gevraagd wordt en wanneer. Wat al gedaan of "
                "overgeslagen is, staat er niet op.",
                "zacht",
            )
        )
        self.rollen = {r: KiesChip(r.label, thema, aan=r is rol, plus=False) for r in _ROLLEN}
        self.inhoud.addWidget(Label("Voor wie", "veld"))
        self.inhoud.addLayout(self._rij(thema, self.rollen, een=True))
        bevat = jaar.bevat(today())
        self.weken = {n: KiesChip(f"De komende {n} weken", thema, aan=bevat and n == 4, plus=False) for n in _WEKEN}
        self.maanden = {m: KiesChip(maandnaam(m), thema, plus=False) for m in JAARMAANDEN}
        self.inhoud.addWidget(Label("Over welke tijd", "veld"))
        if bevat:
            self.inhoud.addLayout(self._rij(thema, self.weken, een=True))
            self.inhoud.addWidget(Label("Of kies maanden", "klein"))
        self.inhoud.addLayout(self._rij(thema, self.maanden, een=False))
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.inhoud.addStretch(1)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop("Maak de brief", "primair")
        self.doen.clicked.connect(self._doe)
        pas_in_scherm(self, thema, 640, 520)

    def _rij(self, thema: Thema, chips: dict[Rol, KiesChip] | dict[int, KiesChip], *, een: bool) -> StroomLayout:
        stroom = StroomLayout(thema, 8)
        for chip in chips.values():
            stroom.addWidget(chip)
            chip.clicked.connect(lambda _=False, c=chip, groep=chips, een=een: self._kies(c, groep, een))
        return stroom

    def _kies(self, chip: KiesChip, groep: dict[Rol, KiesChip] | dict[int, KiesChip], een: bool) -> None:
        """One role; either so many weeks, or months."""
        if een:
            for ander in groep.values():
                ander.setChecked(ander is chip)
        if groep is self.weken:
            for maand in self.maanden.values():
                maand.setChecked(False)
        elif groep is self.maanden:
            for week in self.weken.values():
                week.setChecked(False)

    def _doe(self) -> None:
        rol = next(r for r, chip in self.rollen.items() if chip.isChecked())
        periode = self.periode()
        if periode is None:
            self.fout.setText("Kies weken, of een maand of meer.")
            self.fout.show()
            return
        self.accept()
        self._maak(rol, *periode)

    def periode(self) -> tuple[date, date] | None:
        """Return the first and the last day; months that lie apart are one time with what is between them."""
        vandaag = self._today()
        for weken, chip in self.weken.items():
            if chip.isChecked():
                return vandaag, vandaag + timedelta(weeks=weken)
        gekozen = [m for m, chip in self.maanden.items() if chip.isChecked()]
        if not gekozen:
            return None
        eerste, laatste = gekozen[0], gekozen[-1]
        eind = _begin(self._jaar, laatste)
        volgende = date(eind.year + (eind.month == 12), eind.month % 12 + 1, 1)
        return _begin(self._jaar, eerste), volgende - timedelta(days=1)


def _begin(jaar: Periode, maand: int) -> date:
    return date(jaar.van.year if maand >= jaar.van.month else jaar.tot.year, maand, 1)
