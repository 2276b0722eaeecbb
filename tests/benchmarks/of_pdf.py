"""Reports to PDF, beside the same text through bare platypus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import UUID

from desktop import documents
from desktop.documents.kader import Gemaakt
from desktop.documents.papieren import Chronologie, Chronostuk
from desktop.documents.planboek import BoekDeel, BoekPagina, PlanBoek
from desktop.models.core import Record, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opmaak import lees
from desktop.models.opslag import Stored
from desktop.models.plan import RUBRIEKEN, Planpagina
from desktop.models.schoolplan import vul
from desktop.models.velden import Soort, VeldSpec, is_leeg, naar_values, velden
from desktop.policy.plan import laad
from desktop.services.diensten import Diensten
from desktop.services.documenten import Opdracht
from tests.benchmarks import bare
from tests.benchmarks.measure import Row, Setting, median, ms, ratio, timed
from tests.benchmarks.vault import copy, opened, reports

_MANY = 1000
_IN_CHRONOLOGY = 500
_NOW = datetime(2026, 11, 24, 16, 40, tzinfo=UTC)


def pdf(setting: Setting) -> Iterator[Row]:
    """One established report from the vault to bytes, then 1,000 of them in as many parts as there are rounds."""
    platypus = bare.Platypus()
    part = min(_MANY, setting.records // 4) // setting.rounds
    one: list[float] = []
    one_bare: list[float] = []
    speed: list[float] = []
    speed_bare: list[float] = []
    with opened(copy(setting.vault, setting.work / "pdf.kluis"), setting.words) as d:
        records = reports(d, established=True)[: part * setting.rounds]
        first = _opdracht(d, records[0])
        d.documenten.maak(first), platypus.render(_text(first))  # letters are read at the first PDF
        for n in range(setting.rounds):
            one.append(timed(_render, d, records[:1])[0])
            one_bare.append(timed(platypus.render, _text(first))[0])
            group = records[n * part : (n + 1) * part]
            taken, pages = timed(_render, d, group)
            speed.append(pages / taken)
            texts = [_text(_opdracht(d, record)) for record in group]
            taken, pages = timed(_render_bare, platypus, texts)
            speed_bare.append(pages / taken)
        chronology = list(_chronology(d, setting.rounds))
    middle, beside = median(one), median(one_bare)
    yield Row(
        "one report to PDF bytes",
        ms(middle),
        "<= 150 ms",
        f"bare platypus {ms(beside)}",
        ratio(middle, beside),
        middle <= 0.150,
    )
    rate, rate_bare = median(speed), median(speed_bare)
    yield Row(
        f"{part * setting.rounds:,} reports to PDF",
        f"{rate:.0f} pages/s",
        ">= 100 pages/s",
        f"bare platypus {rate_bare:.0f} pages/s",
        ratio(rate, rate_bare),
        rate >= 100,
    )
    yield from chronology
    yield _plan(setting.rounds)


def _chronology(d: Diensten, rounds: int) -> Iterator[Row]:
    """The chronology of 500 records of many people, in short and in full."""
    found = d.session.vault.get_many(reports(d, established=True)[:_IN_CHRONOLOGY])
    given = [Chronostuk(stored, "Fatma van den Berg") for stored in found]
    for full in (False, True):
        job = Chronologie(d.documenten.school(), _about(found), given, _NOW, full)
        pages = documents.render_chronologie(job).paginas
        middle = median([timed(documents.render_chronologie, job)[0] for _ in range(rounds)])
        what = f"chronology of {len(given)} records {'in full' if full else 'in short'}, {pages} pages"
        yield Row(what, f"{pages / middle:.0f} pages/s", ">= 100 pages/s", ok=pages / middle >= 100)


def _about(found: Sequence[Stored]) -> Wie:
    value = found[0].value
    assert isinstance(value, Gespreksverslag)
    return value.leerling


def _plan(rounds: int) -> Row:
    """The complete plan: its pages filled in and read, set, and to bytes; with words of the school at every page."""
    inhoud = laad().paginas
    pages = _print_plan(inhoud).paginas
    middle = median([timed(_print_plan, inhoud)[0] for _ in range(rounds)])
    what = f"the plan, {len(inhoud)} subjects, as a PDF of {pages} pages"
    return Row(what, ms(middle), "<= 3,000 ms", ok=middle <= 3)


def _print_plan(inhoud: Sequence[Planpagina]) -> Gemaakt:
    own = "Bij ons maakt de leerlingenraad elk jaar met de groepen een eigen regel. Die hangt in de hal."
    parts = [
        BoekDeel(
            rubriek,
            titel,
            [
                BoekPagina(p.sleutel, p.titel, lees(vul(p.tekst, {})), own, p.zie, p.bron, p.versie, p.datum)
                for p in inhoud
                if p.rubriek == rubriek
            ],
        )
        for rubriek, titel in RUBRIEKEN.items()
    ]
    return documents.render_plan(PlanBoek("OBS De Regenboog", "Sociaal veiligheidsplan", "", _NOW.date(), _NOW, parts))


def _opdracht(d: Diensten, record: UUID) -> Opdracht:
    return d.documenten.opdracht(d.session.vault.get(record))


def _render(d: Diensten, records: Sequence[UUID]) -> int:
    return sum(d.documenten.maak(_opdracht(d, record)).paginas for record in records)


def _render_bare(platypus: bare.Platypus, texts: Sequence[Sequence[tuple[str, str]]]) -> int:
    return sum(platypus.render(text)[1] for text in texts)


def _text(opdracht: Opdracht) -> list[tuple[str, str]]:
    """Return headings and texts of a record and what follows it, as our PDF shows them."""
    return [part for record in (opdracht.value, *opdracht.vervolg) for part in _fields(record)]


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    values = naar_values(record)
    for spec in velden(type(record)):
        if not is_leeg(values.get(spec.naam)):
            yield spec.veld.label, _shown(spec, getattr(record, spec.naam))


def _shown(spec: VeldSpec, value: object) -> str:
    if spec.soort is Soort.RIJEN and isinstance(value, tuple):
        return "\n".join(", ".join(str(v) for v in naar_values(row).values() if v) for row in value)
    if isinstance(value, tuple):
        return ", ".join(str(getattr(v, "naam", v)) for v in value)
    return str(getattr(value, "label", value))
