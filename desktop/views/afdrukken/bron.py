"""What can be shown, printed or exported: the copies of a record by recipient, or one PDF that is there already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from desktop.models.core import Wie
from desktop.models.errors import UserError
from desktop.models.uitnodiging import Uitnodiging
from desktop.services.beeld import stapel
from desktop.services.diensten import Diensten
from desktop.services.documenten import Opdracht
from desktop.services.dossierdruk import Papier

AFGEDRUKT, GEEXPORTEERD = "afgedrukt", "geexporteerd"
"""What the audit calls it."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """One copy: for whom, how many are proposed, and a file name that says nothing about anybody."""

    label: str
    aantal: int
    bestandsnaam: str


@dataclass(frozen=True, slots=True)
class Gedrukt:
    """A PDF with the characters that its letter lacks."""

    pdf: bytes
    ontbrekend: tuple[str, ...] = ()


class Bron(Protocol):
    """Gives the PDFs of one thing. `maak` and `bundel` need no vault, `noteer` runs on the vault's lane."""

    titel: str
    keuzes: Sequence[Keuze]
    openbaar: bool
    """It holds nothing of any pupil or parent: a file of it needs no passphrase."""

    def maak(self, nummer: int) -> Gedrukt:
        """Return one copy."""
        ...

    def bundel(self, aantallen: Sequence[int], *, tweezijdig: bool) -> Gedrukt:
        """Return so many of each copy as one print job."""
        ...

    def noteer(self, actie: str, nummers: Sequence[int]) -> None:
        """Write in the audit what is about to happen with these copies."""
        ...


class StukBron:
    """The copies of a stored record about a pupil, from what `van` gathered."""

    openbaar = False

    def __init__(
        self,
        diensten: Diensten,
        record: UUID,
        leerling: UUID | None,
        titel: str,
        delen: Sequence[tuple[Keuze, Opdracht]],
    ) -> None:
        self._d = diensten
        self._record = record
        self._leerling = leerling
        self.titel = titel
        self.keuzes: Sequence[Keuze] = [keuze for keuze, _ in delen]
        self._opdrachten = [opdracht for _, opdracht in delen]

    @classmethod
    def van(cls, diensten: Diensten, record: UUID, voor: Wie | None = None) -> StukBron:
        """Gather the copies of a record; runs on the vault's lane, and looking is logged before it shows.

        With `voor` only the copy of this recipient is proposed, such as the one who signs on paper. Raises UserError
        where nothing is stored yet, or where an invitation goes to nobody.
        """
        stuk = diensten.open_stuk(record)
        stored = stuk.stored
        if stored is None or stored.value is None:
            raise UserError("Dit stuk is nog niet bewaard.", "Bewaar het eerst, dan maakt Vangnet er een PDF van.")
        documenten = diensten.documenten
        delen: list[tuple[Keuze, Opdracht]] = []
        if isinstance(stored.value, Uitnodiging):
            for opdracht in documenten.brieven(stored):
                assert opdracht.uitgenodigd is not None
                label = f"Brief aan {opdracht.uitgenodigd.wie.naam}"
                delen.append((Keuze(label, 1, opdracht.bestandsnaam()), opdracht))
        else:
            for afschrift in documenten.afschriften(stored):
                # what is not established yet is not for handing out
                aantal = 0 if afschrift.ontvanger and stored.state != "vastgesteld" else afschrift.aantal
                if voor is not None:
                    aantal = int(afschrift.ontvanger == voor)
                opdracht = documenten.opdracht(stored, afschrift.ontvanger)
                delen.append((Keuze(afschrift.label, aantal, opdracht.bestandsnaam()), opdracht))
        if not delen:
            raise UserError("Er is nog niemand uitgenodigd.", "Kies eerst aan wie de brief gaat.")
        return cls(diensten, record, stuk.leerling, stored.value.titel(), delen)

    def maak(self, nummer: int) -> Gedrukt:
        """Render one copy."""
        gemaakt = self._d.documenten.maak(self._opdrachten[nummer])
        return Gedrukt(gemaakt.pdf, gemaakt.ontbrekend)

    def bundel(self, aantallen: Sequence[int], *, tweezijdig: bool) -> Gedrukt:
        """Render so many of each into one print job."""
        paren = [(o, n) for o, n in zip(self._opdrachten, aantallen, strict=True) if n]
        gemaakt = self._d.documenten.bundel(paren, tweezijdig=tweezijdig)
        return Gedrukt(gemaakt.pdf, gemaakt.ontbrekend)

    def noteer(self, actie: str, nummers: Sequence[int]) -> None:
        """Log a line for each copy, with the pupil whom it is about; never for whom, nor under which name."""
        for _ in nummers:
            self._d.documenten.noteer(self._record, actie, self._leerling)


class LosseBron:
    """One PDF that is there already, such as the recovery sheet or an attachment; its maker logs it."""

    openbaar = False

    def __init__(self, pdf: bytes, titel: str, bestandsnaam: str = "document.pdf") -> None:
        self._pdf = pdf
        self.titel = titel
        self.keuzes: Sequence[Keuze] = [Keuze(titel, 1, bestandsnaam)]

    def maak(self, nummer: int) -> Gedrukt:
        """Return the PDF."""
        return Gedrukt(self._pdf)

    def bundel(self, aantallen: Sequence[int], *, tweezijdig: bool) -> Gedrukt:
        """Return the PDF so many times."""
        return Gedrukt(stapel(self._pdf, sum(aantallen), tweezijdig=tweezijdig))

    def noteer(self, actie: str, nummers: Sequence[int]) -> None:
        """It belongs to no record."""


class PapierBron:
    """One paper of a dossier (a chronology, a blank form), rendered once; the audit names whom it is about."""

    def __init__(self, diensten: Diensten, papier: Papier) -> None:
        self._d = diensten
        self._papier = papier
        self._gemaakt: Gedrukt | None = None
        self.titel = papier.titel
        self.openbaar = papier.openbaar
        self.keuzes: Sequence[Keuze] = [Keuze(papier.titel, 1, papier.bestandsnaam)]

    def maak(self, nummer: int) -> Gedrukt:
        """Render it; looking and printing want the same."""
        if self._gemaakt is None:
            gemaakt = self._papier.maak()
            self._gemaakt = Gedrukt(gemaakt.pdf, gemaakt.ontbrekend)
        return self._gemaakt

    def bundel(self, aantallen: Sequence[int], *, tweezijdig: bool) -> Gedrukt:
        """Return it so many times as one print job."""
        gedrukt = self.maak(0)
        return Gedrukt(stapel(gedrukt.pdf, sum(aantallen), tweezijdig=tweezijdig), gedrukt.ontbrekend)

    def noteer(self, actie: str, nummers: Sequence[int]) -> None:
        """Log a line for each copy; a blank form is about nobody."""
        if self._papier.record is not None:
            for _ in nummers:
                self._d.documenten.noteer(self._papier.record, actie, self._papier.leerling)


def zin_over_tekens(ontbrekend: Sequence[str]) -> str:
    """Return the sentence about characters that the letter lacks; '' where it has them all."""
    n = len(ontbrekend)
    if n == 0:
        return ""
    if n == 1:
        return "1 teken heeft het lettertype niet; het staat er als code."
    return f"{n} tekens heeft het lettertype niet; ze staan er als code."
