"""A gezag card on the pupil page: who, what holds today, and above all what one must not overlook."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.personen import Gezag
from desktop.services.personen import Kaart
from desktop.views.forms.basis import regel
from desktop.views.leerlingen.basis import sta_toe
from desktop.views.leerlingen.woorden import adres, gezag_pil, informatie, sinds, straks, taal
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Knop, Label, Pil, StroomLayout, zeg
from desktop.views.widgets import Kaart as Vlak
from desktop.views.widgets.labels import LabelSoort


def grenzen(kaart: Kaart) -> tuple[str, ...]:
    """Return the limits to contact on a card: those about this pupil, and those of the person."""
    return tuple(tekst.strip() for tekst in (kaart.kaart.grenzen, kaart.mens.contact) if tekst.strip())


class Waarschuwing(QFrame):
    """Limits to contact: a ground, an icon and a word, so that nobody reads past them."""

    def __init__(self, thema: Thema, kop: str, teksten: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "waarschuwing")
        vak = QHBoxLayout(self)
        vak.setContentsMargins(thema.px(12), thema.px(8), thema.px(12), thema.px(8))
        vak.setSpacing(thema.px(12))
        vak.addWidget(IcoonLabel(thema, "hand-palm", "waarschuwing", 24), 0, Qt.AlignmentFlag.AlignTop)
        tekst = QVBoxLayout()
        tekst.setSpacing(thema.px(2))
        tekst.addWidget(regel(kop, "sterk"))
        for zin in teksten:
            tekst.addWidget(regel(zin, "basis"))
        vak.addLayout(tekst, 1)
        self.setAccessibleName(f"{kop}: {' '.join(teksten)}")


class GezagKaart(Vlak):
    """One parent of a pupil. A secret address stays hidden until it is asked for."""

    persoon_gekozen = Signal(object)
    wijzig = Signal(object)

    def __init__(
        self, thema: Thema, kaart: Kaart, vandaag: date, mag_niet: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(thema, parent=parent)
        self._thema = thema
        self._kaart = kaart
        relatie, mens = kaart.kaart, kaart.mens
        gezag = Gezag.van(kaart.wie.gezag or Gezag.ONBEKEND.value)
        periode = relatie.op(vandaag)
        self.setAccessibleName(f"{kaart.wie.naam}, {kaart.wie.hoedanigheid}, {gezag_pil(gezag)[0].lower()}")
        naam = Knop(kaart.wie.naam, thema, "koppeling")
        naam.setAccessibleName(f"{kaart.wie.naam}: gegevens bekijken")
        naam.clicked.connect(lambda: self.persoon_gekozen.emit(kaart.persoon.record))
        self.wijzigknop = Knop("Wijzig", thema, "koppeling", "pencil-simple")
        self.wijzigknop.setAccessibleName(f"Wijzig de gezagskaart van {kaart.wie.naam}")
        self.wijzigknop.clicked.connect(lambda: self.wijzig.emit(kaart.relatie.record))
        sta_toe(self.wijzigknop, mag_niet)
        kop = QHBoxLayout()
        kop.addWidget(naam)
        kop.addStretch(1)
        kop.addWidget(self.wijzigknop)
        self.inhoud.addLayout(kop)
        pillen = QWidget()
        stroom = StroomLayout(thema, 8, pillen)
        stroom.addWidget(_in_het_midden(Label(kaart.wie.hoedanigheid, "zacht"), thema))
        self.pil = Pil(thema, *gezag_pil(gezag))
        stroom.addWidget(self.pil)
        self.inhoud.addWidget(pillen)
        if grenzen(kaart):
            self.inhoud.addWidget(Waarschuwing(thema, "Grenzen aan contact", grenzen(kaart)))
        if periode is not None:
            self._zin("calendar-blank", sinds(periode))
        komend = straks(relatie, vandaag)
        if komend:
            self._zin("clock-clockwise", komend, "sterk", "waarschuwing")
        self._zin("info", informatie(periode))
        if relatie.woont_bij:
            self._zin("house-line", "De leerling woont hier")
        if taal(mens):
            self._zin("translate", taal(mens), "sterk", "waarschuwing" if mens.tolk else "zacht")
        for icoon, tekst in (("phone", mens.telefoon), ("envelope-simple", mens.email)):
            if tekst:
                self._zin(icoon, tekst)
        self._adres()

    @property
    def relatie(self) -> UUID:
        """Which card this is."""
        return self._kaart.relatie.record

    def _zin(self, icoon: str, tekst: str, soort: LabelSoort = "basis", kleur: str = "zacht") -> Label:
        rij = QHBoxLayout()
        rij.setSpacing(self._thema.px(8))
        rij.addWidget(IcoonLabel(self._thema, icoon, kleur, 20), 0, Qt.AlignmentFlag.AlignTop)
        label = regel(tekst, soort)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rij.addWidget(label, 1)
        self.inhoud.addLayout(rij)
        return label

    def _adres(self) -> None:
        mens = self._kaart.mens
        voluit = adres(mens)
        if not voluit:
            self._zin("map-pin", "Nog geen adres voor brieven", "zacht")
        elif not mens.adres_geheim:
            self._zin("map-pin", voluit)
        else:
            self.adreslabel = self._zin("lock-simple", "Adres geheim voor de andere ouder", "sterk", "waarschuwing")
            self.adresknop = Knop("Toon adres", self._thema, "koppeling", "eye")
            self.adresknop.setCheckable(True)
            self.adresknop.toggled.connect(self._toon_adres)
            rij = QHBoxLayout()
            rij.setContentsMargins(self._thema.px(24), 0, 0, 0)
            rij.addWidget(self.adresknop)
            rij.addStretch(1)
            self.inhoud.addLayout(rij)

    def _toon_adres(self, aan: bool) -> None:
        zin = "Adres geheim voor de andere ouder"
        self.adreslabel.setText(f"{zin}\n{adres(self._kaart.mens)}" if aan else zin)
        self.adresknop.zet_tekst("Verberg adres" if aan else "Toon adres")
        self.adresknop.zet_icoon("eye-slash" if aan else "eye")
        if aan:
            zeg(self, adres(self._kaart.mens))


def _in_het_midden(label: Label, thema: Thema) -> QWidget:
    """Return a label in a box as high as a pill, so that both stand on one line."""
    vak = QWidget()
    rij = QHBoxLayout(vak)
    rij.setContentsMargins(0, 0, 0, 0)
    rij.addStrut(thema.px(26))
    rij.addWidget(label)
    return vak
