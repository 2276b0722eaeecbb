"""The preview: what is stored, for whom it is composed, in our own viewer."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image

from desktop.models.velden import naar_values
from desktop.models.vervolg import Ondertekening
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.afdrukken import Afdrukken
from desktop.views.afdrukken.bron import StukBron, zin_over_tekens
from desktop.views.afdrukken.dialoog import AfdrukDialoog
from desktop.views.afdrukken.voorbeeld import VoorbeeldDialoog
from desktop.views.main_window import HoofdVenster

Rust = Callable[[], None]


def tekst(pdf: bytes) -> str:
    """Return all text of a PDF in one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(pagina.get_textpage().get_text_range().split()) for pagina in document)
    finally:
        document.close()


def test_preview_of_a_concept_says_so(
    afdrukken: Afdrukken, schrijf_verslag: Callable[..., Stuk], dialoog: Callable[..., VoorbeeldDialoog], rust: Rust
) -> None:
    stuk = schrijf_verslag(vast=False)
    afdrukken.voorbeeld(stuk.record)
    voorbeeld = dialoog(VoorbeeldDialoog)
    assert voorbeeld.beeld.stand.text().startswith("Pagina 1 van ")
    assert "CONCEPT" in tekst(voorbeeld.beeld.bladen._pdf)
    assert voorbeeld.chips[0].accessibleName() == "Dossier (volledig)"
    voorbeeld.chips[1].click()
    rust()
    assert "Afschrift voor Elif" in tekst(voorbeeld.beeld.bladen._pdf)
    assert [chip.isChecked() for chip in voorbeeld.chips] == [False, True, False]
    voorbeeld.verder.click()
    druk = dialoog(AfdrukDialoog)
    assert druk.aantallen() == [1, 0, 0]


def test_an_invitation_is_a_letter_for_each(
    afdrukken: Afdrukken, schrijf_uitnodiging: Callable[[], Stuk], dialoog: Callable[..., AfdrukDialoog]
) -> None:
    afdrukken.afdrukken(schrijf_uitnodiging().record)
    druk = dialoog(AfdrukDialoog)
    assert [kaart.aantal.veld.accessibleName() for kaart in druk.kaarten] == ["Aantal: Brief aan Elif Yılmaz"]


def test_what_is_not_stored_cannot_be_shown(
    afdrukken: Afdrukken, diensten: Diensten, school, venster: HoofdVenster, rust: Rust
) -> None:
    stuk = diensten.gesprekken.nieuw_verslag(school.noa)
    diensten.gesprekken.bewaar_draft(stuk, stuk.values)
    afdrukken.voorbeeld(stuk.record)
    rust()
    assert [b.zin for b in venster.banners.banners()] == ["Dit stuk is nog niet bewaard."]


def test_missing_letters_are_reported(
    afdrukken: Afdrukken, schrijf_verslag: Callable[..., Stuk], dialoog: Callable[..., VoorbeeldDialoog]
) -> None:
    stuk = schrijf_verslag(besproken="Noa tekende 𓂀 en 𓃠 en 𓆣.")
    afdrukken.voorbeeld(stuk.record)
    zinnen = [b.zin for b in dialoog(VoorbeeldDialoog).beeld.banners.banners()]
    assert zinnen == ["3 tekens heeft het lettertype niet; ze staan er als code."]
    assert zin_over_tekens(("𓂀",)) == "1 teken heeft het lettertype niet; het staat er als code."
    assert zin_over_tekens(()) == ""


def test_an_attachment_shows_in_our_own_viewer(
    afdrukken: Afdrukken,
    diensten: Diensten,
    dialoog: Callable[..., VoorbeeldDialoog],
    sporen: Callable[[], set[Path]],
    rust: Rust,
) -> None:
    uit = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(uit, "PNG")
    bijlage = diensten.documenten.voeg_bijlage_toe("brief.png", uit.getvalue())
    afdrukken.bijlage(bijlage)
    rust()
    rust()
    voorbeeld = dialoog(VoorbeeldDialoog)
    assert voorbeeld.beeld.bladen.aantal == 1
    assert sporen() == set()


def test_parents_do_not_get_each_others_zienswijze(diensten: Diensten, schrijf_verslag: Callable[..., Stuk]) -> None:
    stuk = schrijf_verslag()
    for stand, zienswijze in zip(
        diensten.gesprekken.ouders(stuk), ("Elif vindt dit te streng.", "Job ziet thuis iets anders."), strict=True
    ):
        values = {"ouder": naar_values(stand.wie), "uitkomst": "weigert", "zienswijze": zienswijze}
        assert diensten.gesprekken.volg(stuk, Ondertekening, values)[1] == []
    bron = StukBron.van(diensten, stuk.record)
    dossier, elif_, job = (tekst(bron.maak(n).pdf) for n in range(3))
    assert "Elif vindt dit te streng." in dossier
    assert "Job ziet thuis iets anders." in dossier
    assert "Elif vindt dit te streng." in elif_
    assert "Job ziet thuis iets anders." not in elif_
    assert "Job ziet thuis iets anders." in job
    assert "Elif vindt dit te streng." not in job
