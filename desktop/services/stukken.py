"""Any record about a pupil: opened, half-written, stored, established, withdrawn, followed; every kind by one way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.check import check
from desktop.models.core import Problem, Record, Values, Wie
from desktop.models.errors import NietGevonden, UserError
from desktop.models.kinds import KINDS
from desktop.models.opslag import Append, Draft, Stored
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.models.vervolg import Vervolg
from desktop.services.documenten import Documenten, Opdracht
from desktop.services.session import Session
from desktop.services.stuk import Stuk

KEPT = "vastgesteld-pdf"
"""The purpose under which the PDF of an established record is kept."""


@dataclass(frozen=True, slots=True)
class Recht:
    """What reading, writing and establishing a kind of record ask of an account."""

    lezen: Actie
    schrijven: Actie
    vaststellen: Actie


class Stukken:
    """The way of a record about a pupil. `rechten` names the kinds it is about, `vervolg` what may follow them.

    `draftsoorten` are the kinds of which half-written text belongs here.
    """

    def __init__(
        self,
        session: Session,
        documenten: Documenten,
        rechten: Mapping[type[Record], Recht],
        vervolg: Mapping[type[Vervolg], Actie],
        draftsoorten: tuple[str, ...] = (),
    ) -> None:
        self._s = session
        self._documenten = documenten
        self._rechten = rechten
        self._vervolg = vervolg
        self.draftsoorten = draftsoorten or tuple(kind.KIND for kind in rechten)

    def kent(self, kind: type[Record]) -> bool:
        """Whether this is about such records."""
        return kind in self._rechten

    def mag_schrijven(self, kind: type[Record]) -> bool:
        """Whether this account may write such a record."""
        return self.kent(kind) and self._s.mag(self._rechten[kind].schrijven)

    def recht(self, kind: type[Record]) -> Recht:
        """Return what a kind of record asks of an account. Raises UserError for one that this is not about."""
        return self._recht(kind)

    def _recht(self, kind: type[Record]) -> Recht:
        if kind not in self._rechten:
            raise UserError(f"Dit is een ander soort stuk: {kind.NAAM.lower()}.", "Kies het uit de lijst.")
        return self._rechten[kind]

    def open(self, record: UUID, reden: str = "") -> Stuk:
        """Return a record; looking is logged before it shows. A draft of this account goes before."""
        draft = self._s.vault.draft(self._s.actor.account, record)
        try:
            bekend = self._s.vault.get(record)
        except NietGevonden:
            if draft is None:
                raise
            self._s.eis(self._recht(KINDS[draft.kind]).lezen)
            return _uit_draft(draft)
        if bekend.value is None:
            raise UserError("De inhoud hiervan is vernietigd.", "In het logboek staat wanneer, en op welke grond.")
        self._s.eis(self._recht(type(bekend.value)).lezen)
        stored = self._s.vault.view(self._s.actor, record, self._s.nu(), reden)
        assert stored.value is not None
        halverwege = draft is not None and stored.state == "concept" and draft.kind == stored.kind
        leerling = getattr(stored.value, "leerling", None)
        return Stuk(
            record,
            type(stored.value),
            stored,
            draft.values if draft is not None and halverwege else naar_values(stored.value),
            halverwege,
            tuple(self._s.vault.followups(record)),
            leerling.persoon if isinstance(leerling, Wie) else None,
            draft.base if draft is not None and halverwege else stored.revision,
            draft,
            self._reden(record) if stored.state == "ingetrokken" else "",
        )

    def _reden(self, record: UUID) -> str:
        return next((r.reason for r in self._s.vault.audit(record=record, action="ingetrokken", limit=1)), "")

    def bewaar_draft(self, stuk: Stuk, values: Values) -> None:
        """Keep half-written values of this account, valid or not; never what a source does not let be kept."""
        kind, mag = stuk.kind, stuk.kind.te_bewaren(values)
        self._s.vault.save_draft(self._s.actor, stuk.record, kind.KIND, stuk.base, stuk.leerling, mag, self._s.nu())

    def gooi_draft_weg(self, record: UUID) -> None:
        """Drop this account's half-written values of a record."""
        self._s.vault.drop_draft(self._s.actor.account, record)

    def drafts(self) -> Sequence[Draft]:
        """Return what of these kinds this account has half-written, newest first."""
        return [draft for draft in self._s.vault.drafts(self._s.actor.account) if draft.kind in self.draftsoorten]

    def bewaar(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Store a concept revision; the draft goes in the same transaction. Returns problems where it cannot be."""
        self._s.eis(self._recht(stuk.kind).schrijven)
        value, problems = check(stuk.kind, stuk.kind.te_bewaren(values), "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        item = Append(stuk.record, value, stuk.base)
        return self._s.vault.append(self._s.actor, item, self._s.nu(), drop_draft=True), []

    def problemen(self, stuk: Stuk, values: Values) -> list[Problem]:
        """Return what still keeps a form from being established, without storing anything."""
        return check(stuk.kind, stuk.kind.te_bewaren(values), "vaststellen", self._s.vandaag())[1]

    def stel_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish: all is checked, and from then on it is only followed. `leg_pdf_vast` comes next."""
        self._s.eis(self._recht(stuk.kind).vaststellen)
        value, problems = check(stuk.kind, stuk.kind.te_bewaren(values), "vaststellen", self._s.vandaag())
        if value is None:
            return None, problems
        item = Append(stuk.record, value, stuk.base, "vastgesteld")
        samen = self._samen(stuk.record, value)
        stored = self._s.vault.append(
            self._s.actor, item, self._s.nu(), drop_draft=True, action="vastgesteld", samen=samen
        )
        return stored, []

    def _samen(self, record: UUID, value: Record) -> Sequence[Append]:
        """Return what is stored in the transaction that establishes this record: nothing, or a line in a log."""
        return ()

    def opdracht_vastgesteld(self, record: UUID) -> Opdracht | None:
        """Return what to render once for an established record, or None when its PDF is kept already.

        The bytes follow from the revision and the school of that moment: a crash before they are kept loses nothing.
        """
        if self._s.vault.kept(record, KEPT) is not None:
            return None
        return self._documenten.opdracht(self._s.vault.get(record), zonder_vervolg=True)

    def leg_pdf_vast(self, record: UUID, pdf: bytes) -> bytes:
        """Keep the PDF of an established record; returns the kept bytes, the first ones if there were any."""
        kept = self._s.vault.kept(record, KEPT)
        if kept is not None:
            return kept[1]
        self._s.vault.keep(self._s.actor, record, KEPT, pdf, "application/pdf", self._s.nu())
        return pdf

    def vastgesteld_pdf(self, record: UUID) -> bytes:
        """Return the kept PDF of an established record, made now if a crash came between."""
        opdracht = self.opdracht_vastgesteld(record)
        if opdracht is None:
            kept = self._s.vault.kept(record, KEPT)
            assert kept is not None
            return kept[1]
        return self.leg_pdf_vast(record, self._documenten.maak(opdracht).pdf)

    def trek_in(self, record: UUID, reden: str) -> Stored:
        """Withdraw a record that stands in the wrong file. Raises UserError without a reason.

        Whoever wrote a concept alone may take it back; what is established, or another's, asks the right for that.
        """
        self._s.eis(self._recht_om_in_te_trekken(record))
        if len(reden.strip()) < 10:
            raise UserError("Schrijf op waarom dit wordt ingetrokken.", "Eén zin is genoeg.")
        stored = self._s.vault.get(record)
        assert stored.value is not None
        item = Append(record, stored.value, stored.revision, "ingetrokken")
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action="ingetrokken", reason=reden.strip())

    def _recht_om_in_te_trekken(self, record: UUID) -> Actie:
        versies = self._s.vault.history(record)
        laatste = versies[-1]
        alleen = all(versie.account == self._s.actor.account for versie in versies)
        if laatste.state == "concept" and alleen and laatste.value is not None:
            return self._recht(type(laatste.value)).schrijven
        return Actie.INTREKKEN

    def volg(self, stuk: Stuk, kind: type[Vervolg], values: Values) -> tuple[Stored | None, list[Problem]]:
        """Store a follow-up record to an established one."""
        self._s.eis(self._vervolg[kind])
        assert stuk.stored is not None
        if stuk.stored.state == "ingetrokken":
            raise UserError("Dit stuk is ingetrokken.", "Maak een nieuw bij de juiste leerling.")
        rest = {
            "op": str(stuk.record),
            "revisie": stuk.stored.digest.hex(),
            "leerling": str(stuk.leerling) if stuk.leerling else None,
            "moment": self._s.nu().isoformat(),
        }
        value, problems = check(kind, {**values, **rest}, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        item = Append(self._s.ids.new(), value, None, "vastgesteld")
        samen = self._samen(item.record, value)
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action=kind.KIND, samen=samen), []


def _uit_draft(draft: Draft) -> Stuk:
    return Stuk(draft.record, KINDS[draft.kind], None, draft.values, True, (), draft.subject, draft.base, draft)
