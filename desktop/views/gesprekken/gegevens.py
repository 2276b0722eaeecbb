"""What a page of a record about a pupil is shown from, gathered in one go on the vault's lane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from pydantic import JsonValue

from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.namen import groepsnaam
from desktop.models.opslag import Row
from desktop.models.rechten import Actie
from desktop.models.signaal import Signaal
from desktop.models.vooroverleg import Gevaar, MetVooroverleg, SoortGesprek
from desktop.services.diensten import Diensten
from desktop.services.stuk import Ouderstand, Stuk
from desktop.views.gesprekken.omgeving import Mensen

_EERDER = 5


@dataclass(frozen=True, slots=True)
class Begin:
    """What a new record starts from, as the `extra` of its place says."""

    leerling: UUID | None = None
    soort: SoortGesprek | None = None
    uitnodiging: UUID | None = None
    signaal: UUID | None = None
    dossier: UUID | None = None
    melding: UUID | None = None
    overdracht: UUID | None = None
    calamiteit: UUID | None = None
    loop: UUID | None = None
    gesprek: UUID | None = None


@dataclass(frozen=True, slots=True)
class Geladen:
    """A record with what shows around it; no name where it is about nobody. `eerder`: noted before about this pupil."""

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
    gemarkeerd: tuple[Gevaar, ...] = ()
    """What in the dossier asks for Veilig Thuis before a talk with parents."""
    weerklank: Mapping[UUID, Sequence[tuple[UUID, bool]]] = field(default_factory=dict)
    """Which signals of this pupil confirm (True) or refute which other one."""
    zaak: UUID | None = None
    """The case that it belongs to, for who may read it."""
    zaken: Sequence[Row] = ()
    """The open cases that it could join, for who may add to them."""


_NAMEN = ("uitnodiging", "signaal", "dossier", "melding", "overdracht", "calamiteit", "loop", "gesprek")
"""The records that a new one can start from, as the `extra` of a place names them."""


def lees_begin(extra: str) -> Begin:
    """Read 'leerling=UUID;soort=zorg;uitnodiging=UUID;signaal=UUID;dossier=UUID;melding=UUID;overdracht=UUID'.

    So are 'calamiteit', 'gesprek' (a row of its action plan) and 'loop' (the run of a draaiboek). What is missing or
    not understood is left out.
    """
    delen = dict(deel.split("=", 1) for deel in extra.split(";") if "=" in deel)
    soort = next((s for s in SoortGesprek if s.value == delen.get("soort")), None)
    leerling, *rest = (_uuid(delen.get(naam)) for naam in ("leerling", *_NAMEN))
    return Begin(leerling, soort, *rest)


def schrijf_begin(
    leerling: UUID,
    soort: SoortGesprek | None = None,
    uitnodiging: UUID | None = None,
    *,
    signaal: UUID | None = None,
    dossier: UUID | None = None,
    melding: UUID | None = None,
    overdracht: UUID | None = None,
    calamiteit: UUID | None = None,
    gesprek: UUID | None = None,
) -> str:
    """Return the `extra` of a place where a new record starts."""
    delen = [f"leerling={leerling}"]
    if soort is not None:
        delen.append(f"soort={soort.value}")
    van = {
        "uitnodiging": uitnodiging,
        "signaal": signaal,
        "dossier": dossier,
        "melding": melding,
        "overdracht": overdracht,
        "calamiteit": calamiteit,
        "gesprek": gesprek,
    }
    for naam, record in van.items():
        if record is not None:
            delen.append(f"{naam}={record}")
    return ";".join(delen)


def verzamel(diensten: Diensten, stuk: Stuk) -> Geladen:
    """Gather what shows around a record; runs on the vault's lane. Raises UserError where the pupil is gone."""
    gesprekken = diensten.gesprekken
    medewerkers = tuple(diensten.personen.medewerkers())
    door = gesprekken.account(stuk.stored.account) if stuk.stored else ""
    if stuk.leerling is None:
        return Geladen(stuk, "", "", "", Mensen((), medewerkers), door=door)
    beeld = diensten.personen.leerling(stuk.leerling)
    signaal = stuk.kind is Signaal and diensten.session.mag(Actie.DOSSIER_LEZEN)
    gemarkeerd = _gemarkeerd(diensten, stuk, stuk.leerling)
    zaak, zaken = _zaken(diensten, stuk, stuk.leerling)
    return Geladen(
        stuk=_met_vooroverleg(stuk, gemarkeerd),
        gemarkeerd=gemarkeerd,
        naam=beeld.leerling.titel(),
        roepnaam=beeld.leerling.roepnaam or beeld.leerling.titel(),
        groep=groepsnaam(beeld.leerling.groep_naam),
        mensen=Mensen(beeld.kaarten, medewerkers),
        eerder=_eerder(diensten, stuk, stuk.leerling),
        standen=gesprekken.ouders(stuk) if stuk.vast and stuk.kind is Gespreksverslag else (),
        door=door,
        verslagen=_verslagen(diensten, stuk),
        weerklank=diensten.dossier.weerklank(stuk.leerling) if signaal else {},
        zaak=zaak,
        zaken=zaken,
    )


