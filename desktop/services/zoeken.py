"""Finding again: full text over everything in the vault, and filters for the list pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.models.bestuurspakket import Bestuurspakket
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.incident import Incident
from desktop.models.kinds import KINDS
from desktop.models.klacht import Klacht
from desktop.models.logregel import Logregel
from desktop.models.meldcode import Afsluiting, Heropening
from desktop.models.opslag import Hit, Query, Row
from desktop.models.personen import Groep, Leerling, Medewerker, Persoon
from desktop.models.rapportage import Bundel, Rapportage
from desktop.models.rechten import Actie
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.vervolg import Aanvulling, Ondertekening
from desktop.models.woorden import END, MARK
from desktop.services import calamiteit, jaarstukken
from desktop.services.dossier import RECHTEN
from desktop.services.regels import Regels
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
_LOGBOEKEN = {Logregel.KIND: Actie.LOGBOEK_SCHRIJVEN}
_VAN_ZAKEN = {kind.KIND: Actie.MELDCODE_LEZEN for kind in (Afsluiting, Heropening)}
_STUKKEN = frozenset((*_VERSLAGEN, *_DOSSIER))
"""What is about a pupil: many have the same title, so a result says whom."""
_SLOT = 24
"""By so many of its last letters the end of a line is known in a passage."""
_RUIMER, _RUIMST = 8, 400
"""Where lines fall out that an account may not read, so many times as many hits are looked at, and these at most."""


class Zoeken:
    """One box for everything."""

    def __init__(self, session: Session) -> None:
        self._s = session
        self._log = Regels(session)

    def zoek(self, woorden: str, *, kinds: tuple[str, ...] = (), limit: int = 50) -> Sequence[Hit]:
        """Return what matches all words, names first; only kinds that this account may see."""
        toegestaan: tuple[str, ...] = ()
        if self._s.mag(Actie.LEERLINGEN_ZIEN):
            toegestaan += _PERSONEN
        if self._s.mag(Actie.VERSLAG_LEZEN):
            toegestaan += _VERSLAGEN
        eigen = {**_DOSSIER, **_RAPPORTEN, **_INCIDENTEN, **_CALAMITEITEN, **_SCHOOLJAAR, **_LOGBOEKEN}
        toegestaan += tuple(kind for kind, lezen in eigen.items() if self._s.mag(lezen))
        gevraagd = tuple(k for k in toegestaan if not kinds or k in kinds)
        if not gevraagd or not woorden.strip():
            return ()
        gevonden = self._s.vault.search(woorden, kinds=gevraagd, limit=limit)
        hits = self._met_zaak(gevonden)
        if len(hits) < len(gevonden) == limit:
            # the log of another stood in the way of what this account may see
            ruim = self._s.vault.search(woorden, kinds=gevraagd, limit=min(limit * _RUIMER, max(limit, _RUIMST)))
            hits = self._met_zaak(ruim)[:limit]
        return self._met_namen(hits)

    def _met_zaak(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Say of lines of a log of what they are; those of a log that this account may not read are left out."""
        regels = [hit.row.record for hit in hits if hit.row.kind == Logregel.KIND]
        if not regels:
            return hits
        stukken = self._s.vault.get_many(regels)
        bij = {stuk.record: stuk.value.bij for stuk in stukken if isinstance(stuk.value, Logregel)}
        zaken = {row.record: row for row in self._s.vault.rows_of(sorted(filter(self._log.leest, {*bij.values()})))}
        teksten = {stuk.record: stuk.value.tekst for stuk in stukken if isinstance(stuk.value, Logregel)}
        van = {regel: zaken[zaak] for regel, zaak in bij.items() if zaak in zaken}
        return [
            replace(
                hit,
                zaak=van[hit.row.record],
                over=van[hit.row.record].title,
                fragment=_met_punt(hit.fragment, teksten[hit.row.record]),
            )
            if hit.row.record in van
            else hit
            for hit in hits
            if hit.row.kind != Logregel.KIND or hit.row.record in van
        ]

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


def _met_punt(fragment: str, tekst: str) -> str:
    """Return a passage with a dot between the words of a line and who decided or was told, which it runs on with."""
    slot = tekst.replace("\n", " ")[-_SLOT:]
    kaal = [n for n, teken in enumerate(fragment) if teken not in (MARK, END)]
    plek = "".join(fragment[n] for n in kaal).find(f"{slot} ")
    if not slot or plek < 0:
        return fragment
    spatie = kaal[plek + len(slot)]
    return f"{fragment[:spatie]} ·{fragment[spatie:]}"


def soortnaam(kind: str) -> str:
    """Return the Dutch word for a kind of record."""
    return KINDS[kind].NAAM if kind in KINDS else kind
