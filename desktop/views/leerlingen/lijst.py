"""The list of pupils: filter by words and group, everyone within reach of the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QStackedWidget, QStyleOptionViewItem, QWidget

from desktop.models.opslag import Row
from desktop.models.personen import Groep
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.views.bladen import van_kluis
from desktop.views.forms.lezen import groep_en_geboren
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import (
    BladModel,
    Knop,
    Label,
    LeegStaat,
    LijstView,
    RijDelegate,
    RijInhoud,
    Zoekvak,
    kolom,
    rij,
    sneltoets,
    zeg,
)
from desktop.views.widgets.rijmodel import Index
from desktop.views.work import Work

NIEUW = Plek("leerling", extra="nieuw")
"""Where a pupil is added by hand."""
_EDEXML = Plek("edexml")
_KIEZEN = {
    "verslag": "Over welke leerling is het verslag?",
    "uitnodiging": "Voor welke leerling is de uitnodiging?",
    "signaal": "Over welke leerling is het signaal?",
    "overleg": "Over welke leerling is het overleg?",
    "overdracht": "Over welke leerling draag je de zorg over?",
    "kindcheck": "Bij welke leerling doe je de kindcheck?",
    "toestemming": "Voor welke leerling is de toestemming?",
    "vtadvies": "Over welke leerling is het advies?",
    "handelingsplan": "Voor welke leerling is het handelingsplan?",
    "correctieverzoek": "Over het dossier van welke leerling gaat het verzoek?",
    "oudstuk": "Van welke leerling is dit stuk?",
    "zaak-nieuw": "Over welke leerling gaat het dossier?",
    "oudestukken": "Van welke leerling zijn deze stukken?",
}
"""What a pupil can be chosen for, by the key of the page that it then opens."""
_KOLOMMEN = (0.0, 0.5, 0.75)


class LeerlingDelegate(RijDelegate):
    """Paints a pupil in three columns: name, group, date of birth; who left gets a pill."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line a row."""
        return QSize(self._thema.px(200), self._thema.px(48))

    def _teken_rij(self, p: QPainter, vak: QRectF, rij: RijInhoud) -> None:
        groep, geboren = groep_en_geboren(rij.regel)
        teksten = ((rij.titel, "inkt", True), (groep, "zacht", False), (geboren, "zacht", False))
        for n, (tekst, kleur, half) in enumerate(teksten):
            links = vak.left() + vak.width() * _KOLOMMEN[n]
            rechts = vak.left() + vak.width() * (_KOLOMMEN[n + 1] if n < 2 else 1.0) - self._thema.px(12)
            hier = QRectF(links, vak.top(), rechts - links, vak.height())
            if n == 0 and rij.pil:
                hier.setRight(self._teken_pil(p, hier, rij) - self._thema.px(8))
            self._regel(p, hier, tekst, "basis", kleur, half)


