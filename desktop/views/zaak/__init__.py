"""The meldcode on screen: cases, one case, the afwegingskader, and what goes to Veilig Thuis."""

from desktop.views.zaak.aanvullen import ZaakWijzigPagina
from desktop.views.zaak.melding import MeldingPagina, ZaakstukPagina
from desktop.views.zaak.nieuwezaak import NieuweZaakPagina
from desktop.views.zaak.samenvatting import SamenvattingPagina
from desktop.views.zaak.veiligthuis import VT_SOORTEN
from desktop.views.zaak.weging import WegingPagina
from desktop.views.zaak.zaak import ZaakPagina
from desktop.views.zaak.zaken import ZakenPagina

__all__ = [
    "VT_SOORTEN",
    "MeldingPagina",
    "NieuweZaakPagina",
    "SamenvattingPagina",
    "WegingPagina",
    "ZaakPagina",
    "ZaakWijzigPagina",
    "ZaakstukPagina",
    "ZakenPagina",
]
