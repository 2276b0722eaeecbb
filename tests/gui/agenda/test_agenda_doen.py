"""What one does in the agenda: tick with undo, give away, go to where work is done, save a calendar without names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.models.rechten import Rol
from desktop.services.agenda import SOORTEN
from desktop.services.diensten import Diensten
from desktop.views.agenda import AgendaPagina
from desktop.views.agenda.regels import DOEN
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, RijInhoud, Toast
from desktop.views.work import Work
from tests.gui.conftest import Gegaan, Klok, School
from tests.gui.zaak.conftest import Zaakbouw


@pytest.fixture
def bouw(diensten: Diensten, school: School, klok: Klok) -> Zaakbouw:
    return Zaakbouw(diensten, school, klok)


@pytest.fixture
def toon(
    diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Callable[[], None]
) -> Callable[..., AgendaPagina]:
    def maak(extra: str = "", d: Diensten | None = None) -> AgendaPagina:
        pagina = AgendaPagina(d or diensten, work, navigator, thema)
        qtbot.addWidget(pagina)
        pagina.resize(1280, 720)
        pagina.show()
        pagina.toon(Plek("agenda", extra=extra))
        rust()
        return pagina

    return maak


def _rijen(pagina: AgendaPagina) -> list[RijInhoud]:
    model = pagina.lijst.model()
    return [model.index(n, 0).data(RIJ) for n in range(model.rowCount())]


def _kies(pagina: AgendaPagina, n: int) -> None:
    pagina.lijst.setCurrentIndex(pagina.lijst.model().index(n, 0))


def _afspraak(bouw: Zaakbouw, dag: str, wat: str = "Jas meegeven") -> None:
    rij = {"rij": str(bouw.d.session.ids.new()), "wat": wat, "wie": "Juf Anna", "uiterlijk": dag}
    bouw.signaal(wat, afspraken=[rij])


def _dialoog(pagina: AgendaPagina) -> Any:
    (open_,) = [d for d in pagina.findChildren(QDialog) if d.isVisible()]
    return open_


def test_what_is_overdue_comes_first_and_kinds_can_be_chosen(toon, bouw: Zaakbouw) -> None:
    _afspraak(bouw, "2026-03-20")
    _afspraak(bouw, "2026-03-04", "Bellen")
    bouw.melding(bouw.dossier(bouw.signaal("Blauwe plek")))
    bouw.later(3)
    pagina = toon()
    assert [(r.links, r.pil) for r in _rijen(pagina)] == [
        ("4 mrt 2026", "Te laat"),
        ("9 mrt 2026", ""),
        ("20 mrt 2026", ""),
    ]
    assert pagina.telling.text() == "3 open, waarvan 1 te laat"
    pagina.soorten["vt_besluit"].click()
    (rij,) = _rijen(pagina)
    assert "Besluit van Veilig Thuis verwacht" in rij.regel


def test_an_agreement_is_kept_or_not_and_that_can_be_undone(toon, bouw: Zaakbouw, rust, diensten: Diensten) -> None:
    _afspraak(bouw, "2026-03-04")
    pagina = toon("ib")
    pagina.klaarknop.click()
    vraag = _dialoog(pagina)
    vraag.doen.click()
    assert vraag.isVisible() and "Kies ja of nee" in vraag.fout.text()
    vraag.gelukt.knoppen[1][0].click()
    vraag.toelichting.zet("De jas was kwijt.")
    vraag.doen.click()
    rust()
    assert _rijen(pagina) == [] and diensten.agenda.items() == []
    (toast,) = pagina.findChildren(Toast)
    assert toast.tekst == "Vastgelegd: niet nagekomen"
    toast.knop.click()
    rust()
    assert len(_rijen(pagina)) == 1


def test_work_is_given_to_another_role(toon, bouw: Zaakbouw, rust) -> None:
    _afspraak(bouw, "2026-03-04")
    pagina = toon("ib")
    pagina._open_geefmenu()
    acties = {a.text(): a for a in pagina.menu.actions()}
    assert not acties["Intern begeleider"].isEnabled()
    acties["Directeur"].trigger()
    pagina.menu.close()
    rust()
    assert _rijen(pagina) == [] and len(_rijen(toon("directeur"))) == 1


def test_what_ends_by_a_record_leads_there_and_has_no_tick(
    toon, bouw: Zaakbouw, rust, gegaan: Gegaan, school: School, diensten: Diensten
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    melding = bouw.melding(dossier)
    pagina = toon()
    assert pagina.klaarknop.text() == "Leg het besluit vast"
    pagina.klaarknop.click()
    rust()
    extra = f"leerling={school.noa};dossier={dossier};melding={melding.record}"
    assert gegaan.laatste == Plek("terugkoppeling", extra=extra)
    pagina.openknop.click()
    assert gegaan.laatste == Plek("melding", melding.record)
    assert len(diensten.agenda.items()) == 1


def test_reporting_and_the_direct_route_lead_on(toon, bouw: Zaakbouw, rust, gegaan: Gegaan, diensten: Diensten) -> None:
    from desktop.models.weging import Vraag

    signaal = bouw.signaal("Noa vertelt het zelf", disclosure=True)
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    weging = diensten.meldcode.nieuwe_weging()
    bouw.antwoord(dossier, weging, Vraag.VERMOEDEN, "ja")
    bouw.antwoord(dossier, weging, Vraag.VEILIGHEID, "ja")
    pagina = toon()
    plekken = []
    for n, rij in enumerate(_rijen(pagina)):
        _kies(pagina, n)
        pagina.klaarknop.click()
        rust()
        plekken.append((rij.regel.split(" · ")[0], gegaan.laatste))
    assert dict(plekken) == {
        "Veilig Thuis bellen": Plek("signaal", signaal.record),
        "Melden bij Veilig Thuis": Plek("melding", extra=f"dossier={dossier}"),
    }


def test_the_calendar_file_names_no_one(toon, bouw: Zaakbouw, rust, tmp_path: Path) -> None:
    _afspraak(bouw, "2026-03-04", "Noa een jas meegeven")
    pagina = toon()
    pagina.agendaknop.click()
    vraag = _dialoog(pagina)
    assert "geen enkele naam" in " ".join(label.text() for label in vraag.findChildren(type(pagina.telling)))
    vraag.reject()
    pagina.bewaar_in(tmp_path / "agenda")
    rust()
    ics = (tmp_path / "agenda.ics").read_text(encoding="utf-8")
    assert "SUMMARY:Vangnet: Afspraak nakomen" in ics and "Noa" not in ics and "jas" not in ics


def test_a_teacher_sees_no_work_of_the_meldcode(
    toon, bouw: Zaakbouw, met_rol: Callable[[Rol], Diensten], diensten: Diensten
) -> None:
    _afspraak(bouw, "2026-03-04")
    bouw.melding(bouw.dossier(bouw.signaal("Blauwe plek")))
    assert len(_rijen(toon())) == 2
    (rij,) = _rijen(toon(d=met_rol(Rol.LEERKRACHT)))
    assert "Afspraak nakomen" in rij.regel


def test_work_with_a_place_of_its_own_is_known_work() -> None:
    assert set(DOEN) < set(SOORTEN)
