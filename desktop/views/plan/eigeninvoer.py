"""What pages share that write something of the school's own plan: drafts, storing, and who was first."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from uuid import UUID

from desktop.models.core import Problem, Record, Values
from desktop.models.errors import Conflict, UserError
from desktop.models.opslag import Draft, Stored
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.views.botsing import leg_naast_elkaar
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work

Uitkomst = tuple[Stored | None, list[Problem]]
"""What was stored, or what keeps it from being stored."""


class EigenInvoer(KluisPagina):
    """Typing is kept within two seconds; storing shows problems in their place, and loses nothing that was typed.

    Where someone else stored another version meanwhile, both stand beside each other. `herlees` has everything that
    shows the plan read it again.
    """

    rail = "plan"
    kind: type[Record]
    bewaard_zin: str
    """What is said once it is stored."""

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        plan: Plan,
        herlees: Callable[[], None],
    ) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._plan = plan
        self._herlees = herlees
        self._stored: Stored | None = None
        self._base: UUID | None = None
        self._record = diensten.session.ids.new()
        self._geladen = False
        self.bewaker = ConceptBewaker(self.waarden, self._bewaar_draft, diensten.session.nu, self)
        self.bewaker.stand.connect(self._toon_draft)

    # -- what the pages fill in

    @abstractmethod
    def waarden(self) -> Values:
        """Return what is written, as the record has it."""

    @abstractmethod
    def _lees(self) -> None:
        """Read what is stored and what was half-written, and show it."""

    @abstractmethod
    def _opdracht(self, record: UUID) -> Callable[[], Uitkomst]:
        """Return what stores what is written now under this record."""

    @abstractmethod
    def _nieuwste(self) -> Callable[[], Stored | None]:
        """Return what reads the version that holds now."""

    @abstractmethod
    def _zet_stand(self, stand: Stand) -> None:
        """Say whether what is written is safe."""

    def _toon_bezig(self) -> None:
        """It is being stored."""
        self._zet_stand(Stand("bezig"))

    @abstractmethod
    def _toon_problemen(self, problemen: list[Problem]) -> None:
        """Say what keeps it from being stored."""

    @abstractmethod
    def _toon_fout(self, fout: UserError) -> None:
        """Say that storing failed."""

    @abstractmethod
    def _hierna(self, stored: Stored | None) -> Plek:
        """Return where one goes once it is stored, or without having stored."""

    # -- the page

    def mag_weg(self) -> bool:
        """What is half-written is kept as a draft; it is there when one comes back."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is not on disk yet."""
        if self._geladen:
            self.bewaker.flush()

    def bewaar(self) -> None:
        """Store what is written, and go on."""
        if not self._geladen or self.reden(Actie.SCHOOL):
            return
        self.banners.leeg()
        self._toon_bezig()
        self.vraag(self._opdracht(self._record), lambda uitkomst: self._bewaard(*uitkomst), self._mislukt, urgent=True)

    # -- between the page and the vault

    def _begin(self, stored: Stored | None, draft: Draft | None) -> None:
        """Go on from what is stored, or from what was half-written of it."""
        self.bewaker.herstart()
        self._stored = stored
        self._base = draft.base if draft else stored.revision if stored else None
        self._record = draft.record if draft else stored.record if stored else self._d.session.ids.new()

    def _bewaard(self, stored: Stored | None, problemen: list[Problem]) -> None:
        if stored is None:
            self._toon_problemen(problemen)
            return
        self._laat_los()
        self.toast(self.bewaard_zin)
        self._herlees()
        self._navigator.rond_af(self._hierna(stored))

    def _laat_los(self) -> None:
        """It is stored, or given up: the draft goes, also one whose save is under way, behind which this comes."""
        record = self._record
        self.bewaker.herstart()
        self._geladen = False
        self._work.kluis(self, lambda: self._d.eigenplan.gooi_draft_weg(record), urgent=True)

    def _begin_opnieuw(self) -> None:
        self._laat_los()
        self.banners.leeg()
        self._lees()

    def _mislukt(self, fout: UserError) -> None:
        self._toon_fout(fout)
        if isinstance(fout, Conflict):
            self.vraag(self._nieuwste(), self._vergelijk)

    def _vergelijk(self, nu: Stored | None) -> None:
        if nu is not None:
            leg_naast_elkaar(self._thema, nu, self.waarden(), lambda: self._neem_mijn(nu), self.window())

    def _neem_mijn(self, nu: Stored) -> None:
        self._stored, self._base, self._record = nu, nu.revision, nu.record
        self.bewaar()

    def _bewaar_draft(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        record, base = self._record, self._base
        self._work.kluis(
            self,
            lambda: self._d.eigenplan.bewaar_draft(self.kind, record, base, values),
            lambda _: gelukt(),
            mislukt,
            urgent=True,
        )

    def _toon_draft(self, stand: Stand) -> None:
        if stand.soort != "schoon":
            self._zet_stand(stand)
