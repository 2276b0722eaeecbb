"""The overview of a case: five steps, eight contents, and what it says itself."""

from __future__ import annotations

from datetime import date

from desktop.documents import render_zaak
from desktop.documents.papieren import Inhoudregel, Stapblad, Stapregel, Zaakoverzicht
from tests.unit.documents import dossiervoorbeeld as dv
from tests.unit.documents import voorbeeld as vb
from tests.unit.documents.lezen import tekst

OVERZICHT = Zaakoverzicht(
    [
        Stapblad(1, "Signalen in kaart", [Stapregel(date(2026, 11, 18), "Signaal: blauwe plek", "Wim Jacobs")]),
        Stapblad(2, "Overleg en advies", [], ["Nog geen overleg met collega's vastgelegd."]),
    ],
    [Inhoudregel(1, "Relevante en eerdere signalen", 3, True), Inhoudregel(2, "Onderzoeken", 0, False)],
)


def test_it_says_what_is_done_by_whom_and_what_is_missing() -> None:
    alles = tekst(render_zaak(dv.dossier(), vb.kader(), OVERZICHT).pdf)
    for deel in (
        "Signalen in kaart 18 november 2026: Signaal: blauwe plek (W.J.)",
        "Overleg en advies · nog niet klaar Ontbreekt: Nog geen overleg met collega's vastgelegd.",
        "1. Relevante en eerdere signalen 3 stukken",
        "2. Onderzoeken nog niets",
        "Noa speelt in het weekend graag met vader buiten",
        "S.Y., groep 7a",
        "Casemanager F.v.d.B.",
    ):
        assert deel in alles, deel
    assert "Signalen in kaart · nog niet klaar" not in alles and "Sem" not in alles


def test_without_an_overview_the_case_itself_is_there() -> None:
    alles = tekst(render_zaak(dv.dossier(), vb.concept(), Zaakoverzicht()).pdf)
    assert "De vijf stappen" not in alles and "LIRIK" in alles and "CONCEPT" in alles


def test_a_long_step_goes_on_over_pages() -> None:
    lang = Zaakoverzicht([Stapblad(1, "Signalen", [Stapregel(None, f"Signaal {n}") for n in range(200)])])
    gemaakt = render_zaak(dv.dossier(), vb.kader(), lang)
    assert gemaakt.paginas > 4 and "zonder datum: Signaal 199" in tekst(gemaakt.pdf)
