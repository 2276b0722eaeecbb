"""Every kind of the dossier goes the whole way on its page: written, kept, established, read, added to, printed."""

from __future__ import annotations

import pytest

from desktop.models.opslag import Query
from desktop.models.overleg import AdviesGegeven
from desktop.models.rechten import Rol
from desktop.models.velden import velden
from desktop.models.vervolg import Aanvulling
from desktop.views.dossier import SOORTEN, AdviezenPagina, DossierPagina
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ, Label
from tests.gui.dossier.conftest import ingevuld
from tests.gui.forms.form_voorbeelden import vul
from tests.gui.omgeving import werkomgeving

OVERIG = [soort for sleutel, soort in SOORTEN.items() if sleutel != "signaal"]
ELK = pytest.mark.parametrize("soort", OVERIG, ids=lambda s: s.kind.KIND)
_ANDERS: dict[str, dict[str, object]] = {
    "overleg": {"anoniem": True, "datum": "2026-03-01"},
    "toestemming": {"gericht": True},
}


@pytest.fixture
def maak(diensten, work, navigator, thema, uit, open_pagina):
    """Open the page of a kind."""

    def open_(soort) -> DossierPagina:
        pagina = DossierPagina(werkomgeving(diensten, work, navigator, thema, **uit.wegen()), soort)
        return open_pagina(pagina, soort.kind.KIND)

    return open_


def _begin(soort, school) -> Plek:
    return Plek(soort.kind.KIND, extra="" if soort.kind is AdviesGegeven else f"leerling={school.noa}")


def _waarden(soort, pagina) -> dict[str, object]:
    """Return what makes a record of this kind whole, without attachments and without days that lie ahead."""
    declared = {s.naam for s in velden(soort.kind)}
    voorbeeld = {n: w for n, w in vul(soort.kind).items() if n in declared and n != "bijlagen"}
    dagen = {n: "2026-03-01" for n, w in voorbeeld.items() if isinstance(w, str) and w.startswith("2026-")}
    if "afspraken" in voorbeeld:
        voorbeeld["afspraken"] = []
    return {**pagina.vlak.formulier.values(), **voorbeeld, **dagen, **_ANDERS.get(soort.kind.KIND, {})}


@ELK
def test_the_whole_way_of_a_kind(soort, maak, diensten, navigator, rust, school, uit, monkeypatch) -> None:
    pagina = maak(soort)
    navigator.ga(_begin(soort, school))
    rust()
    assert pagina.handleiding == "dossier"
    formulier = pagina.vlak.formulier
    values = _waarden(soort, pagina)
    if soort.kind.KIND == "oudstuk":
        blob = diensten.documenten.voeg_bijlage_toe("scan.pdf", _PDF)
        values["bijlagen"] = [blob.model_dump(mode="json")]
    formulier.laad(values)
    formulier.gewijzigd.emit()
    pagina.berg_op()
    rust()
    (draft,) = diensten.dossier.drafts()
    assert draft.kind == soort.kind.KIND

    monkeypatch.setattr("desktop.views.gesprekken.vaststellen.Bevestiging.open", lambda self: self.accept())
    pagina.vaststeller.begin()
    rust()
    (nummer,) = diensten.session.vault.ids(Query(kinds=(soort.kind.KIND,)))
    (rij,) = diensten.session.vault.rows([nummer])
    assert rij.state == "vastgesteld", pagina.vlak.blad.voet.ontbreekt.accessibleName()
    assert not diensten.dossier.drafts()
    assert pagina.leesblad.isVisible()
    assert diensten.session.vault.kept(rij.record, "vastgesteld-pdf") is not None
    knoppen = set(pagina.leesblad.knoppen)
    eigen = {"adviesgegeven": set(), "overdracht": {"parnassys", "zaak-nieuw"}}.get(soort.kind.KIND, {"parnassys"})
    assert knoppen == {"afdrukken", "aanvulling", "intrekken"} | eigen
    assert pagina.druk_af() and uit.afgedrukt == [rij.record]

    pagina.leesblad.knoppen["aanvulling"].click()
    dialoog = pagina.findChild(FormDialoog)
    dialoog.formulier.laad({"tekst": "Later gebeld."})
    dialoog.doen.click()
    rust()
    assert [f.kind for f in diensten.session.vault.followups(rij.record)] == [Aanvulling.KIND]
    teksten = [label.text() for label in pagina.leesblad.findChildren(Label) if label.isVisible()]
    assert "Later gebeld." in teksten


