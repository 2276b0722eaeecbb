"""How long one waits for a page of the plan, in a real window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from tests.benchmarks.measure import Row, Setting, ask_all, child, median, ms, p95, told
from tests.benchmarks.of_screen import xvfb

_FIRST = {
    "kaart": "the sociale kaart",
    "tekening": "the drawing of the meldcode",
    "rol": "the page of a role",
    "pagina": "a page of the plan",
}
_ROUNDS = 3
"""More say no more: each opens hundreds of pages, or starts the program anew for one."""


def pages(setting: Setting) -> Iterator[Row]:
    """From the click to the painted page, over every page and term; each page counts with the median of its rounds."""
    if shutil.which("Xvfb") is None:
        yield Row("a page of the plan, painted, X11", "not measured: no Xvfb here")
        return
    rounds: list[list[int]] = []
    firsts: dict[str, list[list[int]]] = {name: [] for name in _FIRST}
    with xvfb() as display:
        for n in range(min(setting.rounds, _ROUNDS)):
            home = setting.folder(f"home-{n}")
            with child("plan", home=home, platform="xcb", display=display) as (process, _moment):
                told(process)
                rounds.append(ask_all(process, "pages"))
            for name, seen in firsts.items():
                with child("plan", home=home, platform="xcb", display=display) as (process, _moment):
                    told(process)
                    seen.append(ask_all(process, name))
    times = [median([t / 1e9 for t in page]) for page in zip(*rounds, strict=True)]
    yield Row(f"a page of the plan, painted, X11, median of {len(times)}", ms(median(times)), "<= 50 ms")
    yield Row("the same, p95", ms(p95(times)), "<= 50 ms", f"slowest {ms(max(times))}", ok=p95(times) <= 0.050)
    for name, words in _FIRST.items():
        painted, work, most = (median([t / 1e9 for t in each]) for each in zip(*firsts[name], strict=True))
        of_thread = f"work of the user's thread {ms(work)}"
        yield Row(f"{words}, opened first, painted, X11", ms(painted), "<= 50 ms", of_thread, ok=painted <= 0.050)
        yield Row("  most work at a time on the user's thread", ms(most), "<= 50 ms", ok=most <= 0.050)
