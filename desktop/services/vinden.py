"""One box over what needs no vault: plan, protocols, terms, sociale kaart, manual, actions; as one types."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Lock

from desktop.models.plan import RUBRIEKEN, Planpagina
from desktop.models.rolinhoud import RolInhoud
from desktop.models.schoolplan import EigenPlan
from desktop.models.sociale_kaart import Organisatie
from desktop.models.vinden import Handeling, Vondst, Vondsten, Vondstgroep
from desktop.policy.handleiding import plat
from desktop.policy.zoekindex import Stuk, Zoekindex
from desktop.services.hulp import Hulp, als_stuk, koppen_in
from desktop.services.plan import Plan, rolinhoud

_CIJFERS = re.compile(r"\D+")
_ROL, _KAART, _HANDLEIDING, _DOEN, _PLAN = "rol", "kaart", "handleiding", "doen", "plan"
PER_GROEP: Mapping[Vondstgroep, int] = {
    Vondstgroep.DOEN: 2,
    Vondstgroep.PLAN: 4,
    Vondstgroep.PROTOCOLLEN: 2,
    Vondstgroep.BEGRIPPEN: 2,
    Vondstgroep.KAART: 3,
    Vondstgroep.HANDLEIDING: 2,
}
"""How many hits of each group a short list shows."""


class Vinden:
    """The index over all that is in memory. `bouw` makes it, on any thread; `zoek` answers at once, on any thread.

    The school's own part is in it from the `bouw` after `Plan.zet_eigen`; until then, and from the moment that it is
    taken away, the answers are those of the shipped plan. `kan` says by its key whether an action is there now. `adem`
    is called between the pieces of the making and may wait: the user's thread goes first when it has a page to show.
    """

    def __init__(
        self,
        plan: Plan,
        hulp: Hulp,
        handelingen: Sequence[Handeling] = (),
        kan: Callable[[str], bool] = lambda _: True,
        rollen: Mapping[str, RolInhoud] | None = None,
        adem: Callable[[], None] = lambda: None,
    ) -> None:
        self._plan = plan
        self._hulp = hulp
        self._handelingen = {een.sleutel: een for een in handelingen}
        self._kan = kan
        self._rollen = rollen
        self._adem = adem
        self._slot = Lock()
        self._kaal: tuple[object, Zoekindex] | None = None
        self._met: tuple[object, EigenPlan, Zoekindex] | None = None

    @property
    def antwoordt(self) -> bool:
        """Whether `zoek` answers at once; else it makes the index first, which takes some tenths of a second."""
        return self._kaal is not None and self._kaal[0] is self._plan.paginas()

    @property
    def klaar(self) -> bool:
        """Whether the index is there, of the present content set and with the school's own part as it is now."""
        return self._kaal is not None and self._nu() is not None

    def bouw(self) -> None:
        """Make the index, or make it again where the plan changed. Raises InhoudFout as `Plan` does."""
        with self._slot:
            inhoud, eigen = self._plan.paginas(), self._plan.eigen
            if self._kaal is None or self._kaal[0] is not inhoud:
                self._kaal = (inhoud, self._maak(None))
            if eigen is None:
                self._met = None
            elif self._nu() is None:
                self._met = (inhoud, eigen, self._maak(eigen))

    def _maak(self, eigen: EigenPlan | None) -> Zoekindex:
        index = Zoekindex(self._rustig(self._stukken(eigen)))
        index.warm(self._adem)
        return index

    def _rustig(self, stukken: Iterator[Stuk]) -> Iterator[Stuk]:
        for stuk in stukken:
            self._adem()
            yield stuk

    def _nu(self) -> Zoekindex | None:
        """Return the index of the plan exactly as it is now; None where there is none yet."""
        inhoud, eigen = self._plan.paginas(), self._plan.eigen
        if eigen is None:
            return self._kaal[1] if self._kaal is not None and self._kaal[0] is inhoud else None
        met = self._met
        return met[2] if met is not None and met[0] is inhoud and met[1] is eigen else None

    def _index(self) -> Zoekindex:
        nu = self._nu()
        if nu is not None:
            return nu
        if self._kaal is None or self._kaal[0] is not self._plan.paginas():
            self.bouw()
            return self._index()
        return self._kaal[1]  # what the school made of the plan is not in it yet

    def zoek(self, woorden: str, per_groep: Mapping[Vondstgroep, int] | None = PER_GROEP) -> Vondsten:
        """Return what holds all words, best first within each group; `per_groep` None gives all of it."""
        index = self._index()
        vraag = index.vraag(woorden)
        per: defaultdict[str, list[Stuk]] = defaultdict(list)
        for een in index.zoek(vraag):
            if een.stuk.groep != Vondstgroep.DOEN or self._kan(een.stuk.sleutel.partition(":")[2]):
                per[een.stuk.groep].append(een.stuk)
        groepen: dict[Vondstgroep, Sequence[Vondst]] = {}
        for groep in Vondstgroep:
            if stukken := per.get(groep.value, [])[: per_groep.get(groep, 0) if per_groep is not None else None]:
                fragmenten = index.fragmenten(vraag, stukken)
                groepen[groep] = [self._vondst(groep, *paar) for paar in zip(stukken, fragmenten, strict=True)]
        aantal = Counter({Vondstgroep.van(groep): len(stukken) for groep, stukken in per.items()})
        return Vondsten(groepen, aantal, vraag.hersteld if groepen else {})

    def spans(self, text: str, woorden: str) -> Sequence[tuple[int, int]]:
        """Return where the words of a question stand in a page's text, in any form: begin and length of each."""
        index = self._index()
        return [(van, tot - van) for van, tot in index.plekken(text, index.vraag(woorden))]

    def handeling(self, sleutel: str) -> Handeling | None:
        """Return an action by its key; None where there is none."""
        return self._handelingen.get(sleutel)

    def _vondst(self, groep: Vondstgroep, stuk: Stuk, fragment: str) -> Vondst:
        bron, _, sleutel = stuk.sleutel.partition(":")
        if bron == _DOEN:
            return Vondst(groep, bron, sleutel, stuk.titel)
        return Vondst(groep, bron, sleutel, stuk.titel, self._regel(bron, sleutel), fragment)

    def _regel(self, bron: str, sleutel: str) -> str:
        """Return where a hit belongs: several pages have the same title."""
        if bron == _PLAN:
            return RUBRIEKEN[self._plan.pagina(sleutel).rubriek]
        if bron == _HANDLEIDING:
            return self._hulp.pagina(sleutel).rubriek
        if bron == _KAART:
            organisatie = self._plan.organisatie(sleutel)
            return organisatie.telefoon if organisatie else ""
        return "Taken in het kort"

    # -- what goes into the index

    def _stukken(self, eigen: EigenPlan | None) -> Iterator[Stuk]:
        plan = self._plan
        for n, handeling in enumerate(self._handelingen.values()):
            groep = Vondstgroep.DOEN.value
            yield Stuk(f"{_DOEN}:{handeling.sleutel}", groep, handeling.titel, "", handeling.woorden, n)
        rollen = self._rollen if self._rollen is not None else rolinhoud()
        for n, rol in enumerate(rollen.values()):
            tekst = " ".join((rol.intro, *rol.taken))
            yield Stuk(f"{_ROL}:{rol.sleutel}", Vondstgroep.PLAN.value, rol.titel, tekst, "", n)
        for n, pagina in enumerate(plan.paginas(), start=100):
            yield _van_pagina(pagina, plan.tekst_met(pagina, eigen), eigen.teksten if eigen else {}, n)
        for n, organisatie in enumerate(plan.organisaties_met(eigen)):
            yield _van_organisatie(organisatie, n)
        for hulp in self._hulp.paginas():
            yield als_stuk(hulp)


def _van_pagina(pagina: Planpagina, tekst: str, teksten: Mapping[str, str], orde: int) -> Stuk:
    groep = (
        Vondstgroep.BEGRIPPEN
        if pagina.soort == "begrip"
        else Vondstgroep.PROTOCOLLEN
        if pagina.rubriek == "protocol"
        else Vondstgroep.PLAN
    )
    eigen = " ".join(teksten.get(pagina.sleutel, "").split())
    koppen = f"{pagina.kort}\n{koppen_in(tekst)}"
    return Stuk(f"{_PLAN}:{pagina.sleutel}", groep.value, pagina.titel, f"{plat(tekst)} {eigen}".rstrip(), koppen, orde)


def _van_organisatie(een: Organisatie, orde: int) -> Stuk:
    # a number is found with and without what stands between its digits
    nummers = [nummer for nummer in (een.telefoon, een.telefoon_nacht) if nummer]
    bereik = (een.groep, *nummers, *(_CIJFERS.sub("", nummer) for nummer in nummers), een.mail, een.site)
    return Stuk(f"{_KAART}:{een.sleutel}", Vondstgroep.KAART.value, een.naam, een.voor, " ".join(bereik), orde)
