"""The card of talks: the reporter first, always with two, and from here to the report."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from desktop.models.rechten import Rol
from desktop.views.navigatie import Plek
from tests.gui.calamiteit.conftest import Toon, dialoog, knop, teksten, velden
from tests.gui.conftest import Gegaan, School
from tests.unit.services.calamiteitverhaal import Verhaal


def met_gesprekken(*leerlingen: UUID) -> Callable[[Verhaal], None]:
    def doe(v: Verhaal) -> None:
        mensen = [
            v.rij(wie={"persoon": str(x), "naam": f"Kind {n}", "hoedanigheid": "leerling, groep 5"}, rol="slachtoffer")
            for n, x in enumerate(leerlingen)
        ]
        velden(v, betrokkenen=mensen)
        v.plan(
            gesprekken=[v.rij(met="Ouders", voert="Anna"), v.rij(met="Begeleider", melder=True, voert="Dirk en Anna")]
        )

    return doe


def test_verslag_over_de_ene_leerling(toon: Toon, school: School, gegaan: Gegaan) -> None:
    o = toon(met_gesprekken(school.noa))
    assert "Voer dit gesprek met twee. Zet de tweede naam in het plan." in teksten(o.pagina)
    knop(o.pagina, "Schrijf verslag: Begeleider (melder)").click()
    plek = gegaan.laatste
    assert plek.page == "verslag"
    assert f"leerling={school.noa};soort=calamiteit;calamiteit={o.calamiteit};gesprek=" in plek.extra


def test_een_half_verslag_staat_op_de_kaart(toon: Toon, school: School, gegaan: Gegaan) -> None:
    gemaakt: list[UUID] = []

    def half(v: Verhaal) -> None:
        d = v.d
        stuk = d.gesprekken.nieuw_verslag(school.noa, calamiteit=v.calamiteit)
        d.gesprekken.bewaar_draft(stuk, {**stuk.values, "onderwerp": "Schrik"})
        gemaakt.append(stuk.record)

    o = toon(half, rol=Rol.IB)
    knop(o.pagina, "Schrijf verder: Schrik").click()
    assert gegaan.laatste == Plek("verslag", gemaakt[0])


def test_gesprekken_plan_je_in_het_actieplan(toon: Toon, gegaan: Gegaan) -> None:
    o = toon()
    knop(o.pagina, "Plan gesprekken in het plan").click()
    assert gegaan.laatste == Plek("actieplan", extra=f"calamiteit={o.calamiteit}")


def test_bij_meer_leerlingen_wordt_gevraagd_welke(toon: Toon, school: School, gegaan: Gegaan) -> None:
    o = toon(met_gesprekken(school.noa, school.sem))
    knop(o.pagina, "Schrijf verslag: Ouders").click()
    knop(dialoog(o.pagina), "Kind 1. leerling, groep 5").click()
    assert f"leerling={school.sem};" in gegaan.laatste.extra


def test_zonder_leerlingen_kies_je_uit_de_lijst(toon: Toon, gegaan: Gegaan) -> None:
    o = toon(met_gesprekken())
    knop(o.pagina, "Schrijf verslag: Ouders").click()
    assert gegaan.laatste.page == "leerlingen"
    assert gegaan.laatste.extra.startswith(f"verslag:calamiteit;calamiteit={o.calamiteit};gesprek=")


def test_eerst_de_melder(toon: Toon, school: School) -> None:
    def doe(v: Verhaal) -> None:
        met_gesprekken(school.noa)(v)
        plan = v.d.calamiteiten.beeld(v.calamiteit, log=False).plan
        assert plan is not None
        g = v.d.gesprekken
        stuk = g.nieuw_verslag(school.noa, calamiteit=v.calamiteit, te_voeren=plan.gesprekken[0].rij)
        g.bewaar(stuk, {**stuk.values, "soort": "calamiteit"})

    o = toon(doe)
    assert "Spreek eerst de melder." in teksten(o.pagina)
    assert knop(o.pagina, "Naar het verslag: Ouders")
