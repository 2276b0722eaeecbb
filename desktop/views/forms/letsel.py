"""Marks on the body: the map above, and below it a line for each mark with what was seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Part
from desktop.models.dossierdelen import Kant, Letsel
from desktop.models.lichaamsplekken import PLEKKEN, Lichaamsplek, dichtstbij
from desktop.models.velden import VeldSpec
from desktop.views.forms.basis import regel
from desktop.views.forms.context import FormContext
from desktop.views.forms.lichaam import UITLEG, Lichaamskaart, Teken
from desktop.views.forms.rij import RijWidget
from desktop.views.forms.rijen import RijenVeld
from desktop.views.theme import Thema
from desktop.views.widgets.labels import Label

_NUMMER = 28
"""Width of the number before a line."""


class LetselVeld(RijenVeld):
    """Every mark is a line, and every line with a place is a mark of the same number."""

    kaart: Lichaamskaart | None = None

    def __init__(self, spec: VeldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        self.kaart = Lichaamskaart(context.thema)
        self.kaart.aangewezen.connect(self._wijs_aan)
        self.kaart.gekozen.connect(self._ga_naar)
        self._uitleg = regel(UITLEG, "klein")
        self.voeg_knop.zet_tekst("Voeg een plek toe in woorden")
        rand = self.layout()
        assert isinstance(rand, QVBoxLayout)
        rand.setSpacing(context.thema.px(8))
        rand.insertWidget(0, self._uitleg)
        rand.insertWidget(1, self.kaart)
        kop = self._kop.layout()
        assert kop is not None
        marge = kop.contentsMargins()
        marge.setLeft(marge.left() + context.thema.px(_NUMMER))
        kop.setContentsMargins(marge)
        self.gewijzigd.connect(self._teken)
        self._herteken()

    def widgets(self) -> Sequence[QWidget]:
        """Return the map, the cells, and the button."""
        kaart = [] if self.kaart is None or self._vast else [self.kaart]
        return [*kaart, *super().widgets()]

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Marks can only be read."""
        super().zet_alleen_lezen(aan)
        assert self.kaart is not None
        self.kaart.zet_alleen_lezen(aan)
        self._uitleg.setHidden(aan)

    def _maak_rij(self, inhoud: dict[str, JsonValue], *, nieuw: bool) -> RijWidget:
        rij = super()._maak_rij(inhoud, nieuw=nieuw)
        nummer = Label("", "sterk", rij)
        nummer.setObjectName("nummer")
        nummer.setFixedWidth(self._context.thema.px(_NUMMER - 4))
        nummer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rij.zet_voor(nummer)
        return rij

    def _plaats(self, rij: RijWidget, plaats: int | None = None) -> None:
        if not rij.property("verbonden"):
            rij.gewijzigd.connect(lambda: _volg_woorden(rij))
        super()._plaats(rij, plaats)

    def _herteken(self) -> None:
        super()._herteken()
        for n, rij in enumerate(self.rijen, 1):
            label = rij.findChild(Label, "nummer")
            if isinstance(label, Label):
                label.setText(str(n))
        self._teken()

    def _teken(self) -> None:
        if self.kaart is not None:
            self.kaart.zet(list(tekens([rij.waarde() for rij in self.rijen])))

    def _wijs_aan(self, plek: Lichaamsplek) -> None:
        """A place was pointed at: a line for it, with what was seen still to be written."""
        self.voeg_rij({"kant": plek.kant.value, "plek": plek.naam, "x": plek.x, "y": plek.y})
        wat = next(cel for cel in self.rijen[-1].cellen if cel.spec.naam == "wat")
        wat.editor.widgets()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ga_naar(self, nummer: int) -> None:
        if 0 < nummer <= len(self.rijen):
            self.rijen[nummer - 1].widgets()[-1].setFocus(Qt.FocusReason.OtherFocusReason)
            self.in_beeld.emit()


def _volg_woorden(rij: RijWidget) -> None:
    """Move the mark of a line whose words name another place than the one it stands at."""
    waarde = rij.waarde()
    try:
        kant = Kant.van(str(waarde.get("kant")))
    except ValueError:
        return
    naam = str(waarde.get("plek") or "").strip().casefold()
    x, y = waarde.get("x"), waarde.get("y")
    hier = dichtstbij(kant, x, y).naam if isinstance(x, int) and isinstance(y, int) else ""
    bekend = next((p for p in PLEKKEN if p.kant is kant and p.naam == naam), None)
    if bekend is not None and naam != hier:
        rij.basis["x"], rij.basis["y"] = bekend.x, bekend.y


def letsel_lezen(thema: Thema, letsel: Sequence[Part]) -> QWidget:
    """Return the map with the marks of an established record, and each mark in words below it."""
    vak = QWidget()
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema.px(4))
    rijen = [een.model_dump(mode="json") for een in letsel if isinstance(een, Letsel)]
    kaart = Lichaamskaart(thema)
    kaart.zet_alleen_lezen(True)
    kaart.zet(list(tekens(rijen)))
    kolom.addWidget(kaart)
    for n, rij in enumerate(rijen, 1):
        kolom.addWidget(regel(f"{n}. {in_woorden(rij)}", "basis"))
    return vak


def tekens(rijen: Sequence[Mapping[str, JsonValue]]) -> Iterator[Teken]:
    """Yield a mark for each line that says where; a line in words only stands where its words point, if they do."""
    for nummer, rij in enumerate(rijen, 1):
        try:
            kant = Kant.van(str(rij.get("kant")))
        except ValueError:
            continue
        x, y = rij.get("x"), rij.get("y")
        if not isinstance(x, int) or not isinstance(y, int):
            naam = str(rij.get("plek") or "").strip().casefold()
            bekend = next((p for p in PLEKKEN if p.kant is kant and p.naam == naam), None)
            if bekend is None:
                continue
            x, y = bekend.x, bekend.y
        yield Teken(kant, x, y, nummer, f"{nummer}. {in_woorden(rij)}")


def in_woorden(rij: Mapping[str, JsonValue]) -> str:
    """Return one mark as a line: side, place and what was seen."""
    try:
        kant = Kant.van(str(rij.get("kant"))).label
    except ValueError:
        kant = ""
    waar = ", ".join(deel for deel in (kant, str(rij.get("plek") or "").strip()) if deel)
    wat = str(rij.get("wat") or "").strip()
    return f"{waar}: {wat}" if waar and wat else waar or wat or "nog niet beschreven"
