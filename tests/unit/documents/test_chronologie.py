"""The chronology: in order of what happened, with what was decided, and nothing of what was withdrawn."""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.documents import render_chronologie
from desktop.documents.papieren import Chronologie, Chronostuk
from desktop.models.core import Record
from desktop.models.vervolg import Aanvulling, AfspraakGedaan
from desktop.models.weging import Antwoord, Vraag
from tests.unit.documents import dossiervoorbeeld as dv
from tests.unit.documents import meldvoorbeeld as mv
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import paginas, tekst

NU = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)
TOEN = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)


def _stuk(value: Record | None, n: int = 1, state: str = "vastgesteld", **anders: object) -> Chronostuk:
    return Chronostuk(dv.stored(value, n, state), "Fatma van den Berg", **anders)  # type: ignore[arg-type]


def _chronologie(*stukken: Chronostuk, **anders: object) -> Chronologie:
    vast: dict[str, object] = {"school": vb.SCHOOL, "over": vb.NOA, "stukken": stukken, "gemaakt_op": NU}
    return Chronologie(**{**vast, **anders})  # type: ignore[arg-type]


def _alles() -> tuple[Chronostuk, ...]:
    records = (*dv.alle(), vb.verslag(), mv.melding(), dv.afweging(Vraag.VEILIGHEID, Antwoord.TWIJFEL))
    return tuple(_stuk(record, n) for n, record in enumerate(records))


@pytest.mark.parametrize("volledig", [False, True])
def test_every_kind_is_there_with_both_dates_in_order_of_what_happened(volledig: bool) -> None:
    gemaakt = render_chronologie(_chronologie(*_alles(), volledig=volledig))
    alles = tekst(gemaakt.pdf)
    assert gemaakt.ontbrekend == ()
    for stuk in _alles():
        assert stuk.stored.value is not None
        assert stuk.stored.value.NAAM in alles
    assert alles.count("20-11-2026 09:05") == len(_alles())
    dagen = re.findall(r"(\d+) (mrt\.|okt\.|nov\.) (\d{4}) (?:maan|dins|woens|donder|vrij|zater|zon)dag", alles)
    maanden = {"mrt.": 3, "okt.": 10, "nov.": 11}
    gelezen = [date(int(jaar), maanden[maand], int(dag)) for dag, maand, jaar in dagen]
    assert len(gelezen) == len(_alles()) and gelezen == sorted(gelezen)
    assert alles.index("2024") < alles.index("2026", alles.index("6 mrt. 2024") + 20)


@pytest.mark.parametrize("volledig", [False, True])
def test_all_but_the_pupil_are_initials(volledig: bool) -> None:
    alles = tekst(render_chronologie(_chronologie(*_alles(), volledig=volledig)).pdf)
    assert "Noa Yılmaz" in alles and "Vastgelegd door F.v.d.B." in alles
    for naam in ("Sanne Bakker", "Emre Yılmaz", "Karin Smit", "Fatma van den Berg", "Mirjam Öztürk", "Wim Jacobs"):
        assert naam not in alles, naam


def test_in_short_says_what_was_seen_agreed_and_decided() -> None:
    alles = tekst(render_chronologie(_chronologie(*_alles())).pdf)
    for deel in (
        "Gezien of gehoord door W.J. (conciërge). Feit: Op de linker bovenarm",
        "→ Afspraak: Iris belt Veilig Thuis; F.v.d.B.; uiterlijk 18 november 2026",
        "→ Gevolg: Nu melden bij Veilig Thuis · Meldnorm 1",
        "→ Meldnorm: Meldnorm 1",
        "→ Wat is samen besloten: School weegt vandaag en belt terug.",
        "→ Verantwoordelijk: J.W.",
        "3 november: Noa huilt in de klas.",
    ):
        assert deel in alles, deel
    assert "Instrument" not in alles


@pytest.mark.parametrize("volledig", [False, True])
def test_the_file_says_why_a_letter_went_out_though_the_pupil_died(volledig: bool) -> None:
    brief = vb.uitnodiging(overleden=True, toch="Op verzoek van de ouders zelf.")
    assert "Op verzoek van de ouders zelf." in tekst(
        render_chronologie(_chronologie(_stuk(brief), volledig=volledig)).pdf
    )


def test_in_full_holds_every_field_and_passages_keep_their_mark() -> None:
    alles = tekst(render_chronologie(_chronologie(*_alles(), volledig=True)).pdf)
    for deel in (
        "Welk: LIRIK",
        "Woorden van het kind: ‘Ik mag het niet vertellen.",
        "Van horen zeggen (van S.B. (moeder)): Moeder zei",
        "Vertelde de leerling of een ander slachtoffer er zelf over (disclosure)? Ja",
        "P.d.G., directeur",
    ):
        assert deel in alles, deel


