"""Blank forms to fill in by hand, for who has no account: a signal and an incident, one sheet each, both sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.frame import HOOGTE, Gemaakt, Opmaak, maak
from desktop.documents.passages import lichaam, streep
from desktop.documents.styles import BOVENKOP, BREEDTE, GOOT, GRIJS, INKT, KLEIN, LABEL, LOPEND, TITEL, VET, Stijl
from desktop.documents.text import Zetter, datum_nl
from desktop.documents.zaak import hokje
from desktop.models.core import Keuze
from desktop.models.dossierdelen import Kant, PassageSoort
from desktop.models.lichaam import VERHOUDING
from desktop.models.school import Schoolprofiel
from desktop.models.signaal import Signaal
from desktop.models.velden import VeldSpec, velden
from desktop.models.vooroverleg import VEILIG_THUIS

_LIJN = 22.0
"""From one line to write on to the next: 8 mm, as in a school's exercise book."""
_KOP = Stijl("semibold", 12, 16, INKT)
_OPTIE = Stijl("regular", 9.5, 13, INKT)
_IN = 12.0
_PASSAGES = (
    (PassageSoort.FEIT, "Wat zag of hoorde je zelf? Gedrag en woorden, zo precies als je kunt."),
    (PassageSoort.KIND, "Letterlijk wat het kind zei."),
    (PassageSoort.HOREN_ZEGGEN, "Van wie? Mag het worden opgeschreven? Wil die dat niet, schrijf het dan niet op."),
    (PassageSoort.MENING, "Alleen als het iets toevoegt. Van wie is de mening?"),
)
_CRITERIA = (
    "Toestemming: wilden allen die meededen dit?",
    "Vrijwilligheid: was er geen druk, dwang of beloning?",
    "Gelijkwaardigheid: waren zij gelijk in leeftijd, kracht en inzicht?",
    "Ontwikkeling: past dit gedrag bij hun leeftijd?",
    "Context: past dit gedrag op deze plek?",
    "Zelfrespect: deed niemand zichzelf of een ander tekort?",
)
_SOORTEN = (
    "Fysiek geweld",
    "Wapenbezit: vuurwapen",
    "Wapenbezit: steekwapen",
    "Wapenbezit: ander wapen",
    "Seksueel misbruik of intimidatie",
    "Grove pesterij",
    "Discriminatie: ras",
    "Discriminatie: geslacht",
    "Discriminatie: homoseksualiteit",
    "Discriminatie: anders",
    "Bedreiging",
    "Vernieling of diefstal",
    "Herhaald ongewenst gedrag tegen een professional",
)


@dataclass(frozen=True, slots=True)
class _Vak:
    """A piece of a form: made with a number of lines; one that grows gets what room is left on its page."""

    maak: Callable[[int], Strook]
    lijnen: int = 0
    groeit: bool = False


def render_signaalformulier(school: Schoolprofiel, gemaakt_op: datetime) -> Gemaakt:
    """Return the signal form: the labels of `Signaal`, each kind of passage with its own mark, and the body map."""
    return _formulier("Signaal", _SIGNAAL_ZIN, school, gemaakt_op, [_signaal_voor(), _signaal_achter()])


def render_incidentformulier(school: Schoolprofiel, gemaakt_op: datetime) -> Gemaakt:
    """Return the incident form. Source: the plan on the incident register, and its protocol on behaviour."""
    return _formulier("Incident", _INCIDENT_ZIN, school, gemaakt_op, [_incident_voor(), _incident_achter()])


_SIGNAAL_ZIN = (
    "Zag of hoorde je iets waar je je zorgen over maakt? Schrijf op wat je zag en hoorde, niet wat je ervan vindt. "
    "Geef dit blad dezelfde dag aan de leerkracht of de intern begeleider, en bewaar zelf geen kopie."
)
_INCIDENT_ZIN = (
    "Voor een groot incident: ingrijpend, en met veel effect op wie erbij betrokken is. Geef dit blad dezelfde dag aan "
    "de directeur, en bewaar zelf geen kopie."
)


