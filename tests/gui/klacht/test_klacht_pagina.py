"""Complaints on screen, in a vault of their own; and what a school is told instead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.klachtgang import RAIL_KLACHTEN, beperk, is_klachtenkluis
from desktop.models.opslag import Query
from desktop.models.rechten import Rol
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten
from desktop.services.diensten import diensten as maak_diensten
from desktop.services.kluis import Kluizen
from desktop.services.systeem import Uuid7
from desktop.vault.crypto import KdfParams
from desktop.views.agenda import AgendaPagina
from desktop.views.klacht import EigenKluisPagina, KlachtenPagina, KlachtPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.rapportage.staven import Staven
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, Alinea
from desktop.views.work import Work
from tests.gui.omgeving import werkomgeving
from tests.unit.documents.lezen import tekst

AF = {"klager": "medewerker", "klacht": "Te veel lawaai.", "gezet": "Gepraat.", "nog": "Geen.", "tevreden": True}


@pytest.fixture
def vertrouwen(tmp_path: Path, klok: Any) -> Iterator[Diensten]:
    """The services of a vault of complaints."""
    ids = Uuid7()
    kluizen = Kluizen(klok, ids, ids.new(), "testmachine")
    kluis, _ = kluizen.nieuw(
        tmp_path / "klachten.kluis",
        {"naam": "OBS Zonnedauw"},
        "Vera Vertrouwen",
        Rol.VERTROUWENSPERSOON,
        "vier losse woorden hier",
        KdfParams(64 * 1024, 3, 1),
    )
    session = kluizen.sessie(kluis)
    yield maak_diensten(session, Beheer(session, kluis))
    kluis.sluit()


def _toon(pagina: Any, navigator: Navigator, qtbot: QtBot, plek: Plek, rust: Any) -> None:
    qtbot.addWidget(pagina)
    pagina.resize(1200, 800)
    pagina.show()
    navigator.gevraagd.connect(lambda p: pagina.toon(p) if p.page == plek.page else None)
    navigator.ga(plek)
    rust()


def test_an_empty_list_says_what_to_do_first(
    vertrouwen: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Any, gegaan: Any
) -> None:
    pagina = KlachtenPagina(werkomgeving(vertrouwen, work, navigator, thema))
    _toon(pagina, navigator, qtbot, Plek("klachten"), rust)
    assert pagina.leeg.isVisible() and not pagina.lijst.isVisible()
    pagina.nieuwknop.click()
    assert gegaan.laatste == Plek("klacht")


def test_a_complaint_is_written_and_stands_in_the_list(
    vertrouwen: Diensten,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    qtbot: QtBot,
    rust: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pagina = KlachtPagina(werkomgeving(vertrouwen, work, navigator, thema))
    _toon(pagina, navigator, qtbot, Plek("klacht"), rust)
    pagina.vlak.formulier.laad({**pagina.vlak.formulier.values(), **AF, "naam": "Karim Zandstra"})
    pagina._getoond()
    assert pagina.vlak.titel.text() == "Klacht van een medewerker"
    monkeypatch.setattr("desktop.views.gesprekken.vaststellen.Bevestiging.open", lambda self: self.accept())
    pagina.vaststeller.begin()
    rust()
    (rij,) = vertrouwen.klachten.lijst()[0]
    assert rij.state == "vastgesteld" and pagina.leesblad.isVisible()
    assert vertrouwen.session.vault.kept(rij.record, "vastgesteld-pdf") is not None
    lijst = KlachtenPagina(werkomgeving(vertrouwen, work, navigator, thema))
    _toon(lijst, navigator, qtbot, Plek("klachten"), rust)
    regel = lijst.lijst.model().index(0, 0).data(RIJ)
    assert (regel.titel, regel.pil, regel.sleutel) == (
        "Klacht van een medewerker",
        "Afgerond",
        Plek("klacht", rij.record),
    )
    assert "Zandstra" not in regel.voorgelezen()
    assert "Medewerker 1" in " ".join(s.accessibleName() for s in lijst.findChildren(Staven))


def test_the_count_of_a_year_goes_out_as_paper_and_as_spreadsheet(
    vertrouwen: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Any, tmp_path: Path
) -> None:
    for _ in range(6):
        stuk = vertrouwen.klachten.nieuw()
        assert vertrouwen.klachten.bewaar(stuk, {**stuk.values, **AF, "naam": "Karim Zandstra"})[0] is not None
    gevraagd: list[Any] = []
    pagina = KlachtenPagina(werkomgeving(vertrouwen, work, navigator, thema, druk=gevraagd.append))
    _toon(pagina, navigator, qtbot, Plek("klachten", extra="van=2020-08-01;tot=2021-07-31"), rust)
    assert pagina.druk_af()
    navigator.ga(Plek("klachten"))
    rust()
    pagina.overzicht.papier_knop.click()
    leeg, vol = (haal() for haal in gevraagd)
    assert "2020-08-01" in leeg.bestandsnaam and leeg.bestandsnaam != vol.bestandsnaam
    assert "geen klacht vastgelegd" in tekst(leeg.maak().pdf)
    gedrukt = tekst(vol.maak().pdf)
    assert "Medewerker 6" in gedrukt and "Zandstra" not in gedrukt and "Te veel lawaai" not in gedrukt
    doel = tmp_path / "klachten.xlsx"
    pagina.bewaar_rekenblad(doel, afgeschermd=pagina.overzicht.afschermen.isChecked())
    rust()
    assert doel.read_bytes()[:2] == b"PK"
    pagina.overzicht.afschermen.click()
    assert "bij jezelf" in pagina.overzicht.uitleg.text()


def test_a_school_hears_why_and_is_led_to_a_vault_of_its_own(thema: Thema, qtbot: QtBot) -> None:
    gevraagd: list[bool] = []
    pagina = EigenKluisPagina(thema, lambda: gevraagd.append(True))
    qtbot.addWidget(pagina)
    pagina.show()
    gelezen = " ".join(a.text() for a in pagina.findChildren(Alinea))
    assert "dezelfde sleutel" in gelezen and "eigen kluis" in gelezen
    pagina.knop.click()
    assert gevraagd == [True]


def test_the_window_of_complaints_has_no_page_of_the_school(vertrouwen: Diensten, diensten: Diensten) -> None:
    alles: dict[str, Any] = dict.fromkeys(("leerlingen", "zaken", "bestuurspakket", "klachten", "klacht", "agenda"))
    beperk(vertrouwen, alles)
    assert set(alles) == {"klachten", "klacht", "agenda"}
    rest: dict[str, Any] = dict.fromkeys(("leerlingen", "klachten"))
    beperk(diensten, rest)
    assert set(rest) == {"leerlingen", "klachten"} and not is_klachtenkluis(diensten)
    assert "leerlingen" not in {item.key for item in RAIL_KLACHTEN}
    assert vertrouwen.session.vault.count(Query(kinds=("klacht",))) == 0


def test_who_is_of_the_school_sees_a_reason(
    diensten: Diensten, school: Any, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Any
) -> None:
    pagina = KlachtenPagina(werkomgeving(diensten, work, navigator, thema))
    _toon(pagina, navigator, qtbot, Plek("klachten"), rust)
    assert isinstance(pagina, QWidget) and not pagina.lijst.model().rowCount()
    assert any("mag je dit niet" in a.text() for a in pagina.banners.findChildren(QWidget) if hasattr(a, "text"))


def test_the_agenda_has_what_is_to_be_asked_after(
    vertrouwen: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Any
) -> None:
    stuk = vertrouwen.klachten.nieuw()
    dag = vertrouwen.session.vandaag().isoformat()
    vertrouwen.klachten.bewaar(stuk, {**stuk.values, "klager": "ouder", "navraag_op": dag})
    pagina = AgendaPagina(vertrouwen, work, navigator, thema)
    _toon(pagina, navigator, qtbot, Plek("agenda"), rust)
    regel = pagina.lijst.model().index(0, 0).data(RIJ).regel
    assert regel == "Navragen of de klacht is opgelost · Vertrouwenspersoon", "what it is about stands above it"
    assert "directeur" not in pagina.chips
    assert pagina.klaarknop.isVisible() and pagina.geefknop.isHidden()  # there is no other role to give it to
    pagina._open_geefmenu()
    assert [actie.text() for actie in pagina.menu.actions()] == ["Vertrouwenspersoon"]
    pagina.menu.close()
    assert "Klacht van een ouder" in " ".join(
        str(pagina.lijst.model().index(n, 0).data(RIJ)) for n in range(pagina.lijst.model().rowCount())
    )
