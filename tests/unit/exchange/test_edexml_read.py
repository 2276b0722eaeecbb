"""Reading EDEXML: every version, every fault in an entry, and nothing past the whitelist."""

from __future__ import annotations

import dataclasses
import random
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange import edexml_codes as codes
from desktop.exchange.edexml import Inlezing, Onleesbaar, read
from desktop.models.errors import Afgebroken, UserError
from desktop.models.personen import Geslacht

DATA = Path(__file__).parent / "data"
SHARED = Path(__file__).parents[4] / "shared" / "edexml" / "EDEXML.Voorbeeld.2.1.xml"


def _lees(
    tmp_path: Path, leerlingen: str = "", groepen: str = "", leerkrachten: str = "", school: str = ""
) -> Inlezing:
    pad = tmp_path / "in.xml"
    pad.write_text(
        f"<EDEX><school>{school}</school><groepen>{groepen}</groepen><leerlingen>{leerlingen}</leerlingen>"
        f"<leerkrachten>{leerkrachten}</leerkrachten></EDEX>",
        encoding="utf-8",
    )
    return read(pad)


def _zinnen(inlezing: Inlezing) -> list[str]:
    return [m.zin for m in inlezing.onleesbaar]


def test_versie_1_0_3() -> None:
    """A pupil has a group or a jaargroep, never both; the file is in the letters of old Windows."""
    uit = read(DATA / "edexml_103.xml")
    assert (uit.versie, uit.brin, uit.schooljaar, uit.peildatum) == ("1.03", "98YY", "2025-2026", None)
    chloe, timo, fay = uit.leerlingen
    assert (chloe.roepnaam, chloe.voorvoegsel, chloe.achternaam) == ("Chloë", "op 't", "Wad")
    assert (chloe.jaargroep, chloe.groep) == ("3", "10")
    assert (timo.jaargroep, timo.groep) == ("5", "")
    assert (fay.jaargroep, fay.groep) == ("", "11")  # a combination says nothing of the pupil
    assert uit.leerkrachten[0].groepen == ("10",)
    assert uit.onleesbaar == ()


def test_versie_2_0() -> None:
    """Composite groups beside the pupil's own, roles on the person and on the group."""
    uit = read(DATA / "edexml_20.xml")
    assert (uit.versie, uit.peildatum) == ("2.0", date(2025, 10, 1))
    assert [(g.naam, g.jaargroep, g.samengesteld) for g in uit.groepen] == [("3a", "3", False), ("Plusklas", "", True)]
    assert (uit.leerlingen[0].roepnaam, uit.leerlingen[0].groep) == ("Siebé", "G3")
    assert uit.leerkrachten[0].rollen == ("IB", "XYZ", "LRK")
    assert uit.leerkrachten[0].groepen == ("G3", "PLUS")
    assert uit.onleesbaar == ()


def test_versie_2_1() -> None:
    """The current version, with a school year that its own list no longer knows, and a date with a time zone."""
    uit = read(DATA / "edexml_21.xml")
    assert (uit.versie, uit.schooljaar, uit.peildatum) == ("2.1", "2026-2027", date(2026, 10, 1))
    lucja, bo, mees = uit.leerlingen
    assert (lucja.roepnaam, lucja.voornamen, lucja.achternaam) == ("Łucja", "Łucja Maria", "Świątek")
    assert (lucja.geboortedatum, lucja.geslacht) == (date(2021, 12, 24), Geslacht.MEISJE)
    assert (bo.roepnaam, bo.achternaam, bo.jaargroep, bo.geslacht) == ("Bo", "", "4", None)
    assert (mees.oud, mees.jaargroep, mees.geslacht) == (True, "", Geslacht.NIET_GESPECIFICEERD)
    assert uit.leerkrachten[1].omschrijvingen == ("Tuinman",)
    assert uit.onleesbaar == ()


