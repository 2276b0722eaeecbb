"""Two invented calamities: one that was evaluated and closed, and one that runs; each with its log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from desktop.exchange.demo.calamiteitstukken import maak_communicatie
from desktop.exchange.demo.dagen import lesdag, lokaal
from desktop.exchange.demo.opbouw import Demoschool
from desktop.models.actieplan import Actieplan, Maatregel, Vervolgactie
from desktop.models.calamiteit import Beleid, Calamiteit, CalamiteitSlot, Crisislid, CrisisRol, Omvang
from desktop.models.core import Ids
from desktop.models.logregel import Logregel, RegelSoort, merk_van
from desktop.models.opslag import Append

_S = RegelSoort
Regel = tuple[str, str, RegelSoort, str, dict[str, Any]]
"""When it happened, when it was written down, the kind, the words, and what else there is to say."""

_MAST: Sequence[Regel] = (
    ("09:12", "09:14", _S.SIGNAAL, "Lichtmast naast het plein staat scheef na de storm", {"sleutel": True}),
    ("09:15", "09:16", _S.MAATREGEL, "Plein afgezet, alle groepen binnen", {}),
    ("09:20", "09:22", _S.GESPREK, "Gemeente gebeld: monteur komt voor 11 uur", {}),
    ("09:30", "09:33", _S.COMMUNICATIE, "Team ingelicht bij de koffie", {"vrijgegeven": "team"}),
    ("09:40", "09:44", _S.BESLUIT, "Kleuters gaan vandaag door de zijdeur naar huis", {"besloten_door": "directeur"}),
    ("10:50", "10:52", _S.STAP, "Monteur is er, mast wordt weggehaald", {}),
    ("11:35", "11:36", _S.STAP, "Plein weer vrij", {"sleutel": True}),
    ("12:10", "12:14", _S.COMMUNICATIE, "Kort bericht aan alle ouders: alleen feiten", {"vrijgegeven": "alle ouders"}),
)
_PARK: Sequence[Regel] = (
    ("10:42", "10:44", _S.SIGNAAL, "Begeleider meldt: kind niet bij verzamelpunt", {"sleutel": True}),
    ("10:50", "10:51", _S.STAP, "Groep geteld: 24 van 25", {}),
    ("11:05", "11:19", _S.STAP, "Zoekgebied verdeeld over vier begeleiders", {"namens": "leerkracht groep 6"}),
    ("11:21", "11:22", _S.GESPREK, "112 gebeld, signalement doorgegeven", {"sleutel": True, "namens": "directeur"}),
    ("11:24", "11:26", _S.GESPREK, "Moeder gebeld, zij komt naar het park", {"namens": "directeur"}),
    ("11:28", "11:29", _S.GESPREK, "Directeur-bestuurder gebeld; media lopen via het bestuur", {}),
    ("11:32", "11:33", _S.SIGNAAL, "Eerste bericht in een groepsapp van ouders", {}),
    ("11:40", "11:41", _S.COMMUNICATIE, "Team ingelicht: alleen feiten, geen app-groepen", {"vrijgegeven": "team"}),
    ("11:45", "11:47", _S.MAATREGEL, "Twee begeleiders blijven bij de groep", {}),
    ("11:52", "11:53", _S.BESLUIT, "Politie neemt zoeken over; groep terug naar school",
     {"sleutel": True, "besloten_door": "directeur"}),
    ("12:05", "12:06", _S.STAP, "Kind gevonden bij de kinderboerderij, ongedeerd", {"sleutel": True}),
    ("12:08", "12:09", _S.GESPREK, "Moeder is bij het kind", {}),
    ("12:20", "12:22", _S.COMMUNICATIE, "Team ingelicht: kind is terecht", {"vrijgegeven": "team"}),
    ("12:45", "12:48", _S.MAATREGEL, "Opvang groep 6 in de klas, met de intern begeleider", {}),
    ("13:15", "13:20", _S.BESLUIT, "Brief aan ouders van groep 6, vanmiddag mee", {"besloten_door": "directeur"}),
    ("14:05", "14:06", _S.COMMUNICATIE, "Brief meegegeven", {"vrijgegeven": "ouders groep 6"}),
    ("14:30", "14:41", _S.GESPREK, "Gesprek met beide ouders, met twee collega's", {}),
)  # fmt: skip


def maak_calamiteiten(school: Demoschool, ids: Ids) -> Iterator[Append]:
    """Yield both, each with what points at it after it."""
    yield from _gesloten(school, ids, lesdag(school.today - timedelta(days=47)))
    yield from _lopend(school, ids, lesdag(school.today - timedelta(days=1)))


def _gesloten(school: Demoschool, ids: Ids, dag: date) -> Iterator[Append]:
    record = ids.new()
    hoofd = Calamiteit(
        kort="Lichtmast scheef na storm",
        begonnen_op=dag,
        begonnen_om=time(9, 12),
        omvang=Omvang.KLEIN,
        bestuurder_op=dag,
        bestuurder_om=time(9, 35),
        bestuurder_door=school.directeur.naam,
        leiding=school.directeur.naam,
    )
    yield Append(record, hoofd, None)
    yield from _regels(school, ids, record, dag, _MAST, hoofd.begonnen())
    slot = CalamiteitSlot(
        op=record,
        moment=lokaal(dag + timedelta(days=9), time(15, 30)),
        geevalueerd=True,
        met="directeur, conciërge en intern begeleider",
        stappen="Het plein was snel leeg. De zijdeur was eerst op slot: de sleutel hing bij de conciërge thuis.",
        beleid=Beleid.WIJZIGEN,
        wijzigingen="De sleutel van de zijdeur hangt voortaan in het kantoor.",
    )
    yield Append(ids.new(), slot, None, "vastgesteld")


def _lopend(school: Demoschool, ids: Ids, dag: date) -> Iterator[Append]:
    record = ids.new()
    hoofd = Calamiteit(
        kort="Vermissing tijdens schoolreis",
        begonnen_op=dag,
        begonnen_om=time(10, 42),
        omvang=Omvang.GROOT,
        bestuurder_op=dag,
        bestuurder_om=time(11, 28),
        bestuurder_door=school.directeur.naam,
        leiding=school.directeur.naam,
        school_loopt="adjunct",
        aanspreekpunt=school.directeur.naam,
        crisisteam=(
            Crisislid(rij=ids.new(), rol=CrisisRol.BESTUUR, taak="juridisch, media", telefoon="06 00000011"),
            Crisislid(rij=ids.new(), rol=CrisisRol.JURIDISCH, taak="advies"),
            Crisislid(rij=ids.new(), rol=CrisisRol.DIRECTEUR, naam=school.directeur.naam, taak="leiding, ouders"),
            Crisislid(rij=ids.new(), rol=CrisisRol.LEERKRACHT, taak="bij de groep", telefoon="06 00000012"),
        ),
    )
    yield Append(record, hoofd, None)
    zoeken, opvang = ids.new(), ids.new()
    plan = Actieplan(
        calamiteit=record,
        beschrijving="Een leerling van groep 6 raakte tijdens de schoolreis uit het zicht en is om 12:05 gevonden.",
        ernst="Het kind is ongedeerd. Groep en ouders zijn geschrokken.",
        maatregelen=(
            Maatregel(rij=zoeken, wat="Zoeken met politie, vaste begeleider bij ouders", wie="directeur"),
            Maatregel(rij=opvang, wat="Opvang groep 6 in de klas", wie="intern begeleider"),
        ),
        vervolgacties=(
            Vervolgactie(rij=ids.new(), wat="Kijken hoe het met het kind en de groep gaat", wie="leerkracht groep 6"),
            Vervolgactie(rij=ids.new(), wat="Afspraken over tellen bij uitstapjes nalopen", wie="team"),
        ),
    )
    yield Append(ids.new(), plan, None)
    yield from _regels(school, ids, record, dag, _PARK, hoofd.begonnen())
    yield from _regels(
        school,
        ids,
        record,
        dag,
        (
            ("12:06", "12:07", _S.STAP, f"Gedaan: {plan.maatregelen[0].wat}", {"actie": zoeken, "actie_gedaan": True}),
            ("12:50", "12:51", _S.STAP, f"Gedaan: {plan.maatregelen[1].wat}", {"actie": opvang, "actie_gedaan": True}),
        ),
        hoofd.begonnen(),
    )
    yield from maak_communicatie(school, ids, record, dag)


def _regels(
    school: Demoschool, ids: Ids, bij: UUID, dag: date, regels: Sequence[Regel], begin: datetime | None
) -> Iterator[Append]:
    for gebeurd, vast, soort, tekst, rest in regels:
        moment = lokaal(dag, time.fromisoformat(vast))
        toen = datetime.combine(dag, time.fromisoformat(gebeurd))
        regel = Logregel(
            bij=bij,
            moment=moment,
            gebeurd=toen,
            door=school.ib.naam,
            tekst=tekst,
            soort=soort,
            merk=merk_van(toen, moment.replace(tzinfo=None), begin),
            **rest,
        )
        yield Append(ids.new(), regel, None, "vastgesteld")
