"""The case's own fields as a form: roles, examinations, what contradicts, the family, other steps."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Values
from desktop.models.errors import UserError
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.gegevens import Begin, Geladen, verzamel
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.gesprekken.schrijven import Schrijfvlak
from desktop.views.gesprekken.schrijver import Schrijfsoort, Schrijver
from desktop.views.kluispagina import waarom_niet
from desktop.views.navigatie import Pagina, Plek
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import BannerVak, Toast
from desktop.views.zaak.verboden import Verboden

_DAARNA = "Het dossier blijft open: je kunt het steeds aanvullen. Elke versie blijft bewaard."


def _titel(values: Values) -> str:
    return f"Dossier meldcode: {values.get('kort') or 'aanvullen'}"


def _nieuw(diensten: Diensten, begin: Begin) -> Stuk:
    assert begin.leerling is not None
    return diensten.meldcode.begin(begin.leerling, ())


SOORT = Schrijfsoort(
    kind=MeldcodeDossier,
    nieuw=_nieuw,
    sleutel="zaak-wijzig",
    hoofdactie="Bewaar het dossier",
    na_vaststellen=_DAARNA,
    titel=_titel,
    mag_vaststellen=Actie.MELDCODE,
    vraag_titel="",
    vraag="",
    pdf=False,
    stukken=lambda diensten: diensten.dossier,
)


class ZaakWijzigPagina(Pagina):
    """Plek('zaak-wijzig', id). Written as any record is; a case is stored, never established."""

    handleiding = "meldcode-dossier"
    rail = "meldcode"

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__()
        diensten, work, navigator, thema = self._d, self._work, self._navigator, self._thema = om.kern
        self._record: UUID | None = None
        self._beurt = 0
        self._geladen: Geladen | None = None
        self._omgeving = Omgeving(diensten, work, thema, self, om.bijlage, self._meld)
        self.vlak = Schrijfvlak(MeldcodeDossier, self._omgeving.context, navigator, SOORT.hoofdactie, _DAARNA)
        self.schrijver = Schrijver(diensten, work, thema, SOORT, self.vlak, self)
        self.verboden = Verboden(thema)
        self.banners = BannerVak(thema)
        self._leeg = QWidget()
        self._stapel = QStackedWidget()
        for deel in (self._leeg, self.vlak, self.verboden):
            self._stapel.addWidget(deel)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self.banners)
        vak.addWidget(self._stapel, 1)
        for knop in (self.vlak.bewaar_knop, self.vlak.voorbeeld_knop, self.vlak.weg_knop):
            knop.hide()
        kaart = self.vlak.na_vaststellen.parentWidget()
        if kaart is not None:
            kaart.hide()  # a case is never established
        self.vlak.pil.hide()
        self.vlak.bewaren.connect(lambda: self.schrijver.bewaar())
        self.vlak.vaststellen.connect(lambda: self.schrijver.bewaar(self._klaar))
        self.verboden.verder.connect(lambda: navigator.ga(Plek("leerlingen")))

    def titel(self) -> str:
        """Return the name of the page."""
        return "Dossier aanvullen"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the case."""
        delen = [("Meldcode", Plek("meldcode")), ("Dossiers", Plek("zaken"))]
        if self._geladen is not None and self._record is not None:
            delen.append((self._geladen.naam, Plek("zaak", self._record)))
        return tuple(delen)

    def toon(self, plek: Plek) -> None:
        """Open the case to be written."""
        self._beurt += 1
        beurt = self._beurt
        self._record, self._geladen = plek.id, None
        self.schrijver.stop()
        self.banners.leeg()
        self._stapel.setCurrentWidget(self._leeg)
        if reden := waarom_niet(self._d, Actie.MELDCODE):
            self.verboden.zet(reden)
            self._stapel.setCurrentWidget(self.verboden)
            return
        assert plek.id is not None
        record = plek.id

        def thuis(geladen: Geladen) -> None:
            if beurt == self._beurt:
                self._ontvang(geladen)

        def mis(fout: UserError) -> None:
            if beurt == self._beurt:
                self.banners.zet("fout", fout.zin, fout.stap)

        self._work.kluis(self, lambda: verzamel(self._d, self._d.dossier.open(record)), thuis, mis)

    def mag_weg(self) -> bool:
        """Put away what is half-written."""
        return self.schrijver.mag_weg()

    def berg_op(self) -> None:
        """At lock: queue what is not on disk yet."""
        self.schrijver.berg_op()

    def _ontvang(self, geladen: Geladen) -> None:
        self._geladen = geladen
        self._omgeving.mensen = geladen.mensen
        self.schrijver.begin(geladen)
        self.vlak.pil.hide()
        self._stapel.setCurrentWidget(self.vlak)
        self.vlak.begin_boven()
        self.veranderd.emit()

    def _klaar(self, stuk: Stuk) -> None:
        self.schrijver.stop()
        Toast(self._thema, "Het dossier is bewaard", self.window())
        self._navigator.rond_af(Plek("zaak", stuk.record))

    def _meld(self, zin: str) -> None:
        self.banners.zet("fout", zin)
