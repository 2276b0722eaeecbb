"""The cards beside the log: ticking, telling, calling, whom to speak, and what each leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.models.actieplan import RouteStap
from desktop.models.rechten import Rol
from desktop.services.dossierdruk import Papier
from desktop.views.calamiteit.crisisteam_kaart import Crisisteamkaart
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van_draft
from desktop.views.theme import Thema
from desktop.views.widgets import Bladvlak
from desktop.views.work import Work
from tests.gui.calamiteit.conftest import Opstelling, Toon, dialoog, knop, teksten, velden
from tests.gui.conftest import Gegaan
from tests.unit.services.calamiteitverhaal import Verhaal


def met_plan(v: Verhaal) -> None:
    opvang = v.rij(wat="Opvang groep 6", wie="Juf Anna")
    brief = v.rij(wat="Brief aan ouders", uiterlijk="2026-03-01")
    v.plan(maatregelen=[opvang])
    v.plan(maatregelen=[opvang, brief])


def test_zonder_plan_leidt_de_kaart_naar_een_plan(toon: Toon, gegaan: Gegaan) -> None:
    o = toon()
    knop(o.pagina, "Maak het actieplan").click()
    assert gegaan.laatste == Plek("actieplan", extra=f"calamiteit={o.calamiteit}")


def test_afvinken_is_een_regel_in_het_logboek(toon: Toon) -> None:
    o = toon(met_plan)
    assert "Actieplan · versie 2 van 09:00" in teksten(o.pagina)
    assert "loopt · Juf Anna" in teksten(o.pagina)
    assert "te laat · uiterlijk 1 mrt" in teksten(o.pagina)
    vak = knop(o.pagina, "Opvang groep 6")
    vak.setFocus()
    QTest.keyClick(vak, Qt.Key.Key_Space)
    o.rust()
    assert [r.tekst for r in o.regels()] == ["Gedaan: Opvang groep 6"]
    assert "09:00 gedaan" in teksten(o.pagina)
    nieuw = knop(o.pagina, "Opvang groep 6")
    assert nieuw.isChecked()
    assert o.pagina.window().focusWidget() is nieuw
    nieuw.click()
    o.rust()
    assert "weer open · Juf Anna" in teksten(o.pagina)


def test_tab_gaat_van_het_logboek_door_de_kaarten_van_boven_naar_beneden(toon: Toon) -> None:
    o = toon(met_plan)
    knop(o.pagina, "Opvang groep 6").click()  # a card that is built anew keeps its place
    o.rust()
    volgorde, w = [], o.pagina.logboek.lijst.nextInFocusChain()
    while w is not o.pagina.logboek.lijst:
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.isHidden():
            volgorde += [n for n, kaart in enumerate(o.pagina.kaarten) if kaart.isAncestorOf(w)]
        w = w.nextInFocusChain()
    assert list(dict.fromkeys(volgorde)) == list(range(len(o.pagina.kaarten))) and volgorde == sorted(volgorde)


def test_een_klik_op_de_woorden_vinkt_ook(toon: Toon) -> None:
    o = toon(met_plan)
    regel = knop(o.pagina, "Brief aan ouders").parentWidget()
    QTest.mouseClick(regel, Qt.MouseButton.LeftButton)
    o.rust()
    assert [r.tekst for r in o.regels()] == ["Gedaan: Brief aan ouders"]


def test_vinken_dat_niet_lukt_laat_zien_wat_is(toon: Toon, work: Work) -> None:
    o = toon(met_plan)
    fouten: list[Any] = []
    work.fout.connect(fouten.append)
    vak = knop(o.pagina, "Opvang groep 6")
    plan = o.d.calamiteiten.beeld(o.calamiteit, log=False).actieplan
    assert plan is not None
    stuk = o.d.calamiteiten.open(plan.record)
    o.d.calamiteiten.bewaar(stuk, {**stuk.values, "maatregelen": []})
    vak.click()
    o.rust()
    assert "niet meer in het actieplan" in fouten[0].zin
    assert "Er staan nog geen maatregelen in het plan." in teksten(o.pagina)


def test_een_logregel_bouwt_de_kaarten_niet_opnieuw(toon: Toon) -> None:
    o = toon(met_plan)
    vak = knop(o.pagina, "Opvang groep 6")
    o.typ("Ouders gebeld")
    o.enter()
    assert knop(o.pagina, "Opvang groep 6") is vak


def test_na_sluiten_is_niets_aan_te_vinken(toon: Toon) -> None:
    def dicht(v: Verhaal) -> None:
        met_plan(v)
        v.d.calamiteiten.sluit(v.calamiteit, {"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."})

    o = toon(dicht)
    vak = knop(o.pagina, "Opvang groep 6")
    assert not vak.isEnabled()
    assert "afgesloten" in vak.accessibleDescription()
    namen = [k.accessibleName() for k in o.pagina.findChildren(QAbstractButton)]
    assert "Nieuwe versie" not in namen
    assert "Alle versies" in namen


# -- people


def test_nu_ingelicht_is_een_klik(toon: Toon) -> None:
    o = toon()
    assert "De directeur-bestuurder is nog niet ingelicht." in teksten(o.pagina)
    knop(o.pagina, "Directeur-bestuurder is nu ingelicht").click()
    o.rust()
    assert [r.tekst for r in o.regels()] == o.op_scherm() == ["Directeur-bestuurder ingelicht"]
    assert "Directeur-bestuurder ingelicht 09:00" in teksten(o.pagina)


def test_wat_gedaan_is_blijft_in_beeld_en_de_toets_in_die_kaart(toon: Toon, qtbot: QtBot) -> None:
    o = toon()
    o.pagina.resize(1180, 560)
    klikt = knop(o.pagina, "Directeur-bestuurder is nu ingelicht")
    kaart = next(k for k in o.pagina.kaarten if k.isAncestorOf(klikt))
    vlakken = [v for v in o.pagina.findChildren(Bladvlak) if v.isAncestorOf(kaart)]
    vlak = next(v for v in vlakken if not any(v is not w and v.isAncestorOf(w) for w in vlakken))
    klikt.setFocus()
    vlak.ensureWidgetVisible(klikt)
    stand = vlak.verticalScrollBar().value()
    QTest.keyClick(klikt, Qt.Key.Key_Space)
    o.rust()
    qtbot.waitUntil(lambda: not isValid(klikt))
    assert vlak.verticalScrollBar().value() == stand
    assert o.pagina.window().focusWidget() is QApplication.focusWidget() is knop(kaart, "Schat de omvang: omvang")


def met_team(v: Verhaal) -> None:
    leden = [
        v.rij(rol="bestuur", naam="Ans Bestuurder", telefoon="06 00000011"),
        v.rij(rol="directeur", naam="Dirk Directeur"),
    ]
    velden(v, omvang="groot", crisisteam=leden)


def test_wie_mist_in_het_crisisteam_staat_er(toon: Toon) -> None:
    o = toon(met_team)
    assert "Nog niet in het team: Juridische kennis, Leerkracht van de groep." in teksten(o.pagina)
    knop(o.pagina, "Wijzig het team").click()
    o.rust()
    assert dialoog(o.pagina).accessibleName() == "Gegevens van de calamiteit"


def test_een_nummer_kopieren_en_bellen_na_een_vraag(toon: Toon, work: Work, navigator: Navigator, thema: Thema) -> None:
    o = toon(met_team)
    kopie = knop(o.pagina, "Kopieer het nummer van Ans Bestuurder: 06 00000011")
    QTest.keyClick(kopie, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "06 00000011"
    gebeld: list[str] = []
    kaart = next(k for k in o.pagina.kaarten if isinstance(k, Crisisteamkaart))
    kaart._opener = lambda adres: not gebeld.append(adres)  # type: ignore[func-returns-value]
    knop(o.pagina, "Bel Ans Bestuurder: 06 00000011").click()
    assert gebeld == []
    dialoog(o.pagina).doen.click()
    assert gebeld == ["tel:0600000011"]


# -- communication


def test_elke_groep_zegt_of_ze_is_ingelicht(toon: Toon, gegaan: Gegaan) -> None:
    o = toon(lambda v: (v.communicatie("team", om="08:40"), v.communicatie("team", om="08:55")))
    knop(o.pagina, "Team: 08:55 ingelicht (2×)").click()
    assert gegaan.laatste.page == "communicatie"
    assert gegaan.laatste.id is not None
    knop(o.pagina, "(G)MR: nog niet").click()
    assert gegaan.laatste == Plek("communicatie", extra=f"calamiteit={o.calamiteit};groep=gmr")
    assert "via het bestuur" in teksten(o.pagina)


def test_wat_half_geschreven_is_staat_op_de_kaarten(toon: Toon, gegaan: Gegaan) -> None:
    def half(v: Verhaal) -> None:
        met_plan(v)
        c = v.d.calamiteiten
        plan = c.beeld(v.calamiteit, log=False).actieplan
        assert plan is not None
        stuk = c.open(plan.record)
        c.bewaar_draft(stuk, {**stuk.values, "ernst": "Groot"})
        bericht = c.nieuwe_communicatie(v.calamiteit, groep="gmr")
        c.bewaar_draft(bericht, {**bericht.values, "tekst": "Half"})

    o = toon(half, rol=Rol.IB)
    assert "Je schreef aan de volgende versie. Die is nog niet bewaard." in teksten(o.pagina)
    assert knop(o.pagina, "Schrijf verder")
    knop(o.pagina, "(G)MR: concept, nog niet verstuurd").click()
    assert gegaan.laatste.page == "communicatie"
    assert gegaan.laatste.id is not None


# -- routes, closing


def test_een_stap_van_de_route_vraagt_het_besluit(toon: Toon) -> None:
    o = toon(lambda v: v.plan(strafbaar=True, professional=True))
    assert len([k for k in o.pagina.findChildren(QAbstractButton) if k.text() == "Leg vast…"]) == 5
    knop(o.pagina, f"Leg vast: {RouteStap.BESTUURDER.label}").click()
    vraag = dialoog(o.pagina)
    vraag.doen.click()
    o.rust()
    assert vraag.isVisible()
    assert "besloten" in vraag.fout.text()
    vraag.tekst.zet("Geen aangifte, wel melden.")
    vraag.doen.click()
    o.rust()
    assert [r.tekst for r in o.regels()] == [f"{RouteStap.BESTUURDER.label}: Geen aangifte, wel melden."]
    assert "2 mrt 09:00: Geen aangifte, wel melden." in teksten(o.pagina)


def test_wat_nog_open_is_staat_bij_het_sluiten(toon: Toon, papieren: list[Papier]) -> None:
    o = toon(met_plan)
    assert "2 acties zijn niet afgevinkt." in teksten(o.pagina)
    knop(o.pagina, "Heel de calamiteit (pdf)").click()
    assert [p.titel for p in papieren] == ["Heel de calamiteit"]
    knop(o.pagina, "Sluiten en evalueren").click()
    o.rust()
    vraag = dialoog(o.pagina)
    vraag.doen.click()
    o.rust()
    assert vraag.isVisible()
    assert not o.d.calamiteiten.beeld(o.calamiteit, log=False).dicht
    vraag.formulier.laad({"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."})
    vraag.doen.click()
    o.rust()
    assert "Afgesloten zonder evaluatie" in teksten(o.pagina)
    knop(o.pagina, "Evaluatie (pdf)").click()
    assert papieren[-1].titel == "Evaluatie"


def test_wie_alleen_het_logboek_houdt_ziet_geen_kaarten(toon: Toon) -> None:
    o = toon(met_plan, rol=Rol.ADMINISTRATIE)
    assert not any(k.isVisible() for k in o.pagina.kaarten)


# -- what is half-written in a dialog


def open_formulier(o: Opstelling, naam: str) -> Any:
    knop(o.pagina, naam).click()
    o.rust()
    return dialoog(o.pagina)


def typ(vraag: Any, veld: str, tekst: str) -> None:
    editor = vraag.formulier.veld(veld).editor
    editor.zet(tekst)
    editor.gewijzigd.emit()


def test_wat_in_een_dialoog_stond_is_er_na_vergrendelen_weer(toon: Toon) -> None:
    o = toon(rol=Rol.IB)
    vraag = open_formulier(o, "Vul gegevens aan")
    typ(vraag, "school_loopt", "Marijke")
    o.pagina.berg_op()
    QDialog.done(vraag, QDialog.DialogCode.Rejected)
    o.rust()
    # somebody else changes another field meanwhile
    o.d.calamiteitdaden.ingelicht(o.calamiteit)
    weer = open_formulier(o, "Vul gegevens aan")
    assert weer.formulier.values()["school_loopt"] == "Marijke"
    weer.doen.click()
    o.rust()
    c = o.d.calamiteiten.beeld(o.calamiteit, log=False).calamiteit
    assert (c.school_loopt, c.bestuurder_op is not None) == ("Marijke", True)
    assert o.d.session.vault.drafts(o.d.session.actor.account) == []


def test_een_halve_evaluatie_blijft_en_kan_weg(toon: Toon) -> None:
    o = toon()
    vraag = open_formulier(o, "Sluiten en evalueren")
    vraag.formulier.laad({"geevalueerd": True})
    typ(vraag, "stappen", "Snel gezocht.")
    vraag.reject()
    o.rust()
    (draft,) = o.d.session.vault.drafts(o.d.session.actor.account)
    assert plek_van_draft(draft) == Plek("calamiteit", o.calamiteit, "sluit")
    weer = open_formulier(o, "Sluiten en evalueren")
    assert weer.formulier.values()["stappen"] == "Snel gezocht."
    (weg,) = [k for k in weer.findChildren(QAbstractButton) if k.text() == "Gooi mijn wijzigingen weg"]
    weg.click()
    o.rust()
    assert o.d.session.vault.drafts(o.d.session.actor.account) == []


@pytest.fixture(autouse=True)
def _leeg_klembord() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()
