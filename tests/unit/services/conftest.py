"""An open vault with all its services, for tests of services; and the same vault as another account sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.models.rechten import Rol
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.kluis import Kluizen
from desktop.vault.crypto import KdfParams


@pytest.fixture
def school(tmp_path: Path, clock: Any, ids: Any) -> Iterator[Diensten]:
    """The services of the director of an empty school."""
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    kluis, _ = kluizen.nieuw(
        tmp_path / "school.kluis",
        {"naam": "OBS Zonnedauw", "regio": "Testregio"},
        "Dirk Directeur",
        Rol.DIRECTEUR,
        "vier losse woorden hier",
        KdfParams(64 * 1024, 3, 1),
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


@pytest.fixture
def als(school: Diensten, ids: Any) -> Callable[[Rol], Diensten]:
    """Return the services of the same vault for another account with a role."""

    def van(rol: Rol) -> Diensten:
        account = school.beheer.voeg_account_toe(f"Anna {rol.label}", rol, "vijf andere losse woorden hier")
        actor = replace(school.session.actor, account=account.id, naam=account.name, role=rol.value)
        return diensten(replace(school.session, actor=actor), school.beheer)

    return van
