"""A page on disk: front matter, Markdown, links; read for the manual and the plan, with every fault at its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

_GRENS = "---"
_SLEUTEL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KOPPELING = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
"""A link in Markdown: label and target."""


@dataclass(frozen=True, slots=True)
class Fout:
    """One thing wrong in the content: file name, line (from 1) and what."""

    bestand: str
    regel: int
    zin: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}: {self.zin}"


class InhoudFout(ValueError):
    """Content is wrong; `fouten` names every place. A fault of who made the content, so not a `UserError`."""

    def __init__(self, fouten: Sequence[Fout]) -> None:
        self.fouten = tuple(sorted(fouten, key=lambda fout: (fout.bestand, fout.regel)))
        super().__init__("\n".join(str(fout) for fout in self.fouten))


@dataclass(frozen=True, slots=True)
class Blad:
    """What stands in one file: `kop` by name, `plek` the line of each name, `tekst`, and `eerste`, its first line."""

    bestand: str
    kop: Mapping[str, str]
    plek: Mapping[str, int]
    tekst: str
    eerste: int

    def lijst(self, naam: str) -> tuple[str, ...]:
        """Return a value of the front matter that names several things, separated by commas."""
        return tuple(deel.strip() for deel in self.kop.get(naam, "").split(",") if deel.strip())

    def getal(self, naam: str, fouten: list[Fout]) -> int:
        """Return a value of the front matter as a number of at most four digits; adds a fault and gives 0 else."""
        waarde = self.kop.get(naam, "")
        if re.fullmatch(r"[0-9]{1,4}", waarde):
            return int(waarde)
        if waarde:  # an empty one is a fault already
            fouten.append(Fout(self.bestand, self.plek[naam], f"'{naam}' is een getal."))
        return 0


def lees_blad(pad: Path, namen: Sequence[str], mag_leeg: Sequence[str], fouten: list[Fout]) -> Blad | None:
    """Read a file whose front matter has exactly these names; those in `mag_leeg` may be without a value.

    Adds what is wrong to `fouten`, and returns None where there is nothing to go on with.
    """

    def fout(regel: int, zin: str) -> None:
        fouten.append(Fout(pad.name, regel, zin))

    if not _SLEUTEL.fullmatch(pad.stem):
        fout(1, "de bestandsnaam bestaat uit kleine letters en cijfers met streepjes ertussen.")
    try:
        regels = pad.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        fout(1, "dit bestand is geen UTF-8.")
        return None
    if not regels or regels[0] != _GRENS:
        fout(1, f"begin met een regel '{_GRENS}'.")
        return None
    if _GRENS not in regels[1:]:
        fout(1, f"de kop wordt niet afgesloten met '{_GRENS}'.")
        return None
    einde = regels.index(_GRENS, 1)
    kop, plek = _lees_kop(regels[1:einde], namen, mag_leeg, fout)
    tekst = regels[einde + 1 :]
    if not any(regel.strip() for regel in tekst):
        fout(einde + 1, "deze pagina heeft geen tekst.")
        return None
    for nummer, regel in buiten_code(tekst, einde + 2):
        if regel.startswith("# "):
            fout(nummer, "de titel staat in de kop; begin hier met '## '.")
        if "<" in regel or "![" in regel:
            fout(nummer, "HTML en plaatjes horen niet in een pagina.")
    # `tekst` is stripped: count from the first line that is left
    leeg = next(n for n, regel in enumerate(tekst) if regel.strip())
    return Blad(pad.name, kop, plek, "\n".join(tekst).strip() + "\n", einde + 2 + leeg)


def _lees_kop(
    regels: Sequence[str], namen: Sequence[str], mag_leeg: Sequence[str], fout: Callable[[int, str], None]
) -> tuple[dict[str, str], dict[str, int]]:
    kop: dict[str, str] = {}
    plek: dict[str, int] = {}
    for nummer, regel in enumerate(regels, start=2):
        naam, punt, waarde = regel.partition(":")
        if not punt or naam not in namen:
            fout(nummer, f"verwacht 'naam: waarde', met als naam {', '.join(namen)}.")
        elif naam in kop:
            fout(nummer, f"'{naam}' staat er al.")
        else:
            kop[naam], plek[naam] = waarde.strip(), nummer
    for naam in namen:
        if naam not in kop:
            fout(1, f"'{naam}' ontbreekt.")
        elif not kop[naam] and naam not in mag_leeg:
            fout(plek[naam], f"'{naam}' is leeg.")
    return kop, plek


def buiten_code(regels: Sequence[str], eerste: int) -> Iterator[tuple[int, str]]:
    """Yield the lines that are no code, each with its number; `eerste` is the number of the first."""
    in_code = False
    for nummer, regel in enumerate(regels, start=eerste):
        if regel.startswith("```"):
            in_code = not in_code
        elif not in_code:
            yield nummer, regel


def koppelingen(tekst: str, eerste: int) -> Iterator[tuple[int, str, str]]:
    """Yield each link in a text: its line, its label and where it goes. `eerste` is the number of the first line."""
    for nummer, regel in buiten_code(tekst.splitlines(), eerste):
        for label, doel in KOPPELING.findall(regel):
            yield nummer, label, doel


def zie_fouten(bestand: str, regel: int, sleutel: str, zie: Sequence[str], sleutels: Set[str]) -> Iterator[Fout]:
    """Yield what is wrong with the pages to read next of page `sleutel`: unknown, itself, or twice."""
    for n, doel in enumerate(zie):
        if doel not in sleutels:
            yield Fout(bestand, regel, f"'zie' noemt de onbekende pagina '{doel}'.")
        elif doel == sleutel or doel in zie[:n]:
            yield Fout(bestand, regel, f"'zie' noemt '{doel}' dubbel, of de pagina zelf.")
