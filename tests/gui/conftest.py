"""What page tests stand on: a real vault with a small invented school, both lanes inline, one theme."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.core import Actor, Values
from desktop.models.opslag import Stored
from desktop.models.personen import Groep, Leerling, Medewerker
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten
from desktop.services.diensten import diensten as maak_diensten
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.services.lanes import InlineLane
from desktop.services.stuk import Stuk
from desktop.services.systeem import Uuid7
from desktop.vault.crypto import KdfParams, VaultKey
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.work import Work

ZIN = "vier losse woorden hier"


@dataclass
class Klok:
    """A clock that stands still: Monday 2 March 2026, nine in the morning; a test may move it."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=1))))

    def now(self) -> datetime:
        """Return where it stands."""
        return self.moment


@dataclass(frozen=True)
class School:
    """Who is in the vault. Noa and Sem are siblings through Elif; Fleur left, Daan died; Job is Noa's other parent."""

    noa: UUID
    sem: UUID
    bram: UUID
    fleur: UUID
    daan: UUID
    elif_: UUID
    job: UUID
    kaart_elif: UUID
    kaart_job: UUID
    groep5: UUID
    groep7: UUID


@dataclass(frozen=True)
class _Sjabloon:
    folder: Path
    key: VaultKey
    slot: UUID
    school: School


def _bewaard(uitkomst: tuple[Stored | None, object]) -> Stored:
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


def _vul(d: Diensten) -> School:
    def leerling(**values: str) -> UUID:
        return _bewaard(d.personen.bewaar(Leerling, None, values)).record

    def ouder(kind: UUID, persoon: Values | UUID, soort: str, gezag: str, **rest: object) -> tuple[UUID, UUID]:
        periode = {"rij": str(d.session.ids.new()), "vanaf": "2020-01-01", "gezag": gezag, "informatie": True}
        kaart = _bewaard(d.personen.koppel(kind, persoon, {"soort": soort, "perioden": [periode], **rest}))
        return kaart.value.persoon, kaart.record  # type: ignore[union-attr]

    groep5 = _bewaard(d.personen.bewaar(Groep, None, {"naam": "5a", "jaargroep": "5"})).record
    groep7 = _bewaard(d.personen.bewaar(Groep, None, {"naam": "7", "jaargroep": "7"})).record
    g5, g7 = {"groep": str(groep5), "groep_naam": "5a"}, {"groep": str(groep7), "groep_naam": "7"}
    noa = leerling(roepnaam="Noa", achternaam="Yılmaz", geboortedatum="2016-09-12", **g5)
    sem = leerling(roepnaam="Sem", achternaam="Yılmaz", geboortedatum="2014-04-03", **g7)
    bram = leerling(roepnaam="Bram", voorvoegsel="de", achternaam="Wit", geboortedatum="2016-02-29", **g5)
    fleur = leerling(roepnaam="Fleur", achternaam="Ahmadi", geboortedatum="2013-05-05", uitstroomdatum="2025-07-11")
    daan = leerling(roepnaam="Daan", achternaam="Öztürk", geboortedatum="2015-01-20", overleden_op="2025-11-03", **g5)
    elif_ = {
        "roepnaam": "Elif",
        "achternaam": "Yılmaz",
        "telefoon": "06 00000001",
        "straat": "Lindelaan 4",
        "plaats": "Voorbeeldstad",
        "taal": "Turks",
        "tolk": "nodig",
    }
    job = {
        "roepnaam": "Job",
        "achternaam": "Bakker",
        "telefoon": "06 00000002",
        "straat": "Verborgenpad 9",
        "plaats": "Elders",
        "adres_geheim": True,
    }
    moeder, kaart_elif = ouder(noa, elif_, "moeder", "ja", woont_bij=True)
    ouder(sem, moeder, "moeder", "ja")
    vader, kaart_job = ouder(noa, job, "vader", "nee", grenzen="Haalt niet op.")
    for naam, functie in (("Marjan", "Intern begeleider"), ("Pieter", "Leerkracht groep 5")):
        _bewaard(d.personen.bewaar(Medewerker, None, {"roepnaam": naam, "achternaam": "Dekker", "functie": functie}))
    return School(noa, sem, bram, fleur, daan, moeder, vader, kaart_elif, kaart_job, groep5, groep7)


@pytest.fixture(scope="session")
def _sjabloon(tmp_path_factory: pytest.TempPathFactory) -> _Sjabloon:
    """The vault as every test finds it, made once: the key is derived once too."""
    folder = tmp_path_factory.mktemp("sjabloon") / "proef.kluis"
    ids = Uuid7()
    kluizen = Kluizen(Klok(), ids, ids.new(), "testmachine")
    school = {"naam": "OBS De Proef", "brin": "99AA", "plaats": "Voorbeeldstad"}
    open_, _code = kluizen.nieuw(folder, school, "Iris Beheer", Rol.IB, ZIN, KdfParams(64 * 1024, 3, 1))
    session = kluizen.sessie(open_)
    gevuld = _vul(maak_diensten(session, Beheer(session, open_)))
    key, slot = open_.key, open_.header.of_kind("wachtwoordzin")[0].id
    open_.sluit()
    return _Sjabloon(folder, key, slot, gevuld)


