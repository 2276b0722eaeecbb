"""Fault 55: what is copied goes from the clipboard after half a minute and at lock, and never into its history."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QStringListModel, Qt
from PySide6.QtGui import QAction, QClipboard
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.klembord import BUITEN_GESCHIEDENIS, MERK, OPENBAAR, SECONDEN, Klembord, heeft

TEKST = "Kanarie van Vliet"


@pytest.fixture
def klembord(qapp: QApplication, qtbot: QtBot) -> Iterator[QClipboard]:
    """The clipboard, empty. Windows tells of a change later than it happens, so everywhere one waits to be told."""
    klembord = qapp.clipboard()
    with qtbot.waitSignal(klembord.dataChanged):
        klembord.clear()
    yield klembord
    klembord.clear()  # what Python made may not stay there until after Python


@pytest.fixture
def wacht(qapp: QApplication, klembord: QClipboard) -> Iterator[Klembord]:
    """The guard; the platform of the tests does not know whose the clipboard is, so: never ours by itself."""
    wacht = Klembord(qapp, klembord, lambda: False)
    yield wacht
    klembord.dataChanged.disconnect()
    klembord.dataChanged.connect(wacht._veranderd)
    wacht.laat_los()
    wacht.deleteLater()


def _veld(soort: type[QWidget]) -> QWidget:
    if soort is QListView:
        lijst = QListView()
        lijst.setModel(QStringListModel([TEKST], lijst))
        lijst.setCurrentIndex(lijst.model().index(0, 0))
        return lijst
    veld = soort(TEKST)  # type: ignore[call-arg]
    if isinstance(veld, QLabel):
        veld.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        veld.setSelection(0, len(TEKST))
    else:
        veld.selectAll()  # type: ignore[attr-defined]
    return veld


def _focus(qtbot: QtBot, veld: QWidget) -> None:
    """Put the keyboard in a field, as a person does before copying."""
    veld.show()
    veld.activateWindow()
    veld.setFocus()
    # of the system too: on Windows that comes a turn later
    qtbot.waitUntil(lambda: veld.hasFocus() and QApplication.focusObject() is veld)


def _druk(qtbot: QtBot, veld: QWidget, toets: Qt.Key) -> None:
    _focus(qtbot, veld)
    qtbot.keyClick(veld, toets, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("soort", [QLineEdit, QTextEdit, QPlainTextEdit, QLabel, QListView])
def test_a_copy_by_key_is_marked_from_the_first_moment(
    qtbot: QtBot, klembord: QClipboard, wacht: Klembord, soort: type[QWidget]
) -> None:
    veld = _veld(soort)
    qtbot.addWidget(veld)
    gezien: list[bool] = []
    klembord.dataChanged.connect(lambda: gezien.append(heeft(klembord.mimeData(), MERK)))
    _druk(qtbot, veld, Qt.Key.Key_C)
    assert klembord.text() == TEKST
    qtbot.waitUntil(lambda: bool(gezien))
    assert gezien == [True], "it never was there without the mark"
    data = klembord.mimeData()
    for formaat, waarde in BUITEN_GESCHIEDENIS.items():
        assert data.data(formaat).data() == waarde
    assert wacht.wacht.isActive() and wacht.wacht.interval() == SECONDEN * 1000 == 30_000


def test_a_mark_is_known_under_the_name_that_windows_gives_it_back() -> None:
    data = QMimeData()
    assert not heeft(data, MERK) and not heeft(None, MERK)
    data.setData(f'application/x-qt-windows-mime;value="{MERK}"', b"1")
    assert heeft(data, MERK) and not heeft(data, OPENBAAR)


def test_windows_reads_its_own_names_as_a_plain_no() -> None:
    assert BUITEN_GESCHIEDENIS["CanIncludeInClipboardHistory"] == b"\0\0\0\0"
    assert BUITEN_GESCHIEDENIS["CanUploadToCloudClipboard"] == b"\0\0\0\0"
    assert "ExcludeClipboardContentFromMonitorProcessing" in BUITEN_GESCHIEDENIS


@pytest.mark.parametrize("soort", [QLineEdit, QTextEdit, QPlainTextEdit])
@pytest.mark.parametrize("naam", ["edit-copy", "edit-cut"])
def test_the_menu_of_a_field_copies_marked_too(
    qtbot: QtBot, klembord: QClipboard, wacht: Klembord, soort: type[QWidget], naam: str
) -> None:
    veld = _veld(soort)
    qtbot.addWidget(veld)
    _focus(qtbot, veld)
    veld.selectAll()  # type: ignore[attr-defined]
    menu: QMenu = veld.createStandardContextMenu()  # type: ignore[attr-defined]
    menu.setParent(veld, Qt.WindowType.Popup)  # as the field itself opens it
    menu.show()
    gezien: list[bool] = []
    klembord.dataChanged.connect(lambda: gezien.append(heeft(klembord.mimeData(), MERK)))
    actie = menu.findChild(QAction, naam)
    assert actie is not None
    actie.trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(gezien))
    assert klembord.text() == TEKST and gezien == [True]
    tekst = veld.text() if isinstance(veld, QLineEdit) else veld.toPlainText()  # type: ignore[attr-defined]
    assert tekst == ("" if naam == "edit-cut" else TEKST)


def test_cutting_by_key_takes_the_text_away_and_can_be_undone(
    qtbot: QtBot, klembord: QClipboard, wacht: Klembord
) -> None:
    for veld in (QLineEdit(TEKST), QTextEdit(TEKST), QPlainTextEdit(TEKST)):
        qtbot.addWidget(veld)
        veld.selectAll()
        _druk(qtbot, veld, Qt.Key.Key_X)
        lees = veld.text if isinstance(veld, QLineEdit) else veld.toPlainText
        assert lees() == "" and klembord.text() == TEKST and heeft(klembord.mimeData(), MERK)
        veld.undo()
        assert lees() == TEKST


def test_what_may_not_be_seen_or_changed_stays_where_it_is(qtbot: QtBot, klembord: QClipboard, wacht: Klembord) -> None:
    geheim = QLineEdit(TEKST)
    geheim.setEchoMode(QLineEdit.EchoMode.Password)
    vast = QLineEdit(TEKST)
    vast.setReadOnly(True)
    for veld, toets in ((geheim, Qt.Key.Key_C), (vast, Qt.Key.Key_X)):
        qtbot.addWidget(veld)
        veld.selectAll()
        _druk(qtbot, veld, toets)
        assert veld.text() == TEKST and klembord.text() == ""
    geheim.selectAll()
    _druk(qtbot, geheim, Qt.Key.Key_X)
    assert klembord.text() == "", "Qt takes the text away, and keeps it to itself"
    leeg = QLineEdit(TEKST)
    qtbot.addWidget(leeg)
    leeg.deselect()
    _druk(qtbot, leeg, Qt.Key.Key_C)
    assert klembord.text() == "" and not wacht.wacht.isActive()


def test_half_a_minute_later_it_is_gone(qtbot: QtBot, klembord: QClipboard, wacht: Klembord) -> None:
    veld = _veld(QLineEdit)
    qtbot.addWidget(veld)
    _druk(qtbot, veld, Qt.Key.Key_C)
    with qtbot.waitSignal(wacht.wacht.timeout):
        wacht.wacht.setInterval(1)
    assert klembord.text() == "" and not wacht.wacht.isActive()


def test_lock_clears_at_once(qtbot: QtBot, klembord: QClipboard, wacht: Klembord) -> None:
    veld = _veld(QTextEdit)
    qtbot.addWidget(veld)
    _druk(qtbot, veld, Qt.Key.Key_C)
    wacht.leeg()
    assert klembord.text() == "" and not wacht.wacht.isActive()


def test_what_another_program_copied_stays_also_when_it_is_the_same_text(
    qtbot: QtBot, klembord: QClipboard, wacht: Klembord
) -> None:
    veld = _veld(QLineEdit)
    qtbot.addWidget(veld)
    with qtbot.waitSignal(klembord.dataChanged):
        _druk(qtbot, veld, Qt.Key.Key_C)
    with qtbot.waitSignal(klembord.dataChanged):
        klembord.setText(TEKST)  # with this guard: not from this program
    assert not wacht.wacht.isActive()
    wacht.leeg()
    assert klembord.text() == TEKST


def test_copies_by_any_other_way_are_marked_as_soon_as_known(
    qtbot: QtBot, qapp: QApplication, klembord: QClipboard
) -> None:
    wacht = Klembord(qapp, klembord, lambda: True)
    try:
        data = QMimeData()
        data.setText(TEKST)
        data.setHtml(f"<b>{TEKST}</b>")
        with qtbot.waitSignal(klembord.dataChanged):
            klembord.setMimeData(data)
        na = klembord.mimeData()
        assert heeft(na, MERK) and na.text() == TEKST and na.html() == f"<b>{TEKST}</b>"
        assert wacht.wacht.isActive()
        klembord.clear()
        qtbot.waitUntil(lambda: not wacht.wacht.isActive())
    finally:
        wacht.laat_los()
        wacht.deleteLater()


def test_the_number_of_a_help_line_is_no_secret_and_stays(
    qapp: QApplication, qtbot: QtBot, klembord: QClipboard
) -> None:
    wacht = Klembord(qapp, klembord, lambda: True)  # what is on it is ours, as on Windows
    with qtbot.waitSignal(klembord.dataChanged):
        wacht.zet_openbaar("0800-0000")
    assert not wacht.wacht.isActive()
    data = klembord.mimeData()
    assert not any(heeft(data, formaat) for formaat in (MERK, *BUITEN_GESCHIEDENIS))
    wacht.leeg()
    assert klembord.text() == "0800-0000"
    wacht.einde()
    wacht.laat_los()
    # Qt's own now: what Python made would be let go of after Python, with a crash at the very end
    assert klembord.text() == "0800-0000" and not heeft(klembord.mimeData(), OPENBAAR)
    wacht.deleteLater()
