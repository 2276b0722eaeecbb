"""What a run can be linked to: found by name, chosen with one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.models.calamiteit import Calamiteit
from desktop.models.draaiboek import Loop
from desktop.models.errors import UserError
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.namen import groepsnaam, sorteernaam
from desktop.models.personen import Leerling
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import groep_en_geboren
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bladvlak, Dialoog, KnopKaart, Label, SectieKop, maak_leeg, pas_in_scherm

SOORTEN = {
    Calamiteit.KIND: ("Calamiteiten", "siren", "meldcode"),
    MeldcodeDossier.KIND: ("Dossiers meldcode", "folder-open", "koppeling"),
    Leerling.KIND: ("Leerlingen", "student", "accent"),
}
"""The kinds that a run can belong to: their heading, their icon and its colour."""
_HOEVEEL, _VANAF = 12, 2


@dataclass(frozen=True, slots=True)
class Koppelbaar:
    """One thing that a run can be linked to; `zoek` is what it is found by beside its title."""

    record: UUID
    kind: str
    titel: str
    onder: str = ""
    zoek: str = ""
    vooraan: bool = False
    """Whether it is offered before anything is typed."""


def lopend(d: Diensten, loop: Loop) -> Sequence[Koppelbaar]:
    """Return the open calamities and cases that this account may know of and the run does not belong to.

    Runs on the vault's lane. A case of a pupil who is in the run is offered before anything is typed.
    """
    uit = []
    if loop.calamiteit is None and d.session.mag(Actie.LOGBOEK_SCHRIJVEN):
        uit = [Koppelbaar(c.row.record, Calamiteit.KIND, c.row.title, vooraan=True) for c in d.calamiteiten.lopende()]
    if d.session.mag(Actie.MELDCODE_LEZEN):
        zaken = [rij for rij in d.meldcode.zaken() if rij.record not in loop.stukken]
        van = {rij.record: rij.title for rij in d.gesprekken.rijen_van([p for z in zaken for p in z.subjects])}
        erin = {b.wie.persoon for b in loop.betrokkenen if b.wie is not None}
        for rij in zaken:
            naam = ", ".join(van[p] for p in rij.subjects if p in van)
            bekend = not erin.isdisjoint(rij.subjects)
            uit.append(Koppelbaar(rij.record, MeldcodeDossier.KIND, rij.title, naam, naam, bekend))
    return uit


def leerlingen(d: Diensten, loop: Loop, woorden: str) -> Sequence[Koppelbaar]:
    """Return the pupils with these words in their name who are not in the run; runs on the vault's lane."""
    erin = {b.wie.persoon for b in loop.betrokkenen if b.wie is not None}
    rijen = [hit.row for hit in d.zoeken.zoek(woorden, kinds=(Leerling.KIND,), limit=_HOEVEEL)]
    return [
        Koppelbaar(rij.record, Leerling.KIND, rij.title, groepsnaam(groep_en_geboren(rij.detail)[0]))
        for rij in rijen
        if rij.record not in erin
    ]


class Koppeldialoog(Dialoog):
    """A line to search in and what it finds, by kind. `zoek` asks for pupils and answers later."""

    def __init__(
        self,
        thema: Thema,
        lopend: Sequence[Koppelbaar],
        zoek: Callable[[str, Callable[[Sequence[Koppelbaar]], None]], None],
        kies: Callable[[Koppelbaar], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(thema, "Koppel dit draaiboek aan…", parent)
        self._lopend = lopend
        self._zoek = zoek
        self._kies = kies
        self._beurt = 0
        self.kaarten: list[KnopKaart] = []
        zaken = any(k.kind == MeldcodeDossier.KIND for k in lopend)
        wat = "een calamiteit of dossier meldcode dat loopt" if zaken else "een calamiteit die loopt"
        self.inhoud.addWidget(Alinea(f"Zoek een leerling, of kies {wat}."))
        self.inhoud.addWidget(Label("Zoek", "veld"))
        self.invoer = QLineEdit()
        self.invoer.setPlaceholderText("Naam van een leerling, of een woord uit de titel")
        self.invoer.setAccessibleName("Zoek wat je wilt koppelen")
        self.inhoud.addWidget(self.invoer)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        blad = Bladvlak()
        self._lijst = QVBoxLayout(blad.vlak)
        self._lijst.setContentsMargins(0, 0, thema.px(12), 0)
        self._lijst.setSpacing(thema.px(8))
        self.inhoud.addWidget(blad, 1)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.invoer.textChanged.connect(self._vul)
        self.invoer.returnPressed.connect(self._eerste)
        pas_in_scherm(self, thema, 560, 620)
        self._vul("")
        self.invoer.setFocus(Qt.FocusReason.OtherFocusReason)

    def toon_fout(self, fout: UserError) -> None:
        """Say why it cannot be linked; another can be chosen."""
        self.fout.setText(f"{fout.zin} {fout.stap}")
        self.fout.show()

    def _vul(self, woorden: str) -> None:
        self._beurt += 1
        beurt, delen = self._beurt, _kaal(woorden).split()
        dichtbij = [k for k in self._lopend if all(d in _kaal(f"{k.titel} {k.zoek}") for d in delen)]
        dichtbij = dichtbij[:_HOEVEEL] if delen else [k for k in dichtbij if k.vooraan]
        self._toon(dichtbij, gezocht=bool(delen))
        if len(woorden.strip()) >= _VANAF:
            self._zoek(woorden.strip(), lambda extra: self._erbij(beurt, dichtbij, extra))

    def _erbij(self, beurt: int, dichtbij: Sequence[Koppelbaar], extra: Sequence[Koppelbaar]) -> None:
        if beurt == self._beurt:
            self._toon([*dichtbij, *extra], gezocht=True)

    def _toon(self, gevonden: Sequence[Koppelbaar], *, gezocht: bool) -> None:
        maak_leeg(self._lijst)
        self.kaarten = []
        for kind, (kop, icoon, kleur) in SOORTEN.items():
            van_soort = [k for k in gevonden if k.kind == kind]
            if van_soort:
                self._lijst.addWidget(SectieKop(self._thema, kop))
            for keuze in van_soort:
                kaart = KnopKaart(self._thema, keuze.titel, keuze.onder, icoon, kleur)
                kaart.setAccessibleName(f"Koppel aan {keuze.titel}")
                kaart.clicked.connect(lambda _=False, keuze=keuze: self._kies(keuze))
                self.kaarten.append(kaart)
                self._lijst.addWidget(kaart)
        if not gevonden:
            zin = (
                "Niets gevonden. Controleer de naam." if gezocht else "Er loopt niets om te kiezen. Zoek een leerling."
            )
            self._lijst.addWidget(regel(zin, "zacht"))
        self._lijst.addStretch(1)

    def _eerste(self) -> None:
        """Enter takes what stands first, once something is typed."""
        if self.kaarten and self.invoer.text().strip():
            self.kaarten[0].click()


def _kaal(tekst: str) -> str:
    return sorteernaam("", "", tekst)
