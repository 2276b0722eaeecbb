"""One case: its path, its contents, what the dossier demands first, and all that can be done in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.meldcode import Afsluiting
from desktop.models.melding import Melding
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.models.vooroverleg import VEILIG_THUIS
from desktop.models.weging import Uitkomst
from desktop.services.dossierdruk import vraaguitleg
from desktop.services.plan import Plan
from desktop.services.wegen import Gezinslid
from desktop.services.zaken import Zaakbeeld
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.zaak.dialogen import StukkenDialoog, TekstDialoog
from desktop.views.zaak.verboden import Verboden
from desktop.views.zaak.wat_nu import DADEN, plek_voor
from desktop.views.zaak.zaakblad import Zaakblad


class ZaakPagina(KluisPagina):
    """Plek('zaak', id); extra 'sluit' opens the closing at once, 'tijdlijn' shows the timeline.

    `plan` explains the questions on the paper of a weging.
    """

    handleiding = "meldcode-dossier"
    rail = "meldcode"

    def __init__(self, om: Werkomgeving, plan: Plan) -> None:
        super().__init__(*om.kern)
        thema, navigator = om.thema, om.navigator
        self._plan = plan
        self._druk = om.druk
        self._beeld: Zaakbeeld | None = None
        self._omgeving = Omgeving(
            om.diensten, om.work, thema, self, om.bijlage, lambda zin: self.meld_fout(UserError(zin, ""))
        )
        self.blad = Zaakblad(thema, self.banners)
        self.verboden = Verboden(thema)
        self._leeg = QWidget()
        self._stapel = QStackedWidget()
        for deel in (self._leeg, self.blad, self.verboden):
            self._stapel.addWidget(deel)
        self._vak.addWidget(self._stapel)
        self.verboden.verder.connect(lambda: navigator.ga(Plek("leerlingen")))
        self.blad.daad.connect(self.doe)
        self.blad.pdf.connect(self._pdf)
        self.blad.tijdlijn.gekozen.connect(navigator.ga)
        self.blad.pad.gekozen.connect(self._open)
        self.blad.werk.gekozen.connect(self._open)
        self.blad.gezin.gekozen.connect(lambda leerling: navigator.ga(Plek("leerling", leerling)))
        self.blad.gezin.nazoeken.connect(self._zoek_na)

    def titel(self) -> str:
        """Return what the case is about."""
        return self._beeld.zaak.dossier.titel() if self._beeld is not None else "Dossier meldcode"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the list of cases, with the pupil beside it."""
        delen = [("Meldcode", Plek("meldcode")), ("Dossiers", Plek("zaken"))]
        if self._beeld is not None:
            wie = self._beeld.zaak.dossier.leerling
            delen.append((wie.naam, Plek("leerling", wie.persoon)))
        return tuple(delen)

    def toon(self, plek: Plek) -> None:
        """Read a case and show it."""
        self.begin()
        self._beeld = None
        self._stapel.setCurrentWidget(self._leeg)
        if reden := self.reden(Actie.MELDCODE_LEZEN):
            self.verboden.zet(reden)
            self._stapel.setCurrentWidget(self.verboden)
        elif plek.id is None:
            self._navigator.vervang(Plek("zaken"))
            self._navigator.ga(Plek("zaken"))
        else:
            record = plek.id
            self.vraag(lambda: self._d.zaken.beeld(record), lambda beeld: self._zet(beeld, plek), self._mislukt)

    def druk_af(self) -> bool:
        """Ctrl+P: which paper."""
        if self._beeld is not None and self.blad.print.isEnabled():
            self.blad.open_menu(self.blad.printmenu, self.blad.print)
        return self._beeld is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards go below the path in a narrow window."""
        super().resizeEvent(event)
        self.blad.pas_aan(self.width())

    def _mislukt(self, fout: UserError) -> None:
        self._stapel.setCurrentWidget(self.blad)
        self.meld_fout(fout)

    def _zet(self, beeld: Zaakbeeld, plek: Plek) -> None:
        self._beeld = beeld
        self.blad.zet(beeld, self._d.session.vandaag(), self._reden, self.reden(Actie.AFDRUKKEN))
        self.blad.toon_deel("tijdlijn" if plek.extra == "tijdlijn" else "stappen")
        self._zet_banners(beeld)
        self._stapel.setCurrentWidget(self.blad)
        self.blad.schik()
        self.neem_focus(self.blad.hoofd)
        QTimer.singleShot(0, self, lambda: self.blad.verticalScrollBar().setValue(0))
        self.veranderd.emit()
        if plek.extra == "sluit" and not beeld.zaak.gesloten:
            self._navigator.vervang(Plek("zaak", plek.id))
            self.doe("sluit")

    def _reden(self, sleutel: str) -> str:
        return self.reden(DADEN[sleutel].actie)

    def _zet_banners(self, beeld: Zaakbeeld) -> None:
        """What the dossier demands first stands on top, and cannot be closed."""
        self.banners.leeg()
        if beeld.zaak.gesloten:
            return
        if beeld.na_melding:
            n = len(beeld.na_melding)
            zin = f"Na de melding {'kwam er 1 nieuw signaal' if n == 1 else f'kwamen er {n} nieuwe signalen'}."
            stap = "Nieuwe informatie over onveiligheid meld je opnieuw bij Veilig Thuis."
            self._banner("waarschuwing", zin, stap, "melding", "Nieuwe melding")
        for stored, dagen in beeld.bel:
            assert isinstance(stored.value, Melding)
            laat = "1 werkdag" if dagen == 1 else f"{dagen} werkdagen"
            op = toon_datum(stored.value.gebeld_op, kort=True) if stored.value.gebeld_op else "eerder"
            zin = f"Bel Veilig Thuis: het besluit is {laat} te laat."
            stap = f"Gemeld op {op}. Dit blijft open tot je hun besluit vastlegt. Bel {VEILIG_THUIS}."
            self._banner("waarschuwing", zin, stap, "terugkoppeling", "Leg het besluit vast")
        if beeld.melden and beeld.eis is None:
            stap = f"Bel eerst {VEILIG_THUIS}. Daarna volgt het schriftelijke deel."
            self._banner("fout", "Uit de weging volgt: doe direct een melding bij Veilig Thuis.", stap, "melding")
        if beeld.eis is not None and beeld.eis.uitkomst is Uitkomst.MELDEN:
            zin = "In dit dossier staat disclosure: meld nu bij Veilig Thuis."
            stap = f"Dit telt als acute onveiligheid, wat er ook is geantwoord. Bel eerst {VEILIG_THUIS}."
            self._banner("fout", zin, stap, "melding")
        elif beeld.eis is not None:
            zin = "In dit dossier staat een vermoeden van eergerelateerd geweld: bel direct Veilig Thuis."
            stap = f"{VEILIG_THUIS}, dag en nacht. Nodig ouders nog niet uit. Leg vast wat samen is besloten."
            self._banner("fout", zin, stap, "vtadvies", "Leg vast wat is besloten")

    def _banner(self, toon: str, zin: str, stap: str, daad: str, woord: str = "Start de melding") -> None:
        mag = not self._reden(daad)
        self.banners.zet(
            "fout" if toon == "fout" else "waarschuwing",
            zin,
            stap,
            woord if mag else "",
            (lambda: self.doe(daad)) if mag else None,
            sluitbaar=False,
        )

    # -- what can be done

    def doe(self, sleutel: str) -> None:
        """Do what a button of the page says."""
        beeld = self._beeld
        if beeld is None or self._reden(sleutel):
            return
        dossier, leerling = beeld.zaak.stored.record, beeld.zaak.dossier.leerling.persoon
        hier = {"voeg-toe": self._voeg_toe, "sluit": self._sluit, "heropen": self._heropen}.get(sleutel)
        if hier is not None:
            hier(beeld)
        elif leerling is not None and (plek := plek_voor(sleutel, leerling, dossier)) is not None:
            self._navigator.ga(plek)

    def _open(self, record: UUID) -> None:
        """Go to a record of the case, by its kind."""
        beeld = self._beeld
        if beeld is None:
            return
        stukken = {s.record: s.kind for s in (beeld.zaak.stored, *beeld.zaak.stukken)}
        if record in stukken and record != beeld.zaak.stored.record:
            self._navigator.ga(plek_van(stukken[record], record))

    def _pdf(self, sleutel: str) -> None:
        if self._beeld is None:
            return
        d, dossier = self._d.dossierdruk, self._beeld.zaak.stored.record
        if sleutel == "overzicht":
            self._druk(lambda: d.zaak(dossier))
        elif sleutel in ("chronologie", "volledig"):
            self._druk(lambda: d.chronologie_zaak(dossier, volledig=sleutel == "volledig"))
        else:
            uitleg = vraaguitleg(self._plan)
            self._druk(lambda: d.weging(dossier, UUID(sleutel), uitleg))

    def _opnieuw(self, toast: str) -> None:
        beeld = self._beeld
        if beeld is not None:
            self.toast(toast)
            self.toon(Plek("zaak", beeld.zaak.stored.record))

    def _voeg_toe(self, beeld: Zaakbeeld) -> None:
        dialoog = StukkenDialoog(self._thema, beeld.erbij, self)

        def doe() -> None:
            gekozen = dialoog.kiezer.gekozen()
            woord = "1 stuk toegevoegd" if len(gekozen) == 1 else f"{len(gekozen)} stukken toegevoegd"
            self.vraag(
                lambda: self._d.meldcode.voeg_toe(beeld.zaak, gekozen), lambda _: self._opnieuw(woord), urgent=True
            )

        dialoog.accepted.connect(doe)
        open_dialoog(dialoog)

    def _zoek_na(self, lid: Gezinslid) -> None:
        beeld = self._beeld
        if beeld is None:
            return

        def bewaar(tekst: str, klaar: Callable[[str], None]) -> None:
            def gelukt(_: Stored) -> None:
                klaar("")
                self._opnieuw("Nagezocht en vastgelegd")

            self.vraag(
                lambda: self._d.zaken.nagezocht(beeld.zaak, lid.leerling, tekst),
                gelukt,
                lambda fout: klaar(f"{fout.zin} {fout.stap}"),
                urgent=True,
            )

        zin = "Zijn er signalen van een onveilig gezin bij dit kind? Bekijk het dossier, en schrijf op wat je vond."
        open_dialoog(
            TekstDialoog(self._thema, f"Nagezocht: {lid.naam}", zin, "Wat is gevonden", "Leg vast", bewaar, self)
        )

    def _sluit(self, beeld: Zaakbeeld) -> None:
        def bewaar(values: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
            def gedaan(uitslag: tuple[Stored | None, list[Problem]]) -> None:
                klaar(uitslag[1])
                if uitslag[0] is not None:
                    self._opnieuw("Het dossier is gesloten")

            self.vraag(lambda: self._d.meldcode.sluit(beeld.zaak, values), gedaan, self._naar(dialoog), urgent=True)

        uitleg = (
            "Zeg uitdrukkelijk hoe het afliep, ook als het vermoeden onterecht was. De zorg voor de leerling blijf je "
            "volgen. Komt er iets nieuws, dan gaat het dossier weer open."
        )
        if beeld.eis is not None:
            uitleg = f"Let op: dit dossier vraagt eerst om Veilig Thuis ({VEILIG_THUIS}). {uitleg}"
        dialoog = FormDialoog(
            Afsluiting, self._omgeving.context, "Dossier sluiten", uitleg, "Sluit het dossier", bewaar, self
        )
        open_dialoog(dialoog)

    def _naar(self, dialoog: FormDialoog) -> Callable[[UserError], None]:
        return lambda fout: dialoog.toon_fout(f"{fout.zin} {fout.stap}")

    def _heropen(self, beeld: Zaakbeeld) -> None:
        def bewaar(tekst: str, klaar: Callable[[str], None]) -> None:
            def gedaan(uitslag: tuple[Stored | None, list[Problem]]) -> None:
                klaar(uitslag[1][0].zin if uitslag[1] else "")
                if uitslag[0] is not None:
                    self._opnieuw("Het dossier is weer open")

            self.vraag(
                lambda: self._d.meldcode.heropen(beeld.zaak, tekst),
                gedaan,
                lambda fout: klaar(f"{fout.zin} {fout.stap}"),
                urgent=True,
            )

        vraag = "Waarom gaat dit dossier weer open"
        open_dialoog(TekstDialoog(self._thema, "Dossier heropenen", "", vraag, "Heropen", bewaar, self))
