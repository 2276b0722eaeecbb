"""The panel beside a question: what the dossier says, each fact a button to the record that says it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.services.wegen import Gezinslid
from desktop.views.forms.basis import regel
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Kaart, Knop, KnopKaart, Label, maak_leeg
from desktop.views.zaak.feiten import Feit, Groep

_DAGVAK = 104
_EERST = 6
"""So many facts of a group show at once; the rest on request."""


class Feitkaart(KnopKaart):
    """A fact with its day at the left."""

    def __init__(self, thema: Thema, feit: Feit, parent: QWidget | None = None) -> None:
        self.feit = feit
        super().__init__(thema, feit.tekst, feit.bij, kleur=feit.kleur, parent=parent)
        naam = ", ".join(deel for deel in (feit.dag, feit.tekst, feit.bij) if deel)
        self.setAccessibleName(naam)
        self.setEnabled(feit.plek is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the day beside it."""
        super().paintEvent(event)
        thema, p = self._thema, QPainter(self)
        p.setFont(thema.font("klein", QFont.Weight.DemiBold))
        p.setPen(thema.kleur("zacht"))
        vak = QRectF(thema.px(20), 0, thema.px(_DAGVAK - 24), self.height())
        p.drawText(vak, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.feit.dag)

    def _titelletter(self) -> QFont:
        return self._thema.font("basis", QFont.Weight.DemiBold)

    def _tekstvak(self, width: int) -> tuple[int, int]:
        links = self._thema.px(_DAGVAK if self.feit.dag else 20)
        return links, max(width - links - self._thema.px(12), self._thema.px(40))


class Dossierpaneel(Kaart):
    """Shows groups of facts; `gekozen` carries the place of the record of one."""

    gekozen = Signal(object)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(thema, "paneel", parent)
        self._thema = thema
        self.setAccessibleName("Wat het dossier hierover zegt")
        self.kaarten: list[Feitkaart] = []

    def zet(self, groepen: Sequence[Groep], gezin: Sequence[Gezinslid], waarschuw: bool) -> None:
        """Show what the dossier says; `waarschuw`: remind of what goes before every answer."""
        maak_leeg(self.inhoud)
        self.kaarten = []
        thema, vak = self._thema, self.inhoud
        vak.addWidget(Label("Wat het dossier hierover zegt", "sectie"))
        if not groepen:
            vak.addWidget(regel("Er staat nog niets in dit dossier dat hierbij hoort.", "zacht"))
        for groep in groepen:
            vak.addSpacing(thema.px(4))
            vak.addWidget(Label(groep.kop, "veld"))
            for feit in groep.feiten[:_EERST]:
                vak.addWidget(self._kaart(feit))
            if len(groep.feiten) > _EERST:
                self._rest(groep)
        for lid in gezin:
            aantal = "1 signaal" if lid.signalen == 1 else f"{lid.signalen or 'geen'} signalen"
            knop = Knop(f"Broer of zus op school: {lid.naam} ({aantal})", thema, "koppeling", "users-three").krimpbaar()
            knop.clicked.connect(lambda _=False, kind=lid.leerling: self.gekozen.emit(Plek("leerling", kind)))
            vak.addWidget(knop)
        if waarschuw:
            vak.addSpacing(thema.px(4))
            zin = "Eergerelateerd geweld of disclosure? Dan eerst Veilig Thuis, geen gesprek met ouders vooraf."
            vak.addWidget(regel(zin, "klein"))
        vak.addStretch(1)

    def _kaart(self, feit: Feit) -> Feitkaart:
        kaart = Feitkaart(self._thema, feit)
        kaart.clicked.connect(lambda: self.gekozen.emit(feit.plek))
        self.kaarten.append(kaart)
        return kaart

    def _rest(self, groep: Groep) -> None:
        """A button that shows the facts of a group that do not show yet."""
        rest = groep.feiten[_EERST:]
        knop = Knop(f"Toon er nog {len(rest)}", self._thema, "koppeling", "caret-down")
        knop.setAccessibleName(f"{groep.kop}: toon er nog {len(rest)}")

        def toon() -> None:
            plek, kaarten = self.inhoud.indexOf(knop), [self._kaart(feit) for feit in rest]
            for n, kaart in enumerate(kaarten):
                self.inhoud.insertWidget(plek + n, kaart)
                kaart.show()
            kaarten[0].setFocus(Qt.FocusReason.OtherFocusReason)
            knop.hide()

        knop.clicked.connect(toon)
        self.inhoud.addWidget(knop)
