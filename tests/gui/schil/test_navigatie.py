"""The way round: back, forward, and a page that holds one back."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.navigatie import Navigator, Plek

A, B, C = Plek("home"), Plek("leerlingen"), Plek("rol", extra="ib")


def reis(navigator: Navigator) -> list[Plek]:
    gezien: list[Plek] = []
    navigator.gevraagd.connect(gezien.append)
    return gezien


def test_back_and_forward(navigator: Navigator) -> None:
    gezien = reis(navigator)
    assert navigator.huidige is None and not navigator.kan_terug
    for plek in (A, B, C):
        navigator.ga(plek)
    navigator.terug()
    navigator.terug()
    navigator.terug()
    assert navigator.huidige == A and not navigator.kan_terug and navigator.kan_vooruit
    navigator.vooruit()
    assert gezien == [A, B, C, B, A, B]
    navigator.ga(A)
    assert not navigator.kan_vooruit


def test_the_same_place_shows_afresh_but_counts_once(navigator: Navigator) -> None:
    gezien = reis(navigator)
    navigator.ga(A)
    navigator.ga(A)
    assert gezien == [A, A] and not navigator.kan_terug


def test_a_page_can_hold_one_back(navigator: Navigator) -> None:
    navigator.ga(A)
    navigator.ga(B)
    gezien = reis(navigator)
    navigator.zet_bewaker(lambda: False)
    navigator.ga(C)
    navigator.terug()
    assert gezien == [] and navigator.huidige == B


def test_a_draft_that_became_a_record_keeps_its_place(navigator: Navigator) -> None:
    navigator.ga(A)
    navigator.ga(B)
    gezien = reis(navigator)
    navigator.vervang(C)
    assert navigator.huidige == C and gezien == []
    navigator.terug()
    navigator.vooruit()
    assert gezien == [A, C]


def test_nothing_is_remembered_after_a_lock(navigator: Navigator) -> None:
    navigator.ga(A)
    navigator.ga(B)
    navigator.vergeet()
    gezien = reis(navigator)
    navigator.terug()
    navigator.vooruit()
    navigator.vervang(C)
    assert navigator.huidige is None and gezien == []


@given(st.lists(st.sampled_from([A, B, C, "terug", "vooruit"]), max_size=40))
def test_it_behaves_like_a_browser(stappen: list[Plek | str]) -> None:
    navigator = Navigator()
    terug: list[Plek] = []
    vooruit: list[Plek] = []
    nu: Plek | None = None
    for stap in stappen:
        doe: dict[str, Callable[[], None]] = {"terug": navigator.terug, "vooruit": navigator.vooruit}
        if isinstance(stap, Plek):
            navigator.ga(stap)
            if stap != nu:
                terug += [nu] if nu else []
                nu, vooruit = stap, []
        else:
            doe[stap]()
            van, naar = (terug, vooruit) if stap == "terug" else (vooruit, terug)
            if van:
                assert nu is not None
                naar.append(nu)
                nu = van.pop()
        assert navigator.huidige == nu
        assert (navigator.kan_terug, navigator.kan_vooruit) == (bool(terug), bool(vooruit))


def test_a_form_that_is_done_is_not_on_the_way_back(navigator: Navigator) -> None:
    for plek in (A, B, C):
        navigator.ga(plek)
    gezien = reis(navigator)
    navigator.rond_af(B)
    assert navigator.huidige == B and not navigator.kan_vooruit
    navigator.terug()
    assert gezien == [B, A]


def test_a_form_that_made_something_leads_to_it(navigator: Navigator) -> None:
    navigator.ga(A)
    navigator.ga(B)
    navigator.rond_af(C)
    navigator.terug()
    assert navigator.huidige == A
    navigator.zet_bewaker(lambda: False)
    navigator.rond_af(B)
    assert navigator.huidige == A
