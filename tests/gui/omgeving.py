"""How tests build pages: with the environment that the program hands them, and ways out that a test can follow."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Any

from desktop.services.diensten import Diensten
from desktop.views.navigatie import Navigator
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.work import Work

_WEGEN = ("voorbeeld", "afdrukken", "druk", "bijlage")


def werkomgeving(
    diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, **uit: Callable[..., Any]
) -> Werkomgeving:
    """Return what a page is handed; a way out that is not named in `uit` leads nowhere."""
    wegen: dict[str, Any] = {naam: lambda _: None for naam in _WEGEN}
    return Werkomgeving(diensten, work, navigator, thema, **{**wegen, **uit})


def maak_pagina(
    klas: Callable[..., Any], diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, **extra: Any
) -> Any:
    """Build any page. Ways out among `extra` go into the environment of one that takes it; the rest goes as it is."""
    if "om" not in signature(klas).parameters:
        return klas(diensten, work, navigator, thema, **extra)
    uit = {naam: extra.pop(naam) for naam in _WEGEN if naam in extra}
    return klas(werkomgeving(diensten, work, navigator, thema, **uit), **extra)
