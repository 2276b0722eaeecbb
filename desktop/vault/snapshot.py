"""Opening a copy of a vault only to check it: nothing in it is changed, no identifier is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from desktop.models.opslag import Report
from desktop.vault.crypto import VaultKey
from desktop.vault.store import Vault

_NOBODY = UUID(int=0)

UNUSABLE = frozenset({"bladzijde", "opbouw", "schema"})
"""Findings that make a copy worthless; the others are faults of the records, which a backup keeps as they are."""


class _NoIds:
    def new(self) -> UUID:
        raise AssertionError("a copy that is being checked is not written to")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a copy turned out to hold."""

    vault_id: UUID
    report: Report

    @property
    def codes(self) -> frozenset[str]:
        """Return what was found, by code."""
        return frozenset(finding.code for finding in self.report.findings)


def check_copy(path: Path, key: VaultKey, progress: Callable[[int, int], bool] | None = None) -> Checked:
    """Open a database with this key, read it whole, and close it. Raises Beschadigd, AndereVersie, Afgebroken."""
    vault = Vault.open(
        path,
        key.database_key(),
        key.audit_key(),
        device=_NOBODY,
        device_label="",
        ids=_NoIds(),
        read_only=True,
    )
    try:
        return Checked(vault.vault_id, vault.verify(progress))
    finally:
        vault.close()