def test_vlaams() -> None:
    """The Flemish variant has an instellingsnummer, and other words for the years."""
    uit = read(DATA / "edexml_vlaams.xml")
    assert uit.vlaams and (uit.brin, uit.instellingsnummer) == ("", "12345")
    assert [g.jaargroep for g in uit.groepen] == ["kleuterklas 2", "leerjaar 1"]
    assert uit.leerlingen[0].jaargroep == "leerjaar 1"
    assert "leerkrachten" not in uit.secties


def test_uwlr() -> None:
    """The same blocks under a namespace and in an envelope."""
    uit = read(DATA / "edexml_uwlr.xml")
    assert (uit.brin, uit.versie) == ("98YY", "2.3")
    assert (uit.leerlingen[0].roepnaam, uit.leerlingen[0].groep, uit.groepen[0].naam) == ("Defne", "g6", "6")
    assert uit.leerkrachten[0].roepnaam == "Ids"


@pytest.mark.skipif(not SHARED.is_file(), reason="the standard's own example is not beside this checkout")
def test_voorbeeld_van_de_standaard() -> None:
    """The example of the standard itself."""
    uit = read(SHARED)
    assert (len(uit.groepen), len(uit.leerlingen), len(uit.leerkrachten)) == (8, 3, 3)
    assert uit.onleesbaar == ()


GEHEIM = (
    "123456782", "111222333", "444555666", "9876", "19050512345", "2000", "1234AB", "9999ZZ", "geheim", "zorgmelding",
    "siebeb", "foto.invalid", "school.invalid", "QQ", "0.25", "0,3", "1,2", "Hoofdgebouw", "Verzonnen Systeem",
)  # fmt: skip


@pytest.mark.parametrize("naam", ["103", "20", "21", "vlaams", "uwlr"])
def test_aan_de_deur_blijft_wat_niet_mag(naam: str) -> None:
    """Service number, origin, weight, postcode, eckid and the rest are in no object, under no name."""
    platgeslagen = repr(read(DATA / f"edexml_{naam}.xml"))
    bestand = (DATA / f"edexml_{naam}.xml").read_text(encoding="latin-1")
    in_bestand = [g for g in GEHEIM if g in bestand]
    assert in_bestand
    assert [g for g in in_bestand if g in platgeslagen] == []


def test_fouten_per_leerling(tmp_path: Path) -> None:
    """Each is named with its place and key, and without a name; the rest of the pupil is read."""
    uit = _lees(
        tmp_path,
        '<leerling key="7">\n<achternaam>Zandstra</achternaam><geboortedatum>2016-02-30</geboortedatum>'
        "<geslacht>5</geslacht><jaargroep>99</jaargroep><groep key='weg'/>"
        "<instroomdatum>2022-08-01</instroomdatum><uitstroomdatum>2021-01-01</uitstroomdatum></leerling>"
        '<leerling key="8"><voorletters-1>Q</voorletters-1></leerling>'
        "<leerling><roepnaam>Los</roepnaam></leerling>",
    )
    zeven = [m for m in uit.onleesbaar if m.sleutel == "7"]
    assert [m.positie for m in zeven] == [1] * 5
    assert {m.soort for m in zeven} == {"leerling"} and not any(m.overgeslagen for m in zeven)
    assert uit.leerlingen[0].achternaam == "Zandstra"
    assert uit.leerlingen[0].instroomdatum == date(2022, 8, 1) and uit.leerlingen[0].uitstroomdatum is None
    acht = next(m for m in uit.onleesbaar if m.sleutel == "8")
    assert acht.overgeslagen and acht.positie == 2 and acht.regel == 2
    assert [lln.edex_key for lln in uit.leerlingen] == ["7", "#"]
    assert "Zandstra" not in "".join(_zinnen(uit))


