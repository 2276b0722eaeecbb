"""The plan for views: pages, terms, the sociale kaart; the school's own part of it shows once a vault is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from desktop.models.core import Clock
from desktop.models.plan import RUBRIEKEN, Planpagina
from desktop.models.rolinhoud import RolInhoud
from desktop.models.school import Schoolprofiel
from desktop.models.schoolplan import VOORGESTELD, EigenPlan, Schoolplan, vul
from desktop.models.sociale_kaart import GROEPEN, Organisatie
from desktop.models.velden import velden
from desktop.policy import plan, rollen
from desktop.policy.feestdagen import feestdagen
from desktop.policy.plan import Inhoud


def rolinhoud() -> Mapping[str, RolInhoud]:
    """Return the short pages by key. They hold no personal data, so they need no session."""
    return rollen.laad()


class Plan:
    """The plan in memory: what is shipped (or another group's content set), and what the school made of it.

    Nothing of it needs a vault, a session or a lane; it is read at first use, some 110 small files. `zet_eigen` takes
    the school's part after unlocking, and takes it away at a lock.
    """

    def __init__(self, clock: Clock, bron: Callable[[], Inhoud] = plan.laad) -> None:
        self._clock = clock
        self._bron = bron
        self._inhoud: Inhoud | None = None
        self._eigen: EigenPlan | None = None

    def _gelezen(self) -> Inhoud:
        if self._inhoud is None:
            self._inhoud = self._bron()
        return self._inhoud

    def zet_inhoud(self, bron: Callable[[], Inhoud]) -> None:
        """Show another content set from now on. Raises InhoudFout where it is wrong, and keeps what it had."""
        self._inhoud = bron()
        self._bron = bron

    # -- the school's own

    def zet_eigen(self, eigen: EigenPlan | None) -> None:
        """Show the school's own names, methods, texts and organisations from now on; None takes them away."""
        self._eigen = eigen

    @property
    def eigen(self) -> EigenPlan | None:
        """Return the school's part; None before unlocking."""
        return self._eigen

    def tekst(self, pagina: Planpagina) -> str:
        """Return a page's Markdown with its places filled."""
        return self.tekst_met(pagina, self._eigen)

    def tekst_met(self, pagina: Planpagina, eigen: EigenPlan | None) -> str:
        """Return a page's Markdown as it is with this part of a school's own, or without any."""
        return vul(pagina.tekst, eigen.waarden if eigen else {})

    def eigen_tekst(self, pagina: Planpagina) -> str:
        """Return what the school itself wrote at a page, plain text; '' where nothing, or before unlocking."""
        return self._eigen.teksten.get(pagina.sleutel, "") if self._eigen else ""

    def ontbreekt(self, pagina: Planpagina) -> tuple[str, ...]:
        """Return the labels of the places on a page that the school has still to fill; none before unlocking."""
        if self._eigen is None:
            return ()
        labels = {spec.naam: spec.veld.label for kind in (Schoolprofiel, Schoolplan) for spec in velden(kind)}
        labels["school"] = labels["naam"]
        leeg = (n for n in pagina.plaatsen() if not self._eigen.waarden.get(n, "").strip() and n not in VOORGESTELD)
        return tuple(labels[naam] for naam in leeg if naam in labels)

    # -- pages

    def paginas(self) -> tuple[Planpagina, ...]:
        """Return all pages and terms, by rubriek and order. Raises InhoudFout where the content set is wrong."""
        return self._gelezen().paginas

    def pagina(self, sleutel: str) -> Planpagina:
        """Return a page; for a key without one the first page, so that nothing ends in an empty screen."""
        return next((p for p in self.paginas() if p.sleutel == sleutel), self.paginas()[0])

    def bestaat(self, sleutel: str) -> bool:
        """Whether there is such a page or term."""
        return any(p.sleutel == sleutel for p in self.paginas())

    def in_rubriek(self, rubriek: str) -> tuple[Planpagina, ...]:
        """Return the pages (no terms) of one place in the tree, in order."""
        return tuple(p for p in self.paginas() if p.rubriek == rubriek and p.soort == "pagina")

    def rubrieken(self) -> Sequence[tuple[str, str]]:
        """Return key and name of each place in the tree that has pages, in order."""
        gebruikt = {p.rubriek for p in self.paginas()}
        return [(sleutel, naam) for sleutel, naam in RUBRIEKEN.items() if sleutel in gebruikt]

    def buren(self, pagina: Planpagina) -> tuple[Planpagina | None, Planpagina | None]:
        """Return the page before and the page after this one within its rubriek; None at an end, or for a term."""
        rij = self.in_rubriek(pagina.rubriek)
        if pagina not in rij:
            return None, None
        n = rij.index(pagina)
        return (rij[n - 1] if n else None), (rij[n + 1] if n + 1 < len(rij) else None)

    def zie_ook(self, pagina: Planpagina) -> tuple[Planpagina, ...]:
        """Return the pages to read next."""
        return tuple(self.pagina(sleutel) for sleutel in pagina.zie)

    # -- the sociale kaart

    def organisaties(self) -> tuple[Organisatie, ...]:
        """Return every organisation under the headings' order, the school's own among them."""
        return self.organisaties_met(self._eigen)

    def organisaties_met(self, eigen: EigenPlan | None) -> tuple[Organisatie, ...]:
        """Return the organisations as they are with this part of a school's own, or without any."""
        samen = {**self._gelezen().kaart}
        for sleutel, organisatie in eigen.organisaties.items() if eigen else ():
            plek = samen[sleutel].volgorde if sleutel in samen else 9_999
            samen[sleutel] = replace(organisatie, volgorde=plek)
        return tuple(sorted(samen.values(), key=lambda o: (GROEPEN.index(o.groep), o.volgorde, o.naam.lower())))

    def meegeleverd(self) -> Mapping[str, Organisatie]:
        """Return the organisations of the content set by key, without what the school made of them."""
        return self._gelezen().kaart

    def organisatie(self, sleutel: str) -> Organisatie | None:
        """Return one organisation; None where there is none."""
        return next((o for o in self.organisaties() if o.sleutel == sleutel), None)

    def nu(self) -> tuple[datetime, bool]:
        """Return the present local moment and whether today is a public holiday: who is reachable depends on both."""
        nu = self._clock.now()
        return nu, nu.date() in feestdagen(nu.year)

    def weer_open(self, organisatie: Organisatie) -> datetime | None:
        """Return when it can next be reached; None where that is not known or more than two weeks away."""
        nu = self._clock.now()
        dagen: frozenset[date] = feestdagen(nu.year) | feestdagen(nu.year + 1)
        return organisatie.weer_open(nu, dagen)
