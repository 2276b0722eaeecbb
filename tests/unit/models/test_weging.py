"""The afwegingskader walked over every question, answer and state of the dossier."""

from __future__ import annotations

from itertools import product

import pytest

from desktop.models.weging import REGELS, Antwoord, Invoer, Meldnorm, Uitkomst, Vraag, antwoorden, gevolg, vooraf

INVOER = [Invoer(*waarden) for waarden in product((False, True), repeat=4)]
ELK = pytest.mark.parametrize(("vraag", "antwoord"), list(REGELS))
IEDERE = pytest.mark.parametrize("invoer", INVOER)


def test_the_five_questions_stand_in_the_order_of_the_plan():
    assert [(v.nummer, v.value) for v in Vraag] == [
        (1, "vermoeden"),
        (2, "veiligheid"),
        (3, "hulp"),
        (4, "acceptatie"),
        (5, "resultaat"),
    ]
    assert [v.volgende for v in Vraag] == [*list(Vraag)[1:], None]


def test_doubt_exists_at_safety_only():
    assert {v: antwoorden(v) for v in Vraag if Antwoord.TWIJFEL in antwoorden(v)} == {
        Vraag.VEILIGHEID: (Antwoord.NEE, Antwoord.TWIJFEL, Antwoord.JA)
    }
    for vraag in Vraag:
        if vraag is not Vraag.VEILIGHEID:
            with pytest.raises(KeyError):
                gevolg(vraag, Antwoord.TWIJFEL, Invoer())


@pytest.mark.parametrize(
    ("vraag", "antwoord", "uitkomst", "norm"),
    [
        (Vraag.VERMOEDEN, Antwoord.NEE, Uitkomst.SLUITEN, None),
        (Vraag.VERMOEDEN, Antwoord.JA, Uitkomst.VERDER, None),
        (Vraag.VEILIGHEID, Antwoord.NEE, Uitkomst.VERDER, None),
        (Vraag.VEILIGHEID, Antwoord.TWIJFEL, Uitkomst.MELDEN, Meldnorm.EEN),
        (Vraag.VEILIGHEID, Antwoord.JA, Uitkomst.MELDEN, Meldnorm.EEN),
        (Vraag.HULP, Antwoord.NEE, Uitkomst.MELDEN, Meldnorm.TWEE),
        (Vraag.HULP, Antwoord.JA, Uitkomst.VERDER, None),
        (Vraag.ACCEPTATIE, Antwoord.NEE, Uitkomst.MELDEN, Meldnorm.TWEE),
        (Vraag.ACCEPTATIE, Antwoord.JA, Uitkomst.HULP, None),
        (Vraag.RESULTAAT, Antwoord.NEE, Uitkomst.MELDEN, Meldnorm.DRIE),
        (Vraag.RESULTAAT, Antwoord.JA, Uitkomst.NAZORG, None),
    ],
)
def test_the_table_says_what_the_plan_says(vraag, antwoord, uitkomst, norm):
    gevonden = gevolg(vraag, antwoord, Invoer())
    assert (gevonden.uitkomst, gevonden.norm) == (uitkomst, norm)


@ELK
@IEDERE
def test_nothing_closes_over_disclosure_or_honour_violence(vraag, antwoord, invoer):
    gevonden = gevolg(vraag, antwoord, invoer)
    if invoer.disclosure and not invoer.gemeld:
        assert gevonden.uitkomst is Uitkomst.MELDEN
    if invoer.eergerelateerd and not invoer.besloten and not invoer.gemeld:
        assert gevonden.uitkomst in (Uitkomst.MELDEN, Uitkomst.VEILIG_THUIS)
    if invoer.disclosure or invoer.eergerelateerd:
        assert gevonden.uitkomst is not Uitkomst.SLUITEN


@ELK
@IEDERE
def test_reporting_always_rests_on_a_norm_and_nothing_else_does(vraag, antwoord, invoer):
    gevonden = gevolg(vraag, antwoord, invoer)
    assert (gevonden.norm is not None) is (gevonden.uitkomst is Uitkomst.MELDEN)
    assert gevonden.bron


@ELK
@IEDERE
def test_what_the_dossier_says_never_turns_reporting_into_less(vraag, antwoord, invoer):
    kaal, gevonden = gevolg(vraag, antwoord, Invoer()), gevolg(vraag, antwoord, invoer)
    if kaal.uitkomst is Uitkomst.MELDEN:
        assert gevonden == kaal


@ELK
@IEDERE
def test_from_help_on_it_is_walked_with_veilig_thuis(vraag, antwoord, invoer):
    if vraag.nummer >= 3:
        assert gevolg(vraag, antwoord, invoer).met_vt


@ELK
def test_only_at_accepting_help_may_the_norm_be_changed(vraag, antwoord):
    vrij = gevolg(vraag, antwoord, Invoer()).norm_vrij
    assert vrij is ((vraag, antwoord) == (Vraag.ACCEPTATIE, Antwoord.NEE))


@IEDERE
def test_the_dossier_demands_before_any_answer(invoer):
    eis = vooraf(invoer)
    if invoer.gemeld:
        assert eis is None
    elif invoer.disclosure:
        assert eis is not None and eis.uitkomst is Uitkomst.MELDEN and eis.norm is Meldnorm.EEN
    elif invoer.eergerelateerd and not invoer.besloten:
        assert eis is not None and eis.uitkomst is Uitkomst.VEILIG_THUIS
    else:
        assert eis is None


@ELK
@IEDERE
def test_help_beside_a_report_never_instead_of_it(vraag, antwoord, invoer):
    # question 2: the CIT may be called beside the report
    gevonden = gevolg(vraag, antwoord, invoer)
    if gevonden.cit:
        assert gevonden.uitkomst is Uitkomst.MELDEN
