"""Cases as their pages ask for them: the list, one case, the walk that runs, and the summary without names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.models.afweging import Afweging
from desktop.models.errors import Conflict, Geweigerd, UserError
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.opslag import Stored
from desktop.models.overleg import Overleg
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.models.weging import Uitkomst, Vraag
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.dossier import zonder_namen
from desktop.services.kluis import Kluizen
from desktop.services.stuk import Stuk
from desktop.vault.crypto import KdfParams

REDEN = "Er zijn twee signalen in drie weken, en de uitleg wisselt steeds."
WIE = [{"persoon": None, "naam": "Iris Beheer", "hoedanigheid": "IB", "gezag": ""}]


@pytest.fixture
def d(tmp_path: Path, clock, ids):
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    kluis, _ = kluizen.nieuw(
        tmp_path / "proef.kluis",
        {"naam": "OBS Zonnedauw", "regio": "Testregio"},
        "Iris Beheer",
        Rol.IB,
        "vier losse woorden hier",
        KdfParams(64 * 1024, 3, 1),
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


def _leerling(d: Diensten, naam: str, **anders: str) -> UUID:
    stored, fout = d.personen.bewaar(Leerling, None, {"roepnaam": naam, "achternaam": "Kwartel", **anders})
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
        "functie": "leerkracht",
        "aard": ["hgkm"],
        "eergerelateerd": False,
        "disclosure": False,
        "gevaar": False,
        "passages": [passage],
        "is_leerkracht": True,
        "ouders_besproken": False,
        "ouders_niet": "Eerst overleg.",
    }
    return _vast(d, d.dossier.nieuw_signaal(kind), **{**vast, **anders})


def _dossier(d: Diensten, kind: UUID, *signalen: Stored, **anders: Any) -> UUID:
    stored, fout = d.zaken.open(kind, [s.record for s in signalen], {"kort": "Zorgen thuis", **anders})
    assert stored is not None, fout
    return stored.record


def _gehouden(d: Diensten, dossier: UUID, weging: UUID | None, antwoord: str, **anders: Any) -> Stored:
    beeld = d.wegen.beeld(dossier, weging)
    assert beeld.stuk is not None
    values = {**beeld.stuk.values, "antwoord": antwoord, "reden": REDEN, "wie": WIE, **anders}
    stored, fout = d.wegen.stel_vast(beeld.stuk, values)
    assert stored is not None, fout
    return stored


def test_a_case_needs_a_signal(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    niets, fout = d.zaken.open(noor, [], {"kort": "Zorgen thuis"})
    assert niets is None
    assert "minstens één signaal" in fout[0].zin


def test_the_list_says_where_each_case_stands_and_what_is_urgent_first(d: Diensten) -> None:
    noor, sem = _leerling(d, "Noor"), _leerling(d, "Sem")
    spoed = _dossier(d, noor, _signaal(d, noor, "Noor vertelt het zelf", disclosure=True))
    rustig = _dossier(d, sem, _signaal(d, sem, "Sem is stil"))
    regels = d.zaken.lijst()
    assert [(r.row.record, r.spoed) for r in regels] == [(spoed, True), (rustig, False)]
    assert regels[0].stand == "Veilig Thuis bellen en melden"
    assert regels[0].open == 1
    assert regels[1].stand == "Stap 2: overleg en advies"
    assert d.zaken.gevallen() == {"veilig-thuis-melding": 1, "meldcode-overleg-professionals": 1}
    weging = _gehouden(d, rustig, None, "ja", directeur_op="2026-03-02")
    assert isinstance(weging.value, Afweging)
    assert d.zaken.lijst()[1].plek == "afweging-veiligheid"


def test_closed_cases_show_on_request_and_count_nowhere(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    dossier = _dossier(d, noor, _signaal(d, noor, "Noor is stil"))
    afloop = {"afloop": "onterecht", "toelichting": "Er was niets.", "volgt": "Juf Anna", "hoe": "Wekelijks"}
    dicht, fout = d.meldcode.sluit(d.meldcode.zaak(dossier), afloop)
    assert dicht is not None, fout
    assert d.zaken.lijst() == []
    (regel,) = d.zaken.lijst(ook_gesloten=True)
    assert (regel.gesloten, regel.stand) == (True, "Gesloten")
    assert d.zaken.gevallen() == {}


def test_home_counts_what_the_list_shows(d: Diensten, clock: Any) -> None:
    noor, sem, bo = _leerling(d, "Noor"), _leerling(d, "Sem"), _leerling(d, "Bo")
    los = _signaal(d, noor, "Noor vertelt het zelf", disclosure=True)  # gathered: it has no parent
    _dossier(d, noor, los)
    rustig = _dossier(d, sem, _signaal(d, sem, "Sem is stil"))
    dicht = _dossier(d, bo, _signaal(d, bo, "Bo vertelt het zelf", disclosure=True))
    _gehouden(d, rustig, None, "ja", directeur_op="2026-03-02")
    for dagen in (0, 1, 40):
        clock.step(days=dagen)
        lijst = d.zaken.lijst()
        assert d.zaken.telling() == (len(lijst), sum(1 for regel in lijst if regel.te_laat))
    assert d.zaken.telling() == (3, 2)
    afloop = {"afloop": "onterecht", "toelichting": "Er was niets.", "volgt": "Juf Anna", "hoe": "Wekelijks"}
    gesloten, fout = d.meldcode.sluit(d.meldcode.zaak(dicht), {**afloop, "open_werk": "Er hoefde niets meer."})
    assert gesloten is not None, fout
    assert d.zaken.telling() == (2, 1)
    d.meldcode.heropen(d.meldcode.zaak(dicht), "Er kwam toch iets nieuws.")
    assert d.zaken.telling() == (3, 2)


def test_what_stands_about_the_pupil_and_not_in_the_case_is_offered(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    een, twee = _signaal(d, noor, "Noor is stil"), _signaal(d, noor, "Noor huilt")
    dossier = _dossier(d, noor, een)
    beeld = d.zaken.beeld(dossier)
    assert [r.record for r in beeld.erbij] == [twee.record]
    assert [r.record for r in beeld.rijen] == [een.record]
    assert beeld.door[een.record] == "Iris Beheer"
    d.meldcode.voeg_toe(beeld.zaak, [twee.record])
    assert d.zaken.beeld(dossier).erbij == ()


def test_a_brother_is_looked_up_once_and_needs_an_outcome(d: Diensten) -> None:
    noor, sem = _leerling(d, "Noor"), _leerling(d, "Sem")
    ouder, fout = d.personen.koppel(noor, {"roepnaam": "Elif", "achternaam": "Kwartel"}, {"soort": "moeder"})
    assert ouder is not None, fout
    d.personen.koppel(sem, ouder.value.persoon, {"soort": "moeder"})  # type: ignore[union-attr]
    dossier = _dossier(d, noor, _signaal(d, noor, "Noor is stil"))
    zaak = d.meldcode.zaak(dossier)
    with pytest.raises(UserError):
        d.zaken.nagezocht(zaak, sem, "  ")
    d.zaken.nagezocht(zaak, sem, "Geen bijzonderheden.")
    (lid,) = d.zaken.beeld(dossier).gezin
    assert (lid.naam, lid.nagezocht, lid.signalen) == ("Sem Kwartel", True, 0)
    waarde = d.meldcode.zaak(dossier).dossier
    assert isinstance(waarde, MeldcodeDossier)
    assert waarde.gezin[0].uitkomst == "Geen bijzonderheden."
    with pytest.raises(Conflict):
        d.zaken.nagezocht(zaak, sem, "Nog eens, op een oude versie.")


def test_the_walk_goes_on_where_it_was_and_an_answer_keeps_its_draft(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    dossier = _dossier(d, noor, _signaal(d, noor, "Noor is stil"))
    eerste = d.wegen.beeld(dossier)
    assert eerste.vraag is Vraag.VERMOEDEN and eerste.stuk is not None and not eerste.vast
    d.wegen.bewaar_draft(eerste.stuk, {**eerste.stuk.values, "reden": "Half."})
    weer = d.wegen.beeld(dossier)
    assert weer.weging == eerste.weging and weer.stuk is not None
    assert weer.stuk.values["reden"] == "Half."
    _gehouden(d, dossier, None, "ja", directeur_op="2026-03-02")
    assert d.wegen.halverwege(dossier) is None
    verder = d.wegen.beeld(dossier)
    assert (verder.weging, verder.vraag) == (eerste.weging, Vraag.VEILIGHEID)
    terug = d.wegen.beeld(dossier, eerste.weging, Vraag.VERMOEDEN)
    assert terug.vast and terug.volgende is Vraag.VEILIGHEID
    assert d.wegen.beeld(dossier, eerste.weging, Vraag.RESULTAAT).vraag is Vraag.VEILIGHEID, "their order is fixed"


def test_what_came_in_while_an_answer_was_open_counts_when_it_is_established(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    dossier = _dossier(d, noor, _signaal(d, noor, "Noor is stil"))
    beeld = d.wegen.beeld(dossier)
    assert beeld.stuk is not None and beeld.stuk.values["disclosure"] is False
    nieuw = _signaal(d, noor, "Noor vertelt het zelf", disclosure=True)
    d.meldcode.voeg_toe(d.meldcode.zaak(dossier), [nieuw.record])
    values = {**beeld.stuk.values, "antwoord": "nee", "reden": REDEN, "wie": WIE, "disclosure": False}
    stored, fout = d.wegen.stel_vast(beeld.stuk, values)
    assert stored is not None, fout
    assert isinstance(stored.value, Afweging) and stored.value.disclosure
    uit = stored.value.gevolg()
    assert uit is not None and uit.uitkomst is Uitkomst.MELDEN


def test_a_question_is_answered_once(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    dossier = _dossier(d, noor, _signaal(d, noor, "Noor is stil"))
    beeld = d.wegen.beeld(dossier)
    assert beeld.stuk is not None
    values = {**beeld.stuk.values, "antwoord": "ja", "reden": REDEN, "wie": WIE, "directeur_op": "2026-03-02"}
    assert d.wegen.stel_vast(beeld.stuk, values)[0] is not None
    ander = replace(beeld.stuk, record=d.session.ids.new())
    with pytest.raises(UserError, match="intussen beantwoord"):
        d.wegen.stel_vast(ander, values)


def test_who_advises_reads_and_does_not_weigh(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    dossier = _dossier(d, noor, _signaal(d, noor, "Noor is stil"))
    actor = replace(d.session.actor, role=Rol.AANDACHTSFUNCTIONARIS.value)
    adviseur = diensten(replace(d.session, actor=actor), d.beheer)
    assert adviseur.wegen.beeld(dossier).stuk is None
    assert [r.row.record for r in adviseur.zaken.lijst()] == [dossier]
    for doe in (
        lambda: adviseur.zaken.open(noor, [noor], {}),
        lambda: adviseur.zaken.nagezocht(adviseur.meldcode.zaak(dossier), noor, "x"),
        lambda: adviseur.samenvatting.maak(dossier),
    ):
        with pytest.raises(Geweigerd):
            doe()
    leerkracht = diensten(replace(d.session, actor=replace(actor, role=Rol.LEERKRACHT.value)), d.beheer)
    assert leerkracht.zaken.gevallen() == {}
    with pytest.raises(Geweigerd):
        leerkracht.zaken.beeld(dossier)


def test_the_summary_names_no_one(d: Diensten) -> None:
    noor = _leerling(d, "Noor")
    d.personen.koppel(noor, {"roepnaam": "Elif", "achternaam": "Kwartel"}, {"soort": "moeder"})
    signaal = _signaal(
        d, noor, "Noor (geboren 12-03-2017) zegt dat Elif slaat, aldus meester Pieterman", disclosure=False
    )
    tegen = [{"rij": str(d.session.ids.new()), "wat": "De huisarts zag niets.", "bron": "dokter Xanthos"}]
    dossier = _dossier(d, noor, signaal, tegenspraak=tegen, adviserend="Agaath Zwaluw")
    deelnemer = {"rij": str(d.session.ids.new()), "naam": "Pieterman", "rol": "leerkracht"}
    _vast(
        d,
        d.dossier.nieuw(Overleg, noor, dossier),
        soort="collegas",
        onderwerp="Wat nu",
        deelnemers=[deelnemer],
        inhoud="Agaath Zwaluw en Iris Beheer denken mee over Noor Kwartel.\n\nTweede alinea.",
    )
    tekst = d.samenvatting.maak(dossier)
    for naam in ("Noor", "Kwartel", "Elif", "Pieterman", "Agaath", "Zwaluw", "Iris", "Zonnedauw", "12-03"):
        assert naam not in tekst, naam
    assert "De huisarts zag niets." in tekst and "2017" in tekst
    assert next(r for r in tekst.splitlines() if "Tweede alinea." in r).startswith("- "), "one point, one line"
    assert d.samenvatting.namen_in(dossier, f"{tekst}\nVraag het aan Elif.") == ("Elif",)
    stored, fout = d.samenvatting.bewaar(dossier, tekst)
    assert stored is not None, fout
    assert isinstance(stored.value, Overleg) and stored.value.anoniem and stored.value.inhoud == tekst


def test_an_ordinary_word_that_is_a_surname_too_stays_in_the_summary(d: Diensten) -> None:
    sofie = _leerling(d, "Sofie", voorvoegsel="de", achternaam="Groot")
    signaal = _signaal(d, sofie, "Een kale plek, zo groot als een euro; Sofie de Groot zegt niets", disclosure=False)
    tekst = d.samenvatting.maak(_dossier(d, sofie, signaal))
    assert "zo groot als een euro" in tekst and "Sofie" not in tekst and "Groot" not in tekst


def test_words_that_are_no_name_stay() -> None:
    tekst = "Juf Bo van Dijk belt van huis; de moeder bot."
    assert zonder_namen(tekst, ["Juf Bo van Dijk"]) == "Juf … van … belt van huis; de moeder bot."


def test_a_name_typed_without_its_signs_goes_too() -> None:
    tekst = "Ayse en AYŞE zien Chloé's jas; Chloes broer Bjorn is groot."
    assert zonder_namen(tekst, ["Ayşe Aslan", "Chloé Bos", "Bjørn Bos"]) == "… en … zien … jas; … broer … is groot."


@pytest.mark.parametrize(
    ("tekst", "schoon"),
    [
        ("Sem is groot voor zijn leeftijd.", "… is groot voor zijn leeftijd."),
        ("De vader, meneer de groot, belt. sem groot ook.", "De vader, meneer de …, belt. … ook."),
        ("Noor haalt brood bij de bakker, zegt mevrouw bakker.", "… haalt brood bij de bakker, zegt mevrouw …."),
        ("Volgens De Groot is het een lange dag.", "Volgens De … is het een lange dag."),
        ("roos huilt, met een roos in haar hand", "… huilt, met een … in haar hand"),
    ],
)
def test_an_ordinary_word_that_someone_is_called_by_stays_where_it_is_one(tekst: str, schoon: str) -> None:
    assert zonder_namen(tekst, ["Sem de Groot", "Mevrouw De Groot", "Noor Bakker", "Juf Roos"]) == schoon


def test_the_first_word_of_a_sentence_in_a_field_of_names_is_no_name() -> None:
    zin = "Bij Duru zijn geen signalen. Er was ook niets bij haar broer."
    assert zonder_namen("Er is niets bij Duru. Ze slaapt bij de buren.", [zin]) == (
        "Er is niets bij …. Ze slaapt bij de buren."
    )
