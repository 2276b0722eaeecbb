"""Merging two persons: find the other, see both side by side, say who stays and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPlainTextEdit,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models.core import Problem
from desktop.models.errors import UserError
from desktop.models.kenmerk import kenmerk
from desktop.models.opslag import Row
from desktop.models.personen import Persoon
from desktop.services.diensten import Diensten
from desktop.services.personen import Personen
from desktop.views.forms.basis import merk, regel
from desktop.views.kluispagina import keten
from desktop.views.leerlingen.woorden import adres, opsomming, taal
from desktop.views.leerlingen.zoeker import Gevonden, PersoonZoeker, met_kinderen, zoek_ouders
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, BannerVak, Bladvlak, Dialoog, IcoonLabel, Kaart, Label, kolom, maak_leeg
from desktop.views.work import Work


@dataclass(frozen=True, slots=True)
class Kant:
    """One of the two: the person and the children."""

    record: UUID
    mens: Persoon
    kinderen: tuple[str, ...]


def lees_kant(personen: Personen, record: UUID) -> Kant:
    """Return a person with the children; runs on the vault's lane."""
    stored = personen.persoon(record)
    assert isinstance(stored.value, Persoon)
    return Kant(stored.record, stored.value, tuple(row.title for row in personen.kinderen(stored.record)))


def vergelijk(een: Kant, ander: Kant) -> list[tuple[str, str, str]]:
    """Return (label, one, other) for all that is known of either."""
    kanten = (een, ander)
    regels: list[tuple[str, Callable[[Kant], str]]] = [
        ("Naam", lambda k: k.mens.titel()),
        ("Kinderen", lambda k: opsomming(k.kinderen)),
        ("Telefoon", lambda k: k.mens.telefoon),
        ("E-mail", lambda k: k.mens.email),
        ("Adres", lambda k: adres(k.mens)),
        ("Adres geheim", lambda k: "ja" if k.mens.adres_geheim else ""),
        ("Taal en tolk", lambda k: taal(k.mens)),
        ("Aanhef", lambda k: k.mens.aanhef),
        ("Contact", lambda k: k.mens.contact),
    ]
    gevuld = [(label, *(lees(kant) for kant in kanten)) for label, lees in regels]
    uit = [(label, links, rechts) for label, links, rechts in gevuld if links or rechts]
    if een.mens.titel() == ander.mens.titel():
        # equal names: what tells them apart on the button stands here too
        uit.append(("Nummer", kenmerk(een.record), kenmerk(ander.record)))
    return uit


def noem(wie: Kant, naast: Kant) -> str:
    """Return the name of one of the two; beside the same name, with what tells them apart."""
    naam = wie.mens.titel()
    if naam != naast.mens.titel():
        return naam
    kenmerken: list[Callable[[Kant], str]] = [
        lambda k: k.mens.telefoon,
        lambda k: k.mens.email,
        lambda k: f"ouder van {opsomming(k.kinderen)}" if k.kinderen else "zonder kinderen",
        lambda k: f"nummer {kenmerk(k.record)}",
    ]
    # both must have one: 'the one without a telephone' is harder to find than a number
    anders = next(k for k in kenmerken if k(wie) and k(naast) and k(wie) != k(naast))
    return f"{naam} ({anders(wie)})"


