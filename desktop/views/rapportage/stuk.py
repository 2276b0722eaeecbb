"""The report on one case: prefilled from the case without names, read through, and established."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Values
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.rapportage import Rapportage
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Begin, Geladen
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van
from desktop.views.rapportage.plekken import RAPPORTAGE
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, KnopKaart, SectieKop

KRUIMEL = ("Rapportage meldcode", Plek(RAPPORTAGE))
_UITLEG = (
    "Vangnet vulde in wat het uit het dossier kan halen: de stappen, wanneer die waren, en of termijnen zijn gehaald.",
    "Namen, initialen en geboortedata zijn eruit gehaald. Lees toch alles na: jij kent de situatie.",
    "Of de meldcode, de rollen en de taken genoeg waren, beoordeel je zelf.",
)


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.dossier is not None
    return diensten.rapportages.nieuw(begin.dossier)


def _titel(values: Values) -> str:
    kenmerk = values.get("kenmerk")
    return f"{Rapportage.NAAM} {kenmerk}" if isinstance(kenmerk, str) and kenmerk else Rapportage.NAAM


class RapportPagina(StukPagina):
    """Writes or shows the report on one case. `extra` of a new one is 'dossier=UUID'."""

    handleiding = "rapportage"
    rail = "meldcode"
    lijst = Plek(RAPPORTAGE)
    uitleg: QWidget | None = None
    """What stands beside the form, once there is one."""
    naar_dossier: KnopKaart
    soort = Schrijfsoort(
        kind=Rapportage,
        nieuw=_nieuw,
        sleutel=RAPPORTAGE,
        hoofdactie="Stel vast",
        na_vaststellen="De rapportage telt mee in de jaarbundel. Daarna kan er alleen nog een aanvulling bij.",
        titel=_titel,
        mag_vaststellen=Actie.RAPPORTEREN,
        vraag_titel="Rapportage vaststellen?",
        vraag="Vanaf nu kan ze niet meer gewijzigd worden, alleen aangevuld. Ze telt mee in de jaarbundel.",
        volgen=Actie.RAPPORTEREN,
        stukken=lambda diensten: diensten.rapportages,
    )

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the overview; it names no pupil, so none stands on the way either."""
        return (KRUIMEL,)

    def _ontvang(self, geladen: Geladen) -> None:
        if self.uitleg is None:
            self.uitleg = uitleg(self._thema, "Vooraf ingevuld", _UITLEG)
            self.naar_dossier = KnopKaart(self._thema, "Open het dossier", "Je tekst hier wordt eerst bewaard.")
            self.naar_dossier.clicked.connect(self._naar_dossier)
            kolom = self.uitleg.layout()
            assert kolom is not None
            kolom.addWidget(self.naar_dossier)
            self.vlak.vervang_eerder(self.uitleg)
        super()._ontvang(geladen)

    def _naar_dossier(self) -> None:
        dossier = self._geladen.stuk.values.get("dossier") if self._geladen is not None else None
        if isinstance(dossier, str):
            self._navigator.ga(plek_van(MeldcodeDossier.KIND, UUID(dossier)))


def uitleg(thema: Thema, kop: str, zinnen: Sequence[str]) -> QWidget:
    """Return some sentences below each other, under a heading."""
    vak = QWidget()
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema.px(8))
    kolom.addWidget(SectieKop(thema, kop, "clipboard-text", "koppeling"))
    for zin in zinnen:
        kolom.addWidget(Alinea(zin, "zacht"))
    return vak
