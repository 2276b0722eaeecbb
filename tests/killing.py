"""Does one thing with a vault over and over, each time in a child that is killed at another place."""

# Run as a program of its own, since forking wants a process with one thread. It prints, for each child, the folder it
# worked in and whether it was killed. The places are spread evenly over the lines of the vault's code that the action
# runs, so that each step between two writes is hit; `timers` adds kills by the clock, within calls of the driver.

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from desktop.vault import backup, rekey, restore
from desktop.vault import folder as map_
from desktop.vault.store import Vault
from tests import vaultkit

_CODE = str(Path(map_.__file__).parent)


def setup(place: Path, code: str) -> None:
    """First setup: folder, header, database."""
    folder = place / "nieuw.kluis"
    header, key, _ = map_.create_vault_folder(
        folder,
        account=vaultkit.ACCOUNT,
        label="Directeur",
        passphrase=vaultkit.PASSPHRASE,
        params=vaultkit.SMALLEST,
    )
    Vault.create(
        folder / map_.DATABASE,
        key.database_key(),
        key.audit_key(),
        vault_id=header.vault_id,
        device=vaultkit.DEVICE,
        device_label="Laptop IB",
        ids=vaultkit.Ids(),
    ).close()


def passphrase(place: Path, code: str) -> None:
    """Another passphrase, mirrored in the database."""
    folder = place / "school.kluis"
    header = map_.read_header(folder)
    key = map_.derive_recovery(header, code)
    slot = header.of_kind("wachtwoordzin")[0].id
    header = map_.change_passphrase(folder, header, key, slot=slot, passphrase="een heel andere zin")
    with vaultkit.opened(folder, key) as vault:
        vault.set_meta("header_generation", str(header.generation))


def renew(place: Path, code: str) -> None:
    """Another vault key, or what an earlier kill left of it."""
    folder = place / "school.kluis"
    header = map_.read_header(folder)
    rekey.renew(folder, header, map_.derive_recovery(header, code))


def make_backup(place: Path, code: str) -> None:
    """A backup over an earlier one."""
    folder = place / "school.kluis"
    header = map_.read_header(folder)
    key = map_.derive_recovery(header, code)
    with vaultkit.opened(folder, key) as vault:
        backup.make(vault, folder, header, key, place / "stick.kluisbackup", vaultkit.always, vaultkit.NOW)


def put_back(place: Path, code: str) -> None:
    """A backup into a new folder."""
    found = restore.inspect(place / "stick.kluisbackup")
    restore.restore(found, place / "terug.kluis", map_.derive_recovery(found.header, code))


ACTIONS: dict[str, Callable[[Path, str], None]] = {
    each.__name__: each for each in (setup, passphrase, renew, make_backup, put_back)
}


def _count_lines(action: Callable[[], None], kill_at: int) -> int:
    """Run the action and kill this process at a line of the vault's code; return how many lines there were."""
    seen = 0

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal seen
        if event == "line":
            seen += 1
            if seen == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return line

    def call(frame: FrameType, event: str, arg: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(_CODE) else None

    sys.settrace(call)
    try:
        action()
    finally:
        sys.settrace(None)
    return seen


def _in_child(work: Callable[[], object]) -> bool:
    """Run this in a child. Returns whether it was killed; an error in it ends the whole run."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise SystemExit("a child failed by itself")
    return False


def main(name: str, template: str, code: str, points: str, timers: str) -> None:
    """Print a JSON list of [folder, killed]."""
    base = Path(template)
    count = iter(range(100_000))

    def fresh() -> Path:
        place = base.with_name(f"{base.name}-{next(count)}")
        shutil.copytree(base, place)
        return place

    def run(place: Path, kill_at: int) -> int:
        return _count_lines(lambda: ACTIONS[name](place, code), kill_at)

    measured = fresh()
    reader, writer = os.pipe()
    start = time.perf_counter()
    _in_child(lambda: os.write(writer, str(run(measured, 0)).encode()))
    seconds = time.perf_counter() - start
    lines = int(os.read(reader, 100))
    result = [(str(measured), False)]
    for n in range(int(points)):
        place = fresh()
        at = 1 + n * (lines - 1) // max(1, int(points) - 1)
        result.append((str(place), _in_child(lambda place=place, at=at: run(place, at))))
    for n in range(int(timers)):
        place = fresh()
        after = seconds * (n + 1) / (int(timers) + 1)

        def timed(place: Path = place, after: float = after) -> None:
            # without a handler the system itself ends the process, also within a call of the driver
            signal.setitimer(signal.ITIMER_REAL, after)
            ACTIONS[name](place, code)

        result.append((str(place), _in_child(timed)))
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
