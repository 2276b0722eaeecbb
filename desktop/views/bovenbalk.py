"""The bar on top of every page: where one is, the search box with its results, and the account."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.namen import initialen
from desktop.views.navigatie import MenuActie, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Avatar, KortLabel, Kruimelpad, Label, Zoekvak, zeg
from desktop.views.zoeken.lijst import Trefferlijst
from desktop.views.zoeken.rijen import Trefferrij, gezegd, telling


class Zoekuitkomsten(QFrame):
    """The list below the search box; the focus stays in the box, arrows move through the list."""

    gekozen = Signal(object)

    def __init__(self, thema: Thema, parent: QWidget) -> None:
        super().__init__(parent)
        self._thema = thema
        self._plaats = QRect()
        self._open = False
        self._af = False
        self.wordt_gekozen = False
        self.setProperty("vlak", "kaart")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(1, 1, 1, 1)
        vak.setSpacing(0)
        self.lijst = Trefferlijst(thema, "Zoekresultaten")
        self.lijst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lijst.gekozen.connect(self.gekozen)
        self.lijst.begonnen.connect(self._begonnen)
        self.leeg = Label("Niets gevonden. Probeer een deel van een naam, of een ander woord.", "zacht")
        self.leeg.setWordWrap(True)
        self.leeg.setMargin(thema.px(16))
        self.voet = Label("Enter: alle resultaten, met filters", "klein")
        self.voet.setMargin(thema.px(8))
        self.voet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        vak.addWidget(self.lijst, 1)
        vak.addWidget(self.leeg)
        vak.addWidget(self.voet)
        self.hide()

    def begin(self) -> None:
        """Other words are looked for: nobody is choosing any more; what is there stays until there is an answer."""
        self.wordt_gekozen = self._af = False
        self.lijst.setCurrentIndex(QModelIndex())

    def zet(self, rijen: Sequence[Trefferrij], af: bool = True) -> None:
        """Show these lines; `af`: nothing follows, so how many there are can be said."""
        self.wordt_gekozen = False
        self._af = af
        self.lijst.zet(rijen)
        self._pas_aan()
        if af and self.isVisible():
            zeg(self.lijst, gezegd(rijen))

    def voeg_toe(self, rijen: Sequence[Trefferrij]) -> None:
        """Add lines below, where they move nothing; someone is choosing."""
        self._af = True
        self.lijst.voeg_toe(rijen)
        self._pas_aan()
        if rijen and self.isVisible():
            zeg(self.lijst, f"Onderaan nog: {telling(rijen)}")

    def toon(self, vak: QRect) -> None:
        """Show, once there is an answer, at the top of this area: as wide as it, no higher than it or than needed."""
        self._plaats, self._open = vak, True
        self._pas_aan()

    def sluit(self) -> None:
        """Do not show any more."""
        self._open = False
        self.hide()

    def _pas_aan(self) -> None:
        vol = bool(self.lijst.rijen)
        self.lijst.setVisible(vol)
        self.voet.setVisible(vol)
        self.leeg.setVisible(not vol)
        if not self._open or not (vol or self._af):
            self.hide()
            return
        breed = self._plaats.width()
        self.setGeometry(QRect(self._plaats.topLeft(), QSize(breed, self.height())))
        hoog = self.lijst.hoogte() + self.voet.sizeHint().height() if vol else self.leeg.heightForWidth(breed - 2)
        self.resize(breed, min(hoog + 4, self._plaats.height()))
        if not self.isVisible():
            self.show()
            self.raise_()

    def _begonnen(self) -> None:
        self.wordt_gekozen = True

    def stap(self, richting: int) -> None:
        """Go one result up or down."""
        rij = self.lijst.stap(richting)
        if rij is not None:
            zeg(self.lijst, rij.voorgelezen())  # the focus stays in the box, so nobody else says it

    def kies(self) -> bool:
        """Choose the current result; False where none is current."""
        rij = self.lijst.huidige()
        if rij is None or rij.doel is None:
            return False
        self.gekozen.emit(rij.doel)
        return True


class Bovenbalk(QFrame):
    """`zoek` goes out while typing, `zoek_alles` at Enter without a chosen result, `gekozen` with a result's key."""

    zoek = Signal(str)
    zoek_alles = Signal(str)
    gekozen = Signal(object)
    kruimel = Signal(object)
    actie = Signal(str)

    def __init__(
        self, thema: Thema, acties: Sequence[MenuActie], venster: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._venster = venster
        self._naam = KortLabel("", "zacht")
        merk = QWidget()
        rij = QHBoxLayout(merk)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema.px(12))
        rij.addWidget(Label("Vangnet", "merk"))
        rij.addWidget(self._naam, 1)
        self.kruimels = Kruimelpad(thema)
        self.kruimels.gekozen.connect(self.kruimel)
        self._links = QStackedWidget()
        self._balk = QHBoxLayout()
        self._links.addWidget(merk)
        self._links.addWidget(self.kruimels)
        self.zoekvak = Zoekvak(thema, "Zoek leerlingen, verslagen, plan …", "Ctrl K", rust_ms=40)
        self.zoekvak.setMinimumWidth(thema.px(280))
        self.zoekvak.setMaximumWidth(thema.px(460))
        self.zoekvak.gezocht.connect(self._gezocht)
        self.zoekvak.bevestigd.connect(self._bevestigd)
        self.zoekvak.toets.connect(self._toets)
        self.zoekvak.veld.installEventFilter(self)
        self.uitkomsten = Zoekuitkomsten(thema, venster)
        self.uitkomsten.gekozen.connect(self._kies)
        self.avatar = Avatar(thema)
        self.menu = self._menu(acties)
        self.avatar.clicked.connect(self.toon_menu)
        balk = self._balk
        self._zet_marge(0)
        balk.setSpacing(thema.px(24))
        balk.addWidget(self._links, 3)
        balk.addWidget(self.zoekvak, 2)
        balk.addWidget(self.avatar)
        self.bezig = QProgressBar()
        self.bezig.setRange(0, 0)
        self.bezig.setTextVisible(False)
        self.bezig.setAccessibleName("Vangnet is bezig")
        beleid = self.bezig.sizePolicy()
        beleid.setRetainSizeWhenHidden(True)
        self.bezig.setSizePolicy(beleid)
        self.bezig.setFixedHeight(thema.px(4))
        self.bezig.hide()
        # a bar for what is over in a moment would only flicker
        self._geduld = QTimer(self)
        self._geduld.setSingleShot(True)
        self._geduld.setInterval(600)
        self._geduld.timeout.connect(self.bezig.show)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(0)
        vak.addLayout(balk)
        vak.addWidget(self.bezig)

    def zet_school(self, school: str, schooljaar: str) -> None:
        """Show whose vault this is."""
        delen = (school, f"schooljaar {schooljaar}" if schooljaar else "")
        self._naam.zet(" · ".join(deel for deel in delen if deel))

    def zet_account(self, naam: str, rol: str) -> None:
        """Show who works here."""
        self.avatar.zet(initialen(naam), f"Account van {naam}, {rol}")

    def zet_hier(self, stappen: Sequence[tuple[str, Plek]], titel: str, home: bool) -> None:
        """Show the name of the school on home, else the way to the page."""
        self._links.setCurrentIndex(0 if home else 1)
        self.kruimels.zet([] if home else stappen, titel)
        # the words stand at the margin; the frame in which a step shows the focus stands around them
        self._zet_marge(0 if home or not stappen else self._thema.px(4) + 1)

    def _zet_marge(self, uit: int) -> None:
        px = self._thema.px
        self._balk.setContentsMargins(px(32) - uit, px(16), px(32), px(8))

    def zet_bezig(self, bezig: bool) -> None:
        """Show that something runs, when it lasts."""
        if bezig:
            self._geduld.start()
        else:
            self._geduld.stop()
            self.bezig.hide()

    def toon_menu(self) -> None:
        """Open the account's menu below the avatar."""
        maat = self.menu.sizeHint()
        hoek = self.avatar.mapToGlobal(QPoint(self.avatar.width() - maat.width(), self.avatar.height() + 4))
        self.menu.popup(hoek)

    def leeg(self) -> None:
        """Empty the search box and close its results."""
        self.zoekvak.veld.clear()
        self.uitkomsten.sluit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the results when the focus leaves the search box."""
        if event.type() == QEvent.Type.FocusOut:
            self.uitkomsten.sluit()
        elif event.type() == QEvent.Type.FocusIn and self.zoekvak.tekst():
            self._toon()
        return False

    def _menu(self, acties: Sequence[MenuActie]) -> QMenu:
        menu = QMenu(self)
        for actie in acties:
            if actie.streep:
                menu.addSeparator()
            keuze = menu.addAction(self._thema.icoon(actie.icoon), actie.label.replace("&", "&&"))
            keuze.triggered.connect(lambda _=False, key=actie.key: self.actie.emit(key))
        return menu

    def _gezocht(self, tekst: str) -> None:
        self.zoek.emit(tekst)
        if tekst and self.zoekvak.veld.hasFocus():
            self._toon()
        else:
            self.uitkomsten.sluit()

    def _toon(self) -> None:
        px, venster = self._thema.px, self._venster
        onder = self.zoekvak.mapTo(venster, QPoint(0, self.zoekvak.height() + px(4)))
        # wider than the box, for a passage; it grows to the left, where there is room
        breed = min(max(self.zoekvak.width(), px(640)), venster.width() - px(32))
        links = max(px(16), min(onder.x(), onder.x() + self.zoekvak.width() - breed))
        self.uitkomsten.toon(QRect(links, onder.y(), breed, max(px(120), venster.height() - onder.y() - px(16))))

    def _toets(self, toets: int) -> None:
        if toets == Qt.Key.Key_Escape:
            self.leeg()
        else:
            self.uitkomsten.stap(1 if toets == Qt.Key.Key_Down else -1)

    def _bevestigd(self, tekst: str) -> None:
        if not (self.uitkomsten.isVisible() and self.uitkomsten.kies()) and tekst:
            self.uitkomsten.sluit()
            self.zoek_alles.emit(tekst)

    def _kies(self, sleutel: object) -> None:
        self.leeg()
        self.gekozen.emit(sleutel)
