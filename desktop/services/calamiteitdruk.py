"""The papers of a calamity: gathered on the vault's lane, rendered on the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from desktop import documents
from desktop.documents.calamiteitblad import Gespreksblad, Planblad, Slotblad, Zaakblad
from desktop.documents.kader import Gemaakt
from desktop.models.actieplan import Actieplan
from desktop.models.calamiteit import CalamiteitSlot
from desktop.models.errors import UserError
from desktop.models.kenmerk import kenmerk
from desktop.models.kinds import KINDS
from desktop.models.planversies import wijzigingen
from desktop.models.rechten import Actie
from desktop.models.tijdwoorden import toon_datum, toon_tijd
from desktop.services.calamiteit import Calamiteitbeeld, Calamiteiten
from desktop.services.documenten import Documenten
from desktop.services.dossierdruk import Papier
from desktop.services.logdruk import Logdruk
from desktop.services.session import Session


class Calamiteitdruk:
    """Papers of a calamity beside its log. Each raises Geweigerd where this account may not read or print them."""

    def __init__(self, session: Session, documenten: Documenten, calamiteiten: Calamiteiten, log: Logdruk) -> None:
        self._s = session
        self._documenten = documenten
        self._c = calamiteiten
        self._log = log

    def actieplan(self, calamiteit: UUID, nummer: int | None = None) -> Papier:
        """Return one version of the action plan, the newest by default. Raises UserError where there is none."""
        zaak = self._zaak(calamiteit)
        if not zaak.versies:
            raise UserError("Er is nog geen actieplan.", "Maak eerst het actieplan.")
        versie = zaak.versies[-1 if nummer is None else nummer - 1]
        wat = f"Actieplan, versie {versie.nummer}"
        return self._papier(
            wat, f"actieplan-v{versie.nummer}", calamiteit, lambda: documents.render_actieplan(zaak, versie)
        )

    def evaluatie(self, calamiteit: UUID) -> Papier:
        """Return how it was evaluated and closed. Raises UserError while it is open."""
        zaak = self._zaak(calamiteit)
        slot = zaak.slot
        if slot is None:
            raise UserError("Deze calamiteit is nog open.", "Sluit haar eerst, met de evaluatie.")
        return self._papier("Evaluatie", "evaluatie", calamiteit, lambda: documents.render_evaluatie(zaak, slot))

    def geheel(self, calamiteit: UUID) -> Papier:
        """Return all of it: head, evaluation, every version of the plan, communication, talks, log."""
        zaak = self._zaak(calamiteit, met_log=True)
        return self._papier("Heel de calamiteit", "calamiteit", calamiteit, lambda: documents.render_calamiteit(zaak))

    def versies(self, beeld: Calamiteitbeeld) -> list[Planblad]:
        """Return every version with what changed in it, oldest first; for the screen too."""
        namen = {a.id: a.name for a in self._s.vault.accounts()}
        standen = {rij: self._gedaan(stand.gedaan, stand.regel.gebeurd) for rij, stand in beeld.standen.items()}
        zone = self._s.nu().tzinfo
        uit: list[Planblad] = []
        vorige: Actieplan | None = None
        for n, stored in enumerate(beeld.versies, 1):
            if not isinstance(stored.value, Actieplan):
                continue  # its content was destroyed
            uit.append(
                Planblad(
                    n,
                    len(beeld.versies),
                    stored.recorded_at.astimezone(zone),
                    namen.get(stored.account, ""),
                    stored.value,
                    stored.digest,
                    wijzigingen(vorige, stored.value),
                    standen if n == len(beeld.versies) else {},
                )
            )
            vorige = stored.value
        return uit

    # -- within

    def _papier(self, titel: str, naam: str, calamiteit: UUID, maak: Callable[[], Gemaakt]) -> Papier:
        bestand = f"{naam}-{kenmerk(calamiteit)}-{self._s.nu():%Y-%m-%d-%H%M}.pdf"
        return Papier(titel, bestand, maak, calamiteit)

    def _zaak(self, calamiteit: UUID, *, met_log: bool = False) -> Zaakblad:
        self._s.eis(Actie.AFDRUKKEN)
        self._s.eis(Actie.CALAMITEIT)
        beeld = self._c.beeld(calamiteit)
        namen = {a.id: a.name for a in self._s.vault.accounts()}
        slot = None
        if beeld.slot is not None and isinstance(beeld.slot.value, CalamiteitSlot):
            slot = Slotblad(beeld.slot.value, namen.get(beeld.slot.account, ""), beeld.slot.digest)
        return Zaakblad(
            school=self._documenten.school(),
            kenmerk=kenmerk(calamiteit),
            calamiteit=beeld.calamiteit,
            digest=beeld.stored.digest,
            gemaakt_op=self._s.nu(),
            gemaakt_door=self._s.actor.naam,
            audit_head=self._s.vault.audit_head,
            slot=slot,
            versies=self.versies(beeld),
            communicatie=beeld.communicatie,
            gesprekken=list(_gesprekken(beeld)),
            stukken=[f"{KINDS[rij.kind].NAAM}: {rij.title}" for rij in (*beeld.stukken, *beeld.loops)],
            log=self._log.blad(calamiteit) if met_log else None,
        )

    def _gedaan(self, gedaan: bool, op: datetime) -> str:
        if not gedaan:
            return "weer open"
        dag = "" if op.date() == self._s.vandaag() else f"{toon_datum(op.date(), kort=True)} "
        return f"gedaan {dag}{toon_tijd(op.time())}"


def _gesprekken(beeld: Calamiteitbeeld) -> Iterator[Gespreksblad]:
    for stand in beeld.gesprekken:
        g = stand.gesprek
        yield Gespreksblad(
            met=stand.titel,
            melder=bool(g is not None and g.melder),
            voert=g.voert if g is not None else "",
            op=toon_datum(g.op) if g is not None and g.op is not None else "",
            stand=stand.stand,
        )
