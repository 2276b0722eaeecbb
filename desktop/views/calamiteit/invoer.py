"""The input of the log: one line, its moment and kind, the rest folded away; Enter puts it down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Literal
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Bijlage, Values
from desktop.models.logregel import Logregel, RegelSoort, merk_van
from desktop.models.moment import splits
from desktop.models.velden import naar_values
from desktop.views.calamiteit.invoer_chips import Kleurchip, Momentchip, soortchips
from desktop.views.calamiteit.invoer_lijn import Lijnvlak, Rand
from desktop.views.calamiteit.regel import wanneer
from desktop.views.forms.bijlagen import BijlagenVeld
from desktop.views.forms.context import FormContext
from desktop.views.forms.tekstvelden import TekstVeld, naar_scherm, van_scherm
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Knop, KortLabel, Label, StroomLayout, sneltoets

_TIK = 10_000
"""How often the clock in the chip is looked at, in milliseconds."""
_MEER = (
    ("namens", "Namens wie", "Als je opschrijft wat iemand anders deed."),
    ("besloten_door", "Besloten door", "Wie nam het besluit."),
    ("vrijgegeven", "Vrijgegeven aan", "Wie dit mag weten, bijvoorbeeld: het team."),
)


@dataclass(frozen=True, slots=True)
class Regelgegevens:
    """A line as it was put down; `record` is the identifier that it gets."""

    record: UUID
    tekst: str
    soort: RegelSoort
    gebeurd: datetime | None
    sleutel: bool
    namens: str
    besloten_door: str
    vrijgegeven: str
    bijlagen: tuple[Bijlage, ...]
    corrigeert: UUID | None
    origineel: Logregel | None = None
    """The line that it puts right."""


class Invoer(QWidget):
    """Where a line is written. `vastgelegd` carries a `Regelgegevens`; an empty line carries nothing."""

    vastgelegd = Signal(object)
    gewijzigd = Signal()
    """A person changed something that is not put down yet."""

    def __init__(
        self, thema: Thema, nu: Callable[[], datetime], context: FormContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._klok_van = nu
        self._record: UUID | None = None
        self._corrigeert: tuple[UUID, Logregel] | None = None
        self._laadt = False
        self.regel = Lijnvlak(regels=1, enkel=True)
        self.regel.setAccessibleName("Nieuwe regel in het logboek")
        self.regel.setPlaceholderText("Wat gebeurt er? Eén regel, dan Enter.")
        self.moment = Momentchip(thema, self._nu)
        self.soorten = soortchips(thema)
        self.sleutel = Kleurchip(thema, "sleutelmoment", "waarschuwing", "star")
        self.meer = Knop("Meer", thema, "stil", "caret-down")
        self.meer.setAccessibleName("Meer: namens, besloten door, vrijgegeven aan, bijlage")
        self.velden = {naam: TekstVeld() for naam, _, _ in _MEER}
        self.bijlagen = BijlagenVeld(context)
        self.stand_icoon = IcoonLabel(thema, "check-circle", "goed", 18)
        self.stand = KortLabel("", "klein")
        self.correctie = KortLabel("", "sterk")
        self.laat = Knop("Laat maar", thema, "koppeling")
        self._bouw()
        self._verbind()
        self._klok = QTimer(self)
        self._klok.timeout.connect(self.moment.ververs)
        self._klok.start(_TIK)
        self.kies_soort(RegelSoort.STAP)
        self._toon_meer(False)
        self._toon_correctie()
        self.zet_stand("", "")

    # -- what it holds

    @property
    def record(self) -> UUID | None:
        """The identifier that the line will have; None before `begin`."""
        return self._record

    def zet_begin(self, begin: datetime | None) -> None:
        """Say when the case began: a line of before is marked."""
        self.moment.zet_merk(lambda moment: merk_van(moment, self._nu(), begin))

    def begin(self, record: UUID, values: Values, van: Logregel | None = None) -> None:
        """Start a line that will have this identifier, with what was typed of it before; `van` is what it corrects."""
        self._laadt = True
        self._record = record
        corrigeert = values.get("corrigeert")
        self._corrigeert = (UUID(str(corrigeert)), van) if corrigeert and van is not None else None
        self.regel.setPlainText(naar_scherm(_tekst(values, "tekst")))
        self.regel.moveCursor(self.regel.textCursor().MoveOperation.End)
        gebeurd = _tekst(values, "gebeurd")
        self._zet_moment(datetime.fromisoformat(gebeurd) if gebeurd else None)
        soort = _tekst(values, "soort")
        self.kies_soort(RegelSoort.van(soort) if soort else RegelSoort.STAP)
        self.sleutel.setChecked(values.get("sleutel") is True)
        for naam, veld in self.velden.items():
            veld.zet(_tekst(values, naam))
        self.bijlagen.zet(values.get("bijlagen") or [])
        self._toon_meer(any(_tekst(values, naam) for naam in self.velden) or bool(values.get("bijlagen")))
        self._laadt = False
        self._toon_correctie()
        self._lees_moment()

    def corrigeer(self, record: UUID, regel: Logregel) -> None:
        """Write a line that puts this one right, beginning with what it says."""
        self._corrigeert = (record, regel)
        self._laadt = True
        self.regel.setPlainText(naar_scherm(regel.tekst))
        self.kies_soort(regel.soort or RegelSoort.STAP)
        self._zet_moment(regel.gebeurd)
        self.sleutel.setChecked(regel.sleutel)
        for naam, veld in self.velden.items():
            veld.zet(getattr(regel, naam))
        self._toon_meer(any(getattr(regel, naam) for naam in self.velden))
        self._laadt = False
        self._toon_correctie()
        self.regel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.regel.selectAll()

    def leeg(self, record: UUID, soort: RegelSoort = RegelSoort.STAP) -> None:
        """Start a new line; the kind of the last one is not kept, for a wrong kind is worse than a choice."""
        self._laadt = True
        self._record = record
        self._corrigeert = None
        self.regel.clear()
        self.moment.zet(None)
        self.moment.toon(None)
        self.kies_soort(soort)
        self.sleutel.setChecked(False)
        for veld in self.velden.values():
            veld.zet("")
        self.bijlagen.zet([])
        self._toon_meer(False)
        self._laadt = False
        self._toon_correctie()

    def is_leeg(self) -> bool:
        """Whether nothing is typed."""
        return not self.regel.toPlainText().strip()

    def values(self) -> Values:
        """Return what is typed, as a draft keeps it."""
        gekozen = self.moment.gekozen
        velden = {naam: veld.waarde() for naam, veld in self.velden.items()}
        return {
            "tekst": van_scherm(self.regel.toPlainText()),
            "soort": self.soort().value,
            "gebeurd": gekozen.isoformat() if gekozen else None,
            "sleutel": self.sleutel.isChecked(),
            "bijlagen": self.bijlagen.waarde(),
            "corrigeert": str(self._corrigeert[0]) if self._corrigeert else None,
            **velden,
        }

    def gegevens(self) -> Regelgegevens | None:
        """Return the line as it would be put down now; None while it is empty."""
        tekst, moment = van_scherm(self.regel.toPlainText()).strip(), self.moment.gekozen
        if moment is None or not self.moment.vast:
            uit_regel, rest = splits(tekst, self._nu())
            if uit_regel is not None:
                moment, tekst = uit_regel, rest.strip()
        if not tekst or self._record is None:
            return None
        velden: dict[str, Any] = {naam: str(veld.waarde() or "") for naam, veld in self.velden.items()}
        bijlagen = self.bijlagen.waarde()
        assert isinstance(bijlagen, list)
        return Regelgegevens(
            record=self._record,
            tekst=tekst,
            soort=self.soort(),
            gebeurd=moment,
            sleutel=self.sleutel.isChecked(),
            bijlagen=tuple(Bijlage.model_validate(b, strict=False) for b in bijlagen),
            corrigeert=self._corrigeert[0] if self._corrigeert else None,
            origineel=self._corrigeert[1] if self._corrigeert else None,
            **velden,
        )

    def zet_terug(self, gegevens: Regelgegevens) -> None:
        """Put a line that could not be stored back, as it was."""
        values: Values = {
            "tekst": gegevens.tekst,
            "soort": gegevens.soort.value,
            "gebeurd": gegevens.gebeurd.isoformat() if gegevens.gebeurd else None,
            "sleutel": gegevens.sleutel,
            "namens": gegevens.namens,
            "besloten_door": gegevens.besloten_door,
            "vrijgegeven": gegevens.vrijgegeven,
            "bijlagen": [naar_values(b) for b in gegevens.bijlagen],
            "corrigeert": str(gegevens.corrigeert) if gegevens.corrigeert else None,
        }
        self.begin(gegevens.record, values, gegevens.origineel)

    def soort(self) -> RegelSoort:
        """Return the kind that is chosen."""
        return next(soort for soort, chip in self.soorten.items() if chip.isChecked())

    def kies_soort(self, soort: RegelSoort) -> None:
        """Choose a kind; one always holds."""
        for eigen, chip in self.soorten.items():
            chip.setChecked(eigen is soort)
        self._anders()

    def zet_stand(self, stand: Literal["", "bezig", "opgeslagen", "fout"], tekst: str) -> None:
        """Say how the last line stands."""
        icoon, kleur = {
            "bezig": ("clock", "zacht"),
            "fout": ("warning-octagon", "gevaar"),
        }.get(stand, ("check-circle", "goed"))
        self.stand_icoon.zet(icoon, kleur)
        self.stand_icoon.setVisible(bool(stand))
        self.stand.zet(tekst)
        self.stand.zet_soort("fout" if stand == "fout" else "klein")

    # -- within

    def _nu(self) -> datetime:
        return self._klok_van().replace(tzinfo=None)

    def _leg_vast(self) -> None:
        gegevens = self.gegevens()
        if gegevens is not None:
            self.vastgelegd.emit(gegevens)

    def _anders(self) -> None:
        if not self._laadt:
            self.gewijzigd.emit()

    def _zet_moment(self, gebeurd: datetime | None) -> None:
        """A wrong time is what a line is put right for most: the old one gives way to one that is typed before it,
        unless the old words began with one that was part of the sentence.
        """
        oud = self._corrigeert[1] if self._corrigeert is not None else None
        wijkt = oud is not None and oud.gebeurd == gebeurd and splits(oud.tekst[:80], self._nu())[0] is None
        self.moment.zet(gebeurd, vast=not wijkt)

    def _lees_moment(self) -> None:
        # only its beginning can hold a moment; a pasted megabyte is not read at every key
        kop = self.regel.toPlainText()[:80] if self.regel.document().characterCount() > 1 else ""
        self.moment.toon(splits(kop, self._nu())[0])

    def _getypt(self) -> None:
        if not self._laadt:
            self._lees_moment()
            self._anders()

    def _ontsnap(self) -> None:
        if self._corrigeert is not None and self._record is not None:
            self.leeg(self._record)
            self._anders()

    def _toon_correctie(self) -> None:
        aan = self._corrigeert is not None
        self._correctierij.setVisible(aan)
        if self._corrigeert is not None:
            self.correctie.zet(f"Correctie op de regel van {wanneer(self._corrigeert[1])}. Die regel blijft staan.")

    def _toon_meer(self, aan: bool) -> None:
        self._paneel.setVisible(aan)
        self.meer.zet_icoon("caret-up" if aan else "caret-down")
        self.meer.setText("Minder" if aan else "Meer")

    def _wissel_meer(self) -> None:
        aan = self._paneel.isHidden()
        self._toon_meer(aan)
        if aan:
            self.velden["namens"].regel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.regel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _verbind(self) -> None:
        self.regel.enter.connect(self._leg_vast)
        self.regel.ontsnapt.connect(self._ontsnap)
        self.regel.textChanged.connect(self._getypt)
        self.moment.gewijzigd.connect(self._anders)
        self.moment.klaar.connect(lambda: self.regel.setFocus(Qt.FocusReason.OtherFocusReason))
        self.laat.clicked.connect(self._ontsnap)
        self.meer.clicked.connect(self._wissel_meer)
        self.sleutel.clicked.connect(self._anders)
        waar = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for n, (soort, chip) in enumerate(self.soorten.items(), 1):
            chip.setToolTip(f"Alt+{n}")
            kies = partial(self._kies_en_terug, soort)
            chip.clicked.connect(kies)
            sneltoets(self, f"Alt+{n}", kies, waar)
        self.sleutel.setToolTip("Alt+S")
        sneltoets(self, "Alt+S", self.sleutel.click, waar)
        self.meer.setToolTip("Ctrl+M")
        sneltoets(self, "Ctrl+M", self._wissel_meer, waar)
        for veld in self.velden.values():
            veld.gewijzigd.connect(self._anders)
            veld.regel.returnPressed.connect(self._leg_vast)
        self.bijlagen.gewijzigd.connect(self._anders)

    def _kies_en_terug(self, soort: RegelSoort, *_: object) -> None:
        self.kies_soort(soort)
        self.regel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _bouw(self) -> None:
        px = self._thema.px
        self.regel.setProperty("lijn", True)
        rand = Rand(self._thema, self.regel)
        lijn = QHBoxLayout(rand)
        lijn.setContentsMargins(px(14), px(10), px(18), px(10))
        lijn.setSpacing(px(12))
        lijn.addWidget(self.moment, 0, Qt.AlignmentFlag.AlignVCenter)
        lijn.addWidget(self.regel, 1, Qt.AlignmentFlag.AlignVCenter)
        lijn.addWidget(Label("Enter = vastleggen", "klein"), 0, Qt.AlignmentFlag.AlignVCenter)
        chips = StroomLayout(self._thema, 8)
        for chip in (*self.soorten.values(), self.sleutel, self.meer):
            chips.addWidget(chip)
        self._paneel = QWidget()
        meer = QGridLayout(self._paneel)
        meer.setContentsMargins(0, px(4), 0, px(4))
        meer.setHorizontalSpacing(px(12))
        meer.setVerticalSpacing(px(4))
        for n, (naam, woord, hulp) in enumerate(_MEER):
            meer.addWidget(Label(woord, "veld"), 0, n)
            meer.addWidget(self.velden[naam], 1, n)
            self.velden[naam].zet_namen(woord, hulp)
            self.velden[naam].regel.setPlaceholderText(hulp)
        meer.addWidget(self.bijlagen, 2, 0, 1, 3)
        self.bijlagen.zet_namen("Bijlagen bij deze regel", "PDF, JPEG of PNG, hoogstens 25 MB.")
        self._correctierij = QWidget()
        corr = QHBoxLayout(self._correctierij)
        corr.setContentsMargins(0, 0, 0, 0)
        corr.addWidget(IcoonLabel(self._thema, "pencil-simple", "waarschuwing", 20))
        corr.addWidget(self.correctie, 1)
        corr.addWidget(self.laat)
        stand = QHBoxLayout()
        stand.setSpacing(px(6))
        stand.addWidget(self.stand_icoon)
        stand.addWidget(self.stand, 1)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(8))
        vak.addWidget(self._correctierij)
        vak.addWidget(rand)
        vak.addLayout(chips)
        vak.addWidget(self._paneel)
        vak.addLayout(stand)


def _tekst(values: Values, naam: str) -> str:
    waarde = values.get(naam)
    return waarde if isinstance(waarde, str) else ""
