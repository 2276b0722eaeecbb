"""Stored bytes and back; identifiers; numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

import pytest

from desktop.models import kinds
from desktop.models.core import Record
from desktop.models.kenmerk import kenmerk
from desktop.models.personen import Groep
from desktop.models.tekst import Tekst
from desktop.services.systeem import SysteemKlok, Uuid7


def test_bytes_and_back() -> None:
    groep = Groep(naam="Groep 5/6 ’t Kofschip", jaargroep="5")
    assert kinds.from_bytes("groep", 1, kinds.to_bytes(groep)) == groep


def test_every_kind_has_a_name_and_a_key() -> None:
    assert all(key == kind.KIND and kind.NAAM for key, kind in kinds.KINDS.items())
    assert all(set(kind.UPGRADES) == set(range(1, kind.SCHEMA)) for kind in kinds.KINDS.values())


def test_an_older_schema_is_upgraded_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nieuwer(Record):
        KIND = "proef"
        SCHEMA = 3
        UPGRADES: ClassVar[Any] = {
            1: lambda d: {"naam": d["oud"]},
            2: lambda d: {**d, "erbij": "leeg"},
        }
        naam: Tekst
        erbij: Tekst

    monkeypatch.setattr(kinds, "KINDS", {"proef": Nieuwer})
    assert kinds.from_bytes("proef", 1, b'{"oud": "x"}') == Nieuwer(naam="x", erbij="leeg")


def test_uuid7_sorts_by_time_and_carries_its_version() -> None:
    ids = Uuid7()
    gemaakt = [ids.new() for _ in range(5000)]
    assert gemaakt == sorted(gemaakt)
    assert len(set(gemaakt)) == 5000
    assert {(u.version, u.variant) for u in gemaakt} == {(7, "specified in RFC 4122")}
    nu = datetime.now(UTC).timestamp() * 1000
    assert abs((gemaakt[0].int >> 80) - nu) < 60_000


def test_the_clock_is_aware() -> None:
    assert SysteemKlok().now().tzinfo is not None


def test_kenmerk_has_the_year_and_no_letters_that_look_alike() -> None:
    ms = int(datetime(2026, 11, 24, tzinfo=UTC).timestamp() * 1000)
    nummer = kenmerk(UUID(int=ms << 80 | 0x7 << 76 | 0b10 << 62 | 123_456_789))
    assert nummer.startswith("2026-")
    assert len(nummer) == 11
    assert not set("ILOU") & set(nummer[5:])
