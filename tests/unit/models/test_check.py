"""From form values to a record, or to sentences that say what to do."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.check import check
from desktop.models.core import Actor
from desktop.models.errors import Geweigerd
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.personen import Gezag, Leerling, Persoon, Relatie
from desktop.models.rechten import RECHTEN, Actie, Rol, eis, mag
from desktop.models.school import Schoolprofiel
from desktop.models.velden import velden, zichtbaar
from desktop.models.vooroverleg import ingehouden

VANDAAG = date(2026, 11, 24)
NUL = str(UUID(int=1))
WIE = {"naam": "Noa Yılmaz", "persoon": NUL}


def _verslag(**extra: object) -> dict[str, object]:
    return {
        "leerling": WIE,
        "soort": "zorg",
        "datum": "2026-11-19",
        "onderwerp": "Stil",
        "ouders": [{"naam": "E. Yılmaz"}],
        "school": [{"naam": "IB"}],
        "besproken": "Feiten.",
        "samengevat": True,
        **extra,
    }


def _zinnen(kind, values, level="vaststellen") -> list[tuple[str, str]]:
    return [(str(p.loc[0]), p.zin) for p in check(kind, values, level, VANDAAG)[1]]


def test_a_complete_report_can_be_established() -> None:
    record, fouten = check(Gespreksverslag, _verslag(), "vaststellen", VANDAAG)
    assert record is not None, fouten


def test_a_concept_may_be_empty_but_not_wrongly_typed() -> None:
    record, fouten = check(
        Gespreksverslag, {"leerling": WIE, "soort": "zorg", "datum": "2026-11-19"}, "bewaren", VANDAAG
    )
    assert record is not None, fouten
    assert _zinnen(Gespreksverslag, _verslag(datum="31-2"), "bewaren")[0][0] == "datum"
    assert _zinnen(Gespreksverslag, _verslag(datum=20261119), "bewaren")[0][0] == "datum"
    assert _zinnen(Gespreksverslag, _verslag(tijd="25:99"), "bewaren")[0][0] == "tijd"
    assert _zinnen(Gespreksverslag, _verslag(samengevat=1), "bewaren")[0][0] == "samengevat"


@pytest.mark.parametrize(
    ("extra", "veld"),
    [
        ({"datum": "2026-11-25"}, "datum"),
        ({"evaluatie": "2026-11-18"}, "evaluatie"),
        ({"afspraken": [{"rij": NUL, "wat": "Bellen", "uiterlijk": "2026-11-01"}]}, "afspraken"),
        ({"afspraken": [{"rij": NUL, "wat": ""}]}, "afspraken"),
        ({"soort": "calamiteit"}, "school"),
        ({"anderen": [{"rij": NUL, "initialen": "Marie"}]}, "anderen"),
        ({"over_gedrag": True}, "gedrag_kanten"),
        ({"soort": "leerling"}, "mening"),
    ],
)
def test_what_keeps_a_report_from_being_established(extra: dict[str, object], veld: str) -> None:
    assert veld in [naam for naam, _ in _zinnen(Gespreksverslag, _verslag(**extra))]


def test_a_formal_pupil_talk_asks_consent_or_a_reason() -> None:
    basis = _verslag(soort="leerling", formeel=True, mening="Ik mis haar.", mening_gewogen="Telt mee.", ouders=[])
    assert ("toestemming", "Beantwoord: Gaven ouders toestemming voor dit gesprek?") in _zinnen(Gespreksverslag, basis)
    assert "zonder_toestemming" in [n for n, _ in _zinnen(Gespreksverslag, {**basis, "toestemming": False})]
    klaar = {**basis, "toestemming": False, "zonder_toestemming": "Op verzoek van de leerling."}
    assert _zinnen(Gespreksverslag, klaar) == []
    assert _zinnen(Gespreksverslag, {**basis, "formeel": False}) == []


def test_a_pupil_talk_about_hgkm_asks_the_aandachtsfunctionaris_too() -> None:
    basis = _verslag(soort="leerling", formeel=False, mening="x", mening_gewogen="y", ouders=[], leerling_hgkm=True)
    assert "af_wie" in [n for n, _ in _zinnen(Gespreksverslag, basis)]


HGKM = {
    "soort": "hgkm",
    "af_wie": "A.",
    "af_datum": "2026-11-18",
    "gevaar": True,
    "gevaar_gronden": ["disclosure"],
    "hgkm_zorgen": True,
    "hgkm_traject": True,
    "hgkm_plicht": True,
    "hgkm_hulp": "Wijkteam",
}
BESLUIT = {"vt_wie": "B.", "vt_datum": "2026-11-18", "vt_besluit": "Nu praten.", "vt_doorgang": "door"}


def test_hgkm_with_danger_is_held_back_and_goes_on_after_veilig_thuis() -> None:
    assert "Bel Veilig Thuis" in ingehouden(_verslag(**HGKM))
    assert check(Gespreksverslag, _verslag(**HGKM), "vaststellen", VANDAAG)[0] is None
    assert ingehouden(_verslag(**HGKM, **BESLUIT)) == ""
    assert check(Gespreksverslag, _verslag(**HGKM, **BESLUIT), "vaststellen", VANDAAG)[0] is not None
    assert (
        check(Gespreksverslag, _verslag(**HGKM, **{**BESLUIT, "vt_doorgang": "niet"}), "vaststellen", VANDAAG)[0]
        is None
    )
    assert "gevaar_reden" in [
        n for n, _ in _zinnen(Gespreksverslag, _verslag(**{**HGKM, "gevaar_gronden": ["anders"]}))
    ]


@given(st.sampled_from(["vt_wie", "vt_datum", "vt_besluit", "vt_doorgang"]))
def test_no_part_of_the_decision_can_be_missing(weg: str) -> None:
    assert ingehouden(_verslag(**HGKM, **{k: v for k, v in BESLUIT.items() if k != weg}))


def test_a_field_with_words_never_hides() -> None:
    mening = next(s for s in velden(Gespreksverslag) if s.naam == "mening")
    assert not zichtbaar(mening, {"soort": "zorg", "mening": ""})
    assert zichtbaar(mening, {"soort": "zorg", "mening": "toch iets"})
    assert zichtbaar(mening, {"soort": "leerling"})


@given(
    st.dictionaries(
        st.sampled_from([s.naam for s in velden(Gespreksverslag)]),
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=2),
    )
)
def test_any_form_value_gives_sentences_and_never_an_exception(values: dict[str, object]) -> None:
    record, fouten = check(Gespreksverslag, {"leerling": WIE, **values}, "vaststellen", VANDAAG)  # type: ignore[dict-item]
    assert (record is None) == bool(fouten)
    for fout in fouten:
        assert fout.zin.endswith((".", "?"))


def test_text_is_cleaned_on_its_way_in() -> None:
    record, _ = check(Leerling, {"roepnaam": "No\x00a\u202e", "achternaam": "e\u0301"}, "bewaren", VANDAAG)
    assert record is not None
    assert (record.roepnaam, record.achternaam) == ("Noa", "é")


def test_a_megabyte_is_kept() -> None:
    record, fouten = check(Gespreksverslag, _verslag(besproken="woord " * 170_000), "vaststellen", VANDAAG)
    assert record is not None, fouten


def test_people() -> None:
    assert _zinnen(Persoon, {}, "bewaren") == [("roepnaam", "Vul een roepnaam of een achternaam in.")]
    assert _zinnen(Schoolprofiel, {"naam": "X", "brin": "ABCD"}, "bewaren")[0][0] == "brin"
    periode = {"rij": NUL, "vanaf": "2026-09-01", "tot": "2026-08-01", "gezag": "ja"}
    fout = _zinnen(
        Relatie, {"leerling": NUL, "persoon": str(UUID(int=2)), "soort": "moeder", "perioden": [periode]}, "bewaren"
    )
    assert fout == [("perioden", "De einddatum ligt vóór de begindatum. Draai ze om of laat ‘tot’ leeg.")]


def test_gezag_follows_the_date() -> None:
    rijen = [
        {"rij": NUL, "vanaf": "2020-01-01", "tot": "2026-06-30", "gezag": "ja"},
        {"rij": str(UUID(int=3)), "vanaf": "2026-07-01", "gezag": "nee", "informatie": True},
    ]
    kaart, fouten = check(
        Relatie, {"leerling": NUL, "persoon": str(UUID(int=2)), "soort": "vader", "perioden": rijen}, "bewaren", VANDAAG
    )
    assert kaart is not None, fouten
    assert kaart.gezag_op(date(2026, 6, 30)) is Gezag.JA
    assert kaart.gezag_op(date(2026, 7, 1)) is Gezag.NEE
    assert kaart.gezag_op(date(2019, 1, 1)) is Gezag.ONBEKEND


@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.parametrize("actie", list(Actie))
def test_the_table_decides(rol: Rol, actie: Actie) -> None:
    actor = Actor(UUID(int=1), "X", rol.value, UUID(int=2))
    assert mag(actor, actie) == (actie in RECHTEN[rol])
    if not mag(actor, actie):
        with pytest.raises(Geweigerd) as fout:
            eis(actor, actie)
        assert fout.value.stap
    else:
        eis(actor, actie)


@pytest.mark.parametrize("getypt", ["12ab", "12AB", " 12Ab ", "12 ab"])
def test_a_brin_is_stored_in_capitals(getypt: str) -> None:
    record, fouten = check(Schoolprofiel, {"naam": "De Proef", "brin": getypt}, "bewaren", VANDAAG)
    assert record is not None, fouten
    assert record.brin == "12AB"


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [("2312ab", "2312 AB"), ("2312 ab", "2312 AB"), (" 2312AB", "2312 AB"), ("B-9000", "B-9000"), ("", "")],
)
def test_a_dutch_postcode_is_stored_as_the_post_writes_it_another_as_typed(getypt: str, bewaard: str) -> None:
    """On every letter it stands as it is stored."""
    for kind, naam in ((Schoolprofiel, {"naam": "De Proef"}), (Persoon, {"roepnaam": "Elif", "achternaam": "Bakker"})):
        record, fouten = check(kind, {**naam, "postcode": getypt}, "bewaren", VANDAAG)
        assert record is not None, fouten
        assert record.model_dump()["postcode"] == bewaard


@pytest.mark.parametrize("doorgang", ["later", "niet"])
def test_a_talk_that_does_not_go_on_has_a_next_step(doorgang: str) -> None:
    values = {
        "soort": "hgkm",
        "gevaar": True,
        "vt_wie": "T. de Boer",
        "vt_datum": "2026-11-20",
        "vt_besluit": "Wachten",
        "vt_doorgang": doorgang,
    }
    zin = ingehouden(values)
    assert "nu niet doorgaat." in zin
    assert "Bewaar dit als concept" in zin and "openstaande werk" in zin
