"""What the forms of this folder ask around them: people to suggest, and files to attach, off the user's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.models.core import Bijlage, Wie
from desktop.models.errors import UserError
from desktop.models.namen import sorteernaam
from desktop.models.opslag import Row
from desktop.models.personen import Leerling, Medewerker, Persoon
from desktop.services.diensten import Diensten
from desktop.services.personen import Kaart
from desktop.views.forms.context import BijlagenKlaar, FormContext
from desktop.views.forms.lezen import groep_en_geboren
from desktop.views.theme import Thema
from desktop.views.work import Work

_OUDERVELDEN = ("ouders", "wie", "ouder", "gegeven_door")
_HOEVEEL = 20
_MENSEN = (Leerling.KIND, Persoon.KIND, Medewerker.KIND)
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
"""Letters that no decomposition makes plain, and that few keyboards here have."""
_MAX = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Mensen:
    """Who can be named at once: the parents by their gezag cards, and the staff. Kept in memory while a page shows."""

    kaarten: tuple[Kaart, ...] = ()
    medewerkers: tuple[Wie, ...] = ()

    def zoek(self, veld: str, woorden: str, dag: date) -> list[Wie]:
        """Return who matches, first those that belong in this field; gezag is that of the day of the talk."""
        ouders = [
            Wie(
                persoon=k.wie.persoon,
                naam=k.wie.naam,
                hoedanigheid=k.wie.hoedanigheid,
                gezag=k.kaart.gezag_op(dag).value,
            )
            for k in self.kaarten
        ]
        groepen = (ouders, list(self.medewerkers)) if veld in _OUDERVELDEN else (list(self.medewerkers), ouders)
        delen = [_kaal(deel) for deel in woorden.split()]
        if not delen:
            return groepen[0][:_HOEVEEL]
        allen = (w for groep in groepen for w in groep)
        return [w for w in allen if all(d in _kaal(f"{w.naam} {w.hoedanigheid}") for d in delen)][:_HOEVEEL]


class Omgeving:
    """Makes the `FormContext` of a page and holds what belongs to the record that it shows."""

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        thema: Thema,
        eigenaar: QWidget,
        open_bijlage: Callable[[Bijlage], None],
        bij_fout: Callable[[str], None],
        *,
        hele_kluis: bool = False,
    ) -> None:
        self._diensten = diensten
        self._work = work
        self._eigenaar = eigenaar
        self._fout = bij_fout
        self.mensen = Mensen()
        self.dag: Callable[[], date] = diensten.session.vandaag
        self.context = FormContext(
            today=diensten.session.vandaag,
            ids=diensten.session.ids,
            thema=thema,
            zoek_personen=lambda veld, woorden: self.mensen.zoek(veld, woorden, self.dag()),
            kies_bijlage=self._kies,
            neem_bestanden=self._neem,
            open_bijlage=open_bijlage,
            zoek_verder=self._zoek_verder if hele_kluis else None,
        )

    def _zoek_verder(self, veld: str, woorden: str, klaar: Callable[[Sequence[Wie]], None]) -> None:
        """Look among all pupils, parents and staff, off the user's thread; a fault shows nobody more."""
        zoeken = self._diensten.zoeken

        def zoek() -> Sequence[Wie]:
            return [_wie(hit.row) for hit in zoeken.zoek(woorden, kinds=_MENSEN, limit=_HOEVEEL)]

        self._work.kluis(self._eigenaar, zoek, klaar, lambda _: None)

    def _kies(self, klaar: BijlagenKlaar) -> None:
        paden, _ = QFileDialog.getOpenFileNames(
            self._eigenaar, "Bijlage kiezen", "", "PDF of afbeelding (*.pdf *.jpg *.jpeg *.png);;Alle bestanden (*)"
        )
        if paden:
            self._neem([Path(pad) for pad in paden], klaar)

    def _neem(self, paden: Sequence[Path], klaar: BijlagenKlaar) -> None:
        """Read on one lane, check and store on the other; what was refused is said once the rest is there."""
        geweigerd: list[str] = []
        bijlagen: list[Bijlage] = []
        rest = list(paden)

        def volgende() -> None:
            if not rest:
                if bijlagen:
                    klaar(bijlagen)
                if geweigerd:
                    self._fout("\n".join(geweigerd))
                return
            pad = rest.pop(0)
            self._work.werk(self._eigenaar, lambda: _lees(pad), lambda data: bewaar(pad.name, data), mislukt)

        def bewaar(naam: str, data: bytes) -> None:
            self._work.kluis(
                self._eigenaar,
                lambda: self._diensten.documenten.voeg_bijlage_toe(naam, data),
                gelukt,
                mislukt,
                urgent=True,
            )

        def gelukt(bijlage: Bijlage) -> None:
            bijlagen.append(bijlage)
            volgende()

        def mislukt(error: UserError) -> None:
            geweigerd.append(str(error))
            volgende()

        volgende()


def _lees(pad: Path) -> bytes:
    """Return the bytes of a file, one more than is allowed at most. Raises UserError where it cannot be read."""
    try:
        with pad.open("rb") as bestand:
            return bestand.read(_MAX + 1)
    except OSError as error:
        raise UserError(
            "Dit bestand kan niet worden gelezen.", "Sluit het in andere programma's en kies opnieuw."
        ) from error


def _wie(rij: Row) -> Wie:
    """Return who a row is, as a record names people: a pupil by group, staff by what they do."""
    if rij.kind == Leerling.KIND:
        groep, _ = groep_en_geboren(rij.detail)
        return Wie(persoon=rij.record, naam=rij.title, hoedanigheid=f"leerling, {groep}" if groep else "leerling")
    return Wie(persoon=rij.record, naam=rij.title, hoedanigheid=rij.detail if rij.kind == Medewerker.KIND else "")


def _kaal(tekst: str) -> str:
    return sorteernaam("", "", tekst).translate(_LETTERS)
