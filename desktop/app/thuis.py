"""Turns the overview of the services, and the plan, into what the home page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.models.incident import Incident
from desktop.models.kenmerk import kenmerk
from desktop.models.kinds import KINDS
from desktop.models.opslag import Draft, Work
from desktop.models.rechten import Rol
from desktop.services.agenda import SOORTEN
from desktop.services.calamiteit import Calamiteitregel
from desktop.services.overzicht import TEL_TOT, Concept, Overzicht
from desktop.services.plan import Plan
from desktop.views.home.gegevens import EersteStap, HomeGegevens, KaartSoort, Telling, VandaagKaart
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van, plek_van_draft, plek_van_werk

_MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


def home_gegevens(overzicht: Overzicht, vandaag: date, lopend: Sequence[Calamiteitregel] = ()) -> HomeGegevens:
    """Return the data of the home page. `vandaag` decides what is called overdue; `lopend` are open calamities."""
    tellingen = {rol: Telling(open_, te_laat) for rol, (open_, te_laat) in overzicht.tellingen.items()}
    if lopend and tellingen:
        directeur = tellingen.get(Rol.DIRECTEUR.value, Telling())
        # a calamity that runs is work of the director until it is closed
        tellingen[Rol.DIRECTEUR.value] = Telling(directeur.open + len(lopend), directeur.te_laat)
    return HomeGegevens(
        school=overzicht.school,
        schooljaar=overzicht.schooljaar,
        tellingen=tellingen,
        vandaag=(*_calamiteiten(lopend), *_kaarten(overzicht, vandaag)),
        eerste_stappen=() if lopend else _eerste_stappen(overzicht),
    )


def _calamiteiten(lopend: Sequence[Calamiteitregel]) -> Iterator[VandaagKaart]:
    """What runs goes before all else; not what it is about, for home can be seen from behind."""
    if len(lopend) == 1:
        begon = lopend[0].begonnen
        sinds = f"Sinds {dag(begon.date())} {begon:%H:%M} · naar het logboek" if begon else "Naar het logboek"
        yield VandaagKaart(
            "Er loopt een calamiteit", sinds, KaartSoort.CALAMITEIT, Plek("calamiteit", lopend[0].row.record)
        )
    elif lopend:
        titel = f"Er lopen {len(lopend)} calamiteiten"
        yield VandaagKaart(titel, "Naar de logboeken", KaartSoort.CALAMITEIT, Plek("calamiteiten"))


_KOPPEN = (
    "over-dit-plan",
    "sociale-kaart",
    "gedragsregels",
    "protocollen",
    "wet-meldcode",
    "veilig-thuis",
    "contact",
    "scholing",
    "bestuurlijke-monitoring",
    "klachtenroute",
)
"""The general headings of the plan's own home page, by the key of their page."""


def algemene_koppen(plan: Plan, paginas: Container[str]) -> list[tuple[Plek, str]]:
    """Return the general headings of home; those of another group's plan are what it has under them.

    `paginas` are the keys of the program's pages: a heading that has one of its own leads there.
    """
    bekend = [plan.pagina(sleutel) for sleutel in _KOPPEN if plan.bestaat(sleutel)]
    rest = [p for r in ("algemeen", "protocol") for p in plan.in_rubriek(r) if p not in bekend]
    return [
        (Plek(pagina.sleutel) if pagina.sleutel in paginas else Plek("plan", extra=pagina.sleutel), pagina.kort)
        for pagina in [*bekend, *rest][: len(_KOPPEN)]
    ]


def _kaarten(overzicht: Overzicht, vandaag: date) -> Iterator[VandaagKaart]:
    """Home has room for a few: each kind gets a place before the first kind gets a third."""
    ingehouden = [_ingehouden(een) for een in overzicht.concepten if een.ingehouden]
    yield from ingehouden[:1]
    werk = _werkkaarten(overzicht, vandaag)
    begin = 1 if ingehouden else 2
    yield from werk[:begin]
    if overzicht.klaar_te_zetten:
        titel = f"Zet schooljaar {overzicht.klaar_te_zetten} klaar"
        regel = "Dan staat elke taak uit het plan op een dag"
        yield VandaagKaart(titel, regel, KaartSoort.ANDERS, Plek("schooljaar"))
    if overzicht.backup_nodig:
        plek = Plek("instellingen", extra="reservekopie")
        regel = "De laatste is ouder dan een week" if overzicht.ooit_backup else "Je hebt er nog geen"
        yield VandaagKaart("Maak een reservekopie", regel, KaartSoort.RESERVEKOPIE, plek)
    drafts = [_draft(een) for een in overzicht.drafts]
    half = {een.record for een in overzicht.drafts}
    eigen = [c for c in overzicht.concepten if not c.ingehouden and c.row.record not in half]
    onaf = [*drafts[:1], *_concepten(eigen, overzicht.meer_concepten)]
    yield from onaf[:1]
    if overzicht.niet_in_parnassys:
        aantal = overzicht.niet_in_parnassys
        wat = "1 verslag" if aantal == 1 else f"{_hoeveel(aantal)} verslagen"
        regel = "Nog niet afgevinkt"
        yield VandaagKaart(f"{wat} niet in ParnasSys", regel, KaartSoort.PARNASSYS, Plek("parnassys"))
    yield from onaf[1:]
    yield from ingehouden[1:]
    yield from werk[begin:]
    yield from drafts[1:]


