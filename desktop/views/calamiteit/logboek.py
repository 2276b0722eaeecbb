"""The log on screen: the input, the filter and the lines; of a calamity or of a run of a draaiboek."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Bijlage, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.services.diensten import Diensten
from desktop.services.regels import Filter, Logrij
from desktop.services.regels import Invoer as Begonnen
from desktop.views.calamiteit.invoer import Invoer, Regelgegevens
from desktop.views.calamiteit.logboek_filter import Filterbalk
from desktop.views.calamiteit.regel import Logdelegate, LogInhoud, inhoud_van
from desktop.views.calamiteit.regel_blad import RegelDialoog
from desktop.views.forms.bewaker import ConceptBewaker
from desktop.views.forms.lezen import toon_tijd
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Antwoord,
    BannerVak,
    BladModel,
    Label,
    LeegStaat,
    LijstView,
)
from desktop.views.widgets.knoppen import ENTER
from desktop.views.work import Work

_BLADEN, _BLAD = 8, 50
"""So many pages of lines the list holds at once."""
_ONTHOUDEN = 2 * _BLADEN * _BLAD
"""More lines than the list can show of itself: one in sight is always known."""


class Loglijst(LijstView):
    """The lines. A key of the list itself and no shortcut: those sleep in a window that is not the active one."""

    verbeter = Signal()
    """Ctrl+Enter: the current line is to be put right."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter puts the current line right."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.verbeter.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class Logboek(QWidget):
    """Shows and keeps one log. `begin` says which; `berg_op` and `mag_weg` are for the page it stands on."""

    geschreven = Signal()
    """A line is on disk: what stands beside the log may have changed."""

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        thema: Thema,
        banners: BannerVak,
        bijlage: Callable[[Bijlage], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._d = diensten
        self._work = work
        self._thema = thema
        self._banners = banners
        self._open_bijlage = bijlage
        self._bij: UUID | None = None
        self._begonnen: datetime | None = None
        self._dicht = False
        self._beurt = 0
        self._zoekbeurt = 0
        self._onderweg = 0
        self._bekend: dict[int, LogInhoud] = {}
        self._rijen: dict[UUID, Logrij] = {}
        omgeving = Omgeving(diensten, work, thema, self, bijlage, lambda zin: self._fout(UserError(zin)))
        self.invoer = Invoer(thema, diensten.session.nu, omgeving.context)
        self.keuze = Filterbalk(thema, diensten.session.vandaag)
        self.model = BladModel(self._haal, _BLAD, _BLADEN)
        self.lijst = Loglijst(thema, "Logboek")
        self.lijst.setItemDelegate(Logdelegate(thema, self.lijst))
        self.lijst.setModel(self.model)
        self.lijst.setProperty("log", True)
        self.leeg = LeegStaat(
            thema, "note-pencil", "Nog geen regels", "Schrijf hierboven wat er gebeurt. Eén regel, dan Enter."
        )
        self.niets = LeegStaat(
            thema, "magnifying-glass", "Geen regels in deze keuze", "Kies andere soorten of wis je keuze.", "Toon alles"
        )
        self._bewaker = ConceptBewaker(self.invoer.values, self._bewaar_half, diensten.session.nu, self)
        self._bouw()
        self._verbind()

    # -- which log

    def begin(self, bij: UUID, begonnen: datetime | None, *, dicht: bool = False, regel: UUID | None = None) -> None:
        """Show the log of a case that began then; a closed one is only read and corrected.

        `regel` is a line to show and go to, whatever was chosen to see before.
        """
        zelfde = bij == self._bij
        self._beurt += 1
        self._bij, self._begonnen, self._dicht = bij, begonnen, dicht
        self._bekend, self._rijen = {}, {}
        self.invoer.setVisible(not dicht)
        if not zelfde or regel is not None:
            self.keuze.leeg()
        if not zelfde:
            self.invoer.zet_stand("", "")
        self._work.kluis(self, lambda: self._d.calamiteiten.log.invoer(bij), self._hier(self._zet_invoer), urgent=True)
        self.lees(regel)

    def filter(self) -> Filter:
        """Return what is chosen to see."""
        return self.keuze.filter()

    def neem_focus(self) -> None:
        """Put the cursor where one writes."""
        (self.lijst if self._dicht else self.invoer.regel).setFocus(Qt.FocusReason.OtherFocusReason)

    def berg_op(self) -> None:
        """At lock: queue the save of what is typed."""
        self._bewaker.flush()

    # -- reading

    def lees(self, regel: UUID | None = None) -> None:
        """Read which lines the filter lets through, and who wrote; then go to a line, where one is asked for."""
        bij, keuze, log = self._bij, self.filter(), self._d.calamiteiten.log
        if bij is None:
            return
        self._zoekbeurt += 1
        beurt = self._zoekbeurt

        def haal() -> tuple[Sequence[int], Sequence[tuple[UUID, str]], Sequence[int]]:
            gezocht = self._d.session.vault.rows_of([regel]) if regel is not None else ()
            return log.regels(bij, keuze), log.schrijvers(bij), [rij.id for rij in gezocht]

        def zet(gevonden: tuple[Sequence[int], Sequence[tuple[UUID, str]], Sequence[int]]) -> None:
            if beurt == self._zoekbeurt:
                self._zet_ids(gevonden[0], keuze)
                self.keuze.zet_schrijvers(gevonden[1])
                self._ga_naar(gevonden[2], gevonden[0])

        self._work.kluis(self, haal, self._hier(zet), self._hier(self._fout))

    def _ga_naar(self, gezocht: Sequence[int], ids: Sequence[int]) -> None:
        """Have the line that was asked for in the middle and in focus."""
        for rij in gezocht:
            if rij in ids:
                index = self.model.index(ids.index(rij))
                self.lijst.setCurrentIndex(index)
                self.lijst.scrollTo(index, LijstView.ScrollHint.PositionAtCenter)
                self.lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zet_ids(self, ids: Sequence[int], keuze: Filter) -> None:
        self.lijst.begin(ids)
        self.keuze.zet(len(ids), keuze)
        self._stapel.setCurrentWidget(self.lijst if ids else self.leeg if keuze.leeg else self.niets)

    def _haal(self, sleutels: Sequence[Any], antwoord: Antwoord) -> None:
        bij = self._bij
        assert bij is not None
        if all(sleutel in self._bekend for sleutel in sleutels):
            # what was read before is there at once: a line that comes in may not make the others blink
            antwoord({sleutel: self._bekend[sleutel] for sleutel in sleutels})
            return

        def zet(rijen: Sequence[Logrij]) -> None:
            self._onthoud(rijen)
            antwoord({sleutel: self._bekend[sleutel] for sleutel in sleutels if sleutel in self._bekend})

        def mis(fout: UserError) -> None:
            antwoord(None)
            self._fout(fout)

        self._work.kluis(self, lambda: self._d.calamiteiten.log.rijen(bij, sleutels), self._hier(zet), self._hier(mis))

    def _onthoud(self, rijen: Sequence[Logrij]) -> None:
        """Keep what was read last; the rest is read again when it comes in sight, and holds no memory until then."""
        vandaag = self._d.session.vandaag()
        for rij in rijen:
            self._vergeet(rij.record)  # to the end of the order in which they go
            self._bekend[rij.id] = inhoud_van(rij, vandaag)
            self._rijen[rij.record] = rij
        for record in list(self._rijen)[: max(0, len(self._rijen) - _ONTHOUDEN)]:
            self._vergeet(record)

    # -- writing

    def _zet_invoer(self, begonnen: Begonnen) -> None:
        self._bewaker.herstart()
        self.invoer.zet_begin(self._begonnen)
        self.invoer.begin(begonnen.record, begonnen.values, begonnen.van)
        if begonnen.values:
            self.invoer.zet_stand("bezig", "Deze regel was nog niet vastgelegd. Enter legt hem vast.")

    def _leg_vast(self, gegevens: Regelgegevens) -> None:
        """Send a line to disk; the input is free for the next one at once."""
        bij = self._bij
        if bij is None:
            return
        self._bewaker.herstart()
        self.invoer.leeg(self._d.session.ids.new())
        self.invoer.zet_stand("bezig", f"{_begin(gegevens.tekst)} · wordt opgeslagen …")
        self._onderweg += 1
        log = self._d.calamiteiten.log

        def gelukt(stored: Stored) -> None:
            self._onderweg -= 1
            om = toon_tijd(self._d.session.nu().time())
            self.invoer.zet_stand("opgeslagen", f"{_begin(gegevens.tekst)} · opgeslagen {om}")
            if gegevens.corrigeert is not None:
                self._vergeet(gegevens.corrigeert)
            self._erbij(stored)
            self.invoer.setVisible(not self._dicht)
            self.geschreven.emit()

        def mislukt(fout: UserError) -> None:
            self._onderweg -= 1
            self._niet_opgeslagen(gegevens, fout)

        self._work.kluis(
            self, lambda: log.schrijf(bij, **_velden(gegevens)), self._hier(gelukt), self._hier(mislukt), urgent=True
        )

    def _niet_opgeslagen(self, gegevens: Regelgegevens, fout: UserError) -> None:
        """The text stays: in the field, or, where a person is typing on, in a banner that tries again."""
        if self.invoer.is_leeg():
            self.invoer.zet_terug(gegevens)
            self._bewaker.veranderd()
            self.invoer.zet_stand("fout", f"Niet opgeslagen. {fout.zin} {fout.stap}")
            return
        self.invoer.zet_stand("fout", f"{_begin(gegevens.tekst)} · niet opgeslagen")
        self._banners.zet(
            "fout",
            f"Deze regel is niet opgeslagen: ‘{_begin(gegevens.tekst)}’",
            f"{fout.zin} {fout.stap}",
            "Probeer opnieuw",
            lambda: self._nog_eens(gegevens),
        )

    def _nog_eens(self, gegevens: Regelgegevens) -> None:
        self._banners.leeg()
        values, half = self.invoer.values(), self.invoer.gegevens()
        self._leg_vast(gegevens)
        if half is not None:
            self.invoer.begin(half.record, values, half.origineel)
            self._bewaker.veranderd()

    def _erbij(self, stored: Stored) -> None:
        """Read which lines there are now; the new one is in memory before it is painted."""
        bij, keuze, log = self._bij, self.filter(), self._d.calamiteiten.log
        assert bij is not None
        self._zoekbeurt += 1
        beurt = self._zoekbeurt

        def lees() -> tuple[Sequence[int], Sequence[Logrij], Sequence[tuple[UUID, str]]]:
            ids = log.regels(bij, keuze)
            nieuw = self._d.session.vault.rows_of([stored.record])
            return ids, log.rijen(bij, [rij.id for rij in nieuw]), log.schrijvers(bij)

        def zet(gelezen: tuple[Sequence[int], Sequence[Logrij], Sequence[tuple[UUID, str]]]) -> None:
            ids, rijen, schrijvers = gelezen
            self._onthoud(rijen)
            if beurt == self._zoekbeurt:
                self._zet_ids(ids, keuze)
                self.keuze.zet_schrijvers(schrijvers)
                if rijen and rijen[0].id not in ids:
                    self.invoer.zet_stand("opgeslagen", "Opgeslagen. De regel valt buiten wat je nu toont.")
                elif rijen:  # who chose a row further on sees what was put down just now too
                    self.lijst.scrollTo(self.model.index(ids.index(rijen[0].id)))

        self._work.kluis(self, lees, self._hier(zet), self._hier(self._fout))

    def _vergeet(self, record: UUID) -> None:
        rij = self._rijen.pop(record, None)
        if rij is not None:
            self._bekend.pop(rij.id, None)

    def _bewaar_half(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        bij, record = self._bij, self.invoer.record
        if bij is None or record is None:
            gelukt()
            return
        log = self._d.calamiteiten.log
        self._work.kluis(self, lambda: log.bewaar_invoer(bij, record, values), lambda _: gelukt(), mislukt, urgent=True)

    # -- one line

    def open_regel(self, record: object) -> None:
        """Show a line in full."""
        rij = self._rijen.get(record) if isinstance(record, UUID) else None
        if rij is not None:
            dialoog = RegelDialoog(self._thema, rij, self._d.session.vandaag(), self._open_bijlage, self)
            dialoog.corrigeer.connect(lambda: self.corrigeer(rij))
            open_dialoog(dialoog)

    def corrigeer(self, rij: Logrij) -> None:
        """Begin a correction; what was half-written is put aside as a draft first."""
        self._bewaker.flush()
        self.invoer.setVisible(True)
        if self.invoer.record is None or not self.invoer.is_leeg():
            self.invoer.leeg(self._d.session.ids.new())
        self.invoer.corrigeer(rij.record, rij.regel)

    def _corrigeer_huidige(self) -> None:
        index = self.lijst.currentIndex()
        sleutel = self.model.sleutels[index.row()] if index.isValid() else None
        rij = next((r for r in self._rijen.values() if r.id == sleutel), None)
        if rij is not None:
            self.corrigeer(rij)

    # -- within

    def _hier(self, call: Callable[..., None]) -> Callable[..., None]:
        beurt = self._beurt

        def alleen_hier(*args: object) -> None:
            if beurt == self._beurt:
                call(*args)

        return alleen_hier

    def _fout(self, fout: UserError) -> None:
        self._banners.zet("fout", fout.zin, fout.stap)

    def _verbind(self) -> None:
        self.invoer.vastgelegd.connect(self._leg_vast)
        self.invoer.gewijzigd.connect(self._bewaker.veranderd)
        self.lijst.gekozen.connect(self.open_regel)
        self.lijst.setToolTip("Enter opent een regel. Ctrl+Enter voegt een correctie toe.")
        self.lijst.verbeter.connect(self._corrigeer_huidige)
        self.keuze.gekozen.connect(self.lees)
        self.niets.gekozen.connect(self.keuze.toon_alles)

    def _bouw(self) -> None:
        px = self._thema.px
        self._stapel = QStackedWidget()
        for blad in (self.leeg, self.lijst, self.niets):
            self._stapel.addWidget(blad)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(8))
        vak.addWidget(self.invoer)
        vak.addWidget(self.keuze)
        # an empty list says what to do in more lines than a low window has
        self._stapel.setMinimumHeight(px(150))
        vak.addWidget(self._stapel, 1)
        vak.addWidget(Label("Een regel verandert nooit. Fout? Voeg een correctie toe (Ctrl+Enter).", "klein"))


def _velden(gegevens: Regelgegevens) -> dict[str, Any]:
    return {naam: getattr(gegevens, naam) for naam in Regelgegevens.__dataclass_fields__ if naam != "origineel"}


def _begin(tekst: str) -> str:
    regel = " ".join(tekst[:160].split())
    return regel if len(regel) <= 60 else f"{regel[:59]}…"
