"""The page that reads an EDEXML file: choose, look what would change, apply all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.errors import Afgebroken, Conflict, UserError
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.services.edexml import Inlezing
from desktop.views.edexml.kiezen import Kiezen
from desktop.views.edexml.vlak import VoorbeeldVlak
from desktop.views.edexml.voorbeeld import Voorbeeld, maak_voorbeeld
from desktop.views.edexml.voortgang import Voortgang
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets import Bezig, Bladvlak, Knop, Label, LeegStaat, kolom, maak_leeg
from desktop.views.work import Work

KiesBestand = Callable[[QWidget], Path | None]
"""Lets a person choose a file; None where that was called off."""
_WEG = (
    "Gooi het EDEXML-bestand nu weg, ook uit de prullenbak: het is niet versleuteld. Ouders en gezag staan er niet in; "
    "die voeg je toe op de pagina van de leerling."
)


def kies_bestand(bij: QWidget) -> Path | None:
    """Ask for a file with the system's own dialog, from the folder of downloads where there is one."""
    plekken = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DownloadLocation)
    # of a folder that is not there the dialog makes the name of a file
    begin = next((plek for plek in plekken if Path(plek).is_dir()), str(Path.home()))
    naam, _ = QFileDialog.getOpenFileName(bij, "EDEXML-bestand kiezen", begin, "EDEXML (*.xml);;Alle bestanden (*)")
    return Path(naam) if naam else None


