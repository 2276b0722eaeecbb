"""Builds the invented school as it is on one day: profile, groups, staff, pupils, parents and gezag cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from desktop.exchange.demo import names
from desktop.exchange.demo.gezin import PLAATSEN, Gezin, maak_gezin, relatie
from desktop.exchange.demo.names import Sekse
from desktop.exchange.edexml_codes import COMBINATIE, functie, jaargroep
from desktop.models.core import Ids, Wie
from desktop.models.opslag import Append
from desktop.models.personen import Geslacht, Groep, Leerling, Medewerker, Persoon, Relatie
from desktop.models.school import Schoolprofiel

SCHOOL = "OBS De Wilgenboog"
BRIN = "99ZZ"
"""The standard's own example number; no school has it."""
IB = names.Naam("Marijke", "", "Voorbeeld", "Marijke", "M")
_PER_GROEP = 25


@dataclass(frozen=True, slots=True)
class Demoleerling:
    """A pupil with its gezag cards; `code` is the year in EDEXML, `taal` the language at home, '' for Dutch."""

    record: UUID
    value: Leerling
    code: str
    kaarten: tuple[tuple[UUID, Relatie], ...]
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Demoschool:
    """The whole school on one day, before anything is recorded about a pupil."""

    today: date
    profiel: tuple[UUID, Schoolprofiel]
    groepen: tuple[tuple[UUID, Groep], ...]
    medewerkers: tuple[tuple[UUID, Medewerker], ...]
    personen: tuple[tuple[UUID, Persoon], ...]
    leerlingen: tuple[Demoleerling, ...]
    van_groep: dict[UUID, tuple[Wie, ...]]
    directeur: Wie
    ib: Wie

    def appends(self) -> Iterator[Append]:
        """Yield everything in an order in which nothing refers to what is yet to come; the profile is first."""
        for record, value in (self.profiel, *self.groepen, *self.medewerkers, *self.personen):
            yield Append(record, value, None)
        for leerling in self.leerlingen:
            yield Append(leerling.record, leerling.value, None)
        for leerling in self.leerlingen:
            for record, kaart in leerling.kaarten:
                yield Append(record, kaart, None)


def schooljaar(today: date) -> int:
    """Return the year in which the school year of a day began."""
    return today.year if today.month >= 8 else today.year - 1


def maak_school(seed: int, leerlingen: int, today: date, ids: Ids) -> Demoschool:
    """Return a school of this many pupils; the same for the same seed, day and source of identifiers."""
    return _Bouw(Random(seed), leerlingen, today, ids).school()  # noqa: S311  nothing secret is in it


