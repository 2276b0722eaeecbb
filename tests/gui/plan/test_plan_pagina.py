"""The plan on screen: every page whole, links that go where they say, finding words, and coming back to one's place."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.plan import Planpagina
from desktop.models.rolinhoud import Formulier
from desktop.models.schoolplan import EigenPlan
from desktop.services.plan import Plan
from desktop.services.plandruk import Druk
from desktop.services.systeem import SysteemKlok
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan import PlanPagina
from desktop.views.plan.boom import SLEUTEL
from desktop.views.plan.tekst import eerste_zin, kort_af, leesbaar, waarover
from desktop.views.plan.zoekbalk import voorvoegsels
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Banner
from desktop.views.widgets.buitenlink import Buitenlink

FORMULIEREN = {
    Formulier.GESPREKSVERSLAG: Plek("leerlingen", extra="verslag"),
    Formulier.LEERLINGEN: Plek("leerlingen"),
    Formulier.SCHOOLPROFIEL: Plek("instellingen", extra="school"),
    Formulier.SOCIALE_KAART: Plek("sociale-kaart"),
}
PLAN = Plan(SysteemKlok())
PAGINAS = {p.sleutel: p for p in PLAN.paginas()}
Maak = Callable[..., PlanPagina]


@pytest.fixture
def plan() -> Plan:
    return Plan(SysteemKlok())


@pytest.fixture
def maak(qtbot: QtBot, thema: Thema, navigator: Navigator, plan: Plan) -> Maak:
    """Show the page as a window does: asked before one leaves, at the size of a small laptop."""

    def doe(sleutel: str = "ib-overleg", breed: int = 1192, hoog: int = 640, **extra: object) -> PlanPagina:
        pagina = PlanPagina(thema, navigator, plan, FORMULIEREN, **extra)  # type: ignore[arg-type]
        qtbot.addWidget(pagina)
        navigator.zet_bewaker(pagina.mag_weg)
        navigator.gevraagd.connect(lambda plek: pagina.toon(plek) if plek.page == "plan" else None)
        pagina.resize(breed, hoog)
        with qtbot.waitExposed(pagina):
            pagina.show()
        pagina.activateWindow()
        navigator.ga(Plek("plan", extra=sleutel))
        return pagina

    return doe


def _merken(pagina: PlanPagina) -> list[QTextCursor]:
    """Return what is marked on the page."""
    merken = pagina.blad.tekst.extraSelections()
    return [QTextCursor(merk.cursor) for merk in merken]  # type: ignore[attr-defined]  # missing in the stubs


def _tab_naar(pagina: PlanPagina, doel: str) -> None:
    """Go with Tab from link to link until one with this target has the focus."""
    blad = pagina.blad.tekst
    blad.setFocus()
    for _ in range(60):
        QTest.keyClick(blad, Qt.Key.Key_Tab)
        if blad.textCursor().charFormat().anchorHref() == doel and blad.plek() >= 0:
            return
    raise AssertionError(f"geen koppeling: {doel}")


@pytest.mark.parametrize("breed", [552, 1192, 1832])
def test_every_page_shows_whole(maak: Maak, navigator: Navigator, breed: int) -> None:
    pagina = maak(breed=breed)
    for sleutel, inhoud in PAGINAS.items():
        navigator.ga(Plek("plan", extra=sleutel))
        QApplication.processEvents()
        assert pagina.titel() == inhoud.titel
        gelezen = pagina.blad.tekst.platte_tekst()
        assert inhoud.titel in gelezen
        for teken in ("](", "**", "##", "{", "}", "\ufffc"):
            assert teken not in gelezen, (sleutel, teken)
        assert pagina.blad.tekst.height() >= pagina.blad.tekst.document().size().height()
        assert pagina.blad.tekst.lineWrapColumnOrWidth() <= 760 + 56
        assert pagina.boom.hier == sleutel and pagina.boom.currentIndex().data(SLEUTEL) == sleutel
        assert pagina.schuif.vlak.width() <= pagina.schuif.viewport().width()


def test_a_link_leads_where_it_says(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("meldcode")
    _tab_naar(pagina, "plan:meldcode-ib")
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("plan", extra="meldcode-ib")
    navigator.ga(Plek("plan", extra="ib-overleg"))
    _tab_naar(pagina, "kaart:jeugdteam")
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("sociale-kaart", extra="jeugdteam")


def test_a_link_to_a_form_is_there_only_where_the_form_is(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("contact")
    _tab_naar(pagina, "formulier:schoolprofiel")
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("instellingen", extra="school")
    for inhoud in PAGINAS.values():
        tekst = leesbaar(inhoud.tekst, {f.value for f in FORMULIEREN})
        assert set(re.findall(r"formulier:([a-z-]+)", tekst)) <= {f.value for f in FORMULIEREN}


def test_forms_that_exist_are_offered_and_no_others(maak: Maak, navigator: Navigator) -> None:
    pagina = maak()
    for sleutel, inhoud in PAGINAS.items():
        navigator.ga(Plek("plan", extra=sleutel))
        verwacht = [f.label for f in inhoud.leidt_naar if f in FORMULIEREN]
        assert [knop.text() for knop in pagina.zijkant.knoppen] == verwacht
        assert [knop.text() for knop in pagina.zijkant.zie] == [PAGINAS[z].titel for z in inhoud.zie]
    navigator.ga(Plek("plan", extra="contact"))
    QTest.keyClick(pagina.zijkant.knoppen[0], Qt.Key.Key_Return)
    assert navigator.huidige == Plek("instellingen", extra="school")


def test_behind_the_lock_a_form_is_one_calm_line(maak: Maak) -> None:
    pagina = maak("contact", open_paginas=frozenset({"home", "plan", "sociale-kaart"}))
    assert [knop.text() for knop in pagina.zijkant.knoppen] == ["Sociale kaart"]
    assert "formulier:" not in pagina.blad.tekst.toHtml()
    regels = [alinea.text() for alinea in pagina.zijkant.findChildren(Alinea)]
    assert regels == ["Schoolprofiel. Ontgrendel de kluis om dit formulier te openen."]


def test_previous_and_next_stay_within_the_rubriek(maak: Maak, navigator: Navigator, plan: Plan) -> None:
    pagina = maak("ib")
    gezien = ["ib"]
    assert pagina.blad.vorige is None
    while (knop := pagina.blad.volgende) is not None:
        QTest.keyClick(knop, Qt.Key.Key_Return)
        gezien.append(navigator.huidige.extra if navigator.huidige else "")
    assert gezien == [p.sleutel for p in plan.in_rubriek("ib")]
    assert pagina.blad.vorige is not None and pagina.blad.vorige.accessibleName().startswith("Vorige: ")


def test_the_way_to_a_page_goes_by_its_role(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("ib-overleg")
    assert pagina.kruimels() == [("Home", Plek("home")), ("Intern begeleider", Plek("rol", extra="ib"))]
    navigator.ga(Plek("plan", extra="scholing"))
    assert pagina.kruimels()[1] == ("Algemeen", Plek("plan", extra="over-dit-plan"))
    navigator.ga(Plek("plan"))
    assert pagina.titel() == "Plan" and pagina.kruimels() == [("Home", Plek("home"))]


def test_an_unknown_page_shows_what_there_is(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("bestaat-niet")
    assert pagina.overzicht.isVisible() and not pagina.blad.isVisible()
    QTest.keyClick(pagina.overzicht.kaarten[5], Qt.Key.Key_Return)
    assert navigator.huidige == Plek("plan", extra="ib")


# -- the tree


def test_the_tree_is_gone_through_by_keyboard(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("ib-overleg")
    boom = pagina.boom
    boom.setFocus()
    QTest.keyClick(boom, Qt.Key.Key_Down)
    QTest.keyClick(boom, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("plan", extra="ib-overleg-hgkm")
    assert boom.hasFocus(), "who goes by the tree stays in it"
    QTest.keyClick(boom, Qt.Key.Key_Left)
    QTest.keyClick(boom, Qt.Key.Key_Return)
    assert not boom.isExpanded(boom.currentIndex())
    QTest.keyClick(boom, Qt.Key.Key_Return)
    assert boom.isExpanded(boom.currentIndex())


def test_the_tree_has_every_page_and_term(maak: Maak) -> None:
    model = maak().boom.model()
    gevonden = set()
    for rij in range(model.rowCount()):
        tak = model.index(rij, 0)
        assert re.search(r", \d+ pagina's?$", tak.data(Qt.ItemDataRole.AccessibleTextRole))
        gevonden |= {model.index(n, 0, tak).data(SLEUTEL) for n in range(model.rowCount(tak))}
    assert gevonden == set(PAGINAS)


def test_narrow_the_tree_is_behind_a_button(maak: Maak, navigator: Navigator) -> None:
    pagina = maak(breed=552)
    assert not pagina.boom.isVisible() and pagina.wissel.isVisible()
    QTest.keyClick(pagina.wissel, Qt.Key.Key_Space)
    assert pagina.boom.isVisible() and not pagina.blad.isVisible()
    pagina.boom.gekozen.emit("scholing")
    assert pagina.blad.isVisible() and not pagina.boom.isVisible()
    assert pagina.zijkant.isVisibleTo(pagina) and pagina.schuif.isAncestorOf(pagina.zijkant)
    pagina.resize(1400, 700)
    QApplication.processEvents()
    assert pagina.boom.isVisible() and not pagina.schuif.isAncestorOf(pagina.zijkant)


# -- coming back


def test_one_comes_back_to_the_link_one_followed(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("meldcode", hoog=420)
    doel = re.findall(r"plan:[a-z-]+", PAGINAS["meldcode"].tekst)[-1]
    _tab_naar(pagina, doel)
    plek, hoogte = pagina.blad.tekst.plek(), pagina.schuif.verticalScrollBar().value()
    assert hoogte > 0
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    assert pagina.titel() == PAGINAS[doel.removeprefix("plan:")].titel
    assert pagina.schuif.verticalScrollBar().value() == 0
    navigator.terug()
    assert pagina.titel() == PAGINAS["meldcode"].titel
    assert pagina.blad.tekst.hasFocus() and pagina.blad.tekst.plek() == plek
    assert pagina.schuif.verticalScrollBar().value() == hoogte
    navigator.ga(Plek("plan", extra="ib"))
    navigator.ga(Plek("plan", extra="meldcode"))
    assert pagina.schuif.verticalScrollBar().value() == 0, "asked for again it begins at its beginning"


def test_one_comes_back_to_the_button_one_pressed(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("contact")
    naam = pagina.zijkant.zie[1].accessibleName()
    pagina.zijkant.zie[1].setFocus()
    QTest.keyClick(pagina.zijkant.zie[1], Qt.Key.Key_Return)
    navigator.terug()
    focus = QApplication.focusWidget()
    assert focus is not None and focus.accessibleName() == naam


# -- outside links


def _onthoud(geopend: list[str]) -> Callable[[str], bool]:
    def opener(adres: str) -> bool:
        geopend.append(adres)
        return True

    return opener


def _buiten(pagina: PlanPagina) -> Buitenlink:
    dialoog = QApplication.activeModalWidget()
    assert isinstance(dialoog, Buitenlink)
    return dialoog


def test_an_outside_link_asks_first(qtbot: QtBot, maak: Maak, navigator: Navigator) -> None:
    geopend: list[str] = []
    pagina = maak("directeur", opener=_onthoud(geopend))
    _tab_naar(pagina, "https://www.gezondeschool.nl")
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    dialoog = _buiten(pagina)
    assert dialoog.adres.text() == "https://www.gezondeschool.nl"
    qtbot.waitUntil(dialoog.annuleren.hasFocus)
    QTest.keyClick(dialoog, Qt.Key.Key_Escape)
    assert geopend == []
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    _buiten(pagina).openen.click()
    assert geopend == ["https://www.gezondeschool.nl"]
    assert navigator.huidige == Plek("plan", extra="directeur")


def test_without_a_browser_the_address_stays_to_be_copied(qtbot: QtBot, maak: Maak) -> None:
    pagina = maak("directeur", opener=lambda adres: False)
    pagina.blad.tekst.gevolgd.emit("https://www.gezondeschool.nl")
    dialoog = _buiten(pagina)
    dialoog.openen.click()
    assert dialoog.isVisible() and dialoog.mislukt.isVisible()
    dialoog.annuleren.click()


@pytest.mark.parametrize("adres", ["http://x.nl", "file:///etc/passwd", "javascript:alert(1)", "https:", "plan:weg"])
def test_anything_else_opens_nothing(maak: Maak, navigator: Navigator, adres: str) -> None:
    geopend: list[str] = []
    pagina = maak("directeur", opener=_onthoud(geopend))
    pagina.blad.tekst.gevolgd.emit(adres)
    assert QApplication.activeModalWidget() is None and geopend == []
    assert navigator.huidige == Plek("plan", extra="directeur")


# -- finding on the page


def test_finding_marks_all_and_goes_through_them(maak: Maak) -> None:
    pagina = maak("ib-wegen-zorg", hoog=420)
    QTest.keyClick(pagina, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    balk, veld = pagina.zoekbalk, pagina.zoekbalk.vak.veld
    assert veld.hasFocus()
    veld.setText("meldnorm")
    balk.vak.gezocht.emit("meldnorm")
    tekst = pagina.blad.tekst.platte_tekst()
    aantal = len(re.findall("meldnorm", tekst, re.IGNORECASE))
    assert aantal > 3
    assert balk.aantal.text() == f"1 van {aantal}"
    merken = _merken(pagina)
    assert [m.selectedText().casefold()[:8] for m in merken] == ["meldnorm"] * aantal
    for _ in range(aantal - 1):
        QTest.keyClick(veld, Qt.Key.Key_Return)
    assert balk.aantal.text() == f"{aantal} van {aantal}"
    _in_beeld(pagina, merken[-1].selectionStart())
    QTest.keyClick(veld, Qt.Key.Key_Return)
    assert balk.aantal.text() == f"1 van {aantal}"
    QTest.keyClick(veld, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert balk.aantal.text() == f"{aantal} van {aantal}"
    QTest.keyClick(veld, Qt.Key.Key_Escape)
    assert balk.isHidden() and _merken(pagina) == [] and pagina.blad.tekst.hasFocus()


def test_nothing_found_is_said(maak: Maak) -> None:
    pagina = maak()
    pagina._begin_zoeken()
    pagina.zoekbalk.vak.veld.setText("xyzzy")
    pagina.zoekbalk.vak.gezocht.emit("xyzzy")
    assert pagina.zoekbalk.aantal.text() == "Niets gevonden"
    assert not pagina.zoekbalk.volgende.isEnabled()


def _in_beeld(pagina: PlanPagina, positie: int) -> None:
    vak = pagina.blad.tekst.vak(positie)
    boven = pagina.blad.tekst.mapTo(pagina.schuif.viewport(), vak.topLeft())
    assert pagina.schuif.viewport().rect().contains(QRect(boven, vak.size())), boven


def test_found_words_are_marked_where_one_comes_for_them(maak: Maak, navigator: Navigator) -> None:
    pagina = maak(hoog=420)
    navigator.ga(Plek("plan", extra="wet-meldcode-avg-delen?toelaatbaarheidsverklaring"))
    merken = _merken(pagina)
    assert {m.selectedText().casefold() for m in merken} == {"toelaatbaarheidsverklaring"}
    _in_beeld(pagina, merken[0].selectionStart())
    navigator.ga(Plek("plan", extra="wet-meldcode-avg-delen"))
    assert _merken(pagina) == []


def test_who_knows_stems_says_what_is_found(maak: Maak, navigator: Navigator) -> None:
    gevraagd = []

    def vind(tekst: str, woorden: str) -> list[tuple[int, int]]:
        gevraagd.append(woorden)
        return [(tekst.index("overleg"), 7)]

    pagina = maak(vind=vind)
    navigator.ga(Plek("plan", extra="ib-overleg?overleggen"))
    assert gevraagd == ["overleggen"]
    assert [m.selectedText() for m in _merken(pagina)] == ["overleg"]


def test_a_sign_beyond_the_first_plane_shifts_no_mark(maak: Maak, navigator: Navigator, plan: Plan) -> None:
    plan.zet_eigen(EigenPlan(waarden={"directeur": "Jo 🙂 Bos"}))
    pagina = maak("contact?pestcoordinator")
    assert "🙂" in pagina.blad.tekst.platte_tekst()
    merken = _merken(pagina)
    assert merken and all(m.selectedText().startswith(("Pestco", "pestco")) for m in merken)


def test_words_are_found_by_their_beginning_without_accents() -> None:
    tekst = "De coördinator Één; cooperatie, in-coördinatie"
    assert [tekst[b : b + n] for b, n in voorvoegsels(tekst, "Coord")] == ["coördinator", "coördinatie"]
    assert voorvoegsels(tekst, " -! ") == []


# -- the school's own


def test_the_schools_own_text_is_literal(maak: Maak, plan: Plan) -> None:
    plan.zet_eigen(EigenPlan(teksten={"ib-overleg": "<b>Wij</b> *doen* [dit](plan:ib)"}))
    pagina = maak()
    assert "<b>Wij</b> *doen* [dit](plan:ib)" in [alinea.text() for alinea in pagina.blad.findChildren(Alinea)]


def test_who_may_fill_in_is_told_what_is_missing(maak: Maak, plan: Plan, navigator: Navigator) -> None:
    plan.zet_eigen(EigenPlan(waarden={"directeur": "Jo Bos"}))
    pagina = maak("contact", naar_eigen=Plek("instellingen", extra="plan"))
    (banner,) = pagina.blad.banners.findChildren(Banner)
    assert "Aandachtsfunctionaris" in banner.accessibleName() and "Directeur," not in banner.accessibleName()
    assert banner.knop is not None
    QTest.keyClick(banner.knop, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("instellingen", extra="plan")


def test_others_are_not_bothered_with_it(maak: Maak, plan: Plan) -> None:
    plan.zet_eigen(EigenPlan(waarden={}))
    assert maak("contact").blad.banners.findChildren(Banner) == []


def test_what_the_school_makes_of_it_shows_at_once(maak: Maak, plan: Plan) -> None:
    pagina = maak("contact", hoog=420)
    pagina.schuif.verticalScrollBar().setValue(60)
    plan.zet_eigen(EigenPlan(waarden={"directeur": "Jo *Bos*"}, teksten={"contact": "Bel Jo."}))
    pagina.ververs()
    assert "Directeur: Jo *Bos*" in pagina.blad.tekst.platte_tekst()
    assert "Bel Jo." in [alinea.text() for alinea in pagina.blad.findChildren(Alinea)]
    assert pagina.schuif.verticalScrollBar().value() == 60
    plan.zet_eigen(None)
    pagina.ververs()
    assert "Jo" not in pagina.blad.tekst.platte_tekst()


def test_an_editor_of_the_own_text_stands_at_the_page(maak: Maak) -> None:
    gemaakt: list[str] = []

    def eigen(inhoud: Planpagina) -> QWidget:
        gemaakt.append(inhoud.sleutel)
        return Alinea("hier schrijf je")

    pagina = maak("ib-overleg", eigen=eigen)
    assert gemaakt == ["ib-overleg"]
    assert "hier schrijf je" in [alinea.text() for alinea in pagina.blad.findChildren(Alinea)]


# -- printing


def test_every_way_to_print_is_there(maak: Maak, navigator: Navigator) -> None:
    gedrukt: list[tuple[Druk, str]] = []
    pagina = maak("ib-overleg", druk=lambda wat, sleutel: gedrukt.append((wat, sleutel)))
    for knop in pagina.zijkant.drukknoppen:
        QTest.keyClick(knop, Qt.Key.Key_Return)
    verwacht = [("pagina", "ib-overleg"), ("rubriek", "ib"), ("plan", "ib-overleg"), ("poster", "ib-overleg")]
    assert gedrukt == [*verwacht, ("kaart", "ib-overleg")]
    assert pagina.druk_af() and gedrukt[-1] == ("pagina", "ib-overleg")
    navigator.ga(Plek("plan"))
    assert pagina.druk_af() and gedrukt[-1] == ("plan", "")


def test_where_nothing_prints_nothing_is_offered(maak: Maak) -> None:
    pagina = maak()
    assert pagina.zijkant.drukknoppen == [] and not pagina.druk_af()


# -- by keyboard and by ear


def test_the_keyboard_scrolls_what_one_reads(maak: Maak) -> None:
    pagina = maak("protocol-misbruik", hoog=420)
    balk = pagina.schuif.verticalScrollBar()
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_PageDown)
    assert balk.value() > 100
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_End)
    assert balk.value() == balk.maximum()
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Home)
    assert balk.value() == 0


def test_everything_has_a_name(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("ib-overleg", druk=lambda wat, sleutel: None)
    assert pagina.blad.tekst.accessibleName() == "Intern begeleider: Overleg met interne en externe professionals"
    for deel in pagina.findChildren(QWidget):
        if deel.isVisibleTo(pagina) and deel.focusPolicy() & Qt.FocusPolicy.TabFocus:
            gezien = QAccessible.queryAccessibleInterface(deel)
            assert gezien.text(QAccessible.Text.Name), deel


def test_a_very_long_word_widens_nothing(maak: Maak, plan: Plan) -> None:
    lang = "Hottentottententententoonstellingscommissievoorzitter" * 3
    plan.zet_eigen(EigenPlan(waarden={"directeur": lang}, teksten={"contact": lang * 4}))
    pagina = maak("contact", breed=552)
    QApplication.processEvents()
    assert pagina.schuif.vlak.width() <= pagina.schuif.viewport().width()
    document: QTextDocument = pagina.blad.tekst.document()
    assert document.size().width() <= pagina.blad.tekst.width()
    assert pagina.blad.tekst.mapTo(pagina, QPoint(0, 0)).x() >= 0


def test_how_a_page_begins() -> None:
    assert eerste_zin("## Kop\n> Let op.\n\nDe **eerste** [zin](plan:x). En nog een.") == "De eerste zin."
    assert eerste_zin("- een punt\n- nog een") == "een punt"
    assert waarover("Ben je er? Dan wel.\n\n## Wat\n- x\n\n## Wie\n- y") == "Wat · Wie"
    assert kort_af("een twee, drie", 11) == "een twee …"
    assert kort_af("kort", 9) == "kort"
