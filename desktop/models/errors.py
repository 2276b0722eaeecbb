"""Errors that a person can do something about."""

from __future__ import annotations


class UserError(Exception):
    """A fault of the environment or the input, not of the program.

    `zin` is a Dutch sentence for the person at the screen and `stap` the one thing to do next. Neither may hold
    record content: both can be logged.
    """

    def __init__(self, zin: str, stap: str = "") -> None:
        super().__init__(zin)
        self.zin = zin
        self.stap = stap

    def __str__(self) -> str:
        return f"{self.zin} {self.stap}".strip()


class Geweigerd(UserError):
    """The role of this account does not allow the action (table in `rechten`)."""


class Afgebroken(UserError):
    """The person cancelled; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Afgebroken. Er is niets veranderd.")
