"""The same work by the bare libraries, measured beside ours in the same run."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.assets import font_paths

# the settings of the vault's own connection that decide about speed
_PRAGMAS = (
    "cipher_memory_security = OFF",
    "temp_store = MEMORY",
    "cache_size = -16000",
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
)


def connect(path: Path, key: bytes) -> Any:
    """Open a database with the pragmas of the vault and nothing else."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


class Saves:
    """A database of one table; each `save` is one committed row."""

    def __init__(self, folder: Path) -> None:
        self._connection = connect(folder / "bare.db", bytes(range(32)))
        self._connection.execute("CREATE TABLE row(id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")

    def save(self, body: bytes) -> None:
        """Commit one row."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO row(body) VALUES(?)", (body,))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close it."""
        self._connection.close()


class Index:
    """The vault's own index, asked with bare SQL."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._connection = connect(path, key)

    def find(self, words: Sequence[str]) -> int:
        """Return how many of the newest 50 rows with all these words there are, the last word as a beginning."""
        match = " AND ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
        sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50"
        return len(self._connection.execute(sql, (match,)).fetchall())

    def close(self) -> None:
        """Close it."""
        self._connection.close()


class Platypus:
    """Text as paragraphs below each other, in the letter that our PDFs have."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Bare", str(font_paths()["regular"])))
        pdfmetrics.registerFont(TTFont("Bare-vet", str(font_paths()["semibold"])))
        self._text = ParagraphStyle("text", fontName="Bare", fontSize=10.5, leading=14.5)
        self._head = ParagraphStyle("head", fontName="Bare-vet", fontSize=10.5, leading=14.5, spaceBefore=6)

    def render(self, parts: Sequence[tuple[str, str]]) -> tuple[bytes, int]:
        """Return the PDF of headings with texts, and its number of pages."""
        story: list[Flowable] = []
        for head, text in parts:
            story.append(Paragraph(escape(head), self._head))
            story += [Paragraph(escape(line), self._text) for line in text.split("\n")]
            story.append(Spacer(1, 6))
        out = BytesIO()
        document = SimpleDocTemplate(out, invariant=1)
        document.build(story)
        return out.getvalue(), document.page
