"""The bundle of a period: what director and IB conclude, written with the figures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Values
from desktop.models.rapportage import Bundel
from desktop.models.rechten import Actie
from desktop.models.schooljaar import Periode, schooljaar_van
from desktop.services.diensten import Diensten
from desktop.services.rapportage import Jaarbeeld
from desktop.services.stuk import Stuk
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Begin, Geladen
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.navigatie import Plek
from desktop.views.rapportage.cijfers import kort
from desktop.views.rapportage.plekken import JAARBUNDEL, lees_periode, plek_periode
from desktop.views.rapportage.stuk import uitleg
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import Alinea, Kaart, KnopKaart, Pil, SectieKop, maak_leeg


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    return diensten.rapportages.nieuwe_bundel(schooljaar_van(diensten.session.vandaag()))


def _titel(values: Values) -> str:
    periode = _periode(values)
    return f"{Bundel.NAAM} {periode}" if periode is not None else Bundel.NAAM


def _periode(values: Values) -> Periode | None:
    return lees_periode(f"van={values.get('van')};tot={values.get('tot')}")


class BundelPagina(StukPagina):
    """Writes or shows a bundle. `extra` of a new one is its period: 'van=2026-08-01;tot=2027-07-31'."""

    handleiding = "rapportage"
    rail = "meldcode"
    lijst = Plek("rapportage")
    soort = Schrijfsoort(
        kind=Bundel,
        nieuw=_nieuw,
        sleutel=JAARBUNDEL,
        hoofdactie="Stel vast",
        na_vaststellen="De cijfers staan dan vast. Daarna verstuur je de bundel en vul je in wanneer dat was.",
        titel=_titel,
        mag_vaststellen=Actie.RAPPORTEREN,
        vraag_titel="Jaarbundel vaststellen?",
        vraag="De cijfers van deze periode staan daarmee vast; rapportages die later komen, tellen niet meer mee. "
        "Vangnet maakt er één keer een PDF van.",
        volgen=Actie.RAPPORTEREN,
        stukken=lambda diensten: diensten.rapportages,
    )

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__(om)
        self._cijfers_van: Periode | None = None
        self._naast: QVBoxLayout | None = None
        vak = QWidget()
        self._cijfers = QVBoxLayout(vak)
        self._cijfers.setContentsMargins(0, 0, 0, 0)
        self.vlak.vervang_eerder(vak)
        self.leesblad.erbij = self._erbij

    def toon(self, plek: Plek) -> None:
        """Show a bundle, or start the one of the period in the place."""
        periode = lees_periode(plek.extra) or schooljaar_van(self._d.session.vandaag())
        self._cijfers_van = None
        self.soort = replace(type(self).soort, nieuw=lambda d, _: d.rapportages.nieuwe_bundel(periode))
        super().toon(plek)

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the overview of its period."""
        periode = _periode(self._geladen.stuk.values) if self._geladen is not None else None
        return (("Rapportage meldcode", plek_periode(periode) if periode else self.lijst),)

    def _ontvang(self, geladen: Geladen) -> None:
        super()._ontvang(geladen)
        self._lees_cijfers()

    def _getoond(self) -> None:
        if self.schrijver.bezig and _periode(self.vlak.formulier.values()) != self._cijfers_van:
            self._lees_cijfers()

    def _erbij(self, geladen: Geladen) -> Sequence[QWidget]:
        """Return the place for receivers and figures; they come a moment later."""
        vak = QWidget()
        self._naast = QVBoxLayout(vak)
        self._naast.setContentsMargins(0, 0, 0, 0)
        self._naast.setSpacing(self._thema.px(16))
        return (vak,)

    def _vul_naast(self, naast: QVBoxLayout, beeld: Jaarbeeld) -> None:
        thema, bundel = self._thema, beeld.cijfers.bundel
        maak_leeg(naast)
        verzonden = Kaart(thema, "paneel")
        verzonden.inhoud.setSpacing(thema.px(12))
        verzonden.inhoud.addWidget(SectieKop(thema, "Verzending", "paper-plane-tilt", "koppeling"))
        for ontvanger in bundel.ontvangers:
            op = beeld.verstuurd.get(ontvanger.rij)
            woord = f"Verstuurd op {toon_datum(op, kort=True)}" if op else "Nog niet verstuurd"
            verzonden.inhoud.addWidget(Alinea(ontvanger.wie, "sterk"))
            verzonden.inhoud.addWidget(Pil(thema, woord, "goed" if op else "waarschuwing", "" if op else "clock"))
        naar = KnopKaart(thema, "Naar het overzicht", "Daar vul je in wanneer je hem verstuurde.", kleur="koppeling")
        naar.clicked.connect(lambda: self._navigator.ga(plek_periode(beeld.periode)))
        verzonden.inhoud.addWidget(naar)
        cijfers = Kaart(thema, "paneel")
        cijfers.inhoud.addWidget(uitleg(thema, f"De cijfers van {beeld.periode}", kort(beeld)))
        for kaart in (verzonden, cijfers):
            naast.addWidget(kaart)
            kaart.show()
        self.leesblad.blad.schik()

    def _lees_cijfers(self) -> None:
        """Show the figures of the period beside the form: what is concluded stands on them."""
        geladen = self._geladen
        bezig = self.schrijver.bezig
        values = self.vlak.formulier.values() if bezig else geladen.stuk.values if geladen is not None else {}
        periode = _periode(values)
        self._cijfers_van = periode
        if periode is None:
            return

        def klaar(beeld: Jaarbeeld) -> None:
            if periode != self._cijfers_van or geladen is not self._geladen:
                return
            if self.schrijver.bezig:
                maak_leeg(self._cijfers)
                deel = uitleg(self._thema, f"De cijfers van {periode}", kort(beeld))
                self._cijfers.addWidget(deel)
                deel.show()
            elif self._naast is not None:
                self._vul_naast(self._naast, beeld)

        self._work.kluis(self, lambda: self._d.rapportages.beeld(periode), klaar)