class SamenvoegDialoog(Dialoog):
    """Accepted once the two are one; `gebleven` is who goes on."""

    def __init__(self, diensten: Diensten, work: Work, thema: Thema, persoon: UUID, parent: QWidget | None) -> None:
        super().__init__(thema, "Samenvoegen", parent)
        self._d = diensten
        self._work = work
        self._persoon = persoon
        self._kanten: tuple[Kant, ...] = ()
        self.gebleven: UUID | None = None
        self.banners = BannerVak(thema)
        self.zoeker = PersoonZoeker(thema, "Zoek de ander op naam …", self._zoek)
        self._kies = QWidget()
        self._kies.setLayout(
            kolom(
                thema,
                Alinea(
                    "Staat dezelfde persoon er twee keer in? Kies de ander. Daarna zie je eerst beide naast elkaar."
                ),
                self.zoeker,
                1,
                ruimte=12,
            )
        )
        self._naast = QWidget()
        self._rooster = QGridLayout()
        self.keuze = QButtonGroup(self)
        self.reden = QPlainTextEdit()
        self.fout = regel("", "fout")
        self.gevolg = Alinea("")
        self._stapel = QStackedWidget()
        self._bouw()
        self.keuze.idClicked.connect(lambda _: self._noem())
        self.zoeker.gekozen.connect(lambda wie: self.vergelijk_met(wie.record))
        self._work.kluis(self, self._lees_voorstel, self._toon_voorstel, self._mis)

    def vergelijk_met(self, ander: UUID) -> None:
        """Show both side by side."""
        personen, persoon = self._d.personen, self._persoon
        self._work.kluis(
            self, lambda: (lees_kant(personen, persoon), lees_kant(personen, ander)), self._toon_beide, self._mis
        )

    def _bouw(self) -> None:
        thema = self._thema
        self.setMinimumWidth(thema.px(720))
        vak = Kaart(thema)
        self._rooster.setHorizontalSpacing(thema.px(16))
        self._rooster.setVerticalSpacing(thema.px(8))
        self._rooster.setColumnStretch(2, 1)
        self._rooster.setColumnStretch(3, 1)
        vak.inhoud.addLayout(self._rooster)
        self.reden.setAccessibleName("Waarom zijn dit dezelfde personen? verplicht")
        self.reden.setTabChangesFocus(True)
        self.reden.setMaximumHeight(thema.px(80))
        self.reden.textChanged.connect(self._reden_anders)
        label = Label("Waarom zijn dit dezelfde personen? *", "veld")
        label.setBuddy(self.reden)
        self.fout.hide()
        gevolg = Kaart(thema, "info")
        gevolg.inhoud.addWidget(self.gevolg)
        self._naast.setLayout(kolom(thema, vak, label, self.reden, self.fout, gevolg, ruimte=8))
        for deel in (self._kies, self._naast):
            self._stapel.addWidget(deel)
        self.inhoud.addWidget(self.banners)
        # long agreements about contact must not push the buttons off a low screen
        blad = Bladvlak()
        binnen = QVBoxLayout(blad.vlak)
        binnen.setContentsMargins(0, 0, thema.px(8), 0)
        binnen.addWidget(self._stapel)
        self.inhoud.addWidget(blad, 1)
        self.resize(thema.px(760), thema.px(600))
        self.laten = self.voeg_knop("Annuleren")
        self.laten.clicked.connect(self.reject)
        self.anderknop = self.voeg_knop("Kies iemand anders")
        self.anderknop.clicked.connect(self._terug)
        self.doen = self.voeg_knop("Voeg samen", "gevaar")
        self.doen.clicked.connect(self._voeg_samen)
        self._terug()

    def _terug(self) -> None:
        self._kanten = ()
        self._stapel.setCurrentWidget(self._kies)
        self.anderknop.hide()
        self.doen.hide()
        self.zoeker.zoekvak.veld.setFocus()

    def _lees_voorstel(self) -> list[Gevonden]:
        personen = self._d.personen
        rows: Sequence[Row] = personen.lijkt_op(self._persoon)
        return met_kinderen(personen, rows[:8])

    def _toon_voorstel(self, gevonden: Sequence[Gevonden]) -> None:
        self.zoeker.stel_voor(gevonden, "Met dezelfde achternaam:")

    def _zoek(self, woorden: str, klaar: Callable[[Sequence[Gevonden]], None]) -> None:
        personen, persoon = self._d.personen, self._persoon
        self._work.kluis(
            self,
            lambda: [g for g in zoek_ouders(personen, woorden) if g.record != persoon],
            klaar,
            self._mis,
        )

    def _toon_beide(self, kanten: tuple[Kant, Kant]) -> None:
        self._kanten = kanten
        if kanten[0].record == kanten[1].record:
            self._mis(UserError("Dit is dezelfde persoon.", "Kies iemand anders."))
            return
        maak_leeg(self._rooster)
        for knop in self.keuze.buttons():
            self.keuze.removeButton(knop)
        thema = self._thema
        for n, kant in enumerate(kanten):
            radio = QRadioButton("Deze blijft")
            radio.setAccessibleName(f"{noem(kant, kanten[1 - n])} blijft")
            self.keuze.addButton(radio, n)
            self._rooster.addWidget(radio, 0, n + 2)
        for r, (label, links, rechts) in enumerate(vergelijk(*kanten), 1):
            anders = links != rechts and label != "Kinderen"
            if anders:
                icoon = IcoonLabel(thema, "swap", "waarschuwing", 16)
                icoon.setToolTip("Verschilt")
                self._rooster.addWidget(icoon, r, 0, Qt.AlignmentFlag.AlignTop)
            kop = Label(label, "klein")
            kop.setAccessibleName(f"{label}, verschilt" if anders else label)
            self._rooster.addWidget(kop, r, 1, Qt.AlignmentFlag.AlignTop)
            for n, tekst in enumerate((links, rechts)):
                self._rooster.addWidget(regel(tekst or "–", "sterk" if anders else "basis"), r, n + 2)
        # whoever has more children on a card is most likely the one that is kept up
        meeste = max(range(2), key=lambda n: len(kanten[n].kinderen))
        self.keuze.button(meeste).setChecked(True)
        self.reden.clear()
        self.fout.hide()
        self._stapel.setCurrentWidget(self._naast)
        self.anderknop.show()
        self.doen.show()
        self._noem()
        keten((*self.keuze.buttons(), self.reden, self.laten, self.anderknop, self.doen))
        self.keuze.button(meeste).setFocus()

    def _noem(self) -> None:
        blijft = self._kanten[self.keuze.checkedId()]
        weg = self._kanten[1 - self.keuze.checkedId()]
        van, naar = noem(weg, blijft), noem(blijft, weg)
        self.doen.zet_tekst(f"Laat ‘{van}’ opgaan in ‘{naar}’")
        self.gevolg.setText(
            f"Kaarten en gesprekken van ‘{van}’ staan daarna bij ‘{naar}’. "
            f"Van wie opgaat, vervallen telefoon, adres en afspraken: neem eerst over wat je wilt houden. "
            "Vastgestelde verslagen veranderen niet. Twijfel je? Voeg dan niet samen."
        )

    def _reden_anders(self) -> None:
        self.fout.hide()
        merk(self.reden, "fout", False)

    def _voeg_samen(self) -> None:
        reden = self.reden.toPlainText().strip()
        if not reden:
            self._toon_fout("Schrijf op waarom dit dezelfde personen zijn. Eén zin is genoeg.")
            return
        blijft, weg = self._kanten[self.keuze.checkedId()], self._kanten[1 - self.keuze.checkedId()]
        self.doen.setEnabled(False)

        def klaar(problemen: list[Problem]) -> None:
            self.doen.setEnabled(True)
            if problemen:
                self._toon_fout(problemen[0].zin)
            else:
                self.gebleven = blijft.record
                self.accept()

        self._work.kluis(
            self, lambda: self._d.personen.voeg_samen(weg.record, blijft.record, reden), klaar, self._mis, urgent=True
        )

    def _toon_fout(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.show()
        merk(self.reden, "fout", True)
        self.reden.setAccessibleDescription(zin)
        self.reden.setFocus()

    def _mis(self, fout: UserError) -> None:
        self.doen.setEnabled(True)
        self.banners.zet("fout", fout.zin, fout.stap)
