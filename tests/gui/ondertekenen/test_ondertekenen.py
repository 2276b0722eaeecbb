"""Signing: what each parent does is recorded once, with what that outcome needs and not without."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import UserError
from desktop.models.handtekening import from_bytes
from desktop.models.rechten import Rol
from desktop.models.vervolg import Uitkomst, Wijze
from desktop.services.diensten import Diensten
from desktop.services.gesprekken import Gesprekken
from desktop.services.stuk import Stuk
from desktop.services.stukken import KEPT
from desktop.views.navigatie import Navigator, Plek
from desktop.views.ondertekenen import OndertekenPagina
from desktop.views.ondertekenen import pagina as pagina_module
from desktop.views.theme import Thema
from desktop.views.widgets import Toast
from desktop.views.work import Work

Rust = Callable[[], None]
Teken = Callable[..., None]


# -- what shows


def test_the_very_bytes_show_and_one_parent_at_a_time(tafel, diensten: Diensten) -> None:
    pagina = tafel.toon()
    kept = diensten.session.vault.kept(tafel.record, KEPT)
    assert kept is not None
    assert pagina.beeld.bladen._pdf == kept[1]
    assert tafel.nu() == "Nu: Elif Yılmaz (moeder)"
    assert [chip.accessibleName() for chip in pagina.kolom.chips.chips] == [
        "Elif Yılmaz, Nog te tekenen, deze ouder",
        "Job Bakker, Nog te tekenen",
    ]
    assert [naam for naam, _ in pagina.kruimels()] == ["Leerlingen", "Noa Yılmaz", "Gespreksverslag"]
    assert pagina.pil.accessibleName() == "0 van 2 ouders klaar"


def test_after_a_crash_the_same_bytes_are_made_again(tafel, diensten: Diensten) -> None:
    assert diensten.session.vault.kept(tafel.record, KEPT) is None
    eerste = tafel.toon().beeld.bladen._pdf
    kept = diensten.session.vault.kept(tafel.record, KEPT)
    assert kept is not None
    assert kept[1] == eerste
    tafel.toon()
    assert tafel.pagina.beeld.bladen._pdf == eerste


def test_looking_is_logged(tafel, diensten: Diensten) -> None:
    voor = len(diensten.session.vault.audit(record=tafel.record))
    tafel.toon()
    assert len(diensten.session.vault.audit(record=tafel.record)) > voor


def test_a_concept_or_withdrawn_report_cannot_be_signed(
    tafel, diensten: Diensten, school, navigator: Navigator, rust: Rust
) -> None:
    diensten.gesprekken.trek_in(tafel.record, "Staat bij de verkeerde leerling.")
    pagina = tafel.toon()
    assert pagina._stapel.currentWidget() is pagina._melding
    stuk = diensten.gesprekken.nieuw_verslag(school.noa)
    stored, fout = diensten.gesprekken.bewaar(stuk, {**stuk.values, "soort": "zorg"})
    assert stored is not None, fout
    pagina.toon(Plek("ondertekenen", stored.record))
    rust()
    assert pagina._stapel.currentWidget() is pagina._melding
    pagina.toon(Plek("ondertekenen"))
    assert pagina._stapel.currentWidget() is pagina._melding


def test_a_role_without_the_right_is_told_so(
    qtbot: QtBot,
    met_rol: Callable[[Rol], Diensten],
    verslag: Stuk,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    rust: Rust,
) -> None:
    pagina = OndertekenPagina(met_rol(Rol.ADMINISTRATIE), work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.toon(Plek("ondertekenen", verslag.record))
    rust()
    assert pagina._stapel.currentWidget() is pagina._melding
    assert pagina.beeld.bladen.aantal == 0


# -- on the screen


def test_agreement_on_screen_is_recorded_with_all_that_proves_it(
    qtbot: QtBot, tafel, teken: Teken, diensten: Diensten
) -> None:
    pagina = tafel.toon()
    kolom = pagina.kolom
    qtbot.keyClick(kolom.paneel.keuzes[Uitkomst.AKKOORD], Qt.Key.Key_Return)
    assert kolom.paneel.vlak.hasFocus()
    assert kolom.paneel._zienswijzedeel.isHidden()
    teken(kolom.paneel.vlak)
    qtbot.keyClick(kolom.knop, Qt.Key.Key_Return)
    tafel.rust()
    (uit,) = tafel.uitkomsten()
    assert (uit.uitkomst, uit.wijze) == (Uitkomst.AKKOORD, Wijze.SCHERM)
    assert uit.ouder.naam == "Elif Yılmaz"
    assert uit.ouder.gezag == "ja"
    assert uit.getuige == "Iris Beheer"
    kept = diensten.session.vault.kept(tafel.record, KEPT)
    assert kept is not None
    assert uit.pdf_sha256 == hashlib.sha256(kept[1]).hexdigest()
    assert uit.strokes is not None
    assert len(from_bytes(diensten.documenten.bijlage(uit.strokes)[1]).halen) == 1
    stored = diensten.gesprekken.open(tafel.record).stored
    assert stored is not None
    assert uit.revisie == stored.digest.hex()
    # and on to the next
    assert tafel.nu() == "Nu: Job Bakker (vader)"
    assert kolom.paneel.vlak.leeg()
    assert kolom.paneel.uitkomst is None
    assert pagina.pil.accessibleName() == "1 van 2 ouders klaar"


def test_agreement_without_strokes_is_refused_with_a_sentence(tafel, teken: Teken) -> None:
    pagina = tafel.toon()
    paneel = pagina.kolom.paneel
    paneel.keuzes[Uitkomst.AKKOORD].click()
    pagina.kolom.knop.click()
    tafel.rust()
    zin = "Er is nog geen handtekening. Laat tekenen in het vak, of kies op papier."
    assert paneel.fout_teken.text() == zin
    assert pagina.kolom.fout.text() == zin
    assert not pagina.kolom.fout.isHidden()
    assert paneel.vlak.hasFocus()
    teken(paneel.vlak, [(50, 50), (52, 52)])
    pagina.kolom.knop.click()
    assert pagina.kolom.fout.text() == "Dit is nog te weinig voor een handtekening."
    assert tafel.uitkomsten() == []


def test_without_a_choice_there_is_nothing_to_record(tafel) -> None:
    pagina = tafel.toon()
    pagina.kolom.knop.click()
    tafel.rust()
    assert pagina.kolom.fout.text() == "Kies eerst wat deze ouder doet."
    assert pagina.kolom.paneel.keuzes[Uitkomst.AKKOORD].hasFocus()
    assert tafel.uitkomsten() == []


def test_a_signature_belongs_to_what_was_chosen(tafel, teken: Teken) -> None:
    paneel = tafel.toon().kolom.paneel
    paneel.keuzes[Uitkomst.AKKOORD].click()
    teken(paneel.vlak)
    paneel.anders.click()
    assert paneel.vlak.leeg()
    assert not paneel._gewist.isHidden()
    paneel.keuzes[Uitkomst.GEZIEN].click()
    assert paneel.probleem() is not None


def test_the_outcomes_without_a_pen(tafel) -> None:
    pagina = tafel.toon()
    paneel = pagina.kolom.paneel
    paneel.keuzes[Uitkomst.ZIET_AF].click()
    assert paneel._schermdeel.isHidden()
    assert paneel._wijzedeel.isHidden()
    paneel.toelichting.vlak.insertPlainText("Wil het liever alleen lezen.")
    pagina.kolom.knop.click()
    tafel.rust()
    paneel.keuzes[Uitkomst.WEIGERT].click()
    paneel.zienswijze.vlak.insertPlainText("Dit klopt niet.")
    pagina.kolom.knop.click()
    tafel.rust()
    eerste, tweede = tafel.uitkomsten()
    assert (eerste.uitkomst, eerste.wijze, eerste.strokes) == (Uitkomst.ZIET_AF, Wijze.GEEN, None)
    assert eerste.toelichting == "Wil het liever alleen lezen."
    assert eerste.zienswijze == ""
    assert tweede.zienswijze == "Dit klopt niet."
    assert pagina.pil.accessibleName() == "Alle ouders zijn klaar"
    assert pagina.kolom.klaar.isVisible()
    assert not pagina.geef.isEnabled()


def test_absent_stays_open_and_another_account_goes_on_later(
    qtbot: QtBot,
    tafel,
    teken: Teken,
    met_rol: Callable[[Rol], Diensten],
    klok,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    rust: Rust,
    kluis,
) -> None:
    pagina = tafel.toon()
    pagina.kolom.paneel.keuzes[Uitkomst.AFWEZIG].click()
    pagina.kolom.knop.click()
    tafel.rust()
    (afwezig,) = tafel.uitkomsten()
    assert afwezig.pdf_sha256 == ""
    assert pagina.pil.accessibleName() == "0 van 2 ouders klaar"
    assert any(w.item == str(afwezig.ouder.persoon) for w in tafel.diensten.session.vault.work())

    klok.moment += timedelta(days=3)
    kluis.actor = type(kluis.actor)(kluis.actor.account, "Lena Vis", Rol.LEERKRACHT.value, kluis.actor.device)
    later = OndertekenPagina(met_rol(Rol.LEERKRACHT), work, navigator, thema)
    qtbot.addWidget(later)
    later.show()
    later.toon(Plek("ondertekenen", tafel.record))
    rust()
    assert "Eerder: niet aanwezig" in later.kolom.eerder.text()
    later.kolom.paneel.keuzes[Uitkomst.AKKOORD].click()
    teken(later.kolom.paneel.vlak)
    later.kolom.knop.click()
    rust()
    laatste = tafel.uitkomsten()[-1]
    assert laatste.getuige == "Lena Vis"
    assert laatste.moment - afwezig.moment == timedelta(days=3)
    assert not any(w.item == str(afwezig.ouder.persoon) for w in tafel.diensten.session.vault.work())


def test_another_outcome_follows_and_the_first_stays(tafel, teken: Teken) -> None:
    pagina = tafel.toon()
    pagina.kolom.paneel.keuzes[Uitkomst.WEIGERT].click()
    pagina.kolom.knop.click()
    tafel.rust()
    pagina.kolom.chips.chips[0].click()
    tafel.rust()
    assert pagina.kolom.vastgelegd.isVisible()
    assert not pagina.kolom.knop.isVisible()
    pagina.kolom.vastgelegd.opnieuw.click()
    tafel.rust()
    pagina.kolom.paneel.keuzes[Uitkomst.AKKOORD].click()
    teken(pagina.kolom.paneel.vlak)
    pagina.kolom.knop.click()
    tafel.rust()
    assert [u.uitkomst for u in tafel.uitkomsten()] == [Uitkomst.WEIGERT, Uitkomst.AKKOORD]
    pagina.kolom.chips.chips[0].click()
    tafel.rust()
    # the signature that was kept is drawn again
    assert pagina.kolom.vastgelegd.kaart.findChildren(type(pagina.kolom.paneel.vlak))


# -- faults, and leaving


def test_a_full_disk_loses_nothing(tafel, teken: Teken, monkeypatch: pytest.MonkeyPatch) -> None:
    pagina = tafel.toon()
    paneel = pagina.kolom.paneel
    paneel.keuzes[Uitkomst.AKKOORD].click()
    teken(paneel.vlak)

    def vol(self: Gesprekken, *wat: object) -> None:
        raise UserError("De schijf is vol.", "Maak ruimte en probeer het opnieuw.")

    with monkeypatch.context() as even:
        even.setattr(Gesprekken, "volg", vol)
        pagina.kolom.knop.click()
        tafel.rust()
    assert [b.zin for b in pagina.banners.banners()] == ["De schijf is vol."]
    assert not paneel.vlak.leeg()
    assert pagina.kolom.knop.isEnabled()
    pagina.kolom.knop.click()
    tafel.rust()
    assert len(tafel.uitkomsten()) == 1


def test_leaving_asks_about_a_signature_that_is_not_recorded(
    tafel, teken: Teken, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina = tafel.toon()
    assert pagina.mag_weg()
    paneel = pagina.kolom.paneel
    paneel.keuzes[Uitkomst.AKKOORD].click()
    teken(paneel.vlak)
    antwoorden = [False, True]
    monkeypatch.setattr(pagina_module.Bevestiging, "vraag", lambda self: antwoorden.pop(0))
    assert not pagina.mag_weg()
    assert not paneel.vlak.leeg()
    pagina.kolom.chips.chips[1].click()
    tafel.rust()
    assert tafel.nu() == "Nu: Job Bakker (vader)"
    assert antwoorden == []


def test_a_late_answer_for_another_place_is_dropped(tafel, rust: Rust) -> None:
    pagina = tafel.pagina
    pagina.toon(Plek("ondertekenen", tafel.record))
    pagina.toon(Plek("ondertekenen"))
    rust()
    assert pagina._stapel.currentWidget() is pagina._melding
    assert pagina.beeld.bladen.aantal == 0


def test_narrow_puts_the_pages_above(tafel) -> None:
    pagina = tafel.toon()
    pagina.resize(720, 900)
    QApplication.processEvents()
    assert pagina.kolom.mapTo(pagina, pagina.kolom.rect().topLeft()).y() > pagina.beeld.geometry().bottom()
    pagina.resize(1352, 800)
    QApplication.processEvents()
    assert pagina.kolom.mapTo(pagina, pagina.kolom.rect().topLeft()).x() > pagina.beeld.geometry().right()


# -- for whoever goes by keyboard, and for whoever looks over a shoulder


def test_one_begins_at_the_first_thing_to_do(tafel, qtbot: QtBot) -> None:
    pagina = tafel.pagina
    pagina.window().activateWindow()
    qtbot.waitUntil(pagina.window().isActiveWindow)
    pagina.setFocus()
    tafel.toon()
    focus = QApplication.focusWidget()
    assert focus is not None and pagina.kolom.paneel.isAncestorOf(focus)


def test_the_word_that_passes_names_nobody(tafel, rust: Rust) -> None:
    pagina = tafel.toon()
    pagina.kolom.paneel.keuzes[Uitkomst.ZIET_AF].click()
    pagina.leg_vast()
    rust()
    teksten = [toast.tekst for toast in pagina.window().findChildren(Toast)]
    assert teksten and not any("Elif" in tekst or "Yılmaz" in tekst for tekst in teksten)
