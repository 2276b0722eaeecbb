"""The manual for views: read once and late, and F1 always gives a page."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.handleiding import Handleidingpagina
from desktop.services.hulp import EERSTE, Hulp

PAGINAS = (
    Handleidingpagina(EERSTE, "Eerste dag", "Begin", 1, ("zoeken",), "Begin hier."),
    Handleidingpagina("zoeken", "Zoeken", "Begin", 2, (), "Typ een woord."),
)


def test_files_are_read_once_and_only_when_asked() -> None:
    keren: list[int] = []

    def bron() -> Sequence[Handleidingpagina]:
        keren.append(1)
        return PAGINAS

    hulp = Hulp(bron)
    assert keren == []
    assert hulp.paginas() == hulp.paginas() == PAGINAS
    assert keren == [1]


def test_page_by_key_and_what_follows() -> None:
    hulp = Hulp(lambda: PAGINAS)
    assert hulp.pagina("zoeken").titel == "Zoeken"
    assert [p.sleutel for p in hulp.zie_ook(hulp.pagina(EERSTE))] == ["zoeken"]
    assert [v.pagina.sleutel for v in hulp.zoek("woord")] == ["zoeken"]


def test_unknown_key_gives_the_first_day() -> None:
    hulp = Hulp(lambda: PAGINAS)
    assert hulp.pagina("bestaat-niet").sleutel == EERSTE
    assert hulp.pagina("").sleutel == EERSTE


def test_shipped_manual_has_that_page() -> None:
    assert Hulp().pagina(EERSTE).sleutel == EERSTE


def test_searching_finds_forms_and_marks_them() -> None:
    hulp = Hulp(lambda: PAGINAS)
    (vondst,) = hulp.zoek("woorden ")
    assert (vondst.pagina.sleutel, vondst.fragment) == ("zoeken", "Typ een \x02woord\x03.")
    assert hulp.zoek("?!*(") == hulp.zoek("  ") == ()
