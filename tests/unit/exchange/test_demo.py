"""The invented school: the same again, whole, in order, varied, and every record good enough for its state."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import islice, pairwise
from math import atan2, pi, tau
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from desktop.documents.bijlage import check_attachment
from desktop.exchange.demo.dagen import lokaal
from desktop.exchange.demo.edexml_out import Versie, write
from desktop.exchange.demo.gesprek import Schrijver
from desktop.exchange.demo.opbouw import BRIN, maak_school
from desktop.exchange.demo.pen import handtekening
from desktop.exchange.demo.records import VEEL, VOOR_EEN, maak_records
from desktop.exchange.demo.scan import scan
from desktop.exchange.demo.school import demo_school
from desktop.exchange.edexml import Bestaand, appends, compare, read
from desktop.exchange.edexml_codes import is_bsn
from desktop.models.afweging import Afweging
from desktop.models.check import check
from desktop.models.core import Bijlage, Ids, Level, Wie
from desktop.models.dossier import Handelingsplan, Kindcheck, OudStuk, Overdracht, Toestemming
from desktop.models.dossierdelen import PassageSoort
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.kinds import from_bytes, to_bytes
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.melding import Melding
from desktop.models.opslag import Append, Stored
from desktop.models.overleg import Overleg
from desktop.models.personen import Gezag, Leerling, Persoon, Relatie
from desktop.models.school import Schoolprofiel
from desktop.models.schoolplan import Eigentekst, Schoolplan
from desktop.models.signaal import Signaal
from desktop.models.sociale_kaart import KaartOrganisatie
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.veiligthuis import VtAdvies
from desktop.models.velden import naar_values, velden
from desktop.models.vervolg import Ondertekening, Uitkomst
from desktop.models.vooroverleg import SoortGesprek
from desktop.policy.plan import laad
from desktop.services.veiligthuis import werkdag_na

VANDAAG = date(2026, 11, 19)
EIGEN = ("schoolplan", "eigentekst", "kaartorganisatie")
CALAMITEIT = ("calamiteit", "calamiteitslot", "actieplan", "communicatie", "logregel")


def _alles(ids: Ids, leerlingen: int = 200, records: int = 1500, seed: int = 1) -> list[Append]:
    return list(demo_school(seed, leerlingen, records, VANDAAG, ids))


@pytest.fixture
def alles(ids: Ids) -> list[Append]:
    """A school of the usual size."""
    return _alles(ids)


def _van(alles: Sequence[Append], kind: type) -> list[Append]:
    return [a for a in alles if isinstance(a.value, kind)]


def test_zelfde_zaad_zelfde_school(ids: Ids) -> None:
    """The same seed, day and identifiers give the same bytes; another seed another school."""
    een, twee, ander = (
        [(a.record, a.state, to_bytes(a.value)) for a in _alles(type(ids)(), 40, 200, seed)] for seed in (7, 7, 8)
    )
    assert een == twee and een != ander


def test_niets_wijst_vooruit(alles: list[Append]) -> None:
    """The profile first, then everything after what it points at, as the vault wants it."""
    assert isinstance(alles[0].value, Schoolprofiel)
    gezien: set[UUID] = set()
    for item in alles:
        ouder = item.value.parent()
        doelen = {doel for doel, _ in item.value.links()} | ({ouder} if ouder else set())
        assert doelen <= gezien and item.record not in gezien and item.base is None
        gezien.add(item.record)
    assert len(alles) == len(gezien)


def test_aantallen(ids: Ids) -> None:
    """As many as were asked, from none at all."""
    for leerlingen, records in ((1, 0), (3, 1), (40, 333)):
        telling = Counter(a.value.KIND for a in _alles(ids, leerlingen, records))
        vast = ("school", "groep", "leerling", "medewerker", "persoon", "relatie", "incident", *CALAMITEIT, *EIGEN)
        assert telling["leerling"] == leerlingen
        assert sum(n for kind, n in telling.items() if kind not in vast) == records
    assert len(_van(_alles(ids, 0, 100), Leerling)) == 0


@pytest.mark.parametrize("seed", [1, 2])
def test_elk_record_klopt_op_zijn_niveau(ids: Ids, seed: int) -> None:
    """What is established passes everything, a concept what can be kept; stored and read back it is the same."""
    alles = _alles(ids, 120, 1500, seed)
    for item in alles:
        level = "vaststellen" if item.state == "vastgesteld" else "bewaren"
        record, fouten = check(type(item.value), naar_values(item.value), level, VANDAAG)
        assert (record, fouten) == (item.value, [])
        assert from_bytes(item.value.KIND, item.value.SCHEMA, to_bytes(item.value)) == item.value
    verslagen = {(v.value.soort, v.state) for v in _van(alles, Gespreksverslag)}
    assert {soort for soort, staat in verslagen if staat == "vastgesteld"} == set(SoortGesprek)
    assert any(staat == "concept" for _, staat in verslagen)


@pytest.mark.parametrize(
    "dag",
    # in and after the summer, around Christmas and Easter, a leap day, a Sunday
    [date(2026, 7, 30), date(2026, 8, 24), date(2027, 1, 4), date(2027, 4, 6), date(2028, 2, 29), date(2026, 11, 22)],
)
def test_op_elke_dag_van_het_jaar(ids: Ids, dag: date) -> None:
    """Whatever day it is: everything holds up, nothing lies in the future, and Veilig Thuis is late with its answer."""
    alles = list(demo_school(3, 120, 400, dag, ids, None, lambda: _blad(ids), werkdag_na))
    for item in alles:
        level: Level = "vaststellen" if item.state == "vastgesteld" else "bewaren"
        assert check(type(item.value), naar_values(item.value), level, dag)[1] == []
        op = item.value.event_at()
        assert op is None or op.date() <= dag or isinstance(item.value, Uitnodiging)
    (melding,) = (a.value for a in alles if isinstance(a.value, Melding))
    assert melding.verwacht_op and melding.verwacht_op < dag
    for soort in (Afweging, Overleg, VtAdvies, Handelingsplan):
        geopend = {a.record: a.value.geopend for a in alles if isinstance(a.value, MeldcodeDossier)}
        for a in alles:
            if isinstance(a.value, soort) and a.value.dossier:
                assert a.value.datum and a.value.datum >= geopend[a.value.dossier]


def _blad(ids: Ids) -> Bijlage:
    return Bijlage(blob=ids.new(), naam="scan.png", media="image/png", bytes=10)


def test_de_dossiers(ids: Ids) -> None:
    """One pupil in twelve, one to four signals each over two years, of every mark; whatever else a dossier can hold."""
    alles = list(demo_school(1, 200, 600, VANDAAG, ids, None, lambda: _blad(ids)))
    signalen = {a.record: a.value for a in alles if isinstance(a.value, Signaal)}
    per_kind = Counter(s.leerling.persoon for s in signalen.values())
    assert len(per_kind) == 17 and set(per_kind.values()) == {1, 2, 3, 4}
    dagen = [s.datum for s in signalen.values() if s.datum]
    assert (VANDAAG - min(dagen)).days < 731 and (max(dagen) - min(dagen)).days > 200
    assert {p.soort for s in signalen.values() for p in s.passages} == set(PassageSoort)
    assert {k.plek for s in signalen.values() for k in s.letsel} >= {"rechter knie", "linker onderarm"}
    assert {s.functie for s in signalen.values() if not s.is_leerkracht} == {
        "conciërge",
        "vakleerkracht",
        "onderwijsassistent",
    }
    assert any(s.disclosure for s in signalen.values()) and not any(s.gevaar for s in signalen.values())
    rollen = {rol for s in signalen.values() for _, rol in s.links()}
    assert rollen >= {"betreft", "getuige", "broer_zus", "slachtoffer"}
    for s in signalen.values():
        for eerder in (*s.bevestigt, *s.ontkracht):
            assert signalen[eerder].leerling == s.leerling and str(signalen[eerder].datum) <= str(s.datum)
    assert any(s.bevestigt for s in signalen.values()) and any(s.ontkracht for s in signalen.values())
    soorten = {a.value.KIND for a in alles}
    assert soorten >= {k.KIND for k in (Overleg, Handelingsplan, Toestemming, Kindcheck, Overdracht, OudStuk, VtAdvies)}
    van_dossiers = [a for a in alles if a.value.KIND not in GESPREKKEN + EIGEN and a.value.PERSOONLIJK]
    assert len(van_dossiers) < 180 and soorten >= {"adviesgegeven", "informant", "citcontact", "herverdeeld"}


GESPREKKEN = ("gespreksverslag", "uitnodiging", "ondertekening", "aanvulling", "afspraak_gedaan", "parnassys")


def test_veel_dossiers_laten_de_gesprekken_hun_deel(ids: Ids) -> None:
    """Whole dossiers only, and never more than three tenths: what few records measure, they still measure."""
    for leerlingen, records in ((12, 80), (20, 40), (30, 60), (600, 700)):
        alles = [a.value for a in _alles(ids, leerlingen, records) if a.value.KIND not in EIGEN]
        gesprekken = sum(v.KIND in GESPREKKEN for v in alles)
        assert gesprekken >= 0.7 * records
        assert any(isinstance(v, MeldcodeDossier) for v in alles)


def test_de_eigen_school(alles: list[Append]) -> None:
    """Every place of the plan is filled, three pages have own words, and the map two own organisations."""
    (plan,) = (a.value for a in alles if isinstance(a.value, Schoolplan))
    assert [spec.naam for spec in velden(Schoolplan) if not getattr(plan, spec.naam)] == []
    paginas = {pagina.sleutel for pagina in laad().paginas}
    teksten = [a.value for a in alles if isinstance(a.value, Eigentekst)]
    assert len(teksten) == 3 and {t.pagina for t in teksten} <= paginas
    kaart = [a.value for a in alles if isinstance(a.value, KaartOrganisatie)]
    assert len(kaart) == 2 and all(o.site.endswith(".example") and o.telefoon.startswith("0000-") for o in kaart)
    assert all(o.organisatie("x").uren for o in kaart)


def test_oud_papier_is_verzonnen_en_een_afbeelding() -> None:
    """A picture that the program itself takes in, the same for the same seed, another for each number."""
    bladen = [scan(1, n) for n in range(3)]
    assert bladen == [scan(1, n) for n in range(3)] and len({*bladen, scan(2, 0)}) == 4
    for blad in bladen:
        assert check_attachment("scan.png", blad) == "image/png" and 5_000 < len(blad) < 80_000


def test_elke_soort_elk_jaar(ids: Ids) -> None:
    """Every kind of talk can be written for every year group, any month."""
    school = maak_school(3, 120, VANDAAG, ids)
    schrijver = Schrijver(Random(3), school, ids)
    per_jaar = {lln.code: lln for lln in school.leerlingen}
    assert len(per_jaar) == 8
    for lln in per_jaar.values():
        for soort in SoortGesprek:
            for maand in range(1, 13):
                gesprek = schrijver.gesprek(lln, date(2026, min(maand, 11), 12), (soort,))
                verslag = schrijver.verslag(gesprek, None, af=True)
                assert check(Gespreksverslag, naar_values(verslag), "vaststellen", VANDAAG)[1] == []


def test_een_leerling_met_vijfhonderd(ids: Ids) -> None:
    """In the large school the first pupil has exactly 500 records, which come first."""
    school = maak_school(1, 30, VANDAAG, ids)
    eerste = school.leerlingen[0].record
    stroom = list(islice(maak_records(Random(1), school, VEEL, ids), VOOR_EEN + 300))
    van_eerste = [any(doel == eerste for doel, _ in a.value.links()) for a in stroom]
    assert van_eerste == [True] * VOOR_EEN + [False] * 300


def test_tekenen_alleen_met_een_pen(ids: Ids) -> None:
    """Without strokes nobody signed; with them most did, and each signature has its own."""
    zonder = [a.value for a in _van(_alles(ids), Ondertekening)]
    assert zonder and not any(o.getekend() for o in zonder)
    assert {o.uitkomst for o in zonder} >= {Uitkomst.ZIET_AF, Uitkomst.WEIGERT, Uitkomst.AFWEZIG}
    pennen: list[UUID] = []

    def pen(ouder: Wie) -> UUID:
        assert ouder.persoon is not None
        pennen.append(ids.new())
        return pennen[-1]

    met = [a.value for a in demo_school(1, 60, 600, VANDAAG, ids, pen) if isinstance(a.value, Ondertekening)]
    assert [o.strokes for o in met if o.getekend()] == pennen
    assert {Uitkomst.AKKOORD, Uitkomst.GEZIEN} <= {o.uitkomst for o in met}


def test_handtekeningen_zijn_verzonnen_vloeiend_en_verschillend() -> None:
    """Another for each, the same for the same seed, without corners, within their field and of a pen's size."""
    eerste = [handtekening(1, n) for n in range(60)]
    assert [h.to_bytes() for h in eerste] == [handtekening(1, n).to_bytes() for n in range(60)]
    assert len({h.to_bytes() for h in eerste} | {handtekening(2, n).to_bytes() for n in range(60)}) == 120
    for h in eerste:
        assert not h.leeg() and 1 <= len(h.halen) <= 2
        punten = [punt for haal in h.halen for punt in haal]
        assert 60 < len(punten) < 250
        assert all(0 < x < h.breedte and 0 < y < h.hoogte and 0 < druk <= 1 for x, y, _, druk in punten)
        tijden = [t for _, _, t, _ in punten]
        assert tijden == sorted(set(tijden))
        for haal in h.halen:
            richting = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(haal) if a[:2] != b[:2]]
            draai = [abs((b - a + pi) % tau - pi) for a, b in pairwise(richting)]
            assert sum(d > 1.6 for d in draai) <= len(draai) * 0.05
        assert len(h.to_bytes()) < 6_000


