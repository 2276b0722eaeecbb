"""The letter that invites one parent to a conversation: to the point, polite, with the address behind the window."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook
from desktop.documents.brief import TUSSEN, adresblok, bereikbaar, briefhoofd, briefregels, groet
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.styles import (
    BREEDTE,
    GOOT,
    LABEL,
    VET,
    VLAK,
)
from desktop.documents.text import Zetter, datum_nl, kort, tijd_nl
from desktop.documents.velden import alinea
from desktop.models.core import Wie
from desktop.models.personen import Persoon, Tolk
from desktop.models.school import Schoolprofiel
from desktop.models.uitnodiging import Ontvanger, Uitnodiging
from desktop.models.vooroverleg import SoortGesprek


def render_uitnodiging(uitnodiging: Uitnodiging, kader: Kader, ontvanger: Ontvanger, adres: Persoon | None) -> Gemaakt:
    """Return the letter for one parent. `adres` is that parent's own card: salutation, address, language, interpreter.

    Without it the letter carries the name only, to be handed over. Nobody else's address or reason is in it, nor
    the kind of talk: what the parent reads is the subject. Plan: names the subject and who else comes, says that one
    may bring someone along.
    """
    zetter = Zetter()
    blokken: list[Blok | NieuwePagina] = [
        adresblok(ontvanger.wie, adres, zetter),
        *_brief(uitnodiging, kader, ontvanger.wie, adres, zetter),
    ]
    school = kader.school
    om = opmaak(
        kader,
        uitnodiging.NAAM,
        uitnodiging.NAAM,
        kort(uitnodiging.onderwerp, 60),
        briefhoofd=lambda doek: briefhoofd(doek, school, zetter),
    )
    return maak(blokken, om, zetter)


def _brief(uitnodiging: Uitnodiging, kader: Kader, wie: Wie, adres: Persoon | None, zetter: Zetter) -> Iterator[Blok]:
    leerling, school = uitnodiging.leerling, kader.school
    yield briefregels(
        [
            ("Datum", datum_nl(kader.gemaakt_op.date())),
            ("Kenmerk", kader.kenmerk),
            ("Betreft", f"gesprek over {leerling.naam}"),
        ],
        zetter,
    )
    aanhef = (adres.aanhef.strip().rstrip(",") if adres else "") or f"Beste {wie.naam}"
    yield alinea(f"{aanhef},", zetter, boven=20)
    onderwerp = uitnodiging.onderwerp.strip().rstrip(".") or "…"
    yield alinea(
        f"Graag nodigen wij u uit voor een gesprek over {leerling.naam}. Het onderwerp is: {onderwerp}.",
        zetter,
        boven=TUSSEN,
    )
    yield _wanneer(uitnodiging, zetter)
    yield from (alinea(tekst, zetter, boven=TUSSEN) for tekst in _alineas(uitnodiging, school, adres))
    yield groet(uitnodiging.ondertekenaar, uitnodiging.ondertekenaar_functie, school, zetter)


def _wanneer(uitnodiging: Uitnodiging, zetter: Zetter) -> Strook:
    dag = datum_nl(uitnodiging.datum, weekdag=True) if uitnodiging.datum else "nog niet ingevuld"
    tijd = tijd_nl(uitnodiging.tijd) if uitnodiging.tijd else "nog niet ingevuld"
    if uitnodiging.tijd and uitnodiging.tijd_tot:
        tijd += f" tot {tijd_nl(uitnodiging.tijd_tot)}"
    cellen: list[Cel] = []
    binnen = BREEDTE - 24
    for label, waarde, begin, deel in (
        ("Wanneer", dag, 0.0, 0.42),
        ("Hoe laat", f"{tijd} uur" if uitnodiging.tijd else tijd, 0.42, 0.24),
        ("Waar", uitnodiging.plaats.strip() or "nog niet ingevuld", 0.66, 0.34),
    ):
        breedte = binnen * deel - GOOT
        cellen.append(
            Cel(
                12 + binnen * begin,
                [(LABEL, zetter.regels(label, LABEL, breedte)), (VET, zetter.regels(waarde, VET, breedte))],
            )
        )
    return Strook(cellen, boven=TUSSEN + 2, lucht=9, onder=10, vlak=VLAK)


def _alineas(uitnodiging: Uitnodiging, school: Schoolprofiel, adres: Persoon | None) -> Iterator[str]:
    yield _aanwezig(uitnodiging)
    if uitnodiging.soort is SoortGesprek.CALAMITEIT:
        yield (
            "We bespreken wat er is opgemerkt, wat uw zorgen zijn, welke oplossingen we samen zien en wat daarvan in "
            "het actieplan komt."
        )
    if uitnodiging.toelichting.strip():
        yield uitnodiging.toelichting
    yield "U mag iemand meenemen die u steunt. Laat het ons vooraf weten, dan houden we er rekening mee."
    tolk = _tolk(adres)
    if tolk:
        yield tolk
    yield (
        "Van het gesprek maken we een verslag, dat u te lezen krijgt. Tekenen is vrijwillig. Bent u het er niet mee "
        "eens, dan kunt u tekenen voor gezien en uw eigen zienswijze laten toevoegen."
    )
    yield f"Komt dit moment niet uit, of heeft u een vraag? {bereikbaar(school)} We zoeken dan samen een oplossing."


def _aanwezig(uitnodiging: Uitnodiging) -> str:
    """Who will be there: these are staff, named in full so that a parent knows whom to expect."""
    eerste = _met_functie(uitnodiging.ondertekenaar, uitnodiging.ondertekenaar_functie)
    anderen = [_met_functie(w.naam, w.hoedanigheid) for w in uitnodiging.ook_aanwezig]
    anderen = [naam for naam in anderen if naam and naam != eerste]
    wie = _opsomming([naam for naam in (eerste, *anderen) if naam])
    if not wie:
        return "U hoort nog wie er namens de school bij het gesprek zijn."
    return f"Namens de school {'is' if len(anderen) + bool(eerste) == 1 else 'zijn'} erbij: {wie}."


def _met_functie(naam: str, functie: str) -> str:
    naam, functie = kort(naam, 120), kort(functie, 120)
    return f"{naam} ({functie})" if naam and functie else naam or functie


def _opsomming(delen: list[str]) -> str:
    return " en ".join([", ".join(delen[:-1]), delen[-1]]) if len(delen) > 1 else "".join(delen)


def _tolk(adres: Persoon | None) -> str:
    if adres is None or adres.tolk not in (Tolk.NODIG, Tolk.GEWENST):
        return ""
    taal = f" voor {kort(adres.taal, 60)}" if adres.taal.strip() else ""
    if adres.tolk is Tolk.NODIG:
        return f"Wij zorgen voor een tolk{taal}. Is dat niet nodig of heeft u een andere wens, laat het ons dan weten."
    return f"Wilt u een tolk{taal} bij het gesprek? Laat het ons weten, dan regelen wij dat."
