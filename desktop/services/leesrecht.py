"""What reading a kind of record asks of an account, for all that only names a record: lists of work, home, search."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.bestuurspakket import Bestuurspakket
from desktop.models.calamiteit import CalamiteitSlot
from desktop.models.incident import Incident
from desktop.models.jaarcyclus import Jaartaak
from desktop.models.klacht import Klacht
from desktop.models.logregel import Logregel
from desktop.models.rechten import Actie
from desktop.services import calamiteit, jaarstukken
from desktop.services.dossier import RECHTEN
from desktop.services.session import Session

LEZEN: Mapping[str, Actie] = {
    **{kind.KIND: recht.lezen for kind, recht in RECHTEN.items()},
    **{kind.KIND: recht.lezen for kind, recht in jaarstukken.RECHTEN.items()},
    Jaartaak.KIND: Actie.JAARTAAK,
    Incident.KIND: Actie.INCIDENT,
    **{kind.KIND: recht.lezen for kind, recht in calamiteit.RECHTEN.items()},
    CalamiteitSlot.KIND: Actie.CALAMITEIT,
    Logregel.KIND: Actie.LOGBOEK_SCHRIJVEN,
    Klacht.KIND: Actie.KLACHT,
    Bestuurspakket.KIND: Actie.BESTUUR,
}
"""By kind; what is not here is for everyone who may read reports."""


def mag_lezen(session: Session, kind: str) -> bool:
    """Whether this account may read such a record: else not even that it is there."""
    actie = LEZEN.get(kind)
    return actie is None or session.mag(actie)
