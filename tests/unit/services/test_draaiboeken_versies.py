"""The versions of a draaiboek that the school adapted: who, when and why; read, and put back as a new one."""

from __future__ import annotations

import pytest

from desktop.models.errors import Geweigerd, UserError
from desktop.models.rechten import Rol


def _pas_aan(school, n: int, notitie: str) -> None:
    d = school.draaiboeken
    uitgave = d.uitgave("rouw")
    values = d.eigen_waarden("rouw")
    assert values.get("notitie", "") == "", "each change has a note of its own"
    stored, fout = d.bewaar_eigen(
        {**values, "stappen": values["stappen"][:n], "notitie": notitie}, uitgave.record, uitgave.revisie
    )
    assert stored is not None, fout


def test_every_version_says_who_when_and_why_the_newest_first(school, clock):
    d = school.draaiboeken
    assert d.versies("rouw") == ()
    geleverd = d.uitgave("rouw").draaiboek
    _pas_aan(school, 5, "Korter")
    clock.step(days=1)
    _pas_aan(school, 3, "Nog korter")
    nieuw, oud, eerst = d.versies("rouw")
    assert [(v.nummer, v.notitie, len(v.draaiboek.stappen), v.nu) for v in (nieuw, oud)] == [
        (2, "Nog korter", 3, True),
        (1, "Korter", 5, False),
    ]
    assert nieuw.door == school.session.actor.naam
    assert (nieuw.op - oud.op).days == 1
    assert (eerst.op, eerst.draaiboek) == (None, geleverd)


def test_an_earlier_one_is_put_back_as_a_new_version(school):
    d = school.draaiboeken
    geleverd = d.uitgave("rouw").draaiboek
    _pas_aan(school, 5, "Korter")
    _pas_aan(school, 3, "Nog korter")
    _, oud, eerst = d.versies("rouw")
    d.zet_terug("rouw", oud, d.uitgave("rouw").revisie)
    assert len(d.uitgave("rouw").draaiboek.stappen) == 5
    assert [v.notitie for v in d.versies("rouw")] == ["Teruggezet: versie 1.", "Nog korter", "Korter", ""]
    d.zet_terug("rouw", eerst, d.uitgave("rouw").revisie)
    assert d.uitgave("rouw").draaiboek == geleverd
    assert d.versies("rouw")[0].notitie == "Teruggezet zoals het is meegeleverd."


def test_two_at_a_time_and_an_account_without_the_right_put_nothing_back(school, als):
    d = school.draaiboeken
    _pas_aan(school, 5, "Korter")
    was = d.uitgave("rouw").revisie
    _pas_aan(school, 3, "Nog korter")
    oud = d.versies("rouw")[1]
    with pytest.raises(UserError):
        d.zet_terug("rouw", oud, was)
    with pytest.raises(Geweigerd):
        als(Rol.LEERKRACHT).draaiboeken.zet_terug("rouw", oud, d.uitgave("rouw").revisie)
    assert len(d.uitgave("rouw").draaiboek.stappen) == 3


def test_one_of_the_school_itself_has_no_shipped_version(school):
    d = school.draaiboeken
    stored, _ = d.bewaar_eigen({"naam": "Storm", "notitie": "Na de storm van maart"})
    (versie,) = d.versies(str(stored.record))
    assert (versie.nummer, versie.notitie, versie.nu, versie.draaiboek.titel) == (
        1,
        "Na de storm van maart",
        True,
        "Storm",
    )
