"""Text that is safe to keep: cleaning at the door, and the one text type of every record."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

MAX_TEKEN = 4_000_000  # a pasted megabyte must fit; more than this is a mistake

# Bidirectional embeddings, overrides and isolates can make a line read otherwise than it is stored.
_BIDI = "\u202a-\u202e\u2066-\u2069"
_WEG = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_BIDI}\ufeff\ufffe\uffff]")
_SURROGAAT = re.compile("[\ud800-\udfff]")


def schoon(tekst: str) -> str:
    """Return `tekst` in NFC, with plain line ends and without invisible characters; a lone surrogate becomes U+FFFD."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    tekst = _SURROGAAT.sub("\ufffd", _WEG.sub("", tekst))
    return unicodedata.normalize("NFC", tekst)


def _is_schoon(tekst: str) -> str:
    if tekst != schoon(tekst):
        raise ValueError("tekst is niet schoongemaakt")
    return tekst


Tekst = Annotated[str, StringConstraints(max_length=MAX_TEKEN), AfterValidator(_is_schoon)]
"""The one text type of every record: clean (see `schoon`), at most `MAX_TEKEN` characters, may be empty."""

_POSTCODE = re.compile(r"(\d{4})\s*([A-Za-z]{2})")


def in_vorm(tekst: str, vorm: str) -> str:
    """Return a text in the one way in which it is written: a BRIN as 00AA, a Dutch postcode as 1234 AB.

    What is not one (another country's postcode, a typing error) stays as it was typed, for a check or a person to see.
    """
    kaal = tekst.strip()
    if vorm == "brin":
        return "".join(kaal.split()).upper()
    if vorm == "postcode" and (gevonden := _POSTCODE.fullmatch(kaal)):
        return f"{gevonden[1]} {gevonden[2].upper()}"
    return tekst
