"""One complaint: written while it runs, established once it ended."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.core import Values
from desktop.models.klacht import Klacht, Klager
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Begin
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.navigatie import Plek

KLACHTEN = Plek("klachten")


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    return diensten.klachten.nieuw()


def _titel(values: Values) -> str:
    try:
        return f"Klacht van een {Klager.van(str(values.get('klager'))).label.lower()}"
    except ValueError:
        return Klacht.NAAM


class KlachtPagina(StukPagina):
    """Writes or shows a complaint; its heading says who complains by role, never the name."""

    handleiding = "klachten"
    rail = "klachten"
    lijst = KLACHTEN
    soort = Schrijfsoort(
        kind=Klacht,
        nieuw=_nieuw,
        sleutel=Klacht.KIND,
        hoofdactie="Rond af",
        na_vaststellen="De klacht is afgerond. Daarna kan er alleen nog een aanvulling bij.",
        titel=_titel,
        mag_vaststellen=Actie.KLACHT,
        vraag_titel="Klacht afronden?",
        vraag="Vanaf nu kan het niet meer gewijzigd worden, alleen aangevuld. Vangnet maakt er één keer een PDF van.",
        volgen=Actie.KLACHT,
        stukken=lambda diensten: diensten.klachten,
    )

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the list."""
        return (("Klachten", KLACHTEN),)

    def _getoond(self) -> None:
        titel = self.soort.titel(self.vlak.formulier.values())
        if self.schrijver.bezig and self.vlak.titel.text() != titel:
            self.vlak.titel.setText(titel)
