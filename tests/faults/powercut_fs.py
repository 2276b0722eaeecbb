"""A file system that forgets what was not synced: the disk as it is after a power cut."""

# Run as: python -m tests.faults.powercut_fs MOUNTPOINT; orders come as lines on standard input, each is answered by
# one.
# `settle` puts everything on disk; `arm N SEED KEEP` cuts the power at the N-th change from now, after which nothing
# answers any more; `restore` brings it back as a real disk would be: what was synced, and of the rest nothing (KEEP 0),
# or each half kilobyte that the disk happened to have written (KEEP is the chance). Folders are stricter than most real
# ones: a name is there only once its folder was synced.

from __future__ import annotations

import errno
import json
import os
import random
import stat
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import mfusepy

SECTOR = 512


@dataclass
class Inode:
    """A file: what programs see, what is surely on disk, and the changes between the two."""

    data: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(offset, bytes) written, or (size, None) truncated."""

    def change(self, at: int, data: bytes | None) -> None:
        """Write or truncate, in memory only."""
        _apply(self.data, at, data)
        self.pending.append((at, data))

    def sync(self) -> None:
        """Put it on disk."""
        self.durable, self.pending = bytes(self.data), []

    def after_cut(self, chance: random.Random, keep: float) -> Inode:
        """Return what is found when the power is back."""
        left = bytearray(self.durable)
        for at, data in self.pending:
            if data is None:
                if chance.random() < keep:
                    _apply(left, at, None)
                continue
            for start in range(0, len(data), SECTOR):
                if chance.random() < keep:
                    _apply(left, at + start, data[start : start + SECTOR])
        return Inode(left, bytes(left))


def _apply(target: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del target[at:]
    if len(target) < at:
        target.extend(bytes(at - len(target)))
    if data is not None:
        target[at : at + len(data)] = data


Tree = dict[str, Inode | None]
"""Path to file; None is a folder."""


class Disk(mfusepy.Operations):
    """The file system. One lock: orders come on another thread."""

    use_ns = True

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._now: Tree = {"/": None}
        self._durable: Tree = {"/": None}
        self._names: list[Callable[[Tree], None]] = []
        self._open: dict[int, Inode] = {}
        self._next = 1
        self._left = -1
        self._dead = False
        self._chance = random.Random(0)
        self._keep = 0.0
        self.changes = 0

    # -- orders

    def arm(self, changes: int, seed: int, keep: float) -> None:
        """Cut the power at a change that is still to come; 0 never."""
        with self._lock:
            self._left = changes or -1
            self._chance, self._keep = random.Random(seed), keep
            self.changes = 0

    def settle(self) -> None:
        """Put everything on disk."""
        with self._lock:
            for each in set_of(self._now):
                each.sync()
            self._durable, self._names = dict(self._now), []

    def restore(self) -> dict[str, int]:
        """Bring the power back; return how many changes were made since `arm`, and how many were under way."""
        with self._lock:
            lost = len(self._names) + sum(len(each.pending) for each in set_of(self._now))
            for change in self._names[: self._chance.randint(0, len(self._names)) if self._keep else 0]:
                change(self._durable)
            after = {id(each): each.after_cut(self._chance, self._keep) for each in set_of(self._durable)}
            tree: Tree = {path: None if each is None else after[id(each)] for path, each in self._durable.items()}
            self._now, self._durable = tree, dict(tree)
            self._names, self._open = [], {}
            self._dead, self._left = False, -1
            return {"changes": self.changes, "lost": lost}

    # -- what the kernel asks

    def init(self, path: str) -> None:
        """Say that the place is there."""
        print("{}", flush=True)

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        """Say what a path is."""
        with self._lock:
            self._alive()
            node = self._open[fh] if fh in self._open else self._node(path)
            base = {"st_uid": os.getuid(), "st_gid": os.getgid(), "st_nlink": 1}
            if node is None:
                return {**base, "st_mode": stat.S_IFDIR | 0o700}
            return {**base, "st_mode": stat.S_IFREG | 0o600, "st_size": len(node.data)}

    def readdir(self, path: str, fh: int) -> list[str]:
        """List a folder."""
        with self._lock:
            self._alive()
            inside = [each.rpartition("/") for each in self._now if each != "/"]
            return [".", "..", *(name for folder, _, name in inside if (folder or "/") == path)]

    def open(self, path: str, flags: int) -> int:
        """Open a file."""
        with self._lock:
            self._alive()
            node = self._node(path)
            assert node is not None
            if flags & os.O_TRUNC and node.data:
                self._change(lambda: node.change(0, None))
            return self._handle(node)

    def create(self, path: str, mode: int, fi: object = None) -> int:
        """Make a file."""
        with self._lock:
            node = Inode()
            self._rename_later(lambda tree: tree.__setitem__(path, node))
            return self._handle(node)

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        """Read."""
        with self._lock:
            return bytes(self._of(fh).data[offset : offset + size])

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        """Write, in memory."""
        with self._lock:
            node = self._of(fh)
            self._change(lambda: node.change(offset, bytes(data)))
            return len(data)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        """Cut or lengthen, in memory."""
        with self._lock:
            node = self._of(fh) if fh is not None else self._node(path)
            assert node is not None
            self._change(lambda: node.change(length, None))
            return 0

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        """Put a file on disk; a cut in the middle leaves it as if it was not asked."""
        with self._lock:
            node = self._of(fh)
            self._change(None)
            node.sync()
            return 0

    def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
        """Put the names on disk."""
        with self._lock:
            self._alive()
            self._change(None)
            for change in self._names:
                change(self._durable)
            self._names = []
            return 0

    def rename(self, old: str, new: str) -> int:
        """Give a file or a folder another name."""

        def change(tree: Tree) -> None:
            for path in [each for each in tree if each == old or each.startswith(f"{old}/")]:
                tree[new + path[len(old) :]] = tree.pop(path)

        with self._lock:
            self._node(old)
            self._rename_later(change)
            return 0

    def unlink(self, path: str) -> int:
        """Remove a file."""
        with self._lock:
            self._node(path)
            self._rename_later(lambda tree: tree.pop(path, None) and None)
            return 0

    def mkdir(self, path: str, mode: int) -> int:
        """Make a folder."""
        with self._lock:
            self._rename_later(lambda tree: tree.__setitem__(path, None))
            return 0

    def rmdir(self, path: str) -> int:
        """Remove a folder."""
        return self.unlink(path)

    def chmod(self, path: str, mode: int) -> int:
        """Everything belongs to whoever mounted it."""
        return 0

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> int:
        """No times are kept."""
        return 0

    def access(self, path: str, amode: int) -> int:
        """Everything is allowed."""
        return 0

    def statfs(self, path: str) -> dict[str, int]:
        """There is room."""
        return {"f_bsize": 4096, "f_blocks": 1 << 20, "f_bavail": 1 << 20, "f_bfree": 1 << 20, "f_namemax": 255}

    def flush(self, path: str, fh: int) -> int:
        """Closing a file syncs nothing."""
        return 0

    def release(self, path: str, fh: int) -> int:
        """Forget a handle."""
        with self._lock:
            self._open.pop(fh, None)
            return 0

    # -- within

    def _alive(self) -> None:
        if self._dead:
            raise mfusepy.FuseOSError(errno.EIO)

    def _node(self, path: str) -> Inode | None:
        self._alive()
        if path not in self._now:
            raise mfusepy.FuseOSError(errno.ENOENT)
        return self._now[path]

    def _of(self, fh: int) -> Inode:
        self._alive()
        if fh not in self._open:  # opened before the cut
            raise mfusepy.FuseOSError(errno.EIO)
        return self._open[fh]

    def _handle(self, node: Inode) -> int:
        fh, self._next = self._next, self._next + 1
        self._open[fh] = node
        return fh

    def _rename_later(self, change: Callable[[Tree], None]) -> None:
        def both() -> None:
            change(self._now)
            self._names.append(change)

        self._change(both)

    def _change(self, change: Callable[[], None] | None) -> None:
        """Make a change; at the one that was armed, the power goes while it is under way."""
        self._alive()
        self.changes += 1
        self._left -= 1
        if change is not None:
            change()
        if self._left == 0:
            self._dead = True
            self._alive()


def set_of(tree: Tree) -> list[Inode]:
    """Return each file once."""
    return list({id(each): each for each in tree.values() if each is not None}.values())


def _serve(disk: Disk) -> None:
    for line in sys.stdin:
        order, *rest = line.split()
        answer: dict[str, int] = {}
        if order == "arm":
            disk.arm(int(rest[0]), int(rest[1]), float(rest[2]))
        elif order == "settle":
            disk.settle()
        elif order == "restore":
            answer = disk.restore()
        print(json.dumps(answer), flush=True)
    os._exit(0)  # whoever gave the orders is gone, unmounted or not


if __name__ == "__main__":
    the_disk = Disk()
    threading.Thread(target=_serve, args=(the_disk,), daemon=True).start()
    mfusepy.FUSE(the_disk, sys.argv[1], foreground=True, nothreads=True, attr_timeout=0, entry_timeout=0)
