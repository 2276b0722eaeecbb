"""What forms add to the style sheet; the theme fills the tokens in."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

_REGELS = Template("""
/* forms */
QLineEdit[cel="true"], QPlainTextEdit[cel="true"], QComboBox[cel="true"] { background: transparent;
  border: 1px solid transparent; border-radius: $p4; padding: $p4 $p7; min-height: $p20; }
QLineEdit[cel="true"][leeg="true"], QPlainTextEdit[cel="true"][leeg="true"], QComboBox[cel="true"][leeg="true"] {
  border-color: $lijn; }
QLineEdit[cel="true"]:hover, QPlainTextEdit[cel="true"]:hover, QComboBox[cel="true"]:hover { background: $kaart_over; }
QLineEdit[cel="true"]:focus, QPlainTextEdit[cel="true"]:focus, QComboBox[cel="true"]:focus { background: $kaart;
  border: 2px solid $focus; padding: $p3 $p6; }
QLineEdit[cel="true"][fout="true"], QPlainTextEdit[cel="true"][fout="true"], QComboBox[cel="true"][fout="true"] {
  border: 2px solid $gevaar; padding: $p3 $p6; }
QLineEdit[fout="true"]:focus, QPlainTextEdit[fout="true"]:focus, QComboBox[fout="true"]:focus {
  background: $gevaar_zacht; }
QLineEdit[lezen="true"], QPlainTextEdit[lezen="true"] { background: transparent; border-color: $lijn; }
QComboBox[leeg="true"] { color: $zacht; }

QComboBox { padding: $p8 $p14; }
/* a list below the field, with the theme's lines; as a menu over it Qt hides half of the last one */
QComboBox { combobox-popup: 0; }
QComboBox:focus, QComboBox[fout="true"] { padding: $p7 $p13; }
QComboBox[cel="true"] { padding: $p4 $p9; }
QComboBox[cel="true"]:focus, QComboBox[cel="true"][fout="true"] { padding: $p3 $p8; }
QPlainTextEdit { padding: $p8 $p14; }
QPlainTextEdit:focus, QPlainTextEdit[fout="true"] { padding: $p7 $p13; }
QPlainTextEdit[cel="true"] { padding: $p5 $p9; }
QPlainTextEdit[cel="true"]:focus, QPlainTextEdit[cel="true"][fout="true"] { padding: $p4 $p8; }
QLabel[soort="veld"]:disabled, QLabel[soort="sectie"]:disabled { color: $zacht; }
QPushButton[soort="koppeling"]:disabled { color: $zacht; }
QPushButton[soort="koppeling"][toon="klein"] { font-size: $letter_klein; }
QPushButton[soort="koppeling"][toon="gevaar"] { color: $gevaar; font-size: $letter_klein; }

QFrame[vlak="rijen"] { background: $kaart; border: 1px solid $veldrand; border-radius: $p8; }
QFrame[vlak="rijen"][fout="true"] { border: 2px solid $gevaar; }
QFrame[vlak="rijkaarten"] { background: transparent; border: none; }
QFrame[rij="kop"] { background: transparent; border: none; }
QFrame[rij="kop"] QLabel { font-weight: 600; padding-left: $p10; }
QFrame[rij="regel"] { background: transparent; border: none; border-top: 1px solid $lijn; }
QFrame[rij="kaart"] { background: $kaart; border: 1px solid $lijn; border-radius: $p8; }
QFrame[vlak="rijen"] QFrame[rij="kaart"] { border: none; border-bottom: 1px solid $lijn; border-radius: 0; }
QFrame[rij="kaart"][merk] { border-left: $p4 solid $veldrand; }
QFrame[rij="kaart"][merk="feit"] { border-left-color: $info; }
QFrame[rij="kaart"][merk="mening"] { border-left-color: $waarschuwing; }
QFrame[rij="kaart"][merk="horen_zeggen"] { border-left-color: $zacht; }
QFrame[rij="kaart"][merk="kind"] { border-left-color: $accent; }
QFrame[banner="direct"] { background: $meldcode; border: none; border-radius: $p8; }
QFrame[banner="direct"] QLabel { color: $op_meldcode; background: transparent; }
QFrame[banner="direct"] QLabel[soort="sterk"] { font-size: $letter_groot; }
QFrame[vlak="bijlagen"] { background: $kaart; border: 1px solid $veldrand; border-radius: $p8; }
QFrame[vlak="bijlagen"][sleep="true"] { background: $accent_zacht; border: 2px dashed $accent; }
QFrame[vlak="bijlagen"][fout="true"] { border: 2px solid $gevaar; }
QFrame[vlak="popup"] { background: $kaart; border: 1px solid $veldrand; }
QFrame[vlak="popup"] QListView::item { padding: $p6 $p8; border-radius: $p4; }
QFrame[vlak="popup"] QListView::item:selected { background: $accent_zacht; color: $inkt; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $kaart; }
QCalendarWidget QToolButton { color: $kop; font-weight: 600; padding: $p4; }
QCalendarWidget QAbstractItemView { background: $kaart; border: none; outline: none;
  selection-background-color: $accent; selection-color: $op_accent; }

QRadioButton[kaart="true"], QCheckBox[kaart="true"] { background: $kaart; border: 1px solid $veldrand;
  border-radius: $p8; padding: $p8 $p12; min-height: $p24; }
QRadioButton[kaart="true"]:hover, QCheckBox[kaart="true"]:hover { background: $kaart_over; }
QRadioButton[kaart="true"]:checked, QCheckBox[kaart="true"]:checked { background: $accent_zacht;
  border: 2px solid $accent; padding: $p7 $p11; font-weight: 600; }
QRadioButton[kaart="true"]:focus, QCheckBox[kaart="true"]:focus { border: 2px solid $focus; padding: $p7 $p11; }
QRadioButton[kaart="true"][fout="true"], QCheckBox[kaart="true"][fout="true"] { border-color: $gevaar; }
QRadioButton[kaart="true"]:disabled, QCheckBox[kaart="true"]:disabled { background: $paneel; border-color: $lijn; }

QPushButton[kant] { border-radius: 0; padding: $p8 $p16; min-height: $p24; min-width: $p40; }
QPushButton[kant="links"] { border-top-left-radius: $p8; border-bottom-left-radius: $p8; }
QPushButton[kant="rechts"] { border-top-right-radius: $p8; border-bottom-right-radius: $p8; border-left: none; }
QPushButton[kant]:checked { background: $accent; color: $op_accent; border-color: $accent; }
QPushButton[kant]:focus { border: 2px solid $focus; padding: $p7 $p15; }
QPushButton[kant]:checked:focus { background: $accent_over; }
QPushButton[kant][fout="true"] { border-color: $gevaar; }
QPushButton[kant][cel="true"] { padding: $p3 $p8; min-height: $p20; min-width: $p24; }
QPushButton[kant]:disabled { border: 1px solid $lijn; }
QPushButton[kant]:checked:disabled { background: $lijn; color: $inkt; border-color: $veldrand; }
""")


def rules(tokens: Mapping[str, str]) -> str:
    """Return the rules for forms; `tokens` gives a colour by its name and 'p12' as 12 pixels at this scale."""
    return _REGELS.substitute(tokens)
