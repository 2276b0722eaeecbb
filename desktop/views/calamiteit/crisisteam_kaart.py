"""The cards about people: the crisis team with its numbers, and whom the school must tell how large it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from desktop.models.calamiteit import Crisislid, Omvang
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.views.calamiteit.kaarten import Kaartomgeving, Werkkaart, paar
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.widgets import Bevestiging, IcoonKnop, Label, Toast
from desktop.views.widgets.buitenlink import Opener, open_in_browser


class Crisisteamkaart(Werkkaart):
    """Who is in it with which task; who belongs there and is missing; a number to copy with one key, or to call."""

    def __init__(self, om: Kaartomgeving, opener: Opener = open_in_browser) -> None:
        super().__init__(om, "Crisisteam", "users-three")
        self._opener = opener

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        c = beeld.calamiteit
        for lid in c.crisisteam:
            self._lid(lid)
        if mist := c.ontbreekt_in_team():
            self.let_op(f"Nog niet in het team: {', '.join(rol.label for rol in mist)}.")
        elif not c.crisisteam:
            zin = {
                Omvang.KLEIN: "Bij een kleine calamiteit is er geen crisisteam nodig.",
                None: "Bij een grote calamiteit: bestuur, juridische kennis, directeur en de leerkracht.",
            }.get(c.omvang, "")
            self.woorden(zin, "zacht")
        if not beeld.dicht:
            woord = "Wijzig het team" if c.crisisteam else "Stel het team samen"
            self.knop(
                self.knoppenrij(), woord, lambda: self.daad.emit("crisisteam"), icoon="pencil-simple", reden=reden
            )

    def _lid(self, lid: Crisislid) -> None:
        rij = QHBoxLayout()
        rij.setSpacing(self._thema.px(8))
        rol = lid.rol.label if lid.rol else ""
        wie = lid.naam or rol
        onder = " · ".join(
            deel for deel in (rol if lid.naam else "", lid.taak, lid.telefoon.replace(" ", "\u00a0")) if deel
        )
        rij.addLayout(paar(regel(wie, "sterk"), regel(onder, "klein")), 1)
        if nummer := lid.telefoon.strip():
            kopie = IcoonKnop("copy", f"Kopieer het nummer van {wie}: {nummer}", self._thema, "koppeling")
            kopie.clicked.connect(partial(self._kopieer, nummer))
            rij.addWidget(kopie, 0, Qt.AlignmentFlag.AlignVCenter)
            self.knop(
                rij,
                "bel",
                partial(self._vraag_bel, wie, nummer),
                naam=f"Bel {wie}: {nummer}",
                icoon="phone",
                soort="koppeling",
            )
        self.deel.addLayout(rij)

    def _kopieer(self, nummer: str, *_: object) -> None:
        QGuiApplication.clipboard().setText(nummer)
        Toast(self._thema, "Nummer gekopieerd", self.window())

    def _vraag_bel(self, wie: str, nummer: str) -> None:
        zin = f"{nummer}. Vangnet vraagt het belprogramma van deze computer om te bellen. Is dat er niet, bel dan zelf."
        vraag = Bevestiging(self._thema, f"{wie} bellen?", zin, "Bel", self.window(), gevaar=False)
        vraag.accepted.connect(lambda: self._bel(nummer))
        open_dialoog(vraag)

    def _bel(self, nummer: str) -> None:
        cijfers = "".join(t for t in nummer if t.isdigit() or t == "+")
        if not self._opener(f"tel:{cijfers}"):
            QGuiApplication.clipboard().setText(nummer)
            Toast(self._thema, "Geen belprogramma gevonden; het nummer is gekopieerd", self.window())


class Omvangkaart(Werkkaart):
    """How large it is, when the directeur-bestuurder was told, and what the GGD advised."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Omvang", "arrows-out")

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        c, session = beeld.calamiteit, self._om.diensten.session
        self.woorden(c.omvang.label if c.omvang else "Nog niet geschat. Doe dat samen met de directeur-bestuurder.",
                     "sterk" if c.omvang else "zacht")  # fmt: skip
        if c.bestuurder_op is None:
            self.let_op("De directeur-bestuurder is nog niet ingelicht.")
        else:
            om = f" {c.bestuurder_om:%H:%M}" if c.bestuurder_om else ""
            dag = "" if c.bestuurder_op == session.vandaag() else f"{toon_datum(c.bestuurder_op, kort=True)} "
            door = f"door {c.bestuurder_door}" if c.bestuurder_door else ""
            self.punt("check-circle", "goed", f"Directeur-bestuurder ingelicht {dag}{om}".replace("  ", " "), door)
        if c.ggd:
            self.deel.addLayout(paar(Label("Adviesteam van de GGD", "veld"), regel(c.ggd, "basis")))
        if beeld.dicht:
            return
        knoppen, calamiteit = self.knoppenrij(), beeld.stored.record
        if c.bestuurder_op is None:
            self.knop(
                knoppen,
                "Nu ingelicht",
                lambda: self.doe(lambda: self._om.diensten.calamiteitdaden.ingelicht(calamiteit)),
                naam="Directeur-bestuurder is nu ingelicht",
                icoon="check",
                soort="primair",
                reden=reden,
            )
        woord = "Pas aan" if c.omvang else "Schat de omvang"
        self.knop(knoppen, woord, lambda: self.daad.emit("omvang"), naam=f"{woord}: omvang", reden=reden)
