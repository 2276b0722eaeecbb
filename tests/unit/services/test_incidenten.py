"""The incident register: who may do what, how it is found again, and what it tells over a period."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from desktop.models.core import Wie
from desktop.models.dossierdelen import Betrokkene, BetrokkenRol
from desktop.models.draaiboek import Draaiboek, Loop, Stap
from desktop.models.errors import Geweigerd, UserError
from desktop.models.incident import Incident, IncidentSoort, Plaats
from desktop.models.opslag import Append, Stored
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode
from desktop.models.termijnen import TERMIJNEN
from desktop.services.diensten import Diensten
from desktop.services.incidenten import ZONDER_SOORT, Registerfilter

JAAR = Periode(date(2025, 8, 1), date(2026, 7, 31))
STAP = Stap(sleutel="registreer", fase="Later", wat="Registreer het", wie="directeur")
Als = Callable[[Rol], Diensten]


def _vast(uitkomst: tuple[Stored | None, object]) -> Stored:
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


@pytest.fixture
def noa(school: Diensten) -> UUID:
    values = {"roepnaam": "Noa", "achternaam": "Berkhout", "groep_naam": "5a"}
    return _vast(school.personen.bewaar(Leerling, None, values)).record


def _values(d: Diensten, **anders: Any) -> dict[str, Any]:
    """What an incident needs to be registered."""
    wie = {"persoon": None, "naam": "Een leerling", "hoedanigheid": "", "gezag": ""}
    vast: dict[str, Any] = {
        "ingrijpend": True,
        "soort": "geweld",
        "wat": "Er is geslagen op het plein.",
        "datum": "2026-02-03",
        "plaats": "plein",
        "groep": "5a",
        "betrokkenen": [{"rij": str(d.session.ids.new()), "wie": wie, "rol": "slachtoffer"}],
        "grensoverschrijdend": False,
        "maatregel": "Beiden zijn apart gezet en er is met ouders gebeld.",
    }
    return {**vast, **anders}


def _registreer(d: Diensten, **anders: Any) -> Stored:
    stuk = d.incidenten.nieuw()
    return _vast(d.incidenten.stel_vast(stuk, {**stuk.values, **_values(d, **anders)}))


def _titels(d: Diensten, wat: Registerfilter) -> list[str]:
    return [rij.title for rij in d.incidenten.rijen(d.incidenten.register(wat))]


# -- passing on and registering


def test_a_teacher_passes_on_and_the_director_registers(school: Diensten, als: Als, noa: UUID) -> None:
    leerkracht = als(Rol.LEERKRACHT)
    stuk = leerkracht.incidenten.nieuw([noa])
    assert stuk.values["doorgegeven_door"] == "Anna Leerkracht" and stuk.values["doorgegeven_op"] == "2026-03-02"
    assert stuk.values["groep"] == "5a"
    doorgegeven = _vast(leerkracht.incidenten.bewaar(stuk, {**stuk.values, "wat": "Er is gevochten."}))
    assert [(rij.record, onder) for rij, onder in school.incidenten.wachtend()] == [(doorgegeven.record, "groep 5a")]
    (werk,) = (i for i in school.agenda.items() if i.werk.kind == "incident")
    assert werk.wat == "Incident registreren"
    assert isinstance(doorgegeven.value, Incident) and doorgegeven.value.datum is not None
    assert (werk.werk.due_on - doorgegeven.value.datum).days == TERMIJNEN["incident"].aantal == 5
    with pytest.raises(Geweigerd):
        leerkracht.incidenten.stel_vast(stuk, _values(school))
    open_ = school.incidenten.open(doorgegeven.record)
    vast = _vast(school.incidenten.stel_vast(open_, {**open_.values, **_values(school)}))
    assert isinstance(vast.value, Incident) and vast.value.doorgegeven_door == "Anna Leerkracht"
    assert school.incidenten.wachtend() == []
    assert [i for i in school.agenda.items() if i.werk.kind == "incident"] == []


def test_who_passes_on_sees_only_what_is_still_theirs(school: Diensten, als: Als, noa: UUID) -> None:
    leerkracht, collega = als(Rol.LEERKRACHT), als(Rol.LEERKRACHT)
    stuk = leerkracht.incidenten.nieuw([noa])
    eigen = _vast(leerkracht.incidenten.bewaar(stuk, stuk.values)).record
    ander = _registreer(school).record
    assert [r.record for r in leerkracht.incidenten.rijen(leerkracht.incidenten.register())] == [eigen]
    assert leerkracht.incidenten.open(eigen).values["groep"] == "5a"
    assert list(collega.incidenten.register()) == []
    for record in (eigen, ander):
        with pytest.raises(Geweigerd):
            collega.incidenten.open(record)
    # the director goes on with it: from then on it is not the teacher's any more
    bij = school.incidenten.open(eigen)
    _vast(school.incidenten.bewaar(bij, {**bij.values, "wat": "Aangevuld na een gesprek."}))
    assert list(leerkracht.incidenten.register()) == []
    with pytest.raises(Geweigerd):
        leerkracht.incidenten.open(eigen)


def test_nothing_of_the_register_shows_to_who_may_not_read_it(school: Diensten, als: Als, noa: UUID) -> None:
    leerkracht = als(Rol.LEERKRACHT)
    stuk = school.incidenten.nieuw([noa])
    values = {**_values(school), "betrokkenen": [{**stuk.values["betrokkenen"][0], "rol": "getuige"}]}  # type: ignore[index,dict-item]
    record = _vast(school.incidenten.stel_vast(stuk, {**values, "evaluatie_op": "2026-04-01"})).record
    nummers = school.dossier.tijdlijn(noa, rol="")
    assert [r.record for r in school.dossier.rijen(nummers)] == [record]
    assert list(school.dossier.andere_rollen(noa).values()) == ["getuige"]
    assert list(leerkracht.dossier.tijdlijn(noa, rol="")) == []
    assert [h.row.record for h in school.zoeken.zoek("geslagen")] == [record]
    assert list(leerkracht.zoeken.zoek("geslagen")) == []
    assert [i.werk.kind for i in school.agenda.items()] == ["evaluatie"]
    assert list(leerkracht.agenda.items()) == [] and list(leerkracht.overzichten.home("").werk) == []
    for verboden in (
        lambda: leerkracht.incidenten.trends(JAAR),
        lambda: leerkracht.incidenten.groepen(),
    ):
        with pytest.raises(Geweigerd):
            verboden()


def test_an_office_clerk_passes_nothing_on(als: Als) -> None:
    with pytest.raises(Geweigerd):
        als(Rol.ADMINISTRATIE).incidenten.nieuw()


def test_half_written_text_comes_back(als: Als, noa: UUID) -> None:
    leerkracht = als(Rol.LEERKRACHT)
    stuk = leerkracht.incidenten.nieuw([noa])
    leerkracht.incidenten.bewaar_draft(stuk, {**stuk.values, "wat": "Half"})
    assert leerkracht.incidenten.open(stuk.record).values["wat"] == "Half"
    assert [d.record for d in leerkracht.incidenten.drafts()] == [stuk.record]


def test_without_a_kind_it_is_not_registered_and_the_sentence_says_why(school: Diensten) -> None:
    stuk = school.incidenten.nieuw()
    values = {**_values(school), "soort": None}
    stored, fout = school.incidenten.stel_vast(stuk, values)
    assert stored is None and [(p.loc, p.zin) for p in fout] == [(("soort",), ZONDER_SOORT)]
    assert [p.zin for p in school.incidenten.problemen(stuk, values)] == [ZONDER_SOORT]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"ingrijpend": None}, "ingrijpend"),
        ({"ingrijpend": False}, "toch"),
        ({"soort": "discriminatie"}, "grond"),
        ({"soort": "wapen"}, "wapen"),
        ({"grensoverschrijdend": True}, "criteria"),
        ({"datum": "2026-03-03"}, "datum"),
        ({"maatregel": " "}, "maatregel"),
    ],
)
def test_what_registering_asks(school: Diensten, anders: dict[str, Any], veld: str) -> None:
    stuk = school.incidenten.nieuw()
    assert [p.loc[0] for p in school.incidenten.problemen(stuk, _values(school, **anders))] == [veld]


# -- made from something else


def _loop(d: Diensten, sleutel: str, wie: UUID) -> UUID:
    draaiboek = Draaiboek(
        sleutel=sleutel,
        versie="1",
        titel="Herhaald gedrag",
        kort="Wat je doet",
        herkomst="plan",
        stappen=(STAP,),
    )
    betrokkene = Betrokkene(
        rij=d.session.ids.new(),
        wie=Wie(persoon=wie, naam="Noa Berkhout"),
        rol=BetrokkenRol.PLEGER,
    )
    loop = Loop(definitie=draaiboek, aanleiding="Derde keer", begonnen_op=date(2026, 3, 1), betrokkenen=(betrokkene,))
    record = d.session.ids.new()
    d.session.vault.append(d.session.actor, Append(record, loop, None), d.session.nu())
    return record


def test_a_step_of_a_draaiboek_makes_one(school: Diensten, noa: UUID) -> None:
    loop = _loop(school, "professionals", noa)
    stuk = school.incidenten.nieuw(loop=loop)
    assert stuk.values["tegen_professional"] is True and stuk.values["loop"] == str(loop)
    rijen = stuk.values["betrokkenen"]
    assert isinstance(rijen, list) and isinstance(rijen[0], dict) and isinstance(rijen[0]["wie"], dict)
    assert rijen[0]["rol"] == "pleger" and rijen[0]["wie"]["persoon"] == str(noa)
    values = {**stuk.values, **_values(school), "betrokkenen": stuk.values["betrokkenen"]}
    stored = _vast(school.incidenten.stel_vast(stuk, values))
    assert [r.record for r in school.draaiboeken.gemaakt(school.draaiboeken.open_loop(loop))] == [stored.record]
    assert "tegen_professional" not in school.incidenten.nieuw(loop=_loop(school, "pesten", noa)).values


def test_a_calamity_gives_its_day(school: Diensten, noa: UUID) -> None:
    calamiteit = school.calamiteiten.begin("Vechtpartij bij het hek").record
    stuk = school.incidenten.nieuw([noa], calamiteit=calamiteit)
    assert stuk.values["calamiteit"] == str(calamiteit) and stuk.values["datum"] == "2026-03-02"
    with pytest.raises(UserError):
        school.incidenten.nieuw([calamiteit])
    with pytest.raises(UserError):
        school.incidenten.nieuw(loop=calamiteit)


# -- finding again


def test_the_register_is_newest_first_and_narrows(school: Diensten) -> None:
    een = _registreer(school, datum="2026-01-10", soort="pesten", plaats="klas", groep="6")
    _registreer(school, datum="2026-02-20")
    _registreer(school, datum="2025-06-01", soort="bedreiging", plaats="online", groep="8 en 7")
    alles = ["Fysiek geweld", "Grove pesterij", "Bedreiging"]
    assert _titels(school, Registerfilter()) == alles
    for wat, verwacht in (
        (Registerfilter(periode=JAAR), alles[:2]),
        (Registerfilter(soort=IncidentSoort.PESTEN), alles[1:2]),
        (Registerfilter(plaats=Plaats.ONLINE), alles[2:]),
        (Registerfilter(groep="7"), alles[2:]),
        (Registerfilter(soort=IncidentSoort.GEWELD, groep="6"), []),
        (Registerfilter(staten=("concept",)), []),
        (Registerfilter(woorden="geslagen", groep="6"), alles[1:2]),
        (Registerfilter(woorden="niets hiervan"), []),
    ):
        assert _titels(school, wat) == verwacht, wat
    assert list(school.incidenten.groepen()) == ["5a", "6", "7", "8"]
    school.incidenten.trek_in(een.record, "In het verkeerde register gezet")
    assert _titels(school, Registerfilter()) == [alles[0], alles[2]]
    assert _titels(school, Registerfilter(staten=("ingetrokken",))) == [alles[1]]


# -- counting


def test_only_what_is_registered_counts(school: Diensten) -> None:
    _registreer(school)
    _registreer(school, datum="2025-07-31")
    weg = _registreer(school)
    school.incidenten.trek_in(weg.record, "Dit was een ander kind")
    stuk = school.incidenten.nieuw()
    _vast(school.incidenten.bewaar(stuk, stuk.values))
    trends = school.incidenten.trends(JAAR)
    assert len(trends.incidenten) == 1 and not trends.afgeschermd
    assert school.incidenten.jaarverslag(JAAR).aantal.woord == "afgeschermd"


def test_the_figures_of_a_moment_stay_those_of_that_moment(school: Diensten, clock: Any) -> None:
    een = _registreer(school)
    clock.step(days=1)
    toen = school.session.nu()
    clock.step(days=1)
    _registreer(school)
    school.incidenten.trek_in(een.record, "In het verkeerde register gezet")
    assert len(school.incidenten.trends(JAAR).incidenten) == 1
    assert [i.datum for i in school.incidenten.jaarverslag(JAAR, toen=toen).incidenten] == [date(2026, 2, 3)]


def test_the_report_goes_out_as_paper_and_as_spreadsheet_without_names(school: Diensten) -> None:
    for n in range(6):
        _registreer(school, wat=f"Kanarie Vogelzang sloeg {n}")
    papier = school.incidenten.papier(JAAR)
    document = pypdfium2.PdfDocument(papier.maak().pdf)
    tekst = " ".join(pagina.get_textpage().get_text_range() for pagina in document)
    document.close()
    assert "Jaarverslag incidenten 2025-2026" in tekst and "Kanarie" not in tekst
    assert papier.bestandsnaam == "jaarverslag-incidenten-2025-08-01-2026-07-31.pdf"
    data = school.incidenten.rekenblad(JAAR, afgeschermd=False)()
    with zipfile.ZipFile(BytesIO(data)) as zip_:
        alles = b"".join(zip_.read(naam) for naam in zip_.namelist())
    assert b"Fysiek geweld" in alles and b"Kanarie" not in alles
    assert school.session.vault.audit(action="geexporteerd", limit=5)


def test_an_incident_is_printed_without_names(school: Diensten, noa: UUID) -> None:
    stuk = school.incidenten.nieuw([noa])
    values = {**stuk.values, **_values(school), "betrokkenen": [{**stuk.values["betrokkenen"][0], "rol": "pleger"}]}  # type: ignore[index,dict-item]
    stored = _vast(school.incidenten.stel_vast(stuk, {**values, "wat": "Noa Berkhout sloeg."}))
    document = pypdfium2.PdfDocument(school.incidenten.vastgesteld_pdf(stored.record))
    tekst = " ".join(pagina.get_textpage().get_text_range() for pagina in document)
    document.close()
    assert "Incidentenregistratie" in tekst and "Fysiek geweld" in tekst and "N.B." in tekst
    assert "Berkhout" not in tekst and "Handtekening" not in tekst
