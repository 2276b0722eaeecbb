"""What every measurement needs: rounds, medians, memory of a child, and the line of the table that comes of it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
_STEP, _STILL, _LONGEST = 0.3, 5, 60.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `ok` None: nothing to reach, or not measured here, as `note` says."""

    what: str
    measured: str
    reach: str = ""
    beside: str = ""
    ratio: str = ""
    ok: bool | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run measures: in how many rounds, on which vault (`words` open it), and in which folder it may write."""

    rounds: int
    pupils: int
    records: int
    vault: Path
    words: str
    work: Path

    def folder(self, name: str) -> Path:
        """Return a new folder for one measurement."""
        folder = self.work / name
        folder.mkdir()
        return folder


def ms(seconds: float) -> str:
    """Return a duration as text."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def mb(size: float) -> str:
    """Return a number of bytes as text."""
    return f"{size / 1e6:.1f} MB"


def ratio(measured: float, beside: float) -> str:
    """Return how many times as much one is."""
    return f"{measured / beside:.2f} x"


def timed(call: Callable[P, T], *args: P.args, **rest: P.kwargs) -> tuple[float, T]:
    """Return how many seconds a call takes, and what it returns."""
    start = time.perf_counter()
    result = call(*args, **rest)
    return time.perf_counter() - start, result


def median(values: Sequence[float]) -> float:
    """Return the middle one."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 stay within."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def settled(process: Child) -> int:
    """Return the memory of a child in bytes (Pss: shared pages count in part) once it has stopped changing."""
    # what a program does after its last paint cannot be waited for from outside: look until nothing changes any more
    end = time.monotonic() + _LONGEST
    seen: list[int] = []
    while time.monotonic() < end:
        seen.append(ask(process, "pss"))
        last = seen[-_STILL:]
        if len(last) == _STILL and max(last) - min(last) < 200_000:
            return seen[-1]
        time.sleep(_STEP)
    raise RuntimeError("the memory of the child keeps changing")


Child = subprocess.Popen[str]


@contextmanager
def child(
    mode: str, *args: object, home: Path, platform: str = "offscreen", display: str = ""
) -> Iterator[tuple[Child, int]]:
    """Start a program of `window.py`; yields it and the moment just before, in nanoseconds of the monotonic clock.

    It is ended by closing its input, which each of these programs waits for.
    """
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "tests.benchmarks.window", mode, *map(str, args)]
    env = _environment(home, platform, display)
    start = time.monotonic_ns()
    process = subprocess.Popen(
        command, env=env, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    try:
        yield process, start
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=60)
    if process.returncode:
        raise RuntimeError(f"{mode} ended with {process.returncode}")


def _environment(home: Path, platform: str, display: str) -> dict[str, str]:
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("QT_", "XDG_", "DISPLAY", "WAYLAND_"))}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return {
        **kept,
        "QT_QPA_PLATFORM": platform,
        "DISPLAY": display,
        "HOME": str(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        # an installed program is compiled once; kept out of the source folders
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")},
    }


def ask(process: Child, what: str) -> int:
    """Ask a child for a number."""
    assert process.stdin is not None
    process.stdin.write(f"{what}\n")
    return told(process)


def ask_all(process: Child, what: str) -> list[int]:
    """Ask a child for several numbers: it says first how many."""
    return [told(process) for _ in range(ask(process, what))]


def told(process: Child) -> int:
    """Return the next number that a child prints."""
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError("the child said nothing")
    return int(line)


def table(rows: Sequence[Row]) -> str:
    """Return the lines as one table."""
    heads = ("what", "measured", "reach", "beside it", "ratio", "")
    cells = [heads, *((r.what, r.measured, r.reach, r.beside, r.ratio, _verdict(r)) for r in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join((lines[0], "  ".join("-" * width for width in widths), *lines[1:]))


def _verdict(row: Row) -> str:
    return "" if row.ok is None else "ok" if row.ok else "NOT OK"
