"""Passages, each as a card with its mark; what a source refuses is said at once and goes at one press."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Part
from desktop.models.dossierdelen import Passage, PassageSoort
from desktop.models.velden import VeldSpec
from desktop.views.forms.basis import beginwaarden, merk, regel, zeg
from desktop.views.forms.context import FormContext
from desktop.views.forms.rij import RijWidget
from desktop.views.forms.rijen import RijenVeld
from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import Knop
from desktop.views.widgets.labels import IcoonLabel, Label
from desktop.views.widgets.langetekst import LangeTekst

MERKEN: dict[PassageSoort, tuple[str, str]] = {
    PassageSoort.FEIT: ("eye", "info"),
    PassageSoort.MENING: ("lightbulb", "waarschuwing"),
    PassageSoort.HOREN_ZEGGEN: ("ear", "zacht"),
    PassageSoort.KIND: ("quotes", "accent"),
}
"""The icon of each mark and the token of its colour."""
GEWEIGERD = "De bron wil niet dat dit wordt vastgelegd. Wat hier staat, bewaart Vangnet niet, ook niet als concept."
STOND_ER_AL = (
    "Stond het al in een bewaarde versie? Dan blijft het in die eerdere versie staan. Vraag de directeur om die versie "
    "te laten vernietigen."
)
EERST_VRAGEN = "Vraag eerst aan de bron of je dit mag vastleggen. Daarna schrijf je het op."


class PassageRij(RijWidget):
    """One passage. Hearsay is written only once its source agreed: until then there is nothing that could be kept."""

    def __init__(
        self,
        specs: Sequence[VeldSpec],
        context: FormContext,
        basis: dict[str, JsonValue],
        *,
        nieuw: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(specs, context, basis, nieuw=nieuw, parent=parent)
        thema = context.thema
        self._icoon = IcoonLabel(thema, "pencil-simple", "zacht", 20)
        self._woord = Label("Kies wat voor stuk dit is", "sterk")
        kop = QHBoxLayout()
        kop.setSpacing(thema.px(8))
        kop.addWidget(self._icoon)
        kop.addWidget(self._woord, 1)
        self.melding = QFrame(self)
        self.melding.setProperty("banner", "waarschuwing")
        lijn = QHBoxLayout(self.melding)
        lijn.setContentsMargins(thema.px(12), thema.px(8), thema.px(12), thema.px(8))
        lijn.setSpacing(thema.px(12))
        lijn.addWidget(IcoonLabel(thema, "prohibit", "waarschuwing", 20), 0, Qt.AlignmentFlag.AlignTop)
        self._zin = regel("", "basis")
        lijn.addWidget(self._zin, 1)
        self.weglaten = Knop("Toch weglaten", thema)
        self.weglaten.clicked.connect(self._laat_weg)
        lijn.addWidget(self.weglaten, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rand.removeWidget(self._vak)
        kolom = QVBoxLayout()
        kolom.setSpacing(thema.px(12))
        kolom.addLayout(kop)
        kolom.addWidget(self._vak)
        kolom.addWidget(self.melding)
        self._rand.insertLayout(0, kolom, 1)
        self._lezen = False
        self.gewijzigd.connect(self._toon_merk)
        self._toon_merk()

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Make it readable only; a text that waits for its source stays closed."""
        self._lezen = aan
        super().zet_alleen_lezen(aan)
        self._toon_merk()

    def _cel(self, naam: str) -> QWidget:
        return next(cel for cel in self.cellen if cel.spec.naam == naam)

    def _toon_cellen(self) -> None:
        super()._toon_cellen()
        if hasattr(self, "melding"):
            self._toon_merk()

    def _toon_merk(self) -> None:
        waarde = self.waarde()
        try:
            soort: PassageSoort | None = PassageSoort.van(str(waarde.get("soort")))
        except ValueError:
            soort = None
        icoon, kleur = MERKEN[soort] if soort is not None else ("pencil-simple", "zacht")
        self._icoon.zet(icoon, kleur)
        self._woord.setText(soort.label if soort is not None else "Kies wat voor stuk dit is")
        merk(self, "merk", soort.value if soort is not None else "geen")
        geweigerd = waarde.get("toestemming") is False
        horen = soort is PassageSoort.HOREN_ZEGGEN
        tekst = bool(str(waarde.get("tekst") or "").strip())
        wacht = horen and waarde.get("toestemming") is None and not tekst
        was = self._zin.text() if not self.melding.isHidden() else ""
        geweigerd_zin = f"{GEWEIGERD} {STOND_ER_AL}" if tekst else GEWEIGERD
        self._zin.setText(geweigerd_zin if geweigerd else EERST_VRAGEN)
        self.melding.setHidden(not (geweigerd or wacht))
        self.weglaten.setHidden(not geweigerd or self._lezen)
        if not self.melding.isHidden() and self._zin.text() != was and self.isVisible():
            zeg(self, self._zin.text())
        cel = self._cel("tekst")
        if cel.isHidden() is not (wacht or (geweigerd and not tekst)):
            cel.setHidden(wacht or (geweigerd and not tekst))
            self.bouw_anders.emit()

    def widgets(self) -> list[QWidget]:
        """Return the cells, then the button that leaves the passage out."""
        knop = [] if self.weglaten.isHidden() or self.melding.isHidden() else [self.weglaten]
        return [*super().widgets(), *knop]

    def _laat_weg(self) -> None:
        """Clear what was written before the line goes: what is put back is the line, never what its source refused."""
        for cel in self.cellen:
            if cel.spec.naam in ("tekst", "bron"):
                cel.editor.zet("")
                self.basis[cel.spec.naam] = ""
                self._vuil.discard(cel.spec.naam)
        self.weg.emit()


