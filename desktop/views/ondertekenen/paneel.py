"""What one parent does with the report: the outcome, then only what that outcome asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Values, Wie
from desktop.models.vervolg import Uitkomst, Wijze
from desktop.views.forms.basis import regel
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.ondertekenen.gegevens import TEKENT, Invoer
from desktop.views.ondertekenen.papier import Papierdeel
from desktop.views.ondertekenen.tekenvlak import NOG_GEEN, TekenVlak
from desktop.views.ondertekenen.woorden import OUDER, SCHOOL
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Kaart, KiesChip, Knop, KnopKaart, Label, kolom, rij, zeg
from desktop.views.work import Work

_ZIENSWIJZE = (Uitkomst.GEZIEN, Uitkomst.WEIGERT)
_KIES = "Kies eerst wat deze ouder doet."
_GEWIST = "De handtekening is gewist: die hoorde bij de andere keuze."


class Tekenpaneel(QWidget):
    """Asks for the outcome of one parent. With `voor_ouder` it speaks to the parent, who signs on this screen."""

    gewijzigd = Signal()

    def __init__(
        self,
        thema: Thema,
        work: Work,
        vandaag: Callable[[], date],
        *,
        voor_ouder: bool = False,
        afdrukken: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._voor_ouder = voor_ouder
        self._woorden = OUDER if voor_ouder else SCHOOL
        self.uitkomst: Uitkomst | None = None
        self.keuzes = {u: KnopKaart(thema, w.titel, w.zin, w.icoon) for u, w in self._woorden.items()}
        self.anders = Knop("Andere keuze", thema, "koppeling")
        self.op_scherm = KiesChip("Op het scherm", thema, aan=True, plus=False)
        self.op_papier = KiesChip("Op papier", thema, plus=False)
        self.vlak = TekenVlak(thema)
        self.terug = Knop("Laatste streep weg", thema, "stil", "arrow-counter-clockwise")
        self.wis = Knop("Wis alles", thema, "stil", "eraser")
        self.fout_teken = regel("", "fout")
        self.papier = Papierdeel(thema, work, vandaag, afdrukken)
        self.zienswijze = LangVeld(regels=4)
        self.toelichting = LangVeld(regels=2)
        self._bouw(thema)
        self._verbind()
        self._toon()

    # -- what is filled in

    def zet(self, wie: Wie, draft: Values | None = None) -> None:
        """Begin for a parent, with nothing filled in but the words of a draft."""
        woorden = draft or {}
        self.uitkomst = next((u for u in self.keuzes if u.value == woorden.get("uitkomst")), None)
        self.vlak.wis()
        self.vlak.zet_naam(wie.naam)
        self.papier.leeg()
        self.zienswijze.zet(woorden.get("zienswijze", ""))
        self.toelichting.zet(woorden.get("toelichting", ""))
        self.op_scherm.setChecked(True)
        self.op_papier.setChecked(False)
        self._zeg_teken("")
        self._toon()

    def vluchtig(self) -> bool:
        """Whether there is something that no draft keeps: a signature or a scan that was not recorded."""
        return not self.vlak.leeg() or self.papier.gevuld()

    def draft(self) -> Values:
        """Return the words that were filled in; nothing where there are none. A half signature is not kept."""
        teksten = {"zienswijze": self.zienswijze.waarde(), "toelichting": self.toelichting.waarde()}
        if not any(str(tekst or "").strip() for tekst in teksten.values()):
            return {}
        return {**teksten, "uitkomst": self.uitkomst.value if self.uitkomst else None}

    def wijze(self) -> Wijze:
        """Return how it is signed."""
        if self.uitkomst not in TEKENT:
            return Wijze.GEEN
        return Wijze.PAPIER if self.op_papier.isChecked() else Wijze.SCHERM

    def probleem(self) -> tuple[QWidget, str] | None:
        """Show what is missing; returns what should get the focus and a sentence, None where it can be stored."""
        if self.uitkomst is None:
            return next(iter(self.keuzes.values())), "Kies eerst wat u wilt doen." if self._voor_ouder else _KIES
        match self.wijze():
            case Wijze.SCHERM if not self.vlak.genoeg():
                zin = NOG_GEEN
                if self._voor_ouder:
                    zin = "Er staat nog geen handtekening. Teken in het vak, of kies dat u niet tekent."
                zin = zin if self.vlak.leeg() else "Dit is nog te weinig voor een handtekening."
                self._zeg_teken(zin)
                return self.vlak, zin
            case Wijze.PAPIER:
                mist = self.papier.probleem()
                return None if mist is None else (mist, "Vul de datum in en voeg de scan toe.")
        return None

    def invoer(self) -> Invoer:
        """Return what was filled in, without what belongs to another choice; only where there is no `probleem`."""
        assert self.uitkomst is not None
        wijze = self.wijze()
        return Invoer(
            uitkomst=self.uitkomst,
            wijze=wijze,
            zienswijze=str(self.zienswijze.waarde() or "").strip() if self.uitkomst in _ZIENSWIJZE else "",
            toelichting=str(self.toelichting.waarde() or "").strip() if self._met_toelichting() else "",
            getekend_op=self.papier.dag() if wijze is Wijze.PAPIER else None,
            handtekening=self.vlak.handtekening() if wijze is Wijze.SCHERM else None,
            scan=self.papier.scan if wijze is Wijze.PAPIER else None,
        )

    def focus_begin(self) -> None:
        """Go to the first thing to do."""
        if self.uitkomst is None:
            next(iter(self.keuzes.values())).setFocus()
        elif self.uitkomst in _ZIENSWIJZE:
            self.zienswijze.widgets()[0].setFocus()
        elif self.uitkomst in TEKENT:
            (self.papier.datum.regel if self.op_papier.isChecked() else self.vlak).setFocus()
        else:
            self.anders.setFocus()

    # -- choosing

    def kies(self, uitkomst: Uitkomst) -> None:
        """Take an outcome and show what it asks."""
        self.uitkomst = uitkomst
        self._toon()
        self.focus_begin()
        zeg(self, self._woorden[uitkomst].titel)
        self.gewijzigd.emit()

    def kies_opnieuw(self) -> None:
        """Show the outcomes again; a signature belonged to what was chosen, so it goes. Text stays."""
        vorige, self.uitkomst = self.uitkomst, None
        gewist = not self.vlak.leeg()
        self.vlak.wis()
        self._toon()
        self._gewist.setVisible(gewist)
        if gewist:
            zeg(self, _GEWIST)
        if vorige is not None:
            self.keuzes[vorige].setFocus()
        self.gewijzigd.emit()

    def _met_toelichting(self) -> bool:
        return not self._voor_ouder and self.uitkomst is not None and self.uitkomst not in TEKENT

    # -- building

    def _bouw(self, thema: Thema) -> None:
        ik = self._voor_ouder
        vraag = "Wat wilt u doen?" if ik else "Wat doet deze ouder met het verslag?"
        self._gewist = regel(_GEWIST, "klein")
        self._vraagdeel = _vak(thema, Label(vraag, "sectie"), self._gewist, *self.keuzes.values())
        self._gekozen = Kaart(thema, "info")
        self._gekozen.inhoud.setSpacing(thema.px(4))
        marge = thema.px(12)
        self._gekozen.inhoud.setContentsMargins(marge, marge, marge, marge)
        self._icoon = IcoonLabel(thema, "check-circle", "info", 24)
        self._titel = Label("", "sterk")
        self._zin = regel("", "basis")
        self._gekozen.inhoud.addLayout(rij(thema, self._icoon, self._titel, 1, self.anders))
        self._gekozen.inhoud.addWidget(self._zin)
        label = "Uw zienswijze (mag leeg blijven)" if ik else "Zienswijze van de ouder (mag leeg blijven)"
        hulp = "Uw verhaal in uw eigen woorden. School verandert er niets aan."
        self.zienswijze.zet_namen(label, hulp)
        self._zienswijzedeel = _vak(
            thema,
            Label(label, "veld"),
            regel(
                hulp if ik else "In de eigen woorden van de ouder. Alleen deze ouder en het dossier krijgen dit.",
                "klein",
            ),
            self.zienswijze,
        )
        self.toelichting.zet_namen("Toelichting (mag leeg blijven)", "Bijvoorbeeld wat er is afgesproken.")
        self._toelichtingdeel = _vak(
            thema,
            Label("Toelichting (mag leeg blijven)", "veld"),
            regel("Komt bij de uitkomst in het dossier en op het afschrift van deze ouder.", "klein"),
            self.toelichting,
        )
        self._wijzedeel = QWidget()
        self._wijzedeel.setLayout(rij(thema, self.op_scherm, self.op_papier, 1))
        self._schermdeel = _vak(thema, self.vlak, self.fout_teken)
        onder = self._schermdeel.layout()
        assert isinstance(onder, QVBoxLayout)
        onder.insertLayout(1, rij(thema, self.terug, self.wis, 1))
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(16))
        delen: tuple[QWidget, ...] = (self._vraagdeel, self._gekozen, self._zienswijzedeel, self._wijzedeel)
        for deel in (*delen, self._schermdeel, self.papier, self._toelichtingdeel):
            vak.addWidget(deel)
        vak.addStretch(1)

    def _verbind(self) -> None:
        for uitkomst, kaart in self.keuzes.items():
            kaart.clicked.connect(lambda _=False, u=uitkomst: self.kies(u))
        self.anders.clicked.connect(lambda _=False: self.kies_opnieuw())
        for chip, papier in ((self.op_scherm, False), (self.op_papier, True)):
            chip.clicked.connect(lambda _=False, papier=papier: self._kies_wijze(papier))
        self.terug.clicked.connect(lambda _=False: self.vlak.haal_terug())
        self.wis.clicked.connect(lambda _=False: self.vlak.wis())
        self.vlak.gewijzigd.connect(self._getekend)
        for veld in (self.zienswijze, self.toelichting):
            veld.gewijzigd.connect(self.gewijzigd)
        self.papier.gewijzigd.connect(self.gewijzigd)

    def _kies_wijze(self, papier: bool) -> None:
        self.op_papier.setChecked(papier)
        self.op_scherm.setChecked(not papier)
        self._toon()
        self.gewijzigd.emit()

    def _getekend(self) -> None:
        self._zeg_teken("")
        self._zet_wisknoppen()
        self.gewijzigd.emit()

    def _zeg_teken(self, zin: str) -> None:
        self.fout_teken.setText(zin)
        self.fout_teken.setVisible(bool(zin))
        if zin:
            zeg(self.vlak, zin)

    def _zet_wisknoppen(self) -> None:
        for knop in (self.terug, self.wis):
            knop.setEnabled(not self.vlak.leeg())

    def _toon(self) -> None:
        uitkomst = self.uitkomst
        tekent, papier = uitkomst in TEKENT, self.op_papier.isChecked()
        self._vraagdeel.setVisible(uitkomst is None)
        self._gewist.hide()
        self._gekozen.setVisible(uitkomst is not None)
        self._zienswijzedeel.setVisible(uitkomst in _ZIENSWIJZE)
        self._wijzedeel.setVisible(tekent and not self._voor_ouder)
        self._schermdeel.setVisible(tekent and not papier)
        self.papier.setVisible(tekent and papier)
        self._toelichtingdeel.setVisible(self._met_toelichting())
        self._zet_wisknoppen()
        if uitkomst is not None:
            woord = self._woorden[uitkomst]
            self._icoon.zet(woord.icoon, "info")
            self._titel.setText(woord.titel)
            self._zin.setText(woord.zin)
            self.anders.setAccessibleName(f"Andere keuze dan {woord.titel}")


def _vak(thema: Thema, *delen: QWidget) -> QWidget:
    vak = QWidget()
    vak.setLayout(kolom(thema, *delen))
    return vak
