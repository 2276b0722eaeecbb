"""One scan of old paper as a line to fill in: its file, the day that stands on it, what it is, who wrote it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from pydantic import JsonValue
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.core import Bijlage, Problem, Values
from desktop.services.stuk import Stuk
from desktop.views.forms.basis import regel
from desktop.views.forms.bijlagen import toon_grootte
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.theme import Thema
from desktop.views.widgets import (
    IcoonKnop,
    IcoonLabel,
    Knop,
    KortLabel,
    Label,
    kolom,
)


class ScanRij(QFrame):
    """One scan: its file, the day that stands on it, what it is, and who wrote it. It is a draft from the start."""

    gewijzigd = Signal()
    weg = Signal()

    def __init__(
        self,
        thema: Thema,
        vandaag: Callable[[], date],
        stuk: Stuk,
        open_bijlage: Callable[[Bijlage], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stuk = stuk
        self.setProperty("rij", "kaart")
        bijlage = bijlage_van(stuk.values)
        naam = bijlage.naam if bijlage is not None else "Scan"
        self.datum = DatumVeld(vandaag, thema, parent=self)
        self.wat = QLineEdit(self)
        self.van = QLineEdit(self)
        self.fout = regel("", "fout")
        self.fout.hide()
        kop = QHBoxLayout()
        kop.setSpacing(thema.px(8))
        kop.addWidget(IcoonLabel(thema, "file-pdf" if naam.casefold().endswith("pdf") else "image", "zacht"))
        kop.addWidget(KortLabel(naam, "sterk"), 1)
        kop.addWidget(Label(toon_grootte(bijlage.bytes) if bijlage is not None else "", "klein"))
        bekijk = Knop("Bekijk", thema, "koppeling")
        bekijk.setAccessibleName(f"Bekijk {naam}")
        if bijlage is not None:
            bekijk.clicked.connect(lambda: open_bijlage(bijlage))
        kop.addWidget(bekijk)
        self.wegknop = IcoonKnop("x", f"{naam} weghalen", thema, "zacht", maat=16)
        self.wegknop.clicked.connect(self.weg)
        kop.addWidget(self.wegknop)
        velden = QHBoxLayout()
        velden.setSpacing(thema.px(12))
        for label, veld, breed in (
            ("Datum op het stuk *", self.datum, 4),
            ("Wat is dit *", self.wat, 6),
            ("Geschreven door", self.van, 4),
        ):
            vak = kolom(thema, Label(label, "veld"), veld, ruimte=4)
            vak.addStretch(1)
            velden.addLayout(vak, breed)
        binnen = QVBoxLayout(self)
        binnen.setContentsMargins(*(thema.px(n) for n in (16, 12, 16, 12)))
        binnen.setSpacing(thema.px(8))
        binnen.addLayout(kop)
        binnen.addLayout(velden)
        binnen.addWidget(self.fout)
        self.datum.zet(stuk.values.get("datum"))
        self.wat.setText(str(stuk.values.get("wat") or ""))
        self.wat.setCursorPosition(0)
        self.van.setText(str(stuk.values.get("van") or ""))
        for veld, label in ((self.wat, "Wat is dit"), (self.van, "Geschreven door")):
            veld.setAccessibleName(f"{label}: {naam}")
            veld.textEdited.connect(self._anders)
        self.datum.zet_namen(f"Datum op het stuk: {naam}", "")
        self.datum.gewijzigd.connect(self._anders)

    def values(self) -> dict[str, JsonValue]:
        """Return what this scan is now."""
        ingevuld = {"datum": self.datum.waarde(), "wat": self.wat.text(), "van": self.van.text()}
        return {**self.stuk.values, **ingevuld}

    def toon_problemen(self, problemen: Sequence[Problem]) -> None:
        """Show what keeps it from being stored."""
        self.fout.setText(" ".join(dict.fromkeys(p.zin for p in problemen)))
        self.fout.setVisible(bool(problemen))

    def _anders(self) -> None:
        self.toon_problemen(())
        self.gewijzigd.emit()


def bijlage_van(values: Values) -> Bijlage | None:
    """Return the scan of a record, as its form values hold it; None where there is none."""
    bijlagen = values.get("bijlagen")
    eerste = bijlagen[0] if isinstance(bijlagen, list) and bijlagen else None
    return Bijlage.model_validate(eerste, strict=False) if isinstance(eerste, dict) else None
