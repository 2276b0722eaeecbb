"""The way of an EDEXML file on screen: choosing, reading with a way to stop, the preview, all or nothing, and again."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.models.personen import Groep, Leerling
from desktop.models.rechten import Rol
from desktop.services.lanes import InlineLane, ThreadLane
from desktop.views.edexml import EdexmlPagina
from desktop.views.edexml.voorbeeld import Tab
from desktop.views.edexml.voortgang import Voortgang
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ, Label
from desktop.views.work import Work


def _leerling(sleutel: str, roepnaam: str, achternaam: str, geboren: str, groep: str) -> str:
    return (
        f'<leerling key="{sleutel}"><achternaam>{achternaam}</achternaam><roepnaam>{roepnaam}</roepnaam>'
        f"<geboortedatum>{geboren}</geboortedatum><jaargroep>5</jaargroep><groep key='{groep}'/>"
        "<bsn>999999990</bsn></leerling>"
    )


def _schrijf(pad: Path, *leerlingen: str, brin: str = "99AA") -> Path:
    pad.write_text(
        f"<EDEX><school><schooljaar>2025-2026</schooljaar><peildatum>2025-10-01</peildatum><brincode>{brin}</brincode>"
        "</school><groepen><groep key='g5'><naam>5a</naam><jaargroep>5</jaargroep></groep>"
        "<groep key='g6'><naam>6</naam><jaargroep>6</jaargroep></groep></groepen>"
        f"<leerlingen>{''.join(leerlingen)}</leerlingen></EDEX>",
        encoding="utf-8",
    )
    return pad


NOA = _leerling("l1", "Noa", "Yılmaz", "2016-09-12", "g5")
MILA = _leerling("l2", "Mila", "Jansen", "2016-01-02", "g5")
RAAR = _leerling("l3", "Guus", "Raar", "2016-02-31", "g6")


@pytest.fixture
def pagina(qtbot, thema, work, navigator, diensten, rust):
    pagina = EdexmlPagina(diensten, work, navigator, thema, lambda bij: None)
    qtbot.addWidget(pagina)
    pagina.resize(1350, 800)
    pagina.show()
    qtbot.waitExposed(pagina)
    pagina.toon(Plek("edexml"))
    rust()
    return pagina


@pytest.fixture
def lees(pagina, rust):
    def lees(pad: Path):
        pagina.lees(pad)
        rust()
        return pagina.vlak

    return lees


def _titels(vlak, tab: Tab) -> list[str]:
    vlak.tabs.setCurrentIndex(list(Tab).index(tab))
    return [vlak.model.index(n).data() for n in range(vlak.model.rowCount())]


def _teksten(widget) -> str:
    QApplication.processEvents()  # Qt shows what a layout got on the next turn
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget))


def test_the_button_asks_for_a_file(qtbot, thema, work, navigator, diensten, rust, tmp_path):
    pad = _schrijf(tmp_path / "school.xml", NOA)
    pagina = EdexmlPagina(diensten, work, navigator, thema, lambda bij: pad)
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.toon(Plek("edexml"))
    qtbot.keyClick(pagina.kiezen.knop, Qt.Key.Key_Return)
    rust()
    assert pagina.vlak.isVisible()
    assert "school.xml · BRIN 99AA · schooljaar 2025-2026 · peildatum 1 okt 2025" in pagina.vlak.bestand.text()


def test_a_file_can_be_dropped(qtbot, pagina, rust, tmp_path):
    pad = _schrijf(tmp_path / "school.xml", NOA)

    def laat_vallen(*paden: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(p)) for p in paden])
        vlak = pagina.kiezen.vlak
        kopie = Qt.DropAction.CopyAction
        knop, toets = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        vlak.dropEvent(QDropEvent(QPointF(10, 10), kopie, data, knop, toets))
        rust()

    laat_vallen(pad, tmp_path / "ander.xml")
    assert "één bestand" in pagina.banners.banners()[0].zin
    laat_vallen(pad)
    assert pagina.vlak.isVisible()


def test_the_preview_shows_what_changes_and_writes_nothing(lees, tmp_path, diensten, pagina):
    vlak = lees(_schrijf(tmp_path / "school.xml", NOA, MILA, RAAR))
    assert vlak.knop.text() == "Pas toe (5 wijzigingen)"
    assert _titels(vlak, Tab.NIEUW) == ["Mila Jansen", "Guus Raar", "6"]
    assert vlak.model.index(0).data(RIJ).regel == "Groep 5a · geboren 2 jan 2016"
    assert _titels(vlak, Tab.GEWIJZIGD) == ["Noa Yılmaz", "5a"]
    assert _titels(vlak, Tab.VERTROKKEN) == []
    assert "Niemand is vertrokken" in vlak.leeg.text()
    assert vlak.tabs.tabText(4) == "Onleesbaar (1)"
    assert "BSN" in _teksten(vlak)
    assert len(list(diensten.session.vault.all(Leerling.KIND))) == 5


def test_a_row_in_full_names_each_field_from_and_to(qtbot, lees, tmp_path):
    vlak = lees(_schrijf(tmp_path / "school.xml", NOA.replace("g5", "g6")))
    _titels(vlak, Tab.GEWIJZIGD)
    tekst = _teksten(vlak.uitleg)
    assert "5a → 6" in tekst
    assert "Jaargroep" in tekst
    assert "(leeg) → 5" in tekst
    vlak.lijst.setFocus()
    qtbot.keyClick(vlak.lijst, Qt.Key.Key_Down)
    assert "5a" in _teksten(vlak.uitleg)


def test_what_cannot_be_read_says_where_why_and_what_to_do(lees, tmp_path):
    vlak = lees(_schrijf(tmp_path / "school.xml", NOA, RAAR))
    (titel,) = _titels(vlak, Tab.ONLEESBAAR)
    assert titel.startswith("Leerling 2 (regel")
    tekst = _teksten(vlak.uitleg)
    assert "geen bestaande datum" in tekst
    assert "ParnasSys of ESIS" in tekst
    assert "Raar" not in tekst  # so that it can be copied to whoever keeps the pupil system


def test_another_school_is_warned_about_on_top(lees, tmp_path):
    vlak = lees(_schrijf(tmp_path / "school.xml", NOA, brin="12XY"))
    assert "BRIN 12XY" in vlak.banners.banners()[0].zin
    assert len(vlak.banners.banners()) == 1  # whatever else there is to say stands in it: the list needs the room


def test_applying_writes_everything_and_a_second_time_finds_nothing(
    qtbot, lees, pagina, rust, tmp_path, diensten, gegaan
):
    pad = _schrijf(tmp_path / "school.xml", NOA, MILA)
    vlak = lees(pad)
    qtbot.keyClick(vlak.knop, Qt.Key.Key_Return)
    rust()
    tekst = _teksten(pagina)
    assert "Ingelezen" in tekst
    assert "2 nieuw, 2 gewijzigd, 0 vertrokken" in tekst
    assert "niet versleuteld" in tekst
    namen = {s.value.titel() for s in diensten.session.vault.all(Leerling.KIND) if s.value}
    assert "Mila Jansen" in namen
    pagina.klaar.gekozen.emit()
    assert gegaan.laatste == Plek("leerlingen")
    lees(pad)
    assert "Geen verschillen" in _teksten(pagina)
    assert not pagina.vlak.isVisible()


def test_who_left_stays_in_the_vault(lees, pagina, rust, tmp_path, diensten):
    lees(_schrijf(tmp_path / "een.xml", NOA, MILA))
    pagina.pas_toe()
    rust()
    vlak = lees(_schrijf(tmp_path / "twee.xml", NOA))
    assert _titels(vlak, Tab.VERTROKKEN) == ["Mila Jansen"]
    assert "blijft met alle verslagen in de kluis" in _teksten(vlak.uitleg)
    assert "Ongewijzigd (3)" in vlak.tabs.tabText(3)
    _titels(vlak, Tab.ONGEWIJZIGD)
    assert vlak.leeg.text().startswith("3 in dit bestand")


def test_only_unreadable_ones_leave_nothing_to_apply(lees, pagina, rust, tmp_path):
    pad = _schrijf(tmp_path / "school.xml", NOA, RAAR)
    lees(pad)
    pagina.pas_toe()
    rust()
    vlak = lees(pad)
    assert vlak.isVisible()
    assert vlak.kop.text() == "Geen verschillen"
    assert not vlak.knop.isVisible()
    assert vlak.tabs.currentIndex() == 4


def test_what_is_no_edexml_is_refused_with_a_step(lees, pagina, tmp_path):
    pad = tmp_path / "brief.xml"
    pad.write_text("<brief>Hallo</brief>", encoding="utf-8")
    lees(pad)
    (banner,) = pagina.banners.banners()
    assert "geen EDEXML-bestand" in banner.zin
    assert "nieuwe EDEXML-export" in banner.accessibleName()
    assert pagina.kiezen.isVisible()


def test_a_vault_that_changed_meanwhile_is_compared_again(lees, pagina, rust, tmp_path, diensten, school, monkeypatch):
    vlak = lees(_schrijf(tmp_path / "school.xml", NOA, MILA))
    diensten.personen.bewaar(Groep, school.groep5, {"naam": "5a", "jaargroep": "anders"})
    vlak.knop.click()
    rust()
    (banner, *_) = vlak.banners.banners()
    assert "Intussen is er iets in de kluis veranderd" in banner.zin
    assert "Mila Jansen" not in {s.value.titel() for s in diensten.session.vault.all(Leerling.KIND) if s.value}
    banner.knop.click()
    rust()
    pagina.pas_toe()
    rust()
    assert "Mila Jansen" in {s.value.titel() for s in diensten.session.vault.all(Leerling.KIND) if s.value}


def test_a_preview_waits_while_one_looks_elsewhere(lees, pagina, rust, tmp_path):
    vlak = lees(_schrijf(tmp_path / "school.xml", NOA))
    assert pagina.mag_weg()
    pagina.toon(Plek("edexml"))
    rust()
    assert vlak.isVisible()
    vlak.anderknop.click()
    assert pagina.kiezen.isVisible()


def test_who_may_not_import_reads_why(qtbot, thema, work, navigator, met_rol, rust, tmp_path):
    pagina = EdexmlPagina(met_rol(Rol.LEERKRACHT), work, navigator, thema, lambda bij: None)
    qtbot.addWidget(pagina)
    pagina.toon(Plek("edexml"))
    assert not pagina.kiezen.knop.isEnabled()
    assert "EDEXML" in pagina.kiezen.knop.accessibleDescription()
    pagina.lees(_schrijf(tmp_path / "school.xml", NOA))
    assert work.open == 0


@pytest.fixture
def draden(qapp):
    """A work lane with a thread of its own; the vault stays inline, for its connection belongs to this thread."""
    werk = ThreadLane("werk")
    onverwacht: list[BaseException] = []
    yield Work(InlineLane(), werk, onverwacht.append)
    werk.close()
    assert onverwacht == []


class _Poort:
    """Lets a reading thread go on only when the test says so."""

    def __init__(self, edexml) -> None:
        self.echt = edexml
        self.open = threading.Event()
        self.begonnen = threading.Event()
        self.doorgegaan: list[bool] = []

    def lees(self, pad, voortgang):
        """Tell how far it is from the lane's thread, then wait."""
        voortgang(512 * 1024, 1024 * 1024)
        self.begonnen.set()
        assert self.open.wait(10)
        self.doorgegaan.append(voortgang(600 * 1024, 1024 * 1024))
        return self.echt.lees(pad, voortgang)

    def vergelijk(self, inlezing):
        """As the real one."""
        return self.echt.vergelijk(inlezing)


