"""One case on screen: heading and buttons, banners, the five steps or the timeline, and the cards beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.models.kenmerk import kenmerk
from desktop.models.kinds import KINDS
from desktop.models.meldcode import Afsluiting
from desktop.services.zaken import Zaakbeeld
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.rijen import STATEN, dag_van, plek_van, uiterlijk
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets import (
    Alinea,
    BannerVak,
    Bladvlak,
    KiesChip,
    Knop,
    Label,
    LijstView,
    Pil,
    RijInhoud,
    StroomLayout,
    VasteModel,
)
from desktop.views.zaak.kaarten import Gezinskaart, Inhoudkaart, Rolkaart, Tegenkaart, Werkkaart
from desktop.views.zaak.pad import Stappenpad
from desktop.views.zaak.wat_nu import DADEN, NIEUW

_NAAST_VANAF = 1000
_RECHTS = 400
_BREEDST = 1240
_PDFS = (
    ("overzicht", "Overzicht van het dossier"),
    ("chronologie", "Chronologie, in het kort"),
    ("volledig", "Chronologie, met alles wat is ingevuld"),
)


class Zaakblad(Bladvlak):
    """Shows a `Zaakbeeld`; `daad` carries what is to be done, `pdf` which paper (a weging by its identifier)."""

    daad = Signal(str)
    pdf = Signal(str)

    def __init__(self, thema: Thema, banners: BannerVak, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.titel = Label("", "kop")
        self.pil = Pil(thema, "")
        self.over = Alinea("", "zacht")
        self.afloop = Alinea("", "basis")
        self.hoofd = Knop("", thema, "primair")
        self.nieuw = Knop("Nieuw in dit dossier", thema, icoon="caret-down")
        self.erbij = Knop("", thema, icoon="plus")
        self.wijzig = Knop("Vul het dossier aan", thema, icoon="pencil-simple")
        self.print = Knop("Afdrukken of PDF", thema, icoon="printer")
        self.rapport = Knop("Rapportage meldcode", thema, icoon="chart-bar")
        self.sluit = Knop("Sluit dossier…", thema, "stil", "folder")
        self.chips = {
            naam: KiesChip(woord, thema) for naam, woord in (("stappen", "Stappen"), ("tijdlijn", "Tijdlijn"))
        }
        self.pad = Stappenpad(thema)
        self.model = VasteModel()
        self.tijdlijn = LijstView(thema, "Tijdlijn van dit dossier")
        self.tijdlijn.setModel(self.model)
        self.werk, self.inhoud, self.rollen = Werkkaart(thema), Inhoudkaart(thema), Rolkaart(thema)
        self.tegen, self.gezin = Tegenkaart(thema), Gezinskaart(thema)
        self.nieuwmenu, self.printmenu = QMenu(self), QMenu(self)
        self.nieuwmenu.setAccessibleName("Nieuw in dit dossier")
        self.printmenu.setAccessibleName("Afdrukken of PDF")
        self._hoofddaad = ""
        self.wacht: list[tuple[QWidget, Callable[[], None]]] = []
        """The cards that are still to be filled, each with how."""
        self._klok = QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.timeout.connect(self._vul_volgende)
        self._bouw(banners)
        self._verbind()

    def zet(self, beeld: Zaakbeeld, vandaag: date, reden: Callable[[str], str], reden_pdf: str) -> None:
        """Show a case; `reden` says why a deed is not for this account, '' where it is."""
        zaak, dossier = beeld.zaak, beeld.zaak.dossier
        self.titel.setText(dossier.titel())
        # a label that wraps asks for a square: only one that is too long for a line should
        breed = self.titel.fontMetrics().horizontalAdvance(dossier.titel())
        self.titel.setWordWrap(breed > self._thema.px(LEESBREEDTE))
        self.pil.zet(*(("Gesloten", "rust", "folder") if zaak.gesloten else ("Open", "info", "folder-open")))
        sinds = f"geopend op {toon_datum(dossier.geopend)}" if dossier.geopend else ""
        wie = (dossier.leerling.naam, dossier.leerling.hoedanigheid)
        self.over.setText(" · ".join(d for d in (*wie, sinds, f"kenmerk {kenmerk(zaak.stored.record)}") if d))
        self._zet_afloop(beeld)
        self._zet_knoppen(beeld, reden, reden_pdf)
        self.pad.zet(beeld.stappen, beeld.door, reden, zaak.gesloten)
        self.model.zet([_rij(beeld, n) for n in range(len(beeld.rijen) - 1, -1, -1)])
        self.tijdlijn.setMinimumHeight(min(max(len(beeld.rijen), 3), 9) * self._thema.px(60) + self._thema.px(4))
        self.werk.zet([] if zaak.gesloten else beeld.werk, vandaag)
        self._later(
            (self.inhoud, lambda: self.inhoud.zet(beeld.inhoud)),
            (self.tegen, lambda: self.tegen.zet(dossier, reden("wijzig"))),
            (self.gezin, lambda: self.gezin.zet(dossier, beeld.gezin, reden("wijzig"))),
            (self.rollen, lambda: self.rollen.zet(dossier)),
        )

    def _later(self, *delen: tuple[QWidget, Callable[[], None]]) -> None:
        """Fill what stands beside the path one by one, once the path itself is painted."""
        self.wacht = list(delen)
        for kaart, _ in delen:
            kaart.hide()
        self._klok.start()

    def _vul_volgende(self) -> None:
        kaart, vul = self.wacht.pop(0)
        vul()
        kaart.show()
        if self.wacht:
            self._klok.start()

    def toon_deel(self, deel: str) -> None:
        """Show the steps or the timeline."""
        for naam, chip in self.chips.items():
            chip.setChecked(naam == deel)
        self.pad.setHidden(deel != "stappen")
        self.tijdlijn.setHidden(deel == "stappen")

    def open_menu(self, menu: QMenu, knop: Knop) -> None:
        """Open a menu below its button, its first line chosen."""
        menu.popup(knop.mapToGlobal(QPoint(0, knop.height() + self._thema.px(4))))
        eerste = next((a for a in menu.actions() if a.isEnabled() and not a.isSeparator()), None)
        if eerste is not None:
            menu.setActiveAction(eerste)

    def pas_aan(self, breed: int) -> None:
        """At this width of the page: cards beside the path, or below it."""
        naast = breed >= self._thema.px(_NAAST_VANAF)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._kolommen.direction() != richting:
            self._kolommen.setDirection(richting)
        self._rechts.setMaximumWidth(self._thema.px(_RECHTS if naast else _BREEDST))
        self._rechts.setMinimumWidth(self._thema.px(_RECHTS) if naast else 0)

    def _zet_afloop(self, beeld: Zaakbeeld) -> None:
        dicht = beeld.zaak.vervolg[-1].value if beeld.zaak.gesloten else None
        self.afloop.setHidden(not isinstance(dicht, Afsluiting))
        if isinstance(dicht, Afsluiting):
            op = toon_datum(dicht.moment.date())
            volgt = f" {dicht.volgt} blijft volgen: {dicht.hoe}." if dicht.volgt else ""
            self.afloop.setText(f"Gesloten op {op}. {dicht.titel()}. {dicht.toelichting}{volgt}")

    def _zet_knoppen(self, beeld: Zaakbeeld, reden: Callable[[str], str], reden_pdf: str) -> None:
        gesloten = beeld.zaak.gesloten
        self._hoofddaad = hoofddaad(beeld)
        eerste = self._hoofddaad == "nieuwe-weging" and not beeld.wegingen
        self.hoofd.zet_tekst("Begin de weging" if eerste else _HOOFD[self._hoofddaad])
        self.hoofd.zet_icoon(DADEN[self._hoofddaad].icoon)
        sta_toe(self.hoofd, reden(self._hoofddaad))
        streng = self._hoofddaad in ("melding", "vtadvies")
        self.hoofd.setProperty("soort", "meldcode" if streng else "primair")
        self.hoofd.style().polish(self.hoofd)
        aantal = len(beeld.erbij)
        self.erbij.zet_tekst(f"Voeg stukken toe ({aantal})" if aantal else "Voeg stukken toe")
        niets = "" if aantal else "Alles wat over deze leerling is vastgelegd, staat al in dit dossier."
        sta_toe(self.erbij, reden("voeg-toe") or niets)
        sta_toe(self.wijzig, reden("wijzig"))
        sta_toe(self.sluit, reden("sluit"))
        # an open case has it in the menu; after closing it is what is left to do
        sta_toe(self.rapport, reden("rapportage"))
        self.rapport.setHidden(not gesloten)
        sta_toe(self.print, reden_pdf)
        for knop in (self.nieuw, self.erbij, self.wijzig, self.sluit):
            knop.setHidden(gesloten)
        self.nieuwmenu.clear()
        for n, groep in enumerate(NIEUW):
            if n:
                self.nieuwmenu.addSeparator()
            for sleutel in groep:
                self._regel(sleutel, reden(sleutel))
        self.printmenu.clear()
        for sleutel, woord in _PDFS:
            actie = self.printmenu.addAction(woord)
            actie.triggered.connect(lambda _=False, s=sleutel: self.pdf.emit(s))

        if beeld.wegingen:
            self.printmenu.addSeparator()
        for weging in reversed(beeld.wegingen):
            van = f" van {toon_datum(weging.begonnen, kort=True)}" if weging.begonnen else ""
            actie = self.printmenu.addAction(f"Weging{van}")
            actie.triggered.connect(lambda _=False, s=str(weging.weging): self.pdf.emit(s))

    def _regel(self, sleutel: str, reden: str) -> QAction:
        daad = DADEN[sleutel]
        actie = self.nieuwmenu.addAction(self._thema.icoon(daad.icoon), daad.tekst)
        actie.setEnabled(not reden)
        actie.setToolTip(reden)
        actie.triggered.connect(lambda _=False: self.daad.emit(sleutel))
        return actie

    def _verbind(self) -> None:
        self.pad.daad.connect(self.daad)
        self.hoofd.clicked.connect(lambda: self.daad.emit(self._hoofddaad))
        self.nieuw.clicked.connect(lambda: self.open_menu(self.nieuwmenu, self.nieuw))
        self.print.clicked.connect(lambda: self.open_menu(self.printmenu, self.print))
        self.tegen.aanvullen.connect(lambda: self.daad.emit("wijzig"))
        for knop, sleutel in (
            (self.erbij, "voeg-toe"),
            (self.wijzig, "wijzig"),
            (self.rapport, "rapportage"),
            (self.sluit, "sluit"),
        ):
            knop.clicked.connect(lambda _=False, s=sleutel: self.daad.emit(s))
        for naam, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, n=naam: self.toon_deel(n))

    def _bouw(self, banners: BannerVak) -> None:
        thema = self._thema
        px = thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(12))
        kop.addWidget(self.titel)
        kop.addWidget(self.pil, 0, Qt.AlignmentFlag.AlignVCenter)
        kop.addStretch(1)
        knoppen = StroomLayout(thema, 8)
        for knop in (self.hoofd, self.nieuw, self.erbij, self.wijzig, self.rapport, self.print, self.sluit):
            knoppen.addWidget(knop)
        chips = QHBoxLayout()
        chips.setSpacing(px(8))
        for chip in self.chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        links = QWidget()
        vak = QVBoxLayout(links)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(12))
        vak.addLayout(chips)
        vak.addWidget(self.pad)
        vak.addWidget(self.tijdlijn)
        vak.addStretch(1)
        self._rechts = QWidget()
        rechts = QVBoxLayout(self._rechts)
        rechts.setContentsMargins(0, 0, 0, 0)
        rechts.setSpacing(px(16))
        for kaart in (self.werk, self.inhoud, self.tegen, self.gezin, self.rollen):
            rechts.addWidget(kaart)
        rechts.addStretch(1)
        self._kolommen = QHBoxLayout()
        self._kolommen.setSpacing(px(24))
        self._kolommen.addWidget(links, 1)
        self._kolommen.addWidget(self._rechts)
        binnen = QWidget()
        binnen.setMaximumWidth(px(_BREEDST))
        alles = QVBoxLayout(binnen)
        alles.setContentsMargins(0, 0, 0, 0)
        alles.setSpacing(px(8))
        alles.addLayout(kop)
        alles.addWidget(self.over)
        alles.addWidget(self.afloop)
        alles.addSpacing(px(8))
        alles.addLayout(knoppen)
        alles.addWidget(banners)
        alles.addSpacing(px(12))
        alles.addLayout(self._kolommen)
        rij = QHBoxLayout()
        rij.addWidget(binnen, 1000)
        rij.addStretch(1)
        buiten = QVBoxLayout(self.vlak)
        buiten.setContentsMargins(px(32), px(8), px(32), px(32))
        buiten.addLayout(rij)
        buiten.addStretch(1)


_HOOFD = {
    "heropen": "Heropen het dossier…",
    "melding": "Start de melding",
    "vtadvies": "Bel Veilig Thuis, leg het advies vast",
    "weging": "Ga verder met wegen",
    "nieuwe-weging": "Nieuwe weging",
    "terugkoppeling": "Leg de terugkoppeling vast",
}


def hoofddaad(beeld: Zaakbeeld) -> str:
    """Return the one thing that a case asks for now."""
    if beeld.zaak.gesloten:
        return "heropen"
    if beeld.eis is not None:
        return "melding" if beeld.eis.uitkomst.value == "melden" else "vtadvies"
    if beeld.melden:
        return "melding"
    if beeld.half is not None or any(w.volgende is not None for w in beeld.wegingen):
        return "weging"
    if any(werk.kind == "vt_besluit" for werk in beeld.werk):
        return "terugkoppeling"
    return "nieuwe-weging"


def _rij(beeld: Zaakbeeld, n: int) -> RijInhoud:
    rij = beeld.rijen[n]
    woord, toon, icoon = STATEN[rij.state]
    soort = KINDS[rij.kind].NAAM
    beeldje, kleur = uiterlijk(rij.kind)
    onder = " · ".join(d for d in ("" if rij.title.startswith(soort) else soort, beeld.door.get(rij.record, "")) if d)
    return RijInhoud(
        plek_van(rij), rij.title, onder, beeldje, kleur, links=dag_van(rij), pil=woord, toon=toon, pil_icoon=icoon
    )
