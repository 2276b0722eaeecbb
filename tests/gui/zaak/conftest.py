"""A case in the vault of the page tests, as far as a test wants it; through the services, as a person would make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.opslag import Stored
from desktop.models.overleg import Overleg
from desktop.models.weging import Vraag
from desktop.services.diensten import Diensten
from desktop.services.meldcode import Zaak
from desktop.services.plan import Plan
from desktop.services.stuk import Stuk
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.conftest import Klok, School
from tests.gui.omgeving import maak_pagina

REDEN = "Er zijn drie signalen in zes weken, en de uitleg wisselt steeds."
IB = {"persoon": None, "naam": "Iris Beheer", "hoedanigheid": "intern begeleider", "gezag": ""}


@dataclass
class Zaakbouw:
    """Makes signals, a case, answers and meldingen about Noa."""

    d: Diensten
    school: School
    klok: Klok

    def vast(self, stuk: Stuk, **values: Any) -> Stored:
        """Establish a record of the dossier."""
        stored, fout = self.d.dossier.stel_vast(stuk, {**stuk.values, **values})
        assert stored is not None, fout
        return stored

    def signaal(self, wat: str, kind: UUID | None = None, soort: str = "feit", **anders: Any) -> Stored:
        """Establish a signal; about Noa unless another is named."""
        passage = {
            "rij": str(self.d.session.ids.new()),
            "soort": soort,
            "bron": "Oma" if soort in ("mening", "horen_zeggen") else "",
            "toestemming": True if soort == "horen_zeggen" else None,
            "tekst": wat,
        }
        rest: dict[str, Any] = {
            "onderwerp": wat[:40],
            "functie": "leerkracht",
            "aard": ["hgkm"],
            "eergerelateerd": False,
            "disclosure": False,
            "gevaar": False,
            "passages": [passage],
            "is_leerkracht": True,
            "ouders_besproken": False,
            "ouders_niet": "Eerst overleg met de aandachtsfunctionaris.",
        }
        return self.vast(self.d.dossier.nieuw_signaal(kind or self.school.noa), **{**rest, **anders})

    def dossier(self, *signalen: Stored, **anders: Any) -> UUID:
        """Open a case on these signals."""
        begin = self.d.meldcode.begin(self.school.noa, [s.record for s in signalen])
        stored, fout = self.d.dossier.bewaar(begin, {**begin.values, "kort": "Zorgen thuis", **anders})
        assert stored is not None, fout
        return stored.record

    def zaak(self, dossier: UUID) -> Zaak:
        """Return the case as it is now."""
        return self.d.meldcode.zaak(dossier)

    def overleg(self, dossier: UUID, soort: str = "collegas") -> Stored:
        """Establish a consultation in the case."""
        deelnemer = {"rij": str(self.d.session.ids.new()), "naam": "A.F.", "rol": "aandachtsfunctionaris"}
        return self.vast(
            self.d.dossier.nieuw(Overleg, self.school.noa, dossier),
            soort=soort,
            onderwerp="Wat nu",
            deelnemers=[deelnemer],
            anoniem=True,
            inhoud="Besproken wat we zien.",
        )

    def antwoord(self, dossier: UUID, weging: UUID, vraag: Vraag, antwoord: str, **anders: Any) -> Stored:
        """Establish an answer."""
        extra: dict[str, Any] = {}
        if vraag is Vraag.VERMOEDEN and antwoord == "ja":
            extra["directeur_op"] = self.klok.now().date().isoformat()
        stuk = self.d.meldcode.antwoord(self.zaak(dossier), weging, vraag)
        return self.vast(stuk, antwoord=antwoord, reden=REDEN, wie=[IB], **extra, **anders)

    def melding(self, dossier: UUID, **anders: Any) -> Stored:
        """Establish a melding of the case."""
        stuk = self.d.veiligthuis.melding(self.zaak(dossier))
        vandaag = self.klok.now().date().isoformat()
        values: dict[str, Any] = {
            **stuk.values,
            "namens": "De directeur",
            "norm": stuk.values.get("norm") or "1",
            "gebeld_op": vandaag,
            "gebeld_om": "10:00",
            "gebeld_met": "V.T.",
            "ouders": "vooraf",
            "ouders_op": vandaag,
            **anders,
        }
        stored, fout = self.d.veiligthuis.stel_vast(stuk, values)
        assert stored is not None, fout
        return stored

    def later(self, dagen: int) -> None:
        """Let days go by."""
        self.klok.moment += timedelta(days=dagen)


@pytest.fixture
def bouw(diensten: Diensten, school: School, klok: Klok) -> Zaakbouw:
    """What makes cases."""
    return Zaakbouw(diensten, school, klok)


@pytest.fixture
def plan(klok: Klok) -> Plan:
    """The plan as it is shipped."""
    return Plan(klok)


@pytest.fixture
def toon(
    diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Callable[[], None]
) -> Callable[..., Any]:
    """Make a page, show a place on it and let it follow where it leads itself."""

    def maak(klas: Callable[..., Any], plek: Plek, d: Diensten | None = None, **extra: Any) -> Any:
        pagina = maak_pagina(klas, d or diensten, work, navigator, thema, **extra)
        qtbot.addWidget(pagina)
        pagina.resize(1300, 900)
        pagina.show()
        navigator.gevraagd.connect(lambda naar: pagina.toon(naar) if naar.page == plek.page else None)
        navigator.ga(plek)
        rust()
        return pagina

    return maak


def dialoog(pagina: QWidget) -> Any:
    """Return the dialog that is open over a page."""
    (open_,) = [d for d in pagina.findChildren(QDialog) if d.isVisible()]
    return open_


def banners(pagina: Any) -> list[str]:
    """Return what the banners of a page say."""
    return [banner.accessibleName() for banner in pagina.banners.banners()]
