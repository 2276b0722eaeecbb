"""The timeline of everything: kinds and parts told apart, both days, filters, years, the chronology."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.models.core import Wie
from desktop.models.dossier import Handelingsplan
from desktop.models.opslag import Append
from desktop.models.rechten import Rol
from desktop.models.signaal import Signaal
from desktop.views.leerlingen import LeerlingPagina
from desktop.views.leerlingen.tijdlijnrij import TijdlijnDelegate, TijdlijnRij, jaargrenzen
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ


@pytest.fixture
def papieren() -> list[object]:
    return []


@pytest.fixture
def pagina(qtbot, thema, work, navigator, diensten, papieren):
    pagina = LeerlingPagina(diensten, work, navigator, thema, papier=papieren.append)
    qtbot.addWidget(pagina)
    pagina.resize(1350, 800)
    pagina.show()
    qtbot.waitExposed(pagina)
    return pagina


def _leg_vast(d, waarde, state="vastgesteld"):
    return d.session.vault.append(d.session.actor, Append(d.session.ids.new(), waarde, None, state), d.session.nu())


def _signaal(d, leerling, dag: date, onderwerp="Stil in de kring", state="vastgesteld", **rest):
    wie = Wie(persoon=leerling, naam="Iemand")
    return _leg_vast(d, Signaal(leerling=wie, datum=dag, onderwerp=onderwerp, **rest), state)


def _toon(pagina, rust, leerling):
    pagina.toon(Plek("leerling", leerling))
    rust()
    return pagina.dossier.tijdlijn


def _rijen(lijn):
    return [lijn.model.index(n).data(RIJ) for n in range(lijn.model.rowCount())]


def test_all_that_is_recorded_stands_on_one_line(pagina, rust, school, diensten) -> None:
    signaal = _signaal(diensten, school.noa, date(2026, 2, 10))
    wie = Wie(persoon=school.noa, naam="Noa")
    _leg_vast(diensten, Handelingsplan(leerling=wie, datum=date(2026, 2, 20), doel="Rustig beginnen"))
    plan, eerste = _rijen(_toon(pagina, rust, school.noa))
    assert (plan.titel, plan.regel) == ("Rustig beginnen", "Handelingsplan in het kort")
    assert (eerste.titel, eerste.regel, eerste.links) == ("Stil in de kring", "Signaal", "10 feb 2026")
    assert eerste.sleutel == Plek("signaal", signaal.record)
    pagina.grab()


def test_both_days_are_told_where_they_differ(pagina, rust, school, diensten) -> None:
    _signaal(diensten, school.noa, date(2026, 2, 10), "Later opgeschreven")
    _signaal(diensten, school.noa, date(2026, 3, 2), "Dezelfde dag")
    zelfde, later = _rijen(_toon(pagina, rust, school.noa))
    assert (zelfde.ingevoerd, later.ingevoerd) == ("", "vastgelegd 2 mrt 2026")
    assert "vastgelegd 2 mrt 2026" in later.voorgelezen()


def test_another_part_in_it_is_said_with_whose_it_is(pagina, rust, school, diensten) -> None:
    rij = {"rij": diensten.session.ids.new(), "wie": Wie(persoon=school.noa, naam="Noa"), "rol": "getuige"}
    from desktop.models.dossierdelen import Betrokkene, BetrokkenRol

    betrokkene = Betrokkene(rij=rij["rij"], wie=rij["wie"], rol=BetrokkenRol.GETUIGE)
    _signaal(diensten, school.bram, date(2026, 2, 10), "Ruzie op het plein", betrokkenen=(betrokkene,))
    (een,) = _rijen(_toon(pagina, rust, school.noa))
    assert een.regel == "als getuige, in het dossier van Bram de Wit · Signaal"
    (bij_bram,) = _rijen(_toon(pagina, rust, school.bram))
    assert bij_bram.regel == "Signaal"


def test_filters_by_kind_and_state(pagina, rust, school, diensten) -> None:
    _signaal(diensten, school.noa, date(2026, 2, 10))
    _signaal(diensten, school.noa, date(2026, 2, 11), "Half af", state="concept")
    wie = Wie(persoon=school.noa, naam="Noa")
    _leg_vast(diensten, Handelingsplan(leerling=wie, datum=date(2026, 2, 20), doel="Rustig beginnen"))
    lijn = _toon(pagina, rust, school.noa)
    lijn.soort.setCurrentText("Alle signalen")
    assert [r.titel for r in _rijen(lijn)] == ["Half af", "Stil in de kring"]
    lijn.stand.setCurrentText("Concept")
    assert [r.titel for r in _rijen(lijn)] == ["Half af"]
    lijn.toon_alles()
    assert len(_rijen(lijn)) == 3


def test_a_filter_of_state_shows_only_where_it_parts(pagina, rust, school, diensten) -> None:
    _signaal(diensten, school.noa, date(2026, 2, 10))
    assert _toon(pagina, rust, school.noa).stand.isHidden()


def test_the_keyboard_jumps_from_year_to_year(qtbot, pagina, rust, school, diensten) -> None:
    for n in range(12):
        _signaal(diensten, school.noa, date(2026, 2, 10) - timedelta(days=120 * n), f"Nummer {n}")
    lijn = _toon(pagina, rust, school.noa)
    lijn.lijst.setFocus(Qt.FocusReason.TabFocusReason)
    jaren = [knop.text() for knop in lijn.sprongknoppen()]
    gezien = []
    for _ in jaren[1:]:
        qtbot.keyClick(lijn.lijst, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        gezien.append(lijn.lijst.currentIndex().data(RIJ).links)
    assert len(set(gezien)) == len(jaren) - 1
    qtbot.keyClick(lijn.lijst, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert lijn.lijst.currentIndex().data(RIJ).links == gezien[-2]


def test_nobody_sees_kinds_that_are_not_his(pagina, qtbot, rust, school, diensten, met_rol, work, navigator, thema):
    stored = _signaal(diensten, school.noa, date(2026, 2, 10))
    begin = diensten.meldcode.begin(school.noa, [stored.record])
    diensten.dossier.bewaar(begin, {**begin.values, "kort": "Zorgen thuis"})
    lijn = _toon(pagina, rust, school.noa)
    assert {r.sleutel.page for r in _rijen(lijn)} == {"signaal", "zaak"}
    assert [k.text() for k in _zaakkaarten(pagina)] == ["Dossier meldcode loopt"]
    ander = LeerlingPagina(met_rol(Rol.LEERKRACHT), work, navigator, thema)
    qtbot.addWidget(ander)
    assert [r.sleutel.page for r in _rijen(_toon(ander, rust, school.noa))] == ["signaal"]
    assert not _zaakkaarten(ander)


def _zaakkaarten(pagina):
    from desktop.views.widgets import KnopKaart

    return [k for k in pagina.dossier._rechtsvlak.findChildren(KnopKaart) if not k.isHidden()]


# -- recording from the pupil's page


def test_the_menu_begins_with_the_signal(pagina, rust, school, gegaan) -> None:
    _toon(pagina, rust, school.noa)
    acties = pagina.dossier.vastlegacties()
    assert [a.text() for a in acties] == [
        "Signaal",
        "Overleg",
        "Overdracht aan de intern begeleider",
        "Kindcheck",
        "Toestemming om te delen",
        "Advies van Veilig Thuis",
        "Handelingsplan in het kort",
        "Verzoek om inzage of correctie",
        "Oude stukken (scans)",
        "Incident doorgeven",
        "Leeg formulier afdrukken…",
    ]
    acties[0].trigger()
    assert gegaan.laatste == Plek("signaal", extra=f"leerling={school.noa}")
    acties[8].trigger()
    assert gegaan.laatste == Plek("oudestukken", extra=f"leerling={school.noa}")


def test_ctrl_n_asks_what_to_record(pagina, rust, school) -> None:
    _toon(pagina, rust, school.noa)
    assert pagina.nieuw()
    assert pagina.dossier.vastlegmenu.isVisible()
    assert pagina.dossier.vastlegmenu.activeAction().text() == "Signaal"
    pagina.dossier.vastlegmenu.close()


def test_who_may_record_nothing_is_told_why(qtbot, met_rol, work, navigator, thema, rust, school) -> None:
    pagina = LeerlingPagina(met_rol(Rol.ADMINISTRATIE), work, navigator, thema)
    qtbot.addWidget(pagina)
    _toon(pagina, rust, school.noa)
    knop = pagina.dossier.vastlegknop
    assert not knop.isEnabled()
    assert "een signaal vastleggen" in knop.accessibleDescription()


def test_a_half_written_signal_stands_on_top(qtbot, pagina, rust, school, diensten, gegaan) -> None:
    stuk = diensten.dossier.nieuw_signaal(school.noa)
    diensten.dossier.bewaar_draft(stuk, {**stuk.values, "onderwerp": "Half af"})
    _toon(pagina, rust, school.noa)
    kaart = pagina.dossier._drafts.itemAt(1).widget()
    assert kaart.text() == "Signaal: Half af"
    qtbot.keyClick(kaart, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("signaal", stuk.record)


# -- the chronology


def test_the_chronology_is_of_what_the_filters_leave(pagina, rust, school, diensten, papieren) -> None:
    _signaal(diensten, school.noa, date(2026, 2, 10))
    _signaal(diensten, school.noa, date(2025, 2, 10), "Vorig jaar")
    wie = Wie(persoon=school.noa, naam="Noa")
    _leg_vast(diensten, Handelingsplan(leerling=wie, datum=date(2026, 2, 20), doel="Rustig beginnen"))
    lijn = _toon(pagina, rust, school.noa)
    lijn.soort.setCurrentText("Alle signalen")
    lijn.jaar.setCurrentText("2025–2026")
    assert lijn.gefilterd() == (("signaal",), "2025–2026", "Alle signalen, schooljaar 2025–2026")
    lijn.chronologiemenu.actions()[1].trigger()
    assert pagina.druk_af()
    vol, kort = (haal() for haal in papieren)
    assert (vol.leerling, vol.titel) == (school.noa, "Chronologie")
    assert vol.maak().pdf != kort.maak().pdf
    (regel,) = diensten.session.vault.audit(record=school.noa, action="bekeken", limit=1)
    assert regel.reason == "chronologie van het dossier"


def test_nothing_recorded_has_no_chronology(pagina, rust, school) -> None:
    lijn = _toon(pagina, rust, school.bram)
    assert lijn.leeg.isVisible()
    assert lijn.chronologieknop.isHidden()
    assert not pagina.druk_af()


def test_a_school_year_has_its_first_and_last_day() -> None:
    assert jaargrenzen("2025–2026") == (date(2025, 8, 1), date(2026, 7, 31))
    assert jaargrenzen("") == (None, None)


def test_what_has_no_state_is_painted_without_a_pill(thema, qtbot) -> None:
    def kleuren(pil: str) -> set[str]:
        delegate = TijdlijnDelegate(thema)
        beeld = QImage(500, 64, QImage.Format.Format_RGB32)
        beeld.fill(thema.kleur("kaart"))
        p = QPainter(beeld)
        delegate._teken_rij(
            p, QRectF(0, 0, 500, 64), TijdlijnRij(None, "Zorgen", "", "shield-warning", pil=pil, toon="waarschuwing")
        )
        p.end()
        return {beeld.pixelColor(x, y).name() for x in range(300, 500) for y in range(64)}

    rand = thema.kleur("waarschuwing_zacht").name()
    assert rand in kleuren("Concept") and rand not in kleuren("")
