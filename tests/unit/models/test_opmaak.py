"""The Markdown of the pages as blocks and runs."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.assets import files_in, resources
from desktop.models.opmaak import Run, Tekstblok, lees
from desktop.models.schoolplan import vul


def test_every_kind_of_block_is_read_with_its_runs() -> None:
    tekst = (
        "Eerst **dit**, dan [het verslag](formulier:gespreksverslag).\n\n## Wat je doet\n- een\n"
        "- twee [b](begrip:b)\n\n1. stap\n2. nog een\n\n> Wacht niet.\n> Bel meteen.\n\nSlot."
    )
    assert lees(tekst) == (
        Tekstblok(
            "alinea",
            (
                Run("Eerst "),
                Run("dit", vet=True),
                Run(", dan "),
                Run("het verslag", doel="formulier:gespreksverslag"),
                Run("."),
            ),
        ),
        Tekstblok("kop", (Run("Wat je doet"),)),
        Tekstblok("punt", (Run("een"),)),
        Tekstblok("punt", (Run("twee "), Run("b", doel="begrip:b"))),
        Tekstblok("stap", (Run("stap"),), 1),
        Tekstblok("stap", (Run("nog een"),), 2),
        Tekstblok("opmerking", (Run("Wacht niet. Bel meteen."),)),
        Tekstblok("alinea", (Run("Slot."),)),
    )


def test_a_line_goes_on_with_the_block_before_it_until_an_empty_line() -> None:
    assert [b.tekst for b in lees("een\ntwee\n\ndrie\n- vier\nvijf\n## zes\nzeven")] == [
        "een twee",
        "drie",
        "vier vijf",
        "zes",
        "zeven",
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        "**half vet",
        "2 ** 3 ** 4",
        "****",
        "[geen doel]",
        "[](plan:ib)",
        "[label](javascript:alert)",
        "[label](plan:ib",
        "# een kop die er geen is",
        "-geen punt",
        "1.geen stap",
        "12345. geen stap",
        "_schuin_ `code` <b>vet</b> & {plaats}",
        "\\n en \\",
    ],
)
def test_what_is_no_mark_stays_as_it_was_typed(tekst: str) -> None:
    (blok,) = lees(tekst)
    assert (blok.soort, blok.runs) == ("alinea", (Run(tekst),))


def test_bold_and_links_go_together() -> None:
    (blok,) = lees("**Bel [Veilig Thuis](kaart:veilig-thuis)** of [**nu** iemand](plan:ib)")
    assert blok.runs == (
        Run("Bel ", vet=True),
        Run("Veilig Thuis", vet=True, doel="kaart:veilig-thuis"),
        Run(" of "),
        Run("nu", vet=True, doel="plan:ib"),
        Run(" iemand", doel="plan:ib"),
    )


@given(st.text(min_size=1).filter(lambda t: t.split()))
@settings(max_examples=60)
def test_what_a_school_filled_in_is_literal_wherever_it_stands(waarde: str) -> None:
    zichtbaar = " ".join(waarde.split())
    for voor, na in (("- Directeur: ", ""), ("", " doet dit"), ("Vraag [", "](plan:directeur)")):
        (blok,) = lees(vul(f"{voor}{{directeur}}{na}", {"directeur": waarde}))
        verwacht = f"{voor.strip('- [')} {zichtbaar} {na.removesuffix('](plan:directeur)')}"
        assert blok.tekst.split() == verwacht.split()


MARKERINGEN = st.lists(
    st.sampled_from(
        [
            "a",
            "é",
            "Z9",
            " ",
            "\n",
            "\n\n",
            "## ",
            "- ",
            "1. ",
            "> ",
            "**",
            "[",
            "]",
            "(",
            ")",
            "](",
            "plan:x",
            "\\",
            "#",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(MARKERINGEN, st.text()))
@settings(max_examples=300)
def test_nothing_raises_and_no_letter_is_lost(tekst: str) -> None:
    blokken = lees(tekst)
    gelezen = Counter(t for b in blokken for run in b.runs for t in run.tekst + run.doel if t.isalpha())
    assert gelezen >= Counter(t for t in tekst if t.isalpha())
    assert all(blok.tekst.strip() for blok in blokken)
    if "](" not in tekst:  # without links the order is that of the text, and nothing is said twice
        letters = "".join(b.tekst for b in blokken)
        assert "".join(filter(str.isalpha, letters)) == "".join(filter(str.isalpha, tekst))


@pytest.mark.parametrize("stuk", ["[", "**a ", "[a](", "\\", "> ", "[a\\", "](plan:"])
def test_a_hostile_text_takes_time_that_grows_with_its_length(stuk: str) -> None:
    begin = time.perf_counter()
    assert lees(stuk * 100_000)
    assert time.perf_counter() - begin < 5


def test_every_shipped_page_is_read_without_a_mark_left_over() -> None:
    paden = files_in(resources() / "beleid" / "paginas", ".md")
    assert paden
    for pad in paden:
        blokken = lees(vul(pad.read_text(encoding="utf-8").split("---\n", 2)[2], {}))
        over = [b.tekst for b in blokken if "**" in b.tekst or "](" in b.tekst or "{" in b.tekst]
        assert blokken and not over, pad.name
