"""What a school year leaves behind: monitoring, training of the team, VOG checks, the law; and the papers of a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from desktop.models.core import Wie
from desktop.models.errors import Geweigerd, UserError
from desktop.models.jaarcyclus import Uitkomst
from desktop.models.opslag import Stored
from desktop.models.personen import Medewerker
from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode
from desktop.models.schooljaarstukken import Monitoring, Scholing, Training, VogCheck, Wetswijziging
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.jaarstukken import Personeelslid

DIT = Periode(date(2025, 8, 1), date(2026, 7, 31))
MELDCODE, RELATIES = Training.MELDCODE.label, Training.RELATIES.label


def _vast(uitkomst: tuple[Stored | None, object]) -> Stored:
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


@pytest.fixture
def team(school: Diensten) -> dict[str, Wie]:
    """Ada, Bo and Cem; Dea left."""
    namen: dict[str, Wie] = {}
    for naam, weg in (("Ada", None), ("Bo", None), ("Cem", None), ("Dea", "2025-07-01")):
        values = {"roepnaam": naam, "achternaam": "Linde", "functie": "Leerkracht", "weg_sinds": weg}
        stored = _vast(school.personen.bewaar(Medewerker, None, values))
        namen[naam] = Wie(persoon=stored.record, naam=f"{naam} Linde", hoedanigheid="Leerkracht")
    return namen


def _lid(d: Diensten, wie: Wie) -> Personeelslid:
    return next(lid for lid in d.jaarstukken.scholing().team if lid.wie.persoon == wie.persoon)


def _scholing(d: Diensten, wie: Wie | None, **values: Any) -> Stored:
    stuk = d.jaarstukken.nieuw(Scholing)
    return _vast(d.jaarstukken.bewaar(stuk, {"wie": naar_values(wie) if wie else None, **values}))


def _werk(d: Diensten) -> dict[str, date]:
    return {w.kind: w.due_on for w in d.session.vault.work(limit=-1)}


# -- training


def test_who_lacks_what_the_plan_expects(school, team):
    _scholing(school, team["Ada"], training="meldcode", datum="2025-02-01")
    _scholing(school, team["Ada"], training="relaties", datum="2025-02-01")
    _scholing(school, team["Bo"], training="meldcode", gepland_op="2026-05-01")
    beeld = school.jaarstukken.scholing()

    assert beeld.kolommen[:2] == (RELATIES, MELDCODE)
    assert [lid.wie.naam for lid in beeld.team] == ["Ada Linde", "Bo Linde", "Cem Linde"], "who left is no team"
    assert _lid(school, team["Ada"]).mist() == ()
    assert _lid(school, team["Bo"]).mist() == (Training.RELATIES, Training.MELDCODE), "planned is not followed"
    assert [lid.wie.naam for lid in beeld.missen] == ["Bo Linde", "Cem Linde"]


def test_what_the_whole_team_followed_counts_for_everyone(school, team):
    _scholing(school, None, training="meldcode", datum="2025-02-01")
    een = _lid(school, team["Cem"]).trainingen[MELDCODE]

    assert een.hele_team
    assert _lid(school, team["Cem"]).mist() == (Training.RELATIES,)


def test_a_certificate_runs_out(school, team, clock):
    _scholing(school, team["Ada"], training="anders", naam="BHV", datum="2025-03-10", geldig_tot="2026-03-10")
    een = _lid(school, team["Ada"]).trainingen["BHV"]
    assert (een.verloopt, een.verlopen, een.telt) == (True, False, True)
    assert _werk(school) == {"certificaat": date(2026, 3, 10)}
    clock.step(days=9)
    een = _lid(school, team["Ada"]).trainingen["BHV"]
    assert (een.verloopt, een.verlopen, een.telt) == (False, True, False)
    _scholing(school, team["Ada"], training="anders", naam="BHV", datum="2026-03-11", geldig_tot="2027-03-11")
    assert _lid(school, team["Ada"]).trainingen["BHV"].telt, "the newer one stands"


def test_the_last_day_of_a_certificate_counts(school, team, clock):
    vandaag = school.session.vandaag()
    _scholing(school, team["Ada"], training="meldcode", datum="2025-01-01", geldig_tot=vandaag.isoformat())

    assert _lid(school, team["Ada"]).trainingen[MELDCODE].telt


def test_several_at_once_are_stored_all_or_none(school, team):
    values = {"training": "meldcode", "datum": "2026-02-10"}
    assert school.jaarstukken.scholing_voor([], values)[1][0].loc == ("wie",)
    stored, fout = school.jaarstukken.scholing_voor([team["Ada"], team["Bo"]], {"datum": "2026-02-10"})
    assert not stored
    assert fout[0].loc == ("training",)
    assert not list(school.session.vault.all(Scholing.KIND))

    stored, _ = school.jaarstukken.scholing_voor([team["Ada"], team["Bo"]], values)

    assert len(stored) == 2
    assert {lid.wie.naam for lid in school.jaarstukken.scholing().missen if Training.MELDCODE not in lid.mist()} == {
        "Ada Linde",
        "Bo Linde",
    }


def test_one_certificate_is_kept_with_each_and_all_is_taken_back_at_once(school, team):
    blob = school.session.vault.put_blob(b"%PDF-1.4 x", "application/pdf")
    bijlage = {"blob": str(blob), "naam": "bewijs.pdf", "media": "application/pdf"}
    values = {"training": "meldcode", "datum": "2026-02-10", "geldig_tot": "2028-02-10"}
    stored, fout = school.jaarstukken.scholing_voor(
        [team["Ada"], team["Bo"]], {**values, "certificaat": [{**bijlage, "bytes": 10}]}
    )
    assert not fout
    assert len({s.record for s in stored}) == 2
    assert {s.value.certificaat[0].blob for s in stored} == {blob}
    assert _lid(school, team["Bo"]).trainingen[MELDCODE].scholing.geldig_tot == date(2028, 2, 10)

    school.jaarstukken.neem_terug(stored)

    assert not school.jaarstukken.alle(Scholing)
    assert [s.state for s in (school.session.vault.get(s.record) for s in stored)] == ["ingetrokken"] * 2
    with pytest.raises(UserError):
        school.jaarstukken.neem_terug(stored)


def test_nothing_is_stored_where_one_of_them_cannot_be(school, team):
    nergens = {"blob": str(school.session.ids.new()), "naam": "weg.pdf"}
    values = {"training": "meldcode", "datum": "2026-02-10"}
    with pytest.raises(UserError):
        school.jaarstukken.scholing_voor(
            [team["Ada"], team["Bo"]],
            {**values, "certificaat": [{**nergens, "media": "application/pdf", "bytes": 10}]},
        )
    assert not school.jaarstukken.alle(Scholing)


def test_who_is_no_staff_any_more_is_named_apart(school, team):
    _scholing(school, team["Dea"], training="meldcode", datum="2024-02-01")
    beeld = school.jaarstukken.scholing()

    assert [een.scholing.wie.naam for een in beeld.overig if een.scholing.wie] == ["Dea Linde"]
    assert MELDCODE in beeld.kolommen


# -- VOG, law


def test_a_vog_is_seen_in_time_and_not_too_old(school, team):
    stukken = school.jaarstukken
    begin = stukken.nieuw(VogCheck)
    values = {"wie": naar_values(team["Ada"]), "waarvoor": "Kamp groep 8", "nodig_op": "2026-06-08"}
    stored, fout = stukken.bewaar(begin, {**values, "afgegeven_op": "2025-12-01", "gezien_op": "2026-03-01"})
    assert stored is None
    assert fout[0].loc == ("afgegeven_op",)
    stored, fout = stukken.bewaar(begin, {**values, "gezien_op": "2026-03-03"})
    assert fout[0].loc == ("gezien_op",), "tomorrow has not come"

    open_ = _vast(stukken.bewaar(begin, {**values, "afgegeven_op": "2025-12-01"}))
    assert _werk(school) == {"vog": date(2026, 6, 8)}
    assert stukken.vogs()[0][1].te_oud()
    stuk = stukken.open(open_.record)
    _vast(stukken.bewaar(stuk, {**stuk.values, "afgegeven_op": "2026-02-20", "gezien_op": "2026-03-01"}))
    assert _werk(school) == {}
    assert not stukken.vogs()[0][1].te_oud()


def test_six_months_is_not_too_old_and_a_day_more_is(school):
    dag = date(2026, 6, 8)
    assert not VogCheck(nodig_op=dag, afgegeven_op=dag - timedelta(days=183)).te_oud()
    assert VogCheck(nodig_op=dag, afgegeven_op=dag - timedelta(days=184)).te_oud()
    assert not VogCheck(afgegeven_op=dag).te_oud()


def test_what_is_still_to_be_seen_or_reviewed_stands_first(school, team):
    stukken = school.jaarstukken
    for nodig, gezien in (("2026-06-08", None), ("2026-04-01", None), ("2026-03-20", "2026-03-01")):
        values = {"wie": naar_values(team["Ada"]), "waarvoor": nodig, "nodig_op": nodig, "gezien_op": gezien}
        _vast(stukken.bewaar(stukken.nieuw(VogCheck), values))
    assert [v.waarvoor for _, v in stukken.vogs()] == ["2026-04-01", "2026-06-08", "2026-03-20"]

    for wat, voor, op in (("a", "2026-05-01", None), ("b", None, "2026-02-01"), ("c", "2026-04-01", None)):
        _vast(stukken.bewaar(stukken.nieuw(Wetswijziging), {"wat": wat, "nakijken_voor": voor, "nagekeken_op": op}))
    assert [w.wat for _, w in stukken.wetten()] == ["c", "a", "b"]
    assert _werk(school)["plan_nakijken"]


def test_what_was_entered_by_mistake_goes_off_the_list(school, team):
    stored = _scholing(school, team["Ada"], training="meldcode", gepland_op="2026-05-01")
    school.jaarstukken.verwijder(stored.record)

    assert MELDCODE not in _lid(school, team["Ada"]).trainingen
    assert _werk(school) == {}


def test_half_written_comes_back(school):
    stukken = school.jaarstukken
    stuk = stukken.nieuw_of_draft(Wetswijziging)
    stukken.bewaar_draft(stuk, {"wat": "Nieuwe regel"})

    assert [d.record for d in stukken.half(Wetswijziging)] == [stuk.record]
    weer = stukken.nieuw_of_draft(Wetswijziging)
    assert (weer.record, weer.values["wat"]) == (stuk.record, "Nieuwe regel")
    assert not stukken.half(VogCheck)


# -- monitoring


def test_a_round_begins_with_its_groups_and_instrument(school):
    _vast(school.eigenplan.bewaar_schoolplan({"monitor_veiligheid": "De Meter", "monitor_sel": "De Kijker"}, None))
    stuk = school.jaarstukken.nieuwe_monitoring()

    assert [g["groep"] for g in stuk.values["groepen"]] == ["6", "7", "8"]  # type: ignore[union-attr,index,call-overload]
    assert stuk.values["instrument"] == "De Meter"
    assert school.jaarstukken.instrument("sel") == "De Kijker"
    assert [g["groep"] for g in school.jaarstukken.groepen_van("sel")] == list("12345678")
    assert not school.jaarstukken.groepen_van("ouders")


def _ronde(d: Diensten, **anders: Any) -> Stored:
    stuk = d.jaarstukken.nieuwe_monitoring()
    actie = {
        "rij": str(d.session.ids.new()),
        "wat": "Toezicht bij de fietsen",
        "wie": "Team",
        "uiterlijk": "2026-04-01",
    }
    values = {
        **stuk.values,
        "uitkomst": "Bijna iedereen voelt zich veilig.",
        "analyse": "Past bij de incidenten.",
        "beleid_anders": False,
        "acties": [actie],
        **anders,
    }
    return _vast(d.jaarstukken.stel_vast(stuk, values))


def test_an_established_round_gives_its_actions_and_its_pdf(school):
    ronde = _ronde(school)

    assert _werk(school) == {"monitoring": date(2026, 4, 1)}
    werk = school.session.vault.work(limit=-1)[0]
    school.agenda.klaar(werk, "Er staat elke dag iemand.")
    assert _werk(school) == {}
    pdf = pypdfium2.PdfDocument(school.jaarstukken.vastgesteld_pdf(ronde.record))
    tekst = "\n".join(p.get_textpage().get_text_bounded() for p in pdf)
    assert "Toezicht bij de fietsen" in tekst
    assert "Past bij de incidenten." in tekst


def test_a_round_says_whether_the_policy_changes(school):
    stuk = school.jaarstukken.nieuwe_monitoring()
    velden = {p.loc[0] for p in school.jaarstukken.problemen(stuk, stuk.values)}

    assert {"uitkomst", "analyse", "beleid_anders"} <= velden
    assert "beleid" not in velden
    assert "beleid" in {p.loc[0] for p in school.jaarstukken.problemen(stuk, {**stuk.values, "beleid_anders": True})}


# -- rights


def test_only_who_keeps_the_year_sees_what_is_about_people(school, team, als: Callable[[Rol], Diensten]):
    _scholing(school, team["Ada"], training="meldcode", gepland_op="2026-03-10")
    _ronde(school)
    leerkracht = als(Rol.LEERKRACHT)

    for doe in (
        leerkracht.jaarstukken.scholing,
        leerkracht.jaarstukken.vogs,
        leerkracht.jaarstukken.wetten,
        leerkracht.jaarstukken.monitoringen,
        leerkracht.jaarstukken.nieuwe_monitoring,
        lambda: leerkracht.jaarstukken.nieuw(VogCheck),
    ):
        with pytest.raises(Geweigerd):
            doe()
    assert {item.werk.kind for item in leerkracht.agenda.items()} == set()
    assert {item.werk.kind for item in school.agenda.items()} == {"scholing", "monitoring"}
    assert not leerkracht.zoeken.zoek("Linde", kinds=(Scholing.KIND,))
    assert school.zoeken.zoek("Linde", kinds=(Scholing.KIND,))
    assert school.stukken(Monitoring) is school.jaarstukken


# -- agenda and home


def test_the_agenda_has_tasks_of_the_near_future_and_ends_them_by_their_own_service(school, clock):
    jaren = school.schooljaren
    jaren.zet_klaar(DIT)
    items = [item for item in school.agenda.items() if item.werk.kind == "jaartaak"]

    assert items
    assert {item.wat for item in items} == {"Taak van het schooljaar"}
    assert max(item.werk.due_on for item in items) <= school.session.vandaag() + timedelta(days=62)
    assert all(item.werk.title and item.werk.subject is None for item in items)
    with pytest.raises(UserError, match="schooljaar"):
        school.agenda.klaar(items[0].werk)
    _vast(jaren.rond_af(items[0].werk.record, Uitkomst.GEDAAN))
    assert items[0].werk.record not in {item.werk.record for item in school.agenda.items()}
    assert b"Taak van het schooljaar" in school.agenda.ics()


# -- papers


def _tekst(pdf: bytes) -> str:
    return "\n".join(p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(pdf))


def test_the_letter_has_what_is_open_for_a_role_and_no_name(school, team, clock):
    jaren = school.schooljaren
    clock.set(datetime(2025, 11, 3, 9, 0, tzinfo=clock.now().tzinfo))
    jaren.zet_klaar(DIT)
    for taak in jaren.taken(DIT):
        if taak.taak.plicht in ("oudergesprek_1", "veiligheidsmonitor"):
            jaren.rond_af(taak.stored.record, Uitkomst.GEDAAN)
    tekst = _tekst(school.jaardruk.herinnering(DIT, Rol.LEERKRACHT, date(2025, 12, 1), date(2025, 12, 31)).maak().pdf)

    assert "Tweede ronde oudergesprekken" in tekst
    assert "december 2025" in tekst
    assert "Eerste ronde" not in tekst, "done"
    assert "Derde ronde" not in tekst, "later"
    assert "Leerlingen dagelijks observeren" in tekst
    assert "Linde" not in tekst
    assert "Directeur" not in tekst
    with pytest.raises(UserError):
        school.jaardruk.herinnering(DIT, Rol.LEERKRACHT, date(2025, 12, 2), date(2025, 12, 1))


def test_the_wheel_has_every_task_and_a_year_without_tasks_says_so(school):
    leeg = school.jaardruk.wiel(DIT).maak()
    assert "nog geen taken" in _tekst(leeg.pdf)
    school.schooljaren.zet_klaar(DIT)
    gemaakt = school.jaardruk.wiel(DIT).maak()
    document = pypdfium2.PdfDocument(gemaakt.pdf)
    breed, hoog = document[0].get_size()

    assert gemaakt.paginas == len(document) >= 2
    assert breed > hoog
    assert document[1].get_size()[0] < document[1].get_size()[1]
    tekst = _tekst(gemaakt.pdf)
    for taak in school.schooljaren.taken(DIT):
        assert taak.taak.taak.split(",")[0][:20] in tekst


def test_the_overview_of_training_names_who_lacks_what(school, team):
    _scholing(school, team["Ada"], training="meldcode", datum="2025-02-01")
    papier = school.jaardruk.scholing()

    assert not papier.openbaar
    tekst = _tekst(papier.maak().pdf)
    assert "Ada Linde: Relaties en seksualiteit" in tekst
    assert "01-02-2025" in tekst


def test_the_papers_need_the_right_to_print(als):
    for rol, doe in ((Rol.ADMINISTRATIE, "wiel"),):
        with pytest.raises(Geweigerd):
            getattr(als(rol).jaardruk, doe)(DIT)


def test_a_record_id_is_known_by_its_kind(school, team):
    stored = _scholing(school, team["Ada"], training="meldcode", datum="2025-02-01")
    assert isinstance(stored.record, UUID)
    assert school.open_stuk(stored.record).kind is Scholing
