"""Where a vault may live: not in a synchronised or network folder; and what a synchronising program left behind."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PureWindowsPath

from desktop.models.errors import UserError

DRIVE_REMOTE = 4
_CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")

# the names that these programs give their folders; OneDrive adds the organisation, "OneDrive - De Vlieger"
_CLOUD = (
    (re.compile(r"onedrive($| - )", re.I), "OneDrive"),
    (re.compile(r"dropbox($| \()", re.I), "Dropbox"),
    (re.compile(r"(google ?drive|my drive|mijn drive|gedeelde drives|shared drives)$", re.I), "Google Drive"),
    (re.compile(r"(icloud ?drive|com~apple~clouddocs)$", re.I), "iCloud"),
    (re.compile(r"(nextcloud|owncloud|sharepoint)$", re.I), "een gedeelde map"),
)
_MARKERS = {".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive"}

_OURS = re.compile(r"kluis\.(hdr(\.vorige)?|db|slot)(\.[a-z]+\d*)?(-journal)?")
_LOOKS_LIKE = re.compile(r"kluis.*\.(db|hdr|slot)\b", re.I)


class BadLocation(UserError):
    """A vault does not work from here: two computers would write at once, or a program would copy it half-written."""


def check_location(
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    drive_type: Callable[[str], int] | None = None,
) -> None:
    """Raise BadLocation where a vault may not be in use: a synchronised folder, a share, a mapped drive.

    Backups may go there: they are one finished, encrypted file.
    """
    resolved = _resolved(folder)
    for path in (folder.absolute(), resolved):
        if _is_share(path) or (drive_type or _drive_type)(path.anchor) == DRIVE_REMOTE:
            raise BadLocation(
                "Deze map staat op een netwerkschijf. Een kluis kan daar stuk gaan en werkt er niet.",
                "Zet de kluis op de schijf van deze computer; een reservekopie mag wel op het netwerk.",
            )
        name = _cloud(path, os.environ if environment is None else environment)
        if name:
            raise BadLocation(
                f"Deze map wordt gesynchroniseerd ({name}). Een kluis kan daar stuk gaan en werkt er niet.",
                "Zet de kluis in een gewone map op deze computer; een reservekopie mag hier wel staan.",
            )


def is_read_only(folder: Path) -> bool:
    """Whether the vault in this folder can be read and not written."""
    files = [folder / name for name in ("kluis.db", "kluis.hdr")]
    if not os.access(folder, os.W_OK | os.X_OK) or any(f.exists() and not os.access(f, os.W_OK) for f in files):
        return True
    try:
        # Windows answers the question above without looking at the folder's permissions. Never with the database: to
        # close it would drop SQLite's own lock
        os.close(os.open(folder / "kluis.hdr", os.O_RDWR))
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def conflict_copies(folder: Path) -> list[str]:
    """Return files that a synchronising program put beside the vault ("kluis-PC2.db", "kluis (1).db"), sorted.

    They are shown and left alone: nothing is ever merged by guess.
    """
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return []
    return sorted(name for name in names if _LOOKS_LIKE.match(name) and not _OURS.fullmatch(name))


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):  # a link in a circle
        return folder.absolute()


def _is_share(path: Path) -> bool:
    text = str(path)
    if text.startswith("\\\\?\\"):  # Windows' own way of writing a long path on any drive
        return text.upper().startswith("\\\\?\\UNC\\")
    return text.startswith(("\\\\", "//")) or PureWindowsPath(text).drive.startswith("\\\\")


def _cloud(path: Path, environment: Mapping[str, str]) -> str:
    for variable in _CLOUD_VARIABLES:
        root = environment.get(variable)
        if root and path.is_relative_to(root):
            return "OneDrive"
    for part in path.parts:
        for pattern, name in _CLOUD:
            if pattern.match(part):
                return name
    for parent in (path, *path.parents):
        for marker, name in _MARKERS.items():
            if os.path.lexists(parent / marker):
                return name
    return ""


def _drive_type(root: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root.removeprefix("\\\\?\\")))
