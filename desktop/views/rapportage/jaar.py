"""The overview of a period: its cases with their reports, the figures, and the bundle with its receivers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.rapportage import Ontvanger
from desktop.models.rechten import Actie
from desktop.models.schooljaar import schooljaar_van
from desktop.services.rapportage import Jaarbeeld, Situatie
from desktop.views.forms.lezen import toon_datum
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van
from desktop.views.rapportage.cijfers import Cijfers, samengevat
from desktop.views.rapportage.kaart import BundelKaart
from desktop.views.rapportage.periodekeuze import PeriodeKeuze
from desktop.views.rapportage.plekken import JAARBUNDEL, RAPPORTAGE, lees_periode, plek_periode
from desktop.views.rapportage.verzending import bewaar_rekenblad, vraag_dag, vraag_rekenblad
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import (
    Alinea,
    Bladvlak,
    Label,
    LeegStaat,
    LijstView,
    RijInhoud,
    SectieKop,
    Toon,
    VasteModel,
)

_RIJEN = 12
"""So many cases show at once; the list scrolls for the rest."""
_BREED = 1040
_INTRO = (
    "Over elke situatie met de meldcode komt een korte rapportage, zonder namen. Eén keer per jaar bundelen de "
    "directeur en de intern begeleider ze."
)


class JaarPagina(KluisPagina):
    """`extra` of the place is the period; without one it is this school year."""

    handleiding = "rapportage"
    rail = "meldcode"

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__(*om.kern)
        diensten, navigator, thema = om.diensten, om.navigator, om.thema
        self._voorbeeld = om.voorbeeld
        self._periode = schooljaar_van(diensten.session.vandaag())
        self._beeld: Jaarbeeld | None = None
        self._begonnen: UUID | None = None
        self.keuze = PeriodeKeuze(thema, diensten.session.vandaag)
        self.keuze.gekozen.connect(lambda periode: navigator.ga(plek_periode(periode)))
        self.samen = Alinea("", "sterk")
        self._model = VasteModel()
        self.lijst = LijstView(thema, "Situaties met de meldcode")
        self.lijst.setModel(self._model)
        self.lijst.gekozen.connect(navigator.ga)
        self.leeg = LeegStaat(
            thema,
            "clipboard-text",
            "Geen situatie met de meldcode in deze periode",
            "Sluit je een dossier meldcode, dan vraagt Vangnet hier om de rapportage.",
            "Naar de meldcode",
        )
        self.leeg.gekozen.connect(lambda: navigator.ga(Plek("meldcode")))
        self.cijfers = Cijfers(thema)
        self.kaart = BundelKaart(thema)
        self.kaart.openen.connect(self._open_bundel)
        self.kaart.voorbeeld.connect(self.toon_voorbeeld)
        self.kaart.rekenblad.connect(self._vraag_plaats)
        self.kaart.verstuurd.connect(self._vraag_dag)
        self.blad = Bladvlak()
        self._bouw(thema)

    def _bouw(self, thema: Thema) -> None:
        self._midden = QWidget()
        self._midden.setMaximumWidth(thema.px(_BREED))
        kolom = QVBoxLayout(self._midden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(thema.px(12))
        self._kop_situaties = SectieKop(thema, "Situaties", "shield-warning", "meldcode")
        boven = (Label("Rapportage meldcode", "kop"), Alinea(_INTRO, "zacht"), self.keuze, self.banners)
        situaties = (self._kop_situaties, self.samen, self.lijst, self.leeg)
        for delen in (boven, situaties):
            for deel in delen:
                kolom.addWidget(deel)
            kolom.addSpacing(thema.px(12))
        kolom.addWidget(self.cijfers)
        kolom.addSpacing(thema.px(12))
        kolom.addWidget(self.kaart)
        kolom.addStretch(1)
        buiten = QVBoxLayout(self.blad.vlak)
        buiten.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(32))
        buiten.addWidget(self._midden)
        self._vak.addWidget(self.blad)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Rapportage meldcode"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the meldcode."""
        return (("Meldcode", Plek("meldcode")),)

    def toon(self, plek: Plek) -> None:
        """Show the period in the place."""
        self.begin()
        self._periode = lees_periode(plek.extra) or schooljaar_van(self._d.session.vandaag())
        self.keuze.zet(self._periode)
        self._midden.setEnabled(True)
        self._lees(boven=True)

    def _lees(self, *, boven: bool = False) -> None:
        periode = self._periode

        def haal() -> tuple[Jaarbeeld, UUID | None]:
            rapportages = self._d.rapportages
            return rapportages.beeld(periode), rapportages.bundel_of_draft(periode)

        def klaar(antwoord: tuple[Jaarbeeld, UUID | None]) -> None:
            self._zet(*antwoord)
            if boven:
                self.blad.verticalScrollBar().setValue(0)
                self.neem_focus(self.lijst if self._model.rowCount() else self.kaart.open_knop)

        self.vraag(haal, klaar, self._geweigerd)

    def _geweigerd(self, fout: UserError) -> None:
        for deel in (self._kop_situaties, self.samen, self.lijst, self.leeg, self.cijfers, self.kaart, self.keuze):
            deel.hide()
        self.meld_fout(fout)

    def _zet(self, beeld: Jaarbeeld, begonnen: UUID | None) -> None:
        self._beeld, self._begonnen = beeld, begonnen
        self._model.zet([_rij(situatie) for situatie in beeld.situaties])
        er_zijn = bool(beeld.situaties)
        for deel in (self._kop_situaties, self.samen, self.lijst):
            deel.setVisible(er_zijn)
        self.leeg.setVisible(not er_zijn)
        self.cijfers.setVisible(er_zijn or bool(beeld.cijfers.rapportages))
        self.samen.setText(samengevat(beeld))
        self.lijst.pas_hoogte(_RIJEN)
        self.cijfers.toon(beeld)
        self.kaart.toon(beeld, begonnen=begonnen is not None, geen_pdf=self.reden(Actie.AFDRUKKEN))
        self.blad.schik()

    # -- the bundle

    def _open_bundel(self) -> None:
        if self._begonnen is not None:
            self._navigator.ga(Plek(JAARBUNDEL, self._begonnen))
        else:
            self._navigator.ga(plek_periode(self._periode, JAARBUNDEL))

    def toon_voorbeeld(self) -> None:
        """Show the stored bundle as it will be on paper; from there it is printed or saved."""
        if self._beeld is not None and self._beeld.bundel is not None:
            self._voorbeeld(self._beeld.bundel.record)

    def druk_af(self) -> bool:
        """Ctrl+P: the preview of the bundle."""
        self.toon_voorbeeld()
        return self._beeld is not None and self._beeld.bundel is not None

    def _vraag_plaats(self) -> None:
        assert self._beeld is not None
        assert self._beeld.bundel is not None
        concept = "" if self._beeld.bundel.state == "vastgesteld" else "concept-"
        naam = f"{concept}jaarbundel-{self._periode.van:%Y-%m-%d}-{self._periode.tot:%Y-%m-%d}.xlsx"
        vraag_rekenblad(self, naam, self.bewaar_rekenblad)

    def bewaar_rekenblad(self, pad: Path) -> None:
        """Make the spreadsheet and write it there; it is logged before the first byte is written."""
        assert self._beeld is not None
        assert self._beeld.bundel is not None
        haal = partial(self._d.rapportages.rekenblad, self._beeld.bundel.record)
        bewaar_rekenblad(self, self._work, haal, pad)

    def _vraag_dag(self, ontvanger: Ontvanger) -> None:
        assert self._beeld is not None
        assert self._beeld.bundel is not None
        verstuur = partial(self._d.rapportages.verstuur, self._beeld.bundel.record, ontvanger.rij)

        vraag_dag(self, self._thema, self._work, self._d.session.vandaag, ontvanger, verstuur, self._lees)


