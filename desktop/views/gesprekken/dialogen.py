"""The few questions of this folder: two versions side by side, why it is withdrawn, which case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget

from desktop.models.core import Record, Values
from desktop.models.opslag import Row
from desktop.models.velden import naar_values
from desktop.services.stuk import Stuk
from desktop.views.forms.basis import regel
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.gesprekken.rijen import dag_van
from desktop.views.gesprekken.waarden import verschillen
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bladvlak, Dialoog, Label

_MINST = 10
"""So many characters a reason has at least, as the service asks."""


class VergelijkDialoog(Dialoog):
    """Two versions of one report, field by field where they differ; both can be read and copied, none is changed."""

    def __init__(self, thema: Thema, kind: type[Record], bewaard: Values, mijn: Values, parent: QWidget | None) -> None:
        super().__init__(thema, "Twee versies naast elkaar", parent)
        blad = Bladvlak()
        raster = QGridLayout(blad.vlak)
        raster.setHorizontalSpacing(thema.px(24))
        raster.setVerticalSpacing(thema.px(12))
        raster.setColumnStretch(0, 1)
        raster.setColumnStretch(1, 1)
        raster.addWidget(Label("Bewaarde versie", "sterk"), 0, 0)
        raster.addWidget(Label("Jouw versie", "sterk"), 0, 1)
        self.velden = list(verschillen(kind, bewaard, mijn))
        for n, (label, links, rechts) in enumerate(self.velden):
            raster.addWidget(Label(label, "veld"), 2 * n + 1, 0, 1, 2)
            raster.addWidget(_tekst(links, f"{label}, bewaarde versie"), 2 * n + 2, 0)
            raster.addWidget(_tekst(rechts, f"{label}, jouw versie"), 2 * n + 2, 1)
        if not self.velden:
            raster.addWidget(regel("Er is geen verschil in wat er staat.", "zacht"), 1, 0, 1, 2)
        raster.setRowStretch(2 * len(self.velden) + 3, 1)
        self.inhoud.addWidget(blad, 1)
        self.uitleg = Alinea(
            "Neem je jouw versie, dan blijft de andere in de geschiedenis. Je kunt tekst kopiëren.", "klein"
        )
        self.inhoud.addWidget(self.uitleg)
        self.terug = self.voeg_knop("Terug")
        self.terug.clicked.connect(self.reject)
        self.mijn = self.voeg_knop("Neem mijn versie", "primair")
        self.mijn.clicked.connect(self.accept)
        self.resize(thema.px(880), thema.px(560))
        self.terug.setFocus()

    @classmethod
    def van(
        cls, thema: Thema, stuk: Stuk, mijn: Values, gooi_weg: Callable[[], None], parent: QWidget | None
    ) -> VergelijkDialoog:
        """Return the dialog for reading only: the stored version beside text that has no place in it any more."""
        assert stuk.stored is not None
        assert stuk.stored.value is not None
        dialoog = cls(thema, stuk.kind, naar_values(stuk.stored.value), mijn, parent)
        dialoog.mijn.hide()
        dialoog.uitleg.setText("Kopieer wat erbij hoort, en zet het in een aanvulling.")
        weg = dialoog.voeg_knop("Gooi mijn tekst weg", "gevaar")
        weg.clicked.connect(dialoog.reject)
        weg.clicked.connect(lambda: gooi_weg())
        return dialoog


class IntrekDialoog(Dialoog):
    """Asks why something is withdrawn, and says what that does; a possible data breach is called by its name."""

    def __init__(self, thema: Thema, wat: str, gevolgen: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(thema, f"{wat} intrekken?", parent)
        for zin in gevolgen:
            self.inhoud.addWidget(Alinea(zin))
        vraag = Label("Waarom trek je het in? *", "veld")
        vraag.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.inhoud.addWidget(vraag)
        self.reden = LangVeld(regels=3)
        self.reden.zet_namen("Waarom trek je het in", "Verplicht. Eén zin is genoeg.")
        self.inhoud.addWidget(self.reden)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.inhoud.addStretch(1)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop("Trek in", "gevaar")
        self.doen.clicked.connect(self._doe)
        self.reden.widgets()[0].setFocus()

    def tekst(self) -> str:
        """Return the reason."""
        return str(self.reden.waarde() or "").strip()

    def _doe(self) -> None:
        if len(self.tekst()) >= _MINST:
            self.accept()
            return
        self.fout.setText("Schrijf op waarom. Eén zin is genoeg.")
        self.fout.show()
        self.reden.zet_fout(True)
        self.reden.widgets()[0].setFocus()


class ZaakDialoog(Dialoog):
    """Asks which of the pupil's open cases a record joins; where there is one it is chosen."""

    def __init__(self, thema: Thema, zaken: Sequence[Row], parent: QWidget | None) -> None:
        super().__init__(thema, "Toevoegen aan een dossier meldcode", parent)
        zin = "Het stuk blijft ook in de tijdlijn van de leerling staan. Bij welk dossier hoort het?"
        self.inhoud.addWidget(Alinea(zin))
        self.keuzes: list[tuple[QRadioButton, UUID]] = []
        for n, zaak in enumerate(zaken):
            tekst = " · ".join(deel for deel in (zaak.title, f"geopend op {dag_van(zaak)}") if deel)
            knop = QRadioButton(tekst.replace("&", "&&"))
            knop.setAccessibleName(tekst)
            knop.setChecked(n == 0)
            self.keuzes.append((knop, zaak.record))
            self.inhoud.addWidget(knop)
        self.inhoud.addStretch(1)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop("Voeg toe", "primair")
        self.doen.clicked.connect(self.accept)
        self.keuzes[0][0].setFocus()

    def gekozen(self) -> UUID:
        """Return the case that is chosen."""
        return next(record for knop, record in self.keuzes if knop.isChecked())


def _tekst(inhoud: str, naam: str) -> Alinea:
    label = Alinea(inhoud or "(leeg)", "basis" if inhoud else "zacht")
    label.setAccessibleName(f"{naam}: {inhoud or 'leeg'}")
    return label
