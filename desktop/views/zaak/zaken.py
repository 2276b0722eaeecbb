"""The list of cases: what is urgent first, where each stands, what is due; closed ones on request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget

from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.services.zaken import Zaakregel
from desktop.views.forms.lezen import toon_datum
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, Label, LeegStaat, LijstView, RijInhoud, VasteModel, kolom
from desktop.views.work import Work
from desktop.views.zaak.verboden import Verboden

_KIES = {
    "weging": ("Kies het dossier dat je gaat wegen.", "weging", ""),
    "melding": ("Kies het dossier waarvoor je meldt. Is er geen? Begin dan vanuit het signaal.", "melding", "dossier="),
    "citcontact": ("Kies het dossier waarover je het CIT sprak.", "citcontact", "dossier="),
    "vtadvies": ("Kies het dossier waarover je advies vroeg.", "vtadvies", "dossier="),
}
"""What a form needs a case for: the sentence above the list, the page that comes next, and how it is told the case."""


class ZakenPagina(KluisPagina):
    """Plek('zaken'); extra 'gesloten' shows closed cases too, 'kies:weging' asks for the case of what comes next."""

    handleiding = "meldcode-dossier"
    rail = "meldcode"

    def __init__(self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._kies = ""
        self._regels: dict[object, Zaakregel] = {}
        self.telling = Label("", "zacht")
        self.nieuwknop = Knop("Nieuw dossier", thema, "primair", "plus")
        self.bundelknop = Knop("Rapportage meldcode", thema, icoon="chart-bar")
        self.ook_gesloten = QCheckBox("Ook gesloten dossiers")
        self.model = VasteModel()
        self.lijst = LijstView(thema, "Dossiers meldcode")
        self.lijst.setModel(self.model)
        self.leeg = LeegStaat(
            thema,
            "folder-open",
            "Er is geen open dossier meldcode",
            "Een dossier begint met signalen. Leg een signaal vast bij de leerling, en open daarna hier het dossier.",
            "Nieuw dossier",
        )
        self.verboden = Verboden(thema)
        self._stapel = QStackedWidget()
        for deel in (self.lijst, self.leeg, self.verboden):
            self._stapel.addWidget(deel)
        px = thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(12))
        kop.addWidget(Label("Dossiers meldcode", "kop"))
        kop.addStretch(1)
        kop.addWidget(self.bundelknop)
        kop.addWidget(self.nieuwknop)
        filters = QHBoxLayout()
        filters.addWidget(self.telling)
        filters.addStretch(1)
        filters.addWidget(self.ook_gesloten)
        vak = kolom(thema, kop, self.banners, filters, ruimte=12)
        vak.setContentsMargins(px(32), px(8), px(32), px(24))
        vak.addWidget(self._stapel, 1)
        self._vak.addLayout(vak)
        self.nieuwknop.clicked.connect(self.nieuw)
        self.leeg.gekozen.connect(self.nieuw)
        self.verboden.verder.connect(lambda: navigator.ga(Plek("leerlingen")))
        self.bundelknop.clicked.connect(lambda: navigator.ga(Plek("rapportage")))
        self.ook_gesloten.clicked.connect(lambda aan: navigator.ga(Plek("zaken", extra="gesloten" if aan else "")))
        self.lijst.gekozen.connect(self._gekozen)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Dossiers meldcode"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """One comes from the drawing."""
        return (("Meldcode", Plek("meldcode")),)

    def toon(self, plek: Plek) -> None:
        """Read the cases and show them."""
        self.begin()
        soort, _, wat = plek.extra.partition(":")
        self._kies = wat if soort == "kies" and wat in _KIES else ""
        gesloten = plek.extra == "gesloten"
        self.ook_gesloten.setChecked(gesloten)
        reden = self.reden(Actie.MELDCODE_LEZEN)
        sta_toe(self.nieuwknop, self.reden(Actie.MELDCODE))
        sta_toe(self.bundelknop, self.reden(Actie.RAPPORTEREN))
        for deel in (self.ook_gesloten, self.lijst):
            deel.setVisible(not reden)
        if reden:
            self.verboden.zet(reden)
            self.telling.setText("")
            self._stapel.setCurrentWidget(self.verboden)
            return
        if self._kies:
            self.banners.zet("info", _KIES[self._kies][0], sluitbaar=False)
        self.vraag(lambda: self._d.zaken.lijst(ook_gesloten=gesloten), self._zet)

    def nieuw(self) -> bool:
        """Ctrl+N: a new case; first its pupil."""
        if self.nieuwknop.isEnabled():
            self._navigator.ga(Plek("leerlingen", extra="zaak-nieuw"))
        return self.nieuwknop.isEnabled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the list."""
        self.lijst.setFocus(event.reason())

    def _zet(self, regels: Sequence[Zaakregel]) -> None:
        self._regels = {r.row.record: r for r in regels}
        self.model.zet([regel(r) for r in regels])
        self._stapel.setCurrentWidget(self.lijst if regels else self.leeg)
        open_ = [r for r in regels if not r.gesloten]
        delen = [f"{len(open_)} open"]
        if spoed := sum(1 for r in open_ if r.spoed):
            delen.append(f"{spoed} vraagt nu Veilig Thuis" if spoed == 1 else f"{spoed} vragen nu Veilig Thuis")
        if laat := sum(r.te_laat for r in open_):
            delen.append(f"{laat} te laat")
        if dicht := len(regels) - len(open_):
            delen.append(f"{dicht} gesloten")
        self.telling.setText(" · ".join(delen) if regels else "")
        self.lijst.setCurrentIndex(self.model.index(0)) if regels else None
        self.neem_focus(self.lijst if regels else self.nieuwknop)

    def _gekozen(self, record: object) -> None:
        regel = self._regels.get(record)
        if regel is None:
            return
        if not self._kies:
            self._navigator.ga(Plek("zaak", regel.row.record))
            return
        _, pagina, hoe = _KIES[self._kies]
        if not hoe:
            self._navigator.ga(Plek(pagina, regel.row.record))
            return
        leerling = f"leerling={regel.row.subjects[0]};" if regel.row.subjects and pagina != "melding" else ""
        self._navigator.ga(Plek(pagina, extra=f"{leerling}{hoe}{regel.row.record}"))


def regel(zaak: Zaakregel) -> RijInhoud:
    """Return a case as the list shows it."""
    wie = f"{zaak.leerling} ({zaak.groep})" if zaak.groep else zaak.leerling
    if zaak.gesloten:
        pil = ("Gesloten", "rust", "folder")
    elif zaak.spoed:
        pil = ("Nu Veilig Thuis", "fout", "phone-call")
    elif zaak.te_laat:
        pil = (f"{zaak.te_laat} te laat", "fout", "warning-circle")
    else:
        pil = (f"{zaak.open} open" if zaak.open else "Niets open", "info" if zaak.open else "rust", "calendar-check")
    return RijInhoud(
        zaak.row.record,
        wie,
        " · ".join(deel for deel in (zaak.row.title, "" if zaak.gesloten else zaak.stand) if deel),
        "shield-warning",
        "meldcode",
        links=_dag(zaak.row.event_at),
        pil=pil[0],
        toon=pil[1],  # type: ignore[arg-type]  # one of the tones
        pil_icoon=pil[2],
    )


def _dag(moment: str) -> str:
    try:
        return toon_datum(datetime.fromisoformat(moment).date(), kort=True)
    except ValueError:
        return ""
