"""The plan as a book: cover, contents, links, the school's own words."""

from __future__ import annotations

import re
import time

import pytest

from desktop.documents import page_sizes, render_plan
from desktop.documents.planboek import BoekDeel
from desktop.models.plan import RUBRIEKEN
from tests.unit.documents.lezen import paginas
from tests.unit.documents.planvoorbeeld import boek, geopend, gewoon, koppelingen, letters, omtrek, pagina


def test_the_numbers_in_the_contents_are_those_of_the_pages() -> None:
    gegeven = gewoon()
    gemaakt = render_plan(gegeven)
    bladen = paginas(gemaakt.pdf)
    assert len(bladen) == gemaakt.paginas
    assert "Sociaal veiligheidsplan" in bladen[0] and "Wie doet wat" in bladen[0] and "24 november 2026" in bladen[0]
    inhoud = bladen[1]
    for p in gegeven.paginas():
        (nummer,) = re.findall(
            rf"{re.escape(p.titel)} (\d+)\b", inhoud.replace("Leerkracht 3 Leerkracht", "Leerkracht")
        )
        assert p.titel in bladen[int(nummer) - 1]
    for n, blad in enumerate(bladen[1:], 2):
        assert f"pagina {n} van {len(bladen)}" in blad and "OBS De Regenboog" in blad and "inhoud 7" in blad


def test_the_outline_has_every_part_and_page_where_it_begins() -> None:
    gegeven = gewoon()
    pdf = render_plan(gegeven).pdf
    bladen = paginas(pdf)
    gevonden = omtrek(pdf)
    verwacht = [(0, "Inhoud")]
    for deel in gegeven.delen:
        verwacht += [(0, deel.titel), *((1, p.titel) for p in deel.paginas)]
    assert [(diepte, titel) for diepte, titel, _ in gevonden] == verwacht
    assert all(titel in bladen[n - 1] for _, titel, n in gevonden)
    eerste = [n for diepte, _, n in gevonden if diepte == 0]
    assert len(set(eerste)) == len(eerste), "each part begins a page of its own"


def test_each_line_of_the_contents_and_each_link_leads_to_its_page() -> None:
    pdf = render_plan(gewoon()).pdf
    waar = {titel: n for diepte, titel, n in omtrek(pdf) if diepte}
    regels = {re.sub(r" \d+$", "", tekst): n for tekst, n in koppelingen(pdf, 2)}
    assert {titel: regels[titel] for titel in waar} == waar
    in_tekst = koppelingen(pdf, waar["Disclosure"])
    assert ("de leerkracht", waar["Leerkracht"]) in in_tekst
    alles = " ".join(paginas(pdf)).replace("\xa0", " ")
    assert f"Taak 1 van de begeleider (p. {waar['Taak 1 van de begeleider']})" in alles
    assert f"Taak 0 van de begeleider (p. {waar['Taak 0 van de begeleider']})" in alles


def test_what_leads_out_of_the_book_is_named_once_and_cannot_be_clicked() -> None:
    pdf = render_plan(boek(BoekDeel("ib", "Intern begeleider", [pagina("een", "Een"), pagina("twee", "Twee")]))).pdf
    blad = paginas(pdf)[2]
    assert "Praat eerst met de leerkracht. Bel Veilig Thuis (0800-2000) bij twijfel." in blad
    assert "verslag (Gespreksverslag schrijven)." in blad and "de site (voorbeeld.nl)." in blad
    assert {tekst for tekst, _ in koppelingen(pdf, 3)} == set()


def test_one_page_stands_alone_without_cover_or_contents() -> None:
    gemaakt = render_plan(boek(BoekDeel("meldcode", "Meldcode", [pagina("stappen", "De stappen")])))
    (blad,) = paginas(gemaakt.pdf)
    assert blad.index("Meldcode") < blad.index("De stappen") < blad.index("Wat je doet")
    assert "1. Eerst dit. 2. Dan dat." in blad and "Wacht niet bij gevaar." in blad and "pagina 1 van 1" in blad
    assert "Bron: Wet op het voorbeeld, 2019 · versie 3, 24 november 2026" in blad.replace("\xa0", " ")
    assert "Inhoud" not in blad and omtrek(gemaakt.pdf) == []


