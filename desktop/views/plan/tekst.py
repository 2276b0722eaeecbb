"""What a page's text becomes before it is shown: a link to what this version or this moment lacks is plain text."""

from __future__ import annotations

import re
from collections.abc import Container

from desktop.models.plan import FORMULIER

_FORMULIERLINK = re.compile(rf"\[([^\]]*)\]\({FORMULIER}([^)]*)\)")


def leesbaar(tekst: str, formulieren: Container[str]) -> str:
    """Return the Markdown in which only links to these forms are left."""
    return _FORMULIERLINK.sub(lambda link: link[0] if link[2] in formulieren else link[1], tekst)


def eerste_zin(tekst: str) -> str:
    """Return the first sentence of a page as plain text; of a page that is a list, its first point."""
    regels = [r for r in tekst.splitlines() if r.strip() and not r.startswith(("#", ">"))]
    alinea = next((r for r in regels if not r.startswith(("- ", "1. "))), regels[0][2:].strip() if regels else "")
    kaal = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", alinea).replace("**", "").replace("*", "").replace("\\", "")
    zin = re.match(r".+?[.?!](?=\s|$)", kaal)
    return zin[0] if zin else kaal


def waarover(tekst: str) -> str:
    """Return how a page begins; where that is only a question, what its headings are."""
    zin = eerste_zin(tekst)
    koppen = [regel[3:].strip() for regel in tekst.splitlines() if regel.startswith("## ")]
    return " · ".join(koppen) if zin.endswith("?") and koppen else zin


def kort_af(tekst: str, meest: int) -> str:
    """Return a text of at most so many characters, cut between words."""
    return tekst if len(tekst) <= meest else f"{tekst[:meest].rpartition(' ')[0].rstrip(' ,;:')} …"
