"""The questions of a new vault, one widget a step: what is typed, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.services.wachtwoordzin import beoordeel
from desktop.views.start.accounts import Keuze, KeuzeKaart, rol_icoon
from desktop.views.start.invoer import Invoer, PadInvoer, WachtwoordInvoer
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Label, Pil, Toon, rij
from desktop.views.work import Work

if TYPE_CHECKING:
    from desktop.models.core import Problem
    from desktop.services.poort import Poort

_RUST_MS = 250
_TOON: dict[str, Toon] = {"te kort": "fout", "zwak": "fout", "redelijk": "waarschuwing", "sterk": "goed"}


class Vraag(QWidget):
    """One step. `keur` calls back with whether one may go on; faults are then shown and the first has the focus."""

    enter = Signal()
    titel = ""
    uitleg = ""
    hulp = "kluis-maken"

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self.thema = thema
        self.vak = QVBoxLayout(self)
        self.vak.setContentsMargins(0, 0, 0, 0)
        self.vak.setSpacing(thema.px(16))

    def begin(self) -> None:
        """One comes here: put the focus where typing begins."""

    def keur(self, klaar: Callable[[bool], None]) -> None:
        """Look whether this step is filled in well; one that asks nothing is."""
        klaar(True)

    def antwoord(self) -> str:
        """Return what stands beside the step."""
        return ""


class VraagSchool(Vraag):
    """Name, BRIN, board and region; the same rules as the profile in the settings, checked while one types."""

    titel = "Van welke school is de kluis?"
    uitleg = "De naam komt op elke brief en elk verslag. Je kunt dit later aanpassen."

    def __init__(self, thema: Thema, work: Work, poort: Poort) -> None:
        super().__init__(thema)
        self._work = work
        self._poort = poort
        self._ronde = 0
        self.velden = {
            "naam": Invoer(thema, "Naam van de school"),
            "brin": Invoer(thema, "BRIN", "Vier tekens, bijvoorbeeld 00AA. Mag leeg blijven.", 20),
            "bestuur": Invoer(thema, "Bestuur", "De stichting of vereniging. Mag leeg blijven."),
            "regio": Invoer(thema, "Regio", "Van Veilig Thuis en de GGD, bijvoorbeeld Hollands Midden."),
        }
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST_MS)
        self._rust.timeout.connect(self._kijk)
        for veld in self.velden.values():
            self.vak.addWidget(veld)
            veld.gewijzigd.connect(lambda _: self._rust.start())
            veld.enter.connect(self.enter)

    def values(self) -> dict[str, Any]:
        """Return the profile as typed."""
        return {naam: veld.tekst().strip() for naam, veld in self.velden.items()}

    def begin(self) -> None:
        """The name first."""
        self.velden["naam"].setFocus()

    def antwoord(self) -> str:
        """Return the name of the school."""
        return self.velden["naam"].tekst().strip()

    def keur(self, klaar: Callable[[bool], None]) -> None:
        """Check everything, also what is still empty."""
        self._rust.stop()
        self._vraag(lambda problemen: klaar(self._toon(problemen, set(self.velden), naar_fout=True)))

    def _kijk(self) -> None:
        ingevuld = {naam for naam, veld in self.velden.items() if veld.tekst().strip()}
        self._vraag(lambda problemen: self._toon(problemen, ingevuld, naar_fout=False))

    def _vraag(self, dan: Callable[[Sequence[Problem]], object]) -> None:
        self._ronde += 1
        ronde, values = self._ronde, self.values()

        def thuis(problemen: Sequence[Problem]) -> None:
            if ronde == self._ronde:
                dan(problemen)

        self._work.werk(self, lambda: self._poort.keur_school(values), thuis)

    def _toon(self, problemen: Sequence[Problem], van: set[str], naar_fout: bool) -> bool:
        per_veld = {str(p.loc[0]): p.zin for p in reversed(problemen) if p.loc}
        for naam, veld in self.velden.items():
            zin = per_veld.get(naam, "") if naam in van else ""
            if zin != veld.fout():
                veld.zet_fout(zin)
        fout = next((veld for naam, veld in self.velden.items() if naam in per_veld), None)
        if fout is not None and naar_fout:
            fout.setFocus()
        return not problemen


_KLACHTEN = "Een eigen kluis voor klachten, waar de school niet in kan"


class VraagJij(Vraag):
    """The first account: a name, and a role that runs a vault: of a school, or of complaints."""

    titel = "Wie ben jij?"
    uitleg = "Dit wordt het eerste account. Collega's voeg je later toe."

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema)
        self.naam = Invoer(thema, "Je naam", "Zo sta je op verslagen en in het logboek.", 120)
        self.rol = Keuze(thema, "Je rol, en dus waarvoor deze kluis is")
        self.rol.zet(
            [
                ("ib", _rolkaart(thema, "Intern begeleider", "Alles, behalve zien wie wat heeft bekeken")),
                ("directeur", _rolkaart(thema, "Directeur", "Alles, ook het logboek")),
                ("vertrouwenspersoon", _rolkaart(thema, "Interne vertrouwenspersoon", _KLACHTEN)),
            ]
        )
        self.naam.enter.connect(self.enter)
        self.rol.enter.connect(self.enter)
        self.vak.addWidget(self.naam)
        self.vak.addWidget(self.rol)

    def begin(self) -> None:
        """The name first."""
        self.naam.setFocus()

    def kies_rol(self, rol: str) -> None:
        """Choose a role beforehand, for who comes here to make a vault for it; it can still be changed."""
        self.rol.kies(rol)

    def voor_klachten(self) -> bool:
        """Whether this becomes a vault of complaints."""
        return self.rolnaam() == "vertrouwenspersoon"

    def rolnaam(self) -> str:
        """Return the role as it is stored."""
        return str(self.rol.keuze())

    def antwoord(self) -> str:
        """Return name and role."""
        rol = {"ib": "intern begeleider", "vertrouwenspersoon": "kluis voor klachten"}.get(self.rolnaam(), "directeur")
        return f"{self.naam.tekst().strip()}, {rol}"

    def keur(self, klaar: Callable[[bool], None]) -> None:
        """A name is needed."""
        goed = bool(self.naam.tekst().strip())
        if not goed:
            self.naam.zet_fout("Vul je naam in.")
            self.naam.setFocus()
        klaar(goed)


class VraagPlek(Vraag):
    """Where the vault comes; a folder in a cloud or on the network is refused with the reason."""

    titel = "Waar komt de kluis?"
    uitleg = (
        "De kluis is één map op de schijf van deze computer. Niet in OneDrive of een andere cloud "
        "en niet op het netwerk: daar kan hij stuk gaan. Een reservekopie mag daar wel staan."
    )

    def __init__(self, thema: Thema, work: Work, poort: Poort, kies: Callable[[], Path | None]) -> None:
        super().__init__(thema)
        self._work = work
        self._poort = poort
        self._ronde = 0
        self._voorstel = ""
        self._naam = "Vangnet"
        self.plek = PadInvoer(thema, "Map van de kluis", "Deze map wordt nieuw gemaakt.", lambda: self._in(kies()))
        self.plek.enter.connect(self.enter)
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST_MS)
        self._rust.timeout.connect(lambda: self._vraag(lambda goed: None))
        self.plek.gewijzigd.connect(lambda _: self._rust.start())
        self.vak.addWidget(self.plek)

    def stel_voor(self, mappen: Sequence[Path], naam: str) -> None:
        """Fill in a place for a school of this name, unless a person chose one."""
        self._naam = naam
        if self.plek.tekst().strip() in ("", self._voorstel):
            self._work.werk(self, lambda: self._poort.stel_plek_voor(mappen, naam), self._voorgesteld)

    def begin(self) -> None:
        """The place itself."""
        self.plek.setFocus()

    def folder(self) -> Path:
        """Return the folder that was chosen."""
        pad = self.plek.pad()
        assert pad is not None
        return pad

    def antwoord(self) -> str:
        """Return where it comes."""
        return str(self.plek.pad() or "")

    def keur(self, klaar: Callable[[bool], None]) -> None:
        """Ask whether a vault may be made there."""
        self._rust.stop()
        if self.plek.pad() is None:
            self.plek.zet_fout("Kies een map.")
            self.plek.setFocus()
            klaar(False)
            return
        self._vraag(klaar, naar_fout=True)

    def toon_fout(self, fout: UserError, naar_fout: bool) -> None:
        """Show at the field why this place will not do."""
        self.plek.zet_fout(str(fout))
        if naar_fout:
            self.plek.setFocus()

    def _vraag(self, klaar: Callable[[bool], None], naar_fout: bool = False) -> None:
        pad = self.plek.pad()
        if pad is None:
            return
        self._ronde += 1
        ronde = self._ronde

        def goed(_: None) -> None:
            if ronde == self._ronde:
                klaar(True)

        def fout(error: UserError) -> None:
            if ronde == self._ronde:
                self.toon_fout(error, naar_fout)
                klaar(False)

        self._work.werk(self, lambda: self._poort.keur_plek(pad), goed, fout)

    def _in(self, gekozen: Path | None) -> Path | None:
        """A vault gets a folder of its own within the one that was chosen."""
        if gekozen is None or gekozen.suffix == ".kluis":
            return gekozen
        return gekozen / (Path(self._voorstel).name if self._voorstel else f"{self._naam}.kluis")

    def _voorgesteld(self, plek: Path) -> None:
        if self.plek.tekst().strip() in ("", self._voorstel):
            self._voorstel = str(plek)
            self.plek.zet_tekst(self._voorstel)


class NieuweZin(QWidget):
    """A new passphrase, typed twice, with an honest word about its strength."""

    enter = Signal()

    def __init__(self, thema: Thema, label: str = "Wachtwoordzin", nogmaals: str = "Nog een keer") -> None:
        super().__init__()
        self.zin = WachtwoordInvoer(thema, label)
        self.nogmaals = WachtwoordInvoer(thema, nogmaals)
        self.sterkte = Pil(thema, "sterk", "goed")
        self.raad = Label("", "klein")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        vak.addWidget(self.zin)
        vak.addLayout(rij(thema, self.sterkte, self.raad, 1))
        vak.addWidget(self.nogmaals)
        self.zin.gewijzigd.connect(lambda _: self._beoordeel())
        self.zin.enter.connect(self.nogmaals.setFocus)
        self.nogmaals.enter.connect(self.enter)
        self.setFocusProxy(self.zin)
        self._beoordeel()

    def tekst(self) -> str:
        """Return the passphrase."""
        return self.zin.tekst()

    def wis(self) -> None:
        """Forget both."""
        self.zin.wis()
        self.nogmaals.wis()

    def klopt(self) -> bool:
        """Whether both are the same and long enough; if not, the fault is shown and has the focus."""
        oordeel = beoordeel(self.zin.tekst())
        if not oordeel.mag:
            self.zin.zet_fout(f"Een wachtwoordzin heeft minstens 14 tekens. {oordeel.raad}")
            self.zin.setFocus()
        elif self.zin.tekst() != self.nogmaals.tekst():
            self.nogmaals.zet_fout("Dit is niet dezelfde zin. Typ hem nog een keer.")
            self.nogmaals.veld.selectAll()
            self.nogmaals.setFocus()
        else:
            return True
        return False

    def _beoordeel(self) -> None:
        oordeel = beoordeel(self.zin.tekst())
        self.sterkte.setVisible(oordeel.graad != "leeg")
        if oordeel.graad != "leeg":
            self.sterkte.zet(oordeel.graad.capitalize(), _TOON[oordeel.graad])
        self.raad.setText(oordeel.raad)


class VraagZin(Vraag):
    """The passphrase, why it must not be lost, and how to think of one."""

    titel = "Kies een wachtwoordzin"
    uitleg = "Hiermee open je de kluis. Minstens 14 tekens; spaties mogen."
    hulp = "wachtwoordzin"

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema)
        self.nieuw = NieuweZin(thema)
        self.nieuw.enter.connect(self.enter)
        self.vak.addWidget(self.nieuw)
        self.vak.addWidget(zin_tips(thema))

    def begin(self) -> None:
        """The first field."""
        self.nieuw.setFocus()

    def antwoord(self) -> str:
        """Never the passphrase itself."""
        return "Gekozen" if self.nieuw.tekst() else ""

    def keur(self, klaar: Callable[[bool], None]) -> None:
        """Long enough, and twice the same."""
        klaar(self.nieuw.klopt())


def zin_tips(thema: Thema) -> QWidget:
    """Return the card with how to choose a passphrase and what happens when it is lost."""
    kaart = Kaart(thema, "info")
    kaart.inhoud.addWidget(Label("Zo kies je een goede zin", "sterk"))
    for zin in (
        "Neem vier losse woorden die niets met elkaar te maken hebben.",
        "Geen naam, adres, spreekwoord of zin uit een liedje.",
        "Vangnet telt lengte en herhaling. Of een zin makkelijk te raden is, weet het niet.",
    ):
        kaart.inhoud.addWidget(Alinea(zin))
    kaart.inhoud.addWidget(Label("Raak hem niet kwijt", "sterk"))
    kaart.inhoud.addWidget(Alinea("Niemand kan je zin opzoeken. Alleen met het herstelblad krijg je een nieuwe."))
    return kaart


def _rolkaart(thema: Thema, label: str, regel: str) -> KeuzeKaart:
    return KeuzeKaart(thema, label, *rol_icoon(label), regel)