def test_what_the_school_wrote_is_literal() -> None:
    eigen = "Wij zeggen <b>stop</b> & **praten** [x](plan:twee) <img src=a>\n\n- 5 < 6 😀"
    delen = [pagina("een", "Een & <i>twee</i>", eigen=eigen), pagina("twee", "Twee", eigen="  \n")]
    gemaakt = render_plan(boek(BoekDeel("ib", "Intern begeleider", delen)))
    tekst = " ".join(paginas(gemaakt.pdf))
    assert "Een & <i>twee</i>" in tekst
    assert "Wij zeggen <b>stop</b> & **praten** [x](plan:twee) <img src=a> - 5 < 6 ◊[U+1F600]" in tekst
    assert gemaakt.ontbrekend == ("😀",)
    assert tekst.count("Zo doen we dit op OBS De Regenboog") == 1


@pytest.mark.parametrize(
    "delen",
    [
        (),
        (BoekDeel("ib", "Leeg", []),),
        (BoekDeel("ib", "Leeg", [pagina("een", "Een", "", bron="", datum=None)]),),
        (BoekDeel("onbekend", "Eigen deel", [pagina("een", "", ""), pagina("twee", "Twee", "- \n\n## ")]),),
    ],
)
def test_a_book_with_next_to_nothing_in_it_is_still_a_pdf(delen: tuple[BoekDeel, ...]) -> None:
    gemaakt = render_plan(boek(*delen, doelen={}))
    assert len(paginas(gemaakt.pdf)) == gemaakt.paginas >= 1


def test_an_overfull_page_keeps_every_word_within_the_margins() -> None:
    woorden = [f"woord{n}" for n in range(4000)]
    lang = "Ver" + "trouwens" * 60 + "persoon"
    tekst = f"{' '.join(woorden)}\n\n- [{lang}](plan:b) **vet**{lang}\n\n> {' '.join(woorden[:900])}"
    delen = [pagina("a", "Titel " * 40, tekst, eigen=" ".join(woorden)), pagina("b", lang)]
    gemaakt = render_plan(boek(BoekDeel("ib", "Intern begeleider " * 9, delen), versie="versie " * 60))
    alles = " ".join(paginas(gemaakt.pdf))
    assert all(alles.count(f"{woord} ") >= 2 for woord in woorden)
    for n, (breed, hoog) in enumerate(page_sizes(gemaakt.pdf), 1):
        for _, _, (links, onder, rechts, boven) in letters(gemaakt.pdf, n):
            assert links > 60 and rechts < breed - 60 and onder > 25 and boven < hoog - 25


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    stuk = "## Kop die blijft\nEerste regel van het stuk. " + "Meer tekst die volgt op de kop. " * 14 + "\n\n"
    delen = [pagina(f"p{n}", f"Titel {n}", stuk * (3 + n % 5)) for n in range(20)]
    for blad in paginas(render_plan(boek(BoekDeel("ib", "Intern begeleider", delen))).pdf)[3:]:
        lijf = blad.split("Sociaal veiligheidsplan · ")[0].rstrip()
        assert not lijf.endswith("Kop die blijft") and not re.search(r"Titel \d+$", lijf)


def test_it_is_the_same_twice_and_says_whose_it_is() -> None:
    een, twee = render_plan(gewoon()), render_plan(gewoon())
    assert een.pdf == twee.pdf
    with geopend(een.pdf) as document:
        wat = document.get_metadata_dict()
    assert (wat["Title"], wat["Author"]) == ("Sociaal veiligheidsplan", "OBS De Regenboog")


def test_a_megabyte_of_own_text_takes_bounded_time() -> None:
    begin = time.perf_counter()
    gemaakt = render_plan(boek(BoekDeel("ib", "IB", [pagina("a", "A", eigen="woord " * 170_000)])))
    assert gemaakt.paginas > 100
    assert time.perf_counter() - begin < 20


@pytest.mark.parametrize("rubriek", RUBRIEKEN)
def test_every_part_of_the_plan_has_an_opening_page(rubriek: str) -> None:
    delen = [pagina("a", "A"), pagina("b", "B")]
    gemaakt = render_plan(boek(BoekDeel(rubriek, RUBRIEKEN[rubriek], delen)))
    assert RUBRIEKEN[rubriek] in paginas(gemaakt.pdf)[2] and gemaakt.ontbrekend == ()
