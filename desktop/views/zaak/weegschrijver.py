"""Keeps and establishes one answer: drafts while it is filled in, the check, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.models.afweging import Afweging
from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.weging import Antwoord, Gevolg, Meldnorm, gevolg
from desktop.services.diensten import Diensten
from desktop.services.wegen import Weegbeeld
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.forms.voet import FormVoet
from desktop.views.gesprekken.bewaren import Bewaard, Bewaarder
from desktop.views.theme import Thema
from desktop.views.widgets import Bevestiging, zeg
from desktop.views.work import Work
from desktop.views.zaak.weegvelden import Weegvelden

_ZINNEN = {
    "antwoord": "Kies een antwoord.",
    "wie": "Noem wie meewegen: minstens één persoon, en liefst ook de directeur.",
    "reden": "Schrijf waarom: waar jullie je op baseren, in minstens één hele zin.",
    "directeur_op": "Bij ja weet de directeur ervan. Vul in sinds wanneer.",
    "vt_wie": "Vanaf vraag 3 weeg je samen met Veilig Thuis. Vul in wie je sprak.",
    "termijn": "Spreek een termijn af: op die dag kijk je of de hulp werkt.",
}
"""What to do where a field is empty; a rule's own sentence stays."""


class Weegschrijver(QObject):
    """Joins `Weegvelden` with the vault. Late answers about an earlier question are dropped by `_ronde`."""

    def __init__(self, diensten: Diensten, work: Work, velden: Weegvelden, voet: FormVoet, parent: QObject) -> None:
        super().__init__(parent)
        self._d = diensten
        self._work = work
        self._velden = velden
        self._voet = voet
        self._ronde = 0
        self._beeld: Weegbeeld | None = None
        self._bewaarder: Bewaarder | None = None
        self._stand = Stand("leeg")
        self._bewaker = ConceptBewaker(velden.values, self._bewaar, diensten.session.nu, self)
        self._bewaker.stand.connect(self._toon_stand)
        velden.gewijzigd.connect(self._anders)

    @property
    def bezig(self) -> bool:
        """Whether there is an answer to fill in."""
        return self._bewaarder is not None

    def begin(self, beeld: Weegbeeld) -> None:
        """Show a question that has no answer yet; what was half-written stands in it."""
        self.stop()
        stuk = beeld.stuk
        assert stuk is not None
        self._beeld = beeld
        self._bewaarder = Bewaarder(self._d.wegen, stuk)
        self._velden.laad(beeld, stuk.values)
        draft = stuk.draft
        if draft is None:
            self._toon_stand(Stand("leeg"))
        else:
            self._toon_stand(Stand("bewaard", draft.updated_at.astimezone(self._d.session.nu().tzinfo).time()))
        self._tel()

    def stop(self) -> None:
        """Let the question go; `berg_op` first keeps what is not saved."""
        self._ronde += 1
        self._beeld = None
        self._bewaarder = None
        self._bewaker.herstart()

    def antwoord(self) -> Antwoord | None:
        """Return the answer that is chosen now; None where none is."""
        if self._beeld is None:
            return None
        return next((a for a in Antwoord if a.value == self._velden.antwoord.waarde()), None)

    def gevolg(self) -> tuple[Gevolg | None, str]:
        """Return what follows from the answer that is chosen now, and the norm where people may choose it."""
        antwoord, beeld = self.antwoord(), self._beeld
        if antwoord is None or beeld is None:
            return None, ""
        uit = gevolg(beeld.vraag, antwoord, beeld.invoer)
        norm = self._velden.values().get("norm") if uit.norm_vrij else None
        return uit, next((m.label for m in Meldnorm if m.value == norm), "")

    # -- keeping

    def mag_weg(self, thema: Thema, venster: QWidget) -> bool:
        """Keep what is half-written; only where the disk said no a person is asked whether to go."""
        if self.bezig and self._stand.soort == "mislukt":
            zin = f"{self._stand.zin} Ga je weg, dan is het laatste wat je invulde verloren."
            titel = "Je laatste tekst is niet bewaard"
            if not Bevestiging(thema, titel, zin, "Ga toch weg", venster, laten="Blijf hier").vraag():
                return False
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue the save of what is not on disk yet."""
        if self.bezig:
            self._bewaker.flush()

    def _bewaar(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        bewaarder = self._bewaarder
        assert bewaarder is not None
        self._work.kluis(self, lambda: bewaarder.draft(values), lambda _: gelukt(), mislukt, urgent=True)

    def _anders(self) -> None:
        if self.bezig:
            self._bewaker.veranderd()
            self._tel()

    def _toon_stand(self, stand: Stand) -> None:
        self._stand = stand
        if self.bezig:
            self._voet.zet_stand(stand)

    def _tel(self) -> None:
        self._voet.zet_ontbrekend([spec.veld.label for spec in self._velden.ontbrekend()])

    def ga_naar_ontbrekend(self) -> None:
        """Put the focus on the first field that is required and empty."""
        leeg = self._velden.ontbrekend()
        if self.bezig and leeg:
            self._velden.focus_veld(leeg[0].naam)

    # -- establishing

    def kijk_na(self, goed: Callable[[], None], mis: Callable[[UserError], None]) -> None:
        """Check; what is wrong shows at the fields, and only what is right goes on."""
        beeld = self._beeld
        if beeld is None or beeld.stuk is None:
            return
        stuk, values = beeld.stuk, self._velden.values()

        def nagekeken(problemen: Sequence[Problem]) -> None:
            self._toon(problemen)
            if not problemen:
                goed()

        self._work.kluis(
            self, lambda: self._d.wegen.problemen(stuk, values), self._hier(nagekeken), self._hier(mis), urgent=True
        )

    def leg_vast(self, klaar: Callable[[Stored], None], mis: Callable[[UserError], None]) -> None:
        """Establish the answer; `klaar` gets what was stored, with what the dossier said at that moment."""
        bewaarder = self._bewaarder
        if bewaarder is None:
            return
        values = self._velden.values()
        self._velden.setEnabled(False)

        def vast(bewaard: Bewaard) -> None:
            self._velden.setEnabled(True)
            if bewaard.problemen or bewaard.stuk.stored is None:
                self._toon(bewaard.problemen)
                return
            self.stop()
            klaar(bewaard.stuk.stored)

        def mislukt(fout: UserError) -> None:
            self._velden.setEnabled(True)
            self._bewaker.flush()
            mis(fout)

        self._work.kluis(self, lambda: bewaarder.vast(values), self._hier(vast), self._hier(mislukt), urgent=True)

    def _toon(self, problemen: Sequence[Problem]) -> None:
        problemen = [_duidelijk(p) for p in problemen]
        rest = self._velden.toon_problemen(problemen)
        if not problemen:
            self._tel()
            return
        self._velden.focus_probleem()
        namen = list(dict.fromkeys(str(p.loc[0]) for p in problemen if p.loc))
        velden = Afweging.model_fields
        zin = "1 veld vraagt nog aandacht" if len(namen) == 1 else f"{len(namen)} velden vragen nog aandacht"
        losse = " ".join(p.zin for p in rest if not p.loc or str(p.loc[0]) in velden)
        self._voet.zet_aandacht(f"{zin}. {losse}" if losse else zin)
        zeg(self._voet, self._voet.ontbreekt.accessibleName())

    def _hier(self, call: Callable[..., None]) -> Callable[..., None]:
        ronde = self._ronde

        def alleen_hier(*args: object) -> None:
            if ronde == self._ronde:
                call(*args)

        return alleen_hier


def _duidelijk(probleem: Problem) -> Problem:
    """Return the problem of an empty field in words that say what to do; `check` knows only the field's label."""
    naam = str(probleem.loc[0]) if probleem.loc else ""
    leeg = probleem.zin.startswith(("Kies:", "Vul in:", "Vul aan:"))
    return Problem(probleem.loc, _ZINNEN[naam], probleem.level) if leeg and naam in _ZINNEN else probleem