def _zaken(diensten: Diensten, stuk: Stuk, leerling: UUID) -> tuple[UUID | None, Sequence[Row]]:
    """Return the case of a record, and those that it could join, as far as this account may know and add to them."""
    if not diensten.session.mag(Actie.MELDCODE_LEZEN) or stuk.kind is MeldcodeDossier:
        return None, ()
    eigen = _uuid(str(stuk.values.get("dossier") or "")) or diensten.meldcode.van(stuk.record)
    vast = stuk.stored is not None and stuk.stored.state == "vastgesteld"
    erbij = eigen is None and vast and diensten.session.mag(Actie.MELDCODE)
    return eigen, diensten.meldcode.zaken(leerling=leerling) if erbij else ()


def _gemarkeerd(diensten: Diensten, stuk: Stuk, leerling: UUID) -> tuple[Gevaar, ...]:
    if stuk.vast or not issubclass(stuk.kind, MetVooroverleg) or not diensten.session.mag(Actie.DOSSIER_LEZEN):
        return ()
    return diensten.dossier.gemarkeerd(leerling)


def _met_vooroverleg(stuk: Stuk, gemarkeerd: Sequence[Gevaar]) -> Stuk:
    """Let a new talk about HGKM begin with what the dossier says, so that it is held back until it was decided on."""
    hgkm = stuk.values.get("soort") == SoortGesprek.HGKM.value and stuk.values.get("gevaar") is None
    if not gemarkeerd or not hgkm or stuk.stored is not None or stuk.draft is not None:
        return stuk
    gronden: list[JsonValue] = [gevaar.value for gevaar in gemarkeerd]
    return replace(stuk, values={**stuk.values, "gevaar": True, "gevaar_gronden": gronden})


def _eerder(diensten: Diensten, stuk: Stuk, leerling: UUID) -> Sequence[Row]:
    """Return what was noted before: to a signal all signals of all years, as the plan wants, else the newest few."""
    session, dossier = diensten.session, diensten.dossier
    if stuk.kind is Signaal and session.mag(Actie.DOSSIER_LEZEN):
        return dossier.eerdere_signalen(leerling, zonder=stuk.record)
    if not session.mag(Actie.VERSLAG_LEZEN):
        return ()
    rijen = dossier.rijen(dossier.tijdlijn(leerling)[: 3 * _EERDER])
    return [r for r in rijen if r.record != stuk.record and r.state != "ingetrokken"][:_EERDER]


def _verslagen(diensten: Diensten, stuk: Stuk) -> Sequence[Row]:
    uit = [s.record for s in stuk.vervolg if isinstance(s.value, Gespreksverslag)]
    return diensten.gesprekken.rijen_van(uit) if uit else ()


def _uuid(tekst: str | None) -> UUID | None:
    try:
        return UUID(tekst) if tekst else None
    except ValueError:
        return None
