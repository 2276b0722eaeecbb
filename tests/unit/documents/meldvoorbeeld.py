"""Invented reports on the meldcode, and a melding, to make PDFs from."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from desktop.models.core import Bijlage
from desktop.models.melding import GemeldePersoon, Melding, MetOuders
from desktop.models.rapportage import AardHgkm, Bundel, GenomenStap, Ontvanger, Rapportage
from desktop.models.weging import Meldnorm, Vraag
from tests.unit.documents.dossiervoorbeeld import DOSSIER
from tests.unit.documents.voorbeeld import MOEDER, NOA, VADER


def melding(**anders: object) -> Melding:
    """Return a melding with a fact for the separate sheet."""
    vast: dict[str, object] = {
        "leerling": NOA,
        "dossier": DOSSIER,
        "verwacht_op": date(2026, 11, 25),
        "gebeld_op": date(2026, 11, 18),
        "gebeld_om": time(15, 40),
        "gebeld_met": "Karin Smit",
        "kenmerk": "VT-2026-4417",
        "regio": "Hollands Midden",
        "norm": Meldnorm.EEN,
        "vraag": Vraag.VEILIGHEID,
        "eerder": False,
        "stappen": "Signalen in kaart, overleg met de aandachtsfunctionaris, advies van Veilig Thuis, gewogen.",
        "namens": "Paul de Graaf",
        "door": "Fatma van den Berg",
        "bereikbaar": "Elke werkdag tot 17.00 uur op 010 123 45 67",
        "betrokkenen": (
            GemeldePersoon(rij=UUID(int=110), wie=NOA, rol="kind", gegevens="04-03-2017"),
            GemeldePersoon(
                rij=UUID(int=111), wie=MOEDER, rol="moeder", gegevens="Kastanjestraat 7, Waterwijk, 06 1234 5678"
            ),
            GemeldePersoon(rij=UUID(int=112), wie=VADER, rol="vader"),
        ),
        "zorgen": "3 november: Noa huilt in de klas. 11 november: zij wil niet naar huis. 18 november: blauwe plek op "
        "de linker bovenarm; Noa zegt: ‘Ik mag het niet vertellen.’",
        "veiligheid": "Er is letsel en het kind vertelde er zelf over.",
        "tegenspraak": "De huisarts zag in maart geen letsel.",
        "cit": False,
        "ouders": MetOuders.UITZONDERING,
        "uitzondering": "Noa vertelde dat vader boos wordt als zij iets zegt.",
        "overlegd_met": "Karin Smit",
        "overlegd_op": date(2026, 11, 18),
        "netwerk": "Oma woont in de buurt en past woensdag op.",
        "overige": "Tolk Turks gewenst voor oma.",
        "apart": "De buurvrouw op nummer 9 hoorde het en is bang voor vader.",
        "apart_besproken": True,
        "bijlagen": (Bijlage(blob=UUID(int=113), naam="Signalen.pdf", media="application/pdf", bytes=220_000),),
    }
    return Melding(**{**vast, **anders})  # type: ignore[arg-type]


def rapportage(n: int = 1, **anders: object) -> Rapportage:
    """Return the report on a situation."""
    vast: dict[str, object] = {
        "dossier": DOSSIER,
        "kenmerk": f"2026-{n:03d}",
        "schooljaar": "2026-2027",
        "datum": date(2026, 12, 1),
        "ingevuld_door": "intern begeleider",
        "aard": (AardHgkm.LICHAMELIJK, AardHgkm.PSYCHISCH),
        "noemenswaardig": True,
        "meldcode": True,
        "rollen": False,
        "taken": True,
        "ontbrak": "Wie belt als de intern begeleider er niet is.",
        "stappen": (GenomenStap.SIGNALEN, GenomenStap.VT_ADVIES, GenomenStap.GEWOGEN, GenomenStap.GEMELD),
        "volgens_afspraak": False,
        "afwijking": "Het gesprek met ouders kwam na de melding, zoals met Veilig Thuis besloten.",
        "nagelezen": True,
    }
    return Rapportage(**{**vast, **anders})  # type: ignore[arg-type]


def bundel(**anders: object) -> Bundel:
    """Return the bundle of a school year."""
    vast: dict[str, object] = {
        "van": date(2026, 8, 1),
        "tot": date(2027, 7, 31),
        "ontbrak": "Een vervanger voor de intern begeleider.",
        "doorgaande_lijn": "De stappen zijn op tijd gezet; het terugkoppelen aan leerkrachten kan beter.",
        "scholing": "Een middag over praten met kinderen, voor het hele team.",
        "ontvangers": (
            Ontvanger(rij=UUID(int=120), wie="Bestuur van Stichting Lichtkring", verstuurd_op=date(2027, 7, 5)),
            Ontvanger(rij=UUID(int=121), wie="Coördinator sociale veiligheid"),
        ),
    }
    return Bundel(**{**vast, **anders})  # type: ignore[arg-type]
