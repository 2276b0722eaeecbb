"""The layout of fields: a raster of twelve columns."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

SMAL = 480
"""Below this width (at scale 1) every field takes the whole width."""


class Veldvorm(QWidget):
    """A widget in the raster; its upper part of `kop_hoogte` lines up with that of its neighbours."""

    def kop_hoogte(self, breedte: int) -> int:
        """Return the height of label and help at this width."""
        raise NotImplementedError


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
        self._hoogte: tuple[int, int] | None = None
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
        self._hoogte = None
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """It grows sideways only."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, breedte: int) -> int:
        """Return the height at a width; kept until something changes."""
        if self._hoogte is None or self._hoogte[0] != breedte:
            rand = self.contentsMargins()
            vlak = QRect(0, 0, breedte - rand.left() - rand.right(), 0)
            self._hoogte = (breedte, self._leg(vlak, toepassen=False) + rand.top() + rand.bottom())
        return self._hoogte[1]

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._hoogte = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._leg(rect.marginsRemoved(self.contentsMargins()), toepassen=True)

    def sizeHint(self) -> QSize:
        """Return the size it likes."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the least it needs: its widest item."""
        breedte = max((i.minimumSize().width() for i in self._items if not i.isEmpty()), default=0)
        return QSize(breedte, 0)

    def _leg(self, rect: QRect, *, toepassen: bool) -> int:
        y = rect.y()
        for rij in self._rijen(rect.width()):
            maten = []
            x: float = rect.x()
            kolom = (rect.width() - 11 * self._h) / 12
            for item, breed in rij:
                w = kolom * breed + self._h * (breed - 1)
                widget = item.widget()
                assert widget is not None
                breedte = round(x + w) - round(x)
                kop = widget.kop_hoogte(breedte) if isinstance(widget, Veldvorm) else 0
                hoogte = item.heightForWidth(breedte) if item.hasHeightForWidth() else item.sizeHint().height()
                maten.append((item, round(x), breedte, hoogte, kop))
                x += w + self._h
            kop = max(m[4] for m in maten)
            hoogste = max(m[3] + kop - m[4] for m in maten)
            if toepassen:
                for item, links, breedte, hoogte, eigen in maten:
                    item.setGeometry(QRect(links, y + kop - eigen, breedte, hoogte))
            y += hoogste + self._v
        return max(0, y - self._v - rect.y())

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
