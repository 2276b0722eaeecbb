"""What the pupil page shows: head, drafts, timeline, and at the right the gezag cards and siblings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.dossier import OudStuk
from desktop.models.kinds import KINDS
from desktop.models.opslag import Draft, Row
from desktop.models.personen import Relatie
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.personen import Leerlingbeeld
from desktop.views.dossier.soorten import StukSoort
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.kluispagina import keten, sta_toe
from desktop.views.leerlingen.gezag import GezagKaart, Waarschuwing, grenzen, meer_kaarten
from desktop.views.leerlingen.tijdlijn import Tijdlijn
from desktop.views.leerlingen.woorden import geen_uitnodiging, kopregel, opsomming, stand
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van, plek_van_draft
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    BannerVak,
    Bladvlak,
    Knop,
    KnopKaart,
    Label,
    Pil,
    SectieKop,
    StroomLayout,
    kolom,
    maak_leeg,
    rij,
)

_SMAL = 860
_DRAFTS = 3


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about a pupil in one reading; `te_tekenen` are row ids."""

    beeld: Leerlingbeeld
    rijen: Sequence[Row]
    te_tekenen: frozenset[int]
    drafts: Sequence[Draft]
    rollen: Mapping[int, str] = field(default_factory=dict)
    """Row ids of what is about someone else, with the part that this pupil had."""
    namen: Mapping[UUID, str] = field(default_factory=dict)
    """The names of those others."""
    zaken: Sequence[Row] = ()
    """The cases of the meldcode about this pupil that are open."""


@dataclass(frozen=True, slots=True)
class Verboden:
    """Why this account may not do something here; '' where it may."""

    schrijven: str = ""
    uitnodigen: str = ""
    beheren: str = ""
    lezen: str = ""
    vastleggen: str = ""
    afdrukken: str = ""


