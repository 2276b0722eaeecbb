"""The cards beside a log, in their order."""

from __future__ import annotations

from desktop.views.calamiteit.actieplan_kaart import Actieplankaart
from desktop.views.calamiteit.communicatie_kaart import Communicatiekaart
from desktop.views.calamiteit.crisisteam_kaart import Crisisteamkaart, Omvangkaart
from desktop.views.calamiteit.gesprekken_kaart import Gesprekkenkaart
from desktop.views.calamiteit.kaarten import Kaartomgeving
from desktop.views.calamiteit.onrust_kaart import Onrustkaart, Routekaart, Slotkaart, Steunkaart
from desktop.views.calamiteit.pagina_kaart import Calamiteitkaart


def maak_kaarten(om: Kaartomgeving, *draaiboek: Calamiteitkaart) -> tuple[Calamiteitkaart, ...]:
    """Return them as the page takes them, what is looked at most first; `draaiboek` comes after communication."""
    return (
        Actieplankaart(om),
        Omvangkaart(om),
        Crisisteamkaart(om),
        Communicatiekaart(om),
        *draaiboek,
        Gesprekkenkaart(om),
        Onrustkaart(om),
        Routekaart(om),
        Steunkaart(om),
        Slotkaart(om),
    )
