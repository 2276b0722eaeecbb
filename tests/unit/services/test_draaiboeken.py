"""Draaiboeken: the school's own version, a run that keeps what it began with, reasons, closing, the calamity's log."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.models.draaiboek import Draaiboek, Loop, Loopstap, Stand, Stap, Voorwaarde
from desktop.models.errors import Geweigerd, UserError
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.documenten import Documenten
from desktop.services.draaiboeken import Draaiboeken, Geopend
from desktop.services.inhoud import Werkinhoud


def _stap(sleutel: str, wat: str, **anders: Any) -> Stap:
    return Stap(sleutel=sleutel, fase="Begin", wat=wat, wie="directeur", **anders)


PROEF = Draaiboek(
    sleutel="proef",
    versie="2026-11",
    titel="Proef",
    kort="Om te proberen.",
    herkomst="sjabloon",
    voorwaarden=(Voorwaarde(sleutel="herhaald", vraag="Gebeurde het eerder?"),),
    stappen=(
        _stap("bel", "Bel de ouders", termijn=0),
        _stap("schrijf", "Schrijf op", reden=False),
        _stap("register", "Zet in het register", als=("herhaald",), leidt_naar="incident", termijn=5),
        _stap("eerst", "Bespreek het", niet_als=("herhaald",)),
    ),
)


class Bron:
    """The content set, which can change while a run goes on."""

    def __init__(self) -> None:
        self.boeken = {"proef": PROEF}

    def __call__(self) -> Werkinhoud:
        """Return it as it is now."""
        return Werkinhoud(self.boeken, (), ())


@pytest.fixture
def bron():
    return Bron()


def _van(diensten: Diensten, bron: Bron) -> Draaiboeken:
    session = diensten.session
    return Draaiboeken(session, Documenten(session), bron, diensten.calamiteiten.log)


@pytest.fixture
def boeken(school, bron):
    return _van(school, bron)


def _begin(boeken: Draaiboeken, ja: tuple[str, ...] = (), **anders: Any) -> Geopend:
    stored, fout = boeken.begin("proef", {"aanleiding": "Een proef", **anders}, ja)
    assert stored is not None, fout
    return boeken.open_loop(stored.record)


def _zet(boeken: Draaiboeken, geopend: Geopend, sleutel: str, stand: Stand, reden: str = "") -> Geopend:
    stap = next(s for s, _ in geopend.beeld.stappen if s.sleutel == sleutel)
    stored, fout = boeken.zet(geopend, stap, {"stand": stand.value, "reden": reden})
    assert stored is not None, fout
    return boeken.open_loop(geopend.stored.record)


def test_conditions_choose_the_steps(boeken):
    zonder = _begin(boeken)
    assert [s.sleutel for s, _ in zonder.beeld.stappen] == ["bel", "schrijf", "eerst"]
    boeken.antwoord(zonder, ["herhaald", "onbekend"])
    met = boeken.open_loop(zonder.stored.record)
    assert met.beeld.loop.ja == ("herhaald",)
    assert [s.sleutel for s, _ in met.beeld.stappen] == ["bel", "schrijf", "register"]


def test_a_run_goes_on_with_the_version_it_began_with(boeken, bron):
    loop = _begin(boeken)
    bron.boeken["proef"] = PROEF.model_copy(update={"versie": "2027-01", "stappen": (_stap("anders", "Heel anders"),)})
    opnieuw = boeken.open_loop(loop.stored.record)
    assert opnieuw.beeld.loop.definitie == PROEF
    assert [s.sleutel for s, _ in opnieuw.beeld.stappen] == ["bel", "schrijf", "eerst"]
    assert [s.sleutel for s, _ in _begin(boeken).beeld.stappen] == ["anders"]


def test_steps_with_a_term_are_due_until_they_have_an_outcome(boeken, school):
    loop = _begin(boeken, ("herhaald",))
    werk = [(w.item, w.due_on) for w in school.session.vault.work()]
    assert werk == [("bel", date(2026, 3, 2)), ("register", date(2026, 3, 7))]
    loop = _zet(boeken, loop, "bel", Stand.GEDAAN)
    assert [w.item for w in school.session.vault.work()] == ["register"]
    _zet(boeken, loop, "bel", Stand.OPEN)
    assert [w.item for w in school.session.vault.work()] == ["bel", "register"]


@pytest.mark.parametrize("stand", [Stand.OVERGESLAGEN, Stand.ANDERS])
def test_a_step_is_not_skipped_without_a_reason(boeken, stand):
    loop = _begin(boeken)
    stap = loop.beeld.stappen[0][0]
    stored, fout = boeken.zet(loop, stap, {"stand": stand.value, "reden": "  kort  "})
    assert stored is None
    assert [p.loc for p in fout] == [("reden",)]
    assert boeken.open_loop(loop.stored.record).beeld.gedaan == 0
    assert _zet(boeken, loop, "bel", stand, "De ouders waren er zelf bij.").beeld.gedaan == 1
    # a step that asks for none
    assert _zet(boeken, loop, "schrijf", stand).beeld.gedaan == 2


def test_closing_with_open_steps_needs_a_sentence_and_can_be_taken_back(boeken):
    loop = _begin(boeken)
    stored, fout = boeken.sluit(loop, "")
    assert stored is None
    assert fout[0].zin.startswith("Er staan nog 3 stappen open")
    stored, fout = boeken.sluit(loop, "De zorg is weg, de rest is niet meer nodig.")
    assert stored is not None, fout
    dicht = boeken.open_loop(loop.stored.record)
    assert dicht.dicht
    assert not boeken.lopen()
    assert [r.record for r in boeken.lopen(ook_gesloten=True)] == [loop.stored.record]
    with pytest.raises(UserError, match="afgesloten"):
        boeken.zet(dicht, dicht.beeld.stappen[0][0], {"stand": "gedaan"})
    with pytest.raises(UserError, match="afgesloten"):
        boeken.antwoord(dicht, ["herhaald"])
    boeken.heropen(dicht)
    assert not boeken.open_loop(loop.stored.record).dicht


def test_a_run_of_a_calamity_is_told_in_its_log(boeken, school, clock):
    calamiteit = school.calamiteiten.begin("Brand").record
    loop = _begin(boeken, calamiteit=str(calamiteit))
    clock.step(minutes=1)
    _zet(boeken, loop, "bel", Stand.OVERGESLAGEN, "De ouders waren er zelf bij.")
    log = boeken.log
    regels = log.rijen(calamiteit, log.alle(calamiteit))
    assert [rij.regel.tekst for rij in regels] == [
        "Proef: Bel de ouders. Overgeslagen (De ouders waren er zelf bij.).",
        "Draaiboek gestart: Proef",
    ]
    assert {rij.regel.stuk for rij in regels} == {loop.stored.record}
    assert [r.record for r in boeken.lopen(calamiteit=calamiteit)] == [loop.stored.record]


def test_the_school_adapts_a_draaiboek_and_keeps_its_conditions(boeken):
    values = dict(boeken.eigen_waarden("proef"))
    rijen: Any = values["stappen"]
    assert [r["wat"] for r in rijen] == [s.wat for s in PROEF.stappen]
    rijen[2] = {**rijen[2], "wat": "Zet in ons register", "dagen": "2"}
    eigen = {"rij": str(UUID(int=9)), "stap": "", "fase": "", "wat": "Bel ook de buren", "wie": "conciërge"}
    rest = {"dagen": "", "reden": None, "uitleg": ""}
    stored, fout = boeken.bewaar_eigen({**values, "stappen": [*rijen, {**eigen, **rest}]})
    assert stored is not None, fout
    boek = boeken.uitgave("proef").draaiboek
    assert boek.herkomst == "school"
    register = next(s for s in boek.stappen if s.sleutel == "register")
    assert (register.wat, register.als, register.leidt_naar, register.termijn) == (
        "Zet in ons register",
        ("herhaald",),
        "incident",
        2,
    )
    assert [s.wat for s in boek.bij(())] == ["Bel de ouders", "Schrijf op", "Bespreek het", "Bel ook de buren"]
    # stored anew it is another version of the same
    again, fout = boeken.bewaar_eigen({**values, "uit": True}, stored.record)
    assert again is not None, fout
    assert boeken.uitgaven() == []
    assert len(boeken.uitgaven(ook_uit=True)) == 1


def test_a_template_holds_once_the_school_confirms_it(boeken):
    assert boeken.uitgave("proef").te_bevestigen
    boeken.bevestig("proef")
    assert not boeken.uitgave("proef").te_bevestigen
    assert boeken.uitgave("proef").draaiboek == PROEF


def test_an_own_draaiboek_stands_beside_the_shipped_ones(boeken):
    stap = {"rij": str(UUID(int=9)), "fase": "Eerst", "wat": "Sluit de deuren", "wie": "directeur", "dagen": "0"}
    stored, fout = boeken.bewaar_eigen({"naam": "Storm", "kort": "", "stappen": [{**stap, "reden": True}]})
    assert stored is not None, fout
    assert [u.draaiboek.titel for u in boeken.uitgaven()] == ["Proef", "Storm"]
    loop, fout = boeken.begin(str(stored.record), {"aanleiding": "Code rood"})
    assert loop is not None, fout
    assert isinstance(loop.value, Loop)
    assert loop.value.titel() == "Storm: Code rood"


def test_a_run_shows_to_who_began_it_and_to_who_keeps_the_register(boeken, bron, als):
    leerkracht = als(Rol.LEERKRACHT)
    van_hem = _van(leerkracht, bron)
    eigen = _begin(van_hem)
    van_de_directeur = _begin(boeken)
    assert [r.record for r in van_hem.lopen()] == [eigen.stored.record]
    assert len(boeken.lopen()) == 2
    with pytest.raises(Geweigerd):
        van_hem.open_loop(van_de_directeur.stored.record)
    with pytest.raises(Geweigerd):
        van_hem.bewaar_eigen({"naam": "Storm"})


def test_an_outcome_is_kept_with_who_and_when(boeken, clock):
    loop = _begin(boeken)
    clock.step(hours=1)
    loop = _zet(boeken, loop, "bel", Stand.GEDAAN)
    (uitkomst,) = [s.value for s in loop.vervolg]
    assert isinstance(uitkomst, Loopstap)
    assert (uitkomst.door, uitkomst.moment.hour) == ("Dirk Directeur", 10)
    assert loop.beeld.volgende is not None
    assert loop.beeld.volgende.sleutel == "schrijf"


def test_progress_counts_what_has_an_outcome_and_names_what_comes_next(boeken):
    loop = _begin(boeken)
    assert boeken.voortgang([loop.stored.record]) == {loop.stored.record: (0, 3, "Bel de ouders")}
    _zet(boeken, loop, "bel", Stand.GEDAAN)
    assert boeken.voortgang([loop.stored.record]) == {loop.stored.record: (1, 3, "Schrijf op")}


def test_what_was_made_from_a_run_is_found(boeken, school):
    loop = _begin(boeken)
    assert boeken.gemaakt(loop) == []
    stuk = school.incidenten.nieuw(loop=loop.stored.record)
    stored, fout = school.incidenten.bewaar(stuk, {**stuk.values, "soort": "pesten"})
    assert stored is not None, fout
    assert [rij.record for rij in boeken.gemaakt(loop)] == [stored.record]


def test_a_run_knows_that_its_draaiboek_changed_since(boeken, bron):
    loop = _begin(boeken)
    assert not boeken.is_veranderd(loop.beeld.loop)
    bron.boeken["proef"] = PROEF.model_copy(update={"stappen": PROEF.stappen[:1]})
    assert boeken.is_veranderd(loop.beeld.loop)
    bron.boeken.clear()
    assert not boeken.is_veranderd(loop.beeld.loop)
