"""Numbers of Qt's that the first window is made with: building all of Qt's names takes a tenth of the time to it."""

# A test holds each to its name. Everywhere else names are better: `QtCore.Qt.…` builds them when it is first asked.

from __future__ import annotations

PLAT = 0
"""Qt.TextFormat.PlainText"""
KIESBAAR = 1
"""Qt.TextInteractionFlag.TextSelectableByMouse"""
NOOIT = 1
"""Qt.ScrollBarPolicy.ScrollBarAlwaysOff"""
GEEN_FOCUS = 0
"""Qt.FocusPolicy.NoFocus"""
STERKE_FOCUS = 11
"""Qt.FocusPolicy.StrongFocus"""
LINKSBOVEN = 0x21
"""Qt.AlignmentFlag.AlignLeft | AlignTop"""
LOPEND = 0x1020
"""Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop"""
REGEL_MIDDEN = 0x180
"""Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter"""
LICHT_SCHEMA, DONKER_SCHEMA = 1, 2
"""Qt.ColorScheme.Light, Dark"""
TOETS_RETURN, TOETS_ENTER = 0x01000004, 0x01000005
"""Qt.Key.Key_Return, Key_Enter"""
