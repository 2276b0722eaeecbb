"""What is copied in Vangnet is on the clipboard for half a minute, and stays out of the clipboard's history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QChildEvent, QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QAction, QClipboard, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

SECONDEN = 30
MERK = "application/x-vangnet"
"""A format of our own: by it we know what is on the clipboard again, also when another program copied the same text."""

OPENBAAR = "application/x-vangnet-openbaar"
"""Marks what is no secret, such as the phone number of a help line: it stays until something else is copied."""

BUITEN_GESCHIEDENIS = {
    # Windows: clipboard history (Win+V), the cloud, and programs that keep what was copied; a DWORD 0 means no
    "ExcludeClipboardContentFromMonitorProcessing": bytes(4),
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    # Klipper, on KDE
    "x-kde-passwordManagerHint": b"secret",
}
_MET_TEKST = (QLineEdit, QTextEdit, QPlainTextEdit, QLabel, QAbstractItemView)


def heeft(data: QMimeData | None, formaat: str) -> bool:
    """Return whether what is on the clipboard carries a format of ours. Read back from Windows, Qt calls it otherwise:
    as the value of a type of its own.
    """
    terug = f'application/x-qt-windows-mime;value="{formaat}"'
    return data is not None and (data.hasFormat(formaat) or data.hasFormat(terug))


class Klembord(QObject):
    """Marks what is copied, and clears it after half a minute or when `leeg` is called; never what others put there.

    Copying by key or menu is done here instead of by the widget: were it marked only afterwards, Windows could have
    noted it in between. What reaches the clipboard in any other way is marked as soon as that is known. It listens to
    the text in focus alone, which is the only one that can be copied by key or by its own menu.
    `van_dit_programma` tells whether the clipboard is ours; by default the system is asked.
    """

    def __init__(
        self, app: QApplication, klembord: QClipboard, van_dit_programma: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(app)
        self._klembord = klembord
        self._van_dit_programma = van_dit_programma or klembord.ownsClipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDEN * 1000)
        self._timer.timeout.connect(self.leeg)
        klembord.dataChanged.connect(self._veranderd)
        self._app = app
        app.focusObjectChanged.connect(self._bij_focus)
        self._bij_focus(app.focusWidget())

    @property
    def wacht(self) -> QTimer:
        """What ends the half minute."""
        return self._timer

    def zet_openbaar(self, tekst: str) -> None:
        """Put a text on the clipboard that is no secret: it may be kept, and nothing clears it."""
        self._timer.stop()
        data = QMimeData()
        data.setText(tekst)
        data.setData(OPENBAAR, b"1")
        self._klembord.setMimeData(data)

    def leeg(self) -> None:
        """Clear the clipboard if what is on it is ours; at lock, at quit and after half a minute."""
        self._timer.stop()
        if self._gemerkt():
            self._klembord.clear()
        if self._klembord.supportsSelection() and self._klembord.ownsSelection():
            self._klembord.clear(QClipboard.Mode.Selection)

    def einde(self) -> None:
        """The program quits: what is ours goes, what is no secret stays, held by Qt alone.

        What Python made may not outlive Python: Qt lets go of its clipboard only after that.
        """
        self.leeg()
        data = self._klembord.mimeData()
        if heeft(data, OPENBAAR):
            self._klembord.setText(data.text())

    def laat_los(self) -> None:
        """Stop for good: the application may live on without it, as in the tests."""
        self._timer.stop()
        self._app.focusObjectChanged.disconnect(self._bij_focus)
        self._klembord.dataChanged.disconnect(self._veranderd)

    def _bij_focus(self, nieuw: QObject | None) -> None:
        # stays there: a text that had the focus before costs next to nothing, and is not held on to
        if isinstance(nieuw, _MET_TEKST):
            nieuw.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do the copying and cutting of the text in focus."""
        soort = event.type()
        if soort == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, _MET_TEKST):
            if event.matches(QKeySequence.StandardKey.Copy):
                return self._kopieer(watched)
            if event.matches(QKeySequence.StandardKey.Cut):
                return self._knip(watched)
        elif soort == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            # its menu, about to show for the first time
            kind = event.child()
            if isinstance(kind, QMenu) and isinstance(watched, _MET_TEKST):
                self._neem_over(kind, watched)
        return False

    def _neem_over(self, menu: QMenu, widget: QWidget) -> None:
        """Let the menu of a text field come here for copying and cutting."""
        for naam, doe in (("edit-copy", self._kopieer), ("edit-cut", self._knip)):
            actie = menu.findChild(QAction, naam)
            if actie is not None:
                actie.triggered.disconnect()
                actie.triggered.connect(partial(_zonder_vlag, doe, widget))

    def _kopieer(self, widget: QObject) -> bool:
        data = _selectie(widget)
        if data is None:
            return False
        self._zet(data)
        return True

    def _knip(self, widget: QObject) -> bool:
        if not isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) or widget.isReadOnly():
            return False
        if not self._kopieer(widget):
            return False
        if isinstance(widget, QLineEdit):
            widget.del_()
        else:
            widget.textCursor().removeSelectedText()
        return True

    def _zet(self, data: QMimeData) -> None:
        # a new object: what a text field gives makes its formats only when asked, from a document that may be gone then
        kopie = QMimeData()
        for formaat in data.formats():
            kopie.setData(formaat, data.data(formaat))
        for formaat, waarde in {**BUITEN_GESCHIEDENIS, MERK: b"1"}.items():
            kopie.setData(formaat, waarde)
        self._klembord.setMimeData(kopie)
        self._timer.start()

    def _veranderd(self) -> None:
        if self._gemerkt():
            return
        data = self._klembord.mimeData()
        if heeft(data, OPENBAAR):
            self._timer.stop()
        elif data is not None and data.formats() and self._van_dit_programma():
            self._zet(data)
        else:
            self._timer.stop()  # another program copied something: that is not ours to clear

    def _gemerkt(self) -> bool:
        data = self._klembord.mimeData()
        return heeft(data, MERK)


def _zonder_vlag(doe: Callable[[QObject], bool], widget: QObject, _aan: bool = False) -> None:
    doe(widget)


def _selectie(widget: QObject) -> QMimeData | None:
    """Return what copying in this widget means; None where nothing is selected, or where it may not be seen."""
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.createMimeDataFromSelection() if widget.textCursor().hasSelection() else None
    tekst = ""
    if isinstance(widget, QLineEdit) and widget.echoMode() == QLineEdit.EchoMode.Normal:
        tekst = widget.selectedText()
    elif isinstance(widget, QLabel):
        tekst = widget.selectedText().replace("\u2029", "\n")
    elif isinstance(widget, QAbstractItemView):
        # as Qt does it: the words of the current row
        tekst = str(widget.currentIndex().data() or "")
    if not tekst:
        return None
    data = QMimeData()
    data.setText(tekst)
    return data
