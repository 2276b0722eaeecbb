"""The report on each case and the bundle of a period, on a real vault: prefilled, nameless, counted, sent."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from desktop.models.errors import Geweigerd, UserError
from desktop.models.opslag import Stored
from desktop.models.personen import Leerling
from desktop.models.rapportage import Bundel, Rapportage
from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode, schooljaar_van
from desktop.models.vooroverleg import SoortGesprek
from desktop.models.weging import Vraag
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.kluis import Kluizen
from desktop.services.rapportvoorstel import kaal, namen_in
from desktop.vault.crypto import KdfParams

JAAR = Periode(date(2025, 8, 1), date(2026, 7, 31))
REDEN = "Er zijn drie signalen in zes weken, en de uitleg wisselt steeds."


@pytest.fixture
def d(tmp_path: Path, clock, ids):
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    school = {"naam": "OBS De Proef", "bestuur": "Stichting Lichtkring"}
    kluis, _ = kluizen.nieuw(
        tmp_path / "proef.kluis", school, "Iris Beheer", Rol.IB, "vier losse woorden hier", KdfParams(64 * 1024, 3, 1)
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


def _vast(uitkomst: tuple[Stored | None, object]) -> Stored:
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


def _zaak(d: Diensten, naam: str = "Noor", **signaal: Any) -> UUID:
    """A case with one established signal about a pupil of this name."""
    kind = _vast(d.personen.bewaar(Leerling, None, {"roepnaam": naam, "achternaam": "Berkhout"})).record
    stuk = d.dossier.nieuw_signaal(kind)
    passage = {"rij": str(d.session.ids.new()), "soort": "feit", "bron": "", "toestemming": None, "tekst": "Zonder jas"}
    values = {
        **stuk.values,
        "onderwerp": "Zonder jas in de sneeuw",
        "aard": ["hgkm"],
        "eergerelateerd": False,
        "disclosure": False,
        "gevaar": False,
        "passages": [passage],
        "is_leerkracht": True,
        "ouders_besproken": False,
        "ouders_niet": "Eerst overleg.",
        **signaal,
    }
    een = _vast(d.dossier.stel_vast(stuk, values)).record
    begin = d.meldcode.begin(kind, [een])
    return _vast(d.dossier.bewaar(begin, {**begin.values, "kort": "Zorgen thuis"})).record


def _weeg(d: Diensten, dossier: UUID, weging: UUID, vraag: Vraag, antwoord: str, **anders: Any) -> None:
    stuk = d.meldcode.antwoord(d.meldcode.zaak(dossier), weging, vraag)
    wie = [{"persoon": None, "naam": "Iris Beheer", "hoedanigheid": "IB", "gezag": ""}]
    _vast(d.dossier.stel_vast(stuk, {**stuk.values, "antwoord": antwoord, "reden": REDEN, "wie": wie, **anders}))


def _sluit(d: Diensten, dossier: UUID, toelichting: str = "De zorgen zijn weg.") -> None:
    afloop = {"afloop": "weg", "toelichting": toelichting, "volgt": "De leerkracht", "hoe": "Wekelijks"}
    _vast(d.meldcode.sluit(d.meldcode.zaak(dossier), {**afloop, "open_werk": "Komt later."}))


AF = {
    "aard": ["psychisch"],
    "noemenswaardig": False,
    "meldcode": True,
    "rollen": True,
    "taken": True,
    "volgens_afspraak": True,
    "nagelezen": True,
}


def _rapport(d: Diensten, dossier: UUID, **anders: Any) -> Stored:
    stuk = d.rapportages.nieuw(dossier)
    return _vast(d.rapportages.stel_vast(stuk, {**stuk.values, **AF, **anders}))


def _werk(d: Diensten) -> list[str]:
    return [item.werk.kind for item in d.agenda.items() if item.werk.kind == "rapportage"]


def test_a_report_is_prefilled_from_its_case(d: Diensten, clock) -> None:
    dossier = _zaak(d, eergerelateerd=True, aard=["hgkm", "seksueel"])
    leerling = d.meldcode.zaak(dossier).dossier.leerling.persoon
    assert leerling is not None
    gesprek = d.gesprekken.nieuw_verslag(leerling, SoortGesprek.LEERLING)
    half = _vast(d.gesprekken.bewaar(gesprek, {**gesprek.values, "mening": "Ik slaap slecht."}))
    d.meldcode.voeg_toe(d.meldcode.zaak(dossier), [half.record])
    weging = d.meldcode.nieuwe_weging()
    _weeg(d, dossier, weging, Vraag.VERMOEDEN, "ja", directeur_op="2026-03-02")
    melding = d.veiligthuis.melding(d.meldcode.zaak(dossier))
    gebeld = {"gebeld_op": "2026-03-02", "gebeld_om": "10:00", "gebeld_met": "V.T.", "namens": "De directeur"}
    ouders = {"ouders": "vooraf", "ouders_op": "2026-03-02", "norm": "1", "stappen": "Signaal."}
    gemeld = _vast(d.veiligthuis.stel_vast(melding, {**melding.values, **gebeld, **ouders}))
    clock.step(days=10)
    antwoord = d.veiligthuis.terugkoppeling(d.meldcode.zaak(dossier), gemeld.record)
    rest = {"soort": "monitoren", "inhoud": "Ze volgen het.", "verantwoordelijk": "Jeugdteam"}
    _vast(d.dossier.stel_vast(antwoord, {**antwoord.values, **rest}))
    _sluit(d, dossier, "Noor Berkhout en N.B. wonen nu bij Noors oma, geboren 12-03-2017.")

    stuk = d.rapportages.nieuw(dossier)
    assert stuk.leerling is None
    values = stuk.values
    assert values["aard"] == ["seksueel", "eergerelateerd"]
    assert values["stappen"] == ["signalen", "gewogen", "gemeld", "nazorg"], "a talk that is not established is no step"
    assert (values["schooljaar"], values["gesloten"], values["datum"]) == ("2025-2026", "2026-03-12", "2026-03-12")
    assert not {"noemenswaardig", "meldcode", "rollen", "taken", "volgens_afspraak", "nagelezen"} & set(values)
    verloop = str(values["verloop"]).splitlines()
    assert "Signalen in kaart gebracht: maart 2026." in verloop
    assert "Gemeld bij Veilig Thuis: maart 2026." in verloop
    assert "Besluit van Veilig Thuis: na de termijn." in verloop
    assert "Uitkomst: De zorgen zijn weg." in verloop
    assert "Toelichting bij het sluiten: … en … wonen nu bij … oma, geboren 2017." in verloop
    niet = verloop[verloop.index("Wat het dossier niet laat zien:") + 1 :]
    assert "- Nog geen overleg met collega's vastgelegd." in niet
    for naam in ("Noor", "Berkhout", "N.B.", "12-03"):
        assert naam not in str(values)


def test_help_that_was_judged_in_time_says_so(d: Diensten) -> None:
    dossier = _zaak(d)
    weging, vt = d.meldcode.nieuwe_weging(), {"vt_wie": "V.T.", "vt_op": "2026-03-02"}
    _weeg(d, dossier, weging, Vraag.VERMOEDEN, "ja", directeur_op="2026-03-02")
    _weeg(d, dossier, weging, Vraag.VEILIGHEID, "nee")
    _weeg(d, dossier, weging, Vraag.HULP, "ja", **vt, hulp_mogelijk=True, dreiging_weg=True)
    hulp = {"aanvaard": True, "zet_zich_in": True, "termijn": "2026-06-01", "effect": "Rust.", "casemanager": "Iris"}
    _weeg(d, dossier, weging, Vraag.ACCEPTATIE, "ja", **vt, **hulp)
    assert "Resultaat van de hulp beoordeeld: nog niet." in str(d.rapportages.nieuw(dossier).values["verloop"])
    goed = {"resultaat_veilig": True, "resultaat_welzijn": True, "resultaat_herstel": True, "nazorg": "Elke maand."}
    _weeg(d, dossier, weging, Vraag.RESULTAAT, "ja", **vt, **goed)
    values = d.rapportages.nieuw(dossier).values
    assert "Resultaat van de hulp beoordeeld: binnen de termijn." in str(values["verloop"])
    assert values["stappen"] == ["signalen", "gewogen", "hulp", "nazorg"]


def test_a_closed_case_asks_for_its_report_until_it_is_established(d: Diensten) -> None:
    dossier = _zaak(d)
    assert _werk(d) == []
    _sluit(d, dossier)
    assert [(i.werk.record, i.wat) for i in d.agenda.items() if i.werk.kind == "rapportage"] == [
        (dossier, "Rapportage meldcode invullen")
    ]
    stuk = d.rapportages.nieuw(dossier)
    concept = _vast(d.rapportages.bewaar(stuk, stuk.values))
    assert [i.werk.record for i in d.agenda.items() if i.werk.kind == "rapportage"] == [concept.record]
    stuk = d.rapportages.open(concept.record)
    vast = _vast(d.rapportages.stel_vast(stuk, {**stuk.values, **AF}))
    assert _werk(d) == []
    assert [v.state for v in d.session.vault.history(vast.record)] == ["concept", "vastgesteld"]
    d.rapportages.trek_in(vast.record, "Verkeerde situatie beschreven.")
    assert _werk(d) == ["rapportage"]


def test_there_is_one_report_a_case(d: Diensten) -> None:
    dossier = _zaak(d)
    een, twee = d.rapportages.nieuw(dossier), d.rapportages.nieuw(dossier)
    d.rapportages.bewaar_draft(een, een.values)
    assert d.rapportages.van_dossier(dossier) == een.record
    _vast(d.rapportages.bewaar(een, een.values))
    for doe in (d.rapportages.bewaar, d.rapportages.stel_vast):
        with pytest.raises(UserError, match="al een rapportage"):
            doe(twee, {**twee.values, **AF})
    with pytest.raises(UserError, match="al een rapportage"):
        d.rapportages.nieuw(dossier)
    assert een.record not in {s.record for s in d.meldcode.zaak(dossier).stukken}, "it stays out of the file"


def test_a_name_keeps_a_report_from_being_established(d: Diensten) -> None:
    dossier = _zaak(d, naam="Bo")
    stuk = d.rapportages.nieuw(dossier)
    values = {**stuk.values, **AF, "rollen": False, "ontbrak": "Niemand belde toen Bo ziek was."}
    stored, fout = d.rapportages.stel_vast(stuk, values)
    assert stored is None
    assert [(p.loc, "‘Bo’" in p.zin) for p in fout] == [(("ontbrak",), True)]
    assert d.rapportages.problemen(stuk, values) == fout
    _vast(d.rapportages.stel_vast(stuk, {**values, "ontbrak": "Een vervanger; de borden waren niet bij."}))


def test_it_is_read_through_before_it_is_established(d: Diensten) -> None:
    stuk = d.rapportages.nieuw(_zaak(d))
    for nagelezen in (None, False):
        _, fout = d.rapportages.stel_vast(stuk, {**stuk.values, **AF, "nagelezen": nagelezen})
        assert {p.loc for p in fout} == {("nagelezen",)}


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Sem was er niet", ("Sem",)),
        ("Sems zus en Van Dijk's fiets", ("Sems", "Dijk's")),
        ("De bakker belde de dijkgraaf", ()),
        ("Bakker belde", ("Bakker",)),
        ("seminar Semester van de bakkers", ()),
    ],
)
def test_a_name_is_known_by_its_capital(tekst: str, gevonden: tuple[str, ...]) -> None:
    assert namen_in(tekst, ["Sem van Dijk", "Job Bakker"]) == gevonden


def test_what_a_person_wrote_loses_names_initials_and_dates() -> None:
    schoon = kaal("Li Chen (3 maart 2015) en A.v.d.B. zagen L.C. bij Chens oma.", ["Li Chen"])
    assert schoon == "… (2015) en … zagen … bij … oma."


def test_a_period_counts_by_the_day_a_case_was_closed(d: Diensten, clock) -> None:
    clock.set(clock.moment.replace(month=7, day=30))
    dicht, loopt, oud = _zaak(d), _zaak(d, "Sem"), _zaak(d, "Bo")
    for dossier in (dicht, oud):
        _sluit(d, dossier)
    clock.step(days=10)
    _rapport(d, dicht)
    nu = schooljaar_van(d.session.vandaag())
    assert (nu, schooljaar_van(d.session.vandaag(), 1)) == (Periode(date(2026, 8, 1), date(2027, 7, 31)), JAAR)
    beeld = d.rapportages.beeld(JAAR)
    assert [(s.dossier, s.gemaakt, s.gesloten is not None) for s in beeld.situaties] == [
        (oud, False, True),
        (loopt, False, False),
        (dicht, True, True),
    ]
    assert (beeld.ontbreekt, len(beeld.cijfers.rapportages)) == (1, 1)
    assert beeld.cijfers.rapportages[0].schooljaar == "2025-2026"
    assert [s.dossier for s in d.rapportages.beeld(nu).situaties] == [loopt]
    assert d.rapportages.beeld(nu).cijfers.rapportages == ()


def _bundel(d: Diensten, **anders: Any) -> Stored:
    stuk = d.rapportages.nieuwe_bundel(JAAR)
    return _vast(d.rapportages.stel_vast(stuk, {**stuk.values, **anders}))


def test_a_bundle_is_frozen_when_it_is_established(d: Diensten, clock) -> None:
    een = _rapport(d, _zaak(d))
    bundel = _bundel(d)
    clock.step(minutes=5)
    _rapport(d, _zaak(d, "Sem"))
    clock.step(minutes=5)
    d.rapportages.trek_in(een.record, "Verkeerde situatie beschreven.")
    beeld = d.rapportages.beeld(JAAR)
    assert [r.kenmerk for r in beeld.cijfers.rapportages] == [een.value.kenmerk]  # type: ignore[union-attr]
    assert beeld.nieuw and beeld.bundel is not None and beeld.bundel.record == bundel.record
    pdf = d.documenten.maak(d.documenten.opdracht(bundel, zonder_vervolg=True)).pdf
    assert d.rapportages.vastgesteld_pdf(bundel.record) == pdf


def test_receivers_come_from_the_own_plan_and_each_is_sent_it(d: Diensten, clock) -> None:
    plan = {"directeur_bestuurder": "Karin Smit\n06 1", "coordinator": "Ab Kok"}
    _vast(d.eigenplan.bewaar_schoolplan(plan, None))
    stuk = d.rapportages.nieuwe_bundel(JAAR)
    concept = _vast(d.rapportages.bewaar(stuk, stuk.values))
    assert isinstance(concept.value, Bundel)
    assert [o.wie for o in concept.value.ontvangers] == [
        "Bestuur: Stichting Lichtkring, Karin Smit",
        "Coördinator sociale veiligheid: Ab Kok",
    ]
    bestuur = concept.value.ontvangers[0].rij
    with pytest.raises(UserError, match="nog niet vastgesteld"):
        d.rapportages.verstuur(concept.record, bestuur, date(2026, 3, 2))
    with pytest.raises(UserError, match="al een bundel"):
        d.rapportages.nieuwe_bundel(JAAR)
    bundel = _vast(d.rapportages.stel_vast(d.rapportages.open(concept.record), stuk.values))
    stored, fout = d.rapportages.verstuur(bundel.record, bestuur, date(2026, 3, 3))
    assert stored is None and "moet nog komen" in fout[0].zin
    with pytest.raises(UserError, match="staat er niet in"):
        d.rapportages.verstuur(bundel.record, bundel.record, date(2026, 3, 2))
    _vast(d.rapportages.verstuur(bundel.record, bestuur, date(2026, 3, 1)))
    clock.step(days=1)
    _vast(d.rapportages.verstuur(bundel.record, bestuur, date(2026, 3, 2)))
    assert d.rapportages.beeld(JAAR).verstuurd == {bestuur: date(2026, 3, 2)}
    tekst = _tekst(d.documenten.maak(d.documenten.opdracht(bundel)).pdf)
    assert "2 maart 2026" in tekst and "nog niet verstuurd" in tekst


def _tekst(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(pagina.get_textpage().get_text_range() for pagina in document)


def _blad(xlsx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(xlsx)) as zip_:
        return "".join(zip_.read(naam).decode() for naam in zip_.namelist() if naam.endswith(".xml"))


def test_small_counts_stay_inside(d: Diensten) -> None:
    for naam in ("Noor", "Sem"):
        _rapport(d, _zaak(d, naam), rollen=False, ontbrak="Een vervanger voor het bellen.")
    beeld = d.rapportages.beeld(JAAR)
    binnen, buiten = beeld.getoond(afgeschermd=False), beeld.getoond(afgeschermd=True)
    assert binnen.tabellen()[0].tellingen[0].aantal == 2
    assert {t.aantal for tabel in buiten.tabellen() for t in tabel.tellingen} <= {0, None}
    bundel = _bundel(d)
    pdf, blad = (
        _tekst(d.documenten.maak(d.documenten.opdracht(bundel)).pdf),
        _blad(d.rapportages.rekenblad(bundel.record)()),
    )
    for uit in (pdf, blad):
        assert "afgeschermd" in uit and "vervanger" not in uit
    assert next(r.action for r in d.session.vault.audit(record=bundel.record)) == "geexporteerd"


def test_unmasked_what_stays_in_school_tells_each_situation(d: Diensten) -> None:
    _rapport(d, _zaak(d), rollen=False, ontbrak="Een vervanger voor het bellen.")
    bundel = _bundel(d, klein_afschermen=False)
    pdf, blad = (
        _tekst(d.documenten.maak(d.documenten.opdracht(bundel)).pdf),
        _blad(d.rapportages.rekenblad(bundel.record)()),
    )
    assert all("Een vervanger voor het bellen." in uit for uit in (pdf, blad))


def test_a_name_keeps_a_bundle_from_being_established(d: Diensten) -> None:
    _zaak(d)
    stuk = d.rapportages.nieuwe_bundel(JAAR)
    stored, fout = d.rapportages.stel_vast(stuk, {**stuk.values, "scholing": "Leren van wat bij Noor gebeurde."})
    assert stored is None and [p.loc for p in fout] == [("scholing",)]


def test_an_empty_period_has_no_cases_and_zeroes(d: Diensten) -> None:
    beeld = d.rapportages.beeld(JAAR)
    assert (beeld.situaties, beeld.bundel, beeld.ontbreekt) == ((), None, 0)
    assert {t.aantal for tabel in beeld.cijfers.tabellen() for t in tabel.tellingen} == {0}


def test_a_report_is_found_by_its_number_by_who_may_read_it(d: Diensten) -> None:
    vast = _rapport(d, _zaak(d))
    assert isinstance(vast.value, Rapportage)
    assert [hit.row.record for hit in d.zoeken.zoek(vast.value.kenmerk)] == [vast.record]
    session = replace(d.session, actor=replace(d.session.actor, role=Rol.LEERKRACHT.value))
    leerkracht = diensten(session, d.beheer)
    assert leerkracht.zoeken.zoek(vast.value.kenmerk) == []
    for soort in ("rapportage", "jaarbundel", "afsluiting"):
        with pytest.raises(Geweigerd):
            leerkracht.zoeken.alles(soort)


@pytest.mark.parametrize("rol", [Rol.LEERKRACHT, Rol.AANDACHTSFUNCTIONARIS, Rol.ADMINISTRATIE])
def test_who_may_not_report_sees_nothing_of_it(d: Diensten, rol: Rol) -> None:
    dossier = _zaak(d)
    vast = _rapport(d, dossier)
    bundel = _bundel(d)
    session = replace(d.session, actor=replace(d.session.actor, role=rol.value))
    r = diensten(session, d.beheer).rapportages
    for doe in (
        lambda: r.beeld(JAAR),
        lambda: r.nieuw(dossier),
        lambda: r.van_dossier(dossier),
        lambda: r.open(vast.record),
        lambda: r.nieuwe_bundel(JAAR),
        lambda: r.rekenblad(bundel.record),
    ):
        with pytest.raises(Geweigerd):
            doe()


def test_the_director_reports_too(d: Diensten) -> None:
    dossier = _zaak(d)
    session = replace(d.session, actor=replace(d.session.actor, role=Rol.DIRECTEUR.value))
    stuk = diensten(session, d.beheer).rapportages.nieuw(dossier)
    assert stuk.values["ingevuld_door"] == "Directeur"
    assert stuk.kind is Rapportage
