"""The infographic as a poster."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents import page_image, page_sizes, render_poster
from desktop.documents.omslag import ICOON
from desktop.documents.planboek import PosterInhoud
from desktop.documents.poster import A3, MINST, RAND
from desktop.documents.styles import TINT
from desktop.models.rolinhoud import ROLLEN
from desktop.models.schoolplan import Schoolplan
from desktop.models.sociale_kaart import GROEPEN, Organisatie, lees_uren
from desktop.policy.rollen import laad
from desktop.views.tokens import LICHT
from tests.unit.documents.lezen import paginas
from tests.unit.documents.planvoorbeeld import NU, letters

ALTIJD, KANTOOR = lees_uren("ma-zo 00:00-24:00"), lees_uren("ma-vr 08:30-17:00")
assert ALTIJD is not None and KANTOOR is not None
NUMMERS = (
    Organisatie("politie-spoed", "Politie, brandweer, ambulance (spoed)", "", GROEPEN[0], telefoon="112"),
    Organisatie("veilig-thuis", "Veilig Thuis", "", GROEPEN[0], telefoon="0800-2000", uren=(ALTIJD,), gratis=True),
)
DRIE = (
    *NUMMERS,
    Organisatie(
        "cit",
        "Crisis Interventie Team (CIT)",
        "",
        GROEPEN[0],
        telefoon="088-3083800",
        uren=(KANTOOR,),
        uren_tekst="ma-vr 08:30-17:00",
    ),
)
BREDE = tuple(
    replace(o, telefoon=nummer)
    for o, nummer in zip(DRIE, ("088 - 308 38 01", "0800 - 20 00", "088 - 308 38 00"), strict=True)
)
LANGE = tuple(
    replace(o, naam=naam)
    for o, naam in zip(
        BREDE,
        (
            "Politie, brandweer en ambulance bij direct gevaar",
            "Veilig Thuis Noord en Oost",
            "Crisis Interventie Team van de regio",
        ),
        strict=True,
    )
)
VOL = Schoolplan(
    directeur="Hanneke Vos, kamer 3",
    ib="Fatma van den Berg",
    aandachtsfunctionaris="Mirjam Öztürk",
    interne_vp="Joris de Wit",
    pestcoordinator="Pien Smit",
    coordinator="Sam Bos",
    externe_vp_ouders="Els Jansen, 010 765 43 21",
    externe_vp_personeel="Els Jansen",
    indirecte_af="Bo Meijer",
)
# names that take two lines in the row of who else to turn to: that leaves the roles the least room
LANGNAMIG = Schoolplan(
    directeur="Hanneke Vos-van den Heuvel, kamer 3",
    ib="Fatma van den Berg-Oosterhuis en Pieter de Wilde",
    aandachtsfunctionaris="Mirjam Öztürk-van der Meulen, 010 765 43 21",
    interne_vp="Joris de Wit en Annelies van Bemmel",
    pestcoordinator="Pien Smit-van Bemmel tot den Dolder",
    coordinator="Sam Bos-van der Velde, maandag tot donderdag",
    externe_vp_ouders="Els Jansen van de Vertrouwenscompagnie, 010 765 43 29",
    externe_vp_personeel="Els Jansen van de Vertrouwenscompagnie, 010 765 43 29",
    indirecte_af="Bo Meijer-Zonneveld, van het bestuur",
)
LANG = "Wilhelmina-Alexandra " * 12
OVERVOL = Schoolplan(**dict.fromkeys(("directeur", "ib", "interne_vp", "pestcoordinator", "coordinator"), LANG))


def inhoud(plan: Schoolplan | None = None, school: str = "OBS De Regenboog") -> PosterInhoud:
    """Return a poster's content."""
    return PosterInhoud(school, date(2026, 11, 24), NU, laad(), NUMMERS, plan, ("Over dit plan", "Klachtenroute"))


