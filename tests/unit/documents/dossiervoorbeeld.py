"""Invented records of a dossier and a meldcode case to make PDFs from."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID

from desktop.models.afweging import Afweging
from desktop.models.core import Bijlage, Record, State, Wie
from desktop.models.dossier import (
    Aanleiding,
    Handelingsplan,
    Kindcheck,
    KindcheckUitkomst,
    KindInZorg,
    OudStuk,
    Overdracht,
    Risico,
    Toestemming,
)
from desktop.models.dossierdelen import Betrokkene, BetrokkenRol, Contact, Kant, Letsel, Passage, PassageSoort
from desktop.models.gespreksverslag import Aanwezige, Afspraak
from desktop.models.meldcode import BroerZus, MeldcodeDossier, Onderzoek, Stap, Tegenspraak
from desktop.models.nazorg import NaWat, Nazorg, Waarop
from desktop.models.opslag import Stored
from desktop.models.overleg import AdviesGegeven, Deelnemer, Overleg, OverlegSoort
from desktop.models.signaal import Aard, GeletOp, Hulpmiddel, Signaal
from desktop.models.veiligthuis import (
    CitContact,
    CitSoort,
    Informant,
    Meldcodestap,
    Reactie,
    Terugkoppeling,
    VtAdvies,
    Weg,
)
from desktop.models.weging import Antwoord, Vraag
from tests.unit.documents.voorbeeld import DIGEST, IB, MOEDER, NOA, VADER

DOSSIER, WEGING = UUID(int=200), UUID(int=201)
DIRECTEUR = Wie(naam="Paul de Graaf", hoedanigheid="directeur")
AF = Wie(naam="Mirjam Öztürk", hoedanigheid="aandachtsfunctionaris van een gekoppelde school")
BROER = Wie(persoon=UUID(int=6), naam="Sem Yılmaz", hoedanigheid="groep 7a")


def signaal(**anders: object) -> Signaal:
    """Return a signal with each kind of passage, injuries and agreements."""
    vast: dict[str, object] = {
        "leerling": NOA,
        "onderwerp": "Blauwe plek op de linkerarm, uitleg wisselt",
        "datum": date(2026, 11, 18),
        "tijd": time(10, 20),
        "plaats": "Gymzaal",
        "signaleerder": "Wim Jacobs",
        "functie": "conciërge",
        "aard": (Aard.HGKM, Aard.SOCIAAL),
        "gelet_op": (GeletOp.GEDRAG, GeletOp.LETSEL),
        "hulpmiddel": (Hulpmiddel.SIGNALENLIJST,),
        "aanwezigen": (Aanwezige(rij=UUID(int=70), initialen="T.K.", hoedanigheid="vakleerkracht gym"),),
        "betrokkenen": (
            Betrokkene(rij=UUID(int=71), wie=VADER, rol=BetrokkenRol.PLEGER),
            Betrokkene(rij=UUID(int=72), wie=BROER, rol=BetrokkenRol.BROER_ZUS),
        ),
        "eergerelateerd": False,
        "disclosure": True,
        "gevaar": False,
        "situatie": "Bij het omkleden voor de gymles hield Noa haar trui aan. Wim vroeg of zij het koud had.",
        "passages": (
            Passage(
                rij=UUID(int=73),
                soort=PassageSoort.FEIT,
                tekst="Op de linker bovenarm zit een blauwe plek van ongeveer 4 cm, geel aan de randen. Noa trok haar "
                "mouw omlaag toen Wim Jacobs keek.",
            ),
            Passage(
                rij=UUID(int=74),
                soort=PassageSoort.KIND,
                tekst="‘Ik mag het niet vertellen. Papa was boos omdat ik te laat was.’",
            ),
            Passage(
                rij=UUID(int=75),
                soort=PassageSoort.HOREN_ZEGGEN,
                bron="Sanne Bakker (moeder)",
                toestemming=True,
                tekst="Moeder zei maandag aan het hek dat Noa van de trap was gevallen.",
            ),
            Passage(
                rij=UUID(int=76),
                soort=PassageSoort.MENING,
                bron="Joris de Wit",
                tekst="Ik denk dat zij thuis meer meemaakt dan zij zegt; dat is een vermoeden.",
            ),
        ),
        "letsel": (
            Letsel(
                rij=UUID(int=77),
                kant=Kant.VOOR,
                plek="linker bovenarm",
                wat="Blauwe plek, 4 cm, geel aan de randen.",
                x=742,
                y=300,
            ),
            Letsel(rij=UUID(int=78), kant=Kant.ACHTER, plek="rechterschouder", wat="Rode streep, 6 cm.", x=640, y=225),
            Letsel(rij=UUID(int=79), kant=None, plek="knie", wat="Schaafplek."),
        ),
        "gevoel": "Haar stem werd zacht en zij keek weg.",
        "bevestigt": (UUID(int=(1_790_000_000_000 << 80) | 12345),),
        "kindcheck": True,
        "is_leerkracht": False,
        "besproken_met": "Joris de Wit",
        "besproken_op": date(2026, 11, 18),
        "ouders_besproken": False,
        "ouders_niet": "Eerst overleg met Veilig Thuis, omdat Noa er zelf over vertelde.",
        "contacten": (
            Contact(rij=UUID(int=80), met="Noa", op=date(2026, 11, 18), wat="Gezegd dat het goed is dat zij vertelt."),
        ),
        "afspraken": (
            Afspraak(
                rij=UUID(int=81),
                wat="Iris belt Veilig Thuis",
                wie="Fatma van den Berg",
                uiterlijk=date(2026, 11, 18),
                merkbaar="Er is een nummer van het gesprek",
            ),
        ),
        "samengevat": True,
        "vervolg": "Vandaag naar de intern begeleider.",
        "bijlagen": (Bijlage(blob=UUID(int=82), naam="Signalenlijst.pdf", media="application/pdf", bytes=84_000),),
    }
    return Signaal(**{**vast, **anders})  # type: ignore[arg-type]


def overleg(**anders: object) -> Overleg:
    """Return a consultation with a linked school's aandachtsfunctionaris."""
    vast: dict[str, object] = {
        "leerling": NOA,
        "dossier": DOSSIER,
        "soort": OverlegSoort.AF,
        "datum": date(2026, 11, 19),
        "onderwerp": "Hoe bespreken we dit, en met wie eerst",
        "deelnemers": (
            Deelnemer(rij=UUID(int=90), naam="Fatma van den Berg", rol="intern begeleider"),
            Deelnemer(rij=UUID(int=91), naam="Mirjam Öztürk", rol="aandachtsfunctionaris"),
        ),
        "anoniem": True,
        "toestemming": False,
        "inhoud": "De signalen van zes weken naast elkaar gelegd, zonder namen.",
        "advies": "Eerst Veilig Thuis bellen; daarna pas met ouders in gesprek.",
        "afspraken": (
            Afspraak(rij=UUID(int=92), wat="Terugbellen", wie="Mirjam Öztürk", uiterlijk=date(2026, 11, 26)),
        ),
        "evaluatie": date(2026, 12, 10),
    }
    return Overleg(**{**vast, **anders})  # type: ignore[arg-type]


