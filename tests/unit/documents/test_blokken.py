"""Dealing blocks out over pages: nothing lost, headings stay with their text, tables repeat their heading."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.blokken import Cel, NieuwePagina, Pagina, Strook, Tabel, verdeel
from desktop.documents.styles import LABEL, LOPEND
from tests.unit.documents.boek import Boek

REGEL = LOPEND.regel


def strook(regels: Sequence[str], **anders: object) -> Strook:
    return Strook([Cel(0, [(LOPEND, list(regels))])], **anders)  # type: ignore[arg-type]


def gelezen(paginas: list[Pagina]) -> list[list[str]]:
    uit = []
    for pagina in paginas:
        boek = Boek()
        for begin, blok in pagina:
            blok.teken(boek, 0, -begin)
        uit.append(boek.gezien)
    return uit


@given(
    st.lists(st.integers(1, 30), max_size=12),
    st.integers(4, 12),
    st.lists(st.booleans(), min_size=12, max_size=12),
)
def test_every_line_comes_once_in_order_and_on_the_page(aantallen: list[int], hoog: int, plakt: list[bool]) -> None:
    teller = iter(range(1000))
    blokken = [strook([str(next(teller)) for _ in range(n)], boven=5, plakt=plakt[i]) for i, n in enumerate(aantallen)]
    paginas = verdeel(blokken, hoog * REGEL)
    assert [regel for blad in gelezen(paginas) for regel in blad] == [str(n) for n in range(sum(aantallen))]
    for pagina in paginas:
        assert all(begin + blok.hoogte <= hoog * REGEL + 0.1 for begin, blok in pagina)


def test_there_is_always_a_page() -> None:
    assert verdeel([], 100) == [[]]


def test_a_heading_goes_along_to_the_next_page() -> None:
    blokken = [strook(["a"] * 7), strook(["kop"], plakt=True), strook(["b"] * 4)]
    assert [blad[0] for blad in gelezen(verdeel(blokken, 9 * REGEL))] == ["a", "kop"]


def test_no_line_stands_alone_at_foot_or_top() -> None:
    blokken = [strook(["a"] * 8), strook(["b"] * 5)]
    assert gelezen(verdeel(blokken, 9 * REGEL)) == [["a"] * 8, ["b"] * 5]
    blokken = [strook(["a"] * 5), strook(["b"] * 5)]
    assert gelezen(verdeel(blokken, 9 * REGEL)) == [["a"] * 5 + ["b"] * 3, ["b"] * 2]


def test_a_page_does_not_begin_with_an_empty_line() -> None:
    assert gelezen(verdeel([strook(["a", "b", "", "", "c", "d"])], 2 * REGEL)) == [["a", "b"], ["c", "d"]]


def test_a_table_repeats_its_heading_and_keeps_rows_whole() -> None:
    tabel = Tabel(strook(["kop"], heel=True), [strook([f"r{n}", "x"]) for n in range(4)])
    assert gelezen(verdeel([tabel], 6 * REGEL)) == [
        ["kop", "r0", "x", "r1", "x"],
        ["kop", "r2", "x", "r3", "x"],
    ]


def test_a_row_of_several_pages_is_cut() -> None:
    tabel = Tabel(strook(["kop"], heel=True), [strook(["a"]), strook([str(n) for n in range(50)]), strook(["z"])])
    bladen = gelezen(verdeel([tabel], 20 * REGEL))
    assert all(blad[0] == "kop" for blad in bladen)
    assert [r for blad in bladen for r in blad if r != "kop"] == ["a", *map(str, range(50)), "z"]


def test_a_new_page_is_not_an_empty_page() -> None:
    bladen = gelezen(verdeel([NieuwePagina(), strook(["a"]), NieuwePagina(), NieuwePagina(), strook(["b"])], 90))
    assert bladen == [["a"], ["b"]]


def test_what_cannot_be_cut_and_is_too_high_stops_nothing() -> None:
    blokken = [strook(["a"]), strook([], vast=500, heel=True), strook(["b"])]
    assert gelezen(verdeel(blokken, 100)) == [["a"], [], ["b"]]


def test_the_sides_of_a_box_go_on_over_pages() -> None:
    (_, eerste), *_ = verdeel([strook(["a"] * 8, rand="LRTB")], 5 * REGEL)[0]
    (_, tweede), *_ = verdeel([strook(["a"] * 8, rand="LRTB")], 5 * REGEL)[1]
    assert isinstance(eerste, Strook) and isinstance(tweede, Strook)
    assert (eerste.rand, tweede.rand) == ("LRT", "LRB")


def test_what_closes_a_paper_does_not_stand_alone_on_a_page() -> None:
    blokken = [strook(["a"] * 8), strook(["b"] * 2), strook(["code"], sluit=True)]
    assert gelezen(verdeel(blokken, 10 * REGEL)) == [["a"] * 8, ["b", "b", "code"]]


def test_a_paper_does_not_end_on_a_page_with_one_short_block_and_its_codes() -> None:
    regels = [strook([f"{n}"]) for n in range(10)]
    blokken = [*regels, strook(["code"], sluit=True), strook(["stand"], sluit=True)]
    assert gelezen(verdeel(blokken, 10 * REGEL)) == [[f"{n}" for n in range(7)], ["7", "8", "9", "code", "stand"]]
    assert len(verdeel(blokken, 12 * REGEL)) == 1
    # a block of some lines is enough by itself, and a long one before a short one stays where it is
    ruim = [strook(["a"] * 4), strook(["b"] * 4), strook(["code"], sluit=True)]
    assert gelezen(verdeel(ruim, 8 * REGEL)) == [["a"] * 4, ["b"] * 4 + ["code"]]
    lang = [strook(["a"] * 9), strook(["b"]), strook(["code"], sluit=True)]
    assert gelezen(verdeel(lang, 10 * REGEL)) == [["a"] * 9, ["b", "code"]]


def test_a_page_that_was_asked_for_ends_what_stays_with_the_codes() -> None:
    blokken = [strook(["a"]), NieuwePagina(), strook(["b"]), strook(["code"], sluit=True)]
    assert gelezen(verdeel(blokken, 10 * REGEL)) == [["a"], ["b", "code"]]


def test_a_long_block_stays_where_it_is_before_what_closes_a_paper() -> None:
    blokken = [strook(["a"] * 30), strook(["code"], sluit=True)]
    assert gelezen(verdeel(blokken, 30 * REGEL)) == [["a"] * 30, ["code"]]


def test_a_strip_says_on_the_next_page_what_goes_on() -> None:
    rij = Strook([Cel(0, [(LOPEND, ["dag"])]), Cel(90, [(LOPEND, ["a"] * 12)])], weer=[(LOPEND, ["vervolg"])])
    bladen = gelezen(verdeel([rij], 5 * REGEL))
    assert bladen == [["dag", *["a"] * 5], ["vervolg", *["a"] * 5], ["vervolg", "a", "a"]]


def test_a_label_goes_along_with_its_value() -> None:
    rij = Strook([Cel(0, [(LOPEND, ["a"] * 3), (LABEL, ["label"]), (LOPEND, ["b"] * 4)])])
    assert gelezen(verdeel([rij], 3 * REGEL + LABEL.regel + 1)) == [["a"] * 3, ["label", "b", "b"], ["b", "b"]]
