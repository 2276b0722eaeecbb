"""What a word is to every search in the program: its letters without signs, its Dutch stem, a function word or not."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

WOORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
"""A word in a text; a sign that stands loose behind its letter belongs to it."""

MARK, END = "\x02", "\x03"
"""What stands before and behind a match in a passage."""
_MATCH = re.compile(f"{MARK}([^{END}]*){END}")

STAM_VANAF = 3
"""From how many letters a word has a stem that says something."""

# Letters that no decomposition makes plain: who types Yilmaz or Lukasz means Yılmaz and Łukasz.
_PLAIN = str.maketrans(
    {"ı": "i", "İ": "I", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ø": "o", "Ø": "O", "ħ": "h"}
    | {"Ħ": "H", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "þ": "th", "Þ": "TH", "ŋ": "n", "Ŋ": "N"}
)

VULWOORDEN = frozenset(
    "aan als bij dan dat de deze die dit door een en er geen had heb hebben heeft hem het hier hij hoe hun ik in is ja"
    " je jij jou kan kun kunnen maar me met mij mijn moet moeten na naar niet nu of om omdat ons onze op ook over te"
    " tegen ten ter toch toen tot u uit uw van veel voor waar wanneer want waren was wat we wel wie wij word worden"
    " wordt zal ze zich zij zijn zo zou".split()
)
"""Words that a question holds without being about them; they count only where nothing else was asked."""


def zonder_merken(passage: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a passage without its marks, and where each match stands in it: begin and length."""
    plat, merken, hier = "", list[tuple[int, int]](), 0
    for match in _MATCH.finditer(passage):
        plat += passage[hier : match.start()]
        merken.append((len(plat), len(match[1])))
        plat += match[1]
        hier = match.end()
    return plat + passage[hier:], merken


def plain(text: str) -> str:
    """Return text with the letters that are no plain letter with a sign written as plain ones."""
    return text if text.isascii() else text.translate(_PLAIN)


def fold(text: str) -> str:
    """Return text as an index compares it: without case or diacritics."""
    if text.isascii():
        return text.lower()
    text = plain(text)
    # lower() and NFD, as FTS5 does; casefold() and NFKD would make two letters of ß or ﬁ
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the Dutch stem of a folded word (Kraaij-Pohlmann), as the vault's index keeps it."""
    return str(_stemmer("dutch").stemWord(word))


@lru_cache(maxsize=65_536)
def stems(word: str) -> frozenset[str]:
    """Return both Dutch stems of a folded word; words that share one are forms of each other.

    Two, for each misses what the other knows: 'les' and 'lessen' have one stem for Kraaij-Pohlmann, 'woord' and
    'woorden' for Porter. The second is written in capitals, so that it never passes for the first.
    """
    return frozenset((stem(word), plainer_stem(word).upper()))


def plainer_stem(word: str) -> str:
    """Return the Dutch stem of a folded word that Porter's rules give; more often than the other a word itself."""
    return str(_stemmer("dutch_porter").stemWord(word))


@cache
def _stemmer(algorithm: str) -> Any:
    import snowballstemmer  # not before the first search: the first window needs none of it

    return snowballstemmer.stemmer(algorithm)


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return WOORD.findall(fold(text))