def overdracht() -> Overdracht:
    """Return a hand-over to the IB."""
    return Overdracht(
        leerling=NOA,
        datum=date(2026, 11, 17),
        aanleiding=(Aanleiding.BLIJVEN, Aanleiding.GROEIT),
        van="Joris de Wit",
        aan="Fatma van den Berg",
        leerling_op=date(2026, 11, 17),
        ouders_niet="Eerst overleg met Veilig Thuis",
        toelichting="Drie signalen in zes weken; de uitleg wisselt.",
    )


def kindcheck() -> Kindcheck:
    """Return a kindcheck with a child of another school."""
    waarden: dict[str, object] = {
        "leerling": NOA,
        "datum": date(2026, 11, 20),
        "risico": (Risico.DEPRESSIE,),
        "kinderen": (
            KindInZorg(rij=UUID(int=95), naam="Noa Yılmaz", geboren=date(2017, 3, 4)),
            KindInZorg(rij=UUID(int=96), naam="Mila Yılmaz", geboren=date(2023, 9, 1), school="Opvang De Eend"),
        ),
        "met_ouder_op": date(2026, 11, 20),
        "met_af": "Mirjam Öztürk",
        "uitkomst": KindcheckUitkomst.HULP,
        "toelichting": "Moeder vraagt zelf om hulp in huis.",
    }
    if "ouder" in Kindcheck.model_fields:
        waarden["ouder"] = MOEDER
    return Kindcheck(**waarden)  # type: ignore[arg-type]