def test_dubbele_sleutels(tmp_path: Path) -> None:
    """The same pupil twice is read once; two pupils with one key are both left out, since nobody knows whose it is."""
    gelijk = '<leerling key="1"><roepnaam>Saar</roepnaam></leerling>'
    uit = _lees(tmp_path, gelijk * 2 + gelijk.replace("1", "2") + gelijk.replace("1", "2").replace("Saar", "Guus"))
    assert [(lln.edex_key, lln.roepnaam) for lln in uit.leerlingen] == [("1", "Saar")]
    assert [(m.positie, m.sleutel, m.overgeslagen) for m in uit.onleesbaar] == [
        (2, "1", False), (3, "2", True), (4, "2", True),
    ]  # fmt: skip
    groep = "<groep key='a'><naam>3</naam></groep><groep key='a'><naam>4</naam></groep><groep key='b'/>"
    uit = _lees(tmp_path, groepen=groep)
    assert [(g.edex_key, g.naam) for g in uit.groepen] == [("a", "3"), ("b", "b")]
    assert len(uit.onleesbaar) == 2


def test_sleutel_die_een_bsn_is(tmp_path: Path) -> None:
    """A pupil system that uses the service number as key does not bring it in; one such key by chance stays."""
    nummers = [f"{n:09}" for n in range(100000000, 100000200) if codes.is_bsn(f"{n:09}")][:4]
    lln = '<leerling key="{}"><roepnaam>Kind{}</roepnaam><geslacht>7</geslacht></leerling>'
    uit = _lees(tmp_path, "".join(lln.format(n, i) for i, n in enumerate(nummers)))
    assert len(uit.leerlingen) == 4
    assert not [n for n in nummers if n in repr(uit)]
    assert any("burgerservicenummers" in z for z in _zinnen(uit))
    uit = _lees(tmp_path, "".join(lln.format(n, i) for i, n in enumerate([*nummers, "k5"])))
    assert [x.edex_key for x in uit.leerlingen] == [*nummers, "k5"]


def test_lange_en_vreemde_tekst(tmp_path: Path) -> None:
    """Too long is left out, invisible characters go, spaces and line ends become one space."""
    uit = _lees(
        tmp_path,
        f'<leerling key="1"><achternaam>{"x" * 301}</achternaam><roepnaam>Jan\u202e\n  Piet</roepnaam></leerling>'
        f'<leerling key="{"k" * 400}"><roepnaam>{" " * 400}Ank{" " * 400}</roepnaam></leerling>',
    )
    assert (uit.leerlingen[0].achternaam, uit.leerlingen[0].roepnaam) == ("", "Jan Piet")
    assert len(uit.leerlingen) == 1 and uit.onleesbaar[-1].overgeslagen  # no name that can be used, so not taken in


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("2026-03-02", date(2026, 3, 2)), ("2026-03-02Z", date(2026, 3, 2)), ("2026-03-02T10:00:00", date(2026, 3, 2)),
        ("2-3-2026", date(2026, 3, 2)), ("02/03/2026", date(2026, 3, 2)), ("20260302", None), ("2026-W10-1", None),
        ("2026-02-29", None), ("0001-01-01", None), ("٢٠٢٦-03-02", None), ("gisteren", None),
    ],
)  # fmt: skip
def test_datum(tekst: str, dag: date | None) -> None:
    """XML dates with and without a zone, and as people write them; nothing else."""
    assert codes.datum(tekst) == dag


def test_codes() -> None:
    """Codes become words; an unknown role stays as it is, an unknown jaargroep is told."""
    assert [codes.jaargroep(c, False) for c in ("0", "8", "b", "C", "H", "16", "9")] == [
        "peuters", "8", "baby's", "combinatiegroep", "oud-leerlingen", "vo 6", None,
    ]  # fmt: skip
    assert codes.functie(("DIR", "ZZZ", "IB"), ("Tuinman", "Directeur")) == "Directeur, ZZZ, Intern begeleider, Tuinman"
    assert (codes.brin("98yy01"), codes.brin("98YY"), codes.brin("9YYY")) == ("98YY", "98YY", "")
    assert codes.is_bsn("123456782") and not codes.is_bsn("123456789") and not codes.is_bsn("000000000")


