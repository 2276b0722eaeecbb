"""The written answer to a request about a dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2

from desktop import documents
from desktop.documents.kader import Kader
from desktop.models.core import Wie
from desktop.models.correctie import Besluit, Correctieverzoek, Verzoek
from desktop.models.personen import Persoon
from desktop.models.school import Schoolprofiel

OUDER = Wie(naam="Elif Demir", hoedanigheid="moeder")
ADRES = Persoon(roepnaam="Elif", achternaam="Demir", straat="Lindelaan 4", postcode="1234 AB", plaats="Wilgenveen")
KADER = Kader(
    school=Schoolprofiel(naam="OBS Zonnedauw", telefoon="0123-456789"),
    kenmerk="2026-ABCD",
    digest=b"x" * 32,
    versie_op=datetime(2026, 3, 2, 9, tzinfo=UTC),
    gemaakt_op=datetime(2026, 3, 2, 9, tzinfo=UTC),
    audit_head=None,
    concept=False,
)
VERZOEK = Correctieverzoek(
    leerling=Wie(naam="Noa Berkhout", hoedanigheid="groep 5"),
    soort=Verzoek.CORRECTIE,
    van=OUDER,
    ontvangen_op=date(2026, 2, 12),
    over="gespreksverslag van 3 februari 2026",
    wens="Er staat dat ik boos wegliep. Dat klopt niet.",
    besluit=Besluit.DEELS,
    reden="De leerkracht heeft het zo gezien.",
    gedaan="Uw zienswijze is toegevoegd.",
    besloten_door="Dirk Directeur",
    antwoord_op=date(2026, 3, 2),
)


def _tekst(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(p.get_textpage().get_text_bounded() for p in document).split())
    finally:
        document.close()


def test_a_partial_refusal_says_why_and_what_one_can_do() -> None:
    tekst = _tekst(documents.render_correctiebrief(VERZOEK, KADER, OUDER, ADRES).pdf)
    for woord in (
        "Lindelaan 4",
        "Op 12 februari 2026 vroeg u om een correctie of aanvulling in het dossier van Noa Berkhout.",
        "Dat klopt niet.",
        "Wij voldoen voor een deel aan uw verzoek.",
        "De leerkracht heeft het zo gezien.",
        "Autoriteit Persoonsgegevens",
        "Bel 0123-456789.",
        "Dirk Directeur",
    ):
        assert woord in tekst, woord


def test_granting_needs_no_reason_and_no_way_to_complain() -> None:
    verzoek = Correctieverzoek(**{**dict(VERZOEK), "besluit": Besluit.TOEGEWEZEN, "reden": ""})
    tekst = _tekst(documents.render_correctiebrief(verzoek, KADER, OUDER, None).pdf)
    assert "Wij voldoen aan uw verzoek." in tekst and "Autoriteit" not in tekst and "Lindelaan" not in tekst


def test_a_half_written_one_is_a_letter_too() -> None:
    leeg = Correctieverzoek(leerling=VERZOEK.leerling)
    gemaakt = documents.render_correctiebrief(leeg, replace(KADER, digest=None, concept=True), OUDER, None)
    assert "nog geen besluit" in _tekst(gemaakt.pdf) and gemaakt.ontbrekend == ()
