"""Editors for a date and a time: typed as people type, shown in full once the field is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from pydantic import JsonValue
from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.models.tekst import MAX_TEKEN
from desktop.views.forms.basis import Editor, merk, toon_onder
from desktop.views.forms.lezen import lees_datum, lees_tijd, toon_datum, toon_tijd
from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import IcoonKnop

GEEN_DATUM = "Dit is geen bestaande datum. Schrijf bijvoorbeeld 19-11-2026, 19 nov of gisteren."
GEEN_TIJD = "Dit is geen tijd. Schrijf bijvoorbeeld 14:30."
_STAPPEN = {
    Qt.Key.Key_Up: timedelta(days=1),
    Qt.Key.Key_Down: timedelta(days=-1),
    Qt.Key.Key_PageUp: timedelta(weeks=1),
    Qt.Key.Key_PageDown: timedelta(weeks=-1),
}


class DatumVeld(Editor):
    """A date. Arrow up and down move a day, Page Up and Down a week, the button opens a calendar.

    `kort`: month in three letters, for a narrow field; `compact`: a cell of a table, without the button.
    """

    def __init__(
        self,
        today: Callable[[], date],
        thema: Thema,
        *,
        compact: bool = False,
        kort: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._thema = thema
        self._kort = kort or compact
        self._getoond: tuple[str, str] = ("", "")
        self.regel = QLineEdit(self)
        self.regel.setMaxLength(MAX_TEKEN)
        self.regel.setProperty("cel", compact)
        self.kalenderknop = IcoonKnop("calendar-blank", "Open de kalender", thema, "zacht", self)
        # the keyboard has arrows; a stop at every calendar would double the way through the form
        self.kalenderknop.setFixedSize(thema.px(32), thema.px(32))
        self.kalenderknop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rand = QHBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.setSpacing(0)
        rand.addWidget(self.regel)
        if compact:
            self.kalenderknop.hide()
        else:
            self.regel.setTextMargins(0, 0, thema.px(28), 0)
        self._popup: QFrame | None = None
        self.regel.textEdited.connect(self.gewijzigd)
        self.regel.editingFinished.connect(self.verlaten)
        self.regel.installEventFilter(self)
        self.kalenderknop.clicked.connect(self._open_kalender)

    def zet(self, waarde: JsonValue) -> None:
        """Show an ISO date written out; anything else as it was typed."""
        ruw = waarde if isinstance(waarde, str) else ""
        dag = _iso(ruw)
        self._toon(dag) if dag else self._zet_tekst(ruw, ruw)

    def waarde(self) -> JsonValue:
        """Return the date as ISO text, the raw text where it is none, or None."""
        getypt = self.regel.text()
        if getypt == self._getoond[0]:
            return self._getoond[1] or None
        dag = lees_datum(getypt, self._today())
        return dag.isoformat() if dag else (getypt if getypt.strip() else None)

    def widgets(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.regel,)

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Keep the text selectable, and take the calendar away."""
        self.regel.setReadOnly(aan)
        self.kalenderknop.setEnabled(not aan)
        merk(self.regel, "lezen", aan)

    def verlaten(self) -> None:
        """Write the date out, or say that it is none."""
        dag = self._dag()
        if dag and self.regel.text() != toon_datum(dag, kort=self._kort):
            self._toon(dag)
        self.gevlagd.emit(GEEN_DATUM if self.regel.text().strip() and not dag else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the calendar button inside the field, at its right."""
        hoogte = self.height()
        self.kalenderknop.move(self.width() - self.kalenderknop.width() - 6, (hoogte - self.kalenderknop.height()) // 2)
        self.kalenderknop.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move the date."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            stap = _STAPPEN.get(Qt.Key(event.key()))
            if stap and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
                self._schuif(stap)
                return True
        return super().eventFilter(watched, event)

    def _schuif(self, stap: timedelta) -> None:
        if self.regel.isReadOnly():
            return
        if not self.regel.text().strip():
            self._kies(self._today())
        elif dag := self._dag():
            try:
                self._kies(dag + stap)
            except OverflowError:
                return

    def _dag(self) -> date | None:
        waarde = self.waarde()
        return _iso(waarde) if isinstance(waarde, str) else None

    def _kies(self, dag: date) -> None:
        self._toon(dag)
        self.gevlagd.emit("")
        self.gewijzigd.emit()

    def _toon(self, dag: date) -> None:
        self._zet_tekst(toon_datum(dag, kort=self._kort), dag.isoformat())

    def _zet_tekst(self, getoond: str, waarde: str) -> None:
        self._getoond = (getoond, waarde)
        self.regel.setText(getoond)

    def _open_kalender(self) -> None:
        if self._popup is None:
            self._popup, self._kalender = self._maak_kalender()
        dag = self._dag() or self._today()
        self._kalender.setSelectedDate(QDate(dag.year, dag.month, dag.day))
        toon_onder(self._popup, self)
        self._kalender.setFocus()

    def _maak_kalender(self) -> tuple[QFrame, QCalendarWidget]:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("vlak", "popup")
        kalender = QCalendarWidget(popup)
        kalender.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        kalender.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        kalender.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        kalender.setAccessibleName("Kalender")
        kalender.setMinimumWidth(self._thema.px(300))
        kop = QTextCharFormat()
        kop.setForeground(self._thema.kleur("zacht"))
        kalender.setHeaderTextFormat(kop)
        for dag in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt's own red is unreadable on a dark ground, and says nothing here
            kalender.setWeekdayTextFormat(dag, kop)
        for naam, icoon in (("prevmonth", "caret-left"), ("nextmonth", "caret-right")):
            knop = kalender.findChild(QToolButton, f"qt_calendar_{naam}")
            if knop is not None:
                knop.setIcon(self._thema.icoon(icoon, "kop"))
        kalender.activated.connect(self._gekozen)
        kalender.clicked.connect(self._gekozen)
        rand = QVBoxLayout(popup)
        rand.setContentsMargins(8, 8, 8, 8)
        rand.addWidget(kalender)
        return popup, kalender

    def _gekozen(self, dag: QDate) -> None:
        if self._popup is not None:
            self._popup.hide()
        self._kies(date(dag.year(), dag.month(), dag.day()))
        self.regel.setFocus()


class TijdVeld(Editor):
    """A time of day."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._getoond: tuple[str, str] = ("", "")
        self.regel = QLineEdit(self)
        self.regel.setMaxLength(MAX_TEKEN)
        self.regel.setProperty("cel", compact)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.addWidget(self.regel)
        self.regel.textEdited.connect(self.gewijzigd)
        self.regel.editingFinished.connect(self.verlaten)

    def zet(self, waarde: JsonValue) -> None:
        """Show an ISO time as hours and minutes; anything else as it was typed."""
        ruw = waarde if isinstance(waarde, str) else ""
        moment = lees_tijd(ruw)
        self._zet_tekst(toon_tijd(moment) if moment else ruw, ruw)

    def waarde(self) -> JsonValue:
        """Return the time as ISO text, the raw text where it is none, or None."""
        getypt = self.regel.text()
        if getypt == self._getoond[0]:
            return self._getoond[1] or None
        moment = lees_tijd(getypt)
        return moment.isoformat() if moment else (getypt if getypt.strip() else None)

    def widgets(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.regel,)

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Keep the text selectable."""
        self.regel.setReadOnly(aan)
        merk(self.regel, "lezen", aan)

    def verlaten(self) -> None:
        """Write the time out, or say that it is none."""
        getypt = self.regel.text()
        moment: time | None = lees_tijd(getypt)
        if moment and getypt != toon_tijd(moment):
            self._zet_tekst(toon_tijd(moment), moment.isoformat())
        self.gevlagd.emit(GEEN_TIJD if getypt.strip() and not moment else "")

    def _zet_tekst(self, getoond: str, waarde: str) -> None:
        self._getoond = (getoond, waarde)
        self.regel.setText(getoond)


def _iso(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None
