"""The list of talks with its filters, and ticking what stands in ParnasSys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.models.rechten import Rol
from desktop.views.gesprekken import GesprekkenPagina, ParnassysPagina
from desktop.views.gesprekken.filters import VORIG_JAAR, ZELF, schooljaar
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ, Knop, Toast


def _titels(pagina) -> list[str]:
    model = pagina.model
    return [model.index(n, 0).data(RIJ).titel for n in range(model.rowCount())]


def _toon(proef, pagina, plek: Plek) -> None:
    pagina.toon(plek)
    proef.rust()
    if pagina.model.rowCount():
        pagina.model.index(0, 0).data(RIJ)
        proef.rust()


def _ververs(proef, pagina) -> None:
    proef.rust()
    if pagina.model.rowCount():
        pagina.model.index(0, 0).data(RIJ)
        proef.rust()


@pytest.fixture
def vol(proef, clock):
    """Reports of two school years, an invitation in concept, one withdrawn."""
    gesprekken = proef.diensten.gesprekken
    proef.verslag(onderwerp="Nieuw", datum="2026-02-01")
    oud = proef.verslag(
        onderwerp="Oud", datum="2025-03-01", ouders=[], soort="leerling", formeel=False, mening="x", mening_gewogen="x"
    )
    gesprekken.zet_in_parnassys(oud, date(2026, 3, 1))
    weg = proef.verslag(onderwerp="Fout", datum="2026-01-01")
    gesprekken.trek_in(weg.record, "Stond bij het verkeerde kind")
    stuk = gesprekken.nieuwe_uitnodiging(proef.school.noa)
    gesprekken.bewaar(stuk, {**stuk.values, "soort": "zorg", "onderwerp": "Rekenen", "datum": "2026-03-10"})
    return proef


@pytest.fixture
def lijst(vol):
    pagina = vol.pagina(GesprekkenPagina)
    _toon(vol, pagina, Plek("gesprekken"))
    return pagina


def test_all_but_withdrawn_newest_first_with_name_and_state(vol, lijst) -> None:
    assert _titels(lijst) == ["Uitnodiging: Rekenen", "Nieuw", "Oud"]
    rij = lijst.model.index(1, 0).data(RIJ)
    assert (rij.regel, rij.links, rij.pil) == ("Noa Yılmaz · Gespreksverslag", "1 feb 2026", "Vastgesteld")
    assert lijst.model.index(2, 0).data(RIJ).pil == "In ParnasSys"
    assert lijst.aantal.text() == "3 gevonden"


@pytest.mark.parametrize(
    ("gesprek", "soort", "titels"),
    [
        ("Gesprek bij zorgen", 0, ["Uitnodiging: Rekenen", "Nieuw"]),
        ("Gesprek bij zorgen", 1, ["Nieuw"]),
        ("Gesprek met de leerling", 0, ["Oud"]),
        ("Gesprek bij een calamiteit", 0, []),
    ],
)
def test_the_kind_of_talk_narrows_the_list(vol, lijst, gesprek, soort, titels) -> None:
    lijst.filters.gesprek.setCurrentText(gesprek)
    lijst.filters.soort.setCurrentIndex(soort)
    _ververs(vol, lijst)
    assert _titels(lijst) == titels
    lijst.filters.wis()
    _ververs(vol, lijst)
    assert len(_titels(lijst)) == 3


@pytest.mark.parametrize(
    ("soort", "status", "titels"),
    [
        (1, 0, ["Nieuw", "Oud"]),
        (2, 0, ["Uitnodiging: Rekenen"]),
        (0, 1, ["Uitnodiging: Rekenen"]),
        (0, 2, ["Nieuw", "Oud"]),
        (0, 3, ["Fout"]),
    ],
)
def test_kind_and_state_narrow_the_list(vol, lijst, soort, status, titels) -> None:
    lijst.filters.soort.setCurrentIndex(soort)
    lijst.filters.status.setCurrentIndex(status)
    _ververs(vol, lijst)
    assert _titels(lijst) == titels


def test_the_period_is_a_school_year_or_chosen(vol, lijst) -> None:
    lijst.filters.periode.setCurrentText(VORIG_JAAR)
    _ververs(vol, lijst)
    assert _titels(lijst) == ["Oud"]
    assert not lijst.filters.van.isVisible()
    lijst.filters.periode.setCurrentText(ZELF)
    assert lijst.filters.van.isVisible()
    vol.qtbot.keyClicks(lijst.filters.van.regel, "1-2-2026")
    vol.qtbot.keyClicks(lijst.filters.tot.regel, "1-2-2026")
    _ververs(vol, lijst)
    assert _titels(lijst) == ["Nieuw"]


def test_not_in_parnassys_and_still_to_sign(vol, lijst) -> None:
    lijst.filters.parnassys.setChecked(True)
    _ververs(vol, lijst)
    assert _titels(lijst) == ["Nieuw"]
    lijst.filters.parnassys.setChecked(False)
    lijst.filters.tekenen.setChecked(True)
    _ververs(vol, lijst)
    assert _titels(lijst) == ["Nieuw"]


def test_by_subject_and_back(vol, lijst) -> None:
    lijst.filters.volgorde.setCurrentIndex(1)
    _ververs(vol, lijst)
    assert _titels(lijst) == ["Nieuw", "Oud", "Uitnodiging: Rekenen"]
    lijst.lijst.setCurrentIndex(lijst.model.index(1, 0))
    lijst.filters.volgorde.setCurrentIndex(0)
    _ververs(vol, lijst)
    assert lijst.lijst.currentIndex().data(RIJ).titel == "Oud"


def test_nothing_found_offers_everything_again(vol, lijst) -> None:
    lijst.filters.soort.setCurrentIndex(2)
    lijst.filters.status.setCurrentIndex(2)
    _ververs(vol, lijst)
    assert lijst.niets.isVisible()
    next(k for k in lijst.niets.findChildren(Knop)).click()
    _ververs(vol, lijst)
    assert len(_titels(lijst)) == 3


def test_enter_opens_and_a_place_can_name_a_filter(vol, lijst) -> None:
    lijst.lijst.setFocus()
    lijst.lijst.setCurrentIndex(lijst.model.index(0, 0))
    vol.qtbot.keyClick(lijst.lijst, Qt.Key.Key_Return)
    assert vol.navigator.huidige.page == "uitnodiging"
    _toon(vol, lijst, Plek("gesprekken", extra="tekenen"))
    assert lijst.filters.tekenen.isChecked()
    assert _titels(lijst) == ["Nieuw"]


def test_an_empty_vault_says_what_to_do_first(proef) -> None:
    pagina = proef.pagina(GesprekkenPagina)
    _toon(proef, pagina, Plek("gesprekken"))
    assert pagina.leeg.isVisible()
    assert pagina.nieuw()
    assert proef.plekken[-1] == Plek("leerlingen", extra="verslag")


def test_who_may_not_read_reports_hears_why(vol) -> None:
    vol.diensten = vol.als(Rol.ADMINISTRATIE)
    pagina = vol.pagina(GesprekkenPagina)
    _toon(vol, pagina, Plek("gesprekken"))
    assert "gespreksverslagen lezen" in pagina.banners.banners()[0].zin
    assert pagina.model.rowCount() == 0


def test_only_the_pages_in_view_are_asked_for(proef, monkeypatch) -> None:
    gevraagd = []
    gesprekken = proef.diensten.gesprekken
    monkeypatch.setattr(type(gesprekken), "lijst", lambda self, vraag: list(range(100_000)))
    monkeypatch.setattr(type(gesprekken), "rijen", lambda self, ids: gevraagd.extend(ids) or [])
    pagina = proef.pagina(GesprekkenPagina)
    _toon(proef, pagina, Plek("gesprekken"))
    assert pagina.aantal.text() == "100.000 gevonden"
    pagina.lijst.scrollToBottom()
    proef.qtbot.waitUntil(lambda: 99_999 in gevraagd)
    assert len(gevraagd) <= 400


def test_school_years_begin_in_august() -> None:
    assert schooljaar(date(2026, 7, 31)) == (date(2025, 8, 1), date(2026, 7, 31))
    assert schooljaar(date(2026, 8, 1)) == (date(2026, 8, 1), date(2027, 7, 31))
    assert schooljaar(date(2026, 8, 1), 1) == (date(2025, 8, 1), date(2026, 7, 31))


@pytest.fixture
def parnassys(proef):
    for naam in ("Derde", "Tweede", "Eerste"):
        proef.verslag(onderwerp=naam)
    pagina = proef.pagina(ParnassysPagina)
    _toon(proef, pagina, Plek("parnassys"))
    return pagina


def test_one_line_is_ticked_by_keyboard(proef, parnassys) -> None:
    assert _titels(parnassys) == ["Eerste", "Tweede", "Derde"]
    assert not parnassys.knop.isEnabled()
    parnassys.lijst.setFocus()
    for toets in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        proef.qtbot.keyClick(parnassys.lijst, toets)
    gekozen = parnassys.lijst.currentIndex().data(RIJ).titel
    assert parnassys.aantal.text() == "1 van 3 gekozen"
    assert parnassys.knop.accessibleName() == "Vink af (1)"
    proef.qtbot.keyClick(parnassys.knop, Qt.Key.Key_Return)
    _ververs(proef, parnassys)
    assert gekozen not in _titels(parnassys)
    assert len(_titels(parnassys)) == 2


def test_a_selection_is_ticked_at_once_and_can_be_undone(proef, parnassys) -> None:
    parnassys.alles.click()
    parnassys.datum.zet("2026-02-27")
    parnassys.knop.click()
    proef.rust()
    assert parnassys.leeg.isVisible()
    rijen = proef.diensten.gesprekken.rijen(proef.diensten.gesprekken.tijdlijn(proef.school.noa))
    assert [r.parnassys_on for r in rijen] == [date(2026, 2, 27)] * 3
    toast = parnassys.findChild(Toast)
    assert toast.tekst == "3 verslagen afgevinkt"
    toast.knop.click()
    _ververs(proef, parnassys)
    assert len(_titels(parnassys)) == 3


def test_a_day_to_come_or_no_day_is_refused_at_the_field(proef, parnassys) -> None:
    parnassys.alles.click()
    parnassys.datum.zet("2026-03-03")
    parnassys.knop.click()
    assert "toekomst" in parnassys.fout.text()
    assert parnassys.datum.regel.hasFocus()
    parnassys.datum.zet("gisterochtend")
    parnassys.knop.click()
    assert "geen bestaande datum" in parnassys.fout.text()
    proef.rust()
    assert len(_titels(parnassys)) == 3


def test_the_box_ticks_and_the_rest_of_the_row_opens(proef, parnassys) -> None:
    vak = parnassys.lijst.visualRect(parnassys.model.index(1, 0))
    punt = QPoint(vak.left() + 20, vak.center().y())
    proef.qtbot.mouseClick(parnassys.lijst.viewport(), Qt.MouseButton.LeftButton, pos=punt)
    assert parnassys.aantal.text() == "1 van 3 gekozen"
    proef.qtbot.mouseClick(parnassys.lijst.viewport(), Qt.MouseButton.LeftButton, pos=punt)
    assert parnassys.aantal.text() == "0 van 3 gekozen"
    proef.qtbot.mouseClick(parnassys.lijst.viewport(), Qt.MouseButton.LeftButton, pos=vak.center())
    assert proef.navigator.huidige.page == "verslag"


def test_all_in_parnassys_is_said_kindly(proef) -> None:
    pagina = proef.pagina(ParnassysPagina)
    _toon(proef, pagina, Plek("parnassys"))
    assert pagina.leeg.isVisible()
    assert pagina.kruimels() == (("Gesprekken", Plek("gesprekken")),)
