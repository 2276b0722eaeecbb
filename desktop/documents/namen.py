"""Who is named in a PDF: initials for all but the pupil it is about and, on a parent's copy, that parent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop.models.core import Wie
from desktop.models.namen import initialen
from desktop.models.woorden import VULWOORDEN

# Words that begin with a capital in a name field and are no names.
_GEEN_NAAM = frozenset(
    "beide beiden ouder ouders moeder vader verzorger verzorgers voogd pleegouder pleegouders stiefmoeder stiefvader "
    "oma opa school leerkracht directeur directie intern interne begeleider aandachtsfunctionaris veilig thuis "
    "jeugdarts jeugdverpleegkundige gezinsvoogd schoolmaatschappelijk werker medewerker mevrouw meneer per via een "
    "telefonisch geen niemand onbekend niets nog ikzelf ib af vt ggd ggz jgz cjg ot cit smw gi mr gmr".split()
)
# After these words a single capital is a name too.
_AANSPREEK = frozenset("juf juffrouw meester meneer mevrouw mevr dhr mw oom tante opa oma buurman buurvrouw".split())
# They open a sentence more often than a name does.
_OPENERS = VULWOORDEN | frozenset(
    "achter afgelopen alleen al alle allebei anders behalve beide binnen boven bovendien buiten daar daarbij"
    " daardoor daarna daarnaast daarom daarop daarover daarvan daarvoor dankzij dezelfde doordat dus echter eergisteren"
    " eerder eerst eindelijk elke enkele ergens even gisteren gedurende haar hierna hierop hoewel iedere iemand"
    " inmiddels intussen jouw jullie kennelijk langs later meestal mits morgen nadat naast namens nergens niemand nog"
    " nooit omtrent onder ondanks ondertussen onlangs onze opnieuw overigens per rond rondom samen sinds soms steeds"
    " straks telkens tenslotte terwijl tijdens totdat trouwens tussen tussendoor uiteindelijk vaak vanaf vanavond"
    " vandaag vanmiddag vanmorgen vannacht vanochtend vanuit vanwege vervolgens via volgend volgende volgens"
    " voordat vooral voorheen vorig vorige vroeger waarbij waarna waarom waarop wegens weer wel welke zelfs zijn zoals"
    " zodat zodra zonder zoveel zowel zulke"
    " belt gaat geeft huilt kijkt komt krijgt kwam ging gaf keek kreeg liep loopt mag moest schrijft sprak vertelde"
    " vertelt vindt vond vraagt vroeg wilde zag zei zegt ziet".split()
)
_VOEGT = ("en", "of", "met")
_EIND = r"(?!\w)(?:\.(?=\s|$))?"
"""The end of a name: the full stop after it goes along, since initials end with one of their own."""
_ZINSEIND = re.compile(r"[^\W\d_]{3}[.!?](?:\s|$)")
_TUSSEN = r"(?:van|de|der|den|het|ter|ten|te|op|in|von|la|le|el|al|du|des|di|da|dos)"
_NAAM = re.compile(rf"[^\W\d_][^\s,;:/()&+]*(?:\s+(?:{_TUSSEN}\s+)*[^\W\d_][^\s,;:/()&+]*)*")
_ZIN = re.compile(r"(?:^|[.!?:…][\"'”’)\]]*\s+|\n\s*|[“„\"‘'(]\s*)$")
_KAPITAAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_][^\s.,;:!?()\"“”‘/]*"
_LOPEND = re.compile(
    rf"(?:(?<=\s)|(?<![^\W_])){_KAPITAAL}(?:\s(?:{_TUSSEN}\s){{0,3}}{_KAPITAAL})*(?!\w)(?:\.(?=\s|$))?"
)


def zelfde(een: Wie | None, ander: Wie | None) -> bool:
    """Whether two references are one person: by identity where both have one, else by name."""
    if een is None or ander is None:
        return False
    if een.persoon is not None and ander.persoon is not None:
        return een.persoon == ander.persoon
    return een.naam == ander.naam


class Namen:
    """Turns people into what a PDF may say of them. Source: domain rules, 'every PDF that leaves shows initials'."""

    def __init__(self, zichtbaar: Iterable[Wie], genoemd: Iterable[Wie]) -> None:
        """`zichtbaar` may be named in full; `genoemd` are the others, also where their full name stands in a text."""
        self._zichtbaar = tuple(zichtbaar)
        self._vrij = {deel.casefold() for wie in self._zichtbaar for deel in wie.naam.split()}
        self._roep_heel = {wie.naam.split()[0] for wie in self._zichtbaar if wie.naam.split()}
        self._roep = {naam.casefold() for naam in self._roep_heel}
        vrij = {_gelijk(wie.naam) for wie in self._zichtbaar}
        volle = {" ".join(wie.naam.split()) for wie in genoemd if not self._mag(wie)}
        # a single word is too often an ordinary word, or the pupil's own surname
        namen = sorted((n for n in volle if " " in n and _gelijk(n) not in vrij), key=lambda n: (-len(n), n))
        patroon = "|".join(r"\s+".join(map(re.escape, naam.split())) for naam in namen)
        self._vol = re.compile(rf"(?<!\w)(?:{patroon}){_EIND}", re.IGNORECASE) if namen else None
        roep = {naam.split()[0] for naam in namen} - self._roep_heel
        los = sorted(naam for naam in roep if len(naam) > 2 and not _opent(naam))
        self._los = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, los))}){_EIND}") if los else None

    def _mag(self, wie: Wie) -> bool:
        return any(zelfde(wie, ander) for ander in self._zichtbaar)

    def wie(self, wie: Wie) -> str:
        """Return a person's name, or his initials."""
        return wie.naam if self._mag(wie) else initialen(wie.naam) or "–"

    def met_hoedanigheid(self, wie: Wie) -> str:
        """Return a person with his capacity, for example 'E.Y., moeder'."""
        return f"{self.wie(wie)}, {wie.hoedanigheid}" if wie.hoedanigheid else self.wie(wie)

    def tekst(self, tekst: str) -> str:
        """Return a text in which the full names of the others have become initials; the rest stays as written."""
        return self._vol.sub(lambda m: initialen(m[0]), tekst) if self._vol else tekst

    def veld(self, tekst: str) -> str:
        """Return what a field that names people holds, with initials: 'Fatma Yılmaz (IB)' becomes 'F.Y. (IB)'.

        Only words that begin with a capital can be names; known words ('Moeder', 'Veilig Thuis', 'IB')
        stay. Where it holds whole sentences it is running text, in which a first name that the record knows is
        shortened too: read as names, the word that opens the next sentence would be taken for a surname.
        """
        if _is_lopend(tekst):
            kort = self.lopend(tekst)
            return self._los.sub(lambda m: initialen(m[0]), kort) if self._los else kort
        delen = [wie.naam for wie in self._zichtbaar if wie.naam and wie.naam in tekst]
        if not delen:
            # the pupil is as often called by a first name alone
            return _NAAM.sub(lambda m: m[0] if _alle_in(m[0], self._vrij) else _initialen_van(m), tekst)
        # a name that may be seen stays whole; the text around it does not
        stukken = re.split(f"({'|'.join(map(re.escape, delen))})", tekst)
        return "".join(stuk if n % 2 else _kort_af(stuk) for n, stuk in enumerate(stukken))

    def lopend(self, tekst: str) -> str:
        """Return running text with initials: full names, and a name after 'juf', 'meneer' and the like.

        Two words with a capital in a row are a full name; a single one is more often a place, a month or a child's
        nickname for something, and an account of what was said must stay readable. What people of the record are
        called is known, so `tekst` goes first; a word that only opens a sentence is not taken for a first name.
        """
        tekst = self.tekst(tekst)
        return _LOPEND.sub(lambda m: _lopende_naam(m, self._vrij, self._roep), tekst)


