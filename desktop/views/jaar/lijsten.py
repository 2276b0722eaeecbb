"""The lists of what a school year leaves behind: monitoring rounds, VOG checks, changes in the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.models.opslag import Draft, Stored
from desktop.models.rechten import Actie
from desktop.models.schooljaarstukken import Monitoring, VogCheck, Wetswijziging
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.rijen import STATEN
from desktop.views.jaar.planwegen import NaTeKijken
from desktop.views.jaar.tabs import Jaardelen
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van, plek_van_draft
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Knop, Label, LeegStaat, LijstView, RijInhoud, Toon, VasteModel
from desktop.views.work import Work


class Jaarlijst(KluisPagina):
    """A list under its heading, with one way to begin; what is half-written stands on top."""

    rail = "schooljaar"
    sleutel = ""
    naam = ""
    intro = ""
    knoptekst = ""
    leegtekst: tuple[str, str, str] = ("", "", "")
    """Icon, what is missing, and what to do first."""
    nieuwe_plek = Plek("")

    def __init__(
        self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, parent: QWidget | None = None
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        reden = self.reden(Actie.SCHOOLJAAR)
        self.knop = Knop(self.knoptekst, thema, "primair", "plus")
        sta_toe(self.knop, reden)
        self.knop.clicked.connect(self.nieuw)
        self.model = VasteModel()
        self.lijst = LijstView(thema, self.naam)
        self.lijst.setModel(self.model)
        self.lijst.gekozen.connect(navigator.ga)
        self.telling = Label("", "klein")
        self.leeg = LeegStaat(thema, *self.leegtekst)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self.leeg)
        self._stapel.addWidget(self.lijst)
        marge = thema.px(32)
        self._vak.setContentsMargins(marge, thema.px(8), marge, thema.px(24))
        self._vak.setSpacing(thema.px(12))
        kop = QHBoxLayout()
        kop.addWidget(Label(self.naam, "kop"), 1)
        kop.addWidget(self.knop)
        self._vak.addLayout(kop)
        self._vak.addWidget(Jaardelen(thema, navigator, self.sleutel, alles=not reden))
        self._vak.addWidget(self.banners)
        self._vak.addWidget(Alinea(self.intro, "zacht"))
        self._vak.addWidget(self.telling)
        self._vak.addWidget(self._stapel, 1)

    def titel(self) -> str:
        """Return the name of the page."""
        return self.naam

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the school year."""
        return (("Schooljaar", Plek("schooljaar")),)

    def toon(self, plek: Plek) -> None:
        """Show the list afresh."""
        self.begin()
        if reden := self.reden(Actie.SCHOOLJAAR):
            self._stapel.hide()
            self.telling.hide()
            self.banners.zet("info", reden, sluitbaar=False)
            return
        self.vraag(self._haal, self._zet)

    def nieuw(self) -> bool:
        """Ctrl+N: write one."""
        if self.knop.isEnabled():
            self._navigator.ga(self.nieuwe_plek)
        return self.knop.isEnabled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the list, or where the first one is made."""
        (self.lijst if self.model.rowCount() else self.knop).setFocus(event.reason())

    def _haal(self) -> tuple[Sequence[RijInhoud], str]:
        """Return the rows, and what to say above them; runs on the vault's lane. Each list fills this in."""
        return (), ""

    def _zet(self, uit: tuple[Sequence[RijInhoud], str]) -> None:
        rijen, telling = uit
        self.model.zet(rijen)
        self.telling.setText(telling)
        self.telling.setVisible(bool(telling))
        self._stapel.setCurrentWidget(self.lijst if rijen else self.leeg)
        self.neem_focus(self.lijst if rijen else self.knop)


def half(draft: Draft, naam: str) -> RijInhoud:
    """Return what is half-written and nowhere stored as a row."""
    regel = f"Voor het laatst getypt op {toon_datum(draft.updated_at.date(), kort=True)}"
    return RijInhoud(
        plek_van_draft(draft), f"{naam}, niet af", regel, "note-pencil", pil="Niet bewaard", toon="waarschuwing",
        pil_icoon="pencil-simple",
    )  # fmt: skip


