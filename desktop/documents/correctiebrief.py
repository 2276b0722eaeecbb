"""The written answer to a request about a dossier: what was asked, what was decided, why not, and what one can do."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.blokken import Blok, NieuwePagina
from desktop.documents.brief import TUSSEN, adresblok, bereikbaar, briefhoofd, briefregels, groet
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.text import Zetter, datum_nl
from desktop.documents.velden import alinea
from desktop.models.core import Wie
from desktop.models.correctie import Besluit, Correctieverzoek, Verzoek
from desktop.models.personen import Persoon

_GEVRAAGD = {
    Verzoek.INZAGE: "inzage in het dossier",
    Verzoek.CORRECTIE: "een correctie of aanvulling in het dossier",
    Verzoek.VERWIJDERING: "verwijdering uit het dossier",
    Verzoek.ZIENSWIJZE: "toevoeging van uw zienswijze aan het dossier",
}
_BESLUIT = {
    Besluit.TOEGEWEZEN: "Wij voldoen aan uw verzoek.",
    Besluit.DEELS: "Wij voldoen voor een deel aan uw verzoek.",
    Besluit.AFGEWEZEN: "Wij voldoen niet aan uw verzoek.",
}
# art. 12 lid 4 AVG: who refuses says that one can complain, and go to court
_NIET_EENS = (
    "Bent u het niet eens met dit besluit? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens, of naar "
    "de rechter gaan. U kunt ook de klachtenregeling van de school gebruiken."
)


def render_correctiebrief(verzoek: Correctieverzoek, kader: Kader, wie: Wie, adres: Persoon | None) -> Gemaakt:
    """Return the letter to who asked. `adres` is that person's own card; without it the letter carries the name only.

    Refusing (a part) says why; that the parent can complain or go to court is in it then (art. 12 AVG).
    """
    zetter = Zetter()
    blokken: list[Blok | NieuwePagina] = [adresblok(wie, adres, zetter), *_brief(verzoek, kader, wie, adres, zetter)]
    om = opmaak(kader, "Brief", "Antwoord op een verzoek", "", briefhoofd=lambda d: briefhoofd(d, kader.school, zetter))
    return maak(blokken, om, zetter)


def _brief(verzoek: Correctieverzoek, kader: Kader, wie: Wie, adres: Persoon | None, zetter: Zetter) -> Iterator[Blok]:
    dag = verzoek.antwoord_op or kader.gemaakt_op.date()
    yield briefregels(
        [
            ("Datum", datum_nl(dag)),
            ("Kenmerk", kader.kenmerk),
            ("Betreft", f"uw verzoek over het dossier van {verzoek.leerling.naam}"),
        ],
        zetter,
    )
    aanhef = (adres.aanhef.strip().rstrip(",") if adres else "") or f"Beste {wie.naam}"
    yield alinea(f"{aanhef},", zetter, boven=20)
    wat = _GEVRAAGD[verzoek.soort] if verzoek.soort else "iets in het dossier"
    op = f"Op {datum_nl(verzoek.ontvangen_op)}" if verzoek.ontvangen_op else "Onlangs"
    over = f" Het gaat om: {verzoek.over.strip().rstrip('.')}." if verzoek.over.strip() else ""
    yield alinea(f"{op} vroeg u om {wat} van {verzoek.leerling.naam}.{over}", zetter, boven=TUSSEN)
    if verzoek.wens.strip():
        yield alinea(verzoek.wens, zetter, boven=TUSSEN, label="Wat u vroeg")
    besluit = _BESLUIT[verzoek.besluit] if verzoek.besluit else "Wij hebben nog geen besluit genomen."
    yield alinea(besluit, zetter, boven=TUSSEN, label="Ons besluit")
    if verzoek.gedaan.strip():
        yield alinea(verzoek.gedaan, zetter, boven=TUSSEN, label="Wat wij hebben gedaan")
    if verzoek.besluit in (Besluit.DEELS, Besluit.AFGEWEZEN):
        yield alinea(verzoek.reden.strip() or "…", zetter, boven=TUSSEN, label="Waarom")
        yield alinea(_NIET_EENS, zetter, boven=TUSSEN)
    yield alinea(f"Heeft u een vraag? {bereikbaar(kader.school)}", zetter, boven=TUSSEN)
    yield groet(verzoek.besloten_door, "", kader.school, zetter)
