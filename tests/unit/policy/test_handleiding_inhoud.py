"""The manual as it is shipped: whole, plain, short, and in step with the rules of the program."""

from __future__ import annotations

import re

import pytest

from desktop.models.handleiding import Handleidingpagina
from desktop.models.rechten import RECHTEN, Actie, Rol
from desktop.models.vervolg import Uitkomst
from desktop.policy.handleiding import laad, plat

VERWACHT = set(
    "eerste-dag kluis-maken herstelblad ontgrendelen leerlingen-inlezen leerlingen ouders-en-gezag "
    "personen-samenvoegen uitnodigen gespreksverslag hgkm-gesprek gesprek-met-leerling vaststellen-en-intrekken "
    "ondertekenen afdrukken-en-pdf parnassys zoeken accounts-en-rollen wachtwoordzin vergrendelen reservekopie "
    "instellingen sneltoetsen privacy it-beheer home rollen plan meldcode sociale-kaart ons-plan "
    "calamiteit logboek actieplan agenda schooljaar monitoring scholing rapportage incidenten signaal dossier "
    "draaiboeken draaiboeken-school meldcode-dossier afwegingskader veilig-thuis-melden stukken-voor-het-bestuur "
    "klachten".split()
)
PAGINAS = {pagina.sleutel: pagina for pagina in laad()}
ELKE = pytest.mark.parametrize("pagina", PAGINAS.values(), ids=list(PAGINAS))
_CODE = re.compile(r"```.*?```", re.DOTALL)


def _zinnen(pagina: Handleidingpagina) -> list[str]:
    """Return the sentences of a page: a heading, a step or a point ends one too."""
    blokken = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)|\n(?=#)", _CODE.sub("", pagina.tekst))
    zinnen = [zin for blok in blokken for zin in re.split(r"(?<=[.?!:;])\**\s+", plat(blok))]
    return [zin for zin in zinnen if re.search(r"\w", zin)]


def test_every_page_is_there() -> None:
    assert set(PAGINAS) == VERWACHT


@ELKE
def test_page_is_short(pagina: Handleidingpagina) -> None:
    assert 120 <= len(_CODE.sub("", pagina.tekst).split()) <= 300


@ELKE
def test_sentences_are_short(pagina: Handleidingpagina) -> None:
    lengtes = [len(zin.split()) for zin in _zinnen(pagina)]
    assert sum(lengtes) / len(lengtes) <= 22
    assert max(lengtes) <= 35


@ELKE
def test_nothing_is_unfilled(pagina: Handleidingpagina) -> None:
    zonder_code = _CODE.sub("", pagina.tekst)
    assert re.findall(r"lorem|\?\?|\{\w*\}|<|\bt\.?b\.?d\b|\.\.\.|\[[^\]]*\](?!\()", zonder_code, re.IGNORECASE) == []


@ELKE
def test_speaks_to_je(pagina: Handleidingpagina) -> None:
    assert re.findall(r"\b(?:u|uw|dient|middels|teneinde|betreffende)\b", pagina.tekst, re.IGNORECASE) == []
    assert re.search(r"\b(?:je|jij|jou|jouw)\b", pagina.tekst, re.IGNORECASE)


@ELKE
def test_steps_count_from_one(pagina: Handleidingpagina) -> None:
    vorige = 0
    for regel in pagina.tekst.splitlines():
        stap = re.match(r"(\d+)\. ", regel)
        if stap:
            assert int(stap[1]) == vorige + 1, regel
        vorige = int(stap[1]) if stap else 0


@ELKE
def test_reading_leads_on(pagina: Handleidingpagina) -> None:
    assert 2 <= len(pagina.zie) <= 5
    assert any(pagina.sleutel in ander.zie for ander in PAGINAS.values()) or pagina.sleutel == "eerste-dag"


def _alinea(sleutel: str, begin: str) -> str:
    return next(r for r in PAGINAS[sleutel].tekst.splitlines() if r.startswith(begin))


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_every_outcome_is_explained(uitkomst: Uitkomst) -> None:
    assert f"- **{uitkomst.label}**: " in PAGINAS["ondertekenen"].tekst


@pytest.mark.parametrize("rol", Rol)
def test_what_a_role_may_do_is_told_as_the_table_has_it(rol: Rol) -> None:
    regel = _alinea("accounts-en-rollen", f"- **{rol.label}**: ").lower()
    ja = set(RECHTEN[rol])
    if ja >= set(Actie) - {Actie.LOGBOEK_ZIEN, Actie.KLACHT}:
        assert "alles" in regel
        assert ("behalve" in regel) == (Actie.LOGBOEK_ZIEN not in ja)
        return
    for actie, woord in (
        (Actie.VERSLAG_SCHRIJVEN, "schrijven"),
        (Actie.ONDERTEKENEN, "laten tekenen"),
        (Actie.UITNODIGEN, "uitnodigen"),
        (Actie.BACKUP, "reservekopie"),
        (Actie.EDEXML, "inlezen"),
    ):
        assert (woord in regel) == (actie in ja), actie
    assert ("niet vaststellen" in regel or "vaststellen" not in regel) == (Actie.VASTSTELLEN not in ja)
    assert ("geen verslagen lezen" in regel) == (Actie.VERSLAG_LEZEN not in ja)


def test_who_may_establish_and_withdraw() -> None:
    tekst = PAGINAS["vaststellen-en-intrekken"].tekst
    for actie, begin in ((Actie.VASTSTELLEN, "Vaststellen mogen"), (Actie.INTREKKEN, "Intrekken mogen")):
        zin = _alinea("vaststellen-en-intrekken", begin).split(".")[0].lower()
        assert begin in tekst
        assert {rol for rol in Rol if rol.label.lower() in zin} == {rol for rol in Rol if actie in RECHTEN[rol]}


@pytest.mark.parametrize(
    ("sleutel", "zin"),
    [
        ("ondertekenen", "Tekenen is vrijwillig."),
        ("accounts-en-rollen", "Een rol begrenst het programma, niet de versleuteling."),
        ("accounts-en-rollen", "tweede kluis"),
        ("afdrukken-en-pdf", "Windows zet een afdruk wel even in een wachtrij op de schijf."),
        ("it-beheer", "Zet BitLocker aan."),
        ("herstelblad", "256 bits"),
        ("wachtwoordzin", "minstens 14 tekens"),
        ("gespreksverslag", "Binnen twee seconden"),
        ("gespreksverslag", "Beloof nooit dat ouders iets niet te zien krijgen."),
        ("vaststellen-en-intrekken", "Vanaf dat moment verandert het nooit meer."),
        ("privacy", "Ook bewaartermijnen en vernietigen zitten er nog niet in."),
        ("reservekopie", "De kopie is één bestand."),
    ],
)
def test_what_must_be_said_is_said(sleutel: str, zin: str) -> None:
    assert zin in plat(PAGINAS[sleutel].tekst)


@pytest.mark.parametrize(
    "toets",
    [*"F1 F9 Ctrl+K Ctrl+L Ctrl+N Ctrl+S Ctrl+P Ctrl+F Alt+Home".split(), "Alt+Pijl links", "Alt+Pijl rechts"],
)
def test_every_shortcut_is_listed(toets: str) -> None:
    assert f"**{toets}**" in PAGINAS["sneltoetsen"].tekst
