"""Fault 26: a thousand wrong passphrases cost time, one line each in the log, and nothing else."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import UUID

import pytest

from desktop.app import logboek
from desktop.services.poort import Poort
from desktop.vault import slots
from desktop.vault.crypto import WrongSecret
from tests import vaultkit
from tests.conftest import CountedIds, StepClock


def test_a_thousand_wrong_passphrases(
    tmp_path: Path, clock: StepClock, ids: CountedIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = vaultkit.filled(tmp_path)
    voor = vaultkit.contents(kit.folder)
    poort = Poort(clock, ids, UUID(int=7), "PC van de IB")
    header, (ingang,) = poort.ingangen(kit.folder)
    # Argon2id itself would make this test last minutes; everything around it is the real thing
    monkeypatch.setattr(slots, "stretch", lambda secret, salt, params: hashlib.sha256(salt + secret).digest())
    bestaand = list(logboek.log.handlers)
    logboek.begin_log(tmp_path / "log")
    begin = clock.now()
    wachttijden: list[int] = []
    try:
        for n in range(1000):
            with pytest.raises(WrongSecret):
                poort.sleutel(header, ingang.slot, f"geraden wachtwoordzin {n}")
            poort.pogingen.fout()
            wachttijden.append(poort.pogingen.wachten())
            clock.step(seconds=wachttijden[-1])
    finally:
        for handler in [h for h in logboek.log.handlers if h not in bestaand]:
            logboek.log.removeHandler(handler)
            handler.close()
    assert wachttijden[:9] == [0, 0, 0, 2, 4, 8, 16, 32, 60] and set(wachttijden[9:]) == {60}
    assert (clock.now() - begin).total_seconds() > 16 * 3600
    assert vaultkit.contents(kit.folder) == voor, "not a byte"
    regels = (tmp_path / "log" / "vangnet.log").read_text(encoding="utf-8").splitlines()
    assert len(regels) == 1000
    assert {regel.split(" ", 2)[2] for regel in regels} == {"WARNING verkeerde wachtwoordzin"}
    monkeypatch.undo()
    assert poort.sleutel(header, ingang.slot, vaultkit.PASSPHRASE) == kit.key, "and the right one still opens"
    poort.pogingen.goed()
    poort.pogingen.fout()
    assert poort.pogingen.wachten() == 0
