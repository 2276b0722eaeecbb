"""The papers for the board on a real vault: filled in by themselves, nameless, fixed once established, sent."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from desktop.models.bestuurspakket import Bestuurspakket, Onderdeel
from desktop.models.core import Wie
from desktop.models.errors import Geweigerd, UserError
from desktop.models.incident import Incident, IncidentSoort, Plaats
from desktop.models.jaarcyclus import Jaartaak, TaakUitkomst, Uitkomst
from desktop.models.opslag import Append, Stored
from desktop.models.personen import Leerling, Medewerker
from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode, half_jaar_voor
from desktop.models.schooljaarstukken import Monitoring, Scholing, Training, Vragenlijst
from desktop.services.diensten import Diensten

JAAR = Periode(date(2025, 8, 1), date(2026, 7, 31))


def _vast(uitkomst: tuple[Stored | None, object]) -> Stored:
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


def _leg(d: Diensten, value: Any, state: Any = "concept") -> Stored:
    item = Append(d.session.ids.new(), value, None, state)
    return d.session.vault.append(d.session.actor, item, d.session.nu(), action="proef")


def _incident(d: Diensten, n: int = 1, state: Any = "vastgesteld") -> None:
    for _ in range(n):
        _leg(d, Incident(datum=date(2025, 11, 3), soort=IncidentSoort.GEWELD, plaats=Plaats.PLEIN), state)


def _taak(d: Diensten, plicht: str = "monitor", taak: str = "Vragenlijst afnemen") -> Stored:
    dag = date(2025, 11, 30)
    return _leg(d, Jaartaak(plicht=plicht, schooljaar="2025-2026", taak=taak, rol=Rol.DIRECTEUR, gepland_op=dag))


def _vastgesteld(d: Diensten, **anders: Any) -> Stored:
    stuk = d.bestuur.nieuw(JAAR, date(2026, 8, 20))
    return _vast(d.bestuur.stel_vast(stuk, {**stuk.values, **anders}))


def _tekst(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(pagina.get_textpage().get_text_bounded() for pagina in document)
    finally:
        document.close()


def test_half_a_year_before_a_talk() -> None:
    assert half_jaar_voor(date(2026, 8, 31)) == Periode(date(2026, 2, 28), date(2026, 8, 30))
    assert half_jaar_voor(date(2026, 3, 2)) == Periode(date(2025, 9, 2), date(2026, 3, 1))
    assert half_jaar_voor(date(2026, 12, 15)) == Periode(date(2026, 6, 15), date(2026, 12, 14))


def test_each_part_says_what_it_holds_and_what_is_missing(school: Diensten) -> None:
    d = school
    _incident(d, 6)
    _incident(d, 1, "concept")
    gedaan = _taak(d)
    _leg(d, TaakUitkomst(op=gedaan.record, moment=d.session.nu(), uitkomst=Uitkomst.GEDAAN), "vastgesteld")
    _taak(d, taak="Nog te doen")
    _taak(d, plicht="", taak="Met Noa Berkhout praten")
    _leg(d, Medewerker(roepnaam="Mo", achternaam="Test", functie="leerkracht"))
    _leg(d, Monitoring(lijst=Vragenlijst.VEILIGHEID, van=date(2025, 11, 10)))
    inhoud = d.bestuur.beeld(JAAR).inhoud
    assert len(inhoud.incidenten.incidenten) == 6 and len(inhoud.jaar) == 2 and inhoud.eigen_taken == 1
    assert inhoud.ontbreekt(Onderdeel.INCIDENTEN) == "1 incident is nog niet geregistreerd"
    assert inhoud.ontbreekt(Onderdeel.MONITORING) == "1 ronde is nog niet vastgesteld"
    assert inhoud.ontbreekt(Onderdeel.JAARCYCLUS) == "1 taak is nog open"
    assert inhoud.ontbreekt(Onderdeel.MELDCODE) == "" and "toelichting" in inhoud.ontbreekt(Onderdeel.SCHOLING)
    assert inhoud.kort(Onderdeel.JAARCYCLUS) == "1 gedaan, 0 overgeslagen, van 2 taken."
    assert "Geen rapportages" in inhoud.kort(Onderdeel.MELDCODE)
    assert all(inhoud.kort(deel) for deel in Onderdeel)


def test_figures_stay_those_of_the_moment_it_was_established(school: Diensten, clock: Any) -> None:
    d = school
    _incident(d, 6)
    taak = _taak(d)
    pakket = _vastgesteld(d)
    eerst = d.bestuur.beeld(JAAR)
    assert eerst.pakket is not None and not eerst.nieuw
    clock.moment += timedelta(days=2)
    _incident(d, 3)
    _leg(d, TaakUitkomst(op=taak.record, moment=d.session.nu(), uitkomst=Uitkomst.GEDAAN), "vastgesteld")
    wie = _leg(d, Medewerker(roepnaam="Mo", achternaam="Test"))
    _leg(d, Scholing(wie=Wie(persoon=wie.record, naam="Mo Test"), training=Training.MELDCODE, datum=date(2026, 2, 1)))
    later = d.bestuur.beeld(JAAR)
    assert later.inhoud == eerst.inhoud and later.nieuw
    opdracht = d.documenten.opdracht(pakket)
    assert opdracht.pakket is not None and len(opdracht.pakket.incidenten.incidenten) == 6


def test_a_name_of_anyone_at_school_is_refused(school: Diensten) -> None:
    d = school
    _leg(d, Leerling(roepnaam="Noa", achternaam="Berkhout"))
    _leg(d, Medewerker(roepnaam="Karim", achternaam="Zandstra"))
    stuk = d.bestuur.nieuw(JAAR)
    for naam in ("Noa", "Zandstra"):
        values = {**stuk.values, "lijn": f"Het liep goed, behalve bij {naam}."}
        stored, fout = d.bestuur.stel_vast(stuk, values)
        assert stored is None and any(p.loc == ("lijn",) and naam in p.zin for p in fout)
        assert any(p.loc == ("lijn",) for p in d.bestuur.problemen(stuk, values))


def test_a_name_in_a_round_of_monitoring_does_not_go_along(school: Diensten) -> None:
    d = school
    _leg(d, Leerling(roepnaam="Noa", achternaam="Berkhout"))
    ronde = Monitoring(
        lijst=Vragenlijst.VEILIGHEID,
        van=date(2025, 11, 10),
        uitkomst="Vooral Noa voelt zich niet veilig.",
        analyse="x",
        beleid_anders=False,
    )
    _leg(d, ronde, "vastgesteld")
    (een,) = d.bestuur.beeld(JAAR).inhoud.rondes
    assert "Noa" not in een.uitkomst and een.besluit == "Het beleid blijft zoals het is."


def test_the_pdf_holds_only_the_chosen_parts_and_no_small_number(school: Diensten) -> None:
    d = school
    _incident(d, 3)
    _taak(d)
    delen = [Onderdeel.INCIDENTEN.value, Onderdeel.JAARCYCLUS.value]
    pakket = _vastgesteld(d, onderdelen=delen, incidenten="Vooral op het plein.")
    tekst = _tekst(d.documenten.maak(d.documenten.opdracht(pakket)).pdf)
    assert "Inhoud" in tekst and "Incidentenregistratie" in tekst and "Vragenlijst afnemen" in tekst
    assert "Scholingsbehoefte" not in tekst and "Vooral op het plein." in tekst
    assert "afgeschermd" in tekst and "OBS Zonnedauw" in tekst and "Gesprek op 20 augustus 2026" in tekst
    eens = d.documenten.opdracht(pakket, zonder_vervolg=True)
    assert d.documenten.maak(eens).pdf == d.documenten.maak(eens).pdf


def test_the_spreadsheet_has_the_same_counts(school: Diensten) -> None:
    d = school
    _incident(d, 6)
    _taak(d)
    pakket = _vastgesteld(d)
    with zipfile.ZipFile(io.BytesIO(d.bestuur.rekenblad(pakket.record)())) as boek:
        tekst = "".join(boek.read(n).decode() for n in boek.namelist() if n.endswith(".xml"))
    assert "Vragenlijst afnemen" in tekst and "Geregistreerde incidenten" in tekst


def test_sending_is_recorded_and_ends_the_work(school: Diensten) -> None:
    d = school
    pakket = _vastgesteld(d)
    assert isinstance(pakket.value, Bestuurspakket)

    def werk() -> list[str]:
        return [item.wat for item in d.agenda.items() if item.stuk == Bestuurspakket.KIND]

    assert werk() == ["Stukken naar bestuur en coördinator"]
    dag = d.session.vandaag()
    for rij in pakket.value.ontvangers:
        _vast(d.bestuur.verstuur(pakket.record, rij.rij, dag))
    assert set(d.bestuur.beeld(JAAR).verstuurd.values()) == {dag} and werk() == []
    with pytest.raises(UserError, match="staat er niet in"):
        d.bestuur.verstuur(pakket.record, UUID(int=1), dag)


def test_one_delivery_per_period(school: Diensten) -> None:
    _vastgesteld(school)
    with pytest.raises(UserError, match="zijn er al stukken"):
        school.bestuur.nieuw(JAAR)


def test_a_concept_is_found_again_and_cannot_be_sent(school: Diensten) -> None:
    d = school
    stuk = d.bestuur.nieuw(JAAR)
    d.bestuur.bewaar_draft(stuk, stuk.values)
    assert d.bestuur.beeld(JAAR).begonnen == stuk.record
    concept = _vast(d.bestuur.bewaar(stuk, stuk.values))
    assert isinstance(concept.value, Bestuurspakket)
    with pytest.raises(UserError, match="nog niet vastgesteld"):
        d.bestuur.verstuur(concept.record, concept.value.ontvangers[0].rij, d.session.vandaag())


def test_only_who_runs_the_school_sees_them(als: Callable[[Rol], Diensten]) -> None:
    for rol in (Rol.LEERKRACHT, Rol.ADMINISTRATIE, Rol.AANDACHTSFUNCTIONARIS):
        d = als(rol)
        with pytest.raises(Geweigerd):
            d.bestuur.beeld(JAAR)
