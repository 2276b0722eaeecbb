"""The school's own profile: who sends the letters, and the terms that a school sets itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from desktop.models.core import Problem, Record, Veld
from desktop.models.tekst import Tekst
from desktop.models.termijnen import TERMIJNEN, aantal, is_aantal

INSTELBAAR = ("vt_besluit", "cit")
"""The terms that a school sets itself: other regions and teams have others."""
_TERMIJNEN = "Termijnen"


def _termijn(sleutel: str) -> Veld:
    termijn = TERMIJNEN[sleutel]
    naam = f"{termijn.wat} ({termijn.eenheid})"
    return Veld(naam, hulp=termijn.hulp, groep=_TERMIJNEN, breed=8, zoek="", sinds=1)


class Schoolprofiel(Record):
    """The one profile of a vault; its name stands on every PDF."""

    KIND = "school"
    NAAM = "Schoolprofiel"

    naam: Annotated[Tekst, Veld("Naam van de school", verplicht="bewaren", zoek="")]
    brin: Annotated[
        Tekst,
        Veld("BRIN", hulp="Vier tekens, bijvoorbeeld 00AA. Staat op brieven van DUO.", breed=4, zoek="", vorm="brin"),
    ] = ""
    bestuur: Annotated[Tekst, Veld("Bestuur", hulp="De stichting of vereniging.", breed=8, zoek="")] = ""
    regio: Annotated[
        Tekst,
        Veld("Regio", hulp="De regio van Veilig Thuis en de GGD, bijvoorbeeld Hollands Midden.", breed=6, zoek=""),
    ] = ""
    straat: Annotated[Tekst, Veld("Straat en huisnummer", breed=6, zoek="")] = ""
    postcode: Annotated[Tekst, Veld("Postcode", breed=4, zoek="", vorm="postcode")] = ""
    plaats: Annotated[Tekst, Veld("Plaats", breed=8, zoek="")] = ""
    telefoon: Annotated[Tekst, Veld("Telefoon", breed=6, zoek="")] = ""
    email: Annotated[Tekst, Veld("E-mail", breed=6, zoek="")] = ""
    termijn_vt_besluit: Annotated[Tekst, _termijn("vt_besluit")] = ""
    termijn_cit: Annotated[Tekst, _termijn("cit")] = ""

    def titel(self) -> str:
        """Return the name of the school."""
        return self.naam

    def regels(self, today: date) -> Sequence[Problem]:
        """A BRIN is two digits and two letters; anything else prints a wrong number on every letter."""
        brin = self.brin.strip()
        problems: list[Problem] = []
        if brin and not (len(brin) == 4 and brin[:2].isdigit() and brin[2:].isalpha()):
            zin = "Een BRIN heeft twee cijfers en twee letters, bijvoorbeeld 00AA."
            problems.append(Problem(("brin",), zin, "bewaren"))
        for sleutel in INSTELBAAR:
            eigen = getattr(self, f"termijn_{sleutel}")
            if eigen.strip() and not is_aantal(eigen):
                zin = f"Vul een getal in, bijvoorbeeld {TERMIJNEN[sleutel].aantal}, of laat het leeg."
                problems.append(Problem((f"termijn_{sleutel}",), zin, "bewaren"))
        return problems

    def termijn(self, sleutel: str) -> int:
        """Return how long a term is at this school, in the unit that `TERMIJNEN` names."""
        return aantal(sleutel, getattr(self, f"termijn_{sleutel}"))
