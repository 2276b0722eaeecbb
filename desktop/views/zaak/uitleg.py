"""The explanation of a question from its page of the plan: the start of it, and the criteria on request."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.weging import Vraag
from desktop.services.plan import Plan
from desktop.views.plan.tekst import leesbaar
from desktop.views.theme import Thema
from desktop.views.widgets import Knop
from desktop.views.widgets.leesblad import Leesblad
from desktop.views.zaak.woorden import PAGINA

_GEVOLGEN = re.compile(r"^(JA|NEE|Na een melding)\b", re.IGNORECASE)
"""Headings about what follows: the cards and the bar say that."""


def splits(tekst: str) -> tuple[str, str]:
    """Return the explanation of a question and its criteria, as Markdown, from the text of its page of the plan."""
    begin, *delen = re.split(r"^## ", tekst, flags=re.MULTILINE)
    uitleg, criteria = [begin.strip()], []
    for deel in delen:
        kop, _, inhoud = deel.partition("\n")
        if kop.strip() == "De vraag":
            uitleg.append(inhoud.strip())
        elif not _GEVOLGEN.match(kop.strip()):
            criteria.append(f"## {kop.strip()}\n{inhoud.strip()}")
    return "\n\n".join(u for u in uitleg if u), "\n\n".join(criteria)


class Uitleg(QWidget):
    """Shows it; `gevolgd` carries a link that was followed. Where the plan has no such page nothing shows."""

    gevolgd = Signal(str)

    def __init__(self, thema: Thema, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._plan = plan
        self.tekst = Leesblad(thema, hoog=True, marge=0)
        self.criteria = Leesblad(thema, hoog=True, marge=0)
        self.meer = Knop("", thema, "koppeling", "caret-down")
        self.meer.clicked.connect(self._wissel)
        vak = QVBoxLayout(self)
        marge = thema.px(4)  # room for the ring of the focus
        vak.setContentsMargins(marge, marge, marge, marge)
        vak.setSpacing(thema.px(8))
        vak.addWidget(self.tekst)
        vak.addWidget(self.meer)
        vak.addWidget(self.criteria)
        for blad in (self.tekst, self.criteria):
            blad.gevolgd.connect(self.gevolgd)
            blad.in_focus.connect(lambda _: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring around the text that has the focus: a sheet without a border shows none of its own."""
        super().paintEvent(event)
        for blad in (self.tekst, self.criteria):
            if blad.hasFocus():
                painter = QPainter(self)
                painter.setPen(QPen(self._thema.kleur("focus"), 2))
                painter.drawRect(blad.geometry().adjusted(-2, -2, 2, 2))

    def zet(self, vraag: Vraag) -> None:
        """Show the explanation of a question, its criteria folded."""
        sleutel = PAGINA[vraag]
        self.setHidden(not self._plan.bestaat(sleutel))
        if self.isHidden():
            return
        uitleg, criteria = splits(leesbaar(self._plan.tekst(self._plan.pagina(sleutel)), ()))
        self.tekst.zet("", uitleg, f"Uitleg bij vraag {vraag.nummer}")
        self.criteria.zet("", criteria, f"Criteria bij vraag {vraag.nummer}")
        self.meer.setHidden(not criteria)
        self._open(aan=False)

    def _wissel(self) -> None:
        self._open(aan=self.criteria.isHidden())

    def _open(self, *, aan: bool) -> None:
        self.criteria.setHidden(not aan)
        self.meer.zet_tekst("Verberg de criteria" if aan else "Waar let je op? Toon de criteria")
        self.meer.zet_icoon("caret-up" if aan else "caret-down")
