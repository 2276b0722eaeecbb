"""What the afwegingskader says on screen: the questions, what follows from an answer, and how a fact is marked."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.afweging import Afweging
from desktop.models.dossierdelen import PassageSoort
from desktop.models.vooroverleg import VEILIG_THUIS
from desktop.models.weging import Antwoord, Gevolg, Invoer, Uitkomst, Vraag, gevolg, vooraf
from desktop.views.navigatie import Plek

VRAAG: Mapping[Vraag, str] = {
    Vraag.VERMOEDEN: "Is er een vermoeden van huiselijk geweld of kindermishandeling?",
    Vraag.VEILIGHEID: "Is er sprake van acute of structurele onveiligheid?",
    Vraag.HULP: "Kan school effectieve hulp bieden of organiseren, en wendt dat de dreiging af?",
    Vraag.ACCEPTATIE: "Nemen de betrokkenen de hulp aan, en werken zij er actief aan mee?",
    Vraag.RESULTAAT: "Heeft de hulp op tijd opgeleverd wat is afgesproken?",
}
"""Each question in one sentence; the plan's page of that question says more."""

PAGINA: Mapping[Vraag, str] = {vraag: f"afweging-{vraag.value}" for vraag in Vraag}
"""The page of the plan that a question stands on."""

_DAARNA: Mapping[Uitkomst, str] = {
    Uitkomst.SLUITEN: "dossier sluiten, zorg blijven volgen",
    Uitkomst.MELDEN: "direct melden",
    Uitkomst.VEILIG_THUIS: "eerst Veilig Thuis bellen",
    Uitkomst.BESLUIT: "doen wat met Veilig Thuis is besloten",
    Uitkomst.HULP: "hulp in gang zetten, met een termijn",
    Uitkomst.NAZORG: "hulp afsluiten, nazorg afspreken",
}
_WAAROM = {
    Uitkomst.MELDEN: "In het dossier staat disclosure. Dat telt als acute onveiligheid, wat je ook antwoordt.",
    Uitkomst.VEILIG_THUIS: "In het dossier staat een vermoeden van eergerelateerd geweld. Dat gaat voor elk antwoord.",
}


def kort_gevolg(vraag: Vraag, antwoord: Antwoord, invoer: Invoer) -> str:
    """Return what follows from an answer, as it stands below it on its card."""
    uit = gevolg(vraag, antwoord, invoer)
    if uit.uitkomst is Uitkomst.VERDER:
        assert vraag.volgende is not None
        return f"verder met vraag {vraag.volgende.nummer}"
    if antwoord is Antwoord.TWIJFEL:
        return "telt als ja: melden"
    if uit.uitkomst is Uitkomst.MELDEN and _door_dossier(vraag, antwoord, invoer):
        return "toch melden: er is disclosure"
    return _DAARNA[uit.uitkomst]


def _door_dossier(vraag: Vraag, antwoord: Antwoord, invoer: Invoer) -> bool:
    """Whether what the dossier says, and not the answer, decides the outcome."""
    return gevolg(vraag, antwoord, invoer).uitkomst is not gevolg(vraag, antwoord, Invoer()).uitkomst


def waarom_toch(vraag: Vraag, antwoord: Antwoord, invoer: Invoer) -> str:
    """Return why the dossier goes before an answer; '' where the answer itself decides."""
    eis = vooraf(invoer)
    return _WAAROM[eis.uitkomst] if eis is not None and _door_dossier(vraag, antwoord, invoer) else ""


