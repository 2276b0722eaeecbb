"""Editor for people: a chip each, and a small window to find or name someone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pydantic import JsonValue, ValidationError
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.models.core import Wie
from desktop.models.tekst import schoon
from desktop.views.forms.basis import Editor, regel, toon_onder
from desktop.views.forms.context import FormContext
from desktop.views.theme import Thema
from desktop.views.widgets.kaart import PersoonChip
from desktop.views.widgets.knoppen import Knop
from desktop.views.widgets.lagen import StroomLayout

_RIJEN = 6
_VANAF = 2
"""From so many letters on the whole vault is looked through."""
_LEEG = 100
"""How many people the small window shows at once, and how high it is where nobody is offered yet."""
_GEZAG = {"ja": "gezag", "nee": "geen gezag", "onbekend": "gezag onbekend"}
_HOEDANIGHEDEN = (
    ("leerling", "leerling"),
    ("aandachtsfunctionaris", "aandachtsfunctionaris"),
    ("vertrouwenspersoon", "vertrouwenspersoon"),
    ("intern begeleider", "ib"),
    ("directeur", "directeur"),
    ("onderwijsassistent", "ondersteunend"),
    ("conciërge", "ondersteunend"),
    ("administratie", "ondersteunend"),
    ("ondersteunend", "ondersteunend"),
    ("leerkracht", "leerkracht"),
    ("leraar", "leerkracht"),
    *((w, "ouders") for w in ("moeder", "vader", "ouder", "verzorger", "voogd")),
)


def tint(wie: Wie) -> str:
    """Return the role whose hue someone's chip has: parents are known by relation or gezag, others by capacity."""
    hoedanigheid = wie.hoedanigheid.casefold()
    gevonden = next((rol for woord, rol in _HOEDANIGHEDEN if woord in hoedanigheid), "")
    return gevonden or ("ouders" if wie.gezag else "extern")


def bijzin(wie: Wie) -> str:
    """Return capacity and gezag as they stand on a chip: 'moeder · gezag'."""
    return " · ".join(deel for deel in (wie.hoedanigheid, _GEZAG.get(wie.gezag, "")) if deel)


