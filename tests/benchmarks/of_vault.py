"""Unlocking, saving and searching in the big vault."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from desktop.models.core import Values
from desktop.models.kinds import to_bytes
from desktop.models.opslag import Stored
from desktop.models.woorden import words_in
from desktop.services.diensten import Diensten
from desktop.services.kluis import OpenKluis
from desktop.services.lanes import ThreadLane
from desktop.services.stuk import Stuk
from desktop.vault import folder as map_
from tests.benchmarks import bare
from tests.benchmarks.measure import Row, Setting, median, ms, p95, ratio, timed
from tests.benchmarks.vault import Keys, copy, keys, opened, reports

_SAVES = 60
# What people type: names with and without their signs, half a name, words of every frequency, two words, word forms,
# typing errors.
_QUESTIONS = """
moeder; vader; ouders; gesprek; zorgen; school; klas; leerkracht; afspraak; thuis; slaapt; pesten; rekenen; lezen;
buiten; vriendin; verdriet; boos; stil; ziek; moeder zorgen; vader afspraak; thuis rustig; klas stil; lezen oefenen;
ouders samen; gesprek school; boos buiten; afspraken; gesprekken; zorg; kinderen; geslapen; speelt; werkt; ges; afs;
zor; leer; kin; oud; ver; onderwijs; jeugdarts; logopedie; tolk; verhuizing; scheiding; Yılmaz; Yilmaz; Öztürk; Ozturk;
Łukasz; de Vries; van den Berg; Mohamm; Jans; Noa; Sanne; Emre; concept bestaat niet; veilig thuis; groep 5; emotie;
Yilmza; verdreitig; logopdie; gesprekkne; Bakkre; xqzwvk
"""


def unlock(setting: Setting) -> Iterator[Row]:
    """Vault, services and what home shows, without the pages: those are in the row of the window."""
    found = keys(copy(setting.vault, setting.work / "unlock.kluis"), setting.words)
    times = []
    for _ in range(setting.rounds):
        taken, kluis = timed(_open_and_read, found)
        times.append(taken)
        kluis.sluit()
    middle = median(times)
    yield Row("unlock to the data of home, no window", ms(middle), "<= 150 ms", ok=middle <= 0.150)


def _open_and_read(found: Keys) -> OpenKluis:
    kluis = found.open()
    d = found.poort.diensten(kluis)
    d.overzichten.home(d.documenten.school().naam)
    return kluis


def save(setting: Setting) -> Iterator[Row]:
    """A report of a conversation, new or changed, until it is on disk; the bare commit alternates with it."""
    folder = setting.folder("save")
    lane = ThreadLane("kluis")
    ours: list[list[float]] = []
    theirs: list[list[float]] = []
    with opened(copy(setting.vault, folder / "save.kluis"), setting.words) as d:
        other = bare.Saves(folder)
        examples = _examples(d)
        chance = random.Random(1)
        for _ in range(setting.rounds):
            ours.append([])
            theirs.append([])
            for n in range(_SAVES):
                stuk, values = _next(d, chance.choice(examples), new=n % 2 == 0)
                taken, stored = timed(_store, lane, d, stuk, values)
                ours[-1].append(taken)
                assert stored.value is not None
                theirs[-1].append(timed(other.save, to_bytes(stored.value))[0])
        other.close()
    lane.close()
    middle, beside = median([median(r) for r in ours]), median([median(r) for r in theirs])
    high = median([p95(r) for r in ours])
    yield Row(
        "save acknowledged on disk",
        ms(middle),
        "<= 5 x",
        f"bare commit {ms(beside)}",
        ratio(middle, beside),
        middle <= 5 * beside,
    )
    yield Row("save acknowledged on disk, p95", ms(high), "<= 20 ms", ok=high <= 0.020)


def _store(lane: ThreadLane, d: Diensten, stuk: Stuk, values: Values) -> Stored:
    stored, problems = lane.submit(lambda: d.gesprekken.bewaar(stuk, values), urgent=True).result()
    assert stored is not None, problems
    return stored


def _examples(d: Diensten) -> list[UUID]:
    found = reports(d)
    return random.Random(2).sample(found, min(200, len(found)))


def _next(d: Diensten, example: UUID, *, new: bool) -> tuple[Stuk, dict[str, Any]]:
    """Return what a form holds: the example once more for the same pupil, or changed."""
    stuk = d.gesprekken.open(example)
    values = dict(stuk.values)
    values["besproken"] = f"{values['besproken']}\n\nEn nog een zin die er later bij kwam."
    if new:
        values["uitnodiging"] = None
        return d.gesprekken.nieuw_verslag(stuk.leerling), values
    return stuk, values


def search(setting: Setting) -> Iterator[Row]:
    """The first 50 results with their passages; p95 over questions of which each counts with its median."""
    questions = [q.strip() for q in _QUESTIONS.replace("\n", " ").split(";")]
    folder = copy(setting.vault, setting.work / "search.kluis")
    twin = copy(setting.vault, setting.work / "twin.kluis")
    found = keys(folder, setting.words)
    index = bare.Index(twin / map_.DATABASE, found.key.database_key())
    kluis = found.open()
    d = found.poort.diensten(kluis)
    ours: dict[str, list[float]] = {q: [] for q in questions}
    theirs: dict[str, list[float]] = {q: [] for q in questions}
    for n in range(setting.rounds):
        # another order each time, so that no question finds its own pages warm
        for question in random.Random(n).sample(questions, len(questions)):
            ours[question].append(timed(d.zoeken.zoek, question)[0])
            theirs[question].append(timed(index.find, words_in(question))[0])
    hits = sum(len(d.zoeken.zoek(q)) for q in questions)
    index.close()
    kluis.sluit()
    assert hits > len(questions)
    high = p95([median(times) for times in ours.values()])
    beside = p95([median(times) for times in theirs.values()])
    yield Row(
        f"search, first 50 results, p95 of {len(questions)} questions",
        ms(high),
        "<= 50 ms",
        f"bare FTS5 {ms(beside)}",
        ratio(high, beside),
        high <= 0.050,
    )
