"""One page for every role and heading: what it is about, the tasks in short, and the forms it leads to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.rolinhoud import Formulier, RolInhoud
from desktop.services.plan import Plan
from desktop.views.home.gegevens import Telling
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.plan.formulieren import FORMULIER, op_slot
from desktop.views.plan.tekst import kort_af, waarover
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets import Alinea, Bladvlak, Kaart, Knop, KnopKaart, Label, Pil, SectieKop, maak_leeg

_SMAL = 860
_BEGIN = 110
_KAART_MINST, _KAART_MEEST = 330, 520
_IN_DE_MELDCODE = ("leerkracht", "ib", "aandachtsfunctionaris", "directeur", "meldcode")
"""Whose part the meldcode drawing shows."""


class RolPagina(Pagina):
    """Shows the page that `extra` names: the key of a role or heading, or 'meldcode:3' for a step.

    `formulieren` says where each form is; one that is not in it does not exist in this version and is left out.
    `plan` has the subjects, `open_paginas` are the pages there are without a vault (None: all of them), `druk` prints
    what the plan says to a role.
    """

    handleiding = "rollen"
    rail = "home"

    def __init__(
        self,
        thema: Thema,
        navigator: Navigator,
        inhoud: Mapping[str, RolInhoud],
        formulieren: Mapping[Formulier, Plek],
        plan: Plan,
        *,
        open_paginas: frozenset[str] | None = None,
        druk: Callable[[str], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._navigator = navigator
        self._inhoud = inhoud
        self._formulieren = formulieren
        self._plan = plan
        self._open = open_paginas
        self._druk = druk
        self._tellingen: Mapping[str, Telling] = {}
        self._hier: RolInhoud | None = None
        self._stap = 0
        self.taken: list[Taak] = []
        self.knoppen: list[KnopKaart] = []
        self.meldcode: KnopKaart | None = None
        self.onderwerpen: list[KnopKaart] = []
        self._blad = Bladvlak()
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self._blad)
        self._buiten = QVBoxLayout(self._blad.vlak)
        self._buiten.setContentsMargins(thema.px(32), thema.px(16), thema.px(32), thema.px(32))
        self._buiten.setSpacing(thema.px(24))
        self._rij: QHBoxLayout | None = None
        self._rooster = QGridLayout()
        self._kolommen = 0

    def titel(self) -> str:
        """Return the title of what is shown."""
        return self._hier.titel if self._hier else "Rollen"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """One comes from home."""
        return (("Home", Plek("home")),)

    def zet(self, tellingen: Mapping[str, Telling]) -> None:
        """Show what is open for each role, by its key."""
        if tellingen == self._tellingen:
            return
        was, self._tellingen = self._tellingen, tellingen
        hier = self._hier
        if hier is not None and was.get(hier.sleutel, Telling()) != tellingen.get(hier.sleutel, Telling()):
            self._bouw(hier)

    def toon(self, plek: Plek) -> None:
        """Show the page that `extra` names. An unknown key shows the first page: nothing may end in an empty screen."""
        sleutel, _, stap = plek.extra.partition(":")
        hier = self._inhoud.get(sleutel) or next(iter(self._inhoud.values()))
        self._hier = hier
        self._stap = int(stap) if stap.isdecimal() else 0
        self._bouw(hier)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the forms go below the tasks."""
        super().resizeEvent(event)
        self._richt()

    def _bouw(self, hier: RolInhoud) -> None:
        stap = self._stap
        # out of sight: in what shows, each part that comes in has everything laid out again
        self._blad.vlak.hide()
        maak_leeg(self._buiten)
        self.taken, self.knoppen, self.onderwerpen, self.meldcode = [], [], [], None
        kleur = f"rol.{hier.sleutel}"
        self._buiten.addLayout(self._kop(hier, kleur))
        self._bouw_onderwerpen(hier, kleur)
        self._rij = QHBoxLayout()
        self._rij.setSpacing(self._thema.px(24))
        taken, formulieren = self._takenkaart(hier, kleur, stap), self._formulierenkaart(hier, kleur)
        # as wide as reads well, also on a very wide screen
        taken.setMaximumWidth(self._thema.px(LEESBREEDTE + 120))
        formulieren.setMaximumWidth(self._thema.px(560))
        self._rij.addWidget(taken, 300, Qt.AlignmentFlag.AlignTop)
        self._rij.addWidget(formulieren, 200, Qt.AlignmentFlag.AlignTop)
        self._rij.addStretch(1)
        self._buiten.addLayout(self._rij)
        self._buiten.addStretch(1)
        self._richt()
        self._blad.vlak.show()
        self._blad.schik()
        if 0 < stap <= len(self.taken):
            # places are known only once the layout has run
            QTimer.singleShot(0, self, lambda: self._naar_stap(stap))

    def _naar_stap(self, stap: int) -> None:
        if stap <= len(self.taken):
            self._blad.schik()
            self._blad.ensureWidgetVisible(self.taken[stap - 1])

    def _kop(self, hier: RolInhoud, kleur: str) -> QHBoxLayout:
        tekst = QVBoxLayout()
        tekst.setSpacing(self._thema.px(4))
        regel = QHBoxLayout()
        regel.setSpacing(self._thema.px(16))
        regel.addWidget(Label(hier.titel, "titel"))
        telling = self._tellingen.get(hier.sleutel, Telling())
        if telling.open:
            woorden = telling.in_woorden()
            laat = Pil(self._thema, woorden, "fout", "clock") if telling.te_laat else None
            pil = laat or Pil(self._thema, woorden, "info", "list-bullets")
            regel.addWidget(pil, alignment=Qt.AlignmentFlag.AlignVCenter)
        regel.addStretch(1)
        tekst.addLayout(regel)
        tekst.addWidget(Alinea(hier.intro))
        kop = QHBoxLayout()
        kop.setSpacing(self._thema.px(24))
        kop.addWidget(Schild(self._thema, hier.icoon, kleur), alignment=Qt.AlignmentFlag.AlignTop)
        kop.addLayout(tekst, 1)
        return kop

    def _bouw_onderwerpen(self, hier: RolInhoud, kleur: str) -> None:
        """The subjects of the plan, each with how it begins: from here a subject is one click away."""
        self._rooster = QGridLayout()
        self._rooster.setSpacing(self._thema.px(8))
        # the meldcode's own subjects stand in its drawing
        for pagina in self._plan.in_rubriek(hier.sleutel) if hier.rubriek == "rol" else ():
            begin = kort_af(waarover(self._plan.tekst(pagina)), _BEGIN)
            kaart = KnopKaart(self._thema, pagina.titel, begin, "", kleur)
            kaart.setMaximumWidth(self._thema.px(_KAART_MEEST))
            vorm = kaart.sizePolicy()
            vorm.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # as high as the highest beside it
            kaart.setSizePolicy(vorm)
            kaart.clicked.connect(lambda _=False, s=pagina.sleutel: self._navigator.ga(Plek("plan", extra=s)))
            self.onderwerpen.append(kaart)
        if self.onderwerpen:
            kop = QHBoxLayout()
            kop.addWidget(SectieKop(self._thema, "Onderwerpen"), 1)
            if (druk := self._druk) is not None:
                knop = Knop("Alles hierover afdrukken", self._thema, "koppeling", "printer")
                knop.clicked.connect(lambda: druk(hier.sleutel))
                kop.addWidget(knop)
            deel = QVBoxLayout()
            deel.setSpacing(self._thema.px(12))
            deel.addLayout(kop)
            deel.addLayout(self._rooster)
            self._buiten.addLayout(deel)
        self._kolommen = 0
        # now, not when all is there: Tab goes along the widgets in the order in which they came into the window
        self._leg_onderwerpen()

    def _leg_onderwerpen(self) -> None:
        kolommen = min(max((self.width() - self._thema.px(64)) // self._thema.px(_KAART_MINST), 1), 3)
        if kolommen == self._kolommen or not self.onderwerpen:
            return
        self._kolommen = kolommen
        while self._rooster.takeAt(0) is not None:
            pass
        for n, kaart in enumerate(self.onderwerpen):
            self._rooster.addWidget(kaart, n // kolommen, n % kolommen)
        for n in range(4):
            self._rooster.setColumnStretch(n, int(n < kolommen))

    def _takenkaart(self, hier: RolInhoud, kleur: str, stap: int) -> QWidget:
        kaart = Kaart(self._thema)
        kaart.inhoud.setContentsMargins(*[self._thema.px(24)] * 4)
        kaart.inhoud.setSpacing(self._thema.px(4))
        kaart.inhoud.addWidget(SectieKop(self._thema, hier.kop_taken))
        for nummer, tekst in enumerate(hier.taken, 1):
            taak = Taak(self._thema, tekst, kleur, nummer if hier.genummerd else 0, nummer == stap)
            self.taken.append(taak)
            kaart.inhoud.addWidget(taak)
        kaart.inhoud.addStretch(1)
        return kaart

    def _formulierenkaart(self, hier: RolInhoud, kleur: str) -> QWidget:
        kaart = Kaart(self._thema, "paneel")
        kaart.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        kaart.inhoud.addWidget(SectieKop(self._thema, "Aan de slag"))
        telling = self._tellingen.get(hier.sleutel, Telling())
        # whoever has open work finds the way to it, also where the page itself does not lead there
        extra = (Formulier.AGENDA,) if telling.open and Formulier.AGENDA not in hier.formulieren else ()
        dicht = []
        for formulier in (*hier.formulieren, *extra):
            plek = self._formulieren.get(formulier)
            if plek is not None and self._open is not None and plek.page not in self._open:
                dicht.append(formulier)
            elif plek is not None:
                icoon, regel = FORMULIER[formulier]
                if formulier is Formulier.AGENDA and telling.open:
                    regel = telling.in_woorden()
                knop = KnopKaart(self._thema, formulier.label, regel, icoon, kleur)
                knop.clicked.connect(lambda _=False, plek=plek: self._navigator.ga(plek))
                self.knoppen.append(knop)
                kaart.inhoud.addWidget(knop)
        if dicht:
            kaart.inhoud.addWidget(Alinea(op_slot(dicht), "zacht"))
        elif not self.knoppen:
            kaart.inhoud.addWidget(Alinea("Bij deze pagina hoort in deze versie nog geen formulier.", "zacht"))
        if hier.sleutel in _IN_DE_MELDCODE:
            regel = "De tekening: wie wat doet, en hoe je weegt"
            self.meldcode = KnopKaart(self._thema, "Meldcode", regel, "shield-warning", "meldcode")
            self.meldcode.clicked.connect(lambda: self._navigator.ga(Plek("meldcode")))
            kaart.inhoud.addWidget(self.meldcode)
        return kaart

    def _richt(self) -> None:
        self._leg_onderwerpen()
        if self._rij is not None:
            smal = self.width() < self._thema.px(_SMAL)
            self._rij.setDirection(QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight)


class Taak(QFrame):
    """One task: a dot or a number in the role's hue, and its text. `gekozen`: the step one came for."""

    def __init__(self, thema: Thema, tekst: str, kleur: str, nummer: int, gekozen: bool) -> None:
        super().__init__()
        self.gekozen = gekozen
        if gekozen:
            self.setProperty("vlak", "gekozen")
        rij = QHBoxLayout(self)
        hoog = thema.px(8 if nummer else 4)
        rij.setContentsMargins(thema.px(8), hoog, thema.px(8), hoog)
        rij.setSpacing(thema.px(12))
        rij.addWidget(_Teken(thema, kleur, nummer), alignment=Qt.AlignmentFlag.AlignTop)
        rij.addWidget(Alinea(tekst), 1)
        stap = f"Stap {nummer}. " if nummer else ""
        self.setAccessibleName(f"{stap}{tekst}")
        self.setAccessibleDescription("Deze stap koos je" if gekozen else "")


class _Teken(QWidget):
    """A dot, or a number in a circle."""

    def __init__(self, thema: Thema, kleur: str, nummer: int) -> None:
        super().__init__()
        self._thema = thema
        self._kleur = kleur
        self._nummer = nummer
        self.setFixedSize(thema.px(26 if nummer else 12), thema.px(26 if nummer else 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colour of this moment."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._thema.kleur(self._kleur))
        vak = QRectF(self.rect())
        if not self._nummer:
            straal = self._thema.px(4)
            p.drawEllipse(vak.center(), straal, straal)
            return
        p.drawEllipse(vak)
        p.setPen(self._thema.kleur("op_rol"))
        p.setFont(self._thema.font("klein", QFont.Weight.Bold))
        p.drawText(vak, Qt.AlignmentFlag.AlignCenter, str(self._nummer))


class Schild(QWidget):
    """The icon of a role in a filled circle of its hue."""

    def __init__(self, thema: Thema, icoon: str, kleur: str) -> None:
        super().__init__()
        self._thema = thema
        self._icoon = icoon
        self._kleur = kleur
        self.setFixedSize(thema.px(72), thema.px(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colour of this moment."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._thema.kleur(self._kleur))
        vak = QRectF(self.rect())
        p.drawEllipse(vak)
        ruimte = vak.width() / 4
        self._thema.teken_icoon(p, vak.adjusted(ruimte, ruimte, -ruimte, -ruimte), self._icoon, "op_rol")