class _Bouw:
    def __init__(self, rnd: Random, aantal: int, today: date, ids: Ids) -> None:
        self._rnd = rnd
        self._aantal = aantal
        self._today = today
        self._ids = ids
        self._groepen: list[tuple[UUID, Groep]] = []
        self._per_jaar: dict[int, list[UUID]] = {}
        self._naam_van: dict[UUID, str] = {}
        self._medewerkers: list[tuple[UUID, Medewerker]] = []
        self._van_groep: dict[UUID, list[Wie]] = {}
        self._personen: list[tuple[UUID, Persoon]] = []
        self._leerlingen: list[Demoleerling] = []
        self._beurt: dict[int, int] = {}

    def school(self) -> Demoschool:
        """Return the whole."""
        self._maak_groepen()
        ib, directeur = self._maak_team()
        while len(self._leerlingen) < self._aantal:
            self._gezin_erbij()
        profiel = Schoolprofiel(
            naam=SCHOOL,
            brin=BRIN,
            bestuur="Stichting Wilgenrijk",
            regio="Wilgenland",
            straat="Schoolpad 1",
            postcode="0412 WB",
            plaats=PLAATSEN[0],
            telefoon="0000-100200",
            email="info@wilgenboog.example",
        )
        return Demoschool(
            today=self._today,
            profiel=(self._ids.new(), profiel),
            groepen=tuple(self._groepen),
            medewerkers=tuple(self._medewerkers),
            personen=tuple(self._personen),
            leerlingen=tuple(self._leerlingen),
            van_groep={groep: tuple(wie) for groep, wie in self._van_groep.items()},
            directeur=directeur,
            ib=ib,
        )

    def _maak_groepen(self) -> None:
        naast = max(1, round(self._aantal / 8 / _PER_GROEP))
        for n in range(2 * naast):  # the youngest two years sit together, as in most schools
            self._groep(f"1/2{_letter(n)}", COMBINATIE, (1, 2))
        for jaar in range(3, 9):
            for n in range(naast):
                self._groep(f"{jaar}{_letter(n) if naast > 1 else ''}", str(jaar), (jaar,))

    def _groep(self, naam: str, code: str, jaren: tuple[int, ...]) -> None:
        record = self._ids.new()
        groep = Groep(naam=naam, jaargroep=jaargroep(code, False) or "", edex_key=f"G{len(self._groepen) + 1:03}")
        self._groepen.append((record, groep))
        self._naam_van[record] = naam
        for jaar in jaren:
            self._per_jaar.setdefault(jaar, []).append(record)

    def _maak_team(self) -> tuple[Wie, Wie]:
        directeur = self._collega(("DIR",))
        ib = self._collega(("IB",), naam=IB, extra=("aandachtsfunctionaris",))
        for n, (record, _) in enumerate(self._groepen):
            extra = ("interne vertrouwenspersoon",) if n == 2 else ()
            self._collega(("LRK",), groepen=(record,), extra=extra)
            if self._rnd.random() < 0.6:  # many share a group
                self._collega(("LRK",), groepen=(record,))
        for n in range(0, len(self._groepen), 4):
            self._collega(("OWA",), groepen=tuple(r for r, _ in self._groepen[n : n + 4]))
        for rol in ("CON", "ADM", "VAK", "STA", "SMW"):
            self._collega((rol,))
        return ib, directeur

    def _collega(
        self,
        rollen: tuple[str, ...],
        naam: names.Naam | None = None,
        groepen: tuple[UUID, ...] = (),
        extra: tuple[str, ...] = (),
    ) -> Wie:
        rnd = self._rnd
        if naam is None:
            herkomst = names.kies_herkomst(rnd)
            roepnaam = names.ouder_voornaam(rnd, herkomst, "v" if rnd.random() < 0.8 else "m")
            naam = names.naam(rnd, roepnaam, rnd.choice(herkomst.achternamen))
        record = self._ids.new()
        medewerker = Medewerker(
            roepnaam=naam.roepnaam,
            voorvoegsel=naam.voorvoegsel,
            achternaam=naam.achternaam,
            voorletters=naam.voorletters,
            functie=functie(rollen, extra),
            rollen=rollen,
            groepen=groepen,
            edex_key=f"M{len(self._medewerkers) + 1:03}",
        )
        self._medewerkers.append((record, medewerker))
        wie = Wie(persoon=record, naam=naam.volledig, hoedanigheid=functie(rollen, ()).lower())
        if rollen == ("LRK",):
            self._van_groep.setdefault(groepen[0], []).append(wie)
        return wie

    def _gezin_erbij(self) -> None:
        rnd = self._rnd
        gezin = maak_gezin(rnd, self._ids)
        self._personen += [(b.record, b.persoon) for b in gezin.banden]
        jaar = rnd.randint(1, 8)
        vorige: Leerling | None = None
        for _ in range(rnd.choices((1, 2, 3), (45, 42, 13))[0]):
            if len(self._leerlingen) >= self._aantal or jaar < 1:
                return
            vorige = self._kind(gezin, jaar, vorige)
            jaar -= rnd.choices((0, 1, 2, 3, 4), (2, 20, 45, 25, 8))[0]

    def _kind(self, gezin: Gezin, jaar: int, vorige: Leerling | None) -> Leerling:
        rnd = self._rnd
        sekse: Sekse = "v" if rnd.random() < 0.5 else "m"
        naam = names.naam(rnd, names.voornaam(rnd, gezin.herkomst, sekse), gezin.achternaam)
        geboren = self._geboren(jaar)
        if vorige and vorige.geboortedatum and (geboren - vorige.geboortedatum).days < 330:
            # too close for brother and sister: twins, of two names and in the same year
            jaar, geboren = int(vorige.jaargroep), vorige.geboortedatum
            while naam.roepnaam == vorige.roepnaam:
                naam = names.naam(rnd, names.voornaam(rnd, gezin.herkomst, sekse), gezin.achternaam)
        instroom = min(_jarig(geboren, 4), self._today)
        if rnd.random() < 0.12:  # came from another school
            instroom += timedelta(days=rnd.randint(0, max((self._today - instroom).days, 0)))
        beurt = self._beurt[jaar] = self._beurt.get(jaar, -1) + 1
        groep = self._per_jaar[jaar][beurt % len(self._per_jaar[jaar])]
        record = self._ids.new()
        anders = rnd.random() < 0.01
        geslacht = Geslacht.NIET_GESPECIFICEERD if anders else Geslacht.MEISJE if sekse == "v" else Geslacht.JONGEN
        value = Leerling(
            roepnaam=naam.roepnaam,
            voorvoegsel=naam.voorvoegsel,
            achternaam=naam.achternaam,
            voornamen=naam.voornamen,
            voorletters=naam.voorletters,
            geboortedatum=geboren,
            geslacht=geslacht,
            jaargroep=str(jaar),
            groep=groep,
            groep_naam=self._naam_van[groep],
            instroomdatum=instroom,
            edex_key=f"{10001 + len(self._leerlingen)}",
        )
        kaarten = tuple(
            (self._ids.new(), relatie(rnd, self._ids, band, record, geboren, self._today)) for band in gezin.banden
        )
        self._leerlingen.append(Demoleerling(record, value, str(jaar), kaarten, gezin.herkomst.taal))
        return value

    def _geboren(self, jaar: int) -> date:
        """Return a birth date that fits a year group: the border is the first of October, and some stay a year."""
        rnd = self._rnd
        eerste = date(schooljaar(self._today) - 4 - jaar - (jaar > 2 and rnd.random() < 0.06), 10, 1)
        laatste = min(eerste + timedelta(days=364), _jarig(self._today, -4))  # four years old at least
        return eerste + timedelta(days=rnd.randint(0, max((laatste - eerste).days, 0)))


def _letter(n: int) -> str:
    """Return a, b ... z, aa, ab ... for parallel groups."""
    return _letter(n // 26 - 1) + chr(97 + n % 26) if n >= 26 else chr(97 + n)


def _jarig(dag: date, jaren: int) -> date:
    return date(dag.year + jaren, dag.month, 28 if (dag.month, dag.day) == (2, 29) else dag.day)