class EdexmlPagina(KluisPagina):
    """Reads on the work lane, compares and writes on the vault's lane. Reading and writing can both be stopped."""

    handleiding = "leerlingen-inlezen"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        kies: KiesBestand = kies_bestand,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._kies_bestand = kies
        self._voorbeeld: Voorbeeld | None = None
        self._voortgang: Voortgang | None = None
        self._leest = False
        self._deler = 1
        self.bezig: Bezig | None = None
        self.klaar: LeegStaat | None = None
        self.kiezen = Kiezen(thema)
        self.vlak = VoorbeeldVlak(thema)
        self._kern = QWidget()
        self._bezigvak = QVBoxLayout()
        self._klaarvak = QVBoxLayout()
        self._stapel = QStackedWidget()
        self._schermen: dict[str, QWidget] = {}
        self._bouw()
        self.kiezen.kies.connect(self._vraag_bestand)
        self.kiezen.bestand.connect(self.lees)
        self.kiezen.meer.connect(self._te_veel)
        self.vlak.ander.connect(self._opnieuw)
        self.vlak.toepassen.connect(self.pas_toe)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Inlezen uit EDEXML"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the list."""
        return (("Leerlingen", Plek("leerlingen")),)

    def toon(self, plek: Plek) -> None:
        """Show where one was: a file that is being read, a preview; else the choice of a file."""
        if self._voortgang is not None:
            return
        self.begin()
        sta_toe(self.kiezen.knop, self.reden(Actie.EDEXML))
        self.kiezen.vlak.setAcceptDrops(self._d.session.mag(Actie.EDEXML))
        if self._voorbeeld is None:
            self._toon("kiezen")
            self.kiezen.knop.setFocus()

    def mag_weg(self) -> bool:
        """Reading stops when one leaves; writing goes on, for it is all or nothing."""
        if self._leest and self._voortgang is not None:
            self._voortgang.stop()
        return True

    def lees(self, pad: Path) -> None:
        """Read a file beside the vault, then hold it against the vault."""
        if self._voortgang is not None or not self._d.session.mag(Actie.EDEXML):
            return
        self.begin()
        voortgang = self._begin_taak("Bestand lezen, in kB", 1024)
        self._leest = True
        self._work.werk(
            self,
            lambda: self._d.edexml.lees(pad, voortgang),
            lambda inlezing: self._vergelijk(pad.name, inlezing),
            lambda fout: self._mislukt(fout, "kiezen"),
        )

    def pas_toe(self) -> None:
        """Write the whole proposal; saves go before everything else."""
        voorbeeld = self._voorbeeld
        if voorbeeld is None or self._voortgang is not None:
            return
        self.begin()
        voortgang = self._begin_taak("Inlezen in de kluis", 1)
        self._work.kluis(
            self,
            lambda: self._d.edexml.pas_toe(voorbeeld.voorstel, voortgang),
            lambda _: self._toegepast(voorbeeld),
            lambda fout: self._mislukt(fout, "voorbeeld"),
            urgent=True,
        )

    def _bouw(self) -> None:
        thema = self._thema
        kies = Bladvlak()
        binnen = QHBoxLayout(kies.vlak)
        binnen.setContentsMargins(0, 0, 0, 0)
        binnen.addWidget(self.kiezen, 1000)
        binnen.addStretch(1)
        bezig, klaar = QWidget(), QWidget()
        bezig.setLayout(kolom(thema, self._bezigvak, 1))
        bezig.setMaximumWidth(thema.px(LEESBREEDTE))
        klaar.setLayout(self._klaarvak)
        self._schermen = {"kiezen": kies, "bezig": bezig, "klaar": klaar}
        binnenstapel = QStackedWidget()
        for scherm in self._schermen.values():
            binnenstapel.addWidget(scherm)
        self._binnen = binnenstapel
        self._kern.setLayout(kolom(thema, Label("Inlezen uit EDEXML", "kop"), self.banners, binnenstapel, ruimte=16))
        kern = self._kern.layout()
        assert kern is not None
        kern.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        for deel in (self._kern, self.vlak):
            self._stapel.addWidget(deel)
        self._vak.addWidget(self._stapel)

    def _toon(self, scherm: str) -> None:
        if scherm == "voorbeeld":
            self._stapel.setCurrentWidget(self.vlak)
        else:
            self._binnen.setCurrentWidget(self._schermen[scherm])
            self._stapel.setCurrentWidget(self._kern)

    def _begin_taak(self, tekst: str, deler: int) -> Voortgang:
        maak_leeg(self._bezigvak)
        self.bezig = bezig = Bezig(self._thema, tekst)
        self._voortgang = voortgang = Voortgang()
        # by name of a method of this page: a signal from a lane then waits for the user's thread
        self._deler = deler
        voortgang.stand.connect(self._stand)
        bezig.afgebroken.connect(voortgang.stop)
        self._bezigvak.addWidget(bezig)
        self._toon("bezig")
        if bezig.knop is not None:
            bezig.knop.setFocus()
        return voortgang

    def _stand(self, gedaan: int, totaal: int) -> None:
        if self.bezig is not None:
            self.bezig.zet(gedaan // self._deler, max(1, totaal // self._deler))

    def _klaar_met_taak(self) -> None:
        self._voortgang = None
        self._leest = False

    def _vergelijk(self, bestand: str, inlezing: Inlezing) -> None:
        if self.bezig is not None:
            self.bezig.zet_tekst("Vergelijken met de kluis")
            self.bezig.zet(0, 0)
        edexml = self._d.edexml
        self._work.kluis(
            self,
            lambda: maak_voorbeeld(bestand, inlezing, edexml.vergelijk(inlezing)),
            self._vergeleken,
            lambda fout: self._mislukt(fout, "kiezen"),
        )

    def _vergeleken(self, voorbeeld: Voorbeeld) -> None:
        self._klaar_met_taak()
        if voorbeeld.voorstel.leeg and not voorbeeld.voorstel.onleesbaar:
            self._voorbeeld = None
            self._toon_klaar(
                "Geen verschillen", f"Alles in {voorbeeld.bestand} staat al zo in de kluis. Er is niets in te lezen."
            )
            return
        self._voorbeeld = voorbeeld
        self.vlak.zet(voorbeeld)
        self._toon("voorbeeld")
        self.vlak.lijst.setFocus()

    def _toegepast(self, voorbeeld: Voorbeeld) -> None:
        self._klaar_met_taak()
        self._voorbeeld = None
        nieuw, anders, weg = (
            sum(getattr(t, naam) for t in voorbeeld.tellingen) for naam in ("nieuw", "gewijzigd", "vertrokken")
        )
        self._toon_klaar("Ingelezen", f"{nieuw} nieuw, {anders} gewijzigd, {weg} vertrokken. {_WEG}")

    def _toon_klaar(self, titel: str, tekst: str) -> None:
        maak_leeg(self._klaarvak)
        self.klaar = klaar = LeegStaat(self._thema, "check-circle", titel, tekst, "Naar de leerlingen")
        klaar.gekozen.connect(lambda: self._navigator.ga(Plek("leerlingen")))
        ander = Knop("Ander bestand", self._thema)
        ander.clicked.connect(self._opnieuw)
        self._klaarvak.addLayout(kolom(self._thema, klaar, ruimte=0))
        onder = QHBoxLayout()
        onder.addStretch(1)
        onder.addWidget(ander)
        onder.addStretch(1)
        self._klaarvak.addLayout(onder)
        self._klaarvak.addStretch(1)
        self._toon("klaar")
        knop = klaar.findChild(Knop)
        if knop is not None:
            knop.setFocus()

    def _mislukt(self, fout: UserError, terug: str) -> None:
        voorbeeld = self._voorbeeld
        self._klaar_met_taak()
        self._toon(terug)
        vak = self.vlak.banners if terug == "voorbeeld" else self.banners
        if isinstance(fout, Conflict) and voorbeeld is not None:
            vak.zet(
                "waarschuwing",
                "Intussen is er iets in de kluis veranderd. Er is niets ingelezen.",
                "Vergelijk het bestand opnieuw; daarna kun je het toepassen.",
                "Vergelijk opnieuw",
                self._vergelijk_opnieuw,
            )
        else:
            vak.zet("info" if isinstance(fout, Afgebroken) else "fout", fout.zin, fout.stap)

    def _vergelijk_opnieuw(self) -> None:
        voorbeeld = self._voorbeeld
        if voorbeeld is not None and self._voortgang is None:
            self._begin_taak("Vergelijken met de kluis", 1)
            self._vergelijk(voorbeeld.bestand, voorbeeld.inlezing)

    def _vraag_bestand(self) -> None:
        pad = self._kies_bestand(self)
        if pad is not None:
            self.lees(pad)

    def _te_veel(self) -> None:
        self.banners.zet("info", "Sleep één bestand tegelijk.", "Kies het EDEXML-bestand van je school.")

    def _opnieuw(self) -> None:
        self._voorbeeld = None
        self.begin()
        self._toon("kiezen")
        self.kiezen.knop.setFocus()
