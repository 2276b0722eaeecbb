"""Searching in memory: texts as words and their places, and what a person's words find in them."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from sys import intern

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop.models.woorden import END, MARK, STAM_VANAF, VULWOORDEN, WOORD, fold, stems, words_in

_TITEL, _KOP, _TEKST = 12.0, 4.0, 1.0
_TEKST_HOOGSTENS = 3.0  # however often a text says a word, a heading with it weighs more
_STAM, _DEEL, _HERSTELD = 0.9, 0.4, 0.5
_MAX_WOORDEN, _MAX_LETTERS = 12, 60
_MAX_TEKST = 200_000  # characters of one text that are looked through; a school can paste a megabyte
_GROEI_VANAF, _EERDER_GROEI_VANAF = 2, 3
_DEEL_VANAF = 5  # 'gesprek' in 'oudergesprek'; a shorter piece stands in too many words by chance
_HERSTEL_VANAF = 4
_HERSTEL_KEUZES = 4
_VOOR, _NA = 70, 90


@dataclass(frozen=True, slots=True)
class Stuk:
    """One thing to find. `koppen` weigh less than the title and more than the text; `orde` decides between equals."""

    sleutel: str
    groep: str
    titel: str
    tekst: str
    koppen: str = ""
    orde: int = 0


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A hit; `fragment` is '' until it is asked for by `Zoekindex.fragment`."""

    stuk: Stuk
    score: float


@dataclass(frozen=True)
class Vraag:
    """A person's words as this index takes them.

    `vormen` holds for each word that counts which words of the index it means, each with how well it fits;
    `hersteld` what a word with a typing error was taken for; `stammen` the stems of what was asked.
    """

    vormen: Sequence[Mapping[str, float]]
    hersteld: Mapping[str, Sequence[str]]
    stammen: frozenset[str] = frozenset()

    @cached_property
    def alle(self) -> frozenset[str]:
        """Every word of the index that is meant."""
        return frozenset(vorm for vormen in self.vormen for vorm in vormen)


@dataclass(frozen=True, slots=True)
class _Plekken:
    """The words of a text in order, and where each begins and ends."""

    woorden: Sequence[str]
    begin: array[int]
    eind: array[int]


