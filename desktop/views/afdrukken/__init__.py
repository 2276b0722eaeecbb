"""Preview, print and export: our own viewer, the dialogs, and what pages get to open them."""

from desktop.views.afdrukken.afdrukken import Afdrukken, druk_pdf
from desktop.views.afdrukken.pdfbeeld import PdfBeeld

__all__ = ["Afdrukken", "PdfBeeld", "druk_pdf"]
