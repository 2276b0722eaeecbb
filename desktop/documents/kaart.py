"""The sociale kaart on paper: whom to call, for whom, by day and by night; each heading begins a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.frame import Opmaak, maak
from desktop.documents.kader import Gemaakt
from desktop.documents.planboek import KaartBlad
from desktop.documents.rijk import Vloei, letterlijk
from desktop.documents.styles import ACCENT, BREEDTE, CEL, GOOT, KLEIN, LABEL, MARINE, MELDCODE, VLAK, Kleur, Stijl
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl
from desktop.models.sociale_kaart import GROEPEN, Organisatie

_BOVEN = Stijl("semibold", 10.5, 15, ACCENT)
_KOP = Stijl("semibold", 23, 28, MARINE)
_NAAM = Stijl("semibold", 12.5, 16, MARINE)
_BEL = Stijl("semibold", 14, 18, MARINE)
_BEREIK = BREEDTE * 0.6
_LANG = 4000
_LEEG = "Hier staat nog geen organisatie."


def render_kaart(organisaties: Sequence[Organisatie], blad: KaartBlad) -> Gemaakt:
    """Return the list, by heading in the order of `GROEPEN` and within one as given. A number is large enough for a desk."""
    zetter = Zetter()
    rang = {naam: n for n, naam in enumerate(GROEPEN)}
    op_kop = sorted(organisaties, key=lambda o: rang.get(o.groep, len(rang)))
    blokken: list[Blok | NieuwePagina] = []
    for groep, leden in groupby(op_kop, key=lambda o: o.groep):
        blokken += [NieuwePagina(), *_groep(groep, list(leden), blad, zetter)]
    if not blokken:
        blokken = [*_kop("Sociale kaart", blad, ACCENT, zetter), Strook([Cel(0, [(CEL, [_LEEG])])], boven=12)]
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
    for n, organisatie in enumerate(leden):
        yield _rij(organisatie, kleur if n == 0 and groep == GROEPEN[0] else None, zetter)


def _kop(groep: str, blad: KaartBlad, kleur: Kleur, zetter: Zetter) -> Iterator[Blok]:
    def balk(doek: Doek, x: float, top: float) -> None:
        doek.vlak(x, top + 8, BREEDTE, 5, kleur)

    boven = "Sociale kaart" + (f" · {kort(blad.regio, 60)}" if blad.regio.strip() else "")
    regels = letterlijk(boven, zetter, _BOVEN, BREEDTE)
    yield Vloei(regels, _BOVEN, lucht=13, plakt=True, heel=True, teken_voor=balk)
    yield Vloei(letterlijk(groep or "Overig", zetter, _KOP, BREEDTE), _KOP, plakt=True, heel=True)


def _rij(o: Organisatie, vlak: Kleur | None, zetter: Zetter) -> Strook:
    """One organisation: at the left what it is for, at the right how to reach it, numbers largest."""
    breed_links, breed_rechts = _BEREIK - GOOT - 8, BREEDTE - _BEREIK
    naam = kort(o.naam, 300) + (" (van onze school)" if o.eigen else "")
    links: list[Stuk] = [(_NAAM, zetter.regels(naam, _NAAM, breed_links))]
    if o.voor.strip():
        links.append((CEL, zetter.regels(o.voor[:_LANG], CEL, breed_links)))
    rechts: list[Stuk] = [
        (stijl, zetter.regels(tekst, stijl, breed_rechts)) for stijl, tekst in _bereik(o) if tekst.strip()
    ]
    inspring = 0 if vlak is None else 10
    cellen = [Cel(inspring, links), Cel(_BEREIK, rechts or [(CEL, ["–"])])]
    heel = max(cel.hoogte() for cel in cellen) < 300
    return Strook(cellen, lucht=8, onder=9, lijn=True, heel=heel, vlak=VLAK if vlak else None)


def _bereik(o: Organisatie) -> Iterator[tuple[Stijl, str]]:
    """Yield the lines that say how to reach an organisation."""
    if o.telefoon.strip():
        yield _BEL, kort(o.telefoon, 60)
    if o.telefoon_nacht.strip() and o.telefoon_nacht != o.telefoon:
        yield LABEL, "Buiten deze uren"
        yield _BEL, kort(o.telefoon_nacht, 60)
    wanneer = [kort(o.uren_tekst, 200)] if o.uren_tekst.strip() else []
    wanneer += ["ook op feestdagen"] if o.feestdagen and o.uren else []
    wanneer += ["gratis"] if o.gratis else []
    yield KLEIN, ", ".join(wanneer)
    yield CEL, kort(o.mail, 200)
    yield CEL, kort(o.site.removeprefix("https://").rstrip("/"), 200)
