"""An EDEXML file against the vault: new, changed, left, unclear; a second import shows only differences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from desktop.exchange.edexml import (
    Bestaand,
    GelezenGroep,
    GelezenLeerkracht,
    GelezenLeerling,
    Inlezing,
    Voorstel,
    appends,
    compare,
    read,
)
from desktop.models.core import Ids, Record
from desktop.models.kinds import from_bytes, to_bytes
from desktop.models.opslag import Append, Stored
from desktop.models.personen import Geslacht, Groep, Leerling, Medewerker

DATA = Path(__file__).parent / "data"
VANDAAG = date(2026, 3, 2)
GROEP = GelezenGroep("g5", 1, 1, "5", "5")
SAAR = GelezenLeerling(
    edex_key="k1",
    positie=1,
    regel=1,
    roepnaam="Saar",
    achternaam="Jongsma",
    geboortedatum=date(2016, 4, 5),
    geslacht=Geslacht.MEISJE,
    jaargroep="5",
    groep="g5",
    instroomdatum=date(2020, 4, 5),
)
ILSE = GelezenLeerkracht("L1", 1, 1, "Ilse", "de", "Wit", "I", ("IB",), (), ("g5",))
BESTAND = Inlezing(
    brin="98YY",
    schooljaar="2025-2026",
    peildatum=date(2026, 2, 1),
    secties=frozenset({"school", "groepen", "leerlingen", "leerkrachten"}),
    groepen=(GROEP,),
    leerlingen=(SAAR,),
    leerkrachten=(ILSE,),
)


class Kluis:
    """Stands for the vault: what was appended, as it would come back."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self.records: dict[UUID, Stored] = {}

    def write(self, items: Iterable[Append]) -> None:
        for item in items:
            old = self.records.get(item.record)
            assert item.base == (old.revision if old else None)
            self.put(item.value, item.record)

    def put(self, value: Record, record: UUID | None = None) -> UUID:
        record = record or self._ids.new()
        stored = from_bytes(value.KIND, value.SCHEMA, to_bytes(value))
        self.records[record] = Stored(
            self._ids.new(), record, None, value.KIND, "concept", 1, record, datetime(2026, 1, 1), b"", stored
        )
        return record

    def bestaand(self) -> Bestaand:
        van = {k: [s for s in self.records.values() if s.kind == k] for k in ("groep", "leerling", "medewerker")}
        return Bestaand(van["groep"], van["leerling"], van["medewerker"])

    def leerling(self) -> Leerling:
        (een,) = [s.value for s in self.records.values() if isinstance(s.value, Leerling)]
        return een


@pytest.fixture
def kluis(ids: Ids) -> Kluis:
    """An empty vault."""
    return Kluis(ids)


def _vergelijk(kluis: Kluis, ids: Ids, inlezing: Inlezing, vandaag: date = VANDAAG, brin: str = "98YY") -> Voorstel:
    return compare(inlezing, kluis.bestaand(), vandaag, ids, brin)


def _met(kluis: Kluis, ids: Ids, inlezing: Inlezing = BESTAND) -> Kluis:
    kluis.write(appends(_vergelijk(kluis, ids, inlezing)))
    return kluis


def _verschillen(voorstel: Voorstel) -> list[tuple[str, str, str]]:
    return [(v.label, v.oud, v.nieuw) for g in voorstel.leerlingen.gewijzigd for v in g.verschillen]


def test_eerste_keer_alles_nieuw(kluis: Kluis, ids: Ids) -> None:
    """Groups come first, pupils and staff refer to them."""
    voorstel = _vergelijk(kluis, ids, BESTAND)
    items = appends(voorstel)
    assert [type(i.value) for i in items] == [Groep, Leerling, Medewerker]
    assert all(i.base is None and i.state == "concept" for i in items)
    saar, ilse = items[1].value, items[2].value
    assert isinstance(saar, Leerling) and isinstance(ilse, Medewerker)
    assert (saar.groep, saar.groep_naam, saar.edex_key) == (items[0].record, "5", "k1")
    assert (ilse.functie, ilse.rollen, ilse.groepen) == ("Intern begeleider", ("IB",), (items[0].record,))
    assert voorstel.waarschuwingen == () and not voorstel.leeg


def test_tweede_keer_niets(kluis: Kluis, ids: Ids) -> None:
    """The same file again changes nothing."""
    voorstel = _vergelijk(_met(kluis, ids), ids, BESTAND)
    assert voorstel.leeg and appends(voorstel) == ()
    assert (voorstel.groepen.ongewijzigd, voorstel.leerlingen.ongewijzigd, voorstel.medewerkers.ongewijzigd) == (
        1,
        1,
        1,
    )


