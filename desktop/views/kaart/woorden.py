"""What the sociale kaart says about now: reachable or not and until when, as an icon, words and a tone together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.models.sociale_kaart import Organisatie
from desktop.services.plan import Plan
from desktop.views.widgets import Toon

_DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Nu:
    """How an organisation can be reached at this moment.

    `nummer` is what to call now, '' where it has none; `ander` names the number for other hours, '' where there is
    only one.
    """

    zin: str
    toon: Toon
    icoon: str
    nummer: str
    ander: str = ""


def nu_bereikbaar(plan: Plan, organisatie: Organisatie) -> Nu:
    """Return what to say about an organisation now; hours, public holidays and the number for the night count."""
    nu, feestdag = plan.nu()
    stand = organisatie.stand(nu, feestdag)
    nummer = organisatie.nummer(nu, feestdag)
    nacht = organisatie.telefoon_nacht
    if stand == "open":
        ander = f"Buiten die uren: {nacht}" if nacht else ""
        return Nu("Nu bereikbaar", "goed", "phone", nummer, ander)
    if stand == "onbekend":
        zin = "Kijk op de site voor de uren" if organisatie.site else "Uren niet bekend"
        return Nu(zin, "rust", "clock", nummer, f"Buiten kantooruren: {nacht}" if nacht else "")
    weer = plan.weer_open(organisatie)
    wanneer = f"weer open {wanneer_in_woorden(weer, nu)}" if weer else "kijk op de site"
    if nacht:
        overdag = f"Overdag: {organisatie.telefoon}, {wanneer}" if organisatie.telefoon else ""
        return Nu("Nu via het nachtnummer", "info", "moon", nummer, overdag)
    return Nu(f"Nu gesloten, {wanneer}", "waarschuwing", "moon", nummer)


def wanneer_in_woorden(moment: datetime, nu: datetime) -> str:
    """Return a moment to come as it is said: 'om 13:00', 'morgen 09:00', 'di 09:00', 'di 5 mei 09:00'."""
    dagen = (moment.date() - nu.date()).days
    if dagen == 0:
        return f"om {moment:%H:%M}"
    if dagen == 1:
        return f"morgen {moment:%H:%M}"
    dag = _DAGEN[moment.weekday()]
    if dagen < _WEEK:
        return f"{dag} {moment:%H:%M}"
    return f"{dag} {moment.day} {_MAANDEN[moment.month - 1]} {moment:%H:%M}"