@pytest.mark.parametrize("hoe", ["knop", "weg"])
def test_reading_shows_how_far_and_can_be_stopped(qtbot, thema, draden, navigator, diensten, tmp_path, hoe):
    pad = _schrijf(tmp_path / "school.xml", NOA)
    pagina = EdexmlPagina(diensten, draden, navigator, thema, lambda bij: None)
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.toon(Plek("edexml"))
    poort = _Poort(diensten.edexml)
    pagina._d = type("D", (), {"edexml": poort, "session": diensten.session, "personen": diensten.personen})()
    pagina.lees(pad)
    qtbot.waitUntil(lambda: pagina.bezig.balk.value() == 512)
    assert pagina.bezig.balk.maximum() == 1024
    if hoe == "knop":
        qtbot.keyClick(pagina.bezig.knop, Qt.Key.Key_Return)
    else:
        assert pagina.mag_weg()
    poort.open.set()
    qtbot.waitUntil(lambda: draden.open == 0)
    assert poort.doorgegaan == [False]
    assert pagina.kiezen.isVisible()
    assert pagina.banners.banners()[0].zin == "Afgebroken. Er is niets veranderd."


def test_stopping_while_writing_leaves_the_vault_as_it_was(lees, pagina, rust, tmp_path, diensten, monkeypatch):
    vlak = lees(_schrijf(tmp_path / "school.xml", NOA, MILA))
    monkeypatch.setattr(Voortgang, "__call__", lambda self, gedaan, totaal: False)
    pagina.pas_toe()
    rust()
    assert vlak.isVisible()
    assert vlak.banners.banners()[0].zin == "Afgebroken. Er is niets veranderd."
    assert "Mila Jansen" not in {s.value.titel() for s in diensten.session.vault.all(Leerling.KIND) if s.value}


def test_progress_is_told_at_most_a_thousand_times():
    voortgang = Voortgang()
    verteld: list[int] = []
    voortgang.stand.connect(lambda gedaan, totaal: verteld.append(gedaan))
    assert all(voortgang(n, 50_000) for n in range(50_001))
    assert len(verteld) == 1001
    voortgang.stop()
    assert not voortgang(1, 2)
