"""The school year on screen: the wheel as buttons, the tasks of a month, and what is said of a task."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import cycle, islice

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.jaarcyclus import Uitkomst
from desktop.models.rechten import Rol
from desktop.models.rolinhoud import Formulier
from desktop.models.schooljaar import Periode
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.services.jaartaak import Stand, Taak
from desktop.views.jaar import SchooljaarPagina
from desktop.views.jaar.brief import BriefDialoog
from desktop.views.jaar.dialogen import KlaarzetDialoog, TaakDialoog, VerplaatsDialoog
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, Toast
from desktop.views.work import Work as Lanen
from desktop.views.zaak.dialogen import TekstDialoog

DIT = Periode(date(2025, 8, 1), date(2026, 7, 31))


class Scherm:
    """The page with what a test asks of it."""

    def __init__(self, pagina: SchooljaarPagina, rust: Callable[[], None]) -> None:
        self.p = pagina
        self.rust = rust
        self.gedrukt: list[Papier] = []

    def toon(self, extra: str = "", record: object = None) -> None:
        """Show a place and wait."""
        self.p.toon(Plek("schooljaar", record, extra))  # type: ignore[arg-type]
        self.rust()

    def rijen(self) -> list[tuple[str, str]]:
        """Return title and state of each row."""
        model = self.p.lijst.model()
        inhoud = [model.index(n, 0).data(RIJ) for n in range(model.rowCount())]
        return [(rij.titel, rij.pil) for rij in inhoud]

    def kies(self, deel: str) -> Taak:
        """Choose the row whose title has these words."""
        n = next(n for n, (titel, _) in enumerate(self.rijen()) if deel in titel)
        self.p.lijst.setCurrentIndex(self.p.lijst.model().index(n, 0))
        nu = self.p.nu()
        assert isinstance(nu, Taak)
        return nu

    def dialoog(self, soort: type[QWidget]) -> QWidget:
        """Return the dialog of a kind that is open."""
        self.rust()
        return next(d for d in self.p.findChildren(soort) if d.isVisible())


@pytest.fixture
def scherm(
    diensten: Diensten, work: Lanen, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Callable[[], None]
) -> Scherm:
    formulieren = {Formulier.MONITORING: Plek("jaarstukken")}
    pagina = SchooljaarPagina(
        diensten, work, navigator, thema, formulieren=formulieren, druk=lambda haal: scherm.gedrukt.append(haal())
    )
    qtbot.addWidget(pagina)
    pagina.resize(1180, 700)
    pagina.show()
    scherm = Scherm(pagina, rust)
    return scherm


@pytest.fixture
def klaar(diensten: Diensten) -> Diensten:
    """The year is prepared; the first round of talks and the questionnaire are done."""
    jaren = diensten.schooljaren
    jaren.zet_klaar(DIT)
    for taak in jaren.taken(DIT):
        if taak.taak.plicht in ("oudergesprek_1", "veiligheidsmonitor"):
            assert jaren.rond_af(taak.stored.record, Uitkomst.GEDAAN)[0] is not None
    return diensten


def test_an_empty_year_is_prepared_from_here(scherm, diensten, rust):
    scherm.toon()
    assert scherm.p.leeg.isVisible()
    assert not scherm.p.balk.isVisible()
    scherm.p.leeg.gekozen.emit()
    dialoog = scherm.dialoog(KlaarzetDialoog)
    dialoog.nu.click()
    rust()

    assert diensten.schooljaren.is_klaar(DIT)
    assert {t.dag.month for t in diensten.schooljaren.taken(DIT)} <= {3, 4, 5, 6, 7}, "from this month on"
    assert not scherm.p.leeg.isVisible()
    assert scherm.p.kiesknop.isVisible()


def test_the_whole_year_can_be_asked_too(scherm, diensten, rust):
    scherm.toon()
    scherm.p.zet_klaar()
    scherm.dialoog(KlaarzetDialoog).heel.click()
    rust()

    assert min(t.dag for t in diensten.schooljaren.taken(DIT)) == date(2025, 9, 30)


def test_each_month_is_a_button_that_says_what_it_holds(scherm, klaar, gegaan):
    scherm.toon()
    namen = [knop.accessibleName() for knop in scherm.p.wiel.maanden.values()]

    assert namen[0] == "augustus, geen taken"
    assert "september, 2 taken, 1 te laat, 1 gedaan" in namen
    assert any(naam.startswith("maart, ") and naam.endswith("deze maand") for naam in namen)
    assert all(knop.focusPolicy() == Qt.FocusPolicy.StrongFocus for knop in scherm.p.wiel.maanden.values())
    september = scherm.p.wiel.maanden[9]
    september.setFocus()
    QTest.keyClick(september, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("schooljaar", extra="lijst=9")
    QTest.keyClick(september, Qt.Key.Key_Right)
    assert scherm.p.wiel.maanden[10].hasFocus()
    QTest.keyClick(scherm.p.wiel.maanden[10], Qt.Key.Key_Up)
    assert september.hasFocus()


def test_only_the_shape_of_a_month_takes_the_mouse(scherm, klaar):
    scherm.toon()
    knop = scherm.p.wiel.maanden[9]

    assert not knop.hitButton(QPoint(1, 1))
    assert knop.hitButton(knop.naamvak()[1].center().toPoint())


@pytest.mark.parametrize("zijde", [330, 360, 400, 440, 520])
@pytest.mark.parametrize("aantal", [0, 1, 6, 20])
def test_the_name_of_a_month_stays_within_its_piece_of_the_ring(scherm, klaar, diensten, zijde, aantal):
    scherm.toon()
    wiel = scherm.p.wiel
    taken = list(islice(cycle(diensten.schooljaren.taken(DIT)), aantal))
    wiel.setMaximumHeight(zijde)
    wiel.resize(zijde, zijde)
    for knop in wiel.maanden.values():
        knop.zet(taken, nu=True)
        tekst, vak = knop.naamvak()
        assert knop.naam.startswith(tekst) and len(tekst) >= 3
        assert knop._vorm.contains(vak), (knop.naam, zijde)


def test_a_month_shows_its_tasks_with_their_state_in_a_word(scherm, klaar):
    scherm.toon("lijst=9")
    assert scherm.p.lijstkop.text() == "September 2025"
    assert ("Eerste ronde oudergesprekken", "Gedaan") in scherm.rijen()
    assert ("Vier lessen sociaal-emotionele ontwikkeling", "Te laat") in scherm.rijen()
    assert scherm.p.telling.text() == "2 taken, 1 te laat, 1 gedaan"
    scherm.toon("lijst=alles")
    assert len(scherm.rijen()) == len(klaar.schooljaren.taken(DIT))
    scherm.toon("lijst=alles;rol=directeur")
    assert len(scherm.rijen()) == len(klaar.schooljaren.taken(DIT, Rol.DIRECTEUR))
    scherm.toon("lijst=doorlopend")
    assert "Leerlingen dagelijks observeren" in {titel for titel, _ in scherm.rijen()}
    assert not scherm.p.balk.klaar.isVisible()
    scherm.toon("lijst=8")
    assert scherm.rijen() == []
    assert scherm.p._niets.isVisible()
    assert not scherm.p.balk.isVisible()


def test_done_and_undone_again(scherm, klaar, rust):
    scherm.toon("lijst=12")
    taak = scherm.kies("Tweede ronde")
    scherm.p.balk.klaar.click()
    rust()

    assert dict(scherm.rijen())["Tweede ronde oudergesprekken"] == "Gedaan"
    nu = scherm.p.nu()
    assert isinstance(nu, Taak)
    assert nu.stored.record == taak.stored.record, "the same task stays chosen"
    assert scherm.p.balk.klaar.text() == "Maak ongedaan"
    assert not scherm.p.balk.overslaan.isVisible()
    toast = next(t for t in scherm.p.window().findChildren(Toast) if t.isVisible())
    toast.ongedaan.emit()
    rust()
    assert dict(scherm.rijen())["Tweede ronde oudergesprekken"] == "Te laat"


def test_skipping_asks_why(scherm, klaar, rust):
    scherm.toon("lijst=12")
    scherm.kies("Tweede ronde")
    scherm.p.balk.overslaan.click()
    dialoog = scherm.dialoog(TekstDialoog)
    dialoog.doen.click()
    rust()
    assert "waarom" in dialoog.fout.text()
    assert dialoog.isVisible()
    dialoog.tekst.zet("Samengevoegd met de derde ronde.")
    dialoog.doen.click()
    rust()

    assert dict(scherm.rijen())["Tweede ronde oudergesprekken"] == "Overgeslagen"


def test_done_can_go_with_a_note(scherm, klaar, rust):
    scherm.toon("lijst=12")
    scherm.kies("Tweede ronde")
    scherm.p.balk.notitie.click()
    dialoog = scherm.dialoog(TekstDialoog)
    dialoog.tekst.zet("Twee ouders komen in januari.")
    dialoog.doen.click()
    rust()

    assert dict(scherm.rijen())["Tweede ronde oudergesprekken"] == "Gedaan"
    assert scherm.p.nu().notitie == "Twee ouders komen in januari."
    assert "Twee ouders komen in januari." in scherm.p.balk.bij.text()
    assert not scherm.p.balk.notitie.isVisible()


def test_moving_asks_a_day_and_why_and_goes_to_that_month(scherm, klaar, rust):
    scherm.toon("lijst=4")
    scherm.kies("Derde ronde")
    scherm.p.balk.verplaats.click()
    dialoog = scherm.dialoog(VerplaatsDialoog)
    dialoog.dag.zet("2026-09-01")
    dialoog.waarom.zet("De week zit vol.")
    dialoog.doen.click()
    rust()
    assert dialoog.fout.text() == "Kies een dag in schooljaar 2025-2026."
    dialoog.dag.zet("2026-05-15")
    dialoog.doen.click()
    rust()

    assert "Derde ronde oudergesprekken" not in dict(scherm.rijen())
    scherm.toon("lijst=5")
    assert dict(scherm.rijen())["Derde ronde oudergesprekken"] == "Verplaatst"


def test_a_task_leads_to_its_form_or_to_the_plan(scherm, klaar, gegaan):
    scherm.toon("lijst=11")
    scherm.kies("Vragenlijst sociale veiligheid")
    scherm.p.balk.openen.click()
    assert gegaan.laatste == Plek("jaarstukken")
    scherm.toon("lijst=12")
    scherm.kies("Vier lessen")
    scherm.p.balk.openen.click()
    assert gegaan.laatste.page == "plan"


def test_the_agenda_leads_to_a_task_in_its_own_year(scherm, klaar, klok):
    taak = next(t for t in klaar.schooljaren.taken(DIT) if t.taak.plicht == "oudergesprek_2")
    scherm.toon(record=taak.stored.record)
    assert scherm.p.lijstkop.text() == "December 2025"
    nu = scherm.p.nu()
    assert isinstance(nu, Taak)
    assert nu.stored.record == taak.stored.record

    klok.moment = klok.moment.replace(year=2026, month=10)
    scherm.toon(record=taak.stored.record)
    assert scherm.p.titel() == "Schooljaar 2025-2026"
    assert scherm.p.nu() is not None


def test_an_own_task_is_added_and_taken_out(scherm, klaar, rust):
    scherm.toon()
    assert scherm.p.nieuw()
    dialoog = scherm.dialoog(TaakDialoog)
    assert dialoog.formulier.veld("verplaatst") is None or not dialoog.formulier.veld("verplaatst").isVisible()
    dialoog.doen.click()
    rust()
    assert dialoog.isVisible(), "what is missing is said in the form"
    dialoog.formulier.laad({"taak": "Plein opnieuw indelen", "rol": "ib", "gepland_op": "2026-05-20"})
    dialoog.doen.click()
    rust()

    assert scherm.p.lijstkop.text() == "Mei 2026"
    taak = scherm.kies("Plein opnieuw")
    assert taak.stand is Stand.OPEN
    assert scherm.p.balk.weghalen.isVisible()
    scherm.p.balk.weghalen.click()
    rust()
    assert "Plein opnieuw indelen" not in dict(scherm.rijen())


def test_the_papers_for_the_board_are_one_click_from_the_year(scherm, klaar, gegaan):
    scherm.toon()
    scherm.p.delen.chips["bestuurspakket"].click()
    assert gegaan.laatste == Plek("bestuurspakket")


def test_who_takes_part_sees_the_year_and_does_its_own_tasks(met_rol, klaar, work, navigator, thema, qtbot, rust):
    leerkracht = met_rol(Rol.LEERKRACHT)
    pagina = SchooljaarPagina(leerkracht, work, navigator, thema, formulieren={}, druk=lambda haal: None)
    qtbot.addWidget(pagina)
    pagina.show()
    scherm = Scherm(pagina, rust)
    scherm.toon("lijst=12")
    scherm.kies("Tweede ronde")
    assert pagina.balk.klaar.isEnabled()
    assert not pagina.nieuwknop.isEnabled()
    assert list(pagina.delen.chips) == ["schooljaar"]
    scherm.toon("lijst=10")
    scherm.kies("Leerkrachten herinneren")
    assert not pagina.balk.klaar.isEnabled()
    assert pagina.balk.klaar.accessibleDescription().startswith("Met de rol leerkracht mag je dit niet")
    assert not pagina.nieuw()


def test_who_may_not_see_it_is_told(met_rol, work, navigator, thema, qtbot, rust):
    pagina = SchooljaarPagina(
        met_rol(Rol.ADMINISTRATIE), work, navigator, thema, formulieren={}, druk=lambda haal: None
    )
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.toon(Plek("schooljaar"))
    rust()

    assert not pagina.leeg.isVisible()
    assert not pagina.balk.isVisible()


def test_the_wheel_and_the_letter_are_printed(scherm, klaar, rust):
    scherm.toon()
    assert scherm.p.druk_af()
    scherm.p.briefknop.click()
    dialoog = scherm.dialoog(BriefDialoog)
    assert dialoog.periode() == (date(2026, 3, 2), date(2026, 3, 30))
    dialoog.maanden[4].click()
    dialoog.maanden[6].click()
    assert dialoog.periode() == (date(2026, 4, 1), date(2026, 6, 30)), "months take the place of weeks"
    dialoog.weken[2].click()
    assert dialoog.periode() == (date(2026, 3, 2), date(2026, 3, 16))
    dialoog.weken[2].click()
    dialoog.weken[2].setChecked(False)
    dialoog.doen.click()
    assert dialoog.fout.text()
    dialoog.maanden[12].click()
    dialoog.doen.click()
    rust()

    wiel, brief = scherm.gedrukt
    assert (wiel.bestandsnaam, wiel.openbaar) == ("schooljaar-2025-2026.pdf", True)
    assert brief.bestandsnaam == "herinnering-leerkracht-2025-12-01.pdf"


def test_a_year_that_is_over_is_not_prepared_any_more(scherm, klaar):
    scherm.toon("jaar=2020")
    assert not scherm.p.leeg.isVisible()
    scherm.toon("jaar=2026")
    assert scherm.p.leeg.isVisible()
    assert scherm.p.titel() == "Schooljaar 2026-2027"


def test_a_narrow_window_puts_the_list_below(scherm, klaar):
    scherm.p.resize(700, 700)
    scherm.toon("lijst=9")
    assert scherm.p.lijst.mapTo(scherm.p, QPoint(0, 0)).y() > scherm.p.wiel.mapTo(scherm.p, QPoint(0, 0)).y()
