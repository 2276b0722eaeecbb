"""The school year of the invented school: tasks that were done, moved and skipped, monitoring, training, VOG checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from desktop.models.core import Ids, Record, Wie
from desktop.models.jaarcyclus import EigenPlicht, Maand, Uitkomst
from desktop.models.opslag import Append
from desktop.models.personen import Medewerker, Persoon
from desktop.models.schooljaar import schooljaar_van
from desktop.models.schooljaarstukken import (
    GroepIngevuld,
    MonitorActie,
    Monitoring,
    Scholing,
    Training,
    VogCheck,
    Vragenlijst,
    Wetswijziging,
)
from desktop.models.vervolg import WerkGedaan
from desktop.services.inhoud import meegeleverd
from desktop.services.schooljaren import Schooljaren
from desktop.services.session import Session

R = TypeVar("R", bound=Record)

_MAANDEN: Mapping[str, tuple[int, ...]] = {
    "gedragscode_team": (9,),
    "week_van_de_aandacht": (9,),
    "oudergesprek_4": (6,),
    "lentekriebels": (3,),
    "paarse_vrijdag": (12,),
    "sel_vragenlijst": (10, 4),
    "herinnering_sel": (9, 3),
    "analyse_groep": (11, 5),
    "analyse_school": (1,),
    "terugkoppeling_klas": (12, 5),
    "leerlingenraad_monitor": (1,),
    "inspectie_toestemming": (11,),
    "inspectie_beschikbaar": (2,),
    "beleid_bijstellen": (2,),
    "vp_team": (9,),
    "vp_bekend": (9,),
    "klachtenregeling_informeren": (10,),
    "meldcode_bundelen": (6,),
    "levering_bestuur": (7,),
    "levering_coordinator": (7,),
    "scholingsplan": (3,),
    "levering_gesprek": (10, 3),
    "steunbeleid_evalueren": (5,),
    "meldcode_evalueren": (4,),
}
"""What this school chose; the rest still has to be chosen, as at any school that begins."""
_EERSTE_JAAR = {"scholing_nieuw": ((2,), -1), "tevredenheid_ouders": ((3,), 0)}
_TE_LAAT = "klachtenregeling_informeren"
_OVERGESLAGEN = ("week_van_de_aandacht", "Door de verbouwing verzet naar volgend schooljaar; het team weet ervan.")
_VERPLAATST = ("inspectie_toestemming", "De aanbieder stuurt het formulier pas na de vakantie.")


def vul_schooljaar(session: Session) -> None:
    """Store the school year around today, as a school has it that works with it since the summer."""
    items = [*_keuzes(session.ids, session.vandaag()), *_stukken(session)]
    session.vault.append_many(session.actor, items, session.nu(), action="demo")
    _taken(Schooljaren(session, lambda: meegeleverd().plichten))


def _keuzes(ids: Ids, vandaag: date) -> Iterator[Append]:
    for plicht, maanden in _MAANDEN.items():
        yield Append(ids.new(), EigenPlicht(plicht=plicht, maanden=_maanden(maanden)), None)
    for plicht, (maanden, terug) in _EERSTE_JAAR.items():
        jaar = str(schooljaar_van(vandaag, -terug))
        yield Append(ids.new(), EigenPlicht(plicht=plicht, maanden=_maanden(maanden), eerste_jaar=jaar), None)


def _maanden(nummers: Sequence[int]) -> tuple[Maand, ...]:
    return tuple(Maand.van(str(n)) for n in nummers)


def _taken(jaren: Schooljaren) -> None:
    vandaag = jaren.vandaag
    jaar = schooljaar_van(vandaag)
    jaren.zet_klaar(jaar)
    eigen = {"taak": "Pauzeplekken op het plein opnieuw verdelen", "rol": "ib"}
    jaren.voeg_toe(jaar, {**eigen, "gepland_op": min(vandaag + timedelta(days=12), jaar.tot).isoformat()})
    for taak in jaren.taken(jaar):
        record, plicht = taak.stored.record, taak.taak.plicht
        if plicht == _VERPLAATST[0] and taak.dag >= vandaag:
            jaren.verplaats(record, min(taak.dag + timedelta(days=46), jaar.tot), _VERPLAATST[1])
        elif taak.dag >= vandaag or plicht == _TE_LAAT:
            continue
        elif plicht == _OVERGESLAGEN[0]:
            jaren.rond_af(record, Uitkomst.OVERGESLAGEN, _OVERGESLAGEN[1])
        else:
            jaren.rond_af(record, Uitkomst.GEDAAN)


def _stukken(session: Session) -> Iterator[Append]:
    ids, vandaag = session.ids, session.vandaag()
    team = [_wie(record, m) for record, m in _alle(session, Medewerker) if not m.weg_sinds]
    ouders = [Wie(persoon=record, naam=p.titel(), hoedanigheid="ouder") for record, p in _alle(session, Persoon)][:2]
    yield from _rondes(ids, vandaag)
    for value in (*_scholing(team, vandaag), *_vogs(ouders, vandaag), *_wetten(vandaag)):
        yield Append(ids.new(), value, None)


def _alle(session: Session, kind: type[R]) -> Iterator[tuple[UUID, R]]:
    return ((s.record, s.value) for s in session.vault.all(kind.KIND) if isinstance(s.value, kind))


def _wie(record: UUID, m: Medewerker) -> Wie:
    return Wie(persoon=record, naam=m.titel(), hoedanigheid=m.functie)


def _rondes(ids: Ids, vandaag: date) -> Iterator[Append]:
    """A round of last year that was established, and this year's, which still waits for its outcome."""
    vorig = date(schooljaar_van(vandaag, 1).van.year, 11, 10)
    ronde = Monitoring(
        lijst=Vragenlijst.VEILIGHEID,
        van=vorig,
        tot=vorig + timedelta(days=11),
        instrument="Wilgenmeter Veiligheid",
        groepen=tuple(
            GroepIngevuld(
                rij=ids.new(), groep=groep, door="Leerlingen", aantal=aantal, besproken_op=vorig + timedelta(days=dagen)
            )
            for groep, aantal, dagen in (("6", "24 van 25", 31), ("7", "26 van 26", 33), ("8", "22 van 24", 31))
        ),
        uitkomst="Bijna iedereen voelt zich veilig in de klas. Op het plein en bij de fietsen is dat minder.",
        analyse="Ook in de incidenten komt de fietsenstalling vaak voor, vooral na schooltijd.",
        acties=(
            MonitorActie(
                rij=ids.new(),
                wat="Na schooltijd staat er iemand bij de fietsen",
                wie="Team, bij toerbeurt",
                uiterlijk=vorig + timedelta(days=60),
            ),
            MonitorActie(
                rij=ids.new(),
                wat="Het plein samen met de leerlingenraad opnieuw indelen",
                wie="Directeur",
                uiterlijk=vandaag + timedelta(days=40),
            ),
        ),
        beleid_anders=True,
        beleid="De regels voor het plein zijn aangevuld met afspraken bij de fietsen.",
        besloten_door="Directeur en intern begeleider",
        leerlingenraad_op=vorig + timedelta(days=40),
        toestemming_op=vorig + timedelta(days=20),
        bewaard="Bij de aanbieder, onder het account van de school",
    )
    record = ids.new()
    yield Append(record, ronde, None, "vastgesteld")
    klaar = WerkGedaan(
        op=record,
        moment=datetime.combine(vorig + timedelta(days=58), time(16, 10)).astimezone(),
        soort=Monitoring.KIND,
        item=str(ronde.acties[0].rij),
        toelichting="Er staat elke dag iemand, ook bij regen.",
    )
    yield Append(ids.new(), klaar, None, "vastgesteld")
    nu = vandaag - timedelta(days=9)
    begin = Monitoring(
        lijst=Vragenlijst.VEILIGHEID,
        van=nu,
        tot=vandaag + timedelta(days=5),
        instrument="Wilgenmeter Veiligheid",
        groepen=tuple(
            GroepIngevuld(rij=ids.new(), groep=groep, door="Leerlingen", aantal=aantal)
            for groep, aantal in (("6", "25 van 25"), ("7", "19 van 24"), ("8", ""))
        ),
    )
    yield Append(ids.new(), begin, None)


