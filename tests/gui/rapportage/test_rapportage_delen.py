"""The parts of the pages of reports: bars, the places of periods and of open work."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.models.opslag import Work
from desktop.models.rapportage import Tabel, Telling
from desktop.models.schooljaar import Periode
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van_werk
from desktop.views.rapportage.plekken import lees_periode, plek_periode
from desktop.views.rapportage.staven import Balk, Staven
from desktop.views.theme import Thema

DIT = Periode(date(2025, 8, 1), date(2026, 7, 31))


@pytest.mark.parametrize("extra", ["", "van=2026-08-01", "van=x;tot=y", "van=2026-08-01;tot=2026-07-01", "dossier=1"])
def test_what_is_no_period_is_left(extra: str) -> None:
    assert lees_periode(extra) is None
    assert lees_periode(plek_periode(DIT).extra) == DIT


def test_a_bar_is_as_long_as_its_count_and_what_is_kept_back_is_hatched(qtbot: QtBot, thema: Thema) -> None:
    tabel = Tabel("Aard", (Telling("Veel", 8), Telling("Half", 4), Telling("Geen", 0), Telling("Klein", None)))
    staven = Staven(thema, tabel)
    qtbot.addWidget(staven)
    staven.resize(700, 200)
    staven.show()

    def gevuld(balk: Balk) -> list[bool]:
        beeld: QImage = balk.grab().toImage()
        kleur, y = QColor(thema.kleur("accent")).rgb(), beeld.height() // 2
        return [beeld.pixel(x, y) == kleur for x in range(beeld.width())]

    veel, half, geen, klein = (sum(gevuld(balk)) for balk in staven.balken)
    assert veel > 0.95 * staven.balken[0].width() and abs(half - veel / 2) < 4
    assert geen == klein == 0
    rand = QColor(thema.kleur("veldrand")).rgb()
    beeld = staven.balken[3].grab().toImage()
    gearceerd = {(x, y) for x in range(beeld.width()) for y in range(beeld.height()) if beeld.pixel(x, y) == rand}
    assert len(gearceerd) > 100 and max(x for x, _ in gearceerd) < 0.4 * beeld.width()


def test_open_work_leads_to_the_report() -> None:
    record, soorten = UUID(int=7), ("rapportage", "tekenen", "anders")
    plekken = [
        plek_van_werk(Work(record, "", s, "ib", date(2026, 3, 2), "", None, ""), "gespreksverslag") for s in soorten
    ]
    assert plekken == [Plek(pagina, record) for pagina in ("rapportage", "ondertekenen", "verslag")]
