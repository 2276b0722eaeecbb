"""Text that is safe to keep: cleaning at the door, initials, names as Dutch people write them."""

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
_TUSSEN = frozenset(
    "van de der den het 't ter ten te op in aan bij onder over uit voor von zu la le el al du des d' di da dos".split()
)


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


def initialen(naam: str) -> str:
    """Return the initials of a name, in the way the plan wants others present noted: 'Anne van den Berg' -> 'A.v.d.B.'.

    A text that is already initials comes back as it is.
    """
    delen = re.findall(r"[^\W\d_][^\s.\-–]*", naam.replace("’", "'"))
    letters = [deel[0].lower() if deel.lower() in _TUSSEN else deel[0].upper() for deel in delen]
    return "".join(f"{letter}." for letter in letters)


def zijn_initialen(tekst: str) -> bool:
    """Whether a text holds no more of a name than its initials: every run of letters is at most two long."""
    return all(len(deel) <= 2 for deel in re.findall(r"[^\W\d_]+", tekst))


def volledige_naam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Return the parts of a name joined as it is spoken; empty parts are left out."""
    return " ".join(deel for deel in (roepnaam, voorvoegsel, achternaam) if deel)


def sorteernaam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Return the key by which a Dutch list sorts: surname first, prefix last, without accents or case."""
    naam = f"{achternaam or roepnaam} {roepnaam} {voorvoegsel}".casefold()
    kaal = unicodedata.normalize("NFKD", naam)
    return "".join(teken for teken in kaal if not unicodedata.combining(teken)).strip()
