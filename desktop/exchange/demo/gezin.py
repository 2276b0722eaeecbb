"""Invented families: who lives where, who has gezag since when, and what a school has to know about it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from desktop.exchange.demo import names
from desktop.exchange.demo.names import Herkomst, Sekse
from desktop.models.core import Ids
from desktop.models.personen import Gezag, GezagPeriode, Persoon, Relatie, Relatiesoort, Tolk

PLAATSEN = ("Wilgenveen", "Nieuw-Wilgenveen", "Oosterzand", "Kreekhuizen")
_STRATEN = names.lijst(
    "Lindelaan, Merelstraat, Oude Kade, Vlierhof, Kastanjeplein, Molenpad, Hazelaarweg, Dijkje, Spaarpotstraat,"
    "Korenbloemlaan, Meidoornsingel, Fazantenhof, Zandpad, Achterom, Touwbaan, Kuiperij, Berkenrode, Waterlelie,"
    "Tuinderslaan, Wethouder Blauwstraat, Looiersgracht, Kievitsweide, Palingsteeg, Zonnedauw, Klaprooshof, Havenhoofd"
)
_CONTACT = (
    "Ouders komen liever niet samen aan tafel. Plan twee gesprekken.",
    "Liefst bellen na 18.00 uur; werkt overdag in de zorg.",
    "Alleen per e-mail; belt zelf terug.",
    "Wil graag dat een zus meekomt naar gesprekken.",
    "Leest Nederlands, maar praat liever in de eigen taal over lastige dingen.",
)
_GRENZEN = (
    "Haalt niet op van school.",
    "Haalt alleen op vrijdag op.",
    "Contact over deze leerling alleen schriftelijk.",
)
_BRONNEN = (
    "Uittreksel gezagsregister gezien bij inschrijving.",
    "Verteld bij inschrijving.",
    "Beschikking van de rechtbank gezien.",
    "Ouderschapsplan gezien.",
)


@dataclass(frozen=True, slots=True)
class Band:
    """One grown-up of a family, with the relation to every child: `vorm` says how it came about."""

    record: UUID
    persoon: Persoon
    soort: Relatiesoort
    vorm: str
    woont_bij: bool | None = True


@dataclass(frozen=True, slots=True)
class Gezin:
    """A family: the surname of the children, and the grown-ups around them."""

    herkomst: Herkomst
    achternaam: tuple[str, str]
    banden: tuple[Band, ...]


# how often each form occurs in a hundred
_VORMEN: tuple[tuple[int, str], ...] = (
    (62, "samen"),
    (3, "twee moeders"),
    (2, "twee vaders"),
    (15, "gescheiden"),
    (4, "gescheiden met stiefouder"),
    (4, "gezag beëindigd"),
    (5, "alleen moeder"),
    (2, "pleeggezin"),
    (1, "grootouder"),
    (2, "nog onbekend"),
)


def maak_gezin(rnd: Random, ids: Ids) -> Gezin:
    """Return a family without its children."""
    vorm = rnd.choices([v for _, v in _VORMEN], [n for n, _ in _VORMEN])[0]
    return _Maker(rnd, ids).gezin(vorm)


class _Maker:
    def __init__(self, rnd: Random, ids: Ids) -> None:
        self._rnd = rnd
        self._ids = ids
        self._herkomst = names.kies_herkomst(rnd)
        self._achternaam = rnd.choice(self._herkomst.achternamen)
        self._adres = self._nieuw_adres()

    def gezin(self, vorm: str) -> Gezin:
        """Return the family in this form."""
        mens = self._mens
        moeder, vader = Relatiesoort.MOEDER, Relatiesoort.VADER
        eigen = self._achternaam
        weg = self._nieuw_adres()
        banden: tuple[Band, ...]
        if vorm == "samen":
            banden = (mens("v", moeder, "ja"), mens("m", vader, "ja", eigen))
        elif vorm == "twee moeders":
            banden = (mens("v", moeder, "ja", eigen), mens("v", moeder, "ja"))
        elif vorm == "twee vaders":
            banden = (mens("m", vader, "ja", eigen), mens("m", vader, "ja"))
        elif vorm == "gescheiden":
            banden = (mens("v", moeder, "gescheiden"), mens("m", vader, "gescheiden", eigen, weg, None))
        elif vorm == "gescheiden met stiefouder":
            banden = (
                mens("v", moeder, "gescheiden"),
                mens("m", vader, "gescheiden", eigen, weg, None),
                mens("m", Relatiesoort.STIEFOUDER, "nee"),
            )
        elif vorm == "gezag beëindigd":
            banden = (mens("v", moeder, "ja", eigen), mens("m", vader, "beëindigd", adres=weg, woont=False))
        elif vorm == "alleen moeder":
            banden = (mens("v", moeder, "ja", eigen),)
        elif vorm == "pleeggezin":
            banden = (
                mens("v", Relatiesoort.PLEEGOUDER, "nee"),
                mens("m", Relatiesoort.PLEEGOUDER, "nee"),
                mens("v", Relatiesoort.VOOGD, "voogd", adres=weg, woont=False),
            )
        elif vorm == "grootouder":
            banden = (mens("v", Relatiesoort.GROOTOUDER, "voogd"), mens("v", moeder, "onbekend", eigen, weg, False))
        else:
            banden = (mens("v", moeder, "onbekend"), mens("m", vader, "onbekend", eigen))
        return Gezin(self._herkomst, self._achternaam, banden)

    def _nieuw_adres(self) -> tuple[str, str, str]:
        rnd = self._rnd
        straat = f"{names.kies(rnd, _STRATEN)} {rnd.randint(1, 180)}"
        letters = "ABCDEFGHJKLMNPRSTUVWXZ"
        # Dutch postcodes begin at 1000: nobody lives here
        return straat, f"0{rnd.randint(100, 999)} {rnd.choice(letters)}{rnd.choice(letters)}", names.kies(rnd, PLAATSEN)

    def _mens(
        self,
        sekse: Sekse,
        soort: Relatiesoort,
        vorm: str,
        achternaam: tuple[str, str] | None = None,
        adres: tuple[str, str, str] | None = None,
        woont: bool | None = True,
    ) -> Band:
        rnd = self._rnd
        if achternaam is None:
            # most partners have a name of their own, and often of the same part of the world
            herkomst = self._herkomst if rnd.random() < 0.8 else names.kies_herkomst(rnd)
            achternaam = rnd.choice(herkomst.achternamen)
        roepnaam = names.ouder_voornaam(rnd, self._herkomst, sekse)
        straat, postcode, plaats = adres or self._adres
        taal = self._herkomst.taal if rnd.random() < 0.45 else ""
        tolk = rnd.choice((Tolk.NEE, Tolk.GEWENST, Tolk.NODIG)) if taal else None
        gescheiden = vorm in ("gescheiden", "beëindigd")
        persoon = Persoon(
            roepnaam=roepnaam,
            voorvoegsel=achternaam[0],
            achternaam=achternaam[1],
            telefoon=f"06-00{rnd.randint(0, 999_999):06}",  # no such numbers are given out
            email=f"{_kaal(roepnaam)}.{_kaal(''.join(achternaam))}@post.example",
            straat=straat,
            postcode=postcode,
            plaats=plaats,
            adres_geheim=True if vorm == "gescheiden" and rnd.random() < 0.08 else None,
            taal=taal,
            tolk=tolk,
            contact=names.kies(rnd, _CONTACT) if rnd.random() < (0.3 if gescheiden else 0.04) else "",
        )
        return Band(self._ids.new(), persoon, soort, vorm, woont)


def _kaal(tekst: str) -> str:
    plat = unicodedata.normalize("NFKD", tekst.translate({0x142: "l", 0x141: "L", 0x131: "i", 0x111: "d", 0x110: "D"}))
    return "".join(t for t in plat if t.isascii() and t.isalnum()).lower() or "ouder"


def relatie(rnd: Random, ids: Ids, band: Band, leerling: UUID, geboren: date, today: date) -> Relatie:
    """Return the gezag card of a grown-up for a child, with what held from which day."""
    perioden = tuple(
        GezagPeriode(
            rij=ids.new(),
            vanaf=vanaf,
            tot=tot,
            gezag=gezag,
            informatie=True if gezag is Gezag.JA else informatie,
            bron=names.kies(rnd, _BRONNEN),
        )
        for vanaf, tot, gezag, informatie in _perioden(rnd, band.vorm, geboren, today)
    )
    grens = band.vorm == "beëindigd" or (band.vorm == "gescheiden" and rnd.random() < 0.1)
    return Relatie(
        leerling=leerling,
        persoon=band.record,
        naam=band.persoon.titel(),
        soort=band.soort,
        woont_bij=band.woont_bij,
        perioden=perioden,
        grenzen=names.kies(rnd, _GRENZEN) if grens else "",
    )


def _perioden(
    rnd: Random, vorm: str, geboren: date, today: date
) -> tuple[tuple[date, date | None, Gezag, bool | None], ...]:
    """Return (from, to, gezag, right to information) in order; the last one goes on."""
    leven = max((today - geboren).days, 2)
    knip = geboren + timedelta(days=rnd.randint(1, leven - 1))
    eind = knip - timedelta(days=1)
    if vorm in ("ja", "gescheiden"):
        return ((geboren, None, Gezag.JA, None),)
    if vorm == "beëindigd":
        return ((geboren, eind, Gezag.JA, None), (knip, None, Gezag.NEE, rnd.random() < 0.8))
    if vorm == "voogd":
        return ((geboren, eind, Gezag.NEE, None), (knip, None, Gezag.JA, None))
    if vorm == "onbekend":
        return ((geboren, None, Gezag.ONBEKEND, None),)
    return ((geboren, None, Gezag.NEE, None),)
