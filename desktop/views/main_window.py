"""The window: rail, bar on top, banners and the present page. It finds the way and knows nothing of the subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.models.errors import UserError
from desktop.views.navigatie import MenuActie, Navigator, Pagina, Plek, RailItem
from desktop.views.theme import Thema
from desktop.views.widgets.toetsen import sneltoets
from desktop.views.work import Work

if TYPE_CHECKING:
    from desktop.views.bovenbalk import Bovenbalk
    from desktop.views.rail import Rail
    from desktop.views.schil import Schil
    from desktop.views.widgets import Afdekker, Banner, BannerVak, Toast, Toon

__all__ = ["HOME", "HoofdVenster", "MenuActie", "RailItem"]
HOME = Plek("home")
_STRAKS, _DAARNA = 200, 100
"""When a page that shows has rest, in ms, and how long between what is then built."""
_NAAM = "Vangnet"
_ZOEK, _ZOEK_PLAN = "Zoek leerlingen, verslagen, plan …", "Zoek in plan en handleiding …"


class HoofdVenster(QMainWindow):
    """Shows one page of `paginas` at a time, each built when it is first asked for.

    `rail` names only pages that exist. `klaar` names those that are built while one looks at home, so that the click on
    them waits for less. `account_acties` fill the menu under the avatar; which one was chosen goes out
    through `account_actie`. Signals carry no content: `app` connects them to the services.
    """

    zoek = Signal(str)
    zoek_alles = Signal(str)
    zoek_gekozen = Signal(object)
    vergrendel = Signal()
    handleiding = Signal(str)
    account_actie = Signal(str)
    sluit = Signal()
    toont = Signal()
    """A page is about to be shown: what else wants this thread's time lets it go first."""
    geschilderd = Signal()
    """Once, when the first thing that the window shows is on screen."""

    def __init__(
        self,
        thema: Thema,
        navigator: Navigator,
        work: Work,
        paginas: Mapping[str, Callable[[], Pagina]],
        rail: Sequence[RailItem],
        account_acties: Sequence[MenuActie] = (),
        demo: bool = False,
        klaar: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._thema = thema
        self._navigator = navigator
        self._paginas = paginas
        self._work = work
        self._rail_items = rail
        self._acties = account_acties
        self._demo = demo
        self._gebouwd: dict[str, Pagina] = {}
        self._laatst: dict[Pagina, QWidget] = {}
        self._scherm: QWidget | None = None
        self._geschilderd = False
        self._klaar = klaar
        self._rust = QTimer(self, singleShot=True)
        self._rust.timeout.connect(self._zet_klaar)
        self.setWindowTitle(_NAAM)
        self.setMinimumSize(thema.px(640), thema.px(480))
        self.resize(thema.px(1440), thema.px(900))
        self._hoofd = QStackedWidget()
        self.setCentralWidget(self._hoofd)
        navigator.zet_bewaker(self._mag_weg)
        navigator.gevraagd.connect(self._toon)
        work.fout.connect(self.meld_fout)
        sneltoets(self, "F9", lambda: self.afdekker.wissel())
        sneltoets(self, "Ctrl+L", self.vergrendel.emit)

    @cached_property
    def schil(self) -> Schil:
        """What stands around the pages; built when first needed, since the first screen shows nothing of it."""
        from desktop.views.schil import Schil

        schil = Schil(self._thema, self._rail_items, self._acties, self._demo)
        self._hoofd.addWidget(schil)
        self._verbind(schil)
        self._zet_toetsen(schil)
        return schil

    @property
    def _staat(self) -> bool:
        return "schil" in self.__dict__

    @property
    def rail(self) -> Rail:
        """The rail at the left."""
        return self.schil.rail

    @property
    def balk(self) -> Bovenbalk:
        """The bar on top."""
        return self.schil.balk

    @property
    def banners(self) -> BannerVak:
        """Where the messages above the page stand."""
        return self.schil.banners

    @cached_property
    def afdekker(self) -> Afdekker:
        """What blanks the screen; made when first needed."""
        from desktop.views.widgets import Afdekker

        afdekker = Afdekker(self, ((QtCore.Qt.Key.Key_L, QtCore.Qt.KeyboardModifier.ControlModifier),))
        afdekker.gewisseld.connect(lambda _: self._zet_titel())
        return afdekker

    def pagina(self) -> Pagina | None:
        """Return the page that is shown; None before the first and behind another screen."""
        if self._scherm is not None or not self._staat:
            return None
        nu = self.schil.stapel.currentWidget()
        return nu if isinstance(nu, Pagina) else None

    def zet_school(self, school: str, schooljaar: str) -> None:
        """Show whose vault this is."""
        self.balk.zet_school(school, schooljaar)

    def zet_account(self, naam: str, rol: str) -> None:
        """Show who works here; `rol` in words. Nobody where there is no name: then only the plan shows."""
        self.balk.zet_account(naam, rol)
        self.balk.avatar.setVisible(bool(naam))

    def zet_rail(self, items: Sequence[RailItem], op_slot: bool = False) -> None:
        """Lead to these pages; `op_slot`: no vault is open, and the lock is the way to one."""
        if items != self._rail_items or self._staat:
            self._rail_items = items
            self.rail.zet(items, op_slot)
            self.balk.zoekvak.veld.setPlaceholderText(_ZOEK_PLAN if op_slot else _ZOEK)

    def meld(
        self, toon: Toon, zin: str, stap: str = "", actie: str = "", bij_actie: Callable[[], None] | None = None
    ) -> Banner:
        """Show a banner above the page."""
        return self.banners.zet(toon, zin, stap, actie, bij_actie)

    def meld_fout(self, error: UserError) -> None:
        """Show a fault with its one next step."""
        self.meld("fout", error.zin, error.stap)

    def toast(self, tekst: str, ongedaan: Callable[[], None] | None = None) -> Toast:
        """Say shortly that something is done, with a way to undo it where there is one."""
        from desktop.views.widgets import Toast

        toast = Toast(self._thema, tekst, self._hoofd, undo=ongedaan is not None)
        if ongedaan is not None:
            toast.ongedaan.connect(ongedaan)
        return toast

    def toon_scherm(self, scherm: QWidget | None) -> None:
        """Put a whole screen (unlock, first setup) in the place of everything; None brings the pages back.

        What is open over the window goes: it belonged to what was there, and after a lock it may show nothing.
        """
        self._sluit_dialogen()
        if self._scherm is not None:
            self._hoofd.removeWidget(self._scherm)
            self._scherm.hide()
            self._scherm.deleteLater()
        self._scherm = scherm
        if scherm is not None:
            self._hoofd.addWidget(scherm)
            self._hoofd.setCurrentWidget(scherm)
        else:
            self._hoofd.setCurrentWidget(self.schil)
        self._zet_titel()

    def vergeet_paginas(self) -> None:
        """Delete all pages and what they show, the search and the banners; at lock and change of account."""
        self._sluit_dialogen()
        self._navigator.vergeet()
        for pagina in self._gebouwd.values():
            self.schil.stapel.removeWidget(pagina)
            pagina.hide()
            pagina.deleteLater()
        self._gebouwd.clear()
        self._laatst.clear()
        self._rust.stop()
        if not self._staat:
            return
        self.balk.leeg()
        self.balk.zet_hier((), "", home=True)
        self.banners.leeg()
        from desktop.views.widgets import Toast

        for toast in self.findChildren(Toast):
            toast.weg()

    def _sluit_dialogen(self) -> None:
        for dialoog in self.findChildren(QDialog):
            if dialoog.isVisible():
                # not reject(): a dialog may ask something there
                dialoog.done(QDialog.DialogCode.Rejected)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that something is on screen: what can wait begins after that."""
        super().paintEvent(event)
        if not self._geschilderd:
            self._geschilderd = True
            QTimer.singleShot(0, self, self.geschilderd.emit)

    def changeEvent(self, event: QEvent) -> None:
        """A dialog closed: where its opener is gone by now the page takes the focus, before Qt gives it to the rail."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            focus, pagina = self.focusWidget(), self.pagina()
            if pagina is not None and (focus is None or not focus.isVisible()):
                pagina.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put away what is half-written before the window goes."""
        if not self._mag_weg():
            event.ignore()
            return
        self.sluit.emit()
        super().closeEvent(event)

    def _verbind(self, schil: Schil) -> None:
        nav, balk = self._navigator, schil.balk
        schil.rail.gekozen.connect(nav.ga)
        schil.rail.vergrendel.connect(self.vergrendel)
        balk.kruimel.connect(nav.ga)
        balk.zoek.connect(self.zoek)
        balk.zoek_alles.connect(self.zoek_alles)
        balk.gekozen.connect(self.zoek_gekozen)
        balk.actie.connect(self.account_actie)
        self._work.bezig.connect(balk.zet_bezig)

    def _zet_toetsen(self, schil: Schil) -> None:
        """Shortcuts that work on the pages only; F9 and Ctrl+L work everywhere."""
        for toetsen, doe in (
            ("F1", self._help),
            ("Ctrl+K", self._naar_zoeken),
            ("Alt+Home", lambda: self._navigator.ga(HOME)),
            ("Alt+Left", self._navigator.terug),
            ("Alt+Right", self._navigator.vooruit),
            ("Ctrl+N", self._nieuw),
            ("Ctrl+P", self._druk_af),
        ):
            sneltoets(schil, toetsen, doe)

    def _toon(self, plek: Plek) -> None:
        self.toont.emit()
        oud, focus = self.pagina(), QApplication.focusWidget()
        if oud is not None and focus is not None and oud.isAncestorOf(focus):
            self._laatst[oud] = focus  # Qt forgets it as soon as the focus is let go
        pagina = self._gebouwd.get(plek.page)
        if pagina is None:
            bouw = self._paginas.get(plek.page)
            if bouw is None:
                self.meld("info", "Deze pagina is er nog niet in deze versie.", "Kies een andere pagina in het menu.")
                return
            pagina = self._bouw(plek.page, bouw)
        if pagina.focusWidget() is None:
            # one comes here for the first time: else Qt puts the focus in whatever happens to stand first
            self._laat_focus_los()
        self.balk.leeg()
        self.schil.stapel.setCurrentWidget(pagina)
        self._rust.start(_STRAKS)
        pagina.toon(plek)
        self._zet_kop()
        focus = QApplication.focusWidget()
        if focus is None or not pagina.isAncestorOf(focus):
            # so that Tab begins in the page, where one left it, and a screen reader says where one is
            was = self._laatst.get(pagina)
            bruikbaar = was is not None and isValid(was) and was.isVisible() and was.isEnabled()
            (was if was is not None and bruikbaar else pagina).setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        from desktop.views.widgets import zeg

        zeg(pagina, pagina.titel())

    def _bouw(self, naam: str, bouw: Callable[[], Pagina]) -> Pagina:
        pagina = self._gebouwd[naam] = bouw()
        pagina.veranderd.connect(self._zet_kop)
        self.schil.stapel.addWidget(pagina)
        return pagina

    def _zet_klaar(self) -> None:
        """While one looks at home: build a page that most go to next, one at a time so that no click waits for two."""
        if self._navigator.huidige != HOME:
            return
        for naam in self._klaar:
            bouw = self._paginas.get(naam)
            if bouw is not None and naam not in self._gebouwd:
                self._bouw(naam, bouw)
                self._rust.start(_DAARNA)
                return

    def _laat_focus_los(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.schil.stapel.isAncestorOf(focus):
            focus.clearFocus()

    def _zet_kop(self) -> None:
        pagina = self.pagina()
        if pagina is not None:
            plek = self._navigator.huidige
            pagina.setAccessibleName(pagina.titel())
            self.balk.zet_hier(pagina.kruimels(), pagina.titel(), home=plek is not None and plek.page == HOME.page)
        self._zet_titel()

    def _zet_titel(self) -> None:
        """The title names the part of the program, never a page: a page's title can hold a pupil's name."""
        pagina, plek = self.pagina(), self._navigator.huidige
        item = self.rail.toon_hier(pagina.rail or plek.page, plek.extra) if pagina is not None and plek else None
        verborgen = item is not None and (self._scherm is not None or self.afdekker.afgedekt)
        self.setWindowTitle(_NAAM if item is None or verborgen else f"{item.label} · {_NAAM}")

    def _mag_weg(self) -> bool:
        pagina = self.pagina()
        return pagina is None or pagina.mag_weg()

    def _nieuw(self) -> None:
        pagina = self.pagina()
        if pagina is not None and not pagina.nieuw():
            self.toast("Op deze pagina is er niets nieuws te beginnen.")

    def _druk_af(self) -> None:
        pagina = self.pagina()
        if pagina is not None and not pagina.druk_af():
            self.toast("Op deze pagina is er niets om af te drukken.")

    def _help(self) -> None:
        pagina = self.pagina()
        self.handleiding.emit(pagina.handleiding if pagina is not None else HOME.page)

    def _naar_zoeken(self) -> None:
        self.balk.zoekvak.veld.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.balk.zoekvak.veld.selectAll()
