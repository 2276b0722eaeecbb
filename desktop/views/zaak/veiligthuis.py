"""The kinds of record around Veilig Thuis as they are written on screen: melding, feedback, informant, CIT."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.models.core import Record, Values
from desktop.models.errors import UserError
from desktop.models.melding import Melding
from desktop.models.nazorg import Nazorg
from desktop.models.rechten import Actie, Rol
from desktop.models.veiligthuis import CitContact, Informant, Terugkoppeling
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.dossier.soorten import StukSoort
from desktop.views.gesprekken.bewaren import Uitslag
from desktop.views.gesprekken.gegevens import Begin
from desktop.views.gesprekken.schrijver import Schrijfsoort

_VRAAG = "Vanaf nu kan het niet meer gewijzigd worden, alleen aangevuld. Vangnet maakt er één keer een PDF van."


def _melding(diensten: Diensten, begin: Begin) -> Stuk:
    if begin.dossier is not None:
        return diensten.veiligthuis.melding(diensten.meldcode.zaak(begin.dossier))
    assert begin.leerling is not None
    if begin.signaal is not None:
        return diensten.veiligthuis.melding_van_signaal(begin.leerling, begin.signaal)
    raise UserError(
        "Een melding begint bij een signaal of een dossier meldcode.",
        "Open het signaal of het dossier, en kies daar Melden bij Veilig Thuis.",
    )


def _leg_melding_vast(diensten: Diensten, stuk: Stuk, values: Values) -> Uitslag:
    """Their decision is expected five working days after the call; what asked to call is done."""
    return diensten.veiligthuis.stel_vast(stuk, values)


def _terugkoppeling(diensten: Diensten, begin: Begin) -> Stuk:
    """Answer to the melding that is named, else to the newest of the case that waits for a decision."""
    if begin.dossier is None:
        assert begin.leerling is not None
        if begin.melding is None:
            raise UserError("Op welke melding is dit een antwoord?", "Open eerst de melding.")
        return diensten.dossier.nieuw(Terugkoppeling, begin.leerling, None, melding=str(begin.melding))
    zaak = diensten.meldcode.zaak(begin.dossier)
    besloten = {t.melding for _, t in zaak.van(Terugkoppeling) if t.besluit()}
    meldingen = [s.record for s, _ in zaak.van(Melding) if s.state == "vastgesteld"]
    wacht = [m for m in meldingen if m not in besloten]
    keuze = begin.melding or next(reversed(wacht or meldingen), None)
    if keuze is None:
        raise UserError("In dit dossier is nog geen melding vastgesteld.", "Stel eerst de melding vast.")
    return diensten.veiligthuis.terugkoppeling(zaak, keuze)


def _nazorg(diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.leerling is not None
    if begin.dossier is None:
        return diensten.dossier.nieuw(Nazorg, begin.leerling, rol=Rol.IB.value)
    return diensten.veiligthuis.nazorg(diensten.meldcode.zaak(begin.dossier))


def _nieuw(kind: type[Record]) -> Callable[[Diensten, Begin], Stuk]:
    def nieuw(diensten: Diensten, begin: Begin) -> Stuk:
        assert begin.leerling is not None
        return diensten.dossier.nieuw(kind, begin.leerling, begin.dossier)

    return nieuw


def _soort(
    kind: type[Record],
    menu: str,
    nieuw: Callable[[Diensten, Begin], Stuk],
    na: str,
    *,
    hoofdactie: str = "Stel vast",
    vraag: str = _VRAAG,
    stel_vast: Callable[[Diensten, Stuk, Values], Uitslag] | None = None,
) -> StukSoort:
    schrijven = Schrijfsoort(
        kind=kind,
        nieuw=nieuw,
        sleutel=kind.KIND,
        hoofdactie=hoofdactie,
        na_vaststellen=na,
        titel=lambda _: kind.NAAM,
        mag_vaststellen=Actie.MELDCODE,
        vraag_titel=f"{kind.NAAM} vaststellen?",
        vraag=vraag,
        volgen=Actie.MELDCODE,
        stukken=lambda diensten: diensten.dossier,
        stel_vast=stel_vast,
        hele_kluis=True,
    )
    return StukSoort(menu, "veilig-thuis-melden", schrijven)


MELDING = _soort(
    Melding,
    "Melding bij Veilig Thuis",
    _melding,
    "Veilig Thuis besluit binnen enkele werkdagen. Vangnet zet de dag in de agenda en sluit het niet vanzelf. "
    "Het contact met de leerling gaat door.",
    vraag="Klopt alles? Vanaf nu kan de melding niet meer gewijzigd worden. Druk hem daarna af of maak een PDF, "
    "en stuur die langs de weg die je met Veilig Thuis hebt afgesproken.",
    stel_vast=_leg_melding_vast,
)
VT_SOORTEN: Mapping[str, StukSoort] = {
    soort.kind.KIND: soort
    for soort in (
        _soort(
            Terugkoppeling,
            "Terugkoppeling van Veilig Thuis",
            _terugkoppeling,
            "Een besluit sluit de termijn. Bij een vraag van Veilig Thuis loopt de termijn door.",
        ),
        _soort(
            Informant,
            "Informatie aan Veilig Thuis",
            _nieuw(Informant),
            "Controleer het verslag dat je van Veilig Thuis krijgt, en leg vast of je akkoord bent.",
        ),
        _soort(
            CitContact,
            "Contact met het CIT",
            _nieuw(CitContact),
            "Het CIT komt naast de melding, nooit in plaats ervan.",
            stel_vast=lambda diensten, stuk, values: diensten.veiligthuis.stel_cit_vast(stuk, values),
        ),
        _soort(
            Nazorg,
            "Nazorg en monitoring",
            _nazorg,
            "Het staat daarna in de agenda. Elke keer leg je hier vast hoe het gaat, tot het kan stoppen.",
            stel_vast=lambda diensten, stuk, values: diensten.veiligthuis.stel_nazorg_vast(stuk, values),
        ),
    )
}
"""The kinds beside the melding itself, by storage key."""
