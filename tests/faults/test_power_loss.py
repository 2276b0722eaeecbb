"""Fault 10: the power goes; what was acknowledged is there, and what was not is whole or absent."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.errors import UserError
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.services.systeem import Uuid7
from desktop.vault import folder as map_
from desktop.vault import restore, slots
from desktop.vault.crypto import VaultKey, WrongSecret
from tests import vaultkit
from tests.conftest import StepClock

KEEPS = (0.0, 0.5, 1.0)
"""Of what was not synced: nothing is on disk, half of it in any order, all but the change that was under way."""


def _missing() -> str:
    """Return why a file system of our own cannot be mounted here; '' where it can."""
    if not Path("/dev/fuse").exists():
        return "the power cut was NOT tried: there is no /dev/fuse on this system"
    try:
        import mfusepy  # noqa: F401
    except ImportError:
        return "the power cut was NOT tried: the package mfusepy is not installed"
    except OSError:
        return "the power cut was NOT tried: the library libfuse is not installed"
    return ""


pytestmark = pytest.mark.skipif(bool(_missing()), reason=_missing())


class Disk:
    """The mounted file system, and the orders it takes."""

    def __init__(self, place: Path) -> None:
        self.place = place
        command = [sys.executable, "-m", "tests.faults.powercut_fs", str(place)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        if not self._read():
            _, told = self._process.communicate(timeout=10)
            if "fuse" not in told.splitlines()[-1]:
                raise AssertionError(told)
            pytest.skip(f"the power cut was NOT tried: mounting is not allowed here ({told.splitlines()[-1]})")

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def _order(self, *words: object) -> dict[str, int]:
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        return json.loads(self._read())  # type: ignore[no-any-return]

    def settle(self) -> None:
        """Put everything on disk."""
        self._order("settle")

    def arm(self, changes: int, seed: int, keep: float) -> None:
        """Cut the power at so many changes from now; 0 never."""
        self._order("arm", changes, seed, keep)

    def restore(self) -> dict[str, int]:
        """Cut it now if it was not yet, and bring it back."""
        return self._order("restore")

    def close(self) -> None:
        """Unmount."""
        tool = ["fusermount3", "-u", "-z"] if shutil.which("fusermount3") else ["umount", "-l"]
        subprocess.run([*tool, str(self.place)], check=True, timeout=20)
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=20)
        for pipe in (self._process.stdout, self._process.stderr):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    place = tmp_path / "schijf"
    place.mkdir()
    disk = Disk(place)
    yield disk
    disk.close()


@dataclass
class Proef:
    """A vault on that disk, with what opens it."""

    disk: Disk
    kluizen: Kluizen
    folder: Path
    key: VaultKey
    points: int = 0

    def open(self) -> tuple[OpenKluis, Diensten]:
        """Unlock, without deriving the key."""
        header = self.kluizen.header(self.folder)
        kluis = self.kluizen.open(self.folder, header, header.of_kind("wachtwoordzin")[0].id, self.key)
        return kluis, diensten(self.kluizen.sessie(kluis), Beheer(self.kluizen.sessie(kluis), kluis))

    def cut_everywhere(self, work: Callable[[], None], check: Callable[[], None], points: int) -> None:
        """Do the work with the power going at places spread over all its changes; check after each."""
        self.disk.settle()
        self.disk.arm(0, 0, 0.0)
        work()
        total = self.disk.restore()["changes"]
        check()
        assert total >= points, "the work hardly writes"
        for n in range(points):
            at = 1 + n * (total - 1) // (points - 1)
            for keep in KEEPS:
                self.disk.settle()
                self.disk.arm(at, 1000 * n, keep)
                try:
                    work()
                except UserError as error:
                    assert error.zin and error.stap
                self.disk.restore()
                check()
                self.points += 1


@pytest.fixture
def proef(disk: Disk, tmp_path: Path, clock: StepClock) -> Proef:
    kit = vaultkit.filled(tmp_path)
    folder = disk.place / "school.kluis"
    shutil.copytree(kit.folder, folder, copy_function=shutil.copyfile)
    ids = Uuid7()
    return Proef(disk, Kluizen(clock, ids, ids.new(), "testmachine"), folder, kit.key)


@dataclass
class Toegezegd:
    """What the program said was saved."""

    leerlingen: list[UUID] = field(default_factory=list)
    draft: int = -1
    geprobeerd: int = -1


def test_the_disk_itself_forgets_what_was_not_synced(disk: Disk) -> None:
    vast, los = disk.place / "vast", disk.place / "los"
    for path in (vast, los):
        path.write_bytes(b"x" * 2000)
    handle = os.open(vast, os.O_RDWR)
    os.fsync(handle)
    map_folder = os.open(disk.place, os.O_RDONLY)
    os.fsync(map_folder)
    os.close(map_folder)
    os.write(handle, b"y" * 2000)
    (disk.place / "nieuw").write_bytes(b"z")
    lost = disk.restore()["lost"]
    os.close(handle)
    assert lost == 4, "two writes, a name, and the text of the file that was never synced"
    assert vast.read_bytes() == b"x" * 2000 and los.read_bytes() == b""
    assert sorted(path.name for path in disk.place.iterdir()) == ["los", "vast"]


def test_10_saves_and_drafts_that_were_acknowledged_are_there(proef: Proef) -> None:
    gezegd = Toegezegd()
    stuk: list[object] = []

    def work() -> None:
        kluis, d = proef.open()
        try:
            if not stuk:
                stuk.append(d.gesprekken.nieuw_verslag(next(iter(kluis.vault.all("leerling"))).record))
            for _ in range(3):
                naam = f"Kind {len(gezegd.leerlingen)}"
                stored, _fout = d.personen.bewaar(Leerling, None, {"roepnaam": naam, "achternaam": "de Vries"})
                assert stored is not None
                gezegd.leerlingen.append(stored.record)
                gezegd.geprobeerd += 1
                d.gesprekken.bewaar_draft(stuk[0], {"onderwerp": str(gezegd.geprobeerd)})  # type: ignore[arg-type]
                gezegd.draft = gezegd.geprobeerd
        finally:
            kluis.sluit()

    def check() -> None:
        kluis, d = proef.open()
        try:
            assert kluis.meldingen == ()
            assert kluis.vault.verify().findings == ()
            kluis.vault.get_many(gezegd.leerlingen)
            gevonden = [int(str(draft.values["onderwerp"])) for draft in d.gesprekken.drafts()]
            assert gevonden in ([gezegd.draft], [gezegd.geprobeerd])
        finally:
            kluis.sluit()

    proef.cut_everywhere(work, check, points=40)
    assert proef.points == 120 and len(gezegd.leerlingen) > 120


def test_10_a_passphrase_that_was_changed_opens_and_otherwise_the_old_one_does(
    proef: Proef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "stretch", lambda secret, salt, params: hashlib.sha256(salt + secret).digest())
    zinnen = ["een zin voor de eerste keer"]
    header = map_.read_header(proef.folder)
    slot = header.of_kind("wachtwoordzin")[0].id
    map_.change_passphrase(proef.folder, header, proef.key, slot=slot, passphrase=zinnen[0])
    gewijzigd = [True]

    def work() -> None:
        kluis, d = proef.open()
        try:
            huidige = zinnen[0]
            zinnen.insert(0, f"de volgende zin is nummer {len(zinnen)}")
            gewijzigd[0] = False
            d.beheer.wijzig_wachtwoordzin(huidige, zinnen[0])
            gewijzigd[0] = True
        finally:
            kluis.sluit()

    def check() -> None:
        header = map_.read_header(proef.folder)
        try:
            assert map_.derive(header, slot, zinnen[0]) == proef.key
        except WrongSecret:
            assert not gewijzigd[0], "it was said to be changed"
            zinnen.pop(0)
            assert map_.derive(header, slot, zinnen[0]) == proef.key
        kluis, _ = proef.open()
        assert kluis.vault.verify().findings == ()
        kluis.sluit()

    proef.cut_everywhere(work, check, points=12)


def test_10_a_backup_with_a_receipt_is_whole_and_an_earlier_one_stays_until_then(proef: Proef, tmp_path: Path) -> None:
    doel = proef.disk.place / "stick.kluisbackup"
    bonnen = [0]
    gelukt = [0]

    def work() -> None:
        kluis, d = proef.open()
        try:
            d.personen.bewaar(Leerling, None, {"roepnaam": "Nieuw", "achternaam": "de Vries"})
            bonnen[0] = len(list(kluis.vault.all("leerling")))
            d.beheer.backup(doel, vaultkit.always)
            gelukt[0] = bonnen[0]
        finally:
            kluis.sluit()

    def check() -> None:
        if not gelukt[0] and not doel.exists():
            return
        kopie = restore.inspect(doel)
        terug = tmp_path / "terug.kluis"
        restore.restore(kopie, terug, proef.key)
        assert gelukt[0] <= vaultkit.pupils(terug, proef.key) <= bonnen[0]
        shutil.rmtree(terug)

    proef.cut_everywhere(work, check, points=8)
    assert gelukt[0]


def test_10_a_new_vault_that_was_said_to_be_made_opens(
    disk: Disk, clock: StepClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "stretch", lambda secret, salt, params: hashlib.sha256(salt + secret).digest())
    ids = Uuid7()
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    disk.arm(0, 0, 0.0)
    kluis, _ = kluizen.nieuw(
        disk.place / "meet.kluis", {"naam": "School"}, "Iris", Rol.IB, vaultkit.PASSPHRASE, vaultkit.SMALLEST
    )
    gemaakt_na = disk.restore()["changes"]
    kluis.sluit()
    for n in range(9):
        folder = disk.place / f"nieuw{n}.kluis"
        disk.settle()
        # the last ones after the vault was said to be made: while it locks
        disk.arm(1 + n * (gemaakt_na + 3) // 8, n, KEEPS[n % 3])
        gezegd = False
        try:
            kluis, code = kluizen.nieuw(
                folder, {"naam": "School"}, "Iris", Rol.IB, vaultkit.PASSPHRASE, vaultkit.SMALLEST
            )
            gezegd = True
            kluis.sluit()
        except UserError as error:
            assert error.zin and error.stap
        disk.restore()
        try:
            header = kluizen.header(folder)
            slot = header.of_kind("wachtwoordzin")[0].id
            weer = kluizen.open(folder, header, slot, map_.derive(header, slot, vaultkit.PASSPHRASE))
        except UserError:
            assert not gezegd, "it was said to be made"
            continue
        assert weer.vault.verify().findings == ()
        assert [account.active for account in weer.vault.accounts()] == [True]
        weer.sluit()
        if gezegd:
            assert map_.derive_recovery(header, code) == weer.key
    assert gezegd
