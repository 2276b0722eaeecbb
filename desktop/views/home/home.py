"""The home page: who has what to do, what is due today, and the way to everything general."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.home.gegevens import HomeGegevens, KaartSoort, Telling
from desktop.views.home.infographic import Infographic
from desktop.views.home.strook import STAPPAGINA, MeldcodeStrook
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bladvlak, Kaart, Knop, KnopKaart, Label, maak_leeg
from desktop.views.widgets.volgorde import keten_in

_SOORT: dict[KaartSoort, tuple[str, str]] = {
    KaartSoort.TE_LAAT: ("warning-circle", "gevaar"),
    KaartSoort.CALAMITEIT: ("siren", "meldcode"),
    KaartSoort.INGEHOUDEN: ("hand-palm", "gevaar"),
    KaartSoort.TEKENEN: ("pen-nib", "waarschuwing"),
    KaartSoort.AFSPRAAK: ("calendar-check", "info"),
    KaartSoort.GESPREK: ("chats-circle", "accent"),
    KaartSoort.CONCEPT: ("note-pencil", "waarschuwing"),
    KaartSoort.PARNASSYS: ("file-arrow-up", "info"),
    KaartSoort.GEZAG: ("scales", "waarschuwing"),
    KaartSoort.RESERVEKOPIE: ("floppy-disk", "waarschuwing"),
    KaartSoort.MELDCODE: ("shield-warning", "meldcode"),
    KaartSoort.ANDERS: ("circle", "info"),
}
_HOEVEEL = 4
_MINSTENS = 2
"""Of the cards under 'Vandaag' so many show at any height; all of them stand in the agenda."""
_SMAL = 900
_HEEL_SMAL = 760


class Home(Pagina):
    """Data comes in through `zet`; every click goes to the navigator.

    `algemeen` are the general headings, each with where it leads. `agenda` is where all open work stands.
    `calamiteit` is the place that starts a logbook, None where this version has none. `ontgrendel` is there where
    only the plan shows: then no work is due, and the way to it is to unlock.
    """

    handleiding = "home"
    rail = "home"

    def __init__(
        self,
        thema: Thema,
        navigator: Navigator,
        algemeen: Sequence[tuple[Plek, str]],
        agenda: Plek | None = None,
        calamiteit: Plek | None = None,
        ontgrendel: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._navigator = navigator
        self._agenda = agenda
        self._ontgrendel = ontgrendel
        self.tegels: list[Knop] = []
        self._knoppen: list[QWidget] = []
        self._kaarten: list[KnopKaart] = []
        self.infographic = Infographic(thema)
        self.infographic.gekozen.connect(lambda rol: navigator.ga(Plek("rol", extra=rol)))
        self.strook = MeldcodeStrook(thema)
        self.strook.gekozen.connect(self._naar_meldcode)
        links = QVBoxLayout()
        links.setSpacing(thema.px(12))
        links.addWidget(self.infographic, 1)
        links.addWidget(self.strook)
        self._rechts = QWidget()
        self._rechts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rechts = QVBoxLayout(self._rechts)
        rechts.setContentsMargins(0, 0, 0, 0)
        rechts.setSpacing(thema.px(8))
        self._kop = QHBoxLayout()
        self._vandaag = QVBoxLayout()
        self._vandaag.setSpacing(thema.px(8))
        rechts.addLayout(self._kop)
        rechts.addLayout(self._vandaag)
        rechts.addSpacing(thema.px(12))
        self.alles = Knop("Alle onderwerpen", thema, "koppeling")
        self.alles.clicked.connect(lambda: navigator.ga(Plek("plan")))
        kop = QHBoxLayout()
        kop.addWidget(Label("Algemeen", "sectie"), 1)
        kop.addWidget(self.alles)
        rechts.addLayout(kop)
        rechts.addLayout(self._tegels(algemeen))
        rechts.addStretch(1)
        if calamiteit is not None:
            knop = Knop("Calamiteit: start logboek", thema, "meldcode", "siren")
            knop.clicked.connect(lambda: navigator.ga(calamiteit))
            rechts.addWidget(knop)
        blad = Bladvlak()
        self._schuif = blad.verticalScrollBar()
        self._rij = QHBoxLayout(blad.vlak)
        self._rij.setSpacing(thema.px(32))
        self._rij.addLayout(links, 1)
        self._rij.addWidget(self._rechts)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(blad)
        self._rechts.installEventFilter(self)
        self.zet(HomeGegevens("", ""))

    def titel(self) -> str:
        """Return the name of the page."""
        return "Home"

    def toon(self, plek: Plek) -> None:
        """Nothing to look up: data comes through `zet`."""

    def zet(self, gegevens: HomeGegevens) -> None:
        """Show these counts and cards."""
        self.infographic.zet(gegevens.tellingen)
        self.strook.zet(gegevens.tellingen.get("meldcode", Telling()))
        maak_leeg(self._kop)
        maak_leeg(self._vandaag)
        self._knoppen = []
        self._kaarten = []
        if self._ontgrendel is not None:
            self._toon_op_slot(self._ontgrendel)
        elif any(not stap.gedaan for stap in gegevens.eerste_stappen):
            self._toon_stappen(gegevens)
        else:
            self._toon_vandaag(gegevens)
        keten_in(self._rechts, [*self._knoppen, self.alles, *self.tegels])
        self._pas_kaarten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrower window there is less between the columns; in a narrow one the right column goes below."""
        super().resizeEvent(event)
        breed = min(max(round(self.width() * 0.31), self._thema.px(360)), self._thema.px(460))
        breed = max(breed, 2 * max((t.sizeHint().width() for t in self.tegels), default=0) + self._thema.px(8))
        inhoud = breed + max(self.strook.breed_nodig(), self.infographic.minimumSizeHint().width())
        ruimte = self.width() - self._schuif.sizeHint().width()  # in a low window it is there
        krap = ruimte < inhoud + self._thema.px(3 * 32)
        smal = ruimte < max(inhoud + self._thema.px(2 * 12 + 16), self._thema.px(_SMAL))
        richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        if self._rij.direction() != richting:
            self._rij.setDirection(richting)
        zij = self._thema.px(12 if krap or smal else 32)
        self._rij.setSpacing(self._thema.px(16 if krap and not smal else 32))
        self._rij.setContentsMargins(zij, self._thema.px(8), zij, self._thema.px(16))
        self.strook.zet_smal(self.width() < self._thema.px(_HEEL_SMAL))
        self._rechts.setMinimumWidth(0 if smal else breed)
        self._rechts.setMaximumWidth(16_777_215 if smal else breed)
        self._pas_kaarten()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is new in the right column only has its real height once it shows."""
        if watched is self._rechts and event.type() == QEvent.Type.LayoutRequest:
            self._pas_kaarten()
        return super().eventFilter(watched, event)

    def _pas_kaarten(self) -> None:
        """In a low window the last cards make room: the button of a calamity never stands cut off at the edge."""
        indeling = self._rechts.layout()
        if not self._kaarten or indeling is None:
            return
        stap = self._kaarten[0].sizeHint().height() + self._vandaag.spacing()
        marges = self._rij.contentsMargins()
        nodig = indeling.sizeHint().height() + stap * sum(k.isHidden() for k in self._kaarten)
        over = nodig + marges.top() + marges.bottom() - self.height()
        # below each other the page scrolls anyway
        naast = self._rij.direction() == QBoxLayout.Direction.LeftToRight
        weg = -(-over // stap) if naast and over > 0 else 0
        toon = max(len(self._kaarten) - weg, min(_MINSTENS, len(self._kaarten)))
        for n, kaart in enumerate(self._kaarten):
            kaart.setHidden(n >= toon)

    def _toon_vandaag(self, gegevens: HomeGegevens) -> None:
        self._kop.addWidget(Label("Vandaag", "sectie"), 1)
        if self._agenda is not None and gegevens.vandaag:
            knop = Knop("Naar de agenda", self._thema, "koppeling")
            knop.clicked.connect(lambda _=False, plek=self._agenda: self._navigator.ga(plek))
            self._kop.addWidget(knop)
            self._knoppen.append(knop)
        for kaart in gegevens.vandaag[:_HOEVEEL]:
            icoon, kleur = _SOORT[kaart.soort]
            knopkaart = KnopKaart(self._thema, kaart.titel, kaart.regel, icoon, kleur)
            knopkaart.clicked.connect(lambda _=False, plek=kaart.plek: self._navigator.ga(plek))
            self._vandaag.addWidget(knopkaart)
            self._knoppen.append(knopkaart)
            self._kaarten.append(knopkaart)
        if not gegevens.vandaag:
            rust = Kaart(self._thema)
            rust.inhoud.addWidget(Label("Er is niets dat vandaag af moet.", "sterk"))
            rust.inhoud.addWidget(Alinea("Klik op een rol voor de taken, of zoek een leerling met Ctrl+K.", "klein"))
            self._vandaag.addWidget(rust)

    def _toon_op_slot(self, ontgrendel: Callable[[], None]) -> None:
        self._kop.addWidget(Label("Je bekijkt het plan", "sectie"), 1)
        kaart = KnopKaart(
            self._thema, "Ontgrendel de kluis", "Voor leerlingen, gesprekken en wat er open staat", "lock-key-open"
        )
        kaart.clicked.connect(lambda: ontgrendel())
        self._vandaag.addWidget(kaart)
        self._knoppen.append(kaart)

    def _toon_stappen(self, gegevens: HomeGegevens) -> None:
        self._kop.addWidget(Label("Eerste stappen", "sectie"), 1)
        for stap in gegevens.eerste_stappen:
            icoon, kleur = ("check-circle", "goed") if stap.gedaan else ("arrow-right", "accent")
            kaart = KnopKaart(self._thema, stap.titel, "Klaar" if stap.gedaan else stap.regel, icoon, kleur)
            kaart.clicked.connect(lambda _=False, plek=stap.plek: self._navigator.ga(plek))
            self._vandaag.addWidget(kaart)
            self._knoppen.append(kaart)

    def _tegels(self, algemeen: Sequence[tuple[Plek, str]]) -> QGridLayout:
        rooster = QGridLayout()
        rooster.setSpacing(self._thema.px(8))
        for n, (plek, label) in enumerate(algemeen):
            tegel = Knop(label, self._thema, "tegel")
            self.tegels.append(tegel)
            tegel.clicked.connect(lambda _=False, plek=plek: self._navigator.ga(plek))
            rooster.addWidget(tegel, n // 2, n % 2, Qt.AlignmentFlag.AlignTop)
        rooster.setColumnStretch(0, 1)
        rooster.setColumnStretch(1, 1)
        return rooster

    def _naar_meldcode(self, stap: int) -> None:
        self._navigator.ga(Plek("plan", extra=STAPPAGINA[stap - 1]) if stap else Plek("meldcode"))
