"""What the pages of cases show: the list with where each stands, one case in full, and what could be added to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.afweging import Afweging
from desktop.models.core import Problem, Record, Values, Wie
from desktop.models.errors import UserError
from desktop.models.kinds import KINDS
from desktop.models.meldcode import BroerZus, MeldcodeDossier
from desktop.models.melding import Melding
from desktop.models.opslag import Append, Row, Stored, Work
from desktop.models.rechten import Actie
from desktop.models.signaal import Signaal
from desktop.models.weging import Gevolg, Uitkomst
from desktop.services.dossier import Dossier
from desktop.services.meldcode import GEEN_LEERLING, OVER_DE_ZAAK, Inhoudpunt, Meldcode, Stapstand, Wegingstand, Zaak
from desktop.services.session import Session
from desktop.services.veiligthuis import VeiligThuis, werkdagen_over
from desktop.services.wegen import Gezinslid, Wegen

_STAP = {
    1: "meldcode-dossier",
    2: "meldcode-overleg-professionals",
    3: "meldcode-ib-gesprek-ouders",
    4: "meldcode-wegen-zorg",
    5: "meldcode-wegen-zorg",
}
"""The page of the plan for a case that has come to a step; it is also the region of the meldcode drawing."""
_OVER = frozenset(kind.KIND for kind in OVER_DE_ZAAK)


@dataclass(frozen=True, slots=True)
class Zaakregel:
    """A case in the list: whom it is about, where it stands (also as the page of the plan), what is due."""

    row: Row
    leerling: str
    groep: str
    stand: str
    plek: str
    open: int
    te_laat: int
    spoed: bool
    """Veilig Thuis must be called or told now."""
    gesloten: bool


@dataclass(frozen=True, slots=True)
class Zaakbeeld:
    """One case as it is opened. `door` names who stored each record, `rijen` are its records as list rows."""

    zaak: Zaak
    stappen: tuple[Stapstand, ...]
    inhoud: tuple[Inhoudpunt, ...]
    eis: Gevolg | None
    bel: tuple[tuple[Stored, int], ...]
    """Meldingen of which Veilig Thuis' decision should have been here, and how many working days it is late."""
    na_melding: tuple[Stored, ...]
    wegingen: tuple[Wegingstand, ...]
    half: UUID | None
    """The walk of which this account has an answer half-written."""
    gezin: tuple[Gezinslid, ...]
    rijen: tuple[Row, ...]
    erbij: tuple[Row, ...]
    werk: tuple[Work, ...]
    door: Mapping[UUID, str]

    @property
    def melden(self) -> bool:
        """Whether the newest walk ended in reporting, and that was not done since."""
        return any(werk.kind == "melden" for werk in self.werk)


