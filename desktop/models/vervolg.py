"""Follow-up records: what comes after a record is established, and points at it. The record itself never changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, Veld, Wie
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst


class Vervolg(Record):
    """Base of the follow-ups: `op` is the record, `revisie` the digest (hex) of the revision that was in view."""

    PERSOONLIJK = True
    VASTSTELLEN = True  # from the first moment: a wrong one is withdrawn, not changed

    op: UUID
    revisie: Tekst = ""
    leerling: UUID | None = None
    moment: datetime

    def parent(self) -> UUID | None:
        """Return the record that this follows."""
        return self.op

    def event_at(self) -> datetime | None:
        """Return the moment, local and naive."""
        return self.moment.replace(tzinfo=None)

    def links(self) -> Sequence[tuple[UUID, str]]:
        """A follow-up stands in the same pupil's timeline."""
        return ((self.leerling, "betreft"),) if self.leerling else ()


class Uitkomst(Keuze):
    """What a parent did with the report. Plan: signing is voluntary; who disagrees signs for 'gezien'."""

    AKKOORD = "akkoord", "Getekend voor akkoord"
    GEZIEN = "gezien", "Getekend voor gezien"
    ZIET_AF = "ziet_af", "Ziet af van tekenen"
    WEIGERT = "weigert", "Weigert"
    AFWEZIG = "afwezig", "Niet aanwezig"


class Wijze(Keuze):
    """How it was signed."""

    SCHERM = "scherm", "op het scherm"
    PAPIER = "papier", "op papier"
    GEEN = "geen", "zonder handtekening"


class Ondertekening(Vervolg):
    """The outcome for one parent, at one moment. `strokes` is the pen on screen, `scan` the signed sheet.

    `pdf_sha256` (hex) is over the very bytes that the parent saw. `getuige` is the account that recorded it.
    """

    KIND = "ondertekening"
    NAAM = "Ondertekening"

    ouder: Wie
    uitkomst: Annotated[Uitkomst, Veld("Uitkomst", verplicht="bewaren")]
    wijze: Annotated[Wijze, Veld("Wijze")] = Wijze.GEEN
    getekend_op: Annotated[date | None, Veld("Getekend op", toon=(Als("wijze", ("papier",)),))] = None
    zienswijze: Annotated[
        Tekst, Veld("Zienswijze van de ouder", hulp="In de eigen woorden van de ouder.", lang=True)
    ] = ""
    toelichting: Annotated[Tekst, Veld("Toelichting", lang=True)] = ""
    pdf_sha256: Tekst = ""
    strokes: UUID | None = None
    scan: Bijlage | None = None
    getuige: Tekst = ""

    def titel(self) -> str:
        """Return who and what."""
        return f"{self.ouder.naam}: {self.uitkomst.label.lower()}"

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with the pupil and with the parent."""
        ouder = ((self.ouder.persoon, "ouder"),) if self.ouder.persoon else ()
        return (*super().links(), *ouder)

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Strokes and scan are kept with it."""
        strokes = ((self.strokes, "handtekening"),) if self.strokes else ()
        scan = ((self.scan.blob, "scan"),) if self.scan else ()
        return (*strokes, *scan)

    def getekend(self) -> bool:
        """Whether the parent signed, for agreement or for having seen it."""
        return self.uitkomst in (Uitkomst.AKKOORD, Uitkomst.GEZIEN)

    def open_werk(self) -> bool:
        """Whether this outcome leaves work: only absence does. Waiving and refusing are answers."""
        return self.uitkomst is Uitkomst.AFWEZIG

    def regels(self, today: date) -> Sequence[Problem]:
        """Signed means there is a signature somewhere; a date of signing is not in the future."""
        problems: list[Problem] = []
        if self.getekend() and self.strokes is None and self.scan is None:
            problems.append(
                Problem(("uitkomst",), "Er is nog geen handtekening. Laat tekenen of voeg de scan toe.", "bewaren")
            )
        if self.getekend_op and self.getekend_op > today:
            problems.append(Problem(("getekend_op",), "Deze datum ligt in de toekomst.", "bewaren"))
        return problems


class Aanvulling(Vervolg):
    """An addendum to an established record: added, never put in its place."""

    KIND = "aanvulling"
    NAAM = "Aanvulling"

    tekst: Annotated[Tekst, Veld("Aanvulling", lang=True, verplicht="bewaren")] = ""
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen")] = ()

    def titel(self) -> str:
        """Return a fixed title: the text belongs in the record."""
        return "Aanvulling"

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)


class InParnasSys(Vervolg):
    """Says that the PDF stands in ParnasSys, the school's own record, since a day."""

    KIND = "parnassys"
    NAAM = "In ParnasSys gezet"

    datum: Annotated[date, Veld("In ParnasSys op", verplicht="bewaren")]

    def titel(self) -> str:
        """Return a fixed title."""
        return "In ParnasSys gezet"

    def regels(self, today: date) -> Sequence[Problem]:
        """It has been done, or it has not."""
        if self.datum > today:
            return (Problem(("datum",), "Deze datum ligt in de toekomst.", "bewaren"),)
        return ()


class AfspraakGedaan(Vervolg):
    """Says what came of one agreement of a report; `afspraak` is the stable id of its row."""

    KIND = "afspraak_gedaan"
    NAAM = "Afspraak afgerond"

    afspraak: UUID
    gelukt: Annotated[bool, Veld("Is de afspraak nagekomen?", verplicht="bewaren")]
    toelichting: Annotated[Tekst, Veld("Toelichting", lang=True)] = ""

    def titel(self) -> str:
        """Return what came of it."""
        return "Afspraak nagekomen" if self.gelukt else "Afspraak niet nagekomen"


class WerkGedaan(Vervolg):
    """Says that one piece of open work of a record is done, or is not needed any more; why stands beside it."""

    KIND = "werkgedaan"
    NAAM = "Afgehandeld"

    soort: Tekst
    item: Tekst
    toelichting: Annotated[Tekst, Veld("Toelichting", lang=True, namen=True)] = ""

    def titel(self) -> str:
        """Return a fixed title."""
        return self.NAAM


class Herverdeeld(Vervolg):
    """Gives one piece of open work to another role."""

    KIND = "herverdeeld"
    NAAM = "Overgedragen werk"

    soort: Tekst
    item: Tekst
    rol: Annotated[Rol, Veld("Wie doet dit", verplicht="bewaren")]

    def titel(self) -> str:
        """Return a fixed title."""
        return self.NAAM


def verder(followups: Sequence[Record]) -> bool:
    """Whether something of substance follows a record: more than an addendum, a tick or the giving away of work."""
    return any(not isinstance(f, Aanvulling | InParnasSys | WerkGedaan | Herverdeeld) for f in followups)


def bijgewerkt(dues: Sequence[Due], followups: Sequence[Record]) -> Sequence[Due]:
    """Return the open work without what was said to be done, each with the role that has it now."""
    gedaan = {(f.soort, f.item) for f in followups if isinstance(f, WerkGedaan)}
    rollen = {(f.soort, f.item): f.rol.value for f in followups if isinstance(f, Herverdeeld)}
    return tuple(
        due.model_copy(update={"role": rollen.get((due.kind, due.item), due.role)})
        for due in dues
        if (due.kind, due.item) not in gedaan
    )
