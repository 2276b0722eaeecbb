"""Cases on screen: opened from signals, followed step by step, added to, closed and opened again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.rechten import Rol
from desktop.models.weging import Vraag
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.services.meldcode import (
    AFWEGING_EEN,
    AFWEGING_TWEE,
    GEEN_ADVIES,
    GEEN_BESLUIT,
    GEEN_LEERLING,
    GEEN_OUDERS,
    GEEN_OVERLEG,
    GEEN_SIGNAAL,
)
from desktop.services.plan import Plan
from desktop.views.navigatie import Navigator, Plek
from desktop.views.widgets import RIJ, KnopKaart, RijInhoud
from desktop.views.zaak import NieuweZaakPagina, ZaakPagina, ZaakWijzigPagina, ZakenPagina
from desktop.views.zaak.wat_nu import DADEN, MIST, NIEUW, plek_voor
from tests.gui.conftest import Gegaan, School
from tests.gui.zaak.conftest import Zaakbouw, banners, dialoog

AFLOOP = {"afloop": "onterecht", "toelichting": "Er was een andere oorzaak.", "volgt": "Juf Anna", "hoe": "Wekelijks"}


@pytest.fixture
def gedrukt() -> list[Papier]:
    return []


@pytest.fixture
def open_zaak(toon: Callable[..., Any], plan: Plan, gedrukt: list[Papier], qtbot: QtBot) -> Callable[..., ZaakPagina]:
    def open_(plek: Plek, d: Diensten | None = None) -> ZaakPagina:
        pagina: ZaakPagina = toon(ZaakPagina, plek, d, plan=plan, druk=lambda haal: gedrukt.append(haal()))
        qtbot.waitUntil(lambda: not pagina.blad.wacht)
        return pagina

    return open_


def _rijen(pagina: ZakenPagina) -> list[RijInhoud]:
    return [pagina.model.index(n, 0).data(RIJ) for n in range(pagina.model.rowCount())]


def _vul(dialoog_: Any, **values: object) -> None:
    for naam, waarde in values.items():
        veld = dialoog_.formulier.veld(naam)
        veld.editor.zet(waarde)
        veld.editor.gewijzigd.emit()


def test_a_case_is_opened_from_chosen_signals(
    toon, bouw: Zaakbouw, school: School, gegaan: Gegaan, rust, diensten: Diensten
) -> None:
    een, twee = bouw.signaal("Blauwe plek"), bouw.signaal("Wil niet naar huis")
    pagina = toon(NieuweZaakPagina, Plek("zaak-nieuw", extra=f"leerling={school.noa};signaal={een.record}"))
    assert [(box.isChecked(), record) for box, record in pagina.kiezer.vakken] == [
        (False, twee.record),
        (True, een.record),
    ]
    pagina.openknop.click()
    rust()
    assert pagina.velden["kort"].heeft_probleem()
    pagina.velden["kort"].editor.zet("Zorgen thuis")
    pagina.kiezer.vakken[0][0].setChecked(False)
    pagina.openknop.click()
    rust()
    assert gegaan.laatste.page == "zaak" and gegaan.laatste.id is not None
    zaak = bouw.zaak(gegaan.laatste.id)
    assert zaak.dossier.stukken == (een.record,) and zaak.dossier.uitvoerend == "Iris Beheer"


def test_tab_goes_from_the_signals_to_what_it_is_about(toon, bouw: Zaakbouw, school: School) -> None:
    bouw.signaal("Blauwe plek op de arm")
    pagina = toon(NieuweZaakPagina, Plek("zaak-nieuw", extra=f"leerling={school.noa}"))
    assert pagina.kiezer is not None
    volgende = pagina.kiezer.vakken[-1][0].nextInFocusChain()
    while not volgende.focusPolicy() & Qt.FocusPolicy.TabFocus:
        volgende = volgende.nextInFocusChain()
    assert volgende in pagina.velden["kort"].editor.widgets()


def test_without_a_signal_the_way_is_to_record_one(toon, school: School, gegaan: Gegaan) -> None:
    pagina = toon(NieuweZaakPagina, Plek("zaak-nieuw", extra=f"leerling={school.bram}"))
    assert not pagina.openknop.isEnabled()
    pagina.signaalknop.click()
    assert gegaan.laatste == Plek("signaal", extra=f"leerling={school.bram}")


def test_the_path_says_what_is_done_by_whom_and_what_mends_the_rest(
    open_zaak, bouw: Zaakbouw, school: School, gegaan: Gegaan
) -> None:
    signaal = bouw.signaal("Blauwe plek")
    dossier = bouw.dossier(signaal)
    pagina = open_zaak(Plek("zaak", dossier))
    pad = pagina.blad.pad
    kaart = next(k for k in pad.findChildren(KnopKaart) if k.text() == "Signaal: Blauwe plek")
    assert "2 mrt 2026 · Iris Beheer" in kaart.accessibleName()
    kaart.click()
    assert gegaan.laatste == Plek("signaal", signaal.record)
    assert set(pad.knoppen) == {
        (2, "overleg"),
        (2, "samenvatting"),
        (2, "vtadvies"),
        (3, "leerling"),
        (3, "uitnodiging"),
        (3, "ouders"),
        (4, "weging"),
        (5, "weging"),
    }
    for sleutel, pagina_ in (("overleg", "overleg"), ("samenvatting", "samenvatting"), ("weging", "weging")):
        pagina.doe(sleutel)
        assert gegaan.laatste.page == pagina_
    pagina.doe("leerling")
    assert gegaan.laatste == Plek("verslag", extra=f"leerling={school.noa};soort=leerling;dossier={dossier}")


def test_everything_that_can_be_missing_has_a_deed_and_every_deed_a_place(school: School) -> None:
    zinnen = {GEEN_SIGNAAL, GEEN_OVERLEG, GEEN_ADVIES, GEEN_LEERLING, GEEN_OUDERS}
    assert set(MIST) == zinnen | {AFWEGING_EEN, AFWEGING_TWEE, GEEN_BESLUIT}
    hier = {"voeg-toe", "sluit", "heropen"}
    sleutels = {s for rij in MIST.values() for s in rij} | {s for groep in NIEUW for s in groep} | set(DADEN)
    for sleutel in sleutels - hier:
        assert plek_voor(sleutel, school.noa, school.sem) is not None, sleutel


def test_the_contents_fill_themselves_and_records_are_added(
    open_zaak, bouw: Zaakbouw, rust, gegaan: Gegaan, diensten: Diensten
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    bouw.overleg(dossier)
    los = bouw.signaal("Wil niet naar huis")
    pagina = open_zaak(Plek("zaak", dossier))
    tekst = " ".join(label.text() for label in pagina.blad.inhoud.findChildren(type(pagina.blad.titel)))
    assert "1. Relevante en eerdere signalen 1 stuk" in tekst and "4. Inhoud van overleg 1 stuk" in tekst
    assert "6. Hoe is gewogen nog niet" in tekst
    assert pagina.blad.erbij.text() == "Voeg stukken toe (1)"
    pagina.blad.erbij.click()
    vraag = dialoog(pagina)
    assert not vraag.doen.isEnabled()
    vraag.kiezer.vakken[0][0].click()
    assert vraag.doen.text() == "Voeg 1 stuk toe"
    vraag.doen.click()
    rust()
    assert los.record in bouw.zaak(dossier).dossier.stukken
    assert not pagina.blad.erbij.isEnabled()
    assert pagina.blad.model.rowCount() == 3


def test_what_is_in_sight_comes_first_and_the_cards_one_by_one(toon, plan: Plan, bouw: Zaakbouw, qtbot: QtBot) -> None:
    """So that no turn of the user's thread holds the whole page."""
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    pagina = toon(ZaakPagina, Plek("zaak", dossier), plan=plan)
    kaarten = (pagina.blad.inhoud, pagina.blad.tegen, pagina.blad.gezin, pagina.blad.rollen)
    pagina.blad.zet(bouw.d.zaken.beeld(dossier), bouw.klok.now().date(), lambda _: "", "")
    assert len(pagina.blad.wacht) == len(kaarten)
    assert pagina.blad.pad.knoppen and not any(kaart.isVisible() for kaart in kaarten)
    qtbot.waitUntil(lambda: all(kaart.isVisible() for kaart in kaarten))
    assert not pagina.blad.wacht


