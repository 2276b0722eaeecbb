"""Every page of the real program, as someone has it who sees little, hears it, or has no mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.app.programma import Programma
from desktop.models.opslag import Query, Row
from desktop.services.demo import maak_demo
from desktop.services.poort import Poort
from desktop.services.systeem import Uuid7
from desktop.services.voorkeuren import VoorkeurenBestand
from desktop.views.navigatie import Plek
from desktop.views.widgets import Knop, KortLabel
from tests.gui.app.zaal import Zaal, naam_van, naar_plan, woord
from tests.gui.conftest import Klok, zonder_stijl
from tools.plekken import ZAAKNAMEN, Vondst, fotoplekken, zaakplekken

SOORTEN = ("structureel", "zorg", "hgkm", "ot", "calamiteit", "leerling")
ROLLEN = ("leerling", "ib", "directeur", "meldcode:3")
DELEN = ("school", "plan", "accounts", "wachtwoordzin", "herstelblad", "reservekopie", "controle", "weergave", "over")
NAMEN = (
    *("home", "leerlingen", "kies", "leerling", "nieuw", "persoon", "kaart", "gezag", "gesprekken", "parnassys"),
    *("agenda", "zaken", "zoeken", "handleiding", "edexml", "ondertekenen", "verslag-vast", "verslag-concept"),
    *("plan", "plan-alles", "sociale-kaart", "kaart-invoer", "eigen-tekst"),
    *("meldcode", "uitnodiging-vast", "uitnodiging-nieuw", *(f"verslag-{s}" for s in SOORTEN)),
    *("incidenten", "trends", "incident-vast"),
    *("schooljaar", "jaarplichten", "jaarstukken", "monitoring", "scholingen", "vog", "wetten", "vog-stuk"),
    *("bestuurspakket", "bestuurspakket-vast", "correctieverzoek"),
    *(f"rol-{rol}" for rol in ROLLEN),
    *("draaiboeken", "draaiboek"),
    *("calamiteiten", "calamiteit", "actieplan", "actieplan-versies", "communicatie-nieuw", "communicatie-vast"),
    *(f"instellingen-{deel}" for deel in DELEN),
    *ZAAKNAMEN,
)
_ZELFDE = {f"verslag-{s}" for s in ("structureel", "zorg", "ot", "calamiteit")} | {f"rol-{r}" for r in ROLLEN[1:]}
"""Pages made of the same parts as another: to look at each part once is enough."""
PAGINAS = pytest.mark.parametrize("naam", NAMEN)


def _rijen(p: Programma, **vraag: object) -> list[Row]:
    assert p.sessie is not None
    vault, query = p.sessie.diensten.session.vault, Query(**vraag)  # type: ignore[arg-type]
    return p.kluis_lane.submit(lambda: list(vault.rows(vault.ids(query)))).result(timeout=20)


def _vondst(p: Programma) -> Vondst:
    return Vondst(lambda vraag: _rijen(p, **{deel.name: getattr(vraag, deel.name) for deel in fields(vraag)}))


def _plekken(p: Programma) -> dict[str, Plek]:
    v = _vondst(p)
    leerling = v.leerling
    kaart = _rijen(p, kinds=("relatie",), target=leerling)[0].record
    plekken = {
        naam: Plek(naam)
        for naam in (
            *("home", "leerlingen", "gesprekken", "parnassys", "agenda", "edexml", "zaken", "schooljaar"),
            *("jaarplichten", "jaarstukken", "monitoring", "scholingen", "vog", "wetten", "vog-stuk"),
            *("bestuurspakket", "incidenten", "calamiteiten", "meldcode", "sociale-kaart"),
        )
    }
    plekken |= {f"verslag-{s}": Plek("verslag", None, f"leerling={leerling};soort={s}") for s in SOORTEN}
    plekken |= {f"rol-{rol}": Plek("rol", extra=rol) for rol in ROLLEN}
    plekken |= {f"instellingen-{deel}": Plek("instellingen", extra=deel) for deel in DELEN}
    loopt = v.calamiteit
    plekken |= zaakplekken(v)
    return plekken | {
        "trends": Plek("incidenten", extra="trends:2024-08-01:2025-07-31"),
        "incident-vast": Plek("incident", v.record("incident", "vastgesteld")),
        "bestuurspakket": Plek("bestuurspakket"),
        "bestuurspakket-vast": Plek("bestuurspakket", v.record("bestuurspakket")),
        "correctieverzoek": Plek("correctieverzoek", v.record("correctieverzoek")),
        "draaiboeken": Plek("draaiboeken"),
        "draaiboek": Plek("draaiboek", v.record("draaiboekloop")),
        "calamiteit": Plek("calamiteit", loopt),
        "actieplan": Plek("actieplan", extra=f"calamiteit={loopt}"),
        "actieplan-versies": Plek("actieplan-versies", loopt),
        "communicatie-nieuw": Plek("communicatie", extra=f"calamiteit={loopt};groep=indirect"),
        "communicatie-vast": Plek("communicatie", v.record("communicatie")),
        "plan": Plek("plan", extra="contact"),
        "plan-alles": Plek("plan"),
        "kaart-invoer": Plek("kaart-invoer", extra="cit"),
        "eigen-tekst": Plek("eigen-tekst", extra="leerling-educatie"),
        "kies": Plek("leerlingen", extra="verslag"),
        "leerling": Plek("leerling", v.gesprokene),
        "nieuw": Plek("leerling", extra="nieuw"),
        "persoon": Plek("persoon", v.record("persoon")),
        "kaart": Plek("kaart", extra=str(leerling)),
        "gezag": Plek("kaart", extra=f"{leerling}:{kaart}"),
        "zoeken": Plek("zoeken", extra="gesprek"),
        "handleiding": Plek("handleiding", extra="ondertekenen"),
        "ondertekenen": Plek("ondertekenen", v.verslag),
        "verslag-vast": Plek("verslag", v.verslag),
        "verslag-concept": Plek("verslag", v.record("gespreksverslag", "concept")),
        "uitnodiging-vast": Plek("uitnodiging", v.record("uitnodiging", "vastgesteld")),
        "uitnodiging-nieuw": Plek("uitnodiging", None, f"leerling={leerling};soort=zorg"),
    }


@pytest.fixture(scope="module")
def zaal(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zaal]:
    """One program for all pages: to build it costs more than to look at a page."""
    folder = tmp_path_factory.mktemp("toegankelijk")
    ids, onverwacht = Uuid7(), list[BaseException]()
    bestand = VoorkeurenBestand(folder / "voorkeuren.json", ids)
    bestand.wijzig(thema="licht")
    klok = Klok()
    poort = Poort(klok, ids, UUID(int=7), "PC van de IB")
    p = Programma(qapp, poort, bestand, onverwacht.append)
    zaal = Zaal(p)
    p.venster.resize(1280, 720)
    p.venster.show()
    kluis, _ = p.kluis_lane.submit(
        lambda: maak_demo(poort.kluizen, klok, ids, folder / "demo.kluis", 12, 80, seed=11)
    ).result(timeout=60)
    p.geopend(kluis)
    zaal.wacht(lambda: p.sessie is not None, "sessie")
    p.opening.aan_het_werk(kluis)
    zaal.rust()
    zaal.plekken = _plekken(p)
    qapp.installEventFilter(zaal)
    yield zaal
    qapp.removeEventFilter(zaal)
    p.eindig()
    p.venster.close()
    p.laat_los()
    p.venster.deleteLater()
    zonder_stijl(qapp)
    assert not onverwacht, onverwacht


@pytest.fixture(autouse=True)
def _niets_los(zaal: Zaal) -> Iterator[None]:
    zaal.los.clear()
    yield
    assert zaal.los == []


def test_no_page_of_the_program_is_forgotten_here_or_in_the_pictures(zaal: Zaal) -> None:
    er_zijn = set(zaal.programma.paginas)
    assert er_zijn - {plek.page for plek in zaal.plekken.values()} == set()
    elders = {"rol", "instellingen", "handleiding"}  # the pictures walk their parts one by one
    assert er_zijn - elders - {plek.page for plek in fotoplekken(_vondst(zaal.programma)).values()} == set()
    assert set(zaal.plekken) == set(NAMEN)


@PAGINAS
def test_everything_has_a_name_shows_whole_and_is_reached_without_a_mouse(zaal: Zaal, naam: str) -> None:
    pagina = zaal.ga(naam)
    assert pagina.titel() and pagina.accessibleName() == pagina.titel()
    assert [woord(w) for w in zaal.bereikbaar() if not naam_van(w)] == []
    assert [fout for w in zaal.zichtbaar() if (fout := _afgesneden(w))] == []
    for vlak in pagina.findChildren(QScrollArea):
        balk = vlak.verticalScrollBar()
        if vlak.isVisible() and balk.maximum() and not any(vlak.isAncestorOf(w) for w in zaal.bereikbaar()):
            # what is only read follows the keys of the page
            pagina.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(pagina, Qt.Key.Key_End)
            assert balk.value() == balk.maximum()


@PAGINAS
def test_tab_reaches_everything_and_shift_tab_goes_back(zaal: Zaal, naam: str) -> None:
    zaal.ga(naam)
    # the way to the plan, beside a form, is that of the field one comes from: by F6, and no part of the round
    heen = [w for w in zaal.ronde(Qt.Key.Key_Tab) if not naar_plan(w)]
    over = {w for w in zaal.bereikbaar() - set(heen) if not naar_plan(w)}
    assert sorted(map(woord, over)) == []
    terug = [w for w in zaal.ronde(Qt.Key.Key_Backtab) if not naar_plan(w)]
    assert sorted(map(woord, set(heen) ^ set(terug))) == []
    # the same way, from where one turned round
    begin = heen.index(terug[0])
    assert terug == [*reversed(heen[: begin + 1]), *reversed(heen[begin + 1 :])]


@pytest.mark.parametrize("naam", [n for n in NAMEN if n not in _ZELFDE])
def test_one_sees_where_the_focus_is(zaal: Zaal, naam: str) -> None:
    pagina = zaal.ga(naam)
    knoppen = [w for w in zaal.bereikbaar() if pagina.isAncestorOf(w) and not naar_plan(w)]
    if naam == "home":
        knoppen = list(zaal.bereikbaar())  # rail and bar too, once
    gelijk = []
    for widget in knoppen:
        _breng_in_beeld(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        met = _beeld(zaal, widget)
        pagina.clearFocus()
        widget.clearFocus()
        if _beeld(zaal, widget) == met:
            gelijk.append(f"{woord(widget)} {widget.mapTo(zaal.venster, QPoint(0, 0)).toTuple()}")
    assert gelijk == []


def _breng_in_beeld(widget: QWidget) -> None:
    ouder = widget.parentWidget()
    while ouder is not None:
        if isinstance(ouder, QScrollArea):
            QApplication.sendPostedEvents(None, int(QEvent.Type.LayoutRequest))
            ouder.ensureWidgetVisible(widget)
        ouder = ouder.parentWidget()


def _beeld(zaal: Zaal, widget: QWidget) -> QImage:
    """Return the picture of a widget with what is around it: the ring of a search box is on its frame."""
    hoek = widget.mapTo(zaal.venster, QPoint(0, 0))
    vak = QRect(hoek, widget.size()).adjusted(-48, -8, 48, 8).intersected(zaal.venster.rect())
    return zaal.venster.grab(vak).toImage()


def _afgesneden(widget: QWidget) -> str:
    """Return what is cut off, '' where all of it shows."""
    if isinstance(widget, KortLabel) or not isinstance(widget, (QLabel, QPushButton, QCheckBox)):
        return ""
    nodig = widget.sizeHint()
    if isinstance(widget, QLabel):
        if not widget.text():
            return ""
        if widget.wordWrap():
            return "" if widget.height() >= widget.heightForWidth(widget.width()) else f"te laag: {woord(widget)}"
        nodig = widget.minimumSizeHint()
    if isinstance(widget, Knop) and widget.toolTip() and widget.minimumSizeHint().width() < nodig.width():
        return ""  # a name of any length: cut with '…', whole in the tip
    if widget.width() < nodig.width() or widget.height() < nodig.height() - 1:  # a pixel of the font's own rounding
        return f"te klein: {woord(widget)}: {widget.size().toTuple()} < {nodig.toTuple()}"
    ouder = widget.parentWidget()
    while ouder is not None:
        if isinstance(ouder, QScrollArea):
            links = widget.mapTo(ouder.viewport(), QPoint(0, 0)).x()
            buiten = links < 0 or links + widget.width() > ouder.viewport().width()
            return f"buiten beeld: {woord(widget)}" if buiten else ""
        ouder = ouder.parentWidget()
    return ""


@pytest.mark.parametrize("naam", ["home", "leerling", "verslag-vast", "verslag-zorg", "handleiding", "rol-ib", "kaart"])
def test_alt_left_goes_back(zaal: Zaal, naam: str) -> None:
    zaal.ga("home" if naam != "home" else "leerlingen")
    was = zaal.programma.navigator.huidige
    zaal.ga(naam)
    QTest.keyClick(QApplication.focusWidget() or zaal.venster, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    zaal.rust()
    assert zaal.programma.navigator.huidige == was


@pytest.mark.parametrize("knop", ["Afdrukken of PDF", "In ParnasSys gezet…", "Aanvulling…", "Trek in…"])
def test_escape_closes_a_dialog_and_gives_the_focus_back(zaal: Zaal, knop: str) -> None:
    pagina = zaal.ga("verslag-vast")
    knoppen = {w.accessibleName(): w for w in pagina.findChildren(QAbstractButton) if w.isVisible()}
    knoppen[knop].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(knoppen[knop], Qt.Key.Key_Return)
    zaal.wacht(lambda: QApplication.activeModalWidget() is not None, "the dialog")
    zaal.rust()
    dialoog = QApplication.activeModalWidget()
    assert dialoog is not None and dialoog.windowTitle()
    zaal.wacht(lambda: QApplication.focusWidget() is not None, "the focus is in the dialog")
    focus = QApplication.focusWidget()
    assert focus is not None and dialoog.isAncestorOf(focus)
    gezien = zaal.ronde(Qt.Key.Key_Tab)
    assert gezien and all(dialoog.isAncestorOf(w) for w in gezien)
    assert all(w.accessibleName() or isinstance(w, QPushButton) for w in gezien)
    QTest.keyClick(QApplication.focusWidget() or dialoog, Qt.Key.Key_Escape)
    zaal.wacht(lambda: QApplication.activeModalWidget() is None, "the dialog goes")


def test_a_line_more_keeps_tab_on_its_way_to_the_footer(zaal: Zaal) -> None:
    """Qt chains what is made late behind everything else in the window; the form puts it in its place."""
    pagina = zaal.ga("verslag-zorg")
    knop = next(w for w in pagina.findChildren(QAbstractButton) if w.accessibleName() == "Afspraken: voeg regel toe")
    for _ in range(2):
        knop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(knop, Qt.Key.Key_Space)
        zaal.rust()
    knop.setFocus(Qt.FocusReason.TabFocusReason)
    namen = [w.accessibleName() for w in zaal.ronde(Qt.Key.Key_Tab)]
    assert namen.index("Vervolgstappen") < namen.index("Bijlagen: voeg toe") < namen.index("Concept bewaren")
    assert namen.index("Concept bewaren") < namen.index("Home") < namen.index("Wat, regel 2, verplicht")
    assert namen.index("Wat, regel 2, verplicht") < namen.index("Afspraken: voeg regel toe")


def test_f6_goes_to_the_help_of_the_field_and_back(zaal: Zaal) -> None:
    pagina = zaal.ga("verslag-zorg")
    doel = next(w for w in zaal.bereikbaar() if w.accessibleName().startswith("Wat is besproken"))
    assert pagina.isAncestorOf(doel)
    doel.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(doel, Qt.Key.Key_F6)
    hulp = QApplication.focusWidget()
    assert isinstance(hulp, QAbstractButton) and not hulp.isAncestorOf(doel)
    assert hulp.accessibleName().startswith("Uit het plan")
    QTest.keyClick(hulp, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is doel