def balk(uit: Gevolg, vraag: Vraag, norm: str = "") -> tuple[str, str]:
    """Return heading and line of the bar that says what follows; `norm` is the one that people chose, if any."""
    if uit.uitkomst is Uitkomst.MELDEN:
        kop = norm or (uit.norm.label if uit.norm else "")
        kop = kop.split(":")[0]
        titel = f"{kop}: doe direct een melding bij Veilig Thuis" if kop else "Doe direct een melding bij Veilig Thuis"
        cit = " Het Crisis Interventie Team (CIT) kun je er ook bij bellen." if uit.cit else ""
        return titel, f"Bel eerst: {VEILIG_THUIS}. Geen later antwoord maakt dit ongedaan.{cit}"
    volgt = vraag.volgende
    met_vt = "Die vraag loop je door met Veilig Thuis." if vraag.nummer >= 2 else "Wat je vastlegt, blijft staan."
    teksten: Mapping[Uitkomst, tuple[str, str]] = {
        Uitkomst.VEILIG_THUIS: (
            "Bel direct Veilig Thuis en bepaal samen de stappen",
            f"{VEILIG_THUIS}, dag en nacht, gratis. Nodig ouders nog niet uit. Leg vast wat samen is besloten.",
        ),
        Uitkomst.VERDER: (f"Verder met vraag {volgt.nummer}: {volgt.label.lower()}" if volgt else "", met_vt),
        Uitkomst.SLUITEN: (
            "Geen vermoeden: het dossier kan dicht",
            "De zorg blijf je volgen. Was het vermoeden onterecht, dan staat dat er uitdrukkelijk bij.",
        ),
        Uitkomst.BESLUIT: (
            "Doe wat met Veilig Thuis is besloten",
            "Disclosure of eergerelateerd geweld staat in het dossier: een antwoord alleen sluit het niet.",
        ),
        Uitkomst.HULP: (
            "Zet de hulp in gang tot de afgesproken termijn",
            "Op die dag komt vraag 5 terug in de agenda: is het resultaat bereikt?",
        ),
        Uitkomst.NAZORG: (
            "Sluit de hulp af en spreek nazorg af",
            "De veiligheid van alle betrokkenen blijf je volgen.",
        ),
    }
    return teksten[uit.uitkomst]


def hoofdactie(uit: Gevolg | None, vraag: Vraag) -> str:
    """Return what the main button does with an answer; without one only that it stores."""
    if uit is None:
        return "Leg vast"
    if uit.uitkomst is Uitkomst.VERDER and vraag.volgende is not None:
        return f"Leg vast en ga naar vraag {vraag.volgende.nummer}"
    return {
        Uitkomst.MELDEN: "Leg vast en start melding",
        Uitkomst.VEILIG_THUIS: "Leg vast en bel Veilig Thuis",
        Uitkomst.SLUITEN: "Leg vast en sluit het dossier",
        Uitkomst.NAZORG: "Leg vast, ga naar nazorg",
    }.get(uit.uitkomst, "Leg vast")


KLEUR: Mapping[PassageSoort, str] = {
    PassageSoort.FEIT: "meldcode",
    PassageSoort.KIND: "rol.ouders",
    PassageSoort.HOREN_ZEGGEN: "waarschuwing",
    PassageSoort.MENING: "zacht",
}
"""The strip beside a passage; its mark stands in words beside it."""


def waarheen(afweging: Afweging) -> Plek:
    """Return where an established answer leads: the next question, the melding, the call, or the case."""
    uit = afweging.gevolg()
    if uit is not None and uit.uitkomst is Uitkomst.VERDER and afweging.vraag is not None and afweging.vraag.volgende:
        return Plek("weging", afweging.dossier, f"{afweging.weging}:{afweging.vraag.volgende.value}")
    if uit is not None and uit.uitkomst is Uitkomst.MELDEN:
        return Plek("melding", extra=f"dossier={afweging.dossier}")
    if uit is not None and uit.uitkomst is Uitkomst.VEILIG_THUIS:
        return Plek("vtadvies", extra=f"leerling={afweging.leerling.persoon};dossier={afweging.dossier}")
    if uit is not None and uit.uitkomst is Uitkomst.SLUITEN:
        return Plek("zaak", afweging.dossier, "sluit")
    return Plek("zaak", afweging.dossier)