@pytest.mark.parametrize(
    "gegeven",
    [inhoud(), inhoud(VOL), replace(inhoud(VOL), nummers=DRIE), inhoud(OVERVOL, LANG + "😀")],
    ids=["leeg", "vol", "drie nummers", "overvol"],
)
def test_it_is_one_sheet_of_a3_with_nothing_outside_what_can_be_printed(gegeven: PosterInhoud) -> None:
    pdf = render_poster(gegeven).pdf
    ((breed, hoog),) = page_sizes(pdf)
    assert (breed, hoog) == pytest.approx(A3, abs=0.5)
    gezet = letters(pdf, 1)
    for _, maat, (links, onder, rechts, boven) in gezet:
        assert links >= RAND and rechts <= breed - RAND and onder >= RAND - 1 and boven <= hoog - RAND
        assert maat >= MINST
    naast: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for _, _, (links, onder, rechts, boven) in gezet:
        x, y = (links + rechts) / 2, (onder + boven) / 2
        cel = (int(x // 8), int(y // 8))
        buren = [p for dx in (-1, 0, 1) for dy in (-1, 0, 1) for p in naast.get((cel[0] + dx, cel[1] + dy), ())]
        assert not any(abs(x - bx) < 0.8 and abs(y - by) < 4 for bx, by in buren), "letters over each other"
        naast.setdefault(cel, []).append((x, y))
    # every place shows ink, and the margin none
    pixels_breed, pixels_hoog, pixels = page_image(pdf, 0, 420)
    rand = [pixels[(y * pixels_breed + x) * 4] for y in range(pixels_hoog) for x in (0, 4, pixels_breed - 5)]
    assert set(rand) == {255}


@pytest.mark.parametrize("nummers", [NUMMERS, DRIE, BREDE], ids=["twee", "drie", "drie brede"])
def test_the_title_and_who_to_call_are_whole(nummers: tuple[Organisatie, ...]) -> None:
    (blad,) = paginas(render_poster(replace(inhoud(VOL, "OBS De Lange Naam aan de Dijk"), nummers=nummers)).pdf)
    assert "…" not in blad
    assert set("Samen voor een veilige school OBS De Lange Naam aan de Dijk · 24 november 2026".split()) <= {
        *blad.split()
    }
    for organisatie in nummers:
        assert organisatie.telefoon in blad and {*organisatie.naam.split()} <= {*blad.split()} | {
            woord[:-1] for woord in blad.split()
        }
    assert ("08:30-17:00" in blad) is (len(nummers) == 3)


def test_it_has_every_role_with_three_to_five_tasks_and_the_steps() -> None:
    for plan, nummers in ((None, NUMMERS), (VOL, NUMMERS), (VOL, DRIE), (VOL, BREDE), (LANGNAMIG, LANGE)):
        (blad,) = paginas(render_poster(replace(inhoud(plan), nummers=nummers)).pdf)
        for rol in ROLLEN:
            pagina = laad()[rol]
            assert pagina.titel in blad
            begin = [" ".join(taak.split()[:3]) for taak in pagina.taken]
            assert 3 <= sum(b in blad for b in begin) <= 5, rol
        for taak in laad()["meldcode"].taken:
            assert taak.partition(" ")[2] in blad
        assert all(o.telefoon in blad for o in nummers)
        assert nummers is LANGE or "Veilig Thuis, dag en nacht, gratis" in blad
        assert "Over dit plan · Klachtenroute" in blad and "OBS De Regenboog · 24 november 2026" in blad


def test_who_is_who_stands_there_where_the_school_filled_it_in() -> None:
    (blad,) = paginas(render_poster(inhoud(VOL)).pdf)
    for naam in Schoolplan.model_fields:
        if waarde := str(getattr(VOL, naam)):
            assert waarde in blad
    (leeg,) = paginas(render_poster(inhoud()).pdf)
    assert "Pestcoördinator" in blad and "Pestcoördinator" not in leeg and "ingevuld" not in leeg


def test_a_number_of_who_else_to_turn_to_is_never_cut() -> None:
    (blad,) = paginas(render_poster(replace(inhoud(LANGNAMIG), nummers=LANGE)).pdf)
    for veld in ("externe_vp_ouders", "pestcoordinator", "coordinator"):
        assert {*getattr(LANGNAMIG, veld).split()} <= {*blad.split()}


def test_hues_and_icons_are_those_on_the_screen() -> None:
    for rol, kleur in TINT.items():
        gelezen = tuple(int(LICHT.rollen[rol][n : n + 2], 16) / 255 for n in (1, 3, 5))
        assert kleur == pytest.approx(gelezen, abs=0.003)
    for rol in ROLLEN:
        assert ICOON[rol] == laad()[rol].icoon
    assert ICOON["meldcode"] == laad()["meldcode"].icoon


def test_letters_on_a_hue_and_a_hue_on_paper_can_be_told_apart_in_grey_too() -> None:
    for kleur in TINT.values():
        lineair = [w / 12.92 if w <= 0.04045 else ((w + 0.055) / 1.055) ** 2.4 for w in kleur]
        helder = 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]
        assert 1.05 / (helder + 0.05) >= 4.5
