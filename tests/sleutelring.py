"""A key ring of the system that lives in memory, for as long as a test asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend


class Sleutelring(KeyringBackend):
    """Keeps what it is given. `fout`, where set, is what it answers every question with."""

    priority = 1  # type: ignore[assignment]  # keyring's own is a class property

    def __init__(self) -> None:
        super().__init__()
        self.bewaard: dict[tuple[str, str], str] = {}
        self.fout: Exception | None = None
        self.gevraagd = 0

    def _vraag(self) -> None:
        self.gevraagd += 1
        if self.fout is not None:
            raise self.fout

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        self._vraag()
        return self.bewaard.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self._vraag()
        self.bewaard[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        self._vraag()
        del self.bewaard[service, username]


@contextmanager
def in_plaats_van_het_systeem(ring: KeyringBackend) -> Iterator[None]:
    """Put a ring where the system's is, and the system's back."""
    eigen = keyring.get_keyring()
    keyring.set_keyring(ring)
    try:
        yield
    finally:
        keyring.set_keyring(eigen)