def test_a_sibling_is_proposed_and_looked_up(open_zaak, bouw: Zaakbouw, school: School, rust, qtbot: QtBot) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    bouw.signaal("Sem slaapt", kind=school.sem)
    pagina = open_zaak(Plek("zaak", dossier))
    pagina.blad.gezin.knoppen[school.sem].click()
    vraag = dialoog(pagina)
    vraag.doen.click()
    rust()
    assert "Schrijf op wat je hebt gevonden" in vraag.fout.text()
    vraag.tekst.zet("Sem is vaak moe.")
    vraag.doen.click()
    rust()
    (rij,) = bouw.zaak(dossier).dossier.gezin
    assert rij.wie is not None and (rij.wie.naam, rij.uitkomst) == ("Sem Yılmaz", "Sem is vaak moe.")
    qtbot.waitUntil(lambda: not pagina.blad.wacht)
    assert pagina.blad.gezin.knoppen == {}


def test_what_the_dossier_demands_stands_on_top_until_it_is_done(open_zaak, bouw: Zaakbouw, gegaan: Gegaan) -> None:
    dossier = bouw.dossier(bouw.signaal("Noa vertelt het zelf", disclosure=True))
    pagina = open_zaak(Plek("zaak", dossier))
    (banner,) = pagina.banners.banners()
    assert "staat disclosure: meld nu bij Veilig Thuis" in banner.zin
    assert pagina.blad.hoofd.text() == "Start de melding"
    banner.knop.click()  # type: ignore[union-attr]
    assert gegaan.laatste.page == "melding"
    bouw.melding(dossier)
    pagina = open_zaak(Plek("zaak", dossier))
    assert banners(pagina) == [] and pagina.blad.hoofd.text() == "Leg de terugkoppeling vast"


