"""What one click does to a calamity, and how its talks and versions stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from desktop.models.actieplan import Actieplan, RouteStap
from desktop.models.calamiteit import Calamiteit
from desktop.models.errors import Geweigerd, SchijfVol, UserError
from desktop.models.logregel import Logregel, RegelSoort
from desktop.models.opslag import Append
from desktop.models.personen import Leerling
from desktop.models.planversies import wijzigingen
from desktop.models.rechten import Rol
from desktop.models.vervolg import Ondertekening
from desktop.services.calamiteitgesprekken import melder_eerst
from desktop.services.diensten import Diensten
from desktop.services.leesrecht import mag_lezen
from tests.unit.services.calamiteitverhaal import Verhaal


@pytest.fixture
def v(school: Diensten, clock: Any) -> Verhaal:
    return Verhaal(school, clock, school.calamiteiten.begin("Vermissing tijdens schoolreis").record)


def beeld(v: Verhaal) -> Any:
    return v.d.calamiteiten.beeld(v.calamiteit, log=False)


# -- the directeur-bestuurder


def test_ingelicht_vult_het_veld_en_schrijft_een_regel(v: Verhaal) -> None:
    stored = v.d.calamiteitdaden.ingelicht(v.calamiteit)
    assert isinstance(stored.value, Calamiteit)
    nu = v.d.session.nu()
    assert stored.value.bestuurder_op == nu.date()
    assert (stored.value.bestuurder_om, stored.value.bestuurder_door) == (
        nu.time().replace(second=0, microsecond=0),
        "Dirk Directeur",
    )
    assert v.regels() == ["Directeur-bestuurder ingelicht"]
    assert "bestuurder_inlichten" not in {d.kind for d in stored.value.dues("concept", ())}


def test_na_sluiten_verandert_niets_meer(v: Verhaal) -> None:
    v.plan()
    v.d.calamiteiten.sluit(v.calamiteit, {"geevalueerd": False, "waarom_niet": "Het bleek een oefening."})
    for doe in (
        lambda: v.d.calamiteitdaden.ingelicht(v.calamiteit),
        lambda: v.d.calamiteitdaden.leg_stap_vast(v.calamiteit, "feit", RouteStap.AANGIFTE, "Nee"),
        lambda: v.communicatie("team"),
    ):
        with pytest.raises(UserError, match="afgesloten"):
            doe()
    assert (v.regels(), beeld(v).communicatie, len(beeld(v).versies)) == ([], (), 1)


@pytest.mark.parametrize("rol", [Rol.LEERKRACHT, Rol.ADMINISTRATIE])
def test_wie_niet_leidt_doet_dit_niet(v: Verhaal, als: Callable[[Rol], Diensten], rol: Rol) -> None:
    ander = als(rol)
    with pytest.raises(Geweigerd):
        ander.calamiteitdaden.ingelicht(v.calamiteit)
    with pytest.raises(Geweigerd):
        ander.calamiteitdruk.geheel(v.calamiteit)


# -- communication


def test_versturen_stelt_vast_en_schrijft_een_regel(v: Verhaal) -> None:
    v.later(60)
    om = v.d.session.nu().time().replace(second=0, microsecond=0)
    stored, fout = v.communicatie("direct", om=om.isoformat(), hoe="Gesprek op school")
    assert (fout, stored.state if stored else "") == ([], "vastgesteld")
    log = v.d.calamiteiten.log
    (rij,) = log.rijen(v.calamiteit, log.regels(v.calamiteit))
    assert rij.regel.tekst == "Direct betrokken ouders ingelicht: Wat er is gebeurd (Gesprek op school)"
    assert (rij.regel.soort, rij.regel.besloten_door, rij.regel.vrijgegeven) == (
        RegelSoort.COMMUNICATIE,
        "Dirk Directeur",
        "Direct betrokken ouders",
    )
    assert rij.regel.gebeurd.time() == om
    assert rij.regel.stuk == stored.record  # type: ignore[union-attr]
    assert [s.state for s in beeld(v).communicatie] == ["vastgesteld"]


def test_zonder_tijd_verzint_de_regel_er_geen(v: Verhaal) -> None:
    v.later(26 * 60)
    gisteren = v.d.session.vandaag().replace(day=v.d.session.vandaag().day - 1)
    v.communicatie("team", op=gisteren.isoformat())
    log = v.d.calamiteiten.log
    (rij,) = log.rijen(v.calamiteit, log.regels(v.calamiteit))
    assert rij.regel.gebeurd.date() == v.d.session.vandaag()
    assert f"{gisteren.day} " in rij.regel.tekst


def test_indirect_betrokken_ouders_niet_zonder_afweging(v: Verhaal) -> None:
    stored, fout = v.communicatie("indirect")
    assert stored is None
    assert {p.loc[0] for p in fout} == {"waarom_breed", "voorzitter"}
    assert v.regels() == []
    stored, fout = v.communicatie("indirect", waarom_breed="Het stond al in de krant.", voorzitter=True)
    assert (stored is not None, fout) == (True, [])


def test_een_stuk_met_meer_dan_feiten_gaat_niet_uit(v: Verhaal) -> None:
    stored, fout = v.communicatie("team", alleen_feiten=False)
    assert (stored, [p.loc[0] for p in fout]) == (None, ["alleen_feiten"])


# -- routes


def test_een_stap_is_een_nieuwe_versie_en_een_besluit(v: Verhaal) -> None:
    v.plan()
    v.later(5)
    stored = v.d.calamiteitdaden.leg_stap_vast(
        v.calamiteit, "feit", RouteStap.BESTUURDER, "Bellen met vertrouwensinspecteur."
    )
    plan = stored.value
    assert isinstance(plan, Actieplan)
    assert (plan.strafbaar, [r.stap for r in plan.route_feit]) == (True, [RouteStap.BESTUURDER])
    assert plan.route_feit[0].om == v.d.session.nu().time().replace(second=0, microsecond=0)
    assert len(beeld(v).versies) == 2
    assert v.regels() == ["Overleg met directeur-bestuurder: Bellen met vertrouwensinspecteur."]


def test_een_stap_vraagt_een_plan_en_een_besluit(v: Verhaal) -> None:
    stap = v.d.calamiteitdaden.leg_stap_vast
    with pytest.raises(UserError, match="geen actieplan"):
        stap(v.calamiteit, "feit", RouteStap.AANGIFTE, "Ja.")
    v.plan()
    with pytest.raises(UserError, match="besloten"):
        stap(v.calamiteit, "feit", RouteStap.AANGIFTE, "  ")


# -- talks


@pytest.fixture
def noa(school: Diensten) -> UUID:
    stored, fout = school.personen.bewaar(Leerling, None, {"roepnaam": "Noa", "achternaam": "Vijver"})
    assert stored is not None, fout
    return stored.record


def verslag(v: Verhaal, kind: UUID, rij: str | None = None, *, vast: bool = False) -> UUID:
    g = v.d.gesprekken
    stuk = g.nieuw_verslag(kind, calamiteit=v.calamiteit, te_voeren=UUID(rij) if rij else None)
    ouder = {"naam": "Elif Vijver", "hoedanigheid": "moeder", "gezag": "ja"}
    school = [{"naam": naam, "hoedanigheid": "leerkracht"} for naam in ("Juf Anna", "Meester Wim")]
    velden = {"soort": "calamiteit", "onderwerp": "Wat Noa zag", "besproken": "Noa vertelde.", "samengevat": True}
    values: dict[str, Any] = {**stuk.values, **velden, "ouders": [ouder], "school": school}
    stored, fout = g.stel_vast(stuk, values) if vast else g.bewaar(stuk, values)
    assert stored is not None, fout
    return stored.record


def test_een_verslag_begint_met_wat_het_plan_van_het_gesprek_zegt(v: Verhaal, noa: UUID) -> None:
    ik = v.d.session.actor.naam
    rij, alleen = v.rij(met="Ouders van Noa", voert=f"Juf Anna en {ik}"), v.rij(met="De begeleider")
    v.plan(gesprekken=[rij, alleen])

    def begin(te_voeren: str) -> tuple[object, list[str]]:
        values = v.d.gesprekken.nieuw_verslag(noa, calamiteit=v.calamiteit, te_voeren=UUID(te_voeren)).values
        school: Any = values["school"]
        return values.get("onderwerp"), [f"{w['naam']}/{bool(w['hoedanigheid'])}" for w in school]

    assert begin(rij["rij"]) == ("Ouders van Noa", ["Juf Anna/False", f"{ik}/True"])
    assert begin(alleen["rij"]) == ("De begeleider", [f"{ik}/True"])
    # a row that is gone from the plan leaves the report as it would be
    assert begin(str(v.d.session.ids.new())) == (None, [f"{ik}/True"])


def test_gesprekken_van_plan_tot_handtekening(v: Verhaal, noa: UUID) -> None:
    ouders = v.rij(met="Ouders van Noa", voert="Juf Anna en Dirk")
    melder = v.rij(met="De begeleider", melder=True, voert="Dirk en Wim")
    v.plan(gesprekken=[ouders, melder])
    assert [(s.titel, s.stand) for s in beeld(v).gesprekken] == [
        ("De begeleider", "nog te voeren"),
        ("Ouders van Noa", "nog te voeren"),
    ]
    verslag(v, noa, ouders["rij"])
    assert melder_eerst(beeld(v).gesprekken)
    assert beeld(v).gesprekken[1].stand == "verslag nog niet vastgesteld"
    record = verslag(v, noa, melder["rij"], vast=True)
    assert not melder_eerst(beeld(v).gesprekken)
    assert beeld(v).gesprekken[0].stand == "wacht op handtekening"
    stuk = v.d.gesprekken.open(record)
    ondertekening = {"ouder": stuk.values["ouders"][0], "uitkomst": "ziet_af"}  # type: ignore[index]
    stored, fout = v.d.gesprekken.volg(stuk, Ondertekening, ondertekening)
    assert stored is not None, fout
    assert (beeld(v).gesprekken[0].stand, beeld(v).gesprekken[0].klaar) == ("verslag getekend", True)


def test_elk_gevoerd_gesprek_staat_in_het_logboek_met_zijn_verslag(v: Verhaal, noa: UUID) -> None:
    rij = v.rij(met="De begeleider", melder=True, voert="Dirk en Wim")
    v.plan(gesprekken=[rij])
    verslag(v, noa, rij["rij"])
    assert v.regels() == [], "a report that is not established yet tells of nothing"
    record = verslag(v, noa, rij["rij"], vast=True)
    verslag(v, noa, vast=True)
    zin = "Gesprek gevoerd met: {}. Het verslag is vastgesteld."
    assert v.regels() == [zin.format("ouders"), zin.format("De begeleider")]
    log = v.d.calamiteiten.log
    assert log.rijen(v.calamiteit, log.alle(v.calamiteit))[1].regel.stuk == record
    v.d.calamiteiten.sluit(v.calamiteit, {"geevalueerd": False, "waarom_niet": "Het was een oefening."})
    voor = v.regels()
    verslag(v, noa, vast=True)
    assert v.regels() == voor, "a closed log takes no lines; the report is established all the same"


def test_het_verslag_en_de_regel_worden_samen_bewaard_of_geen_van_beide(
    v: Verhaal, noa: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = verslag(v, noa)
    echt = v.d.session.vault._log.add

    def vol(account: UUID, item: Append, at: int) -> object:
        if isinstance(item.value, Logregel):
            raise SchijfVol("De schijf is vol.", "Maak ruimte.")
        return echt(account, item, at)

    monkeypatch.setattr(v.d.session.vault._log, "add", vol)
    stuk = v.d.gesprekken.open(record)
    with pytest.raises(SchijfVol):
        v.d.gesprekken.stel_vast(stuk, stuk.values)
    monkeypatch.undo()
    stored = v.d.gesprekken.open(record).stored
    assert stored is not None
    assert stored.state == "concept"
    assert v.regels() == []


def test_een_gesprek_buiten_het_plan_staat_er_ook(v: Verhaal, noa: UUID) -> None:
    verslag(v, noa)
    (stand,) = beeld(v).gesprekken
    assert (stand.gesprek, stand.titel) == (None, "Wat Noa zag")


def test_met_een_persoon_is_het_verslag_niet_vast_te_stellen(v: Verhaal, noa: UUID) -> None:
    g = v.d.gesprekken
    stuk = g.nieuw_verslag(noa, calamiteit=v.calamiteit)
    problemen = g.problemen(stuk, {**stuk.values, "soort": "calamiteit"})
    assert any("twee professionals" in p.zin for p in problemen)


def test_wat_nog_niet_af_is_staat_bij_elkaar(v: Verhaal, noa: UUID) -> None:
    assert beeld(v).nog_open == ()
    zoek, brief = v.rij(wat="Zoeken met politie"), v.rij(wat="Brief aan ouders")
    v.plan(maatregelen=[zoek], vervolgacties=[brief], gesprekken=[v.rij(met="De melder")])
    v.d.draaiboeken.begin("gedrag", {"calamiteit": str(v.calamiteit), "aanleiding": "Zoek"})
    gedrag = v.d.draaiboeken.uitgave("gedrag").draaiboek.titel
    assert [zin.split(" (")[0] for zin in beeld(v).nog_open[:3]] == [
        "Zoeken met politie",
        "Brief aan ouders",
        "gesprek De melder",
    ]
    assert beeld(v).nog_open[2].endswith("(nog te voeren)")
    assert gedrag in beeld(v).nog_open[3]
    v.d.calamiteiten.vink(v.calamiteit, UUID(zoek["rij"]), gedaan=True)
    assert beeld(v).nog_open[0] == "Brief aan ouders"


# -- versions


def test_wat_er_veranderde_staat_in_woorden(v: Verhaal) -> None:
    zoek, brief = v.rij(wat="Zoeken met politie"), v.rij(wat="Brief aan ouders")
    een = v.plan(maatregelen=[zoek, brief]).value
    twee = v.plan(
        maatregelen=[{**zoek, "wie": "Wim"}, v.rij(wat="Opvang in de klas")],
        ernst="Groot",
        onrust="groot",
        strafbaar=False,
        beschrijving="Het kind is terug.",
    ).value
    assert isinstance(een, Actieplan)
    assert isinstance(twee, Actieplan)
    assert wijzigingen(None, een) == ["Eerste versie."]
    assert wijzigingen(een, een) == []
    assert wijzigingen(een, twee) == [
        "Korte beschrijving: aangepast",
        "Ernst en impact: ingevuld",
        "Maatregelen, aangepast: Zoeken met politie (wie: ‘Wim’)",
        "Maatregelen, nieuw: Opvang in de klas",
        "Maatregelen, vervallen: Brief aan ouders",
        "Inschatting van de onrust: groot",
        "Is er een vermoeden van een strafbaar feit: nee",
    ]


def test_ook_wat_er_eerst_stond(v: Verhaal) -> None:
    zoek = v.rij(wat="Zoeken", wie="Anna", uiterlijk="2026-11-26")
    een = v.plan(maatregelen=[zoek], onrust="groot", strafbaar=True, onrust_media="Veel").value
    wie = {**zoek, "wat": "Zoeken in het bos", "wie": "Wim", "uiterlijk": None}
    twee = v.plan(maatregelen=[wie], onrust="klein", strafbaar=None, onrust_media="", ernst="Groot").value
    assert isinstance(een, Actieplan)
    assert isinstance(twee, Actieplan)
    verschil = "wat: ‘Zoeken in het bos’, was ‘Zoeken’; wie: ‘Wim’, was ‘Anna’; uiterlijk: leeg gemaakt, was 26-11-2026"
    assert wijzigingen(een, twee) == [
        "Ernst en impact: ingevuld",
        f"Maatregelen, aangepast: Zoeken in het bos ({verschil})",
        "(Sociale) media: leeg gemaakt, was ‘Veel’",
        "Inschatting van de onrust: klein, was groot",
        "Is er een vermoeden van een strafbaar feit: weer open, was ja",
    ]
    lang = v.plan(maatregelen=[{**wie, "wie": "x" * 200}], onrust_media="y" * 200).value
    assert isinstance(lang, Actieplan)
    assert wijzigingen(twee, lang) == [
        "Maatregelen, aangepast: Zoeken in het bos (wie: aangepast)",
        "(Sociale) media: ingevuld",
    ]


# -- who may know


def test_zoeken_en_lezen_alleen_voor_wie_haar_leidt(v: Verhaal, als: Callable[[Rol], Diensten]) -> None:
    v.communicatie("team", onderwerp="Zwaluwbericht")
    assert [h.row.kind for h in v.d.zoeken.zoek("zwaluwbericht")] == ["communicatie", "logregel"]
    leerkracht = als(Rol.LEERKRACHT)
    # the line that says it was sent stands in the log, which a teacher reads; the message itself does not
    assert [h.row.kind for h in leerkracht.zoeken.zoek("zwaluwbericht")] == ["logregel"]
    assert not any(mag_lezen(leerkracht.session, kind) for kind in ("actieplan", "communicatie", "calamiteitslot"))
    assert mag_lezen(leerkracht.session, "logregel")
