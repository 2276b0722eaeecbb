"""The outcomes in words: on the school's screen about the parent, on the parent's screen in the parent's own voice."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.vervolg import Ondertekening, Uitkomst
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.widgets import Toon


@dataclass(frozen=True, slots=True)
class Woord:
    """One choice: title, a plain sentence, an icon."""

    titel: str
    zin: str
    icoon: str


SCHOOL: dict[Uitkomst, Woord] = {
    Uitkomst.AKKOORD: Woord("Akkoord", "De ouder is het eens met het verslag en tekent daarvoor.", "check-circle"),
    Uitkomst.GEZIEN: Woord(
        "Gezien", "De ouder heeft het gelezen, is het er niet mee eens en tekent alleen daarvoor.", "eye"
    ),
    Uitkomst.ZIET_AF: Woord("Ziet af van tekenen", "Tekenen is vrijwillig. Er blijft geen werk open.", "minus-circle"),
    Uitkomst.WEIGERT: Woord("Weigert", "De ouder wil niet tekenen en wil dat dit er staat.", "prohibit"),
    Uitkomst.AFWEZIG: Woord("Niet aanwezig", "De ouder was er niet. Dit blijft openstaan.", "clock"),
}
OUDER: dict[Uitkomst, Woord] = {
    Uitkomst.AKKOORD: Woord("Akkoord", "Ik ben het eens met het verslag.", "check-circle"),
    Uitkomst.GEZIEN: Woord(
        "Gezien", "Ik heb het verslag gelezen, maar ben het er niet mee eens. Ik mag opschrijven waarom.", "eye"
    ),
    Uitkomst.ZIET_AF: Woord("Ik teken niet", "Dat mag. Tekenen is vrijwillig.", "minus-circle"),
}
_TOON: dict[Uitkomst, Toon] = {
    Uitkomst.AKKOORD: "goed",
    Uitkomst.GEZIEN: "goed",
    Uitkomst.ZIET_AF: "rust",
    Uitkomst.WEIGERT: "rust",
    Uitkomst.AFWEZIG: "waarschuwing",
}


def stand(ondertekening: Ondertekening | None) -> tuple[str, Toon, str]:
    """Return word, tone and icon of where a parent stands."""
    if ondertekening is None:
        return "Nog te tekenen", "waarschuwing", "pen-nib"
    uitkomst = ondertekening.uitkomst
    return uitkomst.label, _TOON[uitkomst], SCHOOL[uitkomst].icoon


def wanneer(ondertekening: Ondertekening) -> str:
    """Return how and when it was recorded, and by whom."""
    moment = f"{toon_datum(ondertekening.moment.date())} om {toon_tijd(ondertekening.moment.time())}"
    door = f" door {ondertekening.getuige}" if ondertekening.getuige else ""
    if ondertekening.getekend_op is not None:
        return f"Op papier getekend op {toon_datum(ondertekening.getekend_op)}, vastgelegd op {moment}{door}."
    hoe = f"Getekend {ondertekening.wijze.label}, vastgelegd" if ondertekening.getekend() else "Vastgelegd"
    return f"{hoe} op {moment}{door}."
