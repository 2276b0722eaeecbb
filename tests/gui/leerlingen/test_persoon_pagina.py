"""The page of a parent, and merging two persons that are one."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.models.errors import Geweigerd
from desktop.models.kenmerk import kenmerk
from desktop.models.personen import Persoon
from desktop.models.rechten import Rol
from desktop.views.leerlingen import LeerlingPagina, PersoonPagina
from desktop.views.leerlingen.samenvoegen import Kant, SamenvoegDialoog, noem, vergelijk
from desktop.views.leerlingen.zoeker import Gevonden
from desktop.views.navigatie import Plek
from desktop.views.widgets import Label, Toast


@pytest.fixture
def pagina(qtbot, thema, work, navigator, diensten):
    pagina = PersoonPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.resize(1350, 800)
    pagina.show()
    qtbot.waitExposed(pagina)
    return pagina


@pytest.fixture
def dubbel(diensten, school):
    """The same mother again, spelled otherwise, on Bram's card."""
    kaart, fout = diensten.personen.koppel(
        school.bram,
        {"roepnaam": "E.", "achternaam": "Yilmaz", "telefoon": "06 00000001"},
        {"soort": "moeder"},
    )
    assert kaart is not None, fout
    return kaart.value.persoon


def _teksten(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget))


def _dialoog(pagina, rust, persoon) -> SamenvoegDialoog:
    pagina.toon(Plek("persoon", persoon))
    rust()
    pagina.open_samenvoegen()
    rust()
    return pagina.dialoog


