"""A new user's whole way, in the real program: from an empty computer to a signed report. What `make run` walks too."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

GANG = "desktop.app.rondgang"
"""The walk that `gelopen` and `gezien` come from."""


def _tekst(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(pagina.get_textpage().get_text_range() for pagina in document).replace("\r\n", "\n")
    finally:
        document.close()


def test_every_step_left_a_picture(gelopen: Path) -> None:
    namen = [p.stem for p in sorted(gelopen.glob("*.png"))]
    assert len(namen) == 24
    assert namen[0] == "01-welkom"
    assert namen[-1] == "24-teruggevonden"


def test_one_letter_for_each_parent(gelopen: Path) -> None:
    een, twee = (_tekst(gelopen / f"uitnodiging-{n}.pdf") for n in (1, 2))
    assert "Elif Bakker" in een
    assert "Dorpsstraat 1" in een
    assert "tolk voor Turks" in een
    assert "Dorpsstraat" not in twee
    assert "Sam de Wit" in twee
    for brief in (een, twee):
        assert "Hoe het gaat in de groep" in " ".join(brief.split())  # a long name before it breaks the line
        assert "meenemen" in brief


def test_what_was_typed_before_the_lock_is_in_the_report(gelopen: Path) -> None:
    dossier = _tekst(gelopen / "verslag-dossier.pdf")
    for deel in (
        "At drie keer niet mee met de lunch.",
        "Elke ochtend een rustig begin",
        "OBS De Proefboom",
        "pagina 1 van",
    ):
        assert deel in dossier


def test_each_copy_shows_what_that_parent_may_see(gelopen: Path) -> None:
    dossier, elif_, sam = (_tekst(gelopen / f"verslag-{n}.pdf") for n in ("dossier", "ouder-1", "ouder-2"))
    zienswijze = "Thuis zien wij dit anders"
    assert zienswijze in dossier
    assert zienswijze in elif_
    assert zienswijze not in sam
    assert "Getekend voor gezien" in dossier
    assert "Ziet af van tekenen" in dossier
    assert "Elif Bakker" in elif_
    assert "Elif Bakker" not in sam
    assert "Elif Bakker" not in dossier
    for afschrift in (dossier, elif_, sam):
        assert "straat" not in afschrift
        assert "Laan 22" not in afschrift


def test_the_encrypted_copy_asks_a_passphrase(gelopen: Path) -> None:
    pad = gelopen / "verslag-versleuteld.pdf"
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(pad)
    with pikepdf.open(pad, password="vlieger deken molen potlood") as pdf:
        assert pdf.encryption.R == 6
