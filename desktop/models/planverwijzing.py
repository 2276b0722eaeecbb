"""Which pages of the plan a text names, as people write it: titles with a comma or a line between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.models.plan import RUBRIEKEN, Planpagina

_TUSSEN = re.compile(r"[\s,;.&•·-]*(?:\ben\s+)?", re.IGNORECASE)
"""What can stand before a title: a separator, a bullet, 'en'."""
_PAD = " › "


def paginanaam(pagina: Planpagina, paginas: Sequence[Planpagina]) -> str:
    """Return the title of a page as it can be named: with its rubriek before it where another has that title too."""
    dubbel = Counter(_gelijk(p.titel) for p in paginas if p.soort == "pagina")[_gelijk(pagina.titel)] > 1
    return f"{RUBRIEKEN[pagina.rubriek]}{_PAD}{pagina.titel}" if dubbel else pagina.titel


def verwezen(tekst: str, paginas: Sequence[Planpagina]) -> tuple[Planpagina, ...]:
    """Return the pages that a text names, each once, in the order of the text; () where it names none.

    A title counts where a part of the text begins with it: 'Educatie: lessen voor leerlingen' is about educatie. Of two
    pages with one title both are meant, unless the rubriek stands before it.
    """
    namen = _namen(paginas)
    gevonden: dict[str, Planpagina] = {}
    vlak, eind = _gelijk(tekst), 0
    for begin in _beginnen(vlak):
        if begin < eind:
            continue  # within a title that was found: 'Actie 5: time-out, schorsen en verwijderen'
        naam = next((naam for naam in namen if vlak.startswith(naam, begin) and _eindigt(vlak, begin + len(naam))), "")
        gevonden |= {p.sleutel: p for p in namen.get(naam, ())}
        eind = begin + len(naam)
    return tuple(gevonden.values())


def _namen(paginas: Sequence[Planpagina]) -> dict[str, list[Planpagina]]:
    """Return every name of a page, the longest first: 'Monitoren door de directeur' is not 'Monitoren'."""
    titels: dict[str, list[Planpagina]] = {}
    korte: dict[str, list[Planpagina]] = {}
    for p in (p for p in paginas if p.soort == "pagina"):
        for naam in (p.titel, f"{RUBRIEKEN[p.rubriek]}{_PAD}{p.titel}"):
            titels.setdefault(_gelijk(naam), []).append(p)
        korte.setdefault(_gelijk(p.kort), []).append(p)
    # what is a title of one page and the short name of another means the first
    namen = {naam: wie for naam, wie in (korte | titels).items() if naam}
    return dict(sorted(namen.items(), key=lambda paar: -len(paar[0])))


def _beginnen(vlak: str) -> Iterator[int]:
    """Yield where a part begins: at the start, and after each separator."""
    for grens in re.finditer(r"^|[,;\n]|\.\s|\ben\s", vlak):
        begin = _TUSSEN.match(vlak, grens.end())
        yield begin.end() if begin else grens.end()


def _eindigt(vlak: str, plaats: int) -> bool:
    return plaats >= len(vlak) or not vlak[plaats].isalnum()


def _gelijk(tekst: str) -> str:
    """One way of writing: lower case, one kind of apostrophe, single spaces; lines stay lines."""
    kaal = tekst.casefold().replace("’", "'").replace("‘", "'")
    return "\n".join(" ".join(regel.split()) for regel in kaal.splitlines()).strip()
