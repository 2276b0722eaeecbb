"""The sociale kaart on paper: whom to call, for whom, by day and by night; each heading begins a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.frame import Opmaak, maak
from desktop.documents.kader import Gemaakt
from desktop.documents.planboek import KaartBlad
from desktop.documents.rijk import Vloei, letterlijk
from desktop.documents.styles import ACCENT, BREEDTE, GOOT, GRIJS, INKT, LABEL, MARINE, MELDCODE, Kleur, Stijl
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl
from desktop.models.sociale_kaart import GROEPEN, Organisatie

_BOVEN = Stijl("semibold", 10.5, 15, ACCENT)
_KOP = Stijl("semibold", 23, 28, MARINE)
_NAAM = Stijl("semibold", 14, 18, MARINE)
_TEKST = Stijl("regular", 11.5, 15.5, INKT)
_BEL = Stijl("semibold", 19, 23, MARINE)
_UREN = Stijl("regular", 10.5, 14.5, GRIJS)
_BEREIK = BREEDTE * 0.57
_LANG = 4000
_NIETS = "nog niet ingevuld"
_LEEG = "Hier staat nog geen organisatie."


def render_kaart(organisaties: Sequence[Organisatie], blad: KaartBlad) -> Gemaakt:
    """Return the list, by heading in the order of `GROEPEN` and within one as given, large enough for a desk."""
    zetter = Zetter()
    rang = {naam: n for n, naam in enumerate(GROEPEN)}
    op_kop = sorted(organisaties, key=lambda o: rang.get(o.groep, len(rang)))
    blokken: list[Blok | NieuwePagina] = []
    for groep, leden in groupby(op_kop, key=lambda o: o.groep):
        blokken += [NieuwePagina(), *_groep(groep, list(leden), blad, zetter)]
    if not blokken:
        blokken = [*_kop("Sociale kaart", blad, ACCENT, zetter), Strook([Cel(0, [(_TEKST, [_LEEG])])], boven=12)]
    om = Opmaak(
        titel="Sociale kaart",
        auteur=blad.school,
        gemaakt_op=blad.gemaakt_op,
        kop_links=blad.school,
        kop_rechts=f"Sociale kaart · {datum_nl(blad.dag)}",
        voet=(f"Sociale kaart van {datum_nl(blad.dag)}", f"Gemaakt {moment_nl(blad.gemaakt_op)}"),
    )
    return maak(blokken, om, zetter)


def _groep(groep: str, leden: Sequence[Organisatie], blad: KaartBlad, zetter: Zetter) -> Iterator[Blok]:
    # what is for danger is found without reading
    kleur = MELDCODE if groep == GROEPEN[0] else ACCENT
    yield from _kop(groep, blad, kleur, zetter)
    koppen = [Cel(0, [(LABEL, ["Wie en waarvoor"])]), Cel(_BEREIK, [(LABEL, ["Bellen, mailen, site"])])]
    yield Strook(koppen, boven=12, onder=3, plakt=True, lijn=True)
    for organisatie in leden:
        yield _rij(organisatie, zetter)


def _kop(groep: str, blad: KaartBlad, kleur: Kleur, zetter: Zetter) -> Iterator[Blok]:
    def balk(doek: Doek, x: float, top: float) -> None:
        doek.vlak(x, top + 8, BREEDTE, 5, kleur)

    boven = "Sociale kaart" + (f" · {kort(blad.regio, 60)}" if blad.regio.strip() else "")
    regels = letterlijk(boven, zetter, _BOVEN, BREEDTE)
    yield Vloei(regels, _BOVEN, lucht=13, plakt=True, heel=True, teken_voor=balk)
    yield Vloei(letterlijk(groep or "Overig", zetter, _KOP, BREEDTE), _KOP, plakt=True, heel=True)


def _rij(o: Organisatie, zetter: Zetter) -> Strook:
    """One organisation: at the left what it is for, at the right how to reach it, numbers largest."""
    breed_links, breed_rechts = _BEREIK - GOOT - 8, BREEDTE - _BEREIK
    naam = kort(o.naam, 300) + (" (van onze school)" if o.eigen else "")
    links: list[Stuk] = [(_NAAM, zetter.regels(naam, _NAAM, breed_links))]
    if o.voor.strip():
        links.append((_TEKST, zetter.regels(o.voor[:_LANG], _TEKST, breed_links)))
    rechts: list[Stuk] = [
        (stijl, zetter.regels(tekst, stijl, breed_rechts)) for stijl, tekst in _bereik(o) if tekst.strip()
    ]
    cellen = [Cel(0, links), Cel(_BEREIK, rechts or [(_UREN, [_NIETS])])]
    heel = max(cel.hoogte() for cel in cellen) < 300
    return Strook(cellen, lucht=10, onder=11, lijn=True, heel=heel)


def _bereik(o: Organisatie) -> Iterator[tuple[Stijl, str]]:
    """Yield the lines that say how to reach an organisation: by day with the hours, then by night."""
    if o.telefoon.strip():
        yield _BEL, kort(o.telefoon, 60)
    yield _UREN, wanneer(o)
    if o.telefoon_nacht.strip() and o.telefoon_nacht != o.telefoon:
        yield _BEL, kort(o.telefoon_nacht, 60)
        yield _UREN, "buiten deze uren"
    yield _TEKST, kort(o.mail, 200)
    yield _TEKST, kort(o.site.removeprefix("https://").rstrip("/"), 200)


def wanneer(o: Organisatie) -> str:
    """Return in words when its number is answered, and that a call costs nothing; '' where neither is known."""
    altijd = all(any(u.geldt(dag, minuut) for u in o.uren) for dag in range(7) for minuut in range(0, 24 * 60, 15))
    if altijd:
        delen = ["dag en nacht"]
    else:
        delen = [kort(o.uren_tekst, 200)] if o.uren_tekst.strip() else []
        delen += ["ook op feestdagen"] if o.feestdagen and o.uren else []
    return ", ".join([*delen, "gratis"] if o.gratis else delen)
