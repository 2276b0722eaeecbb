"""Encrypted export opens with its passphrase only."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from desktop.documents.encrypt import MIN_TEKENS, encrypt_pdf
from desktop.documents.gespreksverslag import render_gespreksverslag
from desktop.models.errors import UserError
from tests.unit.documents import voorbeeld as vb

ZIN = "regen zon wind Šafir"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_gespreksverslag(vb.verslag(), vb.kader()).pdf


def test_it_opens_with_the_passphrase_and_is_aes_256(pdf: bytes) -> None:
    dicht = encrypt_pdf(pdf, ZIN)
    with pikepdf.open(BytesIO(dicht), password=ZIN) as open_:
        assert open_.encryption.R == 6
        assert open_.encryption.bits == 256
        assert "aes" in str(open_.encryption.stream_method).lower()
        assert open_.user_password_matched and not open_.owner_password_matched
        assert len(open_.pages) == 3


@pytest.mark.parametrize("ander", ["", "regen zon wind Safir", ZIN.upper(), ZIN + " "])
def test_it_opens_with_nothing_else(pdf: bytes, ander: str) -> None:
    dicht = encrypt_pdf(pdf, ZIN)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(dicht), password=ander)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(dicht, password=ander)


def test_nothing_of_it_is_readable_without(pdf: bytes) -> None:
    dicht = encrypt_pdf(pdf, ZIN)
    assert b"Gespreksverslag" in pdf
    assert b"Gespreksverslag" not in dicht
    assert b"Regenboog" not in dicht
    assert ZIN.encode() not in dicht


def test_the_owner_password_is_random(pdf: bytes) -> None:
    assert encrypt_pdf(pdf, ZIN) != encrypt_pdf(pdf, ZIN)


def test_composed_and_decomposed_are_one_passphrase(pdf: bytes) -> None:
    dicht = encrypt_pdf(pdf, unicodedata.normalize("NFD", ZIN))
    with pikepdf.open(BytesIO(dicht), password=ZIN) as open_:
        assert open_.user_password_matched


@pytest.mark.parametrize("zin", ["", "Noa eet", "x" * (MIN_TEKENS - 1), " " * 40, "é" * 64])
def test_too_short_or_too_long_is_refused_without_repeating_it(pdf: bytes, zin: str) -> None:
    with pytest.raises(UserError) as fout:
        encrypt_pdf(pdf, zin)
    assert not zin.strip() or zin not in str(fout.value)
    assert fout.value.stap


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UserError, match="beschadigd"):
        encrypt_pdf(b"geen pdf", ZIN)
