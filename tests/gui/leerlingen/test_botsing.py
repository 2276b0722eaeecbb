"""Two windows on one person, pupil or card, or an import in between: the second save is refused, and loses nothing."""

from __future__ import annotations

import pytest

from desktop.models.errors import Conflict
from desktop.models.personen import Leerling, Persoon, Relatie
from desktop.models.velden import naar_values
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.leerlingen import KaartPagina, LeerlingPagina, PersoonPagina
from desktop.views.navigatie import Plek

_ZIN = "Dit stuk is intussen in een ander venster of door iemand anders bewaard."


@pytest.fixture
def maak(qtbot, thema, work, navigator, diensten):
    def maak(soort):
        pagina = soort(diensten, work, navigator, thema)
        qtbot.addWidget(pagina)
        pagina.resize(1350, 800)
        pagina.show()
        qtbot.waitExposed(pagina)
        return pagina

    return maak


def _typ(pagina, formulier: str, naam: str, tekst: str) -> None:
    veld = pagina.blad.formulieren[formulier].veld(naam).editor.widgets()[0]
    veld.setText(tekst)
    veld.textEdited.emit(tekst)


def _vergelijk(pagina, rust) -> VergelijkDialoog:
    (banner,) = [b for b in pagina.blad.banners.banners() if _ZIN in b.accessibleName()]
    assert banner.knop.text() == "Vergelijk"
    banner.knop.click()
    rust()
    (dialoog,) = [d for d in pagina.findChildren(VergelijkDialoog) if d.isVisible()]
    return dialoog


def test_the_service_refuses_what_was_begun_from_another_version(diensten, school):
    personen = diensten.personen
    eerst = personen.persoon(school.elif_)
    values = naar_values(eerst.value)
    tweede, _ = personen.bewaar(Persoon, school.elif_, {**values, "telefoon": "06 00000002"}, eerst.revision)
    with pytest.raises(Conflict):
        personen.bewaar(Persoon, school.elif_, {**values, "telefoon": "06 00000003"}, eerst.revision)
    assert personen.persoon(school.elif_).revision == tweede.revision
    personen.bewaar(Persoon, school.elif_, {**values, "telefoon": "06 00000003"}, tweede.revision)
    assert personen.persoon(school.elif_).value.telefoon == "06 00000003"


def test_of_a_card_and_its_person_neither_is_stored_when_one_is_old(diensten, school):
    personen = diensten.personen
    kaart = personen.kaarten(school.noa)[0]
    relatie, mens = naar_values(kaart.relatie.value), naar_values(kaart.persoon.value)
    record = {"_record": str(kaart.persoon.record), "_base": str(kaart.persoon.revision)}
    personen.bewaar(Persoon, kaart.persoon.record, {**mens, "telefoon": "06 00000002"})
    with pytest.raises(Conflict):
        personen.koppel(
            school.noa, {**mens, **record, "email": "e@voorbeeld.nl"}, relatie, kaart.relatie.record,
            kaart.relatie.revision,
        )  # fmt: skip
    nu = personen.kaarten(school.noa)[0]
    assert (nu.relatie.revision, nu.persoon.value.telefoon) == (kaart.relatie.revision, "06 00000002")


@pytest.mark.parametrize("neem_mijn", [True, False])
def test_a_person_shows_both_versions_and_keeps_what_was_typed(maak, rust, diensten, school, gegaan, neem_mijn):
    een, twee = maak(PersoonPagina), maak(PersoonPagina)
    for pagina in (een, twee):
        pagina.toon(Plek("persoon", school.elif_, "wijzig"))
        rust()
    _typ(een, "persoon", "telefoon", "06 00000002")
    een._bewaar()
    rust()
    _typ(twee, "persoon", "email", "elif@voorbeeld.nl")
    twee._bewaar()
    rust()
    assert diensten.personen.persoon(school.elif_).value.email == ""
    assert twee.blad.waarden("persoon")["email"] == "elif@voorbeeld.nl"
    assert twee.blad.voet.hoofdknop.isEnabled()
    dialoog = _vergelijk(twee, rust)
    assert {(label, links, rechts) for label, links, rechts in dialoog.velden} == {
        ("Telefoon", "06 00000002", "06 00000001"),
        ("E-mail", "", "elif@voorbeeld.nl"),
    }
    (dialoog.mijn if neem_mijn else dialoog.terug).click()
    rust()
    nu = diensten.personen.persoon(school.elif_).value
    assert nu.email == ("elif@voorbeeld.nl" if neem_mijn else "")
    assert nu.telefoon == ("06 00000001" if neem_mijn else "06 00000002")
    assert neem_mijn or twee.blad.waarden("persoon")["email"] == "elif@voorbeeld.nl"


def test_a_pupil_changed_by_an_import_meanwhile(maak, rust, diensten, school, gegaan):
    pagina = maak(LeerlingPagina)
    pagina.toon(Plek("leerling", school.noa, "wijzig"))
    rust()
    values = naar_values(diensten.personen.leerling(school.noa).leerling)
    diensten.personen.bewaar(Leerling, school.noa, {**values, "roepnaam": "Noa Mae"})
    _typ(pagina, "leerling", "roepnaam", "Noah")
    pagina._bewaar()
    rust()
    dialoog = _vergelijk(pagina, rust)
    assert ("Roepnaam", "Noa Mae", "Noah") in dialoog.velden
    dialoog.mijn.click()
    rust()
    assert diensten.personen.leerling(school.noa).leerling.roepnaam == "Noah"


def test_a_card_compares_the_card_or_the_person_on_it(maak, rust, diensten, school, gegaan):
    pagina = maak(KaartPagina)
    kaart = diensten.personen.kaarten(school.noa)[0]
    pagina.toon(Plek("kaart", extra=f"{school.noa}:{kaart.relatie.record}"))
    rust()
    mens, relatie = naar_values(kaart.persoon.value), naar_values(kaart.relatie.value)
    diensten.personen.bewaar(Persoon, kaart.persoon.record, {**mens, "telefoon": "06 00000002"})
    diensten.personen.bewaar(Relatie, kaart.relatie.record, {**relatie, "woont_bij": False})
    _typ(pagina, "persoon", "email", "elif@voorbeeld.nl")
    pagina._bewaar()
    rust()
    eerst = _vergelijk(pagina, rust)
    assert len(eerst.velden) == 1  # of the card
    eerst.mijn.click()
    rust()
    daarna = _vergelijk(pagina, rust)
    assert [label for label, _, _ in daarna.velden] == ["Telefoon", "E-mail"]
    daarna.mijn.click()
    rust()
    nu = diensten.personen.kaarten(school.noa)[0]
    assert (nu.persoon.value.email, nu.persoon.value.telefoon) == ("elif@voorbeeld.nl", "06 00000001")
    assert nu.relatie.value.woont_bij is kaart.relatie.value.woont_bij
