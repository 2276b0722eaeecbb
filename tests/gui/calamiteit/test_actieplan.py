"""Writing an action plan and communication: versions only by a person, cautions beside the form, one way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.communicatie import VOORZICHTIG
from desktop.models.rechten import Rol
from desktop.models.vervolg import Aanvulling
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.views.calamiteit import ActieplanPagina, CommunicatiePagina, KiesPagina, VersiesPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.conftest import Gegaan, Klok
from tests.gui.omgeving import maak_pagina
from tests.unit.services.calamiteitverhaal import Verhaal

Pagina = Callable[..., Any]


@pytest.fixture
def v(met_rol: Callable[[Rol], Diensten], klok: Klok) -> Verhaal:
    d = met_rol(Rol.DIRECTEUR)
    return Verhaal(d, klok, d.calamiteiten.begin("Vermissing").record)


@pytest.fixture
def pagina(
    v: Verhaal, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Callable[[], None]
) -> Pagina:
    def maak(klas: Callable[..., Any], plek: Plek, **extra: Any) -> Any:
        p = maak_pagina(klas, v.d, work, navigator, thema, **extra)
        qtbot.addWidget(p)
        p.resize(1300, 900)
        p.show()
        navigator.ga(plek)
        p.toon(plek)
        rust()
        return p

    return maak


def teksten(waar: QWidget) -> list[str]:
    return [label.text() for label in waar.findChildren(QLabel) if label.text()]


def dialoog(waar: QWidget) -> Any:
    (een,) = [d for d in waar.window().findChildren(QDialog) if d.isVisible()]
    return een


def versies(v: Verhaal) -> list[str]:
    beeld = v.d.calamiteiten.beeld(v.calamiteit, log=False)
    return [s.value.beschrijving for s in beeld.versies]  # type: ignore[union-attr]


def nieuw(v: Verhaal, kind: str, rest: str = "") -> Plek:
    return Plek(kind, extra=f"calamiteit={v.calamiteit}{rest}")


def zet(p: Any, **velden: Any) -> None:
    """Fill fields in as a person does."""
    for naam, waarde in velden.items():
        veld = p.vlak.formulier.veld(naam)
        veld.editor.zet(waarde)
        veld.editor.gewijzigd.emit()


# -- the plan


def test_eerste_versie_en_terug_naar_de_calamiteit(
    v: Verhaal, pagina: Pagina, gegaan: Gegaan, rust: Callable[[], None]
) -> None:
    p = pagina(ActieplanPagina, nieuw(v, "actieplan"))
    assert p.vlak.bewaar_knop.isHidden()
    assert ("Vermissing", Plek("calamiteit", v.calamiteit)) in p.kruimels()
    p.bewaar_versie()
    rust()
    assert versies(v) == []
    assert "1 veld vraagt nog aandacht" in p.vlak.blad.voet.ontbreekt.accessibleName()
    zet(p, beschrijving="Een kind is zoek.")
    assert "Wordt versie 1" in teksten(p)
    p.vlak.blad.voet.hoofdknop.click()
    rust()
    assert versies(v) == ["Een kind is zoek."]
    assert gegaan.laatste == Plek("calamiteit", v.calamiteit)


def test_weggaan_maakt_geen_versie_en_verliest_geen_woord(v: Verhaal, pagina: Pagina, rust: Callable[[], None]) -> None:
    plan = v.plan().record
    p = pagina(ActieplanPagina, Plek("actieplan", plan))
    zet(p, beschrijving="Het kind is terug.")
    assert p.mag_weg()
    rust()
    assert versies(v) == ["Een kind is zoek tijdens het schoolreisje."]
    p.toon(Plek("actieplan", plan))
    rust()
    assert p.vlak.formulier.values()["beschrijving"] == "Het kind is terug."
    p.bewaar_versie()
    rust()
    assert len(versies(v)) == 2


def test_een_half_plan_wordt_verder_geschreven(v: Verhaal, pagina: Pagina, rust: Callable[[], None]) -> None:
    p = pagina(ActieplanPagina, nieuw(v, "actieplan"))
    zet(p, ernst="Groot.")
    assert p.mag_weg()
    rust()
    p.toon(nieuw(v, "actieplan"))
    rust()
    assert p.vlak.formulier.values()["ernst"] == "Groot."
    assert len(v.d.calamiteiten.beeld(v.calamiteit, log=False).drafts) == 1


def test_wijzigingen_weggooien_laat_de_versies(
    v: Verhaal, pagina: Pagina, gegaan: Gegaan, rust: Callable[[], None]
) -> None:
    plan = v.plan().record
    p = pagina(ActieplanPagina, Plek("actieplan", plan))
    zet(p, beschrijving="Onzin")
    p.gooi_weg()
    dialoog(p).doen.click()
    rust()
    assert gegaan.laatste == Plek("calamiteit", v.calamiteit)
    assert len(versies(v)) == 1
    assert v.d.calamiteiten.open(plan).draft is None


def test_er_komt_nooit_een_tweede_plan(v: Verhaal, pagina: Pagina) -> None:
    v.plan()
    p = pagina(ActieplanPagina, nieuw(v, "actieplan"))
    assert "Wordt versie 2" in teksten(p)


def test_van_een_gesloten_calamiteit_lees_je_de_versies(v: Verhaal, pagina: Pagina, gegaan: Gegaan) -> None:
    plan = v.plan().record
    v.d.calamiteiten.sluit(v.calamiteit, {"geevalueerd": False, "waarom_niet": "Het bleek een oefening."})
    pagina(ActieplanPagina, Plek("actieplan", plan))
    assert gegaan.laatste == Plek("actieplan-versies", v.calamiteit)


def test_alle_versies_met_wat_veranderde(v: Verhaal, pagina: Pagina) -> None:
    v.plan()
    v.later(30)
    v.plan(beschrijving="Het kind is terug.", ernst="Groot")
    papieren: list[Papier] = []
    p = pagina(
        VersiesPagina,
        Plek("actieplan-versies", v.calamiteit),
        druk=lambda haal: papieren.append(haal()),
        bijlage=lambda _: None,
    )
    assert [c.text() for c in p.chips] == ["Versie 2 · 09:30", "Versie 1 · 09:00"]
    assert "• Korte beschrijving: aangepast" in teksten(p)
    assert "Het kind is terug." in teksten(p)
    p.chips[1].click()
    assert "Een kind is zoek tijdens het schoolreisje." in teksten(p)
    assert p.druk_af()
    assert papieren[0].titel == "Actieplan, versie 1"


# -- communication


def test_bij_elke_groep_staat_waar_je_op_let(v: Verhaal, pagina: Pagina) -> None:
    p = pagina(CommunicatiePagina, nieuw(v, "communicatie", ";groep=team"))
    assert f"• {VOORZICHTIG['team'][0]}" in teksten(p)
    zet(p, groep="media")
    assert f"• {VOORZICHTIG['media'][0]}" in teksten(p)
    assert p.titel().startswith("Communicatie")


def test_vastleggen_als_verstuurd_vraagt_en_schrijft_een_regel(
    v: Verhaal, pagina: Pagina, rust: Callable[[], None]
) -> None:
    p = pagina(CommunicatiePagina, nieuw(v, "communicatie", ";groep=indirect"))
    zet(p, tekst="Vandaag was er een incident.", alleen_feiten=True, hoe="Brief", besloten_door="Dirk")
    p.vlak.blad.voet.hoofdknop.click()
    rust()
    assert "2 velden vragen nog aandacht" in p.vlak.blad.voet.ontbreekt.accessibleName()
    zet(p, waarom_breed="Het stond in de krant.", voorzitter=True)
    p.vlak.blad.voet.hoofdknop.click()
    rust()
    vraag = dialoog(p)
    assert vraag.accessibleName() == "Is dit verstuurd of verteld?"
    vraag.doen.click()
    rust()
    assert v.regels() == ["Indirect betrokken ouders ingelicht (Brief)"]
    (stuk,) = v.d.calamiteiten.beeld(v.calamiteit, log=False).communicatie
    assert stuk.state == "vastgesteld"
    assert v.d.calamiteiten.opdracht_vastgesteld(stuk.record) is None  # its PDF is kept


def test_een_aanvulling_bij_wat_verstuurd_is(v: Verhaal) -> None:
    stored, _ = v.communicatie("team")
    assert stored is not None
    stuk = v.d.calamiteiten.open(stored.record)
    nieuw_, fout = v.d.calamiteiten.volg(stuk, Aanvulling, {"tekst": "Twee collega's hoorden het later."})
    assert nieuw_ is not None, fout


def test_zonder_calamiteit_zegt_de_pagina_wat_te_doen(v: Verhaal, pagina: Pagina) -> None:
    p = pagina(CommunicatiePagina, Plek("communicatie"))
    assert "Bij welke calamiteit hoort dit?" in teksten(p)


# -- which calamity


def naar(v: Verhaal, wat: str) -> Plek:
    return Plek("calamiteit", v.calamiteit, "sluit") if wat == "evaluatie" else nieuw(v, wat)


@pytest.mark.parametrize("wat", ["actieplan", "communicatie", "evaluatie"])
def test_met_een_calamiteit_meteen_door(v: Verhaal, pagina: Pagina, gegaan: Gegaan, wat: str) -> None:
    pagina(KiesPagina, Plek("calamiteit-kies", extra=wat))
    assert gegaan.laatste == naar(v, wat)


def test_met_meer_wordt_gevraagd_welke(v: Verhaal, pagina: Pagina, gegaan: Gegaan) -> None:
    v.d.calamiteiten.begin("Brand")
    p = pagina(KiesPagina, Plek("calamiteit-kies", extra="actieplan"))
    assert sorted(k.text() for k in p.knoppen) == ["Brand", "Vermissing"]
    next(k for k in p.knoppen if k.text() == "Vermissing").click()
    assert gegaan.laatste == naar(v, "actieplan")


def test_zonder_calamiteit_staat_er_hoe_je_er_een_opent(v: Verhaal, pagina: Pagina) -> None:
    v.d.calamiteiten.sluit(v.calamiteit, {"geevalueerd": False, "waarom_niet": "Het bleek een oefening."})
    p = pagina(KiesPagina, Plek("calamiteit-kies", extra="communicatie"))
    assert "Er loopt geen calamiteit" in teksten(p)
