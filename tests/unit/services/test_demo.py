"""The vault of the invented school: sound, signed by its parents, with cases at every stage of the meldcode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.dossier import OudStuk
from desktop.models.handtekening import from_bytes
from desktop.models.kenmerk import kenmerk
from desktop.models.meldcode import Afloop, Afsluiting
from desktop.models.rapportage import Rapportage
from desktop.models.vervolg import Ondertekening
from desktop.services.beheer import Beheer
from desktop.services.demo import maak_demo
from desktop.services.diensten import Diensten, diensten
from desktop.services.documenten import Documenten
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.services.rapportvoorstel import namen_in
from tests.conftest import CountedIds, StepClock


@pytest.fixture
def demo(tmp_path: Path, clock: StepClock, ids: CountedIds) -> Iterator[OpenKluis]:
    kluizen = Kluizen(clock, ids, ids.new(), "PC")
    kluis, _ = maak_demo(kluizen, clock, ids, tmp_path / "demo.kluis", 20, 120, seed=1)
    yield kluis
    kluis.sluit()


def test_each_parent_signed_with_a_signature_of_their_own(demo: OpenKluis) -> None:
    waarden = [s.value for s in demo.vault.all("ondertekening")]
    getekend = [w for w in waarden if isinstance(w, Ondertekening) and w.getekend()]
    assert len(getekend) > 10
    van: dict[UUID, bytes] = {}
    for w in getekend:
        assert w.strokes is not None and w.ouder.persoon is not None
        media, data = demo.vault.blob(w.strokes)
        assert media == "application/json" and not from_bytes(data).leeg()
        assert van.setdefault(w.ouder.persoon, data) == data
    assert len(set(van.values())) == len(van) > 5


def test_a_signed_report_shows_the_strokes(demo: OpenKluis, clock: StepClock, ids: CountedIds) -> None:
    waarden = [s.value for s in demo.vault.all("ondertekening")]
    getekend = next(w for w in waarden if isinstance(w, Ondertekening) and w.getekend())
    documenten = Documenten(Kluizen(clock, ids, ids.new(), "PC").sessie(demo))
    opdracht = documenten.opdracht(demo.vault.get(getekend.op), None)
    assert opdracht.strokes is not None and getekend.strokes in opdracht.strokes
    met, zonder = (documenten.maak(o).pdf for o in (opdracht, replace(opdracht, strokes={})))
    assert len(met) > len(zonder) + 500


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diensten]:
    clock, ids = StepClock(), CountedIds()
    kluizen = Kluizen(clock, ids, ids.new(), "PC")
    kluis, _ = maak_demo(kluizen, clock, ids, tmp_path_factory.mktemp("school") / "demo.kluis", 200, 600, seed=1)
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


def test_the_vault_is_sound(school: Diensten) -> None:
    rapport = school.beheer.controleer()
    assert rapport.findings == ()
    assert rapport.counts["stukken"] > 1400


def test_the_cases_stand_where_they_should(school: Diensten) -> None:
    regels = {r.stand: r for r in school.zaken.lijst(ook_gesloten=True)}
    assert set(regels) == {
        "Weging: vraag 2, veiligheid",
        "Gemeld; de zorg volgen",
        "Hulp loopt; daarna vraag 5",
        "Gesloten",
    }
    beelden = {stand: school.zaken.beeld(r.row.record) for stand, r in regels.items()}
    assert [len(b.bel) for b in beelden.values()] == [stand.startswith("Gemeld") for stand in beelden]
    assert all(b.eis is None and not b.na_melding and not b.melden for b in beelden.values())
    te_laat = {w.kind for w in beelden["Hulp loopt; daarna vraag 5"].werk if w.due_on < school.session.vandaag()}
    assert "resultaat" in te_laat
    gesloten = beelden["Gesloten"]
    assert gesloten.werk == () and all(stap.klaar for stap in gesloten.stappen)
    assert any(b.gezin and all(lid.nagezocht for lid in b.gezin) for b in beelden.values())
    for b in beelden.values():
        assert {punt.nummer for punt in b.inhoud if punt.gevuld} >= {1, 3, 4, 6, 7, 8}


def test_the_unjustified_one_has_its_report_and_it_names_no_one(school: Diensten) -> None:
    (stored,) = school.session.vault.all(Rapportage.KIND)
    rapport = stored.value
    assert isinstance(rapport, Rapportage) and rapport.dossier is not None and stored.state == "vastgesteld"
    namen = school.rapportages.namen(rapport.dossier)
    assert namen and namen_in(rapport.verloop, namen) == ()
    assert rapport.kenmerk == kenmerk(stored.record)
    (dicht,) = (v.value for v in school.zaken.beeld(rapport.dossier).zaak.vervolg)
    assert isinstance(dicht, Afsluiting) and dicht.afloop is Afloop.ONTERECHT


def test_old_paper_opens_and_the_own_plan_is_read(school: Diensten) -> None:
    papier = [s.value for s in school.session.vault.all(OudStuk.KIND)]
    assert papier
    for stuk in papier:
        assert isinstance(stuk, OudStuk)
        media, data = school.session.vault.blob(stuk.bijlagen[0].blob)
        assert (media, len(data)) == ("image/png", stuk.bijlagen[0].bytes)
    eigen = school.eigenplan.lees()
    assert len(eigen.teksten) == 3 and len(eigen.organisaties) == 2 and eigen.waarden["ib"] == "Marijke Voorbeeld"


def test_the_calamity_that_runs_has_two_plans_and_a_talk(demo: OpenKluis, clock: StepClock, ids: CountedIds) -> None:
    session = Kluizen(clock, ids, ids.new(), "PC").sessie(demo)
    d = diensten(session, Beheer(session, demo))
    (regel,) = d.calamiteiten.lopende()
    beeld = d.calamiteiten.beeld(regel.row.record)
    assert len(beeld.versies) == 2
    assert [s.state for s in beeld.communicatie] == ["vastgesteld"] * 3
    assert [(g.titel, g.stand) for g in beeld.gesprekken] == [
        ("De begeleider die het meldde", "nog te voeren"),
        ("Ouders van het kind", "wacht op handtekening"),
    ]
    assert sum(stand.gedaan for stand in beeld.standen.values()) == 2