class Zaken:
    """Everything about cases that a page asks in one go."""

    def __init__(
        self, session: Session, dossier: Dossier, meldcode: Meldcode, veiligthuis: VeiligThuis, wegen: Wegen
    ) -> None:
        self._s = session
        self._dossier = dossier
        self._meldcode = meldcode
        self._veiligthuis = veiligthuis
        self._wegen = wegen

    # -- the list

    def lijst(self, *, ook_gesloten: bool = False) -> Sequence[Zaakregel]:
        """Return the cases, what is urgent first and then the newest; closed ones last and only where asked.

        Only how a case stands is read, never shown: its content is logged when it is opened.
        """
        rijen = self._meldcode.zaken(ook_gesloten=ook_gesloten)
        werk = self._s.vault.work(limit=-1)
        regels = [self._regel(row, werk) for row in rijen]
        return sorted(regels, key=lambda r: (r.gesloten, not r.spoed, not r.te_laat))

    def gevallen(self) -> Mapping[str, int]:
        """Return how many open cases are at each region of the meldcode drawing, by the key of its page."""
        telling: dict[str, int] = {}
        if self._s.mag(Actie.MELDCODE_LEZEN):
            for regel in self.lijst():
                telling[regel.plek] = telling.get(regel.plek, 0) + 1
        return telling

    def telling(self) -> tuple[int, int]:
        """Return how many cases are open, and how many of those have work that is late: what `lijst` says of it.

        Home asks this each time. The list tables answer it, so that no case is gathered and the lane is free again.
        """
        vault, vandaag = self._s.vault, self._s.vandaag()
        van: dict[UUID, UUID] = {}
        open_ = [row.record for row in self._meldcode.zaken()]
        for stored in vault.get_many(open_):
            assert isinstance(stored.value, MeldcodeDossier)
            van |= dict.fromkeys((*stored.value.stukken, stored.record), stored.record)
        # most late work of a school is about pupils without a case: that is passed over without a question
        kinderen = {kind for row in vault.rows_of(list(van)) for kind in row.subjects}
        laat = [record for record, kind in vault.late(vandaag) if record in van or kind in kinderen]
        return len(open_), len({zaak for record in laat if (zaak := self._zaak_van(record, van)) is not None})

    def _zaak_van(self, record: UUID, van: Mapping[UUID, UUID]) -> UUID | None:
        """Return the case of a record: its own, or that of what it follows; None where it is of none of these."""
        verder: UUID | None = record
        while verder is not None and verder not in van:
            rijen = self._s.vault.rows_of([verder])
            verder = rijen[0].parent if rijen and rijen[0].kind not in _OVER else None
        return van[verder] if verder is not None else None

    def _regel(self, row: Row, alle: Sequence[Work]) -> Zaakregel:
        stored = self._s.vault.get(row.record)
        assert isinstance(stored.value, MeldcodeDossier)
        zaak = self._meldcode.verzamel(stored, stored.value)
        eigen = _eigen(zaak)
        werk = [w for w in alle if w.record in eigen]
        eis = self._meldcode.eis_vooraf(zaak)
        spoed = eis is not None or any(w.kind in ("melden", "veilig_thuis") for w in werk)
        stand, plek = self._stand(zaak, melden=spoed, hulp=any(w.kind == "resultaat" for w in werk))
        vandaag = self._s.vandaag()
        return Zaakregel(
            row=row,
            leerling=zaak.dossier.leerling.naam,
            groep=zaak.dossier.leerling.hoedanigheid,
            stand="Gesloten" if zaak.gesloten else stand,
            plek=plek,
            open=len(werk),
            te_laat=sum(1 for w in werk if w.due_on < vandaag),
            spoed=spoed and not zaak.gesloten,
            gesloten=zaak.gesloten,
        )

    def _stand(self, zaak: Zaak, *, melden: bool, hulp: bool) -> tuple[str, str]:
        """Return where a case stands in words, and the page of the plan about that."""
        if melden:
            return "Veilig Thuis bellen en melden", "veilig-thuis-melding"
        wegingen = self._meldcode.wegingen(zaak)
        laatste = wegingen[-1] if wegingen else None
        if laatste is not None and laatste.volgende is not None:
            vraag = laatste.volgende
            woord = "Hulp loopt; daarna vraag 5" if hulp else f"Weging: vraag {vraag.nummer}, {vraag.label.lower()}"
            return woord, f"afweging-{vraag.value}"
        if zaak.van(Melding):
            return "Gemeld; de zorg volgen", "meldcode-zorg-monitoren"
        if laatste is not None and laatste.gevolg is not None and laatste.gevolg.uitkomst is not Uitkomst.VERDER:
            return laatste.gevolg.uitkomst.label, "meldcode-zorg-monitoren"
        for stap in self._meldcode.stappen(zaak):
            if not stap.klaar:
                leerling = stap.nummer == 3 and GEEN_LEERLING in stap.ontbreekt
                plek = "meldcode-ib-gesprek-leerling" if leerling else _STAP[stap.nummer]
                return f"Stap {stap.nummer}: {stap.naam.lower()}", plek
        return "Alle stappen gezet", "meldcode-zorg-monitoren"

    # -- one case

    def beeld(self, dossier: UUID) -> Zaakbeeld:
        """Return a case as its page shows it; looking is logged. Raises UserError where there is no such case."""
        zaak = self._meldcode.zaak(dossier)
        eigen = _eigen(zaak)
        namen = {account.id: account.name for account in self._s.vault.accounts()}
        leerling = zaak.dossier.leerling.persoon
        rijen = self._s.vault.rows_of([s.record for s in zaak.stukken])
        tijdlijn = self._dossier.rijen(self._dossier.tijdlijn(leerling)) if leerling else ()
        buiten = [r for r in tijdlijn if r.record not in eigen and r.kind not in (MeldcodeDossier.KIND, Afweging.KIND)]
        return Zaakbeeld(
            zaak=zaak,
            stappen=self._meldcode.stappen(zaak),
            inhoud=self._meldcode.inhoud(zaak),
            eis=self._meldcode.eis_vooraf(zaak),
            bel=tuple((s, self._te_laat(s)) for s in self._veiligthuis.bel_ze(zaak)),
            na_melding=tuple(self._veiligthuis.nieuw_na_melding(zaak)),
            wegingen=self._meldcode.wegingen(zaak),
            half=self._wegen.halverwege(dossier),
            gezin=self._wegen.gezin(zaak),
            rijen=tuple(sorted((r for r in rijen if _toont(r)), key=lambda r: r.event_at)),
            erbij=tuple(r for r in buiten if r.state != "ingetrokken"),
            werk=tuple(w for w in self._s.vault.work(limit=-1) if w.record in eigen),
            door={s.record: namen.get(s.account, "") for s in zaak.stukken},
        )

    def _te_laat(self, stored: Stored) -> int:
        assert isinstance(stored.value, Melding)
        verwacht = stored.value.verwacht_op
        return werkdagen_over(verwacht, self._s.vandaag()) if verwacht is not None else 0

    def signalen(self, leerling: UUID, overdracht: UUID | None = None) -> tuple[Wie, Sequence[Row]]:
        """Return a pupil as records name them, and what a new case can be opened from: signals, newest first.

        The hand-over that asked for the case goes before them.
        """
        self._s.eis(Actie.MELDCODE)
        begin = self._meldcode.begin(leerling, ())
        eerst = self._s.vault.rows_of([overdracht]) if overdracht is not None else ()
        wie = Wie.model_validate(begin.values["leerling"], strict=False)
        return wie, (*eerst, *self._dossier.eerdere_signalen(leerling))

    def open(self, leerling: UUID, stukken: Sequence[UUID], values: Values) -> tuple[Stored | None, list[Problem]]:
        """Open a case on these signals, with the hand-over where there was one."""
        self._s.eis(Actie.MELDCODE)
        if not any(rij.kind == Signaal.KIND for rij in self._s.vault.rows_of(stukken)):
            return None, [Problem(("stukken",), "Kies minstens één signaal. Is er nog geen? Leg dat dan eerst vast.")]
        begin = self._meldcode.begin(leerling, stukken)
        return self._dossier.bewaar(begin, {**begin.values, **values})

    def nagezocht(self, zaak: Zaak, kind: UUID, uitkomst: str) -> Stored:
        """Say what was found about a brother or sister. Raises UserError without an outcome."""
        self._s.eis(Actie.MELDCODE)
        if not uitkomst.strip():
            raise UserError("Schrijf op wat je hebt gevonden.", "Ook ‘geen bijzonderheden’ is een uitkomst.")
        naam = next((naam for lid, naam in self._meldcode.gezin(_leerling(zaak)) if lid == kind), "")
        rij = BroerZus(rij=self._s.ids.new(), wie=Wie(persoon=kind, naam=naam), uitkomst=uitkomst.strip())
        nieuw = zaak.dossier.model_copy(update={"gezin": (*zaak.dossier.gezin, rij)})
        item = Append(zaak.stored.record, nieuw, zaak.stored.revision, zaak.stored.state)
        return self._s.vault.append(self._s.actor, item, self._s.nu())


def _leerling(zaak: Zaak) -> UUID:
    leerling = zaak.dossier.leerling.persoon
    assert leerling is not None
    return leerling


def _eigen(zaak: Zaak) -> set[UUID]:
    return {zaak.stored.record, *zaak.dossier.stukken, *(s.record for s in zaak.stukken)}


def _toont(row: Row) -> bool:
    """Whether a record stands in the case's timeline: what follows another record shows at that one."""
    kind: type[Record] = KINDS[row.kind]
    return kind.VASTSTELLEN and row.kind not in _VERVOLG and row.state != "ingetrokken"


_VERVOLG = frozenset("aanvulling parnassys afspraak_gedaan werkgedaan herverdeeld ondertekening nazorgkeer".split())
