"""The pages of the plan as blocks: headings, lists and remarks, the school's own words, and where to read on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.documents.blokken import Doek
from desktop.documents.planboek import BoekPagina, PlanBoek
from desktop.documents.rijk import Deel, Regel, Vloei, letterlijk, zet_regels
from desktop.documents.styles import ACCENT, BREEDTE, KLEIN, LABEL, LOPEND, MARINE, MELDCODE, VET, VLAK, Kleur, Stijl
from desktop.documents.text import Zetter, datum_nl, wijd
from desktop.models.opmaak import SITE, Run, Tekstblok
from desktop.models.plan import BEGRIP, PLAN

KOP_PAGINA = Stijl("semibold", 17, 21, MARINE)
_KOP = Stijl("semibold", 12, 16, MARINE)
_LINK = replace(LOPEND, kleur=ACCENT)
_LINK_VET = replace(VET, kleur=ACCENT)
_KLEIN_LINK = replace(KLEIN, kleur=ACCENT)
_PUNT, _STAP, _PANEEL = 13.0, 19.0, 14.0
_VERDER = 10
"""So many other pages are named at most: a page that leads to all others has the contents for that."""
_KORT = 75.0
"""A last block no higher than this goes along with the lines under the page."""


def pagina_anker(sleutel: str) -> str:
    """Return the anchor of a page of the book."""
    return f"pagina-{sleutel}"


class Plantekst:
    """Makes blocks of the pages of one book and, once they are dealt out, fills in the numbers of other pages."""

    def __init__(self, boek: PlanBoek, zetter: Zetter) -> None:
        self._boek = boek
        self._zetter = zetter
        self._titels = {pagina.sleutel: pagina.titel for pagina in boek.paginas()}
        self._verder: list[tuple[Vloei, tuple[str, ...]]] = []

    def nummer(self, nummers: Mapping[str, int]) -> None:
        """Set the page numbers in the lines that say where to read on; the blocks keep their height."""
        for blok, sleutels in self._verder:
            blok.regels[:] = self._verder_regels(sleutels, nummers)

    def blokken(self, pagina: BoekPagina, kleur: Kleur, boven: float, onder: str = "") -> Iterator[Vloei]:
        """Yield the blocks of a page; its hue is a short line above the title.

        `onder` is the heading that it stands right under: a title that only says that again is left out.
        """
        titel = " ".join(pagina.titel.split())
        regels = letterlijk(titel, self._zetter, KOP_PAGINA, BREEDTE) if titel.casefold() != onder.casefold() else []

        def streep(doek: Doek, x: float, top: float) -> None:
            doek.vlak(x, top + 4, 30, 3, kleur)

        yield Vloei(
            regels,
            KOP_PAGINA,
            boven=boven if regels else 0,
            lucht=8 if regels else 0,
            onder=2 if regels else 0,
            plakt=True,
            heel=True,
            anker=pagina_anker(pagina.sleutel),
            teken_voor=streep if regels else None,
        )
        naar: dict[str, None] = {}
        tekst = list(self._tekst(pagina, kleur, naar))
        eigen = [*self._eigen(pagina.eigen, kleur)] if pagina.eigen.strip() else []
        rest = list(self._onder(pagina, naar))
        alles = [*tekst, *eigen, *rest]
        if tekst and tekst[0].hoogte <= _KORT:
            tekst[0].plakt = True  # a title with two lines under it is no beginning of a page
        voor = len(tekst) + len(eigen) - 1
        if rest and voor >= 0 and alles[voor].hoogte <= _KORT:
            alles[voor].plakt = True
        yield from alles

    def _tekst(self, pagina: BoekPagina, kleur: Kleur, naar: dict[str, None]) -> Iterator[Vloei]:
        gezegd: set[str] = set()
        vorige = ""
        for blok in pagina.blokken:
            breedte = BREEDTE - {"punt": _PUNT, "stap": _STAP, "opmerking": 2 * _PANEEL}.get(blok.soort, 0)
            stijl = _KOP if blok.soort == "kop" else LOPEND
            delen = [deel for run in blok.runs for deel in self._delen(pagina, run, stijl, naar, gezegd)]
            vloei = Vloei(zet_regels(delen, self._zetter, breedte), stijl)
            _kleed(vloei, blok, kleur, vorige, self._zetter)
            vorige = blok.soort
            yield vloei

    def _delen(
        self, pagina: BoekPagina, run: Run, stijl: Stijl, naar: dict[str, None], gezegd: set[str]
    ) -> Iterator[Deel]:
        """Yield a run as it is set: a link within the book leads there, any other says where it goes."""
        vet = run.vet or stijl is _KOP
        gewoon = stijl if stijl is _KOP else VET if vet else LOPEND
        sleutel = _sleutel(run.doel)
        if sleutel == pagina.sleutel or not run.doel:
            yield Deel(run.tekst, gewoon)
        elif sleutel in self._titels:
            naar.setdefault(sleutel)
            yield Deel(run.tekst, gewoon if stijl is _KOP else _LINK_VET if vet else _LINK, pagina_anker(sleutel))
        else:
            yield Deel(run.tekst, gewoon)
            naam = "" if run.doel in gezegd else _erbij(run.tekst, self._boek.doelen.get(run.doel) or _site(run.doel))
            gezegd.add(run.doel)
            if naam:
                yield Deel(f" ({naam})", gewoon)

    def _eigen(self, tekst: str, kleur: Kleur) -> Iterator[Vloei]:
        """What the school wrote, in a panel of its own so that it is told apart from the plan."""
        binnen = BREEDTE - 2 * _PANEEL
        paneel = Vloei([], LABEL, x=_PANEEL, vlak=VLAK, balk=kleur)
        label = letterlijk(f"Zo doen we dit op {self._boek.school}", self._zetter, LABEL, binnen)
        yield replace(paneel, regels=label, boven=14, lucht=9, onder=1, plakt=True)
        regels = letterlijk(tekst.strip(), self._zetter, LOPEND, binnen)
        yield replace(paneel, regels=regels, stijl=LOPEND, onder=10)

    def _onder(self, pagina: BoekPagina, naar: Mapping[str, None]) -> Iterator[Vloei]:
        bekend = (s for s in pagina.zie if s in self._titels and s != pagina.sleutel)
        sleutels = tuple(dict.fromkeys([*bekend, *naar]))[:_VERDER]
        stand = [f"Bron: {pagina.bron.strip()}"] if pagina.bron.strip() else []
        if pagina.datum:
            stand.append(f"versie {pagina.versie}, {datum_nl(pagina.datum)}".replace(" ", "\u00a0"))
        if sleutels:
            verder = Vloei(self._verder_regels(sleutels, {}), KLEIN, boven=10, plakt=bool(stand), heel=True)
            self._verder.append((verder, sleutels))
            yield verder
        if stand:
            regel = _hoofdletter(" · ".join(stand))
            if wijd(regel, KLEIN) > BREEDTE:
                regel = "\n".join(map(_hoofdletter, stand))
            regels = letterlijk(regel, self._zetter, KLEIN, BREEDTE)
            yield Vloei(regels, KLEIN, boven=2 if sleutels else 10, heel=True)

    def _verder_regels(self, sleutels: Sequence[str], nummers: Mapping[str, int]) -> list[Regel]:
        delen = [Deel("Lees ook: ", KLEIN)]
        for n, sleutel in enumerate(sleutels):
            anker = pagina_anker(sleutel)
            titel = " ".join(self._titels[sleutel].split())
            # as wide as a number can become: what is set later is never longer
            waar = f"\u00a0(p.\u00a0{nummers.get(anker, 8888)})"
            delen += [
                Deel(titel, _KLEIN_LINK, anker, stil=True),
                Deel(waar + (" · " if n < len(sleutels) - 1 else ""), KLEIN),
            ]
        return zet_regels(delen, self._zetter, BREEDTE)


def _kleed(vloei: Vloei, blok: Tekstblok, kleur: Kleur, vorige: str, zetter: Zetter) -> None:
    """Give a block its place, its space and its mark, by its kind and the one before it."""
    na_vlak = 12.0 if vorige == "opmerking" else 0.0
    match blok.soort:
        case "kop":
            vloei.boven, vloei.plakt, vloei.heel = max(15.0, na_vlak), True, True
        case "alinea":
            vloei.boven = max(3.0 if vorige == "kop" else 7.0, na_vlak)
            vloei.plakt = blok.tekst.rstrip().endswith(":") and len(vloei.regels) <= 4
        case "punt" | "stap":
            vloei.boven = max(3.0 if vorige in ("punt", "stap", "kop") else 4.0, na_vlak)
            vloei.x = _PUNT if blok.soort == "punt" else _STAP
            vloei.teken_voor = _punt(kleur) if blok.soort == "punt" else _nummer(blok.nummer)
        case "opmerking":
            vloei.boven, vloei.lucht, vloei.onder, vloei.x = 11.0, 8.0, 9.0, _PANEEL
            vloei.vlak, vloei.balk = VLAK, MELDCODE
            vloei.__post_init__()


def _punt(kleur: Kleur) -> Callable[[Doek, float, float], None]:
    def teken(doek: Doek, x: float, top: float) -> None:
        doek.cirkel(x + 4, top - LOPEND.regel / 2 - 0.4, 1.6, None, kleur, 0)

    return teken


def _nummer(nummer: int) -> Callable[[Doek, float, float], None]:
    tekst = f"{nummer}."

    def teken(doek: Doek, x: float, top: float) -> None:
        doek.regels(VET, x + _STAP - 6 - wijd(tekst, VET), top, [tekst])

    return teken


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _sleutel(doel: str) -> str:
    """Return the key of the page that a link leads to; '' where it leads elsewhere."""
    for begin in (PLAN, BEGRIP):
        if doel.startswith(begin):
            return doel.removeprefix(begin)
    return ""


def _site(doel: str) -> str:
    return doel.removeprefix(SITE).removeprefix("www.").rstrip("/") if doel.startswith(SITE) else ""


def _erbij(label: str, naam: str) -> str:
    """Return what a name adds to the words of its link: 'Veilig Thuis, 0800-2000' adds the number to 'Veilig Thuis'."""
    kaal, wat = " ".join(naam.split()), " ".join(label.split()).casefold()
    if kaal.casefold() in wat:
        return ""
    if wat and kaal.casefold().startswith(wat):
        return re.sub(r"^[\s,;:·–-]+", "", kaal[len(wat) :])
    return kaal
