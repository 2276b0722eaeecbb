"""Every row of the index of the plan, found as a person finds it: from home in two presses, its text on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.app.toneel import Toneel
from desktop.models.plan import RUBRIEKEN, Planpagina
from desktop.models.rolinhoud import ROLLEN
from desktop.services.plan import Plan, rolinhoud
from desktop.services.systeem import SysteemKlok
from desktop.views.kaart import SocialeKaartPagina
from desktop.views.meldcode.gebieden import PER_SLEUTEL
from desktop.views.navigatie import Plek
from desktop.views.plan import PlanPagina
from desktop.views.widgets.leesblad import Leesblad
from tests.unit.policy.test_plan_inhoud import VERWACHT

PLAN = Plan(SysteemKlok())
INDEX = [PLAN.pagina(sleutel) for sleutels in VERWACHT.values() for sleutel in sleutels.split()]
"""Every page of every row."""
_KOP = {
    "wet-meldcode": "Wet meldcode",
    "wet-meldcode-avg-vastleggen": "Wet meldcode",
    "wet-meldcode-avg-delen": "Veilig Thuis",
    "veilig-thuis": "Veilig Thuis",
    "veilig-thuis-melding": "Veilig Thuis",
    "veilig-thuis-informant": "Veilig Thuis",
    "bestuur-veiligheid": "Over dit plan",
    "bestuur-wetten": "Bestuurlijke monitoring",
    "gedragscode-professionals": "Gedragsregels",
    "gedragscode-ouders": "Gedragsregels",
    "gedragsregels-leerlingen": "Gedragsregels",
    "sociale-kaart": "Sociale kaart",
}
"""The general heading of home that leads to a page which is in no role and not in the drawing."""

_ERVOOR = ("wet-meldcode-avg-delen", "bestuur-wetten")
"""Where that page stands before the one that the heading leads to."""


class Lezer:
    """Someone at the program before any vault is open, with nothing but its buttons and links."""

    def __init__(self, toneel: Toneel) -> None:
        self._t = toneel
        self.druk("Bekijk het plan")
        self._home = self._naam()

    def _naam(self) -> str:
        return type(self._t.programma.venster.pagina()).__name__

    @property
    def pagina(self) -> object:
        """What shows."""
        return self._t.programma.venster.pagina()

    def begin(self) -> None:
        """Go home by the keyboard."""
        QTest.keyClick(self._t.venster, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
        self._rust()
        assert self._naam() == self._home

    def druk(self, naam: str) -> None:
        """Press a button by the name that is read aloud: once, with the key that presses."""
        knop = self.knop(naam)
        knop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(knop, Qt.Key.Key_Space)
        self._rust()

    def knop(self, naam: str) -> QAbstractButton:
        """Return the button that is in the window under this name."""
        knoppen = [k for k in self._t.venster.findChildren(QAbstractButton) if k.isVisible() and k.isEnabled()]
        namen = {(k.accessibleName() or k.text()).replace("&", ""): k for k in reversed(knoppen)}
        if naam not in namen:
            naam = next((heel for heel in namen if re.match(rf"{re.escape(naam)}[.,:]", heel)), naam)
        assert naam in namen, (naam, sorted(namen))
        return namen[naam]

    def volg(self, blad: Leesblad, doel: str) -> None:
        """Go with Tab to a link in the text, and press Enter."""
        blad.setFocus()
        for _ in range(80):
            QTest.keyClick(blad, Qt.Key.Key_Tab)
            if blad.plek() >= 0 and blad.textCursor().charFormat().anchorHref() == doel:
                QTest.keyClick(blad, Qt.Key.Key_Return)
                self._rust()
                return
        raise AssertionError(f"geen koppeling: {doel}")

    def open(self, sleutel: str) -> None:
        """Be at a page, to begin there."""
        self._t.programma.navigator.ga(Plek("plan", extra=sleutel))
        self._rust()

    def _rust(self) -> None:
        for _ in range(2):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not self._t.fouten, self._t.fouten


@pytest.fixture(scope="module")
def lezer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lezer]:
    toneel = Toneel(tmp_path_factory.mktemp("twee-klikken"))
    toneel.venster.resize(1280, 720)
    yield Lezer(toneel)
    toneel.eind()


def weg(pagina: Planpagina) -> list[str]:
    """Return the buttons to press from home; a page that is not at its end then is a link on the last."""
    if pagina.sleutel in _KOP:
        kop = _KOP[pagina.sleutel]
        if pagina.kort.startswith(kop) or pagina.sleutel == "sociale-kaart":
            return [kop]
        return [kop, f"Vorige: {pagina.titel}" if pagina.sleutel in _ERVOOR else pagina.titel]
    if pagina.rubriek in ROLLEN:
        return [rolinhoud()[pagina.rubriek].titel, pagina.titel]
    if pagina.rubriek == "meldcode":
        naam = PER_SLEUTEL[pagina.sleutel].gesproken if pagina.sleutel in PER_SLEUTEL else "Lees het schema in woorden"
        return ["Meldcode", naam]
    if pagina.rubriek == "protocol":
        return ["Protocollen"]
    return [pagina.kort]


def leest(blad: Leesblad, pagina: Planpagina) -> None:
    """Check that every word of a page stands there, its heading first."""
    gelezen = blad.platte_tekst()
    for regel in re.split(r"\n+", PLAN.tekst(pagina)):
        kaal = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", regel)
        for stuk in re.split(r"[*#>\[\]\\]+|^\s*(?:-|\d+\.)\s", kaal):
            assert " ".join(stuk.split()) in " ".join(gelezen.split()), (pagina.sleutel, stuk)
    assert len(gelezen.split()) >= len(PLAN.tekst(pagina).split()) * 0.8


@pytest.mark.parametrize("pagina", [p for p in INDEX if p.soort == "pagina"], ids=lambda p: p.sleutel)
def test_a_page_is_two_presses_from_home(lezer: Lezer, pagina: Planpagina) -> None:
    lezer.begin()
    stappen = weg(pagina)
    for naam in stappen:
        lezer.druk(naam)
    scherm = lezer.pagina
    if pagina.sleutel == "sociale-kaart":
        assert isinstance(scherm, SocialeKaartPagina)
        return
    assert isinstance(scherm, PlanPagina)
    if scherm.titel() != pagina.titel:
        lezer.volg(scherm.blad.tekst, f"plan:{pagina.sleutel}")
        stappen.append(pagina.sleutel)
    assert scherm.titel() == pagina.titel and len(stappen) <= 2
    assert scherm.blad.isVisible() and scherm.blad.tekst.height() > 100
    leest(scherm.blad.tekst, pagina)


@pytest.mark.parametrize("pagina", [p for p in INDEX if p.soort == "begrip"], ids=lambda p: p.sleutel)
def test_a_term_is_one_press_from_every_page_that_speaks_of_it(lezer: Lezer, pagina: Planpagina) -> None:
    doel = f"begrip:{pagina.sleutel}"
    vanaf = [p for p in PLAN.paginas() if f"({doel})" in p.tekst and p.soort == "pagina"]
    assert vanaf, "no page leads to it"
    for bron in vanaf:
        lezer.open(bron.sleutel)
        scherm = lezer.pagina
        assert isinstance(scherm, PlanPagina)
        lezer.volg(scherm.blad.tekst, doel)
        assert scherm.begrip.isVisible() and scherm.begrip.kaart.kop.text() == pagina.titel
        leest(scherm.begrip.kaart.blad, pagina)
        assert scherm.titel() == bron.titel, "the page below stays where it is"


def test_the_index_is_whole() -> None:
    assert {p.sleutel for p in INDEX} == {p.sleutel for p in PLAN.paginas()}
    assert {p.rubriek for p in INDEX} == set(RUBRIEKEN)
