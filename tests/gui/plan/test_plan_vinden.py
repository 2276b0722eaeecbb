"""Finding words on a page of the plan, what the school made of it, and printing it."""

from __future__ import annotations

import gc
import re

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.models.plan import Planpagina
from desktop.models.schoolplan import EigenPlan
from desktop.services.plan import Plan
from desktop.services.plandruk import Druk
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan import PlanPagina
from desktop.views.plan.zoekbalk import voorvoegsels
from desktop.views.widgets import Alinea, Banner
from tests.gui.plan.plankit import Maak, in_beeld, merken

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
    gevonden = merken(pagina.blad.tekst)
    assert [m.selectedText().casefold()[:8] for m in gevonden] == ["meldnorm"] * aantal
    for _ in range(aantal - 1):
        QTest.keyClick(veld, Qt.Key.Key_Return)
    assert balk.aantal.text() == f"{aantal} van {aantal}"
    in_beeld(pagina, gevonden[-1].selectionStart())
    QTest.keyClick(veld, Qt.Key.Key_Return)
    assert balk.aantal.text() == f"1 van {aantal}"
    QTest.keyClick(veld, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert balk.aantal.text() == f"{aantal} van {aantal}"
    QTest.keyClick(veld, Qt.Key.Key_Escape)
    assert balk.isHidden() and merken(pagina.blad.tekst) == [] and pagina.blad.tekst.hasFocus()


def test_nothing_found_is_said(maak: Maak) -> None:
    pagina = maak()
    pagina._begin_zoeken()
    pagina.zoekbalk.vak.veld.setText("xyzzy")
    pagina.zoekbalk.vak.gezocht.emit("xyzzy")
    assert pagina.zoekbalk.aantal.text() == "Niets gevonden"
    assert not pagina.zoekbalk.volgende.isEnabled()


def test_found_words_are_marked_where_one_comes_for_them(maak: Maak, navigator: Navigator) -> None:
    pagina = maak(hoog=420)
    navigator.ga(Plek("plan", extra="wet-meldcode-avg-delen?toelaatbaarheidsverklaring"))
    gevonden = merken(pagina.blad.tekst)
    assert {m.selectedText().casefold() for m in gevonden} == {"toelaatbaarheidsverklaring"}
    in_beeld(pagina, gevonden[0].selectionStart())
    navigator.ga(Plek("plan", extra="wet-meldcode-avg-delen"))
    assert merken(pagina.blad.tekst) == []


def test_who_knows_stems_says_what_is_found(maak: Maak, navigator: Navigator) -> None:
    gevraagd = []

    def vind(tekst: str, woorden: str) -> list[tuple[int, int]]:
        gevraagd.append(woorden)
        return [(tekst.index("overleg"), 7)]

    pagina = maak(vind=vind)
    navigator.ga(Plek("plan", extra="ib-overleg?overleggen"))
    assert gevraagd == ["overleggen"]
    assert [m.selectedText() for m in merken(pagina.blad.tekst)] == ["overleg"]


def test_a_sign_beyond_the_first_plane_shifts_no_mark(maak: Maak, navigator: Navigator, plan: Plan) -> None:
    plan.zet_eigen(EigenPlan(waarden={"directeur": "Jo 🙂 Bos"}))
    pagina = maak("contact?pestcoordinator")
    assert "🙂" in pagina.blad.tekst.platte_tekst()
    gevonden = merken(pagina.blad.tekst)
    assert gevonden and all(m.selectedText().startswith(("Pestco", "pestco")) for m in gevonden)


def _eigen(pagina: PlanPagina) -> str:
    assert pagina.blad.eigen is not None
    return pagina.blad.eigen.blad.platte_tekst()


def _zoek(pagina: PlanPagina, woorden: str) -> None:
    QTest.keyClick(pagina, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    pagina.zoekbalk.vak.veld.setText(woorden)
    pagina.zoekbalk.vak.gezocht.emit(woorden)


def test_words_in_the_schools_own_text_are_found_after_those_of_the_plan(maak: Maak, plan: Plan) -> None:
    eigen = "Wij 🙂 vragen 😀 het *aapje* eerst.\n" + "Nog een regel.\n" * 40 + "En aan het eind het aapje weer."
    plan.zet_eigen(EigenPlan(teksten={"ib-overleg": eigen}))
    pagina = maak("ib-overleg", hoog=420)
    _zoek(pagina, "aapje")
    assert pagina.zoekbalk.aantal.text() == "1 van 2"
    assert pagina.blad.eigen is not None
    blad = pagina.blad.eigen.blad
    assert [m.selectedText() for m in merken(blad)] == ["aapje", "aapje"], "no emoji shifts a mark"
    assert merken(pagina.blad.tekst) == []
    QTest.keyClick(pagina.zoekbalk.vak.veld, Qt.Key.Key_Return)
    assert pagina.zoekbalk.aantal.text() == "2 van 2"
    in_beeld(pagina, merken(blad)[1].selectionStart(), blad)
    _zoek(pagina, "overleg")
    van_plan, van_school = len(merken(pagina.blad.tekst)), len(merken(blad))
    assert van_plan >= 3 and van_school == 0
    QTest.keyClick(pagina.zoekbalk.vak.veld, Qt.Key.Key_Escape)
    assert merken(pagina.blad.tekst) == merken(blad) == []


def test_a_text_that_changes_while_one_looks_in_it_is_looked_through_again(
    maak: Maak, plan: Plan, navigator: Navigator
) -> None:
    plan.zet_eigen(EigenPlan(teksten={"ib-overleg": "een aapje, twee aapjes"}))
    pagina = maak("ib-overleg")
    _zoek(pagina, "aapje")
    pagina.opzoeker.stap(1)
    for tekst, zin in (("aapje aapje aapje", "2 van 3"), ("aapje", "1 van 1"), ("", "Niets gevonden")):
        plan.zet_eigen(EigenPlan(teksten={"ib-overleg": tekst}))
        pagina.ververs()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        assert pagina.zoekbalk.aantal.text() == zin
        pagina.opzoeker.stap(-1)
        pagina.opzoeker.stap(1)
    plan.zet_eigen(EigenPlan(teksten={"ib-overleg": "aapje", "ib": "aapje"}))
    navigator.ga(Plek("plan", extra="ib"))
    pagina.ververs()
    assert merken(pagina.blad.eigen.blad if pagina.blad.eigen else pagina.blad.tekst) == [], (
        "nothing is looked for here"
    )


def test_more_of_a_long_own_text_is_looked_through_once_it_shows(maak: Maak, plan: Plan) -> None:
    plan.zet_eigen(EigenPlan(teksten={"ib-overleg": "aapje " + "woord " * 2_500 + "aapje"}))
    pagina = maak("ib-overleg")
    _zoek(pagina, "aapje")
    assert pagina.zoekbalk.aantal.text() == "1 van 1"
    assert pagina.blad.eigen is not None
    pagina.blad.eigen.knop.click()
    assert pagina.zoekbalk.aantal.text() == "1 van 2" and pagina.blad.eigen.knop.isHidden()


def test_words_are_found_by_their_beginning_without_accents() -> None:
    tekst = "De coördinator Één; cooperatie, in-coördinatie"
    assert [tekst[b : b + n] for b, n in voorvoegsels(tekst, "Coord")] == ["coördinator", "coördinatie"]
    assert voorvoegsels(tekst, " -! ") == []


# -- the school's own


def test_the_schools_own_text_is_literal(maak: Maak, plan: Plan) -> None:
    plan.zet_eigen(EigenPlan(teksten={"ib-overleg": "<b>Wij</b> *doen* [dit](plan:ib)"}))
    pagina = maak()
    assert _eigen(pagina) == "<b>Wij</b> *doen* [dit](plan:ib)"


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
    assert _eigen(pagina) == "Bel Jo."
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
