"""The log on paper: every line with both times, what it corrects, and never a choice that passes for the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from desktop.documents import render_logboek
from desktop.documents.papieren import Logblad, Logbladregel
from desktop.models.core import Bijlage
from desktop.models.logregel import Logregel, Merk, RegelSoort
from desktop.models.school import Schoolprofiel
from tests.unit.documents.lezen import paginas

NU = datetime(2026, 11, 24, 12, 0).astimezone()
BIJ = UUID(int=1)


def regel(n: int, tekst: str, soort: RegelSoort = RegelSoort.STAP, **anders: object) -> Logbladregel:
    velden: dict[str, object] = {
        "bij": BIJ,
        "moment": NU - timedelta(minutes=60 - n),
        "gebeurd": (NU - timedelta(minutes=61 - n)).replace(tzinfo=None),
        "door": "Dirk Linde",
        "tekst": tekst,
        "soort": soort,
        **anders,
    }
    return Logbladregel(n, Logregel.model_validate(velden), bytes([n % 256]) * 32)


def blad(*regels: Logbladregel, **anders: object) -> Logblad:
    velden: dict[str, object] = {
        "school": Schoolprofiel(naam="OBS Zonnedauw"),
        "soort": "calamiteit",
        "zaak": "Vermissing tijdens schoolreis",
        "kenmerk": "2026-7K3F9Q",
        "feiten": [("Begonnen", "di 24 november 2026, 10:42"), ("Stand", "loopt nog")],
        "regels": regels,
        "totaal": len(regels),
        "digest": b"\x07" * 32,
        "gemaakt_op": NU,
        "gemaakt_door": "Dirk Linde",
        **anders,
    }
    return Logblad(**velden)  # type: ignore[arg-type]


def tekst(log: Logblad) -> str:
    return " ".join(" ".join(paginas(render_logboek(log).pdf)).split())


def test_alles_wat_bij_een_regel_hoort_staat_er() -> None:
    stuk = Bijlage(blob=UUID(int=9), naam="signalement.pdf", media="application/pdf", bytes=12)
    gelezen = tekst(
        blad(
            regel(1, "Kind niet bij verzamelpunt", RegelSoort.SIGNAAL, sleutel=True),
            regel(2, "Groep naar huis", RegelSoort.BESLUIT, besloten_door="directeur", namens="adjunct"),
            regel(3, "Team ingelicht", RegelSoort.COMMUNICATIE, vrijgegeven="team", bijlagen=(stuk,)),
            regel(4, "Ouders komen", merk=Merk.TOEKOMST),
            replace(regel(5, "24 geteld"), gecorrigeerd=(6,)),
            replace(regel(6, "25 geteld", corrigeert=UUID(int=5)), corrigeert=5),
            regel(7, "Al onrustig in de bus", gebeurd=datetime(2026, 11, 23, 8, 40)),
        )
    )
    for deel in (
        "Vermissing tijdens schoolreis",
        "Signaal · sleutelmoment · regel 1",
        "11:00 vast 11:01",
        "Door Dirk Linde, namens adjunct · besloten door directeur",
        "vrijgegeven aan team",
        "Bijlage: signalement.pdf",
        "Let op: het moment ligt in de toekomst.",
        "Gecorrigeerd in regel 6.",
        "Correctie op regel 5.",
        "vast 24-11 11:07",
        "Maandag 23 november 2026",
        "later ingevoerd",
        "7 regels · alle regels",
        (b"\x07" * 32).hex(),
        "pagina 1 van",
    ):
        assert deel in gelezen, deel


def test_een_keuze_zegt_op_elke_pagina_dat_zij_er_een_is() -> None:
    log = blad(*(regel(n, f"Regel van de keuze {n}") for n in range(1, 60)), totaal=80, keuze="besluit")
    for pagina in paginas(render_logboek(log).pdf):
        assert "59 van 80 regels · keuze uit het logboek: besluit" in " ".join(pagina.split())
        assert "KEUZE" in pagina
    assert "KEUZE" not in tekst(replace(log, keuze=""))


def test_een_leeg_log_en_een_lege_keuze_zeggen_dat() -> None:
    assert "Er staat nog niets in dit logboek." in tekst(blad())
    assert "Er zijn geen regels in deze keuze." in tekst(blad(totaal=3, keuze="besluit"))


def test_tekst_is_letterlijk_en_een_lange_regel_loopt_door() -> None:
    lang = regel(1, "<b>5 < 6 & x</b> " + "Ouders bellen en vragen wat er is. " * 400)
    bladen = paginas(render_logboek(blad(lang, regel(2, "Laatste"))).pdf)
    assert "<b>5 < 6 & x</b>" in bladen[0]
    assert len(bladen) > 2
    assert "vervolg regel 1" in bladen[1]
    assert "Laatste" in bladen[-1]


def test_hetzelfde_log_geeft_dezelfde_bytes() -> None:
    log = blad(regel(1, "Een"), regel(2, "Twee"))
    assert render_logboek(log).pdf == render_logboek(log).pdf
