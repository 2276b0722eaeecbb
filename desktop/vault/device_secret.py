"""A random secret that the system keeps, so that this computer opens a vault without a passphrase; off by default."""

from __future__ import annotations

import secrets
from typing import Any, Protocol
from uuid import UUID

from desktop.models.errors import UserError

SERVICE = "Vangnet"
SECRET_BYTES = 32


class Backend(Protocol):
    """What is used of a keyring."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        ...


class NoDeviceSecret(UserError):
    """The system keeps no usable secret; the passphrase still opens the vault."""


_STEP = "Open de kluis met je wachtwoordzin."


def keep(vault: UUID, account: UUID, backend: Backend | None = None) -> bytes:
    """Make a secret, let the system keep it, and read it back before relying on it. Raises NoDeviceSecret."""
    ring = backend or _backend()
    secret = secrets.token_bytes(SECRET_BYTES)
    _call(ring.set_password, SERVICE, _name(vault, account), secret.hex())
    if read(vault, account, ring) != secret:
        raise NoDeviceSecret("Deze computer bewaart de sleutel niet echt.", _STEP)
    return secret


def read(vault: UUID, account: UUID, backend: Backend | None = None) -> bytes:
    """Return the kept secret. Raises NoDeviceSecret with the true cause: none kept, locked, no store, or damaged."""
    kept = _call((backend or _backend()).get_password, SERVICE, _name(vault, account))
    if kept is None:
        raise NoDeviceSecret("Deze computer bewaart geen sleutel van deze kluis.", _STEP)
    try:
        secret = bytes.fromhex(kept)
    except (ValueError, TypeError):
        secret = b""
    if len(secret) != SECRET_BYTES:
        raise NoDeviceSecret("De sleutel die deze computer bewaarde is beschadigd.", _STEP)
    return secret


def forget(vault: UUID, account: UUID, backend: Backend | None = None) -> None:
    """Let the system forget the secret; nothing happens where there is none."""
    ring = backend or _backend()
    if _call(ring.get_password, SERVICE, _name(vault, account)) is not None:
        _call(ring.delete_password, SERVICE, _name(vault, account))


def _name(vault: UUID, account: UUID) -> str:
    # each account its own: two persons at one computer must not undo each other's
    return f"{vault}/{account}"


def _backend() -> Backend:
    import keyring  # 0.1 s, and only for who switched this on
    from keyring.backends import fail, null

    try:
        ring: Any = keyring.get_keyring()
    except Exception as error:  # a backend that cannot even start; which errors differs from one to the next
        raise NoDeviceSecret("De sleutelopslag van deze computer start niet.", _STEP) from error
    if isinstance(ring, fail.Keyring | null.Keyring):
        raise NoDeviceSecret("Deze computer heeft geen sleutelopslag, of die staat uit.", _STEP)
    return ring  # type: ignore[no-any-return]


def _call(action: Any, *args: str) -> Any:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    try:
        return action(*args)
    except (KeyringLocked, InitError) as error:
        raise NoDeviceSecret("De sleutelopslag van deze computer is vergrendeld.", _STEP) from error
    except NoKeyringError as error:
        raise NoDeviceSecret("Deze computer heeft geen sleutelopslag, of die staat uit.", _STEP) from error
    except Exception as error:  # backends pass on errors of their own: D-Bus, pywin32, a policy that forbids it
        raise NoDeviceSecret("De sleutelopslag van deze computer weigert.", _STEP) from error
