"""What narrows the sociale kaart: words, a heading and a role; together they say which organisations show."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.models.plan import RUBRIEKEN
from desktop.models.rolinhoud import ROLLEN
from desktop.models.sociale_kaart import GROEPEN, Organisatie
from desktop.views.theme import Thema
from desktop.views.widgets import StroomLayout, Zoekvak

_ALLE, _IEDEREEN = "Alle soorten hulp", "Voor iedereen"


class KaartFilter(QWidget):
    """The box and the two choices above the list. An organisation without roles is for everyone."""

    gewijzigd = Signal()
    omlaag = Signal()
    """From the box to the first organisation."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoekvak = Zoekvak(thema, "Zoek op naam, onderwerp of nummer …", "Ctrl F")
        self.zoekvak.setMinimumWidth(thema.px(300))
        self.zoekvak.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.groep = _keuze("Soort hulp", [(_ALLE, ""), *((groep, groep) for groep in GROEPEN)])
        self.rol = _keuze("Voor wie", [(_IEDEREEN, ""), *((f"Voor: {RUBRIEKEN[rol].lower()}", rol) for rol in ROLLEN)])
        rand = QHBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        vak = QWidget()
        stroom = StroomLayout(thema, 12, vak)
        for keuze, breed in ((self.zoekvak, 380), (self.groep, 260), (self.rol, 260)):
            keuze.setFixedWidth(thema.px(breed))
            keuze.setMinimumHeight(thema.px(44))
            stroom.addWidget(keuze)
        rand.addWidget(vak)
        self.zoekvak.gezocht.connect(lambda _: self.gewijzigd.emit())
        self.zoekvak.bevestigd.connect(lambda _: self.omlaag.emit())
        self.zoekvak.toets.connect(self._toets)
        self.groep.currentIndexChanged.connect(lambda _: self.gewijzigd.emit())
        self.rol.currentIndexChanged.connect(lambda _: self.gewijzigd.emit())

    def past(self, organisatie: Organisatie) -> bool:
        """Whether an organisation is among what is looked for: all words, in any form of writing."""
        if not self.actief():
            return True
        groep, rol = self.groep.currentData(), self.rol.currentData()
        if groep and organisatie.groep != groep:
            return False
        if rol and organisatie.rollen and rol not in organisatie.rollen:
            return False
        o = organisatie
        tekst = _plat(" ".join((o.naam, o.voor, o.groep, o.telefoon, o.telefoon_nacht, o.mail)))
        los = tekst.replace("-", "").replace(" ", "")
        return all(woord in tekst or woord.replace("-", "") in los for woord in _plat(self.zoekvak.tekst()).split())

    def actief(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.zoekvak.tekst() or self.groep.currentData() or self.rol.currentData())

    def wis(self) -> None:
        """Show everything again."""
        self.zoekvak.veld.clear()
        self.groep.setCurrentIndex(0)
        self.rol.setCurrentIndex(0)
        self.gewijzigd.emit()

    def _toets(self, toets: int) -> None:
        if toets == Qt.Key.Key_Down:
            self.omlaag.emit()
        elif toets == Qt.Key.Key_Escape:
            self.wis()


def _keuze(naam: str, keuzes: Sequence[tuple[str, str]]) -> QComboBox:
    keuze = QComboBox()
    keuze.setAccessibleName(naam)
    for woord, sleutel in keuzes:
        keuze.addItem(woord, sleutel)
    return keuze


def _plat(tekst: str) -> str:
    kaal = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(teken for teken in kaal if not unicodedata.combining(teken))
