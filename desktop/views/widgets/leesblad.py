"""A sheet to read: Markdown in the program's letters and colours, its links to follow, found words marked."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtGui import QTextFormat as F
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE

_CODELETTERS = ["Consolas", "DejaVu Sans Mono", "Liberation Mono", "monospace"]
_PUNTEN = (
    QTextListFormat.Style.ListStyleUndefined,  # the ones before it in the same list were taken over already
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_GESCHIEDENIS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up)


class Leesblad(QTextBrowser):
    """Shows a text. `gevolgd` carries the target of a link that was followed; the sheet itself goes nowhere.

    `hoog`: it is as high as its text and something around it scrolls; `in_zicht` then carries what must be visible.
    """

    gevolgd = Signal(str)
    in_zicht = Signal(QRect)
    in_focus = Signal(bool)
    """The focus came or went; the frame around a sheet that is as high as its text shows it."""

    def __init__(self, thema: Thema, parent: QWidget | None = None, *, hoog: bool = False, marge: int = 32) -> None:
        super().__init__(parent)
        self._thema = thema
        self._titel = ""
        self._tekst = ""
        self._hoog = hoog
        self._marge = marge
        self._plat = False
        self._merken: Sequence[tuple[int, int]] = ()
        self._gekozen = -1
        self._citaatblokken: list[int] = []
        self._puntblokken: list[int] = []
        self.setProperty("blad", "hoog" if hoog else "true")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if hoog:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda doel: self.gevolgd.emit(doel.toString()))
        thema.gewijzigd.connect(self._teken_opnieuw)

    def zet(self, titel: str, tekst: str, naam: str) -> None:
        """Show a text below its title (none where that is '') from the beginning; `naam` is read aloud."""
        self._plat = False
        self._begin(titel, tekst, naam)

    def zet_plat(self, tekst: str, naam: str) -> None:
        """Show a text letter by letter, as someone typed it: none of it is markup."""
        self._plat = True
        self._begin("", tekst, naam)

    def _begin(self, titel: str, tekst: str, naam: str) -> None:
        self._titel, self._tekst = titel, tekst
        self._merken, self._gekozen = (), -1
        self.setExtraSelections([])
        self._zet()
        self.setAccessibleName(naam)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def platte_tekst(self) -> str:
        """Return the text as it is read, a line for each block."""
        return self.document().toPlainText()

    def loadResource(self, soort: int, naam: QUrl | str) -> object:
        """Load nothing: a page is text, and never fetches a file."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is, up to what reads well."""
        super().resizeEvent(event)
        breed = min(self.viewport().width(), self._thema.px(LEESBREEDTE + 2 * self._marge))
        if breed != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(breed)
            self._pas_hoogte()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow is the way through the program, not through the sheet's own history, which is empty."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _GESCHIEDENIS:
            event.ignore()
        elif self._hoog and event.key() in _SCHUIF and not event.modifiers():
            event.ignore()  # what scrolls is around it
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What asks attention stands on a ground of its own, with a strip beside it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boven, px = self.verticalScrollBar().value(), self._thema.px
        for vak in self._citaten():
            if not vak.translated(0, -boven).intersects(QRectF(event.rect())):
                continue
            vorm = QPainterPath()
            vorm.addRoundedRect(vak.translated(0, -boven), px(6), px(6))
            painter.fillPath(vorm, self._thema.kleur("waarschuwing_zacht"))
            painter.setClipPath(vorm)
            strook = QRectF(vak.left(), vak.top() - boven, px(4), vak.height())
            painter.fillRect(strook, self._thema.kleur("waarschuwing"))
            painter.setClipping(False)
        self._teken_punten(painter, boven)
        painter.end()
        super().paintEvent(event)

    def _teken_punten(self, painter: QPainter, boven: int) -> None:
        """Paint the points of lists: Qt would set them right against the words."""
        px = self._thema.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._thema.kleur("inkt"))
        for nummer in self._puntblokken:
            opmaak = self.document().findBlockByNumber(nummer).layout()
            if opmaak.lineCount():
                lijn = opmaak.lineAt(0)
                hoek = opmaak.position() + lijn.position()
                # the middle of a small letter
                hoogte = hoek.y() + lijn.ascent() - QFontMetricsF(self._thema.font()).xHeight() / 2 - boven
                painter.drawEllipse(QPointF(hoek.x() - px(13), hoogte), px(5) / 2, px(5) / 2)

    def _citaten(self) -> list[QRectF]:
        """Return the grounds of the quotes, those that follow on each other as one."""
        vakken: list[QRectF] = []
        opmaak, px = self.document().documentLayout(), self._thema.px
        breed = self.lineWrapColumnOrWidth() - 2 * px(self._marge)
        vorige = -2
        for nummer in self._citaatblokken:
            blok = self.document().findBlockByNumber(nummer)
            vak = opmaak.blockBoundingRect(blok)
            lijnen = blok.layout()
            hoog = sum(lijnen.lineAt(n).height() for n in range(lijnen.lineCount()))
            vak = QRectF(px(self._marge), vak.top() - px(6), breed, hoog + px(14))
            if vorige == nummer - 1 and vakken:
                vakken[-1] = vakken[-1].united(vak)
            else:
                vakken.append(vak)
            vorige = nummer
        return vakken

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusInEvent(event)
        self.in_focus.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusOutEvent(event)
        self.in_focus.emit(False)

    def focusNextPrevChild(self, volgende: bool) -> bool:
        """Tab goes from link to link, and what it reaches comes into view."""
        gegaan = super().focusNextPrevChild(volgende)
        if gegaan and self.hasFocus() and self.textCursor().hasSelection():
            self.in_zicht.emit(self.vak(self.textCursor().selectionStart()))
        return gegaan

    # -- the place of a reader

    def plek(self) -> int:
        """Return where the link stands that has the focus; -1 where none has."""
        cursor = self.textCursor()
        return cursor.selectionStart() if cursor.hasSelection() and cursor.charFormat().isAnchor() else -1

    def zet_plek(self, plek: int) -> None:
        """Give the focus to the link that stands there; to none where that is -1, or where no link stands any more."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(max(plek, 0) + 1, self.document().characterCount() - 1))
        if plek >= 0 and cursor.charFormat().isAnchor():
            # Qt goes from link to link, beginning at the first
            while self.plek() < plek and super().focusNextPrevChild(True):
                pass

    def vak(self, positie: int) -> QRect:
        """Return where a character stands, as seen from the sheet."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(positie, self.document().characterCount() - 1))
        return self.cursorRect(cursor)

    # -- words that were found

    def markeer(self, merken: Sequence[tuple[int, int]], gekozen: int = -1) -> None:
        """Mark these places (begin and length in the plain text); the one chosen stands out and comes into view."""
        self._merken, self._gekozen = merken, gekozen
        self._teken_merken()
        if 0 <= gekozen < len(merken):
            vak = self.vak(self._qt(merken[gekozen][0]))
            self.in_zicht.emit(vak)
            if not self._hoog:
                midden = vak.center().y() - self.viewport().height() // 2
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + midden)

    def _teken_merken(self) -> None:
        selecties = []
        for n, (begin, lengte) in enumerate(self._merken):
            selectie = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._qt(begin))
            cursor.setPosition(self._qt(begin + lengte), QTextCursor.MoveMode.KeepAnchor)
            vorm = QTextCharFormat()
            grond, letter = ("accent", "op_accent") if n == self._gekozen else ("waarschuwing_zacht", "inkt")
            vorm.setBackground(self._thema.kleur(grond))
            vorm.setForeground(self._thema.kleur(letter))
            if n != self._gekozen:
                vorm.setFontUnderline(True)
                vorm.setUnderlineColor(self._thema.kleur("waarschuwing"))
            selectie.cursor, selectie.format = cursor, vorm  # type: ignore[attr-defined]  # missing in the stubs
            selecties.append(selectie)
        self.setExtraSelections(selecties)

    def _qt(self, plaats: int) -> int:
        """Return a place in the plain text as Qt counts: a character beyond the first plane takes two."""
        tekst = self.platte_tekst()
        return plaats if tekst.isascii() else len(tekst[:plaats].encode("utf-16-le")) // 2

    # -- dressing the text

    def _pas_hoogte(self) -> None:
        if self._hoog:
            rand = self.frameWidth() * 2
            self.setFixedHeight(max(math.ceil(self.document().size().height()) + rand, 1))

    def _teken_opnieuw(self) -> None:
        if self._tekst:
            plek = self.verticalScrollBar().value()
            self._zet()
            self._teken_merken()
            self.verticalScrollBar().setValue(plek)

    def _zet(self) -> None:
        document = self.document()
        kop = f"# {self._titel}\n\n" if self._titel else ""
        (self.setPlainText if self._plat else self.setMarkdown)(f"{kop}{self._tekst}")
        document.setDefaultFont(self._thema.font())
        document.setDocumentMargin(self._thema.px(self._marge))
        document.setIndentWidth(self._thema.px(28))
        self._citaatblokken, self._puntblokken = [], []
        # setMarkdown takes no style sheet, so each block is dressed afterwards
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        blok = document.begin()
        while blok.isValid():
            self._kleed(cursor, blok)
            blok = blok.next()
        cursor.endEditBlock()
        self._pas_hoogte()

    def _kleed(self, cursor: QTextCursor, blok: QTextBlock) -> None:
        px = self._thema.px
        self._neem_punt(blok)
        vorm = QTextBlockFormat(blok.blockFormat())
        niveau = vorm.headingLevel()
        code, let_op = _is_code(blok), _is_citaat(blok)
        hoogte = QTextBlockFormat.LineHeightTypes
        vorm.setLineHeight(*((0, hoogte.SingleHeight.value) if code else (115, hoogte.ProportionalHeight.value)))
        vorm.setTopMargin(px({1: 0, 2: 16}.get(niveau, 8 if niveau else 0)))
        onder = 0 if self._plat else 8 if niveau or blok.textList() else 12
        vorm.setBottomMargin(px({1: 12}.get(niveau, onder)))
        if code:
            vorm.setBackground(QBrush(self._thema.kleur("accent_zacht")))
            vorm.setTextIndent(px(12))
            vorm.setBottomMargin(0 if _is_code(blok.next()) else px(12))
            vorm.setNonBreakableLines(False)
        elif let_op:
            vorm.setLeftMargin(px(20))
            vorm.setRightMargin(px(16))
            vorm.setTopMargin(0 if _is_citaat(blok.previous()) else px(14))
            vorm.setBottomMargin(px(6 if _is_citaat(blok.next()) else 20))
            self._citaatblokken.append(blok.blockNumber())
        elif blok.textList() is not None and blok.next().isValid() and blok.next().textList() is None:
            vorm.setBottomMargin(px(12))
        cursor.setPosition(blok.position())
        cursor.setBlockFormat(vorm)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if niveau:
            # set, not merged: what Qt gives a heading makes any size of ours relative
            cursor.setCharFormat(self._kopletter(niveau))
        elif code:
            cursor.mergeCharFormat(self._codeletter())
        else:
            self._kleed_stukken(cursor, blok)

    def _neem_punt(self, blok: QTextBlock) -> None:
        lijst = blok.textList()
        if lijst is not None and lijst.format().style() in _PUNTEN:
            self._puntblokken.append(blok.blockNumber())
            kaal = lijst.format()
            kaal.setStyle(QTextListFormat.Style.ListStyleUndefined)
            lijst.setFormat(kaal)

    def _kopletter(self, niveau: int) -> QTextCharFormat:
        vorm = QTextCharFormat()
        maat = {1: "kop", 2: "groot"}.get(niveau, "basis")
        vorm.setFont(self._thema.font(maat, QFont.Weight.Bold if niveau == 1 else QFont.Weight.DemiBold))
        vorm.setForeground(self._thema.kleur("kop"))
        return vorm

    def _codeletter(self) -> QTextCharFormat:
        vorm = QTextCharFormat()
        vorm.setFontFamilies(_CODELETTERS)
        vorm.setProperty(F.Property.FontPixelSize, self._thema.font("klein").pixelSize())
        vorm.setForeground(self._thema.kleur("kop"))
        return vorm

    def _kleed_stukken(self, cursor: QTextCursor, blok: QTextBlock) -> None:
        """Links in the colour of links, code in the letters of code, bold a little less heavy than Qt makes it."""
        stukken = blok.begin()
        plekken = []
        while not stukken.atEnd():
            stuk = stukken.fragment()
            plekken.append((stuk.position(), stuk.length(), stuk.charFormat()))
            stukken += 1
        for plek, lengte, was in plekken:
            vorm = QTextCharFormat()
            if was.isAnchor():
                vorm.setForeground(self._thema.kleur("koppeling"))
                vorm.setFontWeight(QFont.Weight.DemiBold.value)
                vorm.setFontUnderline(True)
            elif was.fontFixedPitch():
                vorm = self._codeletter()
            elif was.fontWeight() == QFont.Weight.Bold.value:
                vorm.setFontWeight(QFont.Weight.DemiBold.value)
            else:
                continue
            cursor.setPosition(plek)
            cursor.setPosition(plek + lengte, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(vorm)


_SCHUIF = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


def _is_code(blok: QTextBlock) -> bool:
    return blok.isValid() and blok.blockFormat().hasProperty(F.Property.BlockCodeFence)


def _is_citaat(blok: QTextBlock) -> bool:
    return blok.isValid() and blok.blockFormat().intProperty(F.Property.BlockQuoteLevel.value) > 0
