"""A calamity while it runs: the log at the left, always ready to write in, and the cards at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.calamiteit import CalamiteitSlot
from desktop.models.core import Bijlage, Problem
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.services.calamiteit import Calamiteitbeeld, Calamiteitregel, duur
from desktop.services.diensten import Diensten
from desktop.views.calamiteit.actieplan_kies import SLUIT
from desktop.views.calamiteit.logboek import Logboek
from desktop.views.calamiteit.pagina_daden import Daden
from desktop.views.calamiteit.pagina_kaart import Calamiteitkaart, Leidingkaart
from desktop.views.calamiteit.regel import toon_moment
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import regel_in
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Druk
from desktop.views.widgets import Bladvlak, KiesChip, Knop, KortLabel, LeegStaat, Pil, StroomLayout, maak_leeg
from desktop.views.work import Work

_NAAST_VANAF = 1040
_RUIM_VANAF = 1240
_RECHTS, _RECHTS_SMAL = 420, 350
_BREEDST = 1320
_MINUUT = 30_000
_VOOR_LEIDING = 3
"""After so many cards comes who leads what: after the plan, how large it is and the crisis team."""
Uitslag = tuple[Stored | None, list[Problem]]


class CalamiteitPagina(KluisPagina):
    """Plek('calamiteit', id); extra 'sluit' asks at once to close it.

    `kaarten` stand at the right, in this order; `druk` shows the log as a paper.
    """

    handleiding = "calamiteit"
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
        kaarten: Sequence[Calamiteitkaart] = (),
    ) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._druk = druk
        self._beeld: Calamiteitbeeld | None = None
        self._meteen = ""
        self._regel: UUID | None = None
        self.band = QFrame()
        self.band.setProperty("vlak", "alarm")
        self.band.setFixedHeight(thema.px(6))
        self.kop = KortLabel("", "kop")
        self.pil = Pil(thema, "")
        self.over = KortLabel("", "zacht")
        self.pdf = Knop("Logboek (pdf)", thema, icoon="printer")
        self.sluit = Knop("Sluit en evalueer", thema)
        self.andere = QWidget()
        self._andere = StroomLayout(thema, 8, self.andere)
        self.logboek = Logboek(diensten, work, thema, self.banners, bijlage)
        self.leiding = Leidingkaart(thema)
        self.kaarten: tuple[Calamiteitkaart, ...] = (*kaarten[:_VOOR_LEIDING], self.leiding, *kaarten[_VOOR_LEIDING:])
        context = Omgeving(
            diensten, work, thema, self, bijlage, lambda zin: self.meld_fout(UserError(zin)), hele_kluis=True
        ).context
        self._daden = Daden(diensten, self, thema, context, self.lees, work)
        self._bouw()
        self._verbind()
        self._klok = QTimer(self)
        self._klok.timeout.connect(self._zet_over)
        self._klok.start(_MINUUT)

    def titel(self) -> str:
        """Return what it is about."""
        return self._beeld.calamiteit.titel() if self._beeld is not None else "Calamiteit"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """One comes from the list."""
        return (("Calamiteiten", Plek("calamiteiten")),)

    def toon(self, plek: Plek) -> None:
        """Read a calamity and show it, the cursor where one writes."""
        zelfde = self._beeld is not None and self._beeld.stored.record == plek.id
        self.begin()
        if plek.id is None:
            self._navigator.vervang(Plek("calamiteiten"))
            self._navigator.ga(Plek("calamiteiten"))
            return
        record, d = plek.id, self._d.calamiteiten
        self._meteen = "sluit" if plek.extra == SLUIT else ""
        self._regel = regel_in(plek)
        if not zelfde:
            self._beeld = None
            self._stapel.setCurrentWidget(self._niets)
        self.vraag(lambda: (d.beeld(record), d.lopende()), lambda b: self._zet(*b, eerste=True), self._mislukt)

    def lees(self) -> None:
        """Read again what stands beside the log; it is on screen already, so it is not logged again."""
        beeld, d = self._beeld, self._d.calamiteiten
        if beeld is not None:
            record = beeld.stored.record
            self.vraag(lambda: (d.beeld(record, log=False), d.lopende()), lambda b: self._zet(*b, eerste=False))

    def druk_af(self) -> bool:
        """Ctrl+P: the log as it is filtered now."""
        if self._beeld is not None and self.pdf.isEnabled():
            self._pdf()
        return self._beeld is not None

    def nieuw(self) -> bool:
        """Ctrl+N: the next line."""
        if self._beeld is None:
            return False
        self.logboek.neem_focus()
        return True

    def mag_weg(self) -> bool:
        """What is typed is kept as a draft."""
        self.logboek.berg_op()
        return True

    def berg_op(self) -> None:
        """The vault is about to lock."""
        self.logboek.berg_op()
        self._daden.berg_op()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the cards go below the log."""
        super().resizeEvent(event)
        self._pas_aan()

    # -- showing

    def _zet(self, beeld: Calamiteitbeeld, lopende: Sequence[Calamiteitregel], *, eerste: bool) -> None:
        was_dicht = self._beeld.dicht if self._beeld is not None else None
        self._beeld = beeld
        c, dicht = beeld.calamiteit, beeld.dicht
        self.kop.zet(c.titel())
        self.pil.zet(*(("Afgesloten", "rust", "folder") if dicht else ("Loopt nu", "fout", "siren")))
        self.band.setVisible(not dicht)
        self._zet_over()
        self._zet_andere(beeld, lopende)
        reden = self.reden(Actie.CALAMITEIT)
        self.sluit.zet_tekst("Open weer…" if dicht else "Sluit en evalueer")
        sta_toe(self.sluit, reden)
        sta_toe(self.pdf, self.reden(Actie.AFDRUKKEN))
        self._rechts.setVisible(beeld.volledig)
        for kaart in self.kaarten:
            kaart.zet(beeld, reden or ("Deze calamiteit is afgesloten." if dicht else ""))
        self._rijg_tab()
        if eerste or was_dicht != dicht:
            regel, self._regel = self._regel, None
            self.logboek.begin(beeld.stored.record, c.begonnen(), dicht=dicht, regel=regel)
            self._stapel.setCurrentWidget(self._blad)
            self._pas_aan()
            self.neem_focus(self.logboek.lijst if dicht or regel else self.logboek.invoer.regel)
        self.veranderd.emit()
        meteen, self._meteen = self._meteen, ""
        if meteen and not dicht and not reden:
            self._navigator.vervang(Plek("calamiteit", beeld.stored.record))  # coming back asks no more
            self._daad(meteen)

    def _rijg_tab(self) -> None:
        """Tab goes from the log through the cards as they stand: what a card builds anew comes last by itself."""
        vorige: QWidget = self.logboek.lijst
        for kaart in self.kaarten:
            for widget in kaart.findChildren(QWidget):
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:  # what was just made is still hidden
                    QWidget.setTabOrder(vorige, widget)
                    vorige = widget

    def _zet_over(self) -> None:
        if self._beeld is None:
            return
        c, nu = self._beeld.calamiteit, self._d.session.nu().replace(tzinfo=None)
        begon = c.begonnen()
        delen = []
        if begon is not None:
            wanneer = toon_moment(begon, nu.date())
            delen.append(f"Begonnen {'vandaag ' if begon.date() == nu.date() else ''}{wanneer}")
        slot = self._beeld.slot.value if self._beeld.slot is not None else None
        if isinstance(slot, CalamiteitSlot):
            om = slot.moment.replace(tzinfo=None)
            delen.append(f"{slot.titel().lower()} op {toon_datum(om.date(), kort=True)} {toon_tijd(om.time())}")
        elif begon is not None:
            delen.append(duur(begon, nu))
        delen += [f"leiding: {c.leiding}"] if c.leiding else []
        delen += [f"school loopt: {c.school_loopt}"] if c.school_loopt else []
        self.over.zet(" · ".join(delen))

    def _zet_andere(self, beeld: Calamiteitbeeld, lopende: Sequence[Calamiteitregel]) -> None:
        """With more than one at once each is a chip on top; the one that shows is on."""
        maak_leeg(self._andere)
        self.andere.setVisible(len(lopende) > 1)
        if len(lopende) < 2:
            return
        for regel in lopende:
            hier = regel.row.record == beeld.stored.record
            chip = KiesChip(regel.row.title, self._thema, hier, plus=False)
            chip.setAccessibleDescription("Deze calamiteit loopt ook" if not hier else "Je bent hier")
            plek = Plek("calamiteit", regel.row.record)
            chip.clicked.connect(lambda _=False, plek=plek: self._navigator.ga(plek))
            self._andere.addWidget(chip)

    def _mislukt(self, fout: UserError) -> None:
        maak_leeg(self._fout_vak)
        leeg = LeegStaat(self._thema, "lock-simple", fout.zin, fout.stap, "Naar de calamiteiten")
        leeg.gekozen.connect(lambda: self._navigator.ga(Plek("calamiteiten")))
        self._fout_vak.addWidget(leeg)
        self._stapel.setCurrentWidget(self._fout)

    # -- doing

    def _pdf(self) -> None:
        if self._beeld is not None:
            record, keuze = self._beeld.stored.record, self.logboek.filter()
            self._druk(lambda: self._d.logdruk.papier(record, keuze))

    def _na_daad(self) -> None:
        """What was done on a card is a line in the log too: both are read again."""
        self.lees()
        self.logboek.lees()

    def _daad(self, sleutel: str) -> None:
        if self._beeld is not None:
            self._daden.doe(sleutel, self._beeld)

    # -- building

    def _pas_aan(self) -> None:
        naast = self.width() >= self._thema.px(_NAAST_VANAF)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._kolommen.direction() != richting:
            self._kolommen.setDirection(richting)
        smal = self.width() < self._thema.px(_RUIM_VANAF)
        self._rechts.setFixedWidth(
            self._thema.px(_RECHTS_SMAL if smal else _RECHTS)
        ) if naast else self._rechts.setMaximumWidth(16_777_215)
        if not naast:
            self._rechts.setMinimumWidth(0)
            self._rechts.setMaximumHeight(self._thema.px(220))
        else:
            self._rechts.setMaximumHeight(16_777_215)

    def _verbind(self) -> None:
        self.pdf.clicked.connect(self._pdf)
        self.sluit.clicked.connect(lambda: self._daad("sluit"))
        for kaart in self.kaarten:
            kaart.daad.connect(self._daad)
            kaart.opnieuw.connect(self._na_daad)
        self.logboek.geschreven.connect(self.lees)

    def _bouw(self) -> None:
        px = self._thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(12))
        woorden = QVBoxLayout()
        woorden.setSpacing(px(2))
        titel = QHBoxLayout()
        titel.setSpacing(px(12))
        titel.addWidget(self.kop, 1)
        woorden.addLayout(titel)
        onder = QHBoxLayout()
        onder.setSpacing(px(12))
        onder.addWidget(self.pil)
        onder.addWidget(self.over, 1)
        woorden.addLayout(onder)
        kop.addLayout(woorden, 1)
        kop.addWidget(self.pdf)
        kop.addWidget(self.sluit)
        self._rechts = Bladvlak()
        rechts = QVBoxLayout(self._rechts.vlak)
        rechts.setContentsMargins(0, 0, px(8), 0)
        rechts.setSpacing(px(16))
        for kaart in self.kaarten:
            rechts.addWidget(kaart)
        rechts.addStretch(1)
        self._kolommen = QHBoxLayout()
        self._kolommen.setSpacing(px(32))
        self._kolommen.addWidget(self.logboek, 1)
        self._kolommen.addWidget(self._rechts)
        binnen = QWidget()
        binnen.setMaximumWidth(px(_BREEDST))
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(12))
        vak.addWidget(self.andere)
        vak.addLayout(kop)
        vak.addWidget(self.banners)
        vak.addLayout(self._kolommen, 1)
        # scrolls only where letters are large and the window is low: else the log itself does
        self._blad = Bladvlak()
        buiten = QHBoxLayout(self._blad.vlak)
        buiten.setContentsMargins(px(32), px(12), px(24), px(16))
        buiten.addWidget(binnen, 1000)
        buiten.addStretch(1)
        self._niets = QWidget()
        self._fout = QWidget()
        self._fout_vak = QVBoxLayout(self._fout)
        self._stapel = QStackedWidget()
        for deel in (self._niets, self._blad, self._fout):
            self._stapel.addWidget(deel)
        self._vak.addWidget(self.band)
        self._vak.addWidget(self._stapel, 1)
