"""The page of a signal: earlier ones beside it, the direct route above it, and what later ones said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QWidget

from desktop.models.core import Problem, Values
from desktop.models.dossier import Kindcheck
from desktop.models.melding import Melding
from desktop.models.rechten import Actie
from desktop.models.signaal import Signaal
from desktop.models.veiligthuis import VtAdvies
from desktop.models.velden import naar_values
from desktop.services.plan import Plan
from desktop.services.stuk import Stuk
from desktop.views.dossier.direct import DirectBanner
from desktop.views.dossier.eerder import EerdereSignalen, weerklank_pillen
from desktop.views.dossier.soorten import SIGNAAL
from desktop.views.dossier.stuk import DossierPagina
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.gegevens import Geladen, schrijf_begin
from desktop.views.gesprekken.rijen import dag_van, plek_van
from desktop.views.gesprekken.schrijven import Schrijfvlak
from desktop.views.kluispagina import waarom_niet
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van as plek_van_stuk
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import Kaart, Knop, KnopKaart, SectieKop

_ZELFDE = "Deze leerling staat al bovenaan. Noem hier alleen anderen."


class SignaalPagina(DossierPagina):
    """Writes and reads a signal. `plan` gives the number to call, as the school's own sociale kaart has it."""

    def __init__(self, om: Werkomgeving, plan: Plan) -> None:
        super().__init__(om, SIGNAAL)
        self._plan = plan
        self.eerder = EerdereSignalen(om.thema, self)
        self.eerder.hide()  # until there is something to stand beside
        self.eerder.geopend.connect(om.navigator.ga)
        self.eerder.gewijzigd.connect(self._bevestig)
        self.leesbanner = self._banner_boven(self.leesblad)
        self.leesblad.erbij = self._naast
        self.leesbanner.verbind(lambda: self._naar_advies(self._gelezen()), lambda: self._naar_melding(self._gelezen()))

    @cached_property
    def vlak(self) -> Schrijfvlak:
        """The surface on which it is written, with the direct route above it and earlier signals beside it."""
        vlak = super().vlak
        self.banner = self._banner_boven(vlak)
        self.banner.verbind(
            lambda: self.schrijver.bewaar(self._naar_advies), lambda: self.schrijver.bewaar(self._naar_melding)
        )
        vlak.vervang_eerder(self.eerder)
        self.eerder.show()
        self._naar_eerder = Knop("", self._thema, "koppeling")
        self._naar_eerder.clicked.connect(self._toon_eerder)
        self._naar_eerder.hide()
        vlak.blad.hulp_getoond.connect(self._verplaats_eerder)
        return vlak

    # -- the direct route

    def _banner_boven(self, vlak: QWidget) -> DirectBanner:
        banner = DirectBanner(
            self._thema,
            self._plan,
            waarom_niet(self._d, Actie.DOSSIER_SCHRIJVEN),
            waarom_niet(self._d, Actie.MELDCODE),
        )
        indeling = vlak.layout()
        assert isinstance(indeling, QBoxLayout)
        vak = QWidget(vlak)
        rand = QBoxLayout(QBoxLayout.Direction.TopToBottom, vak)
        marge = self._thema.px(32)
        rand.setContentsMargins(marge, 0, marge, 0)
        rand.addWidget(banner)
        # no higher than its words: the page below it takes the rest
        vak.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        indeling.insertWidget(0, vak)
        return banner

    def _naar_advies(self, stuk: Stuk) -> None:
        assert stuk.leerling is not None
        self._navigator.ga(Plek(VtAdvies.KIND, extra=schrijf_begin(stuk.leerling, signaal=stuk.record)))

    def _naar_melding(self, stuk: Stuk) -> None:
        self._navigator.ga(Plek(Melding.KIND, extra=f"signaal:{stuk.record}"))

    def _gelezen(self) -> Stuk:
        assert self._geladen is not None
        return self._geladen.stuk

    # -- while writing

    def _ontvang(self, geladen: Geladen) -> None:
        if geladen.stuk.kind is Signaal and not geladen.stuk.vast:
            self.eerder.toon(geladen.roepnaam, geladen.eerder, geladen.weerklank, geladen.stuk.record)
        super()._ontvang(geladen)
        if self._geladen is geladen and geladen.stuk.vast:
            self._toon_leesbanner(geladen.stuk)
        elif self._geladen is geladen:
            self._zet_verwijzing(len(geladen.eerder))

    def _toon_leesbanner(self, stuk: Stuk) -> None:
        gedaan = any(isinstance(s.value, VtAdvies | Melding) for s in stuk.vervolg)
        assert stuk.stored is not None
        weg = stuk.stored.state == "ingetrokken"
        values: Values = naar_values(stuk.stored.value) if stuk.stored.value is not None else {}
        self.leesbanner.toon(values, gedaan=gedaan or weg)

    def _getoond(self) -> None:
        super()._getoond()
        if not self.schrijft:
            return
        values = self.vlak.formulier.values()
        was = self.banner.isHidden()
        self.banner.toon(values)
        self.eerder.zet(values.get("bevestigt"), values.get("ontkracht"))
        self._meld_zichzelf(values)
        if was and not self.banner.isHidden():
            self._houd_in_beeld()

    def _houd_in_beeld(self) -> None:
        """The banner takes room above: what one was answering stays in view."""
        hier = QApplication.focusWidget()
        indeling = self.vlak.layout()
        assert indeling is not None
        indeling.activate()
        if hier is not None and self.vlak.blad.schuif.isAncestorOf(hier):
            self.vlak.blad.schuif.ensureWidgetVisible(hier, 0, self._thema.px(48))

    def _meld_zichzelf(self, values: Values) -> None:
        """Say at once that the pupil of this signal is not someone else in it."""
        leerling = values.get("leerling")
        eigen = leerling.get("persoon") if isinstance(leerling, dict) else None
        problemen = list(zichzelf(values.get("betrokkenen"), eigen))
        veld = self.vlak.formulier.veld("betrokkenen") if problemen else None
        if veld is not None and not veld.heeft_probleem():
            veld.toon_problemen(problemen)

    def _bevestig(self, bevestigt: list[JsonValue], ontkracht: list[JsonValue]) -> None:
        self.vlak.formulier.zet_eigen("bevestigt", bevestigt)
        self.vlak.formulier.zet_eigen("ontkracht", ontkracht)

    # -- earlier signals where the help panel is not shown

    def _verplaats_eerder(self, naast: bool) -> None:
        """In a narrow window they stand below the form: the plan wants them in view while one writes."""
        if naast:
            self.vlak.vervang_eerder(self.eerder)
        else:
            blad = self.vlak.blad.blad
            blad.insertWidget(blad.count() - 1, self.eerder)
        self.eerder.show()
        self._zet_verwijzing(self.eerder.aantal, naast)

    def _zet_verwijzing(self, aantal: int, naast: bool | None = None) -> None:
        naast = self.vlak.blad.met_hulp if naast is None else naast
        self._naar_eerder.setHidden(naast or not aantal)
        if naast or not aantal or not self.schrijver.bezig:
            return  # asking for the field would build the whole form at once
        veld = self.vlak.formulier.veld("passages")
        if veld is not None and self._naar_eerder.parentWidget() is not veld:
            veld.zet_onder(self._naar_eerder)
        woord = "1 eerder signaal" if aantal == 1 else f"{aantal} eerdere signalen"
        self._naar_eerder.zet_tekst(f"Bekijk {woord}, onder dit formulier")
        self._naar_eerder.show()  # moving it below the field hid it

    def _toon_eerder(self) -> None:
        if self.eerder.signalen:
            eerste = self.eerder.signalen[0]
            eerste.bevestigt.setFocus(Qt.FocusReason.OtherFocusReason)
            self.vlak.blad.schuif.ensureWidgetVisible(eerste, 0, self._thema.px(120))

    # -- while reading

    def _naast(self, geladen: Geladen) -> Sequence[QWidget]:
        delen = (self._samenhang(geladen), self._gevolgd(geladen), self._kindcheck(geladen))
        return [kaart for kaart in delen if kaart is not None]

    def _samenhang(self, geladen: Geladen) -> QWidget | None:
        """Return how this signal hangs together with others: what it confirms or refutes, and what confirmed it."""
        waarde = geladen.stuk.stored.value if geladen.stuk.stored is not None else None
        if not isinstance(waarde, Signaal):
            return None
        rijen = {rij.record: rij for rij in geladen.eerder}
        record = geladen.stuk.record
        delen = [
            *(("Dit signaal bevestigt", r) for r in waarde.bevestigt),
            *(("Dit signaal ontkracht", r) for r in waarde.ontkracht),
            *(("Bevestigd door" if wel else "Ontkracht door", r) for r, wel in geladen.weerklank.get(record, ())),
        ]
        delen = [(woord, r) for woord, r in delen if r in rijen]
        kaart = Kaart(self._thema, "paneel")
        kaart.inhoud.setSpacing(self._thema.px(12))
        kaart.inhoud.addWidget(SectieKop(self._thema, "Andere signalen", "eye", "koppeling"))
        for pil in weerklank_pillen(self._thema, record, geladen.weerklank):
            kaart.inhoud.addWidget(pil)
        for woord, ander in delen:
            rij = rijen[ander]
            kaart.inhoud.addWidget(self._knop(f"{woord}: {rij.title}", dag_van(rij), plek_van(rij)))
        genoemd = {r for _, r in delen}
        for rij in [r for r in geladen.eerder if r.record not in genoemd][:5]:
            kaart.inhoud.addWidget(self._knop(rij.title, dag_van(rij), plek_van(rij)))
        return kaart if delen or geladen.eerder else None

    def _gevolgd(self, geladen: Geladen) -> QWidget | None:
        """Return what followed this signal with Veilig Thuis."""
        volgden = [s for s in geladen.stuk.vervolg if isinstance(s.value, VtAdvies | Melding)]
        if not volgden:
            return None
        kaart = Kaart(self._thema, "paneel")
        kaart.inhoud.setSpacing(self._thema.px(12))
        kaart.inhoud.addWidget(SectieKop(self._thema, "Veilig Thuis", "phone", "meldcode"))
        for stored in volgden:
            assert stored.value is not None
            op = stored.value.event_at()
            dag = toon_datum(op.date(), kort=True) if op is not None else "nog zonder datum"
            kaart.inhoud.addWidget(self._knop(stored.value.NAAM, dag, plek_van_stuk(stored.kind, stored.record)))
        return kaart

    def _kindcheck(self, geladen: Geladen) -> QWidget | None:
        """Lead on to the kindcheck where the signal says that one is needed."""
        waarde = geladen.stuk.stored.value if geladen.stuk.stored is not None else None
        leerling = geladen.stuk.leerling
        if not isinstance(waarde, Signaal) or not waarde.kindcheck or leerling is None:
            return None
        if not self._d.dossier.mag_schrijven(Kindcheck):
            return None
        zin = "Samen met de ouder, over alle kinderen in diens zorg"
        return self._knop("Kindcheck doen", zin, Plek(Kindcheck.KIND, extra=schrijf_begin(leerling)))

    def _knop(self, titel: str, onder: str, plek: Plek) -> KnopKaart:
        knop = KnopKaart(self._thema, titel, onder, kleur="koppeling")
        knop.clicked.connect(lambda: self._navigator.ga(plek))
        return knop


def zichzelf(betrokkenen: JsonValue, eigen: JsonValue) -> Iterator[Problem]:
    """Yield a problem for each line that names the pupil whom the signal is about."""
    for n, rij in enumerate(betrokkenen if isinstance(betrokkenen, list) else []):
        wie = rij.get("wie") if isinstance(rij, dict) else None
        if eigen and isinstance(wie, dict) and wie.get("persoon") == eigen:
            yield Problem(("betrokkenen", n, "wie"), _ZELFDE, "bewaren")