def _scholing(team: Sequence[Wie], vandaag: date) -> Iterator[Scholing]:
    """Twelve of the staff with gaps: some lack a training, one certificate ran out, one runs out soon."""

    def terug(dagen: int) -> date:
        return vandaag - timedelta(days=dagen)

    yield Scholing(training=Training.VOORLICHTING, datum=terug(420), bij="Wijkteam Wilgenveen")
    for n, wie in enumerate(team[:12]):
        if n % 4 != 3:
            yield Scholing(wie=wie, training=Training.MELDCODE, datum=terug(300 + 7 * n), bij="Meldcode in de Klas")
        if n % 3 != 1:
            yield Scholing(wie=wie, training=Training.RELATIES, datum=terug(660 + 5 * n), bij="Lentehuis")
        elif n == 4:
            yield Scholing(wie=wie, training=Training.RELATIES, gepland_op=vandaag + timedelta(days=50))
    if team:
        yield Scholing(
            wie=team[0],
            training=Training.AANDACHT,
            datum=terug(1000),
            geldig_tot=vandaag + timedelta(days=60),
            bij="Meldcode in de Klas",
        )
    for wie, over in zip(team[2:4], (200, -20), strict=False):
        geldig = vandaag + timedelta(days=over)
        yield Scholing(
            wie=wie, training=Training.ANDERS, naam="Bedrijfshulpverlening", datum=terug(385), geldig_tot=geldig
        )


def _vogs(ouders: Sequence[Wie], vandaag: date) -> Iterator[VogCheck]:
    for n, wie in enumerate(ouders):
        kamp = vandaag + timedelta(days=24)
        gezien = vandaag - timedelta(days=6) if n == 0 else None
        yield VogCheck(
            wie=wie,
            waarvoor="Winterkamp groep 8",
            nodig_op=kamp,
            afgegeven_op=vandaag - timedelta(days=48) if n == 0 else None,
            gezien_op=gezien,
            gezien_door="Administratie" if gezien else "",
        )


def _wetten(vandaag: date) -> Iterator[Wetswijziging]:
    yield Wetswijziging(
        wat="Nieuwe kerndoelen burgerschap",
        bron="Brief van het bestuur",
        geldt_vanaf=schooljaar_van(vandaag, -1).van,
        nakijken_voor=vandaag + timedelta(days=55),
        paginas="Educatie, Burgerschap",
    )
    yield Wetswijziging(
        wat="Langere bewaartermijn bij de aanbieder van de vragenlijst",
        bron="Nieuwsbrief van de inspectie",
        nakijken_voor=vandaag - timedelta(days=70),
        paginas="Monitoren",
        nagekeken_op=vandaag - timedelta(days=82),
        besluit="Niets nodig: onze aanbieder hield zich er al aan.",
    )