class PersonenVeld(Editor):
    """People as chips, of whom `een` allows one. Delete takes the chip in focus out; it can be put back."""

    def __init__(self, veld: str, context: FormContext, *, een: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._veld = veld
        self._context = context
        self._een = een
        self._waarden: list[JsonValue] = []
        self.chips: list[PersoonChip] = []
        self._vast = False
        self._namen = ("", "")
        self._stroom = StroomLayout(context.thema, 8, self)
        self.voeg_knop = Knop("Voeg toe", context.thema, "koppeling", "plus")
        # in a box as high as a chip, so that it stands in the middle of the line
        self._voegvak = QWidget(self)
        vak = QHBoxLayout(self._voegvak)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addStrut(context.thema.px(44))
        vak.addWidget(self.voeg_knop)
        self._stroom.addWidget(self._voegvak)
        self._popup: Zoekvenster | None = None
        self.voeg_knop.clicked.connect(self.open_zoekvenster)

    def zet(self, waarde: JsonValue) -> None:
        """Show people as they were then."""
        if self._een:
            self._waarden = [] if waarde is None else [waarde]
        else:
            self._waarden = list(waarde) if isinstance(waarde, list) else []
        self._teken()

    def waarde(self) -> JsonValue:
        """Return the list of people, or the one person or None."""
        if self._een:
            return self._waarden[0] if self._waarden else None
        return list(self._waarden)

    def widgets(self) -> Sequence[QWidget]:
        """Return the chips, then the button."""
        knop = () if self._voegvak.isHidden() else (self.voeg_knop,)
        return (*self.chips, *knop)

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Take the buttons away."""
        self._vast = aan
        self._teken()

    def zet_namen(self, naam: str, uitleg: str) -> None:
        """Name the group and its button; each chip says who it is."""
        self._namen = (naam, uitleg)
        self.setAccessibleName(naam)
        self.voeg_knop.setAccessibleName(f"{naam}: voeg toe")
        self.voeg_knop.setAccessibleDescription(uitleg)
        for chip in self.chips:
            chip.setAccessibleDescription(naam if self._vast else f"{naam}. Delete haalt weg.")

    def zet_fout(self, aan: bool) -> None:
        """The sentence below says it; a chip is not wrong."""

    def open_zoekvenster(self) -> None:
        """Open the small window below the button."""
        if self._popup is None:
            veld, verder = self._veld, self._context.zoek_verder
            self._popup = Zoekvenster(
                lambda woorden: self._context.zoek_personen(veld, woorden),
                self._context.thema,
                self,
                None if verder is None else lambda woorden, klaar: verder(veld, woorden, klaar),
            )
            self._popup.gekozen.connect(self.voeg_toe)
        self._popup.open_bij(self.voeg_knop)

    def voeg_toe(self, wie: Wie) -> None:
        """Add someone, once; a second time only brings the focus back."""
        nieuw: JsonValue = wie.model_dump(mode="json")
        if not any(_zelfde(oud, nieuw) for oud in self._waarden):
            self._waarden = [nieuw] if self._een else [*self._waarden, nieuw]
            self._teken()
            self.gewijzigd.emit()
        doel = self.chips[-1] if self._een else self.voeg_knop
        doel.setFocus(Qt.FocusReason.OtherFocusReason)

    def haal_weg(self, plaats: int) -> None:
        """Take someone out; the focus goes to the next chip."""
        if self._vast or not 0 <= plaats < len(self._waarden):
            return
        weg = self._waarden.pop(plaats)
        naam = self.chips[plaats].accessibleName().split(",")[0]
        self._teken()
        volgende = self.widgets()[min(plaats, len(self.widgets()) - 1)]
        volgende.setFocus(Qt.FocusReason.OtherFocusReason)
        self.gewijzigd.emit()

        def terug() -> None:
            if self._een:
                self._waarden = [weg]
            elif weg not in self._waarden:
                self._waarden.insert(min(plaats, len(self._waarden)), weg)
            self._teken()
            self.gewijzigd.emit()
            self.chips[min(plaats, len(self.chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

        self.herstelbaar.emit(f"{naam} is weggehaald", terug)

    def _teken(self) -> None:
        for chip in self.chips:
            chip.hide()
            self._stroom.removeWidget(chip)
            chip.deleteLater()
        self._stroom.removeWidget(self._voegvak)
        self.chips = []
        for plaats, waarde in enumerate(self._waarden):
            wie = _wie(waarde)
            thema = self._context.thema
            chip = PersoonChip(thema, wie.naam, bijzin(wie), tint(wie), verwijderbaar=not self._vast, parent=self)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.setProperty("chip", True)
            for knop in chip.findChildren(QWidget):
                # Delete does it from the chip; the cross is for the mouse
                knop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.verwijderd.connect(lambda p=plaats: self.haal_weg(p))
            self.chips.append(chip)
            self._stroom.addWidget(chip)
            chip.show()
        self._stroom.addWidget(self._voegvak)
        self._voegvak.setHidden(self._vast or (self._een and bool(self._waarden)))
        self.zet_namen(*self._namen)
        self.bouw_anders.emit()
        self.updateGeometry()


class Zoekvenster(QFrame):
    """A line to type in and the people it finds; what is found nowhere can be added as typed."""

    gekozen = Signal(Wie)

    def __init__(
        self,
        zoek: Callable[[str], Sequence[Wie]],
        thema: Thema,
        parent: QWidget,
        verder: Callable[[str, Callable[[Sequence[Wie]], None]], None] | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._zoek = zoek
        self._verder = verder
        self._beurt = 0
        self.setProperty("vlak", "popup")
        self.setFixedWidth(thema.px(360))
        rand = QVBoxLayout(self)
        marge = thema.px(12)
        rand.setContentsMargins(marge, marge, marge, marge)
        rand.setSpacing(thema.px(8))
        self.invoer = QLineEdit(self)
        self.invoer.setPlaceholderText("Zoek een naam, of typ: naam, hoedanigheid")
        self.invoer.setAccessibleName("Zoek iemand, of typ een naam en een hoedanigheid met een komma ertussen")
        self.lijst = QListWidget(self)
        self.lijst.setAccessibleName("Gevonden")
        self.lijst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lijst.setProperty("kaal", True)
        rand.addWidget(self.invoer)
        rand.addWidget(self.lijst)
        rand.addWidget(regel("Pijltjes om te kiezen, Enter om toe te voegen.", "klein"))
        self.invoer.textChanged.connect(self._vul)
        self.invoer.installEventFilter(self)
        self.lijst.itemClicked.connect(self._kies)

    def open_bij(self, knop: QWidget) -> None:
        """Open below a button, within the screen."""
        self.invoer.clear()
        self._vul("")
        # as high as what it offers now, with room for the line that adds what is typed
        rijen = min(max(self.lijst.count(), 2) + 1, _RIJEN)
        self.lijst.setFixedHeight(rijen * self.lijst.sizeHintForRow(0) + 4 if self.lijst.count() else _LEEG)
        toon_onder(self, knop)
        self.invoer.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list and choose while typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                stap = 1 if event.key() == Qt.Key.Key_Down else -1
                self.lijst.setCurrentRow(max(0, min(self.lijst.count() - 1, self.lijst.currentRow() + stap)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self.lijst.currentItem()) is not None:
                    self._kies(item)
                return True
        return super().eventFilter(watched, event)

    def _vul(self, woorden: str) -> None:
        self._beurt += 1
        dichtbij = self._zoek(woorden.strip())
        self._toon(woorden, dichtbij)
        if self._verder is None or len(woorden.strip()) < _VANAF:
            return
        beurt = self._beurt

        def gevonden(anderen: Sequence[Wie]) -> None:
            # an older question that comes late shows nothing, and neither does one for a window that is closed
            if isValid(self) and beurt == self._beurt and self.isVisible():
                bekend = {w.persoon for w in dichtbij if w.persoon is not None}
                self._toon(woorden, [*dichtbij, *(w for w in anderen if w.persoon not in bekend)])

        self._verder(woorden.strip(), gevonden)

    def _toon(self, woorden: str, mensen: Sequence[Wie]) -> None:
        gekozen = max(self.lijst.currentRow(), 0)
        self.lijst.clear()
        for wie in mensen:
            zin = bijzin(wie)
            self._item(f"{wie.naam}  –  {zin}" if zin else wie.naam, wie)
        naam, _, hoedanigheid = schoon(woorden).partition(",")
        naam, hoedanigheid = naam.strip(), hoedanigheid.strip()
        if naam:
            achter = f" ({hoedanigheid})" if hoedanigheid else ""
            self._item(f"Voeg ‘{naam}’{achter} toe", Wie(naam=naam, hoedanigheid=hoedanigheid))
        self.lijst.setCurrentRow(min(gekozen, self.lijst.count() - 1) if mensen else 0)

    def _item(self, regel: str, wie: Wie) -> None:
        item = QListWidgetItem(regel, self.lijst)
        item.setData(Qt.ItemDataRole.UserRole, wie)

    def _kies(self, item: QListWidgetItem) -> None:
        wie = item.data(Qt.ItemDataRole.UserRole)
        self.hide()
        self.gekozen.emit(wie)


def _wie(waarde: JsonValue) -> Wie:
    """Return who a raw value stands for, to be shown; a damaged draft still shows the name it has."""
    naam, hoedanigheid, gezag = (schoon(_veld(waarde, sleutel)) for sleutel in ("naam", "hoedanigheid", "gezag"))
    try:
        return Wie.model_validate({"naam": naam, "hoedanigheid": hoedanigheid, "gezag": gezag})
    except ValidationError:
        return Wie(naam=naam or "?")


def _veld(waarde: JsonValue, sleutel: str) -> str:
    inhoud = waarde.get(sleutel) if isinstance(waarde, dict) else None
    return inhoud if isinstance(inhoud, str) else ""


def _zelfde(oud: JsonValue, nieuw: JsonValue) -> bool:
    if isinstance(oud, dict) and isinstance(nieuw, dict) and oud.get("persoon") and nieuw.get("persoon"):
        return oud["persoon"] == nieuw["persoon"]
    return oud == nieuw
