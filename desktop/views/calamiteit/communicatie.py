"""The page of a piece of communication: the plan's cautions beside it, and one way out: it has been sent."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.actieplan import Doelgroep
from desktop.models.communicatie import VOORZICHTIG, Communicatie
from desktop.models.core import Values
from desktop.models.rechten import Actie, Rol
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.calamiteit.actieplan_stuk import CalamiteitstukPagina, calamiteit_van
from desktop.views.gesprekken.gegevens import Begin, Geladen
from desktop.views.gesprekken.schrijven import Schrijfvlak
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.navigatie import Plek
from desktop.views.widgets import Alinea, SectieKop, maak_leeg

_ALGEMEEN = ("Kies eerst met wie je communiceert. Het plan vraagt bij elke groep iets anders.",)


def _nieuw(groep: str, diensten: Diensten, begin: Begin) -> Stuk:
    """Start a piece; the director who writes it is proposed as who decided."""
    actor = diensten.session.actor
    voor = {"besloten_door": actor.naam} if actor.role == Rol.DIRECTEUR.value else {}
    if groep in {g.value for g in Doelgroep}:
        voor["groep"] = groep
    return diensten.calamiteiten.nieuwe_communicatie(calamiteit_van(diensten, begin.calamiteit), **voor)


def _titel(values: Values) -> str:
    groep = next((g for g in Doelgroep if g.value == values.get("groep")), None)
    return (
        f"Communicatie: {groep.label.lower() if groep is not Doelgroep.GMR else groep.label}"
        if groep
        else "Communicatie"
    )


class CommunicatiePagina(CalamiteitstukPagina):
    """Plek('communicatie', id); extra of a new one: 'calamiteit=UUID;groep=team'."""

    handleiding = "actieplan"
    soort = Schrijfsoort(
        kind=Communicatie,
        nieuw=lambda diensten, begin: _nieuw("", diensten, begin),
        sleutel=Communicatie.KIND,
        hoofdactie="Leg vast als verstuurd",
        na_vaststellen="Er komt een regel in het logboek. Het stuk verandert niet meer; een aanvulling kan nog wel.",
        titel=_titel,
        mag_vaststellen=Actie.CALAMITEIT,
        vraag_titel="Is dit verstuurd of verteld?",
        vraag="Leg het pas vast als het uit is. Vanaf dan kan het niet meer gewijzigd worden, alleen aangevuld. "
        "In het logboek komt te staan wie wat hoorde, en wie dat besloot.",
        volgen=Actie.CALAMITEIT,
        stukken=lambda diensten: diensten.calamiteiten,
        stel_vast=lambda diensten, stuk, values: diensten.calamiteitdaden.verstuur(stuk, values),
    )
    _groep: str | None = None

    def toon(self, plek: Plek) -> None:
        """Show a piece, or start one for the calamity and the group in the place."""
        delen = dict(deel.split("=", 1) for deel in plek.extra.split(";") if "=" in deel)
        groep = delen.get("groep", "")
        self._groep = None
        self.soort = replace(type(self).soort, nieuw=lambda d, begin: _nieuw(groep, d, begin))
        super().toon(plek)

    @cached_property
    def vlak(self) -> Schrijfvlak:
        """The surface on which it is written, with the cautions of its group beside it."""
        vlak = super().vlak
        vak = QWidget()
        self._raad = QVBoxLayout(vak)
        self._raad.setContentsMargins(0, 0, 0, 0)
        self._raad.setSpacing(self._thema.px(8))
        vlak.na_kop.setText("Als het verstuurd is")
        vlak.vervang_eerder(vak)
        return vlak

    def _ontvang(self, geladen: Geladen) -> None:
        super()._ontvang(geladen)
        if self._geladen is geladen and not geladen.stuk.vast:
            self._getoond()

    def _met_beeld(self, beeld: Calamiteitbeeld) -> None:
        if self.schrijft:
            self.vlak.over.setText(beeld.calamiteit.titel())

    def _getoond(self) -> None:
        if not self.schrijft:
            return
        values = self.vlak.formulier.values()
        titel = self.soort.titel(values)
        if self.vlak.titel.text() != titel:
            self.vlak.titel.setText(titel)
        groep = str(values.get("groep") or "")
        if groep == self._groep:
            return
        self._groep = groep
        maak_leeg(self._raad)
        self._raad.addWidget(SectieKop(self._thema, "Let op bij deze groep", "warning", "koppeling"))
        for zin in VOORZICHTIG.get(groep, _ALGEMEEN):
            self._raad.addWidget(Alinea(f"• {zin}" if groep else zin))
