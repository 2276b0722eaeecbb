"""All services of one session, made once at unlock and passed on by constructor."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.agenda import Agenda
from desktop.services.beheer import Beheer
from desktop.services.documenten import Documenten
from desktop.services.dossier import Dossier
from desktop.services.edexml import Edexml
from desktop.services.eigenplan import Eigenplan
from desktop.services.gesprekken import Gesprekken
from desktop.services.logboek import Logboek
from desktop.services.meldcode import Meldcode
from desktop.services.overzicht import Overzichten
from desktop.services.personen import Personen
from desktop.services.session import Session
from desktop.services.veiligthuis import VeiligThuis
from desktop.services.zoeken import Zoeken


@dataclass(frozen=True, slots=True)
class Diensten:
    """What views and the command line may ask for."""

    session: Session
    personen: Personen
    documenten: Documenten
    gesprekken: Gesprekken
    edexml: Edexml
    zoeken: Zoeken
    overzichten: Overzichten
    beheer: Beheer
    logboek: Logboek
    eigenplan: Eigenplan
    dossier: Dossier
    meldcode: Meldcode
    veiligthuis: VeiligThuis
    agenda: Agenda


def diensten(session: Session, beheer: Beheer) -> Diensten:
    """Build the services of a session."""
    personen = Personen(session)
    documenten = Documenten(session)
    dossier = Dossier(session, documenten)
    return Diensten(
        session=session,
        personen=personen,
        documenten=documenten,
        gesprekken=Gesprekken(session, personen, documenten),
        edexml=Edexml(session),
        zoeken=Zoeken(session),
        overzichten=Overzichten(session),
        beheer=beheer,
        logboek=Logboek(session),
        eigenplan=Eigenplan(session),
        dossier=dossier,
        meldcode=Meldcode(session, dossier, personen),
        veiligthuis=VeiligThuis(session, dossier),
        agenda=Agenda(session),
    )
