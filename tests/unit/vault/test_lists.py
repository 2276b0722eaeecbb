"""Lists, links, open work and merges: what is derived, step by step and from nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from desktop.models.core import Ids, Wie
from desktop.models.errors import Afgebroken
from desktop.models.gespreksverslag import Afspraak
from desktop.models.opslag import Append, Query
from desktop.models.personen import Groep, Leerling, Persoon, Relatie, Relatiesoort, Samenvoeging
from desktop.models.vervolg import AfspraakGedaan, InParnasSys, Ondertekening, Uitkomst
from desktop.vault.derive import Aliases
from desktop.vault.store import Vault
from tests.unit.vault.kluis import ACTOR, OTHER, Pen, leerling, verslag

RIJ = UUID(int=5)
DERIVED = ("record", "alias", "link", "due")


def titles(vault: Vault, **query: object) -> list[str]:
    return [row.title for row in vault.rows(vault.ids(Query(**query)))]  # type: ignore[arg-type]


def derived(vault: Vault) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(vault._db.all(f"SELECT * FROM {table}"), key=repr) for table in DERIVED}


def persoon(naam: str) -> Persoon:
    return Persoon(roepnaam=naam, achternaam="Bakker", telefoon="06-00000000", email="a@voorbeeld.nl")


def test_row_shows_what_a_list_needs(vault: Vault, pen: Pen) -> None:
    kind = pen.new(leerling(groep_naam="5a", geboortedatum=date(2016, 3, 12)))
    report = pen.new(verslag(kind.record))
    row, detail = vault.rows_of([report.record])[0], vault.rows_of([kind.record])[0].detail
    assert detail == "5a · 12-03-2016"
    assert (row.record, row.kind, row.state, row.title) == (report.record, "gespreksverslag", "concept", "Rekenen")
    assert (row.event_at, row.subjects, row.author) == ("2026-02-20T00:00:00", (kind.record,), ACTOR.account)
    assert row.recorded_at == pen.at and row.parent is None and row.parnassys_on is None and not row.closed
    assert vault.rows_of([pen.new(persoon("Anna")).record])[0].detail == "06-00000000 · a@voorbeeld.nl"


def test_pupils_sort_as_a_dutch_list_does(vault: Vault, pen: Pen) -> None:
    for voorvoegsel, achternaam in (("", "Éluard"), ("van den", "Berg"), ("", "Çelik"), ("de", "Dijk")):
        pen.new(leerling("A", achternaam, voorvoegsel=voorvoegsel))
    names = titles(vault, kinds=("leerling",), order="naam")
    assert names == ["A van den Berg", "A Çelik", "A de Dijk", "A Éluard"]


def test_queries_narrow(vault: Vault, pen: Pen) -> None:
    kind, ander = pen.new(leerling("Zoë")), pen.new(leerling("Bo"))
    pen.new(verslag(kind.record, onderwerp="Oud", datum=date(2026, 1, 5)))
    pen.new(verslag(kind.record, onderwerp="Nieuw", datum=date(2026, 2, 5), besproken="Over lezen."), "vastgesteld")
    pen.actor = OTHER
    pen.new(verslag(ander.record, onderwerp="Ander", datum=date(2026, 1, 9)))
    reports = ("gespreksverslag",)
    assert titles(vault, kinds=reports) == ["Nieuw", "Ander", "Oud"]
    assert titles(vault, target=kind.record) == ["Nieuw", "Oud"]
    assert titles(vault, target=kind.record, link_role="ouder") == []
    assert titles(vault, target=kind.record, link_role="betreft", states=("vastgesteld",)) == ["Nieuw"]
    assert titles(vault, kinds=reports, author=OTHER.account) == ["Ander"]
    assert titles(vault, kinds=reports, van=date(2026, 1, 9), tot=date(2026, 2, 4)) == ["Ander"]
    assert titles(vault, van=date(2026, 1, 5), tot=date(2026, 1, 5)) == ["Oud"]
    assert titles(vault, words="lez") == ["Nieuw"]
    assert titles(vault, words="lez", kinds=("leerling",)) == []
    assert titles(vault, words="!!") == []
    assert titles(vault, niet_in_parnassys=True) == ["Nieuw"]
    assert vault.count(Query()) == 5 and vault.count(Query(target=kind.record)) == 2
    assert vault.count(Query(words="?")) == 0
    assert [row.title for row in vault.rows([10**9, *vault.ids(Query(target=ander.record))])] == ["Ander"]


def test_one_record_linked_twice_to_a_person_is_one_line(vault: Vault, pen: Pen) -> None:
    wie = pen.new(persoon("Anna")).record
    report = pen.new(verslag(wie, ouders=(Wie(persoon=wie, naam="Anna"),)))
    assert list(vault.ids(Query(target=wie))) == [vault.rows_of([report.record])[0].id]
    assert vault.count(Query(target=wie)) == 1


def test_author_and_undated_moment_are_those_of_the_first_revision(vault: Vault, pen: Pen, clock) -> None:
    stored = pen.new(Groep(naam="5a"))
    first = vault.rows_of([stored.record])[0]
    pen.actor, pen.at = OTHER, clock.step(days=3)
    pen.next(stored, Groep(naam="5b"))
    row = vault.rows_of([stored.record])[0]
    assert (row.id, row.author, row.event_at) == (first.id, ACTOR.account, first.event_at)
    assert (row.title, row.recorded_at) == ("5b", pen.at)


def test_withdrawn_leaves_lists_search_timeline_and_work(vault: Vault, pen: Pen) -> None:
    kind = pen.new(leerling())
    afspraak = Afspraak(rij=RIJ, wat="Oefenen", uiterlijk=date(2026, 3, 1))
    report = pen.new(verslag(kind.record, afspraken=(afspraak,)), "vastgesteld")
    assert vault.work() and vault.search("rekenen")
    pen.next(report, state="ingetrokken")
    assert titles(vault, target=kind.record) == titles(vault, kinds=("gespreksverslag",)) == []
    assert list(vault.work()) == [] and list(vault.search("rekenen")) == []
    assert titles(vault, states=("ingetrokken",)) == titles(vault, target=kind.record, states=("ingetrokken",))
    assert titles(vault, states=("ingetrokken",)) == ["Rekenen"]
    assert list(vault.all("gespreksverslag")) == []


def test_pupil_who_left_is_closed_from_that_day(vault: Vault, pen: Pen) -> None:
    pen.new(leerling("Weg", uitstroomdatum=date(2020, 1, 1)))
    pen.new(leerling("Gaat", uitstroomdatum=date(9000, 1, 1)))
    pen.new(leerling("Blijft"))
    rows = vault.rows(vault.ids(Query(kinds=("leerling",), order="naam")))
    assert {row.title.split()[0]: row.closed for row in rows} == {"Weg": True, "Gaat": False, "Blijft": False}
    assert {t.split()[0] for t in titles(vault, open_only=True)} == {"Gaat", "Blijft"}


def test_a_limit_gives_the_first_in_order_and_counts_no_further(vault: Vault, pen: Pen) -> None:
    kind, sibling = pen.new(leerling("Zoë")), pen.new(leerling("Anna"))
    for _ in range(3):
        pen.new(verslag(kind.record), "vastgesteld")
    pen.new(verslag(sibling.record))
    for narrowed in (
        {"order": "naam"},
        {"kinds": ("leerling", "gespreksverslag")},
        {"kinds": ("gespreksverslag",), "states": ("concept",)},
        {"target": kind.record},
        {"niet_in_parnassys": True},
        {"words": "rekenen"},
    ):
        query = Query(**narrowed)
        alle = list(vault.ids(query))
        assert alle and vault.count(query) == len(alle)
        for limit in (1, 2, 50):
            assert list(vault.ids(replace(query, limit=limit))) == alle[:limit]
            assert vault.count(replace(query, limit=limit)) == min(len(alle), limit)


def test_followups_close_the_work_of_what_they_follow(vault: Vault, pen: Pen) -> None:
    kind = pen.new(leerling())
    afspraak = Afspraak(rij=RIJ, wat="Oefenen", uiterlijk=date(2026, 3, 5))
    ouders = (Wie(naam="Anna Bakker"), Wie(naam="Bas Bakker"))
    report = pen.new(verslag(kind.record, afspraken=(afspraak,), ouders=ouders), "vastgesteld")
    today = date(2026, 3, 7)  # the day after the term for signing
    assert vault.work_counts(today) == {"ib": (3, 3)}
    assert vault.work_counts(date(2026, 3, 1)) == {"ib": (2, 0)}
    assert [w.kind for w in vault.work(until=date(2026, 3, 1))] == ["tekenen", "tekenen"]
    assert [w.kind for w in vault.work(role="ib", limit=1)] == ["afspraak"] and list(
        vault.work(role="leerkracht")
    ) == []
    first = vault.work()[0]
    assert (first.record, first.subject, first.subject_title) == (report.record, kind.record, "Zoë Bakker")

    moment = datetime(2026, 3, 3, 10)
    for wie in ouders:
        pen.new(Ondertekening(op=report.record, moment=moment, ouder=wie, uitkomst=Uitkomst.ZIET_AF))
    done = pen.new(AfspraakGedaan(op=report.record, moment=moment, afspraak=RIJ, gelukt=True))
    assert list(vault.work()) == [] and vault.rows_of([report.record])[0].closed
    assert vault.rows_of([done.record])[0].parent == report.record
    tick = pen.new(InParnasSys(op=report.record, moment=moment, datum=date(2026, 3, 4)))
    assert vault.rows_of([report.record])[0].parnassys_on == date(2026, 3, 4)
    assert titles(vault, niet_in_parnassys=True) == []
    pen.next(tick, state="ingetrokken")
    pen.next(done, state="ingetrokken")
    row = vault.rows_of([report.record])[0]
    assert row.parnassys_on is None and not row.closed and [w.kind for w in vault.work()] == ["afspraak"]
    assert [r.title for r in vault.rows(vault.ids(Query(parent=report.record)))] == [
        "Bas Bakker: ziet af van tekenen",
        "Anna Bakker: ziet af van tekenen",
    ]
    assert vault.verify().findings == ()


def test_a_followup_that_moves_is_taken_off_the_old_record(vault: Vault, pen: Pen) -> None:
    one, two = pen.new(verslag(), "vastgesteld"), pen.new(verslag(), "vastgesteld")
    tick = InParnasSys(op=one.record, moment=datetime(2026, 3, 3), datum=date(2026, 3, 4))
    stored = pen.new(tick)
    pen.next(stored, InParnasSys(op=two.record, moment=datetime(2026, 3, 3), datum=date(2026, 3, 4)))
    assert [row.parnassys_on for row in vault.rows_of([one.record, two.record])] == [None, date(2026, 3, 4)]


def test_merge_moves_links_and_hides_the_old_person(vault: Vault, pen: Pen) -> None:
    kind = pen.new(leerling()).record
    oud, nieuw = pen.new(persoon("Anna")).record, pen.new(persoon("Annie")).record
    kaart = Relatie(leerling=kind, persoon=oud, naam="Anna", soort=Relatiesoort.MOEDER)
    pen.new(kaart)
    merge = pen.new(Samenvoeging(oud=oud, nieuw=nieuw, reden="Dezelfde"))
    assert vault.resolve(oud) == nieuw == vault.resolve(nieuw)
    assert titles(vault, kinds=("persoon",)) == ["Annie Bakker"]
    assert titles(vault, kinds=("persoon",), states=("concept",)) == ["Annie Bakker"]
    assert titles(vault, target=nieuw) == titles(vault, target=oud) == ["Anna (moeder)"]
    (hit,) = vault.search("anna", kinds=("persoon",))  # nobody is called so any more: it may be a typing error
    assert (hit.row.record, hit.hersteld) == (nieuw, (("anna", ("annie",)),))
    assert vault.rows_of([oud])[0].closed
    assert derived(vault)["alias"] == [(oud.bytes, nieuw.bytes)]
    pen.new(verslag(kind, ouders=(Wie(persoon=oud, naam="Anna"),)))
    assert titles(vault, target=nieuw, link_role="ouder") == ["Anna (moeder)", "Rekenen"]

    pen.next(merge, state="ingetrokken")
    assert vault.resolve(oud) == oud
    assert titles(vault, target=nieuw) == [] and len(titles(vault, target=oud)) == 2
    assert [hit.row.record for hit in vault.search("anna", kinds=("persoon",))] == [oud]
    assert vault.verify().findings == ()


def test_merges_chain_and_never_circle() -> None:
    a, b, c = b"a", b"b", b"c"
    chain = Aliases([(a, b), (b, c)])
    assert chain.resolve(a) == c and a in chain and c not in chain
    assert Aliases([(a, b), (b, a)]).pairs() == {(a, b)}
    assert Aliases([(a, b), (a, c)]).pairs() == {(a, c)}
    assert Aliases([(a, b), (b, c), (c, a)]).resolve(a) == c
    assert Aliases([(a, b), (a, a)]).pairs() == {(a, b)}


def test_chain_of_merges_moves_who_already_pointed_at_one(vault: Vault, pen: Pen) -> None:
    a, b, c = (pen.new(persoon(n)).record for n in "ABC")
    pen.new(verslag(ouders=(Wie(persoon=a, naam="A"),)))
    pen.new(Samenvoeging(oud=a, nieuw=b, reden="x"))
    last = pen.new(Samenvoeging(oud=b, nieuw=c, reden="x"))
    assert titles(vault, target=c) == ["Rekenen"] and titles(vault, kinds=("persoon",)) == ["C Bakker"]
    pen.next(last, state="ingetrokken")
    assert titles(vault, target=a) == titles(vault, target=b) == ["Rekenen"] and titles(vault, target=c) == []
    assert vault.verify().findings == ()


def test_rebuild_gives_what_was(vault: Vault, pen: Pen, ids: Ids) -> None:
    kind, a, b = pen.new(leerling()).record, pen.new(persoon("A")).record, pen.new(persoon("B")).record
    pen.new(Relatie(leerling=kind, persoon=a, naam="A", soort=Relatiesoort.VADER))
    report = pen.new(verslag(kind, ouders=(Wie(persoon=a, naam="A"),)), "vastgesteld")
    pen.new(
        Ondertekening(op=report.record, moment=datetime(2026, 3, 3), ouder=Wie(naam="X"), uitkomst=Uitkomst.AFWEZIG)
    )
    pen.new(Samenvoeging(oud=a, nieuw=b, reden="x"))
    pen.next(pen.new(verslag(kind)), state="ingetrokken")
    before, hits = derived(vault), list(vault.search("rekenen"))
    with pytest.raises(Afgebroken):
        vault.rebuild(lambda done, total: False)
    assert derived(vault) == before
    vault._db.execute("UPDATE record SET title = 'kapot'")
    vault._db.execute("DELETE FROM link")
    vault._db.execute("INSERT INTO search(search) VALUES('delete-all')")
    assert {f.code for f in vault.verify().findings} == {"afgeleid", "zoeken"}
    vault.rebuild()
    assert derived(vault) == before and list(vault.search("rekenen")) == hits
    assert vault.verify().findings == ()


def test_order_of_arrival_does_not_matter(vault: Vault, pen: Pen, ids: Ids) -> None:
    kind, report = ids.new(), ids.new()
    tick = InParnasSys(op=report, moment=datetime(2026, 3, 3), datum=date(2026, 3, 4))
    items = [
        Append(ids.new(), tick, None),
        Append(report, verslag(kind), None, "vastgesteld"),
        Append(kind, leerling(), None),
    ]
    vault.append_many(ACTOR, items, pen.at, action="uitwisseling")
    assert titles(vault, target=kind) == ["Rekenen"]
    assert vault.rows_of([report])[0].parnassys_on == date(2026, 3, 4)
    before = derived(vault)
    vault.rebuild()
    assert derived(vault) == before


def test_a_megabyte_in_a_title_stays_out_of_the_list(vault: Vault, pen: Pen) -> None:
    stored = pen.new(verslag(onderwerp="lang\n" * 200_000))
    assert len(vault.rows_of([stored.record])[0].title) <= 300
    assert vault.get(stored.record).value == verslag(onderwerp="lang\n" * 200_000)


def test_pupil_in_a_group(vault: Vault, pen: Pen) -> None:
    groep = pen.new(Groep(naam="5a")).record
    pen.new(Leerling(roepnaam="Zoë", achternaam="Bakker", groep=groep))
    assert titles(vault, target=groep, link_role="groep") == ["Zoë Bakker"]


def test_what_is_not_in_parnassys_can_be_narrowed_further(vault: Vault, pen: Pen) -> None:
    kind = pen.new(leerling()).record
    pen.new(verslag(kind), "vastgesteld")
    pen.new(verslag(kind, onderwerp="Concept"))
    for extra in (
        {"target": kind},
        {"states": ("vastgesteld",)},
        {"kinds": ("gespreksverslag", "uitnodiging"), "words": "reken", "open_only": False},
        {"author": ACTOR.account, "van": date(2026, 2, 20), "tot": date(2026, 2, 20)},
        {"order": "naam"},
    ):
        assert titles(vault, niet_in_parnassys=True, **extra) == ["Rekenen"]
        assert vault.count(Query(niet_in_parnassys=True, **extra)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("order", ["recent", "naam"])
@pytest.mark.parametrize("states", [(), ("concept",), ("concept", "vastgesteld")])
def test_a_list_is_read_from_an_index_alone_and_not_sorted(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, order: str, states: tuple[str, ...]
) -> None:
    """With 100,000 rows in it a list is there at once only so."""
    asked: list[tuple[str, object]] = []
    real = vault._db.one
    monkeypatch.setattr(vault._db, "one", lambda sql, params=(): asked.append((sql, params)) or real(sql, params))
    vault.ids(Query(kinds=("gespreksverslag", "uitnodiging"), states=states, order=order))  # type: ignore[arg-type]
    [(sql, params)] = asked
    plan = [row[3] for row in vault._db.all(f"EXPLAIN QUERY PLAN {sql}", params)]  # type: ignore[arg-type]
    reads = [line for line in plan if " r " in line]
    assert len(reads) == 2
    assert all("COVERING INDEX" in line for line in reads)
    assert not any("TEMP B-TREE" in line for line in plan)


@pytest.mark.parametrize("vraag", [{"author": UUID(int=1)}, {"detail": "Oudergesprek"}, {"limit": 3}])
def test_concepts_are_read_and_counted_from_an_index_of_their_own(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, vraag: dict[str, object]
) -> None:
    """Home asks for them at every opening, among 100,000 records."""
    asked: list[tuple[str, object]] = []
    real = vault._db.one
    monkeypatch.setattr(vault._db, "one", lambda sql, params=(): asked.append((sql, params)) or real(sql, params))
    query = Query(kinds=("gespreksverslag", "uitnodiging"), states=("concept",), **vraag)  # type: ignore[arg-type]
    vault.ids(query)
    vault.count(query)
    for sql, params in asked:
        plan = [row[3] for row in vault._db.all(f"EXPLAIN QUERY PLAN {sql}", params)]  # type: ignore[arg-type]
        reads = [line for line in plan if " r " in line]
        assert reads and all("COVERING INDEX record_concept" in line for line in reads), plan
    assert len(asked) == 2


def test_two_kinds_stand_in_one_order(vault: Vault, pen: Pen) -> None:
    kind = pen.new(leerling("Zoë")).record
    for naam, dag in (("Bomen", 3), ("Appels", 9), ("Citroenen", 5)):
        pen.new(verslag(kind, onderwerp=naam, datum=date(2026, 1, dag)))
    pen.new(InParnasSys(op=kind, revisie="ab", leerling=kind, moment=datetime(2026, 1, 6, 8), datum=date(2026, 1, 6)))
    kinds = ("gespreksverslag", InParnasSys.KIND)
    days = [row.event_at[8:10] for row in vault.rows(vault.ids(Query(kinds=kinds)))]
    assert days == ["09", "06", "05", "03"]
    assert titles(vault, kinds=kinds, order="naam")[:3] == ["Appels", "Bomen", "Citroenen"]
    assert len(vault.ids(Query())) == 5
