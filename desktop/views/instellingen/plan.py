"""What the school fills in of the plan: one form, how much of it is filled, and where each place comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QProgressBar, QWidget

from desktop.models.core import Problem, Values
from desktop.models.errors import Conflict, UserError
from desktop.models.opslag import Draft, Stored
from desktop.models.plan import Planpagina
from desktop.models.rechten import Actie
from desktop.models.schoolplan import VOORGESTELD, Schoolplan
from desktop.models.velden import VeldSpec, is_leeg, naar_values, velden
from desktop.views.botsing import leg_naast_elkaar
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.voet import FormVoet
from desktop.views.instellingen.deel import KOLOM, LINKS, Deel, Omgeving
from desktop.views.instellingen.inhoud import InhoudBlok
from desktop.views.leerlingen.invulblad import form_context
from desktop.views.navigatie import Plek
from desktop.views.plan.versies import moment
from desktop.views.widgets import Alinea, Kaart, Knop, Label, sneltoets

_KORT = 15
"""So many pages fit in the menu of a place; a place that comes back more often is best looked for."""
_PER_KEER = 4
"""At so many places at a time it is said on which pages they come back."""


@dataclass(frozen=True, slots=True)
class _Beeld:
    stored: Stored | None
    draft: Draft | None
    namen: Mapping[UUID, str]


class PlanDeel(Deel):
    """The places of the plan. Everyone may read them; typing is kept within two seconds, Ctrl+S lets it hold."""

    sleutel = "plan"
    naam = "Ons plan"
    icoon = "book-bookmark"
    uitleg = "Wat je hier invult, staat daarna op alle pagina's van het plan die ervan spreken."
    handleiding = "ons-plan"
    wijzigt = Actie.SCHOOL

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        thema, diensten = omgeving.thema, omgeving.diensten
        self.reden = omgeving.verboden(Actie.SCHOOL)
        self.stand = Label("", "sterk")
        self.balk = QProgressBar()
        self.balk.setTextVisible(False)
        self.wenk = Alinea("", "klein")
        self.formulier = Formulier(Schoolplan, form_context(diensten, thema))
        self.voet = FormVoet("Bewaar", thema)
        self.voet.zet_kolom(thema.px(LINKS), thema.px(KOLOM))
        self.inhoudblok = InhoudBlok(self)
        self.koppelingen: dict[str, Knop] = {}
        self._te_noemen: list[VeldSpec] = []
        self._stored: Stored | None = None
        self._base: UUID | None = None
        self._record = diensten.session.ids.new()
        self._geladen = False
        self.bewaker = ConceptBewaker(self.formulier.values, self._bewaar_draft, diensten.session.nu, self)
        kaart = Kaart(thema)
        for deel in (self.stand, self.balk, self.wenk):
            kaart.inhoud.addWidget(deel)
        self.inhoud.addWidget(kaart)
        self.inhoud.addWidget(self.formulier)
        self.inhoud.addWidget(self.inhoudblok)
        self.vak.addWidget(self.voet)
        self.formulier.setEnabled(False)
        self.formulier.gewijzigd.connect(self._gewijzigd)
        self.bewaker.stand.connect(self._toon_stand)
        self.voet.hoofdknop.clicked.connect(self.bewaar)
        if self.reden:
            self.banners.zet("info", self.reden, "Je kunt alles lezen.", sluitbaar=False)
            self.formulier.zet_alleen_lezen(True)
            self.voet.hide()
        for toetsen in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            sneltoets(self, toetsen, self.bewaar, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def toon(self) -> None:
        """Read the places, unless something is typed that is not stored yet."""
        self.inhoudblok.toon()
        if self._geladen and self.bewaker.vuil():
            return

        def lees() -> _Beeld:
            eigenplan = self.o.diensten.eigenplan
            stored = eigenplan.schoolplan()
            draft = stored and eigenplan.draft(Schoolplan, stored.record)
            return _Beeld(stored, draft or eigenplan.draft(Schoolplan, None), eigenplan.namen())

        self.o.work.kluis(self, lees, self._zet, self.meld_fout)

    def bewaar(self) -> None:
        """Let hold what the form says; problems are shown at their fields."""
        if not self._geladen or self.reden:
            return
        values, base, record = self.formulier.values(), self._base, self._record
        self.banners.leeg()
        self.voet.zet_stand(Stand("bezig"))
        self.o.work.kluis(
            self,
            lambda: self.o.diensten.eigenplan.bewaar_schoolplan(values, base, record),
            lambda uitkomst: self._bewaard(values, *uitkomst),
            self._mislukt,
            urgent=True,
        )

    def mag_weg(self) -> bool:
        """What is half-filled is kept as a draft; it is there when one comes back."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is not on disk yet."""
        if self._geladen:
            self.bewaker.flush()

    # -- showing

    def _zet(self, beeld: _Beeld) -> None:
        draft = None if self.reden else beeld.draft
        stored = self._stored = beeld.stored
        self._base = draft.base if draft else stored.revision if stored else None
        self._record = draft.record if draft else stored.record if stored else self.o.diensten.session.ids.new()
        values = draft.values if draft else naar_values(_waarde(stored))
        self.bewaker.herstart()
        self.formulier.laad(values)
        self.formulier.setEnabled(True)
        self._geladen = True
        self._toon_voortgang()
        self._toon_bewaard(beeld.namen)
        # a moment later: the form is to be seen first
        self._te_noemen = [spec for spec in velden(Schoolplan) if spec.naam not in self.koppelingen]
        QTimer.singleShot(0, self, self._noem_paginas)
        if draft is not None:
            zin = "Je was hier eerder mee bezig. Dit is wat je toen had ingevuld; het geldt pas als je het bewaart."
            self.banners.zet("info", zin, "", "Begin opnieuw", self._begin_opnieuw)
            self.voet.zet_zin("Concept, nog niet bewaard")

    def _toon_bewaard(self, namen: Mapping[UUID, str]) -> None:
        stored = self._stored
        self.voet.zet_stand(Stand("schoon" if stored else "leeg"))
        if stored is not None:
            wie = namen.get(stored.account, "")
            wie = f" door {wie}" if wie else ""
            self.voet.zet_zin(f"Laatst bewaard op {moment(stored.recorded_at)}{wie}")

    def _toon_voortgang(self) -> None:
        values = self.formulier.values()
        namen = [spec.naam for spec in velden(Schoolplan)]
        vol = sum(not is_leeg(values.get(naam)) for naam in namen)
        zin = f"{vol} van {len(namen)} ingevuld"
        self.stand.setText(zin)
        self.balk.setRange(0, len(namen))
        self.balk.setValue(vol)
        self.balk.setAccessibleName(zin)
        open_ = sum(is_leeg(values.get(naam)) for naam in namen if naam in VOORGESTELD)
        self.wenk.setText(
            f"Bij {open_} lege plekken noemt het plan zelf al iets. Vul die alleen in als het bij jullie anders is."
            if open_
            else "Alles wat het plan aan jullie overlaat, staat hieronder."
        )

    def _noem_paginas(self) -> None:
        """Say at each place on how many pages it comes back, and lead there; a few at a time, since each moves what
        is below it.
        """
        nu, self._te_noemen = self._te_noemen[:_PER_KEER], self._te_noemen[_PER_KEER:]
        if self._te_noemen:
            QTimer.singleShot(0, self, self._noem_paginas)
        for spec in nu:
            veld = self.formulier.veld(spec.naam)
            if veld is None or spec.naam in self.koppelingen:
                continue
            paginas = [p for p in self.o.plan.plan.paginas() if spec.naam in p.plaatsen()]
            if not paginas:
                continue
            woord = "1 pagina" if len(paginas) == 1 else f"{len(paginas)} pagina's"
            knop = Knop(f"Komt terug op {woord}", self.o.thema, "koppeling", "book-open")
            knop.setProperty("toon", "klein")
            knop.setAccessibleName(f"{spec.veld.label} komt terug op {woord}")
            knop.clicked.connect(lambda _=False, knop=knop, paginas=paginas: self._naar(knop, paginas))
            veld.zet_onder(knop)
            self.koppelingen[spec.naam] = knop

    def _naar(self, knop: QWidget, paginas: Sequence[Planpagina]) -> None:
        if len(paginas) == 1:
            self.o.plan.ga(Plek("plan", extra=paginas[0].sleutel))
            return
        menu = QMenu(knop)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for pagina in paginas[:_KORT]:
            actie = menu.addAction(pagina.titel.replace("&", "&&"))
            actie.triggered.connect(lambda _=False, p=pagina: self.o.plan.ga(Plek("plan", extra=p.sleutel)))
        menu.popup(knop.mapToGlobal(knop.rect().bottomLeft()))

    def _gewijzigd(self) -> None:
        self._toon_voortgang()
        self.bewaker.veranderd()

    def _toon_stand(self, stand: Stand) -> None:
        if stand.soort != "schoon":
            self.voet.zet_stand(stand)

    # -- storing

    def _bewaard(self, values: Values, stored: Stored | None, problemen: list[Problem]) -> None:
        self.formulier.toon_problemen(problemen)
        if stored is None:
            self.voet.zet_stand(Stand("mislukt", zin=problemen[0].zin))
            self.formulier.focus_probleem()
            return
        self._stored, self._base = stored, stored.revision
        was, self._record = self._record, stored.record
        if self.formulier.values() == values:
            self.bewaker.herstart()
            self._toon_bewaard({stored.account: self.o.diensten.session.actor.naam})
            # a save of the draft may have been under way, behind which this comes
            self.o.work.kluis(self, lambda: self.o.diensten.eigenplan.gooi_draft_weg(was), urgent=True)
        self.o.plan.herlees()

    def _mislukt(self, fout: UserError) -> None:
        self.voet.zet_stand(Stand("mislukt", zin=fout.zin))
        self.meld_fout(fout)
        if isinstance(fout, Conflict):
            self.o.work.kluis(self, self.o.diensten.eigenplan.schoolplan, self._vergelijk, self.meld_fout)

    def _vergelijk(self, nu: Stored | None) -> None:
        if nu is not None:
            leg_naast_elkaar(self.o.thema, nu, self.formulier.values(), lambda: self._neem_mijn(nu), self.window())

    def _neem_mijn(self, nu: Stored) -> None:
        self._stored, self._base, self._record = nu, nu.revision, nu.record
        self.bewaar()

    def _bewaar_draft(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        record, base = self._record, self._base
        self.o.work.kluis(
            self,
            lambda: self.o.diensten.eigenplan.bewaar_draft(Schoolplan, record, base, values),
            lambda _: gelukt(),
            mislukt,
            urgent=True,
        )

    def _begin_opnieuw(self) -> None:
        record = self._record
        self.bewaker.herstart()
        self._geladen = False
        self.banners.leeg()
        self.o.work.kluis(self, lambda: self.o.diensten.eigenplan.gooi_draft_weg(record), urgent=True)
        self.toon()


def _waarde(stored: Stored | None) -> Schoolplan:
    return stored.value if stored is not None and isinstance(stored.value, Schoolplan) else Schoolplan()
