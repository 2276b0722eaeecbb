"""Aftercare: it comes back until it is said to be over, and never stops while things get worse."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from desktop.models.check import check
from desktop.models.core import Wie
from desktop.models.nazorg import WERK, Nazorg, NazorgKeer, Stand
from desktop.models.rechten import Rol

VANDAAG = date(2026, 11, 25)
LEERLING = Wie(persoon=UUID(int=1), naam="Noa Bakker")


def _nazorg() -> Nazorg:
    return Nazorg(leerling=LEERLING, datum=date(2026, 11, 20), eerste=date(2026, 12, 1), rol=Rol.LEERKRACHT)


def _keer(n: int, **velden: object) -> NazorgKeer:
    return NazorgKeer.model_validate(
        {"op": UUID(int=2), "moment": datetime(2026, 12, n, 9, tzinfo=UTC), "datum": date(2026, 12, n), **velden}
    )


def _fouten(values: dict[str, object], kind: type[Nazorg] | type[NazorgKeer] = NazorgKeer) -> set[object]:
    vast = {"op": str(UUID(int=2)), "moment": "2026-11-25T09:00:00Z"} if kind is NazorgKeer else {}
    return {p.loc[0] for p in check(kind, {**vast, **values}, "vaststellen", VANDAAG)[1]}


def test_it_asks_who_watches_how_what_is_expected_and_until_when() -> None:
    begin = {"leerling": LEERLING.model_dump(mode="json"), "datum": "2026-11-20", "rol": "ib"}
    assert _fouten(begin, Nazorg) == {"na", "wie", "hoe", "waarop", "verwacht", "eerste", "tot"}
    vol = {
        **begin,
        "na": "melding",
        "wie": "Juf Anna",
        "hoe": "Elke week een gesprekje.",
        "waarop": ["veiligheid"],
        "verwacht": "Ze komt op tijd.",
    }
    assert _fouten({**vol, "eerste": "2026-12-01", "tot": "2027-03-01"}, Nazorg) == set()
    assert _fouten({**vol, "eerste": "2026-11-01", "tot": "2026-10-01"}, Nazorg) == {"eerste", "tot"}


def test_the_next_look_is_open_work_of_who_watches_until_it_stops() -> None:
    nazorg = _nazorg()
    assert [(d.kind, d.role, d.due_on) for d in nazorg.dues("vastgesteld", ())] == [
        (WERK, "leerkracht", date(2026, 12, 1))
    ]
    assert nazorg.dues("concept", ()) == nazorg.dues("ingetrokken", ()) == ()
    een = _keer(1, stopt=False, volgende=date(2027, 1, 5))
    assert [d.due_on for d in nazorg.dues("vastgesteld", (een,))] == [date(2027, 1, 5)]
    twee = _keer(8, stopt=True)
    assert nazorg.dues("vastgesteld", (twee, een)) == (), "the newest look counts, in whatever order they come"


def test_each_look_says_how_it_goes_and_when_one_looks_again() -> None:
    vol: dict[str, object] = {"datum": "2026-11-24", "door": "Juf Anna", "stand": "beter", "gezien": "Ze speelt mee."}
    assert _fouten(vol) == {"stopt"}
    assert _fouten({**vol, "stopt": False}) == {"volgende"}
    assert _fouten({**vol, "stopt": True}) == {"waarom"}
    assert _fouten({**vol, "stopt": False, "volgende": "2026-11-24"}) == {"volgende"}
    assert _fouten({**vol, "datum": "2026-11-26", "stopt": False, "volgende": "2027-01-05"}) == {"datum"}
    slechter = {**vol, "stand": Stand.SLECHTER.value}
    assert _fouten({**slechter, "stopt": True, "waarom": "Klaar."}) == {"stopt"}
    assert _fouten({**slechter, "stopt": False, "volgende": "2026-12-01"}) == set()
