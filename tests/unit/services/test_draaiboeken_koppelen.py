"""What a run of a draaiboek belongs to: linked and taken away later, told in the logs, as far as one may know of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from desktop.models.core import Wie
from desktop.models.errors import Geweigerd, UserError
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.opslag import Append
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.draaiboeken import Geopend


def _begin(d: Diensten, **anders: Any) -> Geopend:
    stored, fout = d.draaiboeken.begin("gedrag", {"aanleiding": "Schelden op het plein", **anders}, ())
    assert stored is not None, fout
    return d.draaiboeken.open_loop(stored.record)


def _weer(d: Diensten, loop: Geopend) -> Geopend:
    return d.draaiboeken.open_loop(loop.stored.record)


def _leg(d: Diensten, value: Any) -> UUID:
    item = Append(d.session.ids.new(), value, None, "concept")
    return d.session.vault.append(d.session.actor, item, d.session.nu(), action="proef").record


def _log(d: Diensten, bij: UUID) -> list[str]:
    log = d.draaiboeken.log
    return [rij.regel.tekst for rij in log.rijen(bij, log.alle(bij))]


@pytest.fixture
def noa(school: Diensten) -> UUID:
    return _leg(school, Leerling(roepnaam="Noa", achternaam="Berkhout", groep_naam="5"))


@pytest.fixture
def zaak(school: Diensten, noa: UUID) -> UUID:
    return _leg(
        school,
        MeldcodeDossier(kort="Zorgen thuis", leerling=Wie(persoon=noa, naam="Noa Berkhout", hoedanigheid="leerling")),
    )


def test_a_calamity_is_linked_later_and_both_logs_say_so(school):
    d, loop = school.draaiboeken, _begin(school)
    brand = school.calamiteiten.begin("Brand").record
    d.koppel(loop, brand)
    loop = _weer(school, loop)
    assert loop.beeld.loop.calamiteit == brand
    assert [rij.record for rij in d.gekoppeld(loop)] == [brand]
    assert [rij.record for rij in d.lopen(calamiteit=brand)] == [loop.stored.record]
    assert _log(school, brand)[0].startswith("Draaiboek gekoppeld: ")
    assert _log(school, loop.stored.record)[0] == "Dit draaiboek hoort nu bij de calamiteit: Brand"
    d.maak_los(loop, brand)
    loop = _weer(school, loop)
    assert loop.beeld.loop.calamiteit is None and d.gekoppeld(loop) == []
    assert _log(school, brand)[0].startswith("Draaiboek losgemaakt: ")


def test_a_run_belongs_to_one_calamity_and_to_none_that_is_closed(school):
    d, loop = school.draaiboeken, _begin(school)
    brand, storm = (school.calamiteiten.begin(wat).record for wat in ("Brand", "Storm"))
    school.calamiteiten.sluit(brand, {"geevalueerd": False, "waarom_niet": "Het was een oefening."})
    with pytest.raises(UserError, match="afgesloten"):
        d.koppel(loop, brand)
    d.koppel(loop, storm)
    loop = _weer(school, loop)
    d.koppel(loop, storm)
    assert _weer(school, loop).stored.revision == loop.stored.revision, "the same again changes nothing"
    with pytest.raises(UserError, match="hoort al bij een calamiteit"):
        d.koppel(loop, school.calamiteiten.begin("Nog een").record)


def test_a_pupil_becomes_someone_involved_and_comes_back_where_it_stood(school, noa):
    d, loop = school.draaiboeken, _begin(school)
    ander = _leg(school, Leerling(roepnaam="Sem", achternaam="Berkhout"))
    for kind in (noa, ander, noa):
        d.koppel(_weer(school, loop), kind)
    loop = _weer(school, loop)
    was = loop.beeld.loop
    assert [b.wie.persoon for b in was.betrokkenen] == [noa, ander]
    assert was.betrokkenen[0].wie.hoedanigheid == "leerling, groep 5"
    rij = was.betrokkenen[0].rij
    d.maak_los(loop, rij)
    loop = _weer(school, loop)
    assert [b.wie.persoon for b in loop.beeld.loop.betrokkenen] == [ander]
    for _ in range(2):
        d.koppel_terug(_weer(school, loop), was, rij)
    assert _weer(school, loop).beeld.loop.betrokkenen == was.betrokkenen
    assert not any("Noa" in regel for regel in _log(school, loop.stored.record)), "a log names no pupil by itself"


def test_a_case_is_linked_without_a_word_in_the_log(school, zaak):
    d, loop = school.draaiboeken, _begin(school)
    voor = _log(school, loop.stored.record)
    d.koppel(loop, zaak)
    loop = _weer(school, loop)
    assert [rij.record for rij in d.gekoppeld(loop)] == [zaak]
    assert zaak not in [rij.record for rij in d.gemaakt(loop)], "it was not made from the run"
    assert _log(school, loop.stored.record) == voor
    was = loop.beeld.loop
    d.maak_los(loop, zaak)
    assert d.gekoppeld(_weer(school, loop)) == []
    d.koppel_terug(_weer(school, loop), was, zaak)
    assert [rij.record for rij in d.gekoppeld(_weer(school, loop))] == [zaak]


def test_who_may_not_read_a_case_sees_none_and_links_none(school, als, zaak):
    leerkracht = als(Rol.LEERKRACHT)
    loop = _begin(leerkracht)
    school.draaiboeken.koppel(_weer(school, loop), zaak)
    van_hem = _weer(leerkracht, loop)
    assert leerkracht.draaiboeken.gekoppeld(van_hem) == []
    assert zaak not in [rij.record for rij in leerkracht.draaiboeken.gemaakt(van_hem)]
    with pytest.raises(Geweigerd):
        leerkracht.draaiboeken.koppel(
            van_hem, _leg(school, MeldcodeDossier(kort="Nog een", leerling=Wie(persoon=None, naam="Sem")))
        )


def test_another_kind_of_record_and_a_closed_run_are_refused(school, noa):
    d, loop = school.draaiboeken, _begin(school)
    with pytest.raises(UserError, match="kan niet aan een draaiboek"):
        d.koppel(loop, _begin(school).stored.record)
    d.koppel(loop, _leg(school, Leerling(roepnaam="Sem", achternaam="Berkhout")))
    stored, fout = d.sluit(_weer(school, loop), "Alles is met het team doorgesproken.")
    assert stored is not None, fout
    dicht = _weer(school, loop)
    for doe in (lambda: d.koppel(dicht, noa), lambda: d.maak_los(dicht, dicht.beeld.loop.betrokkenen[0].rij)):
        with pytest.raises(UserError, match="afgesloten"):
            doe()


def test_what_it_is_for_can_be_changed_and_earlier_words_stay_in_that_version(school, noa):
    d, loop = school.draaiboeken, _begin(school)
    rij = {"rij": str(UUID(int=4)), "wie": {"persoon": str(noa), "naam": "Noa Berkhout"}, "rol": None}
    stored, fout = d.wijzig(loop, {"aanleiding": "Slaan op het plein", "betrokkenen": [rij], "slot": "telt niet"})
    assert stored is not None, fout
    na = _weer(school, loop).beeld.loop
    assert (na.aanleiding, na.slot, na.definitie) == ("Slaan op het plein", "", loop.beeld.loop.definitie)
    assert [b.wie.naam for b in na.betrokkenen if b.wie] == ["Noa Berkhout"]
    versies = [v.value.aanleiding for v in school.session.vault.history(loop.stored.record)]
    assert versies == ["Schelden op het plein", "Slaan op het plein"]
    log = _log(school, loop.stored.record)
    assert log[0] == "De aanleiding is gewijzigd. De betrokkenen zijn gewijzigd."
    assert not any("Schelden" in regel or "Noa" in regel for regel in log)


def test_a_change_that_changes_nothing_or_leaves_nothing_is_not_stored(school):
    d, loop = school.draaiboeken, _begin(school)
    stored, fout = d.wijzig(loop, {"aanleiding": "Schelden op het plein"})
    assert stored is not None and not fout
    assert stored.revision == loop.stored.revision and _log(school, loop.stored.record) == []
    stored, fout = d.wijzig(loop, {"aanleiding": "  "})
    assert stored is None and [p.loc for p in fout] == [("aanleiding",)]


def test_of_two_who_change_it_the_second_hears_that(school):
    d, loop = school.draaiboeken, _begin(school)
    d.wijzig(loop, {"aanleiding": "Slaan op het plein"})
    with pytest.raises(UserError):
        d.wijzig(loop, {"aanleiding": "Schoppen op het plein"})
    assert _weer(school, loop).beeld.loop.aanleiding == "Slaan op het plein"
    d.sluit(_weer(school, loop), "Het liep met een sisser af.")
    with pytest.raises(UserError, match="afgesloten"):
        d.wijzig(_weer(school, loop), {"aanleiding": "Iets anders"})