@ELK
def test_a_kind_without_a_pupil_leads_to_the_pupils(soort, maak, navigator, rust) -> None:
    pagina = maak(soort)
    navigator.ga(Plek(soort.kind.KIND))
    rust()
    assert pagina.melding.isVisible() is (soort.kind is not AdviesGegeven)


@ELK
def test_what_is_typed_is_kept_on_leaving(soort, maak, navigator, rust, school, diensten) -> None:
    pagina = maak(soort)
    navigator.ga(_begin(soort, school))
    rust()
    formulier = pagina.vlak.formulier
    veld = next(s for s in velden(soort.kind) if s.soort in ("tekst", "lang") and not s.veld.toon)
    formulier.laad({**formulier.values(), veld.naam: "Half af"})
    formulier.gewijzigd.emit()
    navigator.ga(Plek("home"))
    rust()
    vault = diensten.session.vault
    bewaard = [vault.get(r.record).value for r in vault.rows(vault.ids(Query(kinds=(soort.kind.KIND,))))]
    half = [d.values[veld.naam] for d in diensten.dossier.drafts()]
    assert [getattr(v, veld.naam) for v in bewaard] + half == ["Half af"]


def test_the_heading_of_a_consultation_says_which(maak, navigator, rust, school) -> None:
    pagina = maak(SOORTEN["overleg"])
    navigator.ga(Plek("overleg", extra=f"leerling={school.noa}"))
    rust()
    assert pagina.vlak.titel.text() == "Overleg"
    formulier = pagina.vlak.formulier
    for soort, titel in (("collegas", "Overleg met collega's"), ("ot", "Ondersteuningsteam (OT)")):
        formulier.laad({**formulier.values(), "soort": soort})
        formulier.gewijzigd.emit()
        assert pagina.vlak.titel.text() == titel


def test_consent_begins_without_exception_and_names_the_giver(maak, navigator, rust, school) -> None:
    pagina = maak(SOORTEN["toestemming"])
    navigator.ga(Plek("toestemming", extra=f"leerling={school.noa}"))
    rust()
    assert pagina.vlak.formulier.veld("gegeven_door").isVisible()
    namen = [w.naam for w in pagina._omgeving.context.zoek_personen("gegeven_door", "")]
    assert namen == ["Elif Yılmaz", "Job Bakker"]


def test_who_hands_over_stands_in_it_already(met_rol, work, navigator, thema, open_pagina, rust, school) -> None:
    for rol, veld in ((Rol.LEERKRACHT, "van"), (Rol.IB, "aan")):
        pagina = DossierPagina(werkomgeving(met_rol(rol), work, navigator, thema), SOORTEN["overdracht"])
        open_pagina(pagina, "overdracht")
        pagina.toon(Plek("overdracht", extra=f"leerling={school.noa}"))
        rust()
        assert pagina.vlak.formulier.values()[veld] == "Iris Beheer"


def test_advice_on_a_signal_follows_it_and_ends_its_call(maak, signaal, navigator, rust, school, diensten) -> None:
    stored = signaal(disclosure=True)
    pagina = maak(SOORTEN["vtadvies"])
    navigator.ga(Plek("vtadvies", extra=f"leerling={school.noa};signaal={stored.record}"))
    rust()
    assert [w.kind for w in diensten.session.vault.work(limit=10)] == ["veilig_thuis"]
    pagina.vlak.formulier.laad(_waarden(SOORTEN["vtadvies"], pagina))
    pagina.vlak.formulier.gewijzigd.emit()
    pagina.schrijver.bewaar()
    rust()
    assert "veilig_thuis" not in [w.kind for w in diensten.session.vault.work(limit=10)]
    assert diensten.dossier.open(stored.record).vervolg[0].kind == "vtadvies"


