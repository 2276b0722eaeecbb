"""PDFs: data in, bytes out. Who asks for one by these names loads reportlab, PDFium or pikepdf only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.laden import laad_bij_gebruik

if TYPE_CHECKING:
    from desktop.documents.bijlage import as_pdf, check_attachment
    from desktop.documents.encrypt import encrypt_pdf
    from desktop.documents.gespreksverslag import render_gespreksverslag
    from desktop.documents.herstelblad import render_herstelblad
    from desktop.documents.kaart import render_kaart
    from desktop.documents.plan import render_plan
    from desktop.documents.poster import render_poster
    from desktop.documents.print import merge
    from desktop.documents.raster import page_count, page_image, page_sizes
    from desktop.documents.uitnodiging import render_uitnodiging

__all__ = [
    "as_pdf",
    "check_attachment",
    "encrypt_pdf",
    "merge",
    "page_count",
    "page_image",
    "page_sizes",
    "render_gespreksverslag",
    "render_herstelblad",
    "render_kaart",
    "render_plan",
    "render_poster",
    "render_uitnodiging",
]

_WAAR = {
    "as_pdf": "bijlage",
    "check_attachment": "bijlage",
    "encrypt_pdf": "encrypt",
    "merge": "print",
    "page_count": "raster",
    "page_image": "raster",
    "page_sizes": "raster",
    "render_gespreksverslag": "gespreksverslag",
    "render_herstelblad": "herstelblad",
    "render_kaart": "kaart",
    "render_plan": "plan",
    "render_poster": "poster",
    "render_uitnodiging": "uitnodiging",
}
__getattr__ = laad_bij_gebruik(__name__, _WAAR)
