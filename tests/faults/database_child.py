"""What the fault tests run in a process of its own: writers that get killed, and a disk or a user with limits."""

# Run as: python -m tests.faults.database_child MODE FOLDER [ARGUMENTS]; results go to standard output, a JSON object a
# line. The modes that die by signal fork first, so that a kill costs no new interpreter.

from __future__ import annotations

import json
import os
import random
import resource
import signal
import stat
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn
from uuid import UUID

from desktop.models.errors import UserError
from desktop.models.opslag import Query
from desktop.services.systeem import Uuid7
from tests.unit.vault.kluis import ACTOR, Pen, leerling, make, reopen, verslag

AT = datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=1)))


def say(**facts: Any) -> None:
    """Print one result."""
    print(json.dumps(facts), flush=True)


def killed(work: Callable[[Callable[[str], None]], None], after: int) -> list[str]:
    """Fork a child that does `work` and reports each thing done; kill it after so many. Return what it reported."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            work(lambda text: _tell(write, text))
        finally:
            os._exit(0)  # it ought to have been killed before
    os.close(write)
    with os.fdopen(read) as lines:
        told: list[str] = []
        for line in lines:
            told.append(line.rstrip("\n"))
            if len(told) == after:
                os.kill(child, signal.SIGKILL)
        # what was reported between the last line read and the kill counts too
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise AssertionError("the writer ended by itself")
    # a line cut by the kill was never acknowledged whole
    return [text for text in told if len(text) == 36]


def _tell(pipe: int, text: str) -> None:
    os.write(pipe, f"{text}\n".encode())


def kills(path: Path, rounds: str, saves: str, seed: str) -> None:
    """Kill a writer in each round, then open, check, and name what it had acknowledged and is not there."""
    chance, acknowledged = random.Random(int(seed)), 0
    make(path, Uuid7()).close()
    for _ in range(int(rounds)):

        def work(tell: Callable[[str], None]) -> None:
            vault = reopen(path, Uuid7())
            pen = Pen(vault, Uuid7(), AT)
            while True:
                report = pen.new(verslag(besproken="Kanarie " * 200))
                tell(str(report.revision))
                tell(str(pen.next(report, verslag(besproken="Anders. " * 200)).revision))

        told = killed(work, chance.randint(1, 2 * int(saves)))
        acknowledged += len(told)
        vault = reopen(path, Uuid7())
        lost = 0
        for revision in told:
            try:
                vault.revision(UUID(revision))
            except UserError:
                lost += 1
        say(acknowledged=len(told), lost=lost)
        vault.close()
    vault = reopen(path, Uuid7())
    report = vault.verify()
    say(total=acknowledged, versies=report.counts["versies"], findings=[f.code for f in report.findings])


def half(path: Path, times: str) -> None:
    """Die in the middle of a transaction that has already spilled into the file, leaving a hot journal."""
    vault = make(path, Uuid7())
    pen = Pen(vault, Uuid7(), AT)
    for n in range(20):
        pen.new(verslag(besproken=f"Kanarie {n} " * 300))
    vault._db.all("PRAGMA cache_size = 10")
    vault._db.execute("BEGIN IMMEDIATE")
    vault._device.ensure()
    for n in range(int(times)):
        pen.at = AT + timedelta(minutes=n)
        vault._log.add(ACTOR.account, _append(n), 0)
    os._exit(9)


def _append(n: int) -> Any:
    from desktop.models.opslag import Append

    return Append(Uuid7().new(), verslag(besproken=f"Half {n} " * 300), None)


def full(path: Path) -> None:
    """Save on a disk that takes no more, then go on when there is room again."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    vault = make(path, Uuid7())
    pen = Pen(vault, Uuid7(), AT)
    stored = pen.new(verslag())
    size = path.stat().st_size
    for what, limit, call in (
        ("save", size + 4096, lambda: pen.next(stored, verslag(besproken="vol " * 50_000))),
        (
            "draft",
            size + 4096,
            lambda: vault.save_draft(ACTOR, stored.record, "leerling", None, None, {"a": "x" * 200_000}, AT),
        ),
        ("blob", size + 4096, lambda: vault.put_blob(b"x" * 500_000, "application/pdf")),
        ("backup", size // 2, lambda: vault.backup_to(path.with_name("kopie.db"), lambda: True)),
    ):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            call()
        except UserError as error:
            say(what=what, error=type(error).__name__, zin=error.zin, stap=error.stap)
    shown = vault.view(ACTOR, stored.record, AT, "uitleg " * 10_000)
    say(what="view", same=shown == stored, gap=vault.audit_gap, copy=path.with_name("kopie.db").exists())
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    pen.next(stored, verslag(besproken="ruimte " * 50_000))
    say(
        what="after", gap=vault.audit_gap, findings=[f.code for f in vault.verify().findings], rows=vault.count(Query())
    )


def protected(path: Path) -> None:
    """Open a vault that this user may read and not write: first the file, then the folder."""
    vault = make(path, Uuid7())
    stored = Pen(vault, Uuid7(), AT).new(leerling())
    vault.close()
    path.parent.chmod(0o755)
    if os.geteuid() == 0:
        # root may write anywhere: become someone who may not
        os.setgid(65534)
        os.setuid(65534)
    else:
        path.chmod(stat.S_IRUSR)
        path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    before = path.read_bytes()
    try:
        reopen(path, Uuid7())
    except UserError as error:
        say(error=type(error).__name__, zin=error.zin, stap=error.stap)
    vault = reopen(path, Uuid7(), read_only=True)
    say(rows=vault.count(Query()), shown=vault.view(ACTOR, stored.record, AT) == stored, gap=vault.audit_gap)
    try:
        Pen(vault, Uuid7(), AT).new(leerling())
    except UserError as error:
        say(error=type(error).__name__, zin=error.zin, stap=error.stap)
    vault.close()
    say(same=path.read_bytes() == before)


def migration(path: Path) -> None:
    """Die in the middle of a migration step."""
    from desktop.vault.connection import Database
    from desktop.vault.migrations import STEPS, Step, migrate
    from tests.unit.vault.kluis import KEY

    vault = make(path, Uuid7())
    Pen(vault, Uuid7(), AT).new(leerling())
    vault.close()

    def die(db: Database) -> NoReturn:
        db.execute("ALTER TABLE account ADD COLUMN phone TEXT")
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    migrate(path, KEY, (*STEPS, Step(STEPS[-1].to + 1, die)))


MODES: dict[str, Callable[..., None]] = {f.__name__: f for f in (kills, half, full, protected, migration)}


if __name__ == "__main__":
    MODES[sys.argv[1]](Path(sys.argv[2]) / "kluis.db", *sys.argv[3:])