@pytest.mark.parametrize("naam", ["103", "20", "21", "vlaams", "uwlr"])
def test_elke_versie_tweemaal(kluis: Kluis, ids: Ids, naam: str) -> None:
    """Every version can be taken in, and then says nothing new."""
    inlezing = read(DATA / f"edexml_{naam}.xml")
    assert not _vergelijk(kluis, ids, inlezing).leeg
    assert _vergelijk(_met(kluis, ids, inlezing), ids, inlezing).leeg


def test_volgend_jaar_alleen_verschillen(kluis: Kluis, ids: Ids) -> None:
    """Field by field, old and new, under the label of the form."""
    _met(kluis, ids)
    zes = replace(GROEP, edex_key="g6", naam="6", jaargroep="6")
    saar = replace(SAAR, groep="g6", jaargroep="6", achternaam="Berg", voorvoegsel="van den")
    nieuw = replace(BESTAND, groepen=(GROEP, zes), leerlingen=(saar,), leerkrachten=(replace(ILSE, groepen=("g6",)),))
    voorstel = _vergelijk(kluis, ids, nieuw)
    assert sorted(_verschillen(voorstel)) == [
        ("Achternaam", "Jongsma", "Berg"),
        ("Groep", "5", "6"),
        ("Jaargroep", "5", "6"),
        ("Voorvoegsel", "", "van den"),
    ]
    (ilse,) = voorstel.medewerkers.gewijzigd
    assert [(v.label, v.oud, v.nieuw) for v in ilse.verschillen] == [("Groepen", "5", "6")]
    kluis.write(appends(voorstel))
    assert kluis.leerling().titel() == "Saar van den Berg"
    assert _vergelijk(kluis, ids, nieuw).leeg


def test_wat_het_bestand_niet_zegt_blijft(kluis: Kluis, ids: Ids) -> None:
    """A narrow export without birth date, sex or group wipes nothing; nor does one without a block end that kind."""
    _met(kluis, ids)
    kaal = GelezenLeerling("k1", 1, 1, roepnaam="Saar", geslacht=Geslacht.ONBEKEND)
    smal = replace(BESTAND, groepen=(), leerkrachten=(), leerlingen=(kaal,), secties=frozenset({"leerlingen"}))
    assert _vergelijk(kluis, ids, smal).leeg


def test_naam_zonder_voorvoegsel(kluis: Kluis, ids: Ids) -> None:
    """A surname in the file brings its prefix along, also when it has none."""
    _met(kluis, ids, replace(BESTAND, leerlingen=(replace(SAAR, voorvoegsel="van"),)))
    assert _verschillen(_vergelijk(kluis, ids, BESTAND)) == [("Voorvoegsel", "van", "")]


def test_vertrokken_en_terug(kluis: Kluis, ids: Ids) -> None:
    """Who is not in the file leaves on its reference date; whoever comes back is changed, with the file's own days."""
    _met(kluis, ids)
    finn = replace(SAAR, edex_key="k2", roepnaam="Finn")
    leeg = replace(BESTAND, leerlingen=(finn,), groepen=(replace(GROEP, edex_key="gX", naam="X"),), leerkrachten=(
        replace(ILSE, edex_key="L2", roepnaam="Roos"),))  # fmt: skip
    voorstel = _vergelijk(kluis, ids, leeg)
    (saar,) = voorstel.leerlingen.vertrokken
    assert [(v.label, v.oud, v.nieuw) for v in saar.verschillen] == [("Van school sinds", "", "1-2-2026")]
    assert [g.value.weg_sinds for g in voorstel.groepen.vertrokken] == [date(2026, 2, 1)]
    assert [m.value.weg_sinds for m in voorstel.medewerkers.vertrokken] == [date(2026, 2, 1)]
    kluis.write(appends(voorstel))
    assert _vergelijk(kluis, ids, leeg).leeg  # gone is not gone again
    terug = _vergelijk(kluis, ids, replace(BESTAND, leerlingen=(SAAR, finn)))
    assert _verschillen(terug)[0] == ("Van school sinds", "1-2-2026", "")
    assert [g.value.weg_sinds for g in terug.groepen.gewijzigd] == [None]


