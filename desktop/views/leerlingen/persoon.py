"""The page of a parent or carer: data, children with their gezag cards, and merging with the same person elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Problem
from desktop.models.errors import Conflict, NietGevonden, UserError
from desktop.models.opslag import Draft, Row, Stored
from desktop.models.personen import Persoon, Relatie
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.views.forms.lezen import groep_en_geboren
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.leerlingen.botsing import toon_beide
from desktop.views.leerlingen.concept import Concept
from desktop.views.leerlingen.gezag import Adres, Waarschuwing, zin
from desktop.views.leerlingen.invulblad import Invulblad, form_context
from desktop.views.leerlingen.samenvoegen import SamenvoegDialoog
from desktop.views.leerlingen.woorden import gezag_pil, taal
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets import (
    Alinea,
    Bevestiging,
    Bladvlak,
    Kaart,
    Knop,
    KnopKaart,
    Label,
    SectieKop,
    StroomLayout,
    maak_leeg,
    rij,
)
from desktop.views.work import Work

_KLEUR = {"ja": "goed", "nee": "waarschuwing", "onbekend": "waarschuwing"}


@dataclass(frozen=True, slots=True)
class Persoonbeeld:
    """A person as stored, with each gezag card and the pupil it is about."""

    stored: Stored
    kaarten: Sequence[tuple[Row, Stored]]
    draft: Draft | None = None
    opgegaan: Sequence[tuple[Stored, str]] = ()
    """The merges by which someone else goes on as this person, with that name."""

    @property
    def mens(self) -> Persoon:
        """Return the person."""
        assert isinstance(self.stored.value, Persoon)
        return self.stored.value


class PersoonPagina(KluisPagina):
    """Plek('persoon', id) shows someone; extra 'wijzig' shows the data as a form."""

    handleiding = "ouders-en-gezag"

    def __init__(
        self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, parent: QWidget | None = None
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._record: UUID | None = None
        self._beeld: Persoonbeeld | None = None
        self.kinderen: list[KnopKaart] = []
        self.ongedaan: list[Knop] = []
        self.dialoog: SamenvoegDialoog | None = None
        self._naam = Label("", "kop")
        self._naam.setWordWrap(True)
        self.wijzigknop = Knop("Gegevens wijzigen", thema, icoon="pencil-simple")
        self.samenknop = Knop("Samenvoegen met…", thema, icoon="git-merge")
        self._inhoud = QVBoxLayout()
        self._inhoud.setSpacing(thema.px(12))
        self._lezen = Bladvlak()
        self._bladkop = Label("Gegevens wijzigen", "kop")
        self.blad = Invulblad(form_context(diensten, thema), "Bewaar", {"persoon": (Persoon, "")})
        self.concept = Concept(diensten, work, self.blad, Persoon, lambda: self.blad.waarden("persoon"))
        self._stapel = QStackedWidget()
        self._leeg = QWidget()
        self._bouw()

    def titel(self) -> str:
        """Return the name of the person."""
        return self._beeld.mens.titel() if self._beeld else "Ouder/verzorger"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the only child; with more children by the list."""
        lijst = ("Leerlingen", Plek("leerlingen"))
        if self._beeld is None or len({row.record for row, _ in self._beeld.kaarten}) != 1:
            return (lijst,)
        kind = self._beeld.kaarten[0][0]
        return (lijst, (kind.title, Plek("leerling", kind.record)))

    def toon(self, plek: Plek) -> None:
        """Show a person; one who was merged shows as who goes on."""
        self.begin()
        self._record, self._beeld = plek.id, None
        self._stapel.setCurrentWidget(self._leeg)
        if plek.id is None:
            self.meld_fout(NietGevonden("Wie wil je zien?", "Open de ouder bij een leerling."))
            return
        record, wijzig = plek.id, plek.extra == "wijzig"
        self.vraag(lambda: self._lees(record), lambda beeld: self._zet(beeld, wijzig))

    def mag_weg(self) -> bool:
        """What is half-filled is kept as a draft."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is half-filled for saving."""
        if self._stapel.currentWidget() is self.blad:
            self.concept.berg_op()

    def _bouw(self) -> None:
        thema = self._thema
        vlak = QVBoxLayout(self._lezen.vlak)
        vlak.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        vlak.setSpacing(thema.px(16))
        knoppen = QWidget()
        stroom = StroomLayout(thema, 8, knoppen)
        stroom.addWidget(self.wijzigknop)
        stroom.addWidget(self.samenknop)
        kern = QWidget()
        kern.setMaximumWidth(thema.px(LEESBREEDTE))
        binnen = QVBoxLayout(kern)
        binnen.setContentsMargins(0, 0, 0, 0)
        binnen.setSpacing(thema.px(16))
        binnen.addWidget(self._naam)
        binnen.addWidget(knoppen)
        binnen.addLayout(self._inhoud)
        binnen.addStretch(1)
        links = QHBoxLayout()
        links.addWidget(kern, 1000)
        links.addStretch(1)
        vlak.addLayout(links)
        self.blad.kop.addWidget(self._bladkop)
        self.blad.verboden = self.reden(Actie.PERSONEN_BEHEREN)
        for deel in (self._leeg, self._lezen, self.blad):
            self._stapel.addWidget(deel)
        rand = QVBoxLayout()
        rand.setContentsMargins(thema.px(32), 0, thema.px(32), 0)
        rand.addWidget(self.banners)
        self._vak.addLayout(rand)
        self._vak.addWidget(self._stapel, 1)
        self.wijzigknop.clicked.connect(lambda: self._navigator.ga(Plek("persoon", self._record, "wijzig")))
        self.samenknop.clicked.connect(self.open_samenvoegen)
        self.blad.bewaren.connect(self._bewaar)
        self.blad.annuleren.connect(self._terug)
        self.blad.opnieuw.connect(self._begin_opnieuw)

    def _lees(self, record: UUID) -> Persoonbeeld:
        stored = self._d.personen.persoon(record)
        if not isinstance(stored.value, Persoon):
            raise NietGevonden("Deze persoon is er niet (meer) in deze kluis.", "Open de ouder bij een leerling.")
        personen = self._d.personen
        return Persoonbeeld(
            stored,
            personen.kaarten_van(stored.record),
            personen.draft(Persoon, stored.record),
            personen.opgegaan(stored.record),
        )

    def _zet(self, beeld: Persoonbeeld, wijzig: bool) -> None:
        if beeld.stored.record != self._record:
            self._record = beeld.stored.record
            self._navigator.vervang(Plek("persoon", self._record, "wijzig" if wijzig else ""))
        self._beeld = beeld
        if wijzig:
            self.blad.laad({"persoon": beeld.draft.values if beeld.draft else naar_values(beeld.mens)})
            self.concept.begin(beeld.stored.record, beeld.stored.revision, None, beeld.draft)
            self._stapel.setCurrentWidget(self.blad)
            self.blad.formulieren["persoon"].focus_veld("roepnaam")
        else:
            self._toon_persoon(beeld, self._d.session.vandaag())
            self._stapel.setCurrentWidget(self._lezen)
            self.neem_focus(self.wijzigknop)
        self.veranderd.emit()

    def _toon_persoon(self, beeld: Persoonbeeld, vandaag: date) -> None:
        thema, mens = self._thema, beeld.mens
        self._naam.setText(mens.titel())
        sta_toe(self.wijzigknop, self.reden(Actie.PERSONEN_BEHEREN))
        sta_toe(self.samenknop, self.reden(Actie.PERSONEN_SAMENVOEGEN))
        maak_leeg(self._inhoud)
        if mens.contact.strip():
            self._inhoud.addWidget(Waarschuwing(thema, "Afspraken over contact", (mens.contact.strip(),)))
        self._inhoud.addWidget(self._gegevens(mens))
        self._inhoud.addSpacing(thema.px(8))
        self._inhoud.addWidget(SectieKop(thema, "Kinderen", "users-three", "koppeling"))
        self.kinderen = [self._kind(row, stored, vandaag) for row, stored in beeld.kaarten]
        aantal = Counter(row.record for row, _ in beeld.kaarten)
        for naam in {row.record: row.title for row, _ in beeld.kaarten if aantal[row.record] > 1}.values():
            zin = "Open de leerling. Kies Wijzig bij de kaart die niet klopt, en haal die weg."
            kop = f"Bij {naam} staat meer dan één gezagskaart"
            self._inhoud.addWidget(Waarschuwing(thema, kop, (zin,), "copy"))
        for kaart in self.kinderen:
            self._inhoud.addWidget(kaart)
        if not self.kinderen:
            leeg = "Deze persoon staat bij geen enkele leerling op een gezagskaart. Voeg toe vanaf de leerling."
            self._inhoud.addWidget(Alinea(leeg, "zacht"))
        if beeld.opgegaan:
            self._inhoud.addSpacing(thema.px(8))
            self._inhoud.addWidget(SectieKop(thema, "Samengevoegd", "git-merge", "koppeling"))
        self.ongedaan = [self._opgegaan(samenvoeging, naam) for samenvoeging, naam in beeld.opgegaan]

    def _opgegaan(self, samenvoeging: Stored, naam: str) -> Knop:
        """Say who goes on as this person, with the way back."""
        kaart = Kaart(self._thema)
        kaart.inhoud.addWidget(Alinea(f"‘{naam}’ gaat verder als deze persoon."))
        knop = Knop("Samenvoegen ongedaan maken…", self._thema, icoon="arrow-counter-clockwise")
        sta_toe(knop, self.reden(Actie.PERSONEN_SAMENVOEGEN))
        knop.clicked.connect(lambda: self._vraag_ongedaan(samenvoeging.record, naam))
        kaart.inhoud.addLayout(rij(self._thema, knop, 1))
        self._inhoud.addWidget(kaart)
        return knop

    def _vraag_ongedaan(self, samenvoeging: UUID, naam: str) -> None:
        assert self._beeld is not None
        hier = self._beeld.mens.titel()
        vraag = Bevestiging(
            self._thema,
            "Samenvoegen ongedaan maken?",
            f"‘{naam}’ krijgt eigen gegevens, kaarten en gesprekken terug. Wat na het samenvoegen over ‘{hier}’ is "
            f"geschreven, blijft bij ‘{hier}’.",
            "Maak ongedaan",
            self.window(),
        )
        if vraag.vraag():
            self.vraag(
                lambda: self._d.personen.maak_ongedaan(samenvoeging),
                lambda _: self._is_ongedaan(),
                urgent=True,
            )

    def _is_ongedaan(self) -> None:
        self.toast("De samenvoeging is ongedaan gemaakt")
        self.toon(Plek("persoon", self._record))

    def _gegevens(self, mens: Persoon) -> Kaart:
        kaart = Kaart(self._thema)
        regels = [
            ("phone", mens.telefoon),
            ("envelope-simple", mens.email),
            ("translate", taal(mens)),
            ("chat-text", f"Aanhef in brieven: {mens.aanhef}" if mens.aanhef else ""),
        ]
        for icoon, tekst in regels:
            if tekst:
                kaart.inhoud.addLayout(zin(self._thema, icoon, tekst)[0])
        self.adres = Adres(self._thema, mens)
        kaart.inhoud.addWidget(self.adres)
        return kaart

    def _kind(self, row: Row, stored: Stored, vandaag: date) -> KnopKaart:
        relatie = stored.value
        assert isinstance(relatie, Relatie)
        gezag = relatie.gezag_op(vandaag)
        groep = groep_en_geboren(row.detail)[0]
        delen = (relatie.hoedanigheid(), gezag_pil(gezag)[0].lower(), f"groep {groep}" if groep else "")
        weg = "niet meer op school" if row.closed else ""
        onder = " · ".join(deel for deel in (*delen, weg) if deel)
        kaart = KnopKaart(self._thema, row.title, onder, gezag_pil(gezag)[2], _KLEUR[gezag.value])
        kaart.clicked.connect(lambda: self._navigator.ga(Plek("leerling", row.record)))
        return kaart

    def _bewaar(self) -> None:
        record, values, base = self._record, self.blad.waarden("persoon"), self.concept.base
        self.berg_op()
        self.blad.zet_bezig()
        self.vraag(
            lambda: self._d.personen.bewaar(Persoon, record, values, base),
            lambda uitkomst: self._bewaard(*uitkomst),
            self._niet_bewaard,
            urgent=True,
        )

    def _niet_bewaard(self, fout: UserError) -> None:
        if isinstance(fout, Conflict):
            self.blad.toon_botsing(fout, self._vergelijk)
        else:
            self.blad.toon_fout(fout)

    def _vergelijk(self) -> None:
        record = self._record
        assert record is not None
        self.vraag(lambda: self._d.personen.persoon(record), self._toon_beide)

    def _toon_beide(self, bewaard: Stored) -> None:
        def neem_mijn() -> None:
            self.concept.bouw_op(bewaard.revision)
            self._bewaar()

        toon_beide(self._thema, bewaard, self.blad.waarden("persoon"), neem_mijn, self)

    def _bewaard(self, stored: Stored | None, problemen: list[Problem]) -> None:
        if stored is None:
            self.blad.toon_problemen({"persoon": problemen})
            return
        self.concept.klaar()
        self.blad.zet_schoon()
        self.toast("De gegevens zijn bewaard")
        self._navigator.rond_af(Plek("persoon", stored.record))

    def _begin_opnieuw(self) -> None:
        self.concept.klaar()
        self.toon(Plek("persoon", self._record, "wijzig"))

    def _terug(self) -> None:
        if self.blad.geeft_op():
            if self.blad.vuil():
                self.concept.klaar()
            self.blad.zet_schoon()
            self._navigator.rond_af(Plek("persoon", self._record))

    def open_samenvoegen(self) -> None:
        """Open the dialog that finds the other and shows both."""
        if self._record is None:
            return
        dialoog = SamenvoegDialoog(self._d, self._work, self._thema, self._record, self.window())
        dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialoog.accepted.connect(lambda: self._samengevoegd(dialoog))
        self.dialoog = dialoog
        dialoog.open()

    def _samengevoegd(self, dialoog: SamenvoegDialoog) -> None:
        self.toast("De twee personen zijn samengevoegd")
        self._navigator.ga(Plek("persoon", dialoog.gebleven))
