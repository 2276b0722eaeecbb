"""The list of open work: signatures and agreements by the day they are due, overdue first, per role or all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.models.opslag import Work as Werk
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.overzicht import Concept
from desktop.views.forms.lezen import toon_datum
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.plaatsen import plek_van, plek_van_werk
from desktop.views.theme import Thema
from desktop.views.widgets import KiesChip, Knop, Label, LeegStaat, LijstView, RijInhoud, VasteModel
from desktop.views.work import Work

_ROLLEN = (Rol.IB, Rol.DIRECTEUR, Rol.LEERKRACHT, Rol.AANDACHTSFUNCTIONARIS)
CONCEPT = "concept"
_WAT = {
    "tekenen": ("Nog te tekenen", "pen-nib"),
    "afspraak": ("Afspraak nakomen", "calendar-check"),
    "rapportage": ("Rapportage meldcode invullen", "clipboard-text"),
}


class OpenstaandPagina(Pagina):
    """`extra` of the place is the key of a role, 'concept' for what nobody established yet, or '' for all."""

    handleiding = "openstaand-werk"
    rail = "openstaand"

    def __init__(self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema) -> None:
        super().__init__()
        self._d = diensten
        self._work = work
        self._navigator = navigator
        self._keer = 0
        self._model = VasteModel()
        self.lijst = LijstView(thema, "Openstaand werk")
        self.lijst.setModel(self._model)
        self.lijst.gekozen.connect(navigator.ga)
        self.telling = Label("", "klein")
        self.chips: dict[str, KiesChip] = {}
        self._leeg = LeegStaat(
            thema,
            "check-circle",
            "Er staat niets open",
            "Hier komen handtekeningen die nog ontbreken, afspraken met een datum en wat nog niet is vastgesteld.",
        )
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._leeg)
        self._stapel.addWidget(self.lijst)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        vak.setSpacing(thema.px(12))
        vak.addLayout(self._kop(thema))
        vak.addLayout(self._filters(thema))
        vak.addWidget(self.telling)
        vak.addWidget(self._stapel, 1)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Openstaand werk"

    def toon(self, plek: Plek) -> None:
        """Show the open work of the role in the place."""
        rol = plek.extra if plek.extra in self.chips else ""
        for sleutel, chip in self.chips.items():
            chip.setChecked(sleutel == rol)
        self._keer += 1
        keer = self._keer
        self._work.kluis(
            self,
            lambda: self._lees(rol),
            lambda antwoord: self._zet(keer, *antwoord),
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the list. No focus proxy: that would make Tab skip what stands above it."""
        self.lijst.setFocus(event.reason())

    def _kop(self, thema: Thema) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.addWidget(Label("Openstaand werk", "kop"), 1)
        knop = Knop("Nog niet in ParnasSys", thema, icoon="file-arrow-up")
        knop.clicked.connect(lambda: self._navigator.ga(Plek("parnassys")))
        rij.addWidget(knop)
        return rij

    def _filters(self, thema: Thema) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(thema.px(8))
        rollen = ((rol.value, rol.label) for rol in _ROLLEN)
        for sleutel, naam in (("", "Iedereen"), *rollen, (CONCEPT, "Nog niet vastgesteld")):
            chip = KiesChip(naam, thema)
            chip.clicked.connect(lambda _=False, wat=sleutel: self._navigator.ga(Plek("openstaand", extra=wat)))
            self.chips[sleutel] = chip
            rij.addWidget(chip)
        rij.addStretch(1)
        return rij

    def _lees(self, wat: str) -> tuple[Sequence[RijInhoud], str]:
        """Return the rows and their count in words; runs on the vault's lane, for there can be thousands."""
        overzichten, vandaag = self._d.overzichten, self._d.session.vandaag()
        werk = [] if wat == CONCEPT else overzichten.werk(wat or None)
        # a concept belongs to who wrote it, not to a role
        concepten = overzichten.concepten() if wat in ("", CONCEPT) else []
        rijen = [*(concept_regel(c) for c in concepten), *(regel(w, vandaag) for w in werk)]
        te_laat = sum(1 for w in werk if w.due_on < vandaag)
        delen = [f"{len(werk)} open, " + (f"waarvan {te_laat} te laat" if te_laat else "niets te laat")] if werk else []
        delen += [f"{len(concepten)} nog niet vastgesteld"] if concepten else []
        return rijen, " · ".join(delen)

    def _zet(self, keer: int, rijen: Sequence[RijInhoud], telling: str) -> None:
        if keer != self._keer:
            return
        self._model.zet(rijen)
        self._stapel.setCurrentWidget(self.lijst if rijen else self._leeg)
        self.telling.setText(telling)


def concept_regel(concept: Concept) -> RijInhoud:
    """Return what nobody established yet as a list shows it."""
    row = concept.row
    wat = "Gesprek met ouders ingehouden" if concept.ingehouden else "Nog niet vastgesteld"
    titel = concept.over or row.title
    onder = " · ".join(deel for deel in (wat, row.title if concept.over else "") if deel)
    return RijInhoud(
        plek_van(row.kind, row.record),
        titel,
        onder,
        "hand-palm" if concept.ingehouden else "note-pencil",
        links=toon_datum(date.fromisoformat(row.event_at[:10]), kort=True),
        pil="Ingehouden" if concept.ingehouden else "Concept",
        toon="fout" if concept.ingehouden else "waarschuwing",
        pil_icoon="hand-palm" if concept.ingehouden else "pencil-simple",
    )


def regel(werk: Werk, vandaag: date) -> RijInhoud:
    """Return one piece of open work as a list shows it."""
    wat, icoon = _WAT.get(werk.kind, ("Openstaand", "circle"))
    te_laat = werk.due_on < vandaag
    onder = " · ".join(deel for deel in (wat, werk.title, Rol.van(werk.role).label) if deel)
    return RijInhoud(
        plek_van_werk(werk),
        werk.subject_title or werk.title,
        onder,
        icoon,
        links=toon_datum(werk.due_on, kort=True),
        pil="Te laat" if te_laat else "Vandaag" if werk.due_on == vandaag else "",
        toon="fout" if te_laat else "waarschuwing",
        pil_icoon="warning-circle" if te_laat else "clock",
    )
