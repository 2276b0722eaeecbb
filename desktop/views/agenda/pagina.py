"""The agenda on screen: overdue first, per role and kind, to do, to give away, to save as a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout

from desktop.models.core import Problem
from desktop.models.errors import UserError
from desktop.models.jaarcyclus import Jaartaak, Uitkomst
from desktop.models.opslag import Stored
from desktop.models.opslag import Work as Werk
from desktop.models.rechten import Actie, Rol
from desktop.services.agenda import SOORTEN, Item
from desktop.services.beeld import schrijf
from desktop.services.diensten import Diensten
from desktop.services.overzicht import Concept
from desktop.views.agenda.klaar import KlaarDialoog
from desktop.views.agenda.regels import DOEN, concept_regel, plek_om_te_doen, regel
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van, plek_van_werk
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Bevestiging,
    KiesChip,
    Knop,
    KortLabel,
    Label,
    LeegStaat,
    LijstView,
    StroomLayout,
    Toast,
    VasteModel,
    maak_leeg,
)
from desktop.views.work import Work
from desktop.views.zaak.dialogen import TekstDialoog

CONCEPT = "concept"
_ZONDER_NAMEN = (
    "In het bestand staat geen enkele naam: alleen wat er te doen is en op welke dag. Een agenda op je telefoon of bij "
    "het bestuur weet dus niet om wie het gaat. Wijzigt er iets? Bewaar het bestand dan opnieuw."
)


@dataclass(frozen=True, slots=True)
class _Lijst:
    items: Sequence[Item]
    concepten: Sequence[Concept]


class AgendaPagina(KluisPagina):
    """`extra` of the place is the key of a role, 'concept' for what nobody established yet, or '' for all."""

    handleiding = "agenda"
    rail = "agenda"

    def __init__(self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._wat = ""
        self._soort = ""
        self._alles = _Lijst((), ())
        self._rijen: list[Item | Concept] = []
        self._model = VasteModel()
        self.lijst = LijstView(thema, "Agenda")
        self.lijst.setModel(self._model)
        self.telling = Label("", "klein")
        self.chips: dict[str, KiesChip] = {}
        self.soorten: dict[str, KiesChip] = {}
        self._soortvak = StroomLayout(thema, 8)
        self.agendaknop = Knop("Bewaar als agendabestand…", thema, icoon="calendar-plus")
        self.over = KortLabel("", "sterk")
        self.bij = KortLabel("", "klein")
        self.openknop = Knop("Open", thema, icoon="arrow-right")
        self.klaarknop = Knop("Klaar…", thema, "primair", "check")
        self.geefknop = Knop("Geef aan", thema, icoon="caret-down")
        self.overslaknop = Knop("Overslaan…", thema, icoon="skip-forward")
        self.menu = QMenu(self)
        self.menu.setAccessibleName("Geef dit werk aan")
        self._leeg = LeegStaat(
            thema,
            "check-circle",
            "Er staat niets open",
            "Hier komt alles met een datum: handtekeningen, afspraken, besluiten van Veilig Thuis en wat jij nog niet "
            "hebt vastgesteld.",
        )
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._leeg)
        self._stapel.addWidget(self.lijst)
        self._bouw()
        self._verbind()

    @property
    def _klachten(self) -> bool:
        """Whether this is a vault of complaints: it has one role, and no reports."""
        return self._d.session.mag(Actie.KLACHT)

    def _recht(self, school: Actie) -> Actie:
        return Actie.KLACHT if self._klachten else school

    def titel(self) -> str:
        """Return the name of the page."""
        return "Agenda"

    def toon(self, plek: Plek) -> None:
        """Show the work of the role in the place."""
        self.begin()
        self._wat = plek.extra if plek.extra in self.chips else ""
        for sleutel, chip in self.chips.items():
            chip.setChecked(sleutel == self._wat)
        if reden := self.reden(self._recht(Actie.VERSLAG_LEZEN)):
            self._leeg.hide()
            self.banners.zet("info", reden, sluitbaar=False)
            return
        self._lees()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the list. No focus proxy: that would make Tab skip what stands above it."""
        self.lijst.setFocus(event.reason())

    # -- reading

    def _lees(self) -> None:
        wat = self._wat

        def haal() -> _Lijst:
            # a concept belongs to who wrote it, not to a role
            concepten = self._d.overzichten.concepten() if wat in ("", CONCEPT) else ()
            return _Lijst(() if wat == CONCEPT else self._d.agenda.items(wat or None), concepten)

        self.vraag(haal, self._zet)

    def _zet(self, alles: _Lijst) -> None:
        self._alles = alles
        aanwezig = [s for s in SOORTEN if any(item.werk.kind == s for item in alles.items)]
        if self._soort not in aanwezig:
            self._soort = ""
        self._zet_soorten(aanwezig)
        self._filter()

    def _zet_soorten(self, aanwezig: Sequence[str]) -> None:
        """One chip for each kind of work that there is; with one kind there is nothing to choose."""
        maak_leeg(self._soortvak)
        self.soorten = {}
        for sleutel in ("", *aanwezig) if len(aanwezig) > 1 else ():
            chip = KiesChip(SOORTEN[sleutel] if sleutel else "Alle soorten", self._thema)
            chip.setChecked(sleutel == self._soort)
            chip.clicked.connect(lambda _=False, s=sleutel: self._kies_soort(s))
            self.soorten[sleutel] = chip
            self._soortvak.addWidget(chip)
            chip.show()

    def _kies_soort(self, soort: str) -> None:
        self._soort = soort
        for sleutel, chip in self.soorten.items():
            chip.setChecked(sleutel == soort)
        self._filter()

    def _filter(self) -> None:
        hier = self.lijst.currentIndex().row()
        items = [i for i in self._alles.items if not self._soort or i.werk.kind == self._soort]
        concepten = [] if self._soort else list(self._alles.concepten)
        vandaag = self._d.session.vandaag()
        self._rijen = [*concepten, *items]
        inhoud = [*(concept_regel(c) for c in concepten), *(regel(item, vandaag) for item in items)]
        self._model.zet(inhoud)
        self._stapel.setCurrentWidget(self.lijst if inhoud else self._leeg)
        te_laat = sum(1 for item in items if item.te_laat)
        delen = (
            [f"{len(items)} open, " + (f"waarvan {te_laat} te laat" if te_laat else "niets te laat")] if items else []
        )
        delen += [f"{len(concepten)} nog niet vastgesteld"] if concepten else []
        self.telling.setText(" · ".join(delen))
        if inhoud:
            self.lijst.setCurrentIndex(self._model.index(min(max(hier, 0), len(inhoud) - 1)))
        self._toon_balk()

    # -- the bar of what is chosen

    def _nu(self) -> Item | Concept | None:
        rij = self.lijst.currentIndex().row()
        return self._rijen[rij] if 0 <= rij < len(self._rijen) else None

    def _toon_balk(self) -> None:
        nu = self._nu()
        self._balk.setHidden(nu is None)
        if nu is None:
            return
        rij = self._model.index(self.lijst.currentIndex().row()).data()
        self.over.zet(str(rij))
        werk = nu.werk if isinstance(nu, Item) else None
        self.bij.zet(f"{nu.wat} · {Rol.van(nu.werk.role).label}" if isinstance(nu, Item) else "Nog niet vastgesteld")
        eigen = werk is not None and werk.kind in DOEN
        self.klaarknop.setHidden(werk is None)
        # of whose role there is no other in this vault, nothing can be given away
        self.geefknop.setHidden(werk is None or all(rol.value == werk.role for rol in self._d.agenda.rollen()))
        self.overslaknop.setHidden(werk is None or werk.kind != Jaartaak.KIND)
        self.klaarknop.zet_tekst(DOEN[werk.kind] if werk is not None and eigen else "Klaar…")
        self.klaarknop.zet_icoon("arrow-right" if eigen else "check")
        reden = self.reden(self._recht(Actie.DOSSIER_SCHRIJVEN))
        sta_toe(self.klaarknop, reden)
        sta_toe(self.geefknop, reden)
        sta_toe(self.overslaknop, self.reden(Actie.JAARTAAK))

    def _open(self) -> None:
        nu = self._nu()
        if isinstance(nu, Concept):
            self._navigator.ga(plek_van(nu.row.kind, nu.row.record))
        elif nu is not None:
            self._navigator.ga(plek_van_werk(nu.werk, nu.stuk))

    def _klaar(self) -> None:
        nu = self._nu()
        if not isinstance(nu, Item):
            return
        if nu.werk.kind in DOEN:
            self._doe(nu)
            return
        wat = " · ".join(d for d in (nu.werk.subject_title, nu.wat, nu.werk.title) if d)
        dialoog = KlaarDialoog(self._thema, wat, afspraak=nu.werk.kind == "afspraak", parent=self)
        dialoog.accepted.connect(lambda: self._rond_af(nu.werk, dialoog.tekst(), gelukt=dialoog.is_gelukt()))
        open_dialoog(dialoog)

    def _doe(self, item: Item) -> None:
        """Go to where it is done; a record of that ends it."""

        def ga(dossier: UUID | None) -> None:
            self._navigator.ga(plek_om_te_doen(item.werk, item.stuk, dossier))

        self.vraag(lambda: self._d.agenda.dossier_van(item.werk), ga)

    def _sla_over(self) -> None:
        """Of a task of the school year: say why it is skipped this time."""
        nu = self._nu()
        if not isinstance(nu, Item):
            return
        werk = nu.werk

        def bewaar(tekst: str, klaar: Callable[[str], None]) -> None:
            self._rond_taak_af(werk, Uitkomst.OVERGESLAGEN, tekst, klaar)

        vraag = ("Deze keer overslaan", werk.title, "Waarom slaan jullie dit over?", "Sla over")
        open_dialoog(TekstDialoog(self._thema, *vraag, bewaar, self))

    def _rond_taak_af(self, werk: Werk, uitkomst: Uitkomst, tekst: str, klaar: Callable[[str], None]) -> None:
        """A task of the school year is done or skipped by its own service, which keeps what came of it."""

        def thuis(uit: tuple[Stored | None, list[Problem]]) -> None:
            stored, problemen = uit
            klaar(problemen[0].zin if problemen else "")
            if stored is not None:
                toast = Toast(self._thema, uitkomst.label, self.window(), undo=True)
                toast.ongedaan.connect(lambda: self._taak_terug(stored))
                self._lees()

        def mis(fout: UserError) -> None:
            klaar(str(fout))
            self.meld_fout(fout)

        self.vraag(lambda: self._d.schooljaren.rond_af(werk.record, uitkomst, tekst), thuis, mis, urgent=True)

    def _taak_terug(self, stored: Stored) -> None:
        self.vraag(lambda: self._d.schooljaren.maak_ongedaan(stored), lambda _: self._lees(), urgent=True)

    def _rond_af(self, werk: Werk, tekst: str, *, gelukt: bool) -> None:
        if werk.kind == Jaartaak.KIND:
            self._rond_taak_af(werk, Uitkomst.GEDAAN, tekst, lambda _: None)
            return
        self.vraag(
            lambda: self._d.agenda.klaar(werk, tekst, gelukt=gelukt),
            lambda stored: self._gedaan(stored, "Klaar" if gelukt else "Vastgelegd: niet nagekomen"),
            urgent=True,
        )

    def _geef(self, werk: Werk, rol: Rol) -> None:
        self.vraag(
            lambda: self._d.agenda.geef(werk, rol),
            lambda stored: self._gedaan(stored, f"Overgedragen aan de {rol.label.lower()}"),
            urgent=True,
        )

    def _gedaan(self, stored: Stored, tekst: str) -> None:
        toast = Toast(self._thema, tekst, self.window(), undo=True)
        toast.ongedaan.connect(lambda: self._maak_ongedaan(stored))
        self._lees()

    def _maak_ongedaan(self, stored: Stored) -> None:
        self.vraag(lambda: self._d.agenda.maak_ongedaan(stored), lambda _: self._lees(), urgent=True)

    def _open_geefmenu(self) -> None:
        nu = self._nu()
        if not isinstance(nu, Item):
            return
        self.menu.clear()
        for rol in self._d.agenda.rollen():
            actie = self.menu.addAction(rol.label)
            actie.setEnabled(rol.value != nu.werk.role)
            actie.triggered.connect(lambda _=False, r=rol: self._geef(nu.werk, r))
        self.menu.popup(self.geefknop.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    # -- the calendar file

    def _bewaar_agenda(self) -> None:
        """Say first what is in the file, and what is not."""
        vraag = Bevestiging(self._thema, "Agenda bewaren als bestand", _ZONDER_NAMEN, "Kies waar", self, gevaar=False)
        vraag.accepted.connect(self._kies_bestand)
        open_dialoog(vraag)

    def _kies_bestand(self) -> None:
        naam = f"agenda-{self._d.session.vandaag():%Y-%m-%d}.ics"
        pad, _ = QFileDialog.getSaveFileName(self, "Agendabestand bewaren", naam, "Agendabestand (*.ics)")
        if pad:
            self.bewaar_in(Path(pad))

    def bewaar_in(self, pad: Path) -> None:
        """Write the calendar file of the work that shows."""
        rol = self._wat if self._wat != CONCEPT else ""
        doel = pad if pad.suffix else pad.with_suffix(".ics")

        def klaar(data: bytes) -> None:
            self._work.werk(
                self, lambda: schrijf(doel, data), lambda _: self.toast("Agendabestand bewaard"), self.meld_fout
            )

        self.vraag(lambda: self._d.agenda.ics(rol or None), klaar)

    # -- building

    def _verbind(self) -> None:
        self.lijst.wijs_aan()
        self.lijst.gekozen.connect(self._navigator.ga)
        self.lijst.selectionModel().currentChanged.connect(lambda *_: self._toon_balk())
        self.openknop.clicked.connect(self._open)
        self.klaarknop.clicked.connect(self._klaar)
        self.geefknop.clicked.connect(self._open_geefmenu)
        self.overslaknop.clicked.connect(self._sla_over)
        self.agendaknop.clicked.connect(self._bewaar_agenda)

    def _bouw(self) -> None:
        thema, px = self._thema, self._thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(8))
        kop.addWidget(Label("Agenda", "kop"), 1)
        parnassys = Knop("Nog niet in ParnasSys", thema, icoon="file-arrow-up")
        parnassys.clicked.connect(lambda: self._navigator.ga(Plek("parnassys")))
        kop.addWidget(parnassys)
        if self._klachten:  # never shown by hand: it has no parent yet, and would be a window
            parnassys.hide()
        kop.addWidget(self.agendaknop)
        filters = StroomLayout(thema, 8)
        # one role is no choice: then everyone is the same
        er_zijn = self._d.agenda.rollen()
        rollen = ((rol.value, rol.label) for rol in (er_zijn if len(er_zijn) > 1 else ()))
        for sleutel, naam in (("", "Iedereen"), *rollen, (CONCEPT, "Nog niet vastgesteld")):
            chip = KiesChip(naam, thema)
            chip.clicked.connect(lambda _=False, wat=sleutel: self._navigator.ga(Plek("agenda", extra=wat)))
            self.chips[sleutel] = chip
            filters.addWidget(chip)
        self._balk = QFrame()
        self._balk.setProperty("vlak", "voet")
        balk = QHBoxLayout(self._balk)
        balk.setContentsMargins(px(32), px(12), px(32), px(12))
        balk.setSpacing(px(8))
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        tekst.addWidget(self.over)
        tekst.addWidget(self.bij)
        balk.addLayout(tekst, 1)
        for knop in (self.geefknop, self.overslaknop, self.openknop, self.klaarknop):
            balk.addWidget(knop)
        vak = QVBoxLayout()
        vak.setContentsMargins(px(32), px(8), px(32), px(16))
        vak.setSpacing(px(12))
        vak.addLayout(kop)
        vak.addWidget(self.banners)
        vak.addLayout(filters)
        vak.addLayout(self._soortvak)
        vak.addWidget(self.telling)
        vak.addWidget(self._stapel, 1)
        self._vak.addLayout(vak, 1)
        self._vak.addWidget(self._balk)
