"""The layout of fields: a raster of twelve columns."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

SMAL = 480
"""Below this width (at scale 1) every field takes the whole width."""
_PLANNEN = 4


class Veldvorm(QWidget):
    """A widget in the raster; its upper part of `kop_hoogte` lines up with that of its neighbours."""

    def kop_hoogte(self, breedte: int) -> int:
        """Return the height of label and help at this width; none where there is no label."""
        return 0


class Twaalf(QLayout):
    """Fields in rows of twelve columns, each as wide as its hint; inputs of a row line up below their labels."""

    def __init__(
        self, parent: QWidget | None = None, horizontaal: int = 16, verticaal: int = 20, smal: int = SMAL
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._breed: dict[int, int] = {}
        self._h = horizontaal
        self._v = verticaal
        self.smal = smal
        self._plannen: dict[int, tuple[int, list[tuple[QLayoutItem, QRect]]]] = {}
        self._minst: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def zet(self, widget: QWidget, breed: int, plaats: int | None = None) -> None:
        """Put a widget in, `breed` twelfths wide."""
        self._breed[id(widget)] = breed
        self.addChildWidget(widget)
        self._items.insert(len(self._items) if plaats is None else plaats, QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt wants None past the end
        """Take an item out, or return None."""
        if not 0 <= index < len(self._items):
            return None
        self._vergeet()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """It grows sideways only."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, breedte: int) -> int:
        """Return the height at a width."""
        rand = self.contentsMargins()
        return self._plan(breedte - rand.left() - rand.right())[0] + rand.top() + rand.bottom()

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._vergeet()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        vlak = rect.marginsRemoved(self.contentsMargins())
        for item, plek in self._plan(vlak.width())[1]:
            item.setGeometry(plek.translated(vlak.topLeft()))

    def sizeHint(self) -> QSize:
        """Return the size it likes."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the least it needs: its widest item."""
        if self._minst is None:
            breedte = max((i.minimumSize().width() for i in self._items if not i.isEmpty()), default=0)
            self._minst = QSize(breedte, 0)
        return self._minst

    def _vergeet(self) -> None:
        # the first call comes from Qt's own constructor
        self._plannen = {}
        self._minst = None

    def _plan(self, breed: int) -> tuple[int, list[tuple[QLayoutItem, QRect]]]:
        """Return the height at a width and where everything goes; kept, since Qt asks often."""
        if breed not in self._plannen:
            if len(self._plannen) > _PLANNEN:
                self._plannen.clear()
            self._plannen[breed] = self._maak_plan(breed)
        return self._plannen[breed]

    def _maak_plan(self, breed: int) -> tuple[int, list[tuple[QLayoutItem, QRect]]]:
        plekken = []
        y = 0
        kolom = (breed - 11 * self._h) / 12
        for rij in self._rijen(breed):
            maten = []
            x = 0.0
            for item, twaalfden in rij:
                eind = x + kolom * twaalfden + self._h * (twaalfden - 1)
                widget = item.widget()
                breedte = round(eind) - round(x)
                kop = widget.kop_hoogte(breedte) if isinstance(widget, Veldvorm) else 0
                hoogte = item.heightForWidth(breedte) if item.hasHeightForWidth() else item.sizeHint().height()
                maten.append((item, round(x), breedte, hoogte, kop))
                x = eind + self._h
            kop = max(m[4] for m in maten)
            plekken += [(i, QRect(links, y + kop - eigen, b, h)) for i, links, b, h, eigen in maten]
            y += max(h + kop - eigen for _, _, _, h, eigen in maten) + self._v
        return max(0, y - self._v), plekken

    def _rijen(self, breedte: int) -> list[list[tuple[QLayoutItem, int]]]:
        rijen: list[list[tuple[QLayoutItem, int]]] = []
        over = 0
        for item in self._items:
            if item.isEmpty():
                continue
            breed = 12 if breedte < self.smal else min(12, self._breed.get(id(item.widget()), 12))
            if breed > over or not rijen:
                rijen.append([])
                over = 12
            rijen[-1].append((item, breed))
            over -= breed
        return rijen
