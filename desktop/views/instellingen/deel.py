"""What every part of the settings is given, and what it must be able to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.errors import Geweigerd, UserError
from desktop.models.rechten import Actie, eis
from desktop.services.diensten import Diensten
from desktop.services.inhoud import Keuring
from desktop.services.plan import Plan
from desktop.services.voorkeuren import Voorkeuren
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, BannerVak, Bladvlak, Label
from desktop.views.work import Work

KiesDoel = Callable[[QWidget, str], Path | None]
"""Has a person choose where a backup goes: (beside what, proposed name)."""
KOLOM, LINKS = 640, 8
"""How wide the content of a part is, and how far from the list of parts."""


def kies_doel(bij: QWidget, naam: str) -> Path | None:
    """Ask where a backup goes, in the system's own dialog."""
    soort = "Reservekopie van Vangnet (*.kluisbackup)"
    gekozen, _ = QFileDialog.getSaveFileName(bij, "Waar komt de reservekopie?", str(Path.home() / naam), soort)
    if not gekozen:
        return None
    doel = Path(gekozen)
    return doel if doel.suffix else doel.with_suffix(".kluisbackup")


def kies_map(bij: QWidget) -> Path | None:
    """Ask which folder holds a content set, in the system's own dialog."""
    gekozen = QFileDialog.getExistingDirectory(bij, "Kies de map met de inhoud", str(Path.home()))
    return Path(gekozen) if gekozen else None


@dataclass(frozen=True, slots=True)
class PlanZaken:
    """What the settings do with the plan: `herlees` shows what was stored, `zet_inhoud` another content set (None: the
    shipped one), `ga` leads to a page. `inhoudsmap` and `inhoudsfouten` say which set is used, and why one is not.
    """

    plan: Plan
    herlees: Callable[[], None]
    zet_inhoud: Callable[[Keuring | None], None]
    inhoudsmap: Callable[[], str]
    inhoudsfouten: Callable[[], tuple[str, ...]]
    ga: Callable[[Plek], None]
    kies_map: Callable[[QWidget], Path | None] = field(default=kies_map)


@dataclass(frozen=True, slots=True)
class Omgeving:
    """The services, and what `app` lets the settings change. `wachtenden` runs the saves that wait, on the lane."""

    diensten: Diensten
    work: Work
    thema: Thema
    voorkeuren: Voorkeuren
    zet_thema: Callable[[str], None]
    zet_vergrendel_na: Callable[[int], None]
    druk_pdf: Callable[[bytes, str], None]
    wachtenden: Callable[[], None]
    plan: PlanZaken
    kies_doel: KiesDoel = field(default=kies_doel)
    zet_verberg: Callable[[bool], None] | None = None
    """Keeps the windows out of screenshots and shared screens; None where the system cannot."""

    def verboden(self, actie: Actie | None) -> str:
        """Return why this account may not do this, and whom to ask; '' when it may."""
        if actie is None:
            return ""
        try:
            eis(self.diensten.session.actor, actie)
        except Geweigerd as geweigerd:
            return str(geweigerd)
        return ""


class Deel(QWidget):
    """One part: heading, one sentence, messages, and its content in `inhoud`. `toon` reads afresh what it shows."""

    sleutel: ClassVar[str]
    naam: ClassVar[str]
    icoon: ClassVar[str]
    uitleg: ClassVar[str] = ""
    handleiding: ClassVar[str] = "instellingen"
    actie: ClassVar[Actie | None] = None
    wijzigt: ClassVar[Actie | None] = None
    """What an account must be allowed for changing anything here; who is not may read."""
    schuift: ClassVar[bool] = True
    """False where the content is a list that scrolls by itself; it is put in `vak`, below the heading."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.o = omgeving
        thema = omgeving.thema
        self.banners = BannerVak(thema)
        self.inhoud = QVBoxLayout()
        self.inhoud.setSpacing(thema.px(16))
        kolom = QWidget()
        kolom.setMaximumWidth(thema.px(KOLOM))
        self.kolom = QVBoxLayout(kolom)
        self.kolom.setContentsMargins(0, 0, 0, 0)
        self.kolom.setSpacing(thema.px(16))
        self.kolom.addWidget(Label(self.naam, "kop"))
        if self.uitleg:
            self.kolom.addWidget(Alinea(self.uitleg, "zacht"))
        self.kolom.addWidget(self.banners)
        self.kolom.addLayout(self.inhoud)
        self.blad = Bladvlak()
        self.vak = QVBoxLayout(self)
        self.vak.setSpacing(0)
        self.vak.setContentsMargins(0, 0, 0, 0)
        marges = (thema.px(LINKS), thema.px(8), thema.px(32), thema.px(32))
        if self.schuift:
            binnen = QVBoxLayout(self.blad.vlak)
            binnen.setContentsMargins(*marges)
            # beside a stretch: by itself its height would be asked for the width of the page, where less text wraps
            rij = QHBoxLayout()
            rij.addWidget(kolom, 100_000)
            rij.addStretch(1)
            binnen.addLayout(rij)
            binnen.addStretch(1)
            self.vak.addWidget(self.blad, 1)
        else:
            self.vak.setContentsMargins(*marges)
            self.vak.setSpacing(thema.px(12))
            self.vak.addWidget(kolom)

    def toon(self) -> None:
        """One comes here."""

    def mag_weg(self) -> bool:
        """Whether nothing would be lost; asks the person where it is."""
        return True

    def berg_op(self) -> None:
        """The vault is about to lock: queue what is half-written."""

    def weg(self) -> None:
        """One goes elsewhere: forget what must not stay, such as a passphrase."""

    def meld_fout(self, fout: UserError) -> None:
        """Show a fault here; everything typed stays."""
        self.banners.zet("fout", fout.zin, fout.stap)
        self.blad.ensureVisible(0, 0)

    def meld_goed(self, zin: str, stap: str = "") -> None:
        """Show that it was done."""
        self.banners.leeg()
        self.banners.zet("goed", zin, stap)


def dagen_geleden(dag: date, vandaag: date) -> str:
    """Return how long ago a day was, as it is said."""
    dagen = (vandaag - dag).days
    return {0: "vandaag", 1: "gisteren"}.get(dagen, f"{dagen} dagen geleden")
