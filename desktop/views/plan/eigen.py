"""The school's own text at a page of the plan: shown there, and written on a page of its own with its versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Problem, Values
from desktop.models.errors import Conflict, UserError
from desktop.models.opslag import Draft, Stored
from desktop.models.plan import Planpagina
from desktop.models.rechten import Actie
from desktop.models.schoolplan import Eigentekst
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.views.botsing import leg_naast_elkaar
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.forms.voet import FormVoet
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan.eigenlezen import EigenLezen
from desktop.views.plan.versies import VersieRij
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets import Alinea, Bladvlak, Kaart, Knop, Label, SectieKop, maak_leeg, rij, sneltoets
from desktop.views.work import Work

SLEUTEL = "eigen-tekst"
"""`Plek(SLEUTEL, extra=...)`: write the school's own text at the page with that key."""
_NAAST = 1080
_REGELS = 12


class EigenTekstKaart(Kaart):
    """What stands at a page: the own text or the invitation to write one, and the button that leads to writing it."""

    def __init__(self, thema: Thema, plan: Plan, pagina: Planpagina, ga: Callable[[Plek], None]) -> None:
        super().__init__(thema, "info")
        tekst = plan.eigen_tekst(pagina)
        self.inhoud.addWidget(SectieKop(thema, "Bij ons op school", "buildings", "info"))
        if tekst:
            self.inhoud.addWidget(EigenLezen(thema, tekst))
        else:
            self.inhoud.addWidget(Alinea(pagina.eigen, "zacht"))
        self.knop = Knop("Wijzig onze tekst" if tekst else "Schrijf onze eigen tekst", thema, icoon="pencil-simple")
        self.knop.clicked.connect(lambda: ga(Plek(SLEUTEL, extra=pagina.sleutel)))
        self.inhoud.addLayout(rij(thema, self.knop, 1))


@dataclass(frozen=True, slots=True)
class _Beeld:
    versies: Sequence[Stored]
    draft: Draft | None
    namen: dict[UUID, str]


