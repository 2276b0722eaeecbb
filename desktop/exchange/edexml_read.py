"""Reads an EDEXML file (1.0.3, 2.0, 2.1, Flemish, UWLR) leniently: what is there, and per entry what is unreadable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from desktop.exchange import edexml_codes as codes
from desktop.exchange.edexml_stream import MAX_TEKST, Progress, Waarden, stream
from desktop.exchange.edexml_types import (
    GelezenGroep,
    GelezenLeerkracht,
    GelezenLeerling,
    Inlezing,
    Onleesbaar,
    Soort,
)
from desktop.models.errors import UserError
from desktop.models.personen import Geslacht

G = TypeVar("G", GelezenLeerling, GelezenLeerkracht)

MAX_AANTAL = 50_000
ZONDER_SLEUTEL = "#"
"""Stands for a key that the file does not give; like every key with '#' in front it is not stable."""

_LIDWOORD: dict[Soort, str] = {"groep": "Deze groep", "leerling": "Deze leerling", "leerkracht": "Deze leerkracht"}


def read(path: Path, progress: Progress | None = None) -> Inlezing:
    """Read a file, in blocks, dropping at the door what Vangnet may not keep.

    `progress(bytes_done, bytes_total)` is asked after every block; False stops. Raises `Afgebroken` then, and UserError
    where the file as a whole cannot be read. Everything smaller is in the result's `onleesbaar`.
    """
    lezer = _Lezer()
    secties = stream(path, lezer.klaar, progress)
    return lezer.inlezing(frozenset(secties))


class _Lezer:
    """Gathers the entries of one file."""

    def __init__(self) -> None:
        self._school: Waarden = {}
        self._groepen: list[tuple[GelezenGroep, str]] = []
        self._leerlingen: list[tuple[GelezenLeerling, str]] = []
        self._leerkrachten: list[GelezenLeerkracht] = []
        self._mis: list[Onleesbaar] = []
        self._plek: tuple[Soort, int, int, str] = ("bestand", 0, 0, "")

    def klaar(self, soort: str, sleutel: str, regel: int, waarden: Waarden) -> None:
        """Take one entry from the stream."""
        if soort == "school":
            self._school = waarden
            return
        if max(len(self._groepen), len(self._leerlingen), len(self._leerkrachten)) >= MAX_AANTAL:
            zin = "Dit bestand heeft meer dan 50.000 leerlingen of groepen. Dat is geen export van één school."
            raise UserError(zin, "Vraag een export van alleen jouw school.")
        if soort == "leerling":
            self._leerling(sleutel, regel, waarden)
        elif soort == "leerkracht":
            self._leerkracht(sleutel, regel, waarden)
        else:
            self._groep(sleutel, regel, waarden, soort == "samengestelde_groep")

    def _meld(self, zin: str, overgeslagen: bool = False) -> None:
        soort, positie, regel, sleutel = self._plek
        self._mis.append(Onleesbaar(soort, positie, regel, sleutel, zin, overgeslagen))

    def _hier(self, soort: Soort, positie: int, regel: int, sleutel: str) -> str:
        if len(sleutel) > MAX_TEKST:
            sleutel = ""
        self._plek = (soort, positie, regel, sleutel)
        if not sleutel:
            self._meld(f"{_LIDWOORD[soort]} heeft geen bruikbare sleutel in het bestand en wordt op naam herkend.")
        return sleutel or ZONDER_SLEUTEL

    def _een(self, waarden: Waarden, veld: str, wat: str) -> str:
        gevonden = waarden.get(veld, ())
        if not gevonden:
            return ""
        if len(set(gevonden)) > 1:
            self._meld(f"Bij {wat} staan verschillende waarden. De eerste is gelezen.")
        if len(gevonden[0]) > MAX_TEKST:
            self._meld(f"Bij {wat} staat een veel te lange tekst. Dit veld is leeg gelaten.")
            return ""
        return gevonden[0]

    def _datum(self, waarden: Waarden, veld: str, wat: str) -> date | None:
        tekst = self._een(waarden, veld, wat)
        dag = codes.datum(tekst) if tekst else None
        if tekst and dag is None:
            self._meld(f"Bij {wat} staat geen bestaande datum. Dit veld is leeg gelaten.")
        return dag

    def _groep(self, sleutel: str, regel: int, waarden: Waarden, samengesteld: bool) -> None:
        positie = len(self._groepen) + 1
        sleutel = self._hier("groep", positie, regel, sleutel)
        naam = self._een(waarden, "naam", "de naam")
        code = self._een(waarden, "jaargroep", "de jaargroep")
        if not naam:
            self._meld("Deze groep heeft geen naam. De sleutel is als naam gebruikt.", not codes.stabiel(sleutel))
            naam = sleutel
        if naam != ZONDER_SLEUTEL:
            self._groepen.append((GelezenGroep(sleutel, positie, regel, naam, "", samengesteld), code.upper()))

    def _leerling(self, sleutel: str, regel: int, waarden: Waarden) -> None:
        positie = len(self._leerlingen) + 1
        sleutel = self._hier("leerling", positie, regel, sleutel)
        geslacht = self._een(waarden, "geslacht", "het geslacht")
        gelezen: Geslacht | None = codes.GESLACHT.get(geslacht.upper())
        if geslacht and gelezen is None:
            self._meld("Bij het geslacht staat een onbekende code. Dit veld is leeg gelaten.")
        code = self._een(waarden, "jaargroep", "de jaargroep").upper()
        instroom = self._datum(waarden, "instroomdatum", "de instroomdatum")
        uitstroom = self._datum(waarden, "uitstroomdatum", "de uitstroomdatum")
        if instroom and uitstroom and uitstroom < instroom:
            self._meld("De uitstroomdatum ligt vóór de instroomdatum. De uitstroomdatum is leeg gelaten.")
            uitstroom = None
        leerling = GelezenLeerling(
            edex_key=sleutel,
            positie=positie,
            regel=regel,
            roepnaam=self._een(waarden, "roepnaam", "de roepnaam"),
            voorvoegsel=self._een(waarden, "voorvoegsel", "het voorvoegsel"),
            achternaam=self._een(waarden, "achternaam", "de achternaam"),
            voornamen=self._een(waarden, "voornamen", "de voornamen"),
            voorletters=self._een(waarden, "voorletters-1", "de voorletters"),
            geboortedatum=self._datum(waarden, "geboortedatum", "de geboortedatum"),
            geslacht=gelezen,
            groep=self._een(waarden, "groep", "de groep"),
            instroomdatum=instroom,
            uitstroomdatum=uitstroom,
            oud=code == codes.HISTORISCH,
        )
        self._leerlingen.append((leerling, code))

    def _leerkracht(self, sleutel: str, regel: int, waarden: Waarden) -> None:
        positie = len(self._leerkrachten) + 1
        sleutel = self._hier("leerkracht", positie, regel, sleutel)
        kort = {veld: tuple(w for w in tekst if len(w) <= MAX_TEKST) for veld, tekst in waarden.items()}
        self._leerkrachten.append(
            GelezenLeerkracht(
                edex_key=sleutel,
                positie=positie,
                regel=regel,
                roepnaam=self._een(waarden, "roepnaam", "de roepnaam"),
                voorvoegsel=self._een(waarden, "voorvoegsel", "het voorvoegsel"),
                achternaam=self._een(waarden, "achternaam", "de achternaam"),
                voorletters=self._een(waarden, "voorletters-1", "de voorletters"),
                rollen=tuple(dict.fromkeys(rol.upper() for rol in kort.get("rol", ()))),
                omschrijvingen=tuple(dict.fromkeys(kort.get("rolomschrijving", ()))),
                groepen=tuple(dict.fromkeys(kort.get("groepen", ()))),
            )
        )

    def inlezing(self, secties: frozenset[str]) -> Inlezing:
        """Return the whole, now that every entry is known."""
        self._plek = ("bestand", 0, 0, "")
        school = {veld: self._een(self._school, veld, f"‘{veld}’ van de school") for veld in self._school}
        brin = codes.brin(school.get("brincode", ""))
        if school.get("brincode") and not brin:
            self._meld("De brincode in het bestand is geen BRIN van twee cijfers en twee letters.")
        instelling = school.get("instellingsnummer", "")
        vlaams = bool(instelling) and not brin
        peildatum = self._datum(self._school, "peildatum", "de peildatum")
        groepen = self._unieke_groepen(vlaams)
        met_jaar = [self._met_jaargroep(lln, code, groepen, vlaams) for lln, code in self._leerlingen]
        leerlingen = self._zonder_bsn(self._unieke("leerling", met_jaar))
        if "groepen" in secties:
            self._meld_zonder_groep(leerlingen, groepen)
        return Inlezing(
            brin=brin,
            instellingsnummer=instelling,
            schooljaar=school.get("schooljaar", ""),
            peildatum=peildatum,
            versie=school.get("xsdversie", ""),
            secties=secties,
            groepen=tuple(groepen.values()),
            leerlingen=tuple(leerlingen),
            leerkrachten=tuple(self._unieke("leerkracht", self._leerkrachten)),
            onleesbaar=tuple(self._mis),
        )

    def _unieke_groepen(self, vlaams: bool) -> dict[str, GelezenGroep]:
        uniek: dict[str, GelezenGroep] = {}
        for groep, code in self._groepen:
            self._plek = ("groep", groep.positie, groep.regel, groep.edex_key)
            woord = codes.jaargroep(code, vlaams) if code else ""
            if woord is None:
                self._meld("Bij de jaargroep staat een onbekende code. Dit veld is leeg gelaten.")
            sleutel = groep.edex_key if groep.edex_key != ZONDER_SLEUTEL else f"# {groep.positie}"
            if sleutel in uniek:
                self._meld("Deze sleutel hoort ook bij een eerdere groep. De eerste is gelezen.", True)
            else:
                uniek[sleutel] = replace(groep, jaargroep=woord or "")
        return uniek

    def _met_jaargroep(
        self, leerling: GelezenLeerling, code: str, groepen: dict[str, GelezenGroep], vlaams: bool
    ) -> GelezenLeerling:
        """Give a pupil the jaargroep in words: its own, or else that of its group (1.0.3 has only one of the two)."""
        self._plek = ("leerling", leerling.positie, leerling.regel, leerling.edex_key)
        combinatie = codes.jaargroep(codes.COMBINATIE, vlaams)
        woord = codes.jaargroep(code, vlaams) if code else ""
        if woord is None:
            self._meld("Bij de jaargroep staat een onbekende code. Dit veld is leeg gelaten.")
        if leerling.oud:
            return leerling
        if not woord or woord == combinatie:
            groep = groepen.get(leerling.groep)
            woord = groep.jaargroep if groep and groep.jaargroep != combinatie else ""
        return replace(leerling, jaargroep=woord)

    def _unieke(self, soort: Soort, rijen: Sequence[G]) -> list[G]:
        """Leave out who has no name, and all who share a key with someone else: nobody can tell which is which."""
        eerste: dict[str, G] = {}
        strijdig: set[str] = set()
        for rij in rijen:
            ander = eerste.setdefault(rij.edex_key, rij) if codes.stabiel(rij.edex_key) else rij
            if ander is not rij and replace(ander, positie=0, regel=0) != replace(rij, positie=0, regel=0):
                strijdig.add(rij.edex_key)
        uit: list[G] = []
        for rij in rijen:
            self._plek = (soort, rij.positie, rij.regel, rij.edex_key)
            if not (rij.roepnaam or rij.achternaam):
                self._meld(f"{_LIDWOORD[soort]} heeft geen roepnaam en geen achternaam en is overgeslagen.", True)
            elif rij.edex_key in strijdig:
                self._meld("Deze sleutel staat bij twee verschillende mensen. Ze zijn allebei overgeslagen.", True)
            elif eerste.get(rij.edex_key, rij) is not rij:
                self._meld(f"{_LIDWOORD[soort]} staat twee keer in het bestand en is één keer gelezen.")
            else:
                uit.append(rij)
        return uit

    def _zonder_bsn(self, leerlingen: list[GelezenLeerling]) -> list[GelezenLeerling]:
        """Some exports use the service number as key: that is dropped at the door like the number itself."""
        if len(leerlingen) < 3 or not all(codes.is_bsn(lln.edex_key) for lln in leerlingen):
            return leerlingen
        self._mis = [replace(m, sleutel="") if m.soort == "leerling" else m for m in self._mis]
        self._plek = ("bestand", 0, 0, "")
        self._meld(
            "De sleutels van de leerlingen zien eruit als burgerservicenummers en zijn niet overgenomen. "
            "Leerlingen worden op naam en geboortedatum herkend."
        )
        return [replace(lln, edex_key=ZONDER_SLEUTEL) for lln in leerlingen]

    def _meld_zonder_groep(self, leerlingen: Sequence[GelezenLeerling], groepen: dict[str, GelezenGroep]) -> None:
        for lln in leerlingen:
            if lln.groep and lln.groep not in groepen:
                self._plek = ("leerling", lln.positie, lln.regel, lln.edex_key)
                self._meld("De groep van deze leerling staat niet in het bestand.")
