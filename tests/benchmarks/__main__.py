"""Measures the program beside bare libraries and prints one table; ends with 1 where a reach is missed."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.benchmarks import of_edexml, of_logboek, of_pdf, of_plan, of_planpages, of_screen, of_vault
from tests.benchmarks.measure import ROOT, Row, Setting, table
from tests.benchmarks.vault import make

MEASURES: Mapping[str, Callable[[Setting], Iterator[Row]]] = {
    "start": of_screen.start,
    "geheugen": of_screen.memory,
    "programma": of_screen.program,
    "planpaginas": of_planpages.pages,
    "lijsten": of_screen.long_list,
    "ontgrendelen": of_vault.unlock,
    "bewaren": of_vault.save,
    "logboek": of_logboek.logboek,
    "zoeken": of_vault.search,
    "plan": of_plan.plan,
    "pdf": of_pdf.pdf,
    "edexml": of_edexml.edexml,
}

WITHOUT_VAULT = {"planpaginas", "plan"}
"""These need no vault: to make one takes minutes."""


def main() -> int:
    """Measure what is asked, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--snel", action="store_true", help="a small vault and three rounds: does it run at all")
    parser.add_argument("--alleen", choices=MEASURES, action="append", metavar="NAME", help=", ".join(MEASURES))
    args = parser.parse_args()
    build = ROOT / "build"
    pupils, records, rounds = (200, 2_000, 3) if args.snel else (5_000, 100_000, 9)
    vault = build / ("bench-klein.kluis" if args.snel else "bench.kluis")
    names = args.alleen or list(MEASURES)
    words = "" if WITHOUT_VAULT.issuperset(names) else make(vault, pupils, records)
    print(f"{pupils:,} pupils, {records:,} records, {rounds} rounds; {platform.machine()}, {os.cpu_count()} cores")
    rows: list[Row] = []
    build.mkdir(exist_ok=True)
    for name in names:
        # beside the vault, so that both are on the same disk
        work = Path(tempfile.mkdtemp(prefix=f"bench-{name}-", dir=build))
        try:
            rows += MEASURES[name](Setting(rounds, pupils, records, vault, words, work))
        finally:
            shutil.rmtree(work, ignore_errors=True)
        print(f"  {name}", flush=True)
    print()
    print(table(rows))
    missed = [row for row in rows if row.ok is False]
    print(f"\n{len(missed)} of {len(rows)} missed" if missed else "\nall within reach")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