class PassagesVeld(RijenVeld):
    """Passages as cards; a form without any begins with an empty one."""

    def __init__(self, spec: VeldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        self.voeg_knop.zet_tekst("Voeg een stuk toe")

    def zet(self, waarde: JsonValue) -> None:
        """Show passages; where there are none, one to begin with, which counts once something stands in it."""
        super().zet(waarde)
        if not self.rijen and not self._vast:
            inhoud = {**beginwaarden(self._klas), "rij": str(self._context.ids.new())}
            self._plaats(self._maak_rij(inhoud, nieuw=True))
            self._herteken()

    def _maak_rij(self, inhoud: dict[str, JsonValue], *, nieuw: bool) -> RijWidget:
        return PassageRij(self._specs, self._context, inhoud, nieuw=nieuw, parent=self._vak)


def passages_lezen(thema: Thema, passages: Sequence[Part]) -> QWidget:
    """Return established passages as cards, each with its mark in a word, an icon and a colour."""
    vak = QWidget()
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema.px(8))
    for een in passages:
        if isinstance(een, Passage):
            kolom.addWidget(_leeskaart(thema, een))
    return vak


def _leeskaart(thema: Thema, passage: Passage) -> QWidget:
    kaart = QFrame()
    kaart.setProperty("rij", "kaart")
    kaart.setProperty("merk", passage.soort.value if passage.soort is not None else "geen")
    binnen = QVBoxLayout(kaart)
    binnen.setContentsMargins(*(thema.px(n) for n in (16, 12, 16, 12)))
    binnen.setSpacing(thema.px(4))
    kop = QHBoxLayout()
    kop.setSpacing(thema.px(8))
    icoon, kleur = MERKEN[passage.soort] if passage.soort is not None else ("pencil-simple", "zacht")
    kop.addWidget(IcoonLabel(thema, icoon, kleur, 20))
    kop.addWidget(Label(passage.soort.label if passage.soort is not None else "Zonder merk", "sterk"))
    if passage.bron:
        kop.addWidget(regel(f"van {passage.bron}", "klein"), 1)
    else:
        kop.addStretch(1)
    binnen.addLayout(kop)
    if passage.toestemming is False:
        binnen.addWidget(regel("De bron wilde niet dat dit werd vastgelegd. Daarom staat het er niet.", "zacht"))
    elif passage.tekst:
        binnen.addWidget(LangeTekst(thema, passage.tekst, "Tekst"))
    return kaart
