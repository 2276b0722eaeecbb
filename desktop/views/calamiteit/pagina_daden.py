"""What is done with a calamity as a whole: named, filled in, closed, opened again; each in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QDialog

from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.forms.bewaker import ConceptBewaker
from desktop.views.forms.context import FormContext
from desktop.views.forms.veld import VeldWidget
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.kluispagina import KluisPagina
from desktop.views.theme import Thema
from desktop.views.work import Work
from desktop.views.zaak.dialogen import FormDialoog, TekstDialoog

_KOP = 48
_NOEM = 5
"""So many things that are not finished are named at closing."""
Uitslag = tuple[Stored | None, list[Problem]]


class Daden:
    """Opens the dialogs over a page; `gedaan` is called when something was stored."""

    def __init__(
        self,
        diensten: Diensten,
        pagina: KluisPagina,
        thema: Thema,
        context: FormContext,
        gedaan: Callable[[], None],
        work: Work,
    ) -> None:
        self._d = diensten
        self._pagina = pagina
        self._thema = thema
        self._context = context
        self._gedaan = gedaan
        self._work = work
        self._bewaker: ConceptBewaker | None = None

    def doe(self, sleutel: str, beeld: Calamiteitbeeld) -> None:
        """Do 'hernoem', 'gegevens' or 'sluit' (which opens a closed one again); a field's name begins at that field."""
        if sleutel == "hernoem":
            self._hernoem(beeld)
        elif sleutel == "sluit" and beeld.dicht:
            self._heropen(beeld.stored.record)
        elif sleutel == "sluit":
            self._sluit(beeld.stored.record)
        else:
            self._gegevens(beeld.stored.record, sleutel)

    def _hernoem(self, beeld: Calamiteitbeeld) -> None:
        record = beeld.stored.record
        dialoog = self._vraag(
            "Geef deze calamiteit een naam",
            "In een paar woorden, zonder namen: wie meekijkt op dit scherm leest mee.",
            "Wat is er aan de hand",
            "Bewaar",
            lambda tekst: self._d.calamiteiten.hernoem(record, tekst),
        )
        dialoog.tekst.zet(beeld.calamiteit.kort)
        open_dialoog(dialoog)

    def _heropen(self, record: UUID) -> None:
        dialoog = self._vraag(
            "Calamiteit weer openen",
            "De reden komt ook in het logboek.",
            "Waarom gaat de calamiteit weer open",
            "Open weer",
            lambda tekst: self._d.calamiteiten.heropen(record, tekst),
        )
        open_dialoog(dialoog)

    def _gegevens(self, record: UUID, veld: str) -> None:
        def toon(stuk: Stuk) -> None:
            dialoog = self._formulier(
                stuk,
                "Gegevens van de calamiteit",
                "Vul in wat je weet. De rest kan later.",
                "Bewaar",
                lambda v: self._d.calamiteiten.bewaar(stuk, {**stuk.values, **v}),
            )
            widget = dialoog.formulier.veld(veld)
            if widget is not None:  # once it is laid out, in a turn of its own
                QTimer.singleShot(0, dialoog, lambda: _begin_bij(dialoog, widget))

        self._pagina.vraag(lambda: self._d.calamiteiten.gegevens(record), toon)

    def _sluit(self, record: UUID) -> None:
        uitleg = (
            "Is de onrust voorbij? Schrijf op wat goed ging en wat niet. Sluiten zonder evaluatie kan met een reden."
        )

        def toon(gelezen: tuple[Stuk, Calamiteitbeeld]) -> None:
            stuk, beeld = gelezen
            self._formulier(
                stuk,
                "Calamiteit afsluiten",
                f"{uitleg}\n\n{nog_af(beeld.nog_open)}".strip(),
                "Sluit de calamiteit",
                lambda v: self._d.calamiteiten.sluit(record, v),
            )

        d = self._d.calamiteiten
        self._pagina.vraag(lambda: (d.slot(record), d.beeld(record, log=False)), toon)

    def _vraag(self, titel: str, uitleg: str, vraag: str, doen: str, doe: Callable[[str], Stored]) -> TekstDialoog:
        def bewaar(tekst: str, klaar: Callable[[str], None]) -> None:
            def gelukt(_: Stored) -> None:
                klaar("")
                self._gedaan()

            self._pagina.vraag(lambda: doe(tekst), gelukt, lambda fout: klaar(f"{fout.zin} {fout.stap}"), urgent=True)

        return TekstDialoog(self._thema, titel, uitleg, vraag, doen, bewaar, self._pagina)

    def _formulier(
        self, stuk: Stuk, titel: str, uitleg: str, doen: str, doe: Callable[[Values], Uitslag]
    ) -> FormDialoog:
        """Open a form; what is typed in it is on disk within two seconds, and there again after a lock or a crash."""

        def bewaar(v: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
            def uit(uitslag: Uitslag) -> None:
                klaar(uitslag[1])
                if uitslag[0] is not None:
                    self._gedaan()

            self._pagina.vraag(
                lambda: doe(v), uit, lambda fout: dialoog.toon_fout(f"{fout.zin} {fout.stap}"), urgent=True
            )

        if stuk.uit_concept:
            uitleg = f"{uitleg} Wat je eerder typte en nog niet bewaarde, staat er weer."
        dialoog = FormDialoog(stuk.kind, self._context, titel, uitleg, doen, bewaar, self._pagina, values=stuk.values)
        self._bewaak(dialoog, stuk)
        open_dialoog(dialoog)
        return dialoog

    def _bewaak(self, dialoog: FormDialoog, stuk: Stuk) -> None:
        stukken = self._d.calamiteiten

        def bewaar(values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
            alles = {**stuk.values, **values}
            self._work.kluis(
                self._pagina, lambda: stukken.bewaar_draft(stuk, alles), lambda _: gelukt(), mislukt, urgent=True
            )

        def gooi_weg() -> None:
            bewaker.herstart()
            self._work.kluis(self._pagina, lambda: stukken.gooi_draft_weg(stuk.record), urgent=True)

        def begin_opnieuw() -> None:
            dialoog.reject()
            gooi_weg()

        def klaar(uitkomst: int) -> None:
            if uitkomst == QDialog.DialogCode.Accepted:
                gooi_weg()
            else:
                bewaker.flush()  # a lock closes a dialog too: what was typed stays
            if self._bewaker is bewaker:
                self._bewaker = None
            bewaker.deleteLater()

        bewaker = ConceptBewaker(dialoog.formulier.values, bewaar, self._d.session.nu, self._pagina)
        self._bewaker = bewaker
        dialoog.formulier.gewijzigd.connect(bewaker.veranderd)
        dialoog.finished.connect(klaar)
        if stuk.uit_concept:
            dialoog.voeg_knop("Gooi mijn wijzigingen weg").clicked.connect(begin_opnieuw)

    def berg_op(self) -> None:
        """At lock: queue the save of what is half-written in a dialog."""
        if self._bewaker is not None:
            self._bewaker.flush()


def _begin_bij(dialoog: FormDialoog, veld: VeldWidget) -> None:
    """Scroll to a field and put the focus in it."""
    # the heading of its section stays in view
    dialoog.blad.verticalScrollBar().setValue(veld.mapTo(dialoog.blad.vlak, QPoint(0, -_KOP)).y())
    if veld.editor.widgets():
        veld.editor.widgets()[0].setFocus(Qt.FocusReason.OtherFocusReason)


def nog_af(open_: Sequence[str]) -> str:
    """Return in words what is not finished at closing; '' where everything is."""
    if not open_:
        return ""
    rest = len(open_) - _NOEM
    meer = f"; en nog {rest}" if rest > 0 else ""
    return f"Nog niet af: {'; '.join(open_[:_NOEM])}{meer}. Sluiten kan wel."
