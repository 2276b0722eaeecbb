"""Writes what a school year leaves behind: a round of monitoring in the way of all papers, the rest as a plain form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.core import Bijlage, Problem, Record, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.models.schooljaarstukken import Monitoring, Scholing, VogCheck, Vragenlijst, Wetswijziging
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.gesprekken.gegevens import Begin
from desktop.views.gesprekken.omgeving import Mensen, Omgeving
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.jaar.planwegen import Planwegen
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.leerlingen.concept import Concept
from desktop.views.leerlingen.invulblad import Invulblad
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import Alinea, Bevestiging, Label, Toast, sneltoets
from desktop.views.work import Work


def _nieuwe_ronde(diensten: Diensten, begin: Begin) -> Stuk:
    return diensten.jaarstukken.nieuwe_monitoring()


def _titel(values: Values) -> str:
    try:
        return f"Monitoring: {Vragenlijst.van(str(values.get('lijst'))).label.lower()}"
    except ValueError:
        return Monitoring.NAAM


class MonitoringPagina(StukPagina):
    """Plek('monitoring', id) shows a round; without an id it begins one."""

    handleiding = "monitoring"
    rail = "schooljaar"
    lijst = Plek("jaarstukken")
    soort = Schrijfsoort(
        kind=Monitoring,
        nieuw=_nieuwe_ronde,
        sleutel=Monitoring.KIND,
        hoofdactie="Stel vast",
        na_vaststellen="De acties met een dag komen daarna in de agenda.",
        titel=_titel,
        mag_vaststellen=Actie.SCHOOLJAAR,
        vraag_titel="Monitoring vaststellen?",
        vraag="Daarna kan er alleen nog een aanvulling bij. Vangnet maakt er één keer een PDF van.",
        volgen=Actie.SCHOOLJAAR,
        stukken=lambda diensten: diensten.jaarstukken,
    )

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__(om)
        self._lijst = ""
        self._instrumenten: Mapping[str, str] = {}

    def toon(self, plek: Plek) -> None:
        """Show a round or begin one; the names of the school's instruments come along."""
        self._lijst = ""
        stukken = self._d.jaarstukken
        self._work.kluis(
            self,
            lambda: {lijst.value: stukken.instrument(lijst.value) for lijst in Vragenlijst},
            self._ken_instrumenten,
        )
        super().toon(plek)

    def _ken_instrumenten(self, namen: Mapping[str, str]) -> None:
        self._instrumenten = namen

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the list of rounds."""
        return (("Schooljaar", Plek("schooljaar")), ("Monitoring", self.lijst))

    def _getoond(self) -> None:
        """Another questionnaire has other groups; rows in which nothing was typed follow it."""
        if not self.schrijver.bezig:
            return
        values = self.vlak.formulier.values()
        titel, lijst = self.soort.titel(values), str(values.get("lijst") or "")
        if self.vlak.titel.text() != titel:
            self.vlak.titel.setText(titel)
        if lijst == self._lijst:
            return
        vorige, self._lijst = self._lijst, lijst
        rijen = values.get("groepen")
        if vorige and _onaangeroerd(rijen):
            nieuw = [dict(rij) for rij in self._d.jaarstukken.groepen_van(lijst)]
            erbij: Values = {"groepen": list(nieuw)}
            if str(values.get("instrument") or "") in ("", self._instrumenten.get(vorige, "")):
                erbij = {**erbij, "instrument": self._instrumenten.get(lijst, "")}
            self.vlak.formulier.laad({**values, **erbij})


def _onaangeroerd(rijen: object) -> bool:
    if not isinstance(rijen, list):
        return True
    return all(
        isinstance(rij, dict) and not any(rij.get(veld) for veld in ("door", "aantal", "besproken_op")) for rij in rijen
    )


@dataclass(frozen=True, slots=True)
class Invoersoort:
    """A kind that is filled in on a plain form: its list, what it is called, and what stands above it."""

    kind: type[Record]
    lijst: Plek
    lijstnaam: str
    nieuw: str
    uitleg: str
    handleiding: str
    weg: str


INVOERSOORTEN: Mapping[str, Invoersoort] = {
    "scholing-stuk": Invoersoort(
        Scholing,
        Plek("scholingen"),
        "Scholing",
        "Scholing toevoegen",
        "Volgden meer mensen dezelfde training? Dat gaat in één keer op de pagina Scholing.",
        "scholing",
        "Haal deze scholing van de lijst",
    ),
    "vog-stuk": Invoersoort(
        VogCheck,
        Plek("vog"),
        "VOG-controles",
        "VOG-controle toevoegen",
        "Je legt vast dat je de VOG zag. De VOG zelf bewaren jullie hier niet.",
        "scholing",
        "Haal deze controle van de lijst",
    ),
    "wet-stuk": Invoersoort(
        Wetswijziging,
        Plek("wetten"),
        "Wet en eisen",
        "Wijziging toevoegen",
        "Wat verandert er? Kies de pagina's van het plan die het raakt; daarna ga je er met één klik heen. Vul "
        "‘Nagekeken op’ pas in als het plan klopt.",
        "schooljaar",
        "Haal deze wijziging van de lijst",
    ),
}
"""By the key of their page."""


class JaarstukInvoer(KluisPagina):
    """The form of one of `INVOERSOORTEN`: with an id it changes one, without it makes a new one."""

    rail = "schooljaar"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        sleutel: str,
        bijlage: Callable[[Bijlage], None],
        plan: Plan,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self.sleutel = sleutel
        self.soort = INVOERSOORTEN[sleutel]
        self.handleiding = self.soort.handleiding
        self._stuk: Stuk | None = None
        fout = self._geweigerd
        self._omgeving = Omgeving(diensten, work, thema, self, bijlage, fout, hele_kluis=True)
        kinds = {"stuk": (self.soort.kind, "")}
        self.blad = Invulblad(self._omgeving.context, "Bewaar", kinds, "Haal van de lijst…")
        assert self.blad.extraknop is not None
        self.wegknop = self.blad.extraknop
        self.kop = Label(self.titel(), "kop")
        self.wegen = Planwegen(thema, plan, navigator.ga) if self.soort.kind is Wetswijziging else None
        self.concept = Concept(diensten, work, self.blad, self.soort.kind, lambda: self.blad.waarden("stuk"))
        self._bouw()

    def _bouw(self) -> None:
        thema, blad = self._thema, self.blad
        blad.kop.addWidget(self.kop)
        blad.kop.addWidget(Alinea(self.soort.uitleg, "zacht"))
        if self.wegen is not None:
            blad.kop.addWidget(self.wegen)
            blad.zet_vooraf((self.wegen.kies,))
            self.wegen.gekozen.connect(self._noem_pagina)
            blad.formulieren["stuk"].gewijzigd.connect(self._toon_wegen)
        blad.verboden = self.reden(Actie.SCHOOLJAAR)
        rand = QHBoxLayout()
        rand.setContentsMargins(thema.px(32), 0, thema.px(32), 0)
        rand.addWidget(self.banners)
        self._vak.addLayout(rand)
        self._vak.addWidget(blad, 1)
        blad.bewaren.connect(self.bewaar)
        blad.annuleren.connect(self._annuleer)
        blad.opnieuw.connect(self._begin_opnieuw)
        self.wegknop.clicked.connect(self.haal_weg)
        sta_toe(self.wegknop, blad.verboden)
        sneltoets(self, "Ctrl+S", self.bewaar, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _noem_pagina(self, naam: str) -> None:
        """Write a page of the plan behind those that are named already."""
        formulier = self.blad.formulieren["stuk"]
        er_staat = str(formulier.values().get("paginas") or "").strip().rstrip(";,")
        formulier.laad({**formulier.values(), "paginas": f"{er_staat}; {naam}" if er_staat else naam})
        formulier.gewijzigd.emit()
        formulier.focus_veld("paginas")

    def _toon_wegen(self) -> None:
        if self.wegen is not None:
            self.wegen.toon(str(self.blad.waarden("stuk").get("paginas") or ""))
            self.wegen.kies.setEnabled(not self.blad.verboden)

    def titel(self) -> str:
        """Return what is done here."""
        stored = self._stuk.stored if self._stuk else None
        return stored.value.titel() if stored and stored.value else self.soort.nieuw

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by its list."""
        return (("Schooljaar", Plek("schooljaar")), (self.soort.lijstnaam, self.soort.lijst))

    def toon(self, plek: Plek) -> None:
        """Show the form of a record, or of a new one; `extra` 'persoon=UUID' names whom it is about."""
        self.begin()
        self._stuk = None
        self.blad.setEnabled(False)
        record, kind = plek.id, self.soort.kind

        def lees() -> tuple[Stuk, Mensen]:
            stukken, mensen = self._d.jaarstukken, Mensen((), tuple(self._d.personen.medewerkers()))
            if record is not None:
                return stukken.open(record), mensen
            wie = next((w for w in mensen.medewerkers if plek.extra == f"persoon={w.persoon}"), None)
            return stukken.nieuw_of_draft(kind, **({"wie": naar_values(wie)} if wie else {})), mensen

        self.vraag(lees, lambda uit: self._zet(*uit))

    def mag_weg(self) -> bool:
        """What is half-filled is kept as a draft."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is half-filled for saving."""
        if self._stuk is not None:
            self.concept.berg_op()

    def _zet(self, stuk: Stuk, mensen: Mensen) -> None:
        self._stuk = stuk
        self._omgeving.mensen = mensen
        self.blad.verboden = self.reden(Actie.SCHOOLJAAR)
        if stuk.stored is not None and stuk.stored.state == "ingetrokken":
            self.blad.verboden = "Dit is van de lijst gehaald."
        self.kop.setText(self.titel())
        self.wegknop.setVisible(stuk.stored is not None and not self.blad.verboden)
        self.blad.setEnabled(True)
        self.blad.laad({"stuk": stuk.values}, nieuw=stuk.stored is None)
        self._toon_wegen()
        base = stuk.stored.revision if stuk.stored else None
        self.concept.begin(stuk.record, base, None, stuk.draft)
        velden = [spec.naam for spec in self.blad.formulieren["stuk"].ontbrekend()]
        self.blad.formulieren["stuk"].focus_veld(velden[0] if velden else next(iter(self.soort.kind.model_fields)))
        self.veranderd.emit()

    def _geweigerd(self, zin: str) -> None:
        self.banners.zet("fout", zin)

    # -- storing

    def bewaar(self) -> None:
        """Store what the form holds; problems show at their fields, and nothing typed is ever lost."""
        stuk = self._stuk
        if stuk is None or self.blad.verboden:
            return
        values = self.blad.waarden("stuk")
        self.banners.leeg()
        self.blad.zet_bezig()
        self.vraag(
            lambda: self._d.jaarstukken.bewaar(stuk, values),
            lambda uit: self._bewaard(*uit),
            self._mislukt,
            urgent=True,
        )

    def _bewaard(self, stored: Stored | None, problemen: list[Problem]) -> None:
        if stored is None:
            self.blad.toon_problemen({"stuk": problemen})
            return
        self._klaar()
        self.toast("Bewaard")
        self._navigator.rond_af(self.soort.lijst)

    def _mislukt(self, fout: UserError) -> None:
        self.blad.toon_fout(fout)

    def haal_weg(self) -> None:
        """Ask, then take it off its list; for a moment that can be undone."""
        stuk = self._stuk
        if stuk is None or stuk.stored is None:
            return
        zin = "Het verdwijnt van de lijst en uit de agenda."
        vraag = Bevestiging(self._thema, f"{self.soort.weg}?", zin, "Haal van de lijst", self.window())
        vraag.accepted.connect(lambda: self._haal_weg(stuk))
        open_dialoog(vraag)

    def _haal_weg(self, stuk: Stuk) -> None:
        assert stuk.stored is not None
        assert stuk.stored.value is not None
        values, kind = naar_values(stuk.stored.value), self.soort.kind
        stukken, plek, venster = self._d.jaarstukken, self.soort.lijst, self.window()

        def terug() -> None:
            """What was withdrawn never changes again, so it comes back as a new one."""
            self._work.kluis(
                venster,
                lambda: stukken.bewaar(stukken.nieuw(kind), values),
                lambda _: self._navigator.ga(plek),
                urgent=True,
            )

        def weg(_: Stored) -> None:
            self._klaar()
            Toast(self._thema, "Van de lijst gehaald", venster, undo=True).ongedaan.connect(terug)
            self._navigator.rond_af(plek)

        self.vraag(lambda: stukken.verwijder(stuk.record), weg, self._mislukt, urgent=True)

    def _annuleer(self) -> None:
        if self.blad.geeft_op():
            self._klaar()
            self._navigator.rond_af(self.soort.lijst)

    def _begin_opnieuw(self) -> None:
        stuk = self._stuk
        record = stuk.stored.record if stuk and stuk.stored else None
        self._klaar()
        self.toon(Plek(self.sleutel, record))

    def _klaar(self) -> None:
        self.blad.zet_schoon()
        self.concept.klaar()
        self._stuk = None