class MonitoringenPagina(Jaarlijst):
    """Plek('jaarstukken'): the rounds of monitoring, newest first."""

    handleiding = "monitoring"
    sleutel = "jaarstukken"
    naam = "Monitoring"
    intro = (
        "Eén ronde per vragenlijst: wie vulde in, wat kwam eruit, wat besluit de school, en wanneer hoorden de "
        "leerlingen het terug."
    )
    knoptekst = "Ronde vastleggen"
    leegtekst = (
        "chart-bar",
        "Nog geen ronde vastgelegd",
        "Is een vragenlijst ingevuld? Leg hier vast wat eruit kwam, en wat jullie ermee doen. De inspectie kan ernaar "
        "vragen.",
    )
    nieuwe_plek = Plek(Monitoring.KIND)

    def _haal(self) -> tuple[Sequence[RijInhoud], str]:
        stukken = self._d.jaarstukken
        drafts = [half(d, Monitoring.NAAM) for d in stukken.half(Monitoring)]
        rondes = stukken.monitoringen()
        concept = sum(1 for s, _ in rondes if s.state == "concept")
        telling = f"{len(rondes)} rondes" if len(rondes) != 1 else "1 ronde"
        telling += f", waarvan {concept} nog niet vastgesteld" if concept else ""
        return [*drafts, *(self._rij(s, m) for s, m in rondes)], telling if rondes else ""

    def _rij(self, stored: Stored, ronde: Monitoring) -> RijInhoud:
        woord, toon, icoon = STATEN[stored.state]
        delen = []
        if ronde.groepen:
            delen.append("groep " + ", ".join(g.groep for g in ronde.groepen if g.groep))
            open_ = sum(1 for g in ronde.groepen if g.besproken_op is None)
            delen.append(f"{open_} nog niet besproken met de klas" if open_ else "met elke klas besproken")
        if ronde.acties:
            delen.append(f"{len(ronde.acties)} acties" if len(ronde.acties) > 1 else "1 actie")
        if ronde.beleid_anders is not None:
            delen.append("beleid verandert" if ronde.beleid_anders else "beleid blijft")
        return RijInhoud(
            plek_van(Monitoring.KIND, stored.record),
            ronde.titel(),
            " · ".join(delen),
            "chart-bar",
            "rol.directeur",
            links=toon_datum(ronde.van, kort=True) if ronde.van else "",
            pil=woord,
            toon=toon,
            pil_icoon=icoon,
        )


class VogPagina(Jaarlijst):
    """Plek('vog'): whose VOG is to be seen, and whose was."""

    handleiding = "scholing"
    sleutel = "vog"
    naam = "VOG-controles"
    intro = (
        "Gaat een ouder mee op kamp, of komt er iemand nieuw? Leg vast dat je de VOG zag. De VOG zelf bewaren jullie "
        "hier niet. Voor een kamp is hij op de eerste dag hoogstens zes maanden oud."
    )
    knoptekst = "VOG-controle toevoegen"
    leegtekst = ("identification-card", "Nog geen VOG-controle", "Voeg toe van wie je een VOG wilt zien, en wanneer.")
    nieuwe_plek = Plek("vog-stuk")

    def _haal(self) -> tuple[Sequence[RijInhoud], str]:
        stukken, vandaag = self._d.jaarstukken, self._d.session.vandaag()
        drafts = [half(d, VogCheck.NAAM) for d in stukken.half(VogCheck)]
        alle = stukken.vogs()
        open_ = sum(1 for _, v in alle if v.gezien_op is None)
        telling = f"{open_} nog te zien" if open_ else "Alles is gezien"
        return [*drafts, *(_vogrij(s, v, vandaag) for s, v in alle)], telling if alle else ""


def vogstand(vog: VogCheck, vandaag: date) -> tuple[str, Toon, str]:
    """Return how a check stands: word, tone and icon."""
    if vog.gezien_op:
        return "Gezien", "goed", "check-circle"
    if vog.te_oud():
        return "Te oud", "fout", "warning-circle"
    if vog.nodig_op and vog.nodig_op < vandaag:
        return "Te laat", "fout", "warning-circle"
    return "Nog te zien", "waarschuwing", "clock"


