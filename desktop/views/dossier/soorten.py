"""The kinds of record of a dossier as they are written on screen: what starts one, and what its page says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from desktop.models.core import Record, Values
from desktop.models.correctie import Correctieverzoek, Verzoek
from desktop.models.dossier import Handelingsplan, Kindcheck, OudStuk, Overdracht, Toestemming, Uitzondering
from desktop.models.overleg import AdviesGegeven, Overleg, OverlegSoort
from desktop.models.rechten import Actie, Rol
from desktop.models.signaal import Signaal
from desktop.models.veiligthuis import VtAdvies
from desktop.services.diensten import Diensten
from desktop.services.dossier import RECHTEN
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.gegevens import Begin
from desktop.views.gesprekken.rijen import uiterlijk
from desktop.views.gesprekken.schrijver import Schrijfsoort

_VAST = "Daarna kan er alleen nog een aanvulling bij."
_VRAAG = "Vanaf nu kan het niet meer gewijzigd worden, alleen aangevuld. Vangnet maakt er één keer een PDF van."


@dataclass(frozen=True, slots=True)
class StukSoort:
    """A kind: what the menu calls it, the page of the manual, and how it is written."""

    menu: str
    handleiding: str
    schrijven: Schrijfsoort

    @property
    def kind(self) -> type[Record]:
        """Return the class of its records."""
        return self.schrijven.kind

    @property
    def icoon(self) -> str:
        """Return its icon."""
        return uiterlijk(self.kind.KIND)[0]


def _nieuw_signaal(diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.leerling is not None
    return diensten.dossier.nieuw_signaal(begin.leerling, begin.dossier)


def _nieuw_advies(diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.leerling is not None
    return diensten.veiligthuis.advies(begin.leerling, dossier=begin.dossier, signaal=begin.signaal)


def _nieuw_gegeven(diensten: Diensten, begin: Begin) -> Stuk:
    return diensten.dossier.nieuw_advies_gegeven()


def _nieuwe_overdracht(diensten: Diensten, begin: Begin) -> Stuk:
    """Whoever writes stands as the one who hands over, or as the one who takes it."""
    assert begin.leerling is not None
    actor = diensten.session.actor
    eigen = {Rol.LEERKRACHT.value: "van", Rol.IB.value: "aan"}.get(actor.role)
    voor = {eigen: actor.naam} if eigen else {}
    return diensten.dossier.nieuw(Overdracht, begin.leerling, begin.dossier, **voor)


def _nieuwe_toestemming(diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.leerling is not None
    return diensten.dossier.nieuw(Toestemming, begin.leerling, begin.dossier, uitzondering=Uitzondering.GEEN.value)


def _nieuw_verzoek(diensten: Diensten, begin: Begin) -> Stuk:
    """It came in today, until another day is filled in."""
    assert begin.leerling is not None
    vandaag = diensten.session.vandaag().isoformat()
    return diensten.dossier.nieuw(Correctieverzoek, begin.leerling, begin.dossier, ontvangen_op=vandaag)


def _verzoektitel(values: Values) -> str:
    try:
        return f"Verzoek: {Verzoek.van(str(values.get('soort'))).label.lower()}"
    except ValueError:
        return Correctieverzoek.NAAM


def _nieuw(kind: type[Record], diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.leerling is not None
    return diensten.dossier.nieuw(kind, begin.leerling, begin.dossier)


def _naam(kind: type[Record], values: Values) -> str:
    return kind.NAAM


def _overlegtitel(values: Values) -> str:
    try:
        soort = OverlegSoort.van(str(values.get("soort")))
    except ValueError:
        return "Overleg"
    return soort.label if soort in (OverlegSoort.OT, OverlegSoort.INGELAST) else f"Overleg {soort.label.lower()}"


def _soort(
    kind: type[Record],
    menu: str,
    nieuw: Callable[[Diensten, Begin], Stuk] | None = None,
    titel: Callable[[Values], str] | None = None,
    *,
    na: str = _VAST,
    vraag: str = _VRAAG,
    handleiding: str = "dossier",
) -> StukSoort:
    schrijven = Schrijfsoort(
        kind=kind,
        nieuw=nieuw or partial(_nieuw, kind),
        sleutel=kind.KIND,
        hoofdactie="Stel vast",
        na_vaststellen=na,
        titel=titel or partial(_naam, kind),
        mag_vaststellen=RECHTEN[kind].vaststellen,
        vraag_titel=f"{kind.NAAM} vaststellen?",
        vraag=vraag,
        volgen=Actie.DOSSIER_SCHRIJVEN,
        stukken=lambda diensten: diensten.dossier,
        hele_kluis=True,
    )
    return StukSoort(menu, handleiding, schrijven)


SIGNAAL = _soort(
    Signaal,
    "Signaal",
    _nieuw_signaal,
    na="Het blijft altijd terug te vinden bij wie het gaf. Een later signaal kan het bevestigen of ontkrachten.",
    handleiding="signaal",
)
ADVIES_GEGEVEN = _soort(
    AdviesGegeven,
    "Advies aan een andere school",
    _nieuw_gegeven,
    na="Het staat daarna in de lijst van adviezen die jullie gaven.",
    vraag="Staan er geen namen of geboortedata in? Het gaat over een leerling van een andere school.",
)
SOORTEN: Mapping[str, StukSoort] = {
    soort.kind.KIND: soort
    for soort in (
        SIGNAAL,
        _soort(Overleg, "Overleg", titel=_overlegtitel),
        _soort(
            Overdracht,
            "Overdracht aan de intern begeleider",
            _nieuwe_overdracht,
            na="De intern begeleider neemt de zorg over. De leerkracht blijft signaleren.",
        ),
        _soort(
            Kindcheck,
            "Kindcheck",
            na="Is er meer hulp nodig? Leg dan een overleg vast, of vraag advies aan Veilig Thuis.",
        ),
        _soort(
            Toestemming,
            "Toestemming om te delen",
            _nieuwe_toestemming,
            na="Trekken ouders de toestemming in? Maak dan een aanvulling, en deel vanaf dat moment niets meer.",
        ),
        _soort(
            VtAdvies,
            "Advies van Veilig Thuis",
            _nieuw_advies,
            na="De school blijft zelf verantwoordelijk, ook na een advies.",
        ),
        _soort(Handelingsplan, "Handelingsplan in het kort"),
        _soort(
            Correctieverzoek,
            "Verzoek om inzage of correctie",
            _nieuw_verzoek,
            _verzoektitel,
            na="Druk daarna de brief af: bij Afdrukken of PDF kies je de aanvrager.",
            vraag="Het besluit en de reden liggen dan vast. De school antwoordt binnen vier weken, op papier.",
        ),
        _soort(OudStuk, "Stuk uit het oude dossier"),
        ADVIES_GEGEVEN,
    )
}
"""The kinds by storage key, in the order of the menu."""
