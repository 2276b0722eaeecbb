"""PDFs: data in, bytes out. Who asks for one by these names loads reportlab, PDFium or pikepdf only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.laden import laad_bij_gebruik

if TYPE_CHECKING:
    from desktop.documents.bestuurspakket import render_bestuurspakket
    from desktop.documents.bijlage import as_pdf, check_attachment
    from desktop.documents.calamiteitstuk import (
        render_actieplan,
        render_calamiteit,
        render_communicatie,
        render_evaluatie,
    )
    from desktop.documents.chronologie import render_chronologie
    from desktop.documents.correctiebrief import render_correctiebrief
    from desktop.documents.dossierstuk import render_stuk
    from desktop.documents.draaiboek import render_draaiboek
    from desktop.documents.encrypt import encrypt_pdf
    from desktop.documents.formulier import render_incidentformulier, render_signaalformulier
    from desktop.documents.gespreksverslag import render_gespreksverslag
    from desktop.documents.grafiek import Palet, svg_kolommen, svg_staven
    from desktop.documents.herinnering import render_herinnering
    from desktop.documents.herstelblad import render_herstelblad
    from desktop.documents.incident import render_incident
    from desktop.documents.incidentjaar import render_incidentjaar
    from desktop.documents.jaarcyclus import render_jaarwiel
    from desktop.documents.jaarstuk import render_scholing
    from desktop.documents.kaart import render_kaart
    from desktop.documents.klacht import render_klachtjaar
    from desktop.documents.logboek import render_logboek
    from desktop.documents.melding import render_apart_blad, render_melding
    from desktop.documents.plan import render_plan
    from desktop.documents.poster import render_poster
    from desktop.documents.print import merge
    from desktop.documents.rapportage import render_jaarbundel, render_rapportage
    from desktop.documents.raster import page_count, page_image, page_sizes
    from desktop.documents.samenvatting import render_samenvatting
    from desktop.documents.uitnodiging import render_uitnodiging
    from desktop.documents.weging import render_afweging, render_weging
    from desktop.documents.zaak import render_zaak

__all__ = [
    "Palet",
    "as_pdf",
    "check_attachment",
    "encrypt_pdf",
    "merge",
    "page_count",
    "page_image",
    "page_sizes",
    "render_actieplan",
    "render_afweging",
    "render_apart_blad",
    "render_bestuurspakket",
    "render_calamiteit",
    "render_chronologie",
    "render_communicatie",
    "render_correctiebrief",
    "render_draaiboek",
    "render_evaluatie",
    "render_gespreksverslag",
    "render_herinnering",
    "render_herstelblad",
    "render_incident",
    "render_incidentformulier",
    "render_incidentjaar",
    "render_jaarbundel",
    "render_jaarwiel",
    "render_kaart",
    "render_klachtjaar",
    "render_logboek",
    "render_melding",
    "render_plan",
    "render_poster",
    "render_rapportage",
    "render_samenvatting",
    "render_scholing",
    "render_signaalformulier",
    "render_stuk",
    "render_uitnodiging",
    "render_weging",
    "render_zaak",
    "svg_kolommen",
    "svg_staven",
]

_WAAR = {
    "Palet": "grafiek",
    "as_pdf": "bijlage",
    "check_attachment": "bijlage",
    "encrypt_pdf": "encrypt",
    "merge": "print",
    "page_count": "raster",
    "page_image": "raster",
    "page_sizes": "raster",
    "render_actieplan": "calamiteitstuk",
    "render_afweging": "weging",
    "render_apart_blad": "melding",
    "render_bestuurspakket": "bestuurspakket",
    "render_calamiteit": "calamiteitstuk",
    "render_chronologie": "chronologie",
    "render_communicatie": "calamiteitstuk",
    "render_correctiebrief": "correctiebrief",
    "render_draaiboek": "draaiboek",
    "render_evaluatie": "calamiteitstuk",
    "render_gespreksverslag": "gespreksverslag",
    "render_herinnering": "herinnering",
    "render_herstelblad": "herstelblad",
    "render_incident": "incident",
    "render_incidentformulier": "formulier",
    "render_incidentjaar": "incidentjaar",
    "render_jaarbundel": "rapportage",
    "render_jaarwiel": "jaarcyclus",
    "render_kaart": "kaart",
    "render_klachtjaar": "klacht",
    "render_logboek": "logboek",
    "render_melding": "melding",
    "render_plan": "plan",
    "render_poster": "poster",
    "render_rapportage": "rapportage",
    "render_samenvatting": "samenvatting",
    "render_scholing": "jaarstuk",
    "render_signaalformulier": "formulier",
    "render_stuk": "dossierstuk",
    "render_uitnodiging": "uitnodiging",
    "render_weging": "weging",
    "render_zaak": "zaak",
    "svg_kolommen": "grafiek",
    "svg_staven": "grafiek",
}
__getattr__ = laad_bij_gebruik(__name__, _WAAR)