def _rij(situatie: Situatie) -> RijInhoud:
    """Return a case as a line: without the pupil's name, for this page is looked at together."""
    pil, toon, icoon = _stand(situatie)
    begin = f"Geopend {toon_datum(situatie.geopend, kort=True)}" if situatie.geopend else ""
    eind = f"gesloten {toon_datum(situatie.gesloten, kort=True)}" if situatie.gesloten else "loopt nog"
    onder = " · ".join(deel for deel in (begin, eind, situatie.afloop) if deel)
    naar_rapport = situatie.rapportage is not None or situatie.gesloten is not None
    plek = Plek(RAPPORTAGE, situatie.dossier) if naar_rapport else plek_van(MeldcodeDossier.KIND, situatie.dossier)
    return RijInhoud(plek, situatie.titel, onder, "shield-warning", "meldcode", pil=pil, toon=toon, pil_icoon=icoon)


def _stand(situatie: Situatie) -> tuple[str, Toon, str]:
    if situatie.gemaakt:
        return "Rapportage gemaakt", "goed", "check-circle"
    if situatie.rapportage is not None:
        return "Concept", "waarschuwing", "pencil-simple"
    if situatie.gesloten is not None:
        return "Rapportage ontbreekt", "waarschuwing", "warning"
    return "Loopt nog", "info", "clock"
