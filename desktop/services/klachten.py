"""Complaints in a vault of their own: stored as every record, listed without a name, counted over a year."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.models.klacht import Klacht
from desktop.models.klachtcijfers import Klachtjaar
from desktop.models.opslag import Draft, Query, Row
from desktop.models.rechten import Actie
from desktop.models.schooljaar import Periode
from desktop.models.vervolg import Aanvulling, Herverdeeld, Vervolg, WerkGedaan
from desktop.services.documenten import Documenten
from desktop.services.dossierdruk import Papier
from desktop.services.geteld import op_moment
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken

RECHT = Recht(Actie.KLACHT, Actie.KLACHT, Actie.KLACHT)
_REDEN = "jaaroverzicht van de klachten"
_VERVOLG: dict[type[Vervolg], Actie] = dict.fromkeys((Aanvulling, WerkGedaan, Herverdeeld), Actie.KLACHT)


class Klachten(Stukken):
    """A complaint goes the way of every record; only who keeps a vault of complaints sees that it is there."""

    def __init__(self, session: Session, documenten: Documenten) -> None:
        super().__init__(session, documenten, {Klacht: RECHT}, _VERVOLG)

    def nieuw(self) -> Stuk:
        """Return an unsaved complaint, told today until another day is filled in."""
        self._s.eis(Actie.KLACHT)
        values = {"datum": self._s.vandaag().isoformat()}
        return Stuk(self._s.ids.new(), Klacht, None, values, False, (), None)

    def lijst(self) -> tuple[Sequence[Row], Sequence[Draft]]:
        """Return the complaints, newest first, and what of them this account has half-written and nowhere stored."""
        self._s.eis(Actie.KLACHT)
        vault = self._s.vault
        rijen = vault.rows(vault.ids(Query(kinds=(Klacht.KIND,))))
        bekend = {rij.record for rij in rijen}
        return rijen, [d for d in self.drafts() if d.record not in bekend]

    # -- counting

    def jaar(self, periode: Periode, *, afgeschermd: bool = False) -> Klachtjaar:
        """Return the complaints of a period, to be counted; as they are, or with small numbers kept back."""
        self._s.eis(Actie.KLACHT)
        return Klachtjaar(periode, tuple(k for _, k in op_moment(self._s.vault, Klacht, None, periode)), afgeschermd)

    def papier(self, periode: Periode, *, afgeschermd: bool = True) -> Papier:
        """Return the count of a period as a paper; reading the complaints for it is logged."""
        from desktop import documents

        self._s.eis(Actie.AFDRUKKEN)
        jaar = self.jaar(periode, afgeschermd=afgeschermd)
        school, nu = self._documenten.school(), self._s.nu()
        self._s.vault.log(self._s.actor, "bekeken", nu, reason=_REDEN)
        naam = f"{bestandsnaam(periode)}.pdf"
        return Papier("Jaaroverzicht klachten", naam, lambda: documents.render_klachtjaar(jaar, school, nu))

    def rekenblad(self, periode: Periode, *, afgeschermd: bool = True) -> Callable[[], bytes]:
        """Return what makes the spreadsheet of a period, on any lane; its leaving the vault is logged first."""
        self._s.eis(Actie.AFDRUKKEN)
        jaar = self.jaar(periode, afgeschermd=afgeschermd)
        school, nu = self._documenten.school().naam, self._s.nu()
        self._s.vault.log(self._s.actor, "geexporteerd", nu, reason=_REDEN)

        def maak() -> bytes:
            from desktop.exchange.spreadsheet import klachtjaar_xlsx  # loads when asked for

            return klachtjaar_xlsx(jaar, school, nu)

        return maak


def bestandsnaam(periode: Periode) -> str:
    """Return the name of a file with the count of a period, without what kind of file it is."""
    return f"jaaroverzicht-klachten-{periode.van:%Y-%m-%d}-{periode.tot:%Y-%m-%d}"
