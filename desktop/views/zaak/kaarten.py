"""The cards beside the path of a case: what is due, its eight contents, roles, what contradicts, the family."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.meldcode import MeldcodeDossier
from desktop.models.opslag import Work
from desktop.models.rechten import Rol
from desktop.services.agenda import SOORTEN
from desktop.services.meldcode import Inhoudpunt
from desktop.services.wegen import Gezinslid
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Kaart, Knop, KnopKaart, Label, SectieKop, maak_leeg


class _Zijkaart(Kaart):
    """A card with a heading; the rest is filled anew each time."""

    def __init__(self, thema: Thema, kop: str, icoon: str, parent: QWidget | None = None) -> None:
        super().__init__(thema, "paneel", parent)
        self._thema = thema
        marge = thema.px(20)
        self.inhoud.setContentsMargins(marge, marge, marge, marge)
        self.inhoud.addWidget(SectieKop(thema, kop, icoon, "koppeling"))
        self._deel = QVBoxLayout()
        self._deel.setSpacing(thema.px(8))
        self.inhoud.addLayout(self._deel)

    def _leeg(self) -> None:
        maak_leeg(self._deel)

    def _punt(self, icoon: str, kleur: str, tekst: str, bij: str = "") -> None:
        rij = QHBoxLayout()
        rij.setSpacing(self._thema.px(8))
        rij.addWidget(IcoonLabel(self._thema, icoon, kleur, 20), 0, Qt.AlignmentFlag.AlignTop)
        woorden = QVBoxLayout()
        woorden.setSpacing(0)
        woorden.addWidget(regel(tekst, "basis"))
        if bij:
            woorden.addWidget(regel(bij, "klein"))
        rij.addLayout(woorden, 1)
        self._deel.addLayout(rij)


class Werkkaart(_Zijkaart):
    """What of this case has a date and is not done; `gekozen` carries its record."""

    gekozen = Signal(object)

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema, "Open in dit dossier", "calendar-check")

    def zet(self, werk: Sequence[Work], vandaag: date) -> None:
        """Show it, overdue first; nothing open hides the card."""
        self._leeg()
        self.setHidden(not werk)
        for w in sorted(werk, key=lambda w: w.due_on):
            laat = w.due_on < vandaag
            wanneer = f"{'te laat sinds' if laat else 'uiterlijk'} {toon_datum(w.due_on, kort=True)}"
            bij = f"{wanneer} · {Rol.van(w.role).label.lower()}"
            titel = SOORTEN.get(w.kind, w.title)
            kaart = KnopKaart(self._thema, titel, bij, kleur="gevaar" if laat else "accent")
            kaart.clicked.connect(lambda _=False, record=w.record: self.gekozen.emit(record))
            self._deel.addWidget(kaart)


class Inhoudkaart(_Zijkaart):
    """The eight contents that the plan asks, ticked as records come in."""

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema, "Inhoud van het dossier", "clipboard-text")

    def zet(self, punten: Sequence[Inhoudpunt]) -> None:
        """Show which are there; each says so in words too."""
        self._leeg()
        for punt in punten:
            n = len(punt.records)
            bij = ("1 stuk" if n == 1 else f"{n} stukken") if punt.gevuld else "nog niet"
            icoon, kleur = ("check-circle", "goed") if punt.gevuld else ("circle-dashed", "zacht")
            self._punt(icoon, kleur, f"{punt.nummer}. {punt.naam}", bij)


class Rolkaart(_Zijkaart):
    """Who executes and who advises: two roles that the plan keeps apart."""

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema, "Wie doet wat", "users")

    def zet(self, dossier: MeldcodeDossier) -> None:
        """Show the roles of a case."""
        self._leeg()
        for kop, wie, leeg in (
            ("Uitvoerend", dossier.uitvoerend, "nog niet ingevuld"),
            ("Adviserend", dossier.adviserend, "nog niet ingevuld: de aandachtsfunctionaris van een gekoppelde school"),
            ("Casemanager", dossier.casemanager, "vanaf afweging 4"),
            ("Contact met de leerling", dossier.contact_leerling, "nog niet afgesproken"),
        ):
            paar = QVBoxLayout()
            paar.setSpacing(0)
            paar.addWidget(Label(kop, "veld"))
            paar.addWidget(regel(wie or leeg, "basis" if wie else "zacht"))
            self._deel.addLayout(paar)


class Tegenkaart(_Zijkaart):
    """What contradicts the suspicion has a place of its own, also while it is empty."""

    aanvullen = Signal()

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema, "Wat het vermoeden tegenspreekt", "scales")
        self.knop = Knop("Voeg toe", thema, "koppeling", "plus")
        self.knop.setAccessibleName("Wat het vermoeden tegenspreekt: voeg toe")
        self.knop.clicked.connect(self.aanvullen)
        self.inhoud.addWidget(self.knop, alignment=Qt.AlignmentFlag.AlignLeft)

    def zet(self, dossier: MeldcodeDossier, reden: str) -> None:
        """Show the facts; `reden` says why none can be added."""
        self._leeg()
        sta_toe(self.knop, reden)
        for rij in dossier.tegenspraak:
            self._punt("check-circle", "accent", rij.wat, rij.bron)
        if not dossier.tegenspraak:
            self._deel.addWidget(regel("Nog niets. Zijn er feiten die niet bij het vermoeden passen?", "zacht"))


class Gezinskaart(_Zijkaart):
    """Brothers and sisters at this school: proposed through shared parents, looked up by a person."""

    nazoeken = Signal(object)
    gekozen = Signal(object)

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema, "Broertjes en zusjes", "users-three")
        self.knoppen: dict[UUID, Knop] = {}

    def zet(self, dossier: MeldcodeDossier, gezin: Sequence[Gezinslid], reden: str) -> None:
        """Show what was found, and who is still to be looked up."""
        self._leeg()
        self.knoppen = {}
        for rij in dossier.gezin:
            self._punt("check-circle", "goed", rij.wie.naam if rij.wie else "?", rij.uitkomst)
        for lid in gezin:
            if not lid.nagezocht:
                self._voorstel(lid, reden)
        if not dossier.gezin and not gezin:
            zin = "Er zijn geen broertjes of zusjes op deze school bekend. Klopt dat? Koppel anders eerst de ouders."
            bevestigd = "Er zijn er geen op deze school." if dossier.geen_gezin else zin
            self._deel.addWidget(regel(bevestigd, "zacht"))

    def _voorstel(self, lid: Gezinslid, reden: str) -> None:
        aantal = "1 signaal" if lid.signalen == 1 else f"{lid.signalen or 'geen'} signalen"
        kaart = KnopKaart(self._thema, lid.naam, f"{aantal} · bekijk het dossier", kleur="rol.leerling")
        kaart.clicked.connect(lambda: self.gekozen.emit(lid.leerling))
        knop = Knop("Nagezocht…", self._thema, icoon="check")
        knop.setAccessibleName(f"Nagezocht: {lid.naam}")
        sta_toe(knop, reden)
        knop.clicked.connect(lambda: self.nazoeken.emit(lid))
        self.knoppen[lid.leerling] = knop
        self._deel.addWidget(kaart)
        self._deel.addWidget(knop, alignment=Qt.AlignmentFlag.AlignLeft)