@pytest.mark.parametrize("volledig", [False, True])
def test_of_a_withdrawn_record_only_kind_and_reason_are_shown(volledig: bool) -> None:
    weg = _stuk(dv.signaal(onderwerp="Over een ander kind"), 5, "ingetrokken", reden="Stond bij de verkeerde leerling.")
    alles = tekst(render_chronologie(_chronologie(weg, volledig=volledig)).pdf)
    assert "Signaal · INGETROKKEN" in alles and "Reden: Stond bij de verkeerde leerling." in alles
    assert "ander kind" not in alles and "bovenarm" not in alles and "1 ingetrokken" in alles


def test_a_concept_and_what_was_destroyed_say_so() -> None:
    alles = tekst(render_chronologie(_chronologie(_stuk(dv.overleg(), 1, "concept"), _stuk(None, 2))).pdf)
    assert "Overleg · CONCEPT" in alles and "De inhoud is vernietigd" in alles and "1 concept" in alles


def test_what_follows_a_record_stands_with_it() -> None:
    signaal = dv.signaal()
    vervolg = (
        Aanvulling(op=UUID(int=1), moment=TOEN, tekst="Later bleek dat oma erbij was."),
        AfspraakGedaan(op=UUID(int=1), moment=TOEN, afspraak=signaal.afspraken[0].rij, gelukt=False),
    )
    alles = tekst(render_chronologie(_chronologie(_stuk(signaal, vervolg=vervolg))).pdf)
    assert "+ Aanvulling van 20 november 2026, 09:05: Later bleek dat oma erbij was." in alles
    assert "+ Afspraak niet nagekomen" in alles


def test_the_head_names_case_period_and_choice() -> None:
    stukken = (_stuk(dv.signaal(), 1), _stuk(dv.oudstuk(), 2))
    eerste = paginas(
        render_chronologie(
            _chronologie(*stukken, zaak="2026-7K3F9Q, letsel", keuze="alleen signalen", audit_head=vb.LOGBOEK)
        ).pdf
    )[0]
    for deel in (
        "2026-7K3F9Q, letsel",
        "Keuze: alleen signalen.",
        "6 maart 2024 t/m 18 november 2026",
        "logboek 64656667",
    ):
        assert deel in eerste
    leeg = tekst(render_chronologie(_chronologie()).pdf)
    assert "Er staat niets in dit dossier binnen deze keuze." in leeg


@pytest.mark.parametrize("volledig", [False, True])
def test_hostile_text_is_literal_and_a_megabyte_bounded(volledig: bool) -> None:
    slecht = "<b>x</b> <img src='file:///etc/passwd'> 5 < 6 & =1+1"
    lang = _stuk(dv.overleg(inhoud="Wat een lang verhaal is dit. " * 36_000, onderwerp=slecht), 2)
    begin = time.perf_counter()
    gemaakt = render_chronologie(_chronologie(lang, _stuk(dv.overleg(inhoud=slecht), 3), volledig=volledig))
    assert time.perf_counter() - begin < 20
    assert tekst(gemaakt.pdf).count(slecht) == 2
    assert gemaakt.paginas > 100 if volledig else gemaakt.paginas == 1


def test_the_same_input_gives_the_same_bytes_in_any_order() -> None:
    stukken = [_stuk(dv.signaal(), n) for n in range(5)]
    assert render_chronologie(_chronologie(*stukken)).pdf == render_chronologie(_chronologie(*reversed(stukken))).pdf


def test_several_hundred_records_take_a_fraction_of_what_is_allowed() -> None:
    records = (*dv.alle(), vb.verslag())
    stukken = [
        Chronostuk(dv.stored(records[n % len(records)], n, recorded_at=TOEN - timedelta(days=n)), "IB")
        for n in range(300)
    ]
    begin = time.perf_counter()
    gemaakt = render_chronologie(_chronologie(*stukken))
    # the reach is 100 pages a second; make bench measures it, a shared machine gets room here
    assert gemaakt.paginas / (time.perf_counter() - begin) > 25


@pytest.mark.parametrize("volledig", [False, True])
def test_the_separate_sheet_stays_out(volledig: bool) -> None:
    melding = mv.melding(apart="Moeder zit ondergedoken bij de Lindehoeve.", apart_besproken=True)
    alles = tekst(render_chronologie(_chronologie(_stuk(melding), volledig=volledig)).pdf)
    assert "Melding bij Veilig Thuis" in alles
    assert "Lindehoeve" not in alles and "ondergedoken" not in alles


def test_a_case_is_no_concept_and_what_goes_on_says_of_what() -> None:
    lang = dv.overleg(inhoud="\n".join(f"Regel {n}" for n in range(120)))
    zaak = _stuk(dv.dossier(), 1, "concept")
    bladen = paginas(render_chronologie(_chronologie(zaak, _stuk(lang, 2), volledig=True)).pdf)
    alles = " ".join(bladen)
    assert "Dossier meldcode · " in alles and "CONCEPT" not in alles and "concept" not in alles
    assert "19 nov. 2026 vervolg van 2026-" in bladen[-1]
