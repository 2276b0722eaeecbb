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


class Conflict(UserError):
    """The record got another revision since the one this was based on; nothing is written, nothing is lost."""

    def __init__(self) -> None:
        super().__init__(
            "Dit stuk is intussen in een ander venster of door iemand anders bewaard. Wat je schreef is niet verloren.",
            "Vergelijk beide versies en bewaar daarna opnieuw.",
        )


class NietGevonden(UserError):
    """There is no such record, revision, blob or row in this vault."""


class SchijfVol(UserError):
    """There is no room for what was to be written; the vault is as it was."""


class AlleenLezen(UserError):
    """The vault can be read and not written."""


class Beschadigd(UserError):
    """The vault is damaged or is not a vault at all."""


class Bezet(UserError):
    """The vault is open in another program or on another computer."""


class AndereVersie(UserError):
    """The vault was written by a newer version of the program."""


class Afgebroken(UserError):
    """The person cancelled; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Afgebroken. Er is niets veranderd.")


class Onverwacht(UserError):
    """The program has a bug, told elsewhere; this ends the waiting of who asked. Says nothing of what it was."""

    def __init__(self) -> None:
        super().__init__(
            "Er ging iets mis in het programma. Wat je bewaarde, is er nog.",
            "Probeer het opnieuw. Gaat het weer mis, sluit Vangnet dan en start het opnieuw.",
        )
