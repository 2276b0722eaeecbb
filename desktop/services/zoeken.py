"""Finding again: full text over everything in the vault, and filters for the list pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.models.bestuurspakket import Bestuurspakket
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.incident import Incident
from desktop.models.kinds import KINDS
from desktop.models.klacht import Klacht
from desktop.models.meldcode import Afsluiting, Heropening
from desktop.models.opslag import Hit, Query, Row
from desktop.models.personen import Groep, Leerling, Medewerker, Persoon
from desktop.models.rapportage import Bundel, Rapportage
from desktop.models.rechten import Actie
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.vervolg import Aanvulling, Ondertekening
from desktop.services import calamiteit, jaarstukken
from desktop.services.dossier import RECHTEN
from desktop.services.session import Session

_PERSONEN = (Leerling.KIND, Persoon.KIND, Medewerker.KIND, Groep.KIND)
_VERSLAGEN = (Gespreksverslag.KIND, Uitnodiging.KIND, Ondertekening.KIND, Aanvulling.KIND)
_DOSSIER = {kind.KIND: recht.lezen for kind, recht in RECHTEN.items()}
_RAPPORTEN = {
    **{kind.KIND: Actie.RAPPORTEREN for kind in (Rapportage, Bundel)},
    Bestuurspakket.KIND: Actie.BESTUUR,
    Klacht.KIND: Actie.KLACHT,
}
_INCIDENTEN = {Incident.KIND: Actie.INCIDENT}
_SCHOOLJAAR = {kind.KIND: recht.lezen for kind, recht in jaarstukken.RECHTEN.items()}
_CALAMITEITEN = {kind.KIND: recht.lezen for kind, recht in calamiteit.RECHTEN.items()}
_VAN_ZAKEN = {kind.KIND: Actie.MELDCODE_LEZEN for kind in (Afsluiting, Heropening)}
_STUKKEN = frozenset((*_VERSLAGEN, *_DOSSIER))
"""What is about a pupil: many have the same title, so a result says whom."""


class Zoeken:
    """One box for everything."""

    def __init__(self, session: Session) -> None:
        self._s = session

    def zoek(self, woorden: str, *, kinds: tuple[str, ...] = (), limit: int = 50) -> Sequence[Hit]:
        """Return what matches all words, names first; only kinds that this account may see."""
        toegestaan: tuple[str, ...] = ()
        if self._s.mag(Actie.LEERLINGEN_ZIEN):
            toegestaan += _PERSONEN
        if self._s.mag(Actie.VERSLAG_LEZEN):
            toegestaan += _VERSLAGEN
        eigen = {**_DOSSIER, **_RAPPORTEN, **_INCIDENTEN, **_CALAMITEITEN, **_SCHOOLJAAR}
        toegestaan += tuple(kind for kind, lezen in eigen.items() if self._s.mag(lezen))
        gevraagd = tuple(k for k in toegestaan if not kinds or k in kinds)
        if not gevraagd or not woorden.strip():
            return ()
        return self._met_namen(self._s.vault.search(woorden, kinds=gevraagd, limit=limit))

    def _met_namen(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Say of reports and letters whom they are about: many have the same title."""
        ids = {pupil for hit in hits if hit.row.kind in _STUKKEN for pupil in hit.row.subjects}
        namen = {row.record: row.title for row in self._s.vault.rows_of(sorted(ids))}
        return [
            replace(hit, over=", ".join(namen[p] for p in hit.row.subjects if p in namen))
            if hit.row.kind in _STUKKEN
            else hit
            for hit in hits
        ]

    def alles(self, kind: str) -> Sequence[Row]:
        """Return every record of a kind as list rows, by name, withdrawn ones too."""
        eigen = {**_DOSSIER, **_RAPPORTEN, **_INCIDENTEN, **_SCHOOLJAAR, **_VAN_ZAKEN}
        self._s.eis(eigen.get(kind, Actie.VERSLAG_LEZEN if kind in _VERSLAGEN else Actie.LEERLINGEN_ZIEN))
        vraag = Query(kinds=(kind,), states=("concept", "vastgesteld", "ingetrokken"), order="naam")
        return self._s.vault.rows(self._s.vault.ids(vraag))


def soortnaam(kind: str) -> str:
    """Return the Dutch word for a kind of record."""
    return KINDS[kind].NAAM if kind in KINDS else kind
