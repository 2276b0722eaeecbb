"""The lines of a log: written in one append, corrected by new ones, found again by the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypedDict, Unpack
from uuid import UUID

from desktop.models.calamiteit import Calamiteit, CalamiteitSlot
from desktop.models.check import check
from desktop.models.core import Bijlage, Values
from desktop.models.draaiboek import Loop
from desktop.models.errors import Geweigerd, NietGevonden, UserError
from desktop.models.logregel import ACTIE, CORRECTIE, SLEUTEL, Logregel, Merk, RegelSoort, merk_van
from desktop.models.opslag import Append, Query, Stored
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.session import Session

GESLOTEN = ("Deze calamiteit is afgesloten.", "Open haar eerst weer; een correctie op een regel kan nog wel.")


@dataclass(frozen=True, slots=True)
class Logrij:
    """A line as the page shows it. `gecorrigeerd` are the lines that put it right, oldest first; `van` the one that it
    puts right itself.
    """

    id: int
    record: UUID
    regel: Logregel
    gecorrigeerd: tuple[Logregel, ...] = ()
    van: Logregel | None = None


@dataclass(frozen=True, slots=True)
class Actiestand:
    """How an action of the plan stands, from the newest line that says so."""

    gedaan: bool
    regel: Logregel


@dataclass(frozen=True, slots=True)
class Filter:
    """Which lines of a log: of these kinds (all where empty), key events only, with these words, by this account,
    happened within these days (both inclusive).
    """

    soorten: tuple[RegelSoort, ...] = ()
    sleutel: bool = False
    woorden: str = ""
    door: UUID | None = None
    van: date | None = None
    tot: date | None = None

    @property
    def leeg(self) -> bool:
        """Whether it keeps nothing out."""
        return not self.woorden.strip() and replace(self, woorden="") == Filter()


@dataclass(frozen=True, slots=True)
class Invoer:
    """A line that is being written: the identifier that it will have, and what of it was typed before (a draft).

    `van` is the line that it puts right.
    """

    record: UUID
    values: Values
    van: Logregel | None = None


class Verder(TypedDict, total=False):
    """What a line can say besides; `record` is the identifier that `invoer` gave."""

    sleutel: bool
    namens: str
    besloten_door: str
    vrijgegeven: str
    actie: UUID | None
    actie_gedaan: bool | None
    stuk: UUID | None
    bijlagen: Sequence[Bijlage]
    corrigeert: UUID | None
    record: UUID | None


class Regels:
    """The log of a calamity or of a run of a draaiboek: `bij` is its record in every method.

    Raises Geweigerd where this account may not, UserError where there is no such case or it is closed.
    """

    def __init__(self, session: Session) -> None:
        self._s = session

    # -- writing

    def maak(
        self,
        bij: UUID,
        tekst: str,
        soort: RegelSoort,
        gebeurd: datetime | None = None,
        **verder: Unpack[Verder],
    ) -> Append:
        """Return a line to store, established at once. `gebeurd` is local and naive; None is now.

        Raises UserError for an empty line.
        """
        nu = self._s.nu()
        plaatselijk = nu.replace(tzinfo=None, microsecond=0)
        begin, dicht = self._zaak(bij)
        corrigeert = verder.get("corrigeert")
        if dicht and corrigeert is None:
            raise UserError(*GESLOTEN)
        if not tekst.strip():
            raise UserError("Deze regel is leeg.", "Schrijf in een paar woorden wat er gebeurde.")
        wanneer = gebeurd or plaatselijk
        merk = merk_van(wanneer, plaatselijk, begin)
        values: Values = {
            "bij": str(bij),
            "moment": nu.isoformat(),
            "gebeurd": wanneer.isoformat(),
            "door": self._s.actor.naam,
            "tekst": tekst.strip(),
            "soort": soort.value,
            "sleutel": verder.get("sleutel", False),
            "namens": verder.get("namens", "").strip(),
            "besloten_door": verder.get("besloten_door", "").strip(),
            "vrijgegeven": verder.get("vrijgegeven", "").strip(),
            "merk": merk.value if merk else None,
            "corrigeert": _tekst(corrigeert),
            "actie": _tekst(verder.get("actie")),
            "actie_gedaan": verder.get("actie_gedaan"),
            "stuk": _tekst(verder.get("stuk")),
            "bijlagen": [naar_values(b) for b in verder.get("bijlagen", ())],
        }
        value, problems = check(Logregel, values, "bewaren", nu.date())
        if value is None:
            raise UserError(problems[0].zin, "Pas de regel aan en probeer het opnieuw.")
        return Append(verder.get("record") or self._s.ids.new(), value, None, "vastgesteld")

    def schrijf(
        self,
        bij: UUID,
        tekst: str,
        soort: RegelSoort,
        gebeurd: datetime | None = None,
        *,
        samen: Sequence[Append] = (),
        **verder: Unpack[Verder],
    ) -> Stored:
        """Store a line as `maak` makes it; with its `record` its draft goes in the same transaction.

        A line that was sent twice is stored once. `samen` is what the line tells of, stored in that transaction too.
        """
        item = self.maak(bij, tekst, soort, gebeurd, **verder)
        if samen:
            return self._s.vault.append_many(self._s.actor, (*samen, item), self._s.nu(), action="")[-1]
        return self._s.vault.append(self._s.actor, item, self._s.nu(), drop_draft=verder.get("record") is not None)

    def corrigeer(
        self,
        regel: UUID,
        tekst: str,
        soort: RegelSoort | None = None,
        gebeurd: datetime | None = None,
        *,
        sleutel: bool | None = None,
        namens: str | None = None,
        besloten_door: str | None = None,
        vrijgegeven: str | None = None,
        bijlagen: Sequence[Bijlage] = (),
        record: UUID | None = None,
    ) -> Stored:
        """Put a line right with a new one; what is not given is as in that line. The line itself never changes."""
        was = self._regel(regel)
        return self.schrijf(
            was.bij,
            tekst,
            soort or was.soort or RegelSoort.STAP,
            gebeurd or was.gebeurd,
            sleutel=was.sleutel if sleutel is None else sleutel,
            namens=was.namens if namens is None else namens,
            besloten_door=was.besloten_door if besloten_door is None else besloten_door,
            vrijgegeven=was.vrijgegeven if vrijgegeven is None else vrijgegeven,
            bijlagen=bijlagen,
            corrigeert=regel,
            record=record,
        )

    def merk(self, bij: UUID, gebeurd: datetime) -> Merk | None:
        """Return what would be odd about a moment, before it is stored."""
        begin, _ = self._zaak(bij)
        return merk_van(gebeurd, self._s.nu().replace(tzinfo=None), begin)

    # -- half-written

    def invoer(self, bij: UUID) -> Invoer:
        """Return the line that this account was writing here, or a new one."""
        self._zaak(bij)
        for draft in self._s.vault.drafts(self._s.actor.account):
            if draft.kind == Logregel.KIND and draft.values.get("bij") == str(bij):
                corrigeert = draft.values.get("corrigeert")
                van = self._regel(UUID(str(corrigeert))) if corrigeert else None
                return Invoer(draft.record, draft.values, van)
        return Invoer(self._s.ids.new(), {})

    def bewaar_invoer(self, bij: UUID, record: UUID, values: Values) -> None:
        """Keep what is typed, as it stands; an empty line drops what was kept."""
        if not str(values.get("tekst") or "").strip():
            self._s.vault.drop_draft(self._s.actor.account, record)
            return
        zaak = self._s.vault.rows_of([bij])
        # the kind of the case says later on which page one goes on with it
        vol = {**values, "bij": str(bij), "zaak": zaak[0].kind if zaak else ""}
        self._s.vault.save_draft(self._s.actor, record, Logregel.KIND, None, None, vol, self._s.nu())

    # -- reading

    def alle(self, bij: UUID) -> Sequence[int]:
        """Return row ids of all lines, newest first by when they happened."""
        return self._ids(bij, "logregel")

    def regels(self, bij: UUID, filter_: Filter | None = None) -> Sequence[int]:
        """Return row ids of the lines that a filter lets through, newest first by when they happened.

        `rijen` reads the part that is on screen.
        """
        self._zaak(bij)
        f = filter_ or Filter()
        ids = self._ids(bij, "logregel", f.woorden, f.door, f.van, f.tot)
        if f.soorten:
            van_soort = {i for s in f.soorten for i in self._ids(bij, "logregel", detail=s.label)}
            ids = [i for i in ids if i in van_soort]
        if f.sleutel:
            sleutels = set(self._ids(bij, SLEUTEL))
            ids = [i for i in ids if i in sleutels]
        return ids

    def rijen(self, bij: UUID, ids: Sequence[int]) -> Sequence[Logrij]:
        """Return these lines in full, in this order; only they and what corrects them is read."""
        self._zaak(bij)
        vault = self._s.vault
        uit = []
        for rij in vault.rows(ids):
            value = vault.get(rij.record).value
            if isinstance(value, Logregel) and value.bij == bij:
                van = self._regel(value.corrigeert) if value.corrigeert is not None else None
                uit.append(Logrij(rij.id, rij.record, value, self._correcties(rij.record), van))
        return uit

    def toont(self, blob: UUID) -> bool:
        """Whether an attachment hangs from a line that this account may read, or is writing."""
        if not self._s.mag(Actie.LOGBOEK_SCHRIJVEN):
            return False
        zaken = {
            UUID(str(draft.values.get("bij")))
            for draft in self._s.vault.drafts(self._s.actor.account)
            if draft.kind == Logregel.KIND and str(blob) in str(draft.values.get("bijlagen"))
        }
        values = (self._s.vault.get(record).value for record in self._s.vault.blob_users(blob))
        zaken |= {value.bij for value in values if isinstance(value, Logregel)}
        return any(self.leest(bij) for bij in zaken)

    def leest(self, bij: UUID) -> bool:
        """Whether this account may read the log of a case."""
        try:
            self._zaak(bij)
        except UserError:
            return False
        return True

    def schrijvers(self, bij: UUID) -> Sequence[tuple[UUID, str]]:
        """Return who wrote in the log, as (account, name), for the filter."""
        self._zaak(bij)
        namen = {a.id: a.name for a in self._s.vault.accounts()}
        return [
            (account, naam)
            for account, naam in namen.items()
            if self._s.vault.count(Query(kinds=(Logregel.KIND,), target=bij, link_role="logregel", author=account))
        ]

    def standen(self, bij: UUID) -> Mapping[UUID, Actiestand]:
        """Return how each action stands that was ever ticked off: the newest written line counts."""
        self._zaak(bij)
        standen: dict[UUID, Actiestand] = {}
        for rij in sorted(self._s.vault.rows(self._ids(bij, ACTIE)), key=lambda r: r.id):
            value = self._s.vault.get(rij.record).value
            if isinstance(value, Logregel) and value.actie is not None and value.actie_gedaan is not None:
                standen[value.actie] = Actiestand(value.actie_gedaan, value)
        return standen

    # -- within

    def _ids(
        self,
        bij: UUID,
        rol: str,
        woorden: str = "",
        door: UUID | None = None,
        van: date | None = None,
        tot: date | None = None,
        detail: str = "",
    ) -> Sequence[int]:
        vraag = Query(
            kinds=(Logregel.KIND,),
            target=bij,
            link_role=rol,
            words=woorden,
            author=door,
            van=van,
            tot=tot,
            detail=detail,
        )
        return self._s.vault.ids(vraag)

    def _correcties(self, regel: UUID) -> tuple[Logregel, ...]:
        rijen = self._s.vault.rows(self._ids(regel, CORRECTIE))
        values = [self._s.vault.get(rij.record).value for rij in sorted(rijen, key=lambda r: r.id)]
        return tuple(value for value in values if isinstance(value, Logregel))

    def _regel(self, regel: UUID) -> Logregel:
        value = self._s.vault.get(regel).value
        if not isinstance(value, Logregel):
            raise UserError("Deze regel is er niet meer.", "Kijk opnieuw in het logboek.")
        return value

    def _zaak(self, bij: UUID) -> tuple[datetime | None, bool]:
        """Return when a case began and whether it is closed, for who may keep its log."""
        self._s.eis(Actie.LOGBOEK_SCHRIJVEN)
        try:
            value = self._s.vault.get(bij).value
        except NietGevonden:
            raise UserError("Dit logboek is er niet.", "Kies een calamiteit in de lijst.") from None
        if isinstance(value, Calamiteit):
            dicht = self._s.vault.count(Query(kinds=(CalamiteitSlot.KIND,), parent=bij)) > 0
            if dicht and not self._s.mag(Actie.CALAMITEIT):
                raise Geweigerd("Deze calamiteit is afgesloten.", "Vraag het de directeur of intern begeleider.")
            return value.begonnen(), dicht
        if isinstance(value, Loop):
            eigen = self._s.vault.rows_of([bij])[0].author == self._s.actor.account
            if not eigen and not self._s.mag(Actie.INCIDENT):
                raise Geweigerd("Dit draaiboek is door iemand anders gestart.", "Vraag het de intern begeleider.")
            return value.event_at(), value.afgesloten_op is not None
        raise UserError("Bij dit stuk hoort geen logboek.", "Kies een calamiteit in de lijst.")


def _tekst(record: UUID | None) -> str | None:
    return str(record) if record else None
