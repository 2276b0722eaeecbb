"""The school's own text at a page of the plan: shown there, and written on a page of its own with its versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Draft, Stored
from desktop.models.plan import Planpagina
from desktop.models.rechten import Actie
from desktop.models.schoolplan import Eigentekst
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.views.forms.bewaker import Stand
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.forms.voet import FormVoet
from desktop.views.kluispagina import sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan.eigeninvoer import EigenInvoer, Uitkomst
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


class EigenTekstPagina(EigenInvoer):
    """Writes the text at the page that `extra` names; Ctrl+S stores a version."""

    handleiding = "ons-plan"
    kind = Eigentekst
    bewaard_zin = "Jullie eigen tekst is bewaard"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        plan: Plan,
        herlees: Callable[[], None],
    ) -> None:
        super().__init__(diensten, work, navigator, thema, plan, herlees)
        self._pagina: Planpagina | None = None
        self.veld = LangVeld(regels=_REGELS)
        self.voet = FormVoet("Bewaar", thema)
        self.annuleren = self.voet.voeg_knop("Terug naar de pagina")
        self.versies: list[VersieRij] = []
        self._kop = Label("", "kop")
        self._kop.setWordWrap(True)
        self._uitleg = Alinea("", "basis")
        self._lijst = QVBoxLayout()
        self._zijkant = QWidget()
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
        nu, draft = beeld.versies[0] if beeld.versies else None, beeld.draft
        self._begin(nu, draft)
        self.veld.zet(str(draft.values.get("tekst") or "") if draft else _tekst(nu))
        self.voet.zet_stand(Stand("schoon" if nu else "leeg"))
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

    # -- storing

    def _opdracht(self, record: UUID) -> Callable[[], Uitkomst]:
        assert self._pagina is not None
        sleutel, tekst, base = self._pagina.sleutel, str(self.veld.waarde() or ""), self._base
        return lambda: self._d.eigenplan.bewaar_tekst(sleutel, tekst, base, record)

    def _nieuwste(self) -> Callable[[], Stored | None]:
        assert self._pagina is not None
        sleutel = self._pagina.sleutel
        return lambda: self._d.eigenplan.eigen_tekst(sleutel)

    def _zet_stand(self, stand: Stand) -> None:
        self.voet.zet_stand(stand)

    def _toon_problemen(self, problemen: list[Problem]) -> None:
        self.voet.zet_stand(Stand("mislukt", zin=problemen[0].zin))

    def _toon_fout(self, fout: UserError) -> None:
        self.voet.zet_stand(Stand("mislukt", zin=fout.zin))
        self.meld_fout(fout)

    def _hierna(self, stored: Stored | None) -> Plek:
        return self._plek()

    def _plek(self) -> Plek:
        return Plek("plan", extra=self._pagina.sleutel if self._pagina else "")

    def _terug(self) -> None:
        self._navigator.rond_af(self._hierna(None))


def _tekst(stored: Stored | None) -> str:
    return stored.value.tekst if stored is not None and isinstance(stored.value, Eigentekst) else ""
