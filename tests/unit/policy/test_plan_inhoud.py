"""The plan as it is shipped: every page of the index, whole, plain, in short sentences of its own, naming no one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop import assets
from desktop.models.plan import PLAATS, RUBRIEKEN, Planpagina
from desktop.models.schoolplan import vul
from desktop.policy.blad import Fout, lees_blad
from desktop.policy.handleiding import plat
from desktop.policy.plan import NAMEN, laad
from tests.fingerprints import FILE, fingerprints, known

VERWACHT = {
    "leerling": "leerlingen leerling-educatie leerling-participatie leerling-monitoren leerling-gesprek-zorgen",
    "ouders": "ouders ouder-participatie medezeggenschap ouders-gesprek-zorgen",
    "vertrouwenspersoon": "vertrouwenspersoon interne-vertrouwenspersoon klacht-leerling klacht-ouder "
    "klacht-medewerker externe-vertrouwenspersoon klachtenroute",
    "leerkracht": "leerkracht leerkracht-educatie leerkracht-monitoren leerkracht-signaleren kindcheck "
    "leerkracht-dossier tips-dossiervorming leerkracht-overleg leerkracht-gesprek-leerling leerkracht-gesprek-ouders",
    "ondersteunend": "ondersteunend ondersteunend-signaleren ondersteunend-overleg",
    "ib": "ib ib-monitoren ib-dossier dossier-meldcode ib-overleg ib-overleg-hgkm ib-gesprek-leerling "
    "ib-gesprek-ouders ib-gesprek-ouders-hgkm ib-wegen-zorg",
    "aandachtsfunctionaris": "aandachtsfunctionaris indirecte-aandachtsfunctionaris interne-coach",
    "directeur": "directeur handhaven-beleid directeur-monitoren directeur-incidenten directeur-wegen-zorg "
    "calamiteiten calamiteit-advies calamiteit-actieplan inschatting-onrust calamiteit-gesprekken "
    "calamiteit-ondersteuning calamiteit-communicatie indirect-betrokken-ouders calamiteit-vervolg",
    "extern": "extern sociale-kaart",
    "meldcode": "meldcode meldcode-leerkracht meldcode-aandachtsfunctionaris meldcode-ib meldcode-directeur "
    "meldcode-contact meldcode-signaleren meldcode-overleg meldcode-gesprek-leerling meldcode-gesprek-ouders "
    "meldcode-dossier meldcode-overleg-professionals meldcode-ib-gesprek-leerling meldcode-ib-gesprek-ouders "
    "meldcode-wegen-zorg meldcode-zorg-monitoren afweging-vermoeden afweging-veiligheid afweging-hulp "
    "afweging-acceptatie afweging-resultaat onveiligheid cit eergerelateerd-geweld disclosure wet-meldcode "
    "wet-meldcode-avg-vastleggen wet-meldcode-avg-delen veilig-thuis veilig-thuis-melding veilig-thuis-informant",
    "algemeen": "over-dit-plan bestuur-veiligheid bestuur-wetten bestuurlijke-monitoring gedragsregels "
    "gedragscode-professionals gedragscode-ouders gedragsregels-leerlingen scholing contact protocollen",
    "protocol": "protocol-gedrag protocol-gedrag-actie-1 protocol-gedrag-actie-2 protocol-gedrag-actie-3 "
    "protocol-gedrag-actie-4 protocol-gedrag-actie-5 protocol-professionals protocol-misbruik protocol-vermissing "
    "protocol-rouw",
}
"""The rows of the index of the plan, in its order, and its protocols to read."""
BEGRIPPEN = set(
    "kindcheck tips-dossiervorming inschatting-onrust indirect-betrokken-ouders onveiligheid cit eergerelateerd-geweld "
    "disclosure".split()
)
PADEN = assets.files_in(assets.resources() / "beleid" / "paginas", ".md")
ELK = pytest.mark.parametrize("pad", PADEN, ids=[pad.stem for pad in PADEN])
_MOEILIJK = (
    "middels teneinde derhalve omtrent betreffende conform inzake zorgdragen faciliteren implementeren implementatie "
    "participeren desbetreffende alsmede tevens indien reeds echter evenals aldus zodanig trachten waarborgen "
    "realiseren signalering dient dienen u uw"
).split()
_MOEILIJK_SAMEN = ("ten aanzien van", "met betrekking tot", "ter zake")
_NUMMER = re.compile(r"\d[\d -]{6,}\d")
"""A telephone number; those stand in the sociale kaart or in the school's own profile."""


