"""One program at a time in a vault: a lock that the system holds and lets go by itself when the program dies."""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.models.errors import Bezet
from desktop.vault import atomic

_NAME = "kluis.slot"
_LOCKED_AT = 1 << 20  # Windows keeps others from reading what is locked: lock a byte far beyond the text
_MAX_TEXT = 4096
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class VaultInUse(Bezet):
    """Another program holds the vault. `holder` and `since` say which, as far as it wrote so."""

    def __init__(self, holder: str, since: str) -> None:
        who = f" op {holder}" if holder else " op een andere plek"
        when = f", sinds {since}" if since else ""
        super().__init__(
            f"Deze kluis is al open{who}{when}. Er is niets veranderd.",
            "Vergrendel of sluit hem daar en probeer opnieuw.",
        )
        self.holder = holder
        self.since = since


class FolderLock:
    """The held lock of a vault's folder. The file itself stays for ever: removing it would be a race."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle

    @classmethod
    def acquire(cls, folder: Path, label: str, now: datetime, *, read_only: bool = False) -> Self:
        """Take the lock and write who has it: the device's label and since when, no person and no account.

        What a crash left is taken over. With `read_only` nothing is written, and a missing lock file is no obstacle.
        Raises VaultInUse with the holder's label, AlleenLezen where the file cannot be made.
        """
        path = folder / _NAME
        try:
            handle = os.open(path, os.O_RDONLY if read_only else os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError as error:
            if read_only and folder.is_dir():
                return cls(None)
            raise atomic.write_error(error) from error
        except OSError as error:
            raise atomic.write_error(error) from error
        try:
            if not _lock(handle):
                raise VaultInUse(*_holder(handle))
            if not read_only:
                _write(handle, json.dumps({"apparaat": label, "sinds": now.isoformat(timespec="seconds")}).encode())
        except OSError as error:
            os.close(handle)
            raise atomic.write_error(error) from error
        except BaseException:
            os.close(handle)
            raise
        return cls(handle)

    def release(self) -> None:
        """Let the folder go. May be called twice."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        with suppress(OSError):  # read-only, or the disk is gone: the text is only a courtesy
            os.ftruncate(handle, 0)
        with suppress(OSError):
            _unlock(handle)
        with suppress(OSError):
            os.close(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _write(handle: int, text: bytes) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, text)


def _holder(handle: int) -> tuple[str, str]:
    """Return (label, since) as the holder wrote it; empty where it is unreadable, which is not ours to judge."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        fields = json.loads(os.read(handle, _MAX_TEXT))
        label = " ".join(str(fields["apparaat"]).split())[:60]
        return label, datetime.fromisoformat(fields["sinds"]).strftime("%d-%m-%Y %H:%M")
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return "", ""


if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _LOCK_VIOLATION = 33
    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    for _call in (_kernel32.LockFile, _kernel32.UnlockFile):
        _call.argtypes = (wintypes.HANDLE, *(wintypes.DWORD,) * 4)
        _call.restype = wintypes.BOOL

    def _lock(handle: int) -> bool:
        # msvcrt.locking waits or gives an errno that does not tell "held" from "broken"; the system's own call does
        if _kernel32.LockFile(msvcrt.get_osfhandle(handle), _LOCKED_AT, 0, 1, 0):
            return True
        if ctypes.get_last_error() == _LOCK_VIOLATION:
            return False
        raise ctypes.WinError(ctypes.get_last_error())

    def _unlock(handle: int) -> None:
        # closing unlocks too, but Windows does not say when
        _kernel32.UnlockFile(msvcrt.get_osfhandle(handle), _LOCKED_AT, 0, 1, 0)
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _HELD:
                return False
            raise
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
