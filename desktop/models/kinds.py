"""All kinds of record, by storage key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from desktop.models.afweging import Afweging
from desktop.models.core import Record
from desktop.models.dossier import Handelingsplan, Kindcheck, OudStuk, Overdracht, Toestemming
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.meldcode import Afsluiting, Heropening, MeldcodeDossier
from desktop.models.melding import Melding
from desktop.models.overleg import AdviesGegeven, Overleg
from desktop.models.personen import Groep, Leerling, Medewerker, Persoon, Relatie, Samenvoeging
from desktop.models.rapportage import Bundel, Rapportage, Verstuurd
from desktop.models.school import Schoolprofiel
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
        Rapportage,
        Bundel,
        Verstuurd,
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