def test_a_place_that_names_another_page_goes_on_to_the_right_one(maak, signaal, navigator, gegaan, rust) -> None:
    stored = signaal()
    maak(SOORTEN["overleg"])
    navigator.ga(Plek("overleg", stored.record))
    rust()
    assert gegaan.laatste == Plek("signaal", stored.record)


# -- reading a signal


def test_a_direct_signal_keeps_its_banner_until_it_was_done(signaalpagina, signaal, diensten, navigator, rust, school):
    stored = signaal(disclosure=True)
    navigator.ga(Plek("signaal", stored.record))
    rust()
    assert signaalpagina.leesbanner.isVisible()
    stuk = diensten.veiligthuis.advies(school.noa, signaal=stored.record)
    diensten.dossier.bewaar(stuk, stuk.values)
    navigator.ga(Plek("signaal", stored.record))
    rust()
    assert signaalpagina.leesbanner.isHidden()


def test_reading_says_how_signals_hang_together(signaalpagina, signaal, navigator, rust) -> None:
    oud = signaal(onderwerp="Van toen", datum="2025-03-01")
    signaal(onderwerp="Later", datum="2025-06-01", ontkracht=[str(oud.record)])
    navigator.ga(Plek("signaal", oud.record))
    rust()
    teksten = [w.accessibleName() for w in signaalpagina.leesblad.findChildren(object) if hasattr(w, "accessibleName")]
    assert "Later ontkracht" in teksten
    assert "Ontkracht door: Later. 1 jun 2025" in teksten


# -- advice to other schools


def test_the_log_of_advice_given(diensten, work, navigator, thema, open_pagina, rust, gegaan) -> None:
    pagina = open_pagina(AdviezenPagina(diensten, work, navigator, thema), "adviezen")
    navigator.ga(Plek("adviezen"))
    rust()
    assert pagina.leeg.isVisible()
    stuk = diensten.dossier.nieuw_advies_gegeven()
    diensten.dossier.bewaar(stuk, {**stuk.values, "school": "De Buren"})
    navigator.ga(Plek("adviezen"))
    rust()
    rij = pagina.model.index(0).data(RIJ)
    assert (rij.titel, rij.links, rij.pil) == ("De Buren", "2 mrt 2026", "Concept")
    assert rij.sleutel.page == "adviesgegeven"
    assert pagina.nieuw()
    assert gegaan.laatste == Plek("adviesgegeven")


def test_an_administrator_has_no_log_of_advice(met_rol, work, navigator, thema, open_pagina, rust) -> None:
    pagina = open_pagina(AdviezenPagina(met_rol(Rol.ADMINISTRATIE), work, navigator, thema), "adviezen")
    navigator.ga(Plek("adviezen"))
    rust()
    assert not pagina.nieuw()
    assert "mag je dit niet" in pagina.banners.banners()[0].zin


def test_searching_finds_what_this_account_may_read(diensten, met_rol, signaal, school) -> None:
    signaal(onderwerp="Kwartelveld achter de school")
    (hit,) = diensten.zoeken.zoek("kwartelveld")
    assert (hit.row.kind, hit.over) == ("signaal", "Noa Yılmaz")
    assert met_rol(Rol.LEERKRACHT).zoeken.zoek("kwartelveld")
    assert not met_rol(Rol.ADMINISTRATIE).zoeken.zoek("kwartelveld")


def test_a_case_is_found_by_who_may_read_it_only(diensten, met_rol, signaal, school) -> None:
    stored = signaal()
    begin = diensten.meldcode.begin(school.noa, [stored.record])
    diensten.dossier.bewaar(begin, {**begin.values, "kort": "Kwartelveld"})
    assert [h.row.kind for h in diensten.zoeken.zoek("kwartelveld")] == ["meldcodedossier"]
    assert not met_rol(Rol.LEERKRACHT).zoeken.zoek("kwartelveld")


def test_half_written_records_are_found_from_home(diensten, school) -> None:
    stuk = diensten.dossier.nieuw_signaal(school.noa)
    diensten.dossier.bewaar_draft(stuk, {**stuk.values, **ingevuld(diensten)})
    overzicht = diensten.overzichten.home("School")
    assert [d.kind for d in overzicht.drafts] == ["signaal"]


_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
"""
