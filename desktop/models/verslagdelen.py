"""Parts of the report that one kind of talk asks for: with the pupil, and about behaviour."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from desktop.models.core import Als, Record, Veld
from desktop.models.tekst import Tekst

PLAN_LEERLING = "Intern begeleider › Gesprek leerling"
_LEERLING = (Als("soort", ("leerling",)),)
_GEDRAG = (Als("over_gedrag", (True,)),)


class MetLeerlinggesprek(Record):
    """What a talk with the pupil asks. Plan: a formal talk needs the parents' consent; the pupil's view counts."""

    leerling_hgkm: Annotated[
        bool | None,
        Veld(
            "Gaat het over huiselijk geweld of kindermishandeling?",
            groep="Vooraf",
            plan=PLAN_LEERLING,
            toon=_LEERLING,
        ),
    ] = None
    formeel: Annotated[
        bool | None,
        Veld(
            "Is dit een formeel gesprek?",
            groep="Vooraf",
            hulp="Formeel: het verslag komt in ParnasSys. Dan vraag je ouders vooraf om toestemming.",
            plan=PLAN_LEERLING,
            verplicht="vaststellen",
            toon=_LEERLING,
        ),
    ] = None
    toestemming: Annotated[
        bool | None,
        Veld(
            "Gaven ouders toestemming voor dit gesprek?",
            groep="Vooraf",
            plan=PLAN_LEERLING,
            verplicht="vaststellen",
            toon=(*_LEERLING, Als("formeel", (True,))),
        ),
    ] = None
    toestemming_door: Annotated[
        Tekst,
        Veld(
            "Toestemming gegeven door",
            groep="Vooraf",
            namen=True,
            breed=7,
            verplicht="vaststellen",
            toon=(*_LEERLING, Als("formeel", (True,)), Als("toestemming", (True,))),
        ),
    ] = ""
    toestemming_op: Annotated[
        date | None,
        Veld(
            "Op",
            groep="Vooraf",
            breed=5,
            verplicht="vaststellen",
            toon=(*_LEERLING, Als("formeel", (True,)), Als("toestemming", (True,))),
        ),
    ] = None
    zonder_toestemming: Annotated[
        Tekst,
        Veld(
            "Waarom is het gesprek zonder toestemming gevoerd?",
            groep="Vooraf",
            lang=True,
            verplicht="vaststellen",
            toon=(*_LEERLING, Als("formeel", (True,)), Als("toestemming", (False,))),
        ),
    ] = ""
    leeftijd: Annotated[
        Tekst,
        Veld(
            "Hoe is rekening gehouden met leeftijd en ontwikkeling?",
            groep="Vooraf",
            lang=True,
            plan=PLAN_LEERLING,
            toon=_LEERLING,
        ),
    ] = ""
    handreiking: Annotated[
        bool | None,
        Veld("Handreiking participatie van kinderen gebruikt", groep="Vooraf", plan=PLAN_LEERLING, toon=_LEERLING),
    ] = None
    mening: Annotated[
        Tekst,
        Veld(
            "Mening van de leerling",
            groep="Leerling",
            lang=True,
            hulp="Vraag open, en schrijf zoveel mogelijk in de eigen woorden van het kind.",
            plan=PLAN_LEERLING,
            verplicht="vaststellen",
            toon=_LEERLING,
        ),
    ] = ""
    mening_gewogen: Annotated[
        Tekst,
        Veld(
            "Hoe telt die mening mee",
            groep="Leerling",
            lang=True,
            plan=PLAN_LEERLING,
            verplicht="vaststellen",
            toon=_LEERLING,
        ),
    ] = ""
    nodig: Annotated[
        Tekst,
        Veld(
            "Wat heeft de leerling nodig",
            groep="Leerling",
            lang=True,
            plan="Leerlingen › Gesprek bij zorgen",
            toon=_LEERLING,
        ),
    ] = ""
    recht_veilig: Annotated[
        bool | None,
        Veld(
            "Recht op veiligheid en ‘jij hebt geen schuld’ besproken",
            groep="Leerling",
            plan=PLAN_LEERLING,
            toon=(*_LEERLING, Als("leerling_hgkm", (True,))),
        ),
    ] = None
    geen_geheim: Annotated[
        bool | None,
        Veld(
            "Zorgen, vervolg en terugkoppeling verteld, en dat school het niet geheim mag houden",
            groep="Leerling",
            plan=PLAN_LEERLING,
            toon=(*_LEERLING, Als("leerling_hgkm", (True,))),
        ),
    ] = None
    besluiten: Annotated[
        bool | None, Veld("Besluiten uitgelegd", groep="Leerling", breed=6, plan=PLAN_LEERLING, toon=_LEERLING)
    ] = None
    oneens: Annotated[
        bool | None, Veld("Is de leerling het oneens?", groep="Leerling", breed=6, plan=PLAN_LEERLING, toon=_LEERLING)
    ] = None
    oneens_uitleg: Annotated[
        Tekst,
        Veld(
            "Uitleg, recht op klacht of verzet, en bij wie",
            groep="Leerling",
            lang=True,
            plan=PLAN_LEERLING,
            verplicht="vaststellen",
            toon=(*_LEERLING, Als("oneens", (True,))),
        ),
    ] = ""
    vertrouwenspersoon: Annotated[
        bool | None, Veld("Gewezen op de vertrouwenspersoon", groep="Leerling", toon=_LEERLING)
    ] = None


class MetGedrag(Record):
    """What a talk about unwanted behaviour asks. Plan: protocol, actions 2 and 3."""

    gedrag_kanten: Annotated[
        bool | None, Veld("Alle kanten gehoord", groep="Gedrag", breed=6, verplicht="vaststellen", toon=_GEDRAG)
    ] = None
    gedrag_ouders: Annotated[date | None, Veld("Ouders ingelicht op", groep="Gedrag", breed=6, toon=_GEDRAG)] = None
    gedrag_gewenst: Annotated[
        Tekst, Veld("Welk gedrag wil school zien", groep="Gedrag", lang=True, verplicht="vaststellen", toon=_GEDRAG)
    ] = ""
    gedrag_maatregel: Annotated[Tekst, Veld("Maatregel", groep="Gedrag", lang=True, toon=_GEDRAG)] = ""
    gedrag_omstanders: Annotated[
        Tekst, Veld("Omstanders: wie, en wat kunnen zij doen", groep="Gedrag", lang=True, toon=_GEDRAG)
    ] = ""
    gedrag_groep: Annotated[
        Tekst,
        Veld("Plan voor de hele groep, met directie, IB en leerkracht", groep="Gedrag", lang=True, toon=_GEDRAG),
    ] = ""
