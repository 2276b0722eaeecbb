"""Writes one report of the invented school, of any of the six kinds, such that it holds up when it is established."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from desktop.exchange.demo import zinnen_algemeen as z
from desktop.exchange.demo.names import kies
from desktop.exchange.demo.opbouw import Demoleerling, Demoschool, schooljaar
from desktop.exchange.demo.themas import Thema
from desktop.exchange.demo.zinnen import THEMAS
from desktop.models.core import Ids, Wie
from desktop.models.gespreksverslag import Aanwezige, Afspraak, Gespreksverslag
from desktop.models.namen import groepsnaam
from desktop.models.personen import Geslacht, Gezag, Relatie
from desktop.models.rechten import Rol
from desktop.models.vooroverleg import Doorgang, Gevaar, SoortGesprek

_SOORTEN = tuple(SoortGesprek)
_HOE_VAAK = {"structureel": 38, "zorg": 30, "hgkm": 6, "ot": 10, "calamiteit": 4, "leerling": 12}
_GEWICHTEN = tuple(_HOE_VAAK[s.value] for s in _SOORTEN)
_OVER_GEDRAG = frozenset(
    ("Ruzie bij het buitenspelen", "Grapjes die te ver gaan", "Omgaan met boosheid", "Terugkijken op de ruzie")
)
_TWEEDE_TAAL = "Groeien in het Nederlands"
_MAANDEN = {
    "Startgesprek": (8, 9, 10),
    "Voortgang na het eerste rapport": (1, 2, 3, 4),
    "Voorlopig advies en de overstap": (10, 11, 12, 1, 2, 3),
}
_WOORDEN = {Geslacht.JONGEN: ("hij", "Hij", "zijn"), Geslacht.MEISJE: ("zij", "Zij", "haar")}
_TIJDEN = tuple(time(uur, kwart) for uur in range(8, 17) for kwart in (0, 15, 30, 45) if (uur, kwart) >= (8, 30))
RECENT = 45
"""Days in which work of the invented school may still be open."""


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A talk that is to be written down: about whom, of what kind, when, on what, and which parents are there."""

    leerling: Demoleerling
    soort: SoortGesprek
    dag: date
    thema: Thema
    ouders: tuple[Wie, ...]
    school: tuple[Wie, ...]
    tijd: time
    plaats: str
    vooraf: Mapping[str, Any]
    """What an HGKM concern asks beforehand, the same in the invitation and in the report."""


