"""What goes into a PDF beside its record, and what comes out; no PDF library, so that it loads at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.models.school import Schoolprofiel


@dataclass(frozen=True, slots=True)
class Kader:
    """What a PDF says of its record: which school, which number, which version, made when.

    `digest` (32 bytes) is that of the stored revision, None while it is a concept; `audit_head` the newest link of the
    audit, None where it is not to be printed. `schema` is the version of the fields it was stored with, None for the
    present one: a field that came later is not shown as left empty. `door` is the name of the account that stored it.
    `blijft_open`: the record is never established, so that its moment is that of its latest change.
    Moments are shown in the zone that they carry, so the caller gives local time.
    """

    school: Schoolprofiel
    kenmerk: str
    digest: bytes | None
    versie_op: datetime
    gemaakt_op: datetime
    audit_head: bytes | None
    concept: bool
    ingetrokken: bool = False
    schema: int | None = None
    door: str = ""
    blijft_open: bool = False


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A PDF: its bytes, number of pages, and the characters that its letters lack (each shown there as a code)."""

    pdf: bytes
    paginas: int
    ontbrekend: tuple[str, ...]
