"""The paper of a log: what a filter lets through, numbered as in the whole, and said in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from desktop.models.errors import Geweigerd
from desktop.models.logregel import RegelSoort
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.regels import Filter
from tests.unit.documents.lezen import paginas


def _tekst(d: Diensten, keuze: Filter | None, bij: object) -> str:
    return " ".join(" ".join(paginas(d.logdruk.papier(bij, keuze).maak().pdf)).split())  # type: ignore[arg-type]


def test_het_papier_is_het_log(school: Diensten) -> None:
    c = school.calamiteiten.begin("Vermissing").record
    log = school.calamiteiten.log
    eerst = log.schrijf(c, "24 geteld", RegelSoort.STAP)
    log.schrijf(c, "Naar huis", RegelSoort.BESLUIT)
    log.corrigeer(eerst.record, "25 geteld")
    heel = _tekst(school, None, c)
    assert "Logboek · calamiteit Vermissing" in heel
    assert "Leiding Dirk Directeur" in heel
    # the correction happened when the corrected line did: it comes behind all of that second, and says what it mends
    assert "Stap · regel 1 24 geteld Door Dirk Directeur Gecorrigeerd in regel 3." in heel
    assert "Stap · regel 3 25 geteld Door Dirk Directeur Correctie op regel 1." in heel
    deel = _tekst(school, Filter(soorten=(RegelSoort.BESLUIT,)), c)
    assert "1 van de 3 regels" in deel
    assert "Besluit · regel 2" in deel
    assert "geteld" not in deel


def test_een_gesloten_calamiteit_zegt_hoe_zij_sloot(school: Diensten) -> None:
    c = school.calamiteiten.begin("Vermissing").record
    school.calamiteiten.sluit(c, {"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."})
    assert "afgesloten zonder evaluatie" in _tekst(school, None, c)


def test_een_keuze_in_woorden(school: Diensten) -> None:
    account = school.session.actor.account
    keuze = Filter(
        (RegelSoort.BESLUIT, RegelSoort.SIGNAAL), True, " politie ", account, date(2026, 1, 2), date(2026, 1, 3)
    )
    assert school.logdruk.in_woorden(keuze) == (
        "besluit, signaal; sleutelmomenten; geschreven door Dirk Directeur; vanaf vr 2 januari 2026; "
        "tot en met za 3 januari 2026; met ‘politie’"
    )
    assert school.logdruk.in_woorden(Filter(woorden=" ")) == ""


def test_wie_het_niet_mag_lezen_drukt_het_niet_af(school: Diensten, als: Callable[[Rol], Diensten]) -> None:
    c = school.calamiteiten.begin("Vermissing").record
    als(Rol.ADMINISTRATIE).logdruk.papier(c).maak()
    school.calamiteiten.sluit(c, {"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."})
    with pytest.raises(Geweigerd):
        als(Rol.ADMINISTRATIE).logdruk.papier(c)


def test_de_regels_staan_in_de_volgorde_van_wat_gebeurde(school: Diensten) -> None:
    c = school.calamiteiten.begin("Lang").record
    log = school.calamiteiten.log
    nu = school.session.nu().replace(tzinfo=None)
    for n in range(60):
        log.schrijf(c, f"Stap {n}", RegelSoort.STAP, nu + timedelta(minutes=n))
    tekst = _tekst(school, None, c)
    assert tekst.index("Stap 1 ") < tekst.index("Stap 59 ")
