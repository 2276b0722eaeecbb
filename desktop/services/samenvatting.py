"""A case in short for the aandachtsfunctionaris of a linked school: no name and no birth date in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from desktop.models.afweging import Afweging
from desktop.models.core import Part, Problem, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Stored
from desktop.models.overleg import Overleg, OverlegSoort
from desktop.models.rechten import Actie
from desktop.models.school import Schoolprofiel
from desktop.models.schoolplan import Schoolplan
from desktop.models.signaal import Signaal
from desktop.models.veiligthuis import VtAdvies
from desktop.models.velden import Soort, velden
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.dossier import Dossier, zonder_namen
from desktop.services.meldcode import Meldcode, Zaak
from desktop.services.personen import Personen
from desktop.services.session import Session
from desktop.services.stuk import Stuk

_MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


class Samenvatting:
    """Makes the text, and records that it was asked about; a person reads it through before it leaves."""

    def __init__(self, session: Session, dossier: Dossier, meldcode: Meldcode, personen: Personen) -> None:
        self._s = session
        self._dossier = dossier
        self._meldcode = meldcode
        self._personen = personen

    def maak(self, dossier: UUID) -> str:
        """Return the case in short, made from its records, without the names of anyone in it or at school."""
        self._s.eis(Actie.MELDCODE)
        zaak = self._meldcode.zaak(dossier)
        self._dossier.signalen([s.record for s, _ in zaak.van(Signaal)])
        return zonder_namen("\n".join(_regels(zaak)), list(self._namen(zaak)))

    def namen_in(self, dossier: UUID, tekst: str) -> tuple[str, ...]:
        """Return which names of this case stand in a text that a person edited, so that nothing slips in again."""
        zaak = self._meldcode.zaak(dossier)
        schoon = zonder_namen(tekst, list(self._namen(zaak)))
        over, weg = set(_woorden(schoon)), _woorden(tekst)
        return tuple(dict.fromkeys(w for w in weg if w[:1].isupper() and w not in over))

    def overleg(self, dossier: UUID, tekst: str) -> Stuk:
        """Return an unsaved consultation with the linked school, in which this summary stands as what was discussed."""
        leerling = self._meldcode.zaak(dossier).dossier.leerling.persoon
        assert leerling is not None
        return self._dossier.nieuw(
            Overleg,
            leerling,
            dossier,
            soort=OverlegSoort.AF.value,
            onderwerp="Advies van de aandachtsfunctionaris",
            anoniem=True,
            inhoud=tekst,
        )

    def begin(self, dossier: UUID) -> Stuk:
        """Return the consultation that is being prepared: what this account has half-written, else a new one."""
        self._s.eis(Actie.MELDCODE)
        for draft in self._dossier.drafts():
            if draft.kind == Overleg.KIND and draft.base is None:
                bij = (draft.values.get("dossier"), draft.values.get("soort"))
                if bij == (str(dossier), OverlegSoort.AF.value):
                    return self._dossier.open(draft.record)
        return self.overleg(dossier, self.maak(dossier))

    def bewaar(self, dossier: UUID, tekst: str) -> tuple[Stored | None, list[Problem]]:
        """Store that consultation as a concept: who was asked and what was advised is filled in afterwards."""
        stuk = self.overleg(dossier, tekst)
        return self._dossier.bewaar(stuk, stuk.values)

    def school(self) -> str:
        """Return the name of the school that asks."""
        profiel = next((s.value for s in self._s.vault.all(Schoolprofiel.KIND)), None)
        return profiel.naam if isinstance(profiel, Schoolprofiel) else ""

    def _namen(self, zaak: Zaak) -> Iterator[str]:
        leerling = zaak.dossier.leerling.persoon
        if leerling is not None:
            beeld = self._personen.leerling(leerling)
            # not the surname by itself: that stands in the whole name, and alone it would be taken for a first name
            yield from (naam for naam in _namen_in(beeld.leerling) if naam != beeld.leerling.achternaam)
            yield beeld.leerling.titel()
            for kaart in beeld.kaarten:
                yield kaart.wie.naam
            yield from (naam for _, naam in beeld.broers_zussen)
        yield from (wie.naam for wie in self._personen.medewerkers())
        yield from (account.name for account in self._s.vault.accounts())
        for part in (zaak.dossier, *(s.value for s in zaak.stukken)):
            if part is not None:
                yield from _namen_in(part)
        yield self.school()
        plan = next((s.value for s in self._s.vault.all(Schoolplan.KIND)), None)
        if isinstance(plan, Schoolplan):
            yield from (plan.directeur, plan.ib, plan.aandachtsfunctionaris)


def _namen_in(part: Part) -> Iterator[str]:
    """Yield every name in a record: of its references, and of its short fields that hold one."""
    for naam in type(part).model_fields:
        waarde = getattr(part, naam)
        for deel in waarde if isinstance(waarde, tuple) else (waarde,):
            if isinstance(deel, Wie):
                yield deel.naam
            elif isinstance(deel, Part):
                yield from _namen_in(deel)
    for spec in velden(type(part)):
        if spec.soort is Soort.TEKST and (spec.veld.namen or spec.veld.zoek == "naam"):
            yield str(getattr(part, spec.naam))


def _regels(zaak: Zaak) -> Iterator[str]:
    groep = zaak.dossier.leerling.hoedanigheid
    yield f"Het gaat om een leerling{f' in {groep}' if groep else ''}. {zaak.dossier.titel()}."
    yield from _deel("Wat is gezien en gehoord", _signalen(zaak))
    yield from _deel("Wat het vermoeden tegenspreekt", (f"- {_regel(t.wat)}" for t in zaak.dossier.tegenspraak))
    yield from _deel("Gesprekken", _gesprekken(zaak))
    yield from _deel("Overleg en advies tot nu toe", _overleg(zaak))
    yield from _deel("Hoe is gewogen", _wegingen(zaak))
    yield from _deel("Onze vraag", ("- Wat adviseer je ons als volgende stap?",))


def _deel(kop: str, regels: Iterable[str]) -> Iterator[str]:
    inhoud = list(regels)
    if inhoud:
        yield ""
        yield kop
        yield from inhoud


def _signalen(zaak: Zaak) -> Iterator[str]:
    for _, signaal in zaak.van(Signaal):
        wie = signaal.functie.lower()
        yield f"- {_maand(signaal.datum)}{f', {wie}' if wie else ''}: {signaal.titel()}"
        for passage in signaal.passages:
            if passage.tekst.strip():
                yield f"  {passage.soort.label if passage.soort else 'Feit'}: {_regel(passage.tekst)}"


def _gesprekken(zaak: Zaak) -> Iterator[str]:
    for _, verslag in zaak.van(Gespreksverslag):
        met = "de leerling" if verslag.soort is SoortGesprek.LEERLING else "ouders"
        tekst = (verslag.besproken or verslag.mening).strip()
        yield f"- {_maand(verslag.datum)}, met {met}: {_regel(tekst) or verslag.onderwerp}"


def _overleg(zaak: Zaak) -> Iterator[str]:
    for _, overleg in zaak.van(Overleg):
        tekst = overleg.advies or overleg.besluit or overleg.inhoud
        yield f"- {_maand(overleg.datum)}, {overleg.detail().lower()}: {_regel(tekst)}"
    for _, advies in zaak.van(VtAdvies):
        yield f"- {_maand(advies.datum)}, advies van Veilig Thuis: {_regel(advies.besluit or advies.advies)}"


def _wegingen(zaak: Zaak) -> Iterator[str]:
    for stored, afweging in zaak.van(Afweging):
        if stored.state == "vastgesteld":
            yield f"- {_maand(afweging.datum)}, afweging {afweging.titel()}. {_regel(afweging.reden)}"


def _regel(tekst: str) -> str:
    """A text of several paragraphs on one line: each point of the summary stays one point."""
    return " ".join(tekst.split())


def _maand(dag: date | None) -> str:
    return f"{_MAANDEN[dag.month - 1]} {dag.year}" if dag else "zonder datum"


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", tekst)
