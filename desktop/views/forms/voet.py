"""The footer that stays: whether the draft is safe, what is still missing, and one main action."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from desktop.views.forms.basis import merk, zeg
from desktop.views.forms.bewaker import Stand
from desktop.views.forms.lezen import toon_tijd
from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import Knop
from desktop.views.widgets.labels import IcoonLabel, Label

_RAND = 32
_ICONEN = {
    "leeg": ("pencil-simple", "zacht"),
    "schoon": ("check-circle", "zacht"),
    "wacht": ("pencil-simple", "zacht"),
    "bezig": ("floppy-disk", "zacht"),
    "bewaard": ("check-circle", "goed"),
    "mislukt": ("warning-circle", "gevaar"),
}


class FormVoet(QFrame):
    """State at the left, buttons at the right; `naar_ontbrekend` when a person asks where something is missing."""

    naar_ontbrekend = Signal()

    def __init__(self, hoofdactie: str, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "voet")
        self._thema = thema
        self._breedst = 0
        self._vak = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._vak.setContentsMargins(thema.px(_RAND), thema.px(12), thema.px(_RAND), thema.px(12))
        self._vak.setSpacing(thema.px(8))
        links = QHBoxLayout()
        self._rij = QHBoxLayout()
        for rij in (links, self._rij):
            rij.setSpacing(thema.px(8))
            self._vak.addLayout(rij)
        self._icoon = IcoonLabel(thema, "check-circle", "zacht", 20)
        self.stand = Label("", "klein")
        self.ontbreekt = Knop("", thema, "koppeling").krimpbaar()
        # what is not filled in yet is no mistake; that is said in red once a person wants to go on
        self.ontbreekt.setProperty("toon", "klein")
        self.ontbreekt.clicked.connect(self.naar_ontbrekend)
        self.hoofdknop = Knop(hoofdactie, thema, "primair")
        for widget in (self._icoon, self.stand, self.ontbreekt):
            links.addWidget(widget)
        links.addStretch(1)
        self._rij.addStretch(1)
        self._rij.addWidget(self.hoofdknop)
        self._links = links
        self.zet_stand(Stand("schoon"))
        self.zet_ontbrekend(())

    def zet_kolom(self, links: int, breedst: int) -> None:
        """Keep in line with a form that begins so far from the left and is at most so wide."""
        self._breedst = breedst
        rand = self._vak.contentsMargins()
        self._vak.setContentsMargins(links, rand.top(), rand.right(), rand.bottom())

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as its buttons: the state goes above them then."""
        maat = super().minimumSizeHint()
        smalst = max(self._links.minimumSize().width(), self._rij.minimumSize().width())
        # the right margin as it is of itself: what is added to it is room, not need
        return QSize(smalst + self._vak.contentsMargins().left() + self._thema.px(_RAND), maat.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """State beside the buttons where both fit, above them where not."""
        super().resizeEvent(event)
        rand = self._vak.contentsMargins()
        over = self.width() - rand.left() - self._breedst if self._breedst else 0
        self._vak.setContentsMargins(rand.left(), rand.top(), max(self._thema.px(_RAND), over), rand.bottom())
        self._leg()

    def _leg(self) -> None:
        rand = self._vak.contentsMargins()
        for rij in (self._links, self._rij):
            rij.invalidate()  # a text that changed tells only the outer layout
        nodig = self._links.minimumSize().width() + self._rij.minimumSize().width() + self._vak.spacing()
        naast = self.width() - rand.left() - rand.right() >= nodig
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._vak.direction() != richting:
            self._vak.setDirection(richting)
            self.updateGeometry()

    def zet_stand(self, stand: Stand) -> None:
        """Say whether what was typed is kept, in icon, words and colour."""
        icoon, kleur = _ICONEN[stand.soort]
        self._icoon.zet(icoon, kleur)
        tijd = toon_tijd(stand.om) if stand.om else ""
        zin = {
            "leeg": "Nog niets ingevuld",
            "schoon": "Alles is bewaard",
            "wacht": "Nog niet bewaard…",
            "bezig": "Bewaren…",
            "bewaard": f"Concept bewaard om {tijd}",
            "mislukt": f"Niet bewaard: {stand.zin}",
        }[stand.soort]
        self.stand.zet_soort({"bewaard": "goed", "mislukt": "fout"}.get(stand.soort, "klein"))  # type: ignore[arg-type]
        self.stand.setText(zin)
        self._leg()
        if stand.soort == "mislukt":
            zeg(self, zin)

    def zet_zin(self, zin: str) -> None:
        """Say something else about what is kept, such as since when and by whom."""
        self.stand.setText(zin)
        self._leg()

    def zet_aandacht(self, zin: str) -> None:
        """Say in red what kept a person from going on; the fields say it in full."""
        merk(self.ontbreekt, "toon", "gevaar")
        self.ontbreekt.zet_tekst(zin)
        self.ontbreekt.show()
        self._leg()

    def zet_ontbrekend(self, labels: Sequence[str]) -> None:
        """Say how many required fields are empty, with the first by name."""
        merk(self.ontbreekt, "toon", "klein")
        self.ontbreekt.setHidden(not labels)
        if labels:
            aantal = len(labels)
            woord = "verplicht veld leeg" if aantal == 1 else "verplichte velden leeg, als eerste"
            eerste = labels[0] if labels[0][:2].isupper() else labels[0][:1].lower() + labels[0][1:]
            self.ontbreekt.zet_tekst(f"{aantal} {woord}: {eerste}")
        self._leg()

    def voeg_knop(self, tekst: str, icoon: str = "") -> Knop:
        """Add a secondary button before the main action and return it."""
        knop = Knop(tekst, self._thema, icoon=icoon)
        self._rij.insertWidget(self._rij.indexOf(self.hoofdknop), knop)
        QWidget.setTabOrder(knop, self.hoofdknop)
        return knop