def test_data_and_children_with_gezag(qtbot, pagina, rust, school, gegaan):
    pagina.toon(Plek("persoon", school.elif_))
    rust()
    assert pagina.titel() == "Elif Yılmaz"
    tekst = _teksten(pagina)
    assert "06 00000001" in tekst
    assert "Lindelaan 4, Voorbeeldstad" in tekst
    assert [k.accessibleName() for k in pagina.kinderen] == [
        "Noa Yılmaz. moeder · gezag · groep 5a",
        "Sem Yılmaz. moeder · gezag · groep 7",
    ]
    qtbot.keyClick(pagina.kinderen[1], Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("leerling", school.sem)


def test_the_way_goes_by_an_only_child(pagina, rust, school):
    pagina.toon(Plek("persoon", school.job))
    rust()
    assert [naam for naam, _ in pagina.kruimels()] == ["Leerlingen", "Noa Yılmaz"]
    assert "Verborgenpad" not in _teksten(pagina)
    pagina.adres.knop.click()
    assert "Verborgenpad 9, Elders" in _teksten(pagina)


def test_changing_data(qtbot, pagina, rust, school, diensten, gegaan):
    pagina.toon(Plek("persoon", school.elif_, "wijzig"))
    rust()
    qtbot.keyClicks(pagina.blad.formulieren["persoon"].veld("email").editor.widgets()[0], "e@voorbeeld.invalid")
    qtbot.keyClick(pagina.blad.voet.hoofdknop, Qt.Key.Key_Return)
    rust()
    assert gegaan.laatste == Plek("persoon", school.elif_)
    mens = diensten.personen.persoon(school.elif_).value
    assert isinstance(mens, Persoon)
    assert mens.email == "e@voorbeeld.invalid"


def test_candidates_have_the_same_surname(pagina, rust, school, dubbel):
    dialoog = _dialoog(pagina, rust, school.elif_)
    assert list(dialoog.zoeker._wie.values()) == [Gevonden(dubbel, "E. Yilmaz", "06 00000001", ("Bram de Wit",))]


def test_both_stand_side_by_side_and_the_button_names_what_happens(pagina, rust, school, dubbel):
    dialoog = _dialoog(pagina, rust, school.elif_)
    dialoog.vergelijk_met(dubbel)
    rust()
    tekst = _teksten(dialoog)
    assert "Noa Yılmaz en Sem Yılmaz" in tekst
    assert "Bram de Wit" in tekst
    assert [b.accessibleName() for b in dialoog.keuze.buttons()] == ["Elif Yılmaz blijft", "E. Yilmaz blijft"]
    verschillend = {
        w.accessibleName()
        for w in dialoog.findChildren(Label)
        if w.isVisibleTo(dialoog) and w.accessibleName().endswith("verschilt")
    }
    assert "Naam, verschilt" in verschillend
    assert "Telefoon, verschilt" not in verschillend
    assert dialoog.doen.text() == "Laat ‘E. Yilmaz’ opgaan in ‘Elif Yılmaz’"
    dialoog.keuze.button(1).click()
    assert dialoog.doen.text() == "Laat ‘Elif Yılmaz’ opgaan in ‘E. Yilmaz’"


def test_two_of_the_same_name_are_told_apart() -> None:
    def kant(record: int, *kinderen: str, **rest: str) -> Kant:
        return Kant(UUID(int=record), Persoon(roepnaam="Elif", achternaam="Yılmaz", **rest), kinderen)

    een = kant(1, "Noa", telefoon="06 1", email="e@voorbeeld.invalid")
    assert noem(een, kant(2, "Noa", telefoon="06 2")) == "Elif Yılmaz (06 1)"
    assert noem(een, kant(2, "Bram", email="e@voorbeeld.invalid")) == "Elif Yılmaz (ouder van Noa)"
    ander = kant(2, "Noa")
    assert noem(een, ander) != noem(ander, een) and kenmerk(een.record) in noem(een, ander)
    assert vergelijk(een, ander)[-1] == ("Nummer", kenmerk(een.record), kenmerk(ander.record))
    assert noem(een, Kant(UUID(int=2), Persoon(roepnaam="Job", achternaam="Bakker"), ())) == "Elif Yılmaz"


def test_a_reason_is_asked_before_anything_happens(qtbot, pagina, rust, school, dubbel, diensten):
    dialoog = _dialoog(pagina, rust, school.elif_)
    dialoog.vergelijk_met(dubbel)
    rust()
    qtbot.keyClick(dialoog.doen, Qt.Key.Key_Return)
    rust()
    assert dialoog.fout.isVisibleTo(dialoog)
    assert "waarom" in dialoog.reden.accessibleDescription()
    assert len(diensten.personen.kinderen(school.elif_)) == 2


def test_merging_brings_the_children_together(qtbot, pagina, rust, school, dubbel, diensten, gegaan):
    dialoog = _dialoog(pagina, rust, school.elif_)
    dialoog.vergelijk_met(dubbel)
    rust()
    qtbot.keyClicks(dialoog.reden, "Zelfde telefoon, en zij zegt het zelf.")
    qtbot.keyClick(dialoog.doen, Qt.Key.Key_Return)
    rust()
    assert gegaan.laatste == Plek("persoon", school.elif_)
    assert [t.tekst for t in pagina.findChildren(Toast)] == ["De twee personen zijn samengevoegd"]
    assert {r.title for r in diensten.personen.kinderen(school.elif_)} == {"Bram de Wit", "Noa Yılmaz", "Sem Yılmaz"}
    # the old place leads to who goes on
    pagina.toon(Plek("persoon", dubbel))
    rust()
    assert pagina.titel() == "Elif Yılmaz"


@pytest.mark.parametrize("doen", [False, True])
def test_a_merge_can_be_undone_without_loss(pagina, rust, school, dubbel, diensten, doen):
    personen = diensten.personen
    voor = {p: ({r.title for r in personen.kinderen(p)}, personen.persoon(p).value) for p in (school.elif_, dubbel)}
    assert personen.voeg_samen(dubbel, school.elif_, "Zelfde telefoon.") == []
    pagina.toon(Plek("persoon", dubbel))
    rust()
    assert pagina.titel() == "Elif Yılmaz"
    assert "‘E. Yilmaz’ gaat verder als deze persoon." in _teksten(pagina)
    gelezen = []

    def antwoord():
        vraag = QApplication.activeModalWidget()
        gelezen.extend(w.text() for w in vraag.findChildren(Label))
        (vraag.doen if doen else vraag.laten).click()

    QTimer.singleShot(0, antwoord)
    (knop,) = pagina.ongedaan
    knop.click()
    rust()
    assert any("Wat na het samenvoegen over ‘Elif Yılmaz’ is geschreven" in tekst for tekst in gelezen)
    if not doen:
        assert len(pagina.ongedaan) == 1 and personen.persoon(dubbel).record == school.elif_
        return
    assert pagina.ongedaan == []
    na = {p: ({r.title for r in personen.kinderen(p)}, personen.persoon(p).value) for p in (school.elif_, dubbel)}
    assert na == voor and personen.persoon(dubbel).record == dubbel
    assert diensten.session.vault.audit()[0].action == "samenvoeging_ongedaan"
    assert diensten.session.vault.verify().findings == ()


def test_who_may_not_merge_may_not_undo_it_either(
    qtbot, thema, work, navigator, met_rol, rust, school, dubbel, diensten
):
    diensten.personen.voeg_samen(dubbel, school.elif_, "Zelfde telefoon.")
    ander = met_rol(Rol.ADMINISTRATIE)
    pagina = PersoonPagina(ander, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.toon(Plek("persoon", school.elif_))
    rust()
    assert not pagina.ongedaan[0].isEnabled() and "samenvoegen" in pagina.ongedaan[0].accessibleDescription()
    ((samenvoeging, _),) = ander.personen.opgegaan(school.elif_)
    with pytest.raises(Geweigerd):
        ander.personen.maak_ongedaan(samenvoeging.record)


def test_searching_for_the_other_by_hand(qtbot, pagina, rust, school, dubbel):
    dialoog = _dialoog(pagina, rust, school.job)
    assert dialoog.zoeker._wie == {}
    with qtbot.waitSignal(dialoog.zoeker.zoekvak.gezocht):
        qtbot.keyClicks(dialoog.zoeker.zoekvak.veld, "elif")
    rust()
    assert [g.naam for g in dialoog.zoeker._wie.values()] == ["Elif Yılmaz"]
    with qtbot.waitSignal(dialoog.zoeker.zoekvak.gezocht):
        dialoog.zoeker.zoekvak.veld.setText("job")
    rust()
    assert dialoog.zoeker._wie == {}  # never oneself


def test_who_may_not_merge_reads_why(qtbot, thema, work, navigator, met_rol, rust, school):
    pagina = PersoonPagina(met_rol(Rol.ADMINISTRATIE), work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.toon(Plek("persoon", school.elif_))
    rust()
    assert pagina.wijzigknop.isEnabled()
    assert not pagina.samenknop.isEnabled()
    assert "samenvoegen" in pagina.samenknop.accessibleDescription()


def test_a_pupil_is_no_person_here(pagina, rust, school):
    pagina.toon(Plek("persoon", school.noa))
    rust()
    assert "persoon is er niet" in pagina.banners.banners()[0].zin


def test_two_cards_with_one_pupil_after_a_merge_are_said(pagina, rust, school, diensten, thema, work, navigator, qtbot):
    kaart, fout = diensten.personen.koppel(school.noa, {"roepnaam": "E.", "achternaam": "Yilmaz"}, {"soort": "moeder"})
    assert kaart is not None, fout
    assert diensten.personen.voeg_samen(kaart.value.persoon, school.elif_, "Zelfde telefoon.") == []
    pagina.toon(Plek("persoon", school.elif_))
    rust()
    assert "Bij Noa Yılmaz staat meer dan één gezagskaart" in _teksten(pagina)
    leerling = LeerlingPagina(diensten, work, navigator, thema)
    qtbot.addWidget(leerling)
    leerling.resize(1350, 800)
    leerling.show()
    leerling.toon(Plek("leerling", school.noa))
    rust()
    assert "Elif Yılmaz heeft hier meer dan één gezagskaart" in _teksten(leerling)
    diensten.personen.verwijder_kaart(kaart.record)
    leerling.toon(Plek("leerling", school.noa))
    rust()
    assert "meer dan één" not in _teksten(leerling)
