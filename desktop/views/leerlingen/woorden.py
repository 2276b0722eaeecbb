"""People in words: age, state, what holds on a gezag card, addresses. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.models.namen import groepsnaam
from desktop.models.personen import Gezag, GezagPeriode, Leerling, Persoon, Relatie, Tolk
from desktop.views.forms.lezen import toon_datum
from desktop.views.widgets import Toon


def leeftijd(geboren: date, vandaag: date) -> str:
    """Return an age in whole years; '' where the date lies ahead."""
    jaren = vandaag.year - geboren.year - ((vandaag.month, vandaag.day) < (geboren.month, geboren.day))
    return f"{jaren} jaar" if jaren >= 0 else ""


def kopregel(leerling: Leerling, vandaag: date) -> str:
    """Return what stands below a pupil's name: group, birth and, while alive, age."""
    delen = []
    if leerling.groep_naam:
        naam = groepsnaam(leerling.groep_naam)
        delen.append(naam[:1].upper() + naam[1:])
    if leerling.geboortedatum:
        oud = "" if leerling.overleden_op else leeftijd(leerling.geboortedatum, vandaag)
        delen.append(f"geboren {toon_datum(leerling.geboortedatum, kort=True)}" + (f" ({oud})" if oud else ""))
    if leerling.voornamen and leerling.voornamen != leerling.roepnaam:
        delen.append(f"voornamen: {leerling.voornamen}")
    if leerling.instroomdatum:
        delen.append(f"op school sinds {toon_datum(leerling.instroomdatum, kort=True)}")
    return " · ".join(delen)


def stand(leerling: Leerling, vandaag: date) -> str:
    """Return in words that a pupil has died or left; '' for one who is here."""
    if leerling.overleden_op:
        return f"Overleden op {toon_datum(leerling.overleden_op, kort=True)}"
    if leerling.uitstroomdatum and leerling.uitstroomdatum <= vandaag:
        return f"Van school sinds {toon_datum(leerling.uitstroomdatum, kort=True)}"
    return ""


def geen_uitnodiging(leerling: Leerling, vandaag: date) -> str:
    """Return why no invitation goes out for a pupil; '' where it may, for one who died with a reason."""
    return "leerling is van school" if leerling.is_weg(vandaag) and not leerling.overleden_op else ""


def gezag_pil(gezag: Gezag) -> tuple[str, Toon, str]:
    """Return the word, tone and icon for gezag."""
    return {
        Gezag.JA: ("Gezag", "goed", "check-circle"),
        Gezag.NEE: ("Geen gezag", "waarschuwing", "prohibit"),
        Gezag.ONBEKEND: ("Gezag nog onbekend", "waarschuwing", "question"),
    }[gezag]  # type: ignore[return-value]  # mypy reads the tones as plain text


def informatie(periode: GezagPeriode | None) -> str:
    """Return the right to information in words."""
    if periode is None or periode.informatie is None:
        return "Recht op informatie: nog niet ingevuld"
    return f"Recht op informatie: {'ja' if periode.informatie else 'nee'}"


def sinds(periode: GezagPeriode) -> str:
    """Return since when a period holds, until when, and how that is known."""
    tot = f" tot en met {toon_datum(periode.tot, kort=True)}" if periode.tot else ""
    bron = f" · {periode.bron}" if periode.bron else ""
    return f"Vanaf {toon_datum(periode.vanaf, kort=True)}{tot}{bron}"


def straks(kaart: Relatie, vandaag: date) -> str:
    """Return the first change of gezag that lies ahead, in words; '' where there is none."""
    komend = min((p for p in kaart.perioden if p.vanaf > vandaag), key=lambda p: p.vanaf, default=None)
    if komend is None or komend.gezag is None:
        return ""
    return f"Vanaf {toon_datum(komend.vanaf, kort=True)}: {gezag_pil(komend.gezag)[0].lower()}"


def taal(persoon: Persoon) -> str:
    """Return language and interpreter in words; '' where there is nothing to know."""
    tolk = f"tolk {persoon.tolk.label}" if persoon.tolk and persoon.tolk is not Tolk.NEE else ""
    return " · ".join(deel for deel in (persoon.taal, tolk) if deel)


def adres(persoon: Persoon) -> str:
    """Return the address for letters on one line; '' where there is none."""
    plaats = " ".join(deel for deel in (persoon.postcode, persoon.plaats) if deel)
    return ", ".join(deel for deel in (persoon.straat, plaats) if deel)


def opsomming(namen: Sequence[str]) -> str:
    """Return names as they are said: 'Noa, Sem en Bram'."""
    return f"{', '.join(namen[:-1])} en {namen[-1]}" if len(namen) > 1 else "".join(namen)


def lees_kaart_extra(extra: str) -> tuple[UUID, UUID | None]:
    """Return (pupil, card or None) out of the `extra` of the place 'kaart'. Raises ValueError."""
    leerling, _, relatie = extra.partition(":")
    return UUID(leerling), UUID(relatie) if relatie else None
