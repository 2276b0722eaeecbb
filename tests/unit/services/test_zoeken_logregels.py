"""Lines of a log in the search over everything: of what they are, and only for who may read that log."""

from __future__ import annotations

from collections.abc import Callable

from desktop.models.draaiboek import Loop
from desktop.models.logregel import Logregel, RegelSoort
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten

DICHT = {"geevalueerd": False, "waarom_niet": "Het bleek een oefening."}


def _regels(d: Diensten, woorden: str, limit: int = 50) -> list[tuple[str, str]]:
    hits = d.zoeken.zoek(woorden, limit=limit)
    return [(hit.row.title, hit.over) for hit in hits if hit.row.kind == Logregel.KIND]


def test_een_regel_zegt_waarvan_hij_is_en_welke_woorden_erin_staan(school: Diensten) -> None:
    c = school.calamiteiten.begin("Vermissing tijdens schoolreis").record
    school.calamiteiten.log.schrijf(c, "De boswachter zoekt mee langs de kwartelbeek", RegelSoort.MAATREGEL)
    (hit,) = school.zoeken.zoek("kwartelbeek")
    assert (hit.row.kind, hit.row.detail, hit.over) == (Logregel.KIND, "Maatregel", "Vermissing tijdens schoolreis")
    assert hit.zaak is not None and (hit.zaak.kind, hit.zaak.record) == ("calamiteit", c)
    assert "\x02kwartelbeek\x03" in hit.fragment


def test_wie_het_logboek_niet_leest_vindt_de_regel_niet(school: Diensten, als: Callable[[Rol], Diensten]) -> None:
    c = school.calamiteiten.begin("Brand").record
    school.calamiteiten.log.schrijf(c, "De kwartelbeek is afgezet", RegelSoort.STAP)
    leerkracht = als(Rol.LEERKRACHT)
    assert len(_regels(leerkracht, "kwartelbeek")) == 1
    school.calamiteiten.sluit(c, DICHT)
    assert _regels(leerkracht, "kwartelbeek") == []
    assert len(_regels(school, "kwartelbeek")) == 1


def test_het_logboek_van_een_draaiboek_is_van_wie_het_startte(school: Diensten, als: Callable[[Rol], Diensten]) -> None:
    loop, fout = school.draaiboeken.begin("gedrag", {"aanleiding": "Schelden op het plein"}, ())
    assert loop is not None, fout
    school.calamiteiten.log.schrijf(loop.record, "De kwartelbeek is afgezet", RegelSoort.STAP)
    (hit,) = (h for h in school.zoeken.zoek("kwartelbeek") if h.row.kind == Logregel.KIND)
    assert hit.zaak is not None and (hit.zaak.kind, hit.zaak.record) == (Loop.KIND, loop.record)
    assert _regels(als(Rol.LEERKRACHT), "kwartelbeek") == []


def test_wat_iemand_niet_mag_lezen_staat_niet_in_de_weg(school: Diensten, als: Callable[[Rol], Diensten]) -> None:
    open_, dicht = (school.calamiteiten.begin(naam).record for naam in ("Open", "Dicht"))
    school.calamiteiten.log.schrijf(open_, "Kwartelbeek afgezet", RegelSoort.STAP)
    for n in range(6):
        school.calamiteiten.log.schrijf(dicht, f"Kwartelbeek gezien, {n}", RegelSoort.STAP)
    school.calamiteiten.sluit(dicht, DICHT)
    assert _regels(als(Rol.LEERKRACHT), "kwartelbeek", limit=3) == [("Kwartelbeek afgezet", "Open")]
    assert len(_regels(school, "kwartelbeek", limit=3)) == 3


def test_wie_besloot_is_geen_woord_van_de_regel(school: Diensten) -> None:
    c = school.calamiteiten.begin("Brand").record
    school.calamiteiten.log.schrijf(
        c, "Langs de kwartelbeek naar huis", RegelSoort.BESLUIT, besloten_door="Dirk", vrijgegeven="team"
    )
    fragmenten = {w: school.zoeken.zoek(w)[0].fragment for w in ("huis", "dirk")}
    assert fragmenten == {
        "huis": "Langs de kwartelbeek naar \x02huis\x03 · Dirk team",
        "dirk": "Langs de kwartelbeek naar huis · \x02Dirk\x03 team",
    }


def test_een_correctie_is_een_regel_als_een_andere(school: Diensten) -> None:
    c = school.calamiteiten.begin("Brand").record
    oud = school.calamiteiten.log.schrijf(c, "Kwartelbeek afgezet", RegelSoort.STAP)
    school.calamiteiten.log.corrigeer(oud.record, "Kwartellaan afgezet")
    assert [tekst for tekst, _ in _regels(school, "kwartel")] == ["Kwartellaan afgezet", "Kwartelbeek afgezet"]
