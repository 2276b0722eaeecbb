"""Dates and times as forms read and write them, and what a list row tells of a pupil. No Qt."""

from __future__ import annotations

import re

from desktop.models.tijdwoorden import DAGEN as DAGEN
from desktop.models.tijdwoorden import MAANDEN as MAANDEN
from desktop.models.tijdwoorden import lees_datum as lees_datum
from desktop.models.tijdwoorden import lees_tijd as lees_tijd
from desktop.models.tijdwoorden import toon_datum as toon_datum
from desktop.models.tijdwoorden import toon_tijd as toon_tijd


def groep_en_geboren(detail: str) -> tuple[str, str]:
    """Return the group and the date of birth out of what a list row shows beside a pupil's name."""
    gevonden = _GROEP.match(detail)
    return (gevonden[1] or "", gevonden[2]) if gevonden else (detail, "")


_GROEP = re.compile(r"^(?:(.*) · )?(\d\d-\d\d-\d{4})$")
