"""A run of a draaiboek: its steps by phase, the next one in sight; its own log, and what decides which steps belong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Bijlage
from desktop.models.draaiboek import Stap
from desktop.models.errors import UserError
from desktop.models.opslag import Draft, Row
from desktop.models.rechten import Actie
from desktop.models.rolinhoud import Formulier
from desktop.services.diensten import Diensten
from desktop.services.draaiboeken import Geopend
from desktop.views.calamiteit.logboek import Logboek
from desktop.views.draaiboek.daden import Loopdaden
from desktop.views.draaiboek.loopkop import Loopkop
from desktop.views.draaiboek.naast import Stukkenkaart, Voorwaardenkaart, Waarmeekaart
from desktop.views.draaiboek.stapkaart import Stapkaart
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van, regel_in
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Druk
from desktop.views.widgets import Bladvlak, KiesChip, LeegStaat, SectieKop, maak_leeg
from desktop.views.work import Work

_NAAST_VANAF = 1000
_RECHTS = 340
_BREEDST = 1240
LIJST = Plek("draaiboeken")
_VERANDERD = "Dit draaiboek is intussen veranderd. Deze keer gaat door met de versie waarmee hij begon."
_REGISTERS = "registers"
"""The step of the draaiboek about a death at which letters that still wait are shown."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A run with what shows around it: what was made from it, whether its draaiboek changed since, what it belongs to,
    which letters still wait, and what was typed in a dialog and not stored.
    """

    geopend: Geopend
    stukken: Sequence[Row]
    veranderd: bool
    gekoppeld: Sequence[Row]
    gepland: str
    halve: Mapping[UUID, Draft]


class LoopPagina(KluisPagina):
    """Plek('draaiboek', loop). `formulieren` says where each form is; one that is not there shows no button."""

    handleiding = "draaiboeken"
    rail = "calamiteiten"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        druk: Druk,
        bijlage: Callable[[Bijlage], None],
        formulieren: Mapping[Formulier, Plek],
    ) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._druk = druk
        self._formulieren = formulieren
        self._regel: UUID | None = None
        self.geopend: Geopend | None = None
        self.kaarten: dict[str, Stapkaart] = {}
        self._orde: tuple[str, ...] = ()
        self.kop = Loopkop(thema)
        self.stappen_chip = KiesChip("Stappen", thema, aan=True, plus=False)
        self.log_chip = KiesChip("Logboek", thema, plus=False)
        self.logboek = Logboek(diensten, work, thema, self.banners, bijlage)
        self.voorwaarden = Voorwaardenkaart(thema)
        self.waarmee = Waarmeekaart(thema, navigator)
        self.stukken = Stukkenkaart(thema, navigator)
        self.daden = Loopdaden(self, diensten, thema, bijlage, work, self.lees)
        self._bouw()
        self.kop.pdf.clicked.connect(self._pdf)
        self.kop.sluit.clicked.connect(self._sluit)
        self.kop.wijzig.clicked.connect(self._wijzig)
        self.stappen_chip.clicked.connect(lambda: self._toon_deel(log=False))
        self.log_chip.clicked.connect(lambda: self._toon_deel(log=True))
        self.voorwaarden.gekozen.connect(self._antwoord)
        self.waarmee.koppel.connect(self._koppel)
        self.waarmee.los.connect(self._maak_los)

    def titel(self) -> str:
        """Return which draaiboek it is."""
        return self.geopend.beeld.loop.definitie.titel if self.geopend is not None else "Draaiboek"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """One comes from the list."""
        return (("Draaiboeken", LIJST),)

    def toon(self, plek: Plek) -> None:
        """Read a run and show it."""
        self.begin()
        if plek.id is None:
            self._navigator.vervang(LIJST)
            self._navigator.ga(LIJST)
            return
        loop = plek.id
        self._regel = regel_in(plek)
        if self.geopend is None or self.geopend.stored.record != loop:
            self.geopend = None
            self._stapel.setCurrentWidget(self._niets)
        self.vraag(lambda: self._haal(loop), lambda g: self._zet(g, eerste=True), self._mislukt)

    def lees(self) -> None:
        """Read again what shows."""
        if self.geopend is not None:
            loop = self.geopend.stored.record
            self.vraag(lambda: self._haal(loop), lambda g: self._zet(g, eerste=False))

    def druk_af(self) -> bool:
        """Ctrl+P: the run as a paper."""
        if self.geopend is not None and self.kop.pdf.isEnabled():
            self._pdf()
        return self.geopend is not None

    def nieuw(self) -> bool:
        """Ctrl+N: the next line of the log."""
        if self.geopend is None:
            return False
        self._toon_deel(log=True)
        self.logboek.neem_focus()
        return True

    def mag_weg(self) -> bool:
        """What is typed in the log is kept as a draft."""
        self.logboek.berg_op()
        return True

    def berg_op(self) -> None:
        """The vault is about to lock."""
        self.logboek.berg_op()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the cards go below the steps."""
        super().resizeEvent(event)
        self._pas_aan()

    # -- showing

    def _haal(self, loop: UUID) -> Gelezen:
        d = self._d.draaiboeken
        geopend = d.open_loop(loop)
        veranderd = d.is_veranderd(geopend.beeld.loop)
        gekoppeld, gepland = d.gekoppeld(geopend), self._gepland(geopend)
        return Gelezen(geopend, d.gemaakt(geopend), veranderd, gekoppeld, gepland, d.halve())

    def _gepland(self, geopend: Geopend) -> str:
        """Return in words which letters to parents still wait for the pupils of this run, where a step asks that."""
        vraagt = any(stap.sleutel == _REGISTERS for stap, _ in geopend.beeld.stappen)
        if not vraagt or not self._d.session.mag(Actie.UITNODIGEN):
            return ""
        mensen = [b.wie.persoon for b in geopend.beeld.loop.betrokkenen if b.wie is not None and b.wie.persoon]
        brieven = [rij.title for wie in mensen for rij in self._d.gesprekken.gepland(wie)]
        return f"Staat nog klaar voor de ouders: {'; '.join(brieven)}. Trek dit in." if brieven else ""

    def _zet(self, gelezen: Gelezen, *, eerste: bool) -> None:
        geopend, stukken = gelezen.geopend, gelezen.stukken
        was_dicht = self.geopend.dicht if self.geopend is not None else None
        self.geopend = geopend
        beeld, loop = geopend.beeld, geopend.beeld.loop
        reden = self.reden(Actie.DRAAIBOEK)
        self.kop.zet(geopend, reden, self.reden(Actie.AFDRUKKEN))
        self.stappen_chip.zet_tekst(f"Stappen ({beeld.gedaan} van {len(beeld.stappen)})")
        dicht = reden or ("Dit draaiboek is afgesloten." if geopend.dicht else "")
        in_stap = self._laat_stap_los()
        self._zet_stappen(geopend, dicht, stukken, gelezen.gepland)
        self.voorwaarden.zet(loop, dicht)
        self.waarmee.zet(loop, gelezen.gekoppeld, dicht)
        self.stukken.zet(stukken)
        if geopend.dicht:
            self.banners.weg(_VERANDERD)
        if eerste or was_dicht != geopend.dicht:
            self.logboek.begin(geopend.stored.record, loop.event_at(), dicht=geopend.dicht, regel=self._regel)
            self._stapel.setCurrentWidget(self._blad)
            self._pas_aan()
        if not reden:
            self.daden.half(geopend, gelezen.halve)
        if eerste:
            regel, self._regel = self._regel, None
            self._toon_deel(log=regel is not None)
            if regel is None:
                self._naar_volgende()
            if gelezen.veranderd and not geopend.dicht:
                stap = "Start het draaiboek opnieuw als je de nieuwe stappen wilt volgen."
                self.banners.zet("info", _VERANDERD, stap)
        elif in_stap and beeld.volgende is not None:
            self._naar_volgende()
        elif in_stap:
            self.neem_focus(self.kop.sluit)
        self.veranderd.emit()

    def _laat_stap_los(self) -> bool:
        """Take the focus from a step that is to be filled anew: Qt would give it to the step below what comes next,
        and who presses Space again would pass one over. Returns whether it was there.
        """
        focus = self.window().focusWidget()
        if focus is None or not any(kaart.isAncestorOf(focus) for kaart in self.kaarten.values()):
            return False
        focus.clearFocus()
        return True

    def _zet_stappen(self, geopend: Geopend, reden: str, stukken: Sequence[Row], gepland: str) -> None:
        beeld, loop = geopend.beeld, geopend.beeld.loop
        orde = tuple(stap.sleutel for stap, _ in beeld.stappen)
        if orde != self._orde or any(self.kaarten[s.sleutel].stap != s for s, _ in beeld.stappen):
            self._bouw_stappen([stap for stap, _ in beeld.stappen])
        volgende = beeld.volgende
        vandaag, incidenten = self._d.session.vandaag(), [r.title for r in stukken if r.kind == "incident"]
        for stap, uitkomst in beeld.stappen:
            formulier = stap.formulier
            self.kaarten[stap.sleutel].zet(
                uitkomst,
                loop.begonnen_op,
                vandaag,
                volgende=stap is volgende and not geopend.dicht,
                reden=reden,
                formulier=formulier if formulier in self._formulieren else None,
                gemaakt=" · ".join(incidenten) if formulier is Formulier.INCIDENT else "",
                let_op=gepland if stap.sleutel == _REGISTERS else "",
            )

    def _bouw_stappen(self, stappen: Sequence[Stap]) -> None:
        maak_leeg(self._lijst)
        self.kaarten, fase = {}, ""
        for n, stap in enumerate(stappen, 1):
            if stap.fase != fase:
                fase = stap.fase
                self._lijst.addWidget(SectieKop(self._thema, fase))
            kaart = Stapkaart(self._thema, stap, n)
            kaart.daad.connect(lambda daad, stap=stap: self._daad(stap, daad))
            self.kaarten[stap.sleutel] = kaart
            self._lijst.addWidget(kaart)
        self._lijst.addStretch(1)
        self._orde = tuple(stap.sleutel for stap in stappen)

    def _naar_volgende(self) -> None:
        """Bring the next step into sight, its first button in focus: once it is laid out, in a turn of its own."""
        volgende = self.geopend.beeld.volgende if self.geopend is not None else None
        kaart = self.kaarten.get(volgende.sleutel) if volgende is not None else None
        if kaart is None:
            return

        def ga() -> None:
            if kaart is self.kaarten.get(kaart.stap.sleutel):
                self._vlak.ensureWidgetVisible(kaart, 0, self._thema.px(24))
                if "gedaan" in kaart.knoppen:
                    self.neem_focus(kaart.knoppen["gedaan"])

        QTimer.singleShot(0, kaart, ga)

    def _mislukt(self, fout: UserError) -> None:
        maak_leeg(self._fout_vak)
        leeg = LeegStaat(self._thema, "lock-simple", fout.zin, fout.stap, "Naar de draaiboeken")
        leeg.gekozen.connect(lambda: self._navigator.ga(LIJST))
        self._fout_vak.addWidget(leeg)
        self._stapel.setCurrentWidget(self._fout)

    def _toon_deel(self, *, log: bool) -> None:
        self.stappen_chip.setChecked(not log)
        self.log_chip.setChecked(log)
        self._deel.setCurrentWidget(self.logboek if log else self._vlak)

    # -- doing

    def _daad(self, stap: Stap, daad: str) -> None:
        if self.geopend is None:
            return
        if daad == "formulier":
            self._naar_formulier(stap)
        else:
            self.daden.stap(self.geopend, stap, daad, self._naar_volgende)

    def _naar_formulier(self, stap: Stap) -> None:
        """Open the form of a step; what takes a run with it (the incident) is told which one."""
        formulier, geopend = stap.formulier, self.geopend
        if formulier is None or geopend is None:
            return
        loop, calamiteit = geopend.stored.record, geopend.beeld.loop.calamiteit
        plek = self._formulieren[formulier]
        if formulier is Formulier.INCIDENT:
            bij = f";calamiteit={calamiteit}" if calamiteit else ""
            plek = Plek("incident", extra=f"loop={loop}{bij}")
        elif calamiteit is not None and formulier is Formulier.CALAMITEIT:
            plek = plek_van("calamiteit", calamiteit)
        elif calamiteit is not None and formulier in (Formulier.ACTIEPLAN, Formulier.COMMUNICATIE):
            plek = Plek(formulier.value, extra=f"calamiteit={calamiteit}")
        self._navigator.ga(plek)

    def _antwoord(self, ja: tuple[str, ...]) -> None:
        geopend = self.geopend
        if geopend is not None:
            self.vraag(
                lambda: self._d.draaiboeken.antwoord(geopend, ja), lambda _: self.lees(), self._niet, urgent=True
            )

    def _niet(self, fout: UserError) -> None:
        self.meld_fout(fout)
        self.lees()

    def _koppel(self) -> None:
        if self.geopend is not None:
            self.daden.koppel(self.geopend)

    def _maak_los(self, sleutel: UUID, naam: str) -> None:
        if self.geopend is not None:
            self.daden.maak_los(self.geopend, sleutel, naam)

    def _wijzig(self) -> None:
        if self.geopend is not None:
            self.daden.wijzig(self.geopend)

    def _sluit(self) -> None:
        if self.geopend is not None:
            self.daden.sluit_of_heropen(self.geopend)

    def _pdf(self) -> None:
        if self.geopend is not None:
            loop = self.geopend.stored.record
            self._druk(lambda: self._d.draaiboekdruk.loop(loop))

    # -- building

    def _pas_aan(self) -> None:
        naast = self.width() >= self._thema.px(_NAAST_VANAF)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._kolommen.direction() != richting:
            self._kolommen.setDirection(richting)
        self._rechts.setMinimumWidth(self._thema.px(_RECHTS) if naast else 0)
        self._rechts.setMaximumWidth(self._thema.px(_RECHTS) if naast else 16_777_215)
        self._rechts.setMaximumHeight(16_777_215 if naast else self._thema.px(180))

    def _bouw(self) -> None:
        px = self._thema.px
        keuze = QHBoxLayout()
        keuze.setSpacing(px(8))
        keuze.addWidget(self.stappen_chip)
        keuze.addWidget(self.log_chip)
        keuze.addStretch(1)
        self._vlak = Bladvlak()
        self._lijst = QVBoxLayout(self._vlak.vlak)
        self._lijst.setContentsMargins(0, 0, px(8), 0)
        self._lijst.setSpacing(px(8))
        self._deel = QStackedWidget()
        self._deel.addWidget(self._vlak)
        self._deel.addWidget(self.logboek)
        self._rechts = Bladvlak()
        rechts = QVBoxLayout(self._rechts.vlak)
        rechts.setContentsMargins(0, 0, px(8), 0)
        rechts.setSpacing(px(16))
        for kaart in (self.voorwaarden, self.waarmee, self.stukken):
            rechts.addWidget(kaart)
        rechts.addStretch(1)
        self._kolommen = QHBoxLayout()
        self._kolommen.setSpacing(px(32))
        self._kolommen.addWidget(self._deel, 1)
        self._kolommen.addWidget(self._rechts)
        self._blad = QWidget()
        binnen = QWidget()
        binnen.setMaximumWidth(px(_BREEDST))
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(12))
        vak.addWidget(self.kop)
        vak.addWidget(self.banners)
        vak.addLayout(keuze)
        vak.addLayout(self._kolommen, 1)
        buiten = QHBoxLayout(self._blad)
        buiten.setContentsMargins(px(32), px(12), px(24), px(16))
        buiten.addWidget(binnen, 1000)
        buiten.addStretch(1)
        self._niets, self._fout = QWidget(), QWidget()
        self._fout_vak = QVBoxLayout(self._fout)
        self._stapel = QStackedWidget()
        for deel in (self._niets, self._blad, self._fout):
            self._stapel.addWidget(deel)
        self._vak.addWidget(self._stapel, 1)
