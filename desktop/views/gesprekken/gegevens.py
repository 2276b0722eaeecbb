"""What a page of a report or invitation is shown from, gathered in one go on the vault's lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.core import Record
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.namen import groepsnaam
from desktop.models.opslag import Row
from desktop.models.rechten import Actie
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.diensten import Diensten
from desktop.services.stuk import Ouderstand, Stuk
from desktop.views.gesprekken.omgeving import Mensen

_EERDER = 5


@dataclass(frozen=True, slots=True)
class Begin:
    """What a new report or invitation starts from, as the `extra` of its place says."""

    leerling: UUID | None = None
    soort: SoortGesprek | None = None
    uitnodiging: UUID | None = None


@dataclass(frozen=True, slots=True)
class Geladen:
    """A report or invitation with what shows around it. `eerder`: what was noted before about this pupil."""

    stuk: Stuk
    naam: str
    roepnaam: str
    groep: str
    mensen: Mensen
    eerder: Sequence[Row] = ()
    standen: Sequence[Ouderstand] = ()
    door: str = ""
    """Who stored the revision that shows."""
    verslagen: Sequence[Row] = ()
    """The reports that were made from this invitation."""


def lees_begin(extra: str) -> Begin:
    """Read 'leerling=UUID;soort=zorg;uitnodiging=UUID'; what is missing or not understood is left out."""
    delen = dict(deel.split("=", 1) for deel in extra.split(";") if "=" in deel)
    soort = next((s for s in SoortGesprek if s.value == delen.get("soort")), None)
    return Begin(_uuid(delen.get("leerling")), soort, _uuid(delen.get("uitnodiging")))


def schrijf_begin(leerling: UUID, soort: SoortGesprek | None = None, uitnodiging: UUID | None = None) -> str:
    """Return the `extra` of a place where a new report or invitation starts."""
    delen = [f"leerling={leerling}"]
    if soort is not None:
        delen.append(f"soort={soort.value}")
    if uitnodiging is not None:
        delen.append(f"uitnodiging={uitnodiging}")
    return ";".join(delen)


def verzamel(diensten: Diensten, stuk: Stuk) -> Geladen:
    """Gather what shows around a report; runs on the vault's lane. Raises UserError where the pupil is gone."""
    beeld = diensten.personen.leerling(stuk.leerling)
    gesprekken = diensten.gesprekken
    rijen: Sequence[Row] = ()
    if diensten.session.mag(Actie.VERSLAG_LEZEN):
        ids = gesprekken.tijdlijn(stuk.leerling)[: _EERDER + 1]
        rijen = [r for r in gesprekken.rijen(ids) if r.record != stuk.record and r.state != "ingetrokken"][:_EERDER]
    return Geladen(
        stuk=stuk,
        naam=beeld.leerling.titel(),
        roepnaam=beeld.leerling.roepnaam or beeld.leerling.titel(),
        groep=groepsnaam(beeld.leerling.groep_naam),
        mensen=Mensen(beeld.kaarten, tuple(diensten.personen.medewerkers())),
        eerder=rijen,
        standen=gesprekken.ouders(stuk) if stuk.vast and stuk.kind is Gespreksverslag else (),
        door=gesprekken.account(stuk.stored.account) if stuk.stored else "",
        verslagen=_verslagen(diensten, stuk),
    )


def _verslagen(diensten: Diensten, stuk: Stuk) -> Sequence[Row]:
    uit = [s.record for s in stuk.vervolg if isinstance(s.value, Gespreksverslag)]
    return diensten.gesprekken.rijen_van(uit) if uit else ()


def soort_van(kind: type[Record]) -> str:
    """Return the key of the page that shows this kind."""
    return "verslag" if kind is Gespreksverslag else "uitnodiging"


def _uuid(tekst: str | None) -> UUID | None:
    try:
        return UUID(tekst) if tekst else None
    except ValueError:
        return None
