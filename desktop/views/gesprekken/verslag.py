"""The page of a conversation report."""

from __future__ import annotations

from desktop.models.core import Values
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.rechten import Actie
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Begin
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.navigatie import Plek

_TEKENEN = "Stel vast en laat tekenen"
_VAST = "Stel vast"
_MET_OUDERS = "Iedere ouder tekent voor akkoord of voor gezien. Daarna kan er alleen nog een aanvulling bij."
_ZONDER_OUDERS = "Er tekent niemand, want er zijn geen ouders bij. Daarna kan er alleen nog een aanvulling bij."


def _met_ouders(values: Values) -> bool:
    """Whether there are parents who can sign: a talk with the pupil alone has none."""
    return values.get("soort") != SoortGesprek.LEERLING.value or bool(values.get("ouders"))


def _titel(values: Values) -> str:
    met = "leerling" if values.get("soort") == SoortGesprek.LEERLING.value else "ouders"
    return f"Gespreksverslag met {met}"


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.leerling is not None
    return diensten.gesprekken.nieuw_verslag(
        begin.leerling,
        begin.soort,
        begin.uitnodiging,
        dossier=begin.dossier,
        calamiteit=begin.calamiteit,
        te_voeren=begin.gesprek,
    )


class VerslagPagina(StukPagina):
    """Writes a report, establishes it, and goes on to signing where parents were there."""

    handleiding = "gespreksverslag"
    soort = Schrijfsoort(
        kind=Gespreksverslag,
        nieuw=_nieuw,
        sleutel="verslag",
        hoofdactie=_TEKENEN,
        na_vaststellen=_MET_OUDERS,
        titel=_titel,
        mag_vaststellen=Actie.VASTSTELLEN,
        vraag_titel="Verslag vaststellen?",
        vraag="Vanaf nu kan het niet meer gewijzigd worden, alleen aangevuld. Vangnet maakt er één keer een PDF van.",
    )

    def _getoond(self) -> None:
        values = self.vlak.formulier.values()
        knop = self.vlak.blad.voet.hoofdknop
        naam = _TEKENEN if self._laat_tekenen(values) else _VAST
        if knop.accessibleName() != naam:
            knop.zet_tekst(naam)
        daarna = _MET_OUDERS if _met_ouders(values) else _ZONDER_OUDERS
        if self.vlak.na_vaststellen.text() != daarna:
            self.vlak.na_vaststellen.setText(daarna)
        titel = _titel(values)
        if self.vlak.titel.text() != titel:
            self.vlak.titel.setText(titel)

    def _laat_tekenen(self, values: Values) -> bool:
        return _met_ouders(values) and self._d.session.mag(Actie.ONDERTEKENEN)

    def _is_vastgesteld(self, stuk: Stuk, fout: UserError | None) -> None:
        hier = self._plek.id == stuk.record
        super()._is_vastgesteld(stuk, fout)
        verslag = stuk.stored.value if stuk.stored is not None else None
        if hier and fout is None and isinstance(verslag, Gespreksverslag) and self._kan_tekenen(verslag):
            self._navigator.ga(Plek("ondertekenen", stuk.record))

    def _kan_tekenen(self, verslag: Gespreksverslag) -> bool:
        return bool(verslag.tekenaars()) and self._d.session.mag(Actie.ONDERTEKENEN)
