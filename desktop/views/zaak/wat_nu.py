"""What mends what a step lacks, and what can be new in a case: a word for the button and the place it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.nazorg import Nazorg
from desktop.models.overleg import Overleg
from desktop.models.rechten import Actie
from desktop.models.signaal import Signaal
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.veiligthuis import CitContact, Informant, Terugkoppeling, VtAdvies
from desktop.models.vooroverleg import SoortGesprek
from desktop.services import meldcode as m
from desktop.views.gesprekken.gegevens import schrijf_begin
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import pagina_van


@dataclass(frozen=True, slots=True)
class Daad:
    """Something to do in a case: its key, the word on its button, its icon, and the right it asks."""

    sleutel: str
    tekst: str
    icoon: str
    actie: Actie = Actie.MELDCODE


DADEN: Mapping[str, Daad] = {
    daad.sleutel: daad
    for daad in (
        Daad("voeg-toe", "Voeg stukken toe", "plus"),
        Daad("signaal", "Signaal vastleggen", "eye", Actie.SIGNAAL_GEVEN),
        Daad("overleg", "Overleg vastleggen", "users-three", Actie.DOSSIER_SCHRIJVEN),
        Daad("samenvatting", "Samenvatting zonder namen", "file-text"),
        Daad("vtadvies", "Advies van Veilig Thuis", "phone", Actie.DOSSIER_SCHRIJVEN),
        Daad("leerling", "Gesprek met de leerling", "chats-circle", Actie.VERSLAG_SCHRIJVEN),
        Daad("uitnodiging", "Ouders uitnodigen", "envelope-simple", Actie.UITNODIGEN),
        Daad("ouders", "Gesprek met de ouders", "clipboard-text", Actie.VERSLAG_SCHRIJVEN),
        Daad("weging", "Ga wegen", "scales"),
        Daad("nieuwe-weging", "Nieuwe weging", "scales"),
        Daad("melding", "Melden bij Veilig Thuis", "phone-call"),
        Daad("terugkoppeling", "Terugkoppeling vastleggen", "phone-incoming"),
        Daad("informant", "Informatie aan Veilig Thuis", "chat-text"),
        Daad("citcontact", "Contact met het CIT", "first-aid"),
        Daad("nazorg", "Nazorg afspreken", "eye"),
        Daad("rapportage", "Rapportage meldcode", "chart-bar", Actie.RAPPORTEREN),
        Daad("wijzig", "Vul het dossier aan", "pencil-simple"),
        Daad("sluit", "Sluit het dossier", "folder"),
        Daad("heropen", "Heropen het dossier", "folder-open"),
    )
}

MIST: Mapping[str, Sequence[str]] = {
    m.GEEN_SIGNAAL: ("voeg-toe", "signaal"),
    m.GEEN_OVERLEG: ("overleg",),
    m.GEEN_ADVIES: ("samenvatting", "vtadvies"),
    m.GEEN_LEERLING: ("leerling",),
    m.GEEN_OUDERS: ("uitnodiging", "ouders"),
    m.AFWEGING_EEN: ("weging",),
    m.AFWEGING_TWEE: ("weging",),
    m.GEEN_BESLUIT: ("weging",),
}
"""What mends each thing that a step can lack."""

NIEUW: Sequence[Sequence[str]] = (
    ("signaal", "overleg", "leerling", "uitnodiging", "ouders"),
    ("nieuwe-weging", "vtadvies", "melding", "terugkoppeling", "informant", "citcontact", "nazorg"),
    ("samenvatting", "rapportage"),
)
"""What can be new in a case, in groups."""


def plek_voor(sleutel: str, leerling: UUID, dossier: UUID) -> Plek | None:
    """Return where a deed leads; None for what happens on the page itself."""
    bij = schrijf_begin(leerling, dossier=dossier)
    soort = {"leerling": SoortGesprek.LEERLING, "ouders": SoortGesprek.HGKM}.get(sleutel)
    if soort is not None:
        return Plek("verslag", extra=schrijf_begin(leerling, soort, dossier=dossier))
    if sleutel == Uitnodiging.KIND:
        return Plek(sleutel, extra=schrijf_begin(leerling, SoortGesprek.HGKM, dossier=dossier))
    for kind in (Signaal, Overleg, VtAdvies, Terugkoppeling, Informant, CitContact, Nazorg):
        if sleutel == kind.KIND:
            return Plek(pagina_van(sleutel), extra=bij)
    return {
        "weging": Plek("weging", dossier),
        "nieuwe-weging": Plek("weging", dossier, "nieuw"),
        "melding": Plek("melding", extra=bij),
        "samenvatting": Plek("samenvatting", dossier),
        "rapportage": Plek("rapportage", extra=f"dossier={dossier}"),
        "wijzig": Plek("zaak-wijzig", dossier),
    }.get(sleutel)