def test_er_is_werk(alles: list[Append]) -> None:
    """Some of it open and some overdue, and far from everything: a home page worth looking at."""
    vervolg: dict[UUID, list[object]] = {}
    for item in alles:
        if (ouder := item.value.parent()) is not None:
            vervolg.setdefault(ouder, []).append(item.value)
    werk = Counter(
        (due.kind, due.due_on < VANDAAG)
        for item in alles
        for due in item.value.dues(item.state, vervolg.get(item.record, []))
    )
    assert all(werk[kind, laat] > 0 for kind in ("tekenen", "afspraak") for laat in (True, False))
    assert sum(werk.values()) < 200
    assert any(u.value.datum > VANDAAG for u in _van(alles, Uitnodiging))


def test_teksten_zijn_af(alles: list[Append]) -> None:
    """No gap is left unfilled, and nobody is said to have a father who has none."""
    vaders: Counter[UUID] = Counter()
    for r in _van(alles, Relatie):
        assert isinstance(r.value, Relatie)
        vaders[r.value.leerling] += r.value.soort is not None and r.value.soort.value == "vader"
    zinnen: set[str] = set()
    for item in _van(alles, Gespreksverslag):
        v = item.value
        assert isinstance(v, Gespreksverslag) and v.leerling.persoon
        tekst = " ".join(deel for deel in (v.besproken, v.emotie, v.mening, v.oplossingen) if deel)
        assert (
            not re.search(r"[{}]|  |\.\.", to_bytes(v).decode().split('"leerling":')[0]) or "{" in to_bytes(v).decode()
        )
        assert not re.search(r"[{}]|  |\.\.", tekst)
        if not vaders[v.leerling.persoon]:
            assert "vader" not in tekst.lower()
        zinnen.update(re.split(r"(?<=[.!?”])\s+", tekst.replace(v.leerling.naam.split()[0], "N")))
    assert len(zinnen) > 200