def _formulier(
    titel: str, zin: str, school: Schoolprofiel, gemaakt_op: datetime, paginas: Sequence[Sequence[_Vak]]
) -> Gemaakt:
    zetter = Zetter()
    kop: list[Stuk] = [(BOVENKOP, ["Formulier om in te vullen"]), (TITEL, [titel])]
    hoofd = [
        Strook([Cel(0, kop)], plakt=True),
        Strook([Cel(0, [(KLEIN, zetter.regels(zin, KLEIN, BREEDTE))])], boven=4, onder=2, plakt=True),
    ]
    blokken: list[Blok | NieuwePagina] = [*hoofd]
    voor = sum(s.boven + s.hoogte for s in hoofd)
    for n, vakken in enumerate(paginas):
        if n:
            blokken.append(NieuwePagina())
        blokken += _gevuld(vakken, HOOGTE - (0 if n else voor))
    om = Opmaak(
        titel="Formulier",
        auteur=school.naam,
        gemaakt_op=gemaakt_op,
        kop_links=school.naam,
        kop_rechts=f"{titel} · blanco formulier",
        voet=("Vertrouwelijk zodra er iets op staat.", f"Formulier van {datum_nl(gemaakt_op.date())}"),
    )
    return maak(blokken, om, zetter)


def _gevuld(vakken: Sequence[_Vak], hoogte: float) -> list[Strook]:
    """Return the pieces of a page, those to write on with as many lines more as fit."""
    lijnen = [vak.lijnen for vak in vakken]
    over = hoogte - sum(s.boven + s.hoogte for s in (v.maak(v.lijnen) for v in vakken)) - 2
    groei = [n for n, vak in enumerate(vakken) if vak.groeit]
    beurt = 0
    while groei and over >= _LIJN:
        lijnen[groei[beurt % len(groei)]] += 1
        over -= _LIJN
        beurt += 1
    return [vak.maak(aantal) for vak, aantal in zip(vakken, lijnen, strict=True)]


# -- the pieces


def _kop(tekst: str) -> _Vak:
    return _Vak(lambda _: Strook([Cel(0, [(_KOP, [tekst])])], boven=11, onder=1, lijn=True, heel=True))


def _zin(stijl: Stijl, *regels: str) -> _Vak:
    return _Vak(lambda _: Strook([Cel(0, [(stijl, list(regels))])], boven=5, heel=True))


def _rij(*paren: tuple[str, int]) -> _Vak:
    """Labels with a line each, side by side; widths in twelfths."""

    def maak_rij(_: int) -> Strook:
        cellen: list[Cel] = []
        lijnen: list[tuple[float, float]] = []
        x, deel = 0.0, (BREEDTE + GOOT) / 12
        for label, breed in paren:
            cellen.append(Cel(x, [(LABEL, [label])]))
            lijnen.append((x, x + breed * deel - GOOT))
            x += breed * deel

        def teken(doek: Doek, links: float, top: float) -> None:
            for van, tot in lijnen:
                doek.lijn(links + van, top - 31, links + tot, top - 31, GRIJS)

        return Strook(cellen, boven=5, vast=33, heel=True, teken_bij=teken)

    return _Vak(maak_rij)


def _schrijf(label: str, hulp: str = "", lijnen: int = 1, *, groeit: bool = False) -> _Vak:
    def maak_vak(aantal: int) -> Strook:
        zetter = Zetter()
        stukken: list[Stuk] = [(LABEL, zetter.regels(label, LABEL, BREEDTE))]
        if hulp:
            stukken.append((KLEIN, zetter.regels(hulp, KLEIN, BREEDTE)))
        kop = sum(stijl.regel * len(regels) for stijl, regels in stukken)
        return Strook(
            [Cel(0, stukken)], boven=6, vast=kop + aantal * _LIJN, heel=True, teken_bij=_lijnen(kop, aantal, 0)
        )

    return _Vak(maak_vak, lijnen, groeit)


