"""The figures of a period on screen: as they are for who makes them, or as they go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.rapportage import KLEIN, Jaarbundel, Rapportage, Tabel
from desktop.services.rapportage import Jaarbeeld
from desktop.views.rapportage.staven import JaNeeTabel, Staven, voorgelezen
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, KiesChip, Label, SectieKop, StroomLayout, maak_leeg

_JA = "Ja"


def kort(beeld: Jaarbeeld) -> Sequence[str]:
    """Return the figures in short lines, without the counts that are zero."""
    if not beeld.cijfers.rapportages:
        return ["Er is in deze periode nog geen vastgestelde rapportage."]
    n = len(beeld.cijfers.rapportages)
    regels = [f"{n} {'situatie' if n == 1 else 'situaties'} met een rapportage."]
    for tabel in beeld.getoond(afgeschermd=False).tabellen()[1:]:
        gevuld = Tabel(tabel.naam, tuple(t for t in tabel.tellingen if t.aantal))
        if gevuld.tellingen:
            regels.append(f"{voorgelezen(gevuld)}.")
    return regels


def samengevat(beeld: Jaarbeeld) -> str:
    """Return in a sentence how many cases there were, and how many have their report."""
    n = len(beeld.situaties)
    gemaakt = sum(1 for s in beeld.situaties if s.gemaakt)
    loopt = sum(1 for s in beeld.situaties if s.gesloten is None and not s.gemaakt)
    delen = [
        f"{gemaakt} met rapportage" if gemaakt else "",
        f"{beeld.ontbreekt} nog te maken" if beeld.ontbreekt else "",
    ]
    delen.append(f"{loopt} {'loopt' if loopt == 1 else 'lopen'} nog" if loopt else "")
    wat = "1 situatie" if n == 1 else f"{n} situaties"
    return f"{wat} in deze periode: {', '.join(filter(None, delen))}."


class Cijfers(QWidget):
    """Shows the counts; who looks chooses between those of the school and those that go out."""

    veranderd = Signal()
    """Another choice was made: what is shown has another height."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._beeld: Jaarbeeld | None = None
        self.binnen = KiesChip("Voor ons", thema, aan=True, plus=False)
        self.buiten = KiesChip("Zoals het naar buiten gaat", thema, plus=False)
        self.binnen.clicked.connect(lambda: self._kies(buiten=False))
        self.buiten.clicked.connect(lambda: self._kies(buiten=True))
        keuze = StroomLayout(thema, 8)
        keuze.addWidget(self.binnen)
        keuze.addWidget(self.buiten)
        self._delen = QVBoxLayout()
        self._delen.setSpacing(thema.px(16))
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        vak.addWidget(SectieKop(thema, "Cijfers", "chart-bar", "koppeling"))
        vak.addLayout(keuze)
        vak.addLayout(self._delen)

    def toon(self, beeld: Jaarbeeld) -> None:
        """Show the counts of a period."""
        self._beeld = beeld
        self._vul()

    def _kies(self, *, buiten: bool) -> None:
        self.buiten.setChecked(buiten)
        self.binnen.setChecked(not buiten)
        self._vul()
        self.veranderd.emit()

    def _vul(self) -> None:
        maak_leeg(self._delen)
        if self._beeld is None:
            return
        buiten = self.buiten.isChecked()
        for deel in self._kaarten(self._beeld.getoond(afgeschermd=buiten)):
            self._delen.addWidget(deel)
            deel.show()

    def _kaarten(self, jaarbundel: Jaarbundel) -> Iterator[QWidget]:
        thema = self._thema
        if jaarbundel.afgeschermd:
            zin = (
                f"Aantallen onder de {KLEIN} zijn afgeschermd, en zo nodig een tweede waaruit je ze kunt uitrekenen. "
                "Een klein aantal kan naar één gezin wijzen."
            )
            yield Alinea(zin, "zacht")
        aantal, *rest = jaarbundel.tabellen()
        janee = [tabel for tabel in rest if tabel.tellingen[0].label == _JA]
        yield Alinea(
            f"{aantal.tellingen[0].label}, met een vastgestelde rapportage: {aantal.tellingen[0].woord}", "sterk"
        )
        for tabel in rest:
            if tabel not in janee:
                yield _kaart(thema, tabel.naam, Staven(thema, tabel))
            elif tabel is janee[0]:
                yield _kaart(thema, "Ging het zoals het plan het wil", JaNeeTabel(thema, janee))
        if not jaarbundel.afgeschermd:
            yield from self._per_situatie(jaarbundel.rapportages)

    def _per_situatie(self, rapportages: Sequence[Rapportage]) -> Iterator[QWidget]:
        """What was written of single cases; it stays in the school."""
        gevuld = [r for r in rapportages if r.ontbrak.strip() or r.afwijking.strip()]
        if not gevuld:
            return
        kaart = Kaart(self._thema)
        kaart.inhoud.addWidget(Label("Wat ontbrak of anders ging", "sterk"))
        for r in gevuld:
            kaart.inhoud.addWidget(Label(r.kenmerk, "klein"))
            for tekst in (r.ontbrak, r.afwijking):
                if tekst.strip():
                    kaart.inhoud.addWidget(Alinea(tekst))
        yield kaart


def _kaart(thema: Thema, naam: str, inhoud: QWidget) -> Kaart:
    kaart = Kaart(thema)
    kaart.inhoud.setSpacing(thema.px(12))
    kaart.inhoud.addWidget(Label(naam, "sterk"))
    kaart.inhoud.addWidget(inhoud)
    return kaart
