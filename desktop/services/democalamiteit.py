"""What comes later in the invented calamity that runs: a second version of its plan, and a report of a talk."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.actieplan import Actieplan
from desktop.models.opslag import Query
from desktop.models.personen import Leerling
from desktop.models.velden import naar_values
from desktop.services.calamiteit import Calamiteitbeeld, Calamiteiten
from desktop.services.documenten import Documenten
from desktop.services.gesprekken import Gesprekken
from desktop.services.personen import Personen
from desktop.services.session import Session


def vul_calamiteit(session: Session) -> None:
    """Store them, where such a calamity runs, as a school does that works with it."""
    documenten = Documenten(session)
    calamiteiten = Calamiteiten(session, documenten)
    for regel in calamiteiten.lopende():
        beeld = calamiteiten.beeld(regel.row.record, log=False)
        if beeld.plan is None or beeld.actieplan is None:
            continue
        ouders = session.ids.new()
        stuk = calamiteiten.open(beeld.actieplan.record)
        calamiteiten.bewaar(stuk, {**stuk.values, **_tweede_versie(session, beeld, ouders)})
        _verslag(session, Gesprekken(session, Personen(session), documenten), beeld, ouders)


def _tweede_versie(session: Session, beeld: Calamiteitbeeld, ouders: UUID) -> dict[str, Any]:
    plan = beeld.plan
    assert isinstance(plan, Actieplan)
    dag = beeld.calamiteit.begonnen_op
    nieuw = {"rij": str(session.ids.new()), "wat": "Brief aan ouders van groep 6", "wie": "directeur"}

    def rij(**velden: Any) -> dict[str, Any]:
        return {"rij": str(session.ids.new()), **velden}

    return {
        "externen": "Politie, adviesteam van de GGD",
        "maatregelen": [*(naar_values(m) for m in plan.maatregelen), nieuw],
        "gesprekken": [
            {
                "rij": str(ouders),
                "met": "Ouders van het kind",
                "voert": "directeur en intern begeleider",
                "op": dag.isoformat() if dag else None,
            },
            rij(met="De begeleider die het meldde", melder=True, voert="intern begeleider en leerkracht groep 6"),
        ],
        "communicatie": [
            rij(groep="direct", wat="Alles wat we doen", hoe="Telefoon, gesprek"),
            rij(groep="team", wat="Alleen feiten", hoe="Teamkamer"),
            rij(groep="indirect", wat="Dat het kind terug is", hoe="Brief"),
        ],
        "onrust_emotie": "Ouders van groep 6 zijn geschrokken",
        "onrust_media": "Berichten in een groepsapp",
        "onrust": "midden",
        "steun": "De begeleiders spreken met de schoolmaatschappelijk werker.",
        "zwaarder": "Een gezin dat eerder een kind kwijt was.",
        "strafbaar": False,
        "professional": False,
        "lessen": "Wat doe je als je de groep kwijt bent.",
    }


def _verslag(session: Session, gesprekken: Gesprekken, beeld: Calamiteitbeeld, gesprek: UUID) -> None:
    """Write the report of the talk with the parents, about a pupil of whom a parent is known; nobody signed yet."""
    vault = session.vault
    rijen = vault.rows(vault.ids(Query(kinds=(Leerling.KIND,), order="naam")))
    # of the group that the story is about, where the school has it
    for rij in sorted(rijen, key=lambda r: getattr(vault.get(r.record).value, "jaargroep", "") != "6"):
        stuk = gesprekken.nieuw_verslag(rij.record, calamiteit=beeld.stored.record, te_voeren=gesprek)
        kaarten = Personen(session).kaarten(rij.record)
        if rij.closed or not kaarten:
            continue
        dag = beeld.calamiteit.begonnen_op
        values: dict[str, Any] = {
            **stuk.values,
            "soort": "calamiteit",
            "onderwerp": "Na de schoolreis",
            "datum": dag.isoformat() if dag else None,
            "tijd": "14:30",
            "plaats": "Kamer van de directeur",
            "geleid_door": "directeur",
            "ouders": [naar_values(k.wie) for k in kaarten],
            "school": [
                {"naam": session.actor.naam, "hoedanigheid": "intern begeleider"},
                {"naam": beeld.calamiteit.leiding or "De directeur", "hoedanigheid": "directeur"},
            ],
            "besproken": "Verteld wat er van minuut tot minuut is gebeurd. Ouders stelden vragen over het tellen.",
            "samengevat": True,
        }
        gesprekken.stel_vast(stuk, values)
        return
