"""A walk through the real program by two accounts in turn, with a clock that is told to go on and eyes for words."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QWidget

from desktop.app.rondgang import ZIN, Rondgang
from desktop.app.toneel import Toneelfout
from desktop.models.personen import Leerling
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ, LijstView


class Gangklok:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)  # a Tuesday

    def now(self) -> datetime:
        """Return the moment of the story."""
        return self.moment

    def later(self, minuten: int) -> None:
        """Let time go by."""
        self.moment += timedelta(minutes=minuten)


class Gang(Rondgang):
    """Base of a walk; `gezien` says what stood on screen on the way, and is kept as gezien.json beside the pictures."""

    def __init__(self, doel: Path, werk: Path) -> None:
        self.klok = Gangklok()
        self.gezien: dict[str, str] = {}
        super().__init__(doel, werk, self.klok)

    def eind(self) -> None:
        """Keep what was seen and close the program."""
        (self._doel / "gezien.json").write_text(json.dumps(self.gezien, ensure_ascii=False, indent=1), "utf-8")
        self.t.eind()

    def directeur_erbij(self) -> None:
        """Give a director an account of his own, as the settings do."""
        t = self.t
        t.ga(Plek("instellingen", extra="accounts"))
        t.klik("Account toevoegen")
        t.typ("Naam", "Dirk Directeur")
        t.klik("Directeur")
        for veld in ("Wachtwoordzin", "Nog een keer"):
            t.typ(veld, ZIN)
        t.klik("Toevoegen")
        self._foto("accounts")

    def wissel(self, rol: str) -> None:
        """Lock, and let the other come in."""
        t = self.t
        t.programma.vergrendel()
        t.rust()
        t.klik(rol)
        t.typ("Wachtwoordzin", ZIN)
        t.klik("Openen")
        self._foto(f"home-{rol.split()[0].lower()}")

    def gezin(self) -> UUID:
        """Make a pupil with a mother who has gezag; return the pupil."""
        assert self.t.programma.sessie is not None
        personen = self.t.programma.sessie.diensten.personen

        def maak() -> UUID:
            stored, fout = personen.bewaar(Leerling, None, {"roepnaam": "Daan", "achternaam": "Kwartel"})
            assert stored is not None, fout
            perioden = [{"rij": str(stored.record), "vanaf": "2017-01-01", "gezag": "ja"}]
            band, mis = personen.koppel(
                stored.record, {"roepnaam": "Elif", "achternaam": "Kwartel"}, {"soort": "moeder", "perioden": perioden}
            )
            assert band is not None, mis
            return stored.record

        return self._op_lane(maak)

    def druk_enter(self, veld: str) -> None:
        """Press Enter in a field and wait."""
        QTest.keyClick(self.t.veld(veld), Qt.Key.Key_Return)
        self.t.rust()

    def klik_als(self, naam: str) -> bool:
        """Press a button if it is there; say whether it was."""
        try:
            self.t.klik(naam)
        except Toneelfout:
            return False
        return True

    def mens(self, naam: str) -> None:
        """Choose who is found first for a name, or who is added by it."""
        self.t.typ("Zoek iemand", naam)
        self.t.rust()
        QTest.keyClick(self.t.veld("Zoek iemand"), Qt.Key.Key_Return)
        self.t.rust()

    def bekijk(self, sleutel: str) -> None:
        """Keep every word that is on screen now."""
        self.t.rust()
        self.gezien[sleutel] = "\n".join(self.alles())

    def alles(self) -> list[str]:
        """Return every word on screen: labels, names, and the rows of lists."""
        rijen = [tekst for w in self.t.zichtbaar() if isinstance(w, QListView) for tekst in self.rijen(w)]
        namen = [w.accessibleName() for w in self.t.zichtbaar() if w.accessibleName()]
        return [*dict.fromkeys([*self.teksten(), *namen]), *rijen]

    def teksten(self) -> list[str]:
        """Return what the labels say."""
        return [w.text() for w in self.t.zichtbaar() if isinstance(w, QLabel) and w.text()]

    def rijen(self, lijst: QListView) -> list[str]:
        """Return the rows of a list as a screen reader says them."""
        model = lijst.model()
        if model is None:
            return []
        indexen = [model.index(n, 0) for n in range(model.rowCount())]
        for index in indexen:
            index.data(RIJ)  # asks for what is not read yet
        self.t.rust()
        inhoud = [index.data(RIJ) for index in indexen]
        return [rij.voorgelezen() for rij in inhoud if rij is not None]

    def lijst(self, naam: str) -> LijstView:
        """Return the list on screen that is called so. Raises Toneelfout."""
        for w in self.t.zichtbaar():
            if isinstance(w, LijstView) and w.accessibleName() == naam:
                return w
        raise Toneelfout(f"geen lijst: {naam}")

    def druk(self, naam: str) -> None:
        """Press what is called exactly so, with the space bar."""
        for w in self.t.zichtbaar():
            if isinstance(w, QAbstractButton) and w.accessibleName() == naam:
                w.setFocus(Qt.FocusReason.TabFocusReason)
                QTest.keyClick(w, Qt.Key.Key_Space)
                return
        raise Toneelfout(f"geen knop: {naam}")

    def antwoord(self, vraag: str, woord: str) -> None:
        """Press the answer `woord` of the question that begins so. Raises Toneelfout."""
        for w in self.t.zichtbaar():
            naam = w.accessibleName()
            if isinstance(w, QAbstractButton) and naam.startswith(vraag) and naam.endswith(f": {woord}"):
                self.druk(naam)
                self.t.rust()
                return
        raise Toneelfout(f"geen antwoord: {vraag}: {woord}")

    def blok(self, lijst: str) -> QWidget:
        """Return the rows on screen that are called so. Raises Toneelfout."""
        for w in self.t.zichtbaar():
            if w.accessibleName() == lijst and w.findChildren(QAbstractButton):
                return w
        raise Toneelfout(f"geen rijen: {lijst}")

    def nieuwe_rij(self, lijst: str) -> None:
        """Add a line to rows."""
        self.t.klik(f"{lijst}: voeg regel toe")

    def rijtje(self, lijst: str, n: int, cellen: Mapping[str, str], *, nieuw: bool = True) -> None:
        """Fill in cells of a line of one list; other lists have cells of the same name."""
        if nieuw:
            self.nieuwe_rij(lijst)
        for cel, tekst in cellen.items():
            self.t.typ(f"{cel}, regel {n}", tekst, self.blok(lijst))


def loop_gang(soort: type[Gang]) -> int:
    """Walk, and leave what it gave in the folder that is the first argument of the program."""
    doel = Path(sys.argv[1])
    shutil.rmtree(doel, ignore_errors=True)
    doel.mkdir(parents=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="vangnet-gang-") as werk:
        gang = soort(doel, Path(werk))
        try:
            gang.loop()
        except Toneelfout as fout:
            gang._foto("gestopt")
            print(f"De gang stopte: {fout}", file=sys.stderr)
            return 1
    for bestand in sorted(doel.iterdir()):
        print(bestand)
    return 0
