"""One page of the plan as it is read: what is still to fill in, the text, the school's own, and the small print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.plan import RUBRIEKEN, Planpagina
from desktop.views.plan.eigenlezen import EigenLezen
from desktop.views.theme import Thema
from desktop.views.tokens import RADIUS
from desktop.views.widgets import Alinea, BannerVak, Kaart, Knop, SectieKop, maak_leeg
from desktop.views.widgets.leesblad import Leesblad

_MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


class Planblad(QWidget):
    """`gevolgd` carries the target of a link, `naar` the key of the page before or after, `invullen` a press on that.

    `mag_invullen`: whoever looks may fill in what the school has to. `eigen` makes the part that edits the own text.
    """

    gevolgd = Signal(str)
    naar = Signal(str)
    invullen = Signal()
    in_zicht = Signal(QRect)
    """What of the own text must be visible, as seen from here."""
    langer = Signal()
    """More of the own text shows."""

    def __init__(
        self,
        thema: Thema,
        mag_invullen: bool = False,
        eigen: Callable[[Planpagina], QWidget] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._mag_invullen = mag_invullen
        self._eigen = eigen
        px = thema.px
        self.banners = BannerVak(thema)
        self.tekst = Leesblad(thema, hoog=True, marge=28)
        self.tekst.gevolgd.connect(self.gevolgd)
        self.klein = Alinea("", "klein")
        self.eigen: EigenLezen | None = None
        self._eigenvak = QVBoxLayout()
        self._burenvak = QHBoxLayout()
        self._burenvak.setSpacing(px(12))
        self.vorige: Knop | None = None
        self.volgende: Knop | None = None
        kaart = _Bladkaart(thema, self.tekst)
        binnen = QVBoxLayout(kaart)
        binnen.setContentsMargins(px(1), px(1), px(1), px(12))
        binnen.addWidget(self.tekst)
        rand = QVBoxLayout()
        rand.setContentsMargins(px(28), 0, px(28), px(8))
        rand.addWidget(self.klein)
        binnen.addLayout(rand)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(16))
        vak.addWidget(self.banners)
        vak.addWidget(kaart)
        vak.addLayout(self._eigenvak)
        vak.addLayout(self._burenvak)

    def zet(
        self,
        pagina: Planpagina,
        tekst: str,
        *,
        eigen: str,
        ontbreekt: Sequence[str],
        buren: tuple[Planpagina | None, Planpagina | None],
    ) -> None:
        """Show a page with its text as it is now."""
        self.tekst.zet(pagina.titel, tekst, f"{RUBRIEKEN[pagina.rubriek]}: {pagina.titel}")
        bron = f"Bron: {pagina.bron}. " if pagina.bron else ""
        self.klein.setText(f"{bron}Versie {pagina.versie} van {_dag(pagina.datum)}.")
        self._zet_banner(ontbreekt)
        self._zet_eigen(pagina, eigen)
        self._zet_buren(*buren)

    def _zet_banner(self, ontbreekt: Sequence[str]) -> None:
        self.banners.leeg()
        if ontbreekt and self._mag_invullen:
            namen = ", ".join(ontbreekt[:4]) + (f" en nog {len(ontbreekt) - 4}" if len(ontbreekt) > 4 else "")
            self.banners.zet(
                "info",
                f"Op deze pagina is nog niet ingevuld: {namen}.",
                "",
                "Vul in bij Ons plan",
                self.invullen.emit,
                sluitbaar=False,
            )

    def _zet_eigen(self, pagina: Planpagina, eigen: str) -> None:
        # what goes lives until the event loop runs: it is not to be found, nor marked, any more
        self.eigen = None
        maak_leeg(self._eigenvak)
        if self._eigen is not None and pagina.eigen:
            deel = self._eigen(pagina)
        elif eigen:
            deel = kaart = Kaart(self._thema, "info")
            kaart.inhoud.addWidget(SectieKop(self._thema, "Bij ons op school", "buildings"))
            kaart.inhoud.addWidget(EigenLezen(self._thema, eigen))
        else:
            return
        self._eigenvak.addWidget(deel)
        self.eigen = deel.findChild(EigenLezen)
        if self.eigen is not None:
            self.eigen.langer.connect(self.langer)
            self.eigen.blad.in_zicht.connect(self._in_zicht)

    def bladen(self) -> list[Leesblad]:
        """Return the sheets in which words can be found, in the order in which they are read."""
        return [self.tekst] if self.eigen is None else [self.tekst, self.eigen.blad]

    def _in_zicht(self, vak: QRect) -> None:
        assert self.eigen is not None
        self.in_zicht.emit(vak.translated(self.eigen.blad.mapTo(self, QPoint())))

    def _zet_buren(self, vorige: Planpagina | None, volgende: Planpagina | None) -> None:
        maak_leeg(self._burenvak)
        self.vorige = self._buur(vorige, "Vorige", "arrow-left")
        self._burenvak.addStretch(1)
        self.volgende = self._buur(volgende, "Volgende", "arrow-right")

    def _buur(self, pagina: Planpagina | None, woord: str, icoon: str) -> Knop | None:
        if pagina is None:
            return None
        knop = Knop(f"{woord}: {pagina.kort}", self._thema, icoon=icoon).krimpbaar()
        knop.setAccessibleName(f"{woord}: {pagina.titel}")
        knop.clicked.connect(lambda _=False, s=pagina.sleutel: self.naar.emit(s))
        self._burenvak.addWidget(knop)
        return knop


class _Bladkaart(QFrame):
    """The card around the text; its border is the focus of the text."""

    def __init__(self, thema: Thema, tekst: Leesblad) -> None:
        super().__init__()
        self._thema = thema
        self._tekst = tekst
        self.setProperty("vlak", "kaart")
        tekst.in_focus.connect(lambda _: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring over the border."""
        super().paintEvent(event)
        if self._tekst.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._thema.kleur("focus"), 2))
            straal = self._thema.px(RADIUS)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), straal, straal)


def _dag(datum: date) -> str:
    return f"{datum.day} {_MAANDEN[datum.month - 1]} {datum.year}"
