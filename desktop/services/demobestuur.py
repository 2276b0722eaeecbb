"""What the invented school has to answer for: papers for its board, partly sent, and a request about a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from desktop.models.core import Problem, Values
from desktop.models.correctie import Correctieverzoek
from desktop.models.opslag import Stored
from desktop.models.personen import Relatie
from desktop.models.schooljaar import Periode, half_jaar_voor
from desktop.services.bestuur import Bestuur
from desktop.services.documenten import Documenten
from desktop.services.dossier import Dossier
from desktop.services.session import Session

_TEKST = {
    "lijn": "De eerste stappen gaan zoals het plan het wil. Het gesprek met ouders komt soms later dan afgesproken.",
    "incidenten": "De meeste incidenten zijn op het plein en na schooltijd. Het toezicht bij de fietsen is uitgebreid.",
    "scholing": "Nieuwe collega's volgen in het voorjaar de training meldcode. Praten met kinderen blijft een wens.",
    "beleid": "De regels voor het plein zijn samen met de leerlingenraad aangepast.",
}


def vul_bestuur(session: Session) -> None:
    """Store the papers of the half year before the last talk, established, and sent to the first receiver."""
    bestuur = Bestuur(session, Documenten(session))
    periode, gesprek = laatste_half_jaar(session.vandaag())
    stuk = bestuur.nieuw(periode, gesprek)
    vast = _gelukt(bestuur.stel_vast(stuk, {**stuk.values, **_TEKST}))
    eerste = vast.value.ontvangers[0]  # type: ignore[union-attr]  # a delivery has receivers
    _gelukt(bestuur.verstuur(vast.record, eerste.rij, session.vandaag() - timedelta(days=3)))


def vul_verzoek(session: Session) -> None:
    """Store a request that came in ten days ago from the first parent in the vault; it still waits for its answer."""
    vault, vandaag = session.vault, session.vandaag()
    kaart = next((s.value for s in vault.all(Relatie.KIND) if isinstance(s.value, Relatie)), None)
    if kaart is None:
        return
    dossier = Dossier(session, Documenten(session))
    ouder = vault.get(kaart.persoon).value
    stuk = dossier.nieuw(Correctieverzoek, kaart.leerling)
    values: Values = {
        **stuk.values,
        "soort": "correctie",
        "van": {
            "persoon": str(kaart.persoon),
            "naam": ouder.titel() if ouder is not None else "",
            "hoedanigheid": "ouder",
            "gezag": "",
        },
        "ontvangen_op": (vandaag - timedelta(days=10)).isoformat(),
        "over": f"Gespreksverslag van {vandaag - timedelta(days=31):%d-%m-%Y}",
        "wens": "Er staat dat ik te laat was. De afspraak was verzet, en dat moet erbij komen te staan.",
    }
    _gelukt(dossier.bewaar(stuk, values))


def laatste_half_jaar(vandaag: date) -> tuple[Periode, date]:
    """Return the half year until yesterday, and the day of the talk about it: soon."""
    return half_jaar_voor(vandaag), vandaag + timedelta(days=6)


def _gelukt(uitkomst: tuple[Stored | None, Sequence[Problem]]) -> Stored:
    stored, fout = uitkomst
    if stored is None:
        raise RuntimeError(f"de demo past niet bij het formulier: {[p.loc for p in fout]}")
    return stored
