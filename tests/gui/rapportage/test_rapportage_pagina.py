"""The reports on screen: a period and its figures, a report begun at its case, the bundle and its sending."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.opslag import Stored
from desktop.models.rapportage import Bundel, Rapportage
from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode
from desktop.services.diensten import Diensten
from desktop.views.navigatie import Navigator, Plek
from desktop.views.rapportage import BundelPagina, RapportagePagina
from desktop.views.rapportage.plekken import plek_periode
from desktop.views.rapportage.staven import JaNeeTabel, Staven
from desktop.views.rapportage.verzending import VerstuurdDialoog
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, Alinea, RijInhoud
from desktop.views.work import Work as Lanen
from tests.gui.omgeving import werkomgeving

DIT, VORIG = Periode(date(2025, 8, 1), date(2026, 7, 31)), Periode(date(2024, 8, 1), date(2025, 7, 31))
AF = {
    "aard": ["psychisch"],
    "noemenswaardig": False,
    "meldcode": True,
    "rollen": False,
    "taken": True,
    "ontbrak": "Een vervanger voor het bellen.",
    "volgens_afspraak": True,
    "nagelezen": True,
}


def _vast(uitkomst: tuple[Stored | None, object]) -> Stored:
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


@dataclass
class Zaken:
    """Makes cases and reports in the vault of a test."""

    d: Diensten
    leerling: UUID

    def open(self, kort: str) -> UUID:
        """Open a case."""
        begin = self.d.meldcode.begin(self.leerling, [])
        return _vast(self.d.dossier.bewaar(begin, {**begin.values, "kort": kort})).record

    def dicht(self, kort: str) -> UUID:
        """Open a case and close it."""
        dossier = self.open(kort)
        afloop = {"afloop": "weg", "toelichting": "De zorgen zijn weg.", "volgt": "De leerkracht", "hoe": "Wekelijks"}
        _vast(self.d.meldcode.sluit(self.d.meldcode.zaak(dossier), afloop))
        return dossier

    def rapport(self, dossier: UUID, **anders: Any) -> Stored:
        """Establish the report on a case."""
        stuk = self.d.rapportages.nieuw(dossier)
        return _vast(self.d.rapportages.stel_vast(stuk, {**stuk.values, **AF, **anders}))

    def bundel(self) -> Stored:
        """Establish the bundle of this school year."""
        stuk = self.d.rapportages.nieuwe_bundel(DIT)
        return _vast(self.d.rapportages.stel_vast(stuk, stuk.values))


@pytest.fixture
def zaken(diensten: Diensten, school) -> Zaken:
    return Zaken(diensten, school.noa)


@dataclass
class Uit:
    """What the pages asked of the program around them."""

    voorbeelden: list[UUID] = field(default_factory=list)
    afgedrukt: list[UUID] = field(default_factory=list)
    bijlagen: list[object] = field(default_factory=list)


@pytest.fixture
def uit() -> Uit:
    return Uit()


@pytest.fixture
def toon(
    diensten: Diensten,
    work: Lanen,
    navigator: Navigator,
    thema: Thema,
    qtbot: QtBot,
    uit: Uit,
    rust: Callable[[], None],
) -> Callable[..., Any]:
    """Show a page at a place, and let the navigator show places on it."""

    def maak(klas: type[RapportagePagina] | type[BundelPagina], plek: Plek, met: Diensten | None = None) -> QWidget:
        wegen = {"voorbeeld": uit.voorbeelden.append, "afdrukken": uit.afgedrukt.append}
        pagina = klas(werkomgeving(met or diensten, work, navigator, thema, **wegen, bijlage=uit.bijlagen.append))
        qtbot.addWidget(pagina)
        pagina.resize(1200, 800)
        pagina.show()
        navigator.gevraagd.connect(lambda p: pagina.toon(p) if p.page == plek.page else None)
        navigator.ga(plek)
        rust()
        return pagina

    return maak


def _rijen(pagina: RapportagePagina) -> list[RijInhoud]:
    model = pagina.jaar.lijst.model()
    return [model.data(model.index(n, 0), RIJ) for n in range(model.rowCount())]


def _tekst(vak: QWidget) -> str:
    return "\n".join(a.text() for a in vak.findChildren(Alinea) if a.isVisible())


def test_a_period_without_cases_says_what_comes_here(toon, gegaan) -> None:
    pagina = toon(RapportagePagina, Plek("rapportage"))
    jaar = pagina.jaar
    assert jaar.leeg.isVisible() and not jaar.lijst.isVisible() and not jaar.cijfers.isVisible()
    assert jaar.kaart.open_knop.accessibleName() == "Maak de jaarbundel"
    assert not jaar.kaart.voorbeeld_knop.isVisible() and not pagina.druk_af()
    jaar.leeg.gekozen.emit()
    assert gegaan.laatste == Plek("meldcode")


def test_each_case_stands_with_where_its_report_is(toon, zaken: Zaken, gegaan) -> None:
    dicht, gemaakt, half, loopt = zaken.dicht("Dicht"), zaken.dicht("Af"), zaken.dicht("Half"), zaken.open("Loopt")
    zaken.rapport(gemaakt)
    stuk = zaken.d.rapportages.nieuw(half)
    _vast(zaken.d.rapportages.bewaar(stuk, stuk.values))
    pagina = toon(RapportagePagina, Plek("rapportage"))
    rijen = {rij.titel: rij for rij in _rijen(pagina)}
    assert {titel: rij.pil for titel, rij in rijen.items()} == {
        "Dicht": "Rapportage ontbreekt",
        "Half": "Concept",
        "Loopt": "Loopt nog",
        "Af": "Rapportage gemaakt",
    }
    assert list(rijen)[-1] == "Af", "what is to be done comes first"
    assert rijen["Dicht"].sleutel == Plek("rapportage", dicht)
    assert rijen["Loopt"].sleutel == Plek("zaak", loopt)
    assert pagina.jaar.samen.text() == "4 situaties in deze periode: 1 met rapportage, 2 nog te maken, 1 loopt nog."
    assert "Noa" not in " ".join(rij.voorgelezen() for rij in rijen.values())
    pagina.jaar.lijst.gekozen.emit(rijen["Dicht"].sleutel)
    assert gegaan.laatste == Plek("rapportage", dicht)


def test_another_period_is_a_place_of_its_own(toon, zaken: Zaken, gegaan, rust) -> None:
    zaken.dicht("Dicht")
    pagina = toon(RapportagePagina, Plek("rapportage"))
    keuze = pagina.jaar.keuze
    assert [chip.isChecked() for chip in keuze.chips] == [True, False]
    keuze.chips[1].click()
    rust()
    assert gegaan.laatste == plek_periode(VORIG)
    assert pagina.jaar.leeg.isVisible() and keuze.chips[1].isChecked()
    keuze.anders.click()
    assert keuze.van.isVisible() and not keuze.chips[1].isChecked()
    keuze.van.zet("2026-03-31")
    keuze.tot.zet("2026-03-01")
    keuze.toon_knop.click()
    assert "Draai ze om" in keuze.fout.text() and keuze.fout.isVisible()
    keuze.tot.zet("")
    keuze.toon_knop.click()
    assert "Vul twee dagen in" in keuze.fout.text()
    keuze.van.zet("2026-03-01")
    keuze.tot.zet("2026-03-31")
    keuze.toon_knop.click()
    rust()
    assert gegaan.laatste == plek_periode(Periode(date(2026, 3, 1), date(2026, 3, 31)))
    assert [rij.titel for rij in _rijen(pagina)] == ["Dicht"] and keuze.anders.isChecked()


def test_figures_show_as_they_are_and_as_they_go_out(toon, zaken: Zaken) -> None:
    for kort in ("Een", "Twee"):
        zaken.rapport(zaken.dicht(kort))
    cijfers = toon(RapportagePagina, Plek("rapportage")).jaar.cijfers
    aard, stappen = (s for s in cijfers.findChildren(Staven))
    assert "Psychisch of emotioneel geweld 2" in aard.accessibleName()
    assert [b.deel for b in aard.balken] == [0, 1, 0, 0, 0, 0, 0]
    assert "Gevolgd en nazorg afgesproken 2" in stappen.accessibleName()
    (tabel,) = cijfers.findChildren(JaNeeTabel)
    assert "De rollen voorzagen voldoende: Ja 0, Nee 2" in tabel.accessibleName()
    assert "Een vervanger voor het bellen." in _tekst(cijfers)
    cijfers.buiten.click()
    zichtbaar = [s for s in cijfers.findChildren(Staven) if s.isVisible()]
    assert "Psychisch of emotioneel geweld afgeschermd" in zichtbaar[0].accessibleName()
    assert zichtbaar[0].balken[1].deel is None
    assert "vervanger" not in _tekst(cijfers) and "afgeschermd" in _tekst(cijfers)
    cijfers.binnen.click()
    assert "vervanger" in _tekst(cijfers)


def test_a_report_begins_at_its_case_and_is_one_record(toon, zaken: Zaken, navigator: Navigator, rust) -> None:
    dossier = zaken.dicht("Dicht")
    pagina = toon(RapportagePagina, Plek("rapportage", dossier))
    assert pagina.huidig is pagina.stuk and pagina.stuk.schrijver.bezig
    assert pagina.titel().startswith("Rapportage meldcode 20") and pagina.kruimels()[0][1] == Plek("rapportage")
    values = pagina.stuk.vlak.formulier.values()
    assert values["stappen"] == ["nazorg"] and "Uitkomst: De zorgen zijn weg." in str(values["verloop"])
    pagina.stuk.vlak.formulier.laad({**values, **AF})
    pagina.stuk.schrijver.bewaar()
    rust()
    record = zaken.d.rapportages.van_dossier(dossier)
    assert navigator.huidige == Plek("rapportage", record), "coming back finds the report itself"
    navigator.ga(Plek("rapportage"))
    rust()
    assert pagina.huidig is pagina.jaar
    navigator.ga(Plek("rapportage", dossier))
    rust()
    assert pagina.stuk.schrijver.stuk.record == record and navigator.huidige == Plek("rapportage", record)
    navigator.ga(Plek("rapportage", extra=f"dossier={dossier}"))
    rust()
    assert pagina.stuk.schrijver.stuk.record == record and navigator.huidige == Plek("rapportage", record)


def test_what_is_typed_stays_when_one_goes_to_the_case(toon, zaken: Zaken, gegaan, rust) -> None:
    dossier = zaken.dicht("Dicht")
    pagina = toon(RapportagePagina, Plek("rapportage", dossier))
    pagina.stuk.vlak.formulier.laad({**pagina.stuk.vlak.formulier.values(), "ontbrak": "Een vervanger."})
    pagina.stuk.naar_dossier.click()
    assert gegaan.laatste == Plek("zaak", dossier)
    assert pagina.mag_weg()
    rust()
    record = zaken.d.rapportages.van_dossier(dossier)
    assert record is not None
    value = zaken.d.session.vault.get(record).value
    assert isinstance(value, Rapportage) and value.ontbrak == "Een vervanger."


def test_a_name_is_said_at_its_field(toon, zaken: Zaken, rust) -> None:
    pagina = toon(RapportagePagina, Plek("rapportage", zaken.dicht("Dicht")))
    stuk = pagina.stuk
    stuk.vlak.formulier.laad({**stuk.vlak.formulier.values(), **AF, "ontbrak": "Noa was ziek."})
    stuk.vlak.blad.voet.hoofdknop.click()
    rust()
    assert stuk.schrijver.bezig
    veld = stuk.vlak.formulier.veld("ontbrak")
    assert veld is not None and "naam uit het dossier" in veld.accessibleDescription() + _alles(veld)


def _alles(vak: QWidget) -> str:
    return " ".join(str(w.property("text") or "") for w in vak.findChildren(QWidget))


def test_an_established_report_is_read(toon, zaken: Zaken, uit: Uit) -> None:
    rapport = zaken.rapport(zaken.dicht("Dicht"))
    pagina = toon(RapportagePagina, Plek("rapportage", rapport.record))
    assert not pagina.stuk.schrijver.bezig
    assert set(pagina.stuk.leesblad.knoppen) == {"afdrukken", "aanvulling", "intrekken"}
    assert pagina.druk_af() and uit.afgedrukt == [rapport.record]


def test_a_bundle_is_written_with_its_figures_beside_it(
    toon, zaken: Zaken, navigator: Navigator, rust, qtbot: QtBot
) -> None:
    zaken.rapport(zaken.dicht("Dicht"))
    pagina = toon(BundelPagina, plek_periode(DIT, "jaarbundel"))
    assert pagina.titel() == "Jaarbundel meldcode 2025-2026" and pagina.kruimels()[0][1] == plek_periode(DIT)
    qtbot.waitUntil(lambda: "1 situatie met een rapportage." in _tekst(pagina.vlak.blad.hulp))
    assert "De rollen voorzagen voldoende: Nee 1." in _tekst(pagina.vlak.blad.hulp)
    values = pagina.vlak.formulier.values()
    pagina.vlak.formulier.laad({**values, "tot": "2025-12-31"})
    pagina._getoond()
    rust()
    qtbot.waitUntil(lambda: "nog geen vastgestelde rapportage" in _tekst(pagina.vlak.blad.hulp))
    pagina.vlak.formulier.laad({**values, "scholing": "Praten met kinderen."})
    pagina.schrijver.bewaar()
    rust()
    record = zaken.d.rapportages.bundel_of_draft(DIT)
    assert record is not None and navigator.huidige == Plek("jaarbundel", record)


def test_an_established_bundle_shows_to_whom_it_went(toon, zaken: Zaken, gegaan) -> None:
    zaken.rapport(zaken.dicht("Dicht"))
    bundel = zaken.bundel()
    assert isinstance(bundel.value, Bundel)
    _vast(zaken.d.rapportages.verstuur(bundel.record, bundel.value.ontvangers[0].rij, date(2026, 3, 2)))
    pagina = toon(BundelPagina, Plek("jaarbundel", bundel.record))
    rechts = _tekst(pagina.leesblad)
    assert "Coördinator sociale veiligheid" in rechts and "1 situatie met een rapportage." in rechts
    assert "Verstuurd op 2 mrt 2026" in _alles(pagina.leesblad) and "Nog niet verstuurd" in _alles(pagina.leesblad)


def test_sending_is_recorded_for_each_receiver(toon, zaken: Zaken, rust, klok) -> None:
    zaken.rapport(zaken.dicht("Dicht"))
    bundel = zaken.bundel()
    assert isinstance(bundel.value, Bundel)
    rij = bundel.value.ontvangers[1].rij
    pagina = toon(RapportagePagina, Plek("rapportage"))
    kaart = pagina.jaar.kaart
    assert kaart.open_knop.accessibleName() == "Open de jaarbundel"
    kaart.verzendknoppen[rij].click()
    (dialoog,) = pagina.jaar.findChildren(VerstuurdDialoog)
    dialoog.dag.zet("")
    dialoog.doen.click()
    assert "Vul een dag in" in dialoog.fout.text()
    dialoog.dag.zet((klok.moment.date() + timedelta(days=1)).isoformat())
    dialoog.doen.click()
    rust()
    assert "moet nog komen" in dialoog.fout.text() and zaken.d.rapportages.beeld(DIT).verstuurd == {}
    dialoog.dag.zet(klok.moment.date().isoformat())
    dialoog.doen.click()
    rust()
    assert zaken.d.rapportages.beeld(DIT).verstuurd == {rij: klok.moment.date()}
    assert kaart.verzendknoppen[rij].text() == "Andere dag…"


def test_a_report_that_comes_later_is_said(toon, zaken: Zaken, klok) -> None:
    zaken.rapport(zaken.dicht("Dicht"))
    zaken.bundel()
    klok.moment += timedelta(minutes=1)
    zaken.rapport(zaken.dicht("Later"))
    assert "zitten er niet in" in toon(RapportagePagina, Plek("rapportage")).jaar.kaart.stand.text()


def test_the_spreadsheet_goes_where_the_person_chooses(
    toon, zaken: Zaken, rust, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zaken.rapport(zaken.dicht("Dicht"))
    bundel = zaken.bundel()
    pagina = toon(RapportagePagina, Plek("rapportage"))
    gevraagd: list[str] = []
    monkeypatch.setattr(QFileDialog, "open", lambda self: gevraagd.append(self.windowTitle()))
    pagina.jaar.kaart.rekenblad_knop.click()
    (vraag,) = pagina.jaar.findChildren(QFileDialog)
    pad = tmp_path / "bundel.xlsx"
    vraag.fileSelected.emit(str(pad))
    rust()
    assert gevraagd == ["Bewaar als rekenblad"] and zipfile.is_zipfile(pad)
    assert next(r.action for r in zaken.d.session.vault.audit(record=bundel.record)) == "geexporteerd"
    pagina.jaar.bewaar_rekenblad(tmp_path / "nergens" / "bundel.xlsx")
    rust()
    assert pagina.jaar.banners.isVisible()


def test_a_concept_is_gone_on_with_and_looked_at_first(toon, zaken: Zaken, uit: Uit, gegaan) -> None:
    stuk = zaken.d.rapportages.nieuwe_bundel(DIT)
    concept = _vast(zaken.d.rapportages.bewaar(stuk, stuk.values))
    pagina = toon(RapportagePagina, Plek("rapportage"))
    assert pagina.jaar.kaart.open_knop.accessibleName() == "Ga verder"
    assert pagina.druk_af() and uit.voorbeelden == [concept.record]
    pagina.jaar.kaart.open_knop.click()
    assert gegaan.laatste == Plek("jaarbundel", concept.record)


def test_who_may_not_report_reads_why(toon, met_rol: Callable[[Rol], Diensten]) -> None:
    pagina = toon(RapportagePagina, Plek("rapportage"), met_rol(Rol.AANDACHTSFUNCTIONARIS))
    assert "mag je dit niet: rapportages meldcode maken" in _alles(pagina.jaar.banners)
    assert not pagina.jaar.kaart.isVisible() and not pagina.jaar.keuze.isVisible()
