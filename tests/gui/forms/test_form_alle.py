"""Every kind of record goes into its form and comes out the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.check import check
from desktop.models.core import Record
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.kinds import KINDS
from desktop.models.velden import Soort, velden
from desktop.views.forms.basis import beginwaarden
from desktop.views.forms.context import FormContext
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.rijen import RijenVeld
from tests.gui.forms.form_voorbeelden import vul

VANDAAG = date(2026, 11, 20)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_round_trip(kind: type[Record], toon: Callable[..., Formulier]) -> None:
    values = vul(kind)
    formulier = toon(kind, values)
    assert formulier.values() == values
    record, problemen = check(kind, formulier.values(), "bewaren", VANDAAG)
    assert not problemen
    assert record is not None
    for spec in velden(kind):
        veld = formulier.veld(spec.naam)
        assert veld is not None and not veld.isHidden()
        # also what each editor makes of it by itself
        assert veld.editor.waarde() == values[spec.naam], spec.naam
        if isinstance(veld.editor, RijenVeld):
            for rij in veld.editor.rijen:
                assert all(cel.editor.waarde() == rij.basis[cel.spec.naam] for cel in rij.cellen)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_nothing_is_added_to_an_empty_draft(kind: type[Record], toon: Callable[..., Formulier]) -> None:
    formulier = toon(kind, {"onbekende_sleutel": [1, {"a": None}]})
    assert formulier.values() == {"onbekende_sleutel": [1, {"a": None}]}


def test_a_new_record_begins_as_declared() -> None:
    begin = beginwaarden(Gespreksverslag)
    assert list(begin) == list(Gespreksverslag.model_fields)
    assert (begin["geleid_door"], begin["besproken"], begin["afspraken"]) == ("ib", "", [])
    assert (begin["leerling"], begin["datum"]) == (None, None)


_RUW = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=20), st.lists(st.text(max_size=5), max_size=3)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([s.naam for s in velden(Gespreksverslag)]), _RUW, max_size=12))
def test_a_damaged_draft_is_shown_and_kept(context: FormContext, ruw: dict[str, object]) -> None:
    formulier = Formulier(Gespreksverslag, context)
    formulier.laad(ruw)
    assert formulier.values() == ruw
    formulier.deleteLater()


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\u2028\u2029\x00\u2064"), max_size=80))
def test_any_long_text_shows_as_it_is(context: FormContext, tekst: str) -> None:
    formulier = Formulier(Gespreksverslag, context)
    formulier.laad({"besproken": tekst})
    veld = formulier.veld("besproken")
    assert veld is not None and veld.spec.soort is Soort.LANG
    # Qt writes a space for the no-break space and a line end for control characters that end a paragraph
    getoond = str(veld.editor.waarde())
    assert len(getoond) == len(tekst)
    assert formulier.values()["besproken"] == tekst
    formulier.deleteLater()
