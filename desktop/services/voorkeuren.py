"""What one PC remembers outside any vault: its own identifier, where the last vault is, how the window looks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from desktop.models.core import Ids

Thema = Literal["systeem", "licht", "donker"]


class Voorkeuren(NamedTuple):
    """The preferences of this PC. Nothing here names a child or a member of staff."""

    device: str
    """A UUID as text: what makes it one loads after the first window."""
    laatste_kluis: str = ""
    accounts: int = 2
    """How many accounts the last vault had: the unlock screen keeps room for them before it has read any."""
    thema: Thema = "systeem"
    vergrendel_na: int = 10
    """Minutes without a key or a click before the vault locks itself."""
    verberg_bij_delen: bool = True
    """Keep the windows out of screenshots and shared screens, where the system can."""
    inhoudsmap: str = ""
    """The folder with another school group's content set of the plan; '' is the shipped one."""


class VoorkeurenBestand:
    """Reads and writes the preferences; a damaged file counts as none."""

    def __init__(self, pad: Path, ids: Ids) -> None:
        self._pad = pad
        self._ids = ids

    def lees(self) -> Voorkeuren:
        """Return the preferences; a new PC gets an identifier, which is kept at once."""
        try:
            data = json.loads(self._pad.read_text(encoding="utf-8"))
            thema = data.get("thema", "systeem")
            return Voorkeuren(
                device=_uuid(data["device"]),
                laatste_kluis=str(data.get("laatste_kluis", "")),
                accounts=min(6, max(1, int(data.get("accounts", 2)))),
                thema=thema if thema in ("systeem", "licht", "donker") else "systeem",
                vergrendel_na=min(60, max(1, int(data.get("vergrendel_na", 10)))),
                # only a plain no counts: whatever else stands there, the window stays hidden
                verberg_bij_delen=data.get("verberg_bij_delen") is not False,
                inhoudsmap=str(data.get("inhoudsmap", "")),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            nieuw = Voorkeuren(device=str(self._ids.new()))
            self.schrijf(nieuw)
            return nieuw

    def schrijf(self, voorkeuren: Voorkeuren) -> None:
        """Keep the preferences. Where the folder cannot be written they hold for this run only."""
        tijdelijk = self._pad.with_suffix(".nieuw")
        try:
            self._pad.parent.mkdir(parents=True, exist_ok=True)
            tijdelijk.write_text(json.dumps(voorkeuren._asdict()), encoding="utf-8")
            tijdelijk.replace(self._pad)
        except OSError:
            return

    def wijzig(self, **velden: object) -> Voorkeuren:
        """Change some preferences and keep them."""
        nieuw = self.lees()._replace(**velden)  # type: ignore[arg-type]
        self.schrijf(nieuw)
        return nieuw


def _uuid(tekst: str) -> str:
    """Return a text that is a UUID. Raises ValueError."""
    delen = tekst.split("-")
    if [len(deel) for deel in delen] != [8, 4, 4, 4, 12]:
        raise ValueError
    int("".join(delen), 16)
    return tekst