class Schrijver:
    """Makes talks and their reports at random."""

    def __init__(self, rnd: Random, school: Demoschool, ids: Ids) -> None:
        self.rnd = rnd
        self._school = school
        self._ids = ids
        self._jaar = schooljaar(school.today)
        self._past: dict[tuple[SoortGesprek, int, int], tuple[Thema, ...]] = {
            (soort, jaar, maand): tuple(
                t for t in themas if jaar in t.jaren and maand in _MAANDEN.get(t.onderwerp, range(1, 13))
            )
            for soort, themas in THEMAS.items()
            for jaar in range(1, 9)
            for maand in range(1, 13)
        }

    def gesprek(self, leerling: Demoleerling, dag: date, soorten: Sequence[SoortGesprek] = _SOORTEN) -> Gesprek:
        """Return a talk with or about this pupil on a day."""
        rnd = self.rnd
        gewichten = _GEWICHTEN if soorten is _SOORTEN else [_HOE_VAAK[s.value] for s in soorten]
        soort = rnd.choices(soorten, gewichten)[0]
        jaar = max(1, int(leerling.code) - (self._jaar - schooljaar(dag)))
        kaarten = [k for _, k in leerling.kaarten]
        met_gezag = [k for k in kaarten if k.gezag_op(dag) is Gezag.JA] or kaarten
        komt = [k for k in met_gezag if rnd.random() < 0.85] or met_gezag[:1]
        return Gesprek(
            leerling=leerling,
            soort=soort,
            dag=dag,
            thema=self._thema(leerling, self._past[(soort, jaar, dag.month)]),
            ouders=() if soort is SoortGesprek.LEERLING else tuple(k.wie(dag) for k in komt),
            school=self._van_school(leerling, soort),
            tijd=rnd.choice(_TIJDEN),
            plaats=kies(rnd, z.PLAATSEN),
            vooraf=self._vooroverleg(dag) if soort is SoortGesprek.HGKM else {},
        )

    def _thema(self, leerling: Demoleerling, themas: Sequence[Thema]) -> Thema:
        keuze = [t for t in themas if leerling.taal or t.onderwerp != _TWEEDE_TAAL]
        return self.rnd.choice(keuze)

    def _van_school(self, leerling: Demoleerling, soort: SoortGesprek) -> tuple[Wie, ...]:
        groep = leerling.value.groep
        leerkracht = self.rnd.choice(self._school.van_groep[groep]) if groep else self._school.directeur
        if soort is SoortGesprek.STRUCTUREEL:
            return (leerkracht,)
        if soort is SoortGesprek.CALAMITEIT:
            return (self._school.directeur, leerkracht)
        return (self._school.ib,) if soort is SoortGesprek.LEERLING else (self._school.ib, leerkracht)

    def verslag(self, g: Gesprek, uitnodiging: UUID | None, af: bool) -> Gespreksverslag:
        """Return the report; `af`: everything that establishing asks is there, otherwise it is still being written."""
        rnd = self.rnd
        zin = Zinnen(rnd, g.leerling)
        velden: dict[str, Any] = {
            "leerling": over(g.leerling),
            "uitnodiging": uitnodiging,
            "soort": g.soort,
            "onderwerp": g.thema.onderwerp,
            "datum": g.dag,
            "tijd": g.tijd,
            "plaats": g.plaats,
            "geleid_door": Rol.LEERKRACHT if g.soort is SoortGesprek.STRUCTUREEL else Rol.IB,
            "ouders": g.ouders,
            "school": g.school,
            "doel": zin.een(z.DOEL[g.soort]),
            "besproken": self._besproken(g, zin),
            "afspraken": self._afspraken(g, zin),
        }
        if af or rnd.random() < 0.3:
            velden["samengevat"] = rnd.random() < 0.92
        if rnd.random() < 0.5:
            velden["eerder"] = zin.een(z.EERDER)
        if rnd.random() < 0.4:
            velden["vervolg"] = zin.een(z.VERVOLG)
        if rnd.random() < 0.35:
            velden["evaluatie"] = g.dag + timedelta(days=rnd.choice((28, 42, 56)))
        if g.soort is not SoortGesprek.STRUCTUREEL and rnd.random() < 0.3:
            velden["notulist"] = g.school[-1].naam
        if rnd.random() < 0.15:
            initialen, wat = rnd.choice(z.ANDEREN)
            velden["anderen"] = (Aanwezige(rij=self._ids.new(), initialen=initialen, hoedanigheid=wat),)
        if g.soort is SoortGesprek.LEERLING:
            self._van_leerling(g, zin, velden)
        else:
            velden["volgsysteem"] = zin.een(z.VOLGSYSTEEM) if rnd.random() < 0.6 else ""
            velden["emotie"] = zin.een(z.EMOTIE) if rnd.random() < 0.7 else ""
            velden["oplossingen"] = zin.een(z.OPLOSSINGEN) if rnd.random() < 0.7 else ""
            velden["leerling_erbij"] = g.soort is not SoortGesprek.HGKM and rnd.random() < 0.3
        if g.soort is SoortGesprek.HGKM:
            velden |= g.vooraf
            velden |= {"hgkm_zorgen": True, "hgkm_traject": True, "hgkm_plicht": True, "hgkm_hulp": zin.een(z.HULP)}
            velden["hgkm_melding"] = zin.een(z.MELDING) if rnd.random() < 0.7 else ""
        elif g.soort is SoortGesprek.OT:
            velden["ot_groei"] = rnd.random() < 0.8
            velden["ot_ingelicht"] = g.dag - timedelta(days=rnd.randint(1, 7))
        if g.thema.onderwerp in _OVER_GEDRAG:
            self._gedrag(g, zin, velden)
        return Gespreksverslag(**velden)

    def _besproken(self, g: Gesprek, zin: Zinnen) -> str:
        delen = [zin.meer(g.thema.feiten, 3)]
        if g.soort is not SoortGesprek.LEERLING:  # what the child says has a field of its own
            delen.append(zin.meer(g.thema.thuis, 2))
        if self.rnd.random() < 0.7:
            delen.append(zin.een(z.SLOT[:3] if g.soort is SoortGesprek.LEERLING else z.SLOT))
        return "\n\n".join(deel for deel in delen if deel)

    def _afspraken(self, g: Gesprek, zin: Zinnen) -> tuple[Afspraak, ...]:
        rnd = self.rnd
        aantal = rnd.randint(1, len(g.thema.afspraken))
        return tuple(
            Afspraak(
                rij=self._ids.new(),
                wat=zin.vul(wat),
                wie=zin.vul(wie),
                uiterlijk=g.dag + timedelta(days=rnd.randint(7, 42)) if rnd.random() < 0.6 else None,
                merkbaar=zin.vul(merkbaar),
            )
            for wat, wie, merkbaar in g.thema.afspraken[:aantal]
        )

    def _vooroverleg(self, dag: date) -> dict[str, Any]:
        """Return what was agreed before the talk; where there was danger, Veilig Thuis said: go on."""
        rnd = self.rnd
        velden: dict[str, Any] = {
            "af_wie": self._school.ib.naam,
            "af_datum": dag - timedelta(days=5),
            "gevaar": rnd.random() < 0.15,
        }
        if velden["gevaar"]:
            anders = rnd.random() < 0.5
            velden["gevaar_gronden"] = (Gevaar.ANDERS,) if anders else (Gevaar.DISCLOSURE,)
            velden["gevaar_reden"] = kies(rnd, z.GEVAAR) if anders else ""
            velden["vt_wie"] = "Medewerker van de advieslijn"
            velden["vt_datum"] = dag - timedelta(days=4)
            velden["vt_besluit"] = kies(rnd, z.VEILIG_THUIS)
            velden["vt_doorgang"] = Doorgang.DOOR
        return velden

    def _van_leerling(self, g: Gesprek, zin: Zinnen, velden: dict[str, Any]) -> None:
        rnd = self.rnd
        velden["formeel"] = rnd.random() < 0.5
        velden["leerling_hgkm"] = False
        if velden["formeel"]:
            velden["toestemming"] = rnd.random() < 0.85
            if velden["toestemming"]:
                velden["toestemming_door"] = g.leerling.kaarten[0][1].naam
                velden["toestemming_op"] = g.dag - timedelta(days=rnd.randint(1, 6))
            else:
                velden["zonder_toestemming"] = zin.een(z.ZONDER_TOESTEMMING)
        velden["leeftijd"] = zin.een(z.LEEFTIJD)
        velden["mening"] = zin.meer(g.thema.thuis, 2)
        velden["mening_gewogen"] = zin.een(z.GEWOGEN)
        velden["nodig"] = zin.een(z.NODIG)
        velden["besluiten"] = True
        velden["oneens"] = rnd.random() < 0.08
        if velden["oneens"]:
            velden["oneens_uitleg"] = zin.een(z.ONEENS)
        velden["vertrouwenspersoon"] = rnd.random() < 0.6

    def _gedrag(self, g: Gesprek, zin: Zinnen, velden: dict[str, Any]) -> None:
        velden["over_gedrag"] = True
        velden["gedrag_kanten"] = True
        velden["gedrag_ouders"] = g.dag
        velden["gedrag_gewenst"] = zin.een(z.GEWENST)
        velden["gedrag_maatregel"] = zin.een(z.MAATREGEL) if self.rnd.random() < 0.5 else ""
        velden["gedrag_omstanders"] = zin.een(z.OMSTANDERS) if self.rnd.random() < 0.5 else ""
        velden["gedrag_groep"] = zin.een(z.PLAN_GROEP) if self.rnd.random() < 0.4 else ""


