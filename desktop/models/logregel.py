"""A line of a logbook: what happened, when, who wrote it down for whom; never changed, only corrected. velden 8."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from desktop.models.core import Bijlage, Keuze, Record, Veld
from desktop.models.tekst import Tekst


class RegelSoort(Keuze):
    """What a line tells; each is a thing of which the plan wants a log."""

    STAP = "stap", "Stap"
    GESPREK = "gesprek", "Gesprek"
    BESLUIT = "besluit", "Besluit"
    COMMUNICATIE = "communicatie", "Communicatie"
    MAATREGEL = "maatregel", "Maatregel"
    SIGNAAL = "signaal", "Signaal"


class Merk(Keuze):
    """What is odd about the moment of a line. It is kept all the same: the log says what was said."""

    TOEKOMST = "toekomst", "ligt in de toekomst"
    EERDER = "eerder", "ligt vóór het begin"


LATER_INGEVOERD = timedelta(minutes=10)
"""From this long after it happened a line is shown as entered later."""


SLEUTEL, ACTIE, CORRECTIE = "sleutelmoment", "actie", "correctie"
"""Roles of a line's links beside 'logregel': to its log as a key event or a tick; to the line that it puts right."""


class Logregel(Record):
    """One line. `bij` is the calamity or run it belongs to; `corrigeert` the line that it puts right.

    It is no follow-up in the sense of `parent`: whoever writes line 5,000 must not wait for the other 4,999.
    `actie` is the row of the action plan that it ticks off (`actie_gedaan`) or opens again; `stuk` a record it names.
    """

    KIND = "logregel"
    NAAM = "Logboekregel"
    PERSOONLIJK = True
    VASTSTELLEN = True

    bij: UUID
    moment: datetime
    """When it was written down, aware."""
    gebeurd: datetime
    """When it happened, local and naive."""
    door: Tekst = ""
    tekst: Annotated[Tekst, Veld("Wat is er gebeurd", verplicht="bewaren", namen=True)] = ""
    soort: Annotated[RegelSoort | None, Veld("Soort", verplicht="bewaren", zoek="")] = None
    sleutel: Annotated[bool, Veld("Sleutelmoment")] = False
    namens: Annotated[Tekst, Veld("Namens", namen=True, breed=4)] = ""
    besloten_door: Annotated[Tekst, Veld("Besloten door", namen=True, breed=4)] = ""
    vrijgegeven: Annotated[Tekst, Veld("Vrijgegeven aan", breed=4)] = ""
    merk: Merk | None = None
    corrigeert: UUID | None = None
    actie: UUID | None = None
    actie_gedaan: bool | None = None
    stuk: UUID | None = None
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen", zoek="")] = ()

    def titel(self) -> str:
        """Return its text."""
        return self.tekst

    def detail(self) -> str:
        """Return what kind of line it is."""
        return self.soort.label if self.soort else ""

    def event_at(self) -> datetime | None:
        """Return when it happened."""
        return self.gebeurd

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It belongs to its calamity or run; what it is besides finds it among thousands of lines."""
        return (
            (self.bij, "logregel"),
            *(((self.bij, SLEUTEL),) if self.sleutel else ()),
            *(((self.bij, ACTIE),) if self.actie is not None else ()),
            *(((self.corrigeert, CORRECTIE),) if self.corrigeert is not None else ()),
        )

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    @property
    def later(self) -> bool:
        """Whether it was written down well after it happened."""
        return self.moment.replace(tzinfo=None) - self.gebeurd >= LATER_INGEVOERD


def merk_van(gebeurd: datetime, nu: datetime, begin: datetime | None) -> Merk | None:
    """Return what is odd about a moment, all local and naive; a minute ahead is a watch that is fast."""
    if gebeurd > nu + timedelta(minutes=1):
        return Merk.TOEKOMST
    if begin is not None and gebeurd < begin:
        return Merk.EERDER
    return None
