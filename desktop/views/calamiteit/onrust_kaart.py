"""The cards of what may grow: unrest from its four causes, an offence or a professional, support, and closing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.models.actieplan import Onrust, Route, RouteStap
from desktop.models.calamiteit import CalamiteitSlot
from desktop.models.communicatie import Communicatie
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.calamiteitdaden import STAPPEN, Welke
from desktop.views.calamiteit.kaarten import Kaartomgeving, Plankaart, Werkkaart, paar
from desktop.views.calamiteit.regel import toon_dag
from desktop.views.forms.basis import regel
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.kluispagina import waarom_niet
from desktop.views.widgets import Label, Pil, Toon
from desktop.views.zaak.dialogen import TekstDialoog

_OORZAKEN = (
    ("onrust_kennis", "Gebrek aan kennis"),
    ("onrust_ervaringen", "Eigen ervaringen"),
    ("onrust_emotie", "Emotionele reacties"),
    ("onrust_media", "(Sociale) media"),
)
_TOON: dict[Onrust, Toon] = {Onrust.KLEIN: "goed", Onrust.MIDDEN: "waarschuwing", Onrust.GROOT: "fout"}
_KORT = 160


class Onrustkaart(Plankaart):
    """The estimate of unrest and what it comes from."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Onrust", "chart-line-up")

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        plan = beeld.plan
        if plan is None or plan.onrust is None:
            self.woorden("Nog niet geschat.", "zacht")
        else:
            self.deel.addWidget(Pil(self._thema, f"Inschatting: {plan.onrust.label.lower()}", _TOON[plan.onrust]))
        for veld, naam in _OORZAKEN:
            tekst = getattr(plan, veld) if plan is not None else ""
            if tekst:
                self.deel.addLayout(paar(Label(naam, "veld"), regel(_in_kort(tekst), "basis")))
        self.naar_plan(beeld, "Schat de onrust in het plan", reden)


class Routekaart(Plankaart):
    """A suspected offence, and conduct of a professional: each step with its time and decision."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Strafbaar feit of professional", "scales")

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        plan = beeld.plan
        if plan is None:
            self.woorden("Twee vragen in het actieplan openen hier de stappen.", "zacht")
            return
        self._route("feit", "Vermoeden van een strafbaar feit", plan.strafbaar, plan.route_feit, beeld, reden)
        naam = "Gedrag van een professional"
        self._route("professional", naam, plan.professional, plan.route_professional, beeld, reden)
        if plan.strafbaar is None or plan.professional is None:
            self.naar_plan(beeld, "Beantwoord in het plan", reden)

    def _route(
        self,
        welke: Welke,
        naam: str,
        speelt: bool | None,
        gezet: tuple[Route, ...],
        beeld: Calamiteitbeeld,
        reden: str,
    ) -> None:
        woord = {None: "nog niet beantwoord", False: "nee", True: "ja"}[speelt]
        self.deel.addLayout(paar(Label(naam, "veld"), regel(woord, "zacht" if speelt is not True else "sterk")))
        if speelt is not True:
            return
        for stap in STAPPEN[welke]:
            keren = [r for r in gezet if r.stap is stap]
            for keer in keren:
                self.punt("check-circle", "goed", stap.label, f"{_wanneer(keer)}: {keer.besluit or 'zonder besluit'}")
            if not keren:
                rij = self.punt("circle-dashed", "zacht", stap.label, "nog niet")
                if not beeld.dicht:
                    doe = partial(self._vraag, welke, stap)
                    self.knop(rij, "Leg vast…", doe, naam=f"Leg vast: {stap.label}", soort="koppeling", reden=reden)

    def _vraag(self, welke: Welke, stap: RouteStap) -> None:
        assert self._beeld is not None
        calamiteit, om = self._beeld.stored.record, self._om

        def bewaar(tekst: str, klaar: Callable[[str], None]) -> None:
            def gelukt(_: Stored) -> None:
                klaar("")
                self.opnieuw.emit()

            om.work.kluis(
                dialoog,
                lambda: om.diensten.calamiteitdaden.leg_stap_vast(calamiteit, welke, stap, tekst),
                gelukt,
                lambda fout: klaar(f"{fout.zin} {fout.stap}"),
                urgent=True,
            )

        uitleg = "Dit moment en het besluit komen in het actieplan, als nieuwe versie, en in het logboek."
        dialoog = TekstDialoog(self._thema, stap.label, uitleg, "Wat is besloten", "Leg vast", bewaar, self.window())
        open_dialoog(dialoog)


class Steunkaart(Plankaart):
    """Who gets which support, and who may be hit harder."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Ondersteuning", "lifebuoy")

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        plan = beeld.plan
        paren = (
            ("Wie krijgt welke steun", plan.steun if plan else ""),
            ("Wie kan dit zwaarder raken", plan.zwaarder if plan else ""),
        )
        for naam, tekst in paren:
            woord = regel(_in_kort(tekst) if tekst else "nog niet ingevuld", "basis" if tekst else "zacht")
            self.deel.addLayout(paar(Label(naam, "veld"), woord))
        self.naar_plan(beeld, "Vul aan in het plan", reden)