def test_namen_zijn_gevarieerd(ids: Ids) -> None:
    """Thousands of pupils are not a few hundred names; letters from all over are among them."""
    leerlingen = [lln.value for lln in maak_school(1, 2000, VANDAAG, ids).leerlingen]
    assert len({lln.roepnaam for lln in leerlingen}) > 300
    assert len({lln.titel() for lln in leerlingen}) > 1700
    letters = set("".join(lln.titel() for lln in leerlingen))
    assert set("ëéûŞğıŁđŠễşç") <= letters
    assert {"van der", "'t", "de"} <= {lln.voorvoegsel for lln in leerlingen}
    assert all(unicodedata.is_normalized("NFC", lln.titel()) for lln in leerlingen)


def test_niemand_bestaat(alles: list[Append]) -> None:
    """Telephone numbers, postcodes and mail addresses that cannot be anybody's."""
    for item in _van(alles, Persoon):
        p = item.value
        assert isinstance(p, Persoon)
        assert p.telefoon.startswith("06-00") and p.postcode.startswith("0") and p.email.endswith(".example")
        assert re.fullmatch(r"[a-z0-9]+\.[a-z0-9]+@post\.example", p.email)


def test_gezinnen(ids: Ids) -> None:
    """Brothers and sisters share parents and could have been born; gezag is of every kind, and changes."""
    school = maak_school(2, 600, VANDAAG, ids)
    gezin: dict[UUID, list[Leerling]] = {}
    gezag: Counter[Gezag] = Counter()
    for lln in school.leerlingen:
        assert 1 <= len(lln.kaarten) <= 3
        gezin.setdefault(lln.kaarten[0][1].persoon, []).append(lln.value)
        gezag.update(kaart.gezag_op(VANDAAG) for _, kaart in lln.kaarten)
    assert sum(len(kinderen) > 1 for kinderen in gezin.values()) > 50
    for kinderen in gezin.values():
        dagen = sorted(k.geboortedatum for k in kinderen if k.geboortedatum)
        assert all(b == a or (b - a).days > 300 for a, b in pairwise(dagen))
    assert set(gezag) == set(Gezag) and gezag[Gezag.JA] > 3 * gezag[Gezag.NEE]
    assert any(len(k.perioden) > 1 for lln in school.leerlingen for _, k in lln.kaarten)
    thuis = dict(school.personen)
    adressen = [{thuis[k.persoon].straat for _, k in lln.kaarten} for lln in school.leerlingen]
    assert any(len(a) > 1 for a in adressen) and sum(len(a) == 1 for a in adressen) > 300


