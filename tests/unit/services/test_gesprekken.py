"""The whole way of a conversation through the services, on a real vault and with real PDFs."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest

from desktop.models.errors import Geweigerd, UserError
from desktop.models.handtekening import Handtekening
from desktop.models.opslag import Query
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, Ondertekening
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.vault.crypto import KdfParams

ZIN = "vier losse woorden hier"


@pytest.fixture
def kluis(tmp_path: Path, clock, ids):
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    open_, _code = kluizen.nieuw(
        tmp_path / "proef.kluis", {"naam": "OBS De Proef"}, "Iris Beheer", Rol.IB, ZIN, KdfParams()
    )
    yield kluizen, open_
    open_.sluit()


@pytest.fixture
def d(kluis) -> Diensten:
    kluizen, open_ = kluis
    session = kluizen.sessie(open_)
    return diensten(session, Beheer(session, open_))


def _leerling(d: Diensten, **extra):
    stored, fout = d.personen.bewaar(Leerling, None, {"roepnaam": "Noa", "achternaam": "Yılmaz", **extra})
    assert stored is not None, fout
    return stored.record


def _ouder(d: Diensten, leerling, naam: str, gezag: str):
    periode = {"rij": str(d.session.ids.new()), "vanaf": "2020-01-01", "gezag": gezag}
    stored, fout = d.personen.koppel(
        leerling,
        {"roepnaam": naam, "achternaam": "Bakker", "straat": f"{naam}straat 1"},
        {"soort": "ouder", "perioden": [periode]},
    )
    assert stored is not None, fout
    return stored


def _ingevuld(stuk) -> dict:
    return {
        **stuk.values,
        "soort": "zorg",
        "onderwerp": "Stiller in de klas",
        "besproken": "Noa at drie keer niet mee.",
        "samengevat": True,
    }


def _vast(d: Diensten, leerling):
    stuk = d.gesprekken.nieuw_verslag(leerling)
    ouders = [naar_values(k.wie) for k in d.personen.kaarten(leerling)]
    stored, fout = d.gesprekken.stel_vast(stuk, {**_ingevuld(stuk), "ouders": ouders})
    assert stored is not None, fout
    return d.gesprekken.open(stored.record)


def _tekst(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(pagina.get_textpage().get_text_range() for pagina in document)
    finally:
        document.close()


def test_from_pupil_to_signed_report(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    _ouder(d, leerling, "Sam", "ja")
    stuk = _vast(d, leerling)
    pdf = d.gesprekken.vastgesteld_pdf(stuk.record)
    assert d.gesprekken.vastgesteld_pdf(stuk.record) == pdf
    assert "straat" not in _tekst(pdf)

    pen = Handtekening(breedte=300, hoogte=100, halen=(((1.0, 2.0, 0.0, 0.5), (30.0, 40.0, 10.0, 0.7)),))
    els, sam = d.gesprekken.ouders(stuk)
    assert els.open
    assert sam.open
    getekend = {
        "ouder": naar_values(els.wie),
        "uitkomst": "gezien",
        "wijze": "scherm",
        "zienswijze": "Ik zie het anders.",
        "strokes": str(d.documenten.bewaar_strokes(pen.to_bytes())),
        "pdf_sha256": hashlib.sha256(pdf).hexdigest(),
        "getuige": d.session.actor.naam,
    }
    stored, fout = d.gesprekken.volg(stuk, Ondertekening, getekend)
    assert stored is not None, fout
    stored, fout = d.gesprekken.volg(stuk, Ondertekening, {"ouder": naar_values(sam.wie), "uitkomst": "ziet_af"})
    assert stored is not None, fout

    stuk = d.gesprekken.open(stuk.record)
    assert not any(o.open for o in d.gesprekken.ouders(stuk))
    assert d.session.vault.work() == []

    assert stuk.stored is not None
    eigen, ander = (d.documenten.maak(d.documenten.opdracht(stuk.stored, o.wie)).pdf for o in d.gesprekken.ouders(stuk))
    assert "Ik zie het anders." in _tekst(eigen)
    assert "Ik zie het anders." not in _tekst(ander)


def test_a_report_is_found_with_whom_it_is_about(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    _vast(d, leerling)
    (verslag,) = d.zoeken.zoek("stiller")
    assert verslag.over == "Noa Yılmaz"
    assert next((hit.row.record, hit.over) for hit in d.zoeken.zoek("noa")) == (leerling, "")


def test_signing_without_a_signature_is_refused(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = _vast(d, leerling)
    stored, fout = d.gesprekken.volg(
        stuk, Ondertekening, {"ouder": naar_values(d.gesprekken.ouders(stuk)[0].wie), "uitkomst": "akkoord"}
    )
    assert stored is None
    assert "handtekening" in fout[0].zin


def test_an_established_report_is_only_followed(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = _vast(d, leerling)
    with pytest.raises(UserError):
        d.gesprekken.bewaar(stuk, {**stuk.values, "onderwerp": "Iets anders"})
    stored, _ = d.gesprekken.volg(stuk, Aanvulling, {"tekst": "Later bleek meer."})
    assert stored is not None
    assert stuk.stored is not None
    assert "Later bleek meer." in _tekst(d.documenten.maak(d.documenten.opdracht(stuk.stored)).pdf)


def test_withdrawing_needs_a_reason_and_takes_it_out_of_search(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = _vast(d, leerling)
    assert d.zoeken.zoek("stiller")
    with pytest.raises(UserError):
        d.gesprekken.trek_in(stuk.record, " ")
    d.gesprekken.trek_in(stuk.record, "Stond in het verkeerde dossier.")
    assert not d.zoeken.zoek("stiller")
    assert d.gesprekken.open(stuk.record).stored.state == "ingetrokken"  # type: ignore[union-attr]


def test_hgkm_talk_with_danger_is_held_back_until_veilig_thuis_is_filled_in(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = d.gesprekken.nieuwe_uitnodiging(leerling, SoortGesprek.HGKM)
    values = {
        **stuk.values,
        "onderwerp": "Zorgen",
        "datum": "2026-03-09",
        "tijd": "14:30",
        "plaats": "School",
        "af_wie": "A. Adviseur",
        "af_datum": "2026-03-01",
        "gevaar": True,
        "gevaar_gronden": ["eergerelateerd"],
    }
    stored, fout = d.gesprekken.stel_vast(stuk, values)
    assert stored is None
    assert any("Bel Veilig Thuis" in p.zin for p in fout)
    besluit = {
        "vt_wie": "B.",
        "vt_datum": "2026-03-01",
        "vt_besluit": "Nu praten, met twee personen.",
        "vt_doorgang": "door",
    }
    stored, fout = d.gesprekken.stel_vast(stuk, {**values, **besluit})
    assert stored is not None, fout


def test_a_parent_without_gezag_needs_a_kept_reason(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "nee")
    stuk = d.gesprekken.nieuwe_uitnodiging(leerling, SoortGesprek.ZORG)
    assert stuk.values["ontvangers"] == []
    wie = naar_values(d.personen.kaarten(leerling)[0].wie)
    rest = {"onderwerp": "Zorgen", "datum": "2026-03-09", "tijd": "14:30", "plaats": "School"}
    rij = {"rij": str(d.session.ids.new()), "wie": wie, "reden": ""}
    stored, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, **rest, "ontvangers": [rij]})
    assert stored is None
    assert "geen gezag" in fout[0].zin
    rij["reden"] = "Vader heeft hierom gevraagd; moeder is het eens."
    stored, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, **rest, "ontvangers": [rij]})
    assert stored is not None, fout
    assert stored.value.ontvangers[0].reden.startswith("Vader heeft")  # type: ignore[union-attr]


def test_no_invitation_for_a_pupil_who_left(d: Diensten) -> None:
    leerling = _leerling(d, uitstroomdatum="2026-01-10")
    with pytest.raises(UserError):
        d.gesprekken.nieuwe_uitnodiging(leerling)


def test_a_new_letter_to_the_parents_of_a_pupil_who_died_goes_out_only_with_a_reason(d: Diensten) -> None:
    leerling = _leerling(d, overleden_op="2026-01-10")
    _ouder(d, leerling, "Els", "ja")
    stuk = d.gesprekken.nieuwe_uitnodiging(leerling, SoortGesprek.ZORG)
    assert stuk.values["overleden"] is True
    rest = {"onderwerp": "Afscheid", "datum": "2026-03-09", "tijd": "14:30", "plaats": "School", "overleden": False}
    for toch in ("", "   kort   "):
        stored, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, **rest, "toch": toch})
        assert stored is None
        assert [f.loc for f in fout] == [("toch",)]
    reden = "De ouders vroegen zelf om dit gesprek."
    stored, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, **rest, "toch": reden})
    assert stored is not None, fout
    assert stored.value.toch == reden and stored.value.overleden is True  # type: ignore[union-attr]


def _begonnen_brief(d: Diensten) -> tuple[UUID, UUID]:
    """An invitation that was begun, of a pupil who died since."""
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = d.gesprekken.nieuwe_uitnodiging(leerling, SoortGesprek.ZORG)
    rest = {"onderwerp": "Zorgen", "datum": "2026-03-09", "tijd": "14:30", "plaats": "School"}
    stored, fout = d.gesprekken.bewaar(stuk, {**stuk.values, **rest})
    assert stored is not None, fout
    kind = d.session.vault.get(leerling)
    assert kind.value is not None
    d.personen.bewaar(Leerling, leerling, {**naar_values(kind.value), "overleden_op": "2026-03-01"})
    return leerling, stored.record


def test_a_letter_to_the_parents_of_a_pupil_who_died_is_held_back(d: Diensten) -> None:
    leerling, brief = _begonnen_brief(d)
    assert [rij.record for rij in d.gesprekken.gepland(leerling)] == [brief]
    stuk = d.gesprekken.open(brief)
    assert stuk.values["overleden"] is True
    # also where the form that shows was read before
    stored, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, "overleden": False})
    assert stored is None
    assert [f.loc for f in fout] == [("toch",)]
    assert "overleden" in fout[0].zin
    reden = "De ouders vroegen zelf om dit gesprek."
    stored, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, "toch": reden})
    assert stored is not None, fout
    assert stored.value.toch == reden  # type: ignore[union-attr]


def test_a_draft_survives_the_lock_and_belongs_to_its_account(kluis, d: Diensten) -> None:
    kluizen, open_ = kluis
    leerling = _leerling(d)
    stuk = d.gesprekken.nieuw_verslag(leerling)
    d.gesprekken.bewaar_draft(stuk, {**stuk.values, "besproken": "half geschr", "datum": "32-13"})
    open_.sluit()
    header = kluizen.header(open_.folder)
    weer = kluizen.ontgrendel(open_.folder, kluizen.slot(header, 1), ZIN)
    try:
        session = kluizen.sessie(weer)
        terug = diensten(session, Beheer(session, weer)).gesprekken.open(stuk.record)
        assert terug.uit_concept
        assert terug.values["besproken"] == "half geschr"
        assert terug.values["datum"] == "32-13"
    finally:
        weer.sluit()


def test_siblings_and_merged_persons(d: Diensten) -> None:
    noa, sem = _leerling(d), _leerling(d, roepnaam="Sem")
    kaart = _ouder(d, noa, "Els", "ja")
    dubbel = _ouder(d, sem, "Elsje", "ja")
    assert d.personen.leerling(noa).broers_zussen == ()
    assert d.personen.voeg_samen(dubbel.value.persoon, kaart.value.persoon, "Twee keer ingevoerd.") == []  # type: ignore[union-attr]
    assert [naam for _, naam in d.personen.leerling(noa).broers_zussen] == ["Sem Yılmaz"]
    assert d.personen.kaarten(sem)[0].wie.naam == "Els Bakker"


def test_a_parent_with_two_cards_after_a_merge_is_invited_once(d: Diensten) -> None:
    noa = _leerling(d)
    kaart, dubbel = _ouder(d, noa, "Els", "ja"), _ouder(d, noa, "Elsje", "ja")
    assert d.personen.voeg_samen(dubbel.value.persoon, kaart.value.persoon, "Twee keer ingevoerd.") == []  # type: ignore[union-attr]
    assert len(d.personen.kaarten(noa)) == 2
    ontvangers = d.gesprekken.nieuwe_uitnodiging(noa).values["ontvangers"]
    assert [o["wie"]["naam"] for o in ontvangers] == ["Els Bakker"]  # type: ignore[attr-defined]


def test_roles_limit_what_may_be_done(kluis, d: Diensten) -> None:
    kluizen, open_ = kluis
    d.beheer.voeg_account_toe("Ad Minis", Rol.ADMINISTRATIE, "heel andere woorden dan")
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = _vast(d, leerling)
    open_.sluit()
    header = kluizen.header(open_.folder)
    assert [i.label for i in kluizen.ingangen(header)] == ["Intern begeleider", "Administratie"]
    weer: OpenKluis = kluizen.ontgrendel(open_.folder, kluizen.slot(header, 2), "heel andere woorden dan")
    try:
        session = kluizen.sessie(weer)
        admin = diensten(session, Beheer(session, weer))
        with pytest.raises(Geweigerd):
            admin.gesprekken.open(stuk.record)
        assert not admin.zoeken.zoek("stiller")
        assert admin.zoeken.zoek("Yilmaz")
        with pytest.raises(Geweigerd):
            admin.beheer.voeg_account_toe("X", Rol.IB, "nog weer andere woorden")
    finally:
        weer.sluit()


def test_parnassys_list_shrinks(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = _vast(d, leerling)
    assert len(d.gesprekken.niet_in_parnassys()) == 1
    d.gesprekken.zet_in_parnassys(stuk, d.session.vandaag())
    assert len(d.gesprekken.niet_in_parnassys()) == 0
    assert len(d.gesprekken.lijst(Query(kinds=("gespreksverslag",)))) == 1


def test_an_established_report_keeps_the_school_as_it_was_then(d: Diensten, clock) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = _vast(d, leerling)
    assert stuk.stored is not None
    clock.step(hours=1)
    stored, fout = d.beheer.bewaar_school({"naam": "OBS Nieuwe Naam"})
    assert stored is not None, fout
    # made only now, as after a crash between establishing and keeping
    assert "OBS De Proef" in _tekst(d.gesprekken.vastgesteld_pdf(stuk.record))
    afschrift = _tekst(d.documenten.maak(d.documenten.opdracht(stuk.stored)).pdf)
    assert "OBS De Proef" in afschrift
    assert "Nieuwe Naam" not in afschrift


def test_the_reason_of_withdrawing_outlasts_many_looks(d: Diensten) -> None:
    leerling = _leerling(d)
    _ouder(d, leerling, "Els", "ja")
    stuk = _vast(d, leerling)
    d.gesprekken.trek_in(stuk.record, "Stond in het verkeerde dossier.")
    for _ in range(501):
        d.session.vault.log(d.session.actor, "bekeken", d.session.nu(), record=stuk.record)
    assert d.gesprekken.open(stuk.record).reden_ingetrokken == "Stond in het verkeerde dossier."


def test_something_that_is_no_report_is_refused_in_words(d: Diensten) -> None:
    with pytest.raises(UserError, match="ander soort stuk"):
        d.gesprekken.open(_leerling(d))
