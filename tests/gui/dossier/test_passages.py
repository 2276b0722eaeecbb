"""What a source refuses is said at once, and stands on no disk: not in a draft, a concept, the index or the history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.models.dossierdelen import PassageSoort
from desktop.views.forms.passages import EERST_VRAGEN, GEWEIGERD, MERKEN, STOND_ER_AL
from desktop.views.navigatie import Plek
from desktop.views.widgets import Label
from tests.gui.dossier.conftest import ingevuld, passage

GEHEIM = "Kwartelpraat over de buren"


def _vul(pagina, **values: object):
    formulier = pagina.vlak.formulier
    formulier.laad({**formulier.values(), **values})
    formulier.gewijzigd.emit()
    return formulier.veld("passages").editor


def _cel(rij, naam: str):
    return next(cel for cel in rij.cellen if cel.spec.naam == naam)


@pytest.fixture
def geweigerd(nieuw, diensten):
    """A signal with one passage whose source refused."""
    pagina = nieuw()
    rijen = [passage(diensten, "horen_zeggen", GEHEIM, "Xandra", False), passage(diensten, "feit", "Trilde.")]
    return pagina, _vul(pagina, **ingevuld(diensten, passages=rijen))


def test_a_form_without_passages_begins_with_an_empty_card_that_does_not_count(nieuw) -> None:
    formulier = nieuw().vlak.formulier
    editor = formulier.veld("passages").editor
    assert len(editor.rijen) == 1
    assert editor.waarde() == []
    assert not formulier.values().get("passages")


@pytest.mark.parametrize("soort", PassageSoort)
def test_each_mark_is_a_word_an_icon_and_a_colour(nieuw, diensten, soort) -> None:
    rij = _vul(nieuw(), passages=[passage(diensten, soort.value, "x", "y", True)]).rijen[0]
    assert rij._woord.text() == soort.label
    assert rij.property("merk") == soort.value
    assert len({icoon for icoon, _ in MERKEN.values()}) == len({kleur for _, kleur in MERKEN.values()}) == 4


def test_hearsay_is_written_only_once_the_source_agreed(qtbot, nieuw, diensten) -> None:
    rij = _vul(nieuw(), passages=[passage(diensten, "horen_zeggen", "")]).rijen[0]
    assert _cel(rij, "tekst").isHidden()
    assert rij._zin.text() == EERST_VRAGEN
    assert rij.melding.isVisible() and rij.weglaten.isHidden()
    qtbot.keyClick(_cel(rij, "toestemming").editor.widgets()[0], Qt.Key.Key_J)
    assert _cel(rij, "tekst").isVisible()
    assert rij.melding.isHidden()


def test_a_refusal_is_said_at_once(qtbot, nieuw, diensten) -> None:
    rij = _vul(nieuw(), passages=[passage(diensten, "horen_zeggen", GEHEIM, "Xandra", True)]).rijen[0]
    assert rij.melding.isHidden()
    qtbot.keyClick(_cel(rij, "toestemming").editor.widgets()[0], Qt.Key.Key_N)
    assert rij._zin.text() == f"{GEWEIGERD} {STOND_ER_AL}", "an earlier version keeps it until that is destroyed"
    assert rij.melding.isVisible() and rij.weglaten.isVisible()
    assert rij.weglaten in rij.widgets()  # Tab comes there


def test_what_is_refused_is_in_no_draft(geweigerd, diensten, rust) -> None:
    pagina, _ = geweigerd
    pagina.berg_op()
    rust()
    (draft,) = diensten.dossier.drafts()
    assert "Kwartelpraat" not in str(draft.values) and "Xandra" not in str(draft.values)
    assert "Trilde" in str(draft.values)


def test_what_is_refused_is_in_no_concept_and_no_index(geweigerd, diensten, rust, navigator) -> None:
    pagina, _ = geweigerd
    pagina.schrijver.bewaar()
    rust()
    record = pagina.schrijver.stuk.record
    assert pagina.vlak.blad.voet.stand.text().startswith("Concept bewaard")
    navigator.ga(Plek("home"))
    rust()
    vault = diensten.session.vault
    versies = vault.history(record)
    assert len(versies) == 1, "the text on screen is no change of what was stored"
    assert all("Kwartelpraat" not in versie.value.model_dump_json() for versie in versies)
    assert not diensten.dossier.drafts()
    assert not vault.search("Kwartelpraat")


def test_leaving_it_out_clears_the_text_before_the_line_goes(qtbot, geweigerd, diensten, rust) -> None:
    pagina, editor = geweigerd
    qtbot.keyClick(editor.rijen[0].weglaten, Qt.Key.Key_Return)
    assert [rij["tekst"] for rij in editor.waarde()] == ["Trilde."]
    # what can be put back is the line, never the words
    pagina.vlak.formulier.veld("passages").herstel()
    assert [rij["tekst"] for rij in editor.waarde()] == ["", "Trilde."]
    assert "Kwartelpraat" not in str(pagina.vlak.formulier.values())


def test_a_signal_is_established_once_it_is_left_out(geweigerd, diensten, rust) -> None:
    pagina, editor = geweigerd
    pagina.vaststeller.begin()
    rust()
    assert pagina.vlak.formulier.veld("passages").heeft_probleem()
    editor.rijen[0].weglaten.click()
    assert not diensten.dossier.problemen(pagina.schrijver.stuk, pagina.schrijver.values())


def test_established_passages_are_read_with_their_mark(signaal, signaalpagina, diensten, navigator, rust) -> None:
    rijen = [
        passage(diensten, "kind", "Ik mag het niet vertellen."),
        passage(diensten, "horen_zeggen", "Vaak ruzie.", "De buurvrouw", True),
    ]
    stored = signaal(passages=rijen)
    navigator.ga(Plek("signaal", stored.record))
    rust()
    teksten = [label.text() for label in signaalpagina.leesblad.findChildren(Label) if label.isVisible()]
    for tekst in ("Woorden van het kind", "Ik mag het niet vertellen.", "Van horen zeggen", "van De buurvrouw"):
        assert tekst in teksten
