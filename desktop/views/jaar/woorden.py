"""How the tasks of a school year are called: months in their order, states in a word with an icon, rows of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.models.jaarcyclus import MAAND_KORT, MAANDEN, STAP_IN_JAREN, EigenKeuze, Ritme
from desktop.models.schooljaar import BEGIN_MAAND, Periode
from desktop.services.jaartaak import Stand, Taak, nog_te_kiezen
from desktop.views.forms.lezen import toon_datum
from desktop.views.widgets import RijInhoud, Toon

JAARMAANDEN = tuple((BEGIN_MAAND - 1 + n) % 12 + 1 for n in range(12))
"""The months (1-12) in the order of the school year."""

STANDEN: Mapping[Stand, tuple[str, Toon, str]] = {
    Stand.OPEN: ("Open", "info", "circle"),
    Stand.TE_LAAT: ("Te laat", "fout", "warning-circle"),
    Stand.NAAR_KEUZE: ("Naar keuze", "rust", "circle-dashed"),
    Stand.GEDAAN: ("Gedaan", "goed", "check-circle"),
    Stand.OVERGESLAGEN: ("Overgeslagen", "rust", "skip-forward"),
}
"""State: word, tone and icon."""
_RUBRIEKICOON = {
    "Gesprekken": "chats-circle",
    "Lessen": "chalkboard-teacher",
    "Monitoring": "chart-bar",
    "Meldcode": "shield-warning",
    "Team en scholing": "users-three",
    "Beleid en bestuur": "buildings",
    "Netwerk": "share-network",
}


def maandnaam(maand: int) -> str:
    """Return the name of a month (1-12)."""
    return MAANDEN[maand - 1]


def maand_van(jaar: Periode, maand: int) -> str:
    """Return a month of a school year with its year: 'november 2026'."""
    return f"{maandnaam(maand)} {jaar.van.year if maand >= BEGIN_MAAND else jaar.tot.year}"


def in_maand(taken: Sequence[Taak], maand: int) -> Sequence[Taak]:
    """Return the tasks of a month."""
    return [t for t in taken if t.dag.month == maand]


def telwoorden(taken: Sequence[Taak]) -> str:
    """Return in words how much there is to do: '4 taken, 1 te laat, 2 gedaan'."""
    if not taken:
        return "geen taken"
    delen = ["1 taak" if len(taken) == 1 else f"{len(taken)} taken"]
    for stand, woord in ((Stand.TE_LAAT, "te laat"), (Stand.GEDAAN, "gedaan"), (Stand.OVERGESLAGEN, "overgeslagen")):
        n = sum(1 for t in taken if t.stand is stand)
        if n:
            delen.append(f"{n} {woord}")
    return ", ".join(delen)


def icoon_van(rubriek: str) -> str:
    """Return the icon of a heading."""
    return _RUBRIEKICOON.get(rubriek, "flag")


def taakregel(taak: Taak) -> RijInhoud:
    """Return a task as the list shows it."""
    woord, toon, icoon = STANDEN[taak.stand]
    if taak.verplaatst and taak.open:
        woord = "Te laat" if taak.stand is Stand.TE_LAAT else "Verplaatst"
        icoon = icoon if taak.stand is Stand.TE_LAAT else "arrow-bend-down-right"
    delen = [taak.rol.label]
    if taak.verplaatst and taak.eerst is not None:
        delen.append(f"stond op {toon_datum(taak.eerst, kort=True)}")
    if taak.notitie:
        delen.append(taak.notitie)
    return RijInhoud(
        taak.stored.record,
        taak.taak.taak,
        " · ".join(delen),
        icoon_van(taak.plicht.rubriek if taak.plicht else ""),
        f"rol.{taak.rol.value}",
        links=dag_kort(taak.dag),
        pil=woord,
        toon=toon,
        pil_icoon=icoon,
    )


def dag_kort(dag: date) -> str:
    """Return a day without its year: '30 nov'; the school year stands above the list."""
    return f"{dag.day} {MAAND_KORT[dag.month - 1]}"


def wanneer(k: EigenKeuze) -> str:
    """Return in words when a duty returns: 'elk jaar, in november'."""
    if k.uit:
        return "doen wij niet"
    if k.ritme is Ritme.OPEN and not k.maanden:
        return "het hele jaar door"
    volgorde = sorted(k.maanden, key=lambda m: (m - BEGIN_MAAND) % 12)
    maanden = [maandnaam(m) for m in volgorde]
    ritme = "elk jaar" if k.ritme is Ritme.OPEN else k.ritme.label.lower()
    waar = f"in {_en(maanden)}" if maanden else "" if k.ritme is Ritme.MAANDELIJKS else "maand nog niet gekozen"
    vanaf = ""
    if k.ritme in STAP_IN_JAREN:
        vanaf = f"vanaf {k.eerste_jaar}" if k.eerste_jaar else "eerste schooljaar nog niet gekozen"
    return ", ".join(deel for deel in (ritme, waar, vanaf) if deel)


def _en(woorden: Sequence[str]) -> str:
    return woorden[0] if len(woorden) == 1 else f"{', '.join(woorden[:-1])} en {woorden[-1]}"


def plichtregel(k: EigenKeuze) -> RijInhoud:
    """Return a duty as the list shows it."""
    pil, toon, icoon = _plichtstand(k)
    return RijInhoud(
        k.plicht.sleutel,
        k.taak,
        f"{k.rol.label} · {wanneer(k)}",
        icoon_van(k.plicht.rubriek),
        f"rol.{k.rol.value}",
        pil=pil,
        toon=toon,
        pil_icoon=icoon,
    )


def _plichtstand(k: EigenKeuze) -> tuple[str, Toon, str]:
    if k.uit:
        return "Doen wij niet", "rust", "prohibit"
    if nog_te_kiezen(k):
        return "Nog te kiezen", "waarschuwing", "calendar-plus"
    if k.ritme is Ritme.OPEN and not k.maanden:
        return "Doorlopend", "rust", "arrows-clockwise"
    return ("Eigen keuze", "goed", "pencil-simple") if k.record else ("Uit het plan", "info", "book-bookmark")
