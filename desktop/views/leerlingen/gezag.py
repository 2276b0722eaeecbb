"""A gezag card on the pupil page: who, what holds today, and above all what one must not overlook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.personen import Gezag, Persoon
from desktop.services.personen import Kaart
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.leerlingen.woorden import adres, gezag_pil, informatie, sinds, straks, taal
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Knop, Label, Pil, StroomLayout, zeg
from desktop.views.widgets import Kaart as Vlak
from desktop.views.widgets.labels import LabelSoort

_GEHEIM = "Adres geheim voor de andere ouder"


def grenzen(kaart: Kaart) -> tuple[str, ...]:
    """Return the limits to contact on a card: those about this pupil, and those of the person."""
    return tuple(tekst.strip() for tekst in (kaart.kaart.grenzen, kaart.mens.contact) if tekst.strip())


def meer_kaarten(kaarten: Sequence[Kaart]) -> list[str]:
    """Return who has more than one card with the same pupil, as after a merge: what holds must stand once."""
    aantal = Counter(kaart.persoon.record for kaart in kaarten)
    return list({k.persoon.record: k.wie.naam for k in kaarten if aantal[k.persoon.record] > 1}.values())


class Waarschuwing(QFrame):
    """Limits to contact, or another thing to be aware of: with a ground, icon and word, so that nobody misses it."""

    def __init__(
        self,
        thema: Thema,
        kop: str,
        teksten: tuple[str, ...],
        icoon: str = "hand-palm",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("banner", "waarschuwing")
        vak = QHBoxLayout(self)
        vak.setContentsMargins(thema.px(12), thema.px(8), thema.px(12), thema.px(8))
        vak.setSpacing(thema.px(12))
        vak.addWidget(IcoonLabel(thema, icoon, "waarschuwing", 24), 0, Qt.AlignmentFlag.AlignTop)
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
        naam = Knop(kaart.wie.naam, thema, "koppeling").krimpbaar()
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
        self.adres = Adres(thema, mens)
        self.inhoud.addWidget(self.adres)

    @property
    def relatie(self) -> UUID:
        """Which card this is."""
        return self._kaart.relatie.record

    def _zin(self, icoon: str, tekst: str, soort: LabelSoort = "basis", kleur: str = "zacht") -> None:
        self.inhoud.addLayout(zin(self._thema, icoon, tekst, soort, kleur)[0])


class Adres(QWidget):
    """The address for letters; a secret one shows only while it is asked for."""

    def __init__(self, thema: Thema, mens: Persoon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mens = mens
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(4))
        voluit = adres(mens)
        self.knop: Knop | None = None
        if not voluit:
            vak.addLayout(zin(thema, "map-pin", "Nog geen adres voor brieven", "zacht")[0])
        elif not mens.adres_geheim:
            vak.addLayout(zin(thema, "map-pin", voluit)[0])
        else:
            regel_, self._label = zin(thema, "lock-simple", _GEHEIM, "sterk", "waarschuwing")
            vak.addLayout(regel_)
            self.knop = Knop("Toon adres", thema, "koppeling", "eye")
            self.knop.setCheckable(True)
            self.knop.toggled.connect(self._toon)
            onder = QHBoxLayout()
            onder.setContentsMargins(thema.px(24), 0, 0, 0)
            onder.addWidget(self.knop)
            onder.addStretch(1)
            vak.addLayout(onder)

    def _toon(self, aan: bool) -> None:
        assert self.knop is not None
        self._label.setText(f"{_GEHEIM}\n{adres(self._mens)}" if aan else _GEHEIM)
        self.knop.zet_tekst("Verberg adres" if aan else "Toon adres")
        self.knop.zet_icoon("eye-slash" if aan else "eye")
        if aan:
            zeg(self, adres(self._mens))


def zin(
    thema: Thema, icoon: str, tekst: str, soort: LabelSoort = "basis", kleur: str = "zacht"
) -> tuple[QHBoxLayout, Label]:
    """Return a line with an icon before it, and its label; the text can be selected."""
    rij = QHBoxLayout()
    rij.setSpacing(thema.px(8))
    rij.addWidget(IcoonLabel(thema, icoon, kleur, 20), 0, Qt.AlignmentFlag.AlignTop)
    label = regel(tekst, soort)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    rij.addWidget(label, 1)
    return rij, label


def _in_het_midden(label: Label, thema: Thema) -> QWidget:
    """Return a label in a box as high as a pill, so that both stand on one line."""
    vak = QWidget()
    rij = QHBoxLayout(vak)
    rij.setContentsMargins(0, 0, 0, 0)
    rij.addStrut(thema.px(26))
    rij.addWidget(label)
    return vak
