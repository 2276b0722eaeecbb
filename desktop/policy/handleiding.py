"""The manual as content: reads its pages, says where one is wrong, and searches them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop import assets
from desktop.models.handleiding import SCHEMA, Handleidingpagina, Vondst

_GRENS = "---"
_KOPPEN = ("titel", "rubriek", "volgorde", "zie")
_SLEUTEL = re.compile(r"[a-z]+(-[a-z]+)*")
_KOPPELING = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_KOP = re.compile(r"^#{2,6} +(.*?)([?!.:]?)$", re.MULTILINE)
_OPMAAK = re.compile(r"^\s*(?:[-*]|\d+\.)\s+|[*`]+", re.MULTILINE)
_RAND = 70  # characters of context on each side of a match


@dataclass(frozen=True, slots=True)
class Fout:
    """One thing wrong in the manual: file name, line (from 1) and what."""

    bestand: str
    regel: int
    zin: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}: {self.zin}"


class HandleidingFout(ValueError):
    """The shipped manual is wrong; `fouten` names every place. A fault of the maker, so not a `UserError`."""

    def __init__(self, fouten: Sequence[Fout]) -> None:
        super().__init__("\n".join(str(fout) for fout in fouten))
        self.fouten = tuple(fouten)


def laad() -> tuple[Handleidingpagina, ...]:
    """Return the shipped manual, in order. Raises HandleidingFout."""
    return lees(assets.files("handleiding", ".md"))


def lees(paden: Sequence[Path]) -> tuple[Handleidingpagina, ...]:
    """Return the pages in these files, in order; a page's key is its file's stem.

    Raises HandleidingFout naming every fault at once: in the front matter, in the text, and links to nowhere.
    """
    fouten: list[Fout] = []
    gelezen: list[tuple[str, Handleidingpagina, dict[str, int], int]] = []
    for pad in paden:
        gevonden = _lees_een(pad, fouten)
        if gevonden is not None:
            gelezen.append((pad.name, *gevonden))
    sleutels = {pad.stem for pad in paden}  # of a page that is wrong itself too: a link to it is not a second fault
    plaatsen: dict[int, str] = {}
    for bestand, pagina, regels, eerste in gelezen:
        fouten += _verwijzingen(bestand, pagina, regels["zie"], eerste, sleutels)
        if pagina.volgorde in plaatsen:
            zin = f"volgorde {pagina.volgorde} heeft ook {plaatsen[pagina.volgorde]}."
            fouten.append(Fout(bestand, regels["volgorde"], zin))
        plaatsen.setdefault(pagina.volgorde, bestand)
    if fouten:
        raise HandleidingFout(sorted(fouten, key=lambda fout: (fout.bestand, fout.regel)))
    return tuple(sorted((pagina for _, pagina, _, _ in gelezen), key=lambda pagina: pagina.volgorde))


def _lees_een(pad: Path, fouten: list[Fout]) -> tuple[Handleidingpagina, dict[str, int], int] | None:
    """Return a page, the line of each front matter key, and the first line of its text; None after adding faults."""
    voor = len(fouten)

    def fout(regel: int, zin: str) -> None:
        fouten.append(Fout(pad.name, regel, zin))

    if not _SLEUTEL.fullmatch(pad.stem):
        fout(1, "de bestandsnaam bestaat uit kleine letters met streepjes ertussen.")
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
    kop: dict[str, str] = {}
    plek: dict[str, int] = {}
    for nummer, regel in enumerate(regels[1:einde], start=2):
        naam, punt, waarde = regel.partition(":")
        if not punt or naam not in _KOPPEN:
            fout(nummer, f"verwacht 'naam: waarde', met als naam {', '.join(_KOPPEN)}.")
        elif naam in kop:
            fout(nummer, f"'{naam}' staat er al.")
        else:
            kop[naam], plek[naam] = waarde.strip(), nummer
    for naam in _KOPPEN:
        if naam not in kop:
            fout(1, f"'{naam}' ontbreekt.")
        elif not kop[naam] and naam != "zie":
            fout(plek[naam], f"'{naam}' is leeg.")
    if kop.get("volgorde") and not re.fullmatch(r"[0-9]{1,4}", kop["volgorde"]):
        fout(plek["volgorde"], "'volgorde' is een getal.")
    tekst = regels[einde + 1 :]
    if not any(regel.strip() for regel in tekst):
        fout(einde + 1, "deze pagina heeft geen tekst.")
    for nummer, regel in _buiten_code(tekst, einde + 2):
        if regel.startswith("# "):
            fout(nummer, "de titel staat in de kop; begin hier met '## '.")
        if "<" in regel or "![" in regel:
            fout(nummer, "HTML en plaatjes horen niet in de handleiding.")
    if len(fouten) > voor:
        return None
    zie = tuple(deel.strip() for deel in kop["zie"].split(",") if deel.strip())
    pagina = Handleidingpagina(
        pad.stem, kop["titel"], kop["rubriek"], int(kop["volgorde"]), zie, "\n".join(tekst).strip() + "\n"
    )
    # `tekst` is stripped: count from the first line that is left
    leeg = next(n for n, regel in enumerate(tekst) if regel.strip())
    return pagina, plek, einde + 2 + leeg


def _buiten_code(regels: Sequence[str], eerste: int) -> Iterator[tuple[int, str]]:
    in_code = False
    for nummer, regel in enumerate(regels, start=eerste):
        if regel.startswith("```"):
            in_code = not in_code
        elif not in_code:
            yield nummer, regel


def _verwijzingen(
    bestand: str, pagina: Handleidingpagina, zie_regel: int, eerste: int, sleutels: set[str]
) -> Iterator[Fout]:
    """Return what is wrong with the links: to unknown pages, to itself, twice, or out of the manual."""
    for n, doel in enumerate(pagina.zie):
        if doel not in sleutels:
            yield Fout(bestand, zie_regel, f"'zie' noemt de onbekende pagina '{doel}'.")
        elif doel == pagina.sleutel or doel in pagina.zie[:n]:
            yield Fout(bestand, zie_regel, f"'zie' noemt '{doel}' dubbel, of de pagina zelf.")
    for nummer, regel in _buiten_code(pagina.tekst.splitlines(), eerste):
        for label, doel in _KOPPELING.findall(regel):
            if not label.strip():
                yield Fout(bestand, nummer, "een koppeling heeft geen tekst.")
            if not doel.startswith(SCHEMA):
                yield Fout(bestand, nummer, f"een koppeling gaat alleen naar '{SCHEMA}sleutel', niet naar '{doel}'.")
            elif doel.removeprefix(SCHEMA) not in sleutels:
                yield Fout(bestand, nummer, f"de koppeling '{doel}' gaat nergens heen.")


def plat(tekst: str) -> str:
    """Return Markdown as running text: a heading ends in a colon, labels of links stay, marks go, one space each."""
    zonder_hek = "\n".join("" if regel.startswith("```") else regel for regel in tekst.splitlines())
    met_koppen = _KOP.sub(lambda kop: f"{kop[1]}{kop[2] or ':'}", zonder_hek)
    return " ".join(_OPMAAK.sub("", _KOPPELING.sub(r"\1", met_koppen)).split())


def vouw(tekst: str) -> str:
    """Return a text without accents and case, letter for letter, so that positions stay the same."""
    return "".join(_kaal(teken) for teken in unicodedata.normalize("NFC", tekst))


def _kaal(teken: str) -> str:
    letter = unicodedata.normalize("NFKD", teken)[0].lower()
    return letter if len(letter) == 1 else teken


def zoek(paginas: Sequence[Handleidingpagina], woorden: str) -> tuple[Vondst, ...]:
    """Return the pages that hold every word (or a word that begins so), those with it in the title first.

    Accents and case do not count. Nothing to look for gives nothing.
    """
    gezocht = list(dict.fromkeys(re.findall(r"\w+", vouw(woorden))))
    if not gezocht:
        return ()
    patronen = [re.compile(rf"\b{re.escape(woord)}\w*") for woord in gezocht]
    gewogen: list[tuple[int, int, int, Vondst]] = []
    for pagina in paginas:
        titel, tekst = vouw(pagina.titel), plat(pagina.tekst)
        gevouwen = vouw(tekst)
        if not all(p.search(titel) or p.search(gevouwen) for p in patronen):
            continue
        in_titel = sum(1 for p in patronen if p.search(titel))
        aantal = sum(len(p.findall(gevouwen)) for p in patronen)
        vondst = Vondst(pagina, _fragment(unicodedata.normalize("NFC", tekst), gevouwen, patronen))
        gewogen.append((-in_titel, -aantal, pagina.volgorde, vondst))
    return tuple(vondst for *_, vondst in sorted(gewogen, key=lambda rij: rij[:3]))


def _fragment(tekst: str, gevouwen: str, patronen: Sequence[re.Pattern[str]]) -> str:
    """Return the passage around the first match, every match marked; the beginning where only the title has it."""
    plekken = sorted((m.start(), m.end()) for p in patronen for m in p.finditer(gevouwen))
    midden = plekken[0] if plekken else (0, 0)
    begin, einde = _woordgrens(tekst, midden[0] - _RAND, midden[1] + _RAND)
    delen: list[str] = []
    hier = begin
    for van, tot in plekken:
        if van >= hier and tot <= einde:
            delen += [tekst[hier:van], "\x02", tekst[van:tot], "\x03"]
            hier = tot
    return ("… " if begin else "") + "".join([*delen, tekst[hier:einde]]) + (" …" if einde < len(tekst) else "")


def _woordgrens(tekst: str, begin: int, einde: int) -> tuple[int, int]:
    """Return a piece that begins and ends between words."""
    begin = tekst.find(" ", begin) + 1 if begin > 0 else 0
    if einde >= len(tekst):
        return begin, len(tekst)
    return begin, max(tekst.rfind(" ", begin, einde), begin)