class EigenTekstPagina(KluisPagina):
    """Writes the text at the page that `extra` names. Typing is kept within two seconds; Ctrl+S stores a version.

    `herlees` has everything that shows the plan read it again.
    """

    handleiding = "ons-plan"
    rail = "plan"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        plan: Plan,
        herlees: Callable[[], None],
    ) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._plan = plan
        self._herlees = herlees
        self._pagina: Planpagina | None = None
        self._nu: Stored | None = None
        self._base: UUID | None = None
        self._record = diensten.session.ids.new()
        self._geladen = False
        self.veld = LangVeld(regels=_REGELS)
        self.voet = FormVoet("Bewaar", thema)
        self.annuleren = self.voet.voeg_knop("Terug naar de pagina")
        self.versies: list[VersieRij] = []
        self._kop = Label("", "kop")
        self._kop.setWordWrap(True)
        self._uitleg = Alinea("", "basis")
        self._lijst = QVBoxLayout()
        self._zijkant = QWidget()
        self.bewaker = ConceptBewaker(self.waarden, self._bewaar_draft, diensten.session.nu, self)
        self._bouw()

    def _bouw(self) -> None:
        thema, px = self._thema, self._thema.px
        blad = Bladvlak()
        vak = QHBoxLayout(blad.vlak)
        vak.setContentsMargins(px(32), px(8), px(32), px(32))
        vak.setSpacing(px(32))
        links = QVBoxLayout()
        links.setSpacing(px(16))
        links.addWidget(self._kop)
        links.addWidget(self.banners)
        kaart = Kaart(thema, "info")
        kaart.inhoud.addWidget(self._uitleg)
        links.addWidget(kaart)
        links.addWidget(self.veld)
        links.addStretch(1)
        kolom = QWidget()
        kolom.setMaximumWidth(px(LEESBREEDTE))
        kolom.setLayout(links)
        links.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(kolom, 1000)
        rechts = QVBoxLayout(self._zijkant)
        rechts.setContentsMargins(0, px(8), 0, 0)
        rechts.setSpacing(px(8))
        rechts.addWidget(SectieKop(thema, "Versies", "clock-counter-clockwise"))
        self._lijst.setSpacing(px(8))
        rechts.addLayout(self._lijst)
        rechts.addStretch(1)
        self._zijkant.setMaximumWidth(px(360))
        vak.addWidget(self._zijkant, 500)
        vak.addStretch(1)
        self._rij = vak
        self._vak.addWidget(blad, 1)
        self._vak.addWidget(self.voet)
        self.veld.gewijzigd.connect(self.bewaker.veranderd)
        self.bewaker.stand.connect(self._toon_stand)
        self.voet.hoofdknop.clicked.connect(lambda: self.bewaar())
        self.annuleren.clicked.connect(self._terug)
        self.veld.zet_namen("Onze eigen tekst", "")
        reden = self.reden(Actie.SCHOOL)
        sta_toe(self.voet.hoofdknop, reden)
        self.veld.zet_alleen_lezen(bool(reden))
        for toetsen in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            sneltoets(self, toetsen, self.bewaar, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def titel(self) -> str:
        """Return what is done here."""
        return "Onze eigen tekst"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the page."""
        plan = ("Plan", Plek("plan"))
        return (plan, (self._pagina.titel, self._plek())) if self._pagina else (plan,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Versions beside the text where both fit, below it where not."""
        super().resizeEvent(event)
        naast = self.width() >= self._thema.px(_NAAST)
        richting = QHBoxLayout.Direction.LeftToRight if naast else QHBoxLayout.Direction.TopToBottom
        self._rij.setDirection(richting)
        self._zijkant.setMaximumWidth(self._thema.px(360 if naast else LEESBREEDTE))

    def toon(self, plek: Plek) -> None:
        """Show the text at a page, or what this account was writing there."""
        self.begin()
        self._geladen = False
        self._pagina = pagina = self._plan.pagina(plek.extra)
        self._kop.setText(f"Bij ons op school: {pagina.titel}")
        self._uitleg.setText(pagina.eigen or "Schrijf wat er bij jullie anders of extra is.")
        self.veld.setEnabled(False)
        self._lees()

    def mag_weg(self) -> bool:
        """What is half-written is kept as a draft; it is there when one comes back."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is not on disk yet."""
        if self._geladen:
            self.bewaker.flush()

    def waarden(self) -> Values:
        """Return what is written, as the record has it."""
        return {"pagina": self._pagina.sleutel if self._pagina else "", "tekst": str(self.veld.waarde() or "")}

    # -- showing

    def _lees(self) -> None:
        assert self._pagina is not None
        sleutel = self._pagina.sleutel

        def lees() -> _Beeld:
            eigenplan = self._d.eigenplan
            versies = eigenplan.versies(sleutel)
            record = versies[0].record if versies else None
            # the first text was half-written before a colleague stored one: that draft has another record
            draft = (record and eigenplan.draft(Eigentekst, record)) or eigenplan.draft(
                Eigentekst, None, pagina=sleutel
            )
            return _Beeld(versies, draft, eigenplan.namen())

        self.vraag(lees, self._zet)

    def _zet(self, beeld: _Beeld) -> None:
        self._nu = beeld.versies[0] if beeld.versies else None
        draft = beeld.draft
        self._base = draft.base if draft else self._nu.revision if self._nu else None
        self._record = draft.record if draft else self._nu.record if self._nu else self._d.session.ids.new()
        self.bewaker.herstart()
        self.veld.zet(str(draft.values.get("tekst") or "") if draft else _tekst(self._nu))
        self.voet.zet_stand(Stand("schoon" if self._nu else "leeg"))
        if draft is not None:
            zin = "Je was hier eerder mee bezig. Dit is wat je toen had geschreven."
            self.banners.zet("info", zin, "", "Begin opnieuw", self._begin_opnieuw)
            self.voet.zet_zin("Concept, nog niet bewaard")
        self._toon_versies(beeld)
        self.veld.setEnabled(True)
        self._geladen = True
        self.neem_focus(self.veld.widgets()[0])
        self.veranderd.emit()

    def _toon_versies(self, beeld: _Beeld) -> None:
        maak_leeg(self._lijst)
        self.versies = []
        mag = not self.reden(Actie.SCHOOL)
        for n, stored in enumerate(beeld.versies):
            wie = beeld.namen.get(stored.account, "")
            rij_ = VersieRij(self._thema, stored.recorded_at, wie, _tekst(stored), nu=not n, mag=mag)
            rij_.terug.connect(self._zet_terug)
            self.versies.append(rij_)
            self._lijst.addWidget(rij_)
        if not beeld.versies:
            self._lijst.addWidget(Alinea("Er is nog geen eigen tekst bewaard.", "zacht"))

    def _zet_terug(self, tekst: str) -> None:
        """Put an older version in the field; it holds once it is stored, so nothing is lost by looking."""
        self.veld.zet(tekst)
        self.bewaker.veranderd()
        self.veld.widgets()[0].setFocus()
        self.banners.leeg()
        self.banners.zet("info", "De oude tekst staat in het veld.", "Bewaar om hem weer te laten gelden.")

    def _toon_stand(self, stand: Stand) -> None:
        if stand.soort != "schoon":
            self.voet.zet_stand(stand)

    # -- storing

    def bewaar(self) -> None:
        """Store what is written as the newest version, and go back to the page."""
        if not self._geladen or self._pagina is None or self.reden(Actie.SCHOOL):
            return
        sleutel, tekst, base, record = self._pagina.sleutel, str(self.veld.waarde() or ""), self._base, self._record
        self.banners.leeg()
        self.voet.zet_stand(Stand("bezig"))
        self.vraag(
            lambda: self._d.eigenplan.bewaar_tekst(sleutel, tekst, base, record),
            lambda uitkomst: self._bewaard(*uitkomst),
            self._mislukt,
            urgent=True,
        )

    def _bewaard(self, stored: Stored | None, problemen: list[Problem]) -> None:
        if stored is None:
            self.voet.zet_stand(Stand("mislukt", zin=problemen[0].zin))
            return
        self.bewaker.herstart()
        self._geladen = False
        record = self._record
        # a save of the draft may have been under way, behind which this comes
        self._work.kluis(self, lambda: self._d.eigenplan.gooi_draft_weg(record), urgent=True)
        self.toast("Jullie eigen tekst is bewaard")
        self._herlees()
        self._terug()

    def _mislukt(self, fout: UserError) -> None:
        self.voet.zet_stand(Stand("mislukt", zin=fout.zin))
        self.meld_fout(fout)
        if isinstance(fout, Conflict) and self._pagina is not None:
            sleutel = self._pagina.sleutel
            self.vraag(lambda: self._d.eigenplan.eigen_tekst(sleutel), self._vergelijk)

    def _vergelijk(self, nu: Stored | None) -> None:
        if nu is not None:
            leg_naast_elkaar(self._thema, nu, self.waarden(), lambda: self._neem_mijn(nu), self.window())

    def _neem_mijn(self, nu: Stored) -> None:
        self._nu, self._base, self._record = nu, nu.revision, nu.record
        self.bewaar()

    def _bewaar_draft(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        record, base = self._record, self._base
        self._work.kluis(
            self,
            lambda: self._d.eigenplan.bewaar_draft(Eigentekst, record, base, values),
            lambda _: gelukt(),
            mislukt,
            urgent=True,
        )

    def _begin_opnieuw(self) -> None:
        record = self._record
        self.bewaker.herstart()
        self._geladen = False
        self.banners.leeg()
        self._work.kluis(self, lambda: self._d.eigenplan.gooi_draft_weg(record), urgent=True)
        self._lees()

    def _plek(self) -> Plek:
        return Plek("plan", extra=self._pagina.sleutel if self._pagina else "")

    def _terug(self) -> None:
        self._navigator.rond_af(self._plek())


def _tekst(stored: Stored | None) -> str:
    return stored.value.tekst if stored is not None and isinstance(stored.value, Eigentekst) else ""