class Zoekindex:
    """Built once and then only read, so any thread may ask. It holds the texts: keep it no longer than they show."""

    def __init__(self, stukken: Iterable[Stuk]) -> None:
        alle: list[Stuk] = []
        self._plekken: list[_Plekken] = []
        gewicht: defaultdict[str, dict[int, float]] = defaultdict(dict)
        # one by one as they come: who hands them out holds the work up while a page is shown
        for nummer, stuk in enumerate(stukken):
            alle.append(stuk)
            self._plekken.append(_plekken(stuk.tekst[:_MAX_TEKST]))
            for woord, waarde in _gewichten(stuk, self._plekken[-1].woorden).items():
                gewicht[woord][nummer] = waarde
        self.stukken: Sequence[Stuk] = tuple(alle)
        self._gewicht: Mapping[str, Mapping[int, float]] = dict(gewicht)
        self._woorden = sorted(gewicht)
        self._aaneen = "\n" + "\n".join(self._woorden) + "\n"
        self._op_lengte: defaultdict[int, list[str]] = defaultdict(list)
        self._op_letter: defaultdict[str, set[str]] = defaultdict(set)
        for woord in self._woorden:
            if woord.isalpha():
                self._op_lengte[len(woord)].append(woord)
            if len(woord) >= STAM_VANAF:
                for letter in _letters(woord):
                    self._op_letter[letter].add(woord)
        self._stammen: dict[str, Mapping[str, Sequence[str]]] = {}
        self._beginnen: dict[int, Sequence[str]] = {}

    def warm(self, adem: Callable[[], None] = lambda: None) -> None:
        """Do beforehand what the first questions would else wait for, the stems; `adem` is called in between."""
        for letter in self._op_letter:
            self._stamgenoten(letter, adem)

    # -- what a question means

    def vraag(self, woorden: str) -> Vraag:
        """Return what a person's words mean here; nothing to look for gives no words.

        Every word may be a beginning: the last one from two letters, unless a space follows it; earlier ones from
        three. A word of four letters or more that is nowhere is taken for those at one typing error from it.
        """
        gevraagd = [woord[:_MAX_LETTERS] for woord in words_in(woorden[: _MAX_WOORDEN * _MAX_LETTERS])][:_MAX_WOORDEN]
        if not gevraagd:
            return Vraag((), {})
        # after a space the last word is finished; until then it may still grow
        laatste = gevraagd[-1] if not woorden[-1:].isspace() else ""
        uniek = list(dict.fromkeys(gevraagd))
        vormen: list[Mapping[str, float]] = []
        hersteld: dict[str, Sequence[str]] = {}
        gezocht = [woord for woord in uniek if woord not in VULWOORDEN] or uniek
        for woord in gezocht:
            groeit = len(woord) >= (_GROEI_VANAF if woord == laatste else _EERDER_GROEI_VANAF)
            eigen = self._vormen(woord, groeit)
            if not eigen and (keuzes := self._herstel(woord, groeit and woord == laatste)):
                hersteld[woord] = keuzes
                eigen = {
                    vorm: past * _HERSTELD for keus in keuzes for vorm, past in self._vormen(keus, groeit=False).items()
                }
            vormen.append(eigen)
        bedoeld = [keus for woord in gezocht for keus in hersteld.get(woord, (woord,)) if len(keus) >= STAM_VANAF]
        return Vraag(tuple(vormen), hersteld, frozenset(stam for woord in bedoeld for stam in stems(woord)))

    def _vormen(self, woord: str, groeit: bool) -> dict[str, float]:
        """Return the words of the index that a word means, each with how well it fits."""
        gevonden: dict[str, float] = {}
        if len(woord) >= _DEEL_VANAF:
            for ander in self._met_deel(woord):
                gevonden[ander] = _DEEL
        if groeit:
            for ander in self._met_begin(woord):
                gevonden[ander] = 0.5 + 0.4 * len(woord) / len(ander)
        if len(woord) >= STAM_VANAF:
            for letter in _letters(woord):
                genoten = self._stamgenoten(letter)
                gevonden.update((ander, _STAM) for stam in stems(woord) for ander in genoten.get(stam, ()))
        if woord in self._gewicht:
            gevonden[woord] = 1.0
        return gevonden

    def _met_begin(self, begin: str) -> Sequence[str]:
        van = bisect_left(self._woorden, begin)
        return self._woorden[van : bisect_left(self._woorden, begin + "\U0010ffff", van)]

    def _met_deel(self, deel: str) -> Iterator[str]:
        hier = self._aaneen.find(deel)
        while hier >= 0:
            eind = self._aaneen.index("\n", hier)
            yield self._aaneen[self._aaneen.rindex("\n", 0, hier) + 1 : eind]
            hier = self._aaneen.find(deel, eind)

    def _stamgenoten(self, letter: str, adem: Callable[[], None] = lambda: None) -> Mapping[str, Sequence[str]]:
        """Return the words under this letter by their stems; by letter, for all of them take a tenth of a second."""
        if letter not in self._stammen:
            samen: defaultdict[str, list[str]] = defaultdict(list)
            for woord in self._op_letter.get(letter, ()):
                adem()
                for stam in stems(woord):
                    samen[stam].append(woord)
            self._stammen[letter] = dict(samen)
        return self._stammen[letter]

    def _herstel(self, woord: str, groeit: bool) -> Sequence[str]:
        """Return the words at one typing error from this one, the likeliest first. A number is never another number."""
        if len(woord) < _HERSTEL_VANAF or not woord.isalpha():
            return ()
        lengtes = range(max(len(woord) - 1, _HERSTEL_VANAF), len(woord) + 2)
        keuzes = [ander for lengte in lengtes for ander in _dichtbij(woord, self._op_lengte.get(lengte, ()))]
        if not keuzes and groeit:
            beginnen = [begin for lengte in lengtes for begin in _dichtbij(woord, self._beginnen_van(lengte))]
            keuzes = [ander for begin in beginnen for ander in self._met_begin(begin) if ander.isalpha()]
        keuzes.sort(key=lambda ander: (ander[0] != woord[0], -len(self._gewicht[ander]), ander))
        return tuple(dict.fromkeys(keuzes))[:_HERSTEL_KEUZES]

    def _beginnen_van(self, lengte: int) -> Sequence[str]:
        if lengte not in self._beginnen:
            langer = (woord for n, woorden in self._op_lengte.items() if n > lengte for woord in woorden)
            self._beginnen[lengte] = tuple(dict.fromkeys(woord[:lengte] for woord in langer))
        return self._beginnen[lengte]

    # -- what it finds

    def zoek(self, vraag: Vraag) -> list[Gevonden]:
        """Return what holds every word that counts, best first: in the title, in a heading, then in the text."""
        samen: dict[int, float] | None = None
        for vormen in vraag.vormen:
            scores: dict[int, float] = {}
            for vorm, past in vormen.items():
                for nummer, waarde in self._gewicht[vorm].items():
                    score = past * waarde
                    if score > scores.get(nummer, 0.0):
                        scores[nummer] = score
            zeldzaam = math.log(1 + len(self.stukken) / (1 + len(scores)))
            if samen is None:
                samen = {nummer: score * zeldzaam for nummer, score in scores.items()}
            else:
                samen = {n: samen[n] + score * zeldzaam for n, score in scores.items() if n in samen}
        gevonden = [Gevonden(self.stukken[nummer], score) for nummer, score in (samen or {}).items()]
        return sorted(gevonden, key=lambda een: (-round(een.score, 6), een.stuk.orde, een.stuk.sleutel))

    def fragmenten(self, vraag: Vraag, stukken: Sequence[Stuk]) -> list[str]:
        """Return of each the passage around its best place, matches marked; the beginning where none is."""
        nummers = {id(stuk): n for n, stuk in enumerate(self.stukken)}
        return [self._fragment(nummers[id(stuk)], vraag) for stuk in stukken]

    def _fragment(self, nummer: int, vraag: Vraag) -> str:
        plekken, tekst = self._plekken[nummer], self.stukken[nummer].tekst
        merken = _te_merken(frozenset(plekken.woorden) & vraag.alle, vraag)
        treffers = [n for n, woord in enumerate(plekken.woorden) if woord in merken]
        midden = _beste(plekken, treffers, vraag) if treffers else 0
        begin = max(0, plekken.begin[midden] - _VOOR) if treffers else 0
        eind = min(len(tekst), (plekken.eind[midden] if treffers else _VOOR) + _NA)
        begin = tekst.find(" ", begin, plekken.begin[midden]) + 1 or begin if begin else 0
        if eind < len(tekst):
            eind = max(tekst.rfind(" ", begin, eind), plekken.eind[midden] if treffers else 0) or eind
        delen, hier = ["… " if begin else ""], begin
        for n in treffers:
            van, tot = plekken.begin[n], plekken.eind[n]
            if van >= hier and tot <= eind:
                delen += [tekst[hier:van], MARK, tekst[van:tot], END]
                hier = tot
        delen += [tekst[hier:eind], " …" if eind < len(tekst) else ""]
        return " ".join("".join(delen).split())

    def plekken(self, tekst: str, vraag: Vraag) -> list[tuple[int, int]]:
        """Return where in any text the words of a question stand, in whatever form: begin and end of each."""
        if not vraag.vormen:
            return []
        gevonden = [(m.span(), fold(m.group())) for m in WOORD.finditer(tekst)]
        in_tekst = {woord for _, woord in gevonden}
        merken = _te_merken(vraag.alle & in_tekst, vraag)
        # a text may hold forms that the index has not: what the school has just written
        merken |= {w for w in in_tekst - self._gewicht.keys() if len(w) >= STAM_VANAF and stems(w) & vraag.stammen}
        return [plek for plek, woord in gevonden if woord in merken]


