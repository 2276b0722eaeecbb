"""The matrix of training on screen: who has what, one training for several people at once, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtTest import QTest

from desktop.models.personen import Medewerker
from desktop.models.schooljaarstukken import Scholing
from desktop.models.velden import naar_values
from desktop.services.dossierdruk import Papier
from desktop.views.jaar import ScholingPagina
from desktop.views.jaar.voor_meer import VoorMeerDialoog
from desktop.views.navigatie import Plek
from desktop.views.widgets import Toast
from tests.gui.jaar.jaarkit import bewaar, lid, vast

Maak = Callable[..., Any]


def _matrix(maak: Maak, gedrukt: list[Papier] | None = None) -> ScholingPagina:
    pagina = maak(
        ScholingPagina,
        druk=lambda haal: gedrukt.append(haal()) if gedrukt is not None else None,
        bijlage=lambda _: None,
    )
    assert isinstance(pagina, ScholingPagina)
    return pagina


def _kies(pagina: Any, rij: int, kolom: int) -> None:
    """Choose one cell, by the model: the view asks which keys are down, and an earlier test may have left one so."""
    alleen = QItemSelectionModel.SelectionFlag.ClearAndSelect
    pagina.tabel.selectionModel().setCurrentIndex(pagina.model.index(rij, kolom), alleen)


def _cellen(pagina: ScholingPagina) -> list[list[str]]:
    model = pagina.model
    return [[str(model.index(r, k).data()) for k in range(model.columnCount())] for r in range(model.rowCount())]


def test_the_matrix_says_who_has_what(maak, rust, diensten, gegaan):
    pieter = lid(diensten, "Pieter")
    stored = bewaar(diensten, Scholing, wie=naar_values(pieter), training="meldcode", datum="2025-05-06")
    gedrukt: list[Papier] = []
    pagina = _matrix(maak, gedrukt)
    pagina.toon(Plek("scholingen"))
    rust()

    assert _cellen(pagina) == [["Marjan Dekker", "Mist", "Mist"], ["Pieter Dekker", "Mist", "06-05-2025"]]
    assert pagina.filters["mist"].text() == "Wie iets mist (2)"
    cel = pagina.model.index(1, 2)
    assert cel.data(Qt.ItemDataRole.AccessibleTextRole) == "Pieter Dekker, Meldcode: 06-05-2025"
    _kies(pagina, cel.row(), cel.column())
    assert pagina.over.heel() == "Pieter Dekker: Meldcode"
    QTest.keyClick(pagina.tabel, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("scholing-stuk", stored.record)
    _kies(pagina, 0, 1)
    assert not pagina.openknop.isVisible()
    pagina.erbij.click()
    assert gegaan.laatste.extra == f"persoon={lid(diensten, 'Marjan').persoon}"
    assert pagina.druk_af()
    assert gedrukt[0].titel == "Scholing van het team"


def test_no_training_is_cut_at_the_top_and_a_long_cell_takes_two_lines(maak, rust, diensten):
    pieter = lid(diensten, "Pieter")
    bewaar(diensten, Scholing, wie=naar_values(pieter), training="voorlichting", datum="2025-05-06",
            geldig_tot="2028-05-06")  # fmt: skip
    pagina = _matrix(maak)
    pagina.resize(1100, 700)
    pagina.toon(Plek("scholingen"))
    rust()
    kop = pagina.tabel.horizontalHeader()
    naam = pagina.model.headerData(3, Qt.Orientation.Horizontal)
    assert kop.defaultAlignment() & Qt.TextFlag.TextWordWrap.value
    ruimte = QRect(0, 0, kop.sectionSize(3) - 16, 500)
    assert kop.fontMetrics().boundingRect(ruimte, Qt.TextFlag.TextWordWrap, naam).height() <= kop.height()
    assert max(kop.fontMetrics().horizontalAdvance(woord) for woord in naam.split()) <= ruimte.width()
    cel = pagina.model.index(1, 3)
    assert cel.data() == "06-05-2025, geldig tot 06-05-2028"
    smal = pagina.tabel.viewport().grab(pagina.tabel.visualRect(cel)).toImage()
    onder = [smal.pixelColor(x, y) for x in range(30, 120) for y in range(smal.height() // 2 + 2, smal.height() - 8)]
    assert len({kleur.name() for kleur in onder}) > 3, "the second line is written"


def test_one_training_for_several_people(maak, rust, diensten):
    pagina = _matrix(maak)
    pagina.toon(Plek("scholingen"))
    rust()
    pagina.meerknop.click()
    rust()
    dialoog = next(d for d in pagina.findChildren(VoorMeerDialoog) if d.isVisible())
    dialoog.formulier.laad({"training": "relaties", "datum": "2026-02-01"})
    dialoog.doen.click()
    rust()
    assert dialoog.wie_fout.text()
    for chip in dialoog.mensen:
        chip.click()
    dialoog.doen.click()
    rust()

    assert [rij[1] for rij in _cellen(pagina)] == ["01-02-2026", "01-02-2026"]
    assert len(list(diensten.session.vault.all(Scholing.KIND))) == 2


def test_people_chosen_in_the_table_get_one_training_together_and_it_is_undone(maak, rust, diensten):
    pagina = _matrix(maak)
    pagina.toon(Plek("scholingen"))
    rust()
    _kies(pagina, 0, 2)
    QTest.keyClick(pagina.tabel, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pagina.erbij.text() == "Voeg toe voor deze 2 mensen…"
    assert pagina.bij.heel() == "Marjan Dekker, Pieter Dekker" and not pagina.openknop.isVisible()
    pagina.erbij.click()
    rust()
    dialoog = next(d for d in pagina.findChildren(VoorMeerDialoog) if d.isVisible())
    assert [chip.isChecked() for chip in dialoog.mensen] == [True, True]
    assert dialoog.formulier.values()["training"] == "meldcode"
    assert dialoog.formulier.veld("certificaat").isVisible() and not dialoog.formulier.veld("wie").isVisible()
    blob = diensten.session.vault.put_blob(b"%PDF-1.4 x", "application/pdf")
    bewijs = {"blob": str(blob), "naam": "bewijs.pdf"}
    dialoog.formulier.laad(
        {
            **dialoog.formulier.values(),
            "datum": "2026-02-01",
            "certificaat": [{**bewijs, "media": "application/pdf", "bytes": 10}],
        }
    )
    dialoog.doen.click()
    rust()
    assert [rij[2] for rij in _cellen(pagina)] == ["01-02-2026", "01-02-2026"]
    stukken = diensten.jaarstukken.alle(Scholing)
    assert [value.certificaat[0].blob for _, value in stukken] == [blob, blob]
    next(t for t in pagina.window().findChildren(Toast) if t.isVisible()).ongedaan.emit()
    rust()
    assert [rij[2] for rij in _cellen(pagina)] == ["Mist", "Mist"]


def test_the_whole_team_is_one_record(maak, rust, diensten):
    pagina = _matrix(maak)
    pagina.toon(Plek("scholingen"))
    rust()
    pagina.meerknop.click()
    rust()
    dialoog = next(d for d in pagina.findChildren(VoorMeerDialoog) if d.isVisible())
    dialoog.formulier.laad({"training": "meldcode", "datum": "2026-02-01"})
    dialoog.allen.click()
    assert not dialoog.mensen[0].isEnabled()
    dialoog.doen.click()
    rust()

    assert [rij[2] for rij in _cellen(pagina)] == ["01-02-2026 (hele team)"] * 2
    assert len(list(diensten.session.vault.all(Scholing.KIND))) == 1


def test_without_staff_it_says_what_to_do(maak, rust, diensten, gegaan):
    for stored in list(diensten.session.vault.all(Medewerker.KIND)):
        values = {**naar_values(stored.value), "weg_sinds": "2025-01-01"}  # type: ignore[arg-type]
        vast(diensten.personen.bewaar(Medewerker, stored.record, values, stored.revision))
    pagina = _matrix(maak)
    pagina.toon(Plek("scholingen"))
    rust()

    assert pagina.leeg.isVisible()
    pagina.leeg.gekozen.emit()
    assert gegaan.laatste == Plek("edexml")
