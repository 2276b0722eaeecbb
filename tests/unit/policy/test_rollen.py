"""The content of the role pages: whole as shipped, and a mistake in it is named."""

from __future__ import annotations

import re

import pytest

from desktop import assets
from desktop.models.rechten import Rol
from desktop.models.rolinhoud import ROLLEN, Formulier
from desktop.policy.rollen import RollenFout, laad, lees

HEEL = assets.text("beleid", "rollen.toml")


def test_the_roles_and_the_meldcode_are_there_in_order() -> None:
    paginas = laad()
    assert tuple(paginas) == (*ROLLEN, "meldcode")
    assert paginas["meldcode"].genummerd and len(paginas["meldcode"].taken) == 5


def test_a_role_that_an_account_can_have_has_the_same_key() -> None:
    assert {rol.value for rol in Rol} - {"administratie"} <= set(ROLLEN)
    for rol in Rol:
        if rol.value in ROLLEN:
            assert laad()[rol.value].titel == rol.label


def test_every_form_is_offered_somewhere_sensible() -> None:
    paginas = laad()
    assert Formulier.GESPREKSVERSLAG in paginas["ib"].formulieren
    assert Formulier.UITNODIGING in paginas["ouders"].formulieren
    assert Formulier.LEERLINGGESPREK in paginas["leerling"].formulieren


@pytest.mark.parametrize("pagina", laad().values(), ids=laad())
def test_it_reads_in_a_minute(pagina: object) -> None:
    """Plain and short: a task is at most two sentences long, an intro four."""
    intro, taken = pagina.intro, pagina.taken  # type: ignore[attr-defined]
    assert len(intro) <= 400
    for taak in taken:
        assert len(taak) <= 160, taak
        assert taak.endswith((".", "?")), taak
    assert len(set(taken)) == len(taken)


def test_numbers_are_the_national_ones() -> None:
    """Numbers of one school or region do not belong in the source."""
    nummers = set(re.findall(r"\b0\d{3}-[\d ]+\d\b|\b0\d{1,3} ?- ?\d{6,}", HEEL))
    assert nummers == {"0800-2000"}


@pytest.mark.parametrize(
    ("vervang", "door", "sleutel", "wat"),
    [
        ('titel = "Directeur"', 'titel = ""', "directeur", "titel"),
        ('titel = "Directeur"', "titel = 3", "directeur", "titel"),
        ('titel = "Directeur"', "", "directeur", "ontbrekend veld: titel"),
        ('titel = "Directeur"', 'titel = "Directeur"\nkleur = "x"', "directeur", "onbekend veld: kleur"),
        ('rubriek = "meldcode"', 'rubriek = "rol"', "meldcode", "rubriek moet meldcode zijn"),
        ('rubriek = "meldcode"', 'rubriek = "iets"', "meldcode", "onbekende rubriek"),
        (
            '["signaal", "overleg", "leeg-formulier", "leerlingen", "zoeken"]',
            '["toveren"]',
            "ondersteunend",
            "formulier: toveren",
        ),
        (
            '["signaal", "overleg", "leeg-formulier", "leerlingen", "zoeken"]',
            '"zoeken"',
            "ondersteunend",
            "moet een lijst zijn",
        ),
        ("genummerd = true", 'genummerd = "ja"', "meldcode", "genummerd"),
        ("[extern]", "[onbekend]", "extern", "ontbreekt"),
        ("[extern]", "extern = 1", "extern", "geen pagina"),
        ("[extern]", "[extern", "bestand", "rollen.toml"),
    ],
)
def test_a_mistake_is_named(vervang: str, door: str, sleutel: str, wat: str) -> None:
    assert vervang in HEEL
    bron = HEEL.replace(vervang, door, 1)
    if door.startswith("extern"):
        bron = "extern = 1\n" + re.sub(r"(?s)\[extern\].*?(?=\[meldcode\])", "", HEEL)
    with pytest.raises(RollenFout, match=re.escape(wat)) as fout:
        lees(bron)
    assert fout.value.sleutel == sleutel


def test_a_page_of_no_role_is_refused() -> None:
    extra = HEEL[HEEL.index("[extern]") : HEEL.index("[meldcode]")].replace("[extern]", "[kok]")
    with pytest.raises(RollenFout, match="dit is geen rol") as fout:
        lees(f"{HEEL}\n{extra}")
    assert fout.value.sleutel == "kok"


@pytest.mark.parametrize("aantal", [3, 10])
def test_too_few_and_too_many_tasks_are_refused(aantal: int) -> None:
    taken = ", ".join(f'"Taak {n}."' for n in range(aantal))
    bron = re.sub(r"(?s)(\[extern\].*?taken = )\[.*?\n\]", rf"\1[{taken}]", HEEL, count=1)
    with pytest.raises(RollenFout, match=f"taken: {aantal}"):
        lees(bron)
