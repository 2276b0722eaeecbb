"""The log as a paper at any moment: gathered on the vault's lane, rendered on the other."""

from __future__ import annotations

import hashlib
from uuid import UUID

from desktop import documents
from desktop.documents.papieren import Logblad, Logbladregel
from desktop.models.calamiteit import Calamiteit, CalamiteitSlot
from desktop.models.draaiboek import Loop
from desktop.models.kenmerk import kenmerk
from desktop.models.logregel import Logregel
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.models.tijdwoorden import toon_datum, toon_tijd
from desktop.services.documenten import Documenten
from desktop.services.dossierdruk import Papier
from desktop.services.regels import Filter, Regels
from desktop.services.session import Session


class Logdruk:
    """Papers of a log."""

    def __init__(self, session: Session, documenten: Documenten, regels: Regels) -> None:
        self._s = session
        self._documenten = documenten
        self._regels = regels

    def papier(self, bij: UUID, keuze: Filter | None = None) -> Papier:
        """Return the log of a calamity or a run, of which a filter lets lines through; the paper says so.

        Raises Geweigerd where this account may not read or print it.
        """
        blad = self.blad(bij, keuze)
        naam = f"logboek-{kenmerk(bij)}-{self._s.nu():%Y-%m-%d-%H%M}.pdf"
        return Papier("Logboek", naam, lambda: documents.render_logboek(blad), bij)

    def blad(self, bij: UUID, keuze: Filter | None = None) -> Logblad:
        """Return what that paper is made from; looking is logged. Raises Geweigerd as `papier` does."""
        self._s.eis(Actie.AFDRUKKEN)
        keuze = keuze or Filter()
        gekozen = set(self._regels.regels(bij, keuze))
        vault = self._s.vault
        # in order of what happened, the first written first: that order gives the lines their numbers
        rijen = list(reversed(vault.rows(self._regels.alle(bij))))
        stukken = vault.get_many([rij.record for rij in rijen])
        nummers = {stored.record: n for n, stored in enumerate(stukken, 1)}
        verbeterd: dict[UUID, list[int]] = {}
        for stored in stukken:
            if isinstance(stored.value, Logregel) and stored.value.corrigeert is not None:
                verbeterd.setdefault(stored.value.corrigeert, []).append(nummers[stored.record])
        bladen = [
            Logbladregel(
                nummers[stored.record],
                stored.value,
                stored.digest,
                nummers.get(stored.value.corrigeert) if stored.value.corrigeert else None,
                tuple(verbeterd.get(stored.record, ())),
            )
            for rij, stored in zip(rijen, stukken, strict=True)
            if rij.id in gekozen and isinstance(stored.value, Logregel)
        ]
        zaak = vault.view(self._s.actor, bij, self._s.nu(), "logboek als pdf")
        return Logblad(
            school=self._documenten.school(),
            soort="calamiteit" if isinstance(zaak.value, Calamiteit) else "draaiboek",
            zaak=zaak.value.titel() if zaak.value is not None else "",
            kenmerk=kenmerk(bij),
            feiten=self._feiten(zaak),
            regels=bladen,
            totaal=len(stukken),
            digest=hashlib.sha256(b"".join(rij.digest for rij in bladen)).digest(),
            gemaakt_op=self._s.nu(),
            gemaakt_door=self._s.actor.naam,
            keuze=self.in_woorden(keuze),
            audit_head=vault.audit_head,
        )

    def in_woorden(self, keuze: Filter) -> str:
        """Return what a filter leaves in, in words; '' where it leaves everything in."""
        if keuze.leeg:
            return ""
        delen = []
        if keuze.soorten:
            delen.append(", ".join(soort.label.lower() for soort in keuze.soorten))
        if keuze.sleutel:
            delen.append("sleutelmomenten")
        if keuze.door is not None:
            namen = {a.id: a.name for a in self._s.vault.accounts()}
            delen.append(f"geschreven door {namen.get(keuze.door, 'een ander')}")
        if keuze.van is not None:
            delen.append(f"vanaf {toon_datum(keuze.van)}")
        if keuze.tot is not None:
            delen.append(f"tot en met {toon_datum(keuze.tot)}")
        if keuze.woorden.strip():
            delen.append(f"met ‘{keuze.woorden.strip()}’")
        return "; ".join(delen)

    def _feiten(self, zaak: Stored) -> list[tuple[str, str]]:
        value = zaak.value
        feiten: list[tuple[str, str]] = []
        begon = value.event_at() if value is not None else None
        if begon is not None:
            feiten.append(("Begonnen", f"{toon_datum(begon.date())}, {toon_tijd(begon.time())}"))
        if isinstance(value, Loop):
            dicht = value.afgesloten_op
            feiten.append(("Stand", f"afgesloten op {toon_datum(dicht)}" if dicht else "loopt nog"))
        if isinstance(value, Calamiteit):
            slot = next(
                (s.value for s in self._s.vault.followups(zaak.record) if isinstance(s.value, CalamiteitSlot)), None
            )
            stand = f"{slot.titel().lower()}, {toon_datum(slot.moment.date())}" if slot is not None else "loopt nog"
            feiten.append(("Stand", stand))
            for kop, wie in (
                ("Omvang", value.omvang.label if value.omvang else ""),
                ("Leiding", value.leiding),
                ("School loopt", value.school_loopt),
                ("Aanspreekpunt ouders", value.aanspreekpunt),
            ):
                if wie:
                    feiten.append((kop, wie))
        return feiten
