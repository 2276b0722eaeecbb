"""A PDF as images, encrypted or in a file: what needs no vault, so that it also serves before one is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop import documents
from desktop.documents.grenzen import MAX_BYTES
from desktop.documents.grenzen import MIN_TEKENS as MIN_WACHTWOORD
from desktop.models.errors import SchijfVol, UserError

__all__ = ["MIN_WACHTWOORD", "Beeld", "als_pdf", "beeld", "keur", "lees", "maten", "schrijf", "stapel", "versleutel"]
_ENOSPC, _EDQUOT = 28, 122
_WIN_VOL = (39, 112)


@dataclass(frozen=True, slots=True)
class Beeld:
    """One page as pixels: BGRA, four bytes each, opaque, no padding between lines."""

    breedte: int
    hoogte: int
    pixels: bytes


def maten(pdf: bytes) -> Sequence[tuple[float, float]]:
    """Return width and height of each page in points. Raises UserError when the PDF cannot be read."""
    return documents.page_sizes(pdf)


def beeld(pdf: bytes, pagina: int, breedte: int) -> Beeld:
    """Return a page, counted from 0, `breedte` pixels wide. Raises UserError when the PDF cannot be read."""
    return Beeld(*documents.page_image(pdf, pagina, breedte))


def als_pdf(data: bytes, media: str) -> bytes:
    """Return a kept attachment as PDF, so that one viewer shows them all."""
    return documents.as_pdf(data, media)


def stapel(pdf: bytes, aantal: int, *, tweezijdig: bool) -> bytes:
    """Return one PDF so many times in one print job; two-sided, each copy begins on a sheet of its own."""
    return documents.merge([pdf] * aantal, two_sided=tweezijdig)


def versleutel(pdf: bytes, wachtwoord: str) -> bytes:
    """Return the PDF encrypted with AES-256. Raises UserError for a passphrase that is too short or too long."""
    return documents.encrypt_pdf(pdf, wachtwoord)


def lees(pad: Path) -> bytes:
    """Return the bytes of a file that a person chose, one more than an attachment may have at most.

    Raises UserError where it cannot be read.
    """
    try:
        with pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(
            "Dit bestand kan niet worden gelezen.", "Sluit het in andere programma's en kies opnieuw."
        ) from error


def keur(naam: str, data: bytes) -> str:
    """Return the media type of a file that may be attached. Raises UserError for any other."""
    return documents.check_attachment(naam, data)


def schrijf(pad: Path, data: bytes) -> None:
    """Write a file where the person chose. Raises UserError when that cannot be done; what was there is there still."""
    deel = pad.with_name(f"{pad.name}.deel")
    begonnen = False
    try:
        with deel.open("xb") as bestand:
            begonnen = True
            bestand.write(data)
        deel.replace(pad)
    except OSError as error:
        if begonnen:
            _ruim_op(deel)
        if error.errno in (_ENOSPC, _EDQUOT) or getattr(error, "winerror", None) in _WIN_VOL:
            raise SchijfVol("De schijf is vol. Het bestand is niet opgeslagen.", "Kies een andere map.") from error
        raise UserError("Het bestand kan hier niet worden opgeslagen.", "Kies een andere map of naam.") from error


def _ruim_op(pad: Path) -> None:
    try:
        pad.unlink()
    except OSError:
        # the stick is gone: there is nothing to clean up any more
        return
