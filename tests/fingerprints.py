"""Fingerprints of runs of words: enough to recognise a copied sentence, too little to read one back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RUN = 14
"""Words in a row that no longer pass for chance."""
SIZE = 5
"""Bytes kept of each: by chance one run in forty million is taken for one of the plan's."""
FILE = Path(__file__).parent / "data" / "plan_hashes.bin"

_WORD = re.compile(r"\w+")


def fingerprints(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield each run of `RUN` words, in lower case and without signs, with its fingerprint."""
    words = _WORD.findall(text.lower())
    for i in range(len(words) - RUN + 1):
        run = " ".join(words[i : i + RUN])
        yield run, blake2b(run.encode(), digest_size=SIZE).digest()


def known(data: bytes) -> set[bytes]:
    """Return the fingerprints that a file of them holds."""
    return {data[i : i + SIZE] for i in range(0, len(data), SIZE)}
