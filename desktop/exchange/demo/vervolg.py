"""What followed a report of the invented school: outcomes of parents, additions, agreements done, set in ParnasSys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from desktop.exchange.demo import zinnen_algemeen as z
from desktop.exchange.demo.dagen import lokaal
from desktop.exchange.demo.gesprek import RECENT
from desktop.exchange.demo.names import kies
from desktop.exchange.demo.opbouw import Demoschool
from desktop.models.core import Ids, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Append
from desktop.models.vervolg import (
    Aanvulling,
    AfspraakGedaan,
    InParnasSys,
    Ondertekening,
    Uitkomst,
    Vervolg,
    Wijze,
)
from desktop.models.vooroverleg import SoortGesprek

Handtekening = Callable[[Wie], UUID]
"""Returns the blob with the strokes of a parent."""


class Vervolgen:
    """Makes what follows a report. Without strokes nobody signs, for a signature needs a pen."""

    def __init__(self, rnd: Random, school: Demoschool, ids: Ids, handtekening: Handtekening | None) -> None:
        self._rnd = rnd
        self._school = school
        self._today = school.today
        self._ids = ids
        self._pen = handtekening

    def van(self, record: UUID, verslag: Gespreksverslag) -> Iterator[Append]:
        """Yield what followed an established report; only what is recent may have left work."""
        assert verslag.datum is not None
        rnd = self._rnd
        leerling = verslag.leerling.persoon
        recent = (self._today - verslag.datum).days <= RECENT
        for ouder in verslag.tekenaars():
            if not recent or rnd.random() < 0.65:
                yield self.append(self._ondertekening(record, verslag, ouder, recent))
        if rnd.random() < 0.1:
            tekst = kies(rnd, z.AANVULLING)
            moment = lokaal(self._na(verslag, 20), time(15, rnd.randint(0, 59)))
            yield self.append(Aanvulling(op=record, leerling=leerling, moment=moment, tekst=tekst))
        for afspraak in verslag.afspraken:
            if afspraak.uiterlijk and (not recent or (afspraak.uiterlijk <= self._today and rnd.random() < 0.7)):
                gelukt = rnd.random() < 0.85
                yield self.append(
                    AfspraakGedaan(
                        op=record,
                        leerling=leerling,
                        moment=lokaal(min(afspraak.uiterlijk, self._today), time(9, rnd.randint(0, 59))),
                        afspraak=afspraak.rij,
                        gelukt=gelukt,
                        toelichting=self._toelichting(verslag, gelukt),
                    )
                )
        if verslag.soort is not SoortGesprek.HGKM and rnd.random() < (0.4 if recent else 0.8):
            dag = self._na(verslag, 10)
            yield self.append(
                InParnasSys(op=record, leerling=leerling, moment=lokaal(dag, time(16, rnd.randint(0, 59))), datum=dag)
            )

    def append(self, value: Vervolg) -> Append:
        """Return a follow-up as the program stores it: established from the first moment."""
        return Append(self._ids.new(), value, None, "vastgesteld")

    def _na(self, verslag: Gespreksverslag, hoogstens: int) -> date:
        """Return a day after the talk, not later than today."""
        assert verslag.datum is not None
        return min(verslag.datum + timedelta(days=self._rnd.randint(0, hoogstens)), self._today)

    def _toelichting(self, verslag: Gespreksverslag, gelukt: bool) -> str:
        if self._rnd.random() < 0.5:
            return ""
        roepnaam = verslag.leerling.naam.split()[0]
        return kies(self._rnd, z.GELUKT if gelukt else z.NIET_GELUKT).format(n=roepnaam)

    def _ondertekening(self, record: UUID, verslag: Gespreksverslag, ouder: Wie, recent: bool) -> Ondertekening:
        """Return what a parent did with the report. Only absence leaves work, so an old one is never that."""
        rnd = self._rnd
        kans = rnd.random()
        pen = kans < 0.8 and self._pen is not None
        if pen:
            uitkomst = Uitkomst.AKKOORD if kans < 0.7 else Uitkomst.GEZIEN
        elif kans > 0.92:
            uitkomst = Uitkomst.WEIGERT
        else:
            uitkomst = Uitkomst.AFWEZIG if recent and kans > 0.84 else Uitkomst.ZIET_AF
        woorden = {Uitkomst.ZIET_AF: z.AFGEZIEN, Uitkomst.WEIGERT: z.GEWEIGERD}.get(uitkomst)
        return Ondertekening(
            op=record,
            leerling=verslag.leerling.persoon,
            moment=lokaal(self._na(verslag, 12), time(14, rnd.randint(0, 59))),
            ouder=ouder,
            uitkomst=uitkomst,
            wijze=Wijze.SCHERM if pen else Wijze.GEEN,
            strokes=self._pen(ouder) if pen and self._pen else None,
            toelichting=kies(rnd, woorden) if woorden and rnd.random() < 0.6 else "",
            getuige=self._school.ib.naam,
        )
