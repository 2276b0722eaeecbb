"""One or more forms below each other with the help panel and the footer, and a guard for what is not stored yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pydantic import JsonValue
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.core import Problem, Record, Values
from desktop.models.errors import UserError
from desktop.models.velden import velden
from desktop.services.diensten import Diensten
from desktop.views.forms.bewaker import Stand
from desktop.views.forms.context import FormContext
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.raam import FormRaam
from desktop.views.kluispagina import keten, sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import BannerVak, Bevestiging, Label


def form_context(diensten: Diensten, thema: Thema) -> FormContext:
    """Return what the forms about people need; they hold no people fields and no attachments."""
    return FormContext(
        today=diensten.session.vandaag,
        ids=diensten.session.ids,
        thema=thema,
        zoek_personen=lambda veld, woorden: (),
        kies_bijlage=lambda klaar: None,
        neem_bestanden=lambda paden, klaar: None,
        open_bijlage=lambda bijlage: None,
    )


class Invulblad(FormRaam):
    """Heading, forms, help and footer. `bewaren` asks for a save; the page does it and tells how it went.

    `kinds` are the forms by a name of their own, each with its heading. `extra` is the word on one more button at the
    bottom. `verboden` says why nothing can be stored here.
    """

    bewaren = Signal()
    annuleren = Signal()
    opnieuw = Signal()
    """Do not go on with what was half-filled: begin anew."""
    veranderd = Signal()
    """A person changed something."""

    def __init__(
        self,
        context: FormContext,
        hoofdactie: str,
        kinds: Mapping[str, tuple[type[Record], str]],
        extra: str = "",
        parent: QWidget | None = None,
    ) -> None:
        thema = context.thema
        self._vuil = False
        self._nieuw = False
        self._vooraf: tuple[QWidget, ...] = ()
        self._cellen: list[QWidget] = []
        self._koppen = {naam: Label(titel, "sectie") for naam, (_, titel) in kinds.items()}
        self.formulieren = {naam: Formulier(kind, context) for naam, (kind, _) in kinds.items()}
        self.banners = BannerVak(thema)
        delen = (deel for naam in kinds for deel in (self._koppen[naam], self.formulieren[naam]))
        super().__init__(hoofdactie, thema, (self.banners, *delen), 8, parent)
        self.verboden = ""
        self.extraknop = self.voet.voeg_knop(extra) if extra else None
        self.terugknop = self.voet.voeg_knop("Annuleren")
        self.kop.setSpacing(thema.px(12))
        for naam, formulier in self.formulieren.items():
            formulier.gewijzigd.connect(self._anders)
            formulier.veld_in_focus.connect(lambda veld, f=formulier: self.toon_hulp(f, veld))
            # placed by now: shown without a parent it would be a window for a moment
            self._koppen[naam].setHidden(not self._koppen[naam].text())
        self.voet.hoofdknop.clicked.connect(self.bewaren)
        self.terugknop.clicked.connect(self.annuleren)
        self.voet.naar_ontbrekend.connect(self._naar_ontbrekend)

    def zet_volgorde(self, namen: Sequence[str]) -> None:
        """Put the forms below each other in this order."""
        plaats = min(self.blad.indexOf(kop) for kop in self._koppen.values())
        for naam in namen:
            for deel in (self._koppen[naam], self.formulieren[naam]):
                self.blad.removeWidget(deel)
                self.blad.insertWidget(plaats, deel)
                plaats += 1

    def zet_vooraf(self, widgets: Sequence[QWidget]) -> None:
        """Say what Tab passes before the forms, such as a search box in the heading."""
        self._vooraf = tuple(widgets)

    def _zet_keten(self) -> None:
        """Let Tab go along the forms to the footer; a form that gets a row puts its fields behind everything else."""
        volgorde = sorted(self.formulieren.values(), key=self.blad.indexOf)
        velden_ = [f.veld(spec.naam) for f in volgorde for spec in velden(f.kind)]
        cellen = [w for veld in velden_ if veld is not None for w in veld.editor.widgets()]
        if cellen != self._cellen:
            self._cellen = cellen
            extra = [self.extraknop] if self.extraknop is not None else []
            keten((*self._vooraf, *cellen, self.voet.ontbreekt, *extra, self.terugknop, self.voet.hoofdknop))

    def laad(self, waarden: Mapping[str, Values], *, nieuw: bool = False) -> None:
        """Show these values; nothing counts as changed yet. `nieuw`: there is nothing stored yet either."""
        self._nieuw = nieuw
        for naam, formulier in self.formulieren.items():
            formulier.laad(waarden.get(naam, {}))
        self.banners.leeg()
        self._cellen = []
        self._zet_keten()
        self.zet_schoon()
        # what was said about a field of the one before
        self.hulp.toon(None)
        self.schuif.verticalScrollBar().setValue(0)

    def waarden(self, naam: str) -> dict[str, JsonValue]:
        """Return what one of the forms holds."""
        return self.formulieren[naam].values()

    def toon_formulier(self, naam: str, aan: bool) -> None:
        """Show one of the forms with its heading, or not."""
        self.formulieren[naam].setVisible(aan)
        self._koppen[naam].setVisible(aan and bool(self._koppen[naam].text()))
        self._tel()

    def vuil(self) -> bool:
        """Whether something was typed that is not stored."""
        return self._vuil

    def zet_schoon(self) -> None:
        """Everything is stored, or dropped on purpose."""
        self._vuil = False
        sta_toe(self.voet.hoofdknop, self.verboden)
        self.voet.zet_stand(Stand("leeg" if self._nieuw else "schoon"))
        self._tel()

    def zet_bezig(self) -> None:
        """It is being saved: no second time meanwhile."""
        self.voet.hoofdknop.setEnabled(False)
        self.voet.zet_stand(Stand("bezig"))

    def zet_vuil(self) -> None:
        """Something outside the forms was changed by a person."""
        self._anders()

    def zet_hersteld(self, *, verouderd: bool = False) -> None:
        """What shows was half-filled earlier; say so, with a way to begin anew. `verouderd`: other data came since."""
        self._vuil = True
        self.voet.stand.setText("Concept, nog niet bewaard")
        self.banners.zet(
            "info",
            "Je was hier eerder mee bezig. Dit is wat je toen had ingevuld.",
            "De bewaarde gegevens zijn intussen veranderd. Kijk goed na wat je bewaart." if verouderd else "",
            actie="Begin opnieuw",
            bij_actie=self.opnieuw.emit,
        )
        self._tel()

    def zet_stand(self, stand: Stand) -> None:
        """Say whether what was typed is safe."""
        self.voet.zet_stand(stand)

    def toon_problemen(self, problemen: Mapping[str, Sequence[Problem]]) -> None:
        """Show what keeps it from being stored, each at its field, and go to the first."""
        self._mislukt("er is nog iets niet goed ingevuld")
        for naam, formulier in self.formulieren.items():
            formulier.toon_problemen(problemen.get(naam, ()))
        for formulier in self.formulieren.values():
            if formulier.isVisibleTo(self) and formulier.focus_probleem():
                return

    def toon_fout(self, fout: UserError) -> None:
        """Show what went wrong around it; what was typed stays."""
        self._mislukt(fout.zin)
        self.banners.zet("fout", fout.zin, fout.stap)
        self.schuif.verticalScrollBar().setValue(0)

    def toon_botsing(self, fout: UserError, vergelijk: Callable[[], None]) -> None:
        """Say that another version was stored meanwhile; what was typed stays, and both can be seen."""
        self._mislukt(fout.zin)
        self.banners.zet("waarschuwing", fout.zin, fout.stap, "Vergelijk", vergelijk, sluitbaar=False)
        self.schuif.verticalScrollBar().setValue(0)

    def geeft_op(self) -> bool:
        """Ask before what was filled in is thrown away; True at once where there is nothing to lose."""
        if not self._vuil:
            return True
        vraag = Bevestiging(
            self._thema,
            "Weggooien wat je hebt ingevuld?",
            "Wil je er later mee verder? Ga dan gewoon naar een andere pagina: wat je invulde, blijft bewaard.",
            "Gooi weg wat ik heb ingevuld",
            self.window(),
            laten="Hier blijven",
        )
        return vraag.vraag()

    def _mislukt(self, waarom: str) -> None:
        self.voet.hoofdknop.setEnabled(True)
        self.voet.zet_stand(Stand("mislukt", zin=waarom))

    def _anders(self) -> None:
        self._vuil = True
        self._zet_keten()
        self.veranderd.emit()
        self._tel()

    def _tel(self) -> None:
        if not self._vuil:
            # an empty form is no mistake
            self.voet.zet_ontbrekend(())
            return
        leeg = [
            spec.veld.label
            for formulier in self.formulieren.values()
            if formulier.isVisibleTo(self)
            for spec in formulier.ontbrekend()
        ]
        self.voet.zet_ontbrekend(leeg)

    def _naar_ontbrekend(self) -> None:
        for formulier in self.formulieren.values():
            if formulier.isVisibleTo(self) and (leeg := formulier.ontbrekend()):
                formulier.focus_veld(leeg[0].naam)
                return
