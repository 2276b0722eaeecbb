"""Photographs every page and dialog of the demo school, light and dark, 100% and 200%. Arguments: folder, size."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.app.toneel import Toneel
from desktop.models.opslag import Query, Row
from desktop.models.rolinhoud import ROLLEN
from desktop.models.vooroverleg import SoortGesprek
from desktop.views.navigatie import Plek
from desktop.views.plan import PlanPagina
from tools.plekken import Vondst, fotoplekken

_KEREN = [(thema, schaal) for thema in ("licht", "donker") for schaal in ("1", "2")]


def main() -> int:
    """Run a child for each look, two at a time: scale, screen and theme are chosen before Qt starts."""
    if len(sys.argv) > 3:
        fotografeer(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
        return 0
    doel, maat = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "1440x900"
    fout = 0
    with tempfile.TemporaryDirectory(prefix="vangnet-scherm-") as werk:
        for begin in (0, 2):
            kinderen = []
            for thema, schaal in _KEREN[begin : begin + 2]:
                map_ = doel / f"{thema}-{int(schaal) * 100}"
                env = {
                    **os.environ,
                    "QT_QPA_PLATFORM": scherm(Path(werk), maat, int(schaal)),
                    "QT_SCALE_FACTOR": schaal,
                }
                opdracht = [sys.executable, "-m", "tools.screenshots", str(map_), maat, thema]
                kinderen.append(subprocess.Popen(opdracht, env=env))
            fout |= max(kind.wait() for kind in kinderen)
    print(f"{len(list(doel.rglob('*.png')))} pictures in {doel}")
    return fout


def scherm(werk: Path, maat: str, schaal: int) -> str:
    """Return the name by which Qt has a screen without display of this size, as a person sees it at that scale.

    Of itself it is 800 pixels wide, 400 at 200%: no dialog fits there. `werk` gets the file in which Qt reads it.
    """
    breed, hoog = (schaal * int(zijde) for zijde in maat.split("x"))
    bestand = werk / f"{breed}x{hoog}.json"
    een = {"name": "scherm", "x": 0, "y": 0, "width": breed, "height": hoog, "logicalDpi": 96, "logicalBaseDpi": 96}
    bestand.write_text(json.dumps({"screens": [{**een, "dpr": 1}]}), encoding="utf-8")
    return f"offscreen:configfile={bestand}"


def fotografeer(doel: Path, maat: str, thema: str) -> None:
    """Take every picture of one look."""
    breed, hoog = map(int, maat.split("x"))
    with tempfile.TemporaryDirectory(prefix="vangnet-foto-") as werk:
        t = Toneel(Path(werk), thema=thema)
        t.venster.resize(breed, hoog)
        t.beeld(doel / "start-welkom.png")
        t.klik("Nieuwe kluis")
        t.beeld(doel / "start-nieuwe-kluis.png")
        t.programma.toon_ontgrendelen(Path(werk) / "er-is-niets.kluis")
        t.beeld(doel / "start-kluis-weg.png")
        t.programma.toon_terugzetten()
        t.beeld(doel / "start-terugzetten.png")
        t.eind()
    with tempfile.TemporaryDirectory(prefix="vangnet-foto-") as werk:
        t = Toneel(Path(werk), demo=True, thema=thema)
        t.venster.resize(breed, hoog)
        Fotograaf(t, doel).alles()


class Fotograaf:
    """Goes through the demo school, page by page and dialog by dialog."""

    def __init__(self, toneel: Toneel, doel: Path) -> None:
        self._t = toneel
        self._doel = doel
        toneel.wacht(lambda: toneel.programma.sessie is not None, "de demoschool")
        assert toneel.programma.sessie is not None
        self._kluis = toneel.programma.sessie.kluis.folder

    def alles(self) -> None:
        """Take the pictures and close."""
        self._paginas()
        self._plan()
        self._zoekvak()
        self._dialogen()
        t = self._t
        t.ga(Plek("meldcode"))
        t.klik("Eerst en steeds, Disclosure")
        self._foto("meldcode-begrip")
        t.programma.open_handleiding("ondertekenen")
        self._foto("handleiding")
        t.programma.vergrendel()
        self._foto("start-ontgrendelen")
        t.programma.toon_herstel(self._kluis)
        self._foto("start-herstel")
        t.programma.toon_plan()
        self._foto("planmodus-home")
        for naam, plek in (("rol", Plek("rol", extra="ib")), ("pagina", Plek("plan", extra="contact"))):
            t.ga(plek)
            self._foto(f"planmodus-{naam}")
        t.eind()

    def _paginas(self) -> None:
        vondst = Vondst(self._rijen)
        for naam, plek in fotoplekken(vondst).items():
            self._t.ga(plek)
            self._foto(naam)
        for soort in SoortGesprek:
            self._t.ga(Plek("verslag", extra=f"leerling={vondst.leerling};soort={soort.value}"))
            self._foto(f"verslag-nieuw-{soort.value}")
        for rol in (*ROLLEN, "meldcode"):
            self._t.ga(Plek("rol", extra=rol))
            self._foto(f"rol-{rol}")
        for deel in (
            "school",
            "plan",
            "accounts",
            "wachtwoordzin",
            "herstelblad",
            "reservekopie",
            "controle",
            "weergave",
            "over",
        ):
            self._t.ga(Plek("instellingen", extra=deel))
            self._foto(f"instellingen-{deel}")

    def _plan(self) -> None:
        """What opens over a page of the plan: a term, finding, an outside link, printing."""
        t = self._t
        t.ga(Plek("plan", extra="meldcode"))
        pagina = t.programma.venster.pagina()
        assert isinstance(pagina, PlanPagina)
        pagina.blad.gevolgd.emit("begrip:disclosure")
        self._foto("plan-begrip")
        pagina.begrip.sluit()
        pagina.zoekbalk.begin()
        t.typ("Zoek op deze pagina", "gesprek")
        t.wacht(lambda: "van" in pagina.zoekbalk.aantal.text(), "wat er gevonden is")
        self._foto("plan-zoeken")
        for naam in ("plan-website", "plan-poster"):
            if naam == "plan-website":
                website = re.search(r"https:[^)]+", t.programma.planhouder.plan.pagina("directeur").tekst)
                assert website is not None
                pagina.blad.gevolgd.emit(website[0])
            else:
                t.klik("Afdrukken: Poster van de infographic")
            self._foto(naam)
            dialoog = QApplication.activeModalWidget()
            assert isinstance(dialoog, QDialog)
            dialoog.reject()

    def _zoekvak(self) -> None:
        """The list below the search box: a hit chosen with the arrows, a typing error, nothing found."""
        t = self._t
        t.ga(Plek("home"))
        balk = t.programma.venster.balk
        for naam, woorden in (("gevonden", "veilig thuis"), ("tikfout", "kindchekc"), ("niets", "xqzzk")):
            balk.zoekvak.leeg()
            QTest.keyClicks(balk.zoekvak.veld, woorden)
            t.wacht(balk.uitkomsten.isVisible, "wat er gevonden is")
            t.rust()
            QTest.keyClick(balk.zoekvak.veld, Qt.Key.Key_Down)
            self._foto(f"zoekvak-{naam}")
        balk.zoekvak.leeg()
        t.rust()

    def _dialogen(self) -> None:
        t = self._t
        vast = self._rij(Query(kinds=("gespreksverslag",), states=("vastgesteld",)))
        t.ga(Plek("verslag", vast.record))
        for knop, naam in (
            ("Afdrukken of PDF", "afdrukken"),
            ("In ParnasSys gezet", "parnassys"),
            ("Aanvulling", "aanvulling"),
            ("Trek in", "intrekken"),
        ):
            t.klik(knop)
            self._foto(f"dialoog-{naam}")
            dialoog = QApplication.activeModalWidget()
            assert isinstance(dialoog, QDialog), naam
            dialoog.reject()
            t.rust()

    def _rij(self, vraag: Query) -> Row:
        return self._rijen(vraag)[0]

    def _rijen(self, vraag: Query) -> Sequence[Row]:
        assert self._t.programma.sessie is not None
        vault = self._t.programma.sessie.diensten.session.vault
        future = self._t.programma.kluis_lane.submit(lambda: vault.rows(vault.ids(vraag)))
        self._t.wacht(future.done, "antwoord van de kluis")
        return future.result()

    def _foto(self, naam: str) -> None:
        self._t.beeld(self._doel / f"{naam}.png")


if __name__ == "__main__":
    raise SystemExit(main())
