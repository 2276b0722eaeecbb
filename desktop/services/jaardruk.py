"""The papers of a school year: the wheel with its lists, the letter of reminder, who followed which training."""

from __future__ import annotations

from datetime import date

from desktop import documents
from desktop.documents.jaarpapier import Herinnering, Jaarblad, Scholingsblad, Scholingsrij, Taakregel
from desktop.models.errors import UserError
from desktop.models.rechten import Actie, Rol
from desktop.models.schooljaar import Periode
from desktop.services.documenten import Documenten
from desktop.services.dossierdruk import Papier
from desktop.services.jaarstukken import Gevolgd, Jaarstukken
from desktop.services.jaartaak import Stand, Taak
from desktop.services.schooljaren import Schooljaren
from desktop.services.session import Session

_MEERVOUD = {
    Rol.LEERKRACHT: "alle leerkrachten",
    Rol.IB: "de intern begeleiders",
    Rol.AANDACHTSFUNCTIONARIS: "de aandachtsfunctionaris",
    Rol.VERTROUWENSPERSOON: "de interne vertrouwenspersoon",
    Rol.DIRECTEUR: "de directie",
    Rol.ADMINISTRATIE: "de administratie",
}
_WOORD = {
    Stand.OPEN: "open",
    Stand.TE_LAAT: "te laat",
    Stand.NAAR_KEUZE: "naar keuze",
    Stand.GEDAAN: "gedaan",
    Stand.OVERGESLAGEN: "overgeslagen",
}


class Jaardruk:
    """Gathers what these papers are made from, on the vault's lane; `maak` of a paper needs no vault."""

    def __init__(
        self, session: Session, documenten: Documenten, schooljaren: Schooljaren, jaarstukken: Jaarstukken
    ) -> None:
        self._s = session
        self._documenten = documenten
        self._schooljaren = schooljaren
        self._jaarstukken = jaarstukken

    def wiel(self, jaar: Periode) -> Papier:
        """Return the wheel and the lists of a school year; no name is on it."""
        self._s.eis(Actie.AFDRUKKEN)
        beeld = self._schooljaren.beeld(jaar)
        blad = Jaarblad(
            self._documenten.school(),
            jaar,
            tuple(_regel(t) for t in beeld.taken),
            tuple((k.taak, k.rol.label) for k in beeld.doorlopend),
            self._s.nu(),
        )
        return Papier(
            f"Schooljaar {jaar}", f"schooljaar-{jaar}.pdf", lambda: documents.render_jaarwiel(blad), openbaar=True
        )

    def herinnering(self, jaar: Periode, rol: Rol, van: date, tot: date) -> Papier:
        """Return the letter to everyone with a role about what is open between two days, overdue work with it.

        What is done or skipped is not on it; nor is a task that the school wrote itself without a duty behind it, where
        it belongs to another role.
        """
        self._s.eis(Actie.AFDRUKKEN)
        if tot < van:
            raise UserError("De laatste dag ligt vóór de eerste.", "Draai ze om.")
        beeld = self._schooljaren.beeld(jaar)
        taken = [
            t for t in beeld.taken if t.rol is rol and t.open and (van <= t.dag <= tot or t.stand is Stand.TE_LAAT)
        ]
        brief = Herinnering(
            self._documenten.school(),
            jaar,
            _MEERVOUD[rol],
            van,
            tot,
            tuple(_regel(t) for t in taken),
            tuple(k.taak for k in beeld.doorlopend if k.rol is rol),
            self._s.nu(),
        )
        naam = f"herinnering-{rol.value}-{van:%Y-%m-%d}.pdf"
        return Papier("Brief aan het team", naam, lambda: documents.render_herinnering(brief), openbaar=True)

    def scholing(self) -> Papier:
        """Return who of the staff followed which training."""
        self._s.eis(Actie.AFDRUKKEN)
        beeld = self._jaarstukken.scholing()
        rijen = tuple(
            Scholingsrij(
                lid.wie.naam,
                lid.wie.hoedanigheid,
                tuple(in_woorden(lid.trainingen[k]) if k in lid.trainingen else "" for k in beeld.kolommen),
                tuple(t.label for t in lid.mist()),
            )
            for lid in beeld.team
        )
        blad = Scholingsblad(self._documenten.school(), beeld.kolommen, rijen, self._s.nu())
        return Papier("Scholing van het team", "scholing.pdf", lambda: documents.render_scholing(blad))


def _regel(t: Taak) -> Taakregel:
    woord = _WOORD[t.stand]
    if t.verplaatst and t.stand is Stand.OPEN:
        woord = "verplaatst"
    return Taakregel(
        t.dag,
        t.taak.taak,
        t.rol.label,
        t.stand.value,
        woord,
        t.plicht.naar if t.plicht else "",
        t.plicht.let_op if t.plicht else "",
    )


def in_woorden(een: Gevolgd) -> str:
    """Return where a training stands with someone, short."""
    s = een.scholing
    if een.gepland:
        return f"gepland {s.gepland_op:%d-%m-%Y}" if s.gepland_op else "gepland"
    op = f"{s.datum:%d-%m-%Y}" if s.datum else "gevolgd"
    if een.verlopen and s.geldig_tot:
        return f"verlopen {s.geldig_tot:%d-%m-%Y}"
    if s.geldig_tot:
        return f"{op}, geldig tot {s.geldig_tot:%d-%m-%Y}"
    return f"{op} (hele team)" if een.hele_team else op