def over(leerling: Demoleerling) -> Wie:
    """Return a pupil as records name whom they are about."""
    return Wie(persoon=leerling.record, naam=leerling.value.titel(), hoedanigheid=groepsnaam(leerling.value.groep_naam))


class Zinnen:
    """Picks sentences and fills in the child; leaves out those about a parent whom this child does not have."""

    def __init__(self, rnd: Random, leerling: Demoleerling) -> None:
        self._rnd = rnd
        h, hoofd, bezit = _WOORDEN.get(leerling.value.geslacht or Geslacht.ONBEKEND, ("die", "Die", "diens"))
        self._in = {"n": leerling.value.roepnaam, "h": h, "H": hoofd, "z": bezit}
        self._zonder = tuple(wie for wie in ("vader", "moeder") if not _heeft(leerling.kaarten, wie))

    def vul(self, zin: str) -> str:
        """Return the sentence about this child."""
        return zin.format_map(self._in) if "{" in zin else zin

    def _passend(self, zinnen: Sequence[str]) -> Sequence[str]:
        if not self._zonder:
            return zinnen
        return [zin for zin in zinnen if not any(wie in zin.lower() for wie in self._zonder)]

    def een(self, zinnen: Sequence[str]) -> str:
        """Return one of them; '' where none fits."""
        keuze = self._passend(zinnen)
        return self.vul(kies(self._rnd, keuze)) if keuze else ""

    def meer(self, zinnen: Sequence[str], hoogstens: int) -> str:
        """Return some of them in their own order, one or more."""
        keuze = self._passend(zinnen)
        if not keuze:
            return ""
        aantal = min(len(keuze), self._rnd.randint(1, hoogstens) if hoogstens < 3 else hoogstens - 1)
        begin = self._rnd.randint(0, len(keuze) - aantal)
        return " ".join(self.vul(zin) for zin in keuze[begin : begin + aantal])


def _heeft(kaarten: Sequence[tuple[UUID, Relatie]], wie: str) -> bool:
    return any(kaart.soort is not None and kaart.soort.value == wie for _, kaart in kaarten)
