"""The register on screen: what waits, the list with its filters, the trends with their charts and the report."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.incident import IncidentSoort, Plaats
from desktop.models.rechten import Rol
from desktop.models.telling import Tabel, Telling
from desktop.services.diensten import Diensten
from desktop.views.incidenten.filters import DIT_JAAR
from desktop.views.incidenten.grafiek import Grafiek
from desktop.views.navigatie import Plek
from desktop.views.tokens import DONKER
from desktop.views.widgets import RIJ, KnopKaart, RijInhoud

REGISTER, TRENDS = Plek("incidenten"), Plek("incidenten", extra="trends")


def _rijen(pagina: Any) -> list[RijInhoud]:
    return [pagina.model.data(pagina.model.index(n, 0), RIJ) for n in range(pagina.model.rowCount())]


def _titels(pagina: Any) -> list[str]:
    return [rij.titel for rij in _rijen(pagina)]


def _wachtend(pagina: Any) -> list[str]:
    return [k.accessibleName() for k in pagina.wachtvak.findChildren(KnopKaart) if k.isVisible()]


def test_an_empty_register_says_what_belongs_in_it(toon, diensten: Diensten, gegaan) -> None:
    pagina = toon(REGISTER, diensten)
    assert pagina.leeg.isVisible() and not pagina.wachtkop.isVisible() and not pagina.aantal.isVisible()
    pagina.leeg.gekozen.emit()
    assert gegaan.laatste == Plek("incident")


def test_the_register_is_newest_first_and_names_nobody(toon, diensten: Diensten, registreer, gegaan) -> None:
    oud = registreer(datum="2026-01-10", soort="discriminatie", grond="ras", plaats="klas")
    registreer()
    pagina = toon(REGISTER, diensten)
    rijen = _rijen(pagina)
    assert [(r.titel, r.regel, r.pil) for r in rijen] == [
        ("Fysiek geweld", "Schoolplein · groep 5a", "Geregistreerd"),
        ("Discriminatie", "Ras of afkomst · In de klas · groep 5a", "Geregistreerd"),
    ]
    assert pagina.aantal.text() == "2 incidenten"
    pagina.lijst.gekozen.emit(rijen[1].sleutel)
    assert gegaan.laatste == Plek("incident", oud.record)


def test_what_was_passed_on_stands_above_it(toon, diensten: Diensten, geef_door, registreer, gegaan) -> None:
    registreer()
    wacht = geef_door(datum="2026-02-27")
    pagina = toon(REGISTER, diensten)
    assert pagina.wachtkop.text() == "Doorgegeven, nog te registreren"
    (kaart,) = pagina.wachtvak.findChildren(KnopKaart)
    assert "27 feb 2026 · Schoolplein · groep 5a" in kaart.accessibleName()
    kaart.click()
    assert gegaan.laatste == Plek("incident", wacht.record)


def test_many_that_wait_are_found_by_the_filter(toon, diensten: Diensten, geef_door, rust, registreer) -> None:
    registreer()
    for dag in range(1, 6):
        geef_door(datum=f"2026-02-0{dag}")
    pagina = toon(REGISTER, diensten)
    assert len(_wachtend(pagina)) == 3
    meer = next(k for k in pagina.wachtvak.children() if getattr(k, "text", str)() == "Toon alle 5")
    meer.click()
    rust()
    assert {r.pil for r in _rijen(pagina)} == {"Nog te registreren"} and len(_rijen(pagina)) == 5


def test_the_filters_narrow_the_register(toon, diensten: Diensten, registreer, rust, qtbot: QtBot) -> None:
    registreer(soort="pesten", plaats="online", groep="7", datum="2025-05-05")
    registreer()
    pagina = toon(REGISTER, diensten)
    f = pagina.filters
    assert [f.groep.itemText(n) for n in range(f.groep.count())] == ["Elke groep", "5a", "7"]
    for keuze, woord, verwacht in (
        (f.soort, IncidentSoort.PESTEN.label, ["Grove pesterij"]),
        (f.plaats, Plaats.PLEIN.label, ["Fysiek geweld"]),
        (f.groep, "7", ["Grove pesterij"]),
        (f.periode, DIT_JAAR, ["Fysiek geweld"]),
        (f.stand, "Nog te registreren", []),
    ):
        keuze.setCurrentText(woord)
        rust()
        assert _titels(pagina) == verwacht, woord
        assert pagina.niets.isVisible() is (not verwacht)
        keuze.setCurrentIndex(0)
        rust()
    f.zoek.setText("bestaatniet")
    qtbot.waitUntil(pagina.niets.isVisible)
    pagina.niets.gekozen.emit()
    rust()
    assert len(_rijen(pagina)) == 2 and f.zoek.text() == ""


def test_a_teacher_sees_own_concepts_and_no_trends(toon, met_rol: Callable[[Rol], Diensten], registreer, rust) -> None:
    registreer()
    leerkracht = met_rol(Rol.LEERKRACHT)
    pagina = toon(REGISTER, leerkracht)
    assert pagina.leeg.isVisible() and not pagina.filters.isVisible() and not pagina.trends_chip.isVisible()
    stuk = leerkracht.incidenten.nieuw()
    leerkracht.incidenten.bewaar(stuk, {**stuk.values, "soort": "pesten"})
    pagina.toon(TRENDS)
    rust()
    assert not pagina.trends.isVisible() and pagina.lijst.isVisible()
    assert [(r.titel, r.pil) for r in _rijen(pagina)] == [("Grove pesterij", "Nog te registreren")]


def test_half_written_text_is_found_again(toon, diensten: Diensten, gegaan) -> None:
    stuk = diensten.incidenten.nieuw()
    diensten.incidenten.bewaar_draft(stuk, {**stuk.values, "wat": "Half"})
    pagina = toon(REGISTER, diensten)
    assert pagina.wachtkop.text() == "Niet afgemaakt"
    pagina.wachtvak.findChildren(KnopKaart)[0].click()
    assert gegaan.laatste == Plek("incident", stuk.record)


def test_ctrl_n_begins_one(toon, diensten: Diensten, gegaan) -> None:
    assert toon(REGISTER, diensten).nieuw() and gegaan.laatste == Plek("incident")


# -- trends


def test_an_empty_year_is_calm(toon, diensten: Diensten) -> None:
    pagina = toon(TRENDS, diensten)
    assert pagina.trends.leeg.isVisible() and pagina.trends.grafieken == []
    assert not pagina.trends.zin.isVisible() and pagina.verslag.papier_knop.isEnabled()


def test_the_charts_are_drawn_and_read_aloud(toon, diensten: Diensten, registreer, rust) -> None:
    for dag in range(1, 8):
        registreer(datum=f"2026-02-0{dag}", grensoverschrijdend=True, criteria=["context"])
    pagina = toon(TRENDS, diensten)
    rust()
    grafieken = pagina.trends.grafieken
    assert len(grafieken) == 8 and all(g.getekend for g in grafieken)
    assert pagina.trends.zin.text() == "7 incidenten geregistreerd. Het meest: fysiek geweld (7)."
    namen = [g.accessibleName() for g in grafieken]
    assert "feb 2026 7" in namen[0] and namen[1].startswith("Soort: Fysiek geweld 7, Wapenbezit 0")
    hoog = grafieken[1].grab().toImage()
    assert len({hoog.pixel(x, y) for x in range(0, hoog.width(), 3) for y in range(0, hoog.height(), 3)}) > 3


def test_as_it_goes_out_small_numbers_are_kept_back(toon, diensten: Diensten, registreer, rust) -> None:
    for dag in range(1, 8):
        registreer(datum=f"2026-02-0{dag}", soort="pesten" if dag < 3 else "geweld")
    pagina = toon(TRENDS, diensten)
    assert not pagina.trends.waarom.isVisible()
    pagina.trends.buiten.click()
    rust()
    assert pagina.trends.waarom.isVisible() and pagina.trends.grafieken[0].accessibleName().startswith("Per drie")
    assert "Grove pesterij afgeschermd" in pagina.trends.grafieken[1].accessibleName()


def test_other_colours_or_another_width_are_drawn_anew(work, thema, qtbot: QtBot, rust, monkeypatch) -> None:
    tabel = Tabel("Soort", (Telling("Fysiek geweld", 6), Telling("Wapenbezit", None)))
    grafiek = Grafiek(thema, work, tabel, "staven")
    qtbot.addWidget(grafiek)
    grafiek.resize(600, 80)
    grafiek.show()
    rust()
    was = grafiek.grab().toImage()
    monkeypatch.setattr(thema, "_kleuren", DONKER)
    thema.gewijzigd.emit()
    rust()
    assert grafiek.grab().toImage() != was
    hoog = grafiek.height()
    with qtbot.waitSignal(grafiek.getekend_op):
        grafiek.resize(260, 80)
    assert grafiek.getekend and grafiek.height() == hoog  # another width, the same rows


def test_the_report_is_masked_unless_one_chooses_not_to(toon, diensten: Diensten, registreer, uit, tmp_path) -> None:
    registreer()
    pagina = toon(TRENDS, diensten)
    assert "afgeschermd" in pagina.verslag.uitleg.text()
    pagina.verslag.papier_knop.click()
    assert b"%PDF" in uit.papier[0]().maak().pdf  # type: ignore[attr-defined]
    pagina.verslag.afschermen.setChecked(False)
    assert "binnen de school" in pagina.verslag.uitleg.text()
    assert pagina.druk_af() and len(uit.papier) == 2


@pytest.mark.parametrize("afgeschermd", [True, False])
def test_the_spreadsheet_is_written(toon, diensten: Diensten, registreer, rust, tmp_path: Path, afgeschermd) -> None:
    registreer()
    pagina = toon(TRENDS, diensten)
    pad = tmp_path / "incidenten.xlsx"
    pagina.bewaar_rekenblad(pad, afgeschermd=afgeschermd)
    rust()
    with zipfile.ZipFile(pad) as zip_:
        tekst = zip_.read("xl/sharedStrings.xml").decode()
    assert ("afgeschermd" in tekst) is afgeschermd


def test_a_period_is_a_place(toon, diensten: Diensten, registreer, gegaan, rust) -> None:
    registreer(datum="2025-05-05")
    pagina = toon(TRENDS, diensten)
    assert pagina.trends.leeg.isVisible()
    pagina.keuze.chips[1].click()
    rust()
    assert gegaan.laatste.extra == "trends:2024-08-01:2025-07-31" and not pagina.trends.leeg.isVisible()
    pagina.register_chip.click()
    rust()
    assert gegaan.laatste == REGISTER and pagina.lijst.isVisible()
