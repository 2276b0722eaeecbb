"""The page of a calamity and the list: one click, two at once, closed ones, and who may see what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.calamiteit import Calamiteit
from desktop.models.logregel import RegelSoort
from desktop.models.rechten import Rol
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.diensten import Diensten
from desktop.views.calamiteit import DIRECT, CalamiteitenPagina, Calamiteitkaart
from desktop.views.calamiteit.pagina_daden import nog_af
from desktop.views.forms.basis import regel
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van_regel
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, Alinea
from desktop.views.work import Work
from desktop.views.zaak.dialogen import FormDialoog, TekstDialoog
from tests.gui.calamiteit.conftest import Maak, Opstelling
from tests.gui.conftest import Gegaan

DICHT = {"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."}
Lijst = Callable[..., CalamiteitenPagina]


def _lijst(
    qtbot: QtBot, d: Diensten, work: Work, navigator: Navigator, thema: Thema, rust: Callable[[], None], extra: str = ""
) -> CalamiteitenPagina:
    pagina = CalamiteitenPagina(d, work, navigator, thema, draaiboeken=Plek("draaiboeken"))
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.toon(Plek("calamiteiten", extra=extra))
    rust()
    return pagina


# -- the list


def test_zonder_calamiteit_staat_er_wat_het_is(
    qtbot: QtBot, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, rust: Callable[[], None],
    gegaan: Gegaan,
) -> None:  # fmt: skip
    pagina = _lijst(qtbot, diensten, work, navigator, thema, rust)
    assert pagina._stapel.currentWidget() is pagina.leeg
    pagina.leeg.gekozen.emit()
    pagina.open.click()  # a second click while the first one runs opens no second calamity
    rust()
    (lopend,) = diensten.calamiteiten.lopende()
    assert gegaan.laatste == Plek("calamiteit", lopend.row.record)


def test_direct_opent_een_nieuwe_en_daarna_die_ene(
    qtbot: QtBot, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, rust: Callable[[], None],
    gegaan: Gegaan,
) -> None:  # fmt: skip
    _lijst(qtbot, diensten, work, navigator, thema, rust, DIRECT)
    (lopend,) = diensten.calamiteiten.lopende()
    assert gegaan.laatste == Plek("calamiteit", lopend.row.record)
    _lijst(qtbot, diensten, work, navigator, thema, rust, DIRECT)
    assert len(diensten.calamiteiten.lopende()) == 1
    assert gegaan.laatste == Plek("calamiteit", lopend.row.record)


def test_met_twee_vraagt_direct_welke(
    qtbot: QtBot, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, rust: Callable[[], None],
    gegaan: Gegaan,
) -> None:  # fmt: skip
    een, _ = diensten.calamiteiten.begin("Een"), diensten.calamiteiten.begin("Twee")
    pagina = _lijst(qtbot, diensten, work, navigator, thema, rust, DIRECT)
    assert gegaan.plekken == []
    assert len(pagina.banners.banners()) == 1
    pagina.lijst.gekozen.emit(een.record)
    assert gegaan.laatste == Plek("calamiteit", een.record)


def test_open_staat_voor_gesloten(
    qtbot: QtBot, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, rust: Callable[[], None],
    gegaan: Gegaan,
) -> None:  # fmt: skip
    diensten.calamiteiten.begin("Loopt")
    dicht = diensten.calamiteiten.begin("Klaar").record
    diensten.calamiteiten.sluit(dicht, DICHT)
    pagina = _lijst(qtbot, diensten, work, navigator, thema, rust)
    rijen = [pagina.model.data(pagina.model.index(n), RIJ) for n in range(2)]
    assert [(r.titel, r.pil) for r in rijen] == [("Loopt", "Loopt nu"), ("Klaar", "Afgesloten")]
    assert pagina.telling.text() == "1 loopt · 1 afgesloten"
    pagina.draaiboeken.click()
    assert gegaan.laatste == Plek("draaiboeken")


def test_wie_alleen_schrijft_opent_er_geen(
    qtbot: QtBot, met_rol: Callable[[Rol], Diensten], work: Work, navigator: Navigator, thema: Thema,
    rust: Callable[[], None], gegaan: Gegaan,
) -> None:  # fmt: skip
    d = met_rol(Rol.ADMINISTRATIE)
    pagina = _lijst(qtbot, d, work, navigator, thema, rust, DIRECT)
    assert not pagina.open.isEnabled()
    assert pagina._stapel.currentWidget() is pagina.leeg_lezer
    assert gegaan.plekken == []
    assert not pagina.nieuw()


def test_de_vertrouwenspersoon_komt_er_niet_in(
    qtbot: QtBot, met_rol: Callable[[Rol], Diensten], work: Work, navigator: Navigator, thema: Thema,
    rust: Callable[[], None],
) -> None:  # fmt: skip
    pagina = _lijst(qtbot, met_rol(Rol.VERTROUWENSPERSOON), work, navigator, thema, rust)
    assert pagina._stapel.currentWidget() is pagina.verboden


# -- one calamity


def test_de_kop_zegt_wat_er_loopt(o: Opstelling) -> None:
    assert o.pagina.titel() == "Vermissing tijdens schoolreis"
    assert o.pagina.band.isVisible()
    assert o.pagina.pil.accessibleName() == "Loopt nu"
    assert o.pagina.over.accessibleName().startswith("Begonnen vandaag 09:00 · 0 min")
    assert [a.action for a in o.d.session.vault.audit(record=o.calamiteit)].count("bekeken") == 1


def test_een_kaart_krijgt_het_beeld_opnieuw_na_een_regel(maak: Maak, thema: Thema) -> None:
    class Telkaart(Calamiteitkaart):
        def __init__(self) -> None:
            super().__init__(thema, "Actieplan", "clipboard-text")
            self.gezien: list[Calamiteitbeeld] = []

        def zet(self, beeld: Calamiteitbeeld, reden: str) -> None:
            super().zet(beeld, reden)
            self.gezien.append(beeld)
            self.deel.addWidget(regel("x", "basis"))

    kaart = Telkaart()
    o = maak(kaarten=(kaart,))
    assert len(kaart.gezien) == 1
    o.typ("Een regel")
    o.enter()
    assert len(kaart.gezien) == 2
    kaart.opnieuw.emit()
    o.rust()
    assert len(kaart.gezien) == 3
    assert o.pagina.kaarten[0] is kaart


def test_twee_tegelijk_als_chips(maak: Maak, gegaan: Gegaan) -> None:
    o = maak(vooraf=lambda d, _: d.calamiteiten.begin("Brand in de gymzaal"))
    chips = o.pagina.andere.findChildren(QPushButton)
    assert {(c.text(), c.isChecked()) for c in chips} == {
        ("Vermissing tijdens schoolreis", True),
        ("Brand in de gymzaal", False),
    }
    next(c for c in chips if not c.isChecked()).click()
    ander = next(r.row.record for r in o.d.calamiteiten.lopende() if r.row.record != o.calamiteit)
    assert gegaan.laatste == Plek("calamiteit", ander)
    o.pagina.toon(Plek("calamiteit", ander))
    o.rust()
    o.typ("In de andere")
    o.enter()
    assert o.regels() == []
    assert len(o.d.calamiteiten.log.alle(ander)) == 1


def test_een_naam_geven(o: Opstelling) -> None:
    o.pagina.leiding.hernoem.click()
    dialoog = o.pagina.findChild(TekstDialoog)
    assert dialoog is not None
    dialoog.tekst.zet("Kind kwijt in het park")
    dialoog.doen.click()
    o.rust()
    assert o.pagina.titel() == "Kind kwijt in het park"


def test_gegevens_aanvullen(o: Opstelling) -> None:
    o.pagina.leiding.gegevens.click()
    o.rust()
    dialoog = o.pagina.findChild(FormDialoog)
    assert dialoog is not None
    dialoog.formulier.laad({**dialoog.formulier.values(), "school_loopt": "adjunct"})
    dialoog.doen.click()
    o.rust()
    value = o.d.session.vault.get(o.calamiteit).value
    assert isinstance(value, Calamiteit)
    assert (value.school_loopt, value.kort) == ("adjunct", "Vermissing tijdens schoolreis")
    assert "school loopt: adjunct" in o.pagina.over.accessibleName()


@pytest.mark.parametrize(("aantal", "einde"), [(1, "a0"), (5, "a3; a4"), (7, "a4; en nog 2")])
def test_bij_sluiten_staat_wat_nog_niet_af_is(aantal: int, einde: str) -> None:
    assert nog_af([]) == ""
    assert nog_af([f"a{n}" for n in range(aantal)]).endswith(f"{einde}. Sluiten kan wel.")


def test_sluiten_en_weer_openen(o: Opstelling) -> None:
    o.pagina.sluit.click()
    o.rust()
    dialoog = o.pagina.findChild(FormDialoog)
    assert dialoog is not None
    assert not any("Nog niet af" in alinea.text() for alinea in dialoog.findChildren(Alinea))
    dialoog.doen.click()
    o.rust()
    assert dialoog.isVisible()  # closing asks an evaluation, or a reason
    dialoog.formulier.laad(DICHT)
    dialoog.doen.click()
    o.rust()
    assert not o.pagina.band.isVisible()
    assert not o.pagina.logboek.invoer.isVisible()
    assert o.pagina.pil.accessibleName() == "Afgesloten"
    o.pagina.sluit.click()
    heropen = next(d for d in o.pagina.findChildren(QDialog) if isinstance(d, TekstDialoog))
    heropen.tekst.zet("Er kwam een nieuwe melding binnen.")
    heropen.doen.click()
    o.rust()
    assert o.pagina.logboek.invoer.isVisible()
    assert o.op_scherm() == ["De calamiteit is weer geopend. Er kwam een nieuwe melding binnen."]


def test_een_gezochte_regel_staat_in_beeld_met_de_toetsen_erop(o: Opstelling) -> None:
    logboek = o.pagina.logboek
    regels = [o.d.calamiteiten.log.schrijf(o.calamiteit, f"Regel {n}", RegelSoort.STAP) for n in range(40)]
    logboek.keuze.soorten[RegelSoort.BESLUIT].click()
    o.rust()
    for n in (3, 30):
        o.pagina.toon(plek_van_regel("calamiteit", o.calamiteit, regels[n].record))
        o.rust()
        o.op_scherm()
        rij = logboek.lijst.currentIndex()
        assert rij.data() == f"Regel {n}"
        assert logboek.lijst.viewport().rect().contains(logboek.lijst.visualRect(rij))
        assert o.pagina.focusWidget() is logboek.lijst
        assert logboek.filter().leeg
    o.pagina.toon(Plek("calamiteit", o.calamiteit, "regel=onzin"))
    o.rust()
    assert o.pagina.focusWidget() is logboek.invoer.regel


def test_wie_alleen_schrijft_ziet_alleen_het_logboek(maak: Maak) -> None:
    o = maak(Rol.ADMINISTRATIE)
    assert not o.pagina._rechts.isVisible()
    assert not o.pagina.sluit.isEnabled()
    o.typ("Ouders gebeld")
    o.enter()
    assert o.op_scherm() == ["Ouders gebeld"]


def test_een_gesloten_calamiteit_is_voor_wie_haar_leidt(maak: Maak, gegaan: Gegaan) -> None:
    o = maak(Rol.LEERKRACHT, vooraf=lambda d, c: d.calamiteiten.sluit(c, DICHT))
    assert o.pagina._stapel.currentWidget() is o.pagina._fout


def test_zonder_calamiteit_naar_de_lijst(o: Opstelling, gegaan: Gegaan) -> None:
    o.pagina.toon(Plek("calamiteit"))
    assert gegaan.laatste == Plek("calamiteiten")


def test_afdrukken_zegt_wat_er_gekozen_is(o: Opstelling) -> None:
    for soort, tekst in ((RegelSoort.STAP, "Geteld"), (RegelSoort.BESLUIT, "Naar huis")):
        o.d.calamiteiten.log.schrijf(o.calamiteit, tekst, soort)
    assert o.pagina.druk_af()
    o.pagina.logboek.keuze.soorten[RegelSoort.BESLUIT].click()
    o.rust()
    o.pagina.pdf.click()
    heel, deel = (papier.maak() for papier in o.papieren)
    assert heel.pdf != deel.pdf
    assert o.papieren[0].record == o.calamiteit


def test_smal_staan_de_kaarten_onder_het_logboek(o: Opstelling) -> None:
    o.pagina.resize(800, 700)
    o.rust()
    assert o.pagina._rechts.y() > o.pagina.logboek.y()
    o.pagina.resize(1300, 800)
    o.rust()
    assert o.pagina._rechts.x() > o.pagina.logboek.x()
