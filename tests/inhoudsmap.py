"""A small content set of another school group, right or with faults, for the tests that read one."""

from __future__ import annotations

from pathlib import Path

_PAGINA = """---
titel: {titel}
kort: {titel}
soort: pagina
rubriek: leerling
rollen: leerling
volgorde: {volgorde}
zie:{zie}
leidt-naar:
bron:
eigen:
versie: 1
datum: 2026-11-24
---
{tekst}
"""


def maak_inhoudsmap(folder: Path, tekst: str = "Vraag het {ib}.", zie: str = "") -> Path:
    """Write a set of one page, with this text and these pages to read next; the sociale kaart is the shipped one."""
    paginas = folder / "paginas"
    paginas.mkdir(parents=True)
    pagina = _PAGINA.format(titel="Onze leerlingen", volgorde=10, zie=zie, tekst=tekst)
    (paginas / "onze-leerlingen.md").write_text(pagina, encoding="utf-8")
    return folder
