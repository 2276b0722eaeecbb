"""All services of one session, made once at unlock and passed on by constructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from desktop.models.core import Record
from desktop.models.errors import NietGevonden
from desktop.models.kinds import KINDS
from desktop.services.agenda import Agenda
from desktop.services.beheer import Beheer
from desktop.services.bestuur import Bestuur
from desktop.services.calamiteit import Calamiteiten
from desktop.services.calamiteitdaden import Calamiteitdaden
from desktop.services.calamiteitdruk import Calamiteitdruk
from desktop.services.documenten import Documenten
from desktop.services.dossier import Dossier
from desktop.services.dossierdruk import Dossierdruk
from desktop.services.draaiboekdruk import Draaiboekdruk
from desktop.services.draaiboeken import Draaiboeken
from desktop.services.edexml import Edexml
from desktop.services.eigenplan import Eigenplan
from desktop.services.gesprekken import Gesprekken
from desktop.services.incidenten import Incidenten
from desktop.services.inhoud import Werkinhoud, meegeleverd
from desktop.services.jaardruk import Jaardruk
from desktop.services.jaarstukken import Jaarstukken
from desktop.services.klachten import Klachten
from desktop.services.logboek import Logboek
from desktop.services.logdruk import Logdruk
from desktop.services.meldcode import Meldcode
from desktop.services.overzicht import Overzichten
from desktop.services.personen import Personen
from desktop.services.rapportage import Rapportages
from desktop.services.samenvatting import Samenvatting
from desktop.services.schooljaren import Schooljaren
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Stukken
from desktop.services.veiligthuis import VeiligThuis
from desktop.services.wegen import Wegen
from desktop.services.zaken import Zaken
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
    wegen: Wegen
    zaken: Zaken
    samenvatting: Samenvatting
    rapportages: Rapportages
    dossierdruk: Dossierdruk
    incidenten: Incidenten
    calamiteiten: Calamiteiten
    calamiteitdaden: Calamiteitdaden
    calamiteitdruk: Calamiteitdruk
    logdruk: Logdruk
    schooljaren: Schooljaren
    jaarstukken: Jaarstukken
    jaardruk: Jaardruk
    draaiboeken: Draaiboeken
    draaiboekdruk: Draaiboekdruk
    bestuur: Bestuur
    klachten: Klachten

    def stukken(self, kind: type[Record]) -> Stukken:
        """Return the service that a kind of record about a pupil goes by."""
        eigen = (
            self.dossier,
            self.rapportages,
            self.calamiteiten,
            self.incidenten,
            self.jaarstukken,
            self.draaiboeken,
            self.bestuur,
            self.klachten,
        )
        return next((dienst for dienst in eigen if dienst.kent(kind)), self.gesprekken)

    def open_stuk(self, record: UUID) -> Stuk:
        """Open a record about a pupil, whatever its kind; looking is logged before it shows. Raises UserError."""
        session = self.session
        try:
            kind = session.vault.get(record).kind
        except NietGevonden:
            draft = session.vault.draft(session.actor.account, record)
            if draft is None:
                raise
            kind = draft.kind
        return self.stukken(KINDS[kind]).open(record)


def diensten(session: Session, beheer: Beheer, werk: Callable[[], Werkinhoud] = meegeleverd) -> Diensten:
    """Build the services of a session; `werk` gives the step lists and duties of the content set in use."""
    personen = Personen(session)
    documenten = Documenten(session)
    dossier = Dossier(session, documenten)
    meldcode = Meldcode(session, dossier, personen)
    veiligthuis = VeiligThuis(session, dossier)
    wegen = Wegen(session, documenten, personen, meldcode)
    calamiteiten = Calamiteiten(session, documenten)
    logdruk = Logdruk(session, documenten, calamiteiten.log)
    schooljaren, jaarstukken = Schooljaren(session, lambda: werk().plichten), Jaarstukken(session, documenten)
    draaiboeken = Draaiboeken(session, documenten, werk, calamiteiten.log)
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
        meldcode=meldcode,
        veiligthuis=veiligthuis,
        agenda=Agenda(session),
        wegen=wegen,
        zaken=Zaken(session, dossier, meldcode, veiligthuis, wegen),
        samenvatting=Samenvatting(session, dossier, meldcode, personen),
        rapportages=Rapportages(session, documenten, meldcode, personen),
        dossierdruk=Dossierdruk(session, documenten, dossier, meldcode),
        incidenten=Incidenten(session, documenten),
        calamiteiten=calamiteiten,
        calamiteitdaden=Calamiteitdaden(session, calamiteiten),
        calamiteitdruk=Calamiteitdruk(session, documenten, calamiteiten, logdruk),
        logdruk=logdruk,
        schooljaren=schooljaren,
        jaarstukken=jaarstukken,
        jaardruk=Jaardruk(session, documenten, schooljaren, jaarstukken),
        bestuur=Bestuur(session, documenten),
        klachten=Klachten(session, documenten),
        draaiboeken=draaiboeken,
        draaiboekdruk=Draaiboekdruk(session, documenten, draaiboeken, logdruk),
    )