def _vogrij(stored: Stored, vog: VogCheck, vandaag: date) -> RijInhoud:
    woord, toon, icoon = vogstand(vog, vandaag)
    delen = [vog.waarvoor]
    if vog.te_oud():
        delen.append("ouder dan zes maanden op die dag: vraag een nieuwe")
    elif vog.afgegeven_op:
        delen.append(f"afgegeven {toon_datum(vog.afgegeven_op, kort=True)}")
    if vog.gezien_op:
        delen.append(
            f"gezien {toon_datum(vog.gezien_op, kort=True)}" + (f" door {vog.gezien_door}" if vog.gezien_door else "")
        )
    return RijInhoud(
        plek_van(VogCheck.KIND, stored.record),
        vog.wie.naam if vog.wie else VogCheck.NAAM,
        " · ".join(delen),
        "identification-card",
        "rol.ouders",
        links=toon_datum(vog.nodig_op, kort=True) if vog.nodig_op else "",
        pil=woord,
        toon=toon,
        pil_icoon=icoon,
    )


class WettenPagina(Jaarlijst):
    """Plek('wetten'): changes in law and demands, what asks to review the plan first."""

    handleiding = "schooljaar"
    sleutel = "wetten"
    naam = "Wet en eisen"
    intro = (
        "Verandert de wet, een kerndoel of een eis van de inspectie? Zet het hier, met de pagina's van het plan die "
        "het raakt. Kijk ze na, pas zo nodig de eigen tekst aan, en vul de dag in waarop dat klaar was."
    )
    knoptekst = "Wijziging toevoegen"
    leegtekst = ("scales", "Nog geen wijziging", "Hoorde je van het bestuur over een nieuwe regel? Voeg hem toe.")
    nieuwe_plek = Plek("wet-stuk")

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        plan: Plan,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self.na_te_kijken = NaTeKijken(thema, plan, navigator.ga)
        self._vak.insertWidget(self._vak.indexOf(self.telling), self.na_te_kijken)
        self.na_te_kijken.hide()

    def toon(self, plek: Plek) -> None:
        """Show the list afresh, and above it what asks to review the plan."""
        super().toon(plek)
        if self._stapel.isHidden():
            return
        self.vraag(
            lambda: [w for _, w in self._d.jaarstukken.wetten() if w.nagekeken_op is None], self.na_te_kijken.toon
        )

    def _haal(self) -> tuple[Sequence[RijInhoud], str]:
        stukken, vandaag = self._d.jaarstukken, self._d.session.vandaag()
        drafts = [half(d, Wetswijziging.NAAM) for d in stukken.half(Wetswijziging)]
        alle = stukken.wetten()
        open_ = sum(1 for _, w in alle if w.nagekeken_op is None)
        telling = f"Voor {open_} moet het plan nog nagekeken worden" if open_ else "Het plan is overal op nagekeken"
        return [*drafts, *(_wetrij(s, w, vandaag) for s, w in alle)], telling if alle else ""


def _wetrij(stored: Stored, wet: Wetswijziging, vandaag: date) -> RijInhoud:
    pil: tuple[str, Toon, str] = ("Nog nakijken", "waarschuwing", "clock")
    if wet.nagekeken_op:
        pil = ("Nagekeken", "goed", "check-circle")
    elif wet.nakijken_voor and wet.nakijken_voor < vandaag:
        pil = ("Te laat", "fout", "warning-circle")
    dag = wet.nagekeken_op or wet.nakijken_voor
    delen = [
        wet.paginas,
        f"geldt vanaf {toon_datum(wet.geldt_vanaf, kort=True)}" if wet.geldt_vanaf else "",
        wet.besluit if wet.nagekeken_op else "",
    ]
    return RijInhoud(
        plek_van(Wetswijziging.KIND, stored.record),
        wet.wat,
        " · ".join(deel for deel in delen if deel),
        "scales",
        "rol.directeur",
        links=toon_datum(dag, kort=True) if dag else "",
        pil=pil[0],
        toon=pil[1],
        pil_icoon=pil[2],
    )