def _lijnen(kop: float, aantal: int, links: float) -> Callable[[Doek, float, float], None]:
    def teken(doek: Doek, x: float, y: float) -> None:
        for n in range(1, aantal + 1):
            doek.lijn(x + links, y - kop - n * _LIJN + 2, x + BREEDTE, y - kop - n * _LIJN + 2, GRIJS, 0.5)

    return teken


def _passage(soort: PassageSoort, hulp: str) -> _Vak:
    """A kind of passage with its mark at the left, as it will have it in the dossier."""

    def maak_vak(aantal: int) -> Strook:
        zetter, breed = Zetter(), BREEDTE - _IN
        stukken: list[Stuk] = [(VET, [soort.label]), (KLEIN, zetter.regels(hulp, KLEIN, breed))]
        kop = sum(stijl.regel * len(regels) for stijl, regels in stukken)
        hoog = kop + aantal * _LIJN
        lijnen = _lijnen(kop, aantal, _IN)

        def teken(doek: Doek, x: float, y: float) -> None:
            streep(doek, soort, x + 3, y - 2, y - hoog + 2)
            lijnen(doek, x, y)

        return Strook([Cel(_IN, stukken)], boven=8, vast=hoog, heel=True, teken_bij=teken)

    return _Vak(maak_vak, 2, groeit=True)


