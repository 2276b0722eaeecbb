"""Gathers what the papers for the board hold, from the records as they are or as they were at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from desktop.models.bestuurspakket import Bestuurspakket
from desktop.models.incident import Incident
from desktop.models.incidentcijfers import Incidentjaar
from desktop.models.jaarcyclus import Jaartaak, TaakUitkomst
from desktop.models.meldcode import Afsluiting, MeldcodeDossier, is_gesloten
from desktop.models.opslag import Stored
from desktop.models.pakketinhoud import Jaarregel, Pakketinhoud, Ronde, Trainingstand
from desktop.models.personen import Leerling, Medewerker, Persoon
from desktop.models.rapportage import Bundel, Jaarbundel, Rapportage
from desktop.models.schooljaar import Periode
from desktop.models.schooljaarstukken import VERWACHT, Monitoring
from desktop.services.geteld import geregistreerd, geteld, moment_van, op_moment
from desktop.services.rapportvoorstel import kaal
from desktop.services.scholingsbeeld import Scholingsbeeld, scholingsbeeld
from desktop.vault.store import Vault


def pakketinhoud(vault: Vault, pakket: Bestuurspakket, stored: Stored | None, vandaag: date) -> Pakketinhoud:
    """Return the figures of a delivery: those of now, or of the moment at which it was established."""
    toen = moment_van(stored)
    periode = Periode(pakket.van or date.min, pakket.tot or date.max)
    rondes = list(op_moment(vault, Monitoring, toen, periode))
    incidenten = geregistreerd(vault, periode, toen)
    jaar = list(_taken(vault, periode, toen))
    beeld = scholingsbeeld(vault, toen.date() if toen else vandaag, toen)
    leeg = Pakketinhoud(
        pakket=pakket,
        meldcode=Jaarbundel(Bundel(van=pakket.van, tot=pakket.tot), geteld(vault, pakket, stored)),
        zonder_rapport=_zonder_rapport(vault, periode, toen),
        incidenten=Incidentjaar(periode, incidenten),
        te_registreren=sum(s.state == "concept" for s, _ in op_moment(vault, Incident, toen, periode)),
        rondes=tuple(_rondes(vault, [m for s, m in rondes if s.state == "vastgesteld"])),
        rondes_open=sum(s.state == "concept" for s, _ in rondes),
        team=len(beeld.team),
        scholing=tuple(_trainingen(beeld)),
        jaar=tuple(regel for eigen, regel in jaar if not eigen),
        eigen_taken=sum(eigen for eigen, _ in jaar),
    )
    return leeg.met(pakket)


def namen_van_school(vault: Vault) -> tuple[str, ...]:
    """Return every name in the vault: pupils, parents, staff."""
    mensen = [s.value for kind in (Leerling, Persoon, Medewerker) for s in vault.all(kind.KIND)]
    return tuple({mens.titel() for mens in mensen if mens is not None})


def _zonder_rapport(vault: Vault, periode: Periode, toen: datetime | None) -> int:
    met = {r.dossier for s, r in op_moment(vault, Rapportage, toen) if s.state == "vastgesteld"}
    n = 0
    for stored, _ in op_moment(vault, MeldcodeDossier, toen):
        vervolg = [
            v.value
            for v in vault.followups(stored.record)
            if v.value is not None and (toen is None or v.recorded_at <= toen)
        ]
        dicht = next((v.moment.date() for v in reversed(vervolg) if isinstance(v, Afsluiting)), None)
        n += is_gesloten(vervolg) and periode.bevat(dicht) and stored.record not in met
    return n


def _rondes(vault: Vault, gevonden: Sequence[Monitoring]) -> Iterator[Ronde]:
    namen = namen_van_school(vault) if gevonden else ()
    for m in gevonden:
        besluit = kaal(m.beleid, namen) if m.beleid_anders else "Het beleid blijft zoals het is."
        yield Ronde(
            m.titel(),
            m.van,
            m.tot,
            len(m.groepen),
            sum(g.besproken_op is not None for g in m.groepen),
            kaal(m.uitkomst, namen),
            besluit,
            len(m.acties),
        )


def _trainingen(beeld: Scholingsbeeld) -> Iterator[Trainingstand]:
    for training in VERWACHT:
        heeft = sum(training not in lid.mist() for lid in beeld.team)
        gepland = sum(
            training in lid.mist() and training.label in lid.trainingen and lid.trainingen[training.label].gepland
            for lid in beeld.team
        )
        yield Trainingstand(training.label, heeft, gepland, len(beeld.team) - heeft)


def _taken(vault: Vault, periode: Periode, toen: datetime | None) -> Iterator[tuple[bool, Jaarregel]]:
    """Yield the tasks of the period, each with whether the school wrote it itself for this one year."""
    uitkomsten = {u.op: u for _, u in op_moment(vault, TaakUitkomst, toen)}
    gevonden = [taak for taak in op_moment(vault, Jaartaak, toen) if periode.bevat(taak[1].gepland_op)]
    for stored, taak in sorted(gevonden, key=lambda paar: (paar[1].gepland_op or date.max, paar[1].taak)):
        uit = uitkomsten.get(stored.record)
        if uit is None and taak.naar_keuze:
            continue
        stand = uit.uitkomst.label if uit is not None and uit.uitkomst is not None else "Nog open"
        assert taak.gepland_op is not None
        yield _is_eigen(taak.plicht), Jaarregel(taak.gepland_op, taak.taak, taak.rol.label if taak.rol else "", stand)


def _is_eigen(plicht: str) -> bool:
    """Whether a task is the school's own: without a duty, or of a duty that it added (its key is a record)."""
    try:
        return not plicht or UUID(plicht) is not None
    except ValueError:
        return False
