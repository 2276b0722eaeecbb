"""Reading which pages of the plan a text names."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models.plan import Planpagina
from desktop.models.planverwijzing import paginanaam, verwezen
from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok


def _pagina(sleutel: str, titel: str, rubriek: str = "directeur", kort: str = "", soort: str = "pagina") -> Planpagina:
    return Planpagina(
        sleutel, titel, kort or titel, soort, rubriek, (), 1, (), (), "", "", 1, date(2026, 1, 1), "Tekst."  # type: ignore[arg-type]
    )  # fmt: skip


PAGINAS = (
    _pagina("educatie", "Educatie", "leerling"),
    _pagina("leerlingen", "Leerlingen", "leerling"),
    _pagina("monitoren", "Monitoren", "leerling"),
    _pagina("dir-monitoren", "Monitoren door de directeur (2): incidenten en meldcode", kort="Monitoren: incidenten"),
    _pagina("schorsen", "Actie 5: time-out, schorsen en verwijderen", "protocol"),
    _pagina("zorgen-leerling", "Gesprek bij zorgen", "leerling"),
    _pagina("zorgen-ouders", "Gesprek bij zorgen", "ouders"),
    _pagina("collega", "Overleg met collega’s", "leerkracht"),
    _pagina("doel", "Scholing", soort="begrip"),
)


@pytest.mark.parametrize(
    ("tekst", "sleutels"),
    [
        ("Educatie, Burgerschap", ["educatie"]),
        ("educatie: lessen voor leerlingen erbij", ["educatie"]),
        ("Monitoren door de directeur (2): incidenten en meldcode", ["dir-monitoren"]),
        ("Monitoren: incidenten; monitoren.", ["dir-monitoren", "monitoren"]),
        ("Actie 5: time-out, schorsen en verwijderen\nEducatie", ["schorsen", "educatie"]),
        ("Educatie en Monitoren en Educatie", ["educatie", "monitoren"]),
        ("Gesprek bij zorgen", ["zorgen-leerling", "zorgen-ouders"]),
        ("Ouders/verzorgers › Gesprek bij zorgen", ["zorgen-ouders"]),
        ("- overleg  met collega's", ["collega"]),
        ("Educatieplein", []),
        ("Scholing", []),
        ("", []),
    ],
)
def test_titles_are_found_where_a_part_begins(tekst: str, sleutels: list[str]) -> None:
    assert [p.sleutel for p in verwezen(tekst, PAGINAS)] == sleutels


def test_the_name_that_is_offered_leads_back_to_that_page_only() -> None:
    for pagina in PAGINAS[:-1]:
        assert verwezen(paginanaam(pagina, PAGINAS), PAGINAS) == (pagina,)
    alles = "; ".join(paginanaam(p, PAGINAS) for p in PAGINAS[:-1])
    assert verwezen(alles, PAGINAS) == PAGINAS[:-1]


def test_every_page_of_the_plan_is_found_by_the_name_that_is_offered() -> None:
    paginas = Plan(SysteemKlok()).paginas()
    echte = tuple(p for p in paginas if p.soort == "pagina")
    assert [p.sleutel for p in echte if verwezen(paginanaam(p, paginas), paginas) != (p,)] == []
    assert verwezen("; ".join(paginanaam(p, paginas) for p in echte), paginas) == echte
