"""The papers for the board on screen: a period and its parts, the form with what it holds, and sending."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.bestuurspakket import Bestuurspakket, Onderdeel
from desktop.models.incident import Incident, IncidentSoort
from desktop.models.opslag import Append, Stored
from desktop.models.schooljaar import Periode
from desktop.services.diensten import Diensten
from desktop.views.bestuur import BestuurPagina
from desktop.views.bestuur.plekken import is_nieuw, lees_gesprek, plek_nieuw, plek_overzicht
from desktop.views.navigatie import Navigator, Plek
from desktop.views.rapportage.verzending import VerstuurdDialoog
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, Alinea, Pil, RijInhoud
from desktop.views.work import Work
from tests.gui.omgeving import werkomgeving

DIT = Periode(date(2025, 8, 1), date(2026, 7, 31))


@dataclass
class Uit:
    """What the page asked of the program around it."""

    voorbeelden: list[UUID] = field(default_factory=list)
    afgedrukt: list[UUID] = field(default_factory=list)


@pytest.fixture
def uit() -> Uit:
    return Uit()


@pytest.fixture
def toon(
    diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, uit: Uit, rust: Any
) -> Callable[[Plek], BestuurPagina]:
    def maak(plek: Plek) -> BestuurPagina:
        pagina = BestuurPagina(
            werkomgeving(
                diensten, work, navigator, thema, voorbeeld=uit.voorbeelden.append, afdrukken=uit.afgedrukt.append
            )
        )
        qtbot.addWidget(pagina)
        pagina.resize(1200, 800)
        pagina.show()
        navigator.gevraagd.connect(lambda p: pagina.toon(p) if p.page == plek.page else None)
        navigator.ga(plek)
        rust()
        return pagina

    return maak


@pytest.fixture
def pakket(diensten: Diensten, school: Any) -> Stored:
    """Established papers of this school year."""
    stuk = diensten.bestuur.nieuw(DIT)
    stored, fout = diensten.bestuur.stel_vast(stuk, stuk.values)
    assert stored is not None, fout
    return stored


def _incident(d: Diensten) -> None:
    item = Append(d.session.ids.new(), Incident(datum=date(2025, 11, 3), soort=IncidentSoort.GEWELD), None)
    d.session.vault.append(d.session.actor, item, d.session.nu(), action="proef")


def _delen(pagina: BestuurPagina) -> dict[str, RijInhoud]:
    model = pagina.overzicht.delen.model()
    rijen = [model.data(model.index(n, 0), RIJ) for n in range(model.rowCount())]
    return {rij.titel: rij for rij in rijen}


def _tekst(vak: QWidget) -> str:
    return "\n".join(a.text() for a in vak.findChildren(Alinea))


def test_places_carry_the_period_and_the_talk() -> None:
    dag = date(2026, 8, 20)
    assert lees_gesprek(plek_overzicht(DIT, dag).extra) == dag and lees_gesprek(plek_overzicht(DIT).extra) is None
    assert is_nieuw(plek_nieuw(DIT, dag).extra) and not is_nieuw(plek_overzicht(DIT, dag).extra)


def test_each_part_says_what_it_holds_and_leads_to_what_is_missing(toon, diensten: Diensten, school, gegaan) -> None:
    _incident(diensten)
    pagina = toon(Plek("bestuurspakket"))
    delen = _delen(pagina)
    assert list(delen) == [deel.label for deel in Onderdeel]
    assert delen["Incidentenregistratie"].pil == "1 incident is nog niet geregistreerd"
    assert delen["Rapportages meldcode"].pil == "Compleet"
    pagina.overzicht.delen.gekozen.emit(delen["Incidentenregistratie"].sleutel)
    assert gegaan.laatste == Plek("incidenten")
    assert pagina.overzicht.kaart.open_knop.accessibleName() == "Maak de stukken"
    assert not pagina.overzicht.kaart.voorbeeld_knop.isVisible() and not pagina.druk_af()


def test_a_talk_gives_the_half_year_before_it(toon, school, gegaan, rust) -> None:
    pagina = toon(Plek("bestuurspakket"))
    gesprek = pagina.overzicht.gesprek
    gesprek.knop.click()
    assert gesprek.fout.isVisible() and "Vul de dag" in gesprek.fout.text()
    gesprek.dag.zet("2026-03-20")
    gesprek.knop.click()
    rust()
    half = Periode(date(2025, 9, 20), date(2026, 3, 19))
    assert gegaan.laatste == plek_overzicht(half, date(2026, 3, 20)) and pagina.overzicht.keuze.anders.isChecked()
    pagina.overzicht.kaart.open_knop.click()
    rust()
    assert pagina.huidig is pagina.stuk
    values = pagina.stuk.vlak.formulier.values()
    assert (values["van"], values["gesprek_op"]) == ("2025-09-20", "2026-03-20")


def test_what_it_holds_stands_beside_the_form_and_follows_the_choice(toon, diensten, school, rust) -> None:
    pagina = toon(plek_nieuw(DIT))
    stuk = pagina.stuk
    hulp = stuk.vlak.blad.hulp
    assert "Jaarcyclus: wat is gedaan" in _tekst(hulp)
    stuk.vlak.formulier.laad({**stuk.vlak.formulier.values(), "onderdelen": ["incidenten"]})
    stuk._getoond()
    rust()
    assert "Jaarcyclus: wat is gedaan" not in _tekst(hulp) and "Incidentenregistratie" in _tekst(hulp)
    stuk.schrijver.bewaar()
    rust()
    begonnen = diensten.bestuur.beeld(DIT).begonnen
    assert begonnen is not None and stuk._navigator.huidige == Plek("bestuurspakket", begonnen)


def test_a_name_is_said_at_its_field(toon, school, rust) -> None:
    stuk = toon(plek_nieuw(DIT)).stuk
    stuk.vlak.formulier.laad({**stuk.vlak.formulier.values(), "lijn": "Bij Noa ging het anders."})
    stuk.vlak.blad.voet.hoofdknop.click()
    rust()
    veld = stuk.vlak.formulier.veld("lijn")
    assert veld is not None and stuk.schrijver.bezig
    woorden = " ".join(str(w.property("text") or "") for w in veld.findChildren(QWidget))
    assert "Hier staat een naam van iemand op school: ‘Noa’" in woorden


def test_sending_is_recorded_on_the_papers_and_on_the_period(toon, pakket: Stored, diensten, rust, klok) -> None:
    assert isinstance(pakket.value, Bestuurspakket)
    eerste, tweede = pakket.value.ontvangers
    dag = klok.moment.date()
    pagina = toon(Plek("bestuurspakket"))
    pagina.overzicht.kaart.verzending.knoppen[eerste.rij].click()
    (dialoog,) = pagina.overzicht.findChildren(VerstuurdDialoog)
    dialoog.doen.click()
    rust()
    assert diensten.bestuur.verstuurd(pakket.record) == {eerste.rij: dag}
    pagina.overzicht.kaart.open_knop.click()
    rust()
    assert pagina.huidig is pagina.stuk and pagina.titel() == "Stukken voor het bestuur 2025-2026"
    pillen = [p.text() if hasattr(p, "text") else "" for p in pagina.stuk.leesblad.findChildren(Pil)]
    assert pillen and pagina.stuk.verzending is not None
    pagina.stuk.verzending.knoppen[tweede.rij].click()
    (dialoog,) = pagina.stuk.findChildren(VerstuurdDialoog)
    dialoog.doen.click()
    rust()
    assert diensten.bestuur.verstuurd(pakket.record) == {eerste.rij: dag, tweede.rij: dag}


def test_the_ways_out(toon, pakket: Stored, uit: Uit, rust, tmp_path: Path) -> None:
    pagina = toon(Plek("bestuurspakket"))
    assert pagina.druk_af() and uit.voorbeelden == [pakket.record]
    pagina.overzicht.kaart.rekenblad_knop.click()
    (vraag,) = pagina.overzicht.findChildren(QFileDialog)
    vraag.reject()
    pad = tmp_path / "stukken.xlsx"
    pagina.overzicht.bewaar_rekenblad(pad)
    rust()
    assert zipfile.is_zipfile(pad)
    model = pagina.overzicht.eerder.model()
    assert model.data(model.index(0, 0), RIJ).sleutel == Plek("bestuurspakket", pakket.record)


def test_who_may_not_gets_a_reason(toon, diensten, school, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.models.errors import Geweigerd

    def nee(periode: Periode) -> None:
        raise Geweigerd("Dit mag je niet.", "Vraag het de directeur.")

    monkeypatch.setattr(diensten.bestuur, "beeld", nee)
    pagina = toon(Plek("bestuurspakket"))
    assert not pagina.overzicht.kaart.isVisible() and not pagina.overzicht.delen.isVisible()