class LeerlingenPagina(KluisPagina):
    """All pupils; 5,000 of them scroll, because only what is in view is fetched."""

    handleiding = "leerlingen"

    def __init__(
        self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, parent: QWidget | None = None
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._groep: UUID | None = None
        self._doel = ""
        self._zoekbeurt = 0
        self._gezocht = ""
        self._kop = Label("Leerlingen", "kop")
        self._aantal = Label("", "zacht")
        self.nieuwknop = Knop("Nieuwe leerling", thema, icoon="plus")
        self.inleesknop = Knop("Inlezen uit EDEXML", thema, "primair", "download-simple")
        self.zoekvak = Zoekvak(thema, "Zoek een leerling op naam …", "Ctrl F")
        self.groepkeuze = QComboBox()
        self.groepkeuze.setAccessibleName("Groep")
        self.groepkeuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.groepkeuze.addItem("Alle groepen")
        self.ook_weg = QCheckBox("Ook wie van school is")
        self.model = BladModel(van_kluis(work, self, self._lees, self.meld_fout))
        self.lijst = LijstView(thema, "Leerlingen")
        self.lijst.setItemDelegate(LeerlingDelegate(thema, self.lijst))
        self.lijst.setModel(self.model)
        self.leeg = LeegStaat(
            thema,
            "student",
            "Lees je leerlingen in uit EDEXML",
            "ParnasSys en ESIS maken een bestand met leerlingen, groepen en leerkrachten. Je ziet eerst wat er "
            "verandert. Eén leerling met de hand toevoegen kan ook.",
            "Inlezen uit EDEXML",
        )
        self.niets = LeegStaat(
            thema,
            "magnifying-glass",
            "Geen leerling gevonden",
            "Probeer een deel van de naam, kies een andere groep, of kijk ook bij wie van school is.",
            "Wis de filters",
        )
        self._stapel = QStackedWidget()
        self._bouw()
        self._verbind()

    def titel(self) -> str:
        """Return the name of the page, or what a pupil is chosen for."""
        return _KIEZEN.get(self._doel.partition(":")[0], "Leerlingen")

    def toon(self, plek: Plek) -> None:
        """Read groups and pupils afresh; filters and place in the list stay.

        With extra 'uitnodiging' or 'verslag', or 'verslag:leerling' for a kind of talk, choosing a pupil begins that.
        """
        self.begin()
        self._doel = plek.extra if plek.extra.partition(":")[0] in _KIEZEN else ""
        self._kop.setText(self.titel())
        self.inleesknop.setVisible(not self._doel)
        sta_toe(self.nieuwknop, self.reden(Actie.PERSONEN_BEHEREN))
        sta_toe(self.inleesknop, self.reden(Actie.EDEXML))
        self.vraag(self._d.personen.groepen, self._zet_groepen)
        self._zoek()

    def nieuw(self) -> bool:
        """Ctrl+N: add a pupil by hand."""
        if self._d.session.mag(Actie.PERSONEN_BEHEREN):
            self._navigator.ga(NIEUW)
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """One comes here to look someone up: typing starts at once, in the place of what was looked for before."""
        super().showEvent(event)
        if not event.spontaneous():
            self.zoekvak.veld.setFocus(Qt.FocusReason.OtherFocusReason)
            self.zoekvak.veld.selectAll()

    def _bouw(self) -> None:
        thema = self._thema
        kop = rij(thema, self._kop, self._aantal, 1, self.nieuwknop, self.inleesknop, ruimte=12)
        filters = rij(thema, self.zoekvak, self.groepkeuze, self.ook_weg, ruimte=12)
        filters.setStretch(0, 1)
        kolomkop = QFrame()
        koppen = QHBoxLayout(kolomkop)
        koppen.setContentsMargins(thema.px(17), 0, thema.px(17 + 12), 0)
        koppen.setSpacing(0)
        for n, naam in enumerate(("Naam", "Groep", "Geboren")):
            eind = _KOLOMMEN[n + 1] if n < 2 else 1.0
            koppen.addWidget(Label(naam, "klein"), round((eind - _KOLOMMEN[n]) * 100))
        tabel = QWidget()
        tabel.setLayout(kolom(thema, kolomkop, self.lijst, ruimte=4))
        twee = QWidget()
        hand = Knop("Nieuwe leerling", thema)
        hand.clicked.connect(self.nieuw)
        tweede = kolom(thema, self.leeg, ruimte=0)
        tweede.addWidget(hand, alignment=Qt.AlignmentFlag.AlignHCenter)
        tweede.addStretch(1)
        twee.setLayout(tweede)
        for deel in (tabel, twee, self.niets):
            self._stapel.addWidget(deel)
        inhoud = kolom(thema, kop, self.banners, filters, self._stapel, ruimte=16)
        inhoud.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        inhoud.setStretch(3, 1)
        self._vak.addLayout(inhoud)
        for een, ander in (
            (self.zoekvak.veld, self.groepkeuze),
            (self.groepkeuze, self.ook_weg),
            (self.ook_weg, self.lijst),
            (self.lijst, self.nieuwknop),
            (self.nieuwknop, self.inleesknop),
        ):
            self.setTabOrder(een, ander)

    def _verbind(self) -> None:
        self.inleesknop.clicked.connect(lambda: self._navigator.ga(_EDEXML))
        self.leeg.gekozen.connect(lambda: self._navigator.ga(_EDEXML))
        self.nieuwknop.clicked.connect(self.nieuw)
        self.niets.gekozen.connect(self._wis)
        self.lijst.gekozen.connect(self._open)
        self.lijst.getypt.connect(self._typ)
        self.zoekvak.gezocht.connect(lambda _: self._zoek())
        self.zoekvak.bevestigd.connect(lambda _: self._open_eerste())
        self.zoekvak.toets.connect(self._toets)
        self.groepkeuze.currentIndexChanged.connect(self._kies_groep)
        self.ook_weg.toggled.connect(lambda _: self._zoek())
        sneltoets(self, "Ctrl+F", self.zoekvak.veld.setFocus, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _zet_groepen(self, groepen: Sequence[tuple[UUID, Groep]]) -> None:
        self.groepkeuze.blockSignals(True)
        self.groepkeuze.clear()
        self.groepkeuze.addItem("Alle groepen")
        for record, groep in groepen:
            self.groepkeuze.addItem(groep.naam, record)
        records = [record for record, _ in groepen]
        self.groepkeuze.setCurrentIndex(records.index(self._groep) + 1 if self._groep in records else 0)
        self.groepkeuze.blockSignals(False)
        self._kies_groep()

    def _kies_groep(self) -> None:
        gekozen = self.groepkeuze.currentData()
        if gekozen != self._groep:
            self._groep = gekozen
            self._zoek()

    def _zoek(self, open_eerste: bool = False) -> None:
        self._zoekbeurt += 1
        beurt, tekst, groep, weg = self._zoekbeurt, self.zoekvak.tekst(), self._groep, self.ook_weg.isChecked()
        personen = self._d.personen

        def lees() -> tuple[Sequence[int], bool]:
            ids = personen.leerling_ids(_om_te_zoeken(tekst), groep, ook_weg=weg)
            return ids, bool(ids) or bool(personen.leerling_ids(ook_weg=True))

        def klaar(uitkomst: tuple[Sequence[int], bool]) -> None:
            if beurt == self._zoekbeurt:  # an older question that comes late shows nothing
                self._gezocht = tekst
                self._zet(*uitkomst)
                if open_eerste:
                    self._open_eerste()

        self.vraag(lees, klaar)

    def _zet(self, ids: Sequence[int], gevuld: bool) -> None:
        self.lijst.begin(ids)
        aantal = "1 leerling" if len(ids) == 1 else f"{len(ids)} leerlingen"
        self._aantal.setText(aantal if gevuld else "")
        self._stapel.setCurrentIndex(0 if ids else 2 if gevuld else 1)
        if self.zoekvak.veld.hasFocus() and self.zoekvak.tekst():
            zeg(self.zoekvak.veld, f"{aantal} gevonden")

    def _lees(self, ids: Sequence[int]) -> dict[int, RijInhoud]:
        return {row.id: leerling_rij(row) for row in self._d.personen.rijen(ids)}

    def _open_eerste(self) -> None:
        """Enter in the box opens what is chosen in the list, or the first pupil that was found."""
        if not self.zoekvak.tekst():
            return
        if self._gezocht != self.zoekvak.tekst():
            self._zoek(open_eerste=True)  # never the first of an older question: that is another child
            return
        hier = max(0, self.lijst.currentIndex().row())
        een = self.model.sleutels[hier : hier + 1]
        self.vraag(
            lambda: self._d.personen.rijen(een),
            lambda rows: self._open(rows[0].record) if rows else None,
        )

    def _open(self, leerling: UUID) -> None:
        pagina, _, soort = self._doel.partition(":")
        if pagina:
            extra = f"leerling={leerling}" + (f";soort={soort}" if soort else "")
            self._navigator.ga(Plek(pagina, extra=extra))
        else:
            self._navigator.ga(Plek("leerling", leerling))

    def _toets(self, toets: int) -> None:
        if toets == Qt.Key.Key_Escape:
            self.zoekvak.leeg()
        elif toets == Qt.Key.Key_Down and self.model.rowCount():
            self.lijst.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.lijst.setCurrentIndex(self.model.index(max(0, self.lijst.currentIndex().row())))

    def _typ(self, letters: str) -> None:
        """Letters typed in the list look someone up, as they do in the box."""
        self.zoekvak.veld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.zoekvak.veld.setText(letters)

    def _wis(self) -> None:
        self.groepkeuze.setCurrentIndex(0)
        self.ook_weg.setChecked(False)
        self.zoekvak.leeg()
        self._zoek()


def leerling_rij(row: Row) -> RijInhoud:
    """Return a pupil as a line of a list; choosing it gives the record."""
    pil = "Niet meer op school" if row.closed else ""
    return RijInhoud(row.record, row.title, row.detail, pil=pil, toon="rust")


def _om_te_zoeken(tekst: str) -> str:
    """Return the words to filter by: the index completes a last word from its second letter on."""
    *eerder, laatste = tekst.split() or [""]
    return " ".join([*eerder, laatste] if len(laatste) > 1 else eerder)