def test_voortgang_en_afbreken(tmp_path: Path) -> None:
    """Told in bytes after every block; False stops."""
    pad = tmp_path / "groot.xml"
    lln = "".join(f'<leerling key="{n}"><roepnaam>Kind {n}</roepnaam></leerling>\n' for n in range(9000))
    pad.write_text(f"<EDEX><leerlingen>{lln}</leerlingen></EDEX>", encoding="utf-8")
    stappen: list[tuple[int, int]] = []

    def mee(gedaan: int, totaal: int) -> bool:
        stappen.append((gedaan, totaal))
        return True

    assert len(read(pad, mee).leerlingen) == 9000
    grootte = pad.stat().st_size
    assert len(stappen) > 2 and stappen[-1] == (grootte, grootte)
    assert [g for g, _ in stappen] == sorted({g for g, _ in stappen})
    with pytest.raises(Afgebroken):
        read(pad, lambda gedaan, totaal: False)


_naam = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=40)


@given(_naam, _naam, st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.sampled_from("0129"))
def test_wat_erin_gaat_komt_eruit(
    tmp_path_factory: pytest.TempPathFactory, roepnaam: str, achternaam: str, dag: date, geslacht: str
) -> None:
    """Any name survives, up to white space and normalisation; a pupil without a name at all is told."""
    uit = _lees(
        tmp_path_factory.mktemp("edex"),
        f"<leerling key={quoteattr('k')}><achternaam>{escape(achternaam)}</achternaam>"
        f"<roepnaam>{escape(roepnaam)}</roepnaam><geboortedatum>{dag}</geboortedatum>"
        f"<geslacht>{geslacht}</geslacht></leerling>",
    )
    if not uit.leerlingen:
        assert [m.overgeslagen for m in uit.onleesbaar] == [True]
        return
    (lln,) = uit.leerlingen
    assert (lln.geboortedatum, lln.geslacht) == (dag, codes.GESLACHT[geslacht])
    assert len(lln.roepnaam.split()) <= len(roepnaam.split()) and lln.roepnaam == " ".join(lln.roepnaam.split())
    if roepnaam.isascii():
        assert lln.roepnaam == " ".join(roepnaam.split())


@given(st.integers(0, 2**32), st.sampled_from(["103", "20", "21", "vlaams", "uwlr"]), st.integers(1, 8))
def test_stukgemaakte_bestanden(tmp_path_factory: pytest.TempPathFactory, seed: int, naam: str, aantal: int) -> None:
    """Bytes changed, cut out or doubled: an answer or a sentence for the user, never another error."""
    rnd = random.Random(seed)
    body = bytearray((DATA / f"edexml_{naam}.xml").read_bytes())
    for _ in range(aantal):
        plek = rnd.randrange(len(body))
        if rnd.random() < 0.4:
            body[plek] = rnd.randrange(256)
        elif rnd.random() < 0.5:
            del body[plek : plek + rnd.randrange(60)]
        else:
            body[plek:plek] = body[rnd.randrange(len(body)) :][: rnd.randrange(200)]
    pad = tmp_path_factory.mktemp("stuk") / "stuk.xml"
    pad.write_bytes(body)
    try:
        uit = read(pad)
    except UserError as fout:
        assert fout.zin and fout.stap
    else:
        assert all(isinstance(m, Onleesbaar) and m.zin.endswith(".") for m in uit.onleesbaar)
        assert all(lln.roepnaam or lln.achternaam for lln in uit.leerlingen)


def test_alles_is_bevroren() -> None:
    """What was read cannot be changed behind the preview."""
    uit = read(DATA / "edexml_21.xml")
    with pytest.raises(dataclasses.FrozenInstanceError):
        uit.leerlingen[0].roepnaam = "Ander"
