"""Streams an EDEXML file past a whitelist: what is not named here is never put in any object. Bounded in every way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, property_interning_dict

from defusedxml import DefusedXmlException
from defusedxml.expatreader import create_parser

from desktop.models.errors import Afgebroken, UserError
from desktop.models.tekst import schoon

Progress = Callable[[int, int], bool]
Waarden = Mapping[str, tuple[str, ...]]
Klaar = Callable[[str, str, int, Waarden], None]
"""Called per finished entry with its kind, its key ('' where it has none), its line, and its texts by field."""

MAX_BYTES = 200_000_000
MAX_TEKST = 300
"""The standard allows 256 characters at most. A longer text comes out longer than this, for the reader to refuse."""
_BLOK = 128 * 1024
_MAX_VAST = 4  # blocks without one step forward: a tag or comment of over half a megabyte
_MAX_DIEPTE = 32
_MAX_ONDERDELEN = 2_000_000
_MAX_TEKSTEN = 4_000_000
_MAX_NAMEN = 2_000
_MAX_WAARDEN = 100

_STAP = "Maak in ParnasSys of ESIS een nieuwe EDEXML-export en kies dat bestand."


@dataclass(frozen=True, slots=True)
class Knoop:
    """A place in the file: its text goes to `veld`, its key to `sleutel`; `soort` starts an entry of that kind."""

    kinderen: Mapping[str, Knoop] = field(default_factory=dict)
    veld: str = ""
    sleutel: str = ""
    soort: str = ""
    sectie: bool = False


def _velden(*namen: str) -> dict[str, Knoop]:
    return {naam: Knoop(veld=naam) for naam in namen}


_NAMEN = _velden("achternaam", "voorvoegsel", "voornamen", "voorletters-1", "roepnaam")
_ROLLEN = _velden("rol", "rolomschrijving")
_LES = Knoop(sleutel="groepen", kinderen=_ROLLEN)

# The door. Not named, so not let in: bsn, sofinummer, onderwijsnummer, bsn_ondwnr-4, rijksregisternummer, eckid, land*,
# etniciteit, gewicht*, postcode*, postnummerbe, gebruikersnaam, emailadres, fotourl, toevoegingen, vestiging.
DEUR = Knoop(
    kinderen={
        "school": Knoop(
            soort="school",
            sectie=True,
            kinderen=_velden("schooljaar", "peildatum", "brincode", "instellingsnummer", "xsdversie"),
        ),
        "groepen": Knoop(
            sectie=True,
            kinderen={
                "groep": Knoop(soort="groep", kinderen=_velden("naam", "jaargroep")),
                "samengestelde_groep": Knoop(soort="samengestelde_groep", kinderen=_velden("naam")),
            },
        ),
        "leerlingen": Knoop(
            sectie=True,
            kinderen={
                "leerling": Knoop(
                    soort="leerling",
                    kinderen={
                        **_NAMEN,
                        **_velden("geboortedatum", "geslacht", "jaargroep", "instroomdatum", "uitstroomdatum"),
                        "groep": Knoop(sleutel="groep"),
                    },
                )
            },
        ),
        "leerkrachten": Knoop(
            sectie=True,
            kinderen={
                "leerkracht": Knoop(
                    soort="leerkracht",
                    kinderen={
                        **_NAMEN,
                        **_ROLLEN,
                        "groepen": Knoop(kinderen={"groep": _LES, "samengestelde_groep": _LES}),
                    },
                )
            },
        ),
    }
)


def _te_groot(wat: str) -> UserError:
    return UserError(f"Dit bestand is geen gewone EDEXML-export: {wat}.", _STAP)


class _Deurwachter(ContentHandler):
    """Walks along the whitelist; everything else is skipped without being looked at."""

    def __init__(self, klaar: Klaar) -> None:
        super().__init__()
        self.secties: set[str] = set()
        self._klaar = klaar
        self._regel: Callable[[], int | None] = lambda: None
        self._lokaal: dict[str, str] = {}
        self._stapel: list[Knoop] = [DEUR]
        self._diepte = 0
        self._blind = 0  # the depth at which something unknown began; 0 while all is known
        self._onderdelen = 0
        self._teksten = 0
        self._tekst: list[str] | None = None
        self._lengte = 0
        self._sleutel = ""
        self._begin = 0
        self._waarden: dict[str, tuple[str, ...]] = {}

    def setDocumentLocator(self, locator: Any) -> None:
        """Keep where we are, for the line number of an entry."""
        self._regel = locator.getLineNumber

    def startElement(self, name: str, attrs: Any) -> None:
        """Step down: to a known place, past a wrapper around the whole (UWLR, SOAP), or blind."""
        self._onderdelen += 1
        self._diepte += 1
        if self._onderdelen > _MAX_ONDERDELEN:
            raise _te_groot("het heeft te veel onderdelen")
        if self._diepte > _MAX_DIEPTE:
            raise _te_groot("het is te diep genest")
        if self._blind:
            return
        hier = self._stapel[-1]
        lokaal = self._lokaal.get(name)
        if lokaal is None:
            lokaal = self._lokaal[name] = name.rpartition(":")[2]
        knoop = hier.kinderen.get(lokaal)
        if knoop is None:
            if hier is DEUR:
                self._stapel.append(DEUR)
            else:
                self._blind = self._diepte
            return
        self._stapel.append(knoop)
        if knoop.sectie:
            self.secties.add(lokaal)
        if knoop.soort:
            self._sleutel = schoon(attrs.get("key", ""))[: MAX_TEKST + 1].strip()
            self._begin = self._regel() or 0
            self._waarden = {}
        elif knoop.sleutel:
            self._voeg_toe(knoop.sleutel, schoon(attrs.get("key", ""))[: MAX_TEKST + 1].strip())
        elif knoop.veld:
            self._tekst = []
            self._lengte = 0

    def endElement(self, name: str) -> None:
        """Step up, and hand over what is finished."""
        diepte = self._diepte
        self._diepte = diepte - 1
        if self._blind:
            if diepte == self._blind:
                self._blind = 0
            return
        knoop = self._stapel.pop()
        if knoop.veld:
            tekst = " ".join(schoon("".join(self._tekst or ())).split())
            self._tekst = None
            if self._lengte > MAX_TEKST:
                tekst = tekst.ljust(MAX_TEKST + 1, "…")
            if tekst:
                self._voeg_toe(knoop.veld, tekst)
        elif knoop.soort:
            self._klaar(knoop.soort, self._sleutel, self._begin, self._waarden)

    def characters(self, content: str) -> None:
        """Keep text of a wanted field, up to its limit."""
        self._teksten += 1
        if self._teksten > _MAX_TEKSTEN:
            raise _te_groot("het heeft te veel onderdelen")
        if self._tekst is not None and not self._blind:
            if self._lengte <= MAX_TEKST:
                self._tekst.append(content[: MAX_TEKST + 1])
            self._lengte += len(content)

    def _voeg_toe(self, veld: str, waarde: str) -> None:
        eerder = self._waarden.get(veld, ())
        if waarde and len(eerder) < _MAX_WAARDEN:
            self._waarden[veld] = (*eerder, waarde)


def stream(path: Path, klaar: Klaar, progress: Progress | None) -> set[str]:
    """Read a file in blocks and hand over its entries as they end. Returns the names of the blocks it has.

    `progress(done, total)` in bytes; where it answers False the reading stops with `Afgebroken`. Raises UserError for
    everything that makes a file unfit: no EDEXML, damaged, wrongly encoded, a document type or entities, too large.
    """
    wachter = _Deurwachter(klaar)
    parser = create_parser(forbid_dtd=True)
    namen: dict[str, str] = {}
    parser.setProperty(property_interning_dict, namen)
    parser.setContentHandler(wachter)
    wachter.setDocumentLocator(parser)
    try:
        if not path.is_file():
            raise UserError("Dit bestand is er niet (meer) of is geen gewoon bestand.", "Kies een ander bestand.")
        _voer(path, parser, namen, progress)
    except OSError as error:
        raise UserError("Dit bestand kan niet gelezen worden.", "Kopieer het naar de computer en kies het daar.") from (
            error
        )
    except DefusedXmlException as error:
        zin = "Dit bestand bevat een documenttype of entiteiten. Die horen niet in EDEXML en kunnen schadelijk zijn."
        raise UserError(zin, _STAP) from error
    except SAXException as error:
        # the message of the parser may quote the file; the line is enough
        raise UserError(f"Dit bestand is beschadigd of verkeerd gecodeerd bij regel {_regel(error)}.", _STAP) from None
    except (LookupError, ValueError) as error:
        raise UserError("De tekencodering die dit bestand noemt, bestaat niet.", _STAP) from error
    if not wachter.secties:
        raise UserError("Dit is geen EDEXML-bestand: er staan geen leerlingen of groepen in.", _STAP)
    return wachter.secties


def _regel(error: SAXException) -> int:
    nummer = getattr(error, "getLineNumber", lambda: None)()
    return nummer if isinstance(nummer, int) else 0


def _voer(path: Path, parser: Any, namen: Mapping[str, str], progress: Progress | None) -> None:
    totaal = path.stat().st_size
    if totaal > MAX_BYTES:
        raise _te_groot("het is groter dan 200 MB")
    if totaal == 0:
        raise UserError("Dit bestand is leeg.", _STAP)
    gelezen = vast = 0
    plek: tuple[int, int] = (0, 0)
    with path.open("rb") as bestand:
        while blok := bestand.read(_BLOK):
            if gelezen == 0 and blok.startswith(b"PK\x03\x04"):
                raise UserError("Dit is een zip-bestand.", "Pak het uit en kies het XML-bestand dat erin zit.")
            gelezen += len(blok)
            if gelezen > MAX_BYTES:  # it grew while we read
                raise _te_groot("het is groter dan 200 MB")
            parser.feed(blok)
            nieuw = (parser.getLineNumber(), parser.getColumnNumber())
            # the parser holds an unfinished tag or comment whole, and starts over on it at every block
            vast = vast + 1 if nieuw == plek else 0
            plek = nieuw
            if vast >= _MAX_VAST or len(namen) > _MAX_NAMEN:
                raise _te_groot("er staat iets in dat geen school zo schrijft")
            if progress is not None and not progress(gelezen, totaal):
                raise Afgebroken
    parser.close()
