"""The case in short for who advises from a linked school: made, edited, read through, and only then shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Values
from desktop.models.errors import UserError
from desktop.models.overleg import Overleg
from desktop.models.rechten import Actie
from desktop.services.stuk import Stuk
from desktop.views.forms.basis import regel
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.forms.voet import FormVoet
from desktop.views.gesprekken.bewaren import Bewaard, Bewaarder
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Plek
from desktop.views.tokens import LEESBREEDTE
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import Alinea, Bladvlak, Kaart, Knop, Label, SectieKop
from desktop.views.zaak.verboden import Verboden

_UITLEG = (
    "Vangnet maakte deze tekst uit het dossier. Een naam werd drie puntjes, een geboortedatum een jaar.",
    "Een programma mist altijd iets: een bijnaam, een beroep, een straat. Lees daarom alles, en haal weg wat herkent.",
    "De aandachtsfunctionaris van de gekoppelde school adviseert. Jullie voeren uit en blijven verantwoordelijk.",
)


class SamenvattingPagina(KluisPagina):
    """Plek('samenvatting', dossier). What is typed is kept as a half-written consultation with that school."""

    handleiding = "meldcode-dossier"
    rail = "meldcode"

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__(*om.kern)
        diensten, navigator, thema = om.diensten, om.navigator, om.thema
        self._druk = om.druk
        self._dossier: UUID | None = None
        self._bewaarder: Bewaarder | None = None
        self._stuk: Stuk | None = None
        self._stand = Stand("leeg")
        self.tekst = LangVeld(regels=16)
        self.tekst.zet_namen("Samenvatting zonder namen", "")
        self.gelezen = QCheckBox("Ik heb alles gelezen. Er staat niets in waaraan iemand te herkennen is.")
        self.gelezen.setProperty("kaart", True)
        self.voet = FormVoet("Leg vast en deel als PDF", thema)
        self.opnieuw = self.voet.voeg_knop("Begin opnieuw")
        self.verboden = Verboden(thema)
        self._blad = Bladvlak()
        self._stapel = QStackedWidget()
        self._vlak = QWidget()
        self._leeg = QWidget()
        for deel in (self._leeg, self._vlak, self.verboden):
            self._stapel.addWidget(deel)
        self._bewaker = ConceptBewaker(self._values, self._bewaar, diensten.session.nu, self)
        self._bewaker.stand.connect(self._toon_stand)
        self._bouw()
        self.tekst.gewijzigd.connect(self._anders)
        self.gelezen.clicked.connect(self._gelezen)
        self.voet.hoofdknop.clicked.connect(self._deel)
        self.opnieuw.clicked.connect(self._maak_opnieuw)
        self.verboden.verder.connect(lambda: navigator.ga(Plek("leerlingen")))

    def titel(self) -> str:
        """Return the name of the page."""
        return "Samenvatting zonder namen"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the case."""
        delen = [("Meldcode", Plek("meldcode")), ("Dossiers", Plek("zaken"))]
        if self._dossier is not None:
            delen.append(("Dossier", Plek("zaak", self._dossier)))
        return tuple(delen)

    def toon(self, plek: Plek) -> None:
        """Make the text, or go on with what was half-written."""
        self.begin()
        self._stop()
        self._dossier = plek.id
        self._stapel.setCurrentWidget(self._leeg)
        if reden := self.reden(Actie.MELDCODE):
            self.verboden.zet(reden)
            self._stapel.setCurrentWidget(self.verboden)
            return
        assert plek.id is not None
        dossier = plek.id
        self.vraag(lambda: self._d.samenvatting.begin(dossier), self._ontvang)

    def mag_weg(self) -> bool:
        """Keep what was edited."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """At lock: queue what is not on disk yet."""
        if self._bewaarder is not None:
            self._bewaker.flush()

    def _stop(self) -> None:
        self._bewaarder = None
        self._stuk = None
        self._bewaker.herstart()

    def _ontvang(self, stuk: Stuk) -> None:
        self._stuk = stuk
        self._bewaarder = Bewaarder(self._d.dossier, stuk)
        self.tekst.zet(stuk.values.get("inhoud"))
        self._toon_stand(Stand("schoon"))
        if stuk.draft is None:
            self.voet.stand.setText("Gemaakt uit het dossier, nog niet vastgelegd")
        if stuk.draft is not None:
            self.banners.zet("info", "Dit is de samenvatting waar je aan bezig was.", "Begin opnieuw haalt alles op.")
        self._zet_gelezen(aan=False)
        self._stapel.setCurrentWidget(self._vlak)
        self._blad.verticalScrollBar().setValue(0)
        self.neem_focus(self.tekst.vlak)
        self.veranderd.emit()

    # -- writing

    def _values(self) -> Values:
        assert self._stuk is not None
        return {**self._stuk.values, "inhoud": self.tekst.waarde()}

    def _bewaar(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        bewaarder = self._bewaarder
        assert bewaarder is not None
        self._work.kluis(self, lambda: bewaarder.draft(values), lambda _: gelukt(), mislukt, urgent=True)

    def _toon_stand(self, stand: Stand) -> None:
        self._stand = stand
        if self._bewaarder is not None:
            self.voet.zet_stand(stand)

    def _anders(self) -> None:
        if self._bewaarder is not None:
            self._bewaker.veranderd()
            self._zet_gelezen(aan=False)  # another word is another text: it is read again

    def _zet_gelezen(self, *, aan: bool) -> None:
        self.gelezen.setChecked(aan)
        self.voet.hoofdknop.setEnabled(aan)
        reden = "" if aan else "Lees de tekst eerst door, en zet dan het vinkje."
        self.voet.hoofdknop.setToolTip(reden)
        self.voet.hoofdknop.setAccessibleDescription(reden)

    def _gelezen(self, aan: bool) -> None:
        """A tick is checked against the names of the case: what slipped in again takes it away."""
        self._zet_gelezen(aan=aan)
        self.banners.leeg()
        if not aan or self._dossier is None:
            return
        dossier, tekst = self._dossier, str(self.tekst.waarde() or "")

        def gevonden(namen: tuple[str, ...]) -> None:
            if namen and tekst == self.tekst.waarde():
                self._zet_gelezen(aan=False)
                self.banners.zet("fout", f"Hier staat nog een naam in: {', '.join(namen)}.", "Haal die eerst weg.")
                self._blad.verticalScrollBar().setValue(0)

        self.vraag(lambda: self._d.samenvatting.namen_in(dossier, tekst), gevonden)

    def _maak_opnieuw(self) -> None:
        dossier = self._dossier
        if dossier is not None:
            self.vraag(lambda: self._d.samenvatting.maak(dossier), self._zet_opnieuw)

    def _zet_opnieuw(self, tekst: str) -> None:
        self.banners.leeg()
        self.tekst.zet(tekst)
        self._anders()

    # -- sharing

    def _deel(self) -> None:
        """Record first that this was asked, then let it leave."""
        bewaarder, dossier = self._bewaarder, self._dossier
        if bewaarder is None or dossier is None or not self.gelezen.isChecked():
            return
        values, tekst = self._values(), str(self.tekst.waarde() or "")
        self.voet.hoofdknop.setEnabled(False)

        def klaar(bewaard: Bewaard) -> None:
            self.voet.hoofdknop.setEnabled(True)
            if bewaard.problemen:
                self.banners.zet("fout", bewaard.problemen[0].zin)
                return
            self._bewaker.herstart()
            self._toon_stand(Stand("bewaard", self._d.session.nu().time()))
            plek = Plek(Overleg.KIND, bewaard.stuk.record)
            self.banners.zet(
                "goed",
                "Vastgelegd als overleg. Je kunt de PDF nu bewaren of afdrukken.",
                "Heb je het advies? Vul het dan in bij dat overleg, en stel het vast.",
                "Naar het overleg",
                lambda: self._navigator.ga(plek),
                sluitbaar=False,
            )
            d = self._d
            self._druk(lambda: d.dossierdruk.samenvatting(dossier, tekst))

        def mis(fout: UserError) -> None:
            self.voet.hoofdknop.setEnabled(True)
            self.meld_fout(fout)

        self.vraag(lambda: bewaarder.concept(values), klaar, mis, urgent=True)

    def _bouw(self) -> None:
        thema = self._thema
        px = thema.px
        links = QVBoxLayout()
        links.setSpacing(px(12))
        links.addWidget(self.tekst)
        links.addWidget(self.gelezen)
        links.addStretch(1)
        kaart = Kaart(thema, "info")
        kaart.inhoud.addWidget(SectieKop(thema, "Voordat dit weggaat", "eye", "koppeling"))
        for zin in _UITLEG:
            kaart.inhoud.addWidget(regel(zin, "basis"))
        naar_plan = Knop("Lees in het plan", thema, "koppeling")
        naar_plan.clicked.connect(lambda: self._navigator.ga(Plek("plan", extra="ib-overleg-hgkm")))
        kaart.inhoud.addWidget(naar_plan)
        kaart.inhoud.addStretch(1)
        kaart.setMaximumWidth(px(420))
        linksvak = QWidget()
        linksvak.setMaximumWidth(px(LEESBREEDTE))
        linksvak.setLayout(links)
        links.setContentsMargins(0, 0, 0, 0)
        self._kolommen = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._kolommen.setSpacing(px(24))
        self._kolommen.addWidget(linksvak, 3)
        self._kolommen.addWidget(kaart, 2)
        self._kolommen.addStretch(1)
        vak = QVBoxLayout(self._blad.vlak)
        vak.setContentsMargins(px(32), px(8), px(32), px(24))
        vak.setSpacing(px(12))
        vak.addWidget(Label("Samenvatting zonder namen", "kop"))
        vak.addWidget(Alinea("Voor advies van de aandachtsfunctionaris van een gekoppelde school.", "zacht"))
        vak.addWidget(self.banners)
        vak.addLayout(self._kolommen)
        vak.addStretch(1)
        alles = QVBoxLayout(self._vlak)
        alles.setContentsMargins(0, 0, 0, 0)
        alles.setSpacing(0)
        alles.addWidget(self._blad, 1)
        alles.addWidget(self.voet)
        self._vak.addWidget(self._stapel)
