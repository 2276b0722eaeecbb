"""The school year on screen: the year wheel with the tasks of a month beside it, and what can be done with a task."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.opslag import Stored
from desktop.models.rechten import Actie, Rol
from desktop.models.rolinhoud import Formulier
from desktop.models.schooljaar import Periode, schooljaar_van
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.services.jaartaak import Jaarbeeld, Taak
from desktop.services.schooljaren import Klaargezet
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.jaar.acties import Taakacties
from desktop.views.jaar.balk import Taakbalk
from desktop.views.jaar.brief import BriefDialoog
from desktop.views.jaar.dialogen import KlaarzetDialoog
from desktop.views.jaar.lijstdeel import Rij, lijstdeel
from desktop.views.jaar.plekken import ALLES, DOORLOPEND, Jaarplek, lees
from desktop.views.jaar.tabs import Jaardelen
from desktop.views.jaar.wiel import Jaarwiel, Legenda
from desktop.views.jaar.woorden import plichtregel, taakregel
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    Bladvlak,
    IcoonKnop,
    Kaart,
    KiesChip,
    Knop,
    Label,
    LeegStaat,
    LijstView,
    StroomLayout,
    VasteModel,
)
from desktop.views.work import Work

_ROLLEN = (Rol.DIRECTEUR, Rol.IB, Rol.AANDACHTSFUNCTIONARIS, Rol.LEERKRACHT, Rol.VERTROUWENSPERSOON)
_SMAL = 900
_ROND_WIEL = 222
"""What the page needs above and below the wheel."""
_MINST_RIJEN = 4


class SchooljaarPagina(KluisPagina):
    """`id` of the place is a task to choose; `extra` says which year, month or list, and role (see `plekken`)."""

    handleiding = "schooljaar"
    rail = "schooljaar"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        formulieren: Mapping[Formulier, Plek],
        druk: Callable[[Callable[[], Papier]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._formulieren = formulieren
        self._druk = druk
        self._plek = Jaarplek()
        self._jaar = schooljaar_van(diensten.session.vandaag())
        self._kies: UUID | None = None
        self._beeld: Jaarbeeld | None = None
        self._rijen: Sequence[Rij] = ()
        beheert = diensten.session.mag(Actie.SCHOOLJAAR)
        self.kop = Label("Schooljaar", "kop")
        self.vorige = IcoonKnop("caret-left", "Vorig schooljaar", thema)
        self.volgende = IcoonKnop("caret-right", "Volgend schooljaar", thema)
        self.briefknop = Knop("Brief aan het team…", thema, icoon="envelope-simple")
        self.drukknop = Knop("Druk af", thema, icoon="printer")
        self.nieuwknop = Knop("Taak toevoegen…", thema, icoon="plus")
        self.delen = Jaardelen(thema, navigator, "schooljaar", alles=beheert)
        self.wiel = Jaarwiel(thema)
        self.wiel.gekozen.connect(lambda maand: self._ga(lijst=str(maand)))
        self.lijstkop = Label("", "sectie")
        self.telling = Label("", "klein")
        self.lijsten = {
            s: KiesChip(naam, thema, plus=False) for s, naam in ((ALLES, "Hele jaar"), (DOORLOPEND, "Doorlopend"))
        }
        self.rollen = {
            s: KiesChip(naam, thema, plus=False)
            for s, naam in (("", "Iedereen"), *((r.value, r.label) for r in _ROLLEN))
        }
        self._model = VasteModel()
        self.lijst = LijstView(thema, "Taken")
        self.lijst.setModel(self._model)
        self._niets = Alinea("", "zacht")
        self.leeg = LeegStaat(
            thema,
            "calendar-blank",
            "Dit schooljaar staat nog niet klaar",
            "Vangnet maakt van elke terugkerende taak uit het plan een regel met een dag. Daarna vink je af, verplaats "
            "je, of sla je over.",
            "Zet dit schooljaar klaar" if beheert else "",
        )
        self.leeg.gekozen.connect(self.zet_klaar)
        self.kiesknop = Knop("", thema, "koppeling", "calendar-plus")
        self.kiesknop.clicked.connect(lambda: navigator.ga(Plek("jaarplichten", extra="kies")))
        self.balk = Taakbalk(thema)
        self.acties = Taakacties(diensten, thema, self, self._is_gedaan)
        self._bouw()
        self._verbind()
        for knop in (self.nieuwknop, self.briefknop):
            sta_toe(knop, self.reden(Actie.SCHOOLJAAR))
        sta_toe(self.drukknop, self.reden(Actie.AFDRUKKEN))

    def titel(self) -> str:
        """Return the name of the page."""
        return f"Schooljaar {self._jaar}"

    def toon(self, plek: Plek) -> None:
        """Show the year and list of the place; with a task its month, that task chosen."""
        self.begin()
        vandaag = self._d.session.vandaag()
        self._plek, self._kies = lees(plek), plek.id
        self._jaar = self._plek.jaar(vandaag)
        if reden := self.reden(Actie.JAARTAAK):
            self._toon_deel(leeg=False, inhoud=False)
            self.banners.zet("info", reden, sluitbaar=False)
            return
        self._lees()

    def nieuw(self) -> bool:
        """Ctrl+N: add a task."""
        if self.nieuwknop.isEnabled() and self._beeld is not None:
            self.acties.voeg_toe(self._jaar)
        return self.nieuwknop.isEnabled()

    def druk_af(self) -> bool:
        """Ctrl+P: the wheel and the lists."""
        jaar = self._jaar
        if self.drukknop.isEnabled() and self._beeld is not None and self._beeld.taken:
            self._druk(lambda: self._d.jaardruk.wiel(jaar))
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the list, or at the one thing to do."""
        (self.lijst if self._model.rowCount() else self.wiel.maanden[self._d.session.vandaag().month]).setFocus(
            event.reason()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list stands below the wheel."""
        super().resizeEvent(event)
        smal = self.width() < self._thema.px(_SMAL)
        richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        if self._naast.direction() != richting:
            self._naast.setDirection(richting)
        self.wiel.zet_hoogte(min(self.height() - self._thema.px(_ROND_WIEL), self._thema.px(560)))

    # -- reading

    def _lees(self) -> None:
        jaar = self._jaar
        self.vraag(lambda: self._d.schooljaren.beeld(jaar), self._zet)

    def _zet(self, beeld: Jaarbeeld) -> None:
        kies = next((t for t in beeld.taken if t.stored.record == self._kies), None) if self._kies else None
        if self._kies is not None and kies is None and self._plek.begin == 0:
            self._zoek_jaar(self._kies)
            return
        vandaag = self._d.session.vandaag()
        if not self._plek.lijst:
            maand = kies.dag.month if kies else vandaag.month if beeld.jaar.bevat(vandaag) else 8
            self._plek = Jaarplek(self._plek.begin, str(maand), self._plek.rol)
        self._beeld = beeld
        self.kop.setText(f"Schooljaar {beeld.jaar}")
        for chips, gekozen in ((self.lijsten, self._plek.lijst), (self.rollen, self._plek.rol)):
            for sleutel, chip in chips.items():
                chip.setChecked(sleutel == gekozen)
        n = len(beeld.te_kiezen)
        self.kiesknop.setVisible(bool(n) and beeld.klaar and not self.reden(Actie.SCHOOLJAAR))
        self.kiesknop.zet_tekst(f"{n} {'taak' if n == 1 else 'taken'} nog te kiezen")
        for knop in (self.nieuwknop, self.briefknop, self.drukknop):
            knop.setVisible(beeld.klaar or bool(beeld.taken))
        if not beeld.taken and not beeld.klaar:
            voorbij = beeld.jaar.tot < vandaag
            self._toon_deel(leeg=not voorbij, inhoud=False)
            if voorbij:
                self.banners.zet("info", "Van dit schooljaar is niets vastgelegd.", sluitbaar=False)
            self.veranderd.emit()
            return
        self._toon_deel(leeg=False, inhoud=True)
        rol = self._plek.rol
        taken = [t for t in beeld.taken if not rol or t.rol.value == rol]
        self.wiel.zet(beeld.jaar, taken, vandaag, self._plek.maand())
        self._vul(beeld, taken)
        self.veranderd.emit()

    def _zoek_jaar(self, record: UUID) -> None:
        """A task of another year than this one: look in which."""

        def klaar(stored: Stored) -> None:
            jaar = getattr(stored.value, "schooljaar", "")
            begin = int(jaar[:4]) if jaar else 0
            self._kies = record if begin else None
            self._plek = Jaarplek(begin or schooljaar_van(self._d.session.vandaag()).van.year)
            self._jaar = self._plek.jaar(self._d.session.vandaag())
            self._lees()

        self.vraag(lambda: self._d.session.vault.get(record), klaar)

    def _vul(self, beeld: Jaarbeeld, taken: Sequence[Taak]) -> None:
        deel = lijstdeel(beeld, taken, self._plek.lijst, self._plek.rol)
        self._rijen, inhoud = deel.rijen, [taakregel(r) if isinstance(r, Taak) else plichtregel(r) for r in deel.rijen]
        self.lijstkop.setText(deel.kop)
        self.telling.setText(deel.telling)
        self._model.zet(inhoud)
        self.lijst.setVisible(bool(inhoud))
        self._niets.setVisible(not inhoud)
        self._niets.setText("Hier staat niets. Kies een andere maand in het wiel, of een andere rol.")
        self._meet()
        if inhoud:
            kies = next(
                (n for n, r in enumerate(self._rijen) if isinstance(r, Taak) and r.stored.record == self._kies), 0
            )
            self.lijst.setCurrentIndex(self._model.index(kies))
        self._toon_balk()

    def _meet(self) -> None:
        """As high as some rows at least; beside the wheel it takes the room that there is."""
        hoog = max(self.lijst.sizeHintForRow(0), self._thema.px(56)) if self._model.rowCount() else 0
        self.lijst.setMinimumHeight(hoog * _MINST_RIJEN + 2 * self.lijst.frameWidth())

    def _toon_deel(self, *, leeg: bool, inhoud: bool) -> None:
        self.leeg.setVisible(leeg)
        self._inhoud.setVisible(inhoud)
        self.balk.setVisible(inhoud)

    # -- the bar

    def nu(self) -> Rij | None:
        """Return what is chosen in the list."""
        rij = self.lijst.currentIndex().row()
        return self._rijen[rij] if 0 <= rij < len(self._rijen) else None

    def _toon_balk(self) -> None:
        nu = self.nu()
        self.balk.setHidden(nu is None)
        if isinstance(nu, Taak):
            reden = "" if self._d.schooljaren.mag_afronden(nu) else self.reden(Actie.SCHOOLJAAR)
            self.balk.toon_taak(nu, reden, open_=self._formulier(nu) is not None, weg=not nu.taak.plicht)
        elif nu is not None:
            self.balk.toon_plicht(nu, self.reden(Actie.SCHOOLJAAR))

    def _formulier(self, taak: Taak) -> Plek | None:
        sleutel = taak.plicht.formulier if taak.plicht else ""
        plek = self._formulieren.get(Formulier.van(sleutel)) if sleutel else None
        if plek is None and taak.plicht is not None and taak.plicht.pagina:
            return Plek("plan", extra=taak.plicht.pagina)
        return plek

    def _open(self) -> None:
        nu = self.nu()
        if isinstance(nu, Taak) and (plek := self._formulier(nu)) is not None:
            self._navigator.ga(plek)
        elif nu is not None and not isinstance(nu, Taak):
            self._navigator.ga(Plek("jaarplichten", extra=f"plicht={nu.plicht.sleutel}"))

    def _doe(self, actie: Callable[[Taak], None]) -> None:
        nu = self.nu()
        if isinstance(nu, Taak):
            actie(nu)

    def _is_gedaan(self, record: UUID | None) -> None:
        """Something was said of a task: show the same list again with it chosen; a new one shows in its own month."""
        self._kies = record
        bekend = record is None or any(isinstance(r, Taak) and r.stored.record == record for r in self._rijen)
        self._plek = Jaarplek(self._jaar.van.year, self._plek.lijst if bekend else "", self._plek.rol if bekend else "")
        self._lees()

    # -- the year

    def _ga(self, **anders: object) -> None:
        self._navigator.ga(self._plek.plek(**anders))

    def _ander_jaar(self, terug: int) -> None:
        begin = self._jaar.van.year - terug
        self._navigator.ga(Jaarplek(begin, "", self._plek.rol).plek())

    def zet_klaar(self) -> None:
        """Prepare the year that shows; where it runs already a person says from when."""
        jaar, vandaag = self._jaar, self._d.session.vandaag()
        if vandaag < jaar.van.replace(month=9) or vandaag > jaar.tot:
            self._zet_klaar(jaar, None)
            return
        dialoog = KlaarzetDialoog(self._thema, jaar, vandaag, self)
        dialoog.accepted.connect(lambda: self._zet_klaar(jaar, dialoog.vanaf))
        open_dialoog(dialoog)

    def _zet_klaar(self, jaar: Periode, vanaf: date | None) -> None:
        def klaar(uit: Klaargezet) -> None:
            self.toast(f"Schooljaar {jaar} staat klaar: {uit.gemaakt} taken")
            self._lees()

        self.vraag(lambda: self._d.schooljaren.zet_klaar(jaar, vanaf), klaar, urgent=True)

    def _brief(self) -> None:
        """Choose for whom and over which time; the letter opens in the print dialog."""
        jaar = self._jaar

        def maak(rol: Rol, van: date, tot: date) -> None:
            self._druk(lambda: self._d.jaardruk.herinnering(jaar, rol, van, tot))

        nu = self.nu()
        herinnert = nu.plicht.herinnert if isinstance(nu, Taak) and nu.plicht else ()
        rol = Rol.van(herinnert[0]) if herinnert else Rol.LEERKRACHT
        open_dialoog(BriefDialoog(self._thema, jaar, self._d.session.vandaag, rol, maak, self))

    # -- building

    def _verbind(self) -> None:
        self.lijst.wijs_aan()
        self.lijst.selectionModel().currentChanged.connect(lambda *_: self._toon_balk())
        self.lijst.gekozen.connect(lambda _: self._open())
        self.vorige.clicked.connect(lambda: self._ander_jaar(1))
        self.volgende.clicked.connect(lambda: self._ander_jaar(-1))
        self.briefknop.clicked.connect(self._brief)
        self.drukknop.clicked.connect(self.druk_af)
        self.nieuwknop.clicked.connect(self.nieuw)
        for wat, chips in (("lijst", self.lijsten), ("rol", self.rollen)):
            for sleutel, chip in chips.items():
                chip.clicked.connect(lambda _=False, w=wat, s=sleutel: self._ga(**{w: s}))
        self.balk.klaar.clicked.connect(lambda: self._doe(self.acties.klaar))
        self.balk.notitie.clicked.connect(lambda: self._doe(self.acties.klaar_met_notitie))
        self.balk.verplaats.clicked.connect(lambda: self._doe(self.acties.verplaats))
        self.balk.overslaan.clicked.connect(lambda: self._doe(self.acties.sla_over))
        self.balk.openen.clicked.connect(self._open)
        self.balk.weghalen.clicked.connect(lambda: self._doe(self.acties.haal_weg))

    def _bouw(self) -> None:
        thema, px = self._thema, self._thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(8))
        kop.addWidget(self.kop)
        kop.addWidget(self.vorige)
        kop.addWidget(self.volgende)
        kop.addStretch(1)
        for knop in (self.nieuwknop, self.briefknop, self.drukknop):
            kop.addWidget(knop)
        links = Kaart(thema)
        links.inhoud.setContentsMargins(px(12), px(8), px(12), px(8))
        links.inhoud.addWidget(self.wiel, 1)
        links.inhoud.addWidget(Legenda(thema))
        rechts = QVBoxLayout()
        rechts.setSpacing(px(8))
        filters = StroomLayout(thema, 8)
        for chip in self.lijsten.values():
            filters.addWidget(chip)
        rollen = StroomLayout(thema, 8)
        for chip in self.rollen.values():
            rollen.addWidget(chip)
        rechts.addWidget(self.lijstkop)
        rechts.addWidget(self.telling)
        rechts.addLayout(filters)
        rechts.addLayout(rollen)
        rechts.addWidget(self.lijst, 1)
        rechts.addWidget(self._niets, 1, Qt.AlignmentFlag.AlignTop)
        self._inhoud = QWidget()
        self._naast = QHBoxLayout(self._inhoud)
        self._naast.setContentsMargins(0, 0, 0, 0)
        self._naast.setSpacing(px(24))
        self._naast.addWidget(links, 9)
        self._naast.addLayout(rechts, 10)
        self.blad = Bladvlak()
        vak = QVBoxLayout(self.blad.vlak)
        vak.setContentsMargins(px(32), px(8), px(32), px(16))
        vak.setSpacing(px(12))
        vak.addLayout(kop)
        delen = QHBoxLayout()
        delen.addWidget(self.delen, 1)
        delen.addWidget(self.kiesknop, 0, Qt.AlignmentFlag.AlignTop)
        vak.addLayout(delen)
        vak.addWidget(self.banners)
        vak.addWidget(self._inhoud, 1)
        vak.addWidget(self.leeg, 1)
        self._vak.addWidget(self.blad, 1)
        self._vak.addWidget(self.balk)
        self.leeg.hide()
        self._inhoud.hide()
        self.kiesknop.hide()
        self.balk.hide()
