"""The recovery sheet: show, print, and prove that it is on paper by typing a line back. In setup and in settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.views.start.invoer import Invoer
from desktop.views.start.stappen import STAPPEN, StappenPaneel
from desktop.views.start.vlak import StartVlak
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, BannerVak, Bezig, Kaart, Knop, Label, rij
from desktop.views.work import Work

if TYPE_CHECKING:
    from desktop.services.beheer import Beheer

DrukAf = Callable[[bytes, str], None]
"""Prints a PDF under this title; shows its own dialog."""
KiesBestand = Callable[[QWidget, str], Path | None]
"""Has a person choose where a file goes: (beside what, proposed name)."""


@dataclass(frozen=True, slots=True)
class _Blad:
    """A new sheet: its code, the PDF of it, and which line is to be typed back."""

    code: str
    pdf: bytes
    nummer: int
    regel: str


def kies_pdf(bij: QWidget, naam: str) -> Path | None:
    """Ask where a PDF goes, in the system's own dialog."""
    gekozen, _ = QFileDialog.getSaveFileName(bij, "Bewaar als PDF", str(Path.home() / naam), "PDF (*.pdf)")
    return Path(gekozen) if gekozen else None


class CodeKaart(QWidget):
    """The four lines of the code, in letters that cannot be confused; not to be selected, so never on the clipboard."""

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self._thema = thema
        self._regels: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def zet(self, code: str) -> None:
        """Show a code; '' shows nothing."""
        self._regels = tuple(code.split("\n")) if code else ()
        gelezen = ". ".join(f"Regel {n}: {' '.join(regel)}" for n, regel in enumerate(self._regels, 1))
        self.setAccessibleName(f"Herstelcode. {gelezen}" if gelezen else "Herstelcode verborgen")
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for four lines."""
        return QSize(self._thema.px(440), self._thema.px(4 * 40 + 32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card with numbered lines."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        p.setPen(thema.kleur("lijn"))
        p.setBrush(thema.kleur("kaart"))
        p.drawRoundedRect(vak, thema.px(8), thema.px(8))
        letter = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letter.setPixelSize(thema.px(22))
        letter.setWeight(QFont.Weight.DemiBold)
        ruimte = vak.width() - thema.px(72)
        while letter.pixelSize() > 10 and QFontMetricsF(letter).horizontalAdvance("0000 0000 0000 0000") > ruimte:
            letter.setPixelSize(letter.pixelSize() - 1)
        midden = Qt.AlignmentFlag.AlignVCenter
        for n, regel in enumerate(self._regels):
            lijn = QRectF(vak.left() + thema.px(20), vak.top() + thema.px(16 + n * 40), ruimte, thema.px(40))
            p.setFont(thema.font("klein"))
            p.setPen(thema.kleur("zacht"))
            p.drawText(lijn, midden, str(n + 1))
            p.setFont(letter)
            p.setPen(thema.kleur("inkt"))
            p.drawText(lijn.adjusted(thema.px(32), 0, thema.px(32), 0), midden, regel)


class HerstelbladBlok(QWidget):
    """Makes a new sheet when told to, has it printed, and asks a line back. `bevestigd` when that line was right.

    `eerste`: the vault is brand-new, so there is no older sheet.
    """

    bevestigd = Signal()

    def __init__(
        self,
        thema: Thema,
        work: Work,
        beheer: Beheer,
        druk_af: DrukAf,
        kies: KiesBestand = kies_pdf,
        *,
        eerste: bool = False,
    ) -> None:
        super().__init__()
        self._eerste = eerste
        self._thema = thema
        self._work = work
        self._beheer = beheer
        self._druk_af = druk_af
        self._kies = kies
        self._blad: _Blad | None = None
        self.banners = BannerVak(thema)
        self.bezig = Bezig(thema, "Het herstelblad wordt gemaakt…", annuleerbaar=False)
        self.code = CodeKaart(thema)
        self.afdrukken = Knop("Afdrukken", thema, "primair", "printer")
        self.bewaren = Knop("Bewaar als PDF…", thema, icoon="floppy-disk")
        self.verder = Knop("Ik heb het blad op papier", thema, icoon="arrow-right")
        self.terug = Knop("Toon de code opnieuw", thema, "koppeling", "arrow-left")
        self.getypt = Invoer(thema, "", "Hoofdletters, spaties en streepjes maken niet uit.", 60)
        self.controleer = Knop("Controleer", thema, "primair", "check")
        self._tonen = self._bouw_tonen()
        self._vragen = self._bouw_vragen()
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(16))
        for deel in (self.banners, self.bezig, self._tonen, self._vragen):
            vak.addWidget(deel)
        for deel in (self.bezig, self._tonen, self._vragen):
            deel.hide()

    def begin(self) -> None:
        """Make a new sheet and show it; from then on the old one opens nothing."""
        if not self.bezig.isHidden():
            return
        self.banners.leeg()
        self._toon(self.bezig)
        self._work.kluis(self, self._maak, self._gemaakt, self._niet_gemaakt, urgent=True)

    def vergeet(self) -> None:
        """Take the code off the screen and out of memory."""
        self._blad = None
        self.code.zet("")
        self._toon(None)

    # -- building

    def _bouw_tonen(self) -> QWidget:
        vak = QWidget()
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(self._thema.px(16))
        kolom.addWidget(self.code)
        kolom.addLayout(rij(self._thema, self.afdrukken, self.bewaren, 1))
        # above what one reads once: with a message on top it would be out of sight on a small screen
        kolom.addLayout(rij(self._thema, 1, self.verder))
        kaart = Kaart(self._thema, "info")
        kaart.inhoud.addWidget(Label("Opbergen", "sterk"))
        for zin in (
            "Leg het blad in een kluis of een afgesloten kast, niet bij de computer.",
            "Bewaar je het als PDF? Zet die op een stick, druk hem elders af en wis hem daarna.",
            "Wie het blad heeft, kan alles in de kluis lezen.",
            *(() if self._eerste else ("Heb je nog een ouder blad? Dat werkt niet meer. Vernietig het.",)),
        ):
            kaart.inhoud.addWidget(Alinea(zin))
        kolom.addWidget(kaart)
        self.afdrukken.clicked.connect(self._druk)
        self.bewaren.clicked.connect(self._bewaar)
        self.verder.clicked.connect(self._vraag)
        return vak

    def _bouw_vragen(self) -> QWidget:
        vak = QWidget()
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(self._thema.px(16))
        kolom.addWidget(self.getypt)
        kolom.addLayout(rij(self._thema, self.terug, 1, self.controleer))
        self.getypt.enter.connect(self._controleer)
        self.controleer.clicked.connect(self._controleer)
        self.terug.clicked.connect(self._toon_code)
        return vak

    def _toon(self, welk: QWidget | None) -> None:
        for deel in (self.bezig, self._tonen, self._vragen):
            deel.setVisible(deel is welk)

    # -- making

    def _maak(self) -> _Blad:
        code = self._beheer.nieuw_herstelblad()
        nummer, regel = self._beheer.vraag_terug(code)
        return _Blad(code, self._beheer.herstelblad_pdf(code).pdf, nummer, regel)

    def _gemaakt(self, blad: _Blad) -> None:
        self._blad = blad
        vraag = f"Typ regel {blad.nummer} over van het papier"
        self.getypt.label.setText(vraag)
        self.getypt.veld.setAccessibleName(vraag)
        self._toon_code()

    def _niet_gemaakt(self, fout: UserError) -> None:
        self._toon(None)
        self.banners.zet("fout", fout.zin, fout.stap, "Opnieuw proberen", self.begin)

    # -- showing

    def _toon_code(self) -> None:
        assert self._blad is not None
        self.code.zet(self._blad.code)
        self._toon(self._tonen)
        self.afdrukken.setFocus(Qt.FocusReason.OtherFocusReason)

    def _druk(self) -> None:
        assert self._blad is not None
        self._druk_af(self._blad.pdf, "Herstelblad")
        self.verder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bewaar(self) -> None:
        assert self._blad is not None
        doel, pdf = self._kies(self, "Herstelblad.pdf"), self._blad.pdf
        if doel is not None:
            self._work.werk(self, lambda: _schrijf(doel, pdf), lambda _: self._bewaard(), self._niet_bewaard)

    def _bewaard(self) -> None:
        self.banners.zet("waarschuwing", "De PDF is bewaard.", "Druk hem af en wis hem daarna.")

    def _niet_bewaard(self, fout: UserError) -> None:
        self.banners.zet("fout", fout.zin, fout.stap)

    # -- asking back

    def _vraag(self) -> None:
        self.banners.leeg()
        # from the paper, not from the screen: that is what this proves
        self.code.zet("")
        self.getypt.zet_tekst("")
        self._toon(self._vragen)
        self.getypt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _controleer(self) -> None:
        assert self._blad is not None
        getypt, blad = self.getypt.tekst(), self._blad
        if not getypt.strip():
            self.getypt.zet_fout(f"Typ regel {blad.nummer} van het blad.")
            self.getypt.setFocus()
            return
        self.controleer.setEnabled(False)
        self._work.kluis(self, lambda: self._bevestig(getypt, blad), self._gecontroleerd, self._faalde, urgent=True)

    def _bevestig(self, getypt: str, blad: _Blad) -> bool:
        if not self._beheer.klopt(getypt, blad.regel):
            return False
        self._beheer.bevestig_herstel()
        return True

    def _gecontroleerd(self, klopt: bool) -> None:
        self.controleer.setEnabled(True)
        if klopt:
            self.vergeet()
            self.bevestigd.emit()
            return
        assert self._blad is not None
        self.getypt.zet_fout(f"Dit is niet regel {self._blad.nummer} van het blad. Vergelijk teken voor teken.")
        self.getypt.setFocus()

    def _faalde(self, fout: UserError) -> None:
        self.controleer.setEnabled(True)
        self.banners.zet("fout", fout.zin, fout.stap)


class HerstelbladStap(StartVlak):
    """The last step of setting up, as a screen of its own: shown until a line of a sheet was typed back.

    It begins with a new sheet: one of an earlier, cut-off setup may never have been printed. `antwoorden` are those of
    the steps before it; `eerste`: the vault was made just now.
    """

    bevestigd = Signal()

    def __init__(
        self,
        thema: Thema,
        work: Work,
        beheer: Beheer,
        druk_af: DrukAf,
        kies: KiesBestand = kies_pdf,
        *,
        antwoorden: Sequence[str] = (),
        eerste: bool = False,
    ) -> None:
        paneel = StappenPaneel(thema)
        for stap, antwoord in enumerate(antwoorden):
            paneel.zet_antwoord(stap, antwoord)
        paneel.zet_hier(len(STAPPEN) - 1)
        super().__init__(
            thema,
            "Herstelblad",
            "Vergeet je de wachtwoordzin, dan kom je alleen hiermee nog in de kluis. "
            "Druk het blad af en typ daarna een regel over. Dan is de kluis klaar.",
            "herstelblad",
            paneel,
            kolom=560,
        )
        self.blok = HerstelbladBlok(thema, work, beheer, druk_af, kies, eerste=eerste)
        self.blok.bevestigd.connect(self.bevestigd)
        self.inhoud.addWidget(self.blok)
        self.voeg_teller().setText(f"Stap {len(STAPPEN)} van {len(STAPPEN)}")
        self.voeg_weg("Handleiding", self.vraag_hulp, "question")
        self._begonnen = False

    def showEvent(self, event: QShowEvent) -> None:
        """The sheet is made when there is someone to print it."""
        super().showEvent(event)
        if not self._begonnen:
            self._begonnen = True
            self.blok.begin()


def _schrijf(doel: Path, pdf: bytes) -> None:
    try:
        doel.write_bytes(pdf)
    except OSError as error:
        raise UserError("De PDF kon hier niet worden bewaard.", "Kies een andere plek, of druk het blad af.") from error
