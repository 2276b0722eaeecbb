"""All complaints of a vault, and those of a school year counted without a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.klacht import Klacht
from desktop.models.klachtcijfers import Klachtjaar
from desktop.models.opslag import Draft, Row
from desktop.models.rechten import Actie
from desktop.models.schooljaar import schooljaar_van
from desktop.services.klachten import bestandsnaam
from desktop.views.gesprekken.rijen import dag_van, regel_van
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Plek
from desktop.views.rapportage.jaarkaart import JaarverslagKaart, Jaarwoorden
from desktop.views.rapportage.periodekeuze import PeriodeKeuze
from desktop.views.rapportage.plekken import lees_periode, plek_periode
from desktop.views.rapportage.staven import Staven
from desktop.views.rapportage.verzending import bewaar_rekenblad, vraag_rekenblad
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import (
    Alinea,
    Bladvlak,
    Kaart,
    Knop,
    Label,
    LeegStaat,
    LijstView,
    RijInhoud,
    SectieKop,
    VasteModel,
    maak_leeg,
    rij,
)

_BREED = 1040
_RIJEN = 12
_INTRO = "Wat je hier vastlegt, blijft in deze kluis. De school kan er niet in."
NIEUW = Plek(Klacht.KIND)
_OVERZICHT = Jaarwoorden(
    "Jaaroverzicht",
    "rol.vertrouwenspersoon",
    "Voor wie mag weten hoeveel klachten er waren: directie, bestuur of medezeggenschapsraad.",
    "Een klein aantal kan naar één persoon wijzen.",
    "Houd dit exemplaar bij jezelf.",
)


class KlachtenPagina(KluisPagina):
    """`extra` of the place is the period that is counted; without one it is this school year."""

    handleiding = "klachten"
    rail = "klachten"

    def __init__(self, om: Werkomgeving, parent: QWidget | None = None) -> None:
        super().__init__(*om.kern, parent)
        diensten, navigator, thema = om.diensten, om.navigator, om.thema
        self._druk = om.druk
        self._periode = schooljaar_van(diensten.session.vandaag())
        self.nieuwknop = Knop("Nieuwe klacht", thema, "primair", "plus")
        self.nieuwknop.clicked.connect(lambda: navigator.ga(NIEUW))
        self._model = VasteModel()
        self.lijst = LijstView(thema, "Klachten")
        self.lijst.setModel(self._model)
        self.lijst.gekozen.connect(navigator.ga)
        self.leeg = LeegStaat(
            thema,
            "chats-circle",
            "Nog geen klachten",
            "Vertelt iemand je een klacht? Leg vast wat er speelt en welke stappen kunnen.",
            "Nieuwe klacht",
        )
        self.leeg.gekozen.connect(lambda: navigator.ga(NIEUW))
        self.keuze = PeriodeKeuze(thema, diensten.session.vandaag)
        self.keuze.gekozen.connect(lambda periode: navigator.ga(plek_periode(periode, "klachten")))
        self._tellingen = QVBoxLayout()
        self._tellingen.setSpacing(thema.px(16))
        self.overzicht = JaarverslagKaart(thema, _OVERZICHT)
        self.overzicht.papier.connect(lambda afgeschermd: self.toon_papier(afgeschermd=afgeschermd))
        self.overzicht.rekenblad.connect(self._vraag_plaats)
        self.blad = Bladvlak()
        self._bouw(thema)

    def _bouw(self, thema: Thema) -> None:
        midden = QWidget()
        midden.setMaximumWidth(thema.px(_BREED))
        kolom = QVBoxLayout(midden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(thema.px(12))
        kolom.addLayout(rij(thema, Label("Klachten", "kop"), 1, self.nieuwknop))
        telkop = SectieKop(thema, "Aantallen zonder namen", "chart-bar", "koppeling")
        for deel in (Alinea(_INTRO, "zacht"), self.banners, self.lijst, self.leeg, telkop, self.keuze):
            kolom.addWidget(deel)
        kolom.addLayout(self._tellingen)
        kolom.addWidget(self.overzicht)
        kolom.addStretch(1)
        buiten = QVBoxLayout(self.blad.vlak)
        buiten.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(32))
        buiten.addWidget(midden)
        self._vak.addWidget(self.blad)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Klachten"

    def nieuw(self) -> bool:
        """Ctrl+N: write down a complaint."""
        self._navigator.ga(NIEUW)
        return True

    def druk_af(self) -> bool:
        """Ctrl+P: the count of the year on paper."""
        self.toon_papier(afgeschermd=self.overzicht.afschermen.isChecked())
        return True

    def toon_papier(self, *, afgeschermd: bool) -> None:
        """Show the count of the period as it will be on paper; from there it is printed or saved."""
        klachten, periode = self._d.klachten, self._periode
        self._druk(lambda: klachten.papier(periode, afgeschermd=afgeschermd))

    def _vraag_plaats(self, afgeschermd: bool) -> None:
        naam = f"{bestandsnaam(self._periode)}.xlsx"
        vraag_rekenblad(self, naam, lambda pad: self.bewaar_rekenblad(pad, afgeschermd=afgeschermd))

    def bewaar_rekenblad(self, pad: Path, *, afgeschermd: bool) -> None:
        """Make the spreadsheet and write it there; it is logged before the first byte is written."""
        haal = partial(self._d.klachten.rekenblad, self._periode, afgeschermd=afgeschermd)
        bewaar_rekenblad(self, self._work, haal, pad)

    def toon(self, plek: Plek) -> None:
        """Show all complaints, and count those of the period in the place."""
        self.begin()
        periode = self._periode = lees_periode(plek.extra) or schooljaar_van(self._d.session.vandaag())
        self.keuze.zet(periode)
        self.overzicht.sta_toe(self.reden(Actie.KLACHT) or self.reden(Actie.AFDRUKKEN))
        self.vraag(lambda: (self._d.klachten.lijst(), self._d.klachten.jaar(periode)), self._zet)

    def _zet(self, gelezen: tuple[tuple[Sequence[Row], Sequence[Draft]], Klachtjaar]) -> None:
        (rijen, half), jaar = gelezen
        self._model.zet([*(_half(draft) for draft in half), *(_rij(een) for een in rijen)])
        er_zijn = bool(rijen or half)
        self.lijst.setVisible(er_zijn)
        self.leeg.setVisible(not er_zijn)
        self.lijst.pas_hoogte(_RIJEN)
        maak_leeg(self._tellingen)
        for tabel in jaar.tabellen():
            kaart = Kaart(self._thema)
            kaart.inhoud.addWidget(Label(tabel.naam, "sterk"))
            kaart.inhoud.addWidget(Staven(self._thema, tabel))
            self._tellingen.addWidget(kaart)
            kaart.show()
        self.blad.schik()
        self.neem_focus(self.lijst if er_zijn else self.nieuwknop)


def _rij(een: Row) -> RijInhoud:
    """A concept runs; what is established ended."""
    basis = regel_van(een, "")
    loopt = een.state == "concept"
    return RijInhoud(
        sleutel=basis.sleutel,
        titel=een.title,
        regel="",
        icoon="chats-circle",
        links=dag_van(een),
        pil="Loopt" if loopt else "Afgerond",
        toon="waarschuwing" if loopt else "goed",
        pil_icoon="clock" if loopt else "check-circle",
    )


def _half(draft: Draft) -> RijInhoud:
    return RijInhoud(
        Plek(Klacht.KIND, draft.record),
        Klacht.NAAM,
        "Half ingevuld",
        "chats-circle",
        pil="Nog niet bewaard",
        toon="waarschuwing",
        pil_icoon="pencil-simple",
    )
