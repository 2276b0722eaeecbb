"""What the dossier says beside a question: marked passages, what contradicts them, earlier meldingen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.models.afweging import Afweging
from desktop.models.dossierdelen import PassageSoort
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.melding import Melding
from desktop.models.overleg import Overleg
from desktop.models.signaal import Signaal
from desktop.models.veiligthuis import Terugkoppeling, VtAdvies
from desktop.models.vooroverleg import SoortGesprek
from desktop.models.weging import Vraag
from desktop.services.meldcode import Zaak
from desktop.views.forms.lezen import toon_datum
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van
from desktop.views.zaak.woorden import KLEUR

_LANG = 180
_UIT_HULP = (Vraag.HULP, Vraag.ACCEPTATIE, Vraag.RESULTAAT)


@dataclass(frozen=True, slots=True)
class Feit:
    """One thing that the dossier says: when, what, how sure and from whom; `plek` is the record that says it."""

    op: date | None
    tekst: str
    bij: str
    kleur: str
    plek: Plek | None = None

    @property
    def dag(self) -> str:
        """Return the day, short; '' where none is known."""
        return toon_datum(self.op, kort=True) if self.op else ""


@dataclass(frozen=True, slots=True)
class Groep:
    """Facts under one heading."""

    kop: str
    feiten: tuple[Feit, ...]


def naast(zaak: Zaak, vraag: Vraag, weging: Sequence[Afweging] = ()) -> list[Groep]:
    """Return what stands beside a question, what matters most for it first; groups without anything are left out."""
    gezien = Groep("Gezien en gehoord", tuple(_passages(zaak)))
    tegen = Groep("Wat het vermoeden tegenspreekt", tuple(_tegenspraak(zaak)))
    gemeld = Groep("Eerder gemeld", tuple(_meldingen(zaak)))
    raad = Groep("Overleg en advies", tuple(_raad(zaak)))
    gesprek = Groep("Gesprekken", tuple(_gesprekken(zaak)))
    hulp = Groep("De hulp die is afgesproken", tuple(_hulp(weging)))
    per = {
        Vraag.VERMOEDEN: (gezien, tegen, gesprek, raad, gemeld),
        Vraag.VEILIGHEID: (gezien, tegen, gemeld, gesprek, raad),
        Vraag.HULP: (raad, gesprek, gezien, tegen, gemeld),
        Vraag.ACCEPTATIE: (gesprek, raad, gezien, tegen, gemeld),
        Vraag.RESULTAAT: (hulp, gezien, gesprek, raad, tegen, gemeld),
    }
    return [groep for groep in per[vraag] if groep.feiten]


def _dag(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _kort(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= _LANG else f"{plat[:_LANG].rpartition(' ')[0]} …"


def _passages(zaak: Zaak) -> Iterator[Feit]:
    """Yield the passages of the signals, newest first; a signal without any by its subject."""
    for stored, signaal in reversed(zaak.van(Signaal)):
        plek = plek_van(stored.kind, stored.record)
        op = _dag(signaal.event_at())
        merken = [w for w, aan in (("disclosure", signaal.disclosure), ("gevaar", signaal.gevaar)) if aan]
        if signaal.eergerelateerd:
            merken.append("eergerelateerd geweld")
        met_tekst = [p for p in signaal.passages if p.tekst.strip()]
        if not met_tekst:
            yield Feit(op, signaal.titel(), " · ".join(["signaal", *merken]), "meldcode", plek)
        for passage in met_tekst:
            soort = passage.soort or PassageSoort.FEIT
            wie = passage.bron or signaal.functie.lower() or signaal.signaleerder
            bij = " · ".join(deel for deel in (soort.label.lower(), wie, *merken) if deel)
            tekst = f"“{_kort(passage.tekst)}”" if soort is PassageSoort.KIND else _kort(passage.tekst)
            yield Feit(op, tekst, bij, KLEUR[soort], plek)


def _tegenspraak(zaak: Zaak) -> Iterator[Feit]:
    for rij in zaak.dossier.tegenspraak:
        bij = " · ".join(deel for deel in ("spreekt tegen", rij.bron) if deel)
        yield Feit(None, _kort(rij.wat), bij, "accent", Plek("zaak", zaak.stored.record))


def _meldingen(zaak: Zaak) -> Iterator[Feit]:
    for stored, melding in reversed(zaak.van(Melding)):
        if stored.state != "vastgesteld":
            continue
        besluit = [t for _, t in zaak.van(Terugkoppeling) if t.melding == stored.record and t.besluit()]
        tekst = besluit[-1].titel() if besluit else "Nog geen besluit van Veilig Thuis"
        norm = melding.norm.label.split(":")[0].lower() if melding.norm else ""
        bij = " · ".join(deel for deel in ("melding", norm) if deel)
        yield Feit(melding.gebeld_op, tekst, bij, "zacht", plek_van(stored.kind, stored.record))


def _raad(zaak: Zaak) -> Iterator[Feit]:
    for stored, overleg in zaak.van(Overleg):
        tekst = overleg.advies or overleg.besluit or overleg.plan_van_aanpak or overleg.inhoud or overleg.titel()
        plek = plek_van(stored.kind, stored.record)
        yield Feit(overleg.datum, _kort(tekst), f"overleg · {overleg.detail().lower()}", "rol.leerkracht", plek)
    for stored, advies in zaak.van(VtAdvies):
        tekst = advies.besluit or advies.advies or advies.titel()
        ernst = f"ernst: {_kort(advies.ernst)}" if advies.ernst.strip() else ""
        bij = " · ".join(deel for deel in ("advies van Veilig Thuis", ernst) if deel)
        yield Feit(advies.datum, _kort(tekst), bij, "meldcode", plek_van(stored.kind, stored.record))


def _gesprekken(zaak: Zaak) -> Iterator[Feit]:
    for stored, verslag in zaak.van(Gespreksverslag):
        met = "leerling" if verslag.soort is SoortGesprek.LEERLING else "ouders"
        tekst = verslag.besproken or verslag.mening or verslag.titel()
        plek = plek_van(stored.kind, stored.record)
        yield Feit(_dag(verslag.event_at()), _kort(tekst), f"gesprek met {met}", "rol.ouders", plek)


def _hulp(weging: Sequence[Afweging]) -> Iterator[Feit]:
    for afweging in weging:
        if afweging.vraag is Vraag.ACCEPTATIE and afweging.termijn:
            yield Feit(afweging.termijn, _kort(afweging.effect), "zo merk je het effect", "goed")