def test_eergerelateerd_geweld_asks_for_the_call_first(open_zaak, bouw: Zaakbouw, gegaan: Gegaan) -> None:
    dossier = bouw.dossier(bouw.signaal("Vermoeden van eer", eergerelateerd=True))
    pagina = open_zaak(Plek("zaak", dossier))
    assert "bel direct Veilig Thuis" in banners(pagina)[0] and "Nodig ouders nog niet uit" in banners(pagina)[0]
    pagina.blad.hoofd.click()
    assert gegaan.laatste.page == "vtadvies"


def test_a_late_decision_asks_to_call_and_a_new_signal_to_report_again(open_zaak, bouw: Zaakbouw) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    bouw.melding(dossier)
    bouw.later(7)
    assert banners(open_zaak(Plek("zaak", dossier))) == [], "on the fifth working day it may still come"
    bouw.later(2)
    nieuw = bouw.signaal("Weer een plek")
    bouw.d.meldcode.voeg_toe(bouw.zaak(dossier), [nieuw.record])
    eerste, tweede = banners(open_zaak(Plek("zaak", dossier)))
    assert "het besluit is 2 werkdagen te laat" in eerste
    assert "kwam er 1 nieuw signaal" in tweede


def test_closing_states_the_outcome_and_opens_again_with_a_reason(
    open_zaak, bouw: Zaakbouw, rust, diensten: Diensten, gegaan: Gegaan
) -> None:
    afspraak = {"rij": str(diensten.session.ids.new()), "wat": "Bellen", "wie": "IB", "uiterlijk": "2026-03-09"}
    dossier = bouw.dossier(bouw.signaal("Blauwe plek", afspraken=[afspraak]))
    pagina = open_zaak(Plek("zaak", dossier, "sluit"))
    vraag = dialoog(pagina)
    vraag.doen.click()
    rust()
    assert vraag.formulier.veld("afloop").heeft_probleem() and vraag.formulier.veld("volgt").heeft_probleem()
    _vul(vraag, **AFLOOP)
    vraag.doen.click()
    rust()
    assert "Er staat nog 1 afspraak open" in vraag.formulier.veld("open_werk").foutlabel().text()
    _vul(vraag, open_werk="De afspraak is vervallen.")
    vraag.doen.click()
    rust()
    assert bouw.zaak(dossier).gesloten
    assert (
        "Het vermoeden was onterecht" in pagina.blad.afloop.text()
        and "Juf Anna blijft volgen" in pagina.blad.afloop.text()
    )
    assert pagina.blad.sluit.isHidden() and pagina.blad.hoofd.text() == "Heropen het dossier…"
    pagina.blad.rapport.click()
    assert gegaan.laatste == Plek("rapportage", extra=f"dossier={dossier}"), "the report is what is left to do"
    pagina.blad.hoofd.click()
    weer = dialoog(pagina)
    weer.doen.click()
    rust()
    assert weer.fout.isVisible()
    weer.tekst.zet("Er kwam een nieuw signaal.")
    weer.doen.click()
    rust()
    assert not bouw.zaak(dossier).gesloten and not pagina.blad.sluit.isHidden()


