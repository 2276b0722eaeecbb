"""The papers of a draaiboek: blank to tick on paper, and a run with what came of it."""

from __future__ import annotations

from uuid import UUID

from desktop import documents
from desktop.documents.draaiboekblad import Draaiboekblad
from desktop.models.calamiteit import Calamiteit
from desktop.models.kenmerk import kenmerk
from desktop.models.rechten import Actie
from desktop.services.documenten import Documenten
from desktop.services.dossierdruk import Papier
from desktop.services.draaiboeken import Draaiboeken
from desktop.services.logdruk import Logdruk
from desktop.services.session import Session


class Draaiboekdruk:
    """Gathers on the vault's lane; what it returns is rendered on the other."""

    def __init__(self, session: Session, documenten: Documenten, draaiboeken: Draaiboeken, logdruk: Logdruk) -> None:
        self._s = session
        self._documenten = documenten
        self._draaiboeken = draaiboeken
        self._logdruk = logdruk

    def leeg(self, sleutel: str) -> Papier:
        """Return a draaiboek to tick on paper, with every step; it names nobody. Raises UserError, Geweigerd."""
        self._s.eis(Actie.AFDRUKKEN)
        d = self._draaiboeken.uitgave(sleutel).draaiboek
        blad = Draaiboekblad(self._documenten.school(), d, self._s.nu(), self._s.actor.naam)
        return Papier("Leeg draaiboek", "draaiboek-leeg.pdf", lambda: documents.render_draaiboek(blad), openbaar=True)

    def loop(self, loop: UUID) -> Papier:
        """Return a run with its outcomes and its log; looking is logged. Raises UserError, Geweigerd."""
        self._s.eis(Actie.AFDRUKKEN)
        geopend = self._draaiboeken.open_loop(loop)
        blad = Draaiboekblad(
            school=self._documenten.school(),
            draaiboek=geopend.beeld.loop.definitie,
            gemaakt_op=self._s.nu(),
            gemaakt_door=self._s.actor.naam,
            beeld=geopend.beeld,
            kenmerk=kenmerk(loop),
            digest=geopend.stored.digest,
            stukken=[rij.title for rij in self._draaiboeken.gemaakt(geopend)],
            calamiteit=", ".join(
                rij.title for rij in self._draaiboeken.gekoppeld(geopend) if rij.kind == Calamiteit.KIND
            ),
            log=self._logdruk.blad(loop),
            audit_head=self._s.vault.audit_head,
        )
        naam = f"draaiboek-{kenmerk(loop)}-{self._s.nu():%Y-%m-%d-%H%M}.pdf"
        return Papier("Draaiboek", naam, lambda: documents.render_draaiboek(blad), loop)
