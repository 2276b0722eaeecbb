"""Finding a parent who is known already: a box, and below it who matches, with the children that tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.opslag import Row
from desktop.services.personen import Personen
from desktop.views.leerlingen.woorden import opsomming
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, LijstView, RijInhoud, VasteModel, Zoekvak, zeg

_HOEVEEL = 8
_HOOG = 60

Zoek = Callable[[str, Callable[[Sequence["Gevonden"]], None]], None]
"""Looks for words off this thread and calls back with who was found."""


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A person that matches, with the names of the children."""

    record: UUID
    naam: str
    detail: str
    kinderen: tuple[str, ...]

    def regel(self) -> str:
        """Return what stands below the name: who the children are, and how to reach the person."""
        kinderen = f"van {opsomming(self.kinderen)}" if self.kinderen else "nog zonder kinderen"
        return " · ".join(deel for deel in (kinderen, self.detail) if deel)

    def naar_json(self) -> dict[str, JsonValue]:
        """Return what a draft keeps of the choice."""
        return {"record": str(self.record), "naam": self.naam, "detail": self.detail, "kinderen": list(self.kinderen)}

    @classmethod
    def uit_json(cls, waarde: JsonValue) -> Gevonden | None:
        """Return the choice that a draft kept; None where there is none, or it cannot be read."""
        if not isinstance(waarde, dict):
            return None
        kinderen = waarde.get("kinderen")
        namen = tuple(str(kind) for kind in kinderen) if isinstance(kinderen, list) else ()
        try:
            return cls(UUID(str(waarde["record"])), str(waarde["naam"]), str(waarde["detail"]), namen)
        except (KeyError, ValueError):
            return None


def zoek_ouders(personen: Personen, woorden: str) -> list[Gevonden]:
    """Return the first persons that match, each with the children; runs on the vault's lane."""
    return met_kinderen(personen, personen.ouders_zoeken(woorden)[:_HOEVEEL]) if woorden.strip() else []


def met_kinderen(personen: Personen, rows: Sequence[Row]) -> list[Gevonden]:
    """Return persons with their children; runs on the vault's lane."""
    return [
        Gevonden(row.record, row.title, row.detail, tuple(kind.title for kind in personen.kinderen(row.record)))
        for row in rows
    ]


class PersoonZoeker(QWidget):
    """Shows who matches while typing; Down goes to the list, Enter chooses there."""

    gekozen = Signal(object)

    def __init__(self, thema: Thema, wenk: str, zoek: Zoek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._zoek = zoek
        self._beurt = 0
        self._wie: dict[UUID, Gevonden] = {}
        self._voorstel: tuple[Gevonden, ...] = ()
        self.zoekvak = Zoekvak(thema, wenk)
        self.model = VasteModel()
        self.lijst = LijstView(thema, "Gevonden personen")
        self.lijst.setModel(self.model)
        self.uitkomst = Alinea("", "klein")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(8))
        for deel in (self.zoekvak, self.uitkomst, self.lijst):
            vak.addWidget(deel)
        self.zoekvak.gezocht.connect(self._vraag)
        self.zoekvak.bevestigd.connect(lambda _: self._naar_lijst())
        self.zoekvak.toets.connect(self._toets)
        self.lijst.gekozen.connect(lambda record: self.gekozen.emit(self._wie[record]))
        self.stel_voor(())

    def stel_voor(self, gevonden: Sequence[Gevonden], waarom: str = "") -> None:
        """Begin anew, with who is likely; '' in the box shows these again."""
        self._beurt += 1
        self._voorstel = tuple(gevonden)
        self._waarom = waarom
        self.zoekvak.veld.blockSignals(True)
        self.zoekvak.veld.clear()
        self.zoekvak.veld.blockSignals(False)
        self._toon(self._voorstel, waarom if gevonden else "")

    def _vraag(self, woorden: str) -> None:
        self._beurt += 1
        beurt = self._beurt
        if not woorden:
            self._toon(self._voorstel, self._waarom if self._voorstel else "")
            return

        def klaar(gevonden: Sequence[Gevonden]) -> None:
            if beurt == self._beurt:
                aantal = {0: "Niemand gevonden met deze naam.", 1: "1 persoon gevonden"}
                zin = aantal.get(len(gevonden), f"{len(gevonden)} personen gevonden")
                self._toon(gevonden, zin)
                zeg(self.zoekvak.veld, zin)

        self._zoek(woorden, klaar)

    def _toon(self, gevonden: Sequence[Gevonden], zin: str) -> None:
        self._wie = {g.record: g for g in gevonden}
        self.model.zet([RijInhoud(g.record, g.naam, g.regel(), "user", "rol.ouders") for g in gevonden])
        self.uitkomst.setText(zin)
        self.uitkomst.setVisible(bool(zin))
        self.lijst.setVisible(bool(gevonden))
        hoog = self._thema.px(_HOOG) * min(len(gevonden), 4) + self._thema.px(4)
        self.lijst.setFixedHeight(max(hoog, 1))

    def _naar_lijst(self) -> None:
        if self._wie:
            self.lijst.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.lijst.setCurrentIndex(self.model.index(0))

    def _toets(self, toets: int) -> None:
        if toets == Qt.Key.Key_Down:
            self._naar_lijst()
        elif toets == Qt.Key.Key_Escape:
            self.zoekvak.leeg()