def _werkkaarten(overzicht: Overzicht, vandaag: date) -> list[VandaagKaart]:
    """One card for each record, kind of work and day; two that would read the same say which report they are about."""
    groepen: dict[tuple[UUID, str, date], list[Work]] = {}
    for een in overzicht.werk:
        groepen.setdefault((een.record, een.kind, een.due_on), []).append(een)
    kaarten = []
    for groep in groepen.values():
        kaart = _werk(groep[0], vandaag, overzicht.stukken.get(groep[0].record, "gespreksverslag"))
        if len(groep) > 1:
            # both parents are to sign the same report: one way leads there
            wie = f"{len(groep)} ouders" if groep[0].kind == "tekenen" else f"{len(groep)} keer"
            kaart = replace(kaart, regel=f"{kaart.regel} · {wie}")
        kaarten.append((groep[0].record, kaart))
    gelijk = Counter((kaart.titel, kaart.regel) for _, kaart in kaarten)
    return [
        # its number, not its pupil: home can be seen from behind
        replace(k, regel=f"{k.regel} · {kenmerk(record)}") if gelijk[k.titel, k.regel] > 1 else k
        for record, k in kaarten
    ]


def _werk(werk: Work, vandaag: date, stuk: str) -> VandaagKaart:
    te_laat = werk.due_on < vandaag
    # home can be seen from behind: no pupil's name on a card, only what kind of work it is
    titel = SOORTEN.get(werk.kind, "Openstaand werk")
    wanneer = "te laat sinds" if te_laat else "uiterlijk"
    soort = KaartSoort.TE_LAAT if te_laat else _KAART.get(werk.kind, KaartSoort.AFSPRAAK)
    wat = "" if werk.kind in _ZEGT_GENOEG or stuk == Incident.KIND else werk.title
    regel = f"{wat} · {wanneer} {dag(werk.due_on)}" if wat else f"{wanneer[:1].upper()}{wanneer[1:]} {dag(werk.due_on)}"
    return VandaagKaart(titel, regel, soort, plek_van_werk(werk, stuk))


_MELDCODE = ("veilig_thuis", "melden", "vt_besluit", "resultaat", "contact", "rapportage")
_CALAMITEIT = ("bestuurder_inlichten", "calamiteit_evaluatie")
_ZEGT_GENOEG = frozenset({*_MELDCODE, *_CALAMITEIT, "incident"})
"""What kind of work it is says enough, and its subject would say too much on a screen."""
_KAART = {
    "tekenen": KaartSoort.TEKENEN,
    "incident": KaartSoort.ANDERS,
    **dict.fromkeys(_MELDCODE, KaartSoort.MELDCODE),
    **dict.fromkeys(_CALAMITEIT, KaartSoort.CALAMITEIT),
}


def _ingehouden(concept: Concept) -> VandaagKaart:
    # not what it is about: a subject of such a talk says too much to who stands behind the screen
    regel = f"Bewaard op {dag(concept.row.recorded_at.date())} · nog niet vastgesteld"
    plek = plek_van(concept.row.kind, concept.row.record)
    return VandaagKaart("Gesprek met ouders ingehouden", regel, KaartSoort.INGEHOUDEN, plek)


def _concepten(concepten: Sequence[Concept], meer: int) -> Iterator[VandaagKaart]:
    """One is a card of its own, several are one card that leads to their list."""
    aantal = len(concepten) + meer
    if aantal == 1 and concepten:
        row = concepten[0].row
        regel = f"{row.title} · bewaard op {dag(row.recorded_at.date())}"
        yield VandaagKaart("Nog niet vastgesteld", regel, KaartSoort.CONCEPT, plek_van(row.kind, row.record))
    elif aantal:
        titel = f"{_hoeveel(aantal)} stukken nog niet vastgesteld"
        plek = Plek("agenda", extra="concept")
        yield VandaagKaart(titel, "Maak ze af, of gooi ze weg", KaartSoort.CONCEPT, plek)


def _hoeveel(aantal: int) -> str:
    """Home counts no further than this, so it says no more than it knows."""
    return str(aantal) if aantal < TEL_TOT else f"Meer dan {TEL_TOT - 1}"


def _draft(draft: Draft) -> VandaagKaart:
    regel = f"Voor het laatst getypt op {dag(draft.updated_at.date())} om {draft.updated_at:%H:%M}"
    return VandaagKaart(f"{KINDS[draft.kind].NAAM} niet af", regel, KaartSoort.CONCEPT, plek_van_draft(draft))


def _eerste_stappen(overzicht: Overzicht) -> tuple[EersteStap, ...]:
    stappen = (
        EersteStap("Lees je leerlingen in", "Uit ParnasSys of ESIS, met EDEXML", Plek("edexml"), overzicht.leerlingen),
        EersteStap("Voeg ouders en gezag toe", "Bij een leerling", Plek("leerlingen"), overzicht.gezagskaarten),
        EersteStap("Schrijf je eerste verslag", "Van een gesprek", Plek("leerlingen"), overzicht.verslagen),
    )
    # what is half-written or due goes before a first step that is still open: it would be out of sight
    bezig = overzicht.werk or overzicht.drafts or overzicht.concepten
    return () if bezig or all(stap.gedaan for stap in stappen) else stappen


def dag(datum: date) -> str:
    """Return a date as it is said: 19 november."""
    return f"{datum.day} {_MAANDEN[datum.month - 1]}"
