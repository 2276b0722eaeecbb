"""The plan's pages for views: roles, the meldcode and the general headings, and searching in them."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.rolinhoud import RolInhoud
from desktop.policy import rollen


def rolinhoud() -> Mapping[str, RolInhoud]:
    """Return the pages by key. They hold no personal data, so they need no session."""
    return rollen.laad()


def zoek_plan(inhoud: Mapping[str, RolInhoud], woorden: str) -> tuple[RolInhoud, ...]:
    """Return the pages that hold all words, in the title first; see `policy.rollen.zoek`."""
    return rollen.zoek(inhoud, woorden)
