"""The page of a run: one click ends a step, a reason is asked where one deviates, closing, conditions, the log."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.models.draaiboek import Loop, Stand
from desktop.models.logregel import RegelSoort
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van_draft, plek_van_regel
from desktop.views.widgets import Label, Toast
from desktop.views.zaak.dialogen import TekstDialoog
from tests.unit.documents.lezen import tekst as pdf_tekst


def test_one_click_ends_the_next_step_and_undo_takes_it_back(maak, qtbot):
    o = maak()
    eerste, tweede = (stap.sleutel for stap, _ in o.stappen()[:2])
    assert o.pagina.kaarten[eerste].volgende
    o.klik(eerste, "gedaan")
    uitkomst = o.stappen()[0][1]
    assert uitkomst.stand is Stand.GEDAAN
    assert uitkomst.gedaan_op == o.d.session.vandaag()
    assert not o.pagina.kaarten[eerste].volgende
    assert o.pagina.kaarten[tweede].volgende
    o.pagina.window().findChild(Toast).knop.click()
    o.rust()
    assert o.geopend().beeld.volgende.sleutel == eerste
    assert o.pagina.kaarten[eerste].volgende


def test_the_keyboard_goes_from_step_to_step_and_passes_none_over(maak, qtbot):
    """Qt gave the focus to the step below the next one: Space again would have ended that."""
    o = maak("rouw", ("leerling",))
    stappen = [stap.sleutel for stap, _ in o.stappen()]
    o.pagina.window().activateWindow()
    qtbot.waitUntil(o.pagina.window().isActiveWindow)
    for n in range(3):
        knop = o.pagina.kaarten[stappen[n]].knoppen["gedaan"]
        qtbot.waitUntil(knop.hasFocus)
        qtbot.keyClick(knop, Qt.Key.Key_Space)
        o.rust()
    assert [stap.sleutel for stap, u in o.stappen() if u is not None] == stappen[:3]
    qtbot.waitUntil(o.pagina.kaarten[stappen[3]].knoppen["gedaan"].hasFocus)


def test_skipping_asks_a_reason_and_shows_it(maak):
    o = maak()
    stap = next(s for s, _ in o.stappen() if s.reden)
    kaart = o.pagina.kaarten[stap.sleutel]
    if "overgeslagen" not in kaart.knoppen:
        kaart.knoppen["meer"].click()
    kaart.knoppen["overgeslagen"].click()
    dialoog = o.pagina.findChild(FormDialoog)
    dialoog.doen.click()
    o.rust()
    assert dialoog.isVisible()
    assert all(u is None for _, u in o.stappen())
    dialoog.formulier.laad({"stand": "overgeslagen", "reden": "De ouders waren er zelf al bij."})
    dialoog.doen.click()
    o.rust()
    uitkomst = next(u for s, u in o.stappen() if s.sleutel == stap.sleutel)
    assert (uitkomst.stand, uitkomst.reden) == (Stand.OVERGESLAGEN, "De ouders waren er zelf al bij.")
    teksten = [w.text() for w in kaart.findChildren(Label)]
    assert "De ouders waren er zelf al bij." in teksten


def test_a_condition_changes_the_steps(maak):
    o = maak()
    voor = len(o.stappen())
    vraag = "actie2"
    o.pagina.voorwaarden.vragen[vraag].click()
    o.rust()
    assert vraag in o.geopend().beeld.loop.ja
    assert len(o.stappen()) != voor
    assert list(o.pagina.kaarten) == [s.sleutel for s, _ in o.stappen()]


def test_closing_with_open_steps_asks_why_and_opens_again(maak):
    o = maak()
    o.pagina.kop.sluit.click()
    dialoog = o.pagina.findChild(TekstDialoog)
    dialoog.tekst.zet("kort")
    dialoog.doen.click()
    o.rust()
    assert not o.geopend().dicht
    assert "Er staan nog" in dialoog.fout.text()
    dialoog.tekst.zet("De school heeft het anders opgelost.")
    dialoog.doen.click()
    o.rust()
    assert o.geopend().dicht
    assert o.pagina.kop.pil.findChildren(Label)[0].text() == "Afgesloten"
    assert not any(k.volgende for k in o.pagina.kaarten.values())
    o.pagina.kop.sluit.click()
    o.rust()
    assert not o.geopend().dicht


def test_the_form_of_a_step_knows_the_run_and_what_was_made_shows(maak, gegaan):
    o = maak()
    stap = next(s for s, _ in o.stappen() if s.leidt_naar == "incident")
    kaart = o.pagina.kaarten[stap.sleutel]
    if "formulier" not in kaart.knoppen:
        kaart.knoppen["meer"].click()
    kaart.knoppen["formulier"].click()
    assert gegaan.laatste == Plek("incident", extra=f"loop={o.loop}")
    incidenten = o.d.incidenten
    stuk = incidenten.nieuw(loop=o.loop)
    stored, fout = incidenten.bewaar(stuk, {**stuk.values, "soort": "pesten"})
    assert stored is not None, fout
    o.pagina.toon(Plek("draaiboek", o.loop))
    o.rust()
    assert not o.pagina.stukken.isHidden()
    assert any("Gemaakt" in w.text() for w in kaart.findChildren(Label))


def test_a_changed_draaiboek_is_said_in_words(maak):
    o = maak()
    d = o.d.draaiboeken
    values = d.eigen_waarden("gedrag")
    values["stappen"] = values["stappen"][:2]
    stored, fout = d.bewaar_eigen(values)
    assert stored is not None, fout
    o.pagina.toon(Plek("draaiboek", o.loop))
    o.rust()
    assert any("versie waarmee hij begon" in b.zin for b in o.pagina.banners.banners())
    assert len(o.pagina.kaarten) == len(o.stappen()) > 2


def test_its_own_log_keeps_a_line(maak):
    o = maak()
    o.pagina.nieuw()
    assert o.pagina.log_chip.isChecked()
    o.d.draaiboeken.log.schrijf(o.loop, "Moeder gebeld.", RegelSoort.GESPREK)
    log = o.d.draaiboeken.log
    assert [r.regel.tekst for r in log.rijen(o.loop, log.alle(o.loop))] == ["Moeder gebeld."]


def test_ctrl_p_gives_the_run_with_its_log(maak):
    o = maak()
    o.d.draaiboeken.log.schrijf(o.loop, "Moeder gebeld.", RegelSoort.GESPREK)
    assert o.pagina.druk_af()
    tekst = " ".join(pdf_tekst(o.papieren[0].maak().pdf).split())
    for zin in ("Moeder gebeld.", "Schelden op het plein", "Nog open", "versie 2026-11"):
        assert zin in tekst


def test_the_step_of_the_registers_shows_letters_that_still_wait(maak, school):
    def wacht(d):
        stuk = d.gesprekken.nieuwe_uitnodiging(school.noa)
        stored, fout = d.gesprekken.bewaar(stuk, {**stuk.values, "soort": "zorg", "onderwerp": "Rustig beginnen"})
        assert stored is not None, fout

    rij = {"rij": "0190a000-0000-7000-8000-000000000001", "rol": "anders"}
    wie = {"persoon": str(school.noa), "naam": "Noa", "hoedanigheid": "leerling"}
    o = maak("rouw", ("leerling",), vooraf=wacht, betrokkenen=[{**rij, "wie": wie}])
    teksten = [w.text() for w in o.pagina.kaarten["registers"].findChildren(Label)]
    assert any("Rustig beginnen" in t and "Trek dit in" in t for t in teksten)


def test_a_line_that_was_searched_for_shows_in_its_log(maak):
    o = maak()
    regel = o.d.calamiteiten.log.schrijf(o.loop, "De jas is terug", RegelSoort.STAP)
    o.d.calamiteiten.log.schrijf(o.loop, "Moeder gebeld", RegelSoort.GESPREK)
    o.pagina.toon(plek_van_regel(Loop.KIND, o.loop, regel.record))
    o.rust()
    logboek = o.pagina.logboek
    assert o.pagina.log_chip.isChecked()
    assert logboek.lijst.isVisible()
    assert logboek.model.sleutels[logboek.lijst.currentIndex().row()] == o.d.session.vault.rows_of([regel.record])[0].id
    assert o.pagina.focusWidget() is logboek.lijst
    o.pagina.toon(Plek("draaiboek", o.loop))
    o.rust()
    assert o.pagina.stappen_chip.isChecked()


def test_a_half_written_line_leads_back_to_its_run(maak):
    o = maak()
    log = o.d.draaiboeken.log
    log.bewaar_invoer(o.loop, o.d.session.ids.new(), {"tekst": "Moeder geb"})
    (draft,) = o.d.session.vault.drafts(o.d.session.actor.account)
    assert plek_van_draft(draft) == Plek("draaiboek", o.loop)
    assert log.invoer(o.loop).values["tekst"] == "Moeder geb"


def test_what_it_is_for_can_be_put_right(maak, qtbot):
    o = maak()
    o.pagina.kop.wijzig.click()
    dialoog = o.pagina.findChild(FormDialoog)
    assert all(dialoog.formulier.veld(naam).isVisible() for naam in ("aanleiding", "betrokkenen"))
    assert not dialoog.formulier.veld("begonnen_op").isVisible()
    veld = dialoog.formulier.veld("aanleiding").editor.widgets()[0]
    assert veld.text() == "Schelden op het plein"
    veld.selectAll()
    qtbot.keyClick(veld, Qt.Key.Key_Delete)
    dialoog.doen.click()
    o.rust()
    assert dialoog.isVisible()
    qtbot.keyClicks(veld, "Slaan op het plein")
    dialoog.doen.click()
    o.rust()
    assert o.geopend().beeld.loop.aanleiding == "Slaan op het plein"
    assert o.pagina.kop.naam.text().endswith("Slaan op het plein")
