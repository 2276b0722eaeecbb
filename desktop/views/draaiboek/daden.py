"""What one does with a run: end a step or take that back, close the run, open it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from desktop.models.core import Bijlage, Problem, Values
from desktop.models.draaiboek import Loop, Loopstap, Stand, Stap
from desktop.models.errors import UserError
from desktop.models.opslag import Draft, Stored
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.draaiboeken import Geopend
from desktop.views.draaiboek.koppelen import Koppelbaar, Koppeldialoog, leerlingen, lopend
from desktop.views.draaiboek.typen import INTUSSEN, Half, HalveMeldingen, TypDialoog
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.kluispagina import KluisPagina
from desktop.views.theme import Thema
from desktop.views.widgets import Toast
from desktop.views.work import Work
from desktop.views.zaak.dialogen import TekstDialoog

Uitslag = tuple[Stored | None, list[Problem]]
_UITLEG = {
    Stand.ANDERS: "Afwijken mag. Schrijf op wat je deed en waarom: later wordt daarnaar gevraagd.",
    Stand.OVERGESLAGEN: "Overslaan mag. Schrijf op waarom: later wordt daarnaar gevraagd.",
}


class Loopdaden:
    """Does what the page of a run asks; `gedaan` reads it again."""

    def __init__(
        self,
        pagina: KluisPagina,
        diensten: Diensten,
        thema: Thema,
        bijlage: Callable[[Bijlage], None],
        work: Work,
        gedaan: Callable[[], None],
    ) -> None:
        self._pagina = pagina
        self._d = diensten
        self._thema = thema
        self._work = work
        self._gedaan = gedaan
        self._bezig: set[str] = set()
        self._halve: dict[UUID, Draft] = {}
        self._meldingen = HalveMeldingen(pagina.banners)
        self._context = Omgeving(
            diensten, work, thema, pagina, bijlage, lambda zin: pagina.meld_fout(UserError(zin)), hele_kluis=True
        ).context

    def stap(self, geopend: Geopend, stap: Stap, daad: str, daarna: Callable[[], None]) -> None:
        """Say what came of a step: 'gedaan' and 'open' at once, the others after a question."""
        stand = Stand.van(daad)
        if stand in _UITLEG:
            self._vraag(geopend, stap, stand)
        else:
            self._meteen(geopend, stap, stand, daarna)

    def _meteen(self, geopend: Geopend, stap: Stap, stand: Stand, daarna: Callable[[], None]) -> None:
        if stap.sleutel in self._bezig:
            return  # a second click while the first is stored
        self._bezig.add(stap.sleutel)
        values: Values = {"stand": stand.value}
        if stand is Stand.GEDAAN:
            nu = self._d.session.nu()
            om = nu.time().replace(second=0, microsecond=0, tzinfo=None)
            values = {**values, "gedaan_op": nu.date().isoformat(), "gedaan_om": om.isoformat()}

        def klaar(uitslag: Uitslag) -> None:
            self._bezig.discard(stap.sleutel)
            stored, problemen = uitslag
            if stored is None:
                self._pagina.meld_fout(UserError("Deze stap is niet opgeslagen.", problemen[0].zin))
            elif stand is Stand.GEDAAN:
                toast = Toast(self._thema, f"Gedaan: {_kort(stap.wat)}", self._pagina.window(), undo=True)
                toast.ongedaan.connect(lambda: self._meteen(geopend, stap, Stand.OPEN, daarna))
            self._gedaan()
            daarna()

        def mis(fout: UserError) -> None:
            self._bezig.discard(stap.sleutel)
            self._pagina.meld_fout(fout)
            self._gedaan()

        self._pagina.vraag(lambda: self._d.draaiboeken.zet(geopend, stap, values), klaar, mis, urgent=True)

    def half(self, geopend: Geopend, halve: Mapping[UUID, Draft]) -> None:
        """Take what of this run was typed in a dialog and not stored, and say so with a way back to it."""
        self._halve = dict(halve)
        loop = geopend.stored.record
        if loop in halve:
            self._meld_half(halve[loop], "de aanleiding", None if geopend.dicht else partial(self.wijzig, geopend))
        hier = () if geopend.dicht else tuple(stap for stap, _ in geopend.beeld.stappen)
        for stap in geopend.beeld.loop.definitie.stappen:
            draft = halve.get(self._naam(loop, stap))
            stand = Stand.van(str(draft.values.get("stand"))) if draft is not None else None
            if draft is not None and stand in _UITLEG:
                verder = partial(self._vraag, geopend, stap, stand) if stap in hier else None
                self._meld_half(draft, f"‘{stap.wat}’", verder)

    def _meld_half(self, draft: Draft, wat: str, verder: Callable[[], None] | None) -> None:
        if verder is not None:
            self._meldingen.zet(draft.record, wat, verder)
        else:
            self._meldingen.zet_over(draft.record, wat, partial(self._gooi_weg, draft.record))

    def _gooi_weg(self, record: UUID) -> None:
        self._meldingen.weg(record)
        self._pagina.vraag(lambda: self._d.draaiboeken.gooi_draft_weg(record), lambda _: None, urgent=True)

    def _neem_half(self, half: Half) -> Draft | None:
        self._meldingen.weg(half.record)
        return self._halve.pop(half.record, None)

    def _naam(self, loop: UUID, stap: Stap) -> UUID:
        return self._d.draaiboeken.naam_van_half(Loopstap, stap.sleutel, loop)

    def _vraag(self, geopend: Geopend, stap: Stap, stand: Stand) -> None:
        nu = self._d.session.nu()
        begin: Values = {"stand": stand.value, "door": self._d.session.actor.naam}
        if stand is Stand.ANDERS:
            begin = {**begin, "gedaan_op": nu.date().isoformat()}
        loop = geopend.stored.record
        half = Half(self._naam(loop, stap), Loopstap, vast=(("op", str(loop)),))
        eerder = self._neem_half(half)
        if eerder is not None:
            begin = {**{naam: v for naam, v in eerder.values.items() if naam != "op"}, "stand": stand.value}

        def bewaar(v: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
            self._leg_vast(lambda: self._d.draaiboeken.zet(geopend, stap, v), klaar, dialoog)

        uitleg = f"{stap.wat}. {_UITLEG[stand]}" if stap.reden else f"{stap.wat}. Een reden hoeft hier niet."
        dialoog = TypDialoog(
            Loopstap,
            self._context,
            stand.label,
            uitleg,
            "Leg vast",
            bewaar,
            self._pagina,
            values=begin,
            hersteld=eerder is not None,
        )
        dialoog.bewaak(half, self._d, self._work, self._pagina)
        open_dialoog(dialoog)

    def wijzig(self, geopend: Geopend) -> None:
        """Ask what it is for and who is involved, as it is known by now."""

        def bewaar(v: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
            self._leg_vast(lambda: self._d.draaiboeken.wijzig(geopend, v), klaar, dialoog)

        half = Half(geopend.stored.record, Loop, geopend.stored.revision)
        eerder = self._neem_half(half)
        loop = eerder.values if eerder is not None else naar_values(geopend.beeld.loop)
        uitleg = "Weet je het nu beter? Pas het aan. Wat er eerst stond, blijft in een eerdere versie bewaard."
        if eerder is not None and eerder.base != geopend.stored.revision:
            uitleg = f"{uitleg} {INTUSSEN}"
        dialoog = TypDialoog(
            Loop,
            self._context,
            "Aanleiding en betrokkenen",
            uitleg,
            "Bewaar",
            bewaar,
            self._pagina,
            values={naam: loop[naam] for naam in ("aanleiding", "betrokkenen")},
            hersteld=eerder is not None,
        )
        dialoog.bewaak(half, self._d, self._work, self._pagina)
        for naam in ("begonnen_op", "begonnen_om", "slot"):
            veld = dialoog.formulier.veld(naam)
            if veld is not None:
                veld.hide()
        open_dialoog(dialoog)

    def _leg_vast(
        self, doe: Callable[[], Uitslag], klaar: Callable[[Sequence[Problem]], None], dialoog: FormDialoog
    ) -> None:
        """Store what a dialog holds; what is wrong with it shows there."""

        def uit(uitslag: Uitslag) -> None:
            klaar(uitslag[1])
            if uitslag[0] is not None:
                self._gedaan()

        self._pagina.vraag(doe, uit, lambda fout: dialoog.toon_fout(f"{fout.zin} {fout.stap}"), urgent=True)

    def koppel(self, geopend: Geopend) -> None:
        """Ask what the run belongs to, and link it."""
        d, loop, pagina = self._d, geopend.beeld.loop, self._pagina
        dialoog: Koppeldialoog

        def zoek(woorden: str, klaar: Callable[[Sequence[Koppelbaar]], None]) -> None:
            self._work.kluis(dialoog, lambda: leerlingen(d, loop, woorden), klaar, dialoog.toon_fout)

        def kies(keuze: Koppelbaar) -> None:
            pagina.vraag(lambda: d.draaiboeken.koppel(geopend, keuze.record), gekoppeld, dialoog.toon_fout, urgent=True)

        def gekoppeld(_: Stored) -> None:
            dialoog.accept()
            self._gedaan()

        def toon(wat: Sequence[Koppelbaar]) -> None:
            nonlocal dialoog
            dialoog = Koppeldialoog(self._thema, wat, zoek, kies, pagina)
            open_dialoog(dialoog)

        pagina.vraag(lambda: lopend(d, loop), toon)

    def maak_los(self, geopend: Geopend, sleutel: UUID, naam: str) -> None:
        """Take a link away; it can be undone as long as the toast shows."""
        d, was = self._d.draaiboeken, geopend.beeld.loop

        def terug() -> None:
            self._pagina.vraag(
                lambda: d.koppel_terug(d.open_loop(geopend.stored.record), was, sleutel),
                lambda _: self._gedaan(),
                urgent=True,
            )

        def klaar(_: Stored) -> None:
            toast = Toast(self._thema, f"Losgemaakt: {_kort(naam)}", self._pagina.window(), undo=True)
            toast.ongedaan.connect(terug)
            self._gedaan()

        self._pagina.vraag(lambda: d.maak_los(geopend, sleutel), klaar, urgent=True)

    def sluit_of_heropen(self, geopend: Geopend) -> None:
        """Ask how it was closed; a closed run opens again at once."""
        d = self._d.draaiboeken
        if geopend.dicht:
            self._pagina.vraag(lambda: d.heropen(geopend), lambda _: self._gedaan(), urgent=True)
            return

        def bewaar(tekst: str, klaar: Callable[[str], None]) -> None:
            def uit(uitslag: Uitslag) -> None:
                klaar(uitslag[1][0].zin if uitslag[1] else "")
                if uitslag[0] is not None:
                    self._gedaan()

            self._pagina.vraag(
                lambda: d.sluit(geopend, tekst), uit, lambda fout: klaar(f"{fout.zin} {fout.stap}"), urgent=True
            )

        open_ = len(geopend.beeld.stappen) - geopend.beeld.gedaan
        wat = "Alle stappen zijn gedaan." if not open_ else f"Nog open: {open_}. Schrijf dan waarom je nu toch sluit."
        open_dialoog(
            TekstDialoog(
                self._thema, "Draaiboek afsluiten", wat, "Hoe is het afgesloten", "Sluit af", bewaar, self._pagina
            )
        )


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 60 else f"{tekst[:59]}…"
