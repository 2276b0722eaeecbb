"""Bytes that are the same for the same values and for no others: what digests and the audit's MACs are taken over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def canonical(tag: str, *fields: bytes | str | int | None) -> bytes:
    """Return tag and fields, each with its type and length, so that no two different rows give the same bytes."""
    out = bytearray()
    for field in (tag, *fields):
        if field is None:
            kind, data = b"n", b""
        elif isinstance(field, str):
            kind, data = b"s", field.encode()
        elif isinstance(field, int):
            kind, data = b"i", field.to_bytes(8, "big", signed=True)
        else:
            kind, data = b"b", field
        out += kind + len(data).to_bytes(4, "big") + data
    return bytes(out)


def to_ms(at: datetime) -> int:
    """Return an aware moment as milliseconds since 1970 UTC. Raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return (at - _EPOCH) // timedelta(milliseconds=1)


def from_ms(ms: int) -> datetime:
    """Return the moment, aware, in this computer's own zone: what stands on a screen is local time."""
    return (_EPOCH + timedelta(milliseconds=ms)).astimezone()


def utc_text(ms: int) -> str:
    """Return the moment as UTC text; the same on every computer, so a rebuild gives what was."""
    return (_EPOCH + timedelta(milliseconds=ms)).strftime("%Y-%m-%dT%H:%M:%S")
