"""What the tests of the plan's page stand on: the plan that is shipped, some forms, and a page as a window shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.models.rolinhoud import Formulier
from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok
from desktop.views.navigatie import Plek
from desktop.views.plan import PlanPagina
from desktop.views.widgets.leesblad import Leesblad

FORMULIEREN = {
    Formulier.GESPREKSVERSLAG: Plek("leerlingen", extra="verslag"),
    Formulier.LEERLINGEN: Plek("leerlingen"),
    Formulier.SCHOOLPROFIEL: Plek("instellingen", extra="school"),
    Formulier.SOCIALE_KAART: Plek("sociale-kaart"),
}
PLAN = Plan(SysteemKlok())
PAGINAS = {p.sleutel: p for p in PLAN.paginas()}
Maak = Callable[..., PlanPagina]


def merken(blad: Leesblad) -> list[QTextCursor]:
    """Return what is marked on a sheet."""
    selecties = blad.extraSelections()
    return [QTextCursor(merk.cursor) for merk in selecties]  # type: ignore[attr-defined]  # missing in the stubs


def tab_naar(pagina: PlanPagina, doel: str) -> None:
    """Go with Tab from link to link until one with this target has the focus."""
    blad = pagina.blad.tekst
    blad.setFocus()
    for _ in range(60):
        QTest.keyClick(blad, Qt.Key.Key_Tab)
        if blad.textCursor().charFormat().anchorHref() == doel and blad.plek() >= 0:
            return
    raise AssertionError(f"geen koppeling: {doel}")


def in_beeld(pagina: PlanPagina, positie: int, blad: Leesblad | None = None) -> None:
    """Check that a character is in sight."""
    blad = blad or pagina.blad.tekst
    vak = blad.vak(positie)
    boven = blad.mapTo(pagina.schuif.viewport(), vak.topLeft())
    assert pagina.schuif.viewport().rect().contains(QRect(boven, vak.size())), boven
