"""The log of a calamity with 5,000 lines: a line until it is on disk, by the service and on screen, and scrolling."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from desktop.models.logregel import Logregel, RegelSoort
from desktop.models.opslag import Append, Stored
from desktop.services.diensten import Diensten
from desktop.services.lanes import ThreadLane
from desktop.services.regels import Regels
from tests.benchmarks.measure import Row, Setting, ask, ask_all, child, median, ms, p95, timed, told
from tests.benchmarks.of_screen import home
from tests.benchmarks.vault import copy, opened

_LINES = 5_000
_SAVES = 100


def logboek(setting: Setting) -> Iterator[Row]:
    """Both ways, on a copy of the big vault with a calamity in it."""
    vault = copy(setting.vault, setting.work / "logboek.kluis")
    with opened(vault, setting.words) as d:
        for running in d.calamiteiten.lopende():
            # with one that runs, the shortcut goes straight to its log
            reason = {"geevalueerd": False, "waarom_niet": "Maakt plaats voor de meting."}
            d.calamiteiten.sluit(running.row.record, reason)
        calamity = _fill(d)
        ours = _saves(d, calamity, setting.rounds)
    load = f"load {os.getloadavg()[0]:.1f}"
    high = median([p95(r) for r in ours])
    note = f"median {ms(median([median(r) for r in ours]))}, {load}"
    yield Row(f"log line stored, {_LINES:,} lines in the log, p95", ms(high), "<= 50 ms", note, ok=high <= 0.050)
    yield from _on_screen(replace(setting, vault=vault))


def _fill(d: Diensten) -> UUID:
    calamity = d.calamiteiten.begin("Bench").record
    session = d.session
    now = session.nu()
    items = []
    for n in range(_LINES):
        line = Logregel(
            bij=calamity,
            moment=now,
            gebeurd=(now + timedelta(seconds=n // 3)).replace(tzinfo=None, microsecond=0),
            door=session.actor.naam,
            tekst=f"Regel {n}: ouders gebeld, groep geteld en terug in de klas",
            soort=tuple(RegelSoort)[n % 6],
            sleutel=n % 40 == 0,
        )
        items.append(Append(session.ids.new(), line, None, "vastgesteld"))
    session.vault.append_many(session.actor, items, now, action="demo")
    return calamity


def _saves(d: Diensten, calamity: UUID, rounds: int) -> list[list[float]]:
    lane = ThreadLane("kluis")
    log = d.calamiteiten.log
    ours: list[list[float]] = []
    for _ in range(rounds):
        ours.append([])
        for n in range(_SAVES):
            taken, stored = timed(_store, lane, log, calamity, f"Bench {n}")
            assert stored.value is not None
            ours[-1].append(taken)
    lane.close()
    return ours


def _store(lane: ThreadLane, log: Regels, calamity: UUID, text: str) -> Stored:
    return lane.submit(lambda: log.schrijf(calamity, text, RegelSoort.STAP), urgent=True).result()


def _on_screen(setting: Setting) -> Iterator[Row]:
    folder: Path = home(setting)
    times: dict[str, list[float]] = {"log_write": [], "log_scroll": []}
    busy: dict[str, float] = dict.fromkeys(times, 0.0)
    opened_in: list[float] = []
    at_once: list[float] = []
    for n in range(2 * min(setting.rounds, 3)):
        with child("program", setting.words, home=folder) as (process, _moment):
            told(process)
            ask(process, "home")
            if n % 2:  # before home has counted everything
                at_once.append(ask_all(process, "log_open")[1] / 1e9)
                continue
            ask_all(process, "log_rest")
            lines, taken = ask_all(process, "log_open")
            assert lines >= _LINES
            opened_in.append(taken / 1e9)
            for what, all_times in times.items():
                all_times += [t / 1e9 for t in ask_all(process, what)]
                busy[what] = max(busy[what], ask_all(process, "log_busy")[0] / 1e9)
    note = f"at once after unlocking {ms(median(at_once))}"
    ok = median(opened_in) <= 0.150
    yield Row("Ctrl+Shift+C to the painted log", ms(median(opened_in)), "<= 150 ms", note, ok=ok)
    for what, words in (("log_write", "Enter to a painted 'opgeslagen', p95"), ("log_scroll", "ten lines on, p95")):
        high = p95(times[what])
        note = f"median {ms(median(times[what]))}, {len(times[what]):,} times, load {os.getloadavg()[0]:.1f}"
        yield Row(f"  {words}", ms(high), "<= 50 ms", note, ok=high <= 0.050)
        yield Row("    longest time the window was busy", ms(busy[what]), "<= 50 ms", ok=busy[what] <= 0.050)
