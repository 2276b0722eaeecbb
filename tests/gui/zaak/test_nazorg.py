"""Aftercare on screen: agreed from the case, in the agenda, looked at again and again, and stopped with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.models.errors import UserError
from desktop.models.nazorg import WERK, Nazorg
from desktop.models.opslag import Stored, Work
from desktop.models.weging import Vraag
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.navigatie import Plek
from desktop.views.zaak import VT_SOORTEN, ZaakstukPagina
from desktop.views.zaak.wat_nu import plek_voor
from tests.gui.conftest import School
from tests.gui.zaak.conftest import Zaakbouw, dialoog

AFSPRAAK: dict[str, Any] = {
    "wie": "Juf Anna",
    "hoe": "Elke week een gesprekje.",
    "waarop": ["veiligheid", "welzijn"],
    "verwacht": "Ze komt op tijd en speelt mee.",
    "eerste": "2026-03-16",
    "tot": "2026-06-30",
}


def _werk(bouw: Zaakbouw, stored: Stored) -> list[Work]:
    return [w for w in bouw.d.session.vault.work(limit=99) if w.record == stored.record]


def _afspreken(bouw: Zaakbouw, dossier: Any) -> Stored:
    stuk = bouw.d.veiligthuis.nazorg(bouw.zaak(dossier))
    stored, fout = bouw.d.veiligthuis.stel_nazorg_vast(stuk, {**stuk.values, "na": "melding", **AFSPRAAK})
    assert stored is not None, fout
    return stored


@pytest.fixture
def lees(toon: Callable[..., Any]) -> Callable[[Stored], Any]:
    """Show aftercare on its page."""
    return lambda stored: toon(ZaakstukPagina, Plek("nazorg", stored.record), soort=VT_SOORTEN[Nazorg.KIND])


def test_it_comes_back_in_the_agenda_until_it_is_said_to_be_over(lees, bouw: Zaakbouw, rust, school: School) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    stored = _afspreken(bouw, dossier)
    assert [(w.kind, w.due_on) for w in _werk(bouw, stored)] == [(WERK, date(2026, 3, 16))]
    assert stored.record in {s.record for s in bouw.zaak(dossier).stukken}
    bouw.later(14)
    pagina = lees(stored)
    pagina.leesblad.knoppen["kijk"].click()
    vraag = dialoog(pagina)
    assert isinstance(vraag, FormDialoog)
    gezien = {"datum": "2026-03-16", "door": "Juf Anna", "stand": "beter", "gezien": "Ze speelt weer mee."}
    vraag.formulier.laad({**gezien, "stopt": False, "waarom": "", "volgende": "2026-04-13"})
    vraag.doen.click()
    rust()
    assert [w.due_on for w in _werk(bouw, stored)] == [date(2026, 4, 13)]
    pagina.leesblad.knoppen["kijk"].click()
    vraag = dialoog(pagina)
    vraag.formulier.laad(
        {**gezien, "stand": "bereikt", "stopt": True, "waarom": "Drie keer op tijd.", "volgende": None}
    )
    vraag.doen.click()
    rust()
    assert not _werk(bouw, stored) and "kijk" not in pagina.leesblad.knoppen
    teksten = [label.text() for label in pagina.leesblad.findChildren(type(pagina.leesblad.titel))]
    assert any("Het gaat beter" in tekst for tekst in teksten), "each look stays to be read"


def test_a_tick_in_the_agenda_does_not_end_the_round(bouw: Zaakbouw) -> None:
    stored = _afspreken(bouw, bouw.dossier(bouw.signaal("Blauwe plek")))
    (werk,) = _werk(bouw, stored)
    with pytest.raises(UserError, match="hoe het gaat"):
        bouw.d.agenda.klaar(werk)
    assert _werk(bouw, stored)


def test_what_question_five_agreed_is_filled_in_and_its_reminder_done(bouw: Zaakbouw, school: School) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    weging = bouw.d.meldcode.nieuwe_weging()
    vt = {"vt_wie": "K.S.", "vt_op": "2026-03-02"}
    bouw.antwoord(dossier, weging, Vraag.VERMOEDEN, "ja")
    bouw.antwoord(dossier, weging, Vraag.VEILIGHEID, "nee")
    bouw.antwoord(dossier, weging, Vraag.HULP, "ja", hulp_mogelijk=True, dreiging_weg=True, **vt)
    bouw.antwoord(
        dossier,
        weging,
        Vraag.ACCEPTATIE,
        "ja",
        aanvaard=True,
        zet_zich_in=True,
        termijn="2026-03-30",
        effect="Op tijd op school.",
        casemanager="Iris Beheer",
        **vt,
    )
    goed = {"resultaat_veilig": True, "resultaat_welzijn": True, "resultaat_herstel": True}
    vijf = bouw.antwoord(
        dossier, weging, Vraag.RESULTAAT, "ja", nazorg="Elke maand een gesprek.", nazorg_op="2026-04-01", **goed, **vt
    )
    assert [w.kind for w in _werk(bouw, vijf)] == ["nazorg"]
    begin = bouw.d.veiligthuis.nazorg(bouw.zaak(dossier)).values
    assert (begin["hoe"], begin["eerste"], begin["na"]) == ("Elke maand een gesprek.", "2026-04-01", "hulp")
    _afspreken(bouw, dossier)
    assert not _werk(bouw, vijf)


def test_the_case_leads_there(school: School, bouw: Zaakbouw) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    assert plek_voor("nazorg", school.noa, dossier) == Plek("nazorg", extra=f"leerling={school.noa};dossier={dossier}")
