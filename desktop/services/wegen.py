"""Answering one question of the afwegingskader: which one is next, its draft, and what the dossier says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from pydantic import JsonValue

from desktop.models.afweging import Afweging
from desktop.models.core import Problem, Values, Wie
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.models.schoolplan import Schoolplan
from desktop.models.signaal import Signaal
from desktop.models.weging import Invoer, Vraag
from desktop.services.documenten import Documenten
from desktop.services.dossier import Dossier
from desktop.services.meldcode import Meldcode, Wegingstand, Zaak
from desktop.services.personen import Personen
from desktop.services.session import Session
from desktop.services.stuk import Stuk


@dataclass(frozen=True, slots=True)
class Gezinslid:
    """A brother or sister at this school, and how many signals there are about him or her."""

    leerling: UUID
    naam: str
    signalen: int
    nagezocht: bool


@dataclass(frozen=True, slots=True)
class Weegbeeld:
    """One question as it is opened. `stuk` is the answer: half-written, or established; None for who only reads.

    `antwoorden` are those of this walk so far, `mensen` who can be named as taking part, `voorgesteld` who usually do.
    """

    zaak: Zaak
    weging: UUID
    vraag: Vraag
    stuk: Stuk | None
    antwoorden: tuple[Stored, ...]
    volgende: Vraag | None
    andere: tuple[Wegingstand, ...]
    invoer: Invoer
    gezin: tuple[Gezinslid, ...]
    mensen: tuple[Wie, ...]
    voorgesteld: tuple[Wie, ...]

    @property
    def vast(self) -> bool:
        """Whether this question has its answer."""
        return self.stuk is not None and self.stuk.vast


class Wegen(Dossier):
    """The way of an answer: as any record of a dossier, but what the dossier says is read anew when it is established.

    So an answer that was begun before a signal with disclosure came in cannot be established without it.
    """

    def __init__(self, session: Session, documenten: Documenten, personen: Personen, meldcode: Meldcode) -> None:
        super().__init__(session, documenten)
        self._personen = personen
        self._meldcode = meldcode

    def beeld(self, dossier: UUID, weging: UUID | None = None, vraag: Vraag | None = None) -> Weegbeeld:
        """Return a question of a walk. Without a walk: the one that is half-written, else that runs, else a new one.

        A question that is not answered and not next gives the one that is: their order is fixed. Looking is logged,
        at the case and at each signal of which passages show.
        """
        zaak = self._meldcode.zaak(dossier)
        self.signalen([s.record for s, _ in zaak.van(Signaal)])
        standen = self._meldcode.wegingen(zaak)
        weging = weging or self._lopend(zaak, standen)
        stand = next((s for s in standen if s.weging == weging), None)
        beantwoord = {a.vraag: s for s in (stand.antwoorden if stand else ()) if isinstance(a := s.value, Afweging)}
        volgende = stand.volgende if stand is not None else Vraag.VERMOEDEN
        if vraag not in beantwoord:
            vraag = volgende or list(beantwoord)[-1]
        assert vraag is not None
        return Weegbeeld(
            zaak=zaak,
            weging=weging,
            vraag=vraag,
            stuk=self.open(beantwoord[vraag].record)
            if vraag in beantwoord
            else self._nieuw_antwoord(zaak, weging, vraag),
            antwoorden=stand.antwoorden if stand else (),
            volgende=volgende,
            andere=tuple(s for s in standen if s.weging != weging),
            invoer=self._meldcode.invoer(zaak),
            gezin=self.gezin(zaak),
            mensen=tuple(self._personen.medewerkers()),
            voorgesteld=self._voorgesteld(zaak),
        )

    def gezin(self, zaak: Zaak) -> tuple[Gezinslid, ...]:
        """Return brothers and sisters at this school, with what there is about them and whether they were looked up."""
        leerling = zaak.dossier.leerling.persoon
        if leerling is None:
            return ()
        gedaan = {rij.wie.persoon for rij in zaak.dossier.gezin if rij.wie is not None}
        return tuple(
            Gezinslid(kind, naam, len(self.eerdere_signalen(kind)), kind in gedaan)
            for kind, naam in self._meldcode.gezin(leerling)
        )

    def halverwege(self, dossier: UUID) -> UUID | None:
        """Return the walk of which this account has an answer half-written; None where it has none."""
        draft = next(
            (d for d in self.drafts() if d.kind == Afweging.KIND and d.values.get("dossier") == str(dossier)), None
        )
        return UUID(str(draft.values["weging"])) if draft is not None else None

    def _lopend(self, zaak: Zaak, standen: tuple[Wegingstand, ...]) -> UUID:
        half = self.halverwege(zaak.stored.record)
        lopend = [s.weging for s in standen if s.volgende is not None]
        laatste = [s.weging for s in standen]
        if half is not None or lopend:
            return half or lopend[-1]
        if laatste and not self._s.mag(Actie.MELDCODE):
            return laatste[-1]
        return self._s.ids.new()

    def _nieuw_antwoord(self, zaak: Zaak, weging: UUID, vraag: Vraag) -> Stuk | None:
        if not self._s.mag(Actie.MELDCODE) or zaak.gesloten:
            return None
        vers = self._meldcode.antwoord(zaak, weging, vraag)
        for draft in self.drafts():
            bij = tuple(draft.values.get(naam) for naam in ("dossier", "weging", "vraag"))
            if draft.kind == Afweging.KIND and bij == (str(zaak.stored.record), str(weging), vraag.value):
                half = super().open(draft.record)
                return replace(half, values={**half.values, **_van_het_dossier(vers.values)})
        manager = zaak.dossier.casemanager or zaak.dossier.uitvoerend
        return replace(vers, values={**vers.values, "casemanager": manager}) if vraag is Vraag.ACCEPTATIE else vers

    def _voorgesteld(self, zaak: Zaak) -> tuple[Wie, ...]:
        """Plan: the intern begeleider and the director weigh, together with the aandachtsfunctionaris."""
        plan = next((s.value for s in self._s.vault.all(Schoolplan.KIND)), None)
        eigen = plan if isinstance(plan, Schoolplan) else Schoolplan()
        rollen = (
            (zaak.dossier.uitvoerend, "intern begeleider"),
            (eigen.directeur, "directeur"),
            (zaak.dossier.adviserend or eigen.aandachtsfunctionaris, "aandachtsfunctionaris"),
        )
        return tuple(Wie(naam=naam.splitlines()[0].strip(), hoedanigheid=rol) for naam, rol in rollen if naam.strip())

    def stel_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish an answer with what the dossier says at this moment. Raises UserError where it is not its turn."""
        if stuk.kind is not Afweging:
            return super().stel_vast(stuk, values)
        self._s.eis(Actie.MELDCODE)
        zaak = self._meldcode.zaak(UUID(str(values["dossier"])))
        weging, vraag = UUID(str(values["weging"])), Vraag.van(str(values["vraag"]))
        stand = next((s for s in self._meldcode.wegingen(zaak) if s.weging == weging), None)
        if zaak.gesloten:
            raise UserError("Dit dossier is intussen gesloten.", "Heropen het dossier om verder te wegen.")
        if vraag is not (stand.volgende if stand is not None else Vraag.VERMOEDEN):
            raise UserError("Deze vraag is intussen beantwoord.", "Open het dossier opnieuw om verder te gaan.")
        nu = _van_het_dossier(self._meldcode.antwoord(zaak, weging, vraag).values)
        return super().stel_vast(stuk, {**values, **nu})


def _van_het_dossier(values: Values) -> Mapping[str, JsonValue]:
    """Return what the program fills in of an answer: it follows from the dossier, never from the form."""
    namen = ("leerling", "vorige", "disclosure", "eergerelateerd", "gemeld", "besloten")
    return {naam: values.get(naam) for naam in namen}
