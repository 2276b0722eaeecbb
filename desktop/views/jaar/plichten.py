"""The duties of the year cycle: what the plan asks, and in which month this school does it; stored at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Problem, Values
from desktop.models.jaarcyclus import STAP_IN_JAREN, EigenKeuze, EigenPlicht
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.models.schooljaar import schooljaar_van
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.jaartaak import nog_te_kiezen
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.jaar.dialogen import PlichtDialoog
from desktop.views.jaar.tabs import Jaardelen
from desktop.views.jaar.woorden import JAARMAANDEN, maandnaam, plichtregel, wanneer
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.leerlingen.invulblad import form_context
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    Bladvlak,
    Kaart,
    KiesChip,
    Knop,
    Label,
    LijstView,
    StroomLayout,
    Toast,
    VasteModel,
    maak_leeg,
)
from desktop.views.work import Work

_FILTERS = (("", "Alle taken"), ("kies", "Nog te kiezen"), ("eigen", "Anders dan het plan"))
_SMAL = 900
Uitslag = tuple[Stored | None, list[Problem]]


class PlichtenPagina(KluisPagina):
    """`extra` of the place is a filter ('kies', 'eigen'), or 'plicht=KEY' to choose one. An `id` is a stored choice."""

    handleiding = "schooljaar"
    rail = "schooljaar"

    def __init__(
        self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, parent: QWidget | None = None
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._filter = ""
        self._kies = ""
        self._record: UUID | None = None
        self._alles: Sequence[EigenKeuze] = ()
        self._rijen: Sequence[EigenKeuze] = ()
        self.reden_niet = self.reden(Actie.SCHOOLJAAR)
        self.nieuwknop = Knop("Eigen taak toevoegen…", thema, icoon="plus")
        sta_toe(self.nieuwknop, self.reden_niet)
        self.filters = {s: KiesChip(naam, thema, plus=False) for s, naam in _FILTERS}
        self._model = VasteModel()
        self.lijst = LijstView(thema, "Taken van de jaarcyclus")
        self.lijst.setModel(self._model)
        self.niets = Alinea("", "zacht")
        self.telling = Label("", "klein")
        self.kaart = Kaart(thema, "paneel")
        self.taak = Alinea("", "sectie")
        self.wanneer = Alinea("", "sterk")
        self.plan = Alinea("", "basis")
        self.let_op = Alinea("", "zacht")
        self.maanden = {m: KiesChip(maandnaam(m), thema, plus=False) for m in JAARMAANDEN}
        self.jaren: dict[str, KiesChip] = {}
        self._jaarvak = StroomLayout(thema, 8)
        self._jaarkop = Label("Voor het eerst in schooljaar", "veld")
        self.meer = Knop("Meer instellen…", thema, icoon="pencil-simple")
        self.naar_plan = Knop("Lees het in het plan", thema, "koppeling")
        self.terug = Knop("Zoals het plan", thema, "stil", "arrow-counter-clockwise")
        self._bouw()
        self._verbind()

    def titel(self) -> str:
        """Return the name of the page."""
        return "Taken instellen"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the school year."""
        return (("Schooljaar", Plek("schooljaar")),)

    def toon(self, plek: Plek) -> None:
        """Show the duties that the place asks for."""
        self.begin()
        self._filter = plek.extra if plek.extra in dict(_FILTERS) else ""
        self._kies = plek.extra.removeprefix("plicht=") if plek.extra.startswith("plicht=") else ""
        self._record = plek.id
        for sleutel, chip in self.filters.items():
            chip.setChecked(sleutel == self._filter)
        if reden := self.reden(Actie.JAARTAAK):
            self.blad.hide()
            self.banners.zet("info", reden, sluitbaar=False)
            return
        self._lees()

    def nieuw(self) -> bool:
        """Ctrl+N: add a duty of the school itself."""
        if self.nieuwknop.isEnabled():
            self._dialoog(None)
        return self.nieuwknop.isEnabled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the list."""
        self.lijst.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what is chosen stands below the list."""
        super().resizeEvent(event)
        smal = self.width() < self._thema.px(_SMAL)
        richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        if self._naast.direction() != richting:
            self._naast.setDirection(richting)

    # -- reading

    def _lees(self) -> None:
        self.vraag(self._d.schooljaren.plichten, self._zet)

    def _zet(self, alles: Sequence[EigenKeuze]) -> None:
        self._alles = alles
        open_ = sum(1 for k in alles if nog_te_kiezen(k))
        self.filters["kies"].zet_tekst(f"Nog te kiezen ({open_})" if open_ else "Nog te kiezen")
        nu = self.nu()
        kies = self._kies or (nu.plicht.sleutel if nu else "")
        plaats = self.lijst.currentIndex().row()
        self._rijen = [k for k in alles if self._past(k)]
        self._model.zet([plichtregel(k) for k in self._rijen])
        self.lijst.setVisible(bool(self._rijen))
        self.niets.setVisible(not self._rijen)
        self.niets.setText(
            "Alles heeft een plek in het jaar."
            if self._filter == "kies"
            else "Jullie doen alles zoals het plan het zegt."
        )
        n = len(self._rijen)
        self.telling.setText("1 taak" if n == 1 else f"{n} taken")
        if self._rijen:
            op = next(
                (
                    i
                    for i, k in enumerate(self._rijen)
                    if k.plicht.sleutel == kies or (self._record and k.record == self._record)
                ),
                min(max(plaats, 0), n - 1),
            )
            self.lijst.setCurrentIndex(self._model.index(op))
        self._kies, self._record = "", None
        self._toon_keuze()
        self.veranderd.emit()

    def _past(self, k: EigenKeuze) -> bool:
        if self._filter == "kies":
            return nog_te_kiezen(k)
        return self._filter != "eigen" or k.record is not None

    def nu(self) -> EigenKeuze | None:
        """Return the duty that is chosen."""
        rij = self.lijst.currentIndex().row()
        return self._rijen[rij] if 0 <= rij < len(self._rijen) else None

    def _toon_keuze(self) -> None:
        k = self.nu()
        self.kaart.setVisible(k is not None)
        if k is None:
            return
        plicht = k.plicht
        self.taak.setText(k.taak)
        zin = wanneer(k)
        self.wanneer.setText(f"{k.rol.label}: {zin}")
        van = "Deze taak is van de school zelf." if not plicht.bron else f"In het plan: {plicht.wie.lower()}"
        self.plan.setText(van + (f", voor {plicht.naar.lower()}." if plicht.naar else "." if plicht.bron else ""))
        self.let_op.setText(k.notitie or plicht.let_op)
        self.let_op.setVisible(bool(self.let_op.text()))
        for maand, chip in self.maanden.items():
            chip.setChecked(maand in k.maanden)
            chip.setEnabled(not self.reden_niet and not k.uit)
        self._toon_jaren(k)
        sta_toe(self.meer, self.reden_niet)
        self.naar_plan.setVisible(bool(plicht.pagina))
        self.terug.setVisible(k.record is not None and not self.reden_niet)
        self.terug.zet_tekst("Zoals het plan" if plicht.bron else "Verwijder deze taak")
        self.blad.schik()

    def _toon_jaren(self, k: EigenKeuze) -> None:
        """Of what does not return each year: when it comes first."""
        maak_leeg(self._jaarvak)
        self.jaren = {}
        stap = STAP_IN_JAREN.get(k.ritme, 0)
        self._jaarkop.setVisible(bool(stap))
        jaren = [str(schooljaar_van(self._d.session.vandaag(), -n)) for n in range(stap)]
        if stap and k.eerste_jaar and k.eerste_jaar not in jaren:
            jaren.insert(0, k.eerste_jaar)
        for jaar in jaren:
            chip = KiesChip(jaar, self._thema, aan=jaar == k.eerste_jaar, plus=False)
            chip.setEnabled(not self.reden_niet and not k.uit)
            chip.clicked.connect(lambda _=False, j=jaar: self._wijzig({"eerste_jaar": j}))
            self.jaren[jaar] = chip
            self._jaarvak.addWidget(chip)
            chip.show()

    # -- storing

    def _kies_maand(self) -> None:
        gekozen = [str(m) for m, chip in self.maanden.items() if chip.isChecked()]
        self._wijzig({"maanden": list(gekozen)})

    def _wijzig(self, anders: Values) -> None:
        """Store a choice at once, on what was stored before."""
        k = self.nu()
        if k is None:
            return
        plicht = k.plicht.sleutel if k.plicht.bron else ""

        def doe() -> Uitslag:
            stored = self._d.schooljaren.plicht(k.plicht.sleutel)[1]
            begin: Values = naar_values(stored.value) if stored and stored.value else {}
            if stored is None:
                return self._d.schooljaren.wijzig(plicht, {**begin, **anders})
            return self._d.schooljaren.wijzig(plicht, {**begin, **anders}, stored.record, stored.revision)

        def klaar(uit: Uitslag) -> None:
            if uit[1]:
                self.banners.zet("fout", uit[1][0].zin)
            self._bewaard(k)

        self.vraag(doe, klaar, urgent=True)

    def _bewaard(self, k: EigenKeuze) -> None:
        """Show it afresh. What just got its place stays in view under 'nog te kiezen' until one goes on."""
        if self._filter == "kies":
            self.vraag(self._d.schooljaren.plichten, lambda alles: self._zet_met(alles, k.plicht.sleutel))
        else:
            self._kies = k.plicht.sleutel
            self._lees()

    def _zet_met(self, alles: Sequence[EigenKeuze], sleutel: str) -> None:
        blijft = {k.plicht.sleutel for k in self._rijen} | {sleutel}
        self._alles = alles
        self._rijen = [k for k in alles if k.plicht.sleutel in blijft]
        rij = next(i for i, k in enumerate(self._rijen) if k.plicht.sleutel == sleutel)
        open_ = sum(1 for k in alles if nog_te_kiezen(k))
        self.filters["kies"].zet_tekst(f"Nog te kiezen ({open_})" if open_ else "Nog te kiezen")
        self._model.zet([plichtregel(k) for k in self._rijen])
        self.lijst.setCurrentIndex(self._model.index(rij))
        self._toon_keuze()

    def _dialoog(self, k: EigenKeuze | None) -> None:
        """Everything that can be set, with what was chosen before."""

        def haal() -> tuple[Stored | None, Sequence[tuple[Stored, str]]]:
            stored = self._d.schooljaren.plicht(k.plicht.sleutel)[1] if k else None
            return stored, self._d.schooljaren.versies(stored.record) if stored else ()

        def toon(uit: tuple[Stored | None, Sequence[tuple[Stored, str]]]) -> None:
            stored, versies = uit
            plicht = k.plicht.sleutel if k and k.plicht.bron else ""

            def bewaar(values: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
                def thuis(uit: Uitslag) -> None:
                    klaar(uit[1])
                    if uit[0] is not None:
                        self._kies = plicht or str(uit[0].record)
                        self.toast("Bewaard")
                        self._lees()

                record, base = (stored.record, stored.revision) if stored else (None, None)
                self.vraag(
                    lambda: self._d.schooljaren.wijzig(plicht, values, record, base),
                    thuis,
                    lambda fout: dialoog.toon_fout(str(fout)),
                    urgent=True,
                )

            begin = stored.value if stored and isinstance(stored.value, EigenPlicht) else None
            titel = k.taak if k else "Eigen taak toevoegen"
            context = form_context(self._d, self._thema)
            dialoog = PlichtDialoog(context, titel, self._uitleg(k), begin, versies, bewaar, self)
            open_dialoog(dialoog)

        self.vraag(haal, toon)

    def _uitleg(self, k: EigenKeuze | None) -> str:
        if k is None or not k.plicht.bron:
            return "Een taak van de school zelf komt elk jaar in het wiel, in de maanden die je kiest."
        return "Wat je leeg laat, is zoals het plan het zegt. Taken die nog open staan, gaan mee met je keuze."

    def _zet_terug(self) -> None:
        k = self.nu()
        if k is None or k.record is None:
            return
        record, eigen = k.record, not k.plicht.bron
        values = None

        def doe() -> Stored:
            nonlocal values
            values = self._d.schooljaren.plicht(k.plicht.sleutel)[1]
            return self._d.schooljaren.verwijder(record)

        def klaar(_: Stored) -> None:
            toast = Toast(self._thema, "De taak is weg" if eigen else "Weer zoals het plan", self.window(), undo=True)
            toast.ongedaan.connect(lambda: self._ongedaan(k, values))
            self._kies = "" if eigen else k.plicht.sleutel
            self._lees()

        self.vraag(doe, klaar, urgent=True)

    def _ongedaan(self, k: EigenKeuze, oud: Stored | None) -> None:
        """What was taken back comes back as a new choice: a withdrawn record never changes again."""
        if oud is None or oud.value is None:
            return
        values = naar_values(oud.value)
        plicht = k.plicht.sleutel if k.plicht.bron else ""
        self.vraag(lambda: self._d.schooljaren.wijzig(plicht, values), lambda _: self._lees(), urgent=True)

    # -- building

    def _verbind(self) -> None:
        self.lijst.selectionModel().currentChanged.connect(lambda *_: self._toon_keuze())
        self.lijst.gekozen.connect(lambda _: self._dialoog(self.nu()) if self.meer.isEnabled() else None)
        self.nieuwknop.clicked.connect(self.nieuw)
        self.meer.clicked.connect(lambda: self._dialoog(self.nu()))
        self.terug.clicked.connect(self._zet_terug)
        self.naar_plan.clicked.connect(self._naar_plan)
        for sleutel, chip in self.filters.items():
            chip.clicked.connect(lambda _=False, s=sleutel: self._navigator.ga(Plek("jaarplichten", extra=s)))
        for chip in self.maanden.values():
            chip.clicked.connect(self._kies_maand)

    def _naar_plan(self) -> None:
        k = self.nu()
        if k is not None and k.plicht.pagina:
            self._navigator.ga(Plek("plan", extra=k.plicht.pagina))

    def _bouw(self) -> None:
        thema, px = self._thema, self._thema.px
        kop = QHBoxLayout()
        kop.addWidget(Label("Taken instellen", "kop"), 1)
        kop.addWidget(self.nieuwknop)
        filters = StroomLayout(thema, 8)
        for chip in self.filters.values():
            filters.addWidget(chip)
        maanden = StroomLayout(thema, 8)
        for chip in self.maanden.values():
            maanden.addWidget(chip)
        knoppen = StroomLayout(thema, 8)
        for knop in (self.meer, self.terug):
            knoppen.addWidget(knop)
        inhoud = self.kaart.inhoud
        inhoud.setSpacing(px(12))
        for deel in (self.taak, self.wanneer, self.plan, self.let_op):
            inhoud.addWidget(deel)
        inhoud.addWidget(self.naar_plan, 0, Qt.AlignmentFlag.AlignLeft)
        inhoud.addWidget(Label("In welke maand doen jullie dit?", "veld"))
        inhoud.addLayout(maanden)
        inhoud.addWidget(self._jaarkop)
        inhoud.addLayout(self._jaarvak)
        inhoud.addLayout(knoppen)
        self.blad = Bladvlak()
        rechts = QVBoxLayout(self.blad.vlak)
        rechts.setContentsMargins(0, 0, px(4), 0)
        rechts.addWidget(self.kaart)
        rechts.addStretch(1)
        links = QVBoxLayout()
        links.setSpacing(px(8))
        links.addWidget(self.telling)
        links.addWidget(self.lijst, 1)
        links.addWidget(self.niets, 1, Qt.AlignmentFlag.AlignTop)
        self._naast = QHBoxLayout()
        self._naast.setSpacing(px(24))
        self._naast.addLayout(links, 5)
        self._naast.addWidget(self.blad, 4)
        self._vak.setContentsMargins(px(32), px(8), px(32), px(16))
        self._vak.setSpacing(px(12))
        self._vak.addLayout(kop)
        self._vak.addWidget(Jaardelen(thema, self._navigator, "jaarplichten", alles=not self.reden_niet))
        self._vak.addWidget(self.banners)
        self._vak.addLayout(filters)
        self._vak.addLayout(self._naast, 1)