@pytest.fixture
def klok() -> Klok:
    """The clock of the vault of this test."""
    return Klok()


@pytest.fixture
def kluizen(klok: Klok) -> Kluizen:
    """What opens vaults on this clock."""
    ids = Uuid7()
    return Kluizen(klok, ids, ids.new(), "testmachine")


@pytest.fixture
def kluis(_sjabloon: _Sjabloon, kluizen: Kluizen, tmp_path: Path) -> Iterator[OpenKluis]:
    """A vault of its own for each test, open."""
    folder = tmp_path / "proef.kluis"
    shutil.copytree(_sjabloon.folder, folder)
    open_ = kluizen.open(folder, kluizen.header(folder), _sjabloon.slot, _sjabloon.key)
    yield open_
    open_.sluit()


@pytest.fixture
def met_rol(kluis: OpenKluis, kluizen: Kluizen) -> Callable[[Rol], Diensten]:
    """Make the services as an account of a given role has them."""

    def maak(rol: Rol) -> Diensten:
        kluis.actor = Actor(kluis.actor.account, kluis.actor.naam, rol.value, kluis.actor.device)
        session = kluizen.sessie(kluis)
        return maak_diensten(session, Beheer(session, kluis))

    return maak


@pytest.fixture
def diensten(met_rol: Callable[[Rol], Diensten]) -> Diensten:
    """The services of the intern begeleider."""
    return met_rol(Rol.IB)


@pytest.fixture
def school(_sjabloon: _Sjabloon) -> School:
    """Who is who in the vault."""
    return _sjabloon.school


@pytest.fixture
def schrijf_verslag(diensten: Diensten, school: School) -> Callable[..., Stuk]:
    """Write a report about Noa with both parents; established unless asked otherwise."""

    def schrijf(*, vast: bool = True, **extra: object) -> Stuk:
        gesprekken = diensten.gesprekken
        stuk = gesprekken.nieuw_verslag(school.noa)
        values = {
            **stuk.values,
            "soort": "zorg",
            "onderwerp": "Stiller in de klas",
            "besproken": "Noa at drie keer niet mee en zat alleen.",
            "samengevat": True,
            "ouders": [naar_values(k.wie) for k in diensten.personen.kaarten(school.noa)],
            **extra,
        }
        stored, fout = gesprekken.stel_vast(stuk, values) if vast else gesprekken.bewaar(stuk, values)
        assert stored is not None, fout
        return gesprekken.open(stored.record)

    return schrijf


def zonder_stijl(app: QApplication) -> None:
    """Take the style sheet away, as only tests do; first what was closed goes for good.

    Qt forgets with the sheet to which widgets it listens, but a hidden part of a page keeps the mark that it does: one
    that died under a next sheet stayed in its books, and the next change of theme read freed memory.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
    app.setStyleSheet("")


@pytest.fixture(scope="session", autouse=True)
def _dialogen_van_qt(qapp: QApplication) -> None:
    """The system's own file dialog answers to no test, and in Wine it takes the whole run with it."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


@pytest.fixture
def thema(qapp: QApplication) -> Iterator[Thema]:
    """The light colours; the style sheet goes again, so that no test leans on another."""
    yield Thema(qapp, ThemaKeuze.LICHT)
    zonder_stijl(qapp)


@pytest.fixture
def work(qapp: QApplication) -> Iterator[Work]:
    """The bridge with both lanes inline: results come home by the event loop. What was not expected fails the test."""
    onverwacht: list[BaseException] = []
    yield Work(InlineLane(), InlineLane(), onverwacht.append)
    if onverwacht:
        raise onverwacht[0]


@dataclass
class Gegaan:
    """Where pages asked to go, in order."""

    plekken: list[Plek] = field(default_factory=list)

    @property
    def laatste(self) -> Plek:
        """The place that was asked for last."""
        return self.plekken[-1]


@pytest.fixture
def navigator() -> Navigator:
    """The way through the program, without a window."""
    return Navigator()


@pytest.fixture
def gegaan(navigator: Navigator) -> Gegaan:
    """What the navigator was asked for."""
    gegaan = Gegaan()
    navigator.gevraagd.connect(gegaan.plekken.append)
    return gegaan


@pytest.fixture
def rust(qtbot: QtBot, work: Work) -> Callable[[], None]:
    """Wait until nothing runs any more and everything came home."""

    def wacht() -> None:
        qtbot.waitUntil(lambda: work.open == 0)
        QApplication.processEvents()

    return wacht
