"""All kinds of record, by storage key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from desktop.models.actieplan import Actieplan
from desktop.models.afweging import Afweging
from desktop.models.bestuurspakket import Bestuurspakket
from desktop.models.calamiteit import Calamiteit, CalamiteitSlot
from desktop.models.communicatie import Communicatie
from desktop.models.core import Record
from desktop.models.correctie import Correctieverzoek
from desktop.models.dossier import Handelingsplan, Kindcheck, OudStuk, Overdracht, Toestemming
from desktop.models.draaiboek import EigenDraaiboek, Loop, Loopstap
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.incident import Incident
from desktop.models.jaarcyclus import EigenPlicht, Jaartaak, TaakUitkomst
from desktop.models.klacht import Klacht
from desktop.models.logregel import Logregel
from desktop.models.meldcode import Afsluiting, Heropening, MeldcodeDossier
from desktop.models.melding import Melding
from desktop.models.nazorg import Nazorg, NazorgKeer
from desktop.models.overleg import AdviesGegeven, Overleg
from desktop.models.personen import Groep, Leerling, Medewerker, Persoon, Relatie, Samenvoeging
from desktop.models.rapportage import Bundel, Rapportage, Verstuurd
from desktop.models.school import Schoolprofiel
from desktop.models.schooljaarstukken import Monitoring, Scholing, VogCheck, Wetswijziging
from desktop.models.schoolplan import Eigentekst, Schoolplan
from desktop.models.signaal import Signaal
from desktop.models.sociale_kaart import KaartOrganisatie
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.veiligthuis import CitContact, Informant, Terugkoppeling, VtAdvies
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, Herverdeeld, InParnasSys, Ondertekening, WerkGedaan

KINDS: Mapping[str, type[Record]] = {
    kind.KIND: kind
    for kind in (
        Schoolprofiel,
        Groep,
        Leerling,
        Medewerker,
        Persoon,
        Relatie,
        Samenvoeging,
        Uitnodiging,
        Gespreksverslag,
        Ondertekening,
        Aanvulling,
        InParnasSys,
        AfspraakGedaan,
        WerkGedaan,
        Herverdeeld,
        Schoolplan,
        Eigentekst,
        KaartOrganisatie,
        Signaal,
        Overleg,
        AdviesGegeven,
        Overdracht,
        Kindcheck,
        Toestemming,
        Handelingsplan,
        OudStuk,
        MeldcodeDossier,
        Afsluiting,
        Heropening,
        Afweging,
        VtAdvies,
        Melding,
        Terugkoppeling,
        Informant,
        CitContact,
        Nazorg,
        NazorgKeer,
        Rapportage,
        Bundel,
        Verstuurd,
        Calamiteit,
        CalamiteitSlot,
        Logregel,
        Actieplan,
        Communicatie,
        EigenDraaiboek,
        Loop,
        Loopstap,
        Incident,
        EigenPlicht,
        Jaartaak,
        TaakUitkomst,
        Monitoring,
        Scholing,
        VogCheck,
        Wetswijziging,
        Klacht,
        Correctieverzoek,
        Bestuurspakket,
    )
}

_JSON: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


def to_bytes(record: Record) -> bytes:
    """Return the canonical stored form of a record: JSON in UTF-8, fields in declared order."""
    return record.model_dump_json().encode()


def from_bytes(kind: str, schema: int, body: bytes) -> Record:
    """Return a record from stored bytes, upgraded step by step from the schema it was written in.

    Raises KeyError for an unknown kind and ValidationError where the bytes are not what that kind stores.
    """
    cls = KINDS[kind]
    if schema == cls.SCHEMA:
        return cls.model_validate_json(body)
    data = _JSON.validate_json(body)
    for step in range(schema, cls.SCHEMA):
        data = cls.UPGRADES[step](data)
    return cls.model_validate_json(_JSON.dump_json(data))
