"""The look as data: colours for light and dark, letter sizes. Nothing else in the program names a colour."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

LETTER: Mapping[str, int] = {"klein": 13, "basis": 15, "groot": 18, "kop": 24, "titel": 32}
"""Letter sizes in pixels at scale 1."""
RADIUS = 8
LEESBREEDTE = 760
"""No running text is wider than this."""


class Kleuren(NamedTuple):
    """One set of colours. `_zacht` is a soft ground for the colour of that name, `op_` what is written on it."""

    papier: str
    paneel: str
    kaart: str
    kaart_over: str
    lijn: str
    veldrand: str
    inkt: str
    kop: str
    zacht: str
    accent: str
    accent_over: str
    accent_zacht: str
    op_accent: str
    koppeling: str
    focus: str
    rail: str
    rail_actief: str
    op_rail: str
    gevaar: str
    gevaar_over: str
    gevaar_zacht: str
    op_gevaar: str
    waarschuwing: str
    waarschuwing_zacht: str
    goed: str
    goed_zacht: str
    info: str
    info_zacht: str
    meldcode: str
    meldcode_over: str
    meldcode_zacht: str
    op_meldcode: str
    ring_buiten: str
    ring_binnen: str
    ring_lijn: str
    melding: str
    op_melding: str
    op_rol: str
    rollen: Mapping[str, str] = MappingProxyType({})
    """The hue of each role, by the role's key; it reads as text on paper, panel and card."""

    def naam(self, sleutel: str) -> str:
        """Return a colour by token name or, as 'rol.ib', by role; an unknown role is the accent. KeyError otherwise."""
        if sleutel.startswith("rol."):
            return self.rollen.get(sleutel[4:], self.accent)
        if sleutel == "rollen" or sleutel not in self._fields:
            raise KeyError(sleutel)
        return str(getattr(self, sleutel))

    def alle(self) -> dict[str, str]:
        """Return every plain colour by token name."""
        return {naam: kleur for naam, kleur in self._asdict().items() if naam != "rollen"}


LICHT = Kleuren(
    papier="#f7f4ee",
    paneel="#fbf9f5",
    kaart="#ffffff",
    kaart_over="#f3f7f7",
    lijn="#e6e0d4",
    veldrand="#8b8474",
    inkt="#1f2d36",
    kop="#17384a",
    zacht="#566069",
    accent="#1e7b80",
    accent_over="#17666a",
    accent_zacht="#e3f0f0",
    op_accent="#ffffff",
    koppeling="#1a647f",
    focus="#1a647f",
    rail="#17384a",
    rail_actief="#24566e",
    op_rail="#ffffff",
    gevaar="#b3261e",
    gevaar_over="#951d16",
    gevaar_zacht="#fbeae8",
    op_gevaar="#ffffff",
    waarschuwing="#7d5206",
    waarschuwing_zacht="#fdf3d7",
    goed="#2c6e48",
    goed_zacht="#e5f2ea",
    info="#1a647f",
    info_zacht="#e8f2f6",
    meldcode="#b0432a",
    meldcode_over="#963620",
    meldcode_zacht="#fbede7",
    op_meldcode="#ffffff",
    ring_buiten="#fbf9f5",
    ring_binnen="#f0f5f3",
    ring_lijn="#ddd7ca",
    melding="#17384a",
    op_melding="#ffffff",
    op_rol="#ffffff",
    rollen={
        "leerling": "#1e7b80",
        "ouders": "#a23e6c",
        "leerkracht": "#2b6cb0",
        "ondersteunend": "#377150",
        "ib": "#1b6985",
        "aandachtsfunctionaris": "#b0432a",
        "vertrouwenspersoon": "#835512",
        "directeur": "#6a4c93",
        "extern": "#596829",
        "meldcode": "#b0432a",
    },
)

DONKER = Kleuren(
    papier="#151c20",
    paneel="#1a2328",
    kaart="#202b31",
    kaart_over="#29363d",
    lijn="#34434b",
    veldrand="#7f929c",
    inkt="#e9edee",
    kop="#f4f1ea",
    zacht="#aab7bd",
    accent="#5fc0be",
    accent_over="#82d2d0",
    accent_zacht="#1d3a3d",
    op_accent="#06211f",
    koppeling="#7fc4e0",
    focus="#8fd0ea",
    rail="#0e1519",
    rail_actief="#24485a",
    op_rail="#f4f7f8",
    gevaar="#ff9d94",
    gevaar_over="#ffb8b1",
    gevaar_zacht="#43221f",
    op_gevaar="#370a06",
    waarschuwing="#ecc268",
    waarschuwing_zacht="#3a2f14",
    goed="#82cfa0",
    goed_zacht="#1c3527",
    info="#86c5e0",
    info_zacht="#1b3440",
    meldcode="#f3a58f",
    meldcode_over="#f7bcab",
    meldcode_zacht="#3a2621",
    op_meldcode="#37120a",
    ring_buiten="#192227",
    ring_binnen="#1c2a2d",
    ring_lijn="#3a4a52",
    melding="#e9edee",
    op_melding="#151c20",
    op_rol="#10181c",
    rollen={
        "leerling": "#5fc0be",
        "ouders": "#ee9dc0",
        "leerkracht": "#8dbdf2",
        "ondersteunend": "#86cba0",
        "ib": "#7cc3de",
        "aandachtsfunctionaris": "#f3a58f",
        "vertrouwenspersoon": "#e0b673",
        "directeur": "#c3a8ea",
        "extern": "#bccb86",
        "meldcode": "#f3a58f",
    },
)

_GRONDEN = ("papier", "paneel", "kaart")
_TEKST = ("inkt", "kop", "zacht", "koppeling", "gevaar", "waarschuwing", "goed", "info", "meldcode", "accent")
TEKST_PAREN: tuple[tuple[str, str], ...] = (
    *((tekst, grond) for tekst in _TEKST for grond in _GRONDEN),
    *((tekst, grond) for tekst in ("inkt", "kop", "zacht") for grond in ("ring_buiten", "ring_binnen", "kaart_over")),
    *((tekst, f"{s}_zacht") for s in ("gevaar", "waarschuwing", "goed", "info") for tekst in (s, "inkt", "kop")),
    ("inkt", "accent_zacht"),
    ("kop", "accent_zacht"),
    ("accent", "kaart_over"),
    ("koppeling", "info_zacht"),
    ("inkt", "meldcode_zacht"),
    ("meldcode", "meldcode_zacht"),
    ("op_accent", "accent"),
    ("op_accent", "accent_over"),
    ("op_gevaar", "gevaar"),
    ("op_gevaar", "gevaar_over"),
    ("op_meldcode", "meldcode"),
    ("op_meldcode", "meldcode_over"),
    ("op_rail", "rail"),
    ("op_rail", "rail_actief"),
    ("op_melding", "melding"),
)
"""What is written on what (4.5:1 or more); every role hue comes on top, on paper, panel, card and under `op_rol`."""
VORM_PAREN: tuple[tuple[str, str], ...] = (
    *(("focus", grond) for grond in _GRONDEN),
    *(("veldrand", grond) for grond in _GRONDEN),
    ("accent", "papier"),
    ("op_rail", "rail_actief"),
)
"""Edges that a person must see to know what is a field, or where the focus is (3:1 or more)."""


def contrast(een: str, ander: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours written as #rrggbb."""
    licht, donker = sorted((_luminantie(een), _luminantie(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _luminantie(kleur: str) -> float:
    delen = [int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