def _tekst(pad: Path) -> str:
    blad = lees_blad(pad, NAMEN, NAMEN, [])
    assert blad is not None
    return blad.tekst


def _zinnen(tekst: str) -> list[str]:
    """Return the sentences of a page: a heading, a step or a point ends one too; a place is what fills it."""
    blokken = re.split(r"\n\s*\n|\n(?=\s*(?:[-*>]|\d+\.)\s)|\n(?=#)", vul(tekst, {}))
    zinnen = [zin for blok in blokken for zin in re.split(r"(?<=[.?!:;])\**\s+", plat(blok))]
    return [zin for zin in zinnen if re.search(r"\w", zin)]


def test_every_row_of_the_index_has_its_pages() -> None:
    per_rubriek: dict[str, list[str]] = {rubriek: [] for rubriek in RUBRIEKEN}
    for pagina in laad().paginas:
        per_rubriek[pagina.rubriek].append(pagina.sleutel)
    assert per_rubriek == {rubriek: sleutels.split() for rubriek, sleutels in VERWACHT.items()}


def test_the_terms_are_pop_ups_and_short() -> None:
    begrippen = {p.sleutel: len(p.tekst.split()) for p in laad().paginas if p.soort == "begrip"}
    assert begrippen.keys() == BEGRIPPEN
    assert {sleutel: woorden for sleutel, woorden in begrippen.items() if woorden > 130} == {}


def test_the_term_of_honour_violence_is_opened_from_eight_places() -> None:
    naar = [p.sleutel for p in laad().paginas if "begrip:eergerelateerd-geweld" in p.tekst]
    assert len(naar) >= 8


@ELK
def test_front_matter_is_complete(pad: Path) -> None:
    fouten: list[Fout] = []
    lees_blad(pad, NAMEN, ("zie", "leidt-naar", "bron", "eigen"), fouten)
    assert [str(fout) for fout in fouten] == []


@ELK
def test_sentences_are_short(pad: Path) -> None:
    zinnen = _zinnen(_tekst(pad))
    lengtes = [len(zin.split()) for zin in zinnen]
    assert [zin for zin in zinnen if len(zin.split()) > 24] == []
    assert sum(lengtes) / len(lengtes) <= 14


@ELK
def test_words_are_plain(pad: Path) -> None:
    tekst = plat(_tekst(pad)).lower()
    moeilijk = [woord for woord in _MOEILIJK if re.search(rf"\b{woord}\b", tekst)]
    assert moeilijk + [samen for samen in _MOEILIJK_SAMEN if samen in tekst] == []


@ELK
def test_no_sentence_of_the_plan_is_copied(pad: Path) -> None:
    van_plan = known(FILE.read_bytes())
    assert [run for run, mark in fingerprints(pad.read_text(encoding="utf-8")) if mark in van_plan] == []


@ELK
def test_nothing_is_unfilled_and_nothing_is_of_one_school(pad: Path) -> None:
    bron = pad.read_text(encoding="utf-8")
    zonder = PLAATS.sub("", _tekst(pad))
    assert re.findall(r"lorem|\?\?|<|\bt\.?b\.?d\b|\.\.\.|xxx|\[[^\]]*\](?!\()", zonder, re.IGNORECASE) == []
    assert [
        gevonden[0] for gevonden in _NUMMER.finditer(bron) if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", gevonden[0])
    ] == []


@ELK
def test_only_what_a_page_may_hold(pad: Path) -> None:
    regels = _tekst(pad).splitlines()
    koppen = [regel for regel in regels if regel.startswith("#")]
    assert all(regel.startswith("## ") for regel in koppen)
    assert [regel for regel in regels if re.match(r"\s+[-*\d]|\||\t|```|_[^_]+_", regel)] == []
    assert sum(regel.startswith(">") for regel in regels) <= 2


def test_no_source_is_of_one_board() -> None:
    bronnen = {p.sleutel: p.bron for p in laad().paginas if re.search(r"bestuur|koersplan|stichting", p.bron, re.I)}
    assert bronnen == {}


def _pagina(sleutel: str) -> Planpagina:
    return next(p for p in laad().paginas if p.sleutel == sleutel)


def test_lists_of_the_plan_are_whole() -> None:
    punten = {
        s: sum(r.startswith("- ") for r in _pagina(s).tekst.splitlines())
        for s in ("gedragscode-ouders", "ouder-participatie")
    }
    assert punten["gedragscode-ouders"] >= 19
    assert punten["ouder-participatie"] >= 9
