"""A case in the plan's own order, through the services on a real vault: from a first signal to its closing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.models.afweging import Afweging
from desktop.models.core import Record
from desktop.models.dossier import Overdracht
from desktop.models.errors import Geweigerd
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.melding import Melding
from desktop.models.opslag import Stored
from desktop.models.overleg import Overleg
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.models.signaal import Signaal
from desktop.models.veiligthuis import Terugkoppeling
from desktop.models.vooroverleg import SoortGesprek
from desktop.models.weging import Meldnorm, Uitkomst, Vraag
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.dossier import zonder_namen
from desktop.services.kluis import Kluizen
from desktop.services.stuk import Stuk
from desktop.services.veiligthuis import werkdag_na
from desktop.vault.crypto import KdfParams

REDEN = "Er zijn drie signalen in zes weken, en de uitleg wisselt steeds."


@pytest.fixture
def d(tmp_path: Path, clock, ids):
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    school = {"naam": "OBS De Proef", "regio": "Testregio"}
    kluis, _ = kluizen.nieuw(
        tmp_path / "proef.kluis", school, "Iris Beheer", Rol.IB, "vier losse woorden hier", KdfParams(64 * 1024, 3, 1)
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


def _leerling(d: Diensten, naam: str, **extra: Any) -> UUID:
    stored, fout = d.personen.bewaar(Leerling, None, {"roepnaam": naam, "achternaam": "Proef", **extra})
    assert stored is not None, fout
    return stored.record


def _vast(d: Diensten, stuk: Stuk, **values: Any) -> Stored:
    stored, fout = d.dossier.stel_vast(stuk, {**stuk.values, **values})
    assert stored is not None, fout
    return stored


def _signaal(d: Diensten, kind: UUID, wat: str, **anders: Any) -> Stored:
    passage = {"rij": str(d.session.ids.new()), "soort": "feit", "bron": "", "toestemming": None, "tekst": wat}
    vast: dict[str, Any] = {
        "onderwerp": wat,
        "aard": ["hgkm"],
        "eergerelateerd": False,
        "disclosure": False,
        "gevaar": False,
        "passages": [passage],
        "is_leerkracht": True,
        "ouders_besproken": False,
        "ouders_niet": "Eerst overleg met de aandachtsfunctionaris.",
    }
    return _vast(d, d.dossier.nieuw_signaal(kind), **{**vast, **anders})


def _antwoord(d: Diensten, dossier: UUID, weging: UUID, vraag: Vraag, antwoord: str, **anders: Any) -> Stored:
    stuk = d.meldcode.antwoord(d.meldcode.zaak(dossier), weging, vraag)
    wie = [{"persoon": None, "naam": "Iris Beheer", "hoedanigheid": "IB", "gezag": ""}]
    return _vast(d, stuk, antwoord=antwoord, reden=REDEN, wie=wie, **anders)


def _soorten(d: Diensten) -> list[str]:
    return sorted(item.werk.kind for item in d.agenda.items())


def test_the_whole_way_of_a_case(d: Diensten, clock) -> None:
    noor, sem = _leerling(d, "Noor"), _leerling(d, "Sem")
    ouder, fout = d.personen.koppel(noor, {"roepnaam": "Elif", "achternaam": "Proef"}, {"soort": "moeder"})
    assert ouder is not None, fout
    d.personen.koppel(sem, ouder.value.persoon, {"soort": "moeder"})

    # a signal by support staff, discussed with the teacher
    een = _signaal(
        d,
        noor,
        "Noor heeft geen jas aan in de sneeuw",
        signaleerder="De conciërge",
        is_leerkracht=False,
        besproken_met="Juf Anna",
        besproken_op="2026-03-02",
    )
    clock.step(days=7)
    gesprek = d.gesprekken.nieuw_verslag(noor, SoortGesprek.LEERLING)
    verslag, fout = d.gesprekken.bewaar(gesprek, {**gesprek.values, "mening": "Ik slaap vaak bij de buren."})
    assert verslag is not None, fout
    twee = _signaal(d, noor, "Blauwe plek op de linkerarm")
    drie = _signaal(d, noor, "Wil na school niet naar huis")
    assert [r.record for r in d.dossier.eerdere_signalen(noor, zonder=drie.record)] == [twee.record, een.record]

    # hand-over, a sibling, consultation
    _vast(
        d,
        d.dossier.nieuw(Overdracht, noor),
        aanleiding=["groeit"],
        van="Juf Anna",
        aan="Iris Beheer",
        leerling_op="2026-03-09",
        ouders_niet="Eerst overleg.",
    )
    assert d.meldcode.gezin(noor) == ((sem, "Sem Proef"),)
    begin = d.meldcode.begin(noor, [een.record, twee.record, drie.record])
    dossier, fout = d.dossier.bewaar(begin, {**begin.values, "kort": "Zorgen thuis"})
    assert dossier is not None, fout
    zaak = d.meldcode.zaak(dossier.record)
    assert [s.klaar for s in d.meldcode.stappen(zaak)] == [True, False, False, False, False]
    assert [p.gevuld for p in d.meldcode.inhoud(zaak)] == [True, *[False] * 7]
    deelnemer = {"rij": str(d.session.ids.new()), "naam": "A.F.", "rol": "aandachtsfunctionaris"}
    for soort in ("collegas", "af"):
        _vast(
            d,
            d.dossier.nieuw(Overleg, noor, dossier.record),
            soort=soort,
            onderwerp="Wat nu",
            deelnemers=[deelnemer],
            anoniem=True,
            inhoud="Besproken wat we zien.",
        )
    d.meldcode.voeg_toe(d.meldcode.zaak(dossier.record), [verslag.record])
    stappen = d.meldcode.stappen(d.meldcode.zaak(dossier.record))
    assert stappen[1].klaar and stappen[2].ontbreekt == (
        "Nog geen gesprek met de ouders, of besluit met Veilig Thuis om dat niet te doen.",
    )

    # weighing: suspicion yes, safety in doubt
    weging = d.meldcode.nieuwe_weging()
    _antwoord(d, dossier.record, weging, Vraag.VERMOEDEN, "ja", directeur_op="2026-03-09")
    assert d.meldcode.wegingen(d.meldcode.zaak(dossier.record))[0].volgende is Vraag.VEILIGHEID
    twijfel = _antwoord(d, dossier.record, weging, Vraag.VEILIGHEID, "twijfel")
    (stand,) = d.meldcode.wegingen(d.meldcode.zaak(dossier.record))
    assert stand.gevolg is not None and stand.gevolg.uitkomst is Uitkomst.MELDEN and stand.volgende is None
    assert _soorten(d) == ["melden"]

    # melding, prefilled, by phone first
    stuk = d.veiligthuis.melding(d.meldcode.zaak(dossier.record))
    assert stuk.values["norm"] == "1" and stuk.values["grond"] == str(twijfel.record)
    assert "Blauwe plek" in str(stuk.values["zorgen"]) and stuk.values["eerder"] is False
    ingevuld = {**stuk.values, "namens": "De directeur", "ouders": "vooraf", "ouders_op": "2026-03-09"}
    niets, fout = d.veiligthuis.stel_vast(stuk, ingevuld)
    assert niets is None and "gebeld_op" in {p.loc[0] for p in fout}
    gebeld = {"gebeld_op": "2026-03-09", "gebeld_om": "10:00", "gebeld_met": "V.T."}
    melding, fout = d.veiligthuis.stel_vast(stuk, {**ingevuld, **gebeld})
    assert melding is not None, fout
    assert isinstance(melding.value, Melding) and melding.value.verwacht_op == date(2026, 3, 16)
    assert _soorten(d) == ["vt_besluit"]

    # six working days later: call, and nothing closes by itself
    clock.step(days=7)
    assert not d.veiligthuis.bel_ze(d.meldcode.zaak(dossier.record))
    clock.step(days=1)
    assert [s.record for s in d.veiligthuis.bel_ze(d.meldcode.zaak(dossier.record))] == [melding.record]
    antwoord = d.veiligthuis.terugkoppeling(d.meldcode.zaak(dossier.record), melding.record)
    _vast(d, antwoord, soort="voorwaarden", inhoud="Er komt hulp in het gezin.", verantwoordelijk="Jeugdteam")
    assert d.veiligthuis.bel_ze(d.meldcode.zaak(dossier.record)) == []

    # help in a new weging beside it, a term, and no result
    tweede = d.meldcode.nieuwe_weging()
    vt = {"vt_wie": "V.T.", "vt_op": "2026-03-17"}
    _antwoord(d, dossier.record, tweede, Vraag.VERMOEDEN, "ja", directeur_op="2026-03-09")
    _antwoord(d, dossier.record, tweede, Vraag.VEILIGHEID, "nee")
    _antwoord(d, dossier.record, tweede, Vraag.HULP, "ja", **vt, hulp_mogelijk=True, dreiging_weg=True)
    _antwoord(
        d,
        dossier.record,
        tweede,
        Vraag.ACCEPTATIE,
        "ja",
        **vt,
        aanvaard=True,
        zet_zich_in=True,
        termijn="2026-06-01",
        effect="Noor slaapt thuis en komt uitgerust op school.",
        casemanager="Iris Beheer",
    )
    assert _soorten(d) == ["resultaat"]
    clock.step(days=80)
    assert [i.te_laat for i in d.agenda.items()] == [True]
    _antwoord(
        d,
        dossier.record,
        tweede,
        Vraag.RESULTAAT,
        "nee",
        **vt,
        resultaat_veilig=False,
        resultaat_welzijn=False,
        resultaat_herstel=False,
    )
    zaak = d.meldcode.zaak(dossier.record)
    assert [len(w.antwoorden) for w in d.meldcode.wegingen(zaak)] == [2, 5]
    assert _soorten(d) == ["melden"]

    # second melding, and closing with the outcome stated
    stuk = d.veiligthuis.melding(zaak)
    assert (stuk.values["norm"], stuk.values["eerder"]) == (Meldnorm.DRIE.value, True)
    nog = {**stuk.values, **gebeld, "gebeld_op": "2026-06-05", "namens": "De directeur", "ouders": "vooraf"}
    tweede_melding, fout = d.veiligthuis.stel_vast(stuk, {**nog, "ouders_op": "2026-06-05"})
    assert tweede_melding is not None, fout
    zaak = d.meldcode.zaak(dossier.record)
    afloop = {"afloop": "gemeld", "toelichting": "Veilig Thuis gaat verder.", "volgt": "Juf Anna", "hoe": "Wekelijks"}
    dicht, fout = d.meldcode.sluit(zaak, afloop)
    assert dicht is None and "Er staat nog 1 afspraak open" in fout[0].zin
    dicht, fout = d.meldcode.sluit(zaak, {**afloop, "open_werk": "Het besluit komt nog; de IB belt."})
    assert dicht is not None, fout
    assert d.meldcode.zaken() == []
    assert [r.record for r in d.meldcode.zaken(ook_gesloten=True)] == [dossier.record]
    assert d.meldcode.zaak(dossier.record).gesloten
    heropend, fout = d.meldcode.heropen(d.meldcode.zaak(dossier.record), "Een nieuw signaal.")
    assert heropend is not None, fout
    assert [r.record for r in d.meldcode.zaken()] == [dossier.record]


def test_disclosure_in_a_signal_demands_reporting_until_it_was_done(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    signaal = _signaal(d, noor, "Noor vertelt zelf over thuis", disclosure=True)
    assert _soorten(d) == ["veilig_thuis"]
    begin = d.meldcode.begin(noor, [signaal.record])
    dossier, _ = d.dossier.bewaar(begin, {**begin.values, "kort": "Zorgen thuis"})
    assert dossier is not None
    eis = d.meldcode.eis_vooraf(d.meldcode.zaak(dossier.record))
    assert eis is not None and eis.uitkomst is Uitkomst.MELDEN
    weging = d.meldcode.nieuwe_weging()
    nee = _antwoord(d, dossier.record, weging, Vraag.VERMOEDEN, "nee")
    assert isinstance(nee.value, Afweging) and nee.value.disclosure
    uit = nee.value.gevolg()
    assert uit is not None and uit.uitkomst is Uitkomst.MELDEN
    stuk = d.veiligthuis.melding(d.meldcode.zaak(dossier.record))
    klaar = {
        **stuk.values,
        "namens": "De directeur",
        "gebeld_op": "2026-03-02",
        "gebeld_om": "10:00",
        "gebeld_met": "V.T.",
        "ouders": "uitzondering",
        "uitzondering": "Het kan Noor in gevaar brengen.",
        "overlegd_met": "V.T.",
        "overlegd_op": "2026-03-02",
        "stappen": "Signaal.",
    }
    melding, fout = d.veiligthuis.stel_vast(stuk, klaar)
    assert melding is not None, fout
    assert _soorten(d) == ["vt_besluit"], "the signal asks for no call any more"
    assert d.meldcode.eis_vooraf(d.meldcode.zaak(dossier.record)) is None


def test_a_melding_can_start_from_a_signal_alone(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    signaal = _signaal(d, noor, "Noor is bang om naar huis te gaan", gevaar=True)
    stuk = d.veiligthuis.melding_van_signaal(noor, signaal.record)
    assert (stuk.values["norm"], stuk.values["grond"]) == ("1", str(signaal.record))
    assert "bang om naar huis" in str(stuk.values["zorgen"])


def test_what_a_source_refuses_reaches_no_draft_and_no_index(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    stuk = d.dossier.nieuw_signaal(noor)
    rij = {
        "rij": str(d.session.ids.new()),
        "soort": "horen_zeggen",
        "bron": "Xandra",
        "toestemming": False,
        "tekst": "Kwartelpraat",
    }
    values = {**stuk.values, "onderwerp": "Van horen zeggen", "datum": "2026-03-02", "passages": [rij]}
    d.dossier.bewaar_draft(stuk, values)
    (draft,) = d.dossier.drafts()
    assert "Kwartelpraat" not in str(draft.values) and "Xandra" not in str(draft.values)
    stored, fout = d.dossier.bewaar(stuk, values)
    assert stored is not None, fout
    assert isinstance(stored.value, Signaal) and stored.value.passages[0].tekst == ""
    assert d.session.vault.search("Kwartelpraat") == []


def test_a_pupil_who_left_asks_why_before_it_is_established(d: Diensten) -> None:
    weg = _leerling(d, "Noor", uitstroomdatum="2026-01-15")
    stuk = d.dossier.nieuw_signaal(weg)
    assert stuk.values["weg"] is True
    assert "na_vertrek" in {p.loc[0] for p in d.dossier.problemen(stuk, stuk.values)}


def test_a_teacher_gives_signals_and_sees_no_meldcode(d: Diensten) -> None:
    from dataclasses import replace

    noor = _leerling(d, "Noor")
    actor = replace(d.session.actor, role=Rol.LEERKRACHT.value)
    leerkracht = diensten(replace(d.session, actor=actor), d.beheer)
    stuk = leerkracht.dossier.nieuw_signaal(noor)
    assert stuk.values["is_leerkracht"] is True
    for doe in (
        lambda: leerkracht.meldcode.begin(noor, []),
        leerkracht.meldcode.zaken,
        lambda: leerkracht.dossier.nieuw(Melding, noor),
    ):
        with pytest.raises(Geweigerd):
            doe()
    zichtbaar = set(leerkracht.dossier.soorten())
    assert zichtbaar >= {Signaal.KIND, Overleg.KIND, Gespreksverslag.KIND}
    verborgen: list[type[Record]] = [MeldcodeDossier, Afweging, Melding, Terugkoppeling]
    assert not zichtbaar & {kind.KIND for kind in verborgen}


@pytest.mark.parametrize(
    ("dag", "na"),
    [
        ("2026-03-09", "2026-03-16"),  # a Monday
        ("2026-03-13", "2026-03-20"),  # a Friday
        ("2026-03-14", "2026-03-20"),  # a Saturday
        ("2026-04-01", "2026-04-10"),  # past Good Friday (which the Algemene termijnenwet counts) and Easter Monday
        ("2026-12-24", "2027-01-04"),  # past Christmas and New Year
    ],
)
def test_five_working_days_know_the_holidays(dag: str, na: str) -> None:
    assert werkdag_na(date.fromisoformat(dag), 5) == date.fromisoformat(na)


def test_a_case_for_another_school_names_no_one_and_no_birth_date() -> None:
    tekst = "Noor van Dijk (12-03-2017) en Sem, Noors broer, wonen bij Elif. Noor is geboren op 12 maart 2017."
    schoon = zonder_namen(tekst, ["Noor van Dijk", "Sem van Dijk", "Elif Dijk"])
    for naam in ("Noor", "Dijk", "Sem", "Elif", "12-03", "12 maart"):
        assert naam not in schoon
    assert "2017" in schoon and "broer" in schoon and "wonen bij" in schoon


def test_the_calendar_names_no_one(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    _signaal(d, noor, "Noor vertelt zelf over thuis", disclosure=True)
    ics = d.agenda.ics().decode()
    assert "SUMMARY:Vangnet: Veilig Thuis bellen" in ics and "DTSTART;VALUE=DATE:20260302" in ics
    assert "Noor" not in ics and str(noor) not in ics and "thuis" not in ics.lower().replace("veilig thuis", "")
    assert all(len(regel) <= 75 for regel in ics.split("\r\n"))


def test_work_is_done_given_away_and_taken_back(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    _signaal(d, noor, "Noor vertelt zelf over thuis", disclosure=True)
    (item,) = d.agenda.items()
    gegeven = d.agenda.geef(item.werk, Rol.DIRECTEUR)
    assert [i.werk.role for i in d.agenda.items()] == ["directeur"]
    d.agenda.maak_ongedaan(gegeven)
    klaar = d.agenda.klaar(d.agenda.items("ib")[0].werk, "Gebeld, zie advies.")
    assert d.agenda.items() == []
    d.agenda.maak_ongedaan(klaar)
    assert len(d.agenda.items()) == 1