def test_leeftijd_past_bij_de_groep(ids: Ids) -> None:
    """Also on a day in September, when the youngest have only just turned four."""
    for dag in (VANDAAG, date(2026, 9, 1), date(2028, 2, 29)):
        for lln in maak_school(4, 100, dag, ids).leerlingen:
            v = lln.value
            assert v.geboortedatum and v.instroomdatum and v.instroomdatum <= dag
            jaren = (dag - v.geboortedatum).days / 365.25
            assert int(lln.code) + 2.7 < jaren < int(lln.code) + 5.5


def test_lokale_tijd() -> None:
    """Summer time begins and ends on the last Sunday of its month."""
    dagen = ((3, 28), (3, 29), (10, 24), (10, 25))
    uren = [lokaal(date(2026, maand, dag), time()).utcoffset() for maand, dag in dagen]
    assert [u.total_seconds() / 3600 for u in uren if u is not None] == [1, 2, 2, 1]


def _stored(items: Iterable[Append]) -> Bestaand:
    moment = datetime(2026, 1, 1)
    laatste = {a.record: a for a in items}.values()
    alles = [
        Stored(a.record, a.record, None, a.value.KIND, a.state, 1, a.record, moment, b"", a.value) for a in laatste
    ]
    return Bestaand(*([s for s in alles if s.kind == kind] for kind in ("groep", "leerling", "medewerker")))


