"""Open work on screen: what waits for a parent leads to signing, and goes once it is answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.core import Values
from desktop.models.opslag import Append
from desktop.models.velden import naar_values
from desktop.models.vervolg import Ondertekening
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.agenda import AgendaPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ
from desktop.views.work import Work


@pytest.fixture
def pagina(diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot) -> AgendaPagina:
    pagina = AgendaPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.show()
    return pagina


def _plekken(pagina: AgendaPagina) -> list[Plek]:
    model = pagina.lijst.model()
    return [model.index(n, 0).data(RIJ).sleutel for n in range(model.rowCount())]


def test_an_unsigned_report_waits_until_each_parent_has_an_outcome(
    pagina: AgendaPagina, rust: Callable[[], None], schrijf_verslag: Callable[..., Stuk], diensten: Diensten
) -> None:
    pagina.toon(Plek("agenda"))
    rust()
    assert _plekken(pagina) == []
    stuk = schrijf_verslag()
    pagina.toon(Plek("agenda"))
    rust()
    assert Plek("ondertekenen", stuk.record) in _plekken(pagina)
    assert pagina.lijst.isVisible()
    for stand in diensten.gesprekken.ouders(diensten.gesprekken.open(stuk.record)):
        uitkomst: Values = {"ouder": naar_values(stand.wie), "uitkomst": "ziet_af"}
        stored, fout = diensten.gesprekken.volg(diensten.gesprekken.open(stuk.record), Ondertekening, uitkomst)
        assert stored is not None, fout
    pagina.toon(Plek("agenda"))
    rust()
    assert Plek("ondertekenen", stuk.record) not in _plekken(pagina)


def test_only_the_chosen_role_shows(
    pagina: AgendaPagina, rust: Callable[[], None], schrijf_verslag: Callable[..., Stuk]
) -> None:
    stuk = schrijf_verslag()
    for rol, er_is in (("ib", True), ("directeur", False)):
        pagina.toon(Plek("agenda", extra=rol))
        rust()
        assert (Plek("ondertekenen", stuk.record) in _plekken(pagina)) == er_is
        assert pagina.chips[rol].isChecked()


def test_all_of_it_shows_however_much(
    pagina: AgendaPagina, rust: Callable[[], None], schrijf_verslag: Callable[..., Stuk], diensten: Diensten
) -> None:
    """A list that stops at 500 says of the rest that it is done."""
    session = diensten.session
    waarde = session.vault.get(schrijf_verslag().record).value
    assert waarde is not None
    meer = [Append(session.ids.new(), waarde, None, "vastgesteld") for _ in range(300)]
    session.vault.append_many(session.actor, meer, session.nu(), action="proef")
    pagina.toon(Plek("agenda"))
    rust()
    aantal = pagina.lijst.model().rowCount()
    assert aantal == session.vault._queries._db.value("SELECT count(*) FROM due") > 500
    assert pagina.telling.text().startswith(f"{aantal} open")
