"""The tree of the plan: no name in it is cut, and what stands beside a page is as wide as there is room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.services.plan import Plan
from desktop.views.plan import PlanPagina
from desktop.views.plan.boom import _Delegate
from desktop.views.theme import Thema
from tests.gui.plan.plankit import Maak


def _namen(pagina: PlanPagina, thema: Thema) -> int:
    """Check every line of the open branch and every branch; return how many were looked at."""
    boom = pagina.boom
    tekening = boom.itemDelegate()
    assert isinstance(tekening, _Delegate)
    model, gezien = boom.model(), 0
    for rij in range(model.rowCount()):
        tak = model.index(rij, 0)
        onder = [model.index(n, 0, tak) for n in range(model.rowCount(tak))] if boom.isExpanded(tak) else []
        for index in (tak, *onder):
            letter = QFontMetrics(thema.font("basis", QFont.Weight.DemiBold))
            naam, ruimte = index.data(), tekening.ruimte(index)
            vak = letter.boundingRect(QRect(0, 0, ruimte, 9_999), Qt.TextFlag.TextWordWrap, naam)
            assert vak.height() <= boom.visualRect(index).height() - 4, naam
            langste = max(naam.split(), key=letter.horizontalAdvance)
            assert letter.horizontalAdvance(langste) <= ruimte, langste
            gezien += 1
    return gezien


def test_no_name_is_cut_on_the_smallest_screen(maak: Maak, thema: Thema, plan: Plan) -> None:
    pagina = maak()
    gezien = 0
    for rubriek, _ in plan.rubrieken():
        pagina.boom.wijs_aan(plan.in_rubriek(rubriek)[0].sleutel)
        gezien += _namen(pagina, thema)
    assert gezien > len(plan.paginas())
    begrip = next(p for p in plan.paginas() if p.soort == "begrip")
    pagina.boom.wijs_aan(begrip.sleutel)
    assert _namen(pagina, thema) > 10


def test_a_long_name_goes_on_at_the_next_line_and_back_where_there_is_room(maak: Maak) -> None:
    boom = maak("ondersteunend-overleg").boom
    tak = boom.currentIndex().parent()
    een = boom.visualRect(tak).height()
    for breed, gelijk in ((150, False), (300, True)):
        boom.setFixedWidth(breed)
        QApplication.processEvents()
        assert (boom.visualRect(tak).height() == een) is gelijk


@pytest.mark.parametrize("sleutel", ["ondersteunend-overleg", "ib-overleg", "indirecte-aandachtsfunctionaris"])
def test_what_stands_beside_a_page_is_not_cut(maak: Maak, sleutel: str) -> None:
    pagina = maak(sleutel, druk=lambda wat, sleutel: None)
    zijkant = pagina.zijkant
    assert zijkant.minimumSizeHint().width() <= pagina._rechts.viewport().width()
    for knop in zijkant.findChildren(QAbstractButton):
        assert knop.mapTo(pagina._rechts.viewport(), knop.rect().topRight()).x() < pagina._rechts.viewport().width()
