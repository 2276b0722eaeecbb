"""The page on which an action plan is written: only a person makes a version, half-written text stays a draft."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.actieplan import Actieplan
from desktop.models.core import Values
from desktop.models.rechten import Actie
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.calamiteit.actieplan_kaart import VERSIES
from desktop.views.calamiteit.actieplan_stuk import CalamiteitstukPagina, calamiteit_van
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.gesprekken.gegevens import Begin
from desktop.views.gesprekken.schrijven import Schrijfvlak
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bevestiging, SectieKop, Toast, sneltoets

_NA = "Alle versies zijn terug te lezen. Wat je typt en nog niet als versie bewaarde, staat als concept klaar voor jou."
_ELEMENTEN = (
    "Een korte beschrijving.",
    "Maatregelen voor de veiligheid van alle leerlingen.",
    "Welke gesprekken er komen, met wie en door wie.",
    "Met wie je communiceert, wat en hoe.",
    "Vervolgacties, met naam en datum.",
)


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    """A new plan, or the one that the calamity has: there is never a second."""
    calamiteit = calamiteit_van(diensten, begin.calamiteit)
    bekend = diensten.calamiteiten.beeld(calamiteit, log=False).actieplan
    if bekend is not None:
        return diensten.calamiteiten.open(bekend.record)
    return diensten.calamiteiten.nieuw_actieplan(calamiteit)


def _titel(values: Values) -> str:
    return Actieplan.NAAM


class ActieplanPagina(CalamiteitstukPagina):
    """Plek('actieplan', id) writes the next version; extra 'calamiteit=UUID' starts the first."""

    handleiding = "actieplan"
    soort = Schrijfsoort(
        kind=Actieplan,
        nieuw=_nieuw,
        sleutel=Actieplan.KIND,
        hoofdactie="Bewaar als nieuwe versie",
        na_vaststellen=_NA,
        titel=_titel,
        mag_vaststellen=Actie.CALAMITEIT,
        vraag_titel="",
        vraag="",
        volgen=Actie.CALAMITEIT,
        pdf=False,
        stukken=lambda diensten: diensten.calamiteiten,
        versies=True,
    )

    @cached_property
    def vlak(self) -> Schrijfvlak:
        """The surface on which it is written: its one way to store is a new version."""
        vlak = super().vlak
        vlak.vaststellen.disconnect()
        vlak.vaststellen.connect(self.bewaar_versie)
        for knop in (vlak.bewaar_knop, vlak.voorbeeld_knop):
            knop.hide()
        sneltoets(vlak, "Ctrl+S", self.bewaar_versie)
        vlak.na_kop.setText("Elke versie blijft")
        vlak.vervang_eerder(_elementen(self._thema))
        return vlak

    def bewaar_versie(self) -> None:
        """Store what the form holds as the next version, and go back to the calamity."""
        if self.schrijft:
            self.schrijver.bewaar(self._is_versie)

    def gooi_weg(self) -> None:
        """Throw away what is not a version yet; versions stay."""
        if not self.schrijft or self.schrijver.stuk.stored is None:
            super().gooi_weg()
            return
        zin = "Wat je schreef en nog niet als versie bewaarde, gaat verloren. De bewaarde versies blijven."
        vraag = Bevestiging(self._thema, "Wijzigingen weggooien?", zin, "Gooi de wijzigingen weg", self)
        vraag.accepted.connect(self.schrijver.hier(self._gooi_draft_weg))
        open_dialoog(vraag)

    def druk_af(self) -> bool:
        """Ctrl+P: the versions, from where each is printed; never a form that is not stored."""
        if self.beeld is None or not self.beeld.versies:
            return False
        self._navigator.ga(Plek(VERSIES, self.beeld.stored.record))
        return True

    def _is_versie(self, stuk: Stuk) -> None:
        Toast(self._thema, "Bewaard als nieuwe versie", self.window())
        self._navigator.rond_af(self.lijst)

    def _weg(self) -> None:
        self._stop()
        Toast(self._thema, "Weggegooid", self.window())
        self._navigator.rond_af(self.lijst)

    def _met_beeld(self, beeld: Calamiteitbeeld) -> None:
        if beeld.dicht:  # a closed calamity is only read
            plek = Plek(VERSIES, beeld.stored.record)
            self._stop()
            self._navigator.vervang(plek)
            self._navigator.ga(plek)
        else:
            self._zet_versie()

    def _getoond(self) -> None:
        self._zet_versie()

    def _zet_versie(self) -> None:
        """Say which version this becomes; a plan is never a concept that waits."""
        if self.beeld is None or not self.schrijft:
            return
        n = len(self.beeld.versies)
        self.vlak.pil.zet(f"Wordt versie {n + 1}", "info", "note-pencil")
        self.vlak.weg_knop.zet_tekst("Gooi wijzigingen weg…" if n else "Gooi weg…")
        self.vlak.over.setText(self.beeld.calamiteit.titel())


def _elementen(thema: Thema) -> QWidget:
    vak = QWidget()
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema.px(8))
    kolom.addWidget(SectieKop(thema, "Wat er in elk geval in staat", "clipboard-text", "koppeling"))
    for n, zin in enumerate(_ELEMENTEN, 1):
        kolom.addWidget(Alinea(f"{n}. {zin}"))
    kolom.addWidget(
        Alinea("De rest vul je in als het speelt. Maak het plan niet alleen: vraag mee te denken.", "zacht")
    )
    return vak
