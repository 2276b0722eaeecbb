"""What the school's own version of a draaiboek said at each moment: read, and put back as a new version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.services.draaiboekeneigen import Boekversie
from desktop.views.draaiboek.woorden import in_dagen, wie
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.theme import Thema
from desktop.views.widgets import Bladvlak, Dialoog, KiesChip, SectieKop, StroomLayout, maak_leeg, pas_in_scherm


class VersiesDialoog(Dialoog):
    """A chip for each version, the one that holds first; below it who wrote it, why, and its steps.

    `terug` puts the version that shows back; without it (`reden` says why) one only reads.
    """

    def __init__(
        self,
        thema: Thema,
        titel: str,
        versies: Sequence[Boekversie],
        terug: Callable[[Boekversie], None],
        reden: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(thema, f"Versies: {titel}", parent)
        self._versies = versies
        self._reden = reden
        self.chips: list[KiesChip] = []
        vak = QWidget()
        rij = StroomLayout(thema, 8, vak)
        for versie in versies:
            chip = KiesChip(_naam(versie), thema, plus=False)
            chip.clicked.connect(partial(self._kies, versie))
            self.chips.append(chip)
            rij.addWidget(chip)
        self.inhoud.addWidget(vak)
        self.blad = Bladvlak()
        self._deel = QVBoxLayout(self.blad.vlak)
        self._deel.setContentsMargins(0, 0, thema.px(12), 0)
        self._deel.setSpacing(thema.px(8))
        self.inhoud.addWidget(self.blad, 1)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.zet_terug = self.voeg_knop("Zet deze versie terug", "primair")
        self.zet_terug.clicked.connect(lambda: terug(self._gekozen))
        pas_in_scherm(self, thema, 720, 680)
        self._kies(versies[0])
        self.chips[0].setFocus()

    def toon_fout(self, fout: UserError) -> None:
        """Say why it cannot be put back."""
        self.fout.setText(f"{fout.zin} {fout.stap}")
        self.fout.show()

    def _kies(self, versie: Boekversie, _: bool = False) -> None:
        self._gekozen = versie
        self.fout.hide()
        for chip, van in zip(self.chips, self._versies, strict=True):
            chip.setChecked(van is versie)
        self.zet_terug.setVisible(not versie.nu and not self._reden)
        maak_leeg(self._deel)
        d = versie.draaiboek
        self._deel.addWidget(regel(_over(versie), "zacht"))
        if versie.notitie:
            self._deel.addWidget(regel(versie.notitie, "basis"))
        if versie.uit:
            self._deel.addWidget(regel("In deze versie gebruikt de school het draaiboek niet.", "basis"))
        self._deel.addWidget(regel(d.titel, "sterk"))
        if d.kort:
            self._deel.addWidget(regel(d.kort, "basis"))
        fase = ""
        for n, stap in enumerate(d.stappen, 1):
            if stap.fase != fase:
                fase = stap.fase
                self._deel.addWidget(SectieKop(self._thema, fase))
            self._deel.addWidget(regel(f"{n}. {stap.wat}", "basis"))
            onder = " · ".join(deel for deel in (wie(stap), in_dagen(stap), stap.uitleg) if deel)
            if onder:
                self._deel.addWidget(regel(onder, "klein"))
        self._deel.addStretch(1)
        self.blad.schik()
        self.blad.verticalScrollBar().setValue(0)


def _naam(versie: Boekversie) -> str:
    if versie.op is None:
        return "Zoals meegeleverd"
    return f"{'Geldt nu' if versie.nu else f'Versie {versie.nummer}'} · {toon_datum(versie.op.date(), kort=True)}"


def _over(versie: Boekversie) -> str:
    if versie.op is None:
        return f"Meegeleverd met Vangnet, versie {versie.draaiboek.versie}."
    door = f" door {versie.door}" if versie.door else ""
    return (
        f"Versie {versie.nummer}, opgeslagen op {toon_datum(versie.op.date())} om {toon_tijd(versie.op.time())}{door}."
    )
