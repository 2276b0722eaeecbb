"""Making, opening, locking and recovering vaults as the start screens and settings do."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.models.errors import SchijfVol, UserError
from desktop.models.rechten import Rol
from desktop.services.beheer import Beheer
from desktop.services.kluis import Kluizen, WrongSecret
from desktop.vault import folder as map_
from desktop.vault import rekey
from desktop.vault.crypto import KdfParams
from desktop.vault.folder import DATABASE, create_vault_folder
from desktop.vault.store import Vault

ZIN, NIEUW = "vier losse woorden hier", "heel andere woorden dan eerst"


@pytest.fixture
def kluizen(clock, ids) -> Kluizen:
    return Kluizen(clock, ids, ids.new(), "testmachine")


@pytest.fixture
def gemaakt(kluizen: Kluizen, tmp_path: Path):
    kluis, code = kluizen.nieuw(tmp_path / "a.kluis", {"naam": "OBS De Proef"}, "Iris", Rol.IB, ZIN, KdfParams())
    yield kluis, code
    kluis.sluit()


def _beheer(kluizen: Kluizen, kluis) -> Beheer:
    return Beheer(kluizen.sessie(kluis), kluis)


@pytest.mark.parametrize(
    ("school", "naam", "zin"),
    [
        ({"naam": ""}, "Iris", ZIN),
        ({"naam": "X", "brin": "zz"}, "Iris", ZIN),
        ({"naam": "X"}, " ", ZIN),
        ({"naam": "X"}, "I", "kort"),
    ],
)
def test_nothing_is_left_behind_when_a_vault_cannot_be_made(
    kluizen, tmp_path: Path, school, naam: str, zin: str
) -> None:
    with pytest.raises(UserError):
        kluizen.nieuw(tmp_path / "b.kluis", school, naam, Rol.IB, zin, KdfParams())
    assert not (tmp_path / "b.kluis").exists()


def test_the_recovery_sheet_resets_one_account_and_is_audited(kluizen: Kluizen, gemaakt) -> None:
    kluis, code = gemaakt
    beheer = _beheer(kluizen, kluis)
    assert not beheer.herstel_bevestigd()
    nummer, regel = beheer.vraag_terug(code)
    assert code.splitlines()[nummer - 1] == regel
    assert beheer.klopt(regel.lower().replace(" ", ""), regel)
    beheer.bevestig_herstel()
    kluis.sluit()
    slot = kluizen.slot(kluizen.header(kluis.folder), 1)
    hersteld = kluizen.herstel_account(kluis.folder, code, slot, NIEUW)
    try:
        assert "hersteld_met_herstelblad" in [r.action for r in hersteld.vault.audit()]
        assert _beheer(kluizen, hersteld).herstel_bevestigd()
    finally:
        hersteld.sluit()
    with pytest.raises(WrongSecret):
        kluizen.ontgrendel(kluis.folder, slot, ZIN)
    kluizen.ontgrendel(kluis.folder, slot, NIEUW).sluit()


def test_a_new_sheet_makes_the_old_one_useless(kluizen: Kluizen, gemaakt) -> None:
    kluis, oud = gemaakt
    nieuw = _beheer(kluizen, kluis).nieuw_herstelblad()
    kluis.sluit()
    slot = kluizen.slot(kluizen.header(kluis.folder), 1)
    with pytest.raises(UserError):
        kluizen.herstel_account(kluis.folder, oud, slot, NIEUW)
    kluizen.herstel_account(kluis.folder, nieuw, slot, NIEUW).sluit()


def test_changing_the_passphrase_asks_for_the_old_one(kluizen: Kluizen, gemaakt) -> None:
    kluis, _ = gemaakt
    beheer = _beheer(kluizen, kluis)
    with pytest.raises(WrongSecret):
        beheer.wijzig_wachtwoordzin(NIEUW, NIEUW)
    beheer.wijzig_wachtwoordzin(ZIN, NIEUW)
    kluis.sluit()
    kluizen.ontgrendel(kluis.folder, kluizen.slot(kluizen.header(kluis.folder), 1), NIEUW).sluit()


def test_a_closed_account_opens_nothing_and_its_old_header_neither(kluizen: Kluizen, gemaakt) -> None:
    kluis, _ = gemaakt
    beheer = _beheer(kluizen, kluis)
    weg = beheer.voeg_account_toe("Dirk", Rol.DIRECTEUR, NIEUW)
    bewaard = (kluis.folder / "kluis.hdr").read_bytes()
    slot = next(s.id for s in kluis.header.slots if s.account == weg.id)
    with pytest.raises(UserError, match="eigen account"):
        beheer.sluit_account(kluis.actor.account)
    beheer.sluit_account(weg.id)
    kluis.sluit()
    mijn = kluizen.slot(kluizen.header(kluis.folder), 1)
    kluizen.ontgrendel(kluis.folder, mijn, ZIN).sluit()  # the renewal is finished here
    (kluis.folder / "kluis.hdr").write_bytes(bewaard)
    with pytest.raises(UserError):
        kluizen.ontgrendel(kluis.folder, slot, NIEUW)


@pytest.mark.parametrize("alleen_lezen", [False, True])
def test_a_renewal_that_stopped_halfway_keeps_nobody_out(
    kluizen: Kluizen, gemaakt, monkeypatch: pytest.MonkeyPatch, alleen_lezen: bool
) -> None:
    """The database has its new key already, and the header cannot be written: no room, or a folder to read only."""
    kluis, _ = gemaakt
    beheer = _beheer(kluizen, kluis)
    beheer.sluit_account(beheer.voeg_account_toe("Dirk", Rol.DIRECTEUR, NIEUW).id)
    kluis.sluit()
    mijn = kluizen.slot(kluizen.header(kluis.folder), 1)
    with monkeypatch.context() as vol:

        def geen_plek(*_: object, **__: object) -> None:
            raise SchijfVol("De schijf is vol.", "Maak ruimte.")

        vol.setattr(rekey, "store", geen_plek)
        open_ = kluizen.ontgrendel(kluis.folder, mijn, ZIN)
        assert open_.header.pending
        open_.sluit()
    with monkeypatch.context() as lezen:
        lezen.setattr(map_, "is_read_only", lambda _: alleen_lezen)
        open_ = kluizen.ontgrendel(kluis.folder, mijn, ZIN)
        assert open_.header.pending is alleen_lezen
        assert _beheer(kluizen, open_).school() is not None
        open_.sluit()


def test_who_comes_in_while_the_vault_still_locks_is_told_of_no_older_header(kluizen: Kluizen, gemaakt) -> None:
    kluis, _ = gemaakt
    gelezen = map_.read_header(kluis.folder)  # the screen reads which accounts there are, and only then it is locked
    kluis.sluit()
    slot = gelezen.slots[0].id
    weer = kluizen.open(kluis.folder, gelezen, slot, map_.derive(gelezen, slot, ZIN))
    assert weer.meldingen == ()
    _beheer(kluizen, weer).voeg_account_toe("Dirk", Rol.DIRECTEUR, NIEUW)  # its header is the one on disk
    weer.sluit()


def test_an_older_header_that_was_put_back_is_still_told(kluizen: Kluizen, gemaakt) -> None:
    kluis, _ = gemaakt
    oud = (kluis.folder / map_.HEADER).read_bytes()
    _beheer(kluizen, kluis).voeg_account_toe("Dirk", Rol.DIRECTEUR, NIEUW)
    kluis.sluit()
    (kluis.folder / map_.HEADER).write_bytes(oud)
    gelezen = map_.read_header(kluis.folder)
    slot = gelezen.slots[0].id
    weer = kluizen.open(kluis.folder, gelezen, slot, map_.derive(gelezen, slot, ZIN))
    assert "ouder sleutelbestand" in weer.meldingen[0]
    weer.sluit()


def test_in_use_names_the_holder(kluizen: Kluizen, gemaakt) -> None:
    kluis, _ = gemaakt
    slot = kluizen.slot(kluizen.header(kluis.folder), 1)
    with pytest.raises(UserError, match="testmachine"):
        kluizen.ontgrendel(kluis.folder, slot, ZIN)


def test_a_setup_that_was_killed_before_the_account_goes_on(kluizen: Kluizen, tmp_path: Path, ids) -> None:
    folder = tmp_path / "half.kluis"
    header, key, _ = create_vault_folder(
        folder, account=ids.new(), label="Intern begeleider", passphrase=ZIN, params=KdfParams()
    )
    Vault.create(
        folder / DATABASE,
        key.database_key(),
        key.audit_key(),
        vault_id=header.vault_id,
        device=ids.new(),
        device_label="x",
        ids=ids,
    ).close()
    kluis = kluizen.ontgrendel(folder, kluizen.slot(kluizen.header(folder), 1), ZIN)
    try:
        assert kluis.actor.role == "ib"
        assert _beheer(kluizen, kluis).school().value.naam == "School"  # type: ignore[union-attr]
    finally:
        kluis.sluit()


def test_backup_and_check(kluizen: Kluizen, gemaakt, tmp_path: Path) -> None:
    kluis, _ = gemaakt
    beheer = _beheer(kluizen, kluis)
    assert beheer.laatste_backup() is None
    bon = beheer.backup(tmp_path / "kopie.kluisbackup", lambda: True)
    assert bon.findings == ()
    assert beheer.laatste_backup() is not None
    assert beheer.controleer().findings == ()
    assert "Proef" not in (tmp_path / "kopie.kluisbackup").read_bytes().decode("latin-1")
