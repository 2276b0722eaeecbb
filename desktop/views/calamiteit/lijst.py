"""The calamities: those that run first, a button to open one at once, the draaiboeken beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.services.calamiteit import Calamiteitregel, duur
from desktop.services.diensten import Diensten
from desktop.views.calamiteit.regel import toon_moment
from desktop.views.forms.lezen import toon_datum
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, Label, LeegStaat, LijstView, RijInhoud, VasteModel, kolom
from desktop.views.work import Work
from desktop.views.zaak.verboden import Verboden

DIRECT = "direct"
"""The extra of the place that goes straight to the log: the one that runs, a new one, or a choice."""
_UITLEG = (
    "Een calamiteit is iets ernstigs dat veel onrust geeft, zoals een vermissing, een ongeluk of een ernstige "
    "beschuldiging. Open er een met één klik. Je kunt meteen opschrijven wat er gebeurt; de rest vul je later aan."
)


class CalamiteitenPagina(KluisPagina):
    """Plek('calamiteiten'); extra 'direct' opens the log at once: of the one that runs, or of a new one.

    `draaiboeken` is where the checklists are, None where this version has none.
    """

    handleiding = "calamiteit"
    rail = "calamiteiten"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        draaiboeken: Plek | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._bezig = False
        self.telling = Label("", "zacht")
        self.open = Knop("Calamiteit openen", thema, "meldcode", "siren")
        self.draaiboeken = Knop("Draaiboeken", thema, icoon="map-trifold")
        if draaiboeken is None:  # to show it before it has its place would make it a window
            self.draaiboeken.hide()
        self.model = VasteModel()
        self.lijst = LijstView(thema, "Calamiteiten")
        self.lijst.setModel(self.model)
        self.leeg = LeegStaat(thema, "siren", "Er loopt geen calamiteit", _UITLEG, "Calamiteit openen")
        self.leeg_lezer = LeegStaat(
            thema, "siren", "Er loopt geen calamiteit", "De directeur of intern begeleider opent er een."
        )
        self.verboden = Verboden(thema)
        self._stapel = QStackedWidget()
        for deel in (self.lijst, self.leeg, self.leeg_lezer, self.verboden):
            self._stapel.addWidget(deel)
        px = thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(12))
        kop.addWidget(Label("Calamiteiten", "kop"))
        kop.addStretch(1)
        kop.addWidget(self.draaiboeken)
        kop.addWidget(self.open)
        vak = kolom(thema, kop, self.banners, self.telling, ruimte=12)
        vak.setContentsMargins(px(32), px(8), px(32), px(24))
        vak.addWidget(self._stapel, 1)
        self._vak.addLayout(vak)
        self.open.clicked.connect(self.begin_nieuw)
        self.leeg.gekozen.connect(self.begin_nieuw)
        self.verboden.verder.connect(lambda: navigator.ga(Plek("leerlingen")))
        if draaiboeken is not None:
            self.draaiboeken.clicked.connect(lambda: navigator.ga(draaiboeken))
        self.lijst.gekozen.connect(self._gekozen)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Calamiteiten"

    def toon(self, plek: Plek) -> None:
        """Read the calamities and show them, or go straight to the log."""
        self.begin()
        self._bezig = False
        reden = self.reden(Actie.LOGBOEK_SCHRIJVEN)
        sta_toe(self.open, self.reden(Actie.CALAMITEIT))
        if reden:
            self.verboden.zet(reden)
            self.telling.setText("")
            self._stapel.setCurrentWidget(self.verboden)
        elif plek.extra == DIRECT:
            self.vraag(self._d.calamiteiten.lopende, self._direct)
        else:
            self.vraag(self._d.calamiteiten.alle, self._zet)

    def nieuw(self) -> bool:
        """Ctrl+N: open one."""
        if self.open.isEnabled():
            self.begin_nieuw()
        return self.open.isEnabled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the list."""
        self.lijst.setFocus(event.reason())

    def begin_nieuw(self) -> None:
        """Open a calamity now and go to its log; a second click while that runs opens no second one."""
        if self._bezig or not self.open.isEnabled():
            return
        self._bezig = True
        self.vraag(self._d.calamiteiten.begin, self._begonnen, self._mislukt, urgent=True)

    def _begonnen(self, stored: Stored) -> None:
        self._bezig = False
        self._navigator.rond_af(Plek("calamiteit", stored.record))

    def _mislukt(self, fout: UserError) -> None:
        self._bezig = False
        self.meld_fout(fout)

    def _direct(self, lopende: Sequence[Calamiteitregel]) -> None:
        """The one that runs; a new one where none does; a choice where there are more."""
        self._navigator.vervang(Plek("calamiteiten"))
        if len(lopende) == 1:
            self._navigator.rond_af(Plek("calamiteit", lopende[0].row.record))
        elif not lopende and self.open.isEnabled():
            self.begin_nieuw()
        else:
            self.vraag(self._d.calamiteiten.alle, self._zet)
            if lopende:
                zin = f"Er lopen {len(lopende)} calamiteiten."
                self.banners.zet("info", zin, "Kies er een, of open een nieuwe.", sluitbaar=False)

    def _zet(self, regels: Sequence[Calamiteitregel]) -> None:
        nu = self._d.session.nu().replace(tzinfo=None)
        self.model.zet([_rij(regel, nu) for regel in regels])
        open_ = sum(1 for regel in regels if not regel.dicht)
        dicht = len(regels) - open_
        delen = [f"{open_} {'loopt' if open_ == 1 else 'lopen'}", *([f"{dicht} afgesloten"] if dicht else [])]
        self.telling.setText(" · ".join(delen) if regels else "")
        leeg = self.leeg if self.open.isEnabled() else self.leeg_lezer
        self._stapel.setCurrentWidget(self.lijst if regels else leeg)
        if regels:
            self.lijst.setCurrentIndex(self.model.index(0))
        self.neem_focus(self.lijst if regels else self.open)

    def _gekozen(self, record: object) -> None:
        if isinstance(record, UUID):
            self._navigator.ga(Plek("calamiteit", record))


def _rij(regel: Calamiteitregel, nu: datetime) -> RijInhoud:
    aantal = "1 regel" if regel.regels == 1 else f"{regel.regels} regels"
    delen = [aantal]
    if regel.begonnen is not None and not regel.dicht:
        delen.insert(0, f"sinds {toon_moment(regel.begonnen, nu.date())}, {duur(regel.begonnen, nu)}")
    if regel.laatste and not regel.dicht:
        delen.append(f"laatste {toon_moment(datetime.fromisoformat(regel.laatste), nu.date())}")
    return RijInhoud(
        regel.row.record,
        regel.row.title,
        " · ".join(delen),
        "siren",
        "zacht" if regel.dicht else "meldcode",
        links=toon_datum(regel.begonnen.date(), kort=True) if regel.begonnen else "",
        pil="Afgesloten" if regel.dicht else "Loopt nu",
        toon="rust" if regel.dicht else "fout",
        pil_icoon="folder" if regel.dicht else "siren",
    )
