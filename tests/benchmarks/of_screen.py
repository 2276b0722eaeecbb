"""What a person waits for in the window, and the memory that it takes; every figure comes from a child process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.measure import Row, Setting, ask, ask_all, child, mb, median, ms, p95, ratio, settled, told
from tests.benchmarks.vault import copy, make_long, opened


def start(setting: Setting) -> Iterator[Row]:
    """From the start of the process to a painted unlock window, in turn with an empty window."""
    folder = home(setting)
    yield _start(setting, folder, "offscreen", "", "offscreen")
    if shutil.which("Xvfb") is None:
        yield Row("start to a painted unlock window, X11", "not measured: no Xvfb here")
        return
    with xvfb() as display:
        yield _start(setting, folder, "xcb", display, "X11")


def _start(setting: Setting, folder: Path, platform: str, display: str, label: str) -> Row:
    ours: list[float] = []
    theirs: list[float] = []
    # one of each before it counts: a new system reads the files from disk and the letters for the first time
    for n in range(setting.rounds + 1):
        for mode, times in (("empty", theirs), ("unlock", ours)):
            with child(mode, home=folder, platform=platform, display=display) as (process, begun):
                times.append((told(process) - begun) / 1e9)
        if n == 0:
            ours.clear()
            theirs.clear()
    # one in turn with the other: what else the machine does weighs on both of a pair
    pairs = median([one / other for one, other in zip(ours, theirs, strict=True)])
    return Row(
        f"start to a painted unlock window, {label}",
        ms(median(ours)),
        "<= 1.5 x",
        f"empty PySide6 window {ms(median(theirs))}",
        f"{pairs:.2f} x",
        pairs <= 1.5,
    )


def memory(setting: Setting) -> Iterator[Row]:
    """The memory at the unlock window, once everything that loads behind it has come to rest."""
    folder = home(setting)
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(setting.rounds):
        for mode, sizes in (("empty", theirs), ("unlock", ours)):
            with child(mode, home=folder) as (process, _):
                told(process)
                sizes.append(settled(process))
    middle, beside = median(ours), median(theirs)
    yield Row(
        "memory at the unlock window",
        mb(middle),
        "<= 95 MB",
        f"empty PySide6 window {mb(beside)}",
        ratio(middle, beside),
        middle <= 95e6,
    )


def program(setting: Setting) -> Iterator[Row]:
    """One way through the program in each round: unlock, the pupil with the most records, both lists to their end."""
    folder = home(setting)
    times: dict[str, list[float]] = {"home": [], "pupil": [], "scroll": []}
    sizes: list[float] = []
    for _ in range(setting.rounds):
        with child("program", setting.words, home=folder) as (process, _moment):
            told(process)
            for what, taken in times.items():
                taken.append(ask(process, what) / 1e9)
            sizes.append(settled(process))
    unlocked, pupil, step, size = (median(values) for values in (*times.values(), sizes))
    yield Row("unlock to a usable home, painted", ms(unlocked), "<= 150 ms", ok=unlocked <= 0.150)
    yield Row("open the pupil with the most records, painted", ms(pupil), "<= 150 ms", ok=pupil <= 0.150)
    yield Row("memory, both lists scrolled through", mb(size), "<= 220 MB", ok=size <= 220e6)
    yield Row("a step of 100 rows in those lists, painted, p95", ms(step))


_STEPS = {
    "through": "100 rows on, from first to last",
    "keys": "Page Down",
    "jumps": "middle, end, top",
    "filters": "another filter or order",
    "typing": "a name typed above the pupils",
}


def long_list(setting: Setting) -> Iterator[Row]:
    """The list of conversations with as many rows as the vault has records, on a vault made for it."""
    vault = setting.vault.with_name(f"{setting.vault.stem}-lijst.kluis")
    make_long(setting.vault, vault, setting.words, setting.records)
    folder = home(replace(setting, vault=vault))
    steps: dict[str, list[float]] = {what: [] for what in _STEPS}
    busy: dict[str, float] = dict.fromkeys(_STEPS, 0.0)
    opened_in: list[float] = []
    sizes: list[float] = []
    # every round has a thousand steps and more
    for _ in range(min(setting.rounds, 3)):
        with child("program", setting.words, home=folder) as (process, _moment):
            told(process)
            ask(process, "home")
            rows, taken = ask_all(process, "open")
            assert rows == setting.records
            opened_in.append(taken / 1e9)
            for what in _STEPS:
                steps[what] += [step / 1e9 for step in ask_all(process, what)]
                busy[what] = max(busy[what], ask_all(process, "busy")[0] / 1e9)
            sizes.append(settled(process))
    load = f"load {os.getloadavg()[0]:.1f}"
    yield Row(f"list of {setting.records:,} rows, opened and painted", ms(median(opened_in)), beside=load)
    for what, words in _STEPS.items():
        high = p95(steps[what])
        note = f"median {ms(median(steps[what]))}, {len(steps[what]):,} steps"
        yield Row(f"  {words}: painted, p95", ms(high), "<= 50 ms", note, ok=high <= 0.050)
        yield Row("    longest time the window was busy", ms(busy[what]), "<= 50 ms", ok=busy[what] <= 0.050)
    size = median(sizes)
    yield Row("memory after all that", mb(size), "<= 220 MB", ok=size <= 220e6)


def home(setting: Setting) -> Path:
    """Return a person's folder in which the program knows the vault of last time."""
    folder = copy(setting.vault, setting.work / "school.kluis")
    with opened(folder, setting.words) as d:
        d.beheer.bevestig_herstel()  # else the program asks for that first
    kept = {"device": "0192f000-0000-7000-8000-0000000000bb", "laatste_kluis": str(folder)}
    file = setting.work / "home" / "config" / "Vangnet" / "voorkeuren.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(kept))
    return setting.work / "home"


@contextmanager
def xvfb() -> Iterator[str]:
    """A screen of X11 that nobody sees; yields its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
