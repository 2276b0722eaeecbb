"""The meldcode of a pupil as a case: its five steps, what it gathers, the weging that runs, closing and reopening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from desktop.models.afweging import Afweging
from desktop.models.check import check
from desktop.models.core import Problem, Record, Values
from desktop.models.errors import NietGevonden, UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.meldcode import Afsluiting, Heropening, MeldcodeDossier, is_gesloten, open_bij_sluiten
from desktop.models.melding import Melding
from desktop.models.nazorg import Nazorg
from desktop.models.opslag import Append, Query, Row, Stored
from desktop.models.overleg import Overleg, OverlegSoort
from desktop.models.rapportage import Rapportage
from desktop.models.rechten import Actie
from desktop.models.signaal import Signaal
from desktop.models.veiligthuis import CitContact, Terugkoppeling, VtAdvies
from desktop.models.velden import naar_values
from desktop.models.vooroverleg import Gevaar, SoortGesprek
from desktop.models.weging import Gevolg, Invoer, Uitkomst, Vraag, vooraf
from desktop.services.dossier import Dossier
from desktop.services.personen import Personen
from desktop.services.session import Session
from desktop.services.stuk import Stuk

R = TypeVar("R", bound=Record)

GEEN_SIGNAAL = "Nog geen signaal in dit dossier."
GEEN_OVERLEG = "Nog geen overleg met collega's vastgelegd."
GEEN_ADVIES = "Nog geen advies van een aandachtsfunctionaris of Veilig Thuis."
GEEN_LEERLING = "Nog geen gesprek met de leerling."
GEEN_OUDERS = "Nog geen gesprek met de ouders, of besluit met Veilig Thuis om dat niet te doen."
AFWEGING_EEN = "Afweging 1 (vermoeden) is nog niet beantwoord."
AFWEGING_TWEE = "Afweging 2 (veiligheid) is nog niet beantwoord."
GEEN_BESLUIT = "Nog niet besloten: hulp, melden of sluiten."
"""What a step can lack; each has its own way to mend it on the page of a case."""


OVER_DE_ZAAK = (Afsluiting, Heropening, Rapportage)
"""What follows a case without being one of its records: the report names nobody and stays out of the file."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that was done: which record says so, when, and in words."""

    record: UUID
    op: date | None
    wat: str
    wie: str = ""


@dataclass(frozen=True, slots=True)
class Stapstand:
    """Where one of the five steps stands: what is done, and what the plan still asks."""

    nummer: int
    naam: str
    gedaan: tuple[Regel, ...]
    ontbreekt: tuple[str, ...]

    @property
    def klaar(self) -> bool:
        """Whether something is done and nothing is missing."""
        return bool(self.gedaan) and not self.ontbreekt


@dataclass(frozen=True, slots=True)
class Inhoudpunt:
    """One of the eight contents of a dossier meldcode, with the records that fill it."""

    nummer: int
    naam: str
    records: tuple[UUID, ...]
    gevuld: bool


@dataclass(frozen=True, slots=True)
class Wegingstand:
    """A walk through the afwegingskader: its answers, which question is next, and what the last answer demands."""

    weging: UUID
    antwoorden: tuple[Stored, ...]
    volgende: Vraag | None
    gevolg: Gevolg | None

    @property
    def begonnen(self) -> date | None:
        """Return the day of its first answer."""
        eerste = self.antwoorden[0].value if self.antwoorden else None
        return eerste.datum if isinstance(eerste, Afweging) else None


@dataclass(frozen=True, slots=True)
class Zaak:
    """A case as it is opened: its dossier, all its records in order of time, and what follows it."""

    stored: Stored
    dossier: MeldcodeDossier
    stukken: tuple[Stored, ...]
    vervolg: tuple[Stored, ...]

    @property
    def gesloten(self) -> bool:
        """Whether its last word is a closing."""
        return is_gesloten([s.value for s in self.vervolg if s.value is not None])

    def van(self, kind: type[R]) -> list[tuple[Stored, R]]:
        """Return its records of one kind that are not withdrawn, in order of time."""
        return [(s, s.value) for s in self.stukken if isinstance(s.value, kind) and s.state != "ingetrokken"]


