"""Names as Dutch people write and sort them, and the initials of a name. Light: the first window needs it."""

from __future__ import annotations

import re
import unicodedata

TUSSENVOEGSELS = frozenset(
    "van de der den het 't ter ten te op in aan bij onder over uit voor von zu la le el al du des d' di da dos".split()
)


def initialen(naam: str) -> str:
    """Return the initials of a name, in the way the plan wants others present noted: 'Anne van den Berg' -> 'A.v.d.B.'.

    A text that is already initials comes back as it is.
    """
    delen = re.findall(r"[^\W\d_][^\s.\-–]*", naam.replace("’", "'"))
    return "".join(f"{_letter(deel)}." for deel in delen)


def _letter(deel: str) -> str:
    if len(deel) == 1:  # an initial already, or the t of "'t"
        return deel
    return deel[0].lower() if deel.lower() in TUSSENVOEGSELS else deel[0].upper()


def zijn_initialen(tekst: str) -> bool:
    """Whether a text holds no more of a name than its initials: every run of letters is at most two long."""
    return all(len(deel) <= 2 for deel in re.findall(r"[^\W\d_]+", tekst))


def volledige_naam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Return the parts of a name joined as it is spoken; empty parts are left out."""
    return " ".join(deel for deel in (roepnaam, voorvoegsel, achternaam) if deel)


def sorteernaam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Return the key by which a Dutch list sorts: surname first, prefix last, without accents or case."""
    naam = f"{achternaam or roepnaam} {roepnaam} {voorvoegsel}".casefold()
    kaal = unicodedata.normalize("NFKD", naam)
    return "".join(teken for teken in kaal if not unicodedata.combining(teken)).strip()


def groepsnaam(naam: str) -> str:
    """Return the name of a group as it is said: '5' -> 'groep 5'; one that says so itself stays as it is."""
    return naam if not naam or naam.casefold().startswith(("groep", "unit", "klas")) else f"groep {naam}"
