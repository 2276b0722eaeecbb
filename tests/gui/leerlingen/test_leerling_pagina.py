"""The page of one pupil: head, timeline with filters, gezag cards, drafts, and what is not allowed and why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.models.core import Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Append
from desktop.models.personen import Leerling, Relatie
from desktop.models.rechten import Rol
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.velden import naar_values
from desktop.models.vervolg import InParnasSys
from desktop.models.vooroverleg import SoortGesprek
from desktop.views.leerlingen import LeerlingPagina
from desktop.views.leerlingen.gezag import Waarschuwing
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ, Label, Toast


@pytest.fixture
def pagina(qtbot, thema, work, navigator, diensten):
    pagina = LeerlingPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.resize(1350, 800)
    pagina.show()
    qtbot.waitExposed(pagina)
    return pagina


def _verslag(d, school, dag: date, state="vastgesteld", soort=SoortGesprek.ZORG, **rest):
    wie = Wie(persoon=school.noa, naam="Noa Yılmaz", hoedanigheid="5a")
    waarde = Gespreksverslag(leerling=wie, soort=soort, datum=dag, onderwerp=f"Gesprek van {dag}", **rest)
    item = Append(d.session.ids.new(), waarde, None, state)
    return d.session.vault.append(d.session.actor, item, d.session.nu())


def _uitnodiging(d, school, dag: date):
    wie = Wie(persoon=school.noa, naam="Noa Yılmaz")
    waarde = Uitnodiging(leerling=wie, soort=SoortGesprek.STRUCTUREEL, datum=dag, onderwerp="Voortgang")
    return d.session.vault.append(d.session.actor, Append(d.session.ids.new(), waarde, None), d.session.nu())


def _toon(pagina, rust, plek: Plek):
    pagina.toon(plek)
    rust()
    return pagina.dossier


def _rijen(dossier):
    model = dossier.tijdlijn.model
    return [model.index(n).data(RIJ) for n in range(model.rowCount())]


def _teksten(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget))


def test_the_head_names_group_and_age(pagina, rust, school):
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    assert dossier.naam.text() == "Noa Yılmaz"
    assert dossier.regel.text() == "Groep 5a · geboren 12 sep 2016 (9 jaar)"
    assert not dossier.pil.isVisible()
    assert pagina.titel() == "Noa Yılmaz"
    assert pagina.kruimels() == (("Leerlingen", Plek("leerlingen")),)


def test_the_timeline_says_what_is_still_to_do(pagina, rust, school, diensten):
    ouder = Wie(persoon=school.elif_, naam="Elif Yılmaz", gezag="ja")
    open_ = _verslag(diensten, school, date(2026, 2, 1), ouders=(ouder,))
    klaar = _verslag(diensten, school, date(2026, 1, 5))
    vervolg = InParnasSys(op=klaar.record, leerling=school.noa, moment=diensten.session.nu(), datum=date(2026, 1, 6))
    diensten.session.vault.append(
        diensten.session.actor, Append(diensten.session.ids.new(), vervolg, None, "vastgesteld"), diensten.session.nu()
    )
    _verslag(diensten, school, date(2025, 12, 1), state="concept")
    _uitnodiging(diensten, school, date(2025, 11, 1))
    rijen = _rijen(_toon(pagina, rust, Plek("leerling", school.noa)))
    assert [r.links for r in rijen] == ["1 feb 2026", "5 jan 2026", "1 dec 2025", "1 nov 2025"]
    assert [r.pil for r in rijen] == ["Vastgesteld", "Vastgesteld", "Concept", "Concept"]
    assert [woord for _, _, woord in rijen[0].tekens] == ["Nog te tekenen", "Niet in ParnasSys"]
    assert rijen[0].voorgelezen().endswith("Nog te tekenen, Niet in ParnasSys")
    assert all(r.tekens == () for r in rijen[1:])
    assert rijen[0].regel == "Gesprek bij zorgen"
    assert rijen[0].sleutel == Plek("verslag", open_.record)
    assert rijen[3].sleutel.page == "uitnodiging"


def test_withdrawn_ones_show_only_when_asked(qtbot, pagina, rust, school, diensten):
    stored = _verslag(diensten, school, date(2026, 2, 1))
    diensten.gesprekken.trek_in(stored.record, "Stond in het verkeerde dossier.")
    _verslag(diensten, school, date(2026, 1, 1))
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    assert [r.links for r in _rijen(dossier)] == ["1 jan 2026"]
    assert dossier.tijdlijn.ingetrokken.text() == "Ook ingetrokken (1)"
    dossier.tijdlijn.ingetrokken.setFocus()
    qtbot.keyClick(dossier.tijdlijn.ingetrokken, Qt.Key.Key_Space)
    weg = _rijen(dossier)[0]
    assert weg.weg
    assert weg.pil == "Ingetrokken"
    pagina.grab()


def test_filters_by_kind_and_year_and_jumping(qtbot, pagina, rust, school, diensten):
    for n in range(12):
        soort = SoortGesprek.OT if n % 2 else SoortGesprek.ZORG
        _verslag(diensten, school, date(2026, 2, 1) - timedelta(days=90 * n), soort=soort)
    _uitnodiging(diensten, school, date(2026, 2, 20))
    lijn = _toon(pagina, rust, Plek("leerling", school.noa)).tijdlijn
    lijn.soort.setCurrentText("Ondersteuningsteam (OT)")
    assert {r.regel for r in _rijen(pagina.dossier)} == {"Ondersteuningsteam (OT)"}
    lijn.soort.setCurrentText("Alle uitnodigingen")
    assert len(_rijen(pagina.dossier)) == 1
    lijn.jaar.setCurrentText("2023–2024")
    assert _rijen(pagina.dossier) == []
    assert lijn.niets.isVisible()
    lijn.niets.gekozen.emit()
    assert len(_rijen(pagina.dossier)) == 13
    lijn.spring("2024–2025")
    gekozen = lijn.lijst.currentIndex().data(RIJ)
    assert gekozen.links == "6 aug 2024" or gekozen.links.endswith("2025")
    assert lijn.lijst.currentIndex().row() > 0


def test_enter_opens_a_report(qtbot, pagina, rust, school, diensten, gegaan):
    stored = _verslag(diensten, school, date(2026, 2, 1))
    lijn = _toon(pagina, rust, Plek("leerling", school.noa)).tijdlijn
    lijn.lijst.setFocus(Qt.FocusReason.TabFocusReason)
    assert lijn.lijst.selectedIndexes()  # one sees where one is
    qtbot.keyClick(lijn.lijst, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("verslag", stored.record)


def test_own_drafts_stand_on_top_and_open(qtbot, pagina, rust, school, diensten, gegaan):
    stuk = diensten.gesprekken.nieuw_verslag(school.noa, SoortGesprek.ZORG)
    diensten.gesprekken.bewaar_draft(stuk, {**stuk.values, "onderwerp": "Vaak moe"})
    ander = diensten.gesprekken.nieuw_verslag(school.sem, SoortGesprek.ZORG)
    diensten.gesprekken.bewaar_draft(ander, {**ander.values, "onderwerp": "Over Sem"})
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    kaarten = [dossier._drafts.itemAt(n).widget() for n in range(1, dossier._drafts.count())]
    assert [k.text() for k in kaarten] == ["Gespreksverslag: Vaak moe"]
    qtbot.keyClick(kaarten[0], Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("verslag", stuk.record)


def test_gezag_cards_say_what_holds_and_warn(pagina, rust, school):
    elif_, job = _toon(pagina, rust, Plek("leerling", school.noa)).kaarten
    assert elif_.pil.accessibleName() == "Gezag"
    tekst = _teksten(elif_)
    assert "moeder" in tekst
    assert "Recht op informatie: ja" in tekst
    assert "Turks · tolk nodig" in tekst
    assert "Lindelaan 4, Voorbeeldstad" in tekst
    assert job.pil.accessibleName() == "Geen gezag"
    assert "Haalt niet op." in job.findChild(Waarschuwing).accessibleName()


def test_a_limit_further_down_is_named_on_top(pagina, rust, school):
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    boven = dossier._rechts.itemAt(1).widget()
    assert isinstance(boven, Waarschuwing)
    assert "Job Bakker" in boven.accessibleName()


def test_a_secret_address_shows_only_on_asking_and_hides_again(qtbot, pagina, rust, school):
    job = _toon(pagina, rust, Plek("leerling", school.noa)).kaarten[1]
    assert "Verborgenpad" not in _teksten(job)
    qtbot.keyClick(job.adres.knop, Qt.Key.Key_Return)
    assert "Verborgenpad 9, Elders" in _teksten(job)
    qtbot.keyClick(job.adres.knop, Qt.Key.Key_Return)
    assert "Verborgenpad" not in _teksten(job)


def test_gezag_that_changes_soon_is_said_beforehand(pagina, rust, school, diensten):
    kaart = diensten.personen.kaarten(school.noa)[0].kaart
    values = naar_values(kaart)
    values["perioden"] = [
        *values["perioden"],
        {"rij": str(diensten.session.ids.new()), "vanaf": "2026-04-01", "gezag": "nee"},
    ]
    diensten.personen.koppel(school.noa, school.elif_, values, school.kaart_elif)
    eerste = _toon(pagina, rust, Plek("leerling", school.noa)).kaarten[0]
    assert eerste.pil.accessibleName() == "Gezag"
    assert "Vanaf 1 apr 2026: geen gezag" in _teksten(eerste)


def test_siblings_lead_to_their_page(qtbot, pagina, rust, school, gegaan):
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    knop = next(
        dossier._rechts.itemAt(n).widget()
        for n in range(dossier._rechts.count())
        if (w := dossier._rechts.itemAt(n).widget()) and w.accessibleName() == "Sem Yılmaz"
    )
    qtbot.keyClick(knop, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("leerling", school.sem)


def test_the_menu_leads_to_invitation_and_kinds_of_report(pagina, rust, school, gegaan):
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    acties = dossier.acties()
    assert len(acties) == 1 + len(SoortGesprek)
    acties[0].trigger()
    assert gegaan.laatste == Plek("uitnodiging", extra=f"leerling={school.noa}")
    next(a for a in acties if "huiselijk geweld" in a.text()).trigger()
    assert gegaan.laatste == Plek("verslag", extra=f"leerling={school.noa};soort=hgkm")


@pytest.mark.parametrize(
    ("wie", "woorden", "pil"),
    [
        ("fleur", "Ouders uitnodigen (leerling is van school)", "Van school sinds 11 jul 2025"),
        ("daan", "Ouders toch uitnodigen, met een reden", "Overleden op 3 nov 2025"),
    ],
)
def test_no_invitation_for_who_left_and_only_with_a_reason_for_who_died(pagina, rust, school, wie, woorden, pil):
    dossier = _toon(pagina, rust, Plek("leerling", getattr(school, wie)))
    uitnodigen, *verslagen = dossier.acties()
    assert uitnodigen.isEnabled() == (wie == "daan")
    assert uitnodigen.text() == woorden
    assert all(a.isEnabled() for a in verslagen)
    assert dossier.pil.accessibleName() == pil
    assert dossier.pil.isVisible()
    # never an age of a child that died
    assert ("jaar)" in dossier.regel.text()) == (wie == "fleur")


def test_an_administrator_sees_invitations_and_no_reports(
    qtbot, thema, work, navigator, met_rol, rust, school, diensten
):
    _verslag(diensten, school, date(2026, 2, 1))
    _uitnodiging(diensten, school, date(2026, 2, 2))
    pagina = LeerlingPagina(met_rol(Rol.ADMINISTRATIE), work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.show()
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    assert [r.sleutel.page for r in _rijen(dossier)] == ["uitnodiging"]
    assert "alleen uitnodigingen" in dossier.uitleg.text()
    assert [a.isEnabled() for a in dossier.acties()] == [True] + [False] * len(SoortGesprek)


def test_an_unknown_pupil_gives_a_sentence(pagina, rust, school):
    pagina.toon(Plek("leerling", school.elif_))
    rust()
    assert "leerling is er niet" in pagina.banners.banners()[0].zin


def test_an_answer_for_an_older_pupil_is_dropped(pagina, rust, school):
    pagina.toon(Plek("leerling", school.noa))
    pagina.toon(Plek("leerling", school.bram))
    rust()
    assert pagina.dossier.naam.text() == "Bram de Wit"


def test_adding_a_pupil_by_hand(qtbot, pagina, rust, school, diensten, gegaan):
    pagina.toon(Plek("leerling", extra="nieuw"))
    rust()
    assert pagina.titel() == "Nieuwe leerling"
    formulier = pagina.blad.formulieren["leerling"]
    for naam, tekst in (("roepnaam", "Jip"), ("achternaam", "Jansen"), ("groep_naam", "5A")):
        qtbot.keyClicks(formulier.veld(naam).editor.widgets()[0], tekst)
    qtbot.keyClick(pagina.blad.voet.hoofdknop, Qt.Key.Key_Return)
    rust()
    record = gegaan.laatste.id
    leerling = diensten.session.vault.get(record).value
    assert isinstance(leerling, Leerling)
    assert (leerling.titel(), leerling.groep) == ("Jip Jansen", school.groep5)
    assert [t.tekst for t in pagina.findChildren(Toast)] == ["De leerling is toegevoegd"]


def test_a_pupil_without_a_name_is_explained_at_the_field(qtbot, pagina, rust):
    pagina.toon(Plek("leerling", extra="nieuw"))
    rust()
    qtbot.keyClick(pagina.blad.voet.hoofdknop, Qt.Key.Key_Return)
    rust()
    veld = pagina.blad.formulieren["leerling"].veld("roepnaam")
    assert veld.foutlabel().text() == "Vul een roepnaam of een achternaam in."
    assert veld.editor.widgets()[0].hasFocus()


def test_changing_data_keeps_what_the_form_does_not_show(qtbot, pagina, rust, school, diensten):
    pagina.toon(Plek("leerling", school.noa, "wijzig"))
    rust()
    invoer = pagina.blad.formulieren["leerling"].veld("voornamen").editor.widgets()[0]
    qtbot.keyClicks(invoer, "Noa Elif")
    assert not pagina.blad.voet.stand.text().startswith("Alles")
    qtbot.keyClick(pagina.blad.voet.hoofdknop, Qt.Key.Key_Return)
    rust()
    leerling = diensten.personen.leerling(school.noa).leerling
    assert (leerling.voornamen, leerling.groep) == ("Noa Elif", school.groep5)


def test_cancelling_asks_before_anything_typed_is_thrown_away(
    qtbot, pagina, rust, school, diensten, monkeypatch, gegaan
):
    pagina.toon(Plek("leerling", school.noa, "wijzig"))
    rust()
    qtbot.keyClicks(pagina.blad.formulieren["leerling"].veld("voornamen").editor.widgets()[0], "X")
    pagina.berg_op()
    rust()
    assert diensten.personen.draft(Leerling, school.noa) is not None
    antwoorden = iter([False, True])
    monkeypatch.setattr("desktop.views.leerlingen.invulblad.Bevestiging.vraag", lambda self: next(antwoorden))
    pagina.blad.terugknop.click()
    assert gegaan.plekken == []
    pagina.blad.terugknop.click()
    rust()
    assert gegaan.laatste == Plek("leerling", school.noa)
    assert diensten.personen.draft(Leerling, school.noa) is None


def test_a_half_filled_form_comes_back_after_leaving(qtbot, pagina, rust, school, diensten):
    pagina.toon(Plek("leerling", extra="nieuw"))
    rust()
    qtbot.keyClicks(pagina.blad.formulieren["leerling"].veld("roepnaam").editor.widgets()[0], "Jip")
    assert pagina.mag_weg()
    pagina.toon(Plek("leerling", school.noa))
    rust()
    pagina.toon(Plek("leerling", extra="nieuw"))
    rust()
    assert pagina.blad.waarden("leerling")["roepnaam"] == "Jip"
    (banner,) = pagina.blad.banners.banners()
    assert "eerder mee bezig" in banner.zin
    banner.knop.click()
    rust()
    assert not pagina.blad.waarden("leerling").get("roepnaam")
    assert diensten.personen.draft(Leerling, None) is None


def test_other_data_since_the_draft_are_said(qtbot, pagina, rust, school, diensten):
    pagina.toon(Plek("leerling", school.noa, "wijzig"))
    rust()
    qtbot.keyClicks(pagina.blad.formulieren["leerling"].veld("voornamen").editor.widgets()[0], "X")
    pagina.berg_op()
    rust()
    values = naar_values(diensten.personen.leerling(school.noa).leerling)
    diensten.personen.bewaar(Leerling, school.noa, {**values, "groep_naam": "6"})
    pagina.toon(Plek("leerling", school.noa, "wijzig"))
    rust()
    assert "intussen veranderd" in pagina.blad.banners.banners()[0].accessibleName()


def test_a_half_filled_card_waits_with_the_pupil(qtbot, pagina, rust, school, diensten, gegaan):
    diensten.personen.bewaar_draft(Relatie, diensten.session.ids.new(), None, {"soort": "moeder"}, school.noa)
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    kaart = dossier._drafts.itemAt(1).widget()
    assert kaart.text() == "Gezagskaart"
    qtbot.keyClick(kaart, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("kaart", extra=str(school.noa))
    # conversations know nothing of it
    assert diensten.gesprekken.drafts() == []


def test_tab_goes_as_the_eye_does(qtbot, pagina, rust, school, diensten):
    for n in range(12):
        _verslag(diensten, school, date(2026, 2, 1) - timedelta(days=90 * n))
    stuk = diensten.gesprekken.nieuw_verslag(school.noa, SoortGesprek.ZORG)
    diensten.gesprekken.bewaar_draft(stuk, stuk.values)
    dossier = _toon(pagina, rust, Plek("leerling", school.noa))
    lijn = dossier.tijdlijn
    elif_, job = dossier.kaarten
    verwacht = [
        dossier.ouderknop,
        dossier.wijzigknop,
        dossier._drafts.itemAt(1).widget(),
        lijn.jaar,
        *lijn.sprongknoppen(),
        lijn.lijst,
        elif_.wijzigknop,
        job.wijzigknop,
        job.adres.knop,
    ]
    gezien = []
    dossier.gesprekknop.setFocus()
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        gezien.append(QApplication.focusWidget())
    assert [w for w in gezien if w in verwacht][: len(verwacht)] == verwacht
