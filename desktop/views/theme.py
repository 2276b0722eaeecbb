"""The look applied: colours that follow the system or a choice, letters, icons, and the one style sheet."""

from __future__ import annotations

import os
import re
from enum import Enum
from string import Template

from PySide6 import QtCore
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from desktop import assets
from desktop.views.forms.style import rules as formulier_regels
from desktop.views.icons import Iconen, kwast_van
from desktop.views.qtgetallen import DONKER_SCHEMA, LICHT_SCHEMA
from desktop.views.tokens import DONKER, LETTER, LICHT, Kleuren

_FAMILIE = "Source Sans Pro"
_GEKLEURD = "gekleurd"
_HALF = 128
STIJL = "Fusion"
"""Qt's style under the style sheet: the same on every system."""


class ThemaKeuze(str, Enum):
    """Which colours a person wants; `label` stands on screen."""

    SYSTEEM = "systeem"
    LICHT = "licht"
    DONKER = "donker"

    @property
    def label(self) -> str:
        """Return the choice in words."""
        return {"systeem": "Zoals Windows", "licht": "Licht", "donker": "Donker"}[self.value]


class _Maten(dict[str, str]):
    """Template values: a token by its name, and 'p12' as 12 pixels at this scale."""

    def __init__(self, waarden: dict[str, str], schaal: float) -> None:
        super().__init__(waarden)
        self._schaal = schaal

    def __missing__(self, sleutel: str) -> str:
        if re.fullmatch(r"p\d+", sleutel):
            return f"{round(int(sleutel[1:]) * self._schaal)}px"
        raise KeyError(sleutel)


class Thema(QObject):
    """Colours, letters and icons for everything that paints. One is made by `app` and handed to every view.

    `schaal` enlarges letters and distances on top of what the screen does; it holds for the life of the program.
    """

    gewijzigd = Signal()

    def __init__(self, app: QApplication, keuze: ThemaKeuze = ThemaKeuze.SYSTEEM, schaal: float = 1.0) -> None:
        super().__init__()
        self._app = app
        self._schaal = schaal
        self._keuze = keuze
        self._kleuren = LICHT
        _laad_letters(app)
        self._iconen = Iconen()
        if os.environ.get("QT_STYLE_OVERRIDE") != STIJL:  # else the program asked for it at its start
            app.setStyle(STIJL)
        app.styleHints().colorSchemeChanged.connect(self._systeem_anders)
        self.kies(keuze)

    @property
    def keuze(self) -> ThemaKeuze:
        """What was chosen; 'systeem' follows the computer."""
        return self._keuze

    @property
    def schaal(self) -> float:
        """How much letters and distances are enlarged."""
        return self._schaal

    @property
    def donker(self) -> bool:
        """Whether the dark colours are on."""
        return self._kleuren is DONKER

    @property
    def kleuren(self) -> Kleuren:
        """The colours that hold now."""
        return self._kleuren

    def kies(self, keuze: ThemaKeuze) -> None:
        """Take a choice and show it at once."""
        self._keuze = keuze
        hints = self._app.styleHints()
        if keuze is ThemaKeuze.SYSTEEM:
            hints.unsetColorScheme()
        else:
            # also colours what the system draws itself: title bar, file dialogs
            hints.setProperty("colorScheme", DONKER_SCHEMA if keuze is ThemaKeuze.DONKER else LICHT_SCHEMA)
        self._pas_toe()

    def px(self, maat: float) -> int:
        """Return a length at this scale, in whole pixels."""
        return round(maat * self._schaal)

    def kleur(self, naam: str) -> QColor:
        """Return a colour by token name or as 'rol.ib'. Raises KeyError for an unknown token."""
        return QColor(self._kleuren.naam(naam))

    def kwast(self, naam: str) -> QBrush:
        """Return a brush in a token's colour. Raises KeyError for an unknown token."""
        return kwast_van(self.kleur(naam))

    def font(self, maat: str = "basis", gewicht: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the letter in one of the sizes of `LETTER`."""
        font = QFont(_FAMILIE)
        font.setPixelSize(self.px(LETTER[maat]))
        font.setWeight(gewicht)
        return font

    def icoon(self, naam: str, kleur: str = "inkt") -> QIcon:
        """Return an icon in a token's colour that follows a change of theme. Raises KeyError for an unknown name."""
        self._kleuren.naam(kleur)
        return self._iconen.icoon(naam, lambda: self.kleur(kleur), lambda: self.kleur("zacht"))

    def teken_icoon(self, painter: QPainter, vak: QRectF, naam: str, kleur: str) -> None:
        """Paint an icon in a token's colour. Raises KeyError for an unknown name."""
        self._iconen.teken(painter, vak, naam, self.kleur(kleur))

    def stijlblad(self) -> str:
        """Return the style sheet made from the tokens."""
        waarden = {**self._kleuren.alle(), "familie": _FAMILIE, "kant": "donker" if self.donker else "licht"}
        waarden["tekens"] = assets.resources().joinpath("tekens").as_posix()
        waarden |= {f"rol_{rol}": kleur for rol, kleur in self._kleuren.rollen.items()}
        waarden |= {f"letter_{naam}": f"{self.px(maat)}px" for naam, maat in LETTER.items()}
        maten = _Maten(waarden, self._schaal)
        return Template(assets.text("stijl.qss")).substitute(maten) + formulier_regels(maten)

    def _systeem_anders(self) -> None:
        if self._keuze is ThemaKeuze.SYSTEEM:
            self._pas_toe()

    def _pas_toe(self) -> None:
        donker = self._systeem_donker() if self._keuze is ThemaKeuze.SYSTEEM else self._keuze is ThemaKeuze.DONKER
        self._kleuren = DONKER if donker else LICHT
        self._app.setFont(self.font())
        self._app.setPalette(self._palet())
        self._app.setProperty(_GEKLEURD, True)
        self._app.setStyleSheet(self.stijlblad())
        self.gewijzigd.emit()

    def _systeem_donker(self) -> bool:
        if not self._app.property(_GEKLEURD):
            # the palette is still the system's own, and tells it without Qt's names: a tenth of the time to an image
            return self._app.palette().color(QPalette.ColorRole.Window).lightness() < _HALF
        return self._app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark

    def _palet(self) -> QPalette:
        rol = QPalette.ColorRole
        palet = QPalette()
        for vak, naam in (
            (rol.Window, "papier"),
            (rol.WindowText, "inkt"),
            (rol.Base, "kaart"),
            (rol.AlternateBase, "paneel"),
            (rol.Text, "inkt"),
            (rol.Button, "kaart"),
            (rol.ButtonText, "inkt"),
            (rol.BrightText, "op_accent"),
            (rol.Highlight, "accent"),
            (rol.HighlightedText, "op_accent"),
            (rol.Accent, "accent"),
            (rol.Link, "koppeling"),
            (rol.LinkVisited, "koppeling"),
            (rol.ToolTipBase, "melding"),
            (rol.ToolTipText, "op_melding"),
            (rol.PlaceholderText, "zacht"),
            (rol.Mid, "lijn"),
            (rol.Dark, "veldrand"),
        ):
            palet.setColor(vak, self.kleur(naam))
        for vak in (rol.WindowText, rol.Text, rol.ButtonText):
            palet.setColor(QPalette.ColorGroup.Disabled, vak, self.kleur("zacht"))
        return palet


def _laad_letters(app: QApplication) -> None:
    # asking which families there are would read every letter of the system, and the first window waits for this
    if not app.property(_FAMILIE):
        app.setProperty(_FAMILIE, True)
        for pad in assets.font_paths().values():
            QFontDatabase.addApplicationFont(str(pad))