class Slotkaart(Werkkaart):
    """What is open before closing, how it was closed, and the papers."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Sluiten en evalueren", "flag")

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        slot = beeld.slot.value if beeld.slot is not None else None
        calamiteit, druk = beeld.stored.record, self._om.diensten.calamiteitdruk
        if isinstance(slot, CalamiteitSlot):
            self.punt("check-circle", "goed", slot.titel(), slot.beleid.label if slot.beleid else slot.waarom_niet)
            if slot.wijzigingen:
                self.deel.addLayout(
                    paar(Label("Wat verandert er in het plan", "veld"), regel(slot.wijzigingen, "basis"))
                )
            if slot.nazorg:
                self.deel.addLayout(paar(Label("Nazorg", "veld"), regel(slot.nazorg, "basis")))
        else:
            open_ = nog_open(beeld)
            for zin in open_:
                self.punt("circle-dashed", "zacht", zin)
            self.woorden("Is de onrust voorbij? Evalueer dan. Zonder evaluatie sluiten kan, met een reden.", "zacht")
        knoppen = self.knoppenrij()
        papier = waarom_niet(self._om.diensten, Actie.AFDRUKKEN)
        if isinstance(slot, CalamiteitSlot):
            self.knop(
                knoppen,
                "Evaluatie (pdf)",
                lambda: self._om.druk(lambda: druk.evaluatie(calamiteit)),
                icoon="printer",
                reden=papier,
            )
        else:
            self.knop(knoppen, "Sluit en evalueer", lambda: self.daad.emit("sluit"), naam="Sluiten en evalueren",
                      reden=reden)  # fmt: skip
        self.knop(
            knoppen,
            "Heel de calamiteit (pdf)",
            lambda: self._om.druk(lambda: druk.geheel(calamiteit)),
            icoon="printer",
            reden=papier,
        )


def nog_open(beeld: Calamiteitbeeld) -> list[str]:
    """Return what is still to do, in sentences: a calamity can be closed all the same."""
    plan = beeld.plan
    acties = [rij for rij, _, _ in plan.acties()] if plan is not None else []
    over = sum(1 for rij in acties if not (rij in beeld.standen and beeld.standen[rij].gedaan))
    gesprekken = sum(1 for g in beeld.gesprekken if not g.klaar)
    concepten = sum(1 for s in beeld.communicatie if isinstance(s.value, Communicatie) and s.state == "concept")
    zinnen = [
        "Er is geen actieplan." if plan is None else "",
        _telling(over, "1 actie is niet afgevinkt.", f"{over} acties zijn niet afgevinkt."),
        _telling(gesprekken, "1 gesprek is niet klaar.", f"{gesprekken} gesprekken zijn niet klaar."),
        _telling(concepten, "1 stuk is niet verstuurd.", f"{concepten} stukken zijn niet verstuurd."),
    ]
    return [zin for zin in zinnen if zin]


def _telling(n: int, een: str, meer: str) -> str:
    return "" if n == 0 else een if n == 1 else meer


def _wanneer(keer: Route) -> str:
    dag = toon_dag(keer.op) if keer.op else "zonder datum"
    return f"{dag} {keer.om:%H:%M}" if keer.om else dag


def _in_kort(tekst: str) -> str:
    plat = " ".join(tekst[: 2 * _KORT].split())
    return plat if len(plat) <= _KORT else f"{plat[: _KORT - 1]}…"
