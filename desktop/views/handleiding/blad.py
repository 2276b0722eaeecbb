"""One page of the manual as text: Markdown in the program's letters and colours, links that stay inside."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QBrush, QFont, QResizeEvent, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtGui import QTextFormat as F
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.models.handleiding import SCHEMA, Handleidingpagina
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE

_CODELETTERS = ["Consolas", "DejaVu Sans Mono", "Liberation Mono", "monospace"]


class Blad(QTextBrowser):
    """Shows a page. `gekozen` carries the key of a page whose link was followed; other links do nothing at all."""

    gekozen = Signal(str)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._pagina: Handleidingpagina | None = None
        self.setProperty("blad", True)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._gevolgd)
        thema.gewijzigd.connect(self._teken_opnieuw)

    def toon(self, pagina: Handleidingpagina) -> None:
        """Show a page from its beginning."""
        self._pagina = pagina
        self._zet()
        self.setAccessibleName(f"Handleiding: {pagina.titel}")
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, soort: int, naam: QUrl | str) -> object:
        """Load nothing: a page is text, and never fetches a file."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is, up to what reads well."""
        super().resizeEvent(event)
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), self._thema.px(LEESBREEDTE + 64)))

    def _gevolgd(self, doel: QUrl) -> None:
        tekst = doel.toString()
        if tekst.startswith(SCHEMA):
            self.gekozen.emit(tekst.removeprefix(SCHEMA))

    def _teken_opnieuw(self) -> None:
        if self._pagina is not None:
            plek = self.verticalScrollBar().value()
            self._zet()
            self.verticalScrollBar().setValue(plek)

    def _zet(self) -> None:
        assert self._pagina is not None
        document = self.document()
        self.setMarkdown(f"# {self._pagina.titel}\n\n{self._pagina.tekst}")
        document.setDefaultFont(self._thema.font())
        document.setDocumentMargin(self._thema.px(32))
        document.setIndentWidth(self._thema.px(28))
        # setMarkdown takes no style sheet, so each block is dressed afterwards
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        blok = document.begin()
        while blok.isValid():
            self._kleed(cursor, blok)
            blok = blok.next()
        cursor.endEditBlock()

    def _kleed(self, cursor: QTextCursor, blok: QTextBlock) -> None:
        px = self._thema.px
        vorm = QTextBlockFormat(blok.blockFormat())
        niveau = vorm.headingLevel()
        code = _is_code(blok)
        hoogte = QTextBlockFormat.LineHeightTypes
        vorm.setLineHeight(*((0, hoogte.SingleHeight.value) if code else (115, hoogte.ProportionalHeight.value)))
        vorm.setTopMargin(px({1: 0, 2: 16}.get(niveau, 8 if niveau else 0)))
        vorm.setBottomMargin(px({1: 12}.get(niveau, 8 if niveau or blok.textList() else 12)))
        if code:
            vorm.setBackground(QBrush(self._thema.kleur("accent_zacht")))
            vorm.setTextIndent(px(12))
            vorm.setBottomMargin(0 if _is_code(blok.next()) else px(12))
            vorm.setNonBreakableLines(False)
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


def _is_code(blok: QTextBlock) -> bool:
    return blok.isValid() and blok.blockFormat().hasProperty(F.Property.BlockCodeFence)