def _hokjes(label: str, opties: Sequence[str], kolommen: int = 2) -> _Vak:
    def maak_vak(_: int) -> Strook:
        per = -(-len(opties) // kolommen)
        breed = BREEDTE / kolommen
        kop = LABEL.regel if label else 0
        cellen = [Cel(0, [(LABEL, [label])])] if label else []
        for k in range(kolommen):
            regels = list(opties[k * per : (k + 1) * per])
            cellen.append(Cel(k * breed + 15, [(LABEL, [""]), (_HOKREGEL, regels)] if label else [(_HOKREGEL, regels)]))

        def teken(doek: Doek, x: float, y: float) -> None:
            for n in range(len(opties)):
                hokje(doek, x + n // per * breed, y - kop - n % per * _HOKREGEL.regel - 3)

        return Strook(cellen, boven=6, heel=True, teken_bij=teken)

    return _Vak(maak_vak)


_HOKREGEL = Stijl(_OPTIE.gewicht, _OPTIE.maat, 15.5, _OPTIE.kleur)


def _janee(vraag: str) -> _Vak:
    def maak_vak(_: int) -> Strook:
        cellen = [
            Cel(0, [(LOPEND, Zetter().regels(vraag, LOPEND, BREEDTE - 100))]),
            Cel(BREEDTE - 76, [(_OPTIE, ["ja"])]),
            Cel(BREEDTE - 24, [(_OPTIE, ["nee"])]),
        ]

        def teken(doek: Doek, x: float, y: float) -> None:
            hokje(doek, x + BREEDTE - 90, y - 5)
            hokje(doek, x + BREEDTE - 38, y - 5)

        return Strook(cellen, lucht=3, onder=4, lijn=True, heel=True, teken_bij=teken)

    return _Vak(maak_vak)


def _lichaamsvak() -> _Vak:
    hoog = 138.0

    def teken(doek: Doek, x: float, y: float) -> None:
        breed = hoog * VERHOUDING
        for kant, links in ((Kant.VOOR, x + BREEDTE - 250), (Kant.ACHTER, x + BREEDTE - 40 - breed)):
            lichaam(doek, kant, links, y - 2, hoog)
        for n in range(1, 6):
            doek.lijn(x, y - 26 - n * _LIJN, x + BREEDTE - 300, y - 26 - n * _LIJN, GRIJS, 0.5)

    tekst = [
        (LABEL, ["Letsel op het lichaam"]),
        (KLEIN, ["Zet een cijfer op de tekening en", "schrijf erbij wat te zien was."]),
    ]
    return _Vak(lambda _: Strook([Cel(0, tekst)], boven=9, vast=hoog + 20, heel=True, teken_bij=teken))


# -- what stands on them


def _spec(naam: str) -> VeldSpec:
    return next(s for s in velden(Signaal) if s.naam == naam)


def _label(naam: str) -> str:
    return _spec(naam).veld.label


def _opties(naam: str) -> list[str]:
    keuze: type[Keuze] | None = _spec(naam).keuze
    assert keuze is not None
    return [member.label for member in keuze]


def _signaal_voor() -> list[_Vak]:
    return [
        _kop("Over wie en wanneer"),
        _rij(("Naam van de leerling", 8), ("Groep", 4)),
        _rij((_label("datum"), 3), (_label("tijd"), 3), (_label("plaats"), 6)),
        _rij((_label("signaleerder"), 7), (_label("functie"), 5)),
        _rij(("Anderen aanwezig (alleen initialen)", 12)),
        _hokjes(_label("aard"), _opties("aard")),
        _hokjes(_label("gelet_op"), _opties("gelet_op")),
        _kop("Direct handelen"),
        _janee(_label("gevaar")),
        _janee(_label("disclosure")),
        _janee(_label("eergerelateerd")),
        _zin(
            VET,
            "Ergens ja? Wacht niet: ga nu naar de intern begeleider of de directeur.",
            f"Bij gevaar: 112. Veilig Thuis: {VEILIG_THUIS}, dag en nacht.",
        ),
        _kop(_label("situatie")),
        _schrijf(_spec("situatie").veld.hulp, lijnen=3, groeit=True),
    ]


def _signaal_achter() -> list[_Vak]:
    return [
        _kop(_label("passages")),
        *(_passage(soort, hulp) for soort, hulp in _PASSAGES),
        _lichaamsvak(),
        _kop("Besproken en afgesproken"),
        _rij((_label("besproken_met"), 8), ("Op", 4)),
        _schrijf("Afspraken: met wie, wat en wanneer", lijnen=2),
        _rij(("Naam", 5), ("Datum", 3), ("Handtekening", 4)),
    ]


def _incident_voor() -> list[_Vak]:
    return [
        _kop("Wat en wanneer"),
        _rij(("Datum", 3), ("Tijd", 3), ("Plaats", 6)),
        _rij(("Doorgegeven door", 8), ("Op", 4)),
        _hokjes("Soort", _SOORTEN),
        _kop("Betrokkenen"),
        _rij(("Naam of initialen", 5), ("Groep of functie", 3), ("Rol: slachtoffer, pleger of getuige", 4)),
        *[_rij(("", 5), ("", 3), ("", 4))] * 3,
        _kop("Wat is er gebeurd"),
        _schrijf("Feiten: wat zag of hoorde je, in de volgorde waarin het gebeurde", lijnen=3, groeit=True),
        _schrijf("Waarmee, en wat ging eraan vooraf", lijnen=2, groeit=True),
    ]


def _incident_achter() -> list[_Vak]:
    return [
        _kop("Grensoverschrijdend gedrag: zes criteria"),
        *(_janee(vraag) for vraag in _CRITERIA),
        _zin(KLEIN, "Eén keer nee is genoeg om te begrenzen en bij te sturen."),
        _kop("Daarna"),
        _schrijf("Welke stappen zijn genomen, door wie en wanneer", lijnen=3, groeit=True),
        _schrijf("Welke maatregel of consequentie", lijnen=2, groeit=True),
        _janee("Is het gewenste gedrag aangeleerd of besproken?"),
        _janee("Is de veiligheid hersteld?"),
        _janee("Zijn de ouders ingelicht?"),
        _schrijf("Ouders: wie, wanneer en door wie", lijnen=1),
        _rij(("Naam", 5), ("Datum", 3), ("Handtekening", 4)),
    ]
