"""Old paper in one go: several scans are chosen, each becomes a record with its own day and title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.models.core import Bijlage, Problem, Values
from desktop.models.dossier import OudStuk
from desktop.models.errors import UserError
from desktop.models.rechten import Actie
from desktop.services.stuk import Stuk
from desktop.views.dossier.scanrij import ScanRij
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.forms.lezen import toon_tijd
from desktop.views.gesprekken.gegevens import lees_begin
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Plek
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import (
    Alinea,
    Bladvlak,
    Knop,
    Label,
    LeegStaat,
    kolom,
    maak_leeg,
)


class OudeStukkenPagina(KluisPagina):
    """Plek('oudestukken', extra='leerling=…'). Each scan is a draft of its own: what was chosen survives a crash."""

    handleiding = "dossier"

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__(*om.kern)
        diensten, thema = om.diensten, om.thema
        self._leerling: UUID | None = None
        self._naam = ""
        self._open_bijlage = om.bijlage
        self._omgeving = Omgeving(diensten, om.work, thema, self, om.bijlage, self._geweigerd)
        self.rijen: list[ScanRij] = []
        self._vuil: set[UUID] = set()
        self._bewaker = ConceptBewaker(self._vuile, self._bewaar_drafts, diensten.session.nu, self)
        self._bewaker.stand.connect(self._toon_stand)
        self.setAcceptDrops(True)
        self.kies = Knop("Kies scans…", thema, icoon="plus")
        self.kies.clicked.connect(lambda: self._omgeving.context.kies_bijlage(self._ontvang))
        self.vast = Knop("Stel vast", thema, "primair", "check-circle")
        self.vast.clicked.connect(self.stel_vast)
        self.stand = Label("", "klein")
        self._kop = Label("Oude stukken", "kop")
        self._over = Label("", "zacht")
        self.leeg = LeegStaat(
            thema,
            "archive",
            "Kies de scans van het oude dossier",
            "Meerdere tegelijk kan, of sleep ze hierheen. Daarna geef je elk stuk zijn eigen datum en titel. "
            "PDF, JPEG of PNG, tot 25 MB per stuk.",
            "Kies scans…",
        )
        self.leeg.gekozen.connect(self.kies.click)
        self._blad = Bladvlak()
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(thema.px(12))
        self._stapel = QStackedWidget()
        self._bouw()

    def titel(self) -> str:
        """Return the name of the page."""
        return "Oude stukken"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the pupil."""
        leerlingen = ("Leerlingen", Plek("leerlingen"))
        return (leerlingen, (self._naam, Plek("leerling", self._leerling))) if self._leerling else (leerlingen,)

    def toon(self, plek: Plek) -> None:
        """Show the scans of a pupil that are not established yet."""
        self.begin()
        self._bewaker.herstart()
        self._vuil.clear()
        self._wis()
        self._leerling = leerling = lees_begin(plek.extra).leerling
        if leerling is None:
            kies = Plek("leerlingen", extra="oudestukken")
            self._navigator.vervang(kies)
            self._navigator.ga(kies)
            return
        for knop in (self.kies, self.vast):
            sta_toe(knop, self.reden(Actie.DOSSIER_SCHRIJVEN))
        self.vraag(lambda: self._lees(leerling), lambda uit: self._zet(*uit))

    def mag_weg(self) -> bool:
        """What was typed is kept as drafts."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is not on disk yet."""
        self._bewaker.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files of this computer."""
        if self.kies.isEnabled() and _paden(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Have the files stored."""
        event.acceptProposedAction()
        self._omgeving.context.neem_bestanden(_paden(event), self._ontvang)

    def stel_vast(self) -> None:
        """Establish what is complete; what is not stays, with what it lacks."""
        if not self.rijen:
            return
        dossier = self._d.dossier
        werk = [(rij.stuk, rij.values()) for rij in self.rijen]
        self._bewaker.herstart()
        self.vast.setEnabled(False)

        def doe() -> list[list[Problem]]:
            return [dossier.stel_vast(stuk, values)[1] for stuk, values in werk]

        def klaar(uitkomsten: list[list[Problem]]) -> None:
            self.vast.setEnabled(True)
            goed = [rij for rij, fout in zip(self.rijen, uitkomsten, strict=True) if not fout]
            for rij, fout in zip(list(self.rijen), uitkomsten, strict=True):
                rij.toon_problemen(fout)
            for rij in goed:
                self._haal_rij(rij)
            if goed:
                self.toast("1 stuk is vastgesteld" if len(goed) == 1 else f"{len(goed)} stukken zijn vastgesteld")
            if not self.rijen:
                self._navigator.rond_af(Plek("leerling", self._leerling))
                return
            self._vuil.update(rij.stuk.record for rij in self.rijen)
            self._bewaker.veranderd()
            eerste = next(rij for rij in self.rijen if rij.fout.text())
            eerste.wat.setFocus(Qt.FocusReason.OtherFocusReason)
            self._schik()

        self.vraag(doe, klaar, self._mislukt, urgent=True)

    # -- reading and keeping

    def _lees(self, leerling: UUID) -> tuple[str, list[Stuk]]:
        naam = self._d.personen.leerling(leerling).leerling.titel()
        drafts = [
            d for d in self._d.dossier.drafts() if d.kind == OudStuk.KIND and d.subject == leerling and not d.base
        ]
        # in the order in which they were chosen, whichever was typed in last
        records = sorted(d.record for d in drafts if d.values.get("bijlagen"))
        return naam, [self._d.dossier.open(record) for record in records]

    def _zet(self, naam: str, stukken: Sequence[Stuk]) -> None:
        self._naam = naam
        self._over.setText(naam)
        for stuk in stukken:
            self._plaats(stuk)
        self._schik()
        self.neem_focus(self.rijen[0].wat if self.rijen else self.kies)
        self.veranderd.emit()

    def _ontvang(self, bijlagen: Sequence[Bijlage]) -> None:
        """Each scan becomes a draft at once: the title is its file's name until a person writes a better one."""
        leerling, dossier = self._leerling, self._d.dossier
        if leerling is None:
            return

        def maak() -> list[Stuk]:
            stukken = []
            for bijlage in bijlagen:
                stuk = dossier.nieuw(
                    OudStuk,
                    leerling,
                    datum=None,
                    wat=_titel(bijlage.naam),
                    bijlagen=[bijlage.model_dump(mode="json")],
                )
                dossier.bewaar_draft(stuk, stuk.values)
                stukken.append(replace(stuk, uit_concept=True))
            return stukken

        def klaar(stukken: list[Stuk]) -> None:
            for stuk in stukken:
                self._plaats(stuk)
            self._schik()
            self.rijen[-len(stukken)].datum.widgets()[0].setFocus(Qt.FocusReason.OtherFocusReason)

        self.vraag(maak, klaar, urgent=True)

    def _vuile(self) -> Values:
        return {str(rij.stuk.record): rij.values() for rij in self.rijen if rij.stuk.record in self._vuil}

    def _bewaar_drafts(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        werk = [(rij.stuk, values[str(rij.stuk.record)]) for rij in self.rijen if str(rij.stuk.record) in values]
        self._vuil.clear()
        dossier = self._d.dossier

        def bewaar() -> None:
            for stuk, ingevuld in werk:
                assert isinstance(ingevuld, dict)
                dossier.bewaar_draft(stuk, ingevuld)

        def toch_niet(fout: UserError) -> None:
            self._vuil.update(stuk.record for stuk, _ in werk)
            mislukt(fout)

        self._work.kluis(self, bewaar, lambda _: gelukt(), toch_niet, urgent=True)

    def _toon_stand(self, stand: Stand) -> None:
        zinnen = {
            "wacht": "Wordt zo bewaard…",
            "bezig": "Wordt bewaard…",
            "bewaard": f"Concept bewaard om {toon_tijd(stand.om)}" if stand.om else "",
            "mislukt": stand.zin,
        }
        self.stand.setText(zinnen.get(stand.soort, ""))
        self.stand.zet_soort("fout" if stand.soort == "mislukt" else "klein")

    def _mislukt(self, fout: UserError) -> None:
        self.vast.setEnabled(True)
        self._vuil.update(rij.stuk.record for rij in self.rijen)
        self._bewaker.veranderd()
        self.meld_fout(fout)

    def _geweigerd(self, zin: str) -> None:
        self.banners.zet("fout", zin)

    # -- on screen

    def _bouw(self) -> None:
        thema = self._thema
        uitleg = Alinea("Geef elk stuk de datum die erop staat. Zo komt het op de goede plek in de tijdlijn.", "zacht")
        kop = QHBoxLayout()
        kop.setSpacing(thema.px(12))
        kop.addWidget(self._kop)
        kop.addStretch(1)
        kop.addWidget(self.kies)
        binnen = kolom(thema, self._lijst, 1, ruimte=0)
        binnen.setContentsMargins(0, 0, thema.px(12), 0)
        self._blad.vlak.setLayout(binnen)
        self._stapel.addWidget(self.leeg)
        self._stapel.addWidget(self._blad)
        inhoud = kolom(thema, kop, self._over, self.banners, uitleg, self._stapel, ruimte=8)
        inhoud.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(16))
        inhoud.setStretch(4, 1)
        voet = self._voet = QFrame()
        voet.setProperty("vlak", "voet")
        onder = QHBoxLayout(voet)
        onder.setContentsMargins(*(thema.px(n) for n in (32, 12, 32, 12)))
        onder.addWidget(self.stand)
        onder.addStretch(1)
        onder.addWidget(self.vast)
        self._vak.addLayout(inhoud, 1)
        self._vak.addWidget(voet)

    def _plaats(self, stuk: Stuk) -> None:
        rij = ScanRij(self._thema, self._d.session.vandaag, stuk, self._open_bijlage)
        rij.gewijzigd.connect(lambda: self._anders(rij))
        rij.weg.connect(lambda: self._gooi_weg(rij))
        self.rijen.append(rij)
        self._lijst.addWidget(rij)
        rij.show()

    def _anders(self, rij: ScanRij) -> None:
        self._vuil.add(rij.stuk.record)
        self._bewaker.veranderd()

    def _gooi_weg(self, rij: ScanRij) -> None:
        """Take one out; its scan goes with the draft. It can be chosen again, so nothing is asked."""
        record = rij.stuk.record
        self._haal_rij(rij)
        self._schik()
        (self.rijen[0].wat if self.rijen else self.kies).setFocus(Qt.FocusReason.OtherFocusReason)
        self.vraag(lambda: self._d.dossier.gooi_draft_weg(record), lambda _: None, urgent=True)

    def _haal_rij(self, rij: ScanRij) -> None:
        self.rijen.remove(rij)
        self._vuil.discard(rij.stuk.record)
        self._lijst.removeWidget(rij)
        rij.hide()
        rij.deleteLater()

    def _wis(self) -> None:
        maak_leeg(self._lijst)
        self.rijen = []
        self._schik()

    def _schik(self) -> None:
        aantal = len(self.rijen)
        self._voet.setVisible(bool(aantal))
        self.vast.zet_tekst("Stel vast" if aantal == 1 else f"Stel {aantal} stukken vast")
        self._stapel.setCurrentWidget(self._blad if aantal else self.leeg)


def _titel(naam: str) -> str:
    """Return a file's name as the beginning of a title: without its ending, with spaces."""
    return Path(naam).stem.replace("_", " ").strip()


def _paden(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
