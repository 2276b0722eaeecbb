"""Whether the page of a run says that its draaiboek changed since: only while the run is open."""

from __future__ import annotations

import pytest

from desktop.views.navigatie import Plek
from desktop.views.widgets import Banner


@pytest.mark.parametrize("dicht", [False, True])
def test_only_an_open_run_says_that_its_draaiboek_changed_since(maak, dicht):
    o = maak()
    boeken = o.d.draaiboeken
    values = boeken.eigen_waarden("gedrag")
    stored, fout = boeken.bewaar_eigen({**values, "stappen": values["stappen"][:3]})
    assert stored is not None, fout
    if dicht:
        boeken.sluit(o.geopend(), "De school heeft het anders opgelost.")
    o.pagina.toon(Plek("draaiboek", o.loop))
    o.rust()
    zinnen = [b.zin for b in o.pagina.findChildren(Banner) if "intussen veranderd" in b.zin]
    assert len(zinnen) == (0 if dicht else 1)


def test_it_goes_when_the_run_is_closed_while_it_shows(maak):
    o = maak()
    boeken = o.d.draaiboeken
    values = boeken.eigen_waarden("gedrag")
    boeken.bewaar_eigen({**values, "stappen": values["stappen"][:3]})
    o.pagina.toon(Plek("draaiboek", o.loop))
    o.rust()
    assert ["intussen veranderd" in b.zin for b in o.pagina.banners.banners()] == [True]
    boeken.sluit(o.geopend(), "De school heeft het anders opgelost.")
    o.pagina.lees()
    o.rust()
    assert o.pagina.banners.banners() == ()
