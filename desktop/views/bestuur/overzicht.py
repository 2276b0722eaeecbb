"""A period before it goes to the board: what each part holds, what is missing, and where the papers stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.bestuurspakket import Onderdeel
from desktop.models.errors import UserError
from desktop.models.rapportage import Ontvanger
from desktop.models.rechten import Actie
from desktop.models.schooljaar import Periode, half_jaar_voor, schooljaar_van
from desktop.services.bestuur import Pakketbeeld
from desktop.views.bestuur.kaart import PakketKaart
from desktop.views.bestuur.plekken import (
    PAKKET,
    UITERLIJK,
    lees_gesprek,
    plek_nieuw,
    plek_overzicht,
    plek_van_deel,
)
from desktop.views.forms.basis import regel
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.gesprekken.rijen import regel_van
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Plek
from desktop.views.rapportage.periodekeuze import PeriodeKeuze
from desktop.views.rapportage.plekken import lees_periode
from desktop.views.rapportage.verzending import bewaar_rekenblad, vraag_dag, vraag_rekenblad
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import (
    Alinea,
    Bladvlak,
    Knop,
    Label,
    LijstView,
    RijInhoud,
    SectieKop,
    StroomLayout,
    VasteModel,
    kolom,
)

_BREED = 1040
_RIJEN = 8
_INTRO = (
    "Voor elk gesprek met het bestuur, en elk jaar voor de coördinator sociale veiligheid, levert de directeur deze "
    "stukken aan. De cijfers komen uit de kluis, zonder namen."
)


class GesprekKeuze(QWidget):
    """Asks for the day of a talk with the board; `gekozen` sends it out."""

    def __init__(
        self, thema: Thema, today: Callable[[], date], gekozen: Callable[[date], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gekozen = gekozen
        self.dag = DatumVeld(today, thema)
        self.dag.zet_namen("Gesprek met het bestuur op", "")
        self.knop = Knop("Neem het half jaar ervoor", thema)
        self.knop.clicked.connect(self._kies)
        self.fout = regel("", "fout")
        self.fout.hide()
        veld, knop = QWidget(), QWidget()
        veld.setLayout(kolom(thema, Label("Gesprek met het bestuur op", "veld"), self.dag, ruimte=4))
        veld.setFixedWidth(thema.px(260))
        knop.setLayout(kolom(thema, Label("", "veld"), self.knop, ruimte=4))
        rij = QWidget()
        stroom = StroomLayout(thema, 12, rij)
        stroom.addWidget(veld)
        stroom.addWidget(knop)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(rij)
        vak.addWidget(self.fout)

    def zet(self, dag: date | None) -> None:
        """Show a day without sending it out."""
        self.dag.zet(dag.isoformat() if dag else None)
        self.fout.hide()

    def _kies(self) -> None:
        try:
            dag = date.fromisoformat(str(self.dag.waarde()))
        except ValueError:
            self.fout.setText("Vul de dag van het gesprek in, bijvoorbeeld 12-3-2026.")
            self.fout.show()
            self.dag.widgets()[0].setFocus()
            return
        self._gekozen(dag)


class PakketOverzicht(KluisPagina):
    """`extra` of the place is the period, and the talk it goes before; without one it is this school year."""

    handleiding = "stukken-voor-het-bestuur"
    rail = "schooljaar"

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__(*om.kern)
        diensten, navigator, thema = om.diensten, om.navigator, om.thema
        self._voorbeeld = om.voorbeeld
        self._periode = schooljaar_van(diensten.session.vandaag())
        self._gesprek: date | None = None
        self._beeld: Pakketbeeld | None = None
        self.keuze = PeriodeKeuze(thema, diensten.session.vandaag)
        self.keuze.gekozen.connect(lambda periode: navigator.ga(plek_overzicht(periode)))
        self.gesprek = GesprekKeuze(
            thema, diensten.session.vandaag, lambda dag: navigator.ga(plek_overzicht(half_jaar_voor(dag), dag))
        )
        self.kaart = PakketKaart(thema)
        self.kaart.openen.connect(self._open)
        self.kaart.voorbeeld.connect(self.toon_voorbeeld)
        self.kaart.rekenblad.connect(self._vraag_plaats)
        self.kaart.verzending.verstuurd.connect(self._vraag_dag)
        self._delen, self._eerder = VasteModel(), VasteModel()
        self.delen, self.eerder = LijstView(thema, "Wat zit erin"), LijstView(thema, "Eerder gemaakt")
        for lijst, model in ((self.delen, self._delen), (self.eerder, self._eerder)):
            lijst.setModel(model)
            lijst.gekozen.connect(navigator.ga)
        self.blad = Bladvlak()
        self._bouw(thema)

    def _bouw(self, thema: Thema) -> None:
        self._midden = QWidget()
        self._midden.setMaximumWidth(thema.px(_BREED))
        vak = QVBoxLayout(self._midden)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        self._kop_delen = SectieKop(thema, "Wat zit erin", "list-bullets", "koppeling")
        self._uitleg = Alinea("Kies een onderdeel om te doen wat nog ontbreekt. Wat meegaat, kies je straks.", "zacht")
        self._kop_eerder = SectieKop(thema, "Alle stukken", "archive", "koppeling")
        boven = (Label("Stukken voor het bestuur", "kop"), Alinea(_INTRO, "zacht"), self.keuze, self.gesprek)
        for groep in (
            (*boven, self.banners),
            (self.kaart,),
            (self._kop_delen, self._uitleg, self.delen),
            (self._kop_eerder, self.eerder),
        ):
            for deel in groep:
                vak.addWidget(deel)
            vak.addSpacing(thema.px(12))
        vak.addStretch(1)
        buiten = QVBoxLayout(self.blad.vlak)
        buiten.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(32))
        buiten.addWidget(self._midden)
        self._vak.addWidget(self.blad)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Stukken voor het bestuur"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the school year."""
        return (("Schooljaar", Plek("schooljaar")),)

    def toon(self, plek: Plek) -> None:
        """Show the period in the place."""
        self.begin()
        self._periode = lees_periode(plek.extra) or schooljaar_van(self._d.session.vandaag())
        self._gesprek = lees_gesprek(plek.extra)
        self.keuze.zet(self._periode)
        self.gesprek.zet(self._gesprek)
        self._lees(boven=True)

    def _lees(self, *, boven: bool = False) -> None:
        periode = self._periode

        def klaar(beeld: Pakketbeeld) -> None:
            self._zet(beeld)
            if boven:
                self.blad.verticalScrollBar().setValue(0)
                self.neem_focus(self.kaart.open_knop)

        self.vraag(lambda: self._d.bestuur.beeld(periode), klaar, self._geweigerd)

    def _geweigerd(self, fout: UserError) -> None:
        weg = (self.keuze, self.gesprek, self.kaart, self._kop_delen, self._uitleg, self.delen)
        for deel in (*weg, self._kop_eerder, self.eerder):
            deel.hide()
        self.meld_fout(fout)

    def _zet(self, beeld: Pakketbeeld) -> None:
        self._beeld = beeld
        self.kaart.kop.zet_tekst(f"Stukken over {beeld.periode}")
        self.kaart.toon(beeld, self.reden(Actie.AFDRUKKEN))
        self._delen.zet([_deelrij(deel, beeld) for deel in Onderdeel])
        self._eerder.zet([regel_van(rij, "") for rij in beeld.eerder])
        self._kop_eerder.setVisible(bool(beeld.eerder))
        self.eerder.setVisible(bool(beeld.eerder))
        for lijst in (self.delen, self.eerder):
            lijst.pas_hoogte(_RIJEN)
        self.blad.schik()

    # -- the papers

    def _open(self) -> None:
        assert self._beeld is not None
        if self._beeld.begonnen is not None:
            self._navigator.ga(Plek(PAKKET, self._beeld.begonnen))
        else:
            self._navigator.ga(plek_nieuw(self._periode, self._gesprek))

    def toon_voorbeeld(self) -> None:
        """Show the stored papers as they will be on paper; from there they are printed or saved."""
        if self._beeld is not None and self._beeld.pakket is not None:
            self._voorbeeld(self._beeld.pakket.record)

    def druk_af(self) -> bool:
        """Ctrl+P: the preview of the papers."""
        self.toon_voorbeeld()
        return self._beeld is not None and self._beeld.pakket is not None

    def _vraag_plaats(self) -> None:
        assert self._beeld is not None
        assert self._beeld.pakket is not None
        concept = "" if self._beeld.pakket.state == "vastgesteld" else "concept-"
        naam = f"{concept}stukken-bestuur-{self._periode.van:%Y-%m-%d}-{self._periode.tot:%Y-%m-%d}.xlsx"
        vraag_rekenblad(self, naam, self.bewaar_rekenblad)

    def bewaar_rekenblad(self, pad: Path) -> None:
        """Make the spreadsheet and write it there; it is logged before the first byte is written."""
        assert self._beeld is not None
        assert self._beeld.pakket is not None
        haal = partial(self._d.bestuur.rekenblad, self._beeld.pakket.record)
        bewaar_rekenblad(self, self._work, haal, pad)

    def _vraag_dag(self, ontvanger: Ontvanger) -> None:
        assert self._beeld is not None
        assert self._beeld.pakket is not None
        verstuur = partial(self._d.bestuur.verstuur, self._beeld.pakket.record, ontvanger.rij)
        vraag_dag(self, self._thema, self._work, self._d.session.vandaag, ontvanger, verstuur, self._lees)


def _deelrij(deel: Onderdeel, beeld: Pakketbeeld) -> RijInhoud:
    icoon, kleur = UITERLIJK[deel]
    mist = beeld.inhoud.ontbreekt(deel)
    return RijInhoud(
        plek_van_deel(deel, Periode(beeld.periode.van, beeld.periode.tot)),
        deel.label,
        beeld.inhoud.kort(deel),
        icoon,
        kleur,
        pil=mist or "Compleet",
        toon="waarschuwing" if mist else "goed",
        pil_icoon="warning" if mist else "check-circle",
    )
