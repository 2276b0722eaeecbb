"""The five steps of the meldcode as a calm path: what is done, by whom and when, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.meldcode import Regel, Stapstand
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Kaart, Knop, KnopKaart, Label, Pil, StroomLayout, maak_leeg
from desktop.views.zaak.wat_nu import DADEN, MIST

_EERST = 3
"""So many done things of a step show at once, the newest; the rest on request."""


class Bol(QWidget):
    """The number of a step, or a tick, with the line to the next one."""

    def __init__(self, thema: Thema, stap: Stapstand, laatste: bool) -> None:
        super().__init__()
        self._thema = thema
        self._stap = stap
        self._laatste = laatste
        self.setFixedWidth(thema.px(40))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """As high as what stands beside it."""
        return QSize(self._thema.px(40), self._thema.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and line."""
        thema, p, px = self._thema, QPainter(self), self._thema.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        klaar, begonnen = self._stap.klaar, bool(self._stap.gedaan)
        if not self._laatste:
            p.setPen(QPen(thema.kleur("accent" if klaar else "lijn"), 2))
            p.drawLine(QPointF(px(20), px(40)), QPointF(px(20), self.height() + px(20)))
        cirkel = QRectF(px(3), px(3), px(34), px(34))
        p.setPen(QPen(thema.kleur("accent" if klaar or begonnen else "veldrand"), 2))
        p.setBrush(thema.kleur("accent" if klaar else "kaart"))
        p.drawEllipse(cirkel)
        if klaar:
            rand = px(8)
            thema.teken_icoon(p, cirkel.adjusted(rand, rand, -rand, -rand), "check", "op_accent")
        else:
            p.setPen(thema.kleur("accent" if begonnen else "zacht"))
            p.setFont(thema.font("basis", QFont.Weight.Bold))
            p.drawText(cirkel, Qt.AlignmentFlag.AlignCenter, str(self._stap.nummer))


class Stappenpad(Kaart):
    """`gekozen` carries the record of something done, `daad` the key of what is to be done."""

    gekozen = Signal(object)
    daad = Signal(str)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(thema, parent=parent)
        self._thema = thema
        marge = thema.px(24)
        self.inhoud.setContentsMargins(marge, marge, marge, marge)
        self.inhoud.setSpacing(0)
        self.knoppen: dict[tuple[int, str], Knop] = {}

    def zet(
        self,
        stappen: tuple[Stapstand, ...],
        door: Mapping[UUID, str],
        reden: Callable[[str], str],
        gesloten: bool,
    ) -> None:
        """Show where the steps stand; `reden` says why a deed is not for this account, '' where it is."""
        maak_leeg(self.inhoud)
        self.knoppen = {}
        for n, stap in enumerate(stappen):
            rij = QHBoxLayout()
            rij.setSpacing(self._thema.px(16))
            rij.addWidget(Bol(self._thema, stap, n == len(stappen) - 1))
            rij.addLayout(self._stap(stap, door, reden, gesloten), 1)
            self.inhoud.addLayout(rij)

    def _stap(
        self, stap: Stapstand, door: Mapping[UUID, str], reden: Callable[[str], str], gesloten: bool
    ) -> QVBoxLayout:
        thema = self._thema
        vak = QVBoxLayout()
        vak.setSpacing(thema.px(8))
        vak.setContentsMargins(0, thema.px(8), 0, thema.px(20))
        kop = QHBoxLayout()
        kop.setSpacing(thema.px(12))
        kop.addWidget(Label(f"{stap.nummer}. {stap.naam}", "sectie"))
        woord, toon = ("Gedaan", "goed") if stap.klaar else ("Bezig", "info") if stap.gedaan else ("Nog niet", "rust")
        kop.addWidget(Pil(thema, woord, toon))  # type: ignore[arg-type]  # one of the tones
        kop.addStretch(1)
        vak.addLayout(kop)
        gedaan = list(reversed(stap.gedaan))
        for r in gedaan[:_EERST]:
            vak.addWidget(self._gedaan(r, door.get(r.record, "")))
        if rest := gedaan[_EERST:]:
            self._rest(vak, stap, rest, door)
        if not gesloten:
            for zin in stap.ontbreekt:
                self._mist(vak, stap.nummer, zin, reden)
        return vak

    def _gedaan(self, gedaan: Regel, door: str) -> KnopKaart:
        wie = gedaan.wie or door
        bij = " · ".join(deel for deel in (toon_datum(gedaan.op, kort=True) if gedaan.op else "", wie) if deel)
        kaart = KnopKaart(self._thema, gedaan.wat, bij)
        kaart.clicked.connect(lambda: self.gekozen.emit(gedaan.record))
        return kaart

    def _rest(self, vak: QVBoxLayout, stap: Stapstand, rest: Sequence[Regel], door: Mapping[UUID, str]) -> None:
        knop = Knop(f"Toon er nog {len(rest)}", self._thema, "koppeling", "caret-down")
        knop.setAccessibleName(f"{stap.naam}: toon er nog {len(rest)}")

        def toon() -> None:
            plek, kaarten = vak.indexOf(knop), [self._gedaan(r, door.get(r.record, "")) for r in rest]
            for n, kaart in enumerate(kaarten):
                vak.insertWidget(plek + n, kaart)
                kaart.show()
            kaarten[0].setFocus(Qt.FocusReason.OtherFocusReason)
            knop.hide()

        knop.clicked.connect(toon)
        vak.addWidget(knop, alignment=Qt.AlignmentFlag.AlignLeft)

    def _mist(self, vak: QVBoxLayout, nummer: int, zin: str, reden: Callable[[str], str]) -> None:
        thema = self._thema
        rij = QHBoxLayout()
        rij.setSpacing(thema.px(8))
        rij.addWidget(IcoonLabel(thema, "circle-dashed", "zacht", 20), 0, Qt.AlignmentFlag.AlignTop)
        rij.addWidget(regel(zin, "zacht"), 1)
        vak.addLayout(rij)
        knoppen = StroomLayout(thema, 8)
        knoppen.setContentsMargins(thema.px(28), 0, 0, 0)
        for sleutel in MIST.get(zin, ()):
            if (nummer, sleutel) in self.knoppen:
                continue  # one button mends both
            daad = DADEN[sleutel]
            knop = Knop(daad.tekst, thema, icoon=daad.icoon)
            knop.setAccessibleDescription(zin)
            sta_toe(knop, reden(sleutel))
            knop.clicked.connect(lambda _=False, s=sleutel: self.daad.emit(s))
            self.knoppen[(nummer, sleutel)] = knop
            knoppen.addWidget(knop)
        vak.addLayout(knoppen)
