"""One incident on screen: the threshold, passing on, registering, and reading it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.incidenten import ZONDER_SOORT
from desktop.views.forms.veld import VeldWidget
from desktop.views.leerlingen import LeerlingPagina
from desktop.views.navigatie import Plek
from desktop.views.widgets import Banner, KnopKaart
from tests.gui.incidenten.conftest import waarden


def _teksten(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_threshold_comes_first_with_its_explanation(toon, diensten: Diensten) -> None:
    pagina = toon(Plek("incident"), diensten)
    eerste = pagina.vlak.formulier.findChild(VeldWidget)
    assert eerste is pagina.vlak.formulier.veld("ingrijpend") and pagina.vlak.formulier.veld("toch") is None
    assert "Hoort dit in het register?" in _teksten(pagina) and "Twijfel je? Registreer het." in _teksten(pagina)
    assert pagina.vlak.blad.voet.hoofdknop.accessibleName() == "Registreer"
    assert pagina.titel() == "Nieuw incident" and pagina.kruimels() == (("Incidenten", Plek("incidenten")),)


def test_below_the_threshold_one_is_led_to_the_dossier(toon, diensten: Diensten, gegaan) -> None:
    pagina = toon(Plek("incident"), diensten)
    assert pagina.vooraf.findChildren(Banner) == []
    pagina.vlak.formulier.laad({**pagina.vlak.formulier.values(), "ingrijpend": False})
    pagina._getoond()
    assert "hoort meestal in het dossier" in _teksten(pagina.vooraf)
    pagina.vlak.formulier.laad({**pagina.vlak.formulier.values(), "ingrijpend": True})
    pagina._getoond()
    assert "hoort meestal in het dossier" not in _teksten(pagina.vooraf)


def test_without_a_kind_it_is_refused_at_the_field(toon, diensten: Diensten, geef_door, rust) -> None:
    stored = geef_door(soort=None)
    pagina = toon(Plek("incident", stored.record), diensten)
    pagina.vaststeller.begin()
    rust()
    assert ZONDER_SOORT in _teksten(pagina.vlak.formulier.veld("soort"))
    assert diensten.incidenten.open(stored.record).stored.state == "concept"  # type: ignore[union-attr]


def test_the_title_follows_the_kind(toon, diensten: Diensten, geef_door) -> None:
    pagina = toon(Plek("incident", geef_door().record), diensten)
    assert pagina.titel() == "Incident: fysiek geweld"
    pagina.vlak.formulier.laad({**pagina.vlak.formulier.values(), "soort": "wapen"})
    pagina._getoond()
    assert pagina.vlak.titel.text() == "Incident: wapenbezit"


def test_a_teacher_passes_it_on(toon, met_rol: Callable[[Rol], Diensten], school, gegaan, rust) -> None:
    d = met_rol(Rol.LEERKRACHT)
    pagina = toon(Plek("incident", extra=f"leerling={school.noa}"), d)
    knop = pagina.vlak.blad.voet.hoofdknop
    assert knop.accessibleName() == "Geef door" and knop.isEnabled()
    values = pagina.vlak.formulier.values()
    assert values["groep"] == "5a" and values["doorgegeven_door"] == "Iris Beheer"
    knop.click()
    rust()
    assert gegaan.laatste == Plek("incidenten")
    directeur = met_rol(Rol.DIRECTEUR)
    ((rij, _),) = directeur.incidenten.wachtend()
    assert rij.state == "concept"
    assert [i.wat for i in directeur.agenda.items()] == ["Incident registreren"]


def test_passing_on_asks_for_a_day(toon, met_rol: Callable[[Rol], Diensten], gegaan, rust) -> None:
    d = met_rol(Rol.LEERKRACHT)
    pagina = toon(Plek("incident"), d)
    pagina.vlak.formulier.laad({**pagina.vlak.formulier.values(), "datum": None})
    pagina.geef_door()
    rust()
    assert gegaan.laatste == Plek("incident") and d.incidenten.register() == []


def test_what_was_registered_leads_to_the_pupils_in_it(toon, diensten: Diensten, school, gegaan) -> None:
    stuk = diensten.incidenten.nieuw([school.noa])
    rij = {**stuk.values["betrokkenen"][0], "rol": "getuige"}  # type: ignore[index,dict-item]
    stored, fout = diensten.incidenten.stel_vast(stuk, {**stuk.values, **waarden(diensten), "betrokkenen": [rij]})
    assert stored is not None, fout
    pagina = toon(Plek("incident", stored.record), diensten)
    kaart = next(k for k in pagina.findChildren(KnopKaart) if "Noa" in k.accessibleName())
    assert "Getuige" in kaart.accessibleName()
    kaart.click()
    assert gegaan.laatste == Plek("leerling", school.noa)


def test_the_page_of_a_pupil_shows_it_and_begins_one(
    diensten: Diensten, school, work, navigator, thema, gegaan, rust, qtbot: QtBot
) -> None:
    stuk = diensten.incidenten.nieuw([school.noa])
    rij = {**stuk.values["betrokkenen"][0], "rol": "slachtoffer"}  # type: ignore[index,dict-item]
    stored, _ = diensten.incidenten.stel_vast(stuk, {**stuk.values, **waarden(diensten), "betrokkenen": [rij]})
    assert stored is not None
    pagina = LeerlingPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.toon(Plek("leerling", school.noa))
    rust()
    (regel,) = [r for _, r, _ in pagina.dossier.tijdlijn._getoond if r.sleutel == Plek("incident", stored.record)]
    assert regel.regel.startswith("als slachtoffer · Incident")
    actie = next(a for a in pagina.dossier.vastlegacties() if a.text() == "Incident doorgeven")
    actie.trigger()
    assert gegaan.laatste == Plek("incident", extra=f"leerling={school.noa}")
