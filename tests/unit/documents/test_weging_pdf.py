"""The PDF of a weging: question, answer, reason, who, what the dossier said, and what follows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.documents import render_afweging, render_weging
from desktop.documents.papieren import AndereWeging, Weging, vraagtekst
from desktop.models.afweging import Afweging
from desktop.models.opmaak import lees
from desktop.models.weging import REGELS, Antwoord, Meldnorm, Vraag, gevolg
from tests.unit.documents import dossiervoorbeeld as dv
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas, tekst

PAGINA = """Dit is vraag 2.

## De vraag
Is er **onveiligheid**?
- acuut
- structureel

## JA, of twijfel
- Doe direct een melding.
"""


def _weging(*antwoorden: Afweging, **anders: object) -> Weging:
    stukken = [dv.stored(a, n) for n, a in enumerate(antwoorden)]
    vast: dict[str, object] = {"leerling": vb.NOA, "zaak": "2026-AAAAAA", "antwoorden": stukken}
    return Weging(**{**vast, **anders})  # type: ignore[arg-type]


def _tekst(weging: Weging) -> str:
    return tekst(render_weging(weging, vb.kader()).pdf)


@pytest.mark.parametrize(("vraag", "antwoord"), list(REGELS), ids=lambda k: k.value)
def test_every_answer_says_its_outcome_norm_and_place_in_the_plan(vraag: Vraag, antwoord: Antwoord) -> None:
    afweging = dv.afweging(vraag, antwoord)
    uit = gevolg(vraag, antwoord, afweging.invoer())
    alles = _tekst(_weging(afweging))
    assert f"Vraag {vraag.nummer} · {vraag.label}" in alles
    assert uit.uitkomst.label in alles and f"In het plan: {uit.bron}." in alles
    assert (uit.norm is not None) == ("Meldnorm" in alles)
    assert "Drie signalen in zes weken" in alles
    assert ("Bel eerst: 0800-2000" in alles) == (uit.norm is not None)


def test_who_took_part_stands_by_initials_and_capacity_and_the_director_by_date() -> None:
    alles = _tekst(_weging(dv.afweging(Vraag.VERMOEDEN, Antwoord.JA)))
    for deel in ("F.v.d.B., intern begeleider", "P.d.G., directeur", "M.Ö., aandachtsfunctionaris"):
        assert deel in alles
    assert "Directeur op de hoogte sinds 18 november 2026" in alles
    assert "Volgens S.B. viel Noa" in alles and "Bakker" not in alles


def test_what_the_dossier_said_then_decides_and_stands_there() -> None:
    alles = _tekst(_weging(dv.afweging(Vraag.VERMOEDEN, Antwoord.NEE, disclosure=True)))
    assert "Bij vraag 1 zei het dossier Disclosure Ja Eergerelateerd geweld Nee" in alles
    assert "Daarna gemeld Nee Besluit met Veilig Thuis Nee" in alles
    assert "Nu melden bij Veilig Thuis" in alles and "Geen later antwoord maakt dit ongedaan" in alles
    alles = _tekst(_weging(dv.afweging(Vraag.HULP, Antwoord.JA, eergerelateerd=True)))
    assert "Nu Veilig Thuis bellen en samen de stappen bepalen" in alles


def test_terms_effect_and_casemanager_and_the_contact_with_veilig_thuis() -> None:
    afweging = dv.afweging(
        Vraag.ACCEPTATIE,
        Antwoord.JA,
        aanvaard=True,
        zet_zich_in=True,
        termijn=date(2027, 2, 1),
        effect="Noa eet mee.",
        casemanager="Fatma van den Berg",
    )
    alles = _tekst(_weging(afweging, volgende=Vraag.RESULTAAT))
    for deel in (
        "Effect zichtbaar uiterlijk op 1 februari 2027",
        "Noa eet mee.",
        "Casemanager F.v.d.B.",
        "Met wie van Veilig Thuis besproken K.S.",
        "Aanvaarden de betrokkenen de hulp? Ja",
        "Loopt: vraag 5 volgt",
    ):
        assert deel in alles, deel


def test_at_question_4_another_norm_says_why() -> None:
    alles = _tekst(
        _weging(dv.afweging(Vraag.ACCEPTATIE, Antwoord.NEE, norm=Meldnorm.DRIE, norm_reden="Het herhaalt zich."))
    )
    assert "Meldnorm 3" in alles
    assert "Het plan noemt bij dit antwoord zelf geen norm. Waarom een andere: Het herhaalt zich." in alles


@pytest.mark.parametrize(("samen", "zin"), [(True, "beide voorwaarden is"), (False, "de voorwaarden is niet")])
def test_the_cit_stands_beside_a_melding_with_its_conditions(samen: bool, zin: str) -> None:
    afweging = dv.afweging(Vraag.VEILIGHEID, Antwoord.JA, cit_samen=samen, cit_geen_ander=True)
    assert f"Aan {zin} voldaan." in _tekst(_weging(afweging))


def test_the_path_names_all_five_and_the_answers_that_were_given() -> None:
    weging = _weging(dv.afweging(Vraag.VEILIGHEID, Antwoord.NEE), dv.afweging(Vraag.VERMOEDEN, Antwoord.JA))
    eerste = paginas(render_weging(weging, vb.kader()).pdf)[0]
    assert all(vraag.label in eerste for vraag in Vraag)
    alles = _tekst(weging)
    assert alles.index("Vraag 1 · Vermoeden") < alles.index("Vraag 2 · Veiligheid")
    assert "Twijfel" in alles, "question 2 shows all its answers"


def test_the_explanation_is_that_of_the_plan_up_to_the_first_answer() -> None:
    blokken = vraagtekst(lees(PAGINA))
    assert [b.tekst for b in blokken] == ["Dit is vraag 2.", "Is er onveiligheid?", "acuut", "structureel"]
    alles = _tekst(_weging(dv.afweging(Vraag.VEILIGHEID, Antwoord.NEE), uitleg={Vraag.VEILIGHEID: blokken}))
    assert "Is er onveiligheid? • acuut • structureel" in alles and "Doe direct een melding" not in alles


def test_another_weging_is_named_and_each_answer_has_its_own_mark() -> None:
    andere = [AndereWeging(date(2026, 3, 1), "Dossier sluiten, zorg blijven volgen")]
    alles = _tekst(_weging(dv.afweging(Vraag.VERMOEDEN, Antwoord.JA), andere=andere))
    assert "Begonnen op 1 maart 2026: Dossier sluiten, zorg blijven volgen" in alles
    assert f"Versie, vraag 1 {vb.DIGEST.hex()}" in alles


def test_one_answer_by_itself_is_what_is_kept() -> None:
    afweging = dv.afweging(Vraag.VEILIGHEID, Antwoord.TWIJFEL)
    alles = tekst(render_afweging(afweging, UUID(int=1), vb.kader()).pdf)
    assert "Nu melden bij Veilig Thuis" in alles and vb.DIGEST.hex() in alles
    half = tekst(render_afweging(afweging, UUID(int=1), vb.concept()).pdf)
    assert "Concept van" in half and "CONCEPT" in half and "versie" not in half


def test_nothing_answered_yet_and_hostile_text() -> None:
    assert "Nog geen antwoord" in _tekst(_weging())
    slecht = "<b>x</b> <img src='file:///etc/passwd'> 5 < 6 & =1+1 want het is zo"
    assert slecht in _tekst(_weging(dv.afweging(Vraag.HULP, Antwoord.NEE, reden=slecht)))


@pytest.mark.parametrize("regels", range(1, 30))
def test_what_follows_is_read_with_its_question_and_no_page_holds_only_codes(regels: int) -> None:
    reden = "\n".join(["Wat wij zagen."] * regels)
    weging = _weging(*(dv.afweging(v, Antwoord.NEE, reden=reden) for v in (Vraag.VERMOEDEN, Vraag.VEILIGHEID)))
    bladen = [" ".join(blad.split()) for blad in paginas(render_weging(weging, vb.kader()).pdf)]
    for blad in bladen:
        assert blad.count("zei het dossier Disclosure Nee") == blad.count("In het plan: "), blad
    assert "Vastgesteld op" in bladen[-1] and "Versie, vraag 2" in bladen[-1]
