"""One delivery to the board: the parts and the explanation, written with what each part holds beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.bestuurspakket import Bestuurspakket, Onderdeel
from desktop.models.core import Values
from desktop.models.pakketinhoud import Pakketinhoud
from desktop.models.rapportage import Ontvanger
from desktop.models.rechten import Actie
from desktop.models.schooljaar import schooljaar_van
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.bestuur.plekken import PAKKET, lees_gesprek, plek_overzicht
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Begin, Geladen
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.navigatie import Plek
from desktop.views.rapportage.plekken import lees_periode
from desktop.views.rapportage.verzending import VerzendVak, vraag_dag
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import Alinea, Kaart, Pil, SectieKop, maak_leeg


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    return diensten.bestuur.nieuw(schooljaar_van(diensten.session.vandaag()))


def _titel(values: Values) -> str:
    periode = lees_periode(f"van={values.get('van')};tot={values.get('tot')}")
    return f"{Bestuurspakket.NAAM} {periode}" if periode is not None else Bestuurspakket.NAAM


class PakketPagina(StukPagina):
    """Writes or shows a delivery. `extra` of a new one is its period and its talk."""

    handleiding = "stukken-voor-het-bestuur"
    rail = "schooljaar"
    lijst = Plek(PAKKET)
    soort = Schrijfsoort(
        kind=Bestuurspakket,
        nieuw=_nieuw,
        sleutel=PAKKET,
        hoofdactie="Stel vast",
        na_vaststellen="De cijfers staan dan vast. Daarna verstuur je de stukken en vul je in wanneer dat was.",
        titel=_titel,
        mag_vaststellen=Actie.BESTUUR,
        vraag_titel="Stukken voor het bestuur vaststellen?",
        vraag="De cijfers van deze periode staan daarmee vast; wat later komt, telt niet meer mee. Vangnet maakt er "
        "één keer een PDF van.",
        volgen=Actie.BESTUUR,
        stukken=lambda diensten: diensten.bestuur,
    )

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__(om)
        self._gevraagd: tuple[object, ...] = ()
        self.verzending: VerzendVak | None = None
        self._gelezen = QVBoxLayout()
        self._geschreven: QVBoxLayout | None = None
        self.leesblad.erbij = self._erbij

    def toon(self, plek: Plek) -> None:
        """Show a delivery, or start the one of the period in the place."""
        periode = lees_periode(plek.extra) or schooljaar_van(self._d.session.vandaag())
        gesprek = lees_gesprek(plek.extra)
        self._gevraagd = ()
        self.soort = replace(type(self).soort, nieuw=lambda d, _: d.bestuur.nieuw(periode, gesprek))
        super().toon(plek)

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the overview of its period."""
        values = self._geladen.stuk.values if self._geladen is not None else {}
        periode = lees_periode(f"van={values.get('van')};tot={values.get('tot')}")
        plek = plek_overzicht(periode, lees_gesprek(f"gesprek={values.get('gesprek_op')}")) if periode else self.lijst
        return (("Schooljaar", Plek("schooljaar")), (Bestuurspakket.NAAM, plek))

    def _ontvang(self, geladen: Geladen) -> None:
        if not geladen.stuk.vast and self._geschreven is None:
            vak = QWidget()
            self._geschreven = QVBoxLayout(vak)
            self._geschreven.setContentsMargins(0, 0, 0, 0)
            self.vlak.vervang_eerder(vak)
        super()._ontvang(geladen)
        self._lees_inhoud()

    def _getoond(self) -> None:
        if self.schrijver.bezig and _waarvan(self.vlak.formulier.values()) != self._gevraagd:
            self._lees_inhoud()

    # -- established: to whom it goes, and what it holds

    def _erbij(self, geladen: Geladen) -> Sequence[QWidget]:
        """Return the receivers, and the place for what it holds; that comes a moment later."""
        stuk = geladen.stuk
        value = stuk.stored.value if stuk.stored is not None else None
        delen: list[QWidget] = []
        if isinstance(value, Bestuurspakket) and stuk.stored is not None and stuk.stored.state == "vastgesteld":
            kaart = Kaart(self._thema, "paneel")
            kaart.inhoud.addWidget(SectieKop(self._thema, "Verzending", "paper-plane-tilt", "koppeling"))
            self.verzending = VerzendVak(self._thema)
            self.verzending.verstuurd.connect(self._vraag_dag)
            kaart.inhoud.addWidget(self.verzending)
            vak, record, ontvangers = self.verzending, stuk.record, value.ontvangers
            self._work.kluis(vak, lambda: self._d.bestuur.verstuurd(record), lambda op: vak.toon(ontvangers, op))
            delen.append(kaart)
        onder = QWidget()
        self._gelezen = QVBoxLayout(onder)
        self._gelezen.setContentsMargins(0, 0, 0, 0)
        return [*delen, onder]

    def _vraag_dag(self, ontvanger: Ontvanger) -> None:
        assert self._geladen is not None
        verstuur = partial(self._d.bestuur.verstuur, self._geladen.stuk.record, ontvanger.rij)
        vraag_dag(self, self._thema, self._work, self._d.session.vandaag, ontvanger, verstuur, self._opnieuw)

    def _lees_inhoud(self) -> None:
        """Show beside it what each part holds: what is explained stands on that."""
        geladen = self._geladen
        if geladen is None:
            return
        bezig = self.schrijft
        stuk, values = geladen.stuk, self.vlak.formulier.values() if bezig else geladen.stuk.values
        gevraagd = self._gevraagd = _waarvan(values)

        def klaar(inhoud: Pakketinhoud | None) -> None:
            if gevraagd != self._gevraagd or geladen is not self._geladen or inhoud is None:
                return
            waar = self._geschreven if bezig else self._gelezen
            assert waar is not None
            maak_leeg(waar)
            for deel in _samengevat(self._thema, inhoud, _gekozen(values)):
                waar.addWidget(deel)
                deel.show()
            if not bezig:
                self.leesblad.blad.schik()

        self._work.kluis(self, lambda: self._d.bestuur.inhoud(stuk, values), klaar)


def _waarvan(values: Values) -> tuple[object, ...]:
    """What of a form the figures depend on; while a text grows only whether there is one."""
    teksten = (bool(str(values.get(naam) or "").strip()) for naam in ("lijn", "scholing"))
    return (values.get("van"), values.get("tot"), tuple(_gekozen(values)), *teksten)


def _gekozen(values: Values) -> Sequence[Onderdeel]:
    gekozen = values.get("onderdelen")
    return [deel for deel in Onderdeel if isinstance(gekozen, list | tuple) and deel.value in gekozen]


def _samengevat(thema: Thema, inhoud: Pakketinhoud, delen: Sequence[Onderdeel]) -> Sequence[QWidget]:
    uit: list[QWidget] = [SectieKop(thema, "Wat erin staat", "chart-bar", "koppeling")]
    for deel in delen:
        uit += [Alinea(deel.label, "sterk"), Alinea(inhoud.kort(deel), "zacht")]
        if mist := inhoud.ontbreekt(deel):
            uit.append(Pil(thema, mist, "waarschuwing", "warning"))
    if not delen:
        uit.append(Alinea("Kies wat er meegaat.", "zacht"))
    return uit
