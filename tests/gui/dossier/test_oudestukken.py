"""Old paper in one go: each scan a draft at once, each with its own day and title, and what is incomplete stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.models.dossier import OudStuk
from desktop.models.opslag import Query
from desktop.models.rechten import Rol
from desktop.views.dossier import LegeFormulierenPagina, OudeStukkenPagina
from desktop.views.navigatie import Plek
from tests.gui.omgeving import werkomgeving


@pytest.fixture
def scans(tmp_path: Path) -> list[Path]:
    """Three images, as a scanner makes them."""
    paden = []
    for naam in ("verslag_logopedie", "brief ouders", "onderzoek"):
        beeld = QImage(20, 30, QImage.Format.Format_RGB32)
        beeld.fill(Qt.GlobalColor.white)
        pad = tmp_path / f"{naam}.png"
        assert beeld.save(str(pad))
        paden.append(pad)
    return paden


@pytest.fixture
def pagina(diensten, work, navigator, thema, uit, open_pagina) -> OudeStukkenPagina:
    return open_pagina(
        OudeStukkenPagina(werkomgeving(diensten, work, navigator, thema, bijlage=uit.bijlage.append)), "oudestukken"
    )


@pytest.fixture
def gekozen(pagina, scans, navigator, rust, school) -> OudeStukkenPagina:
    """The page of Noa with three scans chosen."""
    navigator.ga(Plek("oudestukken", extra=f"leerling={school.noa}"))
    rust()
    pagina._omgeving.context.neem_bestanden(scans, pagina._ontvang)
    rust()
    return pagina


def _stukken(diensten) -> list[OudStuk]:
    vault = diensten.session.vault
    return [vault.get(r.record).value for r in vault.rows(vault.ids(Query(kinds=(OudStuk.KIND,))))]


def test_nothing_chosen_says_what_to_do(pagina, navigator, rust, school) -> None:
    navigator.ga(Plek("oudestukken", extra=f"leerling={school.noa}"))
    rust()
    assert pagina.leeg.isVisible()
    assert not pagina._voet.isVisible()
    assert pagina.kruimels()[-1] == ("Noa Yılmaz", Plek("leerling", school.noa))


def test_without_a_pupil_one_is_chosen_first(pagina, navigator, rust) -> None:
    navigator.ga(Plek("oudestukken"))
    rust()
    assert navigator.huidige == Plek("leerlingen", extra="oudestukken")
    assert not navigator.kan_terug


def test_each_scan_is_a_draft_of_its_own_at_once(gekozen, diensten) -> None:
    assert [rij.wat.text() for rij in gekozen.rijen] == ["verslag logopedie", "brief ouders", "onderzoek"]
    assert gekozen.vast.accessibleName() == "Stel 3 stukken vast"
    drafts = diensten.dossier.drafts()
    assert sorted(d.values["wat"] for d in drafts) == ["brief ouders", "onderzoek", "verslag logopedie"]
    assert gekozen.rijen[0].datum.widgets()[0].hasFocus()


def test_what_was_typed_comes_back_after_a_crash(qtbot, gekozen, diensten, navigator, rust, school) -> None:
    rij = gekozen.rijen[1]
    qtbot.keyClicks(rij.van, "J. Arts")
    qtbot.waitUntil(lambda: any(d.values.get("van") == "J. Arts" for d in diensten.dossier.drafts()), timeout=2000)
    qtbot.keyClicks(rij.wat, "!")
    gekozen.berg_op()
    rust()
    gekozen.toon(Plek("oudestukken", extra=f"leerling={school.noa}"))
    rust()
    assert [(r.wat.text(), r.van.text()) for r in gekozen.rijen] == [
        ("verslag logopedie", ""),
        ("!brief ouders", "J. Arts"),
        ("onderzoek", ""),
    ]


def test_what_is_whole_is_established_and_the_rest_stays(gekozen, diensten, rust) -> None:
    for rij, dag in zip(gekozen.rijen[:2], ("2019-03-04", "2018-05-06"), strict=True):
        rij.datum.zet(dag)
        rij.datum.gewijzigd.emit()
    gekozen.stel_vast()
    rust()
    assert sorted((s.wat, str(s.datum), len(s.bijlagen)) for s in _stukken(diensten)) == [
        ("brief ouders", "2018-05-06", 1),
        ("verslag logopedie", "2019-03-04", 1),
    ]
    (rest,) = gekozen.rijen
    assert rest.wat.text() == "onderzoek"
    assert rest.fout.text() == "Vul in: Datum."
    assert rest.wat.hasFocus()
    assert [d.values["wat"] for d in diensten.dossier.drafts()] == ["onderzoek"]


def test_all_established_leads_back_to_the_pupil(gekozen, diensten, rust, gegaan, school) -> None:
    for rij in gekozen.rijen:
        rij.datum.zet("2019-03-04")
    gekozen.stel_vast()
    rust()
    assert len(_stukken(diensten)) == 3
    assert not diensten.dossier.drafts()
    assert gegaan.laatste == Plek("leerling", school.noa)


def test_one_that_is_taken_out_leaves_nothing(gekozen, diensten, rust) -> None:
    gekozen.rijen[0].wegknop.click()
    rust()
    assert len(gekozen.rijen) == 2
    assert sorted(d.values["wat"] for d in diensten.dossier.drafts()) == ["brief ouders", "onderzoek"]


def test_another_kind_of_file_is_refused_and_the_others_come(pagina, scans, tmp_path, navigator, rust, school) -> None:
    navigator.ga(Plek("oudestukken", extra=f"leerling={school.noa}"))
    rust()
    vreemd = tmp_path / "brief.doc"
    vreemd.write_bytes(b"geen pdf")
    pagina._omgeving.context.neem_bestanden([vreemd, scans[0]], pagina._ontvang)
    rust()
    assert len(pagina.rijen) == 1
    assert pagina.banners.banners()


def test_a_scan_can_be_looked_at(gekozen, uit) -> None:
    from desktop.views.widgets import Knop

    knop = next(k for k in gekozen.rijen[0].findChildren(Knop) if k.accessibleName().startswith("Bekijk"))
    knop.click()
    assert [b.naam for b in uit.bijlage] == ["verslag_logopedie.png"]


# -- blank forms


def test_blank_forms_are_made_for_this_school(diensten, work, navigator, thema, open_pagina, rust) -> None:
    gevraagd = []
    pagina = open_pagina(
        LegeFormulierenPagina(werkomgeving(diensten, work, navigator, thema, druk=gevraagd.append)), "leegformulier"
    )
    navigator.ga(Plek("leegformulier"))
    rust()
    assert pagina.knoppen["signaal"].hasFocus()
    assert pagina.druk_af()
    pagina.knoppen["incident"].click()
    papieren = [haal() for haal in gevraagd]
    assert [p.bestandsnaam for p in papieren] == ["formulier-signaal.pdf", "formulier-incident.pdf"]
    assert all(p.maak().pdf.startswith(b"%PDF") and p.leerling is None for p in papieren)


def test_who_may_not_print_is_told_so(met_rol, work, navigator, thema, open_pagina, rust, monkeypatch) -> None:
    d = met_rol(Rol.LEERKRACHT)
    monkeypatch.setattr("desktop.models.rechten.RECHTEN", {rol: frozenset() for rol in Rol})
    pagina = open_pagina(LegeFormulierenPagina(werkomgeving(d, work, navigator, thema)), "leegformulier")
    navigator.ga(Plek("leegformulier"))
    rust()
    assert not pagina.knoppen["signaal"].isEnabled()
    assert not pagina.druk_af()
