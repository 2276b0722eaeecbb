"""The school's own entry: made, put in the place of a shipped one, changed by two people at once, removed and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from shiboken6 import delete

from desktop.app.planhouder import Planhouder
from desktop.models.rechten import Rol
from desktop.models.sociale_kaart import KaartOrganisatie
from desktop.services.diensten import Diensten
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.kaart import INVOER, SLEUTEL, KaartInvoerPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Bevestiging, Toast
from desktop.views.work import Work
from tests.gui.conftest import Gegaan

Rust = Callable[[], None]
D = TypeVar("D", bound=QDialog)


def _typ(pagina: KaartInvoerPagina, naam: str, tekst: str) -> None:
    veld = pagina.blad.formulieren["organisatie"].veld(naam)
    assert veld is not None
    editor = veld.editor.widgets()[0]
    assert isinstance(editor, QLineEdit)
    editor.setText(tekst)
    editor.textEdited.emit(tekst)


def _dialoog(soort: type[D]) -> D:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, soort) and w.isVisible())


def test_a_new_one_comes_on_the_map(
    invoer: KaartInvoerPagina, houder: Planhouder, navigator: Navigator, gegaan: Gegaan, rust: Rust
) -> None:
    invoer.toon(Plek(INVOER))
    rust()
    _typ(invoer, "naam", "Wijkteam Zuid")
    _typ(invoer, "telefoon", "070-5555555")
    invoer.bewaar()
    rust()
    eigen = [o for o in houder.plan.organisaties() if o.eigen]
    assert [(o.naam, o.telefoon) for o in eigen] == [("Wijkteam Zuid", "070-5555555")]
    assert gegaan.laatste == Plek(SLEUTEL, extra=eigen[0].sleutel)


def test_a_shipped_one_is_the_beginning_of_ones_own_in_its_place(
    invoer: KaartInvoerPagina, houder: Planhouder, gegaan: Gegaan, rust: Rust
) -> None:
    invoer.toon(Plek(INVOER, extra="loket"))
    rust()
    assert invoer.vervangt.currentText() == "Het Loket"
    _typ(invoer, "telefoon", "070-6666666")
    invoer.bewaar()
    rust()
    nu = houder.plan.organisatie("loket")
    assert nu is not None
    assert (nu.eigen, nu.naam, nu.telefoon, nu.uren_tekst) == (True, "Het Loket", "070-6666666", "ma-vr 09:00-17:00")
    assert gegaan.laatste == Plek(SLEUTEL, extra="loket")
    invoer.toon(Plek(INVOER))
    rust()
    assert invoer.vervangt.findData("loket") < 0, "it is taken"


def test_what_is_wrong_shows_at_its_field_and_nothing_is_stored(
    invoer: KaartInvoerPagina, diensten: Diensten, rust: Rust
) -> None:
    invoer.toon(Plek(INVOER))
    rust()
    _typ(invoer, "uren", "altijd")
    invoer.bewaar()
    rust()
    formulier = invoer.blad.formulieren["organisatie"]
    assert [naam for naam in ("naam", "uren") if (v := formulier.veld(naam)) and v.heeft_probleem()]
    assert diensten.eigenplan.organisaties() == []


def test_half_filled_is_there_again(invoer: KaartInvoerPagina, rust: Rust) -> None:
    invoer.toon(Plek(INVOER, extra="loket"))
    rust()
    _typ(invoer, "naam", "Half getypt")
    assert invoer.mag_weg()
    rust()
    invoer.toon(Plek(INVOER))
    rust()
    assert not invoer.waarden().get("naam")
    invoer.toon(Plek(INVOER, extra="loket"))
    rust()
    assert invoer.waarden()["naam"] == "Half getypt"
    assert invoer.waarden()["vervangt"] == "loket"
    assert invoer.blad.banners.banners()
    assert not invoer.bewaker.vuil(), "to show it is not to write it"


def test_two_at_once_see_both_versions_and_lose_nothing(
    invoer: KaartInvoerPagina, diensten: Diensten, rust: Rust
) -> None:
    eerst, _ = diensten.eigenplan.bewaar_organisatie(None, {"naam": "Oud", "vervangt": "loket"}, None)
    assert eerst is not None
    invoer.toon(Plek(INVOER, extra="loket"))
    rust()
    _typ(invoer, "naam", "Van mij")
    diensten.eigenplan.bewaar_organisatie(eerst.record, {"naam": "Van een ander", "vervangt": "loket"}, eerst.revision)
    invoer.bewaar()
    rust()
    dialoog = _dialoog(VergelijkDialoog)
    assert ("Naam", "Van een ander", "Van mij") in [tuple(rij) for rij in dialoog.velden]
    assert invoer.waarden()["naam"] == "Van mij"
    dialoog.mijn.click()
    rust()
    nu = diensten.eigenplan.organisatie("loket")
    assert nu is not None and isinstance(nu.value, KaartOrganisatie) and nu.value.naam == "Van mij"


def test_removing_asks_and_can_be_undone(
    invoer: KaartInvoerPagina, houder: Planhouder, diensten: Diensten, gegaan: Gegaan, rust: Rust
) -> None:
    diensten.eigenplan.bewaar_organisatie(None, {"naam": "Ons loket", "vervangt": "loket"}, None)
    houder.herlees()
    invoer.toon(Plek(INVOER, extra="loket"))
    rust()
    invoer.verwijder()
    _dialoog(Bevestiging).doen.click()
    rust()
    assert gegaan.laatste == Plek(SLEUTEL)
    nu = houder.plan.organisatie("loket")
    assert nu is not None and nu.naam == "Het Loket"
    toast = invoer.window().findChild(Toast)
    assert isinstance(toast, Toast)
    toast.knop.click()
    rust()
    nu = houder.plan.organisatie("loket")
    assert nu is not None and nu.naam == "Ons loket"


def test_giving_up_asks_first_and_drops_what_was_typed(
    invoer: KaartInvoerPagina, diensten: Diensten, monkeypatch: pytest.MonkeyPatch, gegaan: Gegaan, rust: Rust
) -> None:
    invoer.toon(Plek(INVOER))
    rust()
    _typ(invoer, "naam", "Weg ermee")
    monkeypatch.setattr(Bevestiging, "vraag", lambda _: False)
    invoer.blad.terugknop.click()
    assert gegaan.plekken == []
    monkeypatch.setattr(Bevestiging, "vraag", lambda _: True)
    invoer.blad.terugknop.click()
    rust()
    assert gegaan.laatste == Plek(SLEUTEL)
    assert diensten.eigenplan.draft(KaartOrganisatie, None) is None


def test_a_teacher_cannot_store(
    met_rol: Callable[[Rol], Diensten],
    houder: Planhouder,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    qtbot,
    rust: Rust,
) -> None:
    diensten = met_rol(Rol.LEERKRACHT)
    pagina = KaartInvoerPagina(diensten, work, navigator, thema, houder.plan, houder.herlees)
    qtbot.addWidget(pagina)
    pagina.toon(Plek(INVOER))
    rust()
    assert not pagina.blad.voet.hoofdknop.isEnabled()
    _typ(pagina, "naam", "Van de leerkracht")
    pagina.bewaar()
    pagina.berg_op()
    rust()
    assert diensten.eigenplan.organisaties() == []
    assert diensten.eigenplan.draft(KaartOrganisatie, None) is None


def test_undoing_after_the_lock_does_nothing(
    diensten: Diensten, houder: Planhouder, work: Work, navigator: Navigator, thema: Thema, rust: Rust
) -> None:
    stored, _ = diensten.eigenplan.bewaar_organisatie(None, {"naam": "Weg"}, None)
    assert stored is not None
    venster = QDialog()
    pagina = KaartInvoerPagina(diensten, work, navigator, thema, houder.plan, houder.herlees)
    pagina.setParent(venster)
    venster.show()
    pagina.toon(Plek(INVOER, extra=str(stored.record)))
    rust()
    pagina.verwijder()
    _dialoog(Bevestiging).doen.click()
    rust()
    toast = venster.findChild(Toast)
    assert isinstance(toast, Toast)
    delete(pagina)
    toast.knop.click()
    rust()
    assert diensten.eigenplan.organisaties() == []
    delete(venster)
