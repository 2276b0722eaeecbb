"""Makes the pages of the plan, the same with a vault and in front of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.app.formulieren import FORMULIEREN
from desktop.models.plan import Planpagina
from desktop.models.rolinhoud import Formulier
from desktop.services.plan import rolinhoud
from desktop.services.plandruk import Plandruk
from desktop.services.systeem import SysteemKlok
from desktop.views.handleiding import HandleidingPagina
from desktop.views.kaart import SocialeKaartPagina
from desktop.views.meldcode import MeldcodePagina
from desktop.views.navigatie import Pagina, Plek
from desktop.views.plan import PlanPagina
from desktop.views.plan.drukken import Plandrukker
from desktop.views.plan.eigen import EigenTekstKaart
from desktop.views.rol.pagina import RolPagina

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.app.programma import Programma
    from desktop.views.instellingen.deel import PlanZaken


class Planpaginas:
    """`open_paginas` are the pages there are without a vault (None: one is open)."""

    def __init__(self, programma: Programma, open_paginas: frozenset[str] | None = None) -> None:
        self._p = programma
        self._open = open_paginas
        plandruk = Plandruk(programma.planhouder.plan, SysteemKlok())
        self._drukker = Plandrukker(plandruk, programma.work, programma.thema, programma.venster)

    def _formulieren(self) -> Mapping[Formulier, Plek]:
        """The forms to lead to: of an open vault those that it has, else all, with the word that it is locked."""
        if self._open is not None:
            return FORMULIEREN
        return {formulier: plek for formulier, plek in FORMULIEREN.items() if plek.page in self._p.paginas}

    def plan(self, eigen: Callable[[Planpagina], QWidget] | None = None, naar_eigen: Plek | None = None) -> PlanPagina:
        """Make the page of the plan; `eigen` and `naar_eigen` for who may change the school's own part."""
        p = self._p
        pagina = PlanPagina(
            p.thema,
            p.navigator,
            p.planhouder.plan,
            self._formulieren(),
            druk=self._drukker.druk,
            open_paginas=self._open,
            eigen=eigen,
            naar_eigen=naar_eigen,
            vind=p.zoeker.vinden.spans,
        )
        # words on a page are found with the index: made when one comes here, not when the page is built ahead
        pagina.getoond.connect(p.zoeker.bouw, Qt.ConnectionType.SingleShotConnection)
        p.planhouder.veranderd.connect(pagina.ververs)
        return pagina

    def eigen_tekst(self, pagina: Planpagina) -> EigenTekstKaart:
        """Make what stands at a page for who may write the school's own text there."""
        return EigenTekstKaart(self._p.thema, self._p.planhouder.plan, pagina, self._p.navigator.ga)

    def sociale_kaart(self, reden: str | None = None) -> SocialeKaartPagina:
        """Make the sociale kaart; `reden` says why the account may not add to it, None where no vault is open."""
        p = self._p
        pagina = SocialeKaartPagina(
            p.thema,
            p.navigator,
            p.planhouder.plan,
            kopieer=p.kopieer_openbaar,
            invoer=reden is not None,
            reden=reden or "",
        )
        pagina.afdrukken.connect(lambda: self._drukker.druk("kaart"))
        p.planhouder.veranderd.connect(pagina.ververs)
        return pagina

    def zaken(self) -> PlanZaken:
        """Return what the settings need to fill in the plan and to change its content set."""
        from desktop.views.instellingen.deel import PlanZaken  # the door to the plan needs no settings

        houder = self._p.planhouder
        return PlanZaken(
            plan=houder.plan,
            herlees=houder.herlees,
            zet_inhoud=houder.zet_inhoud,
            inhoudsmap=lambda: houder.inhoudsmap,
            inhoudsfouten=lambda: houder.inhoudsfouten,
            ga=self._p.navigator.ga,
        )

    def rol(self) -> RolPagina:
        """Make the page of a role."""
        p = self._p
        return RolPagina(
            p.thema,
            p.navigator,
            rolinhoud(),
            self._formulieren(),
            p.planhouder.plan,
            open_paginas=self._open,
            druk=lambda rubriek: self._drukker.druk("rubriek", rubriek),
        )

    def meldcode(
        self, dossiers: Plek | None = None, lees: Callable[[Callable[[Mapping[str, int]], None]], None] | None = None
    ) -> Pagina:
        """Make the drawing of the meldcode; with a vault `dossiers` is the list of cases, `lees` gives their counts."""
        return MeldcodePagina(self._p.thema, self._p.navigator, self._p.planhouder.plan, dossiers, lees)

    def handleiding(self) -> Pagina:
        """Make the manual."""
        return HandleidingPagina(self._p.thema, self._p.navigator, self._p.zoeker.hulp)
