"""The afwegingskader on screen: what follows from an answer, what may not be skipped, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from desktop.models.afweging import Afweging
from desktop.models.rechten import Rol
from desktop.models.weging import Antwoord, Gevolg, Invoer, Uitkomst, Vraag, antwoorden, gevolg
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.views.navigatie import Navigator, Plek
from desktop.views.widgets import Knop
from desktop.views.zaak import WegingPagina
from desktop.views.zaak.naast import Feitkaart
from desktop.views.zaak.uitleg import splits
from desktop.views.zaak.woorden import VRAAG, balk, hoofdactie, kort_gevolg, waarom_toch
from tests.gui.conftest import Gegaan, Klok, School
from tests.gui.zaak.conftest import IB, REDEN, Zaakbouw, banners, dialoog


@pytest.fixture
def open_weging(toon: Callable[..., Any], plan: Plan) -> Callable[..., WegingPagina]:
    def open_(plek: Plek, d: Diensten | None = None) -> WegingPagina:
        return toon(WegingPagina, plek, d, plan=plan, druk=lambda haal: haal())

    return open_


def _vul(pagina: WegingPagina, **values: object) -> None:
    for naam, waarde in values.items():
        veld = pagina.velden.velden[naam]
        veld.editor.zet(waarde)  # type: ignore[arg-type]
        veld.editor.gewijzigd.emit()


def _kies(pagina: WegingPagina, antwoord: Antwoord) -> None:
    next(k for k in pagina.velden.antwoord.kaarten if k.antwoord is antwoord).click()


def _leg_vast(pagina: WegingPagina, rust: Callable[[], None]) -> None:
    pagina.voet.hoofdknop.click()
    rust()
    dialoog(pagina).doen.click()
    rust()


def test_doubt_means_reporting_and_the_bar_says_so_at_once(
    open_weging, bouw: Zaakbouw, rust, gegaan: Gegaan, diensten: Diensten, school: School
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm"))
    weging = diensten.meldcode.nieuwe_weging()
    bouw.antwoord(dossier, weging, Vraag.VERMOEDEN, "ja")
    pagina = open_weging(Plek("weging", dossier))
    assert [k.accessibleName() for k in pagina.velden.antwoord.kaarten] == [
        "Nee: verder met vraag 3",
        "Twijfel: telt als ja: melden",
        "Ja: direct melden",
    ]
    assert pagina.balk.isHidden()
    _kies(pagina, Antwoord.TWIJFEL)
    assert pagina.balk.isVisible()
    assert "Meldnorm 1: doe direct een melding" in pagina.balk.accessibleName()
    assert "Geen later antwoord maakt dit ongedaan" in pagina.balk.accessibleName()
    assert pagina.voet.hoofdknop.text() == "Leg vast en start melding"
    assert pagina.velden.velden["cit_samen"].isVisible()
    _vul(pagina, reden=REDEN, wie=[IB], cit_samen=False)
    assert "CIT kan dan niet in actie komen" in pagina.velden._citregel.text()
    _leg_vast(pagina, rust)
    (stand,) = diensten.meldcode.wegingen(bouw.zaak(dossier))
    assert stand.gevolg is not None and stand.gevolg.uitkomst is Uitkomst.MELDEN
    assert gegaan.laatste == Plek("melding", extra=f"dossier={dossier}")


def test_an_answer_alone_is_not_enough(open_weging, bouw: Zaakbouw, rust, diensten: Diensten) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm"))
    pagina = open_weging(Plek("weging", dossier))
    _kies(pagina, Antwoord.JA)
    _vul(pagina, reden="Te kort")
    pagina.voet.hoofdknop.click()
    rust()
    fouten = {n: v.foutlabel().text() for n, v in pagina.velden.velden.items() if v.foutlabel() is not None}
    assert fouten["wie"].startswith("Noem wie meewegen")
    assert fouten["reden"] == "Schrijf de reden in minstens één hele zin."
    assert "directeur" in fouten["directeur_op"]
    assert "3 velden vragen nog aandacht" in pagina.voet.ontbreekt.accessibleName()
    assert diensten.meldcode.wegingen(bouw.zaak(dossier)) == ()


def test_no_answer_hides_what_the_dossier_demands(
    open_weging, bouw: Zaakbouw, rust, diensten: Diensten, gegaan
) -> None:
    dossier = bouw.dossier(bouw.signaal("Noa vertelt het zelf", disclosure=True))
    pagina = open_weging(Plek("weging", dossier))
    assert pagina.velden.antwoord.kaarten[0].accessibleName() == "Nee: toch melden: er is disclosure"
    _kies(pagina, Antwoord.NEE)
    assert "In het dossier staat disclosure" in pagina.balk.accessibleName()
    _vul(pagina, reden=REDEN, wie=[IB])
    _leg_vast(pagina, rust)
    assert gegaan.laatste.page == "melding"


def test_the_keyboard_answers_and_goes_on_to_the_next_question(
    open_weging, bouw: Zaakbouw, rust, qtbot: QtBot, navigator: Navigator, klok: Klok, diensten: Diensten
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm"))
    pagina = open_weging(Plek("weging", dossier))
    nee, ja = pagina.velden.antwoord.kaarten
    assert isinstance(nee, QRadioButton) and pagina.focusWidget() is nee
    qtbot.keyClick(nee, Qt.Key.Key_Right)
    if not ja.isChecked():
        qtbot.keyClick(ja, Qt.Key.Key_Return)
    assert ja.isChecked() and not nee.isChecked()
    pagina.activateWindow()
    qtbot.waitUntil(pagina.isActiveWindow)
    vlak = pagina.velden.velden["reden"].editor.widgets()[0]
    vlak.setFocus()
    qtbot.keyClicks(vlak, REDEN)
    _vul(pagina, wie=[IB], directeur_op=klok.now().date().isoformat())
    qtbot.keyClick(vlak, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rust()
    qtbot.keyClick(dialoog(pagina).doen, Qt.Key.Key_Return)
    rust()
    assert pagina._beeld is not None and pagina._beeld.vraag is Vraag.VEILIGHEID
    assert navigator.huidige is not None and navigator.huidige.extra.endswith(":veiligheid")
    stappen = pagina.stappen.knoppen
    assert stappen[Vraag.VERMOEDEN].accessibleName() == "Vraag 1, Vermoeden: beantwoord"
    assert not stappen[Vraag.HULP].isEnabled()
    stored = diensten.meldcode.wegingen(bouw.zaak(dossier))[0].antwoorden[0]
    assert diensten.session.vault.kept(stored.record, "vastgesteld-pdf") is not None


def test_what_is_half_filled_in_comes_back(open_weging, bouw: Zaakbouw, rust, diensten: Diensten) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm"))
    pagina = open_weging(Plek("weging", dossier))
    _kies(pagina, Antwoord.JA)
    _vul(pagina, reden="We zien dat het", wie=[IB])
    pagina.berg_op()
    rust()
    weer = open_weging(Plek("weging", dossier))
    assert weer.velden.antwoord.waarde() == "ja"
    assert weer.velden.velden["reden"].editor.waarde() == "We zien dat het"
    assert weer.velden.velden["wie"].editor.waarde() == [IB]
    assert diensten.wegen.halverwege(dossier) is not None


def test_question_four_asks_parts_term_and_casemanager_and_lets_the_norm_be_chosen(
    open_weging, bouw: Zaakbouw, diensten: Diensten
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm"), casemanager="Marjan Dekker")
    weging = diensten.meldcode.nieuwe_weging()
    vt = {"vt_wie": "V.T.", "vt_op": "2026-03-02"}
    bouw.antwoord(dossier, weging, Vraag.VERMOEDEN, "ja")
    bouw.antwoord(dossier, weging, Vraag.VEILIGHEID, "nee")
    bouw.antwoord(dossier, weging, Vraag.HULP, "ja", **vt, hulp_mogelijk=True, dreiging_weg=True)
    pagina = open_weging(Plek("weging", dossier, f"{weging}:acceptatie"))

    def zichtbaar() -> set[str]:
        return {naam for naam, veld in pagina.velden.velden.items() if veld.isVisible()}

    assert {"aanvaard", "zet_zich_in", "vt_wie", "vt_op"} <= zichtbaar()
    _kies(pagina, Antwoord.JA)
    assert {"termijn", "effect", "casemanager"} <= zichtbaar() and "norm" not in zichtbaar()
    assert pagina.velden.velden["casemanager"].editor.waarde() == "Marjan Dekker"
    _kies(pagina, Antwoord.NEE)
    assert "norm" in zichtbaar()
    assert pagina.velden.velden["norm"].editor.waarde() == "2"
    assert "Meldnorm 2" in pagina.balk.accessibleName()
    _vul(pagina, norm="3")
    assert "Meldnorm 3" in pagina.balk.accessibleName()


def test_beside_the_question_stands_what_the_dossier_says(
    open_weging, bouw: Zaakbouw, gegaan: Gegaan, diensten: Diensten, school: School
) -> None:
    feit = bouw.signaal("Blauwe plek op de arm")
    kind = bouw.signaal("Ik mag het niet zeggen", soort="kind")
    tegen = [{"rij": str(diensten.session.ids.new()), "wat": "De huisarts zag niets.", "bron": "huisarts"}]
    dossier = bouw.dossier(feit, kind, tegenspraak=tegen)
    bouw.signaal("Sem is moe", kind=school.sem)
    pagina = open_weging(Plek("weging", dossier))
    namen = [kaart.accessibleName() for kaart in pagina.paneel.kaarten]
    assert "2 mrt 2026, Blauwe plek op de arm, feit · leerkracht" in namen
    assert any("“Ik mag het niet zeggen”" in naam and "woorden van het kind" in naam for naam in namen)
    assert any("De huisarts zag niets." in naam and "spreekt tegen" in naam for naam in namen)
    assert any("Sem Yılmaz (1 signaal)" in knop.text() for knop in pagina.paneel.findChildren(type(pagina.vorige)))
    kaart = next(k for k in pagina.paneel.findChildren(Feitkaart) if "Blauwe" in k.text())
    kaart.click()
    assert gegaan.laatste == Plek("signaal", feit.record)
    gezien = [r.record for r in diensten.session.vault.audit(action="bekeken", limit=50)]
    assert feit.record in gezien and kind.record in gezien


def test_an_established_answer_reads_and_goes_on(open_weging, bouw: Zaakbouw, rust, diensten: Diensten) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm"))
    weging = diensten.meldcode.nieuwe_weging()
    eerste = bouw.antwoord(dossier, weging, Vraag.VERMOEDEN, "ja")
    pagina = open_weging(Plek("weging", dossier, f"{weging}:vermoeden"))
    assert pagina.lezen.isVisible() and not pagina.velden.isVisible()
    assert pagina.leesbalk.isVisible() and pagina.voet.hoofdknop.isHidden()
    pagina.verder.click()
    rust()
    assert pagina._beeld is not None and pagina._beeld.vraag is Vraag.VEILIGHEID
    los = open_weging(Plek("afweging", eerste.record))
    assert los._beeld is not None and los._beeld.vraag is Vraag.VERMOEDEN and los._beeld.vast
    nieuw = open_weging(Plek("weging", dossier, "nieuw"))
    assert nieuw._beeld is not None and nieuw._beeld.vraag is Vraag.VERMOEDEN and not nieuw._beeld.vast
    assert "naast 1 eerdere weging" in nieuw.blad.over.text()


def test_who_advises_reads_and_who_teaches_does_not(
    open_weging, bouw: Zaakbouw, met_rol: Callable[[Rol], Diensten]
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm"))
    adviseur = open_weging(Plek("weging", dossier), met_rol(Rol.AANDACHTSFUNCTIONARIS))
    assert adviseur.leeg.isVisible() and not adviseur.velden.isVisible() and adviseur.voet.hoofdknop.isHidden()
    leraar = open_weging(Plek("weging", dossier), met_rol(Rol.LEERKRACHT))
    assert "mag je dit niet" in banners(leraar)[0] and not leraar.blad.inhoud.isVisible()


def test_a_term_pops_up_over_the_question(open_weging, bouw: Zaakbouw, diensten: Diensten) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm"))
    weging = diensten.meldcode.nieuwe_weging()
    bouw.antwoord(dossier, weging, Vraag.VERMOEDEN, "ja")
    pagina = open_weging(Plek("weging", dossier))
    assert pagina.uitleg.criteria.isHidden()
    pagina.uitleg.meer.click()
    assert "Wat is acute onveiligheid" in pagina.uitleg.criteria.platte_tekst()
    assert "direct een melding" not in pagina.uitleg.criteria.platte_tekst(), "what follows stands on the cards"
    pagina.uitleg.gevolgd.emit("begrip:onveiligheid")
    assert pagina.begrip.pagina is not None and pagina.begrip.pagina.sleutel == "onveiligheid"
    pagina.begrip.sluit()
    assert pagina.begrip.isHidden()


def test_every_answer_of_every_question_has_its_words() -> None:
    """Whatever the dossier says, a card, a bar and a button say what follows, and why where it is not the answer."""
    for vraag in Vraag:
        assert VRAAG[vraag].endswith("?")
        for antwoord in antwoorden(vraag):
            for n in range(16):
                invoer = Invoer(*(bool(n & bit) for bit in (1, 2, 4, 8)))
                uit: Gevolg = gevolg(vraag, antwoord, invoer)
                titel, zin = balk(uit, vraag)
                assert titel and zin and kort_gevolg(vraag, antwoord, invoer) and hoofdactie(uit, vraag)
                anders = uit.uitkomst is not gevolg(vraag, antwoord, Invoer()).uitkomst
                if anders and uit.uitkomst in (Uitkomst.MELDEN, Uitkomst.VEILIG_THUIS):
                    assert "dossier" in waarom_toch(vraag, antwoord, invoer)


def test_the_plan_s_page_is_split_in_explanation_and_criteria() -> None:
    tekst = (
        "Eerst dit.\n\n## De vraag\nIs het zo?\n\n## JA\n- meld\n\n## Wat is acuut\nGevaar.\n\n## Na een melding\nVolg."
    )
    assert splits(tekst) == ("Eerst dit.\n\nIs het zo?", "## Wat is acuut\nGevaar.")


def test_established_answers_lead_where_the_rules_say(bouw: Zaakbouw, diensten: Diensten) -> None:
    dossier = bouw.dossier(bouw.signaal("Vermoeden van eer", eergerelateerd=True))
    nee = bouw.antwoord(dossier, diensten.meldcode.nieuwe_weging(), Vraag.VERMOEDEN, "nee").value
    assert isinstance(nee, Afweging)
    from desktop.views.zaak.woorden import waarheen

    assert waarheen(nee).page == "vtadvies" and f"dossier={dossier}" in waarheen(nee).extra


def test_of_many_facts_the_newest_show_first(open_weging, bouw: Zaakbouw) -> None:
    signalen = []
    for n in range(9):
        signalen.append(bouw.signaal(f"Signaal {n}"))
        bouw.later(1)
    pagina = open_weging(Plek("weging", bouw.dossier(*signalen)))
    assert [k.text() for k in pagina.paneel.kaarten] == [f"Signaal {n}" for n in range(8, 2, -1)]
    next(k for k in pagina.paneel.findChildren(Knop) if k.text() == "Toon er nog 3").click()
    assert [k.text() for k in pagina.paneel.kaarten][-3:] == ["Signaal 2", "Signaal 1", "Signaal 0"]
    assert all(k.isVisible() for k in pagina.paneel.kaarten)
