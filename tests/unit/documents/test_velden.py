"""Showing any record from its declaration."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated
from uuid import UUID

from desktop.documents.blokken import verdeel
from desktop.documents.namen import Namen
from desktop.documents.text import Zetter
from desktop.documents.velden import Tonen, secties
from desktop.models.core import Als, Bijlage, Keuze, Record, Rij, Veld, Wie
from desktop.models.personen import Gezag, GezagPeriode, Relatie, Relatiesoort
from desktop.models.tekst import Tekst
from tests.unit.documents.boek import Boek


class Kleur(Keuze):
    """A choice."""

    ROOD = "rood", "Rood"
    BLAUW = "blauw", "Blauw"


class Regel(Rij):
    """A sub-row with a field that came later."""

    wat: Annotated[Tekst, Veld("Wat", breed=6)] = ""
    later: Annotated[Tekst, Veld("Kolom van later", breed=6, sinds=2)] = ""


class Proef(Record):
    """A record with every kind of field."""

    KIND = "proef"
    NAAM = "Proef"
    SCHEMA = 2
    GROEPEN = ("Een", "Twee", "Leeg")

    kort: Annotated[Tekst, Veld("Kort", groep="Een", breed=6)] = ""
    lang: Annotated[Tekst, Veld("Lang", groep="Een", lang=True)] = ""
    dag: Annotated[date | None, Veld("Dag", groep="Een", breed=6)] = None
    uur: Annotated[time | None, Veld("Uur", groep="Een", breed=6)] = None
    kleur: Annotated[Kleur | None, Veld("Kleur", groep="Twee", breed=6)] = None
    kleuren: Annotated[tuple[Kleur, ...], Veld("Kleuren", groep="Twee")] = ()
    vraag: Annotated[bool | None, Veld("Is dit een vraag?", groep="Twee")] = None
    gevolg: Annotated[Tekst, Veld("Gevolg", groep="Twee", toon=(Als("vraag", (True,)),))] = ""
    wie: Annotated[Wie | None, Veld("Wie", groep="Twee", breed=6)] = None
    mensen: Annotated[tuple[Wie, ...], Veld("Mensen", groep="Twee")] = ()
    stukken: Annotated[tuple[Bijlage, ...], Veld("Stukken", groep="Twee")] = ()
    regels_: Annotated[tuple[Regel, ...], Veld("Regels", groep="Twee")] = ()
    nieuw: Annotated[Tekst, Veld("Nieuw veld", groep="Leeg", sinds=2)] = ""


def getoond(record: Record, schema: int | None = None, *, concept: bool = False) -> list[str]:
    boek = Boek()
    tonen = Tonen(Zetter(), Namen([], []), schema, concept)
    for blok in secties(record, tonen):
        blok.teken(boek, 0, 0)
    return [regel for regel in boek.gezien if regel]


def test_every_kind_of_field_is_written_out() -> None:
    proef = Proef(
        kort="Kort antwoord",
        lang="Eerste regel\nTweede regel",
        dag=date(2026, 11, 19),
        uur=time(14, 30),
        kleur=Kleur.ROOD,
        kleuren=(Kleur.ROOD, Kleur.BLAUW),
        vraag=True,
        gevolg="Daarom",
        wie=Wie(naam="Ans Smit", hoedanigheid="oma"),
        mensen=(Wie(naam="Bo Vis"), Wie(naam="Cor de Wit", hoedanigheid="tolk")),
        stukken=(Bijlage(blob=UUID(int=1), naam="a.png", media="image/png", bytes=900),),
        regels_=(Regel(rij=UUID(int=2), wat="Rij een", later=""), Regel(rij=UUID(int=3), wat="", later="Twee")),
        nieuw="Er is iets",
    )
    regels = getoond(proef)
    for regel in (
        *("Kort antwoord", "Eerste regel", "Tweede regel", "19 november 2026", "14:30", "Rood"),
        *("• Rood", "• Blauw", "Is dit een vraag?", "Ja", "Daarom", "A.S., oma", "B.V.", "C.d.W., tolk"),
        *("• a.png (PNG, 1 kB)", "Rij een", "–", "Twee", "Kolom van later", "Er is iets"),
    ):
        assert regel in regels
    assert not any("Niet ingevuld" in regel for regel in regels)


def test_no_is_an_answer() -> None:
    regels = getoond(Proef(vraag=False))
    assert "Nee" in regels
    assert not any("vraag" in regel for regel in regels if "Niet ingevuld" in regel)


def test_a_field_that_does_not_belong_here_is_left_out_unless_it_holds_something() -> None:
    assert not any("Gevolg" in regel for regel in getoond(Proef(vraag=False)))
    assert "Toch ingevuld" in getoond(Proef(vraag=False, gevolg="Toch ingevuld"))


def test_a_field_that_came_later_is_not_called_empty() -> None:
    nu, toen = getoond(Proef(kort="x")), getoond(Proef(kort="x"), schema=1)
    assert any("niet ingevuld" in regel.lower() and "Nieuw veld" in regel for regel in nu)
    assert not any("Nieuw veld" in regel for regel in toen)


def test_a_section_with_nothing_in_it_has_no_heading() -> None:
    regels = getoond(Proef(kort="x"))
    assert "Leeg" not in regels
    assert any("Niet ingevuld" in regel for regel in regels)


def test_a_column_that_came_later_is_left_out_of_an_old_table() -> None:
    proef = Proef(regels_=(Regel(rij=UUID(int=2), wat="Rij een"),))
    assert "Kolom van later" in getoond(proef)
    assert "Kolom van later" not in getoond(proef, schema=1)


def test_a_wide_column_stands_under_its_row() -> None:
    relatie = Relatie(
        leerling=UUID(int=1),
        persoon=UUID(int=2),
        soort=Relatiesoort.MOEDER,
        perioden=(
            GezagPeriode(rij=UUID(int=3), vanaf=date(2020, 1, 1), gezag=Gezag.JA, bron="Uittreksel gezien"),
            GezagPeriode(rij=UUID(int=4), vanaf=date(2026, 1, 1), gezag=Gezag.NEE),
        ),
    )
    regels = getoond(relatie)
    assert "Hoe weten we dit: Uittreksel gezien" in regels
    assert regels.count("1 januari 2020") == 1
    assert "moeder" in regels


class Keus(Record):
    """A record with a question of half the width, and a reason that stands in place of a date."""

    KIND = "keus"
    NAAM = "Keus"

    erbij: Annotated[bool | None, Veld("Waren ouders erbij?", breed=6)] = None
    op: Annotated[date | None, Veld("Ouders ingelicht op", breed=6)] = None
    niet: Annotated[Tekst, Veld("Of: waarom ouders nog niet", breed=6)] = ""
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen")] = ()


def _plaatsen(record: Record) -> dict[str, float]:
    boek = Boek()
    for blok in secties(record, Tonen(Zetter(), Namen([], []))):
        blok.teken(boek, 0, 0)
    return dict(boek.plekken)


def test_a_question_by_itself_has_its_answer_at_the_end_of_the_line() -> None:
    alleen = _plaatsen(Keus(erbij=False))
    naast = _plaatsen(Keus(erbij=False, op=date(2026, 11, 19)))
    assert alleen["Nee"] > 400 and naast["Nee"] == naast["Waren ouders erbij?"] == 0


def test_a_reason_that_did_not_apply_and_no_attachments_are_not_called_missing() -> None:
    leeg = " ".join(getoond(Keus(erbij=True)))
    assert "Ouders ingelicht op" in leeg and "waarom" not in leeg.lower() and "Bijlagen" not in leeg
    assert "Waarom ouders nog niet" in getoond(Keus(niet="Eerst overleg."))


def test_what_is_missing_never_begins_a_page_by_itself() -> None:
    proef = Proef(kort="Kort antwoord", lang="Eerste regel\nTweede regel", kleuren=(Kleur.ROOD,))
    for hoogte in range(130, 260, 3):  # from where a heading with all of its section fits
        blokken = list(secties(proef, Tonen(Zetter(), Namen([], []), None, False)))
        for pagina in verdeel(blokken, hoogte):
            boek = Boek()
            pagina[0][1].teken(boek, 0, 0)
            assert not boek.gezien[0].startswith("Niet ingevuld"), hoogte
