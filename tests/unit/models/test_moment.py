"""When something happened, from what people type in a hurry."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.models.moment import VOORUIT, lees_moment, splits

NU = datetime(2026, 11, 25, 12, 0, 30)  # a Wednesday


def op(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    return datetime(2026, maand, dag, uur, minuut)


@pytest.mark.parametrize(
    ("tekst", "moment"),
    [
        ("8:40", op(25, 8, 40)),
        ("840", op(25, 8, 40)),
        ("8u40", op(25, 8, 40)),
        ("8.40", op(25, 8, 40)),
        ("08.40 uur", op(25, 8, 40)),
        ("om 8:40", op(25, 8, 40)),
        ("8", op(25, 8)),
        ("14:30", op(25, 14, 30)),
        ("gisteren 15u", op(24, 15)),
        ("Gisteren om 15 uur", op(24, 15)),
        ("8:40 gisteren", op(24, 8, 40)),
        ("eergisteren 9:00", op(23, 9)),
        ("vandaag 9:00", op(25, 9)),
        ("ma 14:00", op(23, 14)),
        ("do 14:00", op(19, 14)),
        ("wo 9:00", op(25, 9)),
        ("vorige week 9:00", None),
        ("vorige maandag 9:00", op(23, 9)),
        ("23-11 8:40", op(23, 8, 40)),
        ("23-11-2026 8:40", op(23, 8, 40)),
        ("23 nov 14u", op(23, 14)),
        ("23 november om half 3", op(23, 14, 30)),
        ("half 9", op(25, 8, 30)),
        ("half negen", op(25, 8, 30)),
        ("half 3", op(25, 14, 30)),
        ("half 1", op(25, 12, 30)),
        ("kwart voor 9", op(25, 8, 45)),
        ("kwart over 9", op(25, 9, 15)),
        ("tien voor half 10", op(25, 9, 20)),
        ("5 over 11", op(25, 11, 5)),
        ("gisteravond 8 uur", op(24, 20)),
        ("gisteravond half 9", op(24, 20, 30)),
        ("vanochtend 8:05", op(25, 8, 5)),
        ("vanmiddag 2 uur", op(25, 14)),
        ("nu", NU),
        ("net", NU),
        ("10 min geleden", op(25, 11, 50)),
        ("10 minuten geleden", op(25, 11, 50)),
        ("een uur geleden", op(25, 11)),
        ("2 uur geleden", op(25, 10)),
        ("anderhalf uur geleden", op(25, 10, 30)),
        ("een half uur geleden", op(25, 11, 30)),
        ("kwartier geleden", op(25, 11, 45)),
        ("", None),
        ("gisteren", None),
        ("moeder", None),
        ("half 13", None),
        ("25:10", None),
        ("31-2 8:40", None),
        ("half", None),
        ("negen", None),
    ],
)
def test_wat_iemand_bedoelt(tekst: str, moment: datetime | None) -> None:
    assert lees_moment(tekst, NU) == moment


def test_net_na_middernacht_is_laat_op_de_avond_gisteren() -> None:
    nu = datetime(2026, 11, 25, 0, 10)
    assert lees_moment("23:50", nu) == op(24, 23, 50)
    assert lees_moment("half 12", nu) == op(24, 23, 30)
    assert lees_moment("0:05", nu) == op(25, 0, 5)
    assert lees_moment("20 min geleden", nu) == op(24, 23, 50)
    assert splits("23:50 melding van de politie", nu) == (op(24, 23, 50), "melding van de politie")


def test_een_moment_met_zone_komt_plaatselijk_terug() -> None:
    assert lees_moment("8:40", NU.astimezone()) == op(25, 8, 40)


@pytest.mark.parametrize(
    ("regel", "moment", "rest"),
    [
        ("8:40 moeder gebeld", op(25, 8, 40), "moeder gebeld"),
        ("  8:40  moeder gebeld ", op(25, 8, 40), "moeder gebeld"),
        ("8:40: moeder gebeld", op(25, 8, 40), "moeder gebeld"),
        ("8.40 - moeder gebeld", op(25, 8, 40), "moeder gebeld"),
        ("8u40, moeder gebeld", op(25, 8, 40), "moeder gebeld"),
        ("om 8.40 uur moeder gebeld", op(25, 8, 40), "moeder gebeld"),
        ("gisteren 15u moeder gebeld", op(24, 15), "moeder gebeld"),
        ("Gisteren om 15:10 brief mee", op(24, 15, 10), "brief mee"),
        ("ma 14:00 overleg", op(23, 14), "overleg"),
        ("23-11 8:40 brief mee", op(23, 8, 40), "brief mee"),
        ("23 nov 14u brief mee", op(23, 14), "brief mee"),
        ("half 9 ouders gesproken", op(25, 8, 30), "ouders gesproken"),
        ("kwart voor 9 ouders gesproken", op(25, 8, 45), "ouders gesproken"),
        ("10 min geleden moeder gebeld", op(25, 11, 50), "moeder gebeld"),
        ("een uur geleden moeder gebeld", op(25, 11), "moeder gebeld"),
        ("15u moeder gebeld", op(25, 15), "moeder gebeld"),
        ("8:40", op(25, 8, 40), ""),
        ("8:40 - 9:10 overleg", op(25, 8, 40), "8:40 - 9:10 overleg"),
        ("8:40 tot 9:10 overleg", op(25, 8, 40), "8:40 tot 9:10 overleg"),
        *(
            (zin, None, zin)
            for zin in (
                "3 kinderen zijn nog niet terug",
                "840 leerlingen geteld",
                "112 gebeld, signalement doorgegeven",
                "0900-8844 gebeld",
                "24 van 25 geteld",
                "8 uur lang gezocht",
                "2u gezocht in het park",
                "8.40 euro weg",
                "3.50 m hoog geklommen",
                "1.200 ouders gemaild",
                "half de groep is terug",
                "net moeder gebeld",
                "nu rust in de groep",
                "gisteren 3 kinderen ziek",
                "gisteren moeder gebeld",
                "23-11 brief mee",
                "maandag gesprek met moeder",
                "zo 3 kinderen erbij",
                "gisteren 8 uur lang gezocht",
                "groep 5 om 8:40 naar buiten",
                "25:10 onzin",
                "",
            )
        ),
    ],
)
def test_een_regel_die_met_een_moment_begint(regel: str, moment: datetime | None, rest: str) -> None:
    assert splits(regel, NU) == (moment, rest)


@given(st.text(max_size=40), st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
@example("eergisteren 9:00", datetime(1990, 1, 1))
@example("٣:٤٠", NU)
@example("²:30", NU)
def test_niets_gaat_stuk_en_niets_gaat_verloren(tekst: str, nu: datetime) -> None:
    lees_moment(tekst, nu)
    moment, rest = splits(tekst, nu)
    assert rest in tekst
    assert moment is not None or rest == tekst


@given(st.times(), st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
def test_een_tijd_alleen_ligt_binnen_een_dag(tijd, nu: datetime) -> None:
    moment = lees_moment(f"{tijd:%H:%M}", nu)
    assert moment is not None
    assert (moment.hour, moment.minute) == (tijd.hour, tijd.minute)
    assert nu - timedelta(days=1, minutes=1) < moment <= nu + VOORUIT


@given(st.times(), st.sampled_from(["moeder gebeld", "3 kinderen", "112 gebeld", "é 😀"]))
def test_tijd_en_zin_komen_er_weer_uit(tijd, zin: str) -> None:
    assert splits(f"{tijd.hour}:{tijd.minute:02d} {zin}", NU)[1] == zin
    assert splits(f"gisteren {tijd.hour}u{tijd.minute:02d} {zin}", NU)[1] == zin
