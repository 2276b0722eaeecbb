"""The form in which the subjects of talks are written down in the modules beside this one, and its reader."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thema:
    """One subject of a talk. `{n}` is the child, `{h}`/`{H}` he or she, `{z}` his or her.

    `feiten` is what school saw, `thuis` what parents (or the child) tell, `afspraken` are (what, who, how we notice).
    """

    onderwerp: str
    feiten: tuple[str, ...]
    thuis: tuple[str, ...]
    afspraken: tuple[tuple[str, str, str], ...]
    jaren: range = range(1, 9)


def themas(tekst: str) -> tuple[Thema, ...]:
    """Read themes: '# subject @ years', '+ fact', '- what is told', '> what | who | how we notice'."""
    uit: list[Thema] = []
    for blok in tekst.split("# ")[1:]:
        kop, *regels = [regel.strip() for regel in blok.strip().splitlines()]
        onderwerp, _, jaren = kop.partition(" @ ")
        van, _, tot = (jaren or "1-8").partition("-")
        per = {teken: tuple(r[2:] for r in regels if r[:2] == teken + " ") for teken in "+->"}
        afspraken = tuple(tuple(d.strip() for d in r.split("|")) for r in per[">"])
        drie = tuple((wat, wie, merkbaar) for wat, wie, merkbaar in afspraken)
        uit.append(Thema(onderwerp, per["+"], per["-"], drie, range(int(van), int(tot) + 1)))
    return tuple(uit)