def _plekken(tekst: str) -> _Plekken:
    begin, eind = array("I"), array("I")
    woorden = []
    for gevonden in WOORD.finditer(tekst):
        woorden.append(intern(fold(gevonden.group())[:_MAX_LETTERS]))
        begin.append(gevonden.start())
        eind.append(gevonden.end())
    return _Plekken(tuple(woorden), begin, eind)


def _gewichten(stuk: Stuk, woorden: Sequence[str]) -> dict[str, float]:
    """Return how much each word says about a thing."""
    aantal: defaultdict[str, int] = defaultdict(int)
    for woord in woorden:
        aantal[woord] += 1
    gewicht = {woord: min(_TEKST_HOOGSTENS, _TEKST + math.log(n)) for woord, n in aantal.items()}
    for waarde, tekst in ((_KOP, stuk.koppen), (_TITEL, stuk.titel)):
        eigen = words_in(tekst)
        for woord in eigen:
            # a title that is nothing but the word is the page about it
            vol = 1 + 0.5 / len(eigen) if waarde == _TITEL else 1
            gewicht[intern(woord[:_MAX_LETTERS])] = gewicht.get(woord, 0.0) * 0.1 + waarde * vol
    return gewicht


def _letters(woord: str) -> tuple[str, ...]:
    """Return under which letters a word's stem can begin: Dutch stems lose 'ge-'."""
    return (woord[0], woord[2]) if woord.startswith("ge") and len(woord) > 4 else (woord[0],)


def _te_merken(in_tekst: frozenset[str], vraag: Vraag) -> frozenset[str]:
    """Return the words of a text that are marked: a word that only holds what was asked, where nothing fits better."""
    merken: set[str] = set()
    for vormen in vraag.vormen:
        passend = [woord for woord in in_tekst if vormen.get(woord, 0.0) > _DEEL]
        merken.update(passend or (woord for woord in in_tekst if woord in vormen))
    return frozenset(merken)


def _dichtbij(woord: str, keuzes: Sequence[str]) -> list[str]:
    # OSA: two letters that changed places are one error
    return [ander for ander, _, _ in process.extract(woord, keuzes, scorer=OSA.distance, score_cutoff=1, limit=None)]


def _beste(plekken: _Plekken, treffers: Sequence[int], vraag: Vraag) -> int:
    """Return the match with the most different words of the question close behind it; the first such."""
    beste, meeste = treffers[0], 0.0
    for n, hier in enumerate(treffers[:200]):
        tot = plekken.begin[hier] + _NA
        dichtbij = {plekken.woorden[ander] for ander in treffers[n : n + 20] if plekken.begin[ander] <= tot}
        waarde = sum(
            max((past for vorm, past in vormen.items() if vorm in dichtbij), default=0.0) for vormen in vraag.vormen
        )
        if waarde > meeste + 0.01:
            beste, meeste = hier, waarde
    return beste
