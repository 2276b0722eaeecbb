"""The header as bytes: strict, bounded, checked, MACed, and paired with the database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vault import header as module
from desktop.vault.crypto import KdfOutOfBounds, VaultKey
from desktop.vault.header import HeaderDamaged, HeaderNewer, Pairing, parse
from desktop.vault.slots import SlotTampered
from tests import vaultkit


@pytest.fixture
def kit(tmp_path: Path) -> vaultkit.Kit:
    return vaultkit.bare(tmp_path)


def _changed(data: bytes, **changes: object) -> bytes:
    """The header's bytes with other values and the checksum that belongs to them: what someone could make of it."""
    fields = json.loads(data) | changes
    fields.pop("check")
    fields["check"] = module._checksum(fields)
    return json.dumps(fields).encode()


def test_it_comes_back_as_it_went(kit: vaultkit.Kit) -> None:
    data = kit.header.to_bytes()
    assert parse(data) == kit.header
    assert parse(data).to_bytes() == data
    assert len(data) < 64 * 1024


def test_it_holds_no_name_and_no_key(kit: vaultkit.Kit) -> None:
    text = kit.header.to_bytes().decode()
    raw = kit.key.raw()
    assert "Noor" not in text
    for secret in (raw[:32], raw[32:], kit.key.database_key(), kit.key.header_key()):
        assert secret.hex() not in text


def test_each_flipped_bit_is_found(kit: vaultkit.Kit) -> None:
    data = kit.header.to_bytes()
    for position in range(0, len(data), 7):
        broken = bytearray(data)
        broken[position] ^= 1 << position % 8
        try:
            found = parse(bytes(broken))
        except (HeaderDamaged, HeaderNewer):
            continue
        assert found == kit.header  # a space more or less between the values says nothing


@given(st.binary(max_size=200))
def test_noise_is_damage(data: bytes) -> None:
    with pytest.raises(HeaderDamaged):
        parse(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'"format"',
        b"[" * 60_000,
        b'{"format": 1, "check": ' + b"9" * 6000 + b"}",
        b'{"format": NaN}',
        b" " * (64 * 1024),
        b'{"format": true, "check": ""}',
        b'{"format": "1"}',
        b'{"format": 0}',
    ],
)
def test_other_json_is_damage(data: bytes) -> None:
    with pytest.raises(HeaderDamaged):
        parse(data)


@pytest.mark.parametrize(
    "change",
    [
        {"generation": 0},
        {"generation": True},
        {"generation": 1.0},
        {"generation": 2**60},
        {"key_generation": 2},
        {"recovery_confirmed": 0},
        {"recovery_confirmed": "ja"},
        {"vault": "0"},
        {"created": "2026-03-02T08:00:00"},
        {"created": "gisteren"},
        {"slots": []},
        {"slots": None},
        {"audit_head": "00"},
        {"audit_head": "zz"},
        {"mac": ""},
        {"extra": 1},
    ],
)
def test_what_it_would_not_write_it_does_not_read(kit: vaultkit.Kit, change: dict[str, object]) -> None:
    with pytest.raises(HeaderDamaged):
        parse(_changed(kit.header.to_bytes(), **change))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "achterdeur"},
        {"kind": "apparaat"},
        {"label": ""},
        {"label": "x" * 81},
        {"label": "\ud800"},
        {"label": 3},
        {"account": None},
        {"kdf": None},
        {"salt": "00"},
        {"commitment": ""},
        {"public": ""},
        {"private": ""},
        {"key": {"ephemeral": "", "sealed": ""}},
        {"key": {"ephemeral": "00", "sealed": "00" * 92}},
        {"key": None},
        {"pending": {"ephemeral": "", "sealed": "00" * 92}},
        {"extra": 1},
    ],
)
def test_slots_are_strict_too(kit: vaultkit.Kit, change: dict[str, object]) -> None:
    data = kit.header.to_bytes()
    slots = json.loads(data)["slots"]
    with pytest.raises(HeaderDamaged):
        parse(_changed(data, slots=[slots[0] | change, slots[1]]))


def test_slots_are_one_of_each_and_bounded(kit: vaultkit.Kit) -> None:
    data = kit.header.to_bytes()
    account, recovery = json.loads(data)["slots"]
    for slots in ([account], [recovery], [account, recovery, recovery], [account, account, recovery]):
        with pytest.raises(HeaderDamaged):
            parse(_changed(data, slots=slots))


def test_a_full_header_stays_under_its_limit(kit: vaultkit.Kit) -> None:
    widest = replace(kit.header.slots[0], label="€" * 80, pending=replace(kit.header.slots[0].key, ephemeral=bytes(32)))
    many = tuple(replace(widest, id=vaultkit.Ids().new()) for _ in range(module.MAX_SLOTS))
    assert len(replace(kit.header, slots=many).to_bytes()) <= module.MAX_BYTES


def test_a_newer_format_is_said_so(kit: vaultkit.Kit) -> None:
    with pytest.raises(HeaderNewer, match="nieuwere versie"):
        parse(_changed(kit.header.to_bytes(), format=2, slots="unknown here"))


@pytest.mark.parametrize("memory", [1, 2**30, -1, 65535, 1048577, 65536.0, "65536"])
def test_key_derivation_out_of_bounds_is_refused(kit: vaultkit.Kit, memory: object) -> None:
    data = kit.header.to_bytes()
    slots = json.loads(data)["slots"]
    slots[0]["kdf"]["memory_kib"] = memory
    with pytest.raises(KdfOutOfBounds):
        parse(_changed(data, slots=slots))


def test_the_mac_covers_every_value(kit: vaultkit.Kit) -> None:
    kit.header.check_mac(kit.key)
    first = kit.header.slots[0]
    others = [
        replace(kit.header, generation=9),
        replace(kit.header, recovery_confirmed=True),
        replace(kit.header, created=datetime(2020, 1, 1, tzinfo=UTC)),
        replace(kit.header, audit_head=bytes(32)),
        replace(kit.header, slots=(replace(first, label="Directeur"), *kit.header.slots[1:])),
        replace(kit.header, slots=kit.header.slots[::-1]),
        replace(kit.header, tag=bytes(32)),
    ]
    for other in others:
        with pytest.raises(SlotTampered):
            other.check_mac(kit.key)
        other.signed(kit.key).check_mac(kit.key)
    with pytest.raises(SlotTampered):
        kit.header.check_mac(VaultKey.new())


def test_generations_tell_what_was_put_back(kit: vaultkit.Kit) -> None:
    header = replace(kit.header, generation=10)
    assert header.pair(10) is Pairing.GELIJK
    assert header.pair(9) is Pairing.HEADER_VOOR
    assert header.pair(8) is Pairing.DATABASE_OUDER
    assert header.pair(11) is Pairing.HEADER_OUDER
    stand_in = replace(header, from_previous=True)
    assert stand_in.pair(11) is Pairing.VORIGE
    assert stand_in.pair(12) is Pairing.HEADER_OUDER
    assert stand_in.pair(10) is Pairing.GELIJK
