"""Writing a whole file so that a crash, a full disk or a virus scanner leaves either the old one or the new one."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desktop.models.errors import AlleenLezen, SchijfVol, UserError

SUFFIX = ".deel"
_WINDOWS_FULL = (39, 112)  # on a handle, on the disk: the first has no errno of its own
_WINDOWS_NAME = (123, 161, 206)  # a character it does not allow, a bad path, too long
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)  # 1.6 s in all: longer than a virus scanner holds a small file

Rename = Callable[[Path, Path], object]
Pause = Callable[[float], None]


def write(path: Path, data: bytes, *, rename: Rename = os.replace, pause: Pause = time.sleep) -> None:
    """Replace `path` by these bytes: temporary file beside it, synced, renamed. The old file stays until the rename.

    Raises SchijfVol, AlleenLezen, or UserError where another program keeps the file; then nothing has changed.
    """
    temporary = path.with_name(path.name + SUFFIX)
    try:
        temporary.unlink(missing_ok=True)  # what a crash left
        with _create(temporary) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put(temporary, path, rename=rename, pause=pause)
    except OSError as error:
        raise write_error(error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def put(source: Path, target: Path, *, rename: Rename = os.replace, pause: Pause = time.sleep) -> None:
    """Rename `source` (a file, or a folder to a new name) and sync its folder.

    Tries again while another program holds it. Raises OSError; both are then as they were.
    """
    for seconds in (*_PAUSES, None):
        try:
            rename(source, target)
            break
        except PermissionError:
            if seconds is None:
                raise
            pause(seconds)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder last through a power cut, where the system knows how (Windows does it itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network and FAT drivers cannot
            raise
    finally:
        os.close(handle)


def write_error(error: OSError) -> UserError:
    """Return what to tell the person about a file that could not be written."""
    windows = getattr(error, "winerror", None)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) or windows in _WINDOWS_FULL:
        return SchijfVol("De schijf is vol. Er is niets veranderd.", "Maak ruimte vrij en probeer het opnieuw.")
    if error.errno == errno.ENAMETOOLONG or windows in _WINDOWS_NAME:
        return UserError(
            "Deze naam kan hier niet. Er is niets veranderd.", "Kies een kortere naam, met alleen letters en cijfers."
        )
    if error.errno == errno.EROFS:
        return AlleenLezen("Deze map is alleen te lezen. Er is niets veranderd.", "Kies een map waar je mag schrijven.")
    if isinstance(error, PermissionError):
        return AlleenLezen(
            "Schrijven in deze map wordt tegengehouden. Er is niets veranderd.",
            "Kijk of je hier mag schrijven en of een ander programma het bestand open heeft, en probeer het opnieuw.",
        )
    return UserError(
        "Schrijven naar de schijf lukt niet. Er is niets veranderd.", "Kijk of de schijf nog aangesloten is."
    )


def _create(path: Path) -> BinaryIO:
    # O_EXCL: never through a link that someone put there
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")
