"""The school year: which tasks a year has, what was said of them, and what a changed choice does to the open ones."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.errors import Conflict, Geweigerd, UserError
from desktop.models.jaarcyclus import (
    EigenKeuze,
    EigenPlicht,
    Jaartaak,
    Maand,
    Ritme,
    TaakUitkomst,
    Uitkomst,
    dagen_in,
    valt_in,
)
from desktop.models.opslag import Query
from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode, schooljaar_van
from desktop.services.diensten import Diensten
from desktop.services.jaartaak import EIGEN_RUBRIEK, Stand, Taak
from desktop.services.schooljaren import Schooljaren
from tests.unit.services.jaarcyclus import PLICHTEN

DIT = Periode(date(2026, 8, 1), date(2027, 7, 31))
VOLGEND = Periode(date(2027, 8, 1), date(2028, 7, 31))


@pytest.fixture
def klok(clock: Any) -> Any:
    clock.moment = datetime(2026, 11, 25, 9, 0, tzinfo=clock.now().tzinfo)
    return clock


@pytest.fixture
def jaren(school: Diensten, klok: Any) -> Schooljaren:
    return Schooljaren(school.session, lambda: PLICHTEN)


def _taak(jaren: Schooljaren, plicht: str, keer: int = 1) -> Taak:
    return next(t for t in jaren.taken(DIT) if t.taak.plicht == plicht and t.taak.keer == keer)


# -- which days


def _keuze(ritme: Ritme, maanden: tuple[int, ...], eerste: str = "", *, uit: bool = False) -> EigenKeuze:
    return EigenKeuze(PLICHTEN[0], None, "Taak", Rol.IB, ritme, maanden, eerste, uit)


_MAANDEN = st.lists(st.integers(1, 12), unique=True, max_size=12).map(tuple)
_JAREN = st.integers(2000, 2080).map(lambda j: Periode(date(j, 8, 1), date(j + 1, 7, 31)))


@given(st.sampled_from(Ritme), _MAANDEN, _JAREN, st.integers(2000, 2080))
def test_each_day_lies_in_its_year_in_order_and_is_the_last_of_its_month(ritme, maanden, jaar, eerste):
    k = _keuze(ritme, maanden, f"{eerste}-{eerste + 1}")
    dagen = list(dagen_in(k, jaar))

    assert dagen == sorted(set(dagen))
    assert all(jaar.bevat(dag) and (dag + timedelta(days=1)).day == 1 for dag in dagen)
    if dagen and maanden:
        assert {dag.month for dag in dagen} == set(maanden)
    assert bool(dagen) <= valt_in(k, jaar)


@given(st.sampled_from((2, 4)), _JAREN, st.integers(2000, 2080), st.integers(1, 12))
def test_what_returns_every_so_many_years_falls_in_exactly_one_of_so_many(stap, jaar, eerste, maand):
    ritme = Ritme.TWEEJAARLIJKS if stap == 2 else Ritme.VIERJAARLIJKS
    k = _keuze(ritme, (maand,), f"{eerste}-{eerste + 1}")
    jaren = [schooljaar_van(jaar.van.replace(year=jaar.van.year + n)) for n in range(stap)]
    keren = sum(len(list(dagen_in(k, een))) for een in jaren)

    verwacht = [j for j in jaren if j.van.year >= eerste and (j.van.year - eerste) % stap == 0]
    assert keren == len(verwacht) <= 1


@given(_JAREN)
def test_without_months_of_its_own_a_monthly_duty_skips_the_summer(jaar):
    maanden = [dag.month for dag in dagen_in(_keuze(Ritme.MAANDELIJKS, ()), jaar)]

    assert maanden == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]


@given(st.sampled_from(Ritme), _MAANDEN, _JAREN)
def test_what_a_school_does_not_do_never_falls_due(ritme, maanden, jaar):
    assert not list(dagen_in(_keuze(ritme, maanden, "2000-2001", uit=True), jaar))


# -- preparing


def test_a_year_is_prepared_once_and_what_needs_a_choice_is_named(jaren):
    eerst = jaren.zet_klaar(DIT)

    assert eerst.gemaakt == 14  # 4 yearly ones and ten lessons
    assert [k.plicht.sleutel for k in eerst.te_kiezen] == ["levering", "training"]
    assert jaren.is_klaar(DIT)
    assert jaren.zet_klaar(DIT).gemaakt == 0
    assert len(jaren.taken(DIT)) == 14
    assert [t.dag for t in jaren.taken(DIT)][:2] == [date(2026, 9, 30), date(2026, 9, 30)]
    assert not jaren.taken(VOLGEND)


def test_a_school_that_begins_halfway_leaves_out_what_is_past(jaren):
    jaren.zet_klaar(DIT, vanaf=date(2026, 11, 25))

    assert {t.dag.month for t in jaren.taken(DIT)} == {11, 12, 1, 2, 3, 4, 5, 6}
    assert _taak(jaren, "lessen", 3).dag == date(2026, 11, 30), "counted as in a whole year"


def test_only_a_director_without_a_prepared_year_is_asked(jaren, als, school):
    assert jaren.te_zetten() == "2026-2027"
    assert Schooljaren(als(Rol.IB).session, lambda: PLICHTEN).te_zetten() == ""
    jaren.voeg_toe(DIT, {"taak": "Plein inrichten", "rol": "directeur", "gepland_op": "2027-01-15"})
    assert jaren.te_zetten() == "2026-2027", "an own task prepares nothing"
    jaren.zet_klaar(DIT)
    assert jaren.te_zetten() == ""


def test_taking_part_is_not_keeping_the_year(jaren, als):
    jaren.zet_klaar(DIT)
    eigen = Schooljaren(als(Rol.LEERKRACHT).session, lambda: PLICHTEN)

    for doe in (lambda: eigen.zet_klaar(VOLGEND), lambda: eigen.wijzig("gesprek", {}),
                lambda: eigen.voeg_toe(DIT, {})):  # fmt: skip
        with pytest.raises(Geweigerd):
            doe()
    with pytest.raises(Geweigerd):
        eigen.rond_af(_taak(jaren, "herinner").stored.record, Uitkomst.GEDAAN)
    assert eigen.mag_afronden(_taak(jaren, "gesprek"))
    assert not eigen.mag_afronden(_taak(jaren, "herinner"))
    assert eigen.rond_af(_taak(jaren, "gesprek").stored.record, Uitkomst.GEDAAN)[0] is not None
    with pytest.raises(Geweigerd):
        Schooljaren(als(Rol.ADMINISTRATIE).session, lambda: PLICHTEN).taken(DIT)


# -- what came of a task


def test_a_task_is_open_late_done_and_back_again(jaren, school):
    jaren.zet_klaar(DIT)
    gesprek = _taak(jaren, "gesprek")
    assert gesprek.stand is Stand.TE_LAAT
    assert _taak(jaren, "monitor").stand is Stand.OPEN
    assert _taak(jaren, "slot").stand is Stand.NAAR_KEUZE
    open_ = {w.record for w in school.session.vault.work(limit=-1)}
    assert gesprek.stored.record in open_
    assert _taak(jaren, "slot").stored.record not in open_

    klaar, fout = jaren.rond_af(gesprek.stored.record, Uitkomst.GEDAAN, "Met alle groepen.")

    assert not fout
    assert _taak(jaren, "gesprek").stand is Stand.GEDAAN
    assert _taak(jaren, "gesprek").notitie == "Met alle groepen."
    assert gesprek.stored.record not in {w.record for w in school.session.vault.work(limit=-1)}
    with pytest.raises(UserError, match="al afgehandeld"):
        jaren.rond_af(gesprek.stored.record, Uitkomst.GEDAAN)

    jaren.maak_ongedaan(klaar)

    assert _taak(jaren, "gesprek").stand is Stand.TE_LAAT
    assert gesprek.stored.record in {w.record for w in school.session.vault.work(limit=-1)}


def test_skipping_asks_a_note(jaren):
    jaren.zet_klaar(DIT)
    record = _taak(jaren, "gesprek").stored.record

    stored, fout = jaren.rond_af(record, Uitkomst.OVERGESLAGEN, "  ")
    assert stored is None
    assert [p.loc for p in fout] == [("toelichting",)]

    jaren.rond_af(record, Uitkomst.OVERGESLAGEN, "De gesprekken zijn samengevoegd met die van december.")
    assert _taak(jaren, "gesprek").stand is Stand.OVERGESLAGEN


def test_moving_asks_a_day_of_the_year_and_a_reason_and_can_be_taken_back(jaren):
    jaren.zet_klaar(DIT)
    record = _taak(jaren, "monitor").stored.record

    for dag, waarom, veld in (
        (None, "x", "gepland_op"),
        (date(2027, 8, 1), "Te druk", "gepland_op"),
        (date(2027, 1, 15), " ", "verplaatst"),
    ):
        stored, fout = jaren.verplaats(record, dag, waarom)
        assert stored is None
        assert fout[0].loc == (veld,)

    stored, _ = jaren.verplaats(record, date(2027, 1, 15), "De aanbieder had storing.")
    taak = _taak(jaren, "monitor")
    assert (taak.dag, taak.eerst, taak.verplaatst) == (date(2027, 1, 15), date(2026, 11, 30), True)
    assert taak.notitie == "De aanbieder had storing."

    jaren.maak_ongedaan(stored)
    assert _taak(jaren, "monitor").dag == date(2026, 11, 30)
    assert not _taak(jaren, "monitor").verplaatst


def test_an_own_task_is_added_and_taken_out_but_one_of_the_plan_is_not(jaren):
    jaren.zet_klaar(DIT)
    fout = jaren.voeg_toe(DIT, {"taak": "Plein", "rol": "ib", "gepland_op": "2028-01-01"})[1]
    assert fout[0].loc == ("gepland_op",)
    assert jaren.voeg_toe(DIT, {"rol": "ib", "gepland_op": "2027-01-01"})[1][0].loc == ("taak",)

    stored, _ = jaren.voeg_toe(DIT, {"taak": "Plein opnieuw indelen", "rol": "ib", "gepland_op": "2027-01-10"})

    eigen = next(t for t in jaren.taken(DIT) if t.stored.record == stored.record)
    assert (eigen.plicht, eigen.rol) == (None, Rol.IB)
    jaren.haal_weg(stored.record)
    assert stored.record not in {t.stored.record for t in jaren.taken(DIT)}
    with pytest.raises(UserError, match="hoort bij de jaarcyclus"):
        jaren.haal_weg(_taak(jaren, "gesprek").stored.record)


def test_tasks_are_given_per_role(jaren, school):
    jaren.zet_klaar(DIT)
    werk = next(w for w in school.session.vault.work(limit=-1) if w.record == _taak(jaren, "monitor").stored.record)
    school.agenda.geef(werk, Rol.IB)

    assert "monitor" in {t.taak.plicht for t in jaren.taken(DIT, Rol.IB)}
    assert "monitor" not in {t.taak.plicht for t in jaren.taken(DIT, Rol.LEERKRACHT)}


# -- choices


def test_a_choice_moves_the_open_tasks_of_its_duty_and_leaves_what_was_touched(jaren):
    jaren.zet_klaar(DIT)
    jaren.rond_af(_taak(jaren, "lessen", 1).stored.record, Uitkomst.GEDAAN)
    jaren.verplaats(_taak(jaren, "lessen", 4).stored.record, date(2026, 12, 10), "Kerstmarkt")

    stored, fout = jaren.wijzig("lessen", {"taak": "Lessen van onze methode", "maanden": ["10", "1", "5"]})

    assert not fout
    taken = {t.taak.keer: t for t in jaren.taken(DIT) if t.taak.plicht == "lessen"}
    assert sorted(taken) == [1, 2, 3, 4]
    assert taken[1].stand is Stand.GEDAAN
    assert taken[1].taak.taak == "Lessen geven", "what is done keeps its words"
    assert (taken[2].dag, taken[3].dag) == (date(2027, 1, 31), date(2027, 5, 31))
    assert taken[2].taak.taak == "Lessen van onze methode"
    assert taken[4].dag == date(2026, 12, 10)
    assert jaren.plicht("lessen")[0].maanden == (10, 1, 5)

    jaren.verwijder(stored.record)
    assert {t.taak.keer for t in jaren.taken(DIT) if t.taak.plicht == "lessen"} == set(range(1, 11))
    assert jaren.plicht("lessen")[0].taak == "Lessen geven"


def test_a_chosen_month_makes_the_task_of_a_prepared_year(jaren):
    jaren.zet_klaar(DIT)
    jaren.wijzig("levering", {"maanden": [Maand.JANUARI.value, Maand.OKTOBER.value]})

    assert [t.dag for t in jaren.taken(DIT) if t.taak.plicht == "levering"] == [date(2027, 1, 31)], "October is past"
    jaren.wijzig("training", {"eerste_jaar": "2026-2027"})
    assert _taak(jaren, "training").dag == date(2027, 3, 31)
    assert not jaren.zet_klaar(VOLGEND).te_kiezen
    assert "training" not in {t.taak.plicht for t in jaren.taken(VOLGEND)}


def test_a_duty_that_is_off_has_no_open_tasks(jaren):
    jaren.zet_klaar(DIT)
    jaren.wijzig("slot", {"uit": True})

    assert "slot" not in {t.taak.plicht for t in jaren.taken(DIT)}
    assert next(k for k in jaren.plichten() if k.plicht.sleutel == "slot").uit


def test_a_duty_of_the_school_itself(jaren):
    jaren.zet_klaar(DIT)
    assert jaren.wijzig("", {"taak": "Fietsen keuren"})[1][0].loc == ("rol",)
    assert jaren.wijzig("", {"rol": "ib"})[1][0].loc == ("taak",)

    stored, _ = jaren.wijzig("", {"taak": "Fietsen keuren", "rol": "ib", "maanden": ["3"], "ritme": "jaarlijks"})

    eigen = jaren.plichten()[-1]
    assert (eigen.taak, eigen.plicht.rubriek) == ("Fietsen keuren", EIGEN_RUBRIEK)
    assert _taak(jaren, str(stored.record)).dag == date(2027, 3, 31)
    jaren.verwijder(stored.record)
    assert str(stored.record) not in {t.taak.plicht for t in jaren.taken(DIT)}
    assert eigen.plicht.sleutel not in {k.plicht.sleutel for k in jaren.plichten()}


def test_two_who_change_one_duty_at_once_are_told(jaren):
    eerst, _ = jaren.wijzig("gesprek", {"notitie": "Per bouw"})
    jaren.wijzig("gesprek", {"notitie": "Per groep"}, eerst.record, eerst.revision)

    with pytest.raises(Conflict):
        jaren.wijzig("gesprek", {"notitie": "Anders"}, eerst.record, eerst.revision)
    with pytest.raises(Conflict):
        jaren.wijzig("gesprek", {"notitie": "Nog anders"})
    assert [s.value.notitie for s, wie in jaren.versies(eerst.record) if wie == "Dirk Directeur"] == [
        "Per groep",
        "Per bouw",
    ]


def test_what_is_no_school_year_is_said_at_its_field(jaren):
    fout = jaren.wijzig("training", {"eerste_jaar": "2026"})[1]

    assert [p.loc for p in fout] == [("eerste_jaar",)]


def test_nothing_is_stored_of_a_year_that_fails_halfway(jaren, school, monkeypatch):
    """A full disk in the middle of preparing leaves no half year."""
    vault = school.session.vault
    echt, teller = vault._append, iter(range(100))

    def stuk(*args: Any) -> Any:
        if next(teller) == 7:
            raise UserError("De schijf is vol.", "Maak ruimte.")
        return echt(*args)

    monkeypatch.setattr(vault, "_append", stuk)
    with pytest.raises(UserError):
        jaren.zet_klaar(DIT)
    monkeypatch.undo()

    assert vault.count(Query(kinds=(Jaartaak.KIND,))) == 0
    assert jaren.zet_klaar(DIT).gemaakt == 14


def test_records_can_be_read_back(jaren, school):
    jaren.zet_klaar(DIT)
    jaren.rond_af(_taak(jaren, "gesprek").stored.record, Uitkomst.GEDAAN)
    jaren.wijzig("slot", {"uit": True})
    school.session.vault.rebuild()

    for kind in (Jaartaak, TaakUitkomst, EigenPlicht):
        assert all(isinstance(s.value, kind) for s in school.session.vault.all(kind.KIND))
    assert school.session.vault.verify().findings == ()