class Voluit(Namen):
    """Names everyone in full: for a report to Veilig Thuis, which needs to know who they are."""

    def __init__(self) -> None:
        super().__init__([], [])

    def wie(self, wie: Wie) -> str:
        """Return the name."""
        return wie.naam

    def veld(self, tekst: str) -> str:
        """Return the text as it is."""
        return tekst

    def lopend(self, tekst: str) -> str:
        """Return the text as it is."""
        return tekst


def volle_namen(tekst: str) -> Iterator[str]:
    """Yield the full names in a text that says who someone is: 'Karin Smit (Veilig Thuis)' holds 'Karin Smit'."""
    for gevonden in _LOPEND.finditer(tekst):
        woorden = [w for w in gevonden[0].removesuffix(".").split() if not _geen_naam(w)]
        if sum(not _is_tussen(woord) for woord in woorden) > 1:
            yield " ".join(woorden)


def _is_lopend(tekst: str) -> bool:
    """Whether a field that may hold names holds sentences: three small words and a full stop after a word."""
    klein = [woord for woord in tekst.split() if woord[0].islower() and not _is_tussen(woord)]
    return len(klein) > 2 and _ZINSEIND.search(tekst) is not None


def _alle_in(tekst: str, vrij: set[str]) -> bool:
    return all(woord.casefold() in vrij for woord in tekst.split())


