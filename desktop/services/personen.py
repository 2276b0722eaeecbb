"""Pupils, parents and the gezag card: looking up, adding, changing, merging."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.models.check import check
from desktop.models.core import Problem, Record, Values, Wie
from desktop.models.errors import NietGevonden
from desktop.models.opslag import Append, Draft, Query, Row, Stored
from desktop.models.personen import Gezag, Groep, Leerling, Medewerker, Persoon, Relatie, Samenvoeging
from desktop.models.rechten import Actie
from desktop.models.woorden import fold
from desktop.services.session import Session

_HOOGSTENS = 500
"""So many who match are looked through for those whose name begins with what was typed."""


@dataclass(frozen=True, slots=True)
class Kaart:
    """One gezag card with the person it is about, and what holds today."""

    relatie: Stored
    persoon: Stored
    wie: Wie

    @property
    def kaart(self) -> Relatie:
        """Return the card itself."""
        assert isinstance(self.relatie.value, Relatie)
        return self.relatie.value

    @property
    def mens(self) -> Persoon:
        """Return the person."""
        assert isinstance(self.persoon.value, Persoon)
        return self.persoon.value


@dataclass(frozen=True, slots=True)
class Leerlingbeeld:
    """A pupil as the page shows him: gezag cards, siblings by shared parents, and whether he has left."""

    stored: Stored
    leerling: Leerling
    kaarten: tuple[Kaart, ...]
    broers_zussen: tuple[tuple[UUID, str], ...]
    weg: bool


class Personen:
    """Everything about people."""

    def __init__(self, session: Session) -> None:
        self._s = session

    # -- looking up

    def leerling_ids(self, woorden: str = "", groep: UUID | None = None, *, ook_weg: bool = False) -> Sequence[int]:
        """Return row ids of pupils, by name; those who left only with `ook_weg`."""
        self._s.eis(Actie.LEERLINGEN_ZIEN)
        vraag = Query(kinds=(Leerling.KIND,), words=woorden, target=groep, order="naam", open_only=not ook_weg)
        return self._s.vault.ids(vraag)

    def rijen(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return list rows."""
        return self._s.vault.rows(ids)

    def groepen(self) -> Sequence[tuple[UUID, Groep]]:
        """Return the groups that exist now, by name."""
        gevonden = [(s.record, s.value) for s in self._s.vault.all(Groep.KIND) if isinstance(s.value, Groep)]
        return sorted(((u, g) for u, g in gevonden if not g.weg_sinds), key=lambda paar: paar[1].naam)

    def leerling(self, record: UUID) -> Leerlingbeeld:
        """Return a pupil with cards and siblings. Raises UserError when it is not a pupil."""
        self._s.eis(Actie.LEERLINGEN_ZIEN)
        stored = self._s.vault.get(record)
        if not isinstance(stored.value, Leerling):
            raise NietGevonden(
                "Deze leerling is er niet (meer) in deze kluis.", "Kies de leerling opnieuw in de lijst."
            )
        kaarten = self.kaarten(record)
        return Leerlingbeeld(
            stored, stored.value, kaarten, self._broers_zussen(record, kaarten), stored.value.is_weg(self._s.vandaag())
        )

    def kaarten(self, leerling: UUID, dag: date | None = None) -> tuple[Kaart, ...]:
        """Return the gezag cards of a pupil, as they hold on a day (default today), gezag first."""
        vault, dag = self._s.vault, dag or self._s.vandaag()
        rows = vault.rows(vault.ids(Query(kinds=(Relatie.KIND,), target=leerling, link_role="kind")))
        kaarten = []
        for relatie in vault.get_many([r.record for r in rows]):
            if isinstance(relatie.value, Relatie):
                persoon = vault.get(vault.resolve(relatie.value.persoon))
                assert isinstance(persoon.value, Persoon)
                wie = Wie(
                    persoon=persoon.record,
                    naam=persoon.value.titel(),
                    hoedanigheid=relatie.value.hoedanigheid(),
                    gezag=relatie.value.gezag_op(dag).value,
                )
                kaarten.append(Kaart(relatie, persoon, wie))
        volgorde = {Gezag.JA.value: 0, Gezag.ONBEKEND.value: 1, Gezag.NEE.value: 2}
        return tuple(sorted(kaarten, key=lambda k: (volgorde.get(k.wie.gezag, 1), k.wie.naam)))

    def _broers_zussen(self, leerling: UUID, kaarten: Sequence[Kaart]) -> tuple[tuple[UUID, str], ...]:
        vault = self._s.vault
        gevonden: dict[UUID, str] = {}
        for kaart in kaarten:
            rows = vault.rows(vault.ids(Query(kinds=(Relatie.KIND,), target=kaart.persoon.record, link_role="ouder")))
            for relatie in vault.get_many([r.record for r in rows]):
                if isinstance(relatie.value, Relatie) and relatie.value.leerling != leerling:
                    gevonden.setdefault(relatie.value.leerling, "")
        namen = {s.record: s.value.titel() for s in vault.get_many(list(gevonden)) if s.value is not None}
        return tuple(sorted(namen.items(), key=lambda paar: paar[1]))

    def medewerkers(self) -> Sequence[Wie]:
        """Return the staff of today as references, by name."""
        gevonden = [(s.record, s.value) for s in self._s.vault.all(Medewerker.KIND) if isinstance(s.value, Medewerker)]
        actief = sorted(((u, m) for u, m in gevonden if not m.weg_sinds), key=lambda paar: paar[1].sorteer())
        return [Wie(persoon=u, naam=m.titel(), hoedanigheid=m.functie or "medewerker") for u, m in actief]

    def ouders_zoeken(self, woorden: str) -> Sequence[Row]:
        """Return up to 50 persons who match, for linking an existing parent to a pupil; first whose name begins so."""
        vault, begin = self._s.vault, fold(woorden.strip())
        rows = vault.rows(vault.ids(Query(kinds=(Persoon.KIND,), words=woorden, order="naam"))[:_HOOGSTENS])
        return sorted(rows, key=lambda row: not fold(row.title).startswith(begin))[:50]

    def kinderen(self, persoon: UUID) -> Sequence[Row]:
        """Return the pupils that a person has a gezag card for, each once, by name."""
        vault = self._s.vault
        rows = vault.rows(vault.ids(Query(kinds=(Relatie.KIND,), target=persoon, link_role="ouder")))
        ids = [r.value.leerling for r in vault.get_many([row.record for row in rows]) if isinstance(r.value, Relatie)]
        return sorted(vault.rows_of(list(dict.fromkeys(ids))), key=lambda row: row.title)

    def kaarten_van(self, persoon: UUID) -> Sequence[tuple[Row, Stored]]:
        """Return each gezag card of a person, with the pupil it is about before it, by the pupil's name."""
        self._s.eis(Actie.LEERLINGEN_ZIEN)
        vault = self._s.vault
        rows = vault.rows(vault.ids(Query(kinds=(Relatie.KIND,), target=persoon, link_role="ouder")))
        kaarten = [
            (s.value.leerling, s) for s in vault.get_many([r.record for r in rows]) if isinstance(s.value, Relatie)
        ]
        namen = {row.record: row for row in vault.rows_of([leerling for leerling, _ in kaarten])}
        paren = [(namen[leerling], stored) for leerling, stored in kaarten if leerling in namen]
        return sorted(paren, key=lambda paar: paar[0].title)

    def persoon(self, record: UUID) -> Stored:
        """Return a person as stored now, through merges."""
        self._s.eis(Actie.LEERLINGEN_ZIEN)
        return self._s.vault.get(self._s.vault.resolve(record))

    # -- half-written

    def draft(self, kind: type[Record], record: UUID | None, onderwerp: UUID | None = None) -> Draft | None:
        """Return what this account has half-written: of a record, or without one of a new one about a pupil."""
        vault, account = self._s.vault, self._s.actor.account
        if record is not None:
            gevonden = vault.draft(account, record)
            return gevonden if gevonden is not None and gevonden.kind == kind.KIND else None
        nieuw = (d for d in vault.drafts(account) if d.kind == kind.KIND and d.base is None and d.subject == onderwerp)
        return next(nieuw, None)

    def drafts_bij(self, leerling: UUID) -> Sequence[Draft]:
        """Return the gezag cards of a pupil that this account has half-written, newest first."""
        drafts = self._s.vault.drafts(self._s.actor.account)
        return [d for d in drafts if d.kind == Relatie.KIND and d.subject == leerling]

    def bewaar_draft(
        self, kind: type[Record], record: UUID, base: UUID | None, values: Values, onderwerp: UUID | None = None
    ) -> None:
        """Keep half-written values of this account, valid or not; `base` is the revision they were begun from."""
        self._s.vault.save_draft(
            self._s.actor,
            record=record,
            kind=kind.KIND,
            base=base,
            subject=onderwerp,
            values=values,
            at=self._s.nu(),
        )

    def gooi_draft_weg(self, record: UUID) -> None:
        """Drop this account's half-written values of a record."""
        self._s.vault.drop_draft(self._s.actor.account, record)

    # -- changing

    def bewaar(
        self, kind: type[Record], record: UUID | None, values: Values, base: UUID | None = None
    ) -> tuple[Stored | None, list[Problem]]:
        """Check and store a pupil, person or member of staff; a new one where `record` is None.

        `base` is the revision that the form was filled from. Raises Conflict where another was stored since.
        """
        self._s.eis(Actie.PERSONEN_BEHEREN)
        value, problems = check(kind, values, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        if record is not None and base is None:
            base = self._s.vault.get(record).revision
        item = Append(record or self._s.ids.new(), value, base)
        return self._s.vault.append(self._s.actor, item, self._s.nu()), []

    def koppel(
        self,
        leerling: UUID,
        persoon_values: Values | UUID,
        relatie_values: Mapping[str, object],
        relatie: UUID | None = None,
        base: UUID | None = None,
    ) -> tuple[Stored | None, dict[str, list[Problem]]]:
        """Store a person and his gezag card with a pupil in one transaction.

        `persoon_values` is what the form holds, or the id of a person who is known already (a sibling's parent, or the
        person of an existing card with its values left alone). Returns the stored card, or problems under 'persoon' and
        'relatie'. `base` is the revision of the card that the form was filled from, '_base' in `persoon_values` that of
        the person; raises Conflict where another of either was stored since, and then stores neither.
        """
        self._s.eis(Actie.PERSONEN_BEHEREN)
        vault, vandaag = self._s.vault, self._s.vandaag()
        items: list[Append] = []
        problems: dict[str, list[Problem]] = {}
        if isinstance(persoon_values, UUID):
            bekend = vault.get(vault.resolve(persoon_values))
            assert isinstance(bekend.value, Persoon)
            persoon_id, persoon = bekend.record, bekend.value
        else:
            ruw = dict(persoon_values)
            bestaand, oud = ruw.pop("_record", None), ruw.pop("_base", None)
            gemaakt, fout = check(Persoon, ruw, "bewaren", vandaag)
            if gemaakt is None:
                problems["persoon"] = fout
                persoon = Persoon(roepnaam="?")
            else:
                persoon = gemaakt
            persoon_id = vault.resolve(UUID(str(bestaand))) if bestaand else self._s.ids.new()
            eerder = (UUID(str(oud)) if oud else vault.get(persoon_id).revision) if bestaand else None
            items.append(Append(persoon_id, persoon, eerder))
        kaart_values = {
            **relatie_values,
            "leerling": str(leerling),
            "persoon": str(persoon_id),
            "naam": persoon.titel(),
        }
        kaart, fout = check(Relatie, kaart_values, "bewaren", vandaag)  # type: ignore[arg-type]
        if kaart is None:
            problems["relatie"] = fout
        if problems or kaart is None:
            return None, problems
        if relatie is not None and base is None:
            base = vault.get(relatie).revision
        items.append(Append(relatie or self._s.ids.new(), kaart, base))
        return vault.append_many(self._s.actor, items, self._s.nu(), action="bewaard")[-1], {}

    def verwijder_kaart(self, relatie: UUID) -> None:
        """Take back a gezag card that was made by mistake; it stays in the history as withdrawn."""
        self._s.eis(Actie.PERSONEN_BEHEREN)
        stored = self._s.vault.get(relatie)
        assert stored.value is not None
        item = Append(relatie, stored.value, stored.revision, "ingetrokken")
        self._s.vault.append(self._s.actor, item, self._s.nu(), action="kaart_ingetrokken")

    def voeg_samen(self, oud: UUID, nieuw: UUID, reden: str) -> list[Problem]:
        """Let one person go on as another. Links and cards follow; what is established keeps what it says."""
        self._s.eis(Actie.PERSONEN_SAMENVOEGEN)
        vault = self._s.vault
        values = {"oud": str(vault.resolve(oud)), "nieuw": str(vault.resolve(nieuw)), "reden": reden}
        value, problems = check(Samenvoeging, values, "bewaren", self._s.vandaag())
        if value is not None:
            vault.append(self._s.actor, Append(self._s.ids.new(), value, None), self._s.nu(), action="samengevoegd")
        return problems

    def opgegaan(self, persoon: UUID) -> Sequence[tuple[Stored, str]]:
        """Return each merge by which another goes on as this person, oldest first, with the other's name."""
        vault = self._s.vault
        merges = [(s, s.value) for s in vault.all(Samenvoeging.KIND) if isinstance(s.value, Samenvoeging)]
        return [(s, _naam(vault.get(v.oud))) for s, v in merges if v.nieuw == persoon]

    def maak_ongedaan(self, samenvoeging: UUID) -> None:
        """Take a merge back: each has its own cards and talks again, for every record kept whom it was about.

        What was written of who went on, after the merge, stays with that one. Raises Conflict, or NietGevonden.
        """
        self._s.eis(Actie.PERSONEN_SAMENVOEGEN)
        vault = self._s.vault
        stored = vault.get(samenvoeging)
        if not isinstance(stored.value, Samenvoeging) or stored.state == "ingetrokken":
            raise NietGevonden("Deze samenvoeging is er niet meer.", "Open de persoon opnieuw.")
        item = Append(samenvoeging, stored.value, stored.revision, "ingetrokken")
        vault.append(self._s.actor, item, self._s.nu(), action="samenvoeging_ongedaan")

    def lijkt_op(self, persoon: UUID) -> Sequence[Row]:
        """Return other persons with the same surname, as candidates for merging."""
        stored = self.persoon(persoon)
        assert isinstance(stored.value, Persoon)
        rows = self.ouders_zoeken(stored.value.achternaam or stored.value.roepnaam)
        return [r for r in rows if r.record != stored.record]


def _naam(stored: Stored) -> str:
    return stored.value.titel() if stored.value is not None else "?"
