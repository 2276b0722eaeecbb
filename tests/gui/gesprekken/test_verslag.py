"""Writing a report: kept while typing, stored on request and on leaving, established, never lost."""

from __future__ import annotations

from desktop.views.gesprekken import VerslagPagina, schrijf_begin
from desktop.views.navigatie import Plek


def test_new_report_shows_what_is_known(proef) -> None:
    pagina = proef.pagina(VerslagPagina)
    proef.ga(Plek("verslag", extra=schrijf_begin(proef.school.noa)))
    assert pagina.titel() == "Gespreksverslag met ouders"
    assert pagina.kruimels()[1] == ("Noa Yılmaz", Plek("leerling", proef.school.noa))
    assert "Noa" in pagina.vlak.over.text()
    pagina.grab().save("/tmp/verslag1.png")
