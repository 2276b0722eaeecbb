"""Establishing, step by step: check, ask, store, make the PDF once and keep it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.services.diensten import Diensten
from desktop.services.documenten import Opdracht
from desktop.services.stuk import Stuk
from desktop.views.gesprekken.bewaren import Bewaard
from desktop.views.gesprekken.schrijven import Schrijfvlak
from desktop.views.gesprekken.schrijver import Schrijfsoort, Schrijver
from desktop.views.theme import Thema
from desktop.views.widgets import Bevestiging, zeg
from desktop.views.work import Work


class Vaststeller(QObject):
    """Takes what the form holds to an established record. `klaar` gets it, and a fault of the PDF where there is one.

    A crash or fault between storing and keeping the PDF loses nothing: it is made again from the stored revision.
    """

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        thema: Thema,
        soort: Schrijfsoort,
        vlak: Schrijfvlak,
        schrijver: Schrijver,
        klaar: Callable[[Stuk, UserError | None], None],
    ) -> None:
        super().__init__(schrijver)
        self._d = diensten
        self._stukken = soort.stukken(diensten)
        self._work = work
        self._thema = thema
        self._soort = soort
        self._vlak = vlak
        self._schrijver = schrijver
        self._klaar = klaar

    def begin(self) -> None:
        """Check first; what is wrong shows at the fields, and only what is right is asked about."""
        schrijver = self._schrijver
        if not schrijver.bezig:
            return
        values, stuk = schrijver.values(), schrijver.stuk

        def nagekeken(problemen: Sequence[Problem]) -> None:
            schrijver.toon_problemen(problemen)
            if problemen:
                zeg(self._vlak, self._vlak.blad.voet.ontbreekt.accessibleName())
            else:
                self._vraag(values)

        self._work.kluis(
            self,
            lambda: self._stukken.problemen(stuk, values),
            schrijver.hier(nagekeken),
            schrijver.hier(schrijver.toon_fout),
            urgent=True,
        )

    def _vraag(self, values: Values) -> None:
        # as the form's own button says it: of a talk with the pupil nobody signs
        doen = self._vlak.blad.voet.hoofdknop.accessibleName()
        vraag = Bevestiging(self._thema, self._soort.vraag_titel, self._soort.vraag, doen, self._vlak, gevaar=False)
        vraag.accepted.connect(self._schrijver.hier(lambda: self._stel_vast(values)))
        vraag.open()

    def _stel_vast(self, values: Values) -> None:
        schrijver, bewaarder = self._schrijver, self._schrijver.bewaarder
        self._vlak.setEnabled(False)

        def vast(bewaard: Bewaard) -> None:
            if bewaard.problemen:
                self._vlak.setEnabled(True)
                schrijver.toon_problemen(bewaard.problemen)
                return
            schrijver.is_bewaard(bewaard.stuk, values)
            schrijver.stop()
            self._maak_pdf(bewaard.stuk)

        def mislukt(fout: UserError) -> None:
            self._vlak.setEnabled(True)
            schrijver.toon_fout(fout)

        self._work.kluis(
            self, lambda: bewaarder.vast(values), schrijver.hier(vast), schrijver.hier(mislukt), urgent=True
        )

    def _maak_pdf(self, stuk: Stuk) -> None:
        record, stukken = stuk.record, self._stukken

        def klaar(fout: UserError | None = None) -> None:
            self._vlak.setEnabled(True)
            self._klaar(stuk, fout)

        def maak(opdracht: Opdracht | None) -> None:
            if opdracht is None:
                klaar()
            else:
                self._work.werk(self, lambda: self._d.documenten.maak(opdracht).pdf, leg_vast, klaar)

        def leg_vast(pdf: bytes) -> None:
            self._work.kluis(self, lambda: stukken.leg_pdf_vast(record, pdf), lambda _: klaar(), klaar, urgent=True)

        if self._soort.pdf:
            self._work.kluis(self, lambda: stukken.opdracht_vastgesteld(record), maak, klaar)
        else:
            klaar()
