"""What goes to Veilig Thuis and comes back: the phone first, then the document; and the summary for advice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.models.melding import Melding
from desktop.models.overleg import Overleg, OverlegSoort
from desktop.models.rechten import Rol
from desktop.models.veiligthuis import Terugkoppeling
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.services.plan import Plan
from desktop.views.navigatie import Navigator, Plek
from desktop.views.widgets import Knop
from desktop.views.zaak import VT_SOORTEN, MeldingPagina, SamenvattingPagina, ZaakstukPagina
from tests.gui.conftest import Gegaan, School
from tests.gui.zaak.conftest import Zaakbouw, banners, dialoog


@pytest.fixture
def gedrukt() -> list[Papier]:
    return []


@pytest.fixture
def open_melding(toon, plan: Plan, gedrukt: list[Papier]) -> Callable[..., MeldingPagina]:
    def open_(plek: Plek, d: Diensten | None = None) -> MeldingPagina:
        return toon(MeldingPagina, plek, d, plan=plan, druk=lambda haal: gedrukt.append(haal()))

    return open_


def _vul(pagina: Any, **values: object) -> None:
    for naam, waarde in values.items():
        veld = pagina.vlak.formulier.veld(naam)
        veld.editor.zet(waarde)
        veld.editor.gewijzigd.emit()


def _knoppen(pagina: Any) -> dict[str, Knop]:
    return {knop.text(): knop for knop in pagina.leesblad.findChildren(Knop) if knop.isVisible()}


def test_the_schools_own_term_says_when_their_decision_is_expected(bouw: Zaakbouw) -> None:
    d, dossier = bouw.d, bouw.dossier(bouw.signaal("Blauwe plek"))
    school = d.beheer.school().value
    assert school is not None
    _, fout = d.beheer.bewaar_school({**school.model_dump(mode="json"), "termijn_vt_besluit": "2"})
    assert not fout
    melding = bouw.melding(dossier).value
    assert isinstance(melding, Melding) and melding.gebeld_op is not None and melding.verwacht_op is not None
    assert (melding.verwacht_op - melding.gebeld_op).days == 2, "a Monday, and no holiday that week"


def test_the_phone_goes_first(open_melding, bouw: Zaakbouw, rust, diensten: Diensten, klok) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek op de arm", disclosure=True))
    pagina = open_melding(Plek("melding", extra=f"dossier={dossier}"))
    assert pagina.bel.isVisible() and "0800" in pagina.bel.accessibleName()
    assert "Blauwe plek op de arm" in str(pagina.vlak.formulier.values()["zorgen"])
    vandaag = klok.now().date().isoformat()
    _vul(pagina, namens="De directeur", norm="1", ouders="vooraf", ouders_op=vandaag)
    pagina.vlak.blad.voet.hoofdknop.click()
    rust()
    assert "Bel eerst Veilig Thuis" in pagina.vlak.formulier.veld("gebeld_op").foutlabel().text()
    assert bouw.zaak(dossier).van(Melding) == []
    pagina.bel.knop.click()
    assert pagina.bel.isHidden()
    values = pagina.vlak.formulier.values()
    assert (values["gebeld_op"], str(values["gebeld_om"])[:5]) == (vandaag, "09:00")
    _vul(pagina, gebeld_met="V.T.")
    pagina.vlak.blad.voet.hoofdknop.click()
    rust()
    dialoog(pagina.vlak).doen.click()
    rust()
    ((stored, melding),) = bouw.zaak(dossier).van(Melding)
    assert stored.state == "vastgesteld" and melding.verwacht_op is not None
    assert diensten.meldcode.eis_vooraf(bouw.zaak(dossier)) is None
    assert "Terugkoppeling vastleggen" in _knoppen(pagina)


def test_a_melding_starts_from_a_signal_alone(open_melding, bouw: Zaakbouw, navigator: Navigator) -> None:
    signaal = bouw.signaal("Noa is bang om naar huis te gaan", gevaar=True)
    pagina = open_melding(Plek("melding", extra=f"signaal:{signaal.record}"))
    values = pagina.vlak.formulier.values()
    assert values["grond"] == str(signaal.record) and values["norm"] == "1"
    assert "bang om naar huis" in str(values["zorgen"])
    leeg = open_melding(Plek("melding"))
    assert not leeg.schrijver.bezig


def test_the_separate_sheet_is_a_paper_of_its_own(
    open_melding, bouw: Zaakbouw, gegaan: Gegaan, gedrukt: list[Papier], school: School
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    melding = bouw.melding(dossier, apart="Oma woont op een geheim adres.", apart_besproken=True)
    pagina = open_melding(Plek("melding", melding.record))
    knoppen = _knoppen(pagina)
    knoppen["Apart blad (PDF)"].click()
    (papier,) = gedrukt
    assert papier.record == melding.record and papier.maak().pdf.startswith(b"%PDF")
    knoppen["Terugkoppeling vastleggen"].click()
    assert gegaan.laatste == Plek(
        "terugkoppeling", extra=f"leerling={school.noa};dossier={dossier};melding={melding.record}"
    )
    knoppen["Naar het dossier"].click()
    assert gegaan.laatste == Plek("zaak", dossier)
    zonder = open_melding(Plek("melding", bouw.melding(dossier).record))
    assert "Apart blad (PDF)" not in _knoppen(zonder)


def test_a_decision_is_recorded_with_the_melding_that_waits(
    toon, bouw: Zaakbouw, rust, school: School, diensten: Diensten
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    soort = VT_SOORTEN["terugkoppeling"]
    leeg = toon(ZaakstukPagina, Plek("terugkoppeling", extra=f"leerling={school.noa};dossier={dossier}"), soort=soort)
    assert not leeg.schrijver.bezig, "there is no melding to answer yet"
    melding = bouw.melding(dossier)
    pagina = toon(ZaakstukPagina, Plek("terugkoppeling", extra=f"dossier={dossier}"), soort=soort)
    assert pagina.vlak.formulier.values()["melding"] == str(melding.record)
    _vul(pagina, soort="einde", inhoud="Geen verdere bemoeienis.", verantwoordelijk="De school")
    pagina.vlak.blad.voet.hoofdknop.click()
    rust()
    dialoog(pagina.vlak).doen.click()
    rust()
    ((stored, antwoord),) = bouw.zaak(dossier).van(Terugkoppeling)
    assert stored.state == "vastgesteld" and antwoord.besluit()
    bouw.later(20)
    assert diensten.veiligthuis.bel_ze(bouw.zaak(dossier)) == []


@pytest.mark.parametrize("rol", [Rol.LEERKRACHT, Rol.AANDACHTSFUNCTIONARIS])
def test_who_does_not_run_the_meldcode_reads_why(
    open_melding, bouw: Zaakbouw, met_rol: Callable[[Rol], Diensten], rol: Rol
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    pagina = open_melding(Plek("melding", extra=f"dossier={dossier}"), met_rol(rol))
    assert not pagina.schrijver.bezig and pagina.melding.isVisible()


def test_the_summary_leaves_only_after_it_was_read(
    toon, bouw: Zaakbouw, rust, gedrukt: list[Papier], diensten: Diensten
) -> None:
    dossier = bouw.dossier(bouw.signaal("Noa Yılmaz zegt dat Elif haar slaat"))
    pagina = toon(SamenvattingPagina, Plek("samenvatting", dossier), druk=lambda haal: gedrukt.append(haal()))
    tekst = str(pagina.tekst.waarde())
    assert "haar slaat" in tekst and "Noa" not in tekst and "Elif" not in tekst
    assert not pagina.voet.hoofdknop.isEnabled()
    pagina.tekst.zet(f"{tekst}\nBel Elif.")
    pagina.tekst.gewijzigd.emit()
    pagina.gelezen.click()
    rust()
    assert not pagina.gelezen.isChecked() and "nog een naam in: Elif" in banners(pagina)[0]
    pagina.tekst.zet(f"{tekst}\nBel de moeder.")
    pagina.tekst.gewijzigd.emit()
    pagina.gelezen.click()
    rust()
    assert pagina.gelezen.isChecked()
    pagina.voet.hoofdknop.click()
    rust()
    (papier,) = gedrukt
    assert papier.maak().pdf.startswith(b"%PDF")
    ((stored, overleg),) = bouw.zaak(dossier).van(Overleg)
    assert stored.state == "concept" and overleg.soort is OverlegSoort.AF and "Bel de moeder." in overleg.inhoud
    assert "Vastgelegd als overleg" in banners(pagina)[0]


def test_another_word_asks_to_be_read_again_and_is_kept(toon, bouw: Zaakbouw, rust) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    pagina = toon(SamenvattingPagina, Plek("samenvatting", dossier))
    pagina.gelezen.click()
    rust()
    assert pagina.gelezen.isChecked()
    pagina.tekst.zet("Anders.")
    pagina.tekst.gewijzigd.emit()
    assert not pagina.gelezen.isChecked() and not pagina.voet.hoofdknop.isEnabled()
    pagina.berg_op()
    rust()
    weer = toon(SamenvattingPagina, Plek("samenvatting", dossier))
    assert weer.tekst.waarde() == "Anders."
    weer.opnieuw.click()
    rust()
    assert "Blauwe plek" in str(weer.tekst.waarde())
