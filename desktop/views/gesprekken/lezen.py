"""An established or withdrawn record to read: content at the left, what came after it at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dossier import Overdracht
from desktop.models.kenmerk import kenmerk
from desktop.models.rechten import Actie
from desktop.models.signaal import Signaal
from desktop.models.uitnodiging import Uitnodiging
from desktop.services.diensten import Diensten
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.gesprekken.acties import DATALEK, Leesacties
from desktop.views.gesprekken.gegevens import Geladen
from desktop.views.gesprekken.leesdelen import (
    aanvullingen,
    afspraken,
    inhoud,
    keren,
    ontvangers,
    ouders,
    parnassys,
    verslagen,
)
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.gesprekken.rijen import STATEN
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.kluispagina import sta_toe, waarom_niet
from desktop.views.navigatie import Navigator, Plek
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets import BannerVak, Bladvlak, Knop, KnopSoort, Label, Pil, StroomLayout, maak_leeg

_NAAST_VANAF = 1000
_RECHTS = 380


class Leesblad(QWidget):
    """Shows a record with its follow-ups; what can be done stands on top, with the reason where it may not be done."""

    def __init__(
        self,
        diensten: Diensten,
        omgeving: Omgeving,
        navigator: Navigator,
        acties: Leesacties,
        soort: Schrijfsoort,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._d = diensten
        self._context = omgeving.context
        self._thema = thema = omgeving.context.thema
        self._navigator = navigator
        self._acties = acties
        self._soort = soort
        self.erbij: Callable[[Geladen], Sequence[QWidget]] = lambda _: ()
        """What a kind adds at the right, above what came after it."""
        self.titel = Label("", "kop")
        self.titel.setWordWrap(True)
        self.pil = Pil(thema, "")
        self.over = regel("", "zacht")
        self.stand = regel("", "klein")
        self.banners = BannerVak(thema)
        self.knoppen: dict[str, Knop] = {}
        self._knoppenrij = StroomLayout(thema, 8)
        self._links = QVBoxLayout()
        self._links.setSpacing(thema.px(16))
        self._rechtsvak = QWidget()
        self._rechts = QVBoxLayout(self._rechtsvak)
        self._rechts.setContentsMargins(0, 0, 0, 0)
        self._rechts.setSpacing(thema.px(16))
        self.blad = Bladvlak()
        self._bouw()

    def toon(self, geladen: Geladen) -> None:
        """Show a record from its stored revision."""
        stuk = geladen.stuk
        assert stuk.stored is not None
        assert stuk.stored.value is not None
        nu = stuk.stored.recorded_at.astimezone(self._d.session.nu().tzinfo)
        self.titel.setText(stuk.stored.value.titel())
        self.pil.zet(*STATEN[stuk.stored.state])
        self._meet_titel()
        self.over.setText(" · ".join(d for d in (geladen.naam, geladen.groep, stuk.kind.NAAM) if d))
        woord = STATEN[stuk.stored.state][0]
        door = f" door {geladen.door}" if geladen.door else ""
        moment = f"{toon_datum(nu.date())} om {toon_tijd(nu.time())}"
        self.stand.setText(f"{woord} op {moment}{door} · kenmerk {kenmerk(stuk.record)}")
        self.banners.leeg()
        if stuk.stored.state == "ingetrokken":
            reden = f" Reden: {stuk.reden_ingetrokken}" if stuk.reden_ingetrokken else ""
            zin = f"Dit stuk is ingetrokken. Het staat niet meer in de tijdlijn en niet in het zoeken.{reden}"
            self.banners.zet("waarschuwing", zin, DATALEK, sluitbaar=False)
        self._zet_knoppen(geladen)
        self._vul(geladen)
        self.blad.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what came after goes below."""
        super().resizeEvent(event)
        naast = self.width() >= self._thema.px(_NAAST_VANAF)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._kolommen.direction() != richting:
            self._kolommen.setDirection(richting)
        self._rechtsvak.setMinimumWidth(self._thema.px(_RECHTS) if naast else 0)
        self._rechtsvak.setMaximumWidth(self._thema.px(_RECHTS if naast else LEESBREEDTE))
        self._meet_titel()

    def _meet_titel(self) -> None:
        """Keep the heading on one line where there is room, with its pill right behind it."""
        ruimte = (
            min(self.width(), self._thema.px(LEESBREEDTE + _RECHTS)) - self._thema.px(96) - self.pil.sizeHint().width()
        )
        self.titel.ensurePolished()
        breed = self.titel.fontMetrics().horizontalAdvance(self.titel.text()) + self._thema.px(4)
        self.titel.setMinimumWidth(max(0, min(breed, ruimte)))

    def _bouw(self) -> None:
        thema = self._thema
        kop = QHBoxLayout()
        kop.setSpacing(thema.px(12))
        kop.addWidget(self.titel)
        kop.addWidget(self.pil, 0, Qt.AlignmentFlag.AlignVCenter)
        kop.addStretch(1)
        linksvak = QWidget()
        linksvak.setMaximumWidth(thema.px(LEESBREEDTE))
        linksvak.setLayout(self._links)
        self._links.setContentsMargins(0, 0, 0, 0)
        self._kolommen = QHBoxLayout()
        self._kolommen.setSpacing(thema.px(24))
        self._kolommen.addWidget(linksvak, 1000)
        self._kolommen.addWidget(self._rechtsvak, 0, Qt.AlignmentFlag.AlignTop)
        self._kolommen.addStretch(1)
        binnen = QVBoxLayout(self.blad.vlak)
        binnen.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(32))
        binnen.setSpacing(thema.px(8))
        binnen.addLayout(kop)
        binnen.addWidget(self.over)
        binnen.addWidget(self.stand)
        binnen.addSpacing(thema.px(8))
        binnen.addLayout(self._knoppenrij)
        binnen.addWidget(self.banners)
        binnen.addSpacing(thema.px(16))
        binnen.addLayout(self._kolommen)
        binnen.addStretch(1)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self.blad)

    def _zet_knoppen(self, geladen: Geladen) -> None:
        maak_leeg(self._knoppenrij)
        self.knoppen = {}
        acties, vast = self._acties, geladen.stuk.stored is not None and geladen.stuk.stored.state == "vastgesteld"
        if geladen.stuk.kind is not Uitnodiging:
            if vast and any(s.open for s in geladen.standen):
                self._knop("tekenen", "Laat tekenen", "pen-nib", acties.laat_tekenen, Actie.ONDERTEKENEN, "primair")
            if vast and acties.loopt_nazorg():
                naam = "Leg vast hoe het gaat…"
                self._knop("kijk", naam, "eye", acties.leg_keer_vast, self._soort.volgen, "primair")
            self._knop("afdrukken", "Afdrukken of PDF", "printer", acties.druk_af, Actie.AFDRUKKEN)
            if vast and geladen.stuk.leerling is not None:
                naam = "In ParnasSys gezet…"
                self._knop("parnassys", naam, "file-arrow-up", acties.zet_in_parnassys, self._soort.volgen)
            if vast:
                self._knop("aanvulling", "Aanvulling…", "note-pencil", acties.vul_aan, self._soort.volgen)
        else:
            self._zet_uitnodiging(geladen, vast)
        self._zet_zaak(geladen, vast)
        if vast:
            self._knop("intrekken", "Trek in…", "prohibit", acties.trek_in, Actie.INTREKKEN, "stil")

    def _zet_zaak(self, geladen: Geladen, vast: bool) -> None:
        """Lead to the case of a record; from a signal or a hand-over to a new one, or into one that is open."""
        stuk, acties, mag = geladen.stuk, self._acties, self._d.session.mag(Actie.MELDCODE)
        if (bij := stuk.values.get("calamiteit")) and stuk.leerling is not None:
            naar = Plek("calamiteit", UUID(str(bij)))
            self._knop("calamiteit", "Naar de calamiteit", "siren", lambda: self._navigator.ga(naar), Actie.CALAMITEIT)
        if geladen.zaak is not None:
            dossier = geladen.zaak
            self._knop(
                "zaak", "Naar het dossier", "folder-open", lambda: acties.naar_zaak(dossier), Actie.MELDCODE_LEZEN
            )
        elif vast and mag and stuk.leerling is not None:
            if geladen.zaken:
                naam = "Voeg toe aan een dossier…"
                self._knop("zaak-erbij", naam, "plus", lambda: acties.voeg_bij_zaak(geladen.zaken), Actie.MELDCODE)
            if stuk.kind in (Signaal, Overdracht):
                self._knop("zaak-nieuw", "Open een dossier meldcode", "folder-open", acties.open_zaak, Actie.MELDCODE)

    def _zet_uitnodiging(self, geladen: Geladen, vast: bool) -> None:
        """First the letters, and the report once the day of the talk has come."""
        acties = self._acties
        dag = geladen.stuk.values.get("datum")
        eerst_brief = isinstance(dag, str) and dag > self._d.session.vandaag().isoformat()
        hoofd = "" if geladen.verslagen or not vast else "afdrukken" if eerst_brief else "verslag"

        def soort(sleutel: str) -> KnopSoort:
            return "primair" if sleutel == hoofd else "gewoon"

        def brief() -> None:
            naam = "Brieven afdrukken of PDF"
            self._knop("afdrukken", naam, "printer", acties.druk_af, Actie.AFDRUKKEN, soort("afdrukken"))

        def verslag() -> None:
            doe, mag = acties.maak_verslag, Actie.VERSLAG_SCHRIJVEN
            self._knop("verslag", "Verslag schrijven", "note-pencil", doe, mag, soort("verslag"))

        for zet in (brief, verslag) if eerst_brief else (verslag, brief):
            if vast or zet is brief:
                zet()

    def sleutel_in_focus(self) -> str:
        """Return the key of the button that has the focus, also while a dialog is open over it; '' where none has."""
        focus = self.window().focusWidget()
        return next((sleutel for sleutel, knop in self.knoppen.items() if knop is focus), "")

    def neem_focus(self, sleutel: str = "") -> None:
        """Put the focus on this button, or on what is done first; else it would fall back on the rail."""
        for knop in (*(k for s, k in self.knoppen.items() if s == sleutel), *self.knoppen.values()):
            if knop.isEnabled():
                knop.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _knop(
        self, sleutel: str, tekst: str, icoon: str, doe: object, actie: Actie, soort: KnopSoort = "gewoon"
    ) -> None:
        knop = Knop(tekst, self._thema, soort, icoon)
        sta_toe(knop, waarom_niet(self._d, actie))
        assert callable(doe)
        knop.clicked.connect(lambda: doe())
        self.knoppen[sleutel] = knop
        self._knoppenrij.addWidget(knop)
        # a layout does not show what is added to a page that is shown already
        knop.show()

    def _vul(self, geladen: Geladen) -> None:
        maak_leeg(self._links)
        maak_leeg(self._rechts)
        context, session = self._context, self._d.session
        stuk = geladen.stuk
        links = [*inhoud(context, stuk)]
        rechts: list[QWidget | None] = []
        rechts += self.erbij(geladen)
        if stuk.kind is not Uitnodiging:
            mag = session.mag(self._soort.volgen)
            links.append(afspraken(context, stuk, session.vandaag(), self._acties.rond_af if mag else None))
            links.insert(0, keren(context, stuk))  # how it goes now is what one comes to read
            links.append(aanvullingen(context, stuk))
            rechts.append(ouders(context, geladen))
            if stuk.leerling is not None:
                rechts.append(parnassys(context.thema, stuk))
        else:
            rechts += [ontvangers(context.thema, stuk), verslagen(context.thema, geladen, self._navigator)]
        for vak, delen in ((self._links, links), (self._rechts, rechts)):
            for deel in delen:
                if deel is not None:
                    vak.addWidget(deel)
            vak.addStretch(1)
