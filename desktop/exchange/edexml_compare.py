"""Holds an EDEXML file against the vault: what is new, changed, left and unclear; nothing is ever deleted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from desktop.exchange.edexml_codes import functie, stabiel
from desktop.exchange.edexml_match import Koppeling, koppel
from desktop.exchange.edexml_types import (
    Bestaand,
    Deel,
    GelezenGroep,
    GelezenLeerkracht,
    GelezenLeerling,
    Gewijzigd,
    Inlezing,
    Nieuw,
    Onleesbaar,
    Soort,
    Verschil,
    Voorstel,
)
from desktop.models.core import Ids, Keuze, Record
from desktop.models.opslag import Append, Stored
from desktop.models.personen import Geslacht, Groep, Leerling, Medewerker
from desktop.models.velden import velden

R = TypeVar("R", Groep, Leerling, Medewerker)

_EIGEN_LABELS: Mapping[str, str] = {
    "edex_key": "Sleutel in het leerlingvolgsysteem",
    "samengesteld": "Samengestelde groep",
    "weg_sinds": "Bestaat niet meer sinds",
    "rollen": "Rol in de export",
    "groepen": "Groepen",
}


def compare(inlezing: Inlezing, bestaand: Bestaand, today: date, ids: Ids, brin: str = "") -> Voorstel:
    """Return what importing the file would do to the vault; changes nothing.

    A field that the file leaves empty keeps what the vault has. Who is not in the file any more gets the file's
    reference date (or today) as the day of leaving, but only where the file speaks about that kind at all and the
    record once came from a file. `brin` is that of the school profile, '' when unknown.
    """
    return _Vergelijking(inlezing, bestaand, today, ids).voorstel(brin)


def appends(voorstel: Voorstel) -> Sequence[Append]:
    """Return the proposal as what the vault writes in one transaction: groups first, since the others point at them."""
    return (*_appends(voorstel.groepen), *_appends(voorstel.leerlingen), *_appends(voorstel.medewerkers))


def _appends(deel: Deel[R]) -> Iterable[Append]:
    for nieuw in deel.nieuw:
        yield Append(nieuw.record, nieuw.value, None)
    for anders in (*deel.gewijzigd, *deel.vertrokken):
        yield Append(anders.record, anders.value, anders.base)


class _Vergelijking:
    """One comparison; holds what all three kinds need."""

    def __init__(self, inlezing: Inlezing, bestaand: Bestaand, today: date, ids: Ids) -> None:
        self._in = inlezing
        self._bestaand = bestaand
        self._today = today
        self._ids = ids
        # a reference date in the future is a mistake; nobody leaves before the day is there
        self._peil = min(inlezing.peildatum or today, today)
        self._mis = list(inlezing.onleesbaar)
        self._oud = 0
        self._groep_namen: dict[UUID, str] = {}
        self._groep_van: dict[str, UUID] = {}

    def voorstel(self, brin: str) -> Voorstel:
        """Compare all kinds; groups first, for the others refer to them."""
        groepen = self._groepen()
        leerlingen = self._leerlingen()
        medewerkers = self._medewerkers()
        return Voorstel(
            groepen=groepen,
            leerlingen=leerlingen,
            medewerkers=medewerkers,
            onleesbaar=tuple(self._mis),
            waarschuwingen=tuple(self._waarschuwingen(brin, leerlingen)),
        )

    def _overgeslagen(self, soort: Soort) -> list[str]:
        return [m.sleutel for m in self._in.onleesbaar if m.soort == soort and m.overgeslagen and stabiel(m.sleutel)]

    def _groepen(self) -> Deel[Groep]:
        stored = self._bestaand.groepen
        for bekend in stored:
            if isinstance(bekend.value, Groep):
                self._groep_namen[bekend.record] = bekend.value.naam
                if stabiel(bekend.value.edex_key):
                    self._groep_van.setdefault(bekend.value.edex_key, bekend.record)
        koppeling = koppel("groep", self._in.groepen, stored, self._overgeslagen("groep"))
        self._mis += koppeling.onleesbaar
        bouw = _Bouw(Groep, self)
        for g, s in koppeling.paren:
            oud = s.value if s and isinstance(s.value, Groep) else None
            waarden: dict[str, Any] = {
                "naam": g.naam,
                "jaargroep": g.jaargroep or (oud.jaargroep if oud else ""),
                "samengesteld": g.samengesteld,
                "edex_key": _sleutel(g, oud),
                "weg_sinds": None,
            }
            record = bouw.neem(s, oud, waarden)
            self._groep_namen[record] = g.naam
            self._groep_van[g.edex_key] = record
        if self._in.groepen:
            for weg, was in self._niet_genoemd(Groep, stored, koppeling):
                if was.weg_sinds is None:
                    bouw.vertrek(weg, was, {"weg_sinds": self._peil})
        return bouw.deel()

    def _leerlingen(self) -> Deel[Leerling]:
        stored = self._bestaand.leerlingen
        gelezen = [self._geboren(g) for g in self._in.leerlingen]
        koppeling = koppel("leerling", gelezen, stored, self._overgeslagen("leerling"))
        self._mis += koppeling.onleesbaar
        bouw = _Bouw(Leerling, self)
        for g, s in koppeling.paren:
            oud = s.value if s and isinstance(s.value, Leerling) else None
            al_weg = g.oud or (g.uitstroomdatum is not None and g.uitstroomdatum <= self._today)
            if oud is None and al_weg:
                self._oud += 1
                continue
            waarden = self._leerling(g, oud)
            uit = waarden["uitstroomdatum"]
            if s and oud and not oud.is_weg(self._today) and uit is not None and uit <= self._today:
                bouw.vertrek(s, oud, waarden)
            else:
                bouw.neem(s, oud, waarden)
        if gelezen:
            for weg, was in self._niet_genoemd(Leerling, stored, koppeling):
                later = was.instroomdatum is not None and was.instroomdatum > self._peil
                if not was.is_weg(self._today) and not later:
                    bouw.vertrek(weg, was, {"uitstroomdatum": self._peil})
        return bouw.deel()

    def _geboren(self, g: GelezenLeerling) -> GelezenLeerling:
        if g.geboortedatum is None or g.geboortedatum <= self._today:
            return g
        self._meld(g, "De geboortedatum ligt in de toekomst. Dit veld is leeg gelaten.")
        return replace(g, geboortedatum=None)

    def _meld(self, g: GelezenLeerling, zin: str) -> None:
        self._mis.append(Onleesbaar("leerling", g.positie, g.regel, g.edex_key, zin))

    def _leerling(self, g: GelezenLeerling, oud: Leerling | None) -> dict[str, Any]:
        waarden = {**_naam(g, oud), "edex_key": _sleutel(g, oud)}
        waarden["voornamen"] = g.voornamen or (oud.voornamen if oud else "")
        # with a surname alone nobody can tell brothers and sisters apart
        if oud is None and not g.roepnaam and g.voornamen:
            waarden["roepnaam"] = g.voornamen.split()[0]
        waarden["geboortedatum"] = g.geboortedatum or (oud.geboortedatum if oud else None)
        onbekend = g.geslacht in (None, Geslacht.ONBEKEND)
        waarden["geslacht"] = oud.geslacht if oud and oud.geslacht and onbekend else g.geslacht
        waarden["jaargroep"] = g.jaargroep or (oud.jaargroep if oud else "")
        groep = self._groep_van.get(g.groep) if g.groep else None
        if groep:
            waarden["groep"], waarden["groep_naam"] = groep, self._groep_namen[groep]
        waarden["instroomdatum"] = g.instroomdatum or (oud.instroomdatum if oud else None)
        waarden["uitstroomdatum"] = self._uitstroom(g, oud, waarden["instroomdatum"])
        return waarden

    def _uitstroom(self, g: GelezenLeerling, oud: Leerling | None, instroom: date | None) -> date | None:
        was = oud.uitstroomdatum if oud else None
        if g.uitstroomdatum:
            uit: date | None = g.uitstroomdatum
        elif g.oud:
            uit = was or self._peil
        else:
            # in the file without a day of leaving: whoever had left is back; a day to come is the school's own note
            uit = was if was and was > self._peil else None
        if uit and instroom and uit < instroom:
            self._meld(g, "De uitstroomdatum ligt vóór de dag van instroom. De uitstroomdatum is niet overgenomen.")
            return was if was and was >= instroom else None
        return uit

    def _medewerkers(self) -> Deel[Medewerker]:
        stored = self._bestaand.medewerkers
        koppeling = koppel("leerkracht", self._in.leerkrachten, stored, self._overgeslagen("leerkracht"))
        self._mis += koppeling.onleesbaar
        bouw = _Bouw(Medewerker, self)
        for g, s in koppeling.paren:
            oud = s.value if s and isinstance(s.value, Medewerker) else None
            groepen = tuple(dict.fromkeys(self._groep_van[k] for k in g.groepen if k in self._groep_van))
            rollen = g.rollen or (oud.rollen if oud else ())
            woorden = functie(rollen, g.omschrijvingen) or ("Leerkracht" if groepen else "")
            if oud and oud.functie and rollen == oud.rollen:
                woorden = oud.functie  # the school may have written it better by hand
            waarden = {
                **_naam(g, oud),
                "edex_key": _sleutel(g, oud),
                "rollen": rollen,
                "functie": woorden,
                "groepen": groepen or (oud.groepen if oud and not self._in.groepen else ()),
                "weg_sinds": None,
            }
            bouw.neem(s, oud, waarden)
        if self._in.leerkrachten:
            for weg, was in self._niet_genoemd(Medewerker, stored, koppeling):
                if was.weg_sinds is None:
                    bouw.vertrek(weg, was, {"weg_sinds": self._peil})
        return bouw.deel()

    def _niet_genoemd(
        self, kind: type[R], stored: Sequence[Stored], koppeling: Koppeling[Any]
    ) -> Iterable[tuple[Stored, R]]:
        """Return the records that came from an earlier file and are not in this one; what was typed by hand stays."""
        for s in stored:
            if isinstance(s.value, kind) and s.value.edex_key and s.record not in koppeling.genoemd:
                yield s, s.value

    def _waarschuwingen(self, brin: str, leerlingen: Deel[Leerling]) -> Iterable[str]:
        if brin and self._in.brin and self._in.brin != brin.upper().strip():
            yield (
                f"Dit bestand is van een school met BRIN {self._in.brin}; in het schoolprofiel staat {brin}. "
                "Controleer of dit het goede bestand is."
            )
        jaren = re.fullmatch(r"\d{4}-(\d{4})", self._in.schooljaar)
        if jaren and self._today > date(int(jaren[1]), 9, 30):
            yield f"Dit bestand is van schooljaar {self._in.schooljaar}. Wie daarna is gekomen, staat er niet in."
        weg = len(leerlingen.vertrokken)
        blijft = len(leerlingen.gewijzigd) + leerlingen.ongewijzigd
        if weg > 10 and weg > blijft:
            yield (
                f"{weg} leerlingen uit de kluis staan niet in dit bestand, en {blijft} wel. "
                "Controleer of dit een export van de hele school is."
            )
        if self._oud == 1:
            yield "In het bestand staat één oud-leerling die de kluis niet kent. Die wordt niet opgenomen."
        elif self._oud:
            yield f"In het bestand staan {self._oud} oud-leerlingen die de kluis niet kent. Die worden niet opgenomen."
        if not self._in.leerlingen:
            yield "Er staan geen leesbare leerlingen in dit bestand."

    def groep_namen(self, groepen: Iterable[UUID]) -> str:
        """Return groups by name, for the screen."""
        return ", ".join(self._groep_namen.get(g, "?") for g in groepen)

    def nieuw_id(self) -> UUID:
        """Return an identifier for a record that is to be added."""
        return self._ids.new()


class _Bouw:
    """Builds the proposal of one kind, record by record."""

    def __init__(self, kind: type[Record], vergelijking: _Vergelijking) -> None:
        self._kind = kind
        self._v = vergelijking
        self._labels = {s.naam: s.veld.label for s in velden(kind)}
        self._nieuw: list[Nieuw[Any]] = []
        self._gewijzigd: list[Gewijzigd[Any]] = []
        self._vertrokken: list[Gewijzigd[Any]] = []
        self._gelijk = 0

    def deel(self) -> Deel[Any]:
        """Return what was gathered."""
        return Deel(tuple(self._nieuw), tuple(self._gewijzigd), tuple(self._vertrokken), self._gelijk)

    def neem(self, stored: Stored | None, oud: Any, waarden: Mapping[str, Any]) -> UUID:
        """Take an entry of the file: new, changed or the same. Returns its record."""
        if stored is None or oud is None:
            record = self._v.nieuw_id()
            self._nieuw.append(Nieuw(record, self._kind(**waarden)))
            return record
        self._wijzig(self._gewijzigd, stored, oud, waarden)
        return stored.record

    def vertrek(self, stored: Stored, oud: Any, waarden: Mapping[str, Any]) -> None:
        """Take a record whose person or group has left."""
        self._wijzig(self._vertrokken, stored, oud, waarden)

    def _wijzig(self, waar: list[Gewijzigd[Any]], stored: Stored, oud: Any, waarden: Mapping[str, Any]) -> None:
        anders = {naam: w for naam, w in waarden.items() if getattr(oud, naam) != w}
        if not anders:
            self._gelijk += 1
            return
        # built anew and not copied, for only then is everything validated
        nieuw = self._kind(**{naam: getattr(oud, naam) for naam in self._kind.model_fields} | anders)
        verschillen = tuple(self._verschil(naam, oud, nieuw) for naam in anders if not self._dubbelop(naam, anders))
        waar.append(Gewijzigd(stored.record, stored.revision, oud, nieuw, verschillen))

    def _dubbelop(self, naam: str, anders: Mapping[str, Any]) -> bool:
        """Whether the same change shows already: the group by its name, the role code by the words for it."""
        return (naam == "groep" and "groep_naam" in anders) or (naam == "rollen" and "functie" in anders)

    def _verschil(self, naam: str, oud: Any, nieuw: Any) -> Verschil:
        was, wordt = getattr(oud, naam), getattr(nieuw, naam)
        if naam == "groep":
            return Verschil("Groep", oud.groep_naam, f"{nieuw.groep_naam} (andere groep met die naam)")
        if naam == "groepen":
            return Verschil("Groepen", self._v.groep_namen(was), self._v.groep_namen(wordt))
        label = self._labels.get(naam) or _EIGEN_LABELS[naam]
        return Verschil(label, _woorden(was), _woorden(wordt))


def _naam(g: GelezenLeerling | GelezenLeerkracht, oud: Leerling | Medewerker | None) -> dict[str, Any]:
    """Return the parts of a name. Prefix and surname go together: a surname without prefix has none."""
    return {
        "roepnaam": g.roepnaam or (oud.roepnaam if oud else ""),
        "voorvoegsel": g.voorvoegsel if g.achternaam or not oud else oud.voorvoegsel,
        "achternaam": g.achternaam or (oud.achternaam if oud else ""),
        "voorletters": g.voorletters or (oud.voorletters if oud else ""),
    }


def _sleutel(g: GelezenGroep | GelezenLeerling | GelezenLeerkracht, oud: Groep | Leerling | Medewerker | None) -> str:
    """Return the key to keep: one that is not stable never takes the place of another."""
    return g.edex_key if stabiel(g.edex_key) or not oud or not oud.edex_key else oud.edex_key


def _woorden(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    if isinstance(waarde, Keuze):
        return waarde.label
    if isinstance(waarde, tuple):
        return ", ".join(str(w) for w in waarde)
    return str(waarde)
