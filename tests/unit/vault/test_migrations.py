"""Formats: a new vault, an older one brought up to date, a newer one refused; never half-way."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from desktop.models.core import Ids
from desktop.models.errors import AndereVersie, Beschadigd
from desktop.models.opslag import Query
from desktop.services.ingang import Ingangen
from desktop.services.kluis import Kluizen
from desktop.vault import migrations
from desktop.vault.connection import Database
from desktop.vault.migrations import SCHEMA, STEPS, Step, migrate, version_of
from tests.unit.vault.kluis import KEY, Pen, leerling, make, reopen


def _add_column(db: Database) -> None:
    db.execute("ALTER TABLE account ADD COLUMN phone TEXT")


def _fail(db: Database) -> None:
    db.execute("CREATE TABLE half(a)")
    raise RuntimeError("halverwege")


NEWEST = STEPS[-1].to
# What comes after the newest format is made up here.
NEXT = (
    *STEPS,
    Step(NEWEST + 1, _add_column),
    Step(NEWEST + 2, lambda db: db.execute("CREATE TABLE extra(a TEXT) STRICT")),
)
SAMPLES = Path(__file__).parents[2] / "data"
"""A vault of each older format, made by the program of its day; the passphrase is that of an invented school."""


@pytest.fixture
def old(path: Path, ids: Ids, clock) -> Path:
    """A closed vault of the newest format, with something in it."""
    vault = make(path, ids)
    Pen(vault, ids, clock.now()).new(leerling())
    vault.close()
    return path


def test_a_new_vault_has_the_newest_format(path: Path, ids: Ids) -> None:
    make(path, ids).close()
    assert migrate(path, KEY) is None
    assert [p.name for p in path.parent.glob("kluis.db*") if p.stat().st_size] == ["kluis.db"]


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.to for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_older_vault_is_brought_up_to_date_and_the_old_one_kept(old: Path, ids: Ids) -> None:
    kept = migrate(old, KEY, NEXT)
    assert kept is not None and kept.name == f"kluis.db.formaat{NEWEST}"
    new = Database.open(old, KEY)
    assert version_of(new) == NEWEST + 2 and migrations.objects_of(new) == migrations.expected_objects(NEXT)
    assert new.value("SELECT title FROM record") == "Zoë Bakker"
    new.close()
    before = reopen(kept, ids)
    assert before.verify().findings == () and before.verify().counts["stukken"] == 1
    before.close()
    assert not old.with_name("kluis.db.nieuw").exists() and migrate(old, KEY, NEXT) is None


def test_a_step_that_fails_leaves_the_old_vault(old: Path, ids: Ids) -> None:
    before = old.read_bytes()
    with pytest.raises(RuntimeError):
        migrate(old, KEY, (*STEPS, Step(NEWEST + 1, _fail)))
    assert old.read_bytes() == before and not old.with_name("kluis.db.nieuw").exists()
    reopen(old, ids).close()


def test_what_an_interrupted_migration_left_is_in_nobodys_way(old: Path) -> None:
    for name in ("kluis.db.nieuw", f"kluis.db.formaat{NEWEST}"):
        old.with_name(name).write_bytes(b"half")
    assert migrate(old, KEY, NEXT) is not None


def test_damaged_vault_is_not_migrated(old: Path) -> None:
    data = bytearray(old.read_bytes())
    data[-200] ^= 1
    old.write_bytes(data)
    with pytest.raises(Beschadigd):
        migrate(old, KEY, NEXT)
    assert old.read_bytes() == bytes(data)


@pytest.mark.parametrize("read_only", [False, True])
def test_newer_format_is_refused_and_untouched(old: Path, ids: Ids, read_only: bool) -> None:
    migrate(old, KEY, NEXT)
    before = old.read_bytes()
    with pytest.raises(AndereVersie, match="nieuwere"):
        reopen(old, ids, read_only=read_only)
    with pytest.raises(AndereVersie):
        migrate(old, KEY)
    assert old.read_bytes() == before


def test_opening_brings_up_to_date_but_not_read_only(old: Path, ids: Ids, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations.open_current, "__kwdefaults__", {"steps": NEXT})
    with pytest.raises(AndereVersie, match="oudere"):
        reopen(old, ids, read_only=True)
    vault = reopen(old, ids)
    assert vault._db.value("PRAGMA user_version") == NEWEST + 2 and vault.rows(vault.ids(migrations_query()))
    vault.close()


def migrations_query():
    from desktop.models.opslag import Query

    return Query(kinds=("leerling",))


def test_the_older_copy_goes_with_the_next_opening_and_not_before(old: Path) -> None:
    """It would keep what is destroyed later; but it stays until the new format was opened and taken once."""
    kept, other = old.with_name(f"kluis.db.formaat{NEWEST}"), old.with_name("kluis.db.formaat-van-mij")
    other.write_bytes(b"x")
    migrations.open_current(old, KEY, read_only=False, steps=NEXT).close()
    assert kept.exists()  # this opening made it
    migrations.open_current(old, KEY, read_only=True, steps=NEXT).close()
    assert kept.exists()  # looking changes nothing
    with pytest.raises(Beschadigd):
        migrations.open_current(old, b"\x01" * 32, read_only=False, steps=NEXT)
    assert kept.exists()
    migrations.open_current(old, KEY, read_only=False, steps=NEXT).close()
    assert not kept.exists() and other.exists()


def test_schema_of_format_1_is_never_changed() -> None:
    # a change is a step in `migrations.STEPS`: what is changed here no longer opens what people have
    digest = sha256(SCHEMA.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    assert digest == "3dd41367be20aa13d90fca75d13a15f6a5c6c99b1a85fc3dff1b2d70f8ec22f9"


@pytest.mark.parametrize("formaat", range(1, NEWEST))
def test_a_vault_of_an_older_program_opens_with_everything_in_it(formaat: int, tmp_path: Path, clock, ids: Ids) -> None:
    folder = tmp_path / "school.kluis"
    copytree(SAMPLES / f"formaat{formaat}", folder)
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    slot = Ingangen().ingangen(Ingangen().header(folder))[0].slot
    kluis = kluizen.ontgrendel(folder, slot, "molen peper anker potlood")
    try:
        rapport = kluis.vault.verify()
        assert rapport.findings == ()
        assert rapport.counts["stukken"] > 20
        assert [row.title for row in kluis.vault.rows(kluis.vault.ids(Query(kinds=("leerling",))))]
    finally:
        kluis.sluit()
