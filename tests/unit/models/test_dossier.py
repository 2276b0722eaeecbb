"""What the dossier's records ask, keep out, point at and leave open; each rule is one of the plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from desktop.models.afweging import Afweging
from desktop.models.check import check
from desktop.models.core import Due, Record
from desktop.models.dossier import Kindcheck, Overdracht, Toestemming
from desktop.models.kinds import KINDS, from_bytes, to_bytes
from desktop.models.meldcode import Afloop, Afsluiting, Heropening, MeldcodeDossier, is_gesloten, open_bij_sluiten
from desktop.models.melding import Melding
from desktop.models.overleg import Overleg
from desktop.models.rapportage import Rapportage
from desktop.models.rechten import Rol
from desktop.models.signaal import Signaal
from desktop.models.veiligthuis import CitContact, Reactie, Terugkoppeling, VtAdvies
from desktop.models.velden import groepen, velden
from desktop.models.vervolg import Herverdeeld, WerkGedaan, bijgewerkt
from desktop.models.weging import Meldnorm, Uitkomst

VANDAAG = date(2026, 11, 24)
KIND, BROER, ANDER, DOSSIER, WEGING, RIJ = (UUID(int=n) for n in range(1, 7))
LEERLING = {"persoon": str(KIND), "naam": "Noor Proef", "hoedanigheid": "leerling", "gezag": ""}
IB = {"persoon": None, "naam": "Iris Beheer", "hoedanigheid": "intern begeleider", "gezag": ""}
REDEN = "Er zijn drie signalen in zes weken, en de uitleg wisselt steeds."


def _signaal(**anders: Any) -> dict[str, Any]:
    return {
        "leerling": LEERLING,
        "onderwerp": "Blauwe plek",
        "datum": "2026-11-18",
        "signaleerder": "De conciërge",
        "aard": ["hgkm"],
        "eergerelateerd": False,
        "disclosure": False,
        "gevaar": False,
        "passages": [{"rij": str(RIJ), "soort": "feit", "tekst": "Een blauwe plek op de linkerarm."}],
        "is_leerkracht": True,
        "ouders_besproken": True,
        "ouders_op": "2026-11-19",
        **anders,
    }


def _fouten(kind: type[Record], values: dict[str, Any]) -> dict[Any, str]:
    return {p.loc if len(p.loc) > 1 else p.loc[0]: p.zin for p in check(kind, values, "vaststellen", VANDAAG)[1]}


def _vast(kind: type[Record], values: dict[str, Any]) -> Any:
    record, fouten = check(kind, values, "vaststellen", VANDAAG)
    assert fouten == []
    return record


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_field_stands_in_a_section_and_has_a_form(kind: type[Record]) -> None:
    in_groep = {spec.naam for _, specs in groepen(kind) for spec in specs}
    assert in_groep == {spec.naam for spec in velden(kind)}


def test_a_signal_goes_to_bytes_and_back() -> None:
    signaal = _vast(Signaal, _signaal(bevestigt=[str(ANDER)]))
    assert from_bytes("signaal", 1, to_bytes(signaal)) == signaal


def test_what_a_source_refuses_is_kept_nowhere() -> None:
    rij = {
        "rij": str(RIJ),
        "soort": "horen_zeggen",
        "bron": "Buurvrouw",
        "toestemming": False,
        "tekst": "Zij hoorde ruzie.",
    }
    values = _signaal(passages=[rij])
    bewaard = Signaal.te_bewaren(values)
    assert "ruzie" not in str(bewaard) and "Buurvrouw" not in str(bewaard)
    assert "ruzie" in str(values), "the form that is open keeps what is typed"
    assert Signaal.te_bewaren(_signaal()) == _signaal()
    assert ("passages", 0, "toestemming") in _fouten(Signaal, values)


def test_hearsay_asks_for_its_source_and_consent() -> None:
    rij = {"rij": str(RIJ), "soort": "horen_zeggen", "tekst": "Er zou ruzie zijn."}
    assert {("passages", 0, "bron"), ("passages", 0, "toestemming")} <= _fouten(
        Signaal, _signaal(passages=[rij])
    ).keys()


def test_a_signal_of_another_is_discussed_with_the_teacher_or_says_why_not() -> None:
    assert "besproken_met" in _fouten(Signaal, _signaal(is_leerkracht=False))
    assert _fouten(Signaal, _signaal(is_leerkracht=False, niet_besproken="De leerkracht is ziek.")) == {}
    assert "besproken_op" in _fouten(Signaal, _signaal(is_leerkracht=False, besproken_met="Juf Anna"))


def test_an_hgkm_signal_says_when_parents_heard_or_why_not() -> None:
    leeg = _signaal(ouders_besproken=None, ouders_op=None)
    assert "ouders_besproken" in _fouten(Signaal, leeg)
    assert "ouders_niet" in _fouten(Signaal, _signaal(ouders_besproken=False, ouders_op=None))
    assert "ouders_besproken" not in _fouten(Signaal, {**leeg, "aard": ["leren"]})


def test_a_pupil_is_not_linked_with_itself_but_others_stand_in_their_role() -> None:
    zelf = {"rij": str(RIJ), "wie": LEERLING, "rol": "getuige"}
    assert ("betrokkenen", 0, "wie") in _fouten(Signaal, _signaal(betrokkenen=[zelf]))
    pleger = {"rij": str(RIJ), "wie": {**LEERLING, "persoon": str(ANDER), "naam": "Sem"}, "rol": "pleger"}
    signaal = _vast(Signaal, _signaal(betrokkenen=[pleger]))
    assert set(signaal.links()) == {(KIND, "betreft"), (ANDER, "pleger")}


@pytest.mark.parametrize("vraag", ["eergerelateerd", "disclosure", "gevaar"])
def test_the_direct_route_stays_open_until_veilig_thuis_was_called(vraag: str) -> None:
    signaal = _vast(Signaal, _signaal(**{vraag: True}))
    assert [d.kind for d in signaal.dues("vastgesteld", ())] == ["veilig_thuis"]
    advies = VtAdvies.model_construct()
    assert signaal.dues("vastgesteld", (advies,)) == []
    assert _vast(Signaal, _signaal()).dues("vastgesteld", ()) == []


def _weging(vraag: str, antwoord: str, **anders: Any) -> dict[str, Any]:
    return {
        "leerling": LEERLING,
        "dossier": str(DOSSIER),
        "weging": str(WEGING),
        "vraag": vraag,
        "datum": "2026-11-20",
        "antwoord": antwoord,
        "reden": REDEN,
        "wie": [IB],
        **anders,
    }


MET_VT = {"vt_wie": "medewerker V.", "vt_op": "2026-11-20"}


def test_a_weighing_names_who_took_part_and_gives_a_reason_of_substance() -> None:
    assert {"wie", "reden"} <= _fouten(Afweging, _weging("veiligheid", "nee", wie=[], reden="")).keys()
    assert _fouten(Afweging, _weging("veiligheid", "nee", reden="Geen idee nog.")) == {
        "reden": "Schrijf de reden in minstens één hele zin."
    }


def test_doubt_is_no_answer_elsewhere() -> None:
    assert "antwoord" in _fouten(Afweging, _weging("hulp", "twijfel", **MET_VT, hulp_mogelijk=False, dreiging_weg=True))


def test_the_director_is_informed_at_a_strong_suspicion() -> None:
    assert "directeur_op" in _fouten(Afweging, _weging("vermoeden", "ja"))
    assert _fouten(Afweging, _weging("vermoeden", "nee")) == {}


@pytest.mark.parametrize(
    ("vraag", "delen"),
    [
        ("hulp", ("hulp_mogelijk", "dreiging_weg")),
        ("acceptatie", ("aanvaard", "zet_zich_in")),
        ("resultaat", ("resultaat_veilig", "resultaat_welzijn", "resultaat_herstel")),
    ],
)
def test_yes_only_when_every_part_is(vraag: str, delen: tuple[str, ...]) -> None:
    vol = {
        **MET_VT,
        "termijn": "2027-02-01",
        "effect": "Noor slaapt door.",
        "casemanager": "Iris",
        "nazorg": "Iedere maand een gesprek.",
    }
    ja = dict.fromkeys(delen, True)
    assert _fouten(Afweging, _weging(vraag, "ja", **vol, **ja)) == {}
    for deel in delen:
        assert "antwoord" in _fouten(Afweging, _weging(vraag, "ja", **vol, **{**ja, deel: False}))
    assert "antwoord" in _fouten(Afweging, _weging(vraag, "nee", **MET_VT, **ja))
    assert set(_fouten(Afweging, _weging(vraag, "ja"))) >= {"vt_wie", "vt_op", *delen}


def test_accepted_help_brings_question_five_back_when_its_term_is_over() -> None:
    values = _weging(
        "acceptatie",
        "ja",
        **MET_VT,
        aanvaard=True,
        zet_zich_in=True,
        termijn="2027-02-01",
        effect="Noor slaapt door.",
        casemanager="Iris",
    )
    afweging = _vast(Afweging, values)
    assert [(d.kind, d.due_on) for d in afweging.dues("vastgesteld", ())] == [("resultaat", date(2027, 2, 1))]
    assert "termijn" in _fouten(Afweging, {**values, "termijn": "2026-11-20"})


def test_another_norm_than_proposed_at_four_needs_a_reason() -> None:
    values = _weging("acceptatie", "nee", **MET_VT, aanvaard=False, zet_zich_in=False, norm="3")
    assert set(_fouten(Afweging, values)) == {"norm_reden"}
    assert _vast(Afweging, {**values, "norm_reden": "Het geweld herhaalt zich."}).meldnorm() is Meldnorm.DRIE
    assert _vast(Afweging, {**values, "norm": None}).meldnorm() is Meldnorm.TWEE


def test_disclosure_in_the_dossier_turns_a_no_into_reporting() -> None:
    afweging = _vast(Afweging, _weging("vermoeden", "nee", disclosure=True))
    assert afweging.gevolg().uitkomst is Uitkomst.MELDEN
    assert [d.kind for d in afweging.dues("vastgesteld", ())] == ["melden"]
    assert afweging.dues("concept", ()) == ()


@pytest.mark.parametrize(
    ("samen", "ander", "kan"), [(True, True, True), (False, None, False), (None, True, None), (True, False, False)]
)
def test_the_cit_comes_only_on_both_conditions(samen: bool | None, ander: bool | None, kan: bool | None) -> None:
    afweging = _vast(Afweging, _weging("veiligheid", "twijfel", cit_samen=samen, cit_geen_ander=ander))
    assert afweging.cit_kan() is kan
    if kan is False and None not in (samen, ander):
        cit = {
            "leerling": LEERLING,
            "datum": "2026-11-20",
            "soort": "inzet",
            "samen": samen,
            "geen_ander": ander,
            "besluit": "Nee",
        }
        assert "soort" in _fouten(CitContact, cit)


MELDING: dict[str, Any] = {
    "leerling": LEERLING,
    "gebeld_op": "2026-11-20",
    "gebeld_om": "09:10",
    "gebeld_met": "medewerker V.",
    "norm": "1",
    "stappen": "Drie signalen, gesprek, overleg.",
    "namens": "De directeur",
    "door": "Iris Beheer",
    "zorgen": "Zie de signalen.",
    "ouders": "vooraf",
    "ouders_op": "2026-11-20",
}


def test_a_report_is_phoned_in_first() -> None:
    assert _fouten(Melding, MELDING) == {}
    assert {"gebeld_op", "gebeld_om", "gebeld_met"} == _fouten(
        Melding, {**MELDING, "gebeld_op": None, "gebeld_om": None, "gebeld_met": ""}
    ).keys()
    assert "gebeld_op" in _fouten(Melding, {**MELDING, "gebeld_op": "2026-11-25"})


def test_leaving_parents_out_rests_on_a_talk_with_veilig_thuis() -> None:
    zonder = {**MELDING, "ouders": "uitzondering", "ouders_op": None}
    assert _fouten(Melding, zonder).keys() == {"uitzondering", "overlegd_met", "overlegd_op"}


def test_the_separate_sheet_is_discussed_first() -> None:
    assert "apart_besproken" in _fouten(Melding, {**MELDING, "apart": "Adres van de opvang."})


def test_the_clock_runs_until_a_decision_and_never_closes_by_itself() -> None:
    melding = _vast(Melding, {**MELDING, "verwacht_op": "2026-11-27"})
    assert [d.kind for d in melding.dues("vastgesteld", ())] == ["vt_besluit"]
    for soort in Reactie:
        antwoord = Terugkoppeling.model_construct(soort=soort)
        assert bool(melding.dues("vastgesteld", (antwoord,))) is (soort is Reactie.VRAAG)


def test_closing_with_open_agreements_needs_a_reason() -> None:
    dicht = Afsluiting.model_construct(afloop=Afloop.ONTERECHT, open_werk="")
    assert open_bij_sluiten(0, dicht) == ()
    assert "2 afspraken" in open_bij_sluiten(2, dicht)[0].zin
    assert open_bij_sluiten(2, Afsluiting.model_construct(open_werk="Gaan over naar de nieuwe school.")) == ()


def test_a_case_opens_again_and_its_last_word_counts() -> None:
    dicht, weer = Afsluiting.model_construct(), Heropening.model_construct()
    assert [is_gesloten(v) for v in ((), (dicht,), (dicht, weer), (dicht, weer, dicht))] == [False, True, False, True]


def test_a_case_points_at_its_records_and_stands_with_brothers_and_sisters() -> None:
    broer = {"rij": str(RIJ), "wie": {**LEERLING, "persoon": str(BROER), "naam": "Sem"}, "uitkomst": "Geen signalen."}
    values = {"leerling": LEERLING, "geopend": "2026-11-20", "kort": "Thuis", "uitvoerend": "Iris", "gezin": [broer]}
    dossier = _vast(MeldcodeDossier, {**values, "stukken": [str(ANDER)], "volgend_contact": "2026-12-01"})
    assert set(dossier.links()) == {(KIND, "betreft"), (ANDER, "stuk"), (BROER, "broer_zus")}
    assert [d.kind for d in dossier.dues("concept", ())] == ["contact"]


def test_a_closed_case_asks_for_its_report_until_there_is_one() -> None:
    dossier = _vast(MeldcodeDossier, {"leerling": LEERLING, "geopend": "2026-11-20", "kort": "x", "uitvoerend": "I"})
    dicht = Afsluiting.model_construct(moment=datetime(2026, 11, 20, 15, tzinfo=UTC))
    assert dossier.dues("concept", ()) == ()
    (due,) = dossier.dues("concept", (dicht,))
    assert (due.kind, due.role, due.due_on) == ("rapportage", "ib", date(2026, 12, 4))
    rapport = Rapportage(dossier=DOSSIER, kenmerk="2026-1", schooljaar="2026-2027", datum=date(2026, 11, 24))
    assert dossier.dues("concept", (dicht, rapport)) == ()
    assert rapport.parent() == DOSSIER
    assert [d.due_on for d in rapport.dues("concept", ())] == [date(2026, 12, 8)]
    assert rapport.dues("vastgesteld", ()) == ()


def test_without_parents_or_their_consent_a_pupil_is_discussed_anonymously() -> None:
    ot = {
        "leerling": LEERLING,
        "soort": "ot",
        "datum": "2026-11-20",
        "onderwerp": "Noor",
        "deelnemers": [{"rij": str(RIJ), "naam": "A.B.", "rol": "jeugdarts"}],
        "inhoud": "Besproken.",
        "anoniem": False,
    }
    assert "anoniem" in _fouten(Overleg, ot)
    assert _fouten(Overleg, {**ot, "ouders_erbij": True}) == {}
    assert _fouten(Overleg, {**ot, "anoniem": True}) == {}


def test_a_hand_over_is_told_to_pupil_and_parents_or_says_why_not() -> None:
    values = {"leerling": LEERLING, "datum": "2026-11-20", "aanleiding": ["groeit"], "van": "Juf Anna", "aan": "Iris"}
    assert _fouten(Overdracht, values).keys() == {"leerling_op", "ouders_op"}
    assert _fouten(Overdracht, {**values, "leerling_op": "2026-11-20", "ouders_niet": "Eerst Veilig Thuis."}) == {}


def test_consent_is_specific_and_of_a_parent_with_gezag() -> None:
    values = {
        "leerling": LEERLING,
        "datum": "2026-11-20",
        "uitzondering": "geen",
        "gericht": True,
        "waarvoor": "Overleg over slapen",
        "gever": "School",
        "ontvanger": "Jeugdteam",
        "gegeven_door": [{**LEERLING, "gezag": "nee"}],
    }
    assert _fouten(Toestemming, values).keys() == {"gegeven_door"}
    assert _fouten(Toestemming, {**values, "gegeven_door": [{**LEERLING, "gezag": "ja"}]}) == {}
    assert "gericht" in _fouten(Toestemming, {**values, "gericht": False})


def test_a_kindcheck_is_made_with_the_parent_over_all_children() -> None:
    values = {
        "leerling": LEERLING,
        "datum": "2026-11-20",
        "ouder": {**LEERLING, "naam": "Ouder"},
        "risico": ["verslaving"],
    }
    assert _fouten(Kindcheck, values).keys() == {"kinderen", "met_ouder_op", "uitkomst"}


def test_work_that_is_done_or_given_away_shows_so_everywhere() -> None:
    dues = (
        Due(item="a", kind="melden", role="ib", due_on=VANDAAG),
        Due(item="b", kind="afspraak", role="ib", due_on=VANDAAG),
    )
    gedaan = WerkGedaan.model_construct(soort="melden", item="a")
    ander = Herverdeeld.model_construct(soort="afspraak", item="b", rol=Rol.DIRECTEUR)
    assert bijgewerkt(dues, ()) == dues
    assert [(d.item, d.role) for d in bijgewerkt(dues, (gedaan, ander))] == [("b", "directeur")]


def test_giving_work_away_is_no_answer_to_it() -> None:
    afweging = _vast(Afweging, _weging("veiligheid", "ja"))
    ander = Herverdeeld.model_construct(soort="melden", item="melden", rol=Rol.DIRECTEUR)
    assert [d.kind for d in afweging.dues("vastgesteld", (ander,))] == ["melden"]
    assert afweging.dues("vastgesteld", (Melding.model_construct(),)) == ()
