"""Inviting: who gets a letter, who has no gezag, and on to the report."""

from __future__ import annotations

import pytest

from desktop.models.rechten import Rol
from desktop.models.vooroverleg import SoortGesprek
from desktop.views.gesprekken import UitnodigingPagina, schrijf_begin
from desktop.views.gesprekken.gegevens import lees_begin
from desktop.views.gesprekken.uitnodiging import waarschuwingen
from desktop.views.navigatie import Plek
from desktop.views.widgets import Bevestiging, Label

_WANNEER = {"onderwerp": "Rekenen", "datum": "2026-03-10", "tijd": "14:30:00", "plaats": "School"}


@pytest.fixture
def pagina(proef):
    return proef.pagina(UitnodigingPagina)


def _nieuw(proef, pagina):
    proef.ga(Plek("uitnodiging", extra=schrijf_begin(proef.school.noa, SoortGesprek.ZORG)))
    return pagina.vlak.formulier


def _nodig_stef_uit(proef, formulier):
    rijen = formulier.veld("ontvangers").editor
    rijen.voeg_rij()
    stef = next(k.wie for k in proef.diensten.personen.kaarten(proef.school.noa) if k.wie.gezag == "nee")
    rijen.rijen[-1].cellen[0].editor.voeg_toe(stef)
    return rijen.rijen[-1].cellen[1]


def _stel_vast(proef, pagina, **anders) -> None:
    formulier = pagina.vlak.formulier
    formulier.laad({**formulier.values(), **_WANNEER, **anders})
    formulier.gewijzigd.emit()
    pagina.vlak.blad.voet.hoofdknop.click()
    proef.rust()
    pagina.findChild(Bevestiging).doen.click()
    proef.rust()


def test_every_parent_with_gezag_stands_on_it_and_is_not_asked_for_a_reason(proef, pagina) -> None:
    formulier = _nieuw(proef, pagina)
    rijen = formulier.veld("ontvangers").editor.rijen
    assert [r.waarde()["wie"]["naam"] for r in rijen] == ["Elif Yılmaz"]
    assert rijen[0].cellen[1].isHidden()


def test_a_parent_without_gezag_is_warned_about_at_once_and_overruled_by_a_reason(proef, pagina) -> None:
    formulier = _nieuw(proef, pagina)
    reden = _nodig_stef_uit(proef, formulier)
    assert not reden.isHidden()
    assert reden.foutlabel().text().startswith("Stef Bakker heeft geen gezag.")
    proef.qtbot.keyClicks(reden.editor.widgets()[0], "Op verzoek van moeder")
    assert reden.foutlabel() is None
    _stel_vast(proef, pagina)
    (uitgenodigd,) = [o for o in pagina._geladen.stuk.stored.value.ontvangers if o.wie.gezag == "nee"]
    assert uitgenodigd.reden == "Op verzoek van moeder"


def test_without_a_reason_it_is_not_established(proef, pagina) -> None:
    formulier = _nieuw(proef, pagina)
    _nodig_stef_uit(proef, formulier)
    formulier.laad({**formulier.values(), **_WANNEER})
    pagina.vlak.blad.voet.hoofdknop.click()
    proef.rust()
    assert pagina.findChild(Bevestiging) is None
    assert formulier.veld("ontvangers").editor.rijen[-1].cellen[1].foutlabel() is not None


def test_established_it_prints_letters_and_leads_to_the_report(proef, pagina) -> None:
    _nieuw(proef, pagina)
    _stel_vast(proef, pagina)
    record = pagina._geladen.stuk.record
    assert pagina.leesblad.isVisible()
    pagina.leesblad.knoppen["afdrukken"].click()
    assert proef.afgedrukt == [record]
    pagina.leesblad.knoppen["verslag"].click()
    plek = proef.navigator.huidige
    begin = lees_begin(plek.extra)
    assert (plek.page, begin.leerling, begin.soort, begin.uitnodiging) == (
        "verslag",
        proef.school.noa,
        SoortGesprek.ZORG,
        record,
    )
    stuk = proef.diensten.gesprekken.nieuw_verslag(begin.leerling, begin.soort, begin.uitnodiging)
    assert stuk.values["onderwerp"] == "Rekenen"


def test_the_report_of_an_invitation_is_linked_from_it(proef, pagina) -> None:
    _nieuw(proef, pagina)
    _stel_vast(proef, pagina)
    record = pagina._geladen.stuk.record
    gesprekken = proef.diensten.gesprekken
    stuk = gesprekken.nieuw_verslag(proef.school.noa, SoortGesprek.ZORG, record)
    stored, fout = gesprekken.bewaar(stuk, stuk.values)
    assert stored is not None, fout
    proef.ga(Plek("uitnodiging", record))
    kop = "Verslag van dit gesprek"
    assert kop in [label.text() for label in pagina.leesblad.findChildren(Label) if label.isVisible()]


def test_a_pupil_who_left_gets_no_invitation_and_the_page_says_what_to_do(proef, pagina) -> None:
    proef.ga(Plek("uitnodiging", extra=schrijf_begin(proef.school.vertrokken)))
    assert pagina.melding.isVisible()
    teksten = [label.text() for label in pagina.melding.findChildren(Label)]
    assert "Deze leerling is van school. Er gaan geen uitnodigingen meer uit." in teksten
    assert not pagina.schrijver.bezig


def test_the_office_invites_without_reading_reports(proef) -> None:
    proef.verslag(onderwerp="Geheim verslag")
    proef.diensten = proef.als(Rol.ADMINISTRATIE, "Ans Balie")
    pagina = proef.pagina(UitnodigingPagina)
    _nieuw(proef, pagina)
    zichtbaar = [getattr(w, "text", str)() for w in pagina.findChildren(object)]
    assert "Geheim verslag" not in zichtbaar
    _stel_vast(proef, pagina)
    assert pagina.leesblad.isVisible()
    assert not pagina.leesblad.knoppen["verslag"].isEnabled()


def test_a_recipient_that_is_half_filled_in_gives_no_warning() -> None:
    assert not list(waarschuwingen([{"wie": None, "reden": ""}, {"wie": {"naam": 3}}, "x"]))
    assert not list(waarschuwingen("geen lijst"))


def test_the_place_of_a_new_one_is_read_leniently(proef) -> None:
    assert lees_begin("leerling=geen-uuid;soort=onbekend;los").leerling is None
    begin = lees_begin(schrijf_begin(proef.school.sam, SoortGesprek.HGKM))
    assert (begin.leerling, begin.soort, begin.uitnodiging) == (proef.school.sam, SoortGesprek.HGKM, None)


def test_before_the_day_the_letters_come_first(proef, pagina) -> None:
    _nieuw(proef, pagina)
    _stel_vast(proef, pagina)  # for a day that is still to come
    knoppen = pagina.leesblad.knoppen
    assert list(knoppen)[:2] == ["afdrukken", "verslag"]
    assert pagina.window().focusWidget() is knoppen["afdrukken"]  # and not on the rail


def test_on_the_day_the_report_comes_first(proef, pagina) -> None:
    _nieuw(proef, pagina)
    _stel_vast(proef, pagina, datum=proef.diensten.session.vandaag().isoformat())
    assert list(pagina.leesblad.knoppen)[:2] == ["verslag", "afdrukken"]
