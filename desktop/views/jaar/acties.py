"""What can be done with a task: done, skipped, moved, added, taken out; each stored at once, each to be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.jaarcyclus import Uitkomst
from desktop.models.opslag import Stored
from desktop.models.schooljaar import Periode
from desktop.services.diensten import Diensten
from desktop.services.jaartaak import Taak
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.jaar.dialogen import TaakDialoog, VerplaatsDialoog
from desktop.views.kluispagina import KluisPagina
from desktop.views.leerlingen.invulblad import form_context
from desktop.views.theme import Thema
from desktop.views.widgets import Toast
from desktop.views.zaak.dialogen import TekstDialoog

Uitslag = tuple[Stored | None, list[Problem]]


class Taakacties:
    """`daarna` is told the task of which something was said (None where it is gone), to show it as it stands now."""

    def __init__(
        self, diensten: Diensten, thema: Thema, pagina: KluisPagina, daarna: Callable[[UUID | None], None]
    ) -> None:
        self._d = diensten
        self._thema = thema
        self._pagina = pagina
        self._daarna = daarna

    def klaar(self, taak: Taak) -> None:
        """It is done; of one that is over, take that back."""
        if taak.afgehandeld is not None:
            self._maak_ongedaan(taak.afgehandeld, taak.stored.record)
        else:
            self._rond_af(taak, Uitkomst.GEDAAN, "", lambda _: None)

    def klaar_met_notitie(self, taak: Taak) -> None:
        """Ask what there is to say of it, and say that it is done."""
        open_dialoog(
            TekstDialoog(
                self._thema,
                "Deze taak is klaar",
                taak.taak.taak,
                "Wat wil je erbij onthouden?",
                "Klaar",
                lambda tekst, klaar: self._rond_af(taak, Uitkomst.GEDAAN, tekst, klaar),
                self._pagina,
            )
        )

    def sla_over(self, taak: Taak) -> None:
        """Ask why it is skipped this time."""
        open_dialoog(
            TekstDialoog(
                self._thema,
                "Deze keer overslaan",
                taak.taak.taak,
                "Waarom slaan jullie dit over?",
                "Sla over",
                lambda tekst, klaar: self._rond_af(taak, Uitkomst.OVERGESLAGEN, tekst, klaar),
                self._pagina,
            )
        )

    def verplaats(self, taak: Taak) -> None:
        """Ask another day, and why."""

        def bewaar(dag: date | None, waarom: str, klaar: Callable[[str], None]) -> None:
            self._vraag(
                lambda: self._d.schooljaren.verplaats(taak.stored.record, dag, waarom), "Verplaatst", taak, klaar
            )

        vandaag = self._d.session.vandaag
        open_dialoog(VerplaatsDialoog(self._thema, taak.taak.taak, taak.dag, vandaag, bewaar, self._pagina))

    def haal_weg(self, taak: Taak) -> None:
        """Take an own task out of the year."""

        def weg(_: Stored) -> None:
            self._pagina.toast("De taak is weg")
            self._daarna(None)

        self._pagina.vraag(lambda: self._d.schooljaren.haal_weg(taak.stored.record), weg, urgent=True)

    def voeg_toe(self, jaar: Periode) -> None:
        """Ask for a task of the school itself."""

        def bewaar(values: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
            def thuis(uit: Uitslag) -> None:
                stored, problemen = uit
                klaar(problemen)
                if stored is not None:
                    self._pagina.toast("Taak toegevoegd")
                    self._daarna(stored.record)

            self._pagina.vraag(
                lambda: self._d.schooljaren.voeg_toe(jaar, values),
                thuis,
                lambda fout: dialoog.toon_fout(str(fout)),
                urgent=True,
            )

        dialoog = TaakDialoog(form_context(self._d, self._thema), jaar, bewaar, self._pagina)
        open_dialoog(dialoog)

    def _rond_af(self, taak: Taak, uitkomst: Uitkomst, tekst: str, klaar: Callable[[str], None]) -> None:
        self._vraag(
            lambda: self._d.schooljaren.rond_af(taak.stored.record, uitkomst, tekst), uitkomst.label, taak, klaar
        )

    def _vraag(self, doe: Callable[[], Uitslag], woord: str, taak: Taak, klaar: Callable[[str], None]) -> None:
        def thuis(uit: Uitslag) -> None:
            stored, problemen = uit
            klaar(problemen[0].zin if problemen else "")
            if stored is not None:
                toast = Toast(self._thema, woord, self._pagina.window(), undo=True)
                toast.ongedaan.connect(lambda: self._maak_ongedaan(stored, taak.stored.record))
                self._daarna(taak.stored.record)

        def mis(fout: UserError) -> None:
            klaar(str(fout))
            self._pagina.meld_fout(fout)

        self._pagina.vraag(doe, thuis, mis, urgent=True)

    def _maak_ongedaan(self, stored: Stored, taak: UUID) -> None:
        self._pagina.vraag(lambda: self._d.schooljaren.maak_ongedaan(stored), lambda _: self._daarna(taak), urgent=True)