@pytest.mark.parametrize("versie", ["1.0.3", "2.0", "2.1", "uwlr", "vlaams"])
def test_eigen_edexml_zegt_niets_nieuws(ids: Ids, tmp_path: Path, versie: Versie) -> None:
    """Written in any version and read again it is the same school; the numbers and origins stay outside."""
    school = maak_school(1, 200, VANDAAG, ids)
    pad = tmp_path / "school.xml"
    write(pad, school, versie)
    inlezing = read(pad)
    assert inlezing.onleesbaar == () and len(inlezing.leerlingen) == 200
    voorstel = compare(inlezing, _stored(school.appends()), VANDAAG, ids, BRIN)
    if versie == "vlaams":  # the years have other names there, and nothing else differs
        labels = {v.label for g in voorstel.leerlingen.gewijzigd for v in g.verschillen}
        assert labels == {"Jaargroep"} and not voorstel.leerlingen.nieuw and not voorstel.leerlingen.vertrokken
    else:
        assert voorstel.leeg and voorstel.waarschuwingen == ()
    ruw = pad.read_text("windows-1252" if versie == "1.0.3" else "utf-8")
    nummers = re.findall(r"<(?:bsn|sofinummer|onderwijsnummer|rijksregisternummer)>(\d+)<", ruw)
    assert len(nummers) == 200 and not any(is_bsn(n) for n in nummers)
    plat = repr(inlezing) + repr(voorstel)
    assert not [n for n in nummers if n in plat] and "Niet voor Vangnet" in ruw and "Niet voor Vangnet" not in plat


def test_volgend_jaar(ids: Ids, tmp_path: Path) -> None:
    """A year later everybody is a year on, the oldest have left, the new ones are there; after that nothing is new."""
    school = maak_school(1, 200, VANDAAG, ids)
    pad = tmp_path / "later.xml"
    write(pad, school, volgend_jaar=True)
    later = date(2027, 11, 1)
    voorstel = compare(read(pad), _stored(school.appends()), later, ids, BRIN)
    achtste = sum(lln.code == "8" for lln in school.leerlingen)
    assert len(voorstel.leerlingen.nieuw) == 25
    assert achtste <= len(voorstel.leerlingen.vertrokken) <= achtste + 20
    assert len(voorstel.leerlingen.gewijzigd) == 200 - len(voorstel.leerlingen.vertrokken)
    assert [len(d) for d in (voorstel.medewerkers.nieuw, voorstel.medewerkers.vertrokken)] == [1, 1]
    items = appends(voorstel)
    assert [a.value for a in items if a.value.regels(later)] == []
    assert compare(read(pad), _stored((*school.appends(), *items)), later, ids, BRIN).leeg
