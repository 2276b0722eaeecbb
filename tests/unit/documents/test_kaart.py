"""The sociale kaart on paper."""

from __future__ import annotations

from datetime import date

from desktop.documents import page_sizes, render_kaart
from desktop.documents.planboek import KaartBlad
from desktop.models.sociale_kaart import GROEPEN, Organisatie, lees_uren
from tests.unit.documents.lezen import paginas
from tests.unit.documents.planvoorbeeld import NU, letters

BLAD = KaartBlad("OBS De Regenboog", date(2026, 11, 24), NU, "Waterland")
DAG, ALTIJD = lees_uren("ma-vr 08:30-17:00"), lees_uren("ma-zo 00:00-24:00")
assert DAG is not None
assert ALTIJD is not None
CIT = Organisatie(
    "cit",
    "Crisisteam & co",
    "Voor een gezin in <nood>",
    GROEPEN[0],
    telefoon="088-1112233",
    telefoon_nacht="088-4445566",
    uren=(DAG,),
    uren_tekst="ma-vr 08:30-17:00",
    feestdagen=True,
    mail="cit@voorbeeld.example",
    site="https://www.voorbeeld.example/",
)


def test_it_says_for_whom_and_how_to_reach_them_by_day_and_by_night() -> None:
    (blad,) = paginas(render_kaart([CIT], BLAD).pdf)
    assert "Crisisteam & co" in blad and "Voor een gezin in <nood>" in blad and GROEPEN[0] in blad
    bereik = (
        "088-1112233 ma-vr 08:30-17:00, ook op feestdagen 088-4445566 buiten deze uren "
        "cit@voorbeeld.example www.voorbeeld.example"
    )
    assert bereik in blad
    assert "Sociale kaart · Waterland" in blad and blad.count("24 november 2026") == 3
    groot = {teken for teken, maat, _ in letters(render_kaart([CIT], BLAD).pdf, 1) if maat >= 18}
    assert set("088-1112233") <= groot


def test_each_heading_begins_a_page_in_the_order_of_the_list() -> None:
    namen = [(groep, n) for n in range(14) for groep in reversed(GROEPEN)]
    leden = [Organisatie(f"{g}-{n}", f"{g} {n:02}", "Voor iedereen. " * 5, g, telefoon="112") for g, n in namen]
    bladen = paginas(render_kaart(leden, BLAD).pdf)
    begin = [next(n for n, blad in enumerate(bladen) if f"{groep} 00" in blad) for groep in GROEPEN]
    assert begin == sorted(set(begin)) and len(bladen) <= 2 * len(GROEPEN)
    assert all(f"{g} {n:02}" in " ".join(bladen) for g, n in namen)


def test_day_and_night_own_entries_and_what_is_not_known_are_said_in_words() -> None:
    leden = [
        Organisatie("a", "Altijd", "", GROEPEN[4], telefoon="0800", uren=(ALTIJD,), uren_tekst="ma-zo", gratis=True),
        Organisatie("b", "Wijkteam", "", GROEPEN[4], eigen=True),
        Organisatie("c", "Anders", "", "Een eigen kop", telefoon="1"),
    ]
    bladen = paginas(render_kaart(leden, BLAD).pdf)
    assert "0800 dag en nacht, gratis" in bladen[0]
    assert "Wijkteam (van onze school) nog niet ingevuld" in bladen[0]
    assert "Een eigen kop" in bladen[1]


def test_an_empty_or_overfull_list_is_still_a_page() -> None:
    (leeg,) = paginas(render_kaart([], BLAD).pdf)
    assert "nog geen organisatie" in leeg
    vol = Organisatie("x", "N" * 900, "w" * 9000, GROEPEN[1], telefoon="1" * 400, mail="m" * 400, site="https://s" * 99)
    pdf = render_kaart([vol], BLAD).pdf
    for n, (breed, _) in enumerate(page_sizes(pdf), 1):
        assert all(vak[0] > 60 and vak[2] < breed - 60 for _, _, vak in letters(pdf, n))
