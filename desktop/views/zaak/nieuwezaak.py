"""A new case: its pupil, the signals it starts from, and who does what."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Problem, Wie
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.opslag import Row, Stored
from desktop.models.rechten import Actie
from desktop.models.velden import velden
from desktop.services.diensten import Diensten
from desktop.views.forms.basis import regel
from desktop.views.forms.indeling import Twaalf
from desktop.views.forms.tekstvelden import TekstVeld
from desktop.views.forms.veld import VeldWidget
from desktop.views.gesprekken.gegevens import lees_begin, schrijf_begin
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets import Bladvlak, Kaart, Knop, Label, LeegStaat, SectieKop, maak_leeg
from desktop.views.widgets.volgorde import keten_in
from desktop.views.work import Work
from desktop.views.zaak.dialogen import StukkenKiezer
from desktop.views.zaak.verboden import Verboden

_VELDEN = ("kort", "uitvoerend", "adviserend")


class NieuweZaakPagina(KluisPagina):
    """Plek('zaak-nieuw', extra='leerling=UUID;signaal=UUID;overdracht=UUID'): what is named is chosen already."""

    handleiding = "meldcode-dossier"
    rail = "meldcode"

    def __init__(self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._leerling: UUID | None = None
        self._naam = ""
        self.kiezer: StukkenKiezer | None = None
        self.over = Label("", "zacht")
        self.fout = regel("", "fout")
        self.openknop = Knop("Open het dossier", thema, "primair", "folder-open")
        self.signaalknop = Knop("Eerst een signaal vastleggen", thema, icoon="eye")
        self.verboden = Verboden(thema)
        self.leeg = LeegStaat(
            thema,
            "folder-open",
            "Over welke leerling?",
            "Een dossier meldcode begint bij een leerling en de signalen die over die leerling zijn vastgelegd.",
            "Kies een leerling",
        )
        self.velden = {
            spec.naam: VeldWidget(spec, TekstVeld(), thema) for spec in velden(MeldcodeDossier) if spec.naam in _VELDEN
        }
        self._blad = Bladvlak()
        self._stapel = QStackedWidget()
        for deel in (self._blad, self.leeg, self.verboden):
            self._stapel.addWidget(deel)
        self._bouw()
        self.leeg.gekozen.connect(lambda: navigator.ga(Plek("leerlingen", extra="zaak-nieuw")))
        self.verboden.verder.connect(lambda: navigator.ga(Plek("leerlingen")))
        self.openknop.clicked.connect(self._open)
        self.signaalknop.clicked.connect(self._signaal)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Nieuw dossier meldcode"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """One comes from the list of cases."""
        return (("Meldcode", Plek("meldcode")), ("Dossiers", Plek("zaken")))

    def toon(self, plek: Plek) -> None:
        """Ask which signals of the pupil."""
        self.begin()
        begin = lees_begin(plek.extra)
        self._leerling = begin.leerling
        if reden := self.reden(Actie.MELDCODE):
            self.verboden.zet(reden)
            self._stapel.setCurrentWidget(self.verboden)
            return
        if begin.leerling is None:
            self._stapel.setCurrentWidget(self.leeg)
            return
        leerling = begin.leerling
        gekozen = [record for record in (begin.signaal, begin.overdracht) if record is not None]
        self.vraag(lambda: self._d.zaken.signalen(leerling, begin.overdracht), lambda uit: self._zet(*uit, gekozen))

    def _zet(self, wie: Wie, signalen: Sequence[Row], gekozen: Sequence[UUID]) -> None:
        self._naam = wie.naam
        self.over.setText(" · ".join(d for d in (wie.naam, wie.hoedanigheid) if d))
        maak_leeg(self._signalen)
        self.kiezer = StukkenKiezer(signalen, gekozen)
        zin = "Er is nog geen signaal over deze leerling. Leg eerst vast wat is gezien of gehoord."
        self._signalen.addWidget(self.kiezer if signalen else regel(zin, "zacht"))
        keten_in(self._signaalvak, [box for box, _ in self.kiezer.vakken])
        self.openknop.setEnabled(bool(signalen))
        self.fout.hide()
        for naam, veld in self.velden.items():
            veld.toon_problemen(())
            veld.editor.zet(self._d.session.actor.naam if naam == "uitvoerend" else "")
        self._stapel.setCurrentWidget(self._blad)
        self._blad.schik()
        eerste = self.kiezer.vakken[0][0] if self.kiezer.vakken else self.signaalknop
        self.neem_focus(eerste)
        self.veranderd.emit()

    def _open(self) -> None:
        leerling, kiezer = self._leerling, self.kiezer
        if leerling is None or kiezer is None:
            return
        gekozen = kiezer.gekozen()
        values = {naam: veld.editor.waarde() for naam, veld in self.velden.items()}
        self.openknop.setEnabled(False)

        def klaar(uit: tuple[Stored | None, list[Problem]]) -> None:
            self.openknop.setEnabled(True)
            stored, problemen = uit
            if stored is not None:
                self.toast("Het dossier is geopend")
                self._navigator.rond_af(Plek("zaak", stored.record))
            else:
                self._toon(problemen)

        self.vraag(lambda: self._d.zaken.open(leerling, gekozen, values), klaar, urgent=True)

    def _toon(self, problemen: Sequence[Problem]) -> None:
        for naam, veld in self.velden.items():
            veld.toon_problemen([p for p in problemen if p.loc and p.loc[0] == naam])
        rest = [p.zin for p in problemen if not p.loc or p.loc[0] not in self.velden]
        self.fout.setText("\n".join(rest))
        self.fout.setHidden(not rest)
        eerste = next((v for v in self.velden.values() if v.heeft_probleem()), None)
        if eerste is not None and not rest:
            eerste.focus_probleem()
        elif self.kiezer is not None and self.kiezer.vakken:
            self.kiezer.vakken[0][0].setFocus()

    def _signaal(self) -> None:
        if self._leerling is not None:
            self._navigator.ga(Plek("signaal", extra=schrijf_begin(self._leerling)))

    def _bouw(self) -> None:
        thema = self._thema
        px = thema.px
        binnen = QWidget()
        binnen.setMaximumWidth(px(LEESBREEDTE + 64))
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(16))
        vak.addWidget(Label("Nieuw dossier meldcode", "kop"))
        vak.addWidget(self.over)
        vak.addWidget(self.banners)
        signalen, wie = Kaart(thema), Kaart(thema)
        signalen.inhoud.addWidget(SectieKop(thema, "Met welke signalen begint het?", "eye"))
        zin = "Kies ook eerdere signalen die erbij horen. Ze blijven in de tijdlijn van de leerling staan."
        signalen.inhoud.addWidget(regel(zin, "zacht"))
        self._signaalvak = QWidget()
        self._signalen = QVBoxLayout(self._signaalvak)
        self._signalen.setContentsMargins(0, 0, 0, 0)
        signalen.inhoud.addWidget(self._signaalvak)
        signalen.inhoud.addWidget(self.fout)
        raster_vak = QWidget()
        raster = Twaalf(raster_vak, px(16), px(20), px(420))
        for veld in self.velden.values():
            raster.zet(veld, veld.spec.veld.breed)
        wie.inhoud.addWidget(SectieKop(thema, "Waar gaat het over, en wie doet wat?", "users"))
        wie.inhoud.addWidget(raster_vak)
        vak.addWidget(signalen)
        vak.addWidget(wie)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(px(8))
        knoppen.addWidget(self.openknop)
        knoppen.addWidget(self.signaalknop)
        knoppen.addStretch(1)
        vak.addLayout(knoppen)
        rij = QHBoxLayout()
        rij.addWidget(binnen, 1000)
        rij.addStretch(1)
        buiten = QVBoxLayout(self._blad.vlak)
        buiten.setContentsMargins(px(32), px(8), px(32), px(32))
        buiten.addLayout(rij)
        buiten.addStretch(1)
        self._vak.addWidget(self._stapel)
