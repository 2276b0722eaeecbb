"""What the paper of a draaiboek is made from; no PDF library, so that it loads at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.documents.papieren import Logblad
from desktop.models.draaiboek import Draaiboek, Loopbeeld
from desktop.models.school import Schoolprofiel


@dataclass(frozen=True, slots=True)
class Draaiboekblad:
    """A draaiboek to print: blank to tick on paper, or a run (`beeld`) with outcomes, reasons and its log.

    `digest` is that of the stored run, `stukken` what was made from it, `calamiteit` the one it belongs to. A case that
    it is linked to is not on paper: whoever gets the paper need not know that there is one.
    """

    school: Schoolprofiel
    draaiboek: Draaiboek
    gemaakt_op: datetime
    gemaakt_door: str
    beeld: Loopbeeld | None = None
    kenmerk: str = ""
    digest: bytes = b""
    stukken: Sequence[str] = ()
    calamiteit: str = ""
    log: Logblad | None = None
    audit_head: bytes | None = None
