"""What stands beside a page of the plan: the forms it leads to, what to read next, and printing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.models.plan import RUBRIEKEN, Planpagina
from desktop.models.rolinhoud import Formulier
from desktop.services.plandruk import Druk
from desktop.views.navigatie import Plek
from desktop.views.plan.formulieren import FORMULIER, op_slot
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Knop, KnopKaart, SectieKop, maak_leeg


class Zijkant(QWidget):
    """`formulieren` says where each form is; `dicht` are the pages that need an open vault, none of which is here."""

    def __init__(
        self,
        thema: Thema,
        formulieren: Mapping[Formulier, Plek],
        ga: Callable[[Plek], None],
        druk: Callable[[Druk], None] | None,
        open_paginas: frozenset[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._formulieren = formulieren
        self._ga = ga
        self._druk = druk
        self._open = open_paginas
        self.knoppen: list[KnopKaart] = []
        self.zie: list[KnopKaart] = []
        self.drukknoppen: list[Knop] = []
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self._vak.setSpacing(thema.px(8))

    def mag(self, formulier: Formulier) -> bool:
        """Whether a form exists here and now."""
        plek = self._formulieren.get(formulier)
        return plek is not None and formulier in FORMULIER and (self._open is None or plek.page in self._open)

    def zet(
        self,
        rubriek: str,
        leidt_naar: Sequence[Formulier],
        zie: Sequence[Planpagina],
        druk: Sequence[tuple[Druk, str]],
        pagina: str = "",
    ) -> None:
        """Show what belongs to a page; a part with nothing in it is not there. `pagina` is its key."""
        maak_leeg(self._vak)
        self.knoppen, self.zie, self.drukknoppen = [], [], []
        self._aan_de_slag(f"rol.{rubriek}", leidt_naar, pagina)
        if zie:
            self._kop("Zie ook")
            for ander in zie:
                # two roles can have a subject of the same name
                van = RUBRIEKEN[ander.rubriek] if ander.rubriek != rubriek else ""
                kaart = KnopKaart(self._thema, ander.titel, van, "", f"rol.{ander.rubriek}")
                kaart.clicked.connect(lambda _=False, s=ander.sleutel: self._ga(Plek("plan", extra=s)))
                self.zie.append(kaart)
                self._vak.addWidget(kaart)
        if druk and (druk_af := self._druk) is not None:
            self._kop("Afdrukken")
            for wat, label in druk:
                knop = Knop(label, self._thema, "koppeling", "printer").krimpbaar()
                knop.setAccessibleName(f"Afdrukken: {label}")
                knop.clicked.connect(lambda _=False, w=wat: druk_af(w))
                self.drukknoppen.append(knop)
                self._vak.addWidget(knop)
        self._vak.addStretch(1)

    def alle(self) -> list[QAbstractButton]:
        """Return every button, in order."""
        return [*self.knoppen, *self.zie, *self.drukknoppen]

    def _aan_de_slag(self, kleur: str, leidt_naar: Sequence[Formulier], pagina: str) -> None:
        # a form that does not exist yet is left out; one behind the lock is not
        bestaat = [f for f in leidt_naar if f in self._formulieren and f in FORMULIER]
        if not bestaat:
            return
        self._kop("Aan de slag")
        for formulier in bestaat:
            if self.mag(formulier):
                icoon, regel = FORMULIER[formulier]
                knop = KnopKaart(self._thema, formulier.label, regel, icoon, kleur)
                plek = self._formulieren[formulier]
                if formulier is Formulier.DRAAIBOEK and pagina:
                    plek = plek._replace(extra=f"pagina={pagina}")  # of the many, the one that this page explains
                knop.clicked.connect(lambda _=False, plek=plek: self._ga(plek))
                self.knoppen.append(knop)
                self._vak.addWidget(knop)
        if dicht := [f for f in bestaat if not self.mag(f)]:
            self._vak.addWidget(Alinea(op_slot(dicht), "zacht"))

    def _kop(self, tekst: str) -> None:
        if self._vak.count():
            self._vak.addSpacing(self._thema.px(12))
        self._vak.addWidget(SectieKop(self._thema, tekst))
