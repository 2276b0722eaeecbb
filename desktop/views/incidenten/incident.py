"""The page of one incident: the threshold first, then what happened; the director registers, others pass on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.calamiteit import Calamiteit
from desktop.models.draaiboek import Loop
from desktop.models.incident import Incident
from desktop.models.rechten import Actie
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Geladen
from desktop.views.gesprekken.schrijven import Schrijfvlak
from desktop.views.incidenten.soorten import GEVEN, INCIDENTEN, REGISTREREN, schrijfsoort
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import Alinea, Kaart, KnopKaart, Label, SectieKop, Toast

_DREMPEL = (
    "Een incident staat op zichzelf en heeft een groot effect: op iemands welzijn, of op diens seksuele ontwikkeling.",
    "Een ruzie, plagen of een kleine vechtpartij hoort in het dossier van de leerling, niet hier.",
    "Is gedrag tegen een professional herhaald? Registreer het altijd.",
)
_ONDER_DREMPEL = (
    "Dit hoort meestal in het dossier van de leerling, niet in dit register.",
    "Leg het daar vast als signaal. Wil je het toch registreren, schrijf dan hieronder waarom.",
)


class IncidentPagina(StukPagina):
    """Writes or reads an incident. `extra` of a new one: 'leerling=UUID', 'calamiteit=UUID', 'loop=UUID'."""

    handleiding = "incidenten"
    rail = "incidenten"
    lijst = INCIDENTEN
    soort = REGISTREREN

    def __init__(self, om: Werkomgeving) -> None:
        self.soort = schrijfsoort(om.diensten)
        super().__init__(om)
        self._gewaarschuwd = False
        self.leesblad.erbij = self._erbij

    @cached_property
    def vlak(self) -> Schrijfvlak:
        """The surface on which it is written, with what belongs in the register beside it."""
        vlak = super().vlak
        vlak.vervang_eerder(_drempel(self._thema))
        if self.soort is GEVEN:
            vlak.vaststellen.disconnect()
            vlak.vaststellen.connect(self.geef_door)
        return vlak

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It stands in the register, whoever is in it."""
        return (("Incidenten", INCIDENTEN),)

    def geef_door(self) -> None:
        """Store it for the director, and go back to the list."""
        self.schrijver.bewaar(self._is_doorgegeven)

    def _is_doorgegeven(self, stuk: Stuk) -> None:
        Toast(self._thema, "Doorgegeven aan de directeur", self.window())
        self._navigator.vervang(INCIDENTEN)
        self._navigator.ga(INCIDENTEN)

    def _ontvang(self, geladen: Geladen) -> None:
        self._gewaarschuwd = False
        super()._ontvang(geladen)
        if self._geladen is geladen and not geladen.stuk.vast:
            self._getoond()

    def _getoond(self) -> None:
        if not self.schrijft:
            return
        values = self.vlak.formulier.values()
        titel = self.soort.titel(values)
        if self.vlak.titel.text() != titel:
            self.vlak.titel.setText(titel)
        onder = values.get("ingrijpend") is False
        if onder != self._gewaarschuwd:
            self._gewaarschuwd = onder
            self.vooraf.leeg()
            if onder:
                zin, stap = _ONDER_DREMPEL
                self.vooraf.zet("info", zin, stap, "Naar de leerlingen", self._naar_leerlingen, sluitbaar=False)

    def _naar_leerlingen(self) -> None:
        self._navigator.ga(Plek("leerlingen", extra="signaal"))

    # -- reading

    def _erbij(self, geladen: Geladen) -> Sequence[QWidget]:
        """Lead on to the pupils in it, and to what it was made from."""
        waarde = geladen.stuk.stored.value if geladen.stuk.stored is not None else None
        if not isinstance(waarde, Incident):
            return ()
        kaart = Kaart(self._thema, "paneel")
        kaart.inhoud.setSpacing(self._thema.px(12))
        kaart.inhoud.addWidget(SectieKop(self._thema, "Hoort bij", "users-three", "koppeling"))
        for betrokkene in waarde.betrokkenen:
            wie = betrokkene.wie
            if wie is not None and wie.persoon is not None and wie.hoedanigheid.startswith(("leerling", "groep")):
                rol = betrokkene.rol.label if betrokkene.rol else wie.hoedanigheid
                self._knop(kaart, wie.naam, rol, Plek("leerling", wie.persoon))
        if waarde.calamiteit is not None and self._d.session.mag(Actie.CALAMITEIT):
            self._knop(kaart, "Calamiteit", "Waar dit bij hoorde", plek_van(Calamiteit.KIND, waarde.calamiteit))
        if waarde.loop is not None and self._d.session.mag(Actie.DRAAIBOEK):
            self._knop(kaart, "Draaiboek", "De stap waaruit dit kwam", plek_van(Loop.KIND, waarde.loop))
        return (kaart,) if kaart.inhoud.count() > 1 else ()

    def _knop(self, kaart: Kaart, titel: str, onder: str, plek: Plek) -> None:
        knop = KnopKaart(self._thema, titel, onder, kleur="koppeling")
        knop.clicked.connect(lambda: self._navigator.ga(plek))
        kaart.inhoud.addWidget(knop)


def _drempel(thema: Thema) -> QWidget:
    vak = QWidget()
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema.px(8))
    kolom.addWidget(SectieKop(thema, "Hoort dit in het register?", "warning-octagon", "koppeling"))
    for zin in _DREMPEL:
        kolom.addWidget(Alinea(zin, "zacht"))
    kolom.addWidget(Label("Twijfel je? Registreer het.", "sterk"))
    return vak