class DossierVlak(QWidget):
    """Shows a `Dossier`; every choice goes out as a place."""

    gekozen = Signal(object)
    chronologie = Signal(bool)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._record: UUID | None = None
        self.kaarten: list[GezagKaart] = []
        self.naam = Label("", "kop")
        self.naam.setWordWrap(True)
        self.naam.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.pil = Pil(thema, "", "rust", "door")
        self.regel = Alinea("", "zacht")
        self.vastlegknop = Knop("Vastleggen", thema, "primair", "caret-down")
        self.gesprekknop = Knop("Nieuw gesprek", thema, icoon="caret-down")
        self.ouderknop = Knop("Ouder toevoegen", thema, icoon="plus")
        self.wijzigknop = Knop("Gegevens wijzigen", thema, icoon="pencil-simple")
        self.menu = QMenu(self)
        self.menu.setAccessibleName("Nieuw gesprek")
        self.menu.setTitle("Gesprek")
        self.vastlegmenu = QMenu(self)
        self.vastlegmenu.setAccessibleName("Vastleggen")
        self.banners = BannerVak(thema)
        self._drafts = QVBoxLayout()
        self._drafts.setSpacing(thema.px(8))
        self.uitleg = Alinea("", "klein")
        self.tijdlijn = Tijdlijn(thema)
        self._rechts = QVBoxLayout()
        self._rechts.setSpacing(thema.px(12))
        self._rechtsvlak = Bladvlak()
        self._buiten = Bladvlak()
        self._bouw()
        self.tijdlijn.gekozen.connect(self.gekozen)
        self.tijdlijn.gebouwd.connect(self._keten)
        self.tijdlijn.chronologie.connect(self.chronologie)
        self.vastlegknop.clicked.connect(self.open_vastleggen)
        self.gesprekknop.clicked.connect(self.open_menu)
        self.ouderknop.clicked.connect(lambda: self.gekozen.emit(Plek("kaart", extra=str(self._record))))
        self.wijzigknop.clicked.connect(lambda: self.gekozen.emit(Plek("leerling", self._record, "wijzig")))

    def zet(self, dossier: Dossier, vandaag: date, verboden: Verboden, soorten: Sequence[StukSoort] = ()) -> None:
        """Show a pupil. `soorten` are the kinds that this account may record."""
        beeld = dossier.beeld
        self._record = beeld.stored.record
        self.naam.setText(beeld.leerling.titel())
        woorden = stand(beeld.leerling, vandaag)
        self.pil.setVisible(bool(woorden))
        self.pil.zet(woorden, "rust", "flower-lotus" if beeld.leerling.overleden_op else "door")
        self.regel.setText(kopregel(beeld.leerling, vandaag))
        self.banners.leeg()
        if beeld.leerling.overleden_op:
            self.banners.zet(
                "info",
                "Deze leerling is overleden. Uitnodigingen aan ouders zijn gestopt.",
                "Neem persoonlijk contact op met de ouders. Een brief gaat alleen uit als je opschrijft waarom.",
                sluitbaar=False,
            )
        sta_toe(self.ouderknop, verboden.beheren)
        sta_toe(self.wijzigknop, verboden.beheren)
        self._vul_menu(verboden, geen_uitnodiging(beeld.leerling, vandaag), overleden=bool(beeld.leerling.overleden_op))
        self._vul_vastleggen(soorten, verboden)
        sta_toe(self.tijdlijn.chronologieknop, verboden.afdrukken)
        self._vul_drafts(dossier.drafts, vandaag)
        self.uitleg.setText("Met jouw rol zie je hier alleen uitnodigingen." if verboden.lezen else "")
        self.uitleg.setVisible(bool(verboden.lezen))
        self.tijdlijn.zet(dossier.rijen, dossier.te_tekenen, dossier.rollen, dossier.namen)
        self._vul_rechts(dossier, vandaag, verboden.beheren)
        self._schik()
        self._keten()

    def open_menu(self) -> None:
        """Show the kinds of conversation below the button."""
        self.menu.popup(self.gesprekknop.mapToGlobal(QPoint(0, self.gesprekknop.height() + self._thema.px(4))))
        eerste = next((a for a in self.menu.actions() if a.isEnabled() and not a.isSeparator()), None)
        if eerste is not None:
            self.menu.setActiveAction(eerste)

    def open_vastleggen(self) -> None:
        """Show what can be recorded, the signal first, with the conversations below it."""
        knop = self.vastlegknop
        self.vastlegmenu.popup(knop.mapToGlobal(QPoint(0, knop.height() + self._thema.px(4))))
        eerste = next((a for a in self.vastlegmenu.actions() if a.isEnabled() and not a.isSeparator()), None)
        if eerste is not None:
            self.vastlegmenu.setActiveAction(eerste)

    def vastlegacties(self) -> list[QAction]:
        """Return what can be recorded, without the conversations."""
        return [a for a in self.vastlegmenu.actions() if not a.isSeparator() and a.menu() is None]

    def acties(self) -> list[QAction]:
        """Return what the menu offers."""
        return [a for a in self.menu.actions() if not a.isSeparator()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the right column goes below the timeline."""
        super().resizeEvent(event)
        self._schik()

    def _bouw(self) -> None:
        thema = self._thema
        self._knoppen = knoppen = QWidget()
        stroom = StroomLayout(thema, 8, knoppen)
        for knop in (self.vastlegknop, self.gesprekknop, self.ouderknop, self.wijzigknop):
            stroom.addWidget(knop)
        self._kop = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._kop.setSpacing(thema.px(16))
        self._kop.addLayout(kolom(thema, rij(thema, self.naam, self.pil, 1, ruimte=12), self.regel, ruimte=4), 1)
        self._kop.addWidget(knoppen)
        links = QWidget()
        links.setLayout(kolom(thema, self._drafts, self.uitleg, self.tijdlijn, ruimte=16))
        self.tijdlijn.lijst.setMinimumHeight(thema.px(240))
        vlak = QVBoxLayout(self._rechtsvlak.vlak)
        vlak.setContentsMargins(0, 0, thema.px(8), 0)
        vlak.addLayout(self._rechts)
        vlak.addStretch(1)
        self._rij = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rij.setSpacing(thema.px(32))
        self._rij.addWidget(links, 1)
        self._rij.addWidget(self._rechtsvlak)
        inhoud = QVBoxLayout(self._buiten.vlak)
        inhoud.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        inhoud.setSpacing(thema.px(16))
        inhoud.addLayout(self._kop)
        inhoud.addWidget(self.banners)
        inhoud.addLayout(self._rij, 1)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self._buiten)

    def _schik(self) -> None:
        smal = self.width() < self._thema.px(_SMAL)
        richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        self._rij.setDirection(richting)
        # the buttons stand beside the name where all of them fit on one line
        ruim = self.width() >= self._knopbreedte() + self._thema.px(560)
        self._kop.setDirection(QBoxLayout.Direction.LeftToRight if ruim else QBoxLayout.Direction.TopToBottom)
        self._knoppen.setMinimumWidth(self._knopbreedte() if ruim else 0)
        breed = min(max(round(self.width() * 0.34), self._thema.px(340)), self._thema.px(440))
        self._rechtsvlak.setMinimumWidth(0 if smal else breed)
        self._rechtsvlak.setMaximumWidth(16_777_215 if smal else breed)
        hoog = 0
        if smal and self.isVisible():
            # below each other only the page itself scrolls
            binnen = self.width() - self._thema.px(64 + 12)
            hoog = self._rechtsvlak.vlak.heightForWidth(binnen)
        self._rechtsvlak.setMinimumHeight(hoog)
        self.tijdlijn.lijst.setMinimumHeight(self._thema.px(360 if smal else 240))

    def _keten(self) -> None:
        """Tab goes as the eye does: head, drafts, timeline, cards, siblings."""
        lijn = self.tijdlijn
        drafts, rechts = (_focusbaar(vak) for vak in (self._drafts, self._rechts))
        kop = (self.vastlegknop, self.gesprekknop, self.ouderknop, self.wijzigknop)
        filters = (lijn.chronologieknop, lijn.soort, lijn.jaar, lijn.stand, lijn.ingetrokken)
        keten((*kop, *drafts, *filters, *lijn.sprongknoppen(), lijn.lijst, *rechts))

    def _knopbreedte(self) -> int:
        knoppen = (self.vastlegknop, self.gesprekknop, self.ouderknop, self.wijzigknop)
        return sum(knop.sizeHint().width() for knop in knoppen) + 3 * self._thema.px(8)

    def _vul_menu(self, verboden: Verboden, geen: str, *, overleden: bool) -> None:
        self.menu.clear()
        record = self._record
        waarom = geen or ("niet met jouw rol" if verboden.uitnodigen else "")
        wat = "Ouders toch uitnodigen, met een reden" if overleden else "Ouders uitnodigen"
        self._actie(wat, "envelope-simple", waarom, Plek("uitnodiging", extra=f"leerling={record}"))
        self.menu.addSeparator()
        waarom = "niet met jouw rol" if verboden.schrijven else ""
        for soort in SoortGesprek:
            plek = Plek("verslag", extra=f"leerling={record};soort={soort.value}")
            self._actie(f"Verslag: {soort.label[0].lower()}{soort.label[1:]}", "note-pencil", waarom, plek)
        alles_uit = not any(a.isEnabled() for a in self.acties())
        sta_toe(self.gesprekknop, verboden.schrijven or verboden.uitnodigen if alles_uit else "")

    def _vul_vastleggen(self, soorten: Sequence[StukSoort], verboden: Verboden) -> None:
        menu, thema = self.vastlegmenu, self._thema
        menu.clear()
        begin = f"leerling={self._record}"
        for soort in soorten:
            scans = soort.kind is OudStuk
            plek = Plek("oudestukken" if scans else soort.kind.KIND, extra=begin)
            naam = "Oude stukken (scans)" if scans else soort.menu
            actie = menu.addAction(thema.icoon(soort.icoon, "koppeling"), naam)
            actie.triggered.connect(lambda _=False, p=plek: self.gekozen.emit(p))
        menu.addSeparator()
        if any(a.isEnabled() for a in self.acties()):
            menu.addMenu(self.menu)
            self.menu.setIcon(thema.icoon("chats-circle", "koppeling"))
        if not verboden.afdrukken and soorten:
            leeg = menu.addAction(thema.icoon("printer", "koppeling"), "Leeg formulier afdrukken…")
            leeg.triggered.connect(lambda: self.gekozen.emit(Plek("leegformulier")))
        sta_toe(self.vastlegknop, "" if soorten else verboden.vastleggen)

    def _actie(self, tekst: str, icoon: str, waarom: str, plek: Plek) -> None:
        actie = self.menu.addAction(self._thema.icoon(icoon, "koppeling"), f"{tekst} ({waarom})" if waarom else tekst)
        actie.setEnabled(not waarom)
        actie.triggered.connect(lambda: self.gekozen.emit(plek))

    def _vul_drafts(self, drafts: Sequence[Draft], vandaag: date) -> None:
        maak_leeg(self._drafts)
        if not drafts:
            return
        self._drafts.addWidget(Label("Niet afgemaakt", "sectie"))
        for draft in drafts[:_DRAFTS]:
            self._drafts.addWidget(self._draftkaart(draft, vandaag))
        rest = drafts[_DRAFTS:]
        if rest:
            meer = Knop(f"Toon er nog {len(rest)}", self._thema, "koppeling")
            meer.clicked.connect(lambda: self._meer(meer, rest, vandaag))
            self._drafts.addWidget(meer, alignment=Qt.AlignmentFlag.AlignLeft)

    def _meer(self, knop: Knop, rest: Sequence[Draft], vandaag: date) -> None:
        knop.hide()
        kaarten = [self._draftkaart(draft, vandaag) for draft in rest]
        for kaart in kaarten:
            self._drafts.addWidget(kaart)
        kaarten[0].setFocus()

    def _draftkaart(self, draft: Draft, vandaag: date) -> KnopKaart:
        naam = KINDS[draft.kind].NAAM
        onderwerp = str(draft.values.get("onderwerp") or "").strip()
        moment = draft.updated_at.astimezone()
        dag = "vandaag" if moment.date() == vandaag else toon_datum(moment.date(), kort=True)
        kaart = KnopKaart(
            self._thema,
            f"{naam}: {onderwerp}" if onderwerp else naam,
            f"Alleen jij ziet dit. Laatst getypt {dag} om {toon_tijd(moment.time())}",
            "note-pencil",
            "waarschuwing",
        )
        if draft.kind == Relatie.KIND:
            plek = Plek("kaart", extra=f"{self._record}:{draft.record}" if draft.base else str(self._record))
        else:
            plek = plek_van_draft(draft)
        kaart.clicked.connect(lambda: self.gekozen.emit(plek))
        return kaart

    def _vul_rechts(self, dossier: Dossier, vandaag: date, mag_niet: str) -> None:
        beeld = dossier.beeld
        maak_leeg(self._rechts)
        self.kaarten = []
        for zaak in dossier.zaken:
            kaart_zaak = KnopKaart(self._thema, "Dossier meldcode loopt", zaak.title, "shield-warning", "meldcode")
            kaart_zaak.clicked.connect(lambda _=False, z=zaak: self.gekozen.emit(plek_van(z.kind, z.record)))
            self._rechts.addWidget(kaart_zaak)
        self._rechts.addWidget(SectieKop(self._thema, "Ouders en gezag", "scales", "koppeling"))
        verderop = [k.wie.naam for k in beeld.kaarten[1:] if grenzen(k)]
        if verderop:
            # a limit must be seen without scrolling, also on a low screen
            kop = f"Grenzen aan contact bij {opsomming(verderop)}"
            self._rechts.addWidget(Waarschuwing(self._thema, kop, ("Lees de kaart hieronder.",)))
        for naam in meer_kaarten(beeld.kaarten):
            kop = f"{naam} heeft hier meer dan één gezagskaart"
            self._rechts.addWidget(
                Waarschuwing(self._thema, kop, ("Kies Wijzig bij de kaart die niet klopt, en haal die weg.",), "copy")
            )
        for kaart in beeld.kaarten:
            vlak = GezagKaart(self._thema, kaart, vandaag, mag_niet)
            vlak.persoon_gekozen.connect(lambda persoon: self.gekozen.emit(Plek("persoon", persoon)))
            vlak.wijzig.connect(lambda relatie: self.gekozen.emit(Plek("kaart", extra=f"{self._record}:{relatie}")))
            self.kaarten.append(vlak)
            self._rechts.addWidget(vlak)
        if not beeld.kaarten:
            zin = "Er staan nog geen ouders bij deze leerling. Voeg ze toe; dan weet je wie je mag uitnodigen."
            self._rechts.addWidget(Alinea(zin, "zacht"))
        if beeld.broers_zussen:
            self._rechts.addSpacing(self._thema.px(8))
            self._rechts.addWidget(SectieKop(self._thema, "Broers en zussen", "users-three", "koppeling"))
            for record, naam in beeld.broers_zussen:
                knop = Knop(naam, self._thema, "koppeling")
                knop.clicked.connect(lambda _=False, r=record: self.gekozen.emit(Plek("leerling", r)))
                self._rechts.addWidget(knop, alignment=Qt.AlignmentFlag.AlignLeft)


def _focusbaar(vak: QVBoxLayout) -> list[QWidget]:
    """Return what takes the focus in a column, from top to bottom."""
    gevonden: list[QWidget] = []
    for n in range(vak.count()):
        item = vak.itemAt(n)
        widget = item.widget() if item is not None else None
        if widget is not None:
            knoppen = [widget, *widget.findChildren(QAbstractButton)]
            gevonden += [w for w in knoppen if isinstance(w, QAbstractButton)]
    return gevonden