def test_vertrek_volgens_het_bestand(kluis: Kluis, ids: Ids) -> None:
    """A day of leaving in the file counts; a day to come is a change and not yet a departure."""
    _met(kluis, ids)
    weg = replace(BESTAND, leerlingen=(replace(SAAR, uitstroomdatum=date(2026, 1, 9)),))
    assert [v.value.uitstroomdatum for v in _vergelijk(kluis, ids, weg).leerlingen.vertrokken] == [date(2026, 1, 9)]
    straks = replace(BESTAND, leerlingen=(replace(SAAR, uitstroomdatum=date(2026, 7, 9)),))
    kluis.write(appends(_vergelijk(kluis, ids, straks)))
    assert kluis.leerling().uitstroomdatum == date(2026, 7, 9)
    assert _vergelijk(kluis, ids, BESTAND).leeg  # the file's silence does not undo a day to come
    oud = replace(BESTAND, leerlingen=(replace(SAAR, oud=True, jaargroep="", groep=""),))
    assert _vergelijk(kluis, ids, oud, date(2026, 9, 1)).leerlingen.ongewijzigd == 1  # had left already


def test_onbekende_oud_leerlingen_blijven_buiten(kluis: Kluis, ids: Ids) -> None:
    """Former pupils whom the vault does not know are counted, not kept."""
    oud = replace(SAAR, edex_key="k8", roepnaam="Teun", oud=True)
    weg = replace(SAAR, edex_key="k9", roepnaam="Puk", uitstroomdatum=date(2025, 7, 1))
    voorstel = _vergelijk(kluis, ids, replace(BESTAND, leerlingen=(SAAR, oud, weg)))
    assert [n.value.roepnaam for n in voorstel.leerlingen.nieuw] == ["Saar"]
    assert "2 oud-leerlingen" in voorstel.waarschuwingen[0]


def test_met_de_hand_ingevoerd_blijft(kluis: Kluis, ids: Ids) -> None:
    """What did not come from a file never leaves by one; and it is recognised when the file brings it."""
    kluis.put(Leerling(roepnaam="Saar", achternaam="Jongsma", geboortedatum=date(2016, 4, 5)))
    kluis.put(Leerling(roepnaam="Wolf", achternaam="Eg"))
    kluis.put(Medewerker(roepnaam="Kees", functie="Conciërge"))
    voorstel = _vergelijk(kluis, ids, BESTAND)
    assert voorstel.leerlingen.vertrokken == () == voorstel.medewerkers.vertrokken
    assert voorstel.leerlingen.nieuw == ()
    assert ("Sleutel in het leerlingvolgsysteem", "", "k1") in _verschillen(voorstel)


def test_functie_van_de_school_blijft(kluis: Kluis, ids: Ids) -> None:
    """Better words by hand stay as long as the role in the file stays."""
    _met(kluis, ids)
    (s,) = [s for s in kluis.records.values() if isinstance(s.value, Medewerker)]
    kluis.put(Medewerker(**{**dict(s.value), "functie": "IB en aandachtsfunctionaris"}), s.record)
    assert _vergelijk(kluis, ids, BESTAND).leeg
    anders = replace(BESTAND, leerkrachten=(replace(ILSE, rollen=("DIR",)),))
    (ilse,) = _vergelijk(kluis, ids, anders).medewerkers.gewijzigd
    assert [(v.label, v.nieuw) for v in ilse.verschillen] == [("Functie", "Directeur")]


def test_sleutel_die_niet_vast_is(kluis: Kluis, ids: Ids) -> None:
    """Matched on name and birth date, whatever the accents; the changing key is no change."""
    los = replace(SAAR, edex_key="#1", achternaam="Jöngsma")
    _met(kluis, ids, replace(BESTAND, leerlingen=(los,)))
    weer = replace(BESTAND, leerlingen=(replace(los, edex_key="#77", roepnaam="SAAR"),))
    voorstel = _vergelijk(kluis, ids, weer)
    assert _verschillen(voorstel) == [("Roepnaam", "Saar", "SAAR")]
    ander = replace(BESTAND, leerlingen=(replace(los, edex_key="#1", geboortedatum=date(2016, 4, 6)),))
    voorstel = _vergelijk(kluis, ids, ander)
    assert len(voorstel.leerlingen.nieuw) == 1 and len(voorstel.leerlingen.vertrokken) == 1


def test_niet_zeker_wie_dit_is(kluis: Kluis, ids: Ids) -> None:
    """Two of the same name and birth date without a stable key: told, and neither taken in nor sent away."""
    los = replace(SAAR, edex_key="#1")
    _met(kluis, ids, replace(BESTAND, leerlingen=(los,)))
    twee = replace(BESTAND, leerlingen=(los, replace(los, edex_key="#2", positie=2)))
    voorstel = _vergelijk(kluis, ids, twee)
    assert [(m.positie, m.overgeslagen) for m in voorstel.onleesbaar] == [(1, True), (2, True)]
    assert "dezelfde naam en geboortedatum" in voorstel.onleesbaar[0].zin
    assert voorstel.leerlingen.nieuw == voorstel.leerlingen.gewijzigd == voorstel.leerlingen.vertrokken == ()
    kluis.put(Leerling(roepnaam="Saar", achternaam="Jongsma", geboortedatum=SAAR.geboortedatum, edex_key="#9"))
    voorstel = _vergelijk(kluis, ids, replace(BESTAND, leerlingen=(los,)))
    assert len(voorstel.onleesbaar) == 1 and voorstel.leerlingen.vertrokken == ()


