"""What groups were told in the invented calamity that runs: each piece as it went out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from uuid import UUID

from desktop.exchange.demo.opbouw import Demoschool
from desktop.models.actieplan import Doelgroep
from desktop.models.communicatie import Communicatie
from desktop.models.core import Ids
from desktop.models.opslag import Append


def maak_communicatie(school: Demoschool, ids: Ids, calamiteit: UUID, dag: date) -> Iterator[Append]:
    """Yield three established pieces: the parents first, then the team, and a letter to the other parents."""
    besloten = school.directeur.naam
    for stuk in (
        Communicatie(
            calamiteit=calamiteit,
            groep=Doelgroep.DIRECT,
            onderwerp="Wat we nu doen",
            tekst="Uw kind is sinds 10:42 uit het zicht. We zoeken in het park, en 112 is gebeld.",
            alleen_feiten=True,
            besloten_door=besloten,
            hoe="Gebeld, daarna gesproken met twee collega's",
            op=dag,
            om=time(11, 24),
        ),
        Communicatie(
            calamiteit=calamiteit,
            groep=Doelgroep.TEAM,
            onderwerp="Vermissing bij de schoolreis",
            tekst="Een leerling van groep 6 is uit het zicht geraakt. De politie is er. Vragen van buiten gaan naar de "
            "directeur. Zet niets in app-groepen.",
            alleen_feiten=True,
            besloten_door=besloten,
            hoe="Verteld in de teamkamer en per telefoon",
            op=dag,
            om=time(11, 40),
        ),
        Communicatie(
            calamiteit=calamiteit,
            groep=Doelgroep.INDIRECT,
            onderwerp="De schoolreis van groep 6",
            tekst="Tijdens de schoolreis raakte een leerling de groep kwijt. De leerling is om 12:05 gevonden en is "
            "ongedeerd. Hebt u vragen? De directeur is er vanmiddag tot 17 uur.",
            alleen_feiten=True,
            waarom_breed="Het stond al in een groepsapp. De ouders van het kind vinden deze brief goed.",
            voorzitter=True,
            besloten_door=besloten,
            hoe="Brief mee naar huis",
            op=dag,
            om=time(14, 5),
        ),
    ):
        yield Append(ids.new(), stuk, None, "vastgesteld")
