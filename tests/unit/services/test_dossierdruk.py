"""The papers of a dossier from a real vault: what is gathered, who may, what is logged, what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image

from desktop.models.afweging import Afweging
from desktop.models.core import Record
from desktop.models.dossier import OudStuk
from desktop.models.errors import Geweigerd, UserError
from desktop.models.melding import Melding
from desktop.models.opslag import Stored
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.models.weging import Vraag
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.dossier import RECHTEN
from desktop.services.dossierdruk import vraaguitleg
from desktop.services.kluis import Kluizen
from desktop.services.plan import Plan
from desktop.services.stuk import Stuk
from desktop.vault.crypto import KdfParams
from tests.unit.documents.lezen import paginas, tekst

WIE = [{"persoon": None, "naam": "Iris Beheer", "hoedanigheid": "IB", "gezag": ""}]
REDEN = "Er zijn twee signalen in drie weken, en de uitleg wisselt steeds."


@pytest.fixture
def d(tmp_path: Path, clock, ids):
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    smal = KdfParams(64 * 1024, 3, 1)
    kluis, _ = kluizen.nieuw(
        tmp_path / "proef.kluis", {"naam": "OBS De Proef"}, "Iris Beheer", Rol.IB, "vier losse woorden hier", smal
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


def _als(d: Diensten, rol: Rol) -> Diensten:
    """The same vault, as an account with another role would have it."""
    session = d.session
    ander = type(session)(session.vault, replace(session.actor, role=rol.value), session.clock, session.ids)
    return diensten(ander, d.beheer)


@pytest.fixture
def noor(d: Diensten) -> UUID:
    stored, fout = d.personen.bewaar(Leerling, None, {"roepnaam": "Noor", "achternaam": "Kwartel"})
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


def _zaak(d: Diensten, kind: UUID, *signalen: Stored) -> UUID:
    stored, fout = d.zaken.open(kind, [s.record for s in signalen], {"kort": "Zorgen thuis"})
    assert stored is not None, fout
    return stored.record


def _antwoord(d: Diensten, dossier: UUID, weging: UUID | None, antwoord: str, **anders: Any) -> Stored:
    beeld = d.wegen.beeld(dossier, weging)
    assert beeld.stuk is not None
    values = {**beeld.stuk.values, "antwoord": antwoord, "reden": REDEN, "wie": WIE, **anders}
    stored, fout = d.wegen.stel_vast(beeld.stuk, values)
    assert stored is not None, fout
    return stored


def _melding(d: Diensten, kind: UUID, **anders: Any) -> Stored:
    vandaag = d.session.vandaag().isoformat()
    vast: dict[str, Any] = {
        "gebeld_op": vandaag,
        "gebeld_om": "15:40",
        "gebeld_met": "Karin Smit",
        "norm": "1",
        "stappen": "Signalen en weging.",
        "namens": "Paul de Graaf",
        "door": "Iris Beheer",
        "zorgen": "Een blauwe plek, en de uitleg wisselt.",
        "ouders": "vooraf",
        "ouders_op": vandaag,
        "ouders_plicht": True,
        "apart": "De buurvrouw hoorde het.",
        "apart_besproken": True,
    }
    return _vast(d, d.dossier.nieuw(Melding, kind), **{**vast, **anders})


def test_an_established_signal_keeps_its_pdf_and_makes_it_again_the_same(d: Diensten, noor: UUID) -> None:
    stored = _signaal(d, noor, "Een blauwe plek")
    opdracht = d.dossier.opdracht_vastgesteld(stored.record)
    assert opdracht is not None
    eerst = d.documenten.maak(opdracht).pdf
    assert d.dossier.vastgesteld_pdf(stored.record) == eerst == d.dossier.vastgesteld_pdf(stored.record)
    assert "Een blauwe plek" in tekst(eerst) and stored.digest.hex() in tekst(eerst)


def test_a_scan_is_printed_with_its_sheet_and_kept_once(d: Diensten, noor: UUID) -> None:
    beeld = BytesIO()
    Image.new("RGB", (300, 400), (200, 180, 160)).save(beeld, "PNG")
    bijlage = d.documenten.voeg_bijlage_toe("brief.png", beeld.getvalue())
    stuk = d.dossier.nieuw(OudStuk, noor)
    stored = _vast(d, stuk, wat="Brief van vroeger", datum="2024-03-06", bijlagen=[bijlage.model_dump(mode="json")])
    assert len(paginas(d.documenten.maak(d.documenten.opdracht(stored)).pdf)) == 2
    assert len(paginas(d.dossier.vastgesteld_pdf(stored.record))) == 1


def test_the_chronology_holds_what_this_account_may_read_in_order(d: Diensten, noor: UUID) -> None:
    gisteren = (d.session.vandaag() - timedelta(days=1)).isoformat()
    laatst = _signaal(d, noor, "Het laatste signaal")
    _signaal(d, noor, "Het eerste signaal", datum=gisteren)
    fout = _signaal(d, noor, "Over een ander kind")
    d.dossier.trek_in(fout.record, "Stond bij de verkeerde leerling.")
    _zaak(d, noor, laatst)
    papier = d.dossierdruk.chronologie(noor)
    alles = tekst(papier.maak().pdf)
    assert alles.index("Het eerste signaal") < alles.index("Het laatste signaal")
    assert "Stond bij de verkeerde leerling." in alles and "ander kind" not in alles
    assert "Vastgelegd door I.B." in alles and "Zorgen thuis" in alles
    assert papier.record == papier.leerling == noor and "Noor" not in papier.bestandsnaam
    (regel,) = d.session.vault.audit(record=noor, action="bekeken", limit=5)
    assert regel.reason == "chronologie van het dossier"
    leerkracht = tekst(_als(d, Rol.LEERKRACHT).dossierdruk.chronologie(noor, kinds=("signaal",)).maak().pdf)
    assert "Het laatste signaal" in leerkracht
    assert "Zorgen thuis" not in tekst(_als(d, Rol.LEERKRACHT).dossierdruk.chronologie(noor).maak().pdf)
    with pytest.raises(Geweigerd):
        _als(d, Rol.ADMINISTRATIE).dossierdruk.chronologie(noor)


def test_filters_are_said_on_the_chronology(d: Diensten, noor: UUID) -> None:
    _signaal(d, noor, "Een signaal")
    vroeger = date(2020, 1, 1)
    papier = d.dossierdruk.chronologie(noor, van=vroeger, tot=vroeger, keuze="alleen 2020", volledig=True)
    alles = tekst(papier.maak().pdf)
    assert "Keuze: alleen 2020." in alles and "Een signaal" not in alles and "Er staat niets" in alles


def test_of_someone_who_is_no_pupil_there_is_none(d: Diensten, noor: UUID) -> None:
    stored = _signaal(d, noor, "Een signaal")
    with pytest.raises(UserError, match="leerling"):
        d.dossierdruk.chronologie(stored.record)


def test_a_case_has_its_overview_and_its_own_chronology(d: Diensten, noor: UUID) -> None:
    buiten = _signaal(d, noor, "Staat niet in de zaak")
    dossier = _zaak(d, noor, _signaal(d, noor, "Noor is stil"))
    overzicht = d.dossierdruk.zaak(dossier)
    alles = tekst(overzicht.maak().pdf)
    assert "De vijf stappen" in alles and "Signaal: Noor is stil" in alles and "Nog geen gesprek" in alles
    assert "1. Relevante en eerdere signalen 1 stuk" in alles
    assert "concept" not in alles.lower() and "niet vastgesteld" not in alles.lower(), "a case is never established"
    assert "bijgewerkt" in alles and "vastgesteld 2" not in alles.lower(), "its footer says when it last changed"
    afloop = {"afloop": "onterecht", "toelichting": "Er was niets.", "volgt": "Juf Anna", "hoe": "Wekelijks"}
    dicht, fout = d.meldcode.sluit(d.meldcode.zaak(dossier), afloop)
    assert dicht is not None, fout
    chrono = tekst(d.dossierdruk.chronologie_zaak(dossier).maak().pdf)
    assert "Noor is stil" in chrono and "Het vermoeden was onterecht" in chrono
    assert buiten.record and "Staat niet in de zaak" not in chrono


def test_a_weging_is_printed_with_the_plans_explanation_and_the_others_named(d: Diensten, noor: UUID, clock) -> None:
    dossier = _zaak(d, noor, _signaal(d, noor, "Noor is stil"))
    eerste = _antwoord(d, dossier, None, "nee")
    vandaag = d.session.vandaag().isoformat()
    tweede = _antwoord(d, dossier, d.meldcode.nieuwe_weging(), "ja", directeur_op=vandaag)
    weging = getattr(tweede.value, "weging")  # noqa: B009
    papier = d.dossierdruk.weging(dossier, weging, vraaguitleg(Plan(clock)))
    alles = tekst(papier.maak().pdf)
    assert REDEN in alles and "Loopt: vraag 2 volgt" in alles
    assert "Heb je een vermoeden van huiselijk geweld" in alles
    assert "Dossier sluiten, zorg blijven volgen" in alles, "the other walk"
    assert eerste.digest.hex() not in alles and tweede.digest.hex() in alles
    with pytest.raises(UserError, match="nog geen"):
        d.dossierdruk.weging(dossier, d.meldcode.nieuwe_weging())


def test_every_question_has_its_explanation_in_the_plan(clock) -> None:
    uitleg = vraaguitleg(Plan(clock))
    assert set(uitleg) == set(Vraag)
    assert all(blokken and all(b.soort != "kop" for b in blokken) for blokken in uitleg.values())


def test_the_separate_sheet_goes_apart_from_the_melding(d: Diensten, noor: UUID) -> None:
    stored = _melding(d, noor)
    pakket = tekst(d.documenten.maak(d.documenten.opdracht(stored)).pdf)
    assert "Begeleidend schrijven" in pakket and "buurvrouw" not in pakket
    blad = d.dossierdruk.apart_blad(stored.record)
    assert "De buurvrouw hoorde het." in tekst(blad.maak().pdf)
    zonder = _melding(d, noor, apart="", apart_besproken=None)
    with pytest.raises(UserError, match="geen apart blad"):
        d.dossierdruk.apart_blad(zonder.record)


def test_the_summary_and_blank_forms(d: Diensten, noor: UUID) -> None:
    dossier = _zaak(d, noor, _signaal(d, noor, "Noor is stil"))
    papier = d.dossierdruk.samenvatting(dossier, "Een leerling is stil.")
    assert "Een leerling is stil." in tekst(papier.maak().pdf) and "Noor" not in tekst(papier.maak().pdf)
    for wat in ("signaal", "incident"):
        blanco = d.dossierdruk.formulier(wat)  # type: ignore[arg-type]
        assert len(paginas(blanco.maak().pdf)) == 2 and blanco.record is None
        assert "OBS De Proef" in tekst(blanco.maak().pdf)


@pytest.mark.parametrize("kind", [k for k in RECHTEN if "leerling" in k.model_fields], ids=lambda k: k.KIND)
def test_every_kind_of_record_about_a_pupil_has_a_pdf_also_when_hardly_begun(
    d: Diensten, noor: UUID, kind: type[Record]
) -> None:
    verplicht = {naam: noor for naam, veld in kind.model_fields.items() if veld.is_required() and naam != "leerling"}
    wie = {"persoon": noor, "naam": "Noor Kwartel", "hoedanigheid": "", "gezag": ""}
    waarde = kind.model_validate({"leerling": wie, **verplicht})
    stored = Stored(noor, noor, None, kind.KIND, "concept", 1, noor, d.session.nu(), bytes(32), waarde)
    alles = tekst(d.documenten.maak(d.documenten.opdracht(stored)).pdf)
    eigen = {Melding: "Begeleidend schrijven", Afweging: "Het afwegingskader"}
    assert eigen.get(kind, kind.NAAM) in alles and "Noor Kwartel" in alles
    assert ("CONCEPT" in alles) is kind.VASTSTELLEN
