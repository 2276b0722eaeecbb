"""A page of the plan: the tree at the left, the sheet in the middle, and beside it what it leads to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.plan import BEGRIP, FORMULIER, KAART, PLAN, RUBRIEKEN, Planpagina
from desktop.models.rolinhoud import ROLLEN, Formulier
from desktop.services.plan import Plan
from desktop.services.plandruk import Druk
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.plan.begrip import Begripvlak
from desktop.views.plan.blad import Planblad
from desktop.views.plan.boom import Planboom
from desktop.views.plan.opzoeken import Opzoeker
from desktop.views.plan.overzicht import Overzicht
from desktop.views.plan.tekst import leesbaar
from desktop.views.plan.zijkant import Zijkant
from desktop.views.plan.zoekbalk import Vinder, Zoekbalk, voorvoegsels
from desktop.views.theme import Thema
from desktop.views.widgets import Bladvlak, Knop, sneltoets
from desktop.views.widgets.buitenlink import Opener, open_in_browser, vraag_buiten

SLEUTEL = "plan"
_SMAL, _BREED = 860, 1120


@dataclass(frozen=True, slots=True)
class _Leesplek:
    """Where someone was on a page: how far down, and at what."""

    hoogte: int
    koppeling: int = -1
    knop: str = ""
    boom: bool = False


class PlanPagina(Pagina):
    """Shows the page that `extra` names, 'sleutel?woorden' with those words marked; the overview where it is ''.

    `formulieren` says where each form is, `open_paginas` which pages exist without a vault (None: all of them),
    `druk` prints, `eigen` makes what edits the school's own text at a page (None where one may not), `naar_eigen`
    is where the school fills in its names.
    """

    handleiding = "plan"
    rail = "plan"
    getoond = Signal()
    """One comes here: what only then is needed can begin."""

    def __init__(
        self,
        thema: Thema,
        navigator: Navigator,
        plan: Plan,
        formulieren: Mapping[Formulier, Plek],
        *,
        druk: Callable[[Druk, str], None] | None = None,
        vind: Vinder = voorvoegsels,
        opener: Opener = open_in_browser,
        open_paginas: frozenset[str] | None = None,
        eigen: Callable[[Planpagina], QWidget] | None = None,
        naar_eigen: Plek | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._navigator = navigator
        self._plan = plan
        self._formulieren = formulieren
        self._druk = druk
        self._opener = opener
        self._pagina: Planpagina | None = None
        self._plek = Plek(SLEUTEL)
        self._leesplekken: dict[str, _Leesplek] = {}
        self._open_bij = -1
        self.boom = Planboom(thema, plan)
        self.alles = Knop("Alle onderwerpen", thema, "koppeling", "tree-structure")
        self.wissel = Knop("Onderwerpen", thema, icoon="list")
        self.zoekbalk = Zoekbalk(thema)
        self.schuif = Bladvlak()
        self.blad = Planblad(thema, naar_eigen is not None, eigen)
        self.opzoeker = Opzoeker(self.zoekbalk, self.blad, self.schuif, vind)
        self.overzicht = Overzicht(thema, plan, self._naar_rubriek)
        self.zijkant = Zijkant(thema, formulieren, navigator.ga, self._druk_af if druk else None, open_paginas)
        self.begrip = Begripvlak(thema, self, self._tekst)
        self._bouw()
        self._verbind(naar_eigen)

    def titel(self) -> str:
        """Return what the page that shows is called."""
        return self._pagina.titel if self._pagina else "Plan"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Home, then the role or the rubriek."""
        stappen: list[tuple[str, Plek]] = [("Home", Plek("home"))]
        pagina = self._pagina
        if pagina is None:
            return stappen
        if pagina.rubriek in ROLLEN:
            stappen.append((RUBRIEKEN[pagina.rubriek], Plek("rol", extra=pagina.rubriek)))
        elif pagina.rubriek == "meldcode":
            stappen.append((RUBRIEKEN[pagina.rubriek], Plek("meldcode")))  # its drawing leads to each of these
        else:
            eerste = self._plan.in_rubriek(pagina.rubriek)[0]
            plek = Plek(SLEUTEL) if eerste is pagina else Plek(SLEUTEL, extra=eerste.sleutel)
            stappen.append(("Plan" if eerste is pagina else RUBRIEKEN[pagina.rubriek], plek))
        return stappen

    def toon(self, plek: Plek) -> None:
        """Show a page; one comes back to where one was, with what had the focus then."""
        self.getoond.emit()
        # asked before anything goes: a button that is deleted hands its focus to whatever comes next
        in_boom = self.boom.hasFocus()
        self.begrip.sluit()
        self.zoekbalk.verberg()
        self.opzoeker.wis()
        self._plek = plek
        sleutel, _, woorden = plek.extra.partition("?")
        self._pagina = pagina = self._plan.pagina(sleutel) if self._plan.bestaat(sleutel) else None
        self.boom.wijs_aan(pagina.sleutel if pagina else "")
        self._zet(pagina)
        self._richt()
        for vlak in (self.schuif, self._rechts):
            vlak.schik()
        terug = self._leesplekken.pop(plek.extra, None) if self._navigator.herhaald else None
        if terug is not None:
            self._herstel(terug)
            return
        self.schuif.verticalScrollBar().setValue(0)
        if not in_boom:
            (self.blad.tekst if pagina else self.overzicht.kaarten[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        if woorden:
            self.opzoeker.zoek(woorden)

    def ververs(self) -> None:
        """Show the plan as it is now: the school's own part, or another content set; one stays where one is."""
        hoogte, focus = self.schuif.verticalScrollBar().value(), self.blad.tekst.hasFocus()
        plek = self.blad.tekst.plek()
        self.boom.vul(self._plan)
        sleutel = self._pagina.sleutel if self._pagina else ""
        self._pagina = pagina = self._plan.pagina(sleutel) if self._plan.bestaat(sleutel) else None
        self.boom.wijs_aan(pagina.sleutel if pagina else "")
        self._zet(pagina)
        if focus:
            self.blad.tekst.zet_plek(plek)
        self.opzoeker.opnieuw()
        self.schuif.verticalScrollBar().setValue(hoogte)

    def mag_weg(self) -> bool:
        """Remember where one is, to come back to."""
        focus = QApplication.focusWidget()
        knop = focus.accessibleName() if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus) else ""
        plek = self._open_bij if self.begrip.pagina else self.blad.tekst.plek()
        hoogte = self.schuif.verticalScrollBar().value()
        self._leesplekken[self._plek.extra] = _Leesplek(hoogte, plek, knop, self.boom.hasFocus())
        return True

    def druk_af(self) -> bool:
        """Ctrl+P: this page, or the whole plan where the overview shows."""
        if self._druk is None:
            return False
        self._druk_af("pagina" if self._pagina else "plan")
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for three columns, what stands beside goes below, and the tree behind a button."""
        super().resizeEvent(event)
        self._richt()
        self.begrip.pas_aan()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One comes here to read."""
        (self.blad.tekst if self._pagina else self.overzicht.kaarten[0]).setFocus(event.reason())

    # -- building

    def _bouw(self) -> None:
        px = self._thema.px
        self._kant = QWidget()
        links = QVBoxLayout(self._kant)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(px(8))
        links.addWidget(self.alles)
        links.addWidget(self.boom, 1)
        self._kolom = QVBoxLayout(self.schuif.vlak)
        self._kolom.setContentsMargins(0, 0, px(4), px(16))
        self._kolom.setSpacing(px(16))
        self._kolom.addWidget(self.overzicht)
        self._kolom.addWidget(self.blad)
        self._kolom.addStretch(1)
        midden = QVBoxLayout()
        midden.setSpacing(px(8))
        midden.addWidget(self.wissel, alignment=Qt.AlignmentFlag.AlignLeft)
        midden.addWidget(self.zoekbalk)
        midden.addWidget(self.schuif, 1)
        self._midden = QWidget()
        self._midden.setLayout(midden)
        midden.setContentsMargins(0, 0, 0, 0)
        self._rechts = Bladvlak()
        self._rechtsvak = QVBoxLayout(self._rechts.vlak)
        self._rechtsvak.setContentsMargins(px(1), px(1), px(8), px(16))
        self._rij = QHBoxLayout(self)
        self._rij.setContentsMargins(px(32), px(8), px(24), px(8))
        self._rij.setSpacing(px(24))
        self._rij.addWidget(self._kant, 25)
        self._rij.addWidget(self._midden, 70)
        self._rij.addWidget(self._rechts, 28)
        self._rij.addStretch(1)
        self._midden.setMaximumWidth(px(860))
        self._rechts.setMaximumWidth(px(320))
        self._rechtsvak.addWidget(self.zijkant)

    def _verbind(self, naar_eigen: Plek | None) -> None:
        self.boom.gekozen.connect(self._ga)
        self.alles.clicked.connect(lambda: self._navigator.ga(Plek(SLEUTEL)))
        self.wissel.setCheckable(True)
        self.wissel.toggled.connect(lambda _: self._richt())
        self.blad.gevolgd.connect(self._volg)
        self.blad.naar.connect(self._ga)
        if naar_eigen is not None:
            self.blad.invullen.connect(lambda: self._navigator.ga(naar_eigen))
        self.blad.tekst.in_zicht.connect(self._in_zicht)
        self.blad.in_zicht.connect(self._eigen_in_zicht)
        self.begrip.gevolgd.connect(self._volg_uit_begrip)
        self.begrip.als_pagina.connect(self._ga)
        self.begrip.dicht.connect(self._begrip_dicht)
        self.zoekbalk.dicht.connect(self._zoeken_dicht)
        binnen = Qt.ShortcutContext.WidgetWithChildrenShortcut
        sneltoets(self, "Ctrl+F", self._begin_zoeken, binnen)
        for eerste, tweede in (
            (self.alles, self.boom),
            (self.boom, self.wissel),
            (self.wissel, self.zoekbalk.vak.veld),
        ):
            self.setTabOrder(eerste, tweede)

    def _richt(self) -> None:
        """Give every part its place at this width."""
        px = self._thema.px
        smal, breed = self.width() < px(_SMAL), self.width() >= px(_BREED)
        lijst = smal and self.wissel.isChecked()
        self.wissel.setVisible(smal)
        self._kant.setVisible(not smal or lijst)
        self.schuif.setVisible(not lijst)
        self._kant.setMinimumWidth(px(220 if not smal else 200))
        self._kant.setMaximumWidth(px(16_000 if lijst else 300))
        zij = px(16 if smal else 32)
        self._rij.setContentsMargins(zij, px(8), px(8) if smal else px(24), px(8))
        self._rechts.setVisible(breed)
        doel = self._rechtsvak if breed else self._kolom
        if self.zijkant.parentWidget() is not (self._rechts.vlak if breed else self.schuif.vlak):
            if breed:
                doel.addWidget(self.zijkant)
            else:
                self._kolom.insertWidget(2, self.zijkant)

    # -- showing

    def _tekst(self, pagina: Planpagina) -> str:
        hier = {f.value for f in Formulier if self.zijkant.mag(f)}
        return leesbaar(self._plan.tekst(pagina), hier)

    def _zet(self, pagina: Planpagina | None) -> None:
        self.wissel.setChecked(False)
        self.blad.setVisible(pagina is not None)
        self.overzicht.setVisible(pagina is None)
        algemeen: list[tuple[Druk, str]] = [
            ("plan", "Het hele plan"),
            ("poster", "Poster van de infographic"),
            ("kaart", "De sociale kaart"),
        ]
        if pagina is None:
            self.zijkant.zet("", (), (), algemeen)
            return
        plan = self._plan
        self.blad.zet(
            pagina,
            self._tekst(pagina),
            eigen=plan.eigen_tekst(pagina),
            ontbreekt=plan.ontbreekt(pagina),
            buren=plan.buren(pagina),
        )
        deze: list[tuple[Druk, str]] = [
            ("pagina", "Deze pagina"),
            ("rubriek", f"Alles over: {RUBRIEKEN[pagina.rubriek]}"),
        ]
        self.zijkant.zet(pagina.rubriek, pagina.leidt_naar, plan.zie_ook(pagina), deze + algemeen, pagina.sleutel)

    def _herstel(self, leesplek: _Leesplek) -> None:
        if leesplek.boom:
            self.boom.setFocus(Qt.FocusReason.OtherFocusReason)
        elif knop := self._knop(leesplek.knop):
            knop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.blad.tekst.setFocus(Qt.FocusReason.OtherFocusReason)
            self.blad.tekst.zet_plek(leesplek.koppeling)
        balk = self.schuif.verticalScrollBar()
        balk.setValue(leesplek.hoogte)

    def _knop(self, naam: str) -> QAbstractButton | None:
        deze = [*self.zijkant.alle(), self.blad.vorige, self.blad.volgende, self.alles]
        deze += self.overzicht.kaarten if self._pagina is None else ()
        deze += [knop for knop in self.blad.findChildren(QAbstractButton) if knop.isVisibleTo(self.blad)]
        return next((knop for knop in deze if knop is not None and knop.accessibleName() == naam), None)

    def _in_zicht(self, vak: QRect) -> None:
        hoek = self.blad.tekst.mapTo(self.schuif.vlak, vak.center())
        self.schuif.ensureVisible(hoek.x(), hoek.y(), 0, self._thema.px(72))

    def _eigen_in_zicht(self, vak: QRect) -> None:
        hoek = self.blad.mapTo(self.schuif.vlak, vak.center())
        self.schuif.ensureVisible(hoek.x(), hoek.y(), 0, self._thema.px(72))

    # -- going on

    def _ga(self, sleutel: str) -> None:
        self._navigator.ga(Plek(SLEUTEL, extra=sleutel))

    def _naar_rubriek(self, rubriek: str) -> None:
        self._ga(self._plan.in_rubriek(rubriek)[0].sleutel)

    def _volg(self, doel: str) -> None:
        schema, _, naam = doel.partition(":")
        schema += ":"
        if schema == BEGRIP and self._plan.bestaat(naam):
            if self.begrip.pagina is None:
                self._open_bij = self.blad.tekst.plek()
            self.begrip.open(self._plan.pagina(naam))
        elif schema == PLAN and self._plan.bestaat(naam):
            self._ga(naam)
        elif schema == KAART:
            self._navigator.ga(Plek("sociale-kaart", extra=naam))
        elif schema == FORMULIER:
            self._navigator.ga(self._formulieren[Formulier.van(naam)])
        else:
            vraag_buiten(self._thema, doel, self, self._opener)

    def _volg_uit_begrip(self, doel: str) -> None:
        # the way back leads to the page below, at the link that opened the card
        self._volg(doel)

    def _begrip_dicht(self) -> None:
        self.blad.tekst.setFocus(Qt.FocusReason.OtherFocusReason)
        hoogte = self.schuif.verticalScrollBar().value()
        self.blad.tekst.zet_plek(self._open_bij)
        self.schuif.verticalScrollBar().setValue(hoogte)

    def _druk_af(self, wat: Druk) -> None:
        assert self._druk is not None
        pagina = self._pagina
        sleutel = "" if pagina is None else pagina.rubriek if wat == "rubriek" else pagina.sleutel
        self._druk(wat, sleutel)

    # -- finding on the page

    def _begin_zoeken(self) -> None:
        if self._pagina is not None:
            self.zoekbalk.begin()

    def _zoeken_dicht(self) -> None:
        self.blad.tekst.setFocus(Qt.FocusReason.OtherFocusReason)
