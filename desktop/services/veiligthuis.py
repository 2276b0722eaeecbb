"""Veilig Thuis: a melding prefilled from the case, when their decision is expected, and what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from desktop.models.afweging import Afweging
from desktop.models.core import Problem, Record, Values
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.melding import Melding
from desktop.models.nazorg import NaWat, Nazorg
from desktop.models.opslag import Stored
from desktop.models.overleg import Overleg
from desktop.models.rechten import Rol
from desktop.models.school import Schoolprofiel
from desktop.models.schoolplan import Schoolplan
from desktop.models.signaal import Signaal
from desktop.models.termijnen import TERMIJNEN
from desktop.models.veiligthuis import Terugkoppeling, VtAdvies
from desktop.models.vervolg import WerkGedaan
from desktop.models.weging import Meldnorm, Uitkomst
from desktop.policy.feestdagen import feestdagen
from desktop.services.dossier import Dossier
from desktop.services.meldcode import Zaak
from desktop.services.session import Session
from desktop.services.stuk import Stuk


def werkdag_na(dag: date, aantal: int) -> date:
    """Return the day that lies this many working days after a day: Monday to Friday without Dutch public holidays."""
    while aantal:
        dag += timedelta(days=1)
        if dag.weekday() < 5 and dag not in feestdagen(dag.year):
            aantal -= 1
    return dag


def werkdagen_over(dag: date, vandaag: date) -> int:
    """Return how many working days have begun since a day: on the first working day after it, 1."""
    aantal = 0
    while (dag := werkdag_na(dag, 1)) <= vandaag:
        aantal += 1
    return aantal


class VeiligThuis:
    """What the pages around a melding ask for."""

    def __init__(self, session: Session, dossier: Dossier) -> None:
        self._s = session
        self._dossier = dossier

    def advies(self, leerling: UUID, *, dossier: UUID | None = None, signaal: UUID | None = None) -> Stuk:
        """Return an unsaved advice, in a case or on a signal."""
        bij = {"bij": str(signaal)} if signaal else {}
        return self._dossier.nieuw(VtAdvies, leerling, dossier, door=self._s.actor.naam, **bij)

    def melding(self, zaak: Zaak) -> Stuk:
        """Return an unsaved melding of a case, prefilled from its records; a person reads and edits every word."""
        leerling = zaak.dossier.leerling.persoon
        assert leerling is not None
        grond = self._grond(zaak)
        voor: dict[str, object] = {
            **self._vast(),
            "stappen": "\n".join(_stappen(zaak)),
            "zorgen": "\n\n".join(_zorgen(v for _, v in zaak.van(Signaal))),
            "tegenspraak": "\n".join(f"{t.wat} ({t.bron})" if t.bron else t.wat for t in zaak.dossier.tegenspraak),
            "eerder": bool(zaak.van(Melding)),
            "betrokkenen": [self._persoon(zaak.dossier)],
        }
        if grond is not None:
            stored, afweging = grond
            norm = afweging.meldnorm()
            voor |= {
                "grond": str(stored.record),
                "norm": norm.value if norm else None,
                "vraag": afweging.vraag.value if afweging.vraag else None,
                "veiligheid": afweging.reden if afweging.vraag and afweging.vraag.nummer == 2 else "",
            }
        return self._dossier.nieuw(Melding, leerling, zaak.stored.record, **voor)

    def melding_van_signaal(self, leerling: UUID, signaal: UUID) -> Stuk:
        """Return an unsaved melding that starts from a signal alone: danger, disclosure or eergerelateerd geweld."""
        stored = self._s.vault.view(self._s.actor, signaal, self._s.nu())
        if not isinstance(stored.value, Signaal):
            raise UserError("Dit is geen signaal.", "Kies een signaal uit de tijdlijn.")
        return self._dossier.nieuw(
            Melding,
            leerling,
            None,
            **self._vast(),
            grond=str(signaal),
            norm=Meldnorm.EEN.value if stored.value.disclosure or stored.value.gevaar else None,
            stappen="\n".join(_stap(stored.value)),
            zorgen="\n\n".join(_zorgen([stored.value])),
        )

    def _vast(self) -> dict[str, object]:
        """What every melding of this school has: in the director's name, done by who is here, the region."""
        school = self._school()
        plan = next((s.value for s in self._s.vault.all(Schoolplan.KIND)), None)
        return {
            "namens": plan.directeur if isinstance(plan, Schoolplan) else "",
            "door": self._s.actor.naam,
            "regio": school.regio,
            "bereikbaar": school.telefoon,
        }

    def _school(self) -> Schoolprofiel:
        school = next((s.value for s in self._s.vault.all(Schoolprofiel.KIND)), None)
        return school if isinstance(school, Schoolprofiel) else Schoolprofiel(naam="School")

    def stel_cit_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish a contact with the CIT: when they should be ready follows from the school's profile."""
        try:
            begin = date.fromisoformat(str(values.get("datum") or ""))
        except ValueError:
            return self._dossier.stel_vast(stuk, values)  # the check says that the day is missing
        klaar = begin + TERMIJNEN["cit"].duur(self._school().termijn("cit"))
        return self._dossier.stel_vast(stuk, {**values, "verwacht_op": klaar.isoformat()})

    def _persoon(self, dossier: MeldcodeDossier) -> dict[str, object]:
        wie = dossier.leerling.model_dump(mode="json")
        return {"rij": str(self._s.ids.new()), "wie": wie, "rol": "Leerling", "gegevens": ""}

    def _grond(self, zaak: Zaak) -> tuple[Stored, Afweging] | None:
        """Return the newest answer that demands reporting."""
        eist = [
            (s, a)
            for s, a in zaak.van(Afweging)
            if s.state == "vastgesteld" and (g := a.gevolg()) and g.uitkomst is Uitkomst.MELDEN
        ]
        return eist[-1] if eist else None

    def stel_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish a melding: when their decision is expected follows from the call; open calls are done."""
        gebeld = str(values.get("gebeld_op") or "")
        try:
            verwacht = werkdag_na(date.fromisoformat(gebeld), self._school().termijn("vt_besluit")).isoformat()
        except ValueError:
            verwacht = None  # the check says that the call is missing
        stored, problemen = self._dossier.stel_vast(stuk, {**values, "verwacht_op": verwacht})
        if stored is not None:
            self.rond_signalen_af(stored)
        return stored, problemen

    def rond_signalen_af(self, gemeld: Stored) -> None:
        """Say at the signals of the case that Veilig Thuis was called: they ask for it no more."""
        dossier = getattr(gemeld.value, "dossier", None)
        if dossier is None:
            return
        zaak_waarde = self._s.vault.get(dossier).value
        if not isinstance(zaak_waarde, MeldcodeDossier):
            return
        eigen = {*zaak_waarde.stukken, *(s.record for s in self._s.vault.followups(dossier))}
        for werk in self._s.vault.work(limit=10_000):
            if werk.kind == "veilig_thuis" and werk.record in eigen:
                signaal = self._s.vault.get(werk.record)
                stuk = Stuk(werk.record, Signaal, signaal, {}, False, (), werk.subject or dossier)
                self._dossier.volg(stuk, WerkGedaan, {"soort": werk.kind, "item": werk.item})

    def terugkoppeling(self, zaak: Zaak, melding: UUID) -> Stuk:
        """Return an unsaved answer of Veilig Thuis to a melding."""
        leerling = zaak.dossier.leerling.persoon
        assert leerling is not None
        return self._dossier.nieuw(Terugkoppeling, leerling, zaak.stored.record, melding=str(melding))

    def nazorg(self, zaak: Zaak) -> Stuk:
        """Return an unsaved agreement to go on watching, with what the answer to question 5 says of it."""
        leerling = zaak.dossier.leerling.persoon
        assert leerling is not None
        gevraagd = [
            (s, a)
            for s, a in zaak.van(Afweging)
            if s.state == "vastgesteld" and (g := a.gevolg()) and g.uitkomst is Uitkomst.NAZORG
        ]
        voor: dict[str, object] = {"rol": Rol.IB.value, **({"na": NaWat.MELDING.value} if zaak.van(Melding) else {})}
        if gevraagd:
            stored, afweging = gevraagd[-1]
            op = afweging.nazorg_op.isoformat() if afweging.nazorg_op else None
            voor = {"na": NaWat.HULP.value, **voor, "weging": str(stored.record), "hoe": afweging.nazorg, "eerste": op}
        return self._dossier.nieuw(Nazorg, leerling, zaak.stored.record, **voor)

    def stel_nazorg_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish it; the reminder of the weighing that asked for it is done then."""
        stored, problemen = self._dossier.stel_vast(stuk, values)
        weging = stored.value.weging if stored is not None and isinstance(stored.value, Nazorg) else None
        if weging is not None:
            for werk in self._s.vault.work(limit=-1):
                if werk.kind == "nazorg" and werk.record == weging:
                    op = Stuk(weging, Afweging, self._s.vault.get(weging), {}, False, (), werk.subject)
                    self._dossier.volg(op, WerkGedaan, {"soort": werk.kind, "item": werk.item})
        return stored, problemen

    def bel_ze(self, zaak: Zaak) -> Sequence[Stored]:
        """Return the meldingen whose decision should have been here: the program asks to call, and closes nothing."""
        vandaag = self._s.vandaag()
        open_ = []
        for stored, melding in zaak.van(Melding):
            antwoorden: list[Record] = [t for _, t in zaak.van(Terugkoppeling) if t.melding == stored.record]
            if any(due.due_on < vandaag for due in melding.dues(stored.state, antwoorden)):
                open_.append(stored)
        return open_

    def nieuw_na_melding(self, zaak: Zaak) -> Sequence[Stored]:
        """Return the signals that came after the last melding: each is a reason to think of a new one."""
        gemeld = [op for _, m in zaak.van(Melding) if (op := m.event_at()) is not None]
        if not gemeld:
            return ()
        return [s for s, v in zaak.van(Signaal) if (op := v.event_at()) is not None and op > max(gemeld)]


def _zorgen(signalen: Iterable[Signaal]) -> Iterable[str]:
    """Yield each signal as facts with their mark, day and source, in order of time."""
    for signaal in sorted(signalen, key=lambda s: (s.datum or date.min, s.onderwerp)):
        kop = f"{signaal.datum:%d-%m-%Y}: " if signaal.datum else ""
        bron = f" (gezien of gehoord door: {signaal.signaleerder})" if signaal.signaleerder else ""
        delen = [f"{p.soort.label if p.soort else 'Feit'}: {p.tekst}" for p in signaal.passages if p.tekst]
        yield "\n".join([f"{kop}{signaal.titel()}{bron}", *delen])


def _stappen(zaak: Zaak) -> Iterable[str]:
    for _, value in zaak.van(Record):
        if isinstance(value, Signaal | Overleg | Gespreksverslag | VtAdvies | Afweging):
            yield from _stap(value)


def _stap(value: Record) -> Iterable[str]:
    """Yield one step with its day; of a weighing also which question it was, since there are five of them."""
    op = value.event_at()
    wat = f"{value.NAAM}, vraag {value.titel()}" if isinstance(value, Afweging) and value.vraag else value.NAAM
    yield f"{op:%d-%m-%Y}: {wat}" if op else wat
