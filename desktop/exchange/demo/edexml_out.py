"""Writes the invented school as an EDEXML file of any version, with all that the reader must drop at the door."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from desktop.exchange.demo import names
from desktop.exchange.demo.opbouw import Demoleerling, Demoschool, schooljaar
from desktop.exchange.edexml_codes import COMBINATIE, is_bsn
from desktop.models.personen import Geslacht, Leerling, Medewerker

Versie = Literal["1.0.3", "2.0", "2.1", "vlaams", "uwlr"]
_UWLR = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens"
_GESLACHT = {Geslacht.ONBEKEND: "0", Geslacht.JONGEN: "1", Geslacht.MEISJE: "2", Geslacht.NIET_GESPECIFICEERD: "9"}
_LANDEN = ("NL", "NL", "NL", "MA", "TR", "SR", "PL", "SY", "UA", "VN", "?")


@dataclass(frozen=True, slots=True)
class _Rij:
    """A pupil as a line of the file: `code` is the year, `groep` the key of the group."""

    value: Leerling
    code: str
    groep: str


def write(
    path: Path,
    school: Demoschool,
    versie: Versie = "2.1",
    extra_drop_fields: bool = True,
    volgend_jaar: bool = False,
    seed: int = 0,
) -> None:
    """Write the school to a file, in UTF-8; version 1.0.3 in windows-1252, as such old exports are.

    `extra_drop_fields` adds service numbers (none that anybody can have), origin, weight, postcode and remarks.
    `volgend_jaar` writes the school as it is a year later: everybody moved up, the oldest gone, some others gone or
    with a new name, new pupils and a new colleague; two former pupils are still in it.
    """
    rnd = Random(seed)  # noqa: S311  nothing secret is in it
    codering = "windows-1252" if versie == "1.0.3" else "utf-8"
    with path.open("w", encoding=codering, errors="xmlcharrefreplace", newline="\n") as bestand:
        bestand.write(f'<?xml version="1.0" encoding="{codering}"?>\n')
        for regel in _Schrijver(rnd, school, versie, extra_drop_fields, volgend_jaar).regels():
            bestand.write(regel + "\n")


class _Schrijver:
    def __init__(self, rnd: Random, school: Demoschool, versie: Versie, weg: bool, later: bool) -> None:
        self._rnd = rnd
        self._school = school
        self._versie = versie
        self._weg = weg
        self._later = later
        self._jaar = schooljaar(school.today) + later
        self._groep_key = {record: groep.edex_key for record, groep in school.groepen}
        self._code_van = {groep.edex_key: self._code(groep.naam) for _, groep in school.groepen}

    def _code(self, groep_naam: str) -> str:
        return COMBINATIE if "/" in groep_naam else groep_naam[0]

    def _el(self, naam: str, tekst: str) -> str:
        return f"<{naam}>{escape(tekst)}</{naam}>" if tekst else ""

    def regels(self) -> Iterator[str]:
        """Yield the file line by line."""
        kern = self._kern()
        if self._versie != "uwlr":
            yield "<EDEX>"
            yield from kern
            yield "</EDEX>"
            return
        yield '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body>'
        yield f'<leerlinggegevens_antwoord xmlns="{_UWLR}"><leerlinggegevens>'
        yield from kern
        yield "</leerlinggegevens></leerlinggegevens_antwoord></s:Body></s:Envelope>"

    def _kern(self) -> Iterator[str]:
        yield self._school_blok()
        yield "<groepen>"
        for _, groep in self._school.groepen:
            code = self._code(groep.naam)
            kop = f"<groep key={quoteattr(groep.edex_key)}>"
            yield f"{kop}{self._el('naam', groep.naam)}{self._el('jaargroep', code)}</groep>"
        yield "</groepen>\n<leerlingen>"
        rijen = self._volgend_jaar() if self._later else self._dit_jaar(self._school.leerlingen)
        for rij in rijen:
            yield self._leerling(rij)
        yield "</leerlingen>\n<leerkrachten>"
        for medewerker in self._medewerkers():
            yield self._leerkracht(medewerker)
        yield "</leerkrachten>"

    def _school_blok(self) -> str:
        peil = min(date(self._jaar, 10, 1), self._school.today) if not self._later else date(self._jaar, 10, 1)
        vlaams = self._versie == "vlaams"
        delen = (
            self._el("schooljaar", f"{self._jaar}-{self._jaar + 1}"),
            self._el("peildatum", peil.isoformat()) if self._versie != "1.0.3" else "",
            self._el("instellingsnummer", "99999") if vlaams else self._el("brincode", self._school.profiel[1].brin),
            self._el("auteur", "Verzonnen leerlingadministratie"),
            self._el("xsdversie", {"1.0.3": "1.03", "vlaams": "2.1", "uwlr": "2.3"}.get(self._versie, self._versie)),
        )
        return f"<school>{''.join(delen)}</school>"

    def _dit_jaar(self, leerlingen: Iterable[Demoleerling]) -> Iterator[_Rij]:
        for lln in leerlingen:
            yield _Rij(lln.value, lln.code, self._groep_key[lln.value.groep] if lln.value.groep else "")

    def _volgend_jaar(self) -> Iterator[_Rij]:
        rnd = self._rnd
        per_code: dict[str, list[str]] = {}
        for key, code in self._code_van.items():
            per_code.setdefault(code, []).append(key)
        oud = 0
        for n, rij in enumerate(self._dit_jaar(self._school.leerlingen)):
            if rij.code == "8" or rnd.random() < 0.03:
                if rij.code == "8" and oud < 2:  # administrations leave some of them in
                    oud += 1
                    uit = date(self._jaar, 7, 15)
                    yield _Rij(_met(rij.value, uitstroomdatum=uit), "H", "")
                continue
            code = str(int(rij.code) + 1)
            keuze = per_code[COMBINATIE if int(code) < 3 else code]
            blijft = rij.groep if rij.groep in keuze else keuze[n % len(keuze)]
            value = rij.value
            if rnd.random() < 0.01:
                value = _met(value, achternaam=f"{value.achternaam}-{rnd.choice(('Bos', 'Vink', 'Maas'))}")
            yield _Rij(value, code, blijft)
        for n in range(max(1, len(self._school.leerlingen) // 8)):
            yield self._nieuw(n, per_code[COMBINATIE])

    def _nieuw(self, n: int, groepen: list[str]) -> _Rij:
        rnd = self._rnd
        herkomst = names.kies_herkomst(rnd)
        jongen = rnd.random() < 0.5
        naam = names.naam(rnd, names.voornaam(rnd, herkomst, "m" if jongen else "v"), rnd.choice(herkomst.achternamen))
        geboren = date(self._jaar - 5, 10, 1) + timedelta(days=rnd.randint(0, 360))
        value = Leerling(
            roepnaam=naam.roepnaam,
            voorvoegsel=naam.voorvoegsel,
            achternaam=naam.achternaam,
            voornamen=naam.voornamen,
            voorletters=naam.voorletters,
            geboortedatum=geboren,
            geslacht=Geslacht.JONGEN if jongen else Geslacht.MEISJE,
            instroomdatum=date(geboren.year + 4, geboren.month, min(geboren.day, 28)),
            edex_key=f"{10001 + len(self._school.leerlingen) + n}",
        )
        return _Rij(value, "1", groepen[n % len(groepen)])

    def _medewerkers(self) -> Iterator[Medewerker]:
        team = [m for _, m in self._school.medewerkers]
        if self._later:
            weg = team.pop()
            yield Medewerker(roepnaam="Sietske", achternaam="Nieuwland", rollen=("OWA",), edex_key=f"{weg.edex_key}N")
        yield from team

    def _leerling(self, rij: _Rij) -> str:
        v = rij.value
        oud = self._versie == "1.0.3"
        delen = [
            self._el("achternaam", v.achternaam),
            self._el("voorvoegsel", v.voorvoegsel),
            "" if oud else self._el("voornamen", v.voornamen),
            self._el("voorletters-1", v.voorletters),
            self._el("roepnaam", v.roepnaam),
            self._el("geboortedatum", v.geboortedatum.isoformat() if v.geboortedatum else ""),
            self._el("geslacht", _GESLACHT[v.geslacht or Geslacht.ONBEKEND]),
        ]
        combinatie = self._code_van.get(rij.groep) == COMBINATIE
        if not oud or combinatie or not rij.groep:  # 1.0.3 has either a group or a year
            delen.append(self._el("jaargroep", rij.code))
        if rij.groep and not (oud and combinatie):
            delen.append(f"<groep key={quoteattr(rij.groep)}/>")
        if self._weg:
            delen += self._aan_de_deur()
        delen.append(self._el("instroomdatum", v.instroomdatum.isoformat() if v.instroomdatum else ""))
        delen.append(self._el("uitstroomdatum", v.uitstroomdatum.isoformat() if v.uitstroomdatum else ""))
        eck = f' eckid="https://id.school/demo{v.edex_key}"' if self._weg and self._versie in ("2.1", "uwlr") else ""
        return f"<leerling key={quoteattr(v.edex_key)}{eck}>{''.join(delen)}</leerling>"

    def _aan_de_deur(self) -> list[str]:
        """Return what real exports carry and Vangnet refuses; the numbers fail the elfproef, so they are nobody's."""
        rnd = self._rnd
        nummer = f"9{rnd.randint(0, 99_999_999):08}"
        if is_bsn(nummer):
            nummer = nummer[:-1] + str((int(nummer[-1]) + 1) % 10)
        soort = {"1.0.3": "sofinummer", "2.0": "onderwijsnummer", "vlaams": "rijksregisternummer"}.get(
            self._versie, "bsn"
        )
        return [
            self._el("etniciteit", "9"),
            *(self._el(land, rnd.choice(_LANDEN)) for land in ("land", "land_vader", "land_moeder")),
            self._el(soort, nummer + ("00" if soort == "rijksregisternummer" else "")),
            self._el("gewicht_nieuw", "0,3"),
            self._el("postcodenl", f"0{rnd.randint(100, 999)}ZZ"),
            "<toevoegingen><blok><code>X</code><opmerking>Niet voor Vangnet</opmerking></blok></toevoegingen>",
        ]

    def _leerkracht(self, m: Medewerker) -> str:
        oud = self._versie == "1.0.3"
        delen = [
            self._el("achternaam", m.achternaam),
            self._el("voorvoegsel", m.voorvoegsel),
            self._el("voorletters-1", m.voorletters),
            self._el("roepnaam", m.roepnaam),
            *(self._el("rol", rol) for rol in (() if oud else m.rollen)),
        ]
        if m.groepen:
            keys = (self._groep_key[g] for g in m.groepen)
            delen.append("<groepen>" + "".join(f"<groep key={quoteattr(k)}/>" for k in keys) + "</groepen>")
        return f"<leerkracht key={quoteattr(m.edex_key)}>{''.join(delen)}</leerkracht>"


def _met(value: Leerling, **anders: object) -> Leerling:
    """Return a pupil with other values, validated; a model's own copy does not validate."""
    return Leerling.model_validate({**dict(value), **anders})
