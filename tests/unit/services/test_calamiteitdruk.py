"""The papers of a calamity: each version of its plan, what groups were told, the evaluation, all of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from desktop.models.actieplan import Actieplan
from desktop.models.errors import Geweigerd, UserError
from desktop.models.logregel import RegelSoort
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from tests.unit.services.calamiteitverhaal import Verhaal


def tekst(papier: Papier) -> str:
    """Return what stands on all pages, every space and line end as one space."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(papier.maak().pdf))
    try:
        return " ".join(" ".join(pagina.get_textpage().get_text_range() for pagina in pdf).split())
    finally:
        pdf.close()


@pytest.fixture
def v(school: Diensten, clock: Any) -> Verhaal:
    v = Verhaal(school, clock, school.calamiteiten.begin("Vermissing tijdens schoolreis").record)
    zoek, opvang = v.rij(wat="Zoeken met politie", wie="Wim"), v.rij(wat="Opvang groep 6")
    v.plan(maatregelen=[zoek, opvang])
    v.later(48)
    gesprek = v.rij(met="De begeleider", melder=True, voert="Dirk en Wim")
    v.plan(maatregelen=[{**zoek, "wie": "Wim en Anna"}, opvang], gesprekken=[gesprek], zwaarder="Het neefje <b>& co")
    v.later(25)
    v.d.calamiteiten.vink(v.calamiteit, UUID(opvang["rij"]))
    v.communicatie("team", om="09:40", bijlagen=[])
    return v


def sluit(v: Verhaal) -> None:
    v.klok.moment += timedelta(days=3)
    stored, fout = v.d.calamiteiten.sluit(
        v.calamiteit,
        {
            "geevalueerd": True,
            "met": "Team en bestuur",
            "stappen": "Snel gezocht. De lijst met nummers lag op school.",
            "beleid": "wijzigen",
            "wijzigingen": "De noodkaart gaat mee.",
        },
    )
    assert stored is not None, fout


def test_actieplan_met_versie_en_wat_veranderde(v: Verhaal) -> None:
    druk = v.d.calamiteitdruk
    nieuw, oud = tekst(druk.actieplan(v.calamiteit)), tekst(druk.actieplan(v.calamiteit, 1))
    assert "versie 2 van 2" in nieuw
    assert "Wat veranderde sinds versie 1" in nieuw
    assert "Maatregelen, aangepast: Zoeken met politie" in nieuw
    assert "gedaan 10:13" in nieuw
    assert "Het neefje <b>& co" in nieuw
    assert "versie 1 van 2" in oud
    assert "Wat veranderde" not in oud
    assert "gedaan" not in oud


def test_communicatie_is_het_stuk_zelf(v: Verhaal) -> None:
    (stuk,) = v.d.calamiteiten.beeld(v.calamiteit).communicatie
    pdf = v.d.calamiteiten.vastgesteld_pdf(stuk.record)
    gelezen = tekst(Papier("", "", lambda: type("G", (), {"pdf": pdf})()))
    for deel in ("Communicatie · Team", "09:40", "Dirk Directeur", "Mail", "Het is veilig terug."):
        assert deel in gelezen


def test_evaluatie_pas_als_er_een_is(v: Verhaal) -> None:
    with pytest.raises(UserError, match="nog open"):
        v.d.calamiteitdruk.evaluatie(v.calamiteit)
    sluit(v)
    gelezen = tekst(v.d.calamiteitdruk.evaluatie(v.calamiteit))
    for deel in ("Evaluatie en afsluiting", "Vermissing", "5 maart 2026", "De noodkaart gaat mee."):
        assert deel in gelezen


def test_het_geheel_heeft_alles(v: Verhaal) -> None:
    v.d.calamiteiten.log.schrijf(v.calamiteit, "Kind gevonden", RegelSoort.STAP, sleutel=True)
    sluit(v)
    papier = v.d.calamiteitdruk.geheel(v.calamiteit)
    gelezen = tekst(papier)
    for deel in (
        "versie 2 van 2",
        "versie 1 van 2",
        "De begeleider (melder)",
        "nog te voeren",
        "Kind gevonden",
        "Gedaan: Opvang groep 6",
        "Het is veilig terug.",
        "Geëvalueerd en afgesloten",
        "Geheel (SHA-256)",
    ):
        assert deel in gelezen
    assert "Vermissing" not in papier.bestandsnaam
    assert papier.record == v.calamiteit


def test_zonder_plan_geen_papier_van_een_plan(school: Diensten) -> None:
    c = school.calamiteiten.begin().record
    with pytest.raises(UserError, match="geen actieplan"):
        school.calamiteitdruk.actieplan(c)
    assert "Er staat nog niets in dit logboek." in tekst(school.calamiteitdruk.geheel(c))


def test_een_miljoen_tekens_in_het_plan(v: Verhaal) -> None:
    v.plan(ernst="woord " * 100_000)
    plan = v.d.calamiteiten.beeld(v.calamiteit).plan
    assert isinstance(plan, Actieplan)
    assert v.d.calamiteitdruk.actieplan(v.calamiteit).maak().paginas > 50


def test_wie_alleen_het_logboek_houdt_drukt_dit_niet(v: Verhaal, als: Callable[[Rol], Diensten]) -> None:
    with pytest.raises(Geweigerd):
        als(Rol.ADMINISTRATIE).calamiteitdruk.actieplan(v.calamiteit)
