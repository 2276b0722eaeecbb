"""The screen that is handed to a parent: the pages and the place to sign, and nothing else of the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Values, Wie
from desktop.models.errors import UserError
from desktop.models.vervolg import Uitkomst
from desktop.views.afdrukken import PdfBeeld
from desktop.views.forms.basis import regel
from desktop.views.ondertekenen.paneel import Tekenpaneel
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    BannerVak,
    Bevestiging,
    Bladvlak,
    IcoonLabel,
    Knop,
    Label,
    venstertoets,
    zeg,
)
from desktop.views.work import Work

_RECHTS = 460


class Ouderscherm(QDialog):
    """Covers the whole screen for one parent. Escape and closing do nothing: school ends it with its own button.

    The lock does end it, as it ends every dialog. `bevestigd` when the parent is ready; `klaar` or `toon_fout` answers.
    """

    bevestigd = Signal()
    terug = Signal()

    def __init__(
        self,
        thema: Thema,
        work: Work,
        vandaag: Callable[[], date],
        wie: Wie,
        pdf: bytes,
        draft: Values,
        venster: QWidget | None,
    ) -> None:
        super().__init__(venster)
        self.setWindowTitle("Vangnet")
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Verslag lezen en tekenen")
        self._thema = thema
        self.paneel = Tekenpaneel(thema, work, vandaag, voor_ouder=True)
        self.paneel.zet(wie, draft)
        self.beeld = PdfBeeld(thema, work)
        self.banners = BannerVak(thema)
        self.naar_school = Knop("Terug naar school", thema, icoon="lock-key")
        self.naar_school.setToolTip("Voor de medewerker van school")
        self.bevestig = Knop("Bevestig", thema, "primair")
        self.fout = regel("", "fout")
        self.gelezen = Label("", "klein")
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._leesblad(thema))
        self._stapel.addWidget(self._bedankblad(thema))
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(0)
        vak.addWidget(self._kop(thema, wie))
        vak.addWidget(self._stapel, 1)
        self.naar_school.clicked.connect(lambda _=False: self._naar_school())
        self.bevestig.clicked.connect(lambda _=False: self._bevestig())
        self.beeld.alles_gezien.connect(self._alles_gezien)
        # never on the button that leaves: Enter would press it
        self.beeld.klaar.connect(self.beeld.setFocus)
        self.paneel.gewijzigd.connect(self._anders)
        self._anders()
        self.beeld.zet(pdf)

    def begin(self) -> None:
        """Show it over everything, on the screen where the program is."""
        ouder = self.parentWidget()
        scherm = ouder.screen() if ouder is not None else self.screen()
        self.setGeometry(scherm.geometry())
        self.showFullScreen()
        self.paneel.focus_begin()

    def klaar(self, uitkomst: Uitkomst) -> None:
        """It is recorded: thank the parent; the report is gone from the screen."""
        self._gelukt.setText(
            "Uw handtekening is bewaard." if uitkomst is not Uitkomst.ZIET_AF else "Er is bewaard dat u niet tekent."
        )
        self.beeld.leeg()
        self._stapel.setCurrentIndex(1)
        self.naar_school.setFocus()
        zeg(self, f"Dank u wel. {self._gelukt.text()}")

    def toon_fout(self, fout: UserError) -> None:
        """It could not be recorded; what was drawn and written is still there."""
        self.bevestig.setEnabled(True)
        self.banners.zet("fout", fout.zin, "Vraag de medewerker van school om mee te kijken.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 and Ctrl+L work; Escape does nothing here."""
        if not venstertoets(self, event):
            event.accept()

    def reject(self) -> None:
        """Nothing a parent does closes this screen."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing a parent does closes this screen."""
        event.ignore()

    def _naar_school(self) -> None:
        if self._stapel.currentIndex() == 0 and self.paneel.vluchtig():
            vraag = Bevestiging(
                self._thema,
                "Terug zonder vast te leggen?",
                "Er is getekend, maar nog niet bevestigd. De handtekening verdwijnt.",
                "Terug naar school",
                self,
            )
            vraag.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            vraag.accepted.connect(self._weg)
            vraag.open()
        else:
            self._weg()

    def _weg(self) -> None:
        self.terug.emit()
        self.done(QDialog.DialogCode.Accepted)

    def _bevestig(self) -> None:
        mist = self.paneel.probleem()
        if mist is not None:
            waar, zin = mist
            self.fout.setText(zin)
            self.fout.show()
            waar.setFocus()
            self._blad.ensureWidgetVisible(waar)
            return
        self.banners.leeg()
        self.bevestig.setEnabled(False)
        self.bevestigd.emit()

    def _anders(self) -> None:
        self.fout.hide()
        self.bevestig.setEnabled(True)
        self.bevestig.setVisible(self.paneel.uitkomst is not None)

    def _alles_gezien(self) -> None:
        self.gelezen.setText("U hebt alle pagina's gezien.")

    # -- building

    def _kop(self, thema: Thema, wie: Wie) -> QWidget:
        kop = QFrame()
        kop.setProperty("vlak", "voet")
        rij = QHBoxLayout(kop)
        rij.setContentsMargins(thema.px(32), thema.px(12), thema.px(32), thema.px(12))
        rij.setSpacing(thema.px(16))
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        titel = Label(f"Verslag voor {wie.naam}", "kop")
        titel.setWordWrap(True)
        tekst.addWidget(titel)
        tekst.addWidget(regel("Lees het verslag rustig door. Tekenen is vrijwillig.", "zacht"))
        rij.addLayout(tekst, 1)
        rij.addWidget(self.naar_school)
        return kop

    def _leesblad(self, thema: Thema) -> QWidget:
        self._blad = Bladvlak()
        binnen = QVBoxLayout(self._blad.vlak)
        binnen.setContentsMargins(thema.px(24), thema.px(24), thema.px(24), thema.px(24))
        binnen.setSpacing(thema.px(12))
        binnen.addWidget(self.banners)
        binnen.addWidget(self.paneel)
        binnen.addStretch(1)
        voet = QFrame()
        voet.setProperty("vlak", "voet")
        onder = QHBoxLayout(voet)
        onder.setContentsMargins(thema.px(24), thema.px(12), thema.px(24), thema.px(12))
        links = QVBoxLayout()
        links.addWidget(self.gelezen)
        links.addWidget(self.fout)
        onder.addLayout(links, 1)
        onder.addWidget(self.bevestig)
        rechts = QWidget()
        rechts.setFixedWidth(thema.px(_RECHTS))
        kolom = QVBoxLayout(rechts)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self._blad, 1)
        kolom.addWidget(voet)
        vlak = QWidget()
        rij = QHBoxLayout(vlak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(0)
        rij.addWidget(self.beeld, 1)
        rij.addWidget(rechts)
        return vlak

    def _bedankblad(self, thema: Thema) -> QWidget:
        vlak = QWidget()
        vak = QVBoxLayout(vlak)
        vak.setSpacing(thema.px(12))
        vak.addStretch(1)
        midden = Qt.AlignmentFlag.AlignHCenter
        vak.addWidget(IcoonLabel(thema, "check-circle", "goed", 64), alignment=midden)
        dank = Label("Dank u wel", "titel")
        self._gelukt = Alinea("", "sectie")
        verder = Alinea("Geef het scherm terug aan de medewerker van school.", "zacht")
        for label in (dank, self._gelukt, verder):
            label.setAlignment(midden)
            rij = QHBoxLayout()
            rij.addWidget(label)
            vak.addLayout(rij)
        vak.addStretch(2)
        return vlak