def toestemming(**anders: object) -> Toestemming:
    """Return a consent that both parents are to sign."""
    vast: dict[str, object] = {
        "leerling": NOA,
        "datum": date(2026, 11, 20),
        "gegeven_door": (MOEDER, VADER),
        "gericht": True,
        "waarvoor": "Begeleiding door het schoolmaatschappelijk werk",
        "gever": "OBS De Regenboog",
        "ontvanger": "Schoolmaatschappelijk werk Waterwijk",
        "wat": "Wat school zag in de klas sinds september, en wat al is geprobeerd.",
    }
    return Toestemming(**{**vast, **anders})  # type: ignore[arg-type]


def handelingsplan() -> Handelingsplan:
    """Return a plan in brief."""
    return Handelingsplan(
        leerling=NOA,
        datum=date(2026, 11, 10),
        doel="Noa begint de dag rustig en eet mee met de groep",
        aanpak="Elke ochtend om 8:20 even samen zitten. Een vaste plek aan tafel.",
        wie="De leerkracht begint; Fatma van den Berg kijkt mee.",
        evaluatie=date(2026, 12, 17),
    )


def oudstuk() -> OudStuk:
    """Return old paper that was scanned."""
    return OudStuk(
        leerling=NOA,
        datum=date(2024, 3, 6),
        wat="Brief van het consultatiebureau",
        van="Petra Bos",
        bijlagen=(Bijlage(blob=UUID(int=97), naam="brief.png", media="image/png", bytes=40_000),),
    )


def vtadvies() -> VtAdvies:
    """Return anonymous advice."""
    return VtAdvies(
        leerling=NOA,
        dossier=DOSSIER,
        datum=date(2026, 11, 18),
        door="Fatma van den Berg",
        stap=Meldcodestap.TWEE,
        anoniem=True,
        anoniem_reden="Een vroeg stadium; eerst weten welke stappen nodig zijn.",
        kenmerk="VT-2026-118",
        medewerker="Karin Smit",
        ernst="Volgens Karin Smit is dit ernstig: er is letsel en het kind vertelde er zelf over.",
        advies="Vandaag wegen. Niet eerst met vader praten.",
        besluit="School weegt vandaag en belt terug.",
        terug_op=date(2026, 11, 20),
    )


def terugkoppeling(soort: Reactie = Reactie.VOORWAARDEN) -> Terugkoppeling:
    """Return what Veilig Thuis decided."""
    return Terugkoppeling(
        leerling=NOA,
        dossier=DOSSIER,
        datum=date(2026, 11, 27),
        melding=UUID(int=210),
        soort=soort,
        van="Karin Smit",
        inhoud="Het gezin krijgt voorwaarden. Karin Smit spreekt de ouders deze week.",
        antwoord="Een vaste volwassene op school." if soort is Reactie.VRAAG else "",
        verantwoordelijk="Jeugdteam Waterwijk",
        voorwaarden="Vader haalt de kinderen de eerste weken niet op.",
        rol_school="Elke week even met Noa praten en zorgen doorgeven.",
        kijk_op=date(2026, 12, 11),
    )


def informant() -> Informant:
    """Return what school told Veilig Thuis without the parents' consent."""
    return Informant(
        leerling=NOA,
        datum=date(2026, 11, 26),
        weg=Weg.TELEFOON,
        instemming=False,
        eigen_afweging="De veiligheid van Noa weegt zwaarder dan de samenwerking; we vertellen het ouders zelf ook.",
        verstrekt="Wat school zag op 3, 11 en 18 november, met wie het zag.",
        verslag_op=date(2026, 11, 30),
        akkoord=True,
    )


def citcontact() -> CitContact:
    """Return a contact with the CIT."""
    return CitContact(
        leerling=NOA,
        datum=date(2026, 11, 19),
        soort=CitSoort.INZET,
        samen=True,
        geen_ander=True,
        gesproken="Lieke Bos",
        besluit="Het team komt vanavond in het gezin.",
    )


