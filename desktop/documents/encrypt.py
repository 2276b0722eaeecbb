"""Encrypts a PDF for export: AES-256, the newest scheme that PDF has (R=6)."""

from __future__ import annotations

import secrets
import unicodedata
from io import BytesIO

import pikepdf

from desktop.documents.grenzen import MIN_TEKENS as MIN_TEKENS
from desktop.documents.openen import open_pdf
from desktop.models.errors import UserError

_MAX_BYTES = 127  # what the scheme reads; the rest would count for nothing


def encrypt_pdf(pdf: bytes, passphrase: str) -> bytes:
    """Return the PDF encrypted with a passphrase that opens it. Raises UserError when that is too short or too long.

    The passphrase is NFKC-normalised, as other readers do with what is typed there.
    """
    zin = unicodedata.normalize("NFKC", passphrase)
    if len(zin.strip()) < MIN_TEKENS:
        raise UserError(
            f"Dit wachtwoord is te kort: neem minstens {MIN_TEKENS} tekens.",
            "Neem bijvoorbeeld drie of vier losse woorden.",
        )
    if len(zin.encode()) > _MAX_BYTES:
        raise UserError("Dit wachtwoord is te lang voor een PDF-bestand.", "Neem hoogstens 100 tekens.")
    uit = BytesIO()
    with open_pdf(pdf) as bron:
        # nobody holds the owner's password: what the reader may do with his own copy is his to decide
        bron.save(uit, encryption=pikepdf.Encryption(user=zin, owner=secrets.token_urlsafe(32), R=6, aes=True))
    return uit.getvalue()
