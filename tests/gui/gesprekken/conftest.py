"""A real vault with one small family, and what the pages of reports and invitations are built with."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.core import Actor
from desktop.models.opslag import Query, Row
from desktop.models.personen import Leerling, Medewerker
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten
from desktop.services.diensten import diensten as maak_diensten
from desktop.services.kluis import Kluizen
from desktop.services.lanes import InlineLane
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.vault.crypto import KdfParams, VaultKey
from desktop.views.gesprekken import UitnodigingPagina, VerslagPagina, schrijf_begin
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Knop
from desktop.views.work import Work
from tests.gui.omgeving import werkomgeving


@dataclass
class School:
    """The people in the vault, by what they are to the tests."""

    noa: UUID
    sam: UUID
    vertrokken: UUID
    elif_: UUID
    stef: UUID


def knop(pagina: QWidget, tekst: str) -> Knop:
    """Return the button that shows with these words."""
    return next(k for k in pagina.findChildren(Knop) if k.accessibleName() == tekst and k.isVisible())


@dataclass
class Proef:
    """What a page is built from, and what it asked for."""

    diensten: Diensten
    work: Work
    navigator: Navigator
    thema: Thema
    school: School
    qtbot: QtBot
    fouten: list[object] = field(default_factory=list)
    onverwacht: list[BaseException] = field(default_factory=list)
    voorbeelden: list[UUID] = field(default_factory=list)
    afgedrukt: list[UUID] = field(default_factory=list)
    bijlagen: list[object] = field(default_factory=list)
    plekken: list[Plek] = field(default_factory=list)

    def pagina(self, klas: Callable[..., QWidget], **extra: object):
        """Build a page, show it, and let the navigator show places on it."""
        vast = (self.diensten, self.work, self.navigator, self.thema)
        if klas in (VerslagPagina, UitnodigingPagina):
            wegen = {"voorbeeld": self.voorbeelden.append, "afdrukken": self.afgedrukt.append}
            pagina = klas(werkomgeving(*vast, **wegen, bijlage=self.bijlagen.append))
        else:
            pagina = klas(*vast, **extra)
        self.qtbot.addWidget(pagina)
        pagina.resize(1352, 820)
        pagina.show()
        sleutel = pagina.soort.sleutel if hasattr(pagina, "soort") else None
        self.navigator.zet_bewaker(pagina.mag_weg)
        self.navigator.gevraagd.connect(
            lambda plek: pagina.toon(plek) if sleutel is None or plek.page == sleutel else None
        )
        return pagina

    def rust(self) -> None:
        """Wait until every answer came home."""
        self.qtbot.waitUntil(lambda: self.work.open == 0, timeout=3000)
        QApplication.processEvents()  # the focus comes in a turn of its own
        assert not self.onverwacht, self.onverwacht

    def ga(self, plek: Plek) -> None:
        """Go somewhere and wait for it to show."""
        self.navigator.ga(plek)
        self.rust()

    def als(self, rol: Rol, naam: str = "Lena Vis") -> Diensten:
        """Return the services for another account of the same vault."""
        session = self.diensten.session
        actor = Actor(session.ids.new(), naam, rol.value, session.actor.device)
        return maak_diensten(Session(session.vault, actor, session.clock, session.ids), self.diensten.beheer)

    def verslag(self, **extra: object) -> Stuk:
        """Return an established report about Noa with both parents."""
        stuk = self.diensten.gesprekken.nieuw_verslag(self.school.noa)
        stored, fout = self.diensten.gesprekken.stel_vast(stuk, {**stuk.values, **self.ingevuld(), **extra})
        assert stored is not None, fout
        return self.diensten.gesprekken.open(stored.record)

    def nieuw(self, pagina, soort: SoortGesprek = SoortGesprek.ZORG):
        """Begin a report about Noa; returns its form."""
        self.ga(Plek("verslag", extra=schrijf_begin(self.school.noa, soort)))
        return pagina.vlak.formulier

    def typ(self, formulier, naam: str, tekst: str) -> None:
        """Type behind what a field holds."""
        widget = formulier.veld(naam).editor.widgets()[0]
        widget.setFocus()
        self.qtbot.keyClick(widget, Qt.Key.Key_End)
        self.qtbot.keyClicks(widget, tekst)

    def vul(self, pagina, **anders: object) -> None:
        """Fill in what a report needs to be established."""
        formulier = pagina.vlak.formulier
        formulier.laad({**formulier.values(), **self.ingevuld(), **anders})
        formulier.gewijzigd.emit()

    def verslagen(self) -> list[Row]:
        """Return the reports in the vault."""
        vault = self.diensten.session.vault
        return list(vault.rows(vault.ids(Query(kinds=("gespreksverslag",)))))

    def ingevuld(self) -> dict[str, object]:
        """Return what a report needs to be established."""
        ouders = [naar_values(k.wie) for k in self.diensten.personen.kaarten(self.school.noa)]
        return {
            "soort": "zorg",
            "onderwerp": "Stiller in de klas",
            "besproken": "Noa at drie keer niet mee.",
            "samengevat": True,
            "ouders": ouders,
            "afspraken": [
                {
                    "rij": str(self.diensten.session.ids.new()),
                    "wat": "Dagelijks inloopmoment",
                    "wie": "leerkracht",
                    "uiterlijk": "2026-03-20",
                    "merkbaar": "Noa vertelt iets van thuis",
                }
            ],
        }


@dataclass
class Sjabloon:
    """A closed vault with people in it, to be copied; deriving its key once is enough."""

    map: Path
    sleutel: VaultKey
    school: School
    hoogste: int


@pytest.fixture(scope="session")
def sjabloon(tmp_path_factory) -> Sjabloon:
    """Noa with two parents of whom one has no gezag, Sam without parents, and a pupil who left."""
    ids = Telling()
    map_ = tmp_path_factory.mktemp("sjabloon") / "proef.kluis"
    kluizen = Kluizen(Stil(), ids, ids.new(), "testmachine")
    kluis, _code = kluizen.nieuw(
        map_, {"naam": "OBS De Proef"}, "Iris Beheer", Rol.IB, "vier losse woorden hier", KdfParams()
    )
    session = kluizen.sessie(kluis)
    diensten = maak_diensten(session, Beheer(session, kluis))

    def leerling(**wat: object) -> UUID:
        stored, fout = diensten.personen.bewaar(Leerling, None, wat)
        assert stored is not None, fout
        return stored.record

    def ouder(kind: UUID, naam: str, achternaam: str, soort: str, gezag: str) -> UUID:
        periode = {"rij": str(ids.new()), "vanaf": "2020-01-01", "gezag": gezag}
        stored, fout = diensten.personen.koppel(
            kind, {"roepnaam": naam, "achternaam": achternaam}, {"soort": soort, "perioden": [periode]}
        )
        assert stored is not None, fout
        return stored.value.persoon

    noa = leerling(roepnaam="Noa", achternaam="Yılmaz", groep_naam="Groep 6", geboortedatum="2016-05-04")
    sam = leerling(roepnaam="Sam", achternaam="Visser", groep_naam="Groep 3")
    weg = leerling(roepnaam="Pim", achternaam="Blauw", uitstroomdatum="2025-07-01")
    elif_ = ouder(noa, "Elif", "Yılmaz", "moeder", "ja")
    stef = ouder(noa, "Stef", "Bakker", "vader", "nee")
    for naam, achternaam, functie in (("Iris", "Beheer", "intern begeleider"), ("Joost", "Kuipers", "leerkracht")):
        stored, fout = diensten.personen.bewaar(
            Medewerker, None, {"roepnaam": naam, "achternaam": achternaam, "functie": functie}
        )
        assert stored is not None, fout
    sleutel = kluis.key
    kluis.sluit()
    return Sjabloon(map_, sleutel, School(noa, sam, weg, elif_, stef), ids.aantal)


class Stil:
    """The clock of the template: an hour before that of the tests."""

    def now(self) -> datetime:
        """Return where it stands."""
        return datetime(2026, 3, 2, 8, 0, tzinfo=timezone(timedelta(hours=1)))


class Telling:
    """Identifiers in the shape of a UUIDv7; `vanaf` goes on where the template ended."""

    def __init__(self, vanaf: int = 0) -> None:
        self.aantal = vanaf

    def new(self) -> UUID:
        """Return the next one."""
        self.aantal += 1
        return UUID(int=(1_767_225_600_000 + self.aantal) << 80 | 0x7 << 76 | 0b10 << 62 | self.aantal)


@pytest.fixture
def diensten(tmp_path: Path, clock, sjabloon: Sjabloon) -> Iterator[Diensten]:
    """The services of the intern begeleider in a vault of this test's own."""
    map_ = tmp_path / "proef.kluis"
    shutil.copytree(sjabloon.map, map_)
    ids = Telling(sjabloon.hoogste)
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    header = kluizen.header(map_)
    kluis = kluizen.open(map_, header, kluizen.slot(header, 1), sjabloon.sleutel)
    session = kluizen.sessie(kluis)
    yield maak_diensten(session, Beheer(session, kluis))
    kluis.sluit()


@pytest.fixture
def school(sjabloon: Sjabloon) -> School:
    """Who is in the vault."""
    return sjabloon.school


@pytest.fixture
def proef(qtbot: QtBot, diensten: Diensten, school: School, thema: Thema) -> Proef:
    """Everything a page needs, with both lanes inline."""
    onverwacht: list[BaseException] = []
    work = Work(InlineLane(), InlineLane(), onverwacht.append)
    navigator = Navigator()
    proef = Proef(diensten, work, navigator, thema, school, qtbot, onverwacht=onverwacht)
    work.fout.connect(proef.fouten.append)
    navigator.gevraagd.connect(proef.plekken.append)
    return proef
