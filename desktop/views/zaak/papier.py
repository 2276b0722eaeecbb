"""How a page of a case asks for a paper: what to gather, and the dialog opens over the window."""

from __future__ import annotations

from collections.abc import Callable

from desktop.services.dossierdruk import Papier

Druk = Callable[[Callable[[], Papier]], None]
"""Opens the print dialog for the paper that the callable gathers on the vault's lane."""