def test_papers_come_from_the_case(open_zaak, bouw: Zaakbouw, diensten: Diensten, gedrukt: list[Papier]) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    bouw.antwoord(dossier, diensten.meldcode.nieuwe_weging(), Vraag.VERMOEDEN, "ja")
    pagina = open_zaak(Plek("zaak", dossier))
    for actie in pagina.blad.printmenu.actions():
        if not actie.isSeparator():
            actie.trigger()
    assert [papier.titel for papier in gedrukt] == [
        "Overzicht van het dossier",
        "Chronologie",
        "Chronologie",
        "Weging",
    ]
    assert all(papier.maak().pdf.startswith(b"%PDF") for papier in gedrukt)


def test_the_case_s_own_fields_are_a_form(toon, bouw: Zaakbouw, rust, gegaan: Gegaan) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    pagina = toon(ZaakWijzigPagina, Plek("zaak-wijzig", dossier))
    veld = pagina.vlak.formulier.veld("contact_leerling")
    veld.editor.zet("Juf Anna, elke maandag")
    veld.editor.gewijzigd.emit()
    pagina.vlak.blad.voet.hoofdknop.click()
    rust()
    assert gegaan.laatste == Plek("zaak", dossier)
    assert bouw.zaak(dossier).dossier.contact_leerling == "Juf Anna, elke maandag"


def test_the_list_shows_open_cases_and_closed_ones_on_request(
    toon, bouw: Zaakbouw, school: School, rust, gegaan: Gegaan, diensten: Diensten, qtbot: QtBot, navigator: Navigator
) -> None:
    dicht = bouw.dossier(bouw.signaal("Al voorbij"), kort="Oud")
    stored, fout = diensten.meldcode.sluit(bouw.zaak(dicht), AFLOOP)
    assert stored is not None, fout
    open_ = bouw.dossier(bouw.signaal("Noa vertelt het zelf", disclosure=True))
    pagina = toon(ZakenPagina, Plek("zaken"))
    (rij,) = _rijen(pagina)
    assert (rij.titel, rij.pil) == ("Noa Yılmaz (groep 5a)", "Nu Veilig Thuis")
    assert pagina.telling.text() == "1 open · 1 vraagt nu Veilig Thuis"
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("zaak", open_)
    pagina.ook_gesloten.click()
    rust()
    assert [r.pil for r in _rijen(pagina)] == ["Nu Veilig Thuis", "Gesloten"]
    assert pagina.nieuw() and gegaan.laatste == Plek("leerlingen", extra="zaak-nieuw")


def test_a_form_of_the_plan_asks_which_case(toon, bouw: Zaakbouw, gegaan: Gegaan, school: School) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    for wat, plek in (
        ("weging", Plek("weging", dossier)),
        ("melding", Plek("melding", extra=f"dossier={dossier}")),
        ("citcontact", Plek("citcontact", extra=f"leerling={school.noa};dossier={dossier}")),
    ):
        pagina = toon(ZakenPagina, Plek("zaken", extra=f"kies:{wat}"))
        assert banners(pagina)
        pagina.lijst.gekozen.emit(_rijen(pagina)[0].sleutel)
        assert gegaan.laatste == plek


@pytest.mark.parametrize(("rol", "leest"), [(Rol.AANDACHTSFUNCTIONARIS, True), (Rol.LEERKRACHT, False)])
def test_others_read_or_get_a_calm_explanation(
    toon, open_zaak, bouw: Zaakbouw, met_rol: Callable[[Rol], Diensten], rol: Rol, leest: bool, school: School
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    d = met_rol(rol)
    zaak, lijst = open_zaak(Plek("zaak", dossier), d), toon(ZakenPagina, Plek("zaken"), d)
    assert zaak.blad.isVisible() == leest and lijst.lijst.isVisible() == leest
    assert zaak.verboden.isVisible() != leest
    if leest:
        assert not zaak.blad.sluit.isEnabled() and "mag je dit niet" in zaak.blad.sluit.accessibleDescription()
        assert not zaak.blad.pad.knoppen[(4, "weging")].isEnabled()
    else:
        assert "mag je dit niet" in zaak.verboden.reden
    assert not lijst.nieuwknop.isEnabled()
    nieuw = toon(NieuweZaakPagina, Plek("zaak-nieuw", extra=f"leerling={school.noa}"), d)
    assert nieuw.verboden.isVisible()