def _lopende_naam(gevonden: re.Match[str], vrij: set[str], roep: set[str]) -> str:
    woorden = gevonden[0].removesuffix(".").split()  # initials end with a full stop of their own
    begin = gevonden.string[max(0, gevonden.start() - 12) : gevonden.start()]
    voor: list[str] = []
    # words that are no name by themselves open the run, they do not belong to it
    while woorden and (_is_tussen(woorden[0]) or _geen_naam(woorden[0]) or (_ZIN.search(begin) and _opent(woorden[0]))):
        voor.append(woorden.pop(0))
        begin = f"{begin}{voor[-1]} "
    if len(woorden) > 1 and _ZIN.search(begin) and _kaal(woorden[1]) in roep and _kaal(woorden[0]) not in vrij:
        # a sentence that goes on with the pupil's first name: what opens it is a word, for no name stands before one
        voor.append(woorden.pop(0))
        begin = f"{begin}{voor[-1]} "
    namen = [woord for woord in woorden if not _is_tussen(woord)]
    vorige = (voor[-1] if voor else (begin.split() or [""])[-1]).casefold().strip(".")
    echt = len(namen) > 1 or (len(namen) == 1 and vorige in _AANSPREEK)
    if not echt or any(_geen_naam(naam) for naam in namen) or all(_kaal(naam) in vrij for naam in namen):
        return gevonden[0]
    staart = "’s" if gevonden[0].endswith(("’s", "'s")) else ""
    return " ".join([*voor, initialen(" ".join(woorden).removesuffix("’s").removesuffix("'s"))]) + staart


def _kaal(woord: str) -> str:
    return re.sub(r"['’]?s?$", "", woord.casefold()) if woord.endswith(("’s", "'s")) else woord.casefold()


def _opent(woord: str) -> bool:
    return woord.casefold() in _OPENERS


def _geen_naam(woord: str) -> bool:
    return woord.casefold().rstrip(".,") in _GEEN_NAAM or woord.casefold() in _AANSPREEK or woord.isupper()


def _gelijk(naam: str) -> str:
    return " ".join(naam.casefold().split())


def _kort_af(tekst: str) -> str:
    return _NAAM.sub(_initialen_van, tekst)


def _initialen_van(gevonden: re.Match[str]) -> str:
    """Shorten the runs of name words within a phrase; what is no name stays where it is."""
    woorden = gevonden[0].split()
    uit: list[str] = []
    naam: list[str] = []
    for n, woord in enumerate(woorden):
        if n == 0 and _opent_zin(woorden):
            uit.append(woord)
            continue
        if _is_naam(woord) or (_is_tussen(woord) and (naam or woord[0].isupper()) and _volgt_naam(woorden[n + 1 :])):
            naam.append(woord)
            continue
        if naam:
            uit.append(initialen(" ".join(naam)))
            naam = []
        uit.append(woord)
    if naam:
        uit.append(initialen(" ".join(naam)))
    return " ".join(uit)


def _opent_zin(woorden: list[str]) -> bool:
    """Whether the first word has its capital because a sentence begins: 'Huisarts gebeld' names nobody."""
    if len(woorden) > 1 and _opent(woorden[0]) and not _is_tussen(woorden[0]):
        return True  # 'Bij Sem thuis'
    return len(woorden) > 1 and woorden[1][0].islower() and not _is_tussen(woorden[1]) and woorden[1] not in _VOEGT


def _volgt_naam(woorden: list[str]) -> bool:
    volgende = next((woord for woord in woorden if not _is_tussen(woord)), "")
    return _is_naam(volgende)


def _is_tussen(woord: str) -> bool:
    return re.fullmatch(_TUSSEN, woord, re.IGNORECASE) is not None


def _is_naam(woord: str) -> bool:
    kaal = woord.strip(".,'’")
    if not kaal or not kaal[0].isupper() or _is_tussen(kaal) or kaal.casefold() in _GEEN_NAAM:
        return False
    # a lone capital, and what is initials already ('A.v.d.B.'), needs no shortening
    return len(kaal) > 1 and "." not in kaal
