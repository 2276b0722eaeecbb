"""Making the database of a new vault: under another name first, so that a kill leaves either none or a whole one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from uuid import UUID

from desktop.vault import atomic, migrations
from desktop.vault.connection import Database, remove


def make_database(path: Path, key: bytes, vault_id: UUID) -> None:
    """Make the database with its tables and the vault's id. Raises FileExistsError where there is one already."""
    if path.exists():
        raise FileExistsError(path)
    fresh = path.with_name(path.name + atomic.SUFFIX)
    try:
        remove(fresh)  # left by a setup that was killed
        db = Database.new(fresh, key)
        try:
            migrations.upgrade(db)
            with db.write():
                db.execute("INSERT INTO meta(key, value) VALUES('vault_id', ?)", (str(vault_id),))
        finally:
            db.close()
        atomic.put(fresh, path)
    except FileExistsError:
        raise
    except OSError as error:
        raise atomic.write_error(error) from error
    finally:
        with suppress(OSError):  # the disk is gone: what is left is removed at the next try
            remove(fresh)