class Meldcode:
    """What the pages of the meldcode ask for."""

    def __init__(self, session: Session, dossier: Dossier, personen: Personen) -> None:
        self._s = session
        self._dossier = dossier
        self._personen = personen

    # -- cases

    def begin(self, leerling: UUID, stukken: Sequence[UUID]) -> Stuk:
        """Return an unsaved case for a pupil that gathers these records (its signals)."""
        return self._dossier.nieuw(
            MeldcodeDossier,
            leerling,
            geopend=self._s.vandaag().isoformat(),
            uitvoerend=self._s.actor.naam,
            stukken=[str(stuk) for stuk in stukken],
        )

    def zaken(self, *, ook_gesloten: bool = False, leerling: UUID | None = None) -> Sequence[Row]:
        """Return the cases, newest first; those that are closed only where asked."""
        self._s.eis(Actie.MELDCODE_LEZEN)
        rol = "betreft" if leerling else ""
        ids = self._s.vault.ids(Query(kinds=(MeldcodeDossier.KIND,), target=leerling, link_role=rol))
        rijen = self._s.vault.rows(ids)
        return rijen if ook_gesloten else [r for r in rijen if not self._is_dicht(r.record)]

    def _is_dicht(self, dossier: UUID) -> bool:
        """Whether the last word on a case is its closing, as `is_gesloten` has it; from the list tables alone."""
        vault = self._s.vault
        ids = vault.ids(Query(kinds=(Afsluiting.KIND, Heropening.KIND), parent=dossier))
        return bool(ids) and vault.rows([max(ids)])[0].kind == Afsluiting.KIND

    def zaak(self, dossier: UUID, reden: str = "") -> Zaak:
        """Return a case with everything in it; looking is logged before it shows."""
        self._s.eis(Actie.MELDCODE_LEZEN)
        stored = self._s.vault.view(self._s.actor, dossier, self._s.nu(), reden)
        if not isinstance(stored.value, MeldcodeDossier):
            raise UserError("Dit is geen dossier meldcode.", "Kies een dossier uit de lijst.")
        return self.verzamel(stored, stored.value)

    def verzamel(self, stored: Stored, value: MeldcodeDossier) -> Zaak:
        """Return a case with everything in it, for counting and for lists; what shows its content asks `zaak`."""
        dossier = stored.record
        kinderen = list(self._s.vault.followups(dossier))
        rest, uniek = [*kinderen, *self._s.vault.get_many(value.stukken)], dict[UUID, Stored]()
        while rest:
            stuk = rest.pop()
            if stuk.record not in uniek and not isinstance(stuk.value, OVER_DE_ZAAK):
                uniek[stuk.record] = stuk
                rest += self._s.vault.followups(stuk.record)
        vervolg = [s for s in kinderen if isinstance(s.value, Afsluiting | Heropening)]
        gevuld = sorted((s for s in uniek.values() if s.value is not None), key=_moment)
        return Zaak(stored, value, tuple(gevuld), tuple(vervolg))

    def voeg_toe(self, zaak: Zaak, stukken: Sequence[UUID]) -> Stored:
        """Let a case gather more records of the vault. They stay where they are."""
        self._s.eis(Actie.MELDCODE)
        nieuw = tuple(dict.fromkeys((*zaak.dossier.stukken, *stukken)))
        value = zaak.dossier.model_copy(update={"stukken": nieuw})
        return self._s.vault.append(
            self._s.actor, Append(zaak.stored.record, value, zaak.stored.revision, zaak.stored.state), self._s.nu()
        )

    def van(self, record: UUID) -> UUID | None:
        """Return the case that a record belongs to: begun in it, gathered by it, or following what does.

        Only how records hang together is read here, never what stands in them.
        """
        volgende: UUID | None = record
        gezien: set[UUID] = set()
        while volgende is not None and volgende not in gezien:
            gezien.add(volgende)
            try:
                waarde = self._s.vault.get(volgende).value
            except NietGevonden:
                return None  # only a draft, or gone
            if isinstance(waarde, MeldcodeDossier):
                return volgende if volgende != record else None
            vraag = Query(kinds=(MeldcodeDossier.KIND,), target=volgende, link_role="stuk")
            if rijen := self._s.vault.rows(self._s.vault.ids(vraag)):
                return rijen[0].record
            volgende = waarde.parent() if waarde is not None else None
        return None

    def voeg_stuk_toe(self, dossier: UUID, record: UUID) -> Stored:
        """Let a case gather one record. Raises UserError for a case that was closed meanwhile."""
        stored = self._s.vault.get(dossier)
        if not isinstance(stored.value, MeldcodeDossier) or self._is_dicht(dossier):
            raise UserError("Dit dossier is intussen gesloten.", "Heropen het dossier, of kies een ander.")
        return self.voeg_toe(self.verzamel(stored, stored.value), [record])

    def gezin(self, leerling: UUID) -> tuple[tuple[UUID, str], ...]:
        """Return brothers and sisters through shared parents, by name; they are proposed, a person decides."""
        return self._personen.leerling(leerling).broers_zussen

    def sluit(self, zaak: Zaak, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Close a case with its outcome; open agreements keep it open unless a reason says why it closes even so."""
        value, problems = check(Afsluiting, self._vervolgwaarden(zaak, values), "vaststellen", self._s.vandaag())
        if value is not None:
            problems = list(open_bij_sluiten(self.open_afspraken(zaak), value))
        if problems:
            return None, problems
        return self._dossier.volg(_als_stuk(zaak), Afsluiting, values)

    def heropen(self, zaak: Zaak, reden: str) -> tuple[Stored | None, list[Problem]]:
        """Open a closed case again."""
        if not reden.strip():
            return None, [Problem(("reden",), "Schrijf waarom dit dossier weer opengaat.")]
        return self._dossier.volg(_als_stuk(zaak), Heropening, {"reden": reden})

    def open_afspraken(self, zaak: Zaak) -> int:
        """Return how many dated things of this case are still open."""
        eigen = {zaak.stored.record, *(s.record for s in zaak.stukken)}
        return sum(1 for werk in self._s.vault.work(limit=10_000) if werk.record in eigen)

    def _vervolgwaarden(self, zaak: Zaak, values: Values) -> Values:
        return {**values, "op": str(zaak.stored.record), "moment": self._s.nu().isoformat()}

    # -- the five steps and the eight contents

    def stappen(self, zaak: Zaak) -> tuple[Stapstand, ...]:
        """Return where the five steps of the meldcode stand. Plan: Wet meldcode; the weighing's order is fixed."""
        verslagen = zaak.van(Gespreksverslag)
        leerling = [(s, v) for s, v in verslagen if v.soort is SoortGesprek.LEERLING]
        ouders = [(s, v) for s, v in verslagen if v.soort is not SoortGesprek.LEERLING and v.ouders]
        tegengehouden = any(v.vt_besluit for _, v in verslagen if v.gevaar)
        overleg, advies, wegingen = zaak.van(Overleg), zaak.van(VtAdvies), zaak.van(Afweging)
        vragen = {a.vraag for _, a in wegingen}
        meldingen, cit = zaak.van(Melding), zaak.van(CitContact)
        besluit = [(s, a) for s, a in wegingen if (g := a.gevolg()) and g.uitkomst is not Uitkomst.VERDER]
        af = any(o.soort is OverlegSoort.AF for _, o in overleg) or bool(advies)
        return (
            _stap(1, "Signalen in kaart", zaak.van(Signaal), {GEEN_SIGNAAL: zaak.van(Signaal)}),
            _stap(
                2,
                "Overleg en advies",
                [*overleg, *advies],
                {GEEN_OVERLEG: overleg, GEEN_ADVIES: af},
            ),
            _stap(
                3,
                "Gesprek",
                [*leerling, *ouders],
                {GEEN_LEERLING: leerling, GEEN_OUDERS: ouders or tegengehouden},
            ),
            _stap(
                4,
                "Wegen",
                wegingen,
                {
                    AFWEGING_EEN: Vraag.VERMOEDEN in vragen or meldingen,
                    AFWEGING_TWEE: Vraag.VEILIGHEID in vragen
                    or meldingen
                    or any(g.sluit for _, a in wegingen if (g := a.gevolg())),
                },
            ),
            _stap(
                5,
                "Beslissen",
                [*besluit, *meldingen, *zaak.van(Terugkoppeling), *cit, *zaak.van(Nazorg)],
                {GEEN_BESLUIT: besluit or meldingen},
            ),
        )

    def inhoud(self, zaak: Zaak) -> tuple[Inhoudpunt, ...]:
        """Return the eight contents that the plan asks of a dossier meldcode, filled from what is there."""
        d = zaak.dossier
        eigen = (zaak.stored.record,)
        vt = [*zaak.van(Overleg), *zaak.van(VtAdvies), *zaak.van(Terugkoppeling)]
        stappen = [*zaak.van(Melding), *zaak.van(CitContact), *zaak.van(Nazorg)]
        return (
            _punt(1, "Relevante en eerdere signalen", zaak.van(Signaal)),
            _punt(2, "Onderzoeken en hun uitkomst", (), eigen if d.onderzoeken else ()),
            _punt(3, "Gesprekken met leerling en ouders, en afspraken", zaak.van(Gespreksverslag)),
            _punt(4, "Inhoud van overleg", vt),
            _punt(5, "Andere stappen en besluiten", stappen, eigen if d.stappen else ()),
            _punt(6, "Hoe is gewogen", zaak.van(Afweging)),
            _punt(7, "Gebruik van een risicotaxatie-instrument", (), eigen if d.risicotaxatie is not None else ()),
            _punt(8, "Wat de signalen tegenspreekt", (), eigen if d.tegenspraak else ()),
        )

    # -- weighing

    def invoer(self, zaak: Zaak) -> Invoer:
        """Return what the dossier says now, for the afwegingskader."""
        signalen, verslagen = zaak.van(Signaal), zaak.van(Gespreksverslag)
        gronden = [(v.event_at(), v.gevaar_gronden) for _, v in verslagen]
        van_disclosure = [s.event_at() for _, s in signalen if s.disclosure]
        van_disclosure += [op for op, gronden_ in gronden if Gevaar.DISCLOSURE in gronden_]
        van_eer = [s.event_at() for _, s in signalen if s.eergerelateerd]
        van_eer += [op for op, gronden_ in gronden if Gevaar.EERGERELATEERD in gronden_]
        gemeld = [m.gebeld_op for s, m in zaak.van(Melding) if s.state == "vastgesteld" and m.gebeld_op]
        laatst = max((op.date() for op in (*van_disclosure, *van_eer) if op is not None), default=None)
        return Invoer(
            disclosure=bool(van_disclosure),
            eergerelateerd=bool(van_eer),
            gemeld=bool(gemeld) and (laatst is None or max(gemeld) >= laatst),
            besloten=any(a.besluit.strip() for _, a in zaak.van(VtAdvies))
            or any(v.vt_besluit.strip() for _, v in verslagen),
        )

    def eis_vooraf(self, zaak: Zaak) -> Gevolg | None:
        """Return what the dossier demands before any question is answered; None where it demands nothing (more)."""
        return vooraf(self.invoer(zaak))

    def wegingen(self, zaak: Zaak) -> tuple[Wegingstand, ...]:
        """Return every walk through the afwegingskader, the newest last."""
        per: dict[UUID, list[Stored]] = {}
        for stored, afweging in zaak.van(Afweging):
            if stored.state == "vastgesteld":
                per.setdefault(afweging.weging, []).append(stored)
        return tuple(self._stand(weging, antwoorden) for weging, antwoorden in per.items())

    def _stand(self, weging: UUID, antwoorden: Sequence[Stored]) -> Wegingstand:
        op_vraag = sorted(antwoorden, key=lambda s: s.value.vraag.nummer if isinstance(s.value, Afweging) else 0)  # type: ignore[union-attr]
        laatste = op_vraag[-1].value
        assert isinstance(laatste, Afweging)
        assert laatste.vraag is not None
        uit = laatste.gevolg()
        verder = uit is not None and uit.uitkomst in (Uitkomst.VERDER, Uitkomst.HULP)
        return Wegingstand(weging, tuple(op_vraag), laatste.vraag.volgende if verder else None, uit)

    def nieuwe_weging(self) -> UUID:
        """Return the identifier of a new walk; nothing is stored before its first answer."""
        self._s.eis(Actie.MELDCODE)
        return self._s.ids.new()

    def antwoord(self, zaak: Zaak, weging: UUID, vraag: Vraag) -> Stuk:
        """Return an unsaved answer to a question, with what the dossier says now filled in by the program."""
        invoer = self.invoer(zaak)
        eerdere = [s for stand in self.wegingen(zaak) if stand.weging == weging for s in stand.antwoorden]
        leerling = zaak.dossier.leerling.persoon
        assert leerling is not None
        return self._dossier.nieuw(
            Afweging,
            leerling,
            zaak.stored.record,
            weging=str(weging),
            vorige=str(eerdere[-1].record) if eerdere else None,
            vraag=vraag.value,
            disclosure=invoer.disclosure,
            eergerelateerd=invoer.eergerelateerd,
            gemeld=invoer.gemeld,
            besloten=invoer.besloten,
        )


def _als_stuk(zaak: Zaak) -> Stuk:
    leerling = zaak.dossier.leerling.persoon
    assert leerling is not None
    return Stuk(zaak.stored.record, MeldcodeDossier, zaak.stored, naar_values(zaak.dossier), False, (), leerling)


def _moment(stored: Stored) -> tuple[str, str]:
    """Sort by when it happened, then by when it was written."""
    op = stored.value.event_at() if stored.value is not None else None
    return (op.isoformat() if op else stored.recorded_at.replace(tzinfo=None).isoformat(), str(stored.record))


def _stap(nummer: int, naam: str, stukken: Sequence[tuple[Stored, Record]], eisen: dict[str, object]) -> Stapstand:
    gedaan = sorted((_regel(s, v) for s, v in stukken), key=lambda r: (r.op or date.min, str(r.record)))
    return Stapstand(nummer, naam, tuple(gedaan), tuple(zin for zin, voldaan in eisen.items() if not voldaan))


def _regel(stored: Stored, value: Record) -> Regel:
    op = value.event_at()
    wie: str = getattr(value, "signaleerder", "") or getattr(value, "door", "")
    return Regel(
        stored.record,
        op.date() if op else None,
        value.NAAM if value.titel() == value.NAAM else f"{value.NAAM}: {value.titel()}",
        wie,
    )


def _punt(nummer: int, naam: str, stukken: Iterable[tuple[Stored, Record]], ook: tuple[UUID, ...] = ()) -> Inhoudpunt:
    records = (*(s.record for s, _ in stukken), *ook)
    return Inhoudpunt(nummer, naam, records, bool(records))