def test_ander_leerlingvolgsysteem(kluis: Kluis, ids: Ids) -> None:
    """All keys are new, the children are not: recognised by name and birth date, so no second file per child."""
    _met(kluis, ids)
    over = replace(BESTAND, leerlingen=(replace(SAAR, edex_key="9001"),))
    voorstel = _vergelijk(kluis, ids, over)
    assert voorstel.leerlingen.nieuw == () and voorstel.leerlingen.vertrokken == ()
    assert _verschillen(voorstel) == [("Sleutel in het leerlingvolgsysteem", "k1", "9001")]
    erbij = replace(BESTAND, leerlingen=(SAAR, replace(SAAR, edex_key="9001")))
    assert len(_vergelijk(kluis, ids, erbij).leerlingen.nieuw) == 1  # both keys are there: two children


def test_overgeslagen_is_niet_vertrokken(kluis: Kluis, ids: Ids, tmp_path: Path) -> None:
    """A pupil whose entry cannot be read is in the file all the same."""
    _met(kluis, ids)
    pad = tmp_path / "in.xml"
    pad.write_text("<EDEX><leerlingen><leerling key='k1'/><leerling key='k2'><roepnaam>Bo</roepnaam></leerling>"
                   "</leerlingen></EDEX>")  # fmt: skip
    voorstel = _vergelijk(kluis, ids, read(pad))
    assert voorstel.leerlingen.vertrokken == ()
    assert [n.value.roepnaam for n in voorstel.leerlingen.nieuw] == ["Bo"]


def test_onmogelijke_dagen(kluis: Kluis, ids: Ids) -> None:
    """A birth date to come, and leaving before arriving, are told and not taken over."""
    _met(kluis, ids)
    raar = replace(SAAR, geboortedatum=date(2030, 1, 1), instroomdatum=None, uitstroomdatum=date(2019, 1, 1))
    voorstel = _vergelijk(kluis, ids, replace(BESTAND, leerlingen=(raar,)))
    assert voorstel.leerlingen.gewijzigd == () and len(voorstel.onleesbaar) == 2
    toekomst = replace(BESTAND, peildatum=date(2027, 1, 1), leerlingen=(replace(SAAR, edex_key="k2", roepnaam="Ada"),))
    (weg,) = _vergelijk(kluis, ids, toekomst).leerlingen.vertrokken
    assert weg.value.uitstroomdatum == VANDAAG


def test_later_gekomen_dan_de_peildatum(kluis: Kluis, ids: Ids) -> None:
    """A file from before a child came cannot say that it left."""
    kluis.put(Leerling(roepnaam="Nils", achternaam="Laat", instroomdatum=date(2026, 2, 20), edex_key="k7"))
    assert _vergelijk(kluis, ids, BESTAND).leerlingen.vertrokken == ()


def test_waarschuwingen(kluis: Kluis, ids: Ids) -> None:
    """Another school, an old year, half the school gone: said, and left to the person."""
    velen = tuple(replace(SAAR, edex_key=f"k{n}", roepnaam=f"Kind{n}", positie=n) for n in range(1, 40))
    _met(kluis, ids, replace(BESTAND, leerlingen=velen))
    oud = replace(BESTAND, brin="97XX", schooljaar="2023-2024", leerlingen=velen[:5])
    brin, jaar, weg = _vergelijk(kluis, ids, oud).waarschuwingen
    assert "97XX" in brin and "98YY" in brin
    assert "2023-2024" in jaar
    assert weg.startswith("34 leerlingen")
    assert _vergelijk(kluis, ids, oud, brin="").waarschuwingen == (jaar, weg)


def test_groep_van_een_eerder_bestand(kluis: Kluis, ids: Ids) -> None:
    """A file without the block of groups can still name one by its key."""
    _met(kluis, ids)
    nieuw = replace(SAAR, edex_key="k2", roepnaam="Ot")
    smal = replace(BESTAND, groepen=(), leerlingen=(SAAR, nieuw), secties=frozenset({"leerlingen"}), leerkrachten=())
    (ot,) = _vergelijk(kluis, ids, smal).leerlingen.nieuw
    assert ot.value.groep_naam == "5" and ot.value.groep == kluis.leerling().groep
