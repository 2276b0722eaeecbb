"""One print job: page after page to the printer, one image in memory at a time, off the user's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.models.errors import UserError
from desktop.services.beeld import beeld, maten
from desktop.views.work import Work

_DPI = 300
"""Sharp enough for letters, and a page takes 35 MB while it is drawn."""


def printers() -> tuple[Sequence[str], str]:
    """Return the names of the printers, and the one that is used unless another is chosen."""
    namen = list(QPrinterInfo.availablePrinterNames())
    standaard = QPrinterInfo.defaultPrinterName()
    return namen, standaard if standaard in namen else (namen[0] if namen else "")


def kan_tweezijdig(naam: str) -> bool:
    """Whether a printer says that it prints on both sides."""
    modi = QPrinterInfo.printerInfo(naam).supportedDuplexModes()
    return any(m in modi for m in (QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexAuto))


def maak_printer(naam: str, *, tweezijdig: bool) -> QPrinter:
    """Return a printer that is set up; the job's name says nothing about what is on it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(naam)
    printer.setDocName("Vangnet")
    printer.setCreator("Vangnet")
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if tweezijdig else QPrinter.DuplexMode.DuplexNone)
    return printer


class Afdruk(QObject):
    """Prints on the lane that needs no vault; between two pages other work gets its turn."""

    voortgang = Signal(int, int)
    klaar = Signal()
    mislukt = Signal(object)
    """A UserError; what is in the printer already cannot be called back."""

    def __init__(self, work: Work, printer: QPrinter, pdf: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._pers = _Pers(printer, pdf)
        self._gestopt = False

    def begin(self) -> None:
        """Print the first page, then the others."""
        self._doe(self._pers.open, lambda aantal: self._pagina(0, aantal))

    def stop(self) -> None:
        """Print no further page, and tell the printer so."""
        if not self._gestopt:
            self._gestopt = True
            # also without anybody waiting for it: the window may be closing
            self._work.werk(self._work, self._pers.breek_af)

    def _pagina(self, n: int, aantal: int) -> None:
        self.voortgang.emit(n, aantal)
        if n < aantal:
            self._doe(lambda: self._pers.pagina(n), lambda _: self._pagina(n + 1, aantal))
        else:
            self._doe(self._pers.sluit, lambda _: self.klaar.emit())

    def _doe(self, wat: Callable[[], int], daarna: Callable[[int], None]) -> None:
        if not self._gestopt:
            self._work.werk(
                self, wat, lambda uit: None if self._gestopt else daarna(uit), lambda fout: self.mislukt.emit(fout)
            )


class _Pers:
    """The part that runs on the lane. Qt allows painting on a printer off the user's thread."""

    def __init__(self, printer: QPrinter, pdf: bytes) -> None:
        self._printer = printer
        self._pdf = pdf
        self._maten: Sequence[tuple[float, float]] = ()
        self._painter: QPainter | None = None

    def open(self) -> int:
        """Begin the job; returns the number of pages. Raises UserError when the printer does not answer."""
        self._maten = maten(self._pdf)
        self._zet_blad(0)
        painter = QPainter()
        if not painter.begin(self._printer):
            raise _printerfout()
        # letters must not get the blur of a photo
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter = painter
        return len(self._maten)

    def pagina(self, n: int) -> int:
        """Paint one page. Raises UserError when the printer refuses it."""
        if self._painter is None:
            return n
        if n:
            if self._maten[n] != self._maten[n - 1]:
                self._zet_blad(n)
            if not self._printer.newPage():
                self.breek_af()
                raise _printerfout()
        dpi = self._printer.resolution()
        breed, hoog = self._maten[n]
        gemaakt = beeld(self._pdf, n, round(breed / 72 * min(dpi, _DPI)))
        image = QImage(gemaakt.pixels, gemaakt.breedte, gemaakt.hoogte, 4 * gemaakt.breedte, QImage.Format.Format_RGB32)
        self._painter.drawImage(self._vak(breed, hoog), image)
        return n

    def sluit(self) -> int:
        """Hand the job to the printer. Raises UserError when that fails."""
        if self._painter is None:
            return 0
        goed = self._painter.end() and self._printer.printerState() != QPrinter.PrinterState.Error
        self._painter = None
        if not goed:
            raise _printerfout()
        return len(self._maten)

    def breek_af(self) -> int:
        """Throw the job away, as far as it is not printed yet."""
        if self._painter is not None:
            self._printer.abort()
            self._painter.end()
            self._painter = None
        return 0

    def _zet_blad(self, n: int) -> None:
        """Paper of the page's own size, without margins: the page has its own."""
        breed, hoog = self._maten[n]
        liggend = breed > hoog
        maat = QPageSize(
            QSizeF(min(breed, hoog), max(breed, hoog)),
            QPageSize.Unit.Point,
            "",
            QPageSize.SizeMatchPolicy.FuzzyOrientationMatch,
        )
        richting = QPageLayout.Orientation.Landscape if liggend else QPageLayout.Orientation.Portrait
        self._printer.setPageLayout(QPageLayout(maat, richting, QMarginsF(0, 0, 0, 0)))
        self._printer.setFullPage(True)

    def _vak(self, breed: float, hoog: float) -> QRectF:
        """Return where the page goes: at its true size, or smaller where the paper is."""
        dpi = self._printer.resolution()
        papier = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        b, h = breed / 72 * dpi, hoog / 72 * dpi
        # a printer rounds its paper to whole units: no shrinking for less than half a percent
        passend = min(papier.width() / b, papier.height() / h)
        schaal = 1.0 if passend > 0.995 else passend
        b, h = b * schaal, h * schaal
        return QRectF((papier.width() - b) / 2, (papier.height() - h) / 2, b, h)


def _printerfout() -> UserError:
    return UserError("De printer doet het niet.", "Kijk of hij aanstaat en papier heeft, of kies een andere printer.")
