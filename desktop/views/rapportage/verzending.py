"""To whom something goes that leaves the school, when it was sent, and where its spreadsheet is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.models.core import Problem
from desktop.models.opslag import Stored
from desktop.models.rapportage import Ontvanger
from desktop.services.beeld import schrijf
from desktop.views.afdrukken.export import documenten
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.kluispagina import KluisPagina
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Dialoog, Kaart, Knop, Label, Pil, StroomLayout, maak_leeg
from desktop.views.work import Work

BUITEN = "PDF en rekenblad staan buiten de kluis, en het rekenblad heeft geen wachtwoord. Er staan geen namen in."
Verstuur = Callable[[date], tuple[Stored | None, Sequence[Problem]]]


class VerzendVak(QWidget):
    """The receivers of what is established, each with when it was sent; filling that in goes out as a signal."""

    verstuurd = Signal(object)
    """An Ontvanger: say when it was sent."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.knoppen: dict[UUID, Knop] = {}
        self._stroom = StroomLayout(thema, 12, self)

    def toon(self, ontvangers: Sequence[Ontvanger], op: Mapping[UUID, date]) -> None:
        """Show these receivers; `op` says by the id of a row on which day it was sent."""
        maak_leeg(self._stroom)
        self.knoppen = {}
        self.setVisible(bool(ontvangers))
        for ontvanger in ontvangers:
            deel = self._ontvanger(ontvanger, op.get(ontvanger.rij))
            self._stroom.addWidget(deel)
            deel.show()

    def _ontvanger(self, ontvanger: Ontvanger, op: date | None) -> QWidget:
        thema = self._thema
        kaart = Kaart(thema, "paneel")
        kaart.setMinimumWidth(thema.px(300))
        marge = thema.px(16)
        kaart.inhoud.setContentsMargins(marge, marge, marge, marge)
        kaart.inhoud.addWidget(Alinea(ontvanger.wie, "sterk"))
        woord = f"Verstuurd op {toon_datum(op, kort=True)}" if op else "Nog niet verstuurd"
        pil = Pil(thema, woord, "goed" if op else "waarschuwing", "check-circle" if op else "clock")
        knop = Knop("Andere dag…" if op else "Verstuurd op…", thema, "stil" if op else "gewoon")
        knop.setAccessibleName(f"Verstuurd op: {ontvanger.wie}")
        knop.clicked.connect(lambda _=False, o=ontvanger: self.verstuurd.emit(o))
        self.knoppen[ontvanger.rij] = knop
        rij = StroomLayout(thema, 8)
        rij.addWidget(pil)
        rij.addWidget(knop)
        kaart.inhoud.addLayout(rij)
        kaart.inhoud.addStretch(1)  # beside a higher one the name stays on top
        return kaart


class VerstuurdDialoog(Dialoog):
    """Asks on which day it went to a receiver. `bewaar` stores it and answers with what is wrong; '' closes."""

    def __init__(
        self,
        thema: Thema,
        ontvanger: Ontvanger,
        today: Callable[[], date],
        bewaar: Callable[[date, Callable[[str], None]], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(thema, "Verstuurd op", parent)
        self._bewaar = bewaar
        self.inhoud.addWidget(Alinea(f"Wanneer heb je dit verstuurd naar {ontvanger.wie}?"))
        self.inhoud.addWidget(Label("Dag", "veld"))
        self.dag = DatumVeld(today, thema)
        self.dag.zet_namen("Verstuurd op", "")
        self.dag.zet(today().isoformat())
        self.inhoud.addWidget(self.dag)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop("Leg vast", "primair")
        self.doen.clicked.connect(self._doe)
        self.dag.widgets()[0].setFocus()

    def _doe(self) -> None:
        try:
            dag = date.fromisoformat(str(self.dag.waarde()))
        except ValueError:
            self.klaar("Vul een dag in, bijvoorbeeld vandaag of 3-7-2026.")
            return
        self.doen.setEnabled(False)
        self._bewaar(dag, self.klaar)

    def klaar(self, fout: str) -> None:
        """Close, or say what is wrong."""
        self.doen.setEnabled(True)
        if not fout:
            self.accept()
            return
        self.fout.setText(fout)
        self.fout.show()
        self.dag.widgets()[0].setFocus()


def vraag_dag(
    ouder: QWidget,
    thema: Thema,
    work: Work,
    today: Callable[[], date],
    ontvanger: Ontvanger,
    verstuur: Verstuur,
    daarna: Callable[[], None],
) -> None:
    """Ask on which day it went to this receiver and store that; `daarna` shows it."""

    def bewaar(dag: date, klaar: Callable[[str], None]) -> None:
        work.kluis(
            dialoog,
            lambda: verstuur(dag),
            lambda uit: klaar("" if uit[0] is not None else uit[1][0].zin),
            lambda fout: klaar(str(fout)),
            urgent=True,
        )

    dialoog = VerstuurdDialoog(thema, ontvanger, today, bewaar, ouder)
    dialoog.accepted.connect(daarna)
    open_dialoog(dialoog)


def bewaar_rekenblad(pagina: KluisPagina, work: Work, haal: Callable[[], Callable[[], bytes]], pad: Path) -> None:
    """Make a spreadsheet and write it there; `haal` logs that it leaves before the first byte is written."""

    def gehaald(maak: Callable[[], bytes]) -> None:
        work.werk(pagina, lambda: schrijf(pad, maak()), lambda _: pagina.toast("Rekenblad bewaard"), pagina.meld_fout)

    pagina.vraag(haal, gehaald)


def vraag_rekenblad(ouder: QWidget, naam: str, gekozen: Callable[[Path], None]) -> None:
    """Ask where a spreadsheet of this name goes."""
    vraag = QFileDialog(ouder, "Bewaar als rekenblad", str(documenten() / naam), "Rekenblad (*.xlsx)")
    vraag.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    vraag.setDefaultSuffix("xlsx")
    vraag.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    vraag.fileSelected.connect(lambda pad: gekozen(Path(pad)))
    vraag.open()
