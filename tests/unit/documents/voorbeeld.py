"""Invented records to make PDFs from."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID

from desktop.documents.frame import Kader
from desktop.models.core import Bijlage, Wie
from desktop.models.gespreksverslag import Aanwezige, Afspraak, Gespreksverslag
from desktop.models.handtekening import Handtekening
from desktop.models.personen import Persoon, Tolk
from desktop.models.school import Schoolprofiel
from desktop.models.uitnodiging import Ontvanger, Uitnodiging
from desktop.models.vervolg import Ondertekening, Uitkomst, Wijze
from desktop.models.vooroverleg import Doorgang, Gevaar, SoortGesprek

NOA = Wie(persoon=UUID(int=1), naam="Noa Yılmaz", hoedanigheid="groep 5b")
MOEDER = Wie(persoon=UUID(int=2), naam="Sanne Bakker", hoedanigheid="moeder", gezag="ja")
VADER = Wie(persoon=UUID(int=3), naam="Emre Yılmaz", hoedanigheid="vader", gezag="ja")
IB = Wie(persoon=UUID(int=4), naam="Fatma van den Berg", hoedanigheid="intern begeleider")
LEERKRACHT = Wie(persoon=UUID(int=5), naam="Joris de Wit", hoedanigheid="leerkracht groep 5b")
VERSLAG_ID = UUID(int=100)

SCHOOL = Schoolprofiel(
    naam="OBS De Regenboog",
    brin="00AA",
    bestuur="Stichting Lichtkring",
    straat="Lindelaan 12",
    postcode="1234 AB",
    plaats="Waterwijk",
    telefoon="010 123 45 67",
    email="info@regenboog.example",
)
DIGEST = bytes(range(32))
LOGBOEK = bytes(range(100, 132))

BESPROKEN = (
    "Noa is sinds de herfstvakantie stiller in de klas en at drie keer niet mee. Ouders herkennen dit thuis sinds de "
    "verhuizing. Beide ouders willen dat zij weer met plezier naar school gaat.\n\nMoeder vertelt dat Noa ’s avonds "
    "lang wakker ligt. Vader ziet dat zij in het weekend wel buiten speelt."
)


def kader(**anders: object) -> Kader:
    """Return what stands around a report: established, with digest; `anders` changes parts of it."""
    vast: dict[str, object] = {
        "school": SCHOOL,
        "kenmerk": "2026-7K3F9Q",
        "digest": DIGEST,
        "versie_op": datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
        "gemaakt_op": datetime(2026, 11, 20, 16, 40, tzinfo=UTC),
        "audit_head": LOGBOEK,
        "concept": False,
    }
    return Kader(**{**vast, **anders})  # type: ignore[arg-type]


def concept(**anders: object) -> Kader:
    """Return what stands around a concept."""
    return kader(digest=None, concept=True, **anders)


def verslag(**anders: object) -> Gespreksverslag:
    """Return a report of a talk about a concern; `anders` changes fields."""
    vast: dict[str, object] = {
        "leerling": NOA,
        "soort": SoortGesprek.ZORG,
        "onderwerp": "Noa eet niet mee tijdens de lunch",
        "datum": date(2026, 11, 19),
        "tijd": time(14, 30),
        "plaats": "Kamer IB",
        "doel": "Samen begrijpen wat er speelt en afspreken wat Noa helpt.",
        "over_gedrag": False,
        "ouders": (MOEDER, VADER),
        "school": (IB, LEERKRACHT),
        "notulist": "Joris de Wit",
        "leerling_erbij": False,
        "anderen": (Aanwezige(rij=UUID(int=20), initialen="P.H.", hoedanigheid="jeugdarts"),),
        "eerder": "In september was er een startgesprek zonder zorgen.",
        "besproken": BESPROKEN,
        "emotie": "Moeder maakt zich zorgen en is ook opgelucht dat school het ziet.",
        "oplossingen": "Een rustig begin van de dag, en vaste tijden om te eten.",
        "afspraken": (
            Afspraak(
                rij=UUID(int=30),
                wat="Dagelijks inloopmoment om 8:20",
                wie="leerkracht",
                uiterlijk=date(2026, 11, 27),
                merkbaar="Noa vertelt één ding van thuis",
            ),
            Afspraak(
                rij=UUID(int=31),
                wat="Thuis samen lezen voor het slapen",
                wie="ouders",
                uiterlijk=date(2026, 12, 11),
                merkbaar="Noa slaapt voor 20:00",
            ),
            Afspraak(rij=UUID(int=32), wat="Gesprek met Noa", wie="Fatma van den Berg", uiterlijk=date(2026, 11, 24)),
        ),
        "samengevat": True,
        "evaluatie": date(2026, 12, 17),
        "vervolg": "De leerkracht belt op vrijdag hoe de eerste week ging.",
        "bijlagen": (
            Bijlage(blob=UUID(int=50), naam="Observatie kring.pdf", media="application/pdf", bytes=1_240_000),
        ),
    }
    return Gespreksverslag(**{**vast, **anders})  # type: ignore[arg-type]


def hgkm() -> Gespreksverslag:
    """Return a report of an HGKM concern in which Veilig Thuis was called first."""
    return verslag(
        soort=SoortGesprek.HGKM,
        onderwerp="Zorgen over de veiligheid thuis",
        af_wie="Mirjam Öztürk (aandachtsfunctionaris)",
        af_datum=date(2026, 11, 16),
        gevaar=True,
        gevaar_gronden=(Gevaar.DISCLOSURE, Gevaar.ANDERS),
        gevaar_reden="Noa vertelde dat zij bang is als zij te laat thuiskomt.",
        vt_wie="Karin Smit",
        vt_datum=date(2026, 11, 17),
        vt_besluit="Nu met beide ouders praten, op school, met twee professionals.",
        vt_doorgang=Doorgang.DOOR,
        hgkm_zorgen=True,
        hgkm_traject=True,
        hgkm_plicht=True,
        hgkm_hulp="Het jeugdteam kan volgende week op huisbezoek komen.",
    )


def leerlinggesprek() -> Gespreksverslag:
    """Return a report of a formal talk with the pupil."""
    return verslag(
        soort=SoortGesprek.LEERLING,
        onderwerp="Hoe het gaat in de klas",
        ouders=(),
        leerling_erbij=None,
        emotie="",
        leerling_hgkm=True,
        formeel=True,
        toestemming=True,
        toestemming_door="Sanne Bakker",
        toestemming_op=date(2026, 11, 18),
        leeftijd="Kort gesprek met tekenmateriaal erbij.",
        handreiking=True,
        mening="‘Ik mis mijn oude buurmeisje. In de pauze weet ik niet met wie ik moet spelen.’",
        mening_gewogen="Noa kiest zelf met wie zij in de pauze begint.",
        nodig="Een maatje in de pauze.",
        recht_veilig=True,
        geen_geheim=True,
        besluiten=True,
        oneens=False,
        vertrouwenspersoon=True,
        anderen=(),
    )


def strokes() -> bytes:
    """Return a signature of two strokes."""
    haal = tuple(
        (20.0 + 6 * n, 60.0 + 30 * ((n * 7 % 11) / 11 - 0.5), 12.0 * n, 0.3 + 0.05 * (n % 9)) for n in range(40)
    )
    streep = ((30.0, 95.0, 600.0, 0.5), (240.0, 88.0, 700.0, 0.7))
    return Handtekening(breedte=600, hoogte=200, halen=(haal, streep)).to_bytes()


def ondertekening(ouder: Wie, uitkomst: Uitkomst, **anders: object) -> Ondertekening:
    """Return the outcome of a parent, signed on screen where there is something to sign."""
    getekend = uitkomst in (Uitkomst.AKKOORD, Uitkomst.GEZIEN)
    vast: dict[str, object] = {
        "op": VERSLAG_ID,
        "moment": datetime(2026, 11, 24, 8, 35, tzinfo=UTC),
        "ouder": ouder,
        "uitkomst": uitkomst,
        "wijze": Wijze.SCHERM if getekend else Wijze.GEEN,
        "strokes": UUID(int=60) if getekend else None,
        "getuige": "Fatma van den Berg",
    }
    return Ondertekening(**{**vast, **anders})  # type: ignore[arg-type]


def uitnodiging(**anders: object) -> Uitnodiging:
    """Return an invitation for both parents."""
    vast: dict[str, object] = {
        "leerling": NOA,
        "soort": SoortGesprek.ZORG,
        "onderwerp": "hoe Noa zich voelt op school, en het eten tijdens de lunch",
        "datum": date(2026, 11, 19),
        "tijd": time(14, 30),
        "tijd_tot": time(15, 15),
        "plaats": "Kamer van de intern begeleider",
        "ontvangers": (Ontvanger(rij=UUID(int=40), wie=MOEDER), Ontvanger(rij=UUID(int=41), wie=VADER)),
        "ook_aanwezig": (LEERKRACHT,),
        "ondertekenaar": "Fatma van den Berg",
        "ondertekenaar_functie": "intern begeleider",
    }
    return Uitnodiging(**{**vast, **anders})  # type: ignore[arg-type]


def persoon(**anders: object) -> Persoon:
    """Return the mother's own card."""
    vast: dict[str, object] = {
        "roepnaam": "Sanne",
        "achternaam": "Bakker",
        "straat": "Kastanjestraat 7",
        "postcode": "1234 CD",
        "plaats": "Waterwijk",
        "taal": "Turks",
        "tolk": Tolk.NODIG,
    }
    return Persoon(**{**vast, **anders})  # type: ignore[arg-type]
