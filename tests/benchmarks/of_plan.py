"""Searching in the plan as one types: every letter of what people look for, and making the index."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.app.handelingen import HANDELINGEN
from desktop.models.schoolplan import EigenPlan
from desktop.services.hulp import Hulp
from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok
from desktop.services.vinden import Vinden
from tests.benchmarks.measure import Row, Setting, median, ms, p95, timed

# Subjects, forms, organisations, numbers, whole questions, actions, names that are not there, and typing errors.
_QUESTIONS = """
gesprekken met ouders; kindcheck; eergerelateerd geweld; veilig thuis; hoe meld ik bij veilig thuis; disclosure;
vertrouwenspersoon; vertrouwnespersoon; aandachtsfunctionaris; meldcode; afwegingskader; stappen meldcode; pesten;
gedragsprotocol; protocol rouw; vermissing kind; toestemming ouders; wat mag ik vastleggen; klacht van een ouder;
crisis interventie team; 0800-2000; jeugdarts; politie; gesprekkne; oudergesrpek; calamiteit; communicatie pers;
werkgroepen; scholing; vog; medezeggenschap; sociale kaart; nieuw verslag; reservekopie; thema donker; parnassys;
coördinator sociale veiligheid; Noa Yılmaz; bestaat nergens; zienswijze tekenen
"""


def plan(setting: Setting) -> Iterator[Row]:
    """Each letter counts with its median over the rounds; the school's own text is as long as that of the plan."""
    questions = [question.strip() for question in _QUESTIONS.replace("\n", " ").split(";")]
    the_plan = Plan(SysteemKlok())
    own = {page.sleutel: page.tekst for page in the_plan.paginas()}
    the_plan.zet_eigen(EigenPlan(teksten=own))
    hulp = Hulp()
    hulp.paginas()
    vinden = Vinden(the_plan, hulp, HANDELINGEN)
    first, _ = timed(vinden.bouw)
    again = []
    for _ in range(setting.rounds):
        the_plan.zet_eigen(EigenPlan(teksten=own))
        again.append(timed(vinden.bouw)[0])
    typed = list(dict.fromkeys(question[:n] for question in questions for n in range(1, len(question) + 1)))
    times: dict[str, list[float]] = {words: [] for words in typed}
    hits = 0
    for n in range(setting.rounds):
        for words in typed:
            taken, found = timed(vinden.zoek, words)
            times[words].append(taken)
            hits += sum(found.aantal.values()) if n == 0 else 0
    assert hits > len(typed)
    high = p95([median(taken) for taken in times.values()])
    worst = max(median(taken) for taken in times.values())
    yield Row(
        f"search the plan, p95 of {len(typed)} keystrokes in {len(questions)} questions",
        ms(high),
        "<= 30 ms",
        f"worst {ms(worst)}",
        ok=high <= 0.030,
    )
    yield Row("index of the plan, made off the user's thread", ms(first), "", f"again {ms(median(again))}")
