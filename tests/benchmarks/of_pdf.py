"""Reports to PDF, beside the same text through bare platypus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.models.core import Record
from desktop.models.velden import Soort, VeldSpec, is_leeg, naar_values, velden
from desktop.services.documenten import Opdracht
from tests.benchmarks import bare
from tests.benchmarks.measure import Row, Setting, median, ms, ratio, seconds
from tests.benchmarks.vault import copy, opened, reports

_MANY = 1000


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
        gather = d.documenten.opdracht
        vault = d.session.vault
        first = gather(vault.get(records[0]))
        d.documenten.maak(first), platypus.render(_text(first))  # letters are read at the first PDF
        for n in range(setting.rounds):
            one.append(seconds(lambda: d.documenten.maak(gather(vault.get(records[0])))))
            one_bare.append(seconds(lambda: platypus.render(_text(first))))
            group = records[n * part : (n + 1) * part]
            pages = 0

            def ours(group: Sequence[object] = group) -> None:
                nonlocal pages
                pages = sum(d.documenten.maak(gather(vault.get(r))).paginas for r in group)  # type: ignore[arg-type]

            taken = seconds(ours)
            speed.append(pages / taken)
            texts = [_text(gather(vault.get(record))) for record in group]

            def theirs(texts: Sequence[Sequence[tuple[str, str]]] = texts) -> None:
                nonlocal pages
                pages = sum(platypus.render(text)[1] for text in texts)

            taken = seconds(theirs)
            speed_bare.append(pages / taken)
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
