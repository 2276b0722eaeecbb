"""What the pages of records about a pupil share: loading one, and showing it to be written or to be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Problem
from desktop.models.errors import UserError
from desktop.models.rechten import Actie
from desktop.models.vervolg import Aanvulling
from desktop.models.vooroverleg import Gevaar, SoortGesprek
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.acties import Leesacties, open_dialoog, trek_in
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.gesprekken.gegevens import Geladen, lees_begin, verzamel
from desktop.views.gesprekken.lezen import Leesblad
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.gesprekken.schrijven import Schrijfvlak
from desktop.views.gesprekken.schrijver import Schrijfsoort, Schrijver
from desktop.views.gesprekken.vaststellen import Vaststeller
from desktop.views.gesprekken.verlaten import Verlaten, verlaat
from desktop.views.kluispagina import sta_toe, waarom_niet
from desktop.views.navigatie import Pagina, Plek
from desktop.views.plaatsen import plek_van
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import BannerVak, Bevestiging, Bladvlak, LeegStaat, Toast, maak_leeg

_MERK = {Gevaar.EERGERELATEERD: "een vermoeden van eergerelateerd geweld", Gevaar.DISCLOSURE: "disclosure"}


class StukPagina(Pagina):
    """A record about a pupil: written while it is a concept, read once it is established.

    What is typed is on disk within two seconds; leaving stores a concept where that can be done. `berg_op` is for the
    lock: it queues what is not saved yet. `soort` says what differs.
    """

    rail = "leerlingen"
    soort: Schrijfsoort
    lijst = Plek("leerlingen")
    """Where what is about nobody stands; the rest stands with its pupil."""

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__()
        self._d, self._work, self._navigator, self._thema = om.kern
        self._voorbeeld = om.voorbeeld
        self._plek = Plek(self.soort.sleutel)
        self._ronde = 0
        self._net_vast = False
        self._geladen: Geladen | None = None
        self._omgeving = Omgeving(
            om.diensten, om.work, om.thema, self, om.bijlage, self._bijlage_geweigerd, hele_kluis=self.soort.hele_kluis
        )
        self._omgeving.dag = self._dag_van_gesprek
        context = self._omgeving.context
        self._verlaten: Verlaten | None = None
        self._sleutel = ""
        self.acties = Leesacties(om, context, self.soort, self._opnieuw, self)
        self.leesblad = Leesblad(om.diensten, self._omgeving, om.navigator, self.acties, self.soort)
        self.vooraf = BannerVak(om.thema)
        self.melding = Bladvlak()
        self._meldvak = QVBoxLayout(self.melding.vlak)
        self._leegte = QWidget()
        self._stapel = QStackedWidget()
        for deel in (self._leegte, self.melding, self.leesblad):
            self._stapel.addWidget(deel)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self._stapel)

    # -- what writing needs; built when something is written: most records are only read

    @cached_property
    def vlak(self) -> Schrijfvlak:
        """The surface on which it is written."""
        soort = self.soort
        vlak = Schrijfvlak(soort.kind, self._omgeving.context, self._navigator, soort.hoofdactie, soort.na_vaststellen)
        vlak.blad.kop.addWidget(self.vooraf)
        self._stapel.addWidget(vlak)
        vlak.bewaren.connect(lambda: self.schrijver.bewaar())
        vlak.voorbeeld.connect(self.toon_voorbeeld)
        vlak.vaststellen.connect(lambda: self.vaststeller.begin())
        vlak.weggooien.connect(self.gooi_weg)
        return vlak

    @cached_property
    def schrijver(self) -> Schrijver:
        """What joins that surface with the vault."""
        schrijver = Schrijver(self._d, self._work, self._thema, self.soort, self.vlak, self)
        schrijver.opgeslagen.connect(self._noem)
        schrijver.veranderd.connect(self._getoond)
        return schrijver

    @cached_property
    def vaststeller(self) -> Vaststeller:
        """What establishes it."""
        return Vaststeller(
            self._d, self._work, self._thema, self.soort, self.vlak, self.schrijver, self._is_vastgesteld
        )

    @property
    def schrijft(self) -> bool:
        """Whether something is being written here now."""
        return "schrijver" in self.__dict__ and self.schrijver.bezig

    def _stop(self) -> None:
        if "schrijver" in self.__dict__:
            self.schrijver.stop()

    # -- what the kinds fill in

    def _getoond(self) -> None:
        """The form shows other values, or a person changed them."""

    def _is_vastgesteld(self, stuk: Stuk, fout: UserError | None) -> None:
        """It is established: show it, if one is still here."""
        if self._plek.id != stuk.record:
            return
        self._net_vast = True
        self._opnieuw()
        if fout is not None:
            self._work.fout.emit(fout)

    # -- the page

    def titel(self) -> str:
        """Return what is shown here."""
        geladen = self._geladen
        if geladen is None:
            return self.soort.kind.NAAM
        stored = geladen.stuk.stored
        if geladen.stuk.vast and stored is not None and stored.value is not None:
            return stored.value.titel()
        return self.soort.titel(geladen.stuk.values)

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the pupil, and by the case or the calamity that it belongs to."""
        leerlingen = ("Leerlingen", Plek("leerlingen"))
        geladen = self._geladen
        if geladen is None or geladen.stuk.leerling is None:
            return (leerlingen,)
        weg = (leerlingen, (geladen.naam, Plek("leerling", geladen.stuk.leerling)))
        if geladen.zaak is not None:
            return (*weg, ("Dossier meldcode", Plek("zaak", geladen.zaak)))
        calamiteit = geladen.stuk.values.get("calamiteit")
        if calamiteit and self._d.session.mag(Actie.LOGBOEK_SCHRIJVEN):
            return (*weg, ("Calamiteit", Plek("calamiteit", UUID(str(calamiteit)))))
        return weg

    def toon(self, plek: Plek) -> None:
        """Show a record, or start a new one as `extra` says."""
        self._plek = plek
        self._ronde += 1
        ronde = self._ronde
        self._geladen = None
        self._stop()
        self._haal_focus()
        self._stapel.setCurrentWidget(self._leegte)
        begin = lees_begin(plek.extra)
        if plek.id is None and begin.leerling is None and "leerling" in self.soort.kind.model_fields:
            self._meld("Voor welke leerling?", "Open eerst de leerling. Daar begin je wat je wilt vastleggen.")
            return

        def haal() -> Geladen:
            stuk = self.soort.nieuw(self._d, begin) if plek.id is None else self._d.open_stuk(plek.id)
            return verzamel(self._d, stuk)

        self._work.kluis(
            self,
            haal,
            lambda geladen: self._ontvang(geladen) if ronde == self._ronde else None,
            lambda fout: self._meld(fout.zin, fout.stap) if ronde == self._ronde else None,
        )
        if plek.id is None:
            _ = self.vlak  # built while the vault is asked, not in the turn that fills it

    def mag_weg(self) -> bool:
        """Put away what is half-written, and remember where one was."""
        self._verlaten = None
        if self._geladen is not None:
            blad = self.vlak.blad.schuif if self.schrijft else self.leesblad.blad
            self._verlaten = verlaat(self, self._geladen.stuk.record, blad)
        return not self.schrijft or self.schrijver.mag_weg()

    def berg_op(self) -> None:
        """At lock: queue the save of what is not on disk yet."""
        if self.schrijft:
            self.schrijver.berg_op()
        self.acties.berg_op()

    def druk_af(self) -> bool:
        """Ctrl+P: the preview of a concept, the print dialog of what is established."""
        if self.schrijft:
            self.toon_voorbeeld()
        elif self._geladen is not None:
            self.acties.druk_af()
        return self._geladen is not None

    def toon_voorbeeld(self) -> None:
        """Store a concept and show its PDF; a PDF comes from what is stored, never from a form."""
        self.schrijver.bewaar(lambda stuk: self._voorbeeld(stuk.record))

    def gooi_weg(self) -> None:
        """Throw a draft away, or withdraw a stored concept; what is lost is named first."""
        if not self.schrijft:
            return
        assert self._geladen is not None
        stuk, naam = self.schrijver.stuk, self.soort.kind.NAAM
        if stuk.stored is not None:
            gevolgen = [
                f"Dit concept{self._over()} verdwijnt uit de tijdlijn en uit het zoeken. "
                "Dat kan niet worden teruggedraaid."
            ]
            trek_in(
                self.soort.stukken(self._d),
                self._work,
                self._omgeving.context,
                stuk.record,
                naam,
                gevolgen,
                self._weg,
                self,
            )
        elif not self.schrijver.gevuld():
            self._gooi_draft_weg()
        else:
            zin = f"De tekst die je schreef{self._over()} is nog nergens anders bewaard en gaat verloren."
            vraag = Bevestiging(self._thema, f"{naam} weggooien?", zin, f"Gooi {naam.lower()} weg", self)
            vraag.accepted.connect(self.schrijver.hier(self._gooi_draft_weg))
            open_dialoog(vraag)

    def _over(self) -> str:
        naam = self._geladen.naam if self._geladen is not None else ""
        return f" over {naam}" if naam else ""

    def _gooi_draft_weg(self) -> None:
        bewaarder = self.schrijver.bewaarder
        self.schrijver.stop()
        self._work.kluis(self, bewaarder.gooi_weg, lambda _: self._weg(), urgent=True)

    def _weg(self) -> None:
        """Back to the pupil; the place of what is gone is not come back to."""
        leerling = self._geladen.stuk.leerling if self._geladen is not None else None
        self._stop()
        Toast(self._thema, f"{self.soort.kind.NAAM} is weg", self.window())
        plek = Plek("leerling", leerling) if leerling is not None else self.lijst
        self._navigator.vervang(plek)
        self._navigator.ga(plek)

    # -- loading

    def _opnieuw(self) -> None:
        """Read the record again and show it, with the focus on the button where it was."""
        if self._plek.id is not None:
            self._sleutel = self.leesblad.sleutel_in_focus()
            self.toon(self._plek)

    def _haal_focus(self) -> None:
        """Take the focus from what is about to go: Qt would give it to what stands first, which is the rail."""
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _meld(self, zin: str, stap: str) -> None:
        maak_leeg(self._meldvak)
        leeg = LeegStaat(self._thema, "info", zin, stap, "Naar de leerlingen")
        leeg.gekozen.connect(lambda: self._navigator.ga(Plek("leerlingen")))
        self._meldvak.addWidget(leeg)
        self._stapel.setCurrentWidget(self.melding)
        self.veranderd.emit()

    def _ontvang(self, geladen: Geladen) -> None:
        if geladen.stuk.kind is not self.soort.kind:
            # a place can name the wrong page: a draft of an addendum stands with its report
            plek = plek_van(geladen.stuk.kind.KIND, geladen.stuk.record)
            self._navigator.vervang(plek)
            self._navigator.ga(plek)
            return
        self._geladen = geladen
        self._omgeving.mensen = geladen.mensen
        if geladen.stuk.vast:
            self.acties.zet(geladen.stuk)
            self.leesblad.toon(geladen)
            self._meld_losse_tekst(geladen.stuk)
            self._stapel.setCurrentWidget(self.leesblad)
            if self._net_vast or self._sleutel:
                self.leesblad.neem_focus(self._sleutel)
        else:
            self.schrijver.begin(geladen)
            self._waarschuw(geladen)
            self._zet_rechten()
            self._stapel.setCurrentWidget(self.vlak)
        if not self._als_verlaten(geladen.stuk.record) and self.schrijft:
            self.vlak.begin_boven()
        self._net_vast, self._sleutel = False, ""
        self.veranderd.emit()

    def _waarschuw(self, geladen: Geladen) -> None:
        """Say what in the dossier goes before a talk with parents; it stays while one writes."""
        self.vooraf.leeg()
        if geladen.gemarkeerd and geladen.stuk.values.get("soort") != SoortGesprek.LEERLING.value:
            wat = " en ".join(_MERK[gevaar] for gevaar in geladen.gemarkeerd)
            self.vooraf.zet(
                "waarschuwing",
                f"In het dossier van {geladen.roepnaam} staat {wat}.",
                "Plan geen gesprek met ouders voordat je Veilig Thuis hebt gebeld. Leg vast wat samen is besloten.",
                sluitbaar=False,
            )

    def _als_verlaten(self, record: UUID) -> bool:
        """Who comes back finds what one left: the same part of the page, the focus in the same place."""
        verlaten, self._verlaten = self._verlaten, None
        if verlaten is None or verlaten.record != record or not self._navigator.herhaald:
            return False
        verlaten.herstel(self.vlak.blad.schuif if self.schrijft else self.leesblad.blad)
        return True

    def _meld_losse_tekst(self, stuk: Stuk) -> None:
        """Say that this account still had text when someone else established it; it is not lost."""
        draft = stuk.draft
        if draft is not None and draft.kind == Aanvulling.KIND and stuk.stored is not None:
            zin = "Je was een aanvulling aan het schrijven. Die is nog niet bewaard."
            self.leesblad.banners.zet("info", zin, "", "Verder schrijven", self.acties.vul_aan)
        if draft is None or draft.kind != stuk.kind.KIND or stuk.stored is None:
            return
        self.leesblad.banners.zet(
            "waarschuwing",
            "Dit is intussen vastgesteld of ingetrokken. Jij had nog tekst die er niet in staat.",
            "Vergelijk beide, en zet wat erbij hoort in een aanvulling.",
            "Vergelijk",
            lambda: open_dialoog(
                VergelijkDialoog.van(self._thema, stuk, draft.values, self.acties.gooi_draft_weg, self)
            ),
        )

    def _zet_rechten(self) -> None:
        for knop, actie in (
            (self.vlak.blad.voet.hoofdknop, self.soort.mag_vaststellen),
            (self.vlak.voorbeeld_knop, Actie.AFDRUKKEN),
        ):
            sta_toe(knop, waarom_niet(self._d, actie))

    def _noem(self, record: UUID) -> None:
        """The place of a new one is its record from now on, so that going back finds it."""
        plek = Plek(self.soort.sleutel, record)
        if self._plek != plek and self._navigator.huidige == self._plek:
            self._navigator.vervang(plek)
            self._plek = plek
        if self.schrijft and self._geladen is not None:
            self.veranderd.emit()

    # -- around the form

    def _dag_van_gesprek(self) -> date:
        """Return the day of the talk, for who had gezag then; today as long as there is none."""
        if not self.schrijft:
            return self._d.session.vandaag()
        try:
            return date.fromisoformat(str(self.vlak.formulier.values().get("datum")))
        except ValueError:
            return self._d.session.vandaag()

    def _bijlage_geweigerd(self, zin: str) -> None:
        veld = self.vlak.formulier.veld("bijlagen") if self.schrijft else None
        if veld is not None:
            veld.toon_problemen([Problem(("bijlagen",), zin)])
        else:
            self.leesblad.banners.zet("fout", zin)