def nazorg() -> Nazorg:
    """Return what was agreed on watching after a melding."""
    return Nazorg(
        leerling=NOA,
        datum=date(2026, 11, 30),
        na=NaWat.MELDING,
        wie="Fatma van den Berg",
        waarop=(Waarop.VEILIGHEID, Waarop.HERSTEL),
        verwacht="Noa is op tijd en speelt mee.",
        eerste=date(2026, 12, 15),
    )


def adviesgegeven() -> AdviesGegeven:
    """Return advice to another school."""
    return AdviesGegeven(
        school="CBS De Wilg",
        datum=date(2026, 10, 6),
        gevraagd_door="intern begeleider",
        vraag="Een leerling van groep 4 komt vaak zonder eten. Wat is de eerste stap?",
        advies="Zet op een rij wat er is gezien, met datum. Praat dan met de ouders.",
        terug_op=date(2026, 10, 20),
    )


def dossier(**anders: object) -> MeldcodeDossier:
    """Return a case that is under way."""
    vast: dict[str, object] = {
        "leerling": NOA,
        "geopend": date(2026, 11, 18),
        "kort": "Letsel met wisselende uitleg, en disclosure",
        "stukken": (UUID(int=210), UUID(int=211)),
        "uitvoerend": "Fatma van den Berg",
        "adviserend": "Mirjam Öztürk",
        "casemanager": "Fatma van den Berg",
        "risicotaxatie": True,
        "instrument": "LIRIK",
        "onderzoeken": (
            Onderzoek(rij=UUID(int=101), wat="Huisarts", op=date(2026, 3, 14), uitkomst="Geen letsel gezien"),
        ),
        "tegenspraak": (
            Tegenspraak(rij=UUID(int=102), wat="Noa speelt in het weekend graag met vader buiten", bron="Noa zelf"),
        ),
        "geobjectiveerd": True,
        "gezin": (BroerZus(rij=UUID(int=103), wie=BROER, uitkomst="Twee signalen in 2025, zelfde patroon"),),
        "stappen": (Stap(rij=UUID(int=104), op=date(2026, 11, 18), wie="IB", wat="Directeur gebeld"),),
        "contact_leerling": "Joris de Wit, elke ochtend",
        "volgend_contact": date(2026, 11, 27),
    }
    return MeldcodeDossier(**{**vast, **anders})  # type: ignore[arg-type]


def afweging(vraag: Vraag, antwoord: Antwoord, **anders: object) -> Afweging:
    """Return the answer to one question."""
    vast: dict[str, object] = {
        "leerling": NOA,
        "dossier": DOSSIER,
        "weging": WEGING,
        "vraag": vraag,
        "datum": date(2026, 11, 18),
        "antwoord": antwoord,
        "reden": "Drie signalen in zes weken, het laatste gisteren met een blauwe plek waarvan de uitleg wisselt. "
        "Volgens Sanne Bakker viel Noa van de trap; de huisarts zag in maart geen letsel.",
        "wie": (IB, DIRECTEUR, AF),
        "directeur_op": date(2026, 11, 18) if vraag is Vraag.VERMOEDEN else None,
    }
    if vraag in (Vraag.HULP, Vraag.ACCEPTATIE, Vraag.RESULTAAT):
        vast |= {"vt_wie": "Karin Smit", "vt_op": date(2026, 11, 19)}
    return Afweging(**{**vast, **anders})  # type: ignore[arg-type]


def alle() -> tuple[Record, ...]:
    """Return one record of each kind that has the common PDF."""
    return (
        signaal(),
        overleg(),
        overdracht(),
        kindcheck(),
        toestemming(),
        handelingsplan(),
        oudstuk(),
        vtadvies(),
        terugkoppeling(),
        informant(),
        citcontact(),
        nazorg(),
        adviesgegeven(),
        dossier(),
    )


def stored(value: Record | None, n: int = 1, state: State = "vastgesteld", **anders: object) -> Stored:
    """Return a stored revision of a record."""
    vast: dict[str, object] = {
        "revision": UUID(int=1000 + n),
        "record": UUID(int=(1_795_000_000_000 << 80) | n),
        "parent": None,
        "kind": value.KIND if value is not None else "signaal",
        "state": state,
        "schema": 1,
        "account": UUID(int=9),
        "recorded_at": datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
        "digest": DIGEST,
        "value": value,
    }
    return Stored(**{**vast, **anders})  # type: ignore[arg-type]
